//! The week from its sessions to its bytes.

use std::sync::Arc;

use crate::domain::*;
use crate::rules::Severity;

use super::test_support::*;
use super::*;

mod dates;
mod gym_sheets;
mod odd_text;

fn titles(sheet: &WeekSheet) -> Vec<&str> {
    sheet
        .days
        .iter()
        .flat_map(|day| &day.cards)
        .map(|card| card.title.as_str())
        .collect()
}

fn page_count(sheet: &WeekSheet) -> usize {
    super::pages(&print(sheet)).unwrap().count()
}

fn week_pdf(sheet: &WeekSheet) -> Result<Vec<u8>, ExportError> {
    pdf(&print(sheet))
}

#[test]
fn every_session_is_on_its_day() {
    let sheet = ordinary_sheet();
    assert_eq!(
        titles(&sheet),
        [
            "Easy run",
            "Upper + core",
            "Intervals",
            "Recovery run",
            "Tempo",
            "Lower body strength",
            "Long run"
        ]
    );
    assert_eq!(sheet.days[5].rest, "Rest. Walk if you like.");
    assert_eq!(sheet.days[0].cards[0].lines, ["45 min, RPE 3"]);
    assert_eq!(sheet.days[0].cards[1].lines, ["30 min, sheet A"]);
    assert_eq!(
        sheet.days[1].cards[0].lines,
        [
            "2 km warm-up",
            "6 × 800 m @ 4:05 /km, 400 m jog",
            "1.5 km cool-down"
        ]
    );
    assert_eq!(sheet.days[3].cards[0].lines, ["8 km @ 4:25 /km"]);
}

#[test]
fn the_head_says_week_dates_and_race() {
    let sheet = ordinary_sheet();
    assert_eq!(
        sheet.subtitle,
        "Week 48 · 23–29 November 2026 · Half marathon in 7 weeks"
    );
    assert!(
        sheet.totals[0].ends_with("2 strength sessions"),
        "{:?}",
        sheet.totals
    );
}

#[test]
fn a_week_that_begins_on_sunday_has_the_number_of_its_thursday() {
    let (anna, _) = ordinary();
    let sunday = MONDAY.pred_opt().unwrap();
    let library = crate::library::Library::shipped().unwrap();
    let sheet = week_sheet(&anna, &library, &[], sunday, &WeekOptions::default());
    assert_eq!(sheet.week, "Week 48");
    assert_eq!(sheet.days[0].name, "Sun");
}

#[test]
fn strength_sheets_leave_blanks_that_fit_the_exercise() {
    let sheet = ordinary_sheet();
    let [upper, lower] = sheet.tables.as_slice() else {
        panic!("two sheets")
    };
    assert_eq!(
        (upper.sheet.as_str(), lower.sheet.as_str()),
        ("Sheet A", "Sheet B")
    );
    assert_eq!(lower.subtitle, "Friday · stop with 2 reps in reserve");
    assert_eq!(lower.rows[0].dose, "4 × 6");
    assert_eq!(lower.rows[0].sets, vec![SetCell::LoadAndReps; 4]);
    assert_eq!(upper.rows[2].sets, vec![SetCell::Seconds; 3]);
    assert_eq!(lower.rows[4].sets, vec![SetCell::Reps; 3]);
}

#[test]
fn a_logged_session_shows_what_was_lifted_also_beyond_the_plan() {
    let mut anna = athlete("Anna");
    let id = add(
        &mut anna,
        0,
        strength("Legs", &[("Squat", "2", "6", "60kg", 120)]),
    );
    let mut session = Session::clone(anna.sessions.get(id).unwrap());
    let set = |reps, kg| SetLog {
        reps: Some(reps),
        kg: Some(Kilograms::new(kg)),
        ..SetLog::default()
    };
    session.status = Status::Done;
    session.log = Some(Log {
        duration: Some(Minutes(38)),
        exercises: vec![
            ExerciseLog {
                exercise: ExerciseId::new("leg-curl"),
                name: "Leg curl".to_owned(),
                sets: vec![set(10, 30.0)],
            }
            .into(),
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: "Squat".to_owned(),
                sets: vec![set(6, 60.0), set(5, 62.5)],
            }
            .into(),
        ],
        ..Log::default()
    });
    anna.sessions.put(Arc::new(session), 0);
    let sheet = sheet(&anna, &[], &WeekOptions::default());
    let rows = &sheet.tables[0].rows;
    assert_eq!(rows[0].sets[1], SetCell::Done("62.5 kg × 5".to_owned()));
    assert_eq!(
        (rows[1].exercise.as_str(), rows[1].detail.as_str()),
        ("Leg curl", "not planned")
    );
    assert_eq!(sheet.days[0].cards[0].mark, TickBox::Done);
    assert_eq!(sheet.days[0].cards[0].done, ["Done: 38 min"]);
    assert_eq!(sheet.totals[1], "Done: 1 strength session");
}

