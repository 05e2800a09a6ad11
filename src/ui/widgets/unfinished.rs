//! What stands typed on the screen and is no edit yet, so that a window that is to close can ask first.

use egui::{Context, Id};

fn told_id() -> Id {
    Id::unique("what is typed and not finished")
}

/// Begins a frame, in which nothing was told yet.
pub fn begin_frame(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Vec<String>>(told_id()));
}

/// Tells of something that closing would lose, such as "the reason for skipping".
pub fn tell(ctx: &Context, what: impl Into<String>) {
    ctx.data_mut(|data| {
        let told: &mut Vec<String> = data.get_temp_mut_or_default(told_id());
        told.push(what.into());
    });
}

/// What was told in this frame.
pub fn told(ctx: &Context) -> Vec<String> {
    ctx.data(|data| data.get_temp(told_id()))
        .unwrap_or_default()
}
