# Rules in plain words: the paragraph, clause by clause.

rules-base-congress = The congress has { $due } deputies, and a majority of all of them is { $needed } votes.
rules-base-committee = The standing committee has { $due } members, and a majority of all of them is { $needed } votes.
rules-members-congress = The congress has { $due } deputies.
rules-members-committee = The standing committee has { $due } members.
# What a project needs, as one sentence for whoever announces the count.
threshold-none = No number of approvals is needed: the most votes win.
threshold-votes = { $votes } approvals pass.
threshold-majority = A majority is { $needed }.
threshold-unknown =
    { $half ->
        [passes] Half of
       *[other] More than half of
    } { $base ->
        [present] those present
        [returned] the papers returned
       *[valid] the valid papers
    } must approve.
rules-base-present = The majority is taken of those present.
rules-base-returned = The majority is taken of the papers returned.
rules-base-valid = The majority is taken of the valid papers.
rules-half-passes = Exactly half is enough.
rules-half-unstated = The rules do not say whether exactly half is enough.
rules-votes = A project needs { $votes } approvals or more.
rules-no-threshold = No number of approvals is needed: the most votes win.
rules-present = { $present } are present; the quorum is { $quorum }.
rules-present-short = { $present } are present, fewer than the quorum of { $quorum }: no ballot may be held.
rules-quorum = The body may sit when { $quorum } are present.
rules-example = Whoever is absent has not approved: with { $present } present a project needs { $needed } approvals, { $share } % of those present.
rules-example-impossible = Whoever is absent has not approved: with { $present } present a project still needs { $needed } approvals, so none can pass.

rules-kind-per-item = Each candidate may be approved, opposed or abstained on.
rules-kind-tick = The candidates approved are ticked.
rules-kind-rank = Candidates are given ranks, 1 the first; a rank is an approval.
rules-kind-whole-list = All candidates are one list, which is approved, opposed or abstained on once.
rules-kind-grade-three = Each project is graded satisfied, basically satisfied or dissatisfied.
rules-kind-grade-four = Each project is graded satisfied, basically satisfied, dissatisfied or abstain.
rules-up-to = At most { $most } may be approved; fewer is valid.
rules-exactly = Exactly { $most } must be approved; fewer makes the whole paper void.
rules-overmark-paper = More than { $most } makes the whole paper void.
rules-overmark-section = With more than { $most } the approvals of that paper do not count and those lines are unmarked; the rest of it stands.
rules-unmarked-abstain = An unmarked project counts as an abstention.
rules-unmarked-oppose =
    { $kind ->
        [grade] An unmarked project counts as dissatisfied.
       *[other] An unmarked project counts as opposed.
    }
rules-unmarked-approve =
    { $kind ->
        [grade] An unmarked project counts as satisfied.
       *[other] An unmarked project counts as approved.
    }
rules-conflict = On paper, two different marks on one project leave it unmarked; the rest of the paper stands.
rules-blank-valid = A blank paper is a valid paper with every project unmarked.
rules-blank-void = A blank paper is void.

rules-selection = Among the projects with { $needed } approvals or more, the { $places } with the most are selected.
rules-selection-passed = Among the projects that pass, the { $places } with the most approvals are selected.
rules-selection-points = Among the projects with { $needed } approvals or more, the { $places } with the most points are selected.
rules-selection-points-passed = Among the projects that pass, the { $places } with the most points are selected.
rules-selection-list = With { $needed } approvals or more all { $places } projects are selected, otherwise none.
rules-selection-list-passed = If the list passes all { $places } projects are selected, otherwise none.
rules-rank-sum-falling = Ranks are added up by the Borda count: rank 1 is worth { $most } points, each next rank one less.
rules-rank-sum-falling-all = Ranks are added up by the Borda count: the last is worth 1 point, each rank before it one more.
rules-rank-sum-weights = Ranks are added up by the Borda count: from rank 1 on they are worth { $weights } points.
rules-tie-run-off = When votes are equal at the last place and do not all fit, a run-off is held among exactly those; a paper approves at most the places left, and the most votes win.
rules-tie-run-off-majority = When votes are equal at the last place and do not all fit, a run-off is held among exactly those; a paper approves at most the places left, and the approvals needed are needed again.
rules-tie-presidium =
    When votes are equal at the last place and do not all fit, the { $body ->
        [standing_committee] council of chairpersons
       *[congress] presidium
    } decides and gives its reason.
