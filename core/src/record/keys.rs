//! The keys of an object, and what stands where nothing reads.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::personal_number::{self, Number};
use crate::path::Token;

/// A key that the record does not know, with what was found under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// The key; or the personal identity number that it holds, which is never echoed.
    pub(crate) name: Result<String, Number>,
    /// Personal identity numbers below it, by their place below the object.
    pub(crate) inside: Vec<Inside>,
}

impl UnknownKey {
    /// Is it one of these?
    pub(crate) fn is_one_of(&self, keys: &[&str]) -> bool {
        self.name.as_deref().is_ok_and(|name| keys.contains(&name))
    }

    /// Drains the value of the key `name`.
    pub(crate) fn drain<'de, A: MapAccess<'de>>(name: String, object: &mut A) -> Result<Self, A::Error> {
        let mut inside = Vec::new();
        if let Some(number) = personal_number::find(&name) {
            object.next_value::<IgnoredAny>()?;
            return Ok(Self { name: Err(number), inside });
        }
        let path = &mut vec![Token::Key(name.clone())];
        object.next_value_seed(Scan { path, found: &mut inside })?;
        Ok(Self { name: Ok(name), inside })
    }
}

/// A personal identity number in what nothing reads, by its place below that.
pub(crate) type Inside = (Vec<Token>, Number);

/// A key of an object: one of the known ones, or another.
pub(crate) enum Key {
    /// Its place among the known ones.
    Known(usize),
    Unknown(String),
}

/// Reads a key without a copy when it is one of these.
pub(crate) struct KeyOf(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeyOf {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyOf {
    type Value = Key;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        Ok(match self.0.iter().position(|name| *name == text) {
            Some(index) => Key::Known(index),
            None => Key::Unknown(text.to_owned()),
        })
    }
}

/// Drains a value that nothing reads, and keeps the places of personal identity numbers in it.
pub(crate) struct Scan<'a> {
    pub(super) path: &'a mut Vec<Token>,
    pub(super) found: &'a mut Vec<Inside>,
}

impl Scan<'_> {
    fn found_here(&mut self, number: Number) {
        match self.found.last_mut() {
            Some((path, known)) if path == self.path => *known = number.min(*known),
            _ => self.found.push((self.path.clone(), number)),
        }
    }

    fn below(&mut self) -> Scan<'_> {
        Scan { path: self.path, found: self.found }
    }

    pub(super) fn list<'de, A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<(), A::Error> {
        for index in 0.. {
            self.path.push(Token::Index(index));
            let more = list.next_element_seed(self.below())?;
            self.path.pop();
            if more.is_none() {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn object<'de, A: MapAccess<'de>>(&mut self, object: &mut A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key::<String>()? {
            if let Some(number) = personal_number::find(&key) {
                // What stands below has no path that could be told.
                self.found_here(number);
                object.next_value::<IgnoredAny>()?;
            } else {
                self.path.push(Token::Key(key));
                object.next_value_seed(self.below())?;
                self.path.pop();
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Scan<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scan<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(mut self, text: &str) -> Result<(), E> {
        if let Some(number) = personal_number::find(text) {
            self.found_here(number);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.list(&mut list)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        self.object(&mut object)
    }
}
