//! The page for the phone of one athlete.

use crate::chart::ChartSelection;
use crate::domain::{Athlete, ExportOrder};
use crate::export::phone::{PageRequest, phone_page, phone_words};
use crate::export::{ExportError, words};

use super::context::RenderContext;
use super::span::mondays;

/// What a page for a phone is.
const ABOUT_PAGE: &str = "Send it by mail or chat: it opens in the browser, also without a connection.\n\
    What is logged on it comes back as a small file or text. Drop or paste that here.";

/// What the page for the phone of an athlete is asked to hold.
fn page_request<'a>(
    order: &'a ExportOrder,
    athlete: &Athlete,
    context: &RenderContext<'a>,
    choice: &'a ChartSelection,
) -> PageRequest<'a> {
    PageRequest {
        weeks: mondays(order, athlete).collect(),
        coach: order.coach.trim(),
        logo: context.logo,
        message: order.message.trim(),
        guidance: order.guidance,
        session: order.session,
        today: context.today,
        dates: context.dates,
        written: context.written,
        choice,
    }
}

/// The page for the phone of the one athlete.
pub(super) fn phone_page_of(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<String, ExportError> {
    let athlete = athletes.first().ok_or(ExportError::Nobody)?;
    let choice = context.report.of(athlete.id);
    let request = page_request(order, athlete, context, &choice);
    phone_page(athlete, context.library, &request)
}

/// What a phone page is, how large it comes out, and its weeks in words.
pub(super) fn phone_page_preview(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<String, ExportError> {
    let athlete = athletes.first().ok_or(ExportError::Nobody)?;
    let page = phone_page_of(order, athletes, context)?;
    let choice = context.report.of(athlete.id);
    let request = page_request(order, athlete, context, &choice);
    let weeks = words::counted(order.weeks as usize, "week", "weeks");
    let size = page.len().div_ceil(1024);
    Ok(format!(
        "One file of {size} KB for any phone: {weeks}, today first, and the progress charts.\n{ABOUT_PAGE}\n\n{}",
        phone_words(athlete, context.library, &request)
    ))
}
