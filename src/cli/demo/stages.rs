//! The demo's course of events, as far as the stage that was asked for.

use jiff::civil::Date;

use super::account::{DemoError, DemoPoll, DemoService, DemoStaff};
use super::day::{COUNTY, TOWNSHIP, YEAR};
use super::{leads, library, people, year};
use domain::access::Actor;
use domain::act_of_two::ActOfTwo;
use domain::ballot::{Mark, Paper};
use domain::congress::Body;
use domain::id::{CongressId, PollId, RoundId, SittingId};
use domain::poll::template::Template;
use domain::round::RoundAct;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use domain::voting::slip_order::SlipOrder;
use service::ServiceError;
use service::act_of_two::confirm::{Confirmation, RequestSubject};
use service::act_of_two::press::{ActOutcome, Press};
use service::poll::polling::NewPoll;
use service::sitting::sessions::NewSession;
use service::voting::unshown_prints::PrintedSlip;
use text::{Language, Words, say};

const CONGRESSES: &[u8] = include_bytes!("congresses.csv");
const COUNTY_DEPUTIES: &[u8] = include_bytes!("deputies-qinghe.csv");
const TOWNSHIP_DEPUTIES: &[u8] = include_bytes!("deputies-township.csv");
const COUNTY_PROJECTS: &[u8] = include_bytes!("projects-qinghe.csv");
const TOWNSHIP_PROJECTS: &[u8] = include_bytes!("projects-township.csv");

/// How far the county's poll has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DemoStage {
    /// Rules and slate may still change.
    Draft,
    /// Both are fixed; the roll is open.
    Frozen,
    /// Slips are drawn and voting is open.
    Open,
    /// Voting has ended, the box is closed.
    Closed,
    /// Two people stand for the result.
    Certified,
    /// The public sees it.
    Published,
    /// Eleven months later: the last day of the year.
    FollowUp,
}

impl DemoStage {
    /// The stage of a word; one that does not exist yet is refused by name.
    pub fn parse(word: &str) -> Result<Self, String> {
        match word {
            "draft" => Ok(Self::Draft),
            "frozen" => Ok(Self::Frozen),
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            "certified" => Ok(Self::Certified),
            "published" => Ok(Self::Published),
            "followup" => Ok(Self::FollowUp),
            _ => {
                Err("one of draft, frozen, open, closed, certified, published, followup".to_owned())
            }
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Frozen => "frozen",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Certified => "certified",
            Self::Published => "published",
            Self::FollowUp => "followup",
        }
    }
}

/// What a made demo tells.
pub struct DemoSummary {
    /// Its staff with their passwords.
    pub staff: Vec<DemoStaff>,
    /// Its polls, the county's first.
    pub polls: Vec<DemoPoll>,
    /// The slips that were drawn, in the order of printing, which is the order of nothing else.
    pub slips: Vec<PrintedSlip>,
    /// The round of the county's poll.
    pub county_round: RoundId,
    /// Its sitting.
    pub county_sitting: SittingId,
}

impl DemoSummary {
    /// The password of one of the staff; empty for a name that is not there.
    #[must_use]
    pub fn password(&self, username: &str) -> String {
        let found = self.staff.iter().find(|one| one.username == username);
        found.map_or_else(String::new, |one| one.password.clone())
    }
}

/// One congress's ballot in the making.
struct DemoHall<'s> {
    service: &'s DemoService,
    clerk: Actor,
    chief: Actor,
    sitting: SittingId,
    poll: PollId,
    round: RoundId,
    places: u16,
}

/// What differs between the county and the township.
struct DemoPollPlan {
    slug: &'static str,
    roster: Vec<u8>,
    projects: &'static [u8],
    leads: leads::LeadFiles,
    present: u32,
    places: u16,
    term_no: u32,
    session_no: u32,
}

