//! Organisation or unit (organisation, enhet): who sends representatives, and whose it is.

use super::field::{Key, KeyOf};
use super::{
    Expected, Field, Flaw, Id, Known, ListedAs, OrganisationId, OrganisationNumber, Problem, Read, Ref,
    UnknownKey, View,
};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Slag av organisation.
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
}

codes! {
    /// Huvudman.
    Principal {
        "municipality" Municipality "kommun" "municipality",
        "region" Region "region" "region",
        "none" None "ingen" "none",
    }
}

codes! {
    /// Driftsform.
    Provider {
        "public" Public "offentlig" "public",
        "private_lov" PrivateLov "privat enligt LOV" "private under LOV",
    }
}

object! {
    /// Organisation eller enhet.
    Organisation, after: after {
        /// Its id.
        required id: Id,
        /// Namn.
        optional name: String,
        /// Slag.
        required kind: OrganisationKind,
        /// Huvudman; absent: that of the organisation above it.
        optional principal: Principal,
        /// Driftsform; absent: public.
        optional provider: Provider,
        /// Kommunkod: whose a municipal body is, or where a care centre or rehab unit lies.
        optional municipality: String,
        /// The organisation above it.
        optional part_of: OrganisationId,
        /// Its entry in the charter's list of parties or boards; absent: matched by name.
        optional listed_as: ListedAs,
        /// Organisationsnummer.
        optional organisation_number: OrganisationNumber,
        /// HSA-id.
        optional hsa_id: String,
        /// First day.
        optional from: Day,
        /// Last day, included.
        optional to: Day,
    }
}

fn after(organisation: &mut Organisation, _: &Known<'_>) {
    super::plan::in_order(&organisation.from, &mut organisation.to);
}
