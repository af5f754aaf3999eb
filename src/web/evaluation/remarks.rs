//! The remarks of an evaluation, and taking one out that points at a person.

use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use crate::at_desk::{Answer, StaffDesk};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::PathPiece;
use domain::ballot::LineNo;
use domain::ballot::remark::OpenedRemark;
use domain::id::PollId;
use service::ServiceError;
use service::voting::remarks::{LineRemarks, RemarksView};
use text::say;

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let got = desk.service.list_remarks(&desk.actor, poll).await;
    let view = desk.or_page(got)?;
    Ok(page(&desk.frame(), &view).into_response())
}

pub(crate) async fn take_out(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let key = u128::from_str_radix(desk.get("remark"), 16).ok();
    let line = desk.get("line").parse().ok().map(LineNo);
    let done = match (line, key) {
        (Some(line), Some(key)) => {
            let key = key.to_be_bytes();
            desk.service
                .take_out_remark(&desk.actor, poll, line, key)
                .await
        }
        (None, _) | (_, None) => Err(ServiceError::NotFound("remark")),
    };
    desk.or_page(done)?;
    Ok(Redirect::to(&path::remarks(poll)).into_response())
}

fn page(frame: &Frame<'_>, view: &RemarksView) -> Markup {
    let words = frame.words;
    let title = say!(words, "remarks");
    let congress = view.congress.id;
    let content = html! {
        p.crumbs { a href=(path::evaluations(congress)) { (say!(words, "evaluations")) } }
        h1 { (title) }
        p { bdi lang="zh-Hans" { (view.poll.title) } }
        @if !view.were_asked { p { (say!(words, "remarks-not-asked")) } }
        @else if view.lines.is_empty() { p { (say!(words, "remarks-not-certified")) } }
        @else {
            p.hint { (say!(words, "remarks-about"))
                @if view.may_take_out { " " (say!(words, "remark-take-out-hint")) } }
            @for one in &view.lines { (line(frame, view, one)) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn line(frame: &Frame<'_>, view: &RemarksView, one: &LineRemarks) -> Markup {
    let words = frame.words;
    html! {
        section.card {
            h2 { span.no { (one.line.line_no) } " " bdi lang="zh-Hans" { (one.line.name) } }
            @if one.remarks.is_empty() { p.quiet { (say!(words, "remarks-too-few")) } }
            @else {
                ul.list { @for remark in &one.remarks {
                    li.remark {
                        p { bdi { (remark.text) } }
                        @if view.may_take_out { (take_out_form(frame, view.poll.id, remark)) }
                    }
                } }
            }
        }
    }
}

fn take_out_form(frame: &Frame<'_>, poll: PollId, remark: &OpenedRemark) -> Markup {
    let words = frame.words;
    let key = format!("{:032x}", u128::from_be_bytes(remark.key));
    html! {
        form method="post" action=(path::remarks(poll)) {
            (kit::token_field(frame.token))
            input type="hidden" name="line" value=(remark.line);
            input type="hidden" name="remark" value=(key);
            button.link { (say!(words, "remark-take-out")) span.sr { " " (remark.text) } }
        }
    }
}
