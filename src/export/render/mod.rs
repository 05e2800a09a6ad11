//! An order carried out: athletes in, the bytes of the file out.

mod context;
mod pages;
mod phone_page;
mod preview;
mod preview_table;
mod renderers;
mod span;
mod tables;
mod texts;

use crate::domain::{Athlete, ExportOrder};

use super::ExportError;

pub use context::RenderContext;
pub use pages::print_of;
pub use preview::preview_of;
pub use preview_table::ExportPreview;

use context::in_units;
use renderers::renderer;

/// The bytes of the file that an order asks for.
///
/// # Errors
///
/// [`ExportError`] when there is no athlete, when the form holds one athlete only and there are more, or when the file
/// cannot be made. No text that people typed is a reason for it.
pub fn render(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<Vec<u8>, ExportError> {
    if athletes.is_empty() {
        return Err(ExportError::Nobody);
    }
    if athletes.len() > 1 && !order.format.holds_many() {
        return Err(ExportError::OneOnly(order.format.label()));
    }
    let own = in_units(order, athletes);
    let athletes: Vec<&Athlete> = own.iter().collect();
    let renderer = renderer(order.format);
    (renderer.bytes)(order, &athletes, context)
}
