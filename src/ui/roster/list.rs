//! The list: a line for each athlete, and below it a line for each finding.

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontId, Id, Painter, Pos2, Rect, Response, Role, ScrollArea,
    Sense, Stroke, StrokeKind, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::{Kind, LegLoad, RunKind, Week};
use crate::rules::{Finding, Severity};
use crate::ui::action::{Action, Actions, FindingPlace};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, font, icons};
use crate::ui::view::View;
use crate::ui::widgets::marks;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::{feedback, format};

use super::groups;
use super::row::{RosterRow, Square, Standing};
use super::state::{Column, RosterState};

const HEADER: f32 = 32.0;
const ATHLETE: f32 = 50.0;
const FINDING: f32 = 32.0;
const SQUARE: f32 = 20.0;
const PAD: f32 = 14.0;

/// Where the columns begin, as shares of the width.
struct Columns {
    left: f32,
    width: f32,
}

impl Columns {
    const NAME: f32 = 0.0;
    /// Beside the name of its own column: the race stands below the athlete's name.
    const RACE: f32 = 0.075;
    const THIS_WEEK: f32 = 0.19;
    const NEXT_WEEK: f32 = 0.345;
    const FINDINGS: f32 = 0.5;
    const DONE: f32 = 0.615;
    const RUNNING: f32 = 0.745;
    const LAST_LOG: f32 = 0.88;

    fn x(&self, share: f32) -> f32 {
        self.left + PAD + (self.width - 2.0 * PAD) * share
    }
}

/// The list while it is drawn.
struct Listing {
    columns: Columns,
    /// The one severity that is listed, where it is one.
    only: Option<Severity>,
    keys: RowKeys,
    /// The first finding is to have the keyboard.
    take_focus: bool,
}

/// Draws the list into what is left of the window.
pub(super) fn list_ui(ui: &mut Ui, view: &View, state: &mut RosterState, actions: &mut Actions) {
    let palette = view.palette;
    if state.rows.is_empty() {
        let words = if state.checking > 0 {
            "Checking everybody's weeks…"
        } else if state.archived {
            "Nobody is archived any more."
        } else {
            "No athletes yet. Add the first with New athlete… in the command palette."
        };
        ui.label(crate::ui::theme::text(words, 13.0, Weight::Regular).color(palette.text_soft));
        return;
    }
    let columns = Columns {
        left: ui.max_rect().left(),
        width: ui.available_width(),
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    header_ui(ui, view, &columns, state);
    let rows = state.listed();
    if rows.is_empty() {
        let words = crate::ui::theme::text("Nobody fits that.", 13.0, Weight::Regular);
        ui.add_space(8.0);
        ui.label(words.color(palette.text_soft));
    }
    let mut listing = Listing {
        columns,
        only: state.only,
        keys: RowKeys::begin(ui, Id::unique("roster")),
        take_focus: std::mem::take(&mut state.take_focus),
    };
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (tag, rows) in groups::groups(rows, state.grouped) {
                if !tag.is_empty() {
                    ui.add_space(10.0);
                    ui.label(groups::heading(palette, &tag, rows.len()));
                    ui.add_space(4.0);
                }
                // Who has two tags is listed under both.
                ui.push_id(&tag, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for row in &rows {
                        athlete_ui(ui, view, row, &mut listing, actions);
                    }
                });
            }
        });
    // Before anybody was checked there is nothing to take it.
    state.take_focus = listing.take_focus && state.checking > 0;
    listing.keys.end(ui);
}

