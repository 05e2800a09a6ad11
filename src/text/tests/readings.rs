//! Figures with two readings are refused and both are named; what only one reading makes sense of is read.

use super::*;

/// The only error of a text.
fn doubt(text: &str) -> String {
    let errors = read_with(text, &Few).errors;
    assert_eq!(errors.len(), 1, "{text}: {errors:?}");
    errors[0].message.clone()
}

#[test]
fn few_metres_could_be_minutes() {
    for (text, both) in [
        ("Sun long 151m", "151min or 151 metres"),
        ("Tue tempo 20m", "20min or 20 metres"),
        ("Tue tempo 20 m", "20min or 20 metres"),
        ("Wed easy 5M", "5mi, 5min or 5 metres"),
        ("Thu intervals 3x10m", "10min or 10 metres"),
        ("Thu intervals 6x800m jog 3m", "3min or 3 metres"),
        ("Thu intervals 6x800m, warm-up 15m", "15min or 15 metres"),
        ("Thu intervals 6x800m, 15m warm-up", "15min or 15 metres"),
    ] {
        assert!(doubt(text).contains(both), "{text}: {}", doubt(text));
    }
    let far = |text: &str| one(text).run().unwrap().distance;
    assert_eq!(far("Mon easy 5000m"), Some(Meters::new(5000.0)));
    assert_eq!(far("Mon easy 20 metres"), Some(Meters::new(20.0)));
    assert_eq!(one("Mon hills 8x60m").run().unwrap().steps.len(), 1);
}

