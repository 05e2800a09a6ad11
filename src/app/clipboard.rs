//! Copying and pasting: sessions that were copied here, and plans that come as text from anywhere.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::{Context, Event};

use crate::domain::{Athlete, Profile, Session, Slot, Stamp, Week};
use crate::edit::Edit;
use crate::load;
use crate::text::{self, PlanText};
use crate::ui::calendar::ops;
use crate::ui::dialogs::{Dialog, PasteForm};
use crate::ui::shared::Clipboard;
use crate::{text::TextError, ui};

use super::shell::App;

impl App {
    /// Keeps a session to be pasted; its text goes to the system's clipboard, for a mail or a chat.
    pub(super) fn copy(&mut self, ctx: &Context, athlete: &Athlete, session: &Arc<Session>) {
        let mut profile = Profile::named("");
        profile.units = athlete.profile.units;
        let mut alone = Athlete::new(athlete.id, profile);
        alone.sessions = std::iter::once((**session).clone()).collect();
        let written = text::write(&alone, self.open.library(), session.date, session.date);
        ctx.copy_text(written.text.clone());
        self.session.ui.shared.clipboard = Some(Clipboard {
            plans: vec![(0, session.plan.clone())],
            week: false,
            cut: None,
            text: written.text,
        });
    }

    /// Pastes what was copied last: sessions of this program, or a plan as text.
    pub(super) fn paste(&mut self, ctx: &Context) {
        let Some(athlete) = self.shown() else { return };
        let pasted = ctx.input(|input| {
            let mut events = input.events.iter();
            events.find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        let ours = |pasted: &str| {
            let clipboard = self.session.ui.shared.clipboard.as_ref();
            clipboard.is_some_and(|clipboard| same_text(&clipboard.text, pasted))
        };
        let plan = pasted.filter(|pasted| !ours(pasted)).map(|pasted| {
            let start = athlete.profile.week_start;
            text::read_for(&pasted, self.open.library(), start)
        });
        match plan {
            Some(plan) if !plan.sessions.is_empty() => self.paste_plan(&athlete, &plan),
            Some(plan) if self.session.ui.shared.clipboard.is_none() => {
                let error = plan.errors.first();
                let why = error.map_or_else(String::new, |error| format!(" {}", said(error)));
                self.say(format!("The clipboard holds no plan.{why}"));
            }
            _ => self.paste_copied(&athlete),
        }
    }

    /// Puts a plan into the shown week, and its further weeks into those after. Where lines could not be read, it
    /// asks first.
    fn paste_plan(&mut self, athlete: &Athlete, plan: &PlanText) {
        let edits = plan_edits(plan, athlete, self.session.ui.shared.week);
        if !plan.errors.is_empty() {
            let form = PasteForm {
                athlete: athlete.id,
                errors: plan.errors.clone(),
                edits,
            };
            self.session.ui.dialog = Some(Dialog::new(form));
            return;
        }
        let count = ui::format::plural(edits.len(), "session", "sessions");
        if self.edit("Paste plan", athlete, edits) {
            let week = ui::format::week_span(self.session.ui.shared.week);
            self.say_with(format!("Pasted {count} into {week}"), true);
        }
    }

    fn paste_copied(&mut self, athlete: &Arc<Athlete>) {
        let Some(clipboard) = self.session.ui.shared.clipboard.clone() else {
            self.say("Nothing was copied yet.");
            return;
        };
        if clipboard.week {
            let edits = ops::add_all(&clipboard.plans, self.session.ui.shared.week);
            let count = ui::format::plural(edits.len(), "session", "sessions");
            if self.edit("Paste week", athlete, edits) {
                self.say_with(format!("Pasted {count}"), true);
            }
            return;
        }
        if let Some(cut) = clipboard.cut
            && self.paste_cut(athlete, &cut)
        {
            return;
        }
        let day = self.session.ui.shared.day;
        for (_, plan) in &clipboard.plans {
            let (id, edits) = ops::add(
                plan,
                Slot {
                    date: day,
                    start: plan.start,
                },
            );
            let title = ui::lower_first(&load::title_of(plan, self.open.library()));
            if self.edit(format!("Paste {title}"), athlete, edits) {
                self.session.ui.shared.selected = Some(id);
            }
        }
    }

    /// Brings a session that was cut back whole, unless it came back already.
    fn paste_cut(&mut self, athlete: &Athlete, cut: &Session) -> bool {
        if let Some(clipboard) = &mut self.session.ui.shared.clipboard {
            clipboard.cut = None;
        }
        let somewhere = |athlete: &Arc<Athlete>| athlete.sessions.get(cut.id).is_some();
        if self.open.athletes().iter().any(somewhere) {
            return false;
        }
        let mut back = cut.clone();
        if back.date != self.session.ui.shared.day {
            back.move_to(Slot {
                date: self.session.ui.shared.day,
                start: back.plan.start,
            });
        }
        let title = ui::lower_first(&load::title_of(&back.plan, self.open.library()));
        let pasted = self.edit(format!("Paste {title}"), athlete, vec![Edit::put(back)]);
        if pasted {
            self.session.ui.shared.selected = Some(cut.id);
        }
        pasted
    }
}

/// Clipboards of some systems change the ends of lines.
fn same_text(a: &str, b: &str) -> bool {
    !a.is_empty()
        && a.lines()
            .map(str::trim_end)
            .eq(b.lines().map(str::trim_end))
}

fn said(error: &TextError) -> String {
    format!("Line {}: {}", error.line, error.message)
}

/// The sessions of a plan on the days of the shown week and, where it has more weeks, of those after it.
fn plan_edits(plan: &PlanText, athlete: &Athlete, shown: NaiveDate) -> Vec<Edit> {
    let first = plan.first_week();
    let shown = Week::of(shown, athlete.profile.week_start);
    let sessions = plan.sessions.iter().map(|planned| {
        // The text may count weeks from another day than the athlete; the day of the week is what was meant.
        let week = Week::of(planned.date, first.first().weekday());
        let ahead = u32::try_from(week.weeks_since(first)).unwrap_or_default();
        let date = shown.ahead(ahead).on(planned.date.weekday());
        let session = Session::planned(ops::new_id(), date, planned.plan.clone(), Stamp::default());
        Edit::put(session)
    });
    sessions.collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::AthleteId;
    use crate::library::Library;

    const SHOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();

    fn dates(written: &str, start: Weekday) -> Vec<NaiveDate> {
        let plan = text::read_for(written, &Library::default(), start);
        assert_eq!(plan.errors, []);
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.profile.week_start = start;
        let shown = Week::of(SHOWN, start).first();
        let edits = plan_edits(&plan, &athlete, shown).into_iter();
        let dates = edits.map(|edit| match edit {
            Edit::Put { session, .. } => session.date,
            other => panic!("{other:?}"),
        });
        dates.collect()
    }

    #[test]
    fn a_plan_goes_to_the_same_days_of_the_shown_week() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 12, n).unwrap();
        assert_eq!(
            dates(
                "Tue easy 45min\nSun long 18km\nnext week\nMon easy 40min",
                Weekday::Mon
            ),
            [day(8), day(13), day(14)]
        );
        // A plan of another week moves to the shown one, and so does one of dates.
        assert_eq!(
            dates("week: 2026-W48\nTue easy 45min", Weekday::Mon),
            [day(8)]
        );
        assert_eq!(dates("2026-11-28 easy 45min", Weekday::Mon), [day(12)]);
        // Where weeks begin on Sunday, that Sunday is the first day of the shown week.
        assert_eq!(
            dates("Tue easy 45min\nSun long 18km", Weekday::Sun),
            [day(8), day(6)]
        );
    }

    #[test]
    fn a_text_is_known_again_with_other_ends_of_lines() {
        assert!(same_text("a\nb\n", "a\r\nb"));
        assert!(!same_text("", ""));
    }
}
