//! The phone page in a real browser: logged on it, sent back, brought in.

#![cfg(unix)]

mod browser;
mod desk;

use std::fs;
use std::path::Path;

use chrono::Local;
use ironstride::chart::report::ReportCharts;
use ironstride::domain::{
    Athlete, AthleteId, Count, ExerciseId, ExportFormat, ExportOrder, Plan, Prescription, Profile,
    Reps, Session, SessionId, Stamp, Status, StrengthPlan, Workout, WorkspaceSettings,
};
use ironstride::export::{RenderContext, render};
use ironstride::library::Library;

use browser::Browser;
use desk::{Desk, HANDS, open_session, saved};

const ATHLETE: &str = "Ben Okafor";

#[test]
fn a_session_is_logged_on_a_phone_sent_back_and_moves_the_charts() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let desk = Desk::new();
    browser.screen(390, 844);
    browser.open(&desk.page());
    browser.run(HANDS);
    assert_eq!(
        browser.run("document.querySelector('#name').textContent"),
        ATHLETE
    );
    let now = browser.run("document.querySelector('.week:not([hidden]) .day h3').textContent");
    assert!(now.as_str().unwrap().starts_with("Today, "), "{now}");
    browser.picture("today-light");
    let today = desk.today.to_string();
    let (strength, run) = (
        open_session(&mut browser, "strength"),
        open_session(&mut browser, "run"),
    );
    browser.run(&format!("hand.open('{strength}')"));
    let loads = browser.run(&format!(
        "{{ const card = hand.card('{strength}');
            const sets = [...card.querySelectorAll('.exercise')].filter(part => part.querySelector('.set'))[0];
            hand.type(card, 'Note', 'felt </script> <b>strong</b>');
            hand.type(card, 'Done on', '{today}');
            hand.type(card, 'Minutes', '50');
            hand.type(card, 'Effort', '8');
            sets.querySelectorAll('.tick input').forEach(tick => tick.click());
            sets.scrollIntoView();
            [...sets.querySelectorAll('.set:not(.heads)')].length }}"
    ));
    let sets = loads.as_u64().unwrap();
    assert!(sets >= 1);
    assert_eq!(
        browser.run("document.getElementById('timer').hidden"),
        false,
        "the rest runs"
    );
    browser.picture("strength-light");
    browser.run("document.getElementById('timer-stop').click()");
    browser.run(&format!("hand.open('{run}')"));
    browser.run(&format!(
        "{{ const card = hand.card('{run}');
            hand.type(card, 'Distance', '9,5'); hand.type(card, 'Time', '52:10'); hand.type(card, 'Done on', '{today}');
            hand.type(card, 'Effort', '4'); hand.tick(card, 'Heavy legs'); hand.type(card, 'Pain: where?', 'left knee'); true }}"
    ));
    // A page that was closed and opened again still knows it.
    browser.open(&desk.page());
    browser.run(HANDS);
    assert_eq!(
        browser.run("document.getElementById('sum').textContent"),
        "2 sessions not sent yet"
    );
    browser.run(&format!("hand.open('{run}')"));
    let typed = browser.run(&format!("hand.field(hand.card('{run}'), 'Distance').value"));
    assert_eq!(typed, "9,5");
    browser.run("document.getElementById('send').click()");
    browser.picture("send-light");
    let answer = browser.run("document.getElementById('answer').value");
    let answer = answer.as_str().unwrap();
    let mail = desk.path("mail.txt");
    fs::write(&mail, format!("Hi coach!\n\n{answer}\nBen\n")).unwrap();
    let saves = desk.folder.path().join("saves");
    fs::create_dir(&saves).unwrap();
    browser.downloads_to(&saves);
    browser.run("document.getElementById('save').click()");
    let file = saved(&saves);
    let name = file.rsplit('/').next().unwrap();
    assert_eq!(
        name,
        format!("Ben-Okafor-{}.ironstride-answer.json", desk.today)
    );
    assert_eq!(
        browser.run("document.getElementById('sum').textContent"),
        "Everything is sent"
    );
    browser.run("document.getElementById('copy').click()");
    let copied = "new Promise(done => setTimeout(() => done(document.getElementById('sending-done').textContent), 500))";
    let copied = browser.run(copied);
    assert!(copied.as_str().unwrap().starts_with("Copied"), "{copied}");

    let before = (desk.athlete(), desk.done_load());
    let report = desk.import(&file);
    assert_eq!(
        (&report["joined"], &report["added"]),
        (&2.into(), &0.into()),
        "{report}"
    );
    assert_eq!(report["files"][0]["format"], "phone-page");
    let after = desk.athlete();
    assert!(
        desk.done_load() > before.1,
        "{} after {}",
        desk.done_load(),
        before.1
    );
    let logged = |id: &str| {
        let id = SessionId(id.parse().unwrap());
        (**after.sessions.get(id).unwrap()).clone()
    };
    let lifted = logged(&strength);
    assert_eq!((lifted.date, lifted.status), (desk.today, Status::Partial));
    let log = lifted.log.unwrap();
    assert_eq!(log.exercises[0].sets.len() as u64, sets);
    assert_eq!(log.note, "felt </script> <b>strong</b>");
    let ran = logged(&run);
    let log = ran.log.unwrap();
    let figures = log.run.unwrap();
    assert_eq!(
        (ran.status, figures.distance.unwrap().m()),
        (Status::Done, 9500.0)
    );
    assert_eq!(figures.moving.unwrap().0, 52 * 60 + 10);
    assert!(log.heavy_legs && log.pains[0].place == "left knee");

    // The same by mail, and the same file again.
    let again = desk.import(&mail);
    assert_eq!(desk.import(&file)["files"][0]["sessions"]["known"], 2);
    assert_eq!((&again["joined"], &again["added"]), (&0.into(), &0.into()));
    assert_eq!(again["files"][0]["sessions"]["known"], 2);
    assert_eq!(desk.athlete(), after);

    let asked = browser.requests();
    let page = format!("file://{}", desk.page().display());
    assert!(
        asked
            .iter()
            .all(|url| *url == page || url.starts_with("data:")),
        "{asked:?}"
    );
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_small_phone_keys_fingers_and_readers_find_everything() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let desk = Desk::new();
    browser.screen(320, 640);
    browser.open(&desk.page());
    browser.run(HANDS);
    let strength = open_session(&mut browser, "strength");
    browser.run(&format!("hand.open('{strength}')"));
    browser.run(&format!("hand.card('{strength}').scrollIntoView()"));
    browser.run("for (const how of document.querySelectorAll('.week:not([hidden]) .how-to summary')) how.click(); true");
    let wide = browser.run("document.documentElement.scrollWidth");
    assert_eq!(wide, 320, "nothing stands beyond the edge");
    browser.picture("narrow-light");
    browser.colours("dark");
    browser.picture("narrow-dark");
    let works = browser.run("document.querySelectorAll('.figures .works').length");
    assert!(works.as_u64().unwrap() > 0, "the muscles are tinted");
    for (role, name) in browser.controls() {
        assert!(!name.trim().is_empty(), "a {role} without a name");
    }

    // Weeks by finger and by key.
    browser.open(&desk.page());
    let week = "document.getElementById('week').textContent";
    let first = browser.run(week);
    browser.swipe([260.0, 400.0], [60.0, 410.0]);
    let second = browser.run(week);
    assert_ne!(first, second);
    browser.swipe([60.0, 400.0], [260.0, 410.0]);
    assert_eq!(browser.run(week), first);
    browser.run("document.getElementById('later').focus()");
    browser.press("ArrowRight", 39);
    assert_eq!(browser.run(week), second);
    let ring = browser.run("getComputedStyle(document.activeElement).outlineStyle");
    assert_eq!(ring, "solid", "the focus is seen");

    browser.run("document.getElementById('plan-tab').focus()");
    browser.press("ArrowRight", 39);
    assert_eq!(
        browser.run("document.getElementById('progress').hidden"),
        false
    );
    assert!(
        browser
            .run("document.querySelectorAll('.chart svg').length")
            .as_u64()
            .unwrap()
            >= 6
    );
    assert_eq!(browser.run("document.documentElement.scrollWidth"), 320);
    browser.picture("charts-dark");
    browser.colours("light");
    browser.picture("charts-light");
    let printed = browser.call("Page.printToPDF", serde_json::json!({}));
    assert!(printed["data"].as_str().unwrap().len() > 10_000);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let desk = Desk::new();
    browser.before_pages("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } });");
    browser.screen(390, 844);
    browser.open(&desk.page());
    browser.run(HANDS);
    let told = browser.run("document.getElementById('unkept').hidden ? '' : document.getElementById('unkept').textContent");
    assert!(
        told.as_str()
            .unwrap()
            .contains("does not keep what you type"),
        "{told}"
    );
    let run = open_session(&mut browser, "run");
    browser.run(&format!("hand.open('{run}')"));
    browser.run(&format!("hand.type(hand.card('{run}'), 'Distance', '5')"));
    assert_eq!(
        browser.run("document.getElementById('sum').textContent"),
        "1 session not sent yet"
    );
}