#[test]
fn findings_are_taken_from_this_week_and_open_ones_on_request() {
    let (anna, mut findings) = ordinary();
    let here = findings[0].sessions[0];
    findings.push(finding(here, Severity::Conflict, "Open here", None));
    findings.push(finding(
        SessionId::from_bits(999),
        Severity::Conflict,
        "Elsewhere",
        None,
    ));
    let quiet = sheet(&anna, &findings, &WeekOptions::default());
    assert_eq!(quiet.accepted.len(), 1);
    assert_eq!(quiet.accepted[0].reason, "The loop has no shortcut.");
    assert!(quiet.open.is_empty());
    let options = WeekOptions {
        open_findings: OpenFindings::Show,
        ..WeekOptions::default()
    };
    let loud = sheet(&anna, &findings, &options);
    let open: Vec<_> = loud
        .open
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(open, ["Open here"]);
}

#[test]
fn a_week_without_a_plan_says_so_once_and_no_day_of_it_rests() {
    let sheet = sheet(&athlete("Nobody yet"), &[], &WeekOptions::default());
    assert!(sheet.days.iter().all(|day| day.rest.is_empty()));
    assert_eq!(sheet.totals, ["Nothing is planned for this week"]);
    assert!(week_pdf(&sheet).unwrap().starts_with(b"%PDF-"));
    assert_eq!(page_count(&sheet), 1);
}

#[test]
fn a_race_without_a_session_has_a_card() {
    let (mut anna, _) = ordinary();
    anna.profile.races[0].date = MONDAY;
    let sheet = sheet(&anna, &[], &WeekOptions::default());
    assert_eq!(sheet.days[0].cards[0].title, "Race: Half marathon");
    assert_eq!(sheet.days[0].cards[0].tone, Tone::Race);
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = ordinary_sheet();
    assert_eq!(week_pdf(&sheet).unwrap(), week_pdf(&sheet).unwrap());
}

#[test]
fn a_full_week_goes_on_over_more_pages() {
    let mut anna = athlete("Busy");
    for n in 0..40 {
        let plan = Plan {
            title: format!("Session {n}"),
            ..run(RunKind::Easy, 30, 3.0)
        };
        add(&mut anna, n % 2, plan);
    }
    let sheet = sheet(&anna, &[], &WeekOptions::default());
    assert_eq!(titles(&sheet).len(), 40);
    assert!(page_count(&sheet) > 1);
}

#[test]
fn many_exercises_go_on_over_more_pages() {
    let mut anna = athlete("Strong");
    let names: Vec<String> = (0..60).map(|n| format!("Exercise {n}")).collect();
    let exercises: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), "9", "5", "60kg", 90))
        .collect();
    add(&mut anna, 2, strength("Everything", &exercises));
    let sheet = sheet(&anna, &[], &WeekOptions::default());
    assert_eq!(sheet.tables[0].rows.len(), 60);
    assert!(page_count(&sheet) > 3);
}

#[test]
fn a_long_note_stands_below_the_week_in_full_width() {
    let story = "Easy does it, all week long. ".repeat(173);
    assert!(story.len() > 5_000);
    let plan = Plan {
        note: story.clone(),
        ..run(RunKind::Easy, 30, 3.0)
    };
    let mut talkative = athlete("Talkative");
    add(&mut talkative, 2, plan);
    let long = sheet(&talkative, &[], &WeekOptions::default());
    assert_eq!(long.days[2].cards[0].note, "Note below the week.");
    assert_eq!(long.notes.len(), 1);
    assert!(long.notes[0].starts_with("Wednesday, Easy run: Easy does it"));
    assert!(page_count(&long) <= 2, "{}", page_count(&long));

    // A short one stays where it belongs.
    let mut quiet = athlete("Quiet");
    let plan = Plan {
        note: "Relaxed.".to_owned(),
        ..run(RunKind::Easy, 30, 3.0)
    };
    add(&mut quiet, 2, plan);
    let short = sheet(&quiet, &[], &WeekOptions::default());
    assert_eq!(short.days[2].cards[0].note, "Relaxed.");
    assert!(short.notes.is_empty());
}

