//! N-EKO-2: each principal carries out in its own line what was agreed.

use crate::answer::{Answer, Lacks};
use crate::charter::{LineImplementation, PrivateSide};
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, Side, is_line};
use crate::record::{Implementation, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::{Decided, decisions};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-EKO-2",
    severities: [Warning, Info],
    partition_by: Record,
    part: Matter,
    each: sides,
    sv: {
        norm: "Varje huvudman genomför det överenskomna i sin egen linje",
        why: "NOSAM har ingen egen personal. Utan en verksamhet som tar uppgiften på varje sida blir en \
            överenskommelse liggande.",
        reading: "Ett gemensamt beslut av en NOSAM eller samordningsgruppen ska ha minst en genomförande \
            linjeverksamhet på kommunens sida och en på regionens, annars ges en varning för den sida som \
            saknas. Linje är allt utom stödkansli, politisk nämnd och brukarorganisation. En privat utförare \
            räknas till regionen (A-19). Om det blev gjort prövas inte. Läser regelverket genomförandet som \
            en rekommendation ges bara en anmärkning (A-14).",
        example: "En gemensam checklista ska införas, men bara kommunens primärvård står som genomförande: \
            en varning för regionens sida.",
    },
    en: {
        norm: "Each principal carries out in its own line what was agreed",
        why: "NOSAM has no staff. Without an operation on each side that takes the task, an agreement stays on paper.",
        reading: "A common decision of a NOSAM or the coordination group has at least one line organisation \
            on the municipal side and one on the regional side to carry it out, otherwise there is a warning \
            for the side that is missing. Line is everything but support offices, political boards and user \
            organisations. A private provider counts as region (A-19). Whether it was done is not judged. If \
            the charter reads implementation as a recommendation there is a remark only (A-14).",
        example: "A common checklist is to be introduced, but only municipal primary care is to carry it \
            out: a warning for the regional side.",
    },
}

/// The principals: each has a line of its own.
const SIDES: [(&str, Side); 2] = [("municipality", Side::Municipality), ("region", Side::Region)];

fn sides<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<(Decided<'a>, Side), Lacks>>> {
    let mut cases = Vec::new();
    let kinds = [GroupKind::Nosam, GroupKind::CoordinationGroup];
    for case in decisions(cx, &kinds, |matter| matter.common().is(|common| *common)) {
        match case.thing {
            Err(lacks) => cases.push(Case { subject: case.subject, at: case.at, thing: Err(lacks) }),
            Ok(decided) => cases.extend(SIDES.map(|(name, side)| Case {
                subject: case.subject.with(Key::Name(name)),
                at: case.at,
                thing: Ok((decided.clone(), side)),
            })),
        }
    }
    cases
}

/// Judges one principal's part in one decision.
fn check<'a>(
    cx: &Context<'a>,
    case: Result<(Decided<'a>, Side), Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let (decided, side) = case?;
    let rows = decided.decision.implementation();
    let carries_out = |row: Ref<'a, Implementation>| match row.organisation().read() {
        Err(lacks) => Answer::Unknown(lacks),
        Ok(id) => match cx.organisation(id) {
            None => Answer::Unknown(Lacks::unreadable(row.organisation().path)),
            Some(organisation) => is_line(organisation).and(|| cx.is_on_side(organisation, side)),
        },
    };
    let found = if rows.is_absent() { Answer::No } else { rows.any(carries_out) };
    if found.told()? {
        verdict.holds();
        return Ok(());
    }
    decided.matter.common().read()?;
    // A private provider would be on the regional side if the reading said so.
    let private = || {
        rows.items().filter_map(|row| cx.organisation(row.organisation().known()?)).any(|organisation| {
            side == Side::Region
                && cx.charter.readings.private_side != PrivateSide::Region
                && cx.is_private(organisation).is_yes()
        })
    };
    let at = if rows.is_absent() { decided.decision.path } else { rows.path };
    let words = words! { side = side;
    sv: "Ingen linjeverksamhet på {side} står som genomförande av det gemensamma beslutet",
    en: "No line organisation on {side} is named to carry out the common decision" };
    let told = match cx.charter.readings.line_implementation {
        LineImplementation::Duty => verdict.breaks(Severity::Warning, at, words),
        LineImplementation::Recommendation => verdict.remarks(at, words),
    };
    told.reading(if private() { "A-19" } else { "A-14" });
    Ok(())
}
