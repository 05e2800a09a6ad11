//! How a week of the season strip looks: its load as a bar, its number, its distance, and what it is for.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, Color32, CornerRadius, Galley, Painter, Rangef, Rect, Response, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

use crate::domain::Week;
use crate::season::WeekPurpose;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, font};
use crate::ui::view::{StripWeek, View};
use crate::ui::widgets::marks;

/// Where its parts stand, in points below its upper edge.
const BAR_TOP: f32 = 8.0;
const BAR_BOTTOM: f32 = 42.0;
const LOW_BAR_BOTTOM: f32 = 25.0;
/// From a bar to the number of its week.
const WEEK: f32 = 3.0;
const DISTANCE: f32 = 57.5;
const PURPOSE: f32 = 69.5;
/// Between what stands below a week and the edge of its room, in points.
const APART: f32 = 2.0;
/// Between the name of a race and the edge of the ground of its week, in points.
const ROUND_WORDS: f32 = 4.0;
/// How many rows the name of a race takes at the most.
const MOST_ROWS: usize = 2;

/// What the look of a week depends on beside itself.
pub(super) struct Look<'w> {
    weeks: &'w [StripWeek],
    /// The whole strip.
    strip: Rect,
    /// The load of the week that costs most, in AU.
    top_load: f64,
    /// True where there is no height for distances and words.
    is_low: bool,
}

impl<'w> Look<'w> {
    /// Of the weeks in a strip, which may be too low for words.
    pub(super) fn of(weeks: &'w [StripWeek], strip: Rect, is_low: bool) -> Self {
        let loads = weeks.iter().map(|week| week.run_au + week.strength_au);
        Self {
            weeks,
            strip,
            top_load: loads.fold(1.0, f64::max),
            is_low,
        }
    }

    /// Draws the week of an index into its cell.
    pub(super) fn paint(
        &self,
        ui: &Ui,
        view: &View,
        state: &Shared,
        (index, cell): (usize, Rect),
        response: &Response,
    ) {
        let Some(week) = self.weeks.get(index) else {
            return;
        };
        let palette = view.palette;
        let painter = ui.painter();
        let shown = week.first == state.week;
        let ground = self.ground(ui, view, index, cell, shown);
        paint_ground(ui, view, state, week, ground, response.hovered());
        let past = week.first + Days::new(6) < view.today;
        let solid = |color| if past { color } else { palette.faded(color) };
        let bar_width = (cell.width() - 22.0).clamp(12.0, 38.0);
        let foot = if self.is_low {
            LOW_BAR_BOTTOM
        } else {
            BAR_BOTTOM
        };
        let scale = (foot - BAR_TOP) / self.top_load as f32;
        let (run, strength) = (week.run_au as f32 * scale, week.strength_au as f32 * scale);
        let bar = |bottom: f32, height: f32| {
            Rect::from_min_size(
                pos2(
                    cell.center().x - bar_width / 2.0,
                    cell.top() + bottom - height,
                ),
                vec2(bar_width, height),
            )
        };
        let rounded = CornerRadius {
            nw: 3,
            ne: 3,
            sw: 0,
            se: 0,
        };
        if run + strength > 0.5 {
            painter.rect_filled(bar(foot - strength, run), rounded, solid(palette.running()));
            painter.rect_filled(
                bar(foot, strength),
                CornerRadius::ZERO,
                solid(palette.strength()),
            );
        } else {
            painter.rect_filled(bar(foot, 2.0), CornerRadius::ZERO, palette.hairline);
        }
        if let Some(worst) = week.worst {
            let at = pos2(cell.center().x + bar_width / 2.0 + 2.0, cell.top() + 10.0);
            marks::paint(painter, at, 10.0, Some(worst), palette.severity(worst));
        }
        let (weight, color) = if shown {
            (Weight::SemiBold, palette.accent)
        } else {
            (Weight::Regular, palette.text_soft)
        };
        let label = |y: f32, content: String, size: f32, color| {
            let at = pos2(cell.center().x, cell.top() + y);
            painter.text(at, Align2::CENTER_TOP, content, font(size, weight), color);
        };
        label(foot + WEEK, Week::starting(week.first).label(), 11.0, color);
        // No labels in an empty week.
        if !self.is_low && (run + strength > 0.5 || week.distance.m() > 0.0) {
            label(
                DISTANCE,
                distance_text(week, view, cell.width()),
                11.0,
                color,
            );
        }
        let here = week.first <= view.today && view.today <= week.first + Days::new(6);
        if here {
            marks::paint_now(painter, pos2(cell.center().x, cell.top()), palette.accent);
        }
        if week.race.is_some() {
            let flag = pos2(cell.center().x - bar_width / 2.0 - 8.0, cell.top() + 5.0);
            marks::paint_flag(painter, flag, palette.run(crate::domain::RunKind::Race));
        }
    }

