//! P-ORG-0: ordinary members come from the listed parties.

use std::collections::HashMap;
use std::rc::Rc;

use crate::answer::{Answer, Lacks};
use crate::charter::{Listed, PartyList};
use crate::codes::{GroupKind, MemberFunction, OfficeKind, OrganisationKind, Principal, Severity};
use crate::index::{Case, Context, Entry, Listing, group_case, has_function, is_ordinary, shown, stand_ins};
use crate::record::{Group, Member, Organisation, Period, PersonId, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::{self, Place};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-ORG-0",
    subject: "groups/G#PERSON",
    clauses: ["P-ORG-0", "P-ORG-1", "P-ORG-2", "P-ORG-3", "P-ORG-4"],
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [organisations, groups],
    judges: Groups,
    part: Roster,
    each: members_and_parties,
    sv: {
        norm: "Ordinarie ledamöter i NOSAM och samordningsgruppen kommer från de parter som ingår i SAMLA",
        why: "Listan i planen visar vilka som samverkar, och den som sitter med utan att stå där har inget \
            uppdrag i planen.",
        reading: "Den som är ordinarie ledamot den dag som prövningen gäller ska komma från en part i \
            listan, från något som är en del av en part eller står över en, från en förvaltning i någon av \
            kommunerna, eller fylla en av de platser som dokumenten själva räknar upp, också med en annan \
            rad. Annars blir det en varning. En privat vårdcentral eller rehabenhet hör till den regionala \
            primärvården. Processledaren och den delregionala samordnaren prövas inte. En organisation känns \
            igen på sin post i listan, annars på namnet eller på sitt slag. Listan säger vilka som får vara \
            med, inte vilka som ska (A-08): en part utan ledamot i någon grupp ger bara en anmärkning. Med \
            `must` ska varje part ha en ordinarie ledamot i samordningsgruppen, annars blir det en varning.",
        example: "En konsult från ett företag står som ordinarie ledamot i NOSAM: en varning.",
    },
    en: {
        norm: "Ordinary members of NOSAM and of the coordination group come from the parties of SAMLA",
        why: "The list in the plan shows who collaborates, and whoever sits there without being on it has no \
            part in the plan.",
        reading: "Whoever is an ordinary member on the as-of day comes from a party of the list, or from \
            what is part of one or stands above one, from an administration of one of the municipalities, \
            or fills one of the seats that the documents themselves list, with another row, too. Otherwise \
            there is a warning. A private care centre or rehab unit belongs to the regional primary care. \
            The process leader and the sub-regional coordinator are not judged. An organisation is \
            recognised by its entry in the list, or else by its name or its kind. The list says who may take \
            part, not who must (A-08): a party without a member in any group gives only a remark. With \
            `must` each party has an ordinary member in the coordination group, or else there is a warning.",
        example: "A consultant from a company stands as an ordinary member of NOSAM: a warning.",
    },
}

