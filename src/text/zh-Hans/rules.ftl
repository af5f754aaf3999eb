# Rules in plain words: the paragraph, clause by clause.

rules-base-congress = 全体 { $due } 名代表，过半数为 { $needed } 票；
rules-base-committee = 全体常务委员会组成人员 { $due } 名，过半数为 { $needed } 票；
rules-members-congress = 全体 { $due } 名代表；
rules-members-committee = 全体常务委员会组成人员 { $due } 名；
# What a project needs, as one sentence for whoever announces the count.
threshold-none = 不设通过票数，得票多的入选。
threshold-votes = 赞成满 { $votes } 票的为通过。
threshold-majority = 过半数为 { $needed } 票。
threshold-unknown =
    { $base ->
        [present] 以实到人数
        [returned] 以收回票数
       *[valid] 以有效票数
    }{ $half ->
        [passes] 为基数，赞成达到半数的为通过。
       *[other] 为基数，赞成过半数的为通过。
    }
rules-base-present = 过半数以到会人数为基数计算。
rules-base-returned = 过半数以收回票数为基数计算。
rules-base-valid = 过半数以有效票数为基数计算。
rules-half-passes = 赞成票恰为半数的，视为通过。
rules-half-unstated = 赞成票恰为半数时是否通过，办法没有规定。
rules-votes = 项目通过须获赞成票 { $votes } 票以上（含 { $votes } 票）。
rules-no-threshold = 不设通过票数，按得票多少确定。
rules-present = 实到 { $present } 人，达到法定人数 { $quorum } 人。
rules-present-short = 实到 { $present } 人，未达到法定人数 { $quorum } 人，不得进行票决。
rules-quorum = 到会满 { $quorum } 人方可开会。
rules-example = 未到会等同于没有赞成：有 { $present } 人到会时须 { $needed } 票，即到会的 { $share } %。
rules-example-impossible = 未到会等同于没有赞成：有 { $present } 人到会时仍须 { $needed } 票，任何项目都不可能通过。

rules-kind-per-item = 对每个候选项目可以赞成、反对或者弃权。
rules-kind-tick = 在赞成的候选项目后作出标记。
rules-kind-rank = 按优先顺序在候选项目后填写序号，1 为最优先；填写序号即为赞成。
rules-kind-whole-list = 全部候选项目作为一个整体，只作一次赞成、反对或者弃权的选择。
rules-kind-grade-three = 对每个项目评定满意、基本满意或者不满意。
rules-kind-grade-four = 对每个项目评定满意、基本满意、不满意或者弃权。
rules-up-to = 赞成的项目最多 { $most } 项，少于 { $most } 项有效。
rules-exactly = 赞成的项目必须正好 { $most } 项，少于 { $most } 项的，整票无效。
rules-overmark-paper = 多于 { $most } 项的，整票无效。
rules-overmark-section = 多于 { $most } 项的，该票的赞成不计，相应项目按未选处理，其余部分有效。
rules-unmarked-abstain = 未选的项目按弃权计。
rules-unmarked-oppose =
    { $kind ->
        [grade] 未选的项目按不满意计。
       *[other] 未选的项目按反对计。
    }
rules-unmarked-approve =
    { $kind ->
        [grade] 未选的项目按满意计。
       *[other] 未选的项目按赞成计。
    }
rules-conflict = 纸质票上对同一项目作了两种不同标记的，该项目按未选处理，其余部分有效。
rules-blank-valid = 空白票为有效票，各项目均按未选处理。
rules-blank-void = 空白票无效。

rules-selection = 赞成达到 { $needed } 票的项目，按得票从多到少取 { $places } 项。
rules-selection-passed = 通过的项目，按得票从多到少取 { $places } 项。
rules-selection-points = 赞成达到 { $needed } 票的项目，按积分从高到低取 { $places } 项。
rules-selection-points-passed = 通过的项目，按积分从高到低取 { $places } 项。
rules-selection-list = 赞成达到 { $needed } 票的，{ $places } 个项目全部确定；达不到的，全部不予确定。
rules-selection-list-passed = 获得通过的，{ $places } 个项目全部确定；未通过的，全部不予确定。
rules-rank-sum-falling = 积分按波达计数法：第 1 位得 { $most } 分，以后每位减 1 分。
rules-rank-sum-falling-all = 积分按波达计数法：末位得 1 分，每前一位加 1 分。
rules-rank-sum-weights = 积分按波达计数法：从第 1 位起依次得 { $weights } 分。
rules-tie-run-off = 末位得票相等、超过名额的，只就得票相等的项目另行投票；每票赞成不得超过所余名额，以得票多的入选。
rules-tie-run-off-majority = 末位得票相等、超过名额的，只就得票相等的项目另行投票；每票赞成不得超过所余名额，入选仍须达到规定的票数。
rules-tie-presidium =
    末位得票相等、超过名额的，由{ $body ->
        [standing_committee] 主任会议
       *[congress] 主席团
    }决定并说明理由。
