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

# What was fixed of a voting day, compared again; and the chain of the audit log.
problem-fact-changed = Not as it was fixed: { $fact ->
    [record] a line of the audit log about this round
    [turn] the order of the acts in the audit log (a line stands where it cannot be)
    [asked] who asked for this act
    [stage] the stage of the round
    [roll] the roll (N, or how a deputy stands on it)
    [officers] the officers that the sitting adopted
    [adopted] the rules that the sitting adopted
    [drafted] the rules and lines that the round before left to this one
    [rules] the rules of the round
    [slate] the slate
    [list] the frozen candidate list
    [sealed] what is written down of the sealed box
    [box] the ballots in the box
    [account] the ballot account
    [papers] the opened papers
    [presidium] the presidium's decision
    [statement] the count statement
    [results] the result of each project
    [names] the name of a project or unit that a correction has set right
   *[notice] the notice
}. Something was changed in the database. No result is shown and nothing goes on. { $way ->
    [void] Keep everything as it is and call the administrator; two people may void the round, or the server is stopped and a backup from before the change is restored.
   *[restore] Keep everything as it is and call the administrator: stop the server and restore a backup from before the change. What was signed on paper stands.
}
problem-box-missing = The file of this round's box is not there.
problem-box-torn = The file of this round's box is damaged and cannot be read. It is kept as it is.
problem-box-foreign = The file of this round's box belongs to another record: line { $opened } of a log opened it, and the log here, which ends at { $head }, does not have that. An earlier backup may have been restored, or the file changed. It is kept as it is.
problem-schema-changed = The database has parts that this program did not write, or parts were removed or changed: { $found }. Leave it as it is and tell the administrator; stop the server, restore a backup from before the change, then go on.
problem-head-congress-unknown = There is no congress with the name { $slug }. Type the head as it is printed.
problem-chain-broken = Line { $line } of the audit log { $kind ->
    [removed] is missing
    [changed] was changed, or one before it was taken out
    [added] was put in later
    [moved] was moved
    [column] says something else than the columns beside it
    [short] and all after it are missing: the log is shorter than a head that is known
   *[other] is not that of a head that is known: it and all before it may have been written anew
}. Keep everything as it is and call the administrator: stop the server and restore a backup whose log holds. Where there is none, two people say why on the page “The audit log” of the poll and go on.
problem-database-damaged = The database file is damaged: { $found }. Stop the server and restore a backup.
facts-changed-title = Something was changed

# Whether the record holds, on the administrator's page.
record-title = The record
restored-at = This installation was restored from a backup on { $time }. What was done after that backup is not in it; check it and do it again.
record-not-yet = The check after the start is not finished yet; look again in a moment.
record-checked = Checked at { $time }: the audit log has { $lines } lines.
record-holds = The database, the audit log and all that was fixed of each vote hold. Head of the log: { $head }
record-how = The program checks after each start and once a day. The head of the log (the congress's short name, number and hash) is printed on the zero report, the account, the opening sheet and the count statement; to compare one from paper, run minsheng doctor --head NAME:NUMBER:HASH on the server.
backups-differs = { $differences } differences were found when it was made: see the manifest

# Going on with a poll although the audit log is broken.
act-accept-log = Go on although the audit log is broken
log-title = The audit log
log-whole = Read from its first line: it holds.
log-all-accepted = The log is broken; two people went on with this poll and said why.
log-open-title = The log is broken
log-accept-what = Call the administrator first: stop the server and restore a backup whose log holds. Where there is none, two people, one of them an officer whom the sitting adopted, go on with this poll and say why. The result is still compared with what was fixed of each round; the breaks and the reason stand in the log, the account and the statement and cannot be taken back. A break that is made later stops the poll again.
log-accepted = The audit log is broken, and two people went on: { $gaps } Reason: { $reason }
shown-log-gap = Line { $line } of the audit log { $kind ->
    [removed] is missing
    [changed] was changed, or one before it was taken out
    [added] was put in later
    [moved] was moved
   *[column] says something else than the columns beside it
}.
problem-log-holds = The log holds: there is nothing to accept.
problem-log-too-broken = The log is broken in more than 8 places. Stop the server and restore a backup whose log holds.
log-asked-other = What was asked for was of other breaks than these: whoever asked asks again, with a reason; that takes the place of what waits.
