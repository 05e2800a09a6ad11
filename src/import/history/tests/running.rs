//! Tables of activities.

use super::*;
use crate::history::Need;
use crate::import::history::is_history;

#[test]
fn strava_reads_the_column_that_says_metres_and_moves_moments_to_local_time() {
    let text = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Elapsed Time,Moving Time,Distance,Max Heart Rate,Average Heart Rate\n\
        81,\"Oct 6, 2022, 11:19:20 PM\",Evening Run,Run,,1800,5.01,170,,false,1800.0,1750.0,5012.3,171.0,150.5\n\
        82,\"Oct 7, 2022, 6:00:00 AM\",Lunch Ride,Ride,,3600,20.00,,,false,3600.0,3500.0,20000.0,,\n\
        83,\"Oct 8, 2022, 6:00:00 AM\",Gym,Weight Training,,2700,0.00,,,false,2700.0,2700.0,0.0,,\n";
    let zone = ReadOptions {
        zone: |utc| utc.naive_utc() + chrono::Duration::hours(2),
        ..ReadOptions::default()
    };
    let read = read(&file(text), &zone);
    assert_eq!(read.format, Some("strava"));
    assert_eq!(read.reading.needs, []);
    assert_eq!(
        lines(&read),
        [
            "2022-10-07 run \"Evening Run\" 5012 m 1750 s",
            "2022-10-07 cross ride \"Lunch Ride\" 3600 s",
            "2022-10-08 strength \"Gym\" 2700 s",
        ]
    );
    let run = read.reading.activities[0].run.clone();
    assert_eq!(
        (run.hr_average.unwrap().0, run.hr_max.unwrap().0),
        (151, 171)
    );
    assert_eq!(read.reading.activities[0].key, "81");
}

#[test]
fn strava_in_the_language_of_the_account() {
    let german = "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Verstrichene Zeit,Bewegungszeit,Distanz,Höhenzunahme,Max. Herzfrequenz,Durchschnittliche Herzfrequenz\n\
        91,\"02.06.2024, 05:30:00\",Morgenlauf,Lauf,,2880,\"8,05\",170,50,false,2880.0,2720.5,8053.7,61.2,171.0,149.0\n\
        92,\"03.06.2024, 16:00:00\",Kraft,Gewichtstraining,,2700,\"0,00\",,,false,2700.0,2700.0,0.0,,,\n";
    let read = history(german);
    assert_eq!(read.format, Some("strava"));
    assert_eq!(read.reading.needs, []);
    assert_eq!(
        lines(&read),
        [
            "2024-06-02 run \"Morgenlauf\" 8054 m 2721 s",
            "2024-06-03 strength \"Kraft\" 2700 s",
        ]
    );
    let run = read.reading.activities[0].run.clone();
    assert_eq!(run.ascent.map(|m| m.m().round()), Some(61.0));
    assert_eq!(run.hr_max.map(|bpm| bpm.0), Some(171));
    assert_eq!(read.reading.activities[0].key, "91");
}

#[test]
fn strava_of_old_has_tags_in_headers_or_other_names() {
    let tags = "Activity ID,Activity Date,<span>Activity Name</span>,Activity Type,Distance\n1,2015-05-01 06:00:00,Run,Run,5.0\n";
    assert_eq!(lines(&history(tags)), ["2015-05-01 run \"Run\" 5000 m"]);
    let older =
        "id,date,name,type,distance,elapsed_time\n1,2014-05-01 06:00:00,Run,Run,5000.0,1500\n";
    assert_eq!(
        lines(&history(older)),
        ["2014-05-01 run \"Run\" 5000 m 1500 s"]
    );
}

