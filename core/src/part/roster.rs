//! Who sits in one group: its members and their organisations.

use super::{Part, PartKind, Placed};
use crate::record::{Field, Group, Id, NotARecord, Record, read_object};

part! {
    /// Roster (bemanning): one group with its members.
    Roster of Roster:
    /// The group with its members.
    group: Group in groups
}
