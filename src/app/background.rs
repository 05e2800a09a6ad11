//! Keeping what is worked out off this thread in step with the documents.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::Week;
use crate::layout::Options;
use crate::ui::dialogs::{Dialog, LayOutForm};
use crate::ui::notices::NoticeKind;
use crate::ui::roster::RosterRow;
use crate::ui::shared::{ChartsPlace, Dragged, Laid, Spread};

use super::check_input::CheckInput;
use super::findings_job;
use super::jobs::{Job, Kind};
use super::layout_job::LayoutRequest;
use super::roster_job::{self, Checked};
use super::shell::App;

impl App {
    /// Takes in what background work has brought since the last frame.
    pub(super) fn take_deliveries(&mut self) {
        while let Some(delivery) = self.jobs.next_delivery() {
            if let Some(failure) = delivery.failure() {
                self.notices.add(NoticeKind::Program, failure);
            }
            delivery.apply(self);
        }
    }

    /// Works out what the screen shows, and has the shown athlete's whole calendar checked where it changed since,
    /// while charts are on the screen.
    pub(super) fn work_out(&mut self, today: NaiveDate) {
        if self.screen.work_out(&self.open, today) {
            self.show_breaches();
        }
        if self.screen.ui.shared.panels.charts == ChartsPlace::Folded
            || self.jobs.is_running(Kind::Findings)
        {
            return;
        }
        let Some(athlete) = self.shown() else { return };
        let workspace = self.open.workspace();
        if self.tasks.findings.knows(&athlete, workspace, today) {
            return;
        }
        let input = CheckInput::new(&athlete, workspace, self.open.library(), today);
        let of = input.clone();
        let book = self.tasks.findings.begin(&input);
        let job = Job::new(
            "Checking the calendar",
            move |_| findings_job::check(&input, book),
            |app: &mut Self, book| {
                app.tasks.findings.take(of, book.ok());
                app.show_breaches();
            },
        );
        self.jobs.start(Kind::Findings, job);
    }

    /// Hands the charts what was checked last, if it is about the shown athlete.
    fn show_breaches(&mut self) {
        let shown = self.screen.athlete();
        if let Some(weeks) = shown.and_then(|id| self.tasks.findings.of(id)) {
            self.screen.take_breaches(weeks);
        }
    }

    /// Has those checked who changed since, while the roster is on the screen.
    pub(super) fn keep_roster_fresh(&mut self, today: NaiveDate) {
        let ui = &self.screen.ui;
        let is_shown = ui.roster.open || ui.shared.lists_athletes;
        if !is_shown || self.jobs.is_running(Kind::Roster) {
            return;
        }
        let archived = self.lists_archived();
        let athletes = self.open.athletes().iter();
        let present = athletes.filter(|athlete| athlete.profile.archived == archived);
        let present: Vec<_> = present.collect();
        let (workspace, library) = (self.open.workspace(), self.open.library());
        // Weeks of athletes begin on different days; the middle of the shown week lies in the week of that number for
        // all of them.
        let from = self.screen.ui.shared.week + Days::new(3);
        let stale: Vec<CheckInput> = present
            .iter()
            .filter(|athlete| !self.tasks.roster.knows(athlete, workspace, today, from))
            .map(|athlete| CheckInput::new(athlete, workspace, library, today))
            .collect();
        self.screen.ui.roster.checking = stale.len() + self.open.unread();
        if stale.is_empty() {
            self.list_roster();
            return;
        }
        // Until they are checked, nobody is listed who left the list, as those who are coached do in the archive.
        let is_present = |row: &Arc<RosterRow>| present.iter().any(|it| it.id == row.athlete);
        self.screen.ui.roster.rows.retain(is_present);
        let inputs = stale.clone();
        let job = Job::new(
            "Checking the roster",
            move |_| {
                let check = |input| roster_job::check(input, from);
                inputs.into_iter().map(check).collect()
            },
            move |app: &mut Self, checked| {
                let failed = |_| {
                    let failed = |input| Checked::failed(input, from);
                    stale.into_iter().map(failed).collect()
                };
                app.tasks.roster.take(checked.unwrap_or_else(failed));
                app.list_roster();
            },
        );
        self.jobs.start(Kind::Roster, job);
    }

