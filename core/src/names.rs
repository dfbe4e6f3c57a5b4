//! What the things of a record are called by people: `groups/nosam-a#2024-H1` in words.

use std::collections::HashMap;

use crate::calendar::Day;
use crate::charter::Charter;
use crate::codes::{Code, GroupKind, MeetingKind, MemberFunction, OfficeKind, OrganisationKind, Principal};
use crate::lang::{Both, Lang};
use crate::path::{Pointer, Token};
use crate::record::{Field, Id, Record, Waiver, personal_number};
use crate::report::{Key, Subject};
use crate::say;

/// What one thing of a section is called.
fn section_name(section: &str) -> Option<Both> {
    let (sv, en) = match section {
        "about" => ("urvalet av grupper", "the choice of groups"),
        "activity_plans" => ("aktivitetsplanen", "the activity plan"),
        "complete" => ("uppgiften om vad som är fullständigt", "what is complete"),
        "complete_from" => {
            ("dagen då underlaget börjar vara fullständigt", "the day from which the record is complete")
        }
        "complete_to" => {
            ("dagen till vilken underlaget är fullständigt", "the day to which the record is complete")
        }
        "groups" => ("gruppen", "the group"),
        "matters" => ("ärendet", "the matter"),
        "meetings" => ("mötet", "the meeting"),
        "organisations" => ("organisationen", "the organisation"),
        "people" => ("personen", "the person"),
        "plans" => ("samverkansplanen", "the collaboration plan"),
        "proposals" => ("förslaget", "the proposal"),
        "publications" => ("publiceringen", "the publication"),
        "recesses" => ("uppehållet", "the recess"),
        "record" => ("hela underlaget", "the whole record"),
        "reports" => ("rapporten", "the report"),
        "routines" => ("rutinen", "the routine"),
        "waivers" => ("det beslutade avsteget", "the waiver"),
        _ => return None,
    };
    Some(Both { sv, en })
}

/// Names of things by their ids, in both languages.
#[derive(Clone, Debug)]
pub struct Names {
    things: HashMap<String, Both<String>>,
    codes: HashMap<String, Both<String>>,
    waivers: Vec<Both<String>>,
}

impl Names {
    /// The names of what stands in a record as it was handed in: what it refers to without having it keeps
    /// its id. People have theirs only when `people` may be named, the protected never.
    #[must_use]
    pub fn of(record: &Record, charter: &Charter, people: bool) -> Self {
        let mut names = Self { things: HashMap::new(), codes: codes(charter), waivers: Vec::new() };
        names.organisations_and_groups(record, charter);
        if people {
            names.people(record);
        }
        names.meetings(record);
        names.matters_and_reports(record);
        let waivers = record.waivers.known().into_iter().flatten();
        names.waivers = waivers.map(|waiver| Both::each(|lang| names.of_waiver(waiver, lang))).collect();
        names
    }

    fn name(&mut self, id: &Field<Id>, name: Option<Both<String>>) {
        if let (Some(id), Some(name)) = (id.known(), name) {
            self.things.entry(id.to_string()).or_insert_with(|| name.map(|name| shown(&name)));
        }
    }

    fn organisations_and_groups(&mut self, record: &Record, charter: &Charter) {
        for organisation in known(&record.organisations) {
            self.name(&organisation.id, own(&organisation.name));
        }
        for group in known(&record.groups) {
            let kind = group.kind.known().copied();
            let municipality = group.municipality.known().map(|code| charter.municipality(code));
            let name = own(&group.name).or_else(|| match (kind?, municipality) {
                (GroupKind::Nosam, Some(municipality)) => Some(both(format!("NOSAM {municipality}"))),
                (kind, _) => {
                    let id = group.id.known()?;
                    Some(Both::each(|lang| format!("{} `{id}`", upper(kind.label(lang)))))
                }
            });
            self.name(&group.id, name);
        }
    }

    fn people(&mut self, record: &Record) {
        for person in known(&record.people) {
            let open = person.protected.is_absent() || person.protected.known() == Some(&false);
            self.name(&person.id, own(&person.name).filter(|_| open));
        }
    }

    fn meetings(&mut self, record: &Record) {
        for meeting in known(&record.meetings) {
            let kind = |lang: Lang| match &meeting.kind {
                Field::Absent => MeetingKind::Ordinary.label(lang),
                Field::Known(kind) => kind.label(lang),
                Field::Unreadable(_) | Field::Aside(_) => lang.of("möte", "meeting"),
            };
            let name = meeting.start.known().map(|start| {
                Both::each(|lang| {
                    let (kind, day) = (upper(kind(lang)), start.day());
                    let groups = known(&meeting.groups).map(|group| self.thing(group.as_str(), lang));
                    format!("{kind} {day}, {}", groups.collect::<Vec<_>>().join(", "))
                })
            });
            self.name(&meeting.id, name);
        }
    }

