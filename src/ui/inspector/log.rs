//! What was done: the figures of the log, and how the plan turns into it.

use egui::{Align, Ui};

use crate::domain::{DistanceUnit, Log, Meters, Minutes, RunLog, Session, Status, Workout};
use crate::load;
use crate::notation;
use crate::planning;
use crate::rules::Severity;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::{check, field::Field, segments};

use super::editor::{Editor, any_text, faint_ui, heading_ui};
use super::{log_exercises, outcome, pains, quantities, times};

/// A pace that nobody holds for a kilometre, in seconds.
const FASTEST: f64 = 130.0;

/// The name of the first field of a log without sets.
const TOOK: &str = "Logged duration";

/// Draws the log of the session: buttons while it is planned, the log once it was trained.
pub(super) fn log_ui(ui: &mut Ui, editor: &mut Editor, state: &mut Shared) {
    let session = editor.session();
    let empty = Log::default();
    let log = session.log.as_ref().unwrap_or(&empty);
    let begins = state.logging.take_if(|id| *id == session.id).is_some();
    if begins {
        outcome::begin_by_keys(ui, editor);
    }
    let is_new = has_turned(ui, editor, "was trained", session.status.is_trained());
    let is_logging = outcome::is_logging(ui, editor);
    if has_turned(ui, editor, "was logging", is_logging) || begins {
        // Scroll to all sets, not only to the first, which has the focus.
        ui.scroll_to_cursor(Some(Align::Min));
    }
    if is_logging {
        heading_ui(ui, "Log");
        log_exercises::exercises_ui(ui, editor, state, log);
        outcome::stop_ui(ui, editor);
        return;
    }
    if !session.status.is_trained() {
        outcome::open_ui(ui, editor);
        return;
    }
    if is_new {
        // Scroll the form to the top, or it would be below the plan.
        ui.scroll_to_cursor(Some(Align::Min));
    }
    heading_ui(ui, "Log");
    trained_ui(ui, editor, &session);
    effort_ui(ui, editor, log);
    if matches!(session.plan.workout, Workout::Run(_)) || log.run.is_some() {
        run_ui(ui, editor, log.run.clone().unwrap_or_default());
    }
    log_exercises::exercises_ui(ui, editor, state, log);
    body_ui(ui, editor, log);
    outcome::back_ui(ui, editor);
}

/// True in the frame in which something became so of a session that was on the screen before: it was marked as trained,
/// or its log was begun.
fn has_turned(ui: &Ui, editor: &Editor, what: &str, is_so: bool) -> bool {
    let id = editor.id(what);
    let frame = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<(u64, bool)>(id);
        data.insert_temp(id, (frame, is_so));
        before
    });
    let was_shown = before.filter(|(seen, _)| seen + 2 >= frame);
    is_so && was_shown.is_some_and(|(_, was_so)| !was_so)
}

/// Wholly or in part, and on which day.
fn trained_ui(ui: &mut Ui, editor: &mut Editor, session: &Session) {
    let choices = [(true, "Done"), (false, "In part")];
    let whole = session.status == Status::Done;
    ui.horizontal(|ui| {
        if let Some(whole) = segments::segments_ui(ui, editor.palette(), &choices, whole) {
            let (label, status) = if whole {
                ("Mark as done", Status::Done)
            } else {
                ("Mark as done in part", Status::Partial)
            };
            editor.change(label, |session| session.status = status);
        }
        let day = format!(
            "on {} {}",
            format::weekday(session.date),
            format::day_month(session.date)
        );
        faint_ui(ui, editor.palette(), day);
    });
}

