//! Lines that name a week, and lines that sum one up.

use super::super::dates::{week, week_behind};
use super::super::figures::Setting;
use super::super::items::Fragment;
use super::super::lexicon::Meaning;
use super::super::session::sessions;
use super::super::tidy::tidy;
use super::sorts::{begins_day, week_content};
use super::{Reader, TextLine};

impl Reader<'_, '_> {
    /// `Total: 42 km`.
    pub(super) fn total(&mut self, line: &TextLine) {
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
    pub(super) fn heading(&mut self, line: &TextLine) {
        let mut fragment = self.fragment(line.start, line.start + line.text.len());
        let behind = week_behind(&fragment);
        let heading = week(&fragment, 0, self.year()).or_else(|| {
            let at = behind?;
            week(&fragment, at, self.year())
        });
        if let (Some(at), Some(heading)) = (behind, &heading) {
            // "Hi! Here is the plan for week 3": a greeting is no title.
            let greets = matches!(fragment.meaning(0), Some(Meaning::Greeting));
            let title = if greets {
                String::new()
            } else {
                tidy(fragment.written(0, at))
            };
            let all = fragment.len();
            fragment.read(0, all);
            self.builder.begin_week(heading, title);
            self.builder.finish_fragment(&mut fragment);
            return;
        }
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
}
