//! The appraisal of a project on one page: list, money, opinions, what stands against it, the end.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::library::tabs::{self, ProjectTab};
use crate::path;
use domain::library::appraisal::{Conclusion, ScreeningItem, hint};
use domain::library::fund;
use domain::library::opinion::{Opinion, OpinionKind};
use domain::library::stage::ProjectStage;
use service::library::appraising::AppraisalView;
use text::say;
use text::{Words, format};

/// The page; what was typed and refused is kept.
pub(super) fn appraisal(frame: &Frame<'_>, view: &AppraisalView) -> Markup {
    let words = frame.words;
    let project = &view.project;
    let is_open = project.stage == ProjectStage::UnderAppraisal;
    let content = html! {
        p.crumbs { a href=(path::library(project.congress, project.year)) {
            bdi lang="zh-Hans" { (view.congress.name) } " " (say!(words, "library-title", year = i64::from(project.year))) } }
        (kit::error_summary(words, frame.problems))
        h1 { bdi lang="zh-Hans" { (project.sheet.name) } }
        p { span.num { (project.sheet.code) } " " (tabs::stage(words, project.stage)) }
        (tabs::tabs(words, project.id, ProjectTab::Opinions))
        p { a href=(path::appraisal_sheet(project.id)) { (say!(words, "appraisal-sheet-open")) } }
        @if project.stage == ProjectStage::InLibrary {
            form method="post" action=(path::project_act(project.id, "start-appraisal")) {
                (kit::token_field(frame.token))
                button.button { (words.say_named("project-act", "start-appraisal", &[])) }
            }
        }
        (checks(frame, view, is_open))
        (opinions(frame, view))
        @if is_open { (conclusion(frame, view)) }
        (ends(words, view))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &project.sheet.name, frame.problems),
        &content,
    )
}

/// The positive and negative list, as a form while it is open.
fn checks(frame: &Frame<'_>, view: &AppraisalView, is_open: bool) -> Markup {
    let words = frame.words;
    let rows = html! {
        table.checks {
            thead { tr {
                th scope="col" { (say!(words, "check-item")) }
                th scope="col" { (say!(words, "check-answer")) }
                th scope="col" { (say!(words, "check-note")) }
            } }
            tbody { @for check in ScreeningItem::ALL { (check_row(frame, view, check, is_open)) } }
        }
    };
    html! {
        section.card {
            h2 { (say!(words, "checks-title")) }
            @if is_open {
                form method="post" action=(path::appraisal(view.project.id)) {
                    (kit::token_field(frame.token))
                    div.scroll tabindex="0" role="region" aria-label=(say!(words, "checks-title").text) { (rows) }
                    button.button.plain { (say!(words, "checks-save")) }
                }
            } @else { div.scroll tabindex="0" role="region" aria-label=(say!(words, "checks-title").text) { (rows) } }
        }
    }
}

fn check_row(
    frame: &Frame<'_>,
    view: &AppraisalView,
    check: ScreeningItem,
    is_open: bool,
) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let kept = view.facts.checks.iter().find(|one| one.check == check);
    let name = format!("check_{}", check.word());
    let note = format!("note_{}", check.word());
    let answer = match frame.typed.get(&name) {
        "" => kept.map(|one| one.is_met),
        text => Some(text == "yes"),
    };
    let shown = if frame.typed.get(&note).is_empty() {
        kept.map_or("", |one| one.note.as_str())
    } else {
        frame.typed.get(&note)
    };
    let title = words.say_named("check", check.word(), &[]);
    html! {
        tr {
            th scope="row" { (title)
                @match hint(check, &view.project) {
                    Some(true) => p.hint { (words.say_named("check-hint-yes", check.word(), &[])) },
                    Some(false) => p.warn { (words.say_named("check-hint-no", check.word(), &[])) },
                    None => {}
                }
            }
            @if is_open {
                td { (form.cells(&name, title.text.clone(), &html! {
                    (form.radio(&name, "yes", html! { span { (say!(words, "check-yes")) } }).chosen(answer == Some(true)).boxed(""))
                    (form.radio(&name, "no", html! { span { (say!(words, "check-no")) } }).chosen(answer == Some(false)).boxed(""))
                })) }
                td { (form.cell(&note, say!(words, "check-note")).value(shown)) }
            } @else {
                td { @match answer {
                    Some(true) => span.tag.ok { "✓ " (say!(words, "check-yes")) },
                    Some(false) => span.tag.bad { "✕ " (say!(words, "check-no")) },
                    None => span.tag.plain { (say!(words, "check-open")) },
                } }
                td { bdi lang="zh-Hans" { (shown) } }
            }
        }
    }
}

