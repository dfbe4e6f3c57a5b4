//! Which places there are: those of the charter's seats, in the groups and for the units of a record.

use super::{Origin, Place};
use crate::answer::{Answer, Lacks};
use crate::charter::{PublicHealthCoordinator, Quota, Seat, Units};
use crate::codes::{CompleteKind, GroupKind, MemberFunction, OrganisationKind, Principal};
use crate::index::{Case, Context, group_case, group_subject};
use crate::record::{Group, Organisation, Period, Ref};
use crate::report::Key;
use crate::rules::Rule;

/// The places of the seat that `rule` judges, in every group that has it on the as-of day.
///
/// A charter without the seat has none. What keeps a list of units from being told is a case of its own.
pub(crate) fn places<'a>(cx: &Context<'a>, rule: &'static Rule) -> Vec<Case<'a, Result<Place<'a>, Lacks>>> {
    let mut cases = Vec::new();
    let Some(seat) = cx.charter.seat(rule.id, cx.as_of) else { return cases };
    for group in cx.groups(seat.group) {
        let whole = |thing| Case { subject: group_subject(group), at: group.path, thing };
        match cx.lives_on(group, cx.as_of) {
            Answer::Yes => {}
            Answer::No => continue,
            Answer::Unknown(lacks) => {
                cases.push(whole(Err(lacks)));
                continue;
            }
        }
        if let Quota::EachUnit(kind) = seat.quota {
            cases.extend(units_untold(cx, group, kind).map(|lacks| whole(Err(lacks))));
            // Nobody knows whose units they are: the group answers for them.
            if group.municipality().known().is_none() {
                continue;
            }
        }
        for place in in_group(cx, group, seat) {
            let key = match place.origin {
                Origin::Unit(unit) => unit.id().known().map_or(Key::Whole, |id| Key::Name(id.as_str())),
                Origin::Municipality(code) => Key::Name(code),
                Origin::Anywhere | Origin::OwnMunicipality => Key::Whole,
            };
            let place = Place { severity: rule.severities[0], ..place };
            cases.push(group_case(group, key, group.path, Ok(place)));
        }
    }
    cases
}

/// Is it a seat of this kind of group, in force on the as-of day?
pub(crate) fn in_force(cx: &Context<'_>, kind: GroupKind) -> impl Fn(&&Seat) -> bool + use<> {
    let day = cx.as_of;
    move |seat| seat.group == kind && seat.valid.span().contains(day)
}

/// Every place of a group on the as-of day.
pub(crate) fn all_in<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<Place<'a>> {
    let Some(kind) = group.kind().known() else { return Vec::new() };
    cx.charter.seats.iter().filter(in_force(cx, *kind)).flat_map(|seat| in_group(cx, group, seat)).collect()
}

/// The places of one seat in one group.
fn in_group<'a>(cx: &Context<'a>, group: Ref<'a, Group>, seat: &'a Seat) -> Vec<Place<'a>> {
    let place = Place::of(group, seat);
    match &seat.quota {
        Quota::AtLeast(_) | Quota::Between(_) if anyone_will_do(cx, seat) => {
            vec![Place { origin: Origin::Anywhere, ..place }]
        }
        Quota::AtLeast(_) | Quota::Between(_) => vec![place],
        Quota::EachMunicipality => {
            let codes = cx.charter.municipalities.iter().map(|municipality| municipality.code.as_str());
            codes.map(|code| Place { origin: Origin::Municipality(code), ..place }).collect()
        }
        Quota::EachUnit(kind) => {
            units(cx, group, *kind).map(|unit| Place { origin: Origin::Unit(unit), ..place }).collect()
        }
    }
}

/// Is it the seat of a public-health coordinator, where any municipality's will do?
fn anyone_will_do(cx: &Context<'_>, seat: &Seat) -> bool {
    match cx.charter.readings.public_health_coordinator {
        PublicHealthCoordinator::Any => seat.functions == [MemberFunction::PublicHealthCoordinator],
        PublicHealthCoordinator::OwnMunicipality => false,
    }
}

/// The units that have, or may have, a seat of their own in the group.
fn units<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: OrganisationKind,
) -> impl Iterator<Item = Ref<'a, Organisation>> {
    cx.record.organisations().items().filter(move |unit| !is_unit(cx, group, *unit, kind).is_no())
}

/// Has the organisation a seat of its own in the group as a unit of this kind?
///
/// It lies in the group's municipality, runs on the as-of day, is no branch of another such unit and no
/// municipal rehab unit; reading A-17 decides on private providers.
pub(crate) fn is_unit<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    unit: Ref<'a, Organisation>,
    kind: OrganisationKind,
) -> Answer {
    let lies_here = || same_code(group.municipality().read().map(String::as_str), cx.municipality(unit));
    let is_branch = || match unit.part_of().optional() {
        Ok(above) => above
            .and_then(|id| cx.organisation(id))
            .map_or(Answer::No, |above| above.kind().is(|above| *above == kind)),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let provider_counts = || match cx.charter.readings.units {
        Units::PublicAndPrivate => Answer::Yes,
        Units::PublicOnly => cx.is_private(unit).not(),
    };
    let is_municipal = || match kind {
        OrganisationKind::RehabUnit => cx
            .is_private(unit)
            .not()
            .and(|| cx.principal(unit).map(|principal| principal == Principal::Municipality).into()),
        _ => Answer::No,
    };
    let of_kind = unit.kind().is(|of| *of == kind);
    of_kind
        .and(lies_here)
        .and(|| unit.runs_on(cx.as_of))
        .and(|| is_branch().not())
        .and(provider_counts)
        .and(|| is_municipal().not())
}

/// What keeps the list of the group's units from being complete.
fn units_untold<'a>(cx: &Context<'a>, group: Ref<'a, Group>, kind: OrganisationKind) -> Option<Lacks> {
    let complete = cx.record.complete();
    let all_listed = complete.any(|listed| {
        let listed = match listed.item {
            CompleteKind::CareCentre => kind == OrganisationKind::CareCentre,
            CompleteKind::RehabUnit => kind == OrganisationKind::RehabUnit,
            CompleteKind::PrivateLov => false,
        };
        listed.into()
    });
    let list = match all_listed {
        Answer::Yes => None,
        Answer::No => Some(Lacks::absent(complete.path)),
        Answer::Unknown(lacks) => Some(lacks),
    };
    let municipality = group.municipality().read().err();
    let municipality = municipality.filter(|_| units(cx, group, kind).next().is_some());
    list.into_iter().chain(municipality).chain(cx.record.organisations().unread()).reduce(Lacks::and)
}

/// Are they the code of one municipality?
pub(super) fn same_code(one: Result<&str, Lacks>, another: Result<&str, Lacks>) -> Answer {
    match (one, another) {
        (Ok(one), Ok(another)) => (one == another).into(),
        (Err(lacks), _) | (_, Err(lacks)) => Answer::Unknown(lacks),
    }
}
