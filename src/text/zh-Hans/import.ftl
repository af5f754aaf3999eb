# What can be wrong with an imported file. The page puts row and column before each message;
# a message says what is wrong and what to do.

# the file
problem-file-too-large = 文件过大。请上传不超过 { $most } MB 的文件，并删去无关的内容和图片。
problem-file-old-workbook = 这是旧版 .xls 工作簿，或设有打开密码。请取消密码，另存为 .xlsx 或 CSV 后再上传。
problem-file-web-page = 这是网页格式的表格（有的系统导出时也叫 .xls）。请用表格软件打开，另存为 .xlsx 后再上传。
problem-file-not-table = 这不是表格文件。请上传 .xlsx 或 CSV 文件。
problem-file-not-text = 文件内容无法识别为文字。请另存为 .xlsx 或 UTF-8 编码的 CSV 后再上传。
problem-encoding-mixed = 本行的文字编码与其他行不同，或已损坏。请用表格软件重新保存整个文件，再检查本行文字。
problem-quote-open = 本行有引号没有配对，后面的内容都被并入同一格。请补上或删去引号。
problem-table-empty = 没有可读取的数据。第一行应为列名，以下每行一条。
problem-rows-too-many = 数据超过 { $most } 行，没有读取。请确认选对了文件，或分次导入。
problem-columns-too-many = 列数超过 { $most } 列。请删去右侧多余的列。
problem-problems-more = 另有 { $count } 个问题未列出。请先改正以上问题，再试一次。

# a workbook
problem-workbook-broken = 工作簿已损坏或结构异常，无法读取。请用表格软件打开后重新另存为 .xlsx。
problem-workbook-odd = 工作簿内含表格软件不会写入的内容，已拒绝读取。请将数据复制到新建的工作簿中再上传。
problem-workbook-parts = 工作簿的工作表或附件超过 { $most } 个。请只保留需要导入的一张工作表。
problem-workbook-too-large = 工作簿解压后超出限制（{ $most } MB）。请将数据复制到新建的工作簿中再上传。
problem-sheets-more = 工作簿中还有其他有内容的工作表，只读取了“{ $sheet }”。
problem-row-hidden = 本行在表格中是隐藏的，仍已读取。如不应导入，请删除本行。
problem-column-hidden = { $column } 列在表格中是隐藏的，仍已读取。请取消隐藏并核对。
problem-cells-merged = 单元格 { $range } 已合并。请取消合并，并在每一行填写内容。

# columns
problem-header-not-first = 列名不在第一行，列名以上的内容没有读取。
problem-column-missing = 缺少“{ $column }”列。请补上该列，或将列名改为“{ $column }”。
problem-column-twice = “{ $column }”与前面的列重复。请只保留一列。
problem-column-unknown = 不认识“{ $column }”列，该列不会导入。如列名有误请更正。
problem-column-not-kept = “{ $column }”列不会导入：名册只保存表决所需的信息。

# cells
problem-cell-empty = 此格必须填写。
problem-cell-without-header = 此格所在的列没有列名。请补上列名，或清除此格；CSV 文件请检查文字中的逗号是否加了引号。
problem-cell-too-long = 内容超过 { $most } 个字。请缩短。
problem-cell-word = 无法识别“{ $value }”。请填写：{ $words }。
problem-cell-twice = “{ $value }”与第 { $other } 行重复。请改正其中一行。
problem-cell-alike = “{ $value }”与第 { $other } 行相同。如确为两人，可以继续。
problem-cell-formula = 此格是公式。请用“选择性粘贴—数值”换成固定内容。
problem-cell-unreadable = 此格的内容“{ $value }”不是文字、数字或日期。请改正。
problem-cell-is-date = 此格被表格软件当成了日期（{ $value }）。请将此列设为“文本”格式后重新填写。
problem-cell-not-text = 此格有无法识别的字符。请重新填写此格。
problem-cell-hidden-character = 此格含有看不见的字符（{ $sign }），可能使两个名称看上去一样。请删去后重新填写。
problem-cell-replaced-character = 此格有字符在保存时已经丢失（显示为“�”）。请重新填写此格。
problem-cell-private-character = 此格含有自造字（{ $sign }），打印时可能缺字。请改用标准字。
problem-number-too-long = 数字过长，表格软件已经丢失末尾几位。请将此列设为“文本”格式后重新填写。

# deputies
problem-deputy-number-long = 代表编号超过 { $most } 个字。请缩短。

# projects
problem-amount-not-a-number = “{ $value }”不是金额。请填写以万元为单位的数字，如 480、480.5，或写明单位，如 0.48亿。
problem-amount-negative = 投资不能为负数：{ $value }。
problem-amount-too-fine = “{ $value }”不足一分的部分无法保存。请最多精确到分。
problem-amount-too-large = “{ $value }”超出可保存的金额。请核对单位是否为万元。
problem-amount-odd = “{ $value }”达到十亿元以上。请核对：不写单位时按万元计算。

# congresses
problem-congress-code = “{ $value }”不是 { $digits } 位数字的区划代码：县（市）为 6 位，乡镇为 9 位。
problem-congress-slug = 代号“{ $value }”不能用于网址。请用小写拼音字母、数字和连字符，不超过 { $most } 个字符。
problem-congress-parent-of-county = 县（市）不填上级代号。请清除此格。
problem-congress-parent-missing = 乡镇必须填写所属县（市）的代号。
problem-congress-parent-township = 上级代号“{ $value }”是乡镇，应填写县（市）的代号。
problem-congress-code-elsewhere = 区划代码“{ $value }”与上级县（市）的代码 { $code } 不一致。
