//! The short sections: recesses, people, proposals, routines, publications, waivers.

use super::{Field, GroupId, Id, Known, List, Problem};
use crate::calendar::Day;
use crate::clauses::RuleId;
use crate::codes::{NamedCode, PublicationKind, UnknownCode};
use crate::described::object;

object! {
    Recess, named: [] [from] {
        sv "Uppehåll", "Ett uppehåll. Båda dagarna räknas med.";
        en "Recess", "A recess, both days included.";

        required period;

        optional reason: String {
            sv "Orsak", "Varför det är uppehåll.";
            en "Reason", "Why there is a recess.";
            eg "Sommar";
        }
    }
}

object! {
    Person, named: id {
        sv "Person", "En person med namn.";
        en "Person", "A person by name.";

        required id: Id {
            sv "Id", "Personens id, som används överallt annars.";
            en "Id", "The person's id, used everywhere else.";
            eg "kim";
        }

        optional name: String {
            sv "Namn", "Visas bara om någon ber om det.";
            en "Name", "Shown only when asked for.";
            eg "Kim Lund";
        }

        optional protected: bool {
            sv "Skyddade uppgifter", "Har personen skyddade uppgifter? Då visas namnet aldrig.";
            en "Protected", "Is the person's identity protected? Then the name is never shown.";
        }
    }
}

object! {
    Proposal, named: id [from_group] [on] {
        sv "Förslag", "Ett förslag från en grupp till en annan.";
        en "Proposal", "A proposal of one group to another.";

        optional id: Id {
            sv "Id", "Förslagets id, unikt i hela underlaget.";
            en "Id", "The proposal's id, unique in the whole record.";
            eg "forslag-2024-1";
        }

        required from_group: GroupId {
            sv "Från grupp", "Id för gruppen som lämnar förslaget.";
            en "From group", "Id of the group that makes the proposal.";
            eg "nosam-alingsas";
        }

        required to_group: GroupId {
            sv "Till grupp", "Id för gruppen som får förslaget.";
            en "To group", "Id of the group that it is made to.";
            eg "samordningsgruppen";
        }

        required on: Day {
            sv "Datum", "Dagen då förslaget lämnades.";
            en "On", "The day on which it was made.";
        }
    }
}

object! {
    Routine, named: id {
        sv "Rutin", "En gemensam rutin.";
        en "Routine", "A common routine.";

        required id: Id {
            sv "Id", "Rutinens id, unikt i hela underlaget.";
            en "Id", "The routine's id, unique in the whole record.";
            eg "avvikelserutin";
        }

        optional adopted_on: Day {
            sv "Fastställd", "Dagen då rutinen fastställdes.";
            en "Adopted on", "The day on which it was adopted.";
        }

        optional introduced_on: Day {
            sv "Införd", "Dagen då rutinen infördes.";
            en "Introduced on", "The day on which it was introduced.";
        }

        optional followed_up_on: Day {
            sv "Uppföljd", "Dagen då rutinen senast följdes upp. Saknas den har det inte skett.";
            en "Followed up on", "The day on which it was last followed up. Absent: it was not.";
        }
    }
}

object! {
    Publication, named: [group] [on] {
        sv "Publicering", "Något som har publicerats om en grupp.";
        en "Publication", "Something published about a group.";

        required kind: PublicationKind {
            sv "Slag", "Vad som publicerades.";
            en "Kind", "What was published.";
        }

        required group: GroupId {
            sv "Grupp", "Id för gruppen som det handlar om.";
            en "Group", "Id of the group that it is about.";
            eg "nosam-alingsas";
        }

        required on: Day {
            sv "Datum", "Dagen då det publicerades.";
            en "On", "The day on which it was published.";
        }

        optional url: String {
            sv "Webbadress", "Adressen där det finns att läsa.";
            en "Web address", "Where it can be read.";
            eg "https://www.example.se/samla";
        }
    }
}

object! {
    Waiver, named: [rule] [from, on], after: after_waiver {
        sv "Beslutat avsteg", "Ett protokollfört och daterat beslut att göra undantag från en regel. Det som \
            täcks syns ändå i rapporten.";
        en "Waiver", "A minuted, dated decision to deviate from a rule. What it covers stays in the report.";

        required rule: String {
            sv "Regel", "Regelns id, som i `samla clauses`.";
            en "Rule", "The rule's id, as `samla clauses` lists it.";
            eg "N-AVV-2";
        }

        optional subject: String {
            sv "Gäller", "Det som avsteget gäller, med samma namn som i rapporten, eller det som flera namn börjar \
                med före #. Saknas det gäller avsteget allt som regeln prövar.";
            en "Subject", "What it covers, named as in a report, or what several names begin with before #. \
                Absent: everything that the rule judges.";
            eg "groups/nosam-alingsas";
        }

        optional period;

        required decided_by: List<GroupId> {
            sv "Beslutat av", "Id för grupperna som beslutade.";
            en "Decided by", "Ids of the groups that decided.";
            eg "samordningsgruppen";
        }

        required on: Day {
            sv "Beslutsdatum", "Dagen för beslutet.";
            en "On", "The day of the decision.";
        }

        required reason: String {
            sv "Orsak", "Varför avsteget görs.";
            en "Reason", "Why the deviation was decided.";
            eg "Ingen vice ordförande kunde utses i tid";
        }
    }
}

fn after_waiver(waiver: &mut Waiver, known: &Known<'_>) {
    if waiver.reason.known().is_some_and(|reason| known.charter.placeholders.says_nothing(reason)) {
        waiver.reason = Field::unreadable(Problem::MissingField("reason"));
    }
    let Some(rule) = waiver.rule.known() else { return };
    let near: Option<RuleId> = rule.parse().ok();
    if near.is_none_or(|near| near.as_str() != rule) {
        let (value, meant) =
            (rule.clone(), near.map(|near| Box::new(NamedCode { code: near.to_string(), label: None })));
        waiver.rule = Field::unreadable(Problem::UnknownCode(UnknownCode {
            value,
            known: Vec::new(),
            meant,
            acting: false,
        }));
    }
}
