//! The count statement (计票结果报告单) to be signed: every number in figures and words, every line
//! with its verdict, the head of the audit chain.

use super::head::{FormContext, column, figure, moment, numbers, text};
use crate::public::chosen;
use crate::{count, kit};
use domain::poll::RoundLine;
use domain::poll::rules::PassRule;
use domain::publish::official_form::OfficialForm;
use domain::round::holding::KeyHolding;
use domain::sitting::officer::Post;
use domain::statement::correction::Correction;
use domain::tally::{GradedLine, LineGrade, LineOutcome, Outcome};
use paper::{FormBody, PrintedForm, RecordBlock, RecordForm};
use service::poll::overview::RoundResult;
use service::publish::official_forms::ActDone;
use text::say;
use text::{Words, rules};

/// The statement of every counted round.
pub(super) fn statement(telling: &FormContext<'_>) -> PrintedForm {
    let (words, facts) = (telling.words, telling.facts);
    let body = facts.result.session.body;
    let mut blocks = vec![telling.which()];
    let mut before = None;
    for result in &facts.result.rounds {
        blocks.push(RecordBlock::Heading {
            text: say!(words, "round-number", number = result.round.number).text,
        });
        let sitting = &result.sitting;
        blocks.push(text(kit::round_held(words, body, sitting)));
        if before.replace(sitting.id) != Some(sitting.id) {
            let prints = result.prints.iter();
            blocks.extend(prints.map(|one| text(kit::slip_print(words, one))));
        }
        match &result.outcome {
            Some(outcome) => blocks.extend(counted(words, result, outcome)),
            None => {
                let reason = &result.round.void_reason;
                blocks.push(text(format!("{}{reason}", say!(words, "round-void"))));
                let numbers = kit::void_numbers(words, &result.round, &result.turnout);
                blocks.extend(numbers.map(text));
            }
        }
        blocks.extend(cards(words, result));
    }
    blocks.extend(selected(telling));
    blocks.extend(acts(telling));
    blocks.extend(corrections(telling));
    blocks.extend(evidence(telling));
    blocks.push(telling.signed(&[Post::ChiefScrutineer, Post::Scrutineer, Post::Teller]));
    PrintedForm {
        head: telling.head(OfficialForm::Statement),
        body: FormBody::Record(RecordForm {
            landscape: false,
            blocks,
        }),
    }
}

/// What was selected in all rounds together, once nothing is left to decide.
fn selected(telling: &FormContext<'_>) -> Vec<RecordBlock> {
    let (words, result) = (telling.words, &telling.facts.result);
    let is_whole = result
        .rounds
        .first()
        .is_some_and(|one| one.round.number == 1);
    let last = result
        .rounds
        .iter()
        .rev()
        .find_map(|one| one.outcome.as_ref());
    let items = chosen(result);
    let is_final = last.is_some_and(|last| last.decision.is_final());
    if !is_whole || !is_final || items.is_empty() {
        return Vec::new();
    }
    let heading = say!(words, "statement-selected").text;
    vec![
        RecordBlock::Heading { text: heading },
        RecordBlock::List { items },
    ]
}

/// Who stood for each act of two, when, and on which screen the second one did.
fn acts(telling: &FormContext<'_>) -> Vec<RecordBlock> {
    let words = telling.words;
    let shown = |round: Option<u32>| {
        let mut rounds = telling.facts.result.rounds.iter();
        round.is_none_or(|number| rounds.any(|one| one.round.number == number))
    };
    let acts = telling.facts.acts.iter().filter(|(round, _)| shown(*round));
    let row = |(round, done): &(Option<u32>, ActDone)| {
        let screen = done.screen.map(|screen| {
            let screen = words.say_named("screen", screen.word(), &[]);
            screen.text
        });
        vec![
            round.map_or_else(|| "—".to_owned(), |number| number.to_string()),
            words.say_named("act", &done.act, &[]).text,
            done.first.clone(),
            done.second.clone().unwrap_or_default(),
            screen.unwrap_or_else(|| "—".to_owned()),
            moment(done.done_at),
        ]
    };
    let rows: Vec<Vec<String>> = acts.map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column(say!(words, "acts-round"), 11),
        column(say!(words, "acts-act"), 0),
        column(say!(words, "acts-first"), 32),
        column(say!(words, "acts-second"), 32),
        column(say!(words, "acts-screen"), 25),
        column(say!(words, "acts-when"), 30),
    ];
    let heading = say!(words, "acts-title").text;
    let table = RecordBlock::Table {
        size: 9,
        pad: 1,
        columns,
        rows,
    };
    vec![RecordBlock::Heading { text: heading }, table]
}

