//! `check`: a file in, findings out.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::{Athlete, Profile, Session, SessionId, Week, Workout, WorkspaceSettings};
use crate::library::Library;
use crate::load::content_of;
use crate::rules::{self, Context, Finding, Timeline};
use crate::store::{self, StoreError};
use crate::text::{self, TEMPLATE_MONDAY, TextError};

use super::{CheckReport, ReportedFinding};

/// No plan is larger than this many bytes; a file that is was named by mistake.
const MOST_BYTES: u64 = 64 << 20;

/// Checks a file: an athlete's `.ron`, and plan text under any other name. What keeps it from being read is an error
/// of the report.
pub fn check_file(file: &Path, library: &Library, today: NaiveDate) -> CheckReport {
    if file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("ron"))
    {
        let read = store::read_athlete(file)
            .and_then(|athlete| Ok((athlete, store::settings_around(file)?)));
        return match read {
            Ok((athlete, settings)) => check_with(athlete, &settings, library, today),
            Err(error) => unreadable(place_of(&error)),
        };
    }
    match read_bytes(file) {
        Ok(bytes) => check_text(&bytes, library, today),
        Err(message) => unreadable(TextError {
            line: 1,
            column: 1,
            message,
        }),
    }
}

/// Checks all weeks of an athlete by the settings of their workspace.
pub(super) fn check_with(
    mut athlete: Athlete,
    settings: &WorkspaceSettings,
    library: &Library,
    today: NaiveDate,
) -> CheckReport {
    athlete.profile = Profile::clone(&settings.checked(&athlete.profile));
    check_athlete(&athlete, library, today)
}

fn unreadable(error: TextError) -> CheckReport {
    CheckReport {
        findings: Vec::new(),
        errors: vec![error],
    }
}

/// Where in its file an athlete could not be read; the start, when the whole file is meant.
fn place_of(error: &StoreError) -> TextError {
    match error {
        StoreError::Damaged {
            line,
            column,
            message,
            advice,
            ..
        } => TextError {
            line: *line,
            column: *column,
            message: format!("{message}; {advice}"),
        },
        other => TextError {
            line: 1,
            column: 1,
            message: other.to_string(),
        },
    }
}

pub(super) fn read_bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(format!("the file cannot be read: {error}")),
        Ok(size) if size as u64 > MOST_BYTES => {
            Err("the file is far too large for a plan".to_owned())
        }
        Ok(_) => Ok(bytes),
    }
}

/// Checks a plan text. What could be read of a text with errors is checked all the same.
pub fn check_text(bytes: &[u8], library: &Library, today: NaiveDate) -> CheckReport {
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err(error) => return unreadable(error),
    };
    let plan = text::read(&text, library);
    let athlete = plan.athlete();
    let weeks = if plan.template {
        Weeks::Template
    } else {
        Weeks::Calendar
    };
    CheckReport {
        findings: findings(&athlete, weeks, library, today),
        errors: plan.errors,
    }
}

/// Checks all weeks of an athlete, from the first session to the last.
pub fn check_athlete(athlete: &Athlete, library: &Library, today: NaiveDate) -> CheckReport {
    CheckReport {
        findings: findings(athlete, Weeks::Calendar, library, today),
        errors: Vec::new(),
    }
}

/// What kind of weeks a plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weeks {
    /// Weeks of the calendar.
    Calendar,
    /// Weeks that repeat.
    Template,
}

impl Weeks {
    /// What a week is called.
    fn name(self, week: Week, start: Weekday) -> String {
        match self {
            Self::Calendar => week.to_string(),
            Self::Template => (week.weeks_since(text::template_week(start)) + 1).to_string(),
        }
    }
}

fn findings(
    athlete: &Athlete,
    weeks: Weeks,
    library: &Library,
    today: NaiveDate,
) -> Vec<ReportedFinding> {
    let sessions = athlete.sessions.all();
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else {
        return Vec::new();
    };
    // What the workspace adds is in the profile already.
    let profile = WorkspaceSettings::default().checked(&athlete.profile);
    let context = Context::new(&profile, library, today);
    let timeline = match weeks {
        Weeks::Template => Timeline::template(athlete, &context),
        Weeks::Calendar => {
            let week = |date| Week::of(date, athlete.profile.week_start);
            Timeline::new(
                athlete,
                &context,
                week(first.date).first(),
                week(last.date).last(),
            )
        }
    };
    let reporter = Reporter::new(athlete, weeks, library);
    let mut found: Vec<(Week, ReportedFinding)> = rules::check(&timeline, &context)
        .iter()
        .map(|finding| reporter.report(finding))
        .collect();
    found.sort_by_key(|(week, _)| *week);
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Puts findings into words.
struct Reporter<'a> {
    by_id: std::collections::HashMap<SessionId, &'a Session>,
    weeks: Weeks,
    start: Weekday,
    library: &'a Library,
}

impl<'a> Reporter<'a> {
    fn new(athlete: &'a Athlete, weeks: Weeks, library: &'a Library) -> Self {
        let by_id = athlete
            .sessions
            .all()
            .iter()
            .map(|session| (session.id, session.as_ref()))
            .collect();
        Self {
            by_id,
            weeks,
            start: athlete.profile.week_start,
            library,
        }
    }

