//! The clause register: the 127 clauses of both documents, paraphrased, each judged by a rule or with a reason.

mod nosam;
mod plan;

use crate::lang::Lang;

/// Which of the two documents a clause stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Samverkansplan 2023–2026; clause ids begin with `P`.
    Plan,
    /// Uppdragsbeskrivning NOSAM; clause ids begin with `N`.
    Nosam,
}

impl Document {
    /// Its title.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Plan, Lang::Sv) => "Samverkansplan 2023–2026",
            (Self::Plan, Lang::En) => "Collaboration plan 2023–2026",
            (Self::Nosam, Lang::Sv) => "Uppdragsbeskrivning NOSAM",
            (Self::Nosam, Lang::En) => "Assignment of NOSAM",
        }
    }
}

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// Somebody must.
    Obligation,
    /// Somebody should.
    Recommendation,
    /// Somebody may.
    Permission,
    /// What something is.
    Definition,
    /// What is striven for.
    Aim,
}

impl Modality {
    /// Its code in `samla clauses --format json`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Obligation => "obligation",
            Self::Recommendation => "recommendation",
            Self::Permission => "permission",
            Self::Definition => "definition",
            Self::Aim => "aim",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Obligation, Lang::Sv) => "skyldighet",
            (Self::Recommendation, Lang::Sv) => "rekommendation",
            (Self::Permission, Lang::Sv) => "tillåtelse",
            (Self::Definition, Lang::Sv) => "definition",
            (Self::Aim, Lang::Sv) => "mål",
            (_, Lang::En) => self.code(),
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
    /// The rule is not written yet.
    NotBuilt,
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn says(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Aim, Lang::Sv) => "ett mål som inget underlag kan visa",
            (Self::Aim, Lang::En) => "an aim that no governance record shows",
            (Self::Statement, Lang::Sv) => "en definition eller ett konstaterande, inget att bryta mot",
            (Self::Statement, Lang::En) => "a definition or a statement, nothing to breach",
            (Self::DutyUnseen, Lang::Sv) => "en skyldighet som inget underlag visar",
            (Self::DutyUnseen, Lang::En) => "a duty that no record shows",
            (Self::RecommendationUnseen, Lang::Sv) => "en rekommendation som inget underlag visar",
            (Self::RecommendationUnseen, Lang::En) => "a recommendation that no record shows",
            (Self::Permission, Lang::Sv) => "en tillåtelse, inget att bryta mot",
            (Self::Permission, Lang::En) => "a permission, nothing to breach",
            (Self::Measure, Lang::Sv) => "något att mäta, inget att bryta mot",
            (Self::Measure, Lang::En) => "a measure, never a breach",
            (Self::NotBuilt, Lang::Sv) => "regeln är inte byggd ännu",
            (Self::NotBuilt, Lang::En) => "the rule is not built yet",
        }
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

/// One norm of a document.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// Its id, such as `N-ORD-2`.
    pub id: &'static str,
    /// The document.
    pub document: Document,
    /// The heading that it stands under, in the language of the document.
    pub heading: &'static str,
    /// The sentence or bullet, counted from the start of the document without headings.
    pub sentence: &'static str,
    /// What it is.
    pub modality: Modality,
    /// Whether and by what it is judged.
    pub judged: Judged,
    /// What it says, paraphrased in Swedish.
    pub sv: &'static str,
    /// What it says, paraphrased in English.
    pub en: &'static str,
}

impl Clause {
    /// What it says.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }

    /// Where it stands: document, heading and sentence.
    #[must_use]
    pub fn place(&self, lang: Lang) -> String {
        let sentence = match lang {
            Lang::Sv => "mening",
            Lang::En => "sentence",
        };
        format!("{}, {}, {sentence} {}", self.document.title(lang), self.heading, self.sentence)
    }
}

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
