//! Photos of a report, a finding or an answer: brought over a line that may break at any byte, kept
//! in a tray until the report takes them, forgotten when none does.
//!
//! An upload is begun with its length and continued at its offset, as in tus and the IETF's resumable
//! uploads. Its bytes lie in a file beside the database, so that no ballot waits for a photo; a piece
//! that comes twice is written twice to the same place.

use jiff::{SignedDuration, Timestamp};

use super::pictures;
use super::shrinking::{self, KeptPhoto};
use super::uploads::broken;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::id::{AccountId, PictureId, ProjectId};
use domain::picture::{
    MOST_PHOTOS, MOST_PHOTOS_UNDER_WAY, MOST_UNDER_WAY, PictureFacts, PictureName, PictureOwner,
    Upload, UploadKey,
};
use domain::problem::Problem;
use exchange::MOST_PICTURE_BYTES;
use store::followup::{findings, followed, reports};
use store::picture::{pictures as stored_pictures, trays};
use store::{ReadTx, StoreError, WriteTx, Written};

/// How long photos wait for their report: a weekend and a day.
const KEPT: SignedDuration = SignedDuration::from_hours(96);

const QUIET: &str = "a photo on its way is nobody's act until a report or finding takes it";

/// The account that brings photos: nobody does so from the console.
fn account(actor: &Actor) -> Result<AccountId, ServiceError> {
    actor.account.ok_or(ServiceError::NotFound("account"))
}

impl Service {
    /// Begins to bring a photo of so many bytes.
    ///
    /// # Errors
    /// Denied. Invalid: `picture-too-large`, `picture-broken` for an empty one, `photos-too-many`,
    /// `photos-under-way`.
    pub async fn begin_upload(
        &self,
        actor: &Actor,
        project: ProjectId,
        total: u64,
        keeps_spot: bool,
    ) -> Result<UploadKey, ServiceError> {
        self.forget_photos().await?;
        let by = account(actor)?;
        let (actor, now) = (actor.clone(), self.clock.now());
        let key = UploadKey::of(self.random.bytes::<16>()?);
        let most = u64::try_from(MOST_PICTURE_BYTES).unwrap_or(u64::MAX);
        self.store
            .write(move |tx| {
                may_bring(tx, &actor, project)?;
                if total == 0 {
                    return Err(invalid(Problem::error("picture-broken")));
                }
                if total > most {
                    let problem = Problem::error("picture-too-large").with("most", most >> 20);
                    return Err(invalid(problem));
                }
                let tray = trays::touch(tx, by, project, now)?;
                refuse_crowd(trays::count(tx, tray)?)?;
                let under_way = trays::under_way(tx, by)?;
                let bytes = under_way.bytes.saturating_add(total);
                if under_way.photos >= MOST_PHOTOS_UNDER_WAY || bytes > MOST_UNDER_WAY {
                    return Err(invalid(
                        Problem::error("photos-under-way").with("photos", under_way.photos),
                    ));
                }
                trays::begin(tx, tray, &key, (total, keeps_spot), now)?;
                Ok(Written::quiet(key, QUIET))
            })
            .await
    }

    /// An upload of one's own, and how many of its bytes are here.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for another's.
    pub async fn get_upload(
        &self,
        actor: &Actor,
        key: &UploadKey,
    ) -> Result<(Upload, u64), ServiceError> {
        let (by, asked) = (account(actor)?, key.clone());
        let read = move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(trays::get_upload(tx, by, &asked)?);
        let upload = self.store.read(read).await?;
        let received = if upload.picture.is_some() {
            upload.total
        } else {
            self.uploads.received(key)?
        };
        Ok((upload, received))
    }

    /// Keeps a piece at its offset, which no later piece may leave a gap before.
    ///
    /// # Errors
    /// Invalid: `picture-too-long` for bytes beyond the length that was announced.
    pub async fn take_piece(
        &self,
        upload: &Upload,
        offset: u64,
        piece: Vec<u8>,
    ) -> Result<u64, ServiceError> {
        let length = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        let end = offset.saturating_add(length);
        if end > upload.total {
            return Err(invalid(Problem::error("picture-too-long")));
        }
        let (uploads, key) = (self.uploads.clone(), upload.key.clone());
        let writing = move || uploads.write(&key, offset, &piece);
        let written = tokio::task::spawn_blocking(writing).await;
        written.map_err(|_| ServiceError::Busy)?.map_err(broken)?;
        Ok(end)
    }

