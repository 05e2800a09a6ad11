//! Dates are written as somebody chose: nowhere on the screen is one written otherwise.

use egui::Key;
use egui::epaint::Shape;
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::{Desk, Window};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A window whose dates are written as this sample of the settings.
fn start(desk: &Desk, sample: &str) -> Window {
    let mut window = desk.start();
    window.command_key(Key::Comma);
    window.click("Dates");
    window.click(sample);
    window.key(Key::Escape);
    window
}

fn texts(shape: &Shape, into: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, into)),
        Shape::Text(text) => into.push(text.galley.text().to_owned()),
        _ => {}
    }
}

/// Everything that is written on the window, painted or said.
fn written(window: &Window) -> Vec<String> {
    let mut all = Vec::new();
    for clipped in &window.harness.output().shapes {
        texts(&clipped.shape, &mut all);
    }
    let nodes = window
        .harness
        .query_all_by(|node| node.label().is_some() || node.value().is_some());
    for node in nodes {
        let node = node.accesskit_node();
        all.extend(node.label());
        all.extend(node.value());
        all.extend(node.description());
    }
    all
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| {
        word.strip_prefix(month)
            .is_some_and(|rest| rest.chars().all(char::is_lowercase) && word.len() < 10)
    })
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

/// The dates of a text that are written with the day before the month, such as "24 Nov" or "23–29 Nov".
fn day_first(text: &str) -> Vec<String> {
    pairs(text, |first, second| {
        let day = first.rsplit('–').next().unwrap_or(first);
        is_day(day) && is_month(second)
    })
}

/// Those with the month before the day, such as "Nov 24" or "Nov 23–29".
fn month_first(text: &str) -> Vec<String> {
    pairs(text, |first, second| {
        let day = second.split('–').next().unwrap_or(second);
        is_month(first) && is_day(day)
    })
}

/// Words that follow each other with nothing but a space between, and fit.
fn pairs(text: &str, fits: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| {
        word.trim_matches(|sign: char| !sign.is_alphanumeric())
            .to_owned()
    };
    let pairs = words.windows(2).filter(|pair| {
        let ends = pair[0].ends_with(|sign: char| sign.is_alphanumeric());
        ends && fits(&bare(pair[0]), &bare(pair[1]))
    });
    pairs.map(|pair| pair.join(" ")).collect()
}

/// Leads through the screens of the program, and gives what is written on each of them.
fn walk(window: &mut Window) -> Vec<(&'static str, Vec<String>)> {
    let mut seen = Vec::new();
    let mut look = |screen, window: &Window| seen.push((screen, written(window)));
    look("the week", window);
    window.click("Lower body strength, ");
    look("a session", window);
    for _ in 0..2 {
        let folded = window.labels("Unfold “");
        let Some(finding) = folded.first() else { break };
        window.click(finding);
        look("a finding", window);
    }
    window.click("Charts in the whole window");
    for range in ["All", "12 weeks"] {
        if !window.labels(range).is_empty() {
            window.click(range);
        }
        look("the charts", window);
    }
    window.click("View");
    look("the view of the charts", window);
    window.key(Key::Escape);
    window.click("Charts below the calendar");
    window.click("Show several weeks");
    look("the board", window);
    window.click("Show one week");
    for (name, screen) in [
        ("repeat weekly", "Repeat weekly"),
        ("copy to other athletes", "Copies"),
        ("edit athlete", "An athlete"),
        ("build a season", "A season"),
        ("accepted findings", "Accepted findings"),
        ("rules and policy", "Rules"),
        ("better week", "A better week"),
        ("print / export", "Print"),
        ("go to date", "The date picker"),
        ("backups", "Backups"),
    ] {
        window.click("Lower body strength, ");
        window.command(name);
        look(screen, window);
        window.key(Key::Escape);
        window.key(Key::Escape);
    }
    window.search("tempo");
    look("what is found", window);
    window.key(Key::Escape);
    window.click("Roster check");
    look("the roster", window);
    seen
}

#[test]
fn who_writes_the_month_first_reads_no_day_first_anywhere() {
    let desk = Desk::new();
    let mut window = start(&desk, "Nov 24, 2026");
    let mut dates = 0;
    for (screen, written) in walk(&mut window) {
        for text in &written {
            assert!(day_first(text).is_empty(), "{screen}: {text:?}");
            dates += month_first(text).len();
        }
    }
    assert!(dates > 100, "there are dates to look at: {dates}");
}

#[test]
fn who_writes_the_day_first_reads_no_month_first_anywhere() {
    let desk = Desk::new();
    let mut window = start(&desk, "24 Nov 2026");
    let mut dates = 0;
    for (screen, written) in walk(&mut window) {
        for text in &written {
            assert!(month_first(text).is_empty(), "{screen}: {text:?}");
            dates += day_first(text).len();
        }
    }
    assert!(dates > 100, "there are dates to look at: {dates}");
}

#[test]
fn who_writes_figures_alone_reads_no_month_by_name_beside_a_day() {
    let desk = Desk::new();
    let mut window = start(&desk, "2026-11-24");
    for (screen, written) in walk(&mut window) {
        for text in &written {
            let named = [day_first(text), month_first(text)].concat();
            assert!(named.is_empty(), "{screen}: {text:?}");
        }
    }
}
