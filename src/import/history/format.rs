//! What a format of history is.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::domain::{DistanceUnit, MassUnit};

use crate::history::{DayOrder, FileContents};

use super::table::Table;

/// What was said besides the files.
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions {
    /// The unit of masses where the file is silent.
    pub mass: Option<MassUnit>,
    /// The unit of distances where the file is silent.
    pub distance: Option<DistanceUnit>,
    /// Which comes first in dates of figures alone, where a file leaves it open.
    pub order: DayOrder,
    /// Turns moments in UTC into the athlete's own time.
    pub zone: fn(DateTime<Utc>) -> NaiveDateTime,
}

impl Default for ReadOptions {
    /// Nothing said, and moments in UTC as they are.
    fn default() -> Self {
        Self {
            mass: None,
            distance: None,
            order: DayOrder::Unknown,
            zone: |utc| utc.naive_utc(),
        }
    }
}

/// A file as the formats look at it.
pub enum Content<'a> {
    /// Cells in rows.
    Table(Table<'a>),
    /// Markup.
    Xml(&'a str),
    /// Bytes of a watch.
    Fit(&'a [u8]),
    /// What a phone page sent.
    Reply(&'a str),
    /// Text of no known shape.
    Text,
}

impl<'a> Content<'a> {
    /// True for the bytes of a watch's own file.
    pub fn is_fit(bytes: &[u8]) -> bool {
        bytes.get(8..12) == Some(b".FIT")
    }

    /// Looks at a text.
    pub fn of_text(text: &'a str) -> Self {
        if is_reply(text) {
            return Self::Reply(text);
        }
        if text.trim_start().starts_with('<') {
            return Self::Xml(text);
        }
        Table::new(text).map_or(Self::Text, Self::Table)
    }

    /// The table, where it is one.
    pub fn table(&self) -> Option<&Table<'a>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// The word that every answer of a phone page says near its beginning.
pub const REPLY_WORD: &str = "ironstride-answer";
/// How many bytes from the beginning it may stand: behind a greeting, not in the notes of a training log.
const REPLY_HEAD: usize = 4096;

/// True for the text of an answer from a phone page, whatever stands before and behind it in a mail.
pub fn is_reply(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(REPLY_HEAD)];
    let mut words = head.windows(REPLY_WORD.len());
    words.any(|word| word == REPLY_WORD.as_bytes()) && text.contains('{')
}

/// A format of history: one file each in `formats`, and one line in [`super::FORMATS`].
pub struct HistoryFormat {
    /// The word for it in `--json`, and the system that ids of its sessions belong to.
    pub id: &'static str,
    /// Its name as people know it.
    pub name: &'static str,
    reader: Reader,
}

/// How a format is known and read. Reading never fails: what cannot be taken is skipped and says why.
enum Reader {
    /// A table.
    Table(fn(&Table) -> bool, fn(&Table, &ReadOptions) -> FileContents),
    /// Anything else.
    Content(
        fn(&Content) -> bool,
        fn(&Content, &ReadOptions) -> FileContents,
    ),
}

impl HistoryFormat {
    /// A format whose files are tables.
    pub const fn of_tables(
        id: &'static str,
        name: &'static str,
        recognises: fn(&Table) -> bool,
        read: fn(&Table, &ReadOptions) -> FileContents,
    ) -> Self {
        let reader = Reader::Table(recognises, read);
        Self { id, name, reader }
    }

    /// A format whose files are no tables.
    pub const fn of_contents(
        id: &'static str,
        name: &'static str,
        recognises: fn(&Content) -> bool,
        read: fn(&Content, &ReadOptions) -> FileContents,
    ) -> Self {
        let reader = Reader::Content(recognises, read);
        Self { id, name, reader }
    }

    /// True when the content is of this format, whatever the file is called.
    pub fn recognises(&self, content: &Content) -> bool {
        match self.reader {
            Reader::Table(recognises, _) => content.table().is_some_and(recognises),
            Reader::Content(recognises, _) => recognises(content),
        }
    }

    /// Reads it. Never fails: what cannot be taken is skipped and says why.
    pub fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        match (&self.reader, content) {
            (Reader::Table(_, read), Content::Table(table)) => read(table, options),
            (Reader::Table(..), _) => FileContents::default(),
            (Reader::Content(_, read), _) => read(content, options),
        }
    }
}
