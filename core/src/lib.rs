//! Checks the governance records of SAMLA.
#![forbid(unsafe_code)]

pub mod json;
