//! P-UPP-1: the coordination group has activity plans without gaps.

use super::{cover, is_owner};
use crate::answer::Lacks;
use crate::charter::ActivityPlanOwners;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-UPP-1",
    subject: "groups/COORDINATION",
    severities: [Warning, Info],
    key_days: Told,
    partition_by: Group,
    reads: [activity_plans, groups],
    judges: Groups,
    each: coordination_groups,
    sv: {
        norm: "Samordningsgruppen har en fastställd aktivitetsplan hela tiden",
        due: "Samordningsgruppens aktivitetsplan ska ha fastställts",
        why: "Uppföljningen behöver något att hålla sig till, varje dag som samverkansplanen gäller.",
        reading: "Dagarna från samverkansplanens början, gruppens första dag eller den dag då uppgifterna är \
            fullständiga, den som är senast, till och med dagen för prövningen ska täckas av fastställda \
            aktivitetsplaner; saknas en sådan dag börjar det med gruppens första plan. En enda dag som ingen \
            plan täcker ger en varning med datum. Utkast räknas inte, flera planer får överlappa. En plan som \
            fastställdes högst 92 dagar efter sin första dag täcker även dagarna före, med en anmärkning; \
            fastställdes den senare täcker den dagarna från fastställandet. Medan de 92 dagarna löper är dagarna \
            inte förfallna för en plan som ännu inte är fastställd. En gemensam plan räknas för den som nämns \
            som ägare. Regelverket kan nöja sig med planerna i NOSAM, som prövas för sig (A-07).",
        example: "En plan slutar 31 december 2023 och nästa börjar 2 januari 2024: en varning om 1 januari.",
    },
    en: {
        norm: "The coordination group has an adopted activity plan at all times",
        due: "The activity plan of the coordination group is to be adopted",
        why: "The follow-up needs something to be held against, every day that the collaboration plan applies.",
        reading: "The days from the start of the collaboration plan, the first day of the group or the day from \
            which the records are complete, whichever is latest, to the day judged from are covered by adopted \
            activity plans; without such a day it begins with the group's first plan. One day that no plan \
            covers gives a warning with its date. Drafts do not count, plans may overlap. A plan that was \
            adopted 92 days after its first day at the latest covers the days before as well, with a remark; \
            adopted later it covers the days from its adoption. While the 92 days run, the days of a plan that \
            is not adopted yet are not due. A joint plan counts for each owner it names. The charter may be \
            content with the plans of NOSAM, which are judged elsewhere (A-07).",
        example: "A plan ends on 31 December 2023 and the next begins on 2 January 2024: a warning of 1 January.",
    },
}

fn coordination_groups<'a>(cx: &Context<'a>) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::CoordinationGroup)
}

/// Judges one coordination group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match cx.charter.readings.activity_plan_owners {
        ActivityPlanOwners::ThreeOwners => {}
        ActivityPlanOwners::NosamOnly => return Ok(()),
    }
    let Some(cover) = cover(cx, group, |plan| is_owner(plan, group))? else { return Ok(()) };
    if cover.full {
        cover.holds(verdict);
        return Ok(());
    }
    if let Some(due) = cover.due {
        verdict.not_due(due);
        return Ok(());
    }
    if cover.gaps.is_empty() {
        return cover.untold.map_or(Ok(()), Err);
    }
    let at = cover.at(cx);
    cover.missing(cx, verdict, |gaps, verdict| {
        let since = gaps.first().and_then(|gap| gap.from);
        let words = words! { gaps = Param::Spans(gaps);
        sv: "Samordningsgruppen saknar fastställd aktivitetsplan {gaps}",
        en: "The coordination group has no adopted activity plan for {gaps}" };
        verdict.breaks(Severity::Warning, at, words).absent_since(since).reading("A-07")
    });
    Ok(())
}
