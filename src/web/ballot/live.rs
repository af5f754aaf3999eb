//! How voting stands, for the phones of the hall: one small message a step, the same for all.

use std::convert::Infallible;

use axum::extract::State;
use axum::http::HeaderName;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use tokio_stream::{StreamExt as _, wrappers::WatchStream};

use crate::error::Failure;
use crate::kit;
use crate::path;
use crate::streams::StreamTopic;
use crate::visitor::{Address, App, PathPiece, Voter};
use domain::id::PollId;
use domain::round::RoundStage;
use service::hall::live_numbers::SittingNumbers;
use service::voting::casting::BallotSheet;
use text::say;
use text::{Phrase, Words};

/// Due, present, issued, returned and the stage as they change, in steps.
pub(crate) async fn live(
    State(app): State<App>,
    voter: Voter,
    Address(address): Address,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let followed = app.service.follow_ballot(voter.ticket, poll).await;
    let numbers = voter.visitor.or_page(followed)?;
    let events = WatchStream::new(numbers).map(move |now| Ok::<_, Infallible>(event(&now, poll)));
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    let followed = StreamTopic::Slip(voter.ticket.unheard());
    let events = app.streams.keep(followed, &address, events);
    let stream = Sse::new(events).keep_alive(KeepAlive::default());
    Ok(([unbuffered], stream).into_response())
}

fn event(now: &SittingNumbers, poll: PollId) -> Event {
    match now.newest(poll) {
        Some(round) => Event::default().data(format!(
            "{{\"due\":{},\"present\":{},{},\"stage\":\"{}\"}}",
            now.roll.due,
            now.roll.present,
            kit::turnout_json(&round.turnout),
            round.stage.word()
        )),
        None => Event::default().comment("none"),
    }
}

/// The one line of a page that follows; empty until the first message, and without a script.
pub(super) fn line(words: Words, sheet: &BallotSheet) -> Markup {
    let told = |phrase: Phrase| phrase.text;
    let (present, issued, returned) = ("#present", "#issued", "#returned");
    let waits = match sheet.round.stage {
        RoundStage::Open => say!(words, "hall-open", issued = issued, returned = returned),
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified
        | RoundStage::Void => say!(words, "hall-now-open"),
    };
    html! {
        p.hall-state.quiet role="status" data-live=(path::ballot_live(sheet.poll.id))
            data-open=(told(waits))
            data-paused=(told(say!(words, "hall-paused")))
            data-not-open=(told(say!(words, "hall-not-open", present = present, issued = issued)))
            data-open-papers=(told(say!(words, "hall-open-papers", issued = issued, returned = returned)))
            data-over=(told(say!(words, "hall-over", returned = returned)))
            data-over-papers=(told(say!(words, "hall-over-papers", returned = returned))) {}
    }
}
