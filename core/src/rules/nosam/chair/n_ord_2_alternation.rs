//! N-ORD-2: the chair moves between municipality and region.

use super::{Handover, handovers, holding, is_private, memberships, side_of_term};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::charter::WhoMayChair;
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, Side, Term, group_case};
use crate::record::{Group, PersonId, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ORD-2",
    severities: [Error, Warning, Info],
    partition_by: Group,
    judges: Groups,
    part: ChairTerms,
    each: chair_terms,
    sv: {
        norm: "Ordförandeskapet växlar mellan kommun och region",
        why: "Båda huvudmännen leder samverkan i tur och ordning, så att ingen av dem äger den.",
        reading: "Två ordförandeperioder i följd ska ha olika sidor; sidan avgörs första dagen. Den första \
            kända perioden prövas bara så att den har en sida. Samma sida två gånger är ett fel, med angivet \
            skäl en varning. Byter ordföranden arbetsgivare under perioden så att sidan ändras ges en \
            varning. En privat utförare enligt LOV räknas till regionen (A-19). Den som saknar sida får inte \
            vara ordförande (A-22).",
        example: "En chef i kommunen efterträds av en annan chef i kommunen utan skäl: fel.",
    },
    en: {
        norm: "The chair moves between municipality and region",
        why: "Both principals lead the collaboration in turn, so that neither owns it.",
        reading: "Two chair terms in a row have different sides; the first day decides the side. Of the \
            first known term only that it has a side is judged. The same side twice is an error, with a \
            recorded reason a warning. A change of employer that changes the chair's side during the term is \
            a warning. A private provider under LOV counts as region (A-19). Who has no side may not chair \
            (A-22).",
        example: "A municipal manager is followed by another municipal manager without a reason: an error.",
    },
}

/// A hand-over, or the first known term, before which nothing is known.
enum Turn<'a> {
    First(Ref<'a, Group>, Term<'a>, Day, Option<Lacks>),
    Handover(Result<Handover<'a>, Lacks>),
}

fn chair_terms<'a>(cx: &Context<'a>) -> Vec<Case<'a, Turn<'a>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let terms = cx.terms(group, OfficeKind::Chair);
        for first in terms.list.iter().filter(|term| terms.before(term).is_empty()) {
            if let Some(day) = first.from.filter(|day| cx.since_complete(Ok(*day)).is_yes()) {
                let turn = Turn::First(group, *first, day, terms.unplaced());
                cases.push(group_case(group, Key::Day(day), first.office.path, turn));
            }
        }
    }
    let handovers = handovers(cx).into_iter();
    cases.extend(handovers.map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: Turn::Handover(case.thing),
    }));
    cases
}

/// Judges one hand-over.
fn check<'a>(cx: &Context<'a>, turn: Turn<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match turn {
        Turn::Handover(handover) => check_handover(cx, handover?, verdict),
        Turn::First(group, term, day, unplaced) => {
            let one_side = cx.charter.chair.sides.len() == 1;
            match side_of_term(cx, group, term, day) {
                Ok(side) => {
                    if !fits(cx, &Begun { group, term, day, side }, verdict) {
                        return Ok(());
                    }
                    if one_side {
                        verdict.holds();
                    }
                }
                Err(lacks) if one_side => return Err(lacks),
                // What cannot be told of the first known term is no lack: only a certain fault is told.
                Err(_) => {}
            }
            // A term that cannot be placed may have come before.
            unplaced.map_or(Ok(()), Err)
        }
    }
}

/// A term with the side of its holder on its first day.
struct Begun<'a> {
    group: Ref<'a, Group>,
    term: Term<'a>,
    day: Day,
    side: Side,
}

