//! P-KOM-8: the representatives of each group are named on the website.

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{GroupKind, PublicationKind, Severity};
use crate::index::{Case, Context, InTime, shown};
use crate::record::{Group, Id, Period, PersonId, Publication, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-KOM-8",
    subject: "groups/G",
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups, meetings, publications],
    judges: Groups,
    each: standing_groups,
    sv: {
        norm: "Representanterna i varje grupp är namngivna på SAMLA:s hemsida",
        due: "En aktuell lista över gruppens representanter ska ha publicerats",
        why: "Alla kan se vem som företräder vem, och vem man ska vända sig till.",
        reading: "Varje NOSAM, samordningsgruppen och politiska samrådsgruppen ska, när de är igång den dag \
            som prövningen gäller, ha en lista (`member_list`) publicerad den dagen eller tidigare. Den \
            första ska vara ute senast 35 dagar efter gruppens första dag eller, om det är senare, dagen för \
            gruppens nästa möte som kräver anteckningar, hållet eller planerat (A-32); dagen efter är en \
            varning. Kom den senare är det en anmärkning. Utan gruppens första dag går det bara att avgöra \
            när det finns en lista. Är listan äldre än en ändring bland ledamöterna är det en anmärkning; \
            har regelverket en frist (`deadlines.member_list`) är sista dagen så många dagar efter \
            ändringen, och dagen efter är det en varning. Den som har skyddade uppgifter behöver inte stå \
            med. Temagrupper prövas inte.",
        example: "NOSAM Lerum har ingen publicerad lista över representanterna: en varning.",
    },
    en: {
        norm: "The representatives of each group are named on SAMLA's website",
        due: "A current list of the group's representatives is to be published",
        why: "Everybody can see who represents whom, and whom to turn to.",
        reading: "Every NOSAM, the coordination group and the political group, when at work on the as-of \
            day, have a list (`member_list`) published on that day or before. The first is out within 35 \
            days of the group's first day or, if that is later, by the day of the group's next meeting that \
            owes notes, held or planned (A-32); the day after there is a warning. If it came later there is \
            a remark. Without the group's first day it can only be told when there is a list. When the list \
            is older than a change of members there is a remark; when the charter sets a grace \
            (`deadlines.member_list`) the last day is so many days after the change, and on the day after \
            there is a warning. Whoever is protected need not be named. Theme groups are not judged.",
        example: "NOSAM Lerum has no published list of its representatives: a warning.",
    },
}

fn standing_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    let is_standing = |group: Ref<'a, Group>| group.kind().known() != Some(&GroupKind::ThemeGroup);
    super::all_groups(cx).into_iter().filter(|case| is_standing(case.thing)).collect()
}

/// Judges one group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let id = group.id().read()?;
    let published = cx.record.publications().any(|it| lists(it, id).and(|| is_out(cx, it)));
    if let Answer::Yes = published {
        return compare(cx, group, id, verdict);
    }
    // Without the group's first day nobody knows from when to count.
    let in_time = in_time(cx, group, id);
    let early = match &in_time {
        Ok(in_time) => in_time.holds(cx.as_of),
        Err(lacks) => Answer::Unknown(lacks.clone()),
    };
    if let (Ok(in_time), Answer::Yes) = (&in_time, &early) {
        verdict.not_due(in_time.earliest.plus_days(1));
        return Ok(());
    }
    if published.not().and(|| early.not()).told()? {
        let words = words! { group = shown(group);
        sv: "Det finns ingen publicerad lista över representanterna i {group}",
        en: "There is no published list of the representatives of {group}" };
        let told = verdict.breaks(Severity::Warning, cx.record.publications().path, words).reading("A-32");
        if let Ok(in_time) = in_time {
            told.missed_by(in_time.latest);
        }
    }
    Ok(())
}

/// The last day for the group's first list.
fn in_time<'a>(cx: &Context<'a>, group: Ref<'a, Group>, id: &Id) -> Result<InTime, Lacks> {
    group.from().read().map(|from| cx.in_time_after(id.as_str(), *from))
}

/// Remarks that the first list came late, where the record is complete from the group's first day and would know an
/// earlier one.
fn late<'a>(cx: &Context<'a>, group: Ref<'a, Group>, id: &Id, first: Day, verdict: &mut Verdict<'a>) {
    let Ok(in_time) = in_time(cx, group, id) else { return };
    let complete_from = cx.record.complete_from().known();
    let is_complete = complete_from.zip(group.from().known()).is_some_and(|(from, first)| from <= first);
    if is_complete && in_time.holds(first).is_no() {
        let words = words! { group = shown(group), on = first, last = in_time.latest;
        sv: "Den första listan för {group} publicerades {on}, den skulle ha publicerats senast {last}",
        en: "The first list of {group} was published on {on}, it was due by {last}" };
        verdict.remarks(group.path, words).reading("A-32");
    }
}

/// Is it a list of the group with this id?
fn lists(publication: Ref<'_, Publication>, id: &Id) -> Answer {
    let of_group = || publication.group().is(|group| group.as_str() == id.as_str());
    publication.kind().is(|kind| *kind == PublicationKind::MemberList).and(of_group)
}

