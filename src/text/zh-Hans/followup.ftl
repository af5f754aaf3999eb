# The follow-up: plan, reports, lights, findings, changes, the supervision calendar.

problem-percent-form = 请填 0 到 100 之间的百分数，最多一位小数。
problem-money-form = 请按万元填写金额，例如 36.5。
problem-blank = 请填写这一项。
problem-quantity-form = 数量请填大于 0 的整数。
problem-funds-missing = 请按来源填写资金，每项大于 0。
problem-accept-before-start = 验收期限不能早于开工期限。
problem-milestones-number = 请列出 1 到 { $most } 个节点。
problem-milestone-name = 第 { $line } 个节点没有名称。
problem-milestone-outside = 第 { $line } 个节点的日期不在开工期限和验收期限之间。
problem-milestone-order = 第 { $line } 个节点早于前一个，或应完成的比例更低。请按时间顺序填写。
problem-milestones-whole = 最后一个节点应完成 100%。
problem-milestone-unknown = 勾选的节点不在现行计划内。请刷新页面。
problem-year-closed = { $year } 年已结账，不再接收或更正这一年的报告。如确需更正，请联系人大工作人员在下一年的报告中说明。
problem-month-to-come = { $month } 还没有到，不能报告。
problem-month-before-plan = { $month } 早于交办，不能报告。
problem-paid-above-plan = 已支付 { $paid } 万元，超过计划资金 { $planned } 万元。增加资金须先由有权机关决定调整，请联系人大工作人员。
problem-share-fell = 完成比例从 { $was }% 降到 { $is }%，请说明原因。
problem-paid-fell = 已支付金额从 { $was } 万元降到 { $is } 万元，请说明原因。
problem-finding-out-of-turn = 现在不能进行这一步，请刷新页面。当前环节：{ $stage ->
    [found] 待交办
    [sent] 待整改
    [answered] 待复查
    [closed] 已销号
   *[dismissed] 不予交办
}。
problem-deadline-past = 期限须在今天之后。
problem-finding-of-another-unit = 这个问题交办给了另一个单位，请由该单位反馈。
problem-extension-too-late = 整改期限 { $due } 已过，不能再延期。请尽快反馈整改情况。
problem-extension-not-later = 新的期限须晚于原期限。
problem-own-unit-closes = 整改单位和反馈人不能复查自己的整改。请由发现问题的代表、督办小组或人大工作人员复查。
problem-change-out-of-turn = 项目在现在的阶段不能这样调整。
problem-change-decided = 这项调整已经有决定。
problem-wrong-body = 这一级的调整须由{ $body ->
    [standing_committee] 县级人大常委会
   *[congress] 乡镇人民代表大会
}决定。
problem-document-missing = 请填写文件的名称或文号。
problem-notice-missing = 请填写公告的名称或文号。
problem-decision-day = 决定日期须在提请之后，不能晚于今天。
problem-fact-noted = 这件事已经记录过。
problem-fact-out-of-turn = 项目现在的阶段不能记录这件事：先完工，再验收。
problem-fact-day = 日期不能晚于今天，也不能早于完工日期。
problem-report-too-near = 距离会议不足二十日：初稿应在 { $draft } 前送交征求意见（监督法第十五条）。
problem-answer-or-day = 请填写当场答复，或书面答复的期限。
problem-answer-before-entry = 答复期限不能早于活动日期。
