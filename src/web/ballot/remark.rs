//! A remark beside a grade: asked for with the lower grades, open with every grade.
//!
//! What was written travels in the ballot's own forms, so each is padded to one length: the size of an
//! encrypted request must not tell that, or how much, a deputy wrote. A first form sent without a
//! script is the one that cannot be padded (docs/secrecy.md).

use maud::{Markup, html};

use super::choice::MarkedPaper;
use super::form::remark_field;
use super::line::name;
use crate::path;
use domain::poll::RoundLine;
use text::Words;
use text::say;

pub(super) use domain::ballot::remark::MOST;

/// Bytes that the longest remark takes in a form: three for each of its bytes.
const ENCODED: usize = 9 * MOST;
/// How much a page may grow with the remark of a line: it stands on it four times at most.
pub(super) const SLACK: usize = 4 * 3 * MOST;

/// The field of a line, folded away until it is asked for.
pub(super) fn field(words: Words, line: &RoundLine, said: &str) -> Markup {
    let name = remark_field(usize::from(line.line_no));
    html! {
        details.remark open[!said.is_empty()] {
            summary { (say!(words, "remark-open")) }
            label for=(name) { (say!(words, "remark-label")) }
            p.hint id={ (name) "-hint" } { (say!(words, "remark-hint")) }
            textarea id=(name) name=(name) rows="3" maxlength=(MOST) dir="auto" aria-describedby={ (name) "-hint" } { (said) }
        }
    }
}

/// Below the heading of the last look: lines with a lower grade and no word of what to mend.
pub(super) fn asked(marked: &MarkedPaper<'_>) -> Markup {
    let words = marked.words;
    let silent = marked.silent_lines();
    html! {
        @if !silent.is_empty() {
            section.group.boxed {
                h2 { (say!(words, "review-asks-remark")) }
                p { (say!(words, "review-asks-remark-about")) }
                ul.reviewed { @for line in silent {
                    li { span.no { (line.line_no) } " " (name(words, line))
                        button.link form="change" formaction={ (path::ballot(marked.sheet.poll.id)) "#line-" (line.line_no) } {
                            (say!(words, "review-write-remark"))
                            span.sr { " " (line.name) }
                        } }
                } }
            }
        }
    }
}

/// The remarks as hidden fields, filled up to one length.
pub(super) fn hidden(said: &[String]) -> Markup {
    html! {
        @for (number, said) in (1..).zip(said) {
            input type="hidden" name=(remark_field(number)) value=(said);
        }
        (pad(said))
    }
}

/// The field that fills a form up; a script keeps it right while somebody types.
pub(super) fn pad(said: &[String]) -> Markup {
    let most = said.len().saturating_mul(ENCODED);
    let pieces = said
        .iter()
        .flat_map(|text| form_urlencoded::byte_serialize(text.as_bytes()));
    let used: usize = pieces.map(str::len).sum();
    html! {
        @if !said.is_empty() {
            input.pad type="hidden" name="pad" data-most=(most) value=("x".repeat(most.saturating_sub(used)));
        }
    }
}
