//! What a fix would do to a session, in a few words.

use crate::domain::{Athlete, KeyMark, LegLoad, Prescription, Session, Units};
use crate::library::Library;

use super::card_facts::session_facts;
use super::format::{self, lower_first};

/// Most changes of one session that are told one by one.
const MOST_TOLD: usize = 4;

/// Where a session goes: "→ Fri 27", "→ 18:00" on its own day, "left out".
pub(super) fn goes(before: &Session, after: Option<&Session>) -> String {
    let Some(after) = after else {
        return "left out".to_owned();
    };
    let start = format::start(after.plan.start);
    if before.date == after.date {
        return format!("→ {}", start.unwrap_or_else(|| "any time".to_owned()));
    }
    let day = format::day(after.date);
    match start.filter(|_| before.plan.start != after.plan.start) {
        Some(start) => format!("→ {day}, {start}"),
        None => format!("→ {day}"),
    }
}

/// What is different about a session that stays where it is, the most telling first.
pub(super) fn changes(
    before: &Session,
    after: &Session,
    athlete: &Athlete,
    library: &Library,
) -> Vec<String> {
    let units = athlete.profile.units;
    let (old, new) = (
        session_facts(before, athlete, library),
        session_facts(after, athlete, library),
    );
    let mut words = Vec::new();
    if old.title != new.title {
        words.push(format!("→ {}", lower_first(&new.title)));
    }
    let planned = |session: &Session| session.plan.run().and_then(|run| run.distance);
    if let (Some(old), Some(new)) = (planned(before), planned(after))
        && old != new
    {
        let (old, new) = (format::distance(old, units), format::distance(new, units));
        words.push(format!("{old} → {new}"));
    }
    // If minutes are only estimated from the distance, show the distance alone.
    let is_said = before.plan.duration.is_some() || words.is_empty();
    if old.minutes != new.minutes && is_said {
        let (old, new) = (format::minutes(old.minutes), format::minutes(new.minutes));
        words.push(format!("{old} → {new}"));
    }
    if let (Some(old), Some(new)) = (&old.content, &new.content)
        && old.leg_load != new.leg_load
    {
        words.push(format!("{} → {}", legs(old.leg_load), new.leg_load.word()));
    }
    if before.plan.key != after.plan.key {
        words.push(match after.plan.key {
            KeyMark::Key => "marked key".to_owned(),
            KeyMark::NotKey => "not key".to_owned(),
            KeyMark::ByKind => "key if its kind is".to_owned(),
        });
    }
    match (before.plan.note.trim(), after.plan.note.trim()) {
        (old, new) if old == new => {}
        (_, "") => words.push("without its note".to_owned()),
        _ => words.push("another note".to_owned()),
    }
    let exercises = |session: &Session| session.plan.workout.exercises().to_vec();
    words.extend(exercise_changes(
        &exercises(before),
        &exercises(after),
        library,
        units,
    ));
    if words.is_empty() {
        words.push(if before.plan == after.plan {
            "moves to the end of its day".to_owned()
        } else {
            "is named after its kind".to_owned()
        });
    }
    words
}

/// The first of them, and how many more there are.
pub(super) fn shortened(mut words: Vec<String>) -> Vec<String> {
    if words.len() > MOST_TOLD {
        let more = words.len() - (MOST_TOLD - 1);
        words.truncate(MOST_TOLD - 1);
        words.push(format!("and {more} more"));
    }
    words
}

fn legs(load: LegLoad) -> String {
    format!("legs {}", load.word())
}

fn exercise_changes(
    before: &[Prescription],
    after: &[Prescription],
    library: &Library,
    units: Units,
) -> Vec<String> {
    let name = |dose: &Prescription| {
        let known = library.exercise(&dose.exercise);
        lower_first(known.map_or(dose.name.as_str(), |exercise| &exercise.name))
    };
    let same = |list: &[Prescription], dose: &Prescription| {
        let mut list = list.iter();
        list.find(|other| other.exercise == dose.exercise).cloned()
    };
    let mut words = Vec::new();
    for dose in before {
        match same(after, dose) {
            None => words.push(format!("without {}", name(dose))),
            Some(new) => words.extend(
                dose_change(dose, &new, units).map(|change| format!("{} {change}", name(dose))),
            ),
        }
    }
    let added = after.iter().filter(|dose| same(before, dose).is_none());
    words.extend(added.map(|dose| format!("plus {}", name(dose))));
    if words.is_empty() && before != after {
        words.push("exercises in another order".to_owned());
    }
    words
}

