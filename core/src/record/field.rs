//! Absent, known and unreadable: the three states of every value, and how JSON becomes one of them.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::doubt::Doubt;
use super::keys::{Inside, Scan, UnknownKey};
use super::known::Known;
use super::personal_number::{self, Number};
use super::problem::Problem;
use super::scalar::PersonId;
use super::text::HALF_A_CHARACTER;
use crate::calendar::Day;
use crate::described::{Expected, FieldText, Named, Slot};
use crate::path::{Path, Pointer, Token};

/// A value of the record: nobody said, said and read, or said and not readable.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    /// Nobody said: the key is not there, or its value is `null`, empty or white space.
    #[default]
    Absent,
    /// Said and read. An empty list is known to be empty.
    Known(T),
    /// Said, and no value of this kind.
    Unreadable(Fault),
    /// Said, read and passed over: it counts as absent.
    Aside(Box<Aside<T>>),
}

/// A value that counts as absent: what names nobody, or what its list has named before.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside<T> {
    /// What stands there.
    pub value: T,
    /// Why it does not count; `None` where that is told of a value inside.
    pub doubt: Option<Doubt>,
}

/// A list of the record. Each item is read on its own, so that a bad one hides no other.
pub type List<T> = Vec<Field<T>>;

impl<T> Field<T> {
    /// The value, where it is known.
    #[must_use]
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Unreadable(_) | Self::Aside(_) => None,
        }
    }

    /// Did nobody say, or nothing that counts?
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent | Self::Aside(_))
    }

    /// Is it said and passed over?
    pub(crate) fn is_aside(&self) -> bool {
        matches!(self, Self::Aside(_))
    }

    pub(crate) fn unreadable(problem: Problem) -> Self {
        Self::Unreadable(Fault { problem, inside: Vec::new() })
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(to),
            Self::Aside(aside) => aside.value.serialize(to),
            Self::Absent | Self::Unreadable(_) => to.serialize_none(),
        }
    }
}

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong with the value.
    pub problem: Problem,
    /// Personal identity numbers further inside, by their place below the value.
    pub(crate) inside: Vec<Inside>,
}

/// Is shown each day of a value and where it stands.
#[doc(hidden)]
pub type ShowDay<'s> = &'s mut dyn FnMut(Path, Day);
/// Is shown each person of a value and where it stands.
#[doc(hidden)]
pub type ShowPerson<'s, 'a> = &'s mut dyn FnMut(Path, &'a PersonId);
/// Is shown what names a thing.
#[doc(hidden)]
pub type ShowNamed<'s, 'a> = &'s mut dyn FnMut(Named<'a>);

/// What a kind of value makes of the JSON that it meets, and of the rest of the record.
///
/// Whatever a kind does not take is drained, searched for personal identity numbers and unreadable.
pub trait Read: Sized {
    /// What should stand here, for the sentence that says so.
    const EXPECTED: Expected;
    /// The fields of an object, or of the objects of a list.
    const BELOW: &[Slot] = &[];

    /// From a text that is neither empty nor holds a personal identity number.
    #[doc(hidden)]
    fn from_text(_: &str) -> Result<Self, Problem> {
        Err(Problem::WrongType { expected: Self::EXPECTED, found: Expected::Text })
    }

    /// From `true` or `false`.
    #[doc(hidden)]
    fn from_flag(_: bool) -> Result<Self, Problem> {
        Err(Problem::WrongType { expected: Self::EXPECTED, found: Expected::Flag })
    }

    /// From a number; `None` where it is no whole one.
    #[doc(hidden)]
    fn from_number(_: Option<i64>) -> Result<Self, Problem> {
        Err(Problem::WrongType { expected: Self::EXPECTED, found: Expected::Number })
    }

    /// From a list.
    #[doc(hidden)]
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Field<Self>, A::Error> {
        let mut inside = Vec::new();
        Scan { path: &mut Vec::new(), found: &mut inside }.list(&mut list)?;
        let problem = Problem::WrongType { expected: Self::EXPECTED, found: Expected::List };
        Ok(Field::Unreadable(Fault { problem, inside }))
    }

    /// From an object.
    #[doc(hidden)]
    fn from_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<Field<Self>, A::Error> {
        let mut inside = Vec::new();
        Scan { path: &mut Vec::new(), found: &mut inside }.object(&mut object)?;
        let problem = Problem::WrongType { expected: Self::EXPECTED, found: Expected::Object };
        Ok(Field::Unreadable(Fault { problem, inside }))
    }

