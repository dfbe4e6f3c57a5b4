//! What a charter must keep to beyond its shape: codes that exist, periods in order, its own citations.

use std::collections::HashSet;

use super::{Charter, Dated, READINGS, ReadingKind, ReadingValue};
use crate::clauses::RuleId;
use crate::lang::Lang;

/// Something in a charter that contradicts the rest of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Where it stands, as a JSON Pointer.
    pub at: String,
    /// What is wrong and how to mend it, in Swedish.
    pub sv: String,
    /// What is wrong and how to mend it, in English.
    pub en: String,
}

/// Everything that contradicts the rest of the charter, in its order.
pub(super) fn inconsistencies(charter: &Charter) -> Vec<Inconsistency> {
    let mut found = Found(Vec::new());
    documents_and_rules(charter, &mut found);
    codes(charter, &mut found);
    ranges(charter, &mut found);
    references(charter, &mut found);
    found.0
}

struct Found(Vec<Inconsistency>);

impl Found {
    fn say(&mut self, at: impl Into<String>, sv: impl Into<String>, en: impl Into<String>) {
        self.0.push(Inconsistency { at: at.into(), sv: sv.into(), en: en.into() });
    }

    fn once<'a>(&mut self, section: &str, codes: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        for (place, code) in codes.enumerate() {
            if !seen.insert(code) {
                self.say(
                    format!("/{section}/{place}"),
                    format!("Koden `{code}` står två gånger"),
                    format!("The code `{code}` stands twice"),
                );
            }
        }
    }

    fn in_order(&mut self, at: impl Into<String>, period: Dated) {
        if let (Some(from), Some(to)) = (period.from, period.to)
            && to < from
        {
            self.say(
                at,
                format!("Sista dagen {to} ligger före första dagen {from}"),
                format!("The last day {to} lies before the first day {from}"),
            );
        }
    }
}

/// Another body must be told what its own documents say, never what SAMLA's say.
fn documents_and_rules(charter: &Charter, found: &mut Found) {
    for (id, setting) in &charter.rules {
        if RuleId::all().all(|rule| rule.as_str() != id) {
            let at = format!("/rules/{id}");
            found.say(at, format!("Det finns ingen regel `{id}`"), format!("There is no rule `{id}`"));
        }
        found.in_order(format!("/rules/{id}/valid"), setting.valid);
        if let Some(citation) = &setting.citation
            && charter.documents.iter().all(|document| document.code != citation.document)
        {
            let code = &citation.document;
            found.say(
                format!("/rules/{id}/citation/document"),
                format!("Dokumentet `{code}` står inte i `documents`"),
                format!("The document `{code}` is not in `documents`"),
            );
        }
    }
    if charter.is_samla() {
        return;
    }
    for rule in RuleId::all() {
        let setting = charter.rules.get(rule.as_str());
        if setting.is_none_or(|setting| !setting.off && setting.citation.is_none()) {
            found.say(
                format!("/rules/{rule}"),
                format!(
                    "Regeln {rule} saknar hänvisning till de egna dokumenten, ange `citation` eller stäng av \
                    den med `off`"
                ),
                format!(
                    "The rule {rule} cites none of the charter's own documents, give `citation` or switch it \
                    `off`"
                ),
            );
        }
    }
}

fn codes(charter: &Charter, found: &mut Found) {
    found.once("documents", charter.documents.iter().map(|it| it.code.as_str()));
    found.once("municipalities", charter.municipalities.iter().map(|it| it.code.as_str()));
    found.once("goals", charter.goals.iter().map(|it| it.code.as_str()));
    found.once("target_groups", charter.target_groups.iter().map(|it| it.code.as_str()));
    found.once("parties", charter.parties.iter().map(|it| it.code.as_str()));
    found.once("boards", charter.boards.iter().map(|it| it.code.as_str()));
    found.once("seats", charter.seats.iter().map(|it| it.rule.as_str()));
}

fn ranges(charter: &Charter, found: &mut Found) {
    found.in_order("/plan", charter.plan);
    for (section, entries) in
        [("goals", &charter.goals), ("target_groups", &charter.target_groups), ("parties", &charter.parties)]
    {
        for (place, entry) in entries.iter().enumerate() {
            found.in_order(format!("/{section}/{place}/valid"), entry.valid);
        }
    }
    for (place, board) in charter.boards.iter().enumerate() {
        found.in_order(format!("/boards/{place}/valid"), board.valid);
    }
    let mut between = |at: String, range: super::Between| {
        if range.to < range.from || range.from < 0 {
            found.say(
                at,
                format!("Från {} till {} är inget intervall", range.from, range.to),
                format!("From {} to {} is no range", range.from, range.to),
            );
        }
    };
    between("/meetings/minutes".into(), charter.meetings.minutes);
    between("/meetings/weeks".into(), charter.meetings.weeks);
    for (place, seat) in charter.board_seats.iter().enumerate() {
        between(format!("/board_seats/{place}/number"), seat.number);
    }
    if charter.chair.sides.is_empty() {
        let at = "/chair/sides";
        found.say(at, "Minst en sida ska kunna vara ordförande", "At least one side must be able to chair");
    }
    if charter.chair.term_months == 0 {
        let at = "/chair/term_months";
        found.say(at, "Perioden ska vara minst en månad", "A term must last at least one month");
    }
}

fn references(charter: &Charter, found: &mut Found) {
    for (place, seat) in charter.seats.iter().enumerate() {
        found.in_order(format!("/seats/{place}/valid"), seat.valid);
        let missing = |list: &[super::Listed], code: &str| list.iter().all(|entry| entry.code != code);
        if let Some(party) = seat.party.as_ref().filter(|party| missing(&charter.parties, party)) {
            found.say(
                format!("/seats/{place}/party"),
                format!("Parten `{party}` står inte i `parties`"),
                format!("The party `{party}` is not in `parties`"),
            );
        }
        for group in seat.target_groups.iter().filter(|group| missing(&charter.target_groups, group)) {
            found.say(
                format!("/seats/{place}/target_groups"),
                format!("Målgruppen `{group}` står inte i `target_groups`"),
                format!("The target group `{group}` is not in `target_groups`"),
            );
        }
    }
    for code in &charter.readings.boards {
        if charter.boards.iter().all(|board| board.code != *code) {
            found.say(
                "/readings/A-02",
                format!("Organet `{code}` står inte i `boards`"),
                format!("The board `{code}` is not in `boards`"),
            );
        }
    }
}

/// What a reading can be, for the sentence that refuses another value.
pub(super) fn possible(id: &str) -> Option<(String, String)> {
    let reading = READINGS.iter().find(|reading| reading.id == id)?;
    let list = |values: &[ReadingValue], lang| {
        values.iter().map(|value| value.says(lang)).collect::<Vec<_>>().join(", ")
    };
    match reading.kind {
        ReadingKind::Fixed(_) => Some(("den är fast".into(), "it is fixed".into())),
        ReadingKind::Switch(values) => {
            let (sv, en) = (list(values, Lang::Sv), list(values, Lang::En));
            Some((format!("den kan vara {sv}"), format!("it can be {en}")))
        }
        ReadingKind::Value => None,
    }
}
