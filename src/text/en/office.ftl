# Words of state, roles and refusals of the office's pages.

role-clerk = Clerk
role-chief_scrutineer = Chief scrutineer
role-scrutineer = Scrutineer
role-teller = Teller
role-publisher = Publisher
role-deputy = deputy
role-unit_staff = staff of a responsible unit
role-unit_head = head of a responsible unit
role-prefecture_reader = Prefecture work committee
role-prefecture_clerk = Prefecture work committee, advisory records
role-administrator = Administrator

demo-prefecture = Altay prefecture
demo-person = Demo { $role } { $number }
poll-title-default = Ballot on the livelihood projects of { $year }

stage-draft = draft
stage-frozen = frozen
stage-sealed = box sealed
stage-issuing = issuing slips
stage-open = voting
stage-paused = paused
stage-closed = voting closed
stage-accounted = account confirmed
stage-opened = box opened
stage-counted = counted
stage-certified = certified
stage-void = void

sitting-planned = planned
sitting-roll_open = roll open
sitting-quorum_declared = quorum present
sitting-adjourned = adjourned
sitting-closed = closed

problem-act-out-of-turn = This step cannot be taken now: the round is at the stage “{ $stage }”. Reload the page to see where things stand.
problem-rules-not-adopted = The sitting has not adopted the rules. The clerk records it once it has.
problem-slate-empty = The slate is empty. The clerk puts candidates on it first.
problem-places-none = At least one project must be chosen.
problem-round-is-past = Round { $number } is followed by another; act on the newest round.
problem-no-quorum = The quorum is not declared. The clerk takes the roll first.
problem-box-not-empty = The box is not empty: { $returned } ballots lie in it. It cannot be sealed; void the round.
problem-nothing-issued = No slip has been handed out.
problem-issued-above-present = { $issued } were issued, more than the { $present } present. Check the roll and the record of issue.
problem-slips-unaccounted = The slips do not add up: printed less issued less cancelled leaves { $left }. Hand them to deputies who have none, or scan the left-over slips to cancel them.
problem-account-unequal = The account does not balance: issued { $issued }, in the box { $returned }, slips used { $spent }. The box cannot be opened; void the round.
problem-box-not-clean = The clean-up after opening is not finished, so certifying must wait. The program is cleaning and this page comes again by itself; if it takes too long, ask the administrator whether the disk is full.
problem-result-undecided = The result is not complete (a tie or a shortfall). A further round or a decision of the presidium comes first, as the rules say.
problem-same-person = Two people must do this, and you are the one who asked. Somebody else with the right signs in and confirms.
problem-reason-missing = Give the reason.
problem-quorum-missing = No quorum: { $needed } must be present, { $present } are, { $missing } are missing.
problem-roll-impossible = The roll cannot be right: { $due } due, { $present } present, { $leave } on leave.
problem-roll-empty = The roll is empty: no deputies in office. Import the roster first.
problem-roll-not-open = The roll is not open and cannot be changed now.
left-office = left office
problem-deputy-left-office = "{ $name }" left office after the roll was opened and cannot sign in or take a slip or paper. If signed in already, set absent or note the departure first. The number due stays. If the office is wrong, the staff correct it in the roster of deputies.
problem-line-has-slip = This deputy drew a slip and cannot be set to leave or absent.
problem-sitting-out-of-turn = The sitting cannot take this step now. Reload the page.
problem-round-is-running = Voting is open: close it before the sitting is adjourned.
problem-session-exists = There is a session of this number already.
problem-session-number = Give a whole number from 1 to 99.
problem-year-form = Give a year of four digits.
problem-date-form = Give the date as year-month-day, for example 2026-01-15.
problem-body-missing = A township has no standing committee.
problem-number-form = Give a whole number.
problem-title-missing = Give a title of at most 80 characters.
problem-title-drafted = This session has a draft of the same title already: { $title }. If you have just made it, open it on the session’s page; for another one choose another title.
problem-poll-is-frozen = Slate and rules are frozen and cannot be changed. If they are wrong, two people void the round with a reason.
problem-not-a-candidate = “{ $name }” is not a candidate.
problem-candidate-twice = “{ $name }” stands on the slate twice.
problem-warnings-not-accepted = There are warnings about the rules. Accept them with a reason, or change the rules.
problem-not-certified = The result is not certified and cannot be published.
problem-published-already = This version of the result is published already.
problem-slips-number = Print 1 to { $most } at a time.
problem-slips-handed-out = Deputies hold { $issued } slips, more than would be left without this print: it cannot be cancelled. More can be printed.
problem-slip-print-unknown = There is no print { $number }, or it is cancelled already.
problem-slips-shown = This print was fetched already, waited too long, or is not yours. If it did not come out, two people print anew and cancel it.
problem-reason-long = A reason has at most { $most } characters.
problem-public-url-missing = No public address is set: a printed QR would lead nowhere, so nothing is printed. Ask the administrator to start the server with --public-url (or public_url in the settings file) and an address that phones can open, such as https://vote.example.gov.cn.
problem-slips-run-out = There are not enough slips: { $printed } were printed. Print more.
problem-slip-unknown = Line { $line }: no such slip, or a slip of another sitting.
problem-slip-cancelled = Line { $line }: this slip is cancelled already.
problem-slip-handed-out = Too many: fewer slips would be left alive than were handed out.
problem-voting-began = Voting has begun; slips can no longer be changed.
problem-issuing-not-begun = Issuing has not begun.
problem-not-present = Only deputies who are present draw a slip.
problem-has-slip = This deputy drew a slip before.
problem-choose-someone = Choose deputies first.
problem-slips-all-drawn = Everybody present has a slip or papers already; there is nothing to hand out.

