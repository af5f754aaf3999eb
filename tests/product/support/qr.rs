//! QR codes read off a printed page as a phone would: the page as grey dots, the code's squares, its
//! text. What is printed is whole, so nothing is corrected; what was read is drawn again and compared.

#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::allow_attributes,
    reason = "dots of a page become squares of a code"
)]

use std::cell::Cell;
use std::process::Command;

use fast_qr::{ECL, QRBuilder};

/// A page as grey dots, row by row.
pub struct Raster {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

/// The pages of a PDF file from a page on, at 200 dots an inch, by poppler's tool.
pub fn pages(file: &std::path::Path, from: u32) -> Vec<Raster> {
    let mut command = Command::new("pdftoppm");
    let command = command.args(["-gray", "-r", "200", "-f", &from.to_string()]);
    let output = command.arg(file).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let (mut rest, mut found) = (&output.stdout[..], Vec::new());
    while !rest.is_empty() {
        let mut numbers = [0; 3];
        let mut at = 2;
        assert_eq!(&rest[..at], b"P5");
        for number in &mut numbers {
            at += 1;
            while rest[at].is_ascii_digit() {
                *number = *number * 10 + usize::from(rest[at] - b'0');
                at += 1;
            }
        }
        let [width, height, _] = numbers;
        let (dots, after) = rest[at + 1..].split_at(width * height);
        found.push(Raster {
            width,
            height,
            dots: dots.to_vec(),
        });
        rest = after;
    }
    found
}

impl Raster {
    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dots[y * self.width + x] < 128
    }

    /// The text of the code whose top is the first dark dot of a part of the page, in millimetres from
    /// its corner; none where nothing is dark.
    pub fn read(&self, (left, top): (f64, f64), (width, height): (f64, f64)) -> Option<String> {
        let dots = |millimetres: f64| (millimetres / 25.4 * 200.0) as usize;
        let columns = dots(left)..dots(left + width).min(self.width);
        let rows = dots(top)..dots(top + height).min(self.height);
        let mut all = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
        let (x, y) = all.find(|(x, y)| self.is_dark(*x, *y))?;
        // The corner's square is seven wide, and its left column ends where the lower one ends.
        let square = (x..).take_while(|x| self.is_dark(*x, y)).count() as f64;
        let edge = columns.rev().find(|x| self.is_dark(*x, y)).unwrap();
        let wide = (edge + 1 - x) as f64;
        let size = (wide / (square / 7.0) / 4.0).round() as usize * 4 + 1;
        let each = wide / size as f64;
        let at = |place: usize| ((place as f64 + 0.5) * each) as usize;
        let read = |row: usize, column: usize| self.is_dark(x + at(column), y + at(row));
        let code: Vec<Vec<bool>> = (0..size)
            .map(|row| (0..size).map(|column| read(row, column)).collect())
            .collect();
        Some(text(&code))
    }
}

/// The mask and the level of correction that a code names beside its corner.
fn format(code: &[Vec<bool>]) -> (u8, ECL) {
    let places = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4)];
    let bits = places.iter().fold(0_u8, |bits, (row, column)| {
        bits << 1 | u8::from(code[*row][*column])
    });
    let bits = bits ^ 0b10101;
    let level = [ECL::M, ECL::L, ECL::H, ECL::Q][usize::from(bits >> 3)];
    (bits & 0b111, level)
}

fn is_masked(mask: u8, row: usize, column: usize) -> bool {
    let (i, j) = (row, column);
    let rest = match mask {
        0 => (i + j) % 2,
        1 => i % 2,
        2 => j % 3,
        3 => (i + j) % 3,
        4 => (i / 2 + j / 3) % 2,
        5 => i * j % 2 + i * j % 3,
        6 => (i * j % 2 + i * j % 3) % 2,
        _ => ((i + j) % 2 + i * j % 3) % 2,
    };
    rest == 0
}

/// Whether a square belongs to the code's figure and not to its text.
fn is_figure(size: usize, row: usize, column: usize) -> bool {
    let corner = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9);
    let middle = size - 7;
    let near = |place: usize| place.abs_diff(middle) <= 2;
    let small = size > 21 && near(row) && near(column);
    corner || small || row == 6 || column == 6
}

