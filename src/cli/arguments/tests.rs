//! Command lines, and what they ask for.

use chrono::NaiveDate;

use crate::chart::report::Selection;
use crate::demo::DemoOptions;
use crate::domain::{
    EventPlace, ExportOrder, Guidance, Ink, MassUnit, Minutes, OpenFindings, Paper, RowKind,
    SheetKind,
};

use super::*;

fn parsed(line: &str) -> Result<Invocation, clap::Error> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    parse(line.split(' '), today)
}

#[test]
fn the_window_opens_without_arguments() {
    let window = |line: &str| match parsed(line).unwrap() {
        Invocation::Window(arguments) => arguments,
        other => panic!("{other:?}"),
    };
    assert_eq!(window("ironstride"), WindowArguments::default());
    assert_eq!(
        window("ironstride --workspace d").workspace,
        Some("d".into())
    );
    assert_eq!(
        window("ironstride --first-frame").end,
        WindowEnd::FirstFrame
    );
    let picture = window("ironstride --screenshot a.png --workspace d");
    assert_eq!(picture.end, WindowEnd::Screenshot("a.png".into()));
    assert!(parsed("ironstride --screenshot a.png --first-frame").is_err());
    // What a desktop hands over: nothing, a workspace's own file, or something to bring in.
    assert_eq!(window("ironstride --open"), WindowArguments::default());
    let workspace = window("ironstride --open team/workspace.ron");
    assert_eq!(workspace.workspace, Some("team".into()));
    assert_eq!(
        window("ironstride --open workspace.ron").workspace,
        Some(".".into())
    );
    let reply = window("ironstride --open Ben.ironstride-answer.json");
    assert_eq!(reply.workspace, None);
    assert_eq!(
        reply.bring_in,
        [std::path::PathBuf::from("Ben.ironstride-answer.json")]
    );
    assert!(parsed("ironstride --open a.ron --workspace d").is_err());
}

#[test]
fn check_takes_a_file() {
    let wanted = CheckArguments {
        file: Some("plan.txt".into()),
        workspace: None,
        athlete: None,
        json: true,
    };
    assert_eq!(
        parsed("ironstride check plan.txt --json").unwrap(),
        Invocation::Check(wanted.clone())
    );
    assert_eq!(
        parsed("ironstride check --json plan.txt").unwrap(),
        Invocation::Check(wanted)
    );
    assert!(parsed("ironstride check").is_err());
    let wanted = CheckArguments {
        file: None,
        workspace: Some("team".into()),
        athlete: Some("Anna".to_owned()),
        json: false,
    };
    assert_eq!(
        parsed("ironstride check --workspace team --athlete Anna").unwrap(),
        Invocation::Check(wanted)
    );
    assert!(parsed("ironstride check plan.txt --workspace team").is_err());
    assert!(parsed("ironstride check plan.txt --athlete Anna").is_err());
}

#[test]
fn demo_counts_years_and_keeps_the_day() {
    let Ok(Invocation::Demo(demo)) =
        parsed("ironstride demo d --athletes 5 --years 10 --seed 7 --today 2026-02-03")
    else {
        panic!("a demo");
    };
    let today = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
    assert_eq!(
        demo.options,
        DemoOptions {
            athletes: 5,
            weeks: 520,
            seed: 7,
            today
        }
    );
    let Ok(Invocation::Demo(demo)) = parsed("ironstride demo d") else {
        panic!("a demo")
    };
    assert_eq!(
        demo.options.today,
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    );
    assert!(parsed("ironstride demo d --today 2026-02-30").is_err());
    assert!(parsed("ironstride demo d --athletes 0").is_err());
}

#[test]
fn export_names_everything() {
    let line = "ironstride export --workspace d --athlete Anna --week 2026-W48 --to week.PDF";
    let Ok(Invocation::Export(export)) = parsed(line) else {
        panic!("an export")
    };
    // The Thursday lies in the week of this name for everybody, whichever day their weeks begin on.
    let thursday = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    assert_eq!(export.order, ExportOrder::new(thursday));
    let day = line.replace("2026-W48", "2026-12-27");
    let Ok(Invocation::Export(export)) = parsed(&day) else {
        panic!("an export")
    };
    assert_eq!(export.order.from.to_string(), "2026-12-27");
    assert_eq!(export.who, Who::One("Anna".to_owned()));
    for wrong in [
        line.replace("W48", "W54"),
        line.replace(".PDF", ".doc"),
        line.replace(" --athlete Anna", ""),
    ] {
        assert!(parsed(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn export_takes_every_choice() {
    let line = "ironstride export --workspace d --all --week 2026-W48 --weeks 4 --to {athlete}.pdf --sheet session \
        --paper letter --black-and-white --units imperial --coach Mira --findings --no-cues --timed --reminder 30 \
        --table sets --charts form,load";
    let words: Vec<&str> = line.split_whitespace().collect();
    let Ok(Invocation::Export(export)) = parsed(&words.join(" ")) else {
        panic!("an export")
    };
    assert_eq!(export.who, Who::All);
    let charts = Selection::from_words("form,load").unwrap();
    assert_eq!(export.report.selection, charts);
    let order = export.order;
    assert_eq!((order.sheet, order.weeks), (SheetKind::Session, 4));
    assert_eq!(
        (order.paper, order.ink, order.record),
        (Paper::Letter, Ink::BlackAndWhite, RowKind::Set)
    );
    assert_eq!(order.units.unwrap().mass, MassUnit::Pounds);
    assert_eq!(order.reminder, Some(Minutes(30)));
    assert_eq!(
        (order.events, order.guidance, order.open_findings),
        (EventPlace::Timed, Guidance::Hide, OpenFindings::Show)
    );
    let wrong = words.join(" ");
    for (right, wrong_one) in [
        ("--sheet session", "--sheet poster"),
        ("--weeks 4", "--weeks 0"),
        ("--paper letter", "--paper a3"),
        ("form,load", "form,lode"),
        ("--all", "--all --athlete Anna"),
    ] {
        assert!(
            parsed(&wrong.replace(right, wrong_one)).is_err(),
            "{wrong_one}"
        );
    }
}

#[test]
fn the_definition_is_sound() {
    use clap::CommandFactory;
    Cli::command().debug_assert();
    let about = Cli::command().get_about().map(ToString::to_string);
    assert!(
        about
            .unwrap_or_default()
            .starts_with("Plans strength and running together")
    );
}
