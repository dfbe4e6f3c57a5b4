//! N-REP-7: the operations manager of municipal primary care.

use crate::answer::Lacks;
use crate::index::{Context, shown};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place, Sits};
use crate::words;

rule! {
    id: "N-REP-7",
    subject: "groups/NOSAM",
    severities: [Error, Warning, Info],
    reads: [organisations, groups],
    seat: check,
    sv: {
        norm: "Verksamhetschefen för den kommunala primärvården sitter i NOSAM",
        why: "Den kommunala primärvården är vårdcentralernas närmaste granne i patientens vardag.",
        reading: "Minst en den dag som prövningen gäller, från den egna kommunen; den andra kommunens \
            verksamhetschef räknas inte. Den verksamhetschef som är anställd i förvaltningen ovanför den \
            kommunala primärvården, eller i kommunens förvaltning om underlaget inte har någon kommunal \
            primärvård, fyller platsen med en anmärkning. En annan chef från den kommunala primärvården \
            fyller platsen med en varning. Fler än en verksamhetschef ger en anmärkning, eftersom texten \
            talar om en. Den som också fyller en annan plats, eller samma plats i båda NOSAM, ger en \
            anmärkning (A-43). Slaget av organisation avgör, inte stavningen av namnet (A-39).",
        example: "En enhetschef från den kommunala primärvården sitter i gruppen i stället för \
            verksamhetschefen: varning.",
    },
    en: {
        norm: "The operations manager of municipal primary care sits in NOSAM",
        why: "Municipal primary care is the care centres' nearest neighbour in the patient's everyday life.",
        reading: "At least one on the as-of day, from the group's own municipality; the operations manager \
            of the other does not count. An operations manager employed by the administration above municipal \
            primary care, or by the municipality's administration where the record has no municipal primary \
            care, fills the seat with a remark. Another manager from municipal primary care fills the seat with a \
            warning. More than one operations manager gives a remark, since the text speaks of one. Who also \
            fills another seat, or the same seat in both NOSAM, gives a remark (A-43). The kind of \
            organisation decides and not how its name is spelled (A-39).",
        example: "A unit manager from municipal primary care sits in the group in place of the operations \
            manager: a warning.",
    },
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if let Ok(Sits::Filled(members)) = seats::sits(cx, place) {
        if let [_, another, ..] = members.as_slice() {
            verdict.remarks(
                another.path,
                words! { number = seats::people(members.len()), seat = place.seat.name.clone(),
                group = shown(place.group);
                sv: "{number} i {group} fyller platsen för {seat}, uppdragsbeskrivningen nämner en",
                en: "The seat of {seat} in {group} is filled by {number}, the assignment speaks of one" },
            );
        }
        let from_above = |member| seats::by_its_own_title(cx, place, member).is_no();
        if let (Some(head), true) = (members.first(), members.iter().copied().all(from_above)) {
            verdict.remarks(
                head.organisations().path,
                words! { person = cx.holder(head.person()), seat = place.seat.name.clone();
                sv: "{person} är anställd i förvaltningen ovanför och fyller platsen för {seat}",
                en: "{person} is employed by the administration above and fills the seat of {seat}" },
            );
        }
    }
    seats::judge(cx, place, verdict)
}