fn header_ui(ui: &mut Ui, view: &View, columns: &Columns, state: &mut RosterState) {
    let palette = view.palette;
    let (_, rect) = ui.allocate_space(vec2(columns.width, HEADER));
    let corners = CornerRadius {
        nw: CARD_RADIUS,
        ne: CARD_RADIUS,
        sw: 0,
        se: 0,
    };
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .rect(rect, corners, palette.surface, line, StrokeKind::Inside);
    let firsts = state.rows.first().map(|row| row.weeks.clone());
    let week = |index: usize| {
        let first = firsts
            .as_ref()
            .and_then(|weeks| weeks.get(index))
            .map(|w| w.first);
        first.map_or_else(String::new, |first| {
            let days = (view.today - first).num_days();
            let when = match days.div_euclid(7) {
                0 => " (this week)",
                -1 => " (next)",
                _ => "",
            };
            format!("W{}{when}", Week::starting(first).number())
        })
    };
    let labels = [
        (Columns::NAME, Some(Column::Name), "Athlete".to_owned()),
        (Columns::RACE, Some(Column::Race), "Next race".to_owned()),
        (Columns::THIS_WEEK, None, week(0)),
        (Columns::NEXT_WEEK, None, week(1)),
        (
            Columns::FINDINGS,
            Some(Column::Findings),
            "Findings".to_owned(),
        ),
        (
            Columns::DONE,
            Some(Column::Done),
            "Done, 4 weeks".to_owned(),
        ),
        (
            Columns::RUNNING,
            Some(Column::Running),
            "Running".to_owned(),
        ),
        (
            Columns::LAST_LOG,
            Some(Column::LastLog),
            "Last log".to_owned(),
        ),
    ];
    for (share, column, label) in labels {
        let at = pos2(columns.x(share), rect.center().y);
        column_ui(ui, view.palette, state, column, &label, at);
    }
}

/// The name of a column, which orders the list where it is clicked.
fn column_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &mut RosterState,
    column: Option<Column>,
    label: &str,
    at: Pos2,
) {
    let order = state.order.filter(|(current, _)| Some(*current) == column);
    let (weight, color) = match order {
        Some(_) => (Weight::SemiBold, palette.accent),
        None => (Weight::Medium, palette.text_soft),
    };
    let font = font(11.0, weight);
    let drawn = ui
        .painter()
        .text(at, Align2::LEFT_CENTER, label, font, color);
    let Some(column) = column else {
        let id = ui.scope_id().with(("column", label));
        let head = ui.interact(drawn, id, Sense::hover());
        head.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
        return;
    };
    if let Some((_, reversed)) = order {
        let (top, down) = (drawn.right() + 7.0, if reversed { -1.0 } else { 1.0 });
        let middle = pos2(top, at.y);
        let points = vec![
            middle + vec2(-3.5, -2.0 * down),
            middle + vec2(3.5, -2.0 * down),
            middle + vec2(0.0, 3.0 * down),
        ];
        ui.painter()
            .add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    }
    let id = ui.scope_id().with(("order by", label));
    let response = ui.interact(drawn.expand2(vec2(4.0, 8.0)), id, Sense::click());
    let name = format!("Order by {}", label.to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, order.is_some(), &name));
    if response.clicked() {
        state.order_by(column);
    }
    response.on_hover_text(name);
}

