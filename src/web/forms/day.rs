//! The other papers of the day: candidates, rules, empty box, cards, strokes, account, labels.

use super::head::{FormContext, column, figure, moment, numbers, text};
use crate::ballot::choices;
use crate::{account, kit};
use domain::problem::Problem;
use domain::publish::official_form::OfficialForm;
use domain::round::account::AccountLine;
use domain::round::holding::KeyHolding;
use domain::round::turnout::Validity;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::officer::Post;
use paper::{
    BlankCard, CallingSheet, CardSheet, FormBody, PrintedForm, RecordBlock, RecordForm, SealLabel,
    TableColumn,
};
use service::ServiceError;
use text::say;
use text::{Words, rules};

/// Rows for boxes of wood, to be written on.
const BOXES: usize = 4;

/// Every candidate with all that was frozen of it.
pub(super) fn booklet(telling: &FormContext<'_>) -> PrintedForm {
    let mut blocks = vec![telling.which()];
    for (line, told) in telling.round.lines.iter().zip(telling.lines()) {
        let heading = format!("{}  {}", line.line_no, line.name);
        blocks.push(RecordBlock::Heading { text: heading });
        blocks.push(text(told.what));
        let content = line.content.lines().filter(|part| !part.trim().is_empty());
        blocks.extend(content.map(text));
    }
    record(telling, OfficialForm::Booklet, blocks)
}

/// The rules in brief, in this body's own numbers.
pub(super) fn rules_in_brief(telling: &FormContext<'_>) -> PrintedForm {
    let view = &telling.facts.poll;
    let present = view.sitting.quorum_present;
    let told = rules::paragraph(telling.words, &telling.round.rules, view.due, present);
    let items = told.into_iter().map(|one| one.text).collect();
    let blocks = vec![telling.which(), RecordBlock::List { items }];
    record(telling, OfficialForm::Rules, blocks)
}

/// That the box was empty when it was sealed, with room for the boxes of wood.
pub(super) fn zero_report(telling: &FormContext<'_>) -> PrintedForm {
    let words = telling.words;
    let mut blocks = vec![telling.which()];
    blocks.push(RecordBlock::Figures {
        figures: vec![figure(say!(words, "screen-box-papers"), 0)],
    });
    if let Some(sealed) = &telling.facts.sealed {
        let name = sealed.name.clone();
        blocks.push(text(format!("{}：{name}", say!(words, "box-name"))));
        blocks.push(text(words.say_named("holding", sealed.holding.word(), &[])));
    }
    let seal = telling
        .round
        .done
        .iter()
        .rfind(|one| one.act == RoundAct::Seal.word());
    if let Some(done) = seal {
        let (first, time) = (done.first.clone(), moment(done.done_at));
        let second = done.second.clone().unwrap_or_default();
        blocks.push(text(say!(
            words,
            "statement-people",
            first = first,
            second = second,
            time = time
        )));
    }
    blocks.push(RecordBlock::Heading {
        text: say!(words, "paper-boxes").text,
    });
    let names = [
        column(say!(words, "paper-box-number"), 30),
        column(say!(words, "paper-box-empty"), 45),
        column(say!(words, "paper-box-seal"), 0),
    ];
    blocks.push(blank(names.to_vec(), BOXES));
    blocks.extend(telling.evidence());
    blocks.push(telling.signed(&[Post::ChiefScrutineer, Post::Scrutineer]));
    record(telling, OfficialForm::ZeroReport, blocks)
}

/// Blank key cards, as many as the box has: what stands on them is never in a file.
///
/// # Errors
/// Refused: `form-no-cards` where the server holds the key.
pub(super) fn key_cards(telling: &FormContext<'_>) -> Result<PrintedForm, ServiceError> {
    let words = telling.words;
    let sealed = telling.facts.sealed.as_ref();
    let Some(sealed) = sealed.filter(|sealed| sealed.holding != KeyHolding::Server) else {
        return Err(ServiceError::refused(Problem::error("form-no-cards")));
    };
    let (cards, needed) = (sealed.holding.cards(), sealed.holding.needed());
    let card = |number: u8| BlankCard {
        title: say!(words, "card-title", number = number).text,
        notes: vec![
            say!(
                words,
                "card-of",
                number = number,
                cards = cards,
                needed = needed
            )
            .text,
            format!("{} {}", say!(words, "box-name"), sealed.name),
        ],
    };
    let body = CardSheet {
        cards: (1..=cards).map(card).collect(),
        check: say!(words, "paper-card-check").text,
        qr: say!(words, "paper-card-qr").text,
        keep: say!(words, "card-do-keep").text,
        signatures: vec![paper::Signature {
            role: say!(words, "paper-card-holder").text,
            name: String::new(),
        }],
    };
    Ok(PrintedForm {
        head: telling.head(OfficialForm::KeyCards),
        body: FormBody::Cards(body),
    })
}

