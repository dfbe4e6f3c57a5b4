//! A matter step by step: raised, anchored, decided (N-FOR-1).
//!
//! The way is the only one: what has not been anchored in every organisation that must cannot be decided.
//! Who must, and until when, is judged by the rule itself, with the charter's readings (A-26).
//!
//! ```
//! use samla::matter::Raised;
//! use samla::codes::DecisionForm;
//! use samla::record::Record;
//! use samla::{Charter, Day};
//!
//! let day = |text| Day::parse(text).expect("a day");
//! let around = Record::read(
//!     br#"{"organisations": [{"id": "vc-norr", "kind": "care_centre", "principal": "region"},
//!                            {"id": "hemvard", "kind": "municipal_primary_care", "principal": "municipality"}],
//!          "groups": [{"id": "nosam-a", "kind": "nosam", "members": [
//!              {"person": "kim", "organisations": ["vc-norr"]},
//!              {"person": "robin", "organisations": ["hemvard"]}]}]}"#,
//! )?;
//! let charter = Charter::samla_2023();
//!
//! let raised = Raised::new("falls", day("2024-03-01")).anchored_in("vc-norr", day("2024-03-10"));
//! let error = raised.anchored(["nosam-a"], day("2024-03-29"), &around, &charter).expect_err("one is missing");
//! assert_eq!(error.organisations, ["hemvard".into()]);
//!
//! let raised = error.raised.anchored_in("hemvard", day("2024-03-29"));
//! let anchored = raised.anchored(["nosam-a"], day("2024-03-29"), &around, &charter)?;
//! let matter = anchored.decide(DecisionForm::Consensus).into_matter();
//! assert_eq!(matter.id.known().map(|id| id.as_str()), Some("falls"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Without the step in the middle it does not compile: a matter that is only raised knows no decision.
//!
//! ```compile_fail,E0599
//! use samla::matter::Raised;
//! use samla::codes::DecisionForm;
//!
//! fn decide(raised: Raised) -> samla::matter::Decided {
//!     raised.decide(DecisionForm::Consensus)
//! }
//! ```
//!
//! ```
//! use samla::matter::Anchored;
//! use samla::codes::DecisionForm;
//!
//! fn decide(anchored: Anchored) -> samla::matter::Decided {
//!     anchored.decide(DecisionForm::Consensus)
//! }
//! ```

use crate::calendar::Day;
use crate::charter::Charter;
use crate::codes::{DecisionForm, Outcome};
use crate::part::{MatterPart, check_by};
use crate::path::Pointer;
use crate::record::{Anchoring, Decision, Field, GroupId, Matter, OrganisationId, Record};
use crate::report::Finding;
use crate::rules::nosam::decisions::n_for_1_anchoring;

/// A matter that has been raised (väckt).
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    matter: Matter,
    waived: Option<String>,
}

impl Raised {
    /// A matter raised on a day.
    #[must_use]
    pub fn new(id: &str, on: Day) -> Self {
        let matter = Matter { id: id.into(), raised_on: on.into(), ..Matter::default() };
        Self { matter, waived: None }
    }