    /// Holds the value against the rest of the record and the charter; an error makes it unreadable.
    #[doc(hidden)]
    fn settle(&mut self, _: &Known<'_>) -> Result<(), Problem> {
        Ok(())
    }

    /// Does the value, once settled, count as absent, and why?
    #[doc(hidden)]
    fn aside(&self, _: &Known<'_>) -> Option<Option<Doubt>> {
        None
    }

    /// The id by which a list may name the same thing twice.
    #[doc(hidden)]
    fn listed(&self) -> Option<&str> {
        None
    }

    /// Shows every fault at or below the value.
    #[doc(hidden)]
    fn faults(&self, _: Path, _: &mut dyn FnMut(Path, Flaw<'_>)) {}

    /// Shows every day at or below the value.
    #[doc(hidden)]
    fn days(&self, _: Path, _: ShowDay<'_>) {}

    /// Shows every person named at or below the value.
    #[doc(hidden)]
    fn people<'a>(&'a self, _: Path, _: ShowPerson<'_, 'a>) {}

    /// What names the thing among its like.
    #[doc(hidden)]
    fn named(&self) -> Named<'_> {
        Named::default()
    }

    /// Shows what names the things of lists on the way to `at`, the outermost first.
    #[doc(hidden)]
    fn things<'a>(&'a self, _at: &[Token], _show: ShowNamed<'_, 'a>) {}
}

/// Something of the record that a finding must name.
#[doc(hidden)]
pub enum Flaw<'a> {
    /// A value that could not be read.
    Value(&'a Fault),
    /// A value that counts as absent.
    Aside(&'a Doubt),
    /// A key that the record does not know, and the fields that it stands among.
    Key(&'a UnknownKey, &'static [FieldText]),
}

impl<'a> Flaw<'a> {
    /// The places of the personal identity numbers in what stands at `path`, and what each is.
    pub(crate) fn personal_numbers(&self, path: Path) -> impl Iterator<Item = (Pointer, Number)> + use<'a> {
        let (here, inside) = match *self {
            Self::Value(Fault { problem: Problem::PersonalNumber(number), inside }) => {
                (Some(*number), inside.as_slice())
            }
            Self::Value(fault) => (None, fault.inside.as_slice()),
            Self::Aside(_) => (None, &[][..]),
            Self::Key(key, _) => (key.name.as_ref().err().copied(), key.inside.as_slice()),
        };
        let here = here.map(|number| (Vec::new(), number));
        here.into_iter().chain(inside.iter().cloned()).map(move |(below, number)| {
            let mut at = Pointer::from(path);
            at.0.extend(below);
            (at, number)
        })
    }
}

impl<T: Read> Field<T> {
    /// What a text says: nothing when it is blank.
    pub(super) fn from_text(text: &str) -> Self {
        if text.trim().is_empty() {
            Self::Absent
        } else if let Some(number) = personal_number::find(text) {
            Self::unreadable(Problem::PersonalNumber(number))
        } else if text.contains(HALF_A_CHARACTER) {
            Self::unreadable(Problem::WrongType { expected: T::EXPECTED, found: Expected::BrokenText })
        } else {
            Self::from_result(T::from_text(text))
        }
    }

    /// Settles the value; one that fails becomes unreadable, and one that names nobody is passed over.
    pub(crate) fn settle(&mut self, known: &Known<'_>) {
        let Self::Known(value) = self else { return };
        if let Err(problem) = value.settle(known) {
            *self = Self::unreadable(problem);
        } else if let Some(doubt) = value.aside(known) {
            self.pass_over(doubt);
        }
    }

    /// Lets a known value count as absent.
    fn pass_over(&mut self, doubt: Option<Doubt>) {
        match std::mem::take(self) {
            Self::Known(value) => *self = Self::Aside(Box::new(Aside { value, doubt })),
            other => *self = other,
        }
    }

