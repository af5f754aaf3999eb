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

# Lights.
light-red = 严重滞后
light-yellow = 滞后
light-green = 正常
light-grey = 未开工
light-blue = 办结
light-reason-accepted = 已完工并通过验收。
light-reason-start-not-due = 尚未开工，未到开工期限。
light-reason-on-plan = 按计划应完成 { $planned }%，已完成 { $done }%，没有逾期的节点。
light-reason-days = 最早的逾期节点应在 { $since } 前完成，已逾期 { $days } 天；应完成 { $planned }%，已完成 { $done }%。
light-reason-points = 应完成 { $planned }%，已完成 { $done }%，落后 { $points } 个百分点。
light-reason-caught-up = 上月严重滞后，本月赶上计划：本月亮黄灯，下月按计划亮灯。
light-rule = 亮灯规则：按节点日期和完成比例计算，取较差的一项，任何人不能手工设置。无逾期为正常；逾期不超过 { $days } 天、落后不超过 { $points } 个百分点为滞后；更多为严重滞后；完工并验收为办结。每月报告在次月 { $by } 日前审核的计入当月，严重滞后的月份不再更改。
as-of = 截至 { $day }。
month-open = 未定
months-title = 逐月亮灯

# Stages of a project after the vote.
project-stage-selected = 已票决，待交办
project-stage-assigned = 已交办
project-stage-in_progress = 实施中
project-stage-completed = 已完工，待验收
project-stage-accepted = 已验收
project-stage-evaluated = 已测评
project-stage-suspended = 已暂停
project-stage-terminated = 已终止

# The plan.
plan-title = 实施计划
plan-none = 还没有实施计划。交办后显示在这里。
plan-target = 年度目标
plan-quantity = 目标数量（可不填）
plan-quantity-hint = 填整数，例如 86。填了数量，每月报告就按数量填。
plan-measure = 计量单位
plan-place = 地点
plan-unit = 牵头单位
plan-partners = 配合单位
plan-leader = 牵头领导
plan-group = 督办小组
plan-acceptance = 验收标准
plan-acceptance-usual = 按设计和行业规范验收合格，有验收文件
plan-funds = 资金来源
plan-funds-hint = 一行一项：来源、空格、金额（万元）。例如：县财政 680
plan-fund-usual = 财政资金
plan-start-by = 开工期限
plan-accept-by = 验收期限
plan-summary = 项目内容
plan-earlier = 第 { $version } 版计划，{ $from } 起（已被调整）
milestone = 节点
milestones = 节点
milestones-hint = 按时间顺序；应完成的比例是累计数，最后一个为 100%。空行不计。
milestone-name = 第 { $number } 个节点名称
milestone-due-of = 第 { $number } 个节点期限
milestone-share-of = 第 { $number } 个节点应完成比例
milestone-due = 期限
milestone-share = 应完成
milestone-reached = 完成
milestone-by-share = 按完成比例 { $share }%
milestone-quarter = 第 { $number } 季度进度
milestone-all = 全部完工
assign-title = 交办项目
assign-project = 交办项目
task-table-title = { $name }{ $year }年民生实事项目任务分解表
task-table-print = 打印任务分解表
task-table-foot = 制表：            审核：            日期：
print-landscape = 打印时请选择 A4 横向。

# Money.
money-title = 资金
money-bar = 已支付 { $paid }，计划 { $planned }
paid = 已支付 { $paid }

# Reports.
report-title = 填报月度进度
report-write = 填报进度
report-month = 月份
report-quantity = 累计完成（{ $measure }）
report-quantity-hint = 目标 { $target } { $measure }。
report-done = 累计完成（%）
report-done-hint = 从开工到现在一共完成的比例。
report-reached = 已完成的节点
report-paid = 累计支付（万元）
report-paid-hint = 计划 { $planned }。
report-status = 一句话说明进展
report-problem-field = 存在的问题（没有可不填）
report-problem = 问题：
report-next = 下一步
report-why = 原因
report-send = 提交报告
report-then = 提交后由本单位负责人审核，审核后公开。
report-last = 上一次报告：{ $month }
report-first = 这是第一次报告。
report-by = { $name } 填报，{ $at }
report-checked-by = { $name } 审核，{ $on }
report-waits = 待审核，尚未公开
report-check = 审核通过 { $month } 报告
report-earlier = 更正前的 { $versions } 次填报
reports-title = 进度报告
reports-none = 还没有报告。