#[test]
fn garmin_in_nine_languages() {
    for (header, kind) in [
        (
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Total Ascent",
            "Running",
        ),
        (
            "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,Anstieg gesamt",
            "Laufen",
        ),
        (
            "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima,Ascenso total",
            "Carrera",
        ),
        (
            "Tipo di attività,Data,Preferito,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,Ascesa totale",
            "Corsa",
        ),
        (
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,Fréquence cardiaque maximale,Ascension totale",
            "Course à pied",
        ),
        (
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Totale stijging",
            "Hardlopen",
        ),
        (
            "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,Maksymalne tętno,Całkowity wznios",
            "Bieganie",
        ),
        (
            "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gns. puls,Maks. puls,Samlet stigning",
            "Løb",
        ),
        (
            "Tevékenység típusa,Dátum,Kedvenc,Cím,Távolság,Kalória,Idő,Átlagos pulzusszám,Max. pulzusszám,Teljes emelkedés",
            "Futás",
        ),
        // Not asked for, but written in the same way.
        (
            "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Totale kalorier,Tid,Gjennomsnittlig puls,Makspuls,Total stigning",
            "Løping",
        ),
        (
            "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,FC máxima,Subida total",
            "Corrida",
        ),
    ] {
        let text = format!(
            "{header}\n{kind},2024-11-11 19:18:38,false,\"Round\",\"4.85\",\"286\",\"00:25:16\",\"142\",\"186\",\"--\"\n"
        );
        let read = history(&text);
        assert_eq!(read.format, Some("garmin"), "{header}");
        assert_eq!(
            lines(&read),
            ["2024-11-11 run \"Round\" 4850 m 1516 s"],
            "{header}"
        );
        let run = read.reading.activities[0].run.clone();
        assert_eq!(
            (
                run.hr_average.map(|b| b.0),
                run.hr_max.map(|b| b.0),
                run.ascent
            ),
            (Some(142), Some(186), None),
            "{header}"
        );
    }
}

#[test]
fn strava_in_spanish_and_french_tells_the_heart_and_the_weights() {
    let spanish = "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Tiempo transcurrido,Distancia,Ritmo cardiaco máximo,Tiempo en movimiento,Distancia,Ritmo cardiaco máximo,Ritmo cardíaco promedio,Desnivel positivo\n\
        81,\"6 oct 2022, 19:19:20\",Carrera,Carrera,1800,5.01,170,1750.0,5012.3,171.0,150.5,30\n";
    let run = history(spanish).reading.activities[0].run.clone();
    let hearts = (run.hr_average.map(|it| it.0), run.hr_max.map(|it| it.0));
    assert_eq!(
        (hearts, run.ascent.map(crate::domain::Meters::m)),
        ((Some(151), Some(171)), Some(30.0))
    );
    let french = "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Temps écoulé,Distance\n\
        82,\"6 oct. 2022, 19:19:20\",Salle,Entraînement aux poids,1800,0.00\n";
    assert_eq!(history(french).reading.activities[0].sport, Sport::Strength);
}

#[test]
fn garmin_in_polish_and_dutch_has_yoga_walks_and_time_in_motion() {
    let polish = "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Suma kalorii,Czas,Średnie tętno,Maksymalne tętno,Całkowity wznios,Czas ruchu\n\
        Joga,2026-01-01 10:00:00,false,\"Joga\",\"--\",\"50\",\"00:30:00\",\"80\",\"100\",\"--\",\"00:30:00\"\n\
        Trening siłowy,2026-01-02 10:00:00,false,\"Siła\",\"0.00\",\"200\",\"00:30:00\",\"120\",\"150\",\"--\",\"00:29:00\"\n\
        Chodzenie,2026-01-04 10:00:00,false,\"Spacer\",\"2.50\",\"100\",\"00:30:00\",\"100\",\"120\",\"10\",\"00:30:00\"\n";
    let read = history(polish);
    let sports: Vec<_> = read
        .reading
        .activities
        .iter()
        .map(|it| it.sport.clone())
        .collect();
    assert_eq!(
        sports,
        [
            Sport::Mobility,
            Sport::Strength,
            Sport::Cross("chodzenie".to_owned())
        ]
    );
    let dutch = "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Tijd bewogen,Verstreken tijd\n\
        Hardlopen,2026-01-05 10:00:00,false,\"Rondje\",\"10,02\",\"700\",\"00:55:00\",\"150\",\"172\",\"00:54:40\",\"00:57:10\"\n";
    let run = history(dutch).reading.activities[0].run.clone();
    assert_eq!(run.moving.map(|time| time.0), Some(3280));
}

