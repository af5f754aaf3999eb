# Words of state, roles and refusals of the office's pages.

role-clerk = 工作人员
role-chief_scrutineer = 总监票人
role-scrutineer = 监票人
role-teller = 计票人
role-publisher = 发布人
role-deputy = 代表
role-unit_staff = 责任单位人员
role-unit_head = 责任单位负责人
role-prefecture_reader = 地区人大工委
role-prefecture_clerk = 地区人大工委记录员
role-administrator = 系统管理员

demo-prefecture = 阿勒泰地区
demo-person = 演示{ $role } { $number }
poll-title-default = { $year }年民生实事项目票决

stage-draft = 起草
stage-frozen = 已定稿
stage-sealed = 已封箱
stage-issuing = 发票中
stage-open = 投票中
stage-paused = 暂停
stage-closed = 投票结束
stage-accounted = 清点完毕
stage-opened = 已开箱
stage-counted = 已计票
stage-certified = 已认证
stage-void = 作废

sitting-planned = 未开始
sitting-roll_open = 正在签到
sitting-quorum_declared = 符合法定人数
sitting-adjourned = 休会
sitting-closed = 已闭会

# Refusals of acts. Each says what is missing, and where it helps, who can change it.
problem-act-out-of-turn = 现在不能进行这一步：本轮处于“{ $stage }”阶段。请刷新页面，查看最新进度。
problem-rules-not-adopted = 票决办法尚未经会议通过。请工作人员在会议通过后记录。
problem-slate-empty = 候选名单为空。请工作人员先把候选项目列入名单。
problem-places-none = 应选数至少为 1。
problem-round-is-past = 第 { $number } 轮之后已有新的一轮，不能再对它操作。请在最新一轮操作。
problem-no-quorum = 尚未宣布符合法定人数。请工作人员先清点人数。
problem-box-not-empty = 票箱不是空的，内有 { $returned } 张票。不能封箱，请作废本轮。
problem-nothing-issued = 还没有发出任何票证。
problem-issued-above-present = 发出 { $issued } 张，多于实到 { $present } 人。请核对签到和发票记录。
problem-slips-unaccounted = 票证数不平：印制数减去发出数和注销数，还差 { $left } 张。请发给未领的代表，或扫码注销剩余票证。
problem-account-unequal = 账目不平：发出 { $issued }，票箱内 { $returned }，已用票证 { $spent }。不能开箱，只能作废本轮。
problem-box-not-clean = 开箱后的清理尚未完成，暂时不能认证。系统正在清理，本页会自动刷新，清理完就能认证；等得太久时，请系统管理员查看磁盘是否已满。
problem-result-undecided = 结果尚未确定（并列或不足额），须按票决办法另行投票或由主席团决定后才能认证。
problem-same-person = 这一步须由两个人完成，您就是提出的人。请另一位有权限的人员登录确认。
problem-reason-missing = 请写明理由。
problem-quorum-missing = 不足法定人数：须到会 { $needed } 人，实到 { $present } 人，还差 { $missing } 人。
problem-roll-impossible = 签到数不对：应到 { $due } 人，实到 { $present } 人，请假 { $leave } 人。
problem-roll-empty = 名册为空，没有在任代表。请先导入代表名册。
problem-roll-not-open = 签到未开放，名册现在不能改动。
left-office = 已不任职
problem-deputy-left-office = “{ $name }”在名册开启以后已不再任职，不能签到，也不能领票证、领票。已签到的，先改为缺席，或者办理离场。应到人数不变。任职有误的，由工作人员在代表名册中改正。
problem-line-has-slip = 该代表已领票证，不能改为请假或缺席。
problem-sitting-out-of-turn = 会议现在不能进行这一步，请刷新页面。
problem-round-is-running = 正在投票，不能休会。请先结束投票。
problem-session-exists = 已有同一届次的会议。
problem-session-number = 请填 1 到 99 之间的整数。
problem-year-form = 请填四位数的年份。
problem-date-form = 请按“年-月-日”填写日期，例如 2026-01-15。
problem-body-missing = 乡镇不设常务委员会。
problem-number-form = 请填整数。
problem-title-missing = 请填标题，不超过 80 个字。
problem-title-drafted = 本次会议已有标题相同的表决草稿：{ $title }。刚才已经建好的，请在会议页打开；要另建一个，请换个标题。
problem-poll-is-frozen = 名单和办法已定稿，不能再改。如有错误，只能由两人写明理由作废本轮。
problem-not-a-candidate = “{ $name }”不是候选项目。
problem-candidate-twice = “{ $name }”在名单中出现了两次。
problem-warnings-not-accepted = 票决办法有提醒事项。请写明理由后接受，或修改办法。
problem-not-certified = 结果尚未认证，不能发布。
problem-published-already = 这一版结果已经发布。
problem-slips-number = 一次可印 1 到 { $most } 张。
problem-slips-handed-out = 代表手中已有 { $issued } 张票证，注销这次印的就不够了，不能注销。可以加印。
problem-slip-print-unknown = 没有第 { $number } 次印制，或者已经注销。
problem-slips-shown = 这次印的票证已经取走、过时，或者不是您申请的。如果没有印好，请两人再印一次，并注销这一次的。
problem-reason-long = 事由最多 { $most } 个字。
problem-public-url-missing = 没有设置对外网址，印出的二维码扫了打不开，所以不能打印。请系统管理员启动时用 --public-url（或配置文件的 public_url）写明手机能打开的网址，例如 https://vote.example.gov.cn，再重新启动。
problem-slips-run-out = 票证不够：共印 { $printed } 张。请加印。
problem-slip-unknown = 第 { $line } 行：没有这个票证，或属于另一次会议。
problem-slip-cancelled = 第 { $line } 行：这张票证已经注销。
problem-slip-handed-out = 注销太多：剩余票证将少于已发出的张数。
problem-voting-began = 投票已经开始，票证不能再变动。
problem-issuing-not-begun = 还没有进入发票环节。
problem-not-present = 只有实到代表可以领票证。
problem-has-slip = 该代表已领过票证。
problem-choose-someone = 请先选择代表。
problem-slips-all-drawn = 到会的代表都已领取票证或纸质票，没有要发的。

