//! What a season says of itself where it cannot be what was asked for.

use super::Draft;
use crate::domain::RunKind;
use crate::season::LeftOut;
use crate::season::runs::distance;
use crate::season::volume::{Habit, long_goal, meters_of};

impl Draft<'_> {
    /// Names what the request asks for and no season of this athlete can have.
    pub(super) fn name_limits(&mut self, habit: &Habit) {
        let units = self.profile().units;
        if self.runs_wanted() < self.request.runs {
            self.leave_out_of_all(
                "A seventh run a week",
                "One day of the week stays free of running.",
            );
        }
        let said = self.request.weekly.m();
        if habit.top() < said * 0.99 {
            self.leave_out_of_all(
                format!("Beginning with {} a week", distance(said, units)),
                format!(
                    "The last four weeks on record hold less; {} is as far as the first week may go without a jump.",
                    distance(habit.top(), units)
                ),
            );
        }
        let wanted = self.request.strength;
        if self.request.program.is_some() && self.program.is_none() {
            self.leave_out_of_all("The strength", "Its program is not in the library.");
        } else if self.program.is_some() && self.profile().strength_target < wanted {
            self.leave_out_of_all(
                "A third strength session a week",
                "Two leave more for the running.",
            );
        }
    }

    /// Names what the season does not come to.
    pub(super) fn name_shortfalls(&mut self, begins: f64) {
        let units = self.profile().units;
        let (lacking, weeks) = std::mem::take(&mut self.short);
        if !weeks.is_empty() {
            self.left_out.push(LeftOut {
                weeks,
                what: format!("Up to {} of running a week", distance(lacking, units)),
                why: "The days, their minutes and the length that each run may have hold no more."
                    .to_owned(),
            });
        }
        let ours = self
            .ours
            .iter()
            .filter_map(|id| self.athlete.sessions.get(*id));
        let longest = ours
            .filter(|session| {
                session
                    .plan
                    .run()
                    .is_some_and(|run| run.kind == RunKind::Long)
            })
            .filter_map(|session| meters_of(session, self.profile()))
            .fold(0.0, f64::max);
        let goal = long_goal(self.race_meters());
        if longest < goal * 0.85 {
            let why = format!(
                "From {} a week, with a tenth more at a time and within the days' minutes, it comes to {}.",
                distance(begins, units),
                distance(longest, units)
            );
            self.leave_out_of_all(format!("A long run of {}", distance(goal, units)), why);
        }
    }
}
