//! A plan in, the bytes of a document out. No files, no screen.
//!
//! [`week_sheet`] gathers a week as plain words, and the writers turn that one [`WeekSheet`] into a PDF, a picture
//! or Markdown, so that all three say the same. [`records`] gathers any span of days as tables, for spreadsheets;
//! [`calendar`] makes events of it. The moment of writing is an argument: nothing here reads a clock.

mod calendar;
mod cards;
mod engine;
mod error;
mod headline;
mod line_breaks;
mod logo;
pub mod phone;
mod plan_table;
mod png;
mod print;
mod progress;
mod publish;
pub mod records;
mod render;
mod season_data;
mod session_data;
mod sheet;
mod tables;
mod watch;
mod week_data;
mod week_markdown;
pub mod words;

#[cfg(test)]
mod filled_week_tests;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;

pub use calendar::{CalendarOptions, Earlier, EventTimes, calendar, calendar_after, local_moment};
pub use error::ExportError;
pub use logo::Logo;
pub use plan_table::{
    ID_HEAD, PlanRow, add_plan_sheet, cell_words, plan_csv, plan_rows, plan_workbook, whole_span,
};
pub use png::{PageImage, Pages, pages, png, svg_png};
pub use print::{Print, pdf};
pub use progress::{
    ChartNote, ChartSection, Drawings, Fact, NarrowChart, ProgressOptions, ProgressSheet,
    ReportChart, TitleWord, narrow_charts, progress_sheet,
};
pub use publish::{Published, publish, withdraw};
pub use render::{ExportPreview, RenderContext, preview_of, print_of, render};
pub use season_data::{SeasonRow, SeasonSheet, season_sheet};
pub use session_data::{
    ExerciseSheet, Muscles, Pictures, SessionOptions, SessionSheet, session_sheets,
};
pub use sheet::{
    Booklet, Card, DaySheet, ExerciseRow, FindingLine, SetCell, StrengthTable, TickBox, Tone,
    WeekSheet,
};
pub use week_data::{WeekOptions, week_sheet};
pub use week_markdown::week_markdown;
