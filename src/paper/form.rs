//! The forms as data: what each template is told. Every text is ready to be read; none is markup.

use serde::Serialize;

/// A form: what stands on every page of it, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PrintedForm {
    /// What stands on every page.
    #[serde(flatten)]
    pub head: FormHead,
    /// What it says.
    #[serde(flatten)]
    pub body: FormBody,
}

/// What every form says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormHead {
    pub title: String,
    /// Whose: the session.
    pub of: String,
    /// The mark of a demo.
    pub demo: Option<String>,
    /// `#page` and `#of` stand for the numbers of the page and of all pages.
    pub page_words: String,
    /// In the foot of each page: by what a sheet is known when it lies alone.
    pub foot: String,
}

/// What a form says, by template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FormBody {
    /// A ballot paper.
    Ballot(BallotPaper),
    /// The ballot's lines in another language.
    Parallel(ParallelSheet),
    /// Slips to cut.
    Slips(SlipSheet),
    /// Key cards to be written on.
    Cards(CardSheet),
    /// Labels to seal with.
    Label(SealLabel),
    /// A sheet for strokes.
    Tally(CallingSheet),
    /// The public notice.
    Notice(NoticeForm),
    /// Paragraphs, figures, tables, signatures.
    Record(RecordForm),
}

impl FormBody {
    /// The file of its template.
    #[cfg(feature = "typst")]
    pub(super) fn template(&self) -> &'static str {
        match self {
            Self::Ballot(_) => "ballot.typ",
            Self::Parallel(_) => "parallel.typ",
            Self::Slips(_) => "slips.typ",
            Self::Cards(_) => "cards.typ",
            Self::Label(_) => "label.typ",
            Self::Tally(_) => "tally.typ",
            Self::Notice(_) => "notice.typ",
            Self::Record(_) => "record.typ",
        }
    }

    /// Whether it carries codes that must not stay in memory when it is printed.
    #[cfg(feature = "typst")]
    pub(super) fn is_secret(&self) -> bool {
        match self {
            Self::Slips(_) => true,
            Self::Ballot(_)
            | Self::Parallel(_)
            | Self::Cards(_)
            | Self::Label(_)
            | Self::Tally(_)
            | Self::Notice(_)
            | Self::Record(_) => false,
        }
    }
}

/// A line of the slate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlateLine {
    /// Line number, the same on paper and screen.
    pub number: u16,
    pub name: String,
    /// One line with its money.
    pub what: String,
    /// The same in another language, where it was translated and checked.
    pub foreign: Option<Translation>,
}

/// Name and one line in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Translation {
    pub name: String,
    /// One line.
    pub what: String,
}

/// A ballot paper: one sheet, the same for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotPaper {
    /// How to mark, sentence by sentence, as on the screen.
    pub instruction: Vec<String>,
    /// The lines in their order.
    pub lines: Vec<SlateLine>,
    /// What may be chosen, each with a box.
    pub choices: Vec<String>,
    /// Whether one choice is made for all lines together, with these words above it.
    pub whole: Option<String>,
    /// Names of the columns: number, project.
    pub columns: [String; 2],
    /// What stands where the seal goes.
    pub seal: String,
}

/// A sheet of the ballot's lines in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParallelSheet {
    /// That it is no ballot.
    pub note: String,
    pub language: RightToLeftLanguage,
    /// The lines in their order.
    pub lines: Vec<SlateLine>,
    /// Names of the columns: number, project.
    pub columns: [String; 2],
    /// What stands where there is no translation.
    pub none: String,
    /// Words of the ballot: Chinese, and the same in the language.
    pub glossary: Vec<(String, String)>,
}

/// A language written from right to left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RightToLeftLanguage {
    /// ISO 639 code.
    pub lang: &'static str,
    /// Its own name.
    pub name: String,
}

