//! A strength session as a table to fill in at the gym.

use crate::domain::{
    Athlete, ExerciseLog, LoadSpec, MassUnit, Prescription, Reps, Session, SetKind, SetLog, Side,
    Status, Units,
};
use crate::library::Library;
use crate::load;

use super::cards;
use super::sheet::{ExerciseRow, SetCell, StrengthTable};
use super::words;

/// More columns of sets than this leave no room to write; further sets go on in a row below.
const MOST_COLUMNS: usize = 5;
/// Blanks for more sets than this would be pages of lines that nobody fills in.
pub(super) const MOST_BLANKS: u32 = 20;

/// The letter of the sheet at `index`: A … Z, AA, AB …
pub(super) fn sheet_letter(index: usize) -> String {
    let mut text = String::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        text.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    text
}

/// The table of a session with exercises, planned or logged. `None` for every other session.
pub(super) fn table(
    session: &Session,
    letter: &str,
    library: &Library,
    athlete: &Athlete,
) -> Option<StrengthTable> {
    if !has_table(session) {
        return None;
    }
    let planned = session
        .plan
        .strength()
        .map(|plan| plan.exercises.as_slice())
        .unwrap_or_default();
    let effort = common_effort(planned);
    let rows = resolved_rows(session, effort.is_none(), athlete, library);
    let columns = rows.iter().map(|row| row.sets.len()).max().unwrap_or(0);
    let advice = effort.map(words::effort_advice).unwrap_or_default();
    let day = session.date.format("%A").to_string();
    Some(StrengthTable {
        sheet: format!("Sheet {letter}"),
        title: load::title_of(&session.plan, library),
        subtitle: words::joined([day, cards::start(session.plan.start), advice], " · "),
        columns: columns.clamp(1, MOST_COLUMNS),
        rows,
    })
}

/// True for strength sessions whose exercises are known.
pub(super) fn has_table(session: &Session) -> bool {
    // What was left out needs no blanks to fill in.
    let left_out = matches!(session.status, Status::Skipped { .. } | Status::Missed);
    let logged = session
        .log
        .as_ref()
        .is_some_and(|log| !log.exercises.is_empty());
    session
        .plan
        .strength()
        .is_some_and(|plan| logged || (!left_out && !plan.exercises.is_empty()))
}

/// The effort that every exercise asks for, when they all ask for the same. A hold has no repetitions in reserve, and
/// so need not say one.
fn common_effort(planned: &[Prescription]) -> Option<crate::domain::Effort> {
    let first = planned.iter().find_map(|exercise| exercise.effort)?;
    let is_hold = |exercise: &Prescription| matches!(exercise.reps, Reps::Hold(_));
    planned
        .iter()
        .all(|exercise| {
            exercise.effort == Some(first) || (exercise.effort.is_none() && is_hold(exercise))
        })
        .then_some(first)
}

/// The exercises of a session, each with what was logged of it; at the end those that nobody planned.
pub(super) fn paired(session: &Session) -> Vec<(Option<&Prescription>, Option<&ExerciseLog>)> {
    let logs = session.log.as_ref();
    let logs = logs.iter().flat_map(|log| &log.exercises);
    let mut left: Vec<&ExerciseLog> = logs.map(AsRef::as_ref).collect();
    let planned = session.plan.workout.exercises().iter();
    let mut pairs: Vec<_> = planned
        .map(|exercise| {
            let log = left
                .iter()
                .position(|log| log.exercise == exercise.exercise);
            (Some(exercise), log.map(|index| left.remove(index)))
        })
        .collect();
    pairs.extend(left.into_iter().map(|log| (None, Some(log))));
    pairs
}

