//! The ballot paper and its parallel sheets: the lines of the screen, in its order and its words.

use super::head::FormContext;
use crate::ballot::choices;
use domain::ballot::BallotKind;
use domain::library::translation::{TranslationLanguage, TranslationState};
use domain::publish::official_form::OfficialForm;
use paper::{
    BallotPaper, FormBody, FormHead, ParallelSheet, PrintedForm, RightToLeftLanguage, SlateLine,
    Translation,
};
use text::say;
use text::{Language, Words, rules};

/// The ballot paper. Nothing on it varies from sheet to sheet.
pub(super) fn ballot(telling: &FormContext<'_>) -> PrintedForm {
    let (words, round) = (telling.words, telling.round);
    let lines = round.lines.len();
    let kind = round.rules.kind;
    let mut instruction = vec![rules::how_to_mark(words, &round.rules, lines).text];
    let on_paper = rules::on_paper(words, &round.rules, lines);
    instruction.extend(on_paper.into_iter().map(|one| one.text));
    let head = telling.head(OfficialForm::Ballot);
    let colour = telling.facts.poll.poll.colour.word();
    let colour = words.say_named("colour", colour, &[]);
    let body = BallotPaper {
        instruction,
        lines: telling.lines(),
        choices: match kind {
            BallotKind::Rank => vec![say!(words, "rank-order").text],
            BallotKind::PerItem | BallotKind::Tick | BallotKind::WholeList | BallotKind::Grade => {
                let all = choices(words, &round.rules, lines).into_iter();
                all.filter(|choice| !choice.is_quiet)
                    .map(|choice| choice.word.text)
                    .collect()
            }
        },
        whole: (kind == BallotKind::WholeList)
            .then(|| say!(words, "ballot-whole-legend", lines = lines).text),
        columns: telling.columns(),
        seal: say!(words, "paper-seal").text,
    };
    PrintedForm {
        head: FormHead {
            title: say!(
                words,
                "paper-ballot-title",
                poll = telling.facts.poll.poll.title.clone()
            )
            .text,
            foot: format!("{} · {colour}", head.foot),
            ..head
        },
        body: FormBody::Ballot(body),
    }
}

/// The lines beside their translations: the same numbers, and no boxes.
pub(super) fn parallel(telling: &FormContext<'_>, into: TranslationLanguage) -> PrintedForm {
    let words = telling.words;
    let (form, language, lang) = match into {
        TranslationLanguage::KkArab => (OfficialForm::KazakhSheet, Language::KkArab, "kk"),
        TranslationLanguage::Ug => (OfficialForm::UyghurSheet, Language::Ug, "ug"),
    };
    let lines = telling.lines().into_iter();
    let translated = lines.zip(&telling.facts.translations).map(|(line, all)| {
        let is_right =
            |state| matches!(state, TranslationState::Checked | TranslationState::Frozen);
        let found = all
            .iter()
            .find(|one| one.language == into && is_right(one.state));
        SlateLine {
            foreign: found.map(|one| Translation {
                name: one.name.clone(),
                what: one.summary.clone(),
            }),
            ..line
        }
    });
    PrintedForm {
        head: telling.head(form),
        body: FormBody::Parallel(ParallelSheet {
            note: say!(words, "paper-parallel-note").text,
            language: RightToLeftLanguage {
                lang,
                name: language.own_name().to_owned(),
            },
            lines: translated.collect(),
            columns: telling.columns(),
            none: say!(words, "paper-no-translation").text,
            glossary: glossary(words, Words::of(language)),
        }),
    }
}

/// The words of the day that are confirmed in a language; the others would only be Chinese twice.
fn glossary(words: Words, theirs: Words) -> Vec<(String, String)> {
    let pairs = [
        (say!(words, "mark-approve"), say!(theirs, "mark-approve")),
        (say!(words, "mark-oppose"), say!(theirs, "mark-oppose")),
        (say!(words, "mark-abstain"), say!(theirs, "mark-abstain")),
        (say!(words, "figure-due"), say!(theirs, "figure-due")),
        (
            say!(words, "figure-present"),
            say!(theirs, "figure-present"),
        ),
        (
            say!(words, "role-chief_scrutineer"),
            say!(theirs, "role-chief_scrutineer"),
        ),
        (
            say!(words, "role-scrutineer"),
            say!(theirs, "role-scrutineer"),
        ),
    ];
    let confirmed = pairs.into_iter().filter(|(_, theirs)| !theirs.is_foreign());
    confirmed
        .map(|(ours, theirs)| (ours.text, theirs.text))
        .collect()
}
