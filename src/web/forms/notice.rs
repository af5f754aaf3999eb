//! The public notice (公告) after GB/T 9704, in the words of its page.

use super::head::head;
use crate::kit;
use crate::public::{chosen, corrected, grade_line, graded, selects_by};
use machine::clock;
use paper::{FormBody, NoticeForm, PrintedForm};
use service::poll::overview::{NoticeView, ResultView};
use text::say;
use text::{Language, Words, format};

/// What the notice says before the list: how it was chosen, or that it was graded.
fn opening(words: Words, result: &ResultView, session: &str, is_selection: bool) -> String {
    let (session, body) = (session.to_owned(), result.session.body.word());
    if is_selection {
        let how = selects_by(result);
        say!(
            words,
            "notice-text",
            session = session,
            body = body,
            how = how
        )
        .text
    } else {
        say!(words, "notice-grades", session = session, body = body).text
    }
}

/// The notice as its page has it.
pub(super) fn notice(view: &NoticeView, is_demo: bool) -> PrintedForm {
    let words = Words::of(Language::ZhHans);
    let result = &view.result;
    let body = result.session.body.word();
    let session = kit::session_name(words, &result.congress.name, &result.session).text;
    let at = jiff::Timestamp::from_millisecond(view.notice.published_at);
    let date = at
        .map(clock::day)
        .map(|day| format::date(Language::ZhHans, day));
    let number = say!(words, "notice-number", number = view.notice.number).text;
    let title = say!(
        words,
        "paper-notice-title",
        poll = result.poll.title.clone()
    )
    .text;
    let grades: Vec<String> = graded(result)
        .into_iter()
        .map(|(name, line)| grade_line(words, &name, line).text)
        .collect();
    let digest = result.statements.iter();
    let digest = digest
        .filter(|statement| statement.id == view.notice.statement)
        .map(|statement| {
            format!(
                "{} {}",
                say!(words, "statement-hash"),
                statement.digest.short()
            )
        })
        .next();
    PrintedForm {
        head: head(
            words,
            title,
            session.clone(),
            digest.unwrap_or_default(),
            is_demo,
        ),
        body: FormBody::Notice(NoticeForm {
            issuer: say!(
                words,
                "notice-title",
                congress = result.congress.name.clone(),
                body = body
            )
            .text,
            number,
            paragraphs: corrected(words, view)
                .into_iter()
                .chain([opening(words, result, &session, grades.is_empty())])
                .collect(),
            items: chosen(result).into_iter().chain(grades).collect(),
            end: say!(words, "notice-end").text,
            signature: say!(
                words,
                "notice-issuer",
                session = session,
                congress = result.congress.name.clone(),
                body = body
            )
            .text,
            date: date.unwrap_or_default(),
            seal: say!(words, "paper-seal").text,
        }),
    }
}
