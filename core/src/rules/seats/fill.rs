//! Who fills a place: the right title, status and organisation, for how many of the people of a group.

use super::places::{in_force, is_unit, same_code};
use super::{MANAGERS, Origin, Place};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::{Quota, Seat};
use crate::codes::{OrganisationKind, Principal, Provider};
use crate::index::{Context, has_function, status};
use crate::record::{Group, Member, Organisation, OrganisationId, Period, Ref, Vacancy};

/// Who sits in a place.
pub(crate) enum Sits<'a> {
    /// Enough people with the right title, one row for each.
    Filled(Vec<Ref<'a, Member>>),
    /// Enough only with this manager, whose title is another.
    OtherTitle(Ref<'a, Member>),
    /// So many, which is too few.
    TooFew(usize),
}

/// People who certainly sit in a place, one row for each, and what keeps others from being told.
#[derive(Clone)]
struct Found<'a> {
    rows: Vec<Ref<'a, Member>>,
    untold: Option<Lacks>,
}

impl<'a> Found<'a> {
    fn add(&mut self, member: Ref<'a, Member>, sits: Answer) {
        match sits {
            Answer::Yes if self.has(member) => {}
            Answer::Yes => self.rows.push(member),
            Answer::Unknown(lacks) => self.untold = Some(self.untold.take().unwrap_or_default().and(lacks)),
            Answer::No => {}
        }
    }

    fn has(&self, member: Ref<'a, Member>) -> bool {
        let person = member.person().known();
        person.is_some() && self.rows.iter().any(|row| row.person().known() == person)
    }
}

/// Who sits in the place.
///
/// # Errors
/// What would tell it, when it turns on something absent or unreadable.
pub(crate) fn sits<'a>(cx: &Context<'a>, place: &Place<'a>) -> Result<Sits<'a>, Lacks> {
    let least = place.least();
    let mut right = Found { rows: Vec::new(), untold: place.group.members().unread() };
    let mut other = right.clone();
    // Most rows are of other days: the days come first.
    for member in place.group.members().items().filter(|member| !member.runs_on(cx.as_of).is_no()) {
        let (has_title, has_other) = (title(place, member), other_title(place, member));
        if has_title.is_no() && has_other.is_no() {
            continue;
        }
        let counts = counts(cx, place, member);
        right.add(member, counts.clone().and(|| has_title).or(|| heads_from_above(cx, place, member)));
        other.add(member, counts.and(|| has_other));
    }
    if right.rows.len() >= least {
        return Ok(Sits::Filled(right.rows));
    }
    other.rows.retain(|member| !right.has(*member));
    if let Some(lacks) = right.untold {
        return Err(lacks);
    }
    match (other.rows.iter().copied().min_by_key(nearest), other.untold) {
        (Some(manager), _) if right.rows.len() + other.rows.len() >= least => Ok(Sits::OtherTitle(manager)),
        (_, Some(lacks)) => Err(lacks),
        (_, None) => Ok(Sits::TooFew(right.rows.len())),
    }
}

/// Which of several other managers is told, in whatever order their rows stand: by title, then who came first.
fn nearest(member: &Ref<'_, Member>) -> (Option<usize>, bool, Option<Day>) {
    let title = MANAGERS.iter().position(|title| has_function(*member, &[*title]).is_yes());
    let from = member.from().known().copied();
    (title, from.is_none(), from)
}

/// Does the member fill the place on the as-of day, with the right title?
pub(crate) fn fills<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    if member.runs_on(cx.as_of).is_no() {
        return Answer::No;
    }
    by_its_own_title(cx, place, member).or(|| heads_from_above(cx, place, member))
}

/// Does the member fill the place from one of the organisations that the seat names?
pub(crate) fn by_its_own_title<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    title(place, member).and(|| counts(cx, place, member))
}

