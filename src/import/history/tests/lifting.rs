//! Apps that log lifting.

use super::*;
use crate::history::Need;

fn told(text: &str, format: &str) -> Vec<String> {
    let read = history(text);
    assert_eq!(read.format, Some(format), "{:?}", read.reading.skipped);
    assert_eq!(read.reading.skipped, [], "{text}");
    lines(&read)
}

#[test]
fn strong_in_its_three_shapes() {
    let plain = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n\
        2020-12-30 18:51:52,\"Evening Workout\",\"Snatch (Barbell)\",1,40.0,3,0,0,\"\",\"\"\n\
        2020-12-30 18:51:52,\"Evening Workout\",\"Snatch (Barbell)\",2,42.5,3,0,0,\"\",\"\"\n\
        2020-12-30 18:51:52,\"Evening Workout\",\"Plank\",1,0,0,0,60,\"\",\"\"\n";
    let wanted =
        ["2020-12-30 strength \"Evening Workout\"; Snatch (Barbell): 3x40, 3x42.5; Plank: 60s"];
    assert_eq!(told(plain, "strong"), wanted);

    let longer = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n\
        2020-12-30 18:51:52,\"Evening Workout\",2h 38m,\"Squat (Barbell)\",W,40.0,5,0,0,\"\",\"\",\n\
        2020-12-30 18:51:52,\"Evening Workout\",2h 38m,\"Squat (Barbell)\",1,80.0,5,0,0,\"\",\"\",8\n\
        2020-12-30 18:51:52,\"Evening Workout\",2h 38m,\"Squat (Barbell)\",D,60.0,8,0,0,\"\",\"\",\n\
        2020-12-30 18:51:52,\"Evening Workout\",2h 38m,\"Squat (Barbell)\",F,60.0,6,0,0,\"\",\"\",\n\
        2020-12-30 18:51:52,\"Evening Workout\",2h 38m,\"Squat (Barbell)\",Rest Timer,0,0,0,150,\"\",\"\",\n";
    let wanted = [
        "2020-12-30 strength \"Evening Workout\" 9480 s; Squat (Barbell): 5x40 w, 5x80 rir 2, 8x60 d, 6x60 rir 0",
    ];
    assert_eq!(told(longer, "strong"), wanted);

    let units = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\r\n\
        2023-07-30 16:49:28;\"Arms\";\"Chest Fly\";1;;;;;;;0;\"\";;44m\r\n\
        2023-07-30 16:49:28;\"Arms\";\"Bicep Curl (Dumbbell)\";1;25;lbs;10;;;;0;\"\";;44m\r\n\
        2023-07-30 16:49:28;\"Arms\";\"Running (Treadmill)\";1;;;;;2;km;700;\"\";;44m\r\n";
    let wanted = [
        "2023-07-30 strength \"Arms\" 2640 s; Bicep Curl (Dumbbell): 10x11.34",
        "2023-07-30 run \"Running (Treadmill)\" 2000 m 700 s",
    ];
    assert_eq!(told(units, "strong"), wanted);
}

