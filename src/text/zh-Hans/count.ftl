# What is wrong with a file of ballots (`minsheng count`).

problem-ballots-unreadable = 文件读取失败。
problem-ballots-not-text = 文件不是 UTF-8 文字。
problem-ballots-empty = 文件没有内容。
problem-ballots-header = 第一列应为 ballot，现为“{ $found }”。
problem-record-too-long = 本行过长。
problem-quote-unclosed = 引号没有成对。
problem-row-too-short = 本行只有 { $cells } 列，应有 { $columns } 列；按无法辨认的票计。
problem-row-too-long = 本行有 { $cells } 列，多于 { $columns } 列；多出的不计。
problem-cell-unknown = “{ $value }”不是选择，只能填 a、o、x 或者留空；按未选计。
problem-candidates-none = 没有候选项目。
problem-candidates-too-many = 候选项目超过 { $most } 个。
problem-candidate-without-id = 有候选项目没有编号。
problem-candidate-repeated = 候选项目编号“{ $id }”重复。
problem-pb-section-missing = 没有 { $section } 部分。
problem-pb-column-missing = { $section } 部分没有 { $column } 列。
problem-pb-kind-missing = 没有写明 vote_type。
problem-pb-kind-unknown = 不能计 vote_type 为 { $kind } 的票，只能计 approval 和 choose-1。
problem-pb-number-wrong = “{ $value }”不是数。
problem-vote-twice = 对“{ $id }”重复作了选择，按一次计。
problem-vote-unknown = 没有编号为“{ $id }”的项目，不计。
problem-vote-too-short = 选了 { $named } 项，少于规定的 { $bound } 项；照实计入。
problem-vote-too-long = 选了 { $named } 项，多于规定的 { $bound } 项；照实计入。
problem-ballots-above-members = 共有 { $ballots } 张票，多于应到的 { $deputies } 人。

# What was fixed of a voting day, compared again; and the chain of the audit log.
problem-fact-changed = { $fact ->
    [record] 审计记录中本轮的一行
    [turn] 审计记录中各步骤的先后次序（有一行写在不该在的位置）
    [asked] 提出这一步的人
    [stage] 本轮所处的环节
    [roll] 名册（应到人数或代表的出席情况）
    [officers] 会议通过的监票人、计票人名单
    [adopted] 会议通过的办法
    [drafted] 上一轮确定的本轮办法和名单
    [rules] 本轮办法
    [slate] 候选项目名单
    [list] 正式名单的定稿
    [sealed] 票箱的封存记录
    [box] 票箱里的票
    [account] 清点单
    [papers] 开箱后的选票
    [presidium] 主席团的决定
    [statement] 计票结果报告单
    [results] 各项目的表决结果
    [names] 更正过的项目名称或单位名称
   *[notice] 公告
}与当时确定的不一致：数据库里的内容被改动过。不显示结果，也不能继续。{ $way ->
    [void] 请保留现场并通知系统管理员；可由两人作废本轮，或停机后从改动之前的备份恢复。
   *[restore] 请保留现场并通知系统管理员，停机后从改动之前的备份恢复；以签字的纸质报告单为准。
}
problem-box-missing = 服务器上找不到本轮的票箱文件。
problem-box-torn = 本轮的票箱文件已损坏，无法读出。文件原样保留。
problem-box-foreign = 服务器上的票箱文件不属于现在的数据库：票箱由审计记录 { $opened } 一行开启，而现在的审计记录到 { $head } 为止，没有这一行。可能恢复过较早的备份，也可能文件被替换。文件原样保留。
problem-schema-changed = 数据库里有本系统没有建立的结构（{ $found }），或者原有的结构被删改。请保留现场，通知系统管理员；停机后从改动之前的备份恢复，再继续。
problem-head-congress-unknown = 没有代号为 { $slug } 的人大。请照纸上印的重新输入。
problem-chain-broken = 审计记录第 { $line } 行{ $kind ->
    [removed] 缺失
    [changed] 被改动过，或者它前面有一行被删去
    [added] 是后来插进去的
    [moved] 的位置被调换过
    [column] 与旁边各列的内容不一致
    [short] 起缺失：记录比已知的链头短
   *[other] 与已知的链头不一致，这一行及以前的记录可能被整体改写
}。请保留现场，通知系统管理员；停机后从记录完好的备份恢复，再继续。没有这样的备份的，由两人在本项票决的“审计记录”页说明理由后继续。
problem-database-damaged = 数据库文件损坏：{ $found }。请停机，从备份恢复。
facts-changed-title = 有内容被改动过

# Whether the record holds, on the administrator's page.
record-title = 数据核对
restored-at = 本系统于 { $time } 从备份恢复。备份以后办的事不在其中，须核对后重新办理。
record-not-yet = 启动后的核对还没有完成，请稍后刷新。
record-checked = { $time } 核对完毕，审计记录共 { $lines } 行。
record-holds = 数据库、审计记录和各轮表决已确定的内容都一致。链头：{ $head }
record-how = 程序每次启动后和每天自动核对一次。链头（代号、行号和校验码）印在验箱证明、清点单、开箱记录和计票结果报告单上；要与纸上的链头比对，请在服务器上运行 minsheng doctor --head 代号:行号:校验码。
backups-differs = 备份时发现 { $differences } 处不一致，详见清单文件

# Going on with a poll although the audit log is broken.
act-accept-log = 审计记录有断裂，说明理由后继续
log-title = 审计记录
log-whole = 已从头逐行核对，记录完好。
log-all-accepted = 记录有断裂，已由两人说明理由后继续本项票决。
log-open-title = 记录有断裂
log-accept-what = 请先通知系统管理员，停机后从记录完好的备份恢复。恢复不了的，由两人（其中一人是会议通过的监票人）说明理由后继续本项票决：结果仍按各轮当时确定的内容逐项核对，断裂的行和理由写入记录、清点单和报告单，不能撤销。以后再有断裂，仍会停下。
log-accepted = 审计记录有断裂，由两人确认后继续：{ $gaps } 理由：{ $reason }
shown-log-gap = 审计记录第 { $line } 行{ $kind ->
    [removed] 缺失
    [changed] 被改动过，或者它前面有一行被删去
    [added] 是后来插进去的
    [moved] 的位置被调换过
   *[column] 与旁边各列的内容不一致
}。
problem-log-holds = 审计记录完好，不需要这一步。
problem-log-too-broken = 断裂超过 8 处，不能这样继续。请停机后从记录完好的备份恢复。
log-asked-other = 原来提出时断开的地方与现在不同：请原提出人再次提出并说明原因，新的申请代替原来的。
