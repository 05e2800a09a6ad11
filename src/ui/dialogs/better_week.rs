//! Better weeks: what would move, what each move solves, and what is left.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Label, ProgressBar, Ui};

use crate::domain::{Athlete, AthleteId, SessionId, Slot, Week};
use crate::edit::Edit;
use crate::library::Library;
use crate::load;
use crate::planning;
use crate::rules::arrange::{ArrangedWeek, Proof, Tally};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, card_frame, icons, text};
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{aside, buttons, marks, scrolling, segments};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

mod words;

/// Weeks that are offered besides the shown one.
const SPANS: [u32; 3] = [4, 8, 16];
/// The most weeks to a race that are looked at together.
const MOST_WEEKS: i64 = 40;

/// The dialog's state: what was found of an athlete's weeks so far.
#[derive(Debug, Clone)]
pub struct BetterWeekForm {
    athlete: AthleteId,
    /// How many weeks are looked at.
    weeks: u32,
    /// How many can be chosen, with their words.
    spans: Vec<(u32, String)>,
    found: Vec<WeekLines>,
    /// The athlete that the moves are for, as they were when the moves were put in terms of them last.
    of: Option<Arc<Athlete>>,
    /// What is found in all weeks, before and after; `None` until all are looked at.
    totals: Option<(Tally, Tally)>,
    /// What no move can mend.
    stays: Tally,
    is_stopped: bool,
}

/// A week with its moves in words.
#[derive(Debug, Clone)]
struct WeekLines {
    week: ArrangedWeek,
    lines: Vec<MovedSession>,
}

/// One move in words.
#[derive(Debug, Clone)]
struct MovedSession {
    session: SessionId,
    from: Slot,
    to: Slot,
    title: String,
    way: String,
    gain: String,
    edits: Vec<Edit>,
}

impl BetterWeekForm {
    /// The dialog before anything was found, about some weeks from the one that begins on `first`.
    pub fn new(athlete: &Athlete, first: NaiveDate, weeks: u32, today: NaiveDate) -> Self {
        let mut spans = vec![(1, "This week".to_owned())];
        spans.extend(SPANS.map(|weeks| (weeks, format!("{weeks} weeks"))));
        if let Some((weeks, race)) = to_race(athlete, first, today) {
            spans.retain(|(other, _)| *other != weeks);
            spans.push((weeks, format!("To {race}")));
        }
        Self {
            athlete: athlete.id,
            weeks,
            spans,
            found: Vec::new(),
            of: None,
            totals: None,
            stays: Tally::default(),
            is_stopped: false,
        }
    }

    /// How many weeks are looked at.
    pub fn weeks(&self) -> u32 {
        self.weeks
    }

    /// Adds a week in the words of the athlete's own sessions.
    pub fn add(&mut self, athlete: &Arc<Athlete>, library: &Library, week: ArrangedWeek) {
        let slot = |slot: Slot| {
            let start = format::start(slot.start).unwrap_or_default();
            format!("{} {start}", format::day(slot.date))
                .trim_end()
                .to_owned()
        };
        let lines = week.moves.iter().filter_map(|change| {
            let session = athlete.sessions.get(change.session)?;
            Some(MovedSession {
                session: change.session,
                from: change.from,
                to: change.to,
                title: load::title_of(&session.plan, library),
                way: format!("{} to {}", slot(change.from), slot(change.to)),
                gain: words::gain(&change.gain, change.from.date),
                edits: planning::move_to(session, change.to),
            })
        });
        let lines = lines.collect();
        self.found.push(WeekLines { week, lines });
        self.of = Some(athlete.clone());
    }

    /// Puts the moves in terms of the athlete as they are now, so that making them takes back nothing that was changed
    /// since they were found. A session that stands elsewhere by now is not moved any more.
    pub fn follow(&mut self, athlete: &Arc<Athlete>) {
        let of = self.of.as_ref();
        if of.is_none_or(|of| Arc::ptr_eq(of, athlete)) || athlete.id != self.athlete {
            return;
        }
        for week in &mut self.found {
            week.lines.retain_mut(|line| {
                let session = athlete.sessions.get(line.session);
                let session = session.filter(|session| session.slot() == line.from);
                line.edits =
                    session.map_or_else(Vec::new, |session| planning::move_to(session, line.to));
                session.is_some()
            });
        }
        self.of = Some(athlete.clone());
    }

    /// All weeks were looked at. `stays` is what no move can mend.
    pub fn finish(&mut self, before: Tally, after: Tally, stays: Tally) {
        // As the panel counts, or the week would be called clear over what stays in it.
        self.totals = Some((before.and(stays), after.and(stays)));
        self.stays = stays;
    }

    /// What was found so far is all there will be.
    pub fn stop(&mut self) {
        self.is_stopped = self.totals.is_none();
    }

