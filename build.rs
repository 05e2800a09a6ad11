//! Tells the linker how to write down the places of the program on Linux.

use std::env;
use std::process::Command;

/// The first release of the GNU C library that reads packed relocations.
const READS_PACKED: (u32, u32) = (2, 36);

/// The addresses within the program that the system fills in when it starts are 350 000, most of them in tables of
/// Typst's. Written one by one they take 8 MB, all of which are read at each start and count as memory of the program from
/// then on; packed, 55 KB. Where the program is made for another computer nothing is known about its library, and they
/// stay as they are.
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let target = |name| env::var(name).unwrap_or_default();
    let gnu_linux =
        target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu";
    if gnu_linux && target("HOST") == target("TARGET") && library() >= Some(READS_PACKED) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The release of this computer's GNU C library.
fn library() -> Option<(u32, u32)> {
    let told = Command::new("getconf")
        .arg("GNU_LIBC_VERSION")
        .output()
        .ok()?;
    let text = String::from_utf8(told.stdout).ok()?;
    let (major, minor) = text.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
