//! The photos that a posted form brings along: into the tray first, so that a refused form loses none.

use super::view::PhotoTray;
use crate::at_desk::StaffDesk;
use crate::error::Failure;
use crate::form::Fields;
use crate::photo_form::FormParts;
use domain::id::{PictureId, ProjectId};
use domain::picture::PictureFacts;
use domain::problem::Problem;

/// A posted form without its photos, and what became of them.
pub(in crate::followup) struct FormWithPhotos {
    /// What the form says, without its photos.
    pub(in crate::followup) fields: Fields,
    /// The photos that it wants.
    photos: Vec<PictureId>,
    /// What is wrong with a photo.
    problems: Vec<Problem>,
    /// The tray as it is now.
    tray: Vec<PictureFacts>,
}

impl FormWithPhotos {
    /// Whether the form was sent for its photos only, and is to be shown again.
    pub(in crate::followup) fn is_only_photos(&self) -> bool {
        self.fields.get("as") == "photo" && self.problems.is_empty()
    }

    /// The photos that the form wants, or what is wrong with those it carried.
    pub(in crate::followup) fn whole(&self) -> Result<Vec<PictureId>, Vec<Problem>> {
        if self.problems.is_empty() {
            Ok(self.photos.clone())
        } else {
            Err(self.problems.clone())
        }
    }

    /// The tray as the form that is shown again needs it.
    pub(in crate::followup) fn tray_of(
        &self,
        project: impl Into<Option<ProjectId>>,
    ) -> PhotoTray<'_> {
        PhotoTray {
            project: project.into(),
            photos: &self.tray,
            wanted: Some(&self.photos),
        }
    }
}

/// Puts the photos of a posted form into the tray of whoever sent it; without a project there is none,
/// and the form had no field for photos.
pub(in crate::followup) async fn bring(
    desk: &StaffDesk,
    project: impl Into<Option<ProjectId>>,
    parts: FormParts,
) -> Result<FormWithPhotos, Failure> {
    let Some(project) = project.into() else {
        return Ok(FormWithPhotos {
            fields: parts.fields,
            photos: Vec::new(),
            problems: Vec::new(),
            tray: Vec::new(),
        });
    };
    let keeps_place = parts.fields.get("place_allowed") == "yes";
    let chosen = parts.fields.all("photo").filter_map(|id| id.parse().ok());
    let mut photos: Vec<PictureId> = chosen.map(PictureId).collect();
    let mut problems = Vec::new();
    if parts.is_too_heavy {
        problems.push(Problem::error("photos-too-heavy").at("photos"));
    }
    for bytes in parts.photos {
        let brought = desk
            .service
            .bring_photo(&desk.actor, project, bytes, keeps_place);
        match brought.await {
            Ok(photo) => photos.push(photo),
            Err(error) => {
                let error = desk.refused(error)?;
                problems.extend(error.problems().iter().cloned());
            }
        }
    }
    let tray = desk.service.list_tray(&desk.actor, project).await;
    Ok(FormWithPhotos {
        fields: parts.fields,
        photos,
        problems,
        tray: desk.or_page(tray)?,
    })
}
