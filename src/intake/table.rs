//! Reads a table of cells: weeks by days, days by weeks, or one day a row.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::SessionId;

use super::builder::Builder;
use super::dates::{WeekHeading, date, monday_of, week, when};
use super::figures::Setting;
use super::items::{Context, Fragment, ItemKind};
use super::lexicon::{Meaning, Unit};
use super::reading::{Certainty, Options, Piece};
use super::session::{Draft, sessions, tidy};

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum GridCell {
    /// Words.
    Text(String),
    /// A figure.
    Number(f64),
    /// A day.
    Date(NaiveDate),
}

impl GridCell {
    /// The cell as it reads.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => {
                let text = format!("{value:.3}");
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            Self::Date(date) => date.to_string(),
        }
    }
}

/// A sheet: its name and its cells that hold something, by row and column from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The name of the sheet.
    pub name: String,
    /// The cells.
    pub cells: BTreeMap<(u32, u32), GridCell>,
    /// The column that holds the identities of what came from this program, where there is one.
    pub ids: BTreeMap<(u32, u32), Vec<SessionId>>,
}

impl Grid {
    fn rows(&self) -> u32 {
        self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0)
    }

    fn columns(&self) -> u32 {
        self.cells
            .keys()
            .map(|(_, column)| column + 1)
            .max()
            .unwrap_or(0)
    }

    fn get(&self, row: u32, column: u32) -> Option<&GridCell> {
        self.cells.get(&(row, column))
    }

    fn text(&self, row: u32, column: u32) -> String {
        self.get(row, column)
            .map(GridCell::text)
            .unwrap_or_default()
    }

    fn turned(&self) -> Self {
        Self {
            name: self.name.clone(),
            cells: self
                .cells
                .iter()
                .map(|((row, column), cell)| ((*column, *row), cell.clone()))
                .collect(),
            ids: self
                .ids
                .iter()
                .map(|((row, column), ids)| ((*column, *row), ids.clone()))
                .collect(),
        }
    }
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Weeks are rows, days columns.
    Weeks,
    /// Weeks are columns, days rows.
    Turned,
    /// One day a row.
    Days,
    /// No table of days.
    None,
}

/// The most letters of a label over a column: "Wednesday 30.11.".
const LONGEST_LABEL: usize = 16;

/// The layout of a table, from where its days stand.
pub(super) fn layout(grid: &Grid, context: &Context) -> Layout {
    let days = day_cells(grid, context);
    let mut by_row: BTreeMap<u32, Vec<Weekday>> = BTreeMap::new();
    let mut by_column: BTreeMap<u32, Vec<Weekday>> = BTreeMap::new();
    for ((row, column), day) in &days {
        by_row.entry(*row).or_default().push(*day);
        by_column.entry(*column).or_default().push(*day);
    }
    let distinct = |days: &Vec<Weekday>| {
        let mut days = days.clone();
        days.sort_by_key(Weekday::num_days_from_monday);
        days.dedup();
        days.len()
    };
    let heads = by_row
        .iter()
        .filter(|(row, days)| is_head(grid, **row, days.len()));
    let row = heads.map(|(_, days)| distinct(days)).max().unwrap_or(0);
    let column = by_column.values().map(distinct).max().unwrap_or(0);
    if row >= 2 && row >= column {
        return Layout::Weeks;
    }
    if column >= 3 {
        let most = by_column.values().map(Vec::len).max().unwrap_or(0);
        let first = by_column
            .iter()
            .find(|(_, days)| days.len() == most)
            .map_or(0, |(column, _)| *column);
        // Several columns with a heading of a week each: weeks lie side by side.
        let headings = (first + 1..grid.columns())
            .filter(|column| {
                (0..grid.rows().min(4)).any(|row| {
                    let text = grid.text(row, *column);
                    !text.is_empty() && {
                        let fragment = Fragment::new(&text, 0, 0, context);
                        week(&fragment, 0, None).is_some()
                            || matches!(grid.get(row, *column), Some(GridCell::Number(_)))
                    }
                })
            })
            .count();
        return if headings >= 2 && most <= 14 {
            Layout::Turned
        } else {
            Layout::Days
        };
    }
    let mut dates: BTreeMap<u32, usize> = BTreeMap::new();
    for ((_, column), cell) in &grid.cells {
        if is_date(cell, context) {
            *dates.entry(*column).or_default() += 1;
        }
    }
    if dates.values().any(|count| *count >= 2) {
        return Layout::Days;
    }
    Layout::None
}

