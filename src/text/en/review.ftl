# Department reviews: by a congress, and by the prefecture's work committee without a vote.

work-reviews = Department reviews
work-reviews-of = { $name }: department reviews of { $year }
work-reviews-of-prefecture = { $name }: the work committee’s department reviews of { $year }
work-reviews-to-overview = The prefecture’s progress in { $year }
work-reviews-none = No review is planned for this year yet.
work-reviews-public-advisory = Department reviews of the prefecture’s work committee (no vote)
work-committee-of = { $name }, work committee
work-review-no-vote = No vote
work-review-no-vote-why = The prefecture’s work committee is not a people’s congress and does not vote. The opinions here are advice and enter no congress’s result.
work-review-new = Plan a department review
work-review-edit = Correct what it says
work-review-save = Save
work-review-title = Review of { $department }
work-review-department = Department reviewed
work-review-unit-hint = One of this congress’s responsible units. If it is not there, name it first under units and accounts:
work-review-choose = Choose
work-review-topic = What is reviewed
work-review-topic-hint = For example: safe drinking water in villages.
work-review-year = Year reviewed
work-review-year-hint = Whose work is reviewed: the year of the review itself or the year before.
work-review-on = Planned for
work-review-held-on = Held on
work-review-place = Place
work-review-chair = Chair
work-review-media-there = Media present
work-review-media-live = Media that sent live
work-review-media = Media that recorded or reported
work-review-media-hint = One a line; may be empty.
work-review-live = live
work-review-recorded = recorded
work-review-stage-planned = Planned
work-review-stage-held = Held
work-review-stage-concluded = Concluded
work-review-stage-called_off = Called off
work-review-is-released = Public
work-review-do-hold = Note that it was held
work-review-do-conclude = Conclude it
work-review-do-release = Make it public
work-review-do-withdraw = Take the public page back
work-review-do-call-off = Call it off
work-review-hint-hold = After it was held. Then write down questions, answers and what must be put right.
work-review-hint-conclude = After that its particulars and questions stay as they are; answers in writing and rectification go on.
work-review-hint-release = Everybody may then read questions, answers, media, the conclusion and what was put right. The public page names neither who asked nor who acted. Check first that the words hold nothing that should not be public.
work-review-hint-withdraw = The public page cannot be opened then. It may be made public again.
work-review-hint-call-off = A review that was called off stays on record with its reason. Plan another one if it is to take place after all.
work-review-conclusion = Conclusion
work-review-reason = Why it is called off
work-review-called-off-why = Called off:
work-review-questions = Questions and answers
work-review-ask = Write a question down
work-review-asker-hint = For those who work on it; the public page does not show it.
work-review-tasks = To be put right
work-review-tasks-none = Nothing has to be put right.
work-review-tasks-open = { $open } to be put right
work-review-give-task = Have something put right
work-review-task-what = What must be put right
work-review-closed-on = closed on { $day }
work-review-public-page = See the public page
opinions-advisory = Opinions given
opinions-none-yet = No opinions are typed yet.
opinions-wait-for-second = You typed them. They stand once another clerk types the same; until then you may type them anew.
opinions-wait-for-you = One clerk typed them. Type them once more from the sheet; they stand once both agree.
opinions-type = Type the opinions
opinions-type-hint = From the sheet on paper. Two clerks type them, each once; they stand when both agree. The opinions add up to the members who gave one.
opinions-members = Members who gave an opinion
opinions-save = Save
opinions-no-result = These are opinions of members of the work committee. They are no vote, make no grade, and are added to no congress’s evaluation.
opinion-word-satisfied = Satisfied
opinion-word-basically = Basically satisfied
opinion-word-dissatisfied = Dissatisfied
opinion-word-abstain = Abstained
problem-work-review-out-of-turn = This step is not possible now; reload the page. It stands at: { $stage ->
    [planned] planned
    [held] held
    [concluded] concluded
   *[called_off] called off
}.
problem-work-review-not-held = This is done after the review was held and before it is concluded; answers in writing and rectification may come after that too. It stands at: { $stage ->
    [planned] planned; the office first notes that it was held
    [held] held
    [concluded] concluded
   *[called_off] called off
}.
problem-work-review-day-past = The planned day may not lie before today. If it was held already, plan it for today and give the real day when you note that it was held.
problem-work-review-year = The year reviewed is that of the day or the year before.
problem-own-answer-closes = The department, and whoever typed its answer, may not check it again themselves. Another member of the office does.
problem-opinions-half-typed = Only one clerk typed the opinions. Have another type the same before it is concluded.
problem-opinions-agreed = Two people typed the same opinions; they cannot be changed any more.
problem-opinions-nobody = At least one member gave an opinion.
problem-opinions-sum = The opinions add up to { $sum }, but { $members } members gave one. Check the sheet.
problem-opinions-differ = These are not the numbers that the other clerk typed; nothing is saved. Check the sheet together; whoever typed first may type anew.
problem-no-opinions-here = A congress grades by an evaluation; no opinions are typed here.
work-review-no-evaluation = It was not put to an evaluation.
work-review-grade-not-public = The grade is public once the evaluation has its notice.
work-review-put = Put it to an evaluation
work-review-put-again = Put it to a second evaluation
work-review-put-hint = Drafts an evaluation of the unit reviewed. From there on it goes as every poll: rules adopted, voted, certified, published. A dissatisfied grade is sent to the unit to be put right, and may be followed by a second evaluation.
work-review-put-instead = There is a draft of which nothing is frozen. A new one takes its place; the draft is no longer part of this review.
work-review-no-sitting = There is no sitting to hold it at. Put a session into the calendar first:
work-review-poll-title = Evaluation after the review of { $department }
work-review-poll-title-again = Second evaluation after the review of { $department }
work-review-record = Print the record (PDF)
work-review-record-title = Record of a department review
work-review-record-foot = { $form } · { $department }
work-review-record-what = Item
work-review-record-says = What
work-review-record-no = No.
work-review-record-asked = Who asked what
work-review-record-answer = Answer
work-review-record-due = Due
work-review-record-state = What was done
work-review-record-chair = Chair
work-review-record-by = Written by
work-review-record-department = For the department
problem-advisory-never-votes = The prefecture’s work committee is no people’s congress and puts nothing to the vote.
problem-work-review-poll-running = This review was put to an evaluation that has no result yet. Go on there.
problem-work-review-poll-decided = This review has a grade that is not dissatisfied; it is not graded again.
problem-work-review-wrong-body = Choose a session of { $body ->
    [standing_committee] the standing committee
   *[congress] the congress
}.
