//! Whose a thing is that an address names, and who is let in to it: decided before anything of the
//! request is read.

use crate::access::{self, Action, Actor, PermissionDenied};
use crate::id::{
    CallId, ChangeId, CongressId, DeliveryId, EntryId, FindingId, LeadId, ListId, OfficerId,
    OpinionId, PollId, ProjectId, RatingId, ReportId, ReviewId, RoundId, ScreenId, SessionId,
    SittingId,
};
use crate::picture::UploadKey;

macro_rules! things {
    ($($(#[$doc:meta])* $name:ident($kind:ty) = $piece:literal;)+) => {
        /// A thing that an address names and that belongs to somebody.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum AddressedThing {
            $($(#[$doc])* $name($kind),)+
        }

        impl AddressedThing {
            /// The thing of a variable piece of an address, by the name of the piece: nothing where the
            /// piece names no thing, `Some(None)` where its value cannot be one.
            #[must_use]
            pub fn read(piece: &str, value: &str) -> Option<Option<Self>> {
                match piece {
                    $($piece => Some(value.parse().ok().map(Self::$name)),)+
                    _ => None,
                }
            }
        }
    };
}

things! {
    /// A congress.
    Congress(CongressId) = "congress";
    /// A session.
    Session(SessionId) = "session";
    /// A sitting of one.
    Sitting(SittingId) = "sitting";
    /// A poll of a session.
    Poll(PollId) = "poll";
    /// A round of a poll.
    Round(RoundId) = "round";
    /// An officer of a session.
    Officer(OfficerId) = "officer";
    /// A screen of a sitting's hall.
    Screen(ScreenId) = "screen";
    /// A project.
    Project(ProjectId) = "project";
    /// An opinion on a project.
    Opinion(OpinionId) = "opinion";
    /// A candidate list.
    List(ListId) = "list";
    /// A call for leads.
    Call(CallId) = "call";
    /// A lead.
    Lead(LeadId) = "lead";
    /// A rating of a project.
    Rating(RatingId) = "rating";
    /// A monthly report on a project.
    Report(ReportId) = "report";
    /// A photo on its way to a project.
    Upload(UploadKey) = "key";
    /// A finding.
    Finding(FindingId) = "finding";
    /// A change of a project's plan.
    Change(ChangeId) = "change";
    /// An entry of the supervision calendar.
    Entry(EntryId) = "entry";
    /// A department review.
    Review(ReviewId) = "review";
    /// A delivery of reminders.
    Delivery(DeliveryId) = "delivery";
}

/// Who a thing belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingOwner {
    /// A congress.
    Congress(CongressId),
    /// The prefecture's work committee.
    Prefecture,
}

/// What a thing is asked for: one action of the first line where it is a congress's, one of the second
/// where it is the prefecture's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeededActions {
    /// In a congress.
    pub here: [Action; 2],
    /// In the prefecture.
    pub there: [Action; 2],
}

/// Why somebody is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRefusal {
    /// There is no such thing, or none for them.
    Unknown,
    /// They may not.
    Denied(PermissionDenied),
}

impl NeededActions {
    /// Whether an actor may do one of it anywhere at all. Whoever may not is refused whatever an
    /// address names, so that nothing is told of what exists.
    ///
    /// # Errors
    /// [`EntryRefusal::Denied`], as to somebody who is no stranger.
    pub fn met_anywhere(self, actor: &Actor) -> Result<(), EntryRefusal> {
        let mut actions = self.here.into_iter().chain(self.there);
        let is_held = |action: Action| {
            let mut held = actor.roles.iter().map(|(role, _)| role);
            held.any(|role| action.roles().contains(role))
        };
        if actions.any(is_held) {
            return Ok(());
        }
        Err(EntryRefusal::Denied(PermissionDenied {
            action: self.first(),
            is_stranger: false,
        }))
    }

