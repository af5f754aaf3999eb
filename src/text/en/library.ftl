# The project library: projects, appraisals, candidate lists.

# Fields of a project.
field-code = Code
field-hint-code = Left empty, it is numbered.
field-name = Name
field-hint-name = As on the ballot.
field-summary = One line
field-hint-summary = What, and for how many.
field-content = Contents
field-scale = Scale (number and unit)
field-place = Place
field-beneficiaries = Beneficiaries
field-beneficiary_count = People
field-hint-beneficiary_count = “约5200人” or “4.2万” will do.
field-category = Category
field-investment = Investment in all (10,000 yuan)
field-hint-investment = 480, 480.5, 48 万 or 0.48亿 will do.
field-need_this_year = Needed this year (10,000 yuan)
field-hint-need_this_year = Left empty, it is all of it.
field-funds = Sources of the money
field-targets = Annual targets
field-lead_unit = Lead unit
field-supporting_units = Supporting units
field-leader = Leader in charge
field-start_by = Start
field-finish_by = Finish
field-readiness = Readiness
field-origin = Asked for by
field-note = Note of the office
field-hint-note = For the office only, never shown outside.
field-picture = Photo
field-stage = Stage
field-decision = Decided by
field-merged = Merged project
translation-field-name = Translated name
translation-field-summary = Translated line
translation-field-content = Translated content
translation-field-state = State of the translation
language-zh-Hans = Chinese
language-kk-Arab = Kazakh
language-ug = Uyghur

category-herding_tracks = Herding tracks
category-water = Drinking water
category-roads = Rural roads
category-education = Education
category-health = Health
category-care = Care of old and young
category-housing = Housing
category-heating = Heating
category-municipal = Town works
category-environment = Villages and surroundings
category-culture = Culture and sport
category-employment = Employment
category-communications = Network and power
category-safety = Public safety
category-services = Public services
category-other = Other
readiness-idea = An idea
readiness-planned = Planned in outline
readiness-designed = Designed
readiness-ready = Work can begin
origin-residents = Residents
origin-deputy = A deputy
origin-station = A deputies’ station
origin-unit = A government unit
origin-suggestion = A deputies’ suggestion
origin-last_year = Last year’s project, not selected
origin-office = The congress office
fund-own_budget = Own budget
fund-grant = Grant from above
fund-special = Special funds
fund-collective = Village collective
fund-company = A company
fund-donation = Donation
fund-other = Other money
fund-kind-label = Source
fund-source-label = Its name
fund-amount-label = In all (10,000 yuan)
fund-year-label = This year (10,000 yuan)
fund-secured-label = Secured
secured-yes = Secured
secured-no = Not secured
console = The console

# The list of a year.
project-new = New project for { $year }
project-new-button = New project
project-create = Put into the library
library-search = Search
library-narrow = Narrow down
library-found = { $total ->
    [one] 1 project.
   *[other] { $total } projects.
}
library-none-found = No project fits. Take a filter away.
library-years = Other years:
filter-clear = Clear the filters
pager = Pages
pager-before = Page before
pager-after = Next page
pager-place = Page { $page } of { $pages }
lists-title = Candidate lists
list-new = Begin a list
list-title = Candidate list { $number } of { $year }

