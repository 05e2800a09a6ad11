//! Times that are typed: durations, moving times, rests, times of day.

use chrono::NaiveTime;

use crate::domain::{Minutes, Seconds};

use super::tokens::{ClockReading, Token, time, tokens};

/// The longest duration, in seconds: two days.
pub(super) const MAX_SECONDS: f64 = 48.0 * 3600.0;

/// A duration: `45`, `45 min`, `1h20`, `1:20`.
pub(super) fn minutes(text: &str) -> Result<Minutes, String> {
    let mut found = tokens(text)?;
    for token in &mut found {
        if token.word() == Some("m") {
            *token = Token::Word("min".to_owned());
        }
    }
    let seconds = match found.as_slice() {
        [Token::Number(minutes)] => Some(minutes * 60.0),
        all => whole_time(all, ClockReading::HoursMinutes),
    };
    let seconds = seconds.ok_or("Write 45 min, 1h20 or 1:20")?;
    let minutes = (seconds / 60.0).round();
    if minutes < 1.0 || seconds > MAX_SECONDS {
        return Err("A session lasts 1 min to 48 h".to_owned());
    }
    Ok(Minutes(minutes as u32))
}

/// A time to the second: `52:07`, `1:40:30`, `52 min`; a bare figure is in minutes.
pub(in crate::ui) fn moving_time(text: &str) -> Result<Seconds, String> {
    let found = tokens(text)?;
    let seconds = match found.as_slice() {
        [Token::Number(minutes)] => Some(minutes * 60.0),
        all => whole_time(all, ClockReading::MinutesSeconds),
    };
    let seconds = seconds.ok_or("Write 52:07 or 1:40:30")?.round();
    if !(1.0..=MAX_SECONDS).contains(&seconds) {
        return Err("A time lies between 1 s and 48 h".to_owned());
    }
    Ok(Seconds(seconds as u32))
}

/// A rest: `90`, `90 s`, `3 min`, `2:30`; a bare figure is in seconds.
pub(in crate::ui) fn rest(text: &str) -> Result<Seconds, String> {
    let found = tokens(text)?;
    let seconds = match found.as_slice() {
        [Token::Number(seconds)] => Some(*seconds),
        all => whole_time(all, ClockReading::MinutesSeconds),
    };
    let seconds = seconds.ok_or("Write 90 s, 3 min or 2:30")?.round();
    if !(0.0..=3600.0).contains(&seconds) {
        return Err("A rest lasts up to 60 min".to_owned());
    }
    Ok(Seconds(seconds as u32))
}

fn whole_time(all: &[Token], clock: ClockReading) -> Option<f64> {
    time(all, clock)
        .filter(|(_, used)| *used == all.len())
        .map(|(seconds, _)| seconds)
}

/// A clock time: `7`, `7:30`, `7.30`, `0730`, `6:30 pm`.
pub(in crate::ui) fn clock(text: &str) -> Result<NaiveTime, String> {
    let lower = text.trim().to_lowercase();
    let (figures, shift) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(figures), _) => (figures.trim(), Some(12)),
        (_, Some(figures)) => (figures.trim(), Some(0)),
        _ => (lower.as_str(), None),
    };
    let digits = figures.bytes().all(|byte| byte.is_ascii_digit());
    let parts = match figures.split_once([':', '.']) {
        Some(parts) => Some(parts),
        None if digits && figures.len() > 2 => figures.split_at_checked(figures.len() - 2),
        None => Some((figures, "0")),
    };
    let read = || {
        let (hours, minutes) = parts?;
        let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
        let hours = match shift {
            Some(shift) if (1..=12).contains(&hours) => hours % 12 + shift,
            Some(_) => return None,
            None => hours,
        };
        NaiveTime::from_hms_opt(hours, minutes, 0)
    };
    read().ok_or_else(|| "Write a time such as 7:30 or 18:00".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::format;

    #[test]
    fn durations_are_read_as_coaches_write_them() {
        for text in [
            "80", "80 min", "80m", "1h20", "1 h 20", "1h 20min", "1:20", "1:20:00",
        ] {
            assert_eq!(minutes(text).unwrap(), Minutes(80), "{text}");
            assert_eq!(minutes(&format::minutes(Minutes(80))).unwrap(), Minutes(80));
        }
        for text in ["0", "49h", "soon", "1:75", "45 km", "99999999999"] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn moving_time_and_rest_read_back() {
        assert_eq!(moving_time("52:07").unwrap(), Seconds(3127));
        assert_eq!(
            moving_time(&format::clock_duration(Seconds(6030))).unwrap(),
            Seconds(6030)
        );
        assert_eq!(rest("90").unwrap(), Seconds(90));
        for seconds in [45, 90, 120, 150, 180] {
            assert_eq!(
                rest(&format::rest(Seconds(seconds))).unwrap(),
                Seconds(seconds)
            );
        }
        assert!(rest("2 h").is_err());
    }

    #[test]
    fn clock_times_are_read_in_their_spellings() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        for (text, time) in [
            ("7", at(7, 0)),
            ("7:30", at(7, 30)),
            ("07.30", at(7, 30)),
            ("0730", at(7, 30)),
            ("6:30 pm", at(18, 30)),
            ("12am", at(0, 0)),
        ] {
            assert_eq!(clock(text).unwrap(), time, "{text}");
        }
        for text in ["25", "7:61", "13 pm", "", "noon", "é30"] {
            assert!(clock(text).is_err(), "{text}");
        }
    }
}
