//! The programs that ship: a file each, and the readings that several of them share.

use crate::domain::{Program, Reading};

use super::LibraryError;
use super::data::read;

/// The files of the programs, in display order.
const FILES: &[(&str, &str)] = &[
    (
        "programs/minimum-routine.ron",
        include_str!("../../assets/programs/minimum-routine.ron"),
    ),
    (
        "programs/basic-two-days.ron",
        include_str!("../../assets/programs/basic-two-days.ron"),
    ),
];

/// Reads the programs, each week with the text of its reading.
pub(super) fn shipped() -> Result<Vec<Program>, LibraryError> {
    let readings: Vec<Reading> = read(
        "programs/readings.ron",
        include_str!("../../assets/programs/readings.ron"),
    )?;
    let mut programs = Vec::with_capacity(FILES.len());
    for (file, text) in FILES {
        let mut program: Program = read(file, text)?;
        fill(&mut program, &readings);
        programs.push(program);
    }
    Ok(programs)
}

/// Gives every reading that is only named the text that is written for it.
fn fill(program: &mut Program, readings: &[Reading]) {
    let of_weeks = program
        .weeks
        .iter_mut()
        .filter_map(|week| week.reading.as_mut());
    for reading in of_weeks.filter(|reading| reading.text.is_empty()) {
        let mut written = readings.iter().filter(|other| other.title == reading.title);
        if let Some(written) = written.next() {
            reading.clone_from(written);
        }
    }
}
