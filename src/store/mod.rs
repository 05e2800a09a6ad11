//! The workspace folder. The only code that touches the disk.
//!
//! ```text
//! workspace.ron            settings of the workspace
//! library.ron              exercises and templates the coach made
//! athletes/anna-kovac.ron  an athlete: profile, plans and logs
//! athletes/anna-kovac/     parts with the sessions of other times, once there are many
//! logo.png                 the coach's logo, where there is one
//! backups/                 older versions, with the moment in their names
//! workspace.lock           held while a window has the workspace open
//! ```
//!
//! Every file begins with its version and is written for people and for git: one fact a line, in an order
//! that never changes by itself. The promises, each with a test:
//!
//! * A file is replaced whole or not at all.
//! * A file that is damaged, newer than this program, or changed by somebody else is never overwritten:
//!   ours goes into a file beside it.
//! * What cannot be read stops nothing else, and the error says where, what, and what to do.
//! * Files that are not ours are left alone, and no link leads out of the folder.
//! * What a file holds that this program does not know is kept.

mod arrange;
mod backup;
mod body;
mod copies;
pub mod cores;
mod creating;
mod document;
pub mod error;
mod exchange;
mod external;
mod extras;
mod files;
mod format;
mod head;
mod identities;
mod kept;
mod kept_parts;
mod ledger;
mod links;
mod loading;
mod lock;
mod logo;
mod merging;
mod moved;
mod opening;
mod output;
mod part_read;
mod part_write;
mod parted;
mod paths;
pub mod preferences;
pub mod program;
mod publish;
mod recent;
mod saved;
pub mod saver;
mod scan;
mod settle;
mod settling;
mod shorten;
mod slug;
mod spread;
mod state;
mod sync_copies;
mod syntax;
mod system_words;
mod tree;
mod watch;
mod whole;
pub mod workspace;

pub use creating::create;
pub use error::StoreError;
pub use exchange::{Offer, PackageRead, is_package, read_package};
pub use external::External;
pub use kept::{Content, FileState, KeptFile, KeptKind, KeptVersion};
pub use merging::merge_files;
pub use opening::{AthleteEntry, Opened};
pub use output::replace;
pub use preferences::{Preferences, Theme};
pub use program::{read_program, write_program};
pub use publish::PublishFolder;
pub use saved::{Beside, Saved};
pub use saver::{Document, SaveEvent, SaveRequest, Saver};
pub use settling::{Pair, Take};
pub use slug::same_name;
pub use state::OpenMode;
pub use system_words::system_words;
pub use watch::{ChangedFile, Snapshot, Watch};
pub use workspace::{Store, read_athlete, settings_around};

#[cfg(test)]
mod tests;
