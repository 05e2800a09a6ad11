//! Reports from their sessions to their pages.

use chrono::Days;
use typst::layout::{Frame, FrameItem};

use super::*;
use crate::chart::report::{ReportCharts as Chosen, Selection};
use crate::chart::{Chart, ChartSelection};
use crate::domain::*;
use crate::export::engine::paged;
use crate::export::test_support::*;
use crate::export::{Pages, Print, RenderContext, pages, pdf, print_of, render};

/// Runs and lifts of so many weeks up to the last one, all logged; the second week before this one was missed.
fn trained(weeks: u32, exercise: &str) -> Athlete {
    let mut anna = athlete("Anna");
    for week in 1..=weeks {
        let monday = MONDAY - Days::new(u64::from(7 * week));
        let done = week != 2;
        let kg = Kilograms::new(60.0 + 20.0 * f64::from(weeks - week) / f64::from(weeks));
        let set = SetLog {
            reps: Some(5),
            kg: Some(kg),
            ..SetLog::default()
        };
        let lifted = Log {
            duration: Some(Minutes(40)),
            rpe: Some(Rpe::new(7.0)),
            exercises: vec![
                ExerciseLog {
                    exercise: ExerciseId::new("squat"),
                    name: exercise.to_owned(),
                    sets: vec![set; 3],
                }
                .into(),
            ],
            pains: vec![Pain {
                place: "left knee".to_owned(),
                ..Pain::default()
            }]
            .into(),
            ..Log::default()
        };
        let ran = Log {
            duration: Some(Minutes(50)),
            rpe: Some(Rpe::new(5.0)),
            run: Some(RunLog {
                distance: Some(Meters::from_km(10.0)),
                moving: Some(Seconds(3000 - week.min(1000))),
                ..RunLog::default()
            }),
            ..Log::default()
        };
        let lift = strength("Legs", &[("Squat", "3", "5", "60kg", 120)]);
        let easy = run(RunKind::Easy, 50, 4.0);
        for (day, plan, log) in [(0, lift, lifted), (2, easy, ran)] {
            let id = SessionId::from_bits(1000 + u128::from(2 * week) + u128::from(day / 2));
            let date = monday + Days::new(day);
            let mut session = Session::planned(id, date, plan, Stamp::default());
            session.status = if done { Status::Done } else { Status::Missed };
            session.log = done.then_some(log);
            anna.sessions.put(session.into(), usize::MAX / 2);
        }
    }
    anna
}

fn library() -> Library {
    Library::shipped().unwrap()
}

fn chosen(selection: Selection) -> Chosen {
    Chosen {
        selection,
        ..Chosen::default()
    }
}

fn printed(order: &ExportOrder, athlete: &Athlete, report: &Chosen) -> (ProgressSheet, Pages) {
    let library = library();
    let context = RenderContext {
        report,
        ..context(&library)
    };
    let print = print_of(order, &[athlete], &context).unwrap();
    assert!(pdf(&print).unwrap().starts_with(b"%PDF-"));
    let pages = pages(&print).unwrap();
    let Print::Progress(mut booklet, _) = print else {
        panic!("a report")
    };
    (booklet.sheets.remove(0), pages)
}

/// Titles in reading order.
fn titles(sheet: &ProgressSheet) -> Vec<String> {
    let charts = sheet.charts.rows.iter().flatten();
    charts
        .map(|chart| {
            let words: Vec<_> = chart.title.iter().map(|word| word.text.as_str()).collect();
            words.join(" ")
        })
        .collect()
}

fn weeks(weeks: u32) -> ExportOrder {
    ExportOrder {
        from: MONDAY - Days::new(u64::from(7 * weeks)),
        weeks,
        ..order(SheetKind::Progress)
    }
}

#[test]
fn a_report_counts_what_was_done() {
    let (sheet, _) = printed(&weeks(4), &trained(4, "Squat"), &Chosen::default());
    assert_eq!(sheet.facts[0].figure, "6 of 8");
    assert_eq!(sheet.facts[1].figure, "30 km");
    assert_eq!(sheet.pains, ["Left knee: 3 times, last on 16 November"]);
    assert_eq!(sheet.totals, ["4 weeks", "as it stood on 22 November 2026"]);
}

