//! The code lists of the record, with their labels.
//!
//! Codes are snake_case English; what people read are the labels.

mod spelling;

use std::str::FromStr;

use crate::lang::{Both, Lang};
use crate::words::Param;

pub use spelling::{NamedCode, UnknownCode, same_spelling};
pub(crate) use spelling::{Spelt, bare, letters_apart};

/// A list of codes, each with its name in both languages.
pub trait Code: Copy + PartialEq + 'static {
    /// Every code, in the order of the record's description.
    const ALL: &[Self];

    /// The code as it stands in a record.
    fn code(self) -> &'static str;

    /// Its name for people.
    fn label(self, lang: Lang) -> &'static str;

    /// What people call it besides, in minutes and rosters.
    fn aliases(self) -> &'static [&'static str];
}

impl<C: Code> From<C> for Param {
    fn from(code: C) -> Self {
        let Both { sv, en } = Both::each(|lang| code.label(lang).into());
        Self::Code { code: code.code().into(), sv, en }
    }
}

/// The code that a text is.
pub(crate) fn of<C: Code>(text: &str) -> Result<C, UnknownCode> {
    C::ALL.iter().copied().find(|known| known.code() == text).ok_or_else(|| {
        let spelt = |known: &C| Spelt {
            code: known.code(),
            label: Both::each(|lang| known.label(lang)),
            aliases: known.aliases().to_vec(),
        };
        UnknownCode::among(text, C::ALL.iter().map(spelt))
    })
}

/// The schema of a text that is one of these codes, each with its name.
#[cfg(feature = "schema")]
pub(crate) fn schema<N: serde::Serialize>(codes: impl Iterator<Item = (N, Both<N>)>) -> schemars::Schema {
    let one =
        |(code, Both { sv, en })| serde_json::json!({"const": code, "title": en, "x-sv": {"title": sv}});
    schemars::json_schema!({"type": "string", "oneOf": codes.map(one).collect::<Vec<_>>()})
}

