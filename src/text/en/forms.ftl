# Official forms on paper.

forms-title = Forms on paper (PDF)
forms-how = Each page names the form, the round, and "page n of m" in its foot, so that a lost page shows. Ballots of up to 8 lines go on A5, all else on A4.
forms-pdf = PDF for printing

form-ballot = Ballot paper
form-parallel-kk = Parallel sheet of the candidates (Kazakh)
form-parallel-ug = Parallel sheet of the candidates (Uyghur)
form-booklet = The candidates in full
form-rules = Rules in brief
form-key-cards = Key cards (blank)
form-tally-sheet = Tally sheet
form-seal-labels = Labels for sealing

paper-foot = { $form } · { $poll } · round { $round } · slate { $slate }
paper-which = Plenary sitting { $sitting }, { $poll }, round { $round }.
form-number = No.
paper-date = Date:                         
paper-seal = (seal)
paper-total = Total
paper-signature = Signature

paper-ballot-title = { $poll } (ballot paper)
paper-make-circle = Draw a circle in the box that you choose.
paper-write-rank = Write the number of the rank in the box.
paper-parallel-note = This is no ballot paper: do not mark it. The numbers are those of the ballot paper.
paper-no-translation = No translation provided

paper-sign-in = Sign-in sheet
paper-delegation = Delegation
paper-sign-in-sum = Present:           Signed by the clerk:                    
paper-wifi = Wireless network of the hall: { $wifi }
slips-print-pdf = Fetch and print (once)
slips-wifi = Wireless network of the hall (may be empty)
slips-wifi-how = Name and password, printed on the slips of the PDF and stored nowhere.

paper-boxes = Ballot boxes (filled in when they are inspected)
paper-box-number = Box
paper-box-empty = Empty?
paper-box-seal = Number of the seal
paper-card-check = check
paper-card-qr = QR code goes here
paper-card-holder = Holder
paper-tally-how = One stroke for each call; five strokes make one sign. Trace the grey signs.
paper-tally-sign = 正
paper-label-content = Content
paper-label-ballots = Ballot papers returned
paper-label-unused = Unused and spoilt papers
paper-label-cards = Key cards
paper-label-records = Account, statement and public data
paper-notice-title = Notice of the result of { $poll }

problem-form-not-yet = Can be printed once { $stage ->
    [frozen] rules and slate are frozen
    [sealed] the box is sealed
    [closed] voting is closed
    [opened] the box is open
   *[other] the papers are counted
}.
problem-form-of-void = This round is void; nothing is printed of it.
problem-form-no-cards = The server holds the key of this box; there are no key cards.
problem-forms-not-built = This program was built without printed forms: nothing was printed, and nothing was changed. Ask the administrator to install the program with its printed forms.
problem-glyph-missing = No typeface here has "{ $character }" ({ $code }), which stands in "{ $text }"; nothing was printed. Ask the administrator to put a font that has it into the fonts folder of the configuration, then print again.
form-opening-sheet = Opening sheet
opening-sheet-what = The box of this round was opened before the sitting. The digest below is made of all papers of the box and a random number; if any paper is changed, it is another.
box-digest = Digest of the box
papers-digest = Digest of the papers
audit-head-write-down = Read the head of the log (number and hash) aloud, write it into the minutes and have the scrutineers sign it: any later change of the log up to this line, or of what its acts have fixed, shows against it.
