//! Who is who: persons, organisations and groups that are spelt almost as others, and people without an entry.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::doubt::Doubt;
use super::integrity::Found;
use super::{Id, PersonId, Read, Record, Ref, View};
use crate::calendar::DASHES;
use crate::charter::Charter;
use crate::codes::letters_apart;
use crate::path::Path;

/// Whoever is spelt as another, and persons who stand among people under another id or not at all.
///
/// What looks like somebody's name is repeated only where `names` may be.
pub(super) fn look(record: Ref<'_, Record>, charter: &Charter, names: bool, found: &mut Found) {
    let mut organisations = Spellings::default();
    for one in record.organisations().items() {
        organisations.entry(one.id(), one.name());
    }
    organisations.tell(found);
    persons(record, charter, names, found);
    let mut groups = Spellings::default();
    for one in record.groups().items() {
        groups.name(one.id(), one.name());
    }
    groups.tell(found);
}

/// What things of one kind are called, in the order of the record.
#[derive(Default)]
struct Spellings<'a> {
    all: Vec<Spelt<'a>>,
}

/// One thing by its id, as it is spelt at one place.
struct Spelt<'a> {
    id: &'a str,
    spelling: String,
    at: Path,
    /// Is it the name of an entry?
    name: bool,
}

impl<'a> Spellings<'a> {
    fn entry(&mut self, id: View<'a, Id>, name: View<'a, String>) {
        self.name(id, name);
        if let Some(known) = id.known() {
            self.add(known.as_str(), known.as_str(), id.path, false);
        }
    }

    fn name(&mut self, id: View<'a, Id>, name: View<'a, String>) {
        if let (Some(id), Some(known)) = (id.known(), name.known()) {
            self.add(id.as_str(), known, name.path, true);
        }
    }

    fn add(&mut self, id: &'a str, spelt: &str, at: Path, name: bool) {
        self.all.push(Spelt { id, spelling: spelling(spelt), at, name });
    }

    /// Says of each thing once that it is spelt as one before it.
    fn tell(self, found: &mut Found) {
        let mut first: HashMap<String, (&str, Path)> = HashMap::new();
        let mut told: HashSet<(&str, &str)> = HashSet::new();
        for Spelt { id, spelling, at, name } in self.all {
            match first.entry(spelling) {
                Entry::Occupied(known) => {
                    let (other, earlier) = *known.get();
                    if other != id && told.insert((id, other)) {
                        found.beside(at, Doubt::ProbableDuplicate { id: other.to_owned(), name }, earlier);
                    }
                }
                Entry::Vacant(place) => {
                    place.insert((id, at));
                }
            }
        }
    }
}

/// A person whom the record names without an entry in `people`.
struct Stranger<'a> {
    id: &'a str,
    /// The first place that names it.
    at: Path,
    /// How many places do.
    times: usize,
}

fn persons<'a>(record: Ref<'a, Record>, charter: &Charter, names: bool, found: &mut Found) {
    let mut entries: HashSet<&str> = HashSet::new();
    let mut spellings = Spellings::default();
    for one in record.people().items() {
        let Some(id) = one.id().known() else { continue };
        entries.insert(id.as_str());
        let called = one.name().known().map_or(id.as_str(), String::as_str);
        if !charter.placeholders.is_nobody(called) {
            spellings.entry(one.id(), one.name());
        }
    }
    let mut used: HashSet<&str> = HashSet::new();
    let mut strangers: Vec<Stranger<'a>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    record.item.people(record.path, &mut |at, person| {
        let id = PersonId::as_str(person);
        if entries.contains(id) {
            used.insert(id);
        } else if let Some(place) = places.get(id) {
            strangers[*place].times += 1;
        } else {
            places.insert(id, strangers.len());
            strangers.push(Stranger { id, at, times: 1 });
        }
    });
    if !record.item.people.is_absent() {
        let most_have_entries = used.len() > strangers.len();
        let near = Near::of(spellings.all.iter().map(|spelt| (spelt.spelling.as_str(), spelt.id)));
        let readable = record.people().unread().is_none();
        strangers.retain(|stranger| {
            let meant = near.to(&spelling(stranger.id)).map(str::to_owned);
            let told = meant.is_some() || (most_have_entries && readable);
            if told {
                let id = Some(stranger.id).filter(|id| names || !looks_like_a_name(id));
                found.at(stranger.at, Doubt::UnknownPerson { id: id.map(str::to_owned), meant });
            }
            !told
        });
    }
    for Stranger { id, at, .. } in &strangers {
        spellings.add(id, id, *at, false);
    }
    spellings.tell(found);
    one_letter_apart(&strangers, found);
}

