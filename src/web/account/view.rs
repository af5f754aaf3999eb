//! The account as a table with one equation a kind, the forms about papers, the zero report.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::ActOnRound;
use domain::id::AccountId;
use domain::problem::Problem;
use domain::publish::official_form::OfficialForm;
use domain::round::account::AccountLine;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::officer::Officer;
use service::poll::polling::PollView;
use service::round::papers::AccountView;
use service::round::view::RoundView;
use text::say;
use text::{Phrase, Words, format};

/// Who looks, and what a refused form held.
pub(super) struct AccountPage<'p> {
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
}

pub(super) fn account(
    frame: &Frame<'_>,
    (view, round): (&PollView, &RoundView),
    account: &AccountView,
    seen: &AccountPage<'_>,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "account-title");
    let (number, is_newest) = (
        round.round.number,
        view.rounds.last().map(|one| one.round.id) == Some(round.round.id),
    );
    let form = if is_newest {
        path::poll_form(view.poll.id, OfficialForm::Account.word())
    } else {
        path::round_form(view.poll.id, OfficialForm::Account.word(), number)
    };
    let content = html! {
        p.crumbs.no-print { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, seen.problems))
        (kit::changed_facts(words, &round.changed))
        h1 { (title) }
        // What is not as it was fixed is neither read aloud nor signed.
        @let is_proven = round.changed.is_empty();
        @if account.is_fixed && is_proven { p.no-print { a href=(form) { (say!(words, "forms-pdf")) } } }
            p { bdi lang="zh-Hans" { (view.poll.title) } " · " (say!(words, "steps-of-round", number = round.round.number)) " · "
                (kit::colour(words, view.poll.colour)) }
            @if is_proven && round.round.stage == RoundStage::Void { (void(words, round)) }
            @else if !account.is_fixed { p.quiet { (say!(words, "account-not-fixed")) } }
            @if is_proven && !account.lines.is_empty() {
                (table(words, account))
                p.sum { (say!(words, "figure-issued")) " " b { (round.turnout.issued()) } " · "
                    @if account.is_fixed { (say!(words, "figure-returned")) } @else { (say!(words, "figure-cast")) } " "
                    b { (kit::returned(words, &round.turnout)) } }
            }
            @if account.waiting > 0 {
                p.warn { "! " (say!(words, "account-papers-waiting", waiting = account.waiting, printed = round.facts.papers_printed)) }
            }
            @for line in account.lines.iter().filter(|line| is_proven && line.printed > 0) {
                (equation(words, line))
                @if account.is_fixed { (came_back(words, line)) }
            }
            @let told = is_proven && account.is_fixed && round.round.stage != RoundStage::Void;
            @for problem in account.lines.iter().filter(|_| told).filter_map(AccountLine::against) {
                p.warn { "! " (kit::told(words, &problem)) }
            }
            @if account.assisted > 0 { p { (say!(words, "account-assisted", number = account.assisted)) } }
            @for (number, reason) in (1..).zip(&account.spoilt) {
                p { (say!(words, "account-spoilt-line", number = number, reason = reason.clone())) }
            }
            @for one in &account.prints { p { (kit::slip_print(words, one)) } }
            @if is_proven { (kit::signature_lines(words, &view.day.officers)) }
            @if is_newest { (papers(words, view, round, account, seen)) }
            (other_rounds(words, view, number))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

/// A void round: when, by whom and why, and that nothing of it counts.
fn void(words: Words, round: &RoundView) -> Markup {
    let done = round
        .done
        .iter()
        .rfind(|one| one.act == RoundAct::Void.word());
    let was_open = round
        .done
        .iter()
        .any(|one| one.act == RoundAct::OpenVote.word());
    html! {
        div.told.bad role="status" {
            (kit::void_round(words, &round.round, &round.turnout))
            @if round.round.issued.is_none() {
                p { @if was_open { (say!(words, "account-void-changed")) }
                    @else { (say!(words, "account-void-before")) } }
            }
            @if let Some(done) = done {
                p.quiet { (say!(words, "account-void-who", who = kit::stood(words, done), time = format::moment(done.done_at))) }
            }
        }
    }
}

/// The accounts of the poll's other rounds that were closed.
fn other_rounds(words: Words, view: &PollView, shown: u32) -> Markup {
    let others = view
        .rounds
        .iter()
        .filter(|one| one.round.number != shown && one.round.issued.is_some());
    let others: Vec<u32> = others.map(|one| one.round.number).collect();
    html! {
        @if !others.is_empty() {
            nav.no-print { ul.list { @for number in others {
                li { a href=(path::round_account(view.poll.id, number)) {
                    (say!(words, "account-of-round", number = number)) } } } } }
        }
    }
}

/// What an account's columns say after its kind, on the page and on the printed form alike.
pub(crate) fn columns(words: Words) -> [Phrase; 8] {
    [
        say!(words, "account-printed"),
        say!(words, "account-issued"),
        say!(words, "account-handed-in"),
        say!(words, "account-spoilt"),
        say!(words, "account-cancelled"),
        say!(words, "account-unused"),
        say!(words, "account-returned"),
        say!(words, "account-not-returned"),
    ]
}

fn table(words: Words, account: &AccountView) -> Markup {
    let columns = columns(words);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "account-title").text) { table.account {
            thead { tr { th scope="col" { (say!(words, "account-kind")) }
                @for column in &columns { th.n scope="col" { (column) } } } }
            tbody { @for line in &account.lines {
                tr { th scope="row" { (words.say_named("kind", line.kind.word(), &[])) }
                    @for number in [line.printed, line.issued, line.handed_in, line.spoilt, line.cancelled, line.unused] {
                        td.n { (number) } }
                    td.n { @match line.returned { Some(returned) if account.is_fixed => (returned), Some(_) | None => "—" } }
                    td.n { @if account.is_fixed && line.returned.is_some() { (line.not_returned()) } @else { "—" } } }
            } }
        } }
    }
}

