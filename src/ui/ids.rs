//! New identities. The core makes none up, so that it stays repeatable.

use uuid::Uuid;

use crate::domain::SessionId;

/// A new session identity, unlike any other.
pub fn new_session_id() -> SessionId {
    SessionId(Uuid::new_v4())
}
