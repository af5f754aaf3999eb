//! Signing in and out, a first sign-in by a printed slip, and changing one's password.

pub(super) mod handler;
pub(super) mod join;
pub(super) mod kept;
mod view;

use crate::route::RouteRole::{Everybody, Staff};
use crate::route::table;

table! {
    /// Signing in and out, and a first sign-in by a printed slip.
    pages;
    /// Signing in.
    SIGN_IN = "/sign-in" {
        reads: Everybody => handler::show;
        writes: Everybody => handler::submit;
    }
    /// Typing the code of a first sign-in.
    JOIN = "/join" {
        reads: Everybody => join::show_code;
        writes: Everybody => join::enter_code;
    }
    /// The first sign-in of an invitation.
    INVITATION, invitation(code: &str) = "/join/{code}" {
        reads: Everybody => join::show;
        writes: Everybody => join::submit;
    }
    /// Signing out.
    SIGN_OUT = "/sign-out" {
        writes: Staff => handler::sign_out;
    }
    /// Changing one's password.
    PASSWORD = "/manage/password" {
        reads: Staff => handler::show_password;
        writes: Staff => handler::change_password;
    }
}
