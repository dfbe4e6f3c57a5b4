//! P-MGP-1: activities involve both municipality and region.

use crate::answer::{Answer, Lacks};
use crate::codes::ActivityStatus;
use crate::index::{Context, Planned, Side};
use crate::record::{ActorId, OrganisationId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-MGP-1",
    subject: "activity_plans/AP#ACTIVITY",
    severities: [Info],
    key_days: Remarks,
    partition_by: Record,
    reads: [activity_plans],
    each: Context::activities,
    sv: {
        norm: "Aktiviteterna rör dem som behöver insatser från både kommun och region",
        why: "En aktivitet som bara den ena huvudmannen genomför hör kanske hemma i den egna linjen.",
        reading: "Frivillig, och avstängd om regelverket inte slår på den. Kommer alla ansvariga \
            organisationer från samma sida blir det en anmärkning. En privat utförare räknas till regionen \
            (A-19), den som saknar sida räknas inte, och en grupp har båda sidorna. Strukna aktiviteter \
            prövas inte. Målgruppen är en beskrivning, ingen skyldighet (A-16).",
        example: "Två kommunala enheter ansvarar för en aktivitet, och ingen från regionen: en anmärkning.",
    },
    en: {
        norm: "Activities concern those who need efforts from both municipality and region",
        why: "An activity that only one of the principals carries out may belong in its own line.",
        reading: "Optional, and off unless the charter switches it on. When all responsible organisations \
            are on the same side there is a remark. A private provider counts as region (A-19), whoever has \
            no side does not count, and a group has both sides. Dropped activities are not judged. The \
            target population is a description, not a duty (A-16).",
        example: "Two municipal units are responsible for an activity, and nobody from the region: a remark.",
    },
}

/// Judges one activity.
fn check<'a>(cx: &Context<'a>, planned: Planned<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let activity = planned.activity?;
    if activity.status().optional()?.is_some_and(|status| *status == ActivityStatus::Dropped) {
        return Ok(());
    }
    let on = |side: Side| activity.responsible().any(|actor| is_on(cx, actor, side));
    let (municipality, region) = (on(Side::Municipality), on(Side::Region));
    let elsewhere = on(Side::Private);
    let both = municipality.clone().and(|| region.clone().or(|| elsewhere));
    if both.told()? {
        verdict.holds();
        return Ok(());
    }
    let side = match (municipality.told()?, region.told()?) {
        (true, _) => Side::Municipality,
        (_, true) => Side::Region,
        // Nobody with a side is responsible.
        (false, false) => return Ok(()),
    };
    let words = words! { side = side;
    sv: "Alla ansvariga för aktiviteten hör till {side}",
    en: "All who are responsible for the activity belong to {side}" };
    let told = verdict.remarks(activity.responsible().path, words);
    if side == Side::Region && activity.responsible().any(|actor| is_private(cx, actor)).is_yes() {
        told.reading("A-19");
    }
    Ok(())
}

/// Is the actor on this side? A group has both.
fn is_on<'a>(cx: &Context<'a>, actor: Ref<'a, ActorId>, side: Side) -> Answer {
    if cx.group(actor.item.as_str()).is_some() {
        return (side != Side::Private).into();
    }
    match cx.organisation(&OrganisationId::from(actor.item.as_str())) {
        Some(organisation) => cx.side_of(organisation).map(|it| it == side).into(),
        None => Answer::No,
    }
}

fn is_private<'a>(cx: &Context<'a>, actor: Ref<'a, ActorId>) -> Answer {
    let organisation = cx.organisation(&OrganisationId::from(actor.item.as_str()));
    organisation.map_or(Answer::No, |organisation| cx.is_private(organisation))
}
