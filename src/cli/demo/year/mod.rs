//! The stage `followup`: 186 projects lived through a year by the use cases of every day.
//!
//! The clock is set month by month and the work of a month is done side by side, so that the writer
//! commits many works at once. 青河县 and 查干郭勒乡 chose by ballot; the other congresses take over
//! what they chose on paper (`Service::take_over`). The year ends on 31 December 2026, 10:00 in
//! Beijing, whenever the demo is started, and the clock runs on from there.

mod calendar;
mod fate;
mod ledger;
mod reviews;
mod story;
mod words;

use std::sync::Arc;

use jiff::civil::{Date, date};
use tokio::task::JoinSet;

use super::account::{DemoError, DemoService, DemoStaff};
use super::people;
use domain::access::{Actor, Role};
use domain::congress::{Congress, Level};
use domain::followup::fact::FactKind;
use domain::followup::plan::{Milestone, Plan, PlannedFund};
use domain::followup::report::Report;
use domain::followup::share::Share;
use domain::id::{CongressId, MilestoneId, PlanId, ProjectId, ReportId};
use fate::DemoCourse;
use service::reminder::inbox::Inbox;
use story::{DemoProject, YEAR};
use words::YearWords;

/// Where it ends.
const END: Date = date(YEAR, 12, 31);
/// Works that wait for the writer at once.
const AT_ONCE: usize = 96;

/// Lives the year in a demo whose ballots are published.
pub(super) async fn live(service: &DemoService, staff: &[DemoStaff]) -> Result<(), DemoError> {
    let words = Arc::new(YearWords::read());
    let clerk = people::sign_in(service, staff, "qinghe-clerk").await?;
    let congresses = service.get_prefecture().await?.congresses;
    let office = of_all(&clerk, &congresses);
    set(service, date(YEAR, 1, 20));
    name_groups(service, &clerk, &words).await?;
    take_over(service, &office, &congresses, &words).await?;
    let stories = Arc::new(stories(service, &office, &congresses).await?);
    each(service, &office, &words, &stories, YearTask::Assign).await?;
    for month in 2..=11 {
        set(service, date(YEAR, month + 1, 3));
        each(service, &office, &words, &stories, YearTask::Report(month)).await?;
        each(service, &office, &words, &stories, YearTask::Facts(month)).await?;
        ledger::month(service, staff, &office, &words, &stories, month).await?;
    }
    set(service, date(YEAR, 12, 18));
    each(service, &office, &words, &stories, YearTask::Facts(12)).await?;
    calendar::keep(service, &clerk, &words, &stories).await?;
    reviews::of_county(service, staff, &clerk, &words).await?;
    reviews::of_work_committee(service, staff, &words).await?;
    ledger::unchecked(service, staff, &office, &words, &stories).await?;
    set(service, END);
    service.write_reminders().await?;
    service.carry(&Inbox::of(service)).await?;
    Ok(())
}

/// The office as it would act in each congress: one demo clerk with the role everywhere.
fn of_all(clerk: &Actor, congresses: &[Congress]) -> Actor {
    let roles = congresses.iter().map(|one| (Role::Clerk, Some(one.id)));
    Actor {
        roles: roles.collect(),
        ..clerk.clone()
    }
}

/// The deputies' groups of 青河县, three deputies each.
async fn name_groups(
    service: &DemoService,
    clerk: &Actor,
    words: &YearWords,
) -> Result<(), DemoError> {
    let congress = service.find_congress(super::day::COUNTY).await?;
    for (place, members) in ["001 002 003", "004 005 006", "007 008 009"]
        .iter()
        .enumerate()
    {
        let name = words.one("group", place);
        service.keep_group(clerk, congress, name, members).await?;
    }
    Ok(())
}

/// Sets the clock to ten in the morning of a day.
fn set(service: &DemoService, day: Date) {
    service.clock().set(super::day::moment(day, 10));
}

