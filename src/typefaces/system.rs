//! The computer's own fonts, looked through for characters that ours lack.
//!
//! Reading the list of fonts takes a while: it is read once, when the first such character is met, and never on the
//! thread that draws.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, Style};
use ttf_parser::Face as Outlines;

use super::found::{Face, Found};

/// Fonts taken for one text at most: each is several megabytes.
const MOST_FACES: usize = 4;
/// The weight of running text.
const REGULAR: u16 = 400;

static FONTS: LazyLock<Database> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    fonts
});
/// Those in use, so that each is read once.
static READ: Mutex<Vec<Arc<Face>>> = Mutex::new(Vec::new());

/// The fonts of the computer that have these characters, and the characters that none has.
pub fn faces_for(wanted: &BTreeSet<char>) -> Found {
    let mut found = Found {
        faces: Vec::new(),
        missing: wanted.clone(),
    };
    while found.faces.len() < MOST_FACES && !found.missing.is_empty() {
        let of_best = FONTS
            .faces()
            .filter(|info| info.style == Style::Normal)
            .filter_map(|info| Some((fitness(info, &found.missing)?, info)))
            .max_by_key(|(fitness, _)| *fitness);
        let Some((face, info)) = of_best.and_then(|(_, info)| Some((read(info)?, info))) else {
            break;
        };
        let had = had(info, &found.missing);
        found.missing.retain(|sign| !had.contains(sign));
        found.faces.push(face);
    }
    found
}

/// How well a font serves: the characters it has, then the language it is drawn for, its weight and its plainness.
type Fitness = (usize, bool, i32, bool);

fn fitness(info: &FaceInfo, wanted: &BTreeSet<char>) -> Option<Fitness> {
    let has = had(info, wanted).len();
    (has > 0).then(|| {
        let family = info.families.first().map_or("", |(name, _)| name.as_str());
        let is_of_language = language(wanted).iter().any(|word| family.contains(word));
        let off = i32::from(info.weight.0.abs_diff(REGULAR));
        let is_plain = !info.monospaced && !family.contains("Serif") && !family.contains("Mono");
        (has, is_of_language && is_plain, -off, is_plain)
    })
}

/// The characters among some that a font can draw; none where it has pictures of them instead of outlines.
fn had(info: &FaceInfo, wanted: &BTreeSet<char>) -> BTreeSet<char> {
    let of = |data: &[u8], index: u32| {
        let face = Outlines::parse(data, index).ok()?;
        let tables = face.tables();
        let is_drawn = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
        let has = |sign: &&char| is_drawn && face.glyph_index(**sign).is_some();
        Some(wanted.iter().filter(has).copied().collect())
    };
    FONTS
        .with_face_data(info.id, of)
        .flatten()
        .unwrap_or_default()
}

/// What the fonts of a language are called. Han letters differ from country to country: kana tell Japanese, hangul
/// Korean, and without either they are drawn as in Chinese.
fn language(wanted: &BTreeSet<char>) -> &'static [&'static str] {
    let any = |range: std::ops::RangeInclusive<char>| wanted.range(range).next().is_some();
    if any('\u{3040}'..='\u{30FF}') {
        &[" JP", "Japan", "Gothic"]
    } else if any('\u{AC00}'..='\u{D7AF}') {
        &[" KR", "Korea", "Nanum", "Malgun"]
    } else {
        &[" SC", " CN", "YaHei", "PingFang"]
    }
}

fn read(info: &FaceInfo) -> Option<Arc<Face>> {
    let name = format!("{} {}", info.post_script_name, info.index);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = read.iter().find(|face| face.name == name) {
        return Some(known.clone());
    }
    let bytes = FONTS.with_face_data(info.id, |data, _| Arc::from(data))?;
    let face = Arc::new(Face {
        name,
        bytes,
        index: info.index,
    });
    read.push(face.clone());
    Some(face)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_of_no_writing_has_no_font() {
        // Not assigned, and never to be.
        let wanted = BTreeSet::from(['\u{10FFFF}', '\u{1FFFE}']);
        let found = faces_for(&wanted);
        assert_eq!((found.faces.len(), found.missing), (0, wanted));
    }

    #[test]
    fn what_is_found_has_what_was_asked_for() {
        let wanted: BTreeSet<char> = "東京きつねน้ำ한국".chars().collect();
        let found = faces_for(&wanted);
        // Whichever fonts this computer has: every character is either in one of them or told as missing.
        for sign in wanted {
            let is_in = |face: &Arc<Face>| {
                Outlines::parse(&face.bytes, face.index)
                    .unwrap()
                    .glyph_index(sign)
                    .is_some()
            };
            assert_ne!(
                found.faces.iter().any(is_in),
                found.missing.contains(&sign),
                "{sign}"
            );
        }
    }

    #[test]
    fn han_letters_are_drawn_as_the_letters_beside_them_ask() {
        let words = |text: &str| language(&text.chars().collect());
        assert!(words("東京きつね").contains(&" JP"));
        assert!(words("韓國한국").contains(&" KR"));
        assert!(words("北京").contains(&" SC"));
    }
}
