//! Merging a type field by field. A field that a type gets later is asked for by the compiler.

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
