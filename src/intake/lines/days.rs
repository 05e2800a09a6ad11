//! Lines that begin with a day, or name several.

use chrono::Weekday;

use crate::domain::Kind;

use super::super::dates::{exchanged, when};
use super::super::items::{Fragment, ItemKind};
use super::super::lexicon::Meaning;
use super::super::reading::SourceSpan;
use super::super::session::{Draft, sessions};
use super::super::tidy::tidy;
use super::sorts::{Sort, begins_day, bullets, day_behind};
use super::{LONGEST_LINE, Reader, TextLine};

/// What stands before the day that a plan begins on, in its six languages.
const BEGINNINGS: [&str; 12] = [
    "start", "begin", "commenc", "début", "debut", "empez", "empiez", "comien", "inizi", "parten",
    "beginn", "vanaf",
];

/// Where the days stand that a strength session at the head of a line is on: "Lifting: Mon & Fri, 45 min".
fn days_of_session(fragment: &Fragment) -> Option<usize> {
    let head = bullets(fragment);
    let names = matches!(
        fragment.meaning(head),
        Some(Meaning::Kind(Kind::Strength | Kind::Mobility) | Meaning::Region(_))
    );
    let small = |at: &usize| {
        matches!(
            fragment.items.get(*at).map(|item| &item.kind),
            Some(ItemKind::Sign(':' | '-' | '=') | ItemKind::Word(Meaning::Filler | Meaning::At))
        )
    };
    let first = (head + 1..fragment.len()).find(|at| !small(at))?;
    let is_day = matches!(fragment.meaning(first), Some(Meaning::Day(_)));
    let named = fragment.is_sign(first + 1, ':') || fragment.is_sign(first + 1, '=');
    (names && is_day && !named).then_some(first)
}

/// The sessions of a fragment but for some of its words, which are no part of them.
fn sessions_without(fragment: &mut Fragment, from: usize, words: &[usize]) -> Vec<Draft> {
    for at in words {
        if let Some(item) = fragment.items.get_mut(*at) {
            item.kind = ItemKind::Word(Meaning::Filler);
        }
        fragment.read(*at, at + 1);
    }
    sessions(fragment, from)
}

