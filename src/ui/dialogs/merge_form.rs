//! What a package brings, shown before it is taken: what comes, what both sides changed, and for what could not be
//! merged a choice between the two.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use crate::domain::{Athlete, AthleteId, Session, WorkspaceSettings};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::load;
use crate::merge::{AthletePackage, MergedAthlete, changes};
use crate::planning;
use crate::ui::action::Action;
use crate::ui::format::{date_style, plural};
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{aside, buttons, check};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;
use super::two_halves::{LocalTime, Pick, VersionChoice, choices};

/// More lines than this say no more.
const MOST_LINES: usize = 200;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct MergeForm {
    title: String,
    /// Remarks about the package itself.
    notes: Vec<String>,
    /// The athlete for whom all below was worked out; `None` for somebody who is not here.
    of: Option<Arc<Athlete>>,
    /// The athlete has changed since, and it is worked out again.
    is_outdated: bool,
    /// What comes, a line each.
    lines: Vec<String>,
    /// What both changed and how it came out.
    told: Vec<String>,
    /// Everything but the choices.
    merged: Arc<Athlete>,
    choices: Vec<VersionChoice>,
    /// A new athlete, and whether the workspace is the user's own.
    newcomer: Option<NewAthlete>,
    package: Option<ReceivedPackage>,
    label: String,
}

/// Somebody who is not in the workspace yet.
#[derive(Debug, Clone)]
struct NewAthlete {
    is_me: bool,
    settings: WorkspaceSettings,
}

/// A package, and what is to be said about it.
#[derive(Debug, Clone)]
pub struct ReceivedPackage {
    /// Its content.
    pub package: Arc<AthletePackage>,
    /// Remarks before it is taken, in sentences.
    pub notes: Vec<String>,
}

impl ReceivedPackage {
    fn title(&self) -> String {
        format!("Package of {}", self.package.athlete.profile.name)
    }
}

impl MergeForm {
    /// Of a package for an athlete who is here; `remark` is one about how the two were merged.
    pub fn of_package(
        package: ReceivedPackage,
        remark: Option<&str>,
        here: &Arc<Athlete>,
        merged: MergedAthlete,
        library: &Library,
        local: LocalTime,
    ) -> Self {
        let name = |session: &Session| load::title_of(&session.plan, library);
        let differences = changes(here, &merged.athlete, name);
        let dates = date_style();
        let lines = differences.iter().map(|change| change.in_words(dates));
        let named = |id| Some(name(merged.athlete.sessions.get(id)?));
        let told = merged.decisions.iter();
        let told = told.map(|told| told.clone().named(named).in_words(dates));
        Self {
            title: package.title(),
            notes: remarks(&package, remark),
            of: Some(here.clone()),
            is_outdated: false,
            lines: lines.collect(),
            told: told.collect(),
            choices: choices(here, &merged.athlete, library, local),
            label: format!("Take the package of {}", here.profile.name),
            merged: Arc::new(merged.athlete),
            newcomer: None,
            package: Some(package),
        }
    }

    /// Of a package for somebody who is not here yet; `is_me` when the workspace seems to be the athlete's own.
    pub fn of_newcomer(package: ReceivedPackage, settings: WorkspaceSettings, is_me: bool) -> Self {
        let athlete = &package.package.athlete;
        let count = plural(athlete.sessions.len(), "session", "sessions");
        Self {
            title: package.title(),
            notes: remarks(&package, None),
            of: None,
            is_outdated: false,
            lines: vec![format!(
                "{} is not in this workspace yet: {count}",
                athlete.profile.name
            )],
            told: Vec::new(),
            choices: Vec::new(),
            label: format!("Add {}", athlete.profile.name),
            merged: Arc::new(athlete.clone()),
            newcomer: Some(NewAthlete { is_me, settings }),
            package: Some(package),
        }
    }

    /// Of the versions that are kept beside sessions of an athlete; `None` when there are none.
    pub fn of_versions(
        athlete: &Arc<Athlete>,
        library: &Library,
        local: LocalTime,
    ) -> Option<Self> {
        let mut bare = Athlete::clone(athlete);
        bare.sessions = std::iter::empty::<Session>().collect();
        let choices = choices(&bare, athlete, library, local);
        (!choices.is_empty()).then(|| Self {
            title: if choices.len() == 1 {
                format!("Two versions of a session of {}", athlete.profile.name)
            } else {
                format!("Two versions of sessions of {}", athlete.profile.name)
            },
            notes: Vec::new(),
            of: Some(athlete.clone()),
            is_outdated: false,
            lines: Vec::new(),
            told: Vec::new(),
            choices,
            label: "Choose between versions".to_owned(),
            merged: athlete.clone(),
            newcomer: None,
            package: None,
        })
    }

    /// Whom it is about.
    pub fn athlete(&self) -> AthleteId {
        self.merged.id
    }

    /// The package; `None` where versions are chosen between that are here already.
    pub fn package(&self) -> Option<&ReceivedPackage> {
        self.package.as_ref()
    }

    /// Has it worked out again, when `now` is not the athlete it was worked out for; true when it was not yet known.
    pub fn becomes_outdated(&mut self, now: Option<&Arc<Athlete>>) -> bool {
        let is_outdated = match (&self.of, now) {
            (Some(of), Some(now)) => !Arc::ptr_eq(of, now),
            (of, now) => of.is_some() != now.is_some(),
        };
        is_outdated && !std::mem::replace(&mut self.is_outdated, true)
    }

