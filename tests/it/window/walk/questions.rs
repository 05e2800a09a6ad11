//! What is asked or refused on the way: other keys, a form that would be lost, files that are there, what is typed wrongly.

use egui::{Event, Key, Modifiers};

use super::{Look, desk};
use crate::window::closing::ask_to_close;
use crate::window::history::drop_file;
use crate::window::support::{Desk, Stage, Window};

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    keys(&mut window, look);
    help(&mut window, look);
    forms(&mut window, look);
    files(&desk, &mut window, look);
    pasted(&mut window, look);
    history(&desk, &mut window, look);
    panels(&mut window, look);
}

fn keys(window: &mut Window, look: &mut Look<'_>) {
    window.command("change shortcuts");
    window.type_into("Find a command", "better week");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    look("keys-chosen", window);
    window.key(Key::Tab);
    window.key(Key::Enter);
    look("keys-awaited", window);
    window.key(Key::Tab);
    look("keys-refused", window);
    window.command_key(Key::P);
    look("keys-of-another", window);
    window.click("Cancel");
    window.leave();
}

fn help(window: &mut Window, look: &mut Look<'_>) {
    window.command("print / export");
    window.wait_until("the dialog", |window| window.shows("Save PDF"));
    window.key(Key::F1);
    look("help-over-dialog", window);
    window.key(Key::Escape);
    window.leave();
    window.command("about");
    let page = window.harness.ctx.content_rect();
    window.wheel(page, 900.0);
    look("about-packages", window);
    window.key(Key::F1);
    window.leave();
}

fn forms(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("edit athlete", "Delete athlete");
    window.fill("Threshold pace", "soon");
    look("athlete-page-refused", window);
    window.fill("Threshold pace", "3:59");
    window.key(Key::Escape);
    look("discard-asked", window);
    window.key(Key::Escape);
    window.run_until("build a season", "Build season");
    window.fill("Race date", "1 Nov 2026");
    window.wait_until("the refusal", |window| window.shows("This race is over"));
    look("season-refused", window);
    window.leave();
    window.leave();
}

fn files(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    let file = desk.path("week.pdf");
    std::fs::write(&file, "mine").unwrap();
    window.command("print / export");
    window.wait_until("the dialog", |window| window.shows("Save PDF"));
    window.retype("File", &file.display().to_string());
    window.key(Key::Enter);
    window.wait_until("the question", |window| {
        window.shows("week.pdf is already there")
    });
    look("file-there", window);
    window.click("Replace");
    window.wait_until("the file", |window| window.shows("Saved "));
    look("file-saved", window);
    window.retype("File", &desk.path("no/such/week.pdf").display().to_string());
    window.click("Save PDF");
    window.wait_until("the reason", |window| window.shows("cannot be written"));
    look("file-refused", window);
    window.leave();
    window.leave();
    window.run_until("publish…", "Folder");
    window.type_into("Folder", &desk.path("public").display().to_string());
    window.click("Publish");
    window.wait_until("the files", |window| window.shows("Published at "));
    look("published", window);
    window.leave();
}

fn pasted(window: &mut Window, look: &mut Look<'_>) {
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    let plan = "Mon easy 45min\nfrobnicate\nSun long 18km\n";
    window.harness.event(Event::Paste(plan.to_owned()));
    window.settle();
    look("paste-mistakes", window);
    window.leave();
    window.leave();
    window.command_key(Key::T);
}

fn history(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    let dates = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n\
        03/04/2025,Deadlift,Back,140.0,kgs,3,,,,\n05/06/2025,Deadlift,Back,145.0,kgs,3,,,,\n";
    let dumbbells = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2026-10-05 06:10:00,Old gym,Bench Press (Dumbbell),1,20,kg,8\n";
    for (file, text, question, name) in [
        (
            "fitnotes.csv",
            dates,
            "A date such as 03/04 is",
            "history-date",
        ),
        (
            "strong-2.csv",
            dumbbells,
            "With a dumbbell in each hand",
            "history-dumbbells",
        ),
    ] {
        drop_file(window, desk, file, text);
        window.wait_until("the question", |window| window.shows(question));
        look(name, window);
        window.leave();
        window.leave();
    }
}

fn panels(window: &mut Window, look: &mut Look<'_>) {
    window.press("Lower body strength, ");
    window.unfold_inspector();
    window.fill("Duration", "soon");
    look("field-refused", window);
    ask_to_close(window);
    window.settle();
    look("closing-typed", window);
}
