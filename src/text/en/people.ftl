# Units, and the accounts of deputies and units.

people-title = { $name } people's congress: units and accounts
people-not-voting = A deputy's account is for leads, inspections and questions. It has nothing to do with voting, which takes a drawn slip and no account.
task-people = Units and accounts
units = Responsible units
units-none = No responsible unit yet. Importing projects adds them, and so does this form.
unit = Unit
unit-name = Name of the unit
unit-add = Add the unit
unit-accounts = Accounts of units
unit-accounts-none = No account of a unit yet.
person-name = Name
person-role = Duty
person-invite = Create the account and print its first sign-in
deputy-accounts = Accounts of deputies
deputy-accounts-count = { $deputies } deputies in office, { $joined } have signed in.
deputies-invite = Print first sign-ins for { $waiting } deputies
deputies-invite-ends = Printing again ends the slips that were printed before and not used.
deputy-accounts-list = One by one
account-none = no account
account-waits = waits for the first sign-in
account-joined = has signed in
account-closed = closed
account-invite = Print again
account-close = Close
account-open = Open again
problem-name-form = Write a name of at most { $most } characters, without control characters.
problem-unit-unknown = Choose one of this congress's responsible units.
problem-nobody-to-invite = Every deputy in office has signed in: there is nothing to print. For somebody who lost the password, print again in the list.

invitations-title = First sign-ins
invitations-once = { $invitations } slips. The codes are shown on this page once: print them now.
invitations-paper = Print on paper of another colour than the voting slips, cut, and hand each to its person.
invitations-back = Back to units and accounts
invitation-head = { $name } people's congress · first sign-in
invitation-how = Scan with a phone, or open the address below and type the code; then choose a password.
invitation-username = Username for later:
invitation-not-voting = This is no voting slip. It works for 30 days, and once.

join-title = First sign-in
join-not-voting = Type the 15 digits of your first sign-in. The digits of a voting slip are not typed here.
join-code = Code
join-next = Next
join-welcome = Welcome, { $name }
join-choose = Choose a password of your own. You will sign in with username and password.
join-username = Write down the username.
join-button = Set the password and sign in
problem-invitation-unknown = This code is wrong, used or expired. Check the slip, or ask the congress office to print another.

my-title = My work
my-to-manage = Go to the task list