/// What is different about the dose of an exercise: "4 × 6 @ 62.5 kg → 3 × 6 @ 50 kg, RIR 4".
fn dose_change(old: &Prescription, new: &Prescription, units: Units) -> Option<String> {
    let work_differs = (old.sets, old.reps) != (new.sets, new.reps);
    let (load_differs, effort_differs) = (old.load != new.load, old.effort != new.effort);
    let or_dash = |word: Option<String>| word.unwrap_or_else(|| "–".to_owned());
    if work_differs || load_differs || effort_differs {
        let told = |dose: &Prescription| {
            let mut words = format::dose(dose);
            if load_differs || !dose.load.is_unset() {
                words = format!("{words} @ {}", format::load(&dose.load, units));
            }
            match dose.effort.filter(|_| effort_differs) {
                Some(effort) => format!("{words}, {}", format::effort(effort)),
                None => words,
            }
        };
        return Some(format!("{} → {}", told(old), told(new)));
    }
    if old.rest != new.rest {
        let rest = |dose: &Prescription| or_dash(dose.rest.map(format::rest));
        return Some(format!("rest {} → rest {}", rest(old), rest(new)));
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{
        AthleteId, Count, DayPart, ExerciseId, Minutes, Plan, Profile, Reps, RunKind, RunPlan,
        SessionId, Stamp, Start, StrengthPlan, Workout,
    };

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn told(before: &Session, after: &Session) -> Vec<String> {
        let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        changes(before, after, &athlete, &Library::shipped().unwrap())
    }

    fn planned(workout: Workout) -> Session {
        let plan = Plan::new(workout);
        Session::planned(SessionId::from_bits(1), date(24), plan, Stamp::default())
    }

    #[test]
    fn where_it_goes_is_said_with_what_changes_about_it() {
        let run = planned(Workout::Run(RunPlan::of(RunKind::Tempo)));
        let mut moved = run.clone();
        moved.date = date(27);
        assert_eq!(goes(&run, Some(&moved)), "→ Fri 27");
        moved.plan.start = Start::Part(DayPart::Evening);
        assert_eq!(goes(&run, Some(&moved)), "→ Fri 27, PM");
        moved.date = run.date;
        assert_eq!(goes(&run, Some(&moved)), "→ PM");
        assert_eq!(goes(&run, None), "left out");
    }

    #[test]
    fn a_run_made_easy_says_kind_and_time() {
        let mut tempo = planned(Workout::Run(RunPlan::of(RunKind::Tempo)));
        tempo.plan.duration = Some(Minutes(60));
        let mut easy = planned(Workout::Run(RunPlan::of(RunKind::Easy)));
        easy.plan.duration = Some(Minutes(45));
        assert_eq!(told(&tempo, &easy), ["→ easy run", "1 h → 45 min"]);
    }

    #[test]
    fn a_lighter_dose_is_told_in_one_line() {
        let mut old = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(4),
            Reps::Count(Count::exactly(6)),
        );
        old.load = "62.5kg".parse().unwrap();
        let mut new = old.clone();
        new.sets = Count::exactly(3);
        new.load = "50kg".parse().unwrap();
        new.effort = Some("rir 4".parse().unwrap());
        assert_eq!(
            dose_change(&old, &new, Units::default()).unwrap(),
            "4 × 6 @ 62.5 kg → 3 × 6 @ 50 kg, RIR 4"
        );
        let pounds = Units {
            mass: crate::domain::MassUnit::Pounds,
            ..Units::default()
        };
        new.load = "100lb".parse().unwrap();
        let told = dose_change(&old, &new, pounds).unwrap();
        assert!(told.ends_with("3 × 6 @ 100 lb, RIR 4"), "{told}");
    }

    #[test]
    fn sets_loads_and_exercises_are_told_one_by_one_up_to_a_number() {
        let dose = |id: &str, sets: u32| {
            let reps = Reps::Count(Count::exactly(6));
            Prescription::new(ExerciseId::new(id), id, Count::exactly(sets), reps)
        };
        let strength = |exercises: Vec<Prescription>| {
            let mut session = planned(Workout::Strength(StrengthPlan {
                exercises,
                ..StrengthPlan::default()
            }));
            session.plan.duration = Some(Minutes(40));
            session.plan.title = "Gym".to_owned();
            session
        };
        let before = strength(vec![dose("row", 4), dose("plank", 3)]);
        let after = strength(vec![dose("row", 3), dose("plank", 3)]);
        let words = told(&before, &after);
        assert_eq!(words.len(), 1, "{words:?}");
        assert!(words[0].ends_with("4 × 6 → 3 × 6"), "{words:?}");
        let after = strength(vec![dose("plank", 3), dose("row", 4)]);
        assert_eq!(told(&before, &after), ["exercises in another order"]);
        let many = ["push-up", "dead-bug", "side-plank", "bird-dog"].map(|id| dose(id, 2));
        let words = told(&before, &strength(many.to_vec()));
        assert_eq!(words.len(), 6, "the lines name each: {words:?}");
        let words = shortened(words);
        assert_eq!(words.len(), MOST_TOLD);
        assert_eq!(words.last().unwrap(), "and 3 more");
    }
}
