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
