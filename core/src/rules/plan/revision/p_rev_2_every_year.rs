//! P-REV-2: the plan is revised every year, unless it was decided not to.

use super::{decided_by, deciders, plans};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::{ExemptsFromRevision, RevisionAndUpdate};
use crate::codes::{GroupKind, RevisionKind, Severity};
use crate::index::{Case, Context};
use crate::record::{Exemption, Period, Plan, Ref, Revision};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "P-REV-2",
    subject: "plans/P#YEAR",
    severities: [Error, Info],
    key_days: (key_days::last_of_year),
    partition_by: Record,
    reads: [plans],
    part: Plan,
    each: years,
    sv: {
        norm: "Planen revideras varje år, om inget annat är beslutat",
        due: "Planen ska ha reviderats eller ett undantag ha beslutats",
        why: "En plan som ses över varje år följer med när behov och uppdrag ändras.",
        reading: "Varje kalenderår under planens giltighetstid prövas, från 2023 (A-40) eller från året för \
            underlagets början om den är senare; är den inte angiven, från året för den första revideringen \
            eller det första undantaget. Minst en revidering ska vara beslutad under året, den 1 januari och \
            den 31 december inräknade. Det räcker att samordningsgruppen eller politiska samrådsgruppen har \
            beslutat att året undantas, senast den 31 december samma år; den 1 januari därpå är för sent \
            (A-06; med `political_group` duger bara politiska samrådsgruppens beslut). Ett år är slut den 1 \
            januari året därpå, dessförinnan är en saknad revidering inte förfallen. Ett år då planen antogs \
            räknas som reviderat, och likaså det år då nästa plan antas, den som börjar gälla närmast efter \
            den; ett antagande gör inte att tidigare eller senare år prövas. En uppdatering räknas inte, utom \
            med A-04 `same`. Har posterna börjat bli fullständiga först under året går det inte att säga att \
            inget beslutades dessförinnan. Ändrade, nya eller strukna aktiviteter kräver ingen revidering.",
        example: "Planen revideras 2023 och 2025 men inte 2024, och inget undantag är beslutat: fel för 2024.",
    },
    en: {
        norm: "The plan is revised every year, unless decided otherwise",
        due: "The plan is to be revised or an exemption decided",
        why: "A plan that is gone through every year keeps up when needs and tasks change.",
        reading: "Every calendar year of the plan's period is judged, from 2023 (A-40) or from the year of \
            `complete_from` when that is later; without `complete_from` from the year of the first revision \
            or exemption. At least one revision was decided in the year, 1 January and 31 December included. \
            It is enough that the coordination group or the political group decided to exempt the year, by \
            31 December of that year; 1 January after is too late (A-06; with `political_group` only the \
            political group's decision will do). A year has ended on 1 January of the next; before that a \
            missing revision is not yet due. A year in which the plan was adopted counts as revised, and so \
            does the year in which the next plan is adopted, the one that begins first after it; an adoption \
            does not begin the years that are judged. An update does not count, except with A-04 `same`. When the \
            record is complete only from a day within the year it cannot be said that nothing was decided \
            before. Activities that are changed, added or dropped ask for no revision.",
        example: "The plan is revised in 2023 and 2025 but not in 2024, and no exemption was decided: an \
            error for 2024.",
    },
}

/// One calendar year of one plan.
#[derive(Clone, Copy)]
struct PlanYear<'a> {
    plan: Ref<'a, Plan>,
    year: i32,
    first: Day,
    /// 1 January of the next year.
    ends: Day,
    /// Does the record hold the whole year, so that absence counts?
    whole: bool,
}

impl PlanYear<'_> {
    /// Is the day in the year, and past?
    fn has(self, cx: &Context<'_>, day: Day) -> bool {
        self.first <= day && day < self.ends && day <= cx.as_of
    }
}

/// The years of each plan from `complete_from`, or else from the first revision or exemption.
fn years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<PlanYear<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for Case { subject, at, thing: plan } in plans(cx) {
        let complete = match cx.complete_from() {
            Ok(complete) => complete,
            Err(lacks) => {
                cases.push(Case { subject, at, thing: Err(lacks) });
                continue;
            }
        };
        let (start, unsure) = match complete {
            Some(day) => (Some(day.year()), None),
            None => first_year(cx, plan),
        };
        cases.extend(unsure.map(|lacks| Case { subject, at, thing: Err(lacks) }));
        let Some(start) = start else { continue };
        let plan_years = cx.charter.plan;
        let begin = plan_years.from.map_or(start, |first| first.year().max(start));
        let end = plan_years.to.map_or(cx.as_of, |last| last.min(cx.as_of)).year();
        for year in begin.max(cx.charter.readings.first_revision_year)..=end {
            let (Some(first), Some(ends)) = (Day::new(year, 1, 1), Day::new(year + 1, 1, 1)) else {
                continue;
            };
            let whole = complete.is_none_or(|day| day <= first);
            let thing = Ok(PlanYear { plan, year, first, ends, whole });
            cases.push(Case { subject: subject.with(Key::Year(year)), at, thing });
        }
    }
    cases
}