# A project's pages.
project-edit = Edit “{ $name }”
project-edit-button = Edit the project
project-save = Save the changes
project-leave = Leave without saving
project-tabs = Pages of the project
project-public-page = See the public page
project-lists = Lists it is on
tab-content = Content
tab-funds = Money
tab-opinions = Appraisal and opinions
tab-photos = Photos
tab-translations = Translations
tab-history = History
tab-origins = Who asked, and results
part-what = What
part-money = Money
part-time = Time
part-who = Who carries it out
part-office = Code and origin
units-known = Known units:
funds-hint = One source a row. Left empty, all of it is this year’s. Tick “secured” only where a document or budget promises it.
targets-hint = For a work of several years, one row a year: what stands at its end.
target-year = Year
target-text = What stands at the end of the year
funds-secured = Secured this year
funds-gap = { $money } are missing this year.
funds-gap-short = { $money } missing
funds-complete = This year’s money is secured
funds-differ = The sources add up to { $sum }, not to the investment of { $investment }.
funds-none = No source of money yet.
funds-total = In all
funds-year = This year
locked-in_library = A project in the library can be edited.
locked-under_appraisal = A project under appraisal can be edited.
locked-candidate = A candidate can be edited.
locked-on_slate = The project is on a frozen list; its text cannot be edited.
locked-selected = The deputies selected it; its text stays as it was voted on.
locked-not_selected = It was not selected; its text stays as it was voted on. One touch returns it next year.
locked-declined = Declined: { $reason }
locked-merged = Merged into another project. { $reason }
locked-assigned = It is assigned; its text stays as it was voted on.
locked-in_progress = Work is under way; its text stays as it was voted on.
locked-completed = The works are finished; its text stays as it was voted on.
locked-accepted = It is accepted; its text stays as it was voted on.
locked-evaluated = It is graded; its text stays as it was voted on.
locked-suspended = It is suspended; its text stays as it was voted on.
locked-terminated = It is ended; its text stays as it was voted on.
project-act-start-appraisal = Begin the appraisal
project-act-withdraw = Take back into the library
project-act-reopen = Take up again
project-act-return = Return it next year
merge-title = Merge into another project
merge-how = Whoever asked for this project stays on record with the other.
merge-into = Into which project (its code)
merge-reason = Reason
merge-button = Merge the project
history-title = History
history-how = Every change stays, the newest first.
history-older = Older changes
history-when = When
history-who = Who
history-before = Before
history-after = After
column-field = Field
clash-title = { $who } saved this project too, on { $at }; your changes are not saved yet.
clash-how = Every field stands side by side. Where both changed it, the form keeps yours; where only the other did, theirs is filled in. Look, then save.
clash-table = Both edits
clash-before = Before
clash-theirs = The other saved
clash-mine = You typed
clash-kept = In the form now
clash-contested = Yours, please check
clash-takes-theirs = The other’s
clash-takes-mine = Yours
origins-title = Who asked
origin-leads = ({ $leads ->
    [one] 1 lead
   *[other] { $leads } leads
})
origins-no-names = The kind is kept, never a name.
origins-leads-title = The leads behind it
origins-leads-more = The oldest { $shown } are listed; the list of leads has the rest.
origins-merged = with the merged project:
origins-into = Merged into:
origins-earlier = The project of { $year }:
origins-returned = Returned in { $year } as:
vote-results-title = Results of votes
vote-results-none = Not voted on yet.
result-votes =
    { $needed ->
        [0] { $year }: { $votes } approvals, no number needed, rank { $rank }.
       *[other] { $year }: { $votes } approvals, { $needed } needed, rank { $rank }.
    }

# Translations.
photos-title = Photos
photos-how = Photos are public with the project; none is added or taken away once the list is frozen. Use none that shows who a resident is.
photos-none = No photos yet.
photos-fixed = The list is frozen or the project has left the library: photos stay as they are.
photo-add = Add the photo
photo-caption = What it shows
photo-caption-hint = Say what is to be seen; whoever cannot see the photo hears these words.
photo-hint = One JPEG, PNG or WebP of at most 20 MB; the place stored in it is removed.
photo-remove = Take away
translations-how = People type translations, no machine does. One types, another checks. Freezing the list fixes them.
translation-save = Save the translation
translation-check = Found right
translation-check-how = For somebody else than the typist.
translation-missing = No translation; pages show Chinese.
translation-none = Nothing typed
translation-draft = To be checked
translation-checked = Checked
translation-frozen = Fixed

