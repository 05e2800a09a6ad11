//! What the shipped library promises.

use super::Library;

#[test]
fn every_file_of_the_library_reads() {
    Library::shipped().unwrap();
}
