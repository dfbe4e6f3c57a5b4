//! What the things of a record are called by people: `groups/nosam-a#2024-H1` in words.

use std::collections::HashMap;

use samla::codes::{GroupKind, MeetingKind, MemberFunction, OfficeKind, OrganisationKind, Principal};
use samla::path::{Pointer, Token};
use samla::record::{Field, Id, Organisation, Record};
use samla::{Charter, Day, Lang};

use crate::shown;

/// Sections in the record, with what one thing of each is called.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("about", "urvalet av grupper", "the choice of groups"),
    ("activity_plans", "aktivitetsplanen", "the activity plan"),
    ("complete", "uppgiften om vad som är fullständigt", "what is complete"),
    (
        "complete_from",
        "dagen då underlaget börjar vara fullständigt",
        "the day from which the record is complete",
    ),
    ("groups", "gruppen", "the group"),
    ("matters", "ärendet", "the matter"),
    ("meetings", "mötet", "the meeting"),
    ("organisations", "organisationen", "the organisation"),
    ("people", "personen", "the person"),
    ("plans", "samverkansplanen", "the collaboration plan"),
    ("proposals", "förslaget", "the proposal"),
    ("publications", "publiceringen", "the publication"),
    ("recesses", "uppehållet", "the recess"),
    ("record", "hela underlaget", "the whole record"),
    ("reports", "rapporten", "the report"),
    ("routines", "rutinen", "the routine"),
    ("waivers", "det beslutade avsteget", "the waiver"),
];

/// Names of things by their ids.
pub(crate) struct Names {
    lang: Lang,
    things: HashMap<String, String>,
    codes: HashMap<String, String>,
    waivers: Vec<String>,
}

impl Names {
    /// Gathers the names of a record; those of people only when `people` may be named, never of the protected.
    pub(crate) fn of(record: &Record, charter: &Charter, lang: Lang, people: bool) -> Self {
        let mut names =
            Self { lang, things: HashMap::new(), codes: codes(charter, lang), waivers: Vec::new() };
        names.organisations_and_groups(record, charter);
        if people {
            names.people(record);
        }
        names.events(record);
        names.waivers = waivers(&names, record);
        names
    }

    fn name(&mut self, id: &Field<Id>, name: Option<String>) {
        if let (Some(id), Some(name)) = (id.known(), name) {
            self.things.entry(id.to_string()).or_insert_with(|| shown(&name));
        }
    }

    fn organisations_and_groups(&mut self, record: &Record, charter: &Charter) {
        let lang = self.lang;
        for Organisation { id, name, .. } in known(&record.organisations) {
            self.name(id, name.known().cloned());
        }
        for group in known(&record.groups) {
            let kind = group.kind.known().copied();
            let municipality = group.municipality.known().map(|code| charter.municipality(code));
            let name = group.name.known().cloned().or_else(|| match (kind?, municipality) {
                (GroupKind::Nosam, Some(municipality)) => Some(format!("NOSAM {municipality}")),
                (kind, _) => {
                    let id = group.id.known()?;
                    Some(format!("{} `{id}`", upper(kind.label(lang))))
                }
            });
            self.name(&group.id, name);
        }
    }

    fn people(&mut self, record: &Record) {
        for person in known(&record.people) {
            let open = person.protected.is_absent() || person.protected.known() == Some(&false);
            self.name(&person.id, person.name.known().filter(|_| open).cloned());
        }
    }

    fn events(&mut self, record: &Record) {
        let lang = self.lang;
        for meeting in known(&record.meetings) {
            let kind = match &meeting.kind {
                Field::Absent => MeetingKind::Ordinary.label(lang),
                Field::Known(kind) => kind.label(lang),
                Field::Unreadable(_) if lang == Lang::Sv => "möte",
                Field::Unreadable(_) => "meeting",
            };
            let name = meeting.start.known().map(|start| {
                let (kind, day) = (upper(kind), start.day());
                let groups: Vec<String> =
                    known(&meeting.groups).map(|group| self.thing(group.as_str())).collect();
                format!("{kind} {day}, {}", groups.join(", "))
            });
            self.name(&meeting.id, name);
        }
        for matter in known(&record.matters) {
            let name = matter
                .title
                .known()
                .map(|title| say!(lang; sv: "Ärendet ”{title}”", en: "The matter “{title}”"));
            self.name(&matter.id, name);
        }
        for plan in known(&record.activity_plans) {
            for activity in plan.activities.known().into_iter().flatten().filter_map(Field::known) {
                let title = activity.title.known();
                let name =
                    title.map(|title| say!(lang; sv: "aktiviteten ”{title}”", en: "the activity “{title}”"));
                self.name(&activity.id, name);
            }
        }
        for report in known(&record.reports) {
            let name = (|| {
                let kind = upper(report.kind.known()?.label(lang));
                let from = self.thing(report.from_group.known()?.as_str());
                let day = report.on.known()?;
                Some(say!(lang; sv: "{kind} från {from} {day}", en: "{kind} from {from} {day}"))
            })();
            self.name(&report.id, name);
        }
    }

