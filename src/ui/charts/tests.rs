use std::sync::Arc;

use chrono::{Days, NaiveDate, Weekday};
use egui::{Pos2, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::chart::{Annotation, Chart, ChartSelection, Scene, time};
use crate::domain::{
    Athlete, AthleteId, ExerciseId, ExerciseLog, Interned, Kilograms, Kind, Log, Meters, Minutes,
    Plan, Profile, Rpe, RunKind, RunPlan, Session, SessionId, SetLog, Stamp, Status, StrengthPlan,
    Workout,
};
use crate::library::Library;
use crate::load::series::TrainingDigest;
use crate::rules::Breach;
use crate::ui::theme;

mod cache;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Weeks of running and lifting up to a Sunday, the last of them the week of 23 November 2026, and six planned ahead.
fn athlete() -> Athlete {
    let first = day("2025-11-24");
    let mut sessions = Vec::new();
    for week in 0..59_u64 {
        let monday = first + Days::new(7 * week);
        let run = RunPlan {
            distance: Some(Meters::from_km(10.0 + (week % 4) as f64)),
            ..RunPlan::of(RunKind::Easy)
        };
        sessions.push(session(2 * week, monday + Days::new(1), Workout::Run(run)));
        let lift = Workout::Strength(StrengthPlan::default());
        sessions.push(session(2 * week + 1, monday + Days::new(3), lift));
    }
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    for (place, session) in sessions.into_iter().enumerate() {
        athlete.sessions.put(Arc::new(session), place);
    }
    athlete
}

fn session(id: u64, date: NaiveDate, workout: Workout) -> Session {
    let mut plan = Plan::new(workout);
    plan.duration = Some(Minutes(60));
    let id = SessionId::from_bits(u128::from(id));
    let mut session = Session::planned(id, date, plan, Stamp::default());
    if date < day("2026-11-26") {
        session.status = Status::Done;
        let lifts = ["squat", "romanian-deadlift"].map(|exercise| ExerciseLog {
            exercise: ExerciseId::new(exercise),
            sets: vec![SetLog {
                kg: Some(Kilograms::new(60.0)),
                reps: Some(5),
                ..SetLog::default()
            }],
            name: String::new(),
        });
        let lifted = session.kind() == Kind::Strength;
        session.log = Some(Log {
            duration: Some(Minutes(60)),
            rpe: Some(Rpe::new(5.0)),
            exercises: if lifted {
                lifts.map(Interned::from).to_vec()
            } else {
                Vec::new()
            },
            ..Log::default()
        });
    }
    session
}

struct Screen {
    state: ChartsState,
    actions: Vec<ChartAction>,
    shown: NaiveDate,
}

/// The charts of an athlete with a year behind and six weeks ahead.
fn screen() -> Harness<'static, Screen> {
    let (athlete, library) = (athlete(), Library::shipped().unwrap());
    let figures = TrainingDigest::of(&athlete, &library);
    let mut state = ChartsState::default();
    state
        .choice
        .charts
        .retain(|placed| CHARTS.contains(&placed.chart));
    let screen = Screen {
        state,
        actions: Vec::new(),
        shown: day("2026-11-23"),
    };
    let breaches: Arc<[Breach]> = Arc::default();
    let marks = [Annotation {
        day: time::day_of(day("2026-11-05")) + 0.5,
        kind: crate::chart::AnnotationKind::Pain,
        text: "ache in the calf".to_owned(),
        main: false,
    }];
    let draw = move |ui: &mut Ui, screen: &mut Screen| {
        let view = ChartsView {
            athlete: &athlete,
            library: &library,
            projected: None,
            figures: &figures,
            revision: 1,
            marks: &marks,
            blocks: &[],
            breaches: &breaches,
            palette: theme::palette(ui.ctx()),
            today: day("2026-11-26"),
            shown_monday: screen.shown,
            filling: false,
        };
        screen
            .actions
            .extend(charts_ui(ui, &view, &mut screen.state));
    };
    Harness::builder()
        .with_size(vec2(860.0, 360.0))
        // Fast enough for two clicks to be a double click.
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(draw, screen)
}

/// The charts of these tests: they stand beside each other without scrolling.
const CHARTS: [Chart; 3] = [Chart::LOAD, Chart::ONE_RM, Chart::DISTANCE];

/// A place in a chart: `across` of its width from the left, half way up.
fn place(harness: &Harness<'_, Screen>, chart: &str, across: f32) -> Pos2 {
    let rect = harness.get_by_label_contains(chart).rect();
    pos2(rect.left() + across * rect.width(), rect.center().y)
}

fn click(harness: &mut Harness<'_, Screen>, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run_ok();
}

const LOAD: &str = "Weekly load chart";
const DISTANCE: &str = "Weekly distance chart";
const ONE_RM: &str = "Estimated 1RM chart";