/// Duration and RPE. What was not logged is shown faintly, as it is assumed.
fn effort_ui(ui: &mut Ui, editor: &mut Editor, log: &Log) {
    let (took_hint, rpe_hint) = estimates(editor);
    let has_sets = !editor.session().plan.workout.exercises().is_empty();
    if !has_sets && outcome::take_focus(ui, editor) {
        let id = editor.id(TOOK);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.columns_const::<2, _>(|[left, right]| {
        let said = log.duration.map(format::minutes).unwrap_or_default();
        let parse = |typed: &str| quantities::optional(typed, times::minutes);
        let shown = (said.as_str(), took_hint.as_str());
        if let Some(duration) = editor.field_ui(left, "Took", TOOK, shown, parse) {
            editor.change_log("Change logged duration", |log| log.duration = duration);
        }
        let words = ("Felt like RPE", "Logged RPE");
        if let Some(rpe) = editor.rpe_ui(right, words, (log.rpe, &rpe_hint)) {
            editor.change_log("Change logged RPE", |log| log.rpe = rpe);
        }
    });
}

/// The minutes and the exertion that are assumed while nobody said any: "≈ 52 min", "≈ 3".
fn estimates(editor: &Editor) -> (String, String) {
    let session = editor.session();
    let profile = &editor.view.athlete.profile;
    let minutes = load::done_minutes(&session, profile);
    let about = if minutes.estimated { "≈ " } else { "" };
    let took = Minutes(minutes.value.round().max(0.0) as u32);
    let took = format!("{about}{}", format::minutes(took));
    (took, editor.assumed_rpe())
}

/// Distance, moving time, heart rate and ascent; the pace follows from the first two.
fn run_ui(ui: &mut Ui, editor: &mut Editor, run: RunLog) {
    let units = editor.units();
    let far_hint = distance_hint(editor, &run);
    ui.columns_const::<2, _>(|[left, right]| {
        let shown = (run.distance, far_hint.as_str());
        if let Some(distance) = editor.distance_ui(left, "Logged distance", shown) {
            change_run(editor, "Change logged distance", |run| {
                run.distance = distance;
            });
        }
        let said = run.moving.map(format::clock_duration).unwrap_or_default();
        let parse = |typed: &str| quantities::optional(typed, times::moving_time);
        if let Some(moving) =
            editor.field_ui(right, "Moving time", "Moving time", (&said, "mm:ss"), parse)
        {
            let profile = editor.view.athlete.profile.clone();
            editor.change("Change moving time", |session| {
                planning::change_moving_time(session, &profile, moving);
            });
        }
    });
    if let Some(pace) = run.pace() {
        faint_ui(
            ui,
            editor.palette(),
            format!("{} on average", format::pace(pace, units)),
        );
        if pace.seconds_per_km() < FASTEST {
            let line = "Faster than anybody runs: is the distance or the time mistyped?";
            let color = editor.palette().severity(Severity::Caution);
            ui.add(egui::Label::new(text(line, 11.0, Weight::Medium).color(color)).wrap());
        }
    }
    if let Some(line) = fastest(&run) {
        faint_ui(ui, editor.palette(), line);
    }
    ui.columns_const::<3, _>(|[left, middle, right]| {
        let said = run.hr_average.map(format::bpm).unwrap_or_default();
        let parse = |typed: &str| quantities::optional(typed, quantities::heart_rate);
        let shown = (said.as_str(), "bpm");
        if let Some(rate) = editor.field_ui(left, "Average HR", "Average heart rate", shown, parse)
        {
            change_run(editor, "Change average heart rate", |run| {
                run.hr_average = rate;
            });
        }
        let said = run.hr_max.map(format::bpm).unwrap_or_default();
        let shown = (said.as_str(), "bpm");
        if let Some(rate) = editor.field_ui(middle, "Max HR", "Maximum heart rate", shown, parse) {
            change_run(editor, "Change maximum heart rate", |run| run.hr_max = rate);
        }
        let said = run
            .ascent
            .map(|meters| quantities::ascent_text(meters, units))
            .unwrap_or_default();
        let unit = match units.distance {
            DistanceUnit::Km => "m",
            DistanceUnit::Miles => "ft",
        };
        let parse =
            |typed: &str| quantities::optional(typed, |typed| quantities::ascent(typed, units));
        if let Some(ascent) = editor.field_ui(right, "Ascent", "Ascent", (&said, unit), parse) {
            change_run(editor, "Change ascent", |run| run.ascent = ascent);
        }
    });
}

/// The fastest stretches that a watch recorded: "Fastest 1 km 4:10 · 5 km 22:05".
fn fastest(run: &RunLog) -> Option<String> {
    let stretches = [
        ("1 km", run.best_1k),
        ("5 km", run.best_5k),
        ("10 km", run.best_10k),
    ];
    let told = stretches.into_iter().filter_map(|(long, best)| {
        let time = notation::clock(best?);
        Some(format!("{long} {time}"))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("Fastest {}", told.join(" · ")))
}

/// The distance that is assumed while nobody said any: "≈ 8.3 km".
fn distance_hint(editor: &Editor, run: &RunLog) -> String {
    let (meters, _) = load::done_distance(&editor.session(), &editor.view.athlete.profile);
    if run.distance.is_some() || meters <= 0.0 {
        return String::new();
    }
    format!(
        "≈ {}",
        format::distance(Meters::new(meters), editor.units())
    )
}

/// Changes the figures of a run; without any figure left there are none.
fn change_run(editor: &mut Editor, label: &str, change: impl FnOnce(&mut RunLog)) {
    editor.change_log(label, |log| {
        let mut run = log.run.take().unwrap_or_default();
        change(&mut run);
        log.run = (run != RunLog::default()).then_some(run);
    });
}

/// How the body took it, and the athlete's words.
fn body_ui(ui: &mut Ui, editor: &mut Editor, log: &Log) {
    ui.horizontal_wrapped(|ui| {
        let mut heavy = log.heavy_legs;
        if check::check_ui(ui, &mut heavy, "Heavy legs").changed() {
            editor.change_log("Change heavy legs", |log| log.heavy_legs = heavy);
        }
        let mut sore = log.sore;
        if check::check_ui(ui, &mut sore, "Very sore").changed() {
            editor.change_log("Change soreness", |log| log.sore = sore);
        }
        let mut slept_badly = log.slept_badly;
        if check::check_ui(ui, &mut slept_badly, "Slept badly").changed() {
            editor.change_log("Change sleep", |log| log.slept_badly = slept_badly);
        }
    });
    pains::pains_ui(ui, editor, log);
    let field = Field::line("Note of the athlete", ui.available_width())
        .hint("How it went, in the athlete’s words")
        .rows(2);
    let id = editor.id("log note");
    if let Some(note) = field.ui(ui, editor.palette(), id, &log.note, any_text) {
        editor.change_log("Change logged note", |log| log.note = note.into());
    }
}
