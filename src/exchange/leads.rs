//! Leads that an office has written down elsewhere: number, day, origin, kind, words, contact.

use jiff::civil::Date;

use super::file_row::FileRow;
use super::table::{Table, TableKind, TableRow};
use super::trial::Trial;
use super::{cell, columns};
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::{LeadStage, MOST_LINE, Wish};
use domain::library::typed;
use domain::problem::{Problem, ProblemPlace};

const KIND: TableKind = TableKind {
    name: "lead",
    needed: &["number", "received_on", "origin", "region", "kind", "what"],
    lines: &["what", "told"],
    dates: &["received_on"],
};

/// The longest number of an office's own book.
const LONGEST_NUMBER: usize = 30;

/// One lead of a file.
#[derive(Debug, Clone)]
pub struct LeadRow {
    /// The office's own number; an export writes the receipt's where there is none.
    pub number: String,
    /// The day on which it came in.
    pub received_on: Date,
    pub wish: Wish,
    /// How to reach whoever handed it in. Read once, and never given back by an export.
    pub contact: String,
    /// Where it stands; written by exports, not read.
    pub stage: LeadStage,
    /// Why declined, or where handed over; written by exports, not read.
    pub told: String,
}

/// Two rows are one when they say the same wish: a contact is not given back and a state is not read,
/// so no file differs by them.
impl PartialEq for LeadRow {
    fn eq(&self, other: &Self) -> bool {
        (&self.number, self.received_on, &self.wish)
            == (&other.number, other.received_on, &other.wish)
    }
}

impl Eq for LeadRow {}

impl FileRow for LeadRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_leads(file)
    }

    fn key(&self) -> &str {
        &self.number
    }

    fn name(&self) -> &str {
        &self.wish.what
    }

    /// What stands of a lead is never changed by a file, so there is nothing to fill in but what
    /// keeps equal rows equal.
    fn filled(mut self, stands: &Self, lacks: &[&str]) -> Self {
        if lacks.contains(&"origin_ref") {
            self.wish.origin_ref.clone_from(&stands.wish.origin_ref);
        }
        if lacks.contains(&"place") {
            self.wish.place.clone_from(&stands.wish.place);
        }
        self
    }

    fn cell(&self, column: &str) -> String {
        let wish = &self.wish;
        match column {
            "number" => self.number.clone(),
            "received_on" => self.received_on.to_string(),
            "origin" => columns::header("lead_origin", wish.origin.word()).to_owned(),
            "origin_ref" => wish.origin_ref.clone(),
            "region" => wish.region.clone(),
            "kind" => columns::header("lead_kind", wish.kind.word()).to_owned(),
            "what" => wish.what.clone(),
            "place" => wish.place.clone(),
            "contact" => self.contact.clone(),
            "stage" => columns::header("lead_stage", self.stage.word()).to_owned(),
            "told" => self.told.clone(),
            _ => String::new(),
        }
    }
}

/// Reads a file of leads for a trial run.
#[must_use]
pub(crate) fn try_leads(bytes: &[u8]) -> Trial<LeadRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    table.refuse_equal("number");
    let mut rows = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        // A row that cannot be read has its problem noted, and is no row of the trial.
        if let Some(lead) = lead(&mut table, &row) {
            rows.push((row.number, lead));
        }
    }
    table.into_trial(rows)
}

fn lead(table: &mut Table, row: &TableRow) -> Option<LeadRow> {
    let number = cell::narrow(row.get("number"));
    if number.chars().count() > LONGEST_NUMBER {
        let problem = Problem::error("lead-number-long").with("most", LONGEST_NUMBER);
        table.problem(row.number, "number", problem);
    }
    let day = row.get("received_on");
    let received_on = date(day);
    if received_on.is_none() && !day.is_empty() {
        let problem = Problem::error("cell-date").with("value", day);
        table.problem(row.number, "received_on", problem);
    }
    let origin = table.word(row, "origin", "lead_origin", None);
    let kind = table.word(row, "kind", "lead_kind", None);
    let contact = typed::line("contact", row.get("contact"), MOST_LINE);
    let contact = contact
        .map_err(|problem| table.problem(row.number, "contact", problem))
        .ok();
    let wish = Wish {
        origin: LeadOrigin::from_word(origin?)?,
        origin_ref: row.get("origin_ref").to_owned(),
        region: row.get("region").to_owned(),
        kind: LeadKind::from_word(kind?)?,
        what: row.get("what").to_owned(),
        place: row.get("place").to_owned(),
    };
    let wish = wish.checked(&[]).map_err(|problems| {
        for problem in problems {
            // An empty cell is already named as one that must be filled.
            if problem.code != "text-missing" {
                table.problem(row.number, column(&problem), problem);
            }
        }
    });
    Some(LeadRow {
        number,
        received_on: received_on?,
        wish: wish.ok()?,
        contact: contact?,
        stage: LeadStage::Received,
        told: String::new(),
    })
}

/// The column of a problem that the domain found in a field.
fn column(problem: &Problem) -> &'static str {
    let field = match &problem.place {
        ProblemPlace::Field(field) => field.as_str(),
        ProblemPlace::Whole | ProblemPlace::Cell { .. } => "",
    };
    ["region", "what", "place", "origin_ref"]
        .into_iter()
        .find(|column| *column == field)
        .unwrap_or("what")
}

/// A day as people write it: year, month and day, whatever stands between them.
fn date(text: &str) -> Option<Date> {
    let text = cell::narrow(text);
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|piece| !piece.is_empty());
    let year = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let day = numbers.next()?.parse().ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let day = Date::constant(2025, 9, 3);
        for text in ["2025-09-03", "2025/9/3", "2025年9月3日", "２０２５．９．３"] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        for text in ["2025-13-01", "9月3日", "", "soon"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn each_row_is_read_or_says_what_is_wrong() {
        let file = "登记号,收到日期,来源,编号或名称,乡镇或村,类别,建议内容,联系方式\n\
            1,2025-09-03,来信,,青河镇,道路桥梁,修路,13800000000\n\
            2,x,来信,,青河镇,道路桥梁,修路,\n\
            3,2025-09-03,天上,,青河镇,道路桥梁,修路,\n\
            4,2025-09-03,代表议案建议,,青河镇,道路桥梁,修路,\n";
        let trial = try_leads(file.as_bytes());
        assert_eq!((trial.rows_read, trial.rows.len()), (4, 1));
        assert_eq!(trial.rows[0].contact, "13800000000");
        let told: Vec<_> = trial
            .problems
            .iter()
            .map(|problem| (problem.code, problem.place.clone()))
            .collect();
        let cell = |row, column: &str| ProblemPlace::Cell {
            row,
            column: column.into(),
        };
        assert_eq!(
            told,
            [
                ("cell-date", cell(3, "收到日期")),
                ("cell-word", cell(4, "来源")),
                ("lead-ref-missing", cell(5, "编号或名称")),
            ]
        );
    }
}
