//! Weeks in which a rule objects, as marks under a chart.

use chrono::NaiveDate;

use super::{Grouping, Period};
use chrono::Weekday;

/// A rule that objects, as plain data: the rules are not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach<'a, Severity> {
    /// The day it is about.
    pub date: NaiveDate,
    /// How grave it is.
    pub severity: Severity,
    /// Title of the rule.
    pub rule: &'a str,
}

/// What the rules say of one week or month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreachMark<Severity> {
    /// Its days.
    pub bucket: Period,
    /// The gravest of them.
    pub worst: Severity,
    /// How many there are.
    pub count: usize,
    /// Titles of the rules and how often each objects, the gravest first, then the most frequent.
    pub rules: Vec<(String, usize)>,
}

/// One mark for each week or month of `period` in which a rule objects, in order; severities are ordered from the least.
pub fn breach_marks<Severity: Copy + Ord>(
    breaches: &[Breach<'_, Severity>],
    period: Period,
    grouping: Grouping,
    week_start: Weekday,
) -> Vec<BreachMark<Severity>> {
    let buckets = period.cut(grouping, week_start);
    buckets
        .into_iter()
        .filter_map(|bucket| mark(bucket, breaches))
        .collect()
}

fn mark<Severity: Copy + Ord>(
    bucket: Period,
    breaches: &[Breach<'_, Severity>],
) -> Option<BreachMark<Severity>> {
    let within = || breaches.iter().filter(|breach| bucket.holds(breach.date));
    let worst = within().map(|breach| breach.severity).max()?;
    let mut rules: Vec<(Severity, &str, usize)> = Vec::new();
    for breach in within() {
        match rules.iter_mut().find(|(_, rule, _)| *rule == breach.rule) {
            Some((severity, _, count)) => {
                *severity = (*severity).max(breach.severity);
                *count += 1;
            }
            None => rules.push((breach.severity, breach.rule, 1)),
        }
    }
    rules.sort_by(|a, b| (b.0, b.2, a.1).cmp(&(a.0, a.2, b.1)));
    Some(BreachMark {
        bucket,
        worst,
        count: within().count(),
        rules: rules
            .into_iter()
            .map(|(_, rule, count)| (rule.to_owned(), count))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_is_marked_by_its_gravest_finding() {
        let breach = |date, severity, rule| Breach {
            date: day(date),
            severity,
            rule,
        };
        let breaches = [
            breach("2026-11-24", 1, "No rest day"),
            breach("2026-11-25", 1, "Legs on an easy day"),
            breach("2026-11-26", 1, "Legs on an easy day"),
            breach("2026-11-29", 3, "Legs before a key run"),
            breach("2026-12-09", 1, "No rest day"),
            breach("2027-01-01", 3, "Legs before a key run"),
        ];
        let period = Period::new(day("2026-11-23"), day("2026-12-13"));
        let marks = breach_marks(&breaches, period, Grouping::Week, Weekday::Mon);
        let firsts: Vec<_> = marks.iter().map(|mark| mark.bucket.first).collect();
        assert_eq!(firsts, [day("2026-11-23"), day("2026-12-07")]);
        assert_eq!((marks[0].worst, marks[0].count), (3, 4));
        let rules: Vec<_> = marks[0]
            .rules
            .iter()
            .map(|(rule, n)| (&rule[..], *n))
            .collect();
        assert_eq!(
            rules,
            [
                ("Legs before a key run", 1),
                ("Legs on an easy day", 2),
                ("No rest day", 1)
            ]
        );
        let none: [Breach<'_, u8>; 0] = [];
        assert!(breach_marks(&none, period, Grouping::Month, Weekday::Mon).is_empty());
    }
}
