//! Bytes to text: UTF-8, and UTF-16 with a byte order mark, as editors and mail programs save them.

use super::TextError;

/// The text of a file. Takes UTF-8 with or without a byte order mark, and UTF-16 of either order with one.
///
/// # Errors
///
/// The place of the first byte that is no text, for everything else: another encoding, or no text at all.
pub fn decode(bytes: &[u8]) -> Result<String, TextError> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, TextError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let before = String::from_utf8_lossy(before);
            return Err(after(
                &before,
                "this is not UTF-8 text; save the file as UTF-8 or UTF-16",
            ));
        }
    };
    without_nul(text.to_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TextError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let Ok(c) = decoded else {
            return Err(after(
                &text,
                "this UTF-16 text is damaged: half of a character stands here",
            ));
        };
        text.push(c);
    }
    if odd.is_empty() {
        without_nul(text)
    } else {
        Err(after(
            &text,
            "this UTF-16 text is cut off in the middle of a character",
        ))
    }
}

/// A character that no text holds gives away a picture, a program, or UTF-16 without its mark.
fn without_nul(text: String) -> Result<String, TextError> {
    match text.split_once('\0') {
        None => Ok(text),
        Some((before, _)) => Err(after(
            before,
            "this is not plain text; save the plan as UTF-8 text",
        )),
    }
}

/// An error at the place right after `before`.
fn after(before: &str, message: &str) -> TextError {
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    TextError {
        line,
        column: last.chars().count() + 1,
        message: message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PLAN: &str = "Mon easy 45min\r\nSün – “früh”";

    #[test]
    fn every_encoding_gives_the_same_text() {
        let le: Vec<u8> = "\u{feff}"
            .chars()
            .chain(PLAN.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let be: Vec<u8> = format!("\u{feff}{PLAN}")
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for bytes in [
            PLAN.as_bytes(),
            format!("\u{feff}{PLAN}").as_bytes(),
            &le,
            &be,
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(PLAN));
        }
    }

    #[test]
    fn latin_1_is_refused_where_it_shows() {
        let error = decode(b"Mon easy\nS\xFCn long").unwrap_err();
        assert_eq!((error.line, error.column), (2, 2));
        assert!(error.message.contains("UTF-8"), "{}", error.message);
    }

    #[test]
    fn half_a_character_and_no_text_are_refused() {
        assert!(decode(&[0xFF, 0xFE, b'M', 0, b'o']).is_err());
        assert!(decode(&[0xFF, 0xFE, 0x00, 0xD8]).is_err());
        assert!(decode(b"M\0o\0n\0").is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in any::<Vec<u8>>()) {
            let _ = decode(&bytes);
        }
    }
}