/// What is judged in a group.
enum Of<'a> {
    /// The rows of one person, and every seat of the group.
    Person(Vec<Ref<'a, Member>>, Rc<Vec<Place<'a>>>),
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
        let whole = |lacks| group_case(group, Key::Whole, group.path, (group, Of::Untold(lacks)));
        match cx.lives_on(group, cx.as_of) {
            Answer::Yes => {}
            Answer::No => continue,
            Answer::Unknown(lacks) => {
                cases.push(whole(lacks));
                continue;
            }
        }
        cases.extend(group.members().unread().map(whole));
        let places = Rc::new(seats::all_in(cx, group));
        for (person, rows) in rows_by_person(group) {
            let key = person.map_or(Key::Whole, |id| Key::Name(PersonId::as_str(id)));
            let at = rows.first().map_or(group.path, |row| row.path);
            cases.push(group_case(group, key, at, (group, Of::Person(rows, Rc::clone(&places)))));
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

/// The rows of each person in the order of the record; those without a name together.
fn rows_by_person(group: Ref<'_, Group>) -> Vec<(Option<&PersonId>, Vec<Ref<'_, Member>>)> {
    let mut people: Vec<(Option<&PersonId>, Vec<Ref<'_, Member>>)> = Vec::new();
    let mut places = HashMap::new();
    for row in group.members().items() {
        let person = row.person().known();
        let place = *places.entry(person.map(PersonId::as_str)).or_insert_with(|| {
            people.push((person, Vec::new()));
            people.len() - 1
        });
        people[place].1.push(row);
    }
    people
}

/// Judges one person, or whether one party takes part.
fn check<'a>(
    cx: &Context<'a>,
    (group, of): (Ref<'a, Group>, Of<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match of {
        Of::Untold(lacks) => Err(lacks),
        Of::Person(rows, places) => {
            for row in rows.iter().copied() {
                if let Err(lacks) = check_member(cx, group, (row, &rows), &places, verdict) {
                    verdict.lacks(lacks);
                }
            }
            Ok(())
        }
        Of::Party(party) => check_party(cx, group, party, verdict),
    }
}

fn check_member<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    (member, rows): (Ref<'a, Member>, &[Ref<'a, Member>]),
    places: &[Place<'a>],
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let is_asked = |row: Ref<'a, Member>| row.runs_on(cx.as_of).and(|| is_ordinary(row));
    if !is_asked(member).and(|| is_support(member).not()).told()? {
        return Ok(());
    }
    let parties = cx.parties();
    let listed = represents(cx, member, |organisation| of_party(cx, organisation, &parties));
    let seated = |row: Ref<'a, Member>| {
        let in_place = Answer::any(places.iter().map(|place| seats::sits_in(cx, place, row)));
        in_place.or(|| holds_office(cx, group, row).and(|| cx.is_represented(row, cx.as_of)))
    };
    // Who cannot be told by name may be anybody: no other row is theirs for certain.
    let known = member.person().known().is_some();
    let others = rows.iter().filter(|row| known && row.path != member.path);
    let right = listed
        .or(|| seated(member))
        .or(|| Answer::any(others.map(|row| is_asked(*row).and(|| seated(*row)))))
        .or(|| represents(cx, member, |organisation| is_over_a_party(cx, organisation, &parties)));
    if right.told()? {
        verdict.holds();
        return Ok(());
    }
    let person = cx.holder(member.person());
    let organisations: Vec<String> =
        member.organisations().items().map(|id| id.item.as_str().to_owned()).collect();
    let at = member.organisations().path;
    let words = if organisations.is_empty() {
        words! { person = person, group = shown(group);
        sv: "{person} är ordinarie ledamot i {group} men företräder ingen part i SAMLA",
        en: "{person} is an ordinary member of {group} but represents no party of SAMLA" }
    } else {
        words! { person = person, group = shown(group), organisations = Param::Ids(organisations);
        sv: "{person} är ordinarie ledamot i {group} och företräder {organisations}, som inte hör till \
            parterna i SAMLA",
        en: "{person} is an ordinary member of {group} and represents {organisations}, which is no party of SAMLA" }
    };
    let names = cx.unknown_names([member].into_iter(), Listing::Parties, None);
    verdict.breaks(Severity::Warning, at, words).unknown_names(names);
    Ok(())
}

/// Does the member represent an organisation of which this holds?
fn represents<'a>(
    cx: &Context<'a>,
    member: Ref<'a, Member>,
    holds: impl Fn(Ref<'a, Organisation>) -> Answer,
) -> Answer {
    member.organisations().any(|id| cx.organisation(id.item).map_or(Answer::No, &holds))
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
    // A private provider of primary care is commissioned by the region's.
    let by_choice = || {
        let primary_care = |kind: &OrganisationKind| {
            matches!(
                kind,
                OrganisationKind::CareCentre
                    | OrganisationKind::RehabUnit
                    | OrganisationKind::RegionalPrimaryCare
            )
        };
        match parties.iter().any(|party| party.code == OrganisationKind::RegionalPrimaryCare.code()) {
            true => cx.is_private(organisation).and(|| organisation.kind().is(primary_care)),
            false => Answer::No,
        }
    };
    let line = cx.upwards(organisation);
    // An entry that cannot be read hides no party above it.
    let by_entry =
        |above: Ref<'a, Organisation>| cx.listed(above, parties).map(|entry| entry.is_some()).into();
    Answer::any(
        line.into_iter().map(|above| by_kind(above).or(|| by_board(above).into()).or(|| by_entry(above))),
    )
    .or(by_choice)
}

