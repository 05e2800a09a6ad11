use super::*;

/// More points than this in a muscle would cost frames without being seen.
const MOST_POINTS: usize = 44;

fn all_shapes() -> impl Iterator<Item = (View, &'static Shape)> {
    View::ALL
        .into_iter()
        .flat_map(|view| shapes(view).iter().map(move |shape| (view, shape)))
}

fn area(points: &[Point]) -> f32 {
    triangles::signed_area(points).abs()
}

/// The centre of the largest triangle: always inside, unlike the centroid of a crescent.
fn inner_point(shape: &Shape) -> Point {
    let corners = |&[a, b, c]: &[u16; 3]| [a, b, c].map(|index| shape.points[usize::from(index)]);
    let largest = shape
        .triangles
        .iter()
        .map(corners)
        .max_by(|a, b| area(a).total_cmp(&area(b)))
        .unwrap();
    let [a, b, c] = largest;
    [(a[0] + b[0] + c[0]) / 3.0, (a[1] + b[1] + c[1]) / 3.0]
}

#[test]
fn every_muscle_is_drawn() {
    for &muscle in Muscle::ALL {
        assert!(
            all_shapes().any(|(_, shape)| shape.part == BodyPart::Muscle(muscle)),
            "{} is missing",
            muscle.name()
        );
    }
}

#[test]
fn everything_lies_in_the_frame_and_fills_its_height() {
    for (_, shape) in all_shapes() {
        for &[x, y] in &shape.points {
            assert!(
                (0.0..=SIZE[0]).contains(&x) && (0.0..=SIZE[1]).contains(&y),
                "{x}, {y}"
            );
        }
    }
    for view in View::ALL {
        let ys = || {
            shapes(view)
                .iter()
                .flat_map(|shape| &shape.points)
                .map(|point| point[1])
        };
        assert!(ys().fold(f32::MAX, f32::min) < 6.0);
        assert!(ys().fold(f32::MIN, f32::max) > 234.0);
    }
}

#[test]
fn shapes_have_area_and_few_points() {
    for (view, shape) in all_shapes() {
        assert!(area(&shape.points) > 4.0, "{view:?} {:?}", shape.part);
        assert!(triangles::signed_area(&shape.points) > 0.0, "clockwise");
        assert_eq!(shape.normals.len(), shape.points.len());
        if let BodyPart::Muscle(_) = shape.part {
            let count = shape.points.len();
            assert!(
                count <= MOST_POINTS,
                "{view:?} {:?} has {count} points",
                shape.part
            );
        }
    }
}

#[test]
fn triangles_fill_each_shape_exactly() {
    for (view, shape) in all_shapes() {
        let filled: f32 = shape
            .triangles
            .iter()
            .map(|corners| area(&corners.map(|index| shape.points[usize::from(index)])))
            .sum();
        let whole = area(&shape.points);
        assert!(
            (filled - whole).abs() < whole * 1e-3,
            "{view:?} {:?}: {filled} of {whole}",
            shape.part
        );
        assert_eq!(shape.triangles.len(), shape.points.len() - 2);
    }
}

#[test]
fn each_view_is_its_own_mirror_image() {
    for (view, shape) in all_shapes() {
        for &point in &shape.points {
            let [x, y] = mirrored(point);
            let twin = shapes(view)
                .iter()
                .filter(|other| other.part == shape.part)
                .flat_map(|other| &other.points)
                .any(|&[ox, oy]| (ox - x).abs() < 1e-3 && (oy - y).abs() < 1e-3);
            assert!(twin, "{view:?} {:?}: {point:?} has no twin", shape.part);
        }
    }
}

#[test]
fn muscles_stay_on_the_body_and_apart() {
    for view in View::ALL {
        let body = &shapes(view)[0];
        let listed: Vec<_> = muscles(view).collect();
        for (index, (muscle, shape)) in listed.iter().enumerate() {
            for &point in &shape.points {
                assert!(
                    body.contains(point),
                    "{view:?} {muscle:?} leaves the body at {point:?}"
                );
                for (other_index, (other, covered)) in listed.iter().enumerate() {
                    let overlap = other_index != index && covered.contains(point);
                    assert!(!overlap, "{view:?} {muscle:?} over {other:?} at {point:?}");
                }
            }
        }
    }
}

#[test]
fn the_muscle_under_a_point_is_found() {
    for view in View::ALL {
        for (muscle, shape) in muscles(view) {
            assert_eq!(
                muscle_at(view, inner_point(shape)),
                Some(muscle),
                "{view:?}"
            );
        }
        assert_eq!(muscle_at(view, [50.0, 15.0]), None, "the head is no muscle");
        assert_eq!(muscle_at(view, [-5.0, 120.0]), None);
    }
    assert_eq!(
        muscle_at(View::Front, [63.0, 60.0]),
        Some(Muscle::Pectorals)
    );
    assert_eq!(
        muscle_at(View::Back, [40.0, 124.0]),
        Some(Muscle::GluteusMaximus)
    );
}

#[test]
fn a_near_miss_finds_the_nearest_muscle() {
    // Between the two buttocks.
    assert_eq!(muscle_at(View::Back, [50.0, 122.0]), None);
    assert_eq!(
        muscle_near(View::Back, [50.0, 122.0], 1.5),
        Some(Muscle::GluteusMaximus)
    );
    assert_eq!(
        muscle_near(View::Back, [50.0, 15.0], 3.0),
        None,
        "too far off"
    );
}

#[test]
fn normals_point_outwards() {
    for (view, shape) in all_shapes() {
        let moved: Vec<Point> = shape
            .points
            .iter()
            .zip(&shape.normals)
            .map(|([x, y], [nx, ny])| [x + 0.05 * nx, y + 0.05 * ny])
            .collect();
        assert!(
            area(&moved) > area(&shape.points),
            "{view:?} {:?}",
            shape.part
        );
    }
}

#[test]
fn the_svg_paints_every_shape_as_told() {
    let fill = |part: BodyPart| match part {
        BodyPart::Silhouette => "#e6eaf0".to_owned(),
        BodyPart::Muscle(Muscle::Hamstrings) => "#7048c6".to_owned(),
        BodyPart::Muscle(_) => "none".to_owned(),
    };
    let svg = svg(View::Back, &fill);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    assert!(svg.contains(r#"viewBox="0 0 100 240""#));
    assert_eq!(svg.matches("<path ").count(), shapes(View::Back).len());
    assert_eq!(
        svg.matches("#7048c6").count(),
        4,
        "two bellies on each side"
    );
}
