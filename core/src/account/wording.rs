//! What rules, clauses, outcomes and causes are called.

use super::fields;
use crate::charter::Charter;
use crate::clauses::{self, Clause};
use crate::codes::Outcome;
use crate::lang::{Both, Lang};
use crate::names::shown;
use crate::report::{Receipt, SubjectVerdict};
use crate::{rules, say};

/// Fields listed of one thing that is missing, before "and more".
const LISTED: usize = 6;

/// From which day and by which charter a report was made.
#[must_use]
pub fn judged(receipt: &Receipt) -> Both<String> {
    let (as_of, charter) = (receipt.as_of, shown(&receipt.charter));
    match receipt.youngest {
        None => say!(
            sv: "prövat per {as_of} enligt regelverket {charter}",
            en: "judged as of {as_of} by the charter {charter}"),
        Some(youngest) => say!(
            sv: "prövat per {as_of} enligt regelverket {charter}, den senaste dagen i underlaget är {youngest}",
            en: "judged as of {as_of} by the charter {charter}, the youngest day on record is {youngest}"),
    }
}

/// A heading that rules stand under.
pub(super) struct Heading {
    pub(super) title: Both<String>,
    /// Among the headings of the documents, the record first.
    pub(super) order: usize,
}

/// What is called the same is one heading, wherever it stands.
impl PartialEq for Heading {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
    }
}

impl Heading {
    /// The heading that a rule stands under.
    pub(super) fn of(rule: &str, charter: &Charter) -> Self {
        let Some(clause) = clauses::find(rule) else {
            return Self { title: Both { sv: "Underlaget", en: "The record" }.map(str::to_owned), order: 0 };
        };
        let under = |it: &Clause| it.heading == clause.heading && it.document == clause.document;
        let order = clauses::all().position(under).map_or(0, |place| place + 1);
        Self { title: Both::each(|lang| shown(&title(clause, charter, lang))), order }
    }
}

fn title(clause: &Clause, charter: &Charter, lang: Lang) -> String {
    match charter.citation(clause.id) {
        Some(cited) => format!("{}: {}", charter.title(cited, lang), cited.heading),
        None if !charter.is_samla() => lang.of("Övriga regler", "Other rules").to_owned(),
        None if clause.heading == clause.document.title(Lang::Sv) => clause.document.title(lang).to_owned(),
        None => format!("{}: {}", clause.document.title(lang), clause.heading(lang)),
    }
}

/// Where a rule stands, in a few words; nothing is said of SAMLA's documents under another charter.
pub(super) fn clause(rule: &str, charter: &Charter) -> Option<Both<String>> {
    let clause = clauses::find(rule);
    let sentence = match (charter.citation(rule), clause?) {
        (Some(cited), _) => shown(&cited.sentence),
        (None, clause) if charter.is_samla() => clause.sentence.to_owned(),
        (None, clause) => return Some(Both { sv: clause.id, en: clause.id }.map(str::to_owned)),
    };
    Some(Both::each(|lang| format!("{rule}, {}", clauses::sentences(lang, &sentence))))
}

/// What a rule demands by the charter in force.
#[must_use]
pub fn norm(charter: &Charter, rule: &str) -> Both<String> {
    match charter.citation(rule) {
        Some(cited) => Both::each(|lang| shown(cited.says.of(lang))),
        None if charter.is_samla() => {
            Both::each(|lang| rules::find(rule).map_or("", |rule| rule.text(lang).norm).to_owned())
        }
        None => Both::default(),
    }
}

