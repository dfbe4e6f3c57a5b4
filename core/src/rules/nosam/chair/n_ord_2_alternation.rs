//! N-ORD-2: the chair moves between municipality and region.

use super::n_ord_4_succession::{Successor, successor};
use super::sides::{Change, changed, is_private, side_of_term};
use super::{Handover, handovers, holding, stand_in_rows};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::charter::WhoMayChair;
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, Side, Term, group_case};
use crate::record::{Group, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Words;

rule! {
    id: "N-ORD-2",
    subject: "groups/NOSAM#FIRST_DAY",
    severities: [Error, Warning, Info],
    key_days: (key_days::named),
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: ChairTerms,
    each: chair_terms,
    sv: {
        norm: "Ordförandeskapet växlar mellan kommun och region",
        why: "Båda huvudmännen leder samverkan i tur och ordning, så att ingen av dem äger den.",
        reading: "Två ordförandeperioder i följd ska ha olika sidor; sidan avgörs första dagen. Den första \
            kända perioden prövas bara så att den har en sida. Samma sida två gånger är ett fel. Det är en \
            varning om det senare mandatet anger ett skäl, eller om det tidigare var för kort och anger ett. \
            Organisationen som mandatet anger avgör sidan så länge personen företräder den eller en under \
            eller över den, annars hemorganisationen. Byter ordföranden arbetsgivare under perioden så att \
            sidan ändras ges en varning. En privat utförare enligt LOV räknas till regionen (A-19). Den som \
            saknar sida får inte vara ordförande (A-22).",
        example: "En chef i kommunen efterträds av en annan chef i kommunen utan skäl: fel.",
    },
    en: {
        norm: "The chair moves between municipality and region",
        why: "Both principals lead the collaboration in turn, so that neither owns it.",
        reading: "Two chair terms in a row have different sides; the first day decides the side. Of the \
            first known term only that it has a side is judged. The same side twice is an error. It is a \
            warning where the later term gives a reason, or the earlier one was too short and gives one. The \
            organisation that the term names decides the side as long as the holder represents it, or one \
            below or above it, else the home organisation. A change of employer that changes the chair's \
            side during the term is a warning. A private provider under LOV counts as region (A-19). Who has \
            no side may not chair (A-22).",
        example: "A municipal manager is followed by another municipal manager without a reason: an error.",
    },
}

/// A hand-over, or the first known term, before which nothing is known, or a change of employer during a term.
enum Turn<'a> {
    First(Ref<'a, Group>, Term<'a>, Day, Option<Lacks>),
    Handover(Box<Result<Handover<'a>, Lacks>>),
    Change(Ref<'a, Group>, Term<'a>, Day, Change),
    /// Who stands in, of whom only that it has a side is judged.
    StandIn(Ref<'a, Group>, Term<'a>, Day),
}

/// Is a chair judged from this day on, for certain?
fn is_judged(cx: &Context<'_>, group: Ref<'_, Group>, day: Day) -> bool {
    cx.since_complete(Ok(day)).and(|| cx.had_ended(group, day).not()).is_yes()
}

fn chair_terms<'a>(cx: &Context<'a>) -> Vec<Case<'a, Turn<'a>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let terms = cx.terms(group, OfficeKind::Chair);
        for first in terms.list.iter().filter(|term| terms.before(term).is_empty()) {
            if let Some(day) = first.from.filter(|day| is_judged(cx, group, *day)) {
                let turn = Turn::First(group, *first, day, terms.unplaced());
                cases.push(group_case(group, Key::Day(day), first.office.path, turn));
            }
        }
        for row in stand_in_rows(group).filter(|row| row.office().known() == Some(&OfficeKind::Chair)) {
            let from = row.from().known().copied().filter(|day| *day <= cx.as_of);
            if let Some(day) = from.filter(|day| is_judged(cx, group, *day)) {
                let turn = Turn::StandIn(group, Term::alone(group, row), day);
                cases.push(group_case(group, Key::Day(day), row.path, turn));
            }
        }
        for term in &terms.list {
            if let (Some(day), Some(change)) = (term.from, changed(cx, group, &terms, *term)) {
                let turn = Turn::Change(group, *term, day, change);
                cases.push(group_case(group, Key::Day(day), term.office.path, turn));
            }
        }
    }
    let handovers = handovers(cx).into_iter();
    cases.extend(handovers.map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: Turn::Handover(Box::new(case.thing)),
    }));
    cases
}

