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
use crate::typefaces;

/// Inter for everything it has, DejaVu Sans and Noto Emoji for the writings and signs it lacks.
static FONTS: [&[u8]; 6] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Inter-Bold.otf"),
    typefaces::FALLBACK,
    typefaces::EMOJI,
];

/// The week's template.
pub(super) const WEEK: &str = "week.typ";

static ENGINE: LazyLock<TypstEngine<TypstTemplateCollection>> = LazyLock::new(|| {
    TypstEngine::builder()
        .fonts(FONTS)
        .with_static_source_file_resolver([(WEEK, include_str!("../../assets/print/week.typ"))])
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
    let mut inputs = Dict::new();
    inputs.insert(Str::from("sheet"), template_value(data)?);
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

fn template_value(data: &impl Serialize) -> Result<Value, ExportError> {
    let refuse = |error: serde_json::Error| ExportError::Data(error.to_string());
    let mut json = serde_json::to_value(data).map_err(refuse)?;
    place_breaks(&mut json);
    serde_json::from_value(json).map_err(refuse)
}

fn place_breaks(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::String(text) => *text = set_breaks(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(place_breaks),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(place_breaks),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}
