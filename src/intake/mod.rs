//! Plans as people write them: mails, chats, tables, in six languages.
//!
//! Unlike the strict reader of plan text, this one never fails and never drops a word. What it understands becomes
//! kind, figures, steps and exercises; what it does not understand stays as the session's note, in the writer's
//! words. Each reading is sure, guessed (with what else it could be) or a note, and every word has its place, so that
//! a preview can show the source beside the sessions. A guess is changed by reading again with what was chosen.
//!
//! The way of a text: it is cut into tokens, phrases of the lexicon are found in them and give items; a line's day and
//! date are taken off; the rest is cut into sessions; a session's items are read by the reader of its family, and what
//! no reader took goes to the note.

mod amount;
mod bare_figures;
mod builder;
mod clock;
mod cross;
mod dates;
mod exercises;
mod explained;
mod family;
mod figures;
mod heart_rates;
mod items;
mod language;
mod legend;
mod letter_days;
mod lexicon;
mod lines;
mod named_sessions;
mod pace_spans;
mod paces;
mod parts;
mod reading;
mod repeated;
mod run;
mod run_kind;
mod run_reader;
mod run_whole;
mod scan;
mod session;
mod strength;
mod table;
mod tidy;
mod totals;
mod votes;
mod week_numbers;

use chrono::NaiveDate;

use crate::domain::{DistanceUnit, MassUnit, SessionId, Units};
use crate::library::Library;

pub use language::Language;
pub use reading::{
    Certainty, Choices, Guess, MarkedWord, Note, Options, Piece, PlanReading, Question,
    ReadSession, ReadWeek, SourceSpan, TotalDiffers,
};

pub use table::{Grid, GridCell};

use builder::Builder;
use items::{Context, Fragment};
use legend::Legend;
use named_sessions::NamedSessions;
use votes::Votes;

/// The most bytes of a text that are read; what is behind them is named and left out.
pub const MOST_BYTES: usize = 4 << 20;

/// Reads a text, with the exercises of `library`. Takes time in proportion to its length.
pub fn read_text(text: &str, library: &Library, options: &Options) -> PlanReading {
    let mut builder = Builder::default();
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let kept = text.get(..end).unwrap_or_default();
    if end < text.len() {
        builder.reading.warnings.push(format!(
            "Only the first {} MB of the text were read.",
            MOST_BYTES >> 20
        ));
    }
    let overall = Overall::of([kept].into_iter(), true, options);
    let context = overall.context(library, options);
    builder.reading.pieces.push(Piece {
        line: 1,
        column: 1,
        text: kept.to_owned(),
        cell: false,
    });
    lines::read_lines(kept, 0, &context, options, &mut builder);
    overall.finish(builder, options)
}

/// Reads the sheets of a workbook, or the one table of another file. Sheets without days are read as text when no sheet
/// has any.
pub fn read_grids(grids: &[Grid], library: &Library, options: &Options) -> PlanReading {
    let mut builder = Builder::default();
    // Of a workbook that this program wrote, only the sheet that came to be edited is the plan.
    let own: Vec<Grid> = grids
        .iter()
        .filter(|grid| !grid.ids.is_empty())
        .cloned()
        .collect();
    let grids = if own.is_empty() {
        grids
    } else {
        own.as_slice()
    };
    let texts: Vec<String> = grids
        .iter()
        .flat_map(|grid| grid.cells.values().map(GridCell::text))
        .collect();
    let overall = Overall::of(texts.iter().map(String::as_str), false, options);
    let context = overall.context(library, options);
    let layouts: Vec<table::Layout> = grids
        .iter()
        .map(|grid| table::layout(grid, &context))
        .collect();
    if layouts.iter().all(|layout| *layout == table::Layout::None) {
        let text = grids
            .iter()
            .find(|grid| !grid.cells.is_empty())
            .map(as_text);
        return read_text(&text.unwrap_or_default(), library, options);
    }
    for (grid, layout) in grids.iter().zip(&layouts) {
        table::read_table(grid, *layout, &context, options, &mut builder);
    }
    overall.finish(builder, options)
}

/// A table as lines, its cells with commas between them.
fn as_text(grid: &Grid) -> String {
    let mut text = String::new();
    let mut last = 0;
    for ((row, _), cell) in &grid.cells {
        if *row != last {
            text.push('\n');
            last = *row;
        } else if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&cell.text().replace('\n', " "));
    }
    text
}