#[test]
fn garmin_with_decimal_commas_other_sports_and_no_unit() {
    let text = "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Balance,Zeit\n\
        Laufbandtraining,2024-11-11 19:18:38,false,\"Band\",\"4,85\",\"286\",\"00:25:16\",\"49.4% L / 50.6% R\",\"--\"\n\
        Krafttraining,2023-07-16 08:33:30,false,\"Kraft\",\"0,00\",\"150\",\"00:45:00\",\"--\",\"--\"\n";
    assert_eq!(
        lines(&history(text)),
        [
            "2024-11-11 run \"Band\" 4850 m 1516 s",
            "2023-07-16 strength \"Kraft\" 2700 s"
        ]
    );
    let silent = read(&file(text), &ReadOptions::default());
    assert_eq!(silent.reading.needs, [Need::DistanceUnit]);
    let miles = ReadOptions {
        distance: Some(DistanceUnit::Miles),
        ..ReadOptions::default()
    };
    assert!(lines(&read(&file(text), &miles))[0].contains(" 7805 m"));
}

#[test]
fn intervals_trainingpeaks_and_runalyze() {
    let icu = "\u{feff}id,type,start_date_local,name,moving_time,distance,average_heartrate,icu_rpe,icu_training_load\ni1,Run,2025-01-02T07:00:00,Morning,1800,5000.0,140,6,40\n";
    let read = history(icu);
    assert_eq!(read.format, Some("intervals.icu"));
    assert_eq!(lines(&read), ["2025-01-02 run \"Morning\" 5000 m 1800 s"]);
    assert_eq!(read.reading.activities[0].rpe.unwrap().value(), 6.0);

    let peaks = "Title,WorkoutType,WorkoutDescription,PlannedDuration,PlannedDistanceInMeters,WorkoutDay,CoachComments,DistanceInMeters,TimeTotalInHours,HeartRateAverage,HeartRateMax,Rpe,Feeling\n\
        Easy,Run,Zone 2,1,,2025-01-02,Nice,9500,0.9,138,160,3,7\nPlanned only,Run,,1,10000,2025-01-03,,,,,,,\n";
    let peaks = history(peaks);
    assert_eq!(peaks.format, Some("trainingpeaks"));
    assert_eq!(lines(&peaks), ["2025-01-02 run \"Easy\" 9500 m 3240 s"]);
    assert!(peaks.reading.activities[0].note.contains("Coach: Nice"));

    let runalyze =
        "date,sport,title,distance,s,trimp,hr\n2025-01-02,Running,Loop,10.2,3000,60,140\n";
    let runalyze = history(runalyze);
    assert_eq!(runalyze.format, Some("runalyze"));
    assert_eq!(lines(&runalyze), ["2025-01-02 run \"Loop\" 10200 m 3000 s"]);
}

#[test]
fn garmin_in_italian_as_connect_writes_it() {
    let text = "Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media\n\
        Corsa,2026-07-01 07:00:00,false,\"Roma Corsa\",\"8,05\",\"520\",\"00:44:10\",\"141\"\n";
    let file = history(text);
    assert_eq!(file.format, Some("garmin"));
    assert_eq!(
        lines(&file),
        ["2026-07-01 run \"Roma Corsa\" 8050 m 2650 s"]
    );
}

/// Raw exports have a figure for each sport, which every account gives anew.
#[test]
fn runalyze_with_figures_for_sports_takes_as_runs_what_is_as_fast_as_running() {
    let text = "\"sportid\";\"time\";\"s\";\"distance\";\"trimp\";\"title\"\n\
        \"81\";\"1782892800\";\"2650.00\";\"8.053\";\"60\";\"Lauf\"\n\
        \"82\";\"1782979200\";\"3600.00\";\"31.200\";\"60\";\"Rad\"\n\
        \"81\";\"1783065600\";\"3000.00\";\"9.000\";\"60\";\"\"\n\
        \"83\";\"1783152000\";\"1800.00\";\"\";\"60\";\"Kraft\"\n";
    let file = history(text);
    assert_eq!(file.format, Some("runalyze"));
    let told: Vec<String> = lines(&file)
        .iter()
        .filter_map(|line| Some(line.split_once(' ')?.1.to_owned()))
        .collect();
    assert_eq!(
        told,
        [
            "run \"Lauf\" 8053 m 2650 s",
            "cross  \"Rad\" 3600 s",
            "run \"\" 9000 m 3000 s",
            "cross  \"Kraft\" 1800 s",
        ]
    );
}

