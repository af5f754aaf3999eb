//! Reading what a form or an address says about leads.

use crate::form::Fields;
use domain::id::{CallId, LeadId};
use domain::leads::filter::{LeadFilter, PageTurn};
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::{LeadStage, Wish};
use domain::library::grams;
use domain::problem::Problem;

/// The wish of a form. A kind that was not chosen is a problem; the rest is the domain's to judge.
pub(super) fn wish(fields: &Fields, origin: LeadOrigin) -> Result<Wish, Problem> {
    let kind = LeadKind::from_word(fields.get("kind"));
    let kind = kind.ok_or_else(|| Problem::error("lead-kind").at("kind"))?;
    Ok(Wish {
        origin,
        origin_ref: fields.get("origin_ref").to_owned(),
        region: fields.get("region").to_owned(),
        kind,
        what: fields.get("what").to_owned(),
        place: fields.get("place").to_owned(),
    })
}

/// The filter of an address. A value that is not known filters nothing, as in an address that
/// somebody shortened.
pub(super) fn filter(fields: &Fields) -> LeadFilter {
    let region = fields.get("region").trim();
    LeadFilter {
        stage: LeadStage::from_word(fields.get("stage")),
        origin: LeadOrigin::from_word(fields.get("origin")),
        kind: LeadKind::from_word(fields.get("kind")),
        region: (!region.is_empty()).then(|| region.to_owned()),
        call: fields.get("call").parse().ok().map(CallId),
        has_picture: match fields.get("picture") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        words: grams::search(fields.get("q")),
    }
}

/// Which screen an address means.
pub(super) fn turn(fields: &Fields) -> PageTurn {
    let lead = |name| fields.get(name).parse().ok().map(LeadId);
    match (lead("older"), lead("newer")) {
        (Some(lead), _) => PageTurn::OlderThan(lead),
        (None, Some(lead)) => PageTurn::NewerThan(lead),
        (None, None) => PageTurn::Newest,
    }
}

/// The names of filters in an address, in the order of the form.
pub(super) const FILTERS: [&str; 7] = ["q", "stage", "origin", "kind", "region", "call", "picture"];

/// The filters as they stand in an address, without the screen.
pub(super) fn address(fields: &Fields) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    for name in FILTERS {
        let value = fields.get(name);
        if !value.is_empty() {
            out.append_pair(name, value);
        }
    }
    out.finish()
}
