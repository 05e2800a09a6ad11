//! What coaches write for short, line by line: every figure of it where it belongs, and nothing of it lost.

use ironstride::import::plan::read_plan;
use ironstride::intake::{Options, PlanReading};
use ironstride::library::Library;
use ironstride::text::{day_word, write_session};

fn read(text: &str) -> PlanReading {
    let library = Library::shipped().unwrap();
    let options = Options {
        year: Some(2026),
        ..Options::default()
    };
    read_plan(text.as_bytes(), &library, &options).unwrap()
}

/// Each session as plan text on one line, its day before it.
fn told(text: &str) -> Vec<String> {
    let library = Library::shipped().unwrap();
    let reading = read(text);
    let lines = reading.sessions.iter().map(|session| {
        let day = session
            .day
            .or(session.date.map(|it| chrono::Datelike::weekday(&it)));
        let own = ironstride::domain::Session::planned(
            ironstride::domain::SessionId::from_bits(1),
            chrono::NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
            session.plan.clone(),
            ironstride::domain::Stamp::default(),
        );
        let words = write_session(&own, &library, reading.units);
        let words: Vec<&str> = words.split_whitespace().skip(1).collect();
        format!("{} {}", day.map_or("-", day_word), words.join(" "))
    });
    lines.collect()
}

fn is_told(cases: &[(&str, &[&str])]) {
    for (line, wanted) in cases {
        assert_eq!(told(line), *wanted, "{line}");
    }
}

#[test]
fn a_percentage_of_the_maximum_leaves_sets_and_repetitions_alone() {
    is_told(&[
        ("Mon: squat 3x5 @75%1RM", &["Mon strength Squat 3x5 @75%"]),
        (
            "Mon: squat 4x4 @ 85% 1RM (3' rest)",
            &["Mon strength Squat 4x4 @85% rest 3min"],
        ),
        (
            "Mon: squat 5 x 3 @ 80% of 1RM",
            &["Mon strength Squat 5x3 @80%"],
        ),
        ("Mon: squat 5x3 80% RM", &["Mon strength Squat 5x3 @80%"]),
        // A test of the maximum stays one.
        ("Mon: squat 1RM", &["Mon strength \"1RM\" Squat 1x1"]),
    ]);
}

#[test]
fn sets_are_written_in_many_ways() {
    is_told(&[
        (
            "Mon: BSS 3x8e @2x14kg",
            &["Mon strength Bulgarian split squat 3x8/side @2x14kg"],
        ),
        ("Mon: push-ups AMRAP x 2", &["Mon strength Push-up 2xmax"]),
        (
            "Mon: Lift (lower) – Back squat: 3 sets of 5 reps @ 185 lbs, 3 min rest. Walking lunges: 3 sets x 10 reps per leg w/ 25 lb dumbbells.",
            &[
                "Mon strength lower \"dumbbells\" Squat 3x5 @185lb rest 3min Walking lunge 3x10/side @25lb",
            ],
        ),
        (
            "Mon: gym: calf raise 3x12 @BW+10kg",
            &["Mon strength Standing calf raise 3x12 @bw+10kg"],
        ),
        (
            "Mon: gym: squat 3x10, calf raise 3x15 (35-40 min)",
            &["Mon strength 40min \"35-40 min\" Squat 3x10 Standing calf raise 3x15"],
        ),
        (
            "Mo: Kreuzheben rumänisch 3x8, Wadenheben einbeinig 3x12",
            &["Mon strength Romanian deadlift 3x8 Single-leg calf raise 3x12"],
        ),
    ]);
}

#[test]
fn a_circuit_says_once_how_long_each_exercise_takes() {
    is_told(&[(
        "Circuit (Weds, 3 rounds, 40s on/20s off)\n- squats\n- push-ups\n- walking lunges\n- mountain climbers",
        &[
            "Wed strength circuit Squat 3x40s rest 20s Push-up 3x40s rest 20s Walking lunge 3x40s rest 20s Mountain climber 3x40s rest 20s",
        ],
    )]);
}

