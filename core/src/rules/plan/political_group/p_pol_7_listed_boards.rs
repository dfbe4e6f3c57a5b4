//! P-POL-7: members of the political group come from the listed boards.

use super::stands_for;
use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, MemberFunction, Severity};
use crate::index::{Case, Context, Listing, group_case, has_function, is_ordinary};
use crate::record::{Member, Period, PersonId, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-POL-7",
    subject: "groups/POLITICAL#PERSON",
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: members,
    sv: {
        norm: "Ledamöterna i politiska samrådsgruppen kommer från de uppräknade organen",
        why: "Alla ser vilka som är med i den politiska dialogen, och ingen kommer in vid sidan av.",
        reading: "Den som är ordinarie ledamot den dag som prövningen gäller ska företräda minst ett organ i \
            listan: elva, eller tolv om Lerum räknas som två (A-02). Ett namn jämförs utan skiftläge, \
            bindestreck, mellanslag och accenter (A-39), Regionhälsan och Sjukhusen i väster avser \
            styrelserna (A-15), och det som är en del av ett organ räknas dit. Annars blir det en varning. \
            Adjungerade, stöd och ersättare prövas inte, och inte heller processledaren eller den \
            delregionala samordnaren.",
        example: "En ledamot från kulturnämnden i Lerum sitter som ordinarie: en varning.",
    },
    en: {
        norm: "The members of the political group come from the listed boards",
        why: "Everybody sees who takes part in the political dialogue, and nobody comes in by the side.",
        reading: "Whoever is an ordinary member on the as-of day represents at least one body of the list: \
            eleven, or twelve when Lerum counts as two (A-02). Names are compared without case, hyphens, \
            spaces and accents (A-39), Regionhälsan and Sjukhusen i väster mean their boards (A-15), and \
            what is part of a body counts as that body. Otherwise there is a warning. Co-opted, support and \
            deputy members are not judged, nor is the process leader or the sub-regional coordinator.",
        example: "A member from the culture board of Lerum sits as an ordinary member: a warning.",
    },
}

fn members<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Ref<'a, Member>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::PoliticalGroup) {
        match cx.lives_on(group, cx.as_of) {
            Answer::Yes => {}
            Answer::No => continue,
            Answer::Unknown(lacks) => {
                cases.push(group_case(group, Key::Whole, group.path, Err(lacks)));
                continue;
            }
        }
        if let Some(lacks) = group.members().unread() {
            cases.push(group_case(group, Key::Whole, group.path, Err(lacks)));
        }
        for member in group.members().items() {
            let key = member.person().known().map_or(Key::Whole, |id| Key::Name(PersonId::as_str(id)));
            cases.push(group_case(group, key, member.path, Ok(member)));
        }
    }
    cases
}

/// Judges one member.
fn check<'a>(
    cx: &Context<'a>,
    member: Result<Ref<'a, Member>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    const SUPPORT: &[MemberFunction] =
        &[MemberFunction::ProcessLeader, MemberFunction::SubregionalCoordinator];
    let member = member?;
    // Most members say nothing of support, and need not.
    let supports = || match member.functions().is_absent() {
        true => Answer::No,
        false => has_function(member, SUPPORT),
    };
    let judged = member.runs_on(cx.as_of).and(|| is_ordinary(member)).and(|| supports().not());
    if !judged.told()? {
        return Ok(());
    }
    if stands_for(cx, member.organisations(), &cx.boards(), |_| true).told()? {
        verdict.holds();
        return Ok(());
    }
    let organisations: Vec<String> =
        member.organisations().items().map(|id| id.item.as_str().to_owned()).collect();
    let person = cx.holder(member.person());
    let at = member.organisations().path;
    let words = if organisations.is_empty() {
        words! { person = person;
        sv: "{person} företräder inget organ i politiska samrådsgruppen",
        en: "{person} represents no body in the political group" }
    } else {
        words! { person = person, organisations = Param::Ids(organisations);
        sv: "{person} företräder {organisations}, inget av de organ som ingår i politiska samrådsgruppen",
        en: "{person} represents {organisations}, none of the bodies that the political group consists of" }
    };
    let names = cx.unknown_names([member].into_iter(), Listing::Boards, None);
    verdict.breaks(Severity::Warning, at, words).unknown_names(names).reading("A-02");
    Ok(())
}
