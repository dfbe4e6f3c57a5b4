//! P-KOM-6: a process leader supports every group.

use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, MemberFunction, MemberStatus, Severity};
use crate::index::{Context, has_function, shown, status};
use crate::record::{Group, Member, Period, Ref, Vacancy};
use crate::rules::judge::Verdict;
use crate::rules::nosam::representation::no_process_leader;
use crate::rules::rule;
use crate::words;
use crate::words::Words;

rule! {
    id: "P-KOM-6",
    subject: "groups/G",
    severities: [Error, Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: super::all_groups,
    sv: {
        norm: "En processledare stödjer varje grupp",
        why: "Någon håller ihop arbetet mellan mötena och för frågor vidare mellan grupperna.",
        reading: "Varje grupp som är igång den dag som prövningen gäller ska ha minst en processledare bland \
            sina ledamöter den dagen, första och sista dagen inräknade. Det är ett stöd (A-35), men den som \
            står som ordinarie räknas också; adjungerade och ersättare räknas inte. Samma person får stödja \
            alla grupper, och flera får dela på det. Målgrupperna i en NOSAM har samma processledare som \
            den. I samordningsgruppen och politiska samrådsgruppen är det ett fel, i en temagrupp en \
            varning. Saknas processledaren i en NOSAM är det N-REP-13 som säger det.",
        example: "Processledaren slutar den 15 december och ingen ny skrivs in i samordningsgruppen: fel \
            från den 16 december.",
    },
    en: {
        norm: "A process leader supports every group",
        why: "Somebody keeps the work together between meetings and carries matters from group to group.",
        reading: "Every group that is at work on the as-of day has at least one process leader among its \
            members on that day, the first and the last day included. It is a support (A-35), but who is \
            entered as an ordinary member counts, too; co-opted members and deputies do not. The same person \
            may support every group, and several may share it. The target groups within a NOSAM have its \
            process leader. In the coordination group and the political group it is an error, in a theme \
            group a warning. When a NOSAM has no process leader, N-REP-13 says so.",
        example: "The process leader leaves on 15 December and nobody new is entered in the coordination \
            group: an error from 16 December.",
    },
}

/// Judges one group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let supported = group.members().any(|member| leads(member).and(|| cx.can_sit(member, cx.as_of)));
    if supported.told()? {
        verdict.holds();
        return Ok(());
    }
    let severity = match group.kind().read()? {
        GroupKind::Nosam => return Err(no_process_leader()),
        GroupKind::CoordinationGroup | GroupKind::PoliticalGroup => Severity::Error,
        GroupKind::ThemeGroup => Severity::Warning,
    };
    let (words, vacant) = missing(cx, group);
    let told = verdict.breaks(severity, group.members().path, words);
    if !vacant {
        told.absent_since(None);
    }
    Ok(())
}

/// Is the member a process leader of the group?
fn leads(member: Ref<'_, Member>) -> Answer {
    has_function(member, &[MemberFunction::ProcessLeader]).and(|| {
        status(member).map(|status| matches!(status, MemberStatus::Ordinary | MemberStatus::Support)).into()
    })
}

/// That there is no process leader, since when or why where that is known, and whether a vacancy says so.
fn missing<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> (Words, bool) {
    let is_this = |vacancy: &Ref<'a, Vacancy>| {
        vacancy.function().known() == Some(&MemberFunction::ProcessLeader)
            && vacancy.runs_on(cx.as_of).is_yes()
    };
    // A vacancy of no function may be that of the process leader.
    let may_be_said = cx.vacancies(group).any(|vacancy| {
        let of_none = vacancy.function().known().is_none() && vacancy.office().is_absent();
        of_none && vacancy.runs_on(cx.as_of).is_yes()
    });
    let vacancy = cx.vacancies(group).find(is_this);
    if let Some((vacancy, span)) = vacancy.and_then(|vacancy| Some((vacancy, vacancy.span().ok()?))) {
        let words = words! { group = shown(group), vacant = span;
        sv: "{group} har ingen processledare, vakant {vacant}",
        en: "{group} has no process leader, vacant {vacant}" };
        return (words.because(vacancy.reason().known()), true);
    }
    let former = group.members().items().filter(|member| leads(*member).is_yes());
    let last = former.filter_map(|member| member.to().known().copied()).filter(|day| *day < cx.as_of).max();
    let words = match last {
        Some(last) => words! { group = shown(group), since = last.plus_days(1);
        sv: "{group} har ingen processledare sedan {since}",
        en: "{group} has had no process leader since {since}" },
        None => words! { group = shown(group);
        sv: "{group} har ingen processledare",
        en: "{group} has no process leader" },
    };
    (words, may_be_said)
}
