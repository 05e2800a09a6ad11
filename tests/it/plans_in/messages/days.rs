//! The days and weeks of a message, and what of it is no session.

use super::{notes, read, told};

#[test]
fn the_sixth_week_alone_is_the_first_that_comes_and_keeps_its_number_in_its_title() {
    let plan = "Week 6 (12/14)\nTue easy 5 mi\nSun long 10 mi\nWeek 7 (12/21) Build\nTue easy 5 mi";
    let reading = read(plan);
    let weeks: Vec<_> = reading
        .weeks
        .iter()
        .map(|week| (week.number, week.title.as_str()))
        .collect();
    assert_eq!(weeks, [(1, "Week 6"), (2, "Week 7: Build")]);
    let dates: Vec<_> = reading
        .sessions
        .iter()
        .map(|session| session.date.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2026-12-15", "2026-12-20", "2026-12-22"]);
    // Without dates it comes in the shown week as well, and not five weeks after it.
    let undated = read("Week 6\nTue easy 5 mi\nWeek 7\nTue easy 5 mi");
    assert_eq!(told(&undated), ["1 Tue easy 8.0km", "2 Tue easy 8.0km"]);
    assert_eq!(undated.weeks[0].title, "Week 6");
    // What begins at the first week has nothing to keep.
    let first = read("Week 1\nTue easy 5 mi\nWeek 2 - Base\nTue easy 5 mi");
    assert_eq!(first.weeks[0].title, "");
    assert_eq!(first.weeks[1].title, "Base");
}

#[test]
fn letters_at_the_head_of_lines_are_days() {
    let reading = read(
        "Hi Sam,\n\nWeek of Dec 7\nM - off\nT - 6 x 3:00 on / 2:00 easy @ 10k effort\nW - 50 min Z2, then legs: squat 3x5 (80%), RDL 3x8\n\
         Th - 6 mi easy\nF - gym upper: bench 4x6, pull-ups 4xAMRAP\nSa - 45 min very easy\nSu - 14 mi long\n\nCheers",
    );
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue tempo",
            "1 Wed easy 50min",
            "1 Wed strength Squat Romanian deadlift",
            "1 Thu easy 9.7km",
            "1 Fri strength Bench press Pull-up",
            "1 Sat recovery 45min",
            "1 Sun long 22.5km",
        ]
    );
    assert_eq!(notes(&reading), ["Hi Sam,", "Cheers"]);
}

#[test]
fn one_letter_stands_for_two_days_in_the_order_of_the_week() {
    let reading =
        read("M: rest\nT: 6 km easy\nW: rest\nT: 8 km easy\nF: rest\nS: 4 km easy\nS: 12 km long");
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue easy 6.0km",
            "1 Wed rest",
            "1 Thu easy 8.0km",
            "1 Fri rest",
            "1 Sat easy 4.0km",
            "1 Sun long 12.0km"
        ]
    );
    let german = read(
        "M: Ruhetag\nD: 6 km locker\nM: Ruhetag\nD: 8 km locker\nF: Ruhetag\nS: 4 km locker\nS: 12 km langer Lauf",
    );
    assert_eq!(told(&german)[3], "1 Thu easy 8.0km");
    assert_eq!(told(&german)[6], "1 Sun long 12.0km");
}

#[test]
fn a_head_of_letters_makes_a_table() {
    let reading = read(
        "Week\tM\tT\tW\tT\tF\tS\tS\n1\toff\t6 km\t5x1k\t5 km\toff\t4 km\t12 km\n2\toff\t7 km\t6x1k\t5 km\toff\t4 km\t13 km\n",
    );
    let told = told(&reading);
    assert_eq!(told.len(), 14);
    assert_eq!(told[3], "1 Thu easy 5.0km");
    assert_eq!(told[13], "2 Sun easy 13.0km");
}

#[test]
fn what_stands_below_a_table_is_kept_and_explains_its_names() {
    let reading = read(
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total\n1,Rest,6 mi easy,Gym A,\"5x800 @ 10K, 400 jog\",Rest,4 mi easy,10 mi LR,28\n\
         2,Rest,6 mi easy,Gym B,4 mi tempo,Rest,5 mi easy,12 mi LR,31\n3 (down),Rest,5 mi easy,Gym A,6x400,Rest,3 mi easy,8 mi LR,22\n\n\
         Gym A: Trap bar DL 3x5 @ 225 lb, calf raises 3x15\nGym B: Squat 3x5 @ 185 lb, RDL 3x8 @ 135 lb, plank 3x45s\n",
    );
    let told = told(&reading);
    assert_eq!(told.len(), 21, "{told:#?}");
    assert_eq!(
        told[2],
        "1 Wed strength Hex-bar deadlift Standing calf raise"
    );
    assert_eq!(told[9], "2 Wed strength Squat Romanian deadlift Plank");
    assert_eq!(
        told[16],
        "3 Wed strength Hex-bar deadlift Standing calf raise"
    );
    assert_eq!(reading.sessions[2].plan.title, "Gym A");
    assert_eq!(reading.weeks[2].title, "(down)");
    assert!(
        notes(&reading)
            .iter()
            .any(|note| note.starts_with("Gym B:")),
        "{:?}",
        reading.notes
    );
}

#[test]
fn a_preamble_tells_the_start_and_is_no_session() {
    let mail = "Hi Mara, here is what we said, weeks 1 to 2 (start Mon 30 Nov), marathon on 11 April. \
                Paces: easy 6:00/km, MP 5:15, tempo 4:55.\n\n\
                Week 1\nMon: rest\nTue: 10 km easy + gym (squat 3x8 @ 50 kg, plank 3x45s)\nSun: long run 22 km\n\n\
                Week 2\nMon: rest\nTue: 10 km easy + gym as week 1\nSun: long run 24 km\n";
    let reading = read(mail);
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue easy 10.0km",
            "1 Tue strength Squat Plank",
            "1 Sun long 22.0km",
            "2 Mon rest",
            "2 Tue easy 10.0km",
            "2 Tue strength Squat Plank",
            "2 Sun long 24.0km",
        ]
    );
    let first = reading.sessions[0].date;
    assert_eq!(first, chrono::NaiveDate::from_ymd_opt(2026, 11, 30));
    assert!(reading.guesses.is_empty(), "{:?}", reading.guesses);
    assert!(notes(&reading)[0].contains("MP 5:15"));
}

#[test]
fn a_sentence_about_last_week_makes_no_session() {
    let reading = read(
        "Mon: rest\nTue: 6x800\n\nNext week: same as last week but 8 x 3:00 on Tue, and 15 mi long run",
    );
    assert!(
        reading
            .sessions
            .iter()
            .all(|it| it.plan.run().is_none_or(|run| run.distance.is_none())),
        "{:?}",
        told(&reading)
    );
}