    /// Writes below a week what it is for: the name of its race in two rows where one is too short. It may reach over
    /// weeks beside it, so that all of them are drawn before.
    pub(super) fn paint_purpose(&self, ui: &Ui, view: &View, index: usize, cell: Rect) {
        if let Some((galley, middle, color)) = self.purpose(ui, view, index, cell) {
            let at = pos2(middle, cell.top() + PURPOSE);
            ui.painter().galley(at, galley, color);
        }
    }

    /// What a week is for as it is set, around which middle, and its colour.
    fn purpose(
        &self,
        ui: &Ui,
        view: &View,
        index: usize,
        cell: Rect,
    ) -> Option<(Arc<Galley>, f32, Color32)> {
        let week = self.weeks.get(index)?;
        let words = purpose_words(week).filter(|_| !self.is_low)?;
        let (color, room, rows) = if week.race.is_some() {
            (view.palette.text, self.room(index, cell), MOST_ROWS)
        } else {
            (view.palette.text_faint, cell.x_range(), 1)
        };
        let painter = ui.painter();
        // Below its own week wherever all of it has room there.
        let own = cell.x_range().shrink(APART);
        let in_own = set(painter, words.clone(), color, own.span(), rows);
        if !in_own.elided {
            return Some((in_own, cell.center().x, color));
        }
        let room = room.shrink(APART);
        let galley = set(painter, words, color, room.span(), rows);
        let half = galley.rect.width() / 2.0;
        let least = room.min + half;
        let middle = cell.center().x.clamp(least, (room.max - half).max(least));
        Some((galley, middle, color))
    }

    /// The ground of a week: its cell, and where it is the shown one all of the name below it.
    fn ground(&self, ui: &Ui, view: &View, index: usize, cell: Rect, is_shown: bool) -> Rect {
        let ground = cell.shrink2(vec2(2.0, 0.0));
        match self.purpose(ui, view, index, cell) {
            Some((galley, middle, _)) if is_shown => {
                let words = Rangef::point(middle).expand(galley.rect.width() / 2.0 + ROUND_WORDS);
                let words = words.intersection(self.strip.x_range());
                ground.union(Rect::from_x_y_ranges(words, ground.y_range()))
            }
            _ => ground,
        }
    }

    /// From where to where the name of a race may reach: over the nearer half of a week beside it that has no such words.
    fn room(&self, index: usize, cell: Rect) -> Rangef {
        let is_free = |beside: Option<usize>| {
            let week = beside.and_then(|beside| self.weeks.get(beside));
            week.is_some_and(|week| purpose_words(week).is_none())
        };
        let more = |free: bool| if free { cell.width() / 2.0 } else { 0.0 };
        let room = Rangef::new(
            cell.left() - more(is_free(index.checked_sub(1))),
            cell.right() + more(is_free(index.checked_add(1))),
        );
        room.intersection(self.strip.x_range())
    }
}

/// What lies under a week: that it is the shown one, that it is pointed at, that something would be laid out on it.
fn paint_ground(
    ui: &Ui,
    view: &View,
    state: &Shared,
    week: &StripWeek,
    inside: Rect,
    is_hovered: bool,
) {
    let (palette, painter) = (view.palette, ui.painter());
    let corners = CornerRadius::same(8);
    if week.first == state.week {
        painter.rect_filled(inside, corners, palette.accent_soft);
    } else if is_hovered {
        painter.rect_filled(inside, corners, palette.well);
    }
    if is_laid_out_on(view, state, week.first) {
        let (fill, line) = (palette.accent_soft, Stroke::new(2.0, palette.accent));
        painter.rect(inside, corners, fill, line, StrokeKind::Inside);
    }
}

