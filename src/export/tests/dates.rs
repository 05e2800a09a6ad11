//! Dates in what goes out: as they were chosen where people read them, and always alike where programs do.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use super::*;
use crate::demo::{self, DemoOptions};
use crate::library::Library;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const STYLES: [DateStyle; 3] = [DateStyle::DayFirst, DateStyle::MonthFirst, DateStyle::Iso];

#[test]
fn dates_are_written_as_they_were_chosen_wherever_people_read_them() {
    let library = crate::library::Library::shipped().unwrap();
    let (anna, _) = ordinary();
    let text = |dates: DateStyle, format: ExportFormat| {
        let context = RenderContext {
            dates,
            ..context(&library)
        };
        let order = ExportOrder {
            format,
            ..ExportOrder::new(MONDAY)
        };
        String::from_utf8(render(&order, &[&anna], &context).unwrap()).unwrap()
    };
    for (dates, span, tuesday, long_tuesday) in [
        (
            DateStyle::DayFirst,
            "23–29 November 2026",
            "## Tue 24 Nov",
            "Tuesday 24 November",
        ),
        (
            DateStyle::MonthFirst,
            "November 23–29, 2026",
            "## Tue Nov 24",
            "Tuesday, November 24",
        ),
        (
            DateStyle::Iso,
            "2026-11-23 – 2026-11-29",
            "## Tue 11-24",
            "Tuesday 11-24",
        ),
    ] {
        let message = text(dates, ExportFormat::Markdown).replace('\\', "");
        assert!(
            message.contains(span) && message.contains(tuesday),
            "{message}"
        );
        let page = text(dates, ExportFormat::Html);
        assert!(
            page.contains(long_tuesday),
            "{dates:?}: the phone page says {long_tuesday}"
        );
        // Files for programs stay as they are.
        assert!(text(dates, ExportFormat::Csv).contains("2026-11-24"));
        assert!(text(dates, ExportFormat::Ics).contains("20261124"));
        let plan = text(DateStyle::DayFirst, ExportFormat::Text);
        assert_eq!(text(dates, ExportFormat::Text), plan);
    }
}

/// A year of somebody's training with races, records, findings, days away and a program.
fn busy(library: &Library) -> Athlete {
    let options = DemoOptions {
        athletes: 1,
        weeks: 52,
        seed: 1,
        today: MONDAY,
    };
    let mut athlete = Athlete::clone(&demo::workspace(&options, library).athletes[0]);
    athlete.profile.availability.exceptions.push(Exception {
        from: MONDAY + chrono::Days::new(1),
        to: MONDAY + chrono::Days::new(9),
        day: DayAvailability::Unavailable,
        kind: ExceptionKind::Travel,
        note: "Lisbon".to_owned(),
    });
    athlete
}

fn is_month(word: &str) -> bool {
    MONTHS
        .iter()
        .any(|month| word == *month || word == &month[..3])
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

/// The dates of a text, by how they are written.
fn dates_in(text: &str) -> Vec<(DateStyle, String)> {
    let bare = |word: &str| {
        word.trim_matches(|sign: char| !sign.is_alphanumeric())
            .to_owned()
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for pair in words.windows(2) {
        let (first, second) = (bare(pair[0]), bare(pair[1]));
        let end = first.rsplit('–').next().unwrap_or_default();
        let begin = second.split('–').next().unwrap_or_default();
        let goes_on = pair[0].ends_with(|sign: char| sign.is_alphanumeric());
        if goes_on && is_day(end) && is_month(&second) {
            found.push((DateStyle::DayFirst, pair.join(" ")));
        } else if goes_on && is_month(&first) && is_day(begin) {
            found.push((DateStyle::MonthFirst, pair.join(" ")));
        }
    }
    for word in words {
        let parts: Vec<&str> = word.split(|sign: char| !sign.is_ascii_digit()).collect();
        let is_iso = parts
            .windows(3)
            .any(|it| [it[0].len(), it[1].len(), it[2].len()] == [4, 2, 2]);
        if is_iso && word.contains('-') {
            found.push((DateStyle::Iso, word.to_owned()));
        }
    }
    found
}

/// Every text of a value but what only programs read.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|it| texts(it, into)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if !matches!(name.as_str(), "date" | "made" | "plan" | "id") {
                    texts(field, into);
                }
            }
        }
        _ => {}
    }
}

/// What stands between the tags of markup.
fn between_tags(markup: &str, into: &mut Vec<String>) {
    let pieces = markup.split('<').filter_map(|piece| piece.split_once('>'));
    into.extend(pieces.map(|(_, text)| text.to_owned()));
}

fn of_sheets<S: serde::Serialize>(sheets: &[S], pictures: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for sheet in sheets {
        texts(&serde_json::to_value(sheet).unwrap(), &mut all);
    }
    for picture in pictures {
        between_tags(picture, &mut all);
    }
    all
}

/// What stands on the printed pages.
fn printed(print: &Print) -> Vec<String> {
    match print {
        Print::Weeks(booklet) => of_sheets(&booklet.sheets, &[]),
        Print::Sessions(booklet, pictures) => of_sheets(&booklet.sheets, pictures),
        Print::Seasons(booklet) => of_sheets(&booklet.sheets, &[]),
        Print::Progress(booklet, pictures) => of_sheets(&booklet.sheets, pictures),
    }
}

