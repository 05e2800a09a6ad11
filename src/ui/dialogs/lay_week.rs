//! A template week dropped on weeks where something is planned: beside it, or instead of it, each with what the rules
//! would find then.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Frame, Label, Stroke, Ui};

use crate::domain::{Athlete, AthleteId, Session, Stamp, WeekTemplate};
use crate::edit::{Edit, apply};
use crate::load;
use crate::planning;
use crate::rules::{self, Context, Finding, Tally, Timeline};
use crate::ui::format::{self, plural};
use crate::ui::help::Topic;
use crate::ui::ids::new_session_id;
use crate::ui::lay_week::{label, lay, passed_words};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, buttons, marks};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;
use super::lay_out_words as words;

/// Findings that are told in words for each choice; the others are counted.
const MOST_TOLD: usize = 3;
/// Days around the weeks on which the rules see what stands there.
const AROUND: u64 = 7;

/// The dialog's state.
#[derive(Debug)]
pub struct LayWeekForm {
    athlete: AthleteId,
    label: String,
    title: String,
    /// What is planned there, in words.
    there: String,
    /// Sessions of the template that are left out, since their days have passed.
    passed: usize,
    choices: [LayOption; 2],
    /// The first frame has yet to come: the keyboard begins at the first choice.
    fresh: bool,
}

/// One way to lay it out.
#[derive(Debug)]
struct LayOption {
    button: String,
    /// What to do with what is planned.
    about: String,
    edits: Vec<Edit>,
    /// What would be found in these weeks, all of it.
    tally: Tally,
    /// What would be new among it, the worst first.
    new: Vec<(rules::Severity, String)>,
}

impl LayWeekForm {
    /// A template to be laid out for the shown athlete from the week that begins on `first`.
    pub fn new(view: &View, template: &WeekTemplate, first: NaiveDate) -> Self {
        let athlete = view.athlete;
        let going = planning::giving_way(template, athlete, first, view.today);
        let last = planning::last_day(template, first);
        let lay = || planning::lay_out(template, first, view.today, &mut new_session_id).edits;
        let beside = lay();
        let passed = planning::left_out(template, first, view.today);
        let mut instead: Vec<Edit> = going.iter().map(|going| Edit::Remove(going.id)).collect();
        instead.extend(lay());
        let trial = Trial::new(view, first, last);
        let planned = plural(going.len(), "planned session", "planned sessions");
        let staying = staying(athlete, &going, first, last);
        let stays = if staying > 0 {
            let (sessions, stand) = (
                plural(staying, "other", "others"),
                if staying == 1 { "stays" } else { "stay" },
            );
            format!(" {sessions} that cannot be moved {stand}.")
        } else {
            String::new()
        };
        let is_session =
            |edit: &&Edit| matches!(edit, Edit::Put { session, .. } if session.kind().is_session());
        let new = plural(
            beside.iter().filter(is_session).count(),
            "session",
            "sessions",
        );
        let when = match template.weeks() {
            0 | 1 => format!("{} has", format::week_span(first)),
            weeks => format!("The {weeks} weeks from {} have", format::day_month(first)),
        };
        Self {
            athlete: athlete.id,
            label: label(template),
            title: label(template),
            there: format!("{when} {planned}: {}.", names(view, &going)),
            passed,
            choices: [
                trial.choice(
                    "Beside what is planned".to_owned(),
                    format!("Adds {new}; everything else stays."),
                    beside,
                ),
                trial.choice(
                    format!("Instead of the {planned}"),
                    format!("Adds {new}, and takes {planned} out.{stays}"),
                    instead,
                ),
            ],
            fresh: true,
        }
    }
}

/// How many sessions of the weeks would stay in any case.
fn staying(athlete: &Athlete, going: &[Arc<Session>], first: NaiveDate, last: NaiveDate) -> usize {
    let all = athlete.sessions.between(first, last);
    all.len().saturating_sub(going.len())
}

/// The names of the sessions, each with its day.
fn names(view: &View, sessions: &[Arc<Session>]) -> String {
    let name = |session: &Arc<Session>| {
        let title = load::title_of(&session.plan, view.library);
        format!(
            "{} {}",
            session.date.format("%a"),
            format::lower_first(&title)
        )
    };
    sessions.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// What the rules find in the weeks as they stand.
struct Trial<'v> {
    athlete: &'v Athlete,
    context: Context<'v>,
    first: NaiveDate,
    span: (NaiveDate, NaiveDate),
    before: Vec<Finding>,
}

