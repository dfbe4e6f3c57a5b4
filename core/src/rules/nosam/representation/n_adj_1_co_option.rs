//! N-ADJ-1: others are co-opted when needed.

use super::{Participant, members};
use crate::answer::{Answer, Lacks};
use crate::codes::{MemberStatus, Severity};
use crate::index::{Context, status};
use crate::record::{Member, Period, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ADJ-1",
    subject: "groups/NOSAM#PERSON",
    severities: [Info, Advice],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: members,
    sv: {
        norm: "Ytterligare verksamheter adjungeras till NOSAM vid behov",
        why: "Gruppen kan ta in den kunskap som en fråga kräver utan att växa för alltid.",
        reading: "Den som är adjungerad den dag som prövningen gäller prövas. Saknas slutdatum blir det ett \
            råd: en adjungering utan slut liknar en ordinarie plats. Saknas behovet blir det en anmärkning. \
            En adjungerad fyller ingen plats, räknas inte i konsensus och får inte vara ordförande (A-22). \
            Den som deltar i ett möte utan att vara med i gruppen sägs i stället när underlaget läses, och \
            den som deltog i en annans ställe prövas av N-REP-4.",
        example: "En socialt ansvarig samordnare är adjungerad från den 1 september utan slutdatum: råd.",
    },
    en: {
        norm: "Further operations are co-opted to NOSAM when needed",
        why: "The group can call in the knowledge that a matter takes without growing for ever.",
        reading: "Whoever is co-opted on the as-of day is judged. Without a last day it is an advice: a \
            co-option without an end is like an ordinary seat. Without a need it is a remark. Who is \
            co-opted fills no seat, does not count in consensus and may not chair (A-22). Who attends a \
            meeting without being in the group is told when the record is read instead, and who attended in \
            another's place is judged by N-REP-4.",
        example: "A social coordinator is co-opted from 1 September without a last day: an advice.",
    },
}

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    person: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    for member in person?.memberships {
        match is_co_opted(cx, member) {
            Answer::No => {}
            Answer::Yes => co_opted(cx, member, verdict),
            Answer::Unknown(lacks) => verdict.lacks(lacks),
        }
    }
    Ok(())
}

fn is_co_opted<'a>(cx: &Context<'a>, member: Ref<'a, Member>) -> Answer {
    let co_opted: Answer = status(member).map(|status| status == MemberStatus::CoOpted).into();
    co_opted.and(|| member.runs_on(cx.as_of))
}

/// Judges one co-option that runs.
fn co_opted<'a>(cx: &Context<'a>, member: Ref<'a, Member>, verdict: &mut Verdict<'a>) {
    let person = || cx.holder(member.person());
    if member.to().is_absent() {
        verdict.breaks(
            Severity::Advice,
            member.path,
            words! { person = person();
            sv: "Adjungeringen av {person} har inget slutdatum",
            en: "The co-option of {person} has no last day" },
        );
    }
    match member.need().optional() {
        Ok(Some(_)) => verdict.holds(),
        Ok(None) => {
            verdict.remarks(
                member.path,
                words! { person = person();
                sv: "Det står inte varför {person} är adjungerad",
                en: "It is not said why {person} is co-opted" },
            );
        }
        Err(lacks) => verdict.lacks(lacks),
    }
}
