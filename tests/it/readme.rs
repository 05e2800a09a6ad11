//! What the readme promises can be done.

use std::path::Path;

use chrono::NaiveDate;
use ironstride::cli;
use ironstride::library::Library;
use ironstride::text;

const README: &str = include_str!("../../README.md");

/// The text of every fenced block of this language.
fn blocks(language: &str) -> Vec<&str> {
    let fence = format!("```{language}\n");
    let parts = README.split(fence.as_str()).skip(1);
    parts
        .map(|part| part.split_once("```").map_or(part, |(block, _)| block))
        .collect()
}

/// The lines of `console` blocks that run this program, without prompt and comment.
fn commands() -> Vec<&'static str> {
    let lines = blocks("console").into_iter().flat_map(str::lines);
    lines
        .filter_map(|line| line.strip_prefix("$ "))
        .map(|line| line.split(" #").next().unwrap_or(line).trim())
        .filter(|line| line.starts_with("ironstride"))
        .collect()
}

#[test]
fn its_plan_text_reads() {
    let library = Library::shipped().unwrap();
    let plans = blocks("plan");
    assert!(!plans.is_empty());
    for plan in plans {
        let read = text::read(plan, &library);
        assert_eq!(read.errors, []);
        assert!(!read.sessions.is_empty());
    }
}

#[test]
fn its_commands_are_understood() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    assert!(commands().len() >= 4, "{:?}", commands());
    for line in commands() {
        let words = line.split('"').enumerate().flat_map(|(place, part)| {
            // Every second part stood in quotes.
            if place % 2 == 1 {
                vec![part]
            } else {
                part.split_whitespace().collect()
            }
        });
        assert!(cli::parse(words, today).is_ok(), "{line}");
    }
}

#[test]
fn its_links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let links = README
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    let mut count = 0;
    for (link, _) in links.filter(|(link, _)| !link.starts_with("http") && !link.starts_with('#')) {
        assert!(root.join(link).exists(), "{link}");
        count += 1;
    }
    assert!(count >= 4, "{count}");
}

#[test]
fn its_checked_plan_gives_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.txt");
    std::fs::write(&plan, blocks("plan")[0]).unwrap();
    let run = crate::command_line::ironstride(["check", &plan.display().to_string()]);
    assert_eq!(run.out.trim(), blocks("text")[0].trim());
}
