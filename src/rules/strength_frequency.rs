//! **A running week has its strength sessions: two for most, one at least, three at times.**
//!
//! In a week with runs: no strength session is a caution, fewer than the target a tip. The target is the athlete's
//! own, but one in the taper and in a novice's first four weeks. Three sessions within 12 weeks of an A race are a
//! tip for all but advanced lifters, four or more a caution; but what the athlete aims at is never too many, nor is
//! anything for who lifts first and runs beside it. Silent in the week of a race, where `keep-strength` speaks, and
//! where the athlete aims at none.
//!
//! Evidence: 000 gives one session as the least that works, two as the best for most, three for the off-season; 001
//! gives two, 002, 003 and 004 two to three. One a week keeps what was built where the load is kept (Beattie 2017,
//! runners; Spiering 2021).

use crate::domain::{Level, Priority, Profile};

use chrono::NaiveDate;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::experience::first_weeks;
use super::finding::Severity;
use super::keep_strength;
use super::races::{self, goal_ahead, is_race_week, is_taper_week, weeks_until};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::week::WeekEntries;
use super::wording::count;

pub(super) const RULE: Rule = Rule {
    id: "strength-frequency",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Strength sessions of the week",
    summary: "Lift twice in a running week, once in the taper, and three times only far from a race.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "In a week with runs, no strength session is a caution and fewer than the athlete’s target a \
                    tip. The target falls to one in the last {taper-weeks} before an A race and in a novice’s \
                    first four weeks. Three sessions within {race-weeks} of an A race are a tip, except for \
                    advanced lifters; from {too-many} on it is a caution. What the athlete aims at is never too many, \
                    nor is anything where strength comes first. Silent in the week of a race.",
        grounds: "In most trials that made runners more economical they lifted two or three times a week; the \
                  stand of 2026 of the American College of Sports Medicine names two or more. Distance runners \
                  who lifted once a week in season kept over 40 weeks what they had built, and one session with \
                  one set an exercise holds strength for up to 32 weeks as long as the load is kept. A third session \
                  adds a little strength and costs recovery that a runner close to a race may want elsewhere.",
        says: &[
            Source::BASIC_FIT.says(
                "One session is the least that works, two suit most runners, three belong in the \
                       off-season.",
            ),
            Source::RUN_SMARTER.says("Two short sessions a week."),
            Source::ACSM_2026.says(
                "Two sessions a week or more, two to three sets at 80 % of the maximum or more.",
            ),
            Source::BEATTIE_2017
                .says("Runners who lifted once a week in season kept their strength and economy."),
            Source::SPIERING_2021
                .says("One session a week maintains strength if the load is kept."),
        ],
        disagrees: &[
            Source::RUNNING_BLOG.says("Two to three sessions a week."),
            Source::STRENGTH_LOG.says(
                "Two are likely enough; three are slightly better where time and recovery allow.",
            ),
            Source::TRA.says("Two to three sessions of 30 min."),
        ],
        certainty: Certainty::Strong,
    },
    thresholds: thresholds! {
        "too-many": 4.0 "sessions" in 3.0..=7.0, "Strength sessions a week that are too many";
        "race-weeks": 12.0 "weeks" in 0.0..=26.0, "Weeks before an A race in which three are too many";
        "taper-weeks": 2.0 "weeks" in 0.0..=4.0, "Weeks of taper before an A race, race week included";
    },
    remedies: &[Remedy::LeaveOutLeast, Remedy::AddSession],
    check,
};

/// The session from which a goal race ahead makes it one too many.
const THIRD: usize = 3;

