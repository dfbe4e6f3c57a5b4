//! P-ORG-0: ordinary members come from the listed parties.

use std::rc::Rc;

use crate::answer::{Answer, Lacks};
use crate::charter::{Listed, PartyList};
use crate::index::{Case, Context, Entry, group_case, is_ordinary};
use crate::record::{Group, GroupKind, Member, Organisation, Period, PersonId, Ref};
use crate::report::{Key, Param, Severity, Verdict};
use crate::rules::rule;
use crate::rules::seats::{self, Place};
use crate::words;

rule! {
    id: "P-ORG-0",
    clauses: ["P-ORG-0", "P-ORG-1", "P-ORG-2", "P-ORG-3", "P-ORG-4"],
    severities: [Warning, Info],
    partition_by: Record,
    part: Roster,
    each: members_and_parties,
    check: check,
    sv: {
        norm: "Ordinarie ledamöter i NOSAM och samordningsgruppen kommer från de parter som ingår i SAMLA",
        why: "Listan i planen visar vilka som samverkar, och den som sitter med utan att stå där har inget uppdrag i planen.",
        reading: "Den som är ordinarie ledamot den dag som prövningen gäller ska komma från en part i listan, från något som är en del av en part, eller fylla en av de platser som dokumenten själva räknar upp. Annars blir det en varning. En organisation känns igen på `listed_as`, annars på namnet eller på sitt slag. Listan säger vilka som får vara med, inte vilka som ska (A-08): en part utan ledamot i någon grupp ger bara en anmärkning. Med `must` ska varje part ha en ordinarie ledamot i samordningsgruppen, annars blir det en varning.",
        example: "En konsult från ett företag står som ordinarie ledamot i NOSAM: en varning.",
    },
    en: {
        norm: "Ordinary members of NOSAM and of the coordination group come from the parties of SAMLA",
        why: "The list in the plan shows who collaborates, and whoever sits there without being on it has no part in the plan.",
        reading: "Whoever is an ordinary member on the as-of day comes from a party of the list, or from what is part of one, or fills one of the seats that the documents themselves list. Otherwise there is a warning. An organisation is recognised by `listed_as`, or else by its name or its kind. The list says who may take part, not who must (A-08): a party without a member in any group gives only a remark. With `must` each party has an ordinary member in the coordination group, or else there is a warning.",
        example: "A consultant from a company stands as an ordinary member of NOSAM: a warning.",
    },
}

/// What is judged in a group.
enum Of<'a> {
    Member(Ref<'a, Member>, Rc<Vec<Place<'a>>>),
    Party(&'a Listed),
    Untold(Lacks),
}

fn members_and_parties<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Group>, Of<'a>)>> {
    let mut cases = Vec::new();
    for group in cx.judged_groups() {
        let is_coordination_group = match group.kind().known() {
            Some(GroupKind::CoordinationGroup) => true,
            Some(GroupKind::Nosam) => false,
            _ => continue,
        };
        if let Some(lacks) = group.members().unread() {
            cases.push(group_case(group, Key::Whole, group.path, (group, Of::Untold(lacks))));
        }
        let seats = cx.charter.seats.iter().filter(|seat| group.kind().known() == Some(&seat.group));
        let places = seats.flat_map(|seat| seats::places(cx, &seat.rule)).filter_map(|case| case.thing.ok());
        let places: Rc<Vec<_>> = Rc::new(places.filter(|place| place.group.path == group.path).collect());
        for member in group.members().items() {
            let key = member.person().known().map_or(Key::Whole, |id| Key::Name(PersonId::as_str(id)));
            cases.push(group_case(group, key, member.path, (group, Of::Member(member, Rc::clone(&places)))));
        }
        if is_coordination_group {
            let parties = cx.charter.parties.iter().filter(|it| it.valid.span().contains(cx.as_of));
            cases.extend(
                parties.map(|it| group_case(group, Key::Name(&it.code), group.path, (group, Of::Party(it)))),
            );
        }
    }
    cases
}

/// Judges one member, or whether one party takes part.
fn check<'a>(
    cx: &Context<'a>,
    (group, of): (Ref<'a, Group>, Of<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let active = group.runs_on(cx.as_of);
    if active.is_no() {
        return Ok(());
    }
    match of {
        Of::Untold(lacks) => Err(lacks),
        Of::Member(member, places) => {
            let judged = active.and(|| member.runs_on(cx.as_of)).and(|| is_ordinary(member));
            if judged.is_no() {
                return Ok(());
            }
            check_member(cx, group, member, &places, judged, verdict)
        }
        Of::Party(party) => {
            active.told()?;
            check_party(cx, group, party, verdict)
        }
    }
}

