//! Seats (platser): who must sit in a group on the as-of day, and who does.
//!
//! The charter says which seats there are; [`places`] lists them for one rule, [`sits`] tells who fills one,
//! and [`judge`] says it. A rule's file keeps its texts, its own boundaries and what is special.

use crate::answer::{Answer, Lacks};
use crate::charter::{PublicHealthCoordinator, Quota, Seat, Units};
use crate::codes::{
    CompleteKind, MemberFunction, MemberStatus, OrganisationKind, Principal, Provider, Severity,
};
use crate::index::{Case, Context, group_case, group_subject, has_function, lives_on, status};
use crate::lang::Lang;
use crate::path::Path;
use crate::record::{Group, Member, Organisation, OrganisationId, Period, Ref, Vacancy};
use crate::report::Key;
use crate::rules::judge::{Told, Verdict};
use crate::words;
use crate::words::{Param, Words};

/// Titles of managers (chefer).
pub(crate) const MANAGERS: &[MemberFunction] = &[
    MemberFunction::OperationsManager,
    MemberFunction::UnitManager,
    MemberFunction::DepartmentManager,
    MemberFunction::CareUnitManager,
    MemberFunction::ClinicManager,
    MemberFunction::OtherManager,
    MemberFunction::HeadOfAdministration,
];

/// A seat of the charter in one group, on the as-of day.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) group: Ref<'a, Group>,
    pub(crate) seat: &'a Seat,
    /// The titles that fill it: those of the seat, or fewer.
    pub(crate) functions: &'a [MemberFunction],
    /// The kinds of organisations that fill it: those of the seat, or fewer; none: any.
    pub(crate) kinds: &'a [OrganisationKind],
    pub(crate) origin: Origin<'a>,
}

/// Whom somebody in a seat must come from, beside what the seat itself says.
#[derive(Clone, Copy)]
pub(crate) enum Origin<'a> {
    Anywhere,
    /// The group's own municipality.
    OwnMunicipality,
    /// The municipality with this code.
    Municipality(&'a str),
    Unit(Ref<'a, Organisation>),
}

/// Who sits in a place.
pub(crate) enum Sits<'a> {
    /// Enough people with the right title, one row for each.
    Filled(Vec<Ref<'a, Member>>),
    /// Enough only with this manager, whose title is another.
    OtherTitle(Ref<'a, Member>),
    /// So many, which is too few.
    TooFew(usize),
}

impl<'a> Place<'a> {
    /// The seat itself in a group.
    pub(crate) fn of(group: Ref<'a, Group>, seat: &'a Seat) -> Self {
        let origin = if seat.own_municipality { Origin::OwnMunicipality } else { Origin::Anywhere };
        Self { group, seat, functions: &seat.functions, kinds: &seat.organisations, origin }
    }

    /// What the seat is called.
    fn name(&self) -> Param {
        let name = &self.seat.name;
        if self.functions.len() < self.seat.functions.len() {
            return Param::Codes(self.functions.iter().copied().map(Param::from).collect());
        }
        match self.kinds {
            [kind] if self.seat.organisations.is_empty() => Param::Code {
                code: kind.code().into(),
                sv: format!("{} ({})", name.sv, kind.label(Lang::Sv)).into(),
                en: format!("{} ({})", name.en, kind.label(Lang::En)).into(),
            },
            _ => name.clone().into(),
        }
    }

    /// The least number of people that fill it.
    fn least(&self) -> usize {
        match self.seat.quota {
            Quota::AtLeast(least) => least,
            Quota::Between(between) => usize::try_from(between.from).unwrap_or(0),
            Quota::EachUnit(_) | Quota::EachMunicipality => 1,
        }
    }

    fn unit(&self) -> Option<Ref<'a, Organisation>> {
        match self.origin {
            Origin::Unit(unit) => Some(unit),
            Origin::Anywhere | Origin::OwnMunicipality | Origin::Municipality(_) => None,
        }
    }
}

// ── Which places there are ──

/// The places of the seat that `rule` judges, in every group that has it on the as-of day.
///
/// A charter without the seat has none. What keeps a list of units from being told is a case of its own.
pub(crate) fn places<'a>(cx: &Context<'a>, rule: &str) -> Vec<Case<'a, Result<Place<'a>, Lacks>>> {
    let mut cases = Vec::new();
    let Some(seat) = cx.charter.seat(rule, cx.as_of) else { return cases };
    for group in cx.groups(seat.group) {
        let whole = |thing| Case { subject: group_subject(group), at: group.path, thing };
        match lives_on(group, cx.as_of) {
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
            cases.push(group_case(group, key, group.path, Ok(place)));
        }
    }
    cases
}

