//! What kind of file it is: its bytes say so, never its name.

use super::grid::{Grid, MOST_BYTES, too_large};
use super::{delimited, xlsx};
use domain::problem::Problem;

/// Reads a file: its bytes say what it is.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Vec<Problem>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![too_large()]);
    }
    let start: Vec<u8> = bytes.iter().take(16).map(u8::to_ascii_lowercase).collect();
    let starts = |signs: &[&[u8]]| signs.iter().any(|sign| start.starts_with(sign));
    if starts(&[b"pk\x03\x04", b"pk\x05\x06"]) {
        return xlsx::read(bytes);
    }
    if starts(&[b"\xd0\xcf\x11\xe0"]) {
        return Err(vec![Problem::error("file-old-workbook")]);
    }
    if starts(&[b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta"]) {
        return Err(vec![Problem::error("file-web-page")]);
    }
    if starts(&[
        b"%pdf",
        b"{\\rtf",
        b"rar!",
        b"7z\xbc\xaf",
        b"\x1f\x8b",
        b"\x89png",
    ]) {
        return Err(vec![Problem::error("file-not-table")]);
    }
    delimited::read(bytes)
}
