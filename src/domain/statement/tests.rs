//! The text of a record, pinned: whoever changes it changes the version line too.

use super::*;
use crate::ballot::Paper;
use crate::congress::{Body, Level};
use crate::id::{CongressId, OfficerId, PollId, ProjectId, RoundId, SessionId, SittingId};
use crate::poll::lint::lint;
use crate::poll::rules::{HallNumbers, Rules};
use crate::poll::template::Template;
use crate::poll::{RoundKind, Subject};
use crate::round::RoundStage;
use crate::sitting::officer::Post;
use crate::sitting::stage::SittingStage;
use crate::tally::Counter;
use crate::voting::desk::BallotMedium;

fn congress() -> Congress {
    Congress {
        id: CongressId(1),
        slug: "one".to_owned(),
        name: "One".to_owned(),
        level: Level::County,
        parent: None,
    }
}

fn session() -> Session {
    Session {
        id: SessionId(1),
        congress: CongressId(1),
        body: Body::Congress,
        term_no: 17,
        session_no: 4,
        year: 2026,
    }
}

fn sitting() -> Sitting {
    Sitting {
        id: SittingId(1),
        session: SessionId(1),
        number: 1,
        held_on: "2026-01-15".to_owned(),
        stage: SittingStage::QuorumDeclared,
        due: Some(3),
        quorum_present: Some(3),
        roll_digest: None,
    }
}

fn teller() -> Officer {
    Officer {
        id: OfficerId(1),
        session: SessionId(1),
        post: Post::Teller,
        name: "A\tteller".to_owned(),
        deputy: None,
        account: None,
        has_own_account: false,
        unit: String::new(),
        adopted_on: Some("2026-01-15".to_owned()),
        has_pin: false,
    }
}

fn poll(rules: &Rules) -> Poll {
    Poll {
        id: PollId(1),
        session: SessionId(1),
        title: "A title".to_owned(),
        rules: rules.canonical(),
        rules_adopted: true,
        adopted_hash: None,
        colour: crate::poll::Colour::White,
        warnings_reason: "as\tevery year".to_owned(),
        withdrawn: String::new(),
    }
}

fn round(rules: &Rules) -> Round {
    Round {
        id: RoundId(1),
        poll: PollId(1),
        sitting: SittingId(1),
        number: 1,
        kind: RoundKind::First,
        stage: RoundStage::Counted,
        rules: rules.canonical(),
        rules_hash: Some(Digest([1; 32])),
        slate: String::new(),
        slate_hash: Some(Digest([2; 32])),
        box_digest: Some(Digest([3; 32])),
        account_digest: None,
        papers_digest: Some(Digest([5; 32])),
        issued: Some(3),
        slips_returned: Some(2),
        is_dirty: false,
        void_reason: String::new(),
        decided_by_presidium: String::new(),
    }
}

fn lines() -> Vec<RoundLine> {
    let line = |line_no: u16, name: &str| RoundLine {
        line_no,
        subject: Subject::Project(ProjectId(i64::from(line_no))),
        name: name.to_owned(),
        summary: String::new(),
        investment: 0,
        content: String::new(),
        translations: Vec::new(),
    };
    vec![line(1, "Road"), line(2, "Bridge"), line(3, "Well")]
}

/// The record of a ranked poll: 3 deputies, 3 papers, one place.
fn ranked() -> String {
    let rules = Template::Rank.rules(Body::Congress, 1);
    let mut counter = Counter::new(&rules, 3);
    counter.add(&Paper::Ranks(vec![1, 0, 0]), 2);
    counter.add(&Paper::Ranks(vec![0, 0, 1]), 1);
    let numbers = HallNumbers {
        due: 3,
        present: Some(3),
        issued: Some(3),
        returned: Some(3),
    };
    let outcome = counter.finish(&numbers).unwrap();
    let (round, lines) = (round(&rules), lines());
    let warnings = lint(&rules, 3, lines.len());
    let (sitting, teller) = (sitting(), teller());
    let record = RoundRecord {
        round: &round,
        sitting: &sitting,
        officers: vec![&teller],
        kind: rules.kind,
        warnings: &warnings,
        lines: &lines,
        outcome: Some(&outcome),
        account: &account(),
        prints: vec![PrintRecord {
            number: 1,
            slips: 9,
            is_lost: false,
            first: "Clerk",
            second: "Chief",
            screen: Some(ActScreen::Device),
            printed_at: 1_700_000_000_000,
        }],
        sealed: Some(SealedRecord {
            name: "7K3M9QXZ",
            holding: KeyHolding::TwoOfThree,
            destroyed: Some(1),
        }),
    };
    canonical(&StatementFacts {
        congress: &congress(),
        session: &session(),
        poll: &poll(&rules),
        rounds: &[record],
        stood: &[ActParticipants {
            round: Some(1),
            act: "seal".to_owned(),
            first: "One".to_owned(),
            second: "An\tother".to_owned(),
            screen: Some(ActScreen::Clerk),
        }],
        version: 1,
        reason: "",
        correction: None,
        earlier: &[],
        previous: None,
        accepted_log: &[],
        audit_head: ChainHead {
            number: 120,
            hash: Digest([4; 32]),
        },
    })
}

