//! The prefecture in which every day begins: three congresses, each with its people, a session, a poll
//! on one list of projects and a second list at hand. It is made once and copied for each day.

use std::path::Path;
use std::sync::OnceLock;

use domain::access::{Actor, Role};
use domain::congress::Body;
use domain::library::appraisal::{Conclusion, ScreeningItem};
use domain::library::opinion::{AnswerChoice, OpinionKind};
use domain::poll::rules::{Rules, ShortfallRule, TieRule};
use domain::poll::template::Template;
use domain::sitting::officer::Post;
use jiff::civil::Date;
use machine::clock::Clock;
use service::library::appraising::NewConclusion;
use service::library::listing::ListReview;
use service::library::opining::{NewAnswer, NewOpinion};
use service::people::accounts::NewAccount;
use service::poll::polling::NewPoll;
use service::sitting::officers::NewOfficer;
use service::sitting::sessions::NewSession;
use service::{Service, ServiceError};
use tempfile::TempDir;

use crate::random_days::site::{Browser, Site};
use crate::support::{boxes, noon, stages, until};

const YEAR: i16 = 2026;

/// A congress: its word in addresses, deputies, places, lines of each list, how its rules begin.
struct Plan {
    slug: &'static str,
    deputies: usize,
    places: u16,
    lines: [usize; 2],
    template: Template,
    change: fn(&mut Rules),
}

const PLANS: [Plan; 3] = [
    Plan {
        slug: "qinghe",
        deputies: 7,
        places: 2,
        lines: [4, 3],
        template: Template::PerItem,
        change: |_| {},
    },
    Plan {
        slug: "chaganguole",
        deputies: 5,
        places: 1,
        lines: [3, 2],
        template: Template::PerItem,
        change: |rules| {
            rules.shortfall = ShortfallRule::Supplementary;
            rules.second_tie = TieRule::Presidium;
        },
    },
    Plan {
        slug: "buerjin",
        deputies: 6,
        places: 2,
        lines: [3, 3],
        template: Template::Tick,
        change: |rules| rules.tie = TieRule::Presidium,
    },
];

const CONGRESSES: &str = "区划代码,代号,名称,层级,上级代号,备注\n\
    654321,buerjin,布尔津县,县,,\n\
    654325,qinghe,青河县,县,,\n\
    654325907,chaganguole,查干郭勒乡,乡,qinghe,演示\n";

/// Who works for a congress: the name's end, the role, and the post of whoever is an officer.
const STAFF: [(&str, Role, Option<Post>); 7] = [
    ("clerk", Role::Clerk, None),
    ("chief", Role::ChiefScrutineer, Some(Post::ChiefScrutineer)),
    ("scrutineer", Role::Scrutineer, Some(Post::Scrutineer)),
    ("scrutineer-2", Role::Scrutineer, Some(Post::Scrutineer)),
    ("teller", Role::Teller, Some(Post::Teller)),
    ("teller-2", Role::Teller, Some(Post::Teller)),
    ("publisher", Role::Publisher, None),
];

/// Deputies who are scrutineers and have no account, by their numbers.
const OFFICERS_WITHOUT_ACCOUNT: [&str; 2] = ["001", "002"];

/// The password of everybody.
pub(crate) const PASSWORD: &str = "stone-river-lamp-91";

/// Somebody with an account, signed in with a browser of their own.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The account's name; nobody has two.
    pub(crate) name: String,
    /// Of which congress, as in [`Prefecture::slugs`].
    pub(crate) congress: usize,
    pub(crate) role: Role,
    pub(crate) browser: Browser,
}

/// The prefecture as it lies in a directory.
pub(crate) struct Prefecture {
    dir: TempDir,
    pub(crate) people: Vec<Person>,
}

/// Memory where the machine has it as files: a day waits for no disk.
pub(crate) fn room() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Copies a data directory as a kill leaves it: database, log and keys as they lie. What is held in
/// memory alone, and whose lock it is, is not there.
pub(crate) fn copied(from: &Path) -> TempDir {
    let to = room();
    std::fs::create_dir_all(to.path().join("boxes")).unwrap();
    for file in boxes::every_file(from) {
        let text = file.to_string_lossy().into_owned();
        let is_memory = text.ends_with("-shm") || text.ends_with(".lock");
        if !is_memory {
            let inside = file.strip_prefix(from).unwrap();
            std::fs::copy(&file, to.path().join(inside)).unwrap();
        }
    }
    to
}

impl Prefecture {
    /// The one of this run.
    pub(crate) fn get() -> &'static Self {
        static MADE: OnceLock<Prefecture> = OnceLock::new();
        MADE.get_or_init(Self::make)
    }

    /// A directory with a copy of it.
    pub(crate) fn copy(&self) -> TempDir {
        copied(self.dir.path())
    }

    fn make() -> Self {
        let dir = room();
        let clock = Clock::fixed(noon());
        let site = Site::start(dir.path(), &clock, 1).unwrap();
        site.run(make(&site.service)).unwrap();
        let mut people = Vec::new();
        for (congress, plan) in PLANS.iter().enumerate() {
            for (end, role, _) in STAFF {
                let name = format!("{}-{end}", plan.slug);
                let mut browser = Browser::new(people.len() + 1);
                let fields = [("username", name.as_str()), ("password", PASSWORD)];
                let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
                let page = browser.post(&site, "/sign-in", &fields);
                assert_eq!(page.status, 200, "{name} signs in: {}", page.text());
                people.push(Person {
                    name,
                    congress,
                    role,
                    browser,
                });
            }
        }
        drop(site);
        // Whoever closes last takes the log in, and may still be at it.
        until("the prefecture lies in whole files", || {
            !Service::is_in_use(dir.path()) && stages::takes_log_in(dir.path())
        });
        Self { dir, people }
    }
}

