//! The colours of both themes.

use egui::Color32;

use crate::domain::{Kind, LegLoad, RunKind};
use crate::rules::Severity;

/// The colours of a theme. Text has a contrast of at least 4.5 : 1 on every surface it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// True for the dark theme.
    pub dark: bool,
    /// Behind everything.
    pub background: Color32,
    /// Panels and cards.
    pub surface: Color32,
    /// Wells: search fields, empty bars, hovered rows.
    pub well: Color32,
    /// Lines between things.
    pub hairline: Color32,
    /// Text that is read first.
    pub text: Color32,
    /// Text that is read second.
    pub text_soft: Color32,
    /// Labels and hints.
    pub text_faint: Color32,
    /// What can be done now.
    pub accent: Color32,
    /// Tint behind accented things.
    pub accent_soft: Color32,
    /// Text and icons on the accent.
    pub on_accent: Color32,
    easy: Color32,
    steady: Color32,
    quality: Color32,
    long: Color32,
    race: Color32,
    strength_heavy: Color32,
    strength_light: Color32,
    mobility: Color32,
    conflict: Color32,
    caution: Color32,
    tip: Color32,
    clear: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self {
        dark: false,
        background: rgb(0xF4F6F8),
        surface: rgb(0xFFFFFF),
        well: rgb(0xEEF1F4),
        hairline: rgb(0xE2E6EC),
        text: rgb(0x1B2430),
        text_soft: rgb(0x4F5A69),
        text_faint: rgb(0x5F6975),
        accent: rgb(0x0F766E),
        accent_soft: rgb(0xE4F3F0),
        on_accent: rgb(0xFFFFFF),
        easy: rgb(0x2F9E83),
        steady: rgb(0x3A86C8),
        quality: rgb(0xDA7227),
        long: rgb(0x3B5BC9),
        race: rgb(0xC2255C),
        strength_heavy: rgb(0x7048C6),
        strength_light: rgb(0x9A82D6),
        mobility: rgb(0x8A94A3),
        conflict: rgb(0xC92A2A),
        caution: rgb(0x96620F),
        tip: rgb(0x3366AB),
        clear: rgb(0x1F7A64),
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        dark: true,
        background: rgb(0x11161C),
        surface: rgb(0x1A2028),
        well: rgb(0x242C36),
        hairline: rgb(0x2E3742),
        text: rgb(0xE8ECF1),
        text_soft: rgb(0xB3BDC9),
        text_faint: rgb(0x97A2B0),
        accent: rgb(0x3DB8A8),
        accent_soft: rgb(0x173834),
        on_accent: rgb(0x06211D),
        easy: rgb(0x43B99B),
        steady: rgb(0x5AA3E2),
        quality: rgb(0xF0924B),
        long: rgb(0x7890F0),
        race: rgb(0xEC5A8B),
        strength_heavy: rgb(0x9C7BEA),
        strength_light: rgb(0xB9A7E8),
        mobility: rgb(0x97A2B0),
        conflict: rgb(0xF47E7E),
        caution: rgb(0xE0A84A),
        tip: rgb(0x82B1F0),
        clear: rgb(0x54C8AA),
    };

    /// The colour of a session kind, the same on cards, bars, charts and paper.
    pub fn kind(&self, kind: Kind, leg_load: LegLoad) -> Color32 {
        match kind {
            Kind::Run(run) => self.run(run),
            Kind::Strength if leg_load >= LegLoad::Moderate => self.strength_heavy,
            Kind::Strength => self.strength_light,
            Kind::Cross => self.easy,
            Kind::Mobility | Kind::Rest | Kind::Note => self.mobility,
        }
    }

    /// The colour of a run kind.
    pub fn run(&self, kind: RunKind) -> Color32 {
        match kind {
            RunKind::Recovery | RunKind::Easy => self.easy,
            RunKind::Steady | RunKind::Progression => self.steady,
            RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek => self.quality,
            RunKind::Long => self.long,
            RunKind::Race => self.race,
        }
    }

    /// The colour of running as a whole, in charts that stack it against strength.
    pub fn running(&self) -> Color32 {
        self.long
    }

    /// The colour of strength as a whole.
    pub fn strength(&self) -> Color32 {
        self.strength_heavy
    }

    /// The colour of a severity; always beside a shape or a word.
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Conflict => self.conflict,
            Severity::Caution => self.caution,
            Severity::Tip => self.tip,
        }
    }

    /// The colour of a clear slot, always beside a check mark or a word.
    pub fn clear(&self) -> Color32 {
        self.clear
    }

    /// `color` as a tint to stand behind text.
    pub fn tint(&self, color: Color32) -> Color32 {
        self.mix(color, if self.dark { 0.16 } else { 0.07 })
    }

    /// `color` as a tint to stand behind a letter of that colour itself.
    pub fn badge(&self, color: Color32) -> Color32 {
        self.mix(color, 0.07)
    }

    /// `color` faded, for what is planned and not done yet.
    pub fn faded(&self, color: Color32) -> Color32 {
        self.mix(color, if self.dark { 0.45 } else { 0.36 })
    }

    /// The ground of a message in passing, its words, and what can be clicked in it: the theme turned round, so that it
    /// stands out from whatever it comes to lie over.
    pub fn message(&self) -> [Color32; 3] {
        if self.dark {
            [self.text, self.background, Self::LIGHT.accent]
        } else {
            [self.text, self.surface, self.mix(self.accent, 0.55)]
        }
    }

    /// The edge of what lies over panels: menus, tooltips, dialogs. On dark ground a shadow tells little.
    pub fn edge(&self) -> Color32 {
        if self.dark {
            self.mix(self.text_faint, 0.5)
        } else {
            self.mix(self.text_faint, 0.34)
        }
    }

    /// `share` (0–1) of `color` on the surface.
    pub fn mix(&self, color: Color32, share: f32) -> Color32 {
        self.surface.lerp_to_gamma(color, share)
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::DISABLED;
    use super::*;

    fn contrast(a: Color32, b: Color32) -> f32 {
        let parts = |color: Color32| [color.r(), color.g(), color.b()];
        crate::chart::color::contrast(parts(a), parts(b))
    }

    #[test]
    fn text_can_be_read_on_every_surface() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let mut surfaces = vec![
                palette.background,
                palette.surface,
                palette.well,
                palette.accent_soft,
            ];
            // Cards of every kind, findings, and days under a verdict.
            surfaces.extend(coloured(&palette).iter().map(|color| palette.tint(*color)));
            let texts = [
                palette.text,
                palette.text_soft,
                palette.text_faint,
                palette.severity(Severity::Conflict),
                palette.severity(Severity::Caution),
                palette.severity(Severity::Tip),
                palette.clear(),
                palette.accent,
            ];
            for surface in surfaces {
                for text in texts {
                    assert!(contrast(text, surface) >= 4.5, "{text:?} on {surface:?}");
                }
            }
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
            let [ground, words, undo] = palette.message();
            assert!(contrast(ground, palette.surface) >= 3.0, "{ground:?}");
            assert!(contrast(words, ground) >= 4.5 && contrast(undo, ground) >= 4.5);
            for letter in [palette.strength(), palette.caution, palette.text_faint] {
                assert!(contrast(letter, palette.badge(letter)) >= 4.5, "{letter:?}");
            }
        }
    }

    /// A menu has the ground of the panel it opens over; its edge is plainer than the lines within the panel.
    #[test]
    fn what_lies_over_a_panel_is_told_from_it() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let edge = contrast(palette.edge(), palette.surface);
            assert!(edge >= 1.5, "{edge}");
            assert!(edge > 1.1 * contrast(palette.hairline, palette.surface));
        }
    }

    /// Grey is allowed for what cannot be used (WCAG 2.2, 1.4.3); a coach still has to read what it would do.
    #[test]
    fn what_cannot_be_used_can_be_read_and_is_plainly_off() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for ground in [palette.surface, palette.well] {
                let faded = palette.surface.lerp_to_gamma(ground, DISABLED);
                let ink = palette.surface.lerp_to_gamma(palette.text, DISABLED);
                let read = contrast(ink, faded);
                let whole = contrast(palette.text, ground);
                assert!((3.0..0.6 * whole).contains(&read), "{read} of {whole}");
            }
        }
    }

    /// The colours that carry a meaning: kinds of sessions, severities, what is clear, what can be done.
    fn coloured(palette: &Palette) -> Vec<Color32> {
        use RunKind::{Easy, Long, Race, Steady, Tempo};
        let runs = [Easy, Steady, Tempo, Long, Race].map(|kind| palette.run(kind));
        let lifts = [LegLoad::Heavy, LegLoad::None].map(|load| palette.kind(Kind::Strength, load));
        let severities =
            [Severity::Conflict, Severity::Caution, Severity::Tip].map(|it| palette.severity(it));
        let mobility = palette.kind(Kind::Mobility, LegLoad::None);
        let others = [mobility, palette.clear(), palette.accent];
        [&runs[..], &lifts, &severities, &others].concat()
    }

    /// Marks that carry a meaning are told from what is behind them (WCAG 2.2, 1.4.11).
    #[test]
    fn marks_can_be_seen_on_cards_and_panels() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for mark in coloured(&palette) {
                let seen = contrast(mark, palette.surface);
                assert!(seen >= 3.0, "{mark:?} on {:?}: {seen}", palette.surface);
            }
        }
    }
}
