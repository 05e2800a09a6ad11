//! What a program comes to: its days, minutes and equipment in words, and its weeks as a picture.

use egui::{CornerRadius, Rect, Sense, Ui, pos2, vec2};

use crate::domain::{Equipment, Kind, Program};
use crate::ui::card_facts::plan_facts;
use crate::ui::format::lower_first;
use crate::ui::view::View;

/// "2 × a week · 20–30 min · 12 weeks".
pub(super) fn facts(program: &Program) -> String {
    let range = |low: u32, high: u32| {
        if low == high {
            low.to_string()
        } else {
            format!("{low}–{high}")
        }
    };
    let days = program.days_per_week;
    let minutes = program.minutes;
    let weeks = match program.weeks.len() {
        1 => "every week".to_owned(),
        weeks => format!("{weeks} weeks"),
    };
    format!(
        "{} × a week · {} min · {weeks}",
        range(days.low, days.high),
        range(minutes.low, minutes.high)
    )
}

/// "Needs dumbbells, barbell and bench".
pub(super) fn needs(equipment: &[Equipment]) -> String {
    let items: Vec<String> = equipment
        .iter()
        .filter(|item| **item != Equipment::None)
        .map(|item| lower_first(item.name()))
        .collect();
    match items.split_last() {
        None => "Needs no equipment".to_owned(),
        Some((last, [])) => format!("Needs {last}"),
        Some((last, others)) => format!("Needs {} and {last}", others.join(", ")),
    }
}

/// The weeks side by side, each as high as its minutes; of a program of one week, its sessions.
pub(super) fn picture_ui(ui: &mut Ui, view: &View, program: &Program) {
    const HEIGHT: f32 = 26.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let columns: Vec<Vec<&crate::domain::ProgramSession>> = match program.weeks.as_slice() {
        [week] => (0..7)
            .map(|day| {
                let on = week.sessions.iter().filter(|session| {
                    let meant = session.day.map(|day| day.num_days_from_monday());
                    meant == Some(day)
                });
                on.collect()
            })
            .collect(),
        weeks => weeks
            .iter()
            .map(|week| week.sessions.iter().collect())
            .collect(),
    };
    let minutes = |session: &crate::domain::ProgramSession| {
        plan_facts(&session.plan, &view.athlete.profile, view.library)
    };
    let total = |column: &Vec<&crate::domain::ProgramSession>| -> f32 {
        column.iter().map(|s| minutes(s).minutes.0 as f32).sum()
    };
    let most = columns.iter().map(total).fold(1.0, f32::max);
    let width = rect.width() / columns.len().max(1) as f32;
    for (index, column) in columns.iter().enumerate() {
        let left = rect.left() + width * index as f32;
        let well = Rect::from_min_size(pos2(left + 1.0, rect.top()), vec2(width - 2.0, HEIGHT));
        ui.painter()
            .rect_filled(well, CornerRadius::same(3), view.palette.well);
        let mut bottom = well.bottom();
        for session in column {
            let facts = minutes(session);
            let height = (facts.minutes.0 as f32 / most * HEIGHT).max(3.0);
            let kind = session.plan.kind();
            let color = view.palette.kind(kind, facts.leg_load());
            let color = if session.optional && kind != Kind::Strength {
                view.palette.faded(color)
            } else {
                color
            };
            let piece = Rect::from_min_max(
                pos2(well.left(), bottom - height + 1.0),
                pos2(well.right(), bottom),
            );
            ui.painter()
                .rect_filled(piece, CornerRadius::same(2), color);
            bottom -= height;
        }
    }
}
