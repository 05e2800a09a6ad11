//! The printed sheets of an order.

use chrono::{Datelike, Weekday};

use crate::domain::{Athlete, Order, SheetKind, Week};
use crate::export::print::Print;
use crate::export::progress::{Drawings, ProgressOptions, ProgressSheet, progress_sheet};
use crate::export::season_data::{SeasonSheet, season_sheet};
use crate::export::session_data::{Pictures, SessionOptions, SessionSheet, session_sheets};
use crate::export::sheet::{Booklet, WeekSheet};
use crate::export::week_data::{WeekOptions, week_sheet};
use crate::export::{ExportError, words};
use crate::rules::{self, Context, Finding, Timeline};

use super::maker::{Maker, in_units};
use super::span::{mondays, report_span, season_span, span};

/// The document that an order asks for. Of a form without pages it is that of its sheet.
///
/// # Errors
///
/// [`ExportError::Nobody`] when there is no athlete, [`ExportError::NoExercises`] when there is nothing to lift.
pub fn print_of(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Result<Print, ExportError> {
    if athletes.is_empty() {
        return Err(ExportError::Nobody);
    }
    let own = in_units(order, athletes);
    print(order, &own.iter().collect::<Vec<_>>(), maker)
}

pub(super) fn print(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
) -> Result<Print, ExportError> {
    match order.sheet {
        SheetKind::Week => {
            let sheets = weeks(order, athletes, maker);
            Ok(Print::Weeks(booklet(order, athletes, maker, sheets)))
        }
        SheetKind::Session => {
            let mut pictures = Pictures::default();
            let sheets = sessions(order, athletes, maker, &mut pictures);
            if sheets.is_empty() {
                return Err(ExportError::NoExercises);
            }
            let booklet = booklet(order, athletes, maker, sheets);
            Ok(Print::Sessions(booklet, pictures.into_svgs()))
        }
        SheetKind::Season => {
            let sheets = seasons(order, athletes, maker);
            Ok(Print::Seasons(booklet(order, athletes, maker, sheets)))
        }
        SheetKind::Progress => {
            let mut drawings = Drawings::default();
            let sheets = reports(order, athletes, maker, &mut drawings);
            let booklet = booklet(order, athletes, maker, sheets);
            Ok(Print::Progress(booklet, drawings.into_svgs()))
        }
    }
}

fn booklet<S>(order: &Order, athletes: &[&Athlete], maker: &Maker, sheets: Vec<S>) -> Booklet<S> {
    Booklet {
        paper: order.paper,
        ink: order.ink,
        coach: order.coach.trim().to_owned(),
        logo: maker.logo.cloned(),
        printed_on: Some((maker.today.year(), maker.today.month(), maker.today.day())),
        title: title(order, athletes),
        description: format!("{} from Ironstride", order.sheet.label()),
        sheets,
    }
}

/// "Anna Kovač · 2026-W48", "12 athletes · 2026-W48".
pub(super) fn title(order: &Order, athletes: &[&Athlete]) -> String {
    let who = match athletes {
        [one] => one.profile.name.trim().to_owned(),
        many => words::counted(many.len(), "athlete", "athletes"),
    };
    let starts = athletes.first().map(|athlete| athlete.profile.week_start);
    let week = Week::of(order.from, starts.unwrap_or(Weekday::Mon)).to_string();
    words::joined([who.as_str(), order.sheet.label(), week.as_str()], " · ")
}

pub(super) fn findings(order: &Order, athlete: &Athlete, maker: &Maker) -> Vec<Finding> {
    let (first, last) = span(order, athlete);
    let profile = maker.settings.checked(&athlete.profile);
    let context = Context::new(&profile, maker.library, maker.today);
    rules::check(&Timeline::new(athlete, &context, first, last), &context)
}

pub(super) fn weeks(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Vec<WeekSheet> {
    let options = WeekOptions {
        message: order.message.clone(),
        open_findings: order.open_findings,
        today: maker.today,
        dates: maker.dates,
    };
    let sheets = athletes.iter().flat_map(|athlete| {
        let findings = findings(order, athlete, maker);
        let weeks: Vec<_> = mondays(order, athlete)
            .map(|monday| week_sheet(athlete, maker.library, &findings, monday, &options))
            .collect();
        weeks
    });
    sheets.collect()
}

fn sessions(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
    pictures: &mut Pictures,
) -> Vec<SessionSheet> {
    let options = SessionOptions {
        only: order.session,
        guidance: order.guidance,
        ink: order.ink,
        dates: maker.dates,
    };
    let mut sheets = Vec::new();
    for athlete in athletes {
        let (first, last) = span(order, athlete);
        let sessions = athlete.sessions.between(first, last).iter();
        sheets.extend(session_sheets(
            athlete,
            maker.library,
            sessions.map(AsRef::as_ref),
            options,
            pictures,
        ));
    }
    sheets
}

fn seasons(order: &Order, athletes: &[&Athlete], maker: &Maker) -> Vec<SeasonSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = season_span(order, athlete);
        let order = Order {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, maker);
        let style = (maker.today, maker.dates);
        season_sheet(athlete, maker.library, &findings, from, weeks, style)
    });
    sheets.collect()
}

fn reports(
    order: &Order,
    athletes: &[&Athlete],
    maker: &Maker,
    drawings: &mut Drawings,
) -> Vec<ProgressSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = report_span(order, athlete);
        let order = Order {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, maker);
        let options = ProgressOptions {
            from,
            weeks,
            today: maker.today,
            choice: &maker.report.of(athlete.id),
            ink: order.ink,
            paper: order.paper,
            guidance: order.guidance,
            dates: maker.dates,
        };
        progress_sheet(athlete, maker.library, &findings, &options, drawings)
    });
    sheets.collect()
}