    /// Notes which organisations brought it: they may have anchored it before it was raised.
    ///
    /// `[]` says that none did. Where nobody says, an earlier anchoring cannot be told.
    #[must_use]
    pub fn by<'i>(mut self, organisations: impl IntoIterator<Item = &'i str>) -> Self {
        self.matter.raised_by = organisations.into_iter().collect();
        self
    }

    /// A recorded matter without its decision, with the anchorings that it has.
    #[must_use]
    pub fn again(matter: Matter) -> Self {
        Self { matter: Matter { decision: Field::Absent, ..matter }, waived: None }
    }

    /// Notes that it was anchored in an organisation on a day.
    #[must_use]
    pub fn anchored_in(self, organisation: &str, on: Day) -> Self {
        self.with(Anchoring { organisations: [organisation].into(), on: on.into(), ..Anchoring::default() })
    }

    /// Notes an anchoring.
    #[must_use]
    pub fn with(mut self, anchoring: Anchoring) -> Self {
        match &mut self.matter.anchorings {
            Field::Known(list) => list.push(anchoring.into()),
            // What cannot be read stays unreadable, and is told.
            Field::Unreadable(_) => {}
            Field::Absent | Field::Aside(_) => self.matter.anchorings = [anchoring].into(),
        }
        self
    }

    /// Notes that the group agreed that no anchoring is needed, and why.
    #[must_use]
    pub fn without_anchoring(mut self, reason: &str) -> Self {
        self.waived = Some(reason.to_owned());
        self
    }

    /// Holds the anchorings against the organisations that have an ordinary seat on the day of the decision.
    ///
    /// `around` is the record without the matter: the groups that decide, with their members, and the
    /// organisations.
    ///
    /// # Errors
    /// [`NotAnchored`] names the organisations that have not anchored, and gives the matter back.
    pub fn anchored<'i>(
        self,
        by: impl IntoIterator<Item = &'i str>,
        on: Day,
        around: &Record,
        charter: &Charter,
    ) -> Result<Anchored, NotAnchored> {
        let groups: Field<Vec<Field<GroupId>>> = by.into_iter().collect();
        let reason: Field<String> = self.waived.as_deref().map_or(Field::Absent, Field::from);
        let decision = Decision { groups, on: on.into(), anchoring_waived: reason, ..Decision::default() };
        let matter = Matter { decision: decision.into(), ..self.matter.clone() };
        // A decision of today is judged, whatever is known of earlier ones.
        let around = Record { complete_from: Field::Absent, ..around.clone() };
        let part = MatterPart::new(matter, around);
        let report = check_by(&part, [&n_for_1_anchoring::RULE].into_iter(), charter, on);
        let subjects = || report.verdicts.iter().flat_map(|verdict| &verdict.subjects);
        let mut lacks: Vec<Pointer> = subjects()
            .filter(|it| it.outcome == Outcome::Undetermined)
            .flat_map(|it| it.lacks.iter().cloned())
            .collect();
        lacks.sort();
        lacks.dedup();
        if subjects().any(|it| matches!(it.outcome, Outcome::Broken | Outcome::Undetermined)) {
            let of_rule = |it: &Finding| it.rule != "record" && it.outcome == Outcome::Broken;
            let findings: Vec<Finding> = report.findings.into_iter().filter(of_rule).collect();
            let named = |it: &Finding| it.words.param("organisation")?.text().map(OrganisationId::from);
            let organisations = findings.iter().filter_map(named).collect();
            return Err(NotAnchored { organisations, findings, lacks, raised: Box::new(self) });
        }
        Ok(Anchored { matter: part.matter })
    }

    /// The matter as a record has it.
    #[must_use]
    pub fn into_matter(self) -> Matter {
        self.matter
    }
}

/// A matter that has been anchored (förankrat) in every organisation that must, and may be decided.
///
/// [`Raised::anchored`] alone makes one.
///
/// ```compile_fail,E0451
/// let forged = samla::matter::Anchored { matter: samla::record::Matter::default() };
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    matter: Matter,
}

impl Anchored {
    /// Decides it, by the groups and on the day for which it was anchored.
    #[must_use]
    pub fn decide(mut self, form: DecisionForm) -> Decided {
        if let Field::Known(decision) = &mut self.matter.decision {
            decision.form = form.into();
        }
        Decided { matter: self.matter }
    }
}

/// A matter that has been decided (beslutat), after it was anchored.
///
/// Whether these groups may decide such a matter, and in this form, other rules say: a check of the record,
/// or of a [`MatterPart`], has them all.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    matter: Matter,
}

impl Decided {
    /// The matter as a record has it.
    #[must_use]
    pub fn into_matter(self) -> Matter {
        self.matter
    }
}

impl From<Decided> for Matter {
    fn from(decided: Decided) -> Self {
        decided.matter
    }
}

/// Why a matter cannot be decided yet: N-FOR-1 is broken, or cannot be told.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.says(crate::lang::Lang::En))]
#[non_exhaustive]
pub struct NotAnchored {
    /// The organisations that have not anchored in time, in the order of the findings.
    pub organisations: Vec<OrganisationId>,
    /// What the rule says of each, with places as seen from the matter.
    pub findings: Vec<Finding>,
    /// The fields without which it cannot be told who must anchor, or whether.
    pub lacks: Vec<Pointer>,
    /// The matter as it was.
    pub raised: Box<Raised>,
}

impl NotAnchored {
    /// The sentences.
    #[must_use]
    pub fn says(&self, lang: crate::lang::Lang) -> String {
        let clause = n_for_1_anchoring::RULE.id;
        let mut says: Vec<String> =
            self.findings.iter().map(|it| format!("{} [{clause}]", it.words.say(lang))).collect();
        if !self.lacks.is_empty() || says.is_empty() {
            let unclear = crate::answer::Unclear { lacks: self.lacks.clone(), because: None };
            says.push(format!("{} [{clause}]", unclear.says(lang)));
        }
        says.join("; ")
    }
}
