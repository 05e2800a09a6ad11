//! An order carried out: athletes in, the bytes of the file out.

use std::fmt::Write;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc, Weekday};

use crate::chart::Choice;
use crate::chart::report::ReportCharts;
use crate::domain::{
    Athlete, DateStyle, EventPlace, Format, Order, Record, SheetKind, Week, WorkspaceSettings,
};
use crate::library::Library;
use crate::rules::{self, Context, Finding, Timeline};
use crate::text;

use super::calendar::{CalendarOptions, EventTimes, calendar};
use super::logo::Logo;
use super::phone::{PageRequest, phone_page, phone_words};
use super::plan_table::{add_plan_sheet, plan_rows};
use super::png::{Pages, pages, png};
use super::print::{Print, pdf};
use super::progress::{Drawings, ProgressOptions, ProgressSheet, progress_sheet};
use super::records::{self, RecordOptions, Subject};
use super::season_data::{SeasonSheet, season_sheet};
use super::session_data::{Pictures, SessionOptions, SessionSheet, session_sheets};
use super::sheet::{Booklet, WeekSheet};
use super::watch::{watch_archive, watch_words};
use super::week_data::{WeekOptions, week_sheet};
use super::week_markdown::week_markdown;
use super::{ExportError, words};

/// Points of a page become this many pixels in a picture.
const PICTURE_SCALE: f32 = 2.0;
/// More weeks than twenty years are a mistyped number.
const MOST_WEEKS: u32 = 20 * 53;

/// What a page for a phone is.
const ABOUT_PAGE: &str = "Send it by mail or chat: it opens in the browser, also without a connection.\n\
    What is logged on it comes back as a small file or text. Drop or paste that here.";
/// What an archive for watches is.
const ABOUT_WATCH: &str = "A .zip with a workout (.fit) for each session that is still to be done, and for runs\n\
    the same as text for intervals.icu. Import the .fit files with the watch's own program,\n\
    or copy them into the folder NewFiles of a Garmin.";
/// Letters of a text and rows of a table that are enough to look at.
const LOOK_LETTERS: usize = 12_000;
/// See [`LOOK_LETTERS`].
const LOOK_ROWS: usize = 12;
/// Weeks of a season before the one that was asked for.
const SEASON_LEAD: u64 = 4;
/// The fewest and the most weeks of a season that nobody gave a length.
const SHORTEST_SEASON: u32 = 12;
/// Weeks of a report that nobody gave a length.
const REPORT_WEEKS: u32 = 12;
/// See [`SHORTEST_SEASON`].
const LONGEST_SEASON: u32 = 60;

/// What an order is carried out with.
#[derive(Debug, Clone, Copy)]
pub struct Maker<'a> {
    /// The exercises.
    pub library: &'a Library,
    /// What belongs to the workspace as a whole: how the rules are set in it.
    pub settings: &'a WorkspaceSettings,
    /// Which charts go into progress reports.
    pub report: &'a ReportCharts,
    /// The coach's logo, where there is one.
    pub logo: Option<&'a Logo>,
    /// The current day.
    pub today: NaiveDate,
    /// How dates are written where people read them.
    pub dates: DateStyle,
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// The moment of a time by the clocks of the place; `None` for a time they skip.
    pub zone: fn(NaiveDateTime) -> Option<DateTime<Utc>>,
}

