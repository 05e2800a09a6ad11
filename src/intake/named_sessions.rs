//! Sessions that a plan explains once and names elsewhere: `Gym A: squat 3x5, RDL 3x8` below a table whose cells say
//! `Gym A`.

use std::collections::BTreeMap;

/// The longest name, in letters.
const LONGEST_NAME: usize = 24;
/// The longest explanation, in bytes.
const LONGEST: usize = 1_000;

/// What a plan explains, by the name in small letters.
#[derive(Debug, Clone, Default)]
pub(super) struct NamedSessions {
    explained: BTreeMap<String, String>,
}

impl NamedSessions {
    /// What the texts explain. A name counts where it stands a second time, for else the line is the session itself.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut explained = BTreeMap::new();
        for text in texts.clone() {
            let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
            for (at, line) in lines.iter().enumerate() {
                let Some((name, words)) = named(line) else {
                    continue;
                };
                // What stands on lines of its own below the name is part of it, up to a blank line.
                let below = lines
                    .iter()
                    .skip(at + 1)
                    .take_while(|line| !line.is_empty() && has_dose(line) && named(line).is_none());
                let all: Vec<&str> = std::iter::once(words)
                    .chain(below.copied())
                    .filter(|it| !it.is_empty())
                    .collect();
                let all = all.join(", ");
                if has_dose(&all) && all.len() <= LONGEST {
                    explained.entry(name).or_insert(all);
                }
            }
        }
        if explained.is_empty() {
            return Self::default();
        }
        let mut times: BTreeMap<&str, usize> =
            explained.keys().map(|name| (name.as_str(), 0)).collect();
        for text in texts {
            let text = text.to_lowercase();
            for (name, count) in &mut times {
                *count += text.matches(*name).count();
            }
        }
        let used: Vec<String> = times
            .into_iter()
            .filter(|(_, count)| *count >= 2)
            .map(|(name, _)| name.to_owned())
            .collect();
        explained.retain(|name, _| used.contains(name));
        Self { explained }
    }

    /// What stands behind a name.
    pub(super) fn explained(&self, name: &str) -> Option<&str> {
        if self.explained.is_empty() {
            return None;
        }
        self.explained.get(&key(name)).map(String::as_str)
    }

    /// True for a line that explains one of them.
    pub(super) fn explains(&self, line: &str) -> bool {
        !self.explained.is_empty()
            && named(line.trim()).is_some_and(|(name, _)| self.explained.contains_key(&name))
    }
}

fn key(name: &str) -> String {
    name.trim()
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name of a line such as `Gym A: …` and the words behind it: one or two words and a letter or number.
fn named(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || "-*•>#|_[".contains(c));
    let (name, words) = line
        .split_once([':', '='])
        .or_else(|| line.split_once(" - "))?;
    if name.chars().count() > LONGEST_NAME {
        return None;
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let (last, before) = parts.split_last()?;
    let is_label = matches!(last.chars().count(), 1)
        && last
            .chars()
            .all(|c| c.is_ascii_uppercase() || ('1'..='9').contains(&c));
    let is_word = |word: &&str| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic);
    let is_name = is_label && (1..=2).contains(&before.len()) && before.iter().all(is_word);
    // "Week 1:" and "Day 2:" count weeks and days.
    let counts = [
        "week",
        "day",
        "woche",
        "tag",
        "semaine",
        "jour",
        "semana",
        "dia",
        "día",
        "settimana",
        "giorno",
        "dag",
        "phase",
    ];
    let is_count = before
        .iter()
        .any(|word| counts.contains(&word.to_lowercase().as_str()));
    (is_name && !is_count).then(|| (key(name), words.trim()))
}

/// True where sets and repetitions stand: `3x8`, `3 x 8`.
fn has_dose(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.windows(3).any(|three| {
        three[0].is_ascii_digit()
            && matches!(three[1], 'x' | 'X' | '×')
            && (three[2].is_ascii_digit() || three[2] == 'm')
    })
}
