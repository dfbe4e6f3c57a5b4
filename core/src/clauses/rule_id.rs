//! The id of a rule that exists.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::{Clause, Judged, all};

/// The id of a rule: it can only name one that exists, and is that of its leading clause, which no other rule judges.
///
/// It is read from text without regard to case, shown as in the documents (`N-ORD-2`) and ordered as there.
///
/// ```
/// use samla::{Lang, RuleId};
///
/// let rule: RuleId = "n-ord-3".parse()?;
/// assert_eq!(rule.to_string(), "N-ORD-3");
/// assert_eq!(rule.text(Lang::En).norm, "A chair's term is one year");
/// assert!("N-ORD-2".parse::<RuleId>()? < rule, "it comes before in the document");
/// assert!("N-ORD-99".parse::<RuleId>().is_err());
/// # Ok::<(), samla::clauses::NoRule>(())
/// ```
#[derive(Clone, Copy)]
pub struct RuleId(&'static Clause);

impl RuleId {
    /// Every rule, in the order of the documents.
    pub fn all() -> impl Iterator<Item = Self> {
        all().filter(|clause| clause.judged == Judged::By(clause.id)).map(Self)
    }

    /// The id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.id
    }

    fn place(self) -> usize {
        Self::all().take_while(|rule| *rule != self).count()
    }
}

/// There is no rule of that name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule of that name, `samla clauses` lists those that there are")]
pub struct NoRule;

impl FromStr for RuleId {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        Self::all().find(|rule| rule.as_str().eq_ignore_ascii_case(text)).ok_or(NoRule)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.0.id)
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "RuleId({})", self.0.id)
    }
}

impl PartialEq for RuleId {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for RuleId {}

impl std::hash::Hash for RuleId {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.id.hash(state);
    }
}

impl Ord for RuleId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for RuleId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ordered_as_in_the_documents() {
        let ids: Vec<RuleId> = RuleId::all().collect();
        assert!(ids.is_sorted());
        let by_letters = |a: &RuleId, b: &RuleId| a.as_str().cmp(b.as_str()).is_le();
        assert!(!ids.is_sorted_by(by_letters), "the plan comes before the assignment");
    }

    #[test]
    fn an_id_is_read_as_it_is_shown() {
        for id in RuleId::all() {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("record".parse::<RuleId>(), Err(NoRule));
    }
}
