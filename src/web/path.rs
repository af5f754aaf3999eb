//! Addresses. A capability's stand in its `mod.rs`, each with who may ask and who answers; here all of them
//! come together for links and redirects, with what no one capability owns.

use domain::id::PollId;

pub use super::account::pages::*;
pub use super::appraisal::pages::*;
pub use super::audit_log::pages::*;
pub use super::backups::pages::*;
pub use super::ballot::pages::*;
pub use super::calls::pages::*;
pub use super::candidate_lists::pages::*;
pub use super::check_in::pages::*;
pub use super::count::pages::*;
pub use super::desk::pages::*;
pub use super::evaluation::pages::*;
pub use super::files::pages::*;
pub use super::followup::pages::*;
pub use super::forms::pages::*;
pub use super::hall::pages::*;
pub use super::hand_count::pages::*;
pub use super::kiosk::pages::*;
pub use super::leads::pages::*;
pub use super::library::pages::*;
pub use super::my::pages::*;
pub use super::officer::pages::*;
pub use super::officers::pages::*;
pub use super::people::pages::*;
pub use super::poll::drafting::*;
pub use super::poll::pages::*;
pub use super::public::pages::*;
pub use super::rating::pages::*;
pub use super::rehearsal::pages::*;
pub use super::reminder::pages::*;
pub use super::review::pages::*;
pub use super::sealed_box::pages::*;
pub use super::sign_in::pages::*;
pub use super::sitting::pages::*;
pub use super::sitting::sittings::*;
pub use super::slips::pages::*;

/// Where the pages of ratings begin.
pub(crate) const RATINGS_ROOT: &str = "/ratings";
/// Where the pages of calls begin.
pub(crate) const CALLS_ROOT: &str = "/calls";
/// Slips' addresses: where a browser's own slip is compared with the one of a link.
pub(crate) const SLIP_ROOT: &str = "/b";
/// Where the counting pages begin.
pub(crate) const COUNT_ROOT: &str = "/count";

/// A form of one round of a poll, where that is not the newest.
#[must_use]
pub(crate) fn round_form(poll: PollId, form: &str, round: u32) -> String {
    format!("{}?round={round}", poll_form(poll, form))
}

/// The account of one round of a poll, where that is not the newest.
#[must_use]
pub(crate) fn round_account(poll: PollId, round: u32) -> String {
    format!("{}?round={round}", account(poll))
}

/// A round on the page of the outcome.
#[must_use]
pub(crate) fn round_count(poll: PollId, round: u32) -> String {
    format!("{}#round-{round}", count(poll))
}

/// The rules after a template was chosen: the page says that every setting went back.
#[must_use]
pub(crate) fn rules_reset(poll: PollId) -> String {
    format!("{}?reset=yes", rules(poll))
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
