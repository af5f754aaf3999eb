//! What exactly an act of two would do, as whoever confirms it reads it, and the digest of that.

use super::press::PendingAct;
use crate::ServiceError;
use crate::installation::keys::digest;
use crate::round::context::RoundContext;
use crate::round::fixed;
use crate::round::outcome::outcome;
use crate::round::presidium::PresidiumDecision;
use crate::round::turnout::turnout;
use crate::sitting::acting_officers::numbered;
use domain::act_of_two::ActOfTwo;
use domain::audit::broken_log::{Acceptance, LogGap};
use domain::digest::Digest;
use domain::id::{DeputyId, ListId, OfficerId, PollId, RoundId, SittingId};
use domain::poll::RoundLine;
use domain::round::RoundAct;
use domain::round::holding::KeyHolding;
use domain::statement::correction::Correction;
use domain::voting::slip_order::SlipOrder;
use store::ReadTx;
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::{ActRequest, RequestSubject};
use store::library::projects;
use store::poll::{candidate_lists, polls};
use store::round::rounds;
use store::sitting::{attendances, officers, sessions};
use store::statement::statements;

/// One fact of what would be done: a message's key and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActFact {
    pub key: &'static str,
    pub facts: Vec<(&'static str, String)>,
}

/// What waits under an act, with what exactly would be done.
pub(crate) fn shown_on(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: RequestSubject,
) -> Result<Option<(PendingAct, Vec<ActFact>)>, ServiceError> {
    let word = act.word();
    let Some(request) = act_requests::find(tx, subject, &word)? else {
        return Ok(None);
    };
    let shown = shown(tx, act, subject, &request)?;
    let seen = digest_over(subject, &request, &shown);
    Ok(Some((PendingAct::of(request, seen), shown)))
}

/// Over one line a fact, in the order in which they are shown.
fn digest_over(subject: RequestSubject, asked: &ActRequest, shown: &[ActFact]) -> Digest {
    let (kind, id) = subject.words();
    let (by, at) = (asked.asked_by, asked.asked_at);
    let mut text = format!("{kind}/{id}\t{}\t{by}\t{at}\t{}\n", asked.act, asked.reason);
    for one in shown {
        text.push_str(one.key);
        for (name, value) in &one.facts {
            text.push_str(&format!("\t{name}={value}"));
        }
        text.push('\n');
    }
    digest(text.as_bytes())
}

fn fact(key: &'static str, facts: Vec<(&'static str, String)>) -> ActFact {
    ActFact { key, facts }
}

fn names(lines: &[&RoundLine]) -> Vec<ActFact> {
    lines
        .iter()
        .map(|line| {
            let number = ("number", line.line_no.to_string());
            fact("line", vec![number, ("name", line.name.clone())])
        })
        .collect()
}

/// What exactly would be done.
fn shown(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: RequestSubject,
    asked: &ActRequest,
) -> Result<Vec<ActFact>, ServiceError> {
    let id = subject.words().1;
    let reason = || because(asked);
    Ok(match act {
        ActOfTwo::Round(act) => shown_of_round(tx, RoundId(id), act, asked)?,
        ActOfTwo::EnterPapers => vec![fact("papers", Vec::new())],
        ActOfTwo::DecideByPresidium => {
            let lines = rounds::list_lines(tx, RoundId(id))?;
            let decision = PresidiumDecision::read(&asked.reason);
            let decision = decision.ok_or(ServiceError::NotFound("decision"))?;
            let chosen =
                |line: &&RoundLine| decision.chosen.iter().any(|one| one.0 == line.line_no);
            let chosen: Vec<&RoundLine> = lines.iter().filter(chosen).collect();
            let mut shown = names(&chosen);
            shown.push(fact("reason", vec![("reason", decision.reason)]));
            shown
        }
        ActOfTwo::Publish => match statements::list(tx, PollId(id))?.pop() {
            Some(newest) => {
                let version = ("version", newest.version.to_string());
                vec![fact(
                    "statement",
                    vec![version, ("digest", newest.digest.short())],
                )]
            }
            None => Vec::new(),
        },
        ActOfTwo::Correct => shown_of_correction(asked),
        ActOfTwo::ReviseList => {
            let mut shown = Vec::new();
            for (number, project) in (1..).zip(candidate_lists::list_proposed(tx, ListId(id))?) {
                let number: u32 = number;
                let name = projects::get(tx, project)?.sheet.name;
                shown.push(fact(
                    "line",
                    vec![("number", number.to_string()), ("name", name)],
                ));
            }
            shown.extend(reason());
            shown
        }
        ActOfTwo::ClearPin => vec![of_officer(tx, OfficerId(id))?],
        ActOfTwo::AdoptOfficers
        | ActOfTwo::GiveOfficerSlips
        | ActOfTwo::PrintSlips
        | ActOfTwo::Arrive(_)
        | ActOfTwo::Leave(_)
        | ActOfTwo::Closing(_) => shown_of_sitting(tx, act, SittingId(id), asked)?,
        ActOfTwo::AcceptLog => {
            let accepted = Acceptance::read(&asked.reason);
            let accepted = accepted.ok_or(ServiceError::NotFound("break"))?;
            let mut shown: Vec<ActFact> = accepted.gaps.iter().map(of_gap).collect();
            shown.push(fact("reason", vec![("reason", accepted.reason)]));
            shown
        }
        ActOfTwo::WithdrawPoll => {
            let title = ("poll", polls::get(tx, PollId(id))?.title);
            let mut shown = vec![fact("poll", vec![title])];
            shown.extend(reason());
            shown
        }
    })
}

