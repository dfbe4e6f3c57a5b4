//! A matter with its anchorings and its decision.

use super::{Part, PartKind, Placed};
use crate::record::{Field, Id, Matter, NotARecord, Record, read_object};

part! {
    /// Matter (ärende) with its anchorings and its decision.
    MatterPart of Matter:
    /// The matter.
    matter: Matter in matters
}
