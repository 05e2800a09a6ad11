use std::cell::RefCell;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;

const LABEL: &str = "Body map: primary hamstrings";
const HEIGHT: f32 = 240.0;

/// What the map told, as the last frames went by.
#[derive(Debug, Default)]
struct Heard {
    hovered: Option<Muscle>,
    clicked: Vec<Muscle>,
}

fn map(told: &RefCell<Heard>) -> Harness<'_> {
    Harness::new_ui(move |ui| {
        let fill = |muscle| (muscle == Muscle::Hamstrings).then_some(Color32::RED);
        let map = BodyMap {
            label: LABEL,
            fill: &fill,
            colors: BodyColors::LIGHT,
        };
        let said = map.ui(ui, HEIGHT);
        let mut told = told.borrow_mut();
        told.hovered = said.hovered;
        told.clicked.extend(said.clicked);
    })
}

/// Where on the screen a place of the front view is; at this height a unit is a point.
fn on_screen(harness: &Harness<'_>, x: f32, y: f32) -> Pos2 {
    harness.get_by_label(LABEL).rect().min + vec2(x, y)
}

#[test]
fn the_muscle_under_the_pointer_is_named_and_a_click_chooses_it() {
    let told = RefCell::default();
    let mut harness = map(&told);
    let chest = on_screen(&harness, 60.0, 58.0);
    harness.hover_at(chest);
    harness.run();
    assert_eq!(told.borrow().hovered, Some(Muscle::Pectorals));
    assert!(told.borrow().clicked.is_empty());

    harness.drag_at(chest);
    harness.drop_at(chest);
    harness.run();
    assert_eq!(told.borrow().clicked, [Muscle::Pectorals]);
}

#[test]
fn the_second_figure_is_the_back_and_beside_the_body_is_nothing() {
    let told = RefCell::default();
    let mut harness = map(&told);
    harness.hover_at(on_screen(&harness, SIZE[0] + GAP + 60.0, 148.0));
    harness.run();
    assert_eq!(told.borrow().hovered, Some(Muscle::Hamstrings));
    harness.hover_at(on_screen(&harness, 4.0, 20.0));
    harness.run();
    assert_eq!(told.borrow().hovered, None);
}

#[test]
fn the_keyboard_walks_through_the_muscles_and_chooses_one() {
    let told = RefCell::default();
    let mut harness = map(&told);
    harness.get_by_label(LABEL).focus();
    harness.run();
    assert_eq!(told.borrow().hovered, None);
    for _ in 0..2 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    assert_eq!(told.borrow().hovered, Some(Muscle::ALL[1]));
    let spoken = harness.get_by_label(LABEL).accesskit_node().value();
    assert_eq!(spoken.as_deref(), Some(Muscle::ALL[1].short()));
    for _ in 0..2 {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    assert_eq!(
        told.borrow().hovered,
        Muscle::ALL.last().copied(),
        "it goes around"
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(told.borrow().clicked, [*Muscle::ALL.last().unwrap()]);
}

#[test]
fn the_mesh_is_sound_and_tints_what_it_is_told() {
    let fill = |muscle| (muscle == Muscle::Hamstrings).then_some(Color32::RED);
    let map = BodyMap {
        label: LABEL,
        fill: &fill,
        colors: BodyColors::DARK,
    };
    let frame = Frame {
        corner: Pos2::ZERO,
        scale: 0.5,
    };
    let mesh = map.mesh(frame, 0.5, None);
    assert!(mesh.is_valid());
    let red = mesh
        .vertices
        .iter()
        .filter(|vertex| vertex.color == Color32::RED);
    let expected: usize = View::ALL
        .iter()
        .flat_map(|&view| body_map::shapes(view))
        .filter(|shape| shape.part == BodyPart::Muscle(Muscle::Hamstrings))
        .map(|shape| shape.points.len())
        .sum();
    assert_eq!(red.count(), expected);
    let lit = map.mesh(frame, 0.5, Some(Muscle::Biceps));
    assert!(
        lit.vertices.len() > mesh.vertices.len(),
        "the pointed muscle gets a line"
    );
}

#[test]
fn a_muscle_that_helps_stands_apart_from_those_that_work_and_those_that_rest() {
    let parts = |color: Color32| [color.r(), color.g(), color.b()];
    for palette in [Palette::LIGHT, Palette::DARK] {
        let helps = parts(helping(&palette));
        let rests = parts(BodyColors::of(&palette).muscle_idle);
        let works = parts(palette.strength());
        for other in [rests, works] {
            let seen = crate::chart::color::contrast(helps, other);
            assert!(seen >= 1.5, "dark: {}, {seen}", palette.dark);
        }
    }
}
