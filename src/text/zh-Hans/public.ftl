# The public site.

home-title = 民生实事项目 群众点单、代表票决
home-lead = 居民提出需求，代表无记名投票决定，政府组织实施，代表检查评价。
home-newest = 最新票决结果
home-counties = 县（市）
home-townships = { $townships } 个乡镇
results-none = 还没有公布的结果。
congress-years = 测评和整改
results-graded = 测评 { $lines } 项
results-changed = 数据库里的内容与当时确定的不一致，暂不显示结果；以签字的纸质报告单和已张贴的公告为准
results-selected = 入选 { $selected } 项
congress-results = 票决结果
congress-sessions = 会议
congress-townships = 乡镇
sessions-none = 还没有会议。
polls = 票决
polls-none = 还没有票决。
sittings = 全体会议
sitting-number = 第{ HAN($number) }次全体会议

result-title = 票决结果
result-not-yet = 结果尚未公布
result-not-yet-why = 结果经两名人员认证并发布后在这里公布。投票期间任何人都看不到票数。
round-held = 第{ HAN($sitting) }次全体会议（{ $day }）：应到{ $body ->
        [standing_committee] 组成人员
       *[congress] 代表
    } { $due } 名，实到 { $present } 名，法定人数 { $quorum } 名。
result-version = 第 { $version } 版
result-corrections = 更正
result-print = 可用浏览器打印本页，一张 A4 纸。

notice-number = 公告（第 { $number } 号）
notice-title = { $congress }人民代表大会{ $body ->
        [standing_committee] 常务委员会
       *[congress] {""}
    }公告
notice-text = { $session }经{ $body ->
        [standing_committee] 常委会组成人员无记名投票，{ $how ->
            [majority] 以全体组成人员过半数
           *[votes] 按票决办法
        }
       *[congress] 代表无记名投票，{ $how ->
            [majority] 以全体代表过半数
           *[votes] 按票决办法
        }
    }通过下列民生实事项目：
notice-end = 现予公告。
notice-issuer = { $body ->
        [standing_committee] { $congress }人民代表大会常务委员会
       *[congress] { $session }主席团
    }
notice-corrects = 本公告更正公告（第 { $number } 号）。
notice-corrected = 更正：{ $change }理由：{ $reason }
notice-replaced = 本公告已由后来的更正公告代替，原文保留。

about-chain = 民生实事项目由居民提出、部门论证，列入候选名单；代表在会议上无记名投票决定；政府按计划实施；代表检查进度并作满意度测评。
about-secret = 投票怎样保密
about-secret-slip = 代表签到后自己抽一张封好的票证。票证不写姓名，系统不知道哪张票证在谁手里。
about-secret-box = 投票结束前，任何页面、记录和日志里都没有各项目的票数。开箱后，选票只剩下“同样的票有几张”，没有先后、时间和来源。
about-secret-not = 本系统不能防止：有人看您的屏幕，或您把屏幕给别人看。
about-count = 怎样算入选
about-count-majority = 除票决办法另有规定外，赞成票须超过全体代表的半数，不是到会代表的半数；没有到会等于没有赞成。结果页逐项写明票数、还差几票和依据。
about-access = 看不清或不方便
about-access-how = 表决票有三种字号，可用键盘和读屏软件操作，不需要脚本。需要帮助时请到票务台，也可以改用纸质票。