/// Judges one turn of the chair.
fn check<'a>(cx: &Context<'a>, turn: Turn<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match turn {
        Turn::Handover(handover) => check_handover(cx, (*handover)?, verdict),
        Turn::Change(group, term, first, change) => went_over(cx, (group, term, first), change.on?, verdict),
        Turn::StandIn(group, term, day) => {
            if let Ok(side) = side_of_term(cx, group, term, day) {
                fits(cx, &Begun { group, term, day, side, passed: None }, verdict);
            }
            Ok(())
        }
        Turn::First(group, term, day, unplaced) => {
            let one_side = cx.charter.chair.sides.len() == 1;
            match side_of_term(cx, group, term, day) {
                Ok(side) => {
                    if !fits(cx, &Begun { group, term, day, side, passed: None }, verdict) {
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
    /// The vice chair who did not take over.
    passed: Option<Term<'a>>,
}

fn check_handover<'a>(
    cx: &Context<'a>,
    handover: Handover<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, after, day, .. } = handover;
    let passed = match successor(cx, &handover) {
        Ok(Successor::Another(vice)) if cx.charter.chair.vice_takes_over => Some(*vice),
        _ => None,
    };
    let side = side_of_term(cx, group, after, day)?;
    if !fits(cx, &Begun { group, term: after, day, side, passed }, verdict) {
        return Ok(());
    }
    if cx.charter.chair.sides.len() == 1 || side == Side::None || alternates(cx, &handover)? {
        verdict.holds();
        return Ok(());
    }
    let (before, first_day) = (handover.before()?, handover.first_day()?);
    let reason = handover.reason(cx);
    let severity = if reason.is_some() { Severity::Warning } else { Severity::Error };
    let words = words! { person = cx.holder(after.office.person()), day = day, side = side;
    sv: "Ordföranden {person} från {day} hör till {side} liksom företrädaren",
    en: "The chair {person} from {day} belongs to {side}, as the one before did" };
    let words = passing(cx, words, passed).because(reason.flatten());
    let mut told = verdict.breaks(severity, after.office.path, words);
    told = told.related(before.office.path, "term_before");
    if let Some(vice) = passed {
        told = told.related(vice.office.path, "vice_chair");
    }
    // Two private terms in a row are on one side, whatever it is.
    if is_private(cx, group, after, day) != is_private(cx, group, before, first_day) {
        told.reading("A-19");
    }
    Ok(())
}

/// Is the later chair on another side than the one before, each on the first day of the term?
pub(super) fn alternates<'a>(cx: &Context<'a>, handover: &Handover<'a>) -> Result<bool, Lacks> {
    let Handover { group, after, day, .. } = *handover;
    let (before, first_day) = (handover.before()?, handover.first_day()?);
    let side = side_of_term(cx, group, after, day)?;
    let side_before = side_of_term(cx, group, before, first_day)?;
    match (side_before, cx.charter.readings.who_may_chair) {
        // Told where the earlier term is judged itself.
        (Side::None, WhoMayChair::OrdinaryWithSide) => Err(Lacks::because("N-ORD-2")),
        // Nothing to alternate with.
        (Side::None, WhoMayChair::AnyoneButProcessLeader) => Ok(true),
        (side_before, _) => Ok(side != side_before),
    }
}

/// Is a hand-over told here, because of the side of the new chair?
pub(super) fn tells<'a>(cx: &Context<'a>, handover: &Handover<'a>) -> bool {
    let Handover { group, after: term, day, .. } = *handover;
    let Ok(side) = side_of_term(cx, group, term, day) else { return false };
    let alternating = cx.charter.chair.sides.len() > 1 && side != Side::None;
    let begun = Begun { group, term, day, side, passed: None };
    cx.charter.judges(RULE.id, cx.as_of)
        && (unfit(cx, &begun).is_some_and(|unfit| unfit.breaks)
            || alternating && alternates(cx, handover) == Ok(false))
}

/// Is it told here when the chair of a term is on no side?
///
/// The first day of the term is judged, and only if it lies in what is complete.
pub(super) fn tells_first_day<'a>(cx: &Context<'a>, term: Term<'a>) -> bool {
    let judged = term.from.is_some_and(|from| !cx.since_complete(Ok(from)).is_no());
    judged && cx.charter.judges(RULE.id, cx.as_of)
}

/// Adds whom the new chair passed over.
fn passing<'a>(cx: &Context<'a>, words: Words, passed: Option<Term<'a>>) -> Words {
    let Some(vice) = passed else { return words };
    words.then(words! { other = cx.holder(vice.office.person());
    sv: ", och vice ordföranden {other} blev förbigången",
    en: ", and the vice chair {other} was passed over" })
}

/// What is wrong with the side of a new chair, or worth showing.
struct Unfit {
    words: Words,
    breaks: bool,
    reading: Option<&'static str>,
}

/// Is the holder on no side that may chair?
fn unfit<'a>(cx: &Context<'a>, begun: &Begun<'a>) -> Option<Unfit> {
    let &Begun { group, term, day, side, .. } = begun;
    let person = cx.holder(term.office.person());
    let private = is_private(cx, group, term, day);
    if side == Side::None {
        let words = words! { person = person, day = day;
        sv: "Ordföranden {person} från {day} hör varken till kommunen eller till regionen",
        en: "The chair {person} from {day} belongs neither to the municipality nor to the region" };
        let breaks = private || cx.charter.readings.who_may_chair == WhoMayChair::OrdinaryWithSide;
        return Some(Unfit { words, breaks, reading: Some(if private { "A-19" } else { "A-22" }) });
    }
    match cx.charter.chair.sides.as_slice() {
        &[only] if side != Side::from(only) => {
            let words = words! { person = person, day = day, side = Side::from(only);
            sv: "Ordföranden {person} från {day} hör inte till {side}",
            en: "The chair {person} from {day} does not belong to {side}" };
            Some(Unfit { words, breaks: true, reading: private.then_some("A-19") })
        }
        _ => None,
    }
}

/// Is the holder on a side that may chair? Otherwise it is told.
fn fits<'a>(cx: &Context<'a>, begun: &Begun<'a>, verdict: &mut Verdict<'a>) -> bool {
    let at = begun.term.office.path;
    let Some(Unfit { words, breaks, reading }) = unfit(cx, begun) else { return true };
    let told = if breaks {
        let told = verdict.breaks(Severity::Error, at, passing(cx, words, begun.passed));
        match begun.passed {
            Some(vice) => told.related(vice.office.path, "vice_chair"),
            None => told,
        }
    } else {
        verdict.remarks(at, words)
    };
    if let Some(reading) = reading {
        told.reading(reading);
    }
    !breaks
}

/// Tells a change of employer during the term by which the chair came over to another side.
fn went_over<'a>(
    cx: &Context<'a>,
    (group, term, first): (Ref<'a, Group>, Term<'a>, Day),
    day: Day,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let person = term.office.person().read()?.as_str();
    let sides = [first, day].map(|day| side_of_term(cx, group, term, day));
    let words = match sides {
        [Ok(before), Ok(now)] => {
            words! { person = cx.person(person), day = day, side = now, before = before;
            sv: "Ordföranden {person} gick {day} över från {before} till {side}",
            en: "The chair {person} went from {before} to {side} on {day}" }
        }
        _ => words! { person = cx.person(person), day = day;
        sv: "Ordföranden {person} bytte sida {day}",
        en: "The chair {person} changed sides on {day}" },
    };
    let mut told = verdict.breaks(Severity::Warning, term.office.path, words).falls_on([day]);
    if let Some(member) = holding(cx, group, person, day) {
        told = told.related(member.path, "member");
    }
    if is_private(cx, group, term, day) != is_private(cx, group, term, first) {
        told.reading("A-19");
    }
    Ok(())
}
