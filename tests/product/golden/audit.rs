//! The line that each kind of event puts into the audit chain, byte for byte.
//!
//! A kind that has no line here does not compile: the patterns must be all that there are.

use super::kept;

use domain::access::{Action, Actor, may};
use domain::act_of_two::two_people::{ActScreen, Participation, Person, TwoPeople};
use domain::audit::broken_log::{Acceptance, LogEvent, LogGap};
use domain::audit::chain::{BreakKind, ChainBreak, ChainHead, LogChain};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::followup::change::ChangeKind;
use domain::followup::event::FollowupEvent;
use domain::followup::fact::FactKind;
use domain::followup::finding::FindingAct;
use domain::followup::month::Month;
use domain::hand_count::event::BatchEvent;
use domain::id::{
    AccountId, CallId, ChangeId, CongressId, DeliveryId, DeputyGroupId, EntryId, FindingId, LeadId,
    ListId, NoticeId, OfficerId, OpinionId, PictureId, PollId, ProjectId, ReportId, ReviewId,
    ReviewQuestionId, ReviewTaskId, RoundId, ScreenId, SessionId, SittingId, StatementId, UnitId,
};
use domain::installation::new_key::KeyEvent;
use domain::leads::act::LeadAct;
use domain::leads::event::LeadEvent;
use domain::leads::kind::LeadOrigin;
use domain::library::event::LibraryEvent;
use domain::library::list::ListAct;
use domain::library::opinion::OpinionKind;
use domain::library::stage::ProjectAct;
use domain::library::translation::{TranslationLanguage, TranslationState};
use domain::reminder::event::ReminderEvent;
use domain::review::ReviewAct;
use domain::review::event::ReviewEvent;
use domain::round::RoundAct;
use domain::round::card_event::CardEvent;
use domain::sitting::event::DayEvent;

/// A value or more for each pattern; the patterns must be exhaustive, so that a new kind is noticed.
macro_rules! each {
    ($event:ty { $($pattern:pat => $($value:expr),+;)+ }) => {{
        fn _all(event: &$event) {
            match event { $($pattern => {})+ }
        }
        let all: Vec<$event> = vec![$($($value),+),+];
        all
    }};
}

const TEXT: &str = "一行\n又一行\t末";

fn digest() -> Digest {
    Digest([0xa5; 32])
}

fn person() -> Person {
    Person {
        stands: Participation::Pin(OfficerId(7)),
        screen: ActScreen::Device,
        ..Person::from(AccountId(8))
    }
}

fn two() -> TwoPeople {
    let second = Person {
        screen: ActScreen::Clerk,
        account: None,
        ..Person::from(AccountId(9))
    };
    TwoPeople::of(person(), second).unwrap()
}

fn all() -> Vec<EventKind> {
    let mut all = own();
    all.extend(leads().into_iter().map(EventKind::Lead));
    all.extend(library().into_iter().map(EventKind::Library));
    all.extend(day().into_iter().map(EventKind::Day));
    all.extend(cards().into_iter().map(|event| EventKind::Card {
        round: RoundId(2),
        card: 3,
        event,
    }));
    all.extend(
        batches()
            .into_iter()
            .map(|event| EventKind::Batch(RoundId(2), 4, event)),
    );
    all.extend(keys().into_iter().map(EventKind::Key));
    all.extend(broken_log().into_iter().map(EventKind::Log));
    all.extend(followup().into_iter().map(EventKind::FollowUp));
    all.extend(reminders().into_iter().map(EventKind::Reminder));
    all.extend(reviews().into_iter().map(EventKind::Review));
    all
}

