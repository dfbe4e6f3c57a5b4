//! Ordförandeskapet: who chairs NOSAM, for how long, and who comes next.

mod n_ord_2_alternation;

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::WhoMayChair;
use crate::index::{Case, Context, Side, Term, group_case, group_subject, has_function, is_ordinary};
use crate::record::{Group, GroupKind, Member, MemberFunction, OfficeKind, Period, Ref};
use crate::report::Key;
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&n_ord_2_alternation::RULE];

/// Two chair terms in a row.
#[derive(Clone, Copy)]
struct Handover<'a> {
    group: Ref<'a, Group>,
    before: Term<'a>,
    after: Term<'a>,
    /// First day of the later term.
    day: Day,
}

/// Every hand-over of the chair in the judged days, named by the first day of the later term.
fn handovers<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handover<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let terms = cx.terms(group, OfficeKind::Chair);
        if let (Some(lacks), true) = (&terms.unplaced, terms.list.len() < 2) {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks.clone()) });
        }
        for pair in terms.list.windows(2) {
            let &[before, after] = pair else { continue };
            let at = after.office.path;
            let Some(day) = after.from else {
                let lacks = Lacks::absent(after.office.from().path);
                cases.push(Case { subject: group_subject(group), at, thing: Err(lacks) });
                continue;
            };
            let judged = match cx.complete_from() {
                Ok(from) => from.is_none_or(|from| from <= day),
                Err(_) => true,
            };
            if judged {
                let unplaced = terms.unplaced.clone();
                let thing = unplaced.map_or(Ok(Handover { group, before, after, day }), Err);
                cases.push(group_case(group, Key::Day(day), at, thing));
            }
        }
    }
    cases
}

/// The memberships of a person in a group.
fn memberships<'a>(group: Ref<'a, Group>, person: &'a str) -> impl Iterator<Item = Ref<'a, Member>> {
    group
        .members()
        .items()
        .filter(move |member| member.person().known().is_some_and(|id| id.as_str() == person))
}

/// May the holder of a term chair on `day`: is it an ordinary member then?
fn may_hold<'a>(cx: &Context<'a>, group: Ref<'a, Group>, person: &str, day: Day) -> Answer {
    let counts = |member: Ref<'a, Member>| match cx.charter.readings.who_may_chair {
        WhoMayChair::OrdinaryWithSide => is_ordinary(member),
        WhoMayChair::AnyoneButProcessLeader => has_function(member, &[MemberFunction::ProcessLeader]).not(),
    };
    group.members().any(|member| {
        member.person().is(|id| id.as_str() == person).and(|| member.runs_on(day)).and(|| counts(member))
    })
}

/// The side of the holder of a term, on its first day.
///
/// Who is no ordinary member is told by N-ORD-1.
fn side_of_term<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    term: Term<'a>,
    day: Day,
) -> Result<Side, Lacks> {
    let person = term.office.person().read()?.as_str();
    if !may_hold(cx, group, person, day).told()? {
        return Err(Lacks::because("N-ORD-1"));
    }
    let member = memberships(group, person).find(|member| member.runs_on(day).is_yes());
    let of_member = member.map_or(Ok(Side::None), |member| cx.side(member));
    match term.office.organisation().optional()? {
        Some(id) if of_member != Ok(Side::None) => match cx.organisation(id) {
            Some(organisation) => cx.side_of(organisation),
            None => Err(Lacks::unreadable(term.office.organisation().path)),
        },
        _ => of_member,
    }
}