/// True for a row that names the days of its columns: three of them, or two beside nothing but short labels.
fn is_head(grid: &Grid, row: u32, days: usize) -> bool {
    let is_label = |column| grid.text(row, column).chars().count() <= LONGEST_LABEL;
    days >= 3 || (days == 2 && (0..grid.columns()).all(is_label))
}

fn is_date(cell: &GridCell, context: &Context) -> bool {
    match cell {
        GridCell::Date(_) => true,
        GridCell::Text(text) if text.len() < 40 => {
            let fragment = Fragment::new(text, 0, 0, context);
            date(&fragment, 0, Some(2000)).is_some_and(|(_, to, _)| to >= fragment.len())
        }
        GridCell::Number(_) | GridCell::Text(_) => false,
    }
}

/// Cells that name a day and nothing more, perhaps with its date.
fn day_cells(grid: &Grid, context: &Context) -> BTreeMap<(u32, u32), Weekday> {
    let mut found = BTreeMap::new();
    for (place, cell) in &grid.cells {
        let GridCell::Text(text) = cell else { continue };
        if text.len() > 40 {
            continue;
        }
        let fragment = Fragment::new(text, 0, 0, context);
        if let Some(when) = when(&fragment, 0, Some(2000))
            && let [day] = when.days.as_slice()
            && when.to + 1 >= fragment.len()
        {
            found.insert(*place, *day);
        }
    }
    found
}

/// What a column beside the days holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Week,
    ToGo,
    Total(Option<Unit>),
    Words,
}

/// Reads a table into a builder.
pub(super) fn read_table(
    grid: &Grid,
    layout: Layout,
    context: &Context,
    options: &Options,
    builder: &mut Builder,
) {
    let turned;
    let (grid, flipped) = if layout == Layout::Turned {
        turned = grid.turned();
        (&turned, true)
    } else {
        (grid, false)
    };
    let mut reader = Reader {
        grid,
        flipped,
        context,
        year: options
            .year
            .or(options.start.or(options.race).map(|date| date.year())),
        builder,
        columns: BTreeMap::new(),
        dates: BTreeMap::new(),
        sides: BTreeMap::new(),
        has_labels: false,
        begun: false,
    };
    match layout {
        Layout::Weeks | Layout::Turned => reader.weeks(),
        Layout::Days => reader.days(),
        Layout::None => {}
    }
}

struct Reader<'a, 'b> {
    grid: &'a Grid,
    flipped: bool,
    context: &'a Context<'a>,
    year: Option<i32>,
    builder: &'b mut Builder,
    columns: BTreeMap<u32, Weekday>,
    dates: BTreeMap<u32, NaiveDate>,
    sides: BTreeMap<u32, Side>,
    has_labels: bool,
    begun: bool,
}

impl Reader<'_, '_> {
    /// The text of a cell as a piece of the source.
    fn piece(&mut self, row: u32, column: u32, text: &str) -> usize {
        let (line, column) = if self.flipped {
            (column, row)
        } else {
            (row, column)
        };
        self.builder.reading.pieces.push(Piece {
            line: line as usize + 1,
            column: column as usize + 1,
            text: text.to_owned(),
            cell: true,
        });
        self.builder.reading.pieces.len() - 1
    }

    fn weeks(&mut self) {
        let days = day_cells(self.grid, self.context);
        self.has_labels = self.label_columns(&days);
        for row in 0..self.grid.rows() {
            let here: BTreeMap<u32, Weekday> = days
                .iter()
                .filter(|((own, _), _)| *own == row)
                .map(|((_, column), day)| (*column, *day))
                .collect();
            if is_head(self.grid, row, here.len()) {
                self.head(row, here);
            } else if self.columns.is_empty() {
                self.title_row(row);
            } else if !self.date_row(row) {
                self.week_row(row);
            }
        }
    }

