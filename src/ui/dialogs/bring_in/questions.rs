//! What the source cannot say: the day, the unit, and where the plan goes.

use chrono::NaiveDate;
use egui::{Role, TextEdit, Ui, WidgetInfo};

use crate::domain::DistanceUnit;
use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, segments};

use super::super::dates::{parse_date, sample};
use super::{Anchor, BringInForm, Goal};

impl BringInForm {
    pub(super) fn questions_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_wrapped(|ui| self.goal_ui(ui, palette));
        ui.horizontal_wrapped(|ui| {
            self.date_ui(ui, palette);
            let units = [
                (None, "Unit as written"),
                (Some(DistanceUnit::Km), "Plain figures are km"),
                (Some(DistanceUnit::Miles), "Plain figures are miles"),
            ];
            if let Some(unit) = buttons::choice_ui(ui, "Unit", &units, self.options.unit, 165.0) {
                self.options.unit = unit;
                self.ask_again();
            }
        });
    }

    fn goal_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        let goals = [
            (Goal::Calendar, "Into the calendar"),
            (Goal::Library, "Into the library"),
        ];
        if let Some(goal) = segments::segments_ui(ui, palette, &goals, self.goal) {
            self.goal = goal;
        }
        if self.goal == Goal::Library {
            let edit = TextEdit::singleline(&mut self.name)
                .hint_text("Name of the program")
                .desired_width(220.0);
            ui.add(edit)
                .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the program"));
            return;
        }
        ui.label(text("of", 13.0, Weight::Regular));
        let names: Vec<_> = self
            .athletes
            .iter()
            .map(|(id, name)| (*id, name.as_str()))
            .collect();
        if let Some(athlete) = buttons::choice_ui(ui, "Whose plan", &names, self.athlete, 190.0) {
            self.athlete = athlete;
            self.choices.clear();
            self.ask_again();
        }
    }

    fn date_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        let anchors = [(Anchor::Start, "Starts on"), (Anchor::Race, "Race is on")];
        let chosen = buttons::choice_ui(ui, "What the date is", &anchors, self.anchor, 92.0);
        let edit = TextEdit::singleline(&mut self.date)
            .hint_text(sample())
            .desired_width(104.0);
        let typed = ui.add(edit);
        typed.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Date"));
        if let Some(anchor) = chosen {
            self.anchor = anchor;
        }
        let written = self.date.trim();
        let date = (!written.is_empty()).then(|| parse_date(written, self.today));
        if let Some(Err(why)) = &date {
            let color = palette.severity(Severity::Caution);
            ui.label(text(why, 12.0, Weight::Regular).color(color));
        }
        if chosen.is_some() || typed.changed() {
            self.set_date(date.and_then(Result::ok));
        }
    }

    fn set_date(&mut self, date: Option<NaiveDate>) {
        let (start, race) = match self.anchor {
            Anchor::Start => (date, None),
            Anchor::Race => (None, date),
        };
        self.options.start = start;
        self.options.race = race;
        self.ask_again();
    }
}
