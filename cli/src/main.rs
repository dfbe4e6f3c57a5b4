//! The command `samla`.
fn main() {}
