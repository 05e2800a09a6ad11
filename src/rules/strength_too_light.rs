//! **In build and peak the legs lift heavy, or jump.**
//!
//! For anyone but a novice: four weeks before an A race, none of them in the taper, whose strength is written out and
//! trains the legs, but has neither a set of a loaded compound leg lift at 80 % of the maximum or for up to six
//! repetitions, nor a jump: a tip.
//!
//! Evidence: heavy lifting makes runners more economical, light lifting hardly (Llanos-Lagos 2024; Eihara 2022: −0.32
//! for heavy, −0.13 and not significant for jumps). 003 and 000 say to lift heavy, 002 keeps to 12–15 repetitions.

use std::collections::BTreeMap;

use crate::domain::{Demand, Level, Reps, Session};
use crate::load::leg_sets_of;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{Lift, is_known, lifts};
use super::races::goal_ahead;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::week::WeekEntries;
use super::wording::count;

pub(super) const RULE: Rule = Rule {
    id: "strength-too-light",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Strength that stays light",
    summary: "On the way to a goal race, lift heavy or jump at least once in four weeks.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Over {weeks} in a row of the last twelve before an A race, the taper left out, leg work without a \
                    set at {percent} of the maximum or more, without one of up to {reps}, and without jumps is a tip. \
                    Novices learn the lifts first, and only strength that is written out counts.",
        grounds: "Heavy lifting made runners more economical in most trials, though the effect is small: −0.32 \
                  taken together, and −0.13 for jumps, which chance would explain. Light lifting did little. Twelve \
                  to fifteen repetitions train what running trains already.",
        says: &[
            Source::LLANOS_LAGOS_2024
                .says("Heavy loads improve running economy; submaximal ones hardly."),
            Source::EIHARA_2022.says("Heavy lifting improves economy a little more than jumps do."),
            Source::STRENGTH_LOG
                .says("Lift heavy for few repetitions; running is endurance enough."),
            Source::BASIC_FIT.says("Lift loads that are demanding."),
        ],
        disagrees: &[
            Source::RUNNING_BLOG.says("Lighter weights for two to three sets of 12 to 15.")
        ],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "weeks": 4.0 "weeks" in 2.0..=6.0, "Weeks of light strength before a tip, 6 at most";
        "percent": 80.0 "%" in 50.0..=100.0, "Percent of the maximum from which a leg lift is heavy";
        "reps": 6.0 "repetitions" in 1.0..=12.0, "Most repetitions of a heavy leg lift";
    },
    remedies: &[Remedy::LiftHeavier],
    check,
};

/// Weeks before a race from which four weeks of light strength lie in the build: it begins twelve weeks before.
const BUILD_WEEKS: f64 = 9.0;
/// Weeks of taper, that of the race among them.
const TAPER_WEEKS: f64 = 2.0;

fn check(report: &mut Report) {
    if report.profile.level == Level::Novice {
        return;
    }
    let timeline = report.timeline;
    let weeks = report.threshold("weeks") as i32;
    let mut light: BTreeMap<i32, bool> = BTreeMap::new();
    for week in timeline.in_weeks() {
        let is_build = goal_ahead(report, &week, BUILD_WEEKS).is_some()
            && goal_ahead(report, &week, TAPER_WEEKS).is_none();
        let Some(place) = week.strength().find(|entry| entry.is_to_come()) else {
            continue;
        };
        let mut weeks_back = (0..weeks).map(|back| week.number - back);
        let mut is_known_light =
            |week| *light.entry(week).or_insert_with(|| is_light(report, week));
        if !is_build || !weeks_back.all(&mut is_known_light) {
            continue;
        }
        report.add_week(Severity::Tip, &week, place, "light", || {
            message(&week, weeks)
        });
    }
}

/// True for a week whose strength is written out, trains the legs, and is nowhere heavy.
fn is_light(report: &Report, week: i32) -> bool {
    let weeks = report.timeline.weeks();
    let all = report.timeline.lookback().sessions_of(weeks.days(week));
    let mut trains_legs = false;
    for session in all {
        let Some(plan) = session.plan.strength() else {
            continue;
        };
        if !is_known(plan, report.library) {
            return false;
        }
        for lift in lifts(plan, report.library) {
            if is_heavy(report, &lift, session) {
                return false;
            }
            trains_legs |= leg_sets_of(lift.dose, lift.exercise) > 0.0;
        }
    }
    trains_legs
}

fn is_heavy(report: &Report, lift: &Lift, session: &Session) -> bool {
    if lift.exercise.demand == Demand::Jump {
        return true;
    }
    let few = || matches!(lift.dose.reps, Reps::Count(reps) if f64::from(reps.low) <= report.threshold("reps"));
    let percent = || lift.percent(report.profile, session.date);
    lift.is_leg_lift()
        && (few() || percent().is_some_and(|percent| percent >= report.threshold("percent")))
}

fn message(week: &WeekEntries, weeks: i32) -> String {
    let place = match week
        .strength()
        .filter(|entry: &&TimelineEntry| entry.is_to_come())
        .count()
    {
        1 => "This week’s session",
        _ => "One of this week’s sessions",
    };
    format!(
        "For {} the legs have lifted nothing heavy and jumped nowhere. {place} could have a lift at 80 % or for \
         up to six repetitions.",
        count(weeks as usize, "week", "weeks")
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;
    use chrono::Days;

    const RULE: &str = "strength-too-light";

    /// Five weeks of one session each, and an A race some weeks after the first of them.
    fn weeks(lift: &str, weeks: u64, race_in: u64) -> TestWeek {
        let mut week = TestWeek::of("Mon strength; Wed easy")
            .race("Sun")
            .lifts("Mon", lift);
        let all: Vec<_> = week.athlete.sessions.all().to_vec();
        for back in 1..weeks {
            for session in &all {
                let mut session = crate::domain::Session::clone(session);
                session.id = crate::domain::SessionId::from_bits(
                    session.id.0.as_u128() + 1000 * u128::from(back),
                );
                session.date = session.date - Days::new(7 * back);
                week.athlete.sessions.put(session.into(), 9);
            }
        }
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(7 * race_in);
        week
    }

    #[test]
    fn four_light_weeks_on_the_way_to_a_race_are_told() {
        let found = |lift: &str, count, race| weeks(lift, count, race).found_by(RULE);
        assert_eq!(found("squat 3x12 @40kg", 4, 6), ["hint week"]);
        assert!(found("squat 3x12 @40kg", 3, 6).is_empty());
        assert!(found("squat 3x6 @80kg", 4, 6).is_empty());
        assert!(found("squat 3x12 @40kg, box-jump 3x5", 4, 6).is_empty());
        assert!(found("row 3x12, plank 3x30s", 4, 6).is_empty(), "no legs");
        assert!(found("squat 3x12 @40kg", 4, 1).is_empty(), "taper");
        assert!(found("squat 3x12 @40kg", 4, 20).is_empty(), "off-season");
    }

    #[test]
    fn novices_and_sessions_in_words_are_left_alone() {
        let novice = weeks("squat 3x12 @40kg", 4, 6).level("novice");
        assert!(novice.found_by(RULE).is_empty());
        let words = TestWeek::of("Mon strength light; Wed easy")
            .after(4, "Mon strength light; Wed easy")
            .race("Sun");
        assert!(words.found_by(RULE).is_empty());
    }
}