problem-form-foreign = The page could not be verified and nothing was submitted. Go back and open it again.
problem-page-of-void = Round { $number } is void, and its ballots do not count. Keep your slip and wait until the vote is held again.
problem-sitting-before = A further sitting cannot be before one that is there already ({ $day }).
problem-page-old = The page is out of date: this round is over, or the slate has changed. Go back and look.
problem-sign-in-wrong = The username or the password is wrong.
problem-sign-in-wait = Too many wrong tries: try again in { $seconds } seconds.
problem-password-short = A password has at least { $least } characters.
problem-password-repeat = The two new passwords differ.
problem-password-common = Everybody tries this password first. Choose another: no runs of digits or keys, no birthday, phone number or common word.
problem-password-like-name = This password is too much like the username, the name or the office. Choose another.
problem-password-same = The new password is the old one. Choose another.
problem-password-first = The password of { $name } is still the one that somebody else chose: only after changing it can they be one of the two.
problem-new-key-votes = A vote of { $name } runs: one of the two must serve there, or be of the prefecture.
problem-new-key-roles = A new key needs two of the staff, one of them a clerk or an administrator.
problem-password-wrong = The old password is wrong.
problem-username-form = A username has small letters, digits, dots and dashes, at most 40 characters.
problem-username-taken = The username “{ $name }” is taken.
problem-username-unknown = There is no user “{ $name }”.
problem-congress-unknown = There is no congress with the slug “{ $congress }”.
problem-role-place = This role does not fit the place: choose another one.

# Signing in.
sign-in-title = Sign in
sign-in-who = For the congress office, scrutineers and tellers. Deputies vote without signing in.
sign-in-open-line = This line is not encrypted: anybody in the same network can read passwords, PINs and key cards. Sign in at the meeting’s computer, or over a cable to it.
sign-in-button = Sign in
username = Username
password = Password
password-title = Change your password
password-signs-out = This ends every sign-in of your account; sign in again with the new password.
password-old = Old password
password-new = New password (at least { $least } characters)
password-how = No name, office, birthday, phone number or run of digits; a few words that do not belong together are best.
password-of-another = Somebody else chose your password. Choose one of your own first; nothing else can be done before.
password-again = New password again
password-button = Save the new password

