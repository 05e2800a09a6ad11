//! What the explorer hands out of lists, maps, structs and enums.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess};

use super::{Refused, Value};

/// The elements of a list, all at one place.
pub(super) struct Elements<'a> {
    pub(super) value: Value<'a>,
    pub(super) left: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.value.within("[]")).map(Some)
    }
}

/// The entry of a map.
pub(super) struct Entries<'a> {
    pub(super) value: Value<'a>,
    pub(super) left: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.value.within("{key}")).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(self.value.within("{}"))
    }
}

/// The fields of a struct, but for the one that is left out.
pub(super) struct Fields<'a> {
    pub(super) value: Value<'a>,
    pub(super) names: std::slice::Iter<'static, &'static str>,
    pub(super) next: &'static str,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        for field in self.names.by_ref() {
            let place = format!("{}.{field}", self.value.place);
            let skipped = self.value.omitted == Some(place.as_str())
                || self.value.explorer.aliases.contains_key(&place);
            if !skipped {
                self.next = field;
                self.value.explorer.last_field = place;
                return seed.deserialize(StrDeserializer::new(field)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let step = format!(".{}", self.next);
        seed.deserialize(self.value.within(&step))
    }
}

/// A variant of an enum and what it holds.
pub(super) struct Variant<'a> {
    pub(super) value: Value<'a>,
    pub(super) name: &'static str,
}

impl<'de, 'a> EnumAccess<'de> for Variant<'a> {
    type Error = Refused;
    type Variant = Value<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Value<'a>), Refused> {
        let variant = seed.deserialize(StrDeserializer::new(self.name))?;
        Ok((variant, self.value))
    }
}
