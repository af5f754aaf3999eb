//! The frame of every page: head, band, languages, the demo's mark, footer.

use maud::{DOCTYPE, Markup, html};

use super::form::PageForm;
use super::kiosk;
use crate::assets::{self, Asset};
use crate::form::{Fields, NOTHING_TYPED};
use crate::path;
use crate::visitor::Visitor;
use domain::problem::Problem;
use text::say;
use text::{Language, Phrase, Words};

/// Which of the looks a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageStyle {
    /// A thin official red over calm white: for everybody.
    Public,
    /// Calm white: for the office.
    Office,
    /// One column, large: for a deputy's phone.
    Ballot,
}

/// What the frame of a page needs to know, and what its forms do.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'v> {
    pub(crate) words: Words,
    pub(crate) size: u8,
    pub(crate) is_demo: bool,
    pub(crate) here: &'v str,
    pub(crate) place: &'v str,
    pub(crate) name: Option<&'v str>,
    /// Their unread reminders.
    pub(crate) unread: u64,
    /// The token of its forms; empty where nobody is signed in.
    pub(crate) token: &'v str,
    /// Whether a kiosk shows it.
    pub(crate) is_kiosk: bool,
    /// What was typed into the form that this page answers.
    pub(crate) typed: &'v Fields,
    /// What stands against it.
    pub(crate) problems: &'v [Problem],
    /// Whether others in the net read what is typed here.
    pub(crate) is_open_line: bool,
}

impl<'v> Frame<'v> {
    pub(crate) fn of(visitor: &'v Visitor) -> Self {
        Self {
            words: visitor.words,
            size: visitor.size,
            is_demo: visitor.place.is_demo,
            here: &visitor.here,
            place: &visitor.place.name,
            name: visitor.name.as_deref(),
            unread: visitor.unread,
            token: "",
            is_kiosk: visitor.is_kiosk,
            typed: visitor.typed.as_ref().unwrap_or(&NOTHING_TYPED),
            problems: &[],
            is_open_line: visitor.is_open_line,
        }
    }

    /// The fields of the page's form: what was typed, and what stands against it.
    pub(crate) fn form(&self) -> PageForm<'v> {
        PageForm::new(self.words, self.typed, self.problems)
    }

    /// The same page with what stands against its form.
    pub(crate) fn against<'p>(&self, problems: &'p [Problem]) -> Frame<'p>
    where
        'v: 'p,
    {
        Frame { problems, ..*self }
    }

    /// The same page with these fields in its form: what a page proposes before anything was typed.
    pub(crate) fn typing<'p>(&self, typed: &'p Fields) -> Frame<'p>
    where
        'v: 'p,
    {
        Frame { typed, ..*self }
    }

    /// The same page with the token of its form.
    pub(crate) fn with_token<'p>(&self, token: &'p str) -> Frame<'p>
    where
        'v: 'p,
    {
        Frame { token, ..*self }
    }

    /// The frame of a signed-in page, with its sign-out form.
    pub(crate) fn office(staff: &'v crate::visitor::Staff) -> Self {
        Self {
            token: &staff.token,
            ..Self::of(&staff.visitor)
        }
    }
}

/// A whole page. `title` comes first in the window's title, `band` stands in the header.
pub(crate) fn page(
    frame: &Frame<'_>,
    look: PageStyle,
    title: &str,
    band: &Markup,
    content: &Markup,
) -> Markup {
    let words = frame.words;
    let (look_class, is_office) = match look {
        PageStyle::Public => ("public", false),
        PageStyle::Office => ("office", true),
        PageStyle::Ballot => ("ballot", false),
    };
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) dir=(words.language().dir())
            class={ "size-" (frame.size) } {
            head {
                meta charset="utf-8";
                title { (title) " · " (say!(words, "product")) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(if look == PageStyle::Ballot { "light dark" } else { "light" });
                link rel="stylesheet" href=(assets::path(Asset::Style));
                link rel="icon" href=(assets::path(Asset::Icon)) type="image/svg+xml";
                @if look == PageStyle::Ballot {
                    script defer src=(assets::path(Asset::BallotScript)) {}
                    @if frame.is_kiosk { (kiosk::head()) }
                }
                @if is_office {
                    script defer src=(assets::path(Asset::LiveScript)) {}
                }
            }
            body class=(look_class) data-surface=[frame.is_kiosk.then_some("kiosk")]
                data-start=[frame.is_kiosk.then_some(path::KIOSK)]
                data-stay=[frame.is_kiosk.then_some(path::KIOSK_STAY)] {
                a.skip href="#main" { (say!(words, "skip")) }
                @if frame.is_demo { p.demo { (say!(words, "demo-banner")) } }
                header.band { div.wrap {
                    b { (band) }
                    @if look != PageStyle::Ballot { (languages(frame)) }
                } }
                @if is_office { (office_bar(frame)) }
                main #main.wrap tabindex="-1" {
                    @if is_office && frame.is_open_line { p.warn.no-print { "! " (say!(words, "line-is-open")) } }
                    (content)
                }
                @if frame.is_kiosk { (kiosk::boxes(words)) }
                @if look != PageStyle::Ballot { (footer(frame)) }
            }
        }
    }
}

