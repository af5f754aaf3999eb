//! A printed form, read back by poppler's tools: its words, pages, sizes and typefaces.

use std::io::Write as _;
use std::process::Command;

use super::Page;

/// A PDF on disk.
pub struct Pdf {
    file: tempfile::NamedTempFile,
}

impl Pdf {
    pub fn of(page: &Page) -> Self {
        assert_eq!(page.status, 200, "{}: {}", page.path, page.text());
        assert_eq!(
            page.header("content-type").as_deref(),
            Some("application/pdf")
        );
        Self::read(&page.body)
    }

    pub fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-"), "no PDF");
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        if let Some(folder) = option_env!("KEEP_PDFS") {
            let digits = bytes.len();
            std::fs::write(format!("{folder}/{digits}.pdf"), bytes).unwrap();
        }
        Self { file }
    }

    /// The file that its tools read.
    pub fn path(&self) -> &std::path::Path {
        self.file.path()
    }

    fn ask(&self, tool: &str, options: &[&str], after: &[&str]) -> String {
        let mut command = Command::new(tool);
        command.args(options).arg(self.file.path()).args(after);
        let output = command
            .output()
            .unwrap_or_else(|error| panic!("{tool} of poppler-utils: {error}"));
        assert!(output.status.success(), "{tool}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// All words without spaces and line ends: for sentences that a line's end interrupts.
    pub fn squeezed(&self) -> String {
        let text = self.ask("pdftotext", &[], &["-"]);
        text.split_whitespace().collect()
    }

    /// The words in logical order, line by line.
    pub fn text(&self) -> String {
        self.ask("pdftotext", &["-layout"], &["-"])
    }

    /// The words as they follow each other, without the places of columns.
    pub fn lines(&self) -> String {
        self.ask("pdftotext", &[], &["-"])
    }

    pub fn says(&self, words: &str) -> bool {
        let wanted: String = words.split_whitespace().collect();
        self.squeezed().contains(&wanted)
    }

    pub fn pages(&self) -> usize {
        self.fact("Pages:").parse().unwrap()
    }

    /// Width and height of the first page in whole millimetres.
    pub fn size(&self) -> (u32, u32) {
        let told = self.fact("Page size:");
        let mut numbers = told
            .split_whitespace()
            .filter_map(|word| word.parse::<f64>().ok())
            .map(|points| format!("{:.0}", points / 72.0 * 25.4))
            .map(|millimetres| millimetres.parse().unwrap());
        (numbers.next().unwrap(), numbers.next().unwrap())
    }

    /// The words of one page, without spaces.
    pub fn page(&self, number: usize) -> String {
        let number = number.to_string();
        let text = self.ask("pdftotext", &["-f", &number, "-l", &number], &["-"]);
        text.split_whitespace().collect()
    }

    /// Every word with its left and right edge in millimetres.
    fn words(&self) -> Vec<(String, f64, f64)> {
        let told = self.ask("pdftotext", &["-bbox"], &["-"]);
        let edge = |line: &str, name: &str| -> f64 {
            let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
            let points: f64 = rest.split('"').next().unwrap().parse().unwrap();
            points / 72.0 * 25.4
        };
        let word = |line: &str| {
            let text = line.split('>').nth(1)?.split('<').next()?;
            Some((text.to_owned(), edge(line, "xMin"), edge(line, "xMax")))
        };
        let lines = told.lines().filter(|line| line.contains("<word "));
        lines.filter_map(word).collect()
    }

    /// Left and right edges of every such word.
    pub fn edges_of(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<(f64, f64)> {
        let words = self.words().into_iter();
        let found = words.filter(|(text, _, _)| is_wanted(text));
        let edges: Vec<(f64, f64)> = found.map(|(_, left, right)| (left, right)).collect();
        assert!(!edges.is_empty());
        edges
    }

    /// Left edge of the first word that begins so.
    pub fn left_of(&self, beginning: &str) -> f64 {
        let words = self.words();
        let found = words
            .iter()
            .find(|(text, _, _)| text.starts_with(beginning));
        found.unwrap_or_else(|| panic!("{beginning}: {words:?}")).1
    }

    /// Right edge of all text.
    pub fn right(&self) -> f64 {
        self.words()
            .iter()
            .map(|(_, _, right)| *right)
            .fold(0.0, f64::max)
    }

    /// From the left edge of the leftmost to the right edge of the rightmost word in Arabic script.
    pub fn width_of_arabic(&self) -> f64 {
        let is_arabic = |text: &str| text.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
        let words = self.words();
        let arabic = words.iter().filter(|(text, _, _)| is_arabic(text));
        let edges = arabic.fold((f64::MAX, 0.0_f64), |(left, right), (_, from, to)| {
            (left.min(*from), right.max(*to))
        });
        edges.1 - edges.0
    }

    pub fn title(&self) -> String {
        self.fact("Title:")
    }

    fn fact(&self, name: &str) -> String {
        let told = self.ask("pdfinfo", &[], &[]);
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("{told}")).trim().to_owned()
    }

    /// The names of its typefaces, and whether every one is embedded.
    pub fn fonts(&self) -> (Vec<String>, bool) {
        let told = self.ask("pdffonts", &[], &[]);
        let rows: Vec<Vec<&str>> = told
            .lines()
            .skip(2)
            .map(|line| line.split_whitespace().collect())
            .collect();
        let names = rows.iter().map(|row| row[0].to_owned()).collect();
        // Name, type (one to three words), encoding, emb, sub, uni, object, generation.
        let embedded = |row: &Vec<&str>| row[row.len() - 5] == "yes";
        (names, !rows.is_empty() && rows.iter().all(embedded))
    }
}
