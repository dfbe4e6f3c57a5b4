//! Who stands in for the holder of an office, beside whom the office is held for those days.

use super::n_ord_1_both_offices::ordinary;
use crate::answer::Answer;
use crate::calendar::Span;
use crate::codes::OfficeKind;
use crate::index::Context;
use crate::record::{Group, Office, Period, Ref};
use crate::rules::judge::Verdict;
use crate::words;

/// The rows of a group that say whom they stand in for.
pub(super) fn rows<'a>(group: Ref<'a, Group>) -> impl Iterator<Item = Ref<'a, Office>> {
    group.offices().items().filter(|row| !row.standing_in_for().is_absent())
}

/// One who stood in on some of these days.
pub(super) fn stand_in_during<'a>(
    group: Ref<'a, Group>,
    office: OfficeKind,
    days: Span,
) -> Option<Ref<'a, Office>> {
    rows(group).find(|row| {
        row.office().known() == Some(&office)
            && row.span().is_ok_and(|span| span.overlap(days).is_some())
            && row.person().known().is_some()
    })
}

/// Says of whom no order of terms is judged; each may hold the office, as a member, on all of its days.
pub(super) fn stand_in<'a>(
    cx: &Context<'a>,
    (group, office): (Ref<'a, Group>, OfficeKind),
    days: Span,
    verdict: &mut Verdict<'a>,
) {
    for row in rows(group) {
        let right = row.office().is(|kind| *kind == office);
        let Some(possible) = row.possible().overlap(days).filter(|_| !right.is_no()) else { continue };
        let span = match (right, row.span()) {
            (Answer::Unknown(lacks), _) | (_, Err(lacks)) => {
                verdict.lacks(lacks);
                continue;
            }
            (_, Ok(span)) => span,
        };
        let words = words! { person = cx.holder(row.person()), office = office, span = span,
        holder = cx.holder(row.standing_in_for());
        sv: "{person} står in som {office} för {holder} {span}, och ordningen mellan mandaten prövas inte av det",
        en: "{person} stands in as {office} for {holder} {span}, by which no order of terms is judged" };
        verdict.remarks(row.path, words);
        ordinary(cx, (group, office), row, possible, verdict);
    }
}