/// The bytes of the file that an order asks for.
///
/// # Errors
///
/// [`ExportError`] when there is no athlete, when the form holds one athlete only and there are more, or when the file
/// cannot be made. No text that people typed is a reason for it.
pub fn make(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Vec<u8>, ExportError> {
    if athletes.is_empty() {
        return Err(ExportError::Nobody);
    }
    if athletes.len() > 1 && !order.format.holds_many() {
        return Err(ExportError::OneOnly(order.format.label()));
    }
    let own = in_units(order, athletes);
    let athletes: Vec<&Athlete> = own.iter().collect();
    let renderer = renderer(order.format);
    (renderer.bytes)(order, &athletes, maker)
}

/// Makes something of weeks of athletes.
type Render<T> = fn(&Order, &[&Athlete], &Maker) -> Result<T, ExportError>;

/// How the bytes of a form of files are made.
struct Renderer {
    format: Format,
    bytes: Render<Vec<u8>>,
    /// What is shown of a form that has neither pages nor is text itself.
    preview: Option<Render<String>>,
}

/// One row a form.
const RENDERERS: [Renderer; Format::ALL.len()] = [
    Renderer {
        format: Format::Pdf,
        bytes: |order, athletes, maker| pdf(&print(order, athletes, maker)?),
        preview: None,
    },
    Renderer {
        format: Format::Png,
        bytes: |order, athletes, maker| png(&print(order, athletes, maker)?, PICTURE_SCALE),
        preview: None,
    },
    Renderer {
        format: Format::Ics,
        bytes: |order, athletes, maker| Ok(events(order, athletes, maker).into_bytes()),
        preview: None,
    },
    Renderer {
        format: Format::Xlsx,
        bytes: workbook,
        preview: Some(workbook_preview),
    },
    Renderer {
        format: Format::Csv,
        bytes: |order, athletes, maker| records::csv(&table(order.record, order, athletes, maker)),
        preview: None,
    },
    Renderer {
        format: Format::Text,
        bytes: |order, athletes, maker| Ok(visible(&plan_text(order, athletes, maker)).into_bytes()),
        preview: None,
    },
    Renderer {
        format: Format::Markdown,
        bytes: |order, athletes, maker| Ok(visible(&markdown(order, athletes, maker)).into_bytes()),
        preview: None,
    },
    Renderer {
        format: Format::Html,
        bytes: |order, athletes, maker| Ok(phone_page_of(order, athletes, maker)?.into_bytes()),
        preview: Some(phone_page_preview),
    },
    Renderer {
        format: Format::Watch,
        bytes: |order, athletes, maker| {
            let athlete = athletes.first().ok_or(ExportError::Nobody)?;
            watch_archive(athlete, maker.library, span(order, athlete), maker.written)
        },
        preview: Some(|order, athletes, maker| {
            let athlete = athletes.first().ok_or(ExportError::Nobody)?;
            let words = watch_words(athlete, maker.library, span(order, athlete), maker.dates);
            if words.is_empty() {
                return Err(ExportError::NoWorkouts);
            }
            Ok(format!("{ABOUT_WATCH}\n\n{words}"))
        }),
    },
];

fn renderer(format: Format) -> &'static Renderer {
    let mut all = RENDERERS.iter();
    // Every form has a row; a test holds the table to that.
    all.find(|renderer| renderer.format == format)
        .unwrap_or(&RENDERERS[0])
}

/// A text without the characters that steer a terminal, which a title may have come with.
fn visible(text: &str) -> String {
    let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(plain).collect()
}

/// What an order will make, to be looked at beforehand.
#[derive(Debug)]
pub enum Look {
    /// Its pages.
    Pages(Pages),
    /// The beginning of its text, or of its tables.
    Text(String),
}

