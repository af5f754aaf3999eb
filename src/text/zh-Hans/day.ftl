# Voting day in the hall: officers and their PINs, the run-sheet's steps, two people at one screen.

list-comma = 、
two-names = { $first }、{ $second }

officers-title = 监票人和计票人
officers-list = 名单
officers-none = 还没有提名。
officers-pin-why = PIN 是六位数字，由本人在自己的账号或手机上设置，工作人员不看、不记。手机用不了时，可以在工作人员屏幕上输入，记录会写明。连续输错 5 次即锁定，由工作人员和总监票人两人清除后，本人重新设置。
officer-adopted-on = { $date } 通过
officer-proposed = 已提名，未通过
officer-withdraw = 撤回提名
officer-pin-set = 已设 PIN
officer-pin-locked = { $who }处 PIN 已锁定（连续输错 { $tries } 次）
officer-pin-tries = { $who }处连续输错 PIN { $tries } 次
officer-pin-own-device = 本人设备
officer-pin-clear = 清除 PIN
officer-pin-clear-how = 由工作人员和总监票人两人办理；清除总监票人的 PIN，由工作人员和一名监票人办理。清除后本人重新设置。
officer-pin-clear-asked = 您已提出清除，等待另一人确认。
officer-pin-clear-by = { $who }提出清除，请确认。
officer-pin-clear-two = 两人一起清除
officer-pin-clear-ask = 提出清除
officer-pin-clear-confirm = 确认清除
officer-pin-choose = 本人设置 PIN
officer-pin-choose-how = 六位数字，输入两次。请勿告诉他人。
officer-pin-new = 新 PIN（六位数字）
officer-pin-repeat = 再输一次
officer-pin-save = 保存 PIN
second-officer = 监票人
second-officer-or-teller = 监票人或计票人
second-pin = 本人的 PIN
officers-adopt-title = 提请会议通过
officers-script = 现在通过监票人、计票人名单：{ $names }。
officers-adopt = 记录：第{ HAN($number) }次全体会议已通过名单
officers-adopt-later = 第{ HAN($number) }次全体会议还没有宣布符合法定人数，不能通过名单。
officer-name-title = 提名
officer-post = 职务
officer-number = 代表编号
officer-number-how = 监票人从代表中产生，填名册上的编号，姓名自动带出。
officer-own-name = 姓名（不是代表时填写）
officer-username = 用户名（有账号时填写）
officer-username-how = 有本人账号的，用账号设置 PIN、确认；没有的，由两人发放开机条。
officer-unit = 工作单位
officer-unit-how = 用来提醒：牵头单位的人不宜监票。
officer-propose = 列入名单
officers-step = 通过监票人、计票人
officers-step-script = 请会议通过监票人、计票人名单。
officers-step-go = 打开名单
officers-step-why = 通过后才能定稿和封箱。

problem-post-missing = 请选职务。
problem-deputy-unknown = 名册上没有编号“{ $number }”的代表。
problem-officer-name = 请填代表编号，或填姓名（不超过 40 个字）。
problem-officer-twice = “{ $name }”或其账号已在名单中，一人只任一职。
problem-chief-twice = 总监票人只有一名，已经提名。
problem-officer-adopted = “{ $name }”已由会议通过，不能撤回。
problem-officers-no-chief = 名单中没有总监票人，请先提名。
problem-officers-none-proposed = 没有等待通过的人选。
problem-officers-not-adopted = 会议还没有通过监票人名单。请工作人员在通过后记录。
problem-officer-interested = { $name }的工作单位“{ $unit }”是候选项目的牵头单位或者被测评的单位，不宜监票，请考虑更换。
problem-officer-not-yet-adopted = { $name }还没有经会议通过，不能确认。
problem-officer-may-not = { $name }的职务不能确认这一步，请总监票人或监票人办理。
problem-pin-not-set = { $name }还没有设置 PIN。有账号的，请本人用自己的账号设置；没有账号的，请用开机条打开自己的手机设置。
problem-pin-wrong = { $name }的 PIN 不对，还可以试 { $left } 次。
problem-pin-locked = { $name }的 PIN 在这里连续输错，已锁定，在别处不受影响。可由本人在自己的账号或设备上确认；或由工作人员和总监票人在“监票人和计票人”页两人清除，再由本人重新设置。
problem-pin-form = PIN 是六位数字。
problem-pin-easy = 这个 PIN 太好猜，请换一个。
problem-pin-repeat = 两次输入的 PIN 不一致。
problem-pin-exists = { $name }已有 PIN。要更换，请先由两人清除。
problem-pin-missing = { $name }没有设置 PIN，不用清除。
problem-clear-pin-needs-chief = 两人中须有一人是：{ $role ->
    [scrutineer] 监票人
   *[other] 总监票人
}。