/// Says of each person who is named once that another without an entry is spelt with one letter's difference.
fn one_letter_apart(strangers: &[Stranger<'_>], found: &mut Found) {
    let mut told: HashSet<&str> = HashSet::new();
    let spelt: Vec<String> = strangers.iter().map(|stranger| spelling(stranger.id)).collect();
    let near = Near::of(spelt.iter().map(String::as_str).zip(strangers));
    for (one, spelling) in strangers.iter().zip(&spelt).rev().filter(|(one, _)| one.times == 1) {
        let others = near.all(spelling).into_iter().rev();
        let others = others.filter(|other| other.id != one.id && !told.contains(other.id));
        let Some(other) = others.max_by_key(|other| other.times) else { continue };
        told.insert(one.id);
        found.beside(one.at, Doubt::ProbableDuplicate { id: other.id.to_owned(), name: false }, other.at);
    }
}

/// Spellings by what is left of them without one letter, so that those near to one are found at once.
struct Near<'s, T> {
    all: Vec<(&'s str, T)>,
    without: HashMap<String, Vec<usize>>,
}

impl<'s, T: Copy> Near<'s, T> {
    fn of(all: impl Iterator<Item = (&'s str, T)>) -> Self {
        let mut near = Self { all: all.collect(), without: HashMap::new() };
        for (place, (spelling, _)) in near.all.iter().enumerate() {
            for left in without_one(spelling) {
                near.without.entry(left).or_default().push(place);
            }
        }
        near
    }

    /// What is spelt with one letter's difference, in the order of the spellings.
    fn all(&self, spelling: &str) -> Vec<T> {
        let places = without_one(spelling).into_iter().filter_map(|left| self.without.get(&left)).flatten();
        let mut places: Vec<usize> = places.copied().collect();
        places.sort_unstable();
        places.dedup();
        let near = places.into_iter().map(|place| self.all[place]);
        near.filter(|(other, _)| is_one_letter_apart(other, spelling)).map(|(_, thing)| thing).collect()
    }
}

impl<'s> Near<'s, &'s str> {
    /// The first that is spelt so, or else the first that is near.
    fn to(&self, spelling: &str) -> Option<&'s str> {
        let same = self.all.iter().find(|(other, _)| *other == spelling).map(|(_, id)| *id);
        same.or_else(|| self.all(spelling).first().copied())
    }
}

/// A spelling, and what is left of it when a letter is taken away: what is one letter apart shares one of these.
fn without_one(spelling: &str) -> Vec<String> {
    let left = spelling.char_indices().map(|(at, letter)| {
        let (before, after) = spelling.split_at(at);
        format!("{before}{}", &after[letter.len_utf8()..])
    });
    left.chain([spelling.to_owned()]).collect()
}

/// The fewest letters of a spelling that may be another's with a slip.
const LETTERS: usize = 5;

/// Is one letter, and no digit, added, missing, exchanged or swapped with its neighbour?
pub(super) fn is_one_letter_apart(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let lengths = [one, other].map(|text| text.chars().count());
    if lengths[0].abs_diff(lengths[1]) > 1 || digits(one) != digits(other) {
        return false;
    }
    let [own, others] = [one, other].map(letters);
    own != others
        && [&own, &others].into_iter().all(|text| text.chars().count() >= LETTERS)
        && letters_apart(one, other) == 1
}

