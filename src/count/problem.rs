//! What a person can fix: a coded problem with its place, worded by the text layer.
//!
//! A problem is a value, not an error: a form or an import answers with a list of them, keeps what
//! was typed, and saves nothing. Its words are the message `problem-<code>` in every language.

/// Whether a problem stops the act or may be accepted with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The act is refused until it is mended.
    Error,
    /// The act may go on when somebody accepts it; the reason stays on record.
    Warning,
}

/// Where the problem sits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemPlace {
    /// The whole form or file.
    Whole,
    /// A form's field, by its name.
    Field(String),
    /// A cell of a table: the row as a person counts it (the header is row 1) and the column's name.
    Cell {
        /// Row number, 1 for the header.
        row: u64,
        /// Column name as the file writes it; empty when the row as a whole is meant.
        column: String,
    },
}

/// What kind of problem it is, for whoever does more than tell its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Nature {
    /// Its words are all there is.
    #[default]
    Plain,
    /// The form is not one of this sign-in, this slip or this device.
    ForeignForm,
    /// The form lay too long; it is drawn anew.
    OldForm,
    /// Too much was tried: again after so many seconds.
    Wait(i64),
    /// The browser holds somebody else, who leaves it first.
    BrowserTaken,
    /// A fact is not as it was fixed.
    ChangedFact,
    /// More lines are marked than may be.
    TooManyMarks,
    /// Fewer lines are marked than must be.
    TooFewMarks,
}

impl Nature {
    /// The seconds to wait, where it is that too much was tried.
    #[must_use]
    pub fn seconds(self) -> Option<i64> {
        if let Self::Wait(seconds) = self {
            Some(seconds)
        } else {
            None
        }
    }
}

/// One coded problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable code in kebab-case; the message is `problem-<code>`.
    pub code: &'static str,
    /// Whether it refuses or warns.
    pub severity: Severity,
    /// Where it sits.
    pub place: ProblemPlace,
    /// Named facts for the message, such as `("most", "4")`.
    pub facts: Vec<(&'static str, String)>,
    /// What decides beside its words.
    pub nature: Nature,
}

impl Problem {
    /// An error of the whole form or file.
    #[must_use]
    pub fn error(code: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place: ProblemPlace::Whole,
            facts: Vec::new(),
            nature: Nature::Plain,
        }
    }

    /// A warning of the whole form or file.
    #[must_use]
    pub fn warning(code: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Warning,
            place: ProblemPlace::Whole,
            facts: Vec::new(),
            nature: Nature::Plain,
        }
    }

    /// A form that is not one of this sign-in, this slip or this device.
    #[must_use]
    pub fn foreign_form() -> Self {
        Self::error("form-foreign").of(Nature::ForeignForm)
    }

    /// The same problem of a kind.
    #[must_use]
    pub fn of(mut self, nature: Nature) -> Self {
        self.nature = nature;
        self
    }

    /// The same problem at a form's field.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.place = ProblemPlace::Field(field.into());
        self
    }

    /// The same problem at a cell of a table.
    #[must_use]
    pub fn in_cell(mut self, row: u64, column: impl Into<String>) -> Self {
        self.place = ProblemPlace::Cell {
            row,
            column: column.into(),
        };
        self
    }

    /// The same problem with one more fact for its message.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers and words read better without `&`"
    )]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// The row of a table that it sits in; 0 when it sits in none.
    #[must_use]
    pub fn row(&self) -> u64 {
        match &self.place {
            ProblemPlace::Cell { row, .. } => *row,
            ProblemPlace::Whole | ProblemPlace::Field(_) => 0,
        }
    }

    /// Whether it stands at this field.
    #[must_use]
    pub fn is_at(&self, name: &str) -> bool {
        matches!(&self.place, ProblemPlace::Field(field) if field == name)
    }

    /// Whether this problem refuses the act.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
