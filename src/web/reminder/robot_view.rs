//! The page of the robot: what is set without its key, how the last message went, the form.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::problem::Problem;
use domain::reminder::webhook::{MOST_LETTERS, RobotKind};
use service::reminder::robots::{RobotPage, ShownRobot};
use text::say;
use text::{Words, format};

/// The whole page. What was typed stays but for the secret, which no page repeats.
pub(super) fn page(
    frame: &Frame<'_>,
    desk: &RobotPage,
    (typed, problems, hosts): (&Fields, &[Problem], &[String]),
) -> Markup {
    let words = frame.words;
    let congress = desk.congress.id;
    let title = say!(words, "webhook-title");
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::owing(congress)) { (say!(words, "owing-title")) } }
            (kit::error_summary(words, problems))
            h1 { (title) }
            p { (say!(words, "webhook-what")) }
            @match &desk.robot {
                Some(robot) => {
                    section.card {
                        h2 { (words.say_named("robot", robot.kind.word(), &[])) }
                        (shown(words, robot))
                        div.acts {
                            form method="post" action=(path::try_webhook(congress)) {
                                (kit::token_field(frame.token))
                                button.button { (say!(words, "webhook-try")) }
                            }
                            form method="post" action=(path::remove_webhook(congress)) {
                                (kit::token_field(frame.token))
                                button.button.plain { (say!(words, "webhook-remove")) }
                            }
                        }
                    }
                }
                None => p { (say!(words, "webhook-none")) },
            }
            @if hosts.is_empty() { p.decision { (say!(words, "webhook-no-hosts")) } }
            @else { (form(words, desk, typed, problems, frame.token)) }
        }
    };
    let window = kit::window_title(words, &title.text, problems);
    kit::office_page(frame, &window, &content)
}

fn shown(words: Words, robot: &ShownRobot) -> Markup {
    html! {
        p { (say!(words, "webhook-address", origin = robot.origin.clone()))
            @if robot.is_signed { " " (say!(words, "webhook-signed")) } }
        p {
            @match (robot.tried_at, robot.failure) {
                (None, _) => (say!(words, "webhook-untried")),
                (Some(at), None) => {
                    span.tag.ok { "✓ " (say!(words, "webhook-arrived", at = format::moment(at))) }
                }
                (Some(at), Some(failure)) => {
                    span.tag.bad { (say!(words, "webhook-failed", at = format::moment(at))) } " "
                    (words.say_named("failure", failure.word(), &[("number", failure.number().to_string())]))
                }
            }
        }
    }
}

fn form(
    words: Words,
    desk: &RobotPage,
    typed: &Fields,
    problems: &[Problem],
    token: &str,
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    let kinds = RobotKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.word(), words.say_named("robot", kind.word(), &[])));
    html! {
        form.card method="post" action=(path::webhook(desk.congress.id)) autocomplete="off" {
            (kit::token_field(token))
            h2 { @if desk.robot.is_some() { (say!(words, "webhook-change")) } @else { (say!(words, "webhook-new")) } }
            (form.select("kind", say!(words, "webhook-kind"), kinds).hint(say!(words, "webhook-kind-hint")))
            (form.line("url", say!(words, "webhook-url")).hint(say!(words, "webhook-url-hint")).most(MOST_LETTERS))
            (form.secret("secret", say!(words, "webhook-secret"), "off").hint(say!(words, "webhook-secret-hint")).most(MOST_LETTERS))
            button.button { (say!(words, "webhook-save")) }
        }
    }
}
