//! Saving a file, all of it or nothing: what was tried at a page, or what the console brings.

use std::sync::Arc;

use super::compare::{ChangeCounts, Comparison};
use super::congresses::CongressTable;
use super::deputies::DeputyTable;
use super::kind::FileKind;
use super::projects::ProjectTable;
use super::table::{AbsentRows, AnyTable, ReadFile, SaveContext};
use super::waiting_files::{FileContent, FileName};
use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::audit::Event;
use domain::digest::Digest;
use domain::id::CongressId;
use domain::problem::Problem;
use exchange::Format;
use store::Written;

impl Service {
    /// Saves a file that was tried: exactly its bytes, all rows or none. `seen` is the digest of
    /// what stood at the trial; `leave` notes that whoever is not in the file has left. Asked again
    /// for a file that was saved, it does nothing more.
    ///
    /// # Errors
    /// Refused: `import-expired`; `import-moved` when something else stands now than at the trial;
    /// `import-nothing` when nothing would change; `deputies-roll-open` for `leave` while a roll is
    /// open. Invalid: the file's problems.
    pub async fn save_file(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        name: &FileName,
        seen: Digest,
        leave: bool,
    ) -> Result<(), ServiceError> {
        let sheet = kind.sheet(congress, self.asker(actor));
        sheet.permit(actor)?;
        let staged = self.find_staged(actor, congress, kind, name)?;
        let FileContent::Tried(bytes) = staged.content else {
            return Ok(());
        };
        let check = move |found: &Comparison| {
            if found.seen != seen {
                return Err(ServiceError::refused(Problem::error("import-moved")));
            }
            if leave && let AbsentRows::NotNow(problem) = &found.leaving {
                return Err(ServiceError::refused(problem.clone()));
            }
            let leaves = leave && found.leaving == AbsentRows::Allowed && found.counts.absent > 0;
            if found.counts.saved() == 0 && !leaves {
                return Err(ServiceError::refused(Problem::error("import-nothing")));
            }
            Ok(leaves)
        };
        match self.save_sheet(sheet, actor, bytes, check).await {
            Ok(counts) => {
                self.waiting_files
                    .mark_saved(name, counts, self.clock.now());
                Ok(())
            }
            // Two clicks at once: the second finds what the first has saved.
            Err(error) => match self.find_staged(actor, congress, kind, name)?.content {
                FileContent::Saved(_) => Ok(()),
                FileContent::Tried(_) => Err(error),
            },
        }
    }

    /// Imports the prefecture's congresses; answers how many rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_congresses(&self, actor: &Actor, file: &[u8]) -> Result<u64, ServiceError> {
        self.import(Arc::new(CongressTable), actor, file).await
    }

    /// Imports a congress's roster; answers what became of its rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_deputies(
        &self,
        actor: &Actor,
        congress: CongressId,
        file: &[u8],
    ) -> Result<ChangeCounts, ServiceError> {
        let table = Arc::new(DeputyTable { congress });
        self.save_sheet(table, actor, file.into(), |_| Ok(false))
            .await
    }

    /// Imports projects into a congress's library for a year; answers how many rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_projects(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        file: &[u8],
    ) -> Result<u64, ServiceError> {
        self.import(Arc::new(ProjectTable { congress, year }), actor, file)
            .await
    }

    /// Imports leads of a year, such as a liaison station's book; answers how many rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_leads(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        file: &[u8],
    ) -> Result<u64, ServiceError> {
        let sheet = FileKind::Leads { year }.sheet(congress, self.asker(actor));
        self.import(sheet, actor, file).await
    }

    /// Imports at once what nobody looks at first; nobody leaves by it.
    async fn import(
        &self,
        sheet: Arc<dyn AnyTable>,
        actor: &Actor,
        file: &[u8],
    ) -> Result<u64, ServiceError> {
        let counts = self.save_sheet(sheet, actor, file.into(), |_| Ok(false));
        let counts = counts.await?;
        Ok(u64::try_from(counts.read).unwrap_or(u64::MAX))
    }

    /// The frame of every import: permit, read, compare in the transaction, save all rows or none,
    /// one event. `check` sees the comparison, refuses, or answers whether the absent leave.
    async fn save_sheet(
        &self,
        sheet: Arc<dyn AnyTable>,
        actor: &Actor,
        file: Arc<[u8]>,
        check: impl FnOnce(&Comparison) -> Result<bool, ServiceError> + Send + 'static,
    ) -> Result<ChangeCounts, ServiceError> {
        let grant = sheet.permit(actor)?;
        let read: Box<dyn ReadFile> = self.file_readers.run(move || sheet.read(&file)).await?;
        refuse_errors(read.problems())?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let found = read.compare(tx)?;
                refuse_errors(&found.problems)?;
                let leave = check(&found)?;
                let (counts, what) =
                    read.save(tx, &SaveContext { grant: &grant, now }, &found, leave)?;
                Ok(Written::recorded(counts, Event::new(&grant, now, what)))
            })
            .await
    }

    /// What stands of a kind, as a file that an import reads as unchanged.
    ///
    /// # Errors
    /// Denied; Busy when too many files are being read or written.
    pub async fn export_file(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        format: Format,
    ) -> Result<Vec<u8>, ServiceError> {
        let sheet = kind.sheet(congress, self.asker(actor));
        sheet.permit(actor)?;
        let writing = self.store.read(move |tx| sheet.export(tx)).await?;
        let written = self.file_readers.run(move || writing(format)).await?;
        written.map_err(|error| ServiceError::Broken(Box::new(error)))
    }

    /// An empty file of a kind with one explained example row.
    ///
    /// # Errors
    /// Denied.
    pub fn template_file(
        &self,
        actor: &Actor,
        congress: CongressId,
        kind: FileKind,
        format: Format,
    ) -> Result<Vec<u8>, ServiceError> {
        let sheet = kind.sheet(congress, self.asker(actor));
        sheet.permit(actor)?;
        let written = sheet.template(format);
        written.map_err(|error| ServiceError::Broken(Box::new(error)))
    }
}

fn refuse_errors(problems: &[Problem]) -> Result<(), ServiceError> {
    if problems.iter().any(Problem::is_error) {
        return Err(ServiceError::Invalid(problems.to_vec()));
    }
    Ok(())
}
