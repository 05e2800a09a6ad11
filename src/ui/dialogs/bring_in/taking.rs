//! What was read goes into the calendar or the library, as one undo step.

use crate::domain::{Count, Program, ProgramKind, ProgramSession, ProgramWeek, Progression};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::intake::PlanReading;
use crate::planning::Arrival;
use crate::ui::action::{Action, Actions};
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
                let reading = Box::new(reading.clone());
                actions.push(Action::TakePlan(Box::new(self.request()), reading));
            }
            Goal::Library => {
                let program = self.program(reading);
                let message = format!("“{}” is in the library", program.name);
                let edit = WorkspaceEdit::PutProgram(Box::new(program));
                let transaction = Transaction::new("Import program", edit);
                actions.push(Action::ApplyWithUndo(transaction, message));
            }
        }
    }

    /// What else bringing in comes to, beside the sessions that are put into the calendar.
    pub(super) fn beside(arrival: &Arrival) -> String {
        let told = [
            (arrival.updated, "updated"),
            (arrival.unchanged, "there already"),
            (arrival.removed, "taken out to make room"),
            (arrival.left_out, "left out"),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<_> = told
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        told.join(" · ")
    }

    fn program(&self, reading: &PlanReading) -> Program {
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
