//! The sets of an exercise as rows: a box for each figure, and a tick for what was done. The boxes begin with what was
//! planned, or with the load of the last time; Enter ticks a set and goes on to the next.

use egui::{Align, Id, Key, Layout, Role, Ui, WidgetInfo, vec2};

use crate::domain::set_entry::{EntryRules, SetWords, parse_sets};
use crate::domain::{MassUnit, SetKind, SetLog};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::check;
use crate::ui::widgets::field::{self, Field};

use super::hands::Hands;

/// Widths of the columns in points: the number of the set, the boxes, the tick.
const NUMBER: f32 = 18.0;
const COUNT: f32 = 44.0;
const LOAD: f32 = 58.0;
const RESERVE: f32 = 36.0;
/// Height of a row, in points.
pub(super) const ROW: f32 = 28.0;

/// What the rows of an exercise are drawn with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The exercise's name, as it is read aloud.
    pub(super) name: &'a str,
    /// What was logged so far.
    pub(super) done: &'a [SetLog],
    /// What is still to be done, in the order of the rows: the first of these follows the last that is logged.
    pub(super) open: &'a [SetLog],
    /// How figures are read.
    pub(super) rules: EntryRules,
    /// What the loads stand for.
    pub(super) hands: Hands,
    /// An identity of its own.
    pub(super) id: Id,
    /// That of the exercise after it.
    pub(super) next: Id,
}

/// A box of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figure {
    Count,
    Load,
    Reserve,
}

/// Draws the rows, and gives the sets as they are to be logged once something was ticked or typed.
pub(super) fn rows_ui(ui: &mut Ui, palette: &Palette, rows: Rows<'_>) -> Option<Vec<SetLog>> {
    let count = rows.done.len() + rows.open.len();
    if count == 0 {
        return None;
    }
    ui.spacing_mut().item_spacing.y = 3.0;
    heads_ui(ui, palette, rows);
    let mut changed = None;
    let pass = ui.ctx().cumulative_pass_nr();
    let wanted = ui.data(|data| data.get_temp::<Wanted>(rows.id));
    if let Some(wanted) = wanted.filter(|wanted| wanted.since < pass) {
        ui.data_mut(|data| data.remove::<Wanted>(rows.id));
        let first = box_id(rows.id, wanted.place, Figure::Count);
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    for place in 0..count {
        let (row, entered) = ui.horizontal(|ui| row_ui(ui, palette, rows, place)).inner;
        changed = changed.or(row);
        if entered && place + 1 < count {
            want_focus(ui, rows.id, place + 1);
        } else if entered {
            want_focus(ui, rows.next, 0);
        }
    }
    changed
}

/// A row that is to have the keyboard from the next frame on: in this one it would take the same Enter for its own.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    place: usize,
    since: u64,
}

/// Gives the keyboard to a row of the exercise with this identity.
pub(super) fn want_focus(ui: &Ui, id: Id, place: usize) {
    let since = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(id, Wanted { place, since }));
    ui.ctx().request_repaint();
}

/// What the columns are called.
fn heads_ui(ui: &mut Ui, palette: &Palette, rows: Rows<'_>) {
    let mut sets = rows.done.iter().chain(rows.open);
    let count = if rows.rules.held || sets.any(|set| set.seconds.is_some()) {
        "Seconds"
    } else {
        "Reps"
    };
    let unit = match rows.rules.unit {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    };
    let unit = format!("{unit}{}", rows.hands.word());
    ui.horizontal(|ui| {
        let columns = [
            (NUMBER, ""),
            (COUNT, count),
            (LOAD, unit.as_str()),
            (RESERVE, "RIR"),
        ];
        for (width, head) in columns {
            let size = vec2(width, 13.0);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                ui.label(text(head, 11.0, Weight::Regular).color(palette.text_faint));
            });
        }
    });
}

