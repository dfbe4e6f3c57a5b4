//! Laws that hold for every record.
//!
//! Seeds are fixed, so that the same cases run everywhere and every time.

mod beside;
mod ends;
mod horizon;
mod records;
mod renamed;
mod reordered;
mod shifted;
mod split;
#[path = "../spoil/mod.rs"]
mod spoil;
mod spoilt;
mod told;
