//! What holds for every diary.

use chrono::Days;
use proptest::prelude::*;

use super::follow::followed;
use super::*;

fn rules() -> impl Strategy<Value = Progression> {
    proptest::sample::select(Progression::ALL.to_vec())
}

proptest! {
    /// At equal repetitions no load grows by more than 5 %, unless the smallest step is more; and then it is that step.
    #[test]
    fn no_step_is_too_large(
        rule in rules(),
        loads in prop::collection::vec(4_u32..80, 1..6),
        reps in prop::collection::vec(1_u32..15, 3),
        rir in prop::option::of(0_u32..6),
        step in prop::sample::select(vec![1.0, 2.0, 2.5, 5.0]),
        low in 1_u32..10,
        more in 0_u32..5,
    ) {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.profile.plate_step = Kilograms::new(step);
        let squat = ExerciseId::new("squat");
        athlete.profile.progressions.insert(squat, ProgressionChoice::By(rule));
        let mut plan = row("squat 3x5");
        plan.reps = Reps::Count(Count::range(low, low + more));
        let start = day("2026-08-03");
        let mut all = Vec::new();
        for (week, load) in loads.iter().enumerate() {
            let date = start + Days::new(7 * week as u64);
            let mut done = session(week as u128 + 1, &date.to_string(), vec![plan.clone()]);
            done = logged(done, "5x60 5x60 5x60");
            let log = done.log.as_mut().unwrap();
            for (set, reps) in log.exercises[0].sets.iter_mut().zip(&reps) {
                set.kg = Some(Kilograms::new(f64::from(*load) * step));
                set.reps = Some(*reps);
                set.rir = rir.map(f64::from);
            }
            all.push(done);
        }
        let date = start + Days::new(7 * loads.len() as u64);
        all.push(session(99, &date.to_string(), vec![plan.clone()]));
        athlete.sessions = all.into_iter().collect();
        let next = athlete.sessions.all().last().unwrap().clone();
        let library = shipped_once();
        let advice = advise(&athlete, library, &next, &plan).unwrap();
        let last = f64::from(*loads.last().unwrap()) * step;
        let advised = advice.load.kilograms().unwrap().kg();
        prop_assert!(advised > 0.0);
        prop_assert!(advised <= last * 1.05 + 1e-6 || (advised - last - step).abs() < 1e-6,
            "{last} → {advised} by {step}: {}", advice.reason);
        // What is advised can be put together.
        prop_assert!((advised / step - (advised / step).round()).abs() < 1e-6);
        // The same diary gives the same advice.
        prop_assert_eq!(advise(&athlete, library, &next, &plan), Some(advice));
    }

    /// A typed load is never touched, whatever was logged.
    #[test]
    fn a_typed_load_stays(done in "[1-9]x[1-9]0(@[0-4])?( [1-9]x[1-9]0(@[0-4])?){0,3}", typed in 1_u32..200) {
        let load = LoadSpec::Kg(Kilograms::new(f64::from(typed)));
        let mut plan = row("squat 3x5");
        plan.load = load.clone();
        for changed in followed(vec![plan], &done) {
            prop_assert_eq!(&changed.load, &load);
            prop_assert_eq!(changed.load_by, LoadSource::Coach);
        }
    }
}
