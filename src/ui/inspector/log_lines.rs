//! The lines of a log: which logged sets belong to which planned exercise.

use crate::domain::{ExerciseId, ExerciseLog, Interned, Prescription, SetLog};

/// A line of the log: an exercise that was planned, done, or both.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LogLine {
    /// Which exercise.
    pub(super) exercise: ExerciseId,
    /// Its name as shown.
    pub(super) name: String,
    /// What the plan asks for; empty for what was done without a plan.
    pub(super) planned: String,
    /// Where it stands in the log.
    pub(super) logged: Option<usize>,
}

impl LogLine {
    /// How many sets of its exercise stand in other lines of the same log.
    pub(super) fn sets_elsewhere(&self, logged: &[Interned<ExerciseLog>]) -> usize {
        let others = logged.iter().enumerate();
        let others =
            others.filter(|(at, done)| done.exercise == self.exercise && self.logged != Some(*at));
        others.map(|(_, done)| done.sets.len()).sum()
    }
}

/// The planned exercises in their order, each with its own log, then what was done besides.
pub(super) fn lines(
    planned: &[(&Prescription, String, String)],
    logged: &[Interned<ExerciseLog>],
) -> Vec<LogLine> {
    let mut taken = vec![false; logged.len()];
    let mut lines: Vec<LogLine> = Vec::new();
    for (row, name, asked) in planned {
        let mut free = logged.iter().zip(&taken).enumerate();
        let at = free
            .find(|(_, (done, taken))| done.exercise == row.exercise && !**taken)
            .map(|(at, _)| at);
        if let Some(place) = at.and_then(|at| taken.get_mut(at)) {
            *place = true;
        }
        let (exercise, name, planned) = (row.exercise.clone(), name.clone(), asked.clone());
        lines.push(LogLine {
            exercise,
            name,
            planned,
            logged: at,
        });
    }
    for (at, (done, taken)) in logged.iter().zip(&taken).enumerate() {
        if !taken {
            let (exercise, name) = (done.exercise.clone(), done.name.clone());
            lines.push(LogLine {
                exercise,
                name,
                planned: String::new(),
                logged: Some(at),
            });
        }
    }
    lines
}

/// Puts sets in their place; without any, the exercise leaves the log.
pub(super) fn put_sets(logged: &mut Vec<Interned<ExerciseLog>>, line: &LogLine, sets: Vec<SetLog>) {
    match (line.logged.filter(|at| *at < logged.len()), sets.is_empty()) {
        (Some(at), true) => {
            logged.remove(at);
        }
        (Some(at), false) => {
            if let Some(done) = logged.get_mut(at) {
                done.sets = sets;
            }
        }
        (None, true) => {}
        (None, false) => {
            let log = ExerciseLog {
                exercise: line.exercise.clone(),
                name: line.name.clone(),
                sets,
            };
            logged.push(log.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, Reps};

    fn planned(name: &str) -> Prescription {
        Prescription::new(ExerciseId::new(name), name, Count::exactly(3), Reps::Max)
    }

    fn done(name: &str) -> Interned<ExerciseLog> {
        let sets = vec![SetLog {
            reps: Some(5),
            ..SetLog::default()
        }];
        let log = ExerciseLog {
            exercise: ExerciseId::new(name),
            name: name.to_owned(),
            sets,
        };
        log.into()
    }

    fn places(
        rows: &[Prescription],
        logged: &[Interned<ExerciseLog>],
    ) -> Vec<(String, Option<usize>)> {
        let rows: Vec<_> = rows
            .iter()
            .map(|row| (row, row.name.clone(), String::new()))
            .collect();
        lines(&rows, logged)
            .into_iter()
            .map(|line| (line.name, line.logged))
            .collect()
    }

    #[test]
    fn every_exercise_finds_its_own_log_and_nothing_done_is_hidden() {
        let rows = [planned("squat"), planned("plank"), planned("squat")];
        let logged = [done("squat"), done("curl"), done("squat")];
        let found = places(&rows, &logged);
        let expected = [
            ("squat", Some(0)),
            ("plank", None),
            ("squat", Some(2)),
            ("curl", Some(1)),
        ];
        assert_eq!(found, expected.map(|(name, at)| (name.to_owned(), at)));
    }

    #[test]
    fn emptied_sets_leave_the_log_and_new_ones_join_it() {
        let mut logged = vec![done("squat")];
        let rows = [planned("squat"), planned("plank")];
        let rows: Vec<_> = rows
            .iter()
            .map(|row| (row, row.name.clone(), String::new()))
            .collect();
        let lines = lines(&rows, &logged);
        put_sets(&mut logged, &lines[1], done("plank").sets.clone());
        put_sets(&mut logged, &lines[0], Vec::new());
        assert_eq!(logged, [done("plank")]);
    }
}
