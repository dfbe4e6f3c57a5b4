//! What a charter must keep to beyond its shape: codes that exist, periods in order, its own citations.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::{Charter, Dated, PrivateSide, Quota, READINGS, ReadingKind, ReadingValue, Units, ViceSide};
use crate::calendar::Span;
use crate::clauses::RuleId;
use crate::codes::{Principal, Provider, same_spelling};
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
    numbers(charter, &mut found);
    names(charter, &mut found);
    nothing_to_judge_by(charter, &mut found);
    providers(charter, &mut found);
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
                format!("Dokumentet `{code}` står inte bland dokumenten"),
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
    if let Some(from) = charter.plan.from.filter(|from| *from < charter.founded) {
        let founded = charter.founded;
        found.say(
            "/plan/from",
            format!("Planen börjar {from}, före samverkans första dag {founded}"),
            format!("The plan begins on {from}, before the first day of the collaboration, {founded}"),
        );
    }
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
    for (place, seat) in charter.seats.iter().enumerate() {
        if let Quota::Between(number) = seat.quota {
            between(format!("/seats/{place}/quota/between"), number);
        }
    }
    if charter.chair.sides.is_empty() {
        let at = "/chair/sides";
        found.say(at, "Minst en sida ska kunna vara ordförande", "At least one side must be able to chair");
    }
    if charter.readings.vice_side == ViceSide::Opposite && charter.chair.sides.len() == 1 {
        let at = "/readings/A-21";
        found.say(
            at,
            "Med en enda sida finns ingen motsatt, ange `any` eller fler sidor i `chair.sides`",
            "With one side only there is no opposite one, say `any` or give `chair.sides` more",
        );
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
                format!("Parten `{party}` står inte bland parterna"),
                format!("The party `{party}` is not in `parties`"),
            );
        }
        for group in seat.target_groups.iter().filter(|group| missing(&charter.target_groups, group)) {
            found.say(
                format!("/seats/{place}/target_groups"),
                format!("Målgruppen `{group}` står inte bland målgrupperna"),
                format!("The target group `{group}` is not in `target_groups`"),
            );
        }
    }
    for code in &charter.readings.boards {
        if charter.boards.iter().all(|board| board.code != *code) {
            found.say(
                "/readings/A-02",
                format!("Organet `{code}` står inte bland organen"),
                format!("The board `{code}` is not in `boards`"),
            );
        }
    }
}

/// Numbers of days, minutes or people are never below nought.
fn numbers(charter: &Charter, found: &mut Found) {
    let mut least = |at: String, number: i64| {
        if number < 0 {
            found.say(
                at,
                format!("Värdet {number} är mindre än 0"),
                format!("The value {number} is less than 0"),
            );
        }
    };
    let readings = serde_json::to_value(&charter.readings).unwrap_or_default();
    for (id, value) in readings.as_object().into_iter().flatten() {
        least(format!("/readings/{id}"), value.as_i64().unwrap_or(0));
    }
    let deadlines = serde_json::to_value(&charter.deadlines).unwrap_or_default();
    for (key, value) in deadlines.as_object().into_iter().flatten() {
        least(format!("/deadlines/{key}"), value.as_i64().unwrap_or(0));
    }
    least("/meetings/whole_meeting_tolerance".into(), charter.meetings.whole_meeting_tolerance);
    if charter.readings.theme_group_months == Some(0) {
        let at = "/readings/A-34";
        found.say(
            at,
            "En temagrupp ska få finnas minst en månad",
            "A theme group must last at least one month",
        );
    }
}

/// One name leads to one entry, and a board lies in one of the municipalities.
fn names(charter: &Charter, found: &mut Found) {
    found.once("readings/A-02", charter.readings.boards.iter().map(String::as_str));
    let parties = charter.parties.iter().map(|it| (it.named(), None, it.valid.span()));
    one_entry_for_a_name("parties", parties, found);
    let boards = charter.boards.iter().map(|it| (it.named(), it.municipality.as_deref(), it.valid.span()));
    one_entry_for_a_name("boards", boards, found);
    for (place, board) in charter.boards.iter().enumerate() {
        let known = |code: &String| charter.municipalities.iter().any(|it| it.code == *code);
        if let Some(code) = board.municipality.as_ref().filter(|code| !known(code)) {
            found.say(
                format!("/boards/{place}/municipality"),
                format!("Kommunen `{code}` står inte bland kommunerna"),
                format!("The municipality `{code}` is not in `municipalities`"),
            );
        }
    }
}

/// Every name of a list, with the code of its entry, its municipality and its days.
type Named<'c> = ((&'c str, Vec<&'c str>), Option<&'c str>, Span);

