//! What the tests of widgets share: a key pressed, and what has the keyboard then.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub(super) fn press<S>(harness: &mut Harness<'_, S>, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// Fails unless what is called so has the keyboard.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself holds for one lifetime of a node only"
)]
#[track_caller]
pub(super) fn is_on<S>(harness: &Harness<'_, S>, name: &str) {
    let focused = harness.query_all_by(|node| node.is_focused()).next();
    let named = focused.and_then(|node| node.accesskit_node().label());
    assert_eq!(named.as_deref(), Some(name));
}
