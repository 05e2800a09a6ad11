//! The lock beside a workspace: one window writes, the others look.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// File name of the lock. The file stays; only the lock on it comes and goes, with the program if it must.
pub(super) const LOCK_FILE: &str = "workspace.lock";

/// What asking for the lock brought.
#[derive(Debug)]
pub(super) enum Locking {
    /// It is ours for as long as the file stays open.
    Held(File),
    /// Another window has it, or nothing can be written here. Says so in a sentence.
    Refused(String),
    /// This drive knows no locks. Says what to mind.
    Unsupported(String),
}

/// Asks for the lock of the workspace in `dir`.
pub(super) fn lock(dir: &Path) -> Locking {
    let path = dir.join(LOCK_FILE);
    let opened = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path);
    let mut file = match opened {
        Ok(file) => file,
        Err(error) => {
            return Locking::Refused(format!(
                "{} cannot be written ({error}), so the workspace is open for reading only; copy the folder to a place where you may write",
                path.display()
            ));
        }
    };
    match file.try_lock() {
        Ok(()) => {
            // Who holds it is a courtesy to the second window; the lock is the lock without it.
            let holder = format!("process {} on {}\n", std::process::id(), host());
            file.set_len(0)
                .and_then(|()| file.write_all(holder.as_bytes()))
                .ok();
            Locking::Held(file)
        }
        Err(TryLockError::WouldBlock) => Locking::Refused(format!(
            "another window has this workspace open ({}), so this one is for reading only; close the other and open the workspace again",
            holder(&path)
        )),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::PermissionDenied => {
            Locking::Refused(format!("{} cannot be locked ({error})", path.display()))
        }
        Err(TryLockError::Error(error)) => Locking::Unsupported(format!(
            "this drive cannot lock files ({error}); take care to open the workspace in one window only"
        )),
    }
}

fn holder(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    match text.trim() {
        "" => "which process is not known".to_owned(),
        holder => holder.to_owned(),
    }
}

fn host() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok());
    let host = named.or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok());
    host.map_or_else(|| "this computer".to_owned(), |host| host.trim().to_owned())
}