/// Are two ids spelt the same but for case, hyphens and spaces, or with one letter's difference?
pub(crate) fn is_spelt_alike(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(spelling);
    one == other || is_one_letter_apart(&one, &other)
}

/// Does a text look like the name of somebody: several words of letters?
pub(super) fn looks_like_a_name(text: &str) -> bool {
    let of_letters = |word: &str| {
        word.chars().any(char::is_alphabetic)
            && word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter))
    };
    text.split_whitespace().count() > 1 && text.split_whitespace().all(of_letters)
}

/// A name without spaces, hyphens and case, with å, ä and ö that were decoded twice, or taken apart, mended.
pub(super) fn spelling(name: &str) -> String {
    const DAMAGE: &[(&str, &str)] = &[
        ("Ã¥", "å"),
        ("Ã¤", "ä"),
        ("Ã¶", "ö"),
        ("Ã\u{85}", "å"),
        ("Ã…", "å"),
        ("Ã\u{84}", "ä"),
        ("Ã„", "ä"),
        ("Ã\u{96}", "ö"),
        ("Ã–", "ö"),
    ];
    let mut mended = name.to_owned();
    if name.contains('Ã') {
        for (damaged, letter) in DAMAGE {
            mended = mended.replace(damaged, letter);
        }
    }
    let mut plain = String::with_capacity(mended.len());
    for letter in mended.chars().flat_map(char::to_lowercase) {
        let joined = match (letter, plain.chars().next_back()) {
            ('\u{30A}', Some('a')) => 'å',
            ('\u{308}', Some('a')) => 'ä',
            ('\u{308}', Some('o')) => 'ö',
            _ => {
                if !letter.is_whitespace() && letter != '-' && !DASHES.contains(letter) {
                    plain.push(letter);
                }
                continue;
            }
        };
        plain.pop();
        plain.push(joined);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ_only_in_what_people_overlook() {
        let name = spelling("Vård- och omsorgsnämnden Östra");
        for same in [
            "VÅRD OCH OMSORGSNÄMNDEN ÖSTRA",
            "VÃ¥rd- och omsorgsnÃ¤mnden Ã–stra",
            "Va\u{30A}rd–och omsorgsna\u{308}mndenO\u{308}stra",
        ] {
            assert_eq!(spelling(same), name, "{same}");
        }
        assert_ne!(spelling("Hallen"), spelling("Hällen"));
    }

    #[test]
    fn one_letter_is_added_missing_exchanged_or_swapped() {
        for (one, other, near) in [
            ("alvaandersson", "alvaanderson", true),
            ("alvaandersson", "alvaandersosn", true),
            ("alvaandersson", "alvoandersson", true),
            ("alvaandersson", "alvaandersen", false),
            ("alvaandersson", "alvaandersson", false),
            ("farid", "faird", true),
            ("farid", "fari", false),
            ("alva", "alvo", false),
            ("person1", "person2", false),
            ("person", "person1", false),
            ("persona1", "personb1", true),
            ("person1a", "persona1", false),
        ] {
            assert_eq!(is_one_letter_apart(one, other), near, "{one} {other}");
            let found = Near::of([(other, other)].into_iter()).to(one);
            assert_eq!(found.is_some(), near || one == other, "{one} {other}");
        }
    }

    #[test]
    fn several_words_of_letters_look_like_a_name() {
        for name in ["Alva Andersson", "alva andersson", "Anna-Lena O'Hara", "A. Ek"] {
            assert!(looks_like_a_name(name), "{name}");
        }
        for id in ["alva", "alva-andersson", "vc 3", "vc_norr ost", "Alva", "?"] {
            assert!(!looks_like_a_name(id), "{id}");
        }
    }
}
