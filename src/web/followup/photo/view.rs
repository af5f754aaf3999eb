//! The photos of a form, and the photos on a page.

use maud::{Markup, html};

use crate::assets::{self, Asset};
use crate::kit;
use crate::path;
use domain::id::{PictureId, ProjectId};
use domain::picture::{MOST_PHOTOS, PictureFacts, PictureName, PictureSize};
use domain::problem::Problem;
use text::say;
use text::{Phrase, Words};

/// What lies in the reader's tray at a project; what is about no project takes no photos.
#[derive(Clone, Copy)]
pub(in crate::followup) struct PhotoTray<'t> {
    pub(super) project: Option<ProjectId>,
    pub(super) photos: &'t [PictureFacts],
    /// Those that the form wants; before anything was posted, all.
    pub(super) wanted: Option<&'t [PictureId]>,
}

impl<'t> PhotoTray<'t> {
    /// Before anything was posted: a form wants all that lies there.
    pub(in crate::followup) fn full(
        project: impl Into<Option<ProjectId>>,
        photos: &'t [PictureFacts],
    ) -> Self {
        Self {
            project: project.into(),
            photos,
            wanted: None,
        }
    }
}

/// The field: photos that are here, more to choose, and whether their place may be kept. Without
/// JavaScript they go with the form; with it, each goes at once, piece by piece (`photos.js`).
pub(in crate::followup) fn field(
    words: Words,
    tray: PhotoTray<'_>,
    mark: &str,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::blank(words, problems);
    let name = |id, size| PictureName { id, size };
    let Some(project) = tray.project else {
        return html! {};
    };
    html! {
        script defer src=(assets::path(Asset::PhotoScript)) {}
        script defer src=(assets::path(Asset::PhotosScript)) {}
        fieldset.field.bring id={ "photos" (mark) } data-uploads=(path::uploads(project)) data-photos=(path::progress_photo(project, name(PictureId(0), PictureSize::Small)))
            data-sending=(say!(words, "photo-sending").text) data-waiting=(say!(words, "photo-waiting").text)
            data-refused=(say!(words, "photo-refused").text) data-wanted=(say!(words, "photo-wanted").text)
            data-drop=(say!(words, "photo-drop").text) data-hold=(say!(words, "photo-hold").text) {
            legend { (say!(words, "photos-field", most = MOST_PHOTOS)) }
            p.hint id={ "photos" (mark) "-hint" } { (say!(words, "photos-hint")) }
            (form.errors("photos", "photos"))
            ul.photos.brought {
                @for photo in tray.photos {
                    @let is_wanted = tray.wanted.is_none_or(|wanted| wanted.contains(&photo.id));
                    li {
                        img src=(path::progress_photo(project, name(photo.id, PictureSize::Small))) alt="";
                        (form.tick("photo", photo.id, say!(words, "photo-wanted")).chosen(is_wanted))
                    }
                }
            }
            ul.on-the-way aria-live="polite" {}
            input type="file" name="photos" multiple accept="image/jpeg,image/png,image/webp"
                aria-label=(say!(words, "photos-choose").text) aria-invalid=[form.is_wrong("photos").then_some("true")]
                aria-describedby=[form.described("photos", &format!("photos{mark}"), true)];
            (form.tick("place_allowed", "yes", say!(words, "photo-place-allowed")))
            noscript { button.button.plain.small name="as" value="photo" { (say!(words, "photos-send")) } }
        }
    }
}

/// Photos with a line under those whose place may be told; nothing where there are none.
pub(in crate::followup) fn gallery(
    words: Words,
    alt: &Phrase,
    photos: &[PictureFacts],
    address: impl Fn(PictureName) -> String,
) -> Markup {
    let name = |id, size| PictureName { id, size };
    html! {
        @if !photos.is_empty() {
            div.photos {
                @for photo in photos {
                    figure {
                        a href=(address(name(photo.id, PictureSize::Large))) {
                            img src=(address(name(photo.id, PictureSize::Small))) loading="lazy" alt=(alt.text);
                        }
                        @if let Some(spot) = photo.spot {
                            figcaption { (say!(words, "photo-spot")) " " span.num { (spot) } }
                        }
                    }
                }
            }
        }
    }
}
