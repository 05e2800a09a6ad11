//! Publishing: the files of each athlete are kept up to date in a folder, a little after edits and off the interface's
//! thread.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::Local;

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, AthleteId, Publication};
use crate::export::{self, Published};
use crate::store::PublishFolder;
use crate::ui::action::PublishStep;
use crate::ui::dialogs::{Dialog, PublishForm, PublishStatus};
use crate::ui::notices::NoticeKind;

use super::export_job::render_context;
use super::file_dialogs::{FileRequest, NO_DIALOG, Picked};
use super::file_requests::folder_problem;
use super::jobs::{Job, Kind, Progress};
use super::printed_logo::logo_of;
use super::publishing_state::{Publishing, Seen};
use super::shell::App;

/// Seconds without an edit before files are written.
const QUIET: f64 = 2.0;
/// Seconds after the first edit at which they are written even if editing goes on.
const LONGEST: f64 = 20.0;
/// How long after a failure it is tried again, in seconds.
const RETRY: f64 = 60.0;
/// How many athletes are brought up to date while the window closes; the others are when it is opened next.
const AT_THE_END: usize = 3;

/// Work for a job: whose files are written and whose are taken away.
struct Work {
    publication: Publication,
    athletes: Vec<Arc<Athlete>>,
    withdrawn: Vec<AthleteId>,
}

impl App {
    /// What is published of the open workspace; `None` before it is on the disk.
    pub(super) fn publication(&self) -> Option<(String, Publication)> {
        let key = self.publication_key()?;
        let publication = self.preferences.now.publications.get(key);
        Some((key.to_owned(), publication.cloned().unwrap_or_default()))
    }

    /// The key under which this computer remembers the open workspace.
    fn publication_key(&self) -> Option<&str> {
        self.open.folder()?.to_str()
    }

    fn keep_publication(&mut self, publication: Publication) {
        let Some((key, before)) = self.publication() else {
            return;
        };
        if before != publication {
            self.preferences.now.publications.insert(key, publication);
            self.save_preferences();
        }
    }

