//! The head of a project's pages: name, stage, what may be done with it, and the tabs as links.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::id::ProjectId;
use domain::library::project::Project;
use domain::library::stage::{ProjectAct, ProjectStage};
use service::library::reading::ProjectView;
use text::Words;
use text::say;

/// Which page of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProjectTab {
    Content,
    Funds,
    Opinions,
    Photos,
    Translations,
    History,
    Origins,
}

impl ProjectTab {
    const ALL: [Self; 7] = [
        Self::Content,
        Self::Funds,
        Self::Opinions,
        Self::Photos,
        Self::Translations,
        Self::History,
        Self::Origins,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Funds => "funds",
            Self::Opinions => "opinions",
            Self::Photos => "photos",
            Self::Translations => "translations",
            Self::History => "history",
            Self::Origins => "origins",
        }
    }

    fn address(self, id: ProjectId) -> String {
        match self {
            Self::Content => path::manage_project(id),
            Self::Funds => path::project_funds(id),
            Self::Opinions => path::appraisal(id),
            Self::Photos => path::photos(id),
            Self::Translations => path::translations(id),
            Self::History => path::project_history(id),
            Self::Origins => path::project_origins(id),
        }
    }
}

/// A page of a project under its head.
pub(super) fn page(
    frame: &Frame<'_>,
    view: &ProjectView,
    tab: ProjectTab,
    content: &Markup,
) -> Markup {
    let words = frame.words;
    let project = &view.project;
    let whole = html! {
        p.crumbs { a href=(path::library(project.congress, project.year)) {
            bdi lang="zh-Hans" { (view.congress.name) } " " (say!(words, "library-title", year = i64::from(project.year))) } }
        (kit::error_summary(words, frame.problems))
        h1 { bdi lang="zh-Hans" { (project.sheet.name) } }
        p { span.num { (project.sheet.code) } " " (stage(words, project.stage)) }
        (tabs(words, project.id, tab))
        @if tab == ProjectTab::Content { (acts(frame, view)) }
        (content)
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &project.sheet.name, frame.problems),
        &whole,
    )
}

/// The tabs of a project, the open one marked.
pub(crate) fn tabs(words: Words, id: ProjectId, open: ProjectTab) -> Markup {
    html! {
        nav.tabs aria-label=(say!(words, "project-tabs").text) {
            @for tab in ProjectTab::ALL {
                a href=(tab.address(id)) aria-current=[(tab == open).then_some("page")] {
                    (words.say_named("tab", tab.word(), &[]))
                }
            }
        }
    }
}

/// A stage as word and shape.
pub(crate) fn stage(words: Words, stage: ProjectStage) -> Markup {
    let class = match stage {
        ProjectStage::Candidate | ProjectStage::OnSlate => "ok",
        ProjectStage::Selected
        | ProjectStage::Assigned
        | ProjectStage::InProgress
        | ProjectStage::Completed
        | ProjectStage::Accepted
        | ProjectStage::Evaluated => "done",
        ProjectStage::UnderAppraisal | ProjectStage::Suspended => "warn",
        ProjectStage::InLibrary
        | ProjectStage::NotSelected
        | ProjectStage::Declined
        | ProjectStage::Merged
        | ProjectStage::Terminated => "plain",
    };
    html! { span.tag.(class) { (words.say_named("project", stage.word(), &[])) } }
}

/// What may be done with the project as it stands.
fn acts(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let project = &view.project;
    let id = project.id;
    html! {
        div.acts {
            @if project.stage.is_open_to_change() {
                a.button.plain href=(path::edit_project(id)) { (say!(words, "project-edit-button")) }
            }
            @match project.stage {
                ProjectStage::InLibrary => (press(frame, project, ProjectAct::StartAppraisal)),
                ProjectStage::UnderAppraisal => {
                    a.button href=(path::appraisal(id)) { (say!(words, "appraisal-open")) }
                },
                ProjectStage::Candidate => (press(frame, project, ProjectAct::Withdraw)),
                ProjectStage::Declined => (press(frame, project, ProjectAct::Reopen)),
                ProjectStage::NotSelected => {
                    @if view.returned_as.is_none() { (press(frame, project, ProjectAct::Return)) }
                },
                ProjectStage::OnSlate
                | ProjectStage::Selected
                | ProjectStage::Merged
                | ProjectStage::Assigned
                | ProjectStage::InProgress
                | ProjectStage::Completed
                | ProjectStage::Accepted
                | ProjectStage::Evaluated
                | ProjectStage::Suspended
                | ProjectStage::Terminated => {}
            }
            @if project.stage.is_public() {
                a.button.plain href=(path::public_project(&id.to_string())) { (say!(words, "project-public-page")) }
            }
        }
        @if !project.stage.is_open_to_change() { p.quiet { (locked(words, project)) } }
    }
}

fn locked(words: Words, project: &Project) -> Markup {
    html! { (words.say_named("locked", project.stage.word(), &[("reason", project.reason.clone())])) }
}

fn press(frame: &Frame<'_>, project: &Project, act: ProjectAct) -> Markup {
    let words = frame.words;
    html! {
        form method="post" action=(path::project_act(project.id, act.word())) {
            (kit::token_field(frame.token))
            button.button { (words.say_named("project-act", act.word(), &[])) }
        }
    }
}
