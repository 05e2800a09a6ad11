//! What was read goes into the calendar or the library, as one undo step.

use chrono::NaiveDate;

use crate::domain::{
    Count, Program, ProgramKind, ProgramSession, ProgramWeek, Progression, Session, Slot, Status,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::intake::{ReadSession, Reading};
use crate::planning;
use crate::ui::action::{Action, Actions};
use crate::ui::format::plural;
use crate::ui::ids::new_session_id;
use crate::ui::library::program_id;

use crate::ui::plan_reading::PlanSource;

use super::{BringInForm, Goal};

impl BringInForm {
    /// Does what the form says.
    pub(super) fn apply(&self, actions: &mut Actions) {
        let Some(reading) = self.reading() else {
            return;
        };
        match self.goal {
            Goal::Calendar => {
                let edits = self.edits(reading);
                let count = plural(reading.sessions.len(), "session", "sessions");
                let message = format!("Brought in {count}");
                if let Some(date) = reading.sessions.iter().filter_map(|read| read.date).min() {
                    actions.push(Action::ShowWeek(date));
                }
                actions.edit_told("Bring in plan", self.athlete, edits, message);
            }
            Goal::Library => {
                let program = self.program(reading);
                let message = format!("“{}” is in the library", program.name);
                let edit = WorkspaceEdit::PutProgram(Box::new(program));
                let step = Transaction::new("Bring in program", edit);
                actions.push(Action::ApplyWithUndo(step, message));
            }
        }
    }

    /// A session that this program wrote into the source is updated; all others are added.
    fn edits(&self, reading: &Reading) -> Vec<Edit> {
        let mut edits = Vec::new();
        let known = |read: &ReadSession| {
            let id = read.id?;
            self.existing.iter().find(|session| session.id == id)
        };
        if self.replace {
            let kept: Vec<_> = reading.sessions.iter().filter_map(|read| read.id).collect();
            let days: Vec<NaiveDate> = reading
                .sessions
                .iter()
                .map(|read| self.date_of(read))
                .collect();
            let old = self.existing.iter().filter(|session| {
                session.status == Status::Planned
                    && session.log.is_none()
                    && days.contains(&session.date)
                    && !kept.contains(&session.id)
            });
            edits.extend(old.map(|session| Edit::Remove(session.id)));
        }
        for read in &reading.sessions {
            let date = self.date_of(read);
            match known(read) {
                Some(session) if session.date == date && session.plan == read.plan => {}
                Some(session) => {
                    let mut changed = Session::clone(session);
                    changed.plan = read.plan.clone();
                    if changed.date != date {
                        changed.move_to(Slot {
                            date,
                            start: changed.plan.start,
                        });
                    }
                    edits.push(Edit::put(changed));
                }
                None => {
                    let slot = Slot {
                        date,
                        start: read.plan.start,
                    };
                    edits.extend(planning::add(&read.plan, slot, new_session_id()));
                }
            }
        }
        edits
    }

    /// The day of a session; one that no answer dates goes into the shown week and those after.
    fn date_of(&self, read: &ReadSession) -> NaiveDate {
        let moved = read.template_date() - crate::text::TEMPLATE_MONDAY;
        read.date
            .or_else(|| self.shown.checked_add_signed(moved))
            .unwrap_or(self.today)
    }

    fn program(&self, reading: &Reading) -> Program {
        let weeks = reading
            .sessions
            .iter()
            .map(|read| read.week)
            .max()
            .unwrap_or(1)
            .min(104);
        let name = match (&self.source, self.name.trim()) {
            (PlanSource::File(file, _), "") => file.clone(),
            (PlanSource::Text(_), "") => "Plan brought in".to_owned(),
            (_, name) => name.to_owned(),
        };
        let of_week = |number: u32| {
            reading
                .sessions
                .iter()
                .filter(move |read| read.week == number)
        };
        let most = (1..=weeks)
            .map(|number| of_week(number).count())
            .max()
            .unwrap_or(1);
        let week = |number: u32| ProgramWeek {
            theme: reading
                .weeks
                .iter()
                .find(|week| week.number == number)
                .map(|week| week.title.clone())
                .unwrap_or_default(),
            sessions: of_week(number)
                .map(|read| ProgramSession {
                    day: read.day,
                    ..ProgramSession::new(read.plan.clone())
                })
                .collect(),
            ..ProgramWeek::default()
        };
        Program {
            id: program_id(),
            name,
            summary: String::new(),
            kind: ProgramKind::Standing,
            level: None,
            days_per_week: Count::exactly(u32::try_from(most).unwrap_or(7)),
            minutes: Count::range(20, 60),
            equipment: Vec::new(),
            source: String::new(),
            progression: Progression::default(),
            progressions: std::collections::BTreeMap::new(),
            weeks: (1..=weeks).map(week).collect(),
        }
    }
}
