//! P-PLAN-3: each NOSAM has somebody from each of the four sectors of the plan.

use crate::answer::{Answer, Lacks};
use crate::charter::{Quota, Seat};
use crate::codes::{GroupKind, OrganisationKind, Principal};
use crate::index::{Case, Context, group_case, is_ordinary, shown};
use crate::record::{Group, Member, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::{rule, seats};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-PLAN-3",
    subject: "groups/NOSAM#SECTOR",
    severities: [Info],
    key_days: Remarks,
    partition_by: Record,
    reads: [organisations, groups],
    judges: Groups,
    part: Roster,
    each: sectors,
    sv: {
        norm: "I varje NOSAM finns någon från kommunen, primärvården, tandvården och den specialiserade vården",
        why: "Planen handlar om hur de fyra samarbetar, och det kan de bara göra om de är med.",
        reading: "Härledd ur planen: den dag som prövningen gäller bör varje NOSAM ha minst en ordinarie \
            ledamot från var och en av de fyra. Regionens vårdcentraler, rehabenheter och primärvård är \
            primärvård, också de privata; sjukhus, Regionhälsan samt habilitering och hälsa är specialiserad \
            vård. Ett hål ger bara en anmärkning, och inte ens det när en bestämd plats redan är tom för att \
            ingen är med (N-REP-5 till N-REP-11): då är det den regeln som säger det. Ingen regel säger att \
            varje part ska sitta i varje grupp (A-08).",
        example: "Ingen i NOSAM Lerum kommer från primärvården, och underlaget har ingen vårdcentral där: en \
            anmärkning.",
    },
    en: {
        norm: "Every NOSAM has somebody from the municipality, primary care, dental care and specialist care",
        why: "The plan is about how the four work together, which they can only do when they are there.",
        reading: "Derived from the plan: on the as-of day every NOSAM should have at least one ordinary \
            member from each of the four. Care centres, rehab units and primary care of the region are \
            primary care, the private ones included; hospitals, Regionhälsan and habilitation and health are \
            specialist care. A hole gives only a remark, and not even that when a certain seat is already \
            empty because nobody is there (N-REP-5 to N-REP-11): then that rule says so. No rule says that \
            each party sits in each group (A-08).",
        example: "Nobody in NOSAM Lerum comes from primary care, and the record has no care centre there: a remark.",
    },
}

/// One of those whose cooperation the plan describes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sector {
    Municipality,
    PrimaryCare,
    DentalCare,
    SpecialistCare,
}

impl Sector {
    const ALL: [Self; 4] = [Self::Municipality, Self::PrimaryCare, Self::DentalCare, Self::SpecialistCare];

    fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::PrimaryCare => "primary_care",
            Self::DentalCare => "dental_care",
            Self::SpecialistCare => "specialist_care",
        }
    }

    fn param(self) -> Param {
        let (sv, en) = match self {
            Self::Municipality => ("kommunen", "the municipality"),
            Self::PrimaryCare => ("primärvården", "primary care"),
            Self::DentalCare => ("tandvården", "dental care"),
            Self::SpecialistCare => ("den specialiserade vården", "specialist care"),
        };
        Param::Code { code: self.code().into(), sv: sv.into(), en: en.into() }
    }
}

fn sectors<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Group>, Sector)>> {
    let of = |group: Ref<'a, Group>| {
        Sector::ALL.map(|sector| group_case(group, Key::Name(sector.code()), group.path, (group, sector)))
    };
    cx.groups(GroupKind::Nosam).flat_map(of).collect()
}

/// Judges one sector of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    (group, sector): (Ref<'a, Group>, Sector),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let sits = |member: Ref<'a, Member>| {
        cx.can_sit(member, cx.as_of).and(|| is_ordinary(member)).and(|| comes_from(cx, member, sector))
    };
    if group.members().any(sits).told()? {
        verdict.holds();
        return Ok(());
    }
    for seat in cx
        .charter
        .seats
        .iter()
        .filter(|seat| seat.group == GroupKind::Nosam && seat.valid.span().contains(cx.as_of))
    {
        if leaves_empty(cx, group, seat, sector).told()? {
            return Err(Lacks::because(rule_of(seat)));
        }
    }
    let words = words! { group = shown(group), sector = sector.param();
    sv: "Ingen ordinarie ledamot i {group} kommer från {sector}",
    en: "No ordinary member of {group} comes from {sector}" };
    verdict.remarks(group.members().path, words);
    Ok(())
}

/// The id of the rule that judges a seat.
fn rule_of(seat: &Seat) -> &'static str {
    crate::clauses::all().map(|clause| clause.id).find(|id| *id == seat.rule).unwrap_or(RULE.id)
}

/// Is the seat surely empty when nobody comes from the sector?
fn leaves_empty<'a>(cx: &Context<'a>, group: Ref<'a, Group>, seat: &Seat, sector: Sector) -> Answer {
    match (&seat.quota, sector) {
        (Quota::EachUnit(kind), Sector::PrimaryCare) => {
            let units = cx.record.organisations();
            let here = Answer::any(units.items().map(|unit| seats::is_unit(cx, group, unit, *kind)));
            here.or(|| match units.unread() {
                Some(lacks) if !units.is_absent() => Answer::Unknown(lacks),
                _ => Answer::No,
            })
        }
        (Quota::EachUnit(_), _) => Answer::No,
        (_, Sector::Municipality) => (seat.own_municipality && !seat.functions.is_empty()).into(),
        (_, Sector::DentalCare) => (seat.organisations == [OrganisationKind::DentalCare]).into(),
        // The only party with a seat under its own name is a hospital.
        (_, Sector::SpecialistCare) => seat.party.is_some().into(),
        (_, Sector::PrimaryCare) => Answer::No,
    }
}

/// Does the member represent an organisation of the sector?
fn comes_from<'a>(cx: &Context<'a>, member: Ref<'a, Member>, sector: Sector) -> Answer {
    member.organisations().any(|id| {
        let Some(organisation) = cx.organisation(id.item) else { return Answer::No };
        let any_of = |kinds: &'static [OrganisationKind]| {
            cx.any_upwards(organisation, |above| above.kind().is(|kind| kinds.contains(kind)))
        };
        match sector {
            Sector::Municipality => cx
                .is_private(organisation)
                .not()
                .and(|| cx.principal(organisation).map(|it| it == Principal::Municipality).into()),
            Sector::PrimaryCare => any_of(&[
                OrganisationKind::CareCentre,
                OrganisationKind::RehabUnit,
                OrganisationKind::RegionalPrimaryCare,
            ]),
            Sector::DentalCare => any_of(&[OrganisationKind::DentalCare]),
            Sector::SpecialistCare => any_of(&[
                OrganisationKind::Hospital,
                OrganisationKind::Regionhalsan,
                OrganisationKind::HabilitationAndHealth,
            ]),
        }
    })
}