# The task list, sessions, the library.
tasks-none = You have no role in any congress.
task-roster = Roster of deputies
task-roster-count = { $deputies } in office
task-candidates = Candidate projects
task-candidates-count = { $candidates } candidates
task-session = Hold a session
task-to-do = To do
session-new = New session
session-create = Create the session
session-body = Who sits
session-term = Term (a number, such as 17)
session-number-label = Session of the term (a number, such as 4)
session-year = Year whose projects are decided
sitting-held-on = Date of the sitting
backups-record-differs = The record does not hold: look at once.
session-held-on = Date of the first sitting
body-congress = The congress (due: deputies in office)
body-standing_committee = The standing committee (due: members in office)
poll-new = New ballot
poll-create = Create the ballot
poll-title = Title (printed on the ballot)
poll-sitting = Sitting at which it is held
poll-places = Projects to choose
library-title = Library of { $year }
library-empty = The library has no projects of this year. Import them first.
project-in_library = in the library
project-under_appraisal = under appraisal
project-candidate = candidate
project-on_slate = on the slate
project-selected = selected
project-not_selected = not selected
project-declined = declined
project-merged = merged
project-assigned = assigned
project-in_progress = under way
project-completed = finished, to be accepted
project-accepted = accepted
project-evaluated = graded
project-suspended = suspended
project-terminated = ended
column-code = Code
column-unit = Lead unit
column-stage = State
column-number = Number
column-name = Name
column-delegation = Delegation
column-attendance = Attendance
column-slip = Slip

# The roll.
roll = Roll
roll-save = Save the roll
roll-all-present = Mark all present
roll-due-stays = { $now } are in office now, not as when the roll opened; due at this sitting stays { $due }, and so does the majority.
roll-fixes-due = Opening the roll fixes the number due from the members in office; it never changes after.
quorum-there = The quorum is there
quorum-not-there = { $missing } more are needed for a quorum
attendance-present = Present
attendance-on_leave = On leave
attendance-absent = Absent
sitting-act-open-roll = Open the roll
sitting-act-declare-quorum = Declare the quorum
sitting-act-adjourn = Adjourn
sitting-act-resume = Resume

# Slips.
slips = Slips
slips-printed = printed
slips-issued = handed out
slips-cancelled = cancelled
slips-left = left over
slips-balanced = The account balances: voting may open
slips-balance-rule = Printed = handed out + cancelled before voting may open.
slips-print-title = Print slips
slips-print-how = All slips are alike, without name or number. One person asks, a second one confirms; only then are they printed. Fold each, mix them, and let deputies draw.
slips-number = How many
slips-ask = Ask for slips
slips-print-two = Then a second person confirms: on their own phone or account, or with a PIN on this screen.
slips-asked = { $who } asks for { $slips } slips. Reason: { $reason }
slips-asked-lost = With it all slips of print { $number } are cancelled, for that print was lost.
slips-asked-mine = A second person is to confirm. Asking again takes the place of this order.
slips-confirm = Confirm the print
slips-confirm-pin = Print, confirmed by two
slips-fresh = Print { $number } may be fetched until { $until }, once.
slips-fresh-other = Print { $number } waits for the one who asked, until { $until }.
slips-print-once = It is shown once, and the codes are not kept. If it fails or is lost, two people print anew and cancel this one.
slips-instead = Instead of a lost print
slips-instead-how = If printing failed or a print was lost, choose it: all its slips are cancelled.
slips-instead-none = No, besides the others
slips-instead-of = Print { $number }, { $slips } slips
slips-print-line = Print { $number }, { $slips } slips: { $first } asked, { $second } confirmed, { $moment }. Reason: { $reason }
slips-print-ended-line = Print { $number }, { $slips } slips, all ended by a new key or a restore: { $first } asked, { $second } confirmed, { $moment }. Reason: { $reason }
slips-print-lost-line = Print { $number }, { $slips } slips, lost and cancelled: { $first } asked, { $second } confirmed, { $moment }. Reason: { $reason }
slips-issue-title = Hand out
slips-issue-how = A deputy signs and draws a slip. Here only “drew one” is noted; no slip is scanned.
slips-issue-none = No deputy waits for a slip.
slips-issue-button = Note as drawn
slips-issue-all = All present drew one ({ $deputies })
slips-cancel-title = Cancel left-over slips
slips-cancel-codes = Codes of the left-over slips, one a line
slips-cancel-how = A scrutineer scans or types them. Once cancelled, slips that were not handed out cannot be used.
slips-cancel-button = Cancel these slips
slip-drawn = drawn
slip-how = Scan the QR, or open the address below and type the digits.
slip-secret = This slip bears no name and votes once in each round. Keep it until the sitting is closed; do not photograph or lend it.
demo-slips-reason = For the vote of the sitting
slip-fold = Fold at the dotted line in the middle, QR and digits inside.
slip-cover-title = Print of slips
slip-cover-sitting = For sitting { $sitting }.
slip-cover-first = Asked by
slip-cover-second = Confirmed by
slip-cover-print = Print on one side of paper of 100 g or more, at full size. Each page has eight slips, all alike, without a number.
slip-cover-cut = Cut along the dashed lines. Cancel what is spoilt under “Cancel left-over slips”, then tear it up.
slip-cover-fold = Fold each at the dotted line in the middle, QR and digits inside: the other half just covers them. Held against the light, nothing should show.
slip-cover-mix = Mix them before both, seal them in an envelope, and let deputies draw. Nobody opens, photographs or copies one.
slip-cover-wipe = Then delete the downloaded file and clear the printer's memory and queue. Both sign this sheet; it goes with the ballot account.

