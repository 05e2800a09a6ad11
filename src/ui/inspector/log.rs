//! x
use crate::domain::*;
pub fn done_as_planned(s: &Session, _p: &Profile, _l: &crate::library::Library) -> Session { s.clone() }
