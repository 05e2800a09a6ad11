//! The verdict of a day while something is dragged: its tint, its mark, and on the hovered day the reason in words.

use chrono::{Datelike, Days, NaiveDate};
use egui::{Align2, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui};

use crate::domain::DayPart;
use crate::load;
use crate::planning;
use crate::rules::Verdict;
use crate::ui::format::{self, lower_first};
use crate::ui::lay_week;
use crate::ui::shared::{Drag, Dragged, Shared};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, font};
use crate::ui::view::View;
use crate::ui::widgets::marks;

use super::drag;
use super::landing::Landing;
use super::note::{Foot, HOME, Judged, Note, Paragraph, color_of};

/// A day as it is drawn while something is dragged.
pub(super) struct DropTarget<'a> {
    /// The day.
    pub(super) date: NaiveDate,
    /// Its place in the week, from 0.
    pub(super) index: usize,
    /// Its column.
    pub(super) column: Rect,
    /// The height at which its evening begins.
    pub(super) boundary: f32,
    /// What is dragged.
    pub(super) drag: &'a Drag,
    /// Where it would land, on the hovered day.
    pub(super) landing: Option<Landing>,
    /// A template week or program is held over another week, or this day has passed: nothing comes here.
    pub(super) lands_elsewhere: bool,
}

