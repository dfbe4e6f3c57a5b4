//! P-KOM-6: a process leader supports each group.

use super::is_active;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::index::{Case, Context, group_subject, has_function};
use crate::record::{Group, GroupKind, Member, MemberFunction, MemberStatus, Period, Ref};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-6",
    clauses: ["P-KOM-6"],
    severities: [Error, Warning, Info],
    partition_by: Group,
    each: groups,
    check: check,
    sv: {
        norm: "En processledare stödjer varje grupp",
        why: "Grupperna får samma stöd, och det som en grupp lär sig når de andra.",
        reading: "Varje grupp som finns den dag som prövas ska ha minst en processledare den dagen. Samma person får stödja alla. Processledaren är ett neutralt stöd (A-35). Saknas den är det ett fel, i en temagrupp en varning; i NOSAM sägs det i N-REP-13.",
        example: "Politiska samrådsgruppen har ingen processledare sedan 2024-09-01: fel.",
    },
    en: {
        norm: "A process leader supports each group",
        why: "The groups get the same support, and what one learns reaches the others.",
        reading: "Each group that exists on the day judged from has at least one process leader on that day. The same person may support all. The process leader is neutral support (A-35). A missing one is an error, in a theme group a warning; in a NOSAM it is told in N-REP-13.",
        example: "The political group has had no process leader since 2024-09-01: an error.",
    },
}

fn groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.judged_groups()
        .map(|group| Case { subject: group_subject(group), at: group.path, thing: group })
        .collect()
}

/// Judges one group on the as-of day.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !is_active(cx, group)? {
        return Ok(());
    }
    if group.members().any(|member| leads(member).and(|| member.runs_on(cx.as_of))).told()? {
        verdict.holds();
        return Ok(());
    }
    let severity = match group.kind().read()? {
        GroupKind::Nosam => return Err(Lacks::because("N-REP-13")),
        GroupKind::ThemeGroup => Severity::Warning,
        GroupKind::CoordinationGroup | GroupKind::PoliticalGroup => Severity::Error,
    };
    let vacancy = group.vacancies().items().find(|vacancy| {
        vacancy.function().known() == Some(&MemberFunction::ProcessLeader)
            && vacancy.runs_on(cx.as_of).is_yes()
    });
    let words = match vacancy.map(|vacancy| (vacancy.span(), vacancy.reason().known())) {
        Some((Ok(vacant), Some(reason))) => words! { vacant = vacant, reason = Param::Text(reason.clone());
        sv: "Gruppen har ingen processledare, platsen är vakant {vacant}, skälet är {reason}",
        en: "The group has no process leader, the seat is vacant {vacant}, the reason is {reason}" },
        Some((Ok(vacant), None)) => words! { vacant = vacant;
        sv: "Gruppen har ingen processledare, platsen är vakant {vacant}",
        en: "The group has no process leader, the seat is vacant {vacant}" },
        _ => match last_day(cx, group) {
            Some(last) => words! { since = last.plus_days(1);
            sv: "Gruppen har ingen processledare sedan {since}",
            en: "The group has had no process leader since {since}" },
            None => words! {;
            sv: "Gruppen har ingen processledare",
            en: "The group has no process leader" },
        },
    };
    verdict.breaks(severity, group.members().path, words);
    Ok(())
}

/// Is the member a process leader? A deputy is none.
fn leads(member: Ref<'_, Member>) -> Answer {
    if member.functions().is_absent() {
        return Answer::No;
    }
    let deputy = member.status().or(MemberStatus::Ordinary).map(|status| status == MemberStatus::Deputy);
    has_function(member, &[MemberFunction::ProcessLeader]).and(|| Answer::from(deputy).not())
}

/// The last day on which there was one.
fn last_day(cx: &Context<'_>, group: Ref<'_, Group>) -> Option<Day> {
    let leaders = group.members().items().filter(|member| leads(*member).is_yes());
    leaders.filter_map(|member| member.to().known().copied()).filter(|to| *to < cx.as_of).max()
}