    /// The waiver at a place, in words.
    pub(crate) fn waiver(&self, at: &Pointer) -> Option<&str> {
        match at.0.as_slice() {
            [Token::Key(_), Token::Index(index), ..] => self.waivers.get(*index as usize).map(String::as_str),
            _ => None,
        }
    }

    /// The thing of this id.
    pub(crate) fn thing(&self, id: &str) -> String {
        self.things.get(id).cloned().unwrap_or_else(|| quoted(id))
    }

    /// A subject in words, a capital letter first.
    pub(crate) fn subject(&self, subject: &str) -> String {
        upper(&self.in_words(subject))
    }

    fn in_words(&self, subject: &str) -> String {
        let (section, rest) = match subject.find(['/', '#']) {
            None => (subject, ""),
            Some(place) => subject.split_at(place),
        };
        let (id, key) = match rest.strip_prefix('/') {
            None => (None, rest.strip_prefix('#')),
            Some(rest) => {
                let (id, key) = self.split(rest);
                (Some(id), key)
            }
        };
        let thing = match id {
            Some(id) => Some(self.things.get(id).cloned().unwrap_or_else(|| {
                let label = self.section(section).map(|label| format!("{label} ")).unwrap_or_default();
                format!("{label}{}", quoted(id))
            })),
            None if section.is_empty() => None,
            None => Some(self.section(section).map_or_else(|| quoted(section), str::to_owned)),
        };
        let key = key.map(|key| self.key(section, key));
        match (thing, key) {
            (Some(thing), Some(key)) => format!("{thing}, {key}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => String::new(),
        }
    }

    /// Id and key of `id#key`, where either may hold a `#`.
    fn split<'t>(&self, text: &'t str) -> (&'t str, Option<&'t str>) {
        if self.things.contains_key(text) {
            return (text, None);
        }
        let parts = |place: usize| (&text[..place], Some(&text[place + 1..]));
        let mut places = text.match_indices('#').map(|(place, _)| place);
        let known = places.clone().rev().find(|place| self.things.contains_key(&text[..*place]));
        known.or_else(|| places.next()).map_or((text, None), parts)
    }

    fn section(&self, section: &str) -> Option<&'static str> {
        let (_, sv, en) = SECTIONS.iter().find(|(key, ..)| *key == section)?;
        Some(if self.lang == Lang::Sv { sv } else { en })
    }

    fn key(&self, section: &str, key: &str) -> String {
        let lang = self.lang;
        if let Some(name) = self.things.get(key).or_else(|| self.codes.get(key)) {
            return name.clone();
        }
        if let Some(day) = Day::parse(key) {
            return match section {
                "groups" => say!(lang; sv: "från {day}", en: "from {day}"),
                _ => day.to_string(),
            };
        }
        let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_year(key) {
            return key.to_owned();
        }
        match key.split_once("-H") {
            Some((year, "1")) if is_year(year) => {
                return say!(lang; sv: "första halvåret {year}", en: "the first half of {year}");
            }
            Some((year, "2")) if is_year(year) => {
                return say!(lang; sv: "andra halvåret {year}", en: "the second half of {year}");
            }
            _ => {}
        }
        match key.rsplit_once(':') {
            Some((first, second)) => {
                let first = self.things.get(first).cloned().unwrap_or_else(|| quoted(first));
                let second = match Day::parse(second) {
                    Some(day) => say!(lang; sv: "från {day}", en: "from {day}"),
                    None => self.codes.get(second).cloned().unwrap_or_else(|| quoted(second)),
                };
                format!("{first}, {second}")
            }
            None => quoted(key),
        }
    }
}

/// Every waiver in words: decided when and by whom, in force until when, and why.
fn waivers(names: &Names, record: &Record) -> Vec<String> {
    let lang = names.lang;
    let list = record.waivers.known().map_or(&[] as &[_], Vec::as_slice);
    list.iter()
        .map(|waiver| {
            let Some(waiver) = waiver.known() else { return String::new() };
            let mut parts = Vec::new();
            if let Some(day) = waiver.on.known() {
                let groups: Vec<String> =
                    known(&waiver.decided_by).map(|group| names.thing(group.as_str())).collect();
                let by = match (groups.is_empty(), lang) {
                    (true, _) => String::new(),
                    (false, Lang::Sv) => format!(" av {}", groups.join(", ")),
                    (false, Lang::En) => format!(" by {}", groups.join(", ")),
                };
                parts.push(say!(lang; sv: "beslutat {day}{by}", en: "decided {day}{by}"));
            }
            match waiver.to.known() {
                Some(day) => {
                    parts.push(say!(lang; sv: "gäller till och med {day}", en: "in force until {day}"))
                }
                None => {
                    parts.push(say!(lang; sv: "gäller tills vidare", en: "in force until further notice"))
                }
            }
            parts.extend(waiver.reason.known().map(|reason| format!("”{}”", shown(reason))));
            parts.join(", ")
        })
        .collect()
}

