//! The public site: prefecture, congress, session, result, notice; readable without a sign-in.

pub(super) mod handler;
mod home;
mod project;
mod result;

use crate::evaluation;
use crate::followup;
use crate::route::RouteRole::{Everybody, Public, Published};
use crate::route::table;
use domain::id::{NoticeId, PollId, ProjectId, SessionId};
use domain::picture::PictureName;

pub(super) use result::{chosen, corrected, grade_line, graded, selects_by};

table! {
    /// What everybody may read, and what a browser needs.
    pages;
    /// The prefecture's home.
    HOME = "/" {
        reads: Published => handler::home;
    }
    /// A congress's page.
    CONGRESS, congress(slug: &str) = "/regions/{slug}" {
        reads: Published => handler::congress;
    }
    /// A year of supervision as everybody may read it.
    PUBLIC_YEAR, public_year(slug: &str, year: i16) = "/regions/{slug}/years/{year}" {
        reads: Published => evaluation::handler::show_public_year;
    }
    /// A session's public page.
    SESSION, session(session: SessionId) = "/sessions/{session}" {
        reads: Published => handler::session;
    }
    /// A poll's published result.
    RESULT, result(poll: PollId) = "/polls/{poll}" {
        reads: Published => handler::result;
    }
    /// A notice.
    NOTICE, notice(notice: NoticeId) = "/notices/{notice}" {
        reads: Published => handler::notice;
    }
    /// A project that is on a frozen slate or was voted on.
    PUBLIC_PROJECT, public_project(key: &str) = "/projects/{key}" {
        reads: Published => handler::project;
    }
    /// A photo of its reports and findings.
    PUBLIC_PROGRESS_PHOTO, public_progress_photo(project: ProjectId, picture: PictureName) = "/projects/{project}/progress-photos/{picture}" {
        reads: Public => followup::photo::handler::public_picture;
    }
    /// A photo of it.
    PUBLIC_PHOTO, public_photo(project: ProjectId, picture: PictureName) = "/projects/{project}/photos/{picture}" {
        reads: Public => handler::photo;
    }
    /// How voting works and what is promised.
    ABOUT = "/about" {
        reads: Published => handler::about;
    }
    /// Sets language and text size.
    LANGUAGE = "/language" {
        writes: Everybody => handler::set_language;
    }
    /// Style, scripts and icons under hashed names.
    ASSET, asset(name: &str) = "/assets/{name}" {
        reads: Everybody => handler::asset;
    }
    /// For the service manager and proxies.
    HEALTH = "/healthz" {
        reads: Everybody => handler::health;
    }
}