fn equation(words: Words, line: &AccountLine) -> Markup {
    html! {
        p.equation {
            (words.say_named("kind", line.kind.word(), &[])) "  "
            span { (say!(words, "account-printed")) b { (line.printed) } } " = "
            span { (say!(words, "account-issued")) b { (line.issued) } } " + "
            span { (say!(words, "account-handed-in")) b { (line.handed_in) } } " + "
            span { (say!(words, "account-spoilt")) b { (line.spoilt) } } " + "
            span { (say!(words, "account-cancelled")) b { (line.cancelled) } } " + "
            span { (say!(words, "account-unused")) b { (line.unused) } }
            @if line.is_equal() { " " span.tag.ok { "✓ " (say!(words, "account-equal")) } }
            @else { " " span.tag.warn { "! " (say!(words, "account-unequal")) } }
        }
    }
}

/// What was issued is what came back and what did not; nothing while nobody has counted it, nor when
/// more came back.
fn came_back(words: Words, line: &AccountLine) -> Markup {
    let returned = line.returned.filter(|returned| *returned <= line.issued);
    html! {
        @if let Some(returned) = returned {
            p.equation {
                (words.say_named("kind", line.kind.word(), &[])) "  "
                span { (say!(words, "account-issued")) b { (line.issued) } } " = "
                span { (say!(words, "account-returned")) b { (returned) } } " + "
                span { (say!(words, "account-not-returned")) b { (line.not_returned()) } }
            }
        }
    }
}

/// The forms about papers that belong to the stage at hand.
fn papers(
    words: Words,
    view: &PollView,
    round: &RoundView,
    account: &AccountView,
    seen: &AccountPage<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let stage = round.round.stage;
    let holds = round.facts.papers_in_hand > 0;
    html! {
        section.card.no-print {
            h2 { (say!(words, "papers-title")) }
            @if stage < RoundStage::Closed {
                form.inline-fields method="post" action=(path::papers_act(round.round.id, "printed")) {
                    (kit::token_field(seen.token))
                    (form.line("printed", say!(words, "papers-printed")).or(round.facts.papers_printed.to_string()).size(5).digits())
                    button.button.plain { (say!(words, "papers-printed-save")) }
                }
                @if holds {
                    form method="post" action=(path::papers_act(round.round.id, "spoilt")) {
                        (kit::token_field(seen.token))
                        (kit::times_field(u32::try_from(account.spoilt.len()).unwrap_or(u32::MAX)))
                        (form.line("reason", say!(words, "papers-spoilt-reason")).most(100))
                        button.button.plain { (say!(words, "papers-spoilt-button")) }
                    }
                }
            }
            @if stage == RoundStage::Closed && holds { (entering(words, view, round, account, seen)) }
            @if stage == RoundStage::Accounted && holds {
                p { a.button href=(path::counting(round.round.id)) { (say!(words, "papers-to-count")) } }
                details { summary { (say!(words, "account-correct")) }
                    p.quiet { (say!(words, "papers-correct-how")) }
                    (entering(words, view, round, account, seen)) }
            }
            @if !account.boxes.is_empty() {
                ul.list { @for (number, papers) in &account.boxes {
                    li { (say!(words, "papers-box", number = *number, papers = *papers)) } } }
            }
        }
    }
}

