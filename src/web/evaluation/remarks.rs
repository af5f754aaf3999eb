//! The remarks of an evaluation, and taking one out that points at a person.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::error::Failure;
use crate::form::StaffForm;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::ballot::LineNo;
use domain::ballot::remark::OpenedRemark;
use domain::id::PollId;
use service::ServiceError;
use service::voting::remarks::{LineRemarks, RemarksView};
use text::Words;
use text::say;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let got = app.service.list_remarks(&staff.actor, poll).await;
    let view = staff.visitor.or_page(got)?;
    Ok(page(&Frame::office(&staff), &view, &staff.token).into_response())
}

pub(crate) async fn take_out(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let key = u128::from_str_radix(fields.get("remark"), 16).ok();
    let line = fields.get("line").parse().ok().map(LineNo);
    let done = match (line, key) {
        (Some(line), Some(key)) => {
            let key = key.to_be_bytes();
            app.service
                .take_out_remark(&staff.actor, poll, line, key)
                .await
        }
        (None, _) | (_, None) => Err(ServiceError::NotFound("remark")),
    };
    staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::remarks(poll)).into_response())
}

fn page(frame: &Frame<'_>, view: &RemarksView, token: &str) -> Markup {
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
            @for one in &view.lines { (line(words, view, one, token)) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn line(words: Words, view: &RemarksView, one: &LineRemarks, token: &str) -> Markup {
    html! {
        section.card {
            h2 { span.no { (one.line.line_no) } " " bdi lang="zh-Hans" { (one.line.name) } }
            @if one.remarks.is_empty() { p.quiet { (say!(words, "remarks-too-few")) } }
            @else {
                ul.list { @for remark in &one.remarks {
                    li.remark {
                        p { bdi { (remark.text) } }
                        @if view.may_take_out { (take_out_form(words, view.poll.id, remark, token)) }
                    }
                } }
            }
        }
    }
}

fn take_out_form(words: Words, poll: PollId, remark: &OpenedRemark, token: &str) -> Markup {
    let key = format!("{:032x}", u128::from_be_bytes(remark.key));
    html! {
        form method="post" action=(path::remarks(poll)) {
            (kit::token_field(token))
            input type="hidden" name="line" value=(remark.line);
            input type="hidden" name="remark" value=(key);
            button.link { (say!(words, "remark-take-out")) span.sr { " " (remark.text) } }
        }
    }
}
