//! P-REV-5: the political group decides on updates.

use super::{Change, Decider};
use crate::answer::Lacks;
use crate::codes::{GroupKind, RevisionKind};
use crate::index::Context;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "P-REV-5",
    subject: "plans/P#REVISION",
    severities: [Error, Info],
    key_days: (key_days::revision),
    partition_by: Record,
    reads: [plans],
    part: Plan,
    each: super::changes,
    sv: {
        norm: "Politiska samrådsgruppen beslutar om uppdateringar av planen",
        why: "Det som ändrar mål, tid eller organisation är politik och ska beslutas av förtroendevalda.",
        reading: "Varje uppdatering som är beslutad från underlagets början till och med den dag som \
            prövningen gäller ska ha politiska samrådsgruppen bland dem som har beslutat. Ensam eller \
            tillsammans med andra är båda rätt. En uppdatering ändrar mål, giltighetstid eller organisation, \
            en revidering håller sig inom planens ram (A-04). Står det inte vilket det är går det inte att \
            avgöra, det gissas aldrig. Med A-04 `same` beslutar båda grupperna om allt, och då prövas även \
            revideringar här.",
        example: "Samordningsgruppen beslutar ensam om ett nytt prioriterat mål: fel.",
    },
    en: {
        norm: "The political group decides on updates of the plan",
        why: "What changes goals, time or organisation is politics and is decided by those who were elected.",
        reading: "Every update decided from `complete_from` to the as-of day has the political group among \
            those that decided. Alone or with others are both right. An update changes goals, period or \
            organisation, a revision keeps within the frame of the plan (A-04). Where nobody said which it \
            is it cannot be told, it is never guessed. With A-04 `same` both groups decide on everything, \
            and then revisions are judged here, too.",
        example: "The coordination group decides alone on a new prioritised goal: an error.",
    },
}

/// Judges one revision or update.
fn check<'a>(
    cx: &Context<'a>,
    change: Result<Change<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decider = Decider { on: RevisionKind::Update, group: GroupKind::PoliticalGroup };
    decider.judge(cx, change?, verdict, |change, by| match by {
        None => words! { change = change;
        sv: "Det står inte vem som beslutade {change}, det ska politiska samrådsgruppen göra",
        en: "It is not said who decided on {change}, that is for the political group" },
        Some(by) => words! { change = change, by = by;
        sv: "{change} beslutades av {by}, utan politiska samrådsgruppen",
        en: "{change} was decided by {by}, without the political group" },
    })
}
