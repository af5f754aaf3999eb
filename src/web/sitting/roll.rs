//! The roll of a sitting: who is here, whether that is a quorum, and the next act.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::{SittingAct, SittingStage};
use domain::voting::desk::BallotMedium;
use service::sitting::roll_call::RollView;
use text::Words;
use text::say;

/// The roll with its numbers, its next act and its lines.
pub(super) fn roll(frame: &Frame<'_>, view: &RollView) -> Markup {
    let words = frame.words;
    let title = say!(words, "roll");
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        (numbers(words, view))
        p { a href=(path::sign_in_sheet(view.sitting.id)) { (say!(words, "paper-sign-in")) " (" (say!(words, "forms-pdf")) ")" } }
        (acts(frame, view))
        @if view.sitting.stage != SittingStage::Planned {
            p { a.button href=(path::check_in(view.sitting.id)) { (say!(words, "check-in-title")) } }
        }
        @if !view.lines.is_empty() { (lines(frame, view)) }
        @if view.sitting.stage != SittingStage::Planned {
            p { (say!(words, "closing-when")) " " a href=(path::closing(view.sitting.id)) { (say!(words, "closing-title")) } }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn numbers(words: Words, view: &RollView) -> Markup {
    if view.changed.is_some() {
        return kit::changed_facts(words, view.changed.as_slice());
    }
    let needed = view.session.body.quorum(view.count.due);
    let figures = [
        (say!(words, "figure-due"), view.count.due),
        (say!(words, "figure-present"), view.count.present),
        (say!(words, "figure-on-leave"), view.count.on_leave),
        (say!(words, "figure-absent"), view.count.absent()),
        (say!(words, "figure-quorum"), needed),
    ];
    html! {
        dl.figures { @for (name, number) in &figures { div { dt { (name) } dd { (number) } } } }
        @if view.in_office != view.count.due && view.sitting.stage != SittingStage::Closed {
            p.warn { (say!(words, "roll-due-stays", now = view.in_office, due = view.count.due)) }
        }
        @if view.sitting.stage == SittingStage::RollOpen {
            @if view.count.present >= needed {
                p { span.tag.ok { "✓ " (say!(words, "quorum-there")) } }
            } @else {
                p { span.tag.warn { "! " (say!(words, "quorum-not-there", missing = needed.saturating_sub(view.count.present))) } }
            }
        }
        @if view.sitting.stage == SittingStage::QuorumDeclared {
            p { span.tag.ok { "✓ " (words.say_named("sitting", view.sitting.stage.word(), &[])) } }
        }
    }
}

/// The acts that the sitting's stage allows; the next one is the large button.
fn acts(frame: &Frame<'_>, view: &RollView) -> Markup {
    let words = frame.words;
    let main = match view.sitting.stage {
        SittingStage::Planned => Some(SittingAct::OpenRoll),
        SittingStage::RollOpen => Some(SittingAct::DeclareQuorum),
        SittingStage::Adjourned => Some(SittingAct::Resume),
        SittingStage::QuorumDeclared | SittingStage::Closed => None,
    };
    let possible = SittingAct::ALL
        .into_iter()
        .filter(|act| view.sitting.stage.after(*act).is_some());
    html! {
        div.acts {
            @for act in possible {
                form method="post" action=(path::sitting_act(view.sitting.id, act.word())) {
                    (kit::token_field(frame.token))
                    button.button.plain[Some(act) != main] {
                        (words.say_named("sitting-act", act.word(), &[]))
                    }
                }
            }
        }
        @if view.sitting.stage == SittingStage::Planned { p.quiet { (say!(words, "roll-fixes-due")) } }
    }
}

/// The lines by delegation; while the roll is open, a form.
fn lines(frame: &Frame<'_>, view: &RollView) -> Markup {
    let words = frame.words;
    let is_open = view.sitting.stage == SittingStage::RollOpen;
    html! {
        form method="post" action=(path::roll(view.sitting.id)) {
            (kit::token_field(frame.token))
            @if is_open {
                div.acts {
                    button.button { (say!(words, "roll-save")) }
                    button.button.plain name="all" value="present" { (say!(words, "roll-all-present")) }
                }
            }
            div.scroll tabindex="0" role="region" aria-label=(say!(words, "roll").text) {
            table.roll {
                thead { tr {
                    th scope="col" { (say!(words, "column-number")) }
                    th scope="col" { (say!(words, "column-name")) }
                    th scope="col" { (say!(words, "column-delegation")) }
                    th scope="col" { (say!(words, "column-attendance")) }
                    th scope="col" { (say!(words, "column-slip")) }
                } }
                tbody {
                    @for line in &view.lines {
                        tr {
                            td.num { (line.number) }
                            th scope="row" { bdi lang="zh-Hans" { (line.name) }
                                @if !line.is_member { " " span.tag.warn { (say!(words, "left-office")) } } }
                            td { bdi lang="zh-Hans" { (line.delegation) } }
                            td {
                                @if is_open && !line.has_slip {
                                    div.cells role="radiogroup" aria-label=(line.name) {
                                        @for choice in Attendance::ALL {
                                            label {
                                                input type="radio" name={ "d" (line.deputy) } value=(choice.word())
                                                    checked[choice == line.attendance];
                                                span { (words.say_named("attendance", choice.word(), &[])) }
                                            }
                                        }
                                    }
                                } @else {
                                    (words.say_named("attendance", line.attendance.word(), &[]))
                                }
                            }
                            td { @match line.signed_for {
                                Some(BallotMedium::Slip) => { "✓ " (say!(words, "slip-drawn")) },
                                Some(BallotMedium::Paper) => { "✓ " (say!(words, "papers-taken")) },
                                None => {},
                            } }
                        }
                    }
                }
            }
            }
        }
    }
}