# Facts.
facts-title = 开工、完工、验收、投入使用
fact-started = 开工
fact-finished = 完工
fact-accepted = 验收
fact-in_use = 投入使用
fact-note-started = 记录开工
fact-note-finished = 记录完工
fact-note-accepted = 记录验收
fact-note-in_use = 记录投入使用
fact-on = 日期
fact-document = 文件名称或文号（验收必填）
not-yet = 尚未
accepted-on = { $day } 验收

# Findings.
finding-write = 记录问题
finding-of-unit = 单位工作（不限于一个项目）
finding-text = 发现的问题
finding-text-hint = 三句话以内：看到什么，影响谁，应当怎样。
finding-place = 具体位置
finding-save = 保存问题
finding-then = 保存后由人大工作人员交办，您会看到整改反馈，并由您复查。
finding-number = 问题 { $year }-{ $number }
finding-with = 由 { $unit } 整改，期限 { $due }
finding-found = 检查发现
finding-not-yours = 现在由其他人员办理下一步。
finding-stage-found = 待交办
finding-stage-sent = 待整改
finding-stage-answered = 待复查
finding-stage-closed = 已销号
finding-stage-dismissed = 不予交办
finding-act-send = 交办
finding-act-dismiss = 不予交办
finding-act-answer = 整改反馈
finding-act-ask-extension = 申请延期
finding-act-extend = 批准延期
finding-act-close = 复查销号
finding-act-reopen = 退回整改
finding-do-send = 交办问题
finding-do-dismiss = 不予交办
finding-do-answer = 反馈整改
finding-do-ask-extension = 申请延期
finding-do-extend = 批准延期
finding-do-close = 复查销号
finding-do-reopen = 退回整改
finding-say-send = 整改要求（可不填）
finding-say-dismiss = 理由
finding-say-answer = 整改情况和证明
finding-say-ask-extension = 延期理由
finding-say-extend = 延期理由
finding-say-close = 复查情况
finding-say-reopen = 仍然存在的问题
project-findings = 检查发现的问题
findings-none = 没有检查发现的问题。
steps-title = 办理过程
due-day = 整改期限
due-on = 期限 { $due }
approver = 批准人
approved-by = { $name } 批准
overdue = 逾期 { $days } 天
reopened = 退回 { $times } 次
ledger-title = { $year }年问题台账
ledger-of = { $name }{ $year }年督办台账
ledger-no = 序号
ledger-state = 状态
ledger-sums = 共 { $total } 件，已销号 { $closed } 件，逾期 { $overdue } 件。{ $day }
order-print = 打印督办单
order-title = { $name }人大督办单
order-number = 督〔{ $year }〕{ $number } 号
order-to = 承办单位
order-answer = 整改反馈
order-recheck = 复查意见
order-foot = （盖章处）            日期：

# Changes.
changes-title = 调整变更
changes-none = 没有调整。
change-ask = 提请调整
change-ask-button = 提请调整
change-body = 票决项目的调整须由{ $body }决定。没有决定，计划不变。
change-what = 调整什么
change-kind-scale = 规模
change-kind-place = 地点
change-kind-amount = 资金
change-kind-date = 期限
change-kind-suspend = 暂停实施
change-kind-resume = 恢复实施
change-kind-terminate = 终止实施
change-after-field = 调整为
change-after-hint = 规模填数量；期限填日期，例如 2026-12-20；资金一行一项：来源、空格、万元。暂停、恢复、终止不填。
change-reason-field = 理由
change-reason = 理由：
change-before = 原为：
change-after = 调整为：
change-waits = 待决定
change-granted = 同意
change-refused = 不同意
change-decide = 记录决定
decider-congress = 人民代表大会
decider-standing_committee = 人大常委会
decision-body = 作出决定的机关
decision-how = 决定
decision-on = 决定日期
decision-document = 决定文件名称或文号
decision-notice = 公告名称或文号

