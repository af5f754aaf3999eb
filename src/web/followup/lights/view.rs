//! The form of the numbers, and what is closed.

use maud::{Markup, html};

use crate::followup::life::rule;
use crate::kit::{self, Frame};
use crate::path;
use domain::followup::share::tenths;
use service::followup::lights::LightSettings;
use text::say;

/// The whole page; what was typed is kept.
pub(super) fn page(frame: &Frame<'_>, at: &LightSettings) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let title = say!(words, "rule-title");
    let year = i64::from(at.year);
    let numbers = &at.rule;
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::board(at.congress.id, at.year)) { (say!(words, "board-title", year = year)) } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (rule(words, numbers)) }
            form.card method="post" action=(path::lights(at.congress.id, at.year)) {
                (kit::token_field(frame.token))
                (form.decimal("yellow_days", say!(words, "rule-days")).or(numbers.yellow_days.to_string()))
                (form.decimal("yellow_points", say!(words, "rule-points")).or(tenths(numbers.yellow_points)))
                (form.decimal("report_by_day", say!(words, "rule-by")).or(numbers.report_by_day.to_string()))
                button.button { (say!(words, "rule-save")) }
                p.hint { (say!(words, "rule-kept")) }
            }
            @if at.is_closed { p.decision { (say!(words, "year-is-closed", year = year)) } }
            @else if at.is_over {
                p { a href={ (path::evaluation_year(at.congress.id, at.year)) "#closing" } { (say!(words, "year-close", year = year)) } }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}
