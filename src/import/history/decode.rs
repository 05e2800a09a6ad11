//! Bytes into text, and out of the wrappings that exports arrive in.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::GzDecoder;

/// The most bytes that a packed file may unfold to.
pub const UNPACKED_LIMIT: u64 = 256 * 1024 * 1024;

/// Why a file could not be unpacked or read as text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// More than [`UNPACKED_LIMIT`].
    #[error("it unpacks to more than 256 MB; export fewer years at once")]
    TooLarge,
    /// A password is asked for.
    #[error("it is locked by a password; unpack it first")]
    Locked,
    /// The packing is damaged.
    #[error("it is packed, and the packing is damaged; export or download it again")]
    Damaged,
    /// Neither text nor a known binary format.
    #[error("it is not a text file of any kind known here")]
    Binary,
}

/// True for bytes packed by gzip.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// True for a zip archive.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// What is inside a gzipped file.
///
/// # Errors
///
/// [`DecodeError::TooLarge`], [`DecodeError::Damaged`].
pub fn unzip_gzip(bytes: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let mut unpacked = Vec::new();
    let mut reader = GzDecoder::new(bytes).take(UNPACKED_LIMIT + 1);
    reader
        .read_to_end(&mut unpacked)
        .map_err(|_| DecodeError::Damaged)?;
    if unpacked.len() as u64 > UNPACKED_LIMIT {
        return Err(DecodeError::TooLarge);
    }
    Ok(unpacked)
}

/// The bytes as text: UTF-8 or UTF-16 with or without a byte order mark, Windows-1252 else.
///
/// # Errors
///
/// [`DecodeError::Binary`] where zero bytes say that it is no text.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, DecodeError> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(Cow::Owned(utf16(rest, u16::from_le_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(Cow::Owned(utf16(rest, u16::from_be_bytes)));
    }
    let head = &plain[..plain.len().min(4096)];
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    // Latin letters in UTF-16 have a zero in every second byte.
    if head.len() >= 8 && zeros(1) * 3 > head.len() && zeros(0) == 0 {
        return Ok(Cow::Owned(utf16(plain, u16::from_le_bytes)));
    }
    if head.len() >= 8 && zeros(0) * 3 > head.len() && zeros(1) == 0 {
        return Ok(Cow::Owned(utf16(plain, u16::from_be_bytes)));
    }
    if head.contains(&0) {
        return Err(DecodeError::Binary);
    }
    Ok(match std::str::from_utf8(plain) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(plain.iter().map(|&byte| windows_1252(byte)).collect()),
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The character of a byte in Windows-1252, which agrees with Latin-1 except from 0x80 to 0x9F.
fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_an_export_becomes_the_same_text() {
        let wanted = "Übung;Gewicht\n";
        let le: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let latin: Vec<u8> = wanted.chars().map(|c| c as u32 as u8).collect();
        for bytes in [
            wanted.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", wanted.as_bytes()].concat(),
            [b"\xff\xfe", le.as_slice()].concat(),
            [b"\xfe\xff", be.as_slice()].concat(),
            le,
            be,
            latin,
        ] {
            assert_eq!(text(&bytes).unwrap(), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn binary_and_damaged_files_are_told_apart() {
        assert_eq!(text(b"ab\0\0\0cd\x01\x02\x03"), Err(DecodeError::Binary));
        assert_eq!(
            unzip_gzip(b"\x1f\x8b\x08\x00cut"),
            Err(DecodeError::Damaged)
        );
    }
}
