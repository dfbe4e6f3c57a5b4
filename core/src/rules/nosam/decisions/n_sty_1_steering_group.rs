//! N-STY-1: the coordination group steers NOSAM.

use super::kind_of;
use crate::answer::Lacks;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, shown};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-STY-1",
    subject: "groups/NOSAM",
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    each: nosam_groups,
    sv: {
        norm: "Samordningsgruppen är styrgrupp för NOSAM",
        why: "Båda NOSAM ska få samma inriktning och veta vart frågor lämnas som de inte råder över.",
        reading: "Den NOSAM som finns på dagen som prövas ska ha samordningsgruppen som styrgrupp; en annan \
            styrgrupp ger en varning. Är styrgruppen inte angiven kan det inte avgöras. Att ordförande i \
            NOSAM själva sitter i samordningsgruppen hindrar inte (A-42).",
        example: "NOSAM Lerum anges styras av politiska samrådsgruppen: en varning.",
    },
    en: {
        norm: "The coordination group is the steering group of NOSAM",
        why: "Both NOSAM groups get one direction, and know where to take what is beyond them.",
        reading: "A NOSAM that exists on the day judged from has the coordination group as its steering \
            group; another one gives a warning. Where none is named it cannot be told. That chairs of NOSAM \
            sit in the coordination group themselves is no obstacle (A-42).",
        example: "NOSAM Lerum is said to be steered by the political group: a warning.",
    },
}

fn nosam_groups<'a>(cx: &Context<'a>) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::Nosam)
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let exists = cx.lives_on(group, cx.as_of);
    if exists.is_no() {
        return Ok(());
    }
    let steered_by = group.steered_by().read()?.as_str();
    if kind_of(cx, steered_by, GroupKind::CoordinationGroup).told()? {
        verdict.holds();
    } else if exists.told()? {
        verdict.breaks(
            Severity::Warning,
            group.steered_by().path,
            words! { group = shown(group), steered_by = Param::Id(steered_by.to_owned());
            sv: "Styrgrupp för {group} anges vara {steered_by} men ska vara samordningsgruppen",
            en: "The steering group of {group} is said to be {steered_by} but should be the coordination group" },
        );
    }
    Ok(())
}