#[test]
fn columns_may_have_their_unit_behind_the_name_and_what_is_not_read_is_named() {
    for (headers, cells) in [
        (
            "Datum;Strecke (km);Dauer (min);Schuhe",
            "01.07.2026;8,1;45;Pegasus",
        ),
        (
            "Datum;Distanz [km];Zeit;Schuhe",
            "01.07.2026;8,1;0:45:00;Pegasus",
        ),
        (
            "Datum;Strecke (m);Dauer (s);Schuhe",
            "01.07.2026;8100;2700;Pegasus",
        ),
        (
            "Datum;Strecke (km);Dauer (h);Schuhe",
            "01.07.2026;8,1;0,75;Pegasus",
        ),
    ] {
        let file = history(format!("{headers}\n{cells}\n"));
        assert_eq!(
            lines(&file),
            ["2026-07-01 run \"\" 8100 m 2700 s"],
            "{headers}"
        );
        assert_eq!(file.reading.unread, ["schuhe"], "{headers}");
    }
}

#[test]
fn any_table_with_dates_and_distances_is_taken_as_runs() {
    let read = history("Date,Distance (km),Time\n2025-01-02,10.5,52:30\n");
    assert_eq!(read.format, Some("table"));
    assert_eq!(lines(&read), ["2025-01-02 run \"\" 10500 m 3150 s"]);
    assert!(!read.reading.mapping.is_empty());
}

/// A table of no known program that is dropped is what was done where all of it lies behind, and a plan else.
#[test]
fn a_table_of_the_past_is_history_and_one_of_days_to_come_a_plan() {
    let today = day("2025-01-10");
    let is = |text: &str| is_history(text.as_bytes(), today);
    assert!(is(
        "Datum;Strecke;Zeit\n02.01.2025;10,5;00:52:30\n09.01.2025;8;00:41:10\n"
    ));
    assert!(is("Date,Exercise,kg,Reps\n2025-01-02,Squat,60,5\n"));
    assert!(!is(
        "Datum;Strecke;Zeit\n02.01.2025;10,5;00:52:30\n12.01.2025;8;00:41:10\n"
    ));
    assert!(!is("Date,Distance (km)\n2025-01-02,10.5\n"));
    assert!(!is("Week,Mon,Tue\n1,easy 5 km,rest\n"));
}

#[test]
fn garmin_writes_runs_on_a_track_in_metres() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n\
        Track Running,2025-10-15 18:01:12,false,Intervals,\"6,640\",513,00:38:51\n\
        Running,2025-10-16 18:01:12,false,Easy,\"8.05\",513,00:48:51\n\
        Running,2025-10-17 18:01:12,false,Ride home,\"25.00\",10,00:20:00\n";
    let read = history(text);
    assert_eq!(
        lines(&read),
        [
            "2025-10-15 run \"Intervals\" 6640 m 2331 s",
            "2025-10-16 run \"Easy\" 8050 m 2931 s"
        ]
    );
    let skipped = &read.reading.skipped[0];
    assert_eq!(
        (skipped.line, skipped.reason.as_str()),
        (4, "a run of 25.0 km in 20 min is not believable")
    );
}

/// An older table of Strava says of its moments that they are in UTC, and is moved to local time once.
#[test]
fn strava_moves_moments_to_local_time_once() {
    let east = ReadOptions {
        zone: |utc| utc.naive_utc() + chrono::TimeDelta::hours(5),
        ..options()
    };
    let row = |date: &str| {
        format!("id,date,name,type,distance,moving_time\n7,{date},Morning,Run,5000,1500\n")
    };
    for date in ["2024-05-01T20:30:00Z", "2024-05-01 20:30:00"] {
        let read = read(&file(row(date)), &east);
        let activity = &read.reading.activities[0];
        assert_eq!(
            format!("{} {}", activity.date, activity.time.unwrap()),
            "2024-05-02 01:30:00",
            "{date}"
        );
    }
}
