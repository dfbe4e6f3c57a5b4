//! Matter (ärende): raised, anchored, decided.

use super::{GroupId, Id, Known, List, MeetingId, OrganisationId, PersonId, Ref, TargetGroup};
use crate::calendar::Day;
use crate::codes::{DecisionForm, MatterKind, ObjectionKind, Position};
use crate::described::object;
use crate::path::Path;

object! {
    Matter, named: id {
        sv "Ärende", "Ett ärende som väcks, förankras och beslutas.";
        en "Matter", "A matter that is raised, anchored and decided.";

        required id: Id {
            sv "Id", "Ärendets id, unikt i hela underlaget.";
            en "Id", "The matter's id, unique in the whole record.";
            eg "arende-2024-1";
        }

        optional title: String {
            sv "Rubrik", "Vad ärendet handlar om.";
            en "Title", "What the matter is about.";
            eg "Gemensam rutin för utskrivning";
        }

        optional kind: MatterKind {
            sv "Slag", "Vad för slags ärende det är.";
            en "Kind", "What kind of matter it is.";
        }

        optional common: bool {
            sv "Gemensamt", "Berör ärendet flera huvudmän?";
            en "Common", "Does it concern several principals?";
        }

        optional economic: bool {
            sv "Ekonomiskt", "Är ärendet av ekonomisk karaktär?";
            en "Economic", "Is it of an economic character?";
        }

        optional target_groups: List<TargetGroup> {
            sv "Målgrupper", "Målgrupperna som ärendet gäller.";
            en "Target groups", "The target groups that it concerns.";
        }

        optional raised_on: Day {
            sv "Väckt", "Dagen då ärendet väcktes.";
            en "Raised on", "The day on which it was raised.";
        }

        optional raised_at: MeetingId {
            sv "Väckt på mötet", "Id för mötet där ärendet väcktes. Mötets dag gäller om ingen annan anges.";
            en "Raised at", "Id of the meeting at which it was raised. Its day counts unless `raised_on` is given.";
            eg "mote-2024-03";
        }

        optional raised_by: List<OrganisationId> {
            sv "Väckt av", "Id för organisationerna som väckte ärendet. De får ha förankrat det innan.";
            en "Raised by", "Ids of the organisations that brought it. They may have anchored it before.";
            eg "vc-norr";
        }

        optional anchorings: List<Anchoring> {
            sv "Förankringar", "Var, när och av vem ärendet förankrades.";
            en "Anchorings", "Where, when and by whom it was anchored.";
        }

        optional decision: Decision {
            sv "Beslut", "Beslutet i ärendet.";
            en "Decision", "The decision on the matter.";
        }
    }
}

object! {
    Anchoring, named: [person, group] [on], aside: by_nobody {
        sv "Förankring", "Att ett ärende talades igenom: var, av vem och när.";
        en "Anchoring", "That a matter was talked through: where, by whom and when.";

        optional organisations: List<OrganisationId> {
            sv "Organisationer", "Id för organisationerna där ärendet förankrades.";
            en "Organisations", "Ids of the organisations in which it was anchored.";
            eg "vc-norr";
        }

        optional everyone: bool {
            sv "Alla", "Gäller det alla organisationer med en ordinarie plats den dagen?";
            en "Everyone", "Does it hold for all organisations with an ordinary seat that day?";
        }

        optional group: GroupId {
            sv "Grupp", "Id för gruppen där ärendet förankrades.";
            en "Group", "Id of the group in which it was anchored.";
            eg "samordningsgruppen";
        }

        optional person: PersonId {
            sv "Person", "Id för personen som förankrade.";
            en "Person", "Id of the person who anchored it.";
            eg "kim";
        }

        required on: Day {
            sv "Datum", "Dagen då ärendet förankrades.";
            en "On", "The day on which it was anchored.";
        }

        optional position: Position {
            sv "Ståndpunkt", "Vad organisationen tyckte. Saknas den stöder den förslaget.";
            en "Position", "What the organisation thought. Absent: it supports the matter.";
        }
    }
}

