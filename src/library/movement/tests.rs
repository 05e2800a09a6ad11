use std::collections::BTreeSet;

use super::geometry::{length, sub};
use super::pose::Leg;
use super::skeleton::Side;
use super::*;
use crate::domain::{Equipment, Pattern};
use crate::library::Library;

/// The exercises that have none: their movement lies in the muscles of a foot.
const WITHOUT: [&str; 1] = ["short-foot"];
/// Phases looked at, end included.
const STEPS: u8 = 40;

fn phases() -> impl Iterator<Item = f32> {
    (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS))
}

fn all() -> BTreeMap<String, Movement> {
    shipped().unwrap()
}

#[test]
fn every_exercise_has_a_figure_and_every_figure_an_exercise() {
    let library = Library::shipped().unwrap();
    let known: BTreeSet<&str> = library.exercises().iter().map(|e| e.id.as_str()).collect();
    let figures = all();
    let drawn: BTreeSet<&str> = figures.keys().map(String::as_str).collect();
    let missing: Vec<_> = known.difference(&drawn).copied().collect();
    assert_eq!(missing, WITHOUT);
    assert!(drawn.is_subset(&known), "{:?}", drawn.difference(&known));
    assert!(movement(&ExerciseId::new("squat".to_owned())).is_some());
    assert!(movement(&ExerciseId::new("own-1".to_owned())).is_none());
}

#[test]
fn every_cue_says_which_joints_it_speaks_of() {
    let library = Library::shipped().unwrap();
    for (id, movement) in all() {
        let exercise = library.exercise(&ExerciseId::new(id.clone())).unwrap();
        assert_eq!(movement.cues(), exercise.cues.len(), "{id}");
        let spoken = (0..movement.cues()).filter(|cue| !movement.joints(*cue).is_empty());
        // A cue may speak of none: "rest fully".
        assert!(spoken.count() + 2 >= movement.cues(), "{id}");
    }
}

#[test]
fn limbs_keep_their_lengths_wherever_they_move() {
    let near = |a: f32, b: f32| (a - b).abs() < 0.05;
    for (id, movement) in all() {
        for phase in phases() {
            let body = scene::skeleton(&movement, phase);
            for side in [Side::Near, Side::Far] {
                let (leg, arm) = (body.leg(side), body.arm(side));
                let bones = [
                    (leg.hip, leg.knee, limbs::THIGH),
                    (leg.knee, leg.ankle, limbs::SHIN),
                    (arm.shoulder, arm.elbow, limbs::UPPER_ARM),
                    (arm.elbow, arm.hand, limbs::FOREARM),
                    (body.hip, body.waist, limbs::PELVIS),
                    (body.waist, body.neck, limbs::CHEST),
                    (body.neck, body.head, limbs::NECK),
                    (body.hip, leg.hip, limbs::HIP_HALF),
                    (body.neck, arm.shoulder, limbs::SHOULDER_HALF),
                ];
                for (from, to, long) in bones {
                    let is = length(sub(to, from));
                    assert!(near(is, long), "{id} at {phase}: {is} and not {long}");
                }
            }
        }
    }
}

#[test]
fn hands_and_feet_reach_the_places_they_are_given() {
    for (id, movement) in all() {
        for phase in [0.0, 1.0] {
            let body = scene::skeleton(&movement, phase);
            for side in [Side::Near, Side::Far] {
                let (leg, arm) = (body.leg(side).short, body.arm(side).short);
                assert!(leg < 1.0, "{id} at {phase}: a foot {leg} cm short");
                assert!(arm < 1.0, "{id} at {phase}: a hand {arm} cm short");
            }
        }
    }
}

#[test]
fn feet_stand_on_the_floor_and_nothing_sinks_into_it() {
    let on_floor = |leg: Leg| matches!(leg, Leg::Foot { ball: [_, y, _], .. } if y == 0.0);
    let mut standing = 0;
    for (id, movement) in all() {
        for (phase, stance) in [(0.0, &movement.start), (1.0, &movement.end)] {
            let body = scene::skeleton(&movement, phase);
            for (side, leg) in [
                (Side::Near, stance.body.near),
                (Side::Far, stance.body.far()),
            ] {
                let ball = body.leg(side).ball[1];
                if on_floor(leg) {
                    standing += 1;
                    assert!(ball.abs() < 1.0, "{id} at {phase}: a foot at {ball}");
                }
            }
        }
        // A foot that is planted at both ends does not move on the way.
        let [start, end] = [&movement.start, &movement.end].map(|stance| stance.body.near);
        if start == end && on_floor(start) {
            for phase in phases() {
                let ball = scene::skeleton(&movement, phase).near_leg.ball[1];
                assert!(ball.abs() < 1.5, "{id} at {phase}: the foot at {ball}");
            }
        }
        for phase in phases() {
            for shape in movement.shapes(phase, None) {
                if matches!(shape.tone(), Tone::Body | Tone::Far) {
                    let lowest = shape.bounds()[1][1];
                    // From above, what is nearer lies lower.
                    let depth = if movement.above == 0.0 { 3.3 } else { 90.0 };
                    assert!(
                        lowest < depth,
                        "{id} at {phase}: {lowest} cm below the floor"
                    );
                }
            }
        }
    }
    assert!(standing > 150, "{standing}");
}