#[test]
fn a_long_story_goes_on_over_more_pages() {
    let story = "Easy does it. ".repeat(1500);
    let base = || Plan {
        note: story.clone(),
        ..run(RunKind::Easy, 30, 3.0)
    };
    let mut talkative = athlete("Talkative");
    add(&mut talkative, 0, base());
    let long = sheet(&talkative, &[], &WeekOptions::default());
    // 21 000 letters over the width of the sheet, and not of a day.
    assert!(
        (3..=5).contains(&page_count(&long)),
        "{}",
        page_count(&long)
    );

    let options = WeekOptions {
        message: story.clone(),
        ..WeekOptions::default()
    };
    assert!(page_count(&sheet(&athlete("Quiet"), &[], &options)) > 1);

    let mut careful = athlete("Careful");
    let mut plan = strength("Legs", &[("Squat", "3", "5", "60kg", 90)]);
    for exercise in plan.workout.exercises_mut().unwrap() {
        exercise.note.clone_from(&story);
    }
    add(&mut careful, 0, plan);
    assert!(page_count(&sheet(&careful, &[], &WeekOptions::default())) > 2);
}

#[test]
fn every_paper_and_ink_compiles() {
    for paper in [Paper::A4, Paper::Letter] {
        for ink in [Ink::Colour, Ink::BlackAndWhite] {
            let booklet = Booklet {
                paper,
                ink,
                ..booklet(&ordinary_sheet())
            };
            assert!(pdf(&Print::Weeks(booklet)).is_ok(), "{paper:?} {ink:?}");
        }
    }
}

#[test]
fn the_picture_is_a_png_of_the_page_at_scale() {
    let sheet = sheet(&athlete("Nobody yet"), &[], &WeekOptions::default());
    let print = print(&sheet);
    let bytes = png(&print, 1.0).unwrap();
    let reader = ::png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    assert_eq!((reader.info().width, reader.info().height), (842, 595));
    for odd in [f32::NAN, f32::INFINITY, -1.0, 0.0] {
        let pages = pages(&print).unwrap();
        assert!(pages.draw(0, odd).is_some(), "{odd}");
        assert_eq!(pages.draw(1, 1.0), None);
    }
}

#[test]
fn markdown_holds_every_session_and_escapes_what_was_typed() {
    let text = week_markdown(&ordinary_sheet());
    for title in titles(&ordinary_sheet()) {
        assert!(text.contains(&format!("**{title}**")), "{title}");
    }
    assert!(
        text.contains("- [ ] **Easy run** – 45 min, RPE 3\n"),
        "{text}"
    );
    assert!(text.contains("| Squat | 4 × 6 | 62.5 kg | 3 min |"));
    let hostile = week_markdown(&sheet(&athlete("*a* | <b>"), &[], &WeekOptions::default()));
    assert!(hostile.starts_with("# \\*a\\* \\| \\<b\\>\n"));
}

#[test]
fn a_season_has_a_line_a_week_up_to_the_race() {
    let (mut anna, findings) = ordinary();
    anna.profile.races[0].name = HOSTILE[0].to_owned();
    let library = crate::library::Library::shipped().unwrap();
    let style = (MONDAY, DateStyle::default());
    let sheet = season_sheet(&anna, &library, &findings, MONDAY, 7, style);
    assert_eq!(sheet.weeks.len(), 7);
    assert_eq!(
        (sheet.weeks[0].number.as_str(), sheet.weeks[0].strength),
        ("48", 2)
    );
    assert!(sheet.weeks[0].current && !sheet.weeks[1].current);
    assert_eq!(sheet.weeks[0].longest, "16.5 km");
    // The race is the longest run of its week, whether or not a session stands for it.
    let race = anna.profile.races[0].distance.unwrap();
    let far = crate::export::words::rounded_distance(race, anna.profile.units.distance);
    assert_eq!(sheet.weeks[6].longest, far);
    assert_eq!(
        sheet.weeks[6].races[0].name,
        format!("{}, Sunday", HOSTILE[0])
    );
    assert!(
        sheet.weeks[0].findings.is_empty(),
        "an accepted finding is not open"
    );

    let print = print_of(&order(SheetKind::Season), &[&anna], &context(&library)).unwrap();
    let Print::Seasons(booklet) = &print else {
        panic!("a season")
    };
    let weeks = &booklet.sheets[0].weeks;
    assert_eq!(weeks.len(), 11, "four before, and up to the race");
    assert!(!weeks[10].races.is_empty(), "no empty line after it");
    assert_eq!(weeks[9].phase, "Taper");
    assert!(pdf(&print).is_ok());
}

#[test]
fn nobody_and_nothing_to_lift_are_said() {
    let library = crate::library::Library::shipped().unwrap();
    let nobody = render(&order(SheetKind::Week), &[], &context(&library));
    assert_eq!(nobody, Err(ExportError::Nobody));
    let runner = athlete("Runner");
    let nothing = render(&order(SheetKind::Session), &[&runner], &context(&library));
    assert_eq!(nothing, Err(ExportError::NoExercises));
}
