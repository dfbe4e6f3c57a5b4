//! P-KOM-4: theme groups end on a set day.

use super::{has_begun, theme_groups};
use crate::answer::Lacks;
use crate::index::Context;
use crate::record::{Group, Ref};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-4",
    clauses: ["P-KOM-4"],
    severities: [Error, Warning, Info],
    partition_by: Group,
    each: theme_groups,
    check: check,
    sv: {
        norm: "En temagrupp eller arbetsgrupp finns under en begränsad tid",
        why: "Gruppen löser sin uppgift och lämnar sedan tillbaka tiden till linjen.",
        reading: "Gruppen ska ha ett slutdatum; utan är det ett fel, om gruppen inte redan är avslutad. Slutdagen räknas in, dagen efter ges en varning om gruppen inte är avslutad. Hur länge en grupp får finnas är inte sagt; regelverket kan ange ett högsta antal månader (A-34), och längre är en varning.",
        example: "Gruppen skulle vara klar 2024-06-30 och är inte avslutad 2024-07-01: varning.",
    },
    en: {
        norm: "A theme group or working group exists for a limited time",
        why: "The group solves its task and then gives the time back to the line.",
        reading: "The group has a day on which it ends; without one it is an error, unless the group is closed already. The last day is inside, the day after gives a warning if the group is not closed. How long a group may exist is not said; the charter can set a greatest number of months (A-34), and longer is a warning.",
        example: "The group was to be done on 2024-06-30 and is not closed on 2024-07-01: a warning.",
    },
}

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !has_begun(cx, group)? {
        return Ok(());
    }
    let last = group.to().optional()?.copied();
    let closed =
        || -> Result<_, Lacks> { Ok(group.closed_on().optional()?.copied().filter(|day| *day <= cx.as_of)) };
    let end = match last {
        Some(last) => last,
        None => match closed()? {
            Some(day) => day,
            None => {
                verdict.breaks(
                    Severity::Error,
                    group.path,
                    words! {;
                    sv: "Gruppen har inget slutdatum",
                    en: "The group has no day on which it ends" },
                );
                return Ok(());
            }
        },
    };
    // A day of closing that cannot be read may lie before the end.
    let closing = group.closed_on().optional();
    if cx.as_of <= end && closing.is_ok_and(|day| day.is_none_or(|day| end < *day)) {
        verdict.will_be_due_for(end.plus_days(1), "Gruppen ska vara avslutad", "The group is to be closed");
    }
    if end < cx.as_of && closed()?.is_none() {
        verdict.breaks(
            Severity::Warning,
            group.to().path,
            words! { last = end, over = Param::Days(end.days_until(cx.as_of));
            sv: "Gruppen skulle sluta {last} och är inte avslutad {over} senare",
            en: "The group was to end on {last} and is not closed {over} later" },
        );
    }
    if let Some(most) = cx.charter.readings.theme_group_months {
        let from = *group.from().read()?;
        let latest = from.plus_months(most);
        if end.plus_days(1) > latest {
            let at = if last.is_some() { group.to().path } else { group.closed_on().path };
            verdict
                .breaks(
                    Severity::Warning,
                    at,
                    words! { from = from, last = end, most = Param::Months(i64::from(most));
                    sv: "Gruppen finns {from} till {last}, längre än {most}",
                    en: "The group exists {from} to {last}, longer than {most}" },
                )
                .reading("A-34");
        }
    }
    verdict.holds();
    Ok(())
}