rules-tie-unstated = The rules do not say what happens when votes are equal at the last place.
rules-second-tie-run-off = When votes are equal again, another run-off is held among those.
rules-second-tie-presidium =
    When votes are equal again, the { $body ->
        [standing_committee] council of chairpersons
       *[congress] presidium
    } decides and gives its reason.
rules-second-tie-unstated = The rules do not say what happens when votes are equal again.
rules-shortfall-take-fewer = When fewer than { $places } pass, those are taken and the others go back to the library.
rules-shortfall-supplementary = When fewer than { $places } pass, a supplementary round is held among the next by votes, { $rounds } at most; a fifth more candidates stand in it than there are places left, at least one more, and all that equal the last of them.
rules-shortfall-unstated = The rules do not say what happens when too few pass.
rules-returned = When more papers are returned than were issued, the round is void and held again; otherwise it is valid.

# What an unmarked line counts as, beside a mark under review.

review-as-approve = count as approve

# Clauses.

rules-clause-numbered = clause { $number }, { $name }
clause-quorum = quorum
clause-base = base of the majority
clause-majority = votes needed
clause-surplus = surplus
clause-ballot = the paper
clause-limit = most approvals
clause-overmark = too many approvals
clause-undermark = too few approvals
clause-unmarked = unmarked lines
clause-blank = blank papers
clause-returned = issued and returned
clause-most-votes = places filled by votes
clause-rank-sum = points of ranks
clause-tie = equal at the last place
clause-run-off = needed in the run-off
clause-second-tie = equal again in the run-off
clause-shortfall = fewer than the places

template-per-item = Each candidate, approving up to the places
template-exactly = Each candidate, approving exactly the places
template-tick = Ticks, up to the places
template-rank = Ranks
template-whole-list = The list as a whole
template-run-off = Run-off after a tie
template-supplementary = Supplementary round after a shortfall

void-reason-overmarked = more approvals than allowed
void-reason-undermarked = fewer approvals than demanded
void-reason-rank-repeated = one rank given twice
void-reason-blank = no mark at all
void-reason-unreadable = unreadable

# The trace of a count.

trace-by = { $told } ({ $clause })
trace-presence = { $present } are present; the quorum of { $quorum } is reached.
trace-presence-short = { $present } are present; the quorum of { $quorum } is not reached.
trace-account =
    { $issued } papers were issued and { $returned } returned, { $missing ->
        [0] none is missing
       *[other] { $missing } are missing
    }: the round is valid.
trace-round-void = { $issued } papers were issued and { $returned } returned, more than were issued: the round is void.
trace-papers = Of { $returned } papers returned { $valid } are valid and { $void } void; { $blank } are blank.
trace-void-papers = { $papers } are void: { $reason }.
trace-unmarked = Valid papers have { $lines } unmarked lines, counted as the rules say.
trace-base-in-office = The base is all { $number } in office.
trace-base-present = The base is the { $number } present.
trace-base-returned = The base is the { $number } papers returned.
trace-base-valid = The base is the { $number } valid papers.
trace-needed = { $votes } approvals are needed.
trace-nothing-needed = No number of approvals is needed.
trace-passed = { $passed } projects have enough, for { $places } places.
trace-all-selected = All of them fit: lines { $lines } are selected.
trace-cut =
    More than fit: lines { $lines }, with { $votes } { $unit ->
        [points] points
       *[votes] approvals
    } or more, are selected.
trace-above-tie =
    More than fit: lines { $lines }, with more than { $votes } { $unit ->
        [points] points
       *[votes] approvals
    }, are selected.
trace-tied =
    Lines { $lines } are equal with { $votes } { $unit ->
        [points] points
       *[votes] approvals
    } and { $places } places are left: the count stops here.