    fn is_seeking(&self) -> bool {
        self.totals.is_none() && !self.is_stopped
    }

    fn moves(&self) -> usize {
        self.found.iter().map(|week| week.lines.len()).sum()
    }

    fn edits(&self) -> Vec<Edit> {
        let lines = self.found.iter().flat_map(|week| &week.lines);
        lines.flat_map(|line| line.edits.clone()).collect()
    }
}

/// The weeks up to that of the next race, and its name.
fn to_race(athlete: &Athlete, first: NaiveDate, today: NaiveDate) -> Option<(u32, String)> {
    let races = athlete.profile.races.iter();
    let next = races
        .filter(|race| race.date >= today.max(first))
        .min_by_key(|race| race.date)?;
    let last = Week::of(next.date, athlete.profile.week_start).first();
    let weeks = (last - first).num_days() / 7 + 1;
    let name = format::shortened(&next.name, 22);
    let weeks = u32::try_from(weeks).ok()?;
    (2..=MOST_WEEKS)
        .contains(&i64::from(weeks))
        .then_some((weeks, name))
}

impl DialogForm for BetterWeekForm {
    fn id(&self) -> &'static str {
        "better week dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Rules
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        ui.set_width(host::width(ui, 520.0));
        heading_ui(ui, palette, self);
        ui.add_space(2.0);
        let labels: Vec<(u32, &str)> = self
            .spans
            .iter()
            .map(|(weeks, label)| (*weeks, label.as_str()))
            .collect();
        if let Some(weeks) = segments::segments_ui(ui, palette, &labels, self.weeks) {
            actions.push(Action::SeekBetterWeeks(weeks));
        }
        ui.add_space(2.0);
        progress_ui(ui, palette, self, actions);
        let mut made = None;
        host::body(ui, 460.0, |ui, height| {
            // With a minimum height, or it would grow a little in each frame, and the page with it.
            let moves = scrolling::list(height);
            moves.show(ui, |ui| {
                ui.set_width(ui.available_width());
                for week in &self.found {
                    made = week_ui(ui, palette, week, self.weeks > 1).or(made.take());
                }
            });
        });
        for line in remarks(self) {
            aside::soft_ui(ui, palette, 12.0, line);
        }
        ui.add_space(6.0);
        let answer = buttons_ui(ui, palette, self, actions);
        let Some(made) = made else {
            return answer;
        };
        if make(self, made, actions) == DialogResponse::Close {
            return DialogResponse::Close;
        }
        answer
    }
}

/// The title, and what is found in all weeks now and would be.
fn heading_ui(ui: &mut Ui, palette: &Palette, form: &BetterWeekForm) {
    let title = if form.weeks == 1 {
        "A better week"
    } else {
        "Better weeks"
    };
    ui.horizontal(|ui| {
        ui.label(text(title, 15.0, Weight::SemiBold));
        if let Some((before, after)) = form.totals {
            ui.add_space(10.0);
            ui.label(text("Now", 12.0, Weight::Regular).color(palette.text_soft));
            marks::counts_ui(ui, palette, before.by_severity());
            ui.add_space(6.0);
            ui.label(icons::icon(icons::NEXT, 16.0).color(palette.text_faint));
            ui.label(text("then", 12.0, Weight::Regular).color(palette.text_soft));
            marks::counts_ui(ui, palette, after.by_severity());
        }
    });
}

/// How far the search is, and a way to end it.
fn progress_ui(ui: &mut Ui, palette: &Palette, form: &BetterWeekForm, actions: &mut Actions) {
    if !form.is_seeking() || form.weeks == 1 {
        return;
    }
    ui.horizontal(|ui| {
        let done = form.found.len() as f32 / form.weeks as f32;
        let bar = ProgressBar::new(done).desired_width(300.0);
        ui.add(bar.desired_height(8.0).fill(palette.accent));
        let words = format!("Week {} of {}", form.found.len() + 1, form.weeks);
        ui.label(text(words, 12.0, Weight::Regular).color(palette.text_soft));
        if buttons::small_ui(ui, "Stop").clicked() {
            actions.push(Action::StopSeeking);
        }
    });
}

/// What is to be made: the moves of a week, or one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Request {
    Week(NaiveDate),
    Move(SessionId),
}