#[test]
fn strong_in_other_languages_and_from_a_third_party() {
    let german = "Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht;Gewichtseinheit;Wdh.;RPE;Entfernung;Entfernungseinheit;Sekunden;Notizen;Trainingsnotizen;Trainingsdauer\n\
        2023-07-30 16:49:28;Beine;Kniebeuge (Langhantel);1;62,5;kg;5;;;;0;;;1h 5m\n\
        2023-07-30 16:49:28;Beine;Kniebeuge (Langhantel);2;62,5;kg;5;;;;0;;;1h 5m\n";
    assert_eq!(
        told(german, "strong"),
        ["2023-07-30 strength \"Beine\" 3900 s; Kniebeuge (Langhantel): 5x62.5, 5x62.5"]
    );
    // Its timer is written as a row, under a word of its own.
    let timed = "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE\n\
        2025-08-23 17:51:23,\"Ganzkörper\",2h 23min,\"Squat (Barbell)\",1,50.0,12.0,0,0.0,\"\",\"\",\n\
        2025-08-23 17:51:23,\"Ganzkörper\",2h 23min,\"Squat (Barbell)\",Ruhezeit,0,0.0,0,120.0,,,\n\
        2025-08-23 17:51:23,\"Ganzkörper\",2h 23min,\"Squat (Barbell)\",2,55.0,10.0,0,0.0,,,8\n";
    assert_eq!(
        told(timed, "strong"),
        ["2025-08-23 strength \"Ganzkörper\" 8580 s; Squat (Barbell): 12x50, 10x55 rir 2"]
    );
    let french = "Date;Nom de l'entraînement;Nom de l'exercice;Ordre de la série;Poids;Unité de poids;Rép;RPE\n\
        2023-07-30 16:49:28;Jambes;Développé couché (Barre);1;60,5;kg;8;\n";
    assert_eq!(
        told(french, "strong"),
        ["2023-07-30 strength \"Jambes\"; Développé couché (Barre): 8x60.5"]
    );
    let third = "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\";\"Reps\";\"RPE\";\"Distance (meters)\";\"Seconds\";\"Notes\";\"Workout Notes\"\n\
        \"1\";\"2024-01-05 07:10:00\";\"Push\";\"3120\";\"Bench Press (Barbell)\";\"1\";\"70.0\";\"5\";\"\";\"\";\"\";\"\";\"\"\n";
    let read = told(third, "strong");
    assert_eq!(
        read,
        ["2024-01-05 strength \"Push\" 3120 s; Bench Press (Barbell): 5x70"]
    );
}

/// Strong's notes on exercises stand in rows of their own, before the first set or behind the last.
/// The app shortens the words of its columns, and a column that is not known keeps no set out in silence.
#[test]
fn strong_with_short_names_of_columns_and_a_table_whose_repetitions_are_not_known() {
    let french = "Date;Nom de l'entraînement;Durée;Nom de l'exercice;Ordre de la série;Poids;Réps;Distance;Secondes;Notes;Notes de l'entraînement;RPE\n\
        2026-07-01 18:00:00;\"Jambes\";52m;\"Squat (Barre)\";1;62,5;6;0;0;\"\";\"\";\n";
    let german = "Datum;Workout-Name;Dauer;Name der Übung;Reihenfolge festlegen;Gewicht;Wiederh.;RPE;Entfernung;Sekunden;Notizen;Workout-Notizen\n\
        2026-07-01 18:00:00;\"Jambes\";52m;\"Squat (Barre)\";1;62,5;6;;0;0;\"\";\"\"\n";
    for text in [french, german] {
        let wanted = "2026-07-01 strength \"Jambes\" 3120 s; Squat (Barre): 6x62.5";
        assert_eq!(told(text, "strong"), [wanted]);
    }
    let unknown = history(french.replace("Réps", "Combien"));
    assert_eq!(unknown.format, Some("table"));
    assert_eq!(unknown.reading.unread, ["combien"]);
    assert_eq!(unknown.reading.activities, []);
    assert_eq!(
        unknown.reading.skipped[0].reason,
        "no column of repetitions is known"
    );
}

#[test]
fn a_run_among_the_sets_may_last_longer_than_any_set() {
    let text = "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\",\"duration_seconds\",\"rpe\"\n\
        \"Long run\",\"3 Oct 2026, 08:00\",\"3 Oct 2026, 10:10\",\"\",\"Running\",,\"\",0,\"normal\",,,21.3,7342,\n\
        \"Core\",\"4 Oct 2026, 08:00\",\"4 Oct 2026, 10:10\",\"\",\"Plank\",,\"\",0,\"normal\",,,,7342,\n";
    let hevy = history(text);
    assert_eq!(lines(&hevy), ["2026-10-03 run \"Running\" 21300 m 7342 s"]);
    let skipped: Vec<u64> = hevy.reading.skipped.iter().map(|row| row.line).collect();
    assert_eq!(skipped, [3], "nobody holds a plank for two hours");
}

