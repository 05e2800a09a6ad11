//! Finding, filtering and merging, as a coach meets them.
