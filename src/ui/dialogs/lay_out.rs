//! Laying a program out: from which week, how, and what would go where, before anything changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{DragValue, Label, Role, Ui, WidgetInfo};

use crate::domain::{Athlete, CheckedProfile, Kind, Program, ProgramId, ProgramKind, Week};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::layout::{Equipping, Layout, Options};
use crate::library::Library;
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::{aside, buttons, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;
use super::lay_out_report::{summary_ui, week_ui};

/// The most weeks a program is laid out for at a time.
const MOST_WEEKS: u32 = 52;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct LayOutForm {
    athlete: Arc<Athlete>,
    /// The profile as the rules see it, with what it leaves open as in the workspace.
    profile: CheckedProfile<'static>,
    program: Program,
    today: NaiveDate,
    options: Options,
    layout: Layout,
    /// What the layout was made for; until it is made for the options, it is that of the options before.
    made_for: Option<Options>,
    /// Whether to replace what is planned was chosen by hand.
    is_answered: bool,
}

impl LayOutForm {
    /// A program for an athlete, whose `profile` is as the rules see it, from the week of `first` on. `known` is the
    /// layout of just that, where there is one already.
    pub fn new(
        athlete: Arc<Athlete>,
        profile: CheckedProfile<'static>,
        program: Program,
        first: NaiveDate,
        today: NaiveDate,
        known: Option<Layout>,
    ) -> Self {
        let first = Week::of(first, athlete.profile.week_start).first();
        let options = Options::for_athlete(&program, first, &athlete, today);
        Self {
            athlete,
            profile,
            program,
            today,
            options,
            made_for: known.is_some().then_some(options),
            layout: known.unwrap_or_default(),
            is_answered: false,
        }
    }

    /// What is to be laid out: for whom, with which profile, and how. `None` when the layout is that of the options.
    pub fn wanted(&self) -> Option<(&Arc<Athlete>, &CheckedProfile<'static>, &Program, Options)> {
        let wanted = self.made_for != Some(self.options);
        wanted.then_some((&self.athlete, &self.profile, &self.program, self.options))
    }

    /// Takes in a layout, if it is of this program for this athlete.
    pub fn take(
        &mut self,
        athlete: &Arc<Athlete>,
        program: &Program,
        options: Options,
        layout: Layout,
    ) {
        if Arc::ptr_eq(&self.athlete, athlete) && self.program == *program {
            self.layout = layout;
            self.made_for = Some(options);
        }
    }

    /// The next race and the week to begin in so that the program ends with it, where there is time enough.
    fn race(&self) -> Option<(String, NaiveDate)> {
        if self.program.kind != ProgramKind::Countdown {
            return None;
        }
        let races = self.athlete.profile.races.iter();
        let race = races
            .filter(|race| race.date >= self.today)
            .min_by_key(|race| race.date)?;
        let week = Week::of(race.date, self.athlete.profile.week_start).first();
        let before = Days::new((self.program.weeks.len().max(1) as u64 - 1) * 7);
        Some((race.name.clone(), week.checked_sub_days(before)?))
    }

    /// The planned strength sessions of the weeks, which may give way.
    fn planned_strength(&self) -> usize {
        self.options.may_give_way(&self.athlete, self.today).count()
    }

    /// The programs that lift in these weeks already, in words, with what becomes of them.
    fn overlap(&self, library: &Library) -> Option<String> {
        let planned = self.options.may_give_way(&self.athlete, self.today);
        let of = planned.filter_map(|session| session.origin.as_ref());
        let sources: BTreeSet<String> = of.map(|origin| origin.source.clone()).collect();
        let known = |id: &String| library.program(&ProgramId::new(id.as_str()));
        let names: BTreeSet<String> = sources
            .iter()
            .map(|id| match known(id) {
                Some(program) => format!("“{}”", program.name),
                None => "another plan".to_owned(),
            })
            .collect();
        if names.is_empty() {
            return None;
        }
        let fate = match (self.options.replace, names.len()) {
            (true, 1) => "its strength sessions give way",
            (true, _) => "their strength sessions give way",
            (false, _) => "both would stand side by side",
        };
        let names = names.into_iter().collect::<Vec<_>>().join(" and ");
        Some(format!("In these weeks there is {names} already: {fate}."))
    }
}

impl DialogForm for LayOutForm {
    fn id(&self) -> &'static str {
        "lay out dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        form_ui(ui, context.palette, context.library, self, context.actions)
    }
}

fn form_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    form: &mut LayOutForm,
    actions: &mut Actions,
) -> DialogResponse {
    ui.set_width(host::width(ui, 560.0));
    ui.spacing_mut().item_spacing.y = 6.0;
    let title = format!("Lay out “{}”", form.program.name);
    ui.add(Label::new(text(title, 15.0, Weight::SemiBold)).wrap());
    let whom = format!("For {}", form.athlete.profile.name);
    ui.label(text(whom, 12.0, Weight::Regular).color(palette.text_soft));
    let weeks = (form.options.first, form.options.weeks);
    when_ui(ui, palette, form);
    if weeks != (form.options.first, form.options.weeks) && !form.is_answered {
        form.options.replace = form.options.holds_a_program(&form.athlete, form.today);
    }
    how_ui(ui, palette, form);
    if let Some(overlap) = form.overlap(library) {
        aside::soft_ui(ui, palette, 12.0, overlap);
    }
    ui.separator();
    let is_made = form.made_for == Some(form.options);
    if form.made_for.is_none() {
        let line = text("Looking for the best days…", 12.0, Weight::Regular);
        ui.label(line.color(palette.text_soft));
    } else {
        summary_ui(ui, palette, &form.layout);
    }
    host::body(ui, host::tall(ui, 420.0), |ui, height| {
        let weeks = scrolling::list(height).auto_shrink([false, true]);
        weeks.show(ui, |ui| {
            for week in &form.layout.weeks {
                week_ui(
                    ui,
                    palette,
                    library,
                    (&form.layout, form.program.weeks.len() > 1),
                    week,
                );
            }
        });
    });
    ui.add_space(4.0);
    let placed = form.layout.placed().count();
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let label = format!("Lay out {}", format::plural(placed, "session", "sessions"));
        let go = ui.add_enabled_ui(is_made && placed > 0, |ui| {
            buttons::primary_ui(ui, palette, &label)
        });
        let go = go.inner;
        if ui.memory(|memory| memory.focused().is_none()) && is_made && placed > 0 {
            go.request_focus();
        }
        if go.clicked() {
            apply(form, placed, actions);
            answer = DialogResponse::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = DialogResponse::Close;
        }
    });
    answer
}

