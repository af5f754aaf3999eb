//! Shared components: the page's frame, fields, problems, badges, bars. Plain functions of borrowed
//! values; every word comes from the text layer.

mod broken_log;
mod choice;
mod colour;
mod decision;
mod field;
mod form;
mod frame;
mod kiosk;
mod qr;
mod result;
mod second;
mod slip_print;
mod turnout;
mod two_people;
mod waiting;

pub(super) use broken_log::{accepted_log, log_gap};
pub(super) use colour::colour;
pub(super) use decision::decision;
pub(super) use field::{
    changed_facts, error_summary, error_summary_with, field_error, money_and_summary, money_beside,
    pdf_link, problem_list, problem_number, send_again, times_field, token_field, told,
    typed_texts, window_title,
};
pub(super) use form::{FormField, PageForm, none_or};
pub(super) use frame::{Frame, PageStyle, error_page, office_page, page};
pub(super) use qr::qr;
pub(super) use result::{
    account_figures, cards_destroyed, cards_destroyed_words, given, grade_tag, presidium,
    result_table, round_held, rules_paragraph, session_name, trace, verdict_word,
};
pub(super) use second::{key_card, new_pin_fields, pin_field, pin_fields, signature_lines, stood};
pub(super) use slip_print::slip_print;
pub(super) use turnout::{
    above, later_round, returned, returned_cell, round_name, turnout_json, void_numbers, void_round,
};
pub(super) use two_people::{TwoPeopleForm, asked_box, by_pin, pressed, two_people, way_out};
pub(super) use waiting::{boxes, confirmation, seen_field, shown_facts, take_back_link, waiting};
