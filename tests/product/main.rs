//! The product, told as sentences: through its pages with a real server, real forms and a fixed clock; as the
//! program that is called, killed and started again; and through the files that people bring.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    clippy::print_stdout,
    clippy::allow_attributes,
    reason = "a test may fail loudly, wait and read its environment"
)]

mod access;
mod attack;
mod attacks;
mod backup;
mod backup_places;
mod ballot;
mod candidate_lists;
mod check_in;
mod closing;
mod cockpit;
mod commands;
mod corrections;
mod count;
mod department_polls;
mod department_reviews;
mod desk;
mod evaluation;
mod evaluation_bodies;
mod evaluation_input;
mod evaluation_lines;
mod evaluation_rules;
mod fates;
mod faults;
mod files;
mod followup;
mod form_fields;
mod forms;
mod golden;
mod groups;
mod hall;
mod imports;
mod kept_pages;
mod kinds;
mod kiosk;
mod lead_files;
mod lead_limits;
mod leads;
mod library;
mod library_appraisal;
mod mission;
mod numbers;
mod office;
mod officers;
mod opening;
mod own_certificate;
mod paper;
mod paper_attack;
mod people;
mod photos;
mod progress_photos;
mod published_corrections;
mod random_days;
mod ratings;
mod refusals;
mod rehearsal;
mod remarks;
mod reminders;
mod report_files;
mod restart;
mod restart_day;
mod restart_paper;
mod roster_numbers;
mod rounds;
mod rules;
mod sealed_box;
mod secrecy;
mod several_polls;
mod sitting;
mod stages;
mod steps;
mod supervision_year;
mod support;
mod translations;
mod triage;
mod two_devices;
mod typed_again;
mod void_rounds;
mod webhooks;
