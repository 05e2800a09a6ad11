//! What was lifted the last time, so that the next load is not guessed.

use chrono::NaiveDate;

use crate::domain::{
    ExerciseId, ExerciseLog, Kilograms, Prescription, Session, Sessions, SetKind, SetLog, Units,
};
use crate::ui::format;

use super::sets;

/// How many sessions are searched backwards: about two months of a busy week.
const REACH: usize = 60;

/// The last time an exercise was logged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Last<'a> {
    /// On which day.
    pub(super) date: NaiveDate,
    /// What was done.
    pub(super) log: &'a ExerciseLog,
}

impl<'a> Last<'a> {
    /// The last time before `session` that `exercise` was logged with a working set.
    pub(super) fn of(
        sessions: &'a Sessions,
        session: &Session,
        exercise: &ExerciseId,
    ) -> Option<Self> {
        let all = sessions.all();
        let end = all.partition_point(|other| other.date < session.date);
        all.get(..end)?.iter().rev().take(REACH).find_map(|other| {
            let logs = &other.log.as_ref()?.exercises;
            let log = logs.iter().find(|log| {
                log.exercise == *exercise && log.sets.iter().any(|set| set.kind == SetKind::Working)
            })?;
            Some(Self {
                date: other.date,
                log,
            })
        })
    }

    /// "last: 3 sets 5×60 kg @2, 17 Nov".
    pub(super) fn text(&self, units: Units) -> String {
        let sets = sets::summary(&self.log.sets, units);
        format!("last: {sets}, {}", format::day_month(self.date))
    }

    /// The load of the working set at `place`, or of the last one where there were fewer.
    pub(super) fn load_of(&self, place: usize) -> Option<Kilograms> {
        let working: Vec<_> = self.working().collect();
        let set = working.get(place).or(working.last())?;
        set.kg.filter(|kg| kg.kg() != 0.0)
    }

    /// The sets that counted.
    pub(super) fn working(&self) -> impl Iterator<Item = &'a SetLog> {
        let sets = self.log.sets.iter();
        sets.filter(|set| set.kind == SetKind::Working)
    }

    /// The heaviest load of a working set.
    pub(super) fn top(&self) -> Option<Kilograms> {
        self.working()
            .filter_map(|set| set.kg)
            .max_by(|a, b| a.kg().total_cmp(&b.kg()))
    }

    /// How much more the plan asks for than was lifted; `None` where nothing changes or cannot be compared.
    pub(super) fn step_to(&self, planned: &Prescription) -> Option<Kilograms> {
        let step = planned.load.kilograms()?.kg() - self.top()?.kg();
        (step.abs() >= 0.05).then(|| Kilograms::new(step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::set_entry::{EntryRules, parse_sets};
    use crate::domain::{
        Count, DistanceUnit, LoadSpec, Log, MassUnit, Plan, Reps, SessionId, Stamp, Workout,
    };

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };

    fn session(bits: u128, day: u32, sets: &str) -> Session {
        let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let plan = Plan::new(Workout::Strength(crate::domain::StrengthPlan::default()));
        let mut session =
            Session::planned(SessionId::from_bits(bits), date, plan, Stamp::default());
        let rules = EntryRules {
            unit: METRIC.mass,
            assisted: false,
        };
        let sets = parse_sets(sets, rules).unwrap().sets;
        let log = ExerciseLog {
            exercise: ExerciseId::new("squat"),
            name: "Squat".to_owned(),
            sets,
        };
        session.log = Some(Log {
            exercises: vec![log],
            ..Log::default()
        });
        session
    }

    #[test]
    fn the_last_time_with_working_sets_counts() {
        let sessions: Sessions = [
            session(1, 3, "5x55@2"),
            session(2, 10, "5x60@2 5x60@2"),
            session(3, 17, "w5x40"),
        ]
        .into_iter()
        .collect();
        let now = session(4, 24, "");
        let last = Last::of(&sessions, &now, &ExerciseId::new("squat")).unwrap();
        assert_eq!(last.text(METRIC), "last: 2 sets 5×60 kg @2, 10 Nov");
        assert_eq!(Last::of(&sessions, &now, &ExerciseId::new("lunge")), None);
        let mut planned = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(3),
            Reps::Count(Count::exactly(5)),
        );
        assert_eq!(last.step_to(&planned), None);
        planned.load = LoadSpec::Kg(Kilograms::new(62.5));
        assert_eq!(last.step_to(&planned), Some(Kilograms::new(2.5)));
    }

    #[test]
    fn the_same_day_and_the_distant_past_are_not_searched() {
        let mut all = vec![session(1, 1, "5x55@2")];
        all.extend((0..REACH as u128).map(|n| session(n + 2, 20, "")));
        let sessions: Sessions = all.into_iter().collect();
        assert_eq!(
            Last::of(&sessions, &session(99, 24, ""), &ExerciseId::new("squat")),
            None
        );
        let today: Sessions = [session(1, 24, "5x55@2")].into_iter().collect();
        assert_eq!(
            Last::of(&today, &session(99, 24, ""), &ExerciseId::new("squat")),
            None
        );
    }
}