fn check_member<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    member: Ref<'a, Member>,
    places: &[Place<'a>],
    judged: Answer,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let parties = cx.parties();
    let listed = represents(cx, member, &parties);
    let seated = || Answer::any(places.iter().map(|place| seats::fills(cx, place, member)));
    let right = listed.or(seated).or(|| holds_office(cx, group, member));
    if !judged.and(|| right.not()).told()? {
        verdict.holds();
        return Ok(());
    }
    let person = cx.person(member.person().known().map_or("", PersonId::as_str));
    let organisations: Vec<String> =
        member.organisations().items().map(|id| id.item.as_str().to_owned()).collect();
    let at = member.organisations().path;
    let words = if organisations.is_empty() {
        words! { person = person;
        sv: "{person} är ordinarie ledamot men företräder ingen part i SAMLA",
        en: "{person} is an ordinary member but represents no party of SAMLA" }
    } else {
        words! { person = person, organisations = Param::Ids(organisations);
        sv: "{person} är ordinarie ledamot för {organisations}, som inte hör till parterna i SAMLA",
        en: "{person} is an ordinary member for {organisations}, which is no party of SAMLA" }
    };
    verdict.breaks(Severity::Warning, at, words);
    Ok(())
}

/// Does the member represent one of these parties?
fn represents<'a>(cx: &Context<'a>, member: Ref<'a, Member>, parties: &[Entry<'a>]) -> Answer {
    member.organisations().any(|id| match cx.organisation(id.item) {
        Some(organisation) => of_party(cx, organisation, parties),
        None => Answer::No,
    })
}

/// Does the organisation, or one above it, stand for one of these parties?
fn of_party<'a>(cx: &Context<'a>, organisation: Ref<'a, Organisation>, parties: &[Entry<'a>]) -> Answer {
    let by_kind = |above: Ref<'a, Organisation>| {
        above.kind().is(|kind| parties.iter().any(|party| party.code == kind.code()))
    };
    // A board that has the name of a party is that party.
    let by_board = |above: Ref<'a, Organisation>| {
        let code = above.listed_as().known();
        let board = cx.charter.boards.iter().find(|board| code.is_some_and(|it| it.as_str() == board.code));
        board.is_some_and(|board| parties.iter().any(|party| party.is_called(&board.name)))
    };
    let line = cx.upwards(organisation);
    let listed = Answer::any(line.iter().map(|above| by_kind(*above).or(|| by_board(*above).into())));
    listed.or(|| cx.listed(organisation, parties).map(|entry| entry.is_some()).into())
}

/// Has the member the seat of a chair or vice chair of another group?
fn holds_office<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>) -> Answer {
    let seats = cx.charter.ex_officio.iter().filter(|seats| {
        group.kind().known() == Some(&seats.group) && cx.charter.readings.ex_officio_from <= cx.as_of
    });
    Answer::any(seats.flat_map(|seats| {
        let of_kind = cx.record.groups().items().filter(|of| of.kind().known() == Some(&seats.of));
        of_kind.flat_map(move |of| {
            seats.offices.iter().map(move |office| {
                let holder = cx.terms(of, *office).on(cx.as_of);
                let same = |holder: &PersonId| member.person().is(|person| person == holder);
                match holder {
                    Ok(Some(term)) => term.office.person().read().map_or_else(Answer::Unknown, same),
                    Ok(None) => Answer::No,
                    Err(lacks) => Answer::Unknown(lacks),
                }
            })
        })
    }))
}

fn check_party<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    party: &'a Listed,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let parties: Vec<Entry<'a>> = cx.parties().into_iter().filter(|entry| entry.code == party.code).collect();
    let name = Param::Code {
        code: party.code.clone().into(),
        sv: party.sv.clone().into(),
        en: party.en.clone().into(),
    };
    let sits = |member: Ref<'a, Member>| member.runs_on(cx.as_of).and(|| represents(cx, member, &parties));
    match cx.charter.readings.party_list {
        PartyList::May => {
            verdict.holds();
            let mut groups = cx.record.groups().items();
            // An extract does not show who sits in the other groups.
            let missing = cx.record.about().is_absent() && groups.all(|of| of.members().any(sits).is_no());
            if missing {
                let words = words! { party = name;
                sv: "Parten {party} har ingen ledamot i någon grupp",
                en: "The party {party} has no member in any group" };
                verdict.remarks(group.members().path, words).reading("A-08");
            }
        }
        PartyList::Must => {
            let ordinary = |member: Ref<'a, Member>| is_ordinary(member).and(|| sits(member));
            if group.members().any(ordinary).told()? {
                verdict.holds();
            } else {
                let words = words! { party = name;
                sv: "Parten {party} har ingen ordinarie ledamot i samordningsgruppen",
                en: "The party {party} has no ordinary member in the coordination group" };
                verdict.breaks(Severity::Warning, group.members().path, words).reading("A-08");
            }
        }
    }
    Ok(())
}
