//! What the code says: `say!` with its arguments, coded problems with their facts, and all literals
//! that may be a key.

use std::collections::BTreeSet;

use crate::source::{
    Source,
    lexer::{Token, closing},
};

/// One message that code says.
pub(crate) struct Say {
    /// File and line.
    pub(crate) place: String,
    /// The key.
    pub(crate) key: String,
    /// The arguments handed in.
    pub(crate) arguments: BTreeSet<String>,
    /// Whether these are all arguments and no others: true of `say!`, while the facts of a problem
    /// are gathered from its whole file.
    pub(crate) is_exact: bool,
}

/// A word of the program, such as a stage's, that is handed to a message.
pub(crate) struct Worded {
    /// File and line.
    pub(crate) place: String,
    /// The key of the message.
    pub(crate) key: String,
    /// The argument.
    pub(crate) argument: String,
}

/// All that the code says.
#[derive(Default)]
pub(crate) struct Uses {
    /// The words of the program among the arguments.
    pub(crate) worded: Vec<Worded>,
    /// The messages whose key is plain to see.
    pub(crate) says: Vec<Say>,
    literals: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Uses {
    /// Whether some code may say this key: a literal is the key, or the code of the problem, or the
    /// beginning of a key that ends with a name known at run time.
    pub(crate) fn may_say(&self, key: &str) -> bool {
        if let Some(code) = key.strip_prefix("problem-") {
            return self.literals.contains(code) || self.literals.contains(key);
        }
        self.literals.contains(key)
            || self
                .beginnings
                .iter()
                .any(|beginning| key.starts_with(beginning))
    }
}

/// What these files say.
pub(crate) fn uses(sources: &[Source]) -> Uses {
    let mut uses = Uses::default();
    for source in sources {
        for at in source.places(&["say", "!", "("]) {
            uses.says.extend(said(source, at));
        }
        for at in source.places(&[".", "say", "("]) {
            let key = argument(&source.tokens, at + 2, 0)
                .first()
                .and_then(Token::literal);
            uses.literals.extend(key.map(str::to_owned));
        }
        for at in source.places(&["say_named", "("]) {
            let prefix = argument(&source.tokens, at + 1, 0)
                .first()
                .and_then(Token::literal);
            uses.beginnings.extend(
                prefix
                    .filter(|prefix| *prefix != "problem")
                    .map(|prefix| format!("{prefix}-")),
            );
        }
        uses.says.extend(problems(source));
        uses.worded.extend(worded(source));
        for (_, text) in source.literals() {
            uses.literals.insert(text.to_owned());
            uses.beginnings.extend(beginning(text));
        }
    }
    uses
}

/// `kind-` of the literal `kind-{name}`.
fn beginning(text: &str) -> Option<String> {
    let (before, _) = text.split_once('{')?;
    let is_key = before.ends_with('-')
        && before.len() > 2
        && before != "problem-"
        && before
            .chars()
            .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-');
    is_key.then(|| before.to_owned())
}

/// `say!(words, "key", name = value, …)`.
fn said(source: &Source, at: usize) -> Option<Say> {
    let open = at + 2;
    let key = argument(&source.tokens, open, 1).first()?.literal()?;
    let arguments = (2..)
        .map(|number| argument(&source.tokens, open, number))
        .take_while(|tokens| !tokens.is_empty())
        .filter(|tokens| tokens.get(1).is_some_and(|token| token.is("=")))
        .filter_map(|tokens| tokens.first().and_then(Token::word).map(str::to_owned))
        .collect();
    Some(Say {
        place: place(source, at),
        key: key.to_owned(),
        arguments,
        is_exact: true,
    })
}

/// The arguments of messages and the facts of problems that are words of the program: `x.word()`, a name
/// that was given one, or a literal.
fn worded(source: &Source) -> Vec<Worded> {
    let names = given_words(source);
    let is_word = |value: &[Token]| {
        let says = |name: &str| value.iter().any(|token| token.is(name));
        let is_named = |token: &Token| token.word().is_some_and(|word| names.contains(word));
        let is_literal = |token: &Token| {
            let text = token.literal().filter(|text| !text.is_empty());
            text.is_some_and(|text| {
                text.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            })
        };
        match value {
            [one] => is_named(one) || is_literal(one),
            _ => says("word") && !says("say_named") && !says("say"),
        }
    };
    let mut found = Vec::new();
    for at in source.places(&["say", "!", "("]) {
        let open = at + 2;
        let key = argument(&source.tokens, open, 1)
            .first()
            .and_then(Token::literal);
        let all = (2..).map(|number| argument(&source.tokens, open, number));
        for tokens in all.take_while(|tokens| !tokens.is_empty()) {
            let (Some(key), [name, equals, value @ ..]) = (key, tokens) else {
                continue;
            };
            if equals.is("=") && is_word(value) {
                found.push(Worded {
                    place: place(source, at),
                    key: key.to_owned(),
                    argument: name.word().unwrap_or_default().to_owned(),
                });
            }
        }
    }
    // A fact belongs to the problem that was named last before it.
    let mut codes: Vec<(usize, &str)> = Vec::new();
    for severity in ["error", "warning"] {
        for at in source.places(&["Problem", "::", severity, "("]) {
            let literals = argument(&source.tokens, at + 3, 0)
                .iter()
                .filter_map(Token::literal);
            codes.extend(literals.map(|code| (at, code)));
        }
    }
    for at in source.places(&[".", "with", "("]) {
        let name = argument(&source.tokens, at + 2, 0)
            .first()
            .and_then(Token::literal);
        let value = argument(&source.tokens, at + 2, 1);
        let code = codes.iter().filter(|(from, _)| *from < at).max();
        if let (Some(name), Some((_, code)), true) = (name, code, is_word(value)) {
            found.push(Worded {
                place: place(source, at),
                key: format!("problem-{code}"),
                argument: name.to_owned(),
            });
        }
    }
    found
}

/// Names that a `let` gives a word of the program.
fn given_words(source: &Source) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for at in source.places(&[".", "word", "(", ")", ";"]) {
        // Back to the beginning of the statement.
        let from = (0..at).rev().find(|before| {
            let token = source.tokens.get(*before);
            token.is_some_and(|token| [";", "{", "}"].iter().any(|mark| token.is(mark)))
        });
        let statement = source.tokens.get(from.map_or(0, |from| from + 1)..at);
        if let Some([first, name, equals, ..]) = statement
            && first.is("let")
            && equals.is("=")
        {
            names.extend(name.word());
        }
    }
    names
}

