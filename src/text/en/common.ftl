# The frame of pages, and words that many pages share.

product = Livelihood projects ballot
skip = Skip to the content
demo-banner = Demo: all data are invented and stand for no real person or thing
demo-word = Demo
languages = Languages
text-size = Text size
office = Office
home = Home
about = About the ballot
beijing-time = All times are Beijing time
task-list = The year's tasks
change-password = Change password
sign-out = Sign out
list-separator = {", "}

session-of-congress = { $congress }: people's congress, term { $term }, session { $number }
session-of-committee = { $congress }: standing committee, term { $term }, meeting { $number }
congress-of = People's congress of { $name }

summary-title = There is a problem
error-title = {"Error: "}

mark-approve = Approve
mark-oppose = Oppose
mark-abstain = Abstain
mark-none = Not marked

figure-due = Due
figure-present = Present
figure-on-leave = On leave
figure-absent = Absent
figure-quorum = Quorum
figure-issued = Issued
figure-returned = Returned
figure-cast = Cast
figure-cast-slips = Cast by slip
figure-returned-slips = Returned by slip
wrong-codes = At least { $number } wrong slip codes were typed in the last ten minutes. Deputies with a slip scan and type as ever.
figure-not-returned = Not returned
figure-valid = Valid
figure-void = Void
figure-blank = Blank among them

# What came back, of every kind; papers are told once two people have counted them.
returned-whole = { $number }
returned-waiting = { $slips } by slip, papers not counted yet
returned-left = { $slips } by slip, papers never counted
returned-above =
    { $returned } { $kind ->
        [paper] papers
       *[slip] ballots by slip
    } returned, more than the { $issued } handed out
papers-wait = Papers are not counted yet

column-project = Project
column-bar =
    { $how ->
        [majority] Majority line { $needed }
        [votes] Votes needed { $needed }
       *[none] No number is needed
    }
column-points = Points
column-rank = Rank
column-verdict = Result
bar-label =
    { $how ->
        [majority] { $votes } approvals, a majority is { $needed }
        [votes] { $votes } approvals, { $needed } are needed
       *[none] { $votes } approvals
    }
verdict-selected = ✓ Selected
verdict-below-threshold = Short by { $short }, not selected
verdict-beyond-places = Places filled, not selected
verdict-tied = ! Tied, undecided

round-number = Round { $number }
round-void = This round is void. Reason:
statement-hash = Fingerprint

# Failures.
error-refused = This cannot be done now
error-invalid = What was entered has a problem
error-denied = You may not do this
error-who-may = Those who may: { $roles }. Ask them, or ask the administrator to change your roles.
error-not-found = There is no such page
error-go-home = The address may be mistyped, or the page has moved. Start from the home page.
error-busy = The system is busy: try again in a few seconds
error-busy-again = Nothing was saved. The same form may be sent again and counts once.
error-broken = Something broke
error-nothing-saved = Nothing was saved.
kept-title = What you typed
kept-again = Send it again
error-too-large-most = At most { $most } KB can be sent at once. Shorten the text or send it in parts; choose a smaller file again.
error-earlier-sign-in = You signed in anew while you were typing
error-earlier-sign-in-how = Check what stands below; it can be sent again.
sign-in-ended-kept = Your sign-in has ended and what you sent was not saved. Sign in with the same account: then you can send it without typing it again.
sign-in-ended-copy = Your sign-in has ended and what you sent was not saved. Copy the text below before you sign in.
kept-page-title = You are signed in again; what you sent was not saved yet
kept-page-lead = Check what stands below; it can be sent again.
kept-page-secret = The form also had a PIN, a password or the like, which is never kept. Go back to its page and fill it in again.
kept-file-again = Choose the file again
error-damaged = This office's database is damaged
error-damaged-call = Tell the staff in the hall or the congress's office at once. Whoever runs the system stops the server, runs minsheng doctor, which names the place, and restores the newest backup; do not try again before.
error-too-large = What was sent is too large
error-not-a-form = What was sent is not a form
error-method = This page cannot be opened like that
error-go-back = Go back and use the buttons of the page.
error-foreign = This was not sent from a page of this site and was refused
back-home = Back to the home page
back-to-tasks = Back to the tasks
back-to-ballot = Back to the ballot