/// The bytes of each block of text, in order, by the number of squares and the level.
fn blocks(size: usize, level: ECL) -> &'static [usize] {
    match (size, level) {
        (25, ECL::L) => &[34],
        (25, ECL::M) => &[28],
        (25, ECL::Q) => &[22],
        (25, ECL::H) => &[16],
        (29, ECL::L) => &[55],
        (29, ECL::M) => &[44],
        (29, ECL::Q) => &[17, 17],
        (29, ECL::H) => &[13, 13],
        (33, ECL::L) => &[80],
        (33, ECL::M) => &[32, 32],
        (33, ECL::Q) => &[24, 24],
        (33, ECL::H) => &[9, 9, 9, 9],
        (37, ECL::L) => &[108],
        (37, ECL::M) => &[43, 43],
        (37, ECL::Q) => &[15, 15, 16, 16],
        (37, ECL::H) => &[11, 11, 12, 12],
        (41, ECL::L) => &[68, 68],
        (41, ECL::M) => &[27, 27, 27, 27],
        (41, ECL::Q) => &[19, 19, 19, 19],
        (41, ECL::H) => &[15, 15, 15, 15],
        _ => panic!("a code of {size} squares"),
    }
}

fn text(code: &[Vec<bool>]) -> String {
    let size = code.len();
    let (mask, level) = format(code);
    let mut bits = Vec::new();
    // Two columns at a time from the right, up and down by turns; the sixth column is no column.
    let pairs = (0..size).rev().filter(|column| *column != 6);
    let pairs: Vec<usize> = pairs.collect();
    for (turn, pair) in pairs.chunks(2).enumerate() {
        let rows: Vec<usize> = if turn % 2 == 0 {
            (0..size).rev().collect()
        } else {
            (0..size).collect()
        };
        for row in rows {
            for column in pair {
                if !is_figure(size, row, *column) {
                    bits.push(code[row][*column] ^ is_masked(mask, row, *column));
                }
            }
        }
    }
    let bytes: Vec<u8> = bits
        .chunks_exact(8)
        .map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit)))
        .collect();
    let lengths = blocks(size, level);
    let mut parts: Vec<Vec<u8>> = vec![Vec::new(); lengths.len()];
    let mut next = bytes.into_iter();
    for place in 0..*lengths.last().unwrap() {
        for (part, length) in parts.iter_mut().zip(lengths) {
            if place < *length {
                part.push(next.next().unwrap());
            }
        }
    }
    let read = letters(&parts.concat());
    let again = QRBuilder::new(read.as_str()).ecl(level).build().unwrap();
    assert_eq!(again.size, size, "{read}");
    read
}

/// The letters of bytes: a kind, a length and what it counts, until nothing comes.
fn letters(bytes: &[u8]) -> String {
    const ALL: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let at = Cell::new(0);
    let take = |bits: usize| {
        let taken = (at.get()..at.get() + bits).fold(0_usize, |number, place| {
            let byte = bytes.get(place / 8).copied().unwrap_or(0);
            number << 1 | usize::from(byte >> (7 - place % 8) & 1)
        });
        at.set(at.get() + bits);
        taken
    };
    let mut read = Vec::new();
    loop {
        match take(4) {
            0 => break,
            1 => {
                let mut left = take(10);
                while left > 0 {
                    let digits = left.min(3);
                    let number = take([0, 4, 7, 10][digits]);
                    read.extend(format!("{number:0digits$}").into_bytes());
                    left -= digits;
                }
            }
            2 => {
                let mut left = take(9);
                while left > 0 {
                    let two = left > 1;
                    let number = take(if two { 11 } else { 6 });
                    if two {
                        read.push(ALL[number / 45]);
                    }
                    read.push(ALL[number % 45]);
                    left -= if two { 2 } else { 1 };
                }
            }
            4 => {
                for _ in 0..take(8) {
                    read.push(u8::try_from(take(8)).unwrap());
                }
            }
            kind => panic!("letters of kind {kind}"),
        }
        if at.get() >= bytes.len() * 8 {
            break;
        }
    }
    String::from_utf8(read).unwrap()
}
