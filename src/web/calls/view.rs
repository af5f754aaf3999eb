//! The page of a call, and the poster that leads to it.

use maud::{Markup, html};

use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::leads::call::CallPhase;
use service::leads::calls::CallView;
use text::say;
use text::{Words, format};

/// A call: how long, for what, not for what, how many so far; the button while it is open.
pub(super) fn call(frame: &Frame<'_>, view: &CallView) -> Markup {
    let words = frame.words;
    let text = &view.call.text;
    let content = html! {
        p.crumbs { a href=(path::HOME) { (frame.place) } " › "
            a href=(path::congress(&view.congress.slug)) { bdi lang="zh-Hans" { (view.congress.name) } } }
        h1 { bdi lang="zh-Hans" { (text.title) } }
        p { (phase(words, view)) " " (period(words, view)) }
        @match view.phase {
            CallPhase::Open => {
                p { a.button href=(path::new_lead(view.call.id)) { (say!(words, "call-hand-in")) } }
            }
            CallPhase::Coming => p.lead { (say!(words, "call-coming-told", day = format::date(words.language(), text.opens_on))) },
            CallPhase::Closed => p.lead { (say!(words, "call-closed-told")) },
        }
        p.quiet { (say!(words, "call-leads", leads = view.leads)) }
        (scope(words, view))
        p.no-print {
            a href=(path::FOLLOW) { (say!(words, "follow-title")) } " · "
            a href=(path::poster(view.call.id)) { (say!(words, "call-poster")) }
        }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &text.title, &band, &content)
}

fn scope(words: Words, view: &CallView) -> Markup {
    let text = &view.call.text;
    html! {
        section {
            h2 { (say!(words, "call-scope")) }
            p.typed { bdi lang="zh-Hans" { (text.scope) } }
        }
        section {
            h2 { (say!(words, "call-excluded")) }
            p.typed { bdi lang="zh-Hans" { (text.excluded) } }
        }
    }
}

/// Where a call stands, as a word and a shape.
pub(super) fn phase(words: Words, view: &CallView) -> Markup {
    let class = match view.phase {
        CallPhase::Coming => "plain",
        CallPhase::Open => "ok",
        CallPhase::Closed => "done",
    };
    html! { span.tag.(class) { (words.say_named("call-phase", view.phase.word(), &[])) } }
}

/// First day, last day, number of days.
pub(super) fn period(words: Words, view: &CallView) -> Markup {
    let text = &view.call.text;
    let day = |date| format::date(words.language(), date);
    html! {
        span.num { (say!(words, "call-period", first = day(text.opens_on), last = day(text.closes_on), days = i64::from(text.days()))) }
    }
}

/// The poster: one sheet, A4, and as large as the printer's paper; the QR leads to the call's page.
pub(super) fn poster(frame: &Frame<'_>, view: &CallView, base: &str) -> Markup {
    let words = frame.words;
    let text = &view.call.text;
    let address = format!("{base}{}", path::call(view.call.id));
    let content = html! {
        div.no-print {
            p.crumbs { a href=(path::call(view.call.id)) { bdi lang="zh-Hans" { (text.title) } } }
            p { (say!(words, "poster-how")) }
        }
        article.poster {
            p.poster-from { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } }
            h1 { bdi lang="zh-Hans" { (text.title) } }
            p.poster-period { (period(words, view)) }
            div.poster-body {
                div.qr { (kit::qr(&address)) }
                div {
                    p.poster-scan { (say!(words, "poster-scan")) }
                    p.quiet dir="ltr" { (address) }
                    p { (say!(words, "poster-station")) }
                }
            }
            (scope(words, view))
            @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
        }
    };
    let band = html! { (frame.place) };
    kit::page(frame, PageStyle::Public, &text.title, &band, &content)
}
