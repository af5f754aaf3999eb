//! Phrases in markup: a run in another language than the page says so itself.

use maud::{Markup, Render, html};

use crate::text::Phrase;

impl Render for Phrase {
    fn render(&self) -> Markup {
        if self.is_foreign() {
            html! { span lang=(self.language.tag()) dir=(self.language.dir()) { (self.text) } }
        } else {
            html! { (self.text) }
        }
    }
}
