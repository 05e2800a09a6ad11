//! The logged sets of each exercise: as rows with boxes, and written in short.

use egui::{Direction, Id, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::domain::set_entry::{EntryRules, SetEntry, parse_sets, sets_text};
use crate::domain::{Exercise, ExerciseId, LoadType, Log, MassUnit, Prescription, SetKind, SetLog};
use crate::load::records::PersonalRecord;
use crate::planning::{Last, sets_to_do};
use crate::ui::rest::{LoggedSet, Rest};
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::{aside, buttons, field::Field};
use crate::ui::{format, records};

use super::editor::{Editor, faint_ui, label_ui};
use super::hands::Hands;
use super::last::last_text;
use super::log_lines::{LogLine, lines, put_sets};
use super::log_rows::{self, Rows};
use super::upcoming::next_time;
use super::{dose, exercise_menu, outcome};

/// Draws a field of sets for every exercise that was planned or done.
pub(super) fn exercises_ui(ui: &mut Ui, editor: &mut Editor, state: &mut Shared, log: &Log) {
    let session = editor.session();
    let planned: Vec<(&Prescription, String, String)> = session
        .plan
        .workout
        .exercises()
        .iter()
        .map(|row| {
            let load = dose::load_text(&row.load, editor.units());
            let joint = if load.is_empty() { "" } else { " · " };
            let asked = format!("{}{joint}{load}", dose::dose_text(row));
            (row, exercise_menu::name_of(editor, row), asked)
        })
        .collect();
    let lines = lines(&planned, &log.exercises);
    if lines.is_empty() {
        return;
    }
    let unit = format::mass_unit(editor.units());
    for (index, line) in lines.iter().enumerate() {
        let before = lines
            .iter()
            .take(index)
            .filter(|other| other.name == line.name)
            .count();
        let name = match before {
            0 => line.name.clone(),
            before => format!("{} ({})", line.name, before + 1),
        };
        line_ui(ui, editor, state, log, line, (index, &name));
    }
    ui.add_space(4.0);
    let short = format!("In short, as reps × {unit} @ reps in reserve:");
    label_ui(ui, editor.palette(), &short);
    faint_ui(ui, editor.palette(), short_words(editor.units().mass));
}

/// What may be typed in short, with loads in the unit that they are read in.
fn short_words(unit: MassUnit) -> String {
    let loads = match unit {
        MassUnit::Kg => "3×8 62.5, 60 5,5,4 or 60kg\u{a0}×\u{a0}5",
        MassUnit::Pounds => "3×8 135, 130 5,5,4 or 130lb\u{a0}×\u{a0}5",
    };
    let all: Vec<&str> = std::iter::once(loads).chain(SHORT).collect();
    all.join(" · ")
}

/// What else may be typed in short. A letter stays on the line of what it means.
const SHORT: [&str; 6] = [
    "x\u{a0}does\u{a0}for\u{a0}×",
    "!\u{a0}failed",
    "w\u{a0}warm-up",
    "d\u{a0}drop set",
    "45s\u{a0}hold",
    "l,\u{a0}r\u{a0}side",
];

fn line_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    state: &mut Shared,
    log: &Log,
    line: &LogLine,
    (index, name): (usize, &str),
) {
    let units = editor.units();
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.set_height(16.0);
        ui.label(text(&line.name, 12.0, Weight::Medium));
        faint_ui(ui, editor.palette(), &line.planned);
    });
    let hands = Hands::of(editor.session().plan.workout.exercises(), &line.exercise);
    let done = line.logged.and_then(|at| log.exercises.get(at));
    let sets = &hands.shown(done.map_or(&[][..], |done| &done.sets));
    let prefill = hands.shown(&prefill(editor, line));
    let rules = rules_for(editor, &line.exercise, &prefill);
    let id = editor.id(("sets", index));
    let open = open_sets(sets, &prefill);
    let rows = Rows {
        name,
        done: sets,
        open: &open,
        rules,
        hands,
        id,
        next: editor.id(("sets", index + 1)),
    };
    if index == 0 && outcome::take_focus(ui, editor) {
        log_rows::want_focus(ui, id, 0);
    }
    if let Some(sets) = log_rows::rows_ui(ui, editor.palette(), rows) {
        put(ui, editor, state, line, hands.logged(&sets));
        return;
    }
    let said_id = id.with("converted");
    let (typed, more) = ui
        .horizontal_top(|ui| {
            let gap = 4.0;
            ui.spacing_mut().item_spacing.x = gap;
            let spoken = format!("Sets of {name}");
            let width = ui.available_width() - gap - buttons::MINI;
            let field = Field::line(&spoken, width).hint("e.g. 5x60@2 5x60@2 4x60@1!");
            let current = sets_text(sets, units.mass);
            let parse = |typed: &str| parse_sets(typed, rules);
            let typed = ui
                .vertical(|ui| field.ui(ui, editor.palette(), id, &current, parse))
                .inner;
            // In the middle of the field beside it.
            let size = vec2(buttons::MINI, log_rows::ROW);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            let middle = Layout::centered_and_justified(Direction::TopDown);
            let mut beside = ui.new_child(UiBuilder::new().max_rect(place).layout(middle));
            let name = format!("Add a set of {name}");
            let more = buttons::mini_icon_ui(&mut beside, icons::ADD, &name);
            (typed, more.clicked())
        })
        .inner;
    if let Some(entry) = typed {
        ui.data_mut(|data| data.insert_temp(said_id, entry.converted.join(", ")));
        if entry.doubt.is_some() {
            ui.data_mut(|data| data.insert_temp(id.with("doubt"), entry));
        } else {
            ui.data_mut(|data| data.remove::<SetEntry>(id.with("doubt")));
            put(ui, editor, state, line, hands.logged(&entry.sets));
        }
    } else if more {
        let mut sets = sets.clone();
        sets.push(next_set(&sets, &prefill));
        put(ui, editor, state, line, hands.logged(&sets));
    }
    doubt_ui(ui, editor, state, line, (id.with("doubt"), name, hands));
    let said: String = ui.data(|data| data.get_temp(said_id)).unwrap_or_default();
    if !said.is_empty() {
        faint_ui(ui, editor.palette(), said);
    }
    if sets.is_empty() {
        fill_ui(ui, editor, state, line, (name, hands), prefill);
    }
    records_ui(ui, editor, line);
    next_ui(ui, editor, line);
}