fn is_out(cx: &Context<'_>, publication: Ref<'_, Publication>) -> Answer {
    publication.on().is(|day| *day <= cx.as_of)
}

/// Compares the latest list with the members of the as-of day.
fn compare<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    id: &Id,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let publications = cx.record.publications();
    let sure = publications.items().filter(|it| lists(*it, id).and(|| is_out(cx, *it)).is_yes());
    let dated: Vec<_> = sure.filter_map(|it| Some((*it.on().known()?, it))).collect();
    let first = dated.iter().map(|(day, _)| *day).min();
    let Some((on, list)) = dated.into_iter().max_by_key(|(day, _)| *day) else { return Ok(()) };
    let newer = publications.any(|it| {
        let later = || it.on().is(|day| on < *day && *day <= cx.as_of);
        lists(it, id).and(later)
    });
    let mut changes = changes_since(cx, group, on);
    // What may be a newer list may name them.
    if let Answer::Unknown(lacks) = newer {
        changes.sure.clear();
        changes.lacks = changes.lacks.and(lacks);
    } else if let Some(first) = first {
        late(cx, group, id, first, verdict);
    }
    let persons = |changed: &[(Day, &'a PersonId)]| {
        Param::Persons(changed.iter().map(|(_, person)| cx.person(person.as_str())).collect())
    };
    let at = list.path;
    let Some(grace) = cx.charter.deadlines.member_list else {
        if !changes.sure.is_empty() {
            let words = words! { group = shown(group), on = on, persons = persons(&changes.sure);
            sv: "Listan för {group} publicerades {on}, före ändringar som gäller {persons}",
            en: "The list of {group} was published on {on}, before changes that concern {persons}" };
            verdict.remarks(at, words);
        }
        verdict.holds();
        return Ok(());
    };
    let (late, fresh): (Vec<_>, Vec<_>) =
        changes.sure.into_iter().partition(|(day, _)| day.plus_days(grace) < cx.as_of);
    if !late.is_empty() {
        let words = words! { group = shown(group), on = on, persons = persons(&late), grace = Param::Days(grace);
        sv: "Listan för {group} publicerades {on}, före ändringar som gäller {persons}, och skulle ha \
            bytts ut inom {grace}",
        en: "The list of {group} was published on {on}, before changes that concern {persons}, and was to be replaced \
            within {grace}" };
        verdict.breaks(Severity::Warning, at, words).absent_since(None);
        return Ok(());
    }
    if !changes.lacks.is_empty() {
        return Err(changes.lacks);
    }
    if let Some(first) = fresh.iter().map(|(day, _)| *day).min() {
        verdict.not_due(first.plus_days(grace + 1));
    } else {
        verdict.holds();
    }
    Ok(())
}

/// Who has come or gone since a list was published, and from which day on.
struct Changes<'a> {
    sure: Vec<(Day, &'a PersonId)>,
    lacks: Lacks,
}

fn changes_since<'a>(cx: &Context<'a>, group: Ref<'a, Group>, on: Day) -> Changes<'a> {
    let members = group.members();
    let mut changes = Changes { sure: Vec::new(), lacks: members.unread().unwrap_or_default() };
    let mut seen: Vec<&PersonId> = Vec::new();
    for member in members.items() {
        let person = match member.person().read() {
            Ok(person) if seen.contains(&person) => continue,
            Ok(person) => person,
            Err(lacks) => {
                changes.lacks = changes.lacks.and(lacks);
                continue;
            }
        };
        seen.push(person);
        let rows = || members.items().filter(|row| row.person().known() == Some(person));
        let sits = |day: Day| Answer::any(rows().map(|row| row.runs_on(day)));
        let (then, now) = (sits(on), sits(cx.as_of));
        let changed = match (&then, &now) {
            (Answer::Yes, Answer::Yes) | (Answer::No, Answer::No) => Answer::No,
            (Answer::Unknown(lacks), _) | (_, Answer::Unknown(lacks)) => Answer::Unknown(lacks.clone()),
            _ => is_protected(cx, person).not(),
        };
        let running = |day: Day| rows().filter(move |row| row.runs_on(day).is_yes());
        let since = if now.is_yes() {
            running(cx.as_of).filter_map(|row| row.from().known().copied()).min()
        } else {
            running(on).filter_map(|row| row.to().known().copied()).max().map(|last| last.plus_days(1))
        };
        match (changed, since) {
            (Answer::Yes, Some(day)) => changes.sure.push((day, person)),
            (Answer::Unknown(lacks), _) => changes.lacks = changes.lacks.and(lacks),
            _ => {}
        }
    }
    changes
}

/// Is the person one whose name is never shown?
fn is_protected<'a>(cx: &Context<'a>, person: &PersonId) -> Answer {
    let entry =
        cx.record.people().items().find(|it| it.id().is(|id| id.as_str() == person.as_str()).is_yes());
    entry.map_or(Answer::No, |entry| entry.protected().or(false).into())
}