#[test]
fn charts_and_controls_have_names_that_say_what_they_show() {
    let mut harness = screen();
    harness.run_ok();
    let load = harness.get_by_label_contains("Weekly load chart. Week 48 · 23–29 Nov 2026: ");
    assert_eq!(load.accesskit_node().role(), egui::Role::Figure);
    harness.get_by_label_contains("Estimated 1RM chart. ");
    harness.get_by_label("Exercises of Estimated 1RM");
    harness.get_by_label("What is Weekly load?");
    for range in Range::ALL {
        harness.get_by_label(range.label());
    }
}

#[test]
fn a_click_on_a_bar_shows_its_week() {
    // Twelve weeks from 19 October; the third ends at a quarter of the width.
    for chart in [LOAD, DISTANCE] {
        let mut harness = screen();
        harness.run_ok();
        let third = place(&harness, chart, 2.5 / 12.0);
        click(&mut harness, third);
        assert_eq!(
            harness.state().actions,
            [ChartAction::ShowWeek(day("2026-11-02"))],
            "{chart}"
        );
    }
}

#[test]
fn a_click_on_a_maximum_opens_its_session() {
    let mut harness = screen();
    harness.run_ok();
    // The maximum of Thursday 19 November is day 31 of the 84 on screen.
    let last = place(&harness, ONE_RM, 31.5 / 84.0);
    click(&mut harness, last);
    let session = SessionId::from_bits(103);
    assert_eq!(harness.state().actions, [ChartAction::OpenSession(session)]);
}

#[test]
fn a_mark_over_a_chart_says_what_happened_and_a_click_shows_its_week() {
    let mut harness = screen();
    harness.run_ok();
    // Thursday 5 November is day 17 of the 84 on screen.
    let frame = harness.get_by_label_contains(LOAD).rect();
    let mark = pos2(
        frame.left() + 17.5 / 84.0 * frame.width(),
        frame.top() - 7.0,
    );
    harness.hover_at(mark);
    harness.run_ok();
    harness.get_by_label("Pain logged: ache in the calf");
    click(&mut harness, mark);
    let week = ChartAction::ShowWeek(day("2026-11-02"));
    assert_eq!(harness.state().actions, [week]);
}

#[test]
fn a_range_button_changes_what_is_on_screen_and_is_remembered() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label("4 weeks").click();
    harness.run_ok();
    assert_eq!(harness.state().state.choice.range, Range::FourWeeks);
    assert_eq!(harness.state().actions, [ChartAction::Chosen]);
    let first = place(&harness, LOAD, 0.5 / 4.0);
    click(&mut harness, first);
    let week = ChartAction::ShowWeek(day("2026-11-16"));
    assert_eq!(harness.state().actions.last(), Some(&week));
}

/// They said "12 weeks" whatever was chosen, and of twelve weeks that are half ahead six are drawn.
#[test]
fn the_lines_under_the_titles_are_about_the_chosen_range() {
    let mut harness = screen();
    harness.run_ok();
    // 53 weeks lie behind, that of today with them.
    for (range, said) in [
        (Range::TwelveWeeks, "Last 6 weeks, kg: "),
        (Range::FourWeeks, "Last 2 weeks, kg: "),
        (Range::Year, "Last 46 weeks, kg: "),
        (Range::All, "Last 53 weeks, kg: "),
    ] {
        harness.get_by_label(range.label()).click();
        harness.run_ok();
        harness.get_by_label_contains(&format!(". {said}"));
    }
}

#[test]
fn all_charts_pan_together_and_a_double_click_brings_them_back() {
    let mut harness = screen();
    harness.run_ok();
    let from = place(&harness, DISTANCE, 0.25);
    let to = place(&harness, DISTANCE, 0.75);
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    harness.hover_at(to);
    harness.step();
    harness.drop_at(to);
    harness.run_ok();
    let window = harness.state().state.window.expect("panned");
    assert!((window.start - (time::day_of(day("2026-10-19")) - 42.0)).abs() < 1.0);
    assert!(harness.state().actions.is_empty(), "a drag is no click");

    let middle = place(&harness, LOAD, 0.5);
    click(&mut harness, middle);
    click(&mut harness, middle);
    assert_eq!(harness.state().state.window, None);
}

#[test]
fn the_charts_follow_the_calendar() {
    let mut harness = screen();
    harness.run_ok();
    assert_eq!(harness.state().state.window, None);
    harness.state_mut().shown = day("2026-08-31");
    harness.run_ok();
    let window = harness.state().state.window.expect("followed");
    assert_eq!(window.start, time::day_of(day("2026-08-31")));
}

#[test]
fn arrow_keys_walk_from_week_to_week() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label_contains(LOAD).focus();
    harness.run_ok();
    harness.key_press(egui::Key::ArrowLeft);
    harness.run_ok();
    assert_eq!(
        harness.state().actions,
        [ChartAction::ShowWeek(day("2026-11-16"))]
    );
}

