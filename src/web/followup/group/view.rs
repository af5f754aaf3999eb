//! The groups with their members, and the form.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use domain::followup::group::DeputyGroup;
use domain::problem::Problem;
use text::say;

/// The whole page; the form stands there for whoever may keep groups, and keeps what was typed.
pub(super) fn page(
    frame: &Frame<'_>,
    (congress, groups): &(Congress, Vec<DeputyGroup>),
    year: i16,
    token: Option<&str>,
    (typed, problems): (&Fields, &[Problem]),
) -> Markup {
    let words = frame.words;
    let form = PageForm::new(words, typed, problems);
    let title = say!(words, "groups-title");
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::board(congress.id, year)) { (say!(words, "board-title", year = i64::from(year))) } }
            (kit::error_summary(words, problems))
            h1 { (title) }
            p { (say!(words, "groups-what")) }
            @if groups.is_empty() { p.quiet { (say!(words, "groups-none")) } }
            @for group in groups {
                section.card {
                    h2 { bdi lang="zh-Hans" { (group.name) } }
                    ul.list { @for member in &group.members {
                        li { span.num { (member.number) } " " bdi lang="zh-Hans" { (member.name) } }
                    } }
                }
            }
            @if let Some(token) = token {
                form.card method="post" action=(path::groups(congress.id)) {
                    (kit::token_field(token))
                    h2 { (say!(words, "group-keep")) }
                    (form.line("name", say!(words, "group-name")).hint(say!(words, "group-name-hint")))
                    (form.area("members", say!(words, "group-members"), 3).hint(say!(words, "group-members-hint")))
                    button.button { (say!(words, "group-save")) }
                }
            }
        }
    };
    let window = kit::window_title(words, &title.text, problems);
    kit::office_page(frame, &window, &content)
}