/// The year of the first revision or exemption, and what may be an earlier one.
fn first_year<'a>(cx: &Context<'a>, plan: Ref<'a, Plan>) -> (Option<i32>, Option<Lacks>) {
    let revisions = plan.revisions();
    let revised = revisions.items().map(|it| {
        let counts = revises(cx, it).and(|| it.on().is(|day| *day <= cx.as_of));
        (counts, it.on().read().map(|day| day.year()))
    });
    let exempted = plan.exemptions().items().map(|it| (is_past(cx, it), it.year().read().map(|year| year.0)));
    let entries: Vec<_> = revised.chain(exempted).filter(|(counts, _)| !counts.is_no()).collect();
    let certain = entries.iter().filter(|(counts, _)| counts.is_yes());
    let first = certain.filter_map(|(_, year)| year.as_ref().ok().copied()).min();
    let earlier = entries.into_iter().filter_map(|(counts, year)| match (counts, year) {
        (Answer::Unknown(lacks), Ok(year)) if first.is_none_or(|first| year < first) => Some(lacks),
        (Answer::Unknown(lacks), Err(more)) => Some(lacks.and(more)),
        (_, Err(lacks)) => Some(lacks),
        (_, Ok(_)) => None,
    });
    let exemptions = plan.exemptions();
    let hidden = exemptions.unread().filter(|_| !exemptions.is_absent());
    (first, earlier.chain(revisions.unread()).chain(hidden).reduce(Lacks::and))
}

/// Judges one year.
fn check<'a>(
    cx: &Context<'a>,
    of: Result<PlanYear<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let of = of?;
    let runs = in_period(cx, of);
    if runs.is_no() {
        return Ok(());
    }
    let revised = of.plan.revisions().any(|it| revises(cx, it).and(|| decided_in(cx, it, of)));
    let done = revised.or(|| exempted(cx, of)).or(|| adopted(cx, of));
    if done.is_yes() {
        verdict.holds();
    } else if of.whole && cx.as_of < of.ends {
        verdict.not_due(of.ends);
    } else if of.whole {
        done.not().and(|| runs).told()?;
        tell(cx, of, verdict);
    } else {
        // Of a part of a year only what was done can be told.
        done.told()?;
    }
    Ok(())
}

/// Does the plan run in the year? Without a period of its own it runs as the charter says.
fn in_period<'a>(cx: &Context<'a>, of: PlanYear<'a>) -> Answer {
    let whole_year = Span { from: Some(of.first), until: Some(of.ends) };
    let period = match of.plan.period().optional() {
        Ok(None) => Ok(cx.charter.plan.span()),
        _ => of.plan.period().get().and_then(|period| period.span()),
    };
    period.map(|period| period.overlap(whole_year).is_some()).into()
}

/// Is it a yearly revision?
fn revises(cx: &Context<'_>, revision: Ref<'_, Revision>) -> Answer {
    match cx.charter.readings.revision_and_update {
        RevisionAndUpdate::Separate => revision.kind().is(|kind| *kind == RevisionKind::Revision),
        RevisionAndUpdate::Same => Answer::Yes,
    }
}

fn decided_in(cx: &Context<'_>, revision: Ref<'_, Revision>, of: PlanYear<'_>) -> Answer {
    revision.on().is(|day| of.has(cx, *day))
}

/// Was the plan adopted in the year, or the next one?
fn adopted<'a>(cx: &Context<'a>, of: PlanYear<'a>) -> Answer {
    let in_year = |plan: Ref<'a, Plan>| match plan.adoptions() {
        adoptions if adoptions.is_absent() => Answer::No,
        adoptions => adoptions.any(|it| it.on().is(|day| of.has(cx, *day))),
    };
    cx.record.plans().any(|plan| in_year(plan).and(|| is_or_follows(cx, plan, of.plan)))
}

