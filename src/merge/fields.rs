//! Merging a type field by field. A field that a type gets later is asked for by the compiler.

use std::ops::Deref;

use super::judge::Judge;

/// Makes a value of a type by merging each of its fields: those that are only named are picked by the judge, and
/// `field: function` calls a function with the judge and the three versions of the field.
macro_rules! by_field {
    ($type:ident, $judge:ident, $base:ident, $ours:ident, $theirs:ident; $($field:ident $(: $how:expr)?),+ $(,)?) => {
        $type {
            $($field: crate::merge::fields::by_field!(
                @one $judge, $base.map(|it| &it.$field), &$ours.$field, &$theirs.$field $(, $how)?
            ),)+
        }
    };
    (@one $judge:ident, $base:expr, $ours:expr, $theirs:expr) => {
        $judge.pick($base, $ours, $theirs)
    };
    (@one $judge:ident, $base:expr, $ours:expr, $theirs:expr, $how:expr) => {
        $how(&mut *$judge, $base, $ours, $theirs)
    };
}

pub(super) use by_field;

/// Merges what stands behind a pointer, as a field is merged.
pub(super) fn behind<H, T>(
    how: impl FnOnce(&mut Judge, Option<&T>, &T, &T) -> T,
) -> impl FnOnce(&mut Judge, Option<&H>, &H, &H) -> H
where
    H: Deref<Target = T> + From<T>,
{
    |judge, base, ours, theirs| how(judge, base.map(H::deref), ours, theirs).into()
}
