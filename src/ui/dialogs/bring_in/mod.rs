//! Bring in a plan: the source on the left, its words coloured by how sure their reading is, and on the right the weeks
//! as they will stand, with their findings.

mod questions;
mod source;
mod taking;
mod weeks;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Label, Layout, ScrollArea, Ui, Vec2, vec2};

use crate::domain::AthleteId;
use crate::intake::{Options, PlanReading, Question};
use crate::library::Library;
use crate::planning::WeekChoice;
use crate::ui::action::{Action, Actions};
use crate::ui::format::plural;
use crate::ui::help::Topic;
use crate::ui::plan_reading::{PlanRead, PlanRequest, PlanSource};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

use super::dates::date_text;
use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The widest and the narrowest that a side becomes.
const SIDE: [f32; 2] = [470.0, 230.0];
/// The highest and the lowest; where a window is too low for that, all above the buttons scrolls.
const HEIGHT: [f32; 2] = [440.0, 170.0];
/// Between the sides.
const GUTTER: f32 = 24.0;
/// The margins beside both sides.
const AROUND: f32 = 110.0;
/// How much of the left side lists the guesses.
const GUESSES: f32 = 0.3;

/// Where the plan goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Calendar,
    Library,
}

/// Which day the field for a date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    Race,
}

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct BringInForm {
    source: PlanSource,
    options: Options,
    athlete: AthleteId,
    athletes: Vec<(AthleteId, String)>,
    /// A day of the shown week: where a plan without dates goes unless somebody says otherwise.
    shown: NaiveDate,
    today: NaiveDate,
    anchor: Anchor,
    date: String,
    goal: Goal,
    name: String,
    /// What is done with each week of the plan.
    choices: BTreeMap<u32, WeekChoice>,
    /// The newest request, and whether it was sent.
    job: u64,
    sent: bool,
    read: Option<PlanRead>,
    /// Nothing was drawn yet, and the field for the text waits for the keyboard.
    fresh: bool,
}

impl BringInForm {
    /// A form for one athlete among several; `source` is what was pasted or dropped.
    pub fn new(
        source: PlanSource,
        athlete: AthleteId,
        athletes: Vec<(AthleteId, String)>,
        shown: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        Self {
            source,
            options: Options {
                year: Some(today.year()),
                ..Options::default()
            },
            athlete,
            athletes,
            shown,
            today,
            anchor: Anchor::Start,
            date: String::new(),
            goal: Goal::Calendar,
            name: String::new(),
            choices: BTreeMap::new(),
            job: 1,
            sent: false,
            read: None,
            fresh: true,
        }
    }

    /// Takes in what was read; an answer to an older request is dropped.
    pub fn take(&mut self, read: PlanRead) {
        if read.job != self.job {
            return;
        }
        // Ask once for what the source does not say, with the shown week as the default.
        let asks = read
            .reading
            .as_ref()
            .is_ok_and(|reading| reading.questions.contains(&Question::Dates));
        if asks
            && self.date.is_empty()
            && self.options.start.is_none()
            && self.options.race.is_none()
        {
            self.options.start = Some(self.shown);
            self.date = date_text(self.shown);
            self.ask_again();
        }
        self.read = Some(read);
    }

    /// Puts another source in the place of the one it has, and keeps what was answered.
    pub fn replace_source(&mut self, source: PlanSource) {
        self.source = source;
        self.options.choices.clear();
        self.choices.clear();
        self.ask_again();
    }

    fn ask_again(&mut self) {
        self.job += 1;
        self.sent = false;
    }

    fn reading(&self) -> Option<&PlanReading> {
        self.read.as_ref()?.reading.as_ref().ok()
    }

    /// What is asked of the reader.
    fn request(&self) -> PlanRequest {
        PlanRequest {
            job: self.job,
            source: self.source.clone(),
            options: self.options.clone(),
            athlete: self.athlete,
            shown: self.shown,
            choices: self.choices.clone(),
        }
    }
}

