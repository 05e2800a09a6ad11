//! Building a season on one page: what is asked for on the left, what comes of it on the right.

mod fields;
mod prefill;
mod preview;
mod strip;

use chrono::{NaiveDate, Weekday};
use egui::{Layout, ScrollArea, Ui, UiBuilder, vec2};
use uuid::Uuid;

use crate::domain::{Athlete, AthleteId, Race, Units, WorkspaceSettings};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::season::{Part, Refusal, Season, SeasonRequest};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, field};

use super::Answer;
use preview::Preview;

/// Widths of the page and of what is asked for, in points.
const WIDTH: f32 = 1240.0;
const ASKED_WIDTH: f32 = 640.0;
const GAP: f32 = 20.0;
/// What the window keeps free around the page, and what heading and buttons take of its height.
const AROUND: f32 = 72.0;
const AROUND_BODY: f32 = 168.0;

/// The page's state: a request, and the season that came of it.
#[derive(Debug, Clone)]
pub struct SeasonForm {
    athlete: AthleteId,
    name: String,
    units: Units,
    week_start: Weekday,
    today: NaiveDate,
    /// The races to choose from, the next first.
    races: Vec<Race>,
    /// True when sessions are planned already.
    has_plans: bool,
    request: SeasonRequest,
    /// The request when the page was opened.
    before: SeasonRequest,
    /// What was handed to the background last.
    asked: Option<SeasonRequest>,
    /// The request that ended in a fault.
    failed: Option<SeasonRequest>,
    preview: Option<Preview>,
    /// The week that is looked at, from 0.
    week: usize,
    /// Unlike that of any other opening, so that no field finds what was typed into an earlier page.
    opening: Uuid,
    /// The first field has had the focus.
    focused: bool,
}

impl SeasonForm {
    /// A page for an athlete, filled in with what is known of them.
    pub fn new(
        athlete: &Athlete,
        library: &Library,
        settings: &WorkspaceSettings,
        today: NaiveDate,
    ) -> Self {
        let races = prefill::races(athlete, today);
        let request = prefill::request(athlete, library, settings, &races, today);
        Self {
            athlete: athlete.id,
            name: athlete.profile.name.clone(),
            units: athlete.profile.units,
            week_start: athlete.profile.week_start,
            today,
            races,
            has_plans: prefill::has_plans(athlete, today),
            before: request.clone(),
            request,
            asked: None,
            failed: None,
            preview: None,
            week: 0,
            opening: Uuid::new_v4(),
            focused: false,
        }
    }

    /// Whose season it is.
    pub fn athlete(&self) -> AthleteId {
        self.athlete
    }

    /// Takes in what came of a request.
    pub fn take(
        &mut self,
        request: SeasonRequest,
        outcome: Result<Season, Vec<Refusal>>,
        library: &Library,
    ) {
        let last = outcome
            .as_ref()
            .map_or(0, |season| season.weeks.len().saturating_sub(1));
        self.week = self.week.min(last);
        self.preview = Some(Preview::new(request, outcome, self.units, library));
    }

    /// The season that was asked for will not come; it is asked for anew.
    pub fn ask_again(&mut self) {
        self.asked = None;
    }

    /// This request ended in a fault; it is not made again until something is changed.
    pub fn give_up(&mut self, request: SeasonRequest) {
        self.asked = None;
        self.failed = Some(request);
    }

    /// True when something was typed that closing would lose.
    pub(super) fn is_changed(&self) -> bool {
        self.request != self.before
    }

    /// Asks for the season of the request as it stands, one at a time.
    fn ask(&mut self, actions: &mut Actions) {
        let answered = self.preview.as_ref().map(|preview| &preview.request);
        let is_waiting = self.asked.is_some() && self.asked.as_ref() != answered;
        let is_failed = self.failed.as_ref() == Some(&self.request);
        if is_waiting || is_failed || answered == Some(&self.request) {
            return;
        }
        self.asked = Some(self.request.clone());
        let request = Box::new(self.request.clone());
        actions.push(Action::PreviewSeason(self.athlete, request));
    }

    /// The season of the request as it stands, once it is known.
    fn season(&self) -> Option<&Season> {
        let preview = self.preview.as_ref()?;
        let is_current = preview.request == self.request;
        preview.outcome.as_ref().ok().filter(|_| is_current)
    }

    /// Why a part of the request is refused.
    fn refusal(&self, part: Part) -> Option<&str> {
        let refusals = self.preview.as_ref()?.outcome.as_ref().err()?;
        let refusal = refusals.iter().find(|refusal| refusal.part == part)?;
        Some(&refusal.message)
    }
}

pub(super) fn form_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut SeasonForm,
    actions: &mut Actions,
) -> Answer {
    let screen = ui.ctx().content_rect().size();
    let width = (screen.x - AROUND).min(WIDTH);
    ui.set_width(width);
    ui.label(text(
        format!("Build a season for {}", form.name),
        15.0,
        Weight::SemiBold,
    ));
    let height = (screen.y - AROUND_BODY).clamp(280.0, 660.0);
    let ((), refusals) = field::refusals_of(ui, |ui| {
        body_ui(ui, palette, library, form, vec2(width, height));
    });
    form.ask(actions);
    ui.add_space(6.0);
    buttons_ui(ui, palette, form, refusals, actions)
}

fn body_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut SeasonForm,
    size: egui::Vec2,
) {
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let asked = ASKED_WIDTH.min(size.x * 0.57);
    let (left, right) = rect.split_left_right_at_x(rect.left() + asked);
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
    let opening = form.opening;
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
) -> Answer {
    let mut answer = Answer::Open;
    ui.horizontal(|ui| {
        let season = form.season().filter(|_| refusals == 0);
        let build = ui
            .add_enabled_ui(season.is_some(), |ui| {
                buttons::primary_ui(ui, palette, "Build season")
            })
            .inner;
        if let Some(season) = season.filter(|_| build.clicked()) {
            submit(form, season, actions);
            answer = Answer::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = Answer::Close;
        }
        let has_refusals = form
            .preview
            .as_ref()
            .is_some_and(|preview| preview.outcome.is_err());
        let hint = if refusals > 0 || has_refusals {
            Some("Mend what stands in red first".to_owned())
        } else {
            form.season().map(replaced)
        };
        if let Some(hint) = hint.filter(|hint| !hint.is_empty()) {
            ui.label(text(hint, 12.0, Weight::Regular).color(palette.text_soft));
        }
    });
    answer
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
    let message = format!("Built {weeks} to {}", form.request.race.name);
    actions.push(Action::StepWithUndo(
        Transaction::new("Build a season", edit),
        message,
    ));
    if let Some(first) = season.weeks.first() {
        actions.push(Action::ShowWeek(first.first));
    }
}
