//! N-ORD-5: chair and vice chair come from different sides.

use super::{is_private, judged_days, side_of_term};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::charter::{ViceSide, WhoMayChair};
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, Side, Term, life, not_one_each};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-ORD-5",
    severities: [Warning, Info],
    partition_by: Group,
    judges: Groups,
    part: ChairTerms,
    each: nosam,
    sv: {
        norm: "Vice ordföranden kommer från den andra sidan än ordföranden",
        why: "Växlar ordförandeskapet och tar vice över, så måste vice komma från den andra sidan.",
        reading: "Det följer av N-ORD-2 och N-ORD-4. Varje gång två mandat möts prövas deras sidor den \
            första gemensamma dagen. Samma sida är en varning (A-21). Har vice redan tagit över efter en \
            ordförande från samma sida är det ett fel i N-ORD-2, och sägs bara där. En privat utförare \
            enligt LOV räknas till regionen (A-19).",
        example: "En chef i kommunen är vice ordförande medan en annan chef i kommunen är ordförande: varning.",
    },
    en: {
        norm: "The vice chair comes from the other side than the chair",
        why: "If the chair alternates and the vice chair takes over, the vice chair must come from the other side.",
        reading: "It follows from N-ORD-2 and N-ORD-4. Each time two terms meet their sides are judged on \
            the first day they share. The same side is a warning (A-21). A vice chair who has already \
            followed a chair of the same side is an error of N-ORD-2, and told only there. A private \
            provider under LOV counts as region (A-19).",
        example: "A municipal manager is vice chair while another municipal manager is chair: a warning.",
    },
}

fn nosam<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    let alternates = cx.charter.chair.vice_takes_over && cx.charter.chair.sides.len() > 1;
    match cx.charter.readings.vice_side {
        ViceSide::Opposite if alternates => cx.group_cases(GroupKind::Nosam).collect(),
        ViceSide::Opposite | ViceSide::Any => Vec::new(),
    }
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let life = life(group)?;
    let chairs = cx.terms(group, OfficeKind::Chair);
    let vices = cx.terms(group, OfficeKind::ViceChair);
    let unplaced = [chairs.unplaced(), vices.unplaced()];
    let mut unclear = unplaced.iter().any(Option::is_some);
    for lacks in unplaced.into_iter().flatten() {
        verdict.lacks(lacks);
    }
    let Some(days) = judged_days(cx, group, OfficeKind::Chair, &chairs, life)? else { return Ok(()) };
    let Some(days) = judged_days(cx, group, OfficeKind::ViceChair, &vices, life)?
        .and_then(|vice_days| vice_days.overlap(days))
    else {
        return Ok(());
    };
    let mut met = false;
    for chair in &chairs.list {
        for vice in &vices.list {
            for lacks in [chair.span(), vice.span()].into_iter().filter_map(Result::err) {
                unclear = true;
                verdict.lacks(lacks);
            }
            let (Some(a), Some(b)) = (chairs.certain(chair), vices.certain(vice)) else { continue };
            let Some(both) = a.overlap(b).and_then(|both| both.overlap(days)) else { continue };
            met = true;
            let first = both.from.or(both.to()).unwrap_or(cx.as_of);
            let pair = Pair { group, chair: *chair, vice: *vice, next: chairs.after(chair) };
            if let Err(lacks) = pair.check(cx, first, verdict) {
                verdict.lacks(lacks);
            }
        }
    }
    if met {
        verdict.holds();
    } else if !unclear {
        // No day with both.
        return Err(not_one_each());
    }
    Ok(())
}

/// A chair and a vice chair who share days.
struct Pair<'t, 'a> {
    group: Ref<'a, Group>,
    chair: Term<'a>,
    vice: Term<'a>,
    /// The terms of chairs that begin later.
    next: &'t [Term<'a>],
}

impl<'a> Pair<'_, 'a> {
    /// Judges them on the first judged day that they share.
    fn check(&self, cx: &Context<'a>, day: Day, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
        let &Self { group, chair, vice, next } = self;
        let of_chair = side_of_term(cx, group, chair, day)?;
        let of_vice = side_of_term(cx, group, vice, day)?;
        let anyone = cx.charter.readings.who_may_chair == WhoMayChair::AnyoneButProcessLeader;
        if of_chair == Side::None {
            let allowed = anyone && !is_private(cx, group, chair, day);
            return if allowed { Ok(()) } else { Err(Lacks::because("N-ORD-2")) };
        }
        if of_vice == Side::None && anyone && !is_private(cx, group, vice, day) {
            return Ok(());
        }
        if of_chair != of_vice && of_vice != Side::None {
            return Ok(());
        }
        let person = vice.office.person().read()?;
        if chair.office.person().known() == Some(person) {
            return Err(not_one_each());
        }
        for next in next.iter().filter(|next| next.office.person().known() == Some(person)) {
            let took_over = next.from.map(|from| side_of_term(cx, group, *next, from));
            if took_over == Some(Ok(of_chair)) {
                return Err(Lacks::because("N-ORD-2"));
            }
        }
        let vice_chair = cx.person(person.as_str());
        let words = if of_vice == Side::None {
            words! { vice_chair = vice_chair, day = day;
            sv: "Vice ordföranden {vice_chair} hör varken till kommunen eller till regionen {day}",
            en: "The vice chair {vice_chair} belongs neither to the municipality nor to the region on {day}" }
        } else {
            let chair = cx.holder(chair.office.person());
            words! { vice_chair = vice_chair, chair = chair, side = of_vice, day = day;
            sv: "Vice ordföranden {vice_chair} och ordföranden {chair} hör båda till {side} {day}",
            en: "The vice chair {vice_chair} and the chair {chair} both belong to {side} on {day}" }
        };
        let told =
            verdict.breaks(Severity::Warning, vice.office.path, words).related(chair.office.path, "chair");
        let private = is_private(cx, group, chair, day) != is_private(cx, group, vice, day);
        told.reading(if private { "A-19" } else { "A-21" });
        Ok(())
    }
}