/// Makes a demo prefecture in an empty service.
///
/// # Errors
/// What a use case refuses; the demo's own files are tested not to be.
pub async fn make(
    service: &DemoService,
    stage: DemoStage,
    deputies: u32,
) -> Result<DemoSummary, DemoError> {
    let console = Actor::console();
    let words = Words::of(Language::ZhHans);
    service
        .name_prefecture(&console, &say!(words, "demo-prefecture").text, true)
        .await?;
    service.import_congresses(&console, CONGRESSES).await?;
    let mut staff = people::create(service).await?;
    let county = DemoPollPlan {
        slug: COUNTY,
        roster: roster_of(COUNTY_DEPUTIES, deputies),
        projects: COUNTY_PROJECTS,
        leads: leads::COUNTY,
        present: present_of(deputies),
        places: 4,
        term_no: 17,
        session_no: 4,
    };
    let hall = set_up(service, &staff, &county).await?;
    let slips = carry(&hall, stage, county.present).await?;
    let county_poll = told(&hall, COUNTY, stage, words);
    let (county_round, county_sitting) = (hall.round, hall.sitting);
    let township = DemoPollPlan {
        slug: TOWNSHIP,
        roster: TOWNSHIP_DEPUTIES.to_vec(),
        projects: TOWNSHIP_PROJECTS,
        leads: leads::TOWNSHIP,
        present: 33,
        places: 2,
        term_no: 12,
        session_no: 7,
    };
    let hall = set_up(service, &staff, &township).await?;
    let township_stage = if stage < DemoStage::FollowUp {
        DemoStage::Frozen
    } else {
        stage
    };
    carry(&hall, township_stage, township.present).await?;
    let township_poll = told(&hall, TOWNSHIP, township_stage, words);
    staff.extend(people::join(service, &staff, COUNTY, YEAR).await?);
    if stage >= DemoStage::FollowUp {
        year::live(service, &staff).await?;
    }
    let polls = vec![county_poll, township_poll];
    Ok(DemoSummary {
        staff,
        polls,
        slips,
        county_round,
        county_sitting,
    })
}

fn told(hall: &DemoHall<'_>, congress: &str, stage: DemoStage, words: Words) -> DemoPoll {
    DemoPoll {
        id: hall.poll.0,
        congress: congress.to_owned(),
        title: title(words),
        stage: stage.word().to_owned(),
    }
}

fn title(words: Words) -> String {
    say!(words, "poll-title-default", year = i64::from(YEAR)).text
}

/// The county's share of presence: 154 of 161.
fn present_of(deputies: u32) -> u32 {
    (u64::from(deputies) * 154)
        .div_ceil(161)
        .try_into()
        .unwrap_or(deputies)
}

/// The roster file cut to, or continued to, so many deputies.
fn roster_of(file: &[u8], deputies: u32) -> Vec<u8> {
    let text = String::from_utf8_lossy(file);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let wanted = usize::try_from(deputies)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    lines.truncate(wanted);
    let pattern = lines.get(1).cloned().unwrap_or_default();
    for number in lines.len()..wanted {
        lines.push(pattern.replace("001", &format!("{number:03}")));
    }
    lines.join("\n").into_bytes()
}

async fn set_up<'s>(
    service: &'s DemoService,
    staff: &[DemoStaff],
    plan: &DemoPollPlan,
) -> Result<DemoHall<'s>, DemoError> {
    let console = Actor::console();
    let congress: CongressId = service.find_congress(plan.slug).await?;
    service
        .import_deputies(&console, congress, &plan.roster)
        .await?;
    service
        .import_projects(&console, congress, YEAR, plan.projects)
        .await?;
    let prefix = if plan.slug == COUNTY {
        COUNTY
    } else {
        "township"
    };
    let clerk = people::sign_in(service, staff, &format!("{prefix}-clerk")).await?;
    let chief = people::sign_in(service, staff, &format!("{prefix}-chief")).await?;
    leads::publish_calls(service, &clerk, congress, YEAR).await?;
    leads::bring(service, &clerk, congress, YEAR, &plan.leads).await?;
    let new = NewSession {
        congress,
        body: Body::Congress,
        term_no: plan.term_no,
        session_no: plan.session_no,
        year: YEAR,
        held_on: Date::constant(YEAR, 1, 15),
    };
    let (session, sitting) = service.create_session(&clerk, new).await?;
    people::propose_officers(service, &clerk, session, prefix).await?;
    let words = Words::of(Language::ZhHans);
    let new = NewPoll {
        session,
        sitting,
        title: title(words),
        places: plan.places,
        template: Template::PerItem,
    };
    let (poll, round) = service.create_poll(&clerk, new).await?;
    let list = library::candidates(service, &clerk, congress, YEAR, plan.places).await?;
    service.use_list(&clerk, poll, list).await?;
    library::ask_in_vain(service, &clerk, congress, YEAR).await?;
    Ok(DemoHall {
        service,
        clerk,
        chief,
        sitting,
        poll,
        round,
        places: plan.places,
    })
}

