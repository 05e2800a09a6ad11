//! Reads a text: which lines are days, headings, totals and greetings, and which belong together.

use chrono::{NaiveDate, Weekday};

use crate::domain::Workout;

use super::builder::{Builder, MOST_SESSIONS};
use super::dates::{week, when};
use super::figures::Setting;
use super::items::{Context, Fragment, ItemKind};
use super::lexicon::Meaning;
use super::reading::{Certainty, Options, Place};
use super::session::{Draft, sessions, tidy};

/// Lines longer than this are prose; they are kept, and not searched for figures.
const LONGEST_LINE: usize = 4_000;
/// A session that nobody placed on a day has no more words than this beside its figures.
const MOST_UNKNOWN: usize = 12;

/// A line with its place in the text.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
    indent: usize,
}

/// Reads the lines of a piece into a builder.
pub(super) fn read_lines(
    text: &str,
    piece: usize,
    context: &Context,
    options: &Options,
    builder: &mut Builder,
) {
    let lines = lines(text);
    let mut reader = Reader {
        text,
        piece,
        context,
        options,
        builder,
        has_days: false,
    };
    let year = reader.year();
    reader.has_days = lines.iter().any(|line| {
        let fragment = reader.fragment(line.start, line.start + line.text.len().min(200));
        when(&fragment, bullets(&fragment), year)
            .is_some_and(|when| !when.days.is_empty() || when.date.is_some())
    });
    let mut at = 0;
    while at < lines.len() {
        at = reader.block(&lines, at).max(at + 1);
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split('\n') {
        let line = raw.strip_suffix('\r').unwrap_or(raw);
        let indent = line
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        lines.push(Line {
            text: line,
            start,
            indent,
        });
        start += raw.len() + 1;
    }
    lines
}

/// The first item behind bullets and signs of headings.
fn bullets(fragment: &Fragment) -> usize {
    let mut at = 0;
    while matches!(
        fragment.items.get(at).map(|item| &item.kind),
        Some(ItemKind::Sign(
            '-' | '*' | '•' | '>' | '#' | '|' | '_' | '['
        ))
    ) {
        at += 1;
    }
    at
}

/// What a line is.
enum Sort {
    Blank,
    Legend,
    Week,
    Total,
    Day,
    Greeting,
    Plain,
}

struct Reader<'a, 'b> {
    text: &'a str,
    piece: usize,
    context: &'a Context<'a>,
    options: &'a Options,
    builder: &'b mut Builder,
    /// True when some line begins with a day, so that others without one are no sessions of their own.
    has_days: bool,
}

impl<'a> Reader<'a, '_> {
    fn year(&self) -> Option<i32> {
        use chrono::Datelike;
        let said = self
            .options
            .start
            .or(self.options.race)
            .map(|date| date.year());
        self.options.year.or(said)
    }

    fn fragment(&self, start: usize, end: usize) -> Fragment<'a> {
        let mut end = end.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let text = self.text.get(start..end).unwrap_or_default();
        Fragment::new(text, self.piece, start, self.context)
    }

    fn place(&self, line: &Line) -> Place {
        let trimmed = line.text.trim_start();
        let start = line.start + line.text.len() - trimmed.len();
        Place {
            piece: self.piece,
            start,
            end: start + trimmed.trim_end().len(),
        }
    }

    fn sort(&self, line: &Line) -> Sort {
        if line.text.trim().is_empty() || line.text.chars().all(|c| !c.is_alphanumeric()) {
            return Sort::Blank;
        }
        if self
            .context
            .legend
            .clone()
            .learn(line.text, self.context.unit)
        {
            return Sort::Legend;
        }
        let fragment = self.fragment(line.start, line.start + line.text.len());
        let first = bullets(&fragment);
        if is_total(&fragment, first) {
            return Sort::Total;
        }
        if week(&fragment, 0, self.year()).is_some() {
            return Sort::Week;
        }
        if when(&fragment, first, self.year()).is_some() {
            return Sort::Day;
        }
        if is_phase(&fragment, first) {
            return Sort::Week;
        }
        match fragment.meaning(first) {
            Some(Meaning::Greeting | Meaning::Farewell) => Sort::Greeting,
            _ => Sort::Plain,
        }
    }

    /// Reads the block that begins with a line; tells which line comes next.
    fn block(&mut self, lines: &[Line<'a>], at: usize) -> usize {
        let Some(line) = lines.get(at) else {
            return at + 1;
        };
        match self.sort(line) {
            Sort::Blank => at + 1,
            Sort::Legend => {
                let place = self.place(line);
                self.builder.reading.marks.push(super::reading::Mark {
                    place,
                    certainty: Certainty::Sure,
                });
                at + 1
            }
            Sort::Total => {
                self.total(line);
                at + 1
            }
            Sort::Week => {
                self.heading(line);
                at + 1
            }
            Sort::Day => self.day(lines, at),
            Sort::Greeting => {
                if !self.days_within(line) {
                    let place = self.place(line);
                    self.builder.note(place, line.text);
                }
                at + 1
            }
            Sort::Plain => self.plain(lines, at),
        }
    }

    /// `Total: 42 km`.
    fn total(&mut self, line: &Line) {
        let mut fragment = self.fragment(line.start, line.start + line.text.len());
        let found = (0..fragment.len()).find_map(|at| {
            fragment
                .quantity(at, Setting::Whole)
                .or_else(|| fragment.bare(at, Setting::Whole))
                .filter(|found| found.amount.is_distance())
        });
        if let Some(found) = found {
            self.builder.total(found.amount.value());
        }
        let all = fragment.len();
        fragment.read(0, all);
        self.builder.finish_fragment(&mut fragment);
    }

    /// A heading of a week or phase; days may follow on the same line.
    fn heading(&mut self, line: &Line) {
        let mut fragment = self.fragment(line.start, line.start + line.text.len());
        let heading = week(&fragment, 0, self.year());
        let rest = heading.as_ref().map_or(0, |heading| heading.to);
        let first_day = (rest..fragment.len()).find(|at| begins_day(&fragment, *at));
        let end = first_day.unwrap_or(fragment.len());
        let title = tidy(
            fragment
                .written(rest, end)
                .trim_matches(|c| matches!(c, '(' | ')' | '#' | '*' | '_')),
        );
        let title = title.replace(['\u{2013}', '\u{2014}'], "-");
        if let Some(heading) = &heading {
            fragment.read(0, heading.to);
            let content = first_day.is_none() && week_content(&fragment, rest);
            let title = if content { String::new() } else { tidy(&title) };
            self.builder.begin_week(heading, title.trim().to_owned());
            if content {
                let drafts = sessions(&mut fragment, rest);
                self.builder.add(&drafts, &[], None, None);
            } else {
                fragment.read(rest, end);
                self.total_in_heading(&fragment, rest, end);
            }
        } else {
            fragment.read(0, end);
            self.builder.title(&tidy(&title));
        }
        if let Some(first) = first_day {
            self.days_from(&mut fragment, first);
        }
        self.builder.finish_fragment(&mut fragment);
    }

    /// `Week 3 - 42 km`.
    fn total_in_heading(&mut self, fragment: &Fragment, from: usize, to: usize) {
        let found = (from..to).find_map(|at| {
            fragment
                .quantity(at, Setting::Whole)
                .filter(|found| found.amount.is_distance())
        });
        if let Some(found) = found
            && found.amount.value() > 5_000.0
        {
            self.builder.total(found.amount.value());
        }
    }

    /// A line that begins with a day, and the lines that go on with it.
    fn day(&mut self, lines: &[Line<'a>], at: usize) -> usize {
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
                        // A blank line ends a day, unless nothing stood in it yet or what follows is set in.
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
    fn days_from(&mut self, fragment: &mut Fragment, first: usize) {
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
        // Its own marks were made day by day.
        let keep = first;
        fragment.items.truncate(keep);
        fragment.fates.truncate(keep);
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

    /// Days amid a sentence: "Hi Anna, on Tuesday 6x800 and on Thursday 8 km easy." True when there are any.
    fn days_within(&mut self, line: &Line) -> bool {
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
        let from = fragment.place(first, first).start;
        let head = Place {
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

    /// A line without a day.
    fn plain(&mut self, lines: &[Line<'a>], at: usize) -> usize {
        let Some(line) = lines.get(at) else {
            return at + 1;
        };
        let place = self.place(line);
        if line.text.len() > LONGEST_LINE || self.builder.reading.notes.len() > MOST_SESSIONS {
            self.builder.note(place, line.text);
            return at + 1;
        }
        if self.days_within(line) {
            return at + 1;
        }
        if self.has_days {
            self.builder.note(place, line.text);
            return at + 1;
        }
        // In a text without days each line can be a session; exercises below a strength session are part of it.
        let mut end = at + 1;
        while let Some(next) = lines.get(end)
            && matches!(self.sort(next), Sort::Plain)
            && (next.indent > line.indent || self.goes_on_with(line, next))
        {
            end += 1;
        }
        let last = lines.get(end - 1).unwrap_or(line);
        let mut fragment = self.fragment(line.start, last.start + last.text.len());
        let first = bullets(&fragment);
        let drafts = sessions(&mut fragment, first);
        if drafts.is_empty() || !is_session(&fragment, &drafts) {
            self.builder.note(
                Place {
                    end: last.start + last.text.len(),
                    ..place
                },
                self.text
                    .get(place.start..last.start + last.text.len())
                    .unwrap_or_default(),
            );
            return end;
        }
        self.builder.add(&drafts, &[], None, None);
        self.builder.finish_fragment(&mut fragment);
        end
    }

    /// True when a line holds an exercise of the strength session above: `A2 Row 3x10` under `A1 Bench press 3x8`.
    fn goes_on_with(&self, line: &Line, next: &Line) -> bool {
        let strength = |line: &Line| {
            let mut fragment = self.fragment(line.start, line.start + line.text.len());
            let first = bullets(&fragment);
            let drafts = sessions(&mut fragment, first);
            let all = drafts
                .iter()
                .all(|draft| matches!(draft.plan.workout, Workout::Strength(_)));
            let exercises = drafts
                .iter()
                .any(|draft| !draft.plan.workout.exercises().is_empty());
            (all && !drafts.is_empty(), exercises)
        };
        let named = {
            let fragment = self.fragment(next.start, next.start + next.text.len());
            (0..fragment.len()).any(|at| matches!(fragment.meaning(at), Some(Meaning::Kind(_))))
        };
        !named && strength(line).0 && strength(next) == (true, true)
    }
}

/// A day that begins another session on the same line: `Mon easy 5; Tue: off`.
fn begins_day(fragment: &Fragment, at: usize) -> bool {
    if !matches!(fragment.meaning(at), Some(Meaning::Day(_))) {
        return false;
    }
    let long = fragment.written(at, at + 1).chars().count() >= 3;
    let colon = fragment.is_sign(at + 1, ':') || fragment.is_sign(at + 1, '=');
    let parted = at == 0
        || matches!(
            fragment.items.get(at - 1).map(|item| &item.kind),
            Some(
                ItemKind::Sign(',' | ';' | '|' | '.' | '\n' | ':' | '•' | '/' | '-' | ')')
                    | ItemKind::Word(Meaning::And | Meaning::Filler)
            )
        );
    let capital = fragment.written(at, at + 1).starts_with(char::is_uppercase);
    // "Sat or Sun" and "Tue/Thu" are read together with the day before.
    let listed = at > 0 && matches!(fragment.meaning(at - 1), Some(Meaning::Or));
    !listed && (colon || (long && (parted || capital)))
}

/// The date with day and month exchanged.
fn exchanged(date: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    NaiveDate::from_ymd_opt(date.year(), date.day(), date.month()).filter(|other| *other != date)
}

fn is_total(fragment: &Fragment, first: usize) -> bool {
    let total = |at: usize| fragment.is(at, &Meaning::Total);
    let leads = total(first) || (fragment.is(first, &Meaning::Week) && total(first + 1));
    let trails = fragment.figure(first).is_some()
        && fragment.len() <= first + 5
        && (first..fragment.len()).any(total)
        && !(first..fragment.len()).any(|at| {
            matches!(
                fragment.meaning(at),
                Some(Meaning::Kind(_) | Meaning::Times | Meaning::Run)
            )
        });
    let figure = (first..fragment.len()).any(|at| fragment.figure(at).is_some());
    (leads || trails) && figure && fragment.len() < 16
}

/// `Base phase`, `Taper`, alone on a line.
fn is_phase(fragment: &Fragment, first: usize) -> bool {
    let phases = (first..fragment.len()).any(|at| fragment.is(at, &Meaning::Phase));
    let other = (first..fragment.len()).any(|at| {
        matches!(
            fragment.meaning(at),
            Some(Meaning::Kind(_) | Meaning::Unit(_) | Meaning::Times | Meaning::Run)
        )
    });
    phases && !other && fragment.len() <= first + 7
}

/// True when what was read from a line without a day is a session, and not a sentence that mentions one.
fn is_session(fragment: &Fragment, drafts: &[Draft]) -> bool {
    let known = drafts
        .iter()
        .any(|draft| draft.certainty != Certainty::Note);
    let figures = drafts.iter().any(|draft| {
        draft.plan.duration.is_some()
            || !draft.plan.workout.exercises().is_empty()
            || draft
                .plan
                .run()
                .is_some_and(|run| run.distance.is_some() || !run.steps.is_empty())
    });
    let left = fragment
        .fates
        .iter()
        .zip(&fragment.items)
        .filter(|(fate, item)| {
            **fate == super::items::Fate::Left && matches!(item.kind, ItemKind::Unknown)
        })
        .count();
    let words = fragment.len();
    let leads_with_unknown = matches!(
        fragment.items.first().map(|item| &item.kind),
        Some(ItemKind::Unknown)
    );
    let most = if leads_with_unknown { 5 } else { MOST_UNKNOWN };
    known
        && ((figures && left <= most)
            || (words <= 8 && left <= 4 && !(leads_with_unknown && left > 2)))
}

/// True when sessions without days stand behind the number of a week: `Week 1: easy 5 km, tempo 3 km, long 8 km`.
fn week_content(fragment: &Fragment, from: usize) -> bool {
    let kinds = (from..fragment.len())
        .filter(|at| matches!(fragment.meaning(*at), Some(Meaning::Kind(_) | Meaning::Run)))
        .count();
    let figures = (from..fragment.len())
        .filter(|at| fragment.figure(*at).is_some())
        .count();
    let colon = (0..=from).any(|at| fragment.is_sign(at, ':'));
    colon && kinds >= 1 && figures >= 1
}
