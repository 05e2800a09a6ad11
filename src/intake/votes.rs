//! Which languages a text is written in.

use super::language::Language;
use super::lexicon::{Lexicon, Meaning};
use super::scan::Token;

/// How much of a text speaks for each language.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Votes([f64; 6]);

impl Votes {
    /// Counts the words of some tokens. A word that several languages share speaks less for each; a long one more.
    pub(super) fn count(&mut self, tokens: &[Token]) {
        let lexicon = Lexicon::get();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let Some((meanings, used)) = lexicon.longest(rest) else {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            let letters: usize = rest
                .iter()
                .take(used)
                .map(|token| token.norm.chars().filter(|c| c.is_alphabetic()).count())
                .sum();
            let figured = rest
                .iter()
                .take(used)
                .any(|token| token.norm.starts_with(|c: char| c.is_ascii_digit()));
            if letters > 1 && !figured {
                let mut heard: Vec<Language> = meanings.iter().map(|(own, _)| *own).collect();
                heard.sort_unstable();
                heard.dedup();
                let weight = (letters.min(10) as f64) / heard.len().pow(2) as f64;
                for language in heard {
                    self.0[language as usize] += weight;
                }
            }
            debug_assert!(used > 0, "{first:?}");
            rest = rest.get(used.max(1)..).unwrap_or_default();
        }
    }

    /// The votes of a whole text with those of one line, which count more for the line.
    pub(super) fn and_line(self, line: Self) -> Self {
        let mut all = self;
        let whole: f64 = self.0.iter().sum::<f64>().max(1.0);
        for (own, line) in all.0.iter_mut().zip(line.0) {
            *own = *own / whole * 12.0 + line;
        }
        all
    }

    /// The language that most speaks for; English when nothing does.
    pub(super) fn first(self) -> Language {
        Language::ALL
            .into_iter()
            .fold(Language::English, |best, language| {
                if self.0[language as usize] > self.0[best as usize] {
                    language
                } else {
                    best
                }
            })
    }

    /// True when a language among these is one that the text speaks, at least in part.
    pub(super) fn hears(self, meanings: &[(Language, Meaning)]) -> bool {
        const PART: f64 = 0.3;
        let most = self.0.iter().copied().fold(0.0, f64::max);
        meanings
            .iter()
            .any(|(language, _)| self.0[*language as usize] >= PART * most)
    }

    /// The meaning in the language that most speaks for.
    pub(super) fn choose(self, meanings: &[(Language, Meaning)]) -> Option<&Meaning> {
        let mut best: Option<(f64, &Meaning)> = None;
        for (language, meaning) in meanings {
            let weight = self.0[*language as usize];
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, meaning));
            }
        }
        best.map(|(_, meaning)| meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::scan::scan;

    #[test]
    fn each_language_is_known_by_its_words() {
        for (text, language) in [
            ("Tuesday easy run 45 min with strides", Language::English),
            (
                "Dienstag lockerer Dauerlauf 45 Minuten mit Steigerungen",
                Language::German,
            ),
            (
                "Dinsdag rustige duurloop 45 minuten met versnellingen",
                Language::Dutch,
            ),
            (
                "Mardi footing 45 minutes avec lignes droites",
                Language::French,
            ),
            (
                "Martes rodaje suave 45 minutos con rectas",
                Language::Spanish,
            ),
            (
                "Martedì corsa lenta 45 minuti con allunghi",
                Language::Italian,
            ),
            ("5 x 1000", Language::English),
        ] {
            let mut votes = Votes::default();
            votes.count(&scan(text));
            assert_eq!(votes.first(), language, "{text}");
        }
    }
}
