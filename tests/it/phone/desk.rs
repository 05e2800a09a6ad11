//! A demo with the page of one of its athletes, and hands for it in the browser.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use ironstride::domain::{Athlete, Week};
use ironstride::library::Library;
use ironstride::load::series;
use ironstride::store;
use serde_json::Value;
use tempfile::TempDir;

use super::browser::Browser;
use crate::command_line::ironstride;

use super::ATHLETE;

/// A demo that ends today, and four weeks of its athlete as a page.
pub(super) struct Desk {
    pub(super) folder: TempDir,
    pub(super) today: NaiveDate,
}

impl Desk {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let today = Local::now().date_naive();
        let desk = Self { folder, today };
        let demo = desk.path("demo");
        let made = ironstride([
            "demo",
            &demo,
            "--athletes",
            "2",
            "--years",
            "1",
            "--today",
            &today.to_string(),
        ]);
        assert_eq!(made.code, Some(0), "{made:?}");
        let week = today.to_string();
        let page = ironstride([
            "export",
            "--workspace",
            &demo,
            "--athlete",
            ATHLETE,
            "--week",
            &week,
            "--weeks",
            "4",
            "--to",
            &desk.path("week.html"),
        ]);
        assert_eq!((page.code, page.err.as_str()), (Some(0), ""), "{page:?}");
        desk
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(super) fn page(&self) -> PathBuf {
        self.folder.path().join("week.html")
    }

    pub(super) fn athlete(&self) -> Athlete {
        store::read_athlete(&self.folder.path().join("demo/athletes/ben-okafor.ron")).unwrap()
    }

    /// Brings a file in, and gives the report.
    pub(super) fn import(&self, file: &str) -> Value {
        let demo = self.path("demo");
        let run = ironstride([
            "import",
            "--workspace",
            &demo,
            "--athlete",
            ATHLETE,
            "--json",
            file,
        ]);
        assert_eq!(run.code, Some(0), "{run:?}");
        serde_json::from_str(&run.out).unwrap()
    }

    /// The load that was done in the current week.
    pub(super) fn done_load(&self) -> f64 {
        let (athlete, library) = (self.athlete(), Library::shipped().unwrap());
        let first = Week::of(self.today, athlete.profile.week_start).first();
        series::weekly(&athlete, &library, self.today, first, 1)[0]
            .done
            .au()
    }
}

/// The file that the page saves into an empty folder, once it is whole.
pub(super) fn saved(folder: &Path) -> String {
    for _ in 0..500 {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let whole = |path: &PathBuf| path.extension().is_some_and(|end| end == "json");
        if let Some(path) = entries.into_iter().find(whole) {
            return path.display().to_string();
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("nothing was saved");
}

/// Helpers for the page: a card by session, a value typed into a field, a choice made.
pub(super) const HANDS: &str = "
    const hand = {
      data: JSON.parse(document.getElementById('data').textContent),
      sessions() { return this.data.weeks.flatMap(week => week.days).flatMap(day => day.sessions); },
      card(id) { return document.querySelector(`[data-session='${id}']`); },
      async open(id) {
        const card = this.card(id);
        const weeks = [...document.querySelectorAll('.week')];
        const wanted = weeks.indexOf(card.closest('.week'));
        for (let at; (at = weeks.findIndex(week => !week.hidden)) !== wanted;)
          document.getElementById(at < wanted ? 'later' : 'earlier').click();
        const details = card.querySelector('details');
        if (!details.open) details.querySelector('summary').click();
        while (!card.querySelector('.inside').firstChild) await new Promise(requestAnimationFrame);
        return true;
      },
      field(card, label) {
        const inputs = [...card.querySelectorAll('input, select, textarea')];
        const name = input => input.getAttribute('aria-label') || (input.closest('label') || input).textContent;
        return inputs.find(input => name(input).startsWith(label));
      },
      type(card, label, value) {
        const input = this.field(card, label);
        input.focus();
        input.value = value;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      tick(card, label) { this.field(card, label).click(); },
    };
    true";

/// The first sessions of a kind that are still to be done.
pub(super) fn open_session(browser: &mut Browser, kind: &str) -> String {
    let script = format!(
        "hand.sessions().find(session => session.kind === '{kind}' && !session.done && (session.kind !== 'strength' || session.exercises)).id"
    );
    browser.run(&script).as_str().unwrap().to_owned()
}
