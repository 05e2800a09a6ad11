//! A better week: what would move, what each move solves, and what is left.

use egui::{Frame, Label, ScrollArea, Stroke, Ui};

use crate::domain::{Athlete, AthleteId, SessionId};
use crate::edit::Edit;
use crate::library::Library;
use crate::load;
use crate::rules::arrange::{Proof, Suggestion};
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, icons, text};
use crate::ui::widgets::{buttons, marks};

use super::Answer;

/// The dialog's state: a suggestion for an athlete's week.
#[derive(Debug, Clone)]
pub struct BetterWeekForm {
    athlete: AthleteId,
    suggestion: Suggestion,
    moves: Vec<Line>,
}

/// One move in words.
#[derive(Debug, Clone)]
struct Line {
    session: SessionId,
    title: String,
    way: String,
    solves: String,
    edits: Vec<Edit>,
}

impl BetterWeekForm {
    /// A suggestion in the words of the athlete's own sessions.
    pub fn new(athlete: &Athlete, library: &Library, suggestion: Suggestion) -> Self {
        let moves = suggestion
            .moves
            .iter()
            .filter_map(|change| {
                let session = athlete.sessions.get(change.session)?;
                let slot = |slot: crate::domain::Slot| {
                    let start = format::start(slot.start).unwrap_or_default();
                    format!("{} {start}", format::day(slot.date))
                        .trim_end()
                        .to_owned()
                };
                Some(Line {
                    session: change.session,
                    title: load::title_of(&session.plan, library),
                    way: format!("{} to {}", slot(change.from), slot(change.to)),
                    solves: change.solves.join(", "),
                    edits: change.edits.clone(),
                })
            })
            .collect();
        Self {
            athlete: athlete.id,
            suggestion,
            moves,
        }
    }
}

pub(super) fn form_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut BetterWeekForm,
    actions: &mut Actions,
) -> Answer {
    ui.set_width(480.0);
    ui.label(text("A better week", 15.0, Weight::SemiBold));
    tallies_ui(ui, palette, &form.suggestion);
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 420.0);
    let mut answer = Answer::Open;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        if moves_ui(ui, palette, form, actions) == Answer::Close {
            answer = Answer::Close;
        }
    });
    for line in remarks(&form.suggestion) {
        let remark = text(line, 12.0, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(remark).wrap());
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        if !form.moves.is_empty() {
            let all = format!("Make {}", format::plural(form.moves.len(), "move", "moves"));
            if buttons::primary_ui(ui, palette, &all).clicked() {
                let edits = form
                    .moves
                    .iter()
                    .flat_map(|line| line.edits.clone())
                    .collect();
                actions.edit("Arrange a better week", form.athlete, edits);
                answer = Answer::Close;
            }
        }
        if buttons::quiet_ui(ui, "Close").clicked() {
            answer = Answer::Close;
        }
    });
    answer
}

/// What is found now, and what would be.
fn tallies_ui(ui: &mut Ui, palette: &Palette, suggestion: &Suggestion) {
    ui.horizontal(|ui| {
        ui.label(text("Now", 12.0, Weight::Regular).color(palette.text_soft));
        marks::counts_ui(ui, palette, suggestion.before.by_severity());
        ui.add_space(8.0);
        ui.label(icons::icon(icons::NEXT, 16.0).color(palette.text_faint));
        ui.label(text("then", 12.0, Weight::Regular).color(palette.text_soft));
        marks::counts_ui(ui, palette, suggestion.after.by_severity());
    });
}

/// A card for each move, to be made by itself. The last one made closes the dialog.
fn moves_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut BetterWeekForm,
    actions: &mut Actions,
) -> Answer {
    let mut made = None;
    for line in &form.moves {
        let frame = Frame::new()
            .stroke(Stroke::new(1.0, palette.hairline))
            .corner_radius(CARD_RADIUS)
            .inner_margin(10);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(text(&line.title, 13.0, Weight::SemiBold));
                ui.label(text(&line.way, 12.0, Weight::Regular).color(palette.text_soft));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let name = format!("Move {} only", line.title.to_lowercase());
                    let only = buttons::soft_ui(ui, palette, "Only this");
                    only.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                    if only.clicked() {
                        made = Some(line.session);
                    }
                });
            });
            if !line.solves.is_empty() {
                let solves = text(format!("Solves: {}", line.solves), 12.0, Weight::Regular);
                ui.add(Label::new(solves.color(palette.text_soft)).wrap());
            }
        });
        ui.add_space(4.0);
    }
    let Some(index) = form
        .moves
        .iter()
        .position(|line| Some(line.session) == made)
    else {
        return Answer::Open;
    };
    let line = form.moves.remove(index);
    actions.edit(
        format!("Move {}", line.title.to_lowercase()),
        form.athlete,
        line.edits,
    );
    if form.moves.is_empty() {
        Answer::Close
    } else {
        Answer::Open
    }
}

/// How sure the suggestion is, and what would have to give where it is not clear.
fn remarks(suggestion: &Suggestion) -> Vec<String> {
    let mut remarks = Vec::new();
    if suggestion.moves.is_empty() {
        remarks.push("No other order of these sessions is better.".to_owned());
    }
    remarks.push(match suggestion.proof {
        Proof::Optimal => "Every arrangement was compared: there is no better one.".to_owned(),
        Proof::BestFound => {
            "The best of those that were tried; there may be a better one.".to_owned()
        }
    });
    remarks.extend(suggestion.relax.clone());
    remarks
}
