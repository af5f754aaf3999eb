# What can be wrong with an imported file. The page puts row and column before each message;
# a message says what is wrong and what to do.

# the file
problem-file-too-large = The file is too large. Upload at most { $most } MB, without pictures and other matter.
problem-file-old-workbook = This is an old .xls workbook, or one with a password. Remove the password, save it as .xlsx or CSV, and upload it again.
problem-file-web-page = This is a web page with a table (some systems call it .xls). Open it in a spreadsheet, save it as .xlsx, and upload it again.
problem-file-not-table = This is not a table. Upload an .xlsx or CSV file.
problem-file-not-text = The file cannot be read as text. Save it as .xlsx or as CSV in UTF-8, and upload it again.
problem-encoding-mixed = The text of this row has another encoding than the other rows, or is damaged. Save the whole file again in a spreadsheet, then check this row.
problem-quote-open = A quotation mark in this row is not closed, and everything after it went into one cell. Close or delete it.
problem-table-empty = There are no data to read. The first row holds the column names, each row below is one entry.
problem-rows-too-many = There are more than { $most } rows, and none was read. Check that this is the right file, or import it in parts.
problem-columns-too-many = There are more than { $most } columns. Delete those on the right that are not needed.
problem-problems-more = { $count } more problems are not listed. Correct those above and try again.

# a workbook
problem-workbook-broken = The workbook is damaged or put together oddly and cannot be read. Open it in a spreadsheet and save it as .xlsx again.
problem-workbook-odd = The workbook contains what no spreadsheet writes, and was refused. Copy the data into a new workbook and upload that.
problem-workbook-parts = The workbook has more than { $most } sheets or attachments. Keep only the sheet to be imported.
problem-workbook-too-large = Unpacked, the workbook is larger than allowed ({ $most } MB). Copy the data into a new workbook and upload that.
problem-sheets-more = The workbook has other sheets with content; only “{ $sheet }” was read.
problem-row-hidden = This row is hidden in the sheet and was read all the same. Delete it if it must not be imported.
problem-column-hidden = Column { $column } is hidden in the sheet and was read all the same. Show it and check it.
problem-cells-merged = The cells { $range } are merged. Split them and fill in every row.

# columns
problem-header-not-first = The column names are not in the first row; what stands above them was not read.
problem-column-missing = The column “{ $column }” is missing. Add it, or rename a column to “{ $column }”.
problem-column-twice = “{ $column }” repeats an earlier column. Keep one of them.
problem-column-unknown = The column “{ $column }” is not known and will not be imported. Correct its name if it is wrong.
problem-column-not-kept = The column “{ $column }” will not be imported: the roster keeps only what a vote needs.

# cells
problem-cell-empty = This cell must be filled in.
problem-cell-without-header = The column of this cell has no name. Name it, or clear the cell; in CSV, check that text with commas stands in quotation marks.
problem-cell-too-long = The text is longer than { $most } characters. Shorten it.
problem-cell-word = “{ $value }” is not understood. Write one of: { $words }.
problem-cell-twice = “{ $value }” is the same as in row { $other }. Correct one of the two.
problem-cell-alike = “{ $value }” is the same as in row { $other }. Go on if these are two people.
problem-cell-formula = This cell is a formula. Replace it by its value (paste special, values).
problem-cell-unreadable = The content “{ $value }” is not text, a number or a date. Correct it.
problem-cell-is-date = The spreadsheet took this cell for a date ({ $value }). Set the column to the format Text and write it again.
problem-cell-not-text = This cell has characters that cannot be read. Write it again.
problem-cell-hidden-character = This cell has an invisible character ({ $sign }), which can make two names look alike. Delete it and write the cell again.
problem-cell-replaced-character = A character of this cell was lost when the file was saved (shown as “�”). Write it again.
problem-cell-private-character = This cell has a character of a private font ({ $sign }) that may be missing in print. Use a standard one.
problem-number-too-long = The number is too long, and the spreadsheet has lost its last digits. Set the column to the format Text and write it again.

# deputies
problem-deputy-number-long = The deputy's number is longer than { $most } characters. Shorten it.

# projects
problem-amount-not-a-number = “{ $value }” is not an amount. Write a number in units of 10,000 yuan (万元), such as 480 or 480.5, or name the unit, such as 0.48亿.
problem-amount-negative = The investment cannot be negative: { $value }.
problem-amount-too-fine = “{ $value }” is finer than one fen. Write no more than whole fen.
problem-amount-too-large = “{ $value }” is more than can be kept. Check that the unit is 10,000 yuan (万元).
problem-amount-odd = “{ $value }” is a thousand million yuan or more. Check it: without a unit, the number counts units of 10,000 yuan (万元).

# congresses
problem-congress-code = “{ $value }” is not a division code of { $digits } digits: six for a county or city, nine for a township.
problem-congress-slug = The slug “{ $value }” cannot stand in an address. Use lower-case letters, digits and hyphens, at most { $most } characters.
problem-congress-parent-of-county = A county or city has no parent here. Clear the cell.
problem-congress-parent-missing = A township needs the slug of its county or city.
problem-congress-parent-township = The parent “{ $value }” is a township; write the slug of a county or city.
problem-congress-code-elsewhere = The division code “{ $value }” does not begin with the county's code { $code }.
