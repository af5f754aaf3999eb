//! What people who know the day's order press next, from wherever it stands: the list of presses that
//! reaches the end is made of these.

use crate::random_days::acts::{officers, sitting, slips};
use crate::random_days::chance::Chance;
use crate::random_days::day::Day;
use crate::random_days::target::Target;

/// The act that brings a poll on; none when it is at its end, or when nothing is known that would.
pub(crate) fn next(day: &Day, at: &Target, chance: &mut Chance) -> Option<&'static str> {
    if at.is_withdrawn {
        return None;
    }
    match at.sitting_stage.as_str() {
        "planned" => return Some("open the roll"),
        "roll_open" => return Some(roll(day, at)),
        "adjourned" => return Some("resume the sitting"),
        "closed" if !at.is_at(&["counted", "certified"]) => return Some("open the sitting again"),
        _ => {}
    }
    let may_have_officers = !at.place.is_rehearsal && !at.is_at(&["draft", "certified", "void"]);
    if may_have_officers && chance.percent(25) && has_officers(day, at) {
        let next = officers::next(day, at);
        if next.is_some() {
            return next;
        }
    }
    match at.stage.as_str() {
        "draft" => Some(draft(day, at, chance)),
        "frozen" => Some(frozen(day, at)),
        "sealed" => Some(sealed(day, at, chance)),
        "issuing" => Some(issuing(day, at, chance)),
        "open" => Some(open(day, at, chance)),
        "paused" => Some(exchange(day, at, chance).unwrap_or("resume the vote")),
        "closed" => Some(closed(day, at)),
        "accounted" => Some(accounted(day, at, chance)),
        "opened" => Some("count"),
        "counted" => counted(day, at, chance),
        "certified" => {
            let published = "select count(*) from notice where poll = ?1";
            if day.number(published, &[&at.poll]) > 0 {
                return None;
            }
            Some(match chance.below(10) {
                0..=3 => "correct the statement",
                4 => "ask for two corrections",
                _ => "publish",
            })
        }
        _ => None,
    }
}

fn has_officers(day: &Day, at: &Target) -> bool {
    let adopted = "select count(*) from officer where session = ?1 \
        and post = 'chief_scrutineer' and adopted_on is not null";
    day.number(adopted, &[&at.session]) > 0
}

fn roll(day: &Day, at: &Target) -> &'static str {
    let sql = "select count(*) from attendance where sitting = ?1 and status <> 'present'";
    if day.number(sql, &[&at.sitting]) > 1 {
        "keep the roll"
    } else {
        "declare the quorum"
    }
}

fn draft(day: &Day, at: &Target, chance: &mut Chance) -> &'static str {
    let lines = "select count(*) from round_line where round = ?1";
    if day.number(lines, &[&at.round]) == 0 {
        // Where no list is left to ask about, the poll is taken back.
        return if sitting::free_list(day, at) == 0 {
            "withdraw a poll"
        } else {
            "choose the list"
        };
    }
    let accepted = "select count(*) from poll where id = ?1 and warnings_reason <> ''";
    let is_accepted = day.number(accepted, &[&at.poll]) > 0;
    if !is_accepted && chance.percent(40) {
        "accept warnings"
    } else if !at.are_rules_adopted {
        "adopt the rules"
    } else {
        frozen_after(day, at, "freeze")
    }
}

fn frozen(day: &Day, at: &Target) -> &'static str {
    frozen_after(day, at, "seal")
}

fn frozen_after(day: &Day, at: &Target, then: &'static str) -> &'static str {
    if has_officers(day, at) {
        then
    } else {
        "adopt the officers"
    }
}

fn sealed(day: &Day, at: &Target, chance: &mut Chance) -> &'static str {
    let holder = "(holder is null and officer is null)";
    let waiting = format!("select count(*) from card where round = ?1 and {holder}");
    let unchecked = "select count(*) from card where round = ?1 and is_checked = 0";
    let untaken = day.number(&waiting, &[&at.round]);
    let unchecked = day.number(unchecked, &[&at.round]) - untaken;
    if unchecked > 0 && chance.percent(85) {
        "type a card back"
    } else if untaken + unchecked > 0 {
        // Cards that were in memory when the program ended are gone: then the box is sealed again.
        if chance.percent(75) {
            "take a card"
        } else {
            "seal again"
        }
    } else {
        let next = anew(day, at).unwrap_or("start issuing");
        match chance.below(10) {
            0 | 1 => "print papers",
            // A key that its box lost before it was kept is drawn anew.
            2 => "seal again",
            _ => next,
        }
    }
}

/// Somebody came or left: the quorum is declared again.
fn anew(day: &Day, at: &Target) -> Option<&'static str> {
    let sql = "select count(*) from sitting as t where t.id = ?1 and t.quorum_present <> \
        (select count(*) from attendance as a where a.sitting = t.id and a.status = 'present')";
    (day.number(sql, &[&at.sitting]) > 0).then_some("declare it again")
}

