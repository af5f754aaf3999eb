//! A project's form: what was typed into a sheet, and a sheet as a form shows it.
//!
//! Names of inputs are the words of the fields; sources and targets are numbered rows.

use domain::library::fund::{Fund, FundKind};
use domain::library::kind::{Category, ProjectOrigin, Readiness};
use domain::library::sheet::{Field, FieldKind, Sheet, YearTarget};
use domain::library::wording;
use domain::problem::Problem;

/// Rows of sources and of targets that a form has at most.
pub const MOST_ROWS: usize = 12;

/// Inputs by name, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedSheet(Vec<(String, String)>);

impl TypedSheet {
    /// Inputs of a posted form.
    #[must_use]
    pub fn new(inputs: Vec<(String, String)>) -> Self {
        Self(inputs)
    }

    /// What stands in an input; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let mut found = self.0.iter().filter(|(known, _)| known == name);
        found.next().map_or("", |(_, value)| value)
    }

    /// Every input with what stands in it.
    pub fn iter(&self) -> impl Iterator<Item = (String, String)> {
        self.0.iter().cloned()
    }

    /// Puts something into an input.
    pub fn set(&mut self, name: &str, value: String) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value));
    }

    /// A sheet as its form shows it.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let mut inputs = Vec::new();
        let mut set = |name: String, value: String| inputs.push((name, value));
        for field in Field::ALL {
            let value = match field.kind() {
                FieldKind::Funds | FieldKind::Targets => continue,
                FieldKind::Money => sheet.text(field).parse().map(amount).unwrap_or_default(),
                FieldKind::Text | FieldKind::Count | FieldKind::Word => sheet.text(field),
            };
            set(field.word().to_owned(), value);
        }
        for (row, fund) in sheet.funds.iter().enumerate() {
            set(format!("fund_kind_{row}"), fund.kind.word().to_owned());
            set(format!("fund_source_{row}"), fund.source.clone());
            set(format!("fund_amount_{row}"), amount(fund.amount));
            set(format!("fund_year_{row}"), amount(fund.this_year));
            if fund.is_secured {
                set(format!("fund_secured_{row}"), "yes".to_owned());
            }
        }
        for (row, target) in sheet.targets.iter().enumerate() {
            set(format!("target_year_{row}"), target.year.to_string());
            set(format!("target_text_{row}"), target.text.clone());
        }
        Self(inputs)
    }

    /// The same without amounts: a new form shows empty fields, not noughts.
    #[must_use]
    pub fn unpriced(mut self) -> Self {
        for field in [Field::Investment, Field::NeedThisYear] {
            self.set(field.word(), String::new());
        }
        self
    }

    /// How many rows of a kind are filled, counted to the last one.
    #[must_use]
    pub fn rows(&self, names: [&str; 2]) -> usize {
        let is_filled = |row: &usize| {
            let mut names = names.iter();
            names.any(|name| !self.get(&format!("{name}_{row}")).trim().is_empty())
        };
        (0..MOST_ROWS)
            .rev()
            .find(is_filled)
            .map_or(0, |row| row + 1)
    }

    /// The sheet that was typed.
    ///
    /// # Errors
    /// Every problem at its field; the form keeps what was typed.
    pub fn read(&self) -> Result<Sheet, Vec<Problem>> {
        let mut reader = SheetReader {
            typed: self,
            problems: Vec::new(),
        };
        let sheet = reader.sheet();
        let mut problems = reader.problems;
        let is_told = |problem: &Problem| problems.iter().any(|told| told.place == problem.place);
        let more: Vec<Problem> = sheet.problems();
        let more: Vec<Problem> = more.into_iter().filter(|one| !is_told(one)).collect();
        problems.extend(more);
        if problems.is_empty() {
            Ok(sheet)
        } else {
            Err(problems)
        }
    }
}

fn amount(fen: i64) -> String {
    exchange::amount_text(fen)
}

struct SheetReader<'t> {
    typed: &'t TypedSheet,
    problems: Vec<Problem>,
}

