//! Pasting: sessions that were copied here, and plans that come as text from anywhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::{Context, Event};
use uuid::Uuid;

use crate::domain::{Athlete, Race, RaceId, Session, Slot, Stamp, Status, Week};
use crate::edit::Edit;
use crate::library::Library;
use crate::load;
use crate::text::{self, PlanText};
use crate::ui::calendar::ops;
use crate::ui::dialogs::{Dialog, PasteForm};
use crate::{text::TextError, ui};

use super::App;

impl App {
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
            let clipboard = self.state.clipboard.as_ref();
            clipboard.is_some_and(|clipboard| same_text(&clipboard.text, pasted))
        };
        let plan = pasted
            .filter(|pasted| !ours(pasted))
            .map(|pasted| text::read_for(&pasted, &self.library, athlete.profile.week_start));
        match plan {
            Some(plan) if !plan.sessions.is_empty() => self.paste_plan(&athlete, &plan),
            Some(plan) if self.state.clipboard.is_none() => {
                let error = plan.errors.first();
                let why = error.map_or_else(String::new, |error| format!(" {}", said(error)));
                self.say(format!("The clipboard holds no plan.{why}"));
            }
            _ => self.paste_copied(&athlete),
        }
    }

    /// Puts a plan where its text says, and one without a week into the shown week and those after. Where lines could
    /// not be read, or the same sessions stand there already, it asks first.
    fn paste_plan(&mut self, athlete: &Athlete, plan: &PlanText) {
        let sessions = planned(plan, athlete, self.state.week);
        let Some(first) = sessions.iter().map(|session| session.date).min() else {
            return;
        };
        let week = Week::of(first, athlete.profile.week_start);
        let count = ui::format::plural(sessions.len(), "session", "sessions");
        let mut said = vec![format!(
            "Pasted {count} into {}",
            ui::format::week_span(week.first())
        )];
        let (races, besides) = headers(plan, athlete);
        said.extend(besides);
        let edits = sessions.into_iter().map(Edit::put).chain(races).collect();
        let is_pasted = self.paste_edits(athlete, "Paste plan", edits, &plan.errors, &said);
        if is_pasted && !week.contains(self.state.day) {
            (self.state.week, self.state.day) = (week.first(), first);
        }
    }

    /// Makes the edits of something pasted and says `said`, or asks, where it would double what is planned.
    fn paste_edits(
        &mut self,
        athlete: &Athlete,
        label: &str,
        edits: Vec<Edit>,
        errors: &[TextError],
        said: &[String],
    ) -> bool {
        let doubled = doubled(&edits, athlete, &self.library);
        if doubled > 0 || !errors.is_empty() {
            let form = PasteForm {
                athlete: athlete.id,
                label: label.to_owned(),
                errors: errors.to_vec(),
                notes: said.iter().skip(1).cloned().collect(),
                replaced: if doubled > 0 {
                    replaced(&edits, athlete)
                } else {
                    Vec::new()
                },
                doubled,
                edits,
            };
            self.state.dialog = Some(Dialog::Paste(Box::new(form)));
            return false;
        }
        let pasted = self.edit(label.to_owned(), athlete, edits);
        if pasted {
            self.say_with(said.join(". "), true);
        }
        pasted
    }

    fn paste_copied(&mut self, athlete: &Arc<Athlete>) {
        let Some(clipboard) = self.state.clipboard.clone() else {
            self.say("Nothing was copied yet.");
            return;
        };
        if clipboard.week {
            let edits = ops::add_all(&clipboard.plans, self.state.week);
            let count = ui::format::plural(edits.len(), "session", "sessions");
            self.paste_edits(
                athlete,
                "Paste week",
                edits,
                &[],
                &[format!("Pasted {count}")],
            );
            return;
        }
        if let Some(cut) = clipboard.cut
            && self.paste_cut(athlete, &cut)
        {
            return;
        }
        let day = self.state.day;
        for (_, plan) in &clipboard.plans {
            let (id, edits) = ops::add(
                plan,
                Slot {
                    date: day,
                    start: plan.start,
                },
            );
            let title = ui::lower_first(&load::title_of(plan, &self.library));
            if self.edit(format!("Paste {title}"), athlete, edits) {
                self.state.selected = Some(id);
            }
        }
    }

    /// Brings a session that was cut back whole, unless it came back already.
    fn paste_cut(&mut self, athlete: &Athlete, cut: &Session) -> bool {
        if let Some(clipboard) = &mut self.state.clipboard {
            clipboard.cut = None;
        }
        let somewhere = |athlete: &Arc<Athlete>| athlete.sessions.get(cut.id).is_some();
        if self.workspace.athletes.iter().any(somewhere) {
            return false;
        }
        let mut back = cut.clone();
        if back.date != self.state.day {
            back.move_to(Slot {
                date: self.state.day,
                start: back.plan.start,
            });
        }
        let title = ui::lower_first(&load::title_of(&back.plan, &self.library));
        let pasted = self.edit(format!("Paste {title}"), athlete, vec![Edit::put(back)]);
        if pasted {
            self.state.selected = Some(cut.id);
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

/// The sessions of a plan on the days that its text names; of template weeks, on those of the shown week and, where
/// there are more, of those after it.
fn planned(plan: &PlanText, athlete: &Athlete, shown: NaiveDate) -> Vec<Session> {
    let first = plan.first_week();
    let shown = Week::of(shown, athlete.profile.week_start);
    let sessions = plan.sessions.iter().map(|planned| {
        let date = if plan.template {
            // The text may count weeks from another day than the athlete; the day of the week is what was meant.
            let week = Week::of(planned.date, first.first().weekday());
            let ahead = u32::try_from(week.weeks_since(first)).unwrap_or_default();
            shown.ahead(ahead).on(planned.date.weekday())
        } else {
            planned.date
        };
        Session::planned(ops::new_id(), date, planned.plan.clone(), Stamp::default())
    });
    sessions.collect()
}

/// What the headers of a plan come to: the edit that takes its races in, and in words what else they say.
fn headers(plan: &PlanText, athlete: &Athlete) -> (Option<Edit>, Vec<String>) {
    let mut said = Vec::new();
    let name = athlete.profile.name.trim();
    if let Some(other) = plan.athlete.as_deref().map(str::trim)
        && other.to_lowercase() != name.to_lowercase()
    {
        said.push(format!("The text is for “{other}”, and went to {name}"));
    }
    let is_new = |race: &&Race| {
        let mut own = athlete.profile.races.iter();
        !own.any(|own| own.date == race.date)
    };
    let new: Vec<Race> = plan.races.iter().filter(is_new).cloned().collect();
    let names: Vec<String> = new
        .iter()
        .map(|race| format!("{} on {}", race.name, ui::format::full_day(race.date)))
        .collect();
    let mut profile = athlete.profile.clone();
    profile.races.extend(new.into_iter().map(|race| Race {
        id: RaceId(Uuid::new_v4()),
        ..race
    }));
    let edit = (!names.is_empty()).then(|| Edit::Profile(Box::new(profile)));
    if edit.is_some() {
        said.push(format!("Added its races: {}", names.join(", ")));
    }
    let others = [
        (
            "level",
            plan.level
                .is_some_and(|level| level != athlete.profile.level),
        ),
        (
            "policy",
            plan.policy.is_some() && plan.policy != athlete.profile.policy,
        ),
        (
            "priority",
            plan.priority
                .is_some_and(|own| own != athlete.profile.priority),
        ),
        (
            "availability",
            plan.availability
                .as_ref()
                .is_some_and(|own| own.week != athlete.profile.availability.week),
        ),
    ];
    let others: Vec<&str> = others
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name)
        .collect();
    if !others.is_empty() {
        said.push(format!("Its {} stayed out", others.join(", ")));
    }
    (edit, said)
}

fn put(edit: &Edit) -> Option<&Session> {
    match edit {
        Edit::Put { session, .. } => Some(session.as_ref()),
        _ => None,
    }
}

/// How many of these sessions are planned already: on the same day, of the same name and length.
fn doubled(edits: &[Edit], athlete: &Athlete, library: &Library) -> usize {
    let is_there = |new: &&Session| {
        let day = athlete.sessions.between(new.date, new.date);
        day.iter().any(|old| {
            old.status == Status::Planned
                && old.kind() == new.kind()
                && old.plan.duration == new.plan.duration
                && load::title_of(&old.plan, library) == load::title_of(&new.plan, library)
        })
    };
    edits.iter().filter_map(put).filter(is_there).count()
}

/// The edits that take out what is still planned, and not locked, in the weeks that something is pasted into.
fn replaced(edits: &[Edit], athlete: &Athlete) -> Vec<Edit> {
    let start = athlete.profile.week_start;
    let weeks: BTreeSet<Week> = edits
        .iter()
        .filter_map(put)
        .map(|session| Week::of(session.date, start))
        .collect();
    let old = weeks
        .iter()
        .flat_map(|week| athlete.sessions.between(week.first(), week.last()));
    old.filter(|old| old.status == Status::Planned && !old.locked)
        .map(|old| Edit::Remove(old.id))
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::{AthleteId, Profile};

    const SHOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();

    fn dates(written: &str, start: Weekday) -> Vec<NaiveDate> {
        let plan = text::read_for(written, &Library::default(), start);
        assert_eq!(plan.errors, []);
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.profile.week_start = start;
        let shown = Week::of(SHOWN, start).first();
        let sessions = planned(&plan, &athlete, shown).into_iter();
        sessions.map(|session| session.date).collect()
    }

    #[test]
    fn a_plan_goes_where_it_says_and_else_to_the_shown_week() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 12, n).unwrap();
        assert_eq!(
            dates(
                "Tue easy 45min\nSun long 18km\nnext week\nMon easy 40min",
                Weekday::Mon
            ),
            [day(8), day(13), day(14)]
        );
        // A plan of another week lands where it says, and so does one of dates.
        let november = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        for start in [Weekday::Mon, Weekday::Sun] {
            let week = "week: 2026-W48\nTue easy 45min";
            assert_eq!(dates(week, start), [november(24)]);
            assert_eq!(dates("2026-11-28 easy 45min", start), [november(28)]);
        }
        // The Sunday of week 48 is its first day or its last.
        let sunday = "week: 2026-W48\nSun long 18km";
        assert_eq!(dates(sunday, Weekday::Sun), [november(22)]);
        assert_eq!(dates(sunday, Weekday::Mon), [november(29)]);
        // Where weeks begin on Sunday, that Sunday is the first day of the shown week.
        assert_eq!(
            dates("Tue easy 45min\nSun long 18km", Weekday::Sun),
            [day(6), day(8)]
        );
    }

    #[test]
    fn what_is_planned_twice_is_counted_and_headers_are_told() {
        let library = Library::default();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let text = "athlete: Ben\nlevel: advanced\nrace: 2027-01-10 half marathon\nMon easy 40min\nSun long 18km";
        let plan = text::read(text, &library);
        let edits = |athlete: &Athlete| -> Vec<Edit> {
            let sessions = planned(&plan, athlete, SHOWN).into_iter();
            sessions.map(Edit::put).collect()
        };
        let first = edits(&athlete);
        assert_eq!(doubled(&first, &athlete, &library), 0);
        let (race, said) = headers(&plan, &athlete);
        assert!(
            said[0].contains("for “Ben”") && said[2].contains("level"),
            "{said:?}"
        );
        assert!(
            said[1].contains("Half marathon on Sunday 10 January 2027"),
            "{said:?}"
        );
        let all: Vec<Edit> = first.into_iter().chain(race).collect();
        crate::edit::apply(&mut athlete, &all, Stamp::default());
        let again = edits(&athlete);
        assert_eq!(doubled(&again, &athlete, &library), 2);
        assert_eq!(replaced(&again, &athlete).len(), 2);
        let (race, _) = headers(&plan, &athlete);
        assert_eq!(race, None, "it is in the profile now");
    }

    #[test]
    fn a_text_is_known_again_with_other_ends_of_lines() {
        assert!(same_text("a\nb\n", "a\r\nb"));
        assert!(!same_text("", ""));
    }
}
