//! What people write in mails and chats, and what is made of it.

use super::*;

#[test]
fn case_hyphens_and_spaces_do_not_matter() {
    let plain = one("Thu 07:00 intervals 60min 6x800m @4:05/km jog 400m, warm-up 2km");
    for text in [
        "THURSDAY 7:00 Intervals 60 MIN 6×800m @4:05/km JOG 400 m, Warm up 2 km",
        "thu: 7am intervals 1h 6 x 800 m @ 4:05 /km jog 400m warm‑up 2km",
        "Thur. intervals 7:00 6x800m jog 400m 4:05/km 60min wu 2km",
        "Thu at 7:00 intervals 2km warm-up + 6x800m @4:05/km with 400m jog, 60'",
        "- Thu 07:00 - intervals jog 400m warm-up 2km @4:05/km 60min 6x800m",
    ] {
        assert_eq!(one(text), plain, "{text}");
    }
}

#[test]
fn synonyms_name_the_same_kind() {
    for (text, kind) in [
        ("Mon threshold 30min", Kind::Run(RunKind::Tempo)),
        ("Mon tempo run 30min", Kind::Run(RunKind::Tempo)),
        ("Mon speed", Kind::Run(RunKind::Intervals)),
        ("Mon jog 5km", Kind::Run(RunKind::Easy)),
        ("Mon run 5km", Kind::Run(RunKind::Easy)),
        ("Mon recovery jog 5km", Kind::Run(RunKind::Recovery)),
        ("Mon easy jog 5km", Kind::Run(RunKind::Easy)),
        ("Mon hill repeats 8x60s", Kind::Run(RunKind::Hills)),
        ("Mon gym 30min", Kind::Strength),
        ("Mon full body 30–40 min", Kind::Strength),
        ("Mon legs heavy", Kind::Strength),
        ("Mon off", Kind::Rest),
        ("Mon rest day", Kind::Rest),
        ("Mon yoga", Kind::Mobility),
        ("Mon cross-training 40min", Kind::Cross),
        ("Mon bike 90min", Kind::Cross),
        ("Mon \"Travel to Berlin\"", Kind::Note),
    ] {
        assert_eq!(one(text).kind(), kind, "{text}");
    }
}

#[test]
fn the_upper_end_of_a_range_counts_and_the_range_stays_in_the_note() {
    let plan = one("Mon easy 45–60 min \"flat\"");
    assert_eq!(plan.duration, Some(Minutes(60)));
    assert_eq!(plan.note, "45-60min; flat");
}

#[test]
fn aims_belong_to_the_repeats() {
    let run = |text: &str| one(text).run().unwrap().clone();
    let seconds = Pace::from_seconds_per_km;
    let first = |text: &str| run(text).steps[0].target;
    assert_eq!(
        first("Mon intervals @4:05/km 6x800m"),
        Some(Target::Pace(seconds(245.0)))
    );
    assert_eq!(
        first("Mon intervals 6x800m @rpe 8"),
        Some(Target::Rpe(Rpe::new(8.0)))
    );
    let range = HeartRateRange {
        low: Bpm(150),
        high: Bpm(160),
    };
    assert_eq!(
        first("Mon intervals 3x10min @150–160 bpm"),
        Some(Target::HeartRate(range))
    );
    let both = run("Mon intervals @5:00/km 6x800m @4:05/km");
    assert_eq!(
        (both.pace, both.steps[0].target),
        (Some(seconds(300.0)), Some(Target::Pace(seconds(245.0))))
    );
    assert_eq!(
        run("Mon easy 8km @6:30/mi").pace,
        Some(Pace::from_seconds_per_mile(390.0))
    );
    let blocks = run("Mon intervals 3x1km @4:00/km jog 400m, 4x200m @3:30/km walk 1min").steps;
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[1].recovery.unwrap().style, RecoveryStyle::Walk);
}

#[test]
fn recoveries_have_many_forms() {
    let recovery = |text: &str| one(text).run().unwrap().steps[0].recovery.unwrap();
    let meters = Extent::Distance(Meters::new(400.0));
    let time = Extent::Time(Seconds(90));
    for (text, style, extent) in [
        ("Mon intervals 6x800m 400m jog", RecoveryStyle::Jog, meters),
        ("Mon intervals 6x800m rest 90s", RecoveryStyle::Stand, time),
        ("Mon intervals 6x800m walk 1:30", RecoveryStyle::Walk, time),
        (
            "Mon intervals 6x800m recovery 1min30",
            RecoveryStyle::Jog,
            time,
        ),
        ("Mon hills jog 90s 6x200m", RecoveryStyle::Jog, time),
    ] {
        assert_eq!(recovery(text), Recovery { extent, style }, "{text}");
    }
}

