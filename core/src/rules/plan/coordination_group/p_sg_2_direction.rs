//! P-SG-2: direction decisions in common matters are the coordination group's.

use super::{decided_by, decided_by_or_referred_to, decided_matters};
use crate::answer::Lacks;
use crate::codes::{GroupKind, MatterKind, Severity};
use crate::index::{Context, the};
use crate::record::{GroupId, Matter, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-SG-2",
    subject: "matters/M",
    severities: [Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: decided_matters,
    sv: {
        norm: "Inriktningsbeslut i gemensamma frågor fattas i samordningsgruppen",
        why: "En fråga som rör flera huvudmän får en enda riktning, och inte en i varje kommun.",
        reading: "Prövas när ärendet är ett inriktningsbeslut och är gemensamt för flera huvudmän. \
            Samordningsgruppen ska ha beslutat, ensam eller tillsammans med andra, eller ha fått ärendet \
            hänskjutet till sig; annars blir det en varning. Har politiska samrådsgruppen varit med och \
            beslutat är det bara en anmärkning (A-04). Beslut från underlagets början till och med den dag \
            som prövningen gäller prövas.",
        example: "En temagrupp beslutar vilken väg båda kommunerna och regionen ska gå: en varning.",
    },
    en: {
        norm: "Direction decisions in common matters are taken by the coordination group",
        why: "A matter that concerns several principals gets one direction, not one in each municipality.",
        reading: "Judged when the matter is a direction decision and common to several principals. The \
            coordination group has decided, alone or with others, or the matter was referred to it; \
            otherwise there is a warning. When the political group took part in deciding there is only a \
            remark (A-04). Decisions from `complete_from` to the as-of day are judged.",
        example: "A theme group decides which way both municipalities and the region are to go: a warning.",
    },
}

/// Judges one decided matter.
fn check<'a>(cx: &Context<'a>, matter: Ref<'a, Matter>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let decision = matter.decision().get()?;
    let days = cx.judges_day(cx.decided_on(matter));
    let direction = matter.kind().is(|kind| *kind == MatterKind::Direction);
    let applies = cx.judges_decision(decision).and(|| direction).and(|| matter.common().is(|common| *common));
    let to = cx.charter.reserved.to;
    let right = decided_by_or_referred_to(cx, decision, to);
    if !applies.and(|| days).told()? {
        return Ok(());
    }
    if right.told()? {
        verdict.holds();
        return Ok(());
    }
    let by = || Param::Ids(decision.groups().items().map(|id| GroupId::as_str(id.item).to_owned()).collect());
    let at = decision.groups().path;
    if decided_by(cx, decision, GroupKind::PoliticalGroup).told()? {
        let words = words! { by = by(), to = the(to);
        sv: "Ett inriktningsbeslut i en gemensam fråga fattades av {by}, utan {to}, vilket politiska \
            samrådsgruppen tidigare fick göra",
        en: "A direction decision in a common matter was taken by {by}, without {to}, as the political group \
            used to do" };
        verdict.remarks(at, words).reading("A-04");
    } else {
        let words = words! { by = by(), to = the(to);
        sv: "Ett inriktningsbeslut i en gemensam fråga fattades av {by}, utan {to}",
        en: "A direction decision in a common matter was taken by {by}, without {to}" };
        verdict.breaks(Severity::Warning, at, words);
    }
    Ok(())
}
