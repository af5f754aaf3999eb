//! The press, which prints forms: forms in, PDF out, one at a time on a thread of its own.

use std::sync::{Arc, OnceLock};
use std::thread::Builder;

use serde_json::{Value, json};
use tokio::sync::{Semaphore, oneshot};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::faces::Faces;
use super::folders::FaceFolders;
use super::form::PrintedForm;
use super::missing;
use super::unprinted::PressError;
use super::world::{Templates, TypstWorld};
use domain::problem::Problem;

/// Forms that may wait; whoever comes then is told to come back.
const WAITING: usize = 24;
/// Layout nests as deep as the form does, and more so unoptimised.
const STACK: usize = 16 << 20;
/// Typst remembers what it laid out for so many forms, unless a form is secret.
const REMEMBERED: usize = 3;

/// A handle to the press.
#[derive(Clone)]
pub struct Press {
    room: Arc<PressFiles>,
    waiting: Arc<Semaphore>,
    work: Arc<Semaphore>,
}

/// What is read once, when the first form is printed.
struct PressFiles {
    folders: FaceFolders,
    templates: OnceLock<Templates>,
    faces: OnceLock<Faces>,
    all_faces: OnceLock<Faces>,
}

impl Press {
    /// Whether this build prints forms.
    pub const PRINTS: bool = true;

    /// A press with these typefaces; nothing is read before the first form.
    #[must_use]
    pub fn new(folders: FaceFolders) -> Self {
        Self {
            room: Arc::new(PressFiles {
                folders,
                templates: OnceLock::new(),
                faces: OnceLock::new(),
                all_faces: OnceLock::new(),
            }),
            waiting: Arc::new(Semaphore::new(WAITING)),
            work: Arc::new(Semaphore::new(1)),
        }
    }

    /// Prints a form, away from the threads that serve pages.
    ///
    /// # Errors
    /// [`PressError`].
    pub async fn print(&self, form: PrintedForm) -> Result<Vec<u8>, PressError> {
        let waiting = Arc::clone(&self.waiting).try_acquire_owned();
        let waiting = waiting.map_err(|_| PressError::Busy)?;
        let work = Arc::clone(&self.work).acquire_owned().await;
        let work = work.map_err(|_| PressError::Busy)?;
        let press = self.clone();
        let (reply, printed) = oneshot::channel();
        let thread = Builder::new().name("press".to_owned()).stack_size(STACK);
        let started = thread.spawn(move || {
            // Held by the work, not by the request: a reader who hangs up frees no place.
            let _places = (waiting, work);
            if reply.send(press.print_here(&form)).is_err() {
                tracing::debug!("a reader hung up before the form was ready");
            }
        });
        started.map_err(|error| PressError::Broken(error.to_string()))?;
        let broken = |_| PressError::Broken("the press stopped".to_owned());
        printed.await.map_err(broken)?
    }

    /// Prints a form on this thread.
    ///
    /// # Errors
    /// [`PressError`].
    pub fn print_here(&self, form: &PrintedForm) -> Result<Vec<u8>, PressError> {
        let broken = |error: serde_json::Error| PressError::Broken(error.to_string());
        let facts = serde_json::to_value(form).map_err(broken)?;
        let folders = &self.room.folders;
        let faces = self.room.faces.get_or_init(|| Faces::load(folders, false));
        let printed = match self.lay_out(form, &facts, faces)? {
            LayoutResult::Whole(document) => to_pdf(form, &document),
            LayoutResult::Without(_) => {
                let all = &self.room.all_faces;
                let all = all.get_or_init(|| Faces::load(folders, true));
                match self.lay_out(form, &facts, all)? {
                    LayoutResult::Whole(document) => to_pdf(form, &document),
                    LayoutResult::Without(problems) => Err(PressError::Missing(problems)),
                }
            }
        };
        comemo::evict(if form.body.is_secret() { 0 } else { REMEMBERED });
        printed
    }

    fn lay_out(
        &self,
        form: &PrintedForm,
        facts: &Value,
        faces: &Faces,
    ) -> Result<LayoutResult, PressError> {
        let templates = self.room.templates.get_or_init(Templates::load);
        let mut told = facts.clone();
        if let Value::Object(fields) = &mut told {
            let families = json!({ "text": faces.text, "title": faces.title });
            fields.insert("faces".to_owned(), families);
        }
        let name = form.body.template();
        let desk = TypstWorld::new(templates, faces, name, told.to_string().into_bytes())
            .ok_or_else(|| PressError::Broken(format!("there is no template {name}")))?;
        let done = typst::compile::<PagedDocument>(&desk);
        for warning in &done.warnings {
            tracing::debug!(template = name, message = %warning.message, "a template warns");
        }
        let document = done.output.map_err(|errors| broken(name, &errors))?;
        let missing = missing::characters(&document);
        Ok(if missing.is_empty() {
            LayoutResult::Whole(Box::new(document))
        } else {
            LayoutResult::Without(missing::problems(&missing, facts))
        })
    }
}

/// Pages, or what they lack.
enum LayoutResult {
    Whole(Box<PagedDocument>),
    Without(Vec<Problem>),
}

fn to_pdf(form: &PrintedForm, document: &PagedDocument) -> Result<Vec<u8>, PressError> {
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", form.head.title, form.head.foot)),
        creator: Smart::Custom(Some("minsheng".to_owned())),
        // Slips are cut apart; tags would only make the file large.
        tagged: !form.body.is_secret(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| broken(form.body.template(), &errors))
}

fn broken(template: &str, errors: &[SourceDiagnostic]) -> PressError {
    let told: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PressError::Broken(format!("{template}: {}", told.join("; ")))
}
