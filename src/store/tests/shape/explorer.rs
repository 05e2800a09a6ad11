//! Finds out what a type reads from a file, by letting it read and writing down what it asks for.
//!
//! The derived reader of a type names the fields of every struct and the variants of every enum. The explorer hands
//! it a made-up value for each, run after run, until every variant was taken once, and then once more without each
//! field, to see which of them may be missing.

mod access;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use access::{Elements, Entries, Fields, Variant};

/// Texts to try where a type asks for one, and what the first that is taken tells of it. Plain text takes anything,
/// so what no grammar of ours means comes first.
const TEXTS: [(&str, &str); 11] = [
    ("text", "no such word"),
    ("weekday", "Mon"),
    ("date", "2026-11-24"),
    ("time of day", "07:00:00"),
    ("moment", "2026-11-24T07:00:00Z"),
    ("id", "67e55044-10b1-426f-9247-bb680e5fe0c8"),
    ("repetitions", "max"),
    ("count", "3-5"),
    ("load", "62.5kg"),
    ("effort", "rir 2"),
    ("named pace", "threshold"),
];

/// What a type reads: one line a place in the file, sorted, such as
/// `athlete.profile.name: text, required` or `athlete.sessions[].plan.workout: Run | Strength, required`.
pub(super) fn shape_of<T: DeserializeOwned>(root: &str) -> Vec<String> {
    let mut explorer = Explorer::default();
    while explorer.read::<T>(root, None) {}
    let fields = explorer.fields.clone();
    for (field, choices) in &fields {
        if explorer.aliases.contains_key(field) {
            continue;
        }
        explorer.forced.clone_from(choices);
        if !explorer.read::<T>(root, Some(field)) {
            explorer.required.insert(field.clone());
        }
    }
    explorer.lines()
}

/// What was seen so far.
#[derive(Default)]
struct Explorer {
    /// What is read at each place.
    kinds: BTreeMap<String, String>,
    /// Fields of structs, and the variants that lead to each.
    fields: BTreeMap<String, BTreeMap<String, usize>>,
    required: BTreeSet<String>,
    /// Fields that are another name of one before.
    aliases: BTreeMap<String, String>,
    /// The field whose name was handed out last.
    last_field: String,
    /// How far the texts were tried at each place.
    tried: BTreeMap<String, usize>,
    /// The place of the last text handed out: it was wrong when reading fails.
    last_text: String,
    /// Of every enum, how many variants are explored to the end.
    explored: BTreeMap<String, usize>,
    /// Of every enum met in this run, the variant and how many there are.
    chosen: BTreeMap<String, (usize, usize)>,
    /// Variants that must be taken, to reach a field.
    forced: BTreeMap<String, usize>,
}

impl Explorer {
    /// Lets the type read once. While exploring, true when there is more to see; without the field `omitted`, true
    /// when it was read all the same.
    fn read<T: DeserializeOwned>(&mut self, root: &str, omitted: Option<&str>) -> bool {
        loop {
            self.chosen.clear();
            let value = Value {
                explorer: self,
                place: root.to_owned(),
                omitted,
            };
            match (T::deserialize(value), omitted) {
                (read, Some(_)) => return read.is_ok(),
                (Ok(_), None) => return self.advance(),
                (Err(Refused::Twice(name)), None) => {
                    self.aliases.insert(self.last_field.clone(), name);
                }
                (Err(Refused::Value), None) => {
                    let tried = self.tried.entry(self.last_text.clone()).or_default();
                    *tried += 1;
                    assert!(
                        *tried < TEXTS.len(),
                        "{}: no text is taken here; add one to TEXTS that only this kind of value takes",
                        self.last_text
                    );
                }
            }
        }
    }

    /// Marks the variants of this run whose inside is explored too; true when some are left.
    fn advance(&mut self) -> bool {
        let chosen = self.chosen.clone();
        // Take the deepest first: an outer variant waits for those inside it.
        for (place, (variant, _)) in chosen.iter().rev() {
            let inside = format!("{place}<");
            let waits = chosen.iter().any(|(other, (_, count))| {
                other.starts_with(&inside) && self.explored.get(other) < Some(count)
            });
            if !waits {
                self.explored.insert(place.clone(), variant + 1);
            }
        }
        chosen
            .iter()
            .any(|(place, (_, count))| self.explored.get(place).is_none_or(|done| done < count))
    }

    /// Writes down what is read at a place; what a wrapper said of it before stands in front.
    fn note(&mut self, place: &str, kind: &str) {
        match self.kinds.get_mut(place) {
            None => {
                self.kinds.insert(place.to_owned(), kind.to_owned());
            }
            Some(known) if known == OPTIONAL => known.push_str(kind),
            // Known from an earlier run.
            Some(_) => {}
        }
    }

