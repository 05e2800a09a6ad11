//! The sessions that the rows of a table of sets belong to. A run among the sets, or an hour on a bicycle, becomes a
//! session of its own.

use std::collections::HashMap;

use crate::domain::{Meters, Seconds, SetLog};
use crate::history::{Activity, FileContents, Sport};

use super::dates::Moment;
use super::limits;
use super::set_cells::add_line;
use super::sports::{ExerciseKind, ExerciseKinds};

/// From how many seconds on a row without repetitions is endurance work, where its name says so: no drill and no hold
/// is that long.
const LEAST_ENDURANCE_SECONDS: u32 = 180;

/// What a row says.
pub struct SetRow<'r> {
    /// Its line in the file, from 1.
    pub line: u64,
    /// When the session began, or the set.
    pub when: Moment,
    /// The title of the session.
    pub title: &'r str,
    /// The exercise.
    pub exercise: &'r str,
    /// The set.
    pub set: SetLog,
    /// Metres gone with it.
    pub meters: Option<f64>,
    /// What is said of it.
    pub note: Note<'r>,
}

/// Words behind a set.
#[derive(Clone, Copy)]
pub enum Note<'r> {
    /// Of the set.
    OfSet(&'r str),
    /// Of the exercise, repeated at each of its sets.
    OfExercise(&'r str),
}

/// What a format knows of a whole session.
#[derive(Default)]
pub struct About {
    /// What is said of it.
    pub note: String,
    /// How long it lasted.
    pub duration: Option<Seconds>,
}

/// What was done in a row.
enum Done {
    Set(SetLog),
    Run(Option<Meters>, Option<u32>),
    Cross(u32),
}

/// The sessions of one reading.
pub struct SetSessions {
    system: &'static str,
    /// Where sessions stand among the activities, by what they are known by.
    places: HashMap<String, usize>,
    /// What the row's session is known by.
    key: String,
    kinds: ExerciseKinds,
}

impl SetSessions {
    /// None yet. `system` is what their ids belong to.
    pub fn new(system: &'static str) -> Self {
        Self {
            system,
            places: HashMap::new(),
            key: String::new(),
            kinds: ExerciseKinds::default(),
        }
    }

    /// True for the name of a run.
    pub fn is_run(&mut self, exercise: &str) -> bool {
        self.kinds.kind(exercise) == ExerciseKind::Run
    }

    /// Enters a row. A set goes into the session at the place `open` where there is one. Else `write_key` writes what
    /// its session is known by, for endurance work with the name that it is given, and `about` tells of a session that
    /// begins with it. Gives the place of the session where the row is a set.
    ///
    /// # Errors
    ///
    /// In words, why the row cannot be true.
    pub fn enter(
        &mut self,
        row: &SetRow,
        open: Option<usize>,
        reading: &mut FileContents,
        write_key: impl FnOnce(&mut String, Option<&str>),
        about: impl FnOnce() -> About,
    ) -> Result<Option<usize>, String> {
        let Some(done) = self.done(row)? else {
            return Ok(None);
        };
        let error = match done {
            Done::Set(set) => limits::set_error(&set),
            // A run or a ride may be longer than any set.
            Done::Run(_, seconds) => seconds.and_then(limits::session_error),
            Done::Cross(seconds) => limits::session_error(seconds),
        };
        if let Some(reason) = error {
            return Err(reason);
        }
        let apart = (!matches!(done, Done::Set(_))).then_some(row.exercise);
        let place = match open.filter(|_| apart.is_none()) {
            Some(place) => place,
            None => self.place(row, &done, apart, reading, write_key, about),
        };
        if let Some(activity) = reading.activities.get_mut(place) {
            add(activity, row, &done);
        }
        Ok(apart.is_none().then_some(place))
    }

    /// Where the row's session stands, which is begun where it is not there yet.
    fn place(
        &mut self,
        row: &SetRow,
        done: &Done,
        apart: Option<&str>,
        reading: &mut FileContents,
        write_key: impl FnOnce(&mut String, Option<&str>),
        about: impl FnOnce() -> About,
    ) -> usize {
        self.key.clear();
        write_key(&mut self.key, apart);
        if let Some(place) = self.places.get(&self.key) {
            return *place;
        }
        let place = reading.activities.len();
        let about = about();
        let sport = match done {
            Done::Set(_) => Sport::Strength,
            Done::Run(..) => Sport::Run,
            Done::Cross(_) => Sport::Cross(row.exercise.to_lowercase()),
        };
        reading.activities.push(Activity {
            time: row.when.time,
            title: apart.unwrap_or(row.title).to_owned(),
            note: about.note,
            // Endurance work lasts as long as its rows say.
            duration: about.duration.filter(|_| apart.is_none()),
            line: row.line,
            ..Activity::new(self.system, self.key.clone(), row.when.date, sport)
        });
        self.places.insert(self.key.clone(), place);
        place
    }

    /// What was done; `None` for nothing, as rows of sets that were left out have it.
    fn done(&mut self, row: &SetRow) -> Result<Option<Done>, String> {
        let (set, meters) = (row.set, row.meters.filter(|meters| *meters != 0.0));
        let is_long = set.seconds >= Some(LEAST_ENDURANCE_SECONDS) && set.reps.is_none();
        match self.kinds.kind(row.exercise) {
            ExerciseKind::Run if meters.is_some() || is_long => {
                let way = meters.map_or(Ok(None), limits::distance)?;
                return Ok(Some(Done::Run(way, set.seconds)));
            }
            ExerciseKind::Cross if is_long && set.kg.is_none() => {
                return Ok(set.seconds.map(Done::Cross));
            }
            _ => {}
        }
        // A weight that was carried some way is a set, though nobody counted.
        let was_done = set.reps.is_some() || set.seconds.is_some() || meters > Some(0.0);
        Ok(was_done.then_some(Done::Set(set)))
    }
}

fn add(activity: &mut Activity, row: &SetRow, done: &Done) {
    let goes_on = activity
        .exercises
        .last()
        .is_some_and(|last| last.name == row.exercise);
    match done {
        Done::Set(set) => activity.add_set(row.exercise, *set),
        Done::Run(way, seconds) => activity.add_run(*way, *seconds),
        Done::Cross(seconds) => activity.add_seconds(*seconds),
    }
    let note = match row.note {
        Note::OfExercise(_) if goes_on => "",
        Note::OfSet(note) | Note::OfExercise(note) => note,
    };
    if !note.is_empty() {
        add_line(&mut activity.note, &format!("{}: {note}", row.exercise));
    }
}
