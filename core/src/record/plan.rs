//! Collaboration plan (samverkansplan): its period, adoption and revisions.

use super::{Goal, GroupId, Id, Known, List, Year};
use crate::calendar::Day;
use crate::codes::RevisionKind;
use crate::described::object;

object! {
    Dates {
        sv "Period", "En period. Båda dagarna räknas med.";
        en "Period", "A period, both days included.";

        optional period;
    }
}

object! {
    GroupDay, named: [group] [on] {
        sv "Grupp och dag", "Vad en grupp gjorde en viss dag: beslutade, antog, informerades.";
        en "Group and day", "What a group did on a day: decided, adopted, was informed.";

        required group: GroupId {
            sv "Grupp", "Gruppens id.";
            en "Group", "The group's id.";
            eg "politiska-samradsgruppen";
        }

        required on: Day {
            sv "Datum", "Dagen då det hände.";
            en "On", "The day on which it happened.";
        }
    }
}

object! {
    Plan, named: id {
        sv "Samverkansplan", "En samverkansplan med sina antaganden och revideringar.";
        en "Plan", "A collaboration plan with its adoptions and revisions.";

        required id: Id {
            sv "Id", "Planens id, unikt i hela underlaget.";
            en "Id", "The plan's id, unique in the whole record.";
            eg "samverkansplan-2023";
        }

        optional period: Dates {
            sv "Giltighetstid", "Perioden som planen gäller.";
            en "Period", "The period for which the plan is in force.";
        }

        optional foundation: GroupDay {
            sv "Grund", "Det politiska beslut som planen vilar på.";
            en "Foundation", "The political decision that the plan rests on.";
        }

        optional adoptions: List<GroupDay> {
            sv "Antaganden", "Grupperna som har antagit planen, och när.";
            en "Adoptions", "The groups that adopted the plan, and when.";
        }

        optional goals: List<Goal> {
            sv "Prioriterade mål", "Målen som planen prioriterar.";
            en "Goals", "The goals that the plan gives priority.";
        }

        optional strategies: List<String> {
            sv "Strategier", "Planens strategier, en text för varje.";
            en "Strategies", "The plan's strategies, one text for each.";
            eg "Arbeta nära varandra";
        }

        optional contains_activities: bool {
            sv "Innehåller aktiviteter", "Innehåller planen själv aktiviteter?";
            en "Contains activities", "Does the plan itself hold activities?";
        }

        optional document: String {
            sv "Dokument", "Dokumentets namn eller nummer.";
            en "Document", "The document, by name or number.";
            eg "Samverkansplan 2023–2026";
        }

        optional revisions: List<Revision> {
            sv "Revideringar", "Revideringar och uppdateringar av planen.";
            en "Revisions", "Revisions and updates of the plan.";
        }

        optional exemptions: List<Exemption> {
            sv "Undantag från revidering", "Beslut att inte revidera ett år.";
            en "Exemptions", "Decisions not to revise in a year.";
        }
    }
}

object! {
    Revision, named: id [] [on] {
        sv "Revidering", "En revidering eller uppdatering av en plan.";
        en "Revision", "A revision or update of a plan.";

        optional id: Id {
            sv "Id", "Revideringens id, unikt i hela underlaget.";
            en "Id", "The revision's id, unique in the whole record.";
            eg "revidering-2024";
        }

        optional kind: RevisionKind {
            sv "Slag", "Revidering eller uppdatering.";
            en "Kind", "Revision or update.";
        }

        optional decided_by: List<GroupId> {
            sv "Beslutad av", "Id för grupperna som beslutade.";
            en "Decided by", "Ids of the groups that decided.";
            eg "politiska-samradsgruppen";
        }

        required on: Day {
            sv "Beslutsdatum", "Dagen för beslutet.";
            en "On", "The day of the decision.";
        }

        optional informed: List<GroupDay> {
            sv "Informerade", "Grupperna som informerades, och när.";
            en "Informed", "The groups that were informed, and when.";
        }
    }
}

object! {
    Exemption, named: [] [on], after: after_exemption {
        sv "Undantag", "Ett beslut att inte revidera planen under ett år.";
        en "Exemption", "A decision not to revise the plan in one year.";

        required year: Year {
            sv "År", "Året som undantaget gäller.";
            en "Year", "The year that it is about.";
        }

        required decided_by: List<GroupId> {
            sv "Beslutat av", "Id för grupperna som beslutade.";
            en "Decided by", "Ids of the groups that decided.";
            eg "politiska-samradsgruppen";
        }

        required on: Day {
            sv "Beslutsdatum", "Dagen för beslutet.";
            en "On", "The day of the decision.";
        }

        optional reason: String {
            sv "Orsak", "Varför planen inte revideras.";
            en "Reason", "Why the plan is not revised.";
            eg "Planen är ny";
        }
    }
}

fn after_exemption(row: &mut Exemption, known: &Known<'_>) {
    row.reason.pass_over_nothing(known);
}