fn of_gap(gap: &LogGap) -> ActFact {
    let line = ("line", gap.found.line.to_string());
    fact(
        "log-gap",
        vec![("kind", gap.found.kind.word().to_owned()), line],
    )
}

/// The reason that was given, if one was.
fn because(asked: &ActRequest) -> Vec<ActFact> {
    let told = vec![("reason", asked.reason.clone())];
    if asked.reason.is_empty() {
        Vec::new()
    } else {
        vec![fact("reason", told)]
    }
}

/// What exactly would be done at a sitting.
fn shown_of_sitting(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    id: SittingId,
    asked: &ActRequest,
) -> Result<Vec<ActFact>, ServiceError> {
    Ok(match act {
        ActOfTwo::AdoptOfficers => {
            let session = sessions::get_sitting(tx, id)?.session;
            let proposed = officers::list(tx, session)?.into_iter();
            let proposed = proposed.filter(|one| one.adopted_on.is_none());
            proposed
                .map(|one| officer_fact(one.post.word(), one.name))
                .collect()
        }
        ActOfTwo::GiveOfficerSlips => {
            let chosen = numbered(&asked.reason).into_iter();
            chosen
                .map(|id| of_officer(tx, id))
                .collect::<Result<_, _>>()?
        }
        ActOfTwo::PrintSlips => match SlipOrder::read(&asked.reason) {
            Some(order) => {
                let told = vec![fact("slips", vec![("slips", order.slips.to_string())])];
                let reason = fact("reason", vec![("reason", order.reason)]);
                let lost = order.instead_of.map(|lost| ("number", lost.to_string()));
                let lost = lost.map(|lost| fact("lost-print", vec![lost]));
                told.into_iter().chain(lost).chain([reason]).collect()
            }
            None => Vec::new(),
        },
        ActOfTwo::Arrive(deputy) | ActOfTwo::Leave(deputy) => {
            let mut shown = vec![of_deputy(tx, id, deputy)?];
            shown.extend(because(asked));
            shown
        }
        ActOfTwo::Closing(_) => {
            let sitting = sessions::get_sitting(tx, id)?;
            let number = ("number", sitting.number.to_string());
            let mut shown = vec![fact("sitting", vec![number])];
            for round in rounds::list_at(tx, sitting.id)? {
                let poll = ("poll", polls::get(tx, round.poll)?.title);
                let number = ("number", round.number.to_string());
                shown.push(fact("held-round", vec![poll, number]));
            }
            shown.extend(because(asked));
            shown
        }
        ActOfTwo::Round(_)
        | ActOfTwo::EnterPapers
        | ActOfTwo::DecideByPresidium
        | ActOfTwo::Publish
        | ActOfTwo::Correct
        | ActOfTwo::WithdrawPoll
        | ActOfTwo::AcceptLog
        | ActOfTwo::ReviseList
        | ActOfTwo::ClearPin => Vec::new(),
    })
}

