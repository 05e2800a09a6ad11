//! Bring in a plan: the source on the left, its words coloured by how sure their reading is, and on the right the weeks
//! as they will stand, with their findings.

mod source;
mod taking;
mod weeks;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::domain::{AthleteId, DistanceUnit, Session};
use crate::intake::{Options, Question, Reading};
use crate::rules::Severity;
use crate::ui::action::{Action, Actions};
use crate::ui::format::plural;
use crate::ui::plan_reading::{PlanRead, PlanRequest, PlanSource};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};

/// How wide each of the two sides is.
const SIDE: f32 = 430.0;
/// How high they are.
const HEIGHT: f32 = 360.0;

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
    /// The first day of the shown week: where a plan without dates goes unless somebody says otherwise.
    shown: NaiveDate,
    today: NaiveDate,
    anchor: Anchor,
    date: String,
    goal: Goal,
    name: String,
    replace: bool,
    /// The newest request, and whether it was sent.
    job: u64,
    sent: bool,
    read: Option<PlanRead>,
    /// Sessions of the athlete that the plan may update or replace.
    existing: Vec<Arc<Session>>,
}

impl BringInForm {
    /// A form for an athlete among several; `source` is what was pasted or dropped.
    pub fn new(
        source: PlanSource,
        athlete: (AthleteId, Vec<Arc<Session>>),
        athletes: Vec<(AthleteId, String)>,
        shown: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        use chrono::Datelike;
        Self {
            source,
            options: Options {
                year: Some(today.year()),
                ..Options::default()
            },
            athlete: athlete.0,
            athletes,
            shown,
            today,
            anchor: Anchor::Start,
            date: String::new(),
            goal: Goal::Calendar,
            name: String::new(),
            replace: false,
            job: 1,
            sent: false,
            read: None,
            existing: athlete.1,
        }
    }

    /// Takes in what was read; an answer to an older request is dropped.
    pub fn take(&mut self, read: PlanRead) {
        if read.job != self.job {
            return;
        }
        // What the source cannot say is asked once, with the shown week as the answer that is there already.
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
            self.date = self.shown.to_string();
            self.ask_again();
        }
        self.read = Some(read);
    }

    fn ask_again(&mut self) {
        self.job += 1;
        self.sent = false;
    }

    fn reading(&self) -> Option<&Reading> {
        self.read.as_ref()?.reading.as_ref().ok()
    }
}

impl DialogForm for BringInForm {
    fn id(&self) -> &'static str {
        "bring in dialog"
    }

    fn is_changed(&self) -> bool {
        !matches!(&self.source, PlanSource::Text(text) if text.trim().is_empty())
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        ui.set_width(2.0 * SIDE + 24.0);
        ui.label(text("Bring in a plan", 15.0, Weight::SemiBold));
        let hint = "Paste a mail or a table, or drop a spreadsheet or calendar file on the window. Nothing changes \
                    before you say so.";
        ui.label(text(hint, 12.0, Weight::Regular).color(palette.text_soft));
        ui.add_space(6.0);
        self.questions_ui(ui, palette);
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(SIDE);
                self.source_ui(ui, palette);
            });
            ui.separator();
            ui.vertical(|ui| {
                ui.set_width(SIDE);
                ScrollArea::vertical()
                    .id_salt("plan weeks")
                    .max_height(HEIGHT)
                    .min_scrolled_height(HEIGHT)
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        weeks::weeks_ui(ui, palette, context.library, self.read.as_ref());
                    });
            });
        });
        let answer = self.buttons_ui(ui, palette, actions);
        if !self.sent {
            self.sent = true;
            actions.push(Action::ReadPlan(Box::new(PlanRequest {
                job: self.job,
                source: self.source.clone(),
                options: self.options.clone(),
                athlete: self.athlete,
            })));
        }
        answer
    }
}

