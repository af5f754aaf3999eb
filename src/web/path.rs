//! Every address of the product. Patterns are constants for the route table, addresses are
//! functions for links and redirects; no other file spells a path.

use crate::domain::id::{CongressId, NoticeId, PollId, ProjectId, RoundId, SessionId, SittingId};

/// The prefecture's home.
pub const HOME: &str = "/";
/// A congress's page.
pub const CONGRESS: &str = "/regions/{slug}";
/// A session's public page.
pub const SESSION: &str = "/sessions/{session}";
/// A poll's published result.
pub const RESULT: &str = "/polls/{poll}";
/// A notice.
pub const NOTICE: &str = "/notices/{notice}";
/// How voting works and what is promised.
pub const ABOUT: &str = "/about";
/// Sets language and text size.
pub const LANGUAGE: &str = "/language";
/// Style, scripts and icons under hashed names.
pub const ASSET: &str = "/assets/{name}";
/// For the service manager and proxies.
pub const HEALTH: &str = "/healthz";

/// A slip's address.
pub const SLIP: &str = "/b/{code}";
/// Typing a code.
pub const CODE: &str = "/ballot";
/// The ballot.
pub const BALLOT: &str = "/ballot/{poll}";
/// Checking it.
pub const REVIEW: &str = "/ballot/{poll}/review";
/// Casting it.
pub const CAST: &str = "/ballot/{poll}/cast";
/// It is in the box.
pub const DONE: &str = "/ballot/{poll}/done";

/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Signing out.
pub const SIGN_OUT: &str = "/sign-out";
/// The year's task list.
pub const MANAGE: &str = "/manage";
/// Changing one's password.
pub const PASSWORD: &str = "/manage/password";
/// A new session.
pub const NEW_SESSION: &str = "/manage/congresses/{congress}/sessions/new";
/// A congress's library of a year.
pub const LIBRARY: &str = "/manage/congresses/{congress}/projects/{year}";
/// Making a project a candidate.
pub const CANDIDACY: &str = "/manage/projects/{project}/candidate";
/// A session for its officers.
pub const MANAGE_SESSION: &str = "/manage/sessions/{session}";
/// A new poll.
pub const NEW_POLL: &str = "/manage/sessions/{session}/polls/new";
/// A sitting's roll.
pub const ROLL: &str = "/manage/sittings/{sitting}/roll";
/// An act on a sitting.
pub const SITTING_ACT: &str = "/manage/sittings/{sitting}/{act}";
/// A sitting's slips.
pub const SLIPS: &str = "/manage/sittings/{sitting}/slips";
/// Handing slips out.
pub const ISSUE_SLIPS: &str = "/manage/sittings/{sitting}/slips/issue";
/// Cancelling left-over slips.
pub const CANCEL_SLIPS: &str = "/manage/sittings/{sitting}/slips/cancel";
/// A poll's run-sheet.
pub const MANAGE_POLL: &str = "/manage/polls/{poll}";
/// Its rules.
pub const RULES: &str = "/manage/polls/{poll}/rules";
/// Accepting the lint's warnings.
pub const WARNINGS: &str = "/manage/polls/{poll}/rules/accept";
/// Noting that the sitting adopted the rules.
pub const ADOPT: &str = "/manage/polls/{poll}/rules/adopt";
/// Its slate.
pub const SLATE: &str = "/manage/polls/{poll}/slate";
/// Publishing.
pub const PUBLISH: &str = "/manage/polls/{poll}/publish";
/// The live numbers of a round.
pub const LIVE: &str = "/manage/rounds/{round}/live";
/// An act on a round.
pub const ROUND_ACT: &str = "/manage/rounds/{round}/{act}";
/// Where the counting pages begin.
pub const COUNT_ROOT: &str = "/count";
/// The outcome for officers.
pub const COUNT: &str = "/count/{poll}";
/// What the presidium decided about a tie.
pub const PRESIDIUM: &str = "/count/rounds/{round}/presidium";
/// The certified statement.
pub const STATEMENT: &str = "/count/{poll}/statement";

/// See [`CONGRESS`].
#[must_use]
pub fn congress(slug: &str) -> String {
    format!("/regions/{slug}")
}

