//! The accepted findings of an athlete: what, when and why, and the way to withdraw each.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Align, Label, Layout, Role, Ui, WidgetInfo, vec2};

use crate::domain::{Accepted, Athlete, WorkspaceSettings};
use crate::library::Library;
use crate::load;
use crate::rules::{self, Context, Timeline};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, card_frame, icons, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::empty::empty_ui;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::scrolling;

use super::draft::Draft;

/// An accepted finding in words.
#[derive(Debug, Clone)]
pub(super) struct AcceptedLine {
    accepted: Accepted,
    title: &'static str,
    what: String,
    holds: bool,
    is_withdrawn: bool,
}

/// The accepted findings of an athlete, the latest first.
pub(super) fn lines(
    athlete: &Athlete,
    settings: &WorkspaceSettings,
    library: &Library,
    today: NaiveDate,
) -> Vec<AcceptedLine> {
    let profile = settings.checked(&athlete.profile);
    let context = Context::new(&profile, library, today);
    let mut lines: Vec<AcceptedLine> = athlete
        .profile
        .accepted
        .iter()
        .map(|accepted| AcceptedLine {
            accepted: accepted.clone(),
            title: rules::rule(&accepted.rule).map_or("A rule of another version", |r| r.title),
            what: what(accepted, athlete, library),
            holds: holds(accepted, athlete, &context),
            is_withdrawn: false,
        })
        .collect();
    lines.sort_by_key(|line| Reverse(line.accepted.date));
    lines
}

/// The sessions concerned, as they stand today.
fn what(accepted: &Accepted, athlete: &Athlete, library: &Library) -> String {
    let sessions: Vec<String> = accepted
        .sessions
        .iter()
        .map(|id| match athlete.sessions.get(*id) {
            Some(session) => {
                let title = load::title_of(&session.plan, library);
                let day = format::weekday(session.date);
                format!("{title}, {day} {}", format::day_month(session.date))
            }
            None => "a session that is gone".to_owned(),
        })
        .collect();
    sessions.join(" · ")
}

/// True when the finding still stands as it did when it was accepted.
fn holds(accepted: &Accepted, athlete: &Athlete, context: &Context) -> bool {
    let sessions = accepted.sessions.iter();
    let days: BTreeSet<NaiveDate> = sessions
        .filter_map(|id| athlete.sessions.get(*id))
        .map(|session| session.date)
        .collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return false;
    };
    let timeline = Timeline::new(athlete, context, *first, *last);
    let found = rules::check(&timeline, context);
    found.iter().any(|finding| {
        finding.rule == accepted.rule
            && finding.sessions == accepted.sessions
            && finding.state == accepted.state
    })
}

/// Draws the list.
pub(super) fn accepted_ui(
    ui: &mut Ui,
    palette: &Palette,
    draft: &mut Draft,
    lines: &mut [AcceptedLine],
    height: f32,
) {
    if lines.is_empty() {
        let name = &draft.athlete().profile.name;
        let title = format!("Nothing has been accepted for {name}");
        let words = "Where a finding is meant to be so, choose “Accept…” on it and say why. It then stays quiet until one \
                     of its sessions changes, its reason is printed with the week, and it can be withdrawn here.";
        let size = vec2(ui.available_width(), height);
        empty_ui(ui, palette, size, icons::ACCEPTED, &title, words);
        return;
    }
    ui.set_min_height(height);
    let mut turned = None;
    scrolling::list(height)
        .id_salt("accepted findings")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            row_keys::list_ui(ui, "accepted findings", |ui, keys| {
                for (index, line) in lines.iter().enumerate() {
                    if line_ui(ui, keys, palette, line) {
                        turned = Some(index);
                    }
                }
            });
        });
    if let Some(line) = turned.and_then(|index| lines.get_mut(index)) {
        line.is_withdrawn = !line.is_withdrawn;
        let profile = &draft.athlete().profile;
        let is_kept = |accepted: &&Accepted| {
            let mut withdrawn = lines.iter().filter(|line| line.is_withdrawn);
            !withdrawn.any(|line| line.accepted == **accepted)
        };
        let kept = profile.accepted.iter().filter(is_kept).cloned().collect();
        draft.keep_accepted(kept);
    }
}

/// Draws a finding, and tells whether it is to be withdrawn or kept after all.
fn line_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, line: &AcceptedLine) -> bool {
    let frame = card_frame(palette.hairline);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        let mut is_turned = false;
        ui.horizontal(|ui| {
            let mut title = text(line.title, 13.0, Weight::SemiBold);
            if line.is_withdrawn {
                title = title.strikethrough().color(palette.text_faint);
            }
            ui.label(title);
            let state = match (line.is_withdrawn, line.holds) {
                (true, _) => "will be withdrawn",
                (false, true) => "quiet",
                (false, false) => "lapsed: what it was about has changed",
            };
            ui.label(text(state, 12.0, Weight::Regular).color(palette.text_soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let verb = if line.is_withdrawn {
                    "Keep"
                } else {
                    "Withdraw"
                };
                let button = keys.small_ui(ui, verb);
                let name = format!("{verb} “{}”: {}", line.title.to_lowercase(), line.what);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                is_turned = button.clicked();
            });
        });
        aside::soft_ui(ui, palette, 12.0, &line.what);
        let (reason, date) = (&line.accepted.reason, line.accepted.date);
        let why = format!("Accepted on {} because: {reason}", format::date(date));
        ui.add(Label::new(text(why, 12.0, Weight::Regular).color(palette.text)).wrap());
        is_turned
    });
    shown.inner
}