/// The exercises of a strength session, a line each: "Squat: 4 × 6, 62.5 kg, RIR 2, 3 min rest".
pub(super) fn exercise_lines(
    session: &Session,
    athlete: &Athlete,
    library: &Library,
) -> Vec<String> {
    if session.plan.strength().is_none() {
        return Vec::new();
    }
    let rows = resolved_rows(session, true, athlete, library);
    let lines = rows.into_iter().map(|row| {
        let rest = if row.rest.is_empty() {
            row.rest
        } else {
            format!("{} rest", row.rest)
        };
        let done = row.sets.into_iter().filter_map(|set| match set {
            SetCell::Done(text) => Some(text),
            _ => None,
        });
        let done = words::joined(done, "; ");
        let done = if done.is_empty() {
            done
        } else {
            format!("done {done}")
        };
        let asked = words::joined([row.dose, row.load, row.detail, rest, done], ", ");
        words::joined([row.exercise, asked], ": ")
    });
    lines.collect()
}

/// The rows of a session's table, one for each pair of [`paired`].
pub(super) fn rows(session: &Session, each_effort: bool, units: Units) -> Vec<ExerciseRow> {
    let trained = session.status.is_trained();
    let rows = paired(session)
        .into_iter()
        .filter_map(|(planned, log)| match (planned, log) {
            (Some(exercise), log) => Some(planned_row(exercise, log, trained, each_effort, units)),
            (None, Some(log)) => Some(unplanned_row(log, units)),
            (None, None) => None,
        });
    rows.collect()
}

/// The same, with what percentages come to for the athlete: "75 % = 62.5 kg".
pub(super) fn resolved_rows(
    session: &Session,
    each_effort: bool,
    athlete: &Athlete,
    library: &Library,
) -> Vec<ExerciseRow> {
    let units = athlete.profile.units;
    let mut rows = rows(session, each_effort, units);
    for (row, (planned, _)) in rows.iter_mut().zip(paired(session)) {
        let Some((exercise, LoadSpec::Percent(percent))) =
            planned.map(|planned| (&planned.exercise, &planned.load))
        else {
            continue;
        };
        let loaded = load::percent_load(athlete, library, exercise, *percent, session.date);
        if let Some(loaded) = loaded {
            let loaded = words::load(&loaded, units.mass);
            row.load = words::joined([row.load.as_str(), &loaded], " = ");
        }
    }
    rows
}

fn unplanned_row(log: &ExerciseLog, units: Units) -> ExerciseRow {
    ExerciseRow {
        exercise: shown_name(&log.name, log.exercise.as_str()),
        detail: "not planned".to_owned(),
        dose: String::new(),
        load: String::new(),
        rest: String::new(),
        sets: done_cells(log, units.mass),
    }
}

fn planned_row(
    exercise: &Prescription,
    log: Option<&ExerciseLog>,
    trained: bool,
    each_effort: bool,
    units: Units,
) -> ExerciseRow {
    let effort = exercise
        .effort
        .filter(|_| each_effort)
        .map(words::effort)
        .unwrap_or_default();
    let tempo = words::joined(["tempo", exercise.tempo.trim()], " ");
    let tempo = if exercise.tempo.trim().is_empty() {
        String::new()
    } else {
        tempo
    };
    let name = shown_name(&exercise.name, exercise.exercise.as_str());
    ExerciseRow {
        exercise: match exercise.superset {
            Some(letter) => format!("{letter} · {name}"),
            None => name,
        },
        detail: words::joined([effort, tempo, exercise.note.trim().to_owned()], " · "),
        dose: words::dose(exercise.sets, exercise.reps, exercise.per_side),
        load: words::load(&exercise.load, units.mass),
        rest: exercise.rest.map(words::rest).unwrap_or_default(),
        sets: match log {
            Some(log) => done_cells(log, units.mass),
            None if trained => Vec::new(),
            None => blanks(exercise),
        },
    }
}

pub(super) fn shown_name(name: &str, id: &str) -> String {
    if name.trim().is_empty() {
        words::capitalised(&id.replace('-', " "))
    } else {
        name.to_owned()
    }
}

fn blanks(exercise: &Prescription) -> Vec<SetCell> {
    let blank = match (exercise.reps, &exercise.load) {
        (Reps::Hold(_), _) => SetCell::Seconds,
        (_, LoadSpec::Band(_)) => SetCell::Reps,
        (_, LoadSpec::Bodyweight(kg)) if kg.kg() == 0.0 => SetCell::Reps,
        _ => SetCell::LoadAndReps,
    };
    vec![blank; exercise.sets.high.clamp(1, MOST_BLANKS) as usize]
}

