//! A window of an athlete whose weeks begin on Sunday.

use egui::{Event, Key, Modifiers};
use ironstride::domain::Week;
use ironstride::library::Library;
use ironstride::{store, text};

use super::support::{Desk, Window, today};

/// A window on the demo, Anna's weeks beginning on Sunday.
fn start(desk: &Desk) -> Window {
    desk.start().close();
    let file = desk.path("demo").join("athletes/anna-kovac.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches(r#"week_start: "Mon""#).count(), 1);
    let text = text.replace(r#"week_start: "Mon""#, r#"week_start: "Sun""#);
    std::fs::write(&file, text).unwrap();
    desk.start()
}

#[test]
fn screen_and_file_call_the_week_alike() {
    let desk = Desk::new();
    let mut window = start(&desk);
    window.must_show("Week 48 · 22–28 Nov 2026");
    assert!(window.shows("Week 48, 22–28 Nov 2026: "), "the strip, too");
    window.command_key(Key::P);
    assert!(window.shows("Anna Kovač 2026-W48.pdf"));
    assert!(window.shows("W48 · 22–28 Nov 2026"));
}

#[test]
fn everybody_is_printed_for_the_week_that_is_shown() {
    let desk = Desk::new();
    let mut window = start(&desk);
    window.command("print everyone");
    window.click("CSV");
    let file = desk.path("weeks.csv");
    window.retype("File", &file.display().to_string());
    window.click("Save CSV");
    window.wait_until("the file", |_| file.exists());
    let table = std::fs::read_to_string(&file).unwrap();
    assert!(table.contains("Anna Kovač") && table.contains("Ben Okafor"));
    assert!(table.contains("2026-W48"), "{table}");
    for other in ["2026-W47", "2026-W49"] {
        assert!(!table.contains(other), "{table}");
    }
}

#[test]
fn a_week_that_comes_as_text_is_pasted_into_one() {
    let desk = Desk::new();
    let mut window = start(&desk);
    let anna = store::read_athlete(&desk.path("demo").join("athletes/anna-kovac.ron")).unwrap();
    let copied = Week::of(today(), chrono::Weekday::Sun);
    let text = text::write(
        &anna,
        &Library::shipped().unwrap(),
        copied.first(),
        copied.last(),
    );
    let week = copied.ahead(10);
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    window
        .harness
        .event(Event::Paste(text.text.replace("week: ", "# ")));
    window.settle();
    let shown = |window: &Window, day: chrono::NaiveDate| {
        window.shows(&format!("{}: 0 sessions", day.format("%A %-d %B %Y")))
    };
    assert!(
        !shown(&window, week.first()),
        "Sunday’s session stays in front"
    );
    assert!(window.shows("Pasted "));
    let name = format!("Week {}, ", week.next().number());
    let strip = window.labels(&name);
    assert!(
        strip.iter().all(|label| label.contains(": 0 km")),
        "{strip:?}"
    );
}

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.settle();
}

#[test]
fn a_plan_with_a_week_lands_in_that_week_and_its_headers_are_told() {
    let desk = Desk::new();
    let mut window = desk.start();
    paste(
        &mut window,
        "athlete: Ben\nrace: 2027-06-06 10km\nweek: 2027-W05\nTue easy 45min",
    );
    window.must_show("Pasted 1 session into 1–7 Feb 2027");
    assert!(window.shows("The text is for “Ben”, and went to Anna Kovač"));
    assert!(window.shows("With its races: 10 km on Sunday 6 June 2027"));
    assert!(
        window.shows("Tuesday 2 February 2027: 1 session"),
        "the week is shown"
    );
}

#[test]
fn a_plan_that_is_pasted_twice_is_asked_about() {
    let desk = Desk::new();
    let mut window = desk.start();
    let plan = "week: 2027-W05\nTue easy 45min\nSun long 18km";
    paste(&mut window, plan);
    paste(&mut window, plan);
    assert!(window.shows("2 of the pasted sessions are planned already"));
    window.click("Replace the 2 planned sessions");
    assert!(window.shows("Tuesday 2 February 2027: 1 session"));
    paste(&mut window, plan);
    window.click("Add 2 sessions to them");
    assert!(window.shows("Tuesday 2 February 2027: 2 sessions"));
}

/// Weeks that begin on another day do so at once, and again where that is undone.
#[test]
fn screen_strip_and_findings_follow_when_weeks_begin_on_another_day() {
    let desk = Desk::new();
    let mut window = desk.start();
    let is_shown = |window: &Window, week: &str| {
        window.must_show(&format!("Week 48 · {week} Nov 2026"));
        let strip = window.labels("Week 48, ");
        assert!(
            strip
                .iter()
                .any(|label| label.starts_with(&format!("Week 48, {week} Nov"))),
            "{strip:?}"
        );
        window.must_show("Legs before a key session");
    };
    is_shown(&window, "23–29");
    window.command("edit athlete");
    window.scroll_to("Week starts");
    window.click("Week starts");
    window.click("Sunday");
    window.click("Save");
    is_shown(&window, "22–28");
    window.command_key(Key::Z);
    is_shown(&window, "23–29");
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    is_shown(&window, "22–28");
}
