//! The demo's calls and leads: a call of last autumn whose leads led to this year's projects, and one
//! that is open now.

use jiff::{Span, civil::Date};

use super::{DemoError, DemoService};
use crate::domain::access::Actor;
use crate::domain::id::{CallId, CongressId};
use crate::domain::library::call::CallText;
use crate::domain::library::lead::Wish;
use crate::domain::library::lead::kind::{LeadKind, Origin};
use crate::say;
use crate::service::leads::Proposed;
use crate::text::{Language, Words};

/// Publishes the calls of a congress: for `year`, long closed, and for the next year, open today.
pub(super) async fn publish_calls(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    year: i16,
) -> Result<(CallId, CallId), DemoError> {
    let words = Words::of(Language::ZhHans);
    let today = service.today();
    let before = |days: i64| today.checked_sub(Span::new().days(days)).unwrap_or(today);
    let after = |days: i64| today.checked_add(Span::new().days(days)).unwrap_or(today);
    let closed = text(
        words,
        year,
        Date::constant(year - 1, 9, 1),
        Date::constant(year - 1, 10, 10),
    );
    let open = text(words, year + 1, before(7), after(30));
    let closed = service.create_call(clerk, congress, closed, false).await?;
    let open = service.create_call(clerk, congress, open, false).await?;
    Ok((closed, open))
}

fn text(words: Words, year: i16, opens_on: Date, closes_on: Date) -> CallText {
    CallText {
        year,
        title: say!(words, "demo-call-title", year = i64::from(year)).text,
        scope: say!(words, "demo-call-scope").text,
        excluded: say!(words, "demo-call-excluded").text,
        regions: Vec::new(),
        opens_on,
        closes_on,
    }
}

/// Hands in the one lead under the open call.
pub(super) async fn propose(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    call: CallId,
) -> Result<(), DemoError> {
    let words = Words::of(Language::ZhHans);
    let new = Proposed {
        congress,
        year: 0,
        call: Some(call),
        wish: Wish {
            origin: Origin::Station,
            origin_ref: String::new(),
            region: say!(words, "demo-lead-region").text,
            kind: LeadKind::Roads,
            what: say!(words, "demo-lead-what").text,
            place: String::new(),
        },
        contact: String::new(),
        picture: None,
    };
    service.propose(clerk, new).await.map(drop)
}
