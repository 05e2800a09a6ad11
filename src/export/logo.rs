//! The coach's logo, as it stands at the head of printed sheets.

use std::sync::Arc;

use super::engine::{Template, compile, paged};

/// A picture of more bytes is a photograph, and makes every mail with a plan heavy.
const MOST_BYTES: usize = 2 << 20;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
