//! Text that a template might take for commands, and writings that our fonts lack.

use super::*;

#[test]
fn no_text_is_taken_for_a_command() {
    let long = "x".repeat(300);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        let mut anna = athlete(text);
        let plan = strength(text, &[(text, "3", "8", "60kg", 90)]);
        let id = add(
            &mut anna,
            0,
            Plan {
                note: text.to_owned(),
                ..plan
            },
        );
        let found = finding(id, Severity::Conflict, text, Some(text));
        let options = WeekOptions {
            message: text.to_owned(),
            ..WeekOptions::default()
        };
        let sheet = sheet(&anna, &[found], &options);
        let booklet = Booklet {
            coach: text.to_owned(),
            title: text.to_owned(),
            ..booklet(&sheet)
        };
        let pdf = pdf(&Print::Weeks(booklet)).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(pdf.starts_with(b"%PDF-"), "{text}");
    }
}

#[test]
fn hostile_text_is_only_ever_printed() {
    let library = crate::library::Library::shipped().unwrap();
    for text in HOSTILE {
        let mut anna = athlete(text);
        let plan = strength(text, &[(text, "3", "8", "60kg", 90)]);
        let plan = Plan {
            note: text.to_owned(),
            ..plan
        };
        add(&mut anna, 0, plan);
        for sheet in SheetKind::ALL {
            let order = ExportOrder {
                coach: text.to_owned(),
                message: text.to_owned(),
                ..order(sheet)
            };
            let made = render(&order, &[&anna, &anna], &context(&library));
            assert!(made.is_ok(), "{sheet:?} {text}: {made:?}");
        }
    }
}

/// The picture of an ordinary week of an athlete of this name.
fn picture_of(name: &str) -> Vec<u8> {
    let mut sheet = ordinary_sheet();
    name.clone_into(&mut sheet.athlete);
    png(&print(&sheet), 1.0).unwrap()
}

#[test]
fn writings_that_our_fonts_lack_are_set_in_one_of_the_computer_or_the_page_says_that_there_is_none()
{
    for (one, other) in [
        ("東東", "京京"),
        ("きき", "つつ"),
        ("한한", "국국"),
        ("กก", "ขข"),
    ] {
        let found = crate::typefaces::faces_for(&format!("{one}{other}").chars().collect());
        // Boxes are all alike.
        let is_drawn = picture_of(one) != picture_of(other);
        assert_eq!(is_drawn, found.missing.is_empty(), "{one}");
    }
    // Where nothing has them, the foot of the page tells of it, and the name alone would make no difference.
    let nowhere = picture_of("\u{10FFFE}");
    assert_eq!(nowhere, picture_of("\u{10FFFF}"));
}
