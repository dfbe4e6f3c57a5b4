//! P-SG-5: representatives of private providers under LOV.

use crate::answer::{Answer, Count, Lacks};
use crate::codes::{CompleteKind, Severity};
use crate::index::Context;
use crate::record::{Member, Organisation, Period, PersonId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-SG-5",
    subject: "groups/COORDINATION",
    severities: [Error, Info],
    reads: [organisations, groups],
    seat: check,
    sv: {
        norm: "I samordningsgruppen sitter företrädare för de privata vårdgivarna inom valfrihetssystem enligt LOV",
        why: "En stor del av vården ges av privata vårdgivare, och det som beslutas ska fungera även hos dem.",
        reading: "Den dag som prövningen gäller ska minst en ordinarie ledamot komma från en privat \
            vårdgivare enligt LOV; A-24 kan begära fler. Varken titel eller mandat krävs, och vem som har \
            utsett företrädaren prövas inte. Regeln gäller inte när ingen privat vårdgivare är verksam i \
            kommunerna. Om listan över privata vårdgivare inte är fullständig (`complete`) kan regeln inte \
            uppfyllas och inte heller falla bort; finns en sådan vårdgivare och platsen är tom är det ändå \
            ett fel.",
        example: "I Lerum finns en privat vårdcentral men ingen privat företrädare i samordningsgruppen: fel.",
    },
    en: {
        norm: "Private providers within a choice system under LOV are represented in the coordination group",
        why: "A large part of the care is given by private providers, and what is decided has to work with them, too.",
        reading: "On the as-of day at least one ordinary member comes from a private provider under LOV; \
            A-24 can ask for more. Neither a title nor a mandate is needed, and who appointed the \
            representative is not judged. The rule does not apply where no private provider is active in the \
            municipalities. Unless the list of private providers is complete (`complete`), the rule can \
            neither hold nor fall away; with such a provider listed and the seat empty it is an error all \
            the same.",
        example: "Lerum has a private care centre, and no private provider is represented in the \
            coordination group: an error.",
    },
}

/// Judges one coordination group.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let least = cx.charter.readings.private_representatives;
    if least <= 0 {
        return Ok(());
    }
    let (sure, count) = representatives(cx, place);
    if !is_there_any(cx).told()? {
        return all_listed(cx);
    }
    if count.reaches(least).told()? {
        all_listed(cx)?;
        seats::filled(cx, place, &sure, verdict);
    } else if sure.is_empty() {
        seats::too_few(cx, place, 0, verdict);
    } else {
        verdict.seats(sure.iter().copied());
        let words = words! { filled = seats::people(sure.len()), least = Param::People(least);
        sv: "Privata vårdgivare har {filled} i samordningsgruppen, minst {least} behövs",
        en: "Private providers have {filled} in the coordination group and need at least {least}" };
        let told = verdict.breaks(Severity::Error, place.group.members().path, words).reading("A-24");
        if !seats::may_be_said_vacant(cx, place) {
            told.absent_since(None);
        }
    }
    Ok(())
}

/// Those who certainly come from a private provider, one row for each, and how many there are.
fn representatives<'a>(cx: &Context<'a>, place: &Place<'a>) -> (Vec<Ref<'a, Member>>, Count) {
    let mut count = Count::default();
    count.hidden(place.group.members().unread());
    let mut sure: Vec<Ref<'a, Member>> = Vec::new();
    let mut maybe: Vec<(Ref<'a, Member>, Lacks)> = Vec::new();
    for member in place.group.members().items() {
        match (seats::fills(cx, place, member), member.person().read()) {
            (Answer::Yes, Ok(person)) if is_among(&sure, person) => {}
            (Answer::Yes, Ok(_)) => {
                sure.push(member);
                count.add(Answer::Yes);
            }
            // Somebody without a name may be one of those who have one.
            (Answer::Yes, Err(lacks)) | (Answer::Unknown(lacks), _) => maybe.push((member, lacks)),
            (Answer::No, _) => {}
        }
    }
    let mut counted = sure.clone();
    for (member, lacks) in maybe {
        if !member.person().known().is_some_and(|person| is_among(&counted, person)) {
            counted.push(member);
            count.add(Answer::Unknown(lacks));
        }
    }
    (sure, count)
}

/// Has one of the members this person?
fn is_among(members: &[Ref<'_, Member>], person: &PersonId) -> bool {
    members.iter().any(|member| member.person().known() == Some(person))
}

/// Is a private provider active in one of the municipalities on the as-of day?
fn is_there_any(cx: &Context<'_>) -> Answer {
    let here = |provider: Ref<'_, Organisation>| {
        provider.municipality().is(|code| cx.charter.municipalities.iter().any(|known| known.code == *code))
    };
    cx.record
        .organisations()
        .any(|provider| cx.is_private(provider).and(|| provider.runs_on(cx.as_of)).and(|| here(provider)))
}

/// Does the record hold every private provider?
fn all_listed(cx: &Context<'_>) -> Result<(), Lacks> {
    let complete = cx.record.complete();
    if complete.any(|kind| (*kind.item == CompleteKind::PrivateLov).into()).told()? {
        Ok(())
    } else {
        Err(Lacks::absent(complete.path))
    }
}
