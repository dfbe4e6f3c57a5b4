//! N-EKO-2: each principal carries out in its own line what was agreed.

use std::collections::BTreeSet;
use std::iter;

use crate::answer::{Answer, Lacks};
use crate::charter::{LineImplementation, PrivateSide};
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, Side, is_line};
use crate::record::{Decision, Implementation, List, Matter, Organisation, Ref, View};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::{Decided, decisions, kind_of};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-EKO-2",
    subject: "matters/M#PRINCIPAL",
    severities: [Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: parts,
    sv: {
        norm: "Varje huvudman genomför det överenskomna i sin egen linje",
        why: "NOSAM har ingen egen personal. Utan en verksamhet som tar uppgiften hos varje huvudman blir en \
            överenskommelse liggande.",
        reading: "Ett gemensamt beslut av en NOSAM ska ha minst en genomförande linjeverksamhet i regionen \
            och en i kommunen, ett av samordningsgruppen en i regionen och en i varje kommun; beslutar flera \
            tillsammans gäller det allas huvudmän. För varje huvudman som saknas ges en varning. Har ärendet \
            lämnats vidare till samordningsgruppen eller politiska samrådsgruppen, utan att den var med och \
            beslutade, prövas det inte. Linje är allt utom stödkansli, politisk nämnd och \
            brukarorganisation. En privat utförare räknas till regionen (A-19). Om det blev gjort prövas \
            inte. Läser regelverket genomförandet som en rekommendation ges bara en anmärkning (A-14).",
        example: "En gemensam checklista ska införas, men bara kommunens primärvård är utsedd att genomföra \
            den: en varning för regionen.",
    },
    en: {
        norm: "Each principal carries out in its own line what was agreed",
        why: "NOSAM has no staff. Without an operation of each principal that takes the task, an agreement \
            stays on paper.",
        reading: "A common decision of a NOSAM has at least one line organisation of the region and one of \
            the municipality to carry it out, one of the coordination group one of the region and one of \
            each municipality; where several decide together it is the principals of all. There is a warning \
            for each principal that is missing. A matter that was handed over to the coordination group or \
            the political group, where that did not itself take part, is not judged. Line is everything but \
            support offices, political boards and user organisations. A private provider counts as region \
            (A-19). Whether it was done is not judged. If the charter reads implementation as a \
            recommendation there is a remark only (A-14).",
        example: "A common checklist is to be introduced, but only municipal primary care is to carry it \
            out: a warning for the region.",
    },
}

/// A principal: each has a line of its own.
#[derive(Clone, Copy)]
enum Owner<'a> {
    Region,
    /// The municipality with this code.
    Municipality(&'a str),
}

impl<'a> Owner<'a> {
    fn key(self) -> Key<&'a str> {
        match self {
            Self::Region => Key::Name("region"),
            Self::Municipality(code) => Key::Name(code),
        }
    }

    /// Is the organisation in its line?
    fn has(self, cx: &Context<'a>, organisation: Ref<'a, Organisation>) -> Answer {
        is_line(organisation).and(|| match self {
            Self::Region => cx.is_on_side(organisation, Side::Region),
            Self::Municipality(code) => cx
                .is_on_side(organisation, Side::Municipality)
                .and(|| cx.municipality(organisation).map(|its| its == code).into()),
        })
    }
}

/// The principals of those who decided, and what more there may be.
fn owners<'a>(cx: &Context<'a>, decided: &Decided<'a>) -> (Vec<Owner<'a>>, Option<Lacks>) {
    let (groups, mut untold) = decided.judged_groups(cx, KINDS);
    let mut codes = BTreeSet::new();
    for group in groups {
        match group.kind().known() {
            Some(GroupKind::CoordinationGroup) => {
                codes.extend(cx.charter.municipalities.iter().map(|it| it.code.as_str()));
            }
            _ => match group.municipality().read() {
                Ok(code) => {
                    codes.insert(code.as_str());
                }
                Err(lacks) => untold = Some(untold.unwrap_or_default().and(lacks)),
            },
        }
    }
    let municipalities = codes.into_iter().map(Owner::Municipality);
    (iter::once(Owner::Region).chain(municipalities).collect(), untold)
}

