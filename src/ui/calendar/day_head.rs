//! What a day allows, in words below its head, and the menu of its head that sets it.

use chrono::{Days, NaiveDate};
use egui::{Id, Label, Popup, Rect, Role, Sense, Ui, WidgetInfo};

use crate::domain::{DayAvailability, Exception, ExceptionKind, Minutes, Week};
use crate::edit::Edit;
use crate::notation;
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::theme::{Weight, font, text};
use crate::ui::view::View;
use crate::ui::widgets::check;
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::menu_place;
use crate::ui::widgets::rows::rows_of;
use crate::ui::widgets::scrolling;

use super::menus::command_ui;

/// What the plus takes of the line where it stands beside the words, in points: the sign itself, not all of its button.
const PLUS: f32 = 15.0;

/// The limits of a day that are offered, in minutes.
const MINUTES: [u32; 4] = [30, 45, 60, 90];

/// What is said of a day that is not free: "no gym", "60 min at most", "Travel · no gym"; `None` for a free day.
pub(super) fn words(view: &View, date: NaiveDate) -> Option<String> {
    let parts = parts(view, date, "min at most");
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The same in few letters: "75 min · no gym".
pub(super) fn short_words(view: &View, date: NaiveDate) -> Option<String> {
    let parts = parts(view, date, "min");
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn parts(view: &View, date: NaiveDate, minutes_word: &str) -> Vec<String> {
    let availability = &view.athlete.profile.availability;
    let why = availability.exception_on(date).and_then(kind_word);
    let mut parts: Vec<String> = why.map(str::to_owned).into_iter().collect();
    match availability.on(date) {
        DayAvailability::Free => {}
        DayAvailability::Unavailable if parts.is_empty() => parts.push("day off".to_owned()),
        DayAvailability::Unavailable => parts.push("no training".to_owned()),
        DayAvailability::Limited { minutes, gym, .. } => {
            parts.extend(minutes.map(|minutes| format!("{minutes} {minutes_word}")));
            parts.extend((!gym).then(|| "no gym".to_owned()));
        }
    }
    parts
}

fn kind_word(exception: &Exception) -> Option<&'static str> {
    match exception.kind {
        ExceptionKind::Travel => Some("Travel"),
        ExceptionKind::Illness => Some("Ill"),
        ExceptionKind::Holiday => Some("Holiday"),
        ExceptionKind::Other => None,
    }
}

/// True for a day without any training.
pub(super) fn is_closed(view: &View, date: NaiveDate) -> bool {
    *view.athlete.profile.availability.on(date) == DayAvailability::Unavailable
}

/// Draws what is said of the day; its note is in the tooltip. `beside_plus` in a narrow day, where the plus stands at the
/// right of this line.
pub(super) fn words_ui(ui: &mut Ui, view: &View, date: NaiveDate, beside_plus: bool) {
    let Some(words) = words(view, date) else {
        return;
    };
    let width = ui.available_width();
    // Beside the plus, show each limit in short on its own line.
    let (room, shown) = if beside_plus {
        let short = parts(view, date, "min").join("\n");
        (width - PLUS, short)
    } else {
        // Do not break a limit across lines.
        let whole = |part: String| part.replace(' ', "\u{a0}");
        let shown: Vec<String> = parts(view, date, "min at most")
            .into_iter()
            .map(whole)
            .collect();
        let painter = ui.painter();
        let measure = |row: &str| {
            let font = font(11.0, Weight::Medium);
            let color = view.palette.text_soft;
            painter.layout_no_wrap(row.to_owned(), font, color).size().x
        };
        // A line must not begin with a dot.
        let rows = rows_of(&shown.join(" · "), " · ", width, measure);
        (width, rows)
    };
    let label = text(shown, 11.0, Weight::Medium).color(view.palette.text_soft);
    let response = ui
        .scope(|ui| {
            ui.set_max_width(room.max(30.0));
            ui.add(Label::new(label).wrap())
        })
        .inner;
    let label = &words;
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
    let exception = view.athlete.profile.availability.exception_on(date);
    let note = exception.map_or("", |exception| exception.note.as_str());
    if !note.is_empty() {
        response.on_hover_text(note);
    } else if beside_plus {
        response.on_hover_text(words);
    }
}

/// Makes the head of a day a button that opens the menu of what the day allows.
pub(super) fn head_ui(ui: &Ui, view: &View, date: NaiveDate, rect: Rect, actions: &mut Actions) {
    let id = Id::unique(("head of the day", date));
    let response = ui.interact(rect, id, Sense::click());
    let said = words(view, date).unwrap_or_else(|| "free".to_owned());
    let name = format!("What {} allows: {said}", format::day(date));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    menu_place::inside(Popup::menu(&response)).show(|ui| {
        scrolling::menu_ui(ui, |ui| menu_ui(ui, view, date, actions));
    });
    hint(response, format!("{said}. Click to change"));
}

fn menu_ui(ui: &mut Ui, view: &View, date: NaiveDate, actions: &mut Actions) {
    ui.set_min_width(190.0);
    let availability = &view.athlete.profile.availability;
    let title = text(format::full_day(date), 12.0, Weight::SemiBold);
    ui.label(title.color(view.palette.text_soft));
    let exception = availability.exception_on(date);
    let on = availability.on(date);
    let mut wish = Wish {
        view,
        from: date,
        actions,
    };
    if check::radio_ui(ui, exception.is_none(), "As usual").clicked() {
        wish.set(date, None, "as usual");
        ui.close();
    }
    let is_other = exception.is_some_and(|exception| exception.kind == ExceptionKind::Other);
    let mut row = |ui: &mut Ui, label: String, day: DayAvailability| {
        if check::radio_ui(ui, is_other && *on == day, &label).clicked() {
            let told = label.to_lowercase();
            wish.set(date, Some((ExceptionKind::Other, day)), &told);
            ui.close();
        }
    };
    row(ui, "Free".to_owned(), DayAvailability::Free);
    row(ui, "No gym".to_owned(), without_gym());
    for minutes in MINUTES {
        let day = DayAvailability::Limited {
            minutes: Some(minutes),
            gym: true,
            equipment: Vec::new(),
        };
        let most = notation::minutes(Minutes(minutes));
        row(ui, format!("{most} at most"), day);
    }
    row(ui, "Day off".to_owned(), DayAvailability::Unavailable);
    ui.separator();
    let off = DayAvailability::Unavailable;
    for (label, kind, day) in [
        ("Travel, no gym", ExceptionKind::Travel, without_gym()),
        ("Travel, no training", ExceptionKind::Travel, off.clone()),
        ("Ill", ExceptionKind::Illness, off.clone()),
        ("Holiday, no training", ExceptionKind::Holiday, off),
    ] {
        menu_place::submenu_ui(ui, label, |ui| spans_ui(ui, &mut wish, label, kind, &day));
    }
    ui.separator();
    command_ui(ui, Command::EditAthlete, actions);
}

fn without_gym() -> DayAvailability {
    DayAvailability::Limited {
        minutes: None,
        gym: false,
        equipment: Vec::new(),
    }
}

/// For how long something holds.
fn spans_ui(
    ui: &mut Ui,
    wish: &mut Wish<'_, '_>,
    label: &str,
    kind: ExceptionKind,
    day: &DayAvailability,
) {
    let from = wish.from;
    let week = Week::of(from, wish.view.athlete.profile.week_start).first();
    let weeks_end = week + Days::new(6);
    let spans = [
        ("This day".to_owned(), from),
        (format!("Through {}", format::day(weeks_end)), weeks_end),
        ("For 7 days".to_owned(), from + Days::new(6)),
        ("For 14 days".to_owned(), from + Days::new(13)),
    ];
    for (words, to) in spans {
        if ui.button(words).clicked() {
            let said = Some((kind, day.clone()));
            wish.set(to, said, &label.to_lowercase());
            ui.close();
        }
    }
}

/// A change of what days allow, from a day on.
struct Wish<'w, 'v> {
    view: &'w View<'v>,
    from: NaiveDate,
    actions: &'w mut Actions,
}

impl Wish<'_, '_> {
    fn set(&mut self, to: NaiveDate, said: Option<(ExceptionKind, DayAvailability)>, told: &str) {
        let mut profile = self.view.athlete.profile.clone();
        profile.availability.set(self.from, to, said);
        let edits = vec![Edit::Profile(Box::new(profile))];
        let last = to.max(self.from);
        let mut days = format::day(self.from);
        if last > self.from {
            days = format!("{days} – {}", format::day(last));
        }
        let label = format!("Set {days} to {told}");
        self.actions.edit(label, self.view.athlete.id, edits);
    }
}
