# Two people on two devices: what waits for the second one, officers' slips and devices.

screen-own-account = 本人账号
screen-own-device = 本人手机
screen-machine = 服务器本机
screen-clerk-screen = 工作人员屏幕
screen-open-line = 本人账号，线路未加密
name-on-screen = { $name }（{ $screen }）

act-enter-papers = 纸质票清点数
act-presidium = 记录主席团的决定
act-publish = 发布结果
act-correct = 更正计票结果报告单
act-revise = 更改已冻结的名单
act-clear-pin = 清除 PIN
act-adopt-officers = 记录会议通过监票人、计票人名单
act-officer-slips = 发放监票人、计票人的开机条
act-print-slips = 打印票证
act-arrive = 记录代表到会
act-leave = 记录代表离会
act-close-sitting = 闭会
act-reopen-sitting = 收回闭会
act-withdraw-poll = 撤回票决

waiting-title = 等待我确认
waiting-none = 现在没有等待您确认的事项。
waiting-asked = { $who } 在 { $time } 提出。
waiting-is-mine = 这是您提出的，要由另一个人确认。
waiting-take-back = 撤回我的申请
waiting-refuse = 不同意，退回
waiting-take-back-where = 撤回或者不同意：到“等待我确认”页
waiting-count = 等待我确认：{ $waiting } 项
waiting-look-again = 再看一次
shown-round = 第 { $number } 轮
shown-line = { $number }. { $name }
shown-rules = 表决办法摘要 { $digest }
shown-holding = 密钥卡 { $cards } 张，其中 { $needed } 张可开箱
shown-held-server = 密钥由服务器保管（仅限演示、演练）
shown-issued = 已发出 { $issued } 张
shown-box = 票箱摘要 { $digest }
shown-destroyed = 已销毁 { $destroyed } 张密钥卡
shown-correction-papers =
    { $vote ->
        [yes] 第 { $round } 轮事后发现纸质票 { $papers } 张，记录在案，不计入结果；可能改变结果，须重新票决。
       *[no] 第 { $round } 轮事后发现纸质票 { $papers } 张，记录在案，不计入结果。
    }
shown-correction-name = “{ $before }”更正为“{ $after }”
shown-reason = 理由：{ $reason }
shown-papers = 请您自己清点各票箱的纸质票，再填写张数；两人一致才算数。
shown-statement = 计票结果报告单第 { $version } 版，摘要 { $digest }
shown-officer = { $role ->
    [chief_scrutineer] 总监票人
    [scrutineer] 监票人
   *[teller] 计票人
} { $name }
shown-slips = 打印 { $slips } 张
shown-lost-print = 作废第 { $number } 次打印的票证
shown-deputy = 代表 { $name }
shown-sitting = 第{ HAN($number) }次全体会议
shown-held-round = “{ $poll }”第 { $number } 轮
shown-poll = “{ $poll }”

witness-who = 由另一个人确认：总监票人、本级代表的账号，或者地区人大工委工作人员的账号；会议通过的监票人能办理以后，由他们或者地区人大工委工作人员确认。给代表打印首次登录凭条的人，不能同这位代表两人办理。
officer-pin-from-account = 本人用自己的账号登录后设置 PIN，并用自己的账号确认。
officer-pin-from-device = 没有本人账号：用开机条打开自己的手机，在手机上设置 PIN、领卡、确认。

officer-slips-title = 监票人、计票人的开机条
officer-slips-what = 没有本人账号的监票人、计票人，每人一张开机条，用来打开自己的手机页面。开机条只能用一次，12 小时内有效；重新发放后，原来的手机立即停用。
officer-slips-opened = 已打开 { $opened } 张，共发放 { $slips } 张。
officer-slips-print = 打印已发放的 { $slips } 张（只显示一次）
officer-slips-once = 共 { $slips } 张开机条，号码只显示这一次。
officer-slips-hand-over = 请用与票证不同颜色的纸打印，折好后当面交给本人。本人打开手机页面时，能看到开机条第一次打开的时间。您看到了号码：在另一账号登记见到本人以前，您同用这些开机条的人不能算作两个人。
officer-slips-back = 返回名单
officer-slip-head = { $name } · 开机条
officer-slip-how = 扫码，或在手机浏览器中打开下面的网址，输入这十五位数字。只能用一次，12 小时内有效。
officer-slip-how-machine = 请在会议电脑的浏览器中打开本系统的下面这一页，输入这十五位数字。只能用一次，12 小时内有效。
officer-slip-not-voting = 这不是票证，不能投票。请勿转交他人。
officer-slip-given = { $time } 已同意发放，等待打印
officer-slip-printed = { $time } 发放，还没有打开
officer-slip-opened = { $time } 打开本人手机
officer-slip-ended = { $time } 打开过，现已停用