    /// True when a column beside the days names weeks, so that a row without a name goes on with the week above.
    fn label_columns(&self, days: &BTreeMap<(u32, u32), Weekday>) -> bool {
        let first = days.keys().map(|(_, column)| *column).min().unwrap_or(0);
        let head = days.keys().map(|(row, _)| *row).min().unwrap_or(0);
        (0..first).any(|column| {
            (head + 1..self.grid.rows())
                .filter(|row| self.grid.get(*row, column).is_some())
                .count()
                >= 2
        })
    }

    /// A row of day names: what its columns hold, and those beside them.
    fn head(&mut self, row: u32, days: BTreeMap<u32, Weekday>) {
        self.dates.clear();
        self.sides.clear();
        for (column, day) in &days {
            let text = self.grid.text(row, *column);
            let fragment = Fragment::new(&text, 0, 0, self.context);
            if let Some(date) = when(&fragment, 0, self.year).and_then(|when| when.date) {
                self.dates.insert(*column, date);
            }
            let piece = self.piece(row, *column, &text);
            self.mark(&text, piece);
            let _ = day;
        }
        for column in 0..self.grid.columns() {
            if days.contains_key(&column) {
                continue;
            }
            let mut text = self.grid.text(row, column);
            if text.is_empty() && row > 0 {
                // Two header rows: the one above names what this one leaves open.
                text = self.grid.text(row - 1, column);
            }
            let side = self.side(&text);
            self.sides.insert(column, side);
            if !text.is_empty() {
                let piece = self.piece(row, column, &text);
                self.mark(&text, piece);
            }
        }
        if days.values().next() == Some(&Weekday::Sun) {
            self.builder.begin_on_sunday();
        }
        self.columns = days;
    }

    /// The Monday of a row that names its first day; where weeks begin on Sunday, that is the day after.
    fn monday_from(&self, first: NaiveDate) -> NaiveDate {
        let sunday = self.columns.values().next() == Some(&Weekday::Sun);
        let ahead = chrono::Days::new(u64::from(sunday && first.weekday() == Weekday::Sun));
        monday_of(first.checked_add_days(ahead).unwrap_or(first))
    }

    fn side(&self, text: &str) -> Side {
        let fragment = Fragment::new(text, 0, 0, self.context);
        let any = |meaning: &Meaning| (0..fragment.len()).any(|at| fragment.is(at, meaning));
        let unit = (0..fragment.len()).find_map(|at| match fragment.meaning(at) {
            Some(Meaning::Unit(unit @ (Unit::Km | Unit::Mile))) => Some(*unit),
            _ => None,
        });
        if any(&Meaning::ToGo) {
            Side::ToGo
        } else if any(&Meaning::Total) || (unit.is_some() && fragment.len() <= 3) {
            Side::Total(unit)
        } else if any(&Meaning::Week) {
            Side::Week
        } else {
            Side::Words
        }
    }

    /// Marks the words of a cell that is understood as a whole.
    fn mark(&mut self, text: &str, piece: usize) {
        let mut fragment = Fragment::new(text, piece, 0, self.context);
        let all = fragment.len();
        fragment.read(0, all);
        self.builder.finish_fragment(&mut fragment);
    }

    /// A row above the table: its title.
    fn title_row(&mut self, row: u32) {
        for column in 0..self.grid.columns() {
            let text = self.grid.text(row, column);
            if text.trim().is_empty() {
                continue;
            }
            let piece = self.piece(row, column, &text);
            let fragment = Fragment::new(&text, piece, 0, self.context);
            let place = fragment.place(0, fragment.len());
            self.builder.note(place, &text);
        }
    }