    fn list_roster(&mut self) {
        let archived = self.lists_archived();
        let rows = &mut self.screen.ui.roster.rows;
        self.tasks.roster.list(self.open.athletes(), archived, rows);
    }

    /// True while the roster lists who is archived, and not who is coached.
    fn lists_archived(&self) -> bool {
        let roster = &self.screen.ui.roster;
        roster.open && roster.archived
    }

    /// Has laid out what the dialog or a drag asks for and nobody works on yet.
    pub(super) fn lay_out_wanted(&mut self, today: NaiveDate) {
        if self.jobs.is_running(Kind::Layout) {
            return;
        }
        let Some(request) = self.wanted_by_dialog().or_else(|| self.wanted_by_drag()) else {
            return;
        };
        let failed = self.tasks.failed_layout.as_ref();
        if failed.is_some_and(|failed| failed.is_like(&request)) {
            return;
        }
        let library = self.open.library().clone();
        let of = request.clone();
        let job = Job::new(
            "Laying the program out",
            move |_| request.run(&library, today),
            |app: &mut Self, layout| match layout {
                Ok(layout) => app.take_layout(&of, layout),
                Err(_) => app.tasks.failed_layout = Some(of),
            },
        );
        self.jobs.start(Kind::Layout, job);
    }

    fn wanted_by_dialog(&self) -> Option<LayoutRequest> {
        let dialog = self.screen.ui.dialog.as_ref()?;
        let form = dialog.as_form::<LayOutForm>()?;
        let (athlete, profile, program, options) = form.wanted()?;
        Some(LayoutRequest {
            athlete: athlete.clone(),
            profile: profile.clone(),
            program: program.clone(),
            options,
        })
    }

    fn wanted_by_drag(&self) -> Option<LayoutRequest> {
        let drag = self.screen.ui.shared.drag.as_ref()?;
        let (Dragged::Program(id), Some(slot)) = (&drag.dragged, drag.aim.or(drag.aimed)) else {
            return None;
        };
        let athlete = self.shown()?;
        let first = Week::of(slot.date, athlete.profile.week_start).first();
        if drag.laid.as_ref().is_some_and(|laid| laid.first == first) {
            return None;
        }
        let program = self.open.library().program(id)?.clone();
        let settings = &self.open.workspace().settings;
        Some(LayoutRequest {
            profile: settings.checked(&athlete.profile).into_owned(),
            options: Options::for_athlete(&program, first, &athlete, self.today()),
            athlete,
            program,
        })
    }

    /// Takes in a layout, if somebody still waits for it.
    fn take_layout(&mut self, request: &LayoutRequest, layout: crate::layout::Layout) {
        let is_shown = self
            .shown()
            .is_some_and(|shown| Arc::ptr_eq(&shown, &request.athlete));
        let dragged = Dragged::Program(request.program.id.clone());
        let drag = self.screen.ui.shared.drag.as_mut();
        if let Some(drag) = drag.filter(|drag| is_shown && drag.dragged == dragged) {
            // What is said of the drop and drawn for it in the charts is one and the same layout.
            let days = layout.placed().map(|placed| placed.session.date);
            drag.spread = Some(Spread::of_days(request.options.first, days));
            drag.laid = Some(Laid {
                first: request.options.first,
                layout: Arc::new(layout),
            });
        } else if let Some(form) = self
            .screen
            .ui
            .dialog
            .as_mut()
            .and_then(Dialog::as_form_mut::<LayOutForm>)
        {
            form.take(&request.athlete, &request.program, request.options, layout);
        }
    }
}
