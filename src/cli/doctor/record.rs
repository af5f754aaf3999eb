//! The record itself: the pages of the database, the audit log against every head that is known, and
//! all that voting days have fixed.

use super::{DoctorOptions, ReportLine};
use domain::voting::box_file::FoundBox;
use service::audit::check_result::Difference;
use service::audit::checking;
use service::voting::checking_boxes::{self, WrongBox};
use text::{Language, Words};

/// The lines about the record.
pub(super) fn all(asked: &DoctorOptions) -> Vec<ReportLine> {
    if !checking::has_record(&asked.data) {
        return match asked.heads.first() {
            None => vec![ReportLine::good("there is no record yet")],
            Some(_) => vec![ReportLine::failure(
                "there is no record here to compare a head with",
            )],
        };
    }
    let checked = checking::check_file(&asked.data, &asked.heads, asked.backups.as_deref());
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => {
            let source = std::error::Error::source(&error);
            let why = source.map_or_else(|| error.to_string(), ToString::to_string);
            return vec![ReportLine::failure(format!(
                "the database cannot be read: {why}; stop the server and restore a backup"
            ))];
        }
    };
    let mut lines: Vec<ReportLine> = checked
        .differences
        .iter()
        .map(|found| ReportLine::failure(told(found)))
        .collect();
    if lines.is_empty() {
        lines.push(ReportLine::good(
            "the pages of the database hold, and all that voting days have fixed",
        ));
        let head = checked.head;
        lines.push(ReportLine::good(format!(
            "the audit log holds: {} lines in {} chains, head {head}",
            checked.lines, checked.chains
        )));
        for head in &asked.heads {
            let digits = head.hash.len();
            lines.push(ReportLine::good(format!(
                "the audit log has every head that was typed: line {}, {digits} of 64 digits compared",
                head.number
            )));
        }
        let known = checking::count_known_heads(asked.backups.as_deref());
        if known > 0 {
            lines.push(ReportLine::good(format!(
                "the audit log has the heads of {known} backups"
            )));
        }
    }
    lines.extend(boxes(asked));
    lines
}

/// The lines about the boxes that lie beside the record.
fn boxes(asked: &DoctorOptions) -> Vec<ReportLine> {
    let found = match checking_boxes::look_at_boxes(&asked.data) {
        Ok(found) => found,
        Err(error) => {
            return vec![ReportLine::failure(format!(
                "the boxes cannot be read: {error}"
            ))];
        }
    };
    if found.wrong.is_empty() {
        return match found.there {
            0 => Vec::new(),
            boxes => vec![ReportLine::good(format!(
                "the boxes stand as the record says: {boxes}. No copy of this machine may be put back while they do: \
                 a snapshot of before loses ballots unseen"
            ))],
        };
    }
    found
        .wrong
        .iter()
        .map(|one| ReportLine::failure(wrong(one)))
        .collect()
}

fn wrong(found: &WrongBox) -> String {
    let which = match (&found.name, found.round) {
        (Some(name), Some(round)) => format!("the box {name} of round {round}"),
        _ => "a box that no round has".to_owned(),
    };
    let how = match found.found {
        FoundBox::Missing => "is missing".to_owned(),
        FoundBox::Torn => "cannot be read".to_owned(),
        FoundBox::Foreign => {
            let opened = found
                .opened
                .map_or_else(|| "no line".to_owned(), |head| head.to_string());
            format!(
                "is of another record: {opened} opened it, and the log here, which ends at {}, does not have that",
                found
                    .head
                    .map_or_else(|| "no line".to_owned(), |head| head.to_string())
            )
        }
        FoundBox::There { stage, .. } => {
            format!("stands at {stage}, which the record does not say")
        }
    };
    let what = match found.round {
        Some(_) => "it is kept as it is; two people may declare the round void",
        None => "it is kept as it is, for the record that it belongs to",
    };
    format!("{which} {how}: {what}")
}

/// A difference in English words, for the console and the log.
pub(crate) fn told(found: &Difference) -> String {
    let words = Words::of(Language::En);
    let problem = &found.problem;
    let told = words
        .say_named("problem", problem.code, &problem.facts)
        .text;
    if found.about.is_empty() {
        told
    } else {
        format!("{}: {told}", found.about)
    }
}
