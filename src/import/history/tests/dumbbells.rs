//! Exercises with a dumbbell in each hand: programs have the weight of one of them or of both, and here both count.

use super::*;
use crate::domain::{DumbbellWeight, Session};

const STRONG: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
    2024-01-01 18:00:00,Push,Bench Press (Dumbbell),1,22.5,kg,8\n\
    2024-01-01 18:00:00,Push,Bench Press (Dumbbell),2,22.5,kg,7\n\
    2024-01-01 18:00:00,Push,Squat (Barbell),1,100,kg,5\n\
    2024-01-01 18:00:00,Push,Goblet Squat (Dumbbell),1,20,kg,10\n\
    2024-01-03 18:00:00,Legs,Lunge (Dumbbell),1,,kg,12\n\
    2024-01-03 18:00:00,Legs,Squat (Barbell),1,105,kg,5\n";

fn said(program: &str, weight: DumbbellWeight) -> BTreeMap<String, DumbbellWeight> {
    BTreeMap::from([(program.to_owned(), weight)])
}

/// Brings the file in by what was said of dumbbells, and gives the report.
fn bring(
    athlete: &mut Athlete,
    text: &str,
    said: &BTreeMap<String, DumbbellWeight>,
) -> HistoryReport {
    let report = report_said(athlete, &[history(text)], &BTreeMap::new(), said);
    edit::apply(athlete, &report.edits, Stamp::default());
    report
}

/// The loads of a session by exercise, under the names of the file.
fn loads(session: &Session) -> Vec<(String, Vec<Option<f64>>)> {
    let log = session.log.as_ref().unwrap();
    log.exercises
        .iter()
        .map(|done| {
            let kg = done
                .sets
                .iter()
                .map(|set| set.kg.map(crate::domain::Kilograms::kg));
            (done.name.clone(), kg.collect())
        })
        .collect()
}

fn of(name: &str, kg: &[f64]) -> (String, Vec<Option<f64>>) {
    (name.to_owned(), kg.iter().copied().map(Some).collect())
}

#[test]
fn the_weight_of_one_dumbbell_counts_twice_and_that_of_both_once() {
    let pairs = |weight| {
        let mut anna = anna();
        let report = bring(&mut anna, STRONG, &said("strong", weight));
        let told = report.files[0].dumbbells.clone().unwrap();
        assert_eq!((told.weight, told.sets), (weight, 2));
        assert_eq!(told.exercises, ["Bench Press (Dumbbell)"]);
        loads(anna.sessions.all()[0].as_ref())
    };
    let others = [
        of("Squat (Barbell)", &[100.0]),
        of("Goblet Squat (Dumbbell)", &[20.0]),
    ];
    let one = pairs(DumbbellWeight::One);
    assert_eq!(one[0], of("Bench Press (Dumbbell)", &[45.0, 45.0]));
    assert_eq!(one[1..], others);
    let both = pairs(DumbbellWeight::Both);
    assert_eq!(both[0], of("Bench Press (Dumbbell)", &[22.5, 22.5]));
    assert_eq!(both[1..], others);
}

#[test]
fn unsaid_it_is_as_the_programs_users_mostly_write_it() {
    let mut anna = anna();
    let report = bring(&mut anna, STRONG, &BTreeMap::new());
    let told = report.files[0].dumbbells.as_ref().unwrap();
    assert_eq!(told.weight, DumbbellWeight::One);
    assert!(report.is_whole(), "a question that needs no answer");
    // What was said of another program is not said of this one.
    let of_hevy = said("hevy", DumbbellWeight::Both);
    let report = report_said(&anna, &[history(STRONG)], &BTreeMap::new(), &of_hevy);
    assert_eq!((report.known(), report.edits.len()), (2, 0));
}

#[test]
fn files_without_two_dumbbells_or_without_their_weight_are_not_asked_about() {
    let one = STRONG.replace("Bench Press (Dumbbell)", "Bench Press (Barbell)");
    let report = report(&anna(), &[history(&one)]);
    assert_eq!(report.files[0].dumbbells, None);
}

#[test]
fn another_answer_changes_the_loads_that_came_in_before_and_doubles_no_session() {
    let mut anna = anna();
    bring(&mut anna, STRONG, &said("strong", DumbbellWeight::Both));
    let before = anna.clone();
    let one = said("strong", DumbbellWeight::One);
    let report = bring(&mut anna, STRONG, &one);
    assert_eq!((report.added(), report.joined(), report.known()), (0, 0, 2));
    assert_eq!((report.reweighed, anna.sessions.len()), (1, 2));
    let wanted = of("Bench Press (Dumbbell)", &[45.0, 45.0]);
    assert_eq!(loads(&anna.sessions.all()[0])[0], wanted);
    let report = bring(&mut anna, STRONG, &one);
    assert_eq!((report.reweighed, report.edits.len()), (0, 0));
    bring(&mut anna, STRONG, &said("strong", DumbbellWeight::Both));
    let content = |athlete: &Athlete| athlete.sessions.all()[0].log.clone();
    assert_eq!(content(&anna), content(&before));
}

