//! Repeats that are written otherwise: ladders, `400m x 8`.

use super::super::amount::Amount;
use super::super::lexicon::Unit;
use super::Reader;
use super::repeats::MOST_REPEATS;

/// Words for doing it again, and those behind the count, in the six languages.
const REPEAT: &[&str] = &[
    "repeat",
    "wiederholen",
    "wiederhole",
    "répéter",
    "répète",
    "repetir",
    "repite",
    "ripetere",
    "ripeti",
    "herhaal",
    "herhalen",
];
const TIMES: &[&str] = &["times", "mal", "fois", "veces", "volte", "keer", "maal"];

impl Reader<'_, '_> {
    /// `1-2-3-2-1 min`, `400/800/1200/800/400`: a step for each figure.
    pub(super) fn ladder(&mut self, at: usize) -> Option<usize> {
        let mut figures = vec![self.fragment.number(at)?];
        let mut next = at + 1;
        while ['-', '/', ',']
            .iter()
            .any(|sign| self.fragment.is_sign(next, *sign))
            && let Some(figure) = self.fragment.number(next + 1)
        {
            figures.push(figure);
            next += 2;
        }
        if figures.len() < 3 || figures.len() > 15 {
            return None;
        }
        let far = figures
            .iter()
            .all(|figure| figure % 50.0 == 0.0 && (100.0..=5000.0).contains(figure));
        let (scale, to): (fn(f64) -> Amount, usize) = match self.fragment.unit(next) {
            Some((Unit::Minute, to)) => (|figure| Amount::Seconds(figure * 60.0), to),
            Some((Unit::Second, to)) => (Amount::Seconds, to),
            Some((Unit::Km, to)) => (|figure| Amount::Meters(figure * 1000.0), to),
            Some((Unit::Mile, to)) => (|figure| Amount::Meters(figure * 1609.344), to),
            Some((Unit::Meter, to)) if far => (Amount::Meters, to),
            Some((Unit::Meter, to)) => (|figure| Amount::Seconds(figure * 60.0), to),
            None if far => (Amount::Meters, next),
            _ => return None,
        };
        self.fragment.read(at, to);
        for figure in figures {
            self.push_counted(1, scale(figure), at, to);
        }
        Some(to)
    }

    /// `x 8` behind what is repeated.
    pub(super) fn postfix(&mut self, at: usize, to: usize) -> Option<usize> {
        if let Some((count, next)) = self.repeated(at, to) {
            return self.repeat_what_stood_before(count, at, next);
        }
        if !self.is_times(at) {
            return None;
        }
        let count = self.fragment.count(at + 1, 2..=MOST_REPEATS)?;
        if self.fragment.unit(at + 2).is_some() || self.is_times(at + 2) {
            return None;
        }
        // Yasso 800s x 6.
        if self.words.parts.is_empty() {
            let meters = (self.segment_start..at).find_map(|item| {
                let written = self.fragment.written(item, item + 1);
                let figure: String = written.chars().filter(char::is_ascii_digit).collect();
                figure
                    .parse::<f64>()
                    .ok()
                    .filter(|meters| (100.0..=5000.0).contains(meters))
            })?;
            self.fragment.read(at, at + 2);
            self.push_counted(count, Amount::Meters(meters), at, at + 2);
            return Some(at + 2);
        }
        self.repeat_what_stood_before(count, at, at + 2)
    }

    /// "repeat 5 times", "6 Mal wiederholen", "per 6 volte": the count, and the item behind.
    fn repeated(&self, at: usize, to: usize) -> Option<(u32, usize)> {
        if self.words.parts.is_empty() {
            return None;
        }
        let is_repeat = |at: usize| {
            let word = self.fragment.written(at, at + 1).to_lowercase();
            REPEAT.contains(&word.as_str())
        };
        let leads = is_repeat(at);
        let figure = at + usize::from(leads || self.is_times(at));
        let count = self.fragment.count(figure, 2..=MOST_REPEATS)?;
        let times = self.fragment.written(figure + 1, figure + 2).to_lowercase();
        let is_times = self.is_times(figure + 1) || TIMES.contains(&times.as_str());
        let next = figure + 2;
        if !is_times {
            return None;
        }
        if leads || is_repeat(next) {
            return Some((count, next + usize::from(!leads)));
        }
        // "5 min correre, 1 min camminare, 6 volte": nothing follows that could be repeated.
        let ends = (next..to).all(|at| self.fragment.figure(at).is_none());
        (ends && TIMES.contains(&times.as_str())).then_some((count, next))
    }

    /// Repeats the last part, or those in the brackets that end here.
    fn repeat_what_stood_before(&mut self, count: u32, at: usize, next: usize) -> Option<usize> {
        let grouped =
            at > 0 && (self.fragment.is_sign(at - 1, ')') || self.fragment.is_sign(at - 1, ']'));
        let open = if grouped { self.opening(at - 1) } else { at };
        let mut first = self.words.parts.len().checked_sub(1)?;
        while grouped
            && first > 0
            && self
                .words
                .parts
                .get(first - 1)
                .is_some_and(|part| part.from > open)
        {
            first -= 1;
        }
        let last = self.words.parts.get(first)?;
        if last.counted && !grouped {
            return None;
        }
        if !grouped
            && first > 0
            && last.is_recovery()
            && self
                .words
                .parts
                .get(first - 1)
                .is_some_and(|part| !part.counted && part.role.is_none())
        {
            first -= 1;
        }
        let group = self.words.parts.split_off(first);
        self.fragment.read(at, next);
        let from = group.first().map_or(at, |part| part.from);
        self.push_group(count, group, from, next);
        Some(next)
    }

    fn opening(&self, close: usize) -> usize {
        let mut depth = 0;
        for at in (self.from..=close).rev() {
            if self.fragment.is_sign(at, ')') || self.fragment.is_sign(at, ']') {
                depth += 1;
            } else if self.fragment.is_sign(at, '(') || self.fragment.is_sign(at, '[') {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        self.from
    }
}
