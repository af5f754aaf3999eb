//! The second person on this screen: an officer and their PIN.

use maud::{Markup, html};

use crate::domain::session::officer::Officer;
use crate::say;
use crate::text::Words;

/// Officer and PIN, for the second person on this screen.
pub(in crate::web) fn pin_fields(words: Words, officers: &[&Officer], chosen: &str) -> Markup {
    html! {
        div.second {
            label { span { (say!(words, "second-officer")) }
                select name="officer" {
                    @for officer in officers {
                        @if officer.has_pin && officer.adopted_on.is_some() {
                            option value=(officer.id) selected[officer.id.to_string() == chosen] {
                                (officer.name) " · " (words.say_named("role", officer.post.word(), &[]))
                            }
                        }
                    }
                } }
            label { span { (say!(words, "second-pin")) }
                input name="pin" type="password" inputmode="numeric" size="8" maxlength="6" autocomplete="off"; }
        }
    }
}

/// Lines to sign on a printed sheet: the officers by post and name.
pub(in crate::web) fn signature_lines(words: Words, officers: &[Officer]) -> Markup {
    html! {
        ul.signatures {
            @for officer in officers {
                li { (words.say_named("role", officer.post.word(), &[])) " "
                    bdi lang="zh-Hans" { (officer.name) } " " span.blank {} }
            }
            li { (say!(words, "signed-on")) " " span.blank {} }
        }
    }
}
