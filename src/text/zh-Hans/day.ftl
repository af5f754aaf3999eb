# Voting day in the hall: officers and their PINs, the run-sheet's steps, two people at one screen.

list-comma = 、
two-names = { $first }、{ $second }

officers-title = 监票人和计票人
officers-list = 名单
officers-none = 还没有提名。
officers-pin-why = PIN 供没有账号的监票人在同一屏幕上确认：六位数字，由本人输入，工作人员不看、不记。连续输错 5 次即锁定，由工作人员和总监票人两人清除后，本人重新设置。
officer-adopted-on = { $date } 通过
officer-proposed = 已提名，未通过
officer-withdraw = 撤回提名
officer-pin-set = 已设 PIN
officer-pin-locked = PIN 已锁定（连续输错 { $tries } 次）
officer-pin-clear = 清除 PIN
officer-pin-clear-how = 由工作人员和总监票人两人办理；清除总监票人的 PIN，由工作人员和一名监票人办理。清除后本人重新设置。
officer-pin-clear-asked = 您已提出清除，等待另一人确认。
officer-pin-clear-by = { $who }提出清除，请确认。
officer-pin-clear-two = 两人一起清除
officer-pin-clear-ask = 提出或确认清除
officer-pin-choose = 本人设置 PIN
officer-pin-choose-how = 请把屏幕转向本人，由本人输入两次。
officer-pin-new = 新 PIN（六位数字）
officer-pin-repeat = 再输一次
officer-pin-save = 保存 PIN
second-officer = 监票人
second-pin = 本人的 PIN
officers-adopt-title = 提请会议通过
officers-script = 现在通过监票人、计票人名单：{ $names }。
officers-adopt = 记录：第 { $number } 次全体会议已通过名单
officers-adopt-later = 第 { $number } 次全体会议还没有宣布符合法定人数，不能通过名单。
officer-name-title = 提名
officer-post = 职务
officer-number = 代表编号
officer-number-how = 监票人从代表中产生，填名册上的编号，姓名自动带出。
officer-own-name = 姓名（不是代表时填写）
officer-username = 用户名（有账号时填写）
officer-username-how = 同一个人用账号提出后，不能再用 PIN 确认；填了用户名，系统才认得出。
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
problem-officer-interested = { $name }的工作单位“{ $unit }”是候选项目的牵头单位，不宜监票，请考虑更换。
problem-officer-not-yet-adopted = { $name }还没有经会议通过，不能确认。
problem-officer-may-not = { $name }的职务不能确认这一步，请总监票人或监票人办理。
problem-pin-not-set = { $name }还没有设置 PIN，请本人在“监票人和计票人”页设置。
problem-pin-wrong = { $name }的 PIN 不对，还可以试 { $left } 次。
problem-pin-locked = { $name }的 PIN 已锁定。请工作人员和总监票人在“监票人和计票人”页两人清除，再由本人重新设置。
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
sitting-polls = 本次会议的票决
act-pin-how = “{ $act }”要两个人：您和一名监票人。监票人就在这里的，请本人选名字、输入 PIN，立即生效。
act-with-pin = 两人一起：{ $act }
act-done-before = “{ $act }”已经办过：{ $who }，{ $time }。没有重复操作。
act-asked-before = { $who }刚刚提出了这一步。如果您也同意，请在下面确认；现在还没有生效。
script-title = 主持词
script-how = 数字是现在知道的，会前可以打印整套；会上以屏幕为准。
script-roll = 本次会议应到 { $due } 人，法定人数 { $needed } 人。现在清点到会人数。