    /// Makes a picture of an upload that is whole; asked again, it answers with the same picture.
    ///
    /// # Errors
    /// Busy. Invalid: what [`exchange::shrink`] says about the photo.
    pub async fn finish_upload(
        &self,
        actor: &Actor,
        key: &UploadKey,
    ) -> Result<Option<PictureId>, ServiceError> {
        let (upload, received) = self.get_upload(actor, key).await?;
        if upload.picture.is_some() || received < upload.total {
            return Ok(upload.picture);
        }
        let _room = self.upload_room(pictures::Uploader::Staff)?;
        let file = self.uploads.file(key);
        let reading = tokio::task::spawn_blocking(move || std::fs::read(file)).await;
        let bytes = reading.map_err(|_| ServiceError::Busy)?.map_err(broken)?;
        let photo = self.keep_photo(bytes, upload.keeps_spot).await?;
        let (by, now, asked) = (account(actor)?, self.clock.now(), key.clone());
        let picture = self
            .store
            .write(move |tx| {
                // Two requests may have finished it side by side.
                let upload = trays::get_upload(tx, by, &asked)?;
                if let Some(picture) = upload.picture {
                    return Ok(Written::quiet(picture, QUIET));
                }
                trays::touch(tx, by, upload.project, now)?;
                let picture = shrinking::keep(tx, PictureOwner::Tray(upload.tray), "", now, photo)?;
                trays::finish(tx, &asked, picture)?;
                Ok::<_, ServiceError>(Written::quiet(picture, QUIET))
            })
            .await?;
        self.uploads.remove(key);
        Ok(Some(picture))
    }

    /// Puts a photo that came whole with a form into the tray.
    ///
    /// # Errors
    /// Denied. Invalid: `photos-too-many`, and what [`exchange::shrink`] says about the photo.
    pub async fn bring_photo(
        &self,
        actor: &Actor,
        project: ProjectId,
        bytes: Vec<u8>,
        keeps_spot: bool,
    ) -> Result<PictureId, ServiceError> {
        let by = account(actor)?;
        let asker = actor.clone();
        let asking = move |tx: &ReadTx<'_>| may_bring(tx, &asker, project);
        self.store.read(asking).await?;
        let photo = self.keep_photo(bytes, keeps_spot).await?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let tray = trays::touch(tx, by, project, now)?;
                refuse_crowd(trays::count(tx, tray)?)?;
                let picture = shrinking::keep(tx, PictureOwner::Tray(tray), "", now, photo)?;
                Ok(Written::quiet(picture, QUIET))
            })
            .await
    }

    /// What lies in one's tray at a project.
    pub async fn list_tray(
        &self,
        actor: &Actor,
        project: ProjectId,
    ) -> Result<Vec<PictureFacts>, ServiceError> {
        let by = account(actor)?;
        self.store
            .read(move |tx| match trays::find(tx, by, project)? {
                Some(tray) => Ok(stored_pictures::list(tx, PictureOwner::Tray(tray))?),
                None => Ok(Vec::new()),
            })
            .await
    }

    /// A photo of a project for those who oversee its congress, and one's own that still waits.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers and for another's tray.
    pub async fn get_progress_photo(
        &self,
        actor: &Actor,
        project: ProjectId,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let actor = actor.clone();
        self.read_picture(move |tx| {
            let found = followed::get(tx, project)?;
            permit(&actor, Action::Oversee, found.congress)?;
            let owner = owner_of(tx, project, name)?;
            let mine = match actor.account {
                Some(account) => trays::find(tx, account, project)?,
                None => None,
            };
            match owner {
                PictureOwner::Tray(tray) if mine != Some(tray) => {
                    Err(ServiceError::NotFound("picture"))
                }
                PictureOwner::Tray(_)
                | PictureOwner::Report(_)
                | PictureOwner::Finding(..)
                | PictureOwner::Lead(_)
                | PictureOwner::Project(_) => Self::picture_of(tx, owner, name),
            }
        })
        .await
    }

    /// A photo of a project for everybody: of a report that somebody stands for, or of a finding that
    /// was sent.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn get_public_progress_photo(
        &self,
        project: ProjectId,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let missing = || ServiceError::NotFound("picture");
        let life = self.find_public_life(project).await?.ok_or_else(missing)?;
        self.read_picture(move |tx| {
            let owner = owner_of(tx, project, name)?;
            let is_public = life.pictures.contains_key(&owner);
            if !is_public {
                return Err(missing());
            }
            Self::picture_of(tx, owner, name)
        })
        .await
    }

    /// Forgets the photos that no report took in time, whole and half; answers how many were on
    /// their way.
    pub async fn forget_photos(&self) -> Result<usize, ServiceError> {
        let since = self
            .clock
            .now()
            .saturating_sub(KEPT)
            .unwrap_or(Timestamp::MIN);
        let gone = self
            .store
            .write(move |tx| {
                let gone = trays::remove_untouched(tx, since)?;
                Ok::<_, ServiceError>(Written::quiet(gone, QUIET))
            })
            .await?;
        for key in &gone {
            self.uploads.remove(key);
        }
        Ok(gone.len())
    }

    /// Removes the files of uploads that are finished or forgotten: a kill between the write and the
    /// removal leaves one.
    pub(crate) async fn remove_stray_uploads(&self) -> Result<bool, ServiceError> {
        // The files first: one that is listed was written after its upload was begun.
        let there = self.uploads.list()?;
        if there.is_empty() {
            return Ok(true);
        }
        let under_way = self
            .store
            .read(|tx| Ok::<_, ServiceError>(trays::list_under_way(tx)?))
            .await?;
        for key in there.iter().filter(|key| !under_way.contains(key)) {
            self.uploads.remove(key);
        }
        Ok(true)
    }

    /// Shrinks a photo and keeps it; its place stays only where that is allowed.
    async fn keep_photo(
        &self,
        bytes: Vec<u8>,
        keeps_spot: bool,
    ) -> Result<KeptPhoto, ServiceError> {
        if keeps_spot {
            self.keep_with_spot("photos", bytes).await
        } else {
            self.keep_picture("photos", bytes).await
        }
    }
}