steps-of-sitting = 会议
steps-of-round = 第 { $number } 轮
step-roll = 清点人数
step-roll-go = 打开签到名册
step-roll-why = 宣布符合法定人数后，会议才能通过票决办法。
sitting-polls = 本次会议的票决
sitting-poll-account = 发出 { $issued }，收回 { $returned }
act-pin-how = 监票人的手机或账号用不了、本人就在这里的，请本人在下面选名字、输入 PIN，“{ $act }”立即生效；记录和报告单会写明 PIN 是在工作人员的屏幕上输入的。
act-with-pin = 两人一起：{ $act }
act-done-before = “{ $act }”已经办过：{ $who }，{ $time }。没有重复操作。
act-asked-before = { $who }刚刚提出了这一步。如果您也同意，请在下面确认；现在还没有生效。
script-title = 主持词
script-how = 数字是现在知道的，会前可以打印整套；会上以屏幕为准。
script-roll = 本次会议应到 { $due } 人，法定人数 { $needed } 人。现在清点到会人数。

# Check-in, and who comes or leaves after the quorum was declared.
check-in-title = 签到
check-in-find = 找代表
check-in-find-how = 输入编号、姓名或代表团中的任意两个字，或扫签到卡。不要扫票证。
check-in-find-button = 查找
check-in-none = 没有找到“{ $find }”。请至少输入两个字。
check-in-button = { $name } 签到
check-in-undo = 撤销签到
check-in-leave = 请假
check-in-leave-save = 记录请假
check-in-arrived = 到会
check-in-left = 离会
check-in-move-how = 宣布符合法定人数以后，到会和离会各记一行，要两个人，并重新宣布。应到人数不变。
check-in-move-asked = { $who }已提出，理由：{ $reason }。等待另一人确认。
check-in-move-two = 两人一起记录
check-in-move-ask = 提出，等另一人确认
check-in-move-confirm = 确认
check-in-declare-again = 宣布时实到 { $declared } 人，现在实到 { $present } 人。发票前须重新宣布。
movements-title = 宣布后的到会和离会
sitting-act-declare-again = 重新宣布符合法定人数
problem-slip-at-check-in = 这是票证，不是签到卡。票证在发放时不扫，请把它还给代表。
problem-quorum-not-declared-anew = 宣布时实到 { $declared } 人，现在实到 { $present } 人。请工作人员在签到页重新宣布。
problem-latecomers-not-allowed = 投票已经开始，会议没有允许迟到的代表领票。

# The desk.
desk-title = 服务台：换票
desk-slips = 手中票证
desk-papers = 手中纸质票
desk-assisted = 协助
desk-no-names = 这里只有张数，没有姓名，也不记是哪一张。
desk-slip-to-paper = 票证换纸质票
desk-paper-to-slip = 纸质票换票证
desk-take-slip = 扫交回的票证（没有投过票的）
desk-take-slip-button = 收回并作废
desk-waiting = 等待领取：{ $waiting } 人
desk-take-paper-how = 收回没有写过的纸质票，当场撕毁。
desk-act-give-paper = 已给纸质票
desk-act-take-paper = 已收回纸质票
desk-act-give-slip = 已自己抽取票证
desk-act-assist = 记一次协助
desk-assist-title = 协助投票（代写）
desk-assist-how = 本人不能写票的，可以由信任的人协助。只记次数，不记姓名。协助人读出选项，按本人意思选，请本人按下“确认投票”。
desk-assist-number = 已协助 { $number } 次
reserve-title = 备用票证
reserve-how = 备用的票证封好，由监票人保管，供迟到的代表抽取、换票。开始投票时，印制 = 发出 + 注销 + 备用。投票张数到达发出张数后，系统不再接受。
reserve-number = 备用几张
reserve-latecomers = 会议允许投票开始后到会的代表领票
reserve-save = 保存备用票证
slips-reserve = 备用
slips-issue-paper = 记录已领纸质票
papers-taken = 已领纸质票
told-never-drawn = 投票的张数已经等于发出的张数。
problem-reserve-number = 备用票证请填 0 到 { $most } 之间的整数。
problem-slip-strange = 不认得这个号码，或属于另一次会议。
problem-slip-used = 这张票证已经投过票，不能换。
problem-slip-gone = 这张票证已经注销。刚才由服务台收回的，已经记下，请接着给纸质票。
problem-slip-not-drawn = 还没有发出票证，请在票证页注销。
problem-no-slip-handed-in = 还没有收回票证。先收回，再给纸质票。
problem-no-paper-handed-in = 还没有收回纸质票。先收回，再抽票证。
problem-no-slip-left = 没有备用票证可以抽取。
problem-no-paper-in-hand = 没有代表持有纸质票。
problem-papers-of-poll-run-out = “{ $poll }”的纸质票不够：共印 { $printed } 张。请在它的清点单页登记加印。
problem-papers-run-out = 纸质票不够：共印 { $printed } 张。请在清点单页登记加印。
problem-desk-closed = 只有发票到结束投票之间可以换票。
problem-counted-since = 您的页面打开以后，这一项又记了一次，现在共 { $times } 次。记的就是您这一次的，不必再按；是另一位的，请再按一次。
problem-exchange-unfinished = 有 { $waiting } 位代表交回了一种票，还没有领到另一种。请先在服务台办完。