/// See [`SESSION`].
#[must_use]
pub fn session(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// See [`RESULT`].
#[must_use]
pub fn result(id: PollId) -> String {
    format!("/polls/{id}")
}

/// See [`NOTICE`].
#[must_use]
pub fn notice(id: NoticeId) -> String {
    format!("/notices/{id}")
}

/// See [`ASSET`].
#[must_use]
pub fn asset(name: &str) -> String {
    format!("/assets/{name}")
}

/// See [`SLIP`].
#[must_use]
pub fn slip(code: &str) -> String {
    format!("/b/{code}")
}

/// See [`BALLOT`].
#[must_use]
pub fn ballot(poll: PollId) -> String {
    format!("/ballot/{poll}")
}

/// See [`REVIEW`].
#[must_use]
pub fn review(poll: PollId) -> String {
    format!("/ballot/{poll}/review")
}

/// See [`CAST`].
#[must_use]
pub fn cast(poll: PollId) -> String {
    format!("/ballot/{poll}/cast")
}

/// See [`DONE`].
#[must_use]
pub fn done(poll: PollId) -> String {
    format!("/ballot/{poll}/done")
}

/// See [`NEW_SESSION`].
#[must_use]
pub fn new_session(id: CongressId) -> String {
    format!("/manage/congresses/{id}/sessions/new")
}

/// See [`LIBRARY`].
#[must_use]
pub fn library(id: CongressId, year: i16) -> String {
    format!("/manage/congresses/{id}/projects/{year}")
}

/// See [`CANDIDACY`].
#[must_use]
pub fn candidacy(id: ProjectId) -> String {
    format!("/manage/projects/{id}/candidate")
}

/// See [`MANAGE_SESSION`].
#[must_use]
pub fn manage_session(id: SessionId) -> String {
    format!("/manage/sessions/{id}")
}

/// See [`NEW_POLL`].
#[must_use]
pub fn new_poll(id: SessionId) -> String {
    format!("/manage/sessions/{id}/polls/new")
}

/// See [`ROLL`].
#[must_use]
pub fn roll(id: SittingId) -> String {
    format!("/manage/sittings/{id}/roll")
}

/// See [`SITTING_ACT`].
#[must_use]
pub fn sitting_act(id: SittingId, act: &str) -> String {
    format!("/manage/sittings/{id}/{act}")
}

/// See [`SLIPS`].
#[must_use]
pub fn slips(id: SittingId) -> String {
    format!("/manage/sittings/{id}/slips")
}

/// See [`ISSUE_SLIPS`].
#[must_use]
pub fn issue_slips(id: SittingId) -> String {
    format!("/manage/sittings/{id}/slips/issue")
}

/// See [`CANCEL_SLIPS`].
#[must_use]
pub fn cancel_slips(id: SittingId) -> String {
    format!("/manage/sittings/{id}/slips/cancel")
}

/// See [`MANAGE_POLL`].
#[must_use]
pub fn manage_poll(id: PollId) -> String {
    format!("/manage/polls/{id}")
}

/// See [`RULES`].
#[must_use]
pub fn rules(id: PollId) -> String {
    format!("/manage/polls/{id}/rules")
}

/// See [`WARNINGS`].
#[must_use]
pub fn warnings(id: PollId) -> String {
    format!("/manage/polls/{id}/rules/accept")
}

/// See [`ADOPT`].
#[must_use]
pub fn adopt(id: PollId) -> String {
    format!("/manage/polls/{id}/rules/adopt")
}

/// See [`SLATE`].
#[must_use]
pub fn slate(id: PollId) -> String {
    format!("/manage/polls/{id}/slate")
}

/// See [`PUBLISH`].
#[must_use]
pub fn publish(id: PollId) -> String {
    format!("/manage/polls/{id}/publish")
}

/// See [`LIVE`].
#[must_use]
pub fn live(id: RoundId) -> String {
    format!("/manage/rounds/{id}/live")
}

/// See [`ROUND_ACT`].
#[must_use]
pub fn round_act(id: RoundId, act: &str) -> String {
    format!("/manage/rounds/{id}/{act}")
}

/// See [`PRESIDIUM`].
#[must_use]
pub fn presidium(id: RoundId) -> String {
    format!("/count/rounds/{id}/presidium")
}

/// See [`COUNT`].
#[must_use]
pub fn count(id: PollId) -> String {
    format!("/count/{id}")
}

/// See [`STATEMENT`].
#[must_use]
pub fn statement(id: PollId) -> String {
    format!("/count/{id}/statement")
}

/// The sign-in page that leads back to a page of this site.
#[must_use]
pub fn sign_in(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{SIGN_IN}?next={next}")
}

/// A path of this site and nothing else: never another host, however it is written.
#[must_use]
pub fn local(next: &str) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_graphic() && c != '\\';
    let starts_well = next.starts_with('/') && !next.starts_with("//");
    (starts_well && next.chars().all(is_plain)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_way_back_never_leaves_the_site() {
        assert_eq!(local("/manage/polls/1?x=2"), Some("/manage/polls/1?x=2"));
        for next in [
            "//evil",
            "https:evil",
            "\\\\evil",
            "/\\evil",
            "evil",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(local(next), None, "{next:?}");
        }
    }
}
