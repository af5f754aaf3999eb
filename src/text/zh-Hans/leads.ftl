# Calls for leads, leads, what became of them.

call-phase-coming = 尚未开始
call-phase-open = 正在征集
call-phase-closed = 已经截止
call-period = { $first }至{ $last }，共 { $days } 天
call-hand-in = 我要提建议
call-coming-told = { $day }起可以提建议。
call-closed-told = 征集已经截止。收到的建议正在整理，凭回执号可以查看去向。
call-leads = 已收到 { $leads } 条建议
call-scope = 征集哪些建议
call-scope-hint = 写明征集范围，例如道路、饮水、牧道、养老。
call-excluded = 哪些事不在这里提
call-excluded-hint = 投诉、诉讼和上级已安排的事不在征集范围，写明应当到哪里办。
call-poster = 打印海报
call-title-label = 标题
call-year-label = 项目年度
call-year-hint = 建议用于哪一年的民生实事项目，例如 2027。
call-opens-label = 开始日期
call-closes-label = 截止日期（当天仍可提交）
call-closes-hint = 有的办法要求征集不少于 { $days } 天。
call-regions-label = 可选的乡镇或村（每行一个）
call-regions-hint = 留空则由居民自己填写。
call-new = 发布征集公告
call-change = 修改征集公告
call-accept = 时间短的原因已经说明，仍按此日期发布
calls-title = 征集公告
calls-none = 还没有征集公告。发布后，居民可以用手机提建议。
calls-open = 正在征集建议
poster-how = 打印时选择 A4 或 A3 纸，按纸张缩放即可。
poster-scan = 手机扫码提建议，不用注册
poster-station = 不用手机的居民，可以到就近的代表家站当面提。

contact-days-title = 联系方式保存多久
contact-days-label = 天数（7 至 730）
contact-days-hint = 从收到建议那天算起，到期自动删除，不能恢复。
save = 保存
choose = 请选择
all = 全部

lead-form-title = 提一条建议
lead-form-how = 不用注册。请写清是什么事、在哪里。提交后会得到一个回执号，凭号可以查看去向。
lead-region = 乡镇或村
lead-region-hint = 例如：阿尕什敖包村
lead-kind-label = 类别
lead-what = 建议做什么
lead-what-hint = 一条建议写一件事。请不要写别人的姓名和电话。
lead-place = 具体地点
lead-place-hint = 例如：村委会到小学的路
lead-contact = 联系方式（可不填）
lead-contact-hint = 只有县乡人大工作人员需要核实时能看到，每次查看都有记录，到期自动删除。
lead-picture = 照片
lead-picture-hint = 可不填。一张 JPEG、PNG 或 WebP 照片，不超过 20 MB；照片里的位置信息会被去掉。
lead-picture-again = 照片需要重新选择，其他内容已保留。
lead-picture-alt = 随建议提交的照片
lead-picture-mark = 有照片
lead-trap-label = 请不要填写这一栏
lead-submit = 提交建议
lead-wait = 提交的人太多，请 { $minutes } 分钟后再试
lead-wait-kept = 填写的内容已保留在本页，到时再按一次“提交建议”即可。

lead-kind-education = 教育
lead-kind-health = 医疗卫生
lead-kind-care = 养老托幼
lead-kind-housing = 住房和小区
lead-kind-roads = 道路桥梁
lead-kind-water = 饮水灌溉
lead-kind-pasture = 牧道和牧业
lead-kind-energy = 供暖照明用电
lead-kind-environment = 环境卫生
lead-kind-culture = 文化体育
lead-kind-safety = 安全
lead-kind-other = 其他

lead-origin-label = 来源
lead-origin-resident = 居民手机提交
lead-origin-station = 代表家站
lead-origin-letter = 来信
lead-origin-phone = 来电
lead-origin-deputy_visit = 代表走访
lead-origin-proposal = 代表议案建议
lead-origin-unselected = 上年未入选项目
lead-origin-deputy = 代表提交
lead-origin-unit = 部门提交

lead-stage-label = 状态
lead-stage-received = 待处理
lead-stage-merged = 已合并
lead-stage-taken_up = 已入库
lead-stage-declined = 未采纳
lead-stage-handed_over = 已转办

