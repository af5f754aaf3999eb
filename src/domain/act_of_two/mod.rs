//! The one table of the acts that take two people: on what, under which word, who may ask and who
//! may confirm. What is not in it is done by one.
//!
//! An act that is added here is listed and confirmed on the officers' own devices and on the page of
//! whoever is the second person; `service/act_of_two/confirm.rs` does not compile until it says what confirming
//! it does.

pub mod two_people;

use super::access::Action;
use super::id::DeputyId;
use crate::round::RoundAct;
use crate::sitting::closing::ClosingAct;

/// What an act of two is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActSubject {
    Round,
    Poll,
    /// A candidate list.
    List,
    Officer,
    Sitting,
}

/// An act of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActOfTwo {
    /// An act on a round that needs two: of freezing, sealing, opening, closing, certifying, voiding.
    Round(RoundAct),
    /// Entering, or correcting, the papers found in the boxes.
    EnterPapers,
    /// Writing down what the presidium decided about a tie.
    DecideByPresidium,
    /// Publishing the result.
    Publish,
    /// Correcting a certified statement.
    Correct,
    /// Changing a frozen candidate list.
    ReviseList,
    /// Taking an officer's PIN away.
    ClearPin,
    /// Noting that the sitting adopted its officers.
    AdoptOfficers,
    /// Giving out the one-time slips with which officers open their devices.
    GiveOfficerSlips,
    PrintSlips,
    /// Noting that a deputy came after the quorum was declared.
    Arrive(DeputyId),
    /// Noting that a deputy left after it.
    Leave(DeputyId),
    /// Ending a sitting, or taking that back.
    Closing(ClosingAct),
    WithdrawPoll,
    /// Going on with a poll although the audit log is broken.
    AcceptLog,
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActRow {
    pub on: ActSubject,
    /// Its word where requests and deeds are kept; a deputy's number follows where it names one.
    pub word: &'static str,
    /// Who may ask for it.
    pub asks: Action,
    /// Who may confirm it.
    pub confirms: Action,
}

const fn line(on: ActSubject, word: &'static str, asks: Action, confirms: Action) -> ActRow {
    ActRow {
        on,
        word,
        asks,
        confirms,
    }
}

impl ActOfTwo {
    /// Every act of two; those that name a deputy with the number 0.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let others = [
            Self::EnterPapers,
            Self::DecideByPresidium,
            Self::Publish,
            Self::Correct,
            Self::ReviseList,
            Self::ClearPin,
            Self::AdoptOfficers,
            Self::GiveOfficerSlips,
            Self::PrintSlips,
            Self::Arrive(DeputyId(0)),
            Self::Leave(DeputyId(0)),
            Self::Closing(ClosingAct::Close),
            Self::Closing(ClosingAct::Reopen),
            Self::WithdrawPoll,
            Self::AcceptLog,
        ];
        let of_rounds = RoundAct::ALL.into_iter().filter(|act| act.needs_two());
        of_rounds.map(Self::Round).chain(others).collect()
    }

    /// Its line of the table.
    #[must_use]
    pub fn line(self) -> ActRow {
        use Action::{ActOnRound, Certify, KeepRoll, KeepSlips, Publish, ReviseSlate, Witness};
        match self {
            Self::Round(act) => line(ActSubject::Round, act.word(), act.action(), act.action()),
            Self::EnterPapers => line(ActSubject::Round, "enter-papers", ActOnRound, ActOnRound),
            Self::DecideByPresidium => line(ActSubject::Round, "presidium", ActOnRound, ActOnRound),
            Self::Publish => line(ActSubject::Poll, "publish", Publish, Publish),
            Self::Correct => line(ActSubject::Poll, "correct", Certify, Certify),
            Self::ReviseList => line(ActSubject::List, "revise", ReviseSlate, ReviseSlate),
            Self::ClearPin => line(ActSubject::Officer, "clear-pin", ActOnRound, ActOnRound),
            Self::AdoptOfficers => line(ActSubject::Sitting, "adopt-officers", KeepRoll, Witness),
            Self::GiveOfficerSlips => line(ActSubject::Sitting, "officer-slips", KeepRoll, Witness),
            Self::PrintSlips => line(ActSubject::Sitting, "print-slips", KeepSlips, KeepSlips),
            Self::Arrive(_) => line(ActSubject::Sitting, "arrive", ActOnRound, ActOnRound),
            Self::Leave(_) => line(ActSubject::Sitting, "leave", ActOnRound, ActOnRound),
            Self::Closing(act) => line(ActSubject::Sitting, act.word(), ActOnRound, ActOnRound),
            Self::WithdrawPoll => line(ActSubject::Poll, "withdraw-poll", ActOnRound, ActOnRound),
            Self::AcceptLog => line(ActSubject::Poll, "accept-log", Certify, Certify),
        }
    }

    /// The word under which it is asked for and noted: `seal`, `arrive-17`.
    #[must_use]
    pub fn word(self) -> String {
        let word = self.line().word;
        match self {
            Self::Arrive(deputy) | Self::Leave(deputy) => format!("{word}-{deputy}"),
            Self::Round(_)
            | Self::EnterPapers
            | Self::DecideByPresidium
            | Self::Publish
            | Self::Correct
            | Self::ReviseList
            | Self::ClearPin
            | Self::AdoptOfficers
            | Self::GiveOfficerSlips
            | Self::PrintSlips
            | Self::Closing(_)
            | Self::WithdrawPoll
            | Self::AcceptLog => word.to_owned(),
        }
    }

    /// The act of a word on something.
    #[must_use]
    pub fn find(on: ActSubject, word: &str) -> Option<Self> {
        Self::all().into_iter().find_map(|act| {
            let line = act.line();
            let rest = word.strip_prefix(line.word).filter(|_| line.on == on)?;
            match act {
                Self::Arrive(_) => Some(Self::Arrive(numbered(rest)?)),
                Self::Leave(_) => Some(Self::Leave(numbered(rest)?)),
                Self::Round(_)
                | Self::EnterPapers
                | Self::DecideByPresidium
                | Self::Publish
                | Self::Correct
                | Self::ReviseList
                | Self::ClearPin
                | Self::AdoptOfficers
                | Self::GiveOfficerSlips
                | Self::PrintSlips
                | Self::Closing(_)
                | Self::WithdrawPoll
                | Self::AcceptLog => rest.is_empty().then_some(act),
            }
        })
    }
}

