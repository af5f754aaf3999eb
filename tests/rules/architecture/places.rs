//! Where things live: SQL in `store`, markup in `web` and `paper`, words in `text`, addresses in
//! `web/path.rs` and the tables of web's rooms, status codes in `web/error.rs`, time and chance in one file each, and the writes
//! that leave no audit event in the lists below.

use crate::{
    none, raised,
    source::{Source, product},
};

/// Files that a rule leaves alone: rule, path, reason. An entry that is no longer needed fails.
const EXCEPTIONS: &[(Rule, &str, &str)] = &[];

/// Calls of the constructors of `Written` that leave no audit event: the constructor, the file, how
/// many calls, the reason. Adding a line here is a decision about evidence.
const WITHOUT_EVENT: &[(&str, &str, usize, &str)] = &[
    (
        "unrecorded",
        "src/store/voting/box_file/file.rs",
        1,
        "what is written in a box: an event for each cast ballot would be a signed list of the order of voting, \
         and acts have theirs in the record",
    ),
    (
        "quiet",
        "src/service/round/scrubbing.rs",
        2,
        "the log was emptied, or the record has followed a box before: both are told by the acts",
    ),
    (
        "quiet",
        "src/service/followup/ratings.rs",
        1,
        "a phone that has spoken this month: nothing is written",
    ),
    (
        "quiet",
        "src/service/reminder/running.rs",
        1,
        "nothing was due: the run alone is noted",
    ),
    (
        "quiet",
        "src/service/reminder/inbox.rs",
        3,
        "reading a reminder is nobody's act, and the run that wrote it is recorded",
    ),
    (
        "quiet",
        "src/service/reminder/webhook.rs",
        1,
        "how a message went is nobody's act; a trial by the office is recorded",
    ),
    (
        "quiet",
        "src/service/reminder/carrying.rs",
        3,
        "an attempt of the server to carry what is recorded is nobody's act",
    ),
    (
        "quiet",
        "src/service/review/keeping.rs",
        3,
        "a form of a review that was sent before, or that changed nothing",
    ),
    (
        "quiet",
        "src/service/review/asking.rs",
        2,
        "a question or answer that was sent before",
    ),
    (
        "quiet",
        "src/service/review/putting.rs",
        1,
        "a form that was sent before",
    ),
    (
        "quiet",
        "src/service/review/rectifying.rs",
        2,
        "a task or step that was sent before",
    ),
    (
        "quiet",
        "src/service/review/opining.rs",
        1,
        "opinions that the same person typed before",
    ),
    (
        "quiet",
        "src/service/access/sign_in.rs",
        1,
        "touching a sign-in: a page seen is nobody's act",
    ),
    (
        "quiet",
        "src/service/library/editing.rs",
        2,
        "nothing is saved: the form changed nothing, or somebody else saved in between",
    ),
    (
        "quiet",
        "src/service/library/translating.rs",
        1,
        "nothing is saved: the form changed nothing",
    ),
    (
        "quiet",
        "src/service/picture/photos.rs",
        5,
        "a photo on its way is nobody's act until a report or finding takes it",
    ),
    (
        "quiet",
        "src/service/installation/housekeeping.rs",
        1,
        "a restoring that the log tells of already is told once",
    ),
    (
        "quiet",
        "src/service/round/acts.rs",
        1,
        "a press that finds its act done already changes nothing",
    ),
    (
        "quiet",
        "src/service/round/papers.rs",
        1,
        "papers that two people entered, entered once more, change nothing",
    ),
    (
        "quiet",
        "src/service/poll/ruling.rs",
        1,
        "rules that stand adopted, adopted once more, change nothing",
    ),
    (
        "quiet",
        "src/service/act_of_two/ask.rs",
        1,
        "a press that finds its act asked for already changes nothing",
    ),
    (
        "quiet",
        "src/service/act_of_two/person.rs",
        2,
        "counting a try at a PIN and taking it back; a wrong one and the act of a right one are recorded",
    ),
];

