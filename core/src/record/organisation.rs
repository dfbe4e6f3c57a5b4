//! Organisation or unit (organisation, enhet): who sends representatives, and whose it is.

use super::{Id, ListedAs, OrganisationId, OrganisationNumber};
use crate::codes::{OrganisationKind, Principal, Provider};
use crate::described::object;

object! {
    Organisation, named: id [] [from] {
        sv "Organisation", "En organisation eller enhet som sänder företrädare.";
        en "Organisation", "An organisation or unit that sends representatives.";

        required id: Id {
            sv "Id", "Organisationens id, unikt i hela underlaget.";
            en "Id", "The organisation's id, unique in the whole record.";
            eg "vc-norr";
        }

        optional name: String {
            sv "Namn", "Organisationens namn.";
            en "Name", "The name of the organisation.";
            eg "Vårdcentralen Norr";
        }

        required kind: OrganisationKind {
            sv "Slag", "Vad för slags organisation det är.";
            en "Kind", "What kind of organisation it is.";
        }

        optional principal: Principal {
            sv "Huvudman", "Kommun eller region. Saknas den gäller huvudmannen för organisationen ovanför.";
            en "Principal", "Municipality or region. Absent: that of the organisation above it.";
        }

        optional provider: Provider {
            sv "Driftsform", "Offentlig eller privat enligt LOV. Saknas den är driften offentlig.";
            en "Provider", "Public, or private under LOV. Absent: public.";
        }

        optional municipality: String {
            sv "Kommunkod", "För en kommunal organisation kommunen som den tillhör, för en vårdcentral eller \
                rehabenhet kommunen där den ligger.";
            en "Municipality code", "Whose a municipal body is, or where a care centre or rehab unit lies.";
            eg "1489";
        }

        optional part_of: OrganisationId {
            sv "Ingår i", "Id för organisationen ovanför.";
            en "Part of", "Id of the organisation above it.";
            eg "narhalsan";
        }

        optional listed_as: ListedAs {
            sv "Står i listan som", "Organisationens kod i regelverkets listor över parter och nämnder. \
                Saknas den jämförs namnet.";
            en "Listed as", "Its entry in the charter's lists of parties and boards. Absent: matched by name.";
        }

        optional organisation_number: OrganisationNumber {
            sv "Organisationsnummer", "Tio siffror, gärna med bindestreck före de fyra sista. En enskild \
                firmas nummer är ett personnummer och tas inte emot.";
            en "Organisation number", "Ten digits, a hyphen before the last four allowed. That of a sole \
                trader is a personal identity number and is refused.";
        }

        optional hsa_id: String {
            sv "HSA-id", "Enhetens id i HSA-katalogen.";
            en "HSA-id", "The unit's id in the HSA directory.";
            eg "SE0000000000-A001";
        }

        optional period;
    }
}
