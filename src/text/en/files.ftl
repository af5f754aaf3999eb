# Files that a clerk brings and takes: the page, the trial, saving, exports and templates.

import-title-deputies = Roster of deputies: import and export
import-title-projects = Projects of { $year }: import and export
import-link-projects = Import or export projects

import-heading = Import
import-hint-deputies = Rows are matched by the deputy's number: a known number is updated, a new one is added. A column that the file has not stays as it is. First the file is tried; save it when you have seen the result.
import-hint-projects = Rows are matched by the project's code: a known code is updated, a new one is added. Projects on a frozen slate are not changed. A column that the file has not stays as it is. First the file is tried; save it when you have seen the result.
import-file = Choose a file
import-bounds = Excel (.xlsx) or CSV, at most { $megabytes } MB and { $rows } rows.
import-try = Try the file

export-heading = Export
export-count = { $rows ->
    [one] One row now.
   *[other] { $rows } rows now.
 }
export-hint = An exported file can be changed and imported again.
export-as-csv = Export CSV
export-as-xlsx = Export Excel
import-file-name-deputies = { $congress } deputies
import-file-name-projects = { $congress } projects { $year }
import-template-mark = { " " }template

import-columns = Which columns the file has
import-template-hint = You may start from the template: the column names, and one example row below. The example row is never imported.
import-template-csv = Download CSV template
import-template-xlsx = Download Excel template
import-column-head = Column
import-form-head = How to fill it in
import-example-head = Example
import-needed = Needed
import-column-deputies-number = Your office's number of the deputy, at most 20 characters, never twice
import-column-deputies-name = Name
import-column-deputies-delegation = Name of the delegation
import-column-deputies-committee = 是 (yes) or 否 (no); empty means no
import-column-deputies-language = 汉语, 哈萨克语, 维吾尔语 or 英语; empty means Chinese
import-column-deputies-note = Several lines are fine; only the office reads it
import-column-projects-code = Your office's code of the project, never twice
import-column-projects-name = Name on the ballot, never twice
import-column-projects-summary = One line: what is done, for how many people
import-column-projects-content = In full; several lines are fine
import-column-projects-scale = Number and unit
import-column-projects-place = Where
import-column-projects-beneficiaries = Who benefits, and how many
import-column-projects-beneficiary_count = How many people; “约5200人” and “4.2万” will do
import-column-projects-category = Category
import-column-projects-investment = A number in units of 10,000 yuan (万元), or with its unit, such as 0.48亿
import-column-projects-need_this_year = What it needs this year, in 万元; empty is all of it
import-column-projects-funding = A source a line: kind (name) total/this year, secured or not
import-column-projects-targets = For a work of several years a line a year: year, then the target
import-column-projects-lead_unit = Full name of the unit
import-column-projects-supporting_units = Supporting units
import-column-projects-leader = Leader in charge
import-column-projects-start_by = A date, or the plan’s words
import-column-projects-finish_by = A date, or the words of the plan
import-column-projects-readiness = 设想, 有初步方案, 完成设计 or 具备开工条件; empty is 设想
import-column-projects-origin = Who asked: 群众, 人大代表, 代表家站, 政府部门, 代表建议, 上年未入选项目 or 人大机关
import-column-projects-candidate = 是 or 否; 是 begins the appraisal, which makes it a candidate
import-column-projects-note = Several lines are fine
import-column-projects-kk_name = May stay empty; typed by a translator, never by a machine
import-column-projects-kk_summary = May stay empty
import-column-projects-kk_content = May stay empty; several lines are fine
import-column-projects-ug_name = May stay empty; typed by a translator, never by a machine
import-column-projects-ug_summary = May stay empty
import-column-projects-ug_content = May stay empty; several lines are fine

import-trial = What the trial found
import-has-errors = { $errors ->
    [one] One thing in the file must be corrected; nothing was saved. Correct it in the file and choose it again.
   *[other] { $errors } things in the file must be corrected; nothing was saved. Correct them in the file and choose it again.
 }
import-not-saved = { $rows ->
    [one] One row can be saved. Nothing is saved yet.
   *[other] { $rows } rows can be saved. Nothing is saved yet.
 }
import-is-idle = The file says the same as what is stored; there is no row to save.
import-figure-read = Read
import-figure-new = New
import-figure-changed = Changed
import-figure-unchanged = Unchanged
import-figure-left-out = Left out
import-figure-absent = Not in the file
import-problems = Problems ({ $all })
import-problems-shown = { $from }–{ $to } of { $all }
import-pages = Pages of problems
import-page-before = Previous page
import-page-after = Next page
import-row = Row
import-cause = Cause and what to do
import-whole = Whole file
import-must = Must be corrected
import-check = Please check
import-sample = As it would be saved ({ $shown } of { $all } rows)
import-fate = What happens
import-fate-new = New
import-fate-changed = Changed
import-fate-unchanged = Unchanged
import-fate-left-out = Left out
import-again = Choose the corrected file
import-absent-deputies = Deputies on the roster who are not in this file ({ $count })
import-absent-projects = Projects of the library that are not in this file ({ $count })
import-absent-more = { $more } more are not listed.
import-absent-stay = Saving leaves them as they are.
import-leave-deputies = { $count ->
    [one] This deputy has left office (and no longer counts as due)
   *[other] These { $count } deputies have left office (and no longer count as due)
 }
