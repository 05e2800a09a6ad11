//! A figure of a rule, its limits, and how people read and write it.

use std::ops::RangeInclusive;

use crate::domain::Profile;

/// A figure of a rule that can be changed for an athlete.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// Its name in the athlete's settings.
    pub name: &'static str,
    /// The rule's own figure.
    pub value: f64,
    /// The least that makes sense.
    pub least: f64,
    /// The most that makes sense.
    pub most: f64,
    /// Its unit, for the screen: "h", "days".
    pub unit: &'static str,
    /// What it decides, in a few words.
    pub summary: &'static str,
    /// The figure of the same rule that it must not pass: a caution from more than what is a conflict would never be
    /// said.
    pub below: Option<&'static str>,
}

/// The figures of a rule as a table: name, value, unit, limits, what it decides, and the figure it must not pass.
macro_rules! thresholds {
    ($($name:literal: $value:literal $unit:literal in $least:literal..=$most:literal, $summary:literal
        $(, below $below:literal)?;)*) => {
        &[$($crate::rules::threshold::Threshold::new($name, $value, $least..=$most, $unit, $summary)
            $(.below($below))?),*]
    };
}

pub(super) use thresholds;

/// The figure of a rule by its name: the athlete's own or the rule's.
pub(super) fn figure(profile: &Profile, rule: &str, figures: &[Threshold], name: &str) -> f64 {
    let usual = || figures.iter().find(|figure| figure.name == name);
    let own = profile.rules.threshold(rule, name);
    own.or_else(|| usual().map(|figure| figure.value))
        .unwrap_or_default()
}

impl Threshold {
    /// A figure of a rule with its limits, to be read as "`value` `unit`".
    pub(super) const fn new(
        name: &'static str,
        value: f64,
        limits: RangeInclusive<f64>,
        unit: &'static str,
        summary: &'static str,
    ) -> Self {
        Self {
            name,
            value,
            least: *limits.start(),
            most: *limits.end(),
            unit,
            summary,
            below: None,
        }
    }

    /// The same, not to pass another figure of the rule.
    pub(super) const fn below(self, other: &'static str) -> Self {
        Self {
            below: Some(other),
            ..self
        }
    }

    /// A figure with its unit, as people write it: "24 h", "1 day".
    pub fn say(&self, value: f64) -> String {
        let unit = match self.unit.strip_suffix('s') {
            Some(single) if value == 1.0 => single,
            _ => self.unit,
        };
        format!("{value} {unit}")
    }

    /// Reads a figure, with or without its unit.
    ///
    /// # Errors
    ///
    /// A sentence that says what could stand there.
    pub fn read(&self, typed: &str) -> Result<f64, String> {
        let figure = self.without_unit(typed.trim()).replace(',', ".");
        let value = figure.parse::<f64>().map_err(|_| self.example())?;
        if !(self.least..=self.most).contains(&value) {
            let (least, most) = (self.least, self.say(self.most));
            return Err(format!("Between {least} and {most}."));
        }
        if self.is_counted() && value.fract() != 0.0 {
            return Err(format!("Whole {} only.", self.unit));
        }
        Ok(value)
    }

    /// True for what comes in whole pieces: days, sets, runs.
    fn is_counted(&self) -> bool {
        self.unit.ends_with('s') && self.unit != "points"
    }

    fn without_unit<'t>(&self, typed: &'t str) -> &'t str {
        let single = self.unit.strip_suffix('s').unwrap_or(self.unit);
        let bare = [self.unit, single]
            .into_iter()
            .find_map(|unit| typed.strip_suffix(unit));
        bare.unwrap_or(typed).trim_end()
    }

    fn example(&self) -> String {
        format!("A figure such as {}.", self.say(self.value))
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{RULES, rule};

    use super::*;

    fn threshold(of: &str, name: &str) -> Threshold {
        let thresholds = rule(of).unwrap().thresholds;
        *thresholds.iter().find(|t| t.name == name).unwrap()
    }

    #[test]
    fn figures_are_read_with_and_without_their_unit() {
        let hours = threshold("legs-before-key-run", "hours");
        for typed in ["30", " 30 h", "30h", "30,0"] {
            assert_eq!(hours.read(typed), Ok(30.0), "{typed:?}");
        }
        let days = threshold("pain", "days");
        assert_eq!(days.read("1 day"), Ok(1.0));
        assert_eq!(days.say(1.0), "1 day");
        assert_eq!(days.say(14.0), "14 days");
    }

    #[test]
    fn a_figure_that_makes_no_sense_is_refused_with_the_reason() {
        let hours = threshold("legs-before-key-run", "hours");
        assert_eq!(hours.read("300"), Err("Between 0 and 72 h.".to_owned()));
        assert_eq!(hours.read("-1"), Err("Between 0 and 72 h.".to_owned()));
        assert_eq!(
            hours.read("a day"),
            Err("A figure such as 24 h.".to_owned())
        );
        assert!(hours.read("NaN").is_err());
        let days = threshold("pain", "days");
        assert_eq!(days.read("1.5"), Err("Whole days only.".to_owned()));
    }

    #[test]
    fn every_rule_keeps_its_own_limits() {
        for listed in RULES {
            for threshold in listed.thresholds {
                let own = threshold.say(threshold.value);
                assert_eq!(
                    threshold.read(&own),
                    Ok(threshold.value),
                    "{} {}",
                    listed.id,
                    threshold.name
                );
                assert!(threshold.least < threshold.most, "{}", listed.id);
            }
        }
    }
}
