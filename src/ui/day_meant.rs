//! Days as people say them: a date, a weekday with or without its day, tomorrow, a week by its number. Where nothing is
//! spelled so, slips are forgiven.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::dialogs::dates::{MONTHS, parse_date};
use super::find;

/// From so many letters on the beginning of a word is known.
const LEAST: usize = 3;
/// A weekday with a day of the month is looked for so many days before and after today; beyond, another year is as near.
const FURTHEST: u64 = 183;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];
const OTHERS: [&str; 7] = [
    "today",
    "tomorrow",
    "yesterday",
    "next",
    "last",
    "this",
    "week",
];

/// The day that is meant, where every word is spelled as it is or by its first letters.
pub(super) fn day_meant(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let date = parse_date(typed, today).ok();
    date.or_else(|| said(&find::words(typed), today))
}

/// The day that is meant by words with slips.
pub(super) fn day_nearly_meant(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = find::words(typed);
    let mended: Vec<&str> = words.iter().map(|word| mended(word)).collect();
    day_meant(&mended.join(" "), today)
}

/// The word of a date that was meant; what is none stays as it is.
fn mended(word: &str) -> &str {
    let weekdays = WEEKDAYS.iter().map(|(name, _)| *name);
    let all = || MONTHS.into_iter().chain(weekdays.clone()).chain(OTHERS);
    let is_begun = |name: &&str| word.len() >= LEAST && name.starts_with(word);
    let nearest = || {
        let near = all().filter(|name| find::is_nearly(word, name));
        near.min_by_key(|name| strsim::osa_distance(word, name))
    };
    all().find(is_begun).or_else(nearest).unwrap_or(word)
}

fn said(words: &[String], today: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tomorrow"] => today.succ_opt(),
        ["yesterday"] => today.pred_opt(),
        ["this", "week"] => Some(today),
        ["next", "week"] => today.checked_add_days(Days::new(7)),
        ["last", "week"] => today.checked_sub_days(Days::new(7)),
        ["next", day] => coming(weekday(day)?, today.succ_opt()?),
        ["last", day] => {
            let coming = coming(weekday(day)?, today)?;
            coming.checked_sub_days(Days::new(7))
        }
        ["week", number] => week(number, today),
        [word] if weekday(word).is_some() => coming(weekday(word)?, today),
        [word] => week(word.strip_prefix('w')?, today),
        [one, other] if weekday(one).is_some() => on_day(weekday(one)?, other, today),
        [one, other] if weekday(other).is_some() => on_day(weekday(other)?, one, today),
        // The weekday says nothing that the date does not.
        [one, rest @ ..] if weekday(one).is_some() => parse_date(&rest.join(" "), today).ok(),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    let mut all = WEEKDAYS.iter();
    let found = all.find(|(name, _)| word.len() >= LEAST && name.starts_with(word));
    found.map(|(_, weekday)| *weekday)
}

/// The first such weekday from a day on.
fn coming(weekday: Weekday, from: NaiveDate) -> Option<NaiveDate> {
    let days = weekday.days_since(from.weekday());
    from.checked_add_days(Days::new(days.into()))
}

/// The nearest such weekday that is the so-many-eth of its month: "Tue 24".
fn on_day(weekday: Weekday, day: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day: u32 = day.parse().ok()?;
    let is_meant = |date: &NaiveDate| date.weekday() == weekday && date.day() == day;
    (0..=FURTHEST).find_map(|off| {
        let later = today.checked_add_days(Days::new(off)).filter(is_meant);
        later.or_else(|| today.checked_sub_days(Days::new(off)).filter(is_meant))
    })
}

/// The Monday of the nearest week with a number: it lies in the week that is called so, whichever day weeks begin on.
fn week(number: &str, today: NaiveDate) -> Option<NaiveDate> {
    let number: u32 = number.parse().ok()?;
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let mondays = years.into_iter();
    let mondays = mondays.filter_map(|year| NaiveDate::from_isoywd_opt(year, number, Weekday::Mon));
    mondays.min_by_key(|monday| (*monday - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Wednesday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn days_are_meant_as_people_say_them() {
        for (typed, meant) in [
            ("24 nov", date(2026, 11, 24)),
            ("Tue 24", date(2026, 11, 24)),
            ("24 tue", date(2026, 11, 24)),
            ("Tue 24 Nov", date(2026, 11, 24)),
            ("thursday, 10 december", date(2026, 12, 10)),
            ("fri", date(2026, 11, 27)),
            ("wednesday", date(2026, 11, 25)),
            ("next wednesday", date(2026, 12, 2)),
            ("last wednesday", date(2026, 11, 18)),
            ("next week", date(2026, 12, 2)),
            ("tomorrow", date(2026, 11, 26)),
            ("week 2", date(2027, 1, 11)),
            ("W50", date(2026, 12, 7)),
            ("we", None),
            ("tempo", None),
            ("week 60", None),
            ("tue 40", None),
        ] {
            assert_eq!(day_meant(typed, today()), meant, "{typed}");
        }
    }

    #[test]
    fn slips_are_forgiven_and_other_words_are_no_days() {
        for (typed, meant) in [
            ("tuedsay 24", date(2026, 11, 24)),
            ("novmber 24", date(2026, 11, 24)),
            ("24 decmeber", date(2026, 12, 24)),
            ("nxt monday", date(2026, 11, 30)),
            ("tomorow", date(2026, 11, 26)),
            ("wekk 50", date(2026, 12, 7)),
        ] {
            assert_eq!(day_nearly_meant(typed, today()), meant, "{typed}");
        }
        for typed in [
            "squat",
            "hip thrust",
            "marathon",
            "mobility",
            "long run",
            "anna",
            "tempo",
            "steady",
            "bulgarian split",
            "week",
            "thrust",
            "moday 40",
        ] {
            assert_eq!(day_nearly_meant(typed, today()), None, "{typed}");
        }
    }
}