    /// A row of dates under or between the days.
    fn date_row(&mut self, row: u32) -> bool {
        let mut dates = BTreeMap::new();
        let mut others = 0;
        for column in self.columns.keys() {
            match self.grid.get(row, *column) {
                Some(GridCell::Date(date)) => {
                    dates.insert(*column, *date);
                }
                Some(GridCell::Text(text)) => {
                    let fragment = Fragment::new(text, 0, 0, self.context);
                    match date(&fragment, 0, self.year) {
                        Some((date, to, _)) if to >= fragment.len() => {
                            dates.insert(*column, date);
                        }
                        _ => others += 1,
                    }
                }
                Some(GridCell::Number(_)) => others += 1,
                None => {}
            }
        }
        if dates.len() < 3 || others > 0 {
            return false;
        }
        for column in dates.keys().copied().collect::<Vec<_>>() {
            let text = self.grid.text(row, column);
            let piece = self.piece(row, column, &text);
            self.mark(&text, piece);
        }
        self.dates = dates;
        self.labels(row);
        true
    }

    /// What stands beside the days of a row: the week, its phase, its total. Returns true when a week was begun.
    fn labels(&mut self, row: u32) -> bool {
        let mut heading: Option<WeekHeading> = None;
        let mut words: Vec<String> = Vec::new();
        let mut total = None;
        let sides: Vec<(u32, Side)> = self
            .sides
            .iter()
            .map(|(column, side)| (*column, *side))
            .collect();
        let first_day = self.columns.keys().min().copied().unwrap_or(0);
        for (column, side) in sides {
            let Some(cell) = self.grid.get(row, column).cloned() else {
                continue;
            };
            let text = cell.text();
            if text.trim().is_empty() {
                continue;
            }
            let piece = self.piece(row, column, &text);
            let found = self.label(&cell, &text, side, column < first_day);
            match found {
                Label::Week(found) => {
                    let mut merged = heading.take().unwrap_or_default();
                    merged.number = merged.number.or(found.number);
                    merged.to_go = merged.to_go.or(found.to_go);
                    merged.monday = merged.monday.or(found.monday);
                    heading = Some(merged);
                    let fragment = Fragment::new(&text, piece, 0, self.context);
                    let rest = tidy(fragment.written(found.to.min(fragment.len()), fragment.len()));
                    if !rest.is_empty() && found.to > 0 {
                        words.push(rest);
                    }
                    self.mark(&text, piece);
                }
                Label::Total(meters) => {
                    total = total.or(meters);
                    self.mark(&text, piece);
                }
                Label::Words => {
                    words.push(text.clone());
                    self.mark(&text, piece);
                }
            }
        }
        let named = heading.is_some();
        if let Some(heading) = heading {
            self.builder.begin_week(&heading, words.join(" · "));
            self.begun = true;
        } else if !words.is_empty() && self.begun {
            self.builder.title(&words.join(" · "));
        }
        if let Some(total) = total {
            self.builder.total(total);
        }
        named
    }

    fn label(&self, cell: &GridCell, text: &str, side: Side, leading: bool) -> Label {
        let fragment = Fragment::new(text, 0, 0, self.context);
        let to = fragment.len();
        let whole = |number: f64| {
            (number.fract() == 0.0 && (0.0..=60.0).contains(&number)).then_some(number as u32)
        };
        match (side, cell) {
            (Side::Total(unit), _) => {
                let meters = total_of(&fragment, unit, self.context);
                Label::Total(meters)
            }
            (Side::ToGo, GridCell::Number(value)) => Label::Week(WeekHeading {
                to_go: whole(*value),
                to,
                ..WeekHeading::default()
            }),
            (_, GridCell::Date(date)) => Label::Week(WeekHeading {
                monday: Some(self.monday_from(*date)),
                to,
                ..WeekHeading::default()
            }),
            (Side::Week, GridCell::Number(value)) => Label::Week(WeekHeading {
                number: whole(*value),
                to,
                ..WeekHeading::default()
            }),
            (Side::Words, GridCell::Number(value)) if leading && whole(*value).is_some() => {
                Label::Week(WeekHeading {
                    number: whole(*value),
                    to,
                    ..WeekHeading::default()
                })
            }
            (_, GridCell::Text(_)) => {
                if let Some(heading) = week(&fragment, 0, self.year) {
                    return Label::Week(heading);
                }
                if let Some((date, to, _)) = date(&fragment, 0, self.year)
                    && leading
                {
                    return Label::Week(WeekHeading {
                        monday: Some(self.monday_from(date)),
                        to,
                        ..WeekHeading::default()
                    });
                }
                if (side == Side::Week || side == Side::ToGo)
                    && fragment.len() <= 2
                    && let Some(number) = fragment.count(0, 0..=60)
                {
                    let (number, to_go) = if side == Side::Week {
                        (Some(number), None)
                    } else {
                        (None, Some(number))
                    };
                    return Label::Week(WeekHeading {
                        number,
                        to_go,
                        to: 1,
                        monday: None,
                    });
                }
                Label::Words
            }
            (_, GridCell::Number(_)) => Label::Words,
        }
    }