/// What an order will make.
///
/// # Errors
///
/// As those of [`make`].
pub fn look(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Look, ExportError> {
    if order.format.has_pages() {
        return Ok(Look::Pages(pages(&print_of(order, athletes, maker)?)?));
    }
    let Some(preview) = renderer(order.format).preview else {
        let bytes = make(order, athletes, maker)?;
        let text = String::from_utf8_lossy(&bytes);
        return Ok(Look::Text(beginning(text.trim_start_matches('\u{FEFF}'))));
    };
    let own = in_units(order, athletes);
    let athletes: Vec<&Athlete> = own.iter().collect();
    Ok(Look::Text(beginning(&preview(order, &athletes, maker)?)))
}

/// Every table as a sheet; of one athlete also the plan as coaches keep it, which comes back in as changes.
fn workbook(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Vec<u8>, ExportError> {
    let tables = Record::ALL.map(|record| table(record, order, athletes, maker));
    let title = title(order, athletes);
    records::workbook_with(&tables, &title, maker.written, |book| {
        let [athlete] = athletes else { return Ok(()) };
        let (first, last) = span(order, athlete);
        let rows = plan_rows(athlete, maker.library, first, last);
        let profile = &athlete.profile;
        add_plan_sheet(book, &rows, profile.units.distance, profile.week_start)
    })
}

/// What the page for the phone of an athlete is asked to hold.
fn page_request<'a>(
    order: &'a Order,
    athlete: &Athlete,
    maker: &Maker<'a>,
    choice: &'a Choice,
) -> PageRequest<'a> {
    PageRequest {
        weeks: mondays(order, athlete).collect(),
        coach: order.coach.trim(),
        logo: maker.logo,
        message: order.message.trim(),
        guidance: order.guidance,
        session: order.session,
        today: maker.today,
        dates: maker.dates,
        written: maker.written,
        choice,
    }
}

/// The page for the phone of the one athlete.
fn phone_page_of(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
) -> Result<String, ExportError> {
    let athlete = athletes.first().ok_or(ExportError::Nobody)?;
    let choice = maker.report.of(athlete.id);
    let request = page_request(order, athlete, maker, &choice);
    phone_page(athlete, maker.library, &request)
}

/// What a phone page is, how large it comes out, and its weeks in words.
fn phone_page_preview(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
) -> Result<String, ExportError> {
    let athlete = athletes.first().ok_or(ExportError::Nobody)?;
    let page = phone_page_of(order, athletes, maker)?;
    let choice = maker.report.of(athlete.id);
    let request = page_request(order, athlete, maker, &choice);
    let weeks = words::counted(order.weeks as usize, "week", "weeks");
    let size = page.len().div_ceil(1024);
    Ok(format!(
        "One file of {size} KB for any phone: {weeks}, today first, and the progress charts.\n{ABOUT_PAGE}\n\n{}",
        phone_words(athlete, maker.library, &request)
    ))
}

/// The first rows of every table.
fn workbook_preview(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
) -> Result<String, ExportError> {
    let mut text = String::new();
    for record in Record::ALL {
        let mut table = table(record, order, athletes, maker);
        let rows = words::counted(table.rows.len(), "row", "rows");
        table.rows.truncate(LOOK_ROWS);
        let lines = records::csv(&table)?;
        let lines = String::from_utf8_lossy(&lines).replace("\r\n", "\n");
        let lines = lines.trim_start_matches('\u{FEFF}');
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}: {rows}\n{lines}", record.name());
    }
    Ok(text)
}

fn beginning(text: &str) -> String {
    let text = words::plain(text);
    if text.chars().count() <= LOOK_LETTERS {
        return text;
    }
    let start: String = text.chars().take(LOOK_LETTERS).collect();
    format!("{start}\n…")
}

