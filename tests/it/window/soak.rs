//! The whole window under random hands: clicks, drags, keys, text, the wheel, other sizes and zooms, as fast as frames are
//! drawn. Nothing panics, on the interface's thread or beside it, and what is on the disk afterwards is sound.
//!
//! The hands work in a process of their own, which is this test program again: with a home folder of its own, no screen and
//! no programs to start, whatever they press, they reach nothing of the person's who runs the tests.
//!
//! The usual run makes [`USUALLY`] moves; `IRONSTRIDE_SOAK=10000` makes so many, and `IRONSTRIDE_SOAK_SEED=7` others. A
//! failure names both, and the last moves.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use ironstride::app::file_dialogs::{FilePicker, FileRequest, Picked, Waiting};
use ironstride::store::{Saved, Store};

use super::support::{Desk, Window};

const FOLDER: &str = "IRONSTRIDE_SOAK_FOLDER";
const MOVES: &str = "IRONSTRIDE_SOAK";
const SEED: &str = "IRONSTRIDE_SOAK_SEED";

/// How many moves the usual run makes, of each of its hands.
const USUALLY: u64 = 400;
/// How many work side by side.
const HANDS: u64 = 2;

/// What may be pressed.
const KEYS: [Key; 30] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::A,
    Key::B,
    Key::C,
    Key::D,
    Key::F,
    Key::G,
    Key::I,
    Key::K,
    Key::M,
    Key::N,
    Key::P,
    Key::T,
    Key::X,
    Key::Z,
    Key::Y,
    Key::Comma,
];

/// What may be typed or pasted: figures at their limits, other scripts, plans, nonsense.
const TEXTS: [&str; 16] = [
    "0",
    "-1",
    "99999999999999999999",
    "1e400",
    "4x6 @ 75%",
    "squat 4x5 80kg\nrow 3x10",
    "Mon tempo 50min\nTue strength lower heavy 40min",
    "12:60",
    "5:00/km",
    "ñ 測試 🏃‍♀️ ا",
    "\u{202e}abc\u{0}\u{ffff}",
    "   ",
    "easy 10 km",
    "31.02.2027",
    "=1+1",
    "bench",
];

/// Numbers that look random and are the same for a seed (a linear congruence, its upper bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }

    fn within(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.below(10_001) as f32 / 10_000.0)
    }
}

/// Somebody who opens file dialogs and closes them again.
#[derive(Debug)]
struct ChangesTheirMind;

impl FilePicker for ChangesTheirMind {
    fn open(&self, _: &FileRequest) -> Waiting {
        Box::new(|| Picked::Nothing)
    }
}

struct Hands {
    window: Window,
    chance: Chance,
    size: egui::Vec2,
    log: File,
}

impl Hands {
    fn note(&mut self, what: &str) {
        writeln!(self.log, "{what}").unwrap();
    }

    /// A place in the window, or the middle of something on it.
    fn place(&mut self) -> Pos2 {
        if self.chance.below(3) > 0 {
            let harness = &self.window.harness;
            let points = f64::from(harness.ctx.pixels_per_point());
            let inside = egui::Rect::from_min_size(Pos2::ZERO, self.size);
            let named = harness.query_all_by(|node| node.label().is_some());
            // What is scrolled out of sight may have no place.
            let middles = named.filter_map(|node| node.accesskit_node().bounding_box());
            let nodes: Vec<Pos2> = middles
                .map(|it| {
                    let middle = [f64::midpoint(it.x0, it.x1), f64::midpoint(it.y0, it.y1)];
                    let [x, y] = middle.map(|it| (it / points) as f32);
                    pos2(x, y)
                })
                .filter(|at| inside.contains(*at))
                .collect();
            if !nodes.is_empty() {
                return self.chance.of(&nodes);
            }
        }
        pos2(
            self.chance.within(0.0, self.size.x),
            self.chance.within(0.0, self.size.y),
        )
    }

