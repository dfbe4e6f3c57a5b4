//! N-REP-9: managers from the municipality's operations.

use crate::answer::Lacks;
use crate::codes::{OrganisationKind, Severity};
use crate::index::Context;
use crate::record::{Member, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place, Sits};

rule! {
    id: "N-REP-9",
    subject: "groups/NOSAM",
    severities: [Error, Warning, Info],
    reads: [organisations, groups],
    seat: check,
    sv: {
        norm: "Chefer från kommunens berörda verksamheter sitter i NOSAM",
        why: "Den som leder verksamheten kan göra det som beslutas till vardag.",
        reading: "Minst en chef från den egna kommunens verksamheter den dag som prövningen gäller, utöver \
            den som fyller platsen för kommunal primärvård, MAS eller MAR eller folkhälsosamordnare. Vilken \
            cheftitel som helst godtas, eftersom texten säger eller motsvarande. Vilka verksamheter som är \
            berörda sägs inte; anger stadgan en lista (A-37) ska var och en av dem ha en chef i gruppen: \
            ingen alls är ett fel, en som saknas är en varning, och då räknas även den som fyller en annan \
            plats. Den som fyller samma plats i båda NOSAM ger en anmärkning (A-43).",
        example: "Kommunen har bara sin verksamhetschef för primärvården och sin MAS i gruppen: fel.",
    },
    en: {
        norm: "Managers from the municipality's operations concerned sit in NOSAM",
        why: "Whoever leads the operation can turn what is decided into everyday practice.",
        reading: "At least one manager from the group's own municipality's operations on the as-of day, \
            beside whoever fills the seat of municipal primary care, MAS or MAR, or public-health \
            coordinator. Any manager's title will do, since the text says or equivalent. Which operations \
            are concerned is not said; where the charter lists them (A-37) each of them has a manager in the \
            group: none at all is an error, one that is missing a warning, and who fills another seat then \
            counts, too. Who fills the same seat in both NOSAM gives a remark (A-43).",
        example: "The municipality has only its operations manager of primary care and its MAS in the group: an error.",
    },
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match cx.charter.readings.municipal_operations.as_slice() {
        [] => seats::judge(cx, place, verdict),
        operations => each_of(cx, place, operations, verdict),
    }
}

/// Judges each of the operations that the charter lists.
fn each_of<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    operations: &'a [OrganisationKind],
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let of = |operation: &'a OrganisationKind| Place {
        kinds: std::slice::from_ref(operation),
        severity: Severity::Warning,
        ..*place
    };
    let all: Vec<_> = operations.iter().map(of).map(|place| (place, seats::sits(cx, &place))).collect();
    let is_empty = |sits: &Result<Sits<'a>, Lacks>| matches!(sits, Ok(Sits::TooFew(_)));
    if is_empty(&seats::sits(cx, place)) && all.iter().all(|(_, sits)| is_empty(sits)) {
        seats::too_few(cx, place, 0, verdict);
        return Ok(());
    }
    let mut holders: Vec<Ref<'a, Member>> = Vec::new();
    for (place, sits) in all {
        match sits {
            Ok(Sits::Filled(members)) => {
                let new = |member: &Ref<'a, Member>| holders.iter().all(|known| known.path != member.path);
                let new: Vec<_> = members.into_iter().filter(new).collect();
                holders.extend(new);
            }
            Ok(Sits::TooFew(number)) => {
                seats::too_few(cx, &place, number, verdict).reading("A-37");
            }
            Ok(Sits::OtherTitle(member)) => seats::other_manager(cx, &place, member, verdict),
            Err(lacks) => verdict.lacks(lacks),
        }
    }
    seats::filled(cx, place, &holders, verdict);
    Ok(())
}
