//! Colours by meaning: the screen turns them into its theme, the page into ink.

/// What a colour stands for; the same meaning has the same colour on cards, charts and paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    /// Running as a whole.
    Run,
    /// Strength as a whole.
    Strength,
    /// Easy runs, and cross-training, which tires like one.
    Easy,
    /// Steady runs.
    Steady,
    /// Tempo, intervals, hills.
    Quality,
    /// Races.
    Race,
    /// What has no kind of its own.
    Grey,
    /// Text and lines that are read first.
    Text,
    /// Text that is read second.
    Soft,
    /// Labels of axes.
    Faint,
    /// Lines between things.
    Hairline,
    /// Today, and what is chosen.
    Accent,
    /// Something a rule calls a conflict.
    Conflict,
    /// Something a rule calls a caution.
    Caution,
    /// Within bounds.
    Clear,
    /// The background.
    Surface,
}

/// How strongly a colour is laid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shade {
    /// As it is: what was done.
    #[default]
    Full,
    /// Faded: what is planned.
    Faded,
    /// A tint behind other things.
    Tint,
    /// Almost opaque, so that what lies behind is only guessed at.
    Veil,
}

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tone {
    /// What it stands for.
    pub hue: Hue,
    /// How strongly it is laid on.
    pub shade: Shade,
}

impl Tone {
    /// The colour laid on fully.
    pub const fn of(hue: Hue) -> Self {
        Self {
            hue,
            shade: Shade::Full,
        }
    }

    /// The same colour in another strength.
    #[must_use]
    pub const fn with(self, shade: Shade) -> Self {
        Self { shade, ..self }
    }

    /// The same colour as it shows what is only planned.
    #[must_use]
    pub const fn faded(self) -> Self {
        self.with(Shade::Faded)
    }

    /// Colours of several lines in one chart, far apart for the common colour-vision deficiencies;
    /// lines differ by their direct labels as well.
    pub const LINES: [Self; 5] = [
        Self::of(Hue::Strength),
        Self::of(Hue::Quality),
        Self::of(Hue::Steady),
        Self::of(Hue::Easy),
        Self::of(Hue::Race),
    ];
}

impl Hue {
    /// Every one of them.
    pub const ALL: [Self; 16] = [
        Self::Run,
        Self::Strength,
        Self::Easy,
        Self::Steady,
        Self::Quality,
        Self::Race,
        Self::Grey,
        Self::Text,
        Self::Soft,
        Self::Faint,
        Self::Hairline,
        Self::Accent,
        Self::Conflict,
        Self::Caution,
        Self::Clear,
        Self::Surface,
    ];

    /// The colour on white paper: red, green, blue.
    pub const fn on_paper(self) -> [u8; 3] {
        let hex: u32 = match self {
            Self::Run => 0x3B5BC9,
            Self::Strength => 0x7048C6,
            Self::Easy => 0x2F9E83,
            Self::Steady => 0x3A86C8,
            Self::Quality => 0xDA7227,
            Self::Race => 0xC2255C,
            Self::Grey => 0x8A94A3,
            Self::Text => 0x1B2430,
            Self::Soft => 0x4F5A69,
            Self::Faint => 0x5F6975,
            Self::Hairline => 0xE2E6EC,
            Self::Accent => 0x0F766E,
            Self::Conflict => 0xC92A2A,
            Self::Caution => 0x96620F,
            Self::Clear => 0x1F7A64,
            Self::Surface => 0xFFFFFF,
        };
        parts(hex)
    }

    /// The colour of a word on white paper: red, green, blue. What is bright enough for a bar is too pale for letters,
    /// which need 4.5 : 1 (WCAG 2.2, 1.4.3) on white and on the tints behind weeks.
    pub const fn word_on_paper(self) -> [u8; 3] {
        parts(match self {
            Self::Easy => 0x247A63,
            Self::Steady => 0x2B6AA3,
            Self::Quality => 0xA8530D,
            // Also on the tint behind bars that say how they stand to their band.
            Self::Caution => 0x8C5B0D,
            Self::Grey | Self::Hairline => 0x5F6975,
            _ => return self.on_paper(),
        })
    }
}

const fn parts(hex: u32) -> [u8; 3] {
    [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8]
}

impl Tone {
    /// How much of the colour is mixed into white paper, from 0 to 1.
    pub fn share_on_paper(self) -> f32 {
        match self.shade {
            Shade::Full | Shade::Veil => 1.0,
            Shade::Faded => 0.36,
            Shade::Tint => 0.12,
        }
    }

    /// The colour on white paper as SVG writes it: "#7048C6".
    pub fn hex(self) -> String {
        let share = self.share_on_paper();
        let mixed = self.hue.on_paper().map(|part| {
            let part = f32::from(part);
            (255.0 + (part - 255.0) * share).round() as u8
        });
        written(mixed)
    }

    /// The colour of a word on white paper as SVG writes it. A word is never faded.
    pub fn word_hex(self) -> String {
        written(self.hue.word_on_paper())
    }
}

fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// How much lighter one colour is than another, from 1 to 21 (WCAG 2.2).
#[cfg(test)]
pub(crate) fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
    let luminance = |[red, green, blue]: [u8; 3]| {
        let [red, green, blue] = [red, green, blue].map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_colour_can_be_read_on_paper() {
        for hue in Hue::ALL.into_iter().filter(|hue| *hue != Hue::Surface) {
            let seen = contrast(hue.word_on_paper(), [255; 3]);
            assert!(seen >= 4.5, "{hue:?}: {seen}");
        }
    }

    #[test]
    fn planned_training_is_paler_than_done_and_still_a_colour() {
        let strength = Tone::of(Hue::Strength);
        assert_eq!(strength.hex(), "#7048C6");
        assert_eq!(strength.faded().hex(), "#CCBDEA");
    }
}
