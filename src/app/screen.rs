//! What is on the screen: whose week, which week, and what was worked out of them. Nothing else changes whom the screen
//! shows.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::chart::ChartSelection;
use crate::domain::{Athlete, AthleteId, DateStyle, SessionId, Week};
use crate::load::records::RecordBook;
use crate::rules::{Breach, Context};
use crate::ui::format;
use crate::ui::shared::StripWish;
use crate::ui::state::UiState;
use crate::ui::view::{Derived, STRIP_BEFORE, StripSpan};

use super::open_workspace::OpenWorkspace;

/// The screen's state.
#[derive(Debug)]
pub(super) struct Screen {
    /// What the panels remember.
    pub(super) ui: UiState,
    athlete: Option<AthleteId>,
    known: Option<Known>,
    /// How often the figures of the charts were worked out.
    charted: u64,
}

/// What was worked out, and from what.
#[derive(Debug)]
struct Known {
    workspace: u64,
    revision: u64,
    athlete: AthleteId,
    week: NaiveDate,
    today: NaiveDate,
    /// How dates are written.
    dates: DateStyle,
    strip: StripWish,
    derived: Derived,
}

impl Screen {
    /// Nobody's week around `today`.
    pub(super) fn new(today: NaiveDate) -> Self {
        Self {
            ui: UiState::new(Week::of(today, Weekday::Mon).first(), today),
            athlete: None,
            known: None,
            charted: 0,
        }
    }

    /// Who is shown.
    pub(super) fn athlete(&self) -> Option<AthleteId> {
        self.athlete
    }

    /// What the panels remember, and what was worked out for them of the shown athlete and week.
    pub(super) fn parts(&mut self) -> (&mut UiState, Option<&Derived>) {
        let derived = self.known.as_ref().map(|known| &known.derived);
        (&mut self.ui, derived)
    }

    /// The records of the shown athlete.
    pub(super) fn book(&self) -> Option<&RecordBook> {
        self.known.as_ref().map(|known| &known.derived.book)
    }

    /// Shows an athlete, with the charts that were chosen for them last, in the week of the selected day.
    pub(super) fn show(&mut self, athlete: &Athlete, charts: ChartSelection) {
        if self.athlete != Some(athlete.id) {
            self.athlete = Some(athlete.id);
            self.ui.shared.select(None);
            self.ui.shared.drag = None;
            self.ui.shared.moving = None;
            self.ui.inspector.accepting = None;
            self.ui.shared.pointed = None;
            self.ui.charts.take(charts);
        }
        self.align(athlete.profile.week_start);
    }

    /// Shows the week of the selected day, where weeks begin on `start`.
    fn align(&mut self, start: Weekday) {
        let day = self.ui.shared.day;
        self.show_week(day, start);
        self.ui.shared.day = day;
    }

    /// Shows nobody, until there is somebody to show.
    pub(super) fn show_nobody(&mut self) {
        self.athlete = None;
        self.known = None;
        self.ui.shared.select(None);
        self.ui.shared.drag = None;
        self.ui.shared.moving = None;
    }

    /// Leaves a workspace: nothing of it stays on the screen. Panels stay where they are, and what was copied can be
    /// pasted in another.
    pub(super) fn leave_workspace(&mut self) {
        self.show_nobody();
        self.ui.dialog = None;
        self.ui.palette = None;
        self.ui.shared.edited = None;
        self.ui.roster.leave_workspace();
    }

    /// Shows the week that holds `date`, where weeks begin on `start`.
    pub(super) fn show_week(&mut self, date: NaiveDate, start: Weekday) {
        self.ui.shared.show_week(Week::of(date, start).first());
    }

