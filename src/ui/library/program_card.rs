//! A program read in full: what it is, and every week with its sessions, its theme and its reading.

use egui::{Color32, CornerRadius, Frame, Label, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::domain::{
    Handout, Kind, Level, LoadSpec, Program, ProgramKind, ProgramSession, ProgramWeek,
};
use crate::ui::action::{Actions, DialogRequest};
use crate::ui::card_facts::plan_facts;
use crate::ui::card_lines::card_lines;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, buttons, marks, trailing};

use super::parts::title_ui;
use super::state::LibraryState;
use super::{own, program_facts, program_own};

/// Draws the program in the place of the list.
pub(super) fn program_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    program: &Program,
    actions: &mut Actions,
) {
    let palette = view.palette;
    ui.add_space(2.0);
    let mut close = false;
    ui.horizontal(|ui| {
        let words = text("All programs", 12.0, Weight::Medium).color(palette.text_soft);
        let icon = icons::icon(icons::PREVIOUS, 16.0).color(palette.text_soft);
        let back = ui.add(egui::Button::new((icon, words)).frame(false));
        back.widget_info(|| WidgetInfo::labeled(Role::Button, true, "All programs"));
        close |= back.clicked();
        trailing::right_ui(ui, "buttons", |ui| {
            program_own::buttons_ui(ui, view, state, program, actions);
        });
    });
    ui.add_space(2.0);
    title_ui(ui, &program.name, |_| {});
    egui::ScrollArea::vertical()
        .id_salt(("program", &program.id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            about_ui(ui, view, program);
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if buttons::primary_ui(ui, palette, "Lay out from this week…").clicked() {
                    actions.open(DialogRequest::lay_out(program.id.clone(), shared.week));
                }
            });
            ui.add_space(6.0);
            for (index, week) in program.weeks.iter().enumerate() {
                week_ui(ui, view, state, program, index, week);
            }
            ui.add_space(8.0);
        });
    if close {
        state.programs.shown = None;
    }
}

fn about_ui(ui: &mut Ui, view: &View, program: &Program) {
    let palette = view.palette;
    let wrapped = |ui: &mut Ui, content: &str, color: Color32| {
        ui.add(Label::new(text(content, 12.0, Weight::Regular).color(color)).wrap());
    };
    let facts = program_facts::facts(program);
    ui.add(Label::new(text(facts, 12.0, Weight::Medium)).wrap());
    if !program.summary.is_empty() {
        wrapped(ui, &program.summary, palette.text_soft);
    }
    program_facts::picture_ui(ui, view, program);
    wrapped(
        ui,
        &program_facts::needs(&program.equipment),
        palette.text_soft,
    );
    let level = match program.level {
        None => "For every level of lifting".to_owned(),
        Some(Level::Novice) => "For beginners and everyone else".to_owned(),
        Some(level) => format!("For {} lifters and above", level.word()),
    };
    wrapped(ui, &level, palette.text_soft);
    let progression = program.progression;
    let grows = format!(
        "{}: {}",
        progression.name(),
        format::lower_first(progression.summary())
    );
    wrapped(ui, &grows, palette.text_soft);
    let source = sources(&program.source);
    if !source.is_empty() {
        wrapped(ui, &format!("Source: {source}"), palette.text_faint);
    }
    if program.kind == ProgramKind::Countdown {
        wrapped(
            ui,
            "The race is at the end of the last week.",
            palette.text_soft,
        );
    }
}

/// Sources by the names people know them under.
pub(super) fn sources(codes: &str) -> String {
    let names = codes
        .split([',', ';'])
        .map(|code| own::source_name(code.trim()))
        .filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(", ")
}

fn week_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    program: &Program,
    index: usize,
    week: &ProgramWeek,
) {
    let palette = view.palette;
    let open = state.programs.week == Some(index);
    let frame = Frame::new()
        .inner_margin(egui::Margin::symmetric(10, 8))
        .corner_radius(CornerRadius::same(8))
        .stroke(Stroke::new(1.0, palette.hairline));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if header_ui(ui, view, program, index, week, open) {
            state.programs.week = (!open).then_some(index);
        }
        if !open {
            return;
        }
        if week.our_reading {
            our_reading_ui(ui, view);
        }
        for session in &week.sessions {
            session_ui(ui, view, session);
        }
        if let Some(reading) = &week.reading {
            reading_ui(ui, view, reading);
        }
    });
    ui.add_space(2.0);
}

