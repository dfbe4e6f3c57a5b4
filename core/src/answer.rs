//! Three answers kept apart: yes, no, and cannot be told because something is missing.

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::path::{Path, Pointer};
use crate::say;

/// What stands between a rule and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Each place, and whether something unreadable stands there (otherwise nothing does).
    places: BTreeMap<Pointer, bool>,
    /// Another rule whose breach leaves this one without an answer.
    because: Option<&'static str>,
}

impl Lacks {
    /// Nobody said what should stand at `path`.
    #[must_use]
    pub fn absent(path: Path) -> Self {
        Self { places: BTreeMap::from([(path.into(), false)]), because: None }
    }

    /// What stands at `path` cannot be read.
    #[must_use]
    pub fn unreadable(path: Path) -> Self {
        Self { places: BTreeMap::from([(path.into(), true)]), because: None }
    }

    /// The breach of `rule` is the root cause and is told there.
    #[must_use]
    pub fn because(rule: &'static str) -> Self {
        Self { places: BTreeMap::new(), because: Some(rule) }
    }

    /// Both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.places.extend(other.places);
        self.because = self.because.or(other.because);
        self
    }

    /// Is nothing in the way?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.because.is_none()
    }

    /// The places to fill in, in the order of findings.
    pub fn places(&self) -> impl Iterator<Item = &Pointer> {
        self.places.keys()
    }

    /// The rule that is the root cause: another rule, or `record` when something is unreadable.
    #[must_use]
    pub fn cause(&self) -> Option<&'static str> {
        self.because.or_else(|| self.places.values().any(|unreadable| *unreadable).then_some("record"))
    }
}

/// What a question about a record cannot be answered without.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.says(Lang::En))]
#[non_exhaustive]
pub struct Unclear {
    /// The fields that are missing or cannot be read.
    pub lacks: Vec<Pointer>,
    /// The rule whose breach is in the way (such as that on a vacant office), or `record` for what cannot be read.
    pub because: Option<&'static str>,
}

impl Unclear {
    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        match (self.lacks.is_empty(), self.because) {
            (false, _) => {
                let places = self.lacks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                say!(lang; sv: "Det går inte att avgöra utan {places}", en: "It cannot be told without {places}")
            }
            (true, Some(rule)) => say!(lang;
                sv: "Det går inte att avgöra förrän {rule} är utredd",
                en: "It cannot be told until {rule} is settled"),
            (true, None) => say!(lang; sv: "Det går inte att avgöra", en: "It cannot be told"),
        }
    }
}

impl From<Lacks> for Unclear {
    fn from(lacks: Lacks) -> Self {
        Self { because: lacks.cause(), lacks: lacks.places().cloned().collect() }
    }
}

/// A question's answer, by the logic of Kleene: what is missing counts only where the answer turns on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// It cannot be told without these.
    Unknown(Lacks),
}

impl Answer {
    /// Both hold.
    pub fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::No => Self::No,
            Self::Yes => other(),
            Self::Unknown(lacks) => match other() {
                Self::No => Self::No,
                Self::Yes => Self::Unknown(lacks),
                Self::Unknown(more) => Self::Unknown(lacks.and(more)),
            },
        }
    }

    /// At least one holds.
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        self.not().and(|| other().not()).not()
    }

    /// The opposite.
    #[expect(clippy::should_implement_trait, reason = "read as a chain with and, or")]
    pub fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }

    /// At least one of `answers` is yes.
    pub fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().fold(Self::No, |sum, answer| sum.or(|| answer))
    }

    /// Every one of `answers` is yes.
    pub fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().fold(Self::Yes, |sum, answer| sum.and(|| answer))
    }

    /// Yes or no as a `bool`.
    ///
    /// # Errors
    /// What is missing, when it cannot be told.
    pub fn told(self) -> Result<bool, Lacks> {
        match self {
            Self::Yes => Ok(true),
            Self::No => Ok(false),
            Self::Unknown(lacks) => Err(lacks),
        }
    }

    /// Is it certain?
    #[must_use]
    pub fn is_yes(&self) -> bool {
        *self == Self::Yes
    }

    /// Is it ruled out?
    #[must_use]
    pub fn is_no(&self) -> bool {
        *self == Self::No
    }
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl From<Result<bool, Lacks>> for Answer {
    fn from(told: Result<bool, Lacks>) -> Self {
        match told {
            Ok(holds) => holds.into(),
            Err(lacks) => Self::Unknown(lacks),
        }
    }
}

/// How many there are: at least so many, at most so many, for want of what would tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Count {
    pub(crate) least: i64,
    pub(crate) most: i64,
    lacks: Lacks,
}

impl Count {
    /// One more, if the answer is yes.
    pub(crate) fn add(&mut self, counts: Answer) {
        match counts {
            Answer::Yes => {
                self.least += 1;
                self.most = self.most.saturating_add(1);
            }
            Answer::No => {}
            Answer::Unknown(lacks) => {
                self.most = self.most.saturating_add(1);
                self.want(lacks);
            }
        }
    }

    /// Any number more, if something hides them.
    pub(crate) fn hidden(&mut self, unread: Option<Lacks>) {
        if let Some(lacks) = unread {
            self.most = i64::MAX;
            self.want(lacks);
        }
    }

    /// One of those that certainly count may not.
    pub(crate) fn doubt_one(&mut self, lacks: Lacks) {
        self.least = (self.least - 1).max(0);
        self.want(lacks);
    }

    fn want(&mut self, lacks: Lacks) {
        self.lacks = std::mem::take(&mut self.lacks).and(lacks);
    }

    /// Are there at least so many and at most so many?
    pub(crate) fn is_within(&self, from: i64, to: i64) -> Answer {
        self.reaches(from).and(|| self.reaches(to.saturating_add(1)).not())
    }

    /// Are there at least `number`?
    pub(crate) fn reaches(&self, number: i64) -> Answer {
        if self.least >= number {
            Answer::Yes
        } else if self.most < number {
            Answer::No
        } else {
            Answer::Unknown(self.lacks.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown() -> Answer {
        Answer::Unknown(Lacks::absent(Path::ROOT.key("groups")))
    }

    #[test]
    fn the_unknown_counts_only_where_the_answer_turns_on_it() {
        assert_eq!(unknown().and(|| Answer::No), Answer::No);
        assert_eq!(unknown().and(|| Answer::Yes), unknown());
        assert_eq!(unknown().or(|| Answer::Yes), Answer::Yes);
        assert_eq!(unknown().or(|| Answer::No), unknown());
        assert_eq!(Answer::any([Answer::No, unknown(), Answer::Yes]), Answer::Yes);
        assert_eq!(Answer::all([Answer::Yes, unknown(), Answer::No]), Answer::No);
    }

    #[test]
    fn a_count_is_told_where_what_is_missing_cannot_turn_it() {
        let mut count = Count::default();
        [Answer::Yes, Answer::No, unknown()].into_iter().for_each(|counts| count.add(counts));
        let reached = |count: &Count| [1, 2, 3].map(|number| count.reaches(number));
        assert_eq!(reached(&count), [Answer::Yes, unknown(), Answer::No]);
        count.hidden(Some(Lacks::absent(Path::ROOT.key("groups"))));
        assert_eq!(reached(&count), [Answer::Yes, unknown(), unknown()]);
    }

    #[test]
    fn something_unreadable_makes_the_record_the_cause() {
        let absent = Lacks::absent(Path::ROOT.key("groups"));
        assert_eq!(absent.cause(), None);
        assert_eq!(absent.and(Lacks::unreadable(Path::ROOT.key("people"))).cause(), Some("record"));
    }
}
