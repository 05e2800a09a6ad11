//! The coach's logo, as it stands at the head of printed sheets.

use std::sync::Arc;

use super::engine::{Template, compile, paged};

/// A picture of more bytes is a photograph, and makes every mail with a plan heavy.
const MOST_BYTES: usize = 2 << 20;

/// More pixels than this no printer shows at the size of a logo; to decode them would take all memory.
const MOST_PIXELS: u64 = 25_000_000;

/// A picture that can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo(Arc<[u8]>);

impl Logo {
    /// How the names of files end that can be a logo.
    pub const ENDINGS: [&'static str; 4] = ["png", "jpg", "jpeg", "svg"];

    /// Reads a picture.
    ///
    /// # Errors
    ///
    /// Why it cannot be a logo, to follow the name of its file and a colon: it is too large, or no picture that can be
    /// printed.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.len() > MOST_BYTES {
            return Err("the picture is larger than 2 MB; save a smaller one".to_owned());
        }
        if pixels(&bytes).is_some_and(|pixels| pixels > MOST_PIXELS) {
            return Err(
                "the picture has more than 25 million pixels; save a smaller one".to_owned(),
            );
        }
        let logo = Self(bytes.into());
        // With a picture that cannot be drawn no sheet at all would be printed.
        let drawn = compile(Template::Logo, &(), &[], Some(logo.bytes()));
        let drawn = drawn.map(|document| paged(document, typst_pdf::pdf));
        drawn.map_err(|_| "it is no picture in PNG, JPEG or SVG that can be printed".to_owned())?;
        Ok(logo)
    }

    /// The bytes of its file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// How many pixels a PNG or a JPEG has, from its head alone; `None` for anything else.
fn pixels(bytes: &[u8]) -> Option<u64> {
    let (width, height) = png_size(bytes).or_else(|| jpeg_size(bytes))?;
    Some(u64::from(width) * u64::from(height))
}

/// Width and height from the first chunk of a PNG.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (width, height) = (rest.get(8..12)?, rest.get(12..16)?);
    let number = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.try_into().ok()?));
    Some((number(width)?, number(height)?))
}

/// Width and height from the frame head of a JPEG, past the segments before it.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let pair = bytes.get(at..at + 2)?;
        Some(u32::from(u16::from_be_bytes(pair.try_into().ok()?)))
    };
    let mut at = bytes.starts_with(&[0xFF, 0xD8]).then_some(2_usize)?;
    loop {
        let [0xFF, marker] = bytes.get(at..at + 2)? else {
            return None;
        };
        match marker {
            // Padding before a marker.
            0xFF => at += 1,
            // The frame heads; the others of this range are tables.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some((number(at + 7)?, number(at + 5)?));
            }
            _ => at += 2 + number(at + 2)? as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::test_support::plain_png;

    #[test]
    fn only_what_can_be_printed_is_a_logo() {
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="9" height="9"/></svg>"#;
        assert!(Logo::read(svg.to_vec()).is_ok());
        assert!(Logo::read(b"not a picture".to_vec()).is_err());
        assert!(Logo::read(Vec::new()).is_err());
        let mut large = svg.to_vec();
        large.resize(MOST_BYTES + 1, b' ');
        assert!(Logo::read(large).unwrap_err().contains("2 MB"));
    }

    #[test]
    fn a_damaged_or_huge_picture_is_refused_before_it_is_decoded() {
        let whole = plain_png(200, 100, [1, 2, 3, 255]);
        assert!(Logo::read(whole[..whole.len() / 2].to_vec()).is_err());
        // The head promises ten thousand million pixels, and nothing follows.
        let mut huge = whole[..33].to_vec();
        huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
        assert!(Logo::read(huge).unwrap_err().contains("million pixels"));
        let jpeg = [
            &[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8][..],
            &[0xFD, 0xE8, 0xFD, 0xE8, 3, 1, 0x22, 0],
        ];
        assert_eq!(pixels(&jpeg.concat()), Some(65_000 * 65_000));
        assert!(Logo::read(jpeg.concat()).unwrap_err().contains("million"));
        assert_eq!(pixels(&[0xFF, 0xD8, 0xFF]), None);
        assert_eq!(pixels(b"<svg/>"), None);
    }
}
