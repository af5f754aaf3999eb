//! Slips and the desk: printed, drawn, handed in for a paper, cancelled.

use domain::access::Role::{ChiefScrutineer, Clerk, Scrutineer};
use domain::id::SittingId;
use domain::voting::slip_order::SlipOrder;
use service::ServiceError;

use crate::random_days::chance::Chance;
use crate::random_days::day::{Day, Press};
use crate::random_days::model::Slip;
use crate::random_days::site::Browser;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation, read};
use crate::support::Page;

type Came = Result<Tried, Violation>;

fn address(at: &Target) -> String {
    format!("/manage/sittings/{}/slips", at.sitting)
}

fn desk(
    day: &mut Day,
    at: &Target,
    page: &str,
    to: &str,
    fields: &[(&str, String)],
    chance: &mut Chance,
) -> Result<(Tried, Option<Page>), Violation> {
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.somebody(at.place.congress, &roles, chance);
    let press = Press {
        who,
        page,
        to,
        fields,
    };
    day.press(&press, chance)
}

/// So many living slips are still wanted: one for each who is here and has none.
fn wanted(day: &Day, at: &Target) -> usize {
    let sql = "select count(*) from attendance where sitting = ?1 and status = 'present'";
    let present = day.number(sql, &[&at.sitting]) as usize;
    let slips = day
        .model
        .slips
        .get(&at.sitting)
        .map_or(&[][..], Vec::as_slice);
    let living = slips.iter().filter(|slip| !slip.is_cancelled).count();
    present.saturating_sub(living)
}

/// One of two asks for slips: for as many as are wanted, in the place of a print that nobody saw.
pub(super) fn ask(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let lost = unseen(day, at);
    let number = wanted(day, at) + chance.below(3);
    let number = if chance.percent(95) { number } else { 0 };
    let fields = [
        ("number", number.to_string()),
        ("reason", "会议用".to_owned()),
        (
            "lost",
            lost.map_or_else(String::new, |print| print.to_string()),
        ),
        ("as", "ask".to_owned()),
    ];
    let to = format!("{}/ask", address(at));
    if chance.percent(4) {
        return desk(day, at, &address(at), &to, &fields, chance).map(|(came, _)| came);
    }
    // The button prints a specimen first, which takes longer than the rest of a day: mostly the use case
    // behind it is asked.
    let roles = [Clerk, ChiefScrutineer, Scrutineer];
    let who = day.somebody(at.place.congress, &roles, chance);
    let page = day.get(who, &address(at));
    let seen = read(&page)?;
    if !page.has_form(&to) {
        return Ok(if seen == Tried::Done {
            Tried::NotOffered
        } else {
            seen
        });
    }
    let order = SlipOrder::of(number as u32, lost.map(|print| print as u32), "会议用");
    let secret = day.people[who].browser.cookie("minsheng_office", "/manage");
    let service = &day.site().service;
    let asked = day.site().run(async {
        let actor = service.find_actor(&secret.unwrap()).await?.unwrap();
        let order = order.map_err(ServiceError::Invalid)?;
        let sitting = SittingId(at.sitting);
        service.ask_for_slips(&actor, sitting, order).await
    });
    if let Err(error) = asked {
        let codes = error
            .problems()
            .iter()
            .map(|problem| problem.code.to_owned());
        return Ok(Tried::Refused(codes.collect()));
    }
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    day.note(who, &to, &fields);
    Ok(Tried::Done)
}

/// A print whose codes nobody can see any more.
pub(crate) fn unseen(day: &Day, at: &Target) -> Option<i64> {
    let sql = "select coalesce(max(number), 0) from slip_print where sitting = ?1 \
        and is_lost = 0 and shown_at is null";
    let print = day.number(sql, &[&at.sitting]);
    let waits = is_fresh(day, at);
    (print > 0 && !waits).then_some(print)
}

/// Whether a print waits to be shown.
pub(crate) fn is_fresh(day: &Day, at: &Target) -> bool {
    let sitting = SittingId(at.sitting);
    !day.site().service.list_fresh_slips(sitting).is_empty()
}

