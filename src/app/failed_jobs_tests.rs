//! A job that failed leaves what it was for in use: it is not asked for the same again and again, and anything else is
//! tried anew.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};

use super::check_input::CheckInput;
use super::findings_job::{self, Findings};
use super::layout_job::LayoutRequest;
use super::print_preview::{Key, Previews};
use super::roster_job::{self, Checked, Roster};
use crate::demo::{self, DemoOptions};
use crate::domain::{Athlete, DateStyle, ExportOrder, Workspace};
use crate::layout::Options;
use crate::library::Library;
use crate::ui::dialogs::{PrintForm, Who};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn workspace() -> (Workspace, Arc<Library>) {
    let library = Library::shipped().unwrap();
    let options = DemoOptions {
        athletes: 1,
        weeks: 12,
        seed: 1,
        today: today(),
    };
    (demo::workspace(&options, &library), Arc::new(library))
}

/// The athlete after an edit.
fn edited(athlete: &Arc<Athlete>) -> Arc<Athlete> {
    let mut athlete = Athlete::clone(athlete);
    athlete.profile.name.push('!');
    Arc::new(athlete)
}

#[test]
fn findings_are_looked_for_again_after_an_edit() {
    let (workspace, library) = workspace();
    let athlete = &workspace.athletes[0];
    let input = CheckInput::new(athlete, &workspace, &library, today());
    let mut findings = Findings::default();
    findings.begin(&input);
    findings.take(input, None);
    assert!(
        findings.knows(athlete, &workspace, today()),
        "the same is not tried again"
    );
    assert_eq!(findings.of(athlete.id).map(<[_]>::len), Some(0));
    let athlete = edited(athlete);
    assert!(!findings.knows(&athlete, &workspace, today()));
    let input = CheckInput::new(&athlete, &workspace, &library, today());
    let book = findings_job::check(&input, findings.begin(&input));
    let expected = book.breaches().len();
    findings.take(input, Some(book));
    assert!(expected > 0, "a season without a finding proves nothing");
    assert_eq!(findings.of(athlete.id).map(<[_]>::len), Some(expected));
}

#[test]
fn the_roster_lists_whom_a_check_failed_for_once_they_change() {
    let (workspace, library) = workspace();
    let week = today().week(Weekday::Mon).first_day();
    let athlete = &workspace.athletes[0];
    let mut roster = Roster::default();
    let mut rows = Vec::new();
    let input = CheckInput::new(athlete, &workspace, &library, today());
    roster.take(vec![Checked::failed(input, week)]);
    assert!(
        roster.knows(athlete, &workspace, today(), week),
        "the same is not tried again"
    );
    roster.list(&workspace.athletes, false, &mut rows);
    assert!(rows.is_empty());
    let athlete = edited(athlete);
    assert!(!roster.knows(&athlete, &workspace, today(), week));
    let input = CheckInput::new(&athlete, &workspace, &library, today());
    roster.take(vec![roster_job::check(input, week)]);
    roster.list(&[athlete], false, &mut rows);
    assert_eq!(rows.len(), 1);
}

#[test]
fn a_layout_that_failed_hinders_only_the_same() {
    let (workspace, library) = workspace();
    let athlete = &workspace.athletes[0];
    let program = library.programs()[0].clone();
    let request = |athlete: &Arc<Athlete>, first: NaiveDate| LayoutRequest {
        athlete: athlete.clone(),
        profile: workspace.settings.checked(&athlete.profile).into_owned(),
        program: program.clone(),
        options: Options::for_athlete(&program, first, athlete, today()),
    };
    let monday = today().week(Weekday::Mon).first_day();
    let failed = request(athlete, monday);
    assert!(failed.is_like(&request(athlete, monday)));
    let next = monday + chrono::Days::new(7);
    assert_eq!(next.weekday(), Weekday::Mon);
    assert!(!failed.is_like(&request(athlete, next)));
    assert!(!failed.is_like(&request(&edited(athlete), monday)));
}

#[test]
fn a_preview_that_failed_says_why_and_another_is_made() {
    let (workspace, library) = workspace();
    let athlete = &workspace.athletes[0];
    let window = egui::Context::default();
    let mut previews = Previews::default();
    let people = vec![(athlete.id, athlete.profile.name.clone())];
    let (order, who) = (ExportOrder::new(today()), Who::One(athlete.id));
    let mut form = PrintForm::new(order, who, people, None, String::new());
    form.preview.room = [400, 600];
    let follow = |previews: &Previews, form: &mut PrintForm, revision: u64| {
        let when = (today(), DateStyle::default());
        let key = Key::new(form, vec![athlete.clone()], (1, revision), when);
        previews.follow(form, key)
    };
    let asked = follow(&previews, &mut form, 1).unwrap();
    assert!(form.preview.busy);
    previews.take(asked, Err("It failed.".to_owned()), &window);
    assert!(
        follow(&previews, &mut form, 1).is_none(),
        "the same is not tried again"
    );
    assert!(!form.preview.busy);
    assert_eq!(form.preview.error.as_deref(), Some("It failed."));
    let asked = follow(&previews, &mut form, 2).unwrap();
    let made = asked.run(&library, &workspace.settings, None);
    previews.take(asked, Ok(made), &window);
    assert!(follow(&previews, &mut form, 2).is_none());
    assert_eq!(form.preview.error, None);
    assert!(form.preview.shown.is_some());
}