# The run-sheet.
pages = Pages
next-step = Next step
next-step-waits = The step waits for these.
other-acts = Other acts
earlier-rounds = Earlier rounds
audit-head = Head of the audit chain
asked-since = waiting since { $time }
live-only-numbers = Before closing there are these four numbers and no count for any project. They move every 3 seconds.
live-stale = The connection is lost: the numbers may be old
close-left = { $left } slips have not voted. After closing they cannot.
close-left-plain = #left slips have not voted. After closing they cannot.
round-first = Round { $number }
round-run-off = Round { $number }: run-off
round-supplementary = Round { $number }: supplementary

act-freeze = Freeze slate and rules
act-seal = Inspect and seal the box
act-start-issuing = Begin handing out slips
act-open-vote = Open voting
act-pause = Pause voting
act-resume = Resume voting
act-close-vote = Close voting
act-confirm-account = Confirm the account
act-open-box = Open the box
act-count = Count
act-certify = Certify the result
act-void = Void the round
act-ask = Ask for “{ $act }”
act-two-people = Two people must do this: you ask, somebody else with the right confirms from their own account.
act-waits-for-other = You asked for “{ $act }”; it waits for somebody else.
act-waits-how = The chief scrutineer or a scrutineer signs in on a device of their own, or opens their own slip, and confirms there.
act-confirm = Confirm “{ $act }”
act-asked-at = Asked at { $time }
act-confirm-told = { $who } asked for “{ $act }”. When you confirm it takes effect at once, and both of you answer for it.
act-reason = Reason
steps-of-end = End of the sitting
closing-title = Close the sitting
closing-what = Two people close a sitting, once each of its polls has come to an end: certified, withdrawn, or its next round given to a later sitting.
closing-when = Once every poll has come to an end:
closing-waits = Polls of this sitting
closing-poll-ready = does not hold it up
closing-poll-waits = closing waits for it
closing-not-begun = The roll was not opened: there is no sitting to close.
closing-not-yet = The polls above have not come to an end: the sitting cannot be closed now.
closing-no-quorum = This sitting never reached its quorum. It may be closed with a reason.
closing-take-back = No later sitting has begun: closing may be taken back, and the sitting stands where it stood. Two people and a reason are needed.
closing-give-to = Give it to
closing-give-button = Give it to that sitting
closing-no-other = There is no later sitting. To put a vote off, add a sitting first.
closing-over-title = The sitting is closed
closing-over = Plenary sitting { $number } is closed. Give this poll to a later sitting, or have two people take the closing back.
sitting-add = Add a sitting
sittings-all-closed = Every sitting of this session is closed. Add one on the page of the session first.
withdraw-title = Withdraw this poll
withdraw-what = A withdrawn poll is not voted on any more and its candidates are candidates again; counted rounds stay readable. Two people and a reason are needed.
poll-withdrawn = This poll was withdrawn. Reason:
problem-poll-withdrawn = This poll was withdrawn: nothing is done to it any more.
problem-withdraw-after-void = The round is at “{ $stage }”. Two people void it first, then the poll can be withdrawn.
problem-sitting-closed = Plenary sitting { $number } is closed. Choose a later one, or add one on the page of the session.
problem-sitting-followed = Plenary sitting { $number } has begun: the closing cannot be taken back.
problem-closing-poll-not-begun = “{ $poll }” has not begun: give it to a later sitting, or have two people withdraw it.
problem-closing-poll-next-round = “{ $poll }” has round { $number } to come: go on voting, give it to a later sitting, or have two people withdraw it.
problem-closing-poll-running = “{ $poll }” is at “{ $stage }”: go on with it on its run-sheet, or have two people void the round.
problem-closing-poll-counted = “{ $poll }” is counted and not certified: certify it on its run-sheet.
problem-closing-cards-unrecorded = Cards of “{ $poll }” are not destroyed, or that is not recorded: record it on the page of its box.
void-title = Void the round
old-slips-voting = The installation has a new key: all slips that were handed out are void, and who has not cast cannot any more; what was cast is not touched. Two people decide: close voting with what was cast, or void the round. After that two people print new slips, and everybody signs again.
old-slips-other = The installation has a new key: all slips that were handed out are void. Another vote of this sitting still runs: two people close or void it first, then print new slips and hand them out anew.
old-slips-restored = The record was restored from a backup, and no backup holds a box: two people can only void the round that was being held. The slips that were handed out are void: take them back and tear them up before everybody. After that two people print new slips, and everybody signs again.
old-slips-gone = The installation has a new key: the slips that were handed out before are void. Take them back and tear them up before everybody. Two people print new slips, and everybody signs again.
void-what-old-slips = The ballots of this round are destroyed and count for nothing; a new round of the same slate is drafted. Slips that were handed out before the new key are void: new ones are printed. It takes two people and a reason.
void-what = Its ballots are destroyed and do not count; a new round of the same slate is drafted and the same slips serve. Two people and a reason are needed.

