//! Long names, many athletes, and the other units.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Key;
use ironstride::demo;
use ironstride::domain::{Athlete, AthleteId, Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::store;

use super::{Look, desk};
use crate::window::support::{Desk, Stage, today};

const LONG: &str = "Maximiliane-Theodora von Hohenstein-Wittelsbach zu Oberammergau";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    long(stage, look);
    pounds(stage, look);
    many(stage, look);
}

/// Replaces in a file of the demo.
fn replace(desk: &Desk, file: &str, pairs: &[(&str, &str)]) {
    let path = desk.path("demo").join(file);
    let mut text = std::fs::read_to_string(&path).unwrap();
    for (from, to) in pairs {
        assert!(text.contains(from), "{file} holds {from:?}");
        text = text.replace(from, to);
    }
    std::fs::write(path, text).unwrap();
}

fn long(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    desk.start().close();
    let race = "Internationaler Bodensee-Dreiländer-Halbmarathon der Freunde des Laufsports";
    replace(
        &desk,
        "athletes/anna-kovac.ron",
        &[("Anna Kovač", LONG), ("Coast half marathon", race)],
    );
    let mut window = desk.start();
    look("long-week", &mut window);
    window.click("Lower body strength, ");
    window.unfold_inspector();
    window.fill(
        "Title",
        "Lower body strength with Wirbelsäulengymnastik and a very long remark after it",
    );
    look("long-session", &mut window);
    window.leave();
    window.click("Athlete: ");
    window.settle();
    look("long-menu", &mut window);
    window.leave();
    window.run_until("edit athlete", "Delete athlete");
    if super::has_field(&window, "Race name") {
        window.scroll_into_view("Race name");
    }
    look("long-page", &mut window);
    window.leave();
    window.click("Roster check");
    window.wait_until("everybody", |window| {
        !window.labels("Tip, Carla Ruiz").is_empty()
    });
    window.harness.run_steps(4);
    look("long-roster", &mut window);
    window.leave();
    window.key(Key::V);
    look("long-board", &mut window);
    window.key(Key::V);
    window.command("print / export");
    window.wait_until("the page", |window| window.shows("Page 1 of"));
    window.settle();
    look("long-print", &mut window);
}

fn pounds(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    desk.start().close();
    // Carla trains in pounds and miles: her plan was made in them. A plan made in kilograms would be told in pounds that no
    // plates come to.
    replace(
        &desk,
        "athletes/carla-ruiz.ron",
        &[("week_start: \"Mon\"", "week_start: \"Sun\"")],
    );
    let mut window = desk.start();
    window.run_until("carla ruiz", "Athlete: Carla Ruiz");
    window.click("Full body at home, ");
    look("pounds-week", &mut window);
    window.unfold_charts();
    window.click("Charts in the whole window");
    look("pounds-charts", &mut window);
}

/// A workspace of fifty, three of whom have trained for a year.
pub(in crate::window) fn fifty(desk: &Desk) -> PathBuf {
    let library = Library::shipped().unwrap();
    let heavy = demo::heavy_years(1, today(), &library);
    let names = [
        "Ada", "Bo", "Chioma", "Dmitri", "Elin", "Farid", "Grażyna", "Hiroshi", "Ines", "Jürgen",
    ];
    let families = ["Achterberg", "Bell", "Čermák", "Duarte", "Eze"];
    let mut athletes = Vec::new();
    for (place, name) in names.iter().enumerate() {
        for (other, family) in families.iter().enumerate() {
            let mut athlete = if other == 0 && place < 3 {
                heavy.clone()
            } else {
                Athlete::new(AthleteId::from_bits(1), heavy.profile.clone())
            };
            athlete.id = AthleteId::from_bits((place * 10 + other + 1) as u128);
            athlete.profile.name = format!("{name} {family}");
            athletes.push(Arc::new(athlete));
        }
    }
    let workspace = Workspace {
        settings: WorkspaceSettings {
            last_athlete: Some(athletes[0].id),
            ..WorkspaceSettings::default()
        },
        own: Arc::default(),
        athletes,
    };
    let folder = desk.path("many");
    store::create(&folder, &workspace).unwrap();
    folder
}

fn many(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let folder = fifty(&desk);
    let mut window = desk.start_on(&folder);
    window.click("Athlete: ");
    window.settle();
    look("many-menu", &mut window);
    window.leave();
    window.click("Roster check");
    window.wait_until("everybody", |window| {
        window.shows(" need attention")
            || window.shows("needs attention")
            || window.shows("50 athletes")
    });
    window.harness.run_steps(4);
    look("many-roster", &mut window);
    window.leave();
    window.command("copy to other athletes");
    window.settle();
    look("many-copy", &mut window);
}
