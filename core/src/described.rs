//! How an object of record, charter or report is described: once, in its noun's file.
//!
//! From the one description come the Rust type, the reading, JSON Schema and what is generated from it, and
//! what people are told that a field is called.

mod object;
#[cfg(feature = "schema")]
pub(crate) mod schema;

use std::iter;
use std::ops::Deref;

use crate::calendar::Day;
use crate::codes::{letters_apart, same_spelling};
use crate::lang::{Both, Lang};
use crate::path::{Pointer, Related, Token};

pub(crate) use object::object;

/// What a value is, or should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// A text.
    Text,
    /// The id of something in the record.
    Id,
    /// One of a list of codes.
    Code,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A local time, `YYYY-MM-DDTHH:MM`.
    Time,
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
    /// Nothing: `null` or an empty text.
    Nothing,
    /// A text with half a surrogate pair in it.
    BrokenText,
}

impl Expected {
    /// Its name with the indefinite article.
    #[must_use]
    pub fn name(self) -> Both {
        let (sv, en) = match self {
            Self::Text => ("en text", "a text"),
            Self::Id => ("ett id", "an id"),
            Self::Code => ("en kod", "a code"),
            Self::Day => ("en dag som 2024-03-05", "a day like 2024-03-05"),
            Self::Time => ("en tid som 2024-03-05T13:00", "a time like 2024-03-05T13:00"),
            Self::Flag => ("`true` eller `false`", "`true` or `false`"),
            Self::Number => ("ett tal", "a number"),
            Self::List => ("en lista", "a list"),
            Self::Object => ("ett objekt", "an object"),
            Self::Nothing => ("tomt", "empty"),
            Self::BrokenText => ("en text med ett trasigt tecken", "a text with a broken character"),
        };
        Both { sv, en }
    }
}

/// A label and a sentence, in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    pub(crate) label: Both,
    pub(crate) description: Both,
}

impl Text {
    /// What people call it.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        self.label.of(lang)
    }

    /// What it is, in one or two sentences.
    #[must_use]
    pub fn description(&self, lang: Lang) -> &'static str {
        self.description.of(lang)
    }
}

/// An object with what is written of it.
pub trait Described {
    /// What it is.
    const TEXT: Text;
    /// What is written of its fields, in their order.
    const FIELDS: &[FieldText];
}

/// What is written of one field.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FieldText {
    /// Its key in JSON.
    pub key: &'static str,
    /// Must it be there?
    pub required: bool,
    /// What it is called, and what it is.
    pub text: Text,
    /// What a number counts.
    pub unit: Option<Both>,
    /// What else people call it, where they write tables.
    pub aliases: &'static [&'static str],
    /// What may stand there, or in an item of the list that stands there.
    pub example: Option<&'static str>,
}

impl FieldText {
    /// Everything that it is called: its key, its labels and what else people call it.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let Both { sv, en } = self.text.label;
        [self.key, sv, en].into_iter().chain(self.aliases.iter().copied())
    }
}

/// A field of the record: what is written of it, and what it takes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Slot {
    /// What is written of it.
    pub field: FieldText,
    /// What kind of value it takes.
    pub kind: Expected,
    /// The fields of the object, or of each object of the list, that stands there.
    pub below: &'static [Slot],
}

impl Deref for Slot {
    type Target = FieldText;

    fn deref(&self) -> &FieldText {
        &self.field
    }
}

/// Every field of `slots` and below with its path, each before those below it.
pub(crate) fn walk(slots: &'static [Slot]) -> Vec<(String, &'static Slot)> {
    let mut all = Vec::new();
    for slot in slots {
        let place = if slot.kind == Expected::List { "/*/" } else { "/" };
        all.push((slot.key.to_owned(), slot));
        let below = walk(slot.below).into_iter();
        all.extend(below.map(|(path, slot_below)| (format!("{}{place}{path}", slot.key), slot_below)));
    }
    all
}

