//! Slips as PDF: eight on a sheet, all alike but for their codes.

use super::head::head;
use crate::paper::{Body, Form, Slip, Slips};
use crate::say;
use crate::service::roll_call::RollView;
use crate::service::slips::PrintedSlip;
use crate::text::{Language, Words};
use crate::web::{kit, path};

/// The sheet; `wifi` is what the clerk typed about the hall's network, kept nowhere.
pub(in crate::web) fn slips(
    view: &RollView,
    base: &str,
    wifi: &str,
    printed: &[PrintedSlip],
    is_demo: bool,
) -> Form {
    let words = Words::of(Language::ZhHans);
    let session = kit::session_name(words, &view.congress.name, &view.session).text;
    let slip = |slip: &PrintedSlip| Slip {
        qr: kit::qr(&format!("{base}{}", path::slip(&slip.scanned))).into_string(),
        digits: super::super::slips::digits(&slip.typed),
    };
    let wifi = wifi.trim();
    Form {
        head: head(
            words,
            say!(words, "slips").text,
            session,
            String::new(),
            is_demo,
        ),
        body: Body::Slips(Slips {
            how: say!(words, "slip-how").text,
            address: format!("{base}{}", path::CODE),
            wifi: (!wifi.is_empty())
                .then(|| say!(words, "paper-wifi", wifi = wifi.to_owned()).text),
            secret: say!(words, "slip-secret").text,
            slips: printed.iter().map(slip).collect(),
        }),
    }
}