#[test]
fn a_pace_in_brackets_is_no_rest() {
    is_told(&[
        (
            "Tue: 6 x 1 mile at 10K pace (7:05-7:15) w/ 2:00 jog",
            &["Tue tempo 6x1mi @7:10/mi jog 2min"],
        ),
        (
            "Sun: 20 mi w/ 12 mi @ MP (7:05)",
            &["Sun long 20mi 1x12mi @7:05/mi"],
        ),
        (
            "Tue: 3x3k @ HMP (4:10), 1k float",
            &["Tue tempo 3x3km @4:10/km jog 1km"],
        ),
        (
            "Tue: 6x400m @ 10k pace (1:52), 2 min jog",
            &["Tue tempo 6x400m @4:40/km jog 2min"],
        ),
        (
            "Tue: 20x200 (38-40) / 200 jog",
            &["Tue intervals 20x200m @3:15/km jog 200m"],
        ),
        (
            "Tue: 6x800m in 3:20, 400m jog",
            &["Tue intervals 6x800m @4:10/km jog 400m"],
        ),
        // Without another word the brackets hold the rest.
        ("Tue: 8x400m (90 s)", &["Tue intervals 8x400m jog 90s"]),
        (
            "Tue: 4x1200m @ 4:30/km (90s)",
            &["Tue intervals 4x1.2km @4:30/km jog 90s"],
        ),
    ]);
}

#[test]
fn what_is_run_and_what_is_lifted_stay_two_sessions() {
    is_told(&[
        (
            "Wed: 3E + lift\nThu: 5 mi easy",
            &["Wed easy 3mi", "Wed strength", "Thu easy 5mi"],
        ),
        (
            "Wed: 6 mi E + 4 strides, then gym: RDL 3x8",
            &[
                "Wed easy 6mi \"+ 4 strides\"",
                "Wed strength Romanian deadlift 3x8",
            ],
        ),
        (
            "Wed: 5 mi easy, strength: goblet squat 3x10, lunges 3x8",
            &["Wed easy 5mi", "Wed strength Goblet squat 3x10 Lunge 3x8"],
        ),
        (
            "Sa: Tempo: 20 min, danach Kniebeugen 3x5\nSo: lang 18 km",
            &["Sat tempo 20min", "Sat strength Squat 3x5", "Sun long 18km"],
        ),
    ]);
}

#[test]
fn letters_and_small_words_mean_what_they_mean_beside_their_figures() {
    is_told(&[
        (
            "Di: DL 8 km locker (6:00)\nMi: Ruhetag",
            &["Tue easy 8km @6:00/km", "Wed rest"],
        ),
        (
            "Di: DL 60 min\nMi: Ruhetag",
            &["Tue easy 60min", "Wed rest"],
        ),
        ("Sat: LSR 90-100 mins", &["Sat long 100min \"90-100 mins\""]),
        (
            "Mon: 5 miles easy, keep HR lower than 145",
            &["Mon easy 5mi 1x5mi @60-145bpm \"keep\""],
        ),
        (
            "Mon: walking lunges 3x10, plank 3x30s",
            &["Mon strength Walking lunge 3x10 Plank 3x30s"],
        ),
        ("Mon: 4 mi easy @ 6:30 am", &["Mon 06:30 easy 4mi"]),
        (
            "Sat: 3h trail, 900m+",
            &["Sat long 180min \"trail, 900m+\""],
        ),
        (
            "Mi: ein- und auslaufen je 2 km, 6x1000 m\nDo: Ruhetag",
            &[
                "Wed intervals 6x1km, warm-up 2km, cool-down 2km",
                "Thu rest",
            ],
        ),
        (
            "Wed: 3 mile tempo @ 7:30 w/ 1 mile WU & CD",
            &["Wed tempo 1x3mi @7:30/mi, warm-up 1mi, cool-down 1mi"],
        ),
    ]);
}