/// What is wrong with a week's count.
enum Amiss<'e> {
    None(&'e TimelineEntry),
    Few(&'e TimelineEntry, u32),
    NearRace(&'e TimelineEntry, String),
    Many(&'e TimelineEntry),
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let sessions = week.strength().count();
        let runs = week.runs().count();
        let Some(amiss) = amiss(report, &week, sessions) else {
            continue;
        };
        let (severity, place) = match &amiss {
            Amiss::None(place) | Amiss::Many(place) => (Severity::Caution, place),
            Amiss::Few(place, _) | Amiss::NearRace(place, _) => (Severity::Tip, place),
        };
        let facts = format!("{sessions} strength");
        report.add_week(severity, &week, place, &facts, || {
            message(&amiss, sessions, runs)
        });
    }
}

fn amiss<'e>(report: &Report, week: &WeekEntries<'e>, sessions: usize) -> Option<Amiss<'e>> {
    let first_run = week.runs().next()?;
    if is_race_week(report, week) {
        return None;
    }
    let target = target(report, week);
    let Some(first) = week.strength().next() else {
        let kept =
            !report.is_off(keep_strength::RULE.id) && keep_strength::rise(report, week).is_some();
        return (target > 0 && !kept).then_some(Amiss::None(first_run));
    };
    let last = week.strength().last().unwrap_or(first);
    if sessions < target as usize {
        return Some(Amiss::Few(first, target));
    }
    // The athlete's target is never too many, and nothing is if strength comes first.
    if sessions <= target as usize || report.profile.priority == Priority::Strength {
        return None;
    }
    if sessions as f64 >= report.threshold("too-many") {
        return Some(Amiss::Many(last));
    }
    let race = goal_ahead(report, week, report.threshold("race-weeks"))?;
    let is_one_too_many = sessions >= THIRD && report.profile.level != Level::Advanced;
    is_one_too_many.then(|| {
        let weeks = count(weeks_until(week, race) as usize, "week", "weeks");
        Amiss::NearRace(last, format!("{weeks} before {}", races::name(race)))
    })
}

fn target(report: &Report, week: &WeekEntries) -> u32 {
    let profile = report.profile;
    let is_taper = is_taper_week(report, week, report.threshold("taper-weeks"));
    if is_taper || is_new_to_lifting(profile, week) {
        profile.strength_target.min(1)
    } else {
        profile.strength_target
    }
}

fn is_new_to_lifting(profile: &Profile, week: &WeekEntries) -> bool {
    // The first day decides whether this week counts among the first four.
    let first = NaiveDate::from_num_days_from_ce_opt(week.first);
    first.is_some_and(|date| first_weeks(profile, date).is_some())
}

