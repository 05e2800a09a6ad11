//! The program: the command line, and the window.

use std::io::{Write, stderr};
use std::process::ExitCode;
use std::time::Instant;

use chrono::{Local, Utc};
use ironstride::app::startup::StartOptions;
use ironstride::app::{RunMode, window};
use ironstride::cli::{self, Invocation, WindowArguments, WindowEnd};
use ironstride::library::Library;

/// What cannot be read or done.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let start = Instant::now();
    let today = Local::now().date_naive();
    let invocation = match cli::parse(std::env::args_os(), today) {
        Ok(invocation) => invocation,
        Err(error) => error.exit(),
    };
    let result = match invocation {
        Invocation::Window(arguments) => window(arguments, start),
        Invocation::Check(arguments) => Library::shipped()
            .map_err(|error| error.to_string())
            .and_then(|library| {
                cli::run(&arguments, &library, today)
                    .map_err(|error| format!("The results cannot be written: {error}"))
            }),
        Invocation::Read(arguments) => Library::shipped()
            .map_err(|error| error.to_string())
            .and_then(|library| cli::read(&arguments, &library, today, Utc::now())),
        Invocation::Explain(rule) => explain(rule.as_deref()),
        Invocation::Demo(arguments) => cli::make_demo(&arguments).map(|()| 0),
        Invocation::Import(arguments) => cli::import(&arguments, Utc::now()),
        Invocation::Package(arguments) => cli::package(&arguments, Utc::now()).map(|()| 0),
        Invocation::Publish(arguments) => cli::publish(&arguments, today, Utc::now()).map(|()| 0),
        Invocation::Backups(arguments) => cli::backups(&arguments, Utc::now()).map(|()| 0),
        Invocation::Merge(arguments) => cli::merge(&arguments),
        Invocation::Export(arguments) => cli::export(&arguments, today, Utc::now()).map(|()| 0),
    };
    result.map_or_else(
        |message| {
            // Where even this cannot be written, the exit code has to do.
            let _ = writeln!(stderr(), "ironstride: {message}");
            ExitCode::from(FAILED)
        },
        ExitCode::from,
    )
}

fn explain(rule: Option<&str>) -> Result<u8, String> {
    let text = cli::explain(rule)?;
    cli::print(&text).map_err(|error| format!("The results cannot be written: {error}"))?;
    Ok(0)
}

fn window(arguments: WindowArguments, start: Instant) -> Result<u8, String> {
    let purpose = match arguments.end {
        WindowEnd::Closed => RunMode::Use,
        WindowEnd::Screenshot(path) => RunMode::Screenshot(path),
        WindowEnd::FirstFrame => RunMode::FirstFrame(start),
    };
    let options = StartOptions {
        workspace: arguments.workspace,
        bring_in: arguments.bring_in,
        ..StartOptions::default()
    };
    window::run(options, purpose).map(|()| 0)
}