fn athlete_ui(
    ui: &mut Ui,
    view: &View,
    row: &RosterRow,
    listing: &mut Listing,
    actions: &mut Actions,
) {
    let only = listing.only;
    let findings: Vec<(NaiveDate, &Finding)> = row
        .findings()
        .into_iter()
        .filter(|(_, finding)| only.is_none_or(|only| finding.severity == only))
        .collect();
    if only.is_some() && findings.is_empty() {
        return;
    }
    let line = Line {
        id: ui.scope_id().with(("athlete", row.athlete)),
        height: ATHLETE,
        name: &athlete_name(row),
    };
    let (rect, response) = line.ui(ui, view.palette, listing);
    if ui.is_rect_visible(rect) {
        paint_athlete(ui.painter(), view.palette, row, &listing.columns, rect);
    }
    let more = Rect::from_center_size(
        pos2(rect.right() - PAD - 8.0, rect.center().y),
        vec2(24.0, 24.0),
    );
    groups::menu_ui(ui, view, row, &response, more, actions);
    if response.clicked() {
        actions.push(Action::ShowAthlete(row.athlete));
        if let Some(week) = row.weeks.first() {
            actions.push(Action::ShowWeek(week.first));
        }
    }
    if only.is_none() {
        feedback_ui(ui, view, row, listing, actions);
    }
    for (index, (week, finding)) in findings.into_iter().enumerate() {
        let line = Line {
            id: ui.scope_id().with(("finding", row.athlete, index)),
            height: FINDING,
            name: &finding_name(row, week, finding),
        };
        let (rect, response) = line.ui(ui, view.palette, listing);
        if std::mem::take(&mut listing.take_focus) {
            response.request_focus();
        }
        if ui.is_rect_visible(rect) {
            let columns = &listing.columns;
            paint_finding(ui.painter(), view.palette, week, finding, columns, rect);
        }
        let response = response.on_hover_text(&finding.message);
        if response.clicked() {
            actions.push(Action::ShowFinding(FindingPlace {
                athlete: row.athlete,
                week,
                rule: finding.rule,
                session: finding.sessions.first().copied(),
                selects: !finding.is_about_a_week(),
            }));
        }
    }
}

/// A line for what the athlete said and nobody looked at yet; clicked, it shows the first of it.
fn feedback_ui(
    ui: &mut Ui,
    view: &View,
    row: &RosterRow,
    listing: &mut Listing,
    actions: &mut Actions,
) {
    let Some(athlete) = view.workspace.athlete(row.athlete) else {
        return;
    };
    let news = view.news_of(athlete);
    let Some(first) = news.first() else { return };
    let count = feedback::count_of(&news, view.today);
    let line = Line {
        id: ui.scope_id().with(("feedback", row.athlete)),
        height: FINDING,
        name: &format!("{}: {count}", row.name),
    };
    let (rect, response) = line.ui(ui, view.palette, listing);
    let columns = &listing.columns;
    let said = news.iter().filter_map(|session| {
        let said = feedback::lines(session.log.as_ref()?).join(", ");
        Some(format!("{} {said}", format::weekday(session.date)))
    });
    let said: Vec<String> = said.collect();
    if ui.is_rect_visible(rect) {
        let (painter, palette) = (ui.painter(), view.palette);
        let middle = rect.center().y;
        let left = columns.x(Columns::NAME) + 12.0;
        let icon = FontId::new(14.0, icons::FEEDBACK.font_family());
        painter.text(
            pos2(left, middle),
            Align2::CENTER_CENTER,
            icons::FEEDBACK.codepoint,
            icon,
            palette.accent,
        );
        let at = pos2(left + 14.0, middle);
        let room = columns.x(Columns::THIS_WEEK) - at.x - 8.0;
        let bold = font(12.0, Weight::SemiBold);
        elided(painter, at, &count, bold, palette.accent, room);
        let at = pos2(columns.x(Columns::THIS_WEEK), middle);
        let room = rect.right() - PAD - at.x;
        let words = said.join(" · ").replace('\n', " ");
        let plain = font(12.0, Weight::Regular);
        elided(painter, at, &words, plain, palette.text, room);
    }
    let response = response.on_hover_text(said.join("\n"));
    if response.clicked() {
        actions.push(Action::ShowAthlete(row.athlete));
        actions.push(Action::ShowSession(first.id));
    }
}

/// A line to click.
struct Line<'a> {
    id: Id,
    /// In points.
    height: f32,
    /// What a screen reader says, and what is found by typing.
    name: &'a str,
}

