//! An athlete's published files, brought up to date in the folder they are in.

use chrono::{DateTime, Days, Utc};

use crate::domain::publication::{PublishedFolder, code};
use crate::domain::{
    Athlete, AthleteId, ExportFormat, ExportOrder, Publication, PublishedFile, Week,
};

use super::ExportError;
use super::calendar::{CalendarOptions, Earlier, EventTimes, calendar_after, earlier_events};
use super::render::{RenderContext, render};

/// A calendar keeps so many weeks that are over.
const PAST_WEEKS: u32 = 4;
/// A phone page keeps so many: what was answered to last week's feedback stands there.
const PAST_WEEKS_OF_PAGE: u32 = 1;

/// How publishing an athlete's files ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Whose.
    pub athlete: AthleteId,
    /// How many files were written; those that were up to date are not.
    pub written: usize,
    /// What could not be done, in sentences; the other files are up to date.
    pub problems: Vec<String>,
}

/// Brings the files of an athlete up to date, and takes those away that are no longer wanted.
pub fn publish(
    athlete: &Athlete,
    publication: &Publication,
    context: &RenderContext,
    folder: &dyn PublishedFolder,
) -> Published {
    let mut published = Published {
        athlete: athlete.id,
        written: 0,
        problems: Vec::new(),
    };
    let mark = mark(athlete.id);
    for file in PublishedFile::ALL {
        let name = file.name_for(athlete.id);
        let done = if publication.files.contains(&file) {
            folder.read(&name, &mark).and_then(|before| {
                let bytes = content(athlete, file, publication, context, before.as_deref())
                    .map_err(|error| format!("could not be made: {error}"))?;
                folder.write(&name, &mark, &bytes)
            })
        } else {
            // A file of this name without our mark is somebody else's, and stays.
            folder.remove(&name, &mark).or(Ok(false)).map(|_| false)
        };
        match done {
            Ok(is_written) => published.written += usize::from(is_written),
            Err(why) => published.problems.push(format!(
                "{}, {}: {why}.",
                athlete.profile.name,
                file.label().to_lowercase()
            )),
        }
    }
    published
}

/// Takes all files of an athlete away, and says how many there were.
pub fn withdraw(athlete: AthleteId, folder: &dyn PublishedFolder) -> usize {
    let mark = mark(athlete);
    let removed = PublishedFile::ALL.into_iter().filter(|file| {
        folder
            .remove(&file.name_for(athlete), &mark)
            .unwrap_or_default()
    });
    removed.count()
}

/// What tells an athlete's published file from files of others.
fn mark(athlete: AthleteId) -> String {
    format!("ironstride-published:{}", code(athlete))
}

fn content(
    athlete: &Athlete,
    file: PublishedFile,
    publication: &Publication,
    context: &RenderContext,
    before: Option<&[u8]>,
) -> Result<Vec<u8>, ExportError> {
    let weeks = publication.weeks.max(1);
    let back = |weeks: u32| {
        let days = Days::new(7 * u64::from(weeks));
        context
            .today
            .checked_sub_days(days)
            .unwrap_or(context.today)
    };
    let order = |format, past: u32| ExportOrder {
        format,
        weeks: weeks + past,
        coach: context.settings.coach.clone(),
        ..ExportOrder::new(back(past))
    };
    let mark = mark(athlete.id);
    Ok(match file {
        PublishedFile::Calendar => {
            let first = Week::of(back(PAST_WEEKS), athlete.profile.week_start).first();
            let length = Days::new(u64::from(weeks + PAST_WEEKS) * 7 - 1);
            let last = first.checked_add_days(length).unwrap_or(first);
            let options = CalendarOptions {
                // The same plan gives the same file, however often it is published.
                written: last_change(athlete),
                times: EventTimes::AllDay,
                reminder: None,
            };
            let before = String::from_utf8_lossy(before.unwrap_or_default());
            let earlier: Vec<Earlier> = earlier_events(&before);
            let text = calendar_after(
                &earlier,
                &[athlete],
                context.library,
                &|_| (first, last),
                options,
            );
            // A property of our own, which every calendar skips.
            let marked = format!("VERSION:2.0\r\nX-PUBLISHED-FROM:{mark}\r\n");
            text.replacen("VERSION:2.0\r\n", &marked, 1).into_bytes()
        }
        PublishedFile::Page => {
            let order = order(ExportFormat::Html, PAST_WEEKS_OF_PAGE);
            let mut bytes = render(&order, &[athlete], context)?;
            bytes.extend_from_slice(format!("<!-- {mark} -->\n").as_bytes());
            bytes
        }
        PublishedFile::Week => {
            let mut bytes = render(&order(ExportFormat::Pdf, 0), &[athlete], context)?;
            // Readers look for the end of a document in its last thousand bytes, and skip comments.
            bytes.extend_from_slice(format!("\n%{mark}\n").as_bytes());
            bytes
        }
    })
}

