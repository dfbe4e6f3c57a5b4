//! N-UPF-1: NOSAM evaluates its work.

use super::{GroupYear, yearly_duties};
use crate::answer::Lacks;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context, shown};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "N-UPF-1",
    subject: "groups/NOSAM#YEAR",
    severities: [Advice, Info],
    key_days: (key_days::year_and_grace),
    partition_by: Group,
    reads: [groups, reports],
    judges: Groups,
    each: evaluation_years,
    sv: {
        norm: "Varje NOSAM utvärderar sina framgångsfaktorer och pekar ut utvecklingsområden",
        due: "Årets utvärdering ska ha lämnats",
        why: "Det som fungerar kan föras vidare, och nästa aktivitetsplan får något att utgå från.",
        reading: "En utvärdering av varje avslutat kalenderår i planperioden räcker, annars ges ett råd \
            (A-36), när 90 dagar har gått efter årets slut (A-36.grace_days): den 31 mars är det inte för \
            sent, den 1 april är det. Hur sent den än kommer räknas den. En utvärdering gäller varje år som \
            minst 180 dagar av dess period ligger i, räknad till dagen då den lämnades, annars det år som \
            har flest av dem, det tidigare om två har lika många; utan period året då den lämnades. Flera \
            NOSAM kan utvärdera tillsammans. Ett år då gruppen fanns i mindre än tre månader prövas inte. \
            Regelverket kan stänga av prövningen (A-36). En utvärdering som varken nämner framgångsfaktorer \
            eller utvecklingsbehov ger en anmärkning.",
        example: "NOSAM Lerum har ingen utvärdering av 2024: ett råd från och med 1 april 2025.",
    },
    en: {
        norm: "Each NOSAM evaluates what made it succeed and points out what to develop",
        due: "The year's evaluation is to be handed over",
        why: "What works can be passed on, and the next activity plan has something to start from.",
        reading: "One evaluation of each finished calendar year of the plan is enough, otherwise there is an \
            advice (A-36) when 90 days have passed since the end of the year (A-36.grace_days): on 31 March \
            it is not too late, on 1 April it is. It counts however late it comes. An evaluation is of every \
            year in which 180 days or more of its period lie, counted to the day it was handed over, \
            otherwise of the year with most of them, the earlier of two with as many; without a period of \
            the year of its day. Several NOSAM may evaluate together. A year in which the group existed for \
            less than three months is not judged. The charter may switch the test off (A-36). An evaluation \
            that tells neither success factors nor development needs gives a remark.",
        example: "NOSAM Lerum has no evaluation of 2024: an advice from 1 April 2025.",
    },
}

fn evaluation_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<GroupYear<'a>, Lacks>>> {
    yearly_duties(cx, ReportKind::Evaluation)
}

/// Judges one year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<GroupYear<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let duty = duty?;
    for report in duty.reports(cx, ReportKind::Evaluation) {
        let silent = report.success_factors().is_absent() && report.development_needs().is_absent();
        if let Some(&on) = report.on().known().filter(|_| silent) {
            verdict.remarks(
                report.path,
                words! { on = on;
                sv: "Utvärderingen {on} nämner varken framgångsfaktorer eller utvecklingsbehov",
                en: "The evaluation of {on} tells neither success factors nor development needs" },
            );
        }
    }
    let (year, last) = (i64::from(duty.year.year), duty.year.last());
    duty.year.judge(cx, verdict, |verdict| {
        let words = words! { group = shown(duty.group), year = year, last = last;
        sv: "Utvärderingen från {group} av {year} saknas, den skulle ha lämnats senast {last}",
        en: "The evaluation from {group} of {year} is missing, it was due by {last}" };
        verdict.breaks(Severity::Advice, cx.record.reports().path, words).reading("A-36")
    })
}
