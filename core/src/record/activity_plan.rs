//! Activity plan (aktivitetsplan) and its activities.

use super::field::{Key, KeyOf};
use super::{
    ActorId, Dates, Expected, Field, Flaw, Goal, GroupId, Id, Known, List, Problem, Read, Ref, TargetGroup,
    UnknownKey, View,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Läge.
    ActivityPlanStatus {
        "draft" Draft "utkast" "draft",
        "adopted" Adopted "fastställd" "adopted",
    }
}

object! {
    /// Aktivitetsplan.
    ActivityPlan {
        /// Its id.
        required id: Id,
        /// The groups whose plan it is.
        required owners: List<GroupId>,
        /// Giltighetstid.
        optional period: Dates,
        /// Fastställd den.
        optional adopted_on: Day,
        /// Läge; absent: adopted when `adopted_on` is given.
        optional status: ActivityPlanStatus,
        /// The document, by name or number.
        optional document: String,
        /// Webbadress.
        optional url: String,
        /// Publicerad den.
        optional published_on: Day,
        /// Aktiviteter.
        optional activities: List<Activity>,
    }
}

codes! {
    /// Läge för en aktivitet.
    ActivityStatus {
        "proposed" Proposed "föreslagen" "proposed",
        "decided" Decided "beslutad" "decided",
        "ongoing" Ongoing "pågående" "ongoing",
        "done" Done "genomförd" "done",
        "dropped" Dropped "struken" "dropped",
    }
}

object! {
    /// Aktivitet.
    Activity {
        /// Its id.
        required id: Id,
        /// Rubrik.
        optional title: String,
        /// Läge.
        optional status: ActivityStatus,
        /// First day.
        optional from: Day,
        /// Mål.
        optional goals: List<Goal>,
        /// Målgrupper; `all` counts for every one.
        optional target_groups: List<TargetGroup>,
        /// Ansvariga: organisations or groups.
        optional responsible: List<ActorId>,
    }
}
