//! Every address of the product, one line each: the pattern of the route table and the function that
//! links and redirects call are made from the same literal. No other file spells a path.

use domain::hall::screen::PairCode;
use domain::id::{
    AccountId, CallId, ChangeId, CongressId, DeliveryId, DeputyId, EntryId, FindingId, LeadId,
    ListId, NoticeId, OfficerId, OpinionId, PollId, ProjectId, RatingId, ReminderId, ReportId,
    ReviewId, ReviewQuestionId, ReviewTaskId, RoundId, ScreenId, SessionId, SittingId,
};
use domain::picture::{PictureName, UploadKey};
use service::files::{FileKind, FileName};

/// `NAME = "/pattern";` gives a constant; `NAME, name(piece: Type) = "/pattern/{piece}";` gives the
/// constant and a function that fills its pieces in.
macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $(, $fill:ident($($piece:ident: $kind:ty),+))? = $pattern:literal;)+) => {$(
        $(#[$doc])*
        pub const $name: &str = $pattern;
        $(
            #[doc = concat!("The address of [`", stringify!($name), "`].")]
            #[must_use]
            pub fn $fill($($piece: $kind),+) -> String {
                format!($pattern)
            }
        )?
    )+};
}

paths! {
    /// The prefecture's home.
    HOME = "/";
    /// A congress's page.
    CONGRESS, congress(slug: &str) = "/regions/{slug}";
    /// A year of supervision as everybody may read it.
    PUBLIC_YEAR, public_year(slug: &str, year: i16) = "/regions/{slug}/years/{year}";
    /// A session's public page.
    SESSION, session(session: SessionId) = "/sessions/{session}";
    /// A poll's published result.
    RESULT, result(poll: PollId) = "/polls/{poll}";
    /// A notice.
    NOTICE, notice(notice: NoticeId) = "/notices/{notice}";
    /// The same as PDF.
    NOTICE_PDF, notice_pdf(notice: NoticeId) = "/notices/{notice}/pdf";
    /// A project that is on a frozen slate or was voted on.
    PUBLIC_PROJECT, public_project(key: &str) = "/projects/{key}";
    /// A photo of its reports and findings.
    PUBLIC_PROGRESS_PHOTO, public_progress_photo(project: ProjectId, picture: PictureName) = "/projects/{project}/progress-photos/{picture}";
    /// A photo of it.
    PUBLIC_PHOTO, public_photo(project: ProjectId, picture: PictureName) = "/projects/{project}/photos/{picture}";
    /// A department review that the office released.
    PUBLIC_REVIEW, public_review(review: ReviewId) = "/reviews/{review}";
    /// How voting works and what is promised.
    ABOUT = "/about";
    /// Sets language and text size.
    LANGUAGE = "/language";
    /// Style, scripts and icons under hashed names.
    ASSET, asset(name: &str) = "/assets/{name}";
    /// For the service manager and proxies.
    HEALTH = "/healthz";

    /// Where the pages of ratings begin.
    RATINGS_ROOT = "/ratings";
    /// The rating of a project at its sign.
    RATE, rate(project: ProjectId) = "/ratings/{project}";
    /// The sign of a project, to be printed.
    RATING_SIGN, rating_sign(project: ProjectId) = "/ratings/{project}/sign";
    /// Where the pages of calls begin.
    CALLS_ROOT = "/calls";
    /// A call for leads.
    CALL, call(call: CallId) = "/calls/{call}";
    /// The call as a poster to print.
    POSTER, poster(call: CallId) = "/calls/{call}/poster";
    /// Handing in a lead under a call.
    NEW_LEAD, new_lead(call: CallId) = "/calls/{call}/leads/new";
    /// Asking for a lead by its receipt.
    FOLLOW = "/leads";
    /// What became of the lead of a receipt.
    FOLLOWED, followed(receipt: &str) = "/leads/{receipt}";
    /// A picture of it.
    FOLLOWED_PICTURE, followed_picture(receipt: &str, picture: PictureName) = "/leads/{receipt}/pictures/{picture}";

    /// Slips' addresses: where a browser's own slip is compared with the one of a link.
    SLIP_ROOT = "/b";
    /// A slip's address.
    SLIP, slip(code: &str) = "/b/{code}";
    /// Typing a code.
    CODE = "/ballot";
    /// The start of a kiosk.
    KIOSK = "/ballot/kiosk";
    /// Somebody touches the kiosk.
    KIOSK_STAY = "/ballot/kiosk/stay";
    /// The ballot.
    BALLOT, ballot(poll: PollId) = "/ballot/{poll}";
    /// Checking it.
    REVIEW, review(poll: PollId) = "/ballot/{poll}/review";
    /// Casting it.
    CAST, cast(poll: PollId) = "/ballot/{poll}/cast";
    /// How voting stands, for the phone that holds a slip.
    BALLOT_LIVE, ballot_live(poll: PollId) = "/ballot/{poll}/live";
    /// It is in the box.
    DONE, done(poll: PollId) = "/ballot/{poll}/done";

    /// A new hall screen.
    NEW_SCREEN = "/screen";
    /// A hall screen.
    SCREEN, screen(code: PairCode) = "/screen/{code}";
    /// The scenes of a hall screen as they change.
    SCREEN_LIVE, screen_live(code: PairCode) = "/screen/{code}/live";

    /// Signing in.
    SIGN_IN = "/sign-in";
    /// Typing the code of a first sign-in.
    JOIN = "/join";
    /// The first sign-in of an invitation.
    INVITATION, invitation(code: &str) = "/join/{code}";
    /// What a deputy or somebody of a unit has to do.
    MY = "/my";
    /// What waits for one as the second person.
    MY_ACTS = "/my/acts";
    /// Taking back, or refusing, what waits for a second person.
    MY_TAKE_BACK = "/my/take-back";
    /// Noting that one saw an officer at the own device.
    SEE_OFFICER, see_officer(officer: OfficerId) = "/my/officers/{officer}/seen";
    /// The own device of an officer without an account; its pages and nothing else get its cookie.
    OFFICER = "/officer";
    /// The printed slip that opens it.
    OFFICER_SLIP, officer_slip(code: &str) = "/officer/open/{code}";
    /// The officer's PIN.
    OFFICER_PIN = "/officer/pin";
    /// Confirming what waits.
    OFFICER_CONFIRM = "/officer/confirm";
    /// Giving the device back.
    OFFICER_LEAVE = "/officer/leave";
    /// Refusing what waits.
    OFFICER_TAKE_BACK = "/officer/take-back";
    /// The officer's own card, shown once.
    OFFICER_CARD, officer_card(round: RoundId, number: u8) = "/officer/rounds/{round}/cards/{number}";
    /// Standing for what another scrutineer proposed about the papers of a batch.
    OFFICER_JUDGE, officer_judge(round: RoundId, number: u32) = "/officer/rounds/{round}/batches/{number}";
    /// Typing the own card back there.
    OFFICER_CHECK_CARD, officer_check_card(round: RoundId) = "/officer/rounds/{round}/cards/check";
    /// Giving it for opening.
    OFFICER_GIVE_CARD, officer_give_card(round: RoundId) = "/officer/rounds/{round}/cards/give";
    /// Signing out.
    SIGN_OUT = "/sign-out";
    /// The year's task list.
    MANAGE = "/manage";
    /// The units of a congress, and the accounts of deputies and units.
    PEOPLE, people(congress: CongressId) = "/manage/congresses/{congress}/people";
    /// Naming a responsible unit.
    NEW_UNIT, new_unit(congress: CongressId) = "/manage/congresses/{congress}/people/units";
    /// Printing the first sign-ins of all deputies.
    INVITE_DEPUTIES, invite_deputies(congress: CongressId) = "/manage/congresses/{congress}/people/deputies";
    /// Inviting somebody of a unit.
    INVITE_FOR_UNIT, invite_for_unit(congress: CongressId) = "/manage/congresses/{congress}/people/unit-accounts";
    /// Inviting again, closing or opening an account.
    ACCOUNT_ACT, account_act(congress: CongressId, account: AccountId) = "/manage/congresses/{congress}/people/{account}";
    /// Backups of the whole prefecture.
    BACKUPS = "/manage/backups";
    /// Changing one's password.
    PASSWORD = "/manage/password";
    /// A new session.
    NEW_SESSION, new_session(congress: CongressId) = "/manage/congresses/{congress}/sessions/new";
    /// A congress's library of a year.
    LIBRARY, library(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}";
    /// A new project.
    NEW_PROJECT, new_project(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}/new";
    /// A new candidate list.
    NEW_LIST, new_list(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}/lists";
    /// A project for the office: what it says.
    MANAGE_PROJECT, manage_project(project: ProjectId) = "/manage/projects/{project}";
    /// Editing it.
    EDIT_PROJECT, edit_project(project: ProjectId) = "/manage/projects/{project}/edit";
    /// Its money.
    PROJECT_FUNDS, project_funds(project: ProjectId) = "/manage/projects/{project}/funds";
    /// Its history.
    PROJECT_HISTORY, project_history(project: ProjectId) = "/manage/projects/{project}/history";
    /// Who asked for it.
    PROJECT_ORIGINS, project_origins(project: ProjectId) = "/manage/projects/{project}/origins";
    /// Its photos.
    PHOTOS, photos(project: ProjectId) = "/manage/projects/{project}/photos";
    /// Adding one.
    NEW_PHOTO, new_photo(project: ProjectId) = "/manage/projects/{project}/photos/new";
    /// One of them.
    PHOTO, photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/photos/{picture}";
    /// Taking it away.
    REMOVE_PHOTO, remove_photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/photos/{picture}/remove";
    /// Merging it into another.
    MERGE_PROJECT, merge_project(project: ProjectId) = "/manage/projects/{project}/merge";
    /// An act that one button does.
    PROJECT_ACT, project_act(project: ProjectId, act: &str) = "/manage/projects/{project}/act/{act}";
    /// Its translations.
    TRANSLATIONS, translations(project: ProjectId) = "/manage/projects/{project}/translations";
    /// One of them.
    TRANSLATION, translation(project: ProjectId, language: &str) = "/manage/projects/{project}/translations/{language}";
    /// Checking it.
    CHECK_TRANSLATION, check_translation(project: ProjectId, language: &str) = "/manage/projects/{project}/translations/{language}/check";
    /// Its appraisal.
    APPRAISAL, appraisal(project: ProjectId) = "/manage/projects/{project}/appraisal";
    /// The appraisal's form on paper.
    APPRAISAL_SHEET, appraisal_sheet(project: ProjectId) = "/manage/projects/{project}/appraisal/sheet";
    /// Asking a unit.
    ASK_OPINION, ask_opinion(project: ProjectId) = "/manage/projects/{project}/appraisal/ask";
    /// Concluding an appraisal.
    CONCLUDE, conclude(project: ProjectId) = "/manage/projects/{project}/appraisal/conclude";
    /// Opinions that wait.
    OPINIONS, opinions(congress: CongressId) = "/manage/congresses/{congress}/opinions";
    /// One opinion.
    OPINION, opinion(opinion: OpinionId) = "/manage/opinions/{opinion}";
    /// A candidate list.
    CANDIDATE_LIST, candidate_list(list: ListId) = "/manage/candidate-lists/{list}";
    /// An act on a list.
    LIST_ACT, list_act(list: ListId, act: &str) = "/manage/candidate-lists/{list}/act/{act}";
    /// Asking for a change of a frozen list.
    REVISE_LIST, revise_list(list: ListId) = "/manage/candidate-lists/{list}/revision";
    /// Confirming it.
    CONFIRM_REVISION, confirm_revision(list: ListId) = "/manage/candidate-lists/{list}/revision/confirm";
    /// Dropping it.
    DROP_REVISION, drop_revision(list: ListId) = "/manage/candidate-lists/{list}/revision/drop";
    /// Bringing and taking a kind of file.
    FILES, files(congress: CongressId, kind: FileKind) = "/manage/files/{congress}/{kind}";
    /// A file that was tried.
    TRIED, tried(congress: CongressId, kind: FileKind, file: &FileName) = "/manage/files/{congress}/{kind}/tried/{file}";
    /// What stands, as a file.
    EXPORT, export(congress: CongressId, kind: FileKind, format: &str) = "/manage/files/{congress}/{kind}/export/{format}";
    /// A file to fill in.
    TEMPLATE, template(congress: CongressId, kind: FileKind, format: &str) = "/manage/files/{congress}/{kind}/blank/{format}";
    /// A congress's calls.
    CALLS, calls(congress: CongressId) = "/manage/congresses/{congress}/calls";
    /// A new call.
    NEW_CALL, new_call(congress: CongressId) = "/manage/congresses/{congress}/calls/new";
    /// For how long residents' contacts are kept.
    CONTACT_DAYS, contact_days(congress: CongressId) = "/manage/congresses/{congress}/contact-days";
    /// A call for its clerk.
    MANAGE_CALL, manage_call(call: CallId) = "/manage/calls/{call}";
    /// A congress's leads of a year.
    LEADS, leads(congress: CongressId, year: i16) = "/manage/congresses/{congress}/leads/{year}";
    /// A lead for its clerk.
    LEAD, lead(lead: LeadId) = "/manage/leads/{lead}";
    /// A picture of it.
    LEAD_PICTURE, lead_picture(lead: LeadId, picture: PictureName) = "/manage/leads/{lead}/pictures/{picture}";
    /// How to reach whoever handed it in.
    CONTACT, contact(lead: LeadId) = "/manage/leads/{lead}/contact";
    /// An act on a lead.
    LEAD_ACT, lead_act(lead: LeadId, act: &str) = "/manage/leads/{lead}/{act}";
    /// Handing in a lead with an account.
    PROPOSE, propose(congress: CongressId) = "/my/congresses/{congress}/leads/new";
    /// A session for its officers.
    MANAGE_SESSION, manage_session(session: SessionId) = "/manage/sessions/{session}";
    /// A new poll.
    NEW_EVALUATION, new_evaluation(session: SessionId) = "/manage/sessions/{session}/evaluations/new";
    /// What residents said of a project.
    RATINGS, ratings(project: ProjectId) = "/manage/projects/{project}/ratings";
    /// The finding that a low rating becomes.
    RATING_FINDING, rating_finding(rating: RatingId) = "/manage/ratings/{rating}/finding";
    /// Remarks of an evaluation.
    REMARKS, remarks(poll: PollId) = "/manage/polls/{poll}/remarks";
    /// A year of a congress's supervision.
    EVALUATION_YEAR, evaluation_year(congress: CongressId, year: i16) = "/manage/congresses/{congress}/evaluations/{year}";
    /// All evaluations of a congress.
    EVALUATIONS, evaluations(congress: CongressId) = "/manage/congresses/{congress}/evaluations";
    /// The form of a new poll.
    NEW_POLL, new_poll(session: SessionId) = "/manage/sessions/{session}/polls/new";
    /// A sitting's roll.
    ROLL, roll(sitting: SittingId) = "/manage/sittings/{sitting}/roll";
    /// Checking deputies in.
    CHECK_IN, check_in(sitting: SittingId) = "/manage/sittings/{sitting}/check-in";
    /// One deputy at the check-in.
    CHECK_IN_ONE, check_in_one(sitting: SittingId, deputy: DeputyId) = "/manage/sittings/{sitting}/check-in/{deputy}";
    /// The desk: slip for paper and paper for slip.
    DESK, desk(sitting: SittingId) = "/manage/sittings/{sitting}/desk";
    /// An act at the desk.
    DESK_ACT, desk_act(sitting: SittingId, act: &str) = "/manage/sittings/{sitting}/desk/{act}";
    /// An act on a sitting.
    SITTING_ACT, sitting_act(sitting: SittingId, act: &str) = "/manage/sittings/{sitting}/{act}";
    /// A sitting's slips.
    SLIPS, slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips";
    /// Asking for slips to be printed.
    ASK_SLIPS, ask_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/ask";
    /// Confirming the slips that somebody else asked for.
    CONFIRM_SLIPS, confirm_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/confirm";
    /// The print of slips, once, for the one who asked for it.
    SHOW_SLIPS, show_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/print";
    /// Closing a sitting.
    CLOSING, closing(sitting: SittingId) = "/manage/sittings/{sitting}/closing";
    /// Adding the next sitting of a session.
    ADD_SITTING, add_sitting(session: SessionId) = "/manage/sessions/{session}/sittings";
    /// Giving a poll's draft to another sitting.
    POLL_SITTING, poll_sitting(poll: PollId) = "/manage/polls/{poll}/sitting";
    /// Withdrawing a poll.
    WITHDRAW_POLL, withdraw_poll(poll: PollId) = "/manage/polls/{poll}/withdraw";
    /// Handing slips out.
    ISSUE_SLIPS, issue_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/issue";
    /// Cancelling left-over slips.
    CANCEL_SLIPS, cancel_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/cancel";
    /// A sitting's hall screens.
    SCREENS, screens(sitting: SittingId) = "/manage/sittings/{sitting}/screens";
    /// Choosing the scene of a screen, turning its pages, taking it away.
    SCREEN_ACT, screen_act(screen: ScreenId) = "/manage/screens/{screen}";
    /// The officers of a session.
    OFFICERS, officers(session: SessionId) = "/manage/sessions/{session}/officers";
    /// Noting that a sitting adopted the officers.
    ADOPT_OFFICERS, adopt_officers(sitting: SittingId) = "/manage/sittings/{sitting}/officers";
    /// Giving slips out to officers without an account.
    GIVE_OFFICER_SLIPS, give_officer_slips(sitting: SittingId) = "/manage/sittings/{sitting}/officers/slips";
    /// Printing them, once.
    PRINT_OFFICER_SLIPS, print_officer_slips(session: SessionId) = "/manage/sessions/{session}/officers/slips";
    /// An act on an officer: withdraw, PIN.
    OFFICER_ACT, officer_act(officer: OfficerId, act: &str) = "/manage/officers/{officer}/{act}";
    /// A poll's run-sheet.
    MANAGE_POLL, manage_poll(poll: PollId) = "/manage/polls/{poll}";
    /// The official forms of a poll.
    POLL_FORMS, poll_forms(poll: PollId) = "/manage/polls/{poll}/forms";
    /// One of them as PDF.
    POLL_FORM, poll_form(poll: PollId, form: &str) = "/manage/polls/{poll}/forms/{form}";
    /// The sheet to sign in at a sitting, as PDF.
    SIGN_IN_SHEET, sign_in_sheet(sitting: SittingId) = "/manage/sittings/{sitting}/sign-in-sheet";
    /// Putting the scene of its step on the hall's screens.
    POLL_SCENE, poll_scene(poll: PollId) = "/manage/polls/{poll}/scene";
    /// How the audit log stands, and going on with the poll although it is broken.
    AUDIT_LOG, audit_log(poll: PollId) = "/manage/polls/{poll}/log";
    /// Rehearsing it.
    REHEARSAL, rehearsal(poll: PollId) = "/manage/polls/{poll}/rehearsal";
    /// The dummies' votes.
    DUMMIES, dummies(poll: PollId) = "/manage/polls/{poll}/rehearsal/votes";
    /// The end of a rehearsal.
    WIPE, wipe(poll: PollId) = "/manage/polls/{poll}/rehearsal/wipe";
    /// The chair's script for its day.
    SCRIPT, script(poll: PollId) = "/manage/polls/{poll}/script";
    /// Its rules.
    RULES, rules(poll: PollId) = "/manage/polls/{poll}/rules";
    /// What settings that are still being chosen would say.
    RULES_READING, rules_reading(poll: PollId) = "/manage/polls/{poll}/rules/reading";
    /// Beginning the rules anew from a template.
    RULES_TEMPLATE, rules_template(poll: PollId) = "/manage/polls/{poll}/rules/template";
    /// Accepting the lint's warnings.
    WARNINGS, warnings(poll: PollId) = "/manage/polls/{poll}/rules/accept";
    /// Noting that the sitting adopted the rules.
    ADOPT, adopt(poll: PollId) = "/manage/polls/{poll}/rules/adopt";
    /// Its slate.
    SLATE, slate(poll: PollId) = "/manage/polls/{poll}/slate";
    /// Publishing.
    PUBLISH, publish(poll: PollId) = "/manage/polls/{poll}/publish";
    /// The live numbers of a round.
    LIVE, live(round: RoundId) = "/manage/rounds/{round}/live";
    /// The sealed box of a round.
    SEALED_BOX, sealed_box(round: RoundId) = "/manage/rounds/{round}/box";
    /// Sealing, sealing again, writing down what was destroyed.
    BOX_ACT, box_act(round: RoundId, act: &str) = "/manage/rounds/{round}/box/{act}";
    /// A card, shown once.
    SHOW_CARD, show_card(round: RoundId, number: u8) = "/manage/rounds/{round}/cards/{number}";
    /// Typing a card back.
    CHECK_CARD, check_card(round: RoundId) = "/manage/rounds/{round}/cards/check";
    /// Giving a card for opening.
    GIVE_CARD, give_card(round: RoundId) = "/manage/rounds/{round}/cards/give";
    /// An act on a round.
    ROUND_ACT, round_act(round: RoundId, act: &str) = "/manage/rounds/{round}/{act}";
    /// A project's life for those who work on it.
    LIFE, life(project: ProjectId) = "/manage/projects/{project}/life";
    /// Its plan.
    PLAN, plan(project: ProjectId) = "/manage/projects/{project}/plan";
    /// The deputies' groups of a congress.
    GROUPS, groups(congress: CongressId) = "/manage/congresses/{congress}/groups";
    /// The printed table of a year's plans.
    TASK_TABLE, task_table(congress: CongressId, year: i16) = "/manage/congresses/{congress}/tasks/{year}";
    /// A monthly report.
    NEW_REPORT, new_report(project: ProjectId) = "/manage/projects/{project}/reports/new";
    /// Checking a report.
    CHECK_REPORT, check_report(report: ReportId) = "/manage/reports/{report}/check";
    /// Noting that the works are finished, accepted or in use.
    FACT, fact(project: ProjectId, act: &str) = "/manage/projects/{project}/facts/{act}";
    /// Beginning to bring a photo.
    UPLOADS, uploads(project: ProjectId) = "/manage/projects/{project}/uploads";
    /// A photo on its way.
    UPLOAD, upload(key: &UploadKey) = "/manage/uploads/{key}";
    /// A photo of a project's reports and findings.
    PROGRESS_PHOTO, progress_photo(project: ProjectId, picture: PictureName) = "/manage/projects/{project}/progress-photos/{picture}";
    /// A new finding.
    NEW_FINDING, new_finding(project: ProjectId) = "/manage/projects/{project}/findings/new";
    /// A finding.
    FINDING, finding(finding: FindingId) = "/manage/findings/{finding}";
    /// The printed order of a finding.
    FINDING_ORDER, finding_order(finding: FindingId) = "/manage/findings/{finding}/order";
    /// A step with a finding.
    FINDING_STEP, finding_step(finding: FindingId, act: &str) = "/manage/findings/{finding}/{act}";
    /// The ledger of a year's findings.
    LEDGER, ledger(congress: CongressId, year: i16) = "/manage/congresses/{congress}/findings/{year}";
    /// A new change of a plan.
    NEW_CHANGE, new_change(project: ProjectId) = "/manage/projects/{project}/changes/new";
    /// A change and its decision.
    CHANGE, change(change: ChangeId) = "/manage/changes/{change}";
    /// The supervision calendar of a year.
    CALENDAR, calendar(congress: CongressId, year: i16) = "/manage/congresses/{congress}/calendar/{year}";
    /// An entry of the calendar.
    ENTRY, entry(entry: EntryId) = "/manage/entries/{entry}";
    /// Noting that it was held.
    HOLD_ENTRY, hold_entry(entry: EntryId) = "/manage/entries/{entry}/hold";
    /// A new question of an entry.
    QUESTIONS, questions(entry: EntryId) = "/manage/entries/{entry}/questions";
    /// The written reply to a question.
    ANSWER, answer(entry: EntryId, question: i64) = "/manage/entries/{entry}/questions/{question}/answer";
    /// A congress's department reviews of a year.
    REVIEWS, reviews(congress: CongressId, year: i16) = "/manage/congresses/{congress}/reviews/{year}";
    /// A new one.
    NEW_REVIEW, new_review(congress: CongressId, year: i16) = "/manage/congresses/{congress}/reviews/{year}/new";
    /// The reviews of the prefecture's work committee of a year.
    ADVISORY_REVIEWS, advisory_reviews(year: i16) = "/manage/advisory-reviews/{year}";
    /// A new one.
    NEW_ADVISORY_REVIEW, new_advisory_review(year: i16) = "/manage/advisory-reviews/{year}/new";
    /// A department review for those who work on it.
    MANAGE_REVIEW, manage_review(review: ReviewId) = "/manage/reviews/{review}";
    /// Correcting it.
    EDIT_REVIEW, edit_review(review: ReviewId) = "/manage/reviews/{review}/edit";
    /// Writing down a question of it.
    REVIEW_QUESTIONS, review_questions(review: ReviewId) = "/manage/reviews/{review}/questions";
    /// Answering a question.
    REVIEW_ANSWER, review_answer(review: ReviewId, question: ReviewQuestionId) = "/manage/reviews/{review}/questions/{question}/answer";
    /// Giving the department something to put right.
    REVIEW_TASKS, review_tasks(review: ReviewId) = "/manage/reviews/{review}/tasks";
    /// A step with a task.
    REVIEW_TASK_STEP, review_task_step(review: ReviewId, task: ReviewTaskId, act: &str) = "/manage/reviews/{review}/tasks/{task}/{act}";
    /// Typing the opinions of an advisory review.
    REVIEW_OPINIONS, review_opinions(review: ReviewId) = "/manage/reviews/{review}/opinions";
    /// Putting the department to an evaluation.
    REVIEW_POLLS, review_polls(review: ReviewId) = "/manage/reviews/{review}/polls";
    /// The printed record of a review, as PDF.
    REVIEW_RECORD, review_record(review: ReviewId) = "/manage/reviews/{review}/record";
    /// An act on a review.
    REVIEW_ACT, review_act(review: ReviewId, act: &str) = "/manage/reviews/{review}/{act}";
    /// The numbers of the lights, and closing a year.
    LIGHTS, lights(congress: CongressId, year: i16) = "/manage/congresses/{congress}/lights/{year}";
    /// Closing a year's account.
    CLOSE_YEAR, close_year(congress: CongressId, year: i16) = "/manage/congresses/{congress}/lights/{year}/close";
    /// Who owes what in a congress, and its reminders.
    OWING, owing(congress: CongressId) = "/manage/congresses/{congress}/reminders";
    /// Writing now what is due.
    REMIND_NOW, remind_now(congress: CongressId) = "/manage/congresses/{congress}/reminders/run";
    /// The numbers of a congress's reminders.
    REMINDER_RULE, reminder_rule(congress: CongressId) = "/manage/congresses/{congress}/reminders/rule";
    /// The robot of a congress's chat group.
    WEBHOOK, webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook";
    /// Sending it a trial message.
    TRY_WEBHOOK, try_webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook/trial";
    /// Taking it away.
    REMOVE_WEBHOOK, remove_webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook/remove";
    /// Trying a delivery again that was given up.
    TRY_AGAIN, try_again(delivery: DeliveryId) = "/manage/deliveries/{delivery}";
    /// One's own reminders.
    INBOX = "/my/inbox";
    /// Marking those of the page as read.
    READ_REMINDERS = "/my/inbox/read";
    /// Marking one as read, and going to where its debt is paid.
    READ_REMINDER, read_reminder(reminder: ReminderId) = "/my/inbox/{reminder}";
    /// A congress's board of a year.
    BOARD, board(congress: CongressId, year: i16) = "/manage/congresses/{congress}/followup/{year}";
    /// The prefecture's board of a year.
    OVERVIEW, overview(year: i16) = "/manage/overview/{year}";
    /// Where the counting pages begin.
    COUNT_ROOT = "/count";
    /// The outcome for officers.
    COUNT, count(poll: PollId) = "/count/{poll}";
    /// The ballot account.
    ACCOUNT, account(poll: PollId) = "/count/{poll}/account";
    /// The proof that the box is empty.
    ZERO, zero(poll: PollId) = "/count/{poll}/zero";
    /// An act on the papers of a round.
    PAPERS_ACT, papers_act(round: RoundId, act: &str) = "/count/rounds/{round}/papers/{act}";
    /// The counting room: papers typed by hand, batch by batch.
    COUNTING, counting(round: RoundId) = "/count/rounds/{round}/batches";
    /// One batch of papers.
    BATCH, batch(round: RoundId, number: u32) = "/count/rounds/{round}/batches/{number}";
    /// A batch that is called out.
    CALLING, calling(round: RoundId, number: u32) = "/count/rounds/{round}/batches/{number}/calling";
    /// An act on a batch.
    BATCH_ACT, batch_act(round: RoundId, number: u32, act: &str) = "/count/rounds/{round}/batches/{number}/{act}";
    /// The numbered problems of the count.
    CODES = "/count/codes";
    /// What the presidium decided about a tie.
    PRESIDIUM, presidium(round: RoundId) = "/count/rounds/{round}/presidium";
    /// The certified statement.
    STATEMENT, statement(poll: PollId) = "/count/{poll}/statement";
}