    /// Lets a selected session go that is not on the screen, so that nothing is done to what nobody sees.
    pub(super) fn let_unseen_go(&mut self, open: &OpenWorkspace) {
        let shared = &mut self.ui.shared;
        if shared.moving.is_some() {
            return;
        }
        let athlete = self.athlete.and_then(|id| open.athlete(id));
        let days = shared.on_screen();
        let is_seen = |id: SessionId| {
            let session = athlete.and_then(|athlete| athlete.sessions.get(id));
            session.is_some_and(|session| days.contains(&session.date))
        };
        shared.also.retain(|id| is_seen(*id));
        if shared.selected.is_some_and(|id| !is_seen(id)) {
            shared.selected = None;
        }
    }

    /// Works out what the screen shows of the athlete and the week, if anything behind it changed. True when it did.
    pub(super) fn work_out(&mut self, open: &OpenWorkspace, today: NaiveDate) -> bool {
        let Some(athlete) = self.athlete.and_then(|id| open.athlete(id)) else {
            self.known = None;
            return false;
        };
        // An edit, its undo, or another computer may have begun the weeks on another day.
        let start = athlete.profile.week_start;
        if self.ui.shared.week.weekday() != start {
            self.align(start);
        }
        let week = self.ui.shared.week;
        let strip = self.strip(open, athlete.id);
        let is_fresh = self.known.as_ref().is_some_and(|known| {
            known.workspace == open.id()
                && known.revision == open.revision()
                && known.athlete == athlete.id
                && known.week == week
                && known.today == today
                && known.dates == format::date_style()
                && known.strip == self.ui.shared.strip
        });
        if is_fresh {
            return false;
        }
        let derived = self.derive(&athlete.clone(), open, today, strip);
        self.known = Some(Known {
            workspace: open.id(),
            revision: open.revision(),
            athlete: athlete.id,
            week,
            today,
            dates: format::date_style(),
            strip: self.ui.shared.strip,
            derived,
        });
        true
    }

    /// The weeks of the strip: where it was scrolled to, or around the shown week. It stays while that is within it.
    fn strip(&mut self, open: &OpenWorkspace, athlete: AthleteId) -> StripSpan {
        let week = self.ui.shared.week;
        let wish = &mut self.ui.shared.strip;
        let known = self.known.as_ref();
        let known = known.filter(|known| known.workspace == open.id() && known.athlete == athlete);
        let shows = |first: NaiveDate| {
            let days = (week - first).num_days();
            days % 7 == 0 && (0..wish.weeks as i64).contains(&days.div_euclid(7))
        };
        let is_elsewhere = known.is_none_or(|known| known.week != week);
        if is_elsewhere && wish.first.is_some_and(|first| !shows(first)) {
            wish.first = None;
        }
        let kept = known.map(|known| known.derived.strip_span.first);
        let first = wish.first.or(kept.filter(|first| shows(*first)));
        StripSpan {
            first: first.unwrap_or_else(|| week - Days::new(STRIP_BEFORE * 7)),
            weeks: wish.weeks,
        }
    }

    fn derive(
        &mut self,
        athlete: &Arc<Athlete>,
        open: &OpenWorkspace,
        today: NaiveDate,
        strip: StripSpan,
    ) -> Derived {
        let week = self.ui.shared.week;
        let old = self.known.take();
        let old = old.filter(|known| known.workspace == open.id() && known.athlete == athlete.id);
        // The charts do not depend on the shown week.
        let is_charted = old
            .as_ref()
            .is_some_and(|known| known.revision == open.revision());
        let (mut charted, mut book) = old
            .map(|known| (known.derived.charted, known.derived.book))
            .unwrap_or_default();
        if !is_charted {
            self.charted += 1;
            charted.update(athlete, open.library(), self.charted);
            book.update(athlete, open.library());
        }
        let profile = open.workspace().settings.checked(&athlete.profile);
        let context = Context::new(&profile, open.library(), today).written(format::date_style());
        Derived::new(athlete, &context, week, strip, charted, book)
    }

    /// Takes in the weeks of the shown athlete's whole calendar in which a rule objects.
    pub(super) fn take_breaches(&mut self, weeks: &[Breach]) {
        if let Some(known) = &mut self.known {
            known.derived.take_breaches(weeks);
        }
    }
}