    /// Chooses as was chosen in the dialog that this one takes the place of.
    pub fn choose_as(&mut self, before: &Self) {
        for choice in &mut self.choices {
            let mut same = before.choices.iter();
            let same = same
                .find(|it| it.session == choice.session && it.alternative == choice.alternative);
            if let Some(before) = same {
                choice.pick = before.pick;
            }
        }
        if let (Some(now), Some(before)) = (&mut self.newcomer, &before.newcomer) {
            now.is_me = before.is_me;
        }
    }

    /// The one step that takes it was chosen.
    fn transaction(&self, library: &Library) -> Transaction {
        let mut edits = Vec::new();
        if self.package.is_some() {
            edits.push(WorkspaceEdit::PutAthlete(self.merged.clone()));
        }
        if let Some(newcomer) = self.newcomer.as_ref().filter(|newcomer| newcomer.is_me) {
            edits.push(WorkspaceEdit::Settings(Box::new(WorkspaceSettings {
                keeper: crate::domain::Author::Athlete,
                ..newcomer.settings.clone()
            })));
        }
        let mut chosen = Athlete::clone(&self.merged);
        for choice in self.choices.iter().filter(|it| it.pick != Pick::Both) {
            let Some(session) = chosen.sessions.get(choice.session) else {
                continue;
            };
            let mut session = Session::clone(session);
            session.alternatives.retain(|it| *it != choice.alternative);
            if choice.pick == Pick::Other {
                choice.alternative.half.clone().put_into(&mut session);
            }
            let edit = Edit::update(&chosen, session.clone());
            edits.push(WorkspaceEdit::Athlete(chosen.id, vec![edit]));
            chosen.sessions.put(Arc::new(session), usize::MAX);
        }
        if let (Some(of), Some(_)) = (&self.of, &self.package) {
            let loads = planning::loads_after_merge(of, &chosen, library);
            edits.extend((!loads.is_empty()).then_some(WorkspaceEdit::FollowUp(chosen.id, loads)));
        }
        Transaction {
            label: self.label.clone(),
            edits,
        }
    }
}

impl DialogForm for MergeForm {
    fn id(&self) -> &'static str {
        "merge dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        ui.set_width(host::width(ui, 560.0));
        host::title_ui(ui, &self.title);
        for note in &self.notes {
            aside::soft_ui(ui, palette, 12.5, note);
        }
        ui.add_space(6.0);
        host::body(ui, 420.0, |ui, height| {
            let list = ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true]);
            list.show(ui, |ui| {
                lines_ui(ui, palette, "What is new", &self.lines);
                lines_ui(ui, palette, "What both changed", &self.told);
                row_keys::lines_ui(ui, "choices", |ui, keys| {
                    for (place, choice) in self.choices.iter_mut().enumerate() {
                        choice_ui(ui, keys, palette, place, choice);
                    }
                });
            });
        });
        if let Some(newcomer) = &mut self.newcomer {
            let label = format!(
                "I am {}; this is my own workspace",
                self.merged.profile.name
            );
            check::check_ui(ui, &mut newcomer.is_me, text(label, 13.0, Weight::Regular));
        }
        ui.add_space(6.0);
        let take = match (&self.newcomer, &self.package) {
            (Some(_), _) => format!("Add {}", self.merged.profile.name),
            (None, Some(_)) => "Accept".to_owned(),
            (None, None) => "Choose these".to_owned(),
        };
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            if self.is_outdated {
                let words = "The athlete has changed; it is worked out again…";
                aside::soft_ui(ui, palette, 12.5, words);
            } else if buttons::primary_ui(ui, palette, &take).clicked() {
                let step = Box::new(self.transaction(context.library));
                let package = self.package.as_ref().map(|it| it.package.clone());
                context.actions.push(Action::TakeMerge(step, package));
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

fn remarks(package: &ReceivedPackage, remark: Option<&str>) -> Vec<String> {
    let mut notes = package.notes.clone();
    notes.extend(remark.map(str::to_owned));
    notes
}

fn lines_ui(ui: &mut Ui, palette: &Palette, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    ui.label(text(heading, 13.0, Weight::SemiBold));
    for line in lines.iter().take(MOST_LINES) {
        aside::soft_ui(ui, palette, 12.5, line);
    }
    if let Some(rest) = lines.len().checked_sub(MOST_LINES + 1) {
        aside::soft_ui(ui, palette, 12.5, format!("… and {} more", rest + 1));
    }
    ui.add_space(6.0);
}

fn choice_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    place: usize,
    choice: &mut VersionChoice,
) {
    ui.label(text(&choice.heading, 13.0, Weight::SemiBold));
    let sides = [(Pick::Stands, &choice.stands), (Pick::Other, &choice.other)];
    ui.columns(2, |columns| {
        for (ui, (pick, side)) in columns.iter_mut().zip(sides) {
            ui.push_id(("choice", place, pick == Pick::Stands), |ui| {
                let label = format!("Keep {}", side.whose);
                if keys.radio_ui(ui, choice.pick == pick, label).clicked() {
                    choice.pick = pick;
                }
                aside::soft_ui(ui, palette, 12.5, &side.words);
            });
        }
    });
    if keys
        .radio_ui(ui, choice.pick == Pick::Both, "Keep both for now")
        .clicked()
    {
        choice.pick = Pick::Both;
    }
    ui.add_space(8.0);
}
