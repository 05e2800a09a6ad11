//! How long lifting takes: the work of the sets, the rests after them, and some minutes to begin.
//!
//! A flat figure for every set made five sets of heavy squats with three minutes of rest as short as five of curls.

use crate::domain::{Minutes, Prescription, Reps, Seconds};

/// Seconds of a repetition: 3 to 4, lowered under control.
const SECONDS_PER_REP: f64 = 3.5;
/// Repetitions of a set that asks for as many as possible.
const MOST_REPS: f64 = 12.0;
/// The rest after a set where the plan says none: source 003 gives 60–120 s to most exercises.
const USUAL_REST: Seconds = Seconds(90);
/// Minutes for the first warm-up sets and for changing over.
const TO_BEGIN: f64 = 5.0;

/// How long these exercises take, rounded up to whole minutes; `None` without a set. Ranges count by their upper end.
/// Exercises of one letter are done in turn and share their rests.
pub fn lifting_time(exercises: &[Prescription]) -> Option<Minutes> {
    let work: f64 = exercises.iter().map(work_of).sum();
    let sets: f64 = exercises.iter().map(sets_of).sum();
    let rests: f64 = exercises
        .iter()
        .enumerate()
        .filter(|(place, row)| !rests_with_an_earlier(exercises, *place, row))
        .map(|(_, row)| rest_of(exercises, row))
        .sum();
    let minutes = (work + rests) / 60.0 + TO_BEGIN;
    (sets > 0.0).then(|| Minutes(minutes.ceil() as u32))
}

/// As a float: no file's figures must overflow their sum.
fn sets_of(row: &Prescription) -> f64 {
    f64::from(row.sets.high)
}

/// Seconds under load.
fn work_of(row: &Prescription) -> f64 {
    let set = match row.reps {
        Reps::Count(reps) => f64::from(reps.high) * SECONDS_PER_REP,
        Reps::Hold(hold) => f64::from(hold.high),
        Reps::Max => MOST_REPS * SECONDS_PER_REP,
    };
    let sides = if row.per_side { 2.0 } else { 1.0 };
    sets_of(row) * set * sides
}

fn is_in_turn_with(row: &Prescription, other: &Prescription) -> bool {
    row.superset.is_some() && row.superset == other.superset
}

fn rests_with_an_earlier(exercises: &[Prescription], place: usize, row: &Prescription) -> bool {
    let mut earlier = exercises.iter().take(place);
    earlier.any(|other| is_in_turn_with(row, other))
}

/// Seconds of rest after all sets of an exercise, or after all rounds of those done in turn with it.
fn rest_of(exercises: &[Prescription], row: &Prescription) -> f64 {
    let group = || {
        let others = exercises.iter().filter(|other| is_in_turn_with(row, other));
        std::iter::once(row).chain(others)
    };
    let rounds = group().map(sets_of).fold(0.0, f64::max);
    let rests = group().map(|row| row.rest.unwrap_or(USUAL_REST).0);
    rounds * f64::from(rests.max().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId};

    fn row(sets: u32, reps: Reps, rest: u32) -> Prescription {
        Prescription {
            rest: Some(Seconds(rest)),
            ..Prescription::new(ExerciseId::new("x"), "X", Count::exactly(sets), reps)
        }
    }

    fn count(reps: u32) -> Reps {
        Reps::Count(Count::exactly(reps))
    }

    #[test]
    fn sets_take_their_repetitions_and_their_rests() {
        // 5 × (5 × 3.5 s + 180 s) = 16.5 min.
        assert_eq!(lifting_time(&[row(5, count(5), 180)]), Some(Minutes(22)));
        // 5 × (12 × 3.5 s + 60 s) = 8.5 min.
        assert_eq!(lifting_time(&[row(5, count(12), 60)]), Some(Minutes(14)));
        assert_eq!(lifting_time(&[]), None);
    }

    #[test]
    fn holds_last_as_long_as_they_last_and_both_sides_twice() {
        let hold = Reps::Hold(Count::exactly(45));
        let mut side = row(2, hold, 30);
        // 2 × 75 s.
        assert_eq!(lifting_time(&[side.clone()]), Some(Minutes(8)));
        side.per_side = true;
        // 2 × 120 s.
        assert_eq!(lifting_time(&[side]), Some(Minutes(9)));
    }

    #[test]
    fn exercises_done_in_turn_share_their_rests() {
        let paired = |letter| {
            let mut rows = [row(4, count(10), 90), row(4, count(10), 90)];
            for row in &mut rows {
                row.superset = letter;
            }
            lifting_time(&rows)
        };
        // Work 4.7 min and rests of 12 or 6 min.
        assert_eq!(paired(None), Some(Minutes(22)));
        assert_eq!(paired(Some('A')), Some(Minutes(16)));
    }
}