#[test]
fn hostile_names_and_notes_are_text() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let hostile =
        "</script><img src=x onerror=\"window.pwned=1\"><!--<script>window.pwned=2</script>";
    let today = Local::now().date_naive();
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named(hostile));
    let mut row = Prescription::new(
        ExerciseId::new("squat"),
        hostile,
        Count::exactly(2),
        Reps::Count(Count::exactly(6)),
    );
    row.note = hostile.to_owned();
    let mut plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: vec![row],
        ..StrengthPlan::default()
    }));
    plan.title = hostile.to_owned();
    plan.note = hostile.to_owned();
    let session = Session::planned(SessionId::from_bits(1), today, plan, Stamp::default());
    athlete.sessions.put(session.into(), 0);
    let library = Library::shipped().unwrap();
    let context = RenderContext {
        library: &library,
        settings: &WorkspaceSettings::default(),
        logo: None,
        report: &ReportCharts::default(),
        today,
        dates: ironstride::domain::DateStyle::default(),
        written: chrono::DateTime::UNIX_EPOCH,
        zone: |time| Some(time.and_utc()),
    };
    let order = ExportOrder {
        format: ExportFormat::Html,
        coach: hostile.to_owned(),
        message: hostile.to_owned(),
        ..ExportOrder::new(today)
    };
    let folder = tempfile::tempdir().unwrap();
    let path: &Path = &folder.path().join("page.html");
    fs::write(path, render(&order, &[&athlete], &context).unwrap()).unwrap();
    browser.screen(390, 844);
    browser.open(path);
    browser.run(HANDS);
    assert_eq!(
        browser.run("document.getElementById('name').textContent"),
        hostile
    );
    assert_eq!(
        browser.run("document.querySelector('.inside .note').textContent"),
        hostile
    );
    assert_eq!(
        browser.run("document.querySelector('fieldset legend').textContent"),
        hostile
    );
    assert_eq!(
        browser.run("document.querySelectorAll('img, iframe, object, embed').length"),
        0
    );
    assert_eq!(browser.run("document.scripts.length"), 2);
    browser.run(
        "hand.type(hand.card(hand.sessions()[0].id), 'Note', '<img src=x onerror=window.pwned=3>')",
    );
    browser.run("document.getElementById('send').click()");
    assert_eq!(browser.run("typeof window.pwned"), "undefined");
    browser.picture("hostile");
    assert_eq!(browser.complaints(), [""; 0]);
}
