//! Everybody's findings in one list.

use egui::{Key, Modifiers};

use super::support::{Desk, Window};
use super::walk::names;
use super::walk::written::Written;

fn open_roster(window: &mut Window) {
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows(" need attention") || window.shows("1 needs attention")
    });
}

#[test]
fn the_worst_finding_stands_first_and_leads_to_its_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: ");
    window.click("Ben Okafor");
    open_roster(&mut window);
    assert!(!window.shows("Search the library"), "the week makes room");
    let first = window.labels("Conflict, ")[0].clone();
    assert!(first.starts_with("Conflict, Anna Kovač, week 48: Legs before a key session"));
    window.click(&first);
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(window.shows("Week 48 · 23–29 Nov 2026"));
    assert!(window.shows("Legs before a key session"));
    assert!(
        window.shows("17 leg sets"),
        "the lift that the finding hangs on is selected"
    );
}

/// A line that lies over the one above it hides what parts the two.
#[test]
fn no_line_of_the_list_lies_over_another() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    let anna = window.rect("Anna Kovač: 1 conflict, 1 caution");
    let finding = window.rect("Conflict, Anna Kovač, week 48");
    assert!(finding.top() > anna.bottom() - 0.5, "{finding} over {anna}");
}

#[test]
fn everybody_is_named_with_how_they_stand() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    assert!(window.shows("Anna Kovač: 1 conflict, 1 caution"));
    assert!(
        window.shows("Ben Okafor: clear") && window.shows("Carla Ruiz: 1 tip"),
        "{:?}",
        window.labels("Carla Ruiz")
    );
    assert!(window.shows("1 conflict"), "a count for each severity");
    window.click("1 conflict");
    assert!(window.shows("Conflict, Anna Kovač"));
    assert!(window.labels("Caution, ").is_empty() && window.labels("Tip, ").is_empty());
    window.click("1 conflict");
    assert!(!window.labels("Caution, ").is_empty());
}

#[test]
fn the_keyboard_opens_it_goes_to_the_first_finding_and_leaves_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    let toggle = |window: &mut Window| {
        window.command_key(Key::R);
    };
    toggle(&mut window);
    window.wait_until("everybody to be checked", |window| {
        !window.labels("Conflict, ").is_empty()
    });
    window.key(Key::Escape);
    assert!(window.shows("Search the library"));
    toggle(&mut window);
    window.key(Key::Enter);
    assert!(window.shows("Search the library"));
    assert!(window.shows("17 leg sets"));
}

#[test]
fn an_edit_is_seen_at_once_when_it_is_open_again() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.click("Back to the week");
    let fix = window.labels("Move to ")[0].clone();
    window.click(&fix);
    window.click("Roster check");
    window.wait_until("the conflict to go", |window| {
        window.labels("Conflict, ").is_empty()
    });
    // The list is on screen, and undo is at hand.
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.wait_until("the conflict to come back", |window| {
        !window.labels("Conflict, ").is_empty()
    });
}

#[test]
fn what_is_selected_behind_the_list_cannot_be_deleted_unseen() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Tempo, ");
    open_roster(&mut window);
    window.key(Key::Delete);
    assert!(window.shows("Nothing to undo"));
    window.key(Key::Escape);
    assert!(window.shows("Tempo, Thu 26"));
}

/// Who is listed, from the top.
fn listed(window: &Window) -> Vec<&'static str> {
    let mut all: Vec<_> = ["Anna Kovač", "Ben Okafor", "Carla Ruiz"]
        .into_iter()
        .filter(|name| !window.labels(&format!("{name}: ")).is_empty())
        .map(|name| (window.rect(&format!("{name}: ")).top(), name))
        .collect();
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    all.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn the_list_is_ordered_by_a_column_and_searched() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.click("Sort by athlete");
    assert_eq!(listed(&window), ["Anna Kovač", "Ben Okafor", "Carla Ruiz"]);
    window.click("Sort by athlete");
    assert_eq!(listed(&window), ["Carla Ruiz", "Ben Okafor", "Anna Kovač"]);
    window.type_into("Search athletes", "okaf");
    assert_eq!(listed(&window), ["Ben Okafor"]);
    window.key(Key::Escape);
    assert_eq!(
        listed(&window).len(),
        3,
        "Escape clears the search before it closes the list"
    );
}

#[test]
fn the_week_arrows_keep_the_list_and_show_its_weeks() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    for _ in 0..14 {
        window.click("Next week");
    }
    assert!(window.shows("Search athletes"), "the list stays");
    window.wait_until("the weeks without a plan", |window| {
        window.shows("Anna Kovač: no plan yet")
    });
    window.click("New athlete…");
    assert!(window.shows("Add athlete"));
    window.click("Cancel");
    window.click("Print everyone’s week…");
    assert!(window.shows("Print / Export"));
}

