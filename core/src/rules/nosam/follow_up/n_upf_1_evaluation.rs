//! N-UPF-1: NOSAM evaluates its work.

use super::{YearlyDuty, yearly_duties};
use crate::answer::Lacks;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-UPF-1",
    severities: [Advice, Info],
    partition_by: Group,
    judges: Groups,
    each: evaluation_years,
    sv: {
        norm: "Varje NOSAM utvärderar sina framgångsfaktorer och pekar ut utvecklingsområden",
        why: "Det som fungerar kan föras vidare, och nästa aktivitetsplan får något att utgå från.",
        reading: "En utvärdering daterad under varje avslutat kalenderår i planperioden räcker, annars ges \
            ett råd (A-36). Den 31 december är det inte för sent, den 1 januari är det. Ett år då gruppen \
            fanns i mindre än tre månader prövas inte. Regelverket kan stänga av prövningen (A-36). En \
            utvärdering som varken nämner framgångsfaktorer eller utvecklingsbehov ger en anmärkning.",
        example: "NOSAM Lerum har ingen utvärdering daterad 2024: ett råd från och med 1 januari 2025.",
    },
    en: {
        norm: "Each NOSAM evaluates what made it succeed and points out what to develop",
        why: "What works can be passed on, and the next activity plan has something to start from.",
        reading: "One evaluation dated in each finished calendar year of the plan is enough, otherwise there \
            is an advice (A-36). On 31 December it is not too late, on 1 January it is. A year in which the \
            group existed for less than three months is not judged. The charter may switch the test off \
            (A-36). An evaluation that tells neither success factors nor development needs gives a remark.",
        example: "NOSAM Lerum has no evaluation dated in 2024: an advice from 1 January 2025.",
    },
}

fn evaluation_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<YearlyDuty<'a>, Lacks>>> {
    yearly_duties(cx, ReportKind::Evaluation)
}

/// Judges one year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<YearlyDuty<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let duty = duty?;
    let ends = duty.ends(cx);
    for handed in &duty.reports {
        verdict.holds();
        let report = handed.report;
        if report.success_factors().is_absent() && report.development_needs().is_absent() {
            verdict.remarks(
                report.path,
                words! { on = handed.on;
                sv: "Utvärderingen {on} nämner varken framgångsfaktorer eller utvecklingsbehov",
                en: "The evaluation of {on} tells neither success factors nor development needs" },
            );
        }
    }
    if !duty.reports.is_empty() {
        return Ok(());
    }
    if cx.as_of < ends {
        verdict.not_due(ends);
    } else if let Some(lacks) = duty.unread {
        return Err(lacks);
    } else {
        let year = Param::Span(duty.days);
        verdict
            .breaks(
                Severity::Advice,
                cx.record.reports().path,
                words! { year = year;
                sv: "Ingen utvärdering är daterad {year}",
                en: "No evaluation is dated {year}" },
            )
            .reading("A-36");
    }
    Ok(())
}