impl Line<'_> {
    /// Draws its ground.
    fn ui(self, ui: &mut Ui, palette: &Palette, listing: &mut Listing) -> (Rect, Response) {
        let (_, rect) = ui.allocate_space(vec2(listing.columns.width, self.height));
        let sense = listing.keys.row(self.id, self.name, false, Sense::click());
        let response = ui.interact(rect, self.id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if ui.is_rect_visible(rect) {
            let fill = if response.hovered() {
                palette.well
            } else {
                palette.surface
            };
            let painter = ui.painter();
            painter.rect_filled(rect, CornerRadius::ZERO, fill);
            let line = Stroke::new(1.0, palette.hairline);
            painter.vline(rect.left() + 0.5, rect.y_range(), line);
            painter.vline(rect.right() - 0.5, rect.y_range(), line);
            painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        }
        (rect, response)
    }
}

fn paint_athlete(
    painter: &Painter,
    palette: &Palette,
    row: &RosterRow,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let name_width = columns.x(Columns::THIS_WEEK) - columns.x(Columns::NAME) - 10.0;
    let name_y = if row.race.is_empty() {
        middle
    } else {
        middle - 9.0
    };
    let left = columns.x(Columns::NAME);
    let put = |at: Pos2, words: &str, size, weight, color, width| {
        elided(painter, at, words, font(size, weight), color, width);
    };
    let at = pos2(left, name_y);
    put(
        at,
        &row.name,
        13.0,
        Weight::SemiBold,
        palette.text,
        name_width,
    );
    let at = pos2(left, middle + 9.0);
    put(
        at,
        &row.race,
        11.0,
        Weight::Regular,
        palette.text_soft,
        name_width,
    );
    for (days, share) in row
        .days
        .iter()
        .zip([Columns::THIS_WEEK, Columns::NEXT_WEEK])
    {
        let room = columns.x(share + 0.145) - columns.x(share);
        let step = (room / 7.0).min(SQUARE + 4.0);
        let mut left = columns.x(share);
        for day in days {
            let square =
                Rect::from_min_size(pos2(left, middle - SQUARE / 2.0), vec2(step - 3.0, SQUARE));
            paint_day(painter, palette, square, day);
            left += step;
        }
    }
    let at = pos2(columns.x(Columns::FINDINGS), middle);
    paint_standing(painter, palette, row, at);
    let done = row.done.map_or("–".to_owned(), |done| format!("{done} %"));
    let or_dash = |words: &str| {
        if words.is_empty() {
            "–".to_owned()
        } else {
            words.to_owned()
        }
    };
    for (share, words) in [
        (Columns::DONE, done),
        (Columns::RUNNING, or_dash(&row.running)),
        (Columns::LAST_LOG, or_dash(&row.last_log)),
    ] {
        let at = pos2(columns.x(share), middle);
        put(at, &words, 12.0, Weight::Regular, palette.text, 160.0);
    }
}

/// A day as squares of its sessions, side by side; an empty one where it has none.
fn paint_day(painter: &Painter, palette: &Palette, square: Rect, day: &[Square]) {
    if day.is_empty() {
        painter.rect_filled(square, CornerRadius::same(5), palette.well);
        return;
    }
    let width = square.width() / day.len() as f32;
    for (index, session) in day.iter().enumerate() {
        let left = square.left() + width * index as f32;
        let part = Rect::from_min_size(pos2(left, square.top()), vec2(width, square.height()));
        let gap = if day.len() > 1 { 0.5 } else { 0.0 };
        let color = palette.kind(session.kind, session.leg_load);
        let part = part.shrink2(vec2(gap, 0.0));
        painter.rect_filled(part, CornerRadius::same(5), color);
        if width >= 9.0 {
            let ink = if palette.dark {
                palette.background
            } else {
                Color32::WHITE
            };
            let letter = letter(*session);
            let font = font(10.0, Weight::SemiBold);
            painter.text(part.center(), Align2::CENTER_CENTER, letter, font, ink);
        }
    }
}

