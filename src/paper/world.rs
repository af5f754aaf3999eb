//! What Typst can read (its `World`): the templates, one file of facts, the typefaces. No disk, no
//! network, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::faces::Faces;

/// The file that holds a form's facts.
const FACTS: &str = "facts.json";

/// The templates by name.
const TEMPLATES: [(&str, &str); 9] = [
    ("kit.typ", include_str!("templates/kit.typ")),
    ("ballot.typ", include_str!("templates/ballot.typ")),
    ("cards.typ", include_str!("templates/cards.typ")),
    ("label.typ", include_str!("templates/label.typ")),
    ("notice.typ", include_str!("templates/notice.typ")),
    ("parallel.typ", include_str!("templates/parallel.typ")),
    ("record.typ", include_str!("templates/record.typ")),
    ("slips.typ", include_str!("templates/slips.typ")),
    ("tally.typ", include_str!("templates/tally.typ")),
];

/// Typst's library and the parsed templates: the same for every form.
pub(super) struct Templates {
    library: LazyHash<Library>,
    sources: Vec<(&'static str, Source)>,
    facts: Option<FileId>,
}

impl Templates {
    pub(super) fn load() -> Self {
        let parse = |(name, text): (&'static str, &str)| {
            id(name).map(|id| (name, Source::new(id, text.to_owned())))
        };
        Self {
            library: LazyHash::new(Library::default()),
            sources: TEMPLATES.into_iter().filter_map(parse).collect(),
            facts: id(FACTS),
        }
    }

    fn find(&self, id: FileId) -> Option<&Source> {
        let found = self.sources.iter().find(|(_, source)| source.id() == id);
        found.map(|(_, source)| source)
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One form before Typst.
pub(super) struct TypstWorld<'p> {
    templates: &'p Templates,
    faces: &'p Faces,
    main: FileId,
    facts: Bytes,
}

impl<'p> TypstWorld<'p> {
    /// A template with its facts; none where there is no such template.
    pub(super) fn new(
        templates: &'p Templates,
        faces: &'p Faces,
        template: &str,
        facts: Vec<u8>,
    ) -> Option<Self> {
        let (_, main) = templates
            .sources
            .iter()
            .find(|(name, _)| *name == template)?;
        Some(Self {
            templates,
            faces,
            main: main.id(),
            facts: Bytes::new(facts),
        })
    }
}

fn nowhere(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for TypstWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.templates.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.templates.find(id).cloned().ok_or_else(|| nowhere(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if self.templates.facts == Some(id) {
            return Ok(self.facts.clone());
        }
        let source = self.templates.find(id).ok_or_else(|| nowhere(id))?;
        Ok(Bytes::from_string(source.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None // a form's dates are among its facts
    }
}
