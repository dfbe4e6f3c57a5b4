//! N-ORD-4: the vice chair takes over the chair.

use super::{Handover, handovers, vacancies};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{OfficeKind, Severity};
use crate::index::{Case, Context, Term, Terms};
use crate::record::Period;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ORD-4",
    severities: [Error, Warning, Info],
    partition_by: Group,
    judges: Groups,
    part: ChairTerms,
    each: successions,
    sv: {
        norm: "Vice ordföranden tar över som ordförande",
        why: "Den som tar över har redan lärt sig uppdraget, och turordningen är given.",
        reading: "Den nya ordföranden ska ha varit vice ordförande dagen före sin första dag, eller vid ett \
            glapp den sista dagen i företrädarens mandat. Någon annan är ett fel, med angivet skäl en \
            varning. Var posten som vice då vakant ges en varning. En vice ordförande som aldrig tar över \
            för att serien slutar ger ingenting. Är det inte känt vem som var vice går det inte att avgöra.",
        example: "Den nya ordföranden satt inte som vice ordförande dagen före: fel.",
    },
    en: {
        norm: "The vice chair takes over the chair",
        why: "Whoever takes over has learnt the task already, and the order is settled.",
        reading: "The new chair was vice chair on the day before the first day, or at a gap on the last day \
            of the term before. Anybody else is an error, with a recorded reason a warning. Where the vice \
            chair was vacant then, it is a warning. A vice chair who never takes over because the series \
            ends gives nothing. Where nobody knows who was vice chair it cannot be told.",
        example: "The new chair was not vice chair on the day before: an error.",
    },
}

fn successions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handover<'a>, Lacks>>> {
    if cx.charter.chair.vice_takes_over { handovers(cx) } else { Vec::new() }
}

/// Judges one hand-over.
fn check<'a>(
    cx: &Context<'a>,
    handover: Result<Handover<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let handover = handover?;
    let Handover { group, after, day, .. } = handover;
    let (before, eve) = (handover.before()?, handover.eve()?);
    let person = after.office.person().read()?;
    let vices = cx.terms(group, OfficeKind::ViceChair);
    let was_vice = Answer::any(vices.list.iter().map(|term| {
        Answer::from(term.span().map(|span| span.contains(eve)))
            .and(|| term.office.person().is(|holder| holder == person))
    }));
    // A vice chair whose row cannot be placed may have been the one.
    let unplaced = vices.unplaced().map_or(Answer::No, Answer::Unknown);
    if was_vice.or(|| unplaced).told()? {
        verdict.holds();
        return Ok(());
    }
    let on_eve = |term: &&Term<'a>| term.span().is_ok_and(|span| span.contains(eve));
    // Of several the latest begun is named: no one of them is the new chair.
    let others: Vec<Term<'a>> = vices.list.iter().rev().filter(on_eve).copied().collect();
    let vice = match others.first() {
        Some(vice) => Some(*vice),
        None => vices.on(eve)?,
    };
    let Some(vice) = vice else { return without_vice_chair(cx, &handover, eve, &vices, verdict) };
    let other = cx.holder(vice.office.person());
    let of_vice = others.iter().map(|vice| vice.office.reason()).find(|reason| !reason.is_absent());
    let reason = handover.reason().or_else(|| of_vice.map(|reason| reason.known()));
    let severity = if reason.is_some() { Severity::Warning } else { Severity::Error };
    let words = words! { person = cx.person(person.as_str()), day = day, other = other;
    sv: "Ordföranden {person} från {day} var inte vice ordförande, det var {other}",
    en: "The chair {person} from {day} was not vice chair, {other} was" };
    verdict
        .breaks(severity, after.office.path, words.because(reason.flatten()))
        .related(vice.office.path, "vice_chair")
        .related(before.office.path, "term_before");
    Ok(())
}

/// Nobody was vice chair on the last day before the hand-over.
fn without_vice_chair<'a>(
    cx: &Context<'a>,
    handover: &Handover<'a>,
    eve: Day,
    vices: &Terms<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, after, day, .. } = *handover;
    let vacancy = vacancies(cx, group, OfficeKind::ViceChair).find(|vacancy| vacancy.runs_on(eve).is_yes());
    let begun = vices.list.first().is_some_and(|term| term.from.is_none_or(|from| from <= eve));
    let complete = cx.complete_from()?.is_some_and(|from| from <= eve);
    if vacancy.is_none() && !begun && !complete {
        return Err(Lacks::absent(group.offices().path));
    }
    let words = words! { person = cx.holder(after.office.person()), day = day;
    sv: "Ordföranden {person} från {day} tog över utan vice ordförande att efterträda",
    en: "The chair {person} from {day} took over with no vice chair to follow" };
    let tail = match vacancy.map(|vacancy| (vacancy.span(), vacancy.reason().known())) {
        Some((Ok(vacant), reason)) => words! { vacant = vacant;
        sv: ", platsen var vakant {vacant}",
        en: ", the office was vacant {vacant}" }
        .because(reason),
        _ => words! { eve = eve; sv: " {eve}", en: " on {eve}" },
    };
    verdict.breaks(Severity::Warning, after.office.path, words.then(tail));
    Ok(())
}
