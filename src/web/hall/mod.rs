//! The hall's big screens: the screen itself, which has no controls, and the operator's page.

pub(super) mod control;
mod followed_screens;
pub(super) mod handler;
mod language;
mod page;
mod panel;
mod rows;
mod stage;

use crate::route::RouteRole::{Everybody, May};
use crate::route::table;
use domain::access::Action::{Look, ShowScenes};
use domain::hall::screen::PairCode;
use domain::id::{ScreenId, SittingId};

pub(super) use followed_screens::FollowedScreens;

table! {
    /// The hall's screens: the screen itself, and the page of its operator.
    pages;
    /// A new hall screen.
    NEW_SCREEN = "/screen" {
        reads: Everybody => handler::new;
    }
    /// A hall screen.
    SCREEN, screen(code: PairCode) = "/screen/{code}" {
        reads: Everybody => handler::show;
    }
    /// The scenes of a hall screen as they change.
    SCREEN_LIVE, screen_live(code: PairCode) = "/screen/{code}/live" {
        reads: Everybody => handler::live;
    }
    /// A sitting's hall screens.
    SCREENS, screens(sitting: SittingId) = "/manage/sittings/{sitting}/screens" {
        reads: May(Look) => control::show;
        writes: May(ShowScenes) => control::pair;
    }
    /// Choosing the scene of a screen, turning its pages, taking it away.
    SCREEN_ACT, screen_act(screen: ScreenId) = "/manage/screens/{screen}" {
        writes: May(ShowScenes) => control::act;
    }
}
