//! Walks, and tells what it found.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Vec2, vec2};

use super::{SIZES, TOURS, ZOOMS, judge, stage};
use crate::window::painter::Painter;
use crate::window::support::{Stage, Window};

/// Leads through the tours whose names begin so, and gives what was found wrong, each with its screen.
fn walk(stage: &Stage, tours: &str, look: &mut dyn FnMut(&str, &mut Window)) -> Vec<String> {
    let mut faults = Vec::new();
    for tour in TOURS
        .iter()
        .filter(|tour| tours.split(',').any(|name| tour.name.starts_with(name)))
    {
        let mut at = "the start".to_owned();
        let led = catch_unwind(AssertUnwindSafe(|| {
            (tour.lead)(stage, &mut |screen, window| {
                screen.clone_into(&mut at);
                look(screen, window);
                let found = judge::faults(window);
                faults.extend(found.into_iter().map(|fault| format!("{screen}: {fault}")));
            });
        }));
        if let Err(panic) = led {
            let words = panic
                .downcast_ref::<String>()
                .map_or("a panic", String::as_str);
            let words: String = words.chars().take(300).collect();
            faults.push(format!("{}: the way ends after {at}: {words}", tour.name));
        }
    }
    faults
}

fn sound(size: Vec2, zoom: f32, tours: &str) {
    let faults = walk(&stage(size, zoom), tours, &mut |_, _| {});
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}

#[test]
fn nothing_is_cut_or_lies_over_another_in_a_usual_window() {
    sound(
        vec2(1180.0, 700.0),
        1.0,
        "week,logging,library,dialogs,trouble,menus,coaches",
    );
}

#[test]
fn nothing_is_cut_or_lies_over_another_where_the_zoom_leaves_least() {
    let tours = "week,people,charts,names,trouble,states";
    sound(vec2(1440.0, 900.0), 2.0, tours);
}

#[test]
fn dialogs_and_menus_keep_their_ends_in_sight_in_a_low_window() {
    let tours = "library,dialogs,print,incoming,guide,questions";
    sound(vec2(800.0, 500.0), 1.5, tours);
}

/// Walks through everything in every size and zoom, with `IRONSTRIDE_WALK=all`, or in one: `1440x900@1.5`. What is found
/// goes to standard output.
#[test]
#[ignore = "takes minutes; set IRONSTRIDE_WALK"]
fn everything_in_every_size_is_judged() {
    let asked = std::env::var("IRONSTRIDE_WALK").unwrap_or_else(|_| "all".to_owned());
    let tours = std::env::var("IRONSTRIDE_TOURS").unwrap_or_default();
    let mut faults = Vec::new();
    for size in SIZES {
        for zoom in ZOOMS {
            let name = format!("{}x{}@{zoom}", size.x, size.y);
            if asked == "all" || asked.split(',').any(|it| it == name) {
                let found = walk(&stage(size, zoom), &tours, &mut |_, _| {});
                faults.extend(found.into_iter().map(|fault| format!("{name} {fault}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}

/// Takes pictures into the folder that `IRONSTRIDE_PICTURES` names; `scripts/pictures.sh` sets the rest.
#[test]
#[ignore = "takes pictures for scripts/pictures.sh"]
fn pictures_are_taken() {
    let Ok(folder) = std::env::var("IRONSTRIDE_PICTURES") else {
        return;
    };
    let read = |name: &str| std::env::var(name).unwrap_or_default();
    let (size, zoom, theme) = (
        read("IRONSTRIDE_SIZE"),
        read("IRONSTRIDE_ZOOM"),
        read("IRONSTRIDE_THEME"),
    );
    let (width, height) = size.split_once('x').unwrap_or(("1440", "900"));
    let size = vec2(width.parse().unwrap(), height.parse().unwrap());
    let zoom = zoom.parse::<f32>().map_or(1.0, |percent| percent / 100.0);
    let painter = Arc::new(Painter::new());
    let stage = Stage {
        dark: theme == "dark",
        painter: Some(painter.clone()),
        ..stage(size, zoom)
    };
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut count = 0;
    let faults = walk(&stage, &read("IRONSTRIDE_TOURS"), &mut |screen, window| {
        count += 1;
        painter.paint(
            &window.harness.ctx,
            window.harness.output(),
            folder.join(format!("{screen}.png")),
        );
    });
    std::fs::write(folder.join("faults.txt"), faults.join("\n")).unwrap();
    assert!(count > 0, "there is something to be seen");
}
