//! What comes of a request: the weeks as a strip, the days of one, and what had to be left out.

use egui::{CornerRadius, Frame, Label, Sense, Ui, vec2};

use crate::domain::{Kind, LegLoad, Session, SessionId, Units, Workout};
use crate::library::Library;
use crate::load::{content_of, distance_of, duration_of, title_of};
use crate::rules::{Finding, Severity};
use crate::season::{LeftOut, Refusal, Season, SeasonRequest, SeasonWeek};
use crate::ui::format;
use crate::ui::theme::{CONTROL_RADIUS, Palette, Weight, icons, text};
use crate::ui::widgets::marks;

use super::SeasonForm;
use super::strip;

/// Points that a weekday takes before a session.
const DAY_WIDTH: f32 = 26.0;

/// The outcome of a request, in the words of the screen.
#[derive(Debug, Clone)]
pub(super) struct Preview {
    /// What it came of.
    pub(super) request: SeasonRequest,
    /// What came of it.
    pub(super) outcome: Result<Season, Vec<Refusal>>,
    /// Its weeks in words.
    pub(super) weeks: Vec<WeekWords>,
    headline: String,
    counts: [usize; 3],
}

/// A week in words.
#[derive(Debug, Clone)]
pub(super) struct WeekWords {
    /// Where it stands: "Week 5 · Build, lighter · 21–27 Dec 2026".
    pub(super) title: String,
    /// What it comes to: "24 km · long run 11 km · 2 × strength".
    pub(super) sums: String,
    /// The worst that the rules find in it.
    pub(super) worst: Option<Severity>,
    findings: Vec<(Severity, String)>,
    rows: Vec<Row>,
}

/// A session in words.
#[derive(Debug, Clone)]
struct Row {
    day: &'static str,
    kind: Kind,
    legs: LegLoad,
    title: String,
    detail: String,
    because: String,
}

impl Preview {
    pub(super) fn new(
        request: SeasonRequest,
        outcome: Result<Season, Vec<Refusal>>,
        units: Units,
        library: &Library,
    ) -> Self {
        let mut preview = Self {
            request,
            weeks: Vec::new(),
            headline: String::new(),
            counts: [0; 3],
            outcome,
        };
        if let Ok(season) = &preview.outcome {
            let words = season
                .weeks
                .iter()
                .map(|week| week_words(week, season, units, library));
            preview.weeks = words.collect();
            preview.headline = headline(season, units);
            preview.counts =
                [Severity::Conflict, Severity::Caution, Severity::Tip].map(|severity| {
                    open(season)
                        .filter(|finding| finding.severity == severity)
                        .count()
                });
        }
        preview
    }
}

/// Findings that nobody accepted.
fn open(season: &Season) -> impl Iterator<Item = &Finding> {
    season
        .findings
        .iter()
        .filter(|finding| finding.accepted.is_none())
}