    /// The finding in words, with its week.
    fn report(&self, finding: &Finding) -> (Week, ReportedFinding) {
        let first = finding
            .sessions
            .first()
            .and_then(|id| self.by_id.get(id))
            .map(|session| session.date);
        let date = first
            .or(finding.days.first().copied())
            .unwrap_or(TEMPLATE_MONDAY);
        let source = rules::rule(finding.rule).map(|rule| rule.evidence.sources());
        let source = source.unwrap_or_default();
        let week = Week::of(date, self.start);
        let reported = ReportedFinding {
            rule: finding.rule,
            title: finding.title,
            severity: finding.severity,
            week: self.weeks.name(week, self.start),
            days: finding
                .days
                .iter()
                .map(|day| text::day_word(day.weekday()))
                .collect(),
            sessions: finding
                .sessions
                .iter()
                .map(|id| self.session_name(*id))
                .collect(),
            message: finding.message.clone(),
            source,
            accepted: finding.accepted.clone(),
        };
        (week, reported)
    }

    /// `strength full` or `tempo`. A session that only stands in the athlete's list of races is a race.
    fn session_name(&self, id: SessionId) -> String {
        let Some(session) = self.by_id.get(&id) else {
            return "race".to_owned();
        };
        match &session.plan.workout {
            Workout::Strength(plan) => {
                format!("strength {}", content_of(plan, self.library).region.word())
            }
            workout => text::kind_word(workout.kind()).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use crate::domain::{AthleteId, Profile, Region, Stamp};
    use crate::rules::Severity;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn library() -> Library {
        Library::shipped().unwrap()
    }

    fn finding(athlete: &Athlete) -> Finding {
        let sessions = athlete.sessions.all();
        Finding {
            rule: "legs-before-key-run",
            title: "Legs before a key run",
            severity: Severity::Caution,
            sessions: sessions.iter().map(|session| session.id).collect(),
            days: sessions.iter().map(|session| session.date).collect(),
            message: "Why.".to_owned(),
            state: String::new(),
            accepted: None,
        }
    }

    fn reported(plan: &str) -> ReportedFinding {
        let plan = text::read(plan, &library());
        let weeks = if plan.template {
            Weeks::Template
        } else {
            Weeks::Calendar
        };
        let athlete = plan.athlete();
        Reporter::new(&athlete, weeks, &library())
            .report(&finding(&athlete))
            .1
    }

    #[test]
    fn findings_name_week_days_and_sessions() {
        let found = reported("week: 2026-W48\nTue strength\nWed tempo");
        assert_eq!(
            (found.week.as_str(), found.days),
            ("2026-W48", vec!["Tue", "Wed"])
        );
        assert_eq!(found.sessions, ["strength full", "tempo"]);
        assert_eq!(
            found.source,
            "Basic-Fit, Run Smarter, “Should I Strength Train?”, StrengthLog, Doma & Deakin 2013; \
             disagrees: Run Smarter’s sample week"
        );
    }

    #[test]
    fn template_weeks_are_counted() {
        assert_eq!(reported("Sun strength\nnext week\nMon tempo").week, "1");
        assert_eq!(reported("next week\nMon strength").week, "2");
    }

    #[test]
    fn a_race_that_is_not_planned_is_called_a_race() {
        let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named(""));
        let library = library();
        let reporter = Reporter::new(&athlete, Weeks::Calendar, &library);
        assert_eq!(reporter.session_name(SessionId::from_bits(9)), "race");
    }

    #[test]
    fn regions_that_a_coach_set_are_named() {
        let mut plan = text::read("Mon strength upper", &library())
            .sessions
            .remove(0)
            .plan;
        let Workout::Strength(content) = &mut plan.workout else {
            panic!("strength")
        };
        content.region_override = Some(Region::Lower);
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named(""));
        let session = Session::planned(SessionId::from_bits(1), today(), plan, Stamp::default());
        athlete.sessions = [session].into_iter().collect();
        let library = library();
        let reporter = Reporter::new(&athlete, Weeks::Calendar, &library);
        assert_eq!(
            reporter.session_name(SessionId::from_bits(1)),
            "strength lower"
        );
    }

    #[test]
    fn a_text_with_errors_is_told_and_ends_with_two() {
        let report = check_text(b"Mon easy 40min\nTue blah", &library(), today());
        assert_eq!(report.exit_code(), 2);
        assert_eq!((report.errors[0].line, report.errors[0].column), (2, 5));
        assert!(report.json().contains(r#""line":2"#));
        assert_eq!(
            check_text(&[0xFF, 0xFE, 0x00], &library(), today()).exit_code(),
            2
        );
        assert_eq!(check_text(b"", &library(), today()).exit_code(), 0);
    }

    #[test]
    fn files_that_cannot_be_read_end_with_two() {
        let folder = tempfile::tempdir().unwrap();
        let missing = check_file(&folder.path().join("none.txt"), &library(), today());
        assert_eq!(missing.exit_code(), 2);
        assert_eq!(
            check_file(&folder.path().join("none.ron"), &library(), today()).exit_code(),
            2
        );
        let damaged = folder.path().join("damaged.ron");
        std::fs::write(&damaged, "(profile: (name: ").unwrap();
        assert_eq!(check_file(&damaged, &library(), today()).exit_code(), 2);
        assert_eq!(
            check_file(folder.path(), &library(), today()).exit_code(),
            2
        );
    }

    #[test]
    fn the_weeks_of_the_sources_read_without_errors() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("saves/weeks");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let report = check_file(&entry.unwrap().path(), &library(), today());
            assert_eq!(report.errors, []);
            seen += 1;
        }
        assert!(seen >= 9, "{seen}");
    }
}
