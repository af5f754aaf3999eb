//! The run-sheet: what is done, what is next, what prevents it, who must confirm.

use maud::{Markup, html};

use super::hall;
use super::next::{cards_left, next_step, press};
use super::steps::steps;
use crate::form::Fields;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::id::AccountId;
use domain::problem::Problem;
use domain::round::{RoundAct, RoundStage, missing};
use domain::voting::desk::SlipsOfOldKey;
use service::act_of_two::press::ActOutcome;
use service::poll::overview::ResultView;
use service::poll::polling::PollView;
use service::round::view::RoundView;
use text::Words;
use text::format::time_of;
use text::say;

/// What the page knows besides the poll: who looks, and what a refused form held.
pub(super) struct RunSheetPage<'p> {
    pub(super) words: Words,
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    pub(super) typed: &'p Fields,
    /// What the last press was refused for.
    pub(super) problems: &'p [Problem],
    /// What the last press found instead: done or asked for already.
    pub(super) note: Option<&'p ActOutcome>,
}

/// The page.
pub(super) fn sheet(
    frame: &Frame<'_>,
    view: &PollView,
    result: &ResultView,
    seen: &RunSheetPage<'_>,
) -> Markup {
    let words = frame.words;
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, seen.problems))
        (found_before(words, seen.note))
        @for round in &view.rounds { (kit::changed_facts(words, &round.changed)) }
        h1 { (kit::colour(words, view.poll.colour)) " "
            bdi lang="zh-Hans" { (view.poll.title) } }
        (polls_of_the_sitting(words, view))
        @if view.day.is_rehearsal {
            p.demo { (say!(words, "rehearsal-banner")) " "
                a href=(path::rehearsal(view.poll.id)) { (say!(words, "rehearsal-title")) } }
        }
        (counted(words, view, result))
        @if let Some(round) = view.rounds.last() {
            div.cockpit {
                (steps(words, view, round))
                section.card.now {
                    @if view.rounds.len() > 1 { p.quiet { (round_name(words, round)) } }
                    (old_slips(words, view, round))
                    (figures(words, view, round))
                    (next_step(seen, view, round))
                    (cards_left(words, view))
                }
                aside {
                    (hall::card(seen, view))
                    (links(words, view, round))
                    (other_acts(seen, view, round))
                }
            }
            @if round.changed.is_empty() {
                section.card {
                    h2 { (say!(words, "rules-title")) }
                    (kit::rules_paragraph(words, &round.rules, view.due, view.sitting.quorum_present))
                }
            }
        }
        (earlier(words, view))
    };
    let band = html! { (frame.place) };
    let window = kit::window_title(words, &view.poll.title, seen.problems);
    kit::page(frame, PageStyle::Office, &window, &band, &content)
}

fn round_name(words: Words, round: &RoundView) -> Markup {
    html! { (kit::round_name(words, &round.round)) }
}

/// After a new key: what became of the slips, and what two people do now.
fn old_slips(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let told = match (view.day.old_slips, round.round.stage) {
        (SlipsOfOldKey::Voting, RoundStage::Open | RoundStage::Paused) => {
            say!(words, "old-slips-voting")
        }
        (SlipsOfOldKey::Voting, _) => say!(words, "old-slips-other"),
        (SlipsOfOldKey::Restored, _) => say!(words, "old-slips-restored"),
        (SlipsOfOldKey::Gone, stage) if stage <= RoundStage::Issuing => {
            say!(words, "old-slips-gone")
        }
        (SlipsOfOldKey::Gone | SlipsOfOldKey::None, _) => return html! {},
    };
    html! {
        div.told.bad role="status" { p { (told) }
            p { a.button.plain href=(path::slips(view.sitting.id)) { (say!(words, "slips")) } } }
    }
}