/// Before and after of what would be corrected, and why.
fn shown_of_correction(asked: &ActRequest) -> Vec<ActFact> {
    let Some((correction, reason)) = Correction::of_request(&asked.reason) else {
        return Vec::new();
    };
    let text = |number: u32| number.to_string();
    let changes = match correction {
        Correction::PapersFound {
            round,
            papers,
            could_change,
            ..
        } => {
            let vote = if could_change.is_some() { "yes" } else { "no" };
            let facts = vec![
                ("round", text(round)),
                ("papers", text(papers)),
                ("vote", vote.to_owned()),
            ];
            fact("correction-papers", facts)
        }
        Correction::Name { before, after, .. } | Correction::OfficerName { before, after, .. } => {
            fact(
                "correction-name",
                vec![("before", before), ("after", after)],
            )
        }
    };
    vec![changes, fact("reason", vec![("reason", reason)])]
}

fn of_officer(tx: &ReadTx<'_>, id: OfficerId) -> Result<ActFact, ServiceError> {
    let officer = officers::get(tx, id)?;
    Ok(officer_fact(officer.post.word(), officer.name))
}

fn officer_fact(post: &str, name: String) -> ActFact {
    fact("officer", vec![("role", post.to_owned()), ("name", name)])
}

fn of_deputy(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
) -> Result<ActFact, ServiceError> {
    let (name, _) = attendances::get_member(tx, sitting, deputy)?;
    Ok(fact("deputy", vec![("name", name)]))
}

fn shown_of_round(
    tx: &ReadTx<'_>,
    id: RoundId,
    act: RoundAct,
    asked: &ActRequest,
) -> Result<Vec<ActFact>, ServiceError> {
    let place = RoundContext::of(tx, id)?;
    let round = &place.round;
    let lines = rounds::list_lines(tx, id)?;
    let mut shown = vec![fact("round", vec![("number", round.number.to_string())])];
    match act {
        RoundAct::Freeze => {
            shown.extend(names(&lines.iter().collect::<Vec<_>>()));
            let rules = digest(round.rules.as_bytes()).short();
            shown.push(fact("rules", vec![("digest", rules)]));
        }
        RoundAct::Seal | RoundAct::SealAgain => {
            shown.push(match KeyHolding::from_word(&asked.reason) {
                Some(KeyHolding::Server) | None => fact("held-server", Vec::new()),
                Some(holding) => {
                    let cards = ("cards", holding.cards().to_string());
                    fact(
                        "holding",
                        vec![cards, ("needed", holding.needed().to_string())],
                    )
                }
            });
        }
        RoundAct::OpenVote | RoundAct::CloseVote => {
            let issued = turnout(tx, round)?.issued();
            shown.push(fact("issued", vec![("issued", issued.to_string())]));
        }
        RoundAct::OpenBox => {
            let closed = round
                .box_digest
                .map_or_else(String::new, |box_| box_.short());
            shown.push(fact("box", vec![("digest", closed)]));
        }
        RoundAct::RecordCards => {
            shown.push(fact("destroyed", vec![("destroyed", asked.reason.clone())]));
        }
        RoundAct::Certify => {
            // A changed fact is told by the round, and stops the act: it must not take this page away.
            let outcome = fixed::told(outcome(tx, &place))?.unwrap_or_default();
            let is_chosen = |line: &&RoundLine| {
                let selected = outcome.as_ref().into_iter().flat_map(|one| one.selected());
                selected
                    .into_iter()
                    .any(|one| one.line_no.0 == line.line_no)
            };
            let selected: Vec<&RoundLine> = lines.iter().filter(is_chosen).collect();
            shown.extend(names(&selected));
            let closed = round
                .box_digest
                .map_or_else(String::new, |box_| box_.short());
            shown.push(fact("box", vec![("digest", closed)]));
        }
        RoundAct::Void => {
            shown.push(fact("reason", vec![("reason", asked.reason.clone())]));
        }
        RoundAct::StartIssuing
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::ConfirmAccount
        | RoundAct::Count => {}
    }
    Ok(shown)
}
