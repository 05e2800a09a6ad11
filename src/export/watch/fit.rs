//! A workout as a FIT file (FIT SDK, messages `file_id`, `workout`, `workout_step`).

use std::io::Cursor;

use chrono::{DateTime, Utc};
use embedded_io_adapters::std::FromStd;
use rustyfit::Encoder;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::{FIT, Message};

use crate::domain::{MassUnit, Pace};
use crate::export::ExportError;

use super::step::{Doing, Goal, StepRole, Until, WatchSport, WatchStep, WatchWorkout};

/// Most letters of a name: watches show no more.
const NAME_LETTERS: usize = 40;
/// Most letters of a note: with up to four bytes each they fit the 255 bytes of the format's field.
const NOTE_LETTERS: usize = 60;
/// FIT writes heart rates in beats a minute with this added; smaller figures are percent of the maximum.
const BPM_OFFSET: u32 = 100;

/// The file's bytes.
///
/// # Errors
///
/// [`ExportError::Data`] when the encoder refuses a message.
pub(super) fn fit(workout: &WatchWorkout, written: DateTime<Utc>) -> Result<Vec<u8>, ExportError> {
    let mut messages = vec![file_id(written), head(workout)];
    let steps = workout.steps.iter().zip(0_u16..);
    messages.extend(steps.map(|(step, place)| message(step, place)));
    let mut fit = FIT {
        messages,
        ..FIT::default()
    };
    let mut bytes = Cursor::new(Vec::new());
    Encoder::new()
        .encode(FromStd::new(&mut bytes), &mut fit)
        .map_err(|error| ExportError::Data(format!("{error:?}")))?;
    Ok(bytes.into_inner())
}

fn file_id(written: DateTime<Utc>) -> Message {
    let mut file = mesgdef::FileId::new();
    file.r#type = typedef::File::WORKOUT;
    file.manufacturer = typedef::Manufacturer::DEVELOPMENT;
    file.product = 1;
    file.serial_number = 1;
    file.time_created = typedef::DateTime::from_unix_timestamp(written.timestamp());
    file.into()
}

fn head(workout: &WatchWorkout) -> Message {
    let mut head = mesgdef::Workout::new();
    (head.sport, head.sub_sport) = match workout.sport {
        WatchSport::Run => (typedef::Sport::RUNNING, typedef::SubSport::GENERIC),
        WatchSport::Strength => (
            typedef::Sport::TRAINING,
            typedef::SubSport::STRENGTH_TRAINING,
        ),
    };
    head.num_valid_steps = u16::try_from(workout.steps.len()).unwrap_or(u16::MAX - 1);
    head.wkt_name = cut(&workout.name, NAME_LETTERS);
    head.wkt_description = cut(&workout.note, NOTE_LETTERS);
    head.into()
}

fn message(step: &WatchStep, place: u16) -> Message {
    let mut message = mesgdef::WorkoutStep::new();
    message.message_index = typedef::MessageIndex(place);
    match step {
        WatchStep::Repeat { first, times } => {
            message.duration_type = typedef::WktStepDuration::REPEAT_UNTIL_STEPS_CMPLT;
            message.duration_value = u32::try_from(*first).unwrap_or_default();
            message.target_type = typedef::WktStepTarget::OPEN;
            message.target_value = *times;
        }
        WatchStep::Do(doing) => fill(&mut message, doing),
    }
    message.into()
}

fn fill(message: &mut mesgdef::WorkoutStep, doing: &Doing) {
    message.wkt_step_name = cut(&doing.name, NAME_LETTERS);
    message.notes = cut(&doing.note, NOTE_LETTERS);
    (message.duration_type, message.duration_value) = match doing.until {
        // Milliseconds, and centimetres.
        Until::Time(time) => (typedef::WktStepDuration::TIME, time.0.saturating_mul(1000)),
        Until::Distance(distance) => (
            typedef::WktStepDuration::DISTANCE,
            (distance.m() * 100.0).round() as u32,
        ),
        Until::Reps(reps) => (typedef::WktStepDuration::REPS, reps),
        Until::Button => (typedef::WktStepDuration::OPEN, u32::MAX),
    };
    message.intensity = match doing.part {
        StepRole::WarmUp => typedef::Intensity::WARMUP,
        StepRole::Work => typedef::Intensity::ACTIVE,
        StepRole::Recovery => typedef::Intensity::RECOVERY,
        StepRole::Rest => typedef::Intensity::REST,
        StepRole::CoolDown => typedef::Intensity::COOLDOWN,
    };
    match doing.goal {
        Some(Goal::Pace { slow, fast }) => {
            message.target_type = typedef::WktStepTarget::SPEED;
            message.target_value = 0;
            message.custom_target_value_low = speed(slow);
            message.custom_target_value_high = speed(fast);
        }
        Some(Goal::HeartRate { low, high }) => {
            message.target_type = typedef::WktStepTarget::HEART_RATE;
            message.target_value = 0;
            message.custom_target_value_low = u32::from(low.0) + BPM_OFFSET;
            message.custom_target_value_high = u32::from(high.0) + BPM_OFFSET;
        }
        None => message.target_type = typedef::WktStepTarget::OPEN,
    }
    if let Some(exercise) = &doing.exercise {
        message.exercise_category = category(exercise);
    }
    if let Some((kg, unit)) = doing.load {
        message.set_exercise_weight_scaled(kg.kg());
        message.weight_display_unit = match unit {
            MassUnit::Kg => typedef::FitBaseUnit::KILOGRAM,
            MassUnit::Pounds => typedef::FitBaseUnit::POUND,
        };
    }
}

/// The speed of a pace, in millimetres a second.
fn speed(pace: Pace) -> u32 {
    (1_000_000.0 / pace.seconds_per_km().max(1.0)).round() as u32
}

/// Words in the id of an exercise, and the family that watches have it in; the first that is found counts.
fn category(exercise: &str) -> typedef::ExerciseCategory {
    use typedef::ExerciseCategory as Category;
    const FAMILIES: &[(&str, Category)] = &[
        ("calf", Category::CALF_RAISE),
        ("deadlift", Category::DEADLIFT),
        ("lunge", Category::LUNGE),
        ("split-squat", Category::LUNGE),
        ("jump", Category::PLYO),
        ("hop", Category::PLYO),
        ("bound", Category::PLYO),
        ("squat", Category::SQUAT),
        ("leg-press", Category::SQUAT),
        ("step-up", Category::SQUAT),
        ("leg-curl", Category::LEG_CURL),
        ("bridge", Category::HIP_RAISE),
        ("thrust", Category::HIP_RAISE),
        ("swing", Category::HIP_SWING),
        ("plank", Category::PLANK),
        ("push-up", Category::PUSH_UP),
        ("pull-up", Category::PULL_UP),
        ("chin-up", Category::PULL_UP),
        ("bench-press", Category::BENCH_PRESS),
        ("chest-press", Category::BENCH_PRESS),
        ("press", Category::SHOULDER_PRESS),
        ("row", Category::ROW),
        ("crunch", Category::CRUNCH),
        ("curl", Category::CURL),
    ];
    let family = FAMILIES.iter().find(|(word, _)| exercise.contains(word));
    family.map_or(Category::UNKNOWN, |(_, category)| *category)
}

/// The beginning of a text on one line.
fn cut(text: &str, letters: usize) -> Box<str> {
    let line = crate::export::words::one_line(text);
    line.chars().take(letters).collect::<String>().into()
}
