//! The day of hand-over that stands in two terms.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::codes::{OfficeKind, Severity};
use crate::index::{Context, Term};
use crate::record::{Group, Office, Ref, becomes_chair, handed_over, handed_to_another};
use crate::rules::judge::Verdict;
use crate::words;

/// No day is the last of one term and the first of the next: who has the office that day?
pub(super) fn in_two_terms<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    (office, terms): (OfficeKind, &[Term<'a>]),
    days: Span,
    verdict: &mut Verdict<'a>,
) {
    for term in terms {
        let Some(day) = term.office.to().known().copied().filter(|day| days.contains(*day)) else {
            continue;
        };
        match shared(group, term.office) {
            Err(lacks) => verdict.lacks(lacks),
            Ok(None) => {}
            Ok(Some(later)) => {
                let person = cx.holder(term.office.person());
                let words = if later.office().known() == Some(&office) {
                    words! { day = day, office = office, one = person, two = cx.holder(later.person());
                    sv: "{day} är både sista dagen för {one} och första dagen för {two} som {office}, \
                        ändra den ena dagen",
                    en: "{day} is both the last day of {one} and the first day of {two} as {office}, \
                        change one of the two days" }
                } else {
                    words! { day = day, person = person;
                    sv: "{day} är både sista dagen för {person} som vice ordförande och första dagen som \
                        ordförande, ändra den ena dagen",
                    en: "{day} is both the last day of {person} as vice chair and the first day as chair, \
                        change one of the two days" }
                };
                let told = verdict.breaks(Severity::Error, term.office.to().path, words);
                told.falls_on([day]).related(later.path, "other_term");
            }
        }
    }
}

/// The later term on the first day of which a row ends, so that two people have the office or one has both.
fn shared<'a>(group: Ref<'a, Group>, row: Ref<'a, Office>) -> Result<Option<Ref<'a, Office>>, Lacks> {
    let begins = |later: &Ref<'a, Office>| {
        later.path != row.path
            && later.from().known() == row.to().known()
            && later.standing_in_for().is_absent()
    };
    let find = |right: &dyn Fn(Ref<'a, Office>) -> bool| {
        Ok(group.offices().items().filter(begins).find(|later| right(*later)))
    };
    let another = handed_to_another(group, row);
    if another.is_yes() {
        return find(&|later| {
            later.office().known() == row.office().known() && later.person().known() != row.person().known()
        });
    }
    let both_offices = || {
        let within = |later: Ref<'a, Office>| later.office().known() == row.office().known();
        if row.office().known() == Some(&OfficeKind::Chair)
            || group.offices().items().filter(begins).any(within)
        {
            return Answer::No;
        }
        // With an earlier chair that day it is told there.
        handed_over(group, row).and(|| earlier_chair(group, row).not())
    };
    if another.or(both_offices).told()? {
        return find(&|later| becomes_chair(row, later).is_yes());
    }
    Ok(None)
}

/// Is there a chair on the last day of a row who began before it?
fn earlier_chair<'a>(group: Ref<'a, Group>, row: Ref<'a, Office>) -> Answer {
    let Some(day) = row.to().known() else { return Answer::No };
    group.offices().any(|one| {
        let begun = || Answer::from(one.from().optional().map(|from| from.is_none_or(|from| from < day)));
        let ends = || Answer::from(one.to().optional().map(|to| to.is_some_and(|to| to >= day)));
        let own = || one.standing_in_for().is_absent().into();
        one.office().is(|office| *office == OfficeKind::Chair).and(own).and(begun).and(ends)
    })
}
