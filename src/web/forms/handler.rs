//! The page of a poll's forms, and each form as PDF.

use axum::extract::State;
use axum::response::IntoResponse;

use super::head::FormContext;
use super::{ballot, day, notice, pdf, sign_in, statement, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::query::Query;
use crate::visitor::{App, PathPiece, TwoPathPieces, Visitor};
use domain::id::{NoticeId, PollId, SittingId};
use domain::library::translation::TranslationLanguage;
use domain::publish::official_form::OfficialForm;
use paper::PrintedForm;
use service::ServiceError;

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    Ok(view::forms(&desk.frame(), &found).into_response())
}

pub(crate) async fn print(
    TwoPathPieces(poll, form): TwoPathPieces<PollId, String>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    let Some(form) = OfficialForm::from_word(&form) else {
        return Err(desk.no_such_page());
    };
    let number = match query.get("round") {
        "" => None,
        typed => match typed.parse() {
            Ok(number) => Some(number),
            Err(_) => return Err(desk.no_such_page()),
        },
    };
    let found = desk.service.get_form_facts(&desk.actor, poll, form, number);
    let found = desk.or_page(found.await)?;
    let telling = FormContext::new(&found, desk.visitor.place.is_demo);
    let changed = &telling.round.changed;
    if !changed.is_empty() {
        // Nobody signs a paper with numbers that are not as they were fixed.
        let refused = ServiceError::Refused(changed.clone());
        return Err(desk.visitor.fail(refused));
    }
    let told = desk.or_page(tell(&telling, form))?;
    pdf(&desk.app, &desk.visitor, form.word(), told).await
}

fn tell(telling: &FormContext<'_>, form: OfficialForm) -> Result<PrintedForm, ServiceError> {
    Ok(match form {
        OfficialForm::Ballot => ballot::ballot(telling),
        OfficialForm::KazakhSheet => ballot::parallel(telling, TranslationLanguage::KkArab),
        OfficialForm::UyghurSheet => ballot::parallel(telling, TranslationLanguage::Ug),
        OfficialForm::Booklet => day::booklet(telling),
        OfficialForm::Rules => day::rules_in_brief(telling),
        OfficialForm::ZeroReport => day::zero_report(telling),
        OfficialForm::KeyCards => day::key_cards(telling)?,
        OfficialForm::TallySheet => day::tally_sheet(telling),
        OfficialForm::Account => day::account(telling),
        OfficialForm::OpeningSheet => day::opening_sheet(telling),
        OfficialForm::Statement => statement::statement(telling),
        OfficialForm::SealLabels => day::seal_labels(telling),
    })
}

pub(crate) async fn print_sign_in(
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.service.get_sign_in_sheet(&desk.actor, sitting).await;
    let found = desk.or_page(found)?;
    let form = sign_in::sign_in(&found, desk.visitor.place.is_demo);
    pdf(&desk.app, &desk.visitor, "sign-in", form).await
}

pub(crate) async fn print_notice(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(id): PathPiece<NoticeId>,
) -> Answer {
    let found = visitor.or_page(app.service.get_notice(id).await)?;
    let changed = found.result.changed.clone();
    if !changed.is_empty() {
        return Err(visitor.fail(ServiceError::Refused(changed)));
    }
    let form = notice::notice(&found, visitor.place.is_demo);
    pdf(&app, &visitor, "notice", form).await
}
