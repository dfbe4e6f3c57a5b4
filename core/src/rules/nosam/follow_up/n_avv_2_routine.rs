//! N-AVV-2: deviations are reported by the sub-regional routine.

use super::{is_judged, reports};
use crate::answer::Lacks;
use crate::index::{Case, Context};
use crate::record::{GroupKind, Ref, Report, ReportKind};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-AVV-2",
    clauses: ["N-AVV-2"],
    severities: [Warning, Info],
    partition_by: Record,
    each: deviation_reports,
    check: check,
    sv: {
        norm: "En avvikelserapport följer den delregionala rutinen",
        why: "Rapporter som görs på samma sätt kan jämföras.",
        reading: "Rapporten nämner en rutin i underlaget som var fastställd den dag då rapporten lämnades. Nämner den ingen rutin är det en varning (A-28). Samma dag räcker.",
        example: "Rapporten nämner ingen rutin: en varning.",
    },
    en: {
        norm: "A deviation report follows the sub-regional routine",
        why: "Reports that are made in one way can be compared.",
        reading: "The report names a routine of the record that was adopted on the day of the report. If it names none this is a warning (A-28). The same day is enough.",
        example: "The report names no routine: a warning.",
    },
}

fn deviation_reports<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Report>>> {
    reports(cx, ReportKind::Deviation, &[GroupKind::Nosam])
}

/// Judges one report.
fn check<'a>(cx: &Context<'a>, report: Ref<'a, Report>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !is_judged(cx, report)? {
        return Ok(());
    }
    let Some(id) = report.routine().optional()? else {
        verdict
            .breaks(
                Severity::Warning,
                report.path,
                words! { ;
                sv: "Avvikelserapporten nämner ingen rutin",
                en: "The deviation report names no routine" },
            )
            .reading("A-28");
        return Ok(());
    };
    let mut routines = cx.record.routines().items();
    let routine = routines.find(|routine| routine.id().known().map(|it| it.as_str()) == Some(id.as_str()));
    let routine = routine.ok_or_else(|| Lacks::unreadable(report.routine().path))?;
    let adopted = *routine.adopted_on().read()?;
    let day = *report.on().read()?;
    if adopted <= day {
        verdict.holds();
    } else {
        let words = words! { routine = Param::Id(id.as_str().to_owned()), adopted = adopted, on = day;
        sv: "Rutinen {routine} fastställdes {adopted}, efter rapporten den {on}",
        en: "The routine {routine} was adopted on {adopted}, after the report on {on}" };
        verdict.breaks(Severity::Warning, report.routine().path, words).reading("A-28");
    }
    Ok(())
}
