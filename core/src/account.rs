//! A report as people are told it: sections of entries in both languages, without layout.
//!
//! ```
//! use samla::account::{Account, SectionKind};
//! use samla::names::Names;
//! use samla::report::Options;
//! use samla::{Charter, Lang, Record, check_with, example};
//!
//! let (charter, options) = (Charter::samla_2023(), Options::default());
//! let record = Record::read(samla::json::example("faulty")?.as_bytes())?;
//! let report = check_with(&record, &charter, example::as_of(), options);
//! let names = Names::of(&record, &charter, options.names);
//! let account = Account::of(&report, &charter, &names, options);
//! let wrong = account.sections.iter().find(|section| section.kind == SectionKind::Wrong).expect("mistakes");
//! let first = &wrong.chapters[0].entries[0];
//! assert!(!first.says.of(Lang::En).is_empty() && first.place.is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
mod fields;
mod overview;
mod readings;
mod wording;

use std::cmp::Reverse;

use crate::calendar::Day;
use crate::charter::{Charter, READINGS};
use crate::clauses;
use crate::codes::{Outcome, Severity};
use crate::lang::Both;
use crate::names::{Names, shown};
use crate::path::Pointer;
use crate::report::{Finding, Options, OutcomeCounts, Report, RuleVerdict, Upcoming};
use crate::say;
pub use compare::ComparisonAccount;
pub use overview::{MeetingOrGap, meetings_and_gaps};
pub use readings::{decided, in_force, others, value_in_words};
use wording::{Heading, counted, outcomes};
pub use wording::{cause, judged, norm};

/// A report as people are told it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// From which day and by which charter it was judged.
    pub judged: Both<String>,
    /// That nothing was judged or could be told, and why.
    pub nothing: Option<[Both; 2]>,
    /// The sum, each part without a comma.
    pub sum: Vec<Count>,
    /// What is wrong first, then what cannot be told, then the rest. None of them is empty.
    pub sections: Vec<Section>,
    /// What is not judged at all, by SAMLA's own charter.
    pub unchecked: Option<Both<String>>,
}

/// What one part of the sum counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Findings of one severity.
    Findings(Severity),
    /// Findings covered by a waiver.
    Waived,
    /// Rules of one outcome.
    Rules(Outcome),
}

/// A part of the sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// What is counted.
    pub counted: Counted,
    /// How many there are.
    pub count: usize,
    /// The same in words.
    pub says: Both<String>,
}

/// What the entries of a section are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// Something is wrong.
    Wrong,
    /// Something is wrong, and was decided to be.
    Waived,
    /// It cannot be told whether something is wrong.
    CannotBeTold,
    /// Nothing is wrong, but there is something to say.
    Remark,
    /// Something is to be done.
    Upcoming,
    /// The rules of which there is nothing to say.
    Rest,
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// What its entries are.
    pub kind: SectionKind,
    /// Its heading.
    pub heading: Both<String>,
    /// Its entries, under the headings of the documents or the rules where it has such.
    pub chapters: Vec<Chapter>,
}

/// The entries under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Chapter {
    /// The rule that it is about, when it is one.
    pub rule: Option<&'static str>,
    /// A heading of a document, or what the rule demands. Empty where there is no heading.
    pub title: Both<String>,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// One thing that is told.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// The rule, or `record`; empty for a sum of several.
    pub rule: &'static str,
    /// How grave it is, for a finding.
    pub severity: Option<Severity>,
    /// The sentence, without a full stop.
    pub says: Both<String>,
    /// What it is about, where it is one thing.
    pub subject: Option<Both<String>>,
    /// Where the rule stands.
    pub clause: Option<Both<String>>,
    /// The decision that waives it.
    pub waiver: Option<Both<String>>,
    /// The reading that it depends on, with the value in force.
    pub reading: Option<Both<String>>,
    /// The smallest existing thing to mend.
    pub place: Option<Place>,
    /// The things of which it is so, where the sentence is one for several.
    pub items: Vec<Item>,
}

/// A place of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it is.
    pub at: Pointer,
    /// What stands, or should stand, there.
    pub label: Both<String>,
}

