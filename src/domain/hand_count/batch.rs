//! One batch: typed by two tellers blind to each other, compared, and settled.
//!
//! Where both typed a paper alike, it is done. Where they differ, each types the paper once more
//! without seeing the other's; what still differs is for two scrutineers with the paper in hand, and
//! so is every paper that a teller holds for void or doubtful. Only then the batch is agreed.

use super::typed::{TypedPaper, of_paper};
use crate::act_of_two::two_people::{Person, TwoPeople};
use crate::problem::Problem;
use count::words;

words! {
    /// Where a batch stands.
    pub enum BatchStage {
        /// One or both tellers have not typed it.
        Typing = "typing",
        /// Both did; papers differ and are typed once more.
        Retyping = "retyping",
        /// Two scrutineers decide what is left.
        Deciding = "deciding",
        /// Every paper is settled.
        Agreed = "agreed",
    }
}

/// What one teller typed.
#[derive(Clone)]
struct TellerEntry {
    person: Person,
    typed: Vec<TypedPaper>,
    has_retyped: bool,
}

/// What one scrutineer proposes, until a second one stands for the same.
#[derive(Clone)]
struct PaperProposal {
    person: Person,
    decided: Vec<(u32, TypedPaper)>,
}

/// A batch in the making. It has no `Debug`: marks do not belong in a log.
#[derive(Clone)]
pub struct Batch {
    papers: u32,
    entries: Vec<TellerEntry>,
    proposal: Option<PaperProposal>,
    decided: Vec<(u32, TypedPaper)>,
}

/// A paper on which the tellers do not agree, by its number in the pile.
#[derive(Clone)]
pub struct DifferingPaper {
    /// From 1.
    pub paper: u32,
    /// What each of them typed, in the order of their typing.
    pub typed: [TypedPaper; 2],
}

impl Batch {
    /// A batch of so many papers that nobody has typed.
    #[must_use]
    pub fn new(papers: u32) -> Self {
        Self {
            papers,
            entries: Vec::new(),
            proposal: None,
            decided: Vec::new(),
        }
    }

    /// A batch whose papers were called out in the hall: one marked and one watched, and both stand for
    /// every paper, void ones too.
    #[must_use]
    pub fn called(people: TwoPeople, papers: &[TypedPaper]) -> Self {
        let entry = |person| TellerEntry {
            person,
            typed: papers.to_vec(),
            has_retyped: true,
        };
        let void = (1..).zip(papers).filter(|(_, typed)| match typed {
            TypedPaper::Void(_) => true,
            TypedPaper::Paper(_) | TypedPaper::Doubtful => false,
        });
        Self {
            papers: u32::try_from(papers.len()).unwrap_or(u32::MAX),
            entries: vec![entry(people.first()), entry(people.second())],
            proposal: None,
            decided: void.map(|(paper, typed)| (paper, typed.clone())).collect(),
        }
    }

    /// How many papers it holds.
    #[must_use]
    pub fn papers(&self) -> u32 {
        self.papers
    }

