//! Words as they go to a note or a name.

/// A note without the signs that only joined it to what was read.
pub(super) fn tidy(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '•' | '|' | '=')
    })
    .to_owned()
}
