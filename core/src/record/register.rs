//! The short sections: recesses, people, proposals, routines, publications, waivers.

use super::field::{Key, KeyOf};
use super::plan::in_order;
use super::{Expected, Field, Flaw, GroupId, Id, Known, List, Problem, Read, Ref, UnknownKey, View};
use crate::calendar::Day;
use crate::clauses::{self, Judged};
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// What `organisations` may hold every one of.
    CompleteKind {
        "care_centre" CareCentre "vårdcentraler" "care centres",
        "rehab_unit" RehabUnit "rehabenheter" "rehab units",
        "private_lov" PrivateLov "privata utförare enligt LOV" "private providers under LOV",
    }
}

object! {
    /// Uppehåll, both days included.
    Recess, after: after_recess {
        /// First day.
        required from: Day,
        /// Last day, included.
        required to: Day,
        /// Why.
        optional reason: String,
    }
}

fn after_recess(recess: &mut Recess, _: &Known<'_>) {
    in_order(&recess.from, &mut recess.to);
}

object! {
    /// Person.
    Person {
        /// Its id, used everywhere else.
        required id: Id,
        /// Namn; shown only when asked for.
        optional name: String,
        /// Skyddade uppgifter: the name is never shown.
        optional protected: bool,
    }
}

object! {
    /// Förslag.
    Proposal {
        /// Its id.
        optional id: Id,
        /// From this group.
        required from_group: GroupId,
        /// To this group.
        required to_group: GroupId,
        /// The day.
        required on: Day,
    }
}

object! {
    /// Rutin.
    Routine {
        /// Its id.
        required id: Id,
        /// Fastställd den.
        optional adopted_on: Day,
        /// Införd den.
        optional introduced_on: Day,
        /// Senast uppföljd den.
        optional followed_up_on: Day,
    }
}

codes! {
    /// What was published.
    PublicationKind {
        "member_list" MemberList "lista över representanter" "list of representatives",
        "other" Other "annat" "other",
    }
}

object! {
    /// Publicering.
    Publication {
        /// Slag.
        required kind: PublicationKind,
        /// The group that it is about.
        required group: GroupId,
        /// The day.
        required on: Day,
        /// Webbadress.
        optional url: String,
    }
}

object! {
    /// Beslutat avsteg: a minuted, dated deviation from a rule.
    Waiver, after: after_waiver {
        /// The rule's id, as `samla clauses` lists it.
        required rule: String,
        /// The subject, as reports name it; absent: every one.
        optional subject: String,
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
        /// The groups that decided.
        required decided_by: List<GroupId>,
        /// Beslutsdag.
        required on: Day,
        /// Why.
        required reason: String,
    }
}

fn after_waiver(waiver: &mut Waiver, _: &Known<'_>) {
    in_order(&waiver.from, &mut waiver.to);
    let Some(rule) = waiver.rule.known() else { return };
    let near = clauses::find(rule).filter(|clause| clause.judged == Judged::By(clause.id));
    if near.is_none_or(|clause| clause.id != rule) {
        let (value, meant) = (rule.clone(), near.map(|clause| clause.id.to_owned()));
        waiver.rule = Field::unreadable(Problem::UnknownCode { value, known: Vec::new(), meant });
    }
}
