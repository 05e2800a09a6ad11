//! How figures are written and read: one notation for the screen, paper, fields and plan text, in the athlete's units.
//!
//! Durations, distances, paces, loads, doses and the steps of a run are printed and read nowhere else. What a [`Style`]
//! changes is how the parts are set, never the words or the figures: an hour is "1 h", a standing pause is "standing",
//! and ten kilograms more than the body are "bodyweight + 10 kg" wherever people read them. What is to be typed over is
//! in [`Style::Input`], the notation of plan text, and reads back as exactly the same value.
//!
//! The form of doses and loads in files is none of this; it belongs to the types in `domain`.

mod doubtful_length;
mod exact;
mod figures;
mod lifting;
mod measure;
mod pace;
pub mod quantities;
mod running;
mod steps;
mod targets;
pub mod times;
mod typed_load;
mod words;
mod written_number;

#[cfg(test)]
mod tests;

pub use crate::domain::limits;
pub use doubtful_length::{LengthOf, two_readings};
pub use exact::{distance_word, duration_word, extent_word, load_word, pace_word, race_time_word};
pub use figures::{
    clock, distance, distance_figure, distance_in, distance_unit, mass, mass_in, mass_unit,
    minutes, number, pace, pace_range, raced_distance, rest, rounded_distance, rounded_mass, rpe,
    seconds, whole_minutes,
};
pub use lifting::{Dose, dose, effort, effort_advice, load, parse_dose, parse_load, reps};
pub use measure::{Amount, Measure, Parsed, measure, minutes_and_seconds, whole_seconds};
pub use pace::pace as read_pace;
pub use running::{RECOVERIES, recovery_style, recovery_word, step, step_distance, target};
pub use steps::{EXAMPLE, parse_step, parse_steps, step_field, steps_hint, times};
pub use targets::{exertion, heart_rate, named_pace};
pub use typed_load::typed_load;

/// Where a figure stands, which decides how its parts are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// In the window, where there is room for signs: "6 × 800 m @ 4:05 /km · 400 m jog".
    Screen,
    /// On paper and in files for people, in sentences: "6 × 800 m @ 4:05 /km, 400 m jog".
    Paper,
    /// To be typed over, and in plan text: `6x800m @4:05/km jog 400m`. Reads back as the same value.
    Input,
}