/// Carries a poll from its draft to a stage; answers with the drawn slips.
async fn carry(
    hall: &DemoHall<'_>,
    stage: DemoStage,
    present: u32,
) -> Result<Vec<PrintedSlip>, DemoError> {
    if stage < DemoStage::Frozen {
        return Ok(Vec::new());
    }
    take_roll(hall, present).await?;
    hall.service.adopt_rules(&hall.clerk, hall.poll).await?;
    hall.two(RoundAct::Freeze).await?;
    if stage < DemoStage::Open {
        return Ok(Vec::new());
    }
    hall.two(RoundAct::Seal).await?;
    hall.one(RoundAct::StartIssuing).await?;
    let slips = hand_out(hall, present).await?;
    hall.two(RoundAct::OpenVote).await?;
    if stage >= DemoStage::Closed {
        vote(hall, &slips).await?;
        hall.two(RoundAct::CloseVote).await?;
    }
    if stage >= DemoStage::Certified {
        decide(hall).await?;
    }
    if stage >= DemoStage::Published {
        let asks = Press::default();
        hall.service.publish(&hall.clerk, hall.poll, asks).await?;
        hall.confirm(RequestSubject::Poll(hall.poll.0), ActOfTwo::Publish)
            .await?;
    }
    Ok(slips)
}

/// From the closed box to the certified statement.
async fn decide(hall: &DemoHall<'_>) -> Result<(), DemoError> {
    hall.one(RoundAct::ConfirmAccount).await?;
    hall.two(RoundAct::OpenBox).await?;
    hall.one(RoundAct::Count).await?;
    hall.two(RoundAct::Certify).await
}

impl DemoHall<'_> {
    /// An act that one person does.
    async fn one(&self, act: RoundAct) -> Result<(), DemoError> {
        self.service
            .act_on_round(&self.clerk, self.round, act, "")
            .await
            .map(drop)
    }

    /// An act that the clerk asks for and the chief scrutineer confirms.
    async fn two(&self, act: RoundAct) -> Result<(), DemoError> {
        let asked = self
            .service
            .act_on_round(&self.clerk, self.round, act, "")
            .await?;
        if asked == ActOutcome::Asked {
            let (subject, act) = (RequestSubject::Round(self.round.0), ActOfTwo::Round(act));
            self.confirm(subject, act).await?;
        }
        Ok(())
    }

    /// The chief scrutineer confirms what waits, as it is shown.
    async fn confirm(&self, subject: RequestSubject, act: ActOfTwo) -> Result<(), DemoError> {
        let waits = self.service.find_asked(&self.chief, act, subject).await?;
        let waits = waits.ok_or(DemoError::NotFound("what waits"))?;
        let confirmed = Confirmation {
            subject,
            word: waits.act,
            seen: waits.seen,
            pin: String::new(),
            boxes: Vec::new(),
        };
        self.service.confirm(&self.chief, confirmed).await?;
        Ok(())
    }
}

/// Opens the roll, signs in all but the last, who are on leave, and declares the quorum.
async fn take_roll(hall: &DemoHall<'_>, present: u32) -> Result<(), DemoError> {
    let DemoHall {
        service,
        clerk,
        sitting,
        ..
    } = hall;
    service
        .act_on_sitting(clerk, *sitting, SittingAct::OpenRoll)
        .await?;
    let roll = service.get_roll(clerk, *sitting).await?;
    let lines = (0..).zip(roll.lines.iter());
    let changes = lines
        .map(|(place, line)| {
            let is_here = place < present;
            (
                line.deputy,
                if is_here {
                    Attendance::Present
                } else {
                    Attendance::OnLeave
                },
            )
        })
        .collect();
    service.keep_roll(clerk, *sitting, changes).await?;
    service
        .act_on_sitting(clerk, *sitting, SittingAct::DeclareQuorum)
        .await?;
    let asks = Press::default();
    service.adopt_officers(clerk, *sitting, asks).await?;
    let subject = RequestSubject::Sitting(sitting.0);
    hall.confirm(subject, ActOfTwo::AdoptOfficers).await
}

