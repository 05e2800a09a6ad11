//! The choices of Print / Export.

use chrono::Weekday;
use egui::{Id, Label, Ui};

use crate::domain::{
    EventPlace, ExportOrder, FormatOptions, Guidance, Ink, Minutes, OpenFindings, Paper, RowKind,
    SheetKind, Units, Week,
};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::{buttons, field::Field, scrolling, segments};

use super::charts::charts_ui;
use super::form::{PrintForm, Who};

const METRIC: Units = Units::METRIC;
const IMPERIAL: Units = Units::IMPERIAL;
/// Minutes before a session at which a calendar may remind.
const REMINDERS: [(Option<Minutes>, &str); 5] = [
    (None, "No reminder"),
    (Some(Minutes(15)), "15 minutes before"),
    (Some(Minutes(30)), "30 minutes before"),
    (Some(Minutes(60)), "1 hour before"),
    (Some(Minutes(120)), "2 hours before"),
];
/// The most weeks that can be typed.
const MOST_WEEKS: u32 = 20 * 53;
/// Between a list or field as wide as the column and its edge, in points.
const BESIDE: f32 = 8.0;
/// The most that stays empty below a list that ends between two rows, in points.
const EMPTY: f32 = 28.0;
/// Below a row, so that the lines around its controls are whole.
const LINE: f32 = 1.0;

pub(super) fn options_ui(ui: &mut Ui, palette: &Palette, form: &mut PrintForm, height: f32) {
    let before = (form.order.clone(), form.report.clone(), form.who);
    ui.spacing_mut().scroll.dormant_handle_opacity = 0.4;
    let rows = Id::unique("rows of the choices of Print");
    let known = ui.data(|data| data.get_temp::<Vec<f32>>(rows));
    let whole = whole_rows(&known.unwrap_or_default(), height);
    if whole < height {
        // What goes on below is known by the bar beside it, and no row is cut through.
        ui.spacing_mut().scroll.fade.strength = 0.0;
    }
    let mut ends = Vec::new();
    scrolling::list(whole).show(ui, |ui| {
        let top = ui.cursor().top();
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        choices_ui(ui, palette, form, &mut ends);
        for end in &mut ends {
            *end -= top;
        }
    });
    ui.data_mut(|data| data.insert_temp(rows, ends));
    if before != (form.order.clone(), form.report.clone(), form.who) {
        form.changed();
    }
}

/// The most of `height` that ends below a row, of rows that end there; all of it where every row has room, and where
/// much would stay empty below the row: there the next one fades out.
fn whole_rows(ends: &[f32], height: f32) -> f32 {
    let all = ends.last().is_none_or(|last| *last <= height);
    let fitting = ends.iter().copied().filter(|end| *end <= height);
    match fitting.reduce(f32::max) {
        Some(end) if !all && height - end <= EMPTY => (end + LINE).min(height),
        _ => height,
    }
}

/// The choices one below the other; where each ends is added to `ends`.
fn choices_ui(ui: &mut Ui, palette: &Palette, form: &mut PrintForm, ends: &mut Vec<f32>) {
    who_ui(ui, palette, form);
    ends.push(ui.min_rect().bottom());
    if form.order.format.has_pages() {
        sheet_ui(ui, palette, form);
        ends.push(ui.min_rect().bottom());
    }
    span_ui(ui, palette, &mut form.order, form.week_start, ends);
    if form.order.format.has_pages() {
        page_ui(ui, palette, &mut form.order, ends);
        if form.order.sheet == SheetKind::Progress
            && let Some(athlete) = form.chosen().first().copied()
        {
            heading_ui(ui, palette, "Charts");
            charts_ui(ui, palette, &mut form.report, athlete, ends);
        }
    }
    match form.order.format.spec().options {
        FormatOptions::Events => events_ui(ui, palette, &mut form.order, ends),
        FormatOptions::Records => {
            heading_ui(ui, palette, "A row for every");
            let records = [
                (RowKind::Session, "Session"),
                (RowKind::Set, "Set"),
                (RowKind::Week, "Week"),
                (RowKind::Finding, "Finding"),
            ];
            let chosen = segments::segments_ui(ui, palette, &records, form.order.record);
            form.order.record = chosen.unwrap_or(form.order.record);
            ends.push(ui.min_rect().bottom());
        }
        FormatOptions::Words => words_ui(ui, palette, &mut form.order, ends),
        FormatOptions::Pages | FormatOptions::None => {}
    }
    if form.order.format.spec().takes_units {
        units_ui(ui, palette, &mut form.order);
    }
    ends.push(ui.min_rect().bottom());
}

fn heading_ui(ui: &mut Ui, palette: &Palette, name: &str) {
    ui.add_space(5.0);
    ui.label(text(name, 11.5, Weight::Medium).color(palette.text_faint));
}

