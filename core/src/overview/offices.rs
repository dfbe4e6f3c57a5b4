//! Chairs and vice chairs with their sides, and where their line is broken.

use serde::Serialize;

use crate::answer::Lacks;
use crate::calendar::Day;
use crate::codes::OfficeKind;
use crate::index::{Context, Side};
use crate::path::Pointer;
use crate::record::{Group, Ref};
use crate::rules::nosam::chair::{self, Break, BreakOf};

/// One term of a chair or vice chair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TermOverview {
    /// The office.
    pub office: OfficeKind,
    /// The id of the holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The side of the holder on the first day, where it can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day: the recorded one, or the day before the next term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// The last day, when it cannot be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
    /// Where it stands.
    pub at: Pointer,
}

/// Where the line of holders of an office is broken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakOverview {
    /// What is wrong.
    pub kind: BreakKind,
    /// The office.
    pub office: OfficeKind,
    /// First day; of the later term when the side stays the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// How many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// The side that stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// The smallest existing thing to mend.
    pub at: Pointer,
}

/// What breaks the line of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BreakKind {
    /// Nobody held the office.
    Gap,
    /// Two people held it.
    Overlap,
    /// The chair stayed on one side from one term to the next.
    SameSide,
}

pub(super) fn terms<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> (Vec<TermOverview>, Vec<Pointer>) {
    let mut lacks = Lacks::default();
    let mut all = Vec::new();
    for &office in OfficeKind::ALL {
        let terms = cx.terms(group, office);
        if let Some(unplaced) = terms.unplaced().filter(|_| !group.offices().is_absent()) {
            lacks = lacks.and(unplaced);
        }
        all.extend(terms.list.into_iter().map(|term| TermOverview {
            office,
            person: term.office.person().known().map(|person| person.as_str().to_owned()),
            side: chair::side(cx, group, term).ok(),
            from: term.from,
            to: term.until.filter(|_| !term.end_unknown).map(|until| until.plus_days(-1)),
            lacks: if term.end_unknown { vec![term.office.to().path.into()] } else { Vec::new() },
            at: term.office.path.into(),
        }));
    }
    (all, lacks.places().cloned().collect())
}

pub(super) fn breaks<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<BreakOverview> {
    let of = |BreakOf { office, what, days, at }| {
        let (kind, side) = match what {
            Break::Gap => (BreakKind::Gap, None),
            Break::Overlap => (BreakKind::Overlap, None),
            Break::SameSide(side) => (BreakKind::SameSide, Some(side)),
        };
        let count = days.days().filter(|_| kind != BreakKind::SameSide);
        BreakOverview { kind, office, from: days.from, to: days.to(), days: count, side, at: at.into() }
    };
    chair::breaks(cx, group).into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use crate::index::Side;
    use crate::overview::tests::drawn;

    #[test]
    fn gaps_overlaps_and_a_side_that_stays_break_the_line_of_chairs() {
        let overview = drawn(
            r#"{"complete_from": "2023-01-01",
                "organisations": [{"id": "vc", "kind": "care_centre", "principal": "region"}],
                "groups": [{"id": "a", "kind": "nosam", "municipality": "1489",
                "members": [{"person": "kim", "organisations": ["vc"]}, {"person": "lo", "organisations": ["vc"]}],
                "offices": [{"office": "chair", "person": "kim", "from": "2023-01-01", "to": "2023-12-31"},
                            {"office": "chair", "person": "lo", "from": "2024-01-03"},
                            {"office": "vice_chair", "person": "lo", "from": "2023-01-01", "to": "2024-01-04"},
                            {"office": "vice_chair", "person": "kim", "from": "2024-01-03"}]}]}"#,
        );
        let group = &overview.groups[0];
        let breaks: Vec<String> = group
            .breaks
            .iter()
            .map(|it| format!("{:?} {} {:?} {:?}", it.kind, it.office.code(), it.from, it.days))
            .collect();
        assert_eq!(
            breaks,
            [
                "Gap chair Some(2024-01-01) Some(2)",
                "SameSide chair Some(2024-01-03) None",
                "Overlap vice_chair Some(2024-01-03) Some(2)"
            ]
        );
        assert_eq!(group.offices[0].side, Some(Side::Region));
    }
}