fn own() -> Vec<EventKind> {
    let (congress, account, sitting) = (CongressId(1), AccountId(2), SittingId(3));
    let (poll, round, statement) = (PollId(4), RoundId(5), StatementId(6));
    let acts = RoundAct::ALL.into_iter();
    let acts = acts.map(|act| EventKind::Round {
        round,
        act,
        detail: "issued=154 returned=153".to_owned(),
    });
    let mut all = each!(EventKind {
        EventKind::PrefectureSet => EventKind::PrefectureSet;
        EventKind::CongressesImported { .. } => EventKind::CongressesImported { saved: 7 };
        EventKind::DeputiesImported { .. } => EventKind::DeputiesImported { congress, saved: 7, left: 8 };
        EventKind::ProjectsImported { .. } => EventKind::ProjectsImported { congress, saved: 7 };
        EventKind::AccountCreated { .. } => EventKind::AccountCreated { account };
        EventKind::UnitKept { .. } => EventKind::UnitKept { unit: UnitId(7) };
        EventKind::AccountsInvited { .. } => EventKind::AccountsInvited { congress, accounts: 7 };
        EventKind::InvitationUsed { .. } => EventKind::InvitationUsed { account };
        EventKind::AccountDisabled { .. } =>
            EventKind::AccountDisabled { account, disabled: true },
            EventKind::AccountDisabled { account, disabled: false };
        EventKind::RoleGiven { .. } => EventKind::RoleGiven { account, role: "clerk" };
        EventKind::PasswordChanged { .. } => EventKind::PasswordChanged { account };
        EventKind::SignedIn { .. } => EventKind::SignedIn { account };
        EventKind::SignedOut { .. } => EventKind::SignedOut { account };
        EventKind::SessionCreated { .. } => EventKind::SessionCreated { session: SessionId(7) };
        EventKind::Sitting { .. } =>
            EventKind::Sitting { sitting, act: "open-roll", due: 161, present: 154, roll: digest() };
        EventKind::RollKept { .. } => EventKind::RollKept { sitting, lines: 7, roll: digest() };
        EventKind::SlipsPrinted { .. } =>
            EventKind::SlipsPrinted { sitting, print: 7, slips: 170, instead_of: None, people: TEXT.to_owned() },
            EventKind::SlipsPrinted { sitting, print: 7, slips: 170, instead_of: Some(6), people: TEXT.to_owned() };
        EventKind::SlipsIssued { .. } => EventKind::SlipsIssued { sitting, slips: 7 };
        EventKind::SlipsCancelled { .. } => EventKind::SlipsCancelled { sitting, slips: 7 };
        EventKind::PollDrafted { .. } => EventKind::PollDrafted { poll };
        EventKind::PollEdited { .. } => EventKind::PollEdited { poll };
        EventKind::RulesAdopted { .. } => EventKind::RulesAdopted { poll, rules: digest() };
        EventKind::WarningsAccepted { .. } =>
            EventKind::WarningsAccepted { poll, codes: "a,b".to_owned(), reason: TEXT.to_owned() };
        EventKind::ActAsked { .. } => EventKind::ActAsked { round, act: RoundAct::Freeze };
        EventKind::Round { .. } =>
            EventKind::Round { round, act: RoundAct::Freeze, detail: TEXT.to_owned() };
        EventKind::RoundDrafted { .. } =>
            EventKind::RoundDrafted { round, kind: "first", drafted: digest() };
        EventKind::PresidiumAsked { .. } => EventKind::PresidiumAsked { round };
        EventKind::PresidiumDecided { .. } =>
            EventKind::PresidiumDecided { round, decision: TEXT.to_owned() };
        EventKind::SlateFixed { .. } => EventKind::SlateFixed { round, slate: digest() };
        EventKind::Scrubbed { .. } => EventKind::Scrubbed { round };
        EventKind::Certified { .. } =>
            EventKind::Certified { poll, statement, digest: digest().to_string() };
        EventKind::PublishAsked { .. } => EventKind::PublishAsked { poll };
        EventKind::Published { .. } =>
            EventKind::Published { notice: NoticeId(7), poll, statement, number: 8 };
        EventKind::HeadTaken { .. } => EventKind::HeadTaken {
            congress: CongressId(1),
            head: ChainHead { number: 8, hash: digest() },
        };
        EventKind::Restored { .. } => EventKind::Restored { from: digest().to_string() };
        EventKind::BackedUp { .. } => EventKind::BackedUp { digest: digest().to_string() };
        EventKind::Screen { .. } =>
            EventKind::Screen { screen: ScreenId(7), detail: "sitting=3 scene=welcome".to_owned() };
        EventKind::Lead(_) | EventKind::Library(_) | EventKind::Day(_) | EventKind::Card { .. } | EventKind::Batch(..)
            | EventKind::Key(_) | EventKind::Log(_) | EventKind::FollowUp(_) | EventKind::Reminder(_) | EventKind::Review(_) =>
            EventKind::PrefectureSet;
    });
    all.extend(acts);
    all.dedup();
    all
}