/// Words around the middle of a width.
fn set(painter: &Painter, words: String, color: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let format = TextFormat::simple(font(10.5, Weight::Regular), color);
    let mut job = LayoutJob::single_section(words.clone(), format.clone());
    job.halign = Align::Center;
    // A word that has no room ends in "…" and does not go on in the next row.
    let is_broken = |word: &str| {
        let word = painter.layout_no_wrap(word.to_owned(), format.font_id.clone(), color);
        word.rect.width() > width
    };
    let rows = if words.split_whitespace().any(is_broken) {
        1
    } else {
        rows
    };
    job.wrap = TextWrapping::truncate_at_width(width);
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    painter.layout_job(job)
}

/// What a week is for, in a word: the name of its race, a lighter week, or its phase.
pub(super) fn purpose_words(week: &StripWeek) -> Option<String> {
    match (&week.race, week.purpose) {
        (Some(race), _) => Some(race.clone()),
        (None, WeekPurpose { cutback: true, .. }) => Some("cutback".to_owned()),
        (None, WeekPurpose { phase, .. }) => Some(phase?.name().to_lowercase()),
    }
}

/// True for a week in which sessions of the dragged template week or program would come to stand.
fn is_laid_out_on(view: &View, state: &Shared, week: NaiveDate) -> bool {
    let Some(drag) = &state.drag else {
        return false;
    };
    let (Some(spread), Some(slot)) = (&drag.spread, drag.aim.or(drag.aimed)) else {
        return false;
    };
    let first = Week::of(slot.date, view.athlete.profile.week_start).first();
    let weeks = (week - first).num_days().div_euclid(7);
    (0..i64::from(spread.weeks.max(1))).contains(&weeks)
}

/// The week's distance, without decimals where the cell has no room for them.
fn distance_text(week: &StripWeek, view: &View, width: f32) -> String {
    let text = format::distance(week.distance, view.units());
    match (width < 52.0, text.split_once(' ')) {
        (true, Some((figure, unit))) => {
            let whole = figure.parse().map(|exact| format::number(exact, 0));
            format!("{} {unit}", whole.unwrap_or_else(|_| figure.to_owned()))
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Meters;

    fn week(purpose: WeekPurpose, race: Option<&str>) -> StripWeek {
        StripWeek {
            first: NaiveDate::default(),
            run_au: 0.0,
            strength_au: 0.0,
            distance: Meters::new(0.0),
            worst: None,
            race: race.map(str::to_owned),
            purpose,
        }
    }

    #[test]
    fn the_name_of_a_race_reaches_over_weeks_that_have_no_word_of_their_own() {
        let plain = || week(WeekPurpose::default(), None);
        let cutback = WeekPurpose {
            cutback: true,
            ..WeekPurpose::default()
        };
        let race = || week(WeekPurpose::default(), Some("Coast half marathon"));
        let weeks = [plain(), race(), week(cutback, None), plain(), race()];
        let strip = Rect::from_min_size(pos2(0.0, 0.0), vec2(250.0, 98.0));
        let look = Look::of(&weeks, strip, false);
        let cell =
            |index: u8| Rect::from_min_size(pos2(50.0 * f32::from(index), 0.0), vec2(50.0, 98.0));
        let room = |index: u8| look.room(index.into(), cell(index));
        assert_eq!(room(1), Rangef::new(25.0, 100.0), "a word stands beside it");
        assert_eq!(room(4), Rangef::new(175.0, 250.0), "the strip ends there");
    }

    #[test]
    fn a_word_without_room_does_not_go_on_in_the_next_row() {
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            let name = "Internationaler Silvesterlauf".to_owned();
            let set = set(ui.painter(), name, Color32::RED, 64.0, MOST_ROWS);
            assert_eq!(set.rows.len(), 1, "{}", set.text());
            assert!(set.elided);
        });
    }

    #[test]
    fn a_usual_name_of_a_race_is_read_whole_below_a_narrow_week() {
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            for name in ["Coast half marathon", "City marathon", "Spring 10K"] {
                // A week of the strip at the usual size of a window, less what stands apart.
                let set = set(ui.painter(), name.to_owned(), Color32::RED, 64.0, MOST_ROWS);
                assert!(!set.elided, "{name}");
            }
        });
    }
}