fn message(amiss: &Amiss, sessions: usize, runs: usize) -> String {
    let sessions = count(sessions, "strength session", "strength sessions");
    match amiss {
        Amiss::None(_) => format!(
            "This week has {} and no strength; a short session keeps the legs and hips strong.",
            count(runs, "run", "runs")
        ),
        Amiss::Few(_, target) => format!("This week has {sessions}; the aim is {target}."),
        Amiss::NearRace(_, when) => {
            format!("This week has {sessions} {when}; two leave more for the running.")
        }
        Amiss::Many(_) => {
            format!(
                "This week has {sessions}; a runner gains as much from two and recovers from them."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::RacePriority;
    use crate::rules::tests::support::{TestWeek, monday};
    use chrono::Days;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("strength-frequency")
    }

    #[test]
    fn a_running_week_wants_two() {
        assert_eq!(found("Tue easy; Sun long"), ["warning week"]);
        assert_eq!(found("Tue easy; Wed strength; Sun long"), ["hint week"]);
        assert!(found("Tue easy; Wed strength; Fri strength core; Sun long").is_empty());
        assert!(found("Mon strength; Wed strength; Fri strength; Sun long").is_empty());
        assert_eq!(
            found("Mon strength; Tue strength; Wed strength; Fri strength; Sun long"),
            ["warning week"]
        );
        assert!(
            found("Mon cross; Wed rest").is_empty(),
            "no run, no finding"
        );
        assert_eq!(
            found("Tue easy; Wed strength missed; Fri strength"),
            ["hint week"]
        );
    }

    #[test]
    fn the_target_is_the_athletes_own() {
        let with = |target, text: &str| {
            let mut week = TestWeek::of(text);
            week.athlete.profile.strength_target = target;
            week.found_by("strength-frequency")
        };
        assert!(with(1, "Tue easy; Wed strength").is_empty());
        assert_eq!(
            with(3, "Tue easy; Wed strength; Fri strength"),
            ["hint week"]
        );
        assert!(with(0, "Tue easy").is_empty());
    }

    #[test]
    fn what_the_coach_aims_at_is_never_too_many() {
        let with = |target, priority, text: &str| {
            let mut week = TestWeek::of(text).priority(priority);
            week.athlete.profile.strength_target = target;
            week.found_by("strength-frequency")
        };
        let four = "Mon strength; Tue strength; Wed strength; Fri strength; Sun long";
        assert!(with(4, "running", four).is_empty());
        assert_eq!(
            with(5, "running", four),
            ["hint week"],
            "too few for that aim"
        );
        assert_eq!(with(3, "running", four), ["warning week"]);
        assert!(
            with(2, "strength", four).is_empty(),
            "runs stand beside the lifting here"
        );
        let mut before = before(
            9,
            RacePriority::A,
            "Mon strength; Wed strength; Fri strength; Sun long",
        );
        before.athlete.profile.strength_target = 3;
        assert!(before.found_by("strength-frequency").is_empty());
    }

    #[test]
    fn one_is_enough_for_a_novice_in_the_first_weeks() {
        let mut week = TestWeek::of("Tue easy; Wed strength").level("novice");
        assert!(week.found_by("strength-frequency").is_empty());
        week.athlete.profile.lifting_since = Some(monday() - Days::new(27));
        assert!(week.found_by("strength-frequency").is_empty());
        week.athlete.profile.lifting_since = Some(monday() - Days::new(28));
        assert_eq!(week.found_by("strength-frequency"), ["hint week"]);
    }

    /// A week some days before a race on Sunday.
    fn before(weeks: u64, priority: RacePriority, text: &str) -> TestWeek {
        let mut week = TestWeek::of(text).race("Sun");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(7 * weeks);
        race.priority = priority;
        week
    }

    #[test]
    fn a_race_governs_the_weeks_before_it() {
        let of = |weeks, text| before(weeks, RacePriority::A, text).found_by("strength-frequency");
        assert!(of(0, "Tue easy").is_empty(), "the week of the race");
        assert!(of(1, "Tue easy; Wed strength").is_empty(), "the taper");
        assert_eq!(of(2, "Tue easy; Wed strength"), ["hint week"]);
        let three = "Mon strength; Wed strength; Fri strength; Sun long";
        assert_eq!(of(11, three), ["hint week"]);
        assert!(of(12, three).is_empty());
        let advanced = before(11, RacePriority::A, three).level("advanced");
        assert!(advanced.found_by("strength-frequency").is_empty());
        let b = before(11, RacePriority::B, three);
        assert!(b.found_by("strength-frequency").is_empty());
    }

    #[test]
    fn the_sentence_counts() {
        let said = |text: &str| TestWeek::of(text).messages("strength-frequency");
        assert_eq!(
            said("Tue easy; Sun long"),
            [
                "This week has 2 runs and no strength; a short session keeps the legs and hips strong."
            ]
        );
        assert_eq!(
            said("Tue easy; Wed strength"),
            ["This week has 1 strength session; the aim is 2."]
        );
        assert_eq!(
            before(
                9,
                RacePriority::A,
                "Mon strength; Wed strength; Fri strength; Sun long"
            )
            .messages("strength-frequency"),
            [
                "This week has 3 strength sessions 9 weeks before City run; \
                two leave more for the running."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = TestWeek::of("Mon strength; Wed strength; Fri strength; Sun long");
        let week = week.threshold("strength-frequency", "too-many", 3.0);
        assert_eq!(week.found_by("strength-frequency"), ["warning week"]);
    }
}
