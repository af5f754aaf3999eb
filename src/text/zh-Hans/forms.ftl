# Official forms on paper.

forms-title = 纸质表格（PDF）
forms-how = 每页下方有表名、轮次和“第几页，共几页”，缺页一看便知。表决票 8 项以内用 A5 纸，其余用 A4 纸。
forms-pdf = 打印用 PDF

form-ballot = 表决票
form-parallel-kk = 候选项目对照表（哈萨克文）
form-parallel-ug = 候选项目对照表（维吾尔文）
form-booklet = 候选项目简介
form-rules = 票决办法要点
form-key-cards = 密钥卡（空白）
form-tally-sheet = 计票单
form-seal-labels = 封存标签

paper-foot = { $form } · { $poll } · 第 { $round } 轮 · 名单 { $slate }
paper-which = 第{ HAN($sitting) }次全体会议，{ $poll }，第 { $round } 轮。
form-number = 序号
paper-date = 　　　　年　　月　　日
paper-seal = （盖章处）
paper-total = 合计
paper-signature = 签名

paper-ballot-title = { $poll }（表决票）
paper-make-circle = 在选定的方框内画“○”。
paper-write-rank = 在方框内写上名次的数字。
paper-parallel-note = 本表不是表决票，请不要在上面填写。序号与表决票相同。
paper-no-translation = 译文未提供

paper-sign-in = 签到表
paper-delegation = 代表团
paper-sign-in-sum = 实到　　　　人。工作人员签名：　　　　　　　　　
paper-wifi = 会场无线网：{ $wifi }
slips-print-pdf = 取出并打印（只有一次）
slips-wifi = 会场无线网（可以不填）
slips-wifi-how = 名称和密码，印在 PDF 的票证上，系统不保存。

paper-boxes = 投票箱（现场检查后填写）
paper-box-number = 票箱编号
paper-box-empty = 是否空箱
paper-box-seal = 封条编号
paper-card-check = 校验
paper-card-qr = 贴二维码处
paper-card-holder = 持卡人
paper-tally-how = 唱一票，划一笔；五笔成一个“正”字，沿浅色的字描写。
paper-tally-sign = 正
paper-label-content = 封存内容
paper-label-ballots = 收回的表决票
paper-label-unused = 未用票、作废票
paper-label-cards = 密钥卡
paper-label-records = 清点单、报告单和公开数据
paper-notice-title = 关于{ $poll }结果的公告

problem-form-not-yet = { $stage ->
    [frozen] 定稿
    [sealed] 封箱
    [closed] 投票结束
    [opened] 开箱
   *[other] 计票
}后才能打印。
problem-form-of-void = 本轮已作废，不再打印。
problem-form-no-cards = 本箱的钥匙存在服务器上，没有密钥卡。
problem-forms-not-built = 本程序安装时未包含打印功能，没有打印，也没有改动任何内容。请系统管理员安装含打印功能的程序。
problem-glyph-missing = “{ $text }”中的“{ $character }”（{ $code }）在现有字体中没有字形，没有打印。请系统管理员把有这个字的字体文件放进设置中的 fonts 文件夹，再打印。
form-opening-sheet = 开箱记录
opening-sheet-what = 本轮票箱已当众打开。下列摘要由箱内全部选票和一串随机数算出；选票有任何改动，摘要就不同。
box-digest = 票箱摘要
papers-digest = 选票摘要
audit-head-write-down = 请把链头（代号、行号和校验码）当众宣读，写进会议记录并由监票人签字：此后这一行及以前的记录，以及这些记录所确定的事项，如有改动，都能据此查出。
