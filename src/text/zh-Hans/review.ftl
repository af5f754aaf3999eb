# Department reviews: by a congress, and by the prefecture's work committee without a vote.

work-reviews = 工作评议
work-reviews-of = { $name }{ $year }年工作评议
work-reviews-of-prefecture = { $name }人大工委{ $year }年工作评议
work-reviews-to-overview = { $year }年全地区进度
work-reviews-none = 这一年还没有安排工作评议。
work-reviews-public-advisory = 地区人大工委工作评议（无表决效力）
work-committee-of = { $name }人大工作委员会
work-review-no-vote = 无表决效力
work-review-no-vote-why = 地区人大工委不是一级人民代表大会，不行使表决权。这里的意见只供参考，不计入任何县市、乡镇人大的票决和测评结果。
work-review-new = 安排工作评议
work-review-edit = 修改评议信息
work-review-save = 保存
work-review-title = 对{ $department }的工作评议
work-review-department = 被评议单位
work-review-unit-hint = 从本级的责任单位中选。没有的，先在“单位与账号”中登记：
work-review-choose = 请选择
work-review-topic = 评议内容
work-review-topic-hint = 例如：农村饮水安全保障工作。
work-review-year = 评议年度
work-review-year-hint = 评议哪一年的工作。可以在当年评议，也可以在第二年评议。
work-review-on = 计划日期
work-review-held-on = 举行日期
work-review-place = 地点
work-review-chair = 主持人
work-review-media-there = 到场媒体
work-review-media-live = 现场直播的媒体
work-review-media = 录播、采访的媒体
work-review-media-hint = 每行一家，没有可不填。
work-review-live = 直播
work-review-recorded = 录播、采访
work-review-stage-planned = 已列入计划
work-review-stage-held = 已举行
work-review-stage-concluded = 已提出评议意见
work-review-stage-called_off = 已取消
work-review-is-released = 已公开
work-review-do-hold = 记录举行情况
work-review-do-conclude = 提出评议意见
work-review-do-release = 公开
work-review-do-withdraw = 撤下公开页
work-review-do-call-off = 取消
work-review-hint-hold = 评议会举行以后填写，之后记录提问、答复和整改事项。
work-review-hint-conclude = 提出以后，评议信息和提问不再更改；书面答复和整改继续办理。
work-review-hint-release = 公开以后，任何人都能看到提问、答复、到场媒体、评议意见和整改情况。公开页不显示提问人和经办人的姓名。公开前请核对文字中没有不宜公开的内容。
work-review-hint-withdraw = 撤下以后公开页不能再打开，可以再次公开。
work-review-hint-call-off = 取消的评议留有记录和理由。需要重新安排的，请另建一次。
work-review-conclusion = 评议意见
work-review-reason = 取消的理由
work-review-called-off-why = 已取消：
work-review-questions = 提问和答复
work-review-ask = 记录提问
work-review-asker-hint = 只给办理人员看，公开页不显示。
work-review-tasks = 整改
work-review-tasks-none = 没有整改事项。
work-review-tasks-open = 待整改 { $open } 件
work-review-give-task = 交办整改
work-review-task-what = 整改事项
work-review-closed-on = { $day } 销号
work-review-public-page = 查看公开页
opinions-advisory = 意见汇总
opinions-none-yet = 还没有录入意见汇总。
opinions-wait-for-second = 您已录入，等另一位记录员录入同样的数字后生效。在此之前可以重新录入。
opinions-wait-for-you = 一位记录员已经录入，请您照纸质汇总再录入一次。两人一致后生效。
opinions-type = 录入意见汇总
opinions-type-hint = 照纸质汇总录入。由两位记录员各录入一次，两次一致才生效；各项意见之和应等于提出意见的人数。
opinions-members = 提出意见的人数
opinions-save = 录入
opinions-no-result = 以上是工委组成人员的意见，无表决效力，不评定等次，也不与任何人大的测评合计。
opinion-word-satisfied = 满意
opinion-word-basically = 基本满意
opinion-word-dissatisfied = 不满意
opinion-word-abstain = 弃权
problem-work-review-out-of-turn = 现在不能进行这一步，请刷新页面。当前环节：{ $stage ->
    [planned] 已列入计划
    [held] 已举行
    [concluded] 已提出评议意见
   *[called_off] 已取消
}。
problem-work-review-not-held = 这一步要在评议会举行以后、提出评议意见以前办理；书面答复和整改在提出评议意见以后也可以办理。当前环节：{ $stage ->
    [planned] 已列入计划，请先由工作人员记录举行情况
    [held] 已举行
    [concluded] 已提出评议意见
   *[called_off] 已取消
}。
problem-work-review-day-past = 计划日期不能早于今天。已经举行的，请先按今天列入计划，再在“记录举行情况”中填写实际日期。
problem-work-review-year = 评议年度应为举行日期的当年或者上一年。
problem-own-answer-closes = 被评议单位和录入整改反馈的人不能复查自己的整改。请由另一位工作人员复查。
problem-opinions-half-typed = 意见汇总只有一位记录员录入，请另一位录入一致后再提出评议意见。
problem-opinions-agreed = 意见汇总已由两人录入一致，不能再改。
problem-opinions-nobody = 提出意见的人数应大于 0。
problem-opinions-sum = 各项意见之和是 { $sum }，与提出意见的人数 { $members } 不相等。请核对纸质汇总。
problem-opinions-differ = 与另一位记录员录入的数字不一致，没有保存。请两人核对纸质汇总；前一位录错的，由前一位重新录入。
problem-no-opinions-here = 人民代表大会的评议通过满意度测评表决，不录入意见汇总。
work-review-no-evaluation = 还没有提请满意度测评。
work-review-grade-not-public = 测评等次在发布公告以后才在公开页显示。
work-review-put = 提请满意度测评
work-review-put-again = 提请再次测评
work-review-put-hint = 建立以被评议单位为测评对象的测评草案，之后和其他票决一样通过办法、投票、认证、公告。不满意的自动交办整改，整改后可再次测评。
work-review-put-instead = 已有一份还没有确定名单的测评草案。重新提请的，以新的为准，原草案不再属于本次评议。
work-review-no-sitting = 没有可以测评的会议。请先召开会议：
work-review-poll-title = 对{ $department }工作评议的满意度测评
work-review-poll-title-again = 对{ $department }工作评议的再次测评
work-review-record = 打印工作评议记录（PDF）
work-review-record-title = 工作评议记录
work-review-record-foot = { $form } · { $department }
work-review-record-what = 事项
work-review-record-says = 内容
work-review-record-no = 序号
work-review-record-asked = 提问人和内容
work-review-record-answer = 答复
work-review-record-due = 期限
work-review-record-state = 办理情况
work-review-record-chair = 主持人
work-review-record-by = 记录人
work-review-record-department = 被评议单位负责人
problem-advisory-never-votes = 地区人大工委不是一级人民代表大会，不能提请表决。
problem-work-review-poll-running = 本次评议已提请测评，还没有结果。请在该次测评中办理。
problem-work-review-poll-decided = 本次评议已有测评等次，且不是不满意，不再测评。
problem-work-review-wrong-body = 请选择{ $body ->
    [standing_committee] 常务委员会
   *[congress] 本级人民代表大会
}的会议。