/// A page of the office, with the prefecture's name in its band.
pub(crate) fn office_page(frame: &Frame<'_>, title: &str, content: &Markup) -> Markup {
    page(
        frame,
        PageStyle::Office,
        title,
        &html! { (frame.place) },
        content,
    )
}

/// The language bar of pages without a form to keep: plain buttons that come back here.
fn languages(frame: &Frame<'_>) -> Markup {
    html! {
        form.langs method="post" action=(path::LANGUAGE) aria-label=(say!(frame.words, "languages").text) {
            input type="hidden" name="next" value=(frame.here);
            @for language in Language::ALL {
                @let is_current = language == frame.words.language();
                button name="lang" value=(language.tag()) lang=(language.tag())
                    dir=(language.dir()) aria-current=[is_current.then_some("true")] {
                    (language.own_name())
                }
            }
        }
    }
}

fn office_bar(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        @if let Some(name) = frame.name {
            nav.bar aria-label=(say!(words, "office").text) { div.wrap {
                a href=(path::MANAGE) { (say!(words, "task-list")) }
                a href=(path::INBOX) { (say!(words, "inbox-link"))
                    @if frame.unread > 0 { " " span.tag.warn { (frame.unread) span.sr { (say!(words, "inbox-unread")) } } } }
                span.who { (name) }
                a href=(path::PASSWORD) { (say!(words, "change-password")) }
                @if !frame.token.is_empty() {
                    form method="post" action=(path::SIGN_OUT) {
                        input type="hidden" name="token" value=(frame.token);
                        button.link { (say!(words, "sign-out")) }
                    }
                }
            } }
        }
    }
}

fn footer(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        footer { div.wrap {
            p {
                (frame.place) " "
                a href=(path::HOME) { (say!(words, "home")) } " "
                a href=(path::ABOUT) { (say!(words, "about")) } " "
                a href=(path::SIGN_IN) { (say!(words, "office")) }
            }
            p.quiet { (say!(words, "beijing-time")) }
        } }
    }
}

/// A page for a failure: what happened, what was kept, a way on.
/// What was typed stands below, for whoever would else have to write it again.
pub(crate) fn error_page(
    frame: &Frame<'_>,
    title: &Phrase,
    lines: &[Phrase],
    kept: &Markup,
) -> Markup {
    let words = frame.words;
    let is_ballot = frame.here.starts_with(path::CODE) && frame.name.is_none();
    let look = if is_ballot {
        PageStyle::Ballot
    } else {
        PageStyle::Public
    };
    let content = html! {
        div.told.bad role="alert" {
            h1 { (title) }
            @for line in lines { p { (line) } }
        }
        (kept)
        p {
            @if is_ballot {
                a.button.plain href=(path::CODE) { (say!(words, "back-to-ballot")) }
            } @else if frame.name.is_some() {
                a.button.plain href=(path::MANAGE) { (say!(words, "back-to-tasks")) }
            } @else {
                a.button.plain href=(path::HOME) { (say!(words, "back-home")) }
            }
        }
    };
    let window = format!("{}{title}", say!(words, "error-title"));
    page(frame, look, &window, &html! { (frame.place) }, &content)
}
