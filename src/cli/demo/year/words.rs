//! The invented texts of the year, from files beside this one.

use domain::congress::{Congress, Level};

const WORDS: &str = include_str!("year-words.csv");
const PROJECTS: &str = include_str!("projects-year.csv");

/// Texts by kind.
pub(super) struct YearWords(Vec<(&'static str, &'static str)>);

impl YearWords {
    pub(super) fn read() -> Self {
        let lines = WORDS
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','));
        Self(lines.collect())
    }

    /// The text of a kind at a place; counted round when the place is beyond the last.
    pub(super) fn one(&self, kind: &str, place: usize) -> &'static str {
        let mine = || self.0.iter().filter(|(of, _)| *of == kind);
        let count = mine().count().max(1);
        mine().nth(place % count).map_or("", |(_, text)| text)
    }
}

/// A file of so many projects of a congress, as its clerk would import it, and their codes.
pub(super) fn projects(congress: &Congress, start: usize, wanted: usize) -> (String, Vec<String>) {
    let mut codes = Vec::new();
    let mut lines = PROJECTS.lines();
    let mut file = lines.next().unwrap_or_default().to_owned();
    let of_level = match congress.level {
        Level::County => "C",
        Level::Township => "T",
    };
    let rows: Vec<&str> = lines.filter(|line| line.starts_with(of_level)).collect();
    for (number, row) in rows
        .iter()
        .cycle()
        .skip(start % rows.len().max(1))
        .take(wanted)
        .enumerate()
    {
        let code = format!("{}-{:02}", congress.slug.to_uppercase(), number + 1);
        codes.push(code.clone());
        let rest = row.split_once(',').map_or("", |(_, rest)| rest);
        file.push_str(&format!(
            "\n{code},{}",
            rest.replace("{place}", &congress.name)
        ));
    }
    (file, codes)
}
