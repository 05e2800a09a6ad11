//! What a plan is in the units that its athlete thinks in from now on.
//!
//! A program knows which plates there are, and its loads stand on them: 62.5 kg. Told in pounds they would be 137.8 lb, which
//! nobody can load, and its runs 1.24 mi. So what a program or a season brought, and is still to be done, becomes what they
//! would have brought in the new units: the nearest load that can be put together, the nearest distance that people write.
//! What a coach typed stays as it was typed, and what was done as it was done.

use crate::domain::{
    Athlete, DistanceUnit, Extent, LoadSource, Meters, Profile, RunPlan, Session, Status, Workout,
};
use crate::edit::Edit;
use crate::library::Library;
use crate::load::loadable::nearest_load;

/// Repeats up to this length stay in metres, because tracks do.
const TRACK: f64 = 3000.0;

/// The edits of a change, and where it changes the athlete's units those that bring what is planned along.
pub fn with_new_units(athlete: &Athlete, library: &Library, mut edits: Vec<Edit>) -> Vec<Edit> {
    let profile = edits.iter().rev().find_map(|edit| match edit {
        Edit::Profile(profile) => Some(profile.clone()),
        Edit::Put { .. } | Edit::Remove(_) => None,
    });
    let Some(profile) = profile else {
        return edits;
    };
    let (old, new) = (athlete.profile.units, profile.units);
    let (mass, distance) = (old.mass != new.mass, old.distance != new.distance);
    if !mass && !distance {
        return edits;
    }
    let is_touched = |session: &Session| {
        edits.iter().any(|edit| match edit {
            Edit::Put { session: put, .. } => put.id == session.id,
            Edit::Remove(id) => *id == session.id,
            Edit::Profile(_) => false,
        })
    };
    let to_come = athlete.sessions.all().iter();
    let to_come = to_come.filter(|session| session.status == Status::Planned);
    let changed: Vec<Session> = to_come
        .filter(|session| !is_touched(session))
        .filter_map(|session| {
            let mut changed = Session::clone(session);
            if mass {
                reload(&mut changed, &profile, library);
            }
            if distance
                && session.origin.is_some()
                && let Workout::Run(run) = &mut changed.plan.workout
            {
                measure_anew(run, new.distance);
            }
            (changed.plan != session.plan).then_some(changed)
        })
        .collect();
    edits.extend(
        changed
            .into_iter()
            .map(|session| Edit::update(athlete, session)),
    );
    edits
}

/// Loads that a program brought or a progression worked out, as plates allow them.
fn reload(session: &mut Session, profile: &Profile, library: &Library) {
    for row in session.plan.workout.exercises_mut().into_iter().flatten() {
        if row.load_by != LoadSource::Coach {
            row.load = nearest_load(&row.load, library.exercise(&row.exercise), profile);
        }
    }
}

/// Distances as people write them in a unit; repeats on a track stay.
fn measure_anew(run: &mut RunPlan, unit: DistanceUnit) {
    run.distance = run.distance.map(|far| nearest(far, unit));
    for step in &mut run.steps {
        if let Extent::Distance(far) = &mut step.extent
            && (step.repeats == 1 || far.m() > TRACK)
            && far.m() >= 1000.0
        {
            *far = nearest(*far, unit);
        }
    }
}