#[test]
fn a_time_behind_the_kind_of_a_run_is_a_duration() {
    for (text, minutes) in [
        ("Sun long 2:45", 165),
        ("Sat easy 1:10", 70),
        ("Sat easy 90:00", 90),
        ("Sat easy 45:00", 45),
        ("Sat easy 0:50", 50),
        ("Sun long 1:30:00", 90),
    ] {
        let plan = one(text);
        assert_eq!(plan.duration, Some(Minutes(minutes)), "{text}");
        assert_eq!(plan.start, Start::Unset, "{text}");
    }
    for text in ["Sat easy 7:30", "Sat easy 18:00", "Sat long 5:00"] {
        assert!(
            doubt(text).contains("a time of day or a duration?"),
            "{text}"
        );
    }
    let at = |hour, minute| Start::Clock(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
    // Where the duration is said besides, where it leads with a zero, and where it stands before the kind, it is a clock.
    assert_eq!(one("Sat easy 18:00 45min").start, at(18, 0));
    assert_eq!(one("Sat easy 45min 18:00").start, at(18, 0));
    assert_eq!(one("Sat easy 07:30").start, at(7, 30));
    assert_eq!(one("Sat 7:30 easy").start, at(7, 30));
    assert_eq!(one("Sat easy 7:30 pm").start, at(19, 30));
    assert_eq!(one("Sat strength 18:00").start, at(18, 0));
}

#[test]
fn a_race_time_is_read_as_the_distance_allows() {
    let target = |text: &str| {
        let plan = read_with(&format!("race: 2027-01-10 {text}\nMon easy"), &Few);
        assert_eq!(plan.errors, [], "{text}");
        plan.races[0].target.unwrap().0
    };
    for (text, seconds) in [
        ("half marathon target 1:45", 6300),
        ("target 1:45 half marathon", 6300),
        ("marathon A target 3:30", 12_600),
        ("10km target 45:00", 2700),
        ("10 km target 1:05", 3900),
        ("5km target 19:30", 1170),
        ("half marathon target 1:45:00", 6300),
        ("\"Hill race\" target 52:00", 3120),
    ] {
        assert_eq!(target(text), seconds, "{text}");
    }
    for text in ["half marathon target 40:00", "\"Hill race\" target 1:45"] {
        let told = doubt(&format!("race: 2027-01-10 {text}\nMon easy"));
        assert!(told.contains("or hours and minutes?"), "{text}: {told}");
    }
}

#[test]
fn thousands_are_marked_and_decimals_have_a_comma() {
    let far = |text: &str| one(text).run().unwrap().distance.unwrap().m();
    assert_eq!(far("Sun long 30.000m"), 30_000.0);
    assert_eq!(far("Sun long 30,000m"), 30_000.0);
    assert_eq!(far("Sun long 1.609,3 m"), 1609.3);
    assert_eq!(far("Sun long 7,5km"), 7500.0);
    assert_eq!(far("Sun long 5 k"), 5000.0);
    assert_eq!(far("Sun long 10K"), 10_000.0);
    assert!(doubt("Sun long 500.000m").contains("500 metres with decimals"));
    let range = one("Sun long 8 to 10 km");
    assert_eq!(range.run().unwrap().distance, Some(Meters::from_km(10.0)));
    assert_eq!(range.note, "8-10km");
    assert_eq!(one("Sun long 6-8 mi").note, "6-8mi");
}

#[test]
fn heavy_for_the_arms_is_nothing_for_the_legs() {
    let load = |text: &str| one(text).strength().unwrap().leg_load;
    assert_eq!(load("Mon strength upper heavy"), Some(LegLoad::None));
    assert_eq!(load("Mon strength upper"), None);
    assert_eq!(load("Mon strength lower heavy"), Some(LegLoad::Heavy));
    assert_eq!(load("Mon strength full heavy"), Some(LegLoad::Heavy));
}

#[test]
fn a_week_that_is_written_twice_is_an_error() {
    let twice = "week: 2026-W48\nMon easy\nweek: 2026-W49\nMon easy\nweek: 2026-W48\nTue easy";
    assert!(doubt(twice).contains("2026-W48 is written twice, first on line 1"));
    let by_count = "week: 2026-W48\nMon easy\nweek: 2026-W47\nMon easy\nnext week\nTue easy";
    assert!(doubt(by_count).contains("2026-W48 is written twice"));
    let in_order = "week: 2026-W47\nMon easy\nnext week\nTue easy\nweek: 2026-W50\nTue easy";
    assert_eq!(read_with(in_order, &Few).errors, []);
}

#[test]
fn every_line_that_is_lost_is_named() {
    let lines = |text: &str| {
        let errors = read_with(text, &Few).errors;
        errors.iter().map(|error| error.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("Mon strenght\n  squat 3x5\n  plank 3x45s"), [1, 2, 3]);
    // What stands under an unknown line does not slip under the session before it.
    let text = "Mon strength\n  squat 3x5\nMobility for everybody:\n  plank 3x45s\nTue easy";
    assert_eq!(lines(text), [3, 4]);
    let plan = read_with(text, &Few);
    assert_eq!(plan.sessions[0].plan.workout.exercises().len(), 1);
    assert_eq!(plan.sessions.len(), 2);
    // Nor do days under a week that does not exist land in another.
    assert_eq!(
        lines("week: 2026-W48\nMon easy\nweek: 2026-W54\nTue easy\nWed easy"),
        [3, 4, 5]
    );
}

#[test]
fn a_day_alone_is_a_heading() {
    let text = "Tue:\n  07:00 easy 45min\n  strength lower heavy 40min\n    squat 3x5 @60kg\n    plank 3x45s\nWed\n\trest\n\
        Thu:\n  am easy 30min; pm strength upper\nSun long 18km";
    let plan = read_with(text, &Few);
    assert_eq!(plan.errors, []);
    let kinds: Vec<_> = plan
        .sessions
        .iter()
        .map(|session| (session.date.format("%a").to_string(), session.plan.kind()))
        .collect();
    let easy = Kind::Run(RunKind::Easy);
    let expected = [
        ("Tue", easy),
        ("Tue", Kind::Strength),
        ("Wed", Kind::Rest),
        ("Thu", easy),
        ("Thu", Kind::Strength),
        ("Sun", Kind::Run(RunKind::Long)),
    ];
    assert_eq!(kinds, expected.map(|(day, kind)| (day.to_owned(), kind)));
    assert_eq!(plan.sessions[1].plan.workout.exercises().len(), 2);
    // One under which nothing stands lacks its session, and says so in its place.
    let plan = read_with("Tue:\nWed easy", &Few);
    assert_eq!((plan.errors.len(), plan.errors[0].line), (1, 1));
    assert!(
        plan.errors[0]
            .message
            .contains("kind of session is missing")
    );
}
