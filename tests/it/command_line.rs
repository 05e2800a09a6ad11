//! The built program on its command line, as a shell would run it.

mod backups;
mod check;
mod demo;
mod export;
mod import;
mod merge;
#[cfg(unix)]
mod order_to_end;
mod output;
mod publish;
mod read;
mod weeks;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a run of the program ended.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

impl Run {
    /// The line that begins with the program's name, of a run that failed and printed nothing else.
    fn failure(&self) -> &str {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{self:?}");
        self.err
            .strip_prefix("ironstride: ")
            .expect("the program's name stands before its errors")
    }
}

/// Runs the program.
pub(super) fn ironstride<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_ironstride"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the built program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    Run {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A file or folder under `saves`.
fn saved(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("saves")
        .join(path)
}

#[test]
fn help_and_version_go_to_standard_output() {
    let help = ironstride(["--help"]);
    assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
    for command in ["check", "demo", "export", "--workspace", "--screenshot"] {
        assert!(help.out.contains(command), "{command}\n{}", help.out);
    }
    let version = ironstride(["--version"]);
    assert_eq!(
        version.out,
        format!("ironstride {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn arguments_that_mean_nothing_end_with_two_and_a_hint() {
    for line in [
        "frobnicate",
        "--frobnicate",
        "check",
        "demo",
        "demo there --athletes none",
        "demo there --today 2026-02-30",
        "export --workspace there --athlete Anna --week 2026-W48",
        "export --workspace there --athlete Anna --week 2026-W54 --to week.pdf",
        "export --workspace there --athlete Anna --week 2026-W48 --to week.doc",
        "--screenshot week.png --first-frame",
    ] {
        let run = ironstride(line.split(' '));
        assert_eq!(
            (run.code, run.out.as_str()),
            (Some(2), ""),
            "{line}: {run:?}"
        );
        assert!(
            run.err.starts_with("error: ") && run.err.contains("--help"),
            "{line}: {}",
            run.err
        );
    }
}