/// Slips to cut and fold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipSheet {
    /// The sheet before them.
    pub cover: CoverSheet,
    /// What stands at the line where a slip is folded.
    pub fold: String,
    /// How to use one.
    pub how: String,
    /// The polls of the sitting by colour and title, where there are several.
    pub polls: Vec<String>,
    /// Where the digits are typed.
    pub address: String,
    /// The hall's wireless network, if it has one.
    pub wifi: Option<String>,
    /// What is promised of it.
    pub secret: String,
    pub slips: Vec<SlipCell>,
}

/// The sheet before the slips: whose they are, and what is done with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverSheet {
    pub title: String,
    /// Who had how many printed, and when.
    pub facts: Vec<String>,
    /// What is to be done, step by step.
    pub steps: Vec<String>,
    /// Who signs.
    pub signatures: Vec<Signature>,
    /// Room for a date.
    pub date: String,
}

/// One slip.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SlipCell {
    /// The QR as SVG.
    pub qr: String,
    /// The typed code in its groups.
    pub digits: String,
}

impl std::fmt::Debug for SlipCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Slip")
    }
}

/// Blank key cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardSheet {
    pub cards: Vec<BlankCard>,
    /// Over the last group.
    pub check: String,
    /// Where the QR goes.
    pub qr: String,
    pub keep: String,
    /// Who holds it.
    pub signatures: Vec<Signature>,
}

/// One blank card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BlankCard {
    /// Its number.
    pub title: String,
    /// Lines below that: of how many, of which box.
    pub notes: Vec<String>,
}

/// Labels for what is sealed up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealLabel {
    /// Names and values.
    pub rows: Vec<(String, String)>,
    /// What the content is called.
    pub content: String,
    /// The contents, a label each.
    pub contents: Vec<String>,
    /// Who seals.
    pub signatures: Vec<Signature>,
    /// Room for a date.
    pub date: String,
}

/// A sheet for a calling count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallingSheet {
    /// How strokes are made.
    pub how: String,
    /// The strokes in grey, as many as there may be papers.
    pub guide: String,
    /// The lines in their order.
    pub lines: Vec<SlateLine>,
    /// What is counted of each.
    pub choices: Vec<String>,
    /// Over the totals.
    pub total: String,
    /// Who counts.
    pub signatures: Vec<Signature>,
}

/// The public notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticeForm {
    /// The red head.
    pub issuer: String,
    pub number: String,
    /// What is decided.
    pub paragraphs: Vec<String>,
    /// The chosen, in their order.
    pub items: Vec<String>,
    /// The last sentence.
    pub end: String,
    /// Who issues it.
    pub signature: String,
    pub date: String,
    /// What stands where the seal goes.
    pub seal: String,
}

/// A record of blocks in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordForm {
    /// Whether the sheet lies on its side.
    pub landscape: bool,
    /// What it says.
    pub blocks: Vec<RecordBlock>,
}

/// A part of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RecordBlock {
    Heading {
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Text {
        /// Its words.
        text: String,
    },
    /// A paragraph in small grey letters.
    Quiet {
        /// Its words.
        text: String,
    },
    /// A numbered list.
    List { items: Vec<String> },
    /// Figures side by side.
    Figures { figures: Vec<Figure> },
    /// A sum that must agree.
    Equation {
        /// The sum.
        text: String,
    },
    /// A table whose head comes again on each page.
    Table {
        /// Size of its letters in points.
        size: u8,
        /// Room above and below each cell's words in millimetres.
        pad: u8,
        columns: Vec<TableColumn>,
        /// Its rows; an empty cell is to be written on.
        rows: Vec<Vec<String>>,
    },
    /// Lines to sign on.
    Signatures {
        /// Who signs.
        lines: Vec<Signature>,
        /// Room for a date.
        date: String,
    },
}

/// A number with its name, in figures and in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What it counts.
    pub name: String,
    /// In figures; empty where it is to be written.
    pub number: String,
    pub words: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableColumn {
    pub name: String,
    /// Its width in millimetres; 0 takes what is left.
    pub width: u16,
    /// `left`, `centre` or `number`.
    pub align: &'static str,
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// As what somebody signs.
    pub role: String,
    /// Their name; empty where it is to be written.
    pub name: String,
}