# Appraisal.
appraisal-open = Open the appraisal
appraisal-sheet = Appraisal of a livelihood project
appraisal-sheet-open = Print the appraisal form
appraisal-back = Back to the appraisal
checks-title = What is allowed and what is not
check-item = Item
check-answer = Met
check-note = Note
check-yes = Met
check-no = Not met
check-open = Open
checks-save = Save the answers
check-burden = No burden on people or firms
check-debt = No new debt
check-stability = No risk to stability
check-ordered = No task ordered from above
check-routine = No routine work of a unit
check-public_money = Mainly public money
check-in_time = Done within the year, or with annual targets
check-hint-yes-public_money = By its sources, more than half is public money.
check-hint-no-public_money = By its sources, no more than half is public money.
check-hint-yes-in_time = By its finish and targets, it is.
check-hint-no-in_time = It finishes in a later year without a target for each.
check-hint-yes-burden = Met.
check-hint-no-burden = Not met.
check-hint-yes-debt = Met.
check-hint-no-debt = Not met.
check-hint-yes-stability = Met.
check-hint-no-stability = Not met.
check-hint-yes-ordered = Met.
check-hint-no-ordered = Not met.
check-hint-yes-routine = Met.
check-hint-no-routine = Not met.
opinions-of-units = Opinions of units
opinions-title = Opinions of units
opinions-none-asked = No unit was asked yet. The legality review must be.
opinions-none = No opinion waits for an answer.
opinions-count = { $open } waiting, { $late } of them overdue.
opinions-answered = Answered
opinion-ask = Ask a unit
opinion-ask-button = Ask
opinion-kind = About
opinion-kind-land = Use of land
opinion-kind-environment = Environment
opinion-kind-budget = Budget
opinion-kind-legality = Legality review
opinion-unit = Unit that answers
opinion-asked = Asked on
opinion-asked-hint = The date of a letter that went out before; empty is today.
opinion-due = Answer wanted by
opinion-asked-on = asked on { $on }
opinion-answered-on = answered on { $on }
opinion-paper = on paper
opinion-enter-paper = Enter a paper answer
opinion-due-on = wanted by { $due }
opinion-overdue = { $days } days overdue (by { $due })
opinion-waits = Waits for an answer
opinion-paper-title = Enter the answer from paper
opinion-own-title = Answer
opinion-answer = Opinion
opinion-text = In words
opinion-paper-date = Date of the paper
opinion-answer-button = Hand in the answer
answer-agrees = Agrees
answer-conditions = Agrees under conditions
answer-objects = Objects
conclusion-title = Conclusion
conclusion-ready = Nothing stands against candidacy
conclusion-missing = Before it can be a candidate:
conclusion-how = Conclusion
conclusion-pass = Pass: it becomes a candidate
conclusion-send-back = Send back to be worked on
conclusion-decline = Decline
conclusion-reason = Reasons
conclusion-reason-hint = Why a project is declined is shown to those whose receipts lead to it.
conclusion-exception = { $money } are missing this year; why it is a candidate all the same
conclusion-exception-hint = Without a reason it cannot be one. The reason is printed on the appraisal form.
conclusion-button = Conclude
conclusion-none = Not concluded yet.
conclusions-before = Earlier conclusions
exception-granted = Money not fully secured, granted because:
signature-appraiser = Appraised by:
signature-unit = Lead unit (seal):
signature-leader = Leader in charge:
signature-date = Date:
printed-on = Printed on { $on }

# Candidate lists.
list-stage-preliminary = Preliminary
list-stage-reviewed = Reviewed
list-stage-formal = Formal
list-stage-frozen = Frozen
list-version = version { $version }
list-surplus = { $lines } candidates for { $places } places: { $extra } more ({ $percent } %).
surplus-usual = As is usual
surplus-unusual = Usual are { $from } to { $to } more (20 to 25 %, at least one)
list-no-lines = No project on the list yet.
list-how = Number the projects; without a number a project is not on the list. The buttons move one line.
list-others = Candidates that are not on the list
list-place-of = Number of “{ $name }”
list-up = Up
list-down = Down
review-by-standing_committee = Review by the standing committee
review-by-presidium = Review by the presidium
review-on = Date of the review
review-how = How it was decided
review-how-hint = For example: 30th meeting, show of hands, unanimous.
reviewed-by-standing_committee = Reviewed by the standing committee on { $on }:
reviewed-by-presidium = Reviewed by the presidium on { $on }:
list-act-review = Note the review
list-act-fix = Make it the formal list
list-act-reopen = Work on it again
list-formal-next = The list is formal. Take it on the slate page of the poll; it is frozen with the poll.
list-polls = Polls that use it:
list-versions = Frozen versions
list-hash = Fingerprint (SHA-256)
list-text = See the fixed text
revision-title = Change the frozen list
revision-how = It takes two people and a reason and makes a new version. Once the box is sealed nothing changes any more; then only voiding the round helps.
revision-reason = Reason of the change
revision-ask = Ask for the change
revision-waits-title = A change waits for a second person
revision-asked = { $name } asked on { $at }.
revision-other-person = Somebody else must confirm.
revision-confirm = Confirm the change
revision-drop = Drop the change
slate-from = Taken from
slate-choose = Take a list
slate-choose-how = Only a formal list can be taken. Lists are put together and reviewed in the library.
slate-no-lists = No list this year yet. Begin one in the library.
slate-take = Take this list

# The public page.
public-what = What
public-money = Investment { $money }.
public-money-bar = Share of each source
public-earlier = It was put to the vote in { $year } and not selected.
public-progress = Progress of the works
public-result = Result of the vote
public-result-none = The result stands here once it is published.
public-choose = Several projects have the code { $code }; choose one