    fn week_row(&mut self, row: u32) {
        let filled = self.columns.keys().any(|column| {
            self.grid
                .get(row, *column)
                .is_some_and(|cell| !cell.text().trim().is_empty())
        });
        // A row of totals or one phase across everything has nothing in its days.
        let named = self.labels(row);
        if !filled {
            return;
        }
        if self.is_total_row(row) {
            return;
        }
        if !(named || self.has_labels && self.begun) && self.dates.is_empty() {
            self.builder
                .begin_week(&WeekHeading::default(), String::new());
            self.begun = true;
        }
        let columns: Vec<(u32, Weekday)> = self
            .columns
            .iter()
            .map(|(column, day)| (*column, *day))
            .collect();
        for (column, day) in columns {
            let date = self.dates.get(&column).copied();
            self.day_cell(row, column, Some(day), date);
        }
    }

    /// True when the days of a row hold only figures and its name says that they are sums.
    fn is_total_row(&mut self, row: u32) -> bool {
        let total = (0..self.grid.columns()).any(|column| {
            let text = self.grid.text(row, column);
            !self.columns.contains_key(&column)
                && !text.is_empty()
                && matches!(self.side(&text), Side::Total(_))
                && matches!(self.grid.get(row, column), Some(GridCell::Text(_)))
                && !text.chars().any(|c| c.is_ascii_digit())
        });
        if total {
            for column in self.columns.keys().copied().collect::<Vec<_>>() {
                let text = self.grid.text(row, column);
                if !text.is_empty() {
                    let piece = self.piece(row, column, &text);
                    self.mark(&text, piece);
                }
            }
        }
        total
    }

    fn day_cell(&mut self, row: u32, column: u32, day: Option<Weekday>, date: Option<NaiveDate>) {
        let text = self.grid.text(row, column);
        if text.trim().is_empty() || text.chars().all(|c| !c.is_alphanumeric()) {
            return;
        }
        let piece = self.piece(row, column, &text);
        let mut fragment = Fragment::new(&text, piece, 0, self.context);
        let mut from = 0;
        let mut own_date = date;
        // A cell may begin with its own date: "24.11. easy 8 km".
        if own_date.is_none()
            && let Some((date, to, _)) = self::date(&fragment, 0, self.year)
        {
            fragment.read(0, to);
            from = to;
            own_date = Some(date);
            if to >= fragment.len() {
                self.dates.insert(column, date);
                self.builder.finish_fragment(&mut fragment);
                return;
            }
        }
        let ids = self
            .grid
            .ids
            .get(&(row, column))
            .cloned()
            .unwrap_or_default();
        // What this program wrote into a cell is plan text, as long as nobody changed it into something else.
        let own = (!ids.is_empty())
            .then(|| self.plan_text(&text, ids.len()))
            .flatten();
        let drafts = match own {
            Some(plans) => {
                let all = fragment.len();
                fragment.read(0, all);
                let place = fragment.place(0, all);
                let draft = |plan| Draft {
                    plan,
                    certainty: Certainty::Sure,
                    place,
                };
                plans.into_iter().map(draft).collect()
            }
            None => sessions(&mut fragment, from),
        };
        let date = own_date.map(|date| self.builder.dated(date));
        let days: Vec<Weekday> = if date.is_some() {
            Vec::new()
        } else {
            day.into_iter().collect()
        };
        if ids.is_empty() || ids.len() != drafts.len() {
            self.builder.add(&drafts, &days, date, None);
        } else {
            for (draft, id) in drafts.iter().zip(ids) {
                self.builder
                    .add(std::slice::from_ref(draft), &days, date, Some(id));
            }
        }
        self.builder.finish_fragment(&mut fragment);
    }

