//! N-PLAN-1: the plan has been adopted.

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::RevisionAndUpdate;
use crate::codes::{GroupKind, Severity};
use crate::index::{Context, the};
use crate::path::Path;
use crate::record::{GroupDay, Plan, Ref};
use crate::report::Subject;
use crate::rules::judge::Verdict;
use crate::rules::key_days::{Days, entry_at};
use crate::rules::rule;
use crate::words;
use crate::words::Words;

rule! {
    id: "N-PLAN-1",
    subject: "plans/P",
    severities: [Warning, Info],
    key_days: (key_days),
    partition_by: Record,
    reads: [plans],
    each: Context::plans,
    sv: {
        norm: "Samverkansplanen är antagen av samordningsgruppen eller den politiska samrådsgruppen",
        why: "NOSAM arbetar efter planen och ska veta att den gäller.",
        reading: "Minst en av de två grupperna har antagit planen senast den första dag då den gäller; samma \
            dag räcker. Har bara den ena gjort det ges en anmärkning om vilken. Läses revidering och \
            uppdatering som samma sak ska båda ha antagit den (A-04).",
        example: "Planen gäller från 1 januari 2023 och antogs 2 januari: en varning.",
    },
    en: {
        norm: "The plan is adopted by the coordination group or the political group",
        why: "NOSAM works by the plan and should know that it is in force.",
        reading: "At least one of the two groups adopted the plan by the first day on which it applies; the \
            same day is enough. If only one of them did, a remark says which. Where revision and update are \
            read as one, both must have adopted it (A-04).",
        example: "The plan applies from 1 January 2023 and was adopted on 2 January: a warning.",
    },
}

const BOTH: [GroupKind; 2] = [GroupKind::CoordinationGroup, GroupKind::PoliticalGroup];

/// The plan's first day.
fn key_days<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    let period = entry_at(cx.record.plans(), at).and_then(|plan| plan.period().get().ok());
    period.and_then(|period| period.from().known().copied()).into_iter().collect()
}

/// Judges one plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, Plan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    cx.of_these_years(plan.period()).told()?;
    let adoptions = plan.adoptions();
    let first_day = plan.period().get().and_then(|period| period.from().read().copied());
    let adopted_by = |kind: GroupKind| {
        adoptions.any(|adoption: Ref<'a, GroupDay>| {
            let by = adoption.group().read().map(|group| cx.is_of_kind(group.as_str(), kind));
            by.unwrap_or_else(Answer::Unknown)
                .and(|| adoption.on().is(|day| *day <= cx.as_of))
                .and(|| adoption.on().read().and_then(|on| Ok(*on <= first_day.clone()?)).into())
        })
    };
    let [coordination, political] = BOTH.map(adopted_by);
    let separate = cx.charter.readings.revision_and_update == RevisionAndUpdate::Separate;
    let (one, other) = (coordination.clone(), political.clone());
    let adopted = if separate { one.or(|| other) } else { one.and(|| other) };
    if !adopted.told()? {
        let first_day = first_day.ok();
        match first_day.filter(|first| *first >= cx.as_of) {
            Some(first) => {
                let due = first.plus_days(1);
                verdict.will_be_due_for(due, "Planen ska vara antagen", "The plan is to be adopted");
                verdict.not_due(due);
            }
            None => {
                let words = not_adopted(first_day, separate);
                verdict.breaks(Severity::Warning, adoptions.path, words).reading("A-04");
            }
        }
        return Ok(());
    }
    verdict.holds();
    let words = match (coordination, political) {
        (Answer::Yes, Answer::No) => words! { group = the(GroupKind::CoordinationGroup);
        sv: "Planen är antagen bara av {group}, inte av politiska samrådsgruppen",
        en: "The plan is adopted by {group} only, not by the political group" },
        (Answer::No, Answer::Yes) => words! { group = the(GroupKind::PoliticalGroup);
        sv: "Planen är antagen bara av {group}, inte av samordningsgruppen",
        en: "The plan is adopted by {group} only, not by the coordination group" },
        _ => return Ok(()),
    };
    verdict.remarks(adoptions.path, words).reading("A-04");
    Ok(())
}

/// Says that the plan was not adopted by its first day; `separate`: one of the groups would have been enough.
fn not_adopted(first_day: Option<Day>, separate: bool) -> Words {
    match first_day {
        None => words! { ;
        sv: "Planen har inte antagits av de grupper som ska göra det",
        en: "The plan has not been adopted by the groups that must" },
        Some(first) if separate => words! { first = first;
        sv: "Planen antogs varken av samordningsgruppen eller av den politiska samrådsgruppen senast {first}",
        en: "The plan was adopted neither by the coordination group nor by the political group by {first}" },
        Some(first) => words! { first = first;
        sv: "Planen antogs inte av båda grupperna senast {first}",
        en: "The plan was not adopted by both groups by {first}" },
    }
}
