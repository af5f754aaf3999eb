//! The demo's calls and leads: a call of last autumn whose leads led to this year's projects, and one
//! that is open now.
//!
//! The leads come by the clerk's own import, and what becomes of each by the act that a clerk would do.

use std::collections::BTreeMap;

use jiff::{Span, civil::Date};

use super::account::{DemoError, DemoService};
use domain::access::Actor;
use domain::id::{CongressId, LeadId, ProjectId};
use domain::leads::call::CallText;
use text::say;
use text::{Language, Words};

/// The leads of a congress, and what became of them: number, act, with what.
pub(super) struct LeadFiles {
    pub(super) leads: &'static [u8],
    pub(super) fates: &'static str,
}

/// The leads of 青河县.
pub(super) const COUNTY: LeadFiles = LeadFiles {
    leads: include_bytes!("leads-qinghe.csv"),
    fates: include_str!("fates-qinghe.csv"),
};

/// The leads of the township.
pub(super) const TOWNSHIP: LeadFiles = LeadFiles {
    leads: include_bytes!("leads-township.csv"),
    fates: include_str!("fates-township.csv"),
};

/// Publishes the calls of a congress: for `year`, long closed, and for the next year, open today.
pub(super) async fn publish_calls(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    year: i16,
) -> Result<(), DemoError> {
    let words = Words::of(Language::ZhHans);
    let today = service.today();
    let before = |days: i64| today.checked_sub(Span::new().days(days)).unwrap_or(today);
    let after = |days: i64| today.checked_add(Span::new().days(days)).unwrap_or(today);
    let autumn = |month, day| Date::constant(year - 1, month, day);
    let closed = text(words, year, autumn(9, 1), autumn(10, 10));
    let open = text(words, year + 1, before(7), after(30));
    for call in [closed, open] {
        service.create_call(clerk, congress, call, false).await?;
    }
    Ok(())
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

/// Imports a congress's leads of a year and does with each what a clerk did.
pub(super) async fn bring(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    year: i16,
    files: &LeadFiles,
) -> Result<(), DemoError> {
    service
        .import_leads(clerk, congress, year, files.leads)
        .await?;
    let numbered = service.list_lead_numbers(clerk, congress, year).await?;
    let leads: BTreeMap<String, LeadId> = numbered.into_iter().collect();
    let lead = |number: &str| {
        let found = leads.get(number).copied();
        found.ok_or(DemoError::NotFound("lead"))
    };
    let projects = service.list_projects(clerk, congress, year).await?;
    let project = |code: &str| -> Result<ProjectId, DemoError> {
        let found = projects.iter().find(|project| project.code == code);
        found
            .map(|project| project.id)
            .ok_or(DemoError::NotFound("project"))
    };
    for line in files.fates.lines().skip(1) {
        let mut cells = line.splitn(3, ',');
        let (Some(number), Some(act), Some(with)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let id = lead(number)?;
        match act {
            "take" => service.take_up(clerk, id, project(with)?).await?,
            "merge" => service.merge_lead(clerk, id, lead(with)?).await?,
            "decline" => service.decline_lead(clerk, id, with).await?,
            "hand" => service.hand_over(clerk, id, with).await?,
            _ => return Err(DemoError::NotFound("act")),
        }
    }
    Ok(())
}