#[test]
fn no_figure_is_made_up_and_no_run_lost_beside_another() {
    is_told(&[
        (
            "Thu: 5 recovery / lift: squat 3x5, RDL 3x6\nFri: 6 mi easy",
            &[
                "Thu recovery 5mi",
                "Thu strength Squat 3x5 Romanian deadlift 3x6",
                "Fri easy 6mi",
            ],
        ),
        ("Thu: 45' E + S&C", &["Thu easy 45min", "Thu strength"]),
        (
            "Sat: Parkrun, then 5k easy home",
            &["Sat race 1x5km, cool-down 5km \"home\""],
        ),
        (
            "Tue: 7km progressive (6:00 > 5:00)",
            &["Tue progression 7km @5:30/km"],
        ),
        (
            "Tue: 800s: 6 x 800 @ 3:45 w/ 3:00 rest",
            &["Tue intervals 6x800m @3:45/km stand 3min"],
        ),
        (
            "Tue: 3x1mi T w/ 1min",
            &["Tue tempo 3x1mi @threshold jog 1min"],
        ),
        (
            "Sa: 12x200m, 3km EL u. AL\nSo: Ruhetag",
            &[
                "Sat intervals 12x200m, warm-up 3km, cool-down 3km",
                "Sun rest",
            ],
        ),
        (
            "Gym Tuesday (60 min)\nSquat 3x5\nPlank 3x30s",
            &["Tue strength 60min Squat 3x5 Plank 3x30s"],
        ),
    ]);
}

#[test]
fn a_letter_before_its_figure_is_the_kind_of_run() {
    is_told(&[
        (
            "Mon: E 6\nTue: Q1: 2E + 3x1mi T w/ 1min + 2E\nWed: E 5 + gym\nSun: L 12 mi",
            &[
                "Mon easy 6mi",
                "Tue tempo 1x2mi @easy-pace, 3x1mi @threshold jog 1min, 1x2mi @easy-pace \"Q1\"",
                "Wed easy 5mi",
                "Wed strength",
                "Sun long 12mi",
            ],
        ),
        ("Mon: E1 heart rate", &["Mon note \"E1 heart rate\""]),
    ]);
}

#[test]
fn the_repeats_or_the_easy_running_name_the_run() {
    is_told(&[
        (
            "Thu: 5 miles recovery + 4 x 20 sec hill sprints",
            &["Thu recovery 1x5mi, 4x20s"],
        ),
        ("Fri: Easy 3 mi + strides 4x100m", &["Fri easy 3mi 4x100m"]),
        (
            "Thu: 6 mi: 1.5 mi warmup, 8x400m @ 7:10/mi w/ 200 jog",
            &["Thu intervals 6mi 8x400m @7:10/mi jog 200m, warm-up 1.5mi"],
        ),
    ]);
}

#[test]
fn a_session_is_on_the_days_that_stand_behind_its_name() {
    is_told(&[
        (
            "Strength A (Mon)\nA1 Front squat 3x6\nA2 Box jump 3x4\n\nStrength B (Thu)\nDeadlift 3x5",
            &[
                "Mon strength Front squat 3x6 superset A Box jump 3x4 superset A",
                "Thu strength \"B\" Deadlift 3x5",
            ],
        ),
        (
            "Sat: long run 90 min\nLifting: Mon & Fri, 45 mins",
            &["Mon strength 45min", "Fri strength 45min", "Sat long 90min"],
        ),
    ]);
    let unclear =
        read("Sat: long run 90 min\nlift Mon + Thurs, legs heavy on Mon, keep Thurs upper");
    assert_eq!(unclear.sessions.len(), 1);
    assert_eq!(unclear.notes.len(), 1);
}

#[test]
fn the_weekday_beside_a_date_tells_which_figure_is_the_month() {
    let reading = read("Tue 1/12 – easy 5 km\nWed 2/12 – rest");
    assert!(
        reading
            .guesses
            .iter()
            .all(|guess| !guess.text.contains("/12")),
        "{:?}",
        reading.guesses
    );
    assert_eq!(reading.sessions[0].date.unwrap().to_string(), "2026-12-01");
}

#[test]
fn a_heading_with_the_number_of_its_week_is_no_session() {
    let reading = read("Return to run - week 2\nMon: easy 20 min");
    assert_eq!(reading.sessions.len(), 1);
    assert_eq!(
        told("Return to run - week 2\nMon: easy 20 min"),
        ["Mon easy 20min"]
    );
}
