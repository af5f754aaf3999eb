//! The rules of a poll (票决办法) as data: every setting and the numbers that follow from it.
//!
//! Statute fixes the quorum and the majority of *all* members (地方组织法 2022, articles 14, 25,
//! 51); ties, shortfall and marks for projects stand only in each congress's own rules, so each is
//! a setting here, adopted by the sitting, hashed and frozen before the first slip is drawn.
//! Rules come from a [`template`](super::template), are checked by [`lint`](super::lint), and are
//! stored as the text of [`canonical`](super::canonical).

use super::clause::{Clause, Clauses};
use super::setting::{SettingValue, YES_NO};
use super::template::Template;
use crate::congress::Body;
use crate::poll::kind::BallotKind;
use crate::quorum::{majority, more_than_half, two_thirds};

pub use super::setting::*;

/// A setting as canonical text, form and page know it.
#[derive(Clone, Copy)]
pub struct Setting {
    /// Its name in the canonical text, in forms and in message keys.
    pub name: &'static str,
    /// How it is asked for.
    pub asked: SettingInput,
    /// Whether papers of a kind know it.
    pub applies: fn(BallotKind) -> bool,
    /// Where its page has it.
    pub page: fn(BallotKind) -> PageSection,
    /// What the texts meant that were kept before there was the setting; none where it was always there.
    pub earlier: Option<&'static str>,
    /// Its words in the canonical text of rules.
    pub write: fn(&Rules) -> String,
    /// Puts what canonical words say into rules; nothing where they say nothing.
    pub read: fn(&mut Rules, &str) -> Option<()>,
}

impl SettingValue for Template {
    fn write(&self) -> String {
        self.word().to_owned()
    }

    fn read(words: &str) -> Option<Self> {
        Self::from_word(words)
    }
}

macro_rules! settings {
    (|$of_body:ident, $of_places:ident| {$(
        $(#[$doc:meta])*
        $field:ident: $type:ty = $default:expr, $name:literal, $asked:expr, $applies:expr, $page:expr
            $(, before $earlier:literal)?;
    )+}) => {
        /// The rules of one round. A run-off and a supplementary round have rules of their own, made from
        /// those of the round before.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Rules {
            $($(#[$doc])* pub $field: $type,)+
            /// Under which numbers the text says all this.
            pub clauses: Clauses,
        }

        /// Each setting, in the order of the canonical text: canonical text, form and page walk this table.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: $name,
            asked: $asked,
            applies: $applies,
            page: $page,
            earlier: [$(Some($earlier),)? None][0],
            write: |rules| SettingValue::write(&rules.$field),
            read: |rules, words| {
                rules.$field = SettingValue::read(words)?;
                Some(())
            },
        }),+];

        impl Rules {
            /// Rules as a body begins with them, without clauses.
            pub(super) fn plain($of_body: Body, $of_places: u16) -> Self {
                Self {
                    $($field: $default,)+
                    clauses: Clauses::default(),
                }
            }
        }
    };
}

