//! What the page of a season remembers: a request, and the season built from it.

use chrono::{NaiveDate, Weekday};
use uuid::Uuid;

use crate::domain::{Athlete, AthleteId, Race, Units, WorkspaceSettings};
use crate::library::Library;
use crate::season::{self, Refusal, RequestField, Season, SeasonRequest};
use crate::ui::action::{Action, Actions};

use super::prefill;
use super::words::SeasonPreview;

/// The page's state: a request, and the season built from it.
#[derive(Debug, Clone)]
pub struct SeasonForm {
    pub(super) athlete: AthleteId,
    pub(super) name: String,
    pub(super) units: Units,
    pub(super) week_start: Weekday,
    pub(super) today: NaiveDate,
    /// The races to choose from, the next first.
    pub(super) races: Vec<Race>,
    /// True when sessions are planned already.
    pub(super) has_plans: bool,
    pub(super) request: SeasonRequest,
    /// The request when the page was opened.
    pub(super) before: SeasonRequest,
    /// What was handed to the background last.
    pub(super) asked: Option<SeasonRequest>,
    /// The request that ended in a fault.
    failed: Option<SeasonRequest>,
    pub(super) preview: Option<SeasonPreview>,
    /// The week that is looked at, from 0.
    pub(super) week: usize,
    /// Unlike that of any other opening, so that no field finds what was typed into an earlier page.
    pub(super) opening: Uuid,
    /// The first field has had the focus.
    pub(super) focused: bool,
    /// Where the season follows a race that has moved: how many steps could be taken back then. It becomes part of the
    /// last of them.
    pub(super) follows: Option<usize>,
}

impl SeasonForm {
    /// A page for an athlete, filled in with what is known of them.
    pub fn new(
        athlete: &Athlete,
        library: &Library,
        settings: &WorkspaceSettings,
        today: NaiveDate,
    ) -> Self {
        let races = prefill::races(athlete, today);
        let request = prefill::request(athlete, library, settings, &races, today);
        Self::filled_in(athlete, races, request, today)
    }

    /// A page that offers to move an athlete's season along with its race, which the last of so many `steps` has put on
    /// another day.
    pub fn moving(
        athlete: &Athlete,
        library: &Library,
        settings: &WorkspaceSettings,
        race: &Race,
        (today, steps): (NaiveDate, usize),
    ) -> Self {
        let races = prefill::races(athlete, today);
        let usual = prefill::request(athlete, library, settings, &races, today);
        let request = season::moving(usual, athlete, race, today);
        Self {
            follows: Some(steps),
            ..Self::filled_in(athlete, races, request, today)
        }
    }

    fn filled_in(
        athlete: &Athlete,
        races: Vec<Race>,
        request: SeasonRequest,
        today: NaiveDate,
    ) -> Self {
        Self {
            athlete: athlete.id,
            name: athlete.profile.name.clone(),
            units: athlete.profile.units,
            week_start: athlete.profile.week_start,
            today,
            races,
            has_plans: prefill::has_plans(athlete, today),
            before: request.clone(),
            request,
            asked: None,
            failed: None,
            preview: None,
            week: 0,
            opening: Uuid::new_v4(),
            focused: false,
            follows: None,
        }
    }

    /// Whose season it is.
    pub fn athlete(&self) -> AthleteId {
        self.athlete
    }

    /// Takes in the result of a request.
    pub fn take(
        &mut self,
        request: SeasonRequest,
        outcome: Result<Season, Vec<Refusal>>,
        library: &Library,
    ) {
        let last = outcome
            .as_ref()
            .map_or(0, |season| season.weeks.len().saturating_sub(1));
        self.week = self.week.min(last);
        self.preview = Some(SeasonPreview::new(request, outcome, self.units, library));
    }

    /// The season that was asked for will not come; it is asked for anew.
    pub fn ask_again(&mut self) {
        self.asked = None;
    }

    /// This request ended in a fault; it is not made again until something is changed.
    pub fn give_up(&mut self, request: SeasonRequest) {
        self.asked = None;
        self.failed = Some(request);
    }

    /// Asks to build the season of the current request, one at a time.
    pub(super) fn ask(&mut self, actions: &mut Actions) {
        let answered = self.preview.as_ref().map(|preview| &preview.request);
        let is_waiting = self.asked.is_some() && self.asked.as_ref() != answered;
        let is_failed = self.failed.as_ref() == Some(&self.request);
        if is_waiting || is_failed || answered == Some(&self.request) {
            return;
        }
        self.asked = Some(self.request.clone());
        let request = Box::new(self.request.clone());
        actions.push(Action::PreviewSeason(self.athlete, request));
    }

    /// The season of the request as it stands, once it is known.
    pub(super) fn season(&self) -> Option<&Season> {
        let preview = self.preview.as_ref()?;
        let is_current = preview.request == self.request;
        preview.outcome.as_ref().ok().filter(|_| is_current)
    }

    /// Why a part of the request is refused.
    pub(super) fn refusal(&self, part: RequestField) -> Option<&str> {
        let refusals = self.preview.as_ref()?.outcome.as_ref().err()?;
        let refusal = refusals.iter().find(|refusal| refusal.part == part)?;
        Some(&refusal.message)
    }
}
