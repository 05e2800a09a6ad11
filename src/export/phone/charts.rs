//! The progress charts of a page as markup, and their colours on a dark background.

use std::fmt::Write;

use chrono::{Days, NaiveDate};

use crate::chart::color::{Hue, Shade, Tone};
use crate::domain::{Athlete, Week};
use crate::export::{NarrowChart, narrow_charts};
use crate::library::Library;

use super::markup::escaped;
use super::request::PageRequest;

/// Weeks that the charts look back on, the current one among them.
const WEEKS: u32 = 12;

/// Every hue of a chart with its colour on a dark background, as distinct there as the other one is on white.
const ON_DARK: [(Hue, u32); 16] = [
    (Hue::Run, 0x7F97EE),
    (Hue::Strength, 0xA685EC),
    (Hue::Easy, 0x4DC2A5),
    (Hue::Steady, 0x64A9E6),
    (Hue::Quality, 0xF09A55),
    (Hue::Race, 0xE8668F),
    (Hue::Grey, 0x96A1B0),
    (Hue::Text, 0xE8EDF3),
    (Hue::Soft, 0xB7C1CD),
    (Hue::Faint, 0x9AA6B4),
    (Hue::Hairline, 0x323C49),
    (Hue::Accent, 0x3FB8AC),
    (Hue::Conflict, 0xF28585),
    (Hue::Caution, 0xE0AF57),
    (Hue::Clear, 0x4DC2A5),
    (Hue::Surface, 0x1A212B),
];

/// The charts of the last weeks as sections of markup.
pub(super) fn charts(athlete: &Athlete, library: &Library, request: &PageRequest<'_>) -> String {
    let from = first_week(request.today, athlete);
    let charts = narrow_charts(
        athlete,
        library,
        request.choice,
        from,
        WEEKS,
        (request.today, request.dates),
    );
    let mut out = String::new();
    for chart in &charts {
        section(chart, &mut out);
    }
    out
}

fn first_week(today: NaiveDate, athlete: &Athlete) -> NaiveDate {
    let week = Week::of(today, athlete.profile.week_start).first();
    let lead = Days::new(7 * u64::from(WEEKS - 1));
    week.checked_sub_days(lead).unwrap_or(week)
}

fn section(chart: &NarrowChart, out: &mut String) {
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        out,
        r#"<section class="chart"><h3>{}</h3><p class="answer">{}</p>"#,
        escaped(&chart.title),
        escaped(&chart.answer),
    );
    if !chart.key.is_empty() {
        out.push_str(r#"<ul class="key" aria-hidden="true">"#);
        for (word, sample) in &chart.key {
            let sample = sample.as_deref().unwrap_or_default();
            let _ = write!(out, "<li>{sample}{}</li>", escaped(word));
        }
        out.push_str("</ul>");
    }
    // The drawing is for the eye; what it says stands beside it for those who listen.
    let drawing = chart
        .svg
        .replacen(r#"role="img""#, r#"aria-hidden="true""#, 1);
    let _ = write!(
        out,
        r#"{drawing}<p class="heard">{}</p></section>"#,
        escaped(&chart.summary)
    );
}

/// Style rules that give the colours of the drawings their counterparts on a dark background. What is pale on white is
/// dim on dark, so that planned training never outshines what was done.
pub(super) fn dark_rules() -> String {
    let surface = 0x1A212B;
    let mut rules = String::new();
    for (hue, full) in ON_DARK {
        let word = Tone::of(hue).word_hex();
        let _ = write!(rules, r#".chart text[fill="{word}"]{{fill:#{full:06X}}}"#);
        for shade in [Shade::Full, Shade::Faded, Shade::Tint] {
            let tone = Tone::of(hue).with(shade);
            let dark = mixed(full, surface, tone.share_on_paper());
            for what in ["fill", "stroke"] {
                let _ = write!(
                    rules,
                    r#".chart [{what}="{}"]{{{what}:#{dark:06X}}}"#,
                    tone.hex()
                );
            }
        }
    }
    rules
}

/// A colour laid over a background at `share`, from 0 to 1.
fn mixed(colour: u32, ground: u32, share: f32) -> u32 {
    [16, 8, 0].into_iter().fold(0, |mixed, shift| {
        let part = |of: u32| ((of >> shift) & 0xFF) as f32;
        let value = part(ground) + (part(colour) - part(ground)) * share;
        mixed | (value.round() as u32) << shift
    })
}