/// Is it an organisation above a party, or the administration of one of the municipalities?
fn is_over_a_party<'a>(
    cx: &Context<'a>,
    organisation: Ref<'a, Organisation>,
    parties: &[Entry<'a>],
) -> Answer {
    let is_above = |below: Ref<'a, Organisation>| {
        cx.any_upwards(below, |one| (one.path == organisation.path && one.path != below.path).into())
    };
    let over = cx.record.organisations().any(|below| is_above(below).and(|| of_party(cx, below, parties)));
    over.or(|| is_administration(cx, organisation))
}

/// Is it an administration of one of the municipalities?
fn is_administration<'a>(cx: &Context<'a>, organisation: Ref<'a, Organisation>) -> Answer {
    let covered = |code: &str| cx.charter.municipalities.iter().any(|known| known.code == code);
    let municipal = || cx.principal(organisation).map(|it| it == Principal::Municipality).into();
    organisation
        .kind()
        .is(|kind| *kind == OrganisationKind::MunicipalAdministration)
        .and(|| cx.is_private(organisation).not())
        .and(municipal)
        .and(|| cx.municipality(organisation).map(covered).into())
}

/// Is it a process leader or coordinator, who comes from no party?
fn is_support(member: Ref<'_, Member>) -> Answer {
    let support = [MemberFunction::ProcessLeader, MemberFunction::SubregionalCoordinator];
    if member.functions().is_absent() { Answer::No } else { has_function(member, &support) }
}

/// Has the member the seat of a chair or vice chair of another group?
fn holds_office<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>) -> Answer {
    let seats = cx.charter.ex_officio.iter().filter(|seats| {
        group.kind().known() == Some(&seats.group) && cx.charter.readings.ex_officio_from <= cx.as_of
    });
    let holds = |of: Ref<'a, Group>, office: OfficeKind| match cx.terms(of, office).on(cx.as_of) {
        Ok(Some(term)) => match term.office.person().read() {
            Ok(holder) => {
                let (others, unsure) = stand_ins(of, office, holder, cx.as_of);
                let is_one = member.person().is(|person| person == holder || others.contains(&person));
                is_one.or(|| unsure.map_or(Answer::No, Answer::Unknown))
            }
            Err(lacks) => Answer::Unknown(lacks),
        },
        Ok(None) => Answer::No,
        // A row that cannot be placed matters where it may be this person's.
        Err(lacks) => of
            .offices()
            .any(|row| {
                row.runs_on(cx.as_of).and(|| row.person().is(|id| member.person().known() == Some(id)))
            })
            .and(|| Answer::Unknown(lacks)),
    };
    Answer::any(seats.flat_map(|seats| {
        cx.record.groups().items().map(move |of| {
            of.kind()
                .is(|kind| *kind == seats.of)
                .and(|| cx.lives_on(of, cx.as_of))
                .and(|| Answer::any(seats.offices.iter().map(|office| holds(of, *office))))
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
    let sits = |member: Ref<'a, Member>| {
        member
            .runs_on(cx.as_of)
            .and(|| represents(cx, member, |organisation| of_party(cx, organisation, &parties)))
    };
    match cx.charter.readings.party_list {
        PartyList::May => {
            verdict.holds();
            let mut groups = cx.record.groups().items();
            // An extract does not show who sits in the other groups.
            let empty = |of: Ref<'a, Group>| cx.lives_on(of, cx.as_of).and(|| of.members().any(sits)).is_no();
            let missing = cx.is_whole() && groups.all(empty);
            if missing {
                let words = words! { party = name;
                sv: "Parten {party} har ingen ledamot i någon grupp",
                en: "The party {party} has no member in any group" };
                verdict.remarks(group.members().path, words).reading("A-08");
            }
        }
        PartyList::Must => {
            // Who represents only what has ended fills no seat.
            let here = |member: Ref<'a, Member>| cx.is_represented(member, cx.as_of).and(|| sits(member));
            let ordinary = |member: Ref<'a, Member>| is_ordinary(member).and(|| here(member));
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
