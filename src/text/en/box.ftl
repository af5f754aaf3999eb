# The sealed box, its cards, opening it.

act-seal-again = Seal the box again
act-record-cards = Record the destroyed cards

box-title = Sealed box and cards
box-name = Box
box-void-unused = The box was sealed and no card was taken; it went with the void round, and there is no card to destroy.
box-not-yet = The box of this round is not sealed yet.
box-held = The key is on { $cards } cards; any { $needed } of them open the box. The server has no key.
box-held-server = Demo or rehearsal: the key lies in a file on the server, and whoever gets into the server can read ballots before the box is opened. No real sitting may seal a box like this.
box-in-use = The box is sealed. The holders keep their cards until it is opened.
box-back = Back to the poll
box-to-seal = Go to sealing
box-to-cards = Go to the cards
box-to-open = Enough cards: go on to opening
box-to-destroy = Record their destruction
box-to-destroy-what = The cards have not been destroyed before the sitting yet.
box-of-round = Box of round { $number }

holding-server = On the server (demo or rehearsal only, not secret)
holding-1-of-2 = 2 cards, any 1 opens the box (small townships)
holding-2-of-3 = 3 cards, any 2 open the box (townships)
holding-3-of-5 = 5 cards, any 3 open the box (counties and cities)

seal-choose = Who holds the key
seal-hint = Cards are for the chief scrutineer and the scrutineers, one each.
seal-how = Sealing draws a new key and splits it over the cards. Each ballot is encrypted to it when it is cast; nobody can read one before the box is opened.
seal-again-title = A card was not taken, was copied wrongly or is lost: seal again
seal-again-what = Draws a new key. The earlier cards are worth nothing, and each card is taken and checked anew. Once slips are handed out the box cannot be sealed again; the round can only be voided.

cards-title = Taking and checking
cards-how = Each holder takes one card with their own account or PIN, copies it by pen, and then types its digits back. Slips are handed out only after all are checked.
cards-lost = The cards that nobody took were wiped from the server’s memory (15 minutes without a press, or a restart). Seal the box again.
cards-all-checked = All checked: slips can be handed out
card-number = Card { $number }
card-take = Take card { $number } (shown once)
card-take-pin-how = A scrutineer whose phone fails picks their name here and types their PIN to take the next card. One browser shows one card only.
card-take-pin = Take card { $number } with a PIN (shown once)
card-waits = waits for its holder
card-gone = wiped, never taken
card-checked = checked
card-unchecked = taken, not checked yet

card-check-title = Check the cards
card-check-button = Check
card-field = The digits of the card (nine groups of five)
card-field-hint = Digits alone will do, or scan the card’s QR with a hand scanner. Spaces and dashes do not matter.

card-title = Key card { $number }
card-once = This card is shown this once. After you leave this page nobody can see it again.
card-of = Card { $number } of { $cards }; { $needed } open the box.
card-last-group = The last group is a check.
card-field-hint-own = The digits alone are enough; spaces and dashes do no harm.
card-own-checked = ✓ Your card { $number } is checked.
problem-card-not-own = What you typed is card { $number }, which { $who } holds and checks. Type your own card.
card-do-copy = Copy it by pen onto a blank card; do not print it.
card-do-check = Then press the button below and type the digits of the card once.
card-do-keep = No photo, no screenshot, no file. Keep the card on you; it is destroyed before the sitting after the box is opened.
card-copied = Copied: go on to checking

card-give-title = Give the cards
card-give-how = The holders type their cards one after the other, each signed in or on the own phone. Whoever types another’s card gives it for that holder, and the record says so. They are kept in the server’s memory only.
card-give-button = Give this card
card-give-wiped = After five minutes without a press all typed cards are wiped and must be typed again.
card-given = Given
card-needed = Needed
cards-enough = Enough cards
cards-missing-title = Cards are lost and there are not enough
cards-missing-what = Without enough cards this box cannot be opened, and there is no other way. Two people void the round with a reason: the ballots are destroyed unread and the vote is held again.

