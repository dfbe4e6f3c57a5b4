//! Readings (tolkningar): each unclear point of the documents as a named setting.
//!
//! The value in force stands in the charter. Which values there can be is code, because rules act on them.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::record::OrganisationKind;
use crate::report::Lang;

/// What kind of setting a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// A number, a day or a list.
    Value,
    /// One of named values.
    Switch(&'static [&'static str]),
    /// Explained, not changeable.
    Fixed,
}

/// A reading as people are told of it.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Its id, such as `A-19`.
    pub id: &'static str,
    /// Whether and how it can be changed.
    pub kind: ReadingKind,
    /// What it decides, in Swedish.
    pub sv: &'static str,
    /// What it decides, in English.
    pub en: &'static str,
}

impl Reading {
    /// What it decides.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// Declares the readings: the typed settings of a charter, and the table that people are shown.
macro_rules! readings {
    ($($id:literal $field:ident: $kind:ty, $how:expr, $sv:literal, $en:literal;)+) => {
        /// How unclear points of the documents are read.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Readings {
            $(
                #[doc = concat!($id, ": ", $en, ".")]
                #[serde(rename = $id)]
                pub $field: $kind,
            )+
        }

        /// Every reading, in the order of their ids.
        pub const READINGS: &[Reading] = &[$(Reading { id: $id, kind: $how, sv: $sv, en: $en }),+];
    };
}

/// Declares the values of a switch.
macro_rules! switch {
    ($($name:ident { $($value:ident),+ })+) => {
        $(
            #[doc = concat!("The values of the reading `", stringify!($name), "`.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "snake_case")]
            #[expect(missing_docs, reason = "the reading says what its values mean")]
            pub enum $name { $($value),+ }
        )+
    };
}

switch! {
    BoardMembers { PerBody, GroupChair, PerBodyTotal }
    RevisionAndUpdate { Separate, Same }
    FocusAreas { PrioritisedGoals }
    ExemptsFromRevision { EitherGroup, PoliticalGroup }
    ActivityPlanOwners { ThreeOwners, NosamOnly }
    PartyList { May, Must }
    NosamLevel { Local }
    ActivityPlans { AnyNumber, OnePerTargetGroup, ExactlyOne }
    Activities { Outside, Inside }
    NosamDecides { AllButReserved, OperationalOnly }
    LineImplementation { Duty, Recommendation }
    BareBoardNames { Boards }
    PresentIndicative { Duty }
    Units { PublicAndPrivate, PublicOnly }
    MasAndMar { OneIsEnough, Both }
    PrivateSide { Region, None, OwnSide }
    TermBasis { Anniversary, CalendarYear }
    ViceSide { Opposite, Any }
    WhoMayChair { OrdinaryWithSide, AnyoneButProcessLeader }
    ConsensusOf { OrdinaryWithSide, PresentOnly }
    AnchoringWindow { Inclusive, StrictlyBetween }
    AnchoringScope { Nosam, AllGroups }
    AnchoredInCoordinationGroup { Economic, All }
    DeviationReports { HalfYearly, WhenNeeded }
    Cadence { IsoWeeks, Days }
    MeetingTime { Scheduled }
    WholeMeeting { Duty, Advice }
    DeputyBan { Appointed, AppointedAndStandIns }
    ProcessLeader { Support }
    YearlyReports { YearlyAdvice, NoExistenceTest }
    PublicHealthCoordinator { OwnMunicipality, Any }
    Spelling { Aliases }
    ChairsInSteeringGroup { Allowed }
    SeveralSeats { Allowed }
}

