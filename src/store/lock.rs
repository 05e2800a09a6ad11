//! The lock beside a workspace: one window writes, the others look.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

use super::system_words::system_words;

/// File name of the lock. The file stays; only the lock on it comes and goes, with the program if it must.
pub(super) const LOCK_FILE: &str = "workspace.lock";

/// What the lock file begins with when we wrote it.
const OURS: &[u8] = b"process ";

/// Far more than we ever write into it.
const LONGEST: u64 = 400;

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
    let mut file = match open(&path) {
        Ok(Some(file)) => file,
        Ok(None) => {
            return Locking::Refused(format!(
                "{} is a link or no file of ours, so the workspace is open for reading only; remove it and open the workspace again",
                path.display()
            ));
        }
        Err(error) => {
            return Locking::Refused(format!(
                "{} cannot be written, so the workspace is open for reading only: {}; copy the folder to a place where you may write",
                path.display(),
                system_words(&error)
            ));
        }
    };
    match file.try_lock() {
        Ok(()) => {
            // Writing down who holds the lock is a courtesy; the lock holds without it.
            sign(&mut file).ok();
            Locking::Held(file)
        }
        Err(TryLockError::WouldBlock) => Locking::Refused(format!(
            "another window{} has this workspace open, so this one is for reading only; close the other and open the workspace again",
            whose(&holder(&file))
        )),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::PermissionDenied => {
            Locking::Refused(format!(
                "{} cannot be locked: {}",
                path.display(),
                system_words(&error)
            ))
        }
        Err(TryLockError::Error(error)) => Locking::Unsupported(format!(
            "this drive cannot lock files: {}; take care to open the workspace in one window only",
            system_words(&error)
        )),
    }
}

/// Opens the lock file, which is made where there is none; `None` for a link and for anything that is no plain file.
/// Somebody may have sent the folder with a link in it, to a file that is dear to whoever opens it.
fn open(path: &Path) -> io::Result<Option<File>> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    let is_link = || fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    if is_link() {
        return Ok(None);
    }
    match options.open(path) {
        Ok(file) if file.metadata()?.is_file() => Ok(Some(file)),
        Ok(_) => Ok(None),
        // It was replaced by a link between the check and the opening.
        Err(_) if is_link() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes down who has the lock, into an empty file or over what we wrote before, and into nothing else.
fn sign(file: &mut File) -> io::Result<()> {
    let mut begins = Vec::new();
    (&*file).take(LONGEST).read_to_end(&mut begins)?;
    let is_ours = begins.is_empty() || begins.starts_with(OURS);
    if !is_ours || file.metadata()?.len() > LONGEST || has_other_names(file)? {
        return Ok(());
    }
    let since = chrono::Local::now().format("%Y-%m-%d %H:%M");
    let holder = format!(
        "process {} of {} on {}, since {since}\n",
        std::process::id(),
        user(),
        host()
    );
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(holder.as_bytes())
}

/// True for a file that stands somewhere else too: a link of the other kind.
fn has_other_names(file: &File) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok(file.metadata()?.nlink() > 1)
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        Ok(false)
    }
}

/// What the lock file says of who has the lock; nothing where it is not ours.
fn holder(file: &File) -> String {
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).ok();
    if !bytes.starts_with(OURS) {
        return String::new();
    }
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

/// Whose window that is, as a person would say it: " of eva on laptop". The number of the process, and since when it runs,
/// are for whoever looks into the file.
fn whose(holder: &str) -> String {
    let who = holder.split_once(" of ").map(|(_, who)| who);
    let who = who.map(|who| who.split_once(", since ").map_or(who, |(who, _)| who));
    who.filter(|who| !who.trim().is_empty())
        .map_or_else(String::new, |who| format!(" of {who}"))
}

/// The name of whoever started this program, as the system knows it.
fn user() -> String {
    let named = ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok());
    let short = |name: String| name.chars().filter(|c| !c.is_control()).take(60).collect();
    named.map_or_else(|| "somebody".to_owned(), short)
}

fn host() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok());
    let host = named.or_else(|| fs::read_to_string("/proc/sys/kernel/hostname").ok());
    host.map_or_else(|| "this computer".to_owned(), |host| host.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_window_it_is_is_said_without_numbers() {
        let signed = "process 4711 of eva on laptop, since 2026-11-29 18:39";
        assert_eq!(whose(signed), " of eva on laptop");
        assert_eq!(whose("process 4711 of eva on laptop"), " of eva on laptop");
        assert_eq!(whose("process 4711"), "");
        assert_eq!(whose(""), "");
    }
}