/// Has slips printed by two.
async fn print(hall: &DemoHall<'_>, number: u32) -> Result<Vec<PrintedSlip>, DemoError> {
    let (service, sitting) = (hall.service, hall.sitting);
    let missing = || DemoError::NotFound("print of slips");
    let why = say!(Words::of(Language::ZhHans), "demo-slips-reason");
    let order = SlipOrder::of(number, None, &why.text).map_err(ServiceError::Invalid)?;
    service.ask_for_slips(&hall.clerk, sitting, order).await?;
    hall.confirm(RequestSubject::Sitting(sitting.0), ActOfTwo::PrintSlips)
        .await?;
    let (print, _, _) = service
        .list_fresh_slips(sitting)
        .pop()
        .ok_or_else(missing)?;
    let mut print = service
        .take_fresh_slips(&hall.clerk, sitting, print)
        .await?;
    service.note_slips_shown(&hall.clerk, &print).await?;
    Ok(std::mem::take(&mut print.slips))
}

/// Prints a few slips more than are present, hands one to each, cancels what is left over.
async fn hand_out(hall: &DemoHall<'_>, present: u32) -> Result<Vec<PrintedSlip>, DemoError> {
    let DemoHall {
        service,
        clerk,
        chief,
        sitting,
        ..
    } = hall;
    let spare = 5;
    let mut slips = print(hall, present + spare).await?;
    let roll = service.get_roll(clerk, *sitting).await?;
    let here = roll
        .lines
        .iter()
        .filter(|line| line.attendance == Attendance::Present);
    service
        .issue_slips(clerk, *sitting, here.map(|line| line.deputy).collect())
        .await?;
    let left = slips.split_off(usize::try_from(present).unwrap_or(0));
    let codes: Vec<String> = left.into_iter().map(|slip| slip.typed).collect();
    service
        .cancel_slips(chief, *sitting, &codes.join("\n"))
        .await?;
    Ok(slips)
}

/// All but one vote, through the path of every deputy.
async fn vote(hall: &DemoHall<'_>, slips: &[PrintedSlip]) -> Result<(), DemoError> {
    let voters = slips.len().saturating_sub(1);
    // Approvals for each line in 1/153 of the papers, so that as many pass at any size as there are
    // places: four of six in the county, two of three in the township.
    let shares = if hall.places < 4 {
        [148, 131, 20, 15, 10, 5]
    } else {
        [148, 131, 119, 104, 62, 40]
    };
    let mut wanted: Vec<usize> = shares.iter().map(|share| share * voters / 153).collect();
    for (place, slip) in slips.iter().take(voters).enumerate() {
        let ticket = hall.service.present(&slip.scanned).await?;
        let ticket = ticket.map_err(|_| DemoError::NotFound("slip"))?;
        let sheet = hall.service.open_sheet(ticket, hall.poll).await?;
        let mut by_need: Vec<usize> = (0..sheet.lines.len()).collect();
        by_need.sort_by_key(|line| std::cmp::Reverse(wanted.get(*line).copied().unwrap_or(0)));
        by_need.truncate(usize::from(hall.places));
        let marks: Vec<Mark> = (0..sheet.lines.len())
            .map(|line| match wanted.get_mut(line) {
                Some(left) if *left > 0 && by_need.contains(&line) => {
                    *left -= 1;
                    Mark::Approve
                }
                _ if (place + line) % 3 == 0 => Mark::Oppose,
                _ if (place + line) % 3 == 1 => Mark::Abstain,
                _ => Mark::Unmarked,
            })
            .collect();
        let paper = Paper::Marks(marks);
        let token = hall.service.sheet_token(ticket, sheet.round.id);
        let round = sheet.round.id;
        let form = hall
            .service
            .review(ticket, hall.poll, round, &token, paper.clone())
            .await?;
        hall.service
            .cast(ticket, hall.poll, round, &form.nonce, &form.token, paper)
            .await?;
    }
    Ok(())
}
