//! Settings on their way: what is changed, for whom, and what that does to the shown week.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{
    Accepted, Athlete, Grading, Policy, Profile, RuleSettings, Workspace, WorkspaceSettings,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::merge::{self, edited_profile};
use crate::rules::{self, Context, Finding, RULES, Rule, Threshold, Timeline};

use super::effect::Effect;

/// For whom something is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// For the shown athlete.
    Athlete,
    /// For all athletes of the workspace who have nothing of their own.
    Everybody,
}

/// Whether anything had to be worked out anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refreshed {
    /// Something had changed.
    Yes,
    /// All was as it was.
    No,
}

/// The settings as changed so far.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    athlete: Arc<Athlete>,
    others: Vec<Arc<Athlete>>,
    settings_before: WorkspaceSettings,
    profile: Profile,
    settings: WorkspaceSettings,
    scope: Scope,
    week: NaiveDate,
    today: NaiveDate,
    /// What is in force in the scope: a profile with only its rules to be read.
    in_force: Profile,
    /// Findings of the shown week before any change.
    before: Vec<Finding>,
    /// Findings of the shown week as it would be.
    after: Vec<Finding>,
    effect: Effect,
    /// Something changed since all this was worked out.
    is_stale: bool,
}

impl Draft {
    /// Nothing changed yet.
    pub(super) fn new(
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        library: &Library,
        week: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        let mut draft = Self {
            athlete: athlete.clone(),
            others: workspace.athletes.clone(),
            settings_before: workspace.settings.clone(),
            profile: athlete.profile.clone(),
            settings: workspace.settings.clone(),
            scope: Scope::Athlete,
            week,
            today,
            in_force: athlete.profile.clone(),
            before: Vec::new(),
            after: Vec::new(),
            effect: Effect::default(),
            is_stale: true,
        };
        draft.refresh(library);
        draft.before.clone_from(&draft.after);
        draft.is_stale = true;
        draft.refresh(library);
        draft
    }

    /// Takes in what has become of athlete and workspace since the dialog was opened, so that saving does not undo it.
    pub(super) fn follow(&mut self, athlete: &Arc<Athlete>, workspace: &Workspace) {
        if athlete.id == self.athlete.id && !Arc::ptr_eq(athlete, &self.athlete) {
            let before = &self.athlete.profile;
            self.profile = edited_profile(before, &self.profile, &athlete.profile);
            self.athlete = athlete.clone();
            self.is_stale = true;
        }
        if workspace.settings != self.settings_before {
            let before = Some(&self.settings_before);
            self.settings = merge::settings(before, &self.settings, &workspace.settings).0;
            self.settings_before = workspace.settings.clone();
            self.is_stale = true;
        }
    }

    /// Works out what the changes do, if there were any.
    pub(super) fn refresh(&mut self, library: &Library) -> Refreshed {
        if !std::mem::take(&mut self.is_stale) {
            return Refreshed::No;
        }
        let checked = self.settings.checked(&self.profile);
        let context = Context::new(&checked, library, self.today);
        let last = self.week + Days::new(6);
        let timeline = Timeline::new(&self.athlete, &context, self.week, last);
        self.after = rules::check(&timeline, &context);
        self.effect = Effect::between(&self.before, &self.after);
        self.in_force = match self.scope {
            Scope::Athlete => Profile::clone(&checked),
            Scope::Everybody => Profile {
                policy: self.settings.policy,
                rules: self.settings.rules.clone(),
                ..self.profile.clone()
            },
        };
        Refreshed::Yes
    }

    /// For whom changes are made.
    pub(super) fn scope(&self) -> Scope {
        self.scope
    }

    /// Makes further changes for somebody else.
    pub(super) fn set_scope(&mut self, scope: Scope) {
        self.scope = scope;
        self.is_stale = true;
    }

    /// The shown athlete.
    pub(super) fn athlete(&self) -> &Arc<Athlete> {
        &self.athlete
    }

