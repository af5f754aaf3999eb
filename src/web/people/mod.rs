//! The clerk's list of units, and of the accounts of deputies and units; invitations to print.

pub(super) mod handler;
mod sheet;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::KeepPeople;
use domain::access::line::LineContent::Secret;
use domain::id::{AccountId, CongressId};

table! {
    /// Units, and the accounts of deputies and units.
    pages;
    /// The units of a congress, and the accounts of deputies and units.
    PEOPLE, people(congress: CongressId) = "/manage/congresses/{congress}/people" {
        reads: May(KeepPeople) => handler::show;
    }
    /// Naming a responsible unit.
    NEW_UNIT, new_unit(congress: CongressId) = "/manage/congresses/{congress}/people/units" {
        writes: May(KeepPeople) => handler::keep_unit;
    }
    /// Printing the first sign-ins of all deputies.
    INVITE_DEPUTIES, invite_deputies(congress: CongressId) = "/manage/congresses/{congress}/people/deputies" {
        writes: May(KeepPeople) => handler::invite_deputies, carrying Secret;
    }
    /// Inviting somebody of a unit.
    INVITE_FOR_UNIT, invite_for_unit(congress: CongressId) = "/manage/congresses/{congress}/people/unit-accounts" {
        writes: May(KeepPeople) => handler::invite_for_unit, carrying Secret;
    }
    /// Inviting again, closing or opening an account.
    ACCOUNT_ACT, account_act(congress: CongressId, account: AccountId) = "/manage/congresses/{congress}/people/{account}" {
        writes: May(KeepPeople) => handler::act_on_account, carrying Secret;
    }
}
