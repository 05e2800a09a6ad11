//! What each of the files of a history gave, and what of it was not taken.

use egui::{Align, Label, Layout, Ui};

use crate::history::{FileReport, HistoryReport, Remark, Skipped};
use crate::rules::Severity;
use crate::ui::format::{plural, upper_first};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;

/// How many reasons for skipped rows of a file are listed; the rest of the rows is counted.
const MOST_SKIPPED: usize = 8;
/// How many lines are listed with one reason; the rest is counted.
const MOST_LINES: usize = 6;
/// How many files are listed that were read without a word; a watch's folder has thousands.
const MOST_QUIET: usize = 12;
/// How many files are listed of which there is something to tell.
const MOST_TELLING: usize = 40;

/// How many files without training are named; the rest is counted.
const MOST_BESIDE: usize = 4;

/// The files one below the other, of those that are too many what they give together, and which hold no training.
pub(super) fn files_ui(ui: &mut Ui, palette: &Palette, report: &HistoryReport) {
    let (beside, files): (Vec<_>, Vec<_>) = report
        .files
        .iter()
        .partition(|file| report.is_passed_over(file));
    read_ui(ui, palette, &files);
    untold_ui(ui, palette, report);
    if beside.is_empty() {
        return;
    }
    let count = plural(beside.len(), "file holds", "files hold");
    let named: Vec<&str> = beside
        .iter()
        .take(MOST_BESIDE)
        .map(|file| short_name(&file.name))
        .collect();
    let dots = if beside.len() > MOST_BESIDE {
        ", …"
    } else {
        ""
    };
    let words = format!("{count} no training: {}{dots}", named.join(", "));
    let all: Vec<&str> = beside.iter().map(|file| file.name.as_str()).collect();
    ui.add_space(4.0);
    let words = text(words, 12.0, Weight::Regular).color(palette.text_soft);
    ui.add(Label::new(words).wrap())
        .on_hover_text(all.join("\n"));
}

/// What is said of runs of which nobody said how hard they were.
fn untold_ui(ui: &mut Ui, palette: &Palette, report: &HistoryReport) {
    let untold = report.untold();
    if untold.runs == 0 {
        return;
    }
    let runs = plural(untold.runs, "run was", "runs were");
    let mut words = format!("No record of how hard {runs}; added as easy.");
    if untold.with_heart_rate > 0 {
        let runs = untold.with_heart_rate;
        let more = format!(
            " For {runs} of them the heart rate would tell, once the athlete’s maximum is in the profile."
        );
        words += &more;
    }
    ui.add_space(4.0);
    aside::soft_ui(ui, palette, 12.0, words);
}

/// The files that were read.
fn read_ui(ui: &mut Ui, palette: &Palette, files: &[&FileReport]) {
    let (mut quiet, mut telling) = (0, 0);
    let mut rest = Vec::new();
    for file in files {
        let (count, most) = if has_something_to_tell(file) {
            (&mut telling, MOST_TELLING)
        } else {
            (&mut quiet, MOST_QUIET)
        };
        *count += 1;
        if *count <= most {
            file_ui(ui, palette, file);
        } else {
            rest.push(*file);
        }
    }
    if rest.is_empty() {
        return;
    }
    let sum = |of: fn(&FileReport) -> usize| rest.iter().map(|file| of(file)).sum();
    let mut parts = counts(&FileReport {
        add: sum(|f| f.add),
        join: sum(|f| f.join),
        known: sum(|f| f.known),
        twice: sum(|f| f.twice),
        completed: sum(|f| f.completed),
        ..FileReport::default()
    });
    let skipped = rest
        .iter()
        .filter(|file| has_something_to_tell(file))
        .count();
    if skipped > 0 {
        parts.push(format!("{skipped} not read, or only in part"));
    }
    let more = plural(rest.len(), "more file", "more files");
    ui.add_space(4.0);
    ui.label(text(
        format!("and {more}: {}", parts.join(" · ")),
        12.5,
        Weight::Regular,
    ));
}

/// True for a file that was not simply read and taken.
fn has_something_to_tell(file: &FileReport) -> bool {
    file.format.is_none()
        || !file.skipped.is_empty()
        || !file.remarks.is_empty()
        || !file.mapping.is_empty()
        || !file.needs.is_empty()
        || file.completed > 0
}

/// "12 to add", "3 match planned sessions", "2 in another of these files too", "40 there already".
fn counts(file: &FileReport) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = |count: usize, words: &str| {
        if count > 0 {
            parts.push(format!("{count} {words}"));
        }
    };
    part(file.add, "to add");
    match file.join {
        1 => part(1, "matches a planned session"),
        many => part(many, "match planned sessions"),
    }
    part(file.twice, "in another of these files too");
    part(file.known.saturating_sub(file.twice), "there already");
    part(file.completed, "of them completed");
    if parts.is_empty() {
        parts.push("nothing to add".to_owned());
    }
    parts
}