// A line is a setting: its value at first, its name, how it is asked for, the papers that know it, and
// where the page of the rules has it. What it means in words stands in `src/text/rules/paragraph.rs`.
settings! { |body, places| {
    /// Where they come from.
    template: Template = Template::PerItem, "template", SettingInput::Never, any, nowhere;
    /// The kind of paper.
    kind: BallotKind = BallotKind::PerItem, "kind", SettingInput::Never, any, nowhere;
    /// The body that votes.
    body: Body = body, "body", SettingInput::Never, any, nowhere;
    /// Projects to choose (K).
    places: u16 = places, "places", SettingInput::Number(1, 999), chosen, |_| PageSection::Open(1);
    /// See [`QuorumRule`].
    quorum: QuorumRule = match body {
        Body::Congress => QuorumRule::TwoThirds,
        Body::StandingCommittee => QuorumRule::MoreThanHalf,
    }, "quorum", SettingInput::Words(QuorumRule::WORDS), any, |_| PageSection::Folded(1);
    /// See [`CountingBase`].
    base: CountingBase = CountingBase::InOffice, "base", SettingInput::Words(CountingBase::WORDS), graded, |_| PageSection::Open(3);
    /// See [`PassRule`].
    pass: PassRule = PassRule::Majority, "pass", PassRule::ASKED, chosen, |_| PageSection::Open(7);
    /// See [`HalfRule`]. For grades it is no rarity: the texts of different congresses differ on it.
    half: HalfRule = HalfRule::Fails, "half", SettingInput::Words(HalfRule::WORDS), any,
        |kind| if graded(kind) { PageSection::Open(5) } else { PageSection::Folded(2) };
    /// More candidates than places that the text asks for, in percent of the places, rounded up
    /// and one at least; 0 when it asks for none. Twenty to twenty-five in a hundred is the habit where
    /// figures were published.
    surplus_percent: u8 = 20, "surplus-percent", SettingInput::Number(0, 100), BallotKind::is_limited,
        |_| PageSection::Folded(3);
    /// See [`MarkLimit`].
    limit: MarkLimit = MarkLimit::Places, "limit", MarkLimit::ASKED, BallotKind::is_limited,
        |_| PageSection::Open(8);
    /// See [`UnmarkedRule`].
    unmarked: UnmarkedRule = UnmarkedRule::Abstain, "unmarked", SettingInput::Words(UnmarkedRule::WORDS), any, |_| PageSection::Open(11);
    /// See [`OvermarkRule`].
    overmark: OvermarkRule = OvermarkRule::PaperVoid, "overmark", SettingInput::Words(OvermarkRule::WORDS), BallotKind::is_limited,
        |_| PageSection::Open(10);
    /// See [`UndermarkRule`].
    undermark: UndermarkRule = UndermarkRule::Valid, "undermark", SettingInput::Words(UndermarkRule::WORDS), BallotKind::is_limited,
        |_| PageSection::Open(9);
    /// See [`BlankRule`].
    blank: BlankRule = BlankRule::Valid, "blank", SettingInput::Words(BlankRule::WORDS), any, |_| PageSection::Open(12);
    /// See [`RankSum`]; only ranked papers use it.
    rank_sum: RankSum = RankSum::BordaFalling, "rank-sum", RankSum::ASKED, ranked, |_| PageSection::Open(13);
    /// See [`GradeScale`]; only evaluations use it.
    scale: GradeScale = GradeScale::Three, "scale", SettingInput::Words(GradeScale::WORDS), graded, |_| PageSection::Open(2);
    /// See [`GradeRule`]; only evaluations use it.
    grades: GradeRule = GradeRule::Chain, "grades", GradeRule::ASKED, graded, |_| PageSection::Open(4);
    /// See [`TieRule`].
    tie: TieRule = TieRule::RunOff, "tie", SettingInput::Words(TieRule::WORDS), BallotKind::is_limited, |_| PageSection::Open(14);
    /// Whether a candidate of a run-off must pass once more; if not, the most votes win.
    runoff_needs_majority: bool = false, "runoff-needs-majority", YES_NO, BallotKind::is_limited,
        |_| PageSection::Folded(4);
    /// A tie in the run-off.
    second_tie: TieRule = TieRule::Presidium, "second-tie", SettingInput::Words(TieRule::WORDS), BallotKind::is_limited,
        |_| PageSection::Folded(5);
    /// See [`ShortfallRule`].
    shortfall: ShortfallRule = ShortfallRule::TakeFewer, "shortfall", SettingInput::Words(ShortfallRule::WORDS), chosen,
        |_| PageSection::Open(15);
    /// Supplementary rounds that may still follow.
    supplementary_rounds: u8 = 1, "supplementary-rounds", SettingInput::Number(0, 9), chosen,
        |_| PageSection::Folded(6);
    /// Whether the hall may see a counted result before two people stand for it, marked 初步.
    shows_preliminary: bool = false, "shows-preliminary", YES_NO, any, |_| PageSection::Folded(7);
    /// Whether a ballot on a phone may say something on each line besides; only evaluations ask.
    asks_remarks: bool = false, "asks-remarks", YES_NO, graded, |_| PageSection::Open(6);
} }