/// Files that write a line of the log at once: the file, how many calls, why no ballot can reach it. A line has
/// its moment to the microsecond; whatever a ballot may meet is counted by `telemetry::note` instead.
const LINES_AT_ONCE: &[(&str, usize, &str)] = &[
    (
        "src/machine/telemetry.rs",
        3,
        "the log itself: what was counted, and the end of the program",
    ),
    ("src/cli/console.rs", 1, "before a command begins"),
    (
        "src/cli/serve.rs",
        16,
        "starting, and what is done once a day or every quarter of an hour",
    ),
    ("src/paper/faces.rs", 2, "typefaces, read at the start"),
    ("src/paper/press.rs", 2, "printing forms, by the office"),
    (
        "src/service/installation/backups.rs",
        2,
        "making a backup, by the administrator or at its time of day",
    ),
    (
        "src/service/installation/running.rs",
        3,
        "what acts left to be done, by a task that no ballot rings",
    ),
    (
        "src/service/round/scrubbing.rs",
        3,
        "after an act on a box, by two of the office or by a task that no ballot rings",
    ),
    (
        "src/service/lib.rs",
        1,
        "boxes that could not be settled at the start",
    ),
    (
        "src/service/reminder/carrying.rs",
        2,
        "carrying reminders, by the server itself",
    ),
    (
        "src/service/reminder/webhook.rs",
        2,
        "carrying reminders, by the server itself",
    ),
];

/// File-system paths that commands and their configuration may name.
const MACHINE_FOLDERS: &[&str] = &[
    "/var/", "/etc/", "/run/", "/dev/", "/proc/", "/sys/", "/usr/",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Sql,
    Markup,
    Script,
    Address,
    Status,
    Time,
    Chance,
    Route,
    Stage,
}

const RULES: &[Rule] = &[
    Rule::Sql,
    Rule::Markup,
    Rule::Script,
    Rule::Address,
    Rule::Status,
    Rule::Time,
    Rule::Chance,
    Rule::Route,
    Rule::Stage,
];

impl Rule {
    fn is_home(self, source: &Source) -> bool {
        let (path, layer) = (source.path.as_str(), source.layer());
        match self {
            Self::Sql => layer == "store",
            Self::Markup => matches!(layer, "web" | "paper") || path == "src/text/phrase.rs",
            Self::Script => layer == "text",
            Self::Address => {
                path == "src/web/path.rs"
                    || (path.starts_with("src/web/") && path.ends_with("/mod.rs"))
            }
            Self::Status => path == "src/web/error.rs" || path.starts_with("src/web/error/"),
            Self::Time => path == "src/machine/clock.rs",
            Self::Chance => path == "src/machine/random.rs",
            Self::Route => path == "src/web/route.rs",
            Self::Stage => layer != "service",
        }
    }

