//! Representation i NOSAM: who sits there, for whom, and who may be called in.

mod n_adj_1_co_option;
mod n_adj_3_user_participation;
mod n_rep_10_dental_care;
mod n_rep_11_alingsas_lasarett;
mod n_rep_12_public_health_coordinator;
mod n_rep_13_process_leader;
mod n_rep_14_subregional_coordinator;
mod n_rep_15_nsph;
mod n_rep_1_appointment;
mod n_rep_4_deputies;
mod n_rep_5_care_centres;
mod n_rep_6_rehab_units;
mod n_rep_7_municipal_primary_care;
mod n_rep_8_mas_and_mar;
mod n_rep_9_municipal_operations;

use crate::answer::{Answer, Lacks};
use crate::codes::GroupKind;
use crate::index::{Case, Context, group_case, group_subject};
use crate::record::{Attendance, Group, Meeting, Member, PersonId, Ref};
use crate::report::Key;
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_rep_1_appointment::RULE,
    &n_rep_4_deputies::RULE,
    &n_rep_5_care_centres::RULE,
    &n_rep_6_rehab_units::RULE,
    &n_rep_7_municipal_primary_care::RULE,
    &n_rep_8_mas_and_mar::RULE,
    &n_rep_9_municipal_operations::RULE,
    &n_rep_10_dental_care::RULE,
    &n_rep_11_alingsas_lasarett::RULE,
    &n_rep_12_public_health_coordinator::RULE,
    &n_rep_13_process_leader::RULE,
    &n_rep_14_subregional_coordinator::RULE,
    &n_rep_15_nsph::RULE,
    &n_adj_1_co_option::RULE,
    &n_adj_3_user_participation::RULE,
];

/// A NOSAM has no process leader: that is told by N-REP-13 alone.
pub(crate) fn no_process_leader() -> Lacks {
    Lacks::because("N-REP-13")
}

/// One person in one group: its memberships, and the rows of attendance that a rule asks for.
struct Participant<'a> {
    group: Ref<'a, Group>,
    memberships: Vec<Ref<'a, Member>>,
    attendance: Vec<(Ref<'a, Meeting>, Ref<'a, Attendance>)>,
}

/// A person of a group, or what keeps some of them from being told.
type PersonCase<'a> = Case<'a, Result<Participant<'a>, Lacks>>;

/// A participant and its person's id, where that can be read.
type Named<'a> = (Option<&'a str>, Participant<'a>);

/// Everyone with a membership in a NOSAM that is there on the as-of day.
fn members<'a>(cx: &Context<'a>) -> Vec<PersonCase<'a>> {
    let of = |group: Ref<'a, Group>| match cx.lives_on(group, cx.as_of) {
        Answer::Yes => people(group, Attended::default()),
        Answer::No => Vec::new(),
        Answer::Unknown(lacks) => {
            vec![Case { subject: group_subject(group), at: group.path, thing: Err(lacks) }]
        }
    };
    cx.groups(GroupKind::Nosam).flat_map(of).collect()
}

/// Rows of attendance that a rule asks for, and what keeps others from being told.
#[derive(Default)]
struct Attended<'a> {
    rows: Vec<(Ref<'a, Meeting>, Ref<'a, Attendance>)>,
    untold: Vec<Lacks>,
}

/// Everyone with a membership in the group or one of these rows of attendance.
///
/// What cannot be placed with a person is the group's.
fn people<'a>(group: Ref<'a, Group>, attended: Attended<'a>) -> Vec<PersonCase<'a>> {
    let mut people: Vec<Named<'a>> = Vec::new();
    let mut places = std::collections::HashMap::new();
    let mut place_of = |people: &mut Vec<Named<'a>>, id: Option<&'a PersonId>| {
        let id = id.map(PersonId::as_str);
        *places.entry(id).or_insert_with(|| {
            people.push((id, Participant { group, memberships: Vec::new(), attendance: Vec::new() }));
            people.len() - 1
        })
    };
    let untold = group.members().unread().into_iter().chain(attended.untold);
    for member in group.members().items() {
        let place = place_of(&mut people, member.person().known());
        people[place].1.memberships.push(member);
    }
    for (meeting, row) in attended.rows {
        let place = place_of(&mut people, row.person().known());
        people[place].1.attendance.push((meeting, row));
    }
    let mut cases = Vec::new();
    if let Some(lacks) = untold.reduce(Lacks::and) {
        cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
    }
    cases.extend(people.into_iter().map(|(id, person)| {
        let first = person.memberships.first().map(|member| member.path);
        let at = first.or_else(|| person.attendance.first().map(|(_, row)| row.path)).unwrap_or(group.path);
        group_case(group, id.map_or(Key::Whole, |id| Key::Person(id, None)), at, Ok(person))
    }));
    cases
}
