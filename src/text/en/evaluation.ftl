# Evaluations: grades instead of votes.

template-evaluation = Satisfaction evaluation
template-about-evaluation = Each project is graded satisfied, basically satisfied or dissatisfied; nothing is selected, and what is dissatisfied is put right and evaluated again.
clause-grades = how grades are decided
setting-grades = How grades are decided
setting-grades-hint = No statute decides grades: the congress's own rules do, and must have a clause. A rate that is met exactly is met.
setting-grades-chain = Satisfied if the satisfied reach half; else basically satisfied if both together do; else dissatisfied
setting-grades-rates = By these rates
setting-rate-satisfied = Satisfied, at least (%)
setting-rate-basically = Satisfied and basically satisfied together, at least (%)
problem-grades-without-clause = The rules text has no clause on how grades are decided.
problem-grade-rates-out-of-range = Rates are whole numbers from 1 to 100.
rules-grades-of-all = Grades are taken of all { $due } members, the absent included.
rules-grades-of-present = Grades are taken of those present.
rules-grades-of-returned = Grades are taken of papers returned.
rules-grades-of-valid = Grades are taken of valid papers.
rules-grades-base-in-office = Of { $base } members
rules-grades-base-present = Of { $base } present
rules-grades-base-returned = Of { $base } papers returned
rules-grades-base-valid = Of { $base } valid papers
rules-grades-half-reaches = Half of { $base } is { $half }: exactly { $half } is enough.
rules-grades-half-falls-short = Half of { $base } is { $half }: exactly { $half } is not enough.
rules-grades-half-unstated = Half of { $base } is { $half }: the rules do not say what exactly { $half } means.
rules-grades-chain = { $known ->
        [yes] {""}
       *[no] Example: {""}
    }{ $of }, { $needed } satisfied make satisfied; { $one_less } satisfied and 1 basically satisfied, { $needed } together, make basically satisfied; fewer than { $needed } together make dissatisfied.
rules-grades-chain-half = Satisfied at half or more, half included; basically satisfied where both together reach half; else dissatisfied.
rules-grades-chain-more = Satisfied above half; basically satisfied where both together are above half; else dissatisfied.
rules-grades-rates-example = { $known ->
        [yes] {""}
       *[no] Example: {""}
    }{ $of }, { $satisfied } satisfied make satisfied; { $basically } of both together make basically satisfied; fewer make dissatisfied.
rules-grades-rates = Satisfied from { $satisfied } % on; basically satisfied where both together reach { $basically } %; else dissatisfied.
trace-grades-need = Satisfied needs { $satisfied } satisfied, basically satisfied needs { $basically } of both together.
trace-graded = Line { $lines }: { $grade }.
decision-graded = Every item has its grade: the result may be certified.
column-grade = Grade
column-grades-bar = Of a base of { $base }
grades-bar-label = { $satisfied } satisfied, { $basically } basically satisfied, { $dissatisfied } dissatisfied, of { $base }
figure-base = Base

evaluation-new = New satisfaction evaluation
evaluation-title-default = Satisfaction evaluation of the projects of { $year }
evaluation-nothing = No project of this year or the last has begun: there is nothing to grade yet.
evaluation-title-second = Second satisfaction evaluation of the projects of { $year }
evaluation-times = A first evaluation, or a second one of what was dissatisfied
evaluation-first = First evaluation
evaluation-second-of = Second evaluation ({ $count } dissatisfied) of
evaluation-projects = Projects to grade
evaluation-projects-hint = Projects whose work has begun, is finished or accepted can be graded. The paper lists them in this order. Tick what is graded as a whole; for a project that is graded in parts, take the tick away and write its parts below it.
evaluation-parts = Grade it in parts
evaluation-parts-of = Parts of "{ $name }"
evaluation-parts-hint = One part a line; each has its own line on the paper.
evaluation-by-unit = Grade by responsible unit
evaluation-by-unit-hint = A ticked unit has its own line on the paper, with the projects that it leads below its name.
evaluation-again = What is evaluated again
evaluation-again-hint = All of it was dissatisfied before.
evaluation-create = Create the evaluation
evaluation-lines = { $lines } lines to grade.
evaluation-lines-fixed = The lines were chosen with the evaluation. If they are wrong, create another one.
evaluations = Satisfaction evaluations
evaluations-none = There is none yet. Create one on a session's page.
evaluations-dissatisfied = { $count } dissatisfied, and what became of them
evaluation-rectification = Rectification
evaluation-due = answer due { $day }
evaluation-second-grade = Second evaluation:
evaluation-second-open = Not evaluated again yet
evaluation-is-second = second
evaluation-not-certified = Shown once the result is certified.
supervision-year = Grades and rectifications of the projects of { $year }
supervision-public = The page that the public reads
supervision-projects = Projects and their grades
supervision-stage = Stage
supervision-ungraded = Not graded yet
supervision-statement = Count statement (PDF)
supervision-notice = Notice
supervision-notice-pdf = Notice (PDF)
supervision-no-notice = No notice yet
evaluation-units = Units over the years
evaluation-units-hint = Each line of a paper (project, part or unit) counts once, with its first grade.
column-year = Year
notice-grades = { $session } graded by secret ballot of the { $body ->
        [standing_committee] members
       *[congress] deputies
    } the following:
