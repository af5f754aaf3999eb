//! Every message that the program says exists, with its arguments, in Chinese and in English; none
//! is written twice or for nobody; and what translators still owe can be listed. The lifecycles in the
//! documents are those of the code.

mod lifecycles;
mod messages;
mod uses;

use std::{collections::BTreeSet, process::Command};

use crate::none;
use crate::source::{product, root, text_of};
use messages::{Messages, read};
use text::{Language, Words};
use uses::{Uses, uses};

/// The languages that must be complete.
const COMPLETE: [Language; 2] = [Language::ZhHans, Language::En];

/// Beginnings of keys that code puts together in a way this test cannot see, each with its reason.
const PUT_TOGETHER: &[(&str, &str)] = &[];

fn all() -> Vec<(Language, Messages)> {
    Language::ALL
        .into_iter()
        .map(|language| (language, read(language.tag())))
        .collect()
}

/// What the code says but the files lack.
fn unsaid(uses: &Uses, languages: &[(Language, Messages)]) -> Vec<String> {
    let mut out = Vec::new();
    for say in &uses.says {
        let (place, key) = (&say.place, &say.key);
        let mut wanted = BTreeSet::new();
        for (language, messages) in languages {
            let tag = language.tag();
            if !messages.says(key) {
                if COMPLETE.contains(language) {
                    out.push(format!("{place}: {tag} has no message {key}"));
                }
                continue;
            }
            let needs = messages.arguments(key);
            let missing: Vec<&String> = needs.difference(&say.arguments).collect();
            if !missing.is_empty() {
                out.push(format!("{place}: {key} in {tag} needs {missing:?}"));
            }
            wanted.extend(needs);
        }
        let idle: Vec<&String> = say.arguments.difference(&wanted).collect();
        if say.is_exact && !idle.is_empty() {
            out.push(format!("{place}: no language uses {idle:?} in {key}"));
        }
    }
    out
}

/// Problems whose stage is that of a round: `kit::told` says it by its name.
const STAGE_OF_ROUND: &[&str] = &[
    "problem-act-out-of-turn",
    "problem-backup-box-closed",
    "problem-closing-poll-running",
    "problem-scene-too-early",
    "problem-withdraw-after-void",
];

/// Words of the program, such as `roll_open`, that a reader would be shown.
fn raw(uses: &Uses, languages: &[(Language, Messages)]) -> Vec<String> {
    let mut out = Vec::new();
    for one in &uses.worded {
        if one.argument == "stage" && STAGE_OF_ROUND.contains(&one.key.as_str()) {
            continue;
        }
        for (language, messages) in languages {
            if messages.shown(&one.key).contains(&one.argument) {
                let (place, key, argument) = (&one.place, &one.key, &one.argument);
                out.push(format!(
                    "{place}: {key} in {} shows the word of {argument}",
                    language.tag()
                ));
            }
        }
    }
    out
}

/// Messages that no code says.
fn idle(uses: &Uses, messages: &Messages, put_together: &[(&str, &str)]) -> Vec<String> {
    messages
        .keys()
        .filter(|key| !uses.may_say(key) && !messages.is_part(key))
        .filter(|key| {
            !put_together
                .iter()
                .any(|(beginning, _)| key.starts_with(beginning))
        })
        .map(|key| format!("nothing says {key}"))
        .collect()
}

#[test]
fn every_message_that_is_said_exists_with_its_arguments() {
    none(&unsaid(&uses(&product()), &all()));
}

#[test]
fn no_reader_is_shown_a_word_of_the_program() {
    none(&raw(&uses(&product()), &all()));
}

#[test]
fn no_message_is_written_for_nobody() {
    none(&idle(
        &uses(&product()),
        &read(Language::ZhHans.tag()),
        PUT_TOGETHER,
    ));
}

#[test]
fn files_parse_and_say_nothing_twice() {
    for (_, messages) in all() {
        none(&messages.mistakes);
    }
}

#[test]
fn chinese_and_english_have_the_same_messages_and_the_others_no_more() {
    let chinese = read(Language::ZhHans.tag());
    let mut out = Vec::new();
    for (language, messages) in all() {
        let tag = language.tag();
        let more = messages.keys().filter(|key| !chinese.says(key));
        out.extend(more.map(|key| format!("{tag} has {key}, Chinese has not")));
        if COMPLETE.contains(&language) {
            let fewer = chinese.keys().filter(|key| !messages.says(key));
            out.extend(fewer.map(|key| format!("{tag} lacks {key}")));
        }
    }
    none(&out);
}

#[test]
fn every_message_is_compiled_into_the_program() {
    for (language, messages) in all() {
        let words = Words::of(language);
        let lost = messages
            .keys()
            .filter(|key| messages.says(key) && !words.has(key));
        none(
            &lost
                .map(|key| format!("{}: {key} is in no compiled file", language.tag()))
                .collect::<Vec<_>>(),
        );
    }
}

