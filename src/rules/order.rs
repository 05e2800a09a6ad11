//! Figures of a rule that must not cross: a caution from more than what is a conflict would never be said.

use crate::domain::Profile;

use super::{Rule, Threshold};

/// Rule, the figure that is the lower one, and the one it must not pass.
const ORDER: &[(&str, &str, &str)] = &[
    ("legs-before-key-run", "hours", "strict-hours"),
    ("same-day-gap", "close-hours", "apart-hours"),
    ("session-length", "shortest", "novice-longest"),
    ("session-length", "novice-longest", "longest"),
    ("load-step", "tip-percent", "caution-percent"),
    ("long-run-time", "minutes", "marathon-minutes"),
    ("race-week-legs", "light-days", "moderate-days"),
    ("race-week-legs", "moderate-days", "heavy-days"),
    ("race-week-legs", "heavy-days", "heavy-caution-days"),
    ("single-run-spike", "percent", "conflict-percent"),
];

impl Rule {
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
        let other = |name: &str| self.thresholds.iter().find(|other| other.name == name);
        let own = ORDER.iter().filter(|(rule, ..)| *rule == self.id);
        for (_, lower, upper) in own {
            let (bound, word, crosses) = if figure.name == *lower {
                let most = self.figure(profile, upper);
                (other(upper), "At most", value > most)
            } else if figure.name == *upper {
                let least = self.figure(profile, lower);
                (other(lower), "At least", value < least)
            } else {
                continue;
            };
            if let Some(bound) = bound.filter(|_| crosses) {
                let said = bound.say(self.figure(profile, bound.name));
                return Err(format!("{word} {said}: “{}”.", bound.summary));
            }
        }
        Ok(value)
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
        for (id, lower, upper) in ORDER {
            let rule = rule(id).unwrap_or_else(|| panic!("there is no rule {id}"));
            for name in [lower, upper] {
                let known = rule.thresholds.iter().any(|it| it.name == *name);
                assert!(known, "{id} has no figure {name}");
            }
            assert!(
                rule.figure(&profile, lower) <= rule.figure(&profile, upper),
                "{id}"
            );
        }
        for rule in RULES {
            for figure in rule.thresholds {
                let own = figure.say(figure.value);
                let read = rule.read_figure(figure, &own, &profile);
                assert_eq!(read, Ok(figure.value), "{} {}", rule.id, figure.name);
            }
        }
    }
}