fn nearest(far: Meters, unit: DistanceUnit) -> Meters {
    let part = unit.meters() / unit.written_parts(far.m());
    Meters::new((far.m() / part).round().max(1.0) * part)
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{day, lifting};
    use super::*;
    use crate::domain::{
        AthleteId, Count, ExerciseId, Kilograms, LoadSpec, MassUnit, Origin, Plan, Prescription,
        Reps, RunKind, SessionId, Stamp, Step, StepKind,
    };
    use crate::edit::apply;

    fn squat(load: LoadSpec, by: LoadSource) -> Prescription {
        let mut row = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(3),
            Reps::Count(Count::exactly(5)),
        );
        (row.load, row.load_by) = (load, by);
        row
    }

    fn step(kind: StepKind, repeats: u32, meters: f64) -> Step {
        Step {
            repeats,
            ..Step::new(kind, Extent::Distance(Meters::new(meters)))
        }
    }

    /// Squats of a program, of a progression and of the coach, and a run of a season; the first squats are done.
    fn athlete() -> Athlete {
        let kg = |kg| LoadSpec::Kg(Kilograms::new(kg));
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let rows = vec![
            squat(kg(62.5), LoadSource::Program),
            squat(kg(65.0), LoadSource::Suggestion),
            squat(kg(62.5), LoadSource::Coach),
        ];
        let mut done = lifting(1, day(1), rows.clone());
        done.status = Status::Done;
        athlete.sessions.put(done.into(), 0);
        athlete.sessions.put(lifting(2, day(8), rows).into(), 1);
        let run = RunPlan {
            distance: Some(Meters::from_km(10.0)),
            steps: vec![
                step(StepKind::WarmUp, 1, 2000.0),
                step(StepKind::Work, 6, 800.0),
                step(StepKind::CoolDown, 1, 1500.0),
            ],
            ..RunPlan::of(RunKind::Intervals)
        };
        let plan = Plan::new(Workout::Run(run));
        let mut run = Session::planned(SessionId::from_bits(3), day(9), plan, Stamp::default());
        let origin = Origin {
            source: Origin::SEASON.to_owned(),
            week: 1,
            slot: 1,
        };
        run.origin = Some(origin.into());
        athlete.sessions.put(run.into(), 2);
        athlete
    }

    fn in_imperial(athlete: &Athlete) -> Athlete {
        let mut profile = athlete.profile.clone();
        profile.units.mass = MassUnit::Pounds;
        profile.units.distance = DistanceUnit::Miles;
        let library = Library::shipped().unwrap();
        let edits = vec![Edit::Profile(Box::new(profile))];
        let edits = with_new_units(athlete, &library, edits);
        let mut after = athlete.clone();
        apply(&mut after, &edits, Stamp::default());
        after
    }

    fn loads(athlete: &Athlete, id: u128) -> Vec<f64> {
        let session = athlete.sessions.get(SessionId::from_bits(id)).unwrap();
        let rows = session.plan.workout.exercises().iter();
        rows.map(|row| (row.load.kilograms().unwrap().pounds() * 10.0).round() / 10.0)
            .collect()
    }

    #[test]
    fn planned_loads_of_programs_stand_on_plates_of_pounds_and_typed_ones_stay() {
        let before = athlete();
        let after = in_imperial(&before);
        assert_eq!(loads(&after, 2), [140.0, 145.0, 137.8]);
        assert_eq!(loads(&after, 1), loads(&before, 1), "what was done stays");
    }

    #[test]
    fn planned_runs_of_a_season_are_of_miles_that_people_write() {
        let after = in_imperial(&athlete());
        let run = after.sessions.get(SessionId::from_bits(3)).unwrap();
        let run = run.plan.run().unwrap();
        let miles = |far: Meters| (far.miles() * 1000.0).round() / 1000.0;
        assert_eq!(run.distance.map(miles), Some(6.0));
        let steps: Vec<f64> = run
            .steps
            .iter()
            .map(|step| match step.extent {
                Extent::Distance(far) => miles(far),
                Extent::Time(_) => 0.0,
            })
            .collect();
        assert_eq!(steps, [1.2, 0.497, 0.9], "the track keeps its metres");
    }

    #[test]
    fn there_and_back_is_where_it_was() {
        let before = athlete();
        let after = in_imperial(&before);
        let library = Library::shipped().unwrap();
        let back = vec![Edit::Profile(Box::new(before.profile.clone()))];
        let edits = with_new_units(&after, &library, back);
        let mut again = after.clone();
        apply(&mut again, &edits, Stamp::default());
        assert_eq!(loads(&again, 2), loads(&before, 2));
    }
}
