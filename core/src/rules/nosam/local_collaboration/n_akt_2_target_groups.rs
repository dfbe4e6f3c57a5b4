//! N-AKT-2: activity plans start from the target groups.

use crate::answer::{Answer, Lacks};
use crate::charter::Listed;
use crate::codes::{ActivityStatus, GroupKind, Severity};
use crate::index::{Case, Context, Planned, group_case, lives_on};
use crate::record::{Activity, ActivityPlan, Group, Id, Period, Ref, TargetGroup};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-AKT-2",
    severities: [Error, Warning, Info],
    partition_by: Record,
    judges: Groups,
    each: activities_and_target_groups,
    sv: {
        norm: "Aktivitetsplanerna i en NOSAM utgår från målgrupperna",
        why: "Ingen målgrupp ska glömmas bort, och varje aktivitet ska ha någon att vara till för.",
        reading: "Varje aktivitet nämner minst en målgrupp, annars ett fel. Varje målgrupp har minst en \
            aktivitet i de fastställda planer som gäller på dagen för prövningen, tillsammans (A-10); annars \
            en varning. Koden `all` räknas för alla. Strukna aktiviteter räknas inte för en målgrupp. Utkast \
            och planer som inte har börjat prövas inte, och inte heller en NOSAM som har upphört. Finns \
            ingen plan som gäller är det den bristen som anges.",
        example: "Planen för 2024 har aktiviteter för barn och unga och för äldre men ingen för psykisk \
            hälsa: en varning.",
    },
    en: {
        norm: "The activity plans of a NOSAM start from the target groups",
        why: "No target group should be forgotten, and each activity is there for somebody.",
        reading: "Every activity names at least one target group, otherwise an error. Every target group has \
            at least one activity in the adopted plans that apply on the as-of day, taken together (A-10); \
            otherwise a warning. The code `all` counts for every one. Dropped activities do not count for a \
            target group. Drafts and plans that have not begun are not judged, and neither is a NOSAM that \
            has ended. Where no plan applies, that is the finding.",
        example: "The plan for 2024 has activities for children and for older people but none for mental \
            health: a warning.",
    },
}

/// One activity, or one target group of a NOSAM.
enum Judged<'a> {
    Activity(Planned<'a>),
    TargetGroup(Ref<'a, Group>, &'a Listed),
}

fn activities_and_target_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = Vec::new();
    cases.extend(cx.activities().into_iter().map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: Judged::Activity(case.thing),
    }));
    for group in cx.groups(GroupKind::Nosam) {
        for target in &cx.charter.target_groups {
            if target.valid.span().contains(cx.as_of) {
                let thing = Judged::TargetGroup(group, target);
                cases.push(group_case(group, Key::Name(&target.code), group.path, thing));
            }
        }
    }
    cases
}

fn check<'a>(cx: &Context<'a>, judged: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match judged {
        Judged::Activity(planned) => names_a_target_group(cx, planned, verdict),
        Judged::TargetGroup(group, target) => has_an_activity(cx, group, target, verdict),
    }
}

/// Judges one activity.
fn names_a_target_group<'a>(
    cx: &Context<'a>,
    planned: Planned<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Planned { plan, activity } = planned;
    if !cx.is_of_nosam(plan).and(|| cx.is_draft(plan).not()).and(|| has_begun(cx, plan)).told()? {
        return Ok(());
    }
    let activity = activity?;
    let groups = activity.target_groups();
    if groups.items().next().is_some() {
        verdict.holds();
    } else if groups.all()?.is_empty() {
        verdict.breaks(
            Severity::Error,
            groups.path,
            words! { ;
            sv: "Aktiviteten nämner ingen målgrupp",
            en: "The activity names no target group" },
        );
    }
    Ok(())
}

/// Judges one target group of one NOSAM.
fn has_an_activity<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    target: &'a Listed,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let plans = cx.record.activity_plans();
    let id = group.id().known().map(Id::as_str);
    let current = |plan: Ref<'a, ActivityPlan>| {
        plan.owners()
            .any(|owner| (Some(owner.item.as_str()) == id).into())
            .and(|| cx.is_adopted(plan))
            .and(|| plan.period().get().map_or_else(Answer::Unknown, |period| period.runs_on(cx.as_of)))
    };
    match plans.any(current) {
        Answer::Yes => {}
        Answer::No => return Err(Lacks::because("P-NOS-4")),
        Answer::Unknown(lacks) => return Err(lacks),
    }
    let is_target = |named: Ref<'a, TargetGroup>| {
        Answer::from(named.item.as_str() == target.code || named.item.as_str() == "all")
    };
    let serves = |activity: Ref<'a, Activity>| {
        let dropped = activity.status().optional().map(|status| status == Some(&ActivityStatus::Dropped));
        activity.target_groups().any(is_target).and(|| Answer::from(dropped).not())
    };
    let served = plans.any(|plan| current(plan).and(|| plan.activities().any(serves)));
    if served.told()? {
        verdict.holds();
    } else {
        let name = Param::Code {
            code: target.code.clone().into(),
            sv: target.sv.clone().into(),
            en: target.en.clone().into(),
        };
        let plan = plans.items().find(|plan| current(*plan).is_yes());
        let at = plan.map_or(group.path, |plan| plan.activities().path);
        let told = verdict.breaks(
            Severity::Warning,
            at,
            words! { target_group = name;
            sv: "Ingen aktivitet i de planer som gäller är till för målgruppen {target_group}",
            en: "No activity of the plans that apply is for the target group {target_group}" },
        );
        told.reading("A-10");
    }
    Ok(())
}

/// Has the plan begun? One without a first day has.
fn has_begun(cx: &Context<'_>, plan: Ref<'_, ActivityPlan>) -> Answer {
    let first = || -> Result<bool, Lacks> {
        let Some(_) = plan.period().optional()? else { return Ok(true) };
        Ok(plan.period().get()?.from().optional()?.is_none_or(|from| *from <= cx.as_of))
    };
    first().into()
}