fn leads() -> Vec<LeadEvent> {
    let (congress, call, lead) = (CongressId(1), CallId(2), LeadId(3));
    let mut all = each!(LeadEvent {
        LeadEvent::CallCreated(_) => LeadEvent::CallCreated(call);
        LeadEvent::CallChanged(_) => LeadEvent::CallChanged(call);
        LeadEvent::Received { .. } => LeadEvent::Received { lead, origin: LeadOrigin::Resident };
        LeadEvent::Imported { .. } => LeadEvent::Imported { congress, rows: 7 };
        LeadEvent::Acted { .. } => LeadEvent::Acted { lead, act: LeadAct::Decline, with: None };
        LeadEvent::ContactSeen(_) => LeadEvent::ContactSeen(lead);
        LeadEvent::ContactsForgotten { .. } =>
            LeadEvent::ContactsForgotten { congress, contacts: 7 };
        LeadEvent::ContactDaysSet { .. } => LeadEvent::ContactDaysSet { congress, days: 7 };
    });
    let acts = LeadAct::ALL.iter();
    all.extend(acts.map(|act| LeadEvent::Acted {
        lead,
        act: *act,
        with: Some(8),
    }));
    all
}

fn library() -> Vec<LibraryEvent> {
    use LibraryEvent as E;
    let (project, picture, opinion, list) = (ProjectId(1), PictureId(2), OpinionId(3), ListId(4));
    let mut all = each!(LibraryEvent {
        E::ProjectCreated { .. } => E::ProjectCreated { project };
        E::ProjectEdited { .. } => E::ProjectEdited { project, fields: 7 };
        E::ProjectMoved { .. } => E::ProjectMoved { project, act: ProjectAct::ALL[0] };
        E::ProjectMerged { .. } => E::ProjectMerged { from: project, into: ProjectId(7) };
        E::ProjectReturned { .. } => E::ProjectReturned { previous: project, project: ProjectId(7) };
        E::Translated { .. } => E::Translated {
            project,
            language: TranslationLanguage::KkArab,
            state: TranslationState::None,
        };
        E::PictureAdded { .. } => E::PictureAdded { project, picture };
        E::PictureRemoved { .. } => E::PictureRemoved { project, picture };
        E::Screened { .. } => E::Screened { project };
        E::OpinionAsked { .. } => E::OpinionAsked { opinion, project, kind: OpinionKind::ALL[0] };
        E::OpinionAnswered { .. } =>
            E::OpinionAnswered { opinion, is_paper: true },
            E::OpinionAnswered { opinion, is_paper: false };
        E::ListCreated { .. } => E::ListCreated { list };
        E::ListEdited { .. } => E::ListEdited { list };
        E::ListMoved { .. } => E::ListMoved { list, act: ListAct::ALL[0] };
        E::RevisionAsked { .. } => E::RevisionAsked { list };
        E::RevisionDropped { .. } => E::RevisionDropped { list };
        E::ListFixed { .. } => E::ListFixed { list, version: 7, hash: digest() };
    });
    let acts = ProjectAct::ALL.iter();
    all.extend(acts.map(|act| E::ProjectMoved { project, act: *act }));
    let acts = ListAct::ALL.iter();
    all.extend(acts.map(|act| E::ListMoved { list, act: *act }));
    all
}