#[test]
fn loads_that_somebody_corrected_stay_as_they_are() {
    let mut anna = anna();
    bring(&mut anna, STRONG, &said("strong", DumbbellWeight::Both));
    let mut session = Session::clone(&anna.sessions.all()[0]);
    let log = session.log.as_mut().unwrap();
    log.exercises[0].sets[0].kg = Some(crate::domain::Kilograms::new(44.0));
    edit::apply(&mut anna, &[edit::Edit::put(session)], Stamp::default());
    let report = bring(&mut anna, STRONG, &said("strong", DumbbellWeight::One));
    assert_eq!((report.reweighed, report.edits.len()), (0, 0));
}

#[test]
fn a_planned_pair_is_joined_with_the_weight_of_both() {
    let hevy = "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"weight_lbs\",\"reps\",\"distance_miles\",\"duration_seconds\",\"rpe\"\n\
        \"Push\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"Shoulder Press (Dumbbell)\",,\"\",0,\"normal\",50,6,,,\n";
    let mut anna = anna();
    let report = bring(&mut anna, hevy, &BTreeMap::new());
    assert_eq!(report.added(), 1);
    let (_, kg) = &loads(&anna.sessions.all()[0])[0];
    assert!((kg[0].unwrap() - 45.359_237).abs() < 1e-6, "{kg:?}");
}

/// Fitbod writes the weight of one dumbbell and how many are held; of one arm after the other its figure counts the
/// sides.
#[test]
fn fitbods_multiplier_says_how_many_dumbbells_there_are() {
    let fitbod = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n\
        2026-06-30 18:00:00 +0000,Incline Dumbbell Press, 10,22.5,0.0,0.0,0.0,0.0,false,, 2.0\n\
        2026-06-30 18:00:00 +0000,Dumbbell Bench Press, 10,22.5,0.0,0.0,0.0,0.0,false,, 1.0\n\
        2026-06-30 18:00:00 +0000,Single Arm Dumbbell Row, 10,20.0,0.0,0.0,0.0,0.0,false,, 2.0\n\
        2026-06-30 18:00:00 +0000,Back Squat, 5,100.0,0.0,0.0,0.0,0.0,false,, 1.0\n\
        2026-06-30 18:00:00 +0000,Plank, 0,0.0,45.0,0.0,0.0,0.0,false,, 0.0\n";
    assert_eq!(
        lines(&history(fitbod)),
        [
            "2026-06-30 strength \"\"; Incline Dumbbell Press: 10x45; Dumbbell Bench Press: 10x22.5; Single Arm Dumbbell Row: 10x20; Back Squat: 5x100; Plank: 45s"
        ]
    );
    let report = report(&anna(), &[history(fitbod)]);
    assert_eq!(report.files[0].dumbbells, None, "the file says it itself");
}

/// Two programs recorded one workout, and of two dumbbells one of them was said to have the weight of both.
#[test]
fn one_workout_of_two_programs_that_weigh_dumbbells_differently_is_one_session() {
    let fitnotes = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n\
        2024-01-01,Flat Dumbbell Bench Press,Chest,45.0,kgs,8,,,\n2024-01-01,Flat Dumbbell Bench Press,Chest,45.0,kgs,7,,,\n\
        2024-01-01,Dumbbell Shoulder Press,Chest,30.0,kgs,9,,,\n";
    let strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2024-01-01 18:00:00,Push,Bench Press (Dumbbell),1,22.5,kg,8\n\
        2024-01-01 18:00:00,Push,Bench Press (Dumbbell),2,22.5,kg,7\n\
        2024-01-01 18:00:00,Push,Shoulder Press (Dumbbell),1,15,kg,9\n";
    for weight in [DumbbellWeight::One, DumbbellWeight::Both] {
        let mut anna = anna();
        let mut answers = said("strong", weight);
        answers.extend(said("fitnotes", DumbbellWeight::Both));
        bring(&mut anna, strong, &answers);
        let report = bring(&mut anna, fitnotes, &answers);
        assert_eq!((report.added(), report.known()), (0, 1), "{weight:?}");
    }
}
