//! Words for those who hear the window: what comes or changes is read aloud, and what is seen at a glance is said.

use egui::Response;
use egui::accesskit::Live;

/// Has a screen reader say what stands here as soon as it has finished what it is saying.
pub fn announce(response: &Response) {
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// Says more of a thing than its name, to those who hear it; `words` are only made where somebody listens.
pub fn describe(response: &Response, words: impl FnOnce() -> String) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        let words = words();
        if !words.is_empty() {
            node.set_description(words);
        }
    });
}

/// Gives a figure its value, for those who hear it; `words` are only made where somebody listens.
pub fn value(response: &Response, words: impl FnOnce() -> Option<String>) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        if let Some(words) = words() {
            node.set_value(words);
        }
    });
}