/// Draws a row; gives the sets where they change, and whether Enter was pressed in it.
fn row_ui(
    ui: &mut Ui,
    palette: &Palette,
    rows: Rows<'_>,
    place: usize,
) -> (Option<Vec<SetLog>>, bool) {
    let is_done = place < rows.done.len();
    let draft_id = rows.id.with(("figures of a set", place));
    let known = rows.done.get(place).copied();
    let drafted = ui.data(|data| data.get_temp::<SetLog>(draft_id));
    let open = rows.open.get(place.saturating_sub(rows.done.len()));
    let mut set = known.or(drafted).or(open.copied()).unwrap_or_default();
    let before = set;
    let (short, set_name) = set_name(rows, place, set.kind);
    let size = vec2(NUMBER, ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(NUMBER);
        let color = match set.kind {
            SetKind::Working => palette.text_soft,
            SetKind::WarmUp | SetKind::Drop => palette.text_faint,
        };
        ui.label(text(&short, 12.0, Weight::Medium).color(color));
    });
    let mut entered = false;
    for (which, word, width) in [
        (Figure::Count, "Reps", COUNT),
        (Figure::Load, "Weight", LOAD),
        (Figure::Reserve, "Reps in reserve", RESERVE),
    ] {
        let spoken = format!(
            "{word} of {} of {}",
            format::lower_first(&set_name),
            rows.name
        );
        let id = box_id(rows.id, place, which);
        let held = ui.memory(|memory| memory.has_focus(id));
        let enters = held && ui.input(|input| input.key_pressed(Key::Enter));
        let shown = shown(&set, which, rows.rules.unit);
        let parse = |typed: &str| with_figure(&set, which, typed, rows.rules);
        let typed = ui
            .vertical(|ui| {
                ui.set_max_width(width);
                Field::line(&spoken, width).ui(ui, palette, id, &shown, parse)
            })
            .inner;
        if let Some(typed) = typed {
            set = typed;
        }
        // Refused input stays in its field and is not logged.
        entered |= enters && field::typed(ui, id).is_none();
    }
    let name = format!("{set_name} of {} done", rows.name);
    let ticked = tick_ui(ui, is_done, &name);
    let mut sets = rows.done.to_vec();
    if is_done {
        if ticked {
            sets.remove(place);
            return (Some(sets), false);
        }
        if let Some(stored) = sets.get_mut(place) {
            *stored = set;
        }
        return ((set != before).then_some(sets), entered);
    }
    if !(ticked || entered) {
        if set != before {
            ui.data_mut(|data| data.insert_temp(draft_id, set));
        }
        return (None, false);
    }
    // Ticking the third set marks the two before it as done.
    for earlier in rows.done.len()..=place {
        let id = rows.id.with(("figures of a set", earlier));
        let drafted = ui.data_mut(|data| data.remove_temp::<SetLog>(id));
        let planned = rows.open.get(earlier - rows.done.len()).copied();
        let own = (earlier == place).then_some(set);
        sets.extend(own.or(drafted).or(planned));
    }
    (Some(sets), entered)
}

/// What a set is called, in its row and read aloud: "2" and "Set 2". The sets that were planned are counted, and what
/// warms up is none of them.
fn set_name(rows: Rows<'_>, place: usize, kind: SetKind) -> (String, String) {
    let before = rows.done.iter().chain(rows.open).take(place);
    let number = 1 + before.filter(|set| set.kind == kind).count();
    match kind {
        SetKind::Working => (number.to_string(), format!("Set {number}")),
        SetKind::WarmUp => ("w".to_owned(), format!("Warm-up {number}")),
        SetKind::Drop => ("d".to_owned(), format!("Drop set {number}")),
    }
}

/// The tick of a row: a box that is filled once the set is logged.
fn tick_ui(ui: &mut Ui, is_done: bool, name: &str) -> bool {
    let mut on = is_done;
    let response = check::check_ui(ui, &mut on, "");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_done, name));
    let hint = if is_done {
        "Not done after all"
    } else {
        "Done; sets before it as well"
    };
    response.on_hover_text(hint).changed()
}

fn box_id(id: Id, place: usize, which: Figure) -> Id {
    let column = match which {
        Figure::Count => "count",
        Figure::Load => "load",
        Figure::Reserve => "reserve",
    };
    id.with((column, place))
}

/// What stands in a box.
fn shown(set: &SetLog, which: Figure, unit: MassUnit) -> String {
    match which {
        Figure::Count => {
            let count = set.reps.or(set.seconds);
            count.map(|count| count.to_string()).unwrap_or_default()
        }
        Figure::Load => SetWords::of(set, unit)
            .load
            .trim_start_matches('x')
            .to_owned(),
        Figure::Reserve => set
            .rir
            .map(|rir| format::number(rir, 1))
            .unwrap_or_default(),
    }
}