/// Due, present, issued, returned: before closing nothing else exists.
fn figures(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let (facts, turnout) = (&round.facts, &round.turnout);
    let returned = if round.round.stage < RoundStage::Closed {
        say!(words, "figure-cast")
    } else {
        say!(words, "figure-returned")
    };
    let stage = words.say_named("stage", round.round.stage.word(), &[]);
    let stage = html! { p { span.tag.done { (stage) } } };
    if !round.changed.is_empty() {
        // No number of a fact that is not as it was fixed.
        return stage;
    }
    html! {
        (stage)
        dl.figures data-live=[is_live(round.round.stage).then(|| path::live(round.round.id))]
            data-stale=(say!(words, "live-stale").text) {
            div { dt { (say!(words, "figure-due")) } dd data-number="due" { (view.due) } }
            div { dt { (say!(words, "figure-present")) } dd data-number="present" { (facts.present) } }
            div { dt { (say!(words, "figure-issued")) } dd data-number="issued" { (turnout.issued()) } }
            div { dt { (returned) } (kit::returned_cell(words, turnout)) }
        }
        (evidence(words, view, round))
        @if is_live(round.round.stage) {
            p.quiet.stale { (say!(words, "live-only-numbers")) }
            @if let Some(number) = view.day.wrong_codes {
                p { span.tag.warn { "! " (say!(words, "wrong-codes", number = number)) } }
            }
        }
    }
}

/// From closing on: what is read aloud and written down, so that nothing can be changed after.
fn evidence(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let round = &round.round;
    html! {
        @if let (Some(digest), true) = (round.box_digest, round.stage < RoundStage::Opened) {
            p.hash { (say!(words, "box-digest")) " " code dir="ltr" { (digest.short()) } }
        }
        @if let Some(digest) = round.papers_digest.filter(|_| round.stage != RoundStage::Void) {
            p.hash { (say!(words, "papers-digest")) " " code dir="ltr" { (digest.short()) } }
        }
        @if round.stage >= RoundStage::Closed && round.stage != RoundStage::Void {
            p.hash { (say!(words, "audit-head")) " " b dir="ltr" { (view.audit_head) } }
            @for one in kit::accepted_log(words, &view.accepted_log) { p { (one) } }
            p.quiet { (say!(words, "audit-head-write-down")) }
        }
    }
}

fn is_live(stage: RoundStage) -> bool {
    matches!(
        stage,
        RoundStage::Issuing | RoundStage::Open | RoundStage::Paused
    )
}

/// Pages beside the run-sheet that belong to the step at hand.
fn links(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let (poll, sitting) = (view.poll.id, view.sitting.id);
    html! {
        nav.card {
            h2 { (say!(words, "pages")) }
            ul.list.pages {
                li { a href=(path::slate(poll)) { (say!(words, "slate-title")) } }
                li { a href=(path::rules(poll)) { (say!(words, "rules-title")) } }
                li { a href=(path::roll(sitting)) { (say!(words, "roll")) } }
                li { a href=(path::officers(view.session.id)) { (say!(words, "officers-title")) } }
                li { a href=(path::check_in(sitting)) { (say!(words, "check-in-title")) } }
                li { a href=(path::desk(sitting)) { (say!(words, "desk-title")) } }
                li { a href=(path::account(poll)) { (say!(words, "account-title")) } }
                li { a href=(path::zero(poll)) { (say!(words, "zero-title")) } }
                li { a href=(path::rehearsal(poll)) { (say!(words, "rehearsal-title")) } }
                li { a href=(path::script(poll)) { (say!(words, "script-title")) } }
                li { a href=(path::slips(sitting)) { (say!(words, "slips")) } }
                li { a href=(path::audit_log(poll)) { (say!(words, "log-title")) } }
                li { a href=(path::poll_forms(poll)) { (say!(words, "forms-title")) } }
                li { a href=(path::screens(sitting)) { (say!(words, "screens")) } }
                li { (say!(words, "kiosk-where")) " " b dir="ltr" { (path::KIOSK) } }
                @if round.round.stage >= RoundStage::Frozen {
                    li { a href=(path::sealed_box(round.round.id)) { (say!(words, "box-title")) } }
                }
                @if view.rounds.iter().any(is_counted) {
                    li { a href=(path::count(poll)) { (say!(words, "outcome-title")) } }
                }
            }
        }
    }
}

