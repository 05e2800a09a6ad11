//! The library panel: found, filtered, read, added, and grown by the coach's own.

use egui::{Key, Pos2, Rect, Role, vec2};
use ironstride::domain::Muscle;
use ironstride::library::body_map;

use super::support::{Desk, Window};

const SEARCH: &str = "Search the library";

/// A window on the week after the empty one, with a template laid out in it.
fn next_week_laid_out(desk: &Desk) -> Window {
    let mut window = empty_week(desk);
    window.click("Next week");
    window.click("Weeks");
    window.type_into(SEARCH, "does not say how heavy these are");
    window.click("Lay out here");
    window
}

/// A window on a week of which nobody has planned anything yet.
fn empty_week(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    window
}

#[test]
fn the_search_forgives_spelling_and_filters_narrow_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into(SEARCH, "romainan dedlift");
    assert!(window.shows("Romanian deadlift"));
    window.retype(SEARCH, "leg press");
    assert!(window.shows("Leg press"));
    window.click("At home");
    assert!(!window.shows("Leg press"), "a leg press needs a gym");
    window.click("Show all exercises");
    assert!(window.shows("Squat") && window.value_of(SEARCH).is_empty());

    window.click("More…");
    window.click("With no more than: Kettlebell");
    window.key(Key::Escape);
    window.click("Remove filter Kettlebell");
    assert!(!window.shows("Remove filter"));
}

/// Where the front of a thigh is on a body map.
fn thigh_on(map: Rect) -> Pos2 {
    let scale = map.height() / body_map::SIZE[1];
    let is_thigh = |x: u32, y: u32| {
        body_map::muscle_near(body_map::View::Front, [x as f32, y as f32], 0.0)
            == Some(Muscle::Quadriceps)
    };
    let inner = |x, y| is_thigh(x - 2, y) && is_thigh(x + 2, y) && is_thigh(x, y);
    let (x, y) = (2..98)
        .flat_map(|x| (0..240).map(move |y| (x, y)))
        .find(|(x, y)| inner(*x, *y))
        .unwrap();
    map.min + vec2(x as f32, y as f32) * scale
}

#[test]
fn a_click_on_the_body_narrows_the_list_to_a_muscle() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into(SEARCH, "romanian");
    window.click("Romanian deadlift");
    assert!(window.shows("Watch for") && window.shows("Source: "));

    let map = "Body map: hamstrings, glutes";
    window.hover(map);
    let map = window.rect_of(Role::Button, map);
    window.press_at(thigh_on(map));
    assert!(window.shows("Remove filter Quadriceps"));
    window.click("Remove filter Quadriceps");
    assert!(!window.shows("Remove filter"));
}

#[test]
fn the_keyboard_alone_finds_an_exercise_and_adds_it() {
    let desk = Desk::new();
    let mut window = empty_week(&desk);
    window.command_key(Key::F);
    assert!(window.is_focused(Role::TextInput, SEARCH));
    window.type_into(SEARCH, "calf raise");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowUp);
    assert!(
        window.is_focused(Role::Button, "Standing calf raise"),
        "{:?}",
        window.words()
    );
    assert!(window.shows("Form cues"), "its card is shown on the way");
    window.key(Key::Enter);
    assert!(window.shows("Wednesday 25 November 2026: 1 session"));
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(
        window.shows("Wednesday 25 November 2026: 1 session"),
        "the second joins the session that is selected now"
    );
    assert!(window.shows("Sets and reps of Standing calf raise"));
    assert!(window.shows("Sets and reps of Seated calf raise"));
}

#[test]
fn the_muscles_of_an_own_exercise_are_picked_on_the_body() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("New exercise…");
    let map = window.rect_of(Role::Button, "Choose muscles on the body map");
    let (primary, secondary) = (
        "Primary muscles: Quadriceps",
        "Secondary muscles: Quadriceps",
    );
    for (clicks, roles) in [
        (1, [true, false]),
        (2, [false, true]),
        (3, [false, false]),
        (4, [true, false]),
    ] {
        window.press_at(thigh_on(map));
        let now = [primary, secondary].map(|chip| window.is_ticked(chip));
        assert_eq!(now, roles, "after {clicks} clicks");
    }
    window.type_into("Name", "Stair run");
    assert!(window.can_click("Save"));
}

#[test]
fn a_figure_shows_how_an_exercise_moves_where_there_is_one() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into(SEARCH, "romanian");
    window.click("Romanian deadlift");
    let figure = "Movement: start and end of Romanian deadlift";
    assert!(window.rect_of(Role::Image, figure).height() >= 96.0);
    assert!(window.shows("1 · Unlock the knees and keep that bend throughout"));
    window.fill(SEARCH, "short-foot");
    window.click("Short-foot exercise");
    assert!(
        !window.shows("Movement: start and end"),
        "nothing is made up"
    );
}

