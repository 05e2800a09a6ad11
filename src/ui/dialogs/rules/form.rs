//! What the dialog of the rules remembers: settings that are not yet in force.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{Athlete, Workspace};
use crate::library::Library;
use crate::rules::{self, Rule};
use crate::ui::theme::Palette;

use super::accepted::{self, AcceptedLine};
use super::draft::Draft;

/// Where the dialog opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RulesPlace {
    /// At what concerns all rules: policy and strictness.
    General,
    /// At a rule, by its id.
    Rule(&'static str),
    /// At the accepted findings.
    Accepted,
}

/// The dialog's state: settings that are not yet in force.
#[derive(Debug, Clone)]
pub struct RulesForm {
    pub(super) draft: Draft,
    pub(super) tab: Tab,
    /// The rule on the right; `None` for what concerns all rules.
    pub(super) chosen: Option<&'static Rule>,
    pub(super) query: String,
    pub(super) accepted: Vec<AcceptedLine>,
    /// Unlike that of any other opening, so that no field finds what was typed into an earlier page.
    pub(super) opening: Uuid,
    /// The first field has had the focus.
    pub(super) focused: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Rules,
    Accepted,
}

impl RulesForm {
    /// The rules of an athlete, with what they find in the week that begins on `week`.
    pub fn new(
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        library: &Library,
        week: NaiveDate,
        today: NaiveDate,
        place: RulesPlace,
    ) -> Self {
        let (tab, chosen) = match place {
            RulesPlace::General => (Tab::Rules, None),
            RulesPlace::Rule(id) => (Tab::Rules, rules::rule(id)),
            RulesPlace::Accepted => (Tab::Accepted, None),
        };
        Self {
            draft: Draft::new(athlete, workspace, library, week, today),
            tab,
            chosen,
            query: String::new(),
            accepted: accepted::lines(athlete, &workspace.settings, library, today),
            opening: Uuid::new_v4(),
            focused: false,
        }
    }
}

impl RulesForm {
    /// Takes in what has become of athlete and workspace since the dialog was opened.
    pub fn follow(&mut self, athlete: &Arc<Athlete>, workspace: &Workspace) {
        self.draft.follow(athlete, workspace);
    }
}

/// What the parts of the dialog read and change.
pub(super) struct RuleFields<'a> {
    pub(super) draft: &'a mut Draft,
    pub(super) palette: &'static Palette,
    pub(super) opening: Uuid,
}
