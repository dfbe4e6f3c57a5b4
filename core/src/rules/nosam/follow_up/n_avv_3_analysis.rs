//! N-AVV-3: a deviation report says what to develop and what is wrong in the system.

use super::{is_judged, reports};
use crate::answer::Lacks;
use crate::index::{Case, Context};
use crate::record::{GroupKind, Ref, Report, ReportKind};
use crate::report::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-AVV-3",
    clauses: ["N-AVV-3"],
    severities: [Info],
    partition_by: Record,
    each: deviation_reports,
    check: check,
    sv: {
        norm: "En avvikelserapport pekar ut utvecklingsbehov och systemfel",
        why: "Det är för att se dem som avvikelserna rapporteras.",
        reading: "Båda fälten är besvarade, gärna med ordet inga. Saknas ett ges en anmärkning, aldrig mer, för detta är syftet och ingen skyldighet.",
        example: "Fältet om systemfel är tomt: en anmärkning.",
    },
    en: {
        norm: "A deviation report points out what to develop and faults in the system",
        why: "To see them is what deviations are reported for.",
        reading: "Both fields are answered, none being a good answer. A missing one gives a remark and never more, because this is the purpose and no duty.",
        example: "The field on faults in the system is empty: a remark.",
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
    if report.development_needs().optional()?.is_none() {
        verdict.remarks(
            report.path,
            words! { ;
            sv: "Avvikelserapporten säger inget om utvecklingsbehov",
            en: "The deviation report says nothing on what to develop" },
        );
    }
    if report.systemic_faults().optional()?.is_none() {
        verdict.remarks(
            report.path,
            words! { ;
            sv: "Avvikelserapporten säger inget om systemfel",
            en: "The deviation report says nothing on faults in the system" },
        );
    }
    verdict.holds();
    Ok(())
}