/// Names of the codes that a subject may be told by.
fn codes(charter: &Charter, lang: Lang) -> HashMap<String, String> {
    let listed = charter.goals.iter().chain(&charter.target_groups).chain(&charter.parties);
    let listed = listed.map(|it| (it.code.as_str(), if lang == Lang::Sv { &it.sv } else { &it.en }.as_str()));
    let boards = charter.boards.iter().map(|it| (it.code.as_str(), it.name.as_str()));
    let municipalities = charter.municipalities.iter().map(|it| (it.code.as_str(), it.name.as_str()));
    let kinds = OrganisationKind::ALL.iter().map(|it| (it.code(), it.label(lang)));
    let functions = MemberFunction::ALL.iter().map(|it| (it.code(), it.label(lang)));
    let offices = OfficeKind::ALL.iter().map(|it| (it.code(), it.label(lang)));
    let sides = [Principal::Municipality, Principal::Region].map(|it| {
        let side = match (it, lang) {
            (Principal::Municipality, Lang::Sv) => "kommunens sida",
            (Principal::Municipality, Lang::En) => "the municipal side",
            (_, Lang::Sv) => "regionens sida",
            (_, Lang::En) => "the regional side",
        };
        (it.code(), side)
    });
    let sectors = match lang {
        Lang::Sv => [("primary_care", "primärvården"), ("specialist_care", "den specialiserade vården")],
        Lang::En => [("primary_care", "primary care"), ("specialist_care", "specialist care")],
    };
    let all = kinds
        .chain(sectors)
        .chain(functions)
        .chain(offices)
        .chain(sides)
        .chain(listed)
        .chain(boards)
        .chain(municipalities);
    all.map(|(code, name)| (code.to_owned(), shown(name))).collect()
}

/// The things of a section that can be read.
fn known<T>(list: &Field<Vec<Field<T>>>) -> impl Iterator<Item = &T> {
    list.known().into_iter().flatten().filter_map(Field::known)
}

fn quoted(id: &str) -> String {
    format!("`{}`", shown(id).replace('`', "·"))
}

/// The same text with a capital letter first.
pub(crate) fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(people: bool) -> Names {
        let record = Record::read(
            br##"{
              "organisations": [{"id": "vc", "name": "Vardcentralen Norr", "kind": "care_centre"}],
              "people": [{"id": "ada", "name": "Ada Ek"}, {"id": "bo", "name": "Bo Al", "protected": true}],
              "groups": [{"id": "a", "kind": "nosam", "municipality": "1489"},
                         {"id": "a#b", "kind": "theme_group", "name": "Tema \u202e"}],
              "meetings": [{"id": "m", "groups": ["a"], "start": "2024-03-05T13:00"}]
            }"##,
        );
        Names::of(&record.expect("a record"), &Charter::samla_2023(), Lang::Sv, people)
    }

    #[test]
    fn subjects_are_told_in_words() {
        for (subject, words) in [
            ("groups/a", "NOSAM Alingsås"),
            ("groups/a#2024-H1", "NOSAM Alingsås, första halvåret 2024"),
            ("groups/a#2024-03-01", "NOSAM Alingsås, från 2024-03-01"),
            ("groups/a#vc", "NOSAM Alingsås, Vardcentralen Norr"),
            ("groups/pol#B03", "Gruppen `pol`, Regionhälsan"),
            ("groups/sg#a:vice_chair", "Gruppen `sg`, NOSAM Alingsås, vice ordförande"),
            ("groups/a#b", "Tema ·"),
            ("groups/a#b#2024", "Tema ·, 2024"),
            ("meetings/m#chair", "Ordinarie möte 2024-03-05, NOSAM Alingsås, ordförande"),
            ("#1441", "Lerum"),
            ("record", "Hela underlaget"),
            ("waivers", "Det beslutade avsteget"),
        ] {
            assert_eq!(names(false).subject(subject), words, "{subject}");
        }
    }

    #[test]
    fn people_are_named_only_when_asked_for_and_never_when_protected() {
        assert_eq!(names(false).subject("groups/a#ada"), "NOSAM Alingsås, `ada`");
        assert_eq!(names(true).subject("groups/a#ada:2024-01-01"), "NOSAM Alingsås, Ada Ek, från 2024-01-01");
        assert_eq!(names(true).subject("groups/a#bo"), "NOSAM Alingsås, `bo`");
    }
}
