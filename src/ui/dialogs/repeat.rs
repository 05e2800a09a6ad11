//! Repeating sessions weekly: up to which day, on which dates, and what speaks against each of them.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Label, Role, Ui, WidgetInfo};

use crate::domain::{Athlete, CheckedProfile, Session, SessionId};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::load;
use crate::planning::{self, Obstacle, Repeat};
use crate::rules::{self, Context, Finding, Timeline};
use crate::ui::action::{Action, Actions};
use crate::ui::format::{self, lower_first};
use crate::ui::help::Topic;
use crate::ui::ids::new_session_id;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{aside, buttons, marks, scrolling, segments};

use super::athlete::fields::{fields_row, labelled};
use super::dates::{date_text, parse_date};
use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// How long a repetition is offered first where no race lies ahead.
const WEEKS: u64 = 8;
/// What a box takes before its words, in points.
const AROUND_LABEL: f32 = 28.0;

/// The dialog's state.
#[derive(Debug)]
pub struct RepeatForm {
    athlete: Arc<Athlete>,
    /// The athlete's profile as the rules see it.
    profile: CheckedProfile<'static>,
    sessions: Vec<Arc<Session>>,
    today: NaiveDate,
    every: u32,
    until: NaiveDate,
    /// The days it gives; worked out anew after a change.
    rows: Option<Vec<Row>>,
    /// The day has had the keyboard.
    focused: bool,
}

/// A date of the list.
#[derive(Debug)]
struct Row {
    repeat: Repeat,
    /// What it is called.
    title: String,
    /// What speaks against it: the worst a rule has to say, and what stands there.
    worst: Option<rules::Severity>,
    words: String,
    /// It is to be added.
    chosen: bool,
}

impl RepeatForm {
    /// A form for sessions of an athlete, up to the day before the next race, or eight weeks ahead.
    pub fn new(
        athlete: Arc<Athlete>,
        profile: CheckedProfile<'static>,
        sessions: Vec<Arc<Session>>,
        today: NaiveDate,
    ) -> Self {
        let from = sessions.iter().map(|session| session.date).max();
        let from = from.unwrap_or(today).max(today);
        let races = athlete.profile.races.iter().map(|race| race.date);
        let race = races.filter(|date| *date > from + Days::new(7)).min();
        let until = race.map_or(from + Days::new(7 * WEEKS), |race| race - Days::new(1));
        Self {
            athlete,
            profile,
            sessions,
            today,
            every: 1,
            until,
            rows: None,
            focused: false,
        }
    }

    fn rows(&mut self, library: &Library) -> &mut Vec<Row> {
        let known = self.rows.take();
        let rows = known.unwrap_or_else(|| self.work_out(library));
        self.rows.insert(rows)
    }

    /// The dates, each with what the rules find once all of them are on the calendar.
    fn work_out(&self, library: &Library) -> Vec<Row> {
        let all = planning::repeats(
            &self.athlete,
            &self.sessions,
            self.every,
            self.until,
            self.today,
        );
        let mut trial = Athlete::clone(&self.athlete);
        let placed: Vec<SessionId> = all
            .iter()
            .map(|repeat| {
                let session = Session::planned(
                    new_session_id(),
                    repeat.date,
                    repeat.session.plan.clone(),
                    crate::domain::Stamp::default(),
                );
                let id = session.id;
                trial.sessions.put(Arc::new(session), usize::MAX);
                id
            })
            .collect();
        let findings = self.findings(&trial, library, &all);
        let rows = all.into_iter().zip(placed);
        rows.map(|(repeat, id)| {
            let found = findings
                .iter()
                .filter(|finding| finding.sessions.contains(&id) && !finding.is_about_a_week())
                .max_by_key(|finding| finding.severity);
            Row {
                title: load::title_of(&repeat.session.plan, library),
                worst: found.map(|finding| finding.severity),
                words: self.words(&repeat, found, library),
                chosen: found.is_none_or(|it| it.severity < rules::Severity::Conflict)
                    && repeat.obstacle != Some(Obstacle::DayOff)
                    && !self.stands_there(&repeat, library),
                repeat,
            }
        })
        .collect()
    }

