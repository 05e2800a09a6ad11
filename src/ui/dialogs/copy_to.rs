//! Copying weeks to other athletes: what would be different for each of them, before anything changes.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Align, DragValue, Layout, Role, Ui, WidgetInfo, vec2};

use crate::domain::{Athlete, AthleteId, SessionId, Workspace, WorkspaceSettings, names};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::layout::{CopyReport, Selection, What, copy_to, selected};
use crate::library::Library;
use crate::rules::Context;
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::empty::empty_ui;
use crate::ui::widgets::{buttons, row_keys, scrolling};

use super::copy_people::{self, Somebody, people_ui};
use super::copy_report::report_ui;
use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The most weeks that are copied at a time.
const MOST_WEEKS: u32 = 26;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct CopyForm {
    source: Arc<Athlete>,
    others: Vec<Other>,
    /// Programs that have sessions in the chosen weeks: identity and name.
    programs: Vec<(String, String)>,
    selection: Selection,
    settings: WorkspaceSettings,
    today: NaiveDate,
    /// The name that is looked for among those who may get a copy.
    sought: String,
    /// How many athletes are still being read.
    pub unread: usize,
}

/// Somebody who may get a copy.
#[derive(Debug, Clone)]
struct Other {
    athlete: Arc<Athlete>,
    /// What copying would do, while they are chosen.
    report: Option<CopyReport>,
    unfolded: bool,
}

impl CopyForm {
    /// The week that begins on `first`, to be copied from one athlete to some of the others.
    pub fn new(
        source: Arc<Athlete>,
        workspace: &Workspace,
        library: &Library,
        first: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        let mut form = Self {
            others: Vec::new(),
            programs: Vec::new(),
            selection: Selection {
                first,
                weeks: 1,
                what: What::All,
                replace: false,
            },
            source,
            settings: workspace.settings.clone(),
            today,
            sought: String::new(),
            unread: 0,
        };
        form.meet(&workspace.athletes);
        form.look_for_programs(library);
        form
    }

    /// Offers those athletes too who were read since.
    pub fn meet(&mut self, athletes: &[Arc<Athlete>]) {
        for athlete in athletes {
            let is_known = self
                .others
                .iter()
                .any(|other| other.athlete.id == athlete.id);
            if athlete.id != self.source.id && !athlete.profile.archived && !is_known {
                self.others.push(Other {
                    athlete: athlete.clone(),
                    report: None,
                    unfolded: false,
                });
            }
        }
        let name = |other: &Other| names::plain(&other.athlete.profile.name);
        self.others.sort_by_cached_key(name);
    }

    fn look_for_programs(&mut self, library: &Library) {
        let all = Selection {
            what: What::All,
            ..self.selection.clone()
        };
        self.programs.clear();
        for session in selected(&self.source, &all) {
            let Some(origin) = &session.origin else {
                continue;
            };
            let id = crate::domain::ProgramId::new(origin.source.clone());
            let known = self
                .programs
                .iter()
                .any(|(known, _)| *known == origin.source);
            if let Some(program) = library.program(&id).filter(|_| !known) {
                self.programs
                    .push((origin.source.clone(), program.name.clone()));
            }
        }
    }

    /// Works out the copies of all that are chosen.
    fn work_out(&mut self, library: &Library) {
        self.look_for_programs(library);
        for at in 0..self.others.len() {
            if self
                .others
                .get(at)
                .is_some_and(|other| other.report.is_some())
            {
                self.work_out_one(at, library);
            }
        }
    }

    fn work_out_one(&mut self, at: usize, library: &Library) {
        let Some(other) = self.others.get_mut(at) else {
            return;
        };
        let profile = self.settings.checked(&other.athlete.profile);
        let context = Context::new(&profile, library, self.today);
        let mut new_id = || SessionId(uuid::Uuid::new_v4());
        let (from, to) = (&self.source, &other.athlete);
        other.report = Some(copy_to(from, to, &context, &self.selection, &mut new_id));
    }

    /// True when all of these are chosen.
    fn has_all(&self, places: &[usize]) -> bool {
        let mut others = places.iter().map(|at| self.others.get(*at));
        others.all(|other| other.is_some_and(|other| other.report.is_some()))
    }

