//! P-PLAN-1: the years that the plan covers.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::codes::Severity;
use crate::index::{Case, Context, subject_of};
use crate::record::{ActivityPlan, Dates, Period, Plan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Words;

rule! {
    id: "P-PLAN-1",
    subject: "plans/P, activity_plans/AP",
    severities: [Error, Warning, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [plans, activity_plans],
    part: Plan,
    each: plans_and_activity_plans,
    sv: {
        norm: "Samverkansplanen gäller från och med 2023 till och med 2026",
        due: "Planens giltighetstid ska ha rättats",
        why: "Alla räknar med samma år, när mål sätts och aktiviteter planeras.",
        reading: "En samverkansplan ska börja den 1 januari 2023 och sluta den 31 december 2026; varje annan \
            dag är ett fel, för första och sista dagen var för sig. En aktivitetsplan får börja tidigast den \
            1 januari 2023 och sluta senast den 31 december 2026, båda dagarna inräknade, annars blir det en \
            varning. En plan vars hela period ligger utanför de åren är en annan plan, den förra eller nästa: \
            varken den, dess revideringar eller aktivitetsplanerna för dess år prövas, och en anmärkning \
            säger det; att aktivitetsplanerna publiceras frågas det ändå efter (P-KOM-9). En enda dag \
            innanför, och planen prövas som den här. Saknas en dag går det inte att avgöra. Att målen kan läsas \
            som giltiga en kortare tid (A-01) ändrar inte planens egen tid.",
        example: "En aktivitetsplan gäller till och med den 31 januari 2027: en varning.",
    },
    en: {
        norm: "The collaboration plan covers the years 2023 to 2026",
        due: "The period of the plan is to be corrected",
        why: "Everybody counts on the same years when goals are set and activities planned.",
        reading: "A collaboration plan begins on 1 January 2023 and ends on 31 December 2026; any other day \
            is an error, for the first and the last day separately. An activity plan begins on 1 January \
            2023 at the earliest and ends on 31 December 2026 at the latest, both days included, or else \
            there is a warning. A plan whose whole period lies outside those years is another plan, the one \
            before or the next: neither it, nor its revisions, nor the activity plans of its years are \
            judged, and a remark says so; that the activity plans are published is asked all the same \
            (P-KOM-9). A single day inside, and the plan is judged as this one. Without one of the days it \
            cannot be told. That the goals can be read as \
            valid for a shorter time (A-01) does not alter the plan's own time.",
        example: "An activity plan runs until 31 January 2027: a warning.",
    },
}

/// What has a period.
enum Of<'a> {
    Plan(Ref<'a, Plan>),
    ActivityPlan(Ref<'a, ActivityPlan>),
}

fn plans_and_activity_plans<'a>(cx: &Context<'a>) -> Vec<Case<'a, Of<'a>>> {
    let plans = cx.record.plans().items().map(|plan| Case {
        subject: subject_of(plan),
        at: plan.path,
        thing: Of::Plan(plan),
    });
    let activity_plans = cx.judged_plans().map(|plan| Case {
        subject: subject_of(plan),
        at: plan.path,
        thing: Of::ActivityPlan(plan),
    });
    plans.chain(activity_plans).collect()
}

/// Judges one plan or activity plan.
fn check<'a>(cx: &Context<'a>, of: Of<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let asked = cx.charter.plan;
    let (period, whole) = match of {
        Of::Plan(plan) => (plan.period(), true),
        Of::ActivityPlan(plan) => (plan.period(), false),
    };
    let ours = cx.of_these_years(period);
    let period = period.get()?;
    match ours {
        Answer::Yes => {}
        Answer::No => {
            verdict.notes(period.path, another(&period, asked.span(), whole));
            return Ok(());
        }
        Answer::Unknown(lacks) => {
            let days = [period.first(), period.last()].into_iter().filter_map(|day| day.read().err());
            return Err(days.fold(lacks, Lacks::and));
        }
    }
    let mut lacks = Lacks::default();
    match (asked.from, period.first().read()) {
        (None, _) => {}
        (Some(_), Err(more)) => lacks = lacks.and(more),
        (Some(first), Ok(from)) if whole && *from != first => {
            let words = words! { from = *from, first = first;
            sv: "Planens första dag är {from} men ska vara {first}",
            en: "The first day of the plan is {from}, it should be {first}" };
            verdict.breaks(Severity::Error, period.first().path, words);
        }
        (Some(first), Ok(from)) if *from < first => {
            let words = words! { from = *from, first = first;
            sv: "Aktivitetsplanen börjar {from}, före samverkansplanens första dag {first}",
            en: "The activity plan begins on {from}, before the first day of the collaboration plan, {first}" };
            verdict.breaks(Severity::Warning, period.first().path, words);
        }
        (Some(_), Ok(_)) => {}
    }
    match (asked.to, period.last().read()) {
        (None, _) => {}
        (Some(_), Err(more)) => lacks = lacks.and(more),
        (Some(last), Ok(to)) if whole && *to != last => {
            let words = words! { to = *to, last = last;
            sv: "Planens sista dag är {to} men ska vara {last}",
            en: "The last day of the plan is {to}, it should be {last}" };
            verdict.breaks(Severity::Error, period.last().path, words);
        }
        (Some(last), Ok(to)) if last < *to => {
            let words = words! { to = *to, last = last;
            sv: "Aktivitetsplanen slutar {to}, efter samverkansplanens sista dag {last}",
            en: "The activity plan ends on {to}, after the last day of the collaboration plan, {last}" };
            verdict.breaks(Severity::Warning, period.last().path, words);
        }
        (Some(_), Ok(_)) => {}
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    verdict.holds();
    Ok(())
}

/// Says that a plan is of other years.
fn another(dates: &Ref<'_, Dates>, ours: Span, whole: bool) -> Words {
    let dates = dates.possible();
    if whole {
        words! { period = dates, plan = ours;
        sv: "Planen gäller {period} och är en annan än den som regelverket gäller, {plan}: här prövas den inte",
        en: "The plan covers {period} and is another than the one of the charter, {plan}: it is not judged here" }
    } else {
        words! { period = dates, plan = ours;
        sv: "Aktivitetsplanen gäller {period} och hör inte till den plan som regelverket gäller, {plan}: \
            mot den prövas den inte",
        en: "The activity plan covers {period} and does not belong to the plan of the charter, {plan}: it is \
            not judged against that" }
    }
}
