//! Copying and pasting: sessions that were copied here, and plans that come as text from anywhere.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Context, Event};
use uuid::Uuid;

use crate::domain::{Athlete, Plan, Profile, RaceId, Session, Slot, Week};
use crate::edit::Edit;
use crate::import::history::is_reply;
use crate::import::plan::read_plan_text;
use crate::intake::{Certainty, Options};
use crate::library::Library;
use crate::load;
use crate::planning::{self, PlanHead};
use crate::text::{self, PlanText};
use crate::ui::calendar::moving;
use crate::ui::dialogs::{Dialog, PasteForm, PlanSource};
use crate::ui::ids::new_session_id;
use crate::ui::shared::Clipboard;
use crate::{text::TextError, ui};

use super::shell::App;

impl App {
    /// Keeps sessions, in the order of their days, to be pasted; their text goes to the system's clipboard, for a mail
    /// or a chat.
    pub(super) fn copy(&mut self, ctx: &Context, athlete: &Athlete, sessions: &[Arc<Session>]) {
        let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
            return;
        };
        let mut profile = Profile::named("");
        profile.units = athlete.profile.units;
        let mut alone = Athlete::new(athlete.id, profile);
        alone.sessions = sessions.iter().map(|session| (**session).clone()).collect();
        let written = text::write(&alone, self.open.library(), first.date, last.date);
        ctx.copy_text(written.text.clone());
        self.screen.ui.shared.clipboard = Some(Clipboard {
            plans: sessions
                .iter()
                .map(|session| {
                    let days = (session.date - first.date).num_days().max(0);
                    (days as u32, Plan::clone(&session.plan))
                })
                .collect(),
            week: false,
            cut: Vec::new(),
            text: written.text,
        });
    }

    /// Pastes what was copied last: sessions of this program, or a plan as text.
    pub(super) fn paste(&mut self, ctx: &Context, today: NaiveDate) {
        let Some(athlete) = self.shown() else { return };
        let pasted = ctx.input(|input| {
            let mut events = input.events.iter();
            events.find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(reply) = pasted.as_ref().filter(|pasted| is_reply(pasted)) {
            return self.bring_in_reply(reply.clone());
        }
        let ours = |pasted: &str| {
            let clipboard = self.screen.ui.shared.clipboard.as_ref();
            clipboard.is_some_and(|clipboard| same_text(&clipboard.text, pasted))
        };
        let written = pasted.filter(|pasted| !ours(pasted));
        let plan = written
            .as_ref()
            .map(|pasted| text::read_for(pasted, self.open.library(), athlete.profile.week_start));
        // Text that is not plan text, or only in part, may still be a plan as a coach writes one.
        if let (Some(written), Some(plan)) = (&written, &plan)
            && (plan.sessions.is_empty() || !plan.errors.is_empty())
            && let found = understood(written, self.open.library())
            && (found > plan.sessions.len()
                || found > 0 && found == plan.sessions.len() && is_hardly_plan_text(written, plan))
        {
            return self.bring_in(PlanSource::Text(written.clone()));
        }
        match plan {
            Some(plan) if !plan.sessions.is_empty() => self.paste_plan(&athlete, &plan),
            Some(plan) if self.screen.ui.shared.clipboard.is_none() => {
                let error = plan.errors.first();
                let why = error.map_or_else(String::new, |error| format!(" {}", said(error)));
                self.say(format!("The clipboard holds no plan.{why}"));
            }
            _ => self.paste_copied(&athlete, today),
        }
    }

    /// Puts a plan where its text says, and one without a week into the shown week and those after. Where lines could
    /// not be read, or the same sessions stand there already, it asks first.
    fn paste_plan(&mut self, athlete: &Athlete, plan: &PlanText) {
        let mut edits = planning::place_plan(
            plan,
            athlete,
            self.screen.ui.shared.week,
            &mut new_session_id,
        );
        let Some(first) = planning::first_day(&edits) else {
            return;
        };
        let week = Week::of(first, athlete.profile.week_start);
        let count = ui::format::plural(edits.len(), "session", "sessions");
        let mut said = vec![format!(
            "Pasted {count} into {}",
            ui::format::week_span(week.first())
        )];
        let head = PlanHead::of(plan, athlete);
        said.extend(head_words(&head, athlete.profile.name.trim()));
        edits.extend(head.take_races(athlete, &mut || RaceId(Uuid::new_v4())));
        let is_pasted = self.paste_edits(athlete, "Paste plan", edits, &plan.errors, &said);
        if is_pasted && !week.contains(self.screen.ui.shared.day) {
            (self.screen.ui.shared.week, self.screen.ui.shared.day) = (week.first(), first);
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
        let doubled = planning::doubled(&edits, athlete, self.open.library());
        if doubled > 0 || !errors.is_empty() {
            let form = PasteForm {
                athlete: athlete.id,
                label: label.to_owned(),
                errors: errors.to_vec(),
                notes: said.iter().skip(1).cloned().collect(),
                replaced: if doubled > 0 {
                    planning::replaced(&edits, athlete)
                } else {
                    Vec::new()
                },
                doubled,
                edits,
            };
            self.screen.ui.dialog = Some(Dialog::new(form));
            return false;
        }
        let pasted = self.edit(label.to_owned(), athlete, edits);
        if pasted {
            self.say_with(said.join(". "), true);
        }
        pasted
    }

    fn paste_copied(&mut self, athlete: &Arc<Athlete>, today: NaiveDate) {
        let Some(clipboard) = self.screen.ui.shared.clipboard.clone() else {
            self.say("Nothing was copied yet.");
            return;
        };
        if clipboard.week {
            let edits = planning::add_all(
                &clipboard.plans,
                self.screen.ui.shared.week,
                &mut new_session_id,
            );
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
        if self.paste_cut(athlete, &clipboard.cut, today) {
            return;
        }
        let day = self.screen.ui.shared.day;
        if clipboard.plans.len() > 1 {
            let mut pasted = Vec::new();
            let mut id = || {
                let id = new_session_id();
                pasted.push(id);
                id
            };
            let edits = planning::add_all(&clipboard.plans, day, &mut id);
            let count = ui::format::plural(edits.len(), "session", "sessions");
            // Pasting never replaces planned sessions, even the same ones.
            if self.edit(format!("Paste {count}"), athlete, edits) {
                self.screen.ui.shared.select_all(&pasted);
                self.say_with(format!("Pasted {count}"), true);
            }
            return;
        }
        for (_, plan) in &clipboard.plans {
            let id = new_session_id();
            let slot = Slot {
                date: day,
                start: plan.start,
            };
            let edits = planning::add(plan, slot, id);
            let title = ui::lower_first(&load::title_of(plan, self.open.library()));
            if self.edit(format!("Paste {title}"), athlete, edits) {
                self.screen.ui.shared.select(Some(id));
            }
        }
    }

    /// Brings sessions that were cut back whole, unless they came back already. The first stands on the selected day,
    /// the others as many days later as they were.
    fn paste_cut(&mut self, athlete: &Athlete, cut: &[Arc<Session>], today: NaiveDate) -> bool {
        if let Some(clipboard) = &mut self.screen.ui.shared.clipboard {
            clipboard.cut.clear();
        }
        let Some(first) = cut.first() else {
            return false;
        };
        let is_there =
            |athlete: &Arc<Athlete>| cut.iter().any(|one| athlete.sessions.get(one.id).is_some());
        if self.open.athletes().iter().any(is_there) {
            return false;
        }
        let (mut edits, mut moves, mut selected) = (Vec::new(), Vec::new(), Vec::new());
        let title = if cut.len() > 1 {
            ui::format::plural(cut.len(), "session", "sessions")
        } else {
            ui::lower_first(&load::title_of(&first.plan, self.open.library()))
        };
        let moved_to = self.screen.ui.shared.day;
        let days = moved_to - first.date;
        for one in cut {
            let Some(date) = one.date.checked_add_signed(days) else {
                continue;
            };
            let slot = Slot {
                date,
                start: one.plan.start,
            };
            // Put the session back on its first day, so that what was done stays there if the new day is in the future.
            edits.push(Edit::put((**one).clone()));
            let copy = new_session_id();
            let moved = planning::move_session(athlete, one, slot, None, today, copy);
            edits.extend(moved.edits.iter().filter(|_| slot != one.slot()).cloned());
            selected.push(moved.session);
            moves.push(moved);
        }
        let is_split = moves.iter().any(|moved| moved.log_stays_on.is_some());
        let on_screen = self.screen.ui.shared.on_screen();
        let is_unseen = cut
            .iter()
            .filter_map(|one| one.date.checked_add_signed(days))
            .any(|date| !on_screen.contains(&date));
        let told = match moves.as_slice() {
            [moved] => moving::words(&title, moved, moved_to).1,
            several if is_split || is_unseen => {
                let way = moving::way_words(days.num_days());
                Some(moving::words_of_several(several, &way).1)
            }
            _ => None,
        };
        let pasted = self.edit(format!("Paste {title}"), athlete, edits);
        if pasted {
            self.screen.ui.shared.select_all(&selected);
            if let Some(told) = told {
                self.say_with(told, true);
            }
        }
        pasted
    }
}

/// True where more than a third of the lines is no plan text: somebody's mail, and not plan text with a slip.
fn is_hardly_plan_text(written: &str, plan: &PlanText) -> bool {
    let mut unread: Vec<usize> = plan.errors.iter().map(|error| error.line).collect();
    unread.dedup();
    let lines = written.lines().filter(|line| !line.trim().is_empty());
    unread.len() * 3 > lines.count()
}

/// How many sessions the forgiving reader understands in a text, beyond keeping its words.
fn understood(written: &str, library: &Library) -> usize {
    let reading = read_plan_text(written, library, &Options::default());
    let sessions = reading.sessions.iter();
    sessions
        .filter(|session| session.certainty != Certainty::Note)
        .count()
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

/// In words what the head of a plan says besides its sessions, and what of it was taken over.
fn head_words(head: &PlanHead, name: &str) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(other) = &head.other_athlete {
        said.push(format!("The text is for “{other}”, and went to {name}"));
    }
    if !head.races.is_empty() {
        let races = head.races.iter();
        let races =
            races.map(|race| format!("{} on {}", race.name, ui::format::full_day(race.date)));
        let races: Vec<String> = races.collect();
        said.push(format!("With its races: {}", races.join(", ")));
    }
    if !head.left_out.is_empty() {
        said.push(format!("Its {} were left out", head.left_out.join(", ")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AthleteId;
    use crate::library::Library;

    #[test]
    fn what_the_head_of_a_plan_says_is_told() {
        let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let text = "athlete: Ben\nlevel: advanced\nrace: 2027-01-10 half marathon\nMon easy 40min";
        let plan = text::read(text, &Library::default());
        let said = head_words(&PlanHead::of(&plan, &athlete), "Anna");
        assert!(
            said[0].contains("for “Ben”") && said[2].contains("level"),
            "{said:?}"
        );
        assert!(
            said[1].contains("Half marathon on Sunday 10 January 2027"),
            "{said:?}"
        );
    }

    #[test]
    fn a_text_is_known_again_with_other_ends_of_lines() {
        assert!(same_text("a\nb\n", "a\r\nb"));
        assert!(!same_text("", ""));
    }
}
