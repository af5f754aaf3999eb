# Rules in plain words.

rules-base-congress = The congress has { $due } deputies, and a majority of all of them is { $needed } votes.
rules-base-committee = The standing committee has { $due } members, and a majority of all of them is { $needed } votes.
rules-present = { $present } are present; the quorum is { $quorum }.
rules-quorum = The body may sit when { $quorum } are present.
rules-example = Whoever is absent has not approved: with { $present } present a project needs { $needed } approvals, about { $share } % of those present.
rules-up-to = Each project may be approved, opposed or abstained on; at most { $places } may be approved, fewer is valid, more makes the whole paper void.
rules-exactly = Each project may be approved, opposed or abstained on; exactly { $places } must be approved, or the whole paper is void.
rules-unmarked-abstain = An unmarked project counts as an abstention.
rules-unmarked-oppose = An unmarked project counts as opposed.
rules-blank-valid = A blank paper is a valid paper.
rules-blank-void = A blank paper is void.
rules-selection = Among the projects with { $needed } approvals or more, the { $places } with the most are selected.
rules-tie-run-off = When votes are equal at the last place, a run-off is held among exactly those.
rules-tie-presidium = When votes are equal at the last place, the presidium decides and gives its reason.
rules-shortfall-take-fewer = When fewer than { $places } reach it, those are taken and the others go back to the library.
rules-shortfall-supplementary = When fewer than { $places } reach it, one supplementary round is held among those with the most votes.
rules-returned = When more papers are returned than were issued, the round is void and held again; otherwise it is valid.

clause-majority = majority of all needed
clause-most-votes = places filled by votes
clause-tie = equal at the last place
clause-shortfall = fewer than the places

problem-candidates-too-few = There are { $candidates } candidates, fewer than the { $places } to choose.
problem-surplus-none = There are as many candidates as places ({ $places }): no choice is left.
problem-presidium-breaks-ties = The presidium decides ties: the rules text must have a clause for it.
problem-blank-valid-though-exact = The rules demand an exact number, yet call a blank paper valid.
problem-threshold-above-base = The majority is above the base of { $base }.
problem-marked-too-many = You approved { $approved }; at most { $most } are allowed: change { $over } of them to oppose or abstain.
problem-marked-too-few = Exactly { $exactly } must be approved; { $missing } are missing.
problem-box-changed = The box is not as it was at closing and cannot be opened. Leave everything as it is; two people void the round.