    fn finds(self, source: &Source) -> Vec<String> {
        let literals = |wanted: &dyn Fn(&str) -> bool, what: &str| {
            source
                .literals()
                .filter(|(_, text)| wanted(text))
                .map(|(line, text)| {
                    format!("{}:{line}: {what}: {:?}", source.path, shortened(text))
                })
                .collect()
        };
        let calls = |patterns: &[&[&str]], what: &str| {
            patterns
                .iter()
                .flat_map(|pattern| source.places(pattern).collect::<Vec<_>>())
                .map(|at| format!("{}:{}: {what}", source.path, source.line(at)))
                .collect()
        };
        match self {
            Self::Sql => literals(&is_sql, "SQL outside store"),
            Self::Markup => calls(&[&["html", "!"]], "markup outside web and paper"),
            Self::Script => literals(&has_other_script, "a reader's words outside text"),
            Self::Address => {
                let commands = matches!(source.layer(), "cli" | "paper");
                literals(
                    &|text| is_address(text) && !(commands && is_machine_path(text)),
                    "an address outside web/path.rs and the tables of web's rooms",
                )
            }
            Self::Status => calls(
                &[&["StatusCode", "::"]],
                "a status code outside web/error.rs",
            ),
            Self::Time => calls(&[&["::", "now"]], "the time is asked outside clock.rs"),
            Self::Chance => calls(
                &[
                    &["OsRng"],
                    &["SysRng"],
                    &["thread_rng"],
                    &["fastrand"],
                    &["getrandom", "::"],
                    &["rand", "::"],
                ],
                "chance is asked outside random.rs",
            ),
            Self::Route => calls(
                &[&[".", "route", "("]],
                "a route that comes into the router without its role",
            ),
            Self::Stage => calls(
                &[&["stage", ":", "RoundStage", "::"]],
                "a round is set to a stage past `RoundStage::after`",
            ),
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

fn is_sql(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|char: char| !(char.is_alphanumeric() || char == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let pair = |one: &str, two: &str| {
        words
            .iter()
            .zip(words.iter().skip(1))
            .any(|(a, b)| *a == one && *b == two)
    };
    let then = |one: &str, two: &str| {
        words
            .iter()
            .skip_while(|word| **word != one)
            .any(|word| *word == two)
    };
    let begins = |word: &str| text.trim_start().starts_with(word);
    begins("select ")
        || begins("update ")
        || begins("pragma ")
        || then("select", "from")
        || then("update", "set")
        || pair("insert", "into")
        || pair("delete", "from")
        || pair("create", "table")
}

/// Whether a text has Han or Arabic letters. Digits are not letters: a deputy may type his code with
/// Arabic-Indic digits, and reading them is no matter of words.
fn has_other_script(text: &str) -> bool {
    text.chars().any(|char| {
        let is_han = matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        let is_arabic = matches!(char, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'
            | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
        is_han || (is_arabic && char.is_alphabetic())
    })
}

fn is_address(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('/') && chars.next().is_some_and(char::is_alphabetic)
}

fn is_machine_path(text: &str) -> bool {
    MACHINE_FOLDERS
        .iter()
        .any(|folder| text.starts_with(folder))
}

fn complaints(sources: &[Source], exceptions: &[(Rule, &str, &str)]) -> Vec<String> {
    let mut out = Vec::new();
    for source in sources {
        for rule in RULES.iter().filter(|rule| !rule.is_home(source)) {
            let found = rule.finds(source);
            let excepted = exceptions
                .iter()
                .any(|(of, path, _)| of == rule && *path == source.path);
            if excepted && found.is_empty() {
                out.push(format!(
                    "{}: no longer needs its exception from {rule:?}",
                    source.path
                ));
            }
            if !excepted {
                out.extend(found);
            }
        }
    }
    out
}

fn without_event(sources: &[Source], listed: &[(&str, &str, usize, &str)]) -> Vec<String> {
    let mut out = Vec::new();
    for constructor in ["quiet", "unrecorded"] {
        for source in sources {
            let found = source.places(&["Written", "::", constructor]).count();
            let allowed = listed
                .iter()
                .filter(|(name, path, _, _)| *name == constructor && *path == source.path)
                .map(|(_, _, number, _)| number)
                .sum();
            if found != allowed {
                let path = &source.path;
                out.push(format!(
                    "{path}: Written::{constructor} {found} times, listed {allowed}"
                ));
            }
        }
    }
    out
}

/// Lines of the log that are written at once and not listed.
fn lines_at_once(sources: &[Source], listed: &[(&str, usize, &str)]) -> Vec<String> {
    let levels = ["error", "warn", "info", "debug", "trace", "event", "span"];
    let mut out = Vec::new();
    for source in sources {
        let uses = source.places(&["use", "tracing"]).count();
        let found: usize = levels
            .iter()
            .map(|level| source.places(&["tracing", "::", level, "!"]).count())
            .sum();
        let allowed = listed.iter().filter(|(path, _, _)| *path == source.path);
        let allowed: usize = allowed.map(|(_, number, _)| number).sum();
        if found != allowed || uses > 0 {
            let path = &source.path;
            out.push(format!(
                "{path}: {found} lines of the log at once, listed {allowed}"
            ));
        }
    }
    for (path, _, _) in listed {
        if !sources.iter().any(|source| source.path == *path) {
            out.push(format!("{path} is not there any more"));
        }
    }
    out
}

#[test]
fn lines_of_the_log_are_written_where_no_ballot_comes() {
    none(&lines_at_once(&product(), LINES_AT_ONCE));
    assert!(LINES_AT_ONCE.iter().all(|(_, _, reason)| reason.len() > 10));
}

#[test]
fn a_line_of_the_log_on_the_way_of_a_ballot_is_noticed() {
    let sources = [
        Source::of(
            "src/service/voting/casting.rs",
            "fn f() { tracing::info!(\"cast\"); }",
        ),
        Source::of(
            "src/store/engine/writer.rs",
            "use tracing::error; fn f() { error!(\"x\"); }",
        ),
        Source::of(
            "src/cli/serve.rs",
            "fn f() { tracing::info!(\"a\"); tracing::warn!(\"b\"); }",
        ),
    ];
    let listed = [
        ("src/cli/serve.rs", 2, "starting"),
        ("src/gone.rs", 1, "nothing"),
    ];
    raised(
        &lines_at_once(&sources, &listed),
        3,
        &["casting.rs: 1", "writer.rs", "gone.rs"],
    );
}

#[test]
fn each_thing_lives_at_home() {
    none(&complaints(&product(), EXCEPTIONS));
}

#[test]
fn exceptions_have_reasons() {
    assert!(EXCEPTIONS.iter().all(|(_, _, reason)| reason.len() > 10));
    assert!(
        WITHOUT_EVENT
            .iter()
            .all(|(_, _, _, reason)| reason.len() > 10)
    );
}

#[test]
fn writes_without_an_audit_event_are_listed() {
    none(&without_event(&product(), WITHOUT_EVENT));
}

/// The table of the work committee's opinions, which are no votes, and the one module that may name it:
/// where nobody else reads them, they enter nobody's result.
const NO_VOTES: (&str, &str) = ("advisory_opinion", "src/store/review/opinions.rs");

fn readers_of_no_votes(sources: &[Source]) -> Vec<String> {
    let (table, home) = NO_VOTES;
    let others = sources.iter().filter(|source| source.path != home);
    let names = |source: &&Source| source.literals().any(|(_, text)| text.contains(table));
    others
        .filter(names)
        .map(|source| format!("{} names {table}, which are no votes", source.path))
        .collect()
}

#[test]
fn opinions_without_a_vote_are_read_by_their_own_module_alone() {
    none(&readers_of_no_votes(&product()));
    let reader = Source::of(
        "src/store/evaluation/evaluations.rs",
        r#"fn f() { q("select satisfied from advisory_opinion"); }"#,
    );
    raised(&readers_of_no_votes(&[reader]), 1, &["no votes"]);
}

fn tried(path: &str, text: &str) -> Vec<String> {
    complaints(&[Source::of(path, text)], &[])
}

#[test]
fn sql_outside_store_is_noticed() {
    let text = r##"fn f() { a("select id\n from poll"); b(r#"INSERT INTO x values (1)"#);
        c("update poll set a = 1"); d("delete from x"); e("create table y (a)"); g("select 1"); }"##;
    raised(
        &tried("src/service/roll.rs", text),
        6,
        &["service/roll.rs:1: SQL outside store"],
    );
    none(&tried("src/store/poll/polls.rs", text));
    none(&tried(
        "src/cli/console.rs",
        "const A: &str = \"Select the file, then update it.\";",
    ));
}

#[test]
fn markup_outside_web_and_paper_is_noticed() {
    let text = "fn f() { maud::html! { p { } } }";
    raised(&tried("src/service/roll.rs", text), 1, &["markup"]);
    none(&tried("src/web/page.rs", text));
    none(&tried("src/paper/sheet.rs", text));
}

#[test]
fn words_outside_text_are_noticed() {
    let text = "fn f() { a(\"赞成\"); b('票'); c(\"\\u{8d5e}\"); d(\"ئۇيغۇرچە\"); } // 注释";
    raised(&tried("src/web/page.rs", text), 4, &["words outside text"]);
    none(&tried("src/text/language.rs", text));
    none(&tried(
        "src/domain/slip.rs",
        "const A: [char; 3] = ['０', '٣', '۳'];",
    ));
}

#[test]
fn addresses_outside_path_rs_are_noticed() {
    let text = "fn f() { a(\"/ballot/{poll}\"); b(\"/\"); c(\"a/b\"); }";
    raised(&tried("src/web/lib.rs", text), 1, &["/ballot"]);
    none(&tried("src/web/path.rs", text));
    none(&tried("src/web/people/mod.rs", text));
    raised(&tried("src/web/people/view.rs", text), 1, &["/ballot"]);
    none(&tried(
        "src/cli/config.rs",
        "const D: &str = \"/var/lib/minsheng\";",
    ));
    raised(
        &tried("src/web/lib.rs", "const D: &str = \"/var/lib/minsheng\";"),
        1,
        &[],
    );
}

#[test]
fn status_codes_time_and_chance_away_from_home_are_noticed() {
    raised(
        &tried("src/web/lib.rs", "fn f() { StatusCode::OK; }"),
        1,
        &["status code"],
    );
    none(&tried("src/web/error.rs", "fn f() { StatusCode::OK; }"));
    let now = "fn f() { jiff::Timestamp::now(); clock.now(); }";
    raised(&tried("src/service/x.rs", now), 1, &["the time"]);
    none(&tried("src/machine/clock.rs", now));
    let chance = "fn f() { getrandom::fill(&mut x); rand::random(); OsRng; }";
    raised(&tried("src/service/password.rs", chance), 3, &["chance"]);
    none(&tried("src/machine/random.rs", chance));
}

#[test]
fn routes_without_a_role_and_stages_past_the_table_are_noticed() {
    let route = "fn f() { router.route(pattern, handler); }";
    raised(&tried("src/web/lib.rs", route), 1, &["without its role"]);
    none(&tried("src/web/route.rs", route));
    let stage = "fn f() { Round { stage: RoundStage::Open, ..round }; }";
    raised(&tried("src/service/round/acts.rs", stage), 1, &["past"]);
    none(&tried("src/domain/round/logged_round.rs", stage));
    none(&tried(
        "src/service/round/acts.rs",
        "fn f() { if stage == RoundStage::Open { g(); } }",
    ));
}

#[test]
fn an_exception_covers_its_file_and_must_be_needed() {
    let exceptions = [(Rule::Status, "src/web/assets.rs", "not modified")];
    let used = Source::of("src/web/assets.rs", "fn f() { StatusCode::NOT_MODIFIED; }");
    none(&complaints(&[used], &exceptions));
    let unused = Source::of("src/web/assets.rs", "fn f() {}");
    raised(&complaints(&[unused], &exceptions), 1, &["no longer needs"]);
}

#[test]
fn a_write_without_event_that_is_not_listed_is_noticed() {
    let text = "fn f() { Written::quiet((), \"touch\"); Written::quiet((), \"again\"); }";
    let sources = [Source::of("src/service/access/sign_in.rs", text)];
    raised(&without_event(&sources, &[]), 1, &["2 times, listed 0"]);
    none(&without_event(
        &sources,
        &[("quiet", "src/service/access/sign_in.rs", 2, "touching")],
    ));
    let cast = [Source::of(
        "src/service/x.rs",
        "fn f() { Written::unrecorded(()) }",
    )];
    raised(&without_event(&cast, &[]), 1, &["Written::unrecorded"]);
}
