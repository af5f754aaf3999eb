//! The problem codes with what to do, on one sheet of A4 for the wall.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use domain::hand_count::code::CODES;
use text::say;

pub(super) fn sheet(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "codes-title");
    let content = html! {
        h1 { (title) }
        p.quiet { (say!(words, "codes-how")) }
        div.scroll tabindex="0" role="region" aria-label=(title.text) {
            table.codes {
                thead { tr {
                    th scope="col" { (say!(words, "codes-number")) }
                    th scope="col" { (say!(words, "codes-what")) }
                    th scope="col" { (say!(words, "codes-do")) }
                } }
                tbody { @for (number, code) in (1_u32..).zip(CODES) { tr {
                    th.whole scope="row" { (kit::problem_number(words, number)) }
                    td { (words.say_named("code", code, &[])) }
                    td { (words.say_named("do", code, &[])) }
                } } }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
