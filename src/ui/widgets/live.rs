//! Words that are read aloud when they come or change, for those who do not see them appear.

use egui::Response;
use egui::accesskit::Live;

/// Has a screen reader say what stands here as soon as it has finished what it is saying.
pub fn announce(response: &Response) {
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
