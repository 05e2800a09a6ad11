//! What of an order is text: a calendar, plan text, Markdown.

use crate::domain::{Athlete, EventPlace, ExportOrder};
use crate::export::calendar::{CalendarOptions, EventTimes, agenda, calendar};
use crate::export::week_markdown::week_markdown;
use crate::text;

use super::context::RenderContext;
use super::pages::weeks;
use super::span::span;

pub(super) fn events(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> String {
    let days = |athlete: &Athlete| span(order, athlete);
    calendar(athletes, context.library, &days, options(order, context))
}

/// The same events as people read them.
pub(super) fn events_in_words(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> String {
    let days = |athlete: &Athlete| span(order, athlete);
    let options = options(order, context);
    agenda(athletes, context.library, &days, options, context.dates)
}

fn options(order: &ExportOrder, context: &RenderContext) -> CalendarOptions {
    CalendarOptions {
        written: context.written,
        times: match order.events {
            EventPlace::AllDay => EventTimes::AllDay,
            EventPlace::Timed => EventTimes::Timed(context.zone),
        },
        reminder: order.reminder,
    }
}

pub(super) fn plan_text(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> String {
    let texts = athletes.iter().map(|athlete| {
        let (first, last) = span(order, athlete);
        text::write(athlete, context.library, first, last).text
    });
    texts.collect()
}

pub(super) fn markdown(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> String {
    let texts = weeks(order, athletes, context);
    let texts: Vec<String> = texts.iter().map(week_markdown).collect();
    texts.join("\n")
}

/// A text without the characters that steer a terminal, which a title may have come with.
pub(super) fn visible(text: &str) -> String {
    let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(plain).collect()
}
