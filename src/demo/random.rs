//! Randomness that is the same everywhere and for ever.

/// The splitmix64 generator (Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A sequence of its own for part `index` of what this one makes up.
    pub(super) fn branch(&self, index: u64) -> Self {
        let mut mixed = Self(self.0 ^ index.wrapping_mul(0xD134_2543_DE82_EF95));
        Self(mixed.bits())
    }

    /// 64 random bits.
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// The bits of a random identity in the form of a version 4 UUID.
    pub(super) fn id(&mut self) -> u128 {
        let bits = u128::from(self.bits()) << 64 | u128::from(self.bits());
        let version = 0x4_u128 << 76;
        let variant = 0x2_u128 << 62;
        bits & !(0xF_u128 << 76) & !(0x3_u128 << 62) | version | variant
    }

    /// A number from 0 to 1, 1 not included.
    pub(super) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from `low` to `high`.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True once in `1 / share` times.
    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// One of the words; nothing when there is none.
    pub(super) fn pick(&mut self, words: &[&'static str]) -> &'static str {
        let index = self.bits() % (words.len().max(1) as u64);
        words.get(index as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_sequence() {
        // The first values of splitmix64 from 1234567, as its authors' implementation gives them.
        let mut random = Random::new(1_234_567);
        let first = [random.bits(), random.bits(), random.bits()];
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn identities_look_like_version_4() {
        let id = uuid::Uuid::from_u128(Random::new(1).id());
        assert_eq!(id.get_version_num(), 4);
        assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
    }
}