fn invalid(problem: Problem) -> ServiceError {
    ServiceError::invalid(problem.at("photos"))
}

fn refuse_crowd(photos: usize) -> Result<(), ServiceError> {
    if photos < MOST_PHOTOS {
        return Ok(());
    }
    Err(invalid(
        Problem::error("photos-too-many").with("most", MOST_PHOTOS),
    ))
}

/// Whoever reports on a project, inspects it or answers for it may bring photos.
fn may_bring(tx: &ReadTx<'_>, actor: &Actor, project: ProjectId) -> Result<(), ServiceError> {
    let project = followed::get(tx, project)?;
    permit(actor, Action::Photograph, project.congress).map(drop)
}

/// Whose a picture is, where it belongs to this project.
fn owner_of(
    tx: &ReadTx<'_>,
    project: ProjectId,
    name: PictureName,
) -> Result<PictureOwner, ServiceError> {
    let missing = || ServiceError::NotFound("picture");
    let owner = stored_pictures::find_owner(tx, name.id)?.ok_or_else(missing)?;
    let of = match owner {
        PictureOwner::Report(report) => Some(reports::get(tx, report)?.project),
        PictureOwner::Finding(finding, _) => findings::get(tx, finding)?.project,
        PictureOwner::Project(project) => Some(project),
        PictureOwner::Tray(_) => Some(project),
        PictureOwner::Lead(_) => None,
    };
    if of == Some(project) {
        Ok(owner)
    } else {
        Err(missing())
    }
}

/// Takes photos out of the actor's tray, as part of the write that they belong to.
pub(crate) fn take(
    tx: &WriteTx<'_>,
    account: AccountId,
    project: ProjectId,
    owner: PictureOwner,
    photos: &[PictureId],
) -> Result<(), StoreError> {
    match trays::find(tx, account, project)? {
        Some(tray) => trays::give(tx, tray, owner, photos),
        None => Ok(()),
    }
}