fn hint_ui(ui: &mut Ui, palette: &Palette, said: &str) {
    let hint = text(said, 11.5, Weight::Regular).color(palette.text_soft);
    ui.add(Label::new(hint).wrap());
}

fn who_ui(ui: &mut Ui, palette: &Palette, form: &mut PrintForm) {
    heading_ui(ui, palette, "Athlete");
    let mut choices: Vec<(Who, &str)> = form
        .people
        .iter()
        .map(|(id, name)| (Who::One(*id), name.as_str()))
        .collect();
    if form.people.len() + form.unread > 1 {
        if form.order.format.holds_many() {
            choices.push((Who::Together, "Everyone, in one file"));
        }
        choices.push((Who::Each, "Everyone, a file each"));
    }
    let width = ui.available_width() - BESIDE;
    if let Some(who) = buttons::choice_ui(ui, "Athlete", &choices, form.who, width) {
        form.who = who;
        form.order.session = None;
    }
}

fn sheet_ui(ui: &mut Ui, palette: &Palette, form: &mut PrintForm) {
    heading_ui(ui, palette, "Sheet");
    let sheets = SheetKind::ALL.map(|sheet| (sheet, sheet.label()));
    let chosen = segments::segments_ui(ui, palette, &sheets, form.order.sheet);
    form.order.sheet = chosen.unwrap_or(form.order.sheet);
    let hint = match form.order.sheet {
        SheetKind::Week => "The week at a glance, with its strength sheets",
        SheetKind::Session => "Every session with exercises, with cues, muscles and blanks",
        SheetKind::Season => "A line a week: distance, strength, races, findings",
        SheetKind::Progress => "What was done: figures, and the charts of the screen",
    };
    hint_ui(ui, palette, hint);
    let alone = matches!(form.who, Who::One(_)) && form.order.sheet == SheetKind::Session;
    if let (Some((id, title)), true) = (&form.session, alone) {
        let label = format!("Only {}", format::shortened(title, 26));
        let on = form.order.session == Some(*id);
        if buttons::chip_ui(ui, palette, &label, on).clicked() {
            form.order.session = (!on).then_some(*id);
        }
    }
}

fn span_ui(
    ui: &mut Ui,
    palette: &Palette,
    order: &mut ExportOrder,
    week_start: Weekday,
    ends: &mut Vec<f32>,
) {
    heading_ui(ui, palette, "Weeks");
    ui.horizontal(|ui| {
        if buttons::icon_ui(ui, icons::PREVIOUS, "A week earlier").clicked() {
            order.from = order.from - chrono::Days::new(7);
        }
        let week = Week::of(order.from, week_start);
        let shown = format!("{} · {}", week.label(), format::week_span(week.first()));
        ui.label(text(shown, 12.5, Weight::Medium));
        if buttons::icon_ui(ui, icons::NEXT, "A week later").clicked() {
            order.from = order.from + chrono::Days::new(7);
        }
    });
    ends.push(ui.min_rect().bottom());
    ui.horizontal(|ui| {
        let by_itself = order.weeks == 1
            && order.format.has_pages()
            && matches!(order.sheet, SheetKind::Season | SheetKind::Progress);
        let id = ui.scope_id().with("weeks");
        let sheet = order.sheet;
        let field = Field::line("Number of weeks", 44.0).hint(if sheet == SheetKind::Season {
            "all"
        } else {
            "12"
        });
        let count = |typed: &str| match typed.trim().parse() {
            Ok(weeks) if (1..=MOST_WEEKS).contains(&weeks) => Ok(weeks),
            _ => Err(format!("1 to {MOST_WEEKS}")),
        };
        // Show the automatic number faintly, until another one is set.
        let shown = if by_itself {
            String::new()
        } else {
            order.weeks.to_string()
        };
        if let Some(weeks) = field.ui(ui, palette, id, &shown, count) {
            order.weeks = weeks;
        }
        let said = if by_itself && order.sheet == SheetKind::Progress {
            "weeks up to this one"
        } else if by_itself {
            "weeks of the season"
        } else if order.weeks == 1 {
            "week"
        } else {
            "weeks"
        };
        ui.label(text(said, 12.0, Weight::Regular).color(palette.text_soft));
        for weeks in [4, 12, 52] {
            let label = format!("{weeks} weeks");
            if !by_itself
                && buttons::small_ui(ui, &weeks.to_string())
                    .on_hover_text(&label)
                    .clicked()
            {
                order.weeks = weeks;
            }
        }
    });
    ends.push(ui.min_rect().bottom());
}

