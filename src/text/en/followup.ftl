# The follow-up: plan, reports, lights, findings, changes, the supervision calendar.

problem-percent-form = Give a percentage from 0 to 100 with at most one decimal.
problem-money-form = Give the money in units of 10,000 yuan, for example 36.5.
problem-blank = Fill this in.
problem-quantity-form = Give a whole number above 0.
problem-funds-missing = List the money by source, each above 0.
problem-accept-before-start = Acceptance cannot be due before the start.
problem-milestones-number = List 1 to { $most } milestones.
problem-milestone-name = Milestone { $line } has no name.
problem-milestone-outside = Milestone { $line } is not between start and acceptance.
problem-milestone-order = Milestone { $line } is earlier, or has less work done, than the one before. List them by date.
problem-milestones-whole = At the last milestone 100% must be done.
problem-milestone-unknown = A ticked milestone is not of the plan in force. Reload the page.
problem-year-closed = The year { $year } is closed: its reports are no longer taken or corrected. If something must be set right, ask the congress office to explain it in a report of the next year.
problem-month-to-come = { $month } has not come yet and cannot be reported.
problem-month-before-plan = { $month } is before the assignment and cannot be reported.
problem-paid-above-plan = CNY { $paid } x 10,000 is paid, more than the planned CNY { $planned } x 10,000. More money needs a change by the deciding body first: ask the congress office.
problem-share-fell = The share done fell from { $was }% to { $is }%. Say why.
problem-paid-fell = The money paid fell from CNY { $was } x 10,000 to { $is } x 10,000. Say why.
problem-finding-out-of-turn = This step is not possible now; reload the page. It stands at: { $stage ->
    [found] to be sent
    [sent] to be rectified
    [answered] to be checked again
    [closed] closed
   *[dismissed] not followed up
}.
problem-deadline-past = The deadline must be after today.
problem-finding-of-another-unit = This finding was sent to another unit, which must answer it.
problem-extension-too-late = The deadline { $due } has passed and cannot be extended. Answer as soon as you can.
problem-extension-not-later = The new deadline must be later than the old one.
problem-own-unit-closes = Whoever rectified or answered cannot check it again. The deputy who found it, the group or the congress office can.
problem-change-out-of-turn = The project cannot be changed like this at its present stage.
problem-change-decided = This change has been decided already.
problem-wrong-body = At this level the change must be decided by the { $body ->
    [standing_committee] standing committee of the county
   *[congress] congress of the township
}.
problem-document-missing = Give the name or number of the document.
problem-notice-missing = Give the name or number of the public notice.
problem-decision-day = The decision must be after the request and not after today.
problem-fact-noted = This is noted already.
problem-fact-out-of-turn = This cannot be noted at the present stage: first finished, then accepted.
problem-fact-day = The day cannot be after today nor before the works were finished.
problem-report-too-near = The meeting is less than twenty days away: the draft should go out for comment by { $draft } (supervision law, article 15).
problem-answer-or-day = Give the answer, or the day by which a written reply is due.
problem-answer-before-entry = The reply cannot be due before the day of the event.

# Lights.
light-red = Far behind
light-yellow = Behind
light-green = On plan
light-grey = Not started
light-blue = Done
light-reason-accepted = Finished and accepted.
light-reason-start-not-due = Not started; the start is not due yet.
light-reason-on-plan = { $planned }% should be done by plan and { $done }% is; nothing is overdue.
light-reason-days = The oldest overdue milestone was due on { $since }, { $days } days ago; { $planned }% should be done and { $done }% is.
light-reason-points = { $planned }% should be done and { $done }% is: { $points } points behind.
light-reason-caught-up = Far behind last month, caught up in this one: yellow for this month, then as the plan says.
light-rule = How lights are set: by the days and the share of work, the worse of the two, never by hand. Nothing overdue is on plan; up to { $days } days and { $points } points behind is behind; more is far behind; finished and accepted is done. A report checked by day { $by } of the next month counts for its month; a month far behind stays on record.
as-of = As of { $day }.
month-open = open
months-title = Month by month

# Stages of a project after the vote.
project-stage-selected = Selected, to be assigned
project-stage-assigned = Assigned
project-stage-in_progress = Under way
project-stage-completed = Finished, to be accepted
project-stage-accepted = Accepted
project-stage-evaluated = Graded
project-stage-suspended = Suspended
project-stage-terminated = Ended

