//! What every form of a poll begins with, and the small parts that several share.

use crate::kit;
use domain::poll::RoundLine;
use domain::publish::official_form::OfficialForm;
use domain::round::RoundStage;
use domain::sitting::officer::Post;
use paper::{Figure, FormHead, RecordBlock, Signature, SlateLine, TableColumn};
use service::publish::official_forms::FormFacts;
use service::round::view::RoundView;
use text::say;
use text::{Language, Phrase, Words, format, numerals};

/// A poll being told on paper. Paper speaks Chinese, which is the legal text.
pub(super) struct FormContext<'f> {
    pub(super) words: Words,
    pub(super) facts: &'f FormFacts,
    pub(super) round: &'f RoundView,
    pub(super) is_demo: bool,
}

impl<'f> FormContext<'f> {
    pub(super) fn new(facts: &'f FormFacts, is_demo: bool) -> Self {
        Self {
            words: Words::of(Language::ZhHans),
            facts,
            round: &facts.round,
            is_demo,
        }
    }

    pub(super) fn session(&self) -> String {
        let poll = &self.facts.poll;
        kit::session_name(self.words, &poll.congress.name, &poll.session).text
    }

    /// The head of a form: its name, the session, and a foot by which a lost sheet is known.
    pub(super) fn head(&self, form: OfficialForm) -> FormHead {
        let words = self.words;
        let title = name(words, form).text;
        let slate = self.round.round.slate_hash.map(|hash| hash.short());
        let foot = say!(
            words,
            "paper-foot",
            form = title.clone(),
            poll = self.facts.poll.poll.title.clone(),
            round = self.round.round.number,
            slate = slate.unwrap_or_default()
        );
        let head = head(words, title, self.session(), foot.text, self.is_demo);
        if self.facts.poll.day.is_rehearsal {
            let demo = Some(say!(words, "rehearsal-banner").text);
            return FormHead { demo, ..head };
        }
        head
    }

    /// The lines of the round.
    pub(super) fn lines(&self) -> Vec<SlateLine> {
        self.round.lines.iter().map(line).collect()
    }

    /// Who signs: the officers of these posts by name, or an empty line for a post without one.
    pub(super) fn signatures(&self, posts: &[Post]) -> Vec<Signature> {
        let mut lines = Vec::new();
        for post in posts {
            let role = self.words.say_named("role", post.word(), &[]).text;
            let named = self.facts.poll.day.officers.iter();
            let before = lines.len();
            lines.extend(named.filter(|one| one.post == *post).map(|one| Signature {
                role: role.clone(),
                name: one.name.clone(),
            }));
            if lines.len() == before {
                let name = String::new();
                lines.push(Signature { role, name });
            }
        }
        lines
    }

    /// What binds the record to the database: the digests of the closed box and of the opened papers of
    /// each round, and the head of the audit log with its number.
    pub(super) fn evidence(&self) -> Vec<RecordBlock> {
        let words = self.words;
        let mut told = Vec::new();
        for view in &self.facts.poll.rounds {
            let round = &view.round;
            let name = say!(words, "round-number", number = round.number).text;
            let digests = [
                (round.box_digest, say!(words, "box-digest")),
                (round.papers_digest, say!(words, "papers-digest")),
            ];
            for (digest, what) in digests {
                let told_of = digest.filter(|_| round.stage != RoundStage::Void);
                told.extend(told_of.map(|digest| format!("{name} {what} {digest}")));
            }
        }
        let head = &self.facts.poll.audit_head;
        let (short, whole) = (head.to_string(), head.head.hash);
        told.push(format!("{} {short} ({whole})", say!(words, "audit-head")));
        told.extend(kit::accepted_log(words, &self.facts.poll.accepted_log));
        told.into_iter()
            .map(|text| RecordBlock::Quiet { text })
            .collect()
    }

    /// The last block of a record.
    pub(super) fn signed(&self, posts: &[Post]) -> RecordBlock {
        RecordBlock::Signatures {
            lines: self.signatures(posts),
            date: say!(self.words, "paper-date").text,
        }
    }

    /// Names of the columns for number and project.
    pub(super) fn columns(&self) -> [String; 2] {
        let words = self.words;
        [
            say!(words, "form-number").text,
            say!(words, "column-project").text,
        ]
    }

    /// Which poll and which round, for records.
    pub(super) fn which(&self) -> RecordBlock {
        let sitting = self.facts.poll.sitting.number;
        text(say!(
            self.words,
            "paper-which",
            sitting = sitting,
            poll = self.facts.poll.poll.title.clone(),
            round = self.round.round.number
        ))
    }
}

/// The name of a form.
pub(super) fn name(words: Words, form: OfficialForm) -> Phrase {
    match form {
        OfficialForm::ZeroReport => say!(words, "zero-title"),
        OfficialForm::Account => say!(words, "account-title"),
        OfficialForm::Statement => say!(words, "statement-title"),
        OfficialForm::Ballot
        | OfficialForm::KazakhSheet
        | OfficialForm::UyghurSheet
        | OfficialForm::Booklet
        | OfficialForm::Rules
        | OfficialForm::KeyCards
        | OfficialForm::TallySheet
        | OfficialForm::OpeningSheet
        | OfficialForm::SealLabels => words.say_named("form", form.word(), &[]),
    }
}

/// A head with the words that every form shares.
pub(crate) fn head(
    words: Words,
    title: String,
    of: String,
    foot: String,
    is_demo: bool,
) -> FormHead {
    let (page, last) = ("#page".to_owned(), "#of".to_owned());
    FormHead {
        title,
        of,
        demo: is_demo.then(|| say!(words, "demo-banner").text),
        page_words: say!(words, "screen-page", page = page, of = last).text,
        foot,
    }
}

/// A line as paper shows it, in Chinese only.
pub(super) fn line(line: &RoundLine) -> SlateLine {
    let money = kit::money_beside(Language::ZhHans, &line.summary, line.investment);
    let what = match money {
        Some(money) => format!("{} · {money}", line.summary),
        None => line.summary.clone(),
    };
    SlateLine {
        number: line.line_no,
        name: line.name.clone(),
        what,
        foreign: None,
    }
}

/// A paragraph.
pub(crate) fn text(text: impl Into<String>) -> RecordBlock {
    RecordBlock::Text { text: text.into() }
}

/// A number under its name, in figures and in words.
pub(crate) fn figure(name: impl Into<String>, number: u64) -> Figure {
    Figure {
        name: name.into(),
        number: number.to_string(),
        words: numerals::capital(number),
    }
}

/// A column of words, as wide as is left where the width is 0.
pub(crate) fn column(name: impl Into<String>, width: u16) -> TableColumn {
    let name = name.into();
    let align = if width == 0 { "left" } else { "centre" };
    TableColumn { name, width, align }
}

/// A column of numbers.
pub(super) fn numbers(name: impl Into<String>, width: u16) -> TableColumn {
    let name = name.into();
    TableColumn {
        name,
        width,
        align: "number",
    }
}

/// A moment in full.
pub(super) fn moment(milliseconds: i64) -> String {
    format::moment(milliseconds)
}