trace-missing = { $places } places stay empty.
trace-presidium-decided = Lines { $lines } were chosen by decision; the reason is on record.
trace-stands = The result stands.
trace-run-off-follows = A run-off follows among lines { $lines } for { $places } places.
trace-presidium-follows = A decision with its reason follows on { $places } places among lines { $lines }.
trace-supplementary-follows = A supplementary round follows among lines { $lines } for { $places } places.
trace-again-follows = The round is held again with the same slate and rules.
trace-unsaid = The rules do not say what follows.

# Settings beyond the short form.

setting-kind = Kind of paper
setting-kind-per-item = Approve, oppose or abstain on each
setting-kind-tick = Ticks
setting-kind-rank = Ranks
setting-kind-whole-list = The list as a whole
setting-kind-grade = Grades of an evaluation
setting-quorum = Quorum
setting-quorum-two-thirds = Two thirds or more
setting-quorum-more-than-half = More than half
setting-base = { $kind ->
        [grade] Base of the grades
       *[other] Base of the majority
    }
setting-base-in-office = All in office
setting-base-present = Those present
setting-base-returned = Papers returned
setting-base-valid = Valid papers
setting-pass = Approvals needed
setting-pass-majority = A majority
setting-pass-votes = A number written into the rules
setting-pass-none = None
setting-half = Exactly half
setting-half-fails = Is not enough
setting-half-passes = Is enough
setting-half-unstated = Is left open
setting-surplus-percent = Surplus of candidates (%)
setting-limit = Most approvals on one paper
setting-limit-places = As many as places
setting-limit-number = A number
setting-limit-unlimited = No limit
setting-unmarked-approve =
    { $kind ->
        [grade] Counts as satisfied
       *[other] Counts as approve
    }
setting-overmark-section-void = Only its approvals are void
setting-rank-sum = Points of ranks
setting-rank-sum-why = No published rule was found that says how ranks are added up: these rules must say it, in a clause. Points of their own are written from rank 1 on, with spaces between them.
setting-rank-sum-borda-falling = Borda, one point less each rank
setting-rank-sum-borda-weights = Borda with the points written into the rules
setting-scale = Grades
setting-scale-three = Satisfied, basically satisfied, dissatisfied
setting-scale-four = Satisfied, basically satisfied, dissatisfied, abstain
setting-tie-unstated = Is left open
setting-runoff-needs-majority = The run-off needs the majority again
setting-runoff-needs-majority-yes = Yes
setting-runoff-needs-majority-no = No, the most votes win
setting-second-tie = Equal again in the run-off
setting-second-tie-run-off = Another run-off
setting-second-tie-presidium =
    { $body ->
        [standing_committee] The council of chairpersons decides with its reason
       *[congress] The presidium decides with its reason
    }
setting-second-tie-unstated = Is left open
setting-shortfall-unstated = Is left open
setting-supplementary-rounds = Supplementary rounds at most
setting-shows-preliminary = After the count and before certifying, the hall's screen may show a preliminary result
setting-shows-preliminary-yes = It may, marked "preliminary, the certified result counts"
setting-shows-preliminary-no = It may not: only what is certified
rules-preliminary = After the count and before certifying, the hall's screen may show the result marked as preliminary; the certified result counts.
screen-preliminary = Preliminary: the certified result counts
setting-clauses = Clause numbers
setting-clauses-hint = Type the numbers of the clauses in this congress's own rules; leave empty what the rules do not say. Each step of a result cites its clause.

decision-void = { $returned } returned, more than the { $issued } issued: the round is void and is held again with the same slate.

# Lint of rules.