# Forms and signing in.
problem-form-foreign = 页面校验没有通过，没有提交任何内容。请返回重新打开页面。
problem-page-of-void = 第 { $number } 轮已作废，这一轮的票不计。请保管好票证，等待重新投票。
problem-sitting-before = 以后的会议不能早于已有的会议（{ $day }）。
problem-page-old = 页面已过期：这一轮投票已经结束，或者名单有变化。请返回查看。
problem-sign-in-wrong = 用户名或密码不对。
problem-sign-in-wait = 错误次数过多，请 { $seconds } 秒后再试。
problem-password-short = 密码至少 { $least } 个字符。
problem-password-repeat = 两次输入的新密码不一致。
problem-password-common = 这个密码太常见，别人一试就中。请换一个：不用连续的数字、键盘顺序、生日、手机号和常用词。
problem-password-like-name = 这个密码和用户名、姓名或单位的名称太像。请换一个。
problem-password-same = 新密码和原密码一样。请换一个。
problem-password-first = { $name }的密码还是别人设置的：要先登录改成自己的密码，才能作为两人之一。
problem-new-key-votes = { $name }正在投票：请该处的工作人员，或者地区的管理员到场。
problem-new-key-roles = 换新密钥要两个人办理：两人都在工作人员、总监票人、监票人、计票人、发布人、地区工委办公室人员或系统管理员之列，其中至少一人是“工作人员”或“系统管理员”。
problem-password-wrong = 原密码不对。
problem-username-form = 用户名只能用小写字母、数字、点和短横，不超过 40 个字符。
problem-username-taken = 用户名“{ $name }”已被使用。
problem-username-unknown = 没有用户“{ $name }”。
problem-congress-unknown = 没有代号为“{ $congress }”的人大。
problem-role-place = 所选角色与单位不符，请重新选择。

