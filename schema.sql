-- minsheng: the present schema, in the order of the year.
--
-- A new database is made from this file, and an older one is carried to it (src/store/engine/carry.rs): a new
-- column has a default that is right for old rows. Times are milliseconds since 1970 (UTC), dates are ISO 8601 text,
-- money is fen. Words of state are those of docs/lifecycle.md. No id is ever given twice: each comes
-- from a sequence that deleting, voiding and wiping leave alone, and that restoring lifts.
--
-- Secrecy is a property of the stored bytes. Three tables know a deputy (deputy, attendance,
-- issued); three know a slip (slip, cast_right) or a ballot (box_ballot); no column, key, order or
-- time joins the first to the others. None of them has a rowid, an order of insertion or a clock.

-- ---------------------------------------------------------------------------------------------
-- Who
-- ---------------------------------------------------------------------------------------------

create table prefecture (
    id integer primary key check (id = 1),
    name text not null,
    is_demo integer not null check (is_demo in (0, 1))
) strict;

create table installation (                          -- what every restoring changes, and what is left to do
    id integer primary key check (id = 1),
    epoch blob not null check (length(epoch) = 16),  -- enters tickets, form tokens and contexts of boxes
    traces_in_log integer not null default 0 check (traces_in_log >= 0), -- deletings that the log still has
    restored_from blob check (length(restored_from) = 32)   -- digest of the backup that it was restored
                                                            -- from, until the log tells of it
) strict;

create table key_name (                              -- which minsheng.key belongs to this database
    id integer primary key check (id = 1),
    name blob not null check (length(name) = 32)     -- a keyed hash of nothing: tells nothing of the key
) strict;

create table congress (
    id integer primary key autoincrement,
    code text not null unique,                       -- division code, six or nine digits
    slug text not null unique check (slug not glob '*[^a-z0-9-]*'),
    name text not null,
    level text not null check (level in ('county', 'township')),
    parent integer references congress,
    rehearsal_of integer references congress,        -- a marked copy, wiped after the rehearsal
    contact_days integer not null default 180        -- how long residents' contacts are kept
        check (contact_days between 7 and 730),
    constraint congress_rehearsal unique (rehearsal_of),
    constraint congress_parent check ((level = 'township') = (parent is not null))
) strict;

create table deputy (
    id integer primary key autoincrement,
    congress integer not null references congress,
    number text not null,                            -- the office's own number, as on the roster
    name text not null,
    delegation text not null default '',
    is_committee_member integer not null default 0 check (is_committee_member in (0, 1)),
    language text not null default 'zh-Hans',
    note text not null default '',
    in_office integer not null default 1 check (in_office in (0, 1)),
    constraint deputy_number unique (congress, number)
) strict;

create table unit (                                  -- a responsible unit of the congress's government
    id integer primary key autoincrement,
    congress integer not null references congress,
    name text not null check (name <> ''),
    constraint unit_name unique (congress, name)
) strict;

create table account (
    id integer primary key autoincrement,
    username text not null,
    name text not null,
    password_hash text not null,                     -- argon2id, PHC string; '' until the first sign-in
    is_disabled integer not null default 0 check (is_disabled in (0, 1)),
    deputy integer references deputy,                -- whose account: for leads and findings, never to vote
    unit integer references unit,
    must_change integer not null default 0           -- somebody else chose the password: the owner chooses
        check (must_change in (0, 1)),               -- one first
    opened_by integer references account,            -- who printed the slip that first opened it: never
                                                     -- the second person beside whoever that is
    constraint account_username unique (username),
    constraint account_deputy unique (deputy)
) strict;

create table invitation (                            -- a printed slip for the first sign-in; gone when used
    account integer primary key references account,
    code_hash blob not null check (length(code_hash) = 32),      -- keyed hash of its fifteen digits
    expires_at integer not null,
    constraint invitation_code unique (code_hash)
) strict;

create table account_role (
    account integer not null references account,
    role text not null check (role in ('clerk', 'chief_scrutineer', 'scrutineer', 'teller',
        'publisher', 'deputy', 'unit_staff', 'unit_head', 'prefecture_reader', 'prefecture_clerk',
        'administrator')),
    congress integer references congress,            -- null for roles of the prefecture
    constraint account_role_place check
        ((role in ('prefecture_reader', 'prefecture_clerk', 'administrator')) = (congress is null)),
    constraint account_role_once unique (account, role, congress)
) strict;

create table sign_in (                               -- a signed-in browser; voting needs none
    token_hash blob primary key check (length(token_hash) = 32),
    account integer not null references account,
    created_at integer not null,
    seen_at integer not null,
    browser blob check (length(browser) = 32)        -- keyed hash of the browser's own name
) strict, without rowid;

-- ---------------------------------------------------------------------------------------------
-- Calls and leads
-- ---------------------------------------------------------------------------------------------

create table call (                                  -- whether it is open is for the calendar to say
    id integer primary key autoincrement,
    congress integer not null references congress,
    year integer not null,                           -- for which projects are sought
    title text not null,
    scope text not null,
    excluded text not null,                          -- what does not belong here, and where it goes
    regions text not null default '',                -- to choose from, one a line; none: typed freely
    opens_on text not null,
    closes_on text not null,                         -- the last day, itself included
    constraint call_period check (opens_on <= closes_on)
) strict;

create table lead (                                  -- a wish as it was handed in; never rewritten
    id integer primary key autoincrement,
    congress integer not null references congress,
    year integer not null,
    call integer references call,
    origin text not null check (origin in ('resident', 'station', 'letter', 'phone', 'deputy_visit',
        'proposal', 'unselected', 'deputy', 'unit')),
    origin_ref text not null default '',             -- proposal's number, station, last year's project
    region text not null,
    kind text not null,
    what text not null,
    place text not null default '',
    received_at integer not null,
    account integer references account,              -- who handed it in; null for a resident
    number text,                                     -- in the office's own book, for what it wrote down
    receipt text,                                    -- sixteen digits; whoever has them may follow it
    form_hash blob check (length(form_hash) = 32),   -- of the form, so that sending twice is one lead
    split_from integer references lead,              -- a part has no receipt but its whole's
    stage text not null check (stage in ('received', 'merged', 'taken_up', 'declined', 'handed_over')),
    merged_into integer references lead,
    told text not null default '',                   -- why declined, or where handed over: published
    has_picture integer not null default 0 check (has_picture in (0, 1)),
    constraint lead_number unique (congress, year, number),
    constraint lead_receipt unique (receipt),
    constraint lead_form unique (form_hash),
    constraint lead_followed check ((receipt is null) = (split_from is not null)),
    constraint lead_merged check ((stage = 'merged') = (merged_into is not null)),
    constraint lead_told check ((stage in ('declined', 'handed_over')) = (told <> ''))
) strict;

