//! A lead at the clerk's desk: the request, the leads it is linked with, and its likely duplicates.

use maud::{Markup, html};

use super::list_view::{short, stage};
use super::triage_acts::{acts, undo};
use crate::kit::{self, Frame};
use crate::path;
use domain::id::LeadId;
use domain::leads::act::LeadAct;
use domain::leads::{Lead, LeadState};
use domain::picture::{PictureName, PictureSize};
use service::leads::triage::LeadView;
use text::say;
use text::{Words, format};

/// The page of a lead.
pub(super) fn lead(frame: &Frame<'_>, view: &LeadView) -> Markup {
    let words = frame.words;
    let lead = &view.lead;
    let title = say!(words, "lead-number", number = lead.id.0);
    let content = html! {
        p.crumbs { a href=(path::leads(lead.congress, lead.year)) { (say!(words, "leads-title", year = i64::from(lead.year))) } }
        h1 { (title) " " (stage(words, lead)) }
        (kit::error_summary(words, frame.problems))
        section.card {
            p.typed.lead { bdi { (lead.wish.what) } }
            (facts(words, view))
            (photos(words, view))
            @if view.has_contact {
                form method="post" action=(path::contact(lead.id)) {
                    (kit::token_field(frame.token))
                    p.quiet { (say!(words, "contact-kept")) }
                    button.button.plain.small { (say!(words, "contact-see")) }
                }
            }
        }
        (standing(frame, view))
        (links(frame, view))
        @if !view.alike.is_empty() { (alike(frame, view)) }
        (acts(words, view, frame.token, frame.typed, frame.problems))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn facts(words: Words, view: &LeadView) -> Markup {
    let (lead, wish) = (&view.lead, &view.lead.wish);
    html! {
        dl.particulars {
            dt { (say!(words, "lead-origin-label")) }
            dd { (words.say_named("lead-origin", wish.origin.word(), &[]))
                @if !wish.origin_ref.is_empty() { " " bdi { (wish.origin_ref) } } }
            @if let Some(number) = &view.number { dt { (say!(words, "lead-book-number")) } dd { bdi { (number) } } }
            dt { (say!(words, "lead-kind-label")) } dd { (words.say_named("lead-kind", wish.kind.word(), &[])) }
            dt { (say!(words, "lead-region")) } dd { bdi { (wish.region) } }
            @if !wish.place.is_empty() { dt { (say!(words, "lead-place")) } dd { bdi { (wish.place) } } }
            dt { (say!(words, "lead-received-at")) } dd.num { (format::date_time(lead.received_at)) }
            @if let Some(call) = &view.call {
                dt { (say!(words, "lead-call")) } dd { a href=(path::call(call.id)) { bdi { (call.text.title) } } }
            }
            @if let Some(receipt) = &lead.receipt {
                dt { (say!(words, "receipt-label")) }
                dd { bdi.num dir="ltr" { (receipt.grouped()) } " "
                    a href=(path::followed(receipt.digits())) { (say!(words, "lead-receipt-print")) } }
            }
        }
    }
}

fn photos(words: Words, view: &LeadView) -> Markup {
    let lead = view.lead.id;
    html! {
        div.photos {
            @for picture in &view.pictures {
                @let name = |size| PictureName { id: picture.id, size };
                a href=(path::lead_picture(lead, name(PictureSize::Large))) {
                    img src=(path::lead_picture(lead, name(PictureSize::Small))) loading="lazy"
                        alt=(say!(words, "lead-picture-alt").text);
                }
            }
        }
    }
}

/// What was decided, with the way to take it back.
fn standing(frame: &Frame<'_>, view: &LeadView) -> Markup {
    let words = frame.words;
    let id = view.lead.id;
    html! {
        @match &view.lead.state {
            LeadState::Received => {},
            LeadState::Merged { .. } => {
                section.card {
                    @if let Some(head) = &view.head { p { (say!(words, "lead-is-merged")) " " (linked(head)) } }
                    (undo(words, id, LeadAct::UndoMerge, frame.token))
                }
            }
            LeadState::TakenUp { .. } => {
                section.card {
                    @if let Some(project) = &view.project {
                        p { (say!(words, "lead-is-taken-up")) " "
                            a href=(path::manage_project(project.id)) { bdi { (project.sheet.code) " " (project.sheet.name) } } }
                    }
                    (undo(words, id, LeadAct::Reconsider, frame.token))
                }
            }
            LeadState::Declined { reason } => {
                section.card {
                    p { (say!(words, "fate-declined")) " " bdi.typed { (reason) } }
                    (undo(words, id, LeadAct::Reconsider, frame.token))
                }
            }
            LeadState::HandedOver { to } => {
                section.card {
                    p { (say!(words, "fate-handed-over")) " " bdi { (to) } }
                    (undo(words, id, LeadAct::Reconsider, frame.token))
                }
            }
        }
    }
}

/// Whose wishes it carries, its whole and its parts.
fn links(frame: &Frame<'_>, view: &LeadView) -> Markup {
    let words = frame.words;
    let is_part_to_take_back = view.whole.is_some() && view.lead.state == LeadState::Received;
    html! {
        @if !view.carried.is_empty() {
            section.card {
                h2 { (say!(words, "lead-carried", leads = view.carried.len())) }
                ul.list { @for one in &view.carried {
                    li { (linked(one)) " " span.quiet { (words.say_named("lead-origin", one.wish.origin.word(), &[])) } }
                } }
            }
        }
        @if let Some(whole) = &view.whole {
            section.card {
                p { (say!(words, "lead-is-part")) " " (linked(whole)) }
                @if is_part_to_take_back { (undo(words, view.lead.id, LeadAct::UndoSplit, frame.token)) }
            }
        }
        @if !view.parts.is_empty() {
            section.card {
                h2 { (say!(words, "lead-parts")) }
                ul.list { @for one in &view.parts { li { (linked(one)) " " (stage(words, one)) } } }
            }
        }
    }
}

fn linked(lead: &Lead) -> Markup {
    html! {
        a href=(path::lead(lead.id)) { span.no { (lead.id) } " " bdi { (short(&lead.wish.what)) } }
    }
}

/// Likely duplicates beside the lead itself, each with its button.
fn alike(frame: &Frame<'_>, view: &LeadView) -> Markup {
    let words = frame.words;
    let may_merge = view.lead.state == LeadState::Received;
    html! {
        section.card.warned {
            h2 { (say!(words, "lead-alike")) }
            div.pairs {
                div.pair { p.quiet { (say!(words, "lead-this")) } p.typed { bdi { (view.lead.wish.what) } }
                    p.quiet { bdi { (view.lead.wish.region) " " (view.lead.wish.place) } } }
                @for (other, like) in &view.alike {
                    div.pair {
                        p.quiet { a href=(path::lead(other.id)) { (say!(words, "lead-number", number = other.id.0)) } " "
                            (say!(words, "lead-likeness", percent = i64::from(*like))) " " (stage(words, other)) }
                        p.typed { bdi { (other.wish.what) } }
                        p.quiet { bdi { (other.wish.region) " " (other.wish.place) } " · "
                            (words.say_named("lead-origin", other.wish.origin.word(), &[])) }
                        @if may_merge && !matches!(other.state, LeadState::Merged { .. }) {
                            form method="post" action=(path::lead_act(view.lead.id, LeadAct::Merge.word())) {
                                (kit::token_field(frame.token))
                                input type="hidden" name="into" value=(other.id);
                                button.button.plain.small { (say!(words, "lead-merge-into", number = other.id.0)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The contact, in the answer to asking for it.
pub(super) fn contact(frame: &Frame<'_>, lead: LeadId, contact: &str) -> Markup {
    let words = frame.words;
    let title = say!(words, "contact-title");
    let content = html! {
        p.crumbs { a href=(path::lead(lead)) { (say!(words, "lead-number", number = lead.0)) } }
        h1 { (title) }
        p.lead { bdi { (contact) } }
        p.quiet { (say!(words, "contact-noted")) }
        p { a.button.plain href=(path::lead(lead)) { (say!(words, "lead-back")) } }
    };
    kit::office_page(frame, &title.text, &content)
}
