//! P-NOS-4: each NOSAM has activity plans of its own, without gaps.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::ActivityPlans;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, shown};
use crate::record::{ActivityPlan, Group, Id, Ref};
use crate::rules::judge::Verdict;
use crate::rules::plan::follow_up::{Cover, cover, is_owner};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-NOS-4",
    subject: "groups/NOSAM",
    clauses: ["P-NOS-4", "P-UPP-1", "N-AKT-1"],
    severities: [Error, Warning, Info],
    key_days: Told,
    partition_by: Group,
    reads: [activity_plans, groups],
    judges: Groups,
    each: nosam_groups,
    sv: {
        norm: "Varje NOSAM har en egen fastställd aktivitetsplan hela tiden",
        due: "Aktivitetsplanen för NOSAM ska ha fastställts",
        why: "Planen säger vad gruppen arbetar med just nu, och vad den kan följas upp mot.",
        reading: "Dagarna från samverkansplanens början, gruppens första dag eller den dag då uppgifterna är \
            fullständiga, den som är senast, till och med dagen för prövningen ska täckas av fastställda planer; \
            saknas en sådan dag börjar det med gruppens första plan. Ingen plan alls är ett fel; varje lucka, \
            även på en enda dag, är en varning med datum. Utkast räknas inte, planer får överlappa. En plan som \
            fastställdes högst 92 dagar efter sin första dag täcker även dagarna före, med en anmärkning; \
            fastställdes den senare täcker den dagarna från fastställandet. Medan de 92 dagarna löper är dagarna \
            inte förfallna för en plan som ännu inte är fastställd. En plan som två NOSAM äger tillsammans är \
            ingens egen och ger en varning; en som delas med samordningsgruppen är egen. Antalet planer är \
            fritt, om inte regelverket kräver en för varje målgrupp eller precis en (A-10).",
        example: "En plan slutar 31 december 2023 och nästa börjar 2 januari 2024: en varning om 1 januari.",
    },
    en: {
        norm: "Each NOSAM has an adopted activity plan of its own at all times",
        due: "The activity plan of NOSAM is to be adopted",
        why: "The plan says what the group works with now, and what it can be followed up against.",
        reading: "The days from the start of the collaboration plan, the first day of the group or the day from \
            which the records are complete, whichever is latest, to the day judged from are covered by adopted \
            plans; without such a day it begins with the group's first plan. No plan at all is an error; every \
            gap, even of a single day, is a warning with its date. Drafts do not count, plans may overlap. A \
            plan that was adopted 92 days after its first day at the latest covers the days before as well, with \
            a remark; adopted later it covers the days from its adoption. While the 92 days run, the days of a \
            plan that is not adopted yet are not due. A plan that two NOSAM groups own together is nobody's own \
            and gives a warning; one shared with the coordination group is its own. There may be any number of \
            plans, unless the charter asks for one for each target group or for exactly one (A-10).",
        example: "A plan ends on 31 December 2023 and the next begins on 2 January 2024: a warning of 1 January.",
    },
}