#[test]
fn an_own_exercise_is_added_edited_and_deleted_without_losing_history() {
    let desk = Desk::new();
    let mut window = empty_week(&desk);
    window.draw_unknown_letters();
    window.click("New exercise…");
    assert!(!window.can_click("Save"), "it has no name yet");
    window.type_into("Name", "Stair bound 🦵");
    window.click("Primary muscles: Soleus");
    window.fill("Sets", "some");
    assert!(!window.can_click("Save"), "a field is refused");
    assert_eq!(window.value_of("Sets"), "some", "and nothing is lost");
    window.fill("Sets", "4");
    window.fill("Rest between sets", "2 min");
    window.fill("Harder variant", "box jumpp");
    assert!(window.shows("did you mean “Box jump”?"));
    window.fill("Harder variant", "Box jump");
    window.click("Save");
    assert!(window.shows("4\u{a0}×\u{a0}8–10") && window.shows("rest 2 min"));
    assert!(window.shows("Box jump"));

    window.click("Add to Wed 25: ");
    assert!(window.shows("Sets and reps of Stair bound 🦵"));
    window.click("Edit exercise");
    window.retype("Name", "Stair hop");
    window.click("Save");
    window.click("Delete exercise");
    window.fill(SEARCH, "stair");
    assert!(!window.shows("Stair hop"), "it is gone from the library");
    assert!(
        window.shows("Sets and reps of Stair bound 🦵"),
        "the session keeps it under the name it was planned with"
    );
    window.click("Undo delete");
    assert!(window.shows("Stair hop"));
}

#[test]
fn an_own_template_is_edited_fully_and_what_was_planned_from_it_stays() {
    let desk = Desk::new();
    let mut window = empty_week(&desk);
    window.click("Sessions");
    window.type_into(SEARCH, "Advanced 1");
    window.click("Advanced 1");
    window.click("Make a copy of your own");
    assert!(window.shows("Session template"));
    window.fill("Template name", "Stairs and squats");
    window.fill("Template summary", "For the hill season");
    window.fill("Duration", "1h10");

    // An exercise of the library joins its list by a real drag.
    window.click("Exercises");
    window.retype(SEARCH, "pogo hops");
    let from = window.place("Pogo hops");
    let row = window.rect_of(Role::TextInput, "Sets and reps of Squat");
    window.drag(from, row.center());
    assert!(window.shows("Sets and reps of Pogo hops"));
    assert!(
        window.shows("Wednesday 25 November 2026: 0 sessions"),
        "the calendar is not touched"
    );

    window.click("Sessions");
    window.retype(SEARCH, "stairs and");
    assert!(window.shows("1 h 10 min · For the hill season"));
    window.click("Add to Wed 25: ");
    assert!(window.shows("Wednesday 25 November 2026: 1 session"));
    assert!(
        !window.shows("Close template"),
        "the new session is selected"
    );
    assert_eq!(window.value_of("Duration"), "1 h 10 min");

    // A later change of the template leaves the session as it is, and the other way round.
    window.click("Edit template");
    window.fill("Duration", "30");
    window.click("Close template");
    assert!(window.shows("30 min · For the hill season"));
    assert!(window.shows("Lower body strength, Wed 25, 1 h 10 min"));
}

#[test]
fn an_own_week_is_renamed_and_described() {
    let desk = Desk::new();
    let mut window = desk.start();
    // It takes the room that the row needs.
    window.click("Hide the hint about dragging");
    window.command("save week");
    window.click("Weeks");
    window.type_into(SEARCH, "week of");
    window.click("Edit template week");
    window.retype("Week name", " ");
    assert!(!window.can_click("Save"));
    window.retype("Week name", "Sharpening");
    window.retype("Week summary", "Two weeks before a half");
    window.click("Save");
    window.retype(SEARCH, "sharpening");
    assert!(window.shows("Two weeks before a half"));
    window.click("Delete template week Sharpening");
    assert!(!window.shows("Two weeks before a half"));
    window.click("Undo delete");
    assert!(window.shows("Two weeks before a half"));
}

#[test]
fn long_names_widen_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.draw_unknown_letters();
    let left_edge = |window: &Window| window.place("Monday 23 November 2026").x.round();
    let before = left_edge(&window);
    let long = "Long uphill 🏔️ ".repeat(22);
    window.click("New exercise…");
    window.type_into("Name", &long);
    window.click("Primary muscles: Soleus");
    window.click("Save");
    window.type_into(SEARCH, "long uphill");
    window.settle();
    assert!(window.shows(long.trim()));
    assert_eq!(left_edge(&window), before);
    window.click("Add to ");
    assert_eq!(left_edge(&window), before);
}

