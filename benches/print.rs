//! How long weeks take to become a PDF, a preview and a workbook.
//!
//! Budgets: a week 50 ms after the first, fifty athletes' weeks 2 s, a page of the preview 100 ms, ten years 2 s,
//! a year's report 1 s, four weeks for the phone 30 ms.

mod machine;

use chrono::{DateTime, Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};

use ironstride::chart::report::{ReportCharts, Selection};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{
    Athlete, AthleteId, Count, DateStyle, ExerciseId, ExportFormat, ExportOrder, Kilograms,
    LoadSpec, Minutes, Plan, Prescription, Profile, Reps, RunKind, RunPlan, Seconds, Session,
    SessionId, SheetKind, Stamp, StrengthPlan, Workout,
};
use ironstride::export::{RenderContext, pages, print_of, render};
use ironstride::library::Library;

const MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 23) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

fn strength() -> Workout {
    let names = [
        "Squat",
        "Romanian deadlift",
        "Walking lunge",
        "Calf raise",
        "Plank",
        "Row",
    ];
    let exercises = names.map(|name| Prescription {
        load: LoadSpec::Kg(Kilograms::new(60.0)),
        rest: Some(Seconds(120)),
        ..Prescription::new(
            ExerciseId::new(name.to_lowercase()),
            name,
            Count::exactly(4),
            Reps::Count(Count::range(6, 8)),
        )
    });
    Workout::Strength(StrengthPlan {
        exercises: exercises.into(),
        ..StrengthPlan::default()
    })
}

/// A week of five runs and two strength sessions.
fn athlete() -> Athlete {
    let workouts = [
        Workout::Run(RunPlan::of(RunKind::Easy)),
        Workout::Run(RunPlan::of(RunKind::Intervals)),
        strength(),
        Workout::Run(RunPlan::of(RunKind::Recovery)),
        Workout::Run(RunPlan::of(RunKind::Tempo)),
        strength(),
        Workout::Run(RunPlan::of(RunKind::Long)),
    ];
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna Kovač"));
    let sessions = (0_u64..).zip(workouts).map(|(day, workout)| {
        let plan = Plan {
            duration: Some(Minutes(45)),
            ..Plan::new(workout)
        };
        let id = SessionId::from_bits(u128::from(day) + 1);
        Session::planned(id, MONDAY + Days::new(day), plan, Stamp::default())
    });
    athlete.sessions = sessions.collect();
    athlete
}

fn print(c: &mut Criterion) {
    let library = Library::shipped().expect("the shipped library reads");
    let athlete = athlete();
    let settings = ironstride::domain::WorkspaceSettings::default();
    let report = ReportCharts::default();
    let context = RenderContext {
        library: &library,
        settings: &settings,
        report: &report,
        logo: None,
        today: MONDAY,
        dates: DateStyle::default(),
        written: DateTime::UNIX_EPOCH,
        zone: |time| Some(time.and_utc()),
    };
    let order = ExportOrder::new(MONDAY);
    machine::bench(c, "print: week as PDF", || {
        render(&order, &[&athlete], &context)
    });
    let everyone: Vec<Athlete> = (0..50)
        .map(|n| Athlete {
            profile: Profile::named(format!("Athlete {n}")),
            ..athlete.clone()
        })
        .collect();
    let everyone: Vec<&Athlete> = everyone.iter().collect();
    machine::bench(c, "print: 50 athletes’ weeks as one PDF", || {
        render(&order, &everyone, &context)
    });
    machine::bench(c, "print: preview of a page at 2 pixels a point", || {
        let print = print_of(&order, &[&athlete], &context).expect("a document");
        pages(&print).expect("pages").draw(0, 2.0)
    });
    let options = DemoOptions {
        athletes: 1,
        weeks: 520,
        seed: 1,
        today: MONDAY,
    };
    let decade = demo::workspace(&options, &library);
    let decade = decade.athletes.first().expect("an athlete");
    let phone = ExportOrder {
        format: ExportFormat::Html,
        weeks: 4,
        ..ExportOrder::new(MONDAY)
    };
    let three_years = demo::workspace(
        &DemoOptions {
            weeks: 156,
            ..options
        },
        &library,
    );
    let three_years = three_years.athletes.first().expect("an athlete");
    machine::bench(
        c,
        "print: four weeks of three years as a phone page",
        || render(&phone, &[three_years], &context),
    );
    let ten_years = ExportOrder {
        format: ExportFormat::Xlsx,
        weeks: 520,
        ..ExportOrder::new(MONDAY - Days::new(520 * 7))
    };
    machine::bench(c, "print: ten years as a workbook", || {
        render(&ten_years, &[decade], &context)
    });
    let year = ExportOrder {
        sheet: SheetKind::Progress,
        weeks: 52,
        ..ExportOrder::new(MONDAY - Days::new(51 * 7))
    };
    let all = ReportCharts {
        selection: Selection::All,
        ..ReportCharts::default()
    };
    let context = RenderContext {
        report: &all,
        ..context
    };
    machine::bench(c, "print: a year’s report with all charts", || {
        render(&year, &[decade], &context)
    });
}

criterion_group!(benches, print);
criterion_main!(benches);