fn nosam_groups<'a>(cx: &Context<'a>) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::Nosam)
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let id = group.id().known().map_or("", Id::as_str);
    let shared = |plan: Ref<'a, ActivityPlan>| {
        plan.owners().any(|owner| match cx.group(owner.item.as_str()) {
            Some(other) if owner.item.as_str() != id => other.kind().is(|kind| *kind == GroupKind::Nosam),
            _ => Answer::No,
        })
    };
    let own = |plan: Ref<'a, ActivityPlan>| is_owner(plan, group).and(|| shared(plan).not());
    let Some(cover_of_own) = cover(cx, group, own)? else { return Ok(()) };
    if let Some(due) = cover_of_own.due {
        verdict.not_due(due);
        return Ok(());
    }
    if cover_of_own.gaps.is_empty() {
        return number(cx, group, &cover_of_own, verdict);
    }
    let at = cover_of_own.at(cx);
    let with_shared = cover(cx, group, |plan| is_owner(plan, group))?;
    let count = |cover: &Cover<'a>| cover.plans.iter().filter(|plan| plan.counts).count();
    let none = count(&cover_of_own) == 0;
    let some_shared = with_shared.as_ref().is_some_and(|all| count(all) > count(&cover_of_own));
    let filled = some_shared && with_shared.is_some_and(|all| all.gaps.is_empty());
    cover_of_own.missing(cx, verdict, |gaps, verdict| {
        let since = gaps.first().and_then(|gap| gap.from);
        let gaps = Param::Spans(gaps);
        let (severity, words) = if filled || some_shared && none {
            let words = words! { group = shown(group), gaps = gaps;
            sv: "{group} saknar egen aktivitetsplan {gaps}, den som finns delas med en annan NOSAM",
            en: "{group} has no activity plan of its own for {gaps}, the one there is is shared with another \
                NOSAM" };
            (Severity::Warning, words)
        } else if none && cover_of_own.untold.is_none() {
            let words = words! { group = shown(group), gaps = gaps;
            sv: "{group} har ingen fastställd aktivitetsplan, den saknas {gaps}",
            en: "{group} has no adopted activity plan, it is missing for {gaps}" };
            (Severity::Error, words)
        } else {
            let words = words! { group = shown(group), gaps = gaps;
            sv: "{group} saknar fastställd aktivitetsplan {gaps}",
            en: "{group} has no adopted activity plan for {gaps}" };
            (Severity::Warning, words)
        };
        verdict.breaks(severity, at, words).absent_since(since)
    });
    Ok(())
}

/// Judges how many plans apply at once, where every day is covered or may be.
fn number<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    cover: &Cover<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let untold = || cover.untold.clone().map_or(Ok(()), Err);
    let in_force = |listed: &&crate::charter::Listed| listed.valid.span().contains(cx.as_of);
    let wanted = match cx.charter.readings.activity_plans {
        ActivityPlans::OnePerTargetGroup => cx.charter.target_groups.iter().filter(in_force).count(),
        ActivityPlans::ExactlyOne => 1,
        ActivityPlans::AnyNumber if cover.full => {
            cover.holds(verdict);
            return Ok(());
        }
        ActivityPlans::AnyNumber => return untold(),
    };
    let today = |days: Span| days.contains(cx.as_of);
    let least = cover.plans.iter().filter(|plan| plan.certain.is_some_and(today)).count();
    let most = cover.plans.iter().filter(|plan| plan.possible.is_some_and(today)).count();
    let most = if cover.hidden { usize::MAX } else { most };
    if !cover.days.contains(cx.as_of) || (least..=most).contains(&wanted) {
        if !cover.full || (cover.days.contains(cx.as_of) && least != most) {
            return untold();
        }
        cover.holds(verdict);
        return Ok(());
    }
    let mut drafts = cover.plans.iter().filter_map(|plan| plan.awaitable);
    let with_drafts = cover
        .plans
        .iter()
        .filter(|plan| plan.possible.is_some_and(today) || plan.awaitable.is_some_and(today));
    if most < wanted && drafts.any(today) && with_drafts.count() >= wanted {
        // A draft may be adopted in time yet.
        return untold();
    }
    let at = cx.record.activity_plans().path;
    let words = if least == most {
        words! { group = shown(group), plans = least, wanted = wanted;
        sv: "Antalet aktivitetsplaner som gäller i {group} är {plans}, det ska vara {wanted}",
        en: "The number of activity plans that apply in {group} is {plans}, it should be {wanted}" }
    } else if most < wanted {
        words! { group = shown(group), plans = most, wanted = wanted;
        sv: "Antalet aktivitetsplaner som gäller i {group} är högst {plans}, det ska vara {wanted}",
        en: "The number of activity plans that apply in {group} is {plans} at the most, it should be {wanted}" }
    } else {
        words! { group = shown(group), plans = least, wanted = wanted;
        sv: "Antalet aktivitetsplaner som gäller i {group} är minst {plans}, det ska vara {wanted}",
        en: "The number of activity plans that apply in {group} is at least {plans}, it should be {wanted}" }
    };
    let told = verdict.breaks(Severity::Warning, at, words).of_now().reading("A-10");
    if most < wanted {
        told.absent_since(None);
    }
    Ok(())
}
