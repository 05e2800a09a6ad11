//! Lengths that could be minutes or miles as well as metres.

use super::written_number::figure;

/// What a length measures, for [`two_readings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthOf {
    /// A whole run, its warm-up or cool-down.
    Whole,
    /// A repeat, or the recovery after it.
    Repeat,
}

impl LengthOf {
    /// Metres from which a figure followed by `m` can mean nothing else.
    pub fn least_meters(self) -> f64 {
        match self {
            Self::Whole => 400.0,
            Self::Repeat => 50.0,
        }
    }
}

/// What `20m` and `5M` could mean, where it could be minutes or miles as well as metres; `None` where there is no doubt.
/// The words are as they were written, since a large M is a mile to many.
pub fn two_readings(first: &str, second: &str, of: LengthOf) -> Option<String> {
    let end = first
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-' | '–'))
        .unwrap_or(first.len());
    let (figures, unit) = first.split_at(end);
    let unit = if unit.is_empty() { second } else { unit };
    let has_figure = figures.starts_with(|c: char| c.is_ascii_digit());
    if !has_figure || !matches!(unit, "m" | "M") {
        return None;
    }
    let last = figures.rsplit(['-', '–']).next().unwrap_or(figures);
    let value = figure(&last.replace(',', "."), true).ok()?;
    if value >= of.least_meters() {
        return None;
    }
    Some(if unit == "M" {
        format!("miles, minutes or metres? Write {figures}mi, {figures}min or {figures} metres")
    } else {
        format!("minutes or metres? Write {figures}min or {figures} metres")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_metres_could_be_minutes_and_a_large_m_a_mile() {
        let doubt = |first: &str, of| two_readings(first, "", of);
        for (text, words) in [
            ("151m", "151min or 151 metres"),
            ("20m", "20min"),
            ("5M", "5mi, 5min or 5 metres"),
            ("20-30m", "20-30min"),
        ] {
            let told = doubt(text, LengthOf::Whole).unwrap();
            assert!(told.contains(words), "{text}: {told}");
        }
        assert!(two_readings("20", "m", LengthOf::Whole).is_some());
        assert!(doubt("10m", LengthOf::Repeat).is_some());
        for text in ["400m", "30.000m", "30,000m", "5mi", "20min", "20", "easy"] {
            assert_eq!(doubt(text, LengthOf::Whole), None, "{text}");
        }
        assert_eq!(doubt("60m", LengthOf::Repeat), None);
    }
}
