# The project library: projects, appraisals, candidate lists.

# Fields of a project.
field-code = 项目编号
field-hint-code = 不填则自动编号。
field-name = 项目名称
field-hint-name = 和表决票上的名称一致。
field-summary = 一句话说明
field-hint-summary = 做什么、给多少人办。
field-content = 建设内容
field-scale = 规模（数量和单位）
field-place = 地点
field-beneficiaries = 受益对象
field-beneficiary_count = 受益人数
field-hint-beneficiary_count = 可以写“约5200人”“4.2万”。
field-category = 类别
field-investment = 总投资（万元）
field-hint-investment = 可以写 480、480.5、48 万、0.48亿。
field-need_this_year = 本年需要（万元）
field-hint-need_this_year = 不填则等于总投资。
field-funds = 资金来源
field-targets = 年度目标
field-lead_unit = 牵头单位
field-supporting_units = 配合单位
field-leader = 负责领导
field-start_by = 开工时间
field-finish_by = 完成时间
field-readiness = 前期工作
field-origin = 提出者
field-note = 内部备注
field-hint-note = 只供办公室使用，不对外公开。
field-picture = 照片
field-stage = 阶段
field-decision = 选定的依据
field-merged = 并入的项目
translation-field-name = 名称译文
translation-field-summary = 一句话译文
translation-field-content = 建设内容译文
translation-field-state = 译文状态
language-zh-Hans = 汉文
language-kk-Arab = 哈萨克文
language-ug = 维吾尔文

category-herding_tracks = 牧道
category-water = 饮水
category-roads = 农村道路
category-education = 教育
category-health = 医疗卫生
category-care = 养老托幼
category-housing = 住房
category-heating = 供暖
category-municipal = 市政
category-environment = 人居环境
category-culture = 文化体育
category-employment = 就业
category-communications = 通信电力
category-safety = 公共安全
category-services = 公共服务
category-other = 其他
readiness-idea = 设想
readiness-planned = 有初步方案
readiness-designed = 完成设计
readiness-ready = 具备开工条件
origin-residents = 群众
origin-deputy = 人大代表
origin-station = 代表家站
origin-unit = 政府部门
origin-suggestion = 代表建议
origin-last_year = 上年未入选项目
origin-office = 人大机关
fund-own_budget = 本级财政
fund-grant = 上级补助
fund-special = 专项资金
fund-collective = 村集体自筹
fund-company = 企业自筹
fund-donation = 社会捐助
fund-other = 其他资金
fund-kind-label = 来源
fund-source-label = 名称
fund-amount-label = 总额（万元）
fund-year-label = 其中本年（万元）
fund-secured-label = 已落实
secured-yes = 已落实
secured-no = 未落实
console = 控制台

# The list of a year.
project-new = 新建{ $year }年项目
project-new-button = 新建项目
project-create = 存入项目库
library-search = 搜索
library-narrow = 筛选
library-found = 共 { $total } 个项目。
library-none-found = 没有符合条件的项目。请减少筛选条件。
library-years = 其他年份：
filter-clear = 清除筛选
pager = 翻页
pager-before = 上一页
pager-after = 下一页
pager-place = 第 { $page } 页，共 { $pages } 页
lists-title = 候选项目名单
list-new = 新建名单
list-title = { $year }年第{ $number }号候选项目名单