# The plan.
plan-title = Plan
plan-none = There is no plan yet. It stands here once the project is assigned.
plan-target = The year's target
plan-quantity = Target as an amount (optional)
plan-quantity-hint = A whole number such as 86. With it, the monthly report asks for an amount instead of a percentage.
plan-measure = Unit of measure
plan-place = Place
plan-unit = Leading unit
plan-partners = Supporting units
plan-leader = Leader in charge
plan-group = Supervising group
plan-acceptance = Acceptance rule
plan-acceptance-usual = Passes acceptance by design and code, with a certificate
plan-funds = Money by source
plan-funds-hint = One line each: source, space, amount in units of 10,000 yuan, for example: County budget 680
plan-fund-usual = Public budget
plan-start-by = Start by
plan-accept-by = Accepted by
plan-summary = What it is
plan-earlier = Version { $version } of the plan, from { $from } (changed since)
milestone = Milestone
milestones = Milestones
milestones-hint = By date; the share is what is done in all, 100% at the last. Empty lines do not count.
milestone-name = Name of milestone { $number }
milestone-due-of = Due day of milestone { $number }
milestone-share-of = Share at milestone { $number }
milestone-due = Due
milestone-share = Share
milestone-reached = Reached
milestone-by-share = by { $share }% done
milestone-quarter = Progress of quarter { $number }
milestone-all = All works finished
assign-title = Assign the project
assign-project = Assign the project
task-table-title = Task table of { $name }’s livelihood projects { $year }
task-table-print = Print the task table
task-table-foot = Drawn up by:            Checked by:            Date:
print-landscape = Print on A4 landscape.

# Money.
money-title = Money
money-bar = { $paid } paid of { $planned } planned
paid = { $paid } paid

# Reports.
report-title = Monthly report
report-write = Write a report
report-month = Month
report-quantity = Done so far ({ $measure })
report-quantity-hint = The target is { $target } { $measure }.
report-done = Done so far (%)
report-done-hint = Of all the work, since the start.
report-reached = Milestones reached
report-paid = Paid so far (10,000 yuan)
report-paid-hint = { $planned } is planned.
report-status = Where things stand, in one line
report-problem-field = What hinders (if anything)
report-problem = Problem:
report-next = Next step
report-why = Why
report-send = Send the report
report-then = The head of the unit checks it; then it is public.
report-last = Last report: { $month }
report-first = This is the first report.
report-by = By { $name }, { $at }
report-checked-by = Checked by { $name }, { $on }
report-waits = Waits to be checked; not public yet
report-check = Check the report of { $month }
report-earlier = { $versions } earlier versions before the correction
reports-title = Reports
reports-none = There are no reports yet.

# Facts.
facts-title = Started, finished, accepted, in use
fact-started = Started
fact-finished = Works finished
fact-accepted = Accepted
fact-in_use = In use
fact-note-started = Note the start
fact-note-finished = Note that the works are finished
fact-note-accepted = Note the acceptance
fact-note-in_use = Note that it is in use
fact-on = Day
fact-document = Document (needed for acceptance)
not-yet = not yet
accepted-on = Accepted on { $day }

# Findings.
finding-write = Write down a finding
finding-of-unit = The unit's work, no single project
finding-text = What was found
finding-text-hint = In three sentences: what you saw, whom it concerns, what should be.
finding-place = Where at the site
finding-save = Save the finding
finding-then = The congress office sends it to the unit; you will see the answer and check again.
finding-number = Finding { $year }-{ $number }
finding-with = { $unit } must rectify it by { $due }
finding-found = Found by
finding-not-yours = The next step is somebody else’s.
finding-stage-found = To be sent
finding-stage-sent = To be rectified
finding-stage-answered = To be checked again
finding-stage-closed = Closed
finding-stage-dismissed = Not followed up
finding-act-send = Sent by
finding-act-dismiss = Not followed up, by
finding-act-answer = Answered by
finding-act-ask-extension = Extension asked by
finding-act-extend = Extended by
finding-act-close = Closed by
finding-act-reopen = Sent back by
finding-do-send = Send to the unit
finding-do-dismiss = Do not follow up
finding-do-answer = Answer
finding-do-ask-extension = Ask for an extension
finding-do-extend = Extend the deadline
finding-do-close = Close the finding
finding-do-reopen = Send back to the unit
finding-say-send = What is required (optional)
finding-say-dismiss = Why
finding-say-answer = What was done, and the proof
finding-say-ask-extension = Why
finding-say-extend = Why
finding-say-close = What you saw
finding-say-reopen = What is still wrong
project-findings = Findings
findings-none = There are no findings.
steps-title = What was done
due-day = Deadline
due-on = due { $due }
approver = Approved by
approved-by = approved by { $name }
overdue = { $days } days overdue
reopened = sent back { $times } times
ledger-title = Ledger of { $year }
ledger-of = Ledger of { $name } { $year }
ledger-no = No.
ledger-state = State
ledger-sums = { $total } in all, { $closed } closed, { $overdue } overdue. { $day }
order-print = Print the order
order-title = Order of the people’s congress of { $name }
order-number = No. { $number } of { $year }
order-to = To the unit
order-answer = Answer of the unit
order-recheck = What the re-check found
order-foot = (Seal)            Date:

