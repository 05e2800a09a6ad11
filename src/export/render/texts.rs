//! What of an order is text: a calendar, plan text, Markdown.

use crate::domain::{Athlete, EventPlace, Order};
use crate::export::calendar::{CalendarOptions, EventTimes, calendar};
use crate::export::week_markdown::week_markdown;
use crate::text;

use super::maker::Maker;
use super::pages::weeks;
use super::span::span;

pub(super) fn events(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let options = CalendarOptions {
        written: maker.written,
        times: match order.events {
            EventPlace::AllDay => EventTimes::AllDay,
            EventPlace::Timed => EventTimes::Timed(maker.zone),
        },
        reminder: order.reminder,
    };
    let days = |athlete: &Athlete| span(order, athlete);
    calendar(athletes, maker.library, &days, options)
}

pub(super) fn plan_text(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let texts = athletes.iter().map(|athlete| {
        let (first, last) = span(order, athlete);
        text::write(athlete, maker.library, first, last).text
    });
    texts.collect()
}

pub(super) fn markdown(order: &Order, athletes: &[&Athlete], maker: &Maker) -> String {
    let texts = weeks(order, athletes, maker);
    let texts: Vec<String> = texts.iter().map(week_markdown).collect();
    texts.join("\n")
}

/// A text without the characters that steer a terminal, which a title may have come with.
pub(super) fn visible(text: &str) -> String {
    let plain = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(plain).collect()
}
