//! Residents' ratings: the page at a project's sign, the sign itself, what the office makes of it.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::{Everybody, May, Public};
use crate::route::table;
use domain::access::Action::Inspect;
use domain::id::{ProjectId, RatingId};

pub(super) use view::numbers;

table! {
    /// Residents' ratings.
    pages;
    /// The rating of a project at its sign.
    RATE, rate(project: ProjectId) = "/ratings/{project}" {
        reads: Public => handler::show;
        writes: Everybody => handler::rate;
    }
    /// The sign of a project, to be printed.
    RATING_SIGN, rating_sign(project: ProjectId) = "/ratings/{project}/sign" {
        reads: Public => handler::sign;
    }
    /// What residents said of a project.
    RATINGS, ratings(project: ProjectId) = "/manage/projects/{project}/ratings" {
        reads: May(Inspect) => handler::list;
    }
    /// The finding that a low rating becomes.
    RATING_FINDING, rating_finding(rating: RatingId) = "/manage/ratings/{rating}/finding" {
        writes: May(Inspect) => handler::find;
    }
}