/// Every place of a group on the as-of day.
pub(crate) fn all_in<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<Place<'a>> {
    let seats = cx
        .charter
        .seats
        .iter()
        .filter(|seat| group.kind().known() == Some(&seat.group) && seat.valid.span().contains(cx.as_of));
    seats.flat_map(|seat| in_group(cx, group, seat)).collect()
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

// ── Who fills them ──

/// Who sits in the place.
///
/// # Errors
/// What would tell it, when it turns on something absent or unreadable.
pub(crate) fn sits<'a>(cx: &Context<'a>, place: &Place<'a>) -> Result<Sits<'a>, Lacks> {
    let least = place.least();
    let mut right: Vec<Ref<'a, Member>> = Vec::new();
    let mut other: Vec<Ref<'a, Member>> = Vec::new();
    let mut right_untold = place.group.members().unread();
    let mut other_untold = right_untold.clone();
    let same = |one: Ref<'a, Member>, another: &Ref<'a, Member>| {
        one.person().known().is_some_and(|person| another.person().known() == Some(person))
    };
    // Most rows are of other days: the days come first.
    for member in place.group.members().items().filter(|member| !member.runs_on(cx.as_of).is_no()) {
        let (has_title, has_other) = (title(place, member), other_title(place, member));
        if has_title.is_no() && has_other.is_no() {
            continue;
        }
        let sits = counts(cx, place, member);
        match sits.clone().and(|| has_title) {
            Answer::Yes if right.iter().any(|known| same(member, known)) => {}
            Answer::Yes => right.push(member),
            Answer::Unknown(lacks) => right_untold = Some(right_untold.unwrap_or_default().and(lacks)),
            Answer::No => {}
        }
        match sits.and(|| has_other) {
            Answer::Yes if other.iter().any(|known| same(member, known)) => {}
            Answer::Yes => other.push(member),
            Answer::Unknown(lacks) => other_untold = Some(other_untold.unwrap_or_default().and(lacks)),
            Answer::No => {}
        }
    }
    if right.len() >= least {
        return Ok(Sits::Filled(right));
    }
    if let Some(lacks) = right_untold {
        return Err(lacks);
    }
    other.retain(|member| !right.iter().any(|known| same(*member, known)));
    match (other.first(), other_untold) {
        (Some(manager), _) if right.len() + other.len() >= least => Ok(Sits::OtherTitle(*manager)),
        (_, Some(lacks)) => Err(lacks),
        (_, None) => Ok(Sits::TooFew(right.len())),
    }
}

/// Does the member fill the place on the as-of day, with the right title?
pub(crate) fn fills<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    if member.runs_on(cx.as_of).is_no() {
        return Answer::No;
    }
    title(place, member).and(|| counts(cx, place, member))
}

/// Does the member sit in the place on the as-of day, if only as another manager with a warning?
pub(crate) fn sits_in<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let is_there = || match (place.unit(), &place.seat.quota) {
        (Some(unit), Quota::EachUnit(kind)) => is_unit(cx, place.group, unit, *kind),
        _ => Answer::Yes,
    };
    title(place, member).or(|| other_title(place, member)).and(|| counts(cx, place, member)).and(is_there)
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
        .and(|| member.runs_on(cx.as_of))
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

fn same_code(one: Result<&str, Lacks>, another: Result<&str, Lacks>) -> Answer {
    match (one, another) {
        (Ok(one), Ok(another)) => (one == another).into(),
        (Err(lacks), _) | (_, Err(lacks)) => Answer::Unknown(lacks),
    }
}

