# Two people on two devices: what waits for the second one, officers' slips and devices.

screen-own-account = own account
screen-own-device = own phone
screen-machine = the machine itself
screen-clerk-screen = the clerk's screen
screen-open-line = own account, over an open line
name-on-screen = { $name } ({ $screen })

act-enter-papers = the number of papers
act-presidium = record the presidium's decision
act-publish = publish the result
act-correct = correct the count statement
act-revise = change a frozen candidate list
act-clear-pin = clear a PIN
act-adopt-officers = record that the sitting adopted scrutineers and tellers
act-officer-slips = give out officers' slips
act-print-slips = print slips
act-arrive = record that a deputy came
act-leave = record that a deputy left
act-close-sitting = Close the sitting
act-reopen-sitting = Take the closing back
act-withdraw-poll = Withdraw the poll

waiting-title = Waiting for you
waiting-none = Nothing waits for you now.
waiting-asked = { $who } asked at { $time }.
waiting-is-mine = You asked for this; somebody else confirms it.
waiting-take-back = Take my request back
waiting-refuse = Refuse it
waiting-take-back-where = To take it back or refuse it: the page of what waits
waiting-count = Waiting for me: { $waiting }
waiting-look-again = Look again
shown-round = Round { $number }
shown-line = { $number }. { $name }
shown-rules = Digest of the rules { $digest }
shown-holding = { $cards } key cards, { $needed } of which open the box
shown-held-server = The server holds the key (demo and rehearsal only)
shown-issued = { $issued } issued
shown-box = Digest of the box { $digest }
shown-destroyed = { $destroyed } key cards destroyed
shown-correction-papers =
    { $vote ->
        [yes] { $papers } papers of round { $round } found later: noted, not counted; they could change the result, and a new vote is needed.
       *[no] { $papers } papers of round { $round } found later: noted, not counted.
    }
shown-correction-name = “{ $before }” becomes “{ $after }”
shown-reason = Reason: { $reason }
shown-papers = Count the papers of each box yourself and enter the numbers; only two alike count.
shown-statement = Count statement, version { $version }, digest { $digest }
shown-officer = { $role ->
    [chief_scrutineer] Chief scrutineer
    [scrutineer] Scrutineer
   *[teller] Teller
} { $name }
shown-slips = { $slips } slips
shown-lost-print = The slips of print { $number } are cancelled
shown-deputy = Deputy { $name }
shown-sitting = Sitting { $number }
shown-held-round = “{ $poll }”, round { $number }
shown-poll = “{ $poll }”

witness-who = Somebody else confirms: the chief scrutineer, a deputy of this congress, or the prefecture's clerk, each from their own account. Once officers whom the sitting adopted can act, one of them or the prefecture's clerk confirms. Whoever printed a deputy's first sign-in slip is not the second person beside that deputy.
officer-pin-from-account = They sign in with their own account, choose the PIN there and confirm there.
officer-pin-from-device = No account of their own: a slip opens their own phone, where they choose the PIN, see their card and confirm.

officer-slips-title = Officers' slips
officer-slips-what = Each scrutineer or teller without an account of their own gets one slip, which opens a page on their own phone. It works once and for 12 hours; a new one takes the earlier phone out at once.
officer-slips-opened = { $opened } opened of { $slips } given out.
officer-slips-print = Print the { $slips } that were given out (shown once)
officer-slips-once = { $slips } slips; their numbers are shown this once.
officer-slips-hand-over = Print them on paper of another colour than voting slips, fold them, and hand each to its owner. The page on the phone says when the slip was first opened. You, who saw the numbers, and the officers who open with them are not two people until another account notes on its page of what waits that it saw them.
officer-slips-back = Back to the list
officer-slip-head = { $name } · officer's slip
officer-slip-how = Scan it, or open the address below on your phone and type these fifteen digits. It works once and for 12 hours.
officer-slip-how-machine = Open this page of the program in a browser of the meeting’s computer, and type these fifteen digits. It works once, within 12 hours.
officer-slip-not-voting = This is no voting slip. Do not pass it on.
officer-slip-given = agreed at { $time }, waits to be printed
officer-slip-printed = given out at { $time }, not opened yet
officer-slip-opened = opened their phone at { $time }
officer-slip-ended = opened at { $time }, ended

