//! What is published where: a folder in which the files of each athlete are kept up to date.

use egui::{Label, Role, ScrollArea, Ui, WidgetInfo};

use crate::domain::publication::MOST_PUBLISHED_WEEKS;
use crate::domain::{AthleteId, Publication, PublishedFile};
use crate::rules::Severity;
use crate::ui::action::{Action, PublishStep};
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::line::path_with;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{buttons, check, segments};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// How many problems are shown; the others are shown once these are solved.
const MOST_PROBLEMS: usize = 6;

/// How publishing stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishStatus {
    /// Files are kept up to date.
    pub is_on: bool,
    /// When it was published last, by the clocks of the place: "14:02".
    pub at: Option<String>,
    /// Files are being made.
    pub is_working: bool,
    /// What could not be done, in sentences.
    pub problems: Vec<String>,
}

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct PublishForm {
    publication: Publication,
    /// What it began with.
    start: Publication,
    /// The athletes who can be chosen, by name.
    people: Vec<(AthleteId, String)>,
    /// How publishing stands.
    pub status: PublishStatus,
    /// The files go when it is stopped.
    remove: bool,
}

impl PublishForm {
    /// A form with what is published so far.
    pub fn new(
        publication: Publication,
        people: Vec<(AthleteId, String)>,
        status: PublishStatus,
    ) -> Self {
        Self {
            start: publication.clone(),
            publication,
            people,
            status,
            remove: false,
        }
    }

    /// Takes in the folder that was chosen.
    pub fn set_folder(&mut self, folder: String) {
        self.publication.folder = folder;
    }

    fn state_ui(&self, ui: &mut Ui, palette: &Palette) {
        let line = match (&self.status.at, self.status.is_on) {
            _ if self.status.is_working => "Writing the files…".to_owned(),
            (Some(at), true) => {
                format!("Published at {at}. Files follow a few seconds after each edit.")
            }
            (None, true) => "On. Files are written in a moment.".to_owned(),
            (_, false) => "Off. No files are written.".to_owned(),
        };
        ui.label(text(line, 12.5, Weight::Medium));
        for problem in self.status.problems.iter().take(MOST_PROBLEMS) {
            let color = palette.severity(Severity::Caution);
            ui.add(Label::new(text(problem, 12.0, Weight::Medium).color(color)).wrap());
        }
    }

    fn folder_ui(&mut self, ui: &mut Ui, context: &mut DialogContext<'_>) {
        ui.horizontal(|ui| {
            let width = host::width(ui, 520.0) - 100.0;
            let hint = "A folder that a sync tool or a web server shares";
            path_with(ui, "Folder", &mut self.publication.folder, width, |edit| {
                edit.hint_text(hint)
            });
            if buttons::quiet_ui(ui, "Choose…").clicked() {
                context.actions.push(Action::Publish(PublishStep::Choose));
            }
        });
    }

