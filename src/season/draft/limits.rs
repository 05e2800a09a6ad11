//! What a season says of itself where it cannot be what was asked for.

use crate::season::growth::Growth;
use crate::season::long_run::{self, Bound, share_words};
use crate::season::measure::distance;
use crate::season::outcome::UnmetWish;

use super::state::Draft;

impl Draft<'_> {
    /// Names what the request asks for and no season of this athlete can have.
    pub(in crate::season) fn name_limits(&mut self, growth: &Growth) {
        let units = self.profile().units;
        if self.runs_wanted() < self.request.runs {
            self.leave_out_of_all(
                "A seventh run a week",
                "One day of the week stays free of running.",
            );
        }
        let said = self.request.weekly.m();
        if growth.begins < said * 0.99 {
            self.leave_out_of_all(
                format!("Beginning with {} a week", distance(said, units)),
                format!(
                    "The last four weeks on record hold less; {} is as far as the first week may go without a jump.",
                    distance(growth.begins, units)
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
    pub(in crate::season) fn name_shortfalls(&mut self, growth: &Growth) {
        let units = self.profile().units;
        let (lacking, weeks) = std::mem::take(&mut self.short);
        if !weeks.is_empty() {
            self.left_out.push(UnmetWish {
                weeks,
                what: format!("Up to {} of running a week", distance(lacking, units)),
                why: "The days, their minutes and the limits of each run leave no room for more."
                    .to_owned(),
            });
        }
        let (longest, bound) = growth.long.unwrap_or((0.0, Bound::Growth));
        let goal = long_run::goal(self.race_meters());
        if longest < goal * 0.85 {
            let far = distance(longest, units);
            let why = match bound {
                Bound::Share => format!(
                    "It comes to {far}: with {} runs a week a long run takes {} of the week at most.",
                    self.runs_wanted(),
                    share_words(self.runs_wanted())
                ),
                Bound::Minutes => format!(
                    "It comes to {far}: at this pace a longer one costs more than it gives."
                ),
                Bound::Day => format!("It comes to {far}: no day for it has more minutes."),
                Bound::Growth | Bound::Goal => format!(
                    "It comes to {far}: it begins from {} a week and grows by a tenth at a time.",
                    distance(growth.begins, units)
                ),
            };
            self.leave_out_of_all(format!("A long run of {}", distance(goal, units)), why);
        }
    }
}
