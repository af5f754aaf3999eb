//! A small Rust lexer: enough to tell names, punctuation and literals from comments.

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword, a number or a lifetime.
    Word(String),
    /// A string, byte string or character literal, its escapes undone.
    Literal(String),
    /// `::` or one character of punctuation.
    Mark(&'static str),
    /// Punctuation that no rule asks for.
    Other(char),
}

/// A token with the lines it spans.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its first line, from 1.
    pub(crate) line: usize,
    /// Its last line.
    pub(crate) end: usize,
}

impl Token {
    /// Whether the token is this word or mark.
    pub(crate) fn is(&self, text: &str) -> bool {
        match &self.kind {
            Kind::Word(word) => word == text,
            Kind::Mark(mark) => *mark == text,
            Kind::Literal(_) | Kind::Other(_) => false,
        }
    }

    /// The name, if the token is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Mark(_) | Kind::Literal(_) | Kind::Other(_) => None,
        }
    }

    /// The literal's text, if the token is one.
    pub(crate) fn literal(&self) -> Option<&str> {
        match &self.kind {
            Kind::Literal(text) => Some(text),
            Kind::Word(_) | Kind::Mark(_) | Kind::Other(_) => None,
        }
    }
}

const MARKS: [&str; 19] = [
    "{", "}", "(", ")", "[", "]", ";", ",", ":", "#", "!", "*", "$", ".", "=", "<", ">", "&", "?",
];

/// The token that closes the bracket at `open`, or the last one.
pub(crate) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if ["{", "(", "["].iter().any(|mark| token.is(mark)) {
            depth += 1;
        } else if ["}", ")", "]"].iter().any(|mark| token.is(mark)) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len().saturating_sub(1)
}

/// The tokens of a Rust text.
pub(crate) fn lex(text: &str) -> Vec<Token> {
    Lexer {
        rest: text.chars().collect(),
        at: 0,
        line: 1,
    }
    .run()
}

struct Lexer {
    rest: Vec<char>,
    at: usize,
    line: usize,
}

impl Lexer {
    fn run(mut self) -> Vec<Token> {
        let mut tokens = Vec::new();
        while let Some(char) = self.peek(0) {
            let line = self.line;
            if let Some(kind) = self.token(char) {
                tokens.push(Token {
                    kind,
                    line,
                    end: self.line,
                });
            }
        }
        tokens
    }

    fn token(&mut self, char: char) -> Option<Kind> {
        match char {
            '/' if self.peek(1) == Some('/') => {
                self.skip_while(|char| char != '\n');
                None
            }
            '/' if self.peek(1) == Some('*') => {
                self.block_comment();
                None
            }
            '"' => {
                self.next();
                Some(Kind::Literal(self.quoted('"')))
            }
            '\'' => Some(self.tick()),
            _ if char.is_whitespace() => {
                self.next();
                None
            }
            _ if char.is_alphanumeric() || char == '_' => Some(self.word()),
            ':' if self.peek(1) == Some(':') => {
                self.next();
                self.next();
                Some(Kind::Mark("::"))
            }
            _ => {
                self.next();
                let mut utf8 = [0; 4];
                let text: &str = char.encode_utf8(&mut utf8);
                let mark = MARKS.iter().find(|mark| **mark == text);
                Some(mark.map_or(Kind::Other(char), |mark| Kind::Mark(mark)))
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let char = self.peek(0)?;
        self.at += 1;
        if char == '\n' {
            self.line += 1;
        }
        Some(char)
    }

    fn skip(&mut self, number: usize) {
        for _ in 0..number {
            self.next();
        }
    }

    fn skip_while(&mut self, more: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(char) = self.peek(0).filter(|char| more(*char)) {
            taken.push(char);
            self.next();
        }
        taken
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (Some(_), _) => {
                    self.next();
                    continue;
                }
                (None, _) => return,
            }
            self.next();
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// A word, or a literal with a prefix such as `r#"`, `b"` or `b'`.
    fn word(&mut self) -> Kind {
        let word = self.skip_while(|char| char.is_alphanumeric() || char == '_');
        let prefix = matches!(word.as_str(), "r" | "b" | "br" | "c" | "cr");
        if !prefix {
            return Kind::Word(word);
        }
        let raw = word.ends_with('r');
        let mut hashes = 0;
        while raw && self.peek(hashes) == Some('#') {
            hashes += 1;
        }
        match self.peek(hashes) {
            Some('"') if raw => {
                self.skip(hashes + 1);
                Kind::Literal(self.raw(hashes))
            }
            Some('"') => {
                self.next();
                Kind::Literal(self.quoted('"'))
            }
            Some('\'') if word == "b" => {
                self.next();
                Kind::Literal(self.quoted('\''))
            }
            Some(_) if hashes == 1 => {
                self.next();
                Kind::Word(self.skip_while(|char| char.is_alphanumeric() || char == '_'))
            }
            Some(_) | None => Kind::Word(word),
        }
    }

    fn raw(&mut self, hashes: usize) -> String {
        let mut text = String::new();
        while let Some(char) = self.next() {
            if char == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.skip(hashes);
                break;
            }
            text.push(char);
        }
        text
    }

    /// A character literal or a lifetime.
    fn tick(&mut self) -> Kind {
        self.next();
        let is_char = self.peek(0) == Some('\\') || self.peek(1) == Some('\'');
        if is_char {
            return Kind::Literal(self.quoted('\''));
        }
        let name = self.skip_while(|char| char.is_alphanumeric() || char == '_');
        Kind::Word(format!("'{name}"))
    }

    /// The rest of a literal up to its closing quote, escapes undone.
    fn quoted(&mut self, close: char) -> String {
        let mut text = String::new();
        while let Some(char) = self.next() {
            if char == close {
                break;
            }
            if char != '\\' {
                text.push(char);
                continue;
            }
            match self.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                Some('0') => text.push('\0'),
                Some('x') => {
                    let digits: String = (0..2).filter_map(|_| self.next()).collect();
                    text.extend(
                        u32::from_str_radix(&digits, 16)
                            .ok()
                            .and_then(char::from_u32),
                    );
                }
                Some('u') => {
                    self.next();
                    let digits = self.skip_while(|char| char != '}').replace('_', "");
                    self.next();
                    text.extend(
                        u32::from_str_radix(&digits, 16)
                            .ok()
                            .and_then(char::from_u32),
                    );
                }
                Some('\n') => {
                    self.skip_while(char::is_whitespace);
                }
                Some(other) => text.push(other),
                None => {}
            }
        }
        text
    }
}