script-freeze =
    { $kind ->
        [grade] { $lines } projects to grade. After freezing neither slate nor rules can change.
       *[other] { $lines } candidates, { $places } to choose. After freezing neither slate nor rules can change.
    }
script-seal = The scrutineers inspect the box. It must hold 0 ballots.
script-start-issuing = Slips are handed out now. Each deputy signs and draws one.
script-open-vote = { $present } present, { $issued } handed out (slips and papers). Voting opens now; mark by yourself.
script-resume = Voting continues.
script-close-vote =
    { $account ->
        [waits] Whoever has not voted, please do. { $issued } handed out, { $returned } cast by slip; papers go into the box.
       *[other] Whoever has not voted, please do. { $issued } handed out, { $returned } cast.
    }
script-confirm-account =
    { $account ->
        [waits] { $issued } handed out, { $returned } returned by slip; the papers are not counted yet.
        [above] { $issued } handed out, { $returned } returned. { $above }: the round is void and held again.
       *[fair] { $issued } handed out, { $returned } returned. No more returned than handed out: the vote is valid.
    }
script-open-box = The box is opened now. After that nobody knows which slip has voted.
script-count =
    { $kind ->
        [grade] The count begins; the rules decide each grade.
       *[other] The count begins. { $threshold }
    }
script-certify = Check the result and sign. After certifying only a correction can follow.

adopt-title = Adopt the rules
adopt-script = The sitting deliberates the rules. Once adopted, the clerk records it.
adopt-button = Record: rules adopted
publish-title = Publish the result
publish-how = Two people: one asks, and once the other confirms the public sees it.
published-title = The result is published
publish-button = Publish result and notice
public-page = Public page

