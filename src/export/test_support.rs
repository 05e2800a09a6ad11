//! Weeks to test with.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};

use crate::chart::report::ReportCharts;
use crate::domain::*;
use crate::library::Library;
use crate::rules::{Finding, Severity};

use super::{Booklet, Print, RenderContext, WeekOptions, WeekSheet, week_sheet};

/// Monday of week 48 of 2026.
pub(super) const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

/// An athlete with nothing planned.
pub(super) fn athlete(name: &str) -> Athlete {
    Athlete::new(AthleteId::from_bits(1), Profile::named(name))
}

/// Adds a session `day` days after Monday.
pub(super) fn add(athlete: &mut Athlete, day: u64, plan: Plan) -> SessionId {
    let id = SessionId::from_bits(athlete.sessions.len() as u128 + 1);
    let session = Session::planned(id, MONDAY + Days::new(day), plan, Stamp::default());
    athlete.sessions.put(session.into(), usize::MAX / 2);
    id
}

/// A run of `kind`.
pub(super) fn run(kind: RunKind, minutes: u32, rpe: f64) -> Plan {
    let run = RunPlan {
        rpe: Some(Rpe::new(rpe)),
        ..RunPlan::of(kind)
    };
    Plan {
        duration: Some(Minutes(minutes)),
        ..Plan::new(Workout::Run(run))
    }
}

/// A strength session of exercises given as name, sets, repetitions, load and rest in seconds.
pub(super) fn strength(title: &str, exercises: &[(&str, &str, &str, &str, u32)]) -> Plan {
    let exercises = exercises
        .iter()
        .map(|&(name, sets, reps, load, rest)| Prescription {
            load: load.parse().unwrap(),
            rest: Some(Seconds(rest)),
            effort: Some(Effort::Rir(2.0)),
            ..Prescription::new(
                ExerciseId::new(name.to_lowercase().replace(' ', "-")),
                name,
                sets.parse().unwrap(),
                reps.parse().unwrap(),
            )
        })
        .collect();
    let plan = StrengthPlan {
        exercises,
        ..StrengthPlan::default()
    };
    Plan {
        title: title.to_owned(),
        duration: Some(Minutes(40)),
        ..Plan::new(Workout::Strength(plan))
    }
}

/// A strength session that was done, each of its exercises with these sets.
pub(super) fn lifted(id: u128, date: NaiveDate, plan: Plan, sets: &[SetLog]) -> Session {
    let mut session = Session::planned(SessionId::from_bits(id), date, plan, Stamp::default());
    let Workout::Strength(strength) = &session.plan.workout else {
        panic!("a strength session")
    };
    let exercises = strength.exercises.iter().map(|planned| ExerciseLog {
        exercise: planned.exercise.clone(),
        name: planned.name.clone(),
        sets: sets.to_vec(),
    });
    session.log = Some(Log {
        exercises: exercises.map(Interned::from).collect(),
        ..Log::default()
    });
    session.status = Status::Done;
    session
}

/// Eight repetitions with so much.
pub(super) fn eight(kg: f64) -> SetLog {
    SetLog {
        reps: Some(8),
        kg: Some(Kilograms::new(kg)),
        ..SetLog::default()
    }
}

fn intervals() -> Plan {
    let easy = |kind, m| Step::new(kind, Extent::Distance(Meters::new(m)));
    let repeats = Step {
        kind: StepKind::Work,
        repeats: 6,
        extent: Extent::Distance(Meters::new(800.0)),
        target: Some(Target::Pace(Pace::from_seconds_per_km(245.0))),
        recovery: Some(Recovery {
            extent: Extent::Distance(Meters::new(400.0)),
            style: RecoveryStyle::Jog,
        }),
    };
    let steps = vec![
        easy(StepKind::WarmUp, 2000.0),
        repeats,
        easy(StepKind::CoolDown, 1500.0),
    ];
    Plan::new(Workout::Run(RunPlan {
        steps,
        ..RunPlan::of(RunKind::Intervals)
    }))
}

