//! Plans brought in: dropped, pasted or asked for, and read off the interface's thread.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Context;

use crate::domain::{Athlete, Session, Stamp, Week, WorkspaceSettings};
use crate::import::history::is_history;
use crate::import::plan::{MOST_BYTES, read_plan, read_plan_text};
use crate::intake::Reading;
use crate::library::Library;
use crate::rules::{self, Timeline};
use crate::ui::dialogs::{
    BringInForm, Dialog, HistoryForm, PlanFinding, PlanRead, PlanRequest, PlanSource,
};

use super::jobs::{Failure, Job, Kind};
use super::shell::App;

impl App {
    /// Opens the dialog, with nothing in it yet or with what was dropped or pasted.
    pub(super) fn bring_in(&mut self, source: PlanSource) {
        let Some(athlete) = self.shown() else {
            return self.say("Add an athlete first; the plan goes into a calendar.");
        };
        let athletes = self.open.athletes().iter();
        let athletes = athletes.map(|athlete| (athlete.id, athlete.profile.name.clone()));
        let form = BringInForm::new(
            source,
            (athlete.id, athlete.sessions.all().to_vec()),
            athletes.collect(),
            self.session.ui.shared.week,
            self.today(),
        );
        self.session.ui.dialog = Some(Dialog::new(form));
    }

    /// Takes files that were dropped on the window: the history of another program, or else a plan. Dialogs about other
    /// things keep what they hold.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let mut paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        let dialog = &self.session.ui.dialog;
        let is_open = |other: fn(&Dialog) -> bool| dialog.as_ref().is_some_and(other);
        let only_history = is_open(|open| open.as_form::<HistoryForm>().is_some());
        let is_plan = is_open(|open| open.as_form::<BringInForm>().is_some());
        if dialog.is_some() && !only_history && !is_plan {
            return;
        }
        // A plan is one file; a folder, or many files, are somebody's history.
        let path = match paths.as_slice() {
            [] => return,
            [path] if !only_history && !path.is_dir() => paths.swap_remove(0),
            _ => return self.bring_in_history(paths),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.into_owned();
        let (read, of) = (path.clone(), path);
        let job = Job::new(
            "Reading the file",
            move |_| bounded(&read).map(|bytes| (is_history(&bytes), bytes)),
            |app: &mut Self, read| match read {
                Ok(Ok((true, _))) => app.bring_in_history(vec![of]),
                Ok(Ok((false, bytes))) => app.bring_in(PlanSource::File(name, bytes.into())),
                Ok(Err(error)) => app.say(format!("{name} cannot be read: {error}.")),
                Err(_) => {}
            },
        );
        self.jobs.start(Kind::PlanFile, job);
    }

    /// Reads a plan in the background.
    pub(super) fn read_plan(&mut self, request: PlanRequest, today: NaiveDate) {
        let athlete = self.open.athlete(request.athlete).cloned();
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let number = request.job;
        let job = Job::new(
            "Reading the plan",
            move |_| {
                let reading = match &request.source {
                    PlanSource::Text(text) => Ok(read_plan_text(text, &library, &request.options)),
                    PlanSource::File(_, bytes) => read_plan(bytes, &library, &request.options),
                };
                let reading = reading.map_err(|error| error.to_string());
                let findings = match (&reading, athlete) {
                    (Ok(reading), Some(athlete)) => {
                        findings(reading, &athlete, &settings, &library, today)
                    }
                    _ => Vec::new(),
                };
                (reading, findings)
            },
            move |app: &mut Self, read| {
                let failed = |failure: Failure| (Err(failure.to_string()), Vec::new());
                let (reading, findings) = read.unwrap_or_else(failed);
                if let Some(form) = app
                    .session
                    .ui
                    .dialog
                    .as_mut()
                    .and_then(Dialog::as_form_mut::<BringInForm>)
                {
                    form.take(PlanRead {
                        job: number,
                        reading,
                        findings,
                    });
                }
            },
        );
        self.jobs.start(Kind::Plan, job);
    }
}

/// A file's bytes, and no more than one too many.
fn bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the rules say of the athlete's calendar with the plan in it.
fn findings(
    reading: &Reading,
    athlete: &Arc<Athlete>,
    settings: &WorkspaceSettings,
    library: &Library,
    today: NaiveDate,
) -> Vec<PlanFinding> {
    let mut with_plan = Athlete::clone(athlete);
    let mut dates = Vec::new();
    for (read, bits) in reading.sessions.iter().zip(1_u128 << 100..) {
        let Some(date) = read.date else { continue };
        dates.push(date);
        let id = read.id.unwrap_or(crate::domain::SessionId::from_bits(bits));
        let session = Session::planned(id, date, read.plan.clone(), Stamp::default());
        with_plan.sessions.put(Arc::new(session), usize::MAX);
    }
    let (Some(first), Some(last)) = (dates.iter().min(), dates.iter().max()) else {
        return Vec::new();
    };
    let profile = settings.checked(&with_plan.profile);
    let context = rules::Context::new(&profile, library, today);
    let week = |date: NaiveDate| Week::of(date, with_plan.profile.week_start);
    let timeline = Timeline::new(
        &with_plan,
        &context,
        week(*first).first(),
        week(*last).last(),
    );
    let found = rules::check(&timeline, &context);
    found
        .into_iter()
        .filter(|finding| finding.accepted.is_none())
        .filter_map(|finding| {
            Some(PlanFinding {
                date: *finding.days.first()?,
                severity: finding.severity,
                message: finding.message,
            })
        })
        .collect()
}
