//! Figures as exports write them: decimal commas, thousands, units behind, missing values, durations.

/// Which mark parts whole from fraction in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DecimalMark {
    /// `62.5`; commas part thousands.
    #[default]
    Point,
    /// `62,5`; points part thousands.
    Comma,
}

impl DecimalMark {
    /// The mark that these cells use: a comma where cells such as `62,5` or `0,00 kg` stand and none such as `62.5`.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut points, mut commas) = (0_usize, 0_usize);
        for cell in cells {
            let figure = leading_figure(cell.trim());
            // Three digits behind a mark may be thousands, and two marks are none for a fraction.
            let fraction = |mark| {
                figure.split_once(mark).is_some_and(|(whole, rest)| {
                    !whole.is_empty()
                        && rest.bytes().all(|b| b.is_ascii_digit())
                        && matches!(rest.len(), 1 | 2 | 4..)
                })
            };
            points += usize::from(fraction('.'));
            commas += usize::from(fraction(','));
        }
        if commas > points {
            Self::Comma
        } else {
            Self::Point
        }
    }
}

/// The digits and marks that `text` begins with.
fn leading_figure(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))
        .unwrap_or(text.len());
    &text[..end]
}

/// True for a cell that says nothing: empty, `--`, `n/a`.
pub fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—'))
        || matches!(
            text.to_ascii_lowercase().as_str(),
            "n/a" | "na" | "null" | "nan" | "none"
        )
}

/// The number a cell holds, whatever stands behind it: `0,00 kg`, `4,808`, `1 250`. `None` where it is missing, no
/// number, or not finite.
pub fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    if is_missing(text) {
        return None;
    }
    let text = text.trim();
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '0'..='9' => plain.push(c),
            '-' | '−' | '+' if plain.is_empty() => plain.push(if c == '+' { '+' } else { '-' }),
            '.' | ',' => {
                let decimal = (c == ',') == (mark == DecimalMark::Comma);
                if decimal {
                    if plain.contains('.') {
                        return None;
                    }
                    plain.push('.');
                }
            }
            // Thousands parted by a space of any width, or by an apostrophe.
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'
                if chars.peek().is_some_and(char::is_ascii_digit)
                    && plain.ends_with(|c: char| c.is_ascii_digit()) => {}
            _ => break,
        }
    }
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A whole number of zero or more.
pub fn count(text: &str, mark: DecimalMark) -> Option<u32> {
    let value = number(text, mark)?;
    (0.0..=f64::from(u32::MAX))
        .contains(&value)
        .then(|| value.round() as u32)
}

/// A duration in seconds: `00:25:16`, `25:16`, `1:02:03.5`, `2h 38m`, `44m`, `45 s`, or a plain number of seconds.
pub fn duration(text: &str, mark: DecimalMark) -> Option<f64> {
    if is_missing(text) {
        return None;
    }
    let text = text.trim();
    if text.contains(':') {
        let mut total = 0.0;
        let parts: Vec<&str> = text.split(':').collect();
        if parts.len() > 3 {
            return None;
        }
        for (place, part) in parts.iter().enumerate() {
            let last = place + 1 == parts.len();
            let fraction = if part.contains(',') {
                DecimalMark::Comma
            } else {
                DecimalMark::Point
            };
            let value = number(part, fraction).filter(|value| *value >= 0.0)?;
            if place > 0 && value >= 60.0 || !last && value.fract() != 0.0 {
                return None;
            }
            total = total * 60.0 + value;
        }
        return Some(total);
    }
    if !text.chars().any(char::is_alphabetic) {
        return number(text, mark).filter(|value| *value >= 0.0);
    }
    let (mut total, mut rest, mut any) = (0.0, text, false);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = &rest[start..];
        let figure = leading_figure(tail);
        let unit: String = tail[figure.len()..]
            .trim_start()
            .chars()
            .take_while(|c| c.is_alphabetic())
            .collect();
        let value = number(figure, mark)?;
        total += value
            * match unit.to_lowercase().as_str() {
                "h" | "hr" | "hrs" | "std" | "hour" | "hours" => 3600.0,
                "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => 60.0,
                "s" | "sec" | "secs" | "sek" | "second" | "seconds" => 1.0,
                _ => return None,
            };
        any = true;
        rest = &tail[figure.len()..];
    }
    any.then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn numbers_are_read_as_people_and_programs_write_them() {
        for (text, mark, wanted) in [
            ("62.5", Point, Some(62.5)),
            ("62,5", Comma, Some(62.5)),
            ("0,00 kg", Comma, Some(0.0)),
            ("4,808", Point, Some(4808.0)),
            ("4.808", Comma, Some(4808.0)),
            ("1.234,5", Comma, Some(1234.5)),
            ("1,234.5", Point, Some(1234.5)),
            ("1 250", Point, Some(1250.0)),
            ("1\u{202f}250,5", Comma, Some(1250.5)),
            ("1'250.5", Point, Some(1250.5)),
            ("-20", Point, Some(-20.0)),
            ("49.4% L / 50.6% R", Point, Some(49.4)),
            ("--", Point, None),
            ("", Point, None),
            ("NaN", Point, None),
            ("inf", Point, None),
            ("1.2.3", Point, None),
            ("abc", Point, None),
        ] {
            assert_eq!(number(text, mark), wanted, "{text}");
        }
    }

    #[test]
    fn the_mark_of_a_file_is_found_from_its_cells() {
        assert_eq!(
            DecimalMark::of(["4,85", "286", "00:25:16"].into_iter()),
            Comma
        );
        assert_eq!(DecimalMark::of(["4.85", "4,808"].into_iter()), Point);
        assert_eq!(DecimalMark::of(["60,0 kg", "0,00 kg"].into_iter()), Comma);
        assert_eq!(DecimalMark::of(["5", "10", ""].into_iter()), Point);
    }

    #[test]
    fn durations_have_many_spellings() {
        for (text, wanted) in [
            ("00:25:16", Some(1516.0)),
            ("25:16", Some(1516.0)),
            ("1:02:03.5", Some(3723.5)),
            ("00:25:16,4", Some(1516.4)),
            ("2h 38m", Some(9480.0)),
            ("44m", Some(2640.0)),
            ("1h", Some(3600.0)),
            ("45 s", Some(45.0)),
            ("1h 2m 3s", Some(3723.0)),
            ("90", Some(90.0)),
            ("--", None),
            ("12:75", None),
            ("1:2:3:4", None),
            ("soon", None),
        ] {
            assert_eq!(duration(text, Point), wanted, "{text}");
        }
    }
}
