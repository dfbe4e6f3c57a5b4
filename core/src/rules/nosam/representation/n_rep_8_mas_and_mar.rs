//! N-REP-8: the municipality's MAS, MAR or both.

use crate::answer::Lacks;
use crate::charter::MasAndMar;
use crate::index::Context;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place, Sits};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-REP-8",
    subject: "groups/NOSAM",
    severities: [Error, Info],
    reads: [groups],
    seat: check,
    sv: {
        norm: "Kommunens MAS eller MAR, eller båda, sitter i NOSAM",
        why: "Den som svarar för patientsäkerheten i kommunens vård behövs när gemensamma arbetssätt beslutas.",
        reading: "En av de två räcker, och en person kan vara båda; läses kravet så att båda behövs, är den \
            som saknas ett fel (A-18). Personen kommer från kommunens egen organisation. En MAS eller MAR \
            hos en privat utförare eller i en annan kommun räknas bara om den egna kommunen har utsett \
            personen. Att MAS är vakant medan MAR sitter i gruppen är inget fel.",
        example: "Bara MAR från Alingsås sitter i NOSAM Alingsås: kravet är uppfyllt. Bara MAS från Lerum: fel.",
    },
    en: {
        norm: "The municipality's MAS or MAR, or both, sit in NOSAM",
        why: "Whoever answers for patient safety in municipal care is needed when common ways of working are decided.",
        reading: "One of the two is enough, and one person may be both; where both are demanded, the one \
            that is missing is an error (A-18). The person comes from the municipality's own organisation. A \
            MAS or MAR of a private provider or of another municipality counts only when appointed by the \
            group's own municipality. A vacant MAS while MAR sits in the group gives no finding.",
        example: "Only MAR of Alingsås sits in NOSAM Alingsås: it holds. Only MAS of Lerum: an error.",
    },
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match cx.charter.readings.mas_and_mar {
        MasAndMar::OneIsEnough => seats::judge(cx, place, verdict),
        MasAndMar::Both => both(cx, place, verdict),
    }
}

/// Judges each of the functions on its own.
fn both<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match seats::sits(cx, place) {
        Ok(Sits::Filled(members)) => seats::filled(cx, place, &members, verdict),
        Ok(Sits::TooFew(number)) => {
            // Neither: one finding, whatever the reading.
            seats::too_few(cx, place, number, verdict);
            return Ok(());
        }
        Ok(Sits::OtherTitle(_)) | Err(_) => {}
    }
    let mut holders = Vec::new();
    for function in place.functions {
        let place = Place { functions: std::slice::from_ref(function), ..*place };
        match seats::sits(cx, &place) {
            Ok(Sits::Filled(members)) => holders.extend(members),
            Ok(Sits::TooFew(number)) => {
                seats::too_few(cx, &place, number, verdict).reading("A-18");
            }
            Ok(Sits::OtherTitle(_)) => {}
            Err(lacks) => verdict.lacks(lacks),
        }
    }
    if let &[one, another] = holders.as_slice()
        && one.person().known() == another.person().known()
    {
        let person = cx.holder(one.person());
        let functions = place.functions.iter().copied().map(Param::from).collect();
        let words = words! { person = person, functions = Param::Codes(functions);
        sv: "{person} är både {functions}",
        en: "{person} is both {functions}" };
        verdict.remarks(one.functions().path, words).reading("A-43");
    }
    Ok(())
}