/// The other congresses take over what they chose on paper: four a county but one with three; three a
/// township but eleven with two (with 查干郭勒乡, which chose two by ballot, twelve).
async fn take_over(
    service: &DemoService,
    office: &Actor,
    congresses: &[Congress],
    words: &YearWords,
) -> Result<(), DemoError> {
    let counties = congresses
        .iter()
        .filter(|one| one.level == Level::County)
        .count();
    let (mut county_no, mut township_no, mut twos) = (0, 0, 0);
    for congress in congresses {
        let is_qinghe = congress.slug == super::day::COUNTY;
        let by_ballot = is_qinghe || congress.slug == super::day::TOWNSHIP;
        let wanted = match congress.level {
            Level::County => {
                county_no += 1;
                if county_no == counties { 3 } else { 4 }
            }
            Level::Township => {
                township_no += 1;
                let has_two = two_of(congress, congresses, twos);
                twos += usize::from(has_two);
                if has_two { 2 } else { 3 }
            }
        };
        if by_ballot {
            continue;
        }
        let (file, codes) = words::projects(congress, township_no + county_no, wanted);
        service
            .import_projects(office, congress.id, YEAR, file.as_bytes())
            .await?;
        service
            .take_over(office, congress.id, YEAR, codes, words.one("selected", 0))
            .await?;
    }
    Ok(())
}

/// Whether a township chose two: three of 青河县's eight, and the first nine elsewhere.
fn two_of(congress: &Congress, congresses: &[Congress], twos: usize) -> bool {
    let county = congresses
        .iter()
        .find(|one| Some(one.id) == congress.parent);
    match county {
        Some(county) if county.slug == super::day::COUNTY => {
            let slugs = [super::day::TOWNSHIP, "arele", "agashiaobao"];
            slugs.contains(&congress.slug.as_str())
        }
        Some(_) | None => twos < 9,
    }
}

async fn stories(
    service: &DemoService,
    office: &Actor,
    congresses: &[Congress],
) -> Result<Vec<DemoProject>, DemoError> {
    let mut stories = Vec::new();
    let qinghe = congresses
        .iter()
        .find(|one| one.slug == super::day::COUNTY)
        .map(|one| one.id);
    let mut of_qinghe = 0;
    for congress in congresses {
        let (_, lines) = service.get_task_table(office, congress.id, YEAR).await?;
        for line in lines {
            let is_home = Some(congress.id) == qinghe || congress.parent == qinghe;
            let place = stories.len();
            let fate = if is_home {
                DemoCourse::at_home(of_qinghe)
            } else {
                DemoCourse::elsewhere(place)
            };
            of_qinghe += usize::from(is_home);
            stories.push(DemoProject {
                project: line.project,
                level: congress.level,
                place,
                fate,
            });
        }
    }
    Ok(stories)
}

/// A piece of the year's work on one project.
#[derive(Debug, Clone, Copy)]
enum YearTask {
    Assign,
    Report(i8),
    Facts(i8),
}

/// Does a piece of work on every project, many at once.
async fn each(
    service: &DemoService,
    office: &Actor,
    words: &Arc<YearWords>,
    stories: &Arc<Vec<DemoProject>>,
    work: YearTask,
) -> Result<(), DemoError> {
    let mut running = JoinSet::new();
    for place in 0..stories.len() {
        if running.len() >= AT_ONCE {
            finished(running.join_next().await)?;
        }
        let (service, office) = (service.clone(), office.clone());
        let (words, stories) = (Arc::clone(words), Arc::clone(stories));
        running.spawn(async move {
            let story = stories.get(place).ok_or(DemoError::NotFound("project"))?;
            match work {
                YearTask::Assign => service.assign(&office, plan(story, &words)).await,
                YearTask::Report(month) => report(&service, &office, &words, story, month).await,
                YearTask::Facts(month) => facts(&service, &office, &words, story, month).await,
            }
        });
    }
    while let Some(done) = running.join_next().await {
        finished(Some(done))?;
    }
    Ok(())
}

fn finished(
    done: Option<Result<Result<(), DemoError>, tokio::task::JoinError>>,
) -> Result<(), DemoError> {
    match done {
        None => Ok(()),
        Some(Ok(done)) => done,
        Some(Err(error)) => Err(DemoError::Broken(Box::new(error))),
    }
}

