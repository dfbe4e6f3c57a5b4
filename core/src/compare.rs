//! What changed between two reports: two records, two days or two charters.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::{Finding, Lang, Outcome, Receipt, Report, Severity};
use crate::rules;

/// What changed between two reports, rule by rule and subject by subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// What was judged first.
    pub before: Receipt,
    /// What was judged then.
    pub after: Receipt,
    /// What changed: reading problems first, then rules in the order of the documents.
    pub changes: Vec<Change>,
}

/// What changed for one subject of one rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The rule, or `record`.
    pub rule: &'static str,
    /// The subject.
    pub subject: String,
    /// Its outcome before; `None` when there was no such subject.
    pub before: Option<Outcome>,
    /// Its outcome after; `None` when there is no such subject any more.
    pub after: Option<Outcome>,
    /// Findings that are gone.
    pub gone: Vec<Sentence>,
    /// Findings that are new.
    pub new: Vec<Sentence>,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// How grave it is.
    pub severity: Severity,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Sentence {
    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

impl From<&Finding> for Sentence {
    fn from(finding: &Finding) -> Self {
        Self { severity: finding.severity, sv: finding.words.say(Lang::Sv), en: finding.words.say(Lang::En) }
    }
}

/// What one report says of one subject of one rule.
#[derive(Default)]
struct Said {
    outcome: Option<Outcome>,
    sentences: Vec<Sentence>,
}

/// Compares two reports that list every subject ([`Subjects::All`](crate::report::Subjects::All)).
///
/// A sentence that only moved to another place of the record is no change.
#[must_use]
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let mut said: BTreeMap<(usize, String), [Said; 2]> = BTreeMap::new();
    let names: Vec<&'static str> =
        std::iter::once("record").chain(rules::all().map(|rule| rule.id)).collect();
    let place: BTreeMap<&str, usize> = names.iter().enumerate().map(|(place, name)| (*name, place)).collect();
    for (side, report) in [before, after].into_iter().enumerate() {
        for verdict in &report.verdicts {
            for subject in &verdict.subjects {
                let key = (place[verdict.rule], subject.subject.clone());
                said.entry(key).or_default()[side].outcome = Some(subject.outcome);
            }
        }
        for finding in &report.findings {
            let key = (place[finding.rule], finding.subject.clone());
            said.entry(key).or_default()[side].sentences.push(finding.into());
        }
    }
    let changes = said
        .into_iter()
        .map(|((rule, subject), [old, new])| Change {
            rule: names[rule],
            subject,
            before: old.outcome,
            after: new.outcome,
            gone: without(&old.sentences, &new.sentences),
            new: without(&new.sentences, &old.sentences),
        })
        .filter(|change| change.before != change.after || !change.gone.is_empty() || !change.new.is_empty())
        .collect();
    Comparison { before: before.receipt.clone(), after: after.receipt.clone(), changes }
}

fn without(all: &[Sentence], known: &[Sentence]) -> Vec<Sentence> {
    all.iter().filter(|sentence| !known.contains(sentence)).cloned().collect()
}
