//! Every path that a file names, resolved: `use` trees, `super` chains and paths in the middle of
//! code.

use crate::source::{Source, lexer::Token};

/// A path that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// Line of its first segment.
    pub(crate) line: usize,
    /// Whether it is of the house, its crate first; else its first segment is a library or a local name.
    pub(crate) inside: bool,
    /// Its segments.
    pub(crate) segments: Vec<String>,
    /// Whether it stands in a `use`.
    pub(crate) is_use: bool,
    /// Whether that `use` shows it to others (`pub use`).
    pub(crate) is_shown: bool,
}

/// All paths of a file. `modules` are the folders and files of the whole crate, so that a child
/// module can be told from another crate.
pub(crate) fn named(source: &Source, modules: &[Vec<String>]) -> Vec<Named> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    let mut here = source.module();
    let mut open_modules: Vec<usize> = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is("mod") && source.tokens.get(at + 2).is_some_and(|next| next.is("{")) {
            here.extend(tokens.get(at + 1).and_then(Token::word).map(str::to_owned));
            open_modules.push(depth);
            depth += 1;
            at += 3;
            continue;
        }
        if token.is("{") {
            depth += 1;
        } else if token.is("}") {
            depth = depth.saturating_sub(1);
            if open_modules.last() == Some(&depth) {
                open_modules.pop();
                here.pop();
            }
        }
        let is_use =
            token.is("use") || (token.is("crate") && at > 0 && source.reads(at - 1, &["extern"]));
        let is_shown =
            is_use && at > 0 && (source.reads(at - 1, &["pub"]) || source.reads(at - 1, &[")"]));
        let start = if is_use { at + 1 } else { at };
        if is_use || starts_path(tokens, at) {
            let mut raw = Vec::new();
            let end = tree(tokens, start, &[], &mut raw);
            let reader = Reader {
                here: &here,
                modules,
            };
            found.extend(raw.into_iter().map(|segments| Named {
                is_use,
                is_shown,
                ..reader.resolve(token.line, segments)
            }));
            at = end.max(at + 1);
            continue;
        }
        at += 1;
    }
    found
}

/// Whether a path with at least two segments starts here.
fn starts_path(tokens: &[Token], at: usize) -> bool {
    // `pub(in crate::room)` says who sees, not what is named.
    if at.checked_sub(2).is_some_and(|before| {
        tokens.get(before).is_some_and(|token| token.is("("))
            && tokens.get(before + 1).is_some_and(|token| token.is("in"))
    }) {
        return false;
    }
    let followed = tokens.get(at + 1).is_some_and(|next| next.is("::"));
    let leading = tokens.get(at).is_some_and(|token| token.is("::"))
        && !at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.word().is_some() || before.is(">"));
    leading || (followed && tokens.get(at).is_some_and(|token| token.word().is_some()))
}

/// Reads a path or `use` tree; returns the place after it.
fn tree(tokens: &[Token], mut at: usize, before: &[String], out: &mut Vec<Vec<String>>) -> usize {
    let mut segments = before.to_vec();
    while let Some(token) = tokens.get(at) {
        if token.is("::") {
            at += 1;
            continue;
        }
        if token.is("{") {
            return group(tokens, at + 1, &segments, out);
        }
        if token.is("*") {
            at += 1;
            break;
        }
        let Some(word) = token.word() else { break };
        segments.push(word.to_owned());
        at += 1;
        if !tokens.get(at).is_some_and(|next| next.is("::")) {
            break;
        }
    }
    if !segments.is_empty() {
        out.push(segments);
    }
    at
}

/// Reads the inside of `{a, b::c, d as e}`; returns the place after its brace.
fn group(tokens: &[Token], mut at: usize, before: &[String], out: &mut Vec<Vec<String>>) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.is("}") {
            return at + 1;
        }
        if token.is(",") {
            at += 1;
            continue;
        }
        let next = tree(tokens, at, before, out).max(at + 1);
        let renamed = tokens.get(next).is_some_and(|token| token.is("as"));
        at = if renamed { next + 2 } else { next };
    }
    at
}

struct Reader<'r> {
    here: &'r [String],
    modules: &'r [Vec<String>],
}

impl Reader<'_> {
    fn resolve(&self, line: usize, segments: Vec<String>) -> Named {
        let mut rest = segments.into_iter().peekable();
        let mut base = match rest.peek().map(String::as_str) {
            Some("crate") => {
                rest.next();
                self.here.iter().take(1).cloned().collect()
            }
            Some("self" | "super") => self.here.to_vec(),
            Some(first) if self.is_child(first) => self.here.to_vec(),
            Some(first) if self.is_crate(first) => Vec::new(),
            Some(_) | None => {
                return Named {
                    line,
                    inside: false,
                    segments: rest.collect(),
                    is_use: false,
                    is_shown: false,
                };
            }
        };
        while let Some(step) = rest.next_if(|step| step == "self" || step == "super") {
            if step == "super" {
                base.pop();
            }
        }
        base.extend(rest.filter(|segment| segment != "self"));
        Named {
            line,
            inside: true,
            segments: base,
            is_use: false,
            is_shown: false,
        }
    }

    fn is_crate(&self, name: &str) -> bool {
        self.modules
            .iter()
            .any(|module| matches!(module.as_slice(), [only] if only == name))
    }

    fn is_child(&self, name: &str) -> bool {
        let mut child = self.here.to_vec();
        child.push(name.to_owned());
        self.modules.contains(&child)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        let modules = [
            "store",
            "web",
            "web::ballot",
            "web::ballot::view",
            "domain",
            "domain::poll",
        ]
        .map(|module| module.split("::").map(str::to_owned).collect());
        named(&Source::of(path, text), &modules)
            .into_iter()
            .map(|named| {
                format!(
                    "{}{}",
                    if named.inside { "/" } else { "" },
                    named.segments.join("::")
                )
            })
            .collect()
    }

    #[test]
    fn grouped_and_nested_uses_are_read_apart() {
        assert_eq!(
            paths(
                "src/web/lib.rs",
                "use crate::ballot::view;\nuse domain::{self, poll::*};\nuse {store as s, axum};"
            ),
            [
                "/web::ballot::view",
                "/domain",
                "/domain::poll",
                "/store",
                "axum"
            ]
        );
    }

    #[test]
    fn super_chains_and_children_are_resolved() {
        let text = "use super::super::path;\nfn f() { self::view::x(); view::y() }";
        assert_eq!(
            paths("src/web/ballot/mod.rs", text),
            ["/path", "/web::ballot::view::x", "/web::ballot::view::y"]
        );
    }

    #[test]
    fn an_inline_module_is_one_step_deeper() {
        assert_eq!(
            paths(
                "src/web/path.rs",
                "mod inner { use super::super::b; }\nuse super::c;"
            ),
            ["/web::b", "/web::c"]
        );
    }

    #[test]
    fn paths_in_code_are_found_and_those_in_comments_and_tests_are_not() {
        let text = "// store::a\n/* store::b */ \
            fn f(x: Vec<domain::Id>) -> &'static str { ::rusqlite::params![x]; \"store::c\" }\n\
            #[cfg(test)]\nmod tests { use store::d; }";
        assert_eq!(
            paths("src/web/lib.rs", text),
            ["/domain::Id", "rusqlite::params"]
        );
    }
}
