//! Group (grupp): who sits in it, who holds its offices, which seats are empty.

use super::field::{Key, KeyOf};
use super::plan::in_order;
use super::{
    ActorId, Expected, Field, Flaw, GroupId, Id, Known, List, OrganisationId, PersonId, Problem, Read, Ref,
    TargetGroup, TopicId, UnknownKey, View,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Slag av grupp.
    GroupKind {
        "nosam" Nosam "NOSAM" "NOSAM",
        "coordination_group" CoordinationGroup "samordningsgrupp" "coordination group",
        "political_group" PoliticalGroup "politisk samrådsgrupp" "political group",
        "theme_group" ThemeGroup "temagrupp" "theme group",
    }
}

object! {
    /// Grupp.
    Group, after: after_group {
        /// Its id.
        required id: Id,
        /// Slag.
        required kind: GroupKind,
        /// Namn.
        optional name: String,
        /// Kommunkod.
        optional municipality: String,
        /// Styrgrupp: the group that steers it.
        optional steered_by: GroupId,
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
        /// The day on which it was closed.
        optional closed_on: Day,
        /// Uppdrag.
        optional assignment: String,
        /// Behov: why it was formed.
        optional need: String,
        /// Ledamöter, adjungerade och stöd.
        optional members: List<Member>,
        /// Ordförande och vice ordförande.
        optional offices: List<Office>,
        /// Vakanser: seats known to be empty.
        optional vacancies: List<Vacancy>,
    }
}

fn after_group(group: &mut Group, _: &Known<'_>) {
    in_order(&group.from, &mut group.to);
}

codes! {
    /// Funktion.
    MemberFunction {
        "operations_manager" OperationsManager "verksamhetschef" "operations manager",
        "unit_manager" UnitManager "enhetschef" "unit manager",
        "department_manager" DepartmentManager "avdelningschef" "department manager",
        "care_unit_manager" CareUnitManager "vårdenhetschef" "care-unit manager",
        "clinic_manager" ClinicManager "klinikchef" "clinic manager",
        "other_manager" OtherManager "annan chef" "other manager",
        "head_of_administration" HeadOfAdministration "förvaltningschef" "head of administration",
        "mas" Mas "MAS" "MAS",
        "mar" Mar "MAR" "MAR",
        "mla" Mla "MLA" "MLA",
        "public_health_coordinator" PublicHealthCoordinator "folkhälsosamordnare" "public-health coordinator",
        "process_leader" ProcessLeader "processledare" "process leader",
        "subregional_coordinator" SubregionalCoordinator "delregional samordnare" "sub-regional coordinator",
        "nsph_representative" NsphRepresentative "företrädare för NSPH" "NSPH representative",
        "board_chair" BoardChair "nämndens ordförande" "chair of the board",
        "elected_representative" ElectedRepresentative "vald representant" "elected representative",
        "social_coordinator" SocialCoordinator "socialt ansvarig samordnare" "social coordinator",
        "other" Other "annan funktion" "other function",
    }
}

codes! {
    /// Ställning i gruppen.
    MemberStatus {
        "ordinary" Ordinary "ordinarie" "ordinary",
        "co_opted" CoOpted "adjungerad" "co-opted",
        "support" Support "stöd" "support",
        "deputy" Deputy "ersättare" "deputy",
    }
}

codes! {
    /// Särskild kategori.
    MemberCategory {
        "user" User "brukare" "user",
    }
}

object! {
    /// Ledamot: one person in one group, from one day to another.
    Member, after: after_member {
        /// The person.
        required person: PersonId,
        /// Those that the person represents here; the first is the home organisation.
        optional organisations: List<OrganisationId>,
        /// Funktioner.
        optional functions: List<MemberFunction>,
        /// Has the person the same mandate to decide as a head of administration?
        optional mandate: bool,
        /// Ställning; absent: ordinary.
        optional status: MemberStatus,
        /// Särskild kategori.
        optional category: MemberCategory,
        /// Målgrupper: limits the membership to these; absent: all.
        optional target_groups: List<TargetGroup>,
        /// Utsedd av: an organisation or a group.
        optional appointed_by: ActorId,
        /// Utsedd den.
        optional appointed_on: Day,
        /// Behov: why a co-opted person is here.
        optional need: String,
        /// The activity or matter that a co-opted person is here for.
        optional linked_to: TopicId,
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
    }
}

fn after_member(member: &mut Member, _: &Known<'_>) {
    in_order(&member.from, &mut member.to);
}

codes! {
    /// Uppdrag i gruppens ledning.
    OfficeKind {
        "chair" Chair "ordförande" "chair",
        "vice_chair" ViceChair "vice ordförande" "vice chair",
    }
}

object! {
    /// Ordförandeskap: one term of a chair or vice chair.
    Office, after: after_office {
        /// Ordförande eller vice ordförande.
        required office: OfficeKind,
        /// The holder.
        required person: PersonId,
        /// Whom the holder represented; absent: the home organisation of its membership on the first day.
        optional organisation: OrganisationId,
        /// First day.
        optional from: Day,
        /// Last day, included; absent: the day before the next term of the same office, or still running.
        optional to: Day,
        /// Utsedd av.
        optional elected_by: GroupId,
        /// Utsedd den.
        optional elected_on: Day,
        /// Why the term was cut short or the order broken.
        optional reason: String,
    }
}

fn after_office(office: &mut Office, _: &Known<'_>) {
    in_order(&office.from, &mut office.to);
}

object! {
    /// Vakans: a seat known to be empty.
    Vacancy, after: after_vacancy {
        /// The organisation whose seat is empty.
        optional organisation: OrganisationId,
        /// The function that is missing.
        optional function: MemberFunction,
        /// The office that is vacant.
        optional office: OfficeKind,
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
        /// Why.
        optional reason: String,
    }
}

fn after_vacancy(vacancy: &mut Vacancy, _: &Known<'_>) {
    in_order(&vacancy.from, &mut vacancy.to);
}
