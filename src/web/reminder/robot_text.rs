//! The text that a chat group reads: who, what, how many, since when, and the way here.

use std::sync::Arc;

use crate::path;
use domain::reminder::debt::Debtor;
use domain::reminder::digest::DigestLine;
use service::reminder::webhook::{MessageWriter, RobotMessage};
use text::say;
use text::{Language, Words};

/// Bytes of a text that 企业微信 takes at most.
const MOST_BYTES: usize = 2048;

/// Makes texts with links to the address that people type.
pub(crate) fn teller(public_url: Option<String>) -> MessageWriter {
    Arc::new(move |message| text(message, public_url.as_deref().unwrap_or_default()))
}

/// A whole message, in Chinese: a group has no language of its own. What does not fit is counted.
fn text(message: &RobotMessage, public_url: &str) -> String {
    let words = Words::of(Language::ZhHans);
    let congress = &message.congress;
    if message.lines.is_empty() {
        return say!(words, "robot-trial", name = congress.name.clone()).text;
    }
    let debts: u32 = message.lines.iter().map(|line| line.debts).sum();
    let head = say!(
        words,
        "robot-head",
        name = congress.name.clone(),
        debts = debts
    )
    .text;
    let link = format!("{public_url}{}", path::owing(congress.id));
    let inbox = format!("{public_url}{}", path::INBOX);
    let foot = say!(words, "robot-foot", inbox = inbox, list = link).text;
    let (mut body, mut left) = (String::new(), debts);
    for one in &message.lines {
        let next = format!("\n{}", line(words, one));
        let more = say!(words, "robot-more", debts = left).text;
        let whole = head.len() + body.len() + next.len() + more.len() + foot.len() + 2;
        if whole > MOST_BYTES {
            break;
        }
        body.push_str(&next);
        left = left.saturating_sub(one.debts);
    }
    if left > 0 {
        body.push('\n');
        body.push_str(&say!(words, "robot-more", debts = left).text);
    }
    format!("{head}{body}\n{foot}")
}

fn line(words: Words, one: &DigestLine) -> String {
    let who = match one.by {
        Debtor::Unit(_) | Debtor::Group(_) => one.name.clone(),
        Debtor::Deputy(_) => say!(words, "debtor-deputies").text,
        Debtor::Office => say!(words, "debtor-office").text,
    };
    let what = words.say_named("debt", one.matter, &[]).text;
    let since = one.since.to_string();
    if one.overdue > 0 {
        say!(
            words,
            "robot-line-overdue",
            who = who,
            what = what,
            debts = one.debts,
            overdue = one.overdue,
            since = since
        )
        .text
    } else {
        let debts = one.debts;
        say!(
            words,
            "robot-line",
            who = who,
            what = what,
            debts = debts,
            since = since
        )
        .text
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use domain::congress::{Congress, Level};
    use domain::id::{CongressId, UnitId};

    fn message(lines: u32) -> RobotMessage {
        RobotMessage {
            congress: Congress {
                id: CongressId(6),
                slug: "qinghe".to_owned(),
                name: "青河县".to_owned(),
                level: Level::County,
                parent: None,
            },
            lines: (0..lines)
                .map(|number| DigestLine {
                    by: Debtor::Unit(UnitId(1)),
                    name: format!("县水利局{number}"),
                    matter: "report",
                    debts: 2,
                    overdue: number % 2,
                    since: date(2026, 4, 1),
                })
                .collect(),
        }
    }

    #[test]
    fn a_text_says_who_what_how_many_since_when_and_where() {
        let told = text(&message(2), "https://vote.example.cn");
        assert_eq!(
            told,
            "【民生实事】青河县：4 项待办需要提醒\n\
             县水利局0：报送月度报告 2 项，最早自 2026-04-01\n\
             县水利局1：报送月度报告 2 项（逾期 1 项），最早自 2026-04-01\n\
             我的提醒：https://vote.example.cn/my/inbox\n\
             待办清单（人大工作机构）：https://vote.example.cn/manage/congresses/6/reminders"
        );
    }

    #[test]
    fn a_text_is_never_longer_than_a_robot_takes_and_says_what_it_left_out() {
        for lines in [1, 20, 26, 27, 28, 29, 30, 300] {
            let told = text(&message(lines), "https://vote.example.cn");
            assert!(told.len() <= MOST_BYTES, "{lines}: {}", told.len());
            let shown = u32::try_from(told.matches("报送月度报告").count()).unwrap();
            let left = format!("另有 {} 项", 2 * (lines - shown));
            assert_eq!(told.contains(&left), shown < lines, "{lines}: {told}");
        }
    }
}