# Signing in.
sign-in-title = 登录
sign-in-who = 供人大工作人员、监票人、计票人使用。代表投票不用登录。
sign-in-open-line = 这里的网络没有加密，密码、PIN 和密钥卡会被同一网络中的人看到。请在会议电脑上登录，或用网线直接连接会议电脑。
sign-in-button = 登录系统
username = 用户名
password = 密码
password-title = 修改密码
password-signs-out = 修改后，所有设备上的登录都会退出，请用新密码重新登录。
password-old = 原密码
password-new = 新密码（至少 { $least } 个字符）
password-how = 不要用姓名、单位、生日、手机号或连续的数字；几个互不相干的词最好记。
password-of-another = 您现在的密码是别人设置的。请先改成自己的密码，然后才能办理其他事项。
password-again = 再输一次新密码
password-button = 保存新密码

# The task list, sessions, the library.
tasks-none = 您没有负责的人大。
task-roster = 代表名册
task-roster-count = 在任 { $deputies } 名
task-candidates = 候选项目
task-candidates-count = 候选 { $candidates } 个
task-session = 召开会议
task-to-do = 待办
session-new = 新建会议
session-create = 建立会议
session-body = 会议主体
session-term = 届（数字，如 17）
session-number-label = 次（数字，如 4）
session-year = 票决哪一年的项目
sitting-held-on = 会议日期
backups-record-differs = 数据核对发现不一致，请立即查看。
session-held-on = 第一次全体会议日期
body-congress = 人民代表大会（应到为在任代表）
body-standing_committee = 常务委员会（应到为在任组成人员）
poll-new = 新建票决
poll-create = 建立票决
poll-title = 票决名称（印在表决票上）
poll-sitting = 在哪次全体会议上投票
poll-places = 应选几个项目
library-title = { $year }年项目库
library-empty = 项目库还没有这一年的项目。请先导入。
project-in_library = 在库
project-under_appraisal = 论证中
project-candidate = 候选
project-on_slate = 已列入名单
project-selected = 入选
project-not_selected = 未入选
project-declined = 不予采纳
project-merged = 已合并
project-assigned = 已交办
project-in_progress = 实施中
project-completed = 已完工，待验收
project-accepted = 已验收
project-evaluated = 已测评
project-suspended = 已暂停
project-terminated = 已终止
column-code = 编号
column-unit = 牵头单位
column-stage = 状态
column-number = 代表编号
column-name = 姓名
column-delegation = 代表团
column-attendance = 出席
column-slip = 票证

# The roll.
roll = 签到名册
roll-save = 保存签到
roll-all-present = 全部签到
roll-due-stays = 现在在任 { $now } 名，与开放签到时不同；本次会议应到仍为 { $due } 名，过半数不变。
roll-fixes-due = 开放签到时按在任人数确定应到人数，之后不再改变。
quorum-there = 已达法定人数
quorum-not-there = 还差 { $missing } 人才达法定人数
attendance-present = 实到
attendance-on_leave = 请假
attendance-absent = 缺席
sitting-act-open-roll = 开放签到
sitting-act-declare-quorum = 宣布符合法定人数
sitting-act-adjourn = 休会
sitting-act-resume = 继续开会