    fn events(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            self.window.harness.input_mut().events.push(event);
            self.window.harness.step();
        }
    }

    fn modifiers(&mut self) -> Modifiers {
        let all = [
            Modifiers::NONE,
            Modifiers::NONE,
            Modifiers::COMMAND,
            Modifiers::SHIFT,
            Modifiers::ALT,
            Modifiers::COMMAND | Modifiers::SHIFT,
        ];
        self.chance.of(&all)
    }

    fn button(pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Event {
        Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        }
    }

    fn click(&mut self) {
        let (at, modifiers) = (self.place(), self.modifiers());
        let button = if self.chance.below(6) == 0 {
            PointerButton::Secondary
        } else {
            PointerButton::Primary
        };
        self.note(&format!("click {at:?} {button:?} {modifiers:?}"));
        let times = 1 + self.chance.below(5) / 4;
        for _ in 0..times {
            self.events([
                Event::PointerMoved(at),
                Self::button(at, button, true, modifiers),
                Self::button(at, button, false, modifiers),
            ]);
        }
    }

    fn drag(&mut self) {
        let (from, to) = (self.place(), self.place());
        self.note(&format!("drag {from:?} {to:?}"));
        let press = Self::button(from, PointerButton::Primary, true, Modifiers::NONE);
        self.events([Event::PointerMoved(from), press]);
        let steps = 1 + self.chance.below(5);
        for step in 1..=steps {
            let at = from + (to - from) * (step as f32 / steps as f32);
            self.events([Event::PointerMoved(at)]);
        }
        match self.chance.below(8) {
            // Another size in the middle of a drag, a key, or out of the window.
            0 => self.resize(),
            1 => self.key(),
            2 => self.events([Event::PointerGone]),
            _ => {}
        }
        let drop = Self::button(to, PointerButton::Primary, false, Modifiers::NONE);
        self.events([drop]);
    }

    fn key(&mut self) {
        let (key, modifiers) = (self.chance.of(&KEYS), self.modifiers());
        self.note(&format!("key {key:?} {modifiers:?}"));
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.events([event(true), event(false)]);
        if modifiers == Modifiers::COMMAND {
            match key {
                Key::C => self.events([Event::Copy]),
                Key::X => self.events([Event::Cut]),
                _ => {}
            }
        }
    }

    fn text(&mut self) {
        let text = self.chance.of(&TEXTS);
        self.note(&format!("text {text:?}"));
        if self.chance.below(4) == 0 {
            self.events([Event::Paste(text.to_owned())]);
        } else {
            self.events([Event::Text(text.replace('\n', " "))]);
        }
    }

    fn wheel(&mut self) {
        let at = self.place();
        let delta = vec2(
            self.chance.within(-300.0, 300.0),
            self.chance.within(-900.0, 900.0),
        );
        let modifiers = self.modifiers();
        self.note(&format!("wheel {at:?} {delta:?} {modifiers:?}"));
        self.events([
            Event::PointerMoved(at),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                source: egui::MouseWheelSource::Wheel,
                delta,
                phase: TouchPhase::Move,
                modifiers,
            },
        ]);
    }

    fn resize(&mut self) {
        let sizes = [
            vec2(960.0, 600.0),
            vec2(1440.0, 900.0),
            vec2(1366.0, 768.0),
            vec2(640.0, 360.0),
            vec2(320.0, 200.0),
            vec2(2560.0, 1440.0),
        ];
        self.size = if self.chance.below(3) == 0 {
            vec2(
                self.chance.within(200.0, 2000.0),
                self.chance.within(120.0, 1200.0),
            )
        } else {
            self.chance.of(&sizes)
        };
        let size = self.size;
        self.note(&format!("size {size:?}"));
        self.window.harness.set_size(size);
        self.window.harness.step();
    }

    fn zoom(&mut self) {
        let zoom = self.chance.of(&[0.5, 0.8, 1.0, 1.0, 1.25, 1.5, 2.0, 3.0]);
        self.note(&format!("zoom {zoom}"));
        self.window.harness.ctx.set_zoom_factor(zoom);
        self.window.harness.step();
    }

    fn move_once(&mut self) {
        match self.chance.below(100) {
            0..44 => self.click(),
            44..58 => self.drag(),
            58..76 => self.key(),
            76..86 => self.text(),
            86..93 => self.wheel(),
            93..97 => self.resize(),
            97..99 => self.zoom(),
            _ => {
                self.note("wait");
                self.window.harness.run_ok();
            }
        }
    }
}

