//! The seats of each kind of group, and how many there must be.

use serde::{Deserialize, Serialize};

use super::{Between, Dated};
use crate::codes::{
    GroupKind, MemberFunction, MemberStatus, OfficeKind, OrganisationKind, Principal, Provider,
};
use crate::described::object;
use crate::lang::Both;

object! {
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct Seat {
        sv "Plats", "Vem som ska ha plats i ett slags grupp.";
        en "Seat", "Who must sit in a kind of group.";

        required rule: String {
            sv "Regel", "Regeln som prövar det.";
            en "Rule", "The rule that judges it.";
        }

        required group: GroupKind {
            sv "Slag av grupp", "Slaget av grupp som platsen finns i.";
            en "Kind of group", "The kind of group.";
        }

        required name: Both<String> {
            sv "Namn", "Vad platsen kallas i iakttagelser, i bestämd form där språket har en sådan.";
            en "Name", "What it is called in findings, in the definite form where the language has one.";
        }

        required quota: Quota {
            sv "Kvot", "Hur många som behövs.";
            en "Quota", "How many are needed.";
        }

        required functions: Vec<MemberFunction> {
            sv "Funktioner", "Funktionerna som fyller platsen.";
            en "Functions", "Functions that fill it.";
        }

        optional other_managers: bool {
            sv "Andra chefer", "Får en annan chefstitel fylla platsen, med en varning?";
            en "Other managers", "May another manager's title fill it, with a warning?";
        }

        optional by_mandate: bool {
            sv "Genom mandat", "Fyller en förvaltningschefs mandat platsen, vilken funktionen än är?";
            en "By mandate", "Does the mandate of a head of administration fill it, whatever the function?";
        }

        #[serde(default = "ordinary", skip_serializing_if = "is_ordinary")]
        defaulted statuses: Vec<MemberStatus> {
            sv "Ställningar", "Ställningarna som fyller platsen.";
            en "Statuses", "Statuses that fill it.";
        }

        optional organisations: Vec<OrganisationKind> {
            sv "Organisationer", "De slag av organisationer som fyller platsen. Är listan tom duger alla.";
            en "Organisations", "Kinds of organisations that fill it. An empty list: any.";
        }

        optional party: Option<String> {
            sv "Part", "Posten i listan över parter som ska vara företrädd.";
            en "Party", "The entry in the list of parties that must be represented.";
        }

        optional own_municipality: bool {
            sv "Egen kommun", "Måste organisationen höra till gruppens egen kommun?";
            en "Own municipality", "Must the organisation be the group's own municipality's?";
        }

        optional side: Option<Principal> {
            sv "Sida", "Sidan som organisationen måste höra till.";
            en "Side", "The side that the organisation must be on.";
        }

        optional provider: Option<Provider> {
            sv "Driftsform", "Driftsformen som organisationen måste ha.";
            en "Provider", "The form of provision that the organisation must have.";
        }

        optional target_groups: Vec<String> {
            sv "Målgrupper", "Målgrupperna som ledamotskapet är begränsat till. Är listan tom är det inte \
                begränsat.";
            en "Target groups", "The target groups that the membership is limited to. An empty list: it is not \
                limited.";
        }

        optional valid: Dated {
            sv "Gäller", "När platsen gäller.";
            en "In force", "When it is in force.";
        }
    }
}

fn ordinary() -> Vec<MemberStatus> {
    vec![MemberStatus::Ordinary]
}

fn is_ordinary(statuses: &[MemberStatus]) -> bool {
    statuses == [MemberStatus::Ordinary]
}

object! {
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub enum Quota {
        sv "Kvot", "Hur många som måste finnas på en plats.";
        en "Quota", "How many of a seat there must be.";

        EachUnit(OrganisationKind) as "each_unit" {
            sv "För varje enhet", "En för varje enhet av det här slaget i kommunen.";
            en "For each unit", "One for each unit of this kind in the municipality.";
        }

        EachMunicipality as "each_municipality" {
            sv "För varje kommun", "En för varje kommun.";
            en "For each municipality", "One for each municipality.";
        }

        AtLeast(usize) as "at_least" {
            sv "Minst", "Minst så många.";
            en "At least", "At least so many.";
        }

        Between(Between) as "between" {
            sv "Mellan", "Så många. Båda ändarna räknas med.";
            en "Between", "So many, both ends included.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct ExOfficio {
        sv "Självskrivna platser", "Platser i ett slags grupp som tillhör dem som har uppdrag i ett annat.";
        en "Ex officio seats", "Seats in one kind of group that belong to the holders of offices in another.";

        required rule: String {
            sv "Regel", "Regeln som prövar dem.";
            en "Rule", "The rule that judges them.";
        }

        required of: GroupKind {
            sv "Uppdrag i", "Slaget av grupp där uppdragen finns.";
            en "Of", "The kind of group that holds the offices.";
        }

        required offices: Vec<OfficeKind> {
            sv "Uppdrag", "Uppdragen.";
            en "Offices", "The offices.";
        }

        required group: GroupKind {
            sv "Slag av grupp", "Slaget av grupp där platserna finns.";
            en "Kind of group", "The kind of group that holds the seats.";
        }
    }
}
