# Voting day in the hall: officers and their PINs, the run-sheet's steps, two people at one screen.

list-comma = {", "}
two-names = { $first } and { $second }

officers-title = Scrutineers and tellers
officers-list = The list
officers-none = Nobody is proposed yet.
officers-pin-why = A PIN has six digits; the officer chooses it in the own account or on the own phone, seen and noted by nobody. When a phone fails it may be typed on the clerk's screen, and the record says so. Five wrong tries in a row lock it; clerk and chief scrutineer together clear it, and the officer chooses a new one.
officer-adopted-on = adopted { $date }
officer-proposed = proposed, not adopted
officer-withdraw = Withdraw
officer-pin-set = PIN chosen
officer-pin-locked = PIN locked at { $who } ({ $tries } wrong tries in a row)
officer-pin-tries = { $tries } wrong tries at the PIN in a row at { $who }
officer-pin-own-device = the officer's own device
officer-pin-clear = Clear the PIN
officer-pin-clear-how = Clerk and chief scrutineer do it together; for the chief scrutineer's own PIN, clerk and a scrutineer. Then the officer chooses a new one.
officer-pin-clear-asked = You asked for it; it waits for somebody else.
officer-pin-clear-by = { $who } asked for it. Please confirm.
officer-pin-clear-two = Clear together
officer-pin-clear-ask = Ask for clearing
officer-pin-clear-confirm = Confirm clearing
officer-pin-choose = The officer chooses a PIN
officer-pin-choose-how = Six digits, typed twice. Tell nobody.
officer-pin-new = New PIN (six digits)
officer-pin-repeat = Once more
officer-pin-save = Save PIN
second-officer = Scrutineer
second-officer-or-teller = Scrutineer or teller
second-pin = Their own PIN
officers-adopt-title = Put to the sitting
officers-script = The list of scrutineers and tellers is put to the sitting: { $names }.
officers-adopt = Record: plenary { $number } adopted the list
officers-adopt-later = Plenary { $number } has not declared its quorum yet and cannot adopt the list.
officer-name-title = Propose
officer-post = Post
officer-number = Deputy's number
officer-number-how = Scrutineers come from among the deputies: their number on the roster; the name follows.
officer-own-name = Name (of somebody who is no deputy)
officer-username = Username (of somebody with an account)
officer-username-how = With an account of their own they choose the PIN and confirm there; without one two people give out a slip.
officer-unit = Works for
officer-unit-how = For the warning: people of a lead unit should not scrutinise.
officer-propose = Put on the list
officers-step = Adopt scrutineers and tellers
officers-step-script = The sitting is asked to adopt the list of scrutineers and tellers.
officers-step-go = Open the list
officers-step-why = Freezing and sealing come after the adoption.

problem-post-missing = Choose a post.
problem-deputy-unknown = No deputy on the roster has the number “{ $number }”.
problem-officer-name = Give a deputy's number or a name of at most 40 characters.
problem-officer-twice = “{ $name }” or their account is on the list already: one person, one post.
problem-chief-twice = There is one chief scrutineer, and one is proposed.
problem-officer-adopted = “{ $name }” was adopted by the sitting and cannot be withdrawn.
problem-officers-no-chief = No chief scrutineer is on the list: propose one first.
problem-officers-none-proposed = Nobody waits for adoption.
problem-officers-not-adopted = The sitting has not adopted its scrutineers. The clerk records it once adopted.
problem-officer-interested = { $name } works for “{ $unit }”, which leads a project on the slate or is graded itself: consider somebody else.
problem-officer-not-yet-adopted = { $name } is not adopted by the sitting and cannot confirm.
problem-officer-may-not = { $name }'s post cannot confirm this: the chief scrutineer or a scrutineer can.
problem-pin-not-set = { $name } has no PIN yet: with an account they choose it there, without one a slip opens their own phone.
problem-pin-wrong = { $name }'s PIN is wrong; { $left } tries are left.
problem-pin-locked = { $name }'s PIN was typed wrongly too often here and is locked here, nowhere else. The officer confirms from the own account or device; or clerk and chief scrutineer clear the PIN on the page of scrutineers and tellers, and the officer chooses a new one.
problem-pin-form = A PIN has six digits.
problem-pin-easy = This PIN is easily guessed: choose another.
problem-pin-repeat = The two PINs differ.
problem-pin-exists = { $name } has a PIN. To change it, two people clear it first.
problem-pin-missing = { $name } has no PIN to clear.
problem-clear-pin-needs-chief = One of the two must be { $role ->
    [scrutineer] a scrutineer
   *[other] the chief scrutineer
}.