/// Why a subject cannot be told.
#[must_use]
pub fn cause(charter: &Charter, subject: &SubjectVerdict) -> Both<String> {
    Both::each(|lang| {
        let mut fields: Vec<String> = Vec::new();
        for at in &subject.lacks {
            let field = fields::at(lang, at);
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        if fields.len() > LISTED {
            fields.truncate(LISTED);
            fields.push(String::from("…"));
        }
        let several = fields.len() > 1;
        let fields = fields.join("; ");
        let lacking = match (fields.is_empty(), subject.because) {
            (true, _) => None,
            // One that cannot be read is enough for the cause, others may only be absent.
            (_, Some("record")) if several => Some(
                say!(lang; sv: "Saknas eller kan inte läsas: {fields}", en: "Missing or unreadable: {fields}"),
            ),
            (_, Some("record")) => {
                Some(say!(lang; sv: "Kan inte läsas: {fields}", en: "Cannot be read: {fields}"))
            }
            _ => Some(say!(lang; sv: "Uppgift saknas: {fields}", en: "Not stated: {fields}")),
        };
        let awaited =
            subject.because.filter(|rule| *rule != "record").map(|rule| awaits(charter, rule, lang));
        match (awaited, lacking) {
            (Some(awaited), Some(lacking)) => format!("{awaited}. {lacking}"),
            (Some(says), None) | (None, Some(says)) => says,
            (None, None) => {
                let place = fields::at(lang, &subject.at);
                say!(lang; sv: "En uppgift saknas under {place}", en: "Something is missing under {place}")
            }
        }
    })
}

/// That another rule is to be settled first, and what it demands.
fn awaits(charter: &Charter, rule: &str, lang: Lang) -> String {
    let norm = norm(charter, rule);
    let quoted = match norm.of(lang).as_str() {
        "" => String::new(),
        norm => say!(lang; sv: " (”{norm}”)", en: " (“{norm}”)"),
    };
    say!(lang;
        sv: "Väntar på {rule}{quoted}, som inte är uppfylld eller inte kan avgöras",
        en: "Waits for {rule}{quoted}, which does not hold or cannot be told")
}

/// What is said of so many rules, or of one thing, with an outcome.
pub(super) fn outcomes(outcome: Outcome, count: usize) -> Both {
    let one = count == 1;
    let (sv, en) = match outcome {
        Outcome::Holds => ("håller", if one { "holds" } else { "hold" }),
        Outcome::Undetermined => ("kan inte avgöras", "cannot be told"),
        Outcome::NotDue if one => ("är inte aktuell ännu", "is not due yet"),
        Outcome::NotDue => ("är inte aktuella ännu", "are not due yet"),
        Outcome::NotApplicable => ("berörs inte", if one { "is not concerned" } else { "are not concerned" }),
        Outcome::Waived => (if one { "är undantagen" } else { "är undantagna" }, "waived"),
        Outcome::Broken => (if one { "är bruten" } else { "är brutna" }, "broken"),
    };
    Both { sv, en }
}

/// A number with its noun, in the singular or the plural.
pub(super) fn counted(count: usize, sv: [&str; 2], en: [&str; 2]) -> Both<String> {
    Both { sv, en }.map(|[one, many]| format!("{count} {}", if count == 1 { one } else { many }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::report::Options;
    use crate::settled::Settled;
    use crate::{Charter, Record};

    #[test]
    fn the_head_names_the_youngest_day_where_it_lies_far_back() {
        let charter = Charter::samla_2023();
        let record =
            Record::read(br#"{"routines": [{"id": "r", "adopted_on": "2024-01-16"}]}"#).expect("a record");
        let head = |as_of: [u32; 2]| {
            let day = Day::new(2024, as_of[0], as_of[1]).expect("a day");
            judged(&Settled::of(&record, &charter).check(day, Options::default()).receipt)
        };
        assert_eq!(head([4, 17]).en, "judged as of 2024-04-17 by the charter samla-2023");
        let far = head([4, 18]);
        assert_eq!(
            far.en,
            "judged as of 2024-04-18 by the charter samla-2023, the youngest day on record is 2024-01-16"
        );
        assert!(far.sv.ends_with(", den senaste dagen i underlaget är 2024-01-16"), "{}", far.sv);
    }
}
