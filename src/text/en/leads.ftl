# Calls for leads, leads, what became of them.

call-phase-coming = not open yet
call-phase-open = open
call-phase-closed = closed
call-period = { $first } to { $last }, { $days } days
call-hand-in = Make a suggestion
call-coming-told = Suggestions are taken from { $day } on.
call-closed-told = The call is closed. What came in is being sorted; the receipt number tells what became of it.
call-leads = { $leads } suggestions so far
call-scope = What is asked for
call-scope-hint = Say what belongs here, such as roads, water, pasture roads, care.
call-excluded = What does not belong here
call-excluded-hint = Complaints, lawsuits and what higher levels have ordered do not; say where they go.
call-poster = Print the poster
call-title-label = Title
call-year-label = Year of the projects
call-year-hint = For the livelihood projects of which year, such as 2027.
call-opens-label = First day
call-closes-label = Last day (suggestions are still taken)
call-closes-hint = Some rules ask for at least { $days } days.
call-regions-label = Townships or villages to choose from (one a line)
call-regions-hint = Leave it empty and residents type theirs.
call-new = Publish a call
call-change = Change the call
call-accept = The reason for the short period has been given; publish it with these dates
calls-title = Calls for suggestions
calls-none = No call yet. Once one is published, residents make suggestions on a phone.
calls-open = Open for suggestions
poster-how = Choose A4 or A3 paper when printing, and let the printer scale.
poster-scan = Scan to make a suggestion, no account needed
poster-station = No phone? Tell your suggestion in person at a deputies' liaison station near you.

contact-days-title = How long contacts are kept
contact-days-label = Days (7 to 730)
contact-days-hint = Counted from the day of the suggestion; then they are deleted for good.
save = Save
choose = Choose
all = All

lead-form-title = Make a suggestion
lead-form-how = No account needed. Say what it is and where. You get a receipt number, which tells you what becomes of it.
lead-region = Township or village
lead-region-hint = For example: Agashobo village
lead-kind-label = Kind
lead-what = What should be done
lead-what-hint = One thing in one suggestion. Please write no names or phone numbers of others.
lead-place = Where exactly
lead-place-hint = For example: the road from the village office to the school
lead-contact = How to reach you (optional)
lead-contact-hint = Only the clerks of the county or township congress can see it, when something must be checked with you. Each time it is seen is recorded, and it is deleted after a set time.
lead-picture = Photo
lead-picture-hint = Optional. One JPEG, PNG or WebP of at most 20 MB; the place stored in it is removed.
lead-picture-again = Please choose the photo again; everything else is kept.
lead-picture-alt = Photo handed in with the suggestion
lead-picture-mark = photo
lead-trap-label = Please leave this empty
lead-submit = Hand in
lead-wait = Too many suggestions at this moment: try again in { $minutes } minutes
lead-wait-kept = What you typed is kept on this page. Press “Hand in” again then.

lead-kind-education = Education
lead-kind-health = Health
lead-kind-care = Care of old and young
lead-kind-housing = Housing
lead-kind-roads = Roads and bridges
lead-kind-water = Water
lead-kind-pasture = Pasture roads and herding
lead-kind-energy = Heat, light, power
lead-kind-environment = Environment
lead-kind-culture = Culture and sports
lead-kind-safety = Safety
lead-kind-other = Other

lead-origin-label = Origin
lead-origin-resident = Resident, by phone page
lead-origin-station = Liaison station
lead-origin-letter = Letter
lead-origin-phone = Telephone
lead-origin-deputy_visit = Deputy's visit
lead-origin-proposal = Deputies' proposal
lead-origin-unselected = Not selected last year
lead-origin-deputy = Deputy
lead-origin-unit = Unit

lead-stage-label = State
lead-stage-received = to be decided
lead-stage-merged = merged
lead-stage-taken_up = taken up
lead-stage-declined = declined
lead-stage-handed_over = handed over

propose-title = Enter a lead
lead-ref = Number or name
lead-ref-hint = The number of a proposal, the name of last year's project or of the station; otherwise leave it empty.
lead-call = Call
lead-received-at = Received

receipt-label = Receipt number
receipt-hint = 16 digits, with or without spaces.
receipt-keep = Copy, photograph or print this number. It tells you what becomes of the suggestion.
follow-title = What became of a suggestion
follow-submit = Look
followed-title = What became of the suggestion
followed-wish = The suggestion
followed-no-contact = This page shows no contact. Whoever has the number can see the page.
fate-title = How far it has come
fate-parts = Parts that were split off
fate-received = Received
fate-merged = Dealt with together with the same suggestion of others
fate-waiting = Waiting to be sorted
fate-project-page = See the whole life of this project
fate-taken-up = Taken into the project library:
fate-returned = Not selected, it went on into the library of { $year }:
fate-declined = Not taken up, because:
fate-handed-over = Handed over to:
fate-project-in_library = In the project library
fate-project-under_appraisal = Being appraised
fate-project-candidate = A candidate
fate-project-on_slate = On the slate that deputies vote on
fate-project-selected = Selected by the deputies' vote; it will be carried out
fate-project-not_selected = Not selected by the deputies' vote; it stays in the library
fate-project-declined = Appraised and not made a candidate, because:
fate-project-merged = Made part of another project
fate-project-assigned = Assigned to the unit that carries it out
fate-project-in_progress = Being carried out
fate-project-completed = Works finished, acceptance awaited
fate-project-accepted = Finished and accepted
fate-project-evaluated = Graded by the deputies
fate-project-suspended = Suspended by decision
fate-project-terminated = Ended by decision