/// Something on a day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedText {
    /// The day.
    pub date: NaiveDate,
    /// What is written there.
    pub text: String,
    /// The session of this program that it came from.
    pub id: Option<SessionId>,
}

/// Reads the events of a calendar.
pub fn read_dated(events: &[DatedText], library: &Library, options: &Options) -> PlanReading {
    let mut builder = Builder::default();
    let overall = Overall::of(
        events.iter().map(|event| event.text.as_str()),
        true,
        options,
    );
    let context = overall.context(library, options);
    for (at, event) in (1..).zip(events) {
        builder.reading.pieces.push(Piece {
            line: at,
            column: 1,
            text: event.text.clone(),
            cell: true,
        });
        let piece = builder.reading.pieces.len() - 1;
        let mut fragment = Fragment::new(&event.text, piece, 0, &context);
        let drafts = session::sessions(&mut fragment, 0);
        let id = event.id.filter(|_| drafts.len() == 1);
        builder.add(&drafts, &[], Some(event.date), id);
        builder.finish_fragment(&mut fragment);
    }
    overall.finish(builder, options)
}

/// What the whole source tells about each of its parts.
struct Overall {
    votes: Votes,
    unit: DistanceUnit,
    unit_known: bool,
    /// The unit of loads that have none.
    mass: MassUnit,
    legend: Legend,
    named: NamedSessions,
}

impl Overall {
    /// `are_pieces` tells whether each text is the piece of the source that has its number.
    fn of<'t>(
        texts: impl Iterator<Item = &'t str> + Clone,
        are_pieces: bool,
        options: &Options,
    ) -> Self {
        let mut votes = Votes::default();
        let (mut metric, mut imperial) = (0_usize, 0_usize);
        let (mut kilograms, mut pounds) = (0_usize, 0_usize);
        for text in texts.clone() {
            for line in text.split('\n') {
                let tokens = scan::scan(line);
                votes.count(&tokens);
                for token in &tokens {
                    match token.norm.as_str() {
                        "km" | "kms" | "kilometer" | "kilometre" | "kilometers" | "kilometres" => {
                            metric += 1;
                        }
                        "mi" | "mile" | "miles" => imperial += 1,
                        "kg" | "kgs" | "kilo" | "kilos" => kilograms += 1,
                        "lb" | "lbs" | "pound" | "pounds" => pounds += 1,
                        _ => {}
                    }
                }
            }
        }
        let heard = match metric.cmp(&imperial) {
            std::cmp::Ordering::Greater => Some(DistanceUnit::Km),
            std::cmp::Ordering::Less => Some(DistanceUnit::Miles),
            std::cmp::Ordering::Equal => None,
        };
        let unit = options.unit.or(heard);
        // Somebody who runs in miles lifts in pounds, unless the text says otherwise.
        let mass = match kilograms.cmp(&pounds) {
            std::cmp::Ordering::Less => MassUnit::Pounds,
            std::cmp::Ordering::Equal if unit == Some(DistanceUnit::Miles) => MassUnit::Pounds,
            std::cmp::Ordering::Equal | std::cmp::Ordering::Greater => MassUnit::Kg,
        };
        let named = NamedSessions::of(texts.clone(), are_pieces);
        let mut legend = Legend::default();
        let own = unit.unwrap_or_default();
        for text in texts {
            for line in text.split('\n').filter(|line| line.len() < 300) {
                legend.learn(line, own);
            }
        }
        Self {
            votes,
            unit: own,
            unit_known: unit.is_some(),
            mass,
            legend,
            named,
        }
    }

    /// The reading, its words and questions in the order of the source.
    fn finish(&self, builder: Builder, options: &Options) -> PlanReading {
        let mut reading = builder.finish(options, self.unit_known);
        reading.language = Some(self.votes.first());
        reading.units = self.units();
        repeated::fill(&mut reading);
        reading.marks.sort_by_key(|mark| mark.place);
        reading.guesses.sort_by_key(|guess| guess.place);
        reading
    }

    fn units(&self) -> Units {
        Units {
            distance: self.unit,
            mass: self.mass,
        }
    }

    fn context<'a>(&'a self, library: &'a Library, options: &'a Options) -> Context<'a> {
        Context {
            library,
            votes: self.votes,
            unit: self.unit,
            unit_known: self.unit_known,
            mass: self.mass,
            legend: &self.legend,
            named: &self.named,
            choices: &options.choices,
        }
    }
}