steps-of-sitting = Sitting
steps-of-round = Round { $number }
step-roll = Take the roll
step-roll-go = Open the roll
step-roll-why = The sitting can adopt the rules once a quorum has been declared.
sitting-polls = Polls of this sitting
sitting-poll-account = issued { $issued }, returned { $returned }
act-pin-how = If a scrutineer who is here cannot use the own phone or account, they choose their name and type their PIN below, and “{ $act }” takes effect at once; record and statement say that the PIN was typed on the clerk's screen.
act-with-pin = Together: { $act }
act-done-before = “{ $act }” is done already: { $who }, { $time }. Nothing was done twice.
act-asked-before = { $who } asked for this a moment ago. If you agree, confirm below; nothing has taken effect yet.
script-title = Chair's script
script-how = The numbers are those known now. Print the set before the sitting; during it the screen counts.
script-roll = { $due } deputies are due, the quorum is { $needed }. The roll is taken now.

# Check-in, and who comes or leaves after the quorum was declared.
check-in-title = Check-in
check-in-find = Find a deputy
check-in-find-how = Any two characters of number, name or delegation, or scan a check-in card. Never scan a slip.
check-in-find-button = Find
check-in-none = Nothing found for “{ $find }”. Type two characters at least.
check-in-button = Check in { $name }
check-in-undo = Undo
check-in-leave = On leave
check-in-leave-save = Record leave
check-in-arrived = Arrived
check-in-left = Left
check-in-move-how = After the quorum was declared each arrival or departure is a line by two people, and the quorum is declared again. The number due stays.
check-in-move-asked = { $who } asked for it, reason: { $reason }. It waits for somebody else.
check-in-move-two = Record together
check-in-move-ask = Ask, and let somebody confirm
check-in-move-confirm = Confirm
check-in-declare-again = { $declared } were present when the quorum was declared; { $present } are now. Declare it again before slips go out.
movements-title = Arrivals and departures after the declaration
sitting-act-declare-again = Declare the quorum again
problem-slip-at-check-in = This is a slip, not a check-in card. No slip is scanned when it is handed out: give it back.
problem-quorum-not-declared-anew = { $declared } were present when the quorum was declared; { $present } are now. The clerk declares it again on the check-in page.
problem-latecomers-not-allowed = Voting has begun, and the sitting did not allow latecomers to draw a slip.

# The desk.
desk-title = Desk: exchange
desk-slips = Slips held
desk-papers = Holding papers
desk-assisted = Helped
desk-no-names = Numbers only: no names, and nobody notes which one.
desk-slip-to-paper = Slip for paper
desk-paper-to-slip = Paper for slip
desk-take-slip = Scan the slip that is handed in (not voted with)
desk-take-slip-button = Take and cancel
desk-waiting = Waiting: { $waiting }
desk-take-paper-how = Take the clean paper and tear it up.
desk-act-give-paper = Paper given
desk-act-take-paper = Paper taken back
desk-act-give-slip = Slip drawn
desk-act-assist = Note one more
desk-assist-title = Helped voting
desk-assist-how = Who cannot mark may be helped by a trusted person. Only the number is kept, no names. The helper reads aloud, marks as told, and the deputy presses “cast”.
desk-assist-number = Helped so far: { $number }
reserve-title = Slips kept back
reserve-how = They stay closed with the scrutineers for latecomers and exchanges. When voting opens, printed = handed out + cancelled + kept back. Once as many have voted as were handed out, no more is accepted.
reserve-number = How many
reserve-latecomers = The sitting lets deputies who arrive after voting opened draw a slip
reserve-save = Save
slips-reserve = kept back
slips-issue-paper = Record: took papers
papers-taken = took papers
told-never-drawn = As many have voted as slips were handed out.
problem-reserve-number = Give a whole number from 0 to { $most }.
problem-slip-strange = This code is unknown, or of another sitting.
problem-slip-used = This slip has voted and cannot be exchanged.
problem-slip-gone = This slip is cancelled already. If the desk has just taken it back, that is noted: give the paper.
problem-slip-not-drawn = No slip was handed out yet: cancel it on the slips' page.
problem-no-slip-handed-in = No slip was handed in. Take one before a paper is given.
problem-no-paper-handed-in = No paper was handed in. Take one before a slip is drawn.
problem-no-slip-left = No slip is kept back to draw.
problem-no-paper-in-hand = Nobody holds a paper.
problem-papers-of-poll-run-out = Not enough papers of “{ $poll }”: { $printed } printed. Record more on the page of its account.
problem-papers-run-out = Not enough papers: { $printed } printed. Record more on the account's page.
problem-desk-closed = The desk exchanges from the first slip handed out until voting closes.
problem-counted-since = This was noted again after your page was shown; it stands at { $times } now. If that was yours, you are done. For another deputy, press once more.
problem-exchange-unfinished = { $waiting } deputies handed one kind in and have not got the other yet. Finish at the desk first.