impl SheetReader<'_> {
    fn kept<T: Default>(&mut self, read: Result<T, Problem>) -> T {
        read.unwrap_or_else(|problem| {
            self.problems.push(problem);
            T::default()
        })
    }

    fn line(&mut self, field: Field) -> String {
        let name = field.word();
        self.kept(wording::line(name, self.typed.get(name)))
    }

    fn lines(&mut self, field: Field) -> String {
        let name = field.word();
        self.kept(wording::lines(name, self.typed.get(name)))
    }

    /// The amount of an input; `empty` where nothing was typed.
    fn amount(&mut self, name: &str, empty: i64) -> i64 {
        match self.typed.get(name).trim() {
            "" => empty,
            text => self.kept(exchange::amount(text).map_err(|problem| problem.at(name))),
        }
    }

    fn sheet(&mut self) -> Sheet {
        let investment = self.amount(Field::Investment.word(), 0);
        let need_this_year = self.amount(Field::NeedThisYear.word(), investment);
        let people = self.typed.get(Field::BeneficiaryCount.word()).trim();
        let beneficiary_count = match people {
            "" => None,
            text => {
                let read = exchange::read_people(text).map(Some);
                self.kept(read.map_err(|problem| problem.at(Field::BeneficiaryCount.word())))
            }
        };
        let word = |field: Field| self.typed.get(field.word());
        let category = Category::from_word(word(Field::Category)).unwrap_or(Category::Other);
        let readiness = Readiness::from_word(word(Field::Readiness)).unwrap_or(Readiness::Idea);
        let origin = ProjectOrigin::from_word(word(Field::Origin)).unwrap_or(ProjectOrigin::Office);
        Sheet {
            code: self.line(Field::Code),
            name: self.line(Field::Name),
            summary: self.line(Field::Summary),
            content: self.lines(Field::Content),
            scale: self.line(Field::Scale),
            place: self.line(Field::Place),
            beneficiaries: self.line(Field::Beneficiaries),
            beneficiary_count,
            category,
            investment,
            need_this_year,
            funds: self.funds(),
            targets: self.targets(),
            lead_unit: self.line(Field::LeadUnit),
            supporting_units: self.line(Field::SupportingUnits),
            leader: self.line(Field::Leader),
            start_by: self.line(Field::StartBy),
            finish_by: self.line(Field::FinishBy),
            readiness,
            origin,
            note: self.lines(Field::Note),
        }
    }

    /// Rows with an amount or a name; this year's part is the whole where nothing else is typed.
    fn funds(&mut self) -> Vec<Fund> {
        let rows = self.typed.rows(["fund_amount", "fund_source"]);
        let mut funds = Vec::new();
        for row in 0..rows {
            let source = format!("fund_source_{row}");
            let name = self.kept(wording::line(&source, self.typed.get(&source)));
            let place = format!("fund_amount_{row}");
            let is_empty = self.typed.get(&place).trim().is_empty();
            if is_empty && name.is_empty() {
                continue;
            }
            if is_empty {
                self.problems
                    .push(Problem::error("fund-amount-missing").at(&*place));
            }
            let amount = self.amount(&place, 0);
            let kind = FundKind::from_word(self.typed.get(&format!("fund_kind_{row}")));
            funds.push(Fund {
                kind: kind.unwrap_or(FundKind::Other),
                source: exchange::source_name(&name),
                amount,
                this_year: self.amount(&format!("fund_year_{row}"), amount),
                is_secured: self.typed.get(&format!("fund_secured_{row}")) == "yes",
            });
        }
        funds
    }

    fn targets(&mut self) -> Vec<YearTarget> {
        let rows = self.typed.rows(["target_year", "target_text"]);
        let mut targets = Vec::new();
        for row in 0..rows {
            let place = format!("target_year_{row}");
            let text = format!("target_text_{row}");
            let words = self.kept(wording::line(&text, self.typed.get(&text)));
            let typed = self.typed.get(&place).trim();
            if typed.is_empty() && words.is_empty() {
                continue;
            }
            match typed.parse::<i16>() {
                Ok(year) if (2000..2100).contains(&year) => {
                    targets.push(YearTarget { year, text: words });
                }
                _ => self
                    .problems
                    .push(Problem::error("target-year").at(&*place)),
            }
        }
        targets.sort_by_key(|target| target.year);
        targets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(inputs: &[(&str, &str)]) -> TypedSheet {
        let inputs = inputs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        TypedSheet::new(inputs.collect())
    }

    const WHOLE: &[(&str, &str)] = &[
        ("code", "QH2026-10"),
        ("name", "牧道建设"),
        ("summary", "改造牧道"),
        ("investment", "0.48亿"),
        ("need_this_year", "４８ 万"),
        ("beneficiary_count", "约5200人"),
        ("category", "herding_tracks"),
        ("fund_kind_0", "own_budget"),
        ("fund_source_0", "县财政"),
        ("fund_amount_0", "4,800"),
        ("fund_year_0", "48"),
        ("fund_secured_0", "yes"),
        ("target_year_0", "2027"),
        ("target_text_0", "完工"),
        ("target_year_1", "2026"),
        ("target_text_1", "路基"),
    ];

    #[test]
    fn a_form_is_read_forgivingly_and_shown_as_the_same() {
        let sheet = typed(WHOLE).read().unwrap();
        assert_eq!(
            (sheet.investment, sheet.need_this_year),
            (4_800_000_000, 48_000_000)
        );
        assert_eq!(sheet.beneficiary_count, Some(5200));
        assert_eq!(
            sheet.targets.iter().map(|one| one.year).collect::<Vec<_>>(),
            [2026, 2027]
        );
        assert!(sheet.funds[0].is_secured);
        assert_eq!(TypedSheet::of(&sheet).read(), Ok(sheet));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field_once() {
        for (name, value, code) in [
            ("investment", "-5", "amount-negative"),
            ("investment", "2000亿", "amount-too-large"),
            ("fund_amount_0", "约五百", "amount-not-a-number"),
            ("need_this_year", "1亿", "need-over-investment"),
            ("name", "牧\u{202e}道", "text-hidden"),
            ("name", " ", "project-field-missing"),
            ("beneficiary_count", "全县", "people-not-a-number"),
            ("target_year_0", "二〇二七", "target-year"),
            ("fund_amount_0", "", "fund-amount-missing"),
        ] {
            let mut inputs = WHOLE.to_vec();
            inputs.retain(|(known, _)| *known != name);
            inputs.push((name, value));
            let problems = typed(&inputs).read().unwrap_err();
            let found = problems.iter().find(|problem| problem.code == code);
            assert!(found.is_some(), "{name}={value}: {problems:?}");
        }
    }
}