async fn make(service: &Service) -> Result<(), ServiceError> {
    let console = Actor::console();
    service.name_prefecture(&console, "演示地区", true).await?;
    service
        .import_congresses(&console, CONGRESSES.as_bytes())
        .await?;
    for plan in &PLANS {
        set_up(service, &console, plan).await?;
    }
    Ok(())
}

async fn set_up(service: &Service, console: &Actor, plan: &Plan) -> Result<(), ServiceError> {
    let congress = service.find_congress(plan.slug).await?;
    let mut roster = "代表编号,姓名,代表团,常委会委员,语言,备注\n".to_owned();
    for number in 1..=plan.deputies {
        roster.push_str(&format!(
            "{number:03},代表 {number:03},第一代表团,否,汉语,\n"
        ));
    }
    service
        .import_deputies(console, congress, roster.as_bytes())
        .await?;
    let library = library(plan);
    service
        .import_projects(console, congress, YEAR, library.as_bytes())
        .await?;
    for (end, role, _) in STAFF {
        let new = NewAccount {
            username: format!("{}-{end}", plan.slug),
            name: format!("{}-{end}", plan.slug),
            password: PASSWORD.to_owned(),
            role,
            congress: Some(plan.slug.to_owned()),
            must_change: false,
        };
        service.create_account(console, new).await?;
    }
    let secret = service
        .sign_in(&format!("{}-clerk", plan.slug), PASSWORD)
        .await?;
    let clerk = service.find_actor(&secret).await?.unwrap();
    let new = NewSession {
        congress,
        body: Body::Congress,
        term_no: 17,
        session_no: 4,
        year: YEAR,
        held_on: Date::constant(YEAR, 1, 15),
    };
    let (session, sitting) = service.create_session(&clerk, new).await?;
    for (end, _, post) in STAFF {
        let Some(post) = post else { continue };
        let new = NewOfficer {
            post,
            number: String::new(),
            name: format!("{}-{end}", plan.slug),
            username: format!("{}-{end}", plan.slug),
            unit: String::new(),
        };
        service.propose_officer(&clerk, session, new).await?;
    }
    for number in OFFICERS_WITHOUT_ACCOUNT {
        let new = NewOfficer {
            post: Post::Scrutineer,
            number: number.to_owned(),
            name: String::new(),
            username: String::new(),
            unit: String::new(),
        };
        service.propose_officer(&clerk, session, new).await?;
    }
    let lists = lists(service, &clerk, plan, congress).await?;
    let new = NewPoll {
        session,
        sitting,
        title: format!("{}一", plan.slug),
        places: plan.places,
        template: plan.template,
    };
    let (poll, _) = service.create_poll(&clerk, new).await?;
    service.use_list(&clerk, poll, lists[0]).await?;
    let mut view = service.get_poll(&clerk, poll).await?;
    let mut rules = view.rounds.remove(0).rules;
    (plan.change)(&mut rules);
    service
        .set_rules(&clerk, poll, &view.poll.title, rules)
        .await
}

/// The library's file: as many projects as both lists have lines.
fn library(plan: &Plan) -> String {
    let mut file =
        "项目编号,项目名称,一句话说明,建设内容,规模,地点,受益对象,受益人数,类别,投资（万元）,\
        本年需要（万元）,资金来源,年度目标,牵头单位,完成时间,前期工作,提出者,是否候选,备注\n"
            .to_owned();
    for number in 1..=plan.lines.iter().sum() {
        file.push_str(&format!(
            "{slug}-{number:02},{slug}{number}号项目,一句话,内容,6个,某地,全体群众,100,公共服务,18.5,,\
             本级财政（财政） 18.5/18.5 已落实,,某中心,2026年6月30日,具备开工条件,政府部门,是,演示\n",
            slug = plan.slug
        ));
    }
    file
}

async fn lists(
    service: &Service,
    clerk: &Actor,
    plan: &Plan,
    congress: domain::id::CongressId,
) -> Result<Vec<domain::id::ListId>, ServiceError> {
    let today = service.today();
    let mut projects = service.list_projects(clerk, congress, YEAR).await?;
    let mut made = Vec::new();
    for lines in plan.lines {
        let rest = projects.split_off(lines);
        let mut chosen = Vec::new();
        for project in projects {
            let new = NewOpinion {
                kind: OpinionKind::Legality,
                unit: "县司法局".to_owned(),
                asked_on: None,
                due_on: today,
            };
            let opinion = service.ask_opinion(clerk, project.id, new).await?;
            let answer = NewAnswer {
                answer: AnswerChoice::Agrees,
                text: "同意".to_owned(),
                on: Some(today),
            };
            service.answer_opinion(clerk, opinion, answer).await?;
            let met = |check: &ScreeningItem| (*check, true, String::new());
            let answers = ScreeningItem::ALL.iter().map(met).collect();
            service.screen(clerk, project.id, answers).await?;
            let conclusion = NewConclusion {
                conclusion: Conclusion::Pass,
                reason: "急需".to_owned(),
                exception: String::new(),
            };
            service.conclude(clerk, project.id, conclusion).await?;
            chosen.push(project.id);
        }
        projects = rest;
        let list = service
            .create_list(clerk, congress, YEAR, plan.places)
            .await?;
        service.set_list(clerk, list, plan.places, chosen).await?;
        let review = ListReview {
            on: today,
            how: "常委会会议".to_owned(),
        };
        service.review_list(clerk, list, review).await?;
        service.fix_list(clerk, list).await?;
        made.push(list);
    }
    Ok(made)
}
