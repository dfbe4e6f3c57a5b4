//! N-ORD-5: chair and vice chair come from different sides.

use super::n_ord_2_alternation::{alternates, tells_first_day};
use super::sides::{changed, is_private, side_of_term, turning_days};
use super::{Handover, term_before};
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::{ViceSide, WhoMayChair};
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, Side, Term, Terms};
use crate::record::{Group, Ref};
use crate::rules::judge::{Part, Verdict};
use crate::rules::rule;
use crate::words;
use crate::words::Words;

rule! {
    id: "N-ORD-5",
    subject: "groups/NOSAM",
    severities: [Warning, Info],
    key_days: Told,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: ChairTerms,
    each: nosam,
    sv: {
        norm: "Vice ordföranden kommer från den andra sidan än ordföranden",
        why: "Växlar ordförandeskapet och tar vice över, så måste vice komma från den andra sidan.",
        reading: "Det följer av N-ORD-2 och N-ORD-4. Sidorna prövas varje dag som ett mandat som \
            ordförande och ett som vice har gemensamt. Samma sida är en varning för de två mandaten, från \
            första dagen eller från den dag då vice bytte arbetsgivare (A-21). Bytte ordföranden sida, eller \
            har vice redan tagit över efter en ordförande från samma sida, sägs det bara i N-ORD-2. Att \
            ordföranden inte hör till någon sida sägs i N-ORD-2 när mandatets första dag prövas, annars här. \
            En privat utförare enligt LOV räknas till regionen (A-19).",
        example: "En chef i kommunen är vice ordförande medan en annan chef i kommunen är ordförande: varning.",
    },
    en: {
        norm: "The vice chair comes from the other side than the chair",
        why: "If the chair alternates and the vice chair takes over, the vice chair must come from the other side.",
        reading: "It follows from N-ORD-2 and N-ORD-4. The sides are judged on every day that a term of \
            chair and one of vice chair share. The same side is one warning for the two terms, from the first \
            day or from that on which the vice chair changed employer (A-21). A chair who changed side, or a \
            vice chair who has already followed a chair of the same side, is told by N-ORD-2 alone. That the \
            chair belongs to no side is told by N-ORD-2 when the first day of the term is judged, else here. A \
            private provider under LOV counts as region (A-19).",
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
    let life = cx.life(group)?;
    let chairs = cx.terms(group, OfficeKind::Chair);
    let vices = cx.terms(group, OfficeKind::ViceChair);
    let unplaced = [chairs.unplaced(), vices.unplaced()];
    let mut unclear = unplaced.iter().any(Option::is_some);
    for lacks in unplaced.into_iter().flatten() {
        verdict.lacks(lacks);
    }
    let judged = |office, terms: &Terms<'a>| cx.office_days(group, office, &terms.list, life);
    let Some(days) = judged(OfficeKind::Chair, &chairs)? else { return Ok(()) };
    let of_vice = judged(OfficeKind::ViceChair, &vices)?;
    let Some(days) = of_vice.and_then(|of_vice| of_vice.overlap(days)) else { return Ok(()) };
    let turns = turns(group, [&chairs, &vices], days);
    let mut met = false;
    for chair in &chairs.list {
        let change = changed(cx, group, &chairs, *chair);
        for vice in &vices.list {
            for lacks in [chair.span(), vice.span()].into_iter().filter_map(Result::err) {
                unclear = true;
                verdict.lacks(lacks);
            }
            let (Some(a), Some(b)) = (chairs.certain(chair), vices.certain(vice)) else { continue };
            let Some(both) = a.overlap(b).and_then(|both| both.overlap(days)) else { continue };
            met = true;
            let change = change.as_ref().map(|change| change.since);
            let pair = Pair { group, chairs: &chairs, vices: &vices, chair: *chair, vice: *vice, change };
            pair.check(cx, both, &turns, verdict);
        }
    }
    if met {
        verdict.holds();
    } else if !unclear {
        // No day with both.
        return Err(chairs.not_one_each(days));
    }
    Ok(())
}

/// The days on which a side, or who holds an office, may change.
fn turns<'a>(group: Ref<'a, Group>, offices: [&Terms<'a>; 2], days: Span) -> Vec<Day> {
    let mut turns = turning_days(group, days);
    for terms in offices {
        for term in &terms.list {
            let certain = terms.certain(term).and_then(|days| days.until);
            turns.extend([term.from, term.until, certain].into_iter().flatten());
        }
    }
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// A chair and a vice chair who share days.
struct Pair<'t, 'a> {
    group: Ref<'a, Group>,
    chairs: &'t Terms<'a>,
    vices: &'t Terms<'a>,
    chair: Term<'a>,
    vice: Term<'a>,
    /// The first day on which the chair may have changed side.
    change: Option<Day>,
}

impl<'a> Pair<'_, 'a> {
    /// Judges them on every judged day that they share.
    fn check(&self, cx: &Context<'a>, both: Span, turns: &[Day], verdict: &mut Verdict<'a>) {
        let first = both.from.or(both.to()).unwrap_or(cx.as_of);
        let within = |day: &Day| *day > first && both.contains(*day);
        let starts: Vec<Day> = [first].into_iter().chain(turns.iter().copied().filter(within)).collect();
        let followed = self.followed(cx);
        let mut same: Vec<Span> = Vec::new();
        for (place, day) in starts.iter().enumerate() {
            match self.apart(cx, *day, followed) {
                Ok(true) => {}
                Ok(false) => {
                    let until = starts.get(place + 1).copied().or(both.until);
                    match same.last_mut().filter(|before| before.until == Some(*day)) {
                        Some(before) => before.until = until,
                        None => same.push(Span { from: Some(*day), until }),
                    }
                }
                Err(lacks) => verdict.lacks(lacks),
            }
        }
        let parts = verdict.day_by_day(&same);
        if parts.iter().any(Part::is_waived) {
            parts.iter().for_each(|part| self.tell(cx, part.days, std::slice::from_ref(part), verdict));
        } else if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let all = Span { from: first.days.from, until: last.days.until };
            self.tell(cx, all, &parts, verdict);
        }
    }

    /// Are they on different sides on `day`?
    fn apart(&self, cx: &Context<'a>, day: Day, followed: bool) -> Result<bool, Lacks> {
        let &Self { group, chair, vice, change, .. } = self;
        for terms in [self.chairs, self.vices] {
            if crowded(terms, day) {
                return Err(terms.not_one_each(Span::on(day)));
            }
        }
        let of_chair = side_of_term(cx, group, chair, day)?;
        let of_vice = side_of_term(cx, group, vice, day)?;
        if change.is_some_and(|change| change <= day) {
            return Err(Lacks::because("N-ORD-2"));
        }
        let anyone = cx.charter.readings.who_may_chair == WhoMayChair::AnyoneButProcessLeader;
        if of_chair == Side::None {
            let allowed = anyone && !is_private(cx, group, chair, day);
            return match (allowed, tells_first_day(cx, chair)) {
                (true, _) => Ok(true),
                (false, true) => Err(Lacks::because("N-ORD-2")),
                (false, false) => Ok(false),
            };
        }
        if of_vice == Side::None && anyone && !is_private(cx, group, vice, day) {
            return Ok(true);
        }
        if of_chair != of_vice && of_vice != Side::None {
            return Ok(true);
        }
        let person = vice.office.person().read()?;
        if chair.office.person().known() == Some(person) {
            return Err(self.vices.not_one_each(Span::on(day)));
        }
        if followed { Err(Lacks::because("N-ORD-2")) } else { Ok(false) }
    }

    /// Did the vice chair follow this chair on the same side?
    fn followed(&self, cx: &Context<'a>) -> bool {
        let person = self.vice.office.person().known();
        let next = self.chairs.after(&self.chair).iter().copied();
        next.filter(|next| next.office.person().known() == person).any(|after| {
            let begun = term_before(self.chairs, &after).zip(after.from);
            let handover = begun.map(|(before, day)| Handover { group: self.group, before, after, day });
            handover.is_some_and(|handover| alternates(cx, &handover) == Ok(false))
        })
    }

    /// Tells from which day to which they were on the same side.
    fn tell(&self, cx: &Context<'a>, same: Span, parts: &[Part], verdict: &mut Verdict<'a>) {
        let &Self { group, chair, vice, .. } = self;
        let first = same.from.or(same.to()).unwrap_or(cx.as_of);
        let last = same.to().map_or(cx.as_of, |to| to.min(cx.as_of));
        let side_of = |term| side_of_term(cx, group, term, first).unwrap_or(Side::None);
        if side_of(chair) == Side::None {
            let words = words! { chair = cx.holder(chair.office.person());
            sv: "Ordföranden {chair} hör varken till kommunen eller till regionen",
            en: "The chair {chair} belongs neither to the municipality nor to the region" };
            let words = words.then(on_days(cx, first, last));
            let told = verdict.breaks(Severity::Warning, chair.office.path, words).lasts(parts);
            let private = is_private(cx, group, chair, first);
            told.related(vice.office.path, "vice_chair").reading(if private { "A-19" } else { "A-22" });
            return;
        }
        let vice_chair = cx.holder(vice.office.person());
        let side = side_of(vice);
        let words = if side == Side::None {
            words! { vice_chair = vice_chair;
            sv: "Vice ordföranden {vice_chair} hör varken till kommunen eller till regionen",
            en: "The vice chair {vice_chair} belongs neither to the municipality nor to the region" }
        } else {
            let chair = cx.holder(chair.office.person());
            words! { vice_chair = vice_chair, chair = chair, side = side;
            sv: "Vice ordföranden {vice_chair} och ordföranden {chair} hör båda till {side}",
            en: "The vice chair {vice_chair} and the chair {chair} both belong to {side}" }
        };
        let words = words.then(on_days(cx, first, last));
        let told = verdict.breaks(Severity::Warning, vice.office.path, words).lasts(parts);
        let told = told.related(chair.office.path, "chair");
        let private = is_private(cx, group, chair, first) != is_private(cx, group, vice, first);
        told.reading(if private { "A-19" } else { "A-21" });
    }
}

/// Since when it is so, or from which day to which it was.
fn on_days(cx: &Context<'_>, day: Day, last: Day) -> Words {
    match (cx.lasts(Span::inclusive(Some(day), Some(last))), day == last) {
        (true, _) => words! { day = day, last = last; sv: " sedan {day}", en: ", since {day}" },
        (false, true) => words! { day = day, last = last; sv: ", {day}", en: ", on {day}" },
        (false, false) => {
            words! { day = day, last = last; sv: ", {day} till {last}", en: ", {day} to {last}" }
        }
    }
}

/// Do two people hold one office on `day`? The rule on both offices tells that.
fn crowded<'a>(terms: &Terms<'a>, day: Day) -> bool {
    let mut holders = terms.list.iter().filter(|term| terms.runs_on(term, day).is_yes());
    let Some(one) = holders.next() else { return false };
    let one = one.office.person().known();
    holders.any(|other| one.is_none() || other.office.person().known() != one)
}
