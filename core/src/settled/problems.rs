//! What is wrong or suspicious in the record itself, as findings.

use std::collections::BTreeMap;

use super::{Settled, contradictions};
use crate::codes::{Outcome, Severity};
use crate::index::{Context, Listing};
use crate::path::{Path, Pointer, Related, Token};
use crate::record::{Doubt, Placed, Problem, Read, Record, integrity, is_section};
use crate::report::{Finding, Key, Subject};

impl Settled<'_> {
    /// Problems of reading first, then what does not fit together.
    pub(super) fn problems(&self, cx: &Context<'_>) -> Vec<Finding> {
        let (record, names) = (self.record(), cx.options.names);
        let read = record.problems().into_iter();
        let suspicious = integrity::problems(record, self.charter, cx.as_of, names);
        let all = read.chain(suspicious).chain(contradictions::problems(cx));
        all.map(|placed| finding(record, placed, names)).collect()
    }

    /// What judging showed to be suspicious about the waivers.
    pub(super) fn of_waivers(
        &self,
        doubts: Vec<(Path, Doubt)>,
        names: bool,
    ) -> impl Iterator<Item = Finding> {
        doubts.into_iter().map(move |(path, doubt)| {
            let problem = Problem::Doubtful(doubt);
            finding(self.record(), Placed { problem, at: path.into(), related: Vec::new() }, names)
        })
    }
}

impl Settled<'_> {
    /// Names of organisations that are in no list and that findings refer to, each told once.
    pub(super) fn unknown_names(&self, cx: &Context<'_>, findings: &[Finding]) -> Vec<Finding> {
        let mut names: BTreeMap<&Pointer, (Listing, Vec<Related>)> = BTreeMap::new();
        let listings = [Listing::Boards, Listing::Parties];
        for finding in findings {
            for name in &finding.related {
                let Some(listing) = listings.into_iter().find(|it| it.role() == name.role) else { continue };
                let seat = Related { at: finding.at.clone(), role: "seat" };
                let (_, seats) = names.entry(&name.at).or_insert((listing, Vec::new()));
                if !seats.contains(&seat) {
                    seats.push(seat);
                }
            }
        }
        let named = cx.record.organisations().items().filter_map(|one| {
            let at = Pointer::from(one.name().path);
            let (listing, related) = names.get(&at)?.clone();
            let code = cx.nearest(one, listing)?;
            let meant = self.charter.entries_named().into_iter().find(|entry| entry.code == code)?.named();
            let doubt = Doubt::UnknownName { name: one.name().known()?.clone(), meant };
            Some(Placed { problem: Problem::Doubtful(doubt), at, related })
        });
        named.map(|placed| finding(self.record(), placed, cx.options.names)).collect()
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
        key_days: Vec::new(),
        lasts: Vec::new(),
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

#[cfg(test)]
mod tests {
    use crate::report::Options;
    use crate::settled::Handed;
    use crate::{Charter, Day};

    #[test]
    fn an_unknown_name_and_the_findings_on_its_seat_refer_to_each_other() {
        let record = br#"{
            "about": ["pol"],
            "organisations": [{"id": "tand", "kind": "political_board", "name": "Tandvardstyrelsen"}],
            "groups": [{"id": "pol", "kind": "political_group", "members": [
                {"person": "kim", "organisations": ["tand"], "functions": ["board_chair"]}
            ]}]
        }"#;
        let charter = Charter::samla_2023();
        let settled = Handed::read(record).expect("a record").settle(&charter);
        let report = settled.check(Day::new(2024, 12, 31).expect("a day"), Options::default());
        let (names, others): (Vec<_>, Vec<_>) = report
            .findings
            .iter()
            .filter(|it| it.at.to_string() == "/organisations/0/name" || !it.related.is_empty())
            .partition(|it| it.rule == "record");
        let [name] = names.as_slice() else { panic!("one name: {names:?}") };
        let seats: Vec<String> = name.related.iter().map(|it| format!("{} {}", it.role, it.at)).collect();
        assert_eq!(seats, ["seat /groups/0/members", "seat /groups/0/members/0/organisations"]);
        let rules: Vec<&str> = others.iter().map(|it| it.rule).collect();
        assert_eq!(rules, ["P-POL-6", "P-POL-7"]);
        for finding in others {
            let related: Vec<String> =
                finding.related.iter().map(|it| format!("{} {}", it.role, it.at)).collect();
            assert_eq!(related, ["perhaps_a_board /organisations/0/name"]);
        }
    }
}
