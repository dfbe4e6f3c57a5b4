//! Readings (tolkningar): each unclear point of the documents as a named setting.
//!
//! The value in force stands in the charter. Which values there can be is code, because rules act on them.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::codes::OrganisationKind;
use crate::described::object;
use crate::lang::{Both, Lang};

/// What kind of setting a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// A number, a day or a list.
    Value,
    /// One of named values.
    Switch(&'static [ReadingValue]),
    /// Explained, not changeable: the only value.
    Fixed(&'static [ReadingValue]),
}

/// A value of a reading with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingValue {
    /// Its code in a charter.
    pub code: &'static str,
    /// Its name.
    pub name: Both,
}

impl ReadingValue {
    /// Its name, and its code in backticks.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        format!("{} (`{}`)", self.name.of(lang), self.code)
    }
}

/// A reading as people are told of it.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Its id, such as `A-19`.
    pub id: &'static str,
    /// Whether and how it can be changed.
    pub kind: ReadingKind,
    /// What it decides.
    pub(crate) decides: Both,
}

impl Reading {
    /// What it decides.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &'static str {
        self.decides.of(lang)
    }

    /// The named values that it can have; none for a number, a day or a list.
    #[must_use]
    pub fn values(&self) -> &'static [ReadingValue] {
        match self.kind {
            ReadingKind::Value => &[],
            ReadingKind::Switch(values) | ReadingKind::Fixed(values) => values,
        }
    }
}

/// Declares the readings: the typed settings of a charter, and the table that people are shown.
macro_rules! readings {
    ($(
        $id:literal $field:ident: $how:ident $kind:ty, $sv:literal, $en:literal
        $(, unit $unit_sv:literal, $unit_en:literal)?;
    )+) => {
        object! {
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            pub struct Readings {
                sv "Tolkningar", "Hur oklara punkter i dokumenten tolkas.";
                en "Readings", "How unclear points of the documents are read.";

                $($how $field as $id: $kind {
                    sv $id, concat!($sv, ".");
                    en $id, concat!($en, ".");
                    $(unit $unit_sv, $unit_en;)?
                })+
            }
        }

        impl Readings {
            /// Sets a reading by its id; `None` when there is no such reading.
            pub(super) fn set(&mut self, id: &str, value: &serde_json::Value) -> Option<serde_json::Result<()>> {
                Some(match id {
                    $($id => Deserialize::deserialize(value).map(|value| self.$field = value),)+
                    _ => return None,
                })
            }
        }

        /// Every reading, in the order of their ids.
        pub const READINGS: &[Reading] = &[$(Reading {
            id: $id,
            kind: readings!(@$how $kind),
            decides: Both { sv: $sv, en: $en },
        }),+];
    };
    (@value $kind:ty) => { ReadingKind::Value };
    (@nullable $kind:ty) => { ReadingKind::Value };
    (@switch $kind:ty) => { ReadingKind::Switch(<$kind>::VALUES) };
    (@fixed $kind:ty) => { ReadingKind::Fixed(<$kind>::VALUES) };
}

/// Declares the values of a switch: code, value, Swedish and English name. None can be without a name.
macro_rules! switch {
    ($($name:ident { $($code:literal $value:ident $sv:literal $en:literal,)+ })+) => {
        $(
            #[doc = concat!("The values of the reading `", stringify!($name), "`.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
            pub enum $name {
                $(
                    #[doc = concat!($en, ".")]
                    #[serde(rename = $code)]
                    $value,
                )+
            }

            impl $name {
                const VALUES: &[ReadingValue] =
                    &[$(ReadingValue { code: $code, name: Both { sv: $sv, en: $en } }),+];
            }

            #[cfg(feature = "schema")]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    crate::codes::schema(Self::VALUES.iter().map(|it| (it.code, it.name)))
                }
            }
        )+
    };
}