/// Whoever stands at the desk between slip and paper is served first.
fn exchange(day: &Day, at: &Target, chance: &mut Chance) -> Option<&'static str> {
    let papers = "select coalesce(sum(slips_in - papers_out), 0) from desk where sitting = ?1";
    let slips = "select coalesce(sum(papers_in - slips_out), 0) from desk where sitting = ?1";
    if day.number(papers, &[&at.sitting]) > 0 {
        Some(if chance.percent(80) {
            "give a paper"
        } else {
            "print papers"
        })
    } else if day.number(slips, &[&at.sitting]) > 0 {
        Some("give a slip")
    } else {
        None
    }
}

fn issuing(day: &Day, at: &Target, chance: &mut Chance) -> &'static str {
    if let Some(first) = anew(day, at).or_else(|| exchange(day, at, chance)) {
        return first;
    }
    let unsigned = "select count(*) from attendance as a where a.sitting = ?1 and \
        a.status = 'present' and not exists (select 1 from issued as i where \
        i.sitting = a.sitting and i.deputy = a.deputy)";
    let unsigned = day.number(unsigned, &[&at.sitting]) as usize;
    let left = day.model.left_over(at.sitting).len();
    if slips::is_fresh(day, at) {
        return "take the slips";
    }
    let asked = "select count(*) from act_request where subject = 'sitting' and id = ?1 \
        and act = 'print-slips'";
    if day.number(asked, &[&at.sitting]) > 0 && chance.percent(85) {
        return "confirm the slips";
    }
    let reserve = "select coalesce(max(reserve), 0) from desk where sitting = ?1";
    let reserve = day.number(reserve, &[&at.sitting]) as usize;
    let papers = "select coalesce(max(printed), 0) from paper_stock where round = ?1";
    let papers = day.number(papers, &[&at.round]);
    let held = "select (select count(*) from issued where sitting = ?1 and kind = 'paper') \
        + coalesce((select sum(papers_out - papers_in) from desk where sitting = ?1), 0) \
        + (select count(*) from spoilt_paper where round = ?2)";
    if day.number(held, &[&at.sitting, &at.round]) > papers {
        return "print papers";
    }
    if unsigned > 0 && papers > 0 && chance.percent(25) {
        "hand papers out"
    } else if unsigned > left || slips::unseen(day, at).is_some() {
        "ask for slips"
    } else if unsigned > 0 {
        "hand slips out"
    } else if left > reserve {
        "cancel slips"
    } else {
        "open the vote"
    }
}

fn open(day: &Day, at: &Target, chance: &mut Chance) -> &'static str {
    let held = day.model.in_hand(at.sitting);
    let voted = |slip: &&usize| day.model.has_cast(at.round, **slip);
    let is_left = held.iter().filter(voted).count() < held.len();
    if at.place.is_rehearsal && chance.percent(20) {
        return "let dummies vote";
    }
    if is_left && chance.percent(80) {
        return "vote";
    }
    exchange(day, at, chance).unwrap_or("close the vote")
}

fn closed(day: &Day, at: &Target) -> &'static str {
    let sql = "select count(*) from ballot_account where round = ?1 and kind = 'paper' \
        and issued > 0 and returned is null";
    if day.number(sql, &[&at.round]) > 0 {
        "enter the papers"
    } else {
        "confirm the account"
    }
}

fn accounted(day: &Day, at: &Target, chance: &mut Chance) -> &'static str {
    let sql = "select coalesce((select returned from ballot_account where round = ?1 \
        and kind = 'paper'), 0) - coalesce((select sum(papers) from paper_batch \
        where round = ?1), 0)";
    if day.number(sql, &[&at.round]) != 0 {
        let all = [
            "type a batch",
            "type a batch",
            "type a batch",
            "type a batch",
            "type papers again",
            "decide about papers",
            "confirm the decision",
            "enter the papers",
        ];
        return chance.of(&all).unwrap();
    }
    let cards = "select count(*) from sealed_box where round = ?1 and holding <> 'server'";
    if day.number(cards, &[&at.round]) > 0 && chance.percent(55) {
        "give a card"
    } else if chance.percent(12) {
        "open the box and hang up"
    } else {
        "open the box"
    }
}

fn counted(day: &Day, at: &Target, chance: &mut Chance) -> Option<&'static str> {
    if at.place.is_rehearsal {
        return Some("wipe the rehearsal");
    }
    let unrecorded = "select count(*) from round as r join sealed_box as b on b.round = r.id \
        where r.poll = ?1 and b.destroyed is null and b.holding <> 'server' \
        and r.stage in ('opened', 'counted', 'void')";
    if day.number(unrecorded, &[&at.poll]) > 0 {
        return Some("record the cards");
    }
    Some(if chance.percent(35) {
        "let the presidium decide"
    } else {
        "certify"
    })
}
