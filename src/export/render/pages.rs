//! The printed sheets of an order.

use chrono::{Datelike, Weekday};

use crate::domain::{Athlete, ExportOrder, SheetKind, Week};
use crate::export::print::Print;
use crate::export::progress::{Drawings, ProgressOptions, ProgressSheet, progress_sheet};
use crate::export::season_data::{SeasonSheet, season_sheet};
use crate::export::session_data::{Pictures, SessionOptions, SessionSheet, session_sheets};
use crate::export::sheet::{Booklet, WeekSheet};
use crate::export::week_data::{WeekOptions, week_sheet};
use crate::export::{ExportError, words};
use crate::rules::{self, Context, Finding, Timeline};

use super::context::{RenderContext, in_units};
use super::span::{mondays, report_span, season_span, span};

/// The document that an order asks for. Of a form without pages it is that of its sheet.
///
/// # Errors
///
/// [`ExportError::Nobody`] when there is no athlete, [`ExportError::NoExercises`] when there is nothing to lift.
pub fn print_of(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<Print, ExportError> {
    if athletes.is_empty() {
        return Err(ExportError::Nobody);
    }
    let own = in_units(order, athletes);
    print(order, &own.iter().collect::<Vec<_>>(), context)
}

pub(super) fn print(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<Print, ExportError> {
    match order.sheet {
        SheetKind::Week => {
            let sheets = weeks(order, athletes, context);
            Ok(Print::Weeks(booklet(order, athletes, context, sheets)))
        }
        SheetKind::Session => {
            let mut pictures = Pictures::default();
            let sheets = sessions(order, athletes, context, &mut pictures);
            if sheets.is_empty() {
                return Err(ExportError::NoExercises);
            }
            let booklet = booklet(order, athletes, context, sheets);
            Ok(Print::Sessions(booklet, pictures.into_svgs()))
        }
        SheetKind::Season => {
            let sheets = seasons(order, athletes, context);
            Ok(Print::Seasons(booklet(order, athletes, context, sheets)))
        }
        SheetKind::Progress => {
            let mut drawings = Drawings::default();
            let sheets = reports(order, athletes, context, &mut drawings);
            let booklet = booklet(order, athletes, context, sheets);
            Ok(Print::Progress(booklet, drawings.into_svgs()))
        }
    }
}

fn booklet<S>(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
    sheets: Vec<S>,
) -> Booklet<S> {
    Booklet {
        paper: order.paper,
        ink: order.ink,
        coach: order.coach.trim().to_owned(),
        logo: context.logo.cloned(),
        printed_on: Some((
            context.today.year(),
            context.today.month(),
            context.today.day(),
        )),
        title: title(order, athletes),
        description: format!("{} from Ironstride", order.sheet.label()),
        sheets,
    }
}

/// "Anna Kovač · 2026-W48", "12 athletes · 2026-W48".
pub(super) fn title(order: &ExportOrder, athletes: &[&Athlete]) -> String {
    let who = match athletes {
        [one] => one.profile.name.trim().to_owned(),
        many => words::counted(many.len(), "athlete", "athletes"),
    };
    let starts = athletes.first().map(|athlete| athlete.profile.week_start);
    let week = Week::of(order.from, starts.unwrap_or(Weekday::Mon)).to_string();
    words::joined([who.as_str(), order.sheet.label(), week.as_str()], " · ")
}

pub(super) fn findings(
    order: &ExportOrder,
    athlete: &Athlete,
    context: &RenderContext,
) -> Vec<Finding> {
    let (first, last) = span(order, athlete);
    let profile = context.settings.checked(&athlete.profile);
    let judged = Context::new(&profile, context.library, context.today).written(context.dates);
    rules::check(&Timeline::new(athlete, &judged, first, last), &judged)
}

pub(super) fn weeks(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Vec<WeekSheet> {
    let options = WeekOptions {
        message: order.message.clone(),
        open_findings: order.open_findings,
        today: context.today,
        dates: context.dates,
    };
    let sheets = athletes.iter().flat_map(|athlete| {
        let findings = findings(order, athlete, context);
        let weeks: Vec<_> = mondays(order, athlete)
            .map(|monday| week_sheet(athlete, context.library, &findings, monday, &options))
            .collect();
        weeks
    });
    sheets.collect()
}

fn sessions(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
    pictures: &mut Pictures,
) -> Vec<SessionSheet> {
    let options = SessionOptions {
        only: order.session,
        guidance: order.guidance,
        ink: order.ink,
        dates: context.dates,
    };
    let mut sheets = Vec::new();
    for athlete in athletes {
        let (first, last) = span(order, athlete);
        let sessions = athlete.sessions.between(first, last).iter();
        sheets.extend(session_sheets(
            athlete,
            context.library,
            sessions.map(AsRef::as_ref),
            options,
            pictures,
        ));
    }
    sheets
}

fn seasons(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Vec<SeasonSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = season_span(order, athlete);
        let order = ExportOrder {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, context);
        let style = (context.today, context.dates);
        season_sheet(athlete, context.library, &findings, from, weeks, style)
    });
    sheets.collect()
}

fn reports(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
    drawings: &mut Drawings,
) -> Vec<ProgressSheet> {
    let sheets = athletes.iter().map(|athlete| {
        let (from, weeks) = report_span(order, athlete);
        let order = ExportOrder {
            from,
            weeks,
            ..order.clone()
        };
        let findings = findings(&order, athlete, context);
        let options = ProgressOptions {
            from,
            weeks,
            today: context.today,
            choice: &context.report.of(athlete.id),
            ink: order.ink,
            paper: order.paper,
            guidance: order.guidance,
            dates: context.dates,
        };
        progress_sheet(athlete, context.library, &findings, &options, drawings)
    });
    sheets.collect()
}