impl BringInForm {
    /// What the source cannot say: day, unit, whose plan it is.
    fn questions_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        ui.horizontal_wrapped(|ui| {
            let anchors = [(Anchor::Start, "Starts on"), (Anchor::Race, "Race is on")];
            let chosen = buttons::choice_ui(ui, "What the date is", &anchors, self.anchor, 92.0);
            let edit = TextEdit::singleline(&mut self.date)
                .hint_text("2026-11-30")
                .desired_width(92.0);
            let typed = ui.add(edit);
            typed.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Date"));
            if let Some(anchor) = chosen {
                self.anchor = anchor;
            }
            if chosen.is_some() || typed.changed() {
                let date = self.date.trim().parse().ok();
                let (start, race) = match self.anchor {
                    Anchor::Start => (date, None),
                    Anchor::Race => (None, date),
                };
                self.options.start = start;
                self.options.race = race;
                self.ask_again();
            }
            if !self.date.trim().is_empty() && self.date.trim().parse::<NaiveDate>().is_err() {
                let color = palette.severity(Severity::Caution);
                ui.label(text("Write it as 2026-11-30", 12.0, Weight::Regular).color(color));
            }
            let units = [
                (None, "Unit as written"),
                (Some(DistanceUnit::Km), "Plain figures are km"),
                (Some(DistanceUnit::Miles), "Plain figures are miles"),
            ];
            if let Some(unit) = buttons::choice_ui(ui, "Unit", &units, self.options.unit, 150.0) {
                self.options.unit = unit;
                self.ask_again();
            }
            let goals = [
                (Goal::Calendar, "Into the calendar"),
                (Goal::Library, "Into the library"),
            ];
            if let Some(goal) = buttons::segments_ui(ui, palette, &goals, self.goal) {
                self.goal = goal;
            }
            if self.goal == Goal::Library {
                let edit = TextEdit::singleline(&mut self.name)
                    .hint_text("Name of the program")
                    .desired_width(150.0);
                ui.add(edit)
                    .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the program"));
            } else {
                let name = self.athletes.iter().find(|(id, _)| *id == self.athlete);
                let name = name.map_or("", |(_, name)| name.as_str());
                ui.label(text(format!("of {name}"), 13.0, Weight::Regular));
                let replace = ui.checkbox(&mut self.replace, "Replace what is planned there");
                replace.on_hover_text("Sessions still to come on the days of this plan are taken out; what was done stays");
            }
        });
    }

    fn source_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        let mut changed = false;
        ScrollArea::vertical()
            .id_salt("plan source")
            .max_height(HEIGHT - 110.0)
            .min_scrolled_height(HEIGHT - 110.0)
            .auto_shrink(false)
            .show(ui, |ui| match &mut self.source {
                PlanSource::Text(words) => {
                    let read = self
                        .read
                        .as_ref()
                        .and_then(|read| read.reading.as_ref().ok());
                    changed = source::text_ui(ui, palette, words, read);
                }
                PlanSource::File(name, _) => {
                    ui.label(text(name.as_str(), 12.0, Weight::SemiBold));
                    let read = self
                        .read
                        .as_ref()
                        .and_then(|read| read.reading.as_ref().ok());
                    if let Some(reading) = read {
                        source::pieces_ui(ui, palette, reading);
                    }
                }
            });
        ui.separator();
        let chosen = ScrollArea::vertical()
            .id_salt("plan guesses")
            .max_height(96.0)
            .min_scrolled_height(96.0)
            .auto_shrink(false)
            .show(ui, |ui| source::guesses_ui(ui, palette, self.reading()))
            .inner;
        if let Some((place, choice)) = chosen {
            self.options.choices.insert(place, choice);
            changed = true;
        }
        if changed {
            self.ask_again();
        }
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        actions: &mut Actions,
    ) -> DialogResponse {
        let mut answer = DialogResponse::Open;
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let count = self.reading().map_or(0, |reading| reading.sessions.len());
            let current = self.read.as_ref().is_some_and(|read| read.job == self.job);
            let what = plural(count, "session", "sessions");
            let label = match self.goal {
                Goal::Calendar => format!("Put {what} into the calendar"),
                Goal::Library => "Keep as a program".to_owned(),
            };
            let ready = count > 0 && current;
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
        });
        answer
    }
}
