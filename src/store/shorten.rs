//! Texts that are too long, cut to a length.

/// The first characters of a text with an ellipsis, when it has more than so many.
pub(super) fn shortened(text: &str, most: usize) -> Option<String> {
    // A text never has more characters than bytes, so most need no counting.
    if text.len() <= most {
        return None;
    }
    text.char_indices().nth(most)?;
    let (end, _) = text.char_indices().nth(most - 1)?;
    Some(format!("{}…", text.get(..end)?))
}
