//! The editor of the selected session: what it is, when, what it consists of, and how it went.

use std::sync::Arc;

use egui::{CornerRadius, Frame, Margin, Role, Sense, Ui, WidgetInfo, vec2};

use crate::domain::{Kind, LegLoad, Region, Session, Status, Workout};
use crate::load;
use crate::ui::action::Actions;
use crate::ui::calendar::card;
use crate::ui::card_facts::{CardFacts, plan_facts};
use crate::ui::format;
use crate::ui::hint::Hint;
use crate::ui::hints::hint_ui;
use crate::ui::shared::Shared;
use crate::ui::theme::{CONTROL_RADIUS, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, buttons, field::Field};

use super::editor::{Editor, any_text, faint_ui, heading_ui};
use super::state::InspectorState;
use super::{cross, feedback, findings, kinds, log, run, strength, when};

/// Draws the editor of `session` in the width that is left; every change is one undo step.
pub(super) fn session_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    session: &Arc<Session>,
    actions: &mut Actions,
) {
    let mut editor = Editor::new(view, session, actions);
    let facts = match view.derived.facts.get(&session.id) {
        Some(facts) => facts.clone(),
        None => plan_facts(&session.plan, &view.athlete.profile, view.library),
    };
    ui.spacing_mut().item_spacing.y = 5.0;
    if state.titling.take_if(|id| *id == session.id).is_some() {
        let id = editor.id("title");
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    head_ui(ui, &mut editor, &facts);
    feedback::feedback_ui(ui, &mut editor);
    findings::of_session_ui(ui, view, own, state, session.id, editor.actions);
    // Show the log for past sessions and the plan for those ahead.
    let is_due = session.date <= view.today;
    if is_due && session.kind() != Kind::Note {
        log::log_ui(ui, &mut editor, state);
        if session.status == Status::Planned && session.kind() != Kind::Rest {
            hint_ui(ui, view.palette, &state.hints, Hint::Log, editor.actions);
        }
        if session.status.is_trained() {
            // The log is long: its end is seen.
            ui.add_space(4.0);
            ui.separator();
        }
        heading_ui(ui, "Plan");
    }
    plan_ui(ui, &mut editor, state, &facts);
    if !is_due && session.kind() != Kind::Note {
        log::log_ui(ui, &mut editor, state);
    }
}

/// What the word for a session's status takes at the most, with the gap before it, in points.
const STATUS: f32 = 82.0;

/// Draws what the session is: its title, its kind and its status.
pub(super) fn head_ui(ui: &mut Ui, editor: &mut Editor, facts: &CardFacts) {
    title_ui(ui, editor, facts);
    kind_ui(ui, editor);
}

/// Draws the editor of the planned half below its head, which a template has as well.
pub(super) fn plan_ui(ui: &mut Ui, editor: &mut Editor, state: &mut Shared, facts: &CardFacts) {
    origin_ui(ui, editor, facts);
    when::when_ui(ui, editor, state, facts);
    match &editor.session().plan.workout {
        Workout::Run(_) => run::run_ui(ui, editor),
        Workout::Strength(_) | Workout::Mobility(_) => {
            strength::strength_ui(ui, editor);
        }
        Workout::Cross(_) => cross::cross_ui(ui, editor),
        Workout::Rest | Workout::Note => {}
    }
    note_ui(ui, editor);
}

/// The title on the colour of the kind. Empty, it shows the title that the content gives.
fn title_ui(ui: &mut Ui, editor: &mut Editor, facts: &CardFacts) {
    let session = editor.session();
    let mut untitled = session.plan.clone();
    untitled.title.clear();
    let hint = load::title_of(&untitled, editor.view.library);
    let color = editor.palette().kind(session.kind(), facts.leg_load());
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(4.0, 28.0), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::same(2), color);
        let field = Field::line("Title", ui.available_width()).hint(&hint);
        let id = editor.id("title");
        let typed = ui
            .vertical(|ui| field.ui(ui, editor.palette(), id, &session.plan.title, any_text))
            .inner;
        if let Some(title) = typed {
            editor.change("Change title", |session| session.plan.title = title);
        }
    });
}