fn any(_: BallotKind) -> bool {
    true
}

fn nowhere(_: BallotKind) -> PageSection {
    PageSection::Nowhere
}

/// Papers that choose; an evaluation grades.
fn chosen(kind: BallotKind) -> bool {
    kind != BallotKind::Grade
}

fn graded(kind: BallotKind) -> bool {
    kind == BallotKind::Grade
}

fn ranked(kind: BallotKind) -> bool {
    kind == BallotKind::Rank
}

/// The settings that the page of the rules has for a kind of paper, in its order.
#[must_use]
pub fn on_page(kind: BallotKind) -> Vec<&'static Setting> {
    let is_asked = |setting: &&Setting| {
        (setting.applies)(kind) && (setting.page)(kind) != PageSection::Nowhere
    };
    let mut settings: Vec<&Setting> = SETTINGS.iter().filter(is_asked).collect();
    settings.sort_by_key(|setting| (setting.page)(kind));
    settings
}

/// What is known of the hall when votes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HallNumbers {
    /// Members in office at the opening roll (应到): N.
    pub due: u32,
    /// Members present, once counted.
    pub present: Option<u32>,
    /// Papers and slips issued, once closed.
    pub issued: Option<u64>,
    /// Papers returned by the account; when given, it must be the number of papers counted.
    pub returned: Option<u64>,
}

impl HallNumbers {
    /// Only N is known.
    #[must_use]
    pub fn of(due: u32) -> Self {
        Self {
            due,
            present: None,
            issued: None,
            returned: None,
        }
    }
}

impl Rules {
    /// The default template: three marks for each candidate, approving up to K; K by votes among
    /// those with a majority of all; ties to a run-off, a shortfall is taken as it is.
    #[must_use]
    pub fn per_item(places: u16, body: Body) -> Self {
        Template::PerItem.rules(body, places)
    }

    /// The approvals, ticks or ranks that a paper of so many lines may bear.
    #[must_use]
    pub fn most_approvals(&self, lines: usize) -> usize {
        match self.limit {
            MarkLimit::Places => usize::from(self.places).min(lines),
            MarkLimit::Number(most) => usize::from(most).min(lines),
            MarkLimit::Unlimited => lines,
        }
    }

    /// The votes a candidate needs, out of this base: more than half of it by default, absent
    /// members included where the base is all in office (地方组织法 2022, article 25).
    #[must_use]
    pub fn needed(&self, base: impl Into<u64>) -> u64 {
        let base = base.into();
        match (self.pass, self.half) {
            (PassRule::Majority, HalfRule::Fails | HalfRule::Unstated) => majority(base),
            (PassRule::Majority, HalfRule::Passes) => base.div_ceil(2),
            (PassRule::Votes(votes), HalfRule::Fails | HalfRule::Passes | HalfRule::Unstated) => {
                u64::from(votes)
            }
            (PassRule::None, HalfRule::Fails | HalfRule::Passes | HalfRule::Unstated) => 0,
        }
    }

    /// Whether a line passes with more than half of all in office and nothing less.
    #[must_use]
    pub fn is_by_majority_of_all(&self) -> bool {
        match (self.pass, self.base, self.half) {
            (PassRule::Majority, CountingBase::InOffice, HalfRule::Fails | HalfRule::Unstated) => {
                true
            }
            (PassRule::Majority, CountingBase::InOffice, HalfRule::Passes)
            | (
                PassRule::Majority,
                CountingBase::Present | CountingBase::Returned | CountingBase::Valid,
                _,
            )
            | (PassRule::Votes(_) | PassRule::None, _, _) => false,
        }
    }

    /// How many of so many members must be present.
    #[must_use]
    pub fn quorum_of(&self, due: u32) -> u32 {
        quorum(self.quorum, due)
    }