destroy-how = Once the box is open and the store is clean, destroy the cards before the sitting. There are { $cards }; at least { $least } must be destroyed, so that the cards left cannot open a copy that somebody may have made during voting. The number is printed on the statement.
destroyed-field = How many were destroyed before the sitting (of { $cards })
destroyed-number = { $destroyed } of { $cards } cards destroyed.
cards-destroyed = { $destroyed } of { $cards } cards were destroyed before the sitting.
cards-too-few = Only { $destroyed } of { $cards } cards were destroyed, fewer than the { $least } that must be. Whoever copied the data during voting and gets hold of the cards that are left can still read ballots.
cards-not-recorded = There were { $cards } cards; no record says that they were destroyed.

problem-holding-missing = Choose who holds the key.
problem-holding-only-demo = A key on the server is for a demo only. Choose cards.
problem-holders-too-few = { $cards } holders are needed, one card each; { $there } scrutineers have an account or a PIN. Let scrutineers choose a PIN, or choose fewer cards.
problem-box-not-sealed = The box has no key yet. Seal it first.
problem-key-lost = The key on the server is gone, or does not belong to this box as the database has it: the key’s file is another one, or what the database keeps of the box was changed (`minsheng doctor` says more). Before slips are handed out the box can be sealed again; after that the round can only be voided.
problem-box-unproven = The trial before sealing failed: this sealing does not count and nothing has changed. Press once more; if it fails again, call the system administrator.
problem-box-context-changed = The box was not sealed for this round as it stands: congress, round, slate, rules or this installation are not those of the sealing. Before slips are handed out the box can be sealed again; after that the round can only be voided.
problem-box-proof-changed = The public key of the box, or the length of its ballots, is not the one that was tried at sealing. Before slips are handed out the box can be sealed again; after that the round can only be voided.
problem-cards-unchecked = { $left } cards are not checked yet. Their holders take them and type their digits back.
problem-cards-missing = Opening needs { $needed } cards; { $given } were given. Their holders type them.
problem-cards-recorded = There are no cards to record, or they were recorded already.
problem-cards-wait-for-clean = The store is being cleaned after opening and this page comes again by itself. Do not destroy the cards before it is clean.
problem-cards-unrecorded = The destruction of the cards is not recorded yet ({ $rounds } boxes). Two people record it after destroying them before the sitting.
problem-card-shown = Card { $number } was taken by { $who }; it is shown once. If it was not seen, seal the box again.
problem-card-one-each = Card { $number } is with the same person. One person takes one card.
problem-cards-gone = This card was wiped from the server’s memory and cannot be shown any more. Seal the box again.
problem-card-characters = A card has digits only. Take the other characters away.
problem-card-digits = A card has 45 digits; { $digits } were typed. Compare with the card.
problem-card-group = Group { $group } is not five digits, or is above 65535. Compare this group with the card.
problem-card-group-wrong = Group { $group } is mistyped; all others are right. Compare this group with the card.
problem-card-mistyped = More than one group is mistyped, or it is no card of this box. Compare group by group.
problem-card-of-other = This is a card of box { $other }; this box is { $this }. Take the card of this round.
problem-card-twice = Card { $number } was given already. Give another one.
problem-box-changed = The box is not the one that was closed (another digest). Nothing was opened. Keep everything as it is; two people decide on voiding the round.
problem-box-count-changed = There are { $found } ballots in the box and there were { $closed } at closing. Nothing was opened. Keep everything as it is; two people decide on voiding the round.
problem-ballot-repeated = { $ballots } ballots repeat others. Nothing was opened. Keep everything as it is; two people decide on voiding the round.
problem-ballots-unopened = Only { $opened } of { $of } ballots open; the others are not sealed to this box. Nothing was opened. Keep everything as it is; two people decide on voiding the round.
