//! The typesetter: fonts and templates that ship with the program, loaded once.
//!
//! It knows no system font and no file, so that the same data gives the same pages on every machine.

use std::sync::LazyLock;

use serde::Serialize;
use typst::foundations::{Dict, Output, Str, Value};
use typst_as_lib::{TypstAsLibError, TypstEngine, TypstTemplateCollection};

use super::ExportError;
use super::breaks::set_breaks;
use super::error::messages;

/// Inter for everything it has, DejaVu Sans and Noto Emoji for the writings and signs it lacks.
static FONTS: [&[u8]; 6] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Inter-Bold.otf"),
    include_bytes!("../../assets/fonts/DejaVuSansFallback.ttf"),
    include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf"),
];

/// The week's template.
pub(super) const WEEK: &str = "week.typ";

/// The template of a single drawing.
pub(super) const DRAWING: &str = "drawing.typ";

static ENGINE: LazyLock<TypstEngine<TypstTemplateCollection>> = LazyLock::new(|| {
    TypstEngine::builder()
        .fonts(FONTS)
        .with_static_source_file_resolver([
            (WEEK, include_str!("../../assets/print/week.typ")),
            (DRAWING, include_str!("../../assets/print/drawing.typ")),
        ])
        .build()
});

/// Sets `template` with `data`, which it reads as `sys.inputs.sheet`.
///
/// `Doc` is the kind of document the caller's writer takes. Every text reaches the template as a value,
/// never as markup, so that nothing in it can be taken for a command.
pub(super) fn compile<Doc: Output>(
    template: &str,
    data: &impl Serialize,
) -> Result<Doc, ExportError> {
    let mut json = json(data)?;
    place_breaks(&mut json);
    set(template, json)
}

/// The same for data that is no text to be set: every word stays as it is.
pub(super) fn compile_verbatim<Doc: Output>(
    template: &str,
    data: &impl Serialize,
) -> Result<Doc, ExportError> {
    set(template, json(data)?)
}

fn set<Doc: Output>(template: &str, json: serde_json::Value) -> Result<Doc, ExportError> {
    let value: Value = serde_json::from_value(json).map_err(refuse)?;
    let mut inputs = Dict::new();
    inputs.insert(Str::from("sheet"), value);
    ENGINE
        .compile_with_input(template, inputs)
        .output
        .map_err(|error| {
            ExportError::Layout(match &error {
                TypstAsLibError::TypstSource(diagnostics) => messages(diagnostics),
                other => other.to_string(),
            })
        })
}

fn json(data: &impl Serialize) -> Result<serde_json::Value, ExportError> {
    serde_json::to_value(data).map_err(refuse)
}

fn refuse(error: serde_json::Error) -> ExportError {
    ExportError::Data(error.to_string())
}

fn place_breaks(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::String(text) => *text = set_breaks(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(place_breaks),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(place_breaks),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}