readings! {
    "A-01" goals_valid_to: Day, ReadingKind::Value, "Sista dagen för de prioriterade målen (planen själv gäller till 2026-12-31)", "Last day of the validity of the prioritised goals (the plan itself runs to 2026-12-31)";
    "A-02" boards: Vec<String>, ReadingKind::Value, "De politiska organen (Lerum: ett organ eller två)", "The political boards (Lerum: one body, or two)";
    "A-03" board_members: BoardMembers, ReadingKind::Switch(&["per_body", "group_chair", "per_body_total"]), "Vad ordförande och valda räknas för", "What the chair and the elected are counted for";
    "A-04" revision_and_update: RevisionAndUpdate, ReadingKind::Switch(&["separate", "same"]), "Revidering och uppdatering", "Revision and update";
    "A-05" focus_areas: FocusAreas, ReadingKind::Fixed, "Fokusområdena är de fyra prioriterade målen; strategier krävs inte", "Focus areas are the four prioritised goals; strategies are not required";
    "A-06" exempts_from_revision: ExemptsFromRevision, ReadingKind::Switch(&["either_group", "political_group"]), "Vem som får undanta ett år från revidering", "Who may exempt a year from revision";
    "A-07" activity_plan_owners: ActivityPlanOwners, ReadingKind::Switch(&["three_owners", "nosam_only"]), "Vems aktivitetsplaner som krävs", "Whose activity plans are required";
    "A-08" party_list: PartyList, ReadingKind::Switch(&["may", "must"]), "Listan över parter: vilka som får, eller ska, vara med i samordningsgruppen", "Party list: who may, or who must, be in the coordination group";
    "A-09" nosam_level: NosamLevel, ReadingKind::Fixed, "NOSAM är lokal, en för varje kommun", "NOSAM is local, one a municipality";
    "A-10" activity_plans: ActivityPlans, ReadingKind::Switch(&["any_number", "one_per_target_group", "exactly_one"]), "Aktivitetsplaner i en NOSAM", "Activity plans of a NOSAM";
    "A-11" activities: Activities, ReadingKind::Switch(&["outside", "inside"]), "Aktiviteter utanför eller i planen", "Activities outside or inside the plan";
    "A-12" nosam_decides: NosamDecides, ReadingKind::Switch(&["all_but_reserved", "operational_only"]), "Ärenden som en NOSAM får besluta", "Matters a NOSAM may decide";
    "A-13" political_yearly: i64, ReadingKind::Value, "Minsta antal möten och uppföljningar i politiska samrådsgruppen under ett år", "Least number of held meetings and follow-ups of the political group in a year";
    "A-14" line_implementation: LineImplementation, ReadingKind::Switch(&["duty", "recommendation"]), "Genomförande i linjen", "Line implementation";
    "A-15" bare_board_names: BareBoardNames, ReadingKind::Fixed, "Regionhälsan och Sjukhusen i väster i listan över nämnder avser deras styrelser", "Regionhälsan and Sjukhusen i väster in the list of boards mean their boards";
    "A-16" present_indicative: PresentIndicative, ReadingKind::Fixed, "Presens som säger vem, vad eller hur många är en skyldighet", "Present indicative that names who, what or how many is a duty";
    "A-17" units: Units, ReadingKind::Switch(&["public_and_private", "public_only"]), "Vilka vårdcentraler och rehabenheter", "Which care centres and rehab units";
    "A-18" mas_and_mar: MasAndMar, ReadingKind::Switch(&["one_is_enough", "both"]), "MAS och/eller MAR", "MAS and/or MAR";
    "A-19" private_side: PrivateSide, ReadingKind::Switch(&["region", "none", "own_side"]), "Vilken sida en privat utförare enligt LOV hör till", "Side of a private provider under LOV";
    "A-20" term_basis: TermBasis, ReadingKind::Switch(&["anniversary", "calendar_year"]), "Utgångspunkt för mandatperioden på ett år", "Basis of the one-year term";
    "A-20.tolerance_days" term_tolerance_days: i64, ReadingKind::Value, "Dagar som en mandatperiod får avvika", "Days by which a term may differ";
    "A-21" vice_side: ViceSide, ReadingKind::Switch(&["opposite", "any"]), "Vice ordförandens sida", "Side of the vice chair";
    "A-22" who_may_chair: WhoMayChair, ReadingKind::Switch(&["ordinary_with_side", "anyone_but_process_leader"]), "Vem som får vara ordförande", "Who may be chair";
    "A-23" ex_officio_from: Day, ReadingKind::Value, "Första dagen då ordförande och vice ordförande i NOSAM sitter i samordningsgruppen", "First day on which NOSAM chairs and vice chairs sit in the coordination group";
    "A-24" private_representatives: i64, ReadingKind::Value, "Minsta antal företrädare för privata utförare i samordningsgruppen", "Least number of private representatives in the coordination group";
    "A-25" consensus_of: ConsensusOf, ReadingKind::Switch(&["ordinary_with_side", "present_only"]), "Vilka som räknas för konsensus", "Who counts for consensus";
    "A-26" anchoring_window: AnchoringWindow, ReadingKind::Switch(&["inclusive", "strictly_between"]), "När och var förankring sker", "Window and scope of anchoring";
    "A-26.scope" anchoring_scope: AnchoringScope, ReadingKind::Switch(&["nosam", "all_groups"]), "Vilka gruppers beslut som ska förankras", "Whose decisions are to be anchored";
    "A-27" anchored_in_coordination_group: AnchoredInCoordinationGroup, ReadingKind::Switch(&["economic", "all"]), "Vilka ärenden som förankras i samordningsgruppen", "Which matters are anchored in the coordination group";
    "A-28" deviation_reports: DeviationReports, ReadingKind::Switch(&["half_yearly", "when_needed"]), "Avvikelserapporter", "Deviation reports";
    "A-28.grace_days" deviation_grace_days: i64, ReadingKind::Value, "Dagar efter halvåret då avvikelserapporten senast lämnas", "Days after the half-year by which the deviation report is due";
    "A-29" cadence: Cadence, ReadingKind::Switch(&["iso_weeks", "days"]), "Mötestakt", "Meeting cadence";
    "A-30" meeting_time: MeetingTime, ReadingKind::Fixed, "Planerad tid, pauser inräknade", "Scheduled time, breaks included";
    "A-31" whole_meeting: WholeMeeting, ReadingKind::Switch(&["duty", "advice"]), "Deltagande under hela mötet", "Whole-meeting attendance";
    "A-32" publication_days: i64, ReadingKind::Value, "Anteckningar och listor ska vara klara till nästa hållna möte, eller så många dagar efter när det inte finns något", "Notes and lists are due by the next held meeting, or this many days after when there is none";
    "A-33" deputy_ban: DeputyBan, ReadingKind::Switch(&["appointed", "appointed_and_stand_ins"]), "Förbudet mot ersättare", "Ban on deputies";
    "A-34" theme_group_months: Option<u32>, ReadingKind::Value, "Längsta livslängd för en temagrupp i månader", "Longest life of a theme group in months";
    "A-35" process_leader: ProcessLeader, ReadingKind::Fixed, "Processledaren är ett neutralt stöd som fyller en egen plats", "The process leader is neutral support that fills its own seat";
    "A-36" yearly_reports: YearlyReports, ReadingKind::Switch(&["yearly_advice", "no_existence_test"]), "Återrapportering, utvärdering, uppföljning", "Reporting back, evaluation, follow-up";
    "A-37" municipal_operations: Vec<OrganisationKind>, ReadingKind::Value, "Kommunala verksamheter som var och en ska sända en chef", "Municipal operations that must each send a manager";
    "A-38" public_health_coordinator: PublicHealthCoordinator, ReadingKind::Switch(&["own_municipality", "any"]), "Folkhälsosamordnare", "Public-health coordinator";
    "A-39" spelling: Spelling, ReadingKind::Fixed, "Stavning: alias, jämförda utan skiftläge, bindestreck, mellanslag och accenter", "Spelling: aliases, compared without case, hyphens, spaces and accents";
    "A-40" first_revision_year: i32, ReadingKind::Value, "Första året som prövas för den årliga revideringen", "First year judged for the yearly revision";
    "A-42" chairs_in_steering_group: ChairsInSteeringGroup, ReadingKind::Fixed, "Ordförande i NOSAM får sitta i sin egen styrgrupp", "NOSAM chairs may sit in their own steering group";
    "A-43" several_seats: SeveralSeats, ReadingKind::Fixed, "En person får fylla flera platser; en anmärkning säger det", "One person may fill several seats; a remark says so";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Charter;

    #[test]
    fn every_value_of_a_switch_can_be_set_and_no_other() {
        let charter = Charter::samla_2023();
        for reading in READINGS {
            let ReadingKind::Switch(values) = reading.kind else { continue };
            for value in values {
                assert!(
                    charter.with_reading(reading.id, &(*value).into()).is_ok(),
                    "{} = {value}",
                    reading.id
                );
            }
            assert!(charter.with_reading(reading.id, &"otherwise".into()).is_err(), "{}", reading.id);
        }
    }

    #[test]
    fn there_are_42_readings_and_three_settings_beside_them() {
        assert_eq!(READINGS.iter().filter(|reading| !reading.id.contains('.')).count(), 42);
        assert_eq!(READINGS.len(), 45);
    }
}
