//! How the rules are set, for an athlete or for everybody in a workspace.
//!
//! Whatever an athlete leaves open is as in the workspace, and what the workspace leaves open is the rule's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How bad the findings of a rule are to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Grading {
    /// As the rule says.
    #[default]
    Usual,
    /// A step milder than the rule says; a tip stays one.
    Softer,
    /// A step worse than the rule says; a conflict stays one.
    Harder,
    /// Always a tip.
    Tip,
    /// Always a caution.
    Caution,
    /// Always a conflict.
    Conflict,
}

impl Grading {
    /// Every value, in display order.
    pub const ALL: [Self; 6] = [
        Self::Usual,
        Self::Softer,
        Self::Harder,
        Self::Tip,
        Self::Caution,
        Self::Conflict,
    ];

    /// The words the screen shows.
    pub fn label(self) -> &'static str {
        match self {
            Self::Usual => "Default",
            Self::Softer => "A step softer",
            Self::Harder => "A step harder",
            Self::Tip => "Always a tip",
            Self::Caution => "Always a caution",
            Self::Conflict => "Always a conflict",
        }
    }

    /// The word in files. Those of severities are the keys of the JSON contract.
    fn key(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Softer => "softer",
            Self::Harder => "harder",
            Self::Tip => "hint",
            Self::Caution => "warning",
            Self::Conflict => "error",
        }
    }
}

impl From<String> for Grading {
    /// A word that is not known leaves the rule as it is.
    fn from(key: String) -> Self {
        let known = Self::ALL.into_iter().find(|grading| grading.key() == key);
        known.unwrap_or_default()
    }
}

impl From<Grading> for String {
    fn from(grading: Grading) -> Self {
        grading.key().to_owned()
    }
}

/// How one rule is set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleSetting {
    /// True when the rule says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off: Option<bool>,
    /// How bad its findings count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Grading>,
    /// Thresholds instead of the rule's own, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub thresholds: BTreeMap<String, f64>,
}

impl RuleSetting {
    /// This setting, and what it leaves open as in `other`.
    fn or(&self, other: &Self) -> Self {
        let mut thresholds = other.thresholds.clone();
        thresholds.extend(self.thresholds.clone());
        Self {
            off: self.off.or(other.off),
            severity: self.severity.or(other.severity),
            thresholds,
        }
    }
}

/// How the rules are set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleSettings {
    /// True when heavy legs keep 48 h, and not only 24 h, before a key session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strict_48h: Option<bool>,
    /// By rule id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, RuleSetting>,
}

impl RuleSettings {
    /// True when everything is left open.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// True in the strict setting.
    pub fn is_strict(&self) -> bool {
        self.strict_48h.unwrap_or(false)
    }

    /// True when a rule is switched off.
    pub fn is_off(&self, rule: &str) -> bool {
        let off = self.rules.get(rule).and_then(|setting| setting.off);
        off.unwrap_or(false)
    }

    /// How bad the findings of a rule count.
    pub fn grading(&self, rule: &str) -> Grading {
        let own = self.rules.get(rule).and_then(|setting| setting.severity);
        own.unwrap_or_default()
    }

    /// A threshold that is not the rule's own.
    pub fn threshold(&self, rule: &str, name: &str) -> Option<f64> {
        self.rules.get(rule)?.thresholds.get(name).copied()
    }

    /// Changes how a rule is set. A setting that leaves everything open is taken out.
    pub fn change(&mut self, rule: &str, change: impl FnOnce(&mut RuleSetting)) {
        let setting = self.rules.entry(rule.to_owned()).or_default();
        change(setting);
        if *setting == RuleSetting::default() {
            self.rules.remove(rule);
        }
    }

    /// These settings, and what they leave open as in `other`.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let mut rules = other.rules.clone();
        for (id, setting) in &self.rules {
            let merged = match other.rules.get(id) {
                Some(below) => setting.or(below),
                None => setting.clone(),
            };
            rules.insert(id.clone(), merged);
        }
        Self {
            strict_48h: self.strict_48h.or(other.strict_48h),
            rules,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(change: impl FnOnce(&mut RuleSetting)) -> RuleSettings {
        let mut settings = RuleSettings::default();
        settings.change("pain", change);
        settings
    }

    #[test]
    fn what_is_left_open_is_as_in_the_other_settings() {
        let workspace = settings(|rule| {
            rule.off = Some(true);
            rule.severity = Some(Grading::Tip);
            rule.thresholds.insert("days".to_owned(), 7.0);
        });
        let own = settings(|rule| rule.off = Some(false));
        let merged = own.or(&workspace);
        assert!(workspace.is_off("pain") && !merged.is_off("pain"));
        assert_eq!(merged.grading("pain"), Grading::Tip);
        assert_eq!(merged.threshold("pain", "days"), Some(7.0));
        assert_eq!(own.or(&RuleSettings::default()), own);
        assert_eq!(RuleSettings::default().or(&workspace), workspace);
    }

    #[test]
    fn a_setting_that_leaves_everything_open_is_none() {
        let mut settings = settings(|rule| rule.off = Some(true));
        settings.change("pain", |rule| rule.off = None);
        assert!(settings.is_empty());
    }

    #[test]
    fn settings_of_older_files_are_read() {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let old = r#"(strict_48h: true, rules: {"pain": (off: true), "effort": (severity: "hint"),
            "churn": (severity: "dire", thresholds: {"percent": 60.0})})"#;
        let read: RuleSettings = options.from_str(old).unwrap();
        assert!(read.is_strict() && read.is_off("pain"));
        assert_eq!(read.grading("effort"), Grading::Tip);
        assert_eq!(read.grading("churn"), Grading::Usual);
        let written = options.to_string(&read).unwrap();
        assert_eq!(options.from_str::<RuleSettings>(&written).unwrap(), read);
    }
}
