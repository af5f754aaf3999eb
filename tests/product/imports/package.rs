//! Workbooks put together by hand, as no spreadsheet program would write them.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A package of parts, packed or plain.
pub(super) fn package(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// Dates are style 1.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// A workbook of sheets, each with its state and its own markup.
pub(super) struct Book<'b> {
    pub(super) sheets: &'b [(&'b str, &'b str)],
    pub(super) strings: &'b str,
    /// What the part of the texts is called.
    pub(super) strings_name: &'b str,
    pub(super) is_1904: bool,
    pub(super) more: &'b [(&'b str, &'b [u8])],
    pub(super) method: CompressionMethod,
}

impl Default for Book<'_> {
    fn default() -> Self {
        Self {
            sheets: &[],
            strings: "",
            strings_name: "sharedStrings.xml",
            is_1904: false,
            more: &[],
            method: CompressionMethod::Deflated,
        }
    }
}

impl Book<'_> {
    pub(super) fn bytes(&self) -> Vec<u8> {
        let (mut list, mut relations) = (String::new(), String::new());
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        for (place, (state, _)) in (1..).zip(self.sheets) {
            list += &format!(
                r#"<sheet name="S{place}" sheetId="{place}" state="{state}" r:id="rId{place}"/>"#
            );
            relations += &format!(
                r#"<Relationship Id="rId{place}" Type="{kind}/worksheet" Target="worksheets/sheet{place}.xml"/>"#
            );
        }
        relations +=
            &format!(r#"<Relationship Id="rId90" Type="{kind}/styles" Target="styles.xml"/>"#);
        relations += &format!(
            r#"<Relationship Id="rId91" Type="{kind}/sharedStrings" Target="{}"/>"#,
            self.strings_name
        );
        let date = if self.is_1904 {
            r#"<workbookPr date1904="1"/>"#
        } else {
            ""
        };
        let workbook = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="x" xmlns:r="{kind}">{date}<sheets>{list}</sheets></workbook>"#
        );
        let relations = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Relationships>{relations}</Relationships>"#
        );
        let strings = if self.strings.is_empty() {
            r#"<sst count="0" uniqueCount="0"></sst>"#
        } else {
            self.strings
        };
        let names: Vec<String> = (1..=self.sheets.len())
            .map(|place| format!("xl/worksheets/sheet{place}.xml"))
            .collect();
        let strings_name = format!("xl/{}", self.strings_name);
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
            ("xl/styles.xml", STYLES.as_bytes()),
            (strings_name.as_str(), strings.as_bytes()),
        ];
        for (name, (_, markup)) in names.iter().zip(self.sheets) {
            parts.push((name, markup.as_bytes()));
        }
        parts.extend_from_slice(self.more);
        package(&parts, self.method)
    }
}

/// A sheet of rows given as markup.
pub(super) fn sheet(rows: &str, after: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"#
    )
}

/// A cell of text in the sheet itself.
pub(super) fn cell(reference: &str, text: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A row of cells of text from column A on.
pub(super) fn row(number: usize, cells: &[&str]) -> String {
    let cells: String = ('A'..='Z')
        .zip(cells)
        .map(|(column, text)| cell(&format!("{column}{number}"), text))
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

/// A workbook of one visible sheet.
pub(super) fn book(rows: &str, after: &str) -> Vec<u8> {
    let markup = sheet(rows, after);
    Book {
        sheets: &[("visible", &markup)],
        ..Book::default()
    }
    .bytes()
}
