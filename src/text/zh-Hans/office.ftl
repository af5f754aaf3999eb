# Words of state, roles and refusals of the office's pages.

role-clerk = 工作人员
role-chief_scrutineer = 总监票人
role-scrutineer = 监票人
role-teller = 计票人
role-publisher = 发布人
role-prefecture_reader = 地区人大工委
role-administrator = 系统管理员

demo-prefecture = 阿勒泰地区
demo-person = 演示{ $role } 001
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
problem-no-quorum = 尚未宣布符合法定人数。请工作人员先清点人数。
problem-box-not-empty = 票箱不是空的，内有 { $returned } 张票。不能封箱，请作废本轮。
problem-nothing-issued = 还没有发出任何票证。
problem-issued-above-present = 发出 { $issued } 张，多于实到 { $present } 人。请核对签到和发票记录。
problem-slips-unaccounted = 票证数不平：印制数减去发出数和注销数，还差 { $left } 张。请发给未领的代表，或扫码注销剩余票证。
problem-account-unequal = 账目不平：发出 { $issued }，票箱内 { $returned }，已用票证 { $spent }。不能开箱，只能作废本轮。
problem-box-not-clean = 开箱后的清理尚未完成，暂时不能认证。系统会继续清理，请稍后再试；磁盘已满时请系统管理员腾出空间。
problem-result-undecided = 结果尚未确定（并列或不足额），须按票决办法另行票决或由主席团决定后才能认证。
problem-same-person = 这一步须由两个人完成，您就是提出的人。请另一位有权限的人员登录确认。
problem-reason-missing = 请写明理由。
problem-quorum-missing = 不足法定人数：须到会 { $needed } 人，实到 { $present } 人，还差 { $missing } 人。
problem-roll-impossible = 签到数不对：应到 { $due } 人，实到 { $present } 人，请假 { $leave } 人。
problem-roll-empty = 名册为空，没有在任代表。请先导入代表名册。
problem-roll-not-open = 签到未开放，名册现在不能改动。
problem-line-has-slip = 该代表已领票证，不能改为请假或缺席。
problem-sitting-out-of-turn = 会议现在不能进行这一步，请刷新页面。
problem-round-is-running = 正在投票，不能休会或闭会。请先结束投票。
problem-session-exists = 已有同一届次的会议。
problem-session-number = 请填 1 到 99 之间的整数。
problem-year-form = 请填四位数的年份。
problem-date-form = 请按“年-月-日”填写日期，例如 2026-01-15。
problem-body-missing = 乡镇不设常务委员会。
problem-number-form = 请填整数。
problem-title-missing = 请填标题，不超过 80 个字。
problem-poll-is-frozen = 名单和办法已定稿，不能再改。如有错误，只能由两人写明理由作废本轮。
problem-not-a-candidate = “{ $name }”不是候选项目。
problem-candidate-twice = “{ $name }”在名单中出现了两次。
problem-project-on-slate = “{ $name }”已列入名单，不能改动。
problem-warnings-not-accepted = 票决办法有提醒事项。请写明理由后接受，或修改办法。
problem-not-certified = 结果尚未认证，不能发布。
problem-published-already = 这一版结果已经发布。
problem-slips-number = 一次可印 1 到 { $most } 张。
problem-slips-handed-out = 已发出 { $issued } 张，不能整批重印。可以加印。
problem-slips-run-out = 票证不够：共印 { $printed } 张。请加印。
problem-slip-unknown = 第 { $line } 行：没有这个票证，或属于另一次会议。
problem-slip-cancelled = 第 { $line } 行：这张票证已经注销。
problem-slip-handed-out = 注销太多：剩余票证将少于已发出的张数。
problem-voting-began = 投票已经开始，票证不能再变动。
problem-issuing-not-begun = 还没有进入发票环节。
problem-not-present = 只有实到代表可以领票证。
problem-has-slip = 该代表已领过票证。
problem-choose-someone = 请先选择代表。

# Forms and signing in.
problem-form-foreign = 页面校验没有通过，没有提交任何内容。请返回重新打开页面。
problem-page-old = 页面已过期：名单或轮次有变化。请返回重新填写。
problem-sign-in-wrong = 用户名或密码不对。
problem-sign-in-wait = 错误次数过多，请 { $seconds } 秒后再试。
problem-password-short = 密码至少 { $least } 个字符。
problem-password-repeat = 两次输入的新密码不一致。
problem-password-wrong = 原密码不对。
problem-username-form = 用户名只能用小写字母、数字、点和短横，不超过 40 个字符。
problem-username-taken = 用户名“{ $name }”已被使用。
problem-username-unknown = 没有用户“{ $name }”。
problem-congress-unknown = 没有代号为“{ $congress }”的人大。
problem-role-place = 角色与单位不符：{ $role }。