# Slips.
slips = 票证
slips-printed = 印制
slips-issued = 发出
slips-cancelled = 注销
slips-left = 未交代
slips-balanced = 账目相等，可以开始投票
slips-balance-rule = 印制 = 发出 + 注销，相等后才能开始投票。
slips-print-title = 印制票证
slips-print-how = 每张票证都一样，不写姓名，不编号。一人申请、另一人确认后才印。印好后逐张对折、混合，由代表自己抽。
slips-number = 印几张
slips-ask = 申请印制
slips-print-two = 申请后请另一人确认：在其本人手机或账号上确认，或在本屏输入 PIN。
slips-asked = { $who } 申请印制票证 { $slips } 张。事由：{ $reason }
slips-asked-lost = 同时把第 { $number } 次印的票证全部注销，因为那次印的已经遗失。
slips-asked-mine = 请另一人确认。再次申请会代替这次申请。
slips-confirm = 确认印制
slips-confirm-pin = 两人确认印制
slips-fresh = 第 { $number } 次印的票证可以打印，到 { $until } 为止，只能取一次。
slips-fresh-other = 第 { $number } 次印的票证等待申请人打印，到 { $until } 为止。
slips-print-once = 只能取一次，系统不保存号码。没有印好或者遗失，由两人再印一次，并注销这一次的。
slips-instead = 代替遗失的票证
slips-instead-how = 打印失败或遗失时选择那一次：它的票证全部注销。
slips-instead-none = 不代替，加印
slips-instead-of = 第 { $number } 次印的 { $slips } 张
slips-print-line = 第 { $number } 次印制票证 { $slips } 张：{ $first } 申请，{ $second } 确认，{ $moment }。事由：{ $reason }
slips-print-ended-line = 第 { $number } 次印制票证 { $slips } 张，已更换密钥或从备份恢复，全部失效：{ $first } 申请，{ $second } 确认，{ $moment }。事由：{ $reason }
slips-print-lost-line = 第 { $number } 次印制票证 { $slips } 张，已遗失，全部注销：{ $first } 申请，{ $second } 确认，{ $moment }。事由：{ $reason }
slips-issue-title = 发票
slips-issue-how = 代表签名后自己抽一张。这里只记“已领”，不扫票证。
slips-issue-none = 没有等待领票证的代表。
slips-issue-button = 记录已领
slips-issue-all = 实到代表全部已领（{ $deputies } 人）
slips-cancel-title = 注销剩余票证
slips-cancel-codes = 剩余票证的号码，每行一个
slips-cancel-how = 由监票人扫码或输入。全部注销后，没有发出的票证就不能再用。
slips-cancel-button = 注销这些票证
slip-drawn = 已领
slip-how = 扫描二维码，或打开下面的网址输入数字。
slip-secret = 本票证不写姓名，每轮只能投一次票。闭会前请保管好，请勿拍照、转借。
demo-slips-reason = 会议表决使用
slip-fold = 沿中间的点线对折，二维码和号码折在里面。
slip-cover-title = 票证印制单
slip-cover-sitting = 第{ HAN($sitting) }次全体会议使用。
slip-cover-first = 申请人
slip-cover-second = 确认人
slip-cover-print = 用每平方米 100 克以上的纸单面打印，按原大，不缩放。后面每页 8 张，都一样，没有编号。
slip-cover-cut = 沿长虚线裁开。裁坏、印坏的，先在“注销剩余票证”中注销，再撕碎。
slip-cover-fold = 每张沿中间的点线对折，二维码和号码折在里面，另一半正好盖住。对着光看不见为好。
slip-cover-mix = 折好后在两人面前混合，装入袋中封好，由代表自己抽取。不得拆看、拍照、抄录。
slip-cover-wipe = 打印后删除下载的文件，清空打印机的存储和打印队列。本页由两人签名，随清点单归档。

# The run-sheet.
pages = 相关页面
next-step = 下一步
next-step-waits = 以上事项完成后才能继续。
other-acts = 其他操作
earlier-rounds = 以前的轮次
audit-head = 审计链头
asked-since = 等待确认，自 { $time } 起
live-only-numbers = 投票结束前只有这四个数字，没有各项目的票数。每 3 秒更新。
live-stale = 连接中断，数字可能不是最新的
close-left = 还有 { $left } 张票证没有投票。结束后就不能再投。
close-left-plain = 还有 #left 张票证没有投票。结束后就不能再投。
round-first = 第 { $number } 轮
round-run-off = 第 { $number } 轮：另行投票
round-supplementary = 第 { $number } 轮：补充票决