    /// The plans of a cell of plan text, when it reads without an error and holds as many as it should.
    fn plan_text(&self, text: &str, count: usize) -> Option<Vec<crate::domain::Plan>> {
        let lines = text.lines().map(|line| {
            if line.starts_with(' ') {
                line.to_owned()
            } else {
                format!("Mon {line}")
            }
        });
        let strict = crate::text::read(&lines.collect::<Vec<_>>().join("\n"), self.context.library);
        let fits = strict.errors.is_empty() && strict.sessions.len() == count;
        fits.then(|| {
            strict
                .sessions
                .into_iter()
                .map(|planned| planned.plan)
                .collect()
        })
    }

    /// One day a row.
    fn days(&mut self) {
        let columns = self.grid.columns();
        let mut heads: BTreeMap<u32, Head> = BTreeMap::new();
        let mut started = false;
        for row in 0..self.grid.rows() {
            let (days, date, when_columns) = self.when_of_row(row);
            if days.is_none() && date.is_none() {
                if started || !self.heads(row, &mut heads) {
                    self.other_row(row);
                }
                continue;
            }
            started = true;
            if let Some(day) = days
                && date.is_none()
            {
                self.builder.go_to(day);
            }
            let mut text = String::new();
            for column in 0..columns {
                if when_columns.contains(&column) {
                    continue;
                }
                let Some(cell) = self.grid.get(row, column) else {
                    continue;
                };
                let head = heads.get(&column).copied().unwrap_or(Head::Words);
                let own = match (head, cell) {
                    (Head::Week, _) => {
                        let words = cell.text();
                        let fragment = Fragment::new(&words, 0, 0, self.context);
                        let number = fragment
                            .count(0, 1..=60)
                            .or_else(|| week(&fragment, 0, None)?.number);
                        if date.is_none() {
                            self.week_of_row(number);
                        }
                        continue;
                    }
                    (Head::Unit(unit), GridCell::Number(_)) => format!("{} {}", cell.text(), unit),
                    (Head::Unit(unit), GridCell::Text(words))
                        if words
                            .chars()
                            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) =>
                    {
                        format!("{words} {unit}")
                    }
                    _ => cell.text(),
                };
                if own.trim().is_empty() {
                    continue;
                }
                if !text.is_empty() {
                    text.push_str(", ");
                }
                text.push_str(own.trim());
            }
            if text.chars().all(|c| !c.is_alphanumeric()) {
                continue;
            }
            let piece = self.piece(
                row,
                when_columns.iter().max().map_or(0, |column| column + 1),
                &text,
            );
            let mut fragment = Fragment::new(&text, piece, 0, self.context);
            let drafts = sessions(&mut fragment, 0);
            let date = date.map(|date| self.builder.dated(date));
            let days: Vec<Weekday> = if date.is_some() {
                Vec::new()
            } else {
                days.into_iter().collect()
            };
            self.builder.add(&drafts, &days, date, None);
            self.builder.finish_fragment(&mut fragment);
        }
    }

    fn week_of_row(&mut self, number: Option<u32>) {
        if let Some(number) = number
            && self.builder.current_week() != Some(number)
        {
            let heading = WeekHeading {
                number: Some(number),
                ..WeekHeading::default()
            };
            self.builder.begin_week(&heading, String::new());
        }
    }

    /// The day and date that a row names, and the columns they stand in.
    fn when_of_row(&self, row: u32) -> (Option<Weekday>, Option<NaiveDate>, Vec<u32>) {
        let (mut day, mut found, mut columns) = (None, None, Vec::new());
        for column in 0..self.grid.columns().min(8) {
            match self.grid.get(row, column) {
                Some(GridCell::Date(date)) if found.is_none() => {
                    found = Some(*date);
                    columns.push(column);
                }
                Some(GridCell::Text(text)) if text.len() < 40 => {
                    let fragment = Fragment::new(text, 0, 0, self.context);
                    if let Some(when) = when(&fragment, 0, self.year)
                        && when.to + 1 >= fragment.len()
                        && (when.date.is_some() || when.days.len() == 1)
                    {
                        found = found.or(when.date);
                        day = day.or(when.days.first().copied());
                        columns.push(column);
                    }
                }
                _ => {}
            }
        }
        (day, found, columns)
    }

    /// The names of columns: which hold weeks, and which figures of a unit.
    fn heads(&mut self, row: u32, heads: &mut BTreeMap<u32, Head>) -> bool {
        let filled: Vec<u32> = (0..self.grid.columns())
            .filter(|column| self.grid.get(row, *column).is_some())
            .collect();
        if filled.len() < 2 {
            return false;
        }
        for column in filled {
            let text = self.grid.text(row, column);
            let lower = super::scan::fold(&text);
            let fragment = Fragment::new(&text, 0, 0, self.context);
            let unit = (0..fragment.len()).find_map(|at| match fragment.meaning(at) {
                Some(Meaning::Unit(unit)) => Some(*unit),
                _ => None,
            });
            let distance = ["dist", "afstand", "strecke", "distanz"]
                .iter()
                .any(|word| lower.contains(word));
            let time = [
                "time",
                "dur",
                "zeit",
                "dauer",
                "tijd",
                "duree",
                "tiempo",
                "tempo (min",
            ]
            .iter()
            .any(|word| lower.contains(word));
            let own = match self.context.unit {
                crate::domain::DistanceUnit::Km => "km",
                crate::domain::DistanceUnit::Miles => "mi",
            };
            let head = match unit {
                _ if fragment.is(0, &Meaning::Week) => Head::Week,
                Some(Unit::Km) => Head::Unit("km"),
                Some(Unit::Mile) => Head::Unit("mi"),
                Some(Unit::Meter) if distance => Head::Unit("metres"),
                Some(Unit::Minute) => Head::Unit("min"),
                Some(Unit::Hour) if time => Head::Unit("h"),
                _ if distance => Head::Unit(own),
                _ if time => Head::Unit("min"),
                _ => Head::Words,
            };
            heads.insert(column, head);
            let piece = self.piece(row, column, &text);
            self.mark(&text, piece);
        }
        true
    }

    /// A row without a day: a heading of a week, a total, or words.
    fn other_row(&mut self, row: u32) {
        for column in 0..self.grid.columns() {
            let text = self.grid.text(row, column);
            if text.trim().is_empty() {
                continue;
            }
            let piece = self.piece(row, column, &text);
            let fragment = Fragment::new(&text, piece, 0, self.context);
            if let Some(heading) = week(&fragment, 0, self.year) {
                let title = tidy(fragment.written(heading.to, fragment.len()));
                self.builder.begin_week(&heading, title);
                self.mark(&text, piece);
            } else if matches!(self.side(&text), Side::Total(_)) {
                if let Some(total) = total_of(&fragment, None, self.context) {
                    self.builder.total(total);
                }
                self.mark(&text, piece);
            } else {
                let place = fragment.place(0, fragment.len());
                self.builder.note(place, &text);
            }
        }
    }
}

/// What the column of a list of days holds.
#[derive(Debug, Clone, Copy)]
enum Head {
    Week,
    /// Figures of this unit.
    Unit(&'static str),
    Words,
}

/// What a cell beside the days says.
enum Label {
    Week(WeekHeading),
    Total(Option<f64>),
    Words,
}

/// A total in metres; a plain figure has the unit of its column.
fn total_of(fragment: &Fragment, unit: Option<Unit>, context: &Context) -> Option<f64> {
    let scale = match unit {
        Some(Unit::Mile) => 1609.344,
        Some(_) => 1000.0,
        None => super::figures::unit_meters(context.unit),
    };
    (0..fragment.len()).find_map(|at| {
        let found = fragment
            .quantity(at, Setting::Whole)
            .filter(|found| found.amount.is_distance());
        match found {
            Some(found) => Some(found.amount.value()),
            None => fragment
                .number(at)
                .filter(|value| {
                    *value > 0.0
                        && !matches!(
                            fragment.items.get(at + 1).map(|item| &item.kind),
                            Some(ItemKind::Sign(':' | '%'))
                        )
                })
                .map(|value| value * scale),
        }
    })
}
