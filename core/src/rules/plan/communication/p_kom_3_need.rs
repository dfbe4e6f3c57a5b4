//! P-KOM-3: theme groups are formed when a matter asks for one.

use crate::answer::Lacks;
use crate::index::{Context, shown};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-3",
    subject: "groups/G",
    severities: [Info],
    key_days: Remarks,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    each: super::theme_groups,
    sv: {
        norm: "En temagrupp eller arbetsgrupp får bildas när en fråga kräver det",
        why: "Alla kan se varför gruppen finns, och när den inte längre behövs.",
        reading: "Det är en möjlighet, så varken att ha temagrupper eller att sakna dem är fel. Den \
            temagrupp som är igång den dag som prövningen gäller men inte har något behov (`need`) angivet \
            får en anmärkning. Första dagen, sista dagen och dagen då gruppen avslutas räknas in. De tre \
            målgrupperna är fasta delar av NOSAM och inga temagrupper (A-34).",
        example: "En temagrupp om suicidprevention finns i listan utan att det står varför den bildades: en \
            anmärkning.",
    },
    en: {
        norm: "A theme group or working group may be formed when a matter asks for one",
        why: "Everybody can see why the group exists, and when it is no longer needed.",
        reading: "This is a possibility, so neither having theme groups nor having none is wrong. A theme \
            group that is at work on the as-of day and for which no need (`need`) is given gets a remark. \
            The first day, the last day and the day on which the group is closed are included. The three \
            target groups are standing parts of NOSAM and no theme groups (A-34).",
        example: "A theme group on the prevention of suicide is listed without a word on why it was formed: a remark.",
    },
}

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    if group.need().optional()?.is_none() {
        let words = words! { group = shown(group);
        sv: "Det står inte varför temagruppen {group} bildades",
        en: "It is not said why the theme group {group} was formed" };
        verdict.remarks(group.path, words);
    }
    verdict.holds();
    Ok(())
}