fn opinions(frame: &Frame<'_>, view: &AppraisalView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    html! {
        section.card {
            h2 { (say!(words, "opinions-of-units")) }
            @if view.opinions.is_empty() { p.quiet { (say!(words, "opinions-none-asked")) } }
            ul.list { @for opinion in &view.opinions { li { (opinion_line(words, view, opinion)) } } }
            @if view.project.stage.is_open_to_change() {
                h3 { (say!(words, "opinion-ask")) }
                form.inline method="post" action=(path::ask_opinion(view.project.id)) {
                    (kit::token_field(frame.token))
                    (form.select("kind", say!(words, "opinion-kind"), OpinionKind::ALL.iter().map(|kind| {
                        (kind.word(), words.say_named("opinion-kind", kind.word(), &[]))
                    })))
                    (form.line("unit", say!(words, "opinion-unit")).list("units").after(html! { datalist #units { @for unit in &view.units { option value=(unit.name) {} } } }))
                    (form.date("asked_on", say!(words, "opinion-asked")).hint(say!(words, "opinion-asked-hint")))
                    (form.date("due_on", say!(words, "opinion-due")))
                    button.button.plain { (say!(words, "opinion-ask-button")) }
                }
            }
        }
    }
}

fn opinion_line(words: Words, view: &AppraisalView, opinion: &Opinion) -> Markup {
    html! {
        b { (words.say_named("opinion-kind", opinion.kind.word(), &[])) } " · "
        bdi lang="zh-Hans" { (opinion.unit_name) } " · "
        (say!(words, "opinion-asked-on", on = format::date(words.language(), opinion.asked_on)))
        @match &opinion.answered {
            Some(given) => {
                " " (answer_tag(words, opinion))
                " " (say!(words, "opinion-answered-on", on = format::date(words.language(), given.on)))
                @if given.is_paper { " · " (say!(words, "opinion-paper")) }
                @if !given.text.is_empty() { p { bdi lang="zh-Hans" { (given.text) } } }
            },
            None => {
                " " (waiting(words, opinion, view.today))
                " " a href=(path::opinion(opinion.id)) { (say!(words, "opinion-enter-paper")) }
            },
        }
    }
}

/// An answer as shape and word.
pub(super) fn answer_tag(words: Words, opinion: &Opinion) -> Markup {
    use domain::library::opinion::AnswerChoice;
    let Some(given) = &opinion.answered else {
        return html! {};
    };
    let class = match given.answer {
        AnswerChoice::Agrees => "ok",
        AnswerChoice::Conditions => "warn",
        AnswerChoice::Objects => "bad",
    };
    html! { span.tag.(class) { (words.say_named("answer", given.answer.word(), &[])) } }
}

/// What an open opinion waits for, and how late it is.
pub(super) fn waiting(words: Words, opinion: &Opinion, today: jiff::civil::Date) -> Markup {
    let due = format::date(words.language(), opinion.due_on);
    html! {
        @match opinion.days_overdue(today) {
            Some(days) => span.tag.bad { (say!(words, "opinion-overdue", days = days, due = due)) },
            None => span.tag.plain { (say!(words, "opinion-due-on", due = due)) },
        }
    }
}

fn conclusion(frame: &Frame<'_>, view: &AppraisalView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let sheet = &view.project.sheet;
    let gap = sheet
        .need_this_year
        .saturating_sub(fund::sums(&sheet.funds).secured_this_year);
    html! {
            section.card {
                h2 { (say!(words, "conclusion-title")) }
                @if view.missing.is_empty() { p { span.tag.ok { "✓ " (say!(words, "conclusion-ready")) } } }
                @else { p { (say!(words, "conclusion-missing")) } (kit::problem_list(words, &view.missing)) }
                form method="post" action=(path::conclude(view.project.id)) {
                    (kit::token_field(frame.token))
                    (form.group("conclusion", say!(words, "conclusion-how")).of(&html! {
    @for one in Conclusion::ALL {
                            (form.radio("conclusion", one.word(), words.say_named("conclusion", one.word(), &[])).chosen(frame.typed.get("conclusion") == one.word() || (frame.typed.get("conclusion").is_empty() && one == Conclusion::Pass)))
                        }
    }))
                    (form.area("reason", say!(words, "conclusion-reason"), 3).hint(say!(words, "conclusion-reason-hint")))
                    @if gap > 0 {
                        (form.line("exception", say!(words, "conclusion-exception", money = format::money(words.language(), gap))).hint(say!(words, "conclusion-exception-hint")))
                    }
                    button.button { (say!(words, "conclusion-button")) }
                }
            }
        }
}

fn ends(words: Words, view: &AppraisalView) -> Markup {
    html! {
        @if !view.ends.is_empty() {
            section.card {
                h2 { (say!(words, "conclusions-before")) }
                @for end in &view.ends {
                    p { span.num { (end.on) } " " b { (words.say_named("conclusion", end.conclusion.word(), &[])) } " "
                        bdi lang="zh-Hans" { (end.reason) } " " span.quiet { bdi { (end.by) } } }
                    @if !end.exception.is_empty() {
                        p.warn { (say!(words, "exception-granted")) " " bdi lang="zh-Hans" { (end.exception) } }
                    }
                }
            }
        }
    }
}
