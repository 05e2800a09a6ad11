//! Which characters some fonts have, and what the writing of one is called.

use std::collections::BTreeSet;

use ttf_parser::Face;

/// The characters of some fonts.
pub struct Coverage {
    faces: Vec<Face<'static>>,
}

impl Coverage {
    /// That of these fonts; what is no font has none.
    pub fn of(fonts: &[&'static [u8]]) -> Self {
        let faces = fonts.iter().filter_map(|font| Face::parse(font, 0).ok());
        Self {
            faces: faces.collect(),
        }
    }

    /// The characters of a text that none of the fonts has, those that are never drawn left out.
    pub fn lacking(&self, text: &str) -> BTreeSet<char> {
        let mut asked: BTreeSet<char> = text.chars().filter(|sign| !sign.is_ascii()).collect();
        asked.retain(|sign| is_drawn(*sign) && !self.has(*sign));
        asked
    }

    fn has(&self, sign: char) -> bool {
        let mut faces = self.faces.iter();
        faces.any(|face| face.glyph_index(sign).is_some())
    }
}

/// False for what stands in a text without being seen: spaces, joiners, marks of direction and of variation.
fn is_drawn(sign: char) -> bool {
    let is_silent = matches!(
        sign,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    !is_silent && !sign.is_control() && !sign.is_whitespace()
}

/// What the writing of a character is called, for the large ones that ours lack; of Han letters nobody can tell whether
/// they are Chinese or Japanese.
pub fn writing_of(sign: char) -> &'static str {
    match sign {
        '\u{0900}'..='\u{0DFF}' => "an Indian writing",
        '\u{0E00}'..='\u{0E7F}' => "Thai",
        '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}' => "Korean",
        '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => "Japanese",
        '\u{2E80}'..='\u{303F}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{323AF}' => "Chinese or Japanese",
        _ => "some letters",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typefaces::{EMOJI, FALLBACK};

    #[test]
    fn what_ours_lack_is_named_and_what_is_not_drawn_is_not() {
        let ours = Coverage::of(&[FALLBACK, EMOJI]);
        let lacking = ours.lacking("Anna שלום 5\u{200B}00\u{A0}m 東京 น้ำ 👟\u{FE0F}");
        let lacking: String = lacking.into_iter().collect();
        assert!(
            lacking.contains('東') && lacking.contains('京') && lacking.contains('น'),
            "{lacking}"
        );
        for known in ['ש', '\u{200B}', '\u{A0}', '\u{FE0F}', '👟', 'A'] {
            assert!(!lacking.contains(known), "{known:?}");
        }
    }

    #[test]
    fn writings_have_names() {
        assert_eq!(writing_of('東'), "Chinese or Japanese");
        assert_eq!(writing_of('き'), "Japanese");
        assert_eq!(writing_of('한'), "Korean");
        assert_eq!(writing_of('ก'), "Thai");
    }
}
