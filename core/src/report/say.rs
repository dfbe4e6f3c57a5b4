//! A report as plain text, one line for each thing: what a tool without a page of its own prints.

use crate::codes::Outcome;
use crate::lang::Lang;
use std::fmt::{self, Write as _};

use super::{Finding, Report, RuleVerdict, SubjectVerdict};
use crate::path::Pointer;
use crate::say;

impl Finding {
    /// The finding in one line: `place: severity: sentence [clause]`.
    ///
    /// The place is a JSON Pointer; a reading problem has no clause.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let severity = self.severity.label(lang);
        let waived = match self.outcome {
            Outcome::Waived => lang.of(" (beslutat avsteg)", " (waived)"),
            _ => "",
        };
        let mut line = format!("{}: {severity}{waived}: {}", place(&self.at, lang), self.words.say(lang));
        if let Some(clause) = self.clauses.first() {
            // Writing to a String cannot fail.
            let _ = write!(line, " [{clause}]");
        }
        line
    }
}

/// In English; [`say`](Finding::say) has a choice.
impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Lang::En))
    }
}

impl Report {
    /// The findings in their order, then what cannot be told and for want of what, one line each.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let findings = self.findings.iter().map(|finding| finding.say(lang));
        let untold = self.verdicts.iter().flat_map(|verdict| {
            let untold = verdict.subjects.iter().filter(|it| it.outcome == Outcome::Undetermined);
            untold.map(move |subject| cannot_tell(verdict, subject, lang))
        });
        let mut lines: Vec<String> = findings.chain(untold).collect();
        // Several seats may want the same field.
        lines.dedup();
        if lines.is_empty() {
            lines.push(match self.judged_anything() {
                true => say!(lang; sv: "Inga anmärkningar", en: "Nothing to remark"),
                false => say!(lang; sv: "Inget har prövats", en: "Nothing was checked"),
            });
        }
        lines.join("\n")
    }
}

/// In English; [`say`](Report::say) has a choice.
impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Lang::En))
    }
}

fn place(at: &Pointer, lang: Lang) -> String {
    if at.0.is_empty() { lang.of("underlaget", "the record").to_owned() } else { at.to_string() }
}

fn cannot_tell(verdict: &RuleVerdict, subject: &SubjectVerdict, lang: Lang) -> String {
    let (at, rule) = (place(&subject.at, lang), verdict.rule);
    let without = match (subject.lacks.is_empty(), subject.because) {
        (false, _) => {
            let places = subject.lacks.iter().map(|at| place(at, lang)).collect::<Vec<_>>().join(", ");
            say!(lang; sv: " utan {places}", en: " without {places}")
        }
        (true, Some(rule)) => {
            say!(lang; sv: " förrän {rule} är utredd", en: " until {rule} is settled")
        }
        (true, None) => String::new(),
    };
    say!(lang; sv: "{at}: kan inte avgöras{without} [{rule}]", en: "{at}: cannot be told{without} [{rule}]")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{GroupKind, OfficeKind};
    use crate::record::{Group, Office, Record};
    use crate::{Charter, Day, check};

    fn said(record: &Record, lang: Lang) -> String {
        check(record, &Charter::samla_2023(), Day::new(2024, 12, 31).expect("a day")).say(lang)
    }

    #[test]
    fn a_finding_is_a_line_with_place_severity_sentence_and_clause() {
        let group = Group {
            id: "nosam-a".into(),
            kind: GroupKind::Nosam.into(),
            municipality: "1489".into(),
            offices: [Office {
                office: OfficeKind::Chair.into(),
                person: "kim".into(),
                from: "2024-02-30".into(),
                ..Office::default()
            }]
            .into(),
            ..Group::default()
        };
        let record = Record { groups: [group].into(), ..Record::default() };
        let said = said(&record, Lang::En);
        let lines: Vec<&str> = said.lines().collect();
        let begins = |start: &str, end: &str| {
            let found = lines.iter().any(|line| line.starts_with(start) && line.ends_with(end));
            assert!(found, "no line from {start} to {end} in\n{said}");
        };
        begins("/groups/0/offices/0/from: error: The value `2024-02-30`", "2024-03-05");
        begins("/groups: error: ", " [N-ALL-2]");
        begins("/groups/0: cannot be told without /groups/0/offices/0/from", " [N-ORD-3]");
    }

    #[test]
    fn an_empty_record_is_nothing_checked() {
        assert_eq!(said(&Record::default(), Lang::Sv), "Inget har prövats");
    }
}