/// An ordinary week, with two strength sessions and an accepted finding.
pub(super) fn ordinary() -> (Athlete, Vec<Finding>) {
    let mut anna = athlete("Anna Kovač");
    anna.profile.races.push(Race {
        distance: Some(Meters::new(21_097.5)),
        ..Race::new(
            RaceId::from_bits(1),
            NaiveDate::from_ymd_opt(2027, 1, 10).unwrap(),
            "Half marathon",
        )
    });
    add(&mut anna, 0, run(RunKind::Easy, 45, 3.0));
    let upper = [
        ("Dumbbell bench press", "3", "8", "2x16kg", 120),
        ("One-arm row", "3", "10", "20kg", 90),
        ("Plank", "3", "45s", "bw", 60),
    ];
    add(
        &mut anna,
        0,
        Plan {
            duration: Some(Minutes(30)),
            ..strength("Upper + core", &upper)
        },
    );
    add(&mut anna, 1, intervals());
    add(&mut anna, 2, run(RunKind::Recovery, 30, 2.0));
    let tempo = RunPlan {
        distance: Some(Meters::from_km(8.0)),
        pace: Some(Pace::from_seconds_per_km(265.0)),
        ..RunPlan::of(RunKind::Tempo)
    };
    add(&mut anna, 3, Plan::new(Workout::Run(tempo)));
    let lower = [
        ("Squat", "4", "6", "62.5kg", 180),
        ("Romanian deadlift", "3", "8", "55kg", 180),
        ("Walking lunge", "3", "10", "2x12kg", 150),
        ("Standing calf raise", "4", "10", "40kg", 90),
        ("Tibialis raise", "3", "15", "bw", 60),
        ("Dynamic side plank", "3", "12", "bw", 60),
    ];
    add(&mut anna, 4, strength("Lower body strength", &lower));
    let rest = Plan {
        note: "Walk if you like.".to_owned(),
        ..Plan::new(Workout::Rest)
    };
    add(&mut anna, 5, rest);
    let long = RunPlan {
        distance: Some(Meters::from_km(16.5)),
        ..RunPlan::of(RunKind::Long)
    };
    let note = "last 4 km @ marathon pace".to_owned();
    let long = add(
        &mut anna,
        6,
        Plan {
            note,
            ..Plan::new(Workout::Run(long))
        },
    );
    let finding = finding(
        long,
        Severity::Caution,
        "Sunday’s long run is a tenth longer than any of the last 30 days.",
        Some("The loop has no shortcut."),
    );
    (anna, vec![finding])
}

/// A finding on a session.
pub(super) fn finding(
    session: SessionId,
    severity: Severity,
    message: &str,
    accepted: Option<&str>,
) -> Finding {
    Finding {
        rule: "long-run-jump",
        title: "A long run that jumps",
        severity,
        sessions: vec![session],
        days: vec![MONDAY],
        message: message.to_owned(),
        state: String::new(),
        accepted: accepted.map(str::to_owned),
    }
}

/// The sheet of an athlete's week with the library as it ships.
pub(super) fn sheet(athlete: &Athlete, findings: &[Finding], options: &WeekOptions) -> WeekSheet {
    week_sheet(
        athlete,
        &Library::shipped().unwrap(),
        findings,
        MONDAY,
        options,
    )
}

/// Texts that a template might take for commands.
pub(super) const HOSTILE: [&str; 10] = [
    "#panic(\"no\") #import \"x\": *",
    "$x^2$ *bold* _it_ `raw` @ref <label>",
    "\\ \\u{41} // not a comment /* nor this */",
    "= Not a heading",
    "- + / 1. [ ] ( ) { } ~ -- --- ... \" '",
    "🏃‍♀️💪🏽 🇸🇰 👩‍👩‍👧 ☃ ⬣ ▲",
    "שלום עולם و مرحبا بالعالم",
    "日本語 한국어 ไทย हिन्दी",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "line one\nline two\r\n\tthree\u{0}\u{7}",
];

/// The ordinary week as a sheet, with a message.
pub(super) fn ordinary_sheet() -> WeekSheet {
    let (anna, findings) = ordinary();
    let options = WeekOptions {
        message: "Run first if you have to double up, and leave six hours before lifting."
            .to_owned(),
        ..WeekOptions::default()
    };
    sheet(&anna, &findings, &options)
}

/// A sheet as a document, with a coach.
pub(super) fn booklet(sheet: &WeekSheet) -> Booklet<WeekSheet> {
    Booklet {
        paper: Paper::A4,
        ink: Ink::Colour,
        coach: "Mira Novak".to_owned(),
        logo: None,
        printed_on: Some((2026, 11, 22)),
        title: sheet.athlete.clone(),
        description: sheet.subtitle.clone(),
        sheets: vec![sheet.clone()],
    }
}

/// A sheet ready to be set.
pub(super) fn print(sheet: &WeekSheet) -> Print {
    Print::Weeks(booklet(sheet))
}

static SETTINGS: LazyLock<WorkspaceSettings> = LazyLock::new(Default::default);
static REPORT: LazyLock<ReportCharts> = LazyLock::new(Default::default);

/// What is rendered with on a Monday, with the usual charts.
pub(super) fn context(library: &Library) -> RenderContext<'_> {
    RenderContext {
        library,
        settings: &SETTINGS,
        report: &REPORT,
        logo: None,
        today: MONDAY,
        dates: DateStyle::default(),
        written: chrono::DateTime::UNIX_EPOCH,
        zone: |time| Some(time.and_utc()),
    }
}

/// An order of a sheet of the week.
pub(super) fn order(sheet: SheetKind) -> ExportOrder {
    ExportOrder {
        sheet,
        ..ExportOrder::new(MONDAY)
    }
}

/// A PNG of one colour.
pub(in crate::export) fn plain_png(width: u32, height: u32, rgba: [u8; 4]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    let data = rgba.repeat((width * height) as usize);
    writer.write_image_data(&data).unwrap();
    writer.finish().unwrap();
    bytes
}
