//! What was read of a session becomes its plan.

use crate::domain::{
    CrossPlan, Kind, LegLoad, MobilityPlan, Plan, Region, Start, StrengthPlan, Workout,
};
use crate::text::fields::Field;
use crate::text::words;

use super::{COULD_STAND, SessionReader};

impl SessionReader<'_, '_> {
    pub(super) fn finish(mut self) -> Option<Plan> {
        let Some(kind) = self.kind.or_else(|| self.implied_kind()) else {
            if self.unknown.is_none() {
                let message = format!("the kind of session is missing; {COULD_STAND}");
                self.problems.add(self.cursor.column(), message);
            }
            return None;
        };
        self.settle_times();
        for (column, message) in self.run.settle() {
            self.problems.add(column, message);
        }
        let mut misplaced: Vec<Field> = Vec::new();
        for &(field, column) in &self.said {
            if !field.fits(kind) && !misplaced.contains(&field) {
                misplaced.push(field);
                let kind = words::kind_word(kind);
                let message = format!(
                    "a {} belongs to {}, and this is “{kind}”",
                    field.name(),
                    field.belongs_to()
                );
                self.problems.add(column, message);
            }
        }
        // Only the upper end of a range counts; the note keeps what was written.
        let note = std::mem::take(&mut self.plan.note);
        let mut notes = std::mem::take(&mut self.run.ranges);
        notes.extend(Some(note).filter(|note| !note.is_empty()));
        self.plan.note = notes.join("; ");
        self.plan.workout = self.workout(kind);
        Some(self.plan)
    }

    /// What could have been the time of day or the duration is the time when the duration was said besides.
    fn settle_times(&mut self) {
        for (column, clock, doubt) in std::mem::take(&mut self.doubtful) {
            let said = |field| self.said.iter().any(|(other, _)| *other == field);
            if said(Field::Duration) && !said(Field::Start) {
                self.said.push((Field::Start, column));
                self.plan.start = Start::Clock(clock);
            } else {
                self.problems.add(column, doubt);
            }
        }
    }

    /// What a session is when no word names its kind but others leave no doubt.
    fn implied_kind(&self) -> Option<Kind> {
        let said = |field| self.said.iter().any(|(other, _)| *other == field);
        if self.region.is_some() || said(Field::Circuit) {
            Some(Kind::Strength)
        } else if !self.sport.is_empty() {
            Some(Kind::Cross)
        } else if self.said.is_empty() && self.unknown.is_none() && !self.plan.note.is_empty() {
            Some(Kind::Note)
        } else {
            None
        }
    }

    fn workout(&mut self, kind: Kind) -> Workout {
        match kind {
            Kind::Run(kind) => {
                Workout::Run(std::mem::take(&mut self.run).into_plan(kind, self.rpe))
            }
            Kind::Strength => Workout::Strength(StrengthPlan {
                region: self.region,
                leg_load: match self.region {
                    // What is heavy for the arms is nothing for the legs.
                    Some(Region::Upper | Region::Core) => self.leg_load.map(|_| LegLoad::None),
                    _ => self.leg_load,
                },
                circuit: self.said.iter().any(|(field, _)| *field == Field::Circuit),
                ..StrengthPlan::default()
            }),
            Kind::Cross => Workout::Cross(CrossPlan {
                sport: std::mem::take(&mut self.sport),
                rpe: self.rpe,
            }),
            Kind::Mobility => Workout::Mobility(MobilityPlan::default()),
            Kind::Rest => Workout::Rest,
            Kind::Note => Workout::Note,
        }
    }
}