propose-title = 录入一条建议
lead-ref = 编号或名称
lead-ref-hint = 议案建议写编号，上年未入选项目写名称，家站写站名；其他可不填。
lead-call = 征集公告
lead-received-at = 收到日期

receipt-label = 回执号
receipt-hint = 16 位数字，空格可有可无。
receipt-keep = 请抄下、拍下或打印这个号码。凭号可以查看建议的去向。
follow-title = 查看建议去向
follow-submit = 查看
followed-title = 建议去向
followed-wish = 建议内容
followed-no-contact = 本页不显示联系方式。持有回执号的人都能看到本页。
fate-title = 办到哪一步
fate-parts = 拆分出的部分
fate-received = 已收到
fate-merged = 与内容相同的建议合并办理
fate-waiting = 等待整理
fate-project-page = 查看这个项目的全过程
fate-taken-up = 已列入项目库：
fate-returned = 未入选后转入{ $year }年项目库：
fate-declined = 未采纳，原因：
fate-handed-over = 已转交：
fate-project-in_library = 在项目库中
fate-project-under_appraisal = 正在论证
fate-project-candidate = 列为候选项目
fate-project-on_slate = 列入候选项目名单，提请代表票决
fate-project-selected = 代表票决入选，将组织实施
fate-project-not_selected = 代表票决未入选，留在项目库
fate-project-declined = 论证后未列为候选项目，理由：
fate-project-merged = 并入另一个项目
fate-project-assigned = 已交办，由责任单位实施
fate-project-in_progress = 正在实施
fate-project-completed = 工程已完工，等待验收
fate-project-accepted = 已验收
fate-project-evaluated = 已由代表测评
fate-project-suspended = 经决定暂缓
fate-project-terminated = 经决定终止

leads-title = { $year } 年建议线索
leads-total = 共 { $leads } 条
leads-many = 超过 { $most } 条，请用筛选或搜索缩小范围。
leads-none = 没有符合条件的建议。可以减少筛选条件，或换一个词（两个字就能搜）。
leads-search = 搜索（两个字即可）
leads-filter = 筛选
leads-all = 清除条件
leads-table = 建议线索列表
leads-pages = 翻页
leads-csv = 导出 CSV
leads-xlsx = 导出 XLSX
leads-files = 导入与导出
leads-newer = 较新的
leads-older = 较早的
with-picture = 有照片
without-picture = 无照片
lead-new = 录入一条建议

lead-number = 第 { $number } 号建议
lead-back = 返回这条建议
lead-this = 这条建议
lead-likeness = 相似 { $percent }%
lead-alike = 可能重复的建议
lead-merge-into = 合并到第 { $number } 号
lead-is-merged = 已合并到：
lead-is-taken-up = 已列入项目：
lead-is-part = 拆分自：
lead-parts = 拆分出的建议
lead-carried = 一并代表的建议（{ $leads } 条）
lead-take-up = 列入项目库
lead-join-label = 已有项目
lead-join = 归入这个项目
lead-make = 新建项目
lead-make-button = 新建项目并归入
lead-project-name = 项目名称
lead-project-name-hint = 票上显示的名称，以后可以修改。
lead-project-summary = 一句话说明
lead-not-taken-up = 不列入项目库
lead-merge-split = 合并与拆分
lead-act-merge = 合并到另一条建议
lead-act-undo-merge = 撤销合并
lead-act-split = 拆分出一部分
lead-act-undo-split = 撤销拆分
lead-act-take-up = 列入项目库
lead-act-decline = 不采纳
lead-act-hand-over = 转交办理
lead-act-reconsider = 撤回决定，重新处理
lead-reason = 原因
lead-reason-hint = 提建议的人凭回执号会看到这段话。
lead-to = 转交到哪里
lead-to-hint = 例如：县信访局、县人民法院、县住建局。提建议的人会看到。
lead-into = 另一条建议的号数
lead-into-hint = 合并后两条建议同一去向，来源都保留，可以撤销。
lead-part-what = 拆分出的内容
lead-part-hint = 一条建议里写了两件事时使用。原文不变，来源保留，可以撤销。

lead-receipt-print = 查看和打印回执
lead-book-number = 登记号

