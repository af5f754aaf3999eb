# The public site.

home-title = Livelihood projects, decided by deputies' ballot
home-lead = Residents ask, deputies decide by secret ballot, the government builds, deputies check and grade.
home-newest = Newest results
home-counties = Counties and cities
home-townships = { $townships } townships
results-none = No results are published yet.
congress-years = Grades and rectifications
results-graded = { $lines } lines graded
results-changed = What is stored is not as it was fixed: no result is shown. The signed statement and the posted notice hold
results-selected = { $selected } selected
congress-results = Results
congress-sessions = Sessions
congress-townships = Townships
sessions-none = There are no sessions yet.
polls = Ballots
polls-none = There are no ballots yet.
sittings = Sittings
sitting-number = Sitting { $number }

result-title = Result of the ballot
result-not-yet = The result is not published yet
result-not-yet-why = It stands here once two people have certified and published it. While voting runs nobody sees any count.
round-held = Sitting { $sitting } ({ $day }): { $due } { $body ->
        [standing_committee] members
       *[congress] deputies
    } due, { $present } present; the quorum is { $quorum }.
result-version = Version { $version }
result-corrections = Corrections
result-print = Print this page with the browser: it fits one A4 sheet.

notice-number = Notice no. { $number }
notice-title = Notice of the { $body ->
        [standing_committee] standing committee of the people's congress
       *[congress] people's congress
    } of { $congress }
notice-text = { $session } has by secret ballot, { $how ->
        [majority] with a majority of all { $body ->
            [standing_committee] members
           *[congress] deputies
        }
       *[votes] under its rules
    }, selected these livelihood projects:
notice-end = This is hereby made known.
notice-issuer = { $body ->
        [standing_committee] Standing committee of the people's congress of { $congress }
       *[congress] Presidium, { $session }
    }
notice-corrects = This notice corrects notice No. { $number }.
notice-corrected = Corrected: { $change } Reason: { $reason }
notice-replaced = A later notice of correction stands in the place of this one, whose text is kept.

about-chain = Residents propose livelihood projects, departments appraise them, and they come onto a slate; deputies decide by secret ballot at a session; the government carries them out by plan; deputies check the progress and grade the result.
about-secret = How the vote is secret
about-secret-slip = After signing the roll each deputy draws a closed slip. It bears no name, and the system does not know who holds which.
about-secret-box = Before closing no page, record or log holds a count for any project. After opening only “so many equal papers” are left, without order, time or origin.
about-secret-not = What the system cannot prevent: somebody looking at your screen, or you showing it.
about-count = Who is selected
about-count-majority = Unless the rules of a poll say otherwise, more than half of all deputies must approve, not of those present; whoever is absent has not approved. The result page gives votes, what is missing and the clause, line by line.
about-access = If reading or marking is hard
about-access-how = The ballot has three text sizes, works with a keyboard and a screen reader, and needs no script. For help go to the ballot desk, or vote on paper.
