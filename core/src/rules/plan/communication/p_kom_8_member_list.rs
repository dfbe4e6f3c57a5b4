//! P-KOM-8: each standing group's list of representatives is published.

use super::is_active;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::index::{Case, Context, group_subject};
use crate::path::Path;
use crate::record::{Group, GroupKind, Id, Member, PersonId, Publication, PublicationKind, Ref};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-8",
    clauses: ["P-KOM-8"],
    severities: [Warning, Info],
    partition_by: Group,
    each: standing_groups,
    check: check,
    sv: {
        norm: "Namnen på gruppernas representanter finns på SAMLA:s hemsida",
        why: "Alla kan se vem som företräder vilken verksamhet.",
        reading: "Varje fast grupp som finns den dag som prövas ska ha en publicerad lista; utan är det en varning. En ledamot som har kommit till eller slutat efter listans dag gör den inaktuell: en anmärkning, eller en varning när regelverkets frist har gått ut. En lista utan dag är publicerad, men dess ålder går inte att avgöra. Personer med skyddade uppgifter räknas inte. Temagrupper prövas inte.",
        example: "NOSAM Lerum har ingen publicerad lista: varning.",
    },
    en: {
        norm: "The names of the groups' representatives are on SAMLA's website",
        why: "Everybody can see who represents which operation.",
        reading: "Each standing group that exists on the day judged from has a published list; without one it is a warning. A member who has come or gone after the day of the list makes it out of date: a remark, or a warning when the charter's grace is over. A list without a day is published, but its age cannot be told. People with protected data do not count. Theme groups are not judged.",
        example: "NOSAM Lerum has no published list: a warning.",
    },
}

fn standing_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    let standing = cx.judged_groups().filter(|group| group.kind().known() != Some(&GroupKind::ThemeGroup));
    standing.map(|group| Case { subject: group_subject(group), at: group.path, thing: group }).collect()
}

/// Judges one group's list.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    group.kind().read()?;
    if !is_active(cx, group)? {
        return Ok(());
    }
    let publications = cx.record.publications();
    let list_of = |publication: Ref<'a, Publication>| {
        publication
            .kind()
            .is(|kind| *kind == PublicationKind::MemberList)
            .and(|| publication.group().is(|id| Some(id.as_str()) == group.id().known().map(Id::as_str)))
            // A list that is yet to be published is a plan.
            .and(|| publication.on().optional().map(|on| on.is_none_or(|on| *on <= cx.as_of)).into())
    };
    if !publications.any(list_of).told()? {
        verdict.breaks(
            Severity::Warning,
            publications.path,
            words! { group = Param::Id(group.id().known().map_or("", Id::as_str).to_owned());
            sv: "Ingen lista över representanterna i {group} är publicerad",
            en: "No list of the representatives in {group} is published" },
        );
        return Ok(());
    }
    let lists: Vec<_> = publications.items().filter(|publication| list_of(*publication).is_yes()).collect();
    let newest = lists.iter().max_by_key(|list| list.on().known());
    let grace = cx.charter.deadlines.member_list;
    let Some((list, on)) = newest.and_then(|list| Some((list, *list.on().known()?))) else {
        // Nobody said how old the list is; that matters only where it can break something.
        return match (grace, newest) {
            (Some(_), Some(list)) => Err(Lacks::absent(list.on().path)),
            _ => {
                verdict.holds();
                Ok(())
            }
        };
    };
    if let (Some(_), Some(undated)) = (grace, lists.iter().find(|list| list.on().is_absent())) {
        return Err(Lacks::absent(undated.on().path));
    }
    let (changes, unsure) = changes(cx, group, on);
    if let (Some(lacks), Some(_)) = (unsure, grace) {
        verdict.lacks(lacks);
    }
    let Some(&(first, at)) = changes.first() else {
        verdict.holds();
        return Ok(());
    };
    let words = words! { on = on, changed = first, count = changes.len();
    sv: "Listan från {on} är inaktuell, ändringar efter den: {count}, den första {changed}",
    en: "The list of {on} is out of date, changes after it: {count}, the first on {changed}" };
    match grace {
        Some(grace) if first.plus_days(grace) < cx.as_of => {
            verdict.breaks(Severity::Warning, list.path, words).related(at, "change");
        }
        Some(grace) => verdict.not_due(first.plus_days(grace + 1)),
        None => {
            verdict.remarks(list.path, words).related(at, "change");
        }
    }
    Ok(())
}

/// The days after `on` on which somebody came or had gone, in order, and what leaves others unsure.
fn changes<'a>(cx: &Context<'a>, group: Ref<'a, Group>, on: Day) -> (Vec<(Day, Path)>, Option<Lacks>) {
    let mut changes = Vec::new();
    let mut unsure = group.members().unread();
    for member in group.members().items() {
        let shown = shown(cx, member);
        if shown.is_no() {
            continue;
        }
        let gone = member.to().optional().map(|to| to.map(|to| to.plus_days(1)));
        for day in [member.from().optional().map(Option::<&Day>::copied), gone] {
            match (day, &shown) {
                (Ok(Some(day)), Answer::Yes) if on < day && day <= cx.as_of => {
                    changes.push((day, member.path));
                }
                (Ok(Some(day)), Answer::Unknown(lacks)) if on < day && day <= cx.as_of => {
                    unsure = Some(unsure.unwrap_or_default().and(lacks.clone()));
                }
                (Ok(_), _) => {}
                (Err(lacks), _) => unsure = Some(unsure.unwrap_or_default().and(lacks)),
            }
        }
    }
    changes.sort_by_key(|(day, _)| *day);
    (changes, unsure)
}

/// May the member's name stand in a list?
fn shown(cx: &Context<'_>, member: Ref<'_, Member>) -> Answer {
    let Ok(id) = member.person().read() else { return Answer::Yes };
    let mut people = cx.record.people().items();
    let person = people.find(|person| person.id().known().map(Id::as_str) == Some(PersonId::as_str(id)));
    person.map_or(Answer::Yes, |person| person.protected().or(false).map(|protected| !protected).into())
}