impl<'v> Trial<'v> {
    fn new(view: &View<'v>, first: NaiveDate, last: NaiveDate) -> Self {
        let context = Context::new(&view.derived.profile, view.library, view.today)
            .written(format::date_style());
        let around = |date: NaiveDate| date.checked_add_days(Days::new(AROUND)).unwrap_or(date);
        let span = (
            first.checked_sub_days(Days::new(AROUND)).unwrap_or(first),
            around(last),
        );
        let mut trial = Self {
            athlete: view.athlete,
            context,
            first,
            span,
            before: Vec::new(),
        };
        trial.before = trial.found(view.athlete);
        trial
    }

    fn found(&self, athlete: &Athlete) -> Vec<Finding> {
        let (from, to) = self.span;
        rules::check(
            &Timeline::new(athlete, &self.context, from, to),
            &self.context,
        )
    }

    fn choice(&self, button: String, about: String, edits: Vec<Edit>) -> LayOption {
        let mut changed = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        changed.sessions = self.athlete.sessions.clone();
        // As it will be, with the loads that follow from earlier sessions.
        let whole = planning::with_next_loads(self.athlete, self.context.library, edits.clone());
        apply(&mut changed, &whole, Stamp::default());
        let after = self.found(&changed);
        let open: Vec<Finding> = rules::added(&self.before, &after).cloned().collect();
        let told = open
            .iter()
            .map(|found| (found.severity, words::placed(found, self.first)));
        let mut new: Vec<(rules::Severity, String)> = told.collect();
        new.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
        LayOption {
            button,
            about,
            edits,
            tally: Tally::of(&open),
            new,
        }
    }
}

impl DialogForm for LayWeekForm {
    fn id(&self) -> &'static str {
        "lay week dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        ui.set_width(host::width(ui, 480.0));
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.add(Label::new(text(&self.title, 15.0, Weight::SemiBold)).wrap());
        aside::soft_ui(ui, palette, 12.5, &self.there);
        if let Some(passed) = passed_words(self.passed) {
            aside::soft_ui(ui, palette, 12.5, passed);
        }
        let mut answer = DialogResponse::Open;
        for (place, choice) in self.choices.iter_mut().enumerate() {
            let is_first = self.fresh && place == 0;
            if choice_ui(ui, palette, choice, is_first) {
                let edits = std::mem::take(&mut choice.edits);
                lay(
                    &self.label,
                    self.athlete,
                    edits,
                    self.passed,
                    context.actions,
                );
                answer = DialogResponse::Close;
            }
        }
        self.fresh = false;
        if host::foot_ui(ui, |ui| buttons::quiet_ui(ui, "Cancel").clicked()) {
            answer = DialogResponse::Close;
        }
        answer
    }
}

/// A choice with what it does; true when it is taken.
fn choice_ui(ui: &mut Ui, palette: &Palette, choice: &LayOption, is_first: bool) -> bool {
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(CARD_RADIUS)
        .inner_margin(10);
    let drawn = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let button = buttons::soft_ui(ui, palette, &choice.button);
        if is_first {
            button.request_focus();
        }
        // The ring around the button is drawn outside it.
        ui.add_space(3.0);
        aside::soft_ui(ui, palette, 12.0, &choice.about);
        ui.horizontal(|ui| {
            let what = if choice.tally.is_clear() {
                "New findings:"
            } else {
                "It brings"
            };
            ui.label(text(what, 12.0, Weight::Regular).color(palette.text_soft));
            marks::counts_ui(ui, palette, choice.tally.by_severity());
        });
        for (severity, message) in choice.new.iter().take(MOST_TOLD) {
            ui.horizontal_top(|ui| {
                marks::mark_ui(ui, palette, *severity);
                let message = text(message, 12.0, Weight::Regular);
                ui.add(Label::new(message).wrap());
            });
        }
        let more = choice.new.len().saturating_sub(MOST_TOLD);
        if more > 0 {
            let more = format!("and {more} more");
            ui.horizontal(|ui| {
                ui.add_space(marks::WIDTH + ui.spacing().item_spacing.x);
                ui.label(text(more, 12.0, Weight::Regular).color(palette.text_soft));
            });
        }
        button.clicked()
    });
    drawn.inner
}
