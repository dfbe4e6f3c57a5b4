//! P-SG-3: a head of administration from each municipality.

use crate::answer::{Answer, Lacks};
use crate::codes::{Principal, Severity};
use crate::index::Context;
use crate::record::{Member, OrganisationId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Origin, Place, Sits};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-SG-3",
    subject: "groups/COORDINATION#MUNICIPALITY",
    severities: [Error, Info],
    reads: [groups],
    seat: check,
    sv: {
        norm: "I samordningsgruppen sitter en förvaltningschef från varje kommun, eller någon med samma beslutsmandat",
        why: "Det som gruppen kommer överens om kan beslutas på plats, utan att någon måste fråga hemma först.",
        reading: "Den dag som prövningen gäller ska varje kommun ha minst en ordinarie ledamot som är \
            förvaltningschef eller har samma beslutsmandat (`mandate`). En annan chef utan uppgift om mandat \
            kan inte avgöras, om ingen annan fyller platsen. En person räknas för båda kommunerna bara om \
            båda har utsett den, och då med en anmärkning (A-43). Det räcker inte att vara adjungerad, stöd \
            eller ersättare.",
        example: "Lerum företräds av en enhetschef utan mandat att besluta: fel.",
    },
    en: {
        norm: "Each municipality has a head of administration in the coordination group, or somebody with \
            the same mandate to decide",
        why: "What the group agrees on can be decided there and then, and nobody has to ask at home first.",
        reading: "On the as-of day each municipality has at least one ordinary member who is head of \
            administration or has the same mandate to decide (`mandate`). Another manager of whom no mandate \
            is recorded cannot be told, unless somebody else fills the seat. One person counts for both \
            municipalities only if both have appointed that person, and then with a remark (A-43). To be \
            co-opted, support or a deputy is not enough.",
        example: "Lerum is represented by a unit manager without a mandate to decide: an error.",
    },
}

/// Judges the seat of one municipality.
fn check<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Origin::Municipality(code) = place.origin else {
        return seats::judge(cx, place, verdict);
    };
    let others: Vec<&str> =
        cx.charter.municipalities.iter().map(|it| it.code.as_str()).filter(|it| *it != code).collect();
    let counts = |member: Ref<'a, Member>| {
        seats::fills(cx, place, member).and(|| {
            let elsewhere = others.iter().map(|other| fills_for(cx, place, other, member));
            Answer::any(elsewhere).not().or(|| appointed_by(cx, place, code, member))
        })
    };
    let members = match seats::sits(cx, place) {
        Ok(Sits::Filled(members)) => members,
        Err(_) if place.group.members().any(counts).is_no() => {
            // Whoever may sit there sits for another municipality.
            seats::too_few(cx, place, 0, verdict);
            return Ok(());
        }
        Ok(Sits::OtherTitle(_) | Sits::TooFew(_)) | Err(_) => {
            return seats::judge(cx, place, verdict);
        }
    };
    if place.group.members().any(counts).told()? {
        let sure: Vec<_> = members.iter().copied().filter(|member| counts(*member).is_yes()).collect();
        seats::filled(cx, place, &sure, verdict);
        let earlier = cx.charter.municipalities.iter().map(|it| it.code.as_str());
        let earlier: Vec<&str> = earlier.take_while(|it| *it != code).collect();
        for member in sure {
            if earlier.iter().any(|other| fills_for(cx, place, other, member).is_yes()) {
                let words = words! { person = person(cx, member);
                sv: "{person} företräder flera kommuner",
                en: "{person} represents several municipalities" };
                verdict.remarks(member.path, words).reading("A-43");
            }
        }
    } else if let Some(member) = members.first() {
        verdict.seats([*member]);
        let name = cx.charter.municipality(code).to_owned();
        let of = Param::Code { code: code.to_owned().into(), sv: name.clone().into(), en: name.into() };
        let words = words! { person = person(cx, *member), of = of;
        sv: "{person} företräder flera kommuner, men är inte utsedd av {of}",
        en: "{person} represents several municipalities, but was not appointed by {of}" };
        verdict.breaks(Severity::Error, member.path, words).absent_since(None);
    }
    Ok(())
}

/// The rows of a member's person in the group.
fn rows<'a>(place: &Place<'a>, member: Ref<'a, Member>) -> impl Iterator<Item = Ref<'a, Member>> {
    let person = member.person().known();
    let same = move |row: &Ref<'a, Member>| {
        row.path == member.path || (person.is_some() && row.person().known() == person)
    };
    place.group.members().items().filter(same)
}

/// Does the person fill the seat of this municipality?
fn fills_for<'a>(cx: &Context<'a>, place: &Place<'a>, code: &'a str, member: Ref<'a, Member>) -> Answer {
    let place = Place { origin: Origin::Municipality(code), ..*place };
    Answer::any(rows(&place, member).map(|row| seats::fills(cx, &place, row)))
}

/// Was the person appointed by this municipality, in one of its rows?
fn appointed_by<'a>(cx: &Context<'a>, place: &Place<'a>, code: &str, member: Ref<'a, Member>) -> Answer {
    let by = |row: Ref<'a, Member>| {
        let appointer = match row.appointed_by().read() {
            Ok(id) => cx.organisation(&OrganisationId::from(id.as_str())),
            Err(lacks) => return Answer::Unknown(lacks),
        };
        let Some(appointer) = appointer else { return Answer::No };
        let municipal: Answer = cx.principal(appointer).map(|it| it == Principal::Municipality).into();
        municipal.and(|| cx.municipality(appointer).map(|own| own == code).into())
    };
    Answer::any(rows(place, member).map(by))
}

fn person<'a>(cx: &Context<'a>, member: Ref<'a, Member>) -> Param {
    cx.holder(member.person())
}
