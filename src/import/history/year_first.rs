//! Moments that begin with the year, as most exports write them: read digit by digit, for they stand in every row.

use chrono::{NaiveDate, NaiveTime};

/// Reads `2020-12-30`, `2020/12/30` or `2020.12.30`, alone or with `18:51`, `18:51:52` or `18:51:52.25` behind a blank
/// or a T. `None` for any other spelling, and for days and times that do not exist.
pub fn year_first(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let mut rest = Digits(text.as_bytes());
    let year = rest.figure(4, 4)?;
    let mark = rest.mark(b"-/.")?;
    let month = rest.figure(1, 2)?;
    rest.mark(&[mark])?;
    let day = rest.figure(1, 2)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    if rest.is_empty() {
        return Some((date, None));
    }
    rest.mark(b" T")?;
    Some((date, Some(rest.time()?)))
}

/// What is still to be read of a text.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte, where it is one of these.
    fn mark(&mut self, marks: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        marks.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    /// The number that the next digits make, of which there have to be so many. More than nine are too many.
    fn figure(&mut self, least: usize, most: usize) -> Option<u32> {
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit());
        let count = digits.count();
        if !(least..=most.min(9)).contains(&count) {
            return None;
        }
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        let join = |value, digit: &u8| value * 10 + u32::from(digit - b'0');
        Some(digits.iter().fold(0, join))
    }

    /// A time of 24 hours that ends the text.
    fn time(&mut self) -> Option<NaiveTime> {
        let hour = self.figure(1, 2)?;
        self.mark(b":")?;
        let minute = self.figure(2, 2)?;
        let (mut second, mut nanos) = (0, 0);
        if self.mark(b":").is_some() {
            second = self.figure(2, 2)?;
            if self.mark(b".").is_some() {
                let before = self.0.len();
                let fraction = self.figure(1, 9)?;
                let digits = before - self.0.len();
                nanos = (digits..9).fold(fraction, |value, _| value * 10);
            }
        }
        if !self.is_empty() {
            return None;
        }
        NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_that_begins_with_the_year_is_read() {
        for (text, wanted) in [
            ("2020-12-30", "2020-12-30 -"),
            ("2020/1/3", "2020-01-03 -"),
            ("2020.12.30", "2020-12-30 -"),
            ("2020-12-30 18:51", "2020-12-30 18:51:00"),
            ("2020-12-30T8:51:52", "2020-12-30 08:51:52"),
            ("2020/12/30 18:51:52.25", "2020-12-30 18:51:52.250"),
            ("2024-02-29 00:00:00", "2024-02-29 00:00:00"),
        ] {
            let (date, time) = year_first(text).unwrap();
            let time = time.map_or("-".to_owned(), |time| time.to_string());
            assert_eq!(format!("{date} {time}"), wanted);
        }
    }

    #[test]
    fn what_is_spelled_otherwise_or_does_not_exist_is_none() {
        for text in [
            "",
            "2020",
            "2020-12",
            "2020-12/30",
            "20-12-30",
            "2023-02-29",
            "2020-13-01",
            "2020-12-30 ",
            "2020-12-30 24:00",
            "2020-12-30 18:5",
            "2020-12-30 18:51:61",
            "2020-12-30 18:51:52.",
            "2020-12-30 18:51:52Z",
            "2020-12-30 6:51 PM",
            "2020-12-30é",
            "30.12.2020",
        ] {
            assert_eq!(year_first(text), None, "{text}");
        }
    }
}
