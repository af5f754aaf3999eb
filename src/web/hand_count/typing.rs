//! Typing a batch: one field a paper, all of them one form, so that nothing lies anywhere before the
//! teller sends it. With the script one paper is shown at a time.

use maud::{Markup, html};

use super::page::CountingPage;
use super::room::{keys, teller_pin};
use crate::assets::{self, Asset};
use crate::kit::{self, Frame};
use crate::path;
use domain::hand_count::batch::BatchStage;
use service::hand_count::room::BatchPage;
use text::Words;
use text::say;

pub(super) fn batch(frame: &Frame<'_>, page: &BatchPage, seen: &CountingPage<'_>) -> Markup {
    let words = frame.words;
    let (room, line) = (&page.room, &page.line);
    let title = say!(words, "batch-title", number = line.number);
    let content = html! {
        p.crumbs { a href=(path::counting(room.round.round.id)) { (say!(words, "counting-title")) } }
        (kit::error_summary(words, seen.problems))
        h1 { (title) " · " (say!(words, "batch-papers", papers = line.papers)) }
        @match line.stage {
            BatchStage::Typing if line.called.is_some() => p { (say!(words, "batch-is-called")) },
            BatchStage::Typing => (typing(words, page, seen)),
            BatchStage::Retyping => (retyping(words, page, seen)),
            BatchStage::Deciding => p { (say!(words, "batch-waits-for-scrutineers")) },
            BatchStage::Agreed => p { (say!(words, "batch-sealed")) },
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

fn typing(words: Words, page: &BatchPage, seen: &CountingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let (room, line) = (&page.room, &page.line);
    let kind = room.round.rules.kind;
    html! {
        @if line.is_mine { p.warn { "! " (say!(words, "typing-is-mine")) } }
        p { (say!(words, "typing-how")) }
        (keys(words, kind, false))
        form.typing method="post" action=(path::batch_act(room.round.round.id, line.number, "type")) autocomplete="off"
            data-kind=(kind.word()) data-marks=(kind.marks(room.round.lines.len()))
            data-place=(say!(words, "typing-place", paper = "#paper", papers = line.papers).text) {
            (kit::token_field(seen.token))
            div.typing-lines aria-hidden="true" hidden { @for one in &room.round.lines {
                p { b.no { (one.line_no) } " " bdi lang="zh-Hans" { (one.name) } " " span.echo {} } } }
            ol.sheets { @for paper in 1..=line.papers { (sheet(words, seen, paper, None)) } }
            (form.line("counted", say!(words, "typing-counted")).size(4).digits().boxed("field counted"))
            (teller_pin(words, room, seen))
            button.button { (say!(words, "typing-send")) }
            p.quiet { (say!(words, "typing-sent-how")) }
        }
        script defer src=(assets::path(Asset::HandCountScript)) {}
    }
}

/// The papers on which the two tellers differ; a teller sees what they typed themselves, never the
/// other's.
fn retyping(words: Words, page: &BatchPage, seen: &CountingPage<'_>) -> Markup {
    let (room, line) = (&page.room, &page.line);
    let kind = room.round.rules.kind;
    html! {
        @if line.is_mine && !line.waits_for_me { p { (say!(words, "retyping-waits-for-other")) } }
        p { (say!(words, "retyping-how", papers = line.open)) }
        (keys(words, kind, false))
        form.retyping method="post" action=(path::batch_act(room.round.round.id, line.number, "retype")) autocomplete="off" {
            (kit::token_field(seen.token))
            ol.sheets { @for (paper, mine) in &page.retype {
                @let mine = mine.as_ref().map(|typed| typed.write());
                (sheet(words, seen, *paper, mine.as_deref())) } }
            (teller_pin(words, room, seen))
            button.button { (say!(words, "retyping-send")) }
        }
    }
}

/// One paper's field, with what its typist typed at first where it is typed again.
fn sheet(words: Words, seen: &CountingPage<'_>, paper: u32, before: Option<&str>) -> Markup {
    let name = format!("paper-{paper}");
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let field = form.code(&name, "").digits().ltr().most(200);
    html! {
        li.one-paper value=(paper) {
            label for=(name) { (say!(words, "paper-number", paper = paper)) }
            @if let Some(before) = before { span.before { (say!(words, "retyping-before")) " " kbd dir="ltr" { (before) } } }
            (field.errors())
            (field.control())
        }
    }
}