/// One file: what it is, what it gives, and what of it was not taken.
fn file_ui(ui: &mut Ui, palette: &Palette, file: &FileReport) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(text(short_name(&file.name), 13.0, Weight::SemiBold))
            .on_hover_text(&file.name);
        let format = file.program.unwrap_or("not recognised");
        ui.label(text(format, 12.0, Weight::Regular).color(palette.text_soft));
        if file.format.is_none() {
            return;
        }
        let mut parts = counts(file);
        if !file.needs.is_empty() {
            parts = vec!["waits for the answer above".to_owned()];
        }
        if file.sets > 0 {
            parts.push(plural(file.sets, "set", "sets"));
        }
        ui.label(text(parts.join(" · "), 12.5, Weight::Regular));
    });
    if !file.mapping.is_empty() {
        let columns: Vec<String> = file
            .mapping
            .iter()
            .map(|(header, meaning)| format!("“{header}” as {meaning}"))
            .collect();
        let mut words = format!("Columns read: {}", columns.join(", "));
        if !file.unread.is_empty() {
            let unread: Vec<String> = file
                .unread
                .iter()
                .map(|header| format!("“{header}”"))
                .collect();
            words += ". Not read: ";
            words += &unread.join(", ");
        }
        aside::soft_ui(ui, palette, 12.0, words);
    }
    for remark in &file.remarks {
        remark_ui(ui, palette, remark);
    }
    skipped_ui(ui, palette, &file.skipped);
}

/// The rows that were not taken, those with one reason together.
fn skipped_ui(ui: &mut Ui, palette: &Palette, skipped: &[Skipped]) {
    let mut reasons: Vec<(&str, Vec<u64>)> = Vec::new();
    for row in skipped {
        let known = reasons.iter().position(|(reason, _)| *reason == row.reason);
        match known {
            Some(place) => reasons[place].1.push(row.line),
            None if reasons.len() < MOST_SKIPPED => reasons.push((&row.reason, vec![row.line])),
            None => {}
        }
    }
    let colour = palette.severity(Severity::Caution);
    let listed: usize = reasons.iter().map(|(_, lines)| lines.len()).sum();
    for (reason, lines) in &reasons {
        let place = place_of(lines);
        let words = if place.is_empty() {
            upper_first(reason)
        } else {
            format!("{place}{reason}")
        };
        ui.add(Label::new(text(words, 12.0, Weight::Regular).color(colour)).wrap());
    }
    if listed < skipped.len() {
        let more = plural(skipped.len() - listed, "more row was", "more rows were");
        ui.label(text(format!("{more} skipped"), 12.0, Weight::Regular).color(colour));
    }
}

/// "Line 5: ", "Lines 5, 9, 13 and 12 more: "; nothing where a file has no lines.
fn place_of(lines: &[u64]) -> String {
    let lines: Vec<String> = lines
        .iter()
        .filter(|line| **line > 0)
        .map(ToString::to_string)
        .collect();
    let named = lines.iter().take(MOST_LINES).cloned().collect::<Vec<_>>();
    match (lines.len(), lines.len() - named.len()) {
        (0, _) => String::new(),
        (1, _) => format!("Line {}: ", named.join("")),
        (_, 0) => format!("Lines {}: ", named.join(", ")),
        (_, rest) => format!("Lines {} and {rest} more: ", named.join(", ")),
    }
}

/// The name of a file without the folders before it.
pub(super) fn short_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Something to look at, with its two sides next to each other.
fn remark_ui(ui: &mut Ui, palette: &Palette, remark: &Remark) {
    ui.add_space(4.0);
    ui.label(text(&remark.session, 12.5, Weight::Medium));
    let words = format!("{}.", remark.words);
    ui.add(Label::new(text(words, 12.0, Weight::Regular)).wrap());
    let Some(sides) = &remark.sides else { return };
    ui.columns(2, |columns| {
        for (column, (heading, words)) in columns.iter_mut().zip(sides) {
            // Columns set their words flush on both sides, which tears short lines apart.
            column.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.label(text(*heading, 11.5, Weight::Medium).color(palette.text_faint));
                let words = if words.is_empty() { "–" } else { words };
                aside::soft_ui(ui, palette, 12.0, words);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_session_matches_one_and_many_match_many() {
        let said = |join| {
            let file = FileReport {
                join,
                ..FileReport::default()
            };
            counts(&file).join(" · ")
        };
        assert_eq!(said(0), "nothing to add");
        assert_eq!(said(1), "1 matches a planned session");
        assert_eq!(said(3), "3 match planned sessions");
    }
}
