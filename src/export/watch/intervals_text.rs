//! A workout as text for the calendar of intervals.icu, where `m` is minutes and `mtr` metres.

use crate::domain::{DistanceUnit, Meters, Seconds};
use crate::notation::{number, pace, whole_minutes};

use super::step::{Doing, Goal, StepRole, Until, WatchStep, WatchWorkout};

/// The steps, a line each; repeated ones stand in a block of their own under how often they are done.
pub(super) fn intervals_text(workout: &WatchWorkout, unit: DistanceUnit) -> String {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    for (place, step) in workout.steps.iter().enumerate() {
        match step {
            WatchStep::Do(doing) => open.push((place, line(doing, unit))),
            WatchStep::Repeat { first, times } => {
                let start = open.iter().position(|(place, _)| place >= first);
                let repeated = open.split_off(start.unwrap_or(open.len()));
                close(&mut open, &mut blocks);
                let lines = repeated.into_iter().map(|(_, line)| line);
                blocks.push(std::iter::once(format!("{times}x")).chain(lines).collect());
            }
        }
    }
    close(&mut open, &mut blocks);
    let blocks: Vec<String> = blocks.iter().map(|block| block.join("\n")).collect();
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn close(open: &mut Vec<(usize, String)>, blocks: &mut Vec<Vec<String>>) {
    if !open.is_empty() {
        blocks.push(open.drain(..).map(|(_, line)| line).collect());
    }
}

/// "- Warm-up 2km", "- Run 800mtr 3:59-4:11/km Pace".
fn line(doing: &Doing, unit: DistanceUnit) -> String {
    let mut parts = vec!["-".to_owned(), doing.name.clone()];
    match doing.until {
        Until::Time(time) => parts.push(time_word(time)),
        Until::Distance(distance) => parts.push(distance_word(distance, unit)),
        Until::Reps(reps) => parts.push(format!("{reps} reps")),
        Until::Button => {}
    }
    match doing.goal {
        Some(Goal::Pace { slow, fast }) => {
            let fast = pace(fast, unit);
            let fast = fast.split(' ').next().unwrap_or_default();
            parts.push(format!("{fast}-{} Pace", pace(slow, unit).replace(' ', "")));
        }
        Some(Goal::HeartRate { low, high }) => parts.push(format!("{}-{}bpm HR", low.0, high.0)),
        None if !doing.note.is_empty() => parts.push(format!("({})", doing.note)),
        None if doing.part == StepRole::WarmUp => parts.push("(easy)".to_owned()),
        None => {}
    }
    parts.join(" ")
}

fn time_word(time: Seconds) -> String {
    match whole_minutes(time) {
        (0, seconds) => format!("{seconds}s"),
        (minutes, 0) => format!("{minutes}m"),
        (minutes, seconds) => format!("{minutes}m{seconds}s"),
    }
}

fn distance_word(distance: Meters, unit: DistanceUnit) -> String {
    let meters = distance.m().round();
    if meters < 1000.0 {
        return format!("{meters}mtr");
    }
    match unit {
        DistanceUnit::Km => format!("{}km", number(distance.km(), 3)),
        DistanceUnit::Miles => format!("{}mi", number(distance.miles(), 3)),
    }
}
