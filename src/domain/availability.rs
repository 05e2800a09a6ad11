//! When an athlete can train, and with what.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Equipment;

/// What one day allows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DayAvailability {
    /// No limit: the default of every day that is not named.
    #[default]
    Free,
    /// No training at all.
    Unavailable,
    /// Some training.
    Limited {
        /// The most minutes in all, where there is a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Whether the gym can be reached.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        gym: bool,
        /// Equipment at hand besides what the athlete owns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        equipment: Vec<Equipment>,
    },
}

fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out references"
)]
fn is_yes(value: &bool) -> bool {
    *value
}

/// Why a dated exception exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExceptionKind {
    /// On the road.
    Travel,
    /// Ill or injured.
    Illness,
    /// On holiday.
    Holiday,
    /// Anything else.
    Other,
}

/// A span of days that differ from the usual week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// Why.
    pub kind: ExceptionKind,
    /// What these days allow.
    pub day: DayAvailability,
    /// A word about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The usual week, Monday first, and its exceptions.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Availability {
    /// Monday to Sunday.
    pub week: [DayAvailability; 7],
    /// Dated exceptions; the last that covers a day wins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

impl Availability {
    /// What `date` allows.
    pub fn on(&self, date: NaiveDate) -> &DayAvailability {
        self.exceptions
            .iter()
            .rev()
            .find(|e| e.from <= date && date <= e.to)
            .map_or_else(|| self.weekday(date.weekday()), |e| &e.day)
    }

    /// The exception that holds on `date`.
    pub fn exception_on(&self, date: NaiveDate) -> Option<&Exception> {
        let mut latest = self.exceptions.iter().rev();
        latest.find(|exception| exception.from <= date && date <= exception.to)
    }

    /// Says why the days from `from` to `to`, both included, differ from the usual week, and what they allow; `None`
    /// makes them usual again. Spans that reach beyond these days keep the others, and a span that goes on from another
    /// one like it is joined to it.
    pub fn set(
        &mut self,
        from: NaiveDate,
        to: NaiveDate,
        said: Option<(ExceptionKind, DayAvailability)>,
    ) {
        let mut kept: Vec<Exception> = Vec::new();
        for exception in std::mem::take(&mut self.exceptions) {
            if exception.to < from || exception.from > to {
                kept.push(exception);
                continue;
            }
            if let Some(before) = from.pred_opt().filter(|day| exception.from <= *day) {
                kept.push(Exception {
                    to: before,
                    ..exception.clone()
                });
            }
            if let Some(after) = to.succ_opt().filter(|day| *day <= exception.to) {
                kept.push(Exception {
                    from: after,
                    ..exception
                });
            }
        }
        if let Some((kind, day)) = said {
            let mut new = Exception {
                from,
                to,
                kind,
                day,
                note: String::new(),
            };
            kept.retain(|other| {
                let is_alike =
                    other.kind == new.kind && other.day == new.day && other.note.is_empty();
                if is_alike && other.to.succ_opt() == Some(new.from) {
                    new.from = other.from;
                    return false;
                }
                if is_alike && new.to.succ_opt() == Some(other.from) {
                    new.to = other.to;
                    return false;
                }
                true
            });
            kept.push(new);
        }
        self.exceptions = kept;
    }

    /// What the usual `weekday` allows.
    pub fn weekday(&self, weekday: Weekday) -> &DayAvailability {
        &self.week[weekday.num_days_from_monday() as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn spans(availability: &Availability) -> Vec<(u32, u32, ExceptionKind)> {
        let all = availability.exceptions.iter();
        let mut all: Vec<_> = all
            .map(|span| (span.from.day(), span.to.day(), span.kind))
            .collect();
        all.sort_by_key(|span| span.0);
        all
    }

    #[test]
    fn a_day_within_a_span_splits_it_and_is_joined_again() {
        use ExceptionKind::{Illness, Travel};
        let mut week = Availability::default();
        let off = DayAvailability::Unavailable;
        week.set(day(2), day(8), Some((Travel, off.clone())));
        week.set(day(5), day(5), Some((Illness, off.clone())));
        assert_eq!(
            spans(&week),
            [(2, 4, Travel), (5, 5, Illness), (6, 8, Travel)]
        );
        assert_eq!(week.exception_on(day(5)).unwrap().kind, Illness);
        week.set(day(5), day(5), Some((Travel, off)));
        assert_eq!(spans(&week), [(2, 8, Travel)]);
        week.set(day(8), day(9), None);
        assert_eq!(spans(&week), [(2, 7, Travel)]);
        assert_eq!(*week.on(day(8)), DayAvailability::Free);
    }

    #[test]
    fn a_span_with_a_note_of_its_own_is_joined_to_none() {
        let mut week = Availability::default();
        week.exceptions.push(Exception {
            from: day(2),
            to: day(3),
            kind: ExceptionKind::Travel,
            day: DayAvailability::Unavailable,
            note: "Rome".to_owned(),
        });
        let away = (ExceptionKind::Travel, DayAvailability::Unavailable);
        week.set(day(4), day(4), Some(away));
        assert_eq!(week.exceptions.len(), 2);
    }
}