    fn findings(&self, trial: &Athlete, library: &Library, all: &[Repeat]) -> Vec<Finding> {
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        let context = Context::new(&self.profile, library, self.today);
        rules::check(
            &Timeline::new(trial, &context, first.date, last.date),
            &context,
        )
    }

    /// True where the same is planned on that day already: nobody means to have it twice.
    fn stands_there(&self, repeat: &Repeat, library: &Library) -> bool {
        let Some(Obstacle::Planned(there)) = &repeat.obstacle else {
            return false;
        };
        let of = |session: &Session| (session.kind(), load::title_of(&session.plan, library));
        let mut there = there.iter().filter_map(|id| self.athlete.sessions.get(*id));
        there.any(|one| of(one) == of(&repeat.session))
    }

    fn words(&self, repeat: &Repeat, found: Option<&Finding>, library: &Library) -> String {
        let beside = match &repeat.obstacle {
            None => None,
            Some(Obstacle::DayOff) => Some("a day off".to_owned()),
            Some(Obstacle::Planned(_)) if self.stands_there(repeat, library) => {
                Some("planned there already".to_owned())
            }
            Some(Obstacle::Planned(there)) => {
                let names = there.iter().filter_map(|id| {
                    let session = self.athlete.sessions.get(*id)?;
                    Some(lower_first(&load::title_of(&session.plan, library)))
                });
                Some(format!("Beside {}", names.collect::<Vec<_>>().join(", ")))
            }
        };
        let found = found.map(|finding| finding.title.to_owned());
        [beside, found]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

impl DialogForm for RepeatForm {
    fn id(&self) -> &'static str {
        "repeat dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let (palette, library, actions) = (context.palette, context.library, context.actions);
        ui.set_width(host::width(ui, 520.0));
        ui.spacing_mut().item_spacing.y = 6.0;
        host::title_ui(ui, "Repeat weekly");
        let names = self.sessions.iter();
        let names = names.map(|session| {
            let title = load::title_of(&session.plan, library);
            dated(session.date, &title)
        });
        aside::soft_ui(ui, palette, 12.0, names.collect::<Vec<_>>().join(", "));
        let ((), refusals) = field::refusals_of(ui, |ui| span_ui(ui, palette, self));
        ui.add_space(4.0);
        let rows = self.rows(library);
        host::body(ui, 360.0, |ui, height| {
            let list = scrolling::list(height).auto_shrink([false, true]);
            list.show(ui, |ui| {
                if rows.is_empty() {
                    let none = text(
                        "No such day by then. Choose a later one.",
                        12.0,
                        Weight::Regular,
                    );
                    ui.label(none.color(palette.text_soft));
                }
                // What speaks against the dates stands in a column.
                let font = font(13.0, Weight::Regular);
                let wide = |row: &Row| {
                    let set = ui
                        .painter()
                        .layout_no_wrap(row.label(), font.clone(), palette.text);
                    set.size().x
                };
                let widest = rows.iter().map(wide).fold(0.0, f32::max);
                row_keys::list_ui(ui, "dates", |ui, keys| {
                    for row in rows.iter_mut() {
                        row_ui(ui, keys, palette, row, widest + AROUND_LABEL);
                    }
                });
            });
        });
        ui.add_space(4.0);
        buttons_ui(ui, palette, self, refusals, actions)
    }
}

fn span_ui(ui: &mut Ui, palette: &Palette, form: &mut RepeatForm) {
    fields_row(ui, |ui| {
        labelled(ui, "Every", |ui| {
            let choices = [(1, "week"), (2, "2 weeks"), (3, "3 weeks")];
            if let Some(every) = segments::segments_ui(ui, palette, &choices, form.every) {
                form.every = every;
                form.rows = None;
            }
        });
        labelled(ui, "Until", |ui| {
            let id = ui.scope_id().with("until");
            let (field, today) = (Field::line("Until", 120.0), form.today);
            let shown = date_text(form.until);
            // While a dialog is measured, nothing in it can have the keyboard.
            if ui.is_enabled() && !std::mem::replace(&mut form.focused, true) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            let parse = |typed: &str| parse_date(typed, today);
            if let Some(until) = field.ui(ui, palette, id, &shown, parse) {
                form.until = until;
                form.rows = None;
            }
        });
    });
}

impl Row {
    /// The day and the session.
    fn label(&self) -> String {
        dated(self.repeat.date, &self.title)
    }
}

/// "Sat 5 Dec · Lower body strength".
fn dated(date: NaiveDate, title: &str) -> String {
    format!("{} · {title}", format::weekday_day(date))
}

/// A date with its box, which take `width` points, and what speaks against it.
fn row_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, row: &mut Row, width: f32) {
    let label = row.label();
    ui.horizontal(|ui| {
        let mut chosen = row.chosen;
        let shown = text(&label, 13.0, Weight::Regular);
        let response = keys.check_ui(ui, &mut chosen, shown);
        let spoken = if row.words.is_empty() {
            label.clone()
        } else {
            format!("{label}, {}", row.words)
        };
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &spoken));
        row.chosen = chosen;
        ui.add_space((width - response.rect.width()).max(0.0));
        if let Some(worst) = row.worst {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(12.0, 12.0), egui::Sense::hover());
            let color = palette.severity(worst);
            marks::paint(ui.painter(), rect.center(), 10.0, Some(worst), color);
        }
        let words = text(&row.words, 12.0, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(words).truncate());
    });
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &RepeatForm,
    refusals: u32,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    let rows = form.rows.iter().flatten();
    let chosen: Vec<&Repeat> = rows
        .filter(|row| row.chosen)
        .map(|row| &row.repeat)
        .collect();
    host::foot_ui(ui, |ui| {
        let count = format::plural(chosen.len(), "session", "sessions");
        let can_add = !chosen.is_empty() && refusals == 0;
        let label = match chosen.len() {
            0 => "Add sessions".to_owned(),
            _ => format!("Add {count}"),
        };
        let add = ui.add_enabled_ui(can_add, |ui| buttons::primary_ui(ui, palette, &label));
        if add.inner.clicked() {
            let edits = planning::repeat(&chosen, &mut new_session_id);
            let edit = WorkspaceEdit::Athlete(form.athlete.id, edits);
            let step = Transaction::new(format!("Repeat {count}"), edit);
            let until = date_text(form.until);
            actions.push(Action::ApplyWithUndo(
                step,
                format!("Added {count}, up to {until}"),
            ));
            answer = DialogResponse::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = DialogResponse::Close;
        }
        if chosen.is_empty() && form.rows.iter().flatten().next().is_some() {
            let words = text("No date is ticked.", 12.0, Weight::Regular);
            ui.label(words.color(palette.text_soft));
        }
    });
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AthleteId, Profile};
    use crate::rules::Severity;
    use crate::text;

    #[test]
    fn a_date_that_would_be_a_conflict_is_not_ticked_and_says_why() {
        let library = Library::shipped().unwrap();
        // Heavy legs on Tuesdays; in the second week a tempo follows on the next day.
        let plan = text::read(
            "week: 2026-W48\nTue strength lower heavy 40min\nnext week\nWed tempo 40min\n",
            &library,
        );
        assert_eq!(plan.errors, []);
        for week_start in [chrono::Weekday::Mon, chrono::Weekday::Sun] {
            let mut anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
            anna.sessions = plan.athlete().sessions;
            anna.profile.week_start = week_start;
            let lift = anna.sessions.all()[0].clone();
            let settings = crate::domain::WorkspaceSettings::default();
            let profile = settings.checked(&anna.profile).into_owned();
            let mut form = RepeatForm::new(Arc::new(anna), profile, vec![lift.clone()], lift.date);
            form.until = lift.date + Days::new(14);
            let rows = form.rows(&library);
            let told: Vec<_> = rows.iter().map(|row| (row.worst, row.chosen)).collect();
            assert_eq!(
                told,
                [(Some(Severity::Conflict), false), (None, true)],
                "{rows:?}"
            );
            assert!(!rows[0].words.is_empty());
        }
    }
}
