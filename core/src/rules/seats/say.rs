//! What is said of a place: filled, filled by another manager, vacant or empty, and of people in several.

use super::fill::{fills_one, may_be_said_vacant, rows_in, sits, units_of, vacancy};
use super::places::{in_force, is_unit};
use super::{Origin, Place, Sits};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::charter::{Quota, Units};
use crate::codes::{MemberStatus, Severity};
use crate::index::{Context, Listing};
use crate::lang::Both;
use crate::record::{Member, Organisation, Period, Ref, Vacancy};
use crate::rules::judge::{Told, Verdict};
use crate::words;
use crate::words::{Param, Words};

/// Judges one place: filled, filled by another manager, vacant or empty.
///
/// # Errors
/// What would tell it.
pub(crate) fn judge<'a>(cx: &Context<'a>, place: &Place<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    // A unit that may have no seat here is not judged before that can be told.
    if let (Some(unit), Quota::EachUnit(kind)) = (place.unit(), &place.seat.quota) {
        is_unit(cx, place.group, unit, *kind).told()?;
    }
    match sits(cx, place)? {
        Sits::Filled(members) => filled(cx, place, &members, verdict),
        Sits::OtherTitle(member) => other_manager(cx, place, member, verdict),
        Sits::TooFew(number) => {
            too_few(cx, place, number, verdict);
        }
    }
    Ok(())
}

/// Says that the place is filled, and what is worth showing about those who fill it.
pub(crate) fn filled<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    members: &[Ref<'a, Member>],
    verdict: &mut Verdict<'a>,
) {
    verdict.holds();
    verdict.seats(members.iter().copied());
    for member in members {
        acting(cx, name(place), *member, verdict);
        several_seats(cx, place, *member, verdict);
    }
    if let Quota::Between(number) = place.seat.quota
        && !number.contains(i64::try_from(members.len()).unwrap_or(i64::MAX))
    {
        let words = words! { seat = name(place), filled = people(members.len()), most = Param::People(number.to),
        group = group(place);
        sv: "{filled} i {group} fyller platsen för {seat}, högst {most} ryms",
        en: "The seat of {seat} in {group} is filled by {filled} and has room for {most}" };
        // One of them may have left since.
        verdict.breaks(place.severity, place.group.members().path, words).absent_since(None);
    }
}

/// So many people.
pub(crate) fn people(number: usize) -> Param {
    Param::People(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Says that who fills the seat only acts in it.
pub(crate) fn acting<'a>(cx: &Context<'a>, seat: Param, member: Ref<'a, Member>, verdict: &mut Verdict<'a>) {
    if member.acting().known() == Some(&true) {
        let words = words! { person = cx.holder(member.person()), seat = seat;
        sv: "{person} är tillförordnad på platsen för {seat}, som räknas som fylld",
        en: "{person} only acts in the seat of {seat}, which counts as filled" };
        verdict.remarks(member.acting().path, words);
    }
}

/// Says that another manager fills the place.
pub(crate) fn other_manager<'a>(
    cx: &Context<'a>,
    place: &Place<'a>,
    member: Ref<'a, Member>,
    verdict: &mut Verdict<'a>,
) {
    let titles = member.functions().items().map(|function| Param::from(*function.item)).collect();
    verdict.seats([member]);
    let told = verdict.breaks(
        Severity::Warning,
        member.functions().path,
        words! { person = cx.holder(member.person()), titles = Param::Codes(titles), seat = name(place);
        sv: "{person} är {titles}, men platsen är för {seat}",
        en: "{person} is {titles}, but the seat is for the {seat}" },
    );
    if !may_be_said_vacant(cx, place) {
        told.absent_since(None);
    }
}

/// Says that too few, or nobody, sit in the place: a vacancy where one is recorded, a warning where the
/// unit is new.
pub(crate) fn too_few<'a, 'v>(
    cx: &Context<'a>,
    place: &Place<'a>,
    number: usize,
    verdict: &'v mut Verdict<'a>,
) -> Told<'v> {
    let grace = cx.charter.deadlines.new_unit;
    let opened = place.unit().and_then(|unit| unit.from().known().copied());
    let opened = opened.filter(|opened| opened.days_until(cx.as_of) <= grace);
    let severity = if opened.is_some() { Severity::Warning } else { place.severity };
    if let (Some(opened), Severity::Error) = (opened, place.severity) {
        verdict.will_be_due_for(
            opened.plus_days(grace + 1),
            "Den nya enhetens plats ska vara fylld",
            "The seat of the new unit is to be filled",
        );
    }
    let vacancy = vacancy(cx, place);
    let words = match vacancy {
        Some(vacancy) => vacant(place, vacancy),
        None => missing(cx, place, number, opened),
    };
    vacancy.into_iter().for_each(|vacancy| verdict.vacant(vacancy));
    let told = verdict.breaks(severity, place.group.members().path, words);
    let told = match vacancy {
        Some(vacancy) => told.related(vacancy.path, "vacancy"),
        None if may_be_said_vacant(cx, place) => told,
        None => told.absent_since(None),
    };
    let told = match &place.seat.party {
        Some(party) => {
            told.unknown_names(cx.unknown_names(place.group.members().items(), Listing::Parties, Some(party)))
        }
        None => told,
    };
    match (place.unit(), cx.charter.readings.units) {
        (Some(unit), Units::PublicAndPrivate) if cx.is_private(unit).is_yes() => told.reading("A-17"),
        _ => told,
    }
}

