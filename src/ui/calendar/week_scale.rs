//! What the days of a week share, so that they can be compared and look alike.

use chrono::{Days, NaiveDate};
use egui::{Rect, Ui, vec2};

use crate::ui::view::View;

use super::card_fit::title_size;
use super::card_set::text_width;
use super::day_load::load_of;
use super::day_places::card_pad;

/// What the days of a week share.
#[derive(Debug, Clone, Copy)]
pub(super) struct WeekScale {
    /// The load of the day that costs most, in AU.
    pub(super) busiest: f64,
    /// The size of the titles of all cards, in points.
    pub(super) title: f32,
}

impl WeekScale {
    /// Of the week that begins on `first`, in days that are so wide.
    pub(super) fn of(ui: &Ui, view: &View, first: NaiveDate, day: f32) -> Self {
        let days = || (0..7).map(|n| first + Days::new(n));
        let busiest = days().map(|date| load_of(view, date)).fold(1.0, f64::max);
        let titles = days()
            .flat_map(|date| view.athlete.sessions.on(date))
            .filter_map(|session| view.derived.facts.get(&session.id))
            .map(|facts| facts.title.as_str());
        let column = Rect::from_min_size(egui::Pos2::ZERO, vec2(day, 0.0));
        let card = day - 2.0 * card_pad(column);
        let title = title_size(ui.painter(), titles, text_width(card));
        Self { busiest, title }
    }
}