/// Asks about an entry that makes more sense with load and repetitions turned round. Nothing is logged before the
/// answer.
fn doubt_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    state: &mut Shared,
    line: &LogLine,
    (id, name, hands): (Id, &str, Hands),
) {
    let Some(entry) = ui.data(|data| data.get_temp::<SetEntry>(id)) else {
        return;
    };
    let Some(doubt) = entry.doubt else { return };
    let unit = editor.units().mass;
    let color = editor.palette().severity(crate::rules::Severity::Caution);
    ui.add(egui::Label::new(text(&doubt.question, 11.5, Weight::Medium).color(color)).wrap());
    ui.horizontal_wrapped(|ui| {
        for sets in [doubt.turned, entry.sets] {
            let word = sets_text(&sets, unit);
            let button = buttons::small_ui(ui, &word);
            let spoken = format!("Log {word}: {name}");
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            if button.clicked() {
                ui.data_mut(|data| data.remove::<SetEntry>(id));
                put(ui, editor, state, line, hands.logged(&sets));
            }
        }
    });
}

/// Puts sets into the log as one step. A set more on the day of the session begins the rest after it.
fn put(ui: &Ui, editor: &mut Editor, state: &mut Shared, line: &LogLine, sets: Vec<SetLog>) {
    let session = editor.session();
    let log = session.log.as_ref();
    let before = line
        .logged
        .and_then(|at| Some(log?.exercises.get(at)?.sets.len()))
        .unwrap_or_default();
    if sets.len() > before && session.date == editor.view.today {
        let rows = session.plan.workout.exercises();
        let planned = rows.iter().find(|row| row.exercise == line.exercise);
        let known = editor.view.library.exercise(&line.exercise);
        let length = planned
            .and_then(|row| row.rest)
            .or(known.map(|exercise| exercise.dose.rest));
        if let Some(length) = length.filter(|length| length.0 > 0) {
            let after = LoggedSet {
                athlete: editor.view.athlete.id,
                session: session.id,
                exercise: line.exercise.clone(),
                count: sets.len() + log.map_or(0, |log| line.sets_elsewhere(&log.exercises)),
            };
            state.rest = Some(Rest::begin(ui.ctx(), &line.name, after, length));
        }
    }
    editor.change_sets(format!("Log {}", line.name.to_lowercase()), |logged| {
        put_sets(logged, line, sets);
    });
}

/// The sets to begin with: as planned, with the load of the last time where none was planned; as the last time where
/// nothing was planned at all.
fn prefill(editor: &Editor, line: &LogLine) -> Vec<SetLog> {
    let session = editor.session();
    let athlete = editor.view.athlete;
    let rows = session.plan.workout.exercises();
    if let Some(row) = rows.iter().find(|row| row.exercise == line.exercise) {
        return sets_to_do(row, &session, athlete, editor.view.library);
    }
    let last = Last::of(&athlete.sessions, &session, &line.exercise);
    last.map_or_else(Vec::new, |last| last.working().copied().collect())
}

/// The sets that are still to be done, as they were to be. Where no load was planned, it is that of the set before.
fn open_sets(done: &[SetLog], prefill: &[SetLog]) -> Vec<SetLog> {
    let mut working = done.iter().filter(|set| set.kind == SetKind::Working);
    let last = working.next_back().and_then(|set| set.kg);
    let open = prefill.get(done.len()..).unwrap_or_default();
    let with_load = |set: &SetLog| SetLog {
        kg: set.kg.or(last),
        ..*set
    };
    open.iter().map(with_load).collect()
}

