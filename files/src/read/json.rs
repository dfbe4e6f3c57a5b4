//! A record as JSON text.

use samla::Handed;

use super::Reader;

pub(super) const READER: Reader = Reader { endings: &["json"], read: Handed::read };