# Boards.
board-title = { $year }年实施进度
board-of = { $name }{ $year }年民生实事项目进度
board-of-prefecture = { $name }{ $year }年民生实事项目进度
board-years = 年度
board-accepted = 已完工并验收
board-unlit = 待交办、暂停或终止
board-base = 共 { $total } 个票决项目，截至 { $day }。
board-projects = 项目
board-shown = 符合条件 { $found } 个，列出 { $shown } 个；共 { $total } 个票决项目，滞后的在前。用上面的条件缩小范围。
board-county = 县（市，含乡镇）
board-total = 项目数
board-done = 完成
board-behind = 逾期
board-reported = 最近报告
board-findings = 未销号问题
of-them-overdue = 逾期 { $overdue }
days = { $days } 天
part-of = { $percent }%（{ $part }/{ $whole }，截至 { $on }）
owed-title = 欠办事项
owed-none = 没有欠办事项。
owed-report = 欠 { $month } 进度报告
owed-answer = 欠问题 { $number } 的整改反馈
owed-reply = 欠“{ $topic }”所提问题的答复
owed-since = 自 { $day } 起
owed-more = 另有 { $more } 项。
filter-all = 全部
filter-light = 亮灯
filter-kind = 类别
filter-show = 显示项目

# More refusals.
problem-choose-one = 请选择一项。
problem-funds-line = 第 { $line } 行应为：来源、空格、金额（万元）。
problem-lead-unit-missing = 项目没有牵头单位。请先在项目库补上。
problem-milestone-form = 第 { $line } 个节点的日期或比例不对。
problem-month-form = 请按“年-月”填写，例如 2026-06。
problem-not-assigned = 项目还没有交办。请人大工作人员先填写实施计划。
problem-not-selected = 项目没有入选，不能交办。
problem-project-of-another-unit = 这个项目由另一个单位牵头，请由该单位填报。
problem-project-out-of-turn = 项目在现在的阶段不能进行这一步，请刷新页面。当前阶段：{ $stage ->
    [selected] 待交办
    [assigned] 已交办
    [in_progress] 实施中
    [completed] 已完工
    [accepted] 已验收
    [evaluated] 已测评
    [suspended] 已暂停
    [terminated] 已终止
   *[other] 尚未入选
}。
problem-quantity-reported = 请填整数数量。
problem-report-checked = 这份报告已经审核。
problem-report-corrected = 这个月已有更正的报告，请审核最新的一份。
problem-rule-numbers = 天数填 0 到 366，百分点填 0 到 100，日期填 1 到 28。
problem-text-long = 请不超过 { $most } 个字。
problem-why-corrected = { $month } 已有报告。如要更正，请说明原因，原报告会保留。
problem-year-not-over = { $year } 年还没有结束，不能结账。

# The supervision calendar.
calendar-of = { $name }{ $year }年监督计划
calendar-title = { $year }年监督计划
calendar-none = 这一年还没有安排监督活动。
entry-kind-special_inquiry = 专题询问
entry-kind-public_qa = 代表问政会
entry-kind-visit = 视察
entry-kind-law_check = 执法检查
entry-kind-study = 专题调研
entry-kind-look_back = 回头看
entry-kind-year_end_report = 年底完成情况报告
entry-new = 安排监督活动
entry-what = 活动种类
entry-topic = 主题
entry-on = 日期
entry-on-hint = 年底报告填听取报告的会议日期，系统据此计算送交期限。专题调研会同时安排第二年的回头看。
entry-unit = 有关单位
entry-make = 列入计划
entry-held = 已举行
entry-held-on = { $day } 举行：
entry-held-day = 举行日期
entry-hold = 记录举行情况
entry-outcome = 情况和结果
entry-looks-back = 原专题调研
report-days = 初稿应在 { $draft } 前送交征求意见，正式报告应在 { $last } 前送交（监督法第十五条：会议前二十日、十日）。
questions-title = 提问和审议意见
questions-none = 还没有记录。
questions-open = 待答复 { $open } 件
question-new = 记录提问或意见
question-asked-by = 提出人
question-text = 内容
question-answer = 当场答复（没有可不填）
question-answer-by = 书面答复期限
question-answer-by-hint = 没有当场答复的，必须填写。
question-project = 涉及的项目
question-no-project = 不涉及具体项目
question-follow = 列入问题台账，跟踪到销号
question-save = 保存记录
question-reply = 书面答复
question-save-reply = 保存答复
question-answered-on = { $day } 答复
question-due = 应在 { $day } 前答复
question-finding = 查看台账
problem-held-day = 日期不能晚于今天。
problem-look-back-alone = 回头看随专题调研自动安排，不能单独列入。
problem-question-answered = 这件事已经答复。

