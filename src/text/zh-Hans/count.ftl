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
