//! What happens to a batch, for the audit log: numbers of papers and people, never a mark.

use crate::act_of_two::two_people::{Person, TwoPeople};
use crate::digest::Digest;
use crate::event::events;

events! {
    /// Something that happened to a batch of papers.
    #[derive(Copy)]
    pub enum BatchEvent {
        /// A teller typed it.
        Typed(by: Person) = "batch-typed";
        /// A teller typed the differing papers once more.
        Retyped(by: Person) = "batch-retyped";
        /// A scrutineer proposed what papers are; a second one has not stood for it yet.
        Proposed(by: Person) = "batch-proposed";
        /// Two scrutineers decided about so many papers.
        Decided(two: TwoPeople, papers: u32)
            = "batch-decided" => "first={} second={} papers={papers}", two.first(), two.second();
        /// One takes back the paper that was called last, and another one stands for it.
        Undone(two: TwoPeople)
            = "batch-undone" => "first={} second={}", two.first(), two.second();
        /// It was called out: one marked, one watched.
        Called(two: TwoPeople)
            = "batch-called" => "first={} second={}", two.first(), two.second();
        /// It is agreed and sealed to the box.
        Sealed { papers: u32, digest: Digest } = "batch-sealed" => "papers={papers} sealed={digest}";
    }
}
