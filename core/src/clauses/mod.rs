//! The clause register: the 127 clauses of both documents, paraphrased, each judged by a rule or with a reason.

mod nosam;
mod plan;
mod rule_id;

pub use crate::codes::Modality;
use crate::lang::{Both, Lang};
pub use rule_id::{NoRule, RuleId};

/// Which of the two documents a clause stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundingDocument {
    /// Samverkansplan 2023–2026; clause ids begin with `P`.
    Plan,
    /// Uppdragsbeskrivning NOSAM; clause ids begin with `N`.
    Nosam,
}

impl FoundingDocument {
    /// Its title.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Plan => lang.of("Samverkansplan 2023–2026", "Collaboration plan 2023–2026"),
            Self::Nosam => lang.of("Uppdragsbeskrivning NOSAM", "Assignment of NOSAM"),
        }
    }
}

/// Why no rule judges a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An aim.
    Aim,
    /// A definition or a statement.
    Statement,
    /// A duty without a trace in records.
    DutyUnseen,
    /// A recommendation without a trace in records.
    RecommendationUnseen,
    /// A permission.
    Permission,
    /// A measure.
    Measure,
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn text(self) -> Both {
        match self {
            Self::Aim => Both {
                sv: "ett mål som inget underlag kan visa",
                en: "an aim that no governance record shows",
            },
            Self::Statement => Both {
                sv: "en definition eller ett konstaterande, inget att bryta mot",
                en: "a definition or a statement, nothing to breach",
            },
            Self::DutyUnseen => {
                Both { sv: "en skyldighet som inget underlag visar", en: "a duty that no record shows" }
            }
            Self::RecommendationUnseen => Both {
                sv: "en rekommendation som inget underlag visar",
                en: "a recommendation that no record shows",
            },
            Self::Permission => {
                Both { sv: "en tillåtelse, inget att bryta mot", en: "a permission, nothing to breach" }
            }
            Self::Measure => {
                Both { sv: "något att mäta, inget att bryta mot", en: "a measure, never a breach" }
            }
        }
    }

    /// The reason in one language.
    #[must_use]
    pub fn says(self, lang: Lang) -> &'static str {
        self.text().of(lang)
    }
}

/// Whether and by what a clause is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// By this rule; `record` is the reading of the record.
    By(&'static str),
    /// By none, for this reason.
    Not(Reason),
}

impl Judged {
    /// What judges it: a rule, or `record`.
    #[must_use]
    pub fn by(self) -> Option<&'static str> {
        if let Self::By(id) = self { Some(id) } else { None }
    }

    /// Why nothing does.
    #[must_use]
    pub fn reason(self) -> Option<Reason> {
        if let Self::Not(reason) = self { Some(reason) } else { None }
    }
}

/// One norm of a document.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// Its id, such as `N-MOT-1`.
    pub id: &'static str,
    /// The document.
    pub document: FoundingDocument,
    /// The heading that it stands under, in the language of the document.
    pub heading: &'static str,
    /// The heading in English.
    pub heading_en: &'static str,
    /// The sentence or bullet, counted from the start of the document without headings.
    pub sentence: &'static str,
    /// What it is.
    pub modality: Modality,
    /// Whether and by what it is judged.
    pub judged: Judged,
    /// What it says, paraphrased.
    #[cfg(feature = "texts")]
    pub text: Both,
}

impl Clause {
    /// What it says.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn says(&self, lang: Lang) -> &'static str {
        self.text.of(lang)
    }

    /// The heading that it stands under.
    #[must_use]
    pub fn heading(&self, lang: Lang) -> &'static str {
        lang.of(self.heading, self.heading_en)
    }

    /// Where it stands: document, heading and sentence.
    #[must_use]
    pub fn place(&self, lang: Lang) -> String {
        let (title, heading) = (self.document.title(lang), self.heading(lang));
        format!("{title}, {heading}, {}", sentences(lang, self.sentence))
    }
}

/// One sentence of a document or several, by their numbers: "mening 33", "sentences 33–34".
#[must_use]
pub fn sentences(lang: Lang, numbers: &str) -> String {
    let several = numbers.contains(['–', '-', ',']);
    let word = lang.of(["mening", "meningarna"], ["sentence", "sentences"])[usize::from(several)];
    format!("{word} {numbers}")
}

/// Declares the clauses of a document, each under its heading.
macro_rules! clauses {
    ($document:ident: $($heading:literal $heading_en:literal {
        $($id:literal, sentence $sentence:literal, $modality:ident, $judged:ident($by:expr):
            sv $sv:literal,
            en $en:literal;)+
    })+) => {
        pub(super) const CLAUSES: &[super::Clause] = &[$($(super::Clause {
            id: $id,
            document: super::FoundingDocument::$document,
            heading: $heading,
            heading_en: $heading_en,
            sentence: $sentence,
            modality: super::Modality::$modality,
            judged: super::Judged::$judged($by),
            #[cfg(feature = "texts")]
            text: super::Both { sv: $sv, en: $en },
        },)+)+];
    };
}

use clauses;

/// Every clause, the plan's first, each document in its own order.
pub fn all() -> impl Iterator<Item = &'static Clause> {
    plan::CLAUSES.iter().chain(nosam::CLAUSES)
}

/// The clause with this id, whatever its case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Clause> {
    all().find(|clause| clause.id.eq_ignore_ascii_case(id))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_69_and_58_clauses_and_no_id_twice() {
        assert_eq!(plan::CLAUSES.len(), 69);
        assert_eq!(nosam::CLAUSES.len(), 58);
        assert_eq!(all().map(|clause| clause.id).collect::<HashSet<_>>().len(), 127);
    }
}
