//! Markup read as a stream, with limits, whatever prefixes its names have.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting that is followed: files of watches have less than twenty levels.
const DEPTH_LIMIT: usize = 64;

/// Why markup was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// A tag or a character that breaks the rules.
    #[error("the file is damaged or was cut; what stands before that was read")]
    Damaged,
    /// Deeper than anything a watch writes.
    #[error("the file is nested deeper than any watch writes; it was not read further")]
    TooDeep,
    /// It defines entities, which no watch does and a trap may.
    #[error("the file defines entities of its own, which no watch does; it was not read")]
    Entities,
}

/// A piece of markup.
pub enum Piece<'a> {
    /// A tag opens, under its name without a prefix, and its attributes.
    Open(&'a str, &'a BytesStart<'a>),
    /// The text within the tag of this name.
    Text(&'a str, &'a str),
    /// A tag closes.
    Close(&'a str),
}

/// Reads markup and hands out its pieces in order.
///
/// # Errors
///
/// [`XmlError`]; the pieces before the fault were handed out.
pub fn walk(text: &str, mut take: impl FnMut(Piece)) -> Result<(), XmlError> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().map_err(|_| XmlError::Damaged)? {
            Event::DocType(_) => return Err(XmlError::Entities),
            Event::Start(tag) => {
                if open.len() >= DEPTH_LIMIT {
                    return Err(XmlError::TooDeep);
                }
                let name = local(tag.name().as_ref());
                take(Piece::Open(&name, &tag));
                open.push(name);
            }
            Event::Empty(tag) => {
                let name = local(tag.name().as_ref());
                take(Piece::Open(&name, &tag));
                take(Piece::Close(&name));
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    take(Piece::Close(&name));
                }
            }
            Event::Text(text) => {
                let text = text.decode().map_err(|_| XmlError::Damaged)?;
                if let Some(name) = open.last()
                    && !text.trim().is_empty()
                {
                    take(Piece::Text(name, text.trim()));
                }
            }
            Event::CData(text) => {
                let text = text.decode().map_err(|_| XmlError::Damaged)?;
                if let Some(name) = open.last() {
                    take(Piece::Text(name, text.trim()));
                }
            }
            Event::Eof => {
                return if open.is_empty() {
                    Ok(())
                } else {
                    Err(XmlError::Damaged)
                };
            }
            _ => {}
        }
    }
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|attribute| local(attribute.key.as_ref()) == name)
        .and_then(|attribute| String::from_utf8(attribute.value.into_owned()).ok())
}

/// True when the first tag of the text has this name.
pub fn begins_with(text: &str, name: &str) -> bool {
    let mut reader = Reader::from_str(text);
    for _ in 0..20 {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => return local(tag.name().as_ref()) == name,
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
    false
}

fn local(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    name.rsplit(':').next().unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> (Vec<String>, Result<(), XmlError>) {
        let mut found = Vec::new();
        let ended = walk(text, |piece| {
            if let Piece::Text(name, text) = piece {
                found.push(format!("{name}={text}"));
            }
        });
        (found, ended)
    }

    #[test]
    fn names_lose_their_prefixes() {
        assert_eq!(
            texts("<a xmlns:x='u'><x:b>1</x:b><c/><d><![CDATA[2]]></d></a>"),
            (vec!["b=1".to_owned(), "d=2".to_owned()], Ok(()))
        );
    }

    #[test]
    fn traps_and_cut_files_end_with_a_word() {
        assert_eq!(texts("<a><b>1</b><b>2").1, Err(XmlError::Damaged));
        assert_eq!(texts("<a><b>1</b></c>").1, Err(XmlError::Damaged));
        assert_eq!(
            texts("<!DOCTYPE a [<!ENTITY b 'bb'>]><a>&b;</a>").1,
            Err(XmlError::Entities)
        );
        assert_eq!(texts(&"<a>".repeat(100_000)).1, Err(XmlError::TooDeep));
    }
}