/// One letter for a session, so that colour is never alone.
fn letter(square: Square) -> &'static str {
    match square.kind {
        Kind::Run(RunKind::Race) => "R",
        Kind::Run(RunKind::Long) => "L",
        Kind::Run(RunKind::Recovery | RunKind::Easy) => "E",
        Kind::Run(RunKind::Steady | RunKind::Progression) => "T",
        Kind::Run(_) => "Q",
        Kind::Strength if square.leg_load == LegLoad::None => "U",
        Kind::Strength => "S",
        Kind::Cross => "X",
        Kind::Mobility => "M",
        Kind::Rest | Kind::Note => "",
    }
}

fn paint_standing(painter: &Painter, palette: &Palette, row: &RosterRow, at: Pos2) {
    let word = |at: Pos2, word: &str, color| {
        let font = font(12.0, Weight::SemiBold);
        painter
            .text(at, Align2::LEFT_CENTER, word, font, color)
            .right()
    };
    match row.standing() {
        Standing::Clear => {
            marks::paint(painter, at + vec2(6.0, 0.0), 11.0, None, palette.clear());
            word(at + vec2(16.0, 0.0), "clear", palette.clear());
        }
        Standing::NoPlan => {
            let caution = palette.severity(Severity::Caution);
            word(at, "no plan yet", caution);
        }
        Standing::Found => {
            let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
            let mut left = at.x;
            for (severity, count) in severities.into_iter().zip(row.tally().by_severity()) {
                if count == 0 {
                    continue;
                }
                let color = palette.severity(severity);
                let mark = pos2(left + 6.0, at.y);
                marks::paint(painter, mark, 11.0, Some(severity), color);
                left = word(pos2(left + 16.0, at.y), &count.to_string(), color) + 10.0;
            }
        }
    }
}

fn paint_finding(
    painter: &Painter,
    palette: &Palette,
    week: NaiveDate,
    finding: &Finding,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let color = palette.severity(finding.severity);
    let left = columns.x(Columns::NAME) + 12.0;
    let mark = pos2(left, middle);
    marks::paint(painter, mark, 11.0, Some(finding.severity), color);
    let at = pos2(left + 14.0, middle);
    let week = format!(
        "{} · {}",
        Week::starting(week).label(),
        format::finding_days(finding)
    );
    let room = columns.x(Columns::THIS_WEEK) - at.x - 8.0;
    let soft = palette.text_soft;
    elided(painter, at, &week, font(12.0, Weight::Regular), soft, room);
    let at = pos2(columns.x(Columns::THIS_WEEK), middle);
    let title_font = font(12.5, Weight::SemiBold);
    let title = elided(painter, at, finding.title, title_font, palette.text, 300.0);
    let at = pos2(title + 10.0, middle);
    let room = rect.right() - PAD - at.x;
    let text_font = font(12.0, Weight::Regular);
    elided(painter, at, &finding.message, text_font, soft, room);
}

/// Paints words on one line, cut with "…" where they are too long, and tells where they end.
fn elided(
    painter: &Painter,
    at: Pos2,
    words: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> f32 {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width.max(10.0));
    let galley = painter.layout_job(job);
    let right = at.x + galley.size().x;
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, color);
    right
}

fn athlete_name(row: &RosterRow) -> String {
    let [conflicts, cautions, tips] = row.tally().by_severity();
    let counts = [
        (conflicts, "conflict", "conflicts"),
        (cautions, "caution", "cautions"),
        (tips, "tip", "tips"),
    ];
    let found: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format::plural(count, one, many))
        .collect();
    let standing = match row.standing() {
        Standing::Found => found.join(", "),
        Standing::NoPlan => "no plan yet".to_owned(),
        Standing::Clear => "clear".to_owned(),
    };
    format!("{}: {standing}", row.name)
}

fn finding_name(row: &RosterRow, week: NaiveDate, finding: &Finding) -> String {
    format!(
        "{}, {}, week {}: {}. {}",
        finding.severity.word(),
        row.name,
        Week::starting(week).number(),
        finding.title,
        finding.message
    )
}