problem-evaluation-no-projects = Choose one project, part or unit at least.
problem-evaluation-too-many = { $lines } lines: a paper has { $most } at most.
problem-evaluation-asked-twice = "{ $name }" is listed twice.
problem-evaluation-whole-and-parts = This project is ticked as a whole and cannot be graded in parts as well ("{ $name }"). Take the tick away, or its parts.
problem-part-long = The part "{ $name }" is too long: { $most } characters at most.
problem-unit-leads-nothing = "{ $name }" leads no project that can be graded.
problem-candidate-not-a-project = "{ $name }" is no project: only projects of a candidate list are voted on.
problem-not-gradable = "{ $name }" has not begun, or was suspended or ended: it cannot be graded.
problem-second-not-dissatisfied = "{ $name }" was not dissatisfied in the first evaluation: it is not part of the second.
problem-evaluation-has-no-list = An evaluation takes no candidate list.

# Residents at the site.

rating-title = Are you satisfied with this project?
rating-question = Choose one
rating-satisfied = Satisfied
rating-fair = So-so
rating-dissatisfied = Dissatisfied
rating-remark = Anything else (may be left empty)
rating-remark-hint = Please write no names or telephone numbers. Only the congress's office reads it; it is not published.
rating-send = Send
rating-promise = No sign-in, no name. Each phone counts once a month for a project; whoever clears the browser or takes another phone can rate again, so the numbers are a hint. It is no vote and is never summed with the deputies' grades.
rating-thanks = Thank you, it has arrived
rating-before = This phone has rated the project this month
rating-later = Too many at once: please try again in a while
rating-next = You can rate again next month.
rating-project = How the project goes on
rating-month = Month
rating-people = People
ratings-title = What residents say
ratings-apart = Shown apart from the deputies' grades and never summed with them.
ratings-low = Dissatisfied, to be looked into
ratings-low-hint = Each can become a finding. Put it into your own words, without names and numbers.
ratings-told = Other remarks
rating-sign = Print the sign for the site
rating-sign-how = Print it and put it up at the site.
rating-sign-scan = Scan, and say whether you are satisfied
rating-finding = became a finding
rating-finding-text = As a finding
rating-finding-write = Make it a finding
problem-rating-missing = Choose satisfied, so-so or dissatisfied.
problem-remark-long = { $most } characters at most.
problem-rating-settled = This rating has become a finding, or is not a dissatisfied one.

# Remarks of deputies beside their grades.

remarks = Deputies' remarks
remarks-about = Shown only where three or more deputies wrote about the same item; shuffled, names and numbers replaced by ***, with no tie to the grades. They are not published.
remarks-not-certified = Shown once the result is certified.
remarks-not-asked = The rules of this evaluation do not ask for remarks.
remarks-too-few = Fewer than three deputies wrote a remark; none was kept.
remark-take-out = Take out
remark-take-out-hint = A remark that points at a person is taken out as a whole, for good.
notice-grade = { $name }: { $grade } ({ $satisfied } satisfied, { $basically } basically satisfied, { $dissatisfied } dissatisfied, { $abstain } abstained)
