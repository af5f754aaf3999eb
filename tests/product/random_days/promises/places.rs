//! Every place that tells what was handed out and what came back tells the same: run-sheet, account,
//! the chair's words, the hall's screen.

use crate::random_days::day::Day;
use crate::random_days::site::Browser;
use crate::random_days::target::{SLUGS, Target};
use crate::random_days::told::Violation;
use crate::support::Page;

const PROMISE: &str = "every place tells the same numbers";

/// What is told of a round: deputies who signed, slips that came back, papers, if somebody counted them.
#[derive(Debug, Clone, Copy)]
struct Facts {
    issued: i64,
    slips: i64,
    papers: Option<i64>,
}

/// The facts of the newest round: by the roll, the people's own memory, and what two people found.
fn facts(day: &Day, at: &Target) -> Facts {
    // What closing fixed, or as many as signed and have what they signed for: a paper is of one round,
    // and whoever holds one of another waits for it.
    let signed = "select coalesce((select issued from round where id = ?2), \
        (select count(*) from issued where sitting = ?1) - max(0, \
            (select count(*) from issued where sitting = ?1 and kind = 'paper') \
            + coalesce((select papers_out - papers_in from desk where sitting = ?1), 0) \
            - coalesce((select iif(r.stage in ('issuing', 'open', 'paused'), p.printed - p.handed_in \
                - (select count(*) from spoilt_paper where round = ?2), 0) \
                from round as r join paper_stock as p on p.round = r.id where r.id = ?2), 0)))";
    let waits = "select count(*) from ballot_account where round = ?1 and returned is null \
        and kind = 'paper'";
    let found = "select coalesce(sum(returned), 0) from ballot_account where round = ?1 \
        and kind = 'paper'";
    let is_waiting = day.number(waits, &[&at.round]) > 0;
    Facts {
        issued: day.number(signed, &[&at.sitting, &at.round]),
        slips: day.model.cast.get(&at.round).map_or(0, |cast| cast.len()) as i64,
        papers: (!is_waiting).then(|| day.number(found, &[&at.round])),
    }
}

impl Facts {
    /// The number that follows a word of returning.
    fn returned(self) -> i64 {
        self.slips + self.papers.unwrap_or(0)
    }
}

fn number_at(text: &str) -> Option<i64> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text[..end].parse().ok()
}

/// Every number that a squeezed text tells under a word.
fn told(text: &str, word: &str) -> Vec<i64> {
    let found = text.match_indices(word);
    found
        // "Not", and what a sentence says of one kind of paper alone: more came back than went out.
        .filter(|(at, _)| {
            !["未", "纸质票", "多于"]
                .iter()
                .any(|before| text[..*at].ends_with(before))
        })
        .filter_map(|(at, _)| {
            let rest = &text[at + word.len()..];
            number_at(rest.strip_prefix("电子票").unwrap_or(rest))
        })
        .collect()
}

fn agrees(place: &str, text: &str, word: &str, facts: Facts) -> Result<(), Violation> {
    let came = told(text, word);
    let issued = told(text, "发出");
    let is_right = !came.is_empty()
        && came.iter().all(|one| *one == facts.returned())
        && issued.iter().all(|one| *one == facts.issued)
        && text.contains("纸质票待清点") == facts.papers.is_none();
    if is_right {
        return Ok(());
    }
    let said = format!("{place}: {word} {came:?}, issued {issued:?}, not {facts:?}: {text}");
    Violation::of(PROMISE, said)
}

