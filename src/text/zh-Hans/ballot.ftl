# The deputy's path, from the slip to the box.

code-title = 输入票证号码
code-scan = 用手机扫描票证上的二维码最方便；也可以在这里输入号码。
code-label = 票证上的数字（十位或十二位）
code-hint = 例如 01234 56789 或 1234 5678 9012，空格可有可无
code-enter = 进入表决票
code-unknown = 没有这个号码，或者它的票决还没有发票、已经结束投票。请对照票证再输一次，或到票务台。
code-not-now = 现在没有票决在发票或投票，不接受输入号码。请等主持人宣布，或到票务台。
code-ended = 没有这个号码。如果是系统密钥更换以前发的票证：先前发的票证已全部作废，请等待工作人员发放新票证，已经投出的票不受影响。如果是新票证，请对照再输一次。
code-secret = 票证不写姓名，系统不知道是谁的。
choose-title = 请选择表决票
choose-none = 这次会议还没有表决票。

ballot-up-to = 请在每个项目下选一项，最多赞成 { $most } 项。
ballot-exactly = 请在每个项目下选一项，正好赞成 { $most } 项。
ballot-tick-up-to = 请选出您赞成的项目，最多 { $most } 项。
ballot-tick-exactly = 请选出您赞成的项目，正好 { $most } 项。
ballot-rank-up-to = 请给您赞成的项目排序，从第 1 位起，最多排 { $most } 项。
ballot-rank-exactly = 请给您赞成的项目排序，从第 1 位排到第 { $most } 位。
ballot-whole-list = 请看完名单，对全部 { $lines } 个项目作一次选择。
ballot-whole-legend = 对全部 { $lines } 个项目
ballot-grade = 请给每个项目评定一个等次。
ballot-fewer-valid = 少于这个数有效，多了不能提交。
ballot-change = 要改，选另一个即可。
ballot-line = 第 { $line } 项，共 { $of } 项
ballot-details = 详细说明
ballot-counter =
    { $kind ->
        [tick] 已选
        [rank] 已排
        [grade] 已评
       *[other] 已赞成
    } { $given } / { $most }
ballot-counter-exactly =
    { $kind ->
        [tick] 已选 { $given }，还须选 { $rest }
        [rank] 已排 { $given }，还须排 { $rest }
       *[other] 已赞成 { $given }，还须赞成 { $rest }
    }
ballot-left = 还有 { $left } 项未选
ballot-over =
    { $kind ->
        [tick] 多选 { $over } 项，请改为未选
        [rank] 多排 { $over } 项，请改为不排
       *[other] 多选 { $over } 项，请改为反对或弃权
    }
rank-label = 排在
rank-number = 第 { $rank } 位
rank-none = 不排
rank-order = 排序
grade-satisfied = 满意
grade-basically = 基本满意
grade-dissatisfied = 不满意
ballot-next = 下一步
size-standard = 标准
size-large = 大
size-largest = 特大

review-title = 请核对后投票
review-final = 点“确认投票”后不能修改。
review-as-abstain = 按弃权计
review-as-oppose = 按反对计
review-change-line = 修改
review-change = 返回修改
cast-button = 确认投票
cast-trying = 还没有投出，正在重试……
cast-paper = 如果一直不行，请举手到票务台改用纸质票。
cast-again = 再试一次

done-title = 表决票已投入票箱
done-lock = 请锁屏，或把设备交还。
done-first = 本票证的表决票已在票箱中。每轮只能投一次，只计先投入的一张。闭会前请保管好票证，另行投票还要用。
done-come-back = 本机十分钟内可以回到本页。之后到投票结束，再打开时显示空白票，和没有投过的票证一样，旁人看不出您是否投过票。
done-not-you = 如果不是您投的，请立即到票务台。

told-not-open = 投票还没有开始
told-wait-open = 请等待主持人宣布开始。
told-paused = 投票暂停
told-paused-kept = 已投出的票不受影响。请等待主持人宣布继续。
told-closed = 投票已结束，您的票没有投出
told-closed-desk = 如有疑问，请到票务台。
told-over = 投票已结束，票箱已打开
told-over-forgotten = 开箱后系统不再保存哪张票证投过票。结果以会议宣布的为准。
told-voided-before = 第 { $number } 轮已作废，投过的票已销毁，不计票。请保管好票证，等待重新投票。
told-void = 本轮已作废，您的票不计
told-void-next = 请等待主持人宣布下一轮。票证继续有效，不用换。
told-cancelled = 这张票证已注销
told-go-to-desk = 请拿着票证到票务台。
told-other-sitting = 这张票证不能用于本次投票
told-look-again = 再看一次

other-slip-title = 换用另一张票证吗？
other-slip-told = 本机已经打开一张票证，现在打开的是另一张的链接。
other-slip-whose = 如果这张不是您自己抽的，请保留原来的。
other-slip-keep = 保留原来的票证
other-slip-change = 改用这一张

problem-field-unknown = 表单中有多余的内容，没有提交。请返回重新填写。
problem-field-twice = 表单中有重复的内容，没有提交。请返回重新填写。
problem-field-missing = 第 { $line } 项缺少选择，没有提交。请返回重新填写。
problem-round-unknown = 表单不完整，没有提交。请返回重新填写。
problem-mark-unknown = 第 { $line } 项的选择无法识别，没有提交。请返回重新填写。

done-other-polls = 本次会议有 { $polls } 项票决，每项投一次。
done-to-others = 看其他票决

# Remarks beside grades.

ballot-remarks = 每一项都可以写意见，最多 { $most } 个字，也可以不写。意见与等次分开保存；同一项有三人以上写了意见，才打乱次序、隐去姓名后给人大工作人员看，不足三人的不保存。
remark-open = 写意见（可以不写）
remark-label = 对这一项的意见
remark-hint = 请写哪里还要改进，不要写姓名、电话。
review-said = 意见：
review-asks-remark = 评了基本满意或者不满意，还没有写意见
review-asks-remark-about = 写一写哪里还要改进，有助于整改。不写也可以直接投票。
review-write-remark = 写意见
problem-remark-too-long = 第 { $line } 项的意见太长，最多 { $most } 个字，请删去至少 { $over } 个字。
problem-remark-names-person = 第 { $line } 项的意见里有人的姓名或者号码，给工作人员看时会换成 ***。
problem-remarks-unopened = 意见 { $of } 份，只有 { $opened } 份能打开。没有开箱，什么也没有写入。请联系系统管理员。