    fn matters_and_reports(&mut self, record: &Record) {
        for matter in known(&record.matters) {
            let title = matter.title.known();
            self.name(
                &matter.id,
                title.map(|title| say!(sv: "Ärendet ”{title}”", en: "The matter “{title}”")),
            );
        }
        for activity in known(&record.activity_plans).flat_map(|plan| known(&plan.activities)) {
            let title = activity.title.known();
            self.name(
                &activity.id,
                title.map(|title| say!(sv: "aktiviteten ”{title}”", en: "the activity “{title}”")),
            );
        }
        for report in known(&record.reports) {
            let (Some(kind), Some(day)) = (report.kind.known(), report.on.known()) else { continue };
            let groups: Vec<_> =
                report.from_group.known().into_iter().chain(known(&report.from_groups)).collect();
            if groups.is_empty() {
                continue;
            }
            let name = Both::each(|lang| {
                let groups: Vec<_> = groups.iter().map(|group| self.thing(group.as_str(), lang)).collect();
                let (kind, groups) = (upper(kind.label(lang)), groups.join(", "));
                say!(lang; sv: "{kind} från {groups} {day}", en: "{kind} from {groups} {day}")
            });
            self.name(&report.id, Some(name));
        }
    }

    /// A waiver in words: decided when and by whom, in force until when, and why.
    fn of_waiver(&self, waiver: &Field<Waiver>, lang: Lang) -> String {
        let Some(waiver) = waiver.known() else { return String::new() };
        let mut parts = Vec::new();
        if let Some(day) = waiver.on.known() {
            let groups = known(&waiver.decided_by).map(|group| self.thing(group.as_str(), lang));
            let by = match groups.collect::<Vec<_>>().join(", ") {
                none if none.is_empty() => none,
                groups => say!(lang; sv: " av {groups}", en: " by {groups}"),
            };
            parts.push(say!(lang; sv: "beslutat {day}{by}", en: "decided {day}{by}"));
        }
        parts.push(match waiver.to.known() {
            Some(day) => say!(lang; sv: "gäller till och med {day}", en: "in force until {day}"),
            None => say!(lang; sv: "gäller tills vidare", en: "in force until further notice"),
        });
        parts.extend(waiver.reason.known().map(|reason| format!("”{}”", shown(reason))));
        parts.join(", ")
    }

    /// The waiver at a place, in words.
    #[must_use]
    pub fn waiver(&self, at: &Pointer) -> Option<&Both<String>> {
        match at.0.as_slice() {
            [Token::Key(_), Token::Index(index), ..] => self.waivers.get(*index as usize),
            _ => None,
        }
    }

    /// The thing of this id.
    #[must_use]
    pub fn thing(&self, id: &str, lang: Lang) -> String {
        self.things.get(id).map_or_else(|| quoted(id), |name| name.of(lang).clone())
    }

    /// A subject in words, a capital letter first.
    #[must_use]
    pub fn subject(&self, subject: &Subject) -> Both<String> {
        Both::each(|lang| upper(&self.in_words(subject, lang)))
    }

    fn in_words(&self, Subject { section, id, key }: &Subject, lang: Lang) -> String {
        let label = section_name(section).map(|name| *name.of(lang));
        let thing = match (id, label) {
            (Some(id), Some(label)) if !self.things.contains_key(id) => {
                Some(format!("{label} {}", quoted(id)))
            }
            (Some(id), _) => Some(self.thing(id, lang)),
            (None, Some(label)) => Some(label.to_owned()),
            // What the charter lists stands in no section.
            (None, None) => Some(quoted(section)).filter(|_| !section.is_empty()),
        };
        let from = |day: &Day| say!(lang; sv: "från {day}", en: "from {day}");
        let key = match key {
            Key::Whole => None,
            Key::Name(name) | Key::Person(name, None) => Some(self.thing_or_code(name, lang)),
            Key::Day(day) if section == "groups" => Some(from(day)),
            Key::Day(day) => Some(day.to_string()),
            Key::Year(year) => Some(year.to_string()),
            Key::HalfYear(year, half) => Some(match half {
                1 => say!(lang; sv: "första halvåret {year}", en: "the first half of {year}"),
                _ => say!(lang; sv: "andra halvåret {year}", en: "the second half of {year}"),
            }),
            Key::Pair(id, code) => {
                Some(format!("{}, {}", self.thing(id, lang), self.thing_or_code(code, lang)))
            }
            Key::Person(person, Some(day)) => Some(format!("{}, {}", self.thing(person, lang), from(day))),
        };
        thing.into_iter().chain(key).collect::<Vec<_>>().join(", ")
    }

    fn thing_or_code(&self, name: &str, lang: Lang) -> String {
        let known = self.things.get(name).or_else(|| self.codes.get(name));
        known.map_or_else(|| quoted(name), |name| name.of(lang).clone())
    }
}