    /// Whether an actor may do one of it with a thing that belongs to somebody; none: to nobody.
    ///
    /// # Errors
    /// Strangers to a congress hear the same of what it has and of what nobody has.
    pub fn met_at(self, actor: &Actor, home: Option<ThingOwner>) -> Result<(), EntryRefusal> {
        self.met_anywhere(actor)?;
        let (actions, congress) = match home {
            None => return Err(EntryRefusal::Unknown),
            Some(ThingOwner::Congress(congress)) => (self.here, Some(congress)),
            Some(ThingOwner::Prefecture) => (self.there, None),
        };
        let mut denied = None;
        for action in actions {
            match access::may(actor, action, congress) {
                Ok(_) => return Ok(()),
                Err(found) => denied = denied.or(Some(found)),
            }
        }
        Err(match denied {
            Some(denied) if !denied.is_stranger => EntryRefusal::Denied(denied),
            Some(_) | None => EntryRefusal::Unknown,
        })
    }

    fn first(self) -> Action {
        let [first, _] = self.here;
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;
    use crate::id::AccountId;

    fn actor(roles: &[(Role, Option<i64>)]) -> Actor {
        let roles = roles.iter().map(|(role, of)| (*role, of.map(CongressId)));
        Actor {
            account: Some(AccountId(1)),
            roles: roles.collect(),
            ..Actor::console()
        }
    }

    fn needs(action: Action) -> NeededActions {
        NeededActions {
            here: [action; 2],
            there: [action; 2],
        }
    }

    fn at(congress: i64) -> Option<ThingOwner> {
        Some(ThingOwner::Congress(CongressId(congress)))
    }

    #[test]
    fn whoever_may_nowhere_hears_the_same_of_every_thing() {
        let teller = actor(&[(Role::Teller, Some(1))]);
        let answers = [at(1), at(2), Some(ThingOwner::Prefecture), None];
        for home in answers {
            let Err(EntryRefusal::Denied(denied)) = needs(Action::Prepare).met_at(&teller, home)
            else {
                panic!("{home:?}");
            };
            assert!(!denied.is_stranger, "{home:?}");
        }
    }

    #[test]
    fn a_stranger_cannot_tell_what_another_congress_has_from_what_nobody_has() {
        let clerk = actor(&[(Role::Clerk, Some(1))]);
        let prepare = needs(Action::Prepare);
        assert_eq!(prepare.met_at(&clerk, at(1)), Ok(()));
        for home in [at(2), None, Some(ThingOwner::Prefecture)] {
            assert_eq!(
                prepare.met_at(&clerk, home),
                Err(EntryRefusal::Unknown),
                "{home:?}"
            );
        }
    }

    #[test]
    fn a_colleague_is_told_who_may() {
        let both = actor(&[(Role::Clerk, Some(1)), (Role::Teller, Some(2))]);
        let denied = needs(Action::Prepare).met_at(&both, at(2));
        assert!(matches!(denied, Err(EntryRefusal::Denied(_))), "{denied:?}");
    }

    #[test]
    fn either_of_two_actions_is_enough_and_the_prefectures_things_have_their_own() {
        let two = NeededActions {
            here: [Action::KeepRoll, Action::Witness],
            there: [Action::KeepAdvisory; 2],
        };
        for role in [Role::Clerk, Role::Scrutineer, Role::Deputy] {
            assert_eq!(two.met_at(&actor(&[(role, Some(1))]), at(1)), Ok(()));
        }
        let advisor = actor(&[(Role::PrefectureClerk, None)]);
        assert_eq!(two.met_at(&advisor, Some(ThingOwner::Prefecture)), Ok(()));
        let clerk = actor(&[(Role::Clerk, Some(1))]);
        let there = Some(ThingOwner::Prefecture);
        assert_eq!(two.met_at(&clerk, there), Err(EntryRefusal::Unknown));
    }

    #[test]
    fn a_piece_of_an_address_names_a_thing_by_its_name() {
        assert_eq!(
            AddressedThing::read("poll", "7"),
            Some(Some(AddressedThing::Poll(PollId(7))))
        );
        assert_eq!(AddressedThing::read("poll", "seven"), Some(None));
        assert_eq!(AddressedThing::read("year", "2026"), None);
    }
}
