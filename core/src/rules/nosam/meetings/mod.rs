//! Mötesfrekvens: how long and how often NOSAM meets, who attends, what is written down.

mod attendance;
mod hours;
mod n_ant_1_notes;
mod n_mot_1_length;
mod n_mot_2_cadence;
mod n_mot_3_whole_meeting;

use crate::answer::{Answer, Lacks};
use crate::codes::GroupKind;
use crate::index::{Context, subject_of};
use crate::record::{Group, Meeting, Ref};
use crate::report::Subject;
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] =
    &[&n_mot_1_length::RULE, &n_mot_2_cadence::RULE, &n_mot_3_whole_meeting::RULE, &n_ant_1_notes::RULE];

/// What a meeting is called as a subject.
fn meeting_subject<'a>(meeting: Ref<'a, Meeting>) -> Subject<&'a str> {
    subject_of(meeting)
}

/// The meetings that a judged NOSAM holds, or may, each with how sure that is.
fn nosam_meetings<'a>(cx: &Context<'a>) -> impl Iterator<Item = (Ref<'a, Meeting>, Answer)> {
    let of_nosam = |meeting: Ref<'a, Meeting>| {
        meeting.groups().any(|id| {
            let id = id.item.as_str();
            Answer::from(cx.is_judged(id)).and(|| cx.is_of_kind(id, GroupKind::Nosam))
        })
    };
    let meetings = cx.record.meetings().items().map(move |meeting| (meeting, of_nosam(meeting)));
    meetings.filter(|(_, of_nosam)| !of_nosam.is_no())
}

/// The judged NOSAM of a meeting, each once, and what is missing to tell whether there are others.
fn nosam_of<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>) -> (Vec<Ref<'a, Group>>, Option<Lacks>) {
    let mut groups: Vec<Ref<'a, Group>> = Vec::new();
    let mut unread = meeting.groups().unread();
    for id in meeting.groups().items().map(|id| id.item.as_str()).filter(|id| cx.is_judged(id)) {
        let Some(group) = cx.group(id) else { continue };
        match group.kind().read() {
            Ok(GroupKind::Nosam) if groups.iter().all(|other| other.path != group.path) => groups.push(group),
            Ok(_) => {}
            Err(lacks) => unread = Some(unread.unwrap_or_default().and(lacks)),
        }
    }
    (groups, unread)
}
