//! Photos that people bring: known by their bytes, measured before they are decoded, shrunk to two
//! sizes and written anew, so that no place, device or other metadata of theirs is kept.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage,
};

use super::spot;
use domain::picture::{PictureSize, Position};
use domain::problem::Problem;

/// The largest file that is looked at: a phone's best photo has 5 to 15 MB.
pub const MOST_PICTURE_BYTES: usize = 20 << 20;
/// The most pixels that are decoded, 50 million: what phones take at their finest, three bytes each.
const MOST_PIXELS: u64 = 50_000_000;
/// The longest side; beyond it a file is a trap or a drawing, not a photo.
const MOST_SIDE: u32 = 50_000;
/// Memory that one decoder may ask for: the most pixels at four bytes, and some for itself.
const MOST_MEMORY: u64 = 256 << 20;
/// JPEG quality: a page is still read from a photo of it.
const QUALITY: u8 = 82;

/// A photo in the two sizes that are kept, as JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResizedPhoto {
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
    /// At most 1600 pixels a side.
    pub large: Vec<u8>,
    /// At most 320 pixels a side.
    pub small: Vec<u8>,
    /// Where it was taken, if the photo says so: for senders who let it be kept.
    pub spot: Option<Position>,
}

/// Reads a JPEG, PNG or WebP photo and shrinks it. Slow (up to some seconds for the largest): never
/// call it on a thread that others wait for.
///
/// # Errors
/// Whole-file problems: `picture-too-large`, `picture-heic`, `picture-kind` with what the file is,
/// `picture-too-many-pixels`, `picture-broken`.
pub fn shrink(bytes: &[u8]) -> Result<ResizedPhoto, Problem> {
    if bytes.len() > MOST_PICTURE_BYTES {
        return Err(Problem::error("picture-too-large").with("most", MOST_PICTURE_BYTES >> 20));
    }
    let format = format(bytes)?;
    let broken = |_| Problem::error("picture-broken");
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > MOST_SIDE {
        let problem = Problem::error("picture-too-many-pixels");
        let most = MOST_PIXELS / 10_000;
        return Err(problem
            .with("width", width)
            .with("height", height)
            .with("most", most));
    }
    if width == 0 || height == 0 {
        return Err(Problem::error("picture-broken"));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(broken)?;
    let exif = decoder.exif_metadata().ok().flatten();
    let spot = exif.and_then(|exif| spot::read(&exif));
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let large = fit(&picture, PictureSize::Large, orientation);
    drop(picture);
    let small = fit(&large, PictureSize::Small, Orientation::NoTransforms);
    let (large, small) = (on_white(large), on_white(small));
    Ok(ResizedPhoto {
        width: large.width(),
        height: large.height(),
        large: jpeg(&large)?,
        small: jpeg(&small)?,
        spot,
    })
}

/// The format by the first bytes; a file's name and its sender's word for it are not asked.
fn format(bytes: &[u8]) -> Result<ImageFormat, Problem> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let at = |place: usize, magic: &[u8]| bytes.get(place..).is_some_and(|b| b.starts_with(magic));
    if begins(b"\xff\xd8\xff") {
        return Ok(ImageFormat::Jpeg);
    }
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Ok(ImageFormat::Png);
    }
    if begins(b"RIFF") && at(8, b"WEBP") {
        return Ok(ImageFormat::WebP);
    }
    if at(4, b"ftyp") {
        let is_still = [
            &b"heic"[..],
            b"heix",
            b"heim",
            b"heis",
            b"mif1",
            b"msf1",
            b"hevc",
        ]
        .iter()
        .any(|brand| at(8, brand));
        if is_still {
            return Err(Problem::error("picture-heic"));
        }
    }
    let kind = [
        (at(4, b"ftypavif"), "AVIF"),
        (at(4, b"ftyp"), "MP4"),
        (begins(b"GIF8"), "GIF"),
        (begins(b"BM"), "BMP"),
        (begins(b"II*\0") || begins(b"MM\0*"), "TIFF"),
        (begins(b"%PDF"), "PDF"),
        (begins(b"PK\x03\x04"), "ZIP / DOCX / XLSX"),
        (begins(b"<"), "HTML / SVG"),
    ];
    let kind = kind
        .iter()
        .find(|(is, _)| *is)
        .map_or("unknown", |(_, kind)| kind);
    Err(Problem::error("picture-kind").with("kind", kind))
}

/// The picture shrunk to a size, if it is larger, and turned the way it was held. Shrinking first
/// keeps the turning small.
fn fit(picture: &DynamicImage, size: PictureSize, orientation: Orientation) -> DynamicImage {
    let side = size.longest_side();
    let is_larger = picture.width() > side || picture.height() > side;
    let mut fitted = if is_larger {
        picture.thumbnail(side, side)
    } else {
        picture.clone()
    };
    fitted.apply_orientation(orientation);
    fitted
}

