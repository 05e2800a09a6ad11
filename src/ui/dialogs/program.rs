//! An own program edited: its name and aim, and its weeks as plan text.

use std::sync::Arc;

use chrono::{Datelike, Days};
use egui::{Frame, Label, Role, Stroke, TextEdit, Ui, WidgetInfo};

use crate::domain::{
    Athlete, AthleteId, Kind, Level, Phase, Profile, Program, ProgramKind, ProgramSession,
    ProgramWeek, Progression, Session, SessionId, Stamp,
};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::load;
use crate::text::{self as plan_text, TEMPLATE_MONDAY, TextError};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::library::describe;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, icons, text};
use crate::ui::widgets::line::{line_ui, line_with};
use crate::ui::widgets::{aside, buttons, row_keys, scrolling, segments};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct ProgramForm {
    program: Program,
    /// The program as it was opened, to tell whether anything changed.
    opened: Program,
    is_new: bool,
    week: usize,
    /// The text of the shown week.
    draft: String,
    /// What in the text could not be read.
    errors: Vec<TextError>,
}

impl ProgramForm {
    /// A program that is not kept yet.
    pub fn new(program: Program, library: &Library) -> Self {
        Self {
            is_new: true,
            ..Self::of(program, library)
        }
    }

    /// A program that the coach has.
    pub fn of(program: Program, library: &Library) -> Self {
        let mut form = Self {
            opened: program.clone(),
            program,
            is_new: false,
            week: 0,
            draft: String::new(),
            errors: Vec::new(),
        };
        form.show_week(0, library);
        form
    }

    fn show_week(&mut self, week: usize, library: &Library) {
        self.week = week.min(self.program.weeks.len().saturating_sub(1));
        self.draft = self
            .program
            .weeks
            .get(self.week)
            .map(|week| written(week, library))
            .unwrap_or_default();
        self.errors.clear();
    }

    /// Takes the typed text into the shown week. What reads as before keeps what the text cannot say.
    fn take_draft(&mut self, library: &Library) {
        let Some(week) = self.program.weeks.get_mut(self.week) else {
            return;
        };
        let read = plan_text::read(&self.draft, library);
        self.errors = read.errors;
        let before = plan_text::read(&written(week, library), library);
        let mut known: Vec<_> = in_order(week)
            .into_iter()
            .zip(before.sessions)
            .map(|(session, read)| (Some(session.clone()), read))
            .collect();
        week.sessions = read
            .sessions
            .into_iter()
            .map(|session| {
                let same = known
                    .iter_mut()
                    .find(|(kept, other)| kept.is_some() && other.plan == session.plan);
                let kept = same.and_then(|(kept, _)| kept.take());
                let is_run = matches!(session.plan.kind(), Kind::Run(_));
                let fresh = ProgramSession {
                    optional: is_run,
                    ..ProgramSession::new(session.plan)
                };
                ProgramSession {
                    day: Some(session.date.weekday()),
                    ..kept.unwrap_or(fresh)
                }
            })
            .collect();
    }
}

/// The sessions of a week by day, as its text has them.
fn in_order(week: &ProgramWeek) -> Vec<&ProgramSession> {
    let mut sessions: Vec<&ProgramSession> = week.sessions.iter().collect();
    sessions.sort_by_key(|session| offset(session));
    sessions
}

fn offset(session: &ProgramSession) -> u32 {
    session.day.map_or(0, |day| day.num_days_from_monday())
}

/// A week as plan text.
fn written(week: &ProgramWeek, library: &Library) -> String {
    let mut athlete = Athlete::new(AthleteId::from_bits(0), Profile::named(""));
    let sessions = in_order(week).into_iter().enumerate().map(|(at, session)| {
        let date = TEMPLATE_MONDAY + Days::new(u64::from(offset(session)));
        let id = SessionId::from_bits(at as u128 + 1);
        Arc::new(Session::planned(
            id,
            date,
            session.plan.clone(),
            Stamp::default(),
        ))
    });
    athlete.sessions = sessions.collect::<Vec<_>>().into();
    let last = TEMPLATE_MONDAY + Days::new(6);
    let written = plan_text::write(&athlete, library, TEMPLATE_MONDAY, last);
    written.text.trim().to_owned()
}