/// Moves at random. Does nothing in a usual run of the tests.
#[test]
fn hands() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let number = |name: &str| std::env::var(name).unwrap().parse::<u64>().unwrap();
    let folder = Path::new(&folder);
    let desk = Desk::with_dialogs(ChangesTheirMind);
    let demo = desk.path("demo");
    let mut hands = Hands {
        window: desk.start_in_haste_on_demo(),
        chance: Chance(number(SEED)),
        size: super::support::WINDOW,
        log: File::create(folder.join("moves.txt")).unwrap(),
    };
    // As in the program: a letter that no font has is a box, and no fault.
    let tofu = egui::MissingGlyphPolicy::Tofu;
    hands.window.harness.ctx.set_missing_glyph_policy(tofu);
    for _ in 0..number(MOVES) {
        hands.move_once();
    }
    hands.note("close");
    hands.window.close();
    sound(&demo);
    // What was written reads back and is written the same again.
    let before = files(&demo);
    assert!(!before.is_empty());
    desk.start_on(&demo).close();
    let after = files(&demo);
    let differ: Vec<_> = before.iter().filter(|file| !after.contains(file)).collect();
    assert!(
        differ.is_empty(),
        "{:?}",
        differ.iter().map(|it| &it.0).collect::<Vec<_>>()
    );
}

/// The athletes' files and what is in them.
fn files(demo: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(demo.join("athletes")).unwrap();
    let mut files: Vec<_> = entries
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Everything opens without a word, every session is there once, and nothing has to be set right.
fn sound(demo: &Path) {
    // A job that was begun last may still be at work on a thread of this process, and holds the workspace till it ends.
    let begun = std::time::Instant::now();
    let (store, opened) = loop {
        let (store, opened) = Store::open(demo).unwrap();
        let first = &opened.athletes[0].file;
        let athlete = store.read_athlete(first).unwrap();
        if store.write_athlete(&athlete, chrono::Utc::now()).is_ok()
            || begun.elapsed().as_secs() > 20
        {
            break (store, opened);
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    assert!(opened.conflicts.is_empty(), "{:?}", opened.conflicts);
    let mut ids = BTreeSet::new();
    for file in &opened.athletes {
        let athlete = store.read_athlete(&file.file).unwrap();
        for session in athlete.sessions.all() {
            assert!(ids.insert((athlete.id, session.id)), "{:?}", session.id);
        }
        let saved = store.write_athlete(&athlete, chrono::Utc::now()).unwrap();
        assert_eq!(saved, Saved::Unchanged, "{}", file.name);
    }
    let notes = store.take_notes();
    assert!(notes.is_empty(), "{notes:?}");
}

fn soak(seed: u64, moves: u64) {
    let home = tempfile::tempdir().unwrap();
    let errors = home.path().join("errors.txt");
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "window::soak::hands", "--nocapture"])
        .env(FOLDER, home.path())
        .env(SEED, seed.to_string())
        .env(MOVES, moves.to_string())
        .env("HOME", home.path())
        .env("RUST_BACKTRACE", "1")
        .env("PATH", "")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .envs(
            ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].map(|name| (name, home.path())),
        )
        .current_dir(home.path())
        .stdout(Stdio::null())
        .stderr(File::create(&errors).unwrap())
        .status()
        .unwrap();
    let errors = fs::read_to_string(&errors).unwrap();
    // A panic beside the interface is told and survived; it is a fault all the same.
    if status.success() && !errors.contains("panicked at") {
        return;
    }
    let log = fs::read_to_string(home.path().join("moves.txt")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    let last = &lines[lines.len().saturating_sub(12)..];
    panic!(
        "after {} moves of {moves} with seed {seed}: {status}\n{}\n{errors}",
        lines.len(),
        last.join("\n")
    );
}

#[test]
fn random_hands_break_nothing() {
    let number = |name: &str| std::env::var(name).ok().and_then(|it| it.parse().ok());
    let moves = number(MOVES).unwrap_or(USUALLY);
    let seed = number(SEED).unwrap_or(1);
    std::thread::scope(|scope| {
        for hand in 0..HANDS {
            scope.spawn(move || soak(seed + hand, moves));
        }
    });
}
