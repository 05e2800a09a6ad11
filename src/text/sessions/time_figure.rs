//! `2:45` behind the kind of a run: hours and minutes, minutes and seconds, or a time of day.

use chrono::NaiveTime;

/// A figure of hours, minutes and seconds behind the kind of a run.
pub(super) enum TimeFigure {
    /// A duration in seconds.
    Duration(u32),
    /// A time of day, `07:30`.
    Clock,
    /// Either, with the doubt in words.
    Either(NaiveTime, String),
}

impl TimeFigure {
    /// Reads `2:45`, `90:00`, `1:30:00`. `None` for anything else.
    pub(super) fn read(word: &str) -> Option<Self> {
        /// Nobody trains at this hour, and nobody runs longer than this many.
        const MOST_HOURS: u32 = 4;
        let parts: Vec<&str> = word.split(':').collect();
        let figures: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
        match figures?.as_slice() {
            [hours, minutes, seconds] if *minutes < 60 && *seconds < 60 && *hours < 48 => {
                Some(Self::Duration(hours * 3600 + minutes * 60 + seconds))
            }
            [_, second] if *second >= 60 => None,
            [hours, minutes] if *hours <= MOST_HOURS && parts[0].len() == 1 => {
                Some(Self::Duration(hours * 3600 + minutes * 60))
            }
            [hours, _] if *hours < 24 && parts[0].starts_with('0') => Some(Self::Clock),
            [hours, minutes] if *hours < 24 => {
                let clock = NaiveTime::from_hms_opt(*hours, *minutes, 0)?;
                let long = format!("{hours}h{minutes:02}");
                let short = match minutes {
                    0 => format!("{hours}min"),
                    _ => long.clone(),
                };
                Some(Self::Either(
                    clock,
                    format!(
                        "“{word}”: a time of day or a duration? Write a time of day before the kind, and a duration \
                         as {short}{}",
                        if short == long {
                            String::new()
                        } else {
                            format!(" or {long}")
                        }
                    ),
                ))
            }
            [minutes, seconds] if *minutes < 2880 => Some(Self::Duration(minutes * 60 + seconds)),
            _ => None,
        }
    }
}