    /// First day of the shown week.
    pub(super) fn week(&self) -> NaiveDate {
        self.week
    }

    /// What is in force in the scope; only its rules are to be read.
    pub(super) fn in_force(&self) -> &Profile {
        &self.in_force
    }

    /// What the changes do to the shown week.
    pub(super) fn effect(&self) -> &Effect {
        &self.effect
    }

    /// What a rule finds in the shown week, accepted findings left out.
    pub(super) fn found_by<'a>(&'a self, rule: &'a Rule) -> impl Iterator<Item = &'a Finding> {
        let of_rule = |finding: &&Finding| finding.rule == rule.id && finding.accepted.is_none();
        self.after.iter().filter(of_rule)
    }

    /// The policy of the scope itself; `None` where it is left open.
    pub(super) fn policy(&self) -> Option<Policy> {
        match self.scope {
            Scope::Athlete => self.profile.policy,
            Scope::Everybody => self.settings.policy,
        }
    }

    /// The policy of whoever leaves it open in the scope.
    pub(super) fn inherited_policy(&self) -> Policy {
        match self.scope {
            Scope::Athlete => self.settings.policy.unwrap_or_default(),
            Scope::Everybody => Policy::default(),
        }
    }

    /// Sets the policy of the scope.
    pub(super) fn set_policy(&mut self, policy: Option<Policy>) {
        self.is_stale = true;
        match self.scope {
            Scope::Athlete => self.profile.policy = policy,
            Scope::Everybody => self.settings.policy = policy,
        }
    }

    /// Sets the strict distance before key sessions.
    pub(super) fn set_strict(&mut self, strict: bool) {
        let inherited = self.inherited().is_strict();
        self.layer().strict_48h = (strict != inherited).then_some(strict);
    }

    /// Leaves the strict distance open.
    pub(super) fn reset_strict(&mut self) {
        self.layer().strict_48h = None;
    }

    /// True when the scope has a strict distance of its own.
    pub(super) fn has_own_strict(&self) -> bool {
        self.own().strict_48h.is_some()
    }

    /// True when the scope sets anything of a rule itself.
    pub(super) fn has_own(&self, rule: &Rule) -> bool {
        self.own().rules.contains_key(rule.id)
    }

    /// True when the scope sets this figure itself.
    pub(super) fn has_own_figure(&self, rule: &Rule, figure: &Threshold) -> bool {
        self.own().threshold(rule.id, figure.name).is_some()
    }

    /// How many athletes set something of a rule themselves, and so do not follow the workspace in it.
    pub(super) fn with_own(&self, rule: &Rule) -> usize {
        let has_own = |athlete: &&Arc<Athlete>| athlete.profile.rules.rules.contains_key(rule.id);
        self.others.iter().filter(has_own).count()
    }

    /// Switches a rule on or off.
    pub(super) fn set_off(&mut self, rule: &Rule, off: bool) {
        let inherited = self.inherited().is_off(rule.id);
        self.layer().change(rule.id, |setting| {
            setting.off = (off != inherited).then_some(off);
        });
    }

    /// Sets how bad the findings of a rule count.
    pub(super) fn set_grading(&mut self, rule: &Rule, grading: Grading) {
        let inherited = self.inherited().grading(rule.id);
        self.layer().change(rule.id, |setting| {
            setting.severity = (grading != inherited).then_some(grading);
        });
    }

    /// The figure that is in force where the scope leaves it open.
    pub(super) fn inherited_figure(&self, rule: &Rule, figure: &Threshold) -> f64 {
        let inherited = self.inherited().threshold(rule.id, figure.name);
        inherited.unwrap_or(figure.value)
    }

    /// Sets a figure of a rule.
    pub(super) fn set_figure(&mut self, rule: &Rule, figure: &Threshold, value: f64) {
        let inherited = self.inherited_figure(rule, figure);
        self.layer().change(rule.id, |setting| {
            if value == inherited {
                setting.thresholds.remove(figure.name);
            } else {
                setting.thresholds.insert(figure.name.to_owned(), value);
            }
        });
    }