contact-kept = 提建议的人留了联系方式。查看会记入审计日志。
contact-see = 查看联系方式
contact-title = 联系方式
contact-noted = 这次查看已记入审计日志。请只用于核实这条建议。

problem-text-missing = 请填写这一栏。
problem-typed-too-long = 最多 { $most } 个字，现在 { $length } 个字。
problem-typed-hidden = 有看不见的控制字符（{ $code }），请删去后重新输入。
problem-call-period = 截止日期早于开始日期。
problem-call-year = 年度应在 2000 至 2200 之间。
problem-call-short = 征集只有 { $days } 天，有的办法要求不少于 { $asked } 天。确需如此，请勾选后再保存。
problem-call-not-open = 征集{ $phase ->
    [coming] 尚未开始
   *[other] 已经截止
}，现在不能提交。可联系县乡人大办公室。
problem-contact-days = 天数应在 7 至 730 之间。
problem-contact-gone = 没有联系方式，或已到期删除。
problem-lead-form-old = 页面打开太久。内容已保留，请再按一次“提交建议”。
problem-lead-too-quick = 提交得太快。请检查一下内容，{ $seconds } 秒后再按一次“提交建议”。
problem-lead-trap = 请不要填写隐藏的那一栏，清空后再提交。
problem-lead-kind = 请选择类别。
problem-lead-region-unknown = 请从列表中选择乡镇或村。
problem-lead-ref-missing = 请填写议案建议的编号或上年项目的名称。
problem-lead-origin = 请选择来源。
problem-lead-state = 这条建议现在是“{ $stage ->
    [received] 待处理
    [merged] 已合并
    [taken_up] 已入库
    [declined] 未采纳
   *[other] 已转办
}”，不能这样处理。请先撤销原来的决定。
problem-lead-project-closed = 项目已进入候选名单或已有结论，不能再归入或撤出。
problem-lead-project-elsewhere = 请选择本级人大同一年度的项目。
problem-leads-too-many = 超过 { $most } 条，请先筛选再导出。
problem-merge-itself = 不能合并到自己。
problem-lead-merge-circle = 那条建议已经合并到这一条，不能再反过来合并。
problem-merge-twice = 这条建议已经合并过。
problem-merge-into-merged = 那条建议已合并到第 { $lead } 号，请直接合并到第 { $lead } 号。
problem-merge-elsewhere = 没有这个号，或不是本级人大同一年度的建议。
problem-merge-none = 这条建议没有合并过。
problem-split-merged = 已合并的建议不能拆分，请先撤销合并。
problem-split-none = 这条建议不是拆分出来的。
problem-split-in-use = 拆分出的建议已有合并或再拆分，请先撤销那些操作。
problem-receipt-not-digits = 回执号只有数字。
problem-receipt-length = 回执号是 16 位数字，现在是 { $digits } 位。
problem-receipt-check = 有一位数字不对，请对照回执再看一遍。
problem-receipt-unknown = 没有这个回执号。请对照回执再看一遍。
problem-receipt-wait = 输错次数太多，请 { $seconds } 秒后再试。
problem-picture-too-large = 照片超过 { $most } MB，请选小一点的。
problem-picture-heic = 这是 HEIC 照片，这里看不了。苹果手机请在“设置—相机—格式”选“兼容性最佳”后重拍，或用微信发给自己再保存（会变成 JPEG）。
problem-picture-kind = 这不是 JPEG、PNG 或 WebP 照片（{ $kind ->
    [unknown] 不认识的格式
   *[other] { $kind }
}）。请重新选一张照片。
problem-picture-too-many-pixels = 照片有 { $width }×{ $height } 像素，最多 { $most } 万像素。请选小一点的。
problem-picture-broken = 照片打不开，可能没有传完整。请重新选一张。

demo-call-title = { $year } 年民生实事项目征集
demo-call-scope = 道路桥梁、饮水灌溉、牧道、供暖照明、教育、医疗、养老、住房和小区、环境卫生、文化体育等当年能办成、多数群众受益的事。
demo-call-excluded = 投诉举报请到信访局，诉讼请到人民法院，个人低保、户籍等事项请到乡镇便民服务中心。上级已经安排资金的项目不重复征集。
