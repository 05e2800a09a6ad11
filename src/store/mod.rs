//! The workspace folder. The only code that touches the disk.