#[test]
fn exercises_are_written_in_many_ways() {
    let first = |line: &str| {
        one(&format!("Mon strength\n  {line}"))
            .strength()
            .unwrap()
            .exercises[0]
            .clone()
    };
    let plain = first("squat 3x5 @60kg rpe 8 rest 90s superset A");
    for line in [
        "Back Squat: 3 x 5 @ 60 kg, RPE8, rest 1:30, ss a",
        "SQUAT 3×5 @rpe 8 60kg rest 90 sec superset A",
        "• squat 3x 5 superset a rest 1min30 60kgs rpe 8",
    ] {
        assert_eq!(first(line), plain, "{line}");
    }
    assert_eq!(first("plank 3x1min").reps, Reps::Hold(Count::exactly(60)));
    assert_eq!(
        first("plank 2-3x30-45s/side").reps,
        Reps::Hold(Count::range(30, 45))
    );
    assert!(first("RDL 3x8 per side").per_side);
    assert_eq!(first("RDL 3xmax").reps, Reps::Max);
    assert_eq!(
        first("RDL 3x8 @band green rir 3").load,
        LoadSpec::Band("green".to_owned())
    );
    assert_eq!(
        first("RDL 3x8 @132lb").load,
        LoadSpec::Kg(Kilograms::from_pounds(132.0))
    );
    assert_eq!(first("RDL 3x8 75%").load, LoadSpec::Percent(75.0));
    assert_eq!(
        first("RDL 3x8 @bw+10kg").load,
        LoadSpec::Bodyweight(Kilograms::new(10.0))
    );
    assert_eq!(first("RDL 3x8 tempo 31X1 \"slow, down\"").tempo, "31X1");
    assert_eq!(
        first("Sun salutation 3x5").exercise.as_str(),
        "sun-salutation"
    );
}

#[test]
fn a_day_may_stand_between_semicolons_and_indented() {
    let plan = read_with("  Mon easy; Tue tempo;\n  Wed rest;", &Few);
    assert_eq!(plan.errors, []);
    let days: Vec<u32> = plan
        .sessions
        .iter()
        .map(|planned| chrono::Datelike::day(&planned.date))
        .collect();
    assert_eq!(days, [1, 2, 3]);
}

#[test]
fn dates_make_a_plan_without_a_week() {
    let plan = read_with("2026-11-24 easy 8km\n2026-12-24 rest", &Few);
    assert_eq!(plan.errors, []);
    assert!(!plan.template);
    assert_eq!(plan.sessions[1].date, day(2026, 12, 24));
}

#[test]
fn the_week_may_stand_last_and_weeks_may_be_left_out() {
    let plan = read_with(
        "Mon easy\nweek: 2026-w48\nTue easy\nweek: 2026-W53\nSun race",
        &Few,
    );
    assert_eq!(plan.errors, []);
    let dates: Vec<NaiveDate> = plan.sessions.iter().map(|planned| planned.date).collect();
    assert_eq!(
        dates,
        [day(2026, 11, 23), day(2026, 11, 24), day(2027, 1, 3)]
    );
}

#[test]
fn windows_line_ends_and_a_mark_change_nothing() {
    let windows = format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"));
    assert_eq!(read_with(&windows, &Few), read_with(SAMPLE, &Few));
}

#[test]
fn races_and_availability_have_room_for_more() {
    let plan = read_with(
        "race: 2027-04-25 Hamburg marathon B target 3:15:00\nrace: 2026-12-06 10km C \"Plan A or B\" result 42:10\n\
         available: Mon-Wed, Fri 60min no-gym dumbbells; Sat 2h\navailable: Sun none",
        &Few,
    );
    assert_eq!(plan.errors, []);
    let hamburg = &plan.races[0];
    assert_eq!(
        (hamburg.name.as_str(), hamburg.distance),
        ("Hamburg marathon", Some(Meters::new(42_195.0)))
    );
    assert_eq!(
        (hamburg.priority, hamburg.target),
        (RacePriority::B, Some(Seconds(11_700)))
    );
    assert_eq!(
        (plan.races[1].name.as_str(), plan.races[1].result),
        ("Plan A or B", Some(Seconds(2530)))
    );
    let miles = read_with(
        "race: 2027-01-10 5mi\nrace: 2027-02-10 10km\nrace: 2027-03-10 7.5km",
        &Few,
    );
    let names: Vec<_> = miles.races.iter().map(|race| race.name.as_str()).collect();
    assert_eq!(names, ["5 mi", "10 km", "7.5 km"]);
    let week = plan.availability.unwrap().week;
    assert_eq!(week[0], week[4]);
    assert_eq!(week[3], DayAvailability::Free);
    assert!(matches!(
        week[5],
        DayAvailability::Limited {
            minutes: Some(120),
            gym: true,
            ..
        }
    ));
    assert_eq!(week[6], DayAvailability::Unavailable);
}
