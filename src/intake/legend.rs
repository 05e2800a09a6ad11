//! Pace legends: `E = 5:30-6:00/km, T = 4:25`.

use std::collections::HashMap;

use crate::domain::{DistanceUnit, Pace, Target};

use super::scan::{NumberToken, Token, TokenKind, scan};

/// Letters and words whose pace the text explains.
#[derive(Debug, Clone, Default)]
pub(super) struct Legend {
    paces: HashMap<String, Pace>,
}

/// The slowest and fastest pace that a legend explains, in seconds a kilometre.
const PACES: std::ops::RangeInclusive<f64> = 130.0..=780.0;

impl Legend {
    /// The pace of a word, as a target.
    pub(super) fn target(&self, word: &str) -> Option<Target> {
        self.paces
            .get(&super::scan::fold(word))
            .copied()
            .map(Target::Pace)
    }

    /// Reads a line as a legend: one or more words, each with `=` or `:` and a pace, and nothing else. Learns them and
    /// returns true, or leaves everything as it was.
    pub(super) fn learn(&mut self, line: &str, unit: DistanceUnit) -> bool {
        let tokens = scan(line);
        let Some(found) = entries(&tokens, unit) else {
            return false;
        };
        for (word, pace) in found {
            self.paces.insert(word, pace);
        }
        true
    }
}

/// All tokens of the line must belong to entries.
fn entries(tokens: &[Token], unit: DistanceUnit) -> Option<Vec<(String, Pace)>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut equals = 0;
    while at < tokens.len() {
        if tokens.get(at).is_some_and(|t| {
            t.is(',') || t.is(';') || t.is('|') || t.is('•') || t.is('-') || t.is('/')
        }) {
            at += 1;
            continue;
        }
        let mut words = Vec::new();
        while let Some(token) = tokens.get(at)
            && (token.kind == TokenKind::Word
                || matches!(token.kind, TokenKind::Number(NumberToken::Plain(_))))
            && words.len() < 4
        {
            words.push(token.norm.clone());
            at += 1;
        }
        if words.is_empty()
            || words
                .iter()
                .all(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        {
            return None;
        }
        match tokens.get(at) {
            Some(token) if token.is('=') => {
                equals += 1;
                at += 1;
            }
            Some(token) if token.is(':') => at += 1,
            _ => return None,
        }
        let (pace, next) = pace_at(tokens, at, unit)?;
        at = next;
        words.retain(|word| !matches!(word.as_str(), "pace" | "tempo" | "allure" | "ritmo"));
        found.push((words.join(" "), pace));
    }
    // One word with a colon could as well be a day or a kind with its pace.
    (!found.is_empty() && (equals > 0 || found.len() > 1)).then_some(found)
}

fn pace_at(tokens: &[Token], mut at: usize, unit: DistanceUnit) -> Option<(Pace, usize)> {
    let clock = |at: usize| match tokens.get(at)?.kind {
        TokenKind::Number(NumberToken::Clock {
            parts: [Some(minutes), Some(seconds), None],
        }) => Some(f64::from(minutes * 60 + seconds)),
        _ => None,
    };
    let first = clock(at)?;
    at += 1;
    let mut middle = first;
    if tokens.get(at).is_some_and(|t| t.is('-'))
        && let Some(second) = clock(at + 1)
    {
        middle = f64::midpoint(first, second);
        at += 2;
    }
    if tokens.get(at).is_some_and(|t| t.norm == "min") {
        at += 1;
    }
    let mut own = unit;
    if tokens.get(at).is_some_and(|t| t.is('/')) {
        own = match tokens.get(at + 1)?.norm.as_str() {
            "km" | "k" => DistanceUnit::Km,
            "mi" | "mile" | "m" => DistanceUnit::Miles,
            _ => return None,
        };
        at += 2;
    }
    let pace = match own {
        DistanceUnit::Km => Pace::from_seconds_per_km(middle),
        DistanceUnit::Miles => Pace::from_seconds_per_mile(middle),
    };
    PACES.contains(&pace.seconds_per_km()).then_some((pace, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legend_explains_letters() {
        let mut legend = Legend::default();
        assert!(legend.learn("E = 5:30-6:00/km, T = 4:25", DistanceUnit::Km));
        let pace = |word| legend.target(word);
        assert_eq!(
            pace("T"),
            Some(Target::Pace(Pace::from_seconds_per_km(265.0)))
        );
        assert_eq!(
            pace("e"),
            Some(Target::Pace(Pace::from_seconds_per_km(345.0)))
        );
        assert_eq!(pace("I"), None);
    }

    #[test]
    fn a_workout_is_no_legend() {
        for line in [
            "Tue: 6:30",
            "easy 5:30/km",
            "6x800 @ 3:20",
            "T",
            "Long run: 2:10",
        ] {
            assert!(!Legend::default().learn(line, DistanceUnit::Km), "{line}");
        }
    }
}
