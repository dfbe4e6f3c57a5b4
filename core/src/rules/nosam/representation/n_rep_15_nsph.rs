//! N-REP-15: NSPH, in one target group.

use crate::answer::{Answer, Lacks};
use crate::codes::Severity;
use crate::index::Context;
use crate::record::{Member, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-REP-15",
    subject: "groups/NOSAM",
    severities: [Warning, Info],
    reads: [groups],
    seat: check,
    sv: {
        norm: "NSPH i Västra Götaland sitter i NOSAM, i målgruppen psykisk hälsa och missbruk",
        why: "De som har egen erfarenhet av psykisk ohälsa ska höras där frågorna behandlas.",
        reading: "Minst en ordinarie företrädare den dag som prövningen gäller, och var och ens uppdrag är \
            begränsat till just den målgruppen. Ett uppdrag utan angiven målgrupp gäller alla målgrupper. \
            Det ger en varning, och det gör även ett uppdrag med fler eller andra målgrupper: det är vidare \
            än uppdragsbeskrivningen. NSPH är en fristående organisation, därför är även en tom eller vakant \
            plats en varning och inte ett fel. En adjungerad fyller inte platsen. Företrädaren hör inte till \
            någon sida (A-25).",
        example: "Företrädaren för NSPH står utan målgrupper i ledamotslistan: varning.",
    },
    en: {
        norm: "NSPH in Västra Götaland sits in NOSAM, in the target group mental health and substance use",
        why: "Those with experience of their own of mental illness are heard where the matters are dealt with.",
        reading: "At least one ordinary representative on the as-of day, and each one's membership is \
            limited to just that target group. A membership without target groups is for all of them and, \
            like one with more or others, gives a warning: it is wider than the assignment. NSPH is an \
            independent organisation, so that an empty or vacant seat, too, is a warning and no error. Who \
            is co-opted does not fill the seat. The representative has no side (A-25).",
        example: "The NSPH representative is listed without target groups: a warning.",
    },
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    for member in place.group.members().items() {
        match seats::fills(cx, place, member).and(|| is_limited(place, member).not()) {
            Answer::No => {}
            Answer::Unknown(lacks) => verdict.lacks(lacks),
            Answer::Yes => wider_than_the_assignment(cx, place, member, verdict),
        }
    }
    seats::judge(cx, place, verdict)
}

/// Is the membership limited to just the target groups of the seat?
fn is_limited<'a>(place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let wanted = &place.seat.target_groups;
    let groups = member.target_groups();
    if wanted.is_empty() {
        return Answer::Yes;
    }
    if groups.is_absent() {
        return Answer::No;
    }
    let has = |code: &String| groups.any(|group| (group.item.as_str() == code.as_str()).into());
    let another = groups.items().any(|group| wanted.iter().all(|code| code != group.item.as_str()));
    let nothing_else: Answer =
        if another { Answer::No } else { groups.unread().map_or(Answer::Yes, Answer::Unknown) };
    nothing_else.and(|| Answer::all(wanted.iter().map(has)))
}

fn wider_than_the_assignment<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    member: Ref<'a, Member>,
    verdict: &mut Verdict<'a>,
) {
    let groups = member.target_groups();
    let at = if groups.is_absent() { member.path } else { groups.path };
    let wanted =
        cx.charter.target_groups.iter().filter(|listed| place.seat.target_groups.contains(&listed.code));
    let wanted = wanted.map(|listed| Param::Code {
        code: listed.code.clone().into(),
        sv: listed.sv.clone().into(),
        en: listed.en.clone().into(),
    });
    let person = cx.holder(member.person());
    verdict.breaks(
        Severity::Warning,
        at,
        words! { person = person, wanted = Param::Codes(wanted.collect());
        sv: "Uppdraget för {person} är inte begränsat till målgruppen {wanted}",
        en: "The membership of {person} is not limited to the target group {wanted}" },
    );
}