fn numbered(rest: &str) -> Option<DeputyId> {
    let number = rest.strip_prefix('-')?;
    number.parse().ok().map(DeputyId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_is_found_by_its_word_and_by_no_other() {
        for act in ActOfTwo::all() {
            assert_eq!(ActOfTwo::find(act.line().on, &act.word()), Some(act));
        }
        assert_eq!(
            ActOfTwo::find(ActSubject::Sitting, "leave-17"),
            Some(ActOfTwo::Leave(DeputyId(17)))
        );
        for (on, word) in [
            (ActSubject::Round, "pause"),
            (ActSubject::Poll, "seal"),
            (ActSubject::Sitting, "leave"),
            (ActSubject::Sitting, "leave-x"),
            (ActSubject::Round, "seal-"),
        ] {
            assert_eq!(ActOfTwo::find(on, word), None, "{word}");
        }
    }

    #[test]
    fn the_table_names_each_act_that_nobody_does_alone() {
        let table: Vec<String> = ActOfTwo::all()
            .into_iter()
            .map(|act| {
                let line = act.line();
                let (asks, confirms) = (line.asks, line.confirms);
                format!("{:?} {}: {asks:?} {confirms:?}", line.on, line.word)
            })
            .collect();
        assert_eq!(
            table,
            [
                "Round freeze: ActOnRound ActOnRound",
                "Round seal: ActOnRound ActOnRound",
                "Round seal-again: ActOnRound ActOnRound",
                "Round open-vote: ActOnRound ActOnRound",
                "Round close-vote: ActOnRound ActOnRound",
                "Round open-box: ActOnRound ActOnRound",
                "Round record-cards: ActOnRound ActOnRound",
                "Round certify: Certify Certify",
                "Round void: ActOnRound ActOnRound",
                "Round enter-papers: ActOnRound ActOnRound",
                "Round presidium: ActOnRound ActOnRound",
                "Poll publish: Publish Publish",
                "Poll correct: Certify Certify",
                "List revise: ReviseSlate ReviseSlate",
                "Officer clear-pin: ActOnRound ActOnRound",
                "Sitting adopt-officers: KeepRoll Witness",
                "Sitting officer-slips: KeepRoll Witness",
                "Sitting print-slips: KeepSlips KeepSlips",
                "Sitting arrive: ActOnRound ActOnRound",
                "Sitting leave: ActOnRound ActOnRound",
                "Sitting close-sitting: ActOnRound ActOnRound",
                "Sitting reopen-sitting: ActOnRound ActOnRound",
                "Poll withdraw-poll: ActOnRound ActOnRound",
                "Poll accept-log: Certify Certify",
            ]
        );
    }
}