rules-tie-unstated = 末位得票相等时如何处理，办法没有规定。
rules-second-tie-run-off = 另行投票后得票仍相等的，就得票相等的项目再次投票。
rules-second-tie-presidium =
    另行投票后得票仍相等的，由{ $body ->
        [standing_committee] 主任会议
       *[congress] 主席团
    }决定并说明理由。
rules-second-tie-unstated = 另行投票后得票仍相等时如何处理，办法没有规定。
rules-shortfall-take-fewer = 通过的项目不足 { $places } 项的，以通过的为准，其余退回项目库。
rules-shortfall-supplementary = 通过的项目不足 { $places } 项的，就未入选项目中得票较多的另行票决，最多 { $rounds } 次；参加另行票决的项目比所缺名额多五分之一，至少多一个，末位得票相等的一并列入。
rules-shortfall-unstated = 通过的项目不足应选数时如何处理，办法没有规定。
rules-returned = 收回的票数多于发出的票数的，本轮无效，重新投票；等于或者少于发出的票数的，投票有效。

# What an unmarked line counts as, beside a mark under review.

review-as-approve = 按赞成计

# Clauses.

rules-clause-numbered = 第 { $number } 条　{ $name }
clause-quorum = 法定人数
clause-base = 过半数的基数
clause-majority = 通过票数
clause-surplus = 差额
clause-ballot = 表决票
clause-limit = 赞成项数
clause-overmark = 多选
clause-undermark = 少选
clause-unmarked = 未选
clause-blank = 空白票
clause-returned = 发出与收回票数
clause-most-votes = 按票数取足名额
clause-rank-sum = 序号计分
clause-tie = 末位票数相等
clause-run-off = 另行投票的票数要求
clause-second-tie = 另行投票后票数仍相等
clause-shortfall = 不足额

template-per-item = 逐项表决，最多赞成应选数
template-exactly = 逐项表决，正好赞成应选数
template-tick = 标记赞成的项目，不超过应选数
template-rank = 排序
template-whole-list = 整体表决
template-run-off = 票数相等后的另行投票
template-supplementary = 不足额后的另行票决

void-reason-overmarked = 赞成多于规定项数
void-reason-undermarked = 赞成少于规定项数
void-reason-rank-repeated = 序号重复
void-reason-blank = 没有作任何选择
void-reason-unreadable = 无法辨认

# The trace of a count.

trace-by = { $told }（{ $clause }）
trace-presence = 实到 { $present } 人，达到法定人数 { $quorum } 人。
trace-presence-short = 实到 { $present } 人，未达到法定人数 { $quorum } 人。
trace-account =
    发出 { $issued } 张，收回 { $returned } 张，{ $missing ->
        [0] 收回与发出相等
       *[other] 未收回 { $missing } 张
    }，投票有效。
trace-round-void = 发出 { $issued } 张，收回 { $returned } 张，收回多于发出，本轮无效。
trace-papers = 收回 { $returned } 张：有效票 { $valid } 张，无效票 { $void } 张；其中空白票 { $blank } 张。
trace-void-papers = { $papers } 张无效：{ $reason }。
trace-unmarked = 有效票上共有 { $lines } 处未选，按办法计入。
trace-base-in-office = 以全体 { $number } 人为基数。
trace-base-present = 以到会 { $number } 人为基数。
trace-base-returned = 以收回 { $number } 张票为基数。
trace-base-valid = 以有效 { $number } 张票为基数。
trace-needed = 通过须获赞成 { $votes } 票。
trace-nothing-needed = 不设通过票数。
trace-passed = 达到要求的项目 { $passed } 个，名额 { $places } 个。
trace-all-selected = 没有超过名额，第 { $lines } 项全部入选。
trace-cut =
    超过名额，按{ $unit ->
        [points] 积分从高到低，{ $votes } 分以上
       *[votes] 得票从多到少，{ $votes } 票以上
    }的第 { $lines } 项入选。
trace-above-tie =
    超过名额，高于 { $votes } { $unit ->
        [points] 分
       *[votes] 票
    }的第 { $lines } 项入选。
