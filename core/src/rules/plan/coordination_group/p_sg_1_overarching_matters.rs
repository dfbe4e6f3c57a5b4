//! P-SG-1: overarching strategic matters are the coordination group's.

use super::{decided_by, decided_by_or_referred_to, decided_matters};
use crate::answer::{Answer, Lacks};
use crate::charter::NosamDecides;
use crate::codes::{GroupKind, MatterKind, Severity};
use crate::index::{Context, the};
use crate::record::{GroupId, Matter, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-SG-1",
    subject: "matters/M",
    severities: [Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: decided_matters,
    sv: {
        norm: "Övergripande strategiska samverkansfrågor beslutas i samordningsgruppen",
        why: "Där sitter de som får besluta för hela sin organisation, så att beslutet gäller överallt.",
        reading: "Ett ärende av slaget övergripande strategisk fråga ska ha samordningsgruppen bland dem som \
            har beslutat, ensam eller tillsammans med andra, eller vara hänskjutet dit. Annars blir det en \
            varning. Beslut från underlagets början till och med den dag som prövningen gäller prövas. NOSAM \
            får besluta allt som inte är förbehållet någon annan (A-12); med `operational_only` får NOSAM \
            bara besluta operativa frågor. Ekonomi, samverkansdokument och gemensamma inriktningsbeslut \
            prövas av egna regler.",
        example: "NOSAM Lerum beslutar ensam om hur vården ska fördelas i hela området: en varning.",
    },
    en: {
        norm: "Overarching strategic matters are decided by the coordination group",
        why: "Those who may decide for the whole of their organisation sit there, so that the decision is \
            good everywhere.",
        reading: "A matter of the kind overarching strategic has the coordination group among those who \
            decided, alone or with others, or was referred to it. Otherwise there is a warning. Decisions \
            from `complete_from` to the as-of day are judged. A NOSAM may decide whatever is not reserved \
            for somebody else (A-12); with `operational_only` it may decide operational matters only. \
            Economy, collaboration documents and common direction decisions have rules of their own.",
        example: "NOSAM Lerum decides alone how care is shared out in the whole area: a warning.",
    },
}

/// Judges one decided matter.
fn check<'a>(cx: &Context<'a>, matter: Ref<'a, Matter>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let decision = matter.decision().get()?;
    let days = cx.judges_day(cx.decided_on(matter));
    let reserved = matter
        .kind()
        .is(|kind| *kind == MatterKind::OverarchingStrategic && cx.charter.reserved.kinds.contains(kind));
    let beyond = match cx.charter.readings.nosam_decides {
        NosamDecides::AllButReserved => Answer::No,
        NosamDecides::OperationalOnly => {
            beyond_operational(matter).and(|| decided_by(cx, decision, GroupKind::Nosam))
        }
    };
    let to = cx.charter.reserved.to;
    let applies = cx.judges_decision(decision).and(|| reserved.clone().or(|| beyond));
    let right = decided_by_or_referred_to(cx, decision, to);
    if !applies.and(|| days).told()? {
        return Ok(());
    }
    if right.told()? {
        verdict.holds();
        return Ok(());
    }
    let by = Param::Ids(decision.groups().items().map(|id| GroupId::as_str(id.item).to_owned()).collect());
    let at = decision.groups().path;
    if reserved.is_yes() {
        let words = words! { by = by, to = the(to);
        sv: "En övergripande strategisk fråga beslutades av {by}, utan {to}",
        en: "An overarching strategic matter was decided by {by}, without {to}" };
        verdict.breaks(Severity::Warning, at, words);
    } else {
        let words = words! { by = by, to = the(to);
        sv: "En fråga som inte är operativ beslutades av {by}, utan {to}",
        en: "A matter that is not operational was decided by {by}, without {to}" };
        verdict.breaks(Severity::Warning, at, words).reading("A-12");
    }
    Ok(())
}

/// Is the matter neither operational nor judged by a rule of its own?
fn beyond_operational(matter: Ref<'_, Matter>) -> Answer {
    let direction = matter.kind().is(|kind| *kind == MatterKind::Direction);
    let local = || matter.common().is(|common| *common).not();
    matter.kind().is(|kind| *kind == MatterKind::Other).or(|| direction.and(local))
}
