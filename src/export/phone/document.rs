//! The page put together: markup, styles, script and data in one file that loads nothing and runs nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::charts::dark_rules;
use super::figure::figure;
use super::markup::escaped;

const MARKUP: &str = include_str!("../../../assets/phone/page.html");
const STYLES: &str = include_str!("../../../assets/phone/page.css");
/// One script in parts, in the order in which they need each other.
const SCRIPTS: [&str; 6] = [
    include_str!("../../../assets/phone/elements.js"),
    include_str!("../../../assets/phone/memory.js"),
    include_str!("../../../assets/phone/timer.js"),
    include_str!("../../../assets/phone/session.js"),
    include_str!("../../../assets/phone/answer.js"),
    include_str!("../../../assets/phone/page.js"),
];

/// The whole file. `data` is JSON, `charts`, `movements` and `logo` are markup, `title` and `in_words` are text.
pub(super) fn document(
    title: &str,
    data: &str,
    charts: &str,
    (movements, logo): (String, String),
    in_words: &str,
) -> String {
    let styles = format!(
        "{STYLES}@media screen and (prefers-color-scheme:dark){{{}}}",
        dark_rules()
    );
    let script = format!("\"use strict\";(() => {{\n{}}})();", SCRIPTS.concat());
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&styles),
    );
    let parts = [
        ("policy", policy),
        ("title", escaped(title)),
        ("styles", styles),
        ("words", escaped(in_words)),
        ("charts", charts.to_owned()),
        ("figure", figure()),
        ("movements", movements),
        ("logo", logo),
        ("data", without_tags(data)),
        ("script", script),
    ];
    filled(MARKUP, &parts)
}

/// The markup with each `{{name}}` replaced. It is read once from front to back, so that what stands in a part is never
/// taken for a name.
fn filled(markup: &str, parts: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(
        markup.len() + parts.iter().map(|(_, text)| text.len()).sum::<usize>(),
    );
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let part = parts.iter().find(|(known, _)| *known == name);
        out.push_str(part.map_or("", |(_, text)| text.as_str()));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What a policy calls a text by.
fn hash(text: &str) -> String {
    format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// JSON in which no tag can begin and no line ends where a script would see one.
fn without_tags(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
