# Problems of imported files.

problem-file-too-large = 文件太大，最多 { $most } MB。
problem-file-not-text = 文件不是文本表格。请另存为 CSV（UTF-8）后再导入。
problem-csv-broken = 这一行的格式有错，无法读取。请检查引号和逗号。
problem-column-unknown = 不认识这一列，已忽略。
problem-column-missing = 缺少“{ $column }”列。请按模板补上。
problem-rows-too-many = 行数太多，一次最多 { $most } 行。
problem-cell-too-long = 内容太长。
problem-cell-hidden-sign = 内容里有看不见的控制字符，请重新输入。
problem-cell-empty = 这一格不能为空。
problem-cell-value = 这一格的内容不在允许的范围内。
problem-cell-money = “{ $value }”不是金额。请用万元为单位填数字，例如 480 或 186.5。
problem-row-twice = “{ $value }”重复出现。
