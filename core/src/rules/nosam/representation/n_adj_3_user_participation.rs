//! N-ADJ-3: user participation comes from an activity or a matter.

use super::{Participant, members};
use crate::answer::{Answer, Lacks};
use crate::codes::{MemberCategory, MemberStatus};
use crate::index::{Context, status};
use crate::record::{Member, Period, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ADJ-3",
    subject: "groups/NOSAM#PERSON",
    severities: [Info],
    key_days: Remarks,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: members,
    sv: {
        norm: "Brukare adjungeras utifrån en aktivitet eller en fråga",
        why: "Den som bjuds in vet då vad som väntar och varför just den egna erfarenheten behövs.",
        reading: "Den som är adjungerad som brukare den dag som prövningen gäller bör vara kopplad till en \
            aktivitet eller ett ärende; saknas kopplingen blir det en anmärkning, aldrig ett fel. NSPH är \
            ordinarie i sin egen målgrupp och prövas då av N-REP-15; i övriga målgrupper adjungeras NSPH, \
            och brukare har ingen sida (A-25).",
        example: "En anhörig är adjungerad utan koppling till någon aktivitet: anmärkning.",
    },
    en: {
        norm: "Users are co-opted for an activity or a matter",
        why: "Whoever is invited then knows what to expect and why that experience is needed.",
        reading: "Who is co-opted as a user on the as-of day should be linked to an activity or a matter; \
            without the link there is a remark, never an error. NSPH is ordinary in its own target group and \
            then judged by N-REP-15; in the others NSPH is co-opted, and users have no side (A-25).",
        example: "A relative is co-opted without a link to any activity: a remark.",
    },
}

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    person: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    for member in person?.memberships {
        match is_co_opted_user(cx, member) {
            Answer::No => {}
            Answer::Unknown(lacks) => verdict.lacks(lacks),
            Answer::Yes => match member.linked_to().optional() {
                Ok(Some(_)) => verdict.holds(),
                Err(lacks) => verdict.lacks(lacks),
                Ok(None) => {
                    let person = cx.holder(member.person());
                    verdict.remarks(
                        member.path,
                        words! { person = person;
                        sv: "{person} är adjungerad som brukare utan koppling till en aktivitet eller ett ärende",
                        en: "{person} is co-opted as a user without a link to an activity or a matter" },
                    );
                }
            },
        }
    }
    Ok(())
}

fn is_co_opted_user<'a>(cx: &Context<'a>, member: Ref<'a, Member>) -> Answer {
    let category = member.category().optional();
    let user: Answer = category.map(|category| category == Some(&MemberCategory::User)).into();
    user.and(|| status(member).map(|status| status == MemberStatus::CoOpted).into())
        .and(|| member.runs_on(cx.as_of))
}
