//! Collaboration plan (samverkansplan): its period, adoption and revisions.

use super::field::{Key, KeyOf};
use super::{
    Expected, Field, Flaw, Goal, GroupId, Id, Known, List, Problem, Read, Ref, UnknownKey, View, Year,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

object! {
    /// Period, both days included.
    Dates, after: after_dates {
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
    }
}

fn after_dates(dates: &mut Dates, _: &Known<'_>) {
    in_order(&dates.from, &mut dates.to);
}

/// A last day before the first is unreadable.
pub(super) fn in_order(from: &Field<Day>, to: &mut Field<Day>) {
    if let (Some(first), Some(last)) = (from.known(), to.known())
        && last < first
    {
        *to = Field::unreadable(Problem::ToBeforeFrom { from: first.to_string(), to: last.to_string() });
    }
}

object! {
    /// What a group did on a day: decided, adopted, was informed.
    GroupDay {
        /// The group.
        required group: GroupId,
        /// The day.
        required on: Day,
    }
}

object! {
    /// Samverkansplan.
    Plan {
        /// Its id.
        required id: Id,
        /// Giltighetstid.
        optional period: Dates,
        /// Grunden: the political decision that the plan rests on.
        optional foundation: GroupDay,
        /// Antaganden.
        optional adoptions: List<GroupDay>,
        /// Prioriterade mål.
        optional goals: List<Goal>,
        /// Strategier.
        optional strategies: List<String>,
        /// Does the plan itself hold activities?
        optional contains_activities: bool,
        /// The document, by name or number.
        optional document: String,
        /// Revideringar och uppdateringar.
        optional revisions: List<Revision>,
        /// Decisions not to revise in a year.
        optional exemptions: List<Exemption>,
    }
}

codes! {
    /// Slag av ändring.
    RevisionKind {
        "revision" Revision "revidering" "revision",
        "update" Update "uppdatering" "update",
    }
}

object! {
    /// Revidering eller uppdatering.
    Revision {
        /// Its id.
        optional id: Id,
        /// Slag.
        optional kind: RevisionKind,
        /// The groups that decided.
        optional decided_by: List<GroupId>,
        /// Beslutsdag.
        required on: Day,
        /// Those informed, and when.
        optional informed: List<GroupDay>,
    }
}

object! {
    /// Undantag: a decision not to revise in one year.
    Exemption {
        /// The year.
        required year: Year,
        /// The groups that decided.
        required decided_by: List<GroupId>,
        /// Beslutsdag.
        required on: Day,
        /// Why.
        optional reason: String,
    }
}
