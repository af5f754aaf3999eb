//! The plain words as a clerk reads them, number by number.

use super::*;
use crate::Language;
use domain::ballot::{Mark, Paper};
use domain::congress::Body;
use domain::poll::rules::{
    CountingBase, HalfRule, HallNumbers, MarkLimit, OvermarkRule, PassRule, RankSum, Rules,
    ShortfallRule, TieRule, UnmarkedRule,
};
use domain::tally::Counter;

fn zh() -> Words {
    Words::of(Language::ZhHans)
}

fn told(rules: &Rules, due: u32, present: Option<u32>) -> String {
    let sentences = paragraph(zh(), rules, due, present);
    sentences
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_paragraph_of_qinghe() {
    let rules = Rules::per_item(4, Body::Congress);
    let expected = "\
全体 161 名代表，过半数为 81 票；
实到 154 人，达到法定人数 108 人。
未到会等同于没有赞成：有 154 人到会时须 81 票，即到会的 53 %。
对每个候选项目可以赞成、反对或者弃权。
赞成的项目最多 4 项，少于 4 项有效。
多于 4 项的，整票无效。
未选的项目按弃权计。
纸质票上对同一项目作了两种不同标记的，该项目按未选处理，其余部分有效。
空白票为有效票，各项目均按未选处理。
赞成达到 81 票的项目，按得票从多到少取 4 项。
末位得票相等、超过名额的，只就得票相等的项目另行投票；每票赞成不得超过所余名额，以得票多的入选。
另行投票后得票仍相等的，由主席团决定并说明理由。
通过的项目不足 4 项的，以通过的为准，其余退回项目库。
收回的票数多于发出的票数的，本轮无效，重新投票；等于或者少于发出的票数的，投票有效。";
    assert_eq!(told(&rules, 161, Some(154)), expected);
}

#[test]
fn absence_is_told_with_a_worked_example() {
    let rules = Rules::per_item(3, Body::Congress);
    let before = told(&rules, 49, None);
    assert!(before.contains("到会满 33 人方可开会"));
    assert!(before.contains("有 33 人到会时须 25 票，即到会的 76 %"));
    let short = told(&rules, 49, Some(24));
    assert!(short.contains("未达到法定人数 33 人"));
    assert!(short.contains("任何项目都不可能通过"));
    assert!(told(&rules, 0, Some(0)).contains("任何项目都不可能通过"));
}

#[test]
fn a_standing_committee_has_its_own_words() {
    let mut rules = Rules::per_item(3, Body::StandingCommittee);
    rules.tie = TieRule::Presidium;
    let text = told(&rules, 29, Some(27));
    assert!(text.contains("全体常务委员会组成人员 29 名，过半数为 15 票"));
    assert!(text.contains("由主任会议决定并说明理由"));
}

#[test]
fn every_setting_changes_the_paragraph_in_both_languages() {
    let plain = Rules::per_item(3, Body::Congress);
    let changes: [fn(&mut Rules); 17] = [
        |r| r.base = CountingBase::Present,
        |r| r.base = CountingBase::Returned,
        |r| r.base = CountingBase::Valid,
        |r| r.pass = PassRule::Votes(30),
        |r| r.pass = PassRule::None,
        |r| r.half = HalfRule::Passes,
        |r| r.half = HalfRule::Unstated,
        |r| r.limit = MarkLimit::Number(5),
        |r| r.limit = MarkLimit::Unlimited,
        |r| r.unmarked = UnmarkedRule::Oppose,
        |r| r.overmark = OvermarkRule::SectionVoid,
        |r| r.tie = TieRule::Unstated,
        |r| r.second_tie = TieRule::RunOff,
        |r| r.second_tie = TieRule::Unstated,
        |r| r.runoff_needs_majority = true,
        |r| r.shortfall = ShortfallRule::Supplementary,
        |r| r.shortfall = ShortfallRule::Unstated,
    ];
    for language in [Language::ZhHans, Language::En] {
        let words = Words::of(language);
        let mut seen = vec![paragraph(words, &plain, 49, Some(40))];
        let mut variants: Vec<Rules> = Template::ALL
            .iter()
            .filter(|template| **template != Template::PerItem)
            .map(|template| template.rules(Body::Congress, 3))
            .collect();
        variants.extend(changes.iter().map(|change| {
            let mut rules = plain.clone();
            change(&mut rules);
            rules
        }));
        let mut weighted = Template::Rank.rules(Body::Congress, 3);
        weighted.rank_sum = RankSum::BordaWeights(vec![5, 3, 1]);
        variants.push(weighted);
        for rules in variants {
            let text = paragraph(words, &rules, 49, Some(40));
            assert!(
                text.iter().all(|phrase| phrase.language == language),
                "{text:?}"
            );
            // A supplementary round reads as any round: only its rules' later rounds differ.
            if rules.template != Template::Supplementary {
                assert!(!seen.contains(&text), "{:?}", rules.canonical());
                seen.push(text);
            }
        }
    }
}

#[test]
fn the_trace_names_clauses_and_lines() {
    let rules = Rules::per_item(1, Body::Congress);
    let mut counter = Counter::new(&rules, 3);
    counter.add(
        &Paper::Marks(vec![Mark::Approve, Mark::Oppose, Mark::Oppose]),
        6,
    );
    counter.add(
        &Paper::Marks(vec![Mark::Oppose, Mark::Approve, Mark::Unmarked]),
        6,
    );
    counter.add(&Paper::Marks(vec![Mark::Approve; 3]), 1);
    let numbers = HallNumbers {
        present: Some(15),
        issued: Some(15),
        ..HallNumbers::of(11)
    };
    let outcome = counter.finish(&numbers).unwrap();
    let sentences: Vec<String> = trace(zh(), &outcome).into_iter().map(|p| p.text).collect();
    let expected = [
        "实到 15 人，达到法定人数 8 人。（第 1 条　法定人数）",
        "发出 15 张，收回 13 张，未收回 2 张，投票有效。（第 9 条　发出与收回票数）",
        "收回 13 张：有效票 12 张，无效票 1 张；其中空白票 0 张。（第 8 条　空白票）",
        "1 张无效：赞成多于规定项数。（第 6 条　多选）",
        "有效票上共有 6 处未选，按办法计入。（第 7 条　未选）",
        "以全体 11 人为基数。（第 10 条　过半数的基数）",
        "通过须获赞成 6 票。（第 11 条　通过票数）",
        "达到要求的项目 2 个，名额 1 个。（第 11 条　通过票数）",
        "第 1、2 项同为 6 票，只余 1 个名额，计票到此停止。（第 13 条　末位票数相等）",
        "就第 1、2 项另行投票，名额 1 个。（第 13 条　末位票数相等）",
    ];
    assert_eq!(sentences, expected);
}

#[test]
fn every_name_is_there_in_both_languages() {
    for language in [Language::ZhHans, Language::En] {
        let words = Words::of(language);
        let mut names: Vec<Phrase> = Vec::new();
        names.extend(Clause::ALL.iter().map(|one| clause(words, *one, None)));
        names.extend(Template::ALL.iter().map(|one| template(words, *one)));
        names.extend(VoidReason::ALL.iter().map(|one| void_reason(words, *one)));
        assert!(
            names
                .iter()
                .all(|name| !name.is_foreign() && !name.text.starts_with('['))
        );
    }
}
