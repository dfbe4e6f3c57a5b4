//! Report (rapport): what one group told another. Only summaries; there is no field for an individual case.

use super::field::{Key, KeyOf};
use super::{
    ActivityPlanId, Dates, Expected, Field, Flaw, Goal, GroupId, Id, Known, List, PersonId, Problem, Read,
    Ref, RoutineId, UnknownKey, View,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Slag av rapport.
    ReportKind {
        "deviation" Deviation "avvikelserapport" "deviation report",
        "report_back" ReportBack "återrapportering" "report back",
        "evaluation" Evaluation "utvärdering" "evaluation",
        "follow_up" FollowUp "uppföljning" "follow-up",
    }
}

object! {
    /// Rapport.
    Report {
        /// Its id.
        optional id: Id,
        /// Slag.
        required kind: ReportKind,
        /// From this group.
        required from_group: GroupId,
        /// To this group.
        optional to_group: GroupId,
        /// The day on which it was handed over.
        required on: Day,
        /// The period that it covers.
        optional period: Dates,
        /// Those who reported.
        optional reporters: List<PersonId>,
        /// The activity plans that a follow-up is held against.
        optional activity_plans: List<ActivityPlanId>,
        /// The goals that it speaks of.
        optional goals: List<Goal>,
        /// The routine that it follows.
        optional routine: RoutineId,
        /// Nothing to report?
        optional nil: bool,
        /// Framgångsfaktorer.
        optional success_factors: String,
        /// Utvecklingsbehov.
        optional development_needs: String,
        /// Systemfel.
        optional systemic_faults: String,
    }
}