impl<'a> Reader<'a, '_> {
    /// A line that begins with a day, and the lines that go on with it.
    pub(super) fn day(&mut self, lines: &[TextLine<'a>], at: usize) -> usize {
        let Some(line) = lines.get(at) else {
            return at + 1;
        };
        let mut end = at + 1;
        let head = self.fragment(line.start, line.start + line.text.len());
        let first = bullets(&head);
        let empty = when(&head, first, self.year()).is_none_or(|when| {
            (when.to..head.len()).all(|at| {
                matches!(
                    head.items.get(at).map(|item| &item.kind),
                    Some(ItemKind::Sign(_))
                )
            })
        });
        let mut blank = false;
        while let Some(next) = lines.get(end) {
            match self.sort(next) {
                Sort::Blank => {
                    if next.text.trim().is_empty() {
                        blank = true;
                        // A blank line ends a day, unless the day is still empty or the next line is indented.
                        let further = lines.get(end + 1);
                        let goes_on = further.is_some_and(|further| {
                            (further.indent > line.indent || (empty && end == at + 1))
                                && matches!(self.sort(further), Sort::Plain)
                        });
                        if !goes_on {
                            break;
                        }
                    }
                    end += 1;
                }
                Sort::Plain if self.is_on_days(next) => break,
                Sort::Plain if !blank || next.indent > line.indent || (empty && end <= at + 2) => {
                    end += 1;
                }
                _ => break,
            }
        }
        let last = lines.get(end - 1).unwrap_or(line);
        let mut fragment = self.fragment(line.start, last.start + last.text.len());
        let first = bullets(&fragment);
        self.days_from(&mut fragment, first);
        self.builder.finish_fragment(&mut fragment);
        end
    }

    /// Reads days one behind another, the first of which begins with this item.
    pub(super) fn days_from(&mut self, fragment: &mut Fragment, first: usize) {
        if day_behind(fragment, first).is_some() {
            self.session_with_day_behind(fragment, first);
            return;
        }
        let mut starts = vec![first];
        let mut at = first;
        while at < fragment.len() {
            let to = when(fragment, at, self.year()).map_or(at + 1, |when| when.to.max(at + 1));
            at = (to..fragment.len())
                .find(|at| begins_day(fragment, *at))
                .unwrap_or(fragment.len());
            if at < fragment.len() {
                starts.push(at);
            }
        }
        // Each day is read by itself, so that its words do not run into the next.
        let places: Vec<(usize, usize)> = starts
            .iter()
            .enumerate()
            .map(|(n, start)| {
                let end = starts.get(n + 1).copied().unwrap_or(fragment.len());
                (*start, end)
            })
            .collect();
        if let [_] = places.as_slice() {
            self.one_day(fragment, first);
            return;
        }
        fragment.read(0, first);
        let spans: Vec<(usize, usize)> = places
            .iter()
            .map(|(from, to)| {
                (
                    fragment.place(*from, *to).start,
                    fragment.place(*from, *to).end,
                )
            })
            .collect();
        for (start, end) in spans {
            let mut own = self.fragment(start, end);
            self.one_day(&mut own, 0);
            self.builder.finish_fragment(&mut own);
        }
        // Each day has made its own marks; drop those of the whole line.
        let keep = first;
        fragment.items.truncate(keep);
        fragment.fates.truncate(keep);
    }

    /// "Strength A (Mon)", with what is lifted on the lines below.
    fn session_with_day_behind(&mut self, fragment: &mut Fragment, first: usize) {
        let Some((day, at)) = day_behind(fragment, first) else {
            return;
        };
        fragment.read(0, first);
        self.builder.go_to(day);
        let drafts = sessions_without(fragment, first, &[at]);
        self.builder.add(&drafts, &[day], None, None);
    }

    /// True for a line that names a session first and its days behind it: "Lifting: Mon & Fri".
    fn is_on_days(&self, line: &TextLine) -> bool {
        let fragment = self.fragment(line.start, line.start + line.text.len());
        days_of_session(&fragment).is_some()
    }

    /// "Lifting: Mon & Fri, 45 min": one session, and the days that it is on.
    fn session_on_days(&mut self, line: &TextLine) -> bool {
        let mut fragment = self.fragment(line.start, line.start + line.text.len());
        let head = bullets(&fragment);
        let Some(first) = days_of_session(&fragment) else {
            return false;
        };
        let Some(when) = when(&fragment, first, self.year()) else {
            return false;
        };
        // "lift Mon + Thu, legs on Mon": which is which is for a person to say, and the line is kept.
        if (when.to..fragment.len()).any(|at| matches!(fragment.meaning(at), Some(Meaning::Day(_))))
        {
            self.builder.note(self.place(line), line.text);
            return true;
        }
        if when.days.is_empty() || when.date.is_some() {
            return false;
        }
        if let Some(day) = when.days.first() {
            self.builder.go_to(*day);
        }
        let days: Vec<usize> = (first..when.to).collect();
        let drafts = sessions_without(&mut fragment, head, &days);
        self.builder.add(&drafts, &when.days, None, None);
        self.builder.finish_fragment(&mut fragment);
        true
    }

    fn one_day(&mut self, fragment: &mut Fragment, first: usize) {
        let Some(when) = when(fragment, first, self.year()) else {
            return;
        };
        fragment.read(0, when.to);
        let mut from = when.to;
        let date = when.date.map(|date| self.builder.dated(date));
        if when.doubtful
            && let Some(date) = date
        {
            let or = exchanged(date).map(|other| other.to_string());
            fragment.guess(first, when.to, date.to_string(), or.as_slice());
        }
        let number_day = when
            .number
            .and_then(|number| Weekday::try_from((number - 1) as u8).ok());
        let days: Vec<Weekday> = if when.days.is_empty() {
            number_day.into_iter().collect()
        } else {
            when.days.clone()
        };
        if let Some(day) = days.first()
            && date.is_none()
        {
            self.builder.go_to(*day);
        }
        // "Sat or Sun long 90": the day taken is a guess, and the words stay.
        if fragment.is(from, &Meaning::Or)
            && matches!(fragment.meaning(from + 1), Some(Meaning::Day(_)))
        {
            from += 2;
        }
        while matches!(
            fragment.items.get(from).map(|item| &item.kind),
            Some(ItemKind::Sign(
                ':' | '-' | ',' | '.' | '|' | ')' | '=' | '\n' | ']' | '*'
            ))
        ) {
            from += 1;
        }
        let drafts = sessions(fragment, from);
        let days = if date.is_some() { Vec::new() } else { days };
        self.builder.add(&drafts, &days, date, None);
    }

    /// True for the date that a plan begins on: "we start on Mon 30 Nov", above the days themselves.
    fn is_start(&mut self, fragment: &Fragment, day: usize) -> bool {
        let said = (day.saturating_sub(2)..day).any(|at| {
            let word = fragment.written(at, at + 1).to_lowercase();
            BEGINNINGS.iter().any(|begins| word.starts_with(begins))
        });
        let date = when(fragment, day, self.year()).and_then(|when| when.date);
        match date.filter(|_| said && self.has_days) {
            Some(date) => {
                self.builder.starts(date);
                true
            }
            None => false,
        }
    }

    /// Days amid a sentence: "Hi Anna, on Tuesday 6x800 and on Thursday 8 km easy." True when there are any.
    pub(super) fn days_within(&mut self, line: &TextLine) -> bool {
        if line.text.len() > LONGEST_LINE {
            return false;
        }
        let fragment = self.fragment(line.start, line.start + line.text.len());
        let day_with_content = |at: &usize| {
            matches!(fragment.meaning(*at), Some(Meaning::Day(_)))
                && fragment.written(*at, *at + 1).chars().count() >= 3
                && (*at + 1..fragment.len().min(*at + 8)).any(|at| {
                    fragment.figure(at).is_some()
                        || matches!(fragment.meaning(at), Some(Meaning::Kind(_)))
                })
        };
        let Some(first) = (0..fragment.len()).find(day_with_content) else {
            return false;
        };
        if self.is_start(&fragment, first) {
            return false;
        }
        // "Same as last week but 8 x 3:00 on Tue": what stands before the day belongs to it, and the sentence is prose.
        if self.session_on_days(line) {
            return true;
        }
        let is_work = |at: usize| {
            matches!(
                fragment.meaning(at),
                Some(Meaning::Times | Meaning::Unit(_) | Meaning::Kind(_) | Meaning::Run)
            )
        };
        if (0..first).any(is_work) {
            return false;
        }
        let from = fragment.place(first, first).start;
        let head = SourceSpan {
            piece: self.piece,
            start: self.place(line).start,
            end: from,
        };
        let words = self.text.get(head.start..head.end).unwrap_or_default();
        self.builder.note(head, &tidy(words));
        let mut own = self.fragment(from, line.start + line.text.len());
        self.days_from(&mut own, 0);
        self.builder.finish_fragment(&mut own);
        true
    }
}