# A project's pages.
project-edit = 修改“{ $name }”
project-edit-button = 修改项目
project-save = 保存修改
project-leave = 不保存，返回
project-tabs = 项目的各页
project-public-page = 查看公开页面
project-lists = 所在名单
tab-content = 内容
tab-funds = 资金
tab-opinions = 论证和意见
tab-photos = 照片
tab-translations = 译文
tab-history = 修改记录
tab-origins = 提出者和结果
part-what = 做什么
part-money = 资金
part-time = 时间
part-who = 谁来办
part-office = 编号和来源
units-known = 已登记的责任单位：
funds-hint = 一行一个来源。不填“其中本年”，就是全部在本年。钱已经有文件或预算保证的，才勾选“已落实”。
targets-hint = 跨年项目每年填一行，写明当年年底做到什么程度。
target-year = 年份
target-text = 年底目标
funds-secured = 本年已落实
funds-gap = 本年资金还差 { $money }。
funds-gap-short = 差 { $money }
funds-complete = 本年资金已全部落实
funds-differ = 各来源合计 { $sum }，与总投资 { $investment } 不一致。
funds-none = 还没有填写资金来源。
funds-total = 总额
funds-year = 其中本年
locked-in_library = 在库项目可以修改。
locked-under_appraisal = 论证中的项目可以修改。
locked-candidate = 候选项目可以修改。
locked-on_slate = 项目已列入冻结的名单，内容不能修改。
locked-selected = 项目已由代表票决入选，内容按票决时的文本固定。
locked-not_selected = 项目未入选，内容按票决时的文本保留。可以一键转入下一年项目库。
locked-declined = 不予采纳：{ $reason }
locked-merged = 已并入其他项目。{ $reason }
locked-assigned = 项目已交办，内容按票决时的文本固定。
locked-in_progress = 项目正在实施，内容按票决时的文本固定。
locked-completed = 项目已完工，内容按票决时的文本固定。
locked-accepted = 项目已验收，内容按票决时的文本固定。
locked-evaluated = 项目已测评，内容按票决时的文本固定。
locked-suspended = 项目暂缓，内容按票决时的文本固定。
locked-terminated = 项目已终止，内容按票决时的文本固定。
project-act-start-appraisal = 开始论证
project-act-withdraw = 撤回项目库
project-act-reopen = 重新入库
project-act-return = 转入下一年项目库
merge-title = 并入另一个项目
merge-how = 本项目的提出者会保留在并入的项目里。
merge-into = 并入哪个项目（填编号）
merge-reason = 原因
merge-button = 合并项目
history-title = 修改记录
history-how = 每次修改都保留，新的在前。
history-older = 更早的修改
history-when = 时间
history-who = 谁
history-before = 修改前
history-after = 修改后
column-field = 项目内容
clash-title = { $who }在{ $at }也保存了这个项目，您的修改还没有保存。
clash-how = 下表逐项并列。双方改动不同的地方，表单里保留的是您填写的内容；对方单独改动的地方，已替您填入。请核对后再保存。
clash-table = 双方的修改
clash-before = 原来
clash-theirs = 对方保存的
clash-mine = 您填写的
clash-kept = 表单里现在是
clash-contested = 您的，请核对
clash-takes-theirs = 对方的
clash-takes-mine = 您的
origins-title = 谁提出的
origin-leads = 线索 { $leads } 件
origins-no-names = 只记来源，不记姓名。
origins-leads-title = 背后的线索
origins-leads-more = 只列出最早的 { $shown } 件，其余在线索列表中按“已入库”查看。
origins-merged = 随并入的项目：
origins-into = 并入：
origins-earlier = { $year }年的项目：
origins-returned = 已转入{ $year }年项目库：
vote-results-title = 票决结果
vote-results-none = 还没有票决过。
result-votes =
    { $needed ->
        [0] { $year }年得赞成票 { $votes } 票，不设通过票数，第 { $rank } 名。
       *[other] { $year }年得赞成票 { $votes } 票，需要 { $needed } 票，第 { $rank } 名。
    }

# Translations.
photos-title = 照片
photos-how = 照片随项目公开，名单冻结后不再增减。请勿使用能认出居民的照片。
photos-none = 还没有照片。
photos-fixed = 名单已冻结或项目已不在库，照片不能再增减。
photo-add = 添加照片
photo-caption = 照片内容
photo-caption-hint = 写清照片里是什么，看不见照片的人会听到这句话。
photo-hint = 一张 JPEG、PNG 或 WebP 照片，不超过 20 MB；照片里的位置信息会被去掉。
photo-remove = 去掉
translations-how = 译文由人填写，不用机器翻译。一人填写，另一人核对。名单冻结时译文一并固定。
translation-save = 保存译文
translation-check = 核对无误
translation-check-how = 由填写人以外的人核对。
translation-missing = 没有译文，页面显示汉文。
translation-none = 未填
translation-draft = 待核对
translation-checked = 已核对
translation-frozen = 已固定

