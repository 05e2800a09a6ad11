//! What a screen reader says of days and sessions after their names: load, limits, races, and what was found.

use chrono::NaiveDate;
use egui::Response;

use crate::domain::Session;
use crate::rules::Finding;
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::view::View;
use crate::ui::widgets::live;

use super::day_head;
use super::day_load::load_of;

/// Describes a day: "load 310 AU, limited to …, race Half marathon, conflict: Legs too close to intervals".
pub(super) fn describe_day(response: &Response, view: &View, date: NaiveDate) {
    live::describe(response, || {
        let mut parts = load_words(load_of(view, date));
        parts.extend(day_head::words(view, date));
        let races = view.athlete.profile.races.iter();
        let races = races.filter(|race| race.date == date);
        parts.extend(races.map(|race| format!("race {}", race.name)));
        let on_day = |finding: &&Finding| finding.days.contains(&date);
        parts.extend(found(view, on_day));
        parts.join(", ")
    });
}

/// Describes a session: "load 240 AU, caution: Legs two days in a row".
pub(super) fn describe_session(
    response: &Response,
    view: &View,
    session: &Session,
    facts: &CardFacts,
) {
    live::describe(response, || {
        let mut parts = load_words(facts.load);
        parts.extend(found(view, |finding| {
            finding.sessions.contains(&session.id)
        }));
        parts.join(", ")
    });
}

fn load_words(load: f64) -> Vec<String> {
    let has_load = load.round() > 0.0;
    let words = has_load.then(|| format!("load {} AU", format::number(load, 0)));
    words.into_iter().collect()
}

/// The findings of the shown week that are not accepted, and fit.
fn found<'v>(
    view: &'v View,
    fits: impl Fn(&&Finding) -> bool + 'v,
) -> impl Iterator<Item = String> + 'v {
    let open = view.derived.findings.iter();
    let open = open.filter(|finding| finding.accepted.is_none() && !finding.is_about_a_week());
    open.filter(fits).map(|finding| {
        let severity = finding.severity.word().to_lowercase();
        format!("{severity}: {}", finding.title)
    })
}