/// A sheet of strokes with room for every paper that may come.
pub(super) fn tally_sheet(telling: &FormContext<'_>) -> PrintedForm {
    let (words, round) = (telling.words, telling.round);
    let due = usize::try_from(telling.facts.poll.due).unwrap_or(0);
    let all = choices(words, &round.rules, round.lines.len()).into_iter();
    let body = CallingSheet {
        how: say!(words, "paper-tally-how").text,
        guide: say!(words, "paper-tally-sign").text.repeat(due.div_ceil(5)),
        lines: telling.lines(),
        choices: all
            .filter(|choice| !choice.is_quiet)
            .map(|choice| choice.word.text)
            .collect(),
        total: say!(words, "paper-total").text,
        signatures: telling.signatures(&[Post::ChiefScrutineer, Post::Scrutineer, Post::Teller]),
    };
    PrintedForm {
        head: telling.head(OfficialForm::TallySheet),
        body: FormBody::Tally(body),
    }
}

/// Printed, issued, spoilt, unused and returned by kind, in one equation each.
pub(super) fn account(telling: &FormContext<'_>) -> PrintedForm {
    let (words, view) = (telling.words, &telling.facts.poll);
    let account = &telling.facts.account;
    let turnout = &telling.round.turnout;
    let present = view.sitting.quorum_present.unwrap_or(0);
    let mut figures = vec![
        figure(say!(words, "figure-due"), view.due.into()),
        figure(say!(words, "figure-present"), present.into()),
        figure(say!(words, "figure-issued"), turnout.issued().into()),
    ];
    figures.push(match turnout.returned() {
        Some(returned) => figure(say!(words, "figure-returned"), returned.into()),
        None => figure(say!(words, "figure-returned-slips"), turnout.slips().into()),
    });
    let mut blocks = vec![telling.which()];
    let round = &telling.round.round;
    if round.stage == RoundStage::Void {
        let reason = &round.void_reason;
        blocks.push(text(format!("{}{reason}", say!(words, "round-void"))));
        blocks.extend(kit::void_numbers(words, round, turnout).map(text));
    }
    blocks.push(RecordBlock::Figures { figures });
    if turnout.waits_for_papers() {
        blocks.push(text(say!(words, "papers-wait")));
    }
    blocks.push(by_kind(words, &account.lines));
    let printed = account.lines.iter().filter(|line| line.printed > 0);
    blocks.extend(printed.map(|line| equation(words, line)));
    for (number, papers) in &account.boxes {
        blocks.push(text(say!(
            words,
            "papers-box",
            number = *number,
            papers = *papers
        )));
    }
    for (number, reason) in (1..).zip(&account.spoilt) {
        let reason = reason.clone();
        blocks.push(text(say!(
            words,
            "account-spoilt-line",
            number = number,
            reason = reason
        )));
    }
    let prints = account.prints.iter();
    blocks.extend(prints.map(|one| text(kit::slip_print(words, one))));
    if account.assisted > 0 {
        blocks.push(text(say!(
            words,
            "account-assisted",
            number = account.assisted
        )));
    }
    blocks.push(text(say!(words, "screen-rules-account")));
    if round.stage == RoundStage::Void {
        return signed(telling, blocks);
    }
    match turnout.validity() {
        Validity::Waits => {}
        Validity::Valid => blocks.push(text(say!(words, "screen-valid"))),
        Validity::Void(above) => {
            blocks.push(text(kit::above(words, above)));
            blocks.push(text(say!(words, "screen-void")));
        }
    }
    signed(telling, blocks)
}

/// An account with its evidence and signatures.
fn signed(telling: &FormContext<'_>, mut blocks: Vec<RecordBlock>) -> PrintedForm {
    blocks.extend(telling.evidence());
    blocks.push(telling.signed(&[Post::ChiefScrutineer, Post::Scrutineer, Post::Teller]));
    record(telling, OfficialForm::Account, blocks)
}