# What is refused.
problem-library-out-of-turn = The project is now “{ $stage ->
    [in_library] in the library
    [under_appraisal] under appraisal
    [candidate] a candidate
    [on_slate] on a slate
    [selected] selected
    [not_selected] not selected
    [declined] declined
    [merged] merged
   *[other] beyond the vote
}”; this cannot be done with it.
problem-project-not-editable = The project cannot be edited any more: its list is frozen, or it left the library.
problem-project-not-appraised = The project is not under appraisal. Begin the appraisal first.
problem-project-on-list = The project is on list { $number } of { $year }. Take it off first.
problem-project-field-missing = Fill this in.
problem-code-taken = The code “{ $code }” belongs to another project.
problem-need-over-investment = This year’s need cannot exceed the investment.
problem-fund-year-over-total = This year’s part of a source cannot exceed the whole.
problem-fund-amount-missing = Fill in the amount of this source.
problem-target-year = Write the year with four digits.
problem-target-year-twice = One target a year.
problem-target-form = Write a target a line, year first, each year once: { $value }
problem-people-not-a-number = “{ $value }” is not a number of people. Write 5200, 约5200人 or 4.2万.
problem-text-hidden = The text holds an invisible sign ({ $sign }) that could make it look like another. Type it anew.
problem-text-markup = No angle brackets in names and single lines.
problem-text-too-long = Too long: at most { $most } characters.
problem-merge-target = No project of the library has the code “{ $code }”.
problem-merge-into-itself = A project cannot go into itself.
problem-merge-circle = That project went into this one already; merges cannot go in a circle.
problem-returned-already = It returned already, as { $code }.
problem-picture-missing = Choose a photo.
problem-caption-missing = Say what the photo shows.
problem-pictures-many = At most { $most } photos a project. Take one away first.
problem-translation-script = Write it in Arabic script. Is it the right language?
problem-translation-name-missing = Type the name first.
problem-translation-frozen = The list is frozen; its translations cannot change.
problem-translation-none = No translation waits to be checked.
problem-translation-own = You typed it; somebody else must check it.
problem-unit-missing = Name the unit that answers.
problem-asked-later = The day of asking cannot lie in the future.
problem-due-past = The deadline cannot lie before the day of asking.
problem-opinion-open = { $unit } was asked on { $since } and has not answered; do not ask twice.
problem-opinion-text-missing = Conditions and objections need words.
problem-opinion-date-early = The answer cannot be older than the question ({ $asked }).
problem-opinion-date-late = The answer cannot be dated after today.
problem-opinion-date-missing = Fill in the date of the paper.
problem-opinion-answered = This opinion is answered already.
problem-answer-missing = Choose an opinion.
problem-check-open = Not answered yet: { $check ->
    [burden] no burden on people or firms
    [debt] no new debt
    [stability] no risk to stability
    [ordered] no task ordered from above
    [routine] no routine work of a unit
    [public_money] mainly public money
   *[in_time] done within the year, or with annual targets
}.
problem-check-not-met = Not allowed: { $check ->
    [burden] a burden on people or firms
    [debt] new debt
    [stability] a risk to stability
    [ordered] a task ordered from above
    [routine] routine work of a unit
    [public_money] not mainly public money
   *[in_time] not done within the year, and no annual targets
}. Such a project cannot be a candidate.
problem-targets-missing = It finishes in a later year; write a target for each year.
problem-legality-not-asked = Nobody was asked yet whether “{ $name }” is lawful. The clerk must ask.
problem-legality-objected = “{ $name }”: { $unit } objects to its legality; it cannot be a candidate.
problem-opinion-unanswered = “{ $name }”: the { $kind ->
    [land] opinion on the land
    [environment] opinion on the environment
    [budget] opinion on the budget
   *[legality] legality review
} is not answered: { $unit } must answer, asked on { $since }.
problem-money-missing = “{ $name }”: this year’s money is not all secured. Secure it, or say why it is a candidate all the same.
problem-list-out-of-turn = The list is now “{ $stage ->
    [preliminary] preliminary
    [reviewed] reviewed
    [formal] formal
   *[frozen] frozen
}”; this cannot be done with it.
problem-list-not-open = The list was reviewed and cannot be changed as it stands. Work on it again first; it is then reviewed anew.
problem-list-not-formal = List { $number } is not formal. Have it reviewed and make it formal first.
problem-list-missing = Choose a list.
problem-list-empty = No project is on the list.
problem-list-too-short = Only { $lines } projects are on the list, fewer than the { $places } places.
problem-list-same = Nothing on the list would change.
problem-list-box-sealed = The box is sealed over this list; it cannot change any more. Void the round and begin again.
problem-list-voted = Voting has begun; the list cannot change any more. Only voiding the round helps.
problem-slate-no-list = The poll has not taken a list. Take a formal list on the slate page first.
problem-review-how-missing = Say how it was decided.
problem-review-later = The review cannot be dated after today.
problem-revision-waits = Another change waits already.
problem-revision-none = No change waits.

# The demo.
demo-review = 举手表决，全票通过（演示）
demo-legality-unit = 司法行政部门（演示）
demo-land-unit = 自然资源部门（演示）
demo-legality-answer = 未发现与法律法规相抵触的内容（演示）
demo-appraised = 群众需要、条件具备、资金落实（演示）
