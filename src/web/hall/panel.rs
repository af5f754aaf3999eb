//! Scenes of numbers and short sentences.

use maud::{Markup, html};

use super::language::words;
use super::stage::{below, state};
use crate::kit;
use domain::ballot::BallotKind;
use domain::library::sheet::Sheet;
use domain::poll::Subject;
use domain::poll::rules::{CountingBase, PassRule, Rules, UndermarkRule};
use domain::round::RoundStage;
use domain::round::turnout::Validity;
use service::hall::scenes::{CandidateIntroduction, SceneView};
use text::say;
use text::{Language, Phrase, Words, format, rules as rule_words};

/// A number with its name.
fn figure(name: impl Fn(Words) -> Phrase, number: u32) -> Markup {
    html! {
        div {
            span { (name(words())) (below(&name)) }
            b { (number) }
        }
    }
}

/// Due, present, on leave; and whether that is a quorum.
pub(super) fn roll(scene: &SceneView, quorum: u32) -> Markup {
    let words = words();
    let roll = scene.numbers.roll;
    let is_met = roll.present >= quorum;
    html! {
        div.big {
            (figure(|words| say!(words, "figure-due"), roll.due))
            (figure(|words| say!(words, "figure-present"), roll.present))
            (figure(|words| say!(words, "figure-on-leave"), roll.on_leave))
        }
        p.told.good[is_met] {
            @if is_met { "✓ " (say!(words, "screen-quorum")) }
            @else { (say!(words, "screen-quorum-missing", missing = quorum.saturating_sub(roll.present))) }
        }
        p.why { (say!(words, "screen-quorum-why", quorum = quorum)) }
    }
}

/// One line with the facts that a deputy asks for: of a part those of its project but the money.
pub(super) fn candidate(one: &CandidateIntroduction) -> Markup {
    let words = words();
    let of = |fact: fn(&Sheet) -> &String| {
        let project = one.project.as_ref();
        project.map_or_else(String::new, |project| fact(&project.sheet).clone())
    };
    let (what, money) = match &one.line.subject {
        Subject::Project(_) => (
            one.line.summary.clone(),
            format::money(Language::ZhHans, one.line.investment),
        ),
        Subject::Part { .. } => (of(|sheet| &sheet.summary), String::new()),
        Subject::Unit(_) => (one.line.summary.clone(), String::new()),
    };
    let facts = [
        (say!(words, "screen-what"), what),
        (say!(words, "screen-money"), money),
        (say!(words, "screen-unit"), of(|sheet| &sheet.lead_unit)),
        (say!(words, "screen-for"), of(|sheet| &sheet.beneficiaries)),
        (say!(words, "screen-finish"), of(|sheet| &sheet.finish_by)),
    ];
    html! {
        h2 { span.no { (one.line.line_no) } " " (one.line.name) }
        dl {
            @for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
                div { dt { (name) } dd { (fact) } }
            }
        }
    }
}

/// How many may be marked, in one sentence.
fn how_many(rules: &Rules, lines: usize) -> Phrase {
    let words = words();
    let most = rules.most_approvals(lines);
    match (rules.kind, rules.undermark) {
        (BallotKind::PerItem, UndermarkRule::Valid) => say!(words, "ballot-up-to", most = most),
        (BallotKind::PerItem, UndermarkRule::MustEqual) => {
            say!(words, "ballot-exactly", most = most)
        }
        (BallotKind::Tick, UndermarkRule::Valid) => say!(words, "ballot-tick-up-to", most = most),
        (BallotKind::Tick, UndermarkRule::MustEqual) => {
            say!(words, "ballot-tick-exactly", most = most)
        }
        (BallotKind::Rank, UndermarkRule::Valid) => say!(words, "ballot-rank-up-to", most = most),
        (BallotKind::Rank, UndermarkRule::MustEqual) => {
            say!(words, "ballot-rank-exactly", most = most)
        }
        (BallotKind::WholeList, _) => say!(words, "ballot-whole-list", lines = lines),
        (BallotKind::Grade, _) => say!(words, "ballot-grade"),
    }
}

fn lines_of(scene: &SceneView) -> usize {
    let slate = scene.about.as_ref().map(|about| about.lines);
    slate.unwrap_or(0)
}

/// What the rules mean for whoever votes now.
pub(super) fn rules(scene: &SceneView, rules: &Rules) -> Markup {
    let words = words();
    let lines = lines_of(scene);
    let due = scene.sitting.due.unwrap_or(scene.numbers.roll.due);
    if rules.kind == BallotKind::Grade {
        let told = rule_words::evaluation(words, rules, due, scene.sitting.quorum_present);
        return html! {
            ol.points {
                @for sentence in told { li { (sentence) } }
                li { (say!(words, "screen-rules-account")) }
            }
        };
    }
    let passes = match (rules.pass, rules.base) {
        (PassRule::None, _) => say!(words, "screen-rules-most"),
        (PassRule::Votes(votes), _) => say!(words, "screen-rules-votes", votes = votes),
        (PassRule::Majority, CountingBase::InOffice) => {
            say!(
                words,
                "screen-rules-majority",
                due = due,
                needed = rules.needed(due)
            )
        }
        (PassRule::Majority, CountingBase::Present) => say!(words, "screen-rules-majority-present"),
        (PassRule::Majority, CountingBase::Returned | CountingBase::Valid) => {
            say!(words, "screen-rules-majority-returned")
        }
    };
    html! {
        ol.points {
            li { (say!(words, "screen-rules-places", lines = lines, places = rules.places)) }
            li { (how_many(rules, lines)) }
            li { (passes) }
            li { (say!(words, "screen-rules-account")) }
        }
    }
}

