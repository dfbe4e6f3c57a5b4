//! N-AVV-3: deviation reports look for what to develop and for systemic faults.

use crate::answer::Lacks;
use crate::codes::ReportKind;
use crate::index::{Case, Context, Handed};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-AVV-3",
    subject: "reports/R",
    severities: [Info],
    key_days: Remarks,
    partition_by: Group,
    reads: [reports],
    each: deviation_reports,
    sv: {
        norm: "En avvikelserapport pekar ut utvecklingsbehov och övergripande systemfel",
        why: "Meningen är att lära av det som gått fel, inte att räkna det.",
        reading: "Båda frågorna ska vara besvarade; svaret får vara att det inte finns några. Saknas ett \
            svar ges en anmärkning. En rapport om att inget finns att rapportera behöver inga svar.",
        example: "Rapporten nämner utvecklingsbehov men säger inget om systemfel: en anmärkning.",
    },
    en: {
        norm: "A deviation report points out development needs and systemic faults",
        why: "The point is to learn from what went wrong, not to count it.",
        reading: "Both questions are answered; the answer may be that there are none. A missing answer gives \
            a remark. A report that there is nothing to report needs no answers.",
        example: "The report tells development needs but nothing of systemic faults: a remark.",
    },
}

fn deviation_reports<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handed<'a>, Lacks>>> {
    cx.reports(ReportKind::Deviation, |report| cx.is_from_nosam(report))
}

/// Judges one report.
fn check<'a>(
    _: &Context<'a>,
    handed: Result<Handed<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Handed { report, on } = handed?;
    let needs = report.development_needs().optional();
    let faults = report.systemic_faults().optional();
    let nil = report.nil().or(false);
    if nil == Ok(true) {
        verdict.holds();
        return Ok(());
    }
    let words = match (needs?.is_some(), faults?.is_some()) {
        (true, true) => {
            verdict.holds();
            return Ok(());
        }
        (true, false) => words! { on = on;
        sv: "Avvikelserapporten {on} säger inget om systemfel",
        en: "The deviation report of {on} says nothing of systemic faults" },
        (false, true) => words! { on = on;
        sv: "Avvikelserapporten {on} säger inget om utvecklingsbehov",
        en: "The deviation report of {on} says nothing of development needs" },
        (false, false) => words! { on = on;
        sv: "Avvikelserapporten {on} säger inget om utvecklingsbehov eller systemfel",
        en: "The deviation report of {on} says nothing of development needs or systemic faults" },
    };
    nil?;
    verdict.remarks(report.path, words);
    Ok(())
}
