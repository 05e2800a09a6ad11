//! A record that comes again and knows more than it did.

use super::*;
use crate::domain::{Kilograms, Log, Plan, RunKind, RunPlan, Session, Workout};
use crate::edit::Edit;

/// A run of so many points, ten seconds and thirty metres apart.
fn track(points: u32) -> String {
    let mut text = "<gpx><trk><type>running</type><trkseg>".to_owned();
    for point in 0..points {
        let north = 48.0 + f64::from(point) * 30.0 / 111_195.0;
        let time = format!("{:02}:{:02}", point / 6, point % 6 * 10);
        let _ = write!(
            text,
            "<trkpt lat=\"{north:.6}\" lon=\"11.5\"><time>2026-07-01T05:{time}Z</time></trkpt>"
        );
    }
    text.push_str("</trkseg></trk></gpx>");
    text
}

fn meters(athlete: &Athlete) -> f64 {
    let log = athlete.sessions.all()[0].log.clone().unwrap();
    log.run.unwrap().distance.unwrap().m().round()
}

/// The first export broke off; a later one has the whole.
#[test]
fn a_whole_file_completes_what_a_cut_one_brought_in_before() {
    let (whole, cut) = (history(track(200)), {
        let text = track(200);
        history(&text[..text.len() / 2])
    });
    let mut anna = anna();
    assert_eq!(take(&mut anna, std::slice::from_ref(&cut)), (1, 0, 0));
    assert!(meters(&anna) < 4000.0);
    let report = report(&anna, std::slice::from_ref(&whole));
    assert_eq!(
        (report.added(), report.known(), report.completed()),
        (0, 1, 1)
    );
    assert_eq!(take(&mut anna, std::slice::from_ref(&whole)), (0, 0, 1));
    assert!((meters(&anna) - 5970.0).abs() < 30.0, "{}", meters(&anna));
    // And a cut one takes nothing away again.
    for file in [whole, cut] {
        let again = super::report(&anna, &[file]);
        assert_eq!((again.completed(), again.edits.len()), (0, 0));
    }
}

/// The second time nothing has to be said, and what is said wrongly changes nothing.
#[test]
fn a_file_that_is_there_already_asks_for_no_unit_and_another_one_changes_nothing() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n\
        Running,2026-07-01 07:00:00,false,Leeds Running,8.00,286,00:45:00\n\
        Running,2026-07-03 07:00:00,false,Leeds Running,10.00,286,00:56:00\n";
    let read_in = |distance| {
        let options = ReadOptions {
            distance,
            ..options()
        };
        read(&file(text), &options)
    };
    let mut anna = anna();
    assert!(report(&anna, &[read_in(None)]).waits());
    assert_eq!(
        take(&mut anna, &[read_in(Some(DistanceUnit::Km))]),
        (2, 0, 0)
    );
    for unit in [None, Some(DistanceUnit::Miles), Some(DistanceUnit::Km)] {
        let again = report(&anna, &[read_in(unit)]);
        assert!(!again.waits(), "{unit:?}");
        assert_eq!((again.known(), again.edits.len()), (2, 0), "{unit:?}");
    }
    // A longer export asks again, for what is new.
    let longer =
        format!("{text}Running,2026-07-05 07:00:00,false,Leeds Running,8.00,286,00:45:00\n");
    let options = ReadOptions {
        distance: None,
        ..options()
    };
    assert!(report(&anna, &[read(&file(longer), &options)]).waits());
}

#[test]
fn what_another_of_the_files_has_brought_is_told_from_what_was_there() {
    let table = history(
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time\nRunning,2026-07-01 07:00:00,false,Loop,5.97,286,00:33:20\n",
    );
    let watch = history(track(200).replace("T05:", "T07:"));
    let mut anna = anna();
    let first = report(&anna, &[table.clone(), watch.clone()]);
    let told = |report: &HistoryReport| -> Vec<[usize; 3]> {
        let files = report.files.iter();
        files
            .map(|file| [file.add, file.known, file.twice])
            .collect()
    };
    assert_eq!(told(&first), [[1, 0, 0], [0, 1, 1]]);
    edit::apply(&mut anna, &first.edits, Stamp::default());
    let second = report(&anna, &[table, watch]);
    assert_eq!(told(&second), [[0, 1, 0], [0, 1, 0]]);
}

