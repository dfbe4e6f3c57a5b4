//! Why a question about a record has no answer.

use crate::answer::Lacks;
use crate::lang::Lang;
use crate::path::Pointer;
use crate::say;

/// What a question about a record cannot be answered without.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.says(Lang::En))]
#[non_exhaustive]
pub struct Unclear {
    /// The fields that are missing or cannot be read.
    pub lacks: Vec<Pointer>,
    /// The rule whose breach is in the way (a vacant office: N-ORD-1), or `record` for what cannot be read.
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
                sv: "Det går inte att avgöra så länge {rule} är bruten",
                en: "It cannot be told as long as {rule} is broken"),
            (true, None) => say!(lang; sv: "Det går inte att avgöra", en: "It cannot be told"),
        }
    }
}

/// There is no NOSAM of the id asked for.
pub(crate) fn no_group(lang: Lang) -> &'static str {
    lang.of("Underlaget har ingen NOSAM med det id:t", "The record has no NOSAM of that id")
}

impl From<Lacks> for Unclear {
    fn from(lacks: Lacks) -> Self {
        Self { because: lacks.cause(), lacks: lacks.places().cloned().collect() }
    }
}
