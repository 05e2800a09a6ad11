//! All figures on one page, for the eye.

use std::fmt::Write;

use super::*;

/// Writes a page to look at, every figure 96 points high:
/// `IRONSTRIDE_FIGURES_TO=FILE.html cargo test --lib -- --ignored write_figures`.
/// `IRONSTRIDE_FIGURES` narrows it to exercises whose ids contain one of its words, and draws these larger.
#[test]
#[ignore = "writes a page to look at"]
fn write_figures() {
    let Ok(file) = std::env::var("IRONSTRIDE_FIGURES_TO") else {
        return;
    };
    let words = std::env::var("IRONSTRIDE_FIGURES").unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    let height = if words.is_empty() { 96 } else { 150 };
    let paint = |tone: Tone, gap: bool| {
        let fill = match tone {
            Tone::Body => "#3C4858",
            Tone::Far => "#9AA5B3",
            Tone::Gear => "#0F766E",
            Tone::Ground => "#CDD5DE",
            Tone::Cord => "#E07A2F",
            Tone::Mark => "#C92A2A",
        };
        let gap = if gap {
            r##"stroke="#fff" stroke-width="3" paint-order="stroke" "##
        } else {
            ""
        };
        format!(r#"fill="{fill}" {gap}"#)
    };
    let mut page = "<style>body{margin:8px;font:11px sans-serif}div{display:inline-block;margin:5px;text-align:center;vertical-align:bottom}</style>".to_owned();
    for (id, movement) in shipped().unwrap() {
        if !words.is_empty() && !words.iter().any(|word| id.contains(word)) {
            continue;
        }
        let root = format!(r#"width="{}" height="{height}" "#, height * 5 / 2);
        let style = SvgStyle {
            root: &root,
            shape: &paint,
        };
        let svg = svg(&movement, &style);
        writeln!(page, "<div>{svg}<br>{id}</div>").unwrap();
    }
    std::fs::write(file, page).unwrap();
}