/// Two ballots of slips and one paper.
fn account() -> [AccountLine; 2] {
    let line = |kind, printed, issued, spoilt| AccountLine {
        kind,
        printed,
        issued,
        handed_in: 0,
        spoilt,
        cancelled: 0,
        unused: 0,
        returned: Some(issued),
    };
    [
        AccountLine {
            cancelled: 2,
            ..line(BallotMedium::Slip, 4, 2, 0)
        },
        AccountLine {
            unused: 1,
            ..line(BallotMedium::Paper, 3, 1, 1)
        },
    ]
}

#[test]
fn the_text_is_pinned() {
    let (ones, twos) = ("01".repeat(32), "02".repeat(32));
    let (threes, fours) = ("03".repeat(32), "04".repeat(32));
    let fives = "05".repeat(32);
    let expected = format!(
        "minsheng-statement\t5\nversion\t1\ncongress\tone\tOne\n\
         session\tcongress\t17\t4\t2026\n\
         poll\t1\tA title\naccepted\tas every year\nround\t1\tfirst\tcounted\t\n\
         sitting\t1\t2026-01-15\t3\t2\t3\nofficer\tteller\tA teller\n\
         ballot\trank\nwarning\trank-without-choices\t\nrules\t{ones}\nslate\t{twos}\n\
         box\t{threes}\npapers\t{fives}\nsealed\t7K3M9QXZ\t2-of-3\tdestroyed=1\tneeded=2\ttoo-few\n\
         print\t1\t9\tkept\tClerk\tChief\town-device\t1700000000000\n\
         issued\t3\naccount\tslip\t4\t2\t0\t0\t2\t0\t2\n\
         account\tpaper\t3\t1\t0\t1\t0\t1\t1\nreturned\t3\nvalid\t3\nblank\t0\nneeded\t2\nplaces\t1\n\
         line\t1\tRoad\t2\t0\t1\t2\t1\tselected\tmajority\n\
         line\t2\tBridge\t0\t0\t3\t0\t3\tbelow_threshold\tmajority\n\
         line\t3\tWell\t1\t0\t2\t1\t2\tbelow_threshold\tmajority\n\
         step\tpresence\tpresent=3 quorum=2 met=yes\tquorum\t1\n\
         step\taccount\tissued=3 returned=3 missing=0\treturned\t10\n\
         step\tpapers\treturned=3 valid=3 void=0 blank=0\tblank\t9\n\
         step\tunmarked-lines\tlines=6\tunmarked\t8\n\
         step\tbase\tof=in-office number=3\tbase\t11\n\
         step\tneeded\tvotes=2\tmajority\t12\nstep\tpassed\tpassed=1 places=1\tmajority\t12\n\
         step\tall-selected\tlines=1\tmajority\t12\nstep\tstands\t\tmost-votes\t13\n\
         decision\tcomplete\n\
         stood\t1\tseal\tOne\tAn other\tclerk-screen\naudit\t120\t{fours}\n"
    );
    assert_eq!(ranked(), expected);
}

#[test]
fn every_step_has_its_clause_and_no_field_holds_a_tab() {
    let text = ranked();
    let steps: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("step\t"))
        .collect();
    assert!(steps.len() > 5, "{text}");
    for step in steps {
        assert_eq!(step.split('\t').count(), 5, "{step:?}");
    }
    assert!(text.contains("accepted\tas every year\n"), "{text}");
}
