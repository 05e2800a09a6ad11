use std::collections::BTreeSet;

use super::markdown::{Block, blocks, plain};
use super::*;
use crate::ui::command::Category;
use crate::ui::commands::COMMANDS;

fn links(chapter: &Chapter) -> Vec<String> {
    let of = |spans: &[markdown::Span]| {
        let links = spans.iter().filter_map(|span| span.link.clone());
        links.collect::<Vec<_>>()
    };
    let blocks = chapter.blocks().iter();
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(spans) | Block::Item(_, _, spans) => of(spans),
            Block::Table(_, rows) => rows.iter().flatten().flat_map(|cell| of(cell)).collect(),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn markdown_is_read_as_it_is_meant() {
    let read = blocks(
        "# One\n\nSome *name* and `5x60@2`,\nsee [there](marks.md).\n\n1. first\n2. second\n   - inner\n\n\
         | a | b |\n|---|---|\n| **x** | y |\n\n```\ncode\n  more\n```\n\n![A week](pictures/week.png)\n",
    );
    let [
        Block::Heading(1, heading),
        Block::Paragraph(spans),
        Block::Item(0, first, _),
        Block::Item(0, second, words),
        Block::Item(1, inner, _),
        Block::Table(head, rows),
        Block::Code(code),
        Block::Picture(file, shows),
    ] = &read[..]
    else {
        panic!("{read:#?}");
    };
    assert_eq!(heading, "One");
    assert_eq!(plain(spans), "Some name and 5x60@2, see there.");
    let name = spans.iter().find(|span| span.text == "name").unwrap();
    assert!(name.emphasis && !name.strong);
    assert!(spans.iter().any(|span| span.code && span.text == "5x60@2"));
    assert!(
        spans
            .iter()
            .any(|span| span.link.as_deref() == Some("marks.md"))
    );
    assert_eq!([first, second, inner], ["1.", "2.", "•"]);
    assert_eq!(plain(words), "second");
    assert_eq!((head.len(), rows.len()), (2, 1));
    assert!(rows[0][0][0].strong);
    assert_eq!(code, "code\n  more");
    assert_eq!(
        (file.as_str(), shows.as_str()),
        ("pictures/week.png", "A week")
    );
}

#[test]
fn every_link_and_picture_of_the_guide_is_there() {
    let mut shown = BTreeSet::new();
    for chapter in &CHAPTERS {
        assert_ne!(
            chapter.title(),
            chapter.file,
            "{} has a title",
            chapter.file
        );
        for link in links(chapter) {
            // A page of the web is opened by the browser.
            let leads = chapters::place_of(&link).is_some()
                || link == "../phone.md"
                || link.starts_with("https://");
            assert!(leads, "{}: {link} leads nowhere", chapter.file);
        }
        for block in chapter.blocks() {
            if let Block::Picture(file, shows) = block {
                let [light, dark] = [false, true].map(|dark| pictures::image(file, dark));
                let (light, dark) = (light.expect(file), dark.expect(file));
                assert_eq!(light.size, dark.size, "{file} in both themes");
                // A page of paper is white in both.
                let darker = brightness(&light) - brightness(&dark);
                assert!(darker > 80.0, "{file} has a dark picture");
                assert!(!shows.is_empty(), "{file} says what it shows");
                shown.insert(file.as_str());
            }
        }
    }
    for picture in pictures::PICTURES {
        let file = picture.file;
        assert!(shown.contains(file), "{file} is in no chapter");
        for bytes in picture.bytes {
            assert!(bytes.len() <= 150 * 1024, "{file}: {} bytes", bytes.len());
        }
    }
}

/// The mean of all points of a picture, from 0 to 255.
fn brightness(image: &egui::ColorImage) -> f32 {
    let points = image.pixels.iter();
    points.map(|it| f32::from(it.g())).sum::<f32>() / image.pixels.len().max(1) as f32
}

#[test]
fn what_the_guide_calls_a_command_is_one() {
    // A name in italics that ends in "…" is something that can be chosen.
    let known: BTreeSet<&str> = COMMANDS.iter().map(|spec| spec.text).collect();
    let elsewhere = [
        "Start your own…",
        "New exercise…",
        "Skipped…",
        "Change keys…",
        "Add, like…",
    ];
    for chapter in &CHAPTERS {
        for block in chapter.blocks() {
            let (Block::Paragraph(spans) | Block::Item(_, _, spans)) = block else {
                continue;
            };
            for span in spans.iter().filter(|span| span.emphasis) {
                let name = span.text.as_str();
                let is_command = known.contains(name) || elsewhere.contains(&name);
                let named = !name.ends_with('…') || is_command;
                assert!(named, "{}: there is no “{name}”", chapter.file);
            }
        }
    }
}

#[test]
fn the_guide_is_set_as_other_pages_are() {
    for chapter in &CHAPTERS {
        for block in chapter.blocks() {
            let words = block.words();
            assert!(
                !words.contains("…."),
                "{}: four dots in “{words}”",
                chapter.file
            );
            let Block::Table(head, _) = block else {
                continue;
            };
            for cell in head {
                let head = plain(cell);
                let begins = head.chars().next();
                let capital = begins.is_some_and(|letter| !letter.is_lowercase());
                assert!(capital, "{}: the column “{head}”", chapter.file);
            }
        }
    }
}

#[test]
fn sections_are_found_by_words_and_by_slips() {
    let first = |query: &str| {
        let hit = search::find(&CHAPTERS, query).into_iter().next();
        hit.map(|hit| (CHAPTERS[hit.chapter].file, hit.heading))
    };
    let marks = |heading: &str| Some(("marks.md", heading.to_owned()));
    assert_eq!(first("AU unit"), marks("AU: the unit of load"));
    assert_eq!(first("padlock"), marks("On a session’s card"));
    assert_eq!(first("hexagn"), marks("What the rules say"));
    assert_eq!(first("zeppelin"), None);
    assert_eq!(first("  "), None);
    let hits = search::find(&CHAPTERS, "phone");
    assert!(hits.len() > 2 && hits.iter().all(|hit| hit.words.chars().count() < 160));
}

#[test]
fn what_is_shown_of_a_section_holds_the_word_found() {
    for (query, word) in [
        ("padlock", "padlock"),
        ("padlok", "padlock"),
        ("hexagn", "hexagon"),
    ] {
        let hit = search::find(&CHAPTERS, query).into_iter().next();
        let shown = hit.map(|hit| hit.words.to_lowercase()).unwrap_or_default();
        assert!(shown.contains(word), "{query}: {shown}");
    }
}

#[test]
fn every_category_of_commands_is_on_the_sheet() {
    let count = |category: Category| COMMANDS.iter().filter(|s| s.category == category).count();
    let on_sheet: usize = shortcuts::CATEGORIES.into_iter().map(count).sum();
    assert_eq!(on_sheet, COMMANDS.len());
}

#[test]
fn about_names_every_package_the_program_is_built_from() {
    let manifest = include_str!("../../../Cargo.toml");
    let (_, rest) = manifest.split_once("\n[dependencies]").unwrap();
    let (direct, _) = rest.split_once("\n[dev-dependencies]").unwrap();
    let names = direct
        .lines()
        .filter(|line| !line.starts_with(['#', '[']))
        .filter_map(|line| Some(line.split_once(" = ")?.0));
    let mut seen = 0;
    for name in names {
        seen += 1;
        let line = about::PACKAGES
            .lines()
            .find(|line| line.starts_with(&format!("{name} ")));
        let line = line.unwrap_or_else(|| panic!("{name} is missing: run scripts/licences.sh"));
        assert!(
            line.split("  ")
                .nth(1)
                .is_some_and(|licence| !licence.is_empty()),
            "{line}"
        );
    }
    assert!(seen > 40, "{seen}");
}

/// The keys of commands in the chapter are those of the table of commands, which shows others once they are changed.
#[test]
fn the_keys_of_the_guide_are_those_of_the_commands() {
    let others = [
        "Tab, Shift+Tab",
        "Arrows",
        "Shift and an arrow",
        "Home, End",
        "Letters",
        "Enter",
        "Escape",
        "Menu key or Shift+F10",
    ];
    let chapter = &CHAPTERS[chapters::place_of("settings.md").unwrap()];
    let mut commands = 0;
    for block in chapter.blocks() {
        let Block::Table(head, rows) = block else {
            continue;
        };
        assert_eq!(plain(&head[0]), "Keys");
        for row in rows {
            let keys = plain(&row[0]);
            if others.contains(&keys.as_str()) {
                continue;
            }
            let read = crate::ui::keys::read(&keys).unwrap_or_else(|| panic!("{keys}"));
            let known = COMMANDS.iter().any(|spec| spec.keys.contains(&read));
            assert!(known, "{keys} belongs to no command");
            commands += 1;
        }
    }
    assert!(commands >= 8, "{commands}");
}

#[test]
fn words_that_were_found_are_told_from_the_rest() {
    let found = vec!["lock".to_owned(), "čas".to_owned()];
    let pieces = search::pieces("A padlock, Locked; čas", &found);
    let told: Vec<&str> = pieces.iter().filter(|it| it.1).map(|it| it.0).collect();
    assert_eq!(told, ["Locked", "čas"]);
    let whole: String = pieces.iter().map(|it| it.0).collect();
    assert_eq!(whole, "A padlock, Locked; čas");
    let near = search::find(&CHAPTERS, "padlok").swap_remove(0);
    assert!(near.words.contains("; speech bubble – "), "{}", near.words);
    assert_eq!(near.found, ["padlock"]);
}
