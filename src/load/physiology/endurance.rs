//! Race times from other race times.

use std::ops::RangeInclusive;

use crate::domain::Meters;

/// The shortest time Riegel's formula holds for, in seconds.
pub const RIEGEL_SHORTEST: f64 = 3.5 * 60.0;
/// The longest time Riegel's formula holds for, in seconds.
pub const RIEGEL_LONGEST: f64 = 230.0 * 60.0;
/// How fast speed falls with distance (Riegel 1977; the paper of 1981 fits 1.077 for men).
const RIEGEL_EXPONENT: f64 = 1.06;

/// The time in seconds over `to` of somebody who ran `from` in `seconds`: t (d₂ / d₁)^1.06 (Riegel 1977).
/// `None` where either time is outside 3.5 to 230 minutes, for which it was fitted.
pub fn riegel(from: Meters, seconds: f64, to: Meters) -> Option<f64> {
    let range = RIEGEL_SHORTEST..=RIEGEL_LONGEST;
    if from.m() <= 0.0 || to.m() <= 0.0 || !range.contains(&seconds) {
        return None;
    }
    let time = seconds * (to.m() / from.m()).powf(RIEGEL_EXPONENT);
    range.contains(&time).then_some(time)
}

/// The speed that can be held long, and the distance that can be run above it (Monod & Scherrer 1965): d = CS·t + D′.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriticalSpeed {
    /// Critical speed, in metres a second.
    pub speed: f64,
    /// D′, the distance that can be run faster than that, in metres.
    pub reserve: f64,
}

/// Times that the line of critical speed holds for, from 2 to 40 minutes: shorter ones are sprints, longer ones slow down
/// for reasons the line does not know.
const CRITICAL_SECONDS: RangeInclusive<f64> = 120.0..=2400.0;
/// The efforts it is worked out from last up to 20 minutes, the longer of the two at least 12.
const SHORT_EFFORT: RangeInclusive<f64> = 120.0..=1200.0;
const LONG_EFFORT: RangeInclusive<f64> = 720.0..=1200.0;

impl CriticalSpeed {
    /// The time over `distance`, in seconds; `None` where it would be outside the 2 to 40 minutes the line holds for.
    pub fn time(self, distance: Meters) -> Option<f64> {
        let time = (distance.m() - self.reserve) / self.speed;
        CRITICAL_SECONDS.contains(&time).then_some(time)
    }
}

/// Critical speed from two efforts, each a distance and its seconds. `None` unless the longer one lasted 12 to 20 minutes,
/// the other at least 2 and two thirds of it at most, and the longer one was the slower: the two must be all-out
/// efforts.
pub fn critical_speed(one: (Meters, f64), other: (Meters, f64)) -> Option<CriticalSpeed> {
    let (short, long) = if one.1 <= other.1 {
        (one, other)
    } else {
        (other, one)
    };
    let apart = long.1 >= short.1 * 1.5;
    if !apart || !SHORT_EFFORT.contains(&short.1) || !LONG_EFFORT.contains(&long.1) {
        return None;
    }
    let speed = (long.0.m() - short.0.m()) / (long.1 - short.1);
    let reserve = short.0.m() - speed * short.1;
    (speed > 0.0 && reserve > 0.0).then_some(CriticalSpeed { speed, reserve })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_kilometres_in_25_minutes_make_ten_in_52_07() {
        let time = riegel(Meters::from_km(5.0), 1500.0, Meters::from_km(10.0)).unwrap();
        assert_eq!(time.round(), 52.0 * 60.0 + 7.0);
    }

    #[test]
    fn riegel_keeps_to_its_range() {
        let five = Meters::from_km(5.0);
        assert_eq!(riegel(Meters::new(800.0), 150.0, five), None);
        assert_eq!(riegel(five, 1500.0, Meters::from_km(100.0)), None);
        assert_eq!(riegel(five, 1500.0, Meters::new(400.0)), None);
        assert_eq!(riegel(Meters::new(0.0), 1500.0, five), None);
    }

    #[test]
    fn two_efforts_give_critical_speed_and_reserve() {
        // 1 200 m in 4 min and 3 600 m in 14 min: 4 m/s, and 240 m to spend above it.
        let efforts = [(Meters::new(1200.0), 240.0), (Meters::new(3600.0), 840.0)];
        let found = critical_speed(efforts[0], efforts[1]).unwrap();
        assert_eq!((found.speed, found.reserve), (4.0, 240.0));
        assert_eq!(critical_speed(efforts[1], efforts[0]), Some(found));
        assert_eq!(found.time(Meters::new(5040.0)), Some(1200.0));
        assert_eq!(found.time(Meters::from_km(42.0)), None);
    }

    #[test]
    fn efforts_that_are_alike_or_easy_give_none() {
        let short = (Meters::new(1200.0), 240.0);
        assert_eq!(critical_speed(short, (Meters::new(1500.0), 330.0)), None);
        // Faster over the longer effort: the short one was not all out.
        assert_eq!(critical_speed(short, (Meters::new(6000.0), 900.0)), None);
        assert_eq!(critical_speed(short, (Meters::from_km(20.0), 6000.0)), None);
        // Under 12 minutes, and over 20.
        assert_eq!(critical_speed(short, (Meters::new(3000.0), 690.0)), None);
        assert_eq!(critical_speed(short, (Meters::new(5000.0), 1230.0)), None);
    }
}
