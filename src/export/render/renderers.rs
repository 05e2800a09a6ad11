//! The forms of files, a row each.

use crate::domain::{Athlete, DateStyle, ExportFormat, ExportOrder};
use crate::export::ExportError;
use crate::export::png::png;
use crate::export::print::pdf;
use crate::export::records;
use crate::export::watch::{watch_archive, watch_words};

use super::context::RenderContext;
use super::pages::print;
use super::phone_page::{phone_page_of, phone_page_preview};
use super::preview_table::{ExportPreview, preview_table};
use super::span::span;
use super::tables::{plain_table, workbook, workbook_preview};
use super::texts::{events, events_in_words, markdown, plan_text, visible};

/// Rows of a file's one table that are enough to look at.
const MOST_ROWS: usize = 60;

/// Points of a page become this many pixels in a picture.
const PICTURE_SCALE: f32 = 2.0;

/// What an archive for watches is.
const ABOUT_WATCH: &str = "A .zip with a workout (.fit) for each session that is still to be done, and for runs \
    the same as text for intervals.icu. Import the .fit files with the watch’s own program, \
    or copy them into the folder NewFiles of a Garmin.";

/// Makes something of weeks of athletes.
pub(super) type Render<T> = fn(&ExportOrder, &[&Athlete], &RenderContext) -> Result<T, ExportError>;

/// How the bytes of a form of files are made.
pub(super) struct Renderer {
    format: ExportFormat,
    pub(super) bytes: Render<Vec<u8>>,
    /// What is shown of a form that has no pages, where people do not read its bytes as they are.
    pub(super) preview: Option<Render<ExportPreview>>,
}

/// One row a form.
const RENDERERS: [Renderer; ExportFormat::ALL.len()] = [
    Renderer {
        format: ExportFormat::Pdf,
        bytes: |order, athletes, context| pdf(&print(order, athletes, context)?),
        preview: None,
    },
    Renderer {
        format: ExportFormat::Png,
        bytes: |order, athletes, context| png(&print(order, athletes, context)?, PICTURE_SCALE),
        preview: None,
    },
    Renderer {
        format: ExportFormat::Ics,
        bytes: |order, athletes, context| Ok(events(order, athletes, context).into_bytes()),
        preview: Some(|order, athletes, context| {
            Ok(ExportPreview::Text(events_in_words(
                order, athletes, context,
            )))
        }),
    },
    Renderer {
        format: ExportFormat::Xlsx,
        bytes: workbook,
        preview: Some(|order, athletes, context| {
            let tables = workbook_preview(order, athletes, context);
            Ok(ExportPreview::Tables(tables.into()))
        }),
    },
    Renderer {
        format: ExportFormat::Csv,
        bytes: |order, athletes, context| {
            records::csv(&plain_table(order.record, order, athletes, context))
        },
        preview: Some(|order, athletes, context| {
            let table = plain_table(order.record, order, athletes, context);
            let shown = preview_table(&table, DateStyle::Iso, MOST_ROWS);
            Ok(ExportPreview::Tables([shown].into()))
        }),
    },
    Renderer {
        format: ExportFormat::Text,
        bytes: |order, athletes, context| {
            Ok(visible(&plan_text(order, athletes, context)).into_bytes())
        },
        preview: None,
    },
    Renderer {
        format: ExportFormat::Markdown,
        bytes: |order, athletes, context| {
            Ok(visible(&markdown(order, athletes, context)).into_bytes())
        },
        preview: None,
    },
    Renderer {
        format: ExportFormat::Html,
        bytes: |order, athletes, context| Ok(phone_page_of(order, athletes, context)?.into_bytes()),
        preview: Some(|order, athletes, context| {
            phone_page_preview(order, athletes, context).map(ExportPreview::Text)
        }),
    },
    Renderer {
        format: ExportFormat::Watch,
        bytes: |order, athletes, context| {
            let athlete = athletes.first().ok_or(ExportError::Nobody)?;
            watch_archive(
                athlete,
                context.library,
                span(order, athlete),
                context.written,
            )
        },
        preview: Some(|order, athletes, context| {
            let athlete = athletes.first().ok_or(ExportError::Nobody)?;
            let words = watch_words(
                athlete,
                context.library,
                span(order, athlete),
                context.dates,
            );
            if words.is_empty() {
                return Err(ExportError::NoWorkouts);
            }
            Ok(ExportPreview::Text(format!("{ABOUT_WATCH}\n\n{words}")))
        }),
    },
];

pub(super) fn renderer(format: ExportFormat) -> &'static Renderer {
    let mut all = RENDERERS.iter();
    // Every form has a row; a test holds the table to that.
    all.find(|renderer| renderer.format == format)
        .unwrap_or(&RENDERERS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_a_row() {
        for format in ExportFormat::ALL {
            assert_eq!(renderer(format).format, format);
        }
    }
}