#[test]
fn translators_are_told_how_to_list_what_they_owe_and_the_list_is_right() {
    let page = text_of("docs/translating.md").unwrap_or_default();
    assert!(page.contains("`scripts/untranslated`"));
    let output = Command::new("bash")
        .arg(root().join("scripts/untranslated"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let listed: BTreeSet<(String, String)> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?.to_owned(), cells.nth(1)?.to_owned()))
        })
        .collect();
    let chinese = read(Language::ZhHans.tag());
    let owed: BTreeSet<(String, String)> = [Language::KkArab, Language::Ug]
        .into_iter()
        .flat_map(|language| {
            let messages = read(language.tag());
            let missing: Vec<String> = chinese
                .keys()
                .filter(|key| !messages.says(key))
                .cloned()
                .collect();
            missing
                .into_iter()
                .map(move |key| (language.tag().to_owned(), key))
        })
        .collect();
    assert_eq!(listed, owed);
}

mod samples {
    //! The test is itself tried on bad samples.

    use super::messages::parse;
    use super::*;
    use crate::source::Source;

    fn languages(chinese: &str, english: &str) -> Vec<(Language, Messages)> {
        vec![
            (Language::ZhHans, parse(&[("zh/a.ftl", chinese)])),
            (Language::En, parse(&[("en/a.ftl", english)])),
        ]
    }

    fn said(code: &str) -> Uses {
        uses(&[Source::of("src/web/x.rs", code)])
    }

    #[test]
    fn a_missing_message_or_argument_is_noticed() {
        let both = languages(
            "ask = 有{ $votes }票\nlist = { ask }",
            "ask = { $votes ->\n  [one] a\n *[other] { $of }\n }\n",
        );
        let code = r#"fn f() { say!(words, "ask", votes = 3); crate::say!(w.x(1, 2), "list", votes = a(|b, c| d), idle = 1); }"#;
        let found = unsaid(&said(code), &both);
        assert_eq!(
            found,
            [
                "src/web/x.rs:1: ask in en needs [\"of\"]",
                "src/web/x.rs:1: en has no message list",
                "src/web/x.rs:1: no language uses [\"idle\"] in list",
            ]
        );
    }

    #[test]
    fn a_problem_without_words_or_facts_is_noticed() {
        let both = languages(
            "problem-a = { $most }\nproblem-b = b",
            "problem-a = a\nproblem-b = b",
        );
        let code = r#"fn f() { Problem::error("a").at("x"); Problem::warning(if y { "b" } else { "c" }); }"#;
        assert_eq!(
            unsaid(&said(code), &both),
            [
                "src/web/x.rs:1: problem-a in zh-Hans needs [\"most\"]",
                "src/web/x.rs:1: zh-Hans has no message problem-c",
                "src/web/x.rs:1: en has no message problem-c",
            ]
        );
        let code = r#"fn f() { Problem::error("a").with("most", 4); }"#;
        assert_eq!(unsaid(&said(code), &both), [""; 0]);
    }

    #[test]
    fn a_message_for_nobody_is_noticed() {
        let messages = parse(&[(
            "zh/a.ftl",
            "one = 1\ntwo = { part }\npart = x\nstage-open = 3\nproblem-x = 4\nkind-a = 5\nidle = 6\nlisted-y = 7",
        )]);
        let code = r#"fn f() { say!(w, "one"); let k = ["two"]; w.say_named("stage", s, &[]);
            let c = "x"; format!("kind-{c}"); }"#;
        let listed = [("listed-", "put together elsewhere")];
        assert_eq!(idle(&said(code), &messages, &listed), ["nothing says idle"]);
        let code = r#"fn f() { say!(w, "one"); let k = ["two"]; }"#;
        assert_eq!(idle(&said(code), &messages, &listed).len(), 4);
    }

    #[test]
    fn a_word_of_the_program_that_is_shown_is_noticed() {
        let both = languages(
            "a = { $stage }\nb = { $stage ->\n [open] 1\n *[other] 2\n }\nproblem-c = { $role }",
            "a = x\nb = x\nproblem-c = { $role ->\n [clerk] 1\n *[other] { $role }\n }",
        );
        let code = r#"fn f() { say!(w, "a", stage = x.word()); say!(w, "b", stage = x.word());
            say!(w, "a", stage = w.say_named("stage", x.word(), &[]).text);
            let p = Problem::error("c"); p.with("role", r.word()); p.with("role", r.name);
            let y = x.word(); say!(w, "a", stage = y); say!(w, "a", stage = "open") }"#;
        assert_eq!(
            raw(&said(code), &both),
            [
                "src/web/x.rs:1: a in zh-Hans shows the word of stage",
                "src/web/x.rs:4: a in zh-Hans shows the word of stage",
                "src/web/x.rs:4: a in zh-Hans shows the word of stage",
                "src/web/x.rs:3: problem-c in zh-Hans shows the word of role",
                "src/web/x.rs:3: problem-c in en shows the word of role",
            ]
        );
    }

    #[test]
    fn broken_and_doubled_messages_are_noticed() {
        let messages = parse(&[("zh/a.ftl", "one = 1\ntwo = { $"), ("zh/b.ftl", "one = 2")]);
        assert_eq!(messages.mistakes.len(), 2, "{:?}", messages.mistakes);
    }
}
