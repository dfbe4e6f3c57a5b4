//! N-ORD-4: the vice chair takes over the chair.

use super::{Handover, given_reason, handovers, n_ord_2_alternation, vacancies};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{OfficeKind, Severity};
use crate::index::{Case, Context, Term};
use crate::record::{Group, Period, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "N-ORD-4",
    subject: "groups/NOSAM#FIRST_DAY",
    severities: [Error, Warning, Info],
    key_days: (key_days::named),
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: ChairTerms,
    each: successions,
    sv: {
        norm: "Vice ordföranden tar över som ordförande",
        why: "Den som tar över har redan lärt sig uppdraget, och turordningen är given.",
        reading: "Den nya ordföranden ska ha varit vice ordförande dagen före sin första dag, eller vid ett \
            glapp den sista dagen i företrädarens mandat. Någon annan är ett fel. Det är en varning om \
            mandatet anger ett skäl, om ordförandemandatet före var för kort och anger ett, eller om det \
            mandat som vice som senast tog slut inom ett år före bytet gör det. Var posten som vice då \
            vakant ges en varning. Ett byte som redan N-ORD-2 underkänner sägs bara där. En vice ordförande \
            som aldrig tar över för att serien slutar ger ingenting. Är det inte känt vem som var vice går \
            det inte att avgöra.",
        example: "Den nya ordföranden satt inte som vice ordförande dagen före: fel.",
    },
    en: {
        norm: "The vice chair takes over the chair",
        why: "Whoever takes over has learnt the task already, and the order is settled.",
        reading: "The new chair was vice chair on the day before the first day, or at a gap on the last day \
            of the term before. Anybody else is an error. It is a warning where the term gives a reason, where \
            the chair term before was too short and gives one, or where the vice-chair term that ended last \
            within a year before does. Where the vice chair was vacant then, it is a warning. A hand-over \
            that N-ORD-2 finds wrong already is told only there. A vice chair who never takes over because the series \
            ends gives nothing. Where nobody knows who was vice chair it cannot be told.",
        example: "The new chair was not vice chair on the day before: an error.",
    },
}

fn successions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handover<'a>, Lacks>>> {
    if cx.charter.chair.vice_takes_over { handovers(cx) } else { Vec::new() }
}

/// Who was vice chair on the last day before a hand-over.
pub(super) enum Successor<'a> {
    /// The new chair.
    NewChair,
    /// Somebody else.
    Another(Box<Term<'a>>),
    /// Nobody.
    Nobody,
}

/// Looks for the vice chair who was to take over.
pub(super) fn successor<'a>(cx: &Context<'a>, handover: &Handover<'a>) -> Result<Successor<'a>, Lacks> {
    let eve = handover.eve()?;
    let person = handover.after.office.person().read()?;
    let vices = cx.terms(handover.group, OfficeKind::ViceChair);
    // A vice chair whose row cannot be placed may have been the one.
    let unplaced = vices.unplaced().map_or(Answer::No, Answer::Unknown);
    if vices.held_by(person, eve).or(|| unplaced).told()? {
        return Ok(Successor::NewChair);
    }
    // Of several the latest begun is named: no one of them is the new chair.
    let mut others = vices.list.iter().rev().filter(|term| vices.runs_on(term, eve).is_yes());
    let vice = match others.next() {
        Some(vice) => Some(*vice),
        None => vices.on(eve)?,
    };
    Ok(vice.map_or(Successor::Nobody, |vice| Successor::Another(Box::new(vice))))
}

/// Judges one hand-over.
fn check<'a>(
    cx: &Context<'a>,
    handover: Result<Handover<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let handover = handover?;
    let successor = successor(cx, &handover)?;
    if !matches!(successor, Successor::NewChair) && n_ord_2_alternation::tells(cx, &handover) {
        return Err(Lacks::because("N-ORD-2"));
    }
    match successor {
        Successor::NewChair => {
            verdict.holds();
            Ok(())
        }
        Successor::Another(vice) => passed_over(cx, &handover, *vice, verdict),
        Successor::Nobody => without_vice_chair(cx, &handover, verdict),
    }
}

/// Somebody else than the new chair was vice chair.
fn passed_over<'a>(
    cx: &Context<'a>,
    handover: &Handover<'a>,
    vice: Term<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, after, day, .. } = *handover;
    let left = left_within_a_year(cx, group, day);
    let reason = handover.reason(cx).or_else(|| given_reason(left.iter().copied()));
    let severity = if reason.is_some() { Severity::Warning } else { Severity::Error };
    let other = cx.holder(vice.office.person());
    let words = words! { person = cx.holder(after.office.person()), day = day, other = other;
    sv: "Ordföranden {person} från {day} var inte vice ordförande, det var {other}",
    en: "The chair {person} from {day} was not vice chair, {other} was" };
    verdict
        .breaks(severity, after.office.path, words.because(reason.flatten()))
        .related(vice.office.path, "vice_chair")
        .related(handover.before()?.office.path, "term_before");
    Ok(())
}

/// The vice-chair terms that ended last of those that did within a year before `day`.
fn left_within_a_year<'a>(cx: &Context<'a>, group: Ref<'a, Group>, day: Day) -> Vec<Term<'a>> {
    let vices = cx.terms(group, OfficeKind::ViceChair).list;
    let last = |term: &Term<'a>| term.span().ok()?.to();
    let mut left = vices;
    left.retain(|term| last(term).is_some_and(|last| last < day && day <= last.plus_months(12)));
    let latest = left.iter().filter_map(last).max();
    left.retain(|term| last(term) == latest);
    left
}

/// Nobody was vice chair on the last day before the hand-over.
fn without_vice_chair<'a>(
    cx: &Context<'a>,
    handover: &Handover<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, after, day, .. } = *handover;
    let (eve, vices) = (handover.eve()?, cx.terms(group, OfficeKind::ViceChair));
    let vacancy = vacancies(cx, group, OfficeKind::ViceChair).find(|vacancy| vacancy.runs_on(eve).is_yes());
    let begun = vices.list.first().is_some_and(|term| term.from.is_none_or(|from| from <= eve));
    let complete = cx.complete_from()?.is_some_and(|from| from <= eve);
    if vacancy.is_none() && !begun && !complete {
        return Err(Lacks::absent(group.offices().path));
    }
    let words = words! { person = cx.holder(after.office.person()), day = day;
    sv: "Ordföranden {person} tog över {day}, men NOSAM hade ingen vice ordförande",
    en: "The chair {person} took over on {day}, but NOSAM had no vice chair" };
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
