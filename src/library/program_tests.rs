//! What the shipped programs promise: those of the sources with their doses, and countdowns that are whole.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Library;
use crate::domain::{
    Kind, Phase, Prescription, Program, ProgramId, ProgramKind, ProgramWeek, Region,
};
use crate::load;

static SHIPPED: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

fn program(id: &str) -> &'static Program {
    SHIPPED.program(&ProgramId::new(id)).unwrap()
}

/// The doses of a session as coaches write them: "goblet-squat 3x8-10".
fn doses(week: &ProgramWeek, session: usize) -> Vec<String> {
    let plan = &week.sessions[session].plan;
    let side = |dose: &Prescription| if dose.per_side { "/side" } else { "" };
    let doses = plan.workout.exercises().iter();
    doses
        .map(|dose| {
            format!(
                "{} {}x{}{}",
                dose.exercise,
                dose.sets,
                dose.reps,
                side(dose)
            )
        })
        .collect()
}

fn strength_of(week: &ProgramWeek) -> impl Iterator<Item = &crate::domain::ProgramSession> {
    let sessions = week.sessions.iter();
    sessions.filter(|session| session.plan.kind() == Kind::Strength)
}

#[test]
fn the_programs_of_the_sources_are_there() {
    let ids: Vec<&str> = SHIPPED.programs().iter().map(|p| p.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "minimum-routine",
            "six-for-runners",
            "bodyweight-start",
            "own-weight",
            "circuit",
            "home-twelve-weeks",
            "machines",
            "basic-two-days",
            "eight-movements",
            "six-week-strength",
            "countdown-12",
            "countdown-10",
            "countdown-8",
            "countdown-6",
            "countdown-4",
        ]
    );
}

#[test]
fn the_first_source_has_its_doses() {
    let minimum = [
        "goblet-squat 3x8-10",
        "romanian-deadlift 3x8-10",
        "split-squat 2x8/side",
        "hip-thrust 3x10",
        "standing-calf-raise 3x12",
        "side-plank 2x30s/side",
    ];
    let six = [
        "goblet-squat 3x10-12",
        "romanian-deadlift 3x8-10",
        "lunge 3x10/side",
        "glute-bridge 3x12-15",
        "standing-calf-raise 3x12-15",
        "plank 3x45-60s",
    ];
    for session in 0..2 {
        assert_eq!(
            doses(&program("minimum-routine").weeks[0], session),
            minimum
        );
        assert_eq!(doses(&program("six-for-runners").weeks[0], session), six);
    }
}