fn day() -> Vec<DayEvent> {
    use DayEvent as E;
    let (officer, sitting, poll, round) = (OfficerId(1), SittingId(2), PollId(3), RoundId(4));
    let text = || TEXT.to_owned();
    let officers = || "7,8".to_owned();
    let people = || person().to_string();
    each!(DayEvent {
        E::OfficerProposed { .. } => E::OfficerProposed { officer, post: "teller" };
        E::OfficerWithdrawn { .. } => E::OfficerWithdrawn { officer };
        E::OfficersAdopted { .. } =>
            E::OfficersAdopted { sitting, officers: 7, adopted: digest(), people: people() };
        E::AdoptionAsked { .. } => E::AdoptionAsked { sitting };
        E::AskingDropped { .. } =>
            E::AskingDropped { on: "round", id: 7, act: "freeze".to_owned(), by: people() };
        E::OfficerSlipsAsked { .. } => E::OfficerSlipsAsked { sitting, officers: officers() };
        E::OfficerSlipsGiven { .. } =>
            E::OfficerSlipsGiven { sitting, officers: officers(), people: people() };
        E::OfficerSlipsPrinted { .. } => E::OfficerSlipsPrinted { officers: officers() };
        E::OfficerDeviceOpened { .. } => E::OfficerDeviceOpened { officer, screen: ActScreen::Machine };
        E::OfficerDeviceLeft { .. } => E::OfficerDeviceLeft { officer };
        E::OfficerSeen { .. } => E::OfficerSeen { officer, by: people() };
        E::PinSet { .. } => E::PinSet { officer, screen: ActScreen::Account };
        E::PinWrong { .. } => E::PinWrong { officer, left: 7 };
        E::PinClearAsked { .. } => E::PinClearAsked { officer };
        E::PinCleared { .. } => E::PinCleared { officer, people: people() };
        E::Moved { .. } =>
            E::Moved { sitting, has_arrived: true, present: 7, people: people(), roll: digest() },
            E::Moved { sitting, has_arrived: false, present: 7, people: people(), roll: digest() };
        E::MoveAsked { .. } => E::MoveAsked { sitting };
        E::Desk { .. } => E::Desk { sitting, what: "exchanged", number: 7 };
        E::SlipsAsked { .. } => E::SlipsAsked { sitting, slips: 7 };
        E::SlipsShown { .. } => E::SlipsShown { sitting, print: 7 };
        E::PapersIssued { .. } => E::PapersIssued { sitting, deputies: 7 };
        E::PapersPrinted { .. } => E::PapersPrinted { round, printed: 7 };
        E::PaperSpoilt { .. } => E::PaperSpoilt { round, spoilt: 7 };
        E::PapersEntered { .. } =>
            E::PapersEntered { round, is_agreed: false, boxes: String::new(), account: None },
            E::PapersEntered { round, is_agreed: true, boxes: "1=7 2=8".to_owned(), account: Some(digest()) };
        E::SittingAsked { .. } => E::SittingAsked { sitting, act: "close" };
        E::SittingClosed { .. } =>
            E::SittingClosed { sitting, act: "close", people: people(), reason: text() };
        E::SittingAdded { .. } => E::SittingAdded { sitting, number: 7 };
        E::RoundGiven { .. } => E::RoundGiven { round, sitting };
        E::WithdrawAsked { .. } => E::WithdrawAsked { poll };
        E::PollWithdrawn { .. } => E::PollWithdrawn { poll, people: people(), reason: text() };
        E::RehearsalStarted { .. } => E::RehearsalStarted { poll };
        E::RehearsalWiped { .. } => E::RehearsalWiped { tables: 7, rows: 8, left: 0 };
    })
}

fn cards() -> Vec<CardEvent> {
    each!(CardEvent {
        CardEvent::Shown(_) => CardEvent::Shown(person());
        CardEvent::Checked => CardEvent::Checked;
        CardEvent::Given(_) => CardEvent::Given(person());
        CardEvent::GivenFor { .. } => CardEvent::GivenFor { by: person(), holder: person().stands };
    })
}

fn batches() -> Vec<BatchEvent> {
    each!(BatchEvent {
        BatchEvent::Typed(_) => BatchEvent::Typed(person());
        BatchEvent::Retyped(_) => BatchEvent::Retyped(person());
        BatchEvent::Proposed(_) => BatchEvent::Proposed(person());
        BatchEvent::Decided(..) => BatchEvent::Decided(two(), 7);
        BatchEvent::Undone(_) => BatchEvent::Undone(two());
        BatchEvent::Called(_) => BatchEvent::Called(two());
        BatchEvent::Sealed { .. } => BatchEvent::Sealed { papers: 7, digest: digest() };
    })
}

fn keys() -> Vec<KeyEvent> {
    each!(KeyEvent {
        KeyEvent::Named { .. } => KeyEvent::Named { key: digest() };
        KeyEvent::Replaced { .. } =>
            KeyEvent::Replaced { key: digest(), second: AccountId(7), ended: [8, 9, 10, 11] };
    })
}

fn broken_log() -> Vec<LogEvent> {
    let gap = LogGap {
        found: ChainBreak {
            chain: LogChain::Installation,
            kind: BreakKind::Changed,
            line: 7,
        },
        goes_on: ChainHead {
            number: 8,
            hash: digest(),
        },
    };
    let accepted = Acceptance {
        gaps: vec![gap, gap],
        reason: TEXT.to_owned(),
    };
    let poll = PollId(1);
    each!(LogEvent {
        LogEvent::Asked { .. } => LogEvent::Asked { poll };
        LogEvent::Accepted { .. } => LogEvent::Accepted {
            poll,
            accepted,
            people: TEXT.to_owned(),
        };
    })
}