    /// Opens the dialog about publishing.
    pub(super) fn ask_publish(&mut self) {
        let Some((_, publication)) = self.publication() else {
            return self.say("Open a workspace first.");
        };
        if let Some(why) = self.open.why_read_only() {
            let why = format!("Only the window that can change the workspace publishes it: {why}.");
            return self.say(why);
        }
        let people = self.open.athletes().iter();
        let people = people.filter(|athlete| !athlete.profile.archived);
        let people = people.map(|athlete| (athlete.id, athlete.profile.name.clone()));
        let form = PublishForm::new(
            publication,
            people.collect(),
            self.tasks.publishing.status.clone(),
        );
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Does what the dialog about publishing asks for.
    pub(super) fn take_publish(&mut self, step: PublishStep) {
        match step {
            PublishStep::Choose => {
                let request = FileRequest::folder("Publish into a folder");
                self.ask(&request, |app, picked| match picked {
                    Picked::Path(path) => {
                        if let Some(form) = app.publish_form() {
                            form.set_folder(path.display().to_string());
                        }
                    }
                    Picked::NoDialog => app.say(NO_DIALOG),
                    Picked::Paths(_) | Picked::Nothing => {}
                });
            }
            PublishStep::Start(publication) => {
                let folder = Path::new(&publication.folder);
                let begun = if folder.is_absolute() {
                    PublishFolder::at(folder).map_err(|error| folder_problem(&error))
                } else {
                    Err("Enter the full path of the folder.".to_owned())
                };
                match begun {
                    Ok(_) => {
                        let written = self
                            .publication()
                            .map(|(_, before)| before.written)
                            .unwrap_or_default();
                        self.keep_publication(Publication {
                            is_on: true,
                            written,
                            ..*publication
                        });
                        self.tasks.publishing.known.clear();
                        self.tasks.publishing.waiting = Some((0.0, 0.0));
                    }
                    Err(why) => self.tasks.publishing.status.problems = vec![why],
                }
            }
            PublishStep::Stop { remove } => self.stop_publishing(remove),
        }
    }

    fn stop_publishing(&mut self, remove: bool) {
        let Some((_, mut publication)) = self.publication() else {
            return;
        };
        self.jobs.end(Kind::Publish);
        publication.is_on = false;
        let folder = publication.folder.clone();
        if remove {
            let written = std::mem::take(&mut publication.written);
            let job = Job::new(
                "Deleting the published files",
                move |_| {
                    let folder = PublishFolder::at(Path::new(&folder))
                        .map_err(|error| format!("The files could not be deleted: {error}."))?;
                    let removed = written.iter().map(|id| export::withdraw(*id, &folder));
                    let count: usize = removed.sum();
                    Ok(format!(
                        "Publishing has stopped, and {count} files were deleted."
                    ))
                },
                Self::say_outcome,
            );
            self.jobs.start_beside(job);
        } else {
            self.say("Publishing has stopped. The files stay as they are.");
        }
        self.keep_publication(publication);
        self.tasks.publishing = Publishing::default();
    }

    /// Lets the open dialog know how publishing stands.
    pub(super) fn follow_publishing(&mut self) {
        let is_on = self.publication().is_some_and(|(_, it)| it.is_on);
        let status = self.tasks.publishing.status.clone();
        if let Some(form) = self.publish_form() {
            form.status = PublishStatus { is_on, ..status };
        }
    }

    fn publish_form(&mut self) -> Option<&mut PublishForm> {
        let dialog = self.screen.ui.dialog.as_mut()?;
        dialog.as_form_mut::<PublishForm>()
    }

    /// Has the files written that are not up to date, once nobody has edited for a while.
    pub(super) fn keep_published(&mut self) {
        let kept = &self.preferences.now.publications;
        let publication = self.publication_key().and_then(|key| kept.get(key));
        // This runs in every frame; leave quickly if nothing is published.
        let Some(publication) = publication.filter(|it| it.is_on).cloned() else {
            return;
        };
        let may_write = self.open.why_read_only().is_none() && self.open.unread() == 0;
        if !may_write || self.jobs.is_running(Kind::Publish) {
            return;
        }
        let now = self.window.input(|input| input.time);
        self.look_for_edits(&publication, now);
        let Some((_, due)) = self.tasks.publishing.waiting else {
            return;
        };
        if now < due {
            let rest = Duration::from_secs_f64((due - now).clamp(0.0, RETRY));
            return self.window.request_repaint_after(rest);
        }
        self.tasks.publishing.waiting = None;
        let work = self.unpublished(publication);
        if !work.athletes.is_empty() || !work.withdrawn.is_empty() {
            self.start_publishing(work);
        }
    }

    /// Notices what changed since the last look, and when it is to be published.
    fn look_for_edits(&mut self, publication: &Publication, now: f64) {
        let publishing = &self.tasks.publishing;
        if publishing.seen.as_ref().is_some_and(|seen| {
            seen.workspace == self.open.id()
                && seen.revision == self.open.revision()
                && (seen.today, seen.dates) == self.when()
                && seen.publication == *publication
        }) {
            return;
        }
        let seen = Seen {
            workspace: self.open.id(),
            revision: self.open.revision(),
            today: self.today(),
            library: self.open.library().clone(),
            settings: self.open.workspace().settings.clone(),
            dates: self.when().1,
            publication: publication.clone(),
        };
        let is_same = self
            .tasks
            .publishing
            .seen
            .as_ref()
            .is_some_and(|before| before.is_same_for_all(&seen));
        if !is_same {
            self.tasks.publishing.known.clear();
        }
        let first = self
            .tasks
            .publishing
            .waiting
            .map_or(now, |(first, _)| first);
        self.tasks.publishing.waiting = Some((first, (now + QUIET).min(first + LONGEST)));
        self.tasks.publishing.seen = Some(seen);
    }

    /// What is not as the folder holds it.
    fn unpublished(&mut self, publication: Publication) -> Work {
        let athletes = self.open.athletes();
        let is_wanted =
            |athlete: &&Arc<Athlete>| !athlete.profile.archived && publication.includes(athlete.id);
        let wanted: Vec<Arc<Athlete>> = athletes.iter().filter(is_wanted).cloned().collect();
        let is_here = |id: AthleteId| athletes.iter().any(|athlete| athlete.id == id);
        let withdrawn = publication.written.iter().copied().filter(|id| {
            let is_wanted = wanted.iter().any(|athlete| athlete.id == *id);
            !is_wanted && (is_here(*id) || self.tasks.publishing.met.contains(id))
        });
        let withdrawn = withdrawn.collect();
        self.tasks
            .publishing
            .met
            .extend(athletes.iter().map(|athlete| athlete.id));
        let known = &self.tasks.publishing.known;
        let is_stale = |athlete: &Arc<Athlete>| {
            known
                .get(&athlete.id)
                .is_none_or(|known| !Arc::ptr_eq(known, athlete))
        };
        Work {
            athletes: wanted.into_iter().filter(is_stale).collect(),
            publication,
            withdrawn,
        }
    }

    fn start_publishing(&mut self, work: Work) {
        let (library, settings) = (
            self.open.library().clone(),
            self.open.workspace().settings.clone(),
        );
        let (report, when) = (self.published_charts(), self.when());
        let (workspace, store) = (self.open.id(), self.open.store());
        let asked = (work.athletes.clone(), work.withdrawn.clone());
        self.tasks.publishing.status.is_working = true;
        let job = Job::new(
            "Publishing",
            move |progress: &Progress<Self>| {
                let logo = logo_of(store.as_ref(), &settings);
                let render_context =
                    render_context(&library, &settings, &report, logo.as_ref(), when);
                run(&work, &render_context, &|| progress.is_cancelled())
            },
            move |app: &mut Self, published| {
                let published = published.unwrap_or_else(|_| Err("it failed".to_owned()));
                app.take_published(&asked.0, &asked.1, published);
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start(Kind::Publish, job);
    }

    /// The charts of phone pages: as each athlete is looked at on this computer.
    fn published_charts(&self) -> ReportCharts {
        ReportCharts {
            on_screen: self.preferences.now.charts.clone(),
            ..ReportCharts::default()
        }
    }

    /// Takes in how writing the files ended.
    fn take_published(
        &mut self,
        athletes: &[Arc<Athlete>],
        withdrawn: &[AthleteId],
        published: Result<Vec<Published>, String>,
    ) {
        let before = std::mem::take(&mut self.tasks.publishing.status.problems);
        let mut problems = Vec::new();
        match published {
            Ok(published) => {
                for one in &published {
                    let athlete = athletes.iter().find(|athlete| athlete.id == one.athlete);
                    if let Some(athlete) = athlete.filter(|_| one.problems.is_empty()) {
                        self.tasks
                            .publishing
                            .known
                            .insert(one.athlete, athlete.clone());
                    }
                    problems.extend(one.problems.iter().cloned());
                }
                if let Some((_, mut publication)) = self.publication() {
                    publication.written.retain(|id| !withdrawn.contains(id));
                    for one in &published {
                        if !publication.written.contains(&one.athlete) {
                            publication.written.push(one.athlete);
                        }
                    }
                    if let Some(seen) = &mut self.tasks.publishing.seen {
                        seen.publication.clone_from(&publication);
                    }
                    self.keep_publication(publication);
                }
                self.tasks.publishing.status.at = Some(Local::now().format("%H:%M").to_string());
            }
            Err(why) => problems.push(format!("Nothing was published: {why}.")),
        }
        if !problems.is_empty() {
            let now = self.window.input(|input| input.time);
            self.tasks
                .publishing
                .waiting
                .get_or_insert((now, now + RETRY));
            for problem in problems.iter().filter(|it| !before.contains(it)) {
                let text = format!("Publishing: {problem}");
                self.notices.add(NoticeKind::Saving, text);
            }
        }
        let status = &mut self.tasks.publishing.status;
        status.is_working = false;
        status.problems = problems;
    }

    /// Brings files up to date before the workspace is let go, as far as that takes no time to speak of.
    pub(super) fn publish_the_last(&mut self) {
        self.jobs.end(Kind::Publish);
        let Some((_, publication)) = self.publication() else {
            return;
        };
        let was_seen = self.tasks.publishing.waiting.is_some();
        let may_write = self.open.why_read_only().is_none() && self.open.unread() == 0;
        if publication.is_on && may_write && was_seen {
            let mut work = self.unpublished(publication);
            if work.athletes.len() <= AT_THE_END {
                let (library, settings) = (
                    self.open.library().clone(),
                    self.open.workspace().settings.clone(),
                );
                let report = self.published_charts();
                let logo = logo_of(self.open.store().as_ref(), &settings);
                work.withdrawn.clear();
                // The window is closing, so nobody can be told; the next start tries again.
                run(
                    &work,
                    &render_context(&library, &settings, &report, logo.as_ref(), self.when()),
                    &|| false,
                )
                .ok();
            }
        }
        self.tasks.publishing = Publishing::default();
    }
}

fn run(
    work: &Work,
    render_context: &export::RenderContext,
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Published>, String> {
    let folder = PublishFolder::at(Path::new(&work.publication.folder))
        .map_err(|error| error.to_string())?;
    for id in &work.withdrawn {
        export::withdraw(*id, &folder);
    }
    let mut published = Vec::with_capacity(work.athletes.len());
    for athlete in &work.athletes {
        if is_cancelled() {
            break;
        }
        published.push(export::publish(
            athlete,
            &work.publication,
            render_context,
            &folder,
        ));
    }
    Ok(published)
}