# Appraisal.
appraisal-open = 打开论证
appraisal-sheet = 民生实事项目论证表
appraisal-sheet-open = 打印论证表
appraisal-back = 返回论证
checks-title = 正面清单和负面清单
check-item = 审查内容
check-answer = 是否符合
check-note = 说明
check-yes = 符合
check-no = 不符合
check-open = 未填
checks-save = 保存审查
check-burden = 不增加群众和企业负担
check-debt = 不增加政府债务
check-stability = 没有社会稳定风险
check-ordered = 不是上级已经部署的任务
check-routine = 不是部门的日常工作
check-public_money = 以财政资金为主
check-in_time = 当年能完成，或有分年度目标
check-hint-yes-public_money = 按资金来源计算，财政资金超过一半。
check-hint-no-public_money = 按资金来源计算，财政资金没有超过一半。
check-hint-yes-in_time = 按完成时间和年度目标，符合。
check-hint-no-in_time = 完成时间跨年，但没有为每一年填写年度目标。
check-hint-yes-burden = 符合。
check-hint-no-burden = 不符合。
check-hint-yes-debt = 符合。
check-hint-no-debt = 不符合。
check-hint-yes-stability = 符合。
check-hint-no-stability = 不符合。
check-hint-yes-ordered = 符合。
check-hint-no-ordered = 不符合。
check-hint-yes-routine = 符合。
check-hint-no-routine = 不符合。
opinions-of-units = 部门意见
opinions-title = 部门意见
opinions-none-asked = 还没有征求意见。合法性审查必须征求。
opinions-none = 没有等待答复的意见。
opinions-count = 等待答复 { $open } 件，其中超期 { $late } 件。
opinions-answered = 已答复
opinion-ask = 征求意见
opinion-ask-button = 发出征求
opinion-kind = 内容
opinion-kind-land = 用地意见
opinion-kind-environment = 环境影响意见
opinion-kind-budget = 预算意见
opinion-kind-legality = 合法性审查
opinion-unit = 答复单位
opinion-asked = 发出日期
opinion-asked-hint = 已用函件发出的填发函日期；不填就是今天。
opinion-due = 答复期限
opinion-asked-on = { $on }发出
opinion-answered-on = { $on }答复
opinion-paper = 纸质答复
opinion-enter-paper = 录入纸质答复
opinion-due-on = { $due }前答复
opinion-overdue = 已超期 { $days } 天（期限{ $due }）
opinion-waits = 等待答复
opinion-paper-title = 录入纸质答复
opinion-own-title = 填写答复
opinion-answer = 意见
opinion-text = 意见内容
opinion-paper-date = 纸质答复的日期
opinion-answer-button = 提交答复
answer-agrees = 同意
answer-conditions = 有条件同意
answer-objects = 不同意
conclusion-title = 论证结论
conclusion-ready = 条件齐备，可以列为候选
conclusion-missing = 列为候选还差：
conclusion-how = 结论
conclusion-pass = 通过，列为候选
conclusion-send-back = 退回修改
conclusion-decline = 不予采纳
conclusion-reason = 理由
conclusion-reason-hint = 不予采纳的理由，凭回执查看的提出人也能看到。
conclusion-exception = 本年资金还差 { $money }，仍列为候选的理由
conclusion-exception-hint = 没有理由就不能列为候选。理由会印在论证表上。
conclusion-button = 作出结论
conclusion-none = 尚未作出结论。
conclusions-before = 历次结论
exception-granted = 资金未全部落实，特别说明：
signature-appraiser = 论证人：
signature-unit = 牵头单位（盖章）：
signature-leader = 负责领导：
signature-date = 日期：
printed-on = { $on }打印

