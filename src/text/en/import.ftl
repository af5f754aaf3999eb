# Problems of imported files.

problem-file-too-large = The file is too large: at most { $most } MB.
problem-file-not-text = The file is not a text table. Save it as CSV (UTF-8) and import again.
problem-csv-broken = This row cannot be read. Check quotes and commas.
problem-column-unknown = This column is not known and was passed over.
problem-column-missing = The column “{ $column }” is missing. Add it as in the template.
problem-rows-too-many = Too many rows: at most { $most } at once.
problem-cell-too-long = The text is too long.
problem-cell-hidden-sign = The text has invisible control characters. Type it again.
problem-cell-empty = This cell must not be empty.
problem-cell-value = This value is not allowed here.
problem-cell-money = “{ $value }” is not an amount. Give a number in units of 10,000 yuan, such as 480 or 186.5.
problem-row-twice = “{ $value }” appears twice.