/// A form of one round of a poll, where that is not the newest.
#[must_use]
pub(crate) fn round_form(poll: PollId, form: &str, round: u32) -> String {
    format!("{}?round={round}", poll_form(poll, form))
}

/// The account of one round of a poll, where that is not the newest.
#[must_use]
pub(crate) fn round_account(poll: PollId, round: u32) -> String {
    format!("{}?round={round}", account(poll))
}

/// A round on the page of the outcome.
#[must_use]
pub(crate) fn round_count(poll: PollId, round: u32) -> String {
    format!("{}#round-{round}", count(poll))
}

/// The rules after a template was chosen: the page says that every setting went back.
#[must_use]
pub(crate) fn rules_reset(poll: PollId) -> String {
    format!("{}?reset=yes", rules(poll))
}

/// The sign-in page that leads back to a page of this site.
#[must_use]
pub fn sign_in(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{SIGN_IN}?next={next}")
}

/// A path of this site and nothing else: never another host, however it is written.
#[must_use]
pub fn local(next: &str) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_graphic() && c != '\\';
    let starts_well = next.starts_with('/') && !next.starts_with("//");
    (starts_well && next.chars().all(is_plain)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_way_back_never_leaves_the_site() {
        assert_eq!(local("/manage/polls/1?x=2"), Some("/manage/polls/1?x=2"));
        for next in [
            "//evil",
            "https:evil",
            "\\\\evil",
            "/\\evil",
            "evil",
            "",
            "/a\r\nb",
        ] {
            assert_eq!(local(next), None, "{next:?}");
        }
    }
}