impl DialogForm for ProgramForm {
    fn id(&self) -> &'static str {
        "program dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn is_changed(&self) -> bool {
        self.program != self.opened || !self.errors.is_empty()
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let library = context.library;
        let actions = context.actions;
        ui.set_width(host::width(ui, 600.0));
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = if self.is_new {
            "New program"
        } else {
            "Edit program"
        };
        host::title_ui(ui, title);
        host::body(ui, host::tall(ui, 640.0), |ui, height| {
            let parts = scrolling::list(height).auto_shrink([false, true]);
            parts.show(ui, |ui| {
                about_ui(ui, palette, self);
                ui.add_space(4.0);
                weeks_ui(ui, palette, library, self);
            });
        });
        ui.add_space(4.0);
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            let problem = problem_of(self);
            let save = ui.add_enabled_ui(problem.is_none(), |ui| {
                buttons::primary_ui(ui, palette, "Save program")
            });
            let save = save.inner;
            let save = match problem {
                Some(problem) => save.on_disabled_hover_text(problem),
                None => save,
            };
            if save.clicked() {
                keep(self, library, actions);
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                answer = DialogResponse::Close;
            }
            if let Some(problem) = problem {
                let problem = text(problem, 12.0, Weight::Regular).color(palette.text_soft);
                ui.add(Label::new(problem).truncate());
            }
        });
        answer
    }
}

/// What keeps the program from being saved.
fn problem_of(form: &ProgramForm) -> Option<&'static str> {
    if form.program.name.trim().is_empty() {
        Some("Give the program a name")
    } else if !form.errors.is_empty() {
        Some("A line of this week cannot be read")
    } else if form
        .program
        .weeks
        .iter()
        .all(|week| week.sessions.is_empty())
    {
        Some("No week has a session yet")
    } else {
        None
    }
}

fn keep(form: &ProgramForm, library: &Library, actions: &mut Actions) {
    let mut program = Program {
        name: form.program.name.trim().to_owned(),
        summary: form.program.summary.trim().to_owned(),
        ..form.program.clone()
    };
    describe(&mut program, &Profile::named(""), library);
    let label = if form.is_new {
        format!("New program “{}”", program.name)
    } else {
        format!("Change program “{}”", program.name)
    };
    actions.push(Action::ShowProgram(program.id.clone()));
    let edit = WorkspaceEdit::PutProgram(Box::new(program));
    actions.push(Action::Apply(Transaction::new(label, edit)));
}

fn about_ui(ui: &mut Ui, palette: &Palette, form: &mut ProgramForm) {
    let program = &mut form.program;
    ui.label(text("Name", 12.0, Weight::Medium));
    let name = line_ui(ui, "Program name", &mut program.name, f32::INFINITY);
    if ui.memory(|memory| memory.focused().is_none()) {
        name.request_focus();
    }
    ui.label(text("Purpose", 12.0, Weight::Medium));
    let summary = TextEdit::multiline(&mut program.summary)
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    ui.add(summary).widget_info(|| {
        WidgetInfo::labeled(Role::MultilineTextInput, true, "Purpose of the program")
    });
    ui.horizontal_wrapped(|ui| {
        let kinds = [
            (ProgramKind::Standing, "Week after week"),
            (ProgramKind::Countdown, "Ends with a race"),
        ];
        if let Some(kind) = segments::segments_ui(ui, palette, &kinds, program.kind) {
            program.kind = kind;
        }
        let mut levels = vec![(None, "Every level")];
        levels.extend(Level::ALL.iter().map(|level| (Some(*level), level.label())));
        if let Some(level) = buttons::choice_ui(ui, "Level", &levels, program.level, 110.0) {
            program.level = level;
        }
        let ways = Progression::ALL.map(|way| (way, way.name()));
        let way = buttons::choice_ui(ui, "Progression", &ways, program.progression, 150.0);
        if let Some(way) = way {
            program.progression = way;
        }
    });
    aside::soft_ui(ui, palette, 11.5, program.progression.summary());
}

