//! The cell of one day.

use chrono::{NaiveDate, Weekday};

use super::super::dates::date;
use super::super::items::Fragment;
use super::super::reading::Certainty;
use super::super::session::{Draft, sessions};
use super::Reader;

impl Reader<'_, '_> {
    pub(super) fn day_cell(
        &mut self,
        row: u32,
        column: u32,
        day: Option<Weekday>,
        date: Option<NaiveDate>,
    ) {
        let text = self.grid.text(row, column);
        if text.trim().is_empty() || text.chars().all(|c| !c.is_alphanumeric()) {
            return;
        }
        let piece = self.piece(row, column, &text);
        let mut fragment = Fragment::new(&text, piece, 0, self.context);
        let mut from = 0;
        let mut own_date = date;
        // A cell may begin with its own date: "24.11. easy 8 km".
        if own_date.is_none()
            && let Some((date, to, _)) = self::date(&fragment, 0, self.year)
        {
            fragment.read(0, to);
            from = to;
            own_date = Some(date);
            if to >= fragment.len() {
                self.dates.insert(column, date);
                self.builder.finish_fragment(&mut fragment);
                return;
            }
        }
        let ids = self
            .grid
            .ids
            .get(&(row, column))
            .cloned()
            .unwrap_or_default();
        // A cell that this program wrote is plan text, unless somebody changed it.
        let own = (!ids.is_empty())
            .then(|| self.plan_text(&text, ids.len()))
            .flatten();
        let drafts = match own {
            Some(plans) => {
                let all = fragment.len();
                fragment.read(0, all);
                let place = fragment.place(0, all);
                let draft = |plan| Draft {
                    plan,
                    certainty: Certainty::Sure,
                    place,
                };
                plans.into_iter().map(draft).collect()
            }
            None => sessions(&mut fragment, from),
        };
        let date = own_date.map(|date| self.builder.dated(date));
        let days: Vec<Weekday> = if date.is_some() {
            Vec::new()
        } else {
            day.into_iter().collect()
        };
        if ids.is_empty() || ids.len() != drafts.len() {
            self.builder.add(&drafts, &days, date, None);
        } else {
            for (draft, id) in drafts.iter().zip(ids) {
                self.builder
                    .add(std::slice::from_ref(draft), &days, date, Some(id));
            }
        }
        self.builder.finish_fragment(&mut fragment);
    }

    /// The plans of a cell of plan text, when it reads without an error and holds as many as it should.
    fn plan_text(&self, text: &str, count: usize) -> Option<Vec<crate::domain::Plan>> {
        let lines = text.lines().map(|line| {
            if line.starts_with(' ') {
                line.to_owned()
            } else {
                format!("Mon {line}")
            }
        });
        let strict = crate::text::read(&lines.collect::<Vec<_>>().join("\n"), self.context.library);
        let fits = strict.errors.is_empty() && strict.sessions.len() == count;
        fits.then(|| {
            strict
                .sessions
                .into_iter()
                .map(|planned| planned.plan)
                .collect()
        })
    }
}