/// Was the member, wherever it comes from, appointed by the group's own municipality?
///
/// A municipality may share its MAS, its MAR or its coordinator; a manager leads an operation of its own.
fn shared<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let is_manager = || place.functions.iter().any(|function| MANAGERS.contains(function));
    if !matches!(place.origin, Origin::OwnMunicipality) || names_an_organisation(place) || is_manager() {
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

/// Is the seat for those whom no other seat of the municipality takes?
///
/// N-REP-9: the managers of the other operations concerned, beside primary care, MAS, MAR and coordinator.
fn takes_the_rest(place: &Place<'_>) -> bool {
    place.seat.rule == "N-REP-9" && place.kinds.is_empty()
}

/// Does the person fill another seat of the municipality in the group?
fn sits_elsewhere<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Answer {
    let others = cx.charter.seats.iter().filter(|seat| {
        seat.group == place.seat.group && seat.own_municipality && seat.valid.span().contains(cx.as_of)
    });
    let rows = rows_in(cx, place.group, member);
    let others = others.map(|seat| Place::of(place.group, seat)).filter(|other| !takes_the_rest(other));
    Answer::any(others.flat_map(|other| rows.iter().map(move |row| fills(cx, &other, *row))))
}

/// Every membership in the group of the person whose membership this is.
fn rows_in<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>) -> Vec<Ref<'a, Member>> {
    let Some(person) = member.person().known() else { return vec![member] };
    let rows = cx.memberships_of(person.as_str()).iter();
    rows.filter(|(of, _)| of.path == group.path).map(|(_, row)| *row).collect()
}

/// The vacancy that is recorded for the place on the as-of day.
pub(crate) fn vacancy<'a>(cx: &Context<'a>, place: &Place<'a>) -> Option<Ref<'a, Vacancy>> {
    place.group.vacancies().items().find(|vacancy| {
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

// ── What is said of them ──

/// Judges one place: filled, filled by another manager, vacant or empty.
///
/// # Errors
/// What would tell it.
pub(crate) fn judge<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    severity: Severity,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    // A unit that may have no seat here is not judged before that can be told.
    if let (Some(unit), Quota::EachUnit(kind)) = (place.unit(), &place.seat.quota) {
        is_unit(cx, place.group, unit, *kind).told()?;
    }
    match sits(cx, place)? {
        Sits::Filled(members) => {
            filled(cx, place, &members, severity, verdict);
        }
        Sits::OtherTitle(member) => {
            other_manager(cx, place, member, verdict);
        }
        Sits::TooFew(number) => {
            too_few(cx, place, number, severity, verdict);
        }
    }
    Ok(())
}

/// Says that the place is filled, and what is worth showing about those who fill it.
pub(crate) fn filled<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    members: &[Ref<'a, Member>],
    severity: Severity,
    verdict: &mut Verdict<'a>,
) {
    verdict.holds();
    verdict.seats(members.iter().copied());
    for member in members {
        several_seats(cx, place, *member, verdict);
    }
    if let Quota::Between(number) = place.seat.quota
        && !number.contains(i64::try_from(members.len()).unwrap_or(i64::MAX))
    {
        verdict.breaks(
            severity,
            place.group.members().path,
            words! { seat = place.name(), filled = members.len(), most = number.to, group = group(place);
            sv: "{filled} i {group} fyller platsen för {seat}, högst {most} ryms",
            en: "{filled} in {group} fill the seat of {seat}, {most} at the most" },
        );
    }
}

/// Says that another manager fills the place.
pub(crate) fn other_manager<'a, 'v>(
    cx: &Context<'a>,
    place: &Place<'a>,
    member: Ref<'a, Member>,
    verdict: &'v mut Verdict<'a>,
) -> Told<'v> {
    let titles = member.functions().items().map(|function| Param::from(*function.item)).collect();
    verdict.seats([member]);
    verdict.breaks(
        Severity::Warning,
        member.functions().path,
        words! { person = person(cx, member), titles = Param::Codes(titles), seat = place.name();
        sv: "{person} är {titles}, platsen är för {seat}",
        en: "{person} is {titles}, the seat is for the {seat}" },
    )
}

/// Says that too few, or nobody, sit in the place: a vacancy where one is recorded, a warning where the
/// unit is new.
pub(crate) fn too_few<'a, 'v>(
    cx: &Context<'a>,
    place: &Place<'a>,
    number: usize,
    severity: Severity,
    verdict: &'v mut Verdict<'a>,
) -> Told<'v> {
    let opened = place.unit().and_then(|unit| unit.from().known().copied());
    let grace = cx.charter.deadlines.new_unit;
    let opened = opened.filter(|opened| opened.days_until(cx.as_of) <= grace);
    if let (Some(opened), Severity::Error) = (opened, severity) {
        verdict.will_be_due_for(
            opened.plus_days(grace + 1),
            "Den nya enhetens plats ska vara fylld",
            "The seat of the new unit is to be filled",
        );
    }
    let severity = if opened.is_some() { severity.min(Severity::Warning) } else { severity };
    let vacancy = vacancy(cx, place);
    if let Some(vacancy) = vacancy {
        verdict.vacant(vacancy);
    }
    let (seat, least) = (place.name(), place.least());
    let words = if let Some(vacancy) = vacancy {
        vacant(place, vacancy)
    } else if let (Some(opened), Some(unit)) = (opened, unit_of(place)) {
        words! { seat = seat, unit = unit, group = group(place), opened = opened, grace = Param::Days(grace);
        sv: "{seat} {unit} saknas i {group}; enheten öppnade {opened} och platsen ska vara fylld inom {grace}",
        en: "The {seat} {unit} is missing in {group}; the unit opened on {opened} and the seat is to be \
            filled within {grace}" }
    } else if let Some(whom) = whom(cx, place) {
        words! { seat = seat, of = whom, group = group(place);
        sv: "{seat} {of} saknas i {group}",
        en: "The {seat} {of} is missing in {group}" }
    } else if least > 1 {
        words! { seat = seat, filled = number, least = least, group = group(place);
        sv: "{filled} i {group} fyller platsen för {seat}, minst {least} behövs",
        en: "{filled} in {group} fill the seat of {seat}, at least {least} are needed" }
    } else {
        words! { seat = seat, group = group(place);
        sv: "{seat} saknas i {group}",
        en: "{seat} is missing in {group}" }
    };
    let told = verdict.breaks(severity, place.group.members().path, words);
    let told = match vacancy {
        Some(vacancy) => told.related(vacancy.path, "vacancy"),
        None => told,
    };
    match (place.unit(), cx.charter.readings.units) {
        (Some(unit), Units::PublicAndPrivate) if cx.is_private(unit).is_yes() => told.reading("A-17"),
        _ => told,
    }
}

