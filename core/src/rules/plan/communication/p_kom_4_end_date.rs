//! P-KOM-4: theme groups last for a shorter time.

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::Severity;
use crate::index::{Context, shown};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-KOM-4",
    subject: "groups/G",
    severities: [Error, Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    each: super::theme_groups,
    sv: {
        norm: "En temagrupp är tidsbegränsad",
        why: "Gruppen löser sin uppgift och slutar, i stället för att bli ännu en fast grupp.",
        reading: "En temagrupp som har börjat ska ha ett slutdatum (`to`), annars är det fel. Slutdatumet är \
            sista dagen: den dagen är inom tiden, dagen efter är det en varning om gruppen inte är avslutad \
            (`closed_on`). Förlängs gruppen flyttas slutdatumet. En avslutad grupp har sin sista dag då den \
            avslutades. Planen säger inte hur kort tiden ska vara, så ingen längsta tid gäller om den inte \
            är satt (A-34); är den satt till 12 månader får en grupp som börjar den 1 januari vara igång \
            till och med den 31 december, en dag till är en varning.",
        example: "Temagruppen skulle sluta den 30 juni, är inte avslutad och har inget nytt slutdatum: en \
            varning från den 1 juli.",
    },
    en: {
        norm: "A theme group is limited in time",
        why: "The group does its task and ends, instead of becoming one more standing group.",
        reading: "A theme group that has begun has an end date (`to`), otherwise it is an error. The end \
            date is the last day: that day is within the time, on the day after there is a warning unless \
            the group is closed (`closed_on`). When the group is prolonged the end date is moved. A closed \
            group has its last day when it was closed. The plan does not say how short the time is, so there \
            is no longest time unless one is set (A-34); when it is set to 12 months a group that begins on \
            1 January may work until 31 December, and one day more is a warning.",
        example: "The theme group was to end on 30 June, is not closed and has no new end date: a warning from 1 July.",
    },
}

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let to = group.to().optional().map(|day| day.copied());
    let closed = group.closed_on().so_far(cx.as_of).optional().map(|day| day.copied());
    let has_ended = matches!(to, Ok(Some(day)) if day < cx.as_of) || matches!(closed, Ok(Some(_)));
    let begun = Answer::from(group.from().optional().map(|day| day.is_none_or(|day| *day <= cx.as_of)));
    if begun.is_no() || !begun.or(|| has_ended.into()).told()? {
        return Ok(());
    }
    // A day of closing that cannot be read may lie before the end.
    if let (Ok(Some(to)), Ok(closing)) = (&to, group.closed_on().optional())
        && cx.as_of <= *to
        && closing.is_none_or(|day| to < day)
    {
        verdict.will_be_due_for(to.plus_days(1), "Gruppen ska vara avslutad", "The group is to be closed");
    }
    let longest = cx.charter.readings.theme_group_months;
    match (&to, &closed) {
        (_, Ok(Some(_))) if longest.is_none() => {}
        (Ok(None), Ok(None)) => {
            let words = words! { group = shown(group);
            sv: "Temagruppen {group} saknar slutdatum",
            en: "The theme group {group} has no end date" };
            verdict.breaks(Severity::Error, group.path, words);
            return Ok(());
        }
        (Ok(Some(to)), Ok(None)) if *to < cx.as_of => {
            let words = words! { group = shown(group), to = *to;
            sv: "Temagruppen {group} skulle sluta {to} men är varken avslutad eller förlängd",
            en: "The theme group {group} was to end on {to} but is neither closed nor prolonged" };
            // Closed on the day after it would be over, too.
            verdict.breaks(Severity::Warning, group.to().path, words).missed_by(to.plus_days(1));
        }
        (Ok(Some(to)), Err(lacks)) if *to < cx.as_of => return Err(lacks.clone()),
        (Ok(None), Err(lacks)) | (Err(lacks), _) => return Err(lacks.clone()),
        (Ok(Some(_)), _) | (Ok(None), Ok(Some(_))) => {}
    }
    if let Some(months) = longest {
        check_length(group, to?, closed, months, verdict)?;
    }
    verdict.holds();
    Ok(())
}

/// Is the group longer than reading A-34 allows?
fn check_length<'a>(
    group: Ref<'a, Group>,
    to: Option<Day>,
    closed: Result<Option<Day>, Lacks>,
    months: u32,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let from = *group.from().read()?;
    let known = closed.as_ref().ok().copied().flatten();
    let (last, at) = match (to, known) {
        (Some(to), Some(closed)) if to <= closed => (to, group.to().path),
        (_, Some(closed)) => (closed, group.closed_on().path),
        (Some(to), None) => (to, group.to().path),
        (None, None) => return Ok(()),
    };
    if last < from.plus_months(months) {
        return Ok(());
    }
    // It may have been closed in time.
    closed?;
    let words = words! { group = shown(group), from = from, last = last, months = Param::Months(i64::from(months));
    sv: "Temagruppen {group} är igång {from} till {last}, högst {months} är tillåtet",
    en: "The theme group {group} works from {from} to {last}, at most {months} are allowed" };
    verdict.breaks(Severity::Warning, at, words).reading("A-34");
    Ok(())
}
