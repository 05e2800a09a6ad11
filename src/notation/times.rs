//! Times that are typed: durations, moving times, rests, times of day.

use chrono::NaiveTime;

use crate::domain::limits::{MOST_REST, MOST_SECONDS};
use crate::domain::{Minutes, Seconds};

use super::measure::{Amount, Measure, measure};
use super::words::words;

/// A duration: `45`, `45 min`, `1h20`, `1:20`.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn minutes(text: &str) -> Result<Minutes, String> {
    let seconds = match text.trim().split_once(':') {
        Some((_, rest)) if !rest.contains(':') => clock_seconds(&format!("{}:00", text.trim())),
        _ => time(text, "min"),
    };
    let seconds = seconds.ok_or("Write 45 min, 1h20 or 1:20")?;
    let minutes = (seconds / 60.0).round();
    if minutes < 1.0 || seconds > MOST_SECONDS {
        return Err("A session lasts 1 min to 48 h".to_owned());
    }
    Ok(Minutes(minutes as u32))
}

/// A time to the second: `52:07`, `1:40:30`, `52 min`; a bare figure is in minutes.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn moving_time(text: &str) -> Result<Seconds, String> {
    let seconds = time(text, "min").ok_or("Write 52:07 or 1:40:30")?.round();
    if !(1.0..=MOST_SECONDS).contains(&seconds) {
        return Err("A time lies between 1 s and 48 h".to_owned());
    }
    Ok(Seconds(seconds as u32))
}

/// A rest: `90`, `90 s`, `3 min`, `2:30`; a bare figure is in seconds.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn rest(text: &str) -> Result<Seconds, String> {
    let seconds = time(text, "s").ok_or("Write 90 s, 3 min or 2:30")?.round();
    if !(0.0..=MOST_REST).contains(&seconds) {
        return Err("A rest lasts up to 60 min".to_owned());
    }
    Ok(Seconds(seconds as u32))
}

/// A time in seconds; `bare` is the unit of a figure without one. In a field of times, `m` is minutes, and a figure
/// behind the hours is minutes, too.
fn time(text: &str, bare: &str) -> Option<f64> {
    let mut words: Vec<String> = words(text).into_iter().map(|word| word.plain).collect();
    // "2:30 min" says what a clock says anyway.
    if words.len() == 2 && words[1] == "min" && words[0].contains(':') {
        words.pop();
    }
    if let [only] = words.as_slice()
        && let Some(seconds) = clock_seconds(only)
    {
        return Some(seconds);
    }
    let is_figure = |word: &str| word.parse::<f64>().is_ok();
    if let Some(last) = words.last_mut()
        && let Some(figure) = last
            .strip_suffix('m')
            .filter(|figure| figure.is_empty() || is_figure(figure))
    {
        *last = format!("{figure}min");
    }
    match words.as_slice() {
        [only] if is_figure(only) => words.push(bare.to_owned()),
        [.., last] if is_figure(last) => words.push("min".to_owned()),
        _ => {}
    }
    let (first, rest) = words.split_first()?;
    let read = measure(first, |n| rest.get(n).map(String::as_str))?;
    if read.more != rest.len() {
        return None;
    }
    match read.value {
        Ok(Measure {
            amount: Amount::Time(seconds),
            range: None,
        }) => Some(seconds),
        Ok(_) => None,
        // An overflow becomes a value that the field's range check rejects.
        Err(_) => Some(f64::INFINITY),
    }
}

/// Seconds of `52:07` or `1:40:30`, whose later parts stay below 60.
fn clock_seconds(text: &str) -> Option<f64> {
    let parts: Option<Vec<u32>> = text
        .split(':')
        .map(|part| part.trim().parse().ok())
        .collect();
    let parts = parts.filter(|parts| (2..=3).contains(&parts.len()))?;
    let later = parts.get(1..)?;
    if later.iter().any(|part| *part >= 60) {
        return None;
    }
    let seconds = parts
        .iter()
        .fold(0.0, |sum, part| sum * 60.0 + f64::from(*part));
    Some(seconds)
}

/// A clock time: `7`, `7:30`, `7.30`, `0730`, `6:30 pm`.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn clock(text: &str) -> Result<NaiveTime, String> {
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
    use crate::notation;

    #[test]
    fn durations_are_read_as_coaches_write_them() {
        for text in [
            "80", "80 min", "80m", "1h20", "1 h 20", "1h 20min", "1:20", "1:20:00",
        ] {
            assert_eq!(minutes(text).unwrap(), Minutes(80), "{text}");
            assert_eq!(
                minutes(&notation::minutes(Minutes(80))).unwrap(),
                Minutes(80)
            );
        }
        for text in ["0", "49h", "soon", "1:75", "45 km", "99999999999"] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn moving_time_and_rest_read_back() {
        assert_eq!(moving_time("52:07").unwrap(), Seconds(3127));
        assert_eq!(
            moving_time(&notation::clock(Seconds(6030))).unwrap(),
            Seconds(6030)
        );
        assert_eq!(rest("90").unwrap(), Seconds(90));
        for seconds in [45, 90, 120, 150, 180] {
            assert_eq!(
                rest(&notation::rest(Seconds(seconds))).unwrap(),
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