fn followup() -> Vec<FollowupEvent> {
    use FollowupEvent as E;
    let (congress, project, finding) = (CongressId(1), ProjectId(2), FindingId(3));
    let (change, entry, report) = (ChangeId(4), EntryId(5), ReportId(6));
    let mut all = each!(FollowupEvent {
        E::Assigned(_) => E::Assigned(project);
        E::TakenOver(..) => E::TakenOver(congress, 2026, 7);
        E::Reported(_) => E::Reported(report);
        E::ReportsImported(..) => E::ReportsImported(congress, 2026, 7);
        E::ReportChecked(_) => E::ReportChecked(report);
        E::FactNoted(..) => E::FactNoted(project, FactKind::ALL[0]);
        E::Found(_) => E::Found(finding);
        E::FindingStep(..) => E::FindingStep(finding, FindingAct::ALL[0]);
        E::Rated(_) => E::Rated(project);
        E::RemarkTakenOut(..) => E::RemarkTakenOut(PollId(7), 8);
        E::ChangeAsked(..) => E::ChangeAsked(change, ChangeKind::ALL[0]);
        E::ChangeDecided(..) => E::ChangeDecided(change, true), E::ChangeDecided(change, false);
        E::LightRuleSet(..) => E::LightRuleSet(congress, Month::new(2026, 3).unwrap());
        E::GroupKept(_) => E::GroupKept(DeputyGroupId(7));
        E::YearClosed(..) => E::YearClosed(congress, 2026);
        E::EntryMade(_) => E::EntryMade(entry);
        E::EntryHeld(_) => E::EntryHeld(entry);
        E::QuestionAsked(_) => E::QuestionAsked(entry);
        E::QuestionAnswered(_) => E::QuestionAnswered(entry);
    });
    let facts = FactKind::ALL.iter();
    all.extend(facts.map(|fact| E::FactNoted(project, *fact)));
    let acts = FindingAct::ALL.iter();
    all.extend(acts.map(|act| E::FindingStep(finding, *act)));
    let kinds = ChangeKind::ALL.iter();
    all.extend(kinds.map(|kind| E::ChangeAsked(change, *kind)));
    all
}

fn reminders() -> Vec<ReminderEvent> {
    use ReminderEvent as E;
    let congress = CongressId(1);
    each!(ReminderEvent {
        E::Written(..) => E::Written(congress, 7);
        E::RuleSet(_) => E::RuleSet(congress);
        E::WebhookSet(_) => E::WebhookSet(congress);
        E::WebhookRemoved(_) => E::WebhookRemoved(congress);
        E::WebhookTried(..) => E::WebhookTried(congress, true), E::WebhookTried(congress, false);
        E::TriedAgain(_) => E::TriedAgain(DeliveryId(7));
    })
}

fn reviews() -> Vec<ReviewEvent> {
    use ReviewEvent as E;
    let (review, question, task) = (ReviewId(1), ReviewQuestionId(2), ReviewTaskId(3));
    let mut all = each!(ReviewEvent {
        E::Planned(_) => E::Planned(review);
        E::Changed(_) => E::Changed(review);
        E::Act(..) => E::Act(review, ReviewAct::ALL[0]);
        E::Asked(..) => E::Asked(review, question);
        E::Answered(..) => E::Answered(review, question);
        E::TaskGiven(..) => E::TaskGiven(review, task);
        E::TaskStep(..) => E::TaskStep(task, FindingAct::ALL[0]);
        E::OpinionsTyped(_) => E::OpinionsTyped(review);
        E::PutToPoll(..) => E::PutToPoll(review, PollId(7));
    });
    let acts = ReviewAct::ALL.iter();
    all.extend(acts.map(|act| E::Act(review, *act)));
    let acts = FindingAct::ALL.iter();
    all.extend(acts.map(|act| E::TaskStep(task, *act)));
    all
}

#[test]
fn every_kind_of_event_has_its_line_in_the_chain() {
    let grant = may(&Actor::console(), Action::Administer, Some(CongressId(1)));
    let grant = grant.unwrap_or_else(|denied| panic!("{denied:?}"));
    let at = crate::support::noon();
    let mut lines = String::new();
    for what in all() {
        lines += &Event::new(&grant, at, what).canonical();
        lines.push('\n');
    }
    kept::hold("audit.txt", &lines);
}