switch! {
    BoardMembers {
        "per_body" PerBody
            "ordföranden och en eller två valda från varje organ"
            "the chair and one or two elected from each body",
        "group_chair" GroupChair
            "gruppens egen ordförande, och en eller två valda från varje organ"
            "the group's own chair, and one or two elected from each body",
        "per_body_total" PerBodyTotal
            "en eller två från varje organ, ordföranden inräknad"
            "one or two from each body, the chair included",
    }
    RevisionAndUpdate {
        "separate" Separate "två olika saker" "two different things",
        "same" Same "samma sak" "the same thing",
    }
    FocusAreas {
        "prioritised_goals" PrioritisedGoals "de prioriterade målen" "the prioritised goals",
    }
    ExemptsFromRevision {
        "either_group" EitherGroup
            "samordningsgruppen eller politiska samrådsgruppen"
            "the coordination group or the political group",
        "political_group" PoliticalGroup "bara politiska samrådsgruppen" "the political group only",
    }
    ActivityPlanOwners {
        "three_owners" ThreeOwners "samordningsgruppen och båda NOSAM" "the coordination group and both NOSAM",
        "nosam_only" NosamOnly "bara NOSAM" "NOSAM only",
    }
    PartyList {
        "may" May "de får vara med" "they may",
        "must" Must "de ska vara med" "they must",
    }
    NosamLevel {
        "local" Local "lokal" "local",
    }
    ActivityPlans {
        "any_number" AnyNumber "hur många som helst" "any number",
        "one_per_target_group" OnePerTargetGroup "en för varje målgrupp" "one for each target group",
        "exactly_one" ExactlyOne "exakt en" "exactly one",
    }
    Activities {
        "outside" Outside "utanför planen, i ett eget dokument" "outside the plan, in a document of their own",
        "inside" Inside "i själva planen" "inside the plan itself",
    }
    NosamDecides {
        "all_but_reserved" AllButReserved "alla utom de förbehållna" "all but those reserved",
        "operational_only" OperationalOnly "bara operativa" "operational ones only",
    }
    LineImplementation {
        "duty" Duty "en skyldighet" "a duty",
        "recommendation" Recommendation "en rekommendation" "a recommendation",
    }
    BareBoardNames {
        "boards" Boards "styrelserna" "the boards",
    }
    PresentIndicative {
        "duty" Duty "en skyldighet" "a duty",
    }
    Units {
        "public_and_private" PublicAndPrivate "offentliga och privata" "public and private ones",
        "public_only" PublicOnly "bara offentliga" "public ones only",
    }
    MasAndMar {
        "one_is_enough" OneIsEnough "en av dem räcker" "one of them is enough",
        "both" Both "båda krävs" "both are required",
    }
    PrivateSide {
        "region" Region "regionens sida" "the regional side",
        "none" None "ingen sida" "no side",
        "own_side" OwnSide "en egen sida" "a side of its own",
    }
    TermBasis {
        "anniversary" Anniversary "från dag till dag" "from day to day",
        "calendar_year" CalendarYear "kalenderår" "calendar year",
    }
    ViceSide {
        "opposite" Opposite "en annan än ordförandens" "another than the chair's",
        "any" Any "vilken som helst" "any",
    }
    WhoMayChair {
        "ordinary_with_side" OrdinaryWithSide
            "ordinarie ledamöter som hör till en sida"
            "ordinary members who belong to a side",
        "anyone_but_process_leader" AnyoneButProcessLeader
            "alla utom processledaren"
            "anyone but the process leader",
    }
    ConsensusOf {
        "ordinary_with_side" OrdinaryWithSide
            "alla ordinarie ledamöter som hör till en sida"
            "all ordinary members who belong to a side",
        "present_only" PresentOnly "bara de som är med på mötet" "only those who are present",
    }
    AnchoringWindow {
        "inclusive" Inclusive
            "från dagen då ärendet väcks till beslutsdagen, båda inräknade"
            "from the day of raising to the day of deciding, both included",
        "strictly_between" StrictlyBetween "bara dagarna mellan mötena" "only the days between the meetings",
    }
    AnchoringScope {
        "nosam" Nosam "bara beslut i NOSAM" "decisions of NOSAM only",
        "all_groups" AllGroups "beslut i alla grupper" "decisions of every group",
    }
    AnchoredInCoordinationGroup {
        "economic" Economic "bara ekonomiska ärenden" "economic matters only",
        "all" All "alla ärenden" "all matters",
    }
    DeviationReports {
        "half_yearly" HalfYearly "minst varje halvår" "every half-year at least",
        "when_needed" WhenNeeded "bara vid behov" "only when needed",
    }
    Cadence {
        "iso_weeks" IsoWeeks "räknad i kalenderveckor" "counted in calendar weeks",
        "days" Days "räknad i dagar" "counted in days",
    }
    MeetingTime {
        "scheduled" Scheduled "den planerade tiden" "the scheduled time",
    }
    WholeMeeting {
        "duty" Duty "en skyldighet" "a duty",
        "advice" Advice "ett råd" "advice",
    }
    DeputyBan {
        "appointed" Appointed "gäller utsedda ersättare" "concerns appointed deputies",
        "appointed_and_stand_ins" AppointedAndStandIns
            "gäller utsedda ersättare och tillfälliga vikarier"
            "concerns appointed deputies and casual stand-ins",
    }
    ProcessLeader {
        "support" Support "neutralt stöd" "neutral support",
    }
    YearlyReports {
        "yearly_advice" YearlyAdvice "ett råd: minst en om året" "advice: at least one a year",
        "no_existence_test" NoExistenceTest "det prövas inte om de finns" "whether they exist is not tested",
    }
    PublicHealthCoordinator {
        "own_municipality" OwnMunicipality "från den egna kommunen" "from the own municipality",
        "any" Any "från vilken kommun som helst" "from any municipality",
    }
    Spelling {
        "aliases" Aliases "alias" "aliases",
    }
    ChairsInSteeringGroup {
        "allowed" Allowed "tillåtet" "allowed",
    }
    SeveralSeats {
        "allowed" Allowed "tillåtet" "allowed",
    }
    AnchoringLevel {
        "organisation_or_above" OrganisationOrAbove
            "organisationen själv eller en ovanför den"
            "the organisation itself or one above it",
        "organisation" Organisation "bara organisationen själv" "the organisation itself only",
    }
}