/// A week: its heading where there are several, a card for each move, and what keeps it from being clear.
fn week_ui(
    ui: &mut Ui,
    palette: &Palette,
    found: &WeekLines,
    is_one_of_many: bool,
) -> Option<Request> {
    let mut made = None;
    let week = &found.week;
    if is_one_of_many {
        ui.horizontal(|ui| {
            let number = Week::starting(week.first).number();
            let title = format!("Week {number} · {}", format::week_span(week.first));
            ui.label(text(title, 13.0, Weight::SemiBold));
            // As the head counts all weeks: with what no move can mend.
            let (before, after) = (week.before.and(week.stays), week.after.and(week.stays));
            marks::counts_ui(ui, palette, before.by_severity());
            if before != after {
                ui.label(icons::icon(icons::NEXT, 14.0).color(palette.text_faint));
                marks::counts_ui(ui, palette, after.by_severity());
            }
            if found.lines.len() > 1 {
                let label = format!("Make these {} moves", found.lines.len());
                if buttons::small_ui(ui, &label).clicked() {
                    made = Some(Request::Week(week.first));
                }
            }
        });
    }
    row_keys::list_ui(ui, ("moves", week.first), |ui, keys| {
        for line in &found.lines {
            if line_ui(ui, keys, palette, line) {
                made = Some(Request::Move(line.session));
            }
        }
    });
    if let Some(relax) = &week.relax {
        ui.horizontal(|ui| {
            let worst = week.after.worst();
            if let Some(worst) = worst {
                marks::mark_ui(ui, palette, worst);
            }
            let words = format!("Not clear in any order. {relax}");
            let words = text(words, 12.0, Weight::Medium).color(palette.text);
            ui.add(Label::new(words).wrap());
        });
    }
    if is_one_of_many {
        ui.add_space(6.0);
    }
    made
}

/// A card for a move, to be made by itself: true when it is to be.
fn line_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, line: &MovedSession) -> bool {
    let mut is_made = false;
    let frame = card_frame(palette.hairline);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(text(&line.title, 13.0, Weight::SemiBold));
            ui.label(text(&line.way, 12.0, Weight::Regular).color(palette.text_soft));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = format!("Move {} only, {}", line.title.to_lowercase(), line.way);
                let only = keys.soft_ui(ui, palette, "Only this");
                only.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                is_made = only.clicked();
            });
        });
        aside::soft_ui(ui, palette, 12.0, &line.gain);
    });
    ui.add_space(4.0);
    is_made
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &BetterWeekForm,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let moves = form.moves();
        if moves > 0 && !form.is_seeking() {
            let all = format!("Make {}", format::plural(moves, "move", "moves"));
            if buttons::primary_ui(ui, palette, &all).clicked() {
                let label = if form.weeks == 1 {
                    "Arrange a better week"
                } else {
                    "Arrange better weeks"
                };
                actions.edit(label, form.athlete, form.edits());
                answer = DialogResponse::Close;
            }
        }
        if buttons::quiet_ui(ui, "Close").clicked() {
            answer = DialogResponse::Close;
        }
    });
    if answer == DialogResponse::Close {
        actions.push(Action::StopSeeking);
    }
    answer
}

/// Makes some of the moves as one step and takes them off the list; the last ones made close the dialog.
fn make(form: &mut BetterWeekForm, made: Request, actions: &mut Actions) -> DialogResponse {
    let mut edits = Vec::new();
    let mut label = String::new();
    for found in &mut form.found {
        let first = found.week.first;
        let is_meant = |line: &MovedSession| match made {
            Request::Week(week) => week == first,
            Request::Move(session) => line.session == session,
        };
        found.lines.retain(|line| {
            if is_meant(line) {
                edits.extend(line.edits.clone());
                label = format!("Move {}", crate::ui::format::lower_first(&line.title));
            }
            !is_meant(line)
        });
    }
    if let Request::Week(week) = made {
        label = format!("Arrange week {}", Week::starting(week).number());
    }
    // Stop the search: its later weeks assume the old order.
    actions.push(Action::StopSeeking);
    actions.edit(label, form.athlete, edits);
    if form.moves() == 0 {
        DialogResponse::Close
    } else {
        DialogResponse::Open
    }
}

/// How sure the suggestion is.
fn remarks(form: &BetterWeekForm) -> Vec<String> {
    let mut remarks = Vec::new();
    if form.is_stopped {
        let looked_at = format::plural(form.found.len(), "week was", "weeks were");
        remarks.push(format!("Stopped: {looked_at} looked at."));
    } else if form.totals.is_none() {
        return remarks;
    }
    if form.found.iter().all(|week| week.week.moves.is_empty()) {
        remarks.push("No other order of these sessions is better.".to_owned());
    }
    let is_proven = |week: &WeekLines| week.week.proof == Proof::Optimal;
    remarks.push(match (form.found.iter().all(is_proven), form.weeks) {
        (true, 1) => "Every arrangement was compared: there is no better one.".to_owned(),
        (true, _) => {
            "Every arrangement of each week was compared, one week after the other.".to_owned()
        }
        (false, _) => "The best of those that were tried; there may be a better one.".to_owned(),
    });
    remarks.extend(words::what_stays(form.stays));
    remarks
}

#[cfg(test)]
mod tests;
