//! Slips as PDF: eight on a sheet, all alike but for their codes, and before them a sheet that says who
//! had them printed and how they are cut, folded and mixed.

use super::head::head;
use crate::{kit, path};
use domain::poll::Poll;
use domain::voting::slip_code::in_groups;
use paper::{CoverSheet, FormBody, PrintedForm, Signature, SlipCell, SlipSheet};
use service::sitting::roll_call::RollView;
use service::voting::unshown_prints::PrintedSlip;
use service::voting::unshown_prints::UnshownPrint;
use text::say;
use text::{Language, Words};

/// The sheets; `wifi` is what the clerk typed about the hall's network, kept nowhere.
pub(crate) fn slips(
    view: &RollView,
    base: &str,
    wifi: &str,
    print: &UnshownPrint,
    is_demo: bool,
) -> PrintedForm {
    let words = Words::of(Language::ZhHans);
    let session = kit::session_name(words, &view.congress.name, &view.session).text;
    let slip = |slip: &PrintedSlip| SlipCell {
        qr: kit::qr(&format!("{base}{}", path::slip(&slip.scanned))).into_string(),
        digits: in_groups(&slip.typed),
    };
    let wifi = wifi.trim();
    PrintedForm {
        head: head(
            words,
            say!(words, "slips").text,
            session,
            String::new(),
            is_demo,
        ),
        body: FormBody::Slips(SlipSheet {
            cover: cover(words, view, print),
            fold: say!(words, "slip-fold").text,
            how: say!(words, "slip-how").text,
            polls: polls(words, view),
            address: format!("{base}{}", path::CODE),
            wifi: (!wifi.is_empty())
                .then(|| say!(words, "paper-wifi", wifi = wifi.to_owned()).text),
            secret: say!(words, "slip-secret").text,
            slips: print.slips.iter().map(slip).collect(),
        }),
    }
}

/// Who had how many printed and when, what is to be done with the sheets, who signs for it.
fn cover(words: Words, view: &RollView, print: &UnshownPrint) -> CoverSheet {
    let here = view.prints.iter().find(|one| one.number == print.number);
    let sitting = view.sitting.number;
    let mut facts = vec![say!(words, "slip-cover-sitting", sitting = sitting).text];
    let mut signatures = Vec::new();
    if let Some(one) = here {
        facts.push(kit::slip_print(words, one).text);
        for (role, name) in [
            (say!(words, "slip-cover-first"), &one.first),
            (say!(words, "slip-cover-second"), &one.second),
        ] {
            let (role, name) = (role.text, name.clone());
            signatures.push(Signature { role, name });
        }
    }
    let steps = [
        say!(words, "slip-cover-print"),
        say!(words, "slip-cover-cut"),
        say!(words, "slip-cover-fold"),
        say!(words, "slip-cover-mix"),
        say!(words, "slip-cover-wipe"),
    ];
    CoverSheet {
        title: say!(words, "slip-cover-title").text,
        facts,
        steps: steps.map(|step| step.text).into(),
        signatures,
        date: say!(words, "paper-date").text,
    }
}

/// The polls of the sitting by colour and title, where there are several.
fn polls(words: Words, view: &RollView) -> Vec<String> {
    let mut polls: Vec<&Poll> = view.rounds.iter().map(|(poll, _)| poll).collect();
    polls.dedup_by_key(|poll| poll.id);
    if polls.len() < 2 {
        return Vec::new();
    }
    let named = polls.into_iter().map(|poll| {
        let colour = words.say_named("colour", poll.colour.word(), &[]);
        format!("{colour} {}", poll.title)
    });
    named.collect()
}
