//! The tags of a workbook's part, as far as they must be known: names and plain attributes.

/// One opening or empty tag, between its brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'t> {
    text: &'t str,
}

/// The opening and empty tags of a text, in its order; comments and declarations are left out.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once('<')?;
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->")?.1;
                continue;
            }
            if let Some(data) = after.strip_prefix("![CDATA[") {
                rest = data.split_once("]]>")?.1;
                continue;
            }
            let (tag, left) = after.split_at_checked(end(after)?)?;
            rest = left;
            if !tag.starts_with(['/', '?', '!']) {
                return Some(Tag { text: tag });
            }
        }
    })
}

/// Where a tag ends: at the first bracket outside quotes.
fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|byte| match quote {
        Some(open) if byte == open => {
            quote = None;
            false
        }
        Some(_) => false,
        None if byte == b'"' || byte == b'\'' => {
            quote = Some(byte);
            false
        }
        None => byte == b'>',
    })
}

/// A name without the prefix of its namespace.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<'t> Tag<'t> {
    /// Whether the tag has this name, whatever its namespace is called.
    pub(super) fn is(self, name: &str) -> bool {
        let found = self
            .text
            .split(|c: char| c.is_whitespace() || c == '/')
            .next();
        found.is_some_and(|found| local(found) == name)
    }

    /// An attribute's raw value.
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let mut rest = self.text.split_once(char::is_whitespace)?.1;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, left) = after.strip_prefix(quote)?.split_once(quote)?;
            if local(key.trim()) == name {
                return Some(value);
            }
            rest = left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found_past_comments_quotes_and_prefixes() {
        let text = "<?xml version='1.0'?><!-- <row r=\"9\"> --><x:row r=\"1\" hidden = '1'/>\
                    <row note=\"a>b\" r='2'></row><![CDATA[<row r=\"3\">]]><c/>";
        let rows: Vec<_> = tags(text).filter(|tag| tag.is("row")).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].attribute("r"), Some("1"));
        assert_eq!(rows[0].attribute("hidden"), Some("1"));
        assert_eq!(rows[1].attribute("r"), Some("2"));
        assert_eq!(rows[1].attribute("hidden"), None);
        assert_eq!(tags("<row r=\"1").count(), 0);
    }
}
