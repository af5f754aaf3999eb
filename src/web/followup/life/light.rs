//! A light as shape, word and figures; the months as a row of them.

use maud::{Markup, html};

use domain::followup::course::MonthReading;
use domain::followup::light::{Light, LightReading, LightRule};
use domain::followup::share::tenths;
use text::say;
use text::{Phrase, Words};

/// The class of a tag, one for each light; shape and word say the same without colour.
fn class(light: Light) -> &'static str {
    match light {
        Light::Red => "bad",
        Light::Yellow => "warn",
        Light::Green => "ok",
        Light::Grey => "plain",
        Light::Blue => "done",
    }
}

/// The word of a light.
pub(super) fn word(words: Words, light: Light) -> Phrase {
    words.say_named("light", light.word(), &[])
}

/// A light: shape and word.
pub(crate) fn light_tag(words: Words, light: Light) -> Markup {
    html! { span.tag.light.(class(light)) { span aria-hidden="true" { (light.shape()) } " " (word(words, light)) } }
}

/// Why the light shows what it shows, in one sentence with its figures.
pub(super) fn reason(words: Words, reading: &LightReading) -> Phrase {
    let since = reading.behind_since.map(|day| day.to_string());
    let facts = [
        ("days", reading.days_behind.to_string()),
        ("since", since.unwrap_or_default()),
        ("points", tenths(reading.points_behind)),
        ("planned", reading.planned.to_string()),
        ("done", reading.done.to_string()),
    ];
    words.say_named("light-reason", reading.reason.word(), &facts)
}

/// The rule with this congress's own numbers.
pub(crate) fn rule(words: Words, rule: &LightRule) -> Phrase {
    say!(
        words,
        "light-rule",
        days = rule.yellow_days,
        points = tenths(rule.yellow_points),
        by = i64::from(rule.report_by_day)
    )
}

/// The months in a row, oldest first: number, shape, word.
pub(super) fn months(words: Words, months: &[MonthReading]) -> Markup {
    html! {
        ol.months {
            @for one in months {
                li.(class(one.reading.light)) {
                    span.num { (one.month) }
                    b aria-hidden="true" { (one.reading.light.shape()) }
                    span { (word(words, one.reading.light)) }
                    @if !one.is_final { span.quiet { (say!(words, "month-open")) } }
                }
            }
        }
    }
}