/// The sentence on a known vacancy: since when, and why.
fn vacant<'a>(place: &Place<'a>, vacancy: Ref<'a, Vacancy>) -> Words {
    let seat = place.name();
    let since = vacancy.span().unwrap_or_default();
    match (vacancy.reason().known(), unit_of(place)) {
        (None, None) => words! { seat = seat, group = group(place), vacant = since;
        sv: "Platsen för {seat} i {group} är vakant ({vacant})",
        en: "The seat of {seat} in {group} is vacant ({vacant})" },
        (Some(reason), None) => {
            words! { seat = seat, group = group(place), vacant = since, reason = Param::Text(reason.clone());
            sv: "Platsen för {seat} i {group} är vakant ({vacant}), skälet är {reason}",
            en: "The seat of {seat} in {group} is vacant ({vacant}), the reason is {reason}" }
        }
        (None, Some(unit)) => {
            words! { seat = seat, unit = unit, group = group(place), vacant = since;
            sv: "Platsen för {seat} {unit} i {group} är vakant ({vacant})",
            en: "The seat of the {seat} {unit} in {group} is vacant ({vacant})" }
        }
        (Some(reason), Some(unit)) => {
            words! { seat = seat, unit = unit, group = group(place), vacant = since, reason = Param::Text(reason.clone());
            sv: "Platsen för {seat} {unit} i {group} är vakant ({vacant}), skälet är {reason}",
            en: "The seat of the {seat} {unit} in {group} is vacant ({vacant}), the reason is {reason}" }
        }
    }
}

