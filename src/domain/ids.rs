//! Identities that stay the same for ever, on every laptop.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! unique_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The identity made of these 128 bits, for generators that bring their own randomness.
            pub const fn from_bits(bits: u128) -> Self {
                Self(Uuid::from_u128(bits))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

unique_id! {
    /// Identity of an athlete.
    AthleteId
}
unique_id! {
    /// Identity of a session, from its first plan to its log.
    SessionId
}
unique_id! {
    /// Identity of a race.
    RaceId
}

unique_id! {
    /// Identity of a version of an athlete that went from one workspace to another.
    VersionId
}

macro_rules! named_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identity with this text.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }
            /// The text of the identity.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

named_id! {
    /// Identity of an exercise: kebab-case for those that ship (`romanian-deadlift`),
    /// `own-` and a random part for a coach's own.
    ExerciseId
}
named_id! {
    /// Identity of a session or week template: kebab-case for those that ship,
    /// `own-` and a random part for a coach's own.
    TemplateId
}
named_id! {
    /// Identity of a program: kebab-case for those that ship, `own-` and a random part for a coach's own.
    ProgramId
}
