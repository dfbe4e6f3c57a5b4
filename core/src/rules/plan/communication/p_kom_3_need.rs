//! P-KOM-3: theme groups are formed when there is need.

use super::{has_begun, theme_groups};
use crate::answer::Lacks;
use crate::index::Context;
use crate::record::{Group, Ref};
use crate::report::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-3",
    clauses: ["P-KOM-3"],
    severities: [Info],
    partition_by: Group,
    each: theme_groups,
    check: check,
    sv: {
        norm: "Temagrupper och arbetsgrupper bildas när det behövs",
        why: "Den som ser gruppen förstår varför den finns och när den har gjort sitt.",
        reading: "Det är tillåtet att ha sådana grupper och att inte ha några. Saknas behovet ges en anmärkning. Grupper som ännu inte har börjat prövas inte.",
        example: "En temagrupp utan angivet behov: anmärkning.",
    },
    en: {
        norm: "Theme groups and working groups are formed when there is need",
        why: "Whoever sees the group understands why it exists and when its work is done.",
        reading: "Having such groups is allowed, and so is having none. A group whose need nobody said gets a remark. Groups that have not begun are not judged.",
        example: "A theme group without a stated need: a remark.",
    },
}

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !has_begun(cx, group)? {
        return Ok(());
    }
    if group.need().optional()?.is_some() {
        verdict.holds();
    } else {
        verdict.remarks(
            group.path,
            words! {;
            sv: "Ingen har sagt vilket behov gruppen bildades för",
            en: "Nobody said for which need the group was formed" },
        );
    }
    Ok(())
}
