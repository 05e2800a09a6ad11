//! The columns of a table with a row for each set.

use super::columns::{column, mapping, unread};
use super::table::Table;

/// The columns of such a table.
#[derive(Debug, Clone, Copy)]
pub struct SetColumns {
    /// The day, with or without a time.
    pub date: Option<usize>,
    /// The session's title.
    pub workout: Option<usize>,
    /// The exercise.
    pub exercise: Option<usize>,
    /// Number or letter of the set.
    pub order: Option<usize>,
    /// Weight in a unit that is said elsewhere, or nowhere.
    pub weight: Option<usize>,
    pub(super) weight_kg: Option<usize>,
    pub(super) weight_lb: Option<usize>,
    pub(super) weight_unit: Option<usize>,
    /// Repetitions.
    pub reps: Option<usize>,
    pub(super) rpe: Option<usize>,
    pub(super) distance: Option<usize>,
    pub(super) distance_m: Option<usize>,
    pub(super) distance_unit: Option<usize>,
    /// How long a set was held.
    pub seconds: Option<usize>,
    pub(super) note: Option<usize>,
    pub(super) workout_note: Option<usize>,
    /// How long the session lasted.
    pub workout_duration: Option<usize>,
    pub(super) warm_up: Option<usize>,
    /// How often the weight was held: 2 with a dumbbell in each hand. Only where a format says so.
    pub times_held: Option<usize>,
}

/// The fields by which columns are found, with their meaning for people.
const FIELDS: &[(&str, &str)] = &[
    ("date", "date"),
    ("workout", "session"),
    ("exercise", "exercise"),
    ("order", "set"),
    ("weight", "weight"),
    ("weight_kg", "weight in kg"),
    ("weight_lb", "weight in lb"),
    ("weight_unit", "unit of weight"),
    ("reps", "repetitions"),
    ("rpe", "RPE"),
    ("distance", "distance"),
    ("distance_m", "distance in m"),
    ("distance_unit", "unit of distance"),
    ("seconds", "seconds"),
    ("note", "note"),
    ("workout_note", "note of the session"),
    ("workout_duration", "duration of the session"),
    ("warm_up", "warm-up"),
];

const FAMILY: &str = "lifting";

impl SetColumns {
    /// Finds the columns by their headers.
    pub fn of(table: &Table) -> Self {
        let field = |name| column(table, FAMILY, name);
        Self {
            date: field("date"),
            workout: field("workout"),
            exercise: field("exercise"),
            order: field("order"),
            weight: field("weight"),
            weight_kg: field("weight_kg"),
            weight_lb: field("weight_lb"),
            weight_unit: field("weight_unit"),
            reps: field("reps"),
            rpe: field("rpe"),
            distance: field("distance"),
            distance_m: field("distance_m"),
            distance_unit: field("distance_unit"),
            seconds: field("seconds"),
            note: field("note"),
            workout_note: field("workout_note"),
            workout_duration: field("workout_duration"),
            warm_up: field("warm_up"),
            times_held: None,
        }
    }

    /// True when there is a column of weights.
    pub fn has_weight(&self) -> bool {
        self.weight.or(self.weight_kg).or(self.weight_lb).is_some()
    }

    /// Which header was taken for what.
    pub fn mapping(table: &Table) -> Vec<(String, String)> {
        mapping(table, FAMILY, FIELDS)
    }

    /// Which headers were not recognised.
    pub fn unread(table: &Table) -> Vec<String> {
        unread(table, FAMILY, FIELDS)
    }
}