    /// Who typed it, in the order of their typing.
    #[must_use]
    pub fn typists(&self) -> Vec<Person> {
        self.entries.iter().map(|entry| entry.person).collect()
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> BatchStage {
        let [first, second] = self.entries.as_slice() else {
            return BatchStage::Typing;
        };
        let waits = !(first.has_retyped && second.has_retyped);
        let open = self.open();
        if waits && open.iter().any(|one| is_for_tellers(&one.typed)) {
            BatchStage::Retyping
        } else if open.is_empty() {
            BatchStage::Agreed
        } else {
            BatchStage::Deciding
        }
    }

    /// Adds what a teller typed.
    ///
    /// # Errors
    /// `batch-same-teller` when that person typed it before, `batch-typed` when two did,
    /// `batch-pile-differs` (`counted`, `papers`) for another number of papers.
    pub fn take(&mut self, person: Person, typed: Vec<TypedPaper>) -> Result<(), Problem> {
        if self.entries.iter().any(|one| one.person.is_same(&person)) {
            return Err(Problem::error("batch-same-teller"));
        }
        if self.entries.len() >= 2 {
            return Err(Problem::error("batch-typed"));
        }
        let counted = u32::try_from(typed.len()).unwrap_or(u32::MAX);
        if counted != self.papers {
            return Err(pile_differs(counted, self.papers));
        }
        self.entries.push(TellerEntry {
            person,
            typed,
            has_retyped: false,
        });
        Ok(())
    }

    /// The numbers of the papers that both tellers type once more.
    #[must_use]
    pub fn to_retype(&self) -> Vec<u32> {
        if self.stage() != BatchStage::Retyping {
            return Vec::new();
        }
        let open = self.open();
        let theirs = open.iter().filter(|one| is_for_tellers(&one.typed));
        theirs.map(|one| one.paper).collect()
    }

    /// What a teller typed of a paper; the other's is never shown to them.
    #[must_use]
    pub fn typed_by(&self, person: &Person, paper: u32) -> Option<&TypedPaper> {
        let mine = self.entries.iter().find(|one| one.person.is_same(person))?;
        mine.typed.get(place(paper)?)
    }

    /// Whether a person still has papers to type once more.
    #[must_use]
    pub fn waits_for(&self, person: &Person) -> bool {
        let mine = self.entries.iter().find(|one| one.person.is_same(person));
        self.stage() == BatchStage::Retyping && mine.is_some_and(|one| !one.has_retyped)
    }

    /// Takes what a teller typed of the differing papers once more. They are compared when both have.
    ///
    /// # Errors
    /// `batch-not-retyping`, `batch-not-yours` for whoever did not type it or has retyped it,
    /// `sheet-missing` when a differing paper is left out.
    pub fn retype(
        &mut self,
        person: &Person,
        typed: Vec<(u32, TypedPaper)>,
    ) -> Result<(), Problem> {
        if self.stage() != BatchStage::Retyping {
            return Err(Problem::error("batch-not-retyping"));
        }
        let wanted = self.to_retype();
        let mine = self
            .entries
            .iter_mut()
            .find(|one| one.person.is_same(person) && !one.has_retyped);
        let mine = mine.ok_or_else(|| Problem::error("batch-not-yours"))?;
        let is_left = |paper: &&u32| !typed.iter().any(|(one, _)| one == *paper);
        if let Some(left) = wanted.iter().find(is_left) {
            return Err(of_paper(
                Problem::error("sheet-missing").with("paper", left),
                *left,
            ));
        }
        for (paper, typed) in typed.into_iter().filter(|(one, _)| wanted.contains(one)) {
            if let Some(before) = place(paper).and_then(|place| mine.typed.get_mut(place)) {
                *before = typed;
            }
        }
        mine.has_retyped = true;
        Ok(())
    }

    /// What two scrutineers have to decide: both tellers' papers side by side.
    #[must_use]
    pub fn to_decide(&self) -> Vec<DifferingPaper> {
        match self.stage() {
            BatchStage::Deciding => self.open(),
            BatchStage::Typing | BatchStage::Retyping | BatchStage::Agreed => Vec::new(),
        }
    }

    /// What a scrutineer proposed, and who.
    #[must_use]
    pub fn proposal(&self) -> Option<(Person, &[(u32, TypedPaper)])> {
        let one = self.proposal.as_ref()?;
        Some((one.person, &one.decided))
    }

    /// Keeps what one scrutineer decides, until a second one stands for it.
    ///
    /// # Errors
    /// As [`Batch::decide`], but for two people.
    pub fn propose(
        &mut self,
        person: Person,
        decided: Vec<(u32, TypedPaper)>,
    ) -> Result<(), Problem> {
        self.check(&decided)?;
        self.refuse_typist(&person)?;
        self.proposal = Some(PaperProposal { person, decided });
        Ok(())
    }

    /// Settles the papers as two scrutineers decided.
    ///
    /// # Errors
    /// `batch-not-deciding`, `sheet-missing` when a paper is left open, `decide-doubtful` when they
    /// decide nothing, `decide-typist` when one of them typed the batch.
    pub fn decide(
        &mut self,
        people: TwoPeople,
        decided: Vec<(u32, TypedPaper)>,
    ) -> Result<(), Problem> {
        self.check(&decided)?;
        self.refuse_typist(&people.first())?;
        self.refuse_typist(&people.second())?;
        self.decided.extend(decided);
        self.proposal = None;
        Ok(())
    }

    fn check(&self, decided: &[(u32, TypedPaper)]) -> Result<(), Problem> {
        if self.stage() != BatchStage::Deciding {
            return Err(Problem::error("batch-not-deciding"));
        }
        for open in self.open() {
            match decided.iter().find(|(paper, _)| *paper == open.paper) {
                None => {
                    let problem = Problem::error("sheet-missing").with("paper", open.paper);
                    return Err(of_paper(problem, open.paper));
                }
                Some((_, TypedPaper::Doubtful)) => {
                    let problem = Problem::error("decide-doubtful").with("paper", open.paper);
                    return Err(of_paper(problem, open.paper));
                }
                Some((_, TypedPaper::Paper(_) | TypedPaper::Void(_))) => {}
            }
        }
        Ok(())
    }

    fn refuse_typist(&self, person: &Person) -> Result<(), Problem> {
        if self.entries.iter().any(|one| one.person.is_same(person)) {
            return Err(Problem::error("decide-typist"));
        }
        Ok(())
    }

    /// Every paper as it is settled, in the order of the pile; none before all of them are.
    #[must_use]
    pub fn agreed(&self) -> Option<Vec<TypedPaper>> {
        if self.stage() != BatchStage::Agreed {
            return None;
        }
        let first = self.entries.first()?;
        let settled = (1..).zip(&first.typed).map(|(paper, typed)| {
            let decided = self.decided.iter().find(|(one, _)| *one == paper);
            decided.map_or_else(|| typed.clone(), |(_, decided)| decided.clone())
        });
        Some(settled.collect())
    }

    /// The papers that are not settled.
    fn open(&self) -> Vec<DifferingPaper> {
        let [first, second] = self.entries.as_slice() else {
            return Vec::new();
        };
        let pairs = (1..).zip(first.typed.iter().zip(&second.typed));
        pairs
            .filter(|(paper, (one, other))| {
                let is_decided = self.decided.iter().any(|(decided, _)| decided == paper);
                let is_alike = one == other && matches!(one, TypedPaper::Paper(_));
                !is_decided && !is_alike
            })
            .map(|(paper, (one, other))| DifferingPaper {
                paper,
                typed: [one.clone(), other.clone()],
            })
            .collect()
    }
}

/// Whether tellers look once more before scrutineers do: not at what both hold for void, nor at what
/// one of them leaves to the scrutineers.
fn is_for_tellers(typed: &[TypedPaper; 2]) -> bool {
    let [one, other] = typed;
    one != other
        && !matches!(
            (one, other),
            (TypedPaper::Doubtful, _) | (_, TypedPaper::Doubtful)
        )
}

fn pile_differs(counted: u32, papers: u32) -> Problem {
    let problem = Problem::error("batch-pile-differs").with("counted", counted);
    problem.with("papers", papers)
}

fn place(paper: u32) -> Option<usize> {
    usize::try_from(paper.checked_sub(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::BallotKind;
    use crate::hand_count::typed::read;
    use crate::id::AccountId;

    fn person(number: i64) -> Person {
        AccountId(number).into()
    }

    fn sheets(texts: &[&str]) -> Vec<TypedPaper> {
        let read = |text: &&str| read(text, BallotKind::PerItem, 2).ok().unwrap();
        texts.iter().map(read).collect()
    }

    fn numbered(texts: &[(u32, &str)]) -> Vec<(u32, TypedPaper)> {
        let one = |(paper, text): &(u32, &str)| (*paper, sheets(&[text]).pop().unwrap());
        texts.iter().map(one).collect()
    }

    fn typed(first: &[&str], second: &[&str]) -> Batch {
        let mut batch = Batch::new(u32::try_from(first.len()).unwrap());
        batch.take(person(1), sheets(first)).unwrap();
        assert_eq!(batch.stage(), BatchStage::Typing);
        assert!(batch.agreed().is_none());
        batch.take(person(2), sheets(second)).unwrap();
        batch
    }

    fn agreed(batch: &Batch) -> Vec<String> {
        batch
            .agreed()
            .unwrap()
            .iter()
            .map(TypedPaper::write)
            .collect()
    }

    fn two(first: i64, second: i64) -> TwoPeople {
        TwoPeople::of(AccountId(first), AccountId(second)).unwrap()
    }

    #[test]
    fn papers_that_both_typed_alike_are_done() {
        let batch = typed(&["11", "20"], &["11", "20"]);
        assert_eq!(batch.stage(), BatchStage::Agreed);
        assert_eq!(agreed(&batch), ["11", "20"]);
        assert!(batch.to_retype().is_empty() && batch.to_decide().is_empty());
    }

    #[test]
    fn one_person_never_types_a_batch_twice_and_a_third_not_at_all() {
        let mut batch = Batch::new(1);
        batch.take(person(1), sheets(&["11"])).unwrap();
        let again = batch.take(person(1), sheets(&["11"])).unwrap_err();
        assert_eq!(again.code, "batch-same-teller");
        batch.take(person(2), sheets(&["11"])).unwrap();
        let third = batch.take(person(3), sheets(&["11"])).unwrap_err();
        assert_eq!(third.code, "batch-typed");
        let few = Batch::new(2).take(person(1), sheets(&["11"])).unwrap_err();
        assert_eq!(few.code, "batch-pile-differs");
    }

    #[test]
    fn who_mistyped_corrects_it_without_seeing_the_other() {
        let mut batch = typed(&["11", "12", "20"], &["11", "22", "21"]);
        assert_eq!(batch.stage(), BatchStage::Retyping);
        assert_eq!(batch.to_retype(), [2, 3]);
        assert!(batch.to_decide().is_empty(), "not for scrutineers yet");
        let mine = batch.typed_by(&person(2), 2).unwrap().write();
        assert_eq!(mine, "22");
        let short = batch.retype(&person(1), numbered(&[(2, "12")]));
        assert_eq!(short.unwrap_err().code, "sheet-missing");
        let other = batch.retype(&person(3), numbered(&[(2, "12"), (3, "20")]));
        assert_eq!(other.unwrap_err().code, "batch-not-yours");
        // What was alike cannot be changed on the way.
        batch
            .retype(&person(1), numbered(&[(1, "33"), (2, "12"), (3, "21")]))
            .unwrap();
        assert!(!batch.waits_for(&person(1)) && batch.waits_for(&person(2)));
        let again = batch.retype(&person(1), numbered(&[(2, "12")]));
        assert_eq!(again.unwrap_err().code, "batch-not-yours");
        batch.retype(&person(2), numbered(&[(2, "12")])).unwrap();
        assert_eq!(agreed(&batch), ["11", "12", "21"]);
    }

    #[test]
    fn what_still_differs_is_for_two_scrutineers_who_typed_nothing() {
        let mut batch = typed(&["11", "12"], &["11", "22"]);
        batch.retype(&person(1), numbered(&[(2, "12")])).unwrap();
        batch.retype(&person(2), numbered(&[(2, "22")])).unwrap();
        assert_eq!(batch.stage(), BatchStage::Deciding);
        let open = batch.to_decide();
        assert_eq!((open.len(), open[0].paper), (1, 2));
        let texts = open[0].typed.each_ref().map(TypedPaper::write);
        assert_eq!(texts, ["12", "22"]);
        let typist = batch.decide(two(1, 8), numbered(&[(2, "12")]));
        assert_eq!(typist.unwrap_err().code, "decide-typist");
        let none = batch.decide(two(8, 9), numbered(&[(2, "*")]));
        assert_eq!(none.unwrap_err().code, "decide-doubtful");
        let missing = batch.decide(two(8, 9), numbered(&[(1, "12")]));
        assert_eq!(missing.unwrap_err().code, "sheet-missing");
        batch.propose(person(8), numbered(&[(2, "02")])).unwrap();
        assert!(batch.proposal().is_some_and(|(who, _)| who == person(8)));
        batch.decide(two(8, 9), numbered(&[(2, "02")])).unwrap();
        assert_eq!(agreed(&batch), ["11", "02"]);
        let late = batch.decide(two(8, 9), numbered(&[(2, "02")]));
        assert_eq!(late.unwrap_err().code, "batch-not-deciding");
    }

    #[test]
    fn void_and_doubtful_papers_go_to_the_scrutineers_at_once() {
        let mut batch = typed(&["/3", "11", "*"], &["/3", "*", "*"]);
        assert_eq!(batch.stage(), BatchStage::Deciding);
        let open: Vec<u32> = batch.to_decide().iter().map(|one| one.paper).collect();
        assert_eq!(open, [1, 2, 3]);
        let decided = numbered(&[(1, "/3"), (2, "11"), (3, "00")]);
        batch.decide(two(8, 9), decided).unwrap();
        assert_eq!(agreed(&batch), ["/3", "11", "00"]);
        let differs = typed(&["/3"], &["/1"]);
        assert_eq!(
            differs.stage(),
            BatchStage::Retyping,
            "their reasons differ"
        );
    }
}
