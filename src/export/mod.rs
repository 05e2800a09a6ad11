//! A plan in, the bytes of a document out. No files, no screen.
