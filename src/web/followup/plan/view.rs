//! The form of a plan: what the library knows stands in it already.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use domain::followup::{money, plan};
use service::followup::assigning::Assignment;
use text::Words;
use text::say;

/// Milestones that the form offers: quarter by quarter, and one spare line.
const LINES: usize = 6;

/// The whole page; what was typed is kept.
pub(super) fn page(frame: &Frame<'_>, at: &Assignment) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let title = say!(words, "assign-title");
    let project = &at.project;
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(project.id)) { bdi lang="zh-Hans" { (project.name) } } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p.lead { bdi lang="zh-Hans" { (project.name) } }
            dl.facts {
                div { dt { (say!(words, "plan-unit")) } dd { bdi { (project.lead_unit) } } }
                div { dt { (say!(words, "plan-summary")) } dd { bdi { (project.summary) } } }
            }
            form method="post" action=(path::plan(project.id)) {
                (kit::token_field(frame.token))
                (form.line("target", say!(words, "plan-target")).or(first(&project.scale, &project.summary)))
                (form.line("quantity", say!(words, "plan-quantity")).hint(say!(words, "plan-quantity-hint")).or(amount(&project.scale)))
                (form.line("measure", say!(words, "plan-measure")).or(measure(&project.scale)))
                (form.line("place", say!(words, "plan-place")).or(&project.place))
                (form.line("leader", say!(words, "plan-leader")))
                (form.line("partners", say!(words, "plan-partners")))
                (form.line("group", say!(words, "plan-group")).hint(say!(words, "plan-group-hint", names = at.groups.join(" · "), groups = at.groups.len())))
                (form.area("acceptance", say!(words, "plan-acceptance"), 2).or(say!(words, "plan-acceptance-usual")))
                (form.area("funds", say!(words, "plan-funds"), 3).hint(say!(words, "plan-funds-hint")).or(funds(words, at)))
                (form.date("start_by", say!(words, "plan-start-by")).or(Date::constant(2000, 3, 1).with().year(project.year).build().map_or(String::new(), |day| day.to_string())))
                (form.date("accept_by", say!(words, "plan-accept-by")).or(plan::last_day(project.year, &project.finish_by).to_string()))
                (milestones(&form, plan::last_day(project.year, &project.finish_by)))
                button.button { (say!(words, "assign-project")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

fn first<'t>(one: &'t str, other: &'t str) -> &'t str {
    if one.is_empty() { other } else { one }
}

/// The number in a scale such as "86 km", and what it counts.
fn amount(scale: &str) -> String {
    scale
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect()
}

fn measure(scale: &str) -> String {
    let rest = scale
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .skip_while(|c| c.is_ascii_digit() || *c == '.');
    rest.collect::<String>().trim().to_owned()
}

/// The library's sources, one a line; where it has none, the whole investment as one.
fn funds(words: Words, at: &Assignment) -> String {
    let line = |source: &str, amount| format!("{source} {}", money::ten_thousands(amount));
    let investment = at.project.investment;
    if at.funds.is_empty() && investment > 0 {
        let source = say!(words, "plan-fund-usual");
        return line(&source.text, investment);
    }
    let lines = at.funds.iter().filter(|fund| fund.amount > 0);
    let lines = lines.map(|fund| {
        let kind = words.say_named("fund", fund.kind.word(), &[]);
        line(first(&fund.source, &kind.text), fund.amount)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The table of milestones: proposed by quarters up to the last day, each line may be changed.
fn milestones(form: &PageForm<'_>, last: Date) -> Markup {
    let words = form.words;
    let usual = plan::usual_milestones(last).into_iter();
    let mut proposed: Vec<(String, String, String)> = usual
        .map(|one| {
            let name = match one.quarter {
                Some(number) => say!(words, "milestone-quarter", number = i64::from(number)),
                None => say!(words, "milestone-all"),
            };
            let share = (one.share / 10).to_string();
            (name.text, one.due.to_string(), share)
        })
        .collect();
    proposed.resize(LINES, Default::default());
    html! {
            (form.group("milestones", say!(words, "milestones")).hint(say!(words, "milestones-hint")).of(&html! {
    @for (line, (name, due, share)) in (1..).zip(&proposed) {
                    div.milestone {
                        @let names = [format!("name{line}"), format!("due{line}"), format!("share{line}")];
                        @let [n, d, s] = &names;
                        (form.cell(n, say!(words, "milestone-name", number = line)).class("").or(name.to_string()))
                        (form.cell(d, say!(words, "milestone-due-of", number = line)).class("").kind("date").or(due))
                        span { (form.cell(s, say!(words, "milestone-share-of", number = line)).class("place").decimal().size(5).or(share)) " %" }
                    }
                }
    }))
        }
}