    /// Candidates that the text wants on a slate, places and surplus together.
    #[must_use]
    pub(crate) fn candidates_wanted(&self) -> u32 {
        let places = u32::from(self.places);
        if self.surplus_percent == 0 {
            return places;
        }
        let extra = places
            .saturating_mul(u32::from(self.surplus_percent))
            .div_ceil(100);
        places.saturating_add(extra.max(1))
    }

    /// The clause that decides a tie of this round: a run-off has its own.
    #[must_use]
    pub(crate) fn tie_clause(&self) -> Clause {
        if self.template == Template::RunOff {
            Clause::SecondTie
        } else {
            Clause::Tie
        }
    }

    /// The clause that says what a candidate of this round needs.
    #[must_use]
    pub(crate) fn majority_clause(&self) -> Clause {
        if self.template == Template::RunOff {
            Clause::RunOff
        } else {
            Clause::Majority
        }
    }

    /// Points of a rank (1 is the first) where a paper may bear so many ranks; none for a rank
    /// beyond them.
    #[must_use]
    pub fn points(&self, rank: u8, most: usize) -> Option<u64> {
        let rank = usize::from(rank);
        if rank == 0 || rank > most {
            return None;
        }
        match &self.rank_sum {
            RankSum::BordaFalling => most
                .checked_sub(rank)?
                .checked_add(1)
                .and_then(|points| u64::try_from(points).ok()),
            RankSum::BordaWeights(weights) => rank
                .checked_sub(1)
                .and_then(|place| weights.get(place))
                .copied()
                .map(u64::from),
        }
    }
}

/// How many of `due` members must be present: ceil(2N/3), or floor(N/2)+1.
#[must_use]
pub fn quorum(rule: QuorumRule, due: u32) -> u32 {
    match rule {
        QuorumRule::TwoThirds => two_thirds(due),
        QuorumRule::MoreThanHalf => more_than_half(due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quorum_and_majority_of_the_worked_numbers() {
        let rules = Rules::per_item(4, Body::Congress);
        for (due, present, needed) in [
            (45, 30, 23),
            (48, 32, 25),
            (49, 33, 25),
            (58, 39, 30),
            (161, 108, 81),
            (327, 218, 164),
        ] {
            assert_eq!(rules.quorum_of(due), present, "{due} deputies");
            assert_eq!(rules.needed(due), needed, "{due} deputies");
        }
    }

    #[test]
    fn a_standing_committee_sits_with_more_than_half() {
        let rules = Rules::per_item(3, Body::StandingCommittee);
        for (due, present) in [(15, 8), (29, 15), (30, 16), (35, 18)] {
            assert_eq!(rules.quorum_of(due), present, "{due} members");
        }
    }

    #[test]
    fn quorum_and_body_agree() {
        for body in Body::ALL {
            let rules = Rules::per_item(3, body);
            for due in 0..500 {
                assert_eq!(rules.quorum_of(due), body.quorum(due));
            }
        }
    }

    #[test]
    fn the_surplus_is_rounded_up_and_never_nothing() {
        let mut rules = Rules::per_item(4, Body::Congress);
        for (places, percent, wanted) in [
            (4, 20, 5),
            (3, 20, 4),
            (10, 20, 12),
            (12, 25, 15),
            (24, 25, 30),
            (4, 0, 4),
        ] {
            (rules.places, rules.surplus_percent) = (places, percent);
            assert_eq!(
                rules.candidates_wanted(),
                wanted,
                "{places} places, {percent} %"
            );
        }
    }

    #[test]
    fn points_fall_from_the_first_rank_or_follow_the_weights() {
        let mut rules = Template::Rank.rules(Body::Congress, 3);
        let points = |rules: &Rules| [0, 1, 2, 3, 4].map(|rank| rules.points(rank, 3));
        assert_eq!(points(&rules), [None, Some(3), Some(2), Some(1), None]);
        rules.rank_sum = RankSum::BordaWeights(vec![5, 3]);
        assert_eq!(points(&rules), [None, Some(5), Some(3), None, None]);
    }
}
