//! Two versions of half a session, in words to choose between: whose each is, from when, and what is in it.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::domain::{Alternative, Athlete, Author, Half, Session, SessionId, Stamp, Units};
use crate::history::{log_words, plan_words};
use crate::library::Library;
use crate::load;
use crate::text::write_session;
use crate::ui::format::{full_day, weekday_day};

/// Two versions of half a session.
#[derive(Debug, Clone)]
pub(super) struct VersionChoice {
    pub(super) session: SessionId,
    pub(super) alternative: Alternative,
    pub(super) heading: String,
    pub(super) stands: Side,
    pub(super) other: Side,
    pub(super) pick: Pick,
}

/// One of two versions.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// Whose it is and from when: "Mira's, Tue 24 Nov, 14:02".
    pub(super) whose: String,
    /// What is in it.
    pub(super) words: String,
}

/// The time by the clocks of the place.
pub type LocalTime = fn(DateTime<Utc>) -> NaiveDateTime;

/// Which of two versions is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    Stands,
    Other,
    Both,
}

/// What is kept beside sessions and was not before.
pub(super) fn choices(
    before: &Athlete,
    after: &Athlete,
    library: &Library,
    local: LocalTime,
) -> Vec<VersionChoice> {
    let units = after.profile.units;
    let mut found = Vec::new();
    for session in after.sessions.all() {
        for alternative in &session.alternatives {
            let was_there = before
                .sessions
                .get(session.id)
                .is_some_and(|before| before.alternatives.contains(alternative));
            if was_there {
                continue;
            }
            let mut other = Session::clone(session);
            alternative.half.clone().put_into(&mut other);
            let is_plan = matches!(alternative.half, Half::Plan { .. });
            let [first_words, second_words] = if is_plan {
                plans(session, &other, library, units)
            } else {
                let words = |session: &Session| {
                    let log = session.log.as_ref();
                    log.map(|log| log_words(log, units)).unwrap_or_default()
                };
                [words(session), words(&other)]
            };
            let (what, changed) = if is_plan {
                ("Plan", session.plan_changed)
            } else {
                ("Log", session.log_changed.unwrap_or_default())
            };
            let [stands, second] = whose(changed, alternative.changed, local);
            found.push(VersionChoice {
                session: session.id,
                alternative: alternative.clone(),
                heading: format!("{what} of {}", full_day(session.date)),
                stands: Side {
                    whose: stands,
                    words: first_words,
                },
                other: Side {
                    whose: second,
                    words: second_words,
                },
                pick: Pick::Both,
            });
        }
    }
    found
}

/// What two plans of a session say, each with its day where that differs: in the words of the screen, with what kind they
/// are where those are the same, and else in plan text, which tells more.
fn plans(one: &Session, other: &Session, library: &Library, units: Units) -> [String; 2] {
    let on_day = |session: &Session, words: String| {
        if one.date == other.date {
            return words;
        }
        format!("{}\n{words}", full_day(session.date))
    };
    let plain = [one, other].map(|session| {
        let title = load::title_of(&session.plan, library);
        on_day(session, plan_words(&session.plan, &title, units))
    });
    if plain[0] != plain[1] {
        return plain;
    }
    let kinds = [one, other].map(|session| {
        let mut plan = session.plan.clone();
        plan.title.clear();
        load::title_of(&plan, library)
    });
    if kinds[0] != kinds[1] {
        let [first, second] = plain;
        let [kind, other_kind] = kinds;
        return [
            format!("{kind} · {first}"),
            format!("{other_kind} · {second}"),
        ];
    }
    [one, other].map(|session| on_day(session, write_session(session, library, units)))
}

