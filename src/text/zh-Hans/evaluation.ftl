# Evaluations: grades instead of votes.

template-evaluation = 满意度测评
template-about-evaluation = 对每个项目评定满意、基本满意或者不满意；不产生入选项目，不满意的须整改并再次测评。
clause-grades = 测评等次的确定
setting-grades = 测评等次怎样确定
setting-grades-hint = 没有法律规定测评等次，以本级办法为准，并须有条款。按比例的，恰好等于比例即为达到。
setting-grades-chain = 满意达到半数为满意；否则满意与基本满意合计达到半数为基本满意；否则为不满意
setting-grades-rates = 按下列比例
setting-rate-satisfied = 满意不低于（%）
setting-rate-basically = 满意与基本满意合计不低于（%）
problem-grades-without-clause = 测评等次怎样确定，办法中没有条款。
problem-grade-rates-out-of-range = 比例应为 1 至 100 的整数。
rules-grades-of-all = 等次以全体 { $due } 人为基数，未到会的也计入基数。
rules-grades-of-present = 等次以到会人数为基数。
rules-grades-of-returned = 等次以收回票数为基数。
rules-grades-of-valid = 等次以有效票数为基数。
rules-grades-base-in-office = 应到 { $base } 人
rules-grades-base-present = 到会 { $base } 人
rules-grades-base-returned = 收回 { $base } 票
rules-grades-base-valid = 有效 { $base } 票
rules-grades-chain = { $known ->
        [yes] {""}
       *[no] 如：
    }{ $of }，满意 { $needed } 票即为满意；满意 { $one_less } 票、基本满意 1 票，合计 { $needed } 票，为基本满意；合计不到 { $needed } 票的为不满意。
rules-grades-half-reaches = { $base } 的一半是 { $half }：恰为 { $half } 票，算达到半数。
rules-grades-half-falls-short = { $base } 的一半是 { $half }：恰为 { $half } 票，不算过半数。
rules-grades-half-unstated = { $base } 的一半是 { $half }：恰为 { $half } 票怎样算，办法没有规定。
rules-grades-chain-half = 满意达到半数（含恰为半数）为满意；满意与基本满意合计达到半数为基本满意；其余为不满意。
rules-grades-chain-more = 满意超过半数为满意；满意与基本满意合计超过半数为基本满意；其余为不满意。
rules-grades-rates-example = { $known ->
        [yes] {""}
       *[no] 如：
    }{ $of }，满意 { $satisfied } 票即为满意；满意与基本满意合计 { $basically } 票即为基本满意；不到的为不满意。
rules-grades-rates = 满意率不低于 { $satisfied } % 为满意；满意与基本满意合计不低于 { $basically } % 为基本满意；其余为不满意。
trace-grades-need = 评为满意须有满意 { $satisfied } 票，评为基本满意须有满意与基本满意合计 { $basically } 票。
trace-graded = 第 { $lines } 项测评等次为{ $grade }。
decision-graded = 各项测评等次已经确定，可以认证。
column-grade = 测评等次
column-grades-bar = 基数 { $base } 的构成
grades-bar-label = 满意 { $satisfied }，基本满意 { $basically }，不满意 { $dissatisfied }，基数 { $base }
figure-base = 基数

evaluation-new = 新建满意度测评
evaluation-title-default = { $year }年民生实事项目满意度测评
evaluation-nothing = 本年和上年没有已开工的项目，还没有可以测评的内容。
evaluation-title-second = { $year }年民生实事项目满意度再次测评
evaluation-times = 首次测评，还是对上次不满意的再次测评
evaluation-first = 首次测评
evaluation-second-of = 再次测评（不满意 { $count } 项）：
evaluation-projects = 测评的项目
evaluation-projects-hint = 已开工、已完工和已验收的项目可以测评。测评票按这里的顺序列出。整个项目测评的打勾；分子项测评的去掉勾，在下面逐行写子项。
evaluation-parts = 分子项测评
evaluation-parts-of = “{ $name }”的子项
evaluation-parts-hint = 每行一个子项，每个子项在票上单独占一行。
evaluation-by-unit = 按责任单位测评
evaluation-by-unit-hint = 打勾的单位在票上单独占一行，下面列出它牵头的项目。
evaluation-again = 再次测评的内容
evaluation-again-hint = 都是上次测评不满意的。
evaluation-create = 建立测评
evaluation-lines = 测评内容 { $lines } 项。
evaluation-lines-fixed = 测评的内容在建立测评时选定。选错的，请另建一次测评。
evaluations = 满意度测评
evaluations-none = 还没有测评。在会议页上建立。
evaluations-dissatisfied = 不满意的 { $count } 项，怎么样了
evaluation-rectification = 整改
evaluation-due = { $day } 前答复
evaluation-second-grade = 再次测评：
evaluation-second-open = 还没有再次测评
evaluation-is-second = 再次测评
evaluation-not-certified = 结果认证以后显示。
supervision-year = { $year }年民生实事项目测评和整改
supervision-public = 公众看到的页面
supervision-projects = 项目和测评等次
supervision-stage = 进展
supervision-ungraded = 尚未测评
supervision-statement = 计票结果报告单（PDF）
supervision-notice = 公告
supervision-notice-pdf = 公告（PDF）
supervision-no-notice = 还没有公告
evaluation-units = 各单位历年测评
evaluation-units-hint = 票上每一行（项目、子项或者单位）按首次测评计一次。
column-year = 年度
notice-grades = { $session }经{ $body ->
        [standing_committee] 常委会组成人员
       *[congress] 代表
    }无记名投票，对民生实事项目进行了满意度测评，结果如下：
