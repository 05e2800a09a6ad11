//! Repeating events: the days of a recurrence rule, as far as training plans use it (RFC 5545, 3.3.10).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How far an event that never ends is followed.
const ENDLESS_WEEKS: u64 = 26;
/// The most days of one event.
const MOST_DAYS: usize = 400;

/// The days of an event that repeats.
#[derive(Debug, PartialEq)]
pub(super) struct Recurrence {
    /// Its days, the first among them.
    pub days: Vec<NaiveDate>,
    /// It goes on without an end, and was followed for half a year.
    pub is_endless: bool,
}

/// The days of a daily or weekly rule; `None` for rules of months and years, and for what is no rule.
pub(super) fn days(first: NaiveDate, rule: &str, except: &[NaiveDate]) -> Option<Recurrence> {
    let mut weekly = None;
    let (mut interval, mut count, mut until) = (1_u64, None, None);
    let mut weekdays: Vec<Weekday> = Vec::new();
    for part in rule.split(';') {
        let (name, value) = part.split_once('=')?;
        match name.trim().to_ascii_uppercase().as_str() {
            "FREQ" => {
                weekly = match value {
                    "WEEKLY" => Some(true),
                    "DAILY" => Some(false),
                    _ => return None,
                }
            }
            "INTERVAL" => interval = value.parse().ok().filter(|n| (1..=52).contains(n))?,
            "COUNT" => count = Some(value.parse::<usize>().ok()?),
            "UNTIL" => until = Some(NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok()?),
            "BYDAY" => weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
            "WKST" => {}
            _ => return None,
        }
    }
    let weekly = weekly?;
    if weekdays.is_empty() {
        weekdays.push(first.weekday());
    }
    let is_endless = count.is_none() && until.is_none();
    let last = match until {
        Some(until) => until,
        None if is_endless => first.checked_add_days(Days::new(7 * ENDLESS_WEEKS - 1))?,
        None => NaiveDate::MAX,
    };
    let most = count.unwrap_or(MOST_DAYS).min(MOST_DAYS);
    let monday = first.week(Weekday::Mon).first_day();
    let falls = |day: NaiveDate| {
        let since = |from: NaiveDate| (day - from).num_days().unsigned_abs();
        if weekly {
            (since(monday) / 7).is_multiple_of(interval) && weekdays.contains(&day.weekday())
        } else {
            since(first).is_multiple_of(interval)
        }
    };
    // Seven days a week for the longest interval cover every rule that is allowed.
    let days = first.iter_days().take(MOST_DAYS * 7 * 52);
    let days = days
        .take_while(|day| *day <= last)
        .filter(|day| falls(*day));
    Some(Recurrence {
        days: days
            .take(most)
            .filter(|day| !except.contains(day))
            .collect(),
        is_endless,
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.trim() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, n).unwrap()
    }

    fn found(rule: &str) -> Vec<u32> {
        let found = days(day(1), rule, &[day(8)]).unwrap();
        found.days.iter().map(Datelike::day).collect()
    }

    #[test]
    fn weeks_and_days_are_counted_and_exceptions_left_out() {
        assert_eq!(found("FREQ=WEEKLY;COUNT=3"), [1, 15]);
        assert_eq!(found("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"), [1, 3, 10]);
        assert_eq!(
            found("FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231T230000Z"),
            [1, 15, 29]
        );
        assert_eq!(found("FREQ=DAILY;INTERVAL=3;UNTIL=20261210"), [1, 4, 7, 10]);
    }

    #[test]
    fn what_never_ends_is_followed_for_half_a_year() {
        let endless = days(day(1), "FREQ=WEEKLY", &[]).unwrap();
        assert_eq!((endless.days.len(), endless.is_endless), (26, true));
        let most = days(day(1), "FREQ=DAILY;COUNT=4000000000", &[]).unwrap();
        assert_eq!(most.days.len(), MOST_DAYS);
    }

    #[test]
    fn other_rules_are_none() {
        for rule in [
            "FREQ=MONTHLY",
            "FREQ=WEEKLY;BYDAY=1MO",
            "COUNT=3",
            "",
            "FREQ=WEEKLY;INTERVAL=0",
        ] {
            assert_eq!(days(day(1), rule, &[]), None, "{rule}");
        }
        assert_eq!(days(NaiveDate::MAX, "FREQ=WEEKLY", &[]), None);
    }
}