/// Does the member head the municipality's primary care, employed by the administration above it?
fn heads_from_above<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    if place.seat.organisations != [OrganisationKind::MunicipalPrimaryCare] || !place.seat.own_municipality {
        return Answer::No;
    }
    let above = || {
        member.organisations().any(|id| match cx.organisation(id.item) {
            Some(organisation) => is_above_primary_care(cx, place.group, organisation),
            None => Answer::Unknown(Lacks::unreadable(id.path)),
        })
    };
    let has_status = || status(member).map(|status| place.seat.statuses.contains(&status)).into();
    has_function(member, place.functions).and(has_status).and(|| member.runs_on(cx.as_of)).and(above)
}

/// Does the organisation stand above the municipality's primary care, or, where the record has none, is it the
/// municipality's administration?
fn is_above_primary_care<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    organisation: Ref<'a, Organisation>,
) -> Answer {
    let of_kind = |it: Ref<'a, Organisation>, kind| it.kind().is(|of| *of == kind);
    let cares = cx.record.organisations().items().map(|care| {
        let is_care = of_kind(care, OrganisationKind::MunicipalPrimaryCare);
        (care, is_care.and(|| is_own(cx, group, care)))
    });
    let cares: Vec<_> = cares.filter(|(_, own)| !own.is_no()).collect();
    let below = |care: Ref<'a, Organisation>| {
        let own_path = organisation.path;
        let above = |it: Ref<'a, Organisation>| (it.path == own_path && care.path != own_path).into();
        cx.any_upwards(care, above)
    };
    let over = Answer::any(cares.iter().map(|(care, own)| own.clone().and(|| below(*care))));
    let none = || Answer::any(cares.iter().map(|(_, own)| own.clone())).not();
    let administers = || none().and(|| of_kind(organisation, OrganisationKind::MunicipalAdministration));
    over.or(administers).and(|| is_own(cx, group, organisation))
}

/// Is the organisation the own municipality's of a group?
pub(crate) fn is_own<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    organisation: Ref<'a, Organisation>,
) -> Answer {
    is_of(cx, organisation, group.municipality().read().map(String::as_str))
}

/// Does the member sit in the place on the as-of day, if only as another manager with a warning?
pub(crate) fn sits_in<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let is_there = || match (place.unit(), &place.seat.quota) {
        (Some(unit), Quota::EachUnit(kind)) => is_unit(cx, place.group, unit, *kind),
        _ => Answer::Yes,
    };
    let counts = || title(place, member).or(|| other_title(place, member)).and(|| counts(cx, place, member));
    heads_from_above(cx, place, member).or(counts).and(is_there)
}

/// Could the member fill the place on the as-of day, whatever its title?
fn counts<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let has_status: Answer = status(member).map(|status| place.seat.statuses.contains(&status)).into();
    let represents = || {
        if names_an_organisation(place) || !matches!(place.origin, Origin::Anywhere) {
            let represents = member.organisations().any(|id| match cx.organisation(id.item) {
                Some(organisation) => suits(cx, place, organisation),
                None => Answer::Unknown(Lacks::unreadable(id.path)),
            });
            represents.or(|| shared(cx, place, member))
        } else {
            Answer::Yes
        }
    };
    has_status
        .and(|| cx.can_sit(member, cx.as_of))
        .and(represents)
        .and(|| if takes_the_rest(place) { sits_elsewhere(cx, place, member).not() } else { Answer::Yes })
}

/// Has the member the title that the seat asks for, or the mandate where that will do?
fn title<'a>(place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    if place.functions.is_empty() {
        return Answer::Yes;
    }
    let by_mandate = || match member.mandate().optional() {
        _ if !place.seat.by_mandate => Answer::No,
        Ok(Some(mandate)) => (*mandate).into(),
        // Only a manager's mandate is worth asking for.
        Ok(None) => {
            has_function(member, MANAGERS).and(|| Answer::Unknown(Lacks::absent(member.mandate().path)))
        }
        Err(lacks) => Answer::Unknown(lacks),
    };
    has_function(member, place.functions).or(by_mandate)
}

