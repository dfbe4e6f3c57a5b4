//! What the report is called in both languages, and what they say in Swedish.
//!
//! The English sentence is the doc comment of the declaration, where Rust developers read it.

use serde_json::{Map, Value, json};

/// English and Swedish label, and the Swedish sentence.
type Words = [&'static str; 3];

/// An object, its words, and those of its fields or, for one of several forms, of each form.
type Object = (&'static str, Words, &'static [(&'static str, Words)]);

#[rustfmt::skip]
const OBJECTS: &[Object] = &[
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
    ("Upcoming", ["Upcoming duty", "Det som är på väg", "Något som ska vara gjort inom horisonten."], &[
        ("rule", ["Rule", "Regel", "Regelns id."]),
        ("subject", ["Subject", "Gäller", "Vad skyldigheten gäller, med sina id."]),
        ("due", ["Due", "Senast före", "Dagen från vilken regeln skulle vara bruten."]),
        ("sv", ["In Swedish", "På svenska", "Vad som ska göras och senast när, på svenska."]),
        ("en", ["In English", "På engelska", "Vad som ska göras och senast när, på engelska."]),
    ]),
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