    fn chosen(&self) -> impl Iterator<Item = (AthleteId, &CopyReport)> {
        let others = self.others.iter();
        others.filter_map(|other| Some((other.athlete.id, other.report.as_ref()?)))
    }
}

impl DialogForm for CopyForm {
    fn id(&self) -> &'static str {
        "copy dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        form_ui(ui, context.palette, context.library, self, context.actions)
    }
}

fn form_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    form: &mut CopyForm,
    actions: &mut Actions,
) -> DialogResponse {
    ui.set_width(host::width(ui, 820.0));
    ui.spacing_mut().item_spacing.y = 6.0;
    host::title_ui(ui, "Copy to other athletes");
    let count = selected(&form.source, &form.selection).len();
    let what = format!(
        "{} of {}",
        format::plural(count, "session", "sessions"),
        form.source.profile.name
    );
    ui.label(text(what, 12.0, Weight::Regular).color(palette.text_soft));
    let before = form.selection.clone();
    what_ui(ui, palette, form);
    if form.selection != before {
        form.work_out(library);
    }
    ui.add_space(4.0);
    host::body(ui, host::tall(ui, 460.0), |ui, height| {
        // The line between them would be as high as the window.
        let size = vec2(ui.available_width(), height);
        ui.allocate_ui(size, |ui| sides_ui(ui, palette, library, form, height));
    });
    ui.add_space(4.0);
    buttons_ui(ui, palette, form, actions)
}

/// Who gets a copy, and what. Beside each other, both have the whole height, and no name moves under the pointer when a
/// report comes.
fn sides_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut CopyForm, height: f32) {
    ui.horizontal_top(|ui| {
        let down = Layout::top_down(Align::Min);
        let names = vec2(copy_people::width(form.others.len()), height);
        ui.allocate_ui_with_layout(names, down, |ui| {
            ui.set_width(names.x);
            whom_ui(ui, palette, library, form);
        });
        ui.separator();
        let rest = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(rest, down, |ui| {
            ui.set_width(rest.x);
            reports_ui(ui, palette, library, form, height);
        });
    });
}

/// What each of the chosen would get.
fn reports_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut CopyForm, height: f32) {
    if form.chosen().next().is_none() {
        let size = vec2(ui.available_width(), height);
        let words = "Loads and paces are rescaled to each of them, and what each will get stands here before anything is \
                     copied.";
        empty_ui(
            ui,
            palette,
            size,
            icons::COPY,
            "Choose who gets a copy",
            words,
        );
        return;
    }
    let first = form.selection.first;
    let reports = scrolling::list(height).auto_shrink([false, false]);
    reports.id_salt("reports").show(ui, |ui| {
        row_keys::list_ui(ui, "reports", |ui, keys| {
            for other in &mut form.others {
                let Some(report) = &other.report else {
                    continue;
                };
                let profile = &other.athlete.profile;
                let shown = (report, first, other.unfolded);
                if report_ui(ui, keys, palette, library, profile, shown) {
                    other.unfolded = !other.unfolded;
                }
            }
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &CopyForm,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    let people = form.chosen().filter(|(_, report)| !report.edits.is_empty());
    let people = people.count();
    host::foot_ui(ui, |ui| {
        let label = match people {
            0 => "Copy".to_owned(),
            _ => format!("Copy to {}", format::plural(people, "athlete", "athletes")),
        };
        let go = ui.add_enabled_ui(people > 0, |ui| buttons::primary_ui(ui, palette, &label));
        if go.inner.clicked() {
            let edits = form
                .chosen()
                .filter(|(_, report)| !report.edits.is_empty())
                .map(|(id, report)| WorkspaceEdit::Athlete(id, report.edits.clone()));
            let weeks = format::plural(form.selection.weeks as usize, "week", "weeks");
            let step = Transaction {
                label: format!(
                    "Copy {weeks} to {}",
                    format::plural(people, "athlete", "athletes")
                ),
                edits: edits.collect(),
            };
            let sessions: usize = form.chosen().map(|(_, report)| report.copied.len()).sum();
            let message = format!(
                "Copied {} to {}",
                format::plural(sessions, "session", "sessions"),
                format::plural(people, "athlete", "athletes")
            );
            actions.push(Action::ApplyWithUndo(step, message));
            answer = DialogResponse::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = DialogResponse::Close;
        }
    });
    answer
}

/// Which weeks, and which sessions of them.
fn what_ui(ui: &mut Ui, palette: &Palette, form: &mut CopyForm) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text("From", 12.0, Weight::Medium));
        if buttons::mini_icon_ui(ui, icons::PREVIOUS, "A week earlier").clicked() {
            form.selection.first = form.selection.first - Days::new(7);
        }
        let span = format::week_span(form.selection.first);
        ui.label(text(span, 13.0, Weight::SemiBold));
        if buttons::mini_icon_ui(ui, icons::NEXT, "A week later").clicked() {
            form.selection.first = form.selection.first + Days::new(7);
        }
        ui.add_space(10.0);
        ui.label(text("for", 12.0, Weight::Medium));
        let field = ui.add(DragValue::new(&mut form.selection.weeks).range(1..=MOST_WEEKS));
        field.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, "Weeks to copy"));
        let noun = if form.selection.weeks == 1 {
            "week"
        } else {
            "weeks"
        };
        ui.label(text(noun, 12.0, Weight::Medium));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut choices = vec![
            (What::All, "Everything".to_owned()),
            (What::Strength, "Strength".to_owned()),
            (What::Runs, "Runs".to_owned()),
        ];
        let programs = form.programs.iter();
        choices.extend(programs.map(|(id, name)| (What::Program(id.clone()), format!("“{name}”"))));
        row_keys::lines_ui(ui, "what", |ui, keys| {
            for (what, label) in choices {
                let on = form.selection.what == what;
                if keys.chip_ui(ui, palette, &label, on).clicked() {
                    form.selection.what = what;
                }
            }
        });
        ui.add_space(6.0);
        let replace = form.selection.replace;
        let chip = buttons::chip_ui(ui, palette, "Replace what they have planned", replace);
        let chip = chip.on_hover_text("What is locked or done stays, and so do races");
        if chip.clicked() {
            form.selection.replace = !replace;
        }
    });
}

