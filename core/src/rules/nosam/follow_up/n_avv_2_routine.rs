//! N-AVV-2: deviation reports follow the sub-regional routine.

use crate::answer::Lacks;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context, Handed};
use crate::record::Id;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-AVV-2",
    subject: "reports/R",
    severities: [Warning, Info],
    key_days: (key_days::report),
    partition_by: Group,
    reads: [reports],
    each: deviation_reports,
    sv: {
        norm: "Avvikelser rapporteras enligt den delregionala rutinen",
        why: "Rapporter som följer samma rutin går att jämföra och lägga ihop.",
        reading: "Rapporten ska hänvisa till en rutin som var fastställd på rapportens dag; samma dag \
            räcker. Ingen hänvisning, eller en rutin som fastställdes senare, ger en varning. Saknas \
            rutinens fastställandedag kan det inte avgöras. Hänvisningen prövas, inte innehållet (A-28).",
        example: "Rapporten för hösten hänvisar inte till någon rutin: en varning.",
    },
    en: {
        norm: "Deviations are reported according to the sub-regional routine",
        why: "Reports that follow one routine can be compared and added up.",
        reading: "The report refers to a routine that was adopted by the day of the report; the same day is \
            enough. No reference, or a routine adopted later, gives a warning. Where the day of adoption is \
            missing it cannot be told. The reference is judged, not what the report says (A-28).",
        example: "The report for the autumn refers to no routine: a warning.",
    },
}

fn deviation_reports<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handed<'a>, Lacks>>> {
    cx.reports(ReportKind::Deviation, |report| cx.is_from_nosam(report))
}

/// Judges one report.
fn check<'a>(
    cx: &Context<'a>,
    handed: Result<Handed<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handed { report, on } = handed?;
    let reference = report.routine();
    let Some(id) = reference.optional()? else {
        verdict.breaks(
            Severity::Warning,
            report.path,
            words! { on = on;
            sv: "Avvikelserapporten {on} hänvisar inte till någon rutin",
            en: "The deviation report of {on} refers to no routine" },
        );
        return Ok(());
    };
    let mut routines = cx.record.routines().items();
    let same = |known: &Id| known.as_str() == id.as_str();
    let Some(routine) = routines.find(|routine| routine.id().known().is_some_and(same)) else {
        return Err(Lacks::unreadable(reference.path));
    };
    let adopted = *routine.adopted_on().so_far(cx.as_of).read()?;
    if adopted <= on {
        verdict.holds();
    } else {
        verdict
            .breaks(
                Severity::Warning,
                reference.path,
                words! { on = on, routine = Param::Id(id.as_str().to_owned()), adopted = adopted;
                sv: "Avvikelserapporten {on} hänvisar till rutinen {routine}, som fastställdes först {adopted}",
                en: "The deviation report of {on} refers to the routine {routine}, adopted only on {adopted}" },
            )
            .related(routine.path, "routine");
    }
    Ok(())
}
