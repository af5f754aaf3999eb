# What is wrong with a file of ballots (`minsheng count`).

problem-ballots-unreadable = The file cannot be read.
problem-ballots-not-text = The file is not text in UTF-8.
problem-ballots-empty = The file is empty.
problem-ballots-header = The first column must be "ballot", not "{ $found }".
problem-record-too-long = The row is too long.
problem-quote-unclosed = A quote is opened and never closed.
problem-row-too-short = The row has { $cells } of { $columns } columns; it counts as an unreadable ballot.
problem-row-too-long = The row has { $cells } columns, more than { $columns }; the rest is left out.
problem-cell-unknown = "{ $value }" is no mark: a, o, x or nothing; it counts as unmarked.
problem-candidates-none = There are no candidates.
problem-candidates-too-many = There are more than { $most } candidates.
problem-candidate-without-id = A candidate has no id.
problem-candidate-repeated = The candidate id "{ $id }" is there twice.
problem-pb-section-missing = There is no section { $section }.
problem-pb-column-missing = The section { $section } has no column { $column }.
problem-pb-kind-missing = META does not say the vote_type.
problem-pb-kind-unknown = Votes of the type { $kind } cannot be counted, only approval and choose-1.
problem-pb-number-wrong = "{ $value }" is no number.
problem-vote-twice = "{ $id }" is named twice; it counts once.
problem-vote-unknown = There is no project "{ $id }"; it does not count.
problem-vote-too-short = { $named } projects are named, fewer than { $bound }; counted as it stands.
problem-vote-too-long = { $named } projects are named, more than { $bound }; counted as it stands.
problem-ballots-above-members = There are { $ballots } ballots, more than { $deputies } deputies.