impl DialogForm for BringInForm {
    fn id(&self) -> &'static str {
        "bring in dialog"
    }

    fn topic(&self) -> Topic {
        Topic::BringIn
    }

    fn is_changed(&self) -> bool {
        !matches!(&self.source, PlanSource::Text(text) if text.trim().is_empty())
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        let screen = ui.ctx().content_rect().width();
        let side = ((screen - AROUND) / 2.0).clamp(SIDE[1], SIDE[0]);
        let width = 2.0 * side + GUTTER;
        ui.set_width(width);
        heading_ui(ui, palette, actions, width);
        ui.add_space(6.0);
        self.questions_ui(ui, palette);
        ui.add_space(8.0);
        host::body(ui, host::tall(ui, HEIGHT[0]), |ui, height| {
            let size = vec2(width, height.max(HEIGHT[1]));
            self.sides_ui(ui, palette, context.library, (size, side));
        });
        ui.add_space(8.0);
        let answer = self.buttons_ui(ui, palette, actions);
        self.fresh = false;
        if !self.sent {
            self.sent = true;
            actions.push(Action::ReadPlan(Box::new(self.request())));
        }
        answer
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, actions: &mut Actions, width: f32) {
    ui.allocate_ui_with_layout(
        vec2(width, 26.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            if buttons::quiet_ui(ui, "Choose file…").clicked() {
                actions.push(Action::AskPlanFile);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(text("Bring in a plan", 15.0, Weight::SemiBold));
            });
        },
    );
    let hint = "Paste a mail or a table, or drop a spreadsheet or calendar file here. Nothing changes before you say so.";
    aside::soft_ui(ui, palette, 12.0, hint);
}

impl BringInForm {
    /// The source and the weeks, each on a side of so many points.
    fn sides_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        library: &Library,
        (size, side): (Vec2, f32),
    ) {
        let (_, place) = ui.allocate_space(size);
        let line = egui::Stroke::new(1.0, palette.hairline);
        ui.painter().vline(place.center().x, place.y_range(), line);
        let top_down = Layout::top_down(Align::Min);
        let mut left = place;
        left.set_width(side);
        let child = egui::UiBuilder::new().max_rect(left).layout(top_down);
        ui.scope_builder(child, |ui| self.source_ui(ui, palette, size.y));
        let mut right = place;
        right.set_left(place.right() - side);
        let child = egui::UiBuilder::new().max_rect(right).layout(top_down);
        ui.scope_builder(child, |ui| {
            ScrollArea::vertical()
                .id_salt("plan weeks")
                .max_height(size.y)
                .auto_shrink(false)
                .show(ui, |ui| self.weeks_ui(ui, palette, library));
        });
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        actions: &mut Actions,
    ) -> DialogResponse {
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            let current = self.read.as_ref().filter(|read| read.job == self.job);
            let (label, ready) = match self.goal {
                Goal::Calendar => match self.read.as_ref().map(|read| &read.arrival) {
                    Some(arrival) if arrival.edits.is_empty() && arrival.unchanged > 0 => {
                        ("All of it is in the calendar".to_owned(), false)
                    }
                    arrival => {
                        let count = arrival.map_or(0, |arrival| arrival.added + arrival.updated);
                        let changes = arrival.is_some_and(|arrival| !arrival.edits.is_empty());
                        let label = if count == 0 {
                            "Put into the calendar".to_owned()
                        } else {
                            let sessions = plural(count, "session", "sessions");
                            format!("Put {sessions} into the calendar")
                        };
                        (label, changes)
                    }
                },
                Goal::Library => {
                    let count = self.reading().map_or(0, |reading| reading.sessions.len());
                    ("Keep as a program".to_owned(), count > 0)
                }
            };
            let ready = ready && current.is_some();
            let go = ui
                .add_enabled_ui(ready, |ui| buttons::primary_ui(ui, palette, &label))
                .inner;
            if ready && go.clicked() {
                self.apply(actions);
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                answer = DialogResponse::Close;
            }
            if self.goal == Goal::Calendar
                && let Some(read) = current
            {
                let said = text(Self::beside(&read.arrival), 12.0, Weight::Regular);
                ui.add(Label::new(said.color(palette.text_soft)).truncate());
            }
        });
        answer
    }
}
