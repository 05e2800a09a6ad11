//! Headers of tables, as they are compared.

/// A header as it is compared: lower case, without tags of HTML, marks and doubled blanks. "Avg HR" and
/// `<span>avg. HR</span>` are one.
pub fn plain_header(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    let mut in_tag = false;
    for c in header.trim_matches('\u{feff}').chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            _ if c.is_alphanumeric() || matches!(c, '#' | 'Ø' | 'ø' | '%') => {
                plain.extend(c.to_lowercase());
            }
            _ => {
                if !plain.ends_with(' ') && !plain.is_empty() {
                    plain.push(' ');
                }
            }
        }
    }
    plain.trim_end().to_owned()
}