/// The owners of the current version and of the other one, in words that tell the two apart.
fn whose(stands: Stamp, other: Stamp, local: LocalTime) -> [String; 2] {
    let name = |stamp: Stamp| match (stamp.name.as_str(), stamp.by) {
        ("", Author::Coach) => "the coach’s".to_owned(),
        ("", Author::Athlete) => "the athlete’s".to_owned(),
        (name, _) => format!("{name}’s"),
    };
    let dated = |stamp: Stamp| {
        if stamp.at == DateTime::UNIX_EPOCH {
            return name(stamp);
        }
        let at = local(stamp.at);
        let (day, time) = (weekday_day(at.date()), at.format("%H:%M"));
        format!("{}, {day}, {time}", name(stamp))
    };
    // The merge gave the chosen older version a new stamp, so when it was made is unknown.
    let is_merge = stands.at - other.at <= TimeDelta::milliseconds(1);
    let first = if is_merge {
        name(stands)
    } else {
        dated(stands)
    };
    let second = dated(other);
    if first == second {
        return [
            format!("{first} (current)"),
            format!("{second} (the other)"),
        ];
    }
    [first, second]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{
        AthleteId, ExerciseId, ExerciseLog, KeyMark, Kilograms, Log, MassUnit, Minutes, Plan,
        Profile, RunKind, RunPlan, SetLog, Signature, Workout,
    };

    fn stamp(name: &str, by: Author, seconds: i64) -> Stamp {
        Stamp {
            at: DateTime::from_timestamp(1_795_528_920 + seconds, 0).unwrap(),
            by,
            name: Signature::new(name),
        }
    }

    fn words(stands: Stamp, other: Stamp) -> [String; 2] {
        whose(stands, other, |utc| utc.naive_utc())
    }

    #[test]
    fn each_version_says_whose_it_is_and_from_when() {
        let mira = stamp("Mira", Author::Coach, 3600);
        let ben = stamp("Ben", Author::Coach, 0);
        assert_eq!(
            words(mira, ben),
            ["Mira’s, Tue 24 Nov, 15:02", "Ben’s, Tue 24 Nov, 14:02"]
        );
        let athlete = stamp("", Author::Athlete, 0);
        assert_eq!(words(mira, athlete)[1], "the athlete’s, Tue 24 Nov, 14:02");
        // The coach's version was chosen though it is older: the merge gave it a new stamp.
        let merged = Stamp {
            at: athlete.at + TimeDelta::milliseconds(1),
            ..mira
        };
        assert_eq!(words(merged, athlete)[0], "Mira’s");
        let [one, two] = words(Stamp::default(), Stamp::default());
        assert_ne!(one, two);
    }

    #[test]
    fn logs_are_shown_in_the_units_of_the_athlete() {
        let lifted = |kg: f64| Log {
            exercises: vec![
                ExerciseLog {
                    exercise: ExerciseId::new("squat"),
                    name: "Squat".to_owned(),
                    sets: vec![SetLog {
                        kg: Some(Kilograms::new(kg)),
                        reps: Some(5),
                        ..SetLog::default()
                    }],
                }
                .into(),
            ],
            ..Log::default()
        };
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let plan = Plan::new(Workout::Rest);
        let mut session = Session::planned(SessionId::from_bits(1), day, plan, Stamp::default());
        session.log = Some(lifted(45.359_237));
        let half = Half::log_of(&Session {
            log: Some(lifted(90.718_474)),
            ..session.clone()
        });
        session.alternatives = vec![Alternative {
            changed: Stamp::default(),
            half: half.unwrap(),
        }]
        .into();
        let mut before = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        before.profile.units = Units {
            mass: MassUnit::Pounds,
            ..Units::default()
        };
        let mut after = before.clone();
        after.sessions.put(session.into(), 0);
        let library = Library::shipped().unwrap();
        let found = choices(&before, &after, &library, |utc| utc.naive_utc());
        let [choice] = found.as_slice() else {
            panic!("one choice")
        };
        assert_eq!(choice.stands.words, "Squat 100 lb × 5");
        assert_eq!(choice.other.words, "Squat 200 lb × 5");
    }

    #[test]
    fn plans_are_told_as_on_the_screen_and_in_plan_text_where_that_tells_more() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let run = |minutes| {
            let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
            plan.duration = Some(Minutes(minutes));
            Session::planned(SessionId::from_bits(1), day, plan, Stamp::default())
        };
        let library = Library::shipped().unwrap();
        let told = |one: &Session, other: &Session| plans(one, other, &library, Units::default());
        assert_eq!(
            told(&run(40), &run(50)),
            ["Easy run · 40 min", "Easy run · 50 min"]
        );
        let mut later = run(50);
        later.date = day.succ_opt().unwrap();
        assert_eq!(
            told(&run(40), &later)[1],
            "Wednesday 25 November 2026\nEasy run · 50 min",
            "the day where it differs"
        );
        let titled = |workout| {
            let mut plan = Plan::new(workout);
            plan.title = "Coast half marathon".to_owned();
            Session::planned(SessionId::from_bits(1), day, plan, Stamp::default())
        };
        assert_eq!(
            told(&titled(Workout::Rest), &titled(Workout::Note)),
            ["Rest · Coast half marathon", "Note · Coast half marathon"]
        );
        let mut key = run(40);
        key.plan.key = KeyMark::Key;
        let [plain, marked] = told(&run(40), &key);
        assert!(marked.ends_with("easy 40min key"), "{marked}");
        assert_ne!(plain, marked);
    }
}
