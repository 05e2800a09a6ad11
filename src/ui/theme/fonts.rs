//! Inter in three weights with tabular figures, and what it falls back to.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

use crate::typefaces;

/// Weights of the interface font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Names of things.
    Medium,
    /// Headings and buttons.
    SemiBold,
}

impl Weight {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    pub(super) fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name("medium".into()),
            Self::SemiBold => FontFamily::Name("semibold".into()),
        }
    }
}

/// The interface font in `size` points.
pub fn font(size: f32, weight: Weight) -> FontId {
    FontId::new(size, weight.family())
}

/// Makes Inter the font of everything; what it lacks comes from egui's own fonts, and what those lack from the ones
/// that stand in on paper.
pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let weights: [(&str, Weight, &'static [u8]); 3] = [
        (
            "inter",
            Weight::Regular,
            include_bytes!("../../../assets/fonts/InterTabular-Regular.otf"),
        ),
        (
            "inter-medium",
            Weight::Medium,
            include_bytes!("../../../assets/fonts/InterTabular-Medium.otf"),
        ),
        (
            "inter-semibold",
            Weight::SemiBold,
            include_bytes!("../../../assets/fonts/InterTabular-SemiBold.otf"),
        ),
    ];
    let stand_ins = [("dejavu", typefaces::FALLBACK), ("emoji", typefaces::EMOJI)];
    for (name, bytes) in stand_ins {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (name, weight, bytes) in weights {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut family = vec![name.to_owned()];
        family.extend(fallback.iter().cloned());
        family.extend(stand_ins.map(|(name, _)| name.to_owned()));
        fonts.families.insert(weight.family(), family);
    }
    ctx.set_fonts(fonts);
    egui_material_icons::initialize(ctx);
}