/// The acts off the script: pause and void, each by its name.
fn other_acts(seen: &RunSheetPage<'_>, view: &PollView, round: &RoundView) -> Markup {
    let words = seen.words;
    let may_pause = missing(RoundAct::Pause, &round.facts).is_empty();
    let may_void = missing(RoundAct::Void, &round.facts).is_empty();
    let asked = round
        .asked
        .iter()
        .any(|request| request.act == RoundAct::Void.word());
    let is_refused = !seen.typed.get("reason").is_empty();
    html! {
        @if may_pause || may_void {
            section.card {
                h2 { (say!(words, "other-acts")) }
                @if may_pause {
                    (press(seen, view, round, RoundAct::Pause))
                }
                @if may_void {
                    details open[asked || is_refused] {
                        summary { (say!(words, "void-title")) }
                        p { @if view.day.old_slips == SlipsOfOldKey::Voting { (say!(words, "void-what-old-slips")) }
                            @else { (say!(words, "void-what")) } }
                        (press(seen, view, round, RoundAct::Void))
                    }
                }
            }
        }
    }
}

/// Who did it before, where a press came too late; nothing was changed.
fn found_before(words: Words, note: Option<&ActOutcome>) -> Markup {
    html! {
        @match note {
            Some(ActOutcome::DoneBefore(done)) => div.told role="status" {
                p { (say!(words, "act-done-before", act = words.say_named("act", &done.act, &[]).text,
                    who = kit::stood(words, done), time = time_of(done.done_at))) }
            },
            Some(ActOutcome::AskedBefore(who)) => div.told role="status" {
                p { (say!(words, "act-asked-before", who = who.clone())) }
            },
            Some(ActOutcome::Asked | ActOutcome::Done) | None => {},
        }
    }
}

/// The polls of the sitting, each by colour and word with its stage and its own account; the one
/// that is shown is marked.
fn polls_of_the_sitting(words: Words, view: &PollView) -> Markup {
    html! {
        @if view.day.polls.len() > 1 {
            nav.tabs.polls aria-label=(say!(words, "sitting-polls").text) {
                @for held in &view.day.polls {
                    a href=(path::manage_poll(held.poll.id)) aria-current=[(held.poll.id == view.poll.id).then_some("page")] {
                        (kit::colour(words, held.poll.colour)) " "
                        bdi lang="zh-Hans" { (held.poll.title) } " · " (words.say_named("stage", held.stage.word(), &[]))
                        @if held.is_changed { span.quiet { (say!(words, "facts-changed-title")) } }
                        @else { span.quiet { (say!(words, "sitting-poll-account", issued = held.turnout.issued(),
                            returned = kit::returned(words, &held.turnout).text)) } }
                    }
                }
            }
        }
    }
}

fn is_counted(round: &RoundView) -> bool {
    matches!(
        round.round.stage,
        RoundStage::Counted | RoundStage::Certified
    )
}

/// The result of the newest counted round, until two people have certified the poll's: names, votes,
/// and what is still open.
fn counted(words: Words, view: &PollView, result: &ResultView) -> Markup {
    let newest = result.rounds.iter().rfind(|one| one.outcome.is_some());
    let newest = newest.filter(|one| one.round.stage == RoundStage::Counted);
    html! {
        @if let Some((one, outcome)) = newest.and_then(|one| Some((one, one.outcome.as_ref()?))) {
            @let title = say!(words, "counted-title", number = one.round.number);
            section.card.counted {
                h2 { (title) }
                (kit::decision(words, &one.lines, outcome))
                (kit::result_table(words, &one.rules, &one.lines, outcome, &title.text))
                p { a href=(path::round_count(view.poll.id, one.round.number)) { (say!(words, "counted-more")) } }
            }
        }
    }
}

fn earlier(words: Words, view: &PollView) -> Markup {
    let past = view.rounds.split_last().map_or(&[][..], |(_, past)| past);
    html! {
        @if !past.is_empty() {
            section.card {
                h2 { (say!(words, "earlier-rounds")) }
                ul.list { @for round in past {
                    li {
                        @if is_counted(round) {
                            a href=(path::round_count(view.poll.id, round.round.number)) { (round_name(words, round)) }
                        } @else { a href=(path::round_account(view.poll.id, round.round.number)) { (round_name(words, round)) } } " "
                        span.tag.plain { (words.say_named("stage", round.round.stage.word(), &[])) } " "
                        bdi lang="zh-Hans" { (round.round.void_reason) } }
                } }
            }
        }
        p.quiet.hash { (say!(words, "audit-head")) " " code dir="ltr" { (view.audit_head) }
            @if let Some(asked) = view.rounds.last().and_then(|round| round.asked.first()) {
                " · " (say!(words, "asked-since", time = time_of(asked.asked_at))) } }
    }
}
