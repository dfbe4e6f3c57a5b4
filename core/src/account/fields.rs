//! What the fields of a record are called by people.

use crate::lang::Lang;
use crate::names::shown;
use crate::path::{Pointer, Token};
use crate::say;

/// Key, Swedish, English.
const FIELDS: &[(&str, &str, &str)] = &[
    ("about", "vilka grupper underlaget handlar om", "which groups the record is about"),
    ("activities", "aktiviteter", "activities"),
    ("activity_plans", "aktivitetsplaner", "activity plans"),
    ("adopted_on", "dagen då den antogs", "the day of adoption"),
    ("adoptions", "antaganden", "adoptions"),
    ("anchoring_waived", "varför förankring inte behövdes", "why no anchoring was needed"),
    ("anchorings", "förankringar", "anchorings"),
    ("appointed_by", "vem som har utsett", "who appointed"),
    ("appointed_on", "dagen då någon utsågs", "the day of appointment"),
    ("assignment", "uppdrag", "assignment"),
    ("attendance", "närvaro", "attendance"),
    ("blocks", "vilka målgrupper mötet gällde", "the target groups that met"),
    ("category", "särskild kategori", "category"),
    ("closed_on", "dagen då gruppen avslutades", "the day of closing"),
    ("common", "om ärendet rör flera huvudmän", "whether the matter concerns several principals"),
    ("complete", "om alla enheter är uppräknade", "whether every unit is listed"),
    ("complete_from", "från vilken dag underlaget är fullständigt", "from which day the record is complete"),
    ("contains_activities", "om planen innehåller aktiviteter", "whether the plan contains activities"),
    ("decided_by", "vem som har beslutat", "who decided"),
    ("decision", "beslut", "decision"),
    ("development_needs", "utvecklingsbehov", "development needs"),
    ("document", "dokument", "document"),
    ("economic", "om ärendet är av ekonomisk karaktär", "whether the matter is of an economic character"),
    ("elected_by", "vem som har valt", "who elected"),
    ("elected_on", "dagen för valet", "the day of election"),
    ("end", "mötets slut", "the end of the meeting"),
    ("everyone", "om alla har förankrat", "whether everyone anchored"),
    ("exemptions", "undantag från revidering", "exemptions from revision"),
    ("followed_up_on", "dagen för uppföljning", "the day of follow-up"),
    ("form", "beslutsform", "form of decision"),
    ("foundation", "grundbeslut", "founding decision"),
    ("from", "första dag", "first day"),
    ("from_group", "från vilken grupp", "from which group"),
    ("function", "funktion", "function"),
    ("functions", "funktioner", "functions"),
    ("goals", "mål", "goals"),
    ("group", "grupp", "group"),
    ("groups", "grupper", "groups"),
    ("hsa_id", "HSA-id", "HSA id"),
    ("id", "id", "id"),
    ("implementation", "genomförande", "implementation"),
    ("informed", "vilka som har informerats", "who was informed"),
    ("introduced_on", "dagen då den infördes", "the day of introduction"),
    ("kind", "slag", "kind"),
    ("linked_to", "vilken aktivitet eller vilket ärende det gäller", "the activity or matter"),
    ("listed_as", "post i regelverkets lista", "entry in the charter's list"),
    ("mandate", "beslutsmandat", "mandate to decide"),
    ("matters", "ärenden", "matters"),
    ("meeting", "möte", "meeting"),
    ("meetings", "möten", "meetings"),
    ("members", "ledamöter", "members"),
    ("municipality", "kommun", "municipality"),
    ("name", "namn", "name"),
    ("need", "behov", "need"),
    ("nil", "om det inte fanns något att rapportera", "whether there was nothing to report"),
    ("notes", "minnesanteckningar", "notes"),
    ("objections", "invändningar", "objections"),
    ("office", "uppdrag som ordförande eller vice", "chair or vice chair"),
    ("offices", "ordförande och vice ordförande", "chair and vice chair"),
    ("on", "dag", "day"),
    ("organisation", "organisation", "organisation"),
    ("organisation_number", "organisationsnummer", "organisation number"),
    ("organisations", "organisationer", "organisations"),
    ("owners", "vems aktivitetsplanen är", "whose activity plan it is"),
    ("part_of", "överordnad organisation", "the organisation above"),
    ("people", "personer", "people"),
    ("period", "period", "period"),
    ("person", "person", "person"),
    ("plans", "samverkansplaner", "collaboration plans"),
    ("position", "ställningstagande", "position"),
    ("present", "vilka som var med", "who was present"),
    ("principal", "huvudman", "principal"),
    ("proposals", "förslag", "proposals"),
    ("protected", "skyddade uppgifter", "protected identity"),
    ("provider", "offentlig eller privat utförare", "public or private provider"),
    ("publications", "publiceringar", "publications"),
    ("published_on", "dagen för publicering", "the day of publication"),
    ("raised_at", "mötet där ärendet väcktes", "the meeting at which the matter was raised"),
    ("raised_on", "dagen då ärendet väcktes", "the day on which the matter was raised"),
    ("reason", "skäl", "reason"),
    ("recesses", "uppehåll", "recesses"),
    ("referred_to", "vart ärendet har hänskjutits", "where the matter was referred"),
    ("reporters", "vilka som har rapporterat", "who reported"),
    ("reports", "rapporter", "reports"),
    ("responsible", "vem som ansvarar", "who is responsible"),
    ("revisions", "revideringar", "revisions"),
    ("routine", "rutin", "routine"),
    ("routines", "rutiner", "routines"),
    ("rule", "regel", "rule"),
    ("standing_in_for", "vem någon ersatte", "whom somebody stood in for"),
    ("start", "mötets början", "the start of the meeting"),
    ("status", "ställning eller läge", "status"),
    ("steered_by", "styrgrupp", "steering group"),
    ("strategies", "strategier", "strategies"),
    ("subject", "vad det gäller", "what it is about"),
    ("success_factors", "framgångsfaktorer", "success factors"),
    ("systemic_faults", "systemfel", "systemic faults"),
    ("target_groups", "målgrupper", "target groups"),
    ("title", "rubrik", "title"),
    ("to", "sista dag", "last day"),
    ("to_group", "till vilken grupp", "to which group"),
    ("url", "webbadress", "web address"),
    ("vacancies", "vakanser", "vacancies"),
    ("waivers", "beslutade avsteg", "waivers"),
    ("whole", "om någon var med hela mötet", "whether somebody attended the whole meeting"),
    ("written_by", "vem som skrev", "who wrote"),
    ("written_on", "dagen då det skrevs", "the day of writing"),
    ("year", "år", "year"),
];

/// What stands, or should stand, at a place.
pub(crate) fn at(lang: Lang, place: &Pointer) -> String {
    let key = place.0.iter().rev().find_map(|token| match token {
        Token::Key(key) => Some(key.as_str()),
        Token::Index(_) => None,
    });
    let Some(key) = key else { return say!(lang; sv: "underlaget", en: "the record") };
    let label = FIELDS.iter().find(|(known, ..)| *known == key).map(|(_, sv, en)| lang.of(*sv, *en));
    let label = label.map_or_else(|| format!("`{}`", shown(key)), str::to_owned);
    match place.0.last() {
        Some(Token::Index(index)) => {
            let row = index + 1;
            say!(lang; sv: "{label}, rad {row}", en: "{label}, row {row}")
        }
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_list_is_counted_from_one() {
        let place = Pointer(vec![
            Token::Key("groups".into()),
            Token::Index(0),
            Token::Key("members".into()),
            Token::Index(3),
        ]);
        assert_eq!(at(Lang::Sv, &place), "ledamöter, rad 4");
        assert_eq!(at(Lang::En, &Pointer::default()), "the record");
    }
}
