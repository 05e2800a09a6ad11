//! The system orders the program to end: an edit made a moment before is on the disk, and the exit code is right. Played on
//! a virtual screen, with the window of the built program and keys as a keyboard gives them.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::ironstride;

/// So long a slow machine may take for anything.
const PATIENCE: Duration = Duration::from_mins(2);

/// A virtual screen, while it is there.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// A screen; `None` where there is no Xvfb to make one.
    fn new() -> Option<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
            // Else it begins anew after its last client, and refuses whoever comes meanwhile: each look for the window of a
            // program that has yet to come is the last for a moment.
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(server.stdout.take()?)
            .read_line(&mut line)
            .ok()?;
        let display = format!(":{}", line.trim());
        Some(Self { server, display })
    }

    /// Gives xdotool's answer; `None` where it fails.
    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// The program, ended when a test fails.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[track_caller]
fn wait_for<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Everything that is kept of the athletes.
fn athletes(workspace: &Path) -> String {
    let mut files: Vec<_> = fs::read_dir(workspace.join("athletes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    texts.collect()
}

#[test]
fn an_edit_of_a_moment_before_is_on_the_disk() {
    let Some(screen) = Screen::new() else {
        return eprintln!("skipped: there is no Xvfb to make a screen");
    };
    if screen.xdotool(&["version"]).is_none() {
        return eprintln!("skipped: there is no xdotool to press keys");
    }
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("team");
    let made = ironstride([
        "demo".as_ref(),
        workspace.as_os_str(),
        "--athletes".as_ref(),
        "1".as_ref(),
    ]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let before = athletes(&workspace);
    for signal in ["TERM", "HUP", "INT"] {
        let start = athletes(&workspace);
        let told = folder.path().join("told.txt");
        let child = Command::new(env!("CARGO_BIN_EXE_ironstride"))
            .arg("--workspace")
            .arg(&workspace)
            .env("DISPLAY", &screen.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("HOME", folder.path())
            .env("XDG_DATA_HOME", folder.path().join("data"))
            .env("IRONSTRIDE_CONFIG_DIR", folder.path().join("preferences"))
            .stdin(Stdio::null())
            .stderr(fs::File::create(&told).unwrap())
            .spawn()
            .unwrap();
        let mut program = Program(child);
        let pid = program.0.id().to_string();
        let window = wait_for("the window", || {
            if let Some(ended) = program.0.try_wait().unwrap() {
                let told = fs::read_to_string(&told).unwrap();
                panic!("SIG{signal}: no window, but the end with {ended}: {told}");
            }
            let found = screen.xdotool(&["search", "--onlyvisible", "--pid", &pid])?;
            found.lines().next().map(str::to_owned)
        });
        // The first keys may come before the window listens: pressed again, they select and delete the next session.
        wait_for("an edit", || {
            screen.xdotool(&["windowfocus", &window]);
            for key in ["Escape", "Right", "Delete"] {
                screen.xdotool(&["key", key]);
                std::thread::sleep(Duration::from_millis(150));
            }
            (athletes(&workspace) != start).then_some(())
        });
        let saved = athletes(&workspace);
        // This one is not waited for.
        for key in ["Right", "Right", "Delete"] {
            screen.xdotool(&["key", key]);
        }
        std::thread::sleep(Duration::from_millis(250));
        let sent = Command::new("kill")
            .args([&format!("-{signal}"), &pid])
            .status()
            .unwrap();
        assert!(sent.success());
        let ended = wait_for("the end", || program.0.try_wait().unwrap());
        assert_eq!(ended.code(), Some(0), "SIG{signal} ends as closing does");
        assert_ne!(athletes(&workspace), saved, "SIG{signal}: the last edit");
        let kept = fs::read_dir(folder.path().join("data")).into_iter();
        let rescued = kept
            .flatten()
            .flatten()
            .any(|entry| entry.path().join("rescue").exists());
        assert!(!rescued, "nothing was left to be rescued");
    }
    assert_ne!(before, athletes(&workspace));
}
