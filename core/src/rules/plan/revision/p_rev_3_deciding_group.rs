//! P-REV-3: the coordination group decides on revisions.

use super::{Change, Decider};
use crate::answer::Lacks;
use crate::codes::{GroupKind, RevisionKind};
use crate::index::Context;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "P-REV-3",
    subject: "plans/P#REVISION",
    severities: [Error, Info],
    key_days: (key_days::revision),
    partition_by: Record,
    reads: [plans],
    part: Plan,
    each: super::changes,
    sv: {
        norm: "Samordningsgruppen beslutar om revideringar av planen",
        why: "De som leder verksamheterna håller planen aktuell utan att vänta på ett politiskt möte.",
        reading: "Varje revidering som är beslutad från underlagets början till och med den dag som \
            prövningen gäller ska ha samordningsgruppen bland dem som har beslutat. Ensam eller tillsammans \
            med andra är båda rätt. Står det inte om det är en revidering eller en uppdatering går det inte \
            att avgöra, det gissas aldrig. Uppdateringar prövas av P-REV-5. Med A-04 `same` beslutar båda \
            grupperna om allt, och då prövas även uppdateringar här.",
        example: "Politiska samrådsgruppen beslutar ensam om årets revidering: fel.",
    },
    en: {
        norm: "The coordination group decides on revisions of the plan",
        why: "Those who lead the work keep the plan up to date without waiting for a political meeting.",
        reading: "Every revision decided from `complete_from` to the as-of day has the coordination group \
            among those that decided. Alone or with others are both right. Where nobody said whether it is a \
            revision or an update it cannot be told, it is never guessed. Updates are judged by P-REV-5. \
            With A-04 `same` both groups decide on everything, and then updates are judged here, too.",
        example: "The political group decides alone on this year's revision: an error.",
    },
}

/// Judges one revision or update.
fn check<'a>(
    cx: &Context<'a>,
    change: Result<Change<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decider = Decider { on: RevisionKind::Revision, group: GroupKind::CoordinationGroup };
    decider.judge(cx, change?, verdict, |change, by| match by {
        None => words! { change = change;
        sv: "Det står inte vem som beslutade {change}, det ska samordningsgruppen göra",
        en: "It is not said who decided on {change}, that is for the coordination group" },
        Some(by) => words! { change = change, by = by;
        sv: "{change} beslutades av {by}, utan samordningsgruppen",
        en: "{change} was decided by {by}, without the coordination group" },
    })
}
