use std::cmp::Ordering;

use chrono::{Days, NaiveDate};
use egui::{Pos2, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::domain::{Kilograms, Meters};
use crate::load::Reliability;
use crate::load::series::{Basis, BestSet, ExerciseHistory, OneRmPoint, Volume};
use crate::ui::theme;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `past` weeks of training, the week of 23 November 2026 half done, and `future` weeks planned.
fn progress(past: usize, future: usize) -> Progress {
    let now = day("2026-11-23");
    let first = now - Days::new(7 * past as u64);
    let weeks: Vec<_> = (0..past + 1 + future)
        .map(|i| {
            let t = i as f64;
            let wave = 1.0 + 0.18 * (t * 1.7).sin() + 0.004 * t;
            let cut = if i % 4 == 3 { 0.7 } else { 1.0 };
            let whole = Volume {
                run_au: 350.0 * wave * cut,
                strength_au: 110.0 * cut,
                cross_au: 0.0,
                distance: Meters::from_km(34.0 * wave * cut),
            };
            let part = |share: f64| Volume {
                run_au: whole.run_au * share,
                strength_au: whole.strength_au * share,
                cross_au: 0.0,
                distance: Meters::new(whole.distance.m() * share),
            };
            let done = match i.cmp(&past) {
                Ordering::Less => 1.0,
                Ordering::Equal => 0.45,
                Ordering::Greater => 0.0,
            };
            WeekTotals {
                monday: first + Days::new(7 * i as u64),
                planned: whole,
                done: part(done),
                to_come: part(1.0 - done),
                runs: 4,
                strength_sessions: 2,
                estimated: false,
            }
        })
        .collect();
    let habit = crate::load::series::habit(&weeks, Some(first));
    let mut best = 0.0_f64;
    let one_rm = (0..past * 2)
        .map(|i| {
            let kg = 62.0
                + 16.0 * (1.0 - (-(i as f64) / past as f64).exp())
                + 1.2 * (i as f64 * 2.1).sin();
            best = best.max(kg);
            let estimated = past * 2 < 6 || i != past * 2 - 6;
            OneRmPoint {
                date: first + Days::new(i as u64 * 7 / 2),
                session: Some(SessionId::from_bits(i as u128)),
                kg: Kilograms::new(kg),
                basis: if estimated {
                    Basis::Estimated(BestSet {
                        kg: Kilograms::new(kg * 0.8),
                        reps: 6,
                        rir: Some(2.0),
                        reliability: Reliability::Usable,
                    })
                } else {
                    Basis::Tested
                },
                best_so_far: Kilograms::new(best),
            }
        })
        .collect();
    let squat = ExerciseId::new("back-squat");
    Progress {
        weeks,
        habit,
        exercises: vec![
            ExerciseHistory {
                exercise: squat.clone(),
                name: "Squat".into(),
                count: past * 2,
            },
            ExerciseHistory {
                exercise: ExerciseId::new("romanian-deadlift"),
                name: "Romanian deadlift".into(),
                count: 3,
            },
        ],
        exercise: Some(squat),
        exercise_name: "Squat".into(),
        one_rm,
    }
}

struct Screen {
    state: ChartsState,
    actions: Vec<ChartAction>,
    shown: NaiveDate,
}

/// The charts of an athlete with a year behind and six weeks ahead.
fn screen() -> Harness<'static, Screen> {
    let progress = progress(52, 6);
    let profile = Profile::named("Anna");
    let screen = Screen {
        state: ChartsState::default(),
        actions: Vec::new(),
        shown: day("2026-11-23"),
    };
    let draw = move |ui: &mut Ui, screen: &mut Screen| {
        let view = ChartsView {
            progress: &progress,
            profile: &profile,
            palette: theme::palette(ui.ctx()),
            today: day("2026-11-26"),
            shown_monday: screen.shown,
        };
        screen
            .actions
            .extend(charts_ui(ui, &view, &mut screen.state));
    };
    Harness::builder()
        .with_size(vec2(860.0, 260.0))
        // Fast enough for two clicks to be a double click.
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(draw, screen)
}

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

const CHARTS_BY_NAME: [&str; 3] = [
    "Weekly load chart",
    "Weekly distance chart",
    "Estimated 1RM chart",
];

#[test]
fn charts_and_controls_have_names_that_say_what_they_show() {
    let mut harness = screen();
    harness.run_ok();
    let load = harness.get_by_label_contains("Weekly load chart. Week 48 · 23–29 Nov 2026");
    assert_eq!(load.accesskit_node().role(), egui::Role::Figure);
    harness.get_by_label_contains("Estimated 1RM chart, Squat: best");
    harness.get_by_label("Exercise of the 1RM chart: Squat");
    for range in Range::ALL {
        harness.get_by_label(range.label());
    }
}

#[test]
fn a_click_on_a_bar_shows_its_week() {
    // Twelve weeks from 19 October; the third ends at a quarter of the width.
    for chart in &CHARTS_BY_NAME[..2] {
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
    // The last maximum is that of Thursday 19 November, day 31 of the 84 on screen.
    let last = place(&harness, CHARTS_BY_NAME[2], 31.5 / 84.0);
    click(&mut harness, last);
    let session = SessionId::from_bits(103);
    assert_eq!(harness.state().actions, [ChartAction::OpenSession(session)]);
}

#[test]
fn a_range_button_changes_what_is_on_screen() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label("6 months").click();
    harness.run_ok();
    assert_eq!(harness.state().state.range, Range::SixMonths);
    let first = place(&harness, CHARTS_BY_NAME[0], 0.5 / 26.0);
    click(&mut harness, first);
    assert_eq!(
        harness.state().actions,
        [ChartAction::ShowWeek(day("2026-07-13"))]
    );
}

#[test]
fn all_charts_pan_together_and_a_double_click_brings_them_back() {
    let mut harness = screen();
    harness.run_ok();
    let from = place(&harness, CHARTS_BY_NAME[1], 0.25);
    let to = place(&harness, CHARTS_BY_NAME[1], 0.75);
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    harness.hover_at(to);
    harness.step();
    harness.drop_at(to);
    harness.run_ok();
    let window = harness.state().state.window.expect("panned");
    assert!((window.start - (time_axis::day_of(day("2026-10-19")) - 42.0)).abs() < 1.0);
    assert!(harness.state().actions.is_empty(), "a drag is no click");

    let middle = place(&harness, CHARTS_BY_NAME[0], 0.5);
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
    assert_eq!(window.start, time_axis::day_of(day("2026-08-31")));
}

#[test]
fn arrow_keys_walk_from_week_to_week() {
    let mut harness = screen();
    harness.run_ok();
    harness.get_by_label_contains(CHARTS_BY_NAME[0]).focus();
    harness.run_ok();
    harness.key_press(egui::Key::ArrowLeft);
    harness.run_ok();
    assert_eq!(
        harness.state().actions,
        [ChartAction::ShowWeek(day("2026-11-16"))]
    );
}

#[test]
fn another_exercise_can_be_chosen() {
    let mut harness = screen();
    harness.run_ok();
    harness
        .get_by_label("Exercise of the 1RM chart: Squat")
        .click();
    harness.run_ok();
    harness.get_by_label("Romanian deadlift").click();
    harness.run_ok();
    let deadlift = ExerciseId::new("romanian-deadlift");
    assert_eq!(
        harness.state().actions,
        [ChartAction::ChooseExercise(deadlift.clone())]
    );
    assert_eq!(harness.state().state.exercise, Some(deadlift));
}
