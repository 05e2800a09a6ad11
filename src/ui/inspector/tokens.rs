//! The short texts of the inspector's fields, cut into figures, clock figures and words.

/// A piece of a typed text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A figure, with a point or a comma for decimals.
    Number(f64),
    /// Figures with colons between them: `4:05`, `1:40:30`.
    Clock(Vec<u32>),
    /// Letters in lower case, with the slash before or the hyphen within them: `km`, `/km`, `warm-up`.
    Word(String),
    /// `@`, or the word "at".
    At,
    /// A dash between two figures.
    Dash,
}

impl Token {
    /// The word, when it is one.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// How a clock figure of two parts is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClockReading {
    /// `1:20` is an hour and twenty minutes.
    HoursMinutes,
    /// `1:20` is a minute and twenty seconds.
    MinutesSeconds,
}

/// Cuts a text into tokens. Commas, middle dots and semicolons between words only separate.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let lower = text.to_lowercase();
    let mut rest = lower.trim_start();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '0'..='9' => figure(rest, &mut found)?,
            '@' => single(first, Token::At, &mut found),
            '-' | '–' => single(first, Token::Dash, &mut found),
            '×' => single(first, Token::Word("x".to_owned()), &mut found),
            '\'' | '′' | '’' => single(first, Token::Word("min".to_owned()), &mut found),
            '"' | '″' | '”' => single(first, Token::Word("s".to_owned()), &mut found),
            ',' | ';' | '·' | '.' => first.len_utf8(),
            _ if first == '/' || first.is_alphabetic() => word(rest, &mut found),
            _ => return Err(format!("“{first}” has no meaning here")),
        };
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(found)
}

fn single(first: char, token: Token, found: &mut Vec<Token>) -> usize {
    found.push(token);
    first.len_utf8()
}

/// Reads a figure at the start of `rest` and tells how many bytes it takes.
fn figure(rest: &str, found: &mut Vec<Token>) -> Result<usize, String> {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let before_digit = rest
            .get(at + 1..)
            .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
        if c.is_ascii_digit() || (matches!(c, '.' | ',' | ':') && before_digit) {
            end = at + 1;
        } else {
            break;
        }
    }
    let figure = rest.get(..end).unwrap_or_default();
    let unreadable = || format!("“{figure}” is not a figure");
    let token = if figure.contains(':') {
        let parts: Result<Vec<u32>, _> = figure.split(':').map(str::parse).collect();
        Token::Clock(parts.map_err(|_| unreadable())?)
    } else {
        Token::Number(figure.replace(',', ".").parse().map_err(|_| unreadable())?)
    };
    found.push(token);
    Ok(end)
}

/// Reads a word at the start of `rest` and tells how many bytes it takes.
fn word(rest: &str, found: &mut Vec<Token>) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let before_letter = || {
            rest.get(at + 1..)
                .is_some_and(|t| t.starts_with(char::is_alphabetic))
        };
        let within = c.is_alphabetic() || (at == 0 && c == '/') || (c == '-' && before_letter());
        if !within {
            break;
        }
        end = at + c.len_utf8();
    }
    let word = rest.get(..end).unwrap_or_default();
    found.push(if word == "at" {
        Token::At
    } else {
        Token::Word(word.to_owned())
    });
    end
}

/// The time at the start of `tokens` in seconds, and how many tokens it takes:
/// `45 min`, `1h20`, `1 h 20 min`, `90 s`, `3:30`. `None` when there is none; a bare figure is none.
pub(super) fn time(tokens: &[Token], clock: ClockReading) -> Option<(f64, usize)> {
    if let Some(Token::Clock(parts)) = tokens.first() {
        return Some((clock_seconds(parts, clock)?, 1));
    }
    let (mut seconds, mut used, mut hours_last) = (0.0, 0, false);
    while let Some(Token::Number(value)) = tokens.get(used) {
        let unit = tokens
            .get(used + 1)
            .and_then(Token::word)
            .and_then(unit_seconds);
        match unit {
            Some(unit) => {
                seconds += value * unit;
                hours_last = unit > 60.0;
                used += 2;
            }
            None if hours_last => {
                seconds += value * 60.0;
                used += 1;
                break;
            }
            None => break,
        }
    }
    (used > 0).then_some((seconds, used))
}

/// Seconds in a unit of time.
fn unit_seconds(word: &str) -> Option<f64> {
    match word {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(3600.0),
        "min" | "mins" | "minute" | "minutes" => Some(60.0),
        "s" | "sec" | "secs" | "second" | "seconds" => Some(1.0),
        _ => None,
    }
}

/// Seconds of a clock figure whose later parts stay below 60.
pub(super) fn clock_seconds(parts: &[u32], clock: ClockReading) -> Option<f64> {
    let (first, later) = parts.split_first()?;
    if later.iter().any(|part| *part >= 60) {
        return None;
    }
    let first = f64::from(*first);
    match (later, clock) {
        ([minutes], ClockReading::HoursMinutes) => {
            Some(first * 3600.0 + f64::from(*minutes) * 60.0)
        }
        ([seconds], ClockReading::MinutesSeconds) => Some(first * 60.0 + f64::from(*seconds)),
        ([minutes, seconds], _) => {
            Some(first * 3600.0 + f64::from(*minutes) * 60.0 + f64::from(*seconds))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Token {
        Token::Word(text.to_owned())
    }

    #[test]
    fn figures_and_words_need_no_spaces_between_them() {
        let expected = vec![
            Token::Number(6.0),
            word("x"),
            Token::Number(800.0),
            word("m"),
            Token::At,
            Token::Clock(vec![4, 5]),
            word("/km"),
        ];
        assert_eq!(tokens("6x800m @4:05/km").unwrap(), expected);
        assert_eq!(tokens("6 × 800 m at 4:05 /km").unwrap(), expected);
    }

    #[test]
    fn commas_are_decimals_only_within_a_figure() {
        assert_eq!(tokens("1,5 km, 2.5").unwrap().len(), 3);
        assert_eq!(tokens("1,5").unwrap(), [Token::Number(1.5)]);
    }

    #[test]
    fn hyphens_hold_words_together_and_figures_apart() {
        assert_eq!(tokens("warm-up").unwrap(), [word("warm-up")]);
        assert_eq!(
            tokens("150-165bpm").unwrap(),
            [
                Token::Number(150.0),
                Token::Dash,
                Token::Number(165.0),
                word("bpm")
            ]
        );
        assert!(tokens("5 & 6").is_err());
    }

    #[test]
    fn a_clock_figure_is_read_as_its_field_says() {
        let clock = tokens("1:20").unwrap();
        assert_eq!(time(&clock, ClockReading::HoursMinutes), Some((4800.0, 1)));
        assert_eq!(time(&clock, ClockReading::MinutesSeconds), Some((80.0, 1)));
        assert_eq!(
            time(&tokens("1:75").unwrap(), ClockReading::MinutesSeconds),
            None
        );
        assert_eq!(
            time(&tokens("1h20 easy").unwrap(), ClockReading::HoursMinutes),
            Some((4800.0, 3))
        );
    }
}