/// Who gets a copy.
fn whom_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut CopyForm) {
    let others: Vec<Somebody> = form
        .others
        .iter()
        .map(|other| Somebody {
            name: &other.athlete.profile.name,
            tags: &other.athlete.profile.tags,
            is_chosen: other.report.is_some(),
        })
        .collect();
    let turned = people_ui(ui, palette, &mut form.sought, &others, form.unread);
    let Some(turned) = turned else { return };
    let is_on = form.has_all(&turned);
    for at in turned {
        if is_on {
            if let Some(other) = form.others.get_mut(at) {
                other.report = None;
            }
        } else if !form.has_all(&[at]) {
            form.work_out_one(at, library);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Profile, Session, Stamp};
    use crate::text;

    /// What is found in a copy for Ben, in a workspace with these settings.
    fn found(settings: WorkspaceSettings) -> Vec<&'static str> {
        let library = Library::shipped().unwrap();
        let today = text::TEMPLATE_MONDAY;
        let plan = text::read(
            "Tue tempo 60min\nWed intervals 60min\nSun long 18km",
            &library,
        );
        let sessions = plan.sessions.into_iter().zip(1..);
        let sessions = sessions.map(|(planned, id)| {
            let id = SessionId::from_bits(id);
            Session::planned(id, planned.date, planned.plan, Stamp::default())
        });
        let mut anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        anna.sessions = sessions.collect();
        let ben = Athlete::new(AthleteId::from_bits(2), Profile::named("Ben"));
        let workspace = Workspace {
            settings,
            athletes: vec![Arc::new(anna.clone()), Arc::new(ben)],
            ..Workspace::default()
        };
        let mut form = CopyForm::new(Arc::new(anna), &workspace, &library, today, today);
        form.work_out_one(0, &library);
        let (_, report) = form.chosen().next().unwrap();
        report.findings.iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_copy_is_checked_by_the_rules_of_the_workspace() {
        let usual = found(WorkspaceSettings::default());
        let rule = *usual.first().expect("two hard days in a row are found");
        let mut without = WorkspaceSettings::default();
        without
            .rules
            .change(rule, |setting| setting.off = Some(true));
        assert!(!found(without).contains(&rule));
    }
}
