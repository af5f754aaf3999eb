//! A print of slips in one sentence, on pages and on paper alike.

use super::second::second_name;
use service::sitting::roll_call::SlipPrint;
use text::say;
use text::{Phrase, Words, format};

/// One print in a sentence: how many, who, when, why; and whether it was lost.
pub(crate) fn slip_print(words: Words, one: &SlipPrint) -> Phrase {
    let (number, slips) = (one.number, one.slips);
    let first = one.first.clone();
    let second = second_name(words, &one.second, one.screen);
    let (moment, reason) = (format::moment(one.printed_at), one.reason.clone());
    if one.is_lost {
        say!(
            words,
            "slips-print-lost-line",
            number = number,
            slips = slips,
            first = first,
            second = second,
            moment = moment,
            reason = reason
        )
    } else if one.is_ended {
        say!(
            words,
            "slips-print-ended-line",
            number = number,
            slips = slips,
            first = first,
            second = second,
            moment = moment,
            reason = reason
        )
    } else {
        say!(
            words,
            "slips-print-line",
            number = number,
            slips = slips,
            first = first,
            second = second,
            moment = moment,
            reason = reason
        )
    }
}