fn check_handover<'a>(
    cx: &Context<'a>,
    handover: Handover<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, after, day, .. } = handover;
    let side = side_of_term(cx, group, after, day)?;
    let begun = Begun { group, term: after, day, side };
    if !fits(cx, &begun, verdict) {
        return Ok(());
    }
    flips(cx, &begun, verdict);
    if cx.charter.chair.sides.len() == 1 || side == Side::None {
        verdict.holds();
        return Ok(());
    }
    let (before, first_day) = (handover.before()?, handover.first_day()?);
    let side_before = side_of_term(cx, group, before, first_day)?;
    if side_before == Side::None {
        return match cx.charter.readings.who_may_chair {
            // Told where the earlier term is judged itself.
            WhoMayChair::OrdinaryWithSide => Err(Lacks::because("N-ORD-2")),
            // Nothing to alternate with.
            WhoMayChair::AnyoneButProcessLeader => {
                verdict.holds();
                Ok(())
            }
        };
    }
    if side != side_before {
        verdict.holds();
        return Ok(());
    }
    let reason = handover.reason();
    let severity = if reason.is_some() { Severity::Warning } else { Severity::Error };
    let words = words! { person = cx.holder(after.office.person()), day = day, side = side;
    sv: "Ordföranden {person} från {day} hör till {side} liksom företrädaren",
    en: "The chair {person} from {day} belongs to {side} as the one before" };
    let told = verdict
        .breaks(severity, after.office.path, words.because(reason.flatten()))
        .related(before.office.path, "term_before");
    // Two private terms in a row are on one side, whatever it is.
    if is_private(cx, group, after, day) != is_private(cx, group, before, first_day) {
        told.reading("A-19");
    }
    Ok(())
}

/// Is the holder on a side that may chair? Otherwise it is told.
fn fits<'a>(cx: &Context<'a>, begun: &Begun<'a>, verdict: &mut Verdict<'a>) -> bool {
    let &Begun { group, term, day, side } = begun;
    let row = term.office;
    let person = cx.holder(row.person());
    let private = is_private(cx, group, term, day);
    let words = if side == Side::None {
        let words = words! { person = person, day = day;
        sv: "Ordföranden {person} från {day} hör varken till kommunen eller till regionen",
        en: "The chair {person} from {day} belongs neither to the municipality nor to the region" };
        if !private {
            match cx.charter.readings.who_may_chair {
                WhoMayChair::OrdinaryWithSide => {}
                WhoMayChair::AnyoneButProcessLeader => {
                    verdict.remarks(row.path, words).reading("A-22");
                    return true;
                }
            }
        }
        words
    } else {
        match cx.charter.chair.sides.as_slice() {
            &[only] if side != Side::from(only) => {
                words! { person = person, day = day, side = Side::from(only);
                sv: "Ordföranden {person} från {day} hör inte till {side}",
                en: "The chair {person} from {day} does not belong to {side}" }
            }
            _ => return true,
        }
    };
    let told = verdict.breaks(Severity::Error, row.path, words);
    if private {
        told.reading("A-19");
    } else if side == Side::None {
        told.reading("A-22");
    }
    false
}

/// Tells a change of employer during the term by which the chair came over to another side.
fn flips<'a>(cx: &Context<'a>, begun: &Begun<'a>, verdict: &mut Verdict<'a>) {
    let &Begun { group, term, day, side } = begun;
    // Whom the holder represents is said for the whole term.
    if term.office.organisation().known().is_some() {
        return;
    }
    let Some(person) = term.office.person().known().map(PersonId::as_str) else { return };
    for member in memberships(group, person) {
        let from = match member.from().optional() {
            Ok(Some(from)) if *from > day && *from <= cx.as_of => *from,
            Ok(_) => continue,
            Err(lacks) => {
                verdict.lacks(lacks);
                continue;
            }
        };
        let in_term = match term.span() {
            Ok(span) => span.contains(from),
            Err(lacks) => {
                verdict.lacks(lacks);
                continue;
            }
        };
        // Only who still holds the office by this membership has changed.
        if !in_term || holding(cx, group, person, from).map(|held| held.path) != Some(member.path) {
            continue;
        }
        match cx.side(member) {
            Err(lacks) => verdict.lacks(lacks),
            Ok(now) if now == side => {}
            Ok(now) => {
                let private = |organisation| cx.is_private(organisation).is_yes();
                let came_private = cx.home(member).ok().flatten().is_some_and(private);
                let told = verdict
                    .breaks(
                        Severity::Warning,
                        term.office.path,
                        words! { person = cx.person(person), day = from, side = now, before = side;
                        sv: "Ordföranden {person} gick {day} över från {before} till {side}",
                        en: "The chair {person} went from {before} to {side} on {day}" },
                    )
                    .related(member.path, "member");
                if came_private != is_private(cx, group, term, day) {
                    told.reading("A-19");
                }
            }
        }
    }
}
