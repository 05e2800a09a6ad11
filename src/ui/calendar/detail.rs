//! How much the cards of a day show: all of it where there is room, and never so much that nothing can be dropped below.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::{Ui, Vec2};

use crate::domain::Session;
use crate::ui::card_facts::CardFacts;
use crate::ui::view::{View, day_group};

use super::card_set::{layout, mark_count};
use super::card_text::{Content, Detail};

/// What stays free below the cards of the morning and of no time, so that the evening can be dropped on.
const FREE_EVENING: f32 = 94.0;
/// What a day without a morning leaves free above its evening, so that the morning can be dropped on. Less than the least
/// is a gap that says nothing.
const FREE_MORNING: f32 = 52.0;
const LEAST_MORNING: f32 = 24.0;
/// What stays free below the cards of the evening.
const FREE_FOOT: f32 = 24.0;
/// The word above a part of the day, and the gap below a card.
const LABEL: f32 = 20.0;
const GAP: f32 = 5.0;

/// A session and what its card shows of it.
pub(super) struct Shown<'a> {
    /// The session.
    pub(super) session: &'a Session,
    /// What is known of it; `None` for what is no card.
    pub(super) facts: Option<&'a CardFacts>,
}

/// What the cards of a day show.
pub(super) struct Contents {
    /// What each of them shows below its title, in their order.
    pub(super) of_cards: Vec<Content>,
    /// What stays free above them where all of them are of the evening, in points.
    pub(super) morning: f32,
}

/// What the cards of a day show in so much room, with titles of a size. The first ones are shown in full as far as the
/// room goes.
/// It is worked out when one of them changes, not in every frame: each try sets a card anew.
pub(super) fn contents(
    ui: &Ui,
    view: &View,
    shown: &[Shown],
    inside: Vec2,
    title: f32,
) -> Contents {
    let mut all: Vec<Content> = shown
        .iter()
        .map(|one| content(view, one, Detail::Full, title))
        .collect();
    let id = ui.scope_id().with("contents");
    let key = key(ui, shown, &all, inside, title);
    let known = ui.data(|data| data.get_temp::<Chosen>(id));
    let chosen = known.filter(|known| known.key == key).unwrap_or_else(|| {
        let (details, morning) = choose(ui, view, shown, inside, title);
        let chosen = Chosen {
            key,
            details: details.into(),
            morning,
        };
        ui.data_mut(|data| data.insert_temp(id, chosen.clone()));
        chosen
    });
    for ((shown, detail), it) in shown.iter().zip(&*chosen.details).zip(&mut all) {
        if *detail != Detail::Full {
            *it = content(view, shown, *detail, title);
        }
    }
    Contents {
        of_cards: all,
        morning: chosen.morning,
    }
}

/// What was found for a day, until something of the [`key`] changes.
#[derive(Clone)]
struct Chosen {
    key: u64,
    details: Arc<[Detail]>,
    morning: f32,
}

/// All that the height of the cards and their choice depend on.
fn key(ui: &Ui, shown: &[Shown], all: &[Content], inside: Vec2, title: f32) -> u64 {
    let mut hasher = DefaultHasher::new();
    let sizes = [inside.x, inside.y, title, ui.pixels_per_point()];
    sizes.map(f32::to_bits).hash(&mut hasher);
    // Letters that ours lack come in with fonts of the system.
    ui.fonts(|fonts| fonts.definitions().font_data.len())
        .hash(&mut hasher);
    for (one, content) in shown.iter().zip(all) {
        let facts = one
            .facts
            .map(|facts| (&facts.title, mark_count(one.session, facts)));
        let plan = &one.session.plan;
        let exercises = plan.workout.exercises().len();
        (facts, plan.start, exercises, plan.note.is_empty()).hash(&mut hasher);
        content.lines.hash(&mut hasher);
    }
    hasher.finish()
}

fn content(view: &View, shown: &Shown, detail: Detail, title: f32) -> Content {
    shown.facts.map_or_else(
        || Content {
            detail,
            title,
            lines: Vec::new(),
        },
        |facts| Content::of(view, shown.session, facts, detail, title),
    )
}

/// How much each card shows, and the room above them.
fn choose(ui: &Ui, view: &View, shown: &[Shown], inside: Vec2, title: f32) -> (Vec<Detail>, f32) {
    let height = |shown: &Shown, content: &Content| {
        shown.facts.map_or(LABEL, |facts| {
            layout(ui, view.palette, shown.session, facts, content, inside.x).height + GAP
        })
    };
    let of = |shown: &Shown, detail| {
        let content = content(view, shown, detail, title);
        height(shown, &content)
    };
    let brief: Vec<f32> = shown.iter().map(|one| of(one, Detail::Brief)).collect();
    let is_late = |shown: &Shown| day_group(shown.session.plan.start) == 2;
    let sum = |late: Option<bool>| -> f32 {
        let counted = shown.iter().zip(&brief);
        counted
            .filter(|(one, _)| late.is_none_or(|late| is_late(one) == late))
            .map(|(_, height)| height)
            .sum::<f32>()
            + LABEL
    };
    // A gap above a card must not push it out of sight.
    let spare = (inside.y - sum(None)).min(FREE_MORNING);
    let morning = if spare >= LEAST_MORNING && shown.first().is_some_and(is_late) {
        spare
    } else {
        0.0
    };
    let all = inside.y - sum(None) - LABEL - FREE_FOOT - morning;
    let early = inside.y - sum(Some(false)) - FREE_EVENING;
    let (mut all, mut early) = (all, early.min(all));
    let mut details = vec![Detail::Brief; shown.len()];
    for ((one, detail), before) in shown.iter().zip(&mut details).zip(brief) {
        let room = if is_late(one) { all } else { early };
        let all_of_it = of(one, Detail::Full) - before;
        let tried = if all_of_it <= room {
            Some((Detail::Full, all_of_it))
        } else {
            let exercises = one.session.plan.workout.exercises().len();
            let fitting = |count: usize| {
                let part = Detail::Part(count);
                let more = of(one, part) - before;
                (more <= room).then_some((part, more))
            };
            // Every exercise more makes the card higher: a few tries find the most that fit.
            let counts: Vec<usize> = (1..exercises).collect();
            let fit = counts.partition_point(|count| fitting(*count).is_some());
            let most = fit.checked_sub(1).and_then(|last| counts.get(last));
            most.and_then(|count| fitting(*count))
        };
        if let Some((most, more)) = tried {
            *detail = most;
            all -= more;
            if !is_late(one) {
                early -= more;
            }
        }
    }
    (details, morning)
}
