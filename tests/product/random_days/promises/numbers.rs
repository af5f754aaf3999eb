//! Account, box, statement, public page and run-sheet tell one number, and the lines are those of an
//! independent counter.

use super::ballots::{counted, is_tick};
use crate::random_days::day::Day;
use crate::random_days::target::Target;
use crate::random_days::told::Violation;
use crate::support::Page;

/// A round that has been counted.
struct Round {
    id: i64,
    number: i64,
    /// Papers in deputies' hands when the vote closed.
    papers_issued: i64,
}

pub(super) fn check(day: &mut Day, at: &Target) -> Result<(), Violation> {
    if day.model.dummies.contains(&at.round) {
        return Ok(());
    }
    if at.is_at(&["closed", "accounted", "opened", "counted", "certified"]) {
        account(day, at)?;
    }
    let rounds = rounds(day, at);
    if rounds.is_empty()
        || rounds
            .iter()
            .any(|round| day.model.dummies.contains(&round.id))
    {
        return Ok(());
    }
    let clerk = clerk(day, at);
    let page = day.get(clerk, &format!("/count/{}", at.poll));
    results(day, at, &page, &rounds)?;
    let is_published = "select count(*) from notice where poll = ?1";
    if day.number(is_published, &[&at.poll]) > 0 {
        let mut reader = day.stranger.clone();
        let page = reader.get(day.site(), &format!("/polls/{}", at.poll));
        results(day, at, &page, &rounds)?;
    }
    if at.is_at(&["certified"]) {
        statement(day, at, &rounds)?;
        wall(day, at, &rounds)?;
    }
    Ok(())
}

fn clerk(day: &Day, at: &Target) -> usize {
    let name = format!(
        "{}-clerk",
        crate::random_days::target::SLUGS[at.place.congress]
    );
    day.person(&name)
}