    /// Leaves everything of a rule open.
    pub(super) fn reset(&mut self, rule: &Rule) {
        self.layer().rules.remove(rule.id);
    }

    /// Keeps these acceptances and withdraws the others.
    pub(super) fn keep_accepted(&mut self, accepted: Vec<Accepted>) {
        self.is_stale = true;
        self.profile.accepted = accepted;
    }

    /// True when something was changed that closing would lose.
    pub(super) fn is_changed(&self) -> bool {
        self.profile != self.athlete.profile || self.settings != self.settings_before
    }

    /// All changes as one step; `None` when there are none.
    pub(super) fn step(&self) -> Option<Transaction> {
        if !self.is_changed() {
            return None;
        }
        let mut edits = Vec::new();
        if self.profile != self.athlete.profile {
            let profile = Edit::Profile(Box::new(self.profile.clone()));
            edits.push(WorkspaceEdit::Athlete(self.athlete.id, vec![profile]));
        }
        if self.settings != self.settings_before {
            let settings = Box::new(self.settings.clone());
            edits.push(WorkspaceEdit::Settings(settings));
        }
        Some(Transaction {
            label: self.label(),
            edits,
        })
    }

    fn label(&self) -> String {
        let own = changed_rules(&self.athlete.profile.rules, &self.profile.rules);
        let common = changed_rules(&self.settings_before.rules, &self.settings.rules);
        let has_own = self.profile.rules != self.athlete.profile.rules
            || self.profile.policy != self.athlete.profile.policy;
        let name = &self.athlete.profile.name;
        let whom = match (has_own, self.settings != self.settings_before) {
            (true, true) => return "Set rules".to_owned(),
            (true, false) => name.as_str(),
            (false, true) => "everybody",
            (false, false) => return "Withdraw acceptance".to_owned(),
        };
        let one = match (own.as_slice(), common.as_slice()) {
            ([rule], []) | ([], [rule]) => Some(rule.title),
            _ => None,
        };
        match one {
            Some(title) => format!("Set “{}” for {whom}", title.to_lowercase()),
            None => format!("Set rules for {whom}"),
        }
    }

    /// What the scope sets itself.
    fn own(&self) -> &RuleSettings {
        match self.scope {
            Scope::Athlete => &self.profile.rules,
            Scope::Everybody => &self.settings.rules,
        }
    }

    /// The same, to be changed.
    fn layer(&mut self) -> &mut RuleSettings {
        self.is_stale = true;
        match self.scope {
            Scope::Athlete => &mut self.profile.rules,
            Scope::Everybody => &mut self.settings.rules,
        }
    }

    /// What is in force where the scope leaves something open.
    fn inherited(&self) -> RuleSettings {
        match self.scope {
            Scope::Athlete => self.settings.rules.clone(),
            Scope::Everybody => RuleSettings::default(),
        }
    }
}

/// The rules that are set differently.
fn changed_rules(before: &RuleSettings, after: &RuleSettings) -> Vec<&'static Rule> {
    let is_changed = |rule: &&Rule| before.rules.get(rule.id) != after.rules.get(rule.id);
    RULES.iter().filter(is_changed).collect()
}

#[cfg(test)]
mod tests {
    use super::super::effect::FindingChange;
    use crate::domain::AthleteId;
    use crate::edit::{Transaction, UndoHistory};
    use crate::text;

    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    /// Anna, whose heavy legs are on the eve of a tempo, and Ben, who does the same.
    fn workspace(library: &Library) -> Workspace {
        let plan = "week: 2026-W48\nTue strength lower heavy\nWed tempo 50min\nSat easy 40min\n";
        let athlete = |bits, name: &str| {
            let mut athlete = text::read(plan, library).athlete();
            athlete.id = AthleteId::from_bits(bits);
            athlete.profile.name = name.to_owned();
            Arc::new(athlete)
        };
        Workspace {
            athletes: vec![athlete(1, "Anna"), athlete(2, "Ben")],
            ..Workspace::default()
        }
    }

