//! N-REP-12: the municipality's public-health coordinator.

use crate::answer::Lacks;
use crate::index::Context;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Origin, Place, Sits};

rule! {
    id: "N-REP-12",
    subject: "groups/NOSAM",
    severities: [Error, Info],
    reads: [groups],
    seat: check,
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

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if let (Origin::OwnMunicipality, Sits::TooFew(number)) = (place.origin, seats::sits(cx, place)?) {
        let anyone = Place { origin: Origin::Anywhere, ..*place };
        let elsewhere = matches!(seats::sits(cx, &anyone), Ok(Sits::Filled(_)));
        let told = seats::too_few(cx, place, number, verdict);
        if elsewhere {
            told.reading("A-38");
        }
        return Ok(());
    }
    seats::judge(cx, place, verdict)
}
