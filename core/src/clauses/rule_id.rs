//! The id of a rule, which is that of its leading clause.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::{Clause, Judged, all};

/// The id of a rule: it can only name one that exists, and is that of its leading clause.
///
/// It is read from text without regard to case, shown as in the documents (`N-ORD-3`) and ordered as there.
///
/// ```
/// use samla::{Lang, RuleId};
///
/// let rule: RuleId = "n-ord-3".parse()?;
/// assert_eq!(rule.to_string(), "N-ORD-3");
/// assert_eq!(rule.text(Lang::En).norm, "A chair's term is one year");
/// assert!("N-REP-1".parse::<RuleId>()? < rule, "it comes before in the document");
/// assert!("N-ORD-99".parse::<RuleId>().is_err());
/// # Ok::<(), samla::clauses::NoRule>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId {
    /// The place of its clause among all.
    place: usize,
    id: &'static str,
}

impl RuleId {
    /// Every rule, in the order of the documents.
    pub fn all() -> impl Iterator<Item = Self> {
        let leads = |(place, Clause { id, judged, .. }): (usize, &'static Clause)| {
            (*judged == Judged::By(id)).then_some(Self { place, id })
        };
        all().enumerate().filter_map(leads)
    }

    /// The id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.id
    }
}

/// There is no rule of that name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule of that name, `samla clauses` lists those that there are")]
pub struct NoRule;

impl FromStr for RuleId {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        Self::all().find(|rule| rule.id.eq_ignore_ascii_case(text)).ok_or(NoRule)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.id)
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "RuleId({self})")
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id)
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