readings! {
    "A-01" goals_valid_to: value Day,
        "Sista dagen för de prioriterade målen (planen själv gäller till 2026-12-31)",
        "Last day of the validity of the prioritised goals (the plan itself runs to 2026-12-31)";
    "A-02" boards: value Vec<String>,
        "De politiska organen (Lerum: ett organ eller två)",
        "The political boards (Lerum: one body, or two)";
    "A-03" board_members: switch BoardMembers,
        "Vad ordförande och valda räknas för",
        "What the chair and the elected are counted for";
    "A-04" revision_and_update: switch RevisionAndUpdate, "Revidering och uppdatering", "Revision and update";
    "A-05" focus_areas: fixed FocusAreas,
        "Fokusområdena är de fyra prioriterade målen; strategier krävs inte",
        "Focus areas are the four prioritised goals; strategies are not required";
    "A-06" exempts_from_revision: switch ExemptsFromRevision,
        "Vem som får undanta ett år från revidering",
        "Who may exempt a year from revision";
    "A-07" activity_plan_owners: switch ActivityPlanOwners,
        "Vems aktivitetsplaner som krävs",
        "Whose activity plans are required";
    "A-08" party_list: switch PartyList,
        "Listan över parter: vilka som får, eller ska, vara med i samordningsgruppen",
        "Party list: who may, or who must, be in the coordination group";
    "A-09" nosam_level: fixed NosamLevel,
        "NOSAM är lokal, en för varje kommun",
        "NOSAM is local, one a municipality";
    "A-10" activity_plans: switch ActivityPlans, "Aktivitetsplaner i en NOSAM", "Activity plans of a NOSAM";
    "A-11" activities: switch Activities,
        "Aktiviteter utanför eller i planen",
        "Activities outside or inside the plan";
    "A-12" nosam_decides: switch NosamDecides, "Ärenden som en NOSAM får besluta", "Matters a NOSAM may decide";
    "A-13" political_yearly: value i64,
        "Minsta antal möten och uppföljningar i politiska samrådsgruppen under ett år",
        "Least number of held meetings and follow-ups of the political group in a year";
    "A-14" line_implementation: switch LineImplementation, "Genomförande i linjen", "Line implementation";
    "A-15" bare_board_names: fixed BareBoardNames,
        "Regionhälsan och Sjukhusen i väster i listan över nämnder avser deras styrelser",
        "Regionhälsan and Sjukhusen i väster in the list of boards mean their boards";
    "A-16" present_indicative: fixed PresentIndicative,
        "Presens som säger vem, vad eller hur många är en skyldighet",
        "Present indicative that names who, what or how many is a duty";
    "A-17" units: switch Units, "Vilka vårdcentraler och rehabenheter", "Which care centres and rehab units";
    "A-18" mas_and_mar: switch MasAndMar, "MAS och/eller MAR", "MAS and/or MAR";
    "A-19" private_side: switch PrivateSide,
        "Vilken sida en privat utförare enligt LOV hör till",
        "Side of a private provider under LOV";
    "A-20" term_basis: switch TermBasis,
        "Utgångspunkt för mandatperioden på ett år",
        "Basis of the one-year term";
    "A-20.tolerance_days" term_tolerance_days: value i64,
        "Dagar som en mandatperiod får avvika",
        "Days by which a term may differ",
        unit "dagar", "days";
    "A-21" vice_side: switch ViceSide, "Vice ordförandens sida", "Side of the vice chair";
    "A-22" who_may_chair: switch WhoMayChair, "Vem som får vara ordförande", "Who may be chair";
    "A-23" ex_officio_from: value Day,
        "Första dagen då ordförande och vice ordförande i NOSAM sitter i samordningsgruppen",
        "First day on which NOSAM chairs and vice chairs sit in the coordination group";
    "A-24" private_representatives: value i64,
        "Minsta antal företrädare för privata utförare i samordningsgruppen",
        "Least number of private representatives in the coordination group";
    "A-25" consensus_of: switch ConsensusOf, "Vilka som räknas för konsensus", "Who counts for consensus";
    "A-26" anchoring_window: switch AnchoringWindow,
        "När och var förankring sker",
        "Window and scope of anchoring";
    "A-26.scope" anchoring_scope: switch AnchoringScope,
        "Vilka gruppers beslut som ska förankras",
        "Whose decisions are to be anchored";
    "A-27" anchored_in_coordination_group: switch AnchoredInCoordinationGroup,
        "Vilka ärenden som förankras i samordningsgruppen",
        "Which matters are anchored in the coordination group";
    "A-28" deviation_reports: switch DeviationReports, "Avvikelserapporter", "Deviation reports";
    "A-28.grace_days" deviation_grace_days: value i64,
        "Dagar efter halvåret då avvikelserapporten senast lämnas",
        "Days after the half-year by which the deviation report is due",
        unit "dagar", "days";
    "A-28.rest_days" deviation_rest_days: value i64,
        "Halvårets sista dagar som inte behöver täckas av en avvikelserapport, högst så många",
        "Last days of the half-year that no deviation report need cover, this many at most",
        unit "dagar", "days";
    "A-29" cadence: switch Cadence, "Mötestakt", "Meeting cadence";
    "A-30" meeting_time: fixed MeetingTime, "Planerad tid, pauser inräknade", "Scheduled time, breaks included";
    "A-31" whole_meeting: switch WholeMeeting, "Deltagande under hela mötet", "Whole-meeting attendance";
    "A-32" publication_days: value i64,
        "Anteckningar och listor ska vara klara så många dagar efter mötet, eller till nästa möte som kräver \
            anteckningar om det är senare",
        "Notes and lists are due this many days after the meeting, or by the next one that owes notes if later",
        unit "dagar", "days";
    "A-33" deputy_ban: switch DeputyBan, "Förbudet mot ersättare", "Ban on deputies";
    "A-34" theme_group_months: nullable Option<u32>,
        "Längsta livslängd för en temagrupp i månader",
        "Longest life of a theme group in months",
        unit "månader", "months";
    "A-35" process_leader: fixed ProcessLeader,
        "Processledaren är ett neutralt stöd som fyller en egen plats",
        "The process leader is neutral support that fills its own seat";
    "A-36" yearly_reports: switch YearlyReports,
        "Återrapportering, utvärdering, uppföljning",
        "Reporting back, evaluation, follow-up";
    "A-36.grace_days" yearly_grace_days: value i64,
        "Dagar efter årets slut då årets återrapportering, utvärdering och uppföljning senast lämnas",
        "Days after the end of the year by which its report back, evaluation and follow-up are due",
        unit "dagar", "days";
    "A-37" municipal_operations: value Vec<OrganisationKind>,
        "Kommunala verksamheter som var och en ska sända en chef",
        "Municipal operations that must each send a manager";
    "A-38" public_health_coordinator: switch PublicHealthCoordinator,
        "Folkhälsosamordnare",
        "Public-health coordinator";
    "A-39" spelling: fixed Spelling,
        "Stavning: alias, jämförda utan skiftläge, bindestreck, mellanslag och accenter",
        "Spelling: aliases, compared without case, hyphens, spaces and accents";
    "A-40" first_revision_year: value i32,
        "Första året som prövas för den årliga revideringen",
        "First year judged for the yearly revision";
    "A-42" chairs_in_steering_group: fixed ChairsInSteeringGroup,
        "Ordförande i NOSAM får sitta i sin egen styrgrupp",
        "NOSAM chairs may sit in their own steering group";
    "A-43" several_seats: fixed SeveralSeats,
        "En person får fylla flera platser; en anmärkning säger det",
        "One person may fill several seats; a remark says so";
    "A-44" complete_days: value i64,
        "Dagar som prövningens dag får ligga efter den senaste dagen i underlaget för att det ska vara \
            fullständigt dit, när dess slut inte är angivet",
        "Days that the as-of day may lie after the youngest recorded day for the record to be complete until \
            then, when `complete_to` is not given",
        unit "dagar", "days";
    "A-45" anchoring_level: switch AnchoringLevel,
        "I vilken organisation ett ärende ska ha förankrats",
        "In which organisation a matter must have been anchored";
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
                    charter.with_reading(reading.id, &value.code.into()).is_ok(),
                    "{} = {}",
                    reading.id,
                    value.code
                );
            }
            assert!(charter.with_reading(reading.id, &"otherwise".into()).is_err(), "{}", reading.id);
        }
    }

    #[test]
    fn names_of_values_differ_and_end_without_a_full_stop() {
        for reading in READINGS {
            let values = reading.values();
            for (place, value) in values.iter().enumerate() {
                for name in [value.name.sv, value.name.en] {
                    assert!(!name.is_empty() && !name.ends_with('.'), "{}: {name}", reading.id);
                }
                let same =
                    |other: &ReadingValue| other.name.sv == value.name.sv || other.name.en == value.name.en;
                assert!(!values[..place].iter().any(same), "{}: {}", reading.id, value.code);
            }
        }
    }

    #[test]
    fn there_are_44_readings_and_five_settings_beside_them() {
        assert_eq!(READINGS.iter().filter(|reading| !reading.id.contains('.')).count(), 44);
        assert_eq!(READINGS.len(), 49);
    }
}