/// When something of an athlete changed last.
fn last_change(athlete: &Athlete) -> DateTime<Utc> {
    let sessions = athlete.sessions.all().iter();
    let sessions = sessions.flat_map(|session| {
        let logged = session.log_changed.map(|stamp| stamp.at);
        std::iter::once(session.plan_changed.at).chain(logged)
    });
    let deleted = athlete.tombstones.iter().map(|it| it.deleted.at);
    let latest = sessions.chain(deleted).max();
    latest.unwrap_or_default().max(athlete.profile.changed.at)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use chrono::NaiveDate;

    use super::*;
    use crate::chart::report::ReportCharts;
    use crate::domain::{RunKind, Session, SessionId, Stamp, WorkspaceSettings};
    use crate::edit::{self, Edit};
    use crate::export::test_support::*;
    use crate::library::Library;

    /// A folder in memory.
    #[derive(Default)]
    struct Shelf {
        files: RefCell<BTreeMap<String, Vec<u8>>>,
        /// A name that cannot be written.
        broken: Option<String>,
    }

    impl PublishedFolder for Shelf {
        fn read(&self, name: &str, mark: &str) -> Result<Option<Vec<u8>>, String> {
            let file = self.files.borrow().get(name).cloned();
            if let Some(file) = &file {
                let text = String::from_utf8_lossy(file);
                assert!(text.contains(mark), "{name} bears no mark");
            }
            Ok(file)
        }

        fn write(&self, name: &str, _: &str, bytes: &[u8]) -> Result<bool, String> {
            if self.broken.as_deref() == Some(name) {
                return Err("the drive is full".to_owned());
            }
            let before = self
                .files
                .borrow_mut()
                .insert(name.to_owned(), bytes.to_vec());
            Ok(before.as_deref() != Some(bytes))
        }

        fn remove(&self, name: &str, _: &str) -> Result<bool, String> {
            Ok(self.files.borrow_mut().remove(name).is_some())
        }
    }

    impl Shelf {
        fn calendar(&self, athlete: &Athlete) -> String {
            let name = PublishedFile::Calendar.name_for(athlete.id);
            let text = self.files.borrow().get(&name).cloned().unwrap_or_default();
            String::from_utf8(text).unwrap().replace("\r\n ", "")
        }

        /// The event of a session: its lines.
        fn event(&self, athlete: &Athlete, session: SessionId) -> String {
            let text = self.calendar(athlete);
            let mut events = text.split("BEGIN:VEVENT").skip(1);
            let uid = format!("UID:{session}@ironstride");
            let found: Vec<&str> = events.by_ref().filter(|it| it.contains(&uid)).collect();
            assert_eq!(found.len(), 1, "events of {session}: {text}");
            found[0].to_owned()
        }
    }

    struct Desk {
        library: Library,
        settings: WorkspaceSettings,
        report: ReportCharts,
    }

    impl Desk {
        fn new() -> Self {
            Self {
                library: Library::shipped().unwrap(),
                settings: WorkspaceSettings::default(),
                report: ReportCharts::default(),
            }
        }

        fn publish(&self, athlete: &Athlete, files: &[PublishedFile], shelf: &Shelf) -> Published {
            let publication = Publication {
                files: files.to_vec(),
                weeks: 2,
                ..Publication::default()
            };
            let context = RenderContext {
                library: &self.library,
                settings: &self.settings,
                report: &self.report,
                logo: None,
                today: MONDAY,
                dates: crate::domain::DateStyle::default(),
                written: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
                zone: |time| Some(time.and_utc()),
            };
            publish(athlete, &publication, &context, shelf)
        }
    }

    fn stamp(hour: i64) -> Stamp {
        Stamp::coach(DateTime::from_timestamp(1_795_000_000 + hour * 3600, 0).unwrap())
    }

    fn sequence(event: &str) -> u32 {
        let line = event
            .lines()
            .find_map(|line| line.strip_prefix("SEQUENCE:"));
        line.unwrap().trim().parse().unwrap()
    }

    fn day(days: i64) -> NaiveDate {
        MONDAY + chrono::TimeDelta::days(days)
    }

    #[test]
    fn a_calendar_follows_sessions_that_are_deleted_and_moved() {
        let desk = Desk::new();
        let shelf = Shelf::default();
        let calendar = [PublishedFile::Calendar];
        let mut anna = athlete("Anna Kovač");
        for day in 0..3 {
            add(&mut anna, day, run(RunKind::Easy, 45, 3.0));
        }
        let ids: Vec<SessionId> = anna.sessions.all().iter().map(|it| it.id).collect();
        assert_eq!(desk.publish(&anna, &calendar, &shelf).written, 1);
        let before = sequence(&shelf.event(&anna, ids[0]));
        assert_eq!(
            desk.publish(&anna, &calendar, &shelf).written,
            0,
            "the same plan is the same file"
        );

        let mut moved = Session::clone(anna.sessions.get(ids[1]).unwrap());
        moved.date = day(40);
        let edits = [Edit::Remove(ids[0]), Edit::update(&anna, moved)];
        edit::apply(&mut anna, &edits, stamp(1));
        desk.publish(&anna, &calendar, &shelf);
        let deleted = shelf.event(&anna, ids[0]);
        assert!(deleted.contains("STATUS:CANCELLED"), "{deleted}");
        assert!(deleted.contains("SUMMARY:Easy run"), "{deleted}");
        assert!(sequence(&deleted) > before);
        // It lies beyond the weeks that are published, and is shown where it went.
        let moved = shelf.event(&anna, ids[1]);
        let at = format!("DTSTART;VALUE=DATE:{}", day(40).format("%Y%m%d"));
        assert!(
            moved.contains(&at) && moved.contains("STATUS:CONFIRMED"),
            "{moved}"
        );
        assert!(sequence(&moved) > before);

        // Brought back, it is on again, and the calendar takes that for the newest word.
        let cancelled = sequence(&deleted);
        let again = Session::planned(ids[0], day(0), run(RunKind::Easy, 45, 3.0), stamp(0));
        edit::apply(&mut anna, &[Edit::put(again)], stamp(-5));
        desk.publish(&anna, &calendar, &shelf);
        let event = shelf.event(&anna, ids[0]);
        assert!(event.contains("STATUS:CONFIRMED"), "{event}");
        assert!(
            sequence(&event) > cancelled,
            "though the clock was set back"
        );
    }

    #[test]
    fn what_fails_stops_no_other_file_and_what_is_not_wanted_goes() {
        let desk = Desk::new();
        let (mut anna, _) = ordinary();
        anna.profile.name = "Anna Kovač".to_owned();
        let mut shelf = Shelf::default();
        let published = desk.publish(&anna, &PublishedFile::ALL, &shelf);
        assert_eq!((published.written, published.problems.len()), (3, 0));
        for (name, bytes) in shelf.files.borrow().iter() {
            assert!(!name.to_lowercase().contains("anna"), "{name}");
            assert!(!bytes.is_empty());
        }
        shelf.broken = Some(PublishedFile::Page.name_for(anna.id));
        let published = desk.publish(&anna, &PublishedFile::ALL, &shelf);
        assert_eq!(
            published.problems,
            ["Anna Kovač, phone page (.html): the drive is full."]
        );
        shelf.broken = None;
        desk.publish(&anna, &[PublishedFile::Calendar], &shelf);
        assert_eq!(shelf.files.borrow().len(), 1);
        assert_eq!(withdraw(anna.id, &shelf), 1);
        assert!(shelf.files.borrow().is_empty());
    }
}
