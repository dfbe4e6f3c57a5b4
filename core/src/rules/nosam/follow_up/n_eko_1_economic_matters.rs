//! N-EKO-1: economic positions of NOSAM are anchored in the coordination group.

use std::ops::RangeInclusive;

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::AnchoredInCoordinationGroup;
use crate::codes::{GroupKind, Position, Severity};
use crate::index::{Case, Context};
use crate::path::Path;
use crate::record::{Anchoring, Matter, Ref};
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::{Decided, decisions, kind_of};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-EKO-1",
    subject: "matters/M",
    severities: [Error, Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: economic_decisions,
    sv: {
        norm: "Det som NOSAM beslutar av ekonomisk karaktär har förankrats i samordningsgruppen",
        why: "Pengarna ligger hos huvudmännen. De som råder över dem ska veta vad som är på väg innan det \
            beslutas.",
        reading: "Förankringen i samordningsgruppen ska vara daterad senast på beslutsdagen; samma dag \
            räcker, dagen efter är för sent. Det som gruppen sade sist räknas, och av en dag att den \
            motsatte sig: gjorde den det ges en varning, avstod den en anmärkning. Ett beslut som \
            samordningsgruppen fattar gemensamt med NOSAM är förankrat. Är det inte sagt om ärendet är \
            ekonomiskt kan det inte avgöras. För andra ärenden krävs inget, om inte regelverket säger att \
            alla ska förankras (A-27). Något hållet möte krävs inte.",
        example: "NOSAM beslutar 29 mars om en delad kostnad, samordningsgruppen får veta det 5 april: fel, \
            7 dagar för sent.",
    },
    en: {
        norm: "What NOSAM decides of an economic character has been anchored in the coordination group",
        why: "The money is the principals'. Those who answer for it should know what is coming before it is \
            decided.",
        reading: "The anchoring in the coordination group is dated on the day of the decision at the latest; \
            the same day is enough, the day after is late. What the group said last counts, and of one day \
            that it opposed: that is a warning, an abstention a remark. A decision taken jointly with the \
            coordination group is anchored. Where nobody said whether the matter is economic it cannot be \
            told. Other matters need none, unless the charter says that all do (A-27). No held meeting is \
            asked for.",
        example: "NOSAM decides on a shared cost on 29 March and the coordination group is told on 5 April: \
            an error, 7 days late.",
    },
}

fn economic_decisions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Decided<'a>, Lacks>>> {
    decisions(cx, &[GroupKind::Nosam], |matter| asks(cx, matter))
}

/// Is the matter one that is anchored in the coordination group?
fn asks<'a>(cx: &Context<'a>, matter: Ref<'a, Matter>) -> Answer {
    match cx.charter.readings.anchored_in_coordination_group {
        AnchoredInCoordinationGroup::All => Answer::Yes,
        AnchoredInCoordinationGroup::Economic => {
            Answer::from(cx.charter.reserved.economic).and(|| matter.economic().is(|economic| *economic))
        }
    }
}

/// From the least grave to the gravest: of one day the gravest counts.
const GRAVITY: [Position; 3] = [Position::Supports, Position::Abstains, Position::Opposes];

/// An anchoring that is, or may be, in the coordination group and in time.
struct Word<'a> {
    /// `None`: it cannot be read.
    anchoring: Option<Ref<'a, Anchoring>>,
    counts: Answer,
    /// Its day; where that is not known, the latest that counts.
    day: Day,
    /// The positions that it may be, by their places in [`GRAVITY`].
    graves: RangeInclusive<usize>,
    /// What of it cannot be told.
    lacks: Lacks,
}

impl<'a> Word<'a> {
    const ANY: RangeInclusive<usize> = 0..=GRAVITY.len() - 1;

    fn unread(lacks: Lacks, decided: Day) -> Self {
        Self {
            anchoring: None,
            counts: Answer::Unknown(lacks.clone()),
            day: decided,
            graves: Self::ANY,
            lacks,
        }
    }

    fn of(anchoring: Ref<'a, Anchoring>, counts: Answer, decided: Day) -> Self {
        let mut lacks = if let Answer::Unknown(lacks) = &counts { lacks.clone() } else { Lacks::default() };
        let graves = match anchoring.position().or(Position::Supports) {
            Ok(position) => {
                let grave = GRAVITY.iter().position(|it| *it == position).unwrap_or_default();
                grave..=grave
            }
            Err(unread) => {
                lacks = lacks.and(unread);
                Self::ANY
            }
        };
        let day = anchoring.on().known().map_or(decided, |on| decided.min(*on));
        Self { anchoring: Some(anchoring), counts, day, graves, lacks }
    }
}

/// What the coordination group may have said at last, and where; `None`: nothing.
type Said<'a> = Option<(Position, Option<Ref<'a, Anchoring>>)>;