/// Sessions of the shown week, by the heads of its days.
fn planned(window: &Window) -> usize {
    const DAYS: [&str; 7] = [
        "Monday ",
        "Tuesday ",
        "Wednesday ",
        "Thursday ",
        "Friday ",
        "Saturday ",
        "Sunday ",
    ];
    let heads = DAYS.iter().flat_map(|day| window.labels(day));
    let count = |head: String| {
        let (_, after) = head.rsplit_once(": ")?;
        after.split(' ').next()?.parse::<usize>().ok()
    };
    heads.filter_map(count).sum()
}

#[test]
fn a_week_on_a_filled_week_goes_beside_what_is_planned_or_instead_of_it() {
    let desk = Desk::new();
    let mut window = next_week_laid_out(&desk);
    let laid = planned(&window);
    assert!(laid >= 6, "an empty week asks nothing: {laid}");

    window.click("Lay out here");
    assert_eq!(
        planned(&window),
        laid,
        "nothing changes before it is chosen"
    );
    // The heads of days count its day of rest too, which is no session.
    window.must_show(&format!(
        "Adds {} sessions; everything else stays.",
        laid - 1
    ));
    assert!(
        window.shows("It brings"),
        "what each choice brings is said before"
    );
    window.click(&format!("Instead of the {laid} planned sessions"));
    assert_eq!(planned(&window), laid);
    window.click("Undo lay out");
    assert_eq!(planned(&window), laid, "one step back to the week before");
    window.click("Undo lay out");
    assert_eq!(planned(&window), 0);
}

/// What a choice brings is told with the loads that follow from what was lifted before. They follow the dose as well, so
/// that the template's other repetitions are no step by themselves.
#[test]
fn what_instead_brings_is_what_is_found_afterwards() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Next week");
    window.click("Weeks");
    window.type_into(SEARCH, "Run 3–4 days");
    window.click("Lay out here");
    let brings = window.words();
    let brings = brings.iter().filter(|words| words.contains("It brings"));
    let told = brings.count() == 2;
    window.click("Instead of the ");
    let found = window.shows("a big step in load");
    assert_eq!(told, found, "{:#?}", window.labels("Unfold"));
    assert!(
        !found,
        "the load of another dose was taken over as it was: {:#?}",
        window.labels("Unfold")
    );
}

#[test]
fn the_keyboard_chooses_where_a_week_goes_and_escape_changes_nothing() {
    let desk = Desk::new();
    let mut window = next_week_laid_out(&desk);
    let laid = planned(&window);
    window.click("Lay out here");
    window.key(Key::Escape);
    assert!(!window.shows("Beside what is planned"));
    assert_eq!(planned(&window), laid);
    window.click("Lay out here");
    window.key(Key::Enter);
    assert_eq!(planned(&window), 2 * laid);
    window.command_key(Key::Z);
    assert_eq!(planned(&window), laid);
    window.click("Lay out here");
    window.key(Key::Tab);
    window.key(Key::Enter);
    assert_eq!(planned(&window), laid, "the second choice is one Tab away");
}

#[test]
fn a_week_laid_out_on_the_running_week_leaves_out_what_has_passed() {
    let desk = Desk::new();
    let mut window = next_week_laid_out(&desk);
    let whole = planned(&window);
    window.click("Undo lay out");
    window.click("Previous week");
    window.click("Lay out here");
    let laid = planned(&window);
    assert!(0 < laid && laid < whole, "{laid} of {whole}");
    let left_out = format!(
        "{} sessions on days that have passed are left out.",
        whole - laid
    );
    assert!(window.shows(&left_out), "{left_out}");
}

#[test]
fn a_week_dropped_on_a_filled_week_asks_as_well() {
    let desk = Desk::new();
    let mut window = next_week_laid_out(&desk);
    let laid = planned(&window);
    let from = window.place("Lay out here") - vec2(0.0, 60.0);
    let day = window.labels("Wednesday ").remove(0);
    let to = window.place(&day) + vec2(0.0, 120.0);
    window.drag(from, to);
    window.click("Beside what is planned");
    assert_eq!(planned(&window), 2 * laid);
}

#[test]
fn the_list_fills_its_panel_again_where_the_shown_exercise_is_gone() {
    let desk = Desk::new();
    let mut window = desk.start();
    let end = |window: &Window| window.rect_of(Role::Button, "New exercise…").top();
    let before = end(&window);
    window.click("New exercise…");
    window.type_into("Name", "Stair bound");
    window.click("Primary muscles: Soleus");
    window.click("Save");
    assert!(window.shows("Delete exercise"), "its card is open");
    window.command_key(Key::Z);
    assert!(
        (end(&window) - before).abs() < 1.0,
        "{} {before}",
        end(&window)
    );
}
