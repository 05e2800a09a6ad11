//! A long list taken apart item by item, which gives its room back while what is made of it grows.

/// In how many parts the room is given back. An allocator may need the old and the new room at once for a moment, which
/// is least while the new one is small or little was made yet.
const PARTS: usize = 8;

/// The items in their order. Whenever a part of the room is empty, it is given back.
pub(super) fn draining<T>(mut items: Vec<T>) -> impl Iterator<Item = T> {
    items.reverse();
    let part = items.len() / PARTS + 1;
    std::iter::from_fn(move || {
        let item = items.pop();
        if items.len() + part <= items.capacity() {
            items.shrink_to_fit();
        }
        item
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_comes_once_and_in_order() {
        for count in [0, 1, 2, 3, 100] {
            let items: Vec<usize> = (0..count).collect();
            assert_eq!(draining(items.clone()).collect::<Vec<_>>(), items);
        }
    }
}