impl DropTarget<'_> {
    fn pair(&self) -> Option<&[Verdict; 2]> {
        self.drag.verdicts.get(self.index)
    }

    /// The worst finding to show for the day: that of the hovered half, else that of the better half.
    fn shown(&self) -> Judged {
        let Some([morning, evening]) = self.pair() else {
            return Judged::Not;
        };
        Judged::As(match self.landing.and_then(Landing::part) {
            Some(DayPart::Morning) => morning.worst,
            Some(DayPart::Evening) => evening.worst,
            None => morning.worst.min(evening.worst),
        })
    }

    /// The background of the column, to be put behind its cards.
    pub(super) fn ground(&self, view: &View, header: f32) -> Vec<Shape> {
        let palette = view.palette;
        if self.lands_elsewhere {
            let line = Stroke::new(1.0, palette.hairline);
            let (corners, fill) = (CornerRadius::same(CARD_RADIUS), palette.surface);
            let (rect, inside) = (self.column, StrokeKind::Inside);
            return vec![egui::epaint::RectShape::new(rect, corners, fill, line, inside).into()];
        }
        let hovered = self.landing.is_some();
        let plain = matches!(self.landing, Some(Landing::Home | Landing::List(_)));
        let color = match self.shown() {
            Judged::As(worst) if !plain => color_of(palette, worst),
            _ => palette.accent,
        };
        let judged = self.shown() != Judged::Not;
        let past = judged && self.date < view.today && !hovered;
        let fill = match self.shown() {
            Judged::Not => palette.accent_soft,
            Judged::As(_) if past => palette.surface.lerp_to_gamma(palette.tint(color), 0.5),
            Judged::As(_) => palette.tint(color),
        };
        let line = if past {
            Stroke::new(1.0, palette.mix(color, 0.5))
        } else {
            Stroke::new(if hovered { 2.0 } else { 1.5 }, color)
        };
        let corners = CornerRadius::same(CARD_RADIUS);
        let column =
            egui::epaint::RectShape::new(self.column, corners, fill, line, StrokeKind::Inside);
        let mut shapes = vec![column.into()];
        if let (Some(part), Some(pair)) = (self.landing.and_then(Landing::part), self.pair()) {
            shapes.extend(self.halves(palette, pair, part, header));
        }
        shapes
    }

    /// Both halves, each in the colour of its own verdict, the hovered one stronger.
    fn halves(
        &self,
        palette: &Palette,
        pair: &[Verdict; 2],
        part: DayPart,
        header: f32,
    ) -> Vec<Shape> {
        let inner = self.column.shrink(4.0);
        let top = inner.with_min_y(self.column.top() + header);
        let rects = [
            top.with_max_y(self.boundary - 1.0),
            inner.with_min_y(self.boundary + 1.0),
        ];
        let parts = [DayPart::Morning, DayPart::Evening];
        let halves = rects.into_iter().zip(parts).zip(pair);
        halves
            .map(|((rect, here), verdict)| {
                let strength = if here == part { 0.16 } else { 0.05 };
                let color = color_of(palette, verdict.worst).gamma_multiply(strength);
                Shape::rect_filled(rect, CornerRadius::same(6), color)
            })
            .collect()
    }

    /// The mark in the header, and the gap a drop would open.
    pub(super) fn paint_marks(&self, ui: &Ui, view: &View, mark: Pos2) {
        let painter = ui.painter();
        if let Judged::As(worst) = self.shown() {
            if self.landing != Some(Landing::Home) {
                marks::paint(painter, mark, 12.0, worst, color_of(view.palette, worst));
            }
        } else if let Some(count) = self.arriving() {
            let text = format!("+{count}");
            let font = font(11.0, Weight::SemiBold);
            painter.text(mark, Align2::CENTER_CENTER, text, font, view.palette.accent);
        }
        if let Some(Landing::Half { gap: Some(y), .. }) = self.landing {
            let line = Stroke::new(2.0, view.palette.accent);
            painter.hline(self.column.shrink(8.0).x_range(), y, line);
        }
    }

    /// How many sessions of a template week would come to this day.
    fn arriving(&self) -> Option<usize> {
        if self.lands_elsewhere {
            return None;
        }
        let spread = self.drag.spread.as_ref()?;
        let count = *spread
            .first_week
            .get(self.date.weekday().num_days_from_monday() as usize)?;
        (count > 0).then_some(count)
    }

    /// Says why the drop may or may not land, on top of everything, inside the window and clear of the dragged card.
    pub(super) fn words_ui(&self, ui: &Ui, view: &View, state: &Shared, carried: Option<Rect>) {
        let Some(landing) = self.landing else { return };
        let words = self.words(view, state, landing);
        let note = match (landing, self.shown()) {
            (Landing::Half { .. } | Landing::List(_), Judged::As(worst)) => {
                Note::of(view.palette, worst, words)
            }
            _ => Note::plain(view.palette, words),
        };
        note.ui(ui, view.palette, Foot::Of(self.column), carried);
    }

    fn words(&self, view: &View, state: &Shared, landing: Landing) -> Vec<Paragraph> {
        let plain = |text: String| Paragraph::plain(text, Weight::Medium);
        match landing {
            Landing::Home => vec![plain(HOME.to_owned())],
            Landing::Day => self
                .week_words(view, state)
                .map(plain)
                .into_iter()
                .collect(),
            Landing::List(id) => {
                let Some(session) = view.session(id) else {
                    return Vec::new();
                };
                let name = lower_first(&self.drag.title);
                let list = load::title_of(&session.plan, view.library);
                let mut words = vec![plain(format!("Adds {name} to “{list}”."))];
                let found = self.pair().map(|[verdict, _]| verdict);
                let found = found.filter(|verdict| verdict.worst.is_some());
                words.extend(found.map(|verdict| {
                    Paragraph::judged(verdict.worst, &verdict.reason, Weight::Regular)
                }));
                words
            }
            Landing::Half { part, .. } => self.half_words(view, part),
        }
    }

    /// The verdict of the hovered half, the way out where it is not clear, and the verdict of the other half.
    fn half_words(&self, view: &View, part: DayPart) -> Vec<Paragraph> {
        let Some([morning, evening]) = self.pair() else {
            return Vec::new();
        };
        let (here, other, other_part) = match part {
            DayPart::Morning => (morning, evening, DayPart::Evening),
            DayPart::Evening => (evening, morning, DayPart::Morning),
        };
        let same = here.worst == other.worst && here.reason == other.reason;
        let when = if same {
            "Morning or evening"
        } else {
            half(part)
        };
        let text = format!("{when}. {}", here.reason);
        let mut words = vec![Paragraph::judged(here.worst, text, Weight::Medium)];
        if here.worst.is_some() {
            let text = drag::way_out(self.drag, here);
            words.push(Paragraph::plain(text, Weight::SemiBold));
        }
        if !same {
            let text = format!("{}. {}", half(other_part), other.reason);
            words.push(Paragraph::judged(other.worst, text, Weight::Regular));
        }
        if self.date < view.today {
            words.push(Paragraph::plain("This day has passed.", Weight::Regular));
        }
        words
    }

    /// True for a template week where something could give way to it.
    fn asks(&self, view: &View, first: NaiveDate) -> bool {
        let Dragged::Week(id) = &self.drag.dragged else {
            return false;
        };
        let template = view.library.weeks().iter().find(|week| week.id == *id);
        template.is_some_and(|template| {
            !planning::giving_way(template, view.athlete, first, view.today).is_empty()
        })
    }

    fn week_words(&self, view: &View, state: &Shared) -> Option<String> {
        let spread = self.drag.spread.as_ref()?;
        let days = u64::from(spread.weeks) * 7 - 1;
        let (first, last) = (state.week, state.week + Days::new(days));
        let passed = lay_week::left_out(view, &self.drag.dragged, first);
        let is_program = matches!(self.drag.dragged, Dragged::Program(_));
        let begins = if passed > 0 || is_program && last >= view.today {
            first.max(view.today)
        } else {
            first
        };
        let sessions = spread.sessions.saturating_sub(passed);
        let sessions = format::plural(sessions, "session", "sessions");
        let passed = lay_week::passed_words(passed).map_or_else(String::new, |it| format!(" {it}"));
        let stays = if is_program {
            " Shows each of them before anything changes."
        } else if view.athlete.sessions.between(first, last).is_empty() {
            ""
        } else if self.asks(view, first) {
            " Asks whether it goes beside what is planned or instead of it."
        } else {
            " What is planned already stays."
        };
        let day = |date| format!("{} {}", format::weekday(date), format::day_month(date));
        let when = if begins < last {
            format!("from {} to {}", day(begins), day(last))
        } else {
            format!("on {}", day(last))
        };
        Some(format!("Lays out {sessions} {when}.{passed}{stays}"))
    }
}

fn half(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "Morning",
        DayPart::Evening => "Evening",
    }
}
