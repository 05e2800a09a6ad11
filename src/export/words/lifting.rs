//! Lifting in words: doses, loads, rests and efforts.

use crate::domain::{Count, Effort, Kilograms, LoadSpec, MassUnit, Reps, Seconds};

use super::number;

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side", "3 × 45–60 s", "3 × max".
pub fn dose(sets: Count, each: Reps, per_side: bool) -> String {
    format!("{} × {}", count(sets), reps(each, per_side))
}

/// What a set asks for: "8–10", "10 / side", "45–60 s", "max".
pub fn reps(reps: Reps, per_side: bool) -> String {
    let reps = match reps {
        Reps::Count(reps) => count(reps),
        Reps::Hold(hold) => format!("{} s", count(hold)),
        Reps::Max => "max".to_owned(),
    };
    let side = if per_side { " / side" } else { "" };
    format!("{reps}{side}")
}

/// A number or a range of it: "3", "8–10".
fn count(count: Count) -> String {
    if count.low == count.high {
        count.low.to_string()
    } else {
        format!("{}–{}", count.low, count.high)
    }
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight + 10 kg", "band, green". Empty when not said.
pub fn load(load: &LoadSpec, unit: MassUnit) -> String {
    match load {
        LoadSpec::Unset => String::new(),
        LoadSpec::Kg(kg) => mass(*kg, unit),
        LoadSpec::Pair(kg) => format!("2 × {}", mass(*kg, unit)),
        LoadSpec::Percent(percent) => format!("{} %", number(*percent, 1)),
        LoadSpec::Bodyweight(kg) if kg.kg() == 0.0 => "bodyweight".to_owned(),
        LoadSpec::Bodyweight(kg) => {
            let sign = if kg.kg() > 0.0 { '+' } else { '−' };
            format!(
                "bodyweight {sign} {}",
                mass(Kilograms::new(kg.kg().abs()), unit)
            )
        }
        LoadSpec::Band(kind) if kind.is_empty() => "band".to_owned(),
        LoadSpec::Band(kind) => format!("band, {kind}"),
    }
}

/// A mass: "62.5 kg", "138 lb".
pub fn mass(mass: Kilograms, unit: MassUnit) -> String {
    match unit {
        MassUnit::Kg => format!("{} kg", number(mass.kg(), 2)),
        MassUnit::Pounds => format!("{} lb", number(mass.pounds(), 1)),
    }
}

/// A rest between sets: "90 s", "3 min".
pub fn rest(rest: Seconds) -> String {
    if rest.0.is_multiple_of(60) {
        format!("{} min", rest.0 / 60)
    } else {
        format!("{} s", rest.0)
    }
}

/// An effort in the column's short form: "RIR 2", "RPE 8".
pub fn effort(effort: Effort) -> String {
    match effort {
        Effort::Rir(rir) => format!("RIR {}", number(rir, 1)),
        Effort::Rpe(rpe) => format!("RPE {}", number(rpe, 1)),
    }
}

/// An effort as advice: "stop with 2 reps in reserve", "RPE 8".
pub fn effort_advice(target: Effort) -> String {
    match target {
        Effort::Rir(1.0) => "stop with 1 rep in reserve".to_owned(),
        Effort::Rir(rir) if rir > 0.0 => format!("stop with {} reps in reserve", number(rir, 1)),
        Effort::Rir(_) | Effort::Rpe(_) => effort(target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_read_as_people_write_them() {
        let say = |text: &str, unit| load(&text.parse().unwrap(), unit);
        assert_eq!(say("62.5kg", MassUnit::Kg), "62.5 kg");
        assert_eq!(say("2x12kg", MassUnit::Kg), "2 × 12 kg");
        assert_eq!(say("75%", MassUnit::Kg), "75 %");
        assert_eq!(say("bw", MassUnit::Kg), "bodyweight");
        assert_eq!(say("bw-20kg", MassUnit::Kg), "bodyweight − 20 kg");
        assert_eq!(say("135lb", MassUnit::Pounds), "135 lb");
        assert_eq!(say("band green", MassUnit::Kg), "band, green");
    }

    #[test]
    fn doses_and_rests() {
        let three = Count::exactly(3);
        assert_eq!(
            dose(three, Reps::Count(Count::range(8, 10)), false),
            "3 × 8–10"
        );
        assert_eq!(
            dose(three, Reps::Count(Count::exactly(10)), true),
            "3 × 10 / side"
        );
        assert_eq!(
            dose(three, Reps::Hold(Count::range(45, 60)), false),
            "3 × 45–60 s"
        );
        assert_eq!(rest(Seconds(90)), "90 s");
        assert_eq!(rest(Seconds(180)), "3 min");
    }
}