# Rules and slate.
rules-title = Rules
rules-read = The rules in plain words
rules-hash = Fingerprint of the rules
rules-frozen = Frozen: cannot be changed.
rules-save = Save the rules
findings-title = Mind this
findings-accepted = Accepted, because:
findings-accept = Accept with this reason
findings-errors = What is marked "must change" must be corrected before rules and slate are frozen; what is marked "note" may be accepted with a reason, which goes into the record.
finding-error = Must change:
finding-warning = Note:
template = Way of voting
template-change = Now: { $name }. Use another way
template-resets = The settings below and the clause numbers go back to that way's own; rules that the sitting adopted must be adopted again. Title and places stay.
template-use = Use this way
template-was-reset = The chosen way is in use; every setting and clause number went back to its own.
template-about-per-item = Deputies approve, oppose or abstain on each project, approving at most as many as places; fewer is valid.
template-about-exactly = Deputies approve, oppose or abstain on each project, approving exactly as many as places; more or fewer is void.
template-about-tick = Deputies only mark what they approve, at most as many as places; the paper does not tell opposing from abstaining, which needs a reason.
template-about-rank = Deputies put the projects they approve in order; those with a majority are selected by points. No published rule was found that says how ranks are added up, so the rules must say it.
template-about-whole-list = As many candidates as places; deputies choose once for the whole list, which passes or fails together.
settings-rare = Settings that rarely change
setting-undermark = Fewer than that
setting-undermark-valid = Valid
setting-undermark-must-equal = The whole paper is void (exactly that many)
setting-unmarked = An unmarked project
setting-unmarked-abstain = Counts as abstain
setting-unmarked-oppose =
    { $kind ->
        [grade] Counts as dissatisfied
       *[other] Counts as oppose
    }
setting-overmark = More than that
setting-overmark-paper-void = The whole paper is void
setting-blank = A blank paper
setting-blank-valid = Valid, all unmarked
setting-blank-void = Void
setting-tie = Equal votes at the last place
setting-tie-run-off = A run-off among the tied
setting-tie-presidium =
    { $body ->
        [standing_committee] The council of chairpersons decides with its reason
       *[congress] The presidium decides with its reason
    }
setting-shortfall = Too few reach the votes needed
setting-shortfall-take-fewer = Take those that do
setting-shortfall-supplementary = A supplementary round
problem-template-unknown = Choose a way of voting.
problem-round-follows = Rules and slate of this round follow from the round before and cannot be changed. If they are wrong, two people can void the round with a reason.
problem-number-range = Type a whole number from { $least } to { $most }.
problem-rank-weights-form = Write the points from rank 1 on with spaces between them, such as 5 3 1.
problem-candidate-name-twice = Two projects on the slate are called "{ $name }": deputies cannot tell them apart. Change a name first.
problem-setting-unknown = One setting is not known: choose again.
problem-place-twice = Two projects have the same number.

slate-title = Slate
slate-surplus = { $lines } candidates, { $places } to choose.
slate-hash = Fingerprint of the slate
slate-order = Arrange the slate
slate-save = Save the slate
slate-library = See the library

# Outcome and statement.
outcome-title = Outcome
outcome-none = Nothing is counted yet.
decision-complete = Every place is filled: the result may be certified.
decision-tied =
    { $unit ->
        [points] { $lines } have equal points, { $votes } each, and { $places } places are left: the count stops here. A run-off or the presidium decides, as the rules say.
       *[votes] { $lines } have equal votes, { $votes } each, and { $places } places are left: the count stops here. A run-off or the presidium decides, as the rules say.
    }
