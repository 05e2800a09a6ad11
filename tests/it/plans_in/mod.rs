//! Plans as people write them, read in.

mod corpus;
mod round_trip;
