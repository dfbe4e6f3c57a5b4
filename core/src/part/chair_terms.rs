//! The chairs and vice chairs of one NOSAM.

use super::{Part, PartKind, Placed};
use crate::record::{Field, Group, Id, NotARecord, Record, read_object};

part! {
    /// Chair terms (ordförandeskap): one NOSAM with its offices, and the members who hold them.
    ChairTerms of ChairTerms:
    /// The group with its offices and members.
    group: Group in groups
}