/// Declares a list of codes, each with its label in both languages.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            $($code:literal $variant:ident $sv:literal $en:literal $([$($alias:literal),+])?,)+
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`: ", $en, " (", $sv, ").")] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the record's description.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as it stands in a record.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Its name for people.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                *match self { $(Self::$variant => Both { sv: $sv, en: $en }),+ }.of(lang)
            }
        }

        impl Code for $name {
            const ALL: &[Self] = Self::ALL;

            fn code(self) -> &'static str {
                self.code()
            }

            fn label(self, lang: Lang) -> &'static str {
                self.label(lang)
            }

            fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($alias),+)?]),+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                of(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                of(&text).map_err(serde::de::Error::custom)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schema(Self::ALL.iter().map(|it| (it.code(), Both::each(|lang| it.label(lang)))))
            }
        }
    )+};
}

codes! {
    /// Slag av organisation.
    #[non_exhaustive]
    OrganisationKind {
        "care_centre" CareCentre "Vårdcentral" "Care centre",
        "rehab_unit" RehabUnit "Rehabenhet" "Rehab unit",
        "municipal_primary_care" MunicipalPrimaryCare "Kommunal primärvård" "Municipal primary care",
        "social_services" SocialServices "Socialtjänst" "Social services",
        "pupil_health" PupilHealth "Elevhälsa" "Pupil health",
        "municipal_administration" MunicipalAdministration "Kommunal förvaltning" "Municipal administration",
        "municipal_service" MunicipalService "Kommunal verksamhet" "Municipal service",
        "dental_care" DentalCare "Tandvård" "Dental care",
        "hospital" Hospital "Sjukhus" "Hospital",
        "regional_primary_care" RegionalPrimaryCare "Regional primärvård" "Regional primary care",
        "regionhalsan" Regionhalsan "Regionhälsan" "Regionhälsan",
        "habilitation_and_health" HabilitationAndHealth "Habilitering och hälsa" "Habilitation and health",
        "regional_administration" RegionalAdministration "Regional förvaltning" "Regional administration",
        "political_board" PoliticalBoard "Politisk nämnd eller styrelse" "Political board",
        "user_organisation" UserOrganisation "Brukarorganisation" "User organisation",
        "support_office" SupportOffice "Stödkansli" "Support office",
        "other" Other "Annan" "Other",
    }

    /// Huvudman.
    #[non_exhaustive]
    Principal {
        "municipality" Municipality "kommun" "municipality",
        "region" Region "region" "region",
        "none" None "ingen" "none",
    }

    /// Driftsform.
    #[non_exhaustive]
    Provider {
        "public" Public "offentlig" "public",
        "private_lov" PrivateLov "privat enligt LOV" "private under LOV",
    }

    /// Slag av grupp.
    #[non_exhaustive]
    GroupKind {
        "nosam" Nosam "NOSAM" "NOSAM",
        "coordination_group" CoordinationGroup "samordningsgrupp" "coordination group",
        "political_group" PoliticalGroup "politisk samrådsgrupp" "political group",
        "theme_group" ThemeGroup "temagrupp" "theme group",
    }

    /// Funktion.
    #[non_exhaustive]
    MemberFunction {
        "operations_manager" OperationsManager "verksamhetschef" "operations manager"
            ["vårdcentralschef", "vårdcentralchef", "vc-chef", "rehabchef", "head of operations",
                "health-centre manager"],
        "unit_manager" UnitManager "enhetschef" "unit manager" ["head of unit", "unit head"],
        "department_manager" DepartmentManager "avdelningschef" "department manager"
            ["head of department", "department head"],
        "care_unit_manager" CareUnitManager "vårdenhetschef" "care-unit manager" ["head of care unit"],
        "clinic_manager" ClinicManager "klinikchef" "clinic manager" ["tandklinikchef", "head of clinic"],
        "other_manager" OtherManager "annan chef" "other manager"
            ["områdeschef", "verksamhetsområdeschef", "sektionschef", "rektor", "elevhälsochef",
                "principal", "head teacher"],
        "head_of_administration" HeadOfAdministration "förvaltningschef" "head of administration"
            ["socialchef", "socialdirektör", "förvaltningsdirektör", "sjukhusdirektör", "omsorgschef",
                "vård- och omsorgschef", "sektorchef", "sektorschef", "director of administration"],
        "mas" Mas "MAS" "MAS"
            ["medicinskt ansvarig sjuksköterska", "medicinsk ansvarig sjuksköterska",
                "medicinskt ansvarig sjuksköterska (MAS)", "medically responsible nurse"],
        "mar" Mar "MAR" "MAR"
            ["medicinskt ansvarig för rehabilitering", "medicinsk ansvarig för rehabilitering",
                "medicinskt ansvarig rehabilitering", "medicinskt ansvarig för rehabilitering (MAR)",
                "medically responsible for rehabilitation"],
        "mla" Mla "MLA" "MLA"
            ["medicinskt ledningsansvar", "medicinskt ledningsansvar (MLA)",
                "medicinskt ledningsansvar inom skolhälsovården", "medicinskt ledningsansvarig",
                "medicinskt ledningsansvarig (MLA)", "medicinskt ledningsansvarig inom elevhälsan"],
        "public_health_coordinator" PublicHealthCoordinator "folkhälsosamordnare" "public-health coordinator"
            ["folkhälsostrateg", "folkhälsoplanerare", "folkhälsoutvecklare", "public-health strategist"],
        "process_leader" ProcessLeader "processledare" "process leader" ["processledare NOSAM", "process manager"],
        "subregional_coordinator" SubregionalCoordinator "delregional samordnare" "sub-regional coordinator"
            ["delregional koordinator", "delregional samordnare SAMLA"],
        "nsph_representative" NsphRepresentative "företrädare för NSPH" "NSPH representative"
            ["NSPH", "representant för NSPH", "NSPH-representant", "representant NSPH", "NSPH-företrädare"],
        "board_chair" BoardChair "nämndens ordförande" "chair of the board"
            ["ordförande", "ordf.", "nämndordförande", "styrelseordförande", "styrelsens ordförande", "board chair"],
        "board_vice_chair" BoardViceChair "nämndens vice ordförande" "vice chair of the board"
            ["vice ordförande", "vice ordf.", "v. ordf.", "1:e vice ordförande", "1:e vice ordf.",
                "förste vice ordförande", "2:e vice ordförande", "2:e vice ordf.", "andre vice ordförande",
                "vice nämndordförande", "vice styrelseordförande", "board vice chair"],
        "elected_representative" ElectedRepresentative "vald representant" "elected representative"
            ["ledamot", "ordinarie ledamot", "förtroendevald", "förtroendevalda", "vald ledamot", "nämndledamot",
                "board member", "elected member"],
        "social_coordinator" SocialCoordinator "socialt ansvarig samordnare" "social coordinator"
            ["SAS", "socialt ansvarig samordnare (SAS)"],
        "other" Other "annan funktion" "other function",
    }

    /// Ställning i gruppen.
    #[non_exhaustive]
    MemberStatus {
        "ordinary" Ordinary "ordinarie" "ordinary" ["ordinarie ledamot", "ledamot"],
        "co_opted" CoOpted "adjungerad" "co-opted" ["adj.", "adjungerad ledamot"],
        "support" Support "stöd" "support" ["stödfunktion", "stödperson"],
        "deputy" Deputy "ersättare" "deputy" ["ers.", "suppleant", "substitute"],
    }

    /// Särskild kategori.
    #[non_exhaustive]
    MemberCategory {
        "user" User "brukare" "user",
    }

    /// Uppdrag i gruppens ledning.
    #[non_exhaustive]
    OfficeKind {
        "chair" Chair "ordförande" "chair" ["ordf."],
        "vice_chair" ViceChair "vice ordförande" "vice chair"
            ["vice ordf.", "v. ordf.", "1:e vice ordförande", "förste vice ordförande"],
    }

    /// Slag av möte.
    #[non_exhaustive]
    MeetingKind {
        "ordinary" Ordinary "ordinarie möte" "ordinary meeting",
        "extra" Extra "extra möte" "extra meeting" ["extrainsatt möte", "extramöte"],
        "check_in" CheckIn "kort avstämning" "check-in" ["avstämning", "avstämningsmöte", "telefonavstämning"],
        "planning" Planning "planeringsdag" "planning day" ["planeringsmöte"],
        "joint" Joint "gemensamt möte" "joint meeting" ["gemensamt NOSAM"],
    }

    /// Läge.
    #[non_exhaustive]
    MeetingStatus {
        "planned" Planned "planerat" "planned" ["inplanerat", "inbokat"],
        "held" Held "hållet" "held" ["genomfört", "avhållet"],
        "cancelled" Cancelled "inställt" "cancelled" ["inställd", "avbokat", "canceled"],
    }

    /// Slag av ärende.
    #[non_exhaustive]
    MatterKind {
        "operational" Operational "operativ fråga" "operational matter",
        "direction" Direction "inriktningsbeslut" "direction",
        "overarching_strategic" OverarchingStrategic "övergripande strategisk fråga" "overarching strategic matter",
        "collaboration_document" CollaborationDocument "samverkansdokument" "collaboration document",
        "other" Other "annan fråga" "other matter",
    }

    /// Ståndpunkt.
    #[non_exhaustive]
    Position {
        "supports" Supports "stöder" "supports",
        "opposes" Opposes "motsätter sig" "opposes",
        "abstains" Abstains "avstår" "abstains",
    }

    /// Beslutsform.
    #[non_exhaustive]
    DecisionForm {
        "consensus" Consensus "konsensus" "consensus",
        "unanimous_vote" UnanimousVote "enhällig omröstning" "unanimous vote",
        "majority_vote" MajorityVote "omröstning med majoritet" "majority vote",
    }

    /// Slag av invändning.
    #[non_exhaustive]
    ObjectionKind {
        "objection" Objection "invändning" "objection",
        "reservation" Reservation "reservation" "reservation",
        "abstention" Abstention "nedlagd röst" "abstention",
    }

    /// Slag av ändring.
    #[non_exhaustive]
    RevisionKind {
        "revision" Revision "revidering" "revision",
        "update" Update "uppdatering" "update",
    }

    /// Läge.
    #[non_exhaustive]
    ActivityPlanStatus {
        "draft" Draft "utkast" "draft",
        "adopted" Adopted "fastställd" "adopted",
    }

    /// Läge för en aktivitet.
    #[non_exhaustive]
    ActivityStatus {
        "proposed" Proposed "föreslagen" "proposed",
        "decided" Decided "beslutad" "decided",
        "ongoing" Ongoing "pågående" "ongoing",
        "done" Done "genomförd" "done",
        "dropped" Dropped "struken" "dropped",
    }

    /// Slag av rapport.
    #[non_exhaustive]
    ReportKind {
        "deviation" Deviation "avvikelserapport" "deviation report",
        "report_back" ReportBack "återrapportering" "report back",
        "evaluation" Evaluation "utvärdering" "evaluation",
        "follow_up" FollowUp "uppföljning" "follow-up",
    }

    /// What `organisations` may hold every one of.
    #[non_exhaustive]
    CompleteKind {
        "care_centre" CareCentre "vårdcentraler" "care centres",
        "rehab_unit" RehabUnit "rehabenheter" "rehab units",
        "private_lov" PrivateLov "privata utförare enligt LOV" "private providers under LOV",
    }

    /// What was published.
    #[non_exhaustive]
    PublicationKind {
        "member_list" MemberList "lista över representanter" "list of representatives",
        "other" Other "annat" "other",
    }

    /// Which side of the collaboration somebody is on, private providers perhaps on one of their own.
    Side {
        "municipality" Municipality "kommunens sida" "the municipal side",
        "region" Region "regionens sida" "the regional side",
        "private" Private "de privata utförarnas sida" "the side of private providers",
        "none" None "ingen sida" "no side",
    }

    /// What a clause is: somebody must, should or may, what something is, or what is striven for.
    Modality {
        "obligation" Obligation "skyldighet" "obligation",
        "recommendation" Recommendation "rekommendation" "recommendation",
        "permission" Permission "tillåtelse" "permission",
        "definition" Definition "definition" "definition",
        "aim" Aim "mål" "aim",
    }

    /// Hur allvarlig en iakttagelse är, från lindrigast till värst.
    Severity {
        "info" Info "anmärkning" "remark",
        "advice" Advice "råd" "advice",
        "warning" Warning "varning" "warning",
        "error" Error "fel" "error",
    }

    /// Utfall, från lindrigast till värst.
    Outcome {
        "not_applicable" NotApplicable "berörs inte" "not concerned",
        "not_due" NotDue "inte aktuell ännu" "not due yet",
        "holds" Holds "håller" "holds",
        "undetermined" Undetermined "kan inte avgöras" "cannot be told",
        "waived" Waived "beslutat avsteg" "waived",
        "broken" Broken "bruten" "broken",
    }
}