/// Colours on white paper where the picture was see-through.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let mix = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([mix(red), mix(green), mix(blue)])
    })
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Problem> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    encoder
        .encode(
            picture,
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|_| Problem::error("picture-broken"))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use image::ImageEncoder;

    use super::*;

    /// A photo of so many pixels, its left half red.
    fn photo(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| {
            image::Rgb(if x < width / 2 {
                [200, 0, 0]
            } else {
                [0, 0, 200]
            })
        })
    }

    fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    /// EXIF of a phone held upright (orientation 6) that knows where it is.
    fn exif() -> Vec<u8> {
        let mut out = b"II*\0\x08\0\0\0\x02\0".to_vec();
        out.extend(b"\x0e\x01\x02\0\x10\0\0\0\x26\0\0\0"); // description, at 38
        out.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"); // orientation: turn right
        out.extend(b"\0\0\0\0");
        out.extend(b"N46.67 E90.38 GPS");
        out
    }

    fn with_exif(picture: &RgbImage) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut out, 90);
        encoder.set_exif_metadata(exif()).unwrap();
        encoder
            .set_icc_profile(b"profile of some phone".to_vec())
            .unwrap();
        let (width, height) = picture.dimensions();
        encoder
            .encode(picture, width, height, ExtendedColorType::Rgb8)
            .unwrap();
        out
    }

    fn code(bytes: &[u8]) -> &'static str {
        shrink(bytes).unwrap_err().code
    }

    #[test]
    fn jpeg_png_and_webp_become_two_small_jpegs() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let shrunk = shrink(&encoded(&photo(2_000, 1_000), format)).unwrap();
            assert_eq!((shrunk.width, shrunk.height), (1_600, 800), "{format:?}");
            for (bytes, side) in [(&shrunk.large, 1_600), (&shrunk.small, 320)] {
                let read = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap();
                assert_eq!(read.width(), side);
            }
        }
        let tiny = shrink(&encoded(&photo(40, 30), ImageFormat::Png)).unwrap();
        assert_eq!((tiny.width, tiny.height), (40, 30), "nothing is blown up");
    }

    #[test]
    fn a_photo_is_turned_upright_and_keeps_no_metadata() {
        let bytes = with_exif(&photo(400, 200));
        let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
        for word in [&b"Exif"[..], b"GPS", b"profile of some phone"] {
            assert!(has(&bytes, word), "the test's own photo carries it");
        }
        let shrunk = shrink(&bytes).unwrap();
        assert_eq!((shrunk.width, shrunk.height), (200, 400));
        let read = image::load_from_memory(&shrunk.large).unwrap().into_rgb8();
        let (top, bottom) = (read.get_pixel(100, 20).0, read.get_pixel(100, 380).0);
        assert!(top[0] > 150 && bottom[2] > 150, "{top:?} {bottom:?}");
        for kept in [&shrunk.large, &shrunk.small] {
            for word in [&b"Exif"[..], b"GPS", b"ICC_PROFILE", b"II*\0", b"http"] {
                assert!(!has(kept, word), "{}", String::from_utf8_lossy(word));
            }
        }
    }

    #[test]
    fn what_is_see_through_lies_on_white() {
        let clear = image::RgbaImage::from_pixel(10, 10, image::Rgba([0, 0, 0, 0]));
        let mut out = Cursor::new(Vec::new());
        clear.write_to(&mut out, ImageFormat::Png).unwrap();
        let shrunk = shrink(&out.into_inner()).unwrap();
        let read = image::load_from_memory(&shrunk.large).unwrap().into_rgb8();
        assert!(read.get_pixel(5, 5).0.iter().all(|colour| *colour > 250));
    }

    #[test]
    fn what_is_no_photo_of_ours_is_refused_by_name() {
        assert_eq!(code(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "picture-heic");
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], "PDF"),
            (b"GIF89a", "GIF"),
            (b"<svg onload=x>", "HTML / SVG"),
            (b"\0\0\0\x18ftypisom", "MP4"),
            (b"hello", "unknown"),
            (b"", "unknown"),
        ] {
            let problem = shrink(bytes).unwrap_err();
            assert_eq!(problem.code, "picture-kind");
            assert_eq!(problem.facts, [("kind", kind.to_owned())]);
        }
        assert_eq!(
            code(b"\xff\xd8\xff<html>not what it says"),
            "picture-broken"
        );
        let mut cut = encoded(&photo(300, 300), ImageFormat::Png);
        cut.truncate(200);
        assert_eq!(code(&cut), "picture-broken");
        assert_eq!(
            code(&vec![0xff; MOST_PICTURE_BYTES + 1]),
            "picture-too-large"
        );
    }

    /// A PNG whose header promises so many pixels and whose body is nothing: refused by its header,
    /// or it would be `picture-broken`.
    fn promise(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut out);
        encoder
            .write_image(&[0; 3], 1, 1, ExtendedColorType::Rgb8)
            .unwrap();
        out[16..20].copy_from_slice(&width.to_be_bytes());
        out[20..24].copy_from_slice(&height.to_be_bytes());
        let mut crc = 0xffff_ffff_u32;
        for byte in &out[12..29] {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1));
            }
        }
        out[29..33].copy_from_slice(&(!crc).to_be_bytes());
        out
    }

    #[test]
    fn a_bomb_is_refused_by_its_header_before_it_is_unpacked() {
        assert_eq!(code(&promise(40_000, 40_000)), "picture-too-many-pixels");
        assert_eq!(code(&promise(50_001, 1)), "picture-too-many-pixels");
        assert_eq!(code(&promise(300, 300)), "picture-broken");
    }
}