fn rounds(day: &Day, at: &Target) -> Vec<Round> {
    let facts = day.facts();
    let sql = "select r.id, r.number, coalesce((select issued from ballot_account as a \
        where a.round = r.id and a.kind = 'paper'), 0) from round as r \
        where r.poll = ?1 and r.stage in ('counted', 'certified') order by r.number";
    let mut statement = facts.prepare_cached(sql).unwrap();
    let rows = statement.query_map([at.poll], |row| {
        Ok(Round {
            id: row.get(0)?,
            number: row.get(1)?,
            papers_issued: row.get(2)?,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// The account as it is stored: slips returned are the ballots that were acknowledged.
fn account(day: &Day, at: &Target) -> Result<(), Violation> {
    let sql = "select coalesce(max(returned), -1) from ballot_account \
        where round = ?1 and kind = 'slip'";
    let slips = day.number(sql, &[&at.round]);
    let cast = day.model.cast.get(&at.round).map_or(0, |cast| cast.len()) as i64;
    if slips != cast {
        let told = format!("round {}: account {slips}, cast {cast}", at.round);
        return Violation::of("the account is the box", told);
    }
    Ok(())
}

/// The first number of a text.
fn number_of(text: &str) -> Option<i64> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[at..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// Figures and lines of every counted round on a page.
fn results(day: &Day, at: &Target, page: &Page, rounds: &[Round]) -> Result<(), Violation> {
    let html = page.html();
    let parts: Vec<&str> = html.split("class=\"result\"").collect();
    if parts.len() - 1 < rounds.len() {
        let told = format!(
            "{} shows {} of {} rounds",
            page.path,
            parts.len() - 1,
            rounds.len()
        );
        return Violation::of("every counted round is shown", told);
    }
    for (place, round) in rounds.iter().enumerate() {
        figures(day, page, parts[place], round)?;
        let table = parts[place + 1].split("</table>").next().unwrap();
        lines(day, at, page, table, round)?;
    }
    Ok(())
}

/// Returned, valid and void above a round's table, and how many came on paper.
fn figures(day: &Day, page: &Page, before: &str, round: &Round) -> Result<(), Violation> {
    let cast = counted(&day.model, round.id, is_tick(day, round.id));
    let list = before.rsplit("class=\"figures\"").next().unwrap();
    let (list, rest) = list.split_once("</dl>").unwrap_or((list, ""));
    let told: Vec<i64> = list.split("<dd>").skip(1).filter_map(number_of).collect();
    let wanted = [
        cast.total() as i64,
        cast.patterns.len() as i64,
        cast.void as i64,
    ];
    let found = [told.get(1), told.get(3), told.get(4)].map(|one| one.copied().unwrap_or(-1));
    if found != wanted {
        let told = format!(
            "{} round {}: returned, valid, void {found:?} instead of {wanted:?}",
            page.path, round.number
        );
        return Violation::of("the figures are those of the box", told);
    }
    const PROMISE: &str = "each round shows its own account";
    let said = rest.split("其中电子票").nth(1);
    let slips = day.model.cast.get(&round.id).map_or(0, |cast| cast.len()) as i64;
    let papers = day.model.papers.get(&round.id).map_or(0, Vec::len) as i64;
    let found = said.and_then(|said| {
        let (first, rest) = said.split_once('张')?;
        Some((number_of(first)?, number_of(rest)?))
    });
    let wanted = (round.papers_issued > 0).then_some((slips, papers));
    if found != wanted {
        let told = format!(
            "{} round {}: slips and papers {found:?} instead of {wanted:?}",
            page.path, round.number
        );
        return Violation::of(PROMISE, told);
    }
    Ok(())
}

/// What was certified once stays, whatever is corrected, and a correction gives no new totals.
fn earlier_versions(day: &mut Day, at: &Target) -> Result<(), Violation> {
    let sql = "select text from statement where poll = ?1 order by version";
    let texts = day.texts(sql, &[&at.poll]);
    let known = day.model.statements.entry(at.poll).or_default();
    let is_kept =
        known.len() <= texts.len() && known.iter().zip(&texts).all(|(one, two)| one == two);
    if !is_kept {
        let told = format!("poll {}: {known:?} became {texts:?}", at.poll);
        return Violation::of("an earlier version of a statement stays", told);
    }
    let totals = |text: &String| -> Vec<String> {
        let begins = ["line\t", "returned\t", "issued\t", "valid\t", "account\t"];
        let lines = text.lines();
        let totals = lines.filter(|line| begins.iter().any(|begin| line.starts_with(begin)));
        // A line's name may be set right: the second field of what it got.
        let without_name = |line: &str| {
            let fields = line.split('\t').enumerate();
            let is_kept = |at: usize| at != 2 || !line.starts_with("line\t");
            let kept = fields
                .filter(|(at, _)| is_kept(*at))
                .map(|(_, field)| field);
            kept.collect::<Vec<_>>().join("\t")
        };
        totals.map(without_name).collect()
    };
    if let (Some(first), Some(last)) = (texts.first(), texts.last())
        && totals(first) != totals(last)
    {
        let told = format!("poll {}: {first} became {last}", at.poll);
        return Violation::of("a correction gives no new totals", told);
    }
    *known = texts;
    Ok(())
}

/// The certified result on the hall's screen: what it shows of a line is what was marked.
fn wall(day: &mut Day, at: &Target, rounds: &[Round]) -> Result<(), Violation> {
    let clerk = clerk(day, at);
    let Some(round) = rounds.iter().find(|round| round.id == at.round) else {
        return Ok(());
    };
    let Some(page) = super::places::wall_page(day, clerk, at, "result")? else {
        return Ok(());
    };
    let cast = counted(&day.model, round.id, is_tick(day, round.id));
    let html = page.html();
    for row in html.split("<tr").skip(1) {
        let Some(line) = row.split("class=\"no\"").nth(1).and_then(number_of) else {
            continue;
        };
        let shown = row.split("class=\"n approve\"").nth(1);
        let shown = shown.and_then(|cell| number_of(cell.split('<').next()?));
        let wanted = cast.marks(line as usize, 1) as i64;
        if shown.is_some_and(|shown| shown != wanted) {
            let told = format!("round {} line {line}: {shown:?}, not {wanted}", round.id);
            return Violation::of("the wall shows what was marked", told);
        }
    }
    Ok(())
}

/// Every line of a round's table against an independent count.
fn lines(day: &Day, at: &Target, page: &Page, table: &str, round: &Round) -> Result<(), Violation> {
    let is_tick = is_tick(day, round.id);
    let cast = counted(&day.model, round.id, is_tick);
    for row in table.split("<tr").skip(2) {
        let Some(line) = row.split("class=\"no\"").nth(1).and_then(number_of) else {
            continue;
        };
        let cells: Vec<i64> = row
            .split("class=\"n\"")
            .skip(1)
            .filter_map(|cell| number_of(cell.split_once('>')?.1.trim_start_matches("<b>")))
            .collect();
        let line = line as usize;
        let approve = cast.marks(line, 1) as i64;
        let oppose = cast.marks(line, 2) as i64;
        let abstain = cast.patterns.len() as i64 - approve - oppose;
        let wanted = if is_tick {
            vec![approve]
        } else {
            vec![approve, oppose, abstain]
        };
        if cells.get(..wanted.len()) != Some(&wanted[..]) {
            let told = format!(
                "{} poll {} round {} line {line}: {cells:?} instead of {wanted:?}",
                page.path, at.poll, round.number
            );
            return Violation::of("the tally is that of an independent counter", told);
        }
    }
    Ok(())
}

/// The certified record: what came back in each round.
fn statement(day: &mut Day, at: &Target, rounds: &[Round]) -> Result<(), Violation> {
    earlier_versions(day, at)?;
    let sql = "select text from statement where poll = ?1 order by version desc limit 1";
    let text = day.texts(sql, &[&at.poll]).concat();
    for round in rounds {
        let begins = format!("round\t{}\t", round.number);
        let block = text.split(&begins).nth(1).unwrap_or_default();
        let block = block.split("\nround\t").next().unwrap_or_default();
        let is_tick = is_tick(day, round.id);
        let cast = counted(&day.model, round.id, is_tick);
        let slips = day.model.cast.get(&round.id).map_or(0, |cast| cast.len());
        let papers = day.model.papers.get(&round.id).map_or(0, Vec::len);
        let field = |begins: &str, place: usize| {
            let line = block.lines().find(|line| line.starts_with(begins))?;
            line.split('\t').nth(place)?.parse::<usize>().ok()
        };
        let mut wanted = vec![
            (field("returned\t", 1), cast.total()),
            (field("valid\t", 1), cast.patterns.len()),
            (field("account\tslip\t", 8), slips),
            (field("account\tpaper\t", 8), papers),
        ];
        let lines = block
            .lines()
            .filter(|line| line.starts_with("line\t"))
            .count();
        for line in 1..=lines {
            let approve = field(&format!("line\t{line}\t"), 3);
            wanted.push((approve, cast.marks(line, 1)));
        }
        if wanted.iter().any(|(found, wanted)| *found != Some(*wanted)) {
            let told = format!(
                "poll {} round {}: {wanted:?} in {block}",
                at.poll, round.number
            );
            return Violation::of("the statement is the box", told);
        }
    }
    Ok(())
}
