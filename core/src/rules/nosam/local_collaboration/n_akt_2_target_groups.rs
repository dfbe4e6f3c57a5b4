//! N-AKT-2: activity plans start from the target groups.

use crate::answer::{Answer, Lacks};
use crate::charter::Listed;
use crate::codes::{ActivityStatus, GroupKind, Outcome, Severity};
use crate::index::{Case, Context, Planned, group_case, shown};
use crate::record::{Activity, ActivityPlan, Group, Id, Period, Ref, TargetGroup};
use crate::report::Key;
use crate::rules::judge::{Desk, Verdict};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-AKT-2",
    subject: "activity_plans/AP#ACTIVITY, groups/NOSAM#TARGET_GROUP",
    severities: [Error, Warning, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [activity_plans, groups],
    judges: Groups,
    each: activities_and_target_groups,
    sv: {
        norm: "Aktivitetsplanerna i en NOSAM utgår från målgrupperna",
        why: "Ingen målgrupp ska glömmas bort, och varje aktivitet ska ha någon att vara till för.",
        reading: "Varje aktivitet nämner minst en målgrupp, annars ett fel. Varje målgrupp har minst en \
            aktivitet i de fastställda planer som gäller på dagen för prövningen, tillsammans (A-10); annars \
            en varning. Koden `all` räknas för alla. Strukna aktiviteter räknas inte för en målgrupp. Utkast \
            och planer som inte har börjat prövas inte, och inte heller en NOSAM som har upphört. Finns \
            ingen plan som gäller, av vilka år som helst, är det den bristen som anges: av P-NOS-4 om den \
            säger det om dagen, annars här, en varning för gruppen.",
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
            has ended. Where no plan applies, of whatever years, that is the finding: of P-NOS-4 if that tells \
            it of the day, else here, one warning for the group.",
        example: "The plan for 2024 has activities for children and for older people but none for mental \
            health: a warning.",
    },
}

/// What is judged.
enum Judged<'a> {
    Activity(Planned<'a>),
    /// One target group of a NOSAM.
    TargetGroup(Ref<'a, Group>, &'a Listed),
    /// A NOSAM in which no plan is in force without another rule telling that.
    Planless(Ref<'a, Group>, Outcome),
}

fn activities_and_target_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = Vec::new();
    cases.extend(cx.activities().into_iter().map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: Judged::Activity(case.thing),
    }));
    for group in cx.groups(GroupKind::Nosam) {
        let (lives, planned) = (cx.lives_on(group, cx.as_of), covered(cx, group));
        if !lives.is_no() && !planned.is_yes() {
            let told = told_of_plans(cx, group);
            if !matches!(told, Outcome::Broken | Outcome::Undetermined) {
                cases.push(group_case(group, Key::Whole, group.path, Judged::Planless(group, told)));
                if lives.is_yes() && planned.is_no() {
                    continue;
                }
            }
        }
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
        Judged::Planless(group, told) => no_plan(cx, group, told, verdict),
    }
}

/// Is the activity plan one of the group's, adopted and in force?
fn is_current<'a>(cx: &Context<'a>, group: Ref<'a, Group>, plan: Ref<'a, ActivityPlan>) -> Answer {
    let id = group.id().known().map(Id::as_str);
    plan.owners()
        .any(|owner| (Some(owner.item.as_str()) == id).into())
        .and(|| cx.is_adopted(plan))
        .and(|| plan.period().get().map_or_else(Answer::Unknown, |period| period.runs_on(cx.as_of)))
}

/// Is a plan of the group in force, of whatever years?
fn covered<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Answer {
    cx.record.activity_plans().any(|plan| is_current(cx, group, plan))
}

/// What the rule on the plans of a NOSAM says of the group; after the last day of the collaboration plan nothing of
/// the as-of day.
fn told_of_plans<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Outcome {
    if cx.charter.plan.to.is_some_and(|last| last < cx.as_of) {
        return Outcome::NotApplicable;
    }
    let rule = crate::rules::find("P-NOS-4");
    let said = rule.into_iter().flat_map(|rule| Desk::seats(rule, &cx.only(group)));
    said.map(|verdict| verdict.outcome).max().unwrap_or(Outcome::NotApplicable)
}

/// Judges a NOSAM in which no plan is known to be in force.
fn no_plan<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    told: Outcome,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).and(|| covered(cx, group).not()).told()? {
        return Ok(());
    }
    if told == Outcome::NotDue {
        verdict.pending();
        return Ok(());
    }
    let words = words! { group = shown(group), day = cx.as_of;
    sv: "Ingen aktivitetsplan gäller i {group} {day}, så ingen målgrupp har någon aktivitet",
    en: "No activity plan is in force in {group} on {day}, so that no target group has an activity" };
    verdict.breaks(Severity::Warning, cx.record.activity_plans().path, words).absent_since(None);
    Ok(())
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
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let plans = cx.record.activity_plans();
    let current = |plan: Ref<'a, ActivityPlan>| is_current(cx, group, plan);
    match covered(cx, group) {
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
            words! { group = shown(group), target_group = name;
            sv: "Ingen aktivitet i de planer som gäller i {group} är till för målgruppen {target_group}",
            en: "No activity of the plans that apply in {group} is for the target group {target_group}" },
        );
        told.absent_since(None).reading("A-10");
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
