//! The programs that ship: a file each, and the readings that several of them share.

use crate::domain::{Handout, Program};

use super::read::{LibraryError, read};

/// The files of the programs, in display order: the short ones first, the countdowns last.
const FILES: &[(&str, &str)] = &[
    (
        "programs/minimum-routine.ron",
        include_str!("../../assets/programs/minimum-routine.ron"),
    ),
    (
        "programs/six-for-runners.ron",
        include_str!("../../assets/programs/six-for-runners.ron"),
    ),
    (
        "programs/bodyweight-start.ron",
        include_str!("../../assets/programs/bodyweight-start.ron"),
    ),
    (
        "programs/own-weight.ron",
        include_str!("../../assets/programs/own-weight.ron"),
    ),
    (
        "programs/circuit.ron",
        include_str!("../../assets/programs/circuit.ron"),
    ),
    (
        "programs/home-twelve-weeks.ron",
        include_str!("../../assets/programs/home-twelve-weeks.ron"),
    ),
    (
        "programs/machines.ron",
        include_str!("../../assets/programs/machines.ron"),
    ),
    (
        "programs/basic-two-days.ron",
        include_str!("../../assets/programs/basic-two-days.ron"),
    ),
    (
        "programs/eight-movements.ron",
        include_str!("../../assets/programs/eight-movements.ron"),
    ),
    (
        "programs/six-week-strength.ron",
        include_str!("../../assets/programs/six-week-strength.ron"),
    ),
    (
        "programs/countdown-12.ron",
        include_str!("../../assets/programs/countdown-12.ron"),
    ),
    (
        "programs/countdown-10.ron",
        include_str!("../../assets/programs/countdown-10.ron"),
    ),
    (
        "programs/countdown-8.ron",
        include_str!("../../assets/programs/countdown-8.ron"),
    ),
    (
        "programs/countdown-6.ron",
        include_str!("../../assets/programs/countdown-6.ron"),
    ),
    (
        "programs/countdown-4.ron",
        include_str!("../../assets/programs/countdown-4.ron"),
    ),
];

/// Reads the programs, each week with the text of its reading.
pub(super) fn shipped() -> Result<Vec<Program>, LibraryError> {
    let mut readings: Vec<Handout> = read(
        "programs/readings.ron",
        include_str!("../../assets/programs/readings.ron"),
    )?;
    for reading in &mut readings {
        reading.text = joined(&reading.text);
    }
    let mut programs = Vec::with_capacity(FILES.len());
    for (file, text) in FILES {
        let mut program: Program = read(file, text)?;
        fill(&mut program, &readings);
        programs.push(program);
    }
    Ok(programs)
}

/// Gives every reading that is only named the text that is written for it.
fn fill(program: &mut Program, readings: &[Handout]) {
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

/// The paragraphs of a text, each in one line, with an empty line between them.
fn joined(text: &str) -> String {
    let words = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs: Vec<String> = text.trim().split("\n\n").map(words).collect();
    paragraphs.join("\n\n")
}