/// The second of two confirms.
pub(super) fn confirm(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let to = format!("{}/confirm", address(at));
    let fields = [];
    desk(day, at, &address(at), &to, &fields, chance).map(|(came, _)| came)
}

/// The one who asked is shown the print, once. What the printer would put on paper is taken from the
/// use case behind that button: setting a PDF takes longer than the rest of a day.
pub(super) fn take_print(day: &mut Day, at: &Target, _: &mut Chance) -> Came {
    let sitting = SittingId(at.sitting);
    let waiting = day.site().service.list_fresh_slips(sitting);
    let Some((number, asker, _)) = waiting.first().copied() else {
        return Ok(Tried::NotOffered);
    };
    let name = day.texts("select username from account where id = ?1", &[&asker.0]);
    let who = day.person(&name.concat());
    let page = day.get(who, &address(at));
    if !page.has_form("/slips/print") {
        return Violation::of("whoever asked is shown the slips", page.text());
    }
    let secret = day.people[who].browser.cookie("minsheng_office", "/manage");
    let secret = secret.unwrap();
    let service = &day.site().service;
    let printed = day.site().run(async {
        let actor = service.find_actor(&secret).await.ok()??;
        let print = service
            .take_fresh_slips(&actor, sitting, number)
            .await
            .ok()?;
        service.note_slips_shown(&actor, &print).await.ok()?;
        Some(print.slips.clone())
    });
    let Some(printed) = printed else {
        return Ok(Tried::Refused(vec!["slips-shown".into()]));
    };
    for slip in printed {
        day.model.phones += 1;
        let slip = Slip {
            scanned: slip.scanned.clone(),
            typed: slip.typed.clone(),
            is_drawn: false,
            is_cancelled: false,
            phone: Browser::new(1_000 + day.model.phones),
        };
        day.model.slips.entry(at.sitting).or_default().push(slip);
    }
    // Whoever signed before the paper came draws now.
    draw(day, at);
    Ok(Tried::Done)
}

/// Deputies draw as many slips as the roll and the desk say went out.
fn draw(day: &mut Day, at: &Target) {
    let sql = "select (select count(*) from issued where sitting = ?1 and kind = 'slip') \
        + coalesce((select slips_out from desk where sitting = ?1), 0)";
    let out = day.number(sql, &[&at.sitting]) as usize;
    let Some(slips) = day.model.slips.get_mut(&at.sitting) else {
        return;
    };
    let drawn = slips.iter().filter(|slip| slip.is_drawn).count();
    let left = slips
        .iter_mut()
        .filter(|slip| !slip.is_drawn && !slip.is_cancelled);
    for slip in left.take(out.saturating_sub(drawn)) {
        slip.is_drawn = true;
    }
}

pub(super) fn hand_out(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let to = format!("{}/issue", address(at));
    let fields = [("all", "yes".to_owned())];
    let (came, _) = desk(day, at, &address(at), &to, &fields, chance)?;
    draw(day, at);
    Ok(came)
}

/// One deputy signs for papers.
pub(super) fn hand_out_papers(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let sql = "select coalesce(min(a.deputy), 0) from attendance as a where a.sitting = ?1 and \
        a.status = 'present' and not exists (select 1 from issued as i where \
        i.sitting = a.sitting and i.deputy = a.deputy)";
    let deputy = day.number(sql, &[&at.sitting]);
    if deputy == 0 {
        return Ok(Tried::NotOffered);
    }
    let to = format!("{}/issue", address(at));
    let fields = [("deputy", deputy.to_string()), ("kind", "paper".to_owned())];
    desk(day, at, &address(at), &to, &fields, chance).map(|(came, _)| came)
}

