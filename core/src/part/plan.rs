//! A collaboration plan with its revisions.

use super::{Part, PartKind, Placed};
use crate::record::{Field, Id, NotARecord, Plan, Record, read_object};

part! {
    /// Collaboration plan (samverkansplan) with its revisions.
    PlanPart of Plan:
    /// The plan.
    plan: Plan in plans
}