/// The set with another figure in one of its boxes, read as the same figure of a written set is.
fn with_figure(
    set: &SetLog,
    which: Figure,
    typed: &str,
    rules: EntryRules,
) -> Result<SetLog, String> {
    let typed = typed.trim().to_lowercase();
    let is_whole = which == Figure::Count && typed.contains(['x', '×', '@']);
    if is_whole {
        // "5x60@2" in the first box is the whole set.
        return one(&typed, rules);
    }
    let mut words = SetWords::of(set, rules.unit);
    match which {
        Figure::Count if typed.is_empty() => words.count = String::from("-"),
        Figure::Count if set.seconds.is_some() && set.reps.is_none() => {
            words.count = format!("{}s", typed.trim_end_matches('s').trim());
        }
        Figure::Count => words.count = typed,
        Figure::Load if typed.is_empty() || typed == "bw" => words.load = String::from("xbw"),
        Figure::Load => words.load = format!("x{}", typed.replace(' ', "")),
        Figure::Reserve if typed.is_empty() => words.reserve.clear(),
        Figure::Reserve => words.reserve = format!("@{typed}"),
    }
    one(&words.to_string(), rules)
}

/// The one set that is written so.
fn one(written: &str, rules: EntryRules) -> Result<SetLog, String> {
    let entry = parse_sets(written, rules)?;
    match entry.sets.as_slice() {
        [one] => Ok(*one),
        _ => Err("One figure for one set".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kilograms;

    fn set() -> SetLog {
        SetLog {
            reps: Some(5),
            kg: Some(Kilograms::new(60.0)),
            rir: Some(2.0),
            ..SetLog::default()
        }
    }

    #[test]
    fn each_box_changes_its_own_figure() {
        let rules = EntryRules::in_unit(MassUnit::Kg);
        let with = |which, typed| with_figure(&set(), which, typed, rules).unwrap();
        assert_eq!(
            with(Figure::Count, "4"),
            SetLog {
                reps: Some(4),
                ..set()
            }
        );
        assert_eq!(with(Figure::Count, "5x60@2"), set(), "or all of them");
        let heavier = Some(Kilograms::new(62.5));
        assert_eq!(
            with(Figure::Load, "62.5"),
            SetLog {
                kg: heavier,
                ..set()
            }
        );
        assert_eq!(
            with(Figure::Load, "62.5 kg"),
            SetLog {
                kg: heavier,
                ..set()
            }
        );
        assert_eq!(with(Figure::Load, ""), SetLog { kg: None, ..set() });
        assert_eq!(with(Figure::Reserve, ""), SetLog { rir: None, ..set() });
        assert_eq!(
            with(Figure::Reserve, "1"),
            SetLog {
                rir: Some(1.0),
                ..set()
            }
        );
    }

    #[test]
    fn a_hold_is_counted_in_seconds_and_pounds_are_pounds() {
        let hold = SetLog {
            seconds: Some(30),
            ..SetLog::default()
        };
        let rules = EntryRules::in_unit(MassUnit::Pounds);
        let longer = with_figure(&hold, Figure::Count, "45", rules).unwrap();
        assert_eq!((longer.seconds, longer.reps), (Some(45), None));
        let lifted = with_figure(&set(), Figure::Load, "135", rules).unwrap();
        assert_eq!(lifted.kg, Some(Kilograms::from_pounds(135.0)));
        assert_eq!(shown(&lifted, Figure::Load, MassUnit::Pounds), "135");
    }

    #[test]
    fn what_cannot_be_meant_is_refused_in_every_box() {
        let rules = EntryRules::in_unit(MassUnit::Kg);
        for (which, typed) in [
            (Figure::Count, "300"),
            (Figure::Count, "many"),
            (Figure::Count, "5 5"),
            (Figure::Load, "900"),
            (Figure::Reserve, "soon"),
        ] {
            assert!(with_figure(&set(), which, typed, rules).is_err(), "{typed}");
        }
    }
}
