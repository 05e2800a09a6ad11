//! Fixes that add easy runs, and those that change when a run is run.

use crate::domain::{
    Athlete, Minutes, Plan, Rpe, RunKind, RunPlan, Session, Slot, Stamp, Start, Workout,
};
use crate::edit::{Edit, apply};
use crate::rules::resolution::Fix;
use crate::rules::verdict::verdicts;

use super::repair::{Repair, changed};

/// Runs that one fix adds at most, and the minutes of each: enough to keep the habit, too little to tire.
const MOST_RUNS: usize = 3;
const MINUTES: u32 = 25;
/// What an athlete reads who is to run in the heat.
const WARM: &str = "In the warm part of the day.";

impl Repair<'_> {
    /// Short easy runs on clear days of the finding's week, until it has as many as the rule wants.
    pub(super) fn easy_runs_added(&self) -> Option<Fix> {
        let mut athlete = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        athlete.sessions = self.athlete.sessions.clone();
        let plan = Plan {
            duration: Some(Minutes(MINUTES)),
            ..Plan::new(Workout::Run(RunPlan {
                rpe: Some(Rpe::new(3.0)),
                ..RunPlan::of(RunKind::Easy)
            }))
        };
        let mut edits: Vec<Edit> = Vec::new();
        let mut days = Vec::new();
        while edits.len() < MOST_RUNS {
            let free = self.finding.days.iter().filter(|&&date| {
                let is_empty = athlete.sessions.on(date).is_empty();
                is_empty && !self.is_past(date) && self.can_train(date)
            });
            let slots: Vec<Slot> = free
                .map(|&date| Slot {
                    date,
                    start: Start::Unset,
                })
                .collect();
            let found = verdicts(&athlete, self.context, &plan, None, &slots);
            let date = found
                .iter()
                .find(|verdict| verdict.worst.is_none())?
                .slot
                .date;
            let id = self.new_id("easy-run", date);
            let run = Session::planned(id, date, plan.clone(), Stamp::default());
            let edit = Edit::put(run);
            apply(&mut athlete, std::slice::from_ref(&edit), Stamp::default());
            edits.push(edit);
            days.push(date.format("%a").to_string());
            let label = format!("Add {MINUTES} min easy on {}", days.join(" and "));
            if let Some(fix) = self.proven(label, edits.clone()) {
                return Some(fix);
            }
        }
        None
    }

    /// The finding's run in the warm part of its day.
    pub(super) fn run_warm(&self) -> Option<Fix> {
        let (_, session) = self
            .concerned()
            .find(|(entry, session)| entry.is_run() && self.can_change(session))?;
        let edit = changed(self.athlete, session, |session| {
            let Workout::Run(run) = &mut session.plan.workout else {
                return;
            };
            run.warm = true;
            let note = &mut session.plan.note;
            if !note.is_empty() {
                note.push(' ');
            }
            note.push_str(WARM);
        });
        let label = format!("Run {} in the heat", session.date.format("%a"));
        self.proven(label, vec![edit])
    }
}