/// The next set: as it was to be, or as the one before.
fn next_set(done: &[SetLog], prefill: &[SetLog]) -> SetLog {
    let planned = prefill.get(done.len()).or(prefill.last()).copied();
    let mut next = planned.unwrap_or_default();
    if let Some(before) = done.last() {
        next.kg = before.kg.or(next.kg);
        next.reps = next.reps.or(before.reps);
        next.seconds = next.seconds.or(before.seconds);
    }
    next
}

/// For an exercise without sets: a way to take over what was planned, or what was done the last time.
fn fill_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    state: &mut Shared,
    line: &LogLine,
    (name, hands): (&str, Hands),
    prefill: Vec<SetLog>,
) {
    let session = editor.session();
    let athlete = editor.view.athlete;
    let last = Last::of(&athlete.sessions, &session, &line.exercise);
    let units = editor.units();
    ui.horizontal_wrapped(|ui| {
        let mut fill = |ui: &mut Ui, word: &str, sets: Vec<SetLog>| {
            let button = buttons::small_ui(ui, word);
            let spoken = format!("{word}: {name}");
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            let hint = sets_text(&sets, units.mass);
            if button.on_hover_text(hint).clicked() {
                put(ui, editor, state, line, hands.logged(&sets));
            }
        };
        if !line.planned.is_empty() && !prefill.is_empty() {
            fill(ui, "As planned", prefill);
        }
        if let Some(last) = &last {
            let working: Vec<SetLog> = last.working().copied().collect();
            fill(ui, "As last time", hands.shown(&working));
        }
    });
    if let Some(last) = last {
        faint_ui(ui, editor.palette(), last_text(&last, units, hands));
    }
}

/// The records that these sets set.
fn records_ui(ui: &mut Ui, editor: &Editor, line: &LogLine) {
    let (session, palette) = (editor.session(), editor.palette());
    let of_line = |record: &&PersonalRecord| {
        record.session == Some(session.id) && record.exercise.as_ref() == Some(&line.exercise)
    };
    let words: Vec<String> = editor
        .view
        .derived
        .records
        .iter()
        .filter(of_line)
        .map(|record| records::short(record, editor.units()))
        .collect();
    if words.is_empty() {
        return;
    }
    let line = format!("★ Record: {}", words.join(", "));
    aside::told_ui(ui, palette.accent, 11.5, Weight::SemiBold, line);
}

/// What follows for the next time, with its reason.
fn next_ui(ui: &mut Ui, editor: &Editor, line: &LogLine) {
    let session = editor.session();
    let sessions = &editor.view.athlete.sessions;
    let Some((next, row)) = next_time(sessions, &session, &line.exercise) else {
        return;
    };
    let Some(advice) = &row.advice else { return };
    let day = format!(
        "{} {}",
        format::weekday(next.date),
        format::day_month(next.date)
    );
    let units = editor.units();
    let (planned, advised) = (
        dose::load_text(&row.load, units),
        dose::load_text(&advice.load, units),
    );
    let load = if planned.is_empty() && advised.is_empty() {
        advice.reps.map_or_else(String::new, |reps| {
            let held = editor.view.library.exercise(&line.exercise);
            let unit = if held.is_some_and(Exercise::is_held) {
                "s"
            } else {
                "reps"
            };
            format!("{reps} {unit}")
        })
    } else if advised.is_empty() || advised == planned {
        planned
    } else {
        format!("{planned} planned, {advised} suggested")
    };
    let joint = if load.is_empty() { "" } else { ": " };
    // The advice follows from the last time, which may be later than this session.
    let basis = Last::of(sessions, next, &line.exercise).filter(|last| last.date != session.date);
    let after = basis.map_or_else(String::new, |last| {
        format!(
            "{} {}: ",
            format::weekday(last.date),
            format::day_month(last.date)
        )
    });
    let line = format!("Next, {day}{joint}{load} ({after}{})", advice.reason);
    let color = editor.palette().text_soft;
    aside::told_ui(ui, color, 11.0, Weight::Medium, line);
}

/// How sets of an exercise are read: in the athlete's unit, with help where the body is lifted, and as seconds where a
/// position is held and nobody planned repetitions of it.
fn rules_for(editor: &Editor, exercise: &ExerciseId, prefill: &[SetLog]) -> EntryRules {
    let known = editor.view.library.exercise(exercise);
    EntryRules {
        unit: editor.units().mass,
        assisted: known.is_none_or(|known| known.load == LoadType::Bodyweight),
        planned: prefill.iter().find_map(|set| set.kg),
        held: known.is_some_and(Exercise::is_held) && prefill.iter().all(|set| set.reps.is_none()),
    }
}