/// Names of the codes that a subject may be told by.
fn codes(charter: &Charter) -> HashMap<String, Both<String>> {
    fn list<'a, C: Code>() -> impl Iterator<Item = (&'a str, Both<String>)> {
        C::ALL.iter().map(|it| (it.code(), Both::each(|lang| it.label(lang).to_owned())))
    }
    let listed = charter.goals.iter().chain(&charter.target_groups).chain(&charter.parties);
    let listed = listed.map(|it| (it.code.as_str(), Both { sv: it.sv.clone(), en: it.en.clone() }));
    let boards = charter.boards.iter().map(|it| (it.code.as_str(), both(it.name.clone())));
    let municipalities = charter.municipalities.iter().map(|it| (it.code.as_str(), both(it.name.clone())));
    let others = [
        (Principal::Municipality.code(), "kommunens sida", "the municipal side"),
        (Principal::Region.code(), "regionens sida", "the regional side"),
        ("primary_care", "primärvården", "primary care"),
        ("specialist_care", "den specialiserade vården", "specialist care"),
    ];
    let others = others.map(|(code, sv, en)| (code, Both { sv, en }.map(str::to_owned)));
    // Of two with one code the last is meant.
    list::<OrganisationKind>()
        .chain(list::<MemberFunction>())
        .chain(list::<OfficeKind>())
        .chain(others)
        .chain(listed)
        .chain(boards)
        .chain(municipalities)
        .map(|(code, name)| (code.to_owned(), name.map(|name| shown(&name))))
        .collect()
}

/// The things of a list that can be read.
fn known<T>(list: &Field<Vec<Field<T>>>) -> impl Iterator<Item = &T> {
    list.known().into_iter().flatten().filter_map(Field::known)
}

/// A name of its own: the same in both languages.
fn own(name: &Field<String>) -> Option<Both<String>> {
    name.known().cloned().map(both)
}

fn both(name: String) -> Both<String> {
    Both { sv: name.clone(), en: name }
}

fn quoted(id: &str) -> String {
    format!("`{}`", shown(id).replace('`', "·"))
}

/// The same text with a capital letter first.
#[must_use]
pub fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text that a user wrote, as it may be shown: no personal identity number, and nothing that steers.
#[must_use]
pub fn shown(text: &str) -> String {
    personal_number::hide(text).chars().map(without_steering).collect()
}

/// A letter, or a dot for one that would steer a terminal or turn the direction of writing.
#[must_use]
pub fn without_steering(letter: char) -> char {
    match letter {
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '·',
        letter if letter.is_control() => '·',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a subject of a small record is called in Swedish.
    fn told(people: bool, subject: Subject<&str>) -> String {
        let record = Record::read(
            br##"{
              "organisations": [{"id": "vc", "name": "Vardcentralen Norr", "kind": "care_centre"}],
              "people": [{"id": "ada", "name": "Ada Ek"}, {"id": "bo", "name": "Bo Al", "protected": true}],
              "groups": [{"id": "a", "kind": "nosam", "municipality": "1489"},
                         {"id": "a#b", "kind": "theme_group", "name": "Tema \u202e"}],
              "meetings": [{"id": "m", "groups": ["a"], "start": "2024-03-05T13:00"}]
            }"##,
        );
        Names::of(&record.expect("a record"), &Charter::samla_2023(), people).subject(&subject.owned()).sv
    }

    #[test]
    fn subjects_are_told_in_words() {
        let day = Day::parse("2024-03-01").expect("a day");
        let group = |id| Subject::of("groups", Some(id));
        for (subject, words) in [
            (group("a"), "NOSAM Alingsås"),
            (group("a").with(Key::HalfYear(2024, 1)), "NOSAM Alingsås, första halvåret 2024"),
            (group("a").with(Key::Day(day)), "NOSAM Alingsås, från 2024-03-01"),
            (group("a").with(Key::Name("vc")), "NOSAM Alingsås, Vardcentralen Norr"),
            (group("pol").with(Key::Name("B03")), "Gruppen `pol`, Regionhälsan"),
            (group("sg").with(Key::Pair("a", "vice_chair")), "Gruppen `sg`, NOSAM Alingsås, vice ordförande"),
            (group("a#b"), "Tema ·"),
            (group("a#b").with(Key::Year(2024)), "Tema ·, 2024"),
            (
                Subject::of("meetings", Some("m")).with(Key::Name("chair")),
                "Ordinarie möte 2024-03-05, NOSAM Alingsås, ordförande",
            ),
            (Subject::of("", None).with(Key::Name("1441")), "Lerum"),
            (Subject::of("record", None), "Hela underlaget"),
            (Subject::of("waivers", None), "Det beslutade avsteget"),
        ] {
            assert_eq!(told(false, subject), words, "{subject}");
        }
    }

    #[test]
    fn people_are_named_only_when_asked_for_and_never_when_protected() {
        let person = |id, day| Subject::of("groups", Some("a")).with(Key::Person(id, day));
        assert_eq!(told(false, person("ada", None)), "NOSAM Alingsås, `ada`");
        assert_eq!(
            told(true, person("ada", Day::parse("2024-01-01"))),
            "NOSAM Alingsås, Ada Ek, från 2024-01-01"
        );
        assert_eq!(told(true, person("bo", None)), "NOSAM Alingsås, `bo`");
    }
}
