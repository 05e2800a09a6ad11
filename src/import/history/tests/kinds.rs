//! Which kind of run a record becomes, by what its file tells of how hard it was.

use super::*;
use crate::domain::{Bpm, RunKind};

/// The kinds of runs that come in, in the order of their days, and how many of which nothing told it.
fn kinds(athlete: &Athlete, files: &[FileHistory]) -> (Vec<RunKind>, usize) {
    let report = report(athlete, files);
    let mut athlete = athlete.clone();
    edit::apply(&mut athlete, &report.edits, Stamp::default());
    let mut sessions = athlete.sessions.all().to_vec();
    sessions.sort_by_key(|session| session.date);
    let kinds = sessions.iter().filter_map(|it| Some(it.plan.run()?.kind));
    (kinds.collect(), report.untold().runs)
}

#[test]
fn trainingpeaks_minutes_in_zones_say_how_hard_a_run_was() {
    let text = "Title,WorkoutType,WorkoutDay,DistanceInMeters,TimeTotalInHours,HRZone1Minutes,HRZone2Minutes,HRZone3Minutes,HRZone4Minutes,HRZone5Minutes\n\
        Running,Run,2026-07-01,8000,0.75,20,24,1,0,0\n\
        Running,Run,2026-07-02,8000,0.75,5,10,28,2,0\n\
        Running,Run,2026-07-03,8000,0.75,10,10,5,15,5\n\
        Running,Run,2026-07-04,8000,0.75,,,,,\n";
    let wanted = vec![
        RunKind::Easy,
        RunKind::Steady,
        RunKind::Tempo,
        RunKind::Easy,
    ];
    assert_eq!(kinds(&anna(), &[history(text)]), (wanted, 1));
}

#[test]
fn heart_rates_tell_it_where_the_athletes_highest_is_known() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n\
        Running,2026-07-01 07:00:00,false,Leeds Running,8.00,286,00:45:00,140\n\
        Running,2026-07-02 07:00:00,false,Leeds Running,8.00,286,00:40:00,160\n\
        Running,2026-07-03 07:00:00,false,Leeds Running,8.00,286,00:36:00,172\n\
        Running,2026-07-04 07:00:00,false,Leeds Running,8.00,286,00:45:00,--\n";
    let mut anna = anna();
    let unknown = report(&anna, &[history(text)]).untold();
    assert_eq!((unknown.runs, unknown.with_heart_rate), (4, 3));
    anna.profile.heart_rate.max = Some(Bpm(190));
    let wanted = vec![
        RunKind::Easy,
        RunKind::Steady,
        RunKind::Tempo,
        RunKind::Easy,
    ];
    assert_eq!(kinds(&anna, &[history(text)]), (wanted, 1));
}

#[test]
fn programs_that_name_the_kind_of_workout_are_believed() {
    let strava = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Perceived Exertion,Competition,Long Run\n\
        1,\"Jul 1, 2026, 7:00:00 AM\",Morning Run,Run,2700,8.0,,1.0,0.0\n\
        2,\"Jul 2, 2026, 7:00:00 AM\",Morning Run,Run,2700,8.0,,0.0,1.0\n\
        3,\"Jul 3, 2026, 7:00:00 AM\",Morning Run,Run,2700,8.0,8.0,0.0,0.0\n";
    let wanted = vec![RunKind::Race, RunKind::Long, RunKind::Tempo];
    assert_eq!(kinds(&anna(), &[history(strava)]), (wanted, 0));
    let runalyze = "date,sport,type,distance,s,trimp,title\n\
        2026-07-01 07:00:00,Running,Interval training,8.000,2700,60,\n\
        2026-07-02 07:00:00,Running,Fartlek,8.000,2700,60,\n";
    let wanted = vec![RunKind::Intervals, RunKind::Fartlek];
    assert_eq!(kinds(&anna(), &[history(runalyze)]), (wanted, 0));
}
