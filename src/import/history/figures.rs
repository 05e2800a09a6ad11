//! Figures as exports write them: decimal commas, thousands, units behind, missing values, durations.

/// How much of a cell is shown where it is no number, in characters.
const SHOWN: usize = 20;

/// Which mark parts whole from fraction in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DecimalMark {
    /// `62.5`; commas part thousands.
    #[default]
    Point,
    /// `62,5`; points part thousands.
    Comma,
}

/// How many cells have which mark between whole and fraction.
#[derive(Debug, Default)]
pub struct MarkCount {
    points: usize,
    commas: usize,
}

impl MarkCount {
    /// Takes a cell in.
    pub fn take(&mut self, cell: &str) {
        let figure = leading_figure(cell);
        // Three digits behind a mark may be thousands, and two marks are none for a fraction.
        let fraction = |mark| {
            figure.split_once(mark).is_some_and(|(whole, rest)| {
                !whole.is_empty()
                    && rest.bytes().all(|b| b.is_ascii_digit())
                    && matches!(rest.len(), 1 | 2 | 4..)
            })
        };
        self.points += usize::from(fraction('.'));
        self.commas += usize::from(fraction(','));
    }

    /// A comma where cells such as `62,5` or `0,00 kg` stand, and no more such as `62.5`.
    pub fn mark(&self) -> DecimalMark {
        if self.commas > self.points {
            DecimalMark::Comma
        } else {
            DecimalMark::Point
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

/// True for a cell that says nothing: empty, `--`, `n/a`. NaN is an error of the program that wrote it, and not empty.
pub fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—'))
        || ["n/a", "na", "null", "none"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// The number a cell holds, whatever stands behind it: `0,00 kg`, `4,808`, `1 250`. `None` where it is missing, no
/// number, or not finite.
pub fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    if let Some(value) = bare(text, mark) {
        return Some(value);
    }
    if is_missing(text) {
        return None;
    }
    let text = text.trim();
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '0'..='9' => plain.push(c),
            '-' | '−' | '+' if plain.is_empty() => plain.push(if c == '+' { '+' } else { '-' }),
            '.' | ',' => {
                // Thousands have three digits: one column may be written otherwise than the rest of its file.
                let behind = text.get(at + 1..).unwrap_or_default();
                let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
                let decimal = (c == ',') == (mark == DecimalMark::Comma);
                if decimal || digits != 3 {
                    if plain.contains('.') {
                        return None;
                    }
                    plain.push('.');
                }
            }
            // Thousands parted by a space of any width, or by an apostrophe.
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'
                if chars.peek().is_some_and(|(_, next)| next.is_ascii_digit())
                    && plain.ends_with(|c: char| c.is_ascii_digit()) => {}
            _ => break,
        }
    }
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The number a cell holds; `None` where it says nothing.
///
/// # Errors
///
/// In words, that it says something which is no number.
pub fn said_number(text: &str, mark: DecimalMark) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match number(text, mark) {
        None if !is_missing(text) => {
            let shown: String = text.trim().chars().take(SHOWN).collect();
            Err(format!("“{shown}” is not a number"))
        }
        number => Ok(number),
    }
}

/// Most digits of a number that is exact as it is summed up.
const EXACT_DIGITS: usize = 15;

/// By what digits behind the point are divided.
const POWERS_OF_TEN: [f64; EXACT_DIGITS + 1] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// The number of up to fifteen digits, with or without a point, as most cells hold it. Digits and powers of ten are
/// exact then, and so their quotient is the number that is nearest.
fn bare(text: &str, mark: DecimalMark) -> Option<f64> {
    let (mut digits, mut value, mut fraction) = (0, 0_u64, None);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                value = value.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
            }
            b'.' if mark == DecimalMark::Point && fraction.is_none() => fraction = Some(digits),
            _ => return None,
        }
    }
    if digits == 0 || digits > EXACT_DIGITS {
        return None;
    }
    let behind = digits - fraction.unwrap_or(digits);
    Some(value as f64 / POWERS_OF_TEN.get(behind)?)
}

/// A duration in seconds: `00:25:16`, `25:16`, `1:02:03.5`, `2h 38m`, `44m`, `45 s`, or a plain number of seconds.
pub fn duration(text: &str, mark: DecimalMark) -> Option<f64> {
    if let Some(value) = bare(text, mark) {
        return Some(value);
    }
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
                "h" | "hr" | "hrs" | "std" | "hour" | "hours" | "stunde" | "stunden" | "ora"
                | "ore" => 3600.0,
                "m" | "min" | "mins" | "minute" | "minutes" | "minuten" | "minuto" | "minuti" => {
                    60.0
                }
                "s" | "sec" | "secs" | "sek" | "second" | "seconds" | "sekunde" | "sekunden"
                | "secondo" | "secondi" => 1.0,
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
            ("8053.7", Comma, Some(8053.7)),
            ("8,05", Point, Some(8.05)),
            ("12,", Point, Some(12.0)),
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
    fn bare_numbers_are_the_nearest_there_are() {
        for text in [
            "0",
            "5",
            "102.5",
            "0.1",
            "33.333333333333",
            "999999999999999",
            "7.",
            "0.07",
        ] {
            assert_eq!(bare(text, Point), text.parse().ok(), "{text}");
        }
        for other in ["", ".", "1.2.3", "62,5", "-5", "1e3", "1234567890123456"] {
            assert_eq!(bare(other, Point), None, "{other}");
        }
        assert_eq!(bare("62.5", Comma), None);
        assert_eq!(
            number("1234567890123456", Point),
            Some(1_234_567_890_123_456.0)
        );
    }

    #[test]
    fn a_cell_that_is_no_number_is_told_from_one_that_says_nothing() {
        assert_eq!(said_number("62.5 kg", Point), Ok(Some(62.5)));
        for missing in ["", " ", "--", "n/a"] {
            assert_eq!(said_number(missing, Point), Ok(None), "{missing}");
        }
        for wrong in ["NaN", "inf", "heavy", "1.2.3"] {
            assert_eq!(
                said_number(wrong, Point),
                Err(format!("“{wrong}” is not a number"))
            );
        }
        assert!(said_number(&"x".repeat(100_000), Point).unwrap_err().len() < 100);
    }

    #[test]
    fn the_mark_of_a_file_is_found_from_its_cells() {
        let mark = |cells: &[&str]| {
            let mut count = MarkCount::default();
            for cell in cells {
                count.take(cell);
            }
            count.mark()
        };
        assert_eq!(mark(&["4,85", "286", "00:25:16"]), Comma);
        assert_eq!(mark(&["4.85", "4,808"]), Point);
        assert_eq!(mark(&["60,0 kg", "0,00 kg"]), Comma);
        assert_eq!(mark(&["5", "10", ""]), Point);
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