#[test]
fn every_chosen_chart_is_there_with_its_answer_or_says_what_is_missing() {
    let anna = trained(12, "Squat");
    let all = chosen(Selection::All);
    let (sheet, _) = printed(&weeks(12), &anna, &all);
    let charts: Vec<_> = sheet.charts.rows.iter().flatten().collect();
    assert_eq!(charts.len() + sheet.charts.missing.len(), Chart::ALL.len());
    assert!(charts.len() >= 14, "{:?}", sheet.charts.missing);
    for chart in &charts {
        assert!(
            !chart.answer.is_empty() && !chart.summary.is_empty(),
            "{chart:?}"
        );
    }
    assert_eq!(sheet.charts.notes.len(), charts.len());
    let told = titles(&sheet);
    assert!(told[0].starts_with("Weekly load run strength"), "{told:?}");
    let answers: Vec<_> = charts.iter().map(|chart| chart.answer.as_str()).collect();
    assert!(
        answers.contains(&"Last 12 weeks, kg: Squat +21.4"),
        "{answers:?}"
    );
    let muscles = charts.iter().filter(|chart| chart.week == "W47, 16–22 Nov");
    assert_eq!(muscles.count(), 2, "bars and body name their week");

    let two = chosen(Selection::these([Chart::FORM, Chart::DISTANCE]));
    let (sheet, _) = printed(&weeks(12), &anna, &two);
    assert_eq!(titles(&sheet), ["Fitness fatigue form", "Weekly distance"]);
}

/// Charts within a part of a page.
fn charts_in(frame: &Frame) -> usize {
    let of = |item: &FrameItem| match item {
        FrameItem::Group(group) => charts_in(&group.frame),
        // Samples of the key are as high as a letter.
        FrameItem::Image(_, size, _) => usize::from(size.y.to_pt() > 30.0),
        _ => 0,
    };
    frame.items().map(|(_, item)| of(item)).sum()
}

#[test]
fn no_page_of_a_report_holds_only_what_is_left_over() {
    let (library, anna) = (library(), trained(12, "Squat"));
    for selection in [Chosen::default(), chosen(Selection::All)] {
        for span in [4, 12] {
            let context = RenderContext {
                report: &selection,
                ..context(&library)
            };
            let print = print_of(&weeks(span), &[&anna], &context).unwrap();
            let document = paged(print.compile().unwrap(), typst_pdf::pdf);
            let pages = document.pages().iter();
            let charts: Vec<usize> = pages.map(|page| charts_in(&page.frame)).collect();
            assert!(
                charts.iter().all(|count| *count > 0),
                "{span} weeks: {charts:?}"
            );
        }
    }
}

#[test]
fn exercises_are_those_of_the_screen() {
    let anna = trained(4, "Squat");
    let seen = ChartSelection {
        exercises: vec![ExerciseId::new("bench-press")],
        ..ChartSelection::default()
    };
    let report = Chosen {
        selection: Selection::these([Chart::ONE_RM]),
        on_screen: [(anna.id, seen)].into(),
    };
    let (sheet, _) = printed(&weeks(4), &anna, &report);
    assert_eq!(
        sheet.charts.missing,
        ["Estimated 1RM: No sets with a load logged yet."]
    );
}

#[test]
fn without_a_log_the_report_is_words() {
    let nobody = athlete("Nobody yet");
    for ink in [Ink::Colour, Ink::BlackAndWhite] {
        let order = ExportOrder { ink, ..weeks(12) };
        let (sheet, pages) = printed(&order, &nobody, &chosen(Selection::All));
        assert_eq!(sheet.charts.rows, Vec::<Vec<ReportChart>>::new());
        assert_eq!(sheet.charts.missing.len(), Chart::ALL.len());
        for line in &sheet.charts.missing {
            assert!(!line.contains("Drag"), "nobody drags on paper: {line}");
        }
        assert_eq!(pages.count(), 1);
    }
}

#[test]
fn ten_years_go_on_a_few_pages() {
    let (sheet, pages) = printed(&weeks(520), &trained(520, "Squat"), &Chosen::default());
    assert!(titles(&sheet).contains(&"Monthly distance".to_owned()));
    assert!(pages.count() <= 4, "{}", pages.count());
}