act-freeze = 名单和办法定稿
act-seal = 验箱封箱
act-start-issuing = 开始发票
act-open-vote = 开始投票
act-pause = 暂停投票
act-resume = 继续投票
act-close-vote = 结束投票
act-confirm-account = 确认清点数
act-open-box = 开箱
act-count = 计票
act-certify = 认证结果
act-void = 作废本轮
act-ask = 提出“{ $act }”
act-two-people = 这一步要两个人：您提出后，请另一位有权限的人员用自己的账号确认。
act-waits-for-other = 您已提出“{ $act }”，等待另一位人员确认。
act-waits-how = 请总监票人或监票人在自己的设备上，用自己的账号登录本页或者打开开机条确认。
act-confirm = 确认“{ $act }”
act-asked-at = 提出时间：{ $time }
act-confirm-told = { $who }提出“{ $act }”。您确认后立即生效，两人共同负责。
act-reason = 理由
steps-of-end = 会议结束
closing-title = 闭会
closing-what = 闭会由两个人办理，要等本次会议的每项票决都有结果：已认证、已撤回，或者把下一轮改到以后的会议。
closing-when = 全部票决有了结果以后：
closing-waits = 本次会议的票决
closing-poll-ready = 不影响闭会
closing-poll-waits = 闭会要等它
closing-not-begun = 还没有开放签到，没有可以结束的会议。
closing-not-yet = 上面的票决还没有结果，现在不能闭会。
closing-no-quorum = 本次会议没有达到法定人数。写明情况后可以闭会。
closing-take-back = 闭会后还没有召开以后的会议，可以收回：会议回到闭会前的状态。要两个人，并写明理由。
closing-give-to = 改到
closing-give-button = 改到这次会议
closing-no-other = 本次会议之后还没有会议。要改期的，请先增加一次会议。
closing-over-title = 会议已闭会
closing-over = 第{ HAN($number) }次全体会议已经闭会。请把这项票决改到以后的会议，或者由两个人收回闭会。
sitting-add = 增加一次会议
sittings-all-closed = 本届次的会议都已闭会。请先在会议页面增加一次会议。
withdraw-title = 撤回这项票决
withdraw-what = 撤回后不再投票，候选项目退回候选状态；已经计过的轮次保留可查。要两个人，并写明理由。
poll-withdrawn = 这项票决已经撤回。理由：
problem-poll-withdrawn = 这项票决已经撤回，不能再办理。
problem-withdraw-after-void = 本轮已到“{ $stage }”阶段。请先由两个人作废本轮，再撤回票决。
problem-sitting-closed = 第{ HAN($number) }次全体会议已经闭会。请选以后的会议，或者在会议页面增加一次会议。
problem-sitting-followed = 第{ HAN($number) }次全体会议已经开始，闭会不能再收回。
problem-closing-poll-not-begun = “{ $poll }”还没有开始：请改到以后的会议，或者由两个人撤回。
problem-closing-poll-next-round = “{ $poll }”还有第 { $number } 轮：请继续投票、改到以后的会议，或者由两个人撤回。
problem-closing-poll-running = “{ $poll }”正在“{ $stage }”阶段：请在它的日程页继续，或者由两个人作废本轮。
problem-closing-poll-counted = “{ $poll }”已经计票，还没有认证：请在它的日程页认证结果。
problem-closing-cards-unrecorded = “{ $poll }”的密钥卡还没有销毁或没有记录：请在它的票箱页记录。
void-title = 作废本轮
old-slips-voting = 系统密钥已经更换，已发的票证全部作废，没有投的不能再投；已投的票不受影响。请两个人决定：结束投票，按已投的票计；或者作废本轮。之后由两个人印制新票证，重新签领。
old-slips-other = 系统密钥已经更换，已发的票证全部作废。本次会议还有票决正在投票：请先由两个人结束或作废，再印制新票证，重新签领。
old-slips-restored = 数据是从备份恢复的，备份里没有票箱：正在进行的轮次只能由两个人作废。已发的票证全部作废，请当众收回撕毁；作废以后由两个人印制新票证，请代表重新签领。
old-slips-gone = 系统密钥已经更换，先前发的票证全部作废，请当众收回撕毁。请由两个人印制新票证，请代表重新签领。
void-what-old-slips = 本轮的票全部销毁，不计入结果；按同样的名单重新起草一轮。密钥更换前发的票证已经作废，须重新印制、发放。要两个人，并写明理由。
void-what = 本轮的票全部销毁，不计入结果；按同样的名单重新起草一轮，票证继续有效。要两个人，并写明理由。