import-save-hint = All rows are saved, or none.
import-save = { $rows ->
    [one] Save one row
   *[other] Save { $rows } rows
 }
import-save-leaving = Save who has left
import-other-file = Choose another file
import-saved = Saved: { $new } new, { $changed } changed.
import-left-deputies = Noted as having left office: { $count }.
import-done = Saved
import-back = Back to import and export

problem-file-missing = No file was chosen. Choose an Excel or CSV file.
problem-upload-broken = The file did not arrive whole. Check the network and choose it again.
problem-upload-too-slow = The file came too slowly and was cut off. Check the network, or take out what is not needed, and choose it again.
problem-import-no-room = Too many files wait to be saved. Try again in half an hour, or ask colleagues to save what they have tried.
problem-import-expired = The tried file is no longer kept, and nothing was saved. Choose it again (it waits half an hour after the trial).
problem-import-moved = After the trial somebody changed what is stored, so nothing was saved. Below, the file is compared with what is stored now; look at it again, then save.
problem-import-nothing = There is nothing to save.
problem-row-is-example = This is the template's example row; it was not read.
problem-deputy-number-zeros = Number "{ $number }" differs from "{ $stands }" of { $name }, who is in office, by zeros at its beginning alone: a table calculation may have dropped them. Write "{ $stands }"; for another deputy choose another number.
problem-deputy-other-number = Name and delegation are those of { $name } (number "{ $stands }", not in this file). For the same deputy keep number "{ $stands }", or the roll counts one more.
import-office = Deputies before and after saving
import-office-when = When
import-office-all = In office
import-office-quorum = Quorum (two thirds)
import-office-majority = Majority
import-office-now = Now
import-office-after = After saving
import-office-left = After saving, those not in the file noted as having left
problem-deputy-renamed = The deputy of this number would be renamed from “{ $before }” to “{ $after }”. If this is another person, use a new number.
problem-deputy-returns = “{ $name }” has left office and would be in office again.
problem-deputies-roll-open = The roll of the sitting of { $date } is open and its number of deputies due no longer changes, so nobody can be noted as having left now. The office may import the file again after the sitting is closed.
problem-project-of-another-year = The code “{ $value }” belongs to a project of another year. Use another code.
problem-project-locked = “{ $value }” is on a frozen slate or has a result; it will not be changed.
import-title-leads = Leads of { $year }: import and export
import-hint-leads = Matched by the office's own number: new ones are added; a lead that is stored is somebody's own words and is not changed by a file. Saving gives each a receipt number; open the lead to print it, so that its sender can follow it. Contacts are read and never exported. Try first, look, then save.
import-column-leads-number = The number in the office's book, each once
import-column-leads-received_on = The day it came in, such as 2025-09-03
import-column-leads-origin = Liaison station, letter, telephone, deputy's visit, proposal, not selected last year and so on, in Chinese words
import-column-leads-origin_ref = A proposal's number, last year's project, the station's name
import-column-leads-region = Township or village
import-column-leads-kind = Kind, in Chinese words
import-column-leads-what = What should be done; several lines, at most 1000 characters
import-column-leads-place = Where exactly
import-column-leads-contact = May be empty; only for checking, deleted after a set time, empty in exports
import-column-leads-stage = Written by exports, not read
import-column-leads-told = Written by exports, not read
problem-lead-number-long = The number has at most { $most } characters.
problem-cell-date = “{ $value }” is no date: write 2025-09-03.
problem-lead-locked = There is a lead with the number “{ $value }” already; the file does not change it.
problem-candidate-by-appraisal = The project is no candidate yet: saving begins its appraisal, and passing that makes it one.

import-title-reports = Reports on the projects of { $year }, in and out
import-link-reports = Report on many projects with a table (CSV, XLSX)
import-hint-reports = Rows go by project code and month: new ones are added, one that stands is corrected and its earlier report kept. Each row is checked like a report of the page before it is public. Try first, save after looking.
import-column-reports-code = code of the project, as an exported file writes it
import-column-reports-name = name of the project, written by exports, not read
import-column-reports-month = month, for example 2026-03
import-column-reports-done = 0 to 100, at most one decimal; may be empty where the amount is reported
import-column-reports-quantity = amount done so far; it gives the share where the plan has an amount
import-column-reports-paid = money paid so far, in ten thousands of yuan
import-column-reports-status = one line: where things stand
import-column-reports-problem = may be empty
import-column-reports-next_step = may be empty
import-column-reports-why = where a figure fell, or a month that was reported is corrected
import-column-reports-state = written by exports, not read
problem-report-twice = Row { $first } has the report of { $month } on this project already.
problem-report-month = “{ $value }” is no month. Write it like 2026-03.
problem-report-no-figure = Give the share or the amount done.
problem-report-no-share = The plan of this project has no amount; give the share done.
problem-share-by-quantity = The share of this project follows from its amount; change the amount done.
problem-report-no-project = There is no project with code “{ $code }” in { $year }.