#[test]
fn a_report_of_weeks_gone_by_knows_nothing_of_later_ones() {
    let anna = trained(12, "Squat");
    let order = ExportOrder {
        weeks: 4,
        ..weeks(12)
    };
    let (sheet, _) = printed(&order, &anna, &chosen(Selection::these([Chart::ONE_RM])));
    let chart = &sheet.charts.rows[0][0];
    assert_eq!(chart.answer, "Last 4 weeks, kg: Squat +5.8");
    assert!(!sheet.charts.signs.contains(&"Today"));
}

/// The plan of then is not known any more: what the races alone would make of load and form is no forecast.
#[test]
fn a_report_of_weeks_gone_by_foretells_nothing() {
    let mut anna = trained(12, "Squat");
    anna.profile.races.push(Race {
        distance: Some(Meters::from_km(21.1)),
        ..Race::new(RaceId::from_bits(1), MONDAY + Days::new(40), "City half")
    });
    let both = chosen(Selection::these([Chart::LOAD, Chart::FORM]));
    let said = |order: &ExportOrder| {
        let (sheet, _) = printed(order, &anna, &both);
        let charts = sheet.charts.rows.iter().flatten();
        charts
            .map(|chart| chart.answer.clone())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let gone = said(&weeks(12));
    assert!(
        !gone.contains("ahead") && !gone.contains("race day"),
        "{gone}"
    );
    assert!(gone.contains("at the end"), "{gone}");
    let current = ExportOrder {
        weeks: 13,
        ..weeks(12)
    };
    assert!(said(&current).contains("on race day"));
}

#[test]
fn names_of_people_and_exercises_are_only_ever_printed() {
    let library = library();
    let report = chosen(Selection::All);
    let context = RenderContext {
        report: &report,
        ..context(&library)
    };
    for text in HOSTILE {
        let mut anna = trained(6, text);
        anna.profile.name = text.to_owned();
        anna.profile.races.push(Race {
            distance: Some(Meters::from_km(10.0)),
            ..Race::new(RaceId::from_bits(1), MONDAY + Days::new(2), text)
        });
        for ink in [Ink::Colour, Ink::BlackAndWhite] {
            let order = ExportOrder {
                ink,
                weeks: 8,
                ..weeks(6)
            };
            let made = render(&order, &[&anna], &context);
            assert!(made.is_ok(), "{text}: {made:?}");
        }
    }
}

#[test]
fn how_to_read_the_charts_is_left_out_when_asked() {
    let order = ExportOrder {
        guidance: Guidance::Hide,
        ..weeks(4)
    };
    let (sheet, _) = printed(&order, &trained(4, "Squat"), &Chosen::default());
    assert_eq!(sheet.charts.notes, []);
}

#[test]
fn no_small_chart_stands_alone_and_no_page_is_half_empty() {
    let anna = trained(12, "Squat");
    let odd = [Chart::HARD_SETS, Chart::DISTANCE, Chart::BODY_MAP];
    let (sheet, _) = printed(&weeks(12), &anna, &chosen(Selection::these(odd)));
    let wide: Vec<_> = sheet.charts.rows.iter().map(Vec::len).collect();
    assert_eq!(wide, [1, 2]);
    for paper in [Paper::A4, Paper::Letter] {
        let order = ExportOrder { paper, ..weeks(12) };
        let (_, pages) = printed(&order, &anna, &Chosen::default());
        assert!(pages.count() <= 3, "{paper:?}: {} pages", pages.count());
        for page in 0..pages.count() - 1 {
            let used = used(&pages, page);
            assert!(used > 0.6, "{paper:?}: page {page} is used to {used}");
        }
    }
}

/// The share of a page, from its top, down to the last ink above its foot.
fn used(pages: &Pages, page: usize) -> f32 {
    let drawn = pages.draw(page, 1.0).unwrap();
    let foot = drawn.height as usize - 38;
    let row = 4 * drawn.width as usize;
    let inked = |at: &usize| {
        let pixels = &drawn.rgba[at * row..(at + 1) * row];
        pixels.iter().any(|part| *part < 250)
    };
    let last = (0..foot).rev().find(inked).unwrap_or(0);
    last as f32 / drawn.height as f32
}
