//! Where something stands in the record.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// One step down the record: into a key or to a place in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Into this key.
    Key(&'static str),
    /// To this place, counted from nought.
    Index(u32),
}

/// The deepest path of the record: `plans/0/revisions/0/informed/0/group`.
const DEEPEST: usize = 7;

/// The place of a field that the record knows. Cheap to copy, so that every view can carry its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Path {
    steps: [Step; DEEPEST],
    length: u8,
}

impl Path {
    /// The record itself.
    pub const ROOT: Self = Self { steps: [Step::Index(0); DEEPEST], length: 0 };

    /// The same place, one step down.
    #[must_use]
    pub fn then(mut self, step: Step) -> Self {
        if let Some(place) = self.steps.get_mut(usize::from(self.length)) {
            *place = step;
            self.length += 1;
        }
        self
    }

    /// Down into `key`.
    #[must_use]
    pub fn key(self, key: &'static str) -> Self {
        self.then(Step::Key(key))
    }

    /// Down to `index`.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(Step::Index(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// Does it lead to `other` or to something below it?
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.steps().starts_with(other.steps())
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps[..usize::from(self.length)]
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Pointer::from(*self), out)
    }
}

/// One token of a [`Pointer`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Token {
    /// A key, as it stands in the text handed in.
    Key(String),
    /// A place in a list, counted from nought.
    Index(u32),
}

/// A place in the text handed in, whatever its keys: a JSON Pointer (RFC 6901).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pointer(pub Vec<Token>);

impl From<Path> for Pointer {
    fn from(path: Path) -> Self {
        Self(
            path.steps()
                .iter()
                .map(|step| match *step {
                    Step::Key(key) => Token::Key(key.to_owned()),
                    Step::Index(index) => Token::Index(index),
                })
                .collect(),
        )
    }
}

impl Pointer {
    /// The same place as seen from `base`; one that is not below it stays as it is.
    pub(crate) fn seen_from(&mut self, base: &Self) {
        if self.0.starts_with(&base.0) {
            self.0.drain(..base.0.len());
        }
    }
}

/// Shorter first, then token by token: places as numbers, keys by code point, places before keys.
impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        let tokens = || {
            self.0.iter().zip(&other.0).map(|pair| match pair {
                (Token::Index(a), Token::Index(b)) => a.cmp(b),
                (Token::Key(a), Token::Key(b)) => a.cmp(b),
                (Token::Index(_), Token::Key(_)) => Ordering::Less,
                (Token::Key(_), Token::Index(_)) => Ordering::Greater,
            })
        };
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| tokens().find(|order| order.is_ne()).unwrap_or(Ordering::Equal))
    }
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in &self.0 {
            match token {
                Token::Key(key) => write!(out, "/{}", key.replace('~', "~0").replace('/', "~1"))?,
                Token::Index(index) => write!(out, "/{index}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Another place of the record that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The place.
    pub at: Pointer,
    /// What it is to the finding.
    pub role: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(tokens: &[Token]) -> Pointer {
        Pointer(tokens.to_vec())
    }

    fn key(text: &str) -> Token {
        Token::Key(text.to_owned())
    }

    #[test]
    fn slash_and_tilde_in_a_key_are_escaped() {
        assert_eq!(pointer(&[key("a/b"), key("c~d"), Token::Index(3)]).to_string(), "/a~1b/c~0d/3");
    }

    #[test]
    fn shorter_comes_first_and_places_are_numbers() {
        let mut all = [
            pointer(&[key("groups"), Token::Index(10), key("to")]),
            pointer(&[key("groups"), Token::Index(9), key("to")]),
            pointer(&[key("meetings")]),
            pointer(&[key("groups"), Token::Index(9), key("from")]),
        ];
        all.sort();
        let order: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(order, ["/meetings", "/groups/9/from", "/groups/9/to", "/groups/10/to"]);
    }
}
