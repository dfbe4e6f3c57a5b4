//! P-REV-1: the political decision that the plan rests on.

use crate::answer::{Answer, Lacks};
use crate::index::{Context, the};
use crate::record::{Plan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-REV-1",
    subject: "plans/P",
    severities: [Info],
    key_days: Remarks,
    partition_by: Record,
    reads: [plans],
    part: Plan,
    each: super::plans,
    sv: {
        norm: "Planens grund är politiskt beslutad i samrådsgruppen 2020",
        why: "Den som läser planen kan hitta det politiska beslut som den vilar på.",
        reading: "Det här är en uppgift om något som har hänt, inte en skyldighet, så det blir aldrig mer än \
            en anmärkning: en om en annan grupp än politiska samrådsgruppen anges, en om beslutet har ett \
            annat år än 2020. Den 1 januari och den 31 december 2020 är båda rätt. Utan `foundation` går det \
            inte att avgöra. Ett beslut efter den dag som prövningen gäller prövas inte. Från vilket år \
            planen revideras prövas av P-REV-2 (A-40).",
        example: "Grunden anges som beslutad i samordningsgruppen 2020: en anmärkning.",
    },
    en: {
        norm: "The foundation of the plan was decided politically in the political group in 2020",
        why: "Whoever reads the plan can find the political decision that it rests on.",
        reading: "This is a statement of something that happened, not a duty, so it never gives more than a \
            remark: one when another group than the political group is named, one when the decision is of \
            another year than 2020. 1 January and 31 December 2020 are both right. Without `foundation` it \
            cannot be told. A decision after the as-of day is not judged. From which year on the plan is \
            revised is judged by P-REV-2 (A-40).",
        example: "The foundation is said to have been decided by the coordination group in 2020: a remark.",
    },
}

/// Judges one plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, Plan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Some(asked) = &cx.charter.foundation else { return Ok(()) };
    cx.of_these_years(plan.period()).told()?;
    let foundation = plan.foundation().get()?;
    let on = foundation.on();
    if on.is(|day| *day > cx.as_of).is_yes() {
        return Ok(());
    }
    let group = foundation.group().read().cloned();
    let by = match &group {
        Ok(id) => cx.is_of_kind(id.as_str(), asked.by),
        Err(lacks) => Answer::Unknown(lacks.clone()),
    };
    if let (Ok(id), Answer::No) = (&group, &by) {
        let words = words! { group = Param::Id(id.as_str().to_owned()), asked = the(asked.by);
        sv: "Planens grund anges som beslutad av {group}, som inte är {asked}",
        en: "The foundation of the plan is said to have been decided by {group}, which is not {asked}" };
        verdict.remarks(foundation.group().path, words);
    }
    let in_year = on.is(|day| day.year() == asked.year);
    if let (Some(day), Answer::No) = (on.known(), &in_year) {
        let words = words! { day = *day, year = i64::from(asked.year);
        sv: "Planens grund anges som beslutad {day}, inte {year}",
        en: "The foundation of the plan is said to have been decided on {day}, not in {year}" };
        verdict.remarks(on.path, words);
    }
    // Both are looked at, so that one that cannot be read hides nothing.
    for told in [by, in_year] {
        if let Answer::Unknown(lacks) = told {
            verdict.lacks(lacks);
        }
    }
    verdict.holds();
    Ok(())
}