/// The sentence on a known vacancy: since when, and why.
fn vacant<'a>(place: &Place<'a>, vacancy: Ref<'a, Vacancy>) -> Words {
    let seat = match unit_of(place) {
        None => words! { seat = name(place); sv: "Platsen för {seat}", en: "The seat of {seat}" },
        Some(unit) => words! { seat = name(place), unit = unit;
        sv: "Platsen för {seat} {unit}",
        en: "The seat of the {seat} {unit}" },
    };
    let vacant = words! { group = group(place), vacant = vacancy.span().unwrap_or_default();
    sv: " i {group} är vakant ({vacant})",
    en: " in {group} is vacant ({vacant})" };
    seat.then(vacant).because(vacancy.reason().known())
}

/// The sentence on a seat that `number` people sit in, which is too few, for a unit that may have `opened` lately.
fn missing<'a>(cx: &Context<'a>, place: &Place<'a>, number: usize, opened: Option<Day>) -> Words {
    let (seat, group, least) = (name(place), group(place), place.least());
    let missing = |seat: Words| {
        seat.then(words! { group = group.clone(); sv: " saknas i {group}", en: " is missing in {group}" })
    };
    match (whom(cx, place), opened) {
        (Some(unit), Some(opened)) => {
            let grace = Param::Days(cx.charter.deadlines.new_unit);
            missing(words! { seat = seat, unit = unit; sv: "{seat} {unit}", en: "The {seat} {unit}" }).then(
                words! { opened = opened, grace = grace;
                sv: "; enheten öppnade {opened} och platsen ska vara fylld inom {grace}",
                en: "; the unit opened on {opened} and the seat is to be filled within {grace}" },
            )
        }
        (Some(of), None) => {
            missing(words! { seat = seat, of = of; sv: "{seat} {of}", en: "The {seat} {of}" })
        }
        (None, _) if least > 1 => {
            words! { seat = seat, filled = people(number), least = people(least), group = group;
            sv: "{filled} i {group} fyller platsen för {seat}, minst {least} behövs",
            en: "The seat of {seat} in {group} is filled by {filled}, at least {least} are needed" }
        }
        (None, _) => missing(words! { seat = seat; sv: "{seat}", en: "{seat}" }),
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
    let person = || cx.holder(member.person());
    let mut remark = |at, words: Words| {
        verdict.remarks(at, words).reading("A-43");
    };
    let units = units(cx, place, member);
    if let (Some(unit), Some(first)) = (place.unit(), units.first())
        && first.path != unit.path
    {
        return;
    }
    if units.len() > 1 {
        let units = units.iter().filter_map(|unit| unit.id().known()).map(ToString::to_string).collect();
        let words = words! { person = person(), units = Param::Ids(units);
        sv: "{person} företräder flera enheter: {units}",
        en: "{person} represents several units: {units}" };
        remark(member.organisations().path, words);
    }
    let seats = earlier_seats(cx, place, member);
    if !seats.is_empty() {
        let words = words! { person = person(), seats = Param::Codes(seats);
        sv: "{person} fyller också platsen för {seats}",
        en: "{person} also fills the seat of {seats}" };
        remark(member.path, words);
    }
    let groups = earlier_groups(cx, place, member);
    if !groups.is_empty() {
        let words = words! { person = person(), groups = Param::Ids(groups);
        sv: "{person} fyller samma plats i {groups}",
        en: "{person} fills the same seat in {groups}" };
        remark(member.path, words);
    }
}

/// The units that the member sits there for, where each has a seat of its own.
fn units<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Vec<Ref<'a, Organisation>> {
    match (place.unit(), &place.seat.quota) {
        (Some(_), Quota::EachUnit(kind)) => units_of(cx, place.group, *kind, member),
        _ => Vec::new(),
    }
}

/// The seats of the group that the person fills and that stand before this one in the charter.
fn earlier_seats<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Vec<Param> {
    let rows = rows_in(cx, place.group, member);
    let earlier = cx.charter.seats.iter().take_while(|seat| seat.rule != place.seat.rule);
    earlier
        .filter(in_force(cx, place.seat.group))
        .filter(|seat| rows.iter().any(|row| fills_one(cx, place.group, seat, *row)))
        .map(|seat| seat.name.clone().into())
        .collect()
}

/// The groups before this one in the record where the person fills the same seat.
fn earlier_groups<'a>(cx: &Context<'a>, place: &Place<'a>, member: Ref<'a, Member>) -> Vec<String> {
    // Support is one and the same for the whole collaboration.
    if place.seat.statuses.contains(&MemberStatus::Support) {
        return Vec::new();
    }
    let rows = member.person().known().map_or(&[][..], |id| cx.memberships_of(id.as_str()));
    let others =
        rows.iter().take_while(|(group, _)| group.path != place.group.path).filter(|(group, row)| {
            group.kind().known() == Some(&place.seat.group)
                && cx.lives_on(*group, cx.as_of).is_yes()
                && fills_one(cx, *group, place.seat, *row)
        });
    let mut groups: Vec<String> =
        others.filter_map(|(group, _)| group.id().known()).map(ToString::to_string).collect();
    groups.dedup();
    groups
}

/// What the seat is called.
fn name(place: &Place<'_>) -> Param {
    let name = &place.seat.name;
    if place.functions.len() < place.seat.functions.len() {
        return Param::Codes(place.functions.iter().copied().map(Param::from).collect());
    }
    match place.kinds {
        [kind] if place.seat.organisations.is_empty() => {
            let Both { sv, en } = Both::each(|lang| format!("{} ({})", name.of(lang), kind.label(lang)));
            Param::Code { code: kind.code().into(), sv: sv.into(), en: en.into() }
        }
        _ => name.clone().into(),
    }
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
