//! N-ADJ-1: others are co-opted when needed.

use super::{Participant, PersonCase, people};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::index::{Context, status};
use crate::path::Path;
use crate::record::{GroupKind, Member, MemberStatus, Period, PersonId, Ref};
use crate::report::{Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ADJ-1",
    clauses: ["N-ADJ-1"],
    severities: [Info, Advice],
    partition_by: Group,
    each: members_and_guests,
    check: check,
    sv: {
        norm: "Ytterligare verksamheter adjungeras till NOSAM vid behov",
        why: "Gruppen kan ta in den kunskap som en fråga kräver utan att växa för alltid.",
        reading: "Den som är adjungerad på avstämningsdagen prövas. Saknas slutdatum blir det ett råd: en adjungering utan slut liknar en ordinarie plats. Saknas behovet blir det en anmärkning. En adjungerad fyller ingen plats, räknas inte i konsensus och får inte vara ordförande (A-22). Den som deltar i ett hållet möte utan att vara med i gruppen den dagen ger en anmärkning, en för varje person; den som deltog i en annans ställe prövas av N-REP-4.",
        example: "En socialt ansvarig samordnare är adjungerad från den 1 september utan slutdatum: råd.",
    },
    en: {
        norm: "Further operations are co-opted to NOSAM when needed",
        why: "The group can call in the knowledge that a matter takes without growing for ever.",
        reading: "Whoever is co-opted on the as-of day is judged. Without a last day it is an advice: a co-option without an end is like an ordinary seat. Without a need it is a remark. Who is co-opted fills no seat, does not count in consensus and may not chair (A-22). Who attends a held meeting without being in the group that day gives a remark, one a person; who attended in another's place is judged by N-REP-4.",
        example: "A social coordinator is co-opted from 1 September without a last day: an advice.",
    },
}

/// Everyone with a membership in a NOSAM, or who attended one of its meetings in nobody's place.
fn members_and_guests<'a>(cx: &Context<'a>) -> Vec<PersonCase<'a>> {
    let groups = cx.groups(GroupKind::Nosam);
    groups.flat_map(|group| people(cx, group, Some(&|row| row.standing_in_for().is_absent()))).collect()
}

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    person: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let person = person?;
    for member in person.memberships.iter().copied() {
        match is_co_opted(cx, member) {
            Answer::No => {}
            Answer::Yes => co_opted(cx, member, verdict),
            Answer::Unknown(lacks) if member.to().known().is_none() => verdict.lacks(lacks),
            // With a last day only a remark could come of it.
            Answer::Unknown(_) => {}
        }
    }
    let guest_on = guest_days(cx, &person);
    if let (Some((day, at)), Some(id)) = (guest_on.first(), person.attendance.first()) {
        let who = cx.person(id.1.person().known().map_or("", PersonId::as_str));
        verdict.remarks(
            *at,
            words! { person = who, number = guest_on.len(), day = *day;
            sv: "{person} deltog utan att vara med i gruppen, antal möten: {number}, det första {day}",
            en: "{person} attended without being in the group, number of meetings: {number}, the first on {day}" },
        );
    }
    Ok(())
}

fn is_co_opted<'a>(cx: &Context<'a>, member: Ref<'a, Member>) -> Answer {
    let co_opted: Answer = status(member).map(|status| status == MemberStatus::CoOpted).into();
    co_opted.and(|| member.runs_on(cx.as_of))
}

/// Judges one co-option that runs.
fn co_opted<'a>(cx: &Context<'a>, member: Ref<'a, Member>, verdict: &mut Verdict<'a>) {
    let person = || cx.person(member.person().known().map_or("", PersonId::as_str));
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
                sv: "Adjungeringen av {person} anger inget behov",
                en: "The co-option of {person} states no need" },
            );
        }
        Err(lacks) => verdict.lacks(lacks),
    }
}

/// The days of the held meetings that the person attended without being in the group, where it is certain.
fn guest_days<'a>(cx: &Context<'a>, person: &Participant<'a>) -> Vec<(Day, Path)> {
    let id = person.attendance.first().and_then(|(_, row)| row.person().known());
    let (Some(id), Ok(complete_from)) = (id, cx.complete_from()) else { return Vec::new() };
    let is_in = |day| {
        person.group.members().any(|member| member.person().is(|of| of == id).and(|| member.runs_on(day)))
    };
    let held = person.attendance.iter().filter(|(meeting, _)| cx.held(*meeting).is_yes());
    let days = held.filter_map(|(meeting, row)| Some((cx.day_of(*meeting).ok()?, row.path)));
    days.filter(|(day, _)| complete_from.is_none_or(|from| from <= *day) && is_in(*day).is_no()).collect()
}
