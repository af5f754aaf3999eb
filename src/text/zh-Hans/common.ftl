# The frame of pages, and words that many pages share.

product = 民生实事票决
skip = 跳到正文
demo-banner = 演示：全部数据为虚构，不代表任何真实的人和事
demo-word = 演示
languages = 语言
text-size = 字号
office = 工作入口
home = 首页
about = 关于票决
beijing-time = 时间均为北京时间
task-list = 全年任务
change-password = 修改密码
sign-out = 退出登录
list-separator = 、

session-of-congress = { $congress }第{ $term_han }届人民代表大会第{ $number_han }次会议
session-of-committee = { $congress }第{ $term_han }届人大常委会第{ $number_han }次会议
congress-of = { $name }人民代表大会

summary-title = 有问题需要改正
error-title = 错误：

mark-approve = 赞成
mark-oppose = 反对
mark-abstain = 弃权
mark-none = 未选

figure-due = 应到
figure-present = 实到
figure-on-leave = 请假
figure-absent = 缺席
figure-quorum = 法定人数
figure-issued = 发出
figure-returned = 收回
figure-cast = 已投
figure-cast-slips = 电子票已投
figure-returned-slips = 电子票收回
wrong-codes = 近十分钟有人输错票证号码，累计不少于 { $number } 次。持票代表扫码、输号不受影响。
figure-not-returned = 未收回
figure-valid = 有效
figure-void = 无效
figure-blank = 其中空白

# What came back, of every kind; papers are told once two people have counted them.
returned-whole = { $number }
returned-waiting = 电子票 { $slips }，纸质票待清点
returned-left = 电子票 { $slips }，纸质票没有清点
returned-above =
    { $kind ->
        [paper] 纸质票
       *[slip] 票证
    }收回 { $returned } 张，多于发出 { $issued } 张
papers-wait = 纸质票待清点

column-project = 项目
column-bar =
    { $how ->
        [majority] 过半数线 { $needed }
        [votes] 通过线 { $needed }
       *[none] 不设通过票数
    }
column-points = 积分
column-rank = 名次
column-verdict = 结果
bar-label =
    { $how ->
        [majority] 赞成 { $votes } 票，过半数为 { $needed } 票
        [votes] 赞成 { $votes } 票，通过须 { $needed } 票
       *[none] 赞成 { $votes } 票
    }
verdict-selected = ✓ 入选
verdict-below-threshold = 差 { $short } 票，未入选
verdict-beyond-places = 名额已满，未入选
verdict-tied = ! 票数相等，待定

round-number = 第 { $number } 轮
round-void = 本轮作废。理由：
statement-hash = 文件指纹

# Failures.
error-refused = 现在不能这样做
error-invalid = 填写的内容有问题
error-denied = 您没有这项权限
error-who-may = 可以办理的人员：{ $roles }。请联系他们，或请系统管理员调整权限。
error-not-found = 没有这个页面
error-go-home = 地址可能输错，或内容已经移走。请从首页查找。
error-busy = 系统正忙，请稍等几秒再试
error-busy-again = 刚才的内容没有保存，可以原样再提交一次，不会重复。
error-broken = 系统出错了
error-nothing-saved = 刚才的内容没有保存。
kept-title = 您刚才填写的文字
kept-again = 再次提交
error-too-large-most = 一次最多提交 { $most } KB。文字请缩短或分几次提交；文件请重新选择小一点的。
error-earlier-sign-in = 您在填写期间重新登录过
error-earlier-sign-in-how = 核对下面的内容后，可以再次提交。
sign-in-ended-kept = 您的登录已经结束，刚才的内容还没有保存。请用同一账号登录，登录后可以接着提交，不用重填。
sign-in-ended-copy = 您的登录已经结束，刚才的内容没有保存。请先把下面的文字复制下来，再登录。
kept-page-title = 已重新登录，刚才的内容还没有保存
kept-page-lead = 核对下面的内容后，可以再次提交。
kept-page-secret = 表单里还有口令一类不能保留的内容，请回到原来的页面重新填写。
kept-file-again = 请重新选择文件
error-damaged = 本系统的数据库已损坏
error-damaged-call = 请马上告诉会场工作人员或人大办公室。负责系统的人员停止服务，运行 minsheng doctor 查明损坏的位置，再用最近一次备份恢复；在此之前请不要再试。
error-too-large = 提交的内容太大
error-not-a-form = 提交的格式不对
error-method = 不能这样打开这个页面
error-go-back = 请返回上一页，用页面上的按钮操作。
error-foreign = 这次提交不是从本站页面发出的，已拒绝
back-home = 返回首页
back-to-tasks = 返回全年任务
back-to-ballot = 返回投票页面