#[test]
fn the_second_source_has_its_doses() {
    let start = &program("bodyweight-start").weeks;
    assert_eq!(
        doses(&start[3], 0),
        [
            "squat 2-3x10-15",
            "lunge 2-3x10-15/side",
            "push-up 2-3x10-15",
            "sit-up 2-3x10-15",
            "standing-calf-raise 2-3x10-15"
        ]
    );
    let with_dumbbells = start.iter().skip(4);
    assert!(with_dumbbells.clone().count() > 0);
    assert!(with_dumbbells.into_iter().all(|week| week.our_reading));
    assert_eq!(
        doses(&program("machines").weeks[0], 0),
        [
            "leg-press 2-3x10-15",
            "hamstring-curl 2-3x10-15",
            "quad-extension 2-3x10-15",
            "standing-calf-raise 2-3x10-15",
            "lat-pulldown 2-3x10-15",
            "overhead-press 2-3x10-15",
            "row 2-3x10-15"
        ]
    );
    let circuit = &program("circuit").weeks[0];
    let order: Vec<String> = doses(circuit, 0)
        .iter()
        .map(|dose| dose.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(order, ["squat", "push-up", "lunge", "overhead-press"]);
    assert!(strength_of(circuit).all(|session| session.plan.strength().unwrap().circuit));
}

#[test]
fn the_third_source_has_its_doses() {
    let basic = &program("basic-two-days").weeks[0];
    assert_eq!(
        doses(basic, 0),
        [
            "squat 3-5x5-8",
            "romanian-deadlift 3-5x5-8",
            "standing-calf-raise 3-5x5-8",
            "bench-press 3-5x5-8",
            "row 3-5x5-8",
            "plank 2xmax"
        ]
    );
    assert_eq!(
        doses(basic, 1),
        [
            "deadlift 3-5x5-8",
            "lunge 3-5x5-8/side",
            "lat-pulldown 3-5x5-8",
            "overhead-press 3-5x5-8",
            "hip-thrust 3-5x5-8",
            "hanging-raise 3-5xmax"
        ]
    );
    let cycle = &program("six-week-strength").weeks;
    assert_eq!(
        doses(&cycle[0], 0),
        [
            "squat 4x6",
            "romanian-deadlift 3x8",
            "walking-lunge 3x10/side",
            "standing-calf-raise 4x10",
            "tibialis-raise 3x15",
            "dynamic-side-plank 3x12/side"
        ]
    );
    assert_eq!(
        doses(&cycle[0], 1),
        [
            "bench-press 4x8",
            "lat-pulldown 4x8",
            "landmine-press 3x8/side",
            "pallof-press 3x10/side",
            "hanging-raise 3x12",
            "back-extension 3x12"
        ]
    );
    assert_eq!(
        doses(&cycle[0], 2),
        [
            "box-jump 4x3",
            "medicine-ball-rotational-throw 3x5/side",
            "bulgarian-split-squat 3x8/side",
            "hip-thrust 4x5",
            "single-leg-romanian-deadlift 3x8/side",
            "seated-calf-raise 4x10"
        ]
    );
    let phases: Vec<_> = cycle.iter().filter_map(|week| week.phase).collect();
    assert_eq!(
        phases,
        [
            Phase::Accumulate,
            Phase::Accumulate,
            Phase::Heavier,
            Phase::Heavier,
            Phase::Peak,
            Phase::Peak
        ]
    );
    // Only the first week is published.
    let ours: Vec<bool> = cycle.iter().map(|week| week.our_reading).collect();
    assert_eq!(ours, [false, true, true, true, true, true]);
}

#[test]
fn the_fourth_source_has_its_eight_movements() {
    let week = &program("eight-movements").weeks[0];
    let both: HashSet<String> = doses(week, 0).into_iter().chain(doses(week, 1)).collect();
    assert!(
        both.iter().all(|dose| dose.contains(" 3-5x5-10")),
        "{both:?}"
    );
    for exercise in [
        "clamshell",
        "goblet-squat",
        "hex-bar-deadlift",
        "standing-calf-raise",
        "lunge",
        "side-lunge",
        "romanian-deadlift",
        "single-leg-romanian-deadlift",
        "quad-extension",
        "pull-up",
        "push-up",
    ] {
        assert!(
            both.iter()
                .any(|dose| dose.starts_with(&format!("{exercise} ")))
        );
    }
}

#[test]
fn the_home_programme_is_of_supersets_and_needs_no_gym() {
    let home = program("home-twelve-weeks");
    assert_eq!(home.weeks.len(), 12);
    assert!(home.weeks.iter().all(|week| week.our_reading));
    for session in home.weeks.iter().flat_map(strength_of) {
        let minutes = session.plan.duration.unwrap().0;
        assert!((25..=40).contains(&minutes));
        let doses = session.plan.workout.exercises();
        let paired = doses.iter().filter(|dose| dose.superset.is_some());
        assert!(paired.count() >= 6, "{}", session.plan.title);
        for dose in doses {
            let exercise = SHIPPED.exercise(&dose.exercise).unwrap();
            assert!(exercise.works_at_home(), "{}", exercise.id);
        }
        // One muscle group rests while the other works.
        for letter in ['A', 'B', 'C'] {
            let pair = doses.iter().filter(|dose| dose.superset == Some(letter));
            let pair = pair.filter_map(|dose| SHIPPED.exercise(&dose.exercise));
            let regions: Vec<Region> = pair.map(|exercise| exercise.region).collect();
            let glutes = regions == [Region::Lower, Region::Lower];
            assert!(regions.len() == 2 && !glutes, "{letter} {regions:?}");
        }
    }
}

#[test]
fn countdowns_have_a_theme_a_phase_two_lifts_a_run_and_a_reading_every_week() {
    for weeks in [12, 10, 8, 6, 4] {
        let countdown = program(&format!("countdown-{weeks}"));
        assert_eq!(countdown.kind, ProgramKind::Countdown);
        assert_eq!(countdown.weeks.len(), weeks);
        for week in &countdown.weeks {
            assert!(!week.theme.is_empty() && week.our_reading);
            assert_eq!(strength_of(week).count(), 2, "{}", week.theme);
            let runs = week.sessions.iter().filter(|session| session.optional);
            let runs: Vec<Kind> = runs.map(|run| run.plan.kind()).collect();
            assert!(matches!(runs[..], [Kind::Run(_)]), "{}", week.theme);
            let reading = week.reading.as_ref().unwrap();
            let words = reading.text.split_whitespace().count();
            assert!((120..=200).contains(&words), "{}: {words}", reading.title);
            assert!(!reading.source.is_empty());
        }
        let phases: Vec<Phase> = countdown.weeks.iter().filter_map(|w| w.phase).collect();
        assert_eq!(phases.len(), weeks);
        assert!(phases.is_sorted(), "base, build, peak, taper");
        assert!(phases.ends_with(&[Phase::Taper, Phase::Taper]));
        let readings = countdown.weeks.iter().filter_map(|w| w.reading.as_ref());
        let titles: HashSet<&str> = readings.map(|reading| reading.title.as_str()).collect();
        assert_eq!(titles.len(), weeks, "a reading stands once");
    }
}

#[test]
fn countdowns_lighten_towards_the_race() {
    use crate::domain::LegLoad;
    for weeks in [12, 10, 8, 6, 4] {
        let countdown = program(&format!("countdown-{weeks}"));
        let loads = |week: &ProgramWeek| -> Vec<LegLoad> {
            let plans = strength_of(week).filter_map(|session| session.plan.strength());
            plans
                .map(|plan| load::content_of(plan, &SHIPPED).leg_load)
                .collect()
        };
        let [.., taper, race] = &countdown.weeks[..] else {
            panic!("two weeks")
        };
        assert_eq!(loads(taper).iter().max(), Some(&LegLoad::Light), "{weeks}");
        assert!(loads(race).iter().all(|load| *load <= LegLoad::Light));
    }
}

#[test]
fn what_a_program_says_of_itself_is_so() {
    for program in SHIPPED.programs() {
        let (id, days) = (&program.id, program.days_per_week);
        assert!(!program.summary.is_empty() && !program.weeks.is_empty());
        for week in &program.weeks {
            let asked = strength_of(week)
                .filter(|session| !session.optional)
                .count();
            assert_eq!(asked as u32, days.low, "{id}");
            assert_eq!(strength_of(week).count() as u32, days.high, "{id}");
            for session in strength_of(week) {
                let minutes = session.plan.duration.unwrap().0;
                let said = program.minutes.low..=program.minutes.high;
                assert!(said.contains(&minutes), "{id}: {minutes}");
                for dose in session.plan.workout.exercises() {
                    let exercise = SHIPPED.exercise(&dose.exercise).unwrap();
                    assert_eq!(dose.name, exercise.name);
                    assert_eq!(dose.per_side, exercise.single_side, "{}", exercise.id);
                    let mut ways = exercise.equipment.iter();
                    let has = |item: &crate::domain::Equipment| {
                        *item == crate::domain::Equipment::None || program.equipment.contains(item)
                    };
                    let can = ways.any(|way| way.iter().all(has));
                    assert!(can, "{id} needs more for {}", exercise.id);
                }
            }
        }
    }
}
