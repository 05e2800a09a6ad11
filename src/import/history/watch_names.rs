//! What a watch calls what was done: sessions, laps and exercises.

use rustyfit::profile::{mesgdef, typedef};

use crate::history::Sport;

use super::laps::{Lap, LapKind};
use super::sports::{is_just_running, kind_title};

/// A lap, and when it began in seconds since 1970.
pub struct WatchLap {
    /// The moment.
    pub start: i64,
    /// The lap.
    pub lap: Lap,
}

impl WatchLap {
    /// The lap of a message; `None` where it says no moment.
    pub fn of(message: &mesgdef::Lap) -> Option<Self> {
        let kind = match message.intensity {
            typedef::Intensity::REST | typedef::Intensity::RECOVERY => LapKind::Rest,
            typedef::Intensity::WARMUP
            | typedef::Intensity::COOLDOWN
            | typedef::Intensity::OTHER => LapKind::Around,
            _ => LapKind::Active,
        };
        Some(Self {
            start: message.start_time.unix_timestamp()?,
            lap: Lap {
                kind,
                seconds: message.total_timer_time_scaled().unwrap_or_default(),
                meters: message.total_distance_scaled().unwrap_or_default(),
            },
        })
    }
}

/// The title of a session: the name of the profile that its owner chose on the watch, or what was run on. Empty where
/// neither tells anything.
pub fn session_name(session: &mesgdef::Session, sport: &Sport) -> String {
    if *sport != Sport::Run {
        return String::new();
    }
    let profile = session.sport_profile_name.trim();
    if !profile.is_empty() && !is_just_running(profile) {
        return profile.to_owned();
    }
    let ground = match session.sub_sport {
        typedef::SubSport::TREADMILL => "treadmill run",
        typedef::SubSport::TRAIL => "trail run",
        typedef::SubSport::TRACK => "track run",
        typedef::SubSport::INDOOR_RUNNING => "indoor run",
        _ => "",
    };
    kind_title(ground)
}

/// The name of the watch for what was lifted, such as "goblet squat". Where the watch knows only the family of
/// exercises, the name says so, for a family is no exercise.
pub fn exercise_name(set: &mesgdef::Set) -> String {
    use typedef::ExerciseCategory as Category;
    let Some(category) = set.category.first().copied() else {
        return "exercise not named".to_owned();
    };
    let sub = set.category_subtype.first().copied().unwrap_or(u16::MAX);
    macro_rules! named {
        ($($category:ident => $name:ident),+ $(,)?) => {
            match category {
                $(Category::$category => typedef::$name(sub).to_string(),)+
                _ => String::new(),
            }
        };
    }
    let name = named!(
        BENCH_PRESS => BenchPressExerciseName, CALF_RAISE => CalfRaiseExerciseName, CARRY => CarryExerciseName,
        CHOP => ChopExerciseName, CORE => CoreExerciseName, CRUNCH => CrunchExerciseName, CURL => CurlExerciseName,
        DEADLIFT => DeadliftExerciseName, FLYE => FlyeExerciseName, HIP_RAISE => HipRaiseExerciseName,
        HIP_STABILITY => HipStabilityExerciseName, HYPEREXTENSION => HyperextensionExerciseName,
        LATERAL_RAISE => LateralRaiseExerciseName, LEG_CURL => LegCurlExerciseName, LEG_RAISE => LegRaiseExerciseName,
        LUNGE => LungeExerciseName, OLYMPIC_LIFT => OlympicLiftExerciseName, PLANK => PlankExerciseName,
        PLYO => PlyoExerciseName, PULL_UP => PullUpExerciseName, PUSH_UP => PushUpExerciseName, ROW => RowExerciseName,
        SHOULDER_PRESS => ShoulderPressExerciseName, SHRUG => ShrugExerciseName, SIT_UP => SitUpExerciseName,
        SQUAT => SquatExerciseName, TOTAL_BODY => TotalBodyExerciseName, TRICEPS_EXTENSION => TricepsExtensionExerciseName,
    );
    // Numbers that the profile does not know are printed with brackets.
    if name.is_empty() || name.contains('(') {
        return format!(
            "{} (which one is not said)",
            category.to_string().replace('_', " ")
        );
    }
    name.replace('_', " ")
}
