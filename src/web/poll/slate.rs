//! The slate: the lines of a formal candidate list, in the list's order.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::ballot::BallotKind;
use domain::id::ListId;
use domain::library::list::{CandidateList, ListAct};
use domain::poll::RoundKind;
use domain::round::RoundStage;
use service::poll::polling::PollView;
use text::Words;
use text::say;

/// The page of the slate; `lists` are the congress's lists of the session's year.
pub(super) fn slate(
    frame: &Frame<'_>,
    view: &PollView,
    (used, lists): (Option<ListId>, &[CandidateList]),
) -> Markup {
    let words = frame.words;
    let title = say!(words, "slate-title");
    let Some(round) = view.rounds.last() else {
        return html! {};
    };
    let is_evaluation = round.rules.kind == BallotKind::Grade;
    let is_open = !is_evaluation
        && round.round.stage == RoundStage::Draft
        && round.round.kind == RoundKind::First;
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        @if is_evaluation { p { (say!(words, "evaluation-lines", lines = round.lines.len())) } }
        @else { p { (say!(words, "slate-surplus", lines = round.lines.len(), places = u32::from(round.rules.places))) } }
        @if let Some(list) = lists.iter().find(|list| used == Some(list.id)) {
            p { (say!(words, "slate-from")) " " (link(words, list)) " "
                span.quiet { (say!(words, "list-version", version = list.version)) } }
        }
        @if let Some(hash) = round.round.slate_hash {
            p.quiet.hash { (say!(words, "slate-hash")) " " code { (hash.short()) } }
        }
        ol.slate {
            @for line in &round.lines {
                li { b { bdi lang="zh-Hans" { (line.name) } }
                    p.quiet { (kit::money_and_summary(words.language(), &line.summary, line.investment)) } }
            }
        }
        @if is_open { (form(frame, view, used, lists)) }
        @else if is_evaluation && round.round.stage == RoundStage::Draft { p.quiet { (say!(words, "evaluation-lines-fixed")) } }
        @else if round.round.stage == RoundStage::Draft { p.quiet { (say!(words, "problem-round-follows")) } }
        @else { p.quiet { (say!(words, "rules-frozen")) } }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn link(words: Words, list: &CandidateList) -> Markup {
    html! { a href=(path::candidate_list(list.id)) {
    (say!(words, "list-title", year = i64::from(list.year), number = list.number)) } }
}

/// The lists that are formal can be taken; the others say where they stand.
fn form(
    frame: &Frame<'_>,
    view: &PollView,
    used: Option<ListId>,
    lists: &[CandidateList],
) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    html! {
            form.card method="post" action=(path::slate(view.poll.id)) {
                (kit::token_field(frame.token))
                (form.group("list", say!(words, "slate-choose")).hint(say!(words, "slate-choose-how")).of(&html! {
    @for list in lists {
                        @if list.stage.after(ListAct::Freeze).is_ok() {
                            (form.radio("list", list.id, html! { span { (link(words, list)) " " (words.say_named("list-stage", list.stage.word(), &[])) } }).chosen(used == Some(list.id)))
                        } @else {
                            p { (link(words, list)) " " span.tag.plain { (words.say_named("list-stage", list.stage.word(), &[])) } }
                        }
                    }
                    @if lists.is_empty() { p { (say!(words, "slate-no-lists")) } }
    }))
                button.button { (say!(words, "slate-take")) }
            }
            p { a href=(path::library(view.congress.id, view.session.year)) { (say!(words, "slate-library")) } }
        }
}
