//! Days written as one or two letters at the head of lines: `M - off`, `T: 6x800`, `Th 8 easy`, `Su 14`. A letter alone
//! says little; a column of them is a week.

use std::collections::HashMap;

use chrono::Weekday;

use super::language::Language;

/// How the days from Monday on begin in a language.
const MARKS: [(Language, [&[&str]; 7]); 6] = [
    (
        Language::English,
        [
            &["M", "Mo"],
            &["T", "Tu"],
            &["W", "We"],
            &["T", "Th", "R"],
            &["F", "Fr"],
            &["S", "Sa"],
            &["S", "Su"],
        ],
    ),
    (
        Language::German,
        [
            &["M", "Mo"],
            &["D", "Di"],
            &["M", "Mi"],
            &["D", "Do"],
            &["F", "Fr"],
            &["S", "Sa"],
            &["S", "So"],
        ],
    ),
    (
        Language::Dutch,
        [
            &["M", "Ma"],
            &["D", "Di"],
            &["W", "Wo"],
            &["D", "Do"],
            &["V", "Vr"],
            &["Z", "Za"],
            &["Z", "Zo"],
        ],
    ),
    (
        Language::French,
        [
            &["L", "Lu"],
            &["M", "Ma"],
            &["M", "Me"],
            &["J", "Je"],
            &["V", "Ve"],
            &["S", "Sa"],
            &["D", "Di"],
        ],
    ),
    (
        Language::Spanish,
        [
            &["L", "Lu"],
            &["M", "Ma"],
            &["X", "M", "Mi"],
            &["J", "Ju"],
            &["V", "Vi"],
            &["S", "Sa"],
            &["D", "Do"],
        ],
    ),
    (
        Language::Italian,
        [
            &["L", "Lu"],
            &["M", "Ma"],
            &["M", "Me"],
            &["G", "Gi"],
            &["V", "Ve"],
            &["S", "Sa"],
            &["D", "Do"],
        ],
    ),
];

/// Fewer different days than this may be letters of something else, such as paces.
const FEWEST_DAYS: usize = 4;

/// The days of the letters at the head of lines, by the byte at which they stand. Empty where the letters make no weeks.
/// `language` is that of the text, which counts where several fit.
pub(super) fn letter_days(text: &str, language: Language) -> HashMap<usize, Weekday> {
    let mut start = 0;
    let mut heads = Vec::new();
    for line in text.split('\n') {
        heads.extend(head(line).map(|(at, mark)| (start + at, mark)));
        start += line.len() + 1;
    }
    weeks_of(&heads, language).into_iter().collect()
}

/// The days of one or two letters that stand behind one another, each with its place. Empty where they make no weeks.
pub(super) fn weeks_of(heads: &[(usize, &str)], language: Language) -> Vec<(usize, Weekday)> {
    let own = MARKS.iter().filter(|(it, _)| *it == language);
    let others = MARKS.iter().filter(|(it, _)| *it != language);
    let mut best: Vec<(usize, Weekday)> = Vec::new();
    for (_, marks) in own.chain(others) {
        let found = in_order(heads, marks);
        if found.len() > best.len() {
            best = found;
        }
    }
    best
}

/// One or two letters at the head of a line, behind bullets, and where they stand.
fn head(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches(|c: char| c.is_whitespace() || "-*•>#|_[".contains(c));
    let end = words
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(words.len());
    let (mark, rest) = words.split_at(end);
    let letters = mark.chars().count();
    let is_mark = (1..=2).contains(&letters) && mark.starts_with(char::is_uppercase);
    let next = rest.chars().next()?;
    let parted = next.is_whitespace() || ":-–—.)|,".contains(next);
    (is_mark && parted).then(|| (line.len() - words.len(), mark))
}