script-freeze =
    { $kind ->
        [grade] 测评项目 { $lines } 个。定稿后名单和办法不能再改。
       *[other] 候选项目 { $lines } 个，应选 { $places } 个。定稿后名单和办法不能再改。
    }
script-seal = 请监票人查验票箱。票箱内应为 0 张。
script-start-issuing = 现在发票。请各位代表签名后领取一张票证。
script-open-vote = 实到 { $present } 人，发出 { $issued } 张（票证和纸质票）。现在开始投票，请独立填写。
script-resume = 投票继续进行。
script-close-vote =
    { $account ->
        [waits] 还没有投票的代表请抓紧。发出 { $issued } 张，电子票已投 { $returned } 张，纸质票请投入票箱。
       *[other] 还没有投票的代表请抓紧。发出 { $issued } 张，已投 { $returned } 张。
    }
script-confirm-account =
    { $account ->
        [waits] 发出 { $issued } 张，电子票收回 { $returned } 张，纸质票待清点。
        [above] 发出 { $issued } 张，收回 { $returned } 张。{ $above }，本轮投票无效，须重新投票。
       *[fair] 发出 { $issued } 张，收回 { $returned } 张。收回不多于发出，投票有效。
    }
script-open-box = 现在开箱。开箱后不再知道哪张票证投过票。
script-count =
    { $kind ->
        [grade] 现在计票，按办法确定各项测评等次。
       *[other] 现在计票。{ $threshold }
    }
script-certify = 请核对结果并签字。认证后只能用更正的办法修改。

adopt-title = 通过票决办法
adopt-script = 请会议审议票决办法。通过后由工作人员记录。
adopt-button = 记录：票决办法已通过
publish-title = 发布结果
publish-how = 要两个人：一人提出，另一人确认后公众可见。
published-title = 结果已发布
publish-button = 发布结果和公告
public-page = 公众页面

# Rules and slate.
rules-title = 票决办法
rules-read = 办法读法
rules-hash = 办法指纹
rules-frozen = 已定稿，不能修改。
rules-save = 保存办法
findings-title = 请注意
findings-accepted = 已接受，理由：
findings-accept = 写明理由并接受
findings-errors = 标“须改”的事项改正以前不能定稿；标“提醒”的写明理由后可以接受，理由写入记录。
finding-error = 须改
finding-warning = 提醒
template = 票决方式
template-change = 现用方式：{ $name }。改用其他方式
template-resets = 改用后，下面各项设置和条款序号恢复为该方式的默认值，会议已通过的办法须重新通过。名称和应选数不变。
template-use = 改用这种方式
template-was-reset = 已改用所选的票决方式，各项设置和条款序号已恢复为默认值。
template-about-per-item = 代表对每个项目选赞成、反对或者弃权，赞成的不超过应选数，可以少选。
template-about-exactly = 代表对每个项目选赞成、反对或者弃权，赞成的必须正好等于应选数，多选少选都无效。
template-about-tick = 代表只标出赞成的项目，不超过应选数；票上分不出反对和弃权，须说明理由。
template-about-rank = 代表把赞成的项目排出先后，过半数的按积分从高到低入选。没有见到规定计分方法的成文规则，计分方法须由办法写明。
template-about-whole-list = 候选数与应选数相同，代表对整份名单作一次选择，要么全部通过，要么全部不通过。
settings-rare = 不常改的设置
setting-undermark = 少于规定项数
setting-undermark-valid = 有效
setting-undermark-must-equal = 整票无效（必须正好选满）
setting-unmarked = { $kind ->
        [grade] 未评的项目
       *[other] 未选的项目
    }