create table lead_contact (                          -- apart, so that it can be forgotten by itself:
    lead integer primary key references lead,        -- deleted congress.contact_days after receiving
    contact text not null check (contact <> ''),
    received_at integer not null
) strict;

-- Words of leads, each marked with congress and year, so that a search never leaves them. Holds no
-- text of its own and no contact (src/store/leads/lead_words.rs makes the words).
create virtual table lead_words using fts5
    (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

create table picture (                               -- shrunk and without any metadata
    id integer primary key autoincrement,
    owner_kind text not null check (owner_kind in ('lead', 'project', 'report', 'finding', 'tray')),
    owner integer not null,
    part integer not null default 0,                 -- of a finding: the step, 0 for itself
    caption text not null default '',
    added_at integer not null,
    width integer not null check (width > 0),        -- of the large one, in pixels
    height integer not null check (height > 0),
    large_file blob not null check (length(large_file) = 32), -- SHA-256 of a JPEG of at most 1600 pixels a side
    small_file blob not null check (length(small_file) = 32), -- and of one of at most 320: files in `pictures/`
    latitude integer,                                -- hundred-thousandths of a degree, only where
    longitude integer,                               -- the sender lets the place be told
    constraint picture_spot check ((latitude is null) = (longitude is null))
) strict;

-- ---------------------------------------------------------------------------------------------
-- The library, and the slate drawn from it
-- ---------------------------------------------------------------------------------------------

create table project (
    id integer primary key autoincrement,
    congress integer not null references congress,
    code text not null,
    year integer not null,
    name text not null,
    summary text not null,                           -- one line: what, for how many
    content text not null default '',
    scale text not null default '',                  -- with its unit
    place text not null default '',
    beneficiaries text not null default '',
    beneficiary_count integer check (beneficiary_count >= 0),
    category text not null,
    investment integer not null check (investment >= 0),
    need_this_year integer not null check (need_this_year between 0 and investment),
    lead_unit text not null default '',              -- the name as on the ballot; a unit of that name exists
    supporting_units text not null default '',
    leader text not null default '',
    start_by text not null default '',
    finish_by text not null default '',
    readiness text not null check (readiness in ('idea', 'planned', 'designed', 'ready')),
    origin text not null check (origin in ('residents', 'deputy', 'station', 'unit', 'suggestion',
        'last_year', 'office')),                     -- who asked first; never a name
    note text not null default '',                   -- for the office, never shown outside
    stage text not null check (stage in ('in_library', 'under_appraisal', 'candidate', 'on_slate',
        'selected', 'not_selected', 'declined', 'merged', 'assigned', 'in_progress', 'completed',
        'accepted', 'evaluated', 'suspended', 'terminated')),
    reason text not null default '',                 -- why declined or merged
    merged_into integer references project,
    previous integer references project,             -- last year's, not selected, that returned as this
    exception text not null default '',              -- why a candidate although money is missing
    version integer not null default 1 check (version > 0),
    constraint project_code unique (congress, code),
    constraint project_previous unique (previous),
    constraint project_merged check ((stage = 'merged') = (merged_into is not null))
) strict;

-- Words of projects, as those of leads (src/store/library/projects/search.rs).
create virtual table project_words using fts5
    (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

create table project_lead (                          -- who asked for a project
    lead integer primary key references lead,        -- one lead stands behind one project
    project integer not null references project
) strict;

create table fund (                                  -- where a project's money comes from
    project integer not null references project,
    line_no integer not null check (line_no > 0),
    kind text not null check (kind in ('own_budget', 'grant', 'special', 'collective', 'company',
        'donation', 'other')),
    source text not null default '',
    amount integer not null check (amount >= 0),     -- in all
    this_year integer not null check (this_year between 0 and amount),
    is_secured integer not null check (is_secured in (0, 1)),
    primary key (project, line_no)
) strict, without rowid;

create table annual_target (                         -- of a work of several years
    project integer not null references project,
    year integer not null,
    target text not null,
    primary key (project, year)
) strict, without rowid;

create table translation (                           -- typed by people, never made by a machine
    project integer not null references project,
    language text not null check (language in ('kk-Arab', 'ug')),
    name text not null,
    summary text not null default '',
    content text not null default '',
    state text not null check (state in ('draft', 'checked', 'frozen')),
    typed_by integer references account,             -- somebody else checks
    primary key (project, language)
) strict, without rowid;

create table project_change (                        -- every change of a project, a row a field
    id integer primary key autoincrement,
    project integer not null references project,
    version integer not null,                        -- the version that the change made
    at integer not null,
    account integer references account,              -- null: the operator at the console
    field text not null,
    before text not null,
    after text not null
) strict;

create trigger project_change_is_final before update on project_change
begin select raise(abort, 'the history of a project is never changed'); end;
create trigger project_change_stays before delete on project_change
begin select raise(abort, 'the history of a project is never shortened'); end;

create table screening (                             -- answers to the positive and negative list
    project integer not null references project,
    item text not null check (item in ('burden', 'debt', 'stability', 'ordered', 'routine',
        'public_money', 'in_time')),
    is_met integer not null check (is_met in (0, 1)),
    note text not null default '',
    primary key (project, item)
) strict, without rowid;

create table opinion (                               -- asked of a unit, with its deadline and answer
    id integer primary key autoincrement,
    project integer not null references project,
    kind text not null check (kind in ('land', 'environment', 'budget', 'legality')),
    unit integer not null references unit,
    asked_on text not null,
    due_on text not null,
    answer text check (answer in ('agrees', 'conditions', 'objects')),
    text text not null default '',
    answered_on text,
    is_paper integer not null default 0 check (is_paper in (0, 1)),
    answered_by integer references account,
    constraint opinion_answered check ((answer is null) = (answered_on is null))
) strict;

create table appraisal (                             -- how an appraisal ended, each time it did
    id integer primary key autoincrement,
    project integer not null references project,
    conclusion text not null check (conclusion in ('pass', 'send-back', 'decline')),
    reason text not null check (reason <> ''),
    exception text not null default '',
    concluded_on text not null,
    concluded_by integer references account
) strict;

create table candidate_list (
    id integer primary key autoincrement,
    congress integer not null references congress,
    year integer not null,
    number integer not null check (number > 0),
    stage text not null check (stage in ('preliminary', 'reviewed', 'formal', 'frozen')),
    version integer not null default 1 check (version > 0),
    places integer not null check (places > 0),      -- how many are to be chosen
    reviewed_on text,
    decided_how text not null default '',
    constraint candidate_list_number unique (congress, year, number),
    constraint candidate_list_reviewed check ((stage = 'preliminary') = (reviewed_on is null))
) strict;

create table candidate_line (
    list integer not null references candidate_list,
    line_no integer not null check (line_no > 0),
    project integer not null references project,
    primary key (list, line_no),
    constraint candidate_line_project unique (list, project)
) strict, without rowid;

create table proposed_line (                         -- of a revision that waits for its second person
    list integer not null references candidate_list,
    line_no integer not null check (line_no > 0),
    project integer not null references project,
    primary key (list, line_no)
) strict, without rowid;

create table list_version (                          -- what exactly was frozen, each time
    list integer not null references candidate_list,
    version integer not null check (version > 0),
    text text not null,                              -- canonical
    hash blob not null check (length(hash) = 32),
    reason text not null default '',                 -- of a version after the first
    fixed_at integer not null,
    primary key (list, version),
    constraint list_version_reason check ((version > 1) = (reason <> ''))
) strict, without rowid;

create trigger list_version_is_final before update on list_version
begin select raise(abort, 'a frozen list is never changed'); end;
create trigger list_version_stays before delete on list_version
begin select raise(abort, 'a frozen list is never removed'); end;

-- ---------------------------------------------------------------------------------------------
-- The session and its sittings
-- ---------------------------------------------------------------------------------------------

create table session (
    id integer primary key autoincrement,
    congress integer not null references congress,
    body text not null check (body in ('congress', 'standing_committee')),
    term_no integer not null check (term_no > 0),
    session_no integer not null check (session_no > 0),
    year integer not null,
    constraint session_number unique (congress, body, term_no, session_no)
) strict;

create table sitting (
    id integer primary key autoincrement,
    session integer not null references session,
    number integer not null check (number > 0),
    held_on text not null,
    stage text not null check (stage in ('planned', 'roll_open', 'quorum_declared', 'adjourned',
        'closed')),
    due integer check (due >= 0),                    -- N: fixed when the roll opens
    quorum_present integer,                          -- present when the quorum was declared
    roll_digest blob check (length(roll_digest) = 32), -- of the roll, by the last act on it
    constraint sitting_number unique (session, number),
    constraint sitting_due check ((stage = 'planned') = (due is null))
) strict;

create table attendance (                            -- the roll: one line a deputy due
    sitting integer not null references sitting,
    deputy integer not null references deputy,
    status text not null check (status in ('present', 'on_leave', 'absent')),
    reason text not null default '',                 -- of a leave
    primary key (sitting, deputy)
) strict, without rowid;

create table movement (                              -- who came or left after the quorum was declared
    sitting integer not null,
    deputy integer not null,
    line_no integer not null check (line_no > 0),    -- of this deputy; no order among deputies, no time
    what text not null check (what in ('arrived', 'left')),
    reason text not null default '',
    first_person integer not null references account,
    second_person integer references account,
    second_officer integer references officer,
    second_screen text not null default '' check
        (second_screen in ('', 'own-account', 'own-device', 'machine', 'clerk-screen')),
    primary key (sitting, deputy, line_no),
    foreign key (sitting, deputy) references attendance,
    constraint movement_second check ((second_person is null) <> (second_officer is null))
) strict, without rowid;

create table issued (                                -- who signed the roll for a slip or for papers
    sitting integer not null,
    deputy integer not null,
    kind text not null default 'slip' check (kind in ('slip', 'paper')),
    primary key (sitting, deputy),
    foreign key (sitting, deputy) references attendance
) strict, without rowid;

create table desk (                                  -- the desk's numbers: no name, no slip, no time
    sitting integer primary key references sitting,
    reserve integer not null default 0 check (reserve >= 0), -- closed slips kept back, with a reason
    reserve_reason text not null default '',
    latecomers_draw integer not null default 0 check (latecomers_draw in (0, 1)),
    slips_in integer not null default 0,             -- unused slips handed in and cancelled
    papers_out integer not null default 0,           -- papers given for them, each at another moment
    papers_in integer not null default 0,            -- clean papers handed in and torn up
    slips_out integer not null default 0,            -- slips drawn for them
    assisted integer not null default 0,             -- deputies who were helped (代写): a number only
    old_slips text not null default ''               -- slips of an earlier key or of before a restore: a vote
        check (old_slips in ('', 'voting', 'restored', 'gone')), -- knows them, or all is handed out anew
    constraint desk_reserve check ((reserve = 0) or (reserve_reason <> '')),
    constraint desk_exchange check
        (papers_out between 0 and slips_in and slips_out between 0 and papers_in)
) strict;

create table officer (                               -- scrutineers and tellers of a session
    id integer primary key autoincrement,
    session integer not null references session,
    post text not null check (post in ('chief_scrutineer', 'scrutineer', 'teller')),
    name text not null check (name <> ''),
    deputy integer references deputy,                -- scrutineers come from among the deputies
    account integer references account,              -- where the officer also signs in
    unit text not null default '',                   -- where the officer works, for the warning
    adopted_name text not null default '',           -- the name as adopted, where a correction has set
                                                     -- it right since
    adopted_on text,                                 -- civil date of the adoption; null while proposed
    pin_hash text not null default '',               -- as passwords; '' until the officer chose one,
    pin_screen text not null default '' check        -- on the own screen: from any other none counts
        (pin_screen in ('', 'own-account', 'own-device', 'machine')),
    constraint officer_deputy unique (session, deputy),
    constraint officer_account unique (session, account)
) strict;

create table pin_try (                               -- wrong PINs in a row of an officer, by who typed them:
    officer integer not null references officer,     -- five lock the PIN there and for nobody else
    account integer references account,              -- on whose page; null: on the officer's own device
    wrong integer not null check (wrong > 0)
) strict;
create unique index pin_try_of_whom on pin_try (officer, coalesce(account, 0));

create table slip_print (                            -- slips printed at once, by two people; no code
    sitting integer not null references sitting,
    number integer not null check (number > 0),
    slips integer not null check (slips > 0),
    reason text not null check (reason <> ''),
    is_lost integer not null default 0 check (is_lost in (0, 1)), -- its slips were cancelled
    first_person integer not null references account, -- who asked, and alone was shown it
    second_person integer references account,
    second_officer integer references officer,
    second_screen text not null default '' check     -- on which screen; empty for prints of before
        (second_screen in ('', 'own-account', 'own-device', 'machine', 'clerk-screen')),
    printed_at integer not null,
    shown_at integer,                                -- when it was shown, once
    ended_at integer,                                -- when a new key or a restore ended its slips
    primary key (sitting, number),
    constraint slip_print_second check ((second_person is null) <> (second_officer is null)),
    constraint slip_print_two_people check (first_person <> second_person)
) strict, without rowid;

create table officer_slip (                          -- opens the own device of an officer without an
    officer integer primary key references officer,  -- account, once; a new one takes the earlier one's
    given_at integer not null,                       -- device out
    code_hash blob check (length(code_hash) = 32),   -- keyed hash of its fifteen digits; null until printed
    printed_by integer references account,           -- who was shown its digits: the same as the officer,
    printed_in blob check (length(printed_in) = 32), -- in which browser, by the keyed hash of its name,
    seen_by integer references account,              -- until another account saw the officer at the device
    given_before integer not null default 0 check (given_before >= 0), -- earlier slips of this officer,
    opened_before integer not null default 0         -- and how many of them were opened
        check (opened_before between 0 and given_before),
    expires_at integer,
    opened_at integer,                               -- when it was opened
    token_hash blob check (length(token_hash) = 32), -- of the device's cookie; gone when it is given back
    browser blob check (length(browser) = 32),       -- keyed hash of the name of the browser that it is
    screen text not null default 'own-device' check (screen in ('own-device', 'machine')),
    constraint officer_slip_code unique (code_hash),
    constraint officer_slip_token unique (token_hash),
    constraint officer_slip_printed check ((code_hash is null) = (expires_at is null)),
    constraint officer_slip_opened check (opened_at is null or code_hash is not null),
    constraint officer_slip_device check (token_hash is null or opened_at is not null)
) strict;

create table slip (                                  -- a printed slip; belongs to nobody
    sitting integer not null references sitting,
    code_hash blob not null check (length(code_hash) = 32),      -- keyed hash of the QR's code
    digits_hash blob not null check (length(digits_hash) = 32),  -- keyed hash of the ten digits
    is_cancelled integer not null default 0 check (is_cancelled in (0, 1)),
    print integer check (print > 0),                 -- which print it is of, until voting opens
    primary key (sitting, code_hash),
    constraint slip_code unique (code_hash),
    constraint slip_digits unique (digits_hash)
) strict, without rowid;

-- ---------------------------------------------------------------------------------------------
-- The poll and its rounds
-- ---------------------------------------------------------------------------------------------

create table poll (
    id integer primary key autoincrement,
    session integer not null references session,
    title text not null,
    rules text not null,                             -- canonical text of the rules of the first round
    rules_adopted integer not null default 0 check (rules_adopted in (0, 1)),
    adopted_hash blob check (length(adopted_hash) = 32), -- of the text that the sitting adopted
    colour text not null default 'white'             -- of its papers and of its mark on screens
        check (colour in ('white', 'pink', 'yellow', 'green', 'blue')),
    warnings_reason text not null default '',        -- why warnings about the rules were accepted
    list integer references candidate_list,          -- the formal list that its lines come from
    withdrawn text not null default ''               -- why two people withdrew it; empty while it stands
) strict;

create table round (
    id integer primary key autoincrement,
    poll integer not null references poll,
    sitting integer not null references sitting,
    number integer not null check (number > 0),
    kind text not null check (kind in ('first', 'run_off', 'supplementary')),
    stage text not null check (stage in ('draft', 'frozen', 'sealed', 'issuing', 'open', 'paused',
        'closed', 'accounted', 'opened', 'counted', 'certified', 'void')),
    rules text not null,                             -- canonical text
    rules_hash blob check (length(rules_hash) = 32),
    slate text not null default '',                  -- canonical text, written by freezing
    slate_hash blob check (length(slate_hash) = 32),
    box_digest blob check (length(box_digest) = 32), -- of the closed box
    issued integer,                                  -- facts of the account, written by closing or voiding
    returned integer,
    account_digest blob check (length(account_digest) = 32), -- of the account, by the last act on it
    papers_digest blob check (length(papers_digest) = 32), -- of the opened papers, with the salt
    papers_salt blob check (length(papers_salt) = 32), -- 256 random bits: stays with the papers, goes with a void
    is_dirty integer not null default 0 check (is_dirty in (0, 1)), -- opened or void, its box not yet removed
    void_reason text not null default '',
    decided_by_presidium text not null default '',   -- canonical decision where the rules leave it to them
    constraint round_number unique (poll, number),
    constraint round_frozen check
        ((stage = 'draft') = (rules_hash is null) and (rules_hash is null) = (slate_hash is null)),
    constraint round_void_reason check ((stage = 'void') = (void_reason <> '')),
    constraint round_papers check
        (papers_salt is null or (papers_digest is not null and stage in ('opened', 'counted', 'certified')))
) strict;

create table round_line (                            -- what a round asks about, in the order of its paper
    round integer not null references round,
    line_no integer not null check (line_no > 0),
    project integer references project,              -- a project of the library: every line of a selection,
    part text not null default '',                   -- or a part of it by its name,
    unit integer references unit,                    -- or a unit by its work: lines of evaluations
    about text not null default '',                  -- what a unit is asked about for, as on the ballot
    voted_name text not null default '',             -- the name as it was voted on, where a
                                                     -- correction has set the name right since
    primary key (round, line_no),
    constraint round_line_project unique (round, project, part),
    constraint round_line_unit unique (round, unit),
    constraint round_line_subject check ((project is null) <> (unit is null)),
    constraint round_line_part check (part = '' or project is not null),
    constraint round_line_about check (about = '' or unit is not null)
) strict, without rowid;

create table paper_stock (                           -- papers of a round, in numbers
    round integer primary key references round,
    printed integer not null default 0 check (printed >= 0),
    handed_in integer not null default 0 check (handed_in >= 0) -- clean ones handed in for a slip, torn up
) strict;

create table spoilt_paper (                          -- handed back before casting, replaced by a new one
    round integer not null references round,
    number integer not null check (number > 0),
    reason text not null check (reason <> ''),
    primary key (round, number)
) strict, without rowid;

create table paper_box (                             -- papers found in each box, entered by two people
    round integer not null references round,
    box integer not null check (box > 0),
    papers integer not null check (papers >= 0),
    primary key (round, box)
) strict, without rowid;

create table ballot_account (                        -- 清点单: fixed by closing or voiding, one line a kind
    round integer not null references round,
    kind text not null check (kind in ('slip', 'paper')),
    printed integer not null,
    issued integer not null,                         -- in deputies' hands when voting closed
    handed_in integer not null,                      -- exchanged for the other kind
    spoilt integer not null,                         -- replaced
    cancelled integer not null,                      -- left over and made useless
    unused integer not null,                         -- kept back, never handed out
    returned integer,                                -- papers: unknown until two people entered it
    primary key (round, kind),
    constraint ballot_account_equation check
        (printed = issued + handed_in + spoilt + cancelled + unused)
) strict, without rowid;

create table act_request (                           -- the first of two people; gone when done
    subject text not null check (subject in ('round', 'poll', 'list', 'officer', 'sitting')),
    id integer not null,
    act text not null,
    asked_by integer not null references account,
    asked_at integer not null,
    reason text not null default '',
    browser blob check (length(browser) = 32),       -- keyed hash of the name of the browser that asked
    screen text not null default 'own-account'       -- whether others could listen where it was asked
        check (screen in ('own-account', 'open-line')),
    primary key (subject, id, act)
) strict, without rowid;

create table act_done (                              -- who stood for an act, and when: for the run-sheet
    id integer primary key autoincrement,
    subject text not null check (subject in ('round', 'poll', 'list', 'officer', 'sitting')),
    subject_id integer not null,
    act text not null,
    first_person integer not null references account,
    second_person integer references account,        -- with an account of one's own,
    second_officer integer references officer,       -- or with a PIN,
    second_screen text not null default '' check     -- and on which screen
        (second_screen in ('', 'own-account', 'own-device', 'machine', 'clerk-screen')),
    done_at integer not null,
    constraint act_done_second check (second_person is null or second_officer is null),
    constraint act_done_two_people check (first_person <> second_person)
) strict;

create table sealed_box (                            -- what the ballots of a round are sealed to
    round integer primary key references round,
    name text not null check (length(name) = 8),     -- printed on its cards and on the statement
    holding text not null check (holding in ('server', '1-of-2', '2-of-3', '3-of-5')),
    drawn blob not null default (randomblob(16)) check (length(drawn) = 16), -- its random name, no other box's
    context blob,                                    -- what its key is bound to, the random name among it
    public_key blob check (length(public_key) = 32), -- gone once the box is open or the round void
    proof blob check (length(proof) = 32),           -- of what its trial proved; gone with the key
    destroyed integer check (destroyed between 0 and 5), -- cards destroyed before the sitting
    constraint sealed_box_key check ((context is null) = (public_key is null))
) strict;

create table card (                                  -- of a box until it is open; never a share itself
    round integer not null references sealed_box,
    number integer not null check (number between 1 and 5),
    hash blob not null check (length(hash) = 32),
    holder integer references account,               -- who saw it, once: signed in,
    officer integer references officer,              -- or by a PIN,
    browser blob check (length(browser) = 32),       -- keyed hash of the name of the browser that showed it
    is_checked integer not null default 0 check (is_checked in (0, 1)), -- typed back, and right
    primary key (round, number),
    constraint card_one_each unique (round, holder),
    constraint card_one_browser unique (round, browser),
    constraint card_one_holder check (holder is null or officer is null)
) strict, without rowid;

create table paper_batch (                           -- papers that two tellers typed alike; who, the log says
    round integer not null references round,
    number integer not null check (number > 0),
    papers integer not null check (papers > 0),
    digest blob not null check (length(digest) = 32), -- of its sealed papers
    primary key (round, number)
) strict, without rowid;

create table opened_paper (                          -- after opening: a multiset, no keys, no order
    round integer not null references round,
    verdict text not null check (verdict in ('valid', 'blank', 'void')),
    reason text not null default '',
    pattern blob not null,
    papers integer not null check (papers > 0),
    primary key (round, verdict, reason, pattern)
) strict, without rowid;

create table opened_remark (                         -- after opening: in groups of three or more on a line,
    round integer not null references round,         -- without names, each line mixed for itself by a fresh
    line_no integer not null check (line_no > 0),    -- key; smaller groups are never written down
    key blob not null check (length(key) = 16),
    text text not null check (text <> ''),
    primary key (round, line_no, key)
) strict, without rowid;

create table screen (                                -- a hall screen: what it shows, no secret
    id integer primary key autoincrement,
    sitting integer not null references sitting,
    name text not null check (name <> ''),
    code text not null check (length(code) = 6 and code not glob '*[^0-9]*'), -- reads scenes, no more
    scene text not null check (scene in ('standby', 'roll', 'candidates', 'candidate', 'rules',
        'officers', 'empty_box', 'issuing', 'voting', 'closed', 'account', 'counting', 'result',
        'undecided', 'notice', 'recess', 'wait')),
    round integer references round,
    line_no integer check (line_no > 0),             -- of one candidate
    page integer not null default 1 check (page > 0),
    uncovered integer check (uncovered >= 0),        -- lines uncovered so far; null: all
    size integer not null default 0 check (size between -4 and 4),
    constraint screen_code unique (code),
    constraint screen_line check (line_no is null or round is not null)
) strict;

-- ---------------------------------------------------------------------------------------------
-- The result
-- ---------------------------------------------------------------------------------------------

create table statement (                             -- certified record: written once, then followed
    id integer primary key autoincrement,
    poll integer not null references poll,
    version integer not null check (version > 0),
    text text not null,                              -- canonical
    digest blob not null check (length(digest) = 32),
    reason text not null default '',                 -- of a correction
    first_person integer not null references account,
    second_person integer references account,
    second_officer integer references officer,       -- who stood for it with a PIN,
    second_screen text not null default '' check     -- and on which screen
        (second_screen in ('', 'own-account', 'own-device', 'machine', 'clerk-screen')),
    certified_at integer not null,
    constraint statement_version unique (poll, version),
    constraint statement_two_people check (first_person <> second_person),
    constraint statement_second check ((second_person is null) <> (second_officer is null)),
    constraint statement_correction check ((version > 1) = (reason <> ''))
) strict;

create trigger statement_is_final before update on statement
begin select raise(abort, 'a certified statement is never changed'); end;
create trigger statement_stays before delete on statement
begin select raise(abort, 'a certified statement is never removed'); end;

create table vote_result (                           -- of each project that was voted on, by poll
    project integer not null references project,
    poll integer not null references poll,
    votes integer not null,
    needed integer not null,
    rank integer not null,
    is_selected integer not null check (is_selected in (0, 1)),
    primary key (project, poll)
) strict, without rowid;

create table evaluation (                            -- a poll that grades what was built (满意度测评)
    poll integer primary key references poll,
    second_of integer references poll,               -- the evaluation whose dissatisfied it asks about again
    constraint evaluation_other check (second_of <> poll)
) strict;

create table grade_result (                          -- of each line that was graded, by poll
    poll integer not null references evaluation,
    line_no integer not null check (line_no > 0),
    project integer references project,              -- what the line asked about, as in round_line
    part text not null default '',
    unit integer references unit,
    satisfied integer not null,
    basically integer not null,
    dissatisfied integer not null,
    abstain integer not null,
    base integer not null,                           -- the number of which grades are taken
    grade text not null check (grade in ('satisfied', 'basically', 'dissatisfied')),
    finding integer references finding,              -- the rectification that a dissatisfied one opened
    primary key (poll, line_no),
    constraint grade_result_subject check ((project is null) <> (unit is null)),
    constraint grade_result_part check (part = '' or project is not null)
) strict, without rowid;

create table notice (
    id integer primary key autoincrement,
    poll integer not null references poll,
    statement integer not null references statement,
    number integer not null,                         -- of the congress in its session
    published_at integer not null,
    constraint notice_statement unique (statement)
) strict;

-- ---------------------------------------------------------------------------------------------
-- The follow-up of what was selected. No light is stored: it is read from plan, reports and facts.
-- ---------------------------------------------------------------------------------------------

create table deputy_group (                          -- supervises projects; a plan names it by its name
    id integer primary key autoincrement,
    congress integer not null references congress,
    name text not null check (name <> ''),
    constraint deputy_group_name unique (congress, name)
) strict;

create table deputy_group_member (
    deputy_group integer not null references deputy_group,
    deputy integer not null references deputy,
    primary key (deputy_group, deputy)
) strict, without rowid;

create table plan (                                  -- a version of a project's plan; never edited
    id integer primary key autoincrement,
    project integer not null references project,
    version integer not null check (version > 0),
    unit integer not null references unit,           -- leads the work and reports on it
    in_force_from text not null,
    target text not null,                            -- the year's target in words
    quantity integer check (quantity > 0),           -- and as an amount
    measure text not null default '',
    place text not null default '',
    leader text not null,
    partners text not null default '',
    acceptance text not null,                        -- when it counts as accepted
    supervisors text not null,                       -- the deputies' group, by its name
    start_by text not null,
    accept_by text not null,
    constraint plan_version unique (project, version),
    constraint plan_days check (start_by <= accept_by)
) strict;

create table plan_fund (
    plan integer not null references plan,
    line_no integer not null check (line_no > 0),
    source text not null,
    amount integer not null check (amount > 0),
    primary key (plan, line_no)
) strict, without rowid;

create table milestone (
    id integer primary key autoincrement,
    plan integer not null references plan,
    line_no integer not null check (line_no > 0),
    name text not null,
    due text not null,
    share integer not null check (share between 0 and 1000),     -- thousandths of the work, in all
    reached_on text,                                 -- since when a checked report says so
    constraint milestone_line unique (plan, line_no)
) strict;

create table report (                                -- of a month; a correction is the next version
    id integer primary key autoincrement,
    project integer not null references project,
    month text not null check (month glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    version integer not null check (version > 0),
    done integer not null check (done between 0 and 1000),
    quantity integer check (quantity >= 0),
    paid integer not null check (paid >= 0),
    status text not null,
    problem text not null default '',
    next_step text not null default '',
    why text not null default '',                    -- a figure fell, or what a correction corrects
    written_by integer not null references account,
    written_at integer not null,
    checked_by integer references account,
    checked_on text,
    constraint report_version unique (project, month, version),
    constraint report_checked check ((checked_by is null) = (checked_on is null))
) strict;

create table report_milestone (                      -- milestones that a report says are reached
    report integer not null references report,
    milestone integer not null references milestone,
    primary key (report, milestone)
) strict, without rowid;

create table project_fact (                          -- three facts at the end of the works, and the start
    project integer not null references project,
    kind text not null check (kind in ('started', 'finished', 'accepted', 'in_use')),
    happened_on text not null,
    known_on text not null,
    document text not null default '',
    noted_by integer not null references account,
    primary key (project, kind)
) strict, without rowid;

create table light_rule (                            -- numbers of a congress's lights, from a month on
    congress integer not null references congress,
    from_month text not null,
    yellow_days integer not null check (yellow_days >= 0),
    yellow_points integer not null check (yellow_points between 0 and 1000),
    report_by_day integer not null check (report_by_day between 1 and 28),
    primary key (congress, from_month)
) strict, without rowid;

create table tray (                                  -- photos that wait for a report or finding
    id integer primary key autoincrement,
    account integer not null references account,
    project integer not null references project,
    touched_at integer not null,                     -- forgotten four days after
    constraint tray_one unique (account, project)
) strict;

create table upload (                                -- a photo on its way; its bytes lie in a file
    key text primary key check (length(key) = 32),
    tray integer not null references tray,
    total integer not null check (total > 0),
    keeps_spot integer not null check (keeps_spot in (0, 1)),
    begun_at integer not null,
    picture integer references picture               -- once it was whole
) strict, without rowid;

create table closed_year (                           -- no report of its months is taken any more
    congress integer not null references congress,
    year integer not null,
    closed_on text not null,
    primary key (congress, year)
) strict, without rowid;

create table finding (                               -- a line of the ledger
    id integer primary key autoincrement,
    project integer references project,              -- null: of a unit's work as a whole
    year integer not null,
    number integer not null check (number > 0),      -- in the year's ledger of the congress
    congress integer not null references congress,
    stage text not null check (stage in ('found', 'sent', 'answered', 'closed', 'dismissed')),
    text text not null,
    place text not null default '',
    found_on text not null,
    finder integer not null references account,
    found_by text not null,
    unit integer references unit,
    due text,
    answered_by integer references account,
    reopened integer not null default 0 check (reopened >= 0),
    closed_on text,
    constraint finding_number unique (congress, year, number),
    constraint finding_about check (project is not null or unit is not null),
    constraint finding_sent check (stage in ('found', 'dismissed') or (unit is not null and due is not null)),
    constraint finding_closed check ((stage = 'closed') = (closed_on is not null))
) strict;

create table finding_step (                          -- everything that was done with it
    finding integer not null references finding,
    step_no integer not null check (step_no > 0),
    act text not null,
    text text not null default '',
    due text,
    approver text not null default '',
    account integer not null references account,
    done_by text not null,
    done_on text not null,
    primary key (finding, step_no)
) strict, without rowid;

create table rating (                                -- what residents say at the site: no name, no address
    id integer primary key autoincrement,
    project integer not null references project,
    month text not null,                             -- the only time that is kept
    word text not null check (word in ('satisfied', 'fair', 'dissatisfied')),
    remark text not null default '',                 -- for the office: it may name people
    device blob not null check (length(device) = 32),-- keyed hash over phone, project and month
    finding integer references finding,              -- what a low one became
    constraint rating_once unique (project, month, device)
) strict;

create table plan_change (                           -- what a body must decide
    id integer primary key autoincrement,
    project integer not null references project,
    kind text not null check (kind in ('scale', 'place', 'amount', 'date', 'suspend', 'resume',
        'terminate')),
    reason text not null check (reason <> ''),
    before text not null,
    after text not null default '',
    asked_on text not null,
    asked_by text not null,
    body text check (body in ('congress', 'standing_committee')),
    is_granted integer check (is_granted in (0, 1)),
    decided_on text,
    document text not null default '',
    notice text not null default '',
    constraint plan_change_decided check
        ((body is null) = (is_granted is null) and (body is null) = (decided_on is null)
         and (body is null or document <> ''))
) strict;

create table entry (                                 -- of the supervision calendar
    id integer primary key autoincrement,
    congress integer not null references congress,
    kind text not null check (kind in ('special_inquiry', 'public_qa', 'visit', 'law_check', 'study',
        'look_back', 'year_end_report')),
    topic text not null check (topic <> ''),
    happens_on text not null,
    unit text not null default '',
    looks_back_at integer references entry,
    held_on text,
    outcome text not null default '',
    constraint entry_look_back check ((kind = 'look_back') = (looks_back_at is not null))
) strict;

create table question (                              -- asked at an entry, answered there or by a day
    id integer primary key autoincrement,
    entry integer not null references entry,
    asked_by text not null default '',
    text text not null check (text <> ''),
    project integer references project,
    answer_by text,
    answer text not null default '',
    answered_on text,
    finding integer references finding,
    constraint question_answered check ((answer = '') = (answered_on is null)),
    constraint question_owed check (answered_on is not null or answer_by is not null)
) strict;

-- ---------------------------------------------------------------------------------------------
-- Department reviews (工作评议). A review of the prefecture's work committee names no congress; the
-- opinions given there are no votes, lie in a table of their own, and no poll may hang on them.
-- ---------------------------------------------------------------------------------------------

create table review (
    id integer primary key autoincrement,
    congress integer references congress,            -- null: the work committee's, which never votes
    unit integer references unit,
    department text not null check (department <> ''), -- its name as it was then
    year integer not null,                           -- whose work is reviewed
    topic text not null check (topic <> ''),
    happens_on text not null,
    place text not null default '',
    chair text not null default '',
    stage text not null check (stage in ('planned', 'held', 'concluded', 'called_off')),
    conclusion text not null default '',             -- what is held of the department's work
    reason text not null default '',                 -- why it was called off
    released_on text,                                -- since when everybody may read it
    constraint review_body check ((congress is null) = (unit is null)),
    constraint review_conclusion check ((stage = 'concluded') = (conclusion <> '')),
    constraint review_reason check ((stage = 'called_off') = (reason <> '')),
    constraint review_released check (released_on is null or stage = 'concluded')
) strict;

create table review_medium (                         -- media that were there
    review integer not null references review,
    line_no integer not null check (line_no > 0),
    name text not null check (name <> ''),
    is_live integer not null check (is_live in (0, 1)),
    primary key (review, line_no)
) strict, without rowid;

create table review_question (                       -- answered on the spot or by a day
    id integer primary key autoincrement,
    review integer not null references review,
    asked_by text not null check (asked_by <> ''),
    text text not null check (text <> ''),
    answer_by text,
    answer text not null default '',
    answered_on text,
    constraint review_question_answered check ((answer = '') = (answered_on is null)),
    constraint review_question_owed check (answered_on is not null or answer_by is not null)
) strict;

create table review_poll (                           -- an evaluation to which a congress put a review
    poll integer primary key references evaluation,
    review integer not null references review
) strict;

create trigger review_poll_is_of_a_congress before insert on review_poll
when (select congress from review where id = new.review) is null
begin select raise(abort, 'the work committee never votes'); end;

create table review_task (                           -- what the department must put right (整改)
    id integer primary key autoincrement,
    review integer not null references review,
    number integer not null check (number > 0),
    what text not null check (what <> ''),
    stage text not null check (stage in ('sent', 'answered', 'closed')),
    given_on text not null,
    due text not null,
    answered_by integer references account,
    reopened integer not null default 0 check (reopened >= 0),
    closed_on text,
    constraint review_task_number unique (review, number),
    constraint review_task_closed check ((stage = 'closed') = (closed_on is not null))
) strict;

create table review_task_step (
    task integer not null references review_task,
    step_no integer not null check (step_no > 0),
    act text not null,
    text text not null,
    due text,
    approver text not null default '',
    account integer not null references account,
    done_by text not null,
    done_on text not null,
    primary key (task, step_no)
) strict, without rowid;

create table advisory_opinion (                      -- as one person typed it; two alike are agreed
    review integer not null references review,
    account integer not null references account,
    members integer not null check (members > 0),
    satisfied integer not null check (satisfied >= 0),
    basically integer not null check (basically >= 0),
    dissatisfied integer not null check (dissatisfied >= 0),
    abstain integer not null check (abstain >= 0),
    primary key (review, account),
    constraint advisory_opinion_sum
        check (members = satisfied + basically + dissatisfied + abstain)
) strict, without rowid;

create trigger advisory_opinion_is_of_no_congress before insert on advisory_opinion
when (select congress from review where id = new.review) is not null
begin select raise(abort, 'a congress votes by a poll'); end;

-- ---------------------------------------------------------------------------------------------
-- Reminders: what somebody owes, told on its days, and the outbox that carries it. No debt is stored:
-- it is read from the facts above. No row here knows anything of a poll.
-- ---------------------------------------------------------------------------------------------

create table reminder_rule (                         -- a congress's numbers; without a row the usual ones
    congress integer primary key references congress,
    is_on integer not null check (is_on in (0, 1)),
    before_days integer not null check (before_days between 0 and 30),
    every_days integer not null check (every_days between 1 and 60),
    own_days integer not null check (own_days between 1 and 60)
) strict;

create table reminder_run (                          -- the daily task in one congress
    id integer primary key autoincrement,
    congress integer not null references congress,
    ran_on text not null,
    ran_at integer not null
) strict;

create table reminder (                              -- a message about one debt, as it stood that day
    id integer primary key autoincrement,
    run integer not null references reminder_run,
    congress integer not null references congress,
    matter text not null,
    subject integer not null,                        -- the number of the thing that the matter names
    since text not null,
    due text not null,
    about text not null,                             -- a name or a topic, never what anybody wrote
    detail text not null default '',
    debtor text not null check (debtor in ('office', 'unit', 'deputy_group', 'deputy')),
    debtor_number integer not null,
    debtor_name text not null default '',
    written_on text not null,
    constraint reminder_once unique (congress, matter, subject, since, debtor, debtor_number, written_on)
) strict;

create table inbox (                                 -- a reminder in front of one person
    reminder integer not null references reminder,
    account integer not null references account,
    read_at integer,                                 -- read, paid, or overtaken by a later one
    primary key (reminder, account)
) strict, without rowid;

create table delivery (                              -- a run on its way through one channel
    id integer primary key autoincrement,
    run integer not null references reminder_run,
    channel text not null check (channel in ('inbox', 'webhook')),
    stage text not null check (stage in ('waiting', 'delivered', 'given_up')),
    attempts integer not null default 0 check (attempts >= 0),
    next_at integer not null,
    failure text,                                    -- why the last attempt failed, as a code
    failure_number integer not null default 0,
    constraint delivery_once unique (run, channel)
) strict;

create table webhook (                               -- the robot of a congress's chat group
    congress integer primary key references congress,
    kind text not null check (kind in ('wecom', 'dingtalk')),
    url text not null check (url <> ''),             -- has the robot's key in it: shown to nobody again
    secret text not null default '',
    set_at integer not null,
    tried_at integer,                                -- the last message that was sent to it
    failure text,
    failure_number integer not null default 0
) strict;

-- ---------------------------------------------------------------------------------------------
-- Evidence
-- ---------------------------------------------------------------------------------------------

create table audit (
    id integer primary key autoincrement,            -- in the order of writing, whatever the chain
    chain integer not null default 0,                -- the congress's; 0: the installation's, and all of earlier versions
    number integer not null,                         -- in its chain, from 1
    at integer not null,
    account integer references account,              -- null: the operator at the console, or a resident
    congress integer references congress,
    kind text not null,
    line text not null,                              -- canonical, as hashed
    hash blob not null check (length(hash) = 32),    -- SHA-256(previous hash of the chain, line)
    constraint audit_place unique (chain, number)
) strict;

create trigger audit_is_final before update on audit
begin select raise(abort, 'the audit log is never changed'); end;
create trigger audit_stays before delete on audit
begin select raise(abort, 'the audit log is never shortened'); end;

create index audit_of_congress on audit (congress, id);
create index audit_of_kind on audit (congress, kind, id);
create index project_list on project (congress, year, code, stage, category, lead_unit);
create index project_merged_into on project (merged_into);
create index change_of_project on project_change (project, version);
create index opinion_of_project on opinion (project, kind);
create index opinion_of_unit on opinion (unit, answered_on);
create index appraisal_of_project on appraisal (project);
create index line_of_project on candidate_line (project);
create index session_of_congress on session (congress, year);
create index poll_of_session on poll (session);
create index act_done_on on act_done (subject, subject_id);
create index round_of_sitting on round (sitting, poll, number);
create index call_of_congress on call (congress, year);
create index lead_list on lead (congress, year, id, stage, origin, kind, region, call, has_picture);
create index lead_of_stage on lead (congress, year, stage, id, origin, kind, region, call, has_picture);
create index lead_of_origin on lead (congress, year, origin, id, stage, kind, region, call, has_picture);
create index lead_of_kind on lead (congress, year, kind, id, stage, origin, region, call, has_picture);
create index lead_of_region on lead (congress, year, region, id, stage, origin, kind, call, has_picture);
create index lead_of_call on lead (call) where call is not null;
create index lead_merged_into on lead (merged_into) where merged_into is not null;
create index lead_part on lead (split_from) where split_from is not null;
create index lead_of_project on project_lead (project);
create index picture_of_owner on picture (owner_kind, owner, part);
create index picture_of_large on picture (large_file);
create index picture_of_small on picture (small_file);
create index plan_of_unit on plan (unit);
create index report_numbers on report (project, month, version, done, paid, checked_on);
create index finding_of_project on finding (project);
create index grade_of_project on grade_result (project);
create index finding_open on finding (congress, stage, due);
create index plan_change_of_project on plan_change (project);
create index entry_of_congress on entry (congress, happens_on);
create index question_of_entry on question (entry);
create index run_of_congress on reminder_run (congress, ran_on);
create index reminder_of_run on reminder (run);
create index inbox_of_account on inbox (account, read_at);
create index delivery_waiting on delivery (channel, next_at) where stage = 'waiting';
create index review_of_congress on review (congress, year, happens_on);
create index review_question_of_review on review_question (review);
create index review_poll_of_review on review_poll (review);
