//! N-REP-12: the municipality's public-health coordinator.

use crate::answer::Lacks;
use crate::codes::Severity;
use crate::index::{Case, Context};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Origin, Place, Sits};

rule! {
    id: "N-REP-12",
    severities: [Error, Info],
    partition_by: Record,
    judges: Groups,
    part: Roster,
    each: seat,
    sv: {
        norm: "Kommunens folkhälsosamordnare sitter i NOSAM",
        why: "Det förebyggande arbetet har annars ingen egen röst bland vårdens chefer.",
        reading: "Minst en den dag som prövningen gäller, från den egna kommunen; läses kravet så att vem \
            som helst duger, räknas även den andra kommunens (A-38). En samordnare från ett annat håll \
            räknas om den egna kommunen har utsett personen, och den som tjänstgör i båda kommunerna behöver \
            alltså utses av båda. En tjänst som kommun och region betalar tillsammans räknas till kommunen. \
            Samma person i båda NOSAM ger en anmärkning i den senare (A-43).",
        example: "Lerums samordnare sitter även i NOSAM Alingsås utan att Alingsås har utsett personen: fel \
            i Alingsås.",
    },
    en: {
        norm: "The municipality's public-health coordinator sits in NOSAM",
        why: "Prevention has no voice of its own among the managers of care otherwise.",
        reading: "At least one on the as-of day, from the group's own municipality; where any coordinator \
            will do, the other municipality's counts, too (A-38). A coordinator from elsewhere counts when \
            appointed by the group's own municipality, so that one who serves both is to be appointed by \
            both. A post paid by municipality and region together counts as municipal. The same person in \
            both NOSAM gives a remark in the later (A-43).",
        example: "Lerum's coordinator sits in NOSAM Alingsås as well without being appointed by Alingsås: an \
            error in Alingsås.",
    },
}

fn seat<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Place<'a>, Lacks>>> {
    seats::places(cx, RULE.id)
}

/// Judges one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    place: Result<Place<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let place = place?;
    if let (Origin::OwnMunicipality, Sits::TooFew(number)) = (place.origin, seats::sits(cx, &place)?) {
        let anyone = Place { origin: Origin::Anywhere, ..place };
        let elsewhere = matches!(seats::sits(cx, &anyone), Ok(Sits::Filled(_)));
        let told = seats::too_few(cx, &place, number, Severity::Error, verdict);
        if elsewhere {
            told.reading("A-38");
        }
        return Ok(());
    }
    seats::judge(cx, &place, Severity::Error, verdict)
}