    fn draft(workspace: &Workspace, library: &Library) -> Draft {
        Draft::new(&workspace.athletes[0], workspace, library, day(23), day(23))
    }

    fn applied(workspace: &Workspace, step: Transaction) -> Workspace {
        let mut changed = workspace.clone();
        UndoHistory::default().apply(&mut changed, step, crate::domain::Stamp::default());
        changed
    }

    const RULE: &str = "legs-before-key-run";

    #[test]
    fn a_change_tells_at_once_what_comes_and_goes() {
        let library = Library::shipped().unwrap();
        let workspace = workspace(&library);
        let mut draft = draft(&workspace, &library);
        let rule = rules::rule(RULE).unwrap();
        assert!(draft.effect().changes.is_empty() && !draft.is_changed());
        assert_eq!(draft.found_by(rule).count(), 1);
        draft.set_grading(rule, Grading::Tip);
        assert_eq!(draft.refresh(&library), Refreshed::Yes);
        let words: Vec<_> = draft
            .effect()
            .changes
            .iter()
            .map(FindingChange::word)
            .collect();
        assert_eq!(words, ["From conflict to tip"]);
        draft.set_grading(rule, Grading::Usual);
        draft.set_off(rule, true);
        draft.refresh(&library);
        let effect = draft.effect();
        assert_eq!((effect.before[0], effect.after[0]), (1, 0));
        assert_eq!(effect.changes[0].word(), "Goes");
        assert_eq!(effect.changes[0].days, "Tue 24, Wed 25");
        assert_eq!(draft.refresh(&library), Refreshed::No);
    }

    #[test]
    fn what_equals_the_inherited_value_is_left_open() {
        let library = Library::shipped().unwrap();
        let workspace = workspace(&library);
        let mut draft = draft(&workspace, &library);
        let rule = rules::rule(RULE).unwrap();
        let hours = &rule.thresholds[0];
        draft.set_scope(Scope::Everybody);
        draft.set_figure(rule, hours, 30.0);
        draft.set_strict(true);
        draft.set_scope(Scope::Athlete);
        assert!(!draft.has_own(rule) && !draft.has_own_strict());
        assert_eq!(draft.inherited_figure(rule, hours), 30.0);
        draft.set_figure(rule, hours, 24.0);
        draft.set_strict(false);
        assert!(draft.has_own_figure(rule, hours) && draft.has_own_strict());
        draft.set_figure(rule, hours, 30.0);
        draft.reset_strict();
        assert!(!draft.has_own(rule) && !draft.has_own_strict());
    }

    #[test]
    fn one_step_changes_the_athlete_and_the_workspace_and_reaches_the_others() {
        let library = Library::shipped().unwrap();
        let workspace = workspace(&library);
        let mut draft = draft(&workspace, &library);
        let rule = rules::rule(RULE).unwrap();
        assert_eq!(draft.step(), None);
        draft.set_scope(Scope::Everybody);
        draft.set_off(rule, true);
        let step = draft.step().unwrap();
        assert_eq!(step.label, "Set “legs before a key session” for everybody");
        draft.set_scope(Scope::Athlete);
        draft.set_off(rule, false);
        let changed = applied(&workspace, draft.step().unwrap());
        let is_off = |athlete: &Athlete| {
            let profile = changed.settings.checked(&athlete.profile);
            profile.rules.is_off(RULE)
        };
        assert!(!is_off(&changed.athletes[0]) && is_off(&changed.athletes[1]));
        let reopened = Draft::new(&changed.athletes[1], &changed, &library, day(23), day(23));
        assert_eq!(reopened.found_by(rule).count(), 0);
        assert_eq!(reopened.with_own(rule), 1);
    }
}