trace-tied =
    第 { $lines } 项同为 { $votes } { $unit ->
        [points] 分
       *[votes] 票
    }，只余 { $places } 个名额，计票到此停止。
trace-missing = 尚缺 { $places } 项。
trace-presidium-decided = 经研究决定，第 { $lines } 项入选，理由另行记录。
trace-stands = 结果确定。
trace-run-off-follows = 就第 { $lines } 项另行投票，名额 { $places } 个。
trace-presidium-follows = 就第 { $lines } 项中的 { $places } 个名额作出决定并说明理由。
trace-supplementary-follows = 就第 { $lines } 项另行票决，名额 { $places } 个。
trace-again-follows = 按原名单、原办法重新投票。
trace-unsaid = 办法没有规定如何处理。

# Settings beyond the short form.

setting-kind = 票种
setting-kind-per-item = 逐项赞成、反对、弃权
setting-kind-tick = 标记赞成的项目
setting-kind-rank = 排序
setting-kind-whole-list = 整体表决
setting-kind-grade = 测评等次
setting-quorum = 法定人数
setting-quorum-two-thirds = 三分之二以上
setting-quorum-more-than-half = 过半数
setting-base = { $kind ->
        [grade] 等次的基数
       *[other] 过半数的基数
    }
setting-base-in-office = 全体代表或者全体组成人员
setting-base-present = 到会人数
setting-base-returned = 收回票数
setting-base-valid = 有效票数
setting-pass = 通过票数
setting-pass-majority = 过半数
setting-pass-votes = 规定票数
setting-pass-none = 不设
setting-half = { $kind ->
        [grade] 恰为半数
       *[other] 赞成恰为半数
    }
setting-half-fails = { $kind ->
        [grade] 不算达到，须超过半数
       *[other] 不通过
    }
setting-half-passes = { $kind ->
        [grade] 算达到
       *[other] 通过
    }
setting-half-unstated = 没有规定
setting-surplus-percent = 差额比例（%）
setting-limit = 最多赞成项数
setting-limit-places = 与应选数相同
setting-limit-number = 规定项数
setting-limit-unlimited = 不限
setting-unmarked-approve =
    { $kind ->
        [grade] 按满意计
       *[other] 按赞成计
    }
setting-overmark-section-void = 只是赞成部分无效
setting-rank-sum = 序号计分
setting-rank-sum-why = 没有见到规定序号怎样相加的成文规则，所以计分方法须由本办法写明，并有条款。按各位分值的，从第 1 位起写，用空格分开。
setting-rank-sum-borda-falling = 波达计数法，逐位减 1 分
setting-rank-sum-borda-weights = 波达计数法，各位分值由办法写明
setting-scale = 测评等次
setting-scale-three = 满意、基本满意、不满意
setting-scale-four = 满意、基本满意、不满意、弃权
setting-tie-unstated = 没有规定
setting-runoff-needs-majority = 另行投票仍须达到通过票数
setting-runoff-needs-majority-yes = 是
setting-runoff-needs-majority-no = 否，以得票多的入选
setting-second-tie = 另行投票后票数仍相等
setting-second-tie-run-off = 再次投票
setting-second-tie-presidium =
    { $body ->
        [standing_committee] 主任会议决定并说明理由
       *[congress] 主席团决定并说明理由
    }
setting-second-tie-unstated = 没有规定
setting-shortfall-unstated = 没有规定
setting-supplementary-rounds = 另行票决最多次数
setting-shows-preliminary = 计票后、认证前，大屏可以显示“初步”结果
setting-shows-preliminary-yes = 可以，并标明“初步，以认证结果为准”
setting-shows-preliminary-no = 不可以，认证后才显示
rules-preliminary = 计票后、认证前，会场大屏可以显示标明“初步”的结果，以认证的结果为准。
screen-preliminary = 初步，以认证结果为准
setting-clauses = 条款序号
setting-clauses-hint = 按本次人大自己的票决办法填写各事项的条款序号；办法没有写的留空。结果的每一步都注明依据的条款。

decision-void = 收回 { $returned } 张，多于发出的 { $issued } 张：本轮无效，须按原名单重新投票。

# Lint of rules.