/// The days of the marks that a language knows, each the next of its kind behind the one before; nothing where they make
/// no weeks.
fn in_order(heads: &[(usize, &str)], marks: &[&[&str]; 7]) -> Vec<(usize, Weekday)> {
    let days_of = |mark: &str| {
        let is_own = |own: &&str| own.eq_ignore_ascii_case(mark);
        let days: Vec<usize> = (0..7)
            .filter(|day| marks[*day].iter().any(is_own))
            .collect();
        days
    };
    let known: Vec<(usize, Vec<usize>)> = heads
        .iter()
        .map(|(at, mark)| (*at, days_of(mark)))
        .filter(|(_, days)| !days.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut last: Option<usize> = None;
    let mut weeks = 1;
    for (n, (at, days)) in known.iter().enumerate() {
        let later = days.iter().find(|day| last.is_none_or(|last| **day > last));
        // A week that begins on Sunday: its first letter is that of Saturday as well.
        let before_monday = known.get(n + 1).is_some_and(|(_, next)| next.contains(&0));
        let sunday = days.contains(&6) && before_monday && (last.is_none() || last == Some(5));
        let day = match later {
            _ if sunday => 6,
            Some(day) => *day,
            None => {
                weeks += 1;
                days[0]
            }
        };
        // After Sunday comes Monday: begin anew.
        last = Some(day).filter(|_| !sunday);
        if let Ok(weekday) = Weekday::try_from(day as u8) {
            found.push((*at, weekday));
        }
    }
    let mut different: Vec<Weekday> = found.iter().map(|(_, day)| *day).collect();
    different.sort_by_key(Weekday::num_days_from_monday);
    different.dedup();
    let fits = different.len() >= FEWEST_DAYS && found.len() >= weeks * 3;
    if fits { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Weekday::*;

    fn days(text: &str, language: Language) -> Vec<Weekday> {
        let found = letter_days(text, language);
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, day)| day).collect()
    }

    #[test]
    fn a_column_of_letters_is_a_week() {
        let week = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];
        for (text, language) in [
            (
                "M - off\nT - 8\nW - 5\nTh - 6\nF - off\nSa - 4\nSu - 14",
                Language::English,
            ),
            (
                "M: off\nT: 8\nW: 5\nT: 6\nF: off\nS: 4\nS: 14",
                Language::English,
            ),
            ("M off\nT 8\nW 5\nR 6\nF off\nS 4\nS 14", Language::English),
            (
                "M: frei\nD: 8\nM: 5\nD: 6\nF: frei\nS: 4\nS: 14",
                Language::German,
            ),
            (
                "L : repos\nM : 8\nM : 5\nJ : 6\nV : repos\nS : 4\nD : 14",
                Language::French,
            ),
            (
                "L: descanso\nM: 8\nX: 5\nJ: 6\nV: 5\nS: 4\nD: 14",
                Language::Spanish,
            ),
            (
                "L: riposo\nM: 8\nM: 5\nG: 6\nV: 5\nS: 4\nD: 14",
                Language::Italian,
            ),
            (
                "M: rust\nD: 8\nW: 5\nD: 6\nV: 5\nZ: 4\nZ: 14",
                Language::Dutch,
            ),
        ] {
            assert_eq!(days(text, language), week, "{text}");
        }
    }

    #[test]
    fn weeks_follow_each_other_and_may_begin_on_sunday() {
        let text =
            "S - 12\nM - off\nT - 6\nW - 5\nT - 6\nF - off\nS - 4\nS - 13\nM - off\nT - 6\nW - 5";
        let is = [Sun, Mon, Tue, Wed, Thu, Fri, Sat, Sun, Mon, Tue, Wed];
        assert_eq!(days(text, Language::English), is);
    }

    #[test]
    fn letters_of_paces_and_of_exercises_are_no_days() {
        for text in [
            "E: 5:30/km\nM: 4:40/km\nT: 4:20/km\nI: 4:00/km\nR: 3:40/km",
            "A1 Bench 3x8\nA2 Row 3x8\nB Squat 3x5",
            "Dear Tom,\nSee you on Monday",
        ] {
            assert_eq!(days(text, Language::English), [], "{text}");
        }
    }
}
