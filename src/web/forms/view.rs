//! The page of a poll's forms: what can be printed now, and what each other waits for.

use maud::{Markup, html};

use super::head::name;
use crate::kit::{self, Frame};
use crate::path;
use domain::publish::official_form::OfficialForm;
use domain::round::RoundStage;
use service::poll::polling::PollView;
use service::round::view::RoundView;
use text::Words;
use text::say;

/// The page.
pub(super) fn forms(frame: &Frame<'_>, view: &PollView) -> Markup {
    let words = frame.words;
    let title = say!(words, "forms-title");
    let (poll, sitting) = (view.poll.id, view.sitting.id);
    let content = html! {
        p.crumbs { a href=(path::manage_poll(poll)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        h1 { (title) }
        p { (say!(words, "forms-how")) }
        @if let Some((newest, earlier)) = view.rounds.split_last() {
            section.card {
                h2 { (say!(words, "round-number", number = newest.round.number)) }
                ul.list {
                    li { a href=(path::sign_in_sheet(sitting)) { (say!(words, "paper-sign-in")) } }
                    @for form in OfficialForm::ALL {
                        (line(words, form, &path::poll_form(poll, form.word()), newest)) }
                    li { a href=(path::slips(sitting)) { (say!(words, "slips")) } }
                }
            }
            @for round in earlier.iter().rev() {
                section.card {
                    h2 { (say!(words, "round-number", number = round.round.number)) " "
                        span.tag.plain { (words.say_named("stage", round.round.stage.word(), &[])) } }
                    @if round.round.stage == RoundStage::Void {
                        (kit::void_round(words, &round.round, &round.turnout))
                        @if round.round.issued.is_some() {
                            ul.list { (line(words, OfficialForm::Account,
                                &path::round_form(poll, OfficialForm::Account.word(), round.round.number), round)) }
                        }
                    } @else {
                        ul.list { @for form in OfficialForm::ALL {
                            (line(words, form, &path::round_form(poll, form.word(), round.round.number), round)) } }
                    }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

/// A form of a round: where it is printed, or what it waits for.
fn line(words: Words, form: OfficialForm, href: &str, round: &RoundView) -> Markup {
    let name = name(words, form);
    html! {
        li {
            @match form.refusal(round.round.stage, round.round.issued.is_some()) {
                None => a href=(href) { (name) },
                Some(problem) => {
                    (name) " "
                    span.quiet { (words.say_named("problem", problem.code, &problem.facts)) }
                }
            }
        }
    }
}