/// Remarks on a person in several seats: units of one kind, other seats of the group, other groups.
///
/// Each is told once: of units with the first, of seats with the last, of groups with the later.
fn several_seats<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    member: Ref<'a, Member>,
    verdict: &mut Verdict<'a>,
) {
    if let (Some(unit), Quota::EachUnit(kind)) = (place.unit(), &place.seat.quota) {
        let units = units_of(cx, place.group, *kind, member);
        if units.first().is_some_and(|first| first.path != unit.path) {
            return;
        }
        if units.len() > 1 {
            let units = units.iter().filter_map(|unit| unit.id().known());
            let units = Param::Ids(units.map(ToString::to_string).collect());
            remark(
                verdict,
                member.organisations().path,
                words! { person = person(cx, member), units = units;
                sv: "{person} företräder flera enheter: {units}",
                en: "{person} represents several units: {units}" },
            );
        }
    }
    let earlier = cx.charter.seats.iter().take_while(|seat| seat.rule != place.seat.rule);
    let earlier =
        earlier.filter(|seat| seat.group == place.seat.group && seat.valid.span().contains(cx.as_of));
    let rows = rows_in(cx, place.group, member);
    let seats: Vec<Param> = earlier
        .filter(|seat| rows.iter().any(|row| fills_one(cx, place.group, seat, *row)))
        .map(|seat| seat.name.clone().into())
        .collect();
    if !seats.is_empty() {
        remark(
            verdict,
            member.path,
            words! { person = person(cx, member), seats = Param::Codes(seats);
            sv: "{person} fyller också platsen för {seats}",
            en: "{person} also fills the seat of {seats}" },
        );
    }
    // Support is one and the same for the whole collaboration (A-35).
    if place.seat.statuses.contains(&MemberStatus::Support) {
        return;
    }
    let Some(id) = member.person().known() else { return };
    let others =
        cx.memberships_of(id.as_str()).iter().take_while(|(group, _)| group.path != place.group.path);
    let others = others.filter(|(group, row)| {
        group.kind().known() == Some(&place.seat.group)
            && lives_on(*group, cx.as_of).is_yes()
            && fills_one(cx, *group, place.seat, *row)
    });
    let mut groups: Vec<String> =
        others.filter_map(|(group, _)| group.id().known()).map(ToString::to_string).collect();
    groups.dedup();
    if !groups.is_empty() {
        remark(
            verdict,
            member.path,
            words! { person = person(cx, member), groups = Param::Ids(groups);
            sv: "{person} fyller samma plats i {groups}",
            en: "{person} fills the same seat in {groups}" },
        );
    }
}

/// Does the member fill the seat in the group for certain, for one unit or municipality at least?
fn fills_one<'a>(cx: &Context<'a>, group: Ref<'a, Group>, seat: &'a Seat, member: Ref<'a, Member>) -> bool {
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
fn units_of<'a>(
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

fn remark(verdict: &mut Verdict<'_>, at: Path, words: Words) {
    verdict.remarks(at, words).reading("A-43");
}

/// The unit or municipality whose seat it is.
fn whom<'a>(cx: &Context<'a>, place: &Place<'a>) -> Option<Param> {
    match place.origin {
        Origin::Unit(_) => unit_of(place),
        Origin::Municipality(code) => {
            let name = cx.charter.municipality(code).to_owned();
            Some(Param::Code { code: code.to_owned().into(), sv: name.clone().into(), en: name.into() })
        }
        Origin::Anywhere | Origin::OwnMunicipality => None,
    }
}

/// The unit whose seat it is, where it has an id to call it by.
fn unit_of(place: &Place<'_>) -> Option<Param> {
    place.unit().and_then(|unit| unit.id().known()).map(|id| Param::Id(id.to_string()))
}

fn group(place: &Place<'_>) -> Param {
    Param::Id(place.group.id().known().map(ToString::to_string).unwrap_or_default())
}