    /// Lets a text that says nothing count as absent.
    pub(super) fn pass_over_nothing(&mut self, known: &Known<'_>)
    where
        T: AsRef<str>,
    {
        if let Self::Known(value) = self
            && known.charter.placeholders.says_nothing(value.as_ref())
        {
            let doubt = Doubt::SaysNothing(value.as_ref().to_owned());
            self.pass_over(Some(doubt));
        }
    }

    /// The value, also where it is passed over.
    fn said(&self) -> Option<&T> {
        match self {
            Self::Aside(aside) => Some(&aside.value),
            other => other.known(),
        }
    }

    pub(crate) fn faults(&self, path: Path, show: &mut dyn FnMut(Path, Flaw<'_>)) {
        match self {
            Self::Absent => {}
            Self::Known(value) => value.faults(path, show),
            Self::Unreadable(fault) => show(path, Flaw::Value(fault)),
            Self::Aside(aside) => {
                aside.value.faults(path, show);
                aside.doubt.iter().for_each(|doubt| show(path, Flaw::Aside(doubt)));
            }
        }
    }

    pub(crate) fn days(&self, path: Path, show: ShowDay<'_>) {
        if let Some(value) = self.said() {
            value.days(path, show);
        }
    }

    pub(crate) fn people<'a>(&'a self, path: Path, show: ShowPerson<'_, 'a>) {
        if let Some(value) = self.known() {
            value.people(path, show);
        }
    }

    pub(crate) fn things<'a>(&'a self, at: &[Token], show: ShowNamed<'_, 'a>) {
        if let Some(value) = self.said() {
            value.things(at, show);
        }
    }

    /// The day that is said here.
    pub(crate) fn day(&self) -> Option<Day> {
        let mut said = None;
        self.days(Path::ROOT, &mut |_, day| said = Some(day));
        said
    }

    /// A second value for the same key: neither counts.
    pub(crate) fn repeat(&mut self, key: &'static str, again: Self) {
        let mut inside = Vec::new();
        for value in [std::mem::take(self), again] {
            value.faults(Path::ROOT, &mut |path, flaw| {
                inside.extend(flaw.personal_numbers(path).map(|(at, number)| (at.0, number)));
            });
        }
        *self = Self::Unreadable(Fault { problem: Problem::RepeatedKey(key), inside });
    }

    /// Makes an absent value unreadable, because the record must say it.
    pub(crate) fn require(&mut self, field: &'static str) {
        if matches!(self, Self::Absent) {
            *self = Self::unreadable(Problem::MissingField(field));
        }
    }

    fn from_result(result: Result<T, Problem>) -> Self {
        result.map_or_else(Self::unreadable, Self::Known)
    }
}

impl<T: Read> Read for List<T> {
    const EXPECTED: Expected = Expected::List;
    const BELOW: &[Slot] = T::BELOW;

    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Field<Self>, A::Error> {
        let mut items = Self::new();
        while let Some(mut item) = list.next_element::<Field<T>>()? {
            if item.is_absent() {
                let problem = Problem::WrongType { expected: T::EXPECTED, found: Expected::Nothing };
                item = Field::unreadable(problem);
            }
            items.push(item);
        }
        Ok(Field::Known(items))
    }

    /// What one list names twice counts once.
    fn settle(&mut self, known: &Known<'_>) -> Result<(), Problem> {
        let mut seen = HashSet::new();
        for item in self {
            item.settle(known);
            let named = item.known().and_then(T::listed).map(str::to_owned);
            if let Some(name) = named.filter(|name| !seen.insert(name.clone())) {
                item.pass_over(Some(Doubt::NamedTwice(name)));
            }
        }
        Ok(())
    }

    fn faults(&self, path: Path, show: &mut dyn FnMut(Path, Flaw<'_>)) {
        for (index, item) in self.iter().enumerate() {
            item.faults(path.index(index), show);
        }
    }

    fn days(&self, path: Path, show: ShowDay<'_>) {
        for (index, item) in self.iter().enumerate() {
            item.days(path.index(index), show);
        }
    }

    fn people<'a>(&'a self, path: Path, show: ShowPerson<'_, 'a>) {
        for (index, item) in self.iter().enumerate() {
            item.people(path.index(index), show);
        }
    }

    fn things<'a>(&'a self, at: &[Token], show: ShowNamed<'_, 'a>) {
        if let [Token::Index(index), below @ ..] = at
            && let Some(thing) = self.get(*index as usize).and_then(Field::said)
        {
            show(thing.named());
            thing.things(below, show);
        }
    }
}

impl Read for bool {
    const EXPECTED: Expected = Expected::Flag;

    fn from_flag(flag: bool) -> Result<Self, Problem> {
        Ok(flag)
    }
}

impl<'de, T: Read> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue(PhantomData))
    }
}

struct AnyValue<T>(PhantomData<T>);

impl<'de, T: Read> Visitor<'de> for AnyValue<T> {
    type Value = Field<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Field::Absent)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Field::from_result(T::from_flag(flag)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Field::from_result(T::from_number(Some(number))))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Field::from_result(T::from_number(Some(i64::try_from(number).unwrap_or(i64::MAX)))))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Field::from_result(T::from_number(None)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Field::from_text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        T::from_list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        T::from_object(object)
    }
}