/// At 150 % of a small window the heading takes two rows, and nothing lies over another thing or the edge.
#[test]
fn the_heading_has_room_in_a_narrow_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.harness.set_size(egui::vec2(786.0, 466.0));
    window.settle();
    let screen = window
        .harness
        .ctx
        .content_rect()
        .shrink2(egui::vec2(20.0, 0.0));
    let names = [
        "New athlete…",
        "Print everyone’s week…",
        "Search athletes",
        "1 conflict",
        "1 caution",
    ];
    for (at, name) in names.iter().enumerate() {
        let place = window.rect(name);
        assert!(screen.contains_rect(place), "{name} at {place:?}");
        for other in &names[..at] {
            assert!(!place.intersects(window.rect(other)), "{name} over {other}");
        }
    }
    let first_row = window.rect("New athlete…").bottom();
    assert!(
        window.rect("1 conflict").top() >= first_row,
        "beside the title it has no room"
    );
}

/// The week of a Sunday athlete begins in what others call the week before; all are still listed with this week.
#[test]
fn this_week_is_this_week_for_whomever_it_is_shown() {
    let desk = Desk::new();
    desk.start().close();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let sunday = text.replacen("week_start: \"Mon\"", "week_start: \"Sun\"", 1);
    assert_ne!(text, sunday, "the file says when weeks begin");
    std::fs::write(&file, sunday).unwrap();
    let mut window = desk.start();
    assert!(window.shows("Athlete: Anna Kovač") && window.shows("22–28 Nov 2026"));
    window.click("Roster check");
    window.wait_until("this week", |window| window.shows("W48 (this week)"));
    assert!(window.shows("W49 (next)"), "{:?}", window.labels("W4"));
}

#[test]
fn tags_narrow_and_group_the_list_and_the_archive_keeps_who_left() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.click("More for Ben Okafor");
    window.type_into("New tag", "Tuesday group");
    window.key(Key::Enter);
    assert!(window.is_ticked("Tag Tuesday group"));
    window.key(Key::Escape);
    window.wait_until("the chip", |window| {
        !window.labels("Group by tag").is_empty()
    });
    window.click("Tuesday group");
    assert_eq!(listed(&window), ["Ben Okafor"]);
    window.click("Tuesday group");
    window.click("Group by tag");
    assert!(window.shows("Tuesday group · 1 athlete") && window.shows("trail · 1 athlete"));
    assert_eq!(listed(&window)[0], "Ben Okafor");
    window.click("More for Ben Okafor");
    window.click("Archive");
    assert!(window.shows("Ben Okafor is archived; nothing of theirs is lost"));
    window.wait_until("him to leave the list", |window| {
        listed(window) == ["Anna Kovač", "Carla Ruiz"]
    });
    window.click("Archived (1)");
    window.wait_until("the archive", |window| listed(window) == ["Ben Okafor"]);
    window.click("More for Ben Okafor");
    window.click("Bring back from the archive");
    window.wait_until("everybody", |window| listed(window).len() == 3);
}

/// Those in the archive have yet to be checked when it is opened.
#[test]
fn the_archive_lists_nobody_who_is_not_in_it_even_before_it_is_checked() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.click("More for Ben Okafor");
    window.click("Archive");
    window.wait_until("him to leave the list", |window| {
        listed(window) == ["Anna Kovač", "Carla Ruiz"]
    });
    let at = window.place("Archived (1)");
    window.harness.hover_at(at);
    window.harness.step();
    window.harness.drag_at(at);
    window.harness.step();
    window.harness.drop_at(at);
    window.harness.step();
    for _ in 0..4 {
        window.harness.step();
        let listed = listed(&window);
        assert!(
            listed.iter().all(|name| *name == "Ben Okafor"),
            "{listed:?}"
        );
    }
    window.wait_until("the archive", |window| listed(window) == ["Ben Okafor"]);
}

#[test]
fn the_menu_of_athletes_says_how_each_stands() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: ");
    window.wait_until("the marks", |window| {
        window.shows("Anna Kovač, 2 findings, the worst a conflict")
    });
    assert!(window.shows("Ben Okafor, clear"));
}

/// A keyboard may not have the accents of a name.
#[test]
fn a_name_is_searched_without_its_accents() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.type_into("Search athletes", "kovac");
    assert_eq!(listed(&window), ["Anna Kovač"]);
}