/// What names nobody else anchors nothing.
fn by_nobody(row: &Anchoring) -> bool {
    let elsewhere = row.organisations.is_absent() && row.everyone.is_absent() && row.group.is_absent();
    row.person.is_aside() && elsewhere
}

object! {
    Decision, after: after_decision {
        sv "Beslut", "Vad som beslutades i ett ärende, av vilka och hur.";
        en "Decision", "What was decided on a matter, by whom and how.";

        required groups: List<GroupId> {
            sv "Grupper", "Id för grupperna som beslutade. Flera har beslutat tillsammans.";
            en "Groups", "Ids of the groups that decided. Several decided jointly.";
            eg "nosam-alingsas";
        }

        optional on: Day {
            sv "Beslutsdatum", "Dagen för beslutet. Saknas den gäller mötets dag.";
            en "On", "The day of the decision. Absent: the day of `meeting`.";
        }

        optional meeting: MeetingId {
            sv "Möte", "Id för mötet där det beslutades.";
            en "Meeting", "Id of the meeting at which it was decided.";
            eg "mote-2024-03";
        }

        optional form: DecisionForm {
            sv "Beslutsform", "Hur gruppen kom fram till beslutet.";
            en "Form", "How the group came to its decision.";
        }

        optional anchoring_waived: String {
            sv "Förankring behövdes inte", "Skälet till att gruppen var överens om att ingen förankring behövdes.";
            en "Anchoring waived", "Why the group agreed that no anchoring was needed.";
            eg "Ärendet var redan känt i alla verksamheter";
        }

        optional objections: List<Objection> {
            sv "Invändningar", "Invändningar, reservationer och nedlagda röster. Saknas de vid konsensus fanns inga.";
            en "Objections", "Objections, reservations and abstentions. Absent with a consensus: there were none.";
        }

        optional present: List<PersonId> {
            sv "Närvarande", "Id för personerna som var med och beslutade.";
            en "Present", "Ids of the persons who were present.";
            eg "kim";
        }

        optional referred_to: GroupId {
            sv "Hänskjutet till", "Id för gruppen som ärendet lämnades vidare till.";
            en "Referred to", "Id of the group that the matter was passed on to.";
            eg "samordningsgruppen";
        }

        optional implementation: List<Implementation> {
            sv "Genomförande", "Vad organisationerna gör med beslutet.";
            en "Implementation", "What the organisations do about the decision.";
        }
    }
}

/// A reason that says nothing waives nothing.
fn after_decision(decision: &mut Decision, known: &Known<'_>) {
    decision.anchoring_waived.pass_over_nothing(known);
}

object! {
    Objection, named: [person] [], aside: nobodys {
        sv "Invändning", "En persons invändning, reservation eller nedlagda röst.";
        en "Objection", "One person's objection, reservation or abstention.";

        required person: PersonId {
            sv "Person", "Personens id.";
            en "Person", "The person's id.";
            eg "kim";
        }

        required kind: ObjectionKind {
            sv "Slag", "Vad för slags invändning det är.";
            en "Kind", "What kind of objection it is.";
        }
    }
}

fn nobodys(row: &Objection) -> bool {
    row.person.is_aside()
}

object! {
    Implementation, named: [organisation] [] {
        sv "Genomförande", "Vad en organisation gör med ett beslut.";
        en "Implementation", "What one organisation does about a decision.";

        required organisation: OrganisationId {
            sv "Organisation", "Organisationens id.";
            en "Organisation", "The organisation's id.";
            eg "vc-norr";
        }

        optional responsible: String {
            sv "Ansvarig", "Vem som ansvarar, i fri text.";
            en "Responsible", "Who is responsible, in free text.";
            eg "Enhetschefen";
        }

        optional status: String {
            sv "Läge", "Hur långt det har kommit, i fri text.";
            en "Status", "How far it has come, in free text.";
            eg "Infört i maj";
        }
    }
}

impl Ref<'_, Matter> {
    /// Where it stands when the matter was raised: the day, or the meeting whose day counts.
    pub(crate) fn raising(self) -> Path {
        if self.raised_on().is_absent() { self.raised_at().path } else { self.raised_on().path }
    }
}
