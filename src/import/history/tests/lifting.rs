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
    let french = "Date;Nom de l'entraînement;Nom de l'exercice;Ordre de la série;Poids;Unité de poids;Rép;RPE\n\
        2023-07-30 16:49:28;Jambes;Développé couché (Barre);1;60,5;kg;8;\n";
    assert_eq!(
        told(french, "strong"),
        ["2023-07-30 strength \"Jambes\"; Développé couché (Barre): 8x60.5"]
    );
    let third = "\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\";\"Reps\";\"RPE\";\"Distance (meters)\";\"Seconds\";\"Notes\";\"Workout Notes\"\n\
        \"1\";\"2024-01-05 07:10:00\";\"Push\";\"3120\";\"Bench Press (Barbell)\";\"1\";\"70.0\";\"5\";\"\";\"\";\"\";\"\";\"\"\n";
    let read = told(third, "strong");
    assert!(read[0].contains("Bench Press (Barbell): 5x70"), "{read:?}");
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