/// Has the member another manager's title, where that fills the seat with a warning?
fn other_title<'a>(place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    if place.seat.other_managers { has_function(member, MANAGERS) } else { Answer::No }
}

/// Does the seat itself say which organisations fill it?
fn names_an_organisation(place: &Place<'_>) -> bool {
    let seat = place.seat;
    !place.kinds.is_empty()
        || seat.party.is_some()
        || seat.side.is_some()
        || seat.provider.is_some()
        || place.unit().is_some()
}

/// Does the organisation suit the place?
fn suits<'a>(cx: &Context<'a>, place: &Place<'a>, organisation: Ref<'a, Organisation>) -> Answer {
    let seat = place.seat;
    let kind = match place.kinds {
        [] => Answer::Yes,
        kinds => cx.any_upwards(organisation, |above| above.kind().is(|kind| kinds.contains(kind))),
    };
    let is_party = || match &seat.party {
        None => Answer::Yes,
        Some(party) => {
            let entry: Vec<_> = cx.parties().into_iter().filter(|entry| entry.code == party).collect();
            cx.listed(organisation, &entry).map(|found| found.is_some()).into()
        }
    };
    let on_side = || match seat.side {
        None => Answer::Yes,
        Some(side) => cx.principal(organisation).map(|principal| principal == side).into(),
    };
    let provided = || match seat.provider {
        None => Answer::Yes,
        Some(Provider::PrivateLov) => cx.is_private(organisation),
        Some(Provider::Public) => cx.is_private(organisation).not(),
    };
    let comes_from = || match place.origin {
        Origin::Anywhere => Answer::Yes,
        Origin::Unit(unit) => cx.any_upwards(organisation, |above| (above.path == unit.path).into()),
        Origin::Municipality(code) => is_of(cx, organisation, Ok(code)),
        Origin::OwnMunicipality => {
            is_of(cx, organisation, place.group.municipality().read().map(String::as_str))
        }
    };
    kind.and(is_party).and(on_side).and(provided).and(comes_from)
}

/// Is the organisation this municipality's own, rather than one that only lies there?
fn is_of<'a>(cx: &Context<'a>, organisation: Ref<'a, Organisation>, code: Result<&'a str, Lacks>) -> Answer {
    let municipal =
        || cx.principal(organisation).map(|principal| principal == Principal::Municipality).into();
    let here = || same_code(code, cx.municipality(organisation));
    cx.is_private(organisation).not().and(municipal).and(here)
}

/// Was the member, wherever it comes from, appointed by the group's own municipality?
///
/// A municipality may share its MAS, its MAR or its coordinator; a manager leads an operation of its own.
fn shared<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let own = matches!(place.origin, Origin::OwnMunicipality);
    if !own || names_an_organisation(place) || takes_the_rest(place) {
        return Answer::No;
    }
    let code = place.group.municipality().read().map(String::as_str);
    match member.appointed_by().read() {
        Ok(id) => cx
            .organisation(&OrganisationId::from(id.as_str()))
            .map_or(Answer::No, |appointer| is_of(cx, appointer, code)),
        // Whose group it is comes first.
        Err(lacks) => Answer::Unknown(code.err().unwrap_or(lacks)),
    }
}

/// Is the seat for those whom no other seat of the municipality takes: for managers of whatever operation?
fn takes_the_rest(place: &Place<'_>) -> bool {
    place.seat.own_municipality
        && !names_an_organisation(place)
        && place.functions.iter().any(|function| MANAGERS.contains(function))
}

/// Does the person fill another seat of the municipality in the group?
fn sits_elsewhere<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let rows = rows_in(cx, place.group, member);
    let others = cx.charter.seats.iter().filter(in_force(cx, place.seat.group));
    let others = others.filter(|seat| seat.own_municipality);
    let others = others.map(|seat| Place::of(place.group, seat)).filter(|other| !takes_the_rest(other));
    Answer::any(others.flat_map(|other| rows.iter().map(move |row| fills(cx, &other, *row))))
}

