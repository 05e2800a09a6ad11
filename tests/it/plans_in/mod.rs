//! Plans as people write them, read in.

mod corpus;
mod messages;
mod round_trip;
mod shorthand;