# Changes.
changes-title = Changes
changes-none = Nothing was changed.
change-ask = Ask for a change
change-ask-button = Ask for the change
change-body = What was voted can only be changed by the { $body }. Without its decision the plan stays as it is.
change-what = What is changed
change-kind-scale = Scale
change-kind-place = Place
change-kind-amount = Money
change-kind-date = Date
change-kind-suspend = Suspend
change-kind-resume = Resume
change-kind-terminate = End
change-after-field = What it shall be
change-after-hint = Scale: the amount. Date: such as 2026-12-20. Money: one line each, source, space, units of 10,000 yuan. Leave empty to suspend, resume or end.
change-reason-field = Why
change-reason = Why:
change-before = It was:
change-after = It shall be:
change-waits = Waits for the decision
change-granted = Granted
change-refused = Refused
change-decide = Note the decision
decider-congress = congress
decider-standing_committee = standing committee
decision-body = Deciding body
decision-how = Decision
decision-on = Decided on
decision-document = Document of the decision
decision-notice = Public notice

# Boards.
board-title = Progress { $year }
board-of = Progress of { $name }’s projects { $year }
board-of-prefecture = Progress of all projects of { $name } { $year }
board-years = Years
board-accepted = Finished and accepted
board-unlit = To be assigned, suspended or ended
board-base = { $total } selected projects, as of { $day }.
board-projects = Projects
board-shown = { $found } fit, { $shown } are listed, of { $total } selected projects; those behind come first. Narrow them by the fields above.
board-county = County or city with its townships
board-total = Projects
board-done = Done
board-behind = Behind
board-reported = Last report
board-findings = Open findings
of-them-overdue = { $overdue } overdue
days = { $days } days
part-of = { $percent }% ({ $part } of { $whole }, by { $on })
owed-title = What is owed
owed-none = Nothing is owed.
owed-report = report of { $month } missing
owed-answer = answer to finding { $number } missing
owed-reply = reply missing to a question of “{ $topic }”
owed-since = since { $day }
owed-more = and { $more } more.
filter-all = All
filter-light = Light
filter-kind = Kind
filter-show = Show projects

# More refusals.
problem-choose-one = Choose one.
problem-funds-line = Line { $line } should be: source, space, amount in units of 10,000 yuan.
problem-lead-unit-missing = The project has no leading unit. Add it in the library first.
problem-milestone-form = Day or share of milestone { $line } is not right.
problem-month-form = Give the month as 2026-06.
problem-not-assigned = The project is not assigned yet. The congress office must write its plan first.
problem-not-selected = The project was not selected and cannot be assigned.
problem-project-of-another-unit = Another unit leads this project and reports on it.
problem-project-out-of-turn = This is not possible at the present stage; reload the page. It stands at: { $stage ->
    [selected] selected
    [assigned] assigned
    [in_progress] in progress
    [completed] completed
    [accepted] accepted
    [evaluated] evaluated
    [suspended] suspended
    [terminated] ended early
   *[other] not selected yet
}.
problem-quantity-reported = Give a whole number.
problem-report-checked = This report is checked already.
problem-report-corrected = This month’s report was corrected; check the newest one.
problem-rule-numbers = Days from 0 to 366, points from 0 to 100, the day from 1 to 28.
problem-text-long = At most { $most } characters.
problem-why-corrected = { $month } is reported already. To correct it say why; the first report is kept.
problem-year-not-over = The year { $year } is not over and cannot be closed.