/// The document that an order asks for. Of a form without pages it is that of its sheet.
///
/// # Errors
///
/// [`ExportError::Nobody`] when there is no athlete, [`ExportError::NoExercises`] when there is nothing to lift.
pub fn print_of(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Print, ExportError> {
    if athletes.is_empty() {
        return Err(ExportError::Nobody);
    }
    let own = in_units(order, athletes);
    print(order, &own.iter().collect::<Vec<_>>(), maker)
}

/// The athletes with the units that the order asks for.
fn in_units(order: &Order, athletes: &[&Athlete]) -> Vec<Athlete> {
    let athletes = athletes.iter().map(|athlete| {
        let mut athlete = Athlete::clone(athlete);
        athlete.profile.units = order.units.unwrap_or(athlete.profile.units);
        athlete
    });
    athletes.collect()
}

fn print(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Print, ExportError> {
    match order.sheet {
        SheetKind::Week => {
            let sheets = weeks(order, athletes, maker);
            Ok(Print::Weeks(booklet(order, athletes, maker, sheets)))
        }
        SheetKind::Session => {
            let mut pictures = Pictures::default();
            let sheets = sessions(order, athletes, maker, &mut pictures);
            if sheets.is_empty() {
                return Err(ExportError::NoExercises);
            }
            let booklet = booklet(order, athletes, maker, sheets);
            Ok(Print::Sessions(booklet, pictures.into_svgs()))
        }
        SheetKind::Season => {
            let sheets = seasons(order, athletes, maker);
            Ok(Print::Seasons(booklet(order, athletes, maker, sheets)))
        }
        SheetKind::Progress => {
            let mut drawings = Drawings::default();
            let sheets = reports(order, athletes, maker, &mut drawings);
            let booklet = booklet(order, athletes, maker, sheets);
            Ok(Print::Progress(booklet, drawings.into_svgs()))
        }
    }
}

fn booklet<S>(order: &Order, athletes: &[&Athlete], maker: &Maker, sheets: Vec<S>) -> Booklet<S> {
    Booklet {
        paper: order.paper,
        ink: order.ink,
        coach: order.coach.trim().to_owned(),
        logo: maker.logo.cloned(),
        printed_on: Some((maker.today.year(), maker.today.month(), maker.today.day())),
        title: title(order, athletes),
        description: format!("{} from Ironstride", order.sheet.label()),
        sheets,
    }
}

/// "Anna Kovač · 2026-W48", "12 athletes · 2026-W48".
fn title(order: &Order, athletes: &[&Athlete]) -> String {
    let who = match athletes {
        [one] => one.profile.name.trim().to_owned(),
        many => words::counted(many.len(), "athlete", "athletes"),
    };
    let starts = athletes.first().map(|athlete| athlete.profile.week_start);
    let week = Week::of(order.from, starts.unwrap_or(Weekday::Mon)).to_string();
    words::joined([who.as_str(), order.sheet.label(), week.as_str()], " · ")
}

/// The first days of the weeks that an order asks for, as the athlete counts weeks.
fn mondays(order: &Order, athlete: &Athlete) -> impl Iterator<Item = NaiveDate> {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    let weeks = u64::from(order.weeks.clamp(1, MOST_WEEKS));
    (0..weeks).filter_map(move |week| first.checked_add_days(Days::new(7 * week)))
}

/// The first and the last day that an order asks for.
fn span(order: &Order, athlete: &Athlete) -> (NaiveDate, NaiveDate) {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    let days = u64::from(order.weeks.clamp(1, MOST_WEEKS)) * 7 - 1;
    let last = first.checked_add_days(Days::new(days)).unwrap_or(first);
    (first, last)
}

fn findings(order: &Order, athlete: &Athlete, maker: &Maker) -> Vec<Finding> {
    let (first, last) = span(order, athlete);
    let profile = maker.settings.checked(&athlete.profile);
    let context = Context::new(&profile, maker.library, maker.today);
    rules::check(&Timeline::new(athlete, &context, first, last), &context)
}

fn weeks(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Vec<WeekSheet> {
    let options = WeekOptions {
        message: order.message.clone(),
        open_findings: order.open_findings,
        today: maker.today,
        dates: maker.dates,
    };
    let sheets = athletes.iter().flat_map(|athlete| {
        let findings = findings(order, athlete, maker);
        let weeks: Vec<_> = mondays(order, athlete)
            .map(|monday| week_sheet(athlete, maker.library, &findings, monday, &options))
            .collect();
        weeks
    });
    sheets.collect()
}

fn sessions(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
    pictures: &mut Pictures,
) -> Vec<SessionSheet> {
    let options = SessionOptions {
        only: order.session,
        guidance: order.guidance,
        ink: order.ink,
        dates: maker.dates,
    };
    let mut sheets = Vec::new();
    for athlete in athletes {
        let (first, last) = span(order, athlete);
        let sessions = athlete.sessions.between(first, last).iter();
        sheets.extend(session_sheets(
            athlete,
            maker.library,
            sessions.map(AsRef::as_ref),
            options,
            pictures,
        ));
    }
    sheets
}

fn seasons(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Vec<SeasonSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = season_span(order, athlete);
        let order = Order {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, maker);
        let style = (maker.today, maker.dates);
        season_sheet(athlete, maker.library, &findings, from, weeks, style)
    });
    sheets.collect()
}

fn reports(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
    drawings: &mut Drawings,
) -> Vec<ProgressSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = report_span(order, athlete);
        let order = Order {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, maker);
        let options = ProgressOptions {
            from,
            weeks,
            today: maker.today,
            choice: &maker.report.of(athlete.id),
            ink: order.ink,
            paper: order.paper,
            guidance: order.guidance,
            dates: maker.dates,
        };
        progress_sheet(athlete, maker.library, &findings, &options, drawings)
    });
    sheets.collect()
}