fn page_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder, ends: &mut Vec<f32>) {
    heading_ui(ui, palette, "Paper");
    ui.horizontal(|ui| {
        let papers = [(Paper::A4, "A4"), (Paper::Letter, "Letter")];
        let chosen = segments::segments_ui(ui, palette, &papers, order.paper);
        order.paper = chosen.unwrap_or(order.paper);
        ui.add_space(8.0);
        let inks = [
            (Ink::Colour, "Colour"),
            (Ink::BlackAndWhite, "Black and white"),
        ];
        let chosen = segments::segments_ui(ui, palette, &inks, order.ink);
        order.ink = chosen.unwrap_or(order.ink);
    });
    ends.push(ui.min_rect().bottom());
    heading_ui(ui, palette, "On the page");
    coach_ui(ui, palette, order);
    ends.push(ui.min_rect().bottom());
    match order.sheet {
        SheetKind::Week => {
            message_ui(ui, palette, order);
            let on = order.open_findings == OpenFindings::Show;
            if buttons::chip_ui(ui, palette, "Open findings", on).clicked() {
                order.open_findings = if on {
                    OpenFindings::Hide
                } else {
                    OpenFindings::Show
                };
            }
        }
        SheetKind::Session => guidance_ui(ui, palette, order, "Cues and muscles"),
        SheetKind::Progress => guidance_ui(ui, palette, order, "How to read the charts"),
        SheetKind::Season => {}
    }
    ends.push(ui.min_rect().bottom());
}

/// What stands on the page of a phone besides the plan.
fn words_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder, ends: &mut Vec<f32>) {
    heading_ui(ui, palette, "On the page");
    coach_ui(ui, palette, order);
    ends.push(ui.min_rect().bottom());
    message_ui(ui, palette, order);
    ends.push(ui.min_rect().bottom());
    guidance_ui(ui, palette, order, "Cues and muscles");
}

fn coach_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder) {
    let id = ui.scope_id().with("coach");
    let width = ui.available_width() - BESIDE;
    let coach = Field::line("Coach’s name", width).hint("Coach’s name");
    let typed = coach.ui(ui, palette, id, &order.coach, |typed| {
        Ok(typed.trim().to_owned())
    });
    order.coach = typed.unwrap_or_else(|| order.coach.clone());
}

fn message_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder) {
    let id = ui.scope_id().with("message");
    let width = ui.available_width() - BESIDE;
    let message = Field::line("A word to the athlete", width)
        .hint("A word to the athlete")
        .rows(2);
    let typed = message.ui(ui, palette, id, &order.message, |typed| {
        Ok(typed.trim().to_owned())
    });
    order.message = typed.unwrap_or_else(|| order.message.clone());
}

fn guidance_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder, label: &str) {
    let on = order.guidance == Guidance::Show;
    if buttons::chip_ui(ui, palette, label, on).clicked() {
        order.guidance = if on { Guidance::Hide } else { Guidance::Show };
    }
}

fn events_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder, ends: &mut Vec<f32>) {
    heading_ui(ui, palette, "Events");
    let places = [
        (EventPlace::AllDay, "All day"),
        (EventPlace::Timed, "At their time"),
    ];
    let chosen = segments::segments_ui(ui, palette, &places, order.events);
    order.events = chosen.unwrap_or(order.events);
    ends.push(ui.min_rect().bottom());
    let chosen = buttons::choice_ui(ui, "Reminder", &REMINDERS, order.reminder, 180.0);
    order.reminder = chosen.unwrap_or(order.reminder);
    ends.push(ui.min_rect().bottom());
    let hint = match order.events {
        EventPlace::AllDay => "A reminder comes at six in the evening before.",
        EventPlace::Timed => {
            "In this computer’s time zone. Sessions without a time stay on their day."
        }
    };
    hint_ui(ui, palette, hint);
    hint_ui(
        ui,
        palette,
        "Import the file again after a change: the calendar updates what it has.",
    );
}

fn units_ui(ui: &mut Ui, palette: &Palette, order: &mut ExportOrder) {
    heading_ui(ui, palette, "Units");
    let units = [
        (None, "The athlete’s own"),
        (Some(METRIC), "Kilometres and kilograms"),
        (Some(IMPERIAL), "Miles and pounds"),
    ];
    let width = ui.available_width() - BESIDE;
    let chosen = buttons::choice_ui(ui, "Units", &units, order.units, width);
    order.units = chosen.unwrap_or(order.units);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_goes_on_ends_below_a_row() {
        let ends = [40.0, 130.0, 170.0, 210.0, 300.0];
        assert_eq!(
            whole_rows(&ends, 187.0),
            171.0,
            "half of the fourth would show"
        );
        assert_eq!(
            whole_rows(&ends, 165.0),
            165.0,
            "too much would be empty below the second"
        );
        assert_eq!(whole_rows(&ends, 210.0), 210.0);
        assert_eq!(whole_rows(&ends, 400.0), 400.0, "all of them have room");
        assert_eq!(whole_rows(&ends, 30.0), 30.0, "not even the first has");
        assert_eq!(whole_rows(&[], 187.0), 187.0, "nothing is known yet");
    }
}