# Candidate lists.
list-stage-preliminary = 初步名单
list-stage-reviewed = 已审议
list-stage-formal = 正式名单
list-stage-frozen = 已冻结
list-version = 第 { $version } 版
list-surplus = 候选 { $lines } 个，应选 { $places } 个，差额 { $extra } 个（{ $percent }%）。
surplus-usual = 符合通常做法
surplus-unusual = 通常差额为 { $from } 至 { $to } 个（20%至25%，至少 1 个）
list-no-lines = 名单里还没有项目。
list-how = 填序号排列，不填序号的不列入。也可以用按钮上移、下移。
list-others = 还没有列入的候选项目
list-place-of = “{ $name }”的序号
list-up = 上移
list-down = 下移
review-by-standing_committee = 常务委员会审议
review-by-presidium = 主席团审议
review-on = 审议日期
review-how = 怎样决定的
review-how-hint = 例如：第三十次会议举手表决，全票通过。
reviewed-by-standing_committee = { $on }经常务委员会审议：
reviewed-by-presidium = { $on }经主席团审议：
list-act-review = 记录审议结果
list-act-fix = 确定为正式名单
list-act-reopen = 退回修改
list-formal-next = 名单已确定。请在票决的“候选名单”页选用它，随票决一起冻结。
list-polls = 使用这份名单的票决：
list-versions = 冻结的版本
list-hash = 指纹（SHA-256）
list-text = 查看固定的文本
revision-title = 更改已冻结的名单
revision-how = 需要两个人和理由，会产生新的版本。票箱封箱以后不能再改，只能作废本轮。
revision-reason = 更改理由
revision-ask = 提请更改
revision-waits-title = 更改等待另一人确认
revision-asked = { $name }在{ $at }提请。
revision-other-person = 需要另一个人确认。
revision-confirm = 确认更改
revision-drop = 撤销提请
slate-from = 取自
slate-choose = 选用名单
slate-choose-how = 只能选用正式名单。名单在项目库中编排、审议。
slate-no-lists = 本年还没有名单。请先在项目库新建。
slate-take = 选用这份名单

# The public page.
public-what = 做什么
public-money = 总投资 { $money }。
public-money-bar = 各来源所占的比例
public-earlier = { $year }年曾提交票决，未入选。
public-progress = 实施进展
public-result = 票决结果
public-result-none = 票决结果公布后在此显示。
public-choose = 编号 { $code } 对应几个项目，请选择