#[test]
fn a_figure_lies_within_its_frame_all_the_way() {
    for (id, movement) in all() {
        let frame = movement.frame();
        let [width, height] = frame.size();
        assert!(width < 330.0 && height < 235.0, "{id}: {width} × {height}");
        for phase in phases() {
            for shape in movement.shapes(phase, None) {
                let [min, max] = shape.bounds();
                let inside = min[0] >= frame.min[0]
                    && min[1] >= frame.min[1]
                    && max[0] <= frame.max[0]
                    && max[1] <= frame.max[1];
                assert!(inside, "{id} at {phase}: {shape:?} leaves {frame:?}");
            }
        }
    }
}

#[test]
fn start_and_end_differ_to_the_eye() {
    for (id, movement) in all() {
        let [start, end] = [0.0, 1.0].map(|phase| movement.shapes(phase, None));
        let moved = start.iter().zip(&end).map(|(a, b)| {
            let ([a, _], [b, _]) = (a.bounds(), b.bounds());
            (a[0] - b[0]).hypot(a[1] - b[1])
        });
        let most = moved.fold(0.0, f32::max);
        assert!(most > 6.0, "{id} moves by {most} cm");
    }
}

#[test]
fn the_joints_of_a_cue_are_marked_where_they_are() {
    let squat = movement(&ExerciseId::new("squat".to_owned())).unwrap();
    let marks = |cue| {
        let shapes = squat.shapes(1.0, cue);
        let marks = shapes
            .into_iter()
            .filter(|shape| shape.tone() == Tone::Mark);
        marks.map(|mark| mark.bounds()).collect::<Vec<_>>()
    };
    assert!(marks(None).is_empty() && marks(Some(99)).is_empty());
    // "Send hips and knees together": one pelvis, two knees.
    let hips_and_knees = marks(Some(3));
    assert_eq!(hips_and_knees.len(), 3);
    let body = scene::skeleton(squat, 1.0);
    let [min, max] = hips_and_knees[0];
    let middle = f32::midpoint(min[1], max[1]);
    assert!((middle + body.hip[1]).abs() < 0.01, "{middle}");
}

#[test]
fn a_joint_or_a_position_that_is_not_there_is_refused_with_a_word() {
    let read = |figures: &str| {
        data::movements(data::Files {
            bodies: r#"{"stand": (hip: (0, 89, 0), near: Foot(ball: (13, 0, 9)))}"#,
            arms: r#"{"sides": (near: Free(upper: 0, fore: 0))}"#,
            figures,
        })
    };
    let refused = |figures: &str| read(figures).unwrap_err();
    let good = r#"{"x": (start: ("stand", "sides"), end: ("stand", "sides"), cues: [[Knees]])}"#;
    assert_eq!(read(good).unwrap().len(), 1);

    let joint = refused(&good.replace("Knees", "Kneecap"));
    assert!(
        joint.message.contains("Kneecap") && joint.line == 1,
        "{joint}"
    );
    let body = refused(&format!("\n{}", good.replacen("stand", "stood", 1)));
    assert!(
        body.to_string().contains("poses/figures.ron, line 2"),
        "{body}"
    );
    assert!(body.message.contains("x names the body “stood”"), "{body}");
    let arms = refused(&good.replacen("sides", "sideways", 1));
    assert!(arms.message.contains("“sideways”"), "{arms}");
    let field = refused(&good.replace("cues", "queues"));
    assert!(field.message.contains("queues"), "{field}");
}

#[test]
fn the_movement_starts_at_rest_goes_all_the_way_and_comes_back() {
    let steps: Vec<f32> = (0..=64).map(|step| phase(f64::from(step) * 0.05)).collect();
    assert_eq!((steps[0], steps[64]), (0.0, 0.0));
    assert!(steps.contains(&1.0));
    let jerks = steps.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    assert!(jerks.fold(0.0, f32::max) < 0.08);
    assert!(phase(-3.0).is_finite() && phase(f64::MAX).is_finite());
}

#[test]
fn the_pair_as_svg_is_well_formed_and_small() {
    for (id, movement) in all() {
        let style = SvgStyle {
            root: "",
            shape: &|_, _| r##"fill="#000" "##.to_owned(),
        };
        let svg = svg(&movement, &style);
        let mut reader = quick_xml::Reader::from_str(&svg);
        while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{id}");
        assert!(svg.len() < 9000, "{id}: {} bytes", svg.len());
    }
}

#[test]
fn a_copy_keeps_the_figure_as_long_as_it_is_done_in_the_same_way() {
    let library = Library::shipped().unwrap();
    let squat = library.exercise(&ExerciseId::new("squat")).unwrap();
    let copy = Exercise {
        id: ExerciseId::new("own-1"),
        name: "Squat to the box".to_owned(),
        figure: Some(squat.id.clone()),
        ..squat.clone()
    };
    let shown = movement_of(&copy, &library).map(std::ptr::from_ref);
    assert_eq!(shown, movement(&squat.id).map(std::ptr::from_ref));
    let other_way = |change: fn(&mut Exercise)| {
        let mut changed = copy.clone();
        change(&mut changed);
        movement_of(&changed, &library).is_none()
    };
    assert!(other_way(|copy| copy.single_side = !copy.single_side));
    assert!(other_way(
        |copy| copy.equipment = vec![vec![Equipment::Kettlebell]]
    ));
    assert!(other_way(|copy| copy.pattern = Pattern::Carry));
    assert!(other_way(|copy| copy.figure = None));
}
