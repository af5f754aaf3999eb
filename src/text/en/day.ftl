# Voting day in the hall: officers and their PINs, the run-sheet's steps, two people at one screen.

list-comma = {", "}
two-names = { $first } and { $second }

officers-title = Scrutineers and tellers
officers-list = The list
officers-none = Nobody is proposed yet.
officers-pin-why = With a PIN a scrutineer without an account confirms on somebody else's screen: six digits, typed by themselves, seen and noted by nobody. Five wrong tries in a row lock it; clerk and chief scrutineer together clear it, and the officer chooses a new one.
officer-adopted-on = adopted { $date }
officer-proposed = proposed, not adopted
officer-withdraw = Withdraw
officer-pin-set = PIN chosen
officer-pin-locked = PIN locked ({ $tries } wrong tries in a row)
officer-pin-clear = Clear the PIN
officer-pin-clear-how = Clerk and chief scrutineer do it together; for the chief scrutineer's own PIN, clerk and a scrutineer. Then the officer chooses a new one.
officer-pin-clear-asked = You asked for it; it waits for somebody else.
officer-pin-clear-by = { $who } asked for it. Please confirm.
officer-pin-clear-two = Clear together
officer-pin-clear-ask = Ask for or confirm clearing
officer-pin-choose = The officer chooses a PIN
officer-pin-choose-how = Turn the screen to the officer, who types it twice.
officer-pin-new = New PIN (six digits)
officer-pin-repeat = Once more
officer-pin-save = Save PIN
second-officer = Scrutineer
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
officer-username-how = Whoever asks with an account cannot confirm with a PIN; the product knows it only if the username stands here.
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
problem-officer-interested = { $name } works for “{ $unit }”, which leads a project on the slate: consider somebody else.
problem-officer-not-yet-adopted = { $name } is not adopted by the sitting and cannot confirm.
problem-officer-may-not = { $name }'s post cannot confirm this: the chief scrutineer or a scrutineer can.
problem-pin-not-set = { $name } has no PIN yet and chooses one on the page of scrutineers and tellers.
problem-pin-wrong = { $name }'s PIN is wrong; { $left } tries are left.
problem-pin-locked = { $name }'s PIN is locked. Clerk and chief scrutineer clear it on the page of scrutineers and tellers, then the officer chooses a new one.
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
sitting-polls = Polls of this sitting
act-pin-how = “{ $act }” takes two: you and a scrutineer. A scrutineer who is here chooses their name and types their PIN; it takes effect at once.
act-with-pin = Together: { $act }
act-done-before = “{ $act }” is done already: { $who }, { $time }. Nothing was done twice.
act-asked-before = { $who } asked for this a moment ago. If you agree, confirm below; nothing has taken effect yet.
script-title = Chair's script
script-how = The numbers are those known now. Print the set before the sitting; during it the screen counts.
script-roll = { $due } deputies are due, the quorum is { $needed }. The roll is taken now.
