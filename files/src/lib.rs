//! The formats of files: records that are [`read`], and what [`samla`] says of them as it is [written](write).
//!
//! Bytes in, bytes out. No arguments, no terminal, no file system and no clock are in here.
#![forbid(unsafe_code)]

pub mod read;
pub mod write;