leads-title = Leads of { $year }
leads-total = { $leads } in all
leads-many = More than { $most }: narrow the list by a filter or a search.
leads-none = No lead like that. Take a filter away, or try another word (two characters are enough).
leads-search = Search (two characters are enough)
leads-filter = Filter
leads-all = Clear filters
leads-table = Leads
leads-pages = Pages
leads-csv = Export CSV
leads-xlsx = Export XLSX
leads-files = Import and export
leads-newer = Newer
leads-older = Older
with-picture = with photo
without-picture = without photo
lead-new = Enter a lead

lead-number = Lead { $number }
lead-back = Back to the lead
lead-this = This lead
lead-likeness = { $percent }% alike
lead-alike = Likely the same
lead-merge-into = Merge into lead { $number }
lead-is-merged = Merged into:
lead-is-taken-up = Taken up in:
lead-is-part = Split off from:
lead-parts = Split off from this one
lead-carried = Also stands for { $leads } leads
lead-take-up = Take up into the library
lead-join-label = Project
lead-join = Join this project
lead-make = Make a project
lead-make-button = Make a project from it
lead-project-name = Name of the project
lead-project-name-hint = As on the ballot; it can be changed later.
lead-project-summary = In one line
lead-not-taken-up = Not take up
lead-merge-split = Merge and split
lead-act-merge = Merge into another lead
lead-act-undo-merge = Undo the merge
lead-act-split = Split a part off
lead-act-undo-split = Undo the split
lead-act-take-up = Take up
lead-act-decline = Decline
lead-act-hand-over = Hand over
lead-act-reconsider = Take the decision back
lead-reason = Reason
lead-reason-hint = Whoever handed it in reads this with the receipt number.
lead-to = To whom
lead-to-hint = For example the complaints office, the court, the housing bureau. Whoever handed it in reads this.
lead-into = Number of the other lead
lead-into-hint = Both are then decided together; both origins are kept, and it can be undone.
lead-part-what = The part
lead-part-hint = For a lead that asks for two things. Its words stay, its origin is kept, and it can be undone.

lead-receipt-print = See and print the receipt
lead-book-number = Number in the book

contact-kept = Whoever handed it in left a contact. Looking at it is noted in the audit log.
contact-see = See the contact
contact-title = Contact
contact-noted = This look is in the audit log. Use it only to check this lead.

problem-text-missing = Fill this in.
problem-typed-too-long = At most { $most } characters; there are { $length }.
problem-typed-hidden = There is an invisible control character ({ $code }): delete it and type again.
problem-call-period = The last day is before the first.
problem-call-year = The year must be between 2000 and 2200.
problem-call-short = The call is open for { $days } days only; some rules ask for at least { $asked }. If it must be so, tick the box and save again.
problem-call-not-open = The call { $phase ->
    [coming] is not open yet
   *[other] is closed
}: nothing can be handed in now. Ask the congress office.
problem-contact-days = Between 7 and 730 days.
problem-contact-gone = There is no contact, or it was deleted after the set time.
problem-lead-form-old = The page was open for too long. What you typed is kept: press “Hand in” again.
problem-lead-too-quick = That was very quick. Look it over and press “Hand in” again after { $seconds } seconds.
problem-lead-trap = Leave the hidden field empty and hand in again.
problem-lead-kind = Choose a kind.
problem-lead-region-unknown = Choose a township or village from the list.
problem-lead-ref-missing = Give the proposal's number or the name of last year's project.
problem-lead-origin = Choose an origin.
problem-lead-state = The lead is { $stage ->
    [received] to be decided
    [merged] merged
    [taken_up] taken up
    [declined] declined
   *[other] handed over
}, so this cannot be done. Take the earlier decision back first.
problem-lead-project-closed = The project is on a slate or decided: nothing can join or leave it.
problem-lead-project-elsewhere = Choose a project of the same congress and year.
problem-leads-too-many = More than { $most }: filter first, then export.
problem-merge-itself = A lead cannot be merged into itself.
problem-lead-merge-circle = That lead is merged into this one already.
problem-merge-twice = This lead is merged already.
problem-merge-into-merged = That lead is merged into lead { $lead }: merge into { $lead }.
problem-merge-elsewhere = There is no such number, or it is not of the same congress and year.
problem-merge-none = This lead is not merged.
problem-split-merged = A merged lead cannot be split: undo the merge first.
problem-split-none = This lead is no part of another.
problem-split-in-use = The part has been merged or split itself: undo that first.
problem-receipt-not-digits = A receipt number has digits only.
problem-receipt-length = A receipt number has 16 digits; there are { $digits }.
problem-receipt-check = One digit is wrong: compare it with the receipt.
problem-receipt-unknown = There is no such number: compare it with the receipt.
problem-receipt-wait = Too many wrong numbers: try again in { $seconds } seconds.
problem-picture-too-large = The photo has more than { $most } MB: choose a smaller one.
problem-picture-heic = This is a HEIC photo, which cannot be shown here. On an iPhone choose Settings, Camera, Formats, Most Compatible, and take it again; or send it to yourself in WeChat and save it, which makes it a JPEG.
problem-picture-kind = This is no JPEG, PNG or WebP photo ({ $kind ->
    [unknown] unknown
   *[other] { $kind }
}). Choose another.
problem-picture-too-many-pixels = The photo has { $width }×{ $height } pixels; at most { $most }0,000 in all. Choose a smaller one.
problem-picture-broken = The photo cannot be opened; it may not have come through whole. Choose it again.

demo-call-title = Call for the livelihood projects of { $year }
demo-call-scope = Roads and bridges, water, pasture roads, heat and light, schools, health, care, housing, environment, culture and sports: what can be finished within the year and serves many.
demo-call-excluded = Complaints go to the complaints office, lawsuits to the court, personal matters to the township's service centre. What higher levels have funded is not asked for again.