/// The weeks of a report: those asked for, or, where no number was, the twelve that end with the one that was.
fn report_span(order: &Order, athlete: &Athlete) -> (NaiveDate, u32) {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    if order.weeks > 1 {
        return (first, order.weeks.min(MOST_WEEKS));
    }
    let lead = Days::new(7 * u64::from(REPORT_WEEKS - 1));
    (first.checked_sub_days(lead).unwrap_or(first), REPORT_WEEKS)
}

/// The weeks of a season: those asked for, or, where no number was, from four weeks before to the last plan or race.
fn season_span(order: &Order, athlete: &Athlete) -> (NaiveDate, u32) {
    let start = athlete.profile.week_start;
    let first = Week::of(order.from, start).first();
    if order.weeks > 1 {
        return (first, order.weeks.min(MOST_WEEKS));
    }
    let from = first
        .checked_sub_days(Days::new(SEASON_LEAD * 7))
        .unwrap_or(first);
    let last_plan = athlete.sessions.all().last().map(|session| session.date);
    let races = athlete.profile.races.iter().map(|race| race.date);
    let last = races.chain(last_plan).max().unwrap_or(first);
    let weeks = (last - from).num_days().div_euclid(7) + 1;
    let weeks = u32::try_from(weeks).unwrap_or(0);
    (from, weeks.clamp(SHORTEST_SEASON, LONGEST_SEASON))
}

fn events(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let options = CalendarOptions {
        written: maker.written,
        times: match order.events {
            EventPlace::AllDay => EventTimes::AllDay,
            EventPlace::Timed => EventTimes::Timed(maker.zone),
        },
        reminder: order.reminder,
    };
    let days = |athlete: &Athlete| span(order, athlete);
    calendar(athletes, maker.library, &days, options)
}

fn table(record: Record, order: &Order, athletes: &[&Athlete], maker: &Maker) -> records::Table {
    let found: Vec<Vec<Finding>> = match record {
        Record::Finding => athletes
            .iter()
            .map(|athlete| findings(order, athlete, maker))
            .collect(),
        _ => vec![Vec::new(); athletes.len()],
    };
    let subjects: Vec<Subject> = athletes
        .iter()
        .zip(&found)
        .map(|(athlete, findings)| Subject {
            athlete,
            findings,
            days: span(order, athlete),
        })
        .collect();
    let units = athletes.first().map(|athlete| athlete.profile.units);
    let options = RecordOptions {
        today: maker.today,
        units: units.unwrap_or_default(),
    };
    records::table(record, &subjects, maker.library, options)
}

fn plan_text(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let texts = athletes.iter().map(|athlete| {
        let (first, last) = span(order, athlete);
        text::write(athlete, maker.library, first, last).text
    });
    texts.collect()
}

fn markdown(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let texts = weeks(order, athletes, maker);
    let texts: Vec<String> = texts.iter().map(week_markdown).collect();
    texts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_a_row() {
        for format in Format::ALL {
            assert_eq!(renderer(format).format, format);
        }
    }
}