/// Account, lines and steps of a round.
fn counted(words: Words, result: &RoundResult, outcome: &Outcome) -> Vec<RecordBlock> {
    let turnout = &result.turnout;
    let (valid, void) = (outcome.valid, outcome.void_total());
    let returned = turnout.returned().map_or(outcome.ballots, u64::from);
    let missing = turnout.not_returned().unwrap_or(0);
    let mut figures = vec![
        (say!(words, "figure-issued"), u64::from(turnout.issued())),
        (say!(words, "figure-returned"), returned),
        (say!(words, "figure-not-returned"), u64::from(missing)),
        (say!(words, "figure-valid"), valid),
        (say!(words, "figure-void"), void),
        (say!(words, "figure-blank"), outcome.blank),
    ];
    // An evaluation fills no places; its grades are taken of a base.
    if outcome.grades.is_empty() {
        figures.push((say!(words, "screen-places"), outcome.places));
    } else {
        figures.push((say!(words, "figure-due"), outcome.due));
        figures.push((say!(words, "figure-base"), outcome.base));
    }
    let asks_votes = outcome.grades.is_empty() && result.rules.pass != PassRule::None;
    if asks_votes {
        figures.push((say!(words, "screen-needed"), outcome.needed));
    }
    let figures = figures.into_iter();
    let sum = format!(
        "{} {} = {} {valid} + {} {void}",
        say!(words, "figure-returned"),
        returned,
        say!(words, "figure-valid"),
        say!(words, "figure-void"),
    );
    let mut blocks = vec![
        RecordBlock::Figures {
            figures: figures.map(|(name, number)| figure(name, number)).collect(),
        },
        RecordBlock::Equation { text: sum },
    ];
    if outcome.grades.is_empty() && !asks_votes {
        blocks.push(text(say!(words, "threshold-none")));
    }
    for (reason, papers) in &outcome.void {
        let reason = rules::void_reason(words, *reason);
        blocks.push(text(format!(
            "{}：{reason} {papers}",
            say!(words, "figure-void")
        )));
    }
    blocks.push(table(words, result, outcome));
    let steps = rules::trace(words, outcome).into_iter();
    blocks.push(RecordBlock::Heading {
        text: say!(words, "trace-title").text,
    });
    blocks.push(RecordBlock::List {
        items: steps.map(|step| step.text).collect(),
    });
    blocks.extend(kit::presidium(words, result).map(text));
    blocks
}

/// The grades of an evaluation.
fn grades_table(words: Words, result: &RoundResult, outcome: &Outcome) -> RecordBlock {
    let mut columns = vec![
        column(say!(words, "form-number"), 11),
        column(say!(words, "column-project"), 0),
    ];
    columns.extend(LineGrade::ALL.map(|grade| numbers(rules::line_grade(words, grade), 20)));
    columns.push(numbers(say!(words, "mark-abstain"), 15));
    columns.push(column(say!(words, "column-grade"), 25));
    let row = |(line, graded): (&RoundLine, &GradedLine)| {
        let mut row = vec![line.line_no.to_string(), line.name.clone()];
        row.extend(kit::given(graded).map(|(_, papers)| papers.to_string()));
        row.push(graded.abstain.to_string());
        row.push(rules::line_grade(words, graded.grade).text);
        row
    };
    RecordBlock::Table {
        size: 11,
        pad: 2,
        rows: result.lines.iter().zip(&outcome.grades).map(row).collect(),
        columns,
    }
}

fn table(words: Words, result: &RoundResult, outcome: &Outcome) -> RecordBlock {
    if !outcome.grades.is_empty() {
        return grades_table(words, result, outcome);
    }
    let is_ranked = outcome.lines.iter().any(|line| line.points.is_some());
    let mut columns = vec![
        column(say!(words, "form-number"), 11),
        column(say!(words, "column-project"), 0),
        numbers(say!(words, "mark-approve"), 15),
        numbers(say!(words, "mark-oppose"), 15),
        numbers(say!(words, "mark-abstain"), 15),
    ];
    if is_ranked {
        columns.push(numbers(say!(words, "column-points"), 15));
    }
    columns.push(numbers(say!(words, "column-rank"), 13));
    columns.push(column(say!(words, "column-verdict"), 38));
    let row = |(line, came): (&RoundLine, &LineOutcome)| {
        let mut row = vec![
            line.line_no.to_string(),
            line.name.clone(),
            came.approve.to_string(),
            came.oppose.to_string(),
            came.abstain.to_string(),
        ];
        row.extend(came.points.map(|points| points.to_string()));
        row.push(came.rank.to_string());
        row.push(kit::verdict_word(words, came).text);
        row
    };
    RecordBlock::Table {
        size: 11,
        pad: 2,
        rows: result.lines.iter().zip(&outcome.lines).map(row).collect(),
        columns,
    }
}

/// Every correction so far, with its version, what it changed and why.
fn corrections(telling: &FormContext<'_>) -> Vec<RecordBlock> {
    let words = telling.words;
    let versions = telling.facts.result.statements.iter();
    let made = versions.filter_map(|version| {
        let correction = Correction::of_statement(&version.text)?;
        Some(format!(
            "{} {} {} {}",
            say!(words, "statement-version", version = version.version),
            count::change_in_words(words, &correction),
            say!(words, "act-reason"),
            version.reason
        ))
    });
    let items: Vec<String> = made.collect();
    if items.is_empty() {
        return Vec::new();
    }
    let text = say!(words, "result-corrections").text;
    vec![RecordBlock::Heading { text }, RecordBlock::List { items }]
}

/// What became of the cards of a sealed box.
fn cards(words: Words, result: &RoundResult) -> Option<RecordBlock> {
    let sealed = result.sealed.as_ref()?;
    Some(text(if sealed.holding == KeyHolding::Server {
        say!(words, "box-held-server").text
    } else {
        let (told, _) = kit::cards_destroyed_words(words, sealed.holding, sealed.destroyed);
        told.text
    }))
}

/// By what the statement can be checked: the certified version, the head of the audit chain.
fn evidence(telling: &FormContext<'_>) -> Vec<RecordBlock> {
    let words = telling.words;
    let mut told = Vec::new();
    if let Some(version) = telling.facts.result.statements.last() {
        let name = say!(words, "statement-version", version = version.version);
        let digest = version.digest.to_string();
        told.push(format!(
            "{name} · {} {digest}",
            say!(words, "statement-hash")
        ));
        if !version.reason.is_empty() {
            told.push(format!("{} {}", say!(words, "act-reason"), version.reason));
        }
    }
    let told = told.into_iter().map(|text| RecordBlock::Quiet { text });
    told.chain(telling.evidence()).collect()
}
