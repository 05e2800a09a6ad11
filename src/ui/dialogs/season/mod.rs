//! Building a season on one page: what is asked for on the left, the season on the right.

mod fields;
mod form;
mod prefill;
mod preview;
mod strip;
mod words;

pub use form::SeasonForm;

use egui::{Layout, ScrollArea, Ui, UiBuilder, vec2};

use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::season::Season;
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{aside, buttons, field};

use crate::ui::dialogs::dialog::{DialogContext, DialogForm, DialogResponse};
use crate::ui::dialogs::host;

/// Widths of the page and of what is asked for, in points.
const WIDTH: f32 = 1240.0;
const ASKED_WIDTH: f32 = 640.0;
const GAP: f32 = 20.0;
/// The least width of the season; with less beside the fields it stands below them, in points.
const PREVIEW_WIDTH: f32 = 360.0;

impl DialogForm for SeasonForm {
    fn id(&self) -> &'static str {
        "season dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn is_changed(&self) -> bool {
        self.request != self.before
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let library = context.library;
        let actions = context.actions;
        let width = host::width(ui, WIDTH);
        ui.set_width(width);
        let verb = match self.follows {
            Some(_) => "Move the season of",
            None => "Build a season for",
        };
        host::title_ui(ui, &format!("{verb} {}", self.name));
        if self.follows.is_some() {
            let line = format!(
                "{} is on {} now. Phases, long runs and taper follow it from today on; what is done, locked or your \
                 own stays.",
                self.request.race.name,
                format::weekday_day(self.request.race.date),
            );
            aside::soft_ui(ui, palette, 12.0, line);
        }
        let ((), refusals) = field::refusals_of(ui, |ui| {
            host::body(ui, 660.0, |ui, height| {
                body_ui(ui, palette, library, self, vec2(width, height));
            });
        });
        self.ask(actions);
        ui.add_space(6.0);
        buttons_ui(ui, palette, self, refusals, actions)
    }
}

fn body_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut SeasonForm,
    size: egui::Vec2,
) {
    let opening = form.opening;
    if size.x < ASKED_WIDTH + GAP + PREVIEW_WIDTH {
        ScrollArea::vertical()
            .id_salt("asked and preview")
            .max_height(size.y)
            .min_scrolled_height(size.y)
            .show(ui, |ui| {
                ui.set_width(size.x - host::BAR);
                ui.push_id(opening, |ui| fields::fields_ui(ui, palette, library, form));
                ui.add_space(GAP);
                preview::preview_ui(ui, palette, form);
            });
        return;
    }
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let (left, right) = rect.split_left_right_at_x(rect.left() + ASKED_WIDTH);
    let right = right.with_min_x(right.left() + GAP);
    let column = |ui: &mut Ui, rect, name: &str, add: &mut dyn FnMut(&mut Ui)| {
        let builder = UiBuilder::new()
            .id_salt(name)
            .max_rect(rect)
            .layout(Layout::top_down(egui::Align::Min));
        ui.scope_builder(builder, |ui| {
            ScrollArea::vertical()
                .id_salt(name)
                .auto_shrink([false, false])
                .max_height(rect.height())
                .show(ui, |ui| add(ui));
        });
    };
    column(ui, left, "asked", &mut |ui| {
        ui.push_id(opening, |ui| fields::fields_ui(ui, palette, library, form));
    });
    column(ui, right, "preview", &mut |ui| {
        preview::preview_ui(ui, palette, form);
    });
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &SeasonForm,
    refusals: u32,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let season = form.season().filter(|_| refusals == 0);
        let build = ui
            .add_enabled_ui(season.is_some(), |ui| {
                buttons::primary_ui(ui, palette, build_words(form))
            })
            .inner;
        if let Some(season) = season.filter(|_| build.clicked()) {
            submit(form, season, actions);
            answer = DialogResponse::Close;
        }
        let leave = match form.follows {
            Some(_) => "Keep season as it is",
            None => "Cancel",
        };
        if buttons::quiet_ui(ui, leave).clicked() {
            answer = DialogResponse::Close;
        }
        let has_refusals = form
            .preview
            .as_ref()
            .is_some_and(|preview| preview.outcome.is_err());
        let hint = if refusals > 0 || has_refusals {
            Some(field::CORRECT_FIRST.to_owned())
        } else {
            form.season().map(replaced)
        };
        if let Some(hint) = hint.filter(|hint| !hint.is_empty()) {
            ui.label(text(hint, 12.0, Weight::Regular).color(palette.text_soft));
        }
    });
    answer
}

fn build_words(form: &SeasonForm) -> &'static str {
    match form.follows {
        Some(_) => "Move season",
        None => "Build season",
    }
}

/// How many sessions give way, where there are any.
fn replaced(season: &Season) -> String {
    let removals = season
        .edits
        .iter()
        .filter(|edit| matches!(edit, crate::edit::Edit::Remove(_)));
    match removals.count() {
        0 => String::new(),
        n => format!(
            "Replaces {}",
            format::plural(n, "planned session", "planned sessions")
        ),
    }
}

fn submit(form: &SeasonForm, season: &Season, actions: &mut Actions) {
    let edit = WorkspaceEdit::Athlete(form.athlete, season.edits.clone());
    let weeks = format::plural(season.weeks.len(), "week", "weeks");
    let race = &form.request.race;
    actions.push(match form.follows {
        Some(steps) => Action::AmendWithUndo(
            Transaction::new(format!("Move {} and its season", race.name), edit),
            steps,
            format!("The season now leads to {} in {weeks}", race.name),
        ),
        None => Action::ApplyWithUndo(
            Transaction::new("Build a season", edit),
            format!("Built {weeks} to {}", race.name),
        ),
    });
    if let Some(first) = season.weeks.first() {
        actions.push(Action::ShowWeek(first.first));
    }
}