/// One undo step, told with a way back; the calendar shows the first week that has something new.
fn apply(form: &LayOutForm, placed: usize, actions: &mut Actions) {
    let edits = form.layout.edits.clone();
    let step = Transaction::new(
        format!("Lay out “{}”", form.program.name),
        WorkspaceEdit::Athlete(form.athlete.id, edits),
    );
    let sessions = format::plural(placed, "session", "sessions");
    let message = format!("Laid out {sessions} of “{}”", form.program.name);
    actions.push(Action::ApplyWithUndo(step, message));
    let first = form.layout.placed().map(|placed| placed.session.date).min();
    actions.push(Action::ShowWeek(first.unwrap_or(form.options.first)));
}

/// From which week on, and for how many.
fn when_ui(ui: &mut Ui, palette: &Palette, form: &mut LayOutForm) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text("From", 12.0, Weight::Medium));
        if buttons::mini_icon_ui(ui, icons::PREVIOUS, "Begin a week earlier").clicked() {
            form.options.first = form.options.first - Days::new(7);
        }
        let span = format::week_span(form.options.first);
        ui.label(text(span, 13.0, Weight::SemiBold));
        if buttons::mini_icon_ui(ui, icons::NEXT, "Begin a week later").clicked() {
            form.options.first = form.options.first + Days::new(7);
        }
        ui.add_space(10.0);
        ui.label(text("for", 12.0, Weight::Medium));
        let most = match form.program.kind {
            ProgramKind::Standing => MOST_WEEKS,
            ProgramKind::Countdown => form.program.weeks.len() as u32,
        };
        let field = DragValue::new(&mut form.options.weeks).range(1..=most);
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, "Weeks"));
        let noun = if form.options.weeks == 1 {
            "week"
        } else {
            "weeks"
        };
        ui.label(text(noun, 12.0, Weight::Medium));
        if let Some((race, first)) = form.race() {
            ui.add_space(10.0);
            if first == form.options.first {
                let ends = text(format!("ends with {race}"), 12.0, Weight::Regular);
                ui.label(ends.color(palette.text_soft));
            } else if first + Days::new(6) < form.today {
                ui.end_row();
                let late = format!("{race} is too near for all of its weeks");
                ui.label(text(late, 12.0, Weight::Regular).color(palette.text_soft));
            } else if buttons::soft_ui(ui, palette, &format!("End with {race}")).clicked() {
                form.options.first = first;
                form.options.weeks = form.program.weeks.len() as u32;
            }
        }
    });
}

/// What is wanted of it and what the athlete has for it.
fn how_ui(ui: &mut Ui, palette: &Palette, form: &mut LayOutForm) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(text("At most", 12.0, Weight::Medium));
        let choices = [
            (None, "as planned"),
            (Some(20), "20 min"),
            (Some(30), "30 min"),
            (Some(40), "40 min"),
            (Some(50), "50 min"),
        ];
        let minutes = form.options.minutes;
        if let Some(chosen) =
            buttons::choice_ui(ui, "Minutes of a session", &choices, minutes, 96.0)
        {
            form.options.minutes = chosen;
        }
        let sessions = form.program.weeks.iter().flat_map(|week| &week.sessions);
        let optional = sessions.filter(|session| session.optional);
        let kinds: Vec<Kind> = optional.map(|session| session.plan.kind()).collect();
        if !kinds.is_empty() {
            let label = if kinds.iter().all(|kind| matches!(kind, Kind::Run(_))) {
                "With the optional runs"
            } else {
                "With the optional day"
            };
            let on = form.options.optional;
            if buttons::chip_ui(ui, palette, label, on).clicked() {
                form.options.optional = !on;
            }
        }
        let own_only = form.options.equipping == Equipping::OwnOnly;
        let chip = buttons::chip_ui(ui, palette, "Without a gym", own_only);
        let chip = chip.on_hover_text("With what the athlete owns, on every day");
        if chip.clicked() {
            form.options.equipping = if own_only {
                Equipping::ByDay
            } else {
                Equipping::OwnOnly
            };
        }
        let planned = form.planned_strength();
        if planned > 0 || form.options.replace {
            let what = format::plural(
                planned,
                "planned strength session",
                "planned strength sessions",
            );
            let on = form.options.replace;
            let chip = buttons::chip_ui(ui, palette, &format!("Replace {what}"), on);
            let chip = chip.on_hover_text("Those that are locked or done stay");
            if chip.clicked() {
                form.options.replace = !on;
                form.is_answered = true;
            }
        }
    });
}