#[test]
fn sets_that_a_cut_table_lacked_come_in_with_the_whole_one() {
    let head = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n";
    let set = |number: u32| format!("2026-07-01 18:00:00,Legs,Squat (Barbell),{number},100,kg,5\n");
    let whole: String = (1..=4).map(set).collect();
    let cut: String = (1..=2).map(set).collect();
    let mut anna = anna();
    take(&mut anna, &[history(format!("{head}{cut}"))]);
    let report = report(&anna, &[history(format!("{head}{whole}"))]);
    assert_eq!((report.added(), report.completed()), (0, 1));
    edit::apply(&mut anna, &report.edits, Stamp::default());
    let log = anna.sessions.all()[0].log.clone().unwrap();
    assert_eq!(log.exercises[0].sets.len(), 4);
}

/// Whoever has corrected a session since does not want the file's word for it.
#[test]
fn a_session_that_somebody_changed_since_stays_as_it_is() {
    let mut anna = anna();
    let text = track(200);
    take(&mut anna, &[history(&text[..text.len() / 2])]);
    let mut corrected: Session = (*anna.sessions.all()[0]).clone();
    let log: &mut Log = corrected.log.as_mut().unwrap();
    log.note = "stopped at the lake".to_owned().into();
    let later = Stamp::coach("2026-07-02T08:00:00Z".parse().unwrap());
    let edits = [Edit::update(&anna, corrected)];
    edit::apply(&mut anna, &edits, later);
    let report = report(&anna, &[history(&text)]);
    assert_eq!((report.known(), report.completed()), (1, 0));
    assert_eq!(report.edits, []);
}

/// What an older version brought in: a run without a title, easy whatever it was, and the load of one dumbbell of two.
fn as_before(athlete: &mut Athlete, change: impl FnOnce(&mut Session)) {
    let mut session: Session = (*athlete.sessions.all()[0]).clone();
    change(&mut session);
    edit::apply(athlete, &[Edit::Remove(session.id)], Stamp::default());
    let edits = [Edit::put(session)];
    edit::apply(athlete, &edits, Stamp::default());
}

#[test]
fn a_run_that_came_in_without_a_name_is_named_when_its_file_comes_again() {
    let file = history(
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n\
        Trail Running,2026-07-01 07:00:00,false,,8.00,286,00:45:00\n",
    );
    let mut anna = anna();
    take(&mut anna, std::slice::from_ref(&file));
    let plan = anna.sessions.all()[0].plan.clone();
    as_before(&mut anna, |session| {
        session.plan = Plan {
            title: String::new(),
            start: plan.start,
            ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
        }
        .into();
    });
    assert_eq!(take(&mut anna, std::slice::from_ref(&file)), (0, 0, 1));
    assert_eq!(anna.sessions.all()[0].plan.title, "Trail Running");
    assert_eq!(report(&anna, &[file]).edits, []);
}

#[test]
fn fitbods_pairs_that_came_in_as_one_dumbbell_become_two() {
    let file = history(
        "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n\
        2026-07-01 18:00:00 +0000,Dumbbell Bench Press,8,20.0,0.0,0.0,0.0,0.0,false,,2.0\n\
        2026-07-01 18:00:00 +0000,Back Squat,5,80.0,0.0,0.0,0.0,0.0,false,,1.0\n",
    );
    let mut anna = anna();
    take(&mut anna, std::slice::from_ref(&file));
    let kg = |athlete: &Athlete| -> Vec<f64> {
        let log = athlete.sessions.all()[0].log.clone().unwrap();
        let sets = log.exercises.iter().flat_map(|done| done.sets.clone());
        sets.filter_map(|set| set.kg.map(Kilograms::kg)).collect()
    };
    assert_eq!(kg(&anna), [40.0, 80.0]);
    as_before(&mut anna, |session| {
        let log = session.log.as_mut().unwrap();
        log.exercises[0].sets[0].kg = Some(Kilograms::new(20.0));
    });
    assert_eq!(kg(&anna), [20.0, 80.0]);
    assert_eq!(take(&mut anna, std::slice::from_ref(&file)), (0, 0, 1));
    assert_eq!(kg(&anna), [40.0, 80.0]);
}