# Papers and the account.
account-title = Ballot account
account-of-round = Account of round { $number }
account-kind = Kind
account-printed = printed
account-issued = issued
account-handed-in = exchanged
account-spoilt = spoilt
account-cancelled = cancelled
account-unused = unused
account-returned = returned
account-not-returned = not returned
account-equal = equal
account-unequal = not equal
account-void =
    When it was voided { $issued } had been issued and { $cast } electronic ballots cast{ $papers ->
        [counted] , and { $returned } papers had come back
        [left] ; papers were never counted
       *[none] {""}
    }. All are destroyed and count for nothing.
account-void-changed = Data of this round had been changed: its numbers when it was voided are worth nothing.
account-void-before = This round was voided before its vote: nobody cast a ballot.
account-not-fixed = Voting is not closed: the numbers still move.
account-void-who = { $time }, { $who }
account-papers-waiting = { $waiting } deputies hold papers of another round and have none of this one yet ({ $printed } printed). They are handed out once issuing has begun and the print is noted.
account-assisted = Helped: { $number }.
account-spoilt-line = Replaced paper { $number }: { $reason }
kind-slip = Slips
kind-paper = Papers
papers-title = Papers
papers-printed = Papers printed for this round
papers-printed-save = Record
papers-spoilt-reason = Why a paper is replaced
papers-spoilt-button = Take the spoilt one, give another
papers-boxes = Papers in each box
papers-boxes-how = In the order of the boxes, with spaces, for example 12 8.
account-correct = Correct the papers returned
papers-correct-how = The account is confirmed. If counting again gives another number, two people enter it anew; the batch whose size changes is typed again.
papers-to-count = To the count by hand
papers-enter-how = Two people count and type, each by themselves; only equal numbers stand.
papers-entered-mine = You have entered yours. The second person enters theirs.
papers-entered-by = { $who } has entered. Count again yourself and type your numbers.
papers-enter-button = Enter
papers-enter-pin = Entered by a scrutineer (PIN)
papers-box = Box { $number }: { $papers }
problem-papers-number = Give a whole number from 0 to { $most }.
problem-papers-boxes = Give the papers of each box, for example 12 8.
problem-papers-too-late = Voting is closed; this cannot change.
problem-papers-not-closed = Entered after voting is closed and before the box is opened.
problem-papers-differ = The two numbers differ and neither was saved. Count again and enter both.
problem-papers-not-entered = { $issued } papers were issued and nobody has entered how many came back. Two people do so on the account's page.
problem-returned-above-issued = { $kind ->
    [paper] Papers
   *[slip] Slips
}: { $returned } returned, more than the { $issued } issued. The vote is void: void the round and vote again.

zero-title = Zero report
zero-ballots = Ballots in the box
zero-spent = Slips used
zero-empty = The box is empty
zero-not-now = A zero report is given between freezing and the opening of the vote.
signed-on = Date
colour-white = white paper
colour-pink = pink paper
colour-yellow = yellow paper
colour-green = green paper
colour-blue = blue paper

# Rehearsal.
rehearsal-title = Rehearsal
rehearsal-mark = Rehearsal of{" "}
rehearsal-banner = This is a rehearsal: it counts for nothing and is wiped at its end.
rehearsal-back = Back to the run-sheet
rehearsal-how = Slate and rules of this poll are copied, with 12 dummy deputies, all present. Walk through the run-sheet: seal, hand out, vote, account, open, count; about three minutes. A rehearsal cannot be certified or published.
rehearsal-start = Start a rehearsal
rehearsal-runs = A rehearsal of this congress is running.
rehearsal-go = Open it
rehearsal-steps = Follow the run-sheet; on the slips' page print 12 or more, record all as drawn, cancel what is left. Once voting is open, try a few slips with a phone and let the other dummies vote.
rehearsal-votes-title = The dummies' votes
rehearsal-votes = Let all other dummies vote
rehearsal-votes-when = Once voting is open.
rehearsal-wipe-title = End the rehearsal
rehearsal-wipe-how = All its data are deleted, counted table by table, and the database is scrubbed. Real rosters, projects and polls are untouched.
rehearsal-wipe = Wipe the rehearsal
rehearsal-wiped-title = The rehearsal is wiped
rehearsal-wiped = In each of the { $tables } tables that it touched 0 rows are left
rehearsal-tables = For technicians: each table of the database
rehearsal-table = Table
rehearsal-deleted = Rows deleted
rehearsal-left = Rows left
problem-rehearsal-exists = This congress has a rehearsal: wipe it first.
problem-rehearsal-of-rehearsal = This is a rehearsal already and cannot be copied.
problem-rehearsal-ends-here = A rehearsal ends with the count: no certifying, no publishing. Wipe it.
problem-not-a-rehearsal = This is no rehearsal.