fn weeks_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut ProgramForm) {
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(CARD_RADIUS)
        .inner_margin(12);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        which_week_ui(ui, library, form);
        theme_ui(ui, palette, form);
        let hint = "One line per session: the day, what it is, and its exercises indented below.";
        aside::soft_ui(ui, palette, 11.5, hint);
        let edit = TextEdit::multiline(&mut form.draft)
            .code_editor()
            .hint_text("Mon strength 40min\n  goblet squat 3x8-10 rir 2 rest 60s")
            .desired_rows(10)
            .desired_width(f32::INFINITY);
        let edit = ui.add(edit);
        edit.widget_info(|| {
            WidgetInfo::labeled(Role::MultilineTextInput, true, "Sessions of the week")
        });
        if edit.changed() {
            form.take_draft(library);
        }
        for error in form.errors.iter().take(3) {
            let line = format!("Line {}: {}", error.line, error.message);
            let conflict = palette.severity(crate::rules::Severity::Conflict);
            let line = text(line, 12.0, Weight::Regular).color(conflict);
            ui.add(Label::new(line).wrap());
        }
        optional_ui(ui, palette, library, form);
    });
}

/// Which week is shown, and what can be done with it.
fn which_week_ui(ui: &mut Ui, library: &Library, form: &mut ProgramForm) {
    let count = form.program.weeks.len();
    let mut show = None;
    ui.horizontal(|ui| {
        let (at, last) = (form.week, count.saturating_sub(1));
        let back = ui.add_enabled_ui(at > 0, |ui| {
            buttons::mini_icon_ui(ui, icons::PREVIOUS, "Week before")
        });
        if back.inner.clicked() {
            show = at.checked_sub(1);
        }
        let which = format!("Week {} of {count}", at + 1);
        ui.label(text(which, 13.0, Weight::SemiBold));
        let on = ui.add_enabled_ui(at < last, |ui| {
            buttons::mini_icon_ui(ui, icons::NEXT, "Week after")
        });
        if on.inner.clicked() {
            show = Some(at + 1);
        }
        ui.add_space(8.0);
        let ready = form.errors.is_empty();
        let more = ui.add_enabled_ui(ready, |ui| buttons::small_ui(ui, "Repeat as a new week"));
        if more.inner.clicked()
            && let Some(week) = form.program.weeks.get(at).cloned()
        {
            form.program.weeks.insert(at + 1, week);
            show = Some(at + 1);
        }
        let less = ui.add_enabled_ui(count > 1, |ui| buttons::small_ui(ui, "Delete week"));
        if less.inner.clicked() && at < form.program.weeks.len() {
            form.program.weeks.remove(at);
            show = Some(at.min(form.program.weeks.len().saturating_sub(1)));
        }
    });
    if let Some(week) = show {
        form.show_week(week, library);
    }
}

fn theme_ui(ui: &mut Ui, palette: &Palette, form: &mut ProgramForm) {
    let Some(week) = form.program.weeks.get_mut(form.week) else {
        return;
    };
    ui.horizontal(|ui| {
        ui.label(text("Theme", 12.0, Weight::Medium).color(palette.text_soft));
        line_with(ui, "Theme of the week", &mut week.theme, 300.0, |edit| {
            edit.hint_text("What the week is about")
        });
        let mut phases = vec![(None, "No phase")];
        phases.extend(Phase::ALL.iter().map(|phase| (Some(*phase), phase.name())));
        if let Some(phase) = buttons::choice_ui(ui, "Phase", &phases, week.phase, 110.0) {
            week.phase = phase;
        }
    });
}

/// What of the week may be left out.
fn optional_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut ProgramForm) {
    let Some(week) = form.program.weeks.get_mut(form.week) else {
        return;
    };
    if week.sessions.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(text("Optional:", 12.0, Weight::Medium).color(palette.text_soft));
        row_keys::lines_ui(ui, "optional", |ui, keys| {
            for session in &mut week.sessions {
                let title = load::title_of(&session.plan, library);
                let day = session
                    .day
                    .map_or_else(String::new, |day| format!("{day} "));
                let label = format!("{day}{}", format::shortened(&title, 24));
                let chip = keys.chip_ui(ui, palette, &label, session.optional);
                if chip.clicked() {
                    session.optional = !session.optional;
                }
            }
        });
    });
}