#[test]
fn strongs_notes_on_exercises_are_kept_and_its_rest_timers_are_not() {
    let header = "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\";\"Reps\";\"RPE\";\"Distance (meters)\";\"Seconds\";\"Notes\";\"Workout Notes\"\n";
    let row = |day: u32, exercise: &str, rest: &str| {
        format!(
            "\"1\";\"2026-02-0{day} 20:23:01\";\"Push\";\"2619\";\"{exercise}\";{rest};\"felt good\"\n"
        )
    };
    let text = [
        row(
            4,
            "Bench Press (Barbell)",
            "\"Note\";;;;;;\"Wide grip; strap\n3rd\"",
        ),
        row(4, "Bench Press (Barbell)", "\"1\";\"80.0\";\"10\";;;;\"\""),
        row(
            4,
            "Bench Press (Barbell)",
            "\"Rest Timer\";;;;;\"120.0\";\"\"",
        ),
        row(4, "Squat (Barbell)", "\"1\";\"62,5\";\"5\";;;;\"\""),
        row(4, "Squat (Barbell)", "\"Note\";;;;;;\"belt\""),
        row(6, "Squat (Barbell)", "\"1\";\"60\";\"5\";;;;\"\""),
    ]
    .concat();
    let read = history(format!("{header}{text}"));
    assert_eq!(read.reading.skipped, []);
    let notes: Vec<_> = read
        .reading
        .activities
        .iter()
        .map(|it| it.note.as_str())
        .collect();
    let first = "felt good\nBench Press (Barbell): Wide grip; strap\n3rd\nSquat (Barbell): belt";
    assert_eq!(notes, [first, "felt good"]);
}

#[test]
fn a_file_without_a_unit_asks_for_it() {
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2020-12-30 18:51:52,A,Squat,1,135,5\n";
    let silent = read(&file(text), &ReadOptions::default());
    assert_eq!(silent.reading.needs, [Need::MassUnit]);
    let report = report(&anna(), &[silent]);
    assert!(report.waits() && report.edits.is_empty());
    let pounds = ReadOptions {
        mass: Some(MassUnit::Pounds),
        ..ReadOptions::default()
    };
    assert_eq!(
        lines(&read(&file(text), &pounds)),
        ["2020-12-30 strength \"A\"; Squat: 5x61.23"]
    );
}

#[test]
fn hevy_in_kilograms_and_pounds_and_either_clock() {
    let header = |weight: &str, distance: &str| {
        format!(
            "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"{weight}\",\"reps\",\"{distance}\",\"duration_seconds\",\"rpe\"\n"
        )
    };
    let metric = header("weight_kg", "distance_km")
        + "\"Lower\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"Hack Squat (Machine)\",,\"\",0,\"warmup\",40,10,,,\n\
           \"Lower\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"Hack Squat (Machine)\",,\"\",1,\"normal\",80,6,,,8.5\n\
           \"Lower\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"Pull Up\",,\"\",0,\"failure\",,9,,,\n\
           \"Lower\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"Running\",,\"\",0,\"normal\",,,5,1500,\n";
    assert_eq!(
        told(&metric, "hevy"),
        [
            "2026-04-09 strength \"Lower\" 2820 s; Hack Squat (Machine): 10x40 w, 6x80 rir 1.5; Pull Up: 9 rir 0",
            "2026-04-09 run \"Running\" 5000 m 1500 s",
        ]
    );
    let imperial = header("weight_lbs", "distance_miles")
        + "\"Lower\",\"Apr 9, 2026, 5:18 PM\",\"Apr 9, 2026, 6:05 PM\",\"\",\"Squat (Barbell)\",,\"\",0,\"dropset\",135,6,,,\n";
    assert_eq!(
        told(&imperial, "hevy"),
        ["2026-04-09 strength \"Lower\" 2820 s; Squat (Barbell): 6x61.23 d"]
    );
}

