//! What a project says, field by field: the record of domain practice, its history, and how two
//! people's edits are put side by side.

use super::fund::{self, Fund};
use count::words;

use super::kind::{Category, ProjectOrigin, Readiness};
use crate::problem::Problem;

/// The target of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTarget {
    pub year: i16,
    /// What is to stand at its end.
    pub text: String,
}

/// How a field is typed, kept and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words as they are.
    Text,
    /// A whole number.
    Count,
    /// A word of a closed list, under the field's own name.
    Word,
    /// An amount in fen.
    Money,
    /// Sources of money.
    Funds,
    /// Targets of years.
    Targets,
}

macro_rules! sheet {
    ($(
        $(#[$doc:meta])*
        $variant:ident $field:ident: $type:ty = $default:expr, $word:literal, $kind:ident;
    )+) => {
        words! {
            /// A field of a project, in the order of the form.
            pub enum Field { $($(#[$doc])* $variant = $word),+ }
        }

        impl Field {
            /// How it is typed, kept and shown.
            #[must_use]
            pub fn kind(self) -> FieldKind {
                match self {
                    $(Self::$variant => FieldKind::$kind,)+
                }
            }
        }

        /// What a project says.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Sheet {
            $($(#[$doc])* pub $field: $type,)+
        }

        impl Default for Sheet {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        impl Sheet {
            /// A field as text, for history and comparison: money in fen, words of the closed lists.
            #[must_use]
            pub fn text(&self, field: Field) -> String {
                match field {
                    $(Field::$variant => FieldText::told(&self.$field),)+
                }
            }

            /// Takes one field of another sheet.
            fn take(&mut self, field: Field, other: &Self) {
                match field {
                    $(Field::$variant => self.$field.clone_from(&other.$field),)+
                }
            }
        }
    };
}

// A field a line, in the order of the form: its name, its value in a new project, its word, its kind.
sheet! {
    /// The office's own code.
    Code code: String = String::new(), "code", Text;
    /// Name on the ballot.
    Name name: String = String::new(), "name", Text;
    /// One line: what, for how many.
    Summary summary: String = String::new(), "summary", Text;
    /// What is built, in full.
    Content content: String = String::new(), "content", Text;
    /// Scale with its unit.
    Scale scale: String = String::new(), "scale", Text;
    Place place: String = String::new(), "place", Text;
    /// For whom, in words.
    Beneficiaries beneficiaries: String = String::new(), "beneficiaries", Text;
    /// For how many people, where known.
    BeneficiaryCount beneficiary_count: Option<u32> = None, "beneficiary_count", Count;
    /// What it is about.
    Category category: Category = Category::Other, "category", Word;
    /// Investment in all, in fen.
    Investment investment: i64 = 0, "investment", Money;
    /// What it needs this year, in fen.
    NeedThisYear need_this_year: i64 = 0, "need_this_year", Money;
    /// Where the money comes from.
    Funds funds: Vec<Fund> = Vec::new(), "funds", Funds;
    /// What is to stand at the end of each year of a longer work, by year.
    Targets targets: Vec<YearTarget> = Vec::new(), "targets", Targets;
    /// Unit that must carry it out, as on the ballot.
    LeadUnit lead_unit: String = String::new(), "lead_unit", Text;
    /// Units that support it, in words.
    SupportingUnits supporting_units: String = String::new(), "supporting_units", Text;
    /// Leader in charge.
    Leader leader: String = String::new(), "leader", Text;
    /// When work begins, in the plan's words.
    StartBy start_by: String = String::new(), "start_by", Text;
    /// When it will be finished, in the plan's words.
    FinishBy finish_by: String = String::new(), "finish_by", Text;
    /// How far it is prepared.
    Readiness readiness: Readiness = Readiness::Idea, "readiness", Word;
    /// Who asked for it first.
    Origin origin: ProjectOrigin = ProjectOrigin::Office, "origin", Word;
    /// A note for the office, never shown outside.
    Note note: String = String::new(), "note", Text;
}

/// A value as text, for history and comparison.
trait FieldText {
    fn told(&self) -> String;
}

macro_rules! told_as_shown {
    ($($type:ty),+) => {$(
        impl FieldText for $type {
            fn told(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

told_as_shown!(String, i64, Category, Readiness, ProjectOrigin);

impl FieldText for Option<u32> {
    fn told(&self) -> String {
        self.map_or_else(String::new, |count| count.to_string())
    }
}

impl FieldText for Vec<Fund> {
    fn told(&self) -> String {
        fund::text(self)
    }
}

impl FieldText for Vec<YearTarget> {
    fn told(&self) -> String {
        targets_text(self)
    }
}

impl Sheet {
    /// This sheet with some fields of another. A need that followed the investment follows it still
    /// where the other does not speak of it.
    #[must_use]
    pub fn overlaid(&self, other: &Self, given: &[Field]) -> Self {
        let mut sheet = self.clone();
        for field in given {
            sheet.take(*field, other);
        }
        let is_whole = self.need_this_year == self.investment;
        if !given.contains(&Field::NeedThisYear) && is_whole {
            sheet.need_this_year = sheet.investment;
        }
        sheet.need_this_year = sheet.need_this_year.min(sheet.investment);
        sheet
    }

    /// What this sheet changes of another: field, before, after.
    #[must_use]
    pub fn changes_of(&self, before: &Self) -> Vec<(Field, String, String)> {
        let all = Field::ALL.iter().copied();
        all.map(|field| (field, before.text(field), self.text(field)))
            .filter(|(_, before, after)| before != after)
            .collect()
    }

    /// What must be mended before the sheet can be saved, each at its field.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (field, text) in [
            (Field::Code, &self.code),
            (Field::Name, &self.name),
            (Field::Summary, &self.summary),
        ] {
            if text.is_empty() {
                problems.push(Problem::error("project-field-missing").at(field.word()));
            }
        }
        if self.need_this_year > self.investment {
            problems.push(Problem::error("need-over-investment").at(Field::NeedThisYear.word()));
        }
        if self.funds.iter().any(|fund| fund.this_year > fund.amount) {
            problems.push(Problem::error("fund-year-over-total").at(Field::Funds.word()));
        }
        let years: Vec<i16> = self.targets.iter().map(|target| target.year).collect();
        let is_ordered = years.windows(2).all(|pair| pair.first() < pair.last());
        if !is_ordered {
            problems.push(Problem::error("target-year-twice").at(Field::Targets.word()));
        }
        problems
    }

    /// The year in which the plan says it is finished: the first four digits of its words.
    #[must_use]
    pub(crate) fn finish_year(&self) -> Option<i16> {
        let digits: String = self
            .finish_by
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        (digits.len() == 4).then(|| digits.parse().ok()).flatten()
    }
}

/// Targets as text, a line each.
#[must_use]
fn targets_text(targets: &[YearTarget]) -> String {
    let lines: Vec<String> = targets
        .iter()
        .map(|target| format!("{} {}", target.year, target.text))
        .collect();
    lines.join("\n")
}

/// Two people edited one project: a field of which both texts are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    pub field: Field,
    /// What both saw when they began.
    pub before: String,
    /// What the other saved meanwhile.
    pub theirs: String,
    /// What was typed here.
    pub mine: String,
}

impl Collision {
    /// Whether both changed the field, to different texts.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.before != self.mine && self.before != self.theirs && self.mine != self.theirs
    }
}

/// Puts a sheet typed over an old version beside the one that stands now. The sheet that comes back
/// has every field that was typed here and, where nothing was, what the other saved: nothing is
/// lost. `before` is what a field said when the typing began.
#[must_use]
pub fn reconcile(
    mine: &Sheet,
    theirs: &Sheet,
    before: impl Fn(Field) -> String,
) -> (Sheet, Vec<Collision>) {
    let mut merged = mine.clone();
    let mut collisions = Vec::new();
    for field in Field::ALL.iter().copied() {
        let one = Collision {
            field,
            before: before(field),
            theirs: theirs.text(field),
            mine: mine.text(field),
        };
        if one.mine == one.before {
            merged.take(field, theirs);
        }
        if one.theirs != one.before || one.mine != one.before {
            collisions.push(one);
        }
    }
    (merged, collisions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, place: &str, investment: i64) -> Sheet {
        Sheet {
            code: "A-1".to_owned(),
            name: name.to_owned(),
            summary: "一句话".to_owned(),
            place: place.to_owned(),
            investment,
            ..Sheet::default()
        }
    }

    #[test]
    fn two_edits_of_different_fields_are_both_kept() {
        let before = sheet("牧道", "甲村", 100);
        let theirs = sheet("牧道", "乙村", 100);
        let mine = sheet("牧道", "甲村", 200);
        let (merged, found) = reconcile(&mine, &theirs, |field| before.text(field));
        assert_eq!(merged, sheet("牧道", "乙村", 200));
        let shown: Vec<Field> = found.iter().map(|one| one.field).collect();
        assert_eq!(shown, [Field::Place, Field::Investment]);
        assert!(found.iter().all(|one| !one.is_contested()));
    }

    #[test]
    fn two_texts_of_one_field_stand_side_by_side_and_the_typed_one_is_kept() {
        let before = sheet("牧道", "甲村", 100);
        let (theirs, mine) = (sheet("牧道一", "甲村", 100), sheet("牧道二", "甲村", 100));
        let (merged, found) = reconcile(&mine, &theirs, |field| before.text(field));
        assert_eq!(merged.name, "牧道二");
        let [one] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert!(one.is_contested());
        assert_eq!(
            (&*one.before, &*one.theirs, &*one.mine),
            ("牧道", "牧道一", "牧道二")
        );
    }

    #[test]
    fn every_field_is_taken_and_told() {
        let full = Sheet {
            code: "c".into(),
            name: "n".into(),
            summary: "s".into(),
            content: "t".into(),
            scale: "86公里".into(),
            place: "p".into(),
            beneficiaries: "b".into(),
            beneficiary_count: Some(7),
            category: Category::Water,
            investment: 9,
            need_this_year: 8,
            funds: fund::read("own_budget\t9\t8\tsecured\tx"),
            targets: vec![YearTarget {
                year: 2026,
                text: "路基".into(),
            }],
            lead_unit: "l".into(),
            supporting_units: "u".into(),
            leader: "d".into(),
            start_by: "2026年4月".into(),
            finish_by: "2027年10月15日".into(),
            readiness: Readiness::Ready,
            origin: ProjectOrigin::Residents,
            note: "o".into(),
        };
        let empty = Sheet::default();
        assert_eq!(full.changes_of(&empty).len(), Field::ALL.len());
        let mut taken = empty;
        for field in Field::ALL {
            taken.take(field, &full);
        }
        assert_eq!(taken, full);
        assert_eq!(full.problems(), []);
        assert_eq!(full.finish_year(), Some(2027));
    }

    #[test]
    fn what_cannot_be_saved_says_where() {
        let mut bad = sheet("", "", 5);
        bad.need_this_year = 6;
        bad.funds = fund::read("grant\t1\t2\topen\t");
        bad.targets = vec![
            YearTarget {
                year: 2027,
                text: String::new(),
            },
            YearTarget {
                year: 2027,
                text: String::new(),
            },
        ];
        let codes: Vec<&str> = bad.problems().iter().map(|problem| problem.code).collect();
        assert_eq!(
            codes,
            [
                "project-field-missing",
                "need-over-investment",
                "fund-year-over-total",
                "target-year-twice"
            ]
        );
    }
}