/// A screen reader comes to lines that are out of sight without the keyboard, and opens what they offer.
#[test]
fn a_screen_reader_opens_the_menu_of_a_line_that_is_out_of_sight() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(720.0, 450.0));
    open_roster(&mut window);
    let button = "More for Ben Okafor";
    assert!(window.rect(button).top() > 450.0, "{}", window.rect(button));
    window.node(button).click_accesskit();
    window.settle();
    assert!(window.shows("Edit athlete…") && window.shows("Archive"));
    window.click("Edit athlete…");
    window.must_show("Athlete: Ben Okafor");
}

#[test]
fn a_name_with_an_accent_stands_where_it_would_without() {
    let desk = Desk::new();
    let folder = names::fifty(&desk);
    let mut window = desk.start_on(&folder);
    window.click("Athlete: ");
    window.settle();
    let [bell, cermak, duarte] =
        ["Ada Bell", "Ada Čermák", "Ada Duarte"].map(|name| window.rect(name).top());
    assert!(bell < cermak && cermak < duarte, "{bell} {cermak} {duarte}");
}

/// Writes a tag for an athlete through the menu of the line.
fn tag(window: &mut Window, athlete: &str, tag: &str) {
    window.click(&format!("More for {athlete}"));
    window.type_into("New tag", tag);
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.wait_until("the chip", |window| !window.labels(tag).is_empty());
}

#[test]
fn groups_hold_who_is_listed_and_tags_stand_in_the_order_of_words() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    tag(&mut window, "Ben Okafor", "Zebra group");
    tag(&mut window, "Anna Kovač", "quick");
    let left = |window: &Window, tag: &str| window.rect(tag).left();
    assert!(
        left(&window, "quick") < left(&window, "Zebra group"),
        "a capital is no reason to stand first"
    );
    window.click("More for Carla Ruiz");
    window.type_into("New tag", "zebra GROUP");
    window.key(Key::Enter);
    assert!(
        window.is_ticked("Tag Zebra group"),
        "another capital is no other tag"
    );
    window.key(Key::Escape);
    window.click("Group by tag");
    window.wait_until("the groups", |window| {
        window.shows("Zebra group · 2 athletes")
    });
    window.click("1 conflict");
    assert!(window.shows("quick · 1 athlete"));
    assert!(
        !window.shows("Zebra group · "),
        "a group of which nobody is listed is not named"
    );
}

#[test]
fn who_is_archived_is_found_again_with_the_mouse_however_few_are_left() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    for name in ["Anna Kovač", "Ben Okafor"] {
        window.click(&format!("More for {name}"));
        window.click("Archive");
        window.wait_until("them to leave the list", |window| {
            window.labels(&format!("{name}: ")).is_empty()
        });
    }
    window.click("Back to the week");
    window.click("Athlete: Anna Kovač");
    window.click("Carla Ruiz");
    assert!(window.shows("Athlete: Carla Ruiz"));
    window.click("Roster check");
    window.click("Archived (2)");
    window.wait_until("the archive", |window| {
        listed(window) == ["Anna Kovač", "Ben Okafor"]
    });
}

#[test]
fn arrows_lead_through_the_whole_menu_of_a_line() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_roster(&mut window);
    window.focus("Ben Okafor: ");
    window.key(Key::Menu);
    assert_eq!(window.focused(), "Edit athlete…");
    let mut found = Vec::new();
    while !found.contains(&"Archive".to_owned()) && found.len() < 12 {
        window.key(Key::ArrowDown);
        found.push(window.focused());
    }
    let last = found.iter().rev().take(3).rev();
    let last: Vec<&str> = last.map(String::as_str).collect();
    assert_eq!(last, ["Tag trail", "New tag", "Archive"], "{found:?}");
    for _ in 0..2 {
        window.key(Key::ArrowUp);
    }
    assert_eq!(window.focused(), "Tag trail");
    for _ in 0..2 {
        window.key(Key::ArrowDown);
    }
    window.key(Key::Enter);
    assert!(window.shows("Ben Okafor is archived; nothing of theirs is lost"));
}

/// A race whose name is too long for a small window: when it is matters more than how it is called.
#[test]
fn the_day_of_a_race_is_seen_whole_in_a_narrow_roster() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(720.0, 450.0));
    window.settle();
    open_roster(&mut window);
    window.settle();
    let screen = window.harness.ctx.content_rect();
    let written = Written::of(&window.harness.output().shapes, screen);
    let has = |words: &str| written.lines.iter().any(|line| line.text.contains(words));
    assert!(has("Coast half") && has("· 10 Jan"));
    assert!(has("7 new"));
}