pub(super) fn check(day: &mut Day, at: &Target) -> Result<(), Violation> {
    if day.model.dummies.contains(&at.round) {
        return Ok(());
    }
    let scene = match at.stage.as_str() {
        "issuing" | "open" => None,
        "closed" => Some("closed"),
        "accounted" => Some("account"),
        "opened" => Some("counting"),
        _ => return Ok(()),
    };
    let facts = facts(day, at);
    let name = format!("{}-clerk", SLUGS[at.place.congress]);
    let clerk = day.person(&name);
    // The sheet also tells of the sitting's other polls: the figures are this round's.
    let sheet = day.get(clerk, &at.sheet());
    let html = sheet.html();
    let figures = html.split("class=\"figures\"").nth(1).unwrap_or_default();
    let figures = figures.split("</dl>").next().unwrap_or_default();
    let sheet = Page {
        body: format!("<dl {figures}").into_bytes(),
        ..sheet
    };
    let sheet = sheet.squeezed();
    let Some(scene) = scene else {
        // Walls and what was cast move in steps while people vote; what was handed out does not wait.
        return issued("the run-sheet", &sheet, facts);
    };
    agrees("the run-sheet", &sheet, "收回", facts)?;
    let account = day.get(clerk, &format!("/count/{}/account", at.poll));
    summed(&account, facts)?;
    script(day, clerk, at, facts)?;
    match wall_page(day, clerk, at, scene)? {
        Some(wall) => agrees("the wall", &wall.squeezed(), "收回", facts),
        None => Ok(()),
    }
}

fn issued(place: &str, text: &str, facts: Facts) -> Result<(), Violation> {
    let issued = told(text, "发出");
    if issued.iter().all(|one| *one == facts.issued) {
        return Ok(());
    }
    Violation::of(
        PROMISE,
        format!("{place}: {issued:?}, not {facts:?}: {text}"),
    )
}

/// The sum of the account's page.
fn summed(page: &Page, facts: Facts) -> Result<(), Violation> {
    let text = page.squeezed();
    let start = format!("发出{}·", facts.issued);
    let sum = text.split(&start).nth(1).unwrap_or_default();
    if told(sum, "收回").first() == Some(&facts.returned()) {
        return Ok(());
    }
    Violation::of(PROMISE, format!("the account: {start} {facts:?}: {text}"))
}

/// What the chair reads.
fn script(day: &mut Day, clerk: usize, at: &Target, facts: Facts) -> Result<(), Violation> {
    let page = day.get(clerk, &format!("{}/script", at.sheet()));
    let Facts { issued, slips, .. } = facts;
    let wanted = match facts.papers {
        Some(_) => format!("发出{issued}张，收回{}张。", facts.returned()),
        None => format!("发出{issued}张，电子票收回{slips}张，纸质票待清点。"),
    };
    let text = page.squeezed();
    let is_nonsense = ["为0票", "须得票0", "满0票"]
        .iter()
        .any(|words| text.contains(words));
    if text.contains(&wanted) && !is_nonsense {
        return Ok(());
    }
    Violation::of(PROMISE, format!("the chair's words: {wanted}: {text}"))
}

/// The hall's screen with a scene of the round; none where the clerk may pair no screen.
pub(super) fn wall_page(
    day: &mut Day,
    clerk: usize,
    at: &Target,
    scene: &str,
) -> Result<Option<Page>, Violation> {
    let control = format!("/manage/sittings/{}/screens", at.sitting);
    let mut eye = Browser::new(30_000 + at.sitting as usize % 1_000);
    let known = day.model.screens.get(&at.sitting).cloned();
    let (path, screen) = match known {
        Some(known) => known,
        None => {
            let shown = eye.get(day.site(), "/screen");
            let code = shown.path.strip_prefix("/screen/").unwrap().to_owned();
            let page = day.get(clerk, &control);
            if !page.has_form(&control) {
                return Ok(None);
            }
            let (to, mut fields) = page.form(&control);
            fields.retain(|(name, _)| name != "code" && name != "name");
            fields.push(("code".to_owned(), code));
            fields.push(("name".to_owned(), "主屏".to_owned()));
            day.post(clerk, &to, &fields);
            let sql = "select coalesce(max(id), 0) from screen where sitting = ?1";
            let known = (shown.path, day.number(sql, &[&at.sitting]));
            if known.1 == 0 {
                return Ok(None);
            }
            day.model.screens.insert(at.sitting, known.clone());
            known
        }
    };
    let token = day.get(clerk, &control).value("token");
    let fields = [
        ("token".to_owned(), token),
        ("scene".to_owned(), format!("{scene}:{}", at.round)),
    ];
    let put = day.post(clerk, &format!("/manage/screens/{screen}"), &fields);
    if put.status != 200 {
        let told = format!("{scene} of round {}: {}", at.round, put.text());
        return Violation::of("the wall follows the round", told);
    }
    let page = eye.get(day.site(), &path);
    Ok((page.status == 200).then_some(page))
}
