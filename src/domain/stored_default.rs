//! What a file leaves out, since its reader takes it for said.

/// True for the value that a field has where a file does not name it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