fn plan(story: &DemoProject, words: &YearWords) -> Plan {
    let project = &story.project;
    let milestone = |(number, due, share): (usize, Date, u16)| Milestone {
        id: MilestoneId(0),
        name: words.one("milestone", number).to_owned(),
        due,
        share: Share::thousandths(share),
        reached: None,
    };
    let days = [
        (0, date(YEAR, 3, 31), 100),
        (1, date(YEAR, 6, 30), 400),
        (2, date(YEAR, 9, 30), 800),
        (3, date(YEAR, 10, 31), 1000),
    ];
    Plan {
        id: PlanId(0),
        project: project.id,
        version: 1,
        from: date(YEAR, 1, 20),
        target: project.scale.clone(),
        quantity: None,
        place: project.place.clone(),
        leader: words.one("leader", story.place).to_owned(),
        partners: words.one("partner", 0).to_owned(),
        acceptance: words.one("acceptance", 0).to_owned(),
        group: words.one("group", story.place).to_owned(),
        start_by: date(YEAR, 3, 15),
        accept_by: date(YEAR, 12, 10),
        funds: vec![PlannedFund {
            source: words.one("fund", 0).to_owned(),
            amount: project.investment,
        }],
        milestones: days.map(milestone).to_vec(),
    }
}

/// The report of a month, checked on the same day; a month in which nothing may be reported passes.
async fn report(
    service: &DemoService,
    office: &Actor,
    words: &YearWords,
    story: &DemoProject,
    month: i8,
) -> Result<(), DemoError> {
    let Some(new) = told(story, words, month) else {
        return Ok(());
    };
    let id: ReportId = service.write_report(office, new, Vec::new()).await?;
    service.check_report(office, id).await.map(drop)
}

fn told(story: &DemoProject, words: &YearWords, month: i8) -> Option<Report> {
    let done = story.fate.done(month)?;
    let stage = match done.get() {
        0 => 0,
        1..=200 => 1,
        201..=700 => 2,
        701..=999 => 3,
        _ => 4,
    };
    let is_slow = story.fate.is_slow(month);
    let paid = story.project.investment / 1000 * i64::from(done.get()) / 10 * 9;
    Some(Report {
        id: ReportId(0),
        project: story.project.id,
        month: domain::followup::month::Month::new(YEAR, month)?,
        version: 0,
        done,
        quantity: None,
        paid,
        status: words.one("status", stage).to_owned(),
        problem: if is_slow {
            words.one("slow", story.place).to_owned()
        } else {
            String::new()
        },
        next_step: words.one("next", stage / 2).to_owned(),
        why: String::new(),
        reached: Vec::new(),
        written_by: String::new(),
        written_at: 0,
        checked: None,
    })
}

/// The facts and decisions that fall into a month.
async fn facts(
    service: &DemoService,
    office: &Actor,
    words: &YearWords,
    story: &DemoProject,
    month: i8,
) -> Result<(), DemoError> {
    let id: ProjectId = story.project.id;
    if story.fate.finished_in() == Some(month) {
        let on = Some(last_days(month, 2));
        service
            .note_fact(office, id, FactKind::Finished, on, "")
            .await?;
    }
    if story.fate.accepted_in() == Some(month) {
        let document = words.one("document", 0);
        let on = Some(last_days(month, 1));
        service
            .note_fact(office, id, FactKind::Accepted, on, document)
            .await?;
        service
            .note_fact(office, id, FactKind::InUse, on, "")
            .await?;
    }
    if let Some(change) = story.fate.change_in(month) {
        ledger::change(service, office, words, story, change).await?;
    }
    Ok(())
}

/// A day near the end of a month, never after the day on which the month is told.
fn last_days(month: i8, before: i8) -> Date {
    match month {
        12 => date(YEAR, 12, 18 - before),
        month => date(YEAR, month, 28 + before.min(0)),
    }
}

/// A congress's identifier for a slug, for the parts of the year.
fn of(stories: &[DemoProject], id: CongressId) -> impl Iterator<Item = &DemoProject> {
    stories
        .iter()
        .filter(move |story| story.project.congress == id)
}
