//! The check-in: numbers, search, tabs by delegation, one large button a deputy.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::ActOnRound;
use domain::id::AccountId;
use domain::sitting::officer::Officer;
use domain::sitting::roll::{Attendance, is_found};
use domain::sitting::stage::{SittingAct, SittingStage};
use service::sitting::attending::word;
use service::sitting::roll_call::{RollLine, RollView};
use text::Words;
use text::say;

/// What is looked for, and what a refused form held.
#[derive(Debug, Clone, Default)]
pub(super) struct RollFilter {
    pub(super) find: String,
    pub(super) delegation: String,
    pub(super) reason: String,
}

impl RollFilter {
    fn shows(&self, line: &RollLine) -> bool {
        if self.delegation.is_empty() {
            return is_found(&self.find, &line.number, &line.name, &line.delegation);
        }
        line.delegation == self.delegation
    }
}

pub(super) fn check_in(
    frame: &Frame<'_>,
    view: &RollView,
    me: Option<AccountId>,
    filter: &RollFilter,
) -> Markup {
    let form = kit::PageForm::blank(frame.words, frame.problems);
    let words = frame.words;
    let title = say!(words, "check-in-title");
    let needed = view.session.body.quorum(view.count.due);
    let content = html! {
        p.crumbs { a href=(path::roll(view.sitting.id)) { (say!(words, "roll")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        @if view.changed.is_some() {
            (kit::changed_facts(words, view.changed.as_slice()))
        } @else {
            dl.figures {
                div { dt { (say!(words, "figure-due")) } dd { (view.count.due) } }
                div { dt { (say!(words, "figure-present")) } dd { (view.count.present) } }
                div { dt { (say!(words, "figure-on-leave")) } dd { (view.count.on_leave) } }
                div { dt { (say!(words, "figure-quorum")) } dd { (needed) } }
            }
            (declare_again(frame, view))
        }
        form.find method="post" action=(path::check_in(view.sitting.id)) autocomplete="off" {
            (kit::token_field(frame.token))
            (form.line("find", say!(words, "check-in-find")).hint(say!(words, "check-in-find-how")).value(&filter.find).most(40).first())
            button.button.plain { (say!(words, "check-in-find-button")) }
        }
        (tabs(words, view, filter))
        (found(frame, view, me, filter))
        (movements(words, view))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// After somebody came or left, the quorum is declared again.
fn declare_again(frame: &Frame<'_>, view: &RollView) -> Markup {
    let words = frame.words;
    let declared = view.sitting.quorum_present;
    let is_old =
        view.sitting.stage == SittingStage::QuorumDeclared && declared != Some(view.count.present);
    html! {
        @if is_old {
            div.two {
                p { (say!(words, "check-in-declare-again", declared = declared.unwrap_or(0), present = view.count.present)) }
                form method="post" action=(path::sitting_act(view.sitting.id, SittingAct::DeclareAgain.word())) {
                    (kit::token_field(frame.token))
                    button.button { (words.say_named("sitting-act", SittingAct::DeclareAgain.word(), &[])) }
                }
            }
        }
    }
}

fn tabs(words: Words, view: &RollView, filter: &RollFilter) -> Markup {
    // In the order of the roster, as the office numbers its delegations.
    let mut delegations: Vec<&str> = Vec::new();
    for line in &view.lines {
        if !delegations.contains(&line.delegation.as_str()) {
            delegations.push(&line.delegation);
        }
    }
    let here = |delegation: &str| {
        let of = view
            .lines
            .iter()
            .filter(|line| line.delegation == delegation);
        let present = of
            .clone()
            .filter(|line| line.attendance == Attendance::Present);
        (present.count(), of.count())
    };
    html! {
        nav.tabs aria-label=(say!(words, "column-delegation").text) {
            @for delegation in delegations {
                @let (present, all) = here(delegation);
                @let query: String = form_urlencoded::byte_serialize(delegation.as_bytes()).collect();
                a href={ (path::check_in(view.sitting.id)) "?delegation=" (query) }
                    aria-current=[(delegation == filter.delegation).then_some("page")] {
                    bdi lang="zh-Hans" { (delegation) } " " span.num { (present) "/" (all) }
                }
            }
        }
    }
}

fn found(frame: &Frame<'_>, view: &RollView, me: Option<AccountId>, filter: &RollFilter) -> Markup {
    let words = frame.words;
    let lines: Vec<&RollLine> = view
        .lines
        .iter()
        .filter(|line| filter.shows(line))
        .collect();
    let is_asked = !filter.find.is_empty() || !filter.delegation.is_empty();
    html! {
        @if lines.is_empty() && is_asked { p { (say!(words, "check-in-none", find = filter.find.clone())) } }
        ul.list.check-in {
            @for line in lines {
                li {
                    div { span.num { (line.number) } " " b { bdi lang="zh-Hans" { (line.name) } } " "
                        span.quiet { bdi lang="zh-Hans" { (line.delegation) } } " "
                        (words.say_named("attendance", line.attendance.word(), &[]))
                        @if !line.reason.is_empty() { "：" bdi lang="zh-Hans" { (line.reason) } }
                        @if line.has_slip { " ✓ " (say!(words, "slip-drawn")) }
                        @if !line.is_member { " " span.tag.warn { (say!(words, "left-office")) } } }
                    @match view.sitting.stage {
                        SittingStage::RollOpen => (before_quorum(frame, view, line, filter)),
                        SittingStage::QuorumDeclared => (after_quorum(frame, view, line, me, filter)),
                        SittingStage::Planned | SittingStage::Adjourned | SittingStage::Closed => {},
                    }
                }
            }
        }
    }
}

/// The hidden fields that bring the same list back.
fn hidden_filter(token: &str, filter: &RollFilter) -> Markup {
    html! {
        (kit::token_field(token))
        input type="hidden" name="find" value=(filter.find);
        input type="hidden" name="delegation" value=(filter.delegation);
    }
}

fn before_quorum(
    frame: &Frame<'_>,
    view: &RollView,
    line: &RollLine,
    filter: &RollFilter,
) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, &[]);
    let action = path::check_in_one(view.sitting.id, line.deputy);
    html! {
        @if line.attendance == Attendance::Present {
            @if !line.has_slip {
                form.inline method="post" action=(action) { (hidden_filter(frame.token, filter))
                    button.button.plain.small name="what" value="absent" { (say!(words, "check-in-undo")) } }
            }
        } @else {
            form.inline method="post" action=(action) { (hidden_filter(frame.token, filter))
                input type="hidden" name="what" value="present";
                button.button { (say!(words, "check-in-button", name = line.name.clone())) } }
            details {
                summary { (say!(words, "check-in-leave")) }
                form method="post" action=(action) { (hidden_filter(frame.token, filter))
                    input type="hidden" name="what" value="leave";
                    (form.line("reason", say!(words, "act-reason")).id(format!("reason-{}", line.deputy)).value(&filter.reason).most(100))
                    button.button.plain { (say!(words, "check-in-leave-save")) } }
            }
        }
    }
}

/// An arrival or departure: a new line by two people.
fn after_quorum(
    frame: &Frame<'_>,
    view: &RollView,
    line: &RollLine,
    me: Option<AccountId>,
    filter: &RollFilter,
) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    let has_arrived = line.attendance != Attendance::Present;
    let asked = view
        .asked
        .iter()
        .find(|one| one.act == word(line.deputy, has_arrived));
    let officers: Vec<&Officer> = {
        let may = |one: &&Officer| one.may_confirm(ActOnRound).is_ok();
        view.officers.iter().filter(may).collect()
    };
    html! {
        @if !line.has_slip {
            details open[asked.is_some()] {
                summary { @if has_arrived { (say!(words, "check-in-arrived")) } @else { (say!(words, "check-in-left")) } }
                p.quiet { (say!(words, "check-in-move-how")) }
                @if let Some(asked) = asked {
                    (kit::take_back_link(words))
                    p { (say!(words, "check-in-move-asked", who = asked.asked_by_name.clone(), reason = asked.reason.clone())) }
                }
                form.two-people method="post" action=(path::check_in_one(view.sitting.id, line.deputy)) autocomplete="off" {
                    (hidden_filter(frame.token, filter))
                    input type="hidden" name="what" value="move";
                    (kit::seen_field(asked))
                    @if asked.is_none() {
                        (form.line("reason", say!(words, "act-reason")).value(&filter.reason).most(100))
                    }
                    @if !officers.is_empty() { (kit::pin_fields(words, &officers, "", frame.problems)) }
                    div.acts {
                        @if !officers.is_empty() {
                            button.button name="as" value="pin" { (say!(words, "check-in-move-two")) }
                        }
                        @if asked.is_none_or(|asked| Some(asked.asked_by) != me) {
                            button.button.plain name="as" value=(if asked.is_some() { "confirm" } else { "ask" }) {
                                @if asked.is_some() { (say!(words, "check-in-move-confirm")) }
                                @else { (say!(words, "check-in-move-ask")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn movements(words: Words, view: &RollView) -> Markup {
    html! {
        @if !view.movements.is_empty() {
            section.card {
                h2 { (say!(words, "movements-title")) }
                ul.list { @for one in &view.movements {
                    li { span.num { (one.number) } " " bdi lang="zh-Hans" { (one.name) } " "
                        @if one.has_arrived { (say!(words, "check-in-arrived")) } @else { (say!(words, "check-in-left")) }
                        " · " bdi lang="zh-Hans" { (one.reason) } " · "
                        (say!(words, "two-names", first = one.first.clone(), second = one.second.clone())) }
                } }
            }
        }
    }
}
