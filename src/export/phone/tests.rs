//! Pages of lifelike and of hostile weeks.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Days};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::*;
use crate::chart::report::ReportCharts;
use crate::demo::{self, DemoOptions};
use crate::domain::*;
use crate::export::test_support::{MONDAY, add, athlete, context, ordinary, strength};
use crate::export::{ExportPreview, preview_of, render};

fn page_of(athlete: &Athlete, weeks: u32) -> String {
    let library = Library::shipped().unwrap();
    let order = ExportOrder {
        format: ExportFormat::Html,
        weeks,
        coach: "Mira Novak".to_owned(),
        ..ExportOrder::new(MONDAY)
    };
    let bytes = render(&order, &[athlete], &context(&library)).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, after) = text.split_once(from).unwrap();
    after.split_once(to).unwrap().0
}

fn data_of(page: &str) -> Value {
    let data = between(
        page,
        r#"<script type="application/json" id="data">"#,
        "</script>",
    );
    serde_json::from_str(data).unwrap()
}

#[test]
fn four_weeks_of_a_demo_stay_within_400_kilobytes() {
    let library = Library::shipped().unwrap();
    let options = DemoOptions {
        athletes: 2,
        weeks: 156,
        seed: 1,
        today: MONDAY,
    };
    let workspace = demo::workspace(&options, &library);
    for athlete in &workspace.athletes {
        let page = page_of(athlete, 4);
        let data = data_of(&page);
        let days = data["weeks"].as_array().unwrap().iter();
        let sessions: usize = days
            .flat_map(|week| week["days"].as_array().unwrap())
            .map(|day| day["sessions"].as_array().unwrap().len())
            .sum();
        assert!(sessions >= 8, "{sessions} sessions");
        assert!(page.matches("<section class=\"chart\">").count() >= 6);
        assert!(page.len() <= 400 * 1024, "{} bytes", page.len());
    }
}

#[test]
fn what_people_typed_is_never_markup() {
    for hostile in [
        "</script><img src=x onerror=alert(1)>",
        "<!--<script>",
        "]]></svg><svg onload=alert(1)>",
        "{{script}}{{data}}",
        "a\u{2028}b\u{2029}c\u{0}",
        "' onfocus='alert(1)\" autofocus",
    ] {
        let mut athlete = athlete(hostile);
        let mut plan = strength(hostile, &[("Squat", "2", "6", "60kg", 90)]);
        plan.note = hostile.to_owned();
        if let Some(rows) = plan.workout.exercises_mut() {
            rows[0].name = hostile.to_owned();
            rows[0].note = hostile.to_owned();
        }
        let id = add(&mut athlete, 0, plan);
        let page = page_of(&athlete, 1);
        for markup in ["<img", "onload=", "<!--"] {
            let outside = page.replace("\\u003c", "").replace("&lt;", "");
            assert!(
                !outside.contains(&format!("<{}", markup.trim_start_matches('<'))),
                "{hostile}: {markup}"
            );
        }
        assert_eq!(page.matches("<script").count(), 2, "{hostile}");
        assert_eq!(page.matches("</script").count(), 2, "{hostile}");
        let data = data_of(&page);
        let session = &data["weeks"][0]["days"][0]["sessions"][0];
        assert_eq!(session["note"], *hostile.trim());
        assert_eq!(session["id"], id.to_string());
        assert_eq!(session["exercises"][0]["note"], *hostile.trim());
    }
}

#[test]
fn only_its_own_script_runs_and_nothing_loads() {
    let page = page_of(&ordinary().0, 1);
    let policy = between(
        &page,
        r#"http-equiv="Content-Security-Policy" content=""#,
        "\"",
    );
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let script = between(&page, "<script>", "</script>");
    let styles = between(&page, "<style>", "</style>");
    assert!(policy.contains(&format!("script-src 'sha256-{}'", hash(script))));
    assert!(policy.contains(&format!("style-src 'sha256-{}'", hash(styles))));
    assert!(!policy.contains("unsafe") && !policy.contains("http"));
    let elsewhere = page.replace("http://www.w3.org/2000/svg", "");
    for request in [
        "http:", "https:", "//www", " src=", "url(", "@import", "fetch(", "XMLHttp", "import(",
    ] {
        assert!(!elsewhere.contains(request), "{request}");
    }
    assert_eq!(
        page.matches("href=\"").count(),
        1,
        "the icon, which is empty"
    );
    for maker_of_markup in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "setHTML",
        "DOMParser",
        "createContextualFragment",
        "srcdoc",
    ] {
        assert!(!script.contains(maker_of_markup), "{maker_of_markup}");
    }
}