/// The box was proven empty and closed.
pub(super) fn empty_box() -> Markup {
    let words = words();
    html! {
        p.word { (say!(words, "screen-box-sealed")) }
        div.big { (figure(|words| say!(words, "screen-box-papers"), 0)) }
    }
}

/// Slips are handed out; how to mark, on one enlarged line.
pub(super) fn issuing(scene: &SceneView, rules: &Rules) -> Markup {
    let words = words();
    let issued = scene
        .about
        .as_ref()
        .map(|about| about.numbers.turnout.issued());
    let lines = lines_of(scene);
    let marks = match rules.kind {
        BallotKind::PerItem | BallotKind::WholeList => vec![
            say!(words, "mark-approve"),
            say!(words, "mark-oppose"),
            say!(words, "mark-abstain"),
        ],
        BallotKind::Tick => vec![say!(words, "mark-approve")],
        BallotKind::Rank => vec![
            say!(words, "rank-number", rank = 1),
            say!(words, "rank-number", rank = 2),
            say!(words, "rank-none"),
        ],
        BallotKind::Grade => vec![
            say!(words, "grade-satisfied"),
            say!(words, "grade-basically"),
            say!(words, "grade-dissatisfied"),
        ],
    };
    html! {
        div.big {
            (figure(|words| say!(words, "figure-present"), scene.numbers.roll.present))
            (figure(|words| say!(words, "figure-issued"), issued.unwrap_or(0)))
        }
        p.how { (how_many(rules, lines)) }
        p.sample { @for mark in &marks { span { (mark) } } }
    }
}

/// Cast of issued, as one bar and two numbers.
pub(super) fn voting(scene: &SceneView) -> Markup {
    let words = words();
    let Some(numbers) = scene.about.as_ref().map(|about| about.numbers) else {
        return html! {};
    };
    let turnout = &numbers.turnout;
    let width = turnout.issued().max(1);
    html! {
        div.big {
            @match turnout.returned() {
                Some(cast) => (figure(|words| say!(words, "figure-cast"), cast)),
                None => (figure(|words| say!(words, "figure-cast-slips"), turnout.slips())),
            }
            (figure(|words| say!(words, "figure-issued"), turnout.issued()))
        }
        svg.bar viewBox={ "0 0 " (width) " 10" } preserveAspectRatio="none" aria-hidden="true" {
            rect width=(turnout.slips().min(width)) height="10" {}
        }
        @if turnout.waits_for_papers() { p.why { (say!(words, "papers-wait")) } }
        p.told.good[numbers.stage == RoundStage::Open] { (state(numbers.stage)) }
        @if matches!(numbers.stage, RoundStage::Open | RoundStage::Paused) {
            p.why { (say!(words, "screen-alone")) }
        }
    }
}

/// What came back.
pub(super) fn closed(scene: &SceneView) -> Markup {
    let words = words();
    html! {
        (came_back(scene, false))
        p.told { (say!(words, "screen-over")) }
    }
}

/// Issued against returned, and what that means.
pub(super) fn account(scene: &SceneView) -> Markup {
    let words = words();
    let about = scene.about.as_ref();
    let validity = about.map_or(Validity::Waits, |about| about.numbers.turnout.validity());
    html! {
        (came_back(scene, true))
        @match validity {
            Validity::Waits => {},
            Validity::Valid => p.told.good { "✓ " (say!(words, "screen-valid")) },
            Validity::Void(above) => {
                p.told.bad { "✕ " (say!(words, "screen-void")) }
                p.why { (kit::above(words, above)) }
            },
        }
        p.why { (say!(words, "screen-rules-account")) }
    }
}

/// The papers are being counted: how many, and nothing of what stands on them.
pub(super) fn counting(scene: &SceneView) -> Markup {
    let words = words();
    html! {
        p.word { (say!(words, "screen-counting")) }
        (came_back(scene, false))
    }
}

/// What came back as a large number, beside what was issued where that is asked for; of papers that
/// nobody has counted only that they wait.
fn came_back(scene: &SceneView, with_issued: bool) -> Markup {
    let words = words();
    let Some(turnout) = scene.about.as_ref().map(|about| about.numbers.turnout) else {
        return html! {};
    };
    html! {
        div.big {
            @if with_issued { (figure(|words| say!(words, "figure-issued"), turnout.issued())) }
            @match turnout.returned() {
                Some(returned) => (figure(|words| say!(words, "figure-returned"), returned)),
                None => (figure(|words| say!(words, "figure-returned-slips"), turnout.slips())),
            }
        }
        @if turnout.waits_for_papers() { p.why { (say!(words, "papers-wait")) } }
    }
}
