//! Monthly reports of many projects at once: project, month, how far, money paid, where things stand.

use super::file_row::FileRow;
use super::table::{Table, TableKind, TableRow};
use super::trial::Trial;
use super::{cell, columns};
use domain::followup::money;
use domain::followup::month::Month;
use domain::followup::share::Share;
use domain::problem::Problem;

const KIND: TableKind = TableKind {
    name: "report",
    needed: &["code", "month", "paid", "status"],
    lines: &[],
    dates: &["month"],
};

/// One report of a file: of a project in a month.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// Code and month, by which a row is known.
    key: String,
    /// The project's code.
    pub code: String,
    /// The project's name; written by exports, not read.
    pub name: String,
    /// The month that it tells of.
    pub month: Month,
    /// How much of the work is done, where the file says so.
    pub done: Option<Share>,
    /// The same as an amount; it decides where the plan has one.
    pub quantity: Option<u64>,
    /// Money paid so far, in fen; written in ten thousands of yuan.
    pub paid: i64,
    /// Where things stand.
    pub status: String,
    /// What hinders.
    pub problem: String,
    /// What comes next.
    pub next_step: String,
    /// Why a figure fell, or what a correction corrects.
    pub why: String,
    /// Whether somebody stands for it; written by exports, not read.
    pub is_checked: bool,
}

impl ReportRow {
    /// A row of a project and a month, with nothing else said yet.
    #[must_use]
    pub fn of(code: &str, month: Month) -> Self {
        Self {
            key: format!("{code} {month}"),
            code: code.to_owned(),
            name: String::new(),
            month,
            done: None,
            quantity: None,
            paid: 0,
            status: String::new(),
            problem: String::new(),
            next_step: String::new(),
            why: String::new(),
            is_checked: false,
        }
    }
}

/// Two rows are one when they report the same: a name and a check are not read.
impl PartialEq for ReportRow {
    fn eq(&self, other: &Self) -> bool {
        let figures = |row: &Self| (row.done, row.quantity, row.paid);
        let texts = |row: &Self| {
            [
                &row.key,
                &row.status,
                &row.problem,
                &row.next_step,
                &row.why,
            ]
            .map(Clone::clone)
        };
        figures(self) == figures(other) && texts(self) == texts(other)
    }
}

impl Eq for ReportRow {}

impl FileRow for ReportRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_reports(file)
    }

    fn key(&self) -> &str {
        &self.key
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn filled(mut self, stands: &Self, lacks: &[&str]) -> Self {
        self.name.clone_from(&stands.name);
        // One figure alone that differs leaves nothing of the other.
        if lacks.contains(&"quantity") && self.done == stands.done {
            self.quantity = stands.quantity;
        }
        if lacks.contains(&"done") && self.quantity == stands.quantity {
            self.done = stands.done;
        }
        for (column, own, stood) in [
            ("problem", &mut self.problem, &stands.problem),
            ("next_step", &mut self.next_step, &stands.next_step),
            ("why", &mut self.why, &stands.why),
        ] {
            if lacks.contains(&column) {
                own.clone_from(stood);
            }
        }
        self
    }

    fn cell(&self, column: &str) -> String {
        let state = if self.is_checked {
            "checked"
        } else {
            "waiting"
        };
        let text = |number: Option<String>| number.unwrap_or_default();
        match column {
            "code" => self.code.clone(),
            "name" => self.name.clone(),
            "month" => self.month.to_string(),
            "done" => text(self.done.map(|done| done.to_string())),
            "quantity" => text(self.quantity.map(|quantity| quantity.to_string())),
            "paid" => money::ten_thousands(self.paid),
            "status" => self.status.clone(),
            "problem" => self.problem.clone(),
            "next_step" => self.next_step.clone(),
            "why" => self.why.clone(),
            "state" => columns::header("report_state", state).to_owned(),
            _ => String::new(),
        }
    }
}

/// Reads a file of reports for a trial run.
#[must_use]
pub(crate) fn try_reports(bytes: &[u8]) -> Trial<ReportRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    let mut rows: Vec<(u64, ReportRow)> = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        let Some(report) = report(&mut table, &row) else {
            continue;
        };
        let twice = rows.iter().find(|(_, known)| known.key == report.key);
        match twice.map(|(first, _)| *first) {
            Some(first) => {
                let problem = Problem::error("report-twice").with("month", report.month);
                table.problem(row.number, "month", problem.with("first", first));
            }
            None => rows.push((row.number, report)),
        }
    }
    table.into_trial(rows)
}

fn report(table: &mut Table, row: &TableRow) -> Option<ReportRow> {
    let written = row.get("month");
    let month = month(written);
    if month.is_none() && !written.is_empty() {
        let problem = Problem::error("report-month").with("value", written);
        table.problem(row.number, "month", problem);
    }
    let figure = |text: &str| cell::narrow(text);
    let done = match row.get("done") {
        "" => Ok(None),
        text => Share::read(&figure(text)).map(Some),
    };
    let quantity = match row.get("quantity") {
        "" => Ok(None),
        text => {
            let number = figure(text).parse().map(Some);
            number.map_err(|_| Problem::error("quantity-reported"))
        }
    };
    if done == Ok(None) && quantity == Ok(None) {
        table.problem(row.number, "done", Problem::error("report-no-figure"));
    }
    let paid = money::read(&figure(row.get("paid")));
    let mut take = |column, problem: Option<Problem>| {
        if let Some(problem) = problem {
            table.problem(row.number, column, problem);
        }
    };
    take("done", done.clone().err());
    take("quantity", quantity.clone().err());
    // An empty cell is already named as one that must be filled.
    take(
        "paid",
        paid.clone().err().filter(|_| !row.get("paid").is_empty()),
    );
    Some(ReportRow {
        done: done.ok()?,
        quantity: quantity.ok()?,
        paid: paid.ok()?,
        status: row.get("status").to_owned(),
        problem: row.get("problem").to_owned(),
        next_step: row.get("next_step").to_owned(),
        why: row.get("why").to_owned(),
        ..ReportRow::of(row.get("code"), month?)
    })
}

/// A month as people write it: year and month, whatever stands between them, and a day that a
/// workbook may add.
fn month(text: &str) -> Option<Month> {
    let text = cell::narrow(text);
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|piece| !piece.is_empty());
    let year = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    Month::new(year, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_however_it_is_written() {
        let march = Month::read("2026-03");
        for text in [
            "2026-03",
            "2026年3月",
            "2026/3",
            "２０２６．３",
            "2026-03-01",
        ] {
            assert_eq!(month(text), march, "{text}");
        }
        for text in ["", "3月", "2026-13", "2026"] {
            assert_eq!(month(text), None, "{text}");
        }
    }

    #[test]
    fn a_row_keeps_what_its_file_has_no_column_for_but_never_an_older_figure() {
        let march = Month::read("2026-03").unwrap();
        let stands = ReportRow {
            done: Some(Share::thousandths(104)),
            quantity: Some(9),
            problem: "rain".to_owned(),
            ..ReportRow::of("A-1", march)
        };
        let same = ReportRow {
            quantity: Some(9),
            ..ReportRow::of("A-1", march)
        };
        let filled = same.filled(&stands, &["done", "problem"]);
        assert_eq!(
            (filled.done, filled.problem.as_str()),
            (stands.done, "rain")
        );
        let more = ReportRow {
            done: Some(Share::thousandths(200)),
            ..ReportRow::of("A-1", march)
        };
        assert_eq!(more.filled(&stands, &["quantity"]).quantity, None);
    }
}
