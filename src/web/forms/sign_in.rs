//! The sign-in sheet of a sitting: a line for each member, to be signed by hand.

use super::head::{column, head, text};
use crate::kit;
use paper::{FormBody, PrintedForm, RecordBlock, RecordForm};
use service::publish::official_forms::SignInSheet;
use text::say;
use text::{Language, Words};

/// The sheet.
pub(super) fn sign_in(sheet: &SignInSheet, is_demo: bool) -> PrintedForm {
    let words = Words::of(Language::ZhHans);
    let session = kit::session_name(words, &sheet.congress.name, &sheet.session).text;
    let title = say!(words, "paper-sign-in").text;
    let sitting = say!(words, "sitting-number", number = sheet.sitting.number).text;
    let foot = format!("{title} · {session} · {sitting}");
    let columns = vec![
        column(say!(words, "form-number"), 12),
        column(say!(words, "officer-number"), 24),
        column(say!(words, "person-name"), 34),
        column(say!(words, "paper-delegation"), 34),
        column(say!(words, "paper-signature"), 0),
        column(say!(words, "slip-drawn"), 20),
    ];
    let members = (1..).zip(&sheet.members);
    let row = |(at, (number, name, delegation)): (usize, &(String, String, String))| {
        let empty = String::new;
        vec![
            at.to_string(),
            number.clone(),
            name.clone(),
            delegation.clone(),
            empty(),
            empty(),
        ]
    };
    let due = sheet.members.len();
    let blocks = vec![
        text(format!("{sitting} · {} {due}", say!(words, "figure-due"))),
        RecordBlock::Table {
            size: 11,
            pad: 3,
            rows: members.map(row).collect(),
            columns,
        },
        text(say!(words, "paper-sign-in-sum")),
    ];
    PrintedForm {
        head: head(words, title, session, foot, is_demo),
        body: FormBody::Record(RecordForm {
            landscape: false,
            blocks,
        }),
    }
}
