//! The cards of a day by part of the day, and its races.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Frame, Label, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::domain::{Kind, Race, RunKind, Session, Week, Workout};
use crate::ui::action::Actions;
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::preview::{FixPreview, Ghost};
use crate::ui::shared::Shared;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::view::{View, day_group, order_in_day};

use super::day_places::{HEADER, PAD, card_pad, has_mark_below, head_pad};
use super::detail::{self, Shown};
use super::landing::PlacedCard;
use super::{card, day_head, ghosts, session};

/// The width of the bar beside cards that scroll, in points, and what keeps it off the edge of the day.
const BAR: f32 = 3.0;
const BAR_OFF_EDGE: f32 = 1.5;
/// The height of the plus where it stands among the words of a narrow day, in points.
const PLUS_ROW: f32 = 18.0;

/// Draws the cards and tells where they stand. `title_size` is that of all titles of the week.
#[expect(clippy::too_many_arguments, reason = "a day and where it stands")]
pub(super) fn cards_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    rect: Rect,
    title_size: f32,
    preview: Option<&FixPreview>,
    actions: &mut Actions,
) -> Vec<PlacedCard> {
    let pad = card_pad(rect);
    let inner = Rect::from_min_max(rect.min + vec2(pad, HEADER), rect.max - vec2(pad, PAD));
    let arriving = preview
        .into_iter()
        .flat_map(|preview| preview.arriving_on(date));
    let mut sessions: Vec<(&Arc<Session>, Option<&Ghost>)> = view
        .athlete
        .sessions
        .on(date)
        .iter()
        .map(|session| (session, None))
        .chain(arriving.map(|ghost| (&ghost.session, Some(ghost))))
        .collect();
    sessions.sort_by_key(|(session, _)| order_in_day(session.plan.start));
    let known = |session: &Session, ghost: Option<&Ghost>| {
        let facts = ghost.map(|ghost| &ghost.facts);
        let is_card = !matches!(session.plan.workout, Workout::Note);
        facts
            .or_else(|| view.derived.facts.get(&session.id))
            .filter(|_| is_card)
            .cloned()
    };
    let facts: Vec<Option<CardFacts>> = sessions
        .iter()
        .map(|(session, ghost)| known(session, *ghost))
        .collect();
    let shown: Vec<Shown> = sessions
        .iter()
        .zip(&facts)
        .map(|((session, _), facts)| Shown {
            session,
            facts: facts.as_ref(),
        })
        .collect();
    let mut cards = Vec::with_capacity(sessions.len());
    // Where the cards scroll, the bar stands between them and the edge of the day: on them it would hide their marks, and
    // room for it among them would change how much they show, and so whether they scroll.
    let scrolled = inner.with_max_x(rect.right());
    let mut inside = ui.new_child(UiBuilder::new().id_salt("cards").max_rect(scrolled));
    let scroll = &mut inside.spacing_mut().scroll;
    scroll.bar_outer_margin = BAR_OFF_EDGE.min(pad - 1.0).max(0.0);
    scroll.floating_width = BAR.min(pad - scroll.bar_outer_margin);
    ScrollArea::vertical()
        .id_salt("cards")
        .auto_shrink([false, false])
        // It would reach over the edge of a lower day.
        .min_scrolled_height(0.0)
        .show(&mut inside, |ui| {
            ui.set_max_width(inner.width());
            ui.spacing_mut().item_spacing.y = 5.0;
            if day_head::words(view, date).is_some() {
                indented_ui(ui, rect, |ui| {
                    day_head::words_ui(ui, view, date, has_mark_below(rect));
                });
            }
            let races = lone_races(view, date);
            for race in &races {
                indented_ui(ui, rect, |ui| race_ui(ui, view, race));
            }
            let label = |ui: &mut Ui, label| {
                indented_ui(ui, rect, |ui| group_label(ui, view.palette, label));
            };
            if sessions.is_empty() && races.is_empty() && is_planned_week(view, date) {
                label(ui, "Rest");
            }
            let above = ui.min_rect().height();
            let room = inner.size() - vec2(0.0, above);
            let contents = detail::contents(ui, view, &shown, room, title_size);
            let morning = contents.morning;
            let mut group = None;
            for ((session, ghost), content) in sessions.into_iter().zip(&contents.of_cards) {
                let here = day_group(session.plan.start);
                if group != Some(here) {
                    if here == 2 && group.is_none() {
                        ui.add_space(morning);
                    }
                    // The plus stands there, and no word of the day beside it.
                    if here == 1 && above < 1.0 && has_mark_below(rect) {
                        ui.add_space(PLUS_ROW);
                    }
                    group = Some(here);
                    match here {
                        0 => label(ui, "AM"),
                        2 => label(ui, "PM"),
                        _ => {}
                    }
                }
                if let Some(ghost) = ghost {
                    let content = (content, view.units());
                    card::arriving_ui(ui, view.palette, &ghost.session, &ghost.facts, content);
                } else if let Some(rect) =
                    session::session_ui(ui, view, state, session, content, actions)
                {
                    cards.push(PlacedCard {
                        session: session.id,
                        start: session.plan.start,
                        rect,
                    });
                    let mark = preview.and_then(|preview| preview.marks.get(&session.id));
                    if let Some(mark) = mark {
                        ghosts::mark_ui(ui, view.palette, mark);
                    }
                }
            }
        });
    cards
}

/// The races of a day that no session stands for.
fn lone_races<'a>(view: &View<'a>, date: NaiveDate) -> Vec<&'a Race> {
    let sessions = view.athlete.sessions.on(date);
    if sessions
        .iter()
        .any(|session| session.kind() == Kind::Run(RunKind::Race))
    {
        return Vec::new();
    }
    let races = view.athlete.profile.races.iter();
    races.filter(|race| race.date == date).collect()
}

/// A race without a session: its name and how far it is.
fn race_ui(ui: &mut Ui, view: &View, race: &Race) {
    let color = view.palette.run(RunKind::Race);
    ui.label(text("Race", 11.0, Weight::SemiBold).color(color));
    ui.add(Label::new(text(&race.name, 12.0, Weight::SemiBold)).wrap());
    if let Some(far) = race.distance {
        let far = format::distance(far, view.units());
        ui.label(text(far, 11.0, Weight::Regular).color(view.palette.text_soft));
    }
}

/// Words of a day begin below its name, also where its cards reach further.
fn indented_ui(ui: &mut Ui, column: Rect, add: impl FnOnce(&mut Ui)) {
    let left = (head_pad(column) - card_pad(column)).round() as i8;
    let margin = Margin {
        left,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, add);
}

fn group_label(ui: &mut Ui, palette: &Palette, label: &str) {
    ui.add_space(1.0);
    ui.label(text(label, 11.0, Weight::Regular).color(palette.text_faint));
}

/// True where the week of a day has sessions: a day without one is then a day of rest, and else not planned yet.
fn is_planned_week(view: &View, date: NaiveDate) -> bool {
    let week = Week::of(date, view.athlete.profile.week_start);
    let [first, .., last] = week.days();
    !view.athlete.sessions.between(first, last).is_empty()
}