device-title = 监票人、计票人
device-who = 用开机条打开自己的手机页面。代表投票请扫票证，不在这里。
device-code = 开机条上的十五位数字
device-next = 下一步
device-welcome = { $name }，您好
device-open-how = 点下面的按钮，这台设备就成为您本人的设备，开机条随即作废。请只用自己的手机。
device-open = 打开
device-opened-at = 开机条在 { $time } 打开。如果不是您本人打开的，请立即告诉会议。
device-pin-how = 六位数字，只在这里设置，请勿告诉他人。以后每次确认都要输入。
device-card-how = 输入 PIN 领取您的密钥卡。只显示一次，请用笔抄下。
device-card-none = 没有可领取的密钥卡。
device-leave-title = 交还这台设备
device-leave-what = 交还后，这台设备不再是您的，要重新发放开机条才能继续。
device-leave = 交还
device-to-leave = 打开监票人、计票人页面，交还设备
device-to-sign-out = 打开工作人员页面，退出登录

problem-act-not-asked = 还没有人提出这一步。请工作人员先提出，您再确认。
problem-slip-shown-here = 这位工作人员的开机条就是在这个浏览器上显示的。请换一台手机或电脑，登录自己的账号再记。
problem-same-browser = 这一步就是在这个浏览器上提出的。两个人须各用各的设备：请换一台手机或电脑，由另一个人登录自己的账号（或打开本人的开机条）确认。
officer-slips-print-clerk = 已发放 { $slips } 张开机条，由可以提出或者确认发放的人打印。
problem-not-an-adopted-officer = 会议通过的监票人、计票人中，没有能办这一步的{ $name }。名单通过以后，只有名单上的人能确认、计票和保管密钥卡。请由名单上的人办理：{ $who }；或者由会议补充通过。
problem-officer-must-stand = 名单已由会议通过，这一步两个人中须有一人是会议通过的监票人，不能都是工作人员。请由名单上的人确认：{ $who }。
problem-act-changed = 等待确认的事项已经变了：可能已经办完，也可能改了内容。请再看一次，再决定。
problem-pin-own-account = { $name }有自己的账号。请本人登录自己的账号，在“监票人和计票人”页设置 PIN。
problem-pin-own-device = { $name }没有本人账号。请先由两人发放开机条，本人在自己的手机上设置 PIN。
problem-officer-has-account = { $name }有自己的账号，不用开机条。请本人登录自己的账号确认。
problem-officer-slips-none = 没有等待打印的开机条。要重新打印，请先由两人重新发放。
problem-officer-code-unknown = 没有这张开机条，或已过期、已作废。请核对后再输入；仍不行，请总监票人和工作人员重新发放。
problem-officer-slip-used = 这张开机条已经用过。如果不是您本人用的，请立即告诉会议，并请两人重新发放。
problem-sitting-is-over = 会议已经闭会。
problem-card-one-browser = 这个浏览器已显示过第 { $number } 张卡。一个浏览器只显示一张，请用另一台设备。
problem-browser-signed-in = 这个浏览器正登录着{ $name }的账号。请先退出登录，或者用另一台设备。
problem-browser-holds-officer = 这个浏览器是{ $name }的设备。请先交还，或者用另一台设备。
problem-line-is-open = 这里的网络没有加密，PIN 和密钥卡会被同一网络中的人看到，所以没有接受。请在会议电脑（服务器本机）的浏览器上办理；或者请系统管理员带证书启动（--certificate、--key，见部署说明 hall.md）或设置代理，再用 https 地址打开。第二人确认、显示票证号码，不论是否用 PIN，都要这样办理；提出申请仍可在这里。
line-is-open = 这里的网络没有加密：不要在这台设备上输入 PIN 或密钥卡，系统也不会接受。请在会议电脑上办理，或用 https 地址打开。
problem-device-needs-tls = 这里的网络没有加密，PIN 和密钥卡会被别人看到，所以不能在这台设备上打开。请在服务器本机的浏览器打开；或者请系统管理员带证书启动（--certificate、--key，见部署说明 hall.md）或设置代理，再用 https 地址打开。
waiting-not-you = 这一步您不能作为第二人：
problem-opened-by-other = 两人中的一人打印了打开另一人账号或手机的那张条，无法证明是两个人。请由其他人确认；或者先由打印人以外的账号，在“等待我确认”页登记见到本人使用自己的手机。
problem-officer-not-open = { $name }的手机页面没有打开，无法登记。请先发放开机条，或者稍后再看。
officer-slip-unseen = 尚无其他账号登记见到本人
officer-see-title = { $name }：手机在本人手里吗？
officer-see-what = 开机条由{ $who }打印，{ $time }打开。打印的人也可能自己打开。请在亲眼看到{ $name }本人用自己的设备打开了页面以后再登记。
officer-see = 我见到{ $name }本人用自己的手机
act-card-given = 代他人输入密钥卡（前者代后者）
problem-pin-empty = 还没有输入PIN：请{ $name }输入本人的PIN。
