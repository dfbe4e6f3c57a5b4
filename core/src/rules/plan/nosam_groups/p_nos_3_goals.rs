//! P-NOS-3: each activity of NOSAM serves a prioritised goal.

use crate::answer::{Answer, Lacks};
use crate::codes::{ActivityStatus, Severity};
use crate::index::{Context, Planned};
use crate::path::Path;
use crate::record::{Goal, Ref};
use crate::report::Subject;
use crate::rules::judge::Verdict;
use crate::rules::key_days::{Days, entry_at};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-NOS-3",
    subject: "activity_plans/AP#ACTIVITY",
    clauses: ["P-NOS-3", "N-ALL-4"],
    severities: [Error, Warning, Info],
    key_days: (key_days),
    partition_by: Record,
    reads: [activity_plans],
    each: Context::activities,
    sv: {
        norm: "Varje aktivitet i en NOSAM hör till ett prioriterat mål",
        why: "Då går det att se att arbetet för målen framåt, och vad som kan väljas bort.",
        reading: "En aktivitet utan mål är ett fel. Minst ett av målen ska gälla den dag då aktiviteten \
            börjar: målen gäller till och med 2026, eller enligt en annan läsning bara till och med 2025 \
            (A-01), och då ger en senare aktivitet en varning. Sista dagen räknas in. Saknas aktivitetens \
            första dag räcker det att hela aktivitetsplanen ligger inom målens tid, annars kan det inte \
            avgöras. Fokusområden är detsamma som prioriterade mål (A-05). Utkast och strukna aktiviteter \
            prövas inte.",
        example: "En aktivitet om fallprevention har en tom lista över mål: fel.",
    },
    en: {
        norm: "Each activity of a NOSAM belongs to a prioritised goal",
        why: "Then it can be seen that the work serves the goals, and what may be left out.",
        reading: "An activity without a goal is an error. At least one of its goals is valid on the day the \
            activity begins: the goals are valid through 2026, or in another reading only through 2025 \
            (A-01), and then a later activity gives a warning. The last day is included. Where the first day \
            of the activity is missing it is enough that the whole activity plan lies within the time of the \
            goals, otherwise it cannot be told. Focus areas are the same as prioritised goals (A-05). Drafts \
            and dropped activities are not judged.",
        example: "An activity on preventing falls has an empty list of goals: an error.",
    },
}

/// The day judged from, and the activity's first day.
fn key_days<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    let activity = entry_at(cx.record.activity_plans(), at).and_then(|plan| entry_at(plan.activities(), at));
    let first = activity.and_then(|activity| activity.from().known().copied());
    Days { as_of: true, fixed: first.into_iter().collect() }
}

/// Judges one activity.
fn check<'a>(cx: &Context<'a>, planned: Planned<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Planned { plan, activity } = planned;
    let judged = cx.is_of_nosam(plan).and(|| cx.is_draft(plan).not());
    if judged.is_no() {
        return Ok(());
    }
    let activity = activity?;
    let dropped = activity.status().optional().map(|status| status == Some(&ActivityStatus::Dropped));
    if !judged.and(|| Answer::from(dropped).not()).told()? {
        return Ok(());
    }
    let goals = activity.goals();
    if goals.read()?.is_empty() {
        verdict.breaks(
            Severity::Error,
            goals.path,
            words! { ;
            sv: "Aktiviteten hör inte till något prioriterat mål",
            en: "The activity belongs to no prioritised goal" },
        );
        return Ok(());
    }
    let last = cx.charter.readings.goals_valid_to;
    let day = match activity.from().optional()? {
        Some(day) => *day,
        None => match plan.period().get().and_then(|period| period.to().read()) {
            // Whenever the activity begins, it does so by the end of its plan.
            Ok(to) if *to <= last => *to,
            _ => return Err(Lacks::absent(activity.from().path)),
        },
    };
    let in_force = |goal: Ref<'a, Goal>| {
        let listed = cx.charter.goals.iter().find(|listed| listed.code == goal.item.as_str());
        listed.is_some_and(|listed| listed.valid.span().contains(day)).into()
    };
    if Answer::from(day <= last).and(|| goals.any(in_force)).told()? {
        verdict.holds();
        return Ok(());
    }
    verdict
        .breaks(
            Severity::Warning,
            goals.path,
            words! { from = day, last = last;
            sv: "Aktiviteten börjar {from}, efter målens sista dag {last}",
            en: "The activity begins on {from}, after the last day of its goals, {last}" },
        )
        .reading("A-01");
    Ok(())
}