problem-members-none = 应到人数为 0。
problem-limit-none = 最多赞成的项数为 0。
problem-quorum-below-statute = 人民代表大会会议须有三分之二以上代表出席，办法规定的法定人数低于此数。
problem-candidates-too-few = 候选项目 { $candidates } 个，少于应选的 { $places } 个。
problem-surplus-none = 候选数与应选数相同（{ $places } 个），没有差额。
problem-surplus-small = 候选项目 { $candidates } 个，按差额比例应有 { $wanted } 个以上。
problem-base-not-all = 通过须有全体代表（全体组成人员）的过半数，不能以到会人数、收回票数或者有效票数为基数。
problem-half-passes = 赞成恰为半数不是过半数，不能视为通过。
problem-half-left-open = 没有写明赞成恰为半数时是否通过。
problem-threshold-none = 不设通过票数，只按得票多少确定，可能以少于全体过半数的票数通过：请说明理由。
problem-threshold-above-base = 通过票数 { $votes } 超过了全体人数 { $base }，任何项目都不可能通过。
problem-threshold-below-majority = 通过票数 { $votes } 少于全体过半数 { $majority }。
problem-blank-approves = 未选不能按赞成计：动笔的人会被看出没有赞成。
problem-exactly-without-limit = 规定必须正好选满，却没有规定选几项。
problem-blank-valid-though-exact = 办法要求正好选满，却规定空白票有效。
problem-limit-above-candidates = 最多可以赞成 { $most } 项，而候选项目只有 { $candidates } 个。
problem-limit-below-places = 最多只能赞成 { $most } 项，少于应选的 { $places } 项。
problem-tick-without-choices = 只作标记的票分不出反对和弃权，而代表应当可以赞成、反对或者弃权：请说明理由。
problem-rank-without-choices = 排序的票分不出反对和弃权，而代表应当可以赞成、反对或者弃权：请说明理由。
problem-whole-list-places = 整体表决时候选数须与应选数相同：现有候选 { $candidates } 个，应选 { $places } 个。
problem-ranks-too-many = 序号最多到 255。
problem-rank-sum-without-clause = 序号如何计分，办法中没有条款。
problem-rank-weights-too-few = 可以填 { $ranks } 个序号，却只规定了 { $weights } 个分值。
problem-rank-weights-not-falling = 各位分值须逐位减少，并且都大于 0。
problem-tie-unstated = 没有规定票数相等时如何处理。
problem-presidium-without-clause = 票数相等由主席团决定的，须在办法中写明条款。
problem-presidium-breaks-ties = 票数相等时不再投票，直接由主席团决定（第 { $clause } 条）：请说明理由。
problem-shortfall-unstated = 没有规定通过的项目不足时如何处理。
problem-supplementary-rounds-none = 规定了另行票决，最多次数却为 0。

# Marks on a paper.

problem-marked-too-many =
    { $kind ->
        [tick] 您选了 { $approved } 项，最多 { $most } 项：请把其中 { $over } 项改为未选。
        [rank] 您排了 { $approved } 项，最多 { $most } 项：请把其中 { $over } 项改为不排。
       *[other] 您赞成了 { $approved } 项，最多 { $most } 项：请把其中 { $over } 项改为反对或弃权。
    }
problem-marked-too-few =
    { $kind ->
        [tick] 必须正好选 { $exactly } 项，还差 { $missing } 项。
        [rank] 必须正好排 { $exactly } 项，还差 { $missing } 项。
       *[other] 必须正好赞成 { $exactly } 项，还差 { $missing } 项。
    }
problem-rank-too-low = 第 { $line } 项排在第 { $rank } 位，最多只能排到第 { $most } 位。
problem-rank-twice = 第 { $line } 项排在第 { $rank } 位，而前面已有项目排在这一位：请改一项。
problem-rank-gap = 没有项目排在第 { $rank } 位：请从第 1 位起依次排，中间不空。
problem-rank-not-a-number = 第 { $line } 项的序号不是 1 到 255 的数字。
problem-mark-conflict = 第 { $line } 项有两种不同的选择。
problem-mark-doubled = 第 { $line } 项的同一选择出现两次，按一次计。
problem-paper-blank = 您没有作任何选择，这是一张空白票。

# A presidium's choice among the tied.

problem-tie-not-for-presidium = 没有须由主席团决定的相等票数。
problem-tie-choice-number = 须选定 { $places } 项，现选定了 { $chosen } 项。
problem-tie-choice-foreign = 第 { $line } 项不在票数相等的项目之中，或者重复选定。

setting-asks-remarks = 电子票上可以对每一项写意见
setting-asks-remarks-yes = 可以，评较低等次时提示填写；同一项满三人才显示
setting-asks-remarks-no = 不可以
rules-remarks = 电子票上可以对每一项写意见。意见与等次分开密封，同一项满三人才在打乱次序、隐去姓名后显示，不足三人的不保存。
rules-not-saved = 还没有保存。保存以后办法这样读：