/// `Problem::error("code")`, with the facts that its file gives to problems.
fn problems(source: &Source) -> Vec<Say> {
    let facts: BTreeSet<String> = source
        .places(&[".", "with", "("])
        .filter_map(|at| source.tokens.get(at + 3)?.literal().map(str::to_owned))
        .collect();
    let mut out = Vec::new();
    for severity in ["error", "warning"] {
        for at in source.places(&["Problem", "::", severity, "("]) {
            let codes = argument(&source.tokens, at + 3, 0)
                .iter()
                .filter_map(Token::literal);
            out.extend(codes.map(|code| Say {
                place: place(source, at),
                key: format!("problem-{code}"),
                arguments: facts.clone(),
                is_exact: false,
            }));
        }
    }
    out
}

fn place(source: &Source, at: usize) -> String {
    format!("{}:{}", source.path, source.line(at))
}

/// The tokens of the argument with this number in the brackets at `open`; none when there is none.
fn argument(tokens: &[Token], open: usize, number: usize) -> &[Token] {
    let close = closing(tokens, open);
    let (mut from, mut at, mut seen) = (open + 1, open + 1, 0);
    while at < close {
        let Some(token) = tokens.get(at) else { break };
        if token.is(",") {
            if seen == number {
                break;
            }
            seen += 1;
            from = at + 1;
        } else if ["(", "[", "{"].iter().any(|mark| token.is(mark)) {
            at = closing(tokens, at);
        }
        at += 1;
    }
    if seen == number {
        tokens.get(from..at.min(close)).unwrap_or_default()
    } else {
        &[]
    }
}