/// One of several things of which an entry is so.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The thing.
    pub subject: Both<String>,
    /// The fields that would settle it.
    pub lacks: Vec<Pointer>,
}

impl Account {
    /// Tells a report that was made by these options, of a record of these names.
    #[must_use]
    pub fn of(report: &Report, charter: &Charter, names: &Names, options: Options) -> Self {
        let teller = Teller { report, charter, names };
        let findings = |outcome| report.findings.iter().filter(move |finding| finding.outcome == outcome);
        let entries = |outcome| findings(outcome).map(|finding| teller.finding(finding)).collect();
        let sections = [
            section(SectionKind::Wrong, both("BRISTER", "WHAT IS WRONG"), teller.wrong()),
            section(
                SectionKind::Waived,
                both("BESLUTADE AVSTEG", "WAIVED BY A DECISION"),
                alone(entries(Outcome::Waived)),
            ),
            section(
                SectionKind::CannotBeTold,
                both("KAN INTE AVGÖRAS", "CANNOT BE TOLD"),
                teller.cannot_be_told(),
            ),
            section(SectionKind::Remark, both("ANMÄRKNINGAR", "REMARKS"), alone(entries(Outcome::Holds))),
            options.horizon.and_then(|days| teller.upcoming(report.receipt.as_of.plus_days(days))),
            section(SectionKind::Rest, both("ÖVRIGA REGLER", "THE OTHER RULES"), teller.rest()),
        ];
        Self {
            judged: judged(&report.receipt),
            nothing: teller.nothing(),
            sum: teller.sum(),
            sections: sections.into_iter().flatten().collect(),
            unchecked: charter.is_samla().then(|| teller.unchecked()),
        }
    }
}

fn both(sv: &str, en: &str) -> Both<String> {
    Both { sv, en }.map(str::to_owned)
}

fn section(kind: SectionKind, heading: Both<String>, chapters: Vec<Chapter>) -> Option<Section> {
    (!chapters.is_empty()).then_some(Section { kind, heading, chapters })
}

/// A chapter without a heading.
fn alone(entries: Vec<Entry>) -> Vec<Chapter> {
    if entries.is_empty() { Vec::new() } else { vec![Chapter { entries, ..Chapter::default() }] }
}

/// The one of these that has this key, added when there is none.
fn of_key<K: PartialEq, T: Default>(all: &mut Vec<(K, T)>, key: K) -> &mut T {
    let place = all.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        all.push((key, T::default()));
        all.len() - 1
    });
    &mut all[place].1
}

struct Teller<'a> {
    report: &'a Report,
    charter: &'a Charter,
    names: &'a Names,
}