/// What lies at the desk is scanned back; one slip of a stranger among them now and then.
pub(super) fn cancel(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let left = day.model.left_over(at.sitting);
    if left.is_empty() {
        return Ok(Tried::NotOffered);
    }
    let slips = &day.model.slips[&at.sitting];
    let mut codes: Vec<String> = left.iter().map(|slip| slips[*slip].typed.clone()).collect();
    if chance.percent(5) {
        codes.push("0000000000".to_owned());
    }
    let to = format!("{}/cancel", address(at));
    let fields = [("codes", codes.join("\n"))];
    let (came, _) = desk(day, at, &address(at), &to, &fields, chance)?;
    let slips = &day.model.slips[&at.sitting];
    let known = slips.iter().filter(|slip| slip.is_cancelled).count();
    // Slips of a print that was lost were never in anybody's hands here.
    let lost = "select sum(slips) from slip_print where sitting = ?1 and is_lost = 1";
    let known = known + day.number(lost, &[&at.sitting]) as usize;
    // Also where nobody waited for the answer.
    if cancelled(day, at) >= known + left.len() {
        let slips = day.model.slips.get_mut(&at.sitting).unwrap();
        for slip in left {
            slips[slip].is_cancelled = true;
        }
    }
    Ok(came)
}

/// Slips of a sitting that the store knows to be cancelled.
fn cancelled(day: &Day, at: &Target) -> usize {
    let sql = "select count(*) from slip where sitting = ?1 and is_cancelled = 1";
    day.number(sql, &[&at.sitting]) as usize
}

fn at_desk(
    day: &mut Day,
    at: &Target,
    act: &str,
    fields: &[(&str, String)],
    chance: &mut Chance,
) -> Came {
    let page = format!("/manage/sittings/{}/desk", at.sitting);
    let to = format!("{page}/{act}");
    desk(day, at, &page, &to, fields, chance).map(|(came, _)| came)
}

pub(super) fn keep_back(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let left = day.model.left_over(at.sitting).len().min(1);
    let fields = [
        ("reserve", left.to_string()),
        ("reason", "换票".to_owned()),
        ("latecomers", "yes".to_owned()),
    ];
    let who = day.somebody(at.place.congress, &[Clerk], chance);
    let page = format!("/manage/sittings/{}/desk", at.sitting);
    let press = Press {
        who,
        page: &page,
        to: &format!("{page}/reserve"),
        fields: &fields,
    };
    day.press(&press, chance).map(|(came, _)| came)
}

/// A deputy hands a slip in for a paper: an unused one mostly, a used one now and then.
pub(super) fn take_in(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let held = day.model.in_hand(at.sitting);
    let used = |slip: &usize| day.model.cast.values().any(|cast| cast.contains_key(slip));
    let unused: Vec<usize> = held.iter().copied().filter(|slip| !used(slip)).collect();
    let from = if chance.percent(90) { &unused } else { &held };
    let Some(slip) = chance.of(from).copied() else {
        return Ok(Tried::NotOffered);
    };
    let code = day.model.slips[&at.sitting][slip].scanned.clone();
    let before = cancelled(day, at);
    let came = at_desk(day, at, "take-slip", &[("code", code)], chance)?;
    if cancelled(day, at) > before {
        let voted = rounds_of(day, at.sitting);
        let voted = voted.iter().any(|round| day.model.has_cast(*round, slip));
        if voted && open_rounds(day, at.sitting) {
            let told = format!("slip {slip} of sitting {}", at.sitting);
            return Violation::of("a used slip is no paper", told);
        }
        day.model.slips.get_mut(&at.sitting).unwrap()[slip].is_cancelled = true;
    }
    Ok(came)
}

fn rounds_of(day: &Day, sitting: i64) -> Vec<i64> {
    let sql = "select cast(id as text) from round where sitting = ?1 \
        and stage in ('open', 'paused', 'closed', 'accounted')";
    let found = day.texts(sql, &[&sitting]);
    found
        .iter()
        .filter_map(|round| round.parse().ok())
        .collect()
}

fn open_rounds(day: &Day, sitting: i64) -> bool {
    !rounds_of(day, sitting).is_empty()
}

pub(super) fn give_paper(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    at_desk(day, at, "give-paper", &[], chance)
}

pub(super) fn take_paper_in(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    at_desk(day, at, "take-paper", &[], chance)
}

pub(super) fn give_slip(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    let came = at_desk(day, at, "give-slip", &[], chance)?;
    draw(day, at);
    Ok(came)
}

pub(super) fn help(day: &mut Day, at: &Target, chance: &mut Chance) -> Came {
    at_desk(day, at, "assist", &[], chance)
}