fn done_cells(log: &ExerciseLog, unit: MassUnit) -> Vec<SetCell> {
    sets_in_words(log, unit).map(SetCell::Done).collect()
}

/// The sets that were done: "60 kg × 6", "60 kg × 5, failed".
pub(super) fn sets_in_words(log: &ExerciseLog, unit: MassUnit) -> impl Iterator<Item = String> {
    log.sets.iter().map(move |set| set_words(set, unit))
}

/// A set that was done: "60 kg × 6", "12 reps", "45 s, RIR 1".
fn set_words(set: &SetLog, unit: MassUnit) -> String {
    let mass = set
        .kg
        .filter(|kg| kg.kg() != 0.0)
        .map(|kg| words::mass(kg, unit));
    let amount = match (set.reps, set.seconds) {
        (Some(reps), _) if mass.is_some() => reps.to_string(),
        (Some(reps), _) => words::counted(reps as usize, "rep", "reps"),
        (None, Some(seconds)) => format!("{seconds} s"),
        (None, None) => String::new(),
    };
    let done = words::joined(mass.into_iter().chain([amount]), " × ");
    let side = match set.side {
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
        None => "",
    };
    let kind = match set.kind {
        SetKind::Working => "",
        SetKind::WarmUp => "warm-up",
        SetKind::Drop => "drop",
    };
    let failed = if set.failed { "failed" } else { "" };
    let reserve = set
        .rir
        .map(|rir| format!("RIR {}", words::number(rir, 1)))
        .unwrap_or_default();
    let text = words::joined([done.as_str(), side, kind, failed, reserve.as_str()], ", ");
    if text.is_empty() {
        "done".to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AthleteId, Count, ExerciseId, Kilograms, Plan, Profile, SessionId, Stamp, StrengthPlan,
        TestedMax, Workout,
    };

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 702]
            .into_iter()
            .map(sheet_letter)
            .collect();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AAA"]);
    }

    #[test]
    fn sets_read_as_they_were_lifted() {
        let set = SetLog {
            reps: Some(6),
            kg: Some(Kilograms::new(62.5)),
            ..SetLog::default()
        };
        assert_eq!(set_words(&set, MassUnit::Kg), "62.5 kg × 6");
        let chin_up = SetLog {
            reps: Some(1),
            failed: true,
            ..SetLog::default()
        };
        assert_eq!(set_words(&chin_up, MassUnit::Kg), "1 rep, failed");
        let plank = SetLog {
            seconds: Some(45),
            side: Some(Side::Left),
            ..SetLog::default()
        };
        assert_eq!(set_words(&plank, MassUnit::Kg), "45 s, left");
        assert_eq!(set_words(&SetLog::default(), MassUnit::Kg), "done");
    }

    #[test]
    fn a_percentage_says_what_it_comes_to() {
        let squat = ExerciseId::new("squat");
        let mut row = Prescription::new(squat.clone(), "Squat", Count::exactly(3), Reps::Max);
        row.load = LoadSpec::Percent(75.0);
        let plan = Plan::new(Workout::Strength(StrengthPlan {
            exercises: vec![row],
            ..StrengthPlan::default()
        }));
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let id = SessionId::from_bits(1);
        let session = Session::planned(id, date, plan, Stamp::default());
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let library = Library::shipped().unwrap();
        let load = |athlete: &Athlete| {
            resolved_rows(&session, true, athlete, &library)[0]
                .load
                .clone()
        };
        assert_eq!(load(&athlete), "75 %", "nothing is known yet");
        athlete.profile.tested_maxes.push(TestedMax {
            exercise: squat,
            kg: Kilograms::new(95.0),
            date,
        });
        assert_eq!(load(&athlete), "75 % = 72.5 kg");
        let lines = exercise_lines(&session, &athlete, &library);
        assert_eq!(lines, ["Squat: 3 × max, 75 % = 72.5 kg"]);
    }
}