/// What the box held when it was opened, under a digest that nobody can change after it is signed.
pub(super) fn opening_sheet(telling: &FormContext<'_>) -> PrintedForm {
    let (words, account) = (telling.words, &telling.facts.account);
    let mut blocks = vec![telling.which()];
    let sum = account.lines.iter().filter_map(|line| line.returned);
    let returned: u64 = sum.map(u64::from).sum();
    let figures = vec![figure(say!(words, "figure-returned"), returned)];
    blocks.push(RecordBlock::Figures { figures });
    if let Some(sealed) = &telling.facts.sealed {
        let name = sealed.name.clone();
        blocks.push(text(format!("{}：{name}", say!(words, "box-name"))));
    }
    blocks.push(text(say!(words, "opening-sheet-what")));
    blocks.extend(telling.evidence());
    blocks.push(telling.signed(&[Post::ChiefScrutineer, Post::Scrutineer]));
    record(telling, OfficialForm::OpeningSheet, blocks)
}

fn by_kind(words: Words, lines: &[AccountLine]) -> RecordBlock {
    let mut columns = vec![column(say!(words, "account-kind"), 0)];
    columns.extend(account::columns(words).map(|name| numbers(name, 18)));
    let row = |line: &AccountLine| {
        let mut row = vec![words.say_named("kind", line.kind.word(), &[]).text];
        let cells = [
            line.printed,
            line.issued,
            line.handed_in,
            line.spoilt,
            line.cancelled,
            line.unused,
        ];
        row.extend(cells.map(|cell| cell.to_string()));
        // A number nobody has counted yet is no zero.
        let of_box = |number: u32| {
            line.returned
                .map_or_else(|| "—".to_owned(), |_| number.to_string())
        };
        row.push(of_box(line.returned.unwrap_or(0)));
        row.push(of_box(line.not_returned()));
        row
    };
    RecordBlock::Table {
        size: 10,
        pad: 3,
        rows: lines.iter().map(row).collect(),
        columns,
    }
}

/// Where every slip or paper went.
fn equation(words: Words, line: &AccountLine) -> RecordBlock {
    let parts = [
        (say!(words, "account-issued"), line.issued),
        (say!(words, "account-handed-in"), line.handed_in),
        (say!(words, "account-spoilt"), line.spoilt),
        (say!(words, "account-cancelled"), line.cancelled),
        (say!(words, "account-unused"), line.unused),
    ];
    let parts: Vec<String> = parts
        .iter()
        .map(|(name, number)| format!("{name} {number}"))
        .collect();
    let kind = words.say_named("kind", line.kind.word(), &[]);
    let of = say!(words, "account-printed");
    RecordBlock::Equation {
        text: format!("{kind}  {of} {} = {}", line.printed, parts.join(" + ")),
    }
}

/// Labels for what is sealed up after the vote.
pub(super) fn seal_labels(telling: &FormContext<'_>) -> PrintedForm {
    let (words, view) = (telling.words, &telling.facts.poll);
    let round = telling.round.round.number;
    let mut rows = vec![
        (say!(words, "screens-sitting").text, telling.session()),
        (say!(words, "polls").text, view.poll.title.clone()),
        (
            String::new(),
            say!(words, "round-number", number = round).text,
        ),
    ];
    if let Some(sealed) = &telling.facts.sealed {
        rows.push((say!(words, "box-name").text, sealed.name.clone()));
    }
    let body = SealLabel {
        rows,
        content: say!(words, "paper-label-content").text,
        contents: vec![
            say!(words, "paper-label-ballots").text,
            say!(words, "paper-label-unused").text,
            say!(words, "paper-label-cards").text,
            say!(words, "paper-label-records").text,
        ],
        signatures: telling.signatures(&[Post::ChiefScrutineer, Post::Scrutineer]),
        date: say!(words, "paper-date").text,
    };
    PrintedForm {
        head: telling.head(OfficialForm::SealLabels),
        body: FormBody::Label(body),
    }
}

/// A table of empty rows.
fn blank(columns: Vec<TableColumn>, rows: usize) -> RecordBlock {
    RecordBlock::Table {
        size: 11,
        pad: 4,
        rows: vec![vec![String::new(); columns.len()]; rows],
        columns,
    }
}

fn record(telling: &FormContext<'_>, form: OfficialForm, blocks: Vec<RecordBlock>) -> PrintedForm {
    PrintedForm {
        head: telling.head(form),
        body: FormBody::Record(RecordForm {
            landscape: false,
            blocks,
        }),
    }
}
