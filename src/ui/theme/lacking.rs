//! Characters that the screen met and none of its fonts has: they are noted, so that a font can be found for them off
//! the interface's thread, and drawn as boxes until then.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{
    Context, FallbackRequest, FontData, FontInsert, FontPriority, FontProvider, Id,
    InsertFontFamily,
};

use super::fonts::Weight;
use crate::typefaces::Face;

/// The characters that were met, each told once.
#[derive(Clone, Default)]
struct Lacking(Arc<Mutex<Met>>);

#[derive(Default)]
struct Met {
    all: BTreeSet<char>,
    news: BTreeSet<char>,
}

impl FontProvider for Lacking {
    /// Notes the character: a frame is no time to read files.
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let sign = request.cluster.chars().next()?;
        let mut met = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if met.all.insert(sign) {
            met.news.insert(sign);
        }
        None
    }
}

/// Has `ctx` note the characters that its fonts lack.
pub(super) fn note(ctx: &Context) {
    let lacking = Lacking::default();
    ctx.data_mut(|data| data.insert_temp(Id::NULL, lacking.clone()));
    ctx.add_font_provider(Arc::new(lacking));
}

/// The characters that were met since the last call and no font of the screen has.
pub fn newly_lacking(ctx: &Context) -> BTreeSet<char> {
    let lacking: Option<Lacking> = ctx.data(|data| data.get_temp(Id::NULL));
    lacking.map_or_else(BTreeSet::new, |lacking| {
        let mut met = lacking.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut met.news)
    })
}

/// Lets the screen draw with a font of the computer what its own fonts lack.
pub fn add_face(ctx: &Context, face: &Face) {
    let data = FontData::from_blob(Arc::new(face.bytes.clone()), face.index);
    let families = Weight::ALL.map(|weight| InsertFontFamily {
        family: weight.family(),
        priority: FontPriority::Lowest,
    });
    ctx.add_font(FontInsert {
        name: face.name.clone(),
        data,
        families: families.into(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme;

    fn drawn(text: &str) -> (Context, BTreeSet<char>) {
        let ctx = Context::default();
        theme::install(&ctx);
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.label(text);
        });
        let lacking = newly_lacking(&ctx);
        (ctx, lacking)
    }

    #[test]
    fn what_no_font_of_the_screen_has_is_told_once() {
        let (ctx, lacking) = drawn("Long run, 東京 → Łódź 👟 שלום");
        assert_eq!(lacking, BTreeSet::from(['東', '京']));
        assert!(newly_lacking(&ctx).is_empty());
    }

    #[test]
    fn a_font_of_the_computer_draws_what_ours_lack_where_there_is_one() {
        let (ctx, lacking) = drawn("Long run, 東京");
        let found = crate::typefaces::faces_for(&lacking);
        for face in &found.faces {
            add_face(&ctx, face);
        }
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.label("東京");
        });
        for weight in Weight::ALL {
            let font = theme::font(14.0, weight);
            let has = ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, "東京"));
            assert_eq!(has, found.missing.is_empty(), "{weight:?}");
        }
        assert!(
            newly_lacking(&ctx).is_empty(),
            "what was looked for is not looked for again"
        );
    }

    #[test]
    fn text_that_ours_have_asks_for_nothing() {
        let (_, lacking) =
            drawn("Squat 4 × 6 @ 62.5 kg – RIR 2, “easy”, café, Ελλάδα, Москва, ½, ≥ 80 %");
        assert!(lacking.is_empty(), "{lacking:?}");
    }
}
