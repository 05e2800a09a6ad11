//! What an order will make, to be looked at beforehand.

use crate::domain::{Athlete, ExportOrder};
use crate::export::png::pages;
use crate::export::{ExportError, words};

use super::context::{RenderContext, in_units};
use super::pages::print_of;
use super::preview_table::ExportPreview;
use super::{render, renderers};

/// Letters of a text that are enough to look at.
const LOOK_LETTERS: usize = 12_000;

/// What an order will make.
///
/// # Errors
///
/// As those of [`render`].
pub fn preview_of(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<ExportPreview, ExportError> {
    if order.format.has_pages() {
        return Ok(ExportPreview::Pages(pages(&print_of(
            order, athletes, context,
        )?)?));
    }
    let Some(preview) = renderers::renderer(order.format).preview else {
        let bytes = render(order, athletes, context)?;
        let text = String::from_utf8_lossy(&bytes);
        return Ok(ExportPreview::Text(beginning(
            text.trim_start_matches('\u{FEFF}'),
        )));
    };
    let own = in_units(order, athletes);
    let athletes: Vec<&Athlete> = own.iter().collect();
    Ok(match preview(order, &athletes, context)? {
        ExportPreview::Text(text) => ExportPreview::Text(beginning(&text)),
        other => other,
    })
}

fn beginning(text: &str) -> String {
    let text = words::plain(text);
    if text.chars().count() <= LOOK_LETTERS {
        return text;
    }
    let start: String = text.chars().take(LOOK_LETTERS).collect();
    format!("{start}\n…")
}