/// Is it the plan itself, or the one that begins first after it?
fn is_or_follows<'a>(cx: &Context<'a>, other: Ref<'a, Plan>, plan: Ref<'a, Plan>) -> Answer {
    if other.path == plan.path {
        return Answer::Yes;
    }
    let begins = |plan: Ref<'a, Plan>| plan.period().get().and_then(|period| period.from().read().copied());
    let later = begins(plan).and_then(|first| {
        let starts = cx.record.plans().items().filter_map(|plan| begins(plan).ok());
        Ok(Some(begins(other)?) == starts.filter(|day| first < *day).min())
    });
    later.into()
}

fn is_past(cx: &Context<'_>, exemption: Ref<'_, Exemption>) -> Answer {
    exemption.on().is(|day| *day <= cx.as_of)
}

/// May those that decided on the exemption do so?
fn may_exempt<'a>(cx: &Context<'a>, exemption: Ref<'a, Exemption>) -> Answer {
    let political = decided_by(cx, exemption.decided_by(), GroupKind::PoliticalGroup);
    match cx.charter.readings.exempts_from_revision {
        ExemptsFromRevision::PoliticalGroup => political,
        ExemptsFromRevision::EitherGroup => {
            political.or(|| decided_by(cx, exemption.decided_by(), GroupKind::CoordinationGroup))
        }
    }
}

/// Was it decided in time, and by the right group, not to revise in the year?
fn exempted<'a>(cx: &Context<'a>, of: PlanYear<'a>) -> Answer {
    let exemptions = of.plan.exemptions();
    // Where the record is complete, no list of exemptions means that none was decided.
    if exemptions.is_absent() && matches!(cx.complete_from(), Ok(Some(_))) {
        return Answer::No;
    }
    exemptions.any(|it| {
        let of_year = it.year().is(|year| year.0 == of.year);
        let in_time = || it.on().is(|day| *day < of.ends && *day <= cx.as_of);
        of_year.and(in_time).and(|| may_exempt(cx, it))
    })
}

/// Says that the plan was not revised, and why what there is does not help.
fn tell<'a>(cx: &Context<'a>, of: PlanYear<'a>, verdict: &mut Verdict<'a>) {
    let PlanYear { plan, year, ends, .. } = of;
    let year = i64::from(year);
    let at = plan.revisions().path;
    let mut exemptions = plan.exemptions().items();
    let last = ends.plus_days(-1);
    let exemption =
        exemptions.find(|it| it.year().is(|it| it.0 == of.year).and(|| is_past(cx, *it)).is_yes());
    if let Some(exemption) = exemption {
        if let Some(&day) = exemption.on().known().filter(|day| ends <= **day) {
            let words = words! { year = year, day = day, last = last;
            sv: "Planen reviderades inte {year}, undantaget beslutades först {day} och skulle ha beslutats \
                senast {last}",
            en: "The plan was not revised in {year}, the exemption was decided only on {day} and was due by {last}" };
            verdict.breaks(Severity::Error, exemption.on().path, words).missed_by(last).reading("A-06");
            return;
        }
        let by = exemption.decided_by();
        let words = match cx.charter.readings.exempts_from_revision {
            _ if by.items().next().is_none() => words! { year = year;
            sv: "Planen reviderades inte {year}, och det står inte vem som beslutade undantaget",
            en: "The plan was not revised in {year}, and it is not said who decided on the exemption" },
            ExemptsFromRevision::EitherGroup => words! { year = year, by = deciders(by);
            sv: "Planen reviderades inte {year}, och undantaget beslutades av {by}, inte av \
                samordningsgruppen eller politiska samrådsgruppen",
            en: "The plan was not revised in {year}, and the exemption was decided by {by}, not by the \
                coordination group or the political group" },
            ExemptsFromRevision::PoliticalGroup => words! { year = year, by = deciders(by);
            sv: "Planen reviderades inte {year}, och undantaget beslutades av {by}, inte av politiska samrådsgruppen",
            en: "The plan was not revised in {year}, and the exemption was decided by {by}, not by the \
                political group" },
        };
        verdict.breaks(Severity::Error, by.path, words).missed_by(last).reading("A-06");
        return;
    }
    // With another reading an update would do.
    if let Some(update) = plan.revisions().items().find(|it| decided_in(cx, *it, of).is_yes()) {
        let words = words! { year = year;
        sv: "Planen uppdaterades men reviderades inte {year}, och inget undantag är beslutat",
        en: "The plan was updated but not revised in {year}, and no exemption was decided" };
        let told = verdict.breaks(Severity::Error, at, words).missed_by(last);
        told.related(update.path, "update").reading("A-04");
        return;
    }
    let words = words! { year = year;
    sv: "Planen reviderades inte {year}, och inget undantag är beslutat",
    en: "The plan was not revised in {year}, and no exemption was decided" };
    verdict.breaks(Severity::Error, at, words).missed_by(last).reading("A-40");
}