/// The fields that lead to `at`, the outermost first; it ends where a key is unknown.
pub(crate) fn along(mut slots: &'static [Slot], at: &Pointer) -> impl Iterator<Item = &'static Slot> {
    let mut tokens = at.0.iter();
    iter::from_fn(move || {
        let key = tokens.find_map(|token| match token {
            Token::Key(key) => Some(key),
            Token::Index(_) => None,
        })?;
        let slot = slots.iter().find(|slot| slot.key == key);
        slots = slot.map_or(&[], |slot| slot.below);
        slot
    })
}

/// The key of the field that another key is almost, or another name of.
///
/// Two letters may be wrong, in a key of four letters or fewer one.
pub(crate) fn meant(fields: &[FieldText], key: &str) -> Option<&'static str> {
    let spelling = same_spelling(key);
    if let Some(field) = fields.iter().find(|field| field.names().any(|name| same_spelling(name) == spelling))
    {
        return Some(field.key);
    }
    let near = fields.iter().filter_map(|field| {
        let letters = letters_apart(field.key, key);
        let most = if field.key.chars().count() <= 4 { 1 } else { 2 };
        (letters <= most).then_some((letters, field.key))
    });
    near.min_by_key(|(letters, _)| *letters).map(|(_, key)| key)
}

/// What names a thing of the record among its like: its id, or who it is about and its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// Its id.
    pub id: Option<&'a str>,
    /// The person, organisation, group or rule that it is about.
    pub who: Option<&'a str>,
    /// Its day, as a rule the first.
    pub day: Option<Day>,
}

/// Is a value what stands where nothing is said?
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The fields of an object of the record, each with what it takes.
pub(crate) const fn slots<const N: usize>(
    fields: &[FieldText],
    kinds: [(Expected, &'static [Slot]); N],
) -> [Slot; N] {
    let mut slots = [Slot { field: fields[0], kind: Expected::Nothing, below: &[] }; N];
    let mut place = 0;
    while place < N {
        let (kind, below) = kinds[place];
        slots[place] = Slot { field: fields[place], kind, below };
        place += 1;
    }
    slots
}

object! {
    impl Both<String> as Bilingual {
        sv "Text på båda språken", "En text på båda språken.";
        en "Text in both languages", "The same in both languages.";

        required sv: String {
            sv "På svenska", "Texten på svenska.";
            en "In Swedish", "In Swedish.";
        }

        required en: String {
            sv "På engelska", "Texten på engelska.";
            en "In English", "In English.";
        }
    }
}

object! {
    impl Related as Related {
        sv "Annan plats", "En annan plats i underlaget som en iakttagelse vilar på.";
        en "Related place", "Another place of the record that a finding rests on.";

        required at: Pointer {
            sv "Plats", "Platsen.";
            en "At", "The place.";
        }

        required role: &'static str {
            sv "Roll", "Vad platsen är för iakttagelsen.";
            en "Role", "What it is to the finding.";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record;

    #[test]
    fn labels_stand_without_a_full_stop_and_descriptions_are_sentences() {
        for (path, field) in record::fields() {
            for lang in [Lang::Sv, Lang::En] {
                let (label, says) = (field.text.label(lang), field.text.description(lang));
                // "T.o.m." is an abbreviation.
                assert!(
                    !label.is_empty() && (!label.ends_with('.') || label.contains(".o.m.")),
                    "{path}: {label}"
                );
                assert!(says.ends_with(['.', '?']), "{path}: {says}");
                assert!(
                    label.starts_with(char::is_uppercase) && says.starts_with(char::is_uppercase),
                    "{path}"
                );
            }
        }
    }

    #[test]
    fn two_fields_of_one_object_never_answer_to_one_name() {
        for (path, field) in record::fields() {
            for (place, one) in field.below.iter().enumerate() {
                let names: Vec<_> = one.names().map(same_spelling).collect();
                for other in &field.below[..place] {
                    let both = other.names().find(|name| names.contains(&same_spelling(name)));
                    assert_eq!(both, None, "{path}: {} and {}", one.key, other.key);
                }
            }
        }
    }

    #[test]
    fn a_key_is_meant_within_two_letters_or_one_of_a_short_key() {
        let meant = |key| meant(record::Member::FIELDS, key);
        for (key, is) in [
            ("staus", Some("status")),
            ("sttaus", Some("status")),
            ("stats_", Some("status")),
            ("stat", Some("status")),
            ("sta", None),
            ("form", Some("from")),
            ("frm", Some("from")),
            ("fm", None),
            ("t", Some("to")),
            ("on", None),
            ("Person", Some("person")),
            ("från och med", Some("from")),
            ("colour", None),
        ] {
            assert_eq!(meant(key), is, "{key}");
        }
    }

    #[test]
    fn the_fields_to_a_place_end_where_a_key_is_unknown() {
        let keys = ["groups", "members", "shoe_size", "from"];
        let at = Pointer(keys.iter().map(|key| Token::Key((*key).to_owned())).collect());
        let known: Vec<_> = record::fields_to(&at).map(|field| field.key).collect();
        assert_eq!(known, ["groups", "members"]);
    }
}
