//! Where a photo was taken, read from its EXIF block; kept only where its sender allows it.

use domain::picture::Position;

/// The tag of the main directory that points at the directory of places.
const GPS: u16 = 0x8825;

/// A TIFF block: its bytes, and the order in which they make numbers.
struct TiffBlock<'b> {
    bytes: &'b [u8],
    is_little: bool,
}

impl<'b> TiffBlock<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let is_little = match bytes.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Self { bytes, is_little })
    }

    fn slice(&self, at: u32, length: usize) -> Option<&'b [u8]> {
        let at = usize::try_from(at).ok()?;
        self.bytes.get(at..at.checked_add(length)?)
    }

    fn short(&self, at: u32) -> Option<u16> {
        let two: [u8; 2] = self.slice(at, 2)?.try_into().ok()?;
        Some(if self.is_little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    }

    fn long(&self, at: u32) -> Option<u32> {
        let four: [u8; 4] = self.slice(at, 4)?.try_into().ok()?;
        Some(if self.is_little {
            u32::from_le_bytes(four)
        } else {
            u32::from_be_bytes(four)
        })
    }

    /// Where the value of a tag lies in the directory at `at`: twelve bytes an entry, the value last.
    fn entry(&self, at: u32, tag: u16) -> Option<u32> {
        let entries = u32::from(self.short(at)?);
        (0..entries)
            .filter_map(|number| at.checked_add(2)?.checked_add(number.checked_mul(12)?))
            .find(|place| self.short(*place) == Some(tag))
            .and_then(|place| place.checked_add(8))
    }

    /// Degrees, minutes and seconds as hundred-thousandths of a degree.
    fn degrees(&self, at: u32) -> Option<i64> {
        let mut sum = 0_i64;
        for (number, part) in (0_u32..).zip([1_i64, 60, 3_600]) {
            let at = at.checked_add(number.checked_mul(8)?)?;
            let above = i64::from(self.long(at)?);
            let below = i64::from(self.long(at.checked_add(4)?)?);
            let value = above
                .checked_mul(100_000)?
                .checked_div(below.checked_mul(part)?)?;
            sum = sum.checked_add(value)?;
        }
        Some(sum)
    }
}

/// The place that a photo's EXIF block names, if it does so in a way that can be true.
pub(super) fn read(exif: &[u8]) -> Option<Position> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let block = TiffBlock::of(exif)?;
    let places = block.long(block.entry(block.long(4)?, GPS)?)?;
    let side = |tag, minus: u8| {
        let letter = block.slice(block.entry(places, tag)?, 1)?;
        Some(if letter == [minus] { -1 } else { 1 })
    };
    let number = |tag| block.degrees(block.long(block.entry(places, tag)?)?);
    let latitude = side(1, b'S')? * number(2)?;
    let longitude = side(3, b'W')? * number(4)?;
    Position::new(latitude, longitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block that says 46 degrees 40 minutes 12 seconds north, 90 degrees 22 minutes 48 seconds east.
    fn block() -> Vec<u8> {
        let mut bytes = b"MM\0*\0\0\0\x08".to_vec();
        let entry = |bytes: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            bytes.extend(tag.to_be_bytes());
            bytes.extend(kind.to_be_bytes());
            bytes.extend(count.to_be_bytes());
            bytes.extend(value);
        };
        bytes.extend([0, 1]);
        entry(&mut bytes, GPS, 4, 1, 26_u32.to_be_bytes());
        bytes.extend([0; 4]);
        bytes.extend([0, 4]);
        entry(&mut bytes, 1, 2, 2, *b"N\0\0\0");
        entry(&mut bytes, 2, 5, 3, 80_u32.to_be_bytes());
        entry(&mut bytes, 3, 2, 2, *b"E\0\0\0");
        entry(&mut bytes, 4, 5, 3, 104_u32.to_be_bytes());
        bytes.extend([0; 4]);
        assert_eq!(bytes.len(), 80);
        for (above, below) in [(46, 1), (40, 1), (12, 1), (90, 1), (22, 1), (4_800, 100)] {
            bytes.extend(u32::to_be_bytes(above));
            bytes.extend(u32::to_be_bytes(below));
        }
        bytes
    }

    #[test]
    fn a_place_is_read_to_a_metre_and_a_broken_one_is_none() {
        let whole = block();
        assert_eq!(read(&whole), Position::new(4_666_999, 9_037_999));
        for length in 0..whole.len() {
            assert_eq!(read(&whole[..length]), None, "cut at {length}");
        }
        let mut strange = whole;
        strange[84..88].copy_from_slice(&[0; 4]);
        assert_eq!(read(&strange), None, "nothing is divided by nothing");
        assert_eq!(Position::new(9_000_001, 0), None);
    }
}
