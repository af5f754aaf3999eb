//! The words under which values lie in the database, in addresses and in files, in the order of lists.

use std::collections::BTreeSet;
use std::path::Path;

use super::kept;

use domain::act_of_two::two_people;
use domain::audit::chain;
use domain::followup::rating;
use domain::round::fixed_fact;
use domain::{
    access, ballot, congress, followup, hall, hand_count, library, poll, reminder, review, sitting,
    statement, tally,
};

/// A line for each type: where it is, then its words.
macro_rules! words {
    ($($($part:ident)::+),+ $(,)?) => {
        [$((
            stringify!($($part)::+),
            $($part)::+::ALL.iter().copied().map($($part)::+::word).collect::<Vec<&str>>(),
        )),+]
    };
}

/// Types whose words are read by no test here, each with its reason.
const ELSEWHERE: &[(&str, &str)] = &[
    ("DeskAct", "an act in an address, asked for in `pages`"),
    (
        "RowChange",
        "what becomes of a line of a file, a class and a message key of `pages`",
    ),
    (
        "RequestSubject",
        "a word of two columns that the store alone knows",
    ),
];

fn all() -> Vec<(&'static str, Vec<&'static str>)> {
    words![
        access::Role,
        ballot::BallotKind,
        ballot::VoidReason,
        chain::BreakKind,
        congress::Body,
        fixed_fact::FixedFact,
        followup::change::ChangeKind,
        followup::entry::EntryKind,
        followup::fact::FactKind,
        followup::finding::FindingAct,
        followup::finding::FindingStage,
        followup::light::Light,
        hall::scene::Scene,
        hall::screen::OperatorKey,
        library::appraisal::ScreeningItem,
        library::appraisal::Conclusion,
        library::fund::FundKind,
        library::kind::Category,
        library::kind::ProjectOrigin,
        library::kind::Readiness,
        domain::leads::LeadStage,
        domain::leads::act::LeadAct,
        domain::leads::kind::LeadKind,
        domain::leads::kind::LeadOrigin,
        library::list::ListAct,
        library::list::ListStage,
        library::list::ListReviewer,
        library::opinion::AnswerChoice,
        library::opinion::OpinionKind,
        library::sheet::Field,
        library::stage::ProjectAct,
        library::stage::ProjectStage,
        library::translation::TranslationLanguage,
        library::translation::TranslationState,
        poll::Colour,
        poll::RoundKind,
        poll::clause::Clause,
        domain::round::holding::KeyHolding,
        domain::publish::official_form::OfficialForm,
        domain::round::RoundAct,
        domain::round::RoundStage,
        poll::template::Template,
        rating::RatingWord,
        reminder::delivery::Channel,
        reminder::delivery::DeliveryStage,
        reminder::webhook::RobotKind,
        review::ReviewAct,
        review::ReviewStage,
        sitting::closing::ClosingAct,
        domain::voting::desk::BallotMedium,
        sitting::officer::Post,
        sitting::roll::Attendance,
        domain::sitting::stage::SittingAct,
        domain::sitting::stage::SittingStage,
        statement::correction::CorrectionReason,
        tally::LineGrade,
        two_people::ActScreen,
        congress::Level,
        domain::voting::box_file::BoxStage,
        domain::voting::desk::SlipsOfOldKey,
        followup::light::LightReason,
        hand_count::batch::BatchStage,
        domain::leads::call::CallPhase,
        poll::rules::CountingBase,
        poll::rules::BlankRule,
        poll::rules::GradeScale,
        poll::rules::HalfRule,
        poll::rules::OvermarkRule,
        poll::rules::QuorumRule,
        poll::rules::ShortfallRule,
        poll::rules::TieRule,
        poll::rules::UndermarkRule,
        poll::rules::UnmarkedRule,
        tally::LineVerdict,
    ]
    .into()
}

#[test]
fn the_words_of_every_stored_value_are_as_kept() {
    let mut text = String::new();
    for (name, words) in all() {
        text += &format!("{}: {}\n", name.replace(' ', ""), words.join(" "));
    }
    kept::hold("words.txt", &text);
}

#[test]
fn every_type_that_is_read_from_a_word_is_in_the_list() {
    let mut known: BTreeSet<&str> = all()
        .into_iter()
        .map(|(name, _)| name.rsplit("::").next().unwrap().trim())
        .collect();
    known.extend(ELSEWHERE.iter().map(|(name, _)| *name));
    let mut found = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    look(&source, &mut found);
    assert!(found.len() > 50, "{found:?}");
    let missing: Vec<&String> = found
        .iter()
        .filter(|name| !known.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "not in the list of words: {missing:?}");
}

/// Gathers the types below a folder that have `from_word`, by hand or by the macro that writes it.
fn look(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let (mut of, mut is_table) = (None, false);
            for line in text.lines() {
                let words: Vec<&str> = line.split([' ', '{', '<']).collect();
                match words.as_slice() {
                    ["impl", name, ..] => of = Some((*name).to_owned()),
                    ["words!", ..] => is_table = true,
                    ["}"] => is_table = false,
                    ["", "", "", "", "pub", "enum", name, ..] if is_table => {
                        found.insert((*name).to_owned());
                    }
                    _ if line.contains("fn from_word(") => found.extend(of.clone()),
                    _ => {}
                }
            }
        }
    }
}