impl Teller<'_> {
    fn rules(&self, outcome: Outcome) -> usize {
        self.report.verdicts.iter().filter(|verdict| verdict.outcome == outcome).count()
    }

    fn told_anything(&self) -> bool {
        [Outcome::Holds, Outcome::Waived, Outcome::Broken].into_iter().any(|it| self.rules(it) > 0)
    }

    fn nothing(&self) -> Option<[Both; 2]> {
        if !self.report.judged_anything() {
            let nothing = Both { sv: "Inget har prövats:", en: "Nothing was checked:" };
            let why = Both {
                sv: "underlaget innehåller inget som någon regel gäller.",
                en: "the record holds nothing that a rule applies to.",
            };
            return Some([nothing, why]);
        }
        let nothing = Both { sv: "Inget har kunnat avgöras.", en: "Nothing could be told." };
        (!self.told_anything()).then_some([nothing, Both::default()])
    }

    fn sum(&self) -> Vec<Count> {
        use Counted::{Findings, Rules, Waived};
        let (counts, told) = (self.report.counts, self.told_anything());
        let found = |of, count, sv, en| Count { counted: of, count, says: counted(count, sv, en) };
        let findings = [
            found(Findings(Severity::Error), counts.error, ["fel"; 2], ["error", "errors"]),
            found(
                Findings(Severity::Warning),
                counts.warning,
                ["varning", "varningar"],
                ["warning", "warnings"],
            ),
            found(
                Findings(Severity::Advice),
                counts.advice,
                ["råd"; 2],
                ["piece of advice", "pieces of advice"],
            ),
            found(Waived, counts.waived, ["undantagen", "undantagna"], ["waived"; 2]),
        ];
        let remarks = found(
            Findings(Severity::Info),
            counts.info,
            ["anmärkning", "anmärkningar"],
            ["remark", "remarks"],
        );
        // That there is no error is told, too; what is waived is broken all the same.
        let mut none = found(Findings(Severity::Error), 0, ["fel"; 2], ["errors"; 2]);
        if counts.waived == 0 {
            none.says = both("inga fel", "no errors");
        }
        let mut sum: Vec<Count> = Some(none).filter(|_| counts.error == 0 && told).into_iter().collect();
        sum.extend(findings.into_iter().filter(|part| part.count > 0));
        // What is broken and what is waived was counted by findings.
        let rules = [Outcome::Holds, Outcome::Undetermined, Outcome::NotDue, Outcome::NotApplicable]
            .map(|outcome| (outcome, self.rules(outcome)))
            .into_iter()
            .filter(|(outcome, count)| *count > 0 && (told || *outcome != Outcome::NotApplicable));
        for (place, (outcome, count)) in rules.enumerate() {
            // The first one says what is counted.
            let noun = match (place, count) {
                (1.., _) => Both::default(),
                (0, 1) => Both { sv: "regel ", en: "rule " },
                (0, _) => Both { sv: "regler ", en: "rules " },
            };
            let outcomes = outcomes(outcome, count);
            let says = Both::each(|lang| format!("{count} {}{}", noun.of(lang), outcomes.of(lang)));
            sum.push(Count { counted: Rules(outcome), count, says });
        }
        sum.extend(Some(remarks).filter(|part| part.count > 0));
        sum
    }

    /// What is wrong, the heading with the worst first, then in the order of the documents.
    fn wrong(&self) -> Vec<Chapter> {
        let mut headings: Vec<(Heading, Vec<&Finding>)> = Vec::new();
        for finding in self.report.findings.iter().filter(|it| it.outcome == Outcome::Broken) {
            of_key(&mut headings, Heading::of(finding.rule, self.charter)).push(finding);
        }
        for (_, findings) in &mut headings {
            findings.sort_by_key(|finding| Reverse(finding.severity));
        }
        headings.sort_by_key(|(heading, findings)| (Reverse(findings[0].severity), heading.order));
        let chapter = |(heading, findings): (Heading, Vec<&Finding>)| Chapter {
            rule: None,
            title: heading.title,
            entries: findings.into_iter().map(|finding| self.finding(finding)).collect(),
        };
        headings.into_iter().map(chapter).collect()
    }

    fn finding(&self, finding: &Finding) -> Entry {
        let reading = finding.reading.and_then(|id| READINGS.iter().find(|known| known.id == id));
        Entry {
            rule: finding.rule,
            severity: Some(finding.severity),
            says: Both::each(|lang| shown(&finding.words.say(lang))),
            subject: Some(self.names.subject(&finding.subject)),
            clause: wording::clause(finding.rule, self.charter),
            waiver: finding.waiver.as_ref().and_then(|at| self.names.waiver(at)).cloned(),
            reading: reading.map(|reading| {
                Both::each(|lang| format!("{}, {}", reading.id, decided(lang, self.charter, reading)))
            }),
            place: Some(Place {
                at: finding.at.clone(),
                label: Both::each(|lang| fields::at(lang, &finding.at)),
            }),
            items: Vec::new(),
        }
    }

    /// The rules of which something cannot be told, an entry for each cause.
    fn cannot_be_told(&self) -> Vec<Chapter> {
        let chapter = |verdict: &RuleVerdict| {
            let mut causes: Vec<(Both<String>, Vec<Item>)> = Vec::new();
            for subject in verdict.subjects.iter().filter(|it| it.outcome == Outcome::Undetermined) {
                let item =
                    Item { subject: self.names.subject(&subject.subject), lacks: subject.lacks.clone() };
                of_key(&mut causes, cause(self.charter, subject)).push(item);
            }
            let entry = |(says, items)| Entry { rule: verdict.rule, says, items, ..Entry::default() };
            let entries: Vec<Entry> = causes.into_iter().map(entry).collect();
            let title = norm(self.charter, verdict.rule);
            (!entries.is_empty()).then_some(Chapter { rule: Some(verdict.rule), title, entries })
        };
        self.report.verdicts.iter().filter_map(chapter).collect()
    }

    /// What is to be done until a day; that it is nothing is told, too.
    fn upcoming(&self, last: Day) -> Option<Section> {
        let duties = self.report.upcoming.as_ref()?;
        let entry = |duty: &Upcoming| Entry {
            rule: duty.rule,
            says: Both { sv: shown(&duty.sv), en: shown(&duty.en) },
            subject: Some(self.names.subject(&duty.subject)),
            clause: wording::clause(duty.rule, self.charter),
            ..Entry::default()
        };
        let mut entries: Vec<Entry> = duties.iter().map(entry).collect();
        if entries.is_empty() {
            let says = both("Inget behöver bli klart till dess", "Nothing is due by then");
            entries.push(Entry { says, ..Entry::default() });
        }
        let heading = say!(sv: "ATT GÖRA SENAST {last}", en: "TO BE DONE BY {last}");
        section(SectionKind::Upcoming, heading, alone(entries))
    }

    /// How many rules under each heading are neither broken nor cannot be told.
    fn rest(&self) -> Vec<Chapter> {
        let mut headings: Vec<(Heading, Rest)> = Vec::new();
        // Where nothing was judged, that has been said.
        let verdicts = self.report.verdicts.iter().filter(|_| self.report.judged_anything());
        for verdict in verdicts {
            of_key(&mut headings, Heading::of(verdict.rule, self.charter)).add(verdict);
        }
        let chapter = |(heading, rest): (Heading, Rest)| {
            let entries = vec![Entry { says: rest.in_words()?, ..Entry::default() }];
            Some(Chapter { rule: None, title: heading.title, entries })
        };
        headings.into_iter().filter_map(chapter).collect()
    }

    fn unchecked(&self) -> Both<String> {
        let (unchecked, all) = (self.report.unchecked, clauses::all().count());
        let told = self.report.findings.iter().map(|finding| finding.rule).find(|rule| *rule != "record");
        let example = told.unwrap_or("N-MOT-1");
        say!(
            sv: "{unchecked} av dokumentens {all} klausuler prövas inte av någon regel; `samla clauses` \
                säger varför. `samla explain {example}` förklarar en klausul.",
            en: "{unchecked} of the {all} clauses are judged by no rule; `samla clauses` says why. `samla \
                explain {example}` explains a clause.")
    }
}