    fn files_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        let publication = &mut self.publication;
        ui.horizontal(|ui| {
            for file in PublishedFile::ALL {
                let on = publication.files.contains(&file);
                if !buttons::chip_ui(ui, palette, file.label(), on).clicked() {
                    continue;
                }
                if !on {
                    publication.files.push(file);
                    publication.files.sort();
                } else if publication.files.len() > 1 {
                    publication.files.retain(|other| *other != file);
                }
            }
        });
        ui.horizontal(|ui| {
            ui.label(text("Weeks from this one", 12.5, Weight::Regular));
            let weeks =
                egui::DragValue::new(&mut publication.weeks).range(1..=MOST_PUBLISHED_WEEKS);
            let response = ui.add(weeks);
            response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, "Weeks"));
        });
    }

    fn people_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        let is_all = self.publication.only.is_none();
        let everybody = [(true, "Everybody"), (false, "Only some")];
        match segments::segments_ui(ui, palette, &everybody, is_all) {
            Some(true) => self.publication.only = None,
            Some(false) => {
                self.publication.only = Some(self.people.iter().map(|(id, _)| *id).collect());
            }
            None => {}
        }
        host::body(ui, 180.0, |ui, height| {
            let list = ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true]);
            list.show(ui, |ui| {
                row_keys::list_ui(ui, "people", |ui, keys| {
                    for (id, name) in &self.people {
                        person_ui(ui, keys, palette, &mut self.publication, (*id, name));
                    }
                });
            });
        });
    }

    /// The names of everybody's files, a line each.
    fn names(&self) -> String {
        let included = self
            .people
            .iter()
            .filter(|(id, _)| self.publication.includes(*id));
        let lines = included.map(|(id, name)| {
            let files = self.publication.files.iter().map(|file| file.name_for(*id));
            format!("{name}: {}\n", files.collect::<Vec<_>>().join(", "))
        });
        lines.collect()
    }

    fn buttons_ui(&mut self, ui: &mut Ui, context: &mut DialogContext<'_>) -> DialogResponse {
        let mut answer = DialogResponse::Open;
        host::tall_foot_ui(ui, |ui| {
            answer = self.verbs_ui(ui, context);
            if self.status.is_on {
                let label = "Delete the published files when publishing stops";
                check::check_ui(ui, &mut self.remove, text(label, 12.5, Weight::Regular));
            }
        });
        answer
    }

    fn verbs_ui(&mut self, ui: &mut Ui, context: &mut DialogContext<'_>) -> DialogResponse {
        let mut answer = DialogResponse::Open;
        ui.horizontal_wrapped(|ui| {
            let verb = match (self.status.is_on, self.is_changed()) {
                (false, _) => "Publish",
                (true, true) => "Apply and publish",
                (true, false) => "Publish now",
            };
            let is_ready = !self.publication.folder.trim().is_empty();
            let go = ui.add_enabled_ui(is_ready, |ui| {
                buttons::primary_ui(ui, context.palette, verb).clicked()
            });
            if go.inner {
                let folder = self.publication.folder.trim().to_owned();
                self.publication.folder = folder;
                self.publication.is_on = true;
                self.start = self.publication.clone();
                let start = PublishStep::Start(Box::new(self.publication.clone()));
                context.actions.push(Action::Publish(start));
            }
            if self.status.is_on && buttons::quiet_ui(ui, "Stop publishing").clicked() {
                let remove = self.remove;
                context
                    .actions
                    .push(Action::Publish(PublishStep::Stop { remove }));
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Copy the names of the files").clicked() {
                ui.ctx().copy_text(self.names());
            }
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

/// An athlete to be chosen, with the name of their files.
fn person_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    publication: &mut Publication,
    (id, name): (AthleteId, &str),
) {
    ui.horizontal(|ui| {
        let mut is_in = publication.includes(id);
        match &mut publication.only {
            None => {
                ui.label(text(name, 12.5, Weight::Regular));
            }
            Some(only) => {
                if keys.check_ui(ui, &mut is_in, name).changed() {
                    only.retain(|other| *other != id);
                    only.extend(is_in.then_some(id));
                }
            }
        }
        let file = publication.files.first().map(|file| file.name_for(id));
        let file = file.unwrap_or_default();
        ui.label(text(file, 11.0, Weight::Regular).color(palette.text_faint));
    });
}

impl DialogForm for PublishForm {
    fn id(&self) -> &'static str {
        "publish dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn is_changed(&self) -> bool {
        self.publication != self.start
    }

    fn ui(&mut self, ui: &mut Ui, mut context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        ui.set_width(host::width(ui, 560.0));
        host::title_ui(ui, "Publish everybody’s plans");
        let about = "Keeps each athlete’s files up to date in a folder of this computer. A calendar that subscribes to the .ics follows the plan. The names of the files tell nobody whose they are, and whoever has a file’s address can read it.";
        ui.add(Label::new(text(about, 12.5, Weight::Regular).color(palette.text_soft)).wrap());
        self.state_ui(ui, palette);
        ui.add_space(4.0);
        self.folder_ui(ui, &mut context);
        self.files_ui(ui, palette);
        self.people_ui(ui, palette);
        ui.add_space(6.0);
        self.buttons_ui(ui, &mut context)
    }
}
