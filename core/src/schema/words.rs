//! What the report and the charter are called in both languages, and what they say in Swedish.
//!
//! The English sentence is the doc comment of the declaration, where Rust developers read it.

use serde_json::{Map, Value, json};

/// English and Swedish label, and the Swedish sentence.
type Words = [&'static str; 3];

/// An object, its words, and those of its fields or, for one of several forms, of each form.
type Object = (&'static str, Words, &'static [(&'static str, Words)]);

#[rustfmt::skip]
const OBJECTS: &[Object] = &[
    // ── The report ──
    ("Report", ["Report", "Rapport", "Vad en prövning säger."], &[
        ("receipt", ["Receipt", "Kvitto", "Vad som prövades."]),
        ("counts", ["Counts", "Antal", "Summorna."]),
        ("verdicts", ["Verdicts", "Utfall", "Varje regel, i dokumentens ordning."]),
        ("findings", ["Findings", "Iakttagelser", "Iakttagelserna, i den utlovade ordningen."]),
        ("upcoming", ["Upcoming", "På väg", "Vad som snart ska vara gjort, det närmaste först. Saknas när \
            ingen horisont har angetts."]),
        ("unchecked", ["Unchecked", "Prövas inte", "Hur många klausuler som ingen regel prövar."]),
    ]),
    ("Receipt", ["Receipt", "Kvitto", "Vad som prövades, mot vad och från vilken dag."], &[
        ("samla", ["Version", "Version", "Versionen av samla."]),
        ("charter", ["Charter", "Regelverk", "Regelverkets id."]),
        ("charter_sha256", ["Hash of the charter", "Regelverkets kontrollsumma", "SHA-256 av det gällande regelverket i kompakt form."]),
        ("record_sha256", ["Hash of the record", "Underlagets kontrollsumma", "SHA-256 av texten som \
            lämnades in. Saknas när underlaget inte var text."]),
        ("as_of", ["As of", "Per dag", "Dagen som underlaget ses från."]),
    ]),
    ("Counts", ["Counts", "Antal", "Hur många iakttagelser det finns på varje nivå och hur många regler med \
        varje utfall."], &[
        ("error", ["Errors", "Fel", "Brutna skyldigheter och värden som inte kunde läsas."]),
        ("warning", ["Warnings", "Varningar", "Skyldigheter som troligen är brutna."]),
        ("advice", ["Advice", "Råd", "Rekommendationer som inte följs."]),
        ("info", ["Remarks", "Anmärkningar", "Sådant som är värt att visa men inte bryter mot något."]),
        ("waived", ["Waived", "Beslutade avsteg", "Iakttagelser som täcks av ett beslutat avsteg. De räknas \
            ingen annanstans."]),
        ("rules", ["Rules", "Regler", "Reglerna efter utfall."]),
    ]),
    ("OutcomeCounts", ["Number by outcome", "Antal efter utfall", "Hur många som har varje utfall."], &[]),
    ("RuleVerdict", ["Verdict on a rule", "Utfall för en regel", "Vad rapporten säger om en regel."], &[
        ("rule", ["Rule", "Regel", "Regelns id."]),
        ("clauses", ["Clauses", "Klausuler", "Klausulerna som regeln prövar."]),
        ("outcome", ["Outcome", "Utfall", "Det sämsta utfallet bland det som prövades."]),
        ("counts", ["Counts", "Antal", "Hur många som har varje utfall."]),
        ("subjects", ["Subjects", "Det som prövades", "Det som rapporten tar upp var för sig."]),
    ]),
    ("SubjectVerdict", ["Verdict on a subject", "Utfall i ett fall", "Vad rapporten säger om en sak som prövades."], &[
        ("subject", ["Subject", "Gäller", "Vad som prövades, med sina id."]),
        ("at", ["At", "Plats", "Var i underlaget det står."]),
        ("outcome", ["Outcome", "Utfall", "Vad som kom fram."]),
        ("lacks", ["Lacks", "Saknas", "Fälten som skulle avgöra saken."]),
        ("due", ["Due", "Senast före", "Dagen från vilken regeln skulle vara bruten."]),
        ("because", ["Because", "På grund av", "Regeln, eller `record`, som är grundorsaken."]),
    ]),
    ("Finding", ["Finding", "Iakttagelse", "En iakttagelse."], &[
        ("rule", ["Rule", "Regel", "Regelns id, eller `record` för ett läsproblem."]),
        ("clauses", ["Clauses", "Klausuler", "Klausulerna som den vilar på. Ett läsproblem har inga."]),
        ("severity", ["Severity", "Allvar", "Hur allvarlig den är."]),
        ("outcome", ["Outcome", "Utfall", "Bruten, beslutat avsteg eller, för en anmärkning, håller."]),
        ("subject", ["Subject", "Gäller", "Vad som prövades, med sina id."]),
        ("at", ["At", "Plats", "Det minsta i underlaget som behöver rättas."]),
        ("path", ["Path", "Väg", "Samma plats, nyckel för nyckel."]),
        ("related", ["Related", "Vilar också på", "Andra platser som den vilar på."]),
        ("params", ["Values", "Värden", "Värdena som meningarna använder, efter namn."]),
        ("sv", ["In Swedish", "På svenska", "Meningen på svenska, utan punkt."]),
        ("en", ["In English", "På engelska", "Meningen på engelska, utan punkt."]),
        ("reading", ["Reading", "Tolkning", "Tolkningen som den beror på."]),
        ("waiver", ["Waiver", "Avsteg", "Platsen för avsteget som täcker den."]),
    ]),
    ("Related", ["Related place", "Annan plats", "En annan plats i underlaget som en iakttagelse vilar på."], &[
        ("at", ["At", "Plats", "Platsen."]),
        ("role", ["Role", "Roll", "Vad platsen är för iakttagelsen."]),
    ]),
    ("Upcoming", ["Upcoming duty", "Det som är på väg", "Något som ska vara gjort inom horisonten."], &[
        ("rule", ["Rule", "Regel", "Regelns id."]),
        ("subject", ["Subject", "Gäller", "Vad skyldigheten gäller, med sina id."]),
        ("due", ["Due", "Senast före", "Dagen från vilken regeln skulle vara bruten."]),
        ("sv", ["In Swedish", "På svenska", "Vad som ska göras och senast när, på svenska."]),
        ("en", ["In English", "På engelska", "Vad som ska göras och senast när, på engelska."]),
    ]),
    // ── The charter ──
    ("Charter", ["Charter", "Regelverk", "Det som en samverkans grunddokument slår fast."], &[
        ("id", ["Id", "Id", "Regelverkets namn i kvitton."]),
        ("title", ["Title", "Titel", "Vad regelverket står för."]),
        ("documents", ["Documents", "Dokument", "Dokumenten som klausulerna står i."]),
        ("municipalities", ["Municipalities", "Kommuner", "Kommunerna, som har var sin NOSAM."]),
        ("founded", ["Founded", "Första dagen", "Samverkans första dag. Tidigare dagar i ett underlag är misstänkta."]),
        ("plan", ["Plan period", "Planperiod", "Perioden som planen gäller. Båda dagarna räknas med."]),
        ("goals", ["Goals", "Mål", "Målen som ett underlag kan nämna."]),
        ("target_groups", ["Target groups", "Målgrupper", "Målgrupperna som ett underlag kan nämna."]),
        ("parties", ["Parties", "Parter", "De som får sända ordinarie ledamöter."]),
        ("boards", ["Boards", "Nämnder och styrelser", "Nämnder och styrelser. Tolkningen A-02 säger vilka av dem som har plats i den politiska samrådsgruppen."]),
        ("board_seats", ["Board seats", "Nämndernas platser", "Vad varje nämnd eller styrelse sänder till den politiska samrådsgruppen."]),
        ("seats", ["Seats", "Platser", "Platserna i varje slags grupp."]),
        ("ex_officio", ["Ex officio seats", "Självskrivna platser", "Platser som följer med ett uppdrag i en annan grupp."]),
        ("chair", ["Chair", "Ordförandeskap", "Ordförandeskapet i NOSAM."]),
        ("no_deputies_in", ["No deputies in", "Inga ersättare i", "De slag av grupper där inga ersättare utses."]),
        ("meetings", ["Meetings", "Möten", "När och hur NOSAM möts."]),
        ("reserved", ["Reserved", "Förbehållna ärenden", "Vem som beslutar vilka slag av ärenden."]),
        ("foundation", ["Foundation", "Grund", "Det politiska beslut som planen vilar på."]),
        ("deadlines", ["Deadlines", "Tidsfrister", "Tidsfrister i dagar."]),
        ("sites", ["Sites", "Webbplatser", "Värdnamn för webbplatsen där allt samlas. Är listan tom duger vilken som helst."]),
        ("readings", ["Readings", "Tolkningar", "Hur oklara punkter i dokumenten tolkas."]),
        ("rules", ["Rules", "Regler", "Vad regelverket säger om enskilda regler. En regel som inte nämns gäller hela tiden."]),
    ]),
    ("Bilingual", ["Text in both languages", "Text på båda språken", "En text på båda språken."], &[
        ("sv", ["In Swedish", "På svenska", "Texten på svenska."]),
        ("en", ["In English", "På engelska", "Texten på engelska."]),
    ]),
    ("Document", ["Document", "Dokument", "Ett dokument som klausuler står i."], &[
        ("code", ["Code", "Kod", "Bokstaven som dess klausuler börjar med."]),
        ("title", ["Title", "Titel", "Dokumentets titel."]),
    ]),
    ("Municipality", ["Municipality", "Kommun", "En kommun."], &[
        ("code", ["Municipality code", "Kommunkod", "Fyra siffror."]),
        ("name", ["Name", "Namn", "Kommunens namn."]),
    ]),
    ("Dated", ["Period", "Period", "En period. Båda dagarna räknas med."], &[
        ("from", ["From", "Fr.o.m.", "Första dagen."]),
        ("to", ["To", "T.o.m.", "Sista dagen, som räknas med."]),
    ]),
    ("Listed", ["Entry", "Post", "En post i en lista med koder."], &[
        ("code", ["Code", "Kod", "Koden i underlag."]),
        ("sv", ["In Swedish", "På svenska", "Namnet på svenska."]),
        ("en", ["In English", "På engelska", "Namnet på engelska."]),
        ("aliases", ["Other spellings", "Andra stavningar", "Andra stavningar, jämförda utan skiftläge, bindestreck, mellanslag och accenter."]),
        ("valid", ["In force", "Gäller", "När posten gäller."]),
    ]),
    ("Board", ["Board", "Nämnd eller styrelse", "En politisk nämnd eller styrelse."], &[
        ("code", ["Code", "Kod", "Koden i underlag."]),
        ("name", ["Name", "Namn", "Nämndens eller styrelsens namn."]),
        ("aliases", ["Other spellings", "Andra stavningar", "Andra stavningar av namnet."]),
        ("principal", ["Principal", "Huvudman", "Kommun eller region."]),
        ("municipality", ["Municipality code", "Kommunkod", "Kommunen, för en kommunal nämnd."]),
        ("valid", ["In force", "Gäller", "När posten gäller."]),
    ]),
    ("BoardSeat", ["Board seat", "Nämndplats", "Hur många med en viss funktion som varje nämnd eller \
        styrelse sänder."], &[
        ("functions", ["Functions", "Funktioner", "Funktionerna som räknas."]),
        ("number", ["Number", "Antal", "Minsta och största antal. Båda räknas med."]),
        ("name", ["Name", "Namn", "Vad platserna kallas."]),
    ]),
    ("Between", ["Range", "Intervall", "Ett intervall av heltal. Båda ändarna räknas med."], &[
        ("from", ["Least", "Minst", "Det minsta talet."]),
        ("to", ["Greatest", "Högst", "Det största talet."]),
    ]),
    ("Seat", ["Seat", "Plats", "Vem som ska ha plats i ett slags grupp."], &[
        ("rule", ["Rule", "Regel", "Regeln som prövar det."]),
        ("group", ["Kind of group", "Slag av grupp", "Slaget av grupp som platsen finns i."]),
        ("name", ["Name", "Namn", "Vad platsen kallas i iakttagelser, i bestämd form där språket har en sådan."]),
        ("quota", ["Quota", "Kvot", "Hur många som behövs."]),
        ("functions", ["Functions", "Funktioner", "Funktionerna som fyller platsen."]),
        ("other_managers", ["Other managers", "Andra chefer", "Får en annan chefstitel fylla platsen, med en varning?"]),
        ("by_mandate", ["By mandate", "Genom mandat", "Fyller en förvaltningschefs mandat platsen, vilken \
            funktionen än är?"]),
        ("statuses", ["Statuses", "Ställningar", "Ställningarna som fyller platsen."]),
        ("organisations", ["Organisations", "Organisationer", "De slag av organisationer som fyller platsen. Är listan tom duger alla."]),
        ("party", ["Party", "Part", "Posten i listan över parter som ska vara företrädd."]),
        ("own_municipality", ["Own municipality", "Egen kommun", "Måste organisationen höra till gruppens \
            egen kommun?"]),
        ("side", ["Side", "Sida", "Sidan som organisationen måste höra till."]),
        ("provider", ["Provider", "Driftsform", "Driftsformen som organisationen måste ha."]),
        ("target_groups", ["Target groups", "Målgrupper", "Målgrupperna som ledamotskapet är begränsat till. Är listan tom är det inte begränsat."]),
        ("valid", ["In force", "Gäller", "När platsen gäller."]),
    ]),
    ("Quota", ["Quota", "Kvot", "Hur många som måste finnas på en plats."], &[
        ("each_unit", ["For each unit", "För varje enhet", "En för varje enhet av det här slaget i kommunen."]),
        ("each_municipality", ["For each municipality", "För varje kommun", "En för varje kommun."]),
        ("at_least", ["At least", "Minst", "Minst så många."]),
        ("between", ["Between", "Mellan", "Så många. Båda ändarna räknas med."]),
    ]),
    ("ExOfficio", ["Ex officio seats", "Självskrivna platser", "Platser i ett slags grupp som tillhör dem som har uppdrag i ett annat."], &[
        ("rule", ["Rule", "Regel", "Regeln som prövar dem."]),
        ("of", ["Of", "Uppdrag i", "Slaget av grupp där uppdragen finns."]),
        ("offices", ["Offices", "Uppdrag", "Uppdragen."]),
        ("group", ["Kind of group", "Slag av grupp", "Slaget av grupp där platserna finns."]),
    ]),
    ("Chair", ["Chair", "Ordförandeskap", "Ordförandeskapet i en NOSAM."], &[
        ("sides", ["Sides", "Sidor", "Sidorna som får ha ordförandeskapet, turvis när de är flera."]),
        ("term_months", ["Term", "Mandatperiod", "Mandatperiodens längd i månader."]),
        ("vice_takes_over", ["Vice chair takes over", "Vice ordförande tar över", "Tar vice ordföranden över?"]),
    ]),
    ("Meetings", ["Meetings", "Möten", "När och hur NOSAM möts."], &[
        ("minutes", ["Length", "Längd", "Mötets längd i minuter."]),
        ("weeks", ["Distance", "Avstånd", "Avståndet mellan möten i ISO-veckor."]),
        ("whole_meeting_offices", ["Offices for the whole meeting", "Uppdrag under hela mötet", "Uppdragen \
            vars innehavare är med under hela mötet."]),
        ("whole_meeting_functions", ["Functions for the whole meeting", "Funktioner under hela \
            mötet", "Funktionerna som är med under hela mötet."]),
        ("whole_meeting_tolerance", ["Tolerance", "Tolerans", "Hur många minuter som högst får saknas."]),
    ]),
    ("Reserved", ["Reserved matters", "Förbehållna ärenden", "De slag av ärenden som en annan grupp än NOSAM \
        beslutar."], &[
        ("to", ["To", "Beslutas av", "Slaget av grupp som beslutar dem."]),
        ("kinds", ["Kinds", "Slag", "Slagen av ärenden."]),
        ("economic", ["Economic", "Ekonomiska", "Gäller det även ekonomiska ärenden?"]),
    ]),
    ("Foundation", ["Foundation", "Grund", "Det politiska beslut som planen vilar på."], &[
        ("by", ["By", "Av", "Slaget av grupp som beslutade."]),
        ("year", ["Year", "År", "Året för beslutet."]),
    ]),
    ("Deadlines", ["Deadlines", "Tidsfrister", "Tidsfrister i dagar som ingen tolkning nämner."], &[
        ("new_unit", ["New unit", "Ny enhet", "Dagar från det att en enhet öppnar då dess plats får vara tom."]),
        ("activity_plan", ["Activity plan", "Aktivitetsplan", "Dagar från fastställandet till det att en \
            aktivitetsplan ska vara publicerad."]),
        ("member_list", ["Member list", "Ledamotslista", "Dagar efter en ändring då gruppens publicerade \
            lista får vara inaktuell. Saknas de blir det en anmärkning."]),
    ]),
    ("Readings", ["Readings", "Tolkningar", "Hur oklara punkter i dokumenten tolkas."], &[]),
    ("RuleSetting", ["Setting of a rule", "Inställning för en regel", "Vad regelverket säger om en regel."], &[
        ("off", ["Off", "Avstängd", "Är regeln avstängd?"]),
        ("valid", ["In force", "Gäller", "När regeln gäller."]),
        ("citation", ["Citation", "Hänvisning", "Var regeln står i regelverkets egna dokument, och vad den \
            säger där."]),
    ]),
    ("Citation", ["Citation", "Hänvisning", "Var en regel står i regelverkets egna dokument."], &[
        ("document", ["Document", "Dokument", "Dokumentets kod."]),
        ("heading", ["Heading", "Rubrik", "Rubriken."]),
        ("sentence", ["Sentence", "Mening", "Meningen eller stycket."]),
        ("says", ["Says", "Säger", "Vad den säger, med andra ord."]),
    ]),
];

/// In what a number is counted, in English and Swedish.
#[rustfmt::skip]
const UNITS: &[(&str, &str, [&str; 2])] = &[
    ("Chair", "term_months", ["months", "månader"]),
    ("Meetings", "minutes", ["minutes", "minuter"]),
    ("Meetings", "weeks", ["ISO weeks", "ISO-veckor"]),
    ("Meetings", "whole_meeting_tolerance", ["minutes", "minuter"]),
    ("Deadlines", "new_unit", ["days", "dagar"]),
    ("Deadlines", "activity_plan", ["days", "dagar"]),
    ("Deadlines", "member_list", ["days", "dagar"]),
    ("Readings", "A-20.tolerance_days", ["days", "dagar"]),
    ("Readings", "A-28.grace_days", ["days", "dagar"]),
    ("Readings", "A-32", ["days", "dagar"]),
    ("Readings", "A-34", ["months", "månader"]),
];

/// Puts the words into the schema of `root` and its definitions.
pub(super) fn put(schema: &mut Value, root: &str) {
    for (name, words, fields) in OBJECTS {
        let object = if *name == root { Some(&mut *schema) } else { schema["$defs"].get_mut(name) };
        let Some(Value::Object(object)) = object else { continue };
        say(object, words);
        for (field, words) in *fields {
            if let Some(Value::Object(field)) =
                object.get_mut("properties").and_then(|all| all.get_mut(field))
            {
                say(field, words);
            }
        }
        for form in object.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            say_form(form, fields);
        }
        for (_, field, [en, sv]) in UNITS.iter().filter(|(of, ..)| of == name) {
            let field = &mut object["properties"][field];
            field["x-unit"] = (*en).into();
            field["x-sv"]["x-unit"] = (*sv).into();
        }
    }
}

fn say(schema: &mut Map<String, Value>, [en, sv, says]: &Words) {
    let rest = std::mem::take(schema);
    schema.insert("title".into(), (*en).into());
    schema.extend(rest.get("description").map(|says| ("description".into(), says.clone())));
    schema.insert("x-sv".into(), json!({"title": sv, "description": says}));
    for (key, value) in rest {
        schema.entry(key).or_insert(value);
    }
}

/// A form is a code, or an object with one key.
fn say_form(form: &mut Value, forms: &[(&str, Words)]) {
    let key = form["properties"].as_object().and_then(|all| all.keys().next());
    let Some(name) = form["const"].as_str().or(key.map(String::as_str)).map(str::to_owned) else { return };
    let Some((_, words)) = forms.iter().find(|(form, _)| *form == name) else { return };
    let says = form["description"].clone();
    if let Some(Value::Object(inside)) = form.pointer_mut(&format!("/properties/{name}")) {
        inside.insert("description".into(), says);
        say(inside, words);
    }
    if let Value::Object(form) = form {
        say(form, words);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Draft, schema};
    use super::*;

    #[test]
    fn no_word_is_left_over() {
        let schemas = [Document::Report, Document::Charter].map(|it| (it, schema(it, Draft::V2020_12)));
        for (name, _, fields) in OBJECTS {
            let found = schemas.iter().find_map(|(document, schema)| {
                let is_root = document.code() == name.to_lowercase();
                if is_root { Some(schema) } else { schema["$defs"].get(name) }
            });
            let found = found.unwrap_or_else(|| panic!("there is no {name}"));
            for (field, _) in *fields {
                let form = found["oneOf"].to_string().contains(&format!("\"{field}\""));
                assert!(form || found["properties"].get(field).is_some(), "{name} has no {field}");
            }
        }
    }
}
