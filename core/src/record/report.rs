//! Report (rapport): what one group told another. Only summaries; there is no field for an individual case.

use super::{ActivityPlanId, Dates, Goal, GroupId, Id, List, PersonId, RoutineId};
use crate::calendar::Day;
use crate::codes::ReportKind;
use crate::described::object;

object! {
    GroupReport, named: id [from_group] [on] {
        sv "Rapport", "Vad en grupp har rapporterat till en annan, i sammandrag. Enskilda fall hör inte hit.";
        en "Report", "What one group told another, in summary. Individual cases do not belong here.";

        optional id: Id {
            sv "Id", "Rapportens id, unikt i hela underlaget.";
            en "Id", "The report's id, unique in the whole record.";
            eg "rapport-2024-1";
        }

        required kind: ReportKind {
            sv "Slag", "Vad för slags rapport det är.";
            en "Kind", "What kind of report it is.";
        }

        optional from_group: GroupId {
            sv "Från grupp", "Id för gruppen som rapporterar.";
            en "From group", "Id of the group that reports.";
            eg "nosam-alingsas";
        }

        optional from_groups: List<GroupId> {
            sv "Från grupper", "Id för grupperna, när flera rapporterar tillsammans.";
            en "From groups", "Ids of the groups, when several report together.";
            eg "nosam-lerum";
        }

        optional to_group: GroupId {
            sv "Till grupp", "Id för gruppen som får rapporten.";
            en "To group", "Id of the group that is told.";
            eg "samordningsgruppen";
        }

        required on: Day {
            sv "Datum", "Dagen då rapporten lämnades.";
            en "On", "The day on which it was handed over.";
        }

        optional period: Dates {
            sv "Period", "Perioden som rapporten gäller.";
            en "Period", "The period that it covers.";
        }

        optional reporters: List<PersonId> {
            sv "Rapportörer", "Id för personerna som rapporterade.";
            en "Reporters", "Ids of the persons who reported.";
            eg "kim";
        }

        optional activity_plans: List<ActivityPlanId> {
            sv "Aktivitetsplaner", "Id för aktivitetsplanerna som en uppföljning gäller.";
            en "Activity plans", "Ids of the activity plans that a follow-up is held against.";
            eg "aktivitetsplan-2024";
        }

        optional goals: List<Goal> {
            sv "Mål", "Målen som rapporten tar upp.";
            en "Goals", "The goals that it speaks of.";
        }

        optional routine: RoutineId {
            sv "Rutin", "Id för rutinen som rapporten följer.";
            en "Routine", "Id of the routine that it follows.";
            eg "avvikelserutin";
        }

        optional nil: bool {
            sv "Inget att rapportera", "Fanns det inget att rapportera?";
            en "Nil", "Was there nothing to report?";
        }

        optional success_factors: String {
            sv "Framgångsfaktorer", "Vad som har gått bra och varför, i sammandrag.";
            en "Success factors", "What went well and why, in summary.";
            eg "Tidig kontakt mellan verksamheterna";
        }

        optional development_needs: String {
            sv "Utvecklingsbehov", "Vad som behöver utvecklas, i sammandrag.";
            en "Development needs", "What needs to be developed, in summary.";
            eg "Gemensam introduktion för nya chefer";
        }

        optional systemic_faults: String {
            sv "Systemfel", "Fel som beror på systemet och inte på enskilda, i sammandrag.";
            en "Systemic faults", "Faults that lie in the system and not in single persons, in summary.";
            eg "Ingen får besked när utskrivningen flyttas";
        }
    }
}