/// The rules under one heading, and the first day on which one of them is due.
#[derive(Default)]
struct Rest {
    counts: OutcomeCounts,
    due: Option<Day>,
}

impl Rest {
    fn add(&mut self, verdict: &RuleVerdict) {
        self.counts.add(verdict.outcome);
        if verdict.outcome == Outcome::NotDue {
            let days = verdict.subjects.iter().filter_map(|subject| subject.due);
            self.due = self.due.into_iter().chain(days).min();
        }
    }

    /// Those that neither are broken nor cannot be told.
    fn in_words(&self) -> Option<Both<String>> {
        let told = [Outcome::Holds, Outcome::NotDue, Outcome::NotApplicable];
        let told = || told.into_iter().filter(|outcome| self.counts.of(*outcome) > 0);
        told().next()?;
        Some(Both::each(|lang| {
            let part = |outcome| {
                let count = self.counts.of(outcome);
                let first = match self.due.filter(|_| outcome == Outcome::NotDue) {
                    Some(day) => say!(lang; sv: " (tidigast {day})", en: " ({day} at the earliest)"),
                    None => String::new(),
                };
                format!("{count} {}{first}", outcomes(outcome, count).of(lang))
            };
            told().map(part).collect::<Vec<_>>().join(", ")
        }))
    }
}
