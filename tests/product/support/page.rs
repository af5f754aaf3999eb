//! An answer, read as a person or a form would read it.

/// One answer of the server.
#[derive(Debug, Clone)]
pub struct Page {
    pub status: u16,
    /// The path that was asked for last.
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Page {
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, v)| v.clone())
    }

    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The words of the page without its markup, spaces folded.
    pub fn text(&self) -> String {
        let html = self.html();
        let mut text = String::new();
        let mut rest = html.as_str();
        while let Some(start) = rest.find('<') {
            text.push_str(&rest[..start]);
            text.push(' ');
            let Some(end) = rest[start..].find('>') else {
                break;
            };
            rest = &rest[start + end + 1..];
        }
        text.push_str(rest);
        unescape(&text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The words without any space: for sentences that markup interrupts.
    pub fn squeezed(&self) -> String {
        self.text().replace(' ', "")
    }

    pub fn says(&self, words: &str) -> bool {
        self.squeezed().contains(&words.replace(' ', ""))
    }

    /// The first form whose action contains these characters: its action and its fields as a
    /// browser would send them.
    pub fn form(&self, action: &str) -> (String, Vec<(String, String)>) {
        let html = self.html();
        for part in html.split("<form").skip(1) {
            let part = part.split("</form>").next().unwrap_or(part);
            let Some((head, inside)) = part.split_once('>') else {
                continue;
            };
            let to = attribute(head, "action").unwrap_or_else(|| self.path.clone());
            if to.contains(action) {
                return (to, fields(inside));
            }
        }
        panic!(
            "no form to {action} on {} ({}): {}",
            self.path,
            self.status,
            self.text()
        );
    }

    pub fn has_form(&self, action: &str) -> bool {
        self.html().split("<form").skip(1).any(|part| {
            part.split_once('>').is_some_and(|(head, _)| {
                attribute(head, "action").is_some_and(|to| to.contains(action))
            })
        })
    }

    /// The value of the first field of that name.
    pub fn value(&self, name: &str) -> String {
        let found = self.html().split('<').find_map(|tag| {
            let is_field = attribute(tag, "name").as_deref() == Some(name);
            if is_field {
                attribute(tag, "value")
            } else {
                None
            }
        });
        found.unwrap_or_else(|| panic!("no field {name} on {}", self.path))
    }
}

fn fields(inside: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in inside.split('<').skip(1) {
        let tag_text = tag;
        let head = tag.split('>').next().unwrap_or(tag);
        let Some(name) = attribute(head, "name") else {
            continue;
        };
        let value = attribute(head, "value").unwrap_or_default();
        if head.starts_with("input") {
            let kind = attribute(head, "type").unwrap_or_default();
            let is_choice = kind == "radio" || kind == "checkbox";
            let is_chosen = head
                .split_whitespace()
                .any(|word| word.starts_with("checked"));
            if kind != "submit" && (!is_choice || is_chosen) {
                found.push((name, value));
            }
        } else if head.starts_with("textarea") {
            let text = tag_text.split_once('>').map_or("", |(_, text)| text);
            found.push((name, unescape(text)));
        } else if head.starts_with("select") {
            found.push((name, chosen_option(inside, head)));
        }
    }
    found
}

/// What a list to choose from sends: the option that is selected, or the first.
fn chosen_option(inside: &str, head: &str) -> String {
    let list = inside.split_once(head).map_or("", |(_, rest)| rest);
    let list = list.split("</select>").next().unwrap_or(list);
    let options: Vec<&str> = list
        .split("<option")
        .skip(1)
        .map(|option| option.split('>').next().unwrap_or(option))
        .collect();
    let is_selected = |option: &&&str| option.split(' ').any(|word| word == "selected");
    let chosen = options.iter().find(is_selected).or(options.first());
    chosen
        .and_then(|option| attribute(option, "value"))
        .unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[start..].find('"')?;
    Some(unescape(&tag[start..start + end]))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}