#[test]
fn exercises_are_ticked_in_the_chart_itself() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label("Exercises of Estimated 1RM").click();
    harness.run_ok();
    harness.get_by_label("Romanian deadlift").click();
    harness.run_ok();
    let left = &harness.state().state.choice.exercises;
    assert_eq!(*left, [ExerciseId::new("squat")]);
    harness.get_by_label_contains("Estimated 1RM chart. Squat: best 70 kg");
}

#[test]
fn pointing_at_one_chart_reads_the_others() {
    let mut harness = screen();
    harness.run_ok();
    let third = place(&harness, LOAD, 2.5 / 12.0);
    harness.hover_at(third);
    harness.run_ok();
    harness.get_by_label_contains("W45: Together 11 km");
}

#[test]
fn a_chart_can_be_hidden_and_saved_from_its_menu() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label("More for Weekly distance").click();
    harness.run_ok();
    harness.get_by_label("Save as SVG…").click();
    harness.run_ok();
    let Some(ChartAction::Save(file)) = harness.state().actions.last() else {
        panic!("nothing is saved: {:?}", harness.state().actions);
    };
    assert_eq!(
        (file.kind, file.scene.chart),
        (FileKind::Svg, Chart::DISTANCE)
    );

    harness.get_by_label("More for Weekly distance").click();
    harness.run_ok();
    harness.get_by_label("Hide this chart").click();
    harness.run_ok();
    let shown = &harness.state().state.choice;
    assert!(!shown.shows(Chart::DISTANCE), "{shown:?}");
    assert!(harness.query_by_label_contains(DISTANCE).is_none());
}

#[test]
fn a_chart_is_dragged_by_its_title_to_another_place() {
    let mut harness = screen();
    harness.run_ok();
    let order = |harness: &Harness<'_, Screen>| -> Vec<Chart> {
        let charts = harness.state().state.choice.charts.iter();
        charts.map(|placed| placed.chart).collect()
    };
    assert_eq!(
        order(&harness),
        [Chart::LOAD, Chart::ONE_RM, Chart::DISTANCE]
    );
    let from = harness
        .get_by_label("Drag to move Weekly distance")
        .rect()
        .center();
    let to = place(&harness, LOAD, 0.1);
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for step in 1..=6 {
        harness.hover_at(from + (to - from) * (step as f32 / 6.0));
        harness.step();
    }
    harness.drop_at(to);
    harness.run_ok();
    assert_eq!(
        order(&harness),
        [Chart::DISTANCE, Chart::LOAD, Chart::ONE_RM]
    );
    assert_eq!(harness.state().actions, [ChartAction::Chosen]);
    assert_eq!(harness.state().state.window, None, "the drag moved no time");
}

/// The days from one to another.
fn days(first: &str, last: &str) -> Window {
    Window {
        start: time::day_of(day(first)),
        end: time::day_of(day(last)) + 1.0,
    }
}

#[test]
fn lines_are_about_weeks_gone_by_only_where_nothing_of_the_current_week_is_drawn() {
    let home = days("2026-10-19", "2027-01-10");
    // A Monday, on which a history without a plan ends.
    let told = |window| answers(window, home, day("2026-11-23"), Weekday::Mon);
    let now = told(days("2024-01-01", "2026-11-23"));
    assert_eq!((now.gone, now.ahead, now.weeks), (None, Ahead::Told, 6));
    assert_eq!(now.drawn_to, day("2026-11-29"));
    assert_eq!(told(home).drawn_to, day("2027-01-10"));
    let gone = told(days("2026-08-31", "2026-11-22"));
    assert_eq!(gone.gone, Some(day("2026-11-22")));
    assert_eq!((gone.ahead, gone.weeks), (Ahead::Unknown, 12));
    let in_part = told(days("2026-08-27", "2026-11-17"));
    assert_eq!(
        in_part.gone,
        Some(day("2026-11-15")),
        "less than half of its last week is drawn"
    );
}

/// To make all charts anew for each week that passes the edge would hold up the frames of a pan.
#[test]
fn lines_follow_the_charts_once_these_were_moved() {
    let mut harness = screen();
    harness.run_ok();
    let at = place(&harness, LOAD, 0.5);
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
    harness.state_mut().state.window = Some(days("2026-05-04", "2026-07-26"));
    harness.step();
    let says = |harness: &Harness<'_, Screen>, words: &str| {
        let found = harness.query_all_by_label_contains(words);
        found.count() > 0
    };
    assert!(says(&harness, "Heaviest: W") && !says(&harness, "these 12 weeks"));
    harness.drop_at(at);
    harness.run_ok();
    assert!(says(&harness, "Heaviest of these 12 weeks: W"));
}
