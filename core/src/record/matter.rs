//! Matter (ärende): raised, anchored, decided.

use super::field::{Key, KeyOf};
use super::{
    Expected, Field, Flaw, GroupId, Id, Known, List, MeetingId, OrganisationId, PersonId, Problem, Read, Ref,
    TargetGroup, UnknownKey, View,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Slag av ärende.
    MatterKind {
        "operational" Operational "operativ fråga" "operational matter",
        "direction" Direction "inriktningsbeslut" "direction",
        "overarching_strategic" OverarchingStrategic "övergripande strategisk fråga" "overarching strategic matter",
        "collaboration_document" CollaborationDocument "samverkansdokument" "collaboration document",
        "other" Other "annan fråga" "other matter",
    }
}

object! {
    /// Ärende.
    Matter {
        /// Its id.
        required id: Id,
        /// Rubrik.
        optional title: String,
        /// Slag.
        optional kind: MatterKind,
        /// Does it concern several principals?
        optional common: bool,
        /// Is it of an economic character?
        optional economic: bool,
        /// Målgrupper.
        optional target_groups: List<TargetGroup>,
        /// Väckt den.
        optional raised_on: Day,
        /// Väckt på: its day is the raising day unless `raised_on` is given.
        optional raised_at: MeetingId,
        /// Förankringar.
        optional anchorings: List<Anchoring>,
        /// Beslut.
        optional decision: Decision,
    }
}

codes! {
    /// Ståndpunkt.
    Position {
        "supports" Supports "stöder" "supports",
        "opposes" Opposes "motsätter sig" "opposes",
        "abstains" Abstains "avstår" "abstains",
    }
}

object! {
    /// Förankring: where a matter was talked through, by whom and when.
    Anchoring {
        /// The organisations in which it was anchored.
        optional organisations: List<OrganisationId>,
        /// All organisations with an ordinary seat that day?
        optional everyone: bool,
        /// The group in which it was anchored.
        optional group: GroupId,
        /// Who anchored it.
        optional person: PersonId,
        /// The day.
        required on: Day,
        /// Ståndpunkt; absent: supports.
        optional position: Position,
    }
}

codes! {
    /// Beslutsform.
    DecisionForm {
        "consensus" Consensus "konsensus" "consensus",
        "unanimous_vote" UnanimousVote "enhällig omröstning" "unanimous vote",
        "majority_vote" MajorityVote "omröstning med majoritet" "majority vote",
    }
}

object! {
    /// Beslut.
    Decision {
        /// Who decided; several decided jointly.
        required groups: List<GroupId>,
        /// Beslutsdag; absent: the day of `meeting`.
        optional on: Day,
        /// The meeting at which it was decided.
        optional meeting: MeetingId,
        /// Beslutsform.
        optional form: DecisionForm,
        /// Why the group agreed that no anchoring was needed.
        optional anchoring_waived: String,
        /// Invändningar, reservationer och nedlagda röster.
        optional objections: List<Objection>,
        /// Närvarande.
        optional present: List<PersonId>,
        /// Hänskjutet till.
        optional referred_to: GroupId,
        /// Genomförande.
        optional implementation: List<Implementation>,
    }
}

codes! {
    /// Slag av invändning.
    ObjectionKind {
        "objection" Objection "invändning" "objection",
        "reservation" Reservation "reservation" "reservation",
        "abstention" Abstention "nedlagd röst" "abstention",
    }
}

object! {
    /// Invändning.
    Objection {
        /// The person.
        required person: PersonId,
        /// Slag.
        required kind: ObjectionKind,
    }
}

object! {
    /// Genomförande: what one organisation does.
    Implementation {
        /// The organisation.
        required organisation: OrganisationId,
        /// Ansvarig, free text.
        optional responsible: String,
        /// Läge, free text.
        optional status: String,
    }
}