# The supervision calendar.
calendar-of = Supervision calendar of { $name } { $year }
calendar-title = Supervision calendar { $year }
calendar-none = Nothing is planned for this year yet.
entry-kind-special_inquiry = Special inquiry
entry-kind-public_qa = Public Q&A
entry-kind-visit = Inspection visit
entry-kind-law_check = Check of a law
entry-kind-study = Study
entry-kind-look_back = Looking back
entry-kind-year_end_report = Year-end report
entry-new = Plan an entry
entry-what = Kind
entry-topic = Topic
entry-on = Day
entry-on-hint = For the year-end report, the day of the meeting that hears it: the days for handing in follow from it. A study also plans a look back in the next year.
entry-unit = Unit concerned
entry-make = Put it into the calendar
entry-held = held
entry-held-on = Held on { $day }:
entry-held-day = Held on
entry-hold = Note that it was held
entry-outcome = What came of it
entry-looks-back = The study it looks back at
report-days = The draft is due for comment by { $draft }, the final text by { $last } (supervision law, article 15: twenty and ten days before the meeting).
questions-title = Questions and opinions
questions-none = None are written down yet.
questions-open = { $open } to be answered
question-new = Write down a question or opinion
question-asked-by = Asked by
question-text = Text
question-answer = Answer given there (if any)
question-answer-by = Written reply by
question-answer-by-hint = Needed where it was not answered there.
question-project = Project concerned
question-no-project = None in particular
question-follow = Add a line to the ledger, followed until it is closed
question-save = Save
question-reply = Written reply
question-save-reply = Save the reply
question-answered-on = answered on { $day }
question-due = reply due by { $day }
question-finding = See the line of the ledger
problem-held-day = The day cannot be after today.
problem-look-back-alone = A look back comes with its study and cannot be planned alone.
problem-question-answered = This is answered already.

# The rule and closing a year.
rule-title = Numbers of the lights
rule-days = Yellow up to (days)
rule-points = Yellow up to (points)
rule-by = A month’s report counts until day
rule-save = Use from this month on
rule-kept = Months before keep the numbers that held then.
year-close = Close the year { $year }
year-close-why = After that the reports of its months are neither taken nor corrected.
year-nothing-open = Every project is graded, every finding closed, whatever was dissatisfied is evaluated again.
year-open = Still open: { $open }
year-close-confirm = I have read what is still open; it is followed up after the closing.
problem-year-ungraded = "{ $name }" is not graded yet.
problem-year-finding-open = No. { $number } of the ledger of { $year } is not closed yet.
problem-year-not-evaluated-again = "{ $name }" was dissatisfied and is not evaluated again yet.
problem-year-still-open = { $open } matters are still open. Read the list below and tick the box before closing.
year-is-closed = The year { $year } is closed.
problem-nothing-to-take-over = The library has no project with the code “{ $code }” that could be taken over.

# Photos
photos-field = Photos (at most { $most })
photos-hint = Optional. JPEG, PNG or WebP, at most 20 MB each. A bad line is no matter: what broke off is continued. The place where a photo was taken is removed.
photos-choose = Choose photos
photos-send = Send these photos first
photo-wanted = goes with the form
photo-place-allowed = Keep and publish where photos were taken (tick before choosing)
photo-sending = Sending
photo-waiting = Line broken, continues by itself
photo-refused = Not taken
photo-drop = remove from the list
photo-hold = The form is sent when the photos are through
photo-spot = Taken at
report-photo-alt = Photo of the progress in { $month }
finding-photo-alt = Photo of finding { $number }
problem-photos-too-many = At most { $most } photos at once. Remove some first.
problem-photos-under-way = { $photos } of your photos are still on their way. Let them finish, or try again in four days.
problem-photos-too-heavy = The photos chosen have more than 32 MB together and were not all taken. Choose fewer at once; those that were taken need not be chosen again.
problem-picture-too-long = The photo is larger than was announced and was not taken. Choose it again.

# Deputies' groups
groups-title = Deputies’ groups
groups-what = A project's plan says which group supervises it. What a unit put right is checked again by the deputy who found it, by anybody of that group, or by the office.
groups-none = No group yet.
group-keep = Enter or change a group
group-name = Name of the group
group-name-hint = As the plans write it; a name that is known gets new members.
group-members = Numbers of its deputies
group-members-hint = Apart by spaces, commas or lines, for example 001 002 003.
group-save = Save the group
plan-group-hint = { $groups ->
    [0] No group is entered yet; its members are entered under “Deputies’ groups”.
   *[other] Groups entered: { $names }.
 }
problem-group-empty = Give the number of at least one deputy.
problem-not-finder-or-group = Only the deputy who found it, somebody of the project's group or the office may check this finding again. The office enters who is of a group.
