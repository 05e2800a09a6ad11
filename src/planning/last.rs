//! What was lifted the last time, so that the next load is not guessed.

use chrono::NaiveDate;

use crate::domain::{
    ExerciseId, ExerciseLog, Kilograms, Prescription, Session, Sessions, SetKind, SetLog,
};

/// How many sessions are searched backwards: about two months of a busy week.
const REACH: usize = 60;

/// The last time an exercise was logged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Last<'a> {
    /// On which day.
    pub date: NaiveDate,
    /// What was done.
    pub log: &'a ExerciseLog,
}

impl<'a> Last<'a> {
    /// The last time before `session` that `exercise` was logged with a working set that was done.
    pub fn of(sessions: &'a Sessions, session: &Session, exercise: &ExerciseId) -> Option<Self> {
        let all = sessions.all();
        let end = all.partition_point(|other| other.date < session.date);
        all.get(..end)?.iter().rev().take(REACH).find_map(|other| {
            let logs = &other.log.as_ref()?.exercises;
            let log = logs
                .iter()
                .find(|log| log.exercise == *exercise && log.sets.iter().any(counts))?;
            Some(Self {
                date: other.date,
                log,
            })
        })
    }

    /// The load of the working set at `place`, or of the last one where there were fewer.
    pub fn load_of(&self, place: usize) -> Option<Kilograms> {
        let working: Vec<_> = self.working().collect();
        let set = working.get(place).or(working.last())?;
        set.kg.filter(|kg| kg.kg() != 0.0)
    }

    /// The sets that counted.
    pub fn working(&self) -> impl Iterator<Item = &'a SetLog> {
        self.log.sets.iter().filter(|set| counts(set))
    }

    /// The heaviest load of a working set.
    pub fn top(&self) -> Option<Kilograms> {
        self.working()
            .filter_map(|set| set.kg)
            .max_by(|a, b| a.kg().total_cmp(&b.kg()))
    }

    /// How much more the plan asks for than was lifted; `None` where nothing changes or cannot be compared.
    pub fn step_to(&self, planned: &Prescription) -> Option<Kilograms> {
        let step = planned.load.kilograms()?.kg() - self.top()?.kg();
        (step.abs() >= 0.05).then(|| Kilograms::new(step))
    }
}

fn counts(set: &SetLog) -> bool {
    set.kind == SetKind::Working && set.was_done()
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{day, lifting};
    use super::*;
    use crate::domain::set_entry::{EntryRules, parse_sets};
    use crate::domain::{Count, LoadSpec, Log, MassUnit, Reps};

    fn session(number: u128, date: u32, sets: &str) -> Session {
        let mut session = lifting(number, day(date), Vec::new());
        let rules = EntryRules::in_unit(MassUnit::Kg);
        let sets = parse_sets(sets, rules).unwrap().sets;
        let log = ExerciseLog {
            exercise: ExerciseId::new("squat"),
            name: "Squat".to_owned(),
            sets,
        };
        session.log = Some(Log {
            exercises: vec![log.into()],
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
            session(4, 18, "0x70"),
        ]
        .into_iter()
        .collect();
        let now = session(5, 24, "");
        let last = Last::of(&sessions, &now, &ExerciseId::new("squat")).unwrap();
        assert_eq!((last.date, last.working().count()), (day(10), 2));
        assert_eq!(last.load_of(7), Some(Kilograms::new(60.0)));
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