problem-evaluation-no-projects = 请至少选一个项目、子项或者单位。
problem-evaluation-too-many = 共 { $lines } 项，一张票上最多 { $most } 项。
problem-evaluation-asked-twice = “{ $name }”列了两次。
problem-evaluation-whole-and-parts = 这个项目已经整项打勾，不能同时分子项测评（“{ $name }”）。请去掉整项的勾，或者删去子项。
problem-part-long = 子项“{ $name }”太长，最多 { $most } 字。
problem-unit-leads-nothing = “{ $name }”没有牵头可以测评的项目。
problem-candidate-not-a-project = “{ $name }”不是项目，不能票决。票决的只能是候选名单上的项目。
problem-not-gradable = “{ $name }”还没有开工，或者已经暂停、终止，不能测评。
problem-second-not-dissatisfied = “{ $name }”在上次测评中不是不满意，不参加再次测评。
problem-evaluation-has-no-list = 测评的项目不从候选名单中取。

# Residents at the site.

rating-title = 您对这个项目满意吗
rating-question = 请选一项
rating-satisfied = 满意
rating-fair = 一般
rating-dissatisfied = 不满意
rating-remark = 还想说什么（可以不填）
rating-remark-hint = 请不要写姓名、电话。内容只给人大工作人员看，不公布。
rating-send = 提交评价
rating-promise = 不用登录，不记姓名。每部手机每月对一个项目评价一次；清除浏览数据或者换手机还能再评，所以人数只作参考。群众评价不是投票，也不与代表测评合计。
rating-thanks = 谢谢，已经收到
rating-before = 这部手机本月已经评价过这个项目
rating-later = 现在评价的人太多，请过一会儿再试
rating-next = 下个月可以再次评价。
rating-project = 看这个项目的进展
rating-month = 月份
rating-people = 人数
ratings-title = 群众评价
ratings-apart = 群众评价与代表测评分开列出，不合计。
ratings-low = 不满意的评价，待处理
ratings-low-hint = 每条可以记为检查发现的问题。请改成自己的话，去掉姓名和电话。
ratings-told = 其他意见
rating-sign = 打印现场评价牌
rating-sign-how = 打印后张贴在项目现场。
rating-sign-scan = 扫一扫，说说满意不满意
rating-finding = 已记为问题
rating-finding-text = 记为问题
rating-finding-write = 记为问题
problem-rating-missing = 请选满意、一般或者不满意。
problem-remark-long = 最多 { $most } 字。
problem-rating-settled = 这条评价已经记为问题，或者不是不满意的评价。

# Remarks of deputies beside their grades.

remarks = 代表的意见
remarks-about = 同一项有三人以上写了意见才显示。次序已打乱，姓名和号码换成了 ***，与等次没有联系。不公布。
remarks-not-certified = 结果认证以后显示。
remarks-not-asked = 这次测评的办法不征求意见。
remarks-too-few = 写意见的不足三人，没有保存。
remark-take-out = 整条隐去
remark-take-out-hint = 意见里指名道姓的，整条隐去，不能恢复。
notice-grade = { $name }：{ $grade }（满意 { $satisfied } 票，基本满意 { $basically } 票，不满意 { $dissatisfied } 票，弃权 { $abstain } 票）
