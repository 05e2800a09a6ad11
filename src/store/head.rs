//! The head of an athlete's file: who it is about, without reading ten years of sessions.

use std::path::Path;

use uuid::Uuid;

use crate::domain::AthleteId;

use super::document::Body as _;
use super::parted::Main;
use super::scan::{Token, tokens};
use super::{StoreError, files, format, syntax};

/// Enough for a byte order mark, a comment of some lines, the version, the identity and the name.
const HEAD_BYTES: u64 = 4096;

/// What the head of an athlete's file says, as far as it says it.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The version, when it is later than the last we know.
    pub(super) newer: Option<u32>,
    /// The athlete's identity.
    pub(super) id: Option<AthleteId>,
    /// The athlete's name.
    pub(super) name: Option<String>,
}

/// Reads the head of an athlete's file.
pub(super) fn read(path: &Path) -> Result<Head, StoreError> {
    let mut bytes = files::read_up_to(path, HEAD_BYTES)?;
    if bytes.len() as u64 == HEAD_BYTES {
        // The cut may split a character: take the valid part.
        let whole = bytes
            .iter()
            .rposition(u8::is_ascii)
            .map_or(0, |last| last + 1);
        bytes.truncate(whole.max(1));
    }
    format::text_of(path, &bytes).map(head_of)
}

fn head_of(text: &str) -> Head {
    let mut head = Head::default();
    let mut depth = 0_usize;
    let mut tokens = tokens(text).map(|(_, token)| token).peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Word(field) if tokens.next_if_eq(&Token::Mark(':')).is_some() => {
                match (depth, field, tokens.peek()) {
                    (1, "version", Some(Token::Number(number))) => {
                        head.newer = number.parse().ok().filter(|&version| version > Main::KNOWN);
                    }
                    (2, "id", Some(Token::Quoted(id))) => {
                        let id = Uuid::parse_str(id.trim_matches('"'));
                        head.id = id.ok().map(AthleteId);
                    }
                    (3, "name", Some(Token::Quoted(name))) => {
                        head.name = syntax::parse(name).ok();
                        return head;
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_without_the_rest() {
        let id = "00000000-0000-0000-0000-00000000002a";
        let text = format!(
            "// by hand\n(version: 1, athlete: (id: \"{id}\", profile: (name: \"Ann \\\"č\\\"\", sess"
        );
        let head = head_of(&text);
        assert_eq!(head.id, Some(AthleteId::from_bits(42)));
        assert_eq!(head.name.as_deref(), Some("Ann \"č\""));
        assert_eq!(head.newer, None);
    }

    #[test]
    fn a_head_says_that_it_is_newer() {
        assert_eq!(head_of("(version: 7, something: else").newer, Some(7));
    }
}
