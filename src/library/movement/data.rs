//! Reading the figures: positions by name, and for each exercise which of them it goes between.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::figure::{Frame, Movement};
use super::gear::Gear;
use super::joint::Joint;
use super::pose::{Arms, Body, Stance};
use super::scene;
use crate::library::read::{LibraryError, read};

const BODIES: &str = "poses/bodies.ron";
const ARMS: &str = "poses/arms.ron";
const FIGURES: &str = "poses/figures.ron";

/// The texts that figures are put together from.
pub(super) struct Files<'a> {
    /// Hips, trunk and legs by name.
    pub(super) bodies: &'a str,
    /// Arms by name.
    pub(super) arms: &'a str,
    /// Figures by exercise.
    pub(super) figures: &'a str,
}

/// A figure as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    turn: f32,
    #[serde(default)]
    above: f32,
    start: Pair,
    end: Pair,
    #[serde(default)]
    lift: f32,
    #[serde(default)]
    gear: Vec<Gear>,
    cues: Vec<Vec<Joint>>,
}

/// A position as it is written down: the name of a body, and of arms.
#[derive(Deserialize)]
struct Pair(String, String);

/// Puts the figures together.
///
/// # Errors
///
/// Says where a text stops making sense, and which figure names a position that is not there.
pub(super) fn movements(files: Files<'_>) -> Result<BTreeMap<String, Movement>, LibraryError> {
    let bodies: BTreeMap<String, Body> = read(BODIES, files.bodies)?;
    let arms: BTreeMap<String, Arms> = read(ARMS, files.arms)?;
    let entries: BTreeMap<String, Entry> = read(FIGURES, files.figures)?;
    let build = |(exercise, entry): (String, Entry)| {
        let missing = |kind: &str, name: &str| LibraryError {
            file: FIGURES.to_owned(),
            line: line_of(files.figures, &exercise),
            column: 1,
            message: format!("{exercise} names the {kind} “{name}”, which is not there"),
        };
        let stance = |Pair(body, arm): &Pair| {
            Ok(Stance {
                body: bodies
                    .get(body)
                    .cloned()
                    .ok_or_else(|| missing("body", body))?,
                arms: arms.get(arm).cloned().ok_or_else(|| missing("arms", arm))?,
            })
        };
        let mut movement = Movement {
            turn: entry.turn,
            above: entry.above,
            start: stance(&entry.start)?,
            end: stance(&entry.end)?,
            lift: entry.lift,
            gear: entry.gear,
            cues: entry.cues,
            frame: Frame {
                min: [0.0; 2],
                max: [0.0; 2],
            },
        };
        movement.frame = scene::frame(&movement);
        Ok((exercise, movement))
    };
    entries.into_iter().map(build).collect()
}

/// The line in which an exercise's figure begins, from 1.
fn line_of(text: &str, exercise: &str) -> usize {
    let key = format!("\"{exercise}\":");
    let before = text.lines().take_while(|line| !line.contains(&key));
    before.count() + 1
}