/// The line of a week: its number, phase and theme. True when it was clicked.
fn header_ui(
    ui: &mut Ui,
    view: &View,
    program: &Program,
    index: usize,
    week: &ProgramWeek,
    open: bool,
) -> bool {
    let palette = view.palette;
    let mut number = if program.weeks.len() == 1 {
        "Every week".to_owned()
    } else {
        format!("Week {}", index + 1)
    };
    if let Some(phase) = week.phase {
        number = format!("{number} · {}", phase.name());
    }
    let row = ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - 24.0).max(40.0));
            ui.spacing_mut().item_spacing.y = 1.0;
            let (size, weight) = if week.theme.is_empty() {
                (13.0, Weight::SemiBold)
            } else {
                (11.0, Weight::SemiBold)
            };
            let number = text(&number, size, weight).color(if week.theme.is_empty() {
                palette.text
            } else {
                palette.text_faint
            });
            ui.add(Label::new(number).selectable(false).truncate());
            if !week.theme.is_empty() {
                let theme = text(&week.theme, 13.0, Weight::SemiBold);
                ui.add(Label::new(theme).selectable(false).wrap());
            }
        });
        let icon = if open { icons::UNFOLDED } else { icons::FOLDED };
        ui.add(Label::new(icons::icon(icon, 16.0).color(palette.text_faint)).selectable(false));
    });
    let id = ui.scope_id().with(("program week", index));
    let response = ui.interact(row.response.rect.expand(4.0), id, Sense::click());
    let name = format!("{number}: {}", week.theme);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &name));
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

/// The mark of a week whose content the source does not give.
fn our_reading_ui(ui: &mut Ui, view: &View) {
    let palette = view.palette;
    let content = text("Our interpretation", 11.0, Weight::SemiBold).color(palette.accent);
    let frame = Frame::new()
        .fill(palette.accent_soft)
        .corner_radius(CornerRadius::same(9))
        .inner_margin(egui::Margin::symmetric(8, 2));
    let shown = frame.show(ui, |ui| ui.add(Label::new(content).selectable(false)));
    shown.response.on_hover_text(
        "The source only says what this week is for. Its sessions are our interpretation.",
    );
}

fn session_ui(ui: &mut Ui, view: &View, session: &ProgramSession) {
    let palette = view.palette;
    let facts = plan_facts(&session.plan, &view.athlete.profile, view.library);
    let bar = ui.available_rect_before_wrap().min + vec2(0.0, 2.0);
    let inner = ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(text(&facts.title, 12.5, Weight::SemiBold)).wrap());
            let mut line = Vec::new();
            line.extend(session.day.map(|day| day.to_string()));
            line.push(format::minutes(facts.minutes));
            if session.optional {
                line.push("optional".to_owned());
            }
            if session.plan.strength().is_some_and(|plan| plan.circuit) {
                line.push("in rounds".to_owned());
            }
            let soft = |content: String| {
                Label::new(text(content, 12.0, Weight::Regular).color(palette.text_soft)).wrap()
            };
            ui.add(soft(line.join(" · ")));
            if matches!(session.plan.kind(), Kind::Run(_)) {
                for line in card_lines(&session.plan, &facts, view.units())
                    .into_iter()
                    .skip(1)
                {
                    ui.add(soft(line));
                }
            }
            for dose in session.plan.workout.exercises() {
                let load = match &dose.load {
                    LoadSpec::Unset => String::new(),
                    load => format!(" · {}", format::load(load, view.units())),
                };
                let pair = dose
                    .superset
                    .map_or_else(String::new, |letter| format!("{letter}  "));
                let name = &dose.name;
                let dose = format::keep_dose(&format::dose(dose));
                ui.add(soft(format!("{pair}{name} · {dose}{load}")));
            }
            let is_strength = session.plan.kind() == Kind::Strength;
            if is_strength && !session.plan.note.is_empty() {
                aside::faint_ui(ui, palette, 12.0, &session.plan.note);
            }
        });
    });
    let height = inner.response.rect.height() - 4.0;
    let color = palette.kind(session.plan.kind(), facts.leg_load());
    let bar = egui::Rect::from_min_size(bar, vec2(4.0, height));
    marks::edge_bar(ui.painter(), bar, color);
    ui.add_space(4.0);
}

fn reading_ui(ui: &mut Ui, view: &View, reading: &Handout) {
    let palette = view.palette;
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(10);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.add(Label::new(
            text("To read", 11.0, Weight::SemiBold).color(palette.text_soft),
        ));
        ui.add(Label::new(text(&reading.title, 13.0, Weight::SemiBold)).wrap());
        for paragraph in reading.text.split("\n\n") {
            ui.add(Label::new(text(paragraph, 12.0, Weight::Regular)).wrap());
        }
        let source = sources(&reading.source);
        if !source.is_empty() {
            aside::soft_ui(ui, palette, 11.0, format!("Source: {source}"));
        }
    });
}