/// What the coordination group may have said last by the day of the decision, and what leaves it open.
fn last_words<'a>(
    decided: &Decided<'a>,
    there: impl Fn(Ref<'a, Anchoring>) -> Answer,
) -> (Vec<Said<'a>>, Lacks) {
    let anchorings = decided.matter.anchorings();
    let in_time = |anchoring: Ref<'a, Anchoring>| anchoring.on().is(|on| *on <= decided.day);
    let read = anchorings
        .items()
        .map(|anchoring| Word::of(anchoring, there(anchoring).and(|| in_time(anchoring)), decided.day));
    let unread = anchorings.unread().map(|lacks| Word::unread(lacks, decided.day));
    let words: Vec<_> = read.chain(unread).filter(|word| !word.counts.is_no()).collect();
    let mut said = Vec::new();
    let mut lacks = Lacks::default();
    for (place, word) in words.iter().enumerate() {
        // It is the last if none that is certain must come after it, or be graver on the same day.
        let others = words.iter().enumerate().filter(|(other, it)| *other != place && it.counts.is_yes());
        let floor = others.map(|(_, it)| (it.day, *it.graves.start())).max();
        let last = |grave: &usize| floor.is_none_or(|floor| floor <= (word.day, *grave));
        let before = said.len();
        said.extend(word.graves.clone().filter(last).map(|grave| Some((GRAVITY[grave], word.anchoring))));
        if said.len() > before {
            lacks = lacks.and(word.lacks.clone());
        }
    }
    if words.iter().all(|word| !word.counts.is_yes()) {
        said.push(None);
    }
    (said, lacks)
}

/// Judges one decision.
fn check<'a>(
    cx: &Context<'a>,
    decided: Result<Decided<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decided = decided?;
    let needed = decided.by(cx.charter.reserved.to).not().and(|| asks(cx, decided.matter));
    let (mut said, mut lacks) = last_words(&decided, |anchoring| is_there(cx, anchoring));
    match needed {
        Answer::No => {
            verdict.holds();
            return Ok(());
        }
        Answer::Yes => {}
        Answer::Unknown(untold) => {
            // Where it may not be needed, only a breach is left open.
            said.push(Some((Position::Supports, None)));
            lacks = lacks.and(untold);
        }
    }
    let is_no = |it: &Said<'_>| it.is_none_or(|(position, _)| position == Position::Opposes);
    if said.iter().all(is_no) {
        says_no(cx, &decided, said.into_iter().flatten().find_map(|(_, anchoring)| anchoring), verdict);
        return Ok(());
    }
    if said.iter().any(is_no) {
        return Err(lacks);
    }
    verdict.holds();
    let abstained = |it: &Said<'a>| it.filter(|(position, _)| *position == Position::Abstains);
    if let Some(all) = said.iter().map(abstained).collect::<Option<Vec<_>>>()
        && let Some(anchoring) = all.into_iter().find_map(|(_, anchoring)| anchoring)
    {
        verdict.remarks(
            place_of(&decided, anchoring),
            words! { decided = decided.day;
            sv: "Samordningsgruppen avstod från att ta ställning före beslutet {decided}",
            en: "The coordination group abstained before the decision on {decided}" },
        );
    }
    Ok(())
}

/// Where a position stands, or all of them where another anchoring of the day says the same.
fn place_of<'a>(decided: &Decided<'a>, anchoring: Ref<'a, Anchoring>) -> Path {
    let anchorings = decided.matter.anchorings();
    let said = |it: Ref<'a, Anchoring>| (it.on().known(), it.position().known());
    match anchorings.items().filter(|it| said(*it) == said(anchoring)).nth(1) {
        Some(_) => anchorings.path,
        None => anchoring.position().path,
    }
}

/// Tells that the coordination group was not asked in time, or that it had been and opposed.
fn says_no<'a>(
    cx: &Context<'a>,
    decided: &Decided<'a>,
    opposed: Option<Ref<'a, Anchoring>>,
    verdict: &mut Verdict<'a>,
) {
    let anchorings = decided.matter.anchorings();
    let late = || {
        let there = anchorings.items().filter(|anchoring| is_there(cx, *anchoring).is_yes());
        let days = there.filter_map(|anchoring| Some((*anchoring.on().known()?, anchoring)));
        days.filter(|(on, _)| *on <= cx.as_of).min_by_key(|(on, _)| *on)
    };
    let told = if let Some(anchoring) = opposed {
        verdict.breaks(
            Severity::Warning,
            place_of(decided, anchoring),
            words! { decided = decided.day;
            sv: "Samordningsgruppen motsatte sig ärendet när det senast förankrades där, men NOSAM beslutade i det \
                ändå {decided}",
            en: "The coordination group opposed the matter when it was last anchored there, but NOSAM decided \
                it all the same on {decided}" },
        )
    } else if let Some((on, anchoring)) = late() {
        verdict.breaks(
            Severity::Error,
            anchoring.on().path,
            words! { on = on, late = Param::Days(decided.day.days_until(on)), decided = decided.day;
            sv: "Ärendet förankrades i samordningsgruppen {on}, {late} för sent: beslutet fattades {decided}",
            en: "The matter was anchored in the coordination group on {on}, {late} late: it was decided on {decided}" },
        )
    } else {
        verdict.breaks(
            Severity::Error,
            anchorings.path,
            words! { decided = decided.day;
            sv: "Ärendet förankrades inte i samordningsgruppen senast på beslutsdagen {decided}",
            en: "The matter was not anchored in the coordination group by the day of the decision, {decided}" },
        )
    };
    if decided.matter.economic().known() != Some(&true) {
        told.reading("A-27");
    }
}

/// Was it anchored in the coordination group?
fn is_there<'a>(cx: &Context<'a>, anchoring: Ref<'a, Anchoring>) -> Answer {
    match anchoring.group().optional() {
        Ok(None) => Answer::No,
        Ok(Some(id)) => kind_of(cx, id.as_str(), cx.charter.reserved.to),
        Err(lacks) => Answer::Unknown(lacks),
    }
}