#[test]
fn strengthlog_with_titles_that_are_not_quoted() {
    let header = "workout,start,end,exercise,weight,bodyweight,extraWeight,assistingWeight,distanceKM,distanceM,reps,rpm,time-per-500,calories,time,warmup,max,fail,checked,setComment,workoutComment,form,sleep,calories,stress\n";
    let rows = "Legs, heavy,1690735780000,1690738480000,Squat,100,,,,,,5,,,,,,,,true,,,,,,\n\
        Pull,1690835780000,1690838480000,Pull-up,,80,10,,,,6,,,,,,,,true,,,,,,\n\
        Pull,1690835780000,1690838480000,Pull-up,,80,,20,,,8,,,,,,,,true,,,,,,\n\
        Pull,1690835780000,1690838480000,Row,0,,,,,,0,,,,,,,,,,,,,,\n";
    assert_eq!(
        told(&format!("{header}{rows}"), "strengthlog"),
        [
            "2023-07-30 strength \"Legs, heavy\" 2700 s; Squat: 5x100",
            "2023-07-31 strength \"Pull\" 2700 s; Pull-up: 6x10, 8x-20",
        ]
    );
}

#[test]
fn fitnotes_fitbod_and_gymbook() {
    let fitnotes = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n\
        2024-02-03,Deadlift,Back,140.0,kgs,3,,,,\n2024-02-03,Plank,Abs,,,,,,0:01:30,\n2024-02-05,Deadlift,Back,145.0,kgs,3,,,,easy\n";
    assert_eq!(
        told(fitnotes, "fitnotes"),
        [
            "2024-02-03 strength \"\"; Deadlift: 3x140; Plank: 90s",
            "2024-02-05 strength \"\"; Deadlift: 3x145"
        ]
    );
    let pounds = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n2024-02-03,Deadlift,Back,225,3,,,\n";
    assert_eq!(
        told(pounds, "fitnotes"),
        ["2024-02-03 strength \"\"; Deadlift: 3x102.06"]
    );

    let fitbod = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n\
        2021-01-01 10:00:00 +0000,Back Squat,10,40.0,0.0,0.0,0.0,0.0,true,,1.0\n\
        2021-01-01 10:00:00 +0000,Back Squat,8,60.0,0.0,0.0,0.0,0.0,false,,1.0\n\
        2021-01-01 10:00:00 +0000,Plank,0,0.0,45.0,0.0,0.0,0.0,false,,1.0\n";
    assert_eq!(
        told(fitbod, "fitbod"),
        ["2021-01-01 strength \"\"; Back Squat: 10x40 w, 8x60; Plank: 45s"]
    );

    let gymbook = "Data;Allenamento;Esercizio;Peso;Ripetizioni;Note\n03.02.2024;Gambe;Squat con bilanciere;60,00 kg;8;\n03.02.2024;Gambe;Plank;0,00 kg;1;\n";
    assert_eq!(
        told(gymbook, "gymbook"),
        ["2024-02-03 strength \"Gambe\"; Squat con bilanciere: 8x60; Plank: 1"]
    );
}