/// The kind to choose, and the status of the session.
fn kind_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    ui.horizontal(|ui| {
        let choices = kinds::choices();
        // Beside the longest word for its status: a row that takes more would widen the panel.
        let width = (ui.available_width() - STATUS).clamp(100.0, 136.0);
        let kind = buttons::choice_ui(ui, "Kind of session", &choices, session.kind(), width);
        if let Some(kind) = kind {
            let word = choices
                .iter()
                .find(|(other, _)| *other == kind)
                .map_or("", |(_, word)| word);
            editor.change(format!("Change to {}", word.to_lowercase()), |session| {
                session.plan.workout = kinds::changed(&session.plan.workout, kind);
            });
        }
        let trains = session.kind().is_session();
        if !editor.is_template() && (trains || session.status != Status::Planned) {
            status_ui(ui, editor, &session.status);
        }
    });
}

fn status_ui(ui: &mut Ui, editor: &Editor, status: &Status) {
    let palette = editor.palette();
    let (word, color) = match status {
        Status::Planned => (card::status_word(status).to_owned(), palette.text_soft),
        Status::Done => ("✓ done".to_owned(), palette.clear()),
        Status::Partial => ("✓ in part".to_owned(), palette.clear()),
        Status::Skipped { .. } | Status::Missed => {
            (card::status_word(status).to_owned(), palette.text_faint)
        }
    };
    let chip = Frame::new()
        .fill(palette.tint(color))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(8, 3));
    let response = chip
        .show(ui, |ui| {
            ui.label(text(word, 11.0, Weight::Medium).color(color))
        })
        .inner;
    let name = format!("Status: {}", card::status_word(status));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
}

/// The leg load with its reason, and where the session was planned first.
fn origin_ui(ui: &mut Ui, editor: &Editor, facts: &CardFacts) {
    let session = editor.session();
    if let Some(content) = &facts.content {
        let load = match content.leg_load {
            LegLoad::None => "spares the legs".to_owned(),
            load => format!("legs {}", load.word()),
        };
        let region = match content.region {
            Region::Lower => "Lower body",
            Region::Upper => "Upper body",
            Region::Core => "Core",
            Region::Full => "Full body",
        };
        let line = if content.reason.is_empty() {
            format!("{region}, {load}")
        } else {
            format!("{region}, {load} · {}", content.reason)
        };
        let color = editor.palette().text_soft;
        aside::told_ui(ui, color, 12.0, Weight::Medium, line);
    }
    // The reason was about its slot, so it no longer holds once it was moved.
    if !session.because.is_empty() && session.first_planned.is_none() {
        because_ui(ui, editor, &session.because);
    }
    if let Some(first) = session.first_planned {
        let start = format::start(first.start)
            .map(|start| format!(", {start}"))
            .unwrap_or_default();
        let day = format!(
            "{} {}",
            format::weekday(first.date),
            format::day_month(first.date)
        );
        faint_ui(
            ui,
            editor.palette(),
            format!("first planned for {day}{start}"),
        );
    }
}

/// Why it stands where it does, by whoever placed it.
fn because_ui(ui: &mut Ui, editor: &Editor, because: &str) {
    let palette = editor.palette();
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(text("Why it is here", 11.0, Weight::SemiBold).color(palette.text_soft));
        aside::aside_ui(ui, palette.text, 12.0, because);
    });
}

fn note_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    heading_ui(ui, "Note");
    let field = Field::line("Note to the athlete", ui.available_width())
        .hint("A word that is printed with the session")
        .rows(2);
    let id = editor.id("note");
    if let Some(note) = field.ui(ui, editor.palette(), id, &session.plan.note, any_text) {
        editor.change("Change note", |session| session.plan.note = note);
    }
}