/// Every membership in the group of the person whose membership this is.
pub(super) fn rows_in<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    member: Ref<'a, Member>,
) -> Vec<Ref<'a, Member>> {
    let Some(person) = member.person().known() else { return vec![member] };
    let rows = cx.memberships_of(person.as_str()).iter();
    rows.filter(|(of, _)| of.path == group.path).map(|(_, row)| *row).collect()
}

/// The vacancy that is recorded for the place on the as-of day.
pub(super) fn vacancy<'a>(cx: &Context<'a>, place: &Place<'a>) -> Option<Ref<'a, Vacancy>> {
    cx.vacancies(place.group).find(|vacancy| {
        let function = vacancy.function().known();
        let organisation = vacancy.organisation().known().and_then(|id| cx.organisation(id));
        let is_this = match (function, organisation) {
            (Some(function), None) => place.functions.contains(function) && place.unit().is_none(),
            (None, Some(of)) => {
                (names_an_organisation(place) || takes_the_rest(place)) && suits(cx, place, of).is_yes()
            }
            (Some(function), Some(of)) => place.functions.contains(function) && suits(cx, place, of).is_yes(),
            (None, None) => false,
        };
        is_this && vacancy.office().is_absent() && vacancy.runs_on(cx.as_of).is_yes()
    })
}

/// Does a recorded vacancy of the as-of day say that the place is empty, or may it?
pub(crate) fn may_be_said_vacant<'a>(cx: &Context<'a>, place: &Place<'a>) -> bool {
    cx.vacancies(place.group).any(|vacancy| {
        let of_function = vacancy.function().known().is_none_or(|function| {
            let by_mandate = place.seat.by_mandate && MANAGERS.contains(function);
            place.functions.is_empty() || place.functions.contains(function) || by_mandate
        });
        let organisation = vacancy.organisation().known().and_then(|id| cx.organisation(id));
        let may_be_shared = matches!(place.origin, Origin::OwnMunicipality)
            && !names_an_organisation(place)
            && !takes_the_rest(place);
        let of_organisation = may_be_shared || organisation.is_none_or(|of| !suits(cx, place, of).is_no());
        let runs = vacancy.office().is_absent() && vacancy.runs_on(cx.as_of).is_yes();
        runs && of_function && of_organisation
    })
}

/// Does the member fill the seat in the group for certain, for one unit or municipality at least?
pub(super) fn fills_one<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    seat: &'a Seat,
    member: Ref<'a, Member>,
) -> bool {
    let place = Place::of(group, seat);
    let fills = |origin| fills(cx, &Place { origin, ..place }, member).is_yes();
    match &seat.quota {
        Quota::AtLeast(_) | Quota::Between(_) => fills(place.origin),
        Quota::EachMunicipality => cx
            .charter
            .municipalities
            .iter()
            .any(|municipality| fills(Origin::Municipality(&municipality.code))),
        Quota::EachUnit(kind) => {
            units_of(cx, group, *kind, member).into_iter().any(|unit| fills(Origin::Unit(unit)))
        }
    }
}

/// The units with a seat of their own that the member represents for certain, in its own order.
pub(super) fn units_of<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: OrganisationKind,
    member: Ref<'a, Member>,
) -> Vec<Ref<'a, Organisation>> {
    let mut units: Vec<Ref<'a, Organisation>> = Vec::new();
    for organisation in member.organisations().items().filter_map(|id| cx.organisation(id.item)) {
        let above = cx.upwards(organisation).into_iter();
        let unit = above.filter(|unit| is_unit(cx, group, *unit, kind).is_yes());
        units.extend(
            unit.filter(|unit| units.iter().all(|known| known.path != unit.path)).collect::<Vec<_>>(),
        );
    }
    units
}