#[test]
fn sets_are_filled_with_the_plan_and_with_last_time() {
    let mut anna = athlete("Anna");
    anna.profile.units.mass = MassUnit::Pounds;
    let before = add(
        &mut anna,
        0,
        strength("Before", &[("Squat", "3", "6", "", 90)]),
    );
    let mut done = (**anna.sessions.get(before).unwrap()).clone();
    let set = |reps, lb| SetLog {
        reps: Some(reps),
        kg: Some(Kilograms::from_pounds(lb)),
        ..SetLog::default()
    };
    done.status = Status::Done;
    done.log = Some(Log {
        exercises: vec![
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: "Squat".to_owned(),
                sets: vec![set(9, 135.0), set(4, 140.0)],
            }
            .into(),
        ],
        ..Log::default()
    });
    anna.sessions.put(done.into(), 0);
    let rows = [
        ("Squat", "3", "6-8", "", 90),
        ("Squat", "2", "5", "2x50kg", 90),
        ("Plank", "2", "45s", "bw", 60),
        ("Chin-up", "1", "max", "bw", 60),
        ("Plank", "1", "max", "", 60),
    ];
    add(&mut anna, 2, strength("Now", &rows));
    let data = data_of(&page_of(&anna, 1));
    let exercises = &data["weeks"][0]["days"][2]["sessions"][0]["exercises"];
    assert_eq!(
        exercises[0]["sets"].to_string(),
        r#"[{"load":"135","reps":"8"},{"load":"140","reps":"6"},{"load":"140","reps":"6"}]"#
    );
    assert!(
        exercises[0]["last"]
            .as_str()
            .unwrap()
            .contains("135 lb × 9; 140 lb × 4")
    );
    assert_eq!(
        exercises[1]["sets"][0].to_string(),
        r#"{"load":"110.2","reps":"5"}"#
    );
    assert_eq!(
        (&exercises[1]["implements"], &exercises[0]["implements"]),
        (&Value::from(2), &Value::from(1))
    );
    assert_eq!(exercises[2]["sets"][0].to_string(), r#"{"seconds":"45"}"#);
    assert_eq!(exercises[3]["sets"].to_string(), "[{}]");
    let measures = [2, 3, 4].map(|at: usize| exercises[at]["measure"].as_str().unwrap());
    assert_eq!(
        measures,
        ["seconds", "reps", "seconds"],
        "as long as possible is seconds, too"
    );
    assert_eq!(data["mass"], "lb");
}

#[test]
fn a_page_is_one_athletes_and_says_what_it_is() {
    let library = Library::shipped().unwrap();
    let (anna, _) = ordinary();
    let order = ExportOrder {
        format: ExportFormat::Html,
        weeks: 4,
        ..ExportOrder::new(MONDAY)
    };
    assert!(render(&order, &[&anna, &anna], &context(&library)).is_err());
    let ExportPreview::Text(look) = preview_of(&order, &[&anna], &context(&library)).unwrap()
    else {
        panic!("words");
    };
    assert!(look.contains("4 weeks, today first"), "{look}");
    assert!(
        look.contains(
            "Tuesday 24 November\n– Intervals: 2 km warm-up; 6 × 800 m @ 4:05 /km, 400 m jog"
        ),
        "{look}"
    );
    assert!(
        look.contains("    Squat: 4 × 6 · 62.5 kg · RIR 2 · 3 min rest\n"),
        "{look}"
    );
    assert_eq!(order.file_stem("Anna"), "Anna 2026-W48");
}

#[test]
fn a_week_on_a_sunday_begins_with_it() {
    let (mut anna, _) = ordinary();
    anna.profile.week_start = chrono::Weekday::Sun;
    let data = data_of(&page_of(&anna, 1));
    let sunday = (MONDAY - Days::new(1)).to_string();
    assert_eq!(data["weeks"][0]["days"][0]["date"], sunday);
    let request = PageRequest {
        weeks: Vec::new(),
        coach: "",
        logo: None,
        message: "",
        guidance: Guidance::Hide,
        session: None,
        today: MONDAY,
        dates: DateStyle::default(),
        written: DateTime::UNIX_EPOCH,
        choice: &ReportCharts::default().of(anna.id),
    };
    let page = phone_page(&anna, &Library::shipped().unwrap(), &request).unwrap();
    assert_eq!(data_of(&page)["weeks"], Value::Array(Vec::new()));
}

#[test]
fn the_logo_stands_at_the_head_of_the_page_and_loads_nothing() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="teal"/></svg>"#;
    let logo = crate::export::Logo::read(svg.to_vec()).unwrap();
    let (anna, _) = ordinary();
    let library = Library::shipped().unwrap();
    let order = ExportOrder {
        format: ExportFormat::Html,
        ..ExportOrder::new(MONDAY)
    };
    let page = |logo: Option<&crate::export::Logo>| {
        let context = crate::export::RenderContext {
            logo,
            ..context(&library)
        };
        String::from_utf8(render(&order, &[&anna], &context).unwrap()).unwrap()
    };
    let (with, without) = (page(Some(&logo)), page(None));
    let (_, image) = with.split_once("<img id=\"logo\"").unwrap();
    let (tag, _) = image.split_once('>').unwrap();
    assert!(tag.contains("src=\"data:image/png;base64,"));
    assert!(tag.len() < 40_000, "{} letters in every mail", tag.len());
    assert!(!without.contains("id=\"logo\""));
    assert!(
        with.contains("img-src data:")
            && !with.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\"")
    );
}
