# The deputy's path, from the slip to the box.

code-title = Type the code of your slip
code-scan = Scanning the QR on the slip with a phone is easiest; the code may be typed here too.
code-label = The digits on the slip (ten or twelve)
code-hint = For example 01234 56789 or 1234 5678 9012, with or without the spaces
code-enter = Open the ballot
code-unknown = There is no such code, or slips for its ballot are not handed out yet, or its voting is over. Compare it with the slip and type it again, or go to the ballot desk.
code-not-now = No ballot is being issued or voted on now, so no code is taken. Wait for the chair's word, or go to the ballot desk.
code-ended = There is no such code. Slips that were handed out before the installation’s new key are void: please wait for a new one; ballots that were cast are not touched. If it is a new slip, compare and type again.
code-secret = The slip bears no name: the system does not know whose it is.
choose-title = Choose a ballot
choose-none = There is no ballot at this sitting yet.

ballot-up-to = Choose one mark for each project; approve at most { $most }.
ballot-exactly = Choose one mark for each project; approve exactly { $most }.
ballot-tick-up-to = Select the projects that you approve, at most { $most }.
ballot-tick-exactly = Select the projects that you approve, exactly { $most }.
ballot-rank-up-to = Rank the projects that you approve, from 1 on, at most { $most } of them.
ballot-rank-exactly = Rank the projects that you approve, from 1 to { $most }.
ballot-whole-list = Read the list, then choose once for all { $lines } projects.
ballot-whole-legend = All { $lines } projects
ballot-grade = Give each project one grade.
ballot-fewer-valid = Fewer is valid, more cannot be submitted.
ballot-change = To change a mark, choose another.
ballot-line = Project { $line } of { $of }
ballot-details = Details
ballot-counter =
    { $kind ->
        [tick] Selected
        [rank] Ranked
        [grade] Graded
       *[other] Approved
    } { $given } / { $most }
ballot-counter-exactly =
    { $kind ->
        [tick] Selected { $given }, { $rest } to go
        [rank] Ranked { $given }, { $rest } to go
       *[other] Approved { $given }, { $rest } to go
    }
ballot-left = { $left } not marked
ballot-over =
    { $kind ->
        [tick] { $over } too many: change to not marked
        [rank] { $over } too many: change to not ranked
       *[other] { $over } too many: change to oppose or abstain
    }
rank-label = Rank
rank-number = No. { $rank }
rank-none = Not ranked
rank-order = In this order
grade-satisfied = Satisfied
grade-basically = Basically satisfied
grade-dissatisfied = Dissatisfied
ballot-next = Next step
size-standard = Standard
size-large = Large
size-largest = Largest

review-title = Check your marks, then vote
review-final = After “Cast the vote” nothing can be changed.
review-as-abstain = count as abstain
review-as-oppose = count as oppose
review-change-line = Change
review-change = Go back and change
cast-button = Cast the vote
cast-trying = Not cast yet, trying again…
cast-paper = If it does not work, raise your hand and vote on paper at the ballot desk.
cast-again = Try again

done-title = The ballot is in the box
done-lock = Lock the screen, or hand the device back.
done-first = A ballot of this slip is in the box. A slip votes once in each round: only the first ballot counts. Keep the slip until the sitting is closed: a vote that follows needs it.
done-come-back = You may come back to this page on this device for ten minutes. After that, until voting ends, the ballot opens blank again, as that of an unused slip does, so that nobody can see whether you have voted.
done-not-you = If this was not you, go to the ballot desk at once.

told-not-open = Voting has not begun
told-wait-open = Wait until the chair opens it.
told-paused = Voting is paused
told-paused-kept = Ballots in the box are safe. Wait until the chair continues.
told-closed = Voting has ended and your ballot was not cast
told-closed-desk = Ask at the ballot desk if in doubt.
told-over = Voting has ended and the box is open
told-over-forgotten = Once the box is open the system no longer keeps which slip has voted. The result is what the sitting announces.
told-voided-before = Round { $number } is void: the ballots that were cast in it are destroyed and do not count. Keep your slip and wait until the vote is held again.
told-void = This round is void and your ballot does not count
told-void-next = Wait until the chair opens the next round. The same slip serves.
told-cancelled = This slip is cancelled
told-go-to-desk = Take the slip to the ballot desk.
told-other-sitting = This slip cannot be used for this vote
told-look-again = Look again

other-slip-title = Change to another slip?
other-slip-told = A slip is open on this device, and this is the link of another one.
other-slip-whose = Unless you drew this one yourself, keep yours.
other-slip-keep = Keep mine
other-slip-change = Change to this one

problem-field-unknown = The form has fields that do not belong to it; nothing was submitted. Go back and mark it again.
problem-field-twice = The form has a field twice; nothing was submitted. Go back and mark it again.
problem-field-missing = The form lacks project { $line }; nothing was submitted. Go back and mark it again.
problem-round-unknown = The form is not complete; nothing was submitted. Go back and mark it again.
problem-mark-unknown = The mark of project { $line } is not known; nothing was submitted. Go back and mark it again.

done-other-polls = { $polls } polls are held at this sitting; you vote once in each.
done-to-others = See the other polls

# Remarks beside grades.

ballot-remarks = You may write a remark on each item, { $most } characters at most, or none. Remarks are kept apart from the grades. Only when three or more deputies wrote about the same item are they shown to the office, shuffled and without names; fewer are not kept.
remark-open = Write a remark (if you wish)
remark-label = Your remark on this item
remark-hint = Say what should be improved. Please no names or telephone numbers.
review-said = Remark:
review-asks-remark = Graded basically satisfied or dissatisfied, without a remark
review-asks-remark-about = A word on what should be improved helps to put it right. You may also cast your ballot without one.
review-write-remark = Write a remark
problem-remark-too-long = The remark on item { $line } is too long: { $most } characters at most, please take out at least { $over }.
problem-remark-names-person = The remark on item { $line } has somebody's name or number in it; the office will see *** instead.
problem-remarks-unopened = Only { $opened } of { $of } records of remarks can be opened. The box was not opened and nothing was written. Ask the administrator.