fn one_entry_for_a_name<'c>(section: &str, entries: impl Iterator<Item = Named<'c>>, found: &mut Found) {
    let mut known: Vec<(String, &str, Option<&str>, Span)> = Vec::new();
    for (place, ((code, names), municipality, days)) in entries.enumerate() {
        for name in names {
            let spelt = same_spelling(name);
            let same = known.iter().find(|(other, of, lies, when)| {
                *other == spelt && *of != code && *lies == municipality && when.overlap(days).is_some()
            });
            if let Some((_, other, ..)) = same {
                found.say(
                    format!("/{section}/{place}"),
                    format!("Namnet `{name}` står redan för `{other}`"),
                    format!("The name `{name}` already stands for `{other}`"),
                );
            }
            known.push((spelt, code, municipality, days));
        }
    }
}

/// The rules that judge a seat of the embedded charter: without one they judge nothing.
static SEATED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let embedded = serde_json::from_str::<Charter>(super::EMBEDDED).ok();
    let rules = |charter: Charter| {
        let seats = charter.seats.into_iter().map(|seat| seat.rule);
        seats.chain(charter.ex_officio.into_iter().map(|seats| seats.rule)).collect()
    };
    embedded.map(rules).unwrap_or_default()
});

/// A rule that is on has a seat, or a list, to judge by.
fn nothing_to_judge_by(charter: &Charter, found: &mut Found) {
    let is_on = |rule: &str| charter.rules.get(rule).is_none_or(|setting| !setting.off);
    let has_seat = |rule: &str| {
        let mut seats = charter.seats.iter().map(|seat| &seat.rule);
        seats.any(|it| it == rule) || charter.ex_officio.iter().any(|it| it.rule == rule)
    };
    for rule in SEATED.iter().filter(|rule| is_on(rule) && !has_seat(rule)) {
        found.say(
            format!("/rules/{rule}"),
            format!(
                "Regeln {rule} har ingen plats att pröva, ange den i `seats` eller stäng av den med `off`"
            ),
            format!("The rule {rule} has no seat to judge, give it in `seats` or switch it `off`"),
        );
    }
    let lists = [
        ("P-ORG-0", "parties", charter.parties.is_empty()),
        ("P-POL-6", "board_seats", charter.board_seats.is_empty() || charter.readings.boards.is_empty()),
        ("P-POL-7", "boards", charter.readings.boards.is_empty()),
    ];
    for (rule, list, _) in lists.iter().filter(|(rule, _, is_empty)| *is_empty && is_on(rule)) {
        found.say(
            format!("/{list}"),
            format!("Listan är tom men regeln {rule} prövar efter den, fyll i den eller stäng av regeln"),
            format!("The list is empty but the rule {rule} judges by it, fill it in or switch the rule off"),
        );
    }
    if charter.municipalities.is_empty() {
        let at = "/municipalities";
        found.say(at, "Minst en kommun ska ingå", "At least one municipality takes part");
    }
}

/// A seat that asks for a form of provision can be filled by what the readings count.
fn providers(charter: &Charter, found: &mut Found) {
    let readings = &charter.readings;
    for (place, seat) in charter.seats.iter().enumerate() {
        let Some(provider) = seat.provider else { continue };
        let at = format!("/seats/{place}/provider");
        let each_unit = matches!(seat.quota, Quota::EachUnit(_));
        match (provider, readings.units) {
            (Provider::PrivateLov, Units::PublicOnly) if each_unit => found.say(
                at.clone(),
                "Platsen är en privat vårdgivares för varje enhet, men bara offentliga enheter räknas (A-17)",
                "The seat is a private provider's for each unit, but public units only count (A-17)",
            ),
            (Provider::Public, Units::PublicAndPrivate) if each_unit => found.say(
                at.clone(),
                "Varje enhet har platsen, också privata (A-17), men bara en offentlig får fylla den",
                "Each unit has the seat, private ones too (A-17), but a public one only may fill it",
            ),
            _ => {}
        }
        let on_the_regional_side = readings.private_side == PrivateSide::Region;
        if provider == Provider::PrivateLov
            && seat.side.is_some_and(|side| !on_the_regional_side || side != Principal::Region)
        {
            found.say(
                at,
                "Platsen kräver både en privat vårdgivare och en sida som en sådan inte hör till (A-19)",
                "The seat asks both for a private provider and for a side that such a one is not on (A-19)",
            );
        }
    }
}

/// What a reading can be, for the sentence that refuses another value; a number, a day or a list is shown by the one
/// in force, a list by its first two.
pub(super) fn possible(charter: &Charter, id: &str) -> Option<(String, String)> {
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
        ReadingKind::Value => {
            let form = form(charter, id)?;
            Some((format!("skriv som {form}"), format!("write it like {form}")))
        }
    }
}

/// How the value of a reading is written, by the one in force: `A-32=35`, `A-02=["B01","B02"]`.
pub(crate) fn form(charter: &Charter, id: &str) -> Option<String> {
    let value = match serde_json::to_value(&charter.readings).ok()?.get(id)? {
        Value::Array(list) if list.is_empty() => return Some(format!("{id}=[\"…\"]")),
        Value::Array(list) => Value::Array(list.iter().take(2).cloned().collect()),
        Value::String(text) => return Some(format!("{id}={text}")),
        other => other.clone(),
    };
    Some(format!("{id}={value}"))
}
