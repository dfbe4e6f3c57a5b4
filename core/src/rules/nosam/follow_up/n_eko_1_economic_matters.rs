//! N-EKO-1: economic positions of NOSAM are anchored in the coordination group.

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::AnchoredInCoordinationGroup;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::record::{Anchoring, Ref};
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::{Decided, decisions, kind_of};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-EKO-1",
    severities: [Error, Info],
    partition_by: Record,
    part: Matter,
    each: economic_decisions,
    sv: {
        norm: "Det som NOSAM beslutar av ekonomisk karaktär har förankrats i samordningsgruppen",
        why: "Pengarna ligger hos huvudmännen. De som råder över dem ska veta vad som är på väg innan det beslutas.",
        reading: "Förankringen i samordningsgruppen ska vara daterad senast på beslutsdagen; samma dag \
            räcker, dagen efter är för sent. Ett beslut som samordningsgruppen fattar gemensamt med NOSAM är \
            förankrat. Är det inte sagt om ärendet är ekonomiskt kan det inte avgöras. För andra ärenden \
            krävs inget, om inte regelverket säger att alla ska förankras (A-27). Något hållet möte krävs \
            inte.",
        example: "NOSAM beslutar 29 mars om en delad kostnad, samordningsgruppen får veta det 5 april: fel, \
            7 dagar för sent.",
    },
    en: {
        norm: "What NOSAM decides of an economic character has been anchored in the coordination group",
        why: "The money is the principals'. Those who answer for it should know what is coming before it is decided.",
        reading: "The anchoring in the coordination group is dated on the day of the decision at the latest; \
            the same day is enough, the day after is late. A decision taken jointly with the coordination \
            group is anchored. Where nobody said whether the matter is economic it cannot be told. Other \
            matters need none, unless the charter says that all do (A-27). No held meeting is asked for.",
        example: "NOSAM decides on a shared cost on 29 March and the coordination group is told on 5 April: \
            an error, 7 days late.",
    },
}

fn economic_decisions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Decided<'a>, Lacks>>> {
    decisions(cx, &[GroupKind::Nosam], |matter| {
        Answer::from(asks_every(cx)).or(|| {
            Answer::from(cx.charter.reserved.economic).and(|| matter.economic().is(|economic| *economic))
        })
    })
}

/// Is every matter to be anchored in the coordination group?
fn asks_every(cx: &Context<'_>) -> bool {
    match cx.charter.readings.anchored_in_coordination_group {
        AnchoredInCoordinationGroup::Economic => false,
        AnchoredInCoordinationGroup::All => true,
    }
}

/// Judges one decision.
fn check<'a>(
    cx: &Context<'a>,
    decided: Result<Decided<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decided = decided?;
    let reserved = &cx.charter.reserved;
    let economic = decided.matter.economic();
    let there = |anchoring: Ref<'a, Anchoring>| match anchoring.group().optional() {
        Ok(None) => Answer::No,
        Ok(Some(id)) => kind_of(cx, id.as_str(), reserved.to),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let in_time = |anchoring: Ref<'a, Anchoring>| anchoring.on().is(|on| *on <= decided.day);
    let anchorings = decided.matter.anchorings();
    let anchored = || anchorings.any(|anchoring| there(anchoring).and(|| in_time(anchoring)));
    if decided.by(reserved.to).or(anchored).told()? {
        verdict.holds();
        return Ok(());
    }
    if !asks_every(cx) {
        economic.read()?;
    }
    let late: Option<(Day, Ref<'a, Anchoring>)> = anchorings
        .items()
        .filter(|anchoring| there(*anchoring).is_yes())
        .filter_map(|anchoring| Some((*anchoring.on().known()?, anchoring)))
        .filter(|(on, _)| *on <= cx.as_of)
        .min_by_key(|(on, _)| *on);
    let told = match late {
        Some((on, anchoring)) => verdict.breaks(
            Severity::Error,
            anchoring.on().path,
            words! { on = on, late = Param::Days(decided.day.days_until(on)), decided = decided.day;
            sv: "Ärendet förankrades i samordningsgruppen {on}, {late} för sent: beslutet fattades {decided}",
            en: "The matter was anchored in the coordination group on {on}, {late} late: it was decided on {decided}" },
        ),
        None => verdict.breaks(
            Severity::Error,
            anchorings.path,
            words! { decided = decided.day;
            sv: "Ärendet förankrades inte i samordningsgruppen senast på beslutsdagen {decided}",
            en: "The matter was not anchored in the coordination group by the day of the decision, {decided}" },
        ),
    };
    if economic.known() != Some(&true) {
        told.reading("A-27");
    }
    Ok(())
}