# The rule and closing a year.
rule-title = 亮灯规则的数字
rule-days = 黄灯：逾期不超过（天）
rule-points = 黄灯：落后不超过（百分点）
rule-by = 当月报告最迟审核日（次月几日）
rule-save = 从本月起执行
rule-kept = 以前的月份仍按当时的数字亮灯，不会改变。
year-close = { $year }年结账
year-close-why = 结账后不再接收或更正这一年各月的报告。
year-nothing-open = 项目都已测评，问题都已销号，不满意的都已再次测评。
year-open = 还有 { $open } 件没有办完：
year-close-confirm = 上面没有办完的已经看过，结账后继续督办。
problem-year-ungraded = “{ $name }”还没有测评。
problem-year-finding-open = { $year } 年台账第 { $number } 号还没有销号。
problem-year-not-evaluated-again = “{ $name }”不满意，还没有再次测评。
problem-year-still-open = 还有 { $open } 件没有办完。请看过下面的清单，打勾确认后再结账。
year-is-closed = { $year }年已结账。
problem-nothing-to-take-over = 项目库中没有编号为“{ $code }”、可以转为已票决的项目。

# 照片
photos-field = 照片（最多 { $most } 张）
photos-hint = 可不填。JPEG、PNG 或 WebP，每张不超过 20 MB。信号不好也能传：断了会接着传。照片里的拍摄位置会被去掉。
photos-choose = 选择照片
photos-send = 先上传这些照片
photo-wanted = 随表提交
photo-place-allowed = 保留并公开照片的拍摄位置（选照片之前勾选）
photo-sending = 正在上传
photo-waiting = 线路中断，稍后自动继续
photo-refused = 没有收下
photo-drop = 从列表去掉
photo-hold = 照片传完后自动提交
photo-spot = 拍摄位置
report-photo-alt = { $month }进度照片
finding-photo-alt = 第 { $number } 号问题的照片
problem-photos-too-many = 一次最多 { $most } 张照片。请去掉几张再选。
problem-photos-under-way = 您有 { $photos } 张照片还没有传完。请等它们传完，或过四天后再传。
problem-photos-too-heavy = 这次选的照片合计超过 32 MB，没有全部收下。请一次少选几张，已收下的不用重选。
problem-picture-too-long = 照片比开始时说的大，没有收下。请重新选择。

# 督办小组
groups-title = 代表督办小组
groups-what = 项目的实施计划写明由哪个小组督办。整改反馈后，由发现问题的代表、该小组的任一成员或人大工作人员复查销号。
groups-none = 还没有登记小组。
group-keep = 登记或更改小组
group-name = 小组名称
group-name-hint = 与实施计划里写的一致；已有的名称会更新成员。
group-members = 成员的代表编号
group-members-hint = 用空格、逗号或换行隔开，例如 001 002 003。
group-save = 保存小组
plan-group-hint = { $groups ->
    [0] 还没有登记督办小组；填写名称后可以在“代表督办小组”登记成员。
   *[other] 已登记的小组：{ $names }。
 }
problem-group-empty = 请填写至少一名成员的代表编号。
problem-not-finder-or-group = 只有发现问题的代表、督办小组的成员或人大工作人员可以复查这件问题。小组成员由人大工作人员登记。