line-named = { $number } “{ $name }”
verdict-clause = ({ $clause })
round-report = Print the result of this round
counted-title = Result of round { $number }
counted-more = See the steps of the count, the report and the account
decision-shortfall-accepted = { $missing } places stay empty. The rules take the result as it is: it may be certified.
decision-shortfall-round = { $missing } places stay empty. The rules ask for a supplementary round: it cannot be certified now.
trace-title = How the count came to it
presidium-title = Decision of the presidium
presidium-how = The rules leave a tie at the last place to the presidium. Choose { $places } and give the reason, which goes into the statement.
presidium-button = Record the decision
decision-follows = The next round is drafted:
statement-title = Count statement
presidium-told = Decision of the presidium: { $lines } chosen. Reason: { $reason }
statement-text = The statement's own text, for its fingerprint
statement-selected = All that were chosen
acts-title = What two people stood for
acts-round = Round
acts-act = What
acts-first = Asked by
acts-second = Confirmed by
acts-screen = On which screen
acts-when = When
statement-told = The statement in words
statement-none = Nothing is certified yet.
statement-version = Version { $version }
statement-people = Asked for by { $first }, confirmed by { $second }, { $time }.
correct-title = Correct
correct-what = A certified statement cannot be changed. A correction is a new version, by two people and with a reason; the earlier version stays, and the notice is published anew. Votes, marks and results cannot be corrected.
correct-waits = { $who } asked for a correction, which waits:
correct-in-words = { $what }: it said “{ $before }” and reads “{ $after }” now. 
correct-confirm = Confirm the correction above
correct-ask = Ask for the correction
correct-column-what = What is corrected
correct-column-before = Before
correct-column-after = After
correct-papers-title = Papers found later
correct-papers-how = Up to { $most } are noted by two people and not counted. With more a correction is not enough: a new vote is needed.
correct-papers-number = How many were found
correct-papers-of = Papers of round { $round } found later
correct-papers-before =
    { $papers ->
        [0] none noted
       *[other] { $papers } noted
    }
correct-papers-after = { $papers }, noted and not counted
correct-new-vote =
    { $why ->
        [above] With these papers more would have come back than was handed out
        [base] The majority is taken of what came back, and these papers would change it
        [grade] With these papers a grade could change
        [passes] With these papers a project that did not pass could pass
        [overtakes] With these papers a project that was not chosen could overtake one that was
       *[tied] Projects are tied
    }: a new vote is needed.
correct-round = Round
correct-name-title = A name is wrong on the notice
correct-name-line = Line
correct-name-of = Name of line { $line } of round { $round }
correct-officer-title = The name of a scrutineer or teller is wrong
correct-officer-line = Who
correct-officer-of = Name of the { $role }
correct-to = It should read
problem-papers-found-none = Type how many papers were found.
problem-papers-found-many = With more than { $most } a correction is not enough: tell the presidium, a new vote is needed.
problem-correction-name-form = Type the name as it should read, { $most } letters at most.
problem-correction-name-same = The name reads so already.
problem-correction-name-taken = Another project has this name, or was voted on under it.
problem-correction-kind = Choose what is to be corrected.

backups-title = Backups
backups-what = A backup holds the record of the whole prefecture and its pictures, with a manifest, at any time. Pictures are written once; later backups add new ones. Boxes are never in it: ballots that are not opened yet lie on this machine alone. The key file is not in it either; keep that apart.
backups-place = Where backups go
backups-no-place = No place is set. Write backups into the configuration file and start the server again.
backups-make = Back up now
backups-made = Backups
backups-none = There is no backup yet.
backups-size = { $megabytes } MB
backups-pictures = { $files } picture files
backups-pictures-missing = { $missing } of them missing
backups-encrypted = Backups are encrypted: only the holder of the office's secret key opens them.
backups-plain = Backups are not encrypted: whoever has one opens it. Write backup_keys into the configuration file.
backups-daily = One is made each day at { $time }. All of the last { $days } days are kept, and the last one of each of the { $months } months before.
backups-by-hand = None is made by itself: only when you press the button.
backups-late = The last backup is of { $time }, more than two days ago. Look at the place where they go.
backups-drill-title = Drill
backups-drill-passed = Last drill: { $time }, { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, passed.
backups-drill-failed = Last drill: { $time }, failed with { $differences } faults. Make another backup and try again.
backups-drill-old = The last drill was { $time }, more than half a year ago: make another one.
backups-drill-never = No drill was made yet: nobody knows that a backup comes back.
backups-drill-how = A drill touches nothing that runs. Type in a terminal:
problem-backup-place = The place for backups cannot be written. Ask the administrator to look at disk and permissions.
problem-backup-holds-boxes = Boxes lie inside this place, so no backup may go there. Ask the administrator to name another folder.
