//! The typesetter: fonts and templates that ship with the program, loaded once.
//!
//! The same data gives the same pages on every machine, as long as the fonts that ship have all of its text. What they
//! lack is set in a font of the computer; where that has none, the page says so.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde::Serialize;
use typst::diag::SourceResult;
use typst::foundations::{Bytes, Dict, Output, Str, Value};
use typst::text::Font;
use typst_as_lib::{TypstAsLibError, TypstEngine, TypstTemplateCollection};
use typst_pdf::PdfOptions;

use super::ExportError;
use super::error::messages;
use super::line_breaks::set_breaks;
use crate::typefaces::{self, Coverage, Face, Found, faces_for};

/// Inter for everything it has, DejaVu Sans and Noto Emoji for the writings and signs it lacks.
static FONTS: [&[u8]; 6] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Inter-Bold.otf"),
    typefaces::FALLBACK,
    typefaces::EMOJI,
];

/// A template, by its file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Template {
    /// A week at a glance.
    Week,
    /// A session to be taken to the gym.
    Session,
    /// The season, a line a week.
    Season,
    /// A drawing alone.
    Drawing,
    /// What was done, as figures and charts.
    Progress,
    /// A logo alone.
    Logo,
}

impl Template {
    fn file(self) -> &'static str {
        match self {
            Self::Week => "week.typ",
            Self::Session => "session.typ",
            Self::Season => "season.typ",
            Self::Drawing => "drawing.typ",
            Self::Progress => "progress.typ",
            Self::Logo => "logo.typ",
        }
    }
}

type Engine = TypstEngine<TypstTemplateCollection>;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| engine(ours()));
static OURS: LazyLock<Coverage> = LazyLock::new(|| Coverage::of(&FONTS));
/// A typesetter and the fonts of the computer that it has.
type WithFaces = (Vec<Arc<Face>>, Arc<Engine>);
/// The typesetter for the last set of fonts of the computer, kept so that the next page need not read them again.
static FOREIGN: Mutex<Option<WithFaces>> = Mutex::new(None);

fn ours() -> Vec<Font> {
    let fonts = FONTS.iter().map(|font| Bytes::new(*font));
    fonts.flat_map(Font::iter).collect()
}

/// The typesetter with fonts of the computer beside ours.
fn foreign(faces: &[Arc<Face>]) -> Arc<Engine> {
    let mut last = FOREIGN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, engine)) = last.as_ref().filter(|(known, _)| known == faces) {
        return engine.clone();
    }
    let theirs = faces.iter().filter_map(|face| {
        let bytes = Bytes::new(Arc::clone(&face.bytes));
        Font::new(bytes, face.index)
    });
    let engine = Arc::new(engine(ours().into_iter().chain(theirs).collect()));
    *last = Some((faces.to_vec(), engine.clone()));
    engine
}

fn engine(fonts: Vec<Font>) -> Engine {
    TypstEngine::builder()
        .fonts(fonts)
        .with_static_source_file_resolver([
            ("common.typ", include_str!("../../assets/print/common.typ")),
            ("week.typ", include_str!("../../assets/print/week.typ")),
            (
                "session.typ",
                include_str!("../../assets/print/session.typ"),
            ),
            ("season.typ", include_str!("../../assets/print/season.typ")),
            (
                "drawing.typ",
                include_str!("../../assets/print/drawing.typ"),
            ),
            ("logo.typ", include_str!("../../assets/print/logo.typ")),
            (
                "progress.typ",
                include_str!("../../assets/print/progress.typ"),
            ),
        ])
        .build()
}

/// Sets `template` with `data`, which it reads as `sys.inputs.data`, and with SVG pictures, which are in
/// `sys.inputs.pictures`; a logo is in `sys.inputs.logo`.
///
/// `Doc` is the kind of document the caller's writer takes. Every text reaches the template as a value,
/// never as markup, so that nothing in it can be taken for a command.
pub(super) fn compile<Doc: Output>(
    template: Template,
    data: &impl Serialize,
    pictures: &[String],
    logo: Option<&[u8]>,
) -> Result<Doc, ExportError> {
    let mut inputs = Dict::new();
    let found = lettering(data, pictures)?;
    if let Some(writings) = found.missing_words() {
        inputs.insert(Str::from("lacking"), Value::Str(writings.into()));
    }
    let pictures = pictures
        .iter()
        .map(|svg| Value::Bytes(Bytes::from_string(svg.clone())));
    inputs.insert(Str::from("pictures"), Value::Array(pictures.collect()));
    if let Some(logo) = logo {
        let bytes = Bytes::new(logo.to_vec());
        inputs.insert(Str::from("logo"), Value::Bytes(bytes));
    }
    inputs.insert(Str::from("data"), template_value(data)?);
    let set = if found.faces.is_empty() {
        ENGINE.compile_with_input(template.file(), inputs)
    } else {
        foreign(&found.faces).compile_with_input(template.file(), inputs)
    };
    set.output.map_err(|error| {
        ExportError::Layout(match &error {
            TypstAsLibError::TypstSource(diagnostics) => messages(diagnostics),
            other => other.to_string(),
        })
    })
}

/// The fonts of the computer that a document needs besides ours.
fn lettering(data: &impl Serialize, pictures: &[String]) -> Result<Found, ExportError> {
    let text = serde_json::to_string(data).map_err(|error| ExportError::Data(error.to_string()))?;
    let mut lacking = OURS.lacking(&text);
    for picture in pictures {
        lacking.append(&mut OURS.lacking(picture));
    }
    Ok(if lacking.is_empty() {
        Found::default()
    } else {
        faces_for(&lacking)
    })
}

/// Names the type of a compiled document by the writer that takes it: the type itself lives in a crate
/// this program does not otherwise need.
pub(super) fn paged<Doc>(
    document: Doc,
    _writer: fn(&Doc, &PdfOptions) -> SourceResult<Vec<u8>>,
) -> Doc {
    document
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