fn person<'a>(cx: &Context<'a>, member: Ref<'a, Member>) -> Param {
    cx.holder(member.person())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::charter::{Between, Charter};
    use crate::record::Record;
    use crate::report::Options;

    /// What the first place of `rule` comes to, in a charter changed by `change`.
    fn first_place(change: impl Fn(&mut Seat), rule: &str, record: &str) -> Option<String> {
        let mut charter = Charter::samla_2023();
        charter.seats.iter_mut().filter(|seat| seat.rule == rule).for_each(change);
        let mut record = Record::read(record.as_bytes()).expect("a record");
        record.settle_all(&charter);
        let as_of = Day::new(2024, 12, 31).expect("a day");
        let cx = Context::new(&record, &charter, as_of, Options::default());
        let place = places(&cx, rule).into_iter().next()?.thing;
        let place = place.expect("a place that can be told");
        Some(match sits(&cx, &place) {
            Ok(Sits::Filled(members)) => format!("filled by {}", members.len()),
            Ok(Sits::OtherTitle(_)) => String::from("another title"),
            Ok(Sits::TooFew(number)) => format!("too few: {number}"),
            Err(lacks) => lacks.places().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        })
    }

    fn coordination(members: &str) -> String {
        format!(
            r#"{{"organisations": [
                {{"id": "kommunen", "kind": "municipal_administration", "principal": "municipality", "municipality": "1489"}},
                {{"id": "regionen", "kind": "regional_administration", "principal": "region"}},
                {{"id": "privat", "kind": "care_centre", "principal": "region", "provider": "private_lov"}}
            ], "groups": [{{"id": "sg", "kind": "coordination_group", "members": [{members}]}}]}}"#
        )
    }

    fn told(rule: &str, members: &str) -> String {
        first_place(|_| {}, rule, &coordination(members)).expect("a place")
    }

    #[test]
    fn a_charter_without_the_seat_has_no_place() {
        let ended = |seat: &mut Seat| seat.valid.to = Day::new(2024, 12, 30);
        assert_eq!(first_place(ended, "P-SG-4", &coordination("")), None);
        let last_day = |seat: &mut Seat| seat.valid.to = Day::new(2024, 12, 31);
        assert_eq!(first_place(last_day, "P-SG-4", &coordination("")).as_deref(), Some("too few: 0"));
    }

    #[test]
    fn as_many_people_as_the_quota_says_fill_a_seat() {
        let two = |seat: &mut Seat| seat.quota = Quota::AtLeast(2);
        let row = |person: &str| format!(r#"{{"person": "{person}", "organisations": ["privat"]}}"#);
        let sits = |people: &[&str]| {
            let rows: Vec<String> = people.iter().map(|person| row(person)).collect();
            first_place(two, "P-SG-5", &coordination(&rows.join(", "))).expect("a place")
        };
        assert_eq!(sits(&["kim"]), "too few: 1");
        assert_eq!(sits(&["kim", "kim"]), "too few: 1", "one person with two rows");
        assert_eq!(sits(&["kim", "lo"]), "filled by 2");
        let between = |seat: &mut Seat| seat.quota = Quota::Between(Between { from: 1, to: 2 });
        let one = coordination(&row("kim"));
        assert_eq!(first_place(between, "P-SG-5", &one).as_deref(), Some("filled by 1"));
    }

    #[test]
    fn the_mandate_of_a_head_of_administration_fills_a_seat_that_takes_it() {
        let sits = |more: &str| {
            told("P-SG-3", &format!(r#"{{"person": "kim", "organisations": ["kommunen"], {more}}}"#))
        };
        assert_eq!(sits(r#""functions": ["head_of_administration"]"#), "filled by 1");
        assert_eq!(sits(r#""functions": ["unit_manager"], "mandate": true"#), "filled by 1");
        assert_eq!(sits(r#""mandate": true"#), "filled by 1");
        assert_eq!(sits(r#""functions": ["unit_manager"], "mandate": false"#), "too few: 0");
        assert_eq!(sits(r#""functions": ["unit_manager"]"#), "/groups/0/members/0/mandate");
        assert_eq!(sits(r#""functions": ["mas"]"#), "too few: 0");
        assert_eq!(sits(r#""mandate": false"#), "/groups/0/members/0/functions");
    }

    #[test]
    fn side_municipality_and_form_of_provision_decide_where_the_seat_says_so() {
        let head = |organisation: &str| {
            format!(
                r#"{{"person": "kim", "organisations": ["{organisation}"], "functions": ["head_of_administration"]}}"#
            )
        };
        assert_eq!(told("P-SG-3", &head("kommunen")), "filled by 1");
        assert_eq!(told("P-SG-3", &head("regionen")), "too few: 0");
        assert_eq!(told("P-SG-4", &head("regionen")), "filled by 1");
        assert_eq!(told("P-SG-4", &head("kommunen")), "too few: 0");
        assert_eq!(told("P-SG-4", &head("privat")), "too few: 0", "a private provider fills P-SG-5 only");
        assert_eq!(told("P-SG-5", &head("privat")), "filled by 1");
        assert_eq!(told("P-SG-5", &head("regionen")), "too few: 0");
    }
}
