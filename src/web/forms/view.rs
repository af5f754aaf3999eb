//! The page of a poll's forms: what can be printed now, and what each other waits for.

use maud::{Markup, html};

use super::head::name;
use crate::domain::poll::official_form::OfficialForm;
use crate::say;
use crate::service::polling::PollView;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The page.
pub(super) fn forms(frame: &Frame<'_>, view: &PollView) -> Markup {
    let words = frame.words;
    let title = say!(words, "forms-title");
    let (poll, sitting) = (view.poll.id, view.sitting.id);
    let content = html! {
        p.crumbs { a href=(path::manage_poll(poll)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        h1 { (title) }
        p { (say!(words, "forms-how")) }
        @if let Some(round) = view.rounds.last() {
            section.card {
                h2 { (say!(words, "round-number", number = round.round.number)) }
                ul.list {
                    li { a href=(path::sign_in_sheet(sitting)) { (say!(words, "paper-sign-in")) } }
                    @for form in OfficialForm::ALL {
                        @let name = name(words, form);
                        li {
                            @match form.refusal(round.round.stage) {
                                None => a href=(path::poll_form(poll, form.word())) { (name) },
                                Some(problem) => {
                                    (name) " "
                                    span.quiet { (words.say_named("problem", problem.code, &problem.facts)) }
                                }
                            }
                        }
                    }
                    li { a href=(path::slips(sitting)) { (say!(words, "slips")) } }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