    /// Writes down what text is read at a place; an earlier try was wrong.
    fn note_text(&mut self, place: &str, kind: &str) {
        self.note(place, kind);
        if let Some(known) = self.kinds.get_mut(place) {
            *known = if known.starts_with(OPTIONAL) {
                format!("{OPTIONAL}{kind}")
            } else {
                kind.to_owned()
            };
        }
    }

    fn lines(self) -> Vec<String> {
        let told = self.kinds.iter().map(|(place, kind)| {
            let mark = if self.required.contains(place) {
                ", required"
            } else {
                ""
            };
            format!("{place}: {kind}{mark}")
        });
        let aliases = self
            .aliases
            .iter()
            .map(|(place, name)| format!("{place}: read as {name}"));
        let mut lines: Vec<String> = told.chain(aliases).collect();
        // The order of fields does not matter in the file.
        lines.sort();
        lines
    }
}

/// What stands in front of the kind of a value that may be absent.
const OPTIONAL: &str = "optional ";

/// A value that a type is reading.
struct Value<'a> {
    explorer: &'a mut Explorer,
    place: String,
    omitted: Option<&'a str>,
}

impl Value<'_> {
    fn within(&mut self, step: &str) -> Value<'_> {
        Value {
            explorer: self.explorer,
            place: format!("{}{step}", self.place),
            omitted: self.omitted,
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let tried = self
            .explorer
            .tried
            .get(&self.place)
            .copied()
            .unwrap_or_default();
        let (kind, text) = TEXTS[tried];
        self.explorer.last_text.clone_from(&self.place);
        self.explorer.note_text(&self.place, kind);
        visitor.visit_str(text)
    }
}

/// What a type did not take.
#[derive(Debug)]
enum Refused {
    /// The value.
    Value,
    /// The field of this name, since it had it already under another.
    Twice(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self::Value
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Twice(field.to_owned())
    }
}

macro_rules! plain {
    ($($method:ident $visit:ident $value:expr, $kind:literal;)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
            self.explorer.note(&self.place, $kind);
            visitor.$visit($value)
        })+
    };
}

impl<'de> de::Deserializer<'de> for Value<'_> {
    type Error = Refused;

    plain! {
        deserialize_bool visit_bool true, "yes or no";
        deserialize_u8 visit_u8 1, "whole number (u8)";
        deserialize_u16 visit_u16 1, "whole number (u16)";
        deserialize_u32 visit_u32 1, "whole number (u32)";
        deserialize_u64 visit_u64 1, "whole number (u64)";
        deserialize_i32 visit_i32 1, "whole number (i32)";
        deserialize_i64 visit_i64 1, "whole number (i64)";
        deserialize_f32 visit_f32 1.0, "number (f32)";
        deserialize_f64 visit_f64 1.0, "number";
        deserialize_char visit_char 'A', "letter";
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, OPTIONAL);
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, "in brackets");
        visitor.visit_newtype_struct(Value {
            place: format!("{}()", self.place),
            ..self
        })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, "list");
        visitor.visit_seq(Elements {
            value: self,
            left: 1,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, &format!("{len} values"));
        visitor.visit_seq(Elements {
            value: self,
            left: len,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, "map");
        visitor.visit_map(Entries {
            value: self,
            left: 1,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, "fields");
        for field in fields {
            let place = format!("{}.{field}", self.place);
            if !self.explorer.fields.contains_key(&place) {
                let on_the_way = self.explorer.chosen.iter();
                let on_the_way = on_the_way
                    .filter(|(other, _)| place.starts_with(&format!("{other}<")))
                    .map(|(other, (variant, _))| (other.clone(), *variant))
                    .collect();
                self.explorer.fields.insert(place, on_the_way);
            }
        }
        visitor.visit_map(Fields {
            value: self,
            names: fields.iter(),
            next: "",
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.explorer.note(&self.place, &variants.join(" | "));
        let explored = self.explorer.explored.get(&self.place).copied();
        let open = explored.unwrap_or_default().min(variants.len() - 1);
        let variant = self
            .explorer
            .forced
            .get(&self.place)
            .copied()
            .unwrap_or(open);
        self.explorer
            .chosen
            .insert(self.place.clone(), (variant, variants.len()));
        let name = variants[variant];
        visitor.visit_enum(Variant {
            value: Value {
                place: format!("{}<{name}>", self.place),
                ..self
            },
            name,
        })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        panic!(
            "{}: a type read here takes anything, so nothing is known of its shape",
            self.place
        )
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u128 bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

impl<'de> VariantAccess<'de> for Value<'_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        de::Deserializer::deserialize_tuple(self, len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        de::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}