/// The words in the cells of a workbook, and how it is told to show its days.
fn workbook_words(bytes: &[u8]) -> (Vec<String>, String) {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let mut all = Vec::new();
    for (_, range) in book.worksheets() {
        let cells = range.used_cells().filter_map(|(.., cell)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        });
        all.extend(cells);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut styles = String::new();
    let mut file = archive.by_name("xl/styles.xml").unwrap();
    file.read_to_string(&mut styles).unwrap();
    (all, styles)
}

/// What people read of the file of an order.
fn read_by_people(order: &ExportOrder, athlete: &Athlete, context: &RenderContext) -> Vec<String> {
    let bytes = || render(order, &[athlete], context).unwrap();
    let text = || String::from_utf8(bytes()).unwrap();
    let shown = || match preview_of(order, &[athlete], context) {
        Ok(ExportPreview::Text(text)) => text,
        Ok(ExportPreview::Tables(tables)) => {
            let rows = tables.iter().flat_map(|table| table.rows.clone());
            rows.flatten().collect::<Vec<_>>().join(" | ")
        }
        // Of weeks gone by nothing goes onto a watch.
        Err(ExportError::NoWorkouts) | Ok(ExportPreview::Pages(_)) => String::new(),
        Err(error) => panic!("{error}"),
    };
    match order.format {
        ExportFormat::Pdf | ExportFormat::Png => {
            printed(&print_of(order, &[athlete], context).unwrap())
        }
        ExportFormat::Xlsx => {
            let (mut all, styles) = workbook_words(&bytes());
            let day = match context.dates {
                DateStyle::DayFirst => "d mmm yyyy",
                DateStyle::MonthFirst => "mmm d, yyyy",
                DateStyle::Iso => "yyyy-mm-dd",
            };
            assert!(
                styles.contains(&format!("formatCode=\"{day}\"")),
                "{styles}"
            );
            let mut formats = styles.split("formatCode=\"").skip(1);
            let known = |rest: &str| rest.starts_with(day) || rest.starts_with("hh:mm");
            assert!(formats.all(known), "{styles}");
            all.push(shown());
            all
        }
        ExportFormat::Html => {
            let page = text();
            let (_, data) = page.split_once(r#"id="data">"#).unwrap();
            let (data, _) = data.split_once("</script>").unwrap();
            let mut all = vec![shown()];
            texts(&serde_json::from_str(data).unwrap(), &mut all);
            let (_, charts) = page.split_once(r#"id="progress""#).unwrap();
            let (charts, _) = charts.split_once("</main>").unwrap();
            between_tags(charts, &mut all);
            all
        }
        ExportFormat::Markdown => vec![text().replace('\\', "")],
        ExportFormat::Ics => vec![
            text()
                .replace("\r\n ", "")
                .replace("\\n", " ")
                .replace('\\', ""),
        ],
        ExportFormat::Watch => vec![shown()],
        ExportFormat::Csv | ExportFormat::Text => Vec::new(),
    }
}

#[test]
fn nothing_that_goes_out_has_a_date_written_otherwise() {
    let library = Library::shipped().unwrap();
    let athlete = busy(&library);
    for dates in STYLES {
        let context = RenderContext {
            dates,
            ..context(&library)
        };
        for format in ExportFormat::ALL {
            let mut seen = 0;
            for sheet in SheetKind::ALL {
                for back in [0, 8] {
                    let order = ExportOrder {
                        format,
                        sheet,
                        weeks: 6,
                        guidance: Guidance::Show,
                        open_findings: OpenFindings::Show,
                        ..ExportOrder::new(MONDAY - chrono::Days::new(7 * back))
                    };
                    for text in read_by_people(&order, &athlete, &context) {
                        for (style, date) in dates_in(&text) {
                            assert_eq!(style, dates, "{format:?}, {sheet:?}: {date:?} in {text}");
                            seen += 1;
                        }
                    }
                }
            }
            // With figures alone most days stand without their year, and a calendar says none but the day itself.
            let is_told = !matches!(
                format,
                ExportFormat::Csv | ExportFormat::Text | ExportFormat::Ics
            );
            assert!(
                seen > 0 || !is_told || dates == DateStyle::Iso,
                "{format:?} has no date"
            );
        }
    }
}

#[test]
fn tables_for_programs_have_year_month_and_day_in_every_style() {
    let library = Library::shipped().unwrap();
    let athlete = busy(&library);
    for record in RowKind::ALL {
        let table = |dates: DateStyle| {
            let context = RenderContext {
                dates,
                ..context(&library)
            };
            let order = ExportOrder {
                format: ExportFormat::Csv,
                record,
                weeks: 6,
                ..ExportOrder::new(MONDAY)
            };
            String::from_utf8(render(&order, &[&athlete], &context).unwrap()).unwrap()
        };
        let plain = table(DateStyle::Iso);
        assert!(
            STYLES.into_iter().all(|dates| table(dates) == plain),
            "{record:?}"
        );
    }
}

#[test]
fn the_plan_of_a_workbook_comes_back_whatever_its_days_look_like() {
    let library = Library::shipped().unwrap();
    let (anna, _) = ordinary();
    for dates in STYLES {
        let context = RenderContext {
            dates,
            ..context(&library)
        };
        let order = ExportOrder {
            format: ExportFormat::Xlsx,
            ..ExportOrder::new(MONDAY)
        };
        let bytes = render(&order, &[&anna], &context).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let plan = book.worksheet_range("Plan").unwrap();
        let first = plan.get((1, 1)).and_then(calamine::DataType::as_date);
        assert_eq!(first, Some(MONDAY), "{dates:?}");
    }
}
