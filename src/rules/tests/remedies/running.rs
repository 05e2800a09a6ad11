//! Fixes of runs, and of the running of a week.

use super::*;

#[test]
fn a_session_becomes_what_it_is_called_or_is_called_what_it_is() {
    let week = TestWeek::of("Mon strength; Thu strength upper")
        .lifts("Mon", "goblet-squat 6x8")
        .lifts("Thu", "row 5x8, goblet-squat 4x8");
    let spared = fixed(&week, "content-mismatch", "Make Thu upper body and core");
    assert_eq!(ids(&spared, "Thu"), ["row"]);
    let called = fixed(&week, "content-mismatch", "Call it full body");
    assert_eq!(
        on(&called, "Thu").strength().unwrap().region,
        Some(Region::Full)
    );
}

#[test]
fn a_long_run_shrinks_to_what_the_athlete_is_used_to() {
    let past = "Tue easy 8km; Thu easy 8km; Sun long 20km";
    let week = TestWeek::of("Sun long 27km").after(5, past);
    let shorter = fixed(&week, "single-run-spike", "Shorten to 22 km");
    let distance = on(&shorter, "Sun").run().unwrap().distance;
    assert_eq!(distance, Some(Meters::from_km(22.0)));

    // The next run is longer still, and is cut too.
    let climbing = TestWeek::of("Sun long 27km; next Sun long 28km").after(5, past);
    let label = "Shorten to 22 km, and the next run";
    let cut = after_fix(&climbing, "single-run-spike", label);
    assert!(cut.found_by("single-run-spike").is_empty());

    let slow = TestWeek::of("Sun long 170min");
    let shorter = fixed(&slow, "long-run-time", "Shorten to 2 h 30 min");
    assert_eq!(on(&shorter, "Sun").duration, Some(Minutes(150)));
}

#[test]
fn a_week_is_trimmed_where_it_is_easy() {
    let past = "Tue easy 20km; Sun long 20km";
    let week =
        TestWeek::of("Tue easy 20km; Thu tempo 10km; Sat easy 10km; Sun long 20km").after(4, past);
    let trimmed = fixed(&week, "weekly-jump", "Trim the runs to 52 km");
    let km = |day| on(&trimmed, day).run().unwrap().distance.unwrap().km();
    assert_eq!(
        [km("Tue"), km("Thu"), km("Sat"), km("Sun")],
        [16.8, 10.0, 8.4, 16.8]
    );

    let km = [30, 32, 34, 36, 38].map(|km| format!("Tue easy {km}km"));
    let rising = TestWeek::of(&km.join("; next "));
    fixed(&rising, "no-cutback", "Trim the runs to 30.6 km");
}

#[test]
fn a_race_week_is_halved() {
    let past = "Tue easy 20km; Sun long 20km";
    let mut week = TestWeek::of("Tue easy 20km; Thu easy 16km; Sun race 21.1km")
        .after(6, past)
        .race("Sun");
    week.athlete.profile.races[0].distance = Some(Meters::from_km(21.1));
    // Each run is cut to whole hundreds of metres, and the label says what that comes to.
    fixed(&week, "taper-volume", "Trim the runs to 19.9 km");
}

#[test]
fn an_easy_run_is_no_long_run_by_another_name() {
    let week = TestWeek::of("Fri tempo 10km; Sat long 24km");
    let easy = fixed(&week, "key-runs-back-to-back", "Make Sat easy");
    let run = on(&easy, "Sat");
    assert_eq!(run.run().unwrap().distance, Some(Meters::from_km(12.0)));
    let tempo = fixed(&week, "key-runs-back-to-back", "Make Fri easy");
    let run = on(&tempo, "Fri");
    assert_eq!(
        run.duration, None,
        "ten easy kilometres take what they take"
    );
}

#[test]
fn a_taper_gets_back_the_runs_that_it_lost() {
    let past = "Mon easy 8km; Tue easy 8km; Thu easy 8km; Sat easy 8km; Sun long 15km";
    let week = TestWeek::of("Tue easy 6km; Thu easy 5km; Sun race 21km")
        .after(6, past)
        .race("Sun");
    let label = labels(&week, "taper-frequency").remove(0);
    assert!(label.starts_with("Add 25 min easy on "), "{label}");
    let more = fixed(&week, "taper-frequency", &label);
    let added = more.athlete.sessions.all().len() - week.athlete.sessions.all().len();
    assert_eq!(added, label.matches(" and ").count() + 1);
}

#[test]
fn a_marathon_gets_weeks_that_fall() {
    let weeks = |second: u32, last: u32| {
        let mut week = TestWeek::of(&format!(
            "Tue easy 60km; next Tue easy {second}km; Sun race 42.2km"
        ))
        .race("Sun");
        // The race is in the third week.
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + chrono::Days::new(14);
        race.distance = Some(Meters::from_km(42.2));
        let run = RunPlan {
            distance: Some(Meters::from_km(f64::from(last))),
            ..RunPlan::of(RunKind::Easy)
        };
        let day = date("Tue") + chrono::Days::new(14);
        let plan = Plan::new(Workout::Run(run));
        let session = Session::planned(SessionId::from_bits(77), day, plan, Stamp::default());
        week.athlete.sessions.put(session.into(), 0);
        week
    };
    assert!(weeks(40, 30).found_by("marathon-taper").is_empty());
    let late = weeks(40, 50);
    assert_eq!(labels(&late, "marathon-taper"), ["Trim the runs to 28 km"]);
    let early = weeks(65, 30);
    assert_eq!(
        labels(&early, "marathon-taper"),
        ["Trim the week before to 45 km"]
    );
}

#[test]
fn a_run_before_a_hot_race_goes_into_the_heat_and_says_so() {
    let mut week = TestWeek::of("Mon easy").race("Mon");
    let race = &mut week.athlete.profile.races[0];
    race.date = race.date + chrono::Days::new(14);
    race.expected_celsius = Some(28.0);
    let warm = fixed(&week, "heat", "Run Mon in the heat");
    let plan = on(&warm, "Mon");
    assert!(plan.run().unwrap().warm);
    assert_eq!(plan.note, "In the warm part of the day.");
}
