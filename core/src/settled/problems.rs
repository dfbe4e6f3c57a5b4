//! What is wrong or suspicious in the record itself, as findings.

use super::Settled;
use crate::calendar::Day;
use crate::codes::{Outcome, Severity};
use crate::path::{Pointer, Token};
use crate::record::{Placed, Read, Record, integrity, is_section};
use crate::report::{Finding, Key, Subject};

impl Settled<'_> {
    /// Problems of reading first, then what does not fit together.
    pub(super) fn problems(&self, as_of: Day, names: bool) -> Vec<Finding> {
        let record = self.record();
        let read = record.problems().into_iter();
        let suspicious = integrity::problems(record, self.charter, as_of, names);
        read.chain(suspicious).map(|placed| finding(record, placed, names)).collect()
    }
}

fn finding(record: &Record, placed: Placed, names: bool) -> Finding {
    let severity = placed.problem.severity();
    Finding {
        rule: "record",
        clauses: &[],
        severity,
        outcome: if severity == Severity::Info { Outcome::Holds } else { Outcome::Broken },
        subject: subject_at(record, &placed.at).owned(),
        words: placed.problem.words(names),
        at: placed.at,
        related: placed.related,
        reading: None,
        waiver: None,
        absence: None,
    }
}

/// What the thing at or above a place is called: `section/id`, or the section, or `record`.
///
/// A thing without an id takes its parent's name and a key made of person (or organisation, or group) and
/// first day: `groups/nosam-a#kim:2024-01-01`, `recesses#2024-06-17`; one below the first level that has an id
/// takes that as its key: `plans/p#revision-1`.
fn subject_at<'a>(record: &'a Record, at: &'a Pointer) -> Subject<&'a str> {
    let section = match at.0.as_slice() {
        [Token::Key(section), Token::Index(_), ..] => section,
        [Token::Key(section), ..] if is_section(section) => section,
        _ => return Subject::of("record", None),
    };
    let mut subject = Subject::of(section.as_str(), None);
    let mut outermost = true;
    record.things(&at.0, &mut |named| {
        match named.id {
            Some(id) if outermost => subject.id = Some(id),
            _ if subject.key == Key::Whole => subject.key = named.into(),
            _ => {}
        }
        outermost = false;
    });
    subject
}
