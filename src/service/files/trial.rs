//! The trial run: a file is read, kept for its owner, and compared with what is stored.

use std::sync::Arc;

use super::compare::{ChangeCounts, Comparison};
use super::kind::FileKind;
use super::table::{AnyTable, ReadFile};
use super::tables::Asker;
use super::waiting_files::{FileContent, FileName, NoUploadSpace, UploadPurpose, WaitingFile};
use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::congress::Congress;
use domain::id::CongressId;
use domain::problem::Problem;
use exchange::Column;
use store::people::congresses;

/// A file as it came.
#[derive(Debug, Clone)]
pub struct UploadedFile {
    /// What its owner calls it; shown, never used as a path.
    pub title: String,
    pub bytes: Vec<u8>,
}

/// The page on which a kind of file is brought and taken.
#[derive(Debug, Clone)]
pub struct FilePage {
    pub congress: Congress,
    pub kind: FileKind,
    /// The columns of such a file.
    pub columns: Vec<Column>,
    /// How many rows stand now and would be exported.
    pub standing: usize,
}

/// A trial, as its owner is shown it.
#[derive(Debug, Clone)]
pub struct TrialView {
    /// The page it belongs to.
    pub desk: FilePage,
    /// The file's name on the shelf.
    pub name: FileName,
    /// What its owner calls it.
    pub title: String,
    /// What was done with it.
    pub outcome: FileOutcome,
}

/// What was done with a file so far.
#[derive(Debug, Clone)]
pub enum FileOutcome {
    /// It was tried and nothing is saved.
    Tried {
        /// Set against what stands.
        found: Box<Comparison>,
        /// All problems, of the file and of the comparison: errors first, each in the order of the file.
        problems: Vec<Problem>,
    },
    Saved(ChangeCounts),
}

impl Service {
    /// The page of a kind of file.
    ///
    /// # Errors
    /// Denied, or [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_file_desk(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
    ) -> Result<FilePage, ServiceError> {
        let sheet = kind.sheet(congress, self.asker(actor));
        sheet.permit(actor)?;
        self.store
            .read(move |tx| {
                Ok(FilePage {
                    congress: congresses::get(tx, congress)?,
                    kind,
                    columns: sheet.columns(),
                    standing: sheet.count(tx)?,
                })
            })
            .await
    }

    /// Tries a file: reads it and keeps it for its owner. Nothing is saved.
    ///
    /// # Errors
    /// Invalid: what keeps it from being read as a table at all. Refused: `import-no-room` when too
    /// many files wait. Busy: too many files are being read.
    pub async fn try_file(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        file: UploadedFile,
    ) -> Result<FileName, ServiceError> {
        let sheet = kind.sheet(congress, self.asker(actor));
        sheet.permit(actor)?;
        let bytes: Arc<[u8]> = file.bytes.into();
        let read = self.read_file(sheet, Arc::clone(&bytes)).await?;
        if read.rows_read() == 0 {
            return Err(ServiceError::Invalid(read.problems().to_vec()));
        }
        let name = self.random.bytes::<16>()?;
        let name = name.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = FileName(name);
        let (purpose, now) = (purpose(actor, congress, kind), self.clock.now());
        self.waiting_files
            .put(name.clone(), purpose, file.title, bytes, now)
            .map_err(|NoUploadSpace| ServiceError::refused(Problem::error("import-no-room")))?;
        Ok(name)
    }

    /// A file that was tried, set against what stands now.
    ///
    /// # Errors
    /// Refused: `import-expired` when it no longer waits or is another's.
    pub async fn get_trial(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        name: &FileName,
    ) -> Result<TrialView, ServiceError> {
        let desk = self.get_file_desk(actor, congress, kind).await?;
        let staged = self.find_staged(actor, congress, kind, name)?;
        let outcome = match staged.content {
            FileContent::Saved(counts) => FileOutcome::Saved(counts),
            FileContent::Tried(bytes) => {
                let sheet = kind.sheet(congress, self.asker(actor));
                let read = self.read_file(sheet, bytes).await?;
                self.store
                    .read(move |tx| {
                        let found = Box::new(read.compare(tx)?);
                        let problems = all_problems(&*read, &found);
                        Ok::<_, ServiceError>(FileOutcome::Tried { found, problems })
                    })
                    .await?
            }
        };
        Ok(TrialView {
            desk,
            name: staged.name,
            title: staged.title,
            outcome,
        })
    }

    /// Who asks, as far as a kind of file differs by that.
    pub(super) fn asker(&self, actor: &Actor) -> Asker {
        Asker {
            unit: actor.unit,
            today: self.today(),
            random: self.random.clone(),
        }
    }

    /// Reads a file away from the threads that answer requests.
    pub(super) async fn read_file(
        &self,
        sheet: Arc<dyn AnyTable>,
        bytes: Arc<[u8]>,
    ) -> Result<Box<dyn ReadFile>, ServiceError> {
        self.file_readers.run(move || sheet.read(&bytes)).await
    }

    /// The file of a name, if it was brought by this actor for this purpose and still waits.
    pub(super) fn find_staged(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        name: &FileName,
    ) -> Result<WaitingFile, ServiceError> {
        let purpose = purpose(actor, congress, kind);
        let found = self.waiting_files.find(name, purpose, self.clock.now());
        found.ok_or_else(|| ServiceError::refused(Problem::error("import-expired")))
    }
}

fn purpose(actor: &Actor, congress: CongressId, kind: FileKind) -> UploadPurpose {
    UploadPurpose {
        account: actor.account,
        congress,
        kind,
    }
}

/// The problems of the file and of the comparison: errors before remarks, each in the order of the file.
fn all_problems(read: &dyn ReadFile, found: &Comparison) -> Vec<Problem> {
    let mut problems = read.problems().to_vec();
    problems.extend(found.problems.iter().cloned());
    problems.sort_by_key(|problem| match problem.code {
        // It counts those that are not listed, and ends the list.
        "problems-more" => (2, 0),
        _ => (u8::from(!problem.is_error()), problem.row()),
    });
    problems
}