problem-members-none = Nobody is due.
problem-limit-none = The most approvals on a paper are 0.
problem-quorum-below-statute = A people's congress sits with two thirds of its deputies present: the quorum of the rules is lower.
problem-candidates-too-few = There are { $candidates } candidates, fewer than the { $places } to choose.
problem-surplus-none = There are as many candidates as places ({ $places }): no choice is left.
problem-surplus-small = There are { $candidates } candidates; by the surplus of the rules there should be { $wanted }.
problem-base-not-all = A decision needs a majority of all in office, not of those present, of papers returned or of valid papers.
problem-half-passes = Exactly half is no majority and cannot be enough.
problem-half-left-open = The rules do not say whether exactly half is enough.
problem-threshold-none = Without a number of approvals needed, fewer than a majority of all may decide: give the reason.
problem-threshold-above-base = { $votes } approvals are more than all { $base } in office: nothing can pass.
problem-threshold-below-majority = { $votes } approvals are fewer than the majority of all, { $majority }.
problem-blank-approves = An unmarked line cannot count as approval: whoever picks up a pen would be seen not to approve.
problem-exactly-without-limit = The rules demand an exact number of approvals and do not say which.
problem-blank-valid-though-exact = The rules demand an exact number, yet call a blank paper valid.
problem-limit-above-candidates = A paper may approve { $most }, but there are only { $candidates } candidates.
problem-limit-below-places = A paper may approve only { $most }, fewer than the { $places } places.
problem-tick-without-choices = Ticks do not tell opposing from abstaining, and deputies must be able to approve, oppose or abstain: give the reason.
problem-rank-without-choices = Ranks do not tell opposing from abstaining, and deputies must be able to approve, oppose or abstain: give the reason.
problem-whole-list-places = A list as a whole has as many candidates as places: there are { $candidates } candidates and { $places } places.
problem-ranks-too-many = Ranks go up to 255.
problem-rank-sum-without-clause = The rules text has no clause on the points of ranks.
problem-rank-weights-too-few = { $ranks } ranks may be given, but there are points for { $weights }.
problem-rank-weights-not-falling = Points must fall from rank to rank and be above 0.
problem-tie-unstated = The rules do not say what happens when votes are equal.
problem-presidium-without-clause = Where the presidium decides between equals, the rules text must have a clause for it.
problem-presidium-breaks-ties = The presidium decides between equals without another ballot (clause { $clause }): give the reason.
problem-shortfall-unstated = The rules do not say what happens when too few pass.
problem-supplementary-rounds-none = The rules want a supplementary round and allow none.

# Marks on a paper.

problem-marked-too-many =
    { $kind ->
        [tick] You selected { $approved }; at most { $most } are allowed: change { $over } of them to not marked.
        [rank] You ranked { $approved }; at most { $most } are allowed: change { $over } of them to not ranked.
       *[other] You approved { $approved }; at most { $most } are allowed: change { $over } of them to oppose or abstain.
    }
problem-marked-too-few =
    { $kind ->
        [tick] Exactly { $exactly } must be selected; { $missing } are missing.
        [rank] Exactly { $exactly } must be ranked; { $missing } are missing.
       *[other] Exactly { $exactly } must be approved; { $missing } are missing.
    }
problem-rank-too-low = Line { $line } has rank { $rank }; the last rank is { $most }.
problem-rank-twice = Rank { $rank } of line { $line } was given before.
problem-rank-gap = Rank { $rank } is missing: begin with 1 and leave none out.
problem-rank-not-a-number = The rank of line { $line } is no number from 1 to 255.
problem-mark-conflict = Line { $line } has two different marks.
problem-mark-doubled = Line { $line } has one mark twice; it counts once.
problem-paper-blank = Nothing is marked: this is a blank paper.

# A presidium's choice among the tied.

problem-tie-not-for-presidium = There is no tie that the presidium may decide.
problem-tie-choice-number = { $places } must be chosen; { $chosen } were.
problem-tie-choice-foreign = Line { $line } is not among the tied, or was chosen twice.

setting-asks-remarks = A ballot on a phone may carry a remark on each item
setting-asks-remarks-yes = It may, and lower grades ask for one; shown from three remarks on an item
setting-asks-remarks-no = It may not
rules-remarks = A ballot on a phone may carry a remark on each item. Remarks are sealed apart from the grades; from three on an item they are shown, shuffled and without names, and fewer are not kept.
rules-not-saved = Not saved yet. Once saved, the rules read:
