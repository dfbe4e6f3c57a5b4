//! N-ORD-2: the chair moves between municipality and region.

use super::{Handover, handovers, memberships, side_of_term};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::index::{Context, Side, Term};
use crate::record::{Group, Period, PersonId, Ref};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ORD-2",
    clauses: ["N-ORD-2"],
    severities: [Error, Warning, Info],
    partition_by: Group,
    each: handovers,
    check: check,
    sv: {
        norm: "Ordförandeskapet växlar mellan kommun och region",
        why: "Båda huvudmännen leder samverkan i tur och ordning, så att ingen av dem äger den.",
        reading: "Två ordförandeperioder i följd ska ha olika sidor. Den första kända perioden kan inte prövas. Samma sida två gånger är ett fel, med angivet skäl en varning. En privat utförare enligt LOV räknas till regionen (A-19). Den som saknar sida får inte vara ordförande (A-22).",
        example: "En chef i kommunen efterträds av en annan chef i kommunen utan skäl: fel.",
    },
    en: {
        norm: "The chair moves between municipality and region",
        why: "Both principals lead the collaboration in turn, so that neither owns it.",
        reading: "Two chair terms in a row have different sides. The first known term cannot be judged. The same side twice is an error, with a recorded reason a warning. A private provider under LOV counts as region (A-19). Who has no side may not chair (A-22).",
        example: "A municipal manager is followed by another municipal manager without a reason: an error.",
    },
}

/// Judges one hand-over.
fn check<'a>(
    cx: &Context<'a>,
    handover: Result<Handover<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handover { group, before, after, day } = handover?;
    let row = after.office;
    let person = || cx.person(row.person().known().map_or("", PersonId::as_str));
    let side = side_of_term(cx, group, after, day)?;
    if side == Side::None {
        let told = verdict.breaks(
            Severity::Error,
            row.path,
            words! { person = person(), day = day;
            sv: "Ordföranden {person} från {day} hör varken till kommunen eller till regionen",
            en: "The chair {person} from {day} belongs neither to the municipality nor to the region" },
        );
        told.reading(if is_private(cx, group, after, day) { "A-19" } else { "A-22" });
        return Ok(());
    }
    if let &[only] = cx.charter.chair.sides.as_slice() {
        if side == Side::from(only) {
            verdict.holds();
        } else {
            verdict.breaks(
                Severity::Error,
                row.path,
                words! { person = person(), day = day, side = Side::from(only);
                sv: "Ordföranden {person} från {day} hör inte till {side}",
                en: "The chair {person} from {day} does not belong to {side}" },
            );
        }
        return Ok(());
    }
    let first_day = before.from.unwrap_or(day.plus_days(-1));
    let side_before = side_of_term(cx, group, before, first_day)?;
    if side_before == Side::None {
        // Told where the earlier term is the later one of its own pair.
        return Err(Lacks::because("N-ORD-2"));
    }
    if side != side_before {
        verdict.holds();
        return Ok(());
    }
    let reason = before.office.reason().optional()?.or(row.reason().optional()?);
    let severity = if reason.is_some() { Severity::Warning } else { Severity::Error };
    let words = match reason {
        Some(reason) => {
            words! { person = person(), day = day, side = side, reason = Param::Text(reason.clone());
            sv: "Ordföranden {person} från {day} hör till {side} liksom företrädaren, skälet är {reason}",
            en: "The chair {person} from {day} belongs to {side} as the one before, the reason is {reason}" }
        }
        None => words! { person = person(), day = day, side = side;
        sv: "Ordföranden {person} från {day} hör till {side} liksom företrädaren",
        en: "The chair {person} from {day} belongs to {side} as the one before" },
    };
    let told = verdict.breaks(severity, row.path, words).related(before.office.path, "term_before");
    if is_private(cx, group, after, day) || is_private(cx, group, before, first_day) {
        told.reading("A-19");
    }
    Ok(())
}

/// Does the side of the term turn on how private providers are read?
fn is_private<'a>(cx: &Context<'a>, group: Ref<'a, Group>, term: Term<'a>, day: Day) -> bool {
    let named = term.office.organisation().known().and_then(|id| cx.organisation(id));
    let home = || {
        let person = term.office.person().known()?.as_str();
        let member = memberships(group, person).find(|member| member.runs_on(day).is_yes())?;
        cx.home(member).ok()?
    };
    named.or_else(home).is_some_and(|organisation| cx.is_private(organisation).is_yes())
}