# What is refused.
problem-library-out-of-turn = 项目现在是“{ $stage ->
    [in_library] 在库
    [under_appraisal] 论证中
    [candidate] 候选
    [on_slate] 已列入名单
    [selected] 入选
    [not_selected] 未入选
    [declined] 不予采纳
    [merged] 已合并
   *[other] 票决以后的阶段
}”，不能这样处理。
problem-project-not-editable = 项目已经不能修改：名单已冻结，或项目已不在库。
problem-project-not-appraised = 项目不在论证中。请先开始论证。
problem-project-on-list = 项目还在{ $year }年第{ $number }号名单上。请先从名单里去掉。
problem-project-field-missing = 请填写这一项。
problem-code-taken = 编号“{ $code }”已被另一个项目使用。
problem-need-over-investment = 本年需要的资金不能超过总投资。
problem-fund-year-over-total = 资金来源的“其中本年”不能超过总额。
problem-fund-amount-missing = 请填写这个来源的金额。
problem-target-year = 请填写四位数的年份。
problem-target-year-twice = 同一年只能填一个年度目标。
problem-target-form = 年度目标请每行写“年份：目标”，每年一行：{ $value }
problem-people-not-a-number = “{ $value }”不是人数。请填写数字，如 5200、约5200人、4.2万。
problem-text-hidden = 文字里有看不见的控制字符（{ $sign }），可能使名称看起来像另一个。请重新输入。
problem-text-markup = 名称和单行文字里不能有尖括号。
problem-text-too-long = 文字过长，最多 { $most } 个字。
problem-merge-target = 没有编号为“{ $code }”的在库项目。
problem-merge-into-itself = 不能并入自己。
problem-merge-circle = 那个项目已经并入了本项目，不能循环合并。
problem-returned-already = 这个项目已经转入下一年，编号 { $code }。
problem-picture-missing = 请选择一张照片。
problem-caption-missing = 请写明照片里是什么。
problem-pictures-many = 每个项目最多 { $most } 张照片。请先去掉一张。
problem-translation-script = 这里要用阿拉伯字母书写的文字。请检查是否填错了语言。
problem-translation-name-missing = 请先填写名称译文。
problem-translation-frozen = 名单已冻结，译文不能修改。
problem-translation-none = 没有待核对的译文。
problem-translation-own = 译文是您填写的，请另一个人核对。
problem-unit-missing = 请填写答复单位。
problem-asked-later = 发出日期不能晚于今天。
problem-due-past = 答复期限不能早于发出日期。
problem-opinion-open = { $unit }自{ $since }起尚未答复，不能重复征求。
problem-opinion-text-missing = 有条件同意或不同意，请写明内容。
problem-opinion-date-early = 答复日期不能早于征求日期（{ $asked }）。
problem-opinion-date-late = 答复日期不能晚于今天。
problem-opinion-date-missing = 请填写纸质答复的日期。
problem-opinion-answered = 这件意见已经答复。
problem-answer-missing = 请选择意见。
problem-check-open = 清单未审查：{ $check ->
    [burden] 不增加群众和企业负担
    [debt] 不增加政府债务
    [stability] 没有社会稳定风险
    [ordered] 不是上级已经部署的任务
    [routine] 不是部门的日常工作
    [public_money] 以财政资金为主
   *[in_time] 当年能完成，或有分年度目标
}。
problem-check-not-met = 不符合清单：{ $check ->
    [burden] 增加群众或企业负担
    [debt] 增加政府债务
    [stability] 有社会稳定风险
    [ordered] 上级已经部署的任务
    [routine] 部门的日常工作
    [public_money] 不是以财政资金为主
   *[in_time] 当年不能完成，也没有分年度目标
}。这样的项目不能列为候选。
problem-targets-missing = 项目跨年完成，请为每一年填写年度目标。
problem-legality-not-asked = “{ $name }”还没有征求合法性审查意见。请工作人员发出征求。
problem-legality-objected = “{ $name }”的合法性审查：{ $unit }不同意，不能列为候选。
problem-opinion-unanswered = “{ $name }”的{ $kind ->
    [land] 用地意见
    [environment] 环境影响意见
    [budget] 预算意见
   *[legality] 合法性审查
}尚未答复：由{ $unit }答复，{ $since }已发出。
problem-money-missing = “{ $name }”本年资金未全部落实。请落实资金，或写明仍列为候选的理由。
problem-list-out-of-turn = 名单现在是“{ $stage ->
    [preliminary] 初步名单
    [reviewed] 已审议
    [formal] 正式名单
   *[frozen] 已冻结
}”，不能这样处理。
problem-list-not-open = 名单已审议，不能直接修改。请先退回修改，再重新审议。
problem-list-not-formal = 第 { $number } 号名单还不是正式名单。请先审议并确定。
problem-list-missing = 请选择一份名单。
problem-list-empty = 名单里没有项目。
problem-list-too-short = 名单只有 { $lines } 个项目，少于应选的 { $places } 个。
problem-list-same = 名单没有改动。
problem-list-box-sealed = 票箱已经按这份名单封箱，不能再改。要改只能作废本轮，重新来过。
problem-list-voted = 投票已经开始，名单不能再改。要改只能作废本轮。
problem-slate-no-list = 票决还没有选用名单。请先在“候选名单”页选用一份正式名单。
problem-review-how-missing = 请写明怎样决定的。
problem-review-later = 审议日期不能晚于今天。
problem-revision-waits = 已经有一项更改等待确认。
problem-revision-none = 没有等待确认的更改。

# The demo.
demo-review = 举手表决，全票通过（演示）
demo-legality-unit = 司法行政部门（演示）
demo-land-unit = 自然资源部门（演示）
demo-legality-answer = 未发现与法律法规相抵触的内容（演示）
demo-appraised = 群众需要、条件具备、资金落实（演示）