device-title = Scrutineers and tellers
device-who = Open the page of your own phone with your slip. To vote, scan your voting slip; not here.
device-code = The fifteen digits of the slip
device-next = Next
device-welcome = Hello { $name }
device-open-how = The button below makes this device yours, and the slip ends. Use your own phone only.
device-open = Open
device-opened-at = The slip was opened at { $time }. If that was not you, tell the sitting at once.
device-pin-how = Six digits, chosen here and nowhere else; tell nobody. You type it each time you confirm.
device-card-how = Type your PIN to see your key card. It is shown once: copy it with a pen.
device-card-none = No key card is waiting.
device-leave-title = Give this device back
device-leave-what = Then this device is yours no more, and only a new slip goes on.
device-leave = Give it back
device-to-leave = Open the officer's page to give the device back
device-to-sign-out = Open the office's page to sign out

problem-act-not-asked = Nobody asked for this yet. The clerk asks first, then you confirm.
problem-slip-shown-here = The slip of this officer was shown in this very browser. Use another phone or computer, and sign in with your own account there.
problem-same-browser = This was asked for in this very browser. Two people use two devices: on another phone or computer, the other one signs in with their own account (or opens their own slip) and confirms.
officer-slips-print-clerk = { $slips } slips were given out; whoever may ask for them or confirm it prints them.
problem-not-an-adopted-officer = The sitting did not adopt { $name } for this step. Once it adopted its officers, only they confirm, count and hold cards. Those who can: { $who }. Or let the sitting adopt this one too.
problem-officer-must-stand = The sitting adopted its officers: one of the two must be one of them, not both of the clerk's office. Those who can confirm: { $who }.
problem-act-changed = What waits has changed: it may be done already, or be something else. Look again and decide then.
problem-pin-own-account = { $name } has an account of their own. They sign in with it and choose the PIN on the page of scrutineers and tellers.
problem-pin-own-device = { $name } has no account of their own. Two people give out a slip first; they choose the PIN on their own phone.
problem-officer-has-account = { $name } has an account of their own and needs no slip. They sign in and confirm there.
problem-officer-slips-none = No slip waits to be printed. To print again, two people give slips out again.
problem-officer-code-unknown = There is no such slip, or it has expired or ended. Check it and type it again; else chief scrutineer and clerk give out a new one.
problem-officer-slip-used = This slip was used. If not by you, tell the sitting at once and have two people give out a new one.
problem-sitting-is-over = The sitting is over.
problem-card-one-browser = This browser showed card { $number } already. One browser shows one card only: use another device.
problem-browser-signed-in = { $name } is signed in in this browser. Sign out first, or use another device.
problem-browser-holds-officer = This browser is the device of { $name }. Give it back first, or use another device.
problem-line-is-open = This line is not encrypted: others in the network could read PINs and key cards, so nothing was accepted. Do it in the browser of the meeting’s computer; or let the administrator start the server with a certificate (--certificate, --key: see hall.md) or behind a proxy, and open the https address. A second person’s confirming and the showing of codes are done that way too, with a PIN or without; asking goes on here.
line-is-open = This line is not encrypted: type no PIN and no key card on this device, none is accepted. Use the meeting’s computer, or open the https address.
problem-device-needs-tls = This network is not encrypted and others could read the PIN and the key card, so it does not open on this device. Open it in a browser on the machine itself; or ask the administrator to start with a certificate (--certificate and --key, see hall.md of the deployment) or a proxy, and open the https address.
waiting-not-you = You cannot be the second person here:
problem-opened-by-other = One of the two printed the slip that opened the other’s account or phone, so the two cannot be told apart. Another person confirms; or another account than who printed the slip first notes, on the page of what waits, that they saw the officer at the own phone.
problem-officer-not-open = { $name }’s phone is not open: nothing can be noted of it. Give out a slip first, or look again.
officer-slip-unseen = not yet seen by another account
officer-see-title = { $name }: who holds the phone?
officer-see-what = { $who } printed the slip; it was opened at { $time }. Whoever printed it could have opened it too. Press only after you saw { $name } with the officer’s page open on the own device.
officer-see = I saw { $name } at the own phone
act-card-given = typed another’s card (the first for the second)
problem-pin-empty = No PIN was typed: { $name } types their own PIN.
