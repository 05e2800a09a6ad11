//! What most sessions have nothing of.
//!
//! An empty list or text takes 24 bytes wherever it could stand, and a workspace of hundreds of thousands of sessions
//! has several of them in each. One that is rare takes a pointer, and more only where there is something.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list or a text that is empty nearly everywhere. It reads and changes like what it holds.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

/// What can be empty.
pub trait Emptiable: 'static {
    /// Nothing.
    const EMPTY: &'static Self;
    /// True when it is that.
    fn is_nothing(&self) -> bool;
}

impl<T: 'static> Emptiable for Vec<T> {
    const EMPTY: &'static Self = &Self::new();

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Emptiable for String {
    const EMPTY: &'static Self = &Self::new();

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Emptiable> Rare<T> {
    /// True where there is nothing.
    pub fn is_empty(&self) -> bool {
        self.is_nothing()
    }
}

impl<T: Emptiable + Default> Rare<T> {
    /// What it holds.
    pub fn into_inner(self) -> T {
        self.0.map(|value| *value).unwrap_or_default()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Emptiable> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        Self((!value.is_nothing()).then(|| Box::new(value)))
    }
}

impl From<&str> for Rare<String> {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl<T> FromIterator<T> for Rare<Vec<T>>
where
    T: 'static,
{
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::from(values.into_iter().collect::<Vec<T>>())
    }
}

impl<'a, T: 'static> IntoIterator for &'a Rare<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Emptiable> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Emptiable + Default> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Emptiable + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Emptiable + Eq> Eq for Rare<T> {}

impl<T: Emptiable + PartialEq> PartialEq<T> for Rare<T> {
    fn eq(&self, other: &T) -> bool {
        **self == *other
    }
}

impl PartialEq<str> for Rare<String> {
    fn eq(&self, other: &str) -> bool {
        **self == other
    }
}

impl PartialEq<&str> for Rare<String> {
    fn eq(&self, other: &&str) -> bool {
        **self == *other
    }
}

impl<T: Emptiable + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for Rare<String> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl<T: Emptiable + Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Emptiable + Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_pointer_and_like_what_it_holds() {
        assert_eq!(size_of::<Rare<Vec<u8>>>(), size_of::<usize>());
        let mut list: Rare<Vec<u8>> = Rare::default();
        assert!(list.is_empty() && list.iter().next().is_none());
        assert_eq!(ron::to_string(&list).unwrap(), "[]");
        list.push(7);
        assert_eq!(list, vec![7]);
        assert_eq!(ron::from_str::<Rare<Vec<u8>>>("[7]").unwrap(), list);
        list.clear();
        assert_eq!(list, Rare::default(), "emptied is as good as never filled");
        let mut text: Rare<String> = "a".into();
        text.push('b');
        assert_eq!(text, "ab");
        assert_eq!(ron::to_string(&text).unwrap(), "\"ab\"");
        assert_eq!(ron::from_str::<Rare<String>>("\"\"").unwrap().0, None);
    }
}
