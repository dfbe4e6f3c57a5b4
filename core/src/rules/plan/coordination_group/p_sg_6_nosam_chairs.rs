//! P-SG-6: chair and vice chair of each NOSAM sit in the coordination group.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::codes::{MemberStatus, OfficeKind, Severity};
use crate::index::{Case, Context, group_case, stand_ins, status};
use crate::record::{Group, Id, Member, Period, Ref, Vacancy};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-SG-6",
    subject: "groups/COORDINATION#POST",
    severities: [Error, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: posts,
    sv: {
        norm: "Ordförande och vice ordförande i varje NOSAM är med i samordningsgruppen",
        why: "Styrgruppen får veta direkt vad som händer lokalt, och NOSAM får besluten från den som var med.",
        reading: "Gäller från och med den 1 oktober 2022 (A-23): den 30 september prövas inte, den 1 oktober \
            prövas. Platsen följer uppdraget, så på växlingsdagen är det den nya som ska vara med. Den som \
            är ordinarie, adjungerad eller stöd i samordningsgruppen är med, den som bara är ersättare är \
            det inte. Är posten i NOSAM vakant sägs det bara där. Den som också fyller en annan \
            plats i gruppen fyller båda, med en anmärkning (A-43), och inget hindrar att någon sitter i sin \
            egen styrgrupp (A-42).",
        example: "NOSAM Alingsås får en ny vice ordförande den 1 mars, och samordningsgruppens lista ändras inte: fel.",
    },
    en: {
        norm: "Chair and vice chair of every NOSAM sit in the coordination group",
        why: "The steering group hears directly what happens locally, and NOSAM hears of decisions from \
            somebody who was there.",
        reading: "In force from 1 October 2022 (A-23): 30 September is not judged, 1 October is. The seat \
            follows the office, so on the day of the hand-over it is the new holder's. Whoever is an \
            ordinary, a co-opted or a support member of the coordination group sits in it, whoever is only a \
            deputy does not. A vacant office in NOSAM is told only there. Who also fills another seat in the \
            group fills both, with a remark (A-43), and nothing keeps anybody from sitting in their own \
            steering group (A-42).",
        example: "NOSAM Alingsås has a new vice chair from 1 March, and the list of the coordination group \
            stays as it was: an error.",
    },
}

/// One office of one NOSAM, whose holder has a seat.
struct Post<'a> {
    group: Ref<'a, Group>,
    of: Ref<'a, Group>,
    office: OfficeKind,
}

fn posts<'a>(cx: &Context<'a>) -> Vec<Case<'a, Post<'a>>> {
    let mut cases = Vec::new();
    for seats in cx.charter.ex_officio.iter().filter(|seats| seats.rule == RULE.id) {
        for group in cx.groups(seats.group) {
            // A group that is only referred to still has its holders.
            for of in cx.record.groups().items().filter(|of| of.kind().known() == Some(&seats.of)) {
                for &office in &seats.offices {
                    let key = Key::Pair(of.id().known().map_or("", Id::as_str), office.code());
                    cases.push(group_case(group, key, group.path, Post { group, of, office }));
                }
            }
        }
    }
    cases
}

/// Judges one post.
fn check<'a>(cx: &Context<'a>, post: Post<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Post { group, of, office } = post;
    let in_force = || cx.lives_on(of, cx.as_of).and(|| cx.lives_on(group, cx.as_of));
    if cx.as_of < cx.charter.readings.ex_officio_from || !in_force().told()? {
        return Ok(());
    }
    let terms = cx.terms(of, office);
    let Some(term) = terms.on(cx.as_of)? else {
        let vacant =
            |it: &Ref<'a, Vacancy>| it.office().known() == Some(&office) && it.runs_on(cx.as_of).is_yes();
        if let Some(vacancy) = cx.vacancies(of).find(vacant) {
            verdict.vacant(vacancy);
        }
        return Err(terms.not_one_each(Span::on(cx.as_of)));
    };
    let holder = term.office.person().read()?;
    let (others, unsure) = stand_ins(of, office, holder, cx.as_of);
    let sits = |member: Ref<'a, Member>| {
        let takes_part = || status(member).map(|status| status != MemberStatus::Deputy).into();
        let is_one = member.person().is(|person| person == holder || others.contains(&person));
        is_one.and(|| cx.can_sit(member, cx.as_of)).and(takes_part)
    };
    if !group.members().any(sits).or(|| unsure.map_or(Answer::No, Answer::Unknown)).told()? {
        let words = words! { person = cx.person(holder.as_str()), office = Param::from(office),
        of = Param::Id(of.id().known().map_or_else(String::new, Id::to_string));
        sv: "{person} är {office} i {of} men är inte med i samordningsgruppen",
        en: "{person} is {office} of {of} but does not sit in the coordination group" };
        let told = verdict.breaks(Severity::Error, group.members().path, words);
        told.related(term.office.path, "office").absent_since(None).reading("A-23");
        return Ok(());
    }
    verdict.holds();
    verdict.seats(group.members().items().filter(|member| sits(*member).is_yes()));
    let both = |member: &Ref<'a, Member>| sits(*member).and(|| fills_another(cx, group, *member)).is_yes();
    if let Some(member) = group.members().items().find(both) {
        let words = words! { person = cx.person(holder.as_str()), office = Param::from(office),
        of = Param::Id(of.id().known().map_or_else(String::new, Id::to_string));
        sv: "{person} är med som {office} i {of} och fyller även en annan plats i samordningsgruppen",
        en: "{person} sits here as {office} of {of} and fills another seat of the coordination group, too" };
        verdict.remarks(member.path, words).reading("A-43");
    }
    Ok(())
}

/// Does the member fill a seat of its own in the group?
fn fills_another<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>) -> Answer {
    let Some(kind) = group.kind().known() else { return Answer::No };
    let seats = cx.charter.seats.iter().filter(seats::in_force(cx, *kind));
    Answer::any(seats.map(|seat| seats::fills(cx, &Place::of(group, seat), member)))
}