# Papers and the account.
account-title = 清点单
account-of-round = 第 { $number } 轮清点单
account-kind = 种类
account-printed = 印制
account-issued = 发出
account-handed-in = 交回换票
account-spoilt = 写错换发
account-cancelled = 注销
account-unused = 未发
account-returned = 收回
account-not-returned = 未收回
account-equal = 相等
account-unequal = 不相等
account-void =
    作废时发出 { $issued } 张，电子票已投 { $cast } 张{ $papers ->
        [counted] ，纸质票收回 { $returned } 张
        [left] ，纸质票没有清点
       *[none] {""}
    }。票已全部销毁，不计票。
account-void-changed = 本轮的数据被改动过，作废时的数字不能作数。
account-void-before = 本轮在投票开始前作废，没有人投票。
account-not-fixed = 投票还没有结束，数字还会变。
account-void-who = { $time }，{ $who }
account-papers-waiting = { $waiting } 位代表持有别的轮次的纸质票，还没有本轮的（本轮登记印数 { $printed } 张）。开始发票并登记印数后才算发出。
account-assisted = 协助投票 { $number } 次。
account-spoilt-line = 换发第 { $number } 张，原因：{ $reason }
kind-slip = 票证
kind-paper = 纸质票
papers-title = 纸质票
papers-printed = 本轮印了几张纸质票
papers-printed-save = 登记印数
papers-spoilt-reason = 写错换发的原因
papers-spoilt-button = 收回写错的，换发一张
papers-boxes = 每个票箱里的张数
papers-boxes-how = 按票箱编号依次填，用空格隔开，例如 12 8。
account-correct = 更正收回的张数
papers-correct-how = 清点数已确认。重数后确实不同的，由两个人各填一次更正；张数变了的那一叠要重录。
papers-to-count = 去人工计票
papers-enter-how = 两个人各数一遍、各填一次，相同才算数。
papers-entered-mine = 您已填写，请第二个人再填一次。
papers-entered-by = { $who }已填写。请您另数一遍，把数字填在下面。
papers-enter-button = 填写张数
papers-enter-pin = 由监票人填写（PIN）
papers-box = { $number } 号票箱 { $papers } 张
problem-papers-number = 请填 0 到 { $most } 之间的整数。
problem-papers-boxes = 请填每个票箱的张数，例如 12 8。
problem-papers-too-late = 投票已经结束，不能再改。
problem-papers-not-closed = 结束投票以后、开箱以前才能填写。
problem-papers-differ = 两个人填的张数不同，都没有保存。请重新数，再各填一次。
problem-papers-not-entered = 发出纸质票 { $issued } 张，还没有填写收回的张数。请在清点单页由两人填写。
problem-returned-above-issued = { $kind ->
    [paper] 纸质票
   *[slip] 票证
}收回 { $returned } 张，多于发出 { $issued } 张：投票无效。只能作废本轮，重新投票。

zero-title = 零票报告
zero-ballots = 票箱内的票
zero-spent = 已用的票证
zero-empty = 票箱是空的
zero-not-now = 定稿以后、开始投票以前才能出具零票报告。
signed-on = 日期
colour-white = 白色票
colour-pink = 粉色票
colour-yellow = 黄色票
colour-green = 绿色票
colour-blue = 蓝色票

# Rehearsal.
rehearsal-title = 演练
rehearsal-mark = 演练·
rehearsal-banner = 这是演练，不计入任何结果，结束后全部清除。
rehearsal-back = 返回程序单
rehearsal-how = 复制这次票决的名单和办法，配 12 名演练代表，全部到会。按程序单走一遍：封箱、发票、投票、清点、开箱、计票，约三分钟。演练不能认证、不能发布。
rehearsal-start = 开始演练
rehearsal-runs = 本单位正在演练。
rehearsal-go = 打开演练
rehearsal-steps = 按程序单操作；在票证页印 12 张以上，记录全部已领，注销剩余。开始投票后，可以用手机扫几张试投，再让其余演练代表投票。
rehearsal-votes-title = 演练代表投票
rehearsal-votes = 其余演练代表全部投票
rehearsal-votes-when = 开始投票以后可用。
rehearsal-wipe-title = 结束演练
rehearsal-wipe-how = 删除演练的全部数据，逐表点数，再整理数据库。真实的名册、项目和票决不受影响。
rehearsal-wipe = 清除演练
rehearsal-wiped-title = 演练已清除
rehearsal-wiped = 涉及的 { $tables } 个数据表，剩余行数都是 0
rehearsal-tables = 技术明细：数据库的每个表
rehearsal-table = 数据表
rehearsal-deleted = 删除行数
rehearsal-left = 剩余行数
problem-rehearsal-exists = 本单位已有一次演练，请先清除。
problem-rehearsal-of-rehearsal = 这已经是演练，不能再复制。
problem-rehearsal-ends-here = 演练到计票为止，不认证、不发布。请清除演练。
problem-not-a-rehearsal = 这不是演练。