/// Two people enter the papers of each box; the second does not see what the first one wrote.
fn entering(
    words: Words,
    view: &PollView,
    round: &RoundView,
    account: &AccountView,
    seen: &AccountPage<'_>,
) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let entered = account.entered.as_ref();
    let is_mine = entered.is_some_and(|one| Some(one.asked_by) == seen.me);
    let officers: Vec<&Officer> = {
        let may = |one: &&Officer| one.may_confirm(ActOnRound).is_ok();
        view.day.officers.iter().filter(may).collect()
    };
    html! {
        @match entered {
            Some(_) if is_mine => p { (say!(words, "papers-entered-mine")) },
            Some(one) => p { (say!(words, "papers-entered-by", who = one.asked_by_name.clone())) },
            None => p { (say!(words, "papers-enter-how")) },
        }
        @if !is_mine || !officers.is_empty() {
        form.two-people method="post" action=(path::papers_act(round.round.id, "returned")) autocomplete="off" {
            (kit::token_field(seen.token))
            (kit::seen_field(entered))
            (form.line("boxes", say!(words, "papers-boxes")).hint(say!(words, "papers-boxes-how")).digits().once())
            // The Enter key presses the first button: of who is signed in, without a PIN.
            @if !is_mine {
                button.button name="as" value=(if entered.is_some() { "confirm" } else { "ask" }) { (say!(words, "papers-enter-button")) }
            }
            @if entered.is_some() && !officers.is_empty() {
                (kit::pin_fields(words, &officers, seen.typed.get("officer"), seen.problems))
                button.button.plain[!is_mine] name="as" value="pin" { (say!(words, "papers-enter-pin")) }
            }
        } }
    }
}

/// The proof that the box was empty before slips went out, with lines to sign.
pub(super) fn zero(frame: &Frame<'_>, view: &PollView) -> Markup {
    let words = frame.words;
    let title = say!(words, "zero-title");
    let content = html! {
        p.crumbs.no-print { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        h1 { (title) }
        p { (kit::session_name(words, &view.congress.name, &view.session)) " · "
            (say!(words, "sitting-number", number = view.sitting.number)) }
        @if let Some(round) = view.rounds.last() {
            p { bdi lang="zh-Hans" { (view.poll.title) } " · " (say!(words, "steps-of-round", number = round.round.number)) }
            @match round.round.stage {
                RoundStage::Frozen | RoundStage::Sealed | RoundStage::Issuing => {
                    dl.figures {
                        div { dt { (say!(words, "zero-ballots")) } dd { (round.facts.in_box) } }
                        div { dt { (say!(words, "zero-spent")) } dd { (round.facts.spent) } }
                    }
                    @if round.facts.in_box == 0 && round.facts.spent == 0 {
                        p { span.tag.ok { "✓ " (say!(words, "zero-empty")) } }
                    }
                    p.hash { (say!(words, "slate-hash")) " " code { (round.round.slate_hash.map_or_else(String::new, |hash| hash.short())) }
                        " · " (say!(words, "audit-head")) " " code dir="ltr" { (view.audit_head) } }
                    (kit::signature_lines(words, &view.day.officers))
                    @if OfficialForm::ZeroReport.refusal(round.round.stage, false).is_none() {
                        (kit::pdf_link(words, view.poll.id, OfficialForm::ZeroReport)) }
                },
                RoundStage::Draft | RoundStage::Open | RoundStage::Paused | RoundStage::Closed
                | RoundStage::Accounted | RoundStage::Opened | RoundStage::Counted
                | RoundStage::Certified | RoundStage::Void => p { (say!(words, "zero-not-now")) },
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
