//! How the groups work: chair, meetings, reserved matters, foundation, deadlines.

use serde::{Deserialize, Serialize};

use super::Between;
use crate::codes::{GroupKind, MatterKind, MemberFunction, OfficeKind, Principal};
use crate::described::object;

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Chair {
        sv "Ordförandeskap", "Ordförandeskapet i en NOSAM.";
        en "Chair", "The chair of a NOSAM.";

        required sides: Vec<Principal> {
            sv "Sidor", "Sidorna som får ha ordförandeskapet, turvis när de är flera.";
            en "Sides", "The sides that may hold the chair, in turn when there are several.";
        }

        required term_months: u32 {
            sv "Mandatperiod", "Mandatperiodens längd i månader.";
            en "Term", "Length of a term in months.";
            unit "månader", "months";
        }

        required vice_takes_over: bool {
            sv "Vice ordförande tar över", "Tar vice ordföranden över?";
            en "Vice chair takes over", "Does the vice chair take over?";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Meetings {
        sv "Möten", "När och hur NOSAM möts.";
        en "Meetings", "When and how NOSAM meets.";

        required minutes: Between {
            sv "Längd", "Mötets längd i minuter.";
            en "Length", "Length in minutes.";
            unit "minuter", "minutes";
        }

        required weeks: Between {
            sv "Avstånd", "Avståndet mellan möten i ISO-veckor.";
            en "Distance", "Distance in ISO weeks.";
            unit "ISO-veckor", "ISO weeks";
        }

        required whole_meeting_offices: Vec<OfficeKind> {
            sv "Uppdrag under hela mötet", "Uppdragen vars innehavare är med under hela mötet.";
            en "Offices for the whole meeting", "Offices whose holders attend the whole meeting.";
        }

        required whole_meeting_functions: Vec<MemberFunction> {
            sv "Funktioner under hela mötet", "Funktionerna som är med under hela mötet.";
            en "Functions for the whole meeting", "Functions that attend the whole meeting.";
        }

        required whole_meeting_tolerance: i64 {
            sv "Tolerans", "Hur många minuter som högst får saknas.";
            en "Tolerance", "Minutes that may be missing at the most.";
            unit "minuter", "minutes";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Reserved {
        sv "Förbehållna ärenden", "De slag av ärenden som en annan grupp än NOSAM beslutar.";
        en "Reserved matters", "Kinds of matters that another group than NOSAM decides.";

        required to: GroupKind {
            sv "Beslutas av", "Slaget av grupp som beslutar dem.";
            en "To", "Who decides them.";
        }

        required kinds: Vec<MatterKind> {
            sv "Slag", "Slagen av ärenden.";
            en "Kinds", "Kinds of matters.";
        }

        required economic: bool {
            sv "Ekonomiska", "Gäller det även ekonomiska ärenden?";
            en "Economic", "Economic matters, too?";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Foundation {
        sv "Grund", "Det politiska beslut som planen vilar på.";
        en "Foundation", "The political decision that the plan rests on.";

        required by: GroupKind {
            sv "Av", "Slaget av grupp som beslutade.";
            en "By", "Who decided.";
        }

        required year: i32 {
            sv "År", "Året för beslutet.";
            en "Year", "In which year.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Deadlines {
        sv "Tidsfrister", "Tidsfrister i dagar som ingen tolkning nämner.";
        en "Deadlines", "Days of grace that no reading names.";

        required new_unit: i64 {
            sv "Ny enhet", "Dagar från det att en enhet öppnar då dess plats får vara tom.";
            en "New unit", "Days from the opening of a unit in which its seat may be empty.";
            unit "dagar", "days";
        }

        required activity_plan: i64 {
            sv "Aktivitetsplan", "Dagar från fastställandet till det att en aktivitetsplan ska vara publicerad.";
            en "Activity plan", "Days from adoption in which an activity plan is published.";
            unit "dagar", "days";
        }

        nullable member_list: Option<i64> {
            sv "Ledamotslista", "Dagar efter en ändring då gruppens publicerade lista får vara inaktuell. Saknas \
                de blir det en anmärkning.";
            en "Member list", "Days after a change in which a group's published list may be out of date. Absent: \
                that is a remark.";
            unit "dagar", "days";
        }
    }
}