fn headline(season: &Season, units: Units) -> String {
    let weeks = format::plural(season.weeks.len(), "week", "weeks");
    let distance = |meters| format::distance(meters, units);
    let first = season.weeks.first().map(|week| distance(week.distance));
    let biggest = season
        .weeks
        .iter()
        .map(|week| week.distance)
        .reduce(further);
    let longest = season.weeks.iter().map(|week| week.long).reduce(further);
    let span = first
        .zip(biggest.map(distance))
        .map(|(first, biggest)| format!("{first} to {biggest} a week"));
    let long = longest
        .filter(|far| far.m() > 0.0)
        .map(|far| format!("long run to {}", distance(far)));
    [Some(weeks), span, long]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn further(a: crate::domain::Meters, b: crate::domain::Meters) -> crate::domain::Meters {
    if b.m() > a.m() { b } else { a }
}

fn week_words(week: &SeasonWeek, season: &Season, units: Units, library: &Library) -> WeekWords {
    let ids: Vec<SessionId> = week.sessions.iter().map(|session| session.id).collect();
    let hangs_here = |finding: &&Finding| {
        finding
            .sessions
            .first()
            .is_some_and(|first| ids.contains(first))
    };
    let findings: Vec<(Severity, String)> = open(season)
        .filter(hangs_here)
        .map(|finding| (finding.severity, finding.message.clone()))
        .collect();
    let lighter = if week.cutback { ", lighter" } else { "" };
    let title = format!(
        "Week {} · {}{lighter} · {}",
        week.number,
        week.phase.name(),
        format::week_span(week.first)
    );
    let long =
        (week.long.m() > 0.0).then(|| format!("long run {}", format::distance(week.long, units)));
    let strength = (week.strength > 0).then(|| format!("{} × strength", week.strength));
    let sums = [Some(format::distance(week.distance, units)), long, strength];
    WeekWords {
        title,
        sums: sums.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        worst: findings.iter().map(|(severity, _)| *severity).max(),
        findings,
        rows: week
            .sessions
            .iter()
            .map(|session| row(session, season, units, library))
            .collect(),
    }
}

fn row(session: &Session, season: &Season, units: Units, library: &Library) -> Row {
    let profile = &season.profile;
    let legs = match &session.plan.workout {
        Workout::Strength(plan) => content_of(plan, library).leg_load,
        _ => LegLoad::None,
    };
    let far = distance_of(&session.plan, profile).map(|far| format::distance(far.value, units));
    let takes = Some(duration_of(&session.plan, profile).value).filter(|minutes| minutes.0 > 0);
    let facts = [
        format::start(session.plan.start),
        far,
        takes.map(format::minutes),
    ];
    Row {
        day: format::weekday(session.date),
        kind: session.kind(),
        legs,
        title: title_of(&session.plan, library),
        detail: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        because: session.because.clone(),
    }
}

/// Draws what came of the request, faded while a newer one is under way.
pub(super) fn preview_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    let Some(preview) = &form.preview else {
        ui.label(text("Working the season out…", 12.0, Weight::Regular).color(palette.text_soft));
        return;
    };
    let Ok(season) = &preview.outcome else {
        refused_ui(ui, palette);
        return;
    };
    if preview.request != form.request {
        ui.multiply_opacity(0.55);
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.label(text(&preview.headline, 13.0, Weight::SemiBold));
    for words in [&season.paces, &season.lifting] {
        if !words.is_empty() {
            let words = text(words, 11.0, Weight::Regular).color(palette.text_soft);
            ui.add(Label::new(words).wrap());
        }
    }
    ui.horizontal(|ui| {
        ui.label(text("The rules find:", 12.0, Weight::Regular).color(palette.text_soft));
        marks::counts_ui(ui, palette, preview.counts);
    });
    if let Some(clicked) = strip::strip_ui(ui, palette, season, &preview.weeks, form.week) {
        form.week = clicked;
    }
    if let Some(week) = preview.weeks.get(form.week) {
        week_ui(ui, palette, week);
    }
    left_out_ui(ui, palette, &season.left_out);
}

fn refused_ui(ui: &mut Ui, palette: &Palette) {
    let words = "As soon as the request can be met, the season stands here: its weeks, its days, and a reason for \
                 each session.";
    ui.add(Label::new(text(words, 12.0, Weight::Regular).color(palette.text_soft)).wrap());
}

fn week_ui(ui: &mut Ui, palette: &Palette, week: &WeekWords) {
    ui.add_space(2.0);
    ui.label(text(&week.title, 13.0, Weight::SemiBold));
    ui.label(text(&week.sums, 12.0, Weight::Regular).color(palette.text_soft));
    for (severity, message) in &week.findings {
        ui.horizontal_top(|ui| {
            marks::mark_ui(ui, palette, *severity);
            let message = text(message, 12.0, Weight::Regular).color(palette.severity(*severity));
            ui.add(Label::new(message).wrap());
        });
    }
    for row in &week.rows {
        row_ui(ui, palette, row);
    }
}

fn row_ui(ui: &mut Ui, palette: &Palette, row: &Row) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (bar, _) = ui.allocate_exact_size(vec2(3.0, 30.0), Sense::hover());
        let color = palette.kind(row.kind, row.legs);
        ui.painter().rect_filled(bar, CornerRadius::same(1), color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                let day = text(row.day, 12.0, Weight::Medium).color(palette.text_soft);
                ui.add_sized(
                    vec2(DAY_WIDTH, 16.0),
                    Label::new(day).halign(egui::Align::Min),
                );
                ui.label(text(&row.title, 12.0, Weight::SemiBold));
                ui.label(text(&row.detail, 12.0, Weight::Regular).color(palette.text_soft));
            });
            if !row.because.is_empty() {
                let because = text(&row.because, 11.0, Weight::Regular).color(palette.text_faint);
                ui.add(Label::new(because).wrap());
            }
        });
    });
}

/// What was asked for and could not be had.
fn left_out_ui(ui: &mut Ui, palette: &Palette, left_out: &[LeftOut]) {
    ui.add_space(4.0);
    ui.label(text("Left out", 13.0, Weight::SemiBold));
    if left_out.is_empty() {
        ui.horizontal(|ui| {
            ui.label(icons::icon(icons::CHECK, 14.0).color(palette.clear()));
            let all = "Nothing: all that was asked for found its place.";
            ui.label(text(all, 12.0, Weight::Regular).color(palette.text_soft));
        });
        return;
    }
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for left in left_out {
            let what = format!("{}{}", left.what, weeks(&left.weeks));
            ui.add(Label::new(text(what, 12.0, Weight::SemiBold)).wrap());
            let why = text(&left.why, 12.0, Weight::Regular).color(palette.text_soft);
            ui.add(Label::new(why).wrap());
        }
    });
}

/// Which weeks something is about: ", week 3", ", weeks 3, 5–7".
fn weeks(weeks: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &week in weeks {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == week => *last = week,
            _ => runs.push((week, week)),
        }
    }
    let words: Vec<String> = runs
        .iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    match weeks.len() {
        0 => String::new(),
        1 => format!(", week {}", words.join(", ")),
        _ => format!(", weeks {}", words.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::weeks;

    #[test]
    fn weeks_in_a_row_are_named_together() {
        assert_eq!(weeks(&[]), "");
        assert_eq!(weeks(&[3]), ", week 3");
        assert_eq!(weeks(&[1, 2, 3, 7]), ", weeks 1–3, 7");
    }
}