#[test]
fn gymbook_as_the_app_writes_it_newest_first_with_skipped_sets() {
    let header = "Data,Programma,Orario,Esercizio,Zona,Gruppi muscolari (Primari),Gruppi muscolari (Secondari),Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato\n";
    let rows = "16/01/25,\"Giorno 2\",19:12,\"Corsa\",Gambe,\"Quadricipite\",,Set,\"12 minuti\",\"2,00\u{a0}km\",,No\n\
        16/01/25,\"Giorno 2\",18:40,\"Plank\",Addome,\"Addominali\",,Set,\"60\u{a0}secondi\",\"0,00\u{202f}kg\",,No\n\
        16/01/25,\"Giorno 2\",18:30,\"Squat con Bilanciere\",Gambe,\"Quadricipite\",\"Glutei\",Set,\"8\u{a0}ripetizioni\",\"62,50\u{202f}kg\",\"piano\",No\n\
        16/01/25,\"Giorno 2\",18:33,\"Squat con Bilanciere\",Gambe,\"Quadricipite\",\"Glutei\",Set,\"8\u{a0}ripetizioni\",\"62,50\u{202f}kg\",,Sì\n\
        14/01/25,\"Giorno 1\",18:00,\"Panca piana\",Petto,\"Pettorali\",,Set di riscaldamento,\"10\u{a0}ripetizioni\",\"20,00\u{202f}kg\",,No\n\
        14/01/25,\"Giorno 1\",18:05,\"Panca piana\",Petto,\"Pettorali\",,Set,\"5\u{a0}ripetizioni\",\"132,00\u{202f}lb\",,No\n";
    let wanted = [
        "2025-01-16 run \"Corsa\" 2000 m 720 s",
        "2025-01-16 strength \"Giorno 2\" 600 s; Plank: 60s; Squat con Bilanciere: 8x62.5",
        "2025-01-14 strength \"Giorno 1\" 300 s; Panca piana: 10x20 w, 5x59.87",
    ];
    assert_eq!(told(&format!("{header}{rows}"), "gymbook"), wanted);
    let utf16: Vec<u8> = format!("{header}{rows}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(lines(&history(utf16)), wanted);

    let german = "Datum,Training,Zeit,Übung,Bereich,Wiederholungen / Zeit,Gewicht / Strecke,Notizen,Übersprungen\n\
        08.04.23,Beine,17:05,Kniebeuge,Beine,5 Wiederholungen,\"82,5 kg\",,Nein\n";
    assert_eq!(
        told(german, "gymbook"),
        ["2023-04-08 strength \"Beine\"; Kniebeuge: 5x82.5"]
    );
}

#[test]
fn any_table_with_dates_and_sets_says_how_it_was_taken() {
    let read = history("Day;Lift;kg;Reps\n24/11/2025;Squat;62,5;5\n26/11/2025;Squat;65;5\n");
    assert_eq!(read.format, Some("table"));
    assert_eq!(
        lines(&read),
        [
            "2025-11-24 strength \"\"; Squat: 5x62.5",
            "2025-11-26 strength \"\"; Squat: 5x65"
        ]
    );
    let taken: Vec<_> = read
        .reading
        .mapping
        .iter()
        .map(|(header, meaning)| format!("{header}={meaning}"))
        .collect();
    assert_eq!(
        taken,
        [
            "day=date",
            "lift=exercise",
            "kg=weight in kg",
            "reps=repetitions"
        ]
    );
    let unclear = history("Date,Exercise,Weight (kg),Reps\n03/04/2025,Squat,60,5\n");
    assert_eq!(unclear.reading.needs, [Need::DayOrder]);
}

#[test]
fn fitnotes_writes_kilograms_in_more_than_one_way() {
    let kgs = "Date,Exercise,Category,Weight (kgs),Reps\n2024-02-03,Deadlift,Back,140.5,3\n";
    assert_eq!(
        told(kgs, "fitnotes"),
        ["2024-02-03 strength \"\"; Deadlift: 3x140.5"]
    );
    let either = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n\
        2026-01-15,Barbell Back Squat,Legs,100,,5,,,,,\n2026-01-15,Barbell Back Squat,Legs,,225,5,,,,,\n";
    assert_eq!(
        told(either, "fitnotes"),
        ["2026-01-15 strength \"\"; Barbell Back Squat: 5x100, 5x102.06"]
    );
}

#[test]
fn strong_numbers_its_warm_ups_and_drops() {
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n\
        2026-01-01 08:00:00,Push,Bench Press,W1,60,5\n2026-01-01 08:00:00,Push,Bench Press,W2,80,3\n\
        2026-01-01 08:00:00,Push,Bench Press,1,100,5\n2026-01-01 08:00:00,Push,Bench Press,d1,80,8\n";
    assert_eq!(
        told(text, "strong"),
        ["2026-01-01 strength \"Push\"; Bench Press: 5x60 w, 3x80 w, 5x100, 8x80 d"]
    );
}

/// Some programs write when each set was done, and none a title: sets that follow each other are one session, on the
/// clock that hung on the wall.
#[test]
fn sets_with_times_of_their_own_are_one_session() {
    let header = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n";
    let rows = [
        "2026-09-05 23:02:33 +0100,Lat Pulldown,10,20.0,0,0,0,0,true,,1\n",
        "2026-09-05 23:04:33 +0100,Lat Pulldown,10,33.0,0,0,0,0,false,,1\n",
        "2026-09-05 23:40:00 +0100,Plank,0,0,45,0,0,0,false,,1\n",
        "2026-09-05 07:00:00 +0100,Leg Press,10,80.0,0,0,0,0,false,,1\n",
    ];
    let evening = "2026-09-05 strength \"\" 2247 s; Lat Pulldown: 10x20 w, 10x33; Plank: 45s";
    let morning = "2026-09-05 strength \"\"; Leg Press: 10x80";
    assert_eq!(
        told(&format!("{header}{}", rows.concat()), "fitbod"),
        [evening, morning]
    );
    // Newest first, as other exports are.
    let backwards: String = rows.iter().rev().copied().collect();
    let read = told(&format!("{header}{backwards}"), "fitbod");
    assert!(
        read[1].contains("\"\" 2247 s; Plank: 45s; Lat Pulldown"),
        "{read:?}"
    );
}

#[test]
fn endurance_work_among_the_sets_is_a_session_of_its_own() {
    let header = "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\",\"duration_seconds\",\"rpe\"\n";
    let row = |exercise: &str, figures: &str| {
        format!(
            "\"Gym\",\"9 Apr 2026, 17:18\",\"9 Apr 2026, 18:05\",\"\",\"{exercise}\",,\"\",0,\"normal\",{figures},\n"
        )
    };
    let text = [
        row("Treadmill", ",,,900"),
        row("Squat (Barbell)", "80,5,,"),
        // Weights that are carried some way have no repetitions.
        row("Farmers Walk", "48,,0.04,"),
        row("Cycling", ",,12.5,1800"),
        // Neither a ride nor a row on the water.
        row("Seated Cable Row", "50,10,,"),
        row("Wall Sit", ",,,200"),
        row("Running Plank", ",,,30"),
    ]
    .concat();
    assert_eq!(
        told(&format!("{header}{text}"), "hevy"),
        [
            "2026-04-09 run \"Treadmill\" 900 s",
            "2026-04-09 strength \"Gym\" 2820 s; Squat (Barbell): 5x80; Farmers Walk: ?x48; Seated Cable Row: 10x50; Wall Sit: 200s; Running Plank: 30s",
            "2026-04-09 cross cycling \"Cycling\" 1800 s",
        ]
    );
    let strengthlog = "workout,start,end,exercise,weight,bodyweight,extraWeight,assistingWeight,distanceKM,distanceM,reps,rpm,time-per-500,calories,time,warmup,max,fail,checked,setComment,workoutComment,form,sleep,calories,stress\n\
        Cardio,1690735780000,1690738480000,Running,,,,,5.2,,,,,,00:28:30,false,false,false,1690738480000,,,,,,\n\
        Cardio,1690735780000,1690738480000,Sled Push,60,,,,,20,,,,,,false,false,false,1690738480000,,,,,,\n";
    assert_eq!(
        told(strengthlog, "strengthlog"),
        [
            "2023-07-30 run \"Running\" 5200 m 1710 s",
            "2023-07-30 strength \"Cardio\" 2700 s; Sled Push: ?x60",
        ]
    );
}