setting-unmarked-abstain = 按弃权计
setting-unmarked-oppose =
    { $kind ->
        [grade] 按不满意计
       *[other] 按反对计
    }
setting-overmark = 多于规定项数
setting-overmark-paper-void = 整票无效
setting-blank = 空白票
setting-blank-valid = 有效，全部按未选计
setting-blank-void = 无效
setting-tie = 末位票数相等
setting-tie-run-off = 就相等的项目另行投票
setting-tie-presidium =
    { $body ->
        [standing_committee] 主任会议决定并说明理由
       *[congress] 主席团决定并说明理由
    }
setting-shortfall = 达到通过票数的项目不足
setting-shortfall-take-fewer = 以达到通过票数的为准
setting-shortfall-supplementary = 补充票决
problem-template-unknown = 请选择一种票决方式。
problem-round-follows = 本轮的办法和名单由上一轮的结果按办法确定，不能改动。如有错误，只能由两人写明理由作废本轮。
problem-number-range = 请填 { $least } 到 { $most } 之间的整数。
problem-rank-weights-form = 请从第 1 位起写出各位分值，用空格分开，例如 5 3 1。
problem-candidate-name-twice = 名单中有两个项目都叫“{ $name }”，代表分不清。请先改项目名称。
problem-setting-unknown = 有一项设置无法识别，请重新选择。
problem-place-twice = 两个项目的序号相同。

slate-title = 候选名单
slate-surplus = 候选 { $lines } 个，应选 { $places } 个。
slate-hash = 名单指纹
slate-order = 编排名单
slate-save = 保存名单
slate-library = 查看项目库

# Outcome and statement.
outcome-title = 计票结果
outcome-none = 还没有计票。
decision-complete = 名额全部确定，可以认证。
decision-tied =
    { $unit ->
        [points] { $lines }积分相等，各 { $votes } 分，只剩 { $places } 个名额：计票到此停止，须按票决办法另行投票或由主席团决定。
       *[votes] { $lines }票数相等，各 { $votes } 票，只剩 { $places } 个名额：计票到此停止，须按票决办法另行投票或由主席团决定。
    }
line-named = 第 { $number } 项“{ $name }”
verdict-clause = （{ $clause }）
round-report = 打印本轮计票结果
counted-title = 第 { $number } 轮计票结果
counted-more = 查看计票过程、报告单和清点单
decision-shortfall-accepted = 达到规定票数的项目比应选名额少 { $missing } 项。按票决办法以达到的为准，可以认证。
decision-shortfall-round = 达到规定票数的项目比应选名额少 { $missing } 项。按票决办法须补充票决，现在不能认证。
trace-title = 计票过程
presidium-title = 由主席团决定
presidium-how = 票决办法规定末位票数相等时由主席团决定。请选定 { $places } 项，并写明理由；理由会写入报告单。
presidium-button = 记录主席团的决定
decision-follows = 已起草下一轮：
statement-title = 计票结果报告单
presidium-told = 主席团决定：{ $lines }入选。理由：{ $reason }
statement-text = 报告单原文（核对指纹用）
statement-selected = 全部入选项目
acts-title = 由两人办理的各步
acts-round = 轮次
acts-act = 事项
acts-first = 提出
acts-second = 确认
acts-screen = 确认的屏幕
acts-when = 时间
statement-told = 报告单的内容
statement-none = 还没有认证。
statement-version = 第 { $version } 版
statement-people = { $first }提出，{ $second }确认，{ $time }。
correct-title = 更正
correct-what = 已认证的报告单不能修改。更正是一份新的版本，要两个人，并写明理由；原版保留，公告随后重新发布。票数、选项和结果不能更正。
correct-waits = { $who }提出了更正，等待确认：
correct-in-words = { $what }：原为“{ $before }”，更正为“{ $after }”。
correct-confirm = 确认上面的更正
correct-ask = 提出更正
correct-column-what = 更正的内容
correct-column-before = 原来
correct-column-after = 更正为
correct-papers-title = 事后发现的纸质票
correct-papers-how = { $most } 张以内的，由两个人记录，不计入结果。更多的不能只作更正，须重新票决。
correct-papers-number = 发现几张
correct-papers-of = 第 { $round } 轮事后发现的纸质票
correct-papers-before =
    { $papers ->
        [0] 没有记录
       *[other] 已记录 { $papers } 张
    }