/// Does the rule ask of the matter: is it common, and decided by those who carry it out?
fn asks<'a>(cx: &Context<'a>, matter: Ref<'a, Matter>) -> Answer {
    matter.common().is(|common| *common).and(|| match matter.decision().get() {
        Ok(decision) => upwards(cx, decision).not(),
        Err(lacks) => Answer::Unknown(lacks),
    })
}

/// Was the matter handed over to a group above that did not itself take part?
fn upwards<'a>(cx: &Context<'a>, decision: Ref<'a, Decision>) -> Answer {
    let to = match decision.referred_to().optional() {
        Ok(None) => return Answer::No,
        Ok(Some(to)) => to.as_str(),
        Err(lacks) => return Answer::Unknown(lacks),
    };
    let above = [GroupKind::CoordinationGroup, GroupKind::PoliticalGroup];
    Answer::any(above.map(|kind| kind_of(cx, to, kind)))
        .and(|| decision.groups().any(|group| (group.item.as_str() == to).into()).not())
}

/// Whose decisions are judged.
const KINDS: &[GroupKind] = &[GroupKind::Nosam, GroupKind::CoordinationGroup];

/// A decision and one of the principals that carry it out.
type Part<'a> = (Decided<'a>, Owner<'a>);

fn parts<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Part<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for Case { subject, at, thing } in decisions(cx, KINDS, |matter| asks(cx, matter)) {
        let decided = match thing {
            Ok(decided) => decided,
            Err(lacks) => {
                cases.push(Case { subject, at, thing: Err(lacks) });
                continue;
            }
        };
        let (owners, untold) = owners(cx, &decided);
        let untold = untold.map(|lacks| Case { subject, at, thing: Err(lacks) });
        cases.extend(untold);
        cases.extend(owners.into_iter().map(|owner| Case {
            subject: subject.with(owner.key()),
            at,
            thing: Ok((decided.clone(), owner)),
        }));
    }
    cases
}

/// Judges one principal's part in one decision.
fn check<'a>(
    cx: &Context<'a>,
    part: Result<Part<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let (decided, owner) = part?;
    let rows = decided.decision.implementation();
    let carries_out = |row: Ref<'a, Implementation>| match row.organisation().read() {
        Err(lacks) => Answer::Unknown(lacks),
        Ok(id) => match cx.organisation(id) {
            None => Answer::Unknown(Lacks::unreadable(row.organisation().path)),
            Some(organisation) => owner.has(cx, organisation),
        },
    };
    let found = if rows.is_absent() { Answer::No } else { rows.any(carries_out) };
    if found.told()? {
        verdict.holds();
        return Ok(());
    }
    if !asks(cx, decided.matter).told()? {
        return Ok(());
    }
    let at = if rows.is_absent() { decided.decision.path } else { rows.path };
    let words = match owner {
        Owner::Region => words! { side = Side::Region;
        sv: "Ingen linjeverksamhet på {side} är utsedd att genomföra det gemensamma beslutet",
        en: "No line organisation on {side} is named to carry out the common decision" },
        Owner::Municipality(code) => words! { municipality = shown(cx, code);
        sv: "Ingen linjeverksamhet i kommunen {municipality} är utsedd att genomföra det gemensamma beslutet",
        en: "No line organisation of the municipality {municipality} is named to carry out the common decision" },
    };
    let told = match cx.charter.readings.line_implementation {
        LineImplementation::Duty => verdict.breaks(Severity::Warning, at, words),
        LineImplementation::Recommendation => verdict.remarks(at, words),
    };
    told.reading(if private_elsewhere(cx, rows, owner) { "A-19" } else { "A-14" });
    Ok(())
}

/// Would a private provider carry it out for the region if the reading put it there?
fn private_elsewhere<'a>(cx: &Context<'a>, rows: View<'a, List<Implementation>>, owner: Owner<'a>) -> bool {
    matches!(owner, Owner::Region)
        && cx.charter.readings.private_side != PrivateSide::Region
        && rows
            .items()
            .filter_map(|row| cx.organisation(row.organisation().known()?))
            .any(|organisation| cx.is_private(organisation).is_yes())
}

fn shown(cx: &Context<'_>, code: &str) -> Param {
    let name = cx.charter.municipality(code).to_owned();
    Param::Code { code: code.to_owned().into(), sv: name.clone().into(), en: name.into() }
}
