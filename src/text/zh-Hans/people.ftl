# Units, and the accounts of deputies and units.

people-title = { $name }人大：单位与账号
people-not-voting = 代表账号只用于提交线索、检查和询问，与投票无关。投票凭当场抽取的票证，不用账号。
task-people = 单位与账号
units = 责任单位
units-none = 还没有责任单位。导入项目时会自动建立，也可在此添加。
unit = 所属单位
unit-name = 单位名称
unit-add = 添加单位
unit-accounts = 单位账号
unit-accounts-none = 还没有单位账号。
person-name = 姓名
person-role = 职责
person-invite = 建立账号并打印首次登录条
deputy-accounts = 代表账号
deputy-accounts-count = 在任代表 { $deputies } 名，已登录过 { $joined } 名。
deputies-invite = 为 { $waiting } 名代表打印首次登录条
deputies-invite-ends = 再次打印后，以前打印而未使用的登录条作废。
deputy-accounts-list = 逐人查看
account-none = 没有账号
account-waits = 等待首次登录
account-joined = 已登录过
account-closed = 已停用
account-invite = 重新打印登录条
account-close = 停用
account-open = 恢复
problem-name-form = 请填写名称，最多 { $most } 个字，不含控制字符。
problem-unit-unknown = 请选择本级的一个责任单位。
problem-nobody-to-invite = 所有在任代表都已登录过，没有需要打印的登录条。如有人遗失密码，请在名单中为其重新打印。

invitations-title = 首次登录条
invitations-once = 共 { $invitations } 张。登录码只在本页显示一次，请现在打印。
invitations-paper = 请用与票证不同颜色的纸打印，剪开后交给本人。
invitations-back = 返回单位与账号
invitation-head = { $name }人大 · 首次登录条
invitation-how = 用手机扫码，或打开下面的网址输入登录码，然后自己设一个密码。
invitation-username = 以后登录的用户名：
invitation-not-voting = 这不是票证，不能投票。30 天内有效，用过即失效。

join-title = 首次登录
join-not-voting = 请输入首次登录条上的 15 位登录码。票证上的号码不在这里输入。
join-code = 登录码
join-next = 下一步
join-welcome = { $name }，您好
join-choose = 请设一个自己的密码，以后用用户名和密码登录。
join-username = 请记下用户名。
join-button = 设好密码并登录
problem-invitation-unknown = 登录码不对、已用过或已过期。请核对登录条，或请人大工作人员重新打印一张。

my-title = 我的工作
my-to-manage = 前往全年任务