correct-papers-after = { $papers } 张，记录在案，不计入结果
correct-new-vote =
    { $why ->
        [above] 加上这些票，收回将多于发出
        [base] 通过票数按收回的票计算，这些票会改变它
        [grade] 加上这些票，测评等次可能改变
        [passes] 加上这些票，未通过的项目可能通过
        [overtakes] 加上这些票，未入选的项目可能超过入选的项目
       *[tied] 有项目票数相等
    }：须重新票决。
correct-round = 哪一轮
correct-name-title = 公告上的项目名称有误
correct-name-line = 哪一项
correct-name-of = 第 { $round } 轮第 { $line } 项的名称
correct-officer-title = 监票人、计票人的姓名有误
correct-officer-line = 哪一位
correct-officer-of = { $role }姓名
correct-to = 应为
problem-papers-found-none = 请填写发现的张数。
problem-papers-found-many = 超过 { $most } 张的不能只作更正：请报告主席团，重新票决。
problem-correction-name-form = 请填写更正后的名称，不超过 { $most } 个字。
problem-correction-name-same = 与原来的名称相同，没有可更正的。
problem-correction-name-taken = 这个名称属于另一个项目，或者另一个项目曾以这个名称付诸表决。
problem-correction-kind = 请选择要更正的内容。

backups-title = 备份
backups-what = 一次备份整个地区的数据和照片，并写一份清单，随时可以进行。照片只写一次，以后只补新的。票箱不在备份里：尚未开箱的票只存放在本机。密钥文件也不在备份里，请另行保管。
backups-place = 备份位置
backups-no-place = 还没有设置备份位置。请在配置文件中填写 backups，重新启动后再来。
backups-make = 现在备份
backups-made = 已有的备份
backups-none = 还没有备份。
backups-size = { $megabytes } MB
backups-pictures = 照片文件 { $files } 个
backups-pictures-missing = 其中 { $missing } 个缺失
backups-encrypted = 备份已加密，只有持有本单位私钥的人能打开。
backups-plain = 备份没有加密，拿到的人都能打开。请在配置文件中填写 backup_keys。
backups-daily = 每天 { $time } 自动备份。{ $days } 天以内的全部保留，再往前 { $months } 个月每月保留最后一份。
backups-by-hand = 没有设置自动备份，按下按钮才备份。
backups-late = 最近一次备份是 { $time }，已超过两天。请检查备份位置。
backups-drill-title = 恢复演练
backups-drill-passed = 最近一次恢复演练：{ $time }，用时 { $seconds } 秒，通过。
backups-drill-failed = 最近一次恢复演练：{ $time }，没有通过，问题 { $differences } 处。请重新备份，再演练一次。
backups-drill-old = 最近一次恢复演练是 { $time }，已超过半年，请再做一次。
backups-drill-never = 还没有做过恢复演练。
backups-drill-how = 恢复演练不影响正在运行的系统。请在命令行执行：
problem-backup-place = 备份位置写不进去。请系统管理员检查磁盘和权限。
problem-backup-holds-boxes = 票箱就存放在这个备份位置里面，备份不能放在这里。请系统管理员另选一个文件夹。
