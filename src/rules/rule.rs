//! What a rule is.

use crate::domain::Profile;

use super::checker::Report;
use super::evidence::Evidence;
use super::finding::Severity;
use super::remedy::Remedy;
use super::threshold::{Threshold, figure};

/// A rule of the week checker: what it watches, who says so, and how to resolve what it finds.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its id, stable in files and in the JSON contract: `legs-before-key-run`.
    pub id: &'static str,
    /// What it is about.
    pub group: RuleGroup,
    /// What its findings have to do with where sessions stand.
    pub placement: Placement,
    /// Heading of a finding's card.
    pub title: &'static str,
    /// The rule in one sentence, for the settings and the help.
    pub summary: &'static str,
    /// How bad its findings can be, worst first.
    pub severities: &'static [Severity],
    /// Why it is a rule, for those who ask.
    pub evidence: Evidence,
    /// Figures that can be changed for an athlete.
    pub thresholds: &'static [Threshold],
    /// Ways to resolve a finding, best first.
    pub(super) remedies: &'static [Remedy],
    /// Adds the findings of a timeline.
    pub(super) check: fn(&mut Report),
}

/// What the findings of a rule have to do with where sessions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placement {
    /// They follow from it: a drag asks for them, and they decide which week is the better one.
    Decides,
    /// A drag asks for them, and better weeks do not: no order of the days of a week would help.
    Warns,
    /// On nothing: they are the same on every day of the week.
    Apart,
}

impl Rule {
    /// Adds the findings of a timeline, unless the rule is switched off.
    pub(super) fn run(&'static self, report: &mut Report) {
        if !report.is_off(self.id) {
            report.begin(self.id, self.title, self.thresholds);
            (self.check)(report);
            report.end();
        }
    }

    /// When the rule speaks, with the figures in force for an athlete.
    pub fn condition(&self, profile: &Profile) -> String {
        let mut condition = self.evidence.condition.to_owned();
        for figure in self.thresholds {
            let value = self.figure(profile, figure.name);
            condition = condition.replace(&format!("{{{}}}", figure.name), &figure.say(value));
        }
        condition
    }

    /// The figure in force for an athlete, by the name of its threshold.
    pub fn figure(&self, profile: &Profile, name: &str) -> f64 {
        figure(profile, self.id, self.thresholds, name)
    }

    /// Reads a figure of the rule, with or without its unit, for somebody whose other figures are in `profile`.
    ///
    /// # Errors
    ///
    /// A sentence that says what could stand there: as [`Threshold::read`], and where the figure would pass another
    /// that it belongs below or above.
    pub fn read_figure(
        &self,
        figure: &Threshold,
        typed: &str,
        profile: &Profile,
    ) -> Result<f64, String> {
        let value = figure.read(typed)?;
        for other in self.thresholds {
            let bound = self.figure(profile, other.name);
            let word = if figure.below == Some(other.name) && value > bound {
                "At most"
            } else if other.below == Some(figure.name) && value < bound {
                "At least"
            } else {
                continue;
            };
            let said = other.say(bound);
            return Err(format!("{word} {said}: “{}”.", other.summary));
        }
        Ok(value)
    }
}

/// What rules are about, as the settings and the help list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleGroup {
    /// Where runs and lifts stand to each other.
    Spacing,
    /// How much is lifted, what, and how.
    Dose,
    /// How much is run, and the way to a race.
    Running,
    /// What life leaves room for, and how the athlete fares.
    Life,
}

impl RuleGroup {
    /// All groups, in display order.
    pub const ALL: [Self; 4] = [Self::Spacing, Self::Dose, Self::Running, Self::Life];

    /// The heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spacing => "Spacing",
            Self::Dose => "Strength dose",
            Self::Running => "Running load and race",
            Self::Life => "Life",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{RULES, rule};

    #[test]
    fn a_figure_must_not_pass_the_one_above_or_below_it() {
        let profile = Profile::named("Anna");
        let step = rule("load-step").unwrap();
        let figure = |name| step.thresholds.iter().find(|it| it.name == name).unwrap();
        let (tip, caution) = (figure("tip-percent"), figure("caution-percent"));
        assert_eq!(step.read_figure(tip, "10", &profile), Ok(10.0));
        assert_eq!(
            step.read_figure(tip, "11", &profile),
            Err("At most 10 %: “Rise of a load: a caution”.".to_owned())
        );
        assert_eq!(
            step.read_figure(caution, "4 %", &profile),
            Err("At least 5 %: “Rise of a load: a tip”.".to_owned())
        );
        assert!(step.read_figure(tip, "many", &profile).is_err());
    }

    #[test]
    fn the_figures_of_the_rules_themselves_stand_in_order() {
        let profile = Profile::named("Anna");
        for rule in RULES {
            for figure in rule.thresholds {
                if let Some(upper) = figure.below {
                    let known = rule.thresholds.iter().any(|it| it.name == upper);
                    assert!(known, "{} has no figure {upper}", rule.id);
                    assert!(figure.value <= rule.figure(&profile, upper), "{}", rule.id);
                }
                let own = figure.say(figure.value);
                let read = rule.read_figure(figure, &own, &profile);
                assert_eq!(read, Ok(figure.value), "{} {}", rule.id, figure.name);
            }
        }
    }
}
