//! N-STY-2: who decides on collaboration documents.

use super::{Decided, decisions};
use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, MatterKind, Severity};
use crate::index::{Case, Context, the};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;

rule! {
    id: "N-STY-2",
    subject: "matters/M",
    severities: [Error, Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: every_decision,
    sv: {
        norm: "Samordningsgruppen tar de övergripande besluten om samverkansdokument",
        why: "Ett dokument som gäller i hela området ska ha ett enda ställe där det beslutas.",
        reading: "Beslutet ska samordningsgruppen ha fattat, ensam eller gemensamt med andra, eller så ska \
            ärendet ha hänskjutits dit. En NOSAM eller en temagrupp utan samordningsgruppen är ett fel, \
            politiska samrådsgruppen utan den en varning. Saknas ärendets slag kan det inte avgöras, om inte \
            samordningsgruppen var med. Uppdateringar av samverkansplanen prövas för sig (A-04).",
        example: "NOSAM Alingsås antar ensam en rutin som är ett samverkansdokument: fel.",
    },
    en: {
        norm: "The coordination group takes the overarching decisions on collaboration documents",
        why: "A document that applies in the whole area has one place where it is decided.",
        reading: "The coordination group has taken the decision, alone or with others, or the matter was \
            handed over to it. A NOSAM or a theme group without it is an error, the political group without \
            it a warning. Where the kind of the matter is missing it cannot be told, unless the coordination \
            group took part. Updates of the collaboration plan are judged elsewhere (A-04).",
        example: "NOSAM Alingsås alone adopts a routine that is a collaboration document: an error.",
    },
}

fn every_decision<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Decided<'a>, Lacks>>> {
    let reserved = cx.charter.reserved.kinds.contains(&MatterKind::CollaborationDocument);
    decisions(cx, GroupKind::ALL, |matter| {
        Answer::from(reserved).and(|| matter.kind().is(|kind| *kind == MatterKind::CollaborationDocument))
    })
}

/// Judges one decision.
fn check<'a>(
    cx: &Context<'a>,
    decided: Result<Decided<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decided = decided?;
    let reserved = &cx.charter.reserved;
    if decided.by(reserved.to).or(|| decided.referred_to(cx, reserved.to)).told()? {
        verdict.holds();
        return Ok(());
    }
    decided.matter.kind().read()?;
    let at = decided.decision.groups().path;
    if decided.by(GroupKind::PoliticalGroup).told()? {
        verdict.breaks(
            Severity::Warning,
            at,
            words! { owner = the(reserved.to);
            sv: "Ett samverkansdokument beslutas av {owner}, här beslutade politiska samrådsgruppen utan den",
            en: "A collaboration document is decided by {owner}, here the political group decided without it" },
        );
    } else {
        verdict.breaks(
            Severity::Error,
            at,
            words! { owner = the(reserved.to);
            sv: "Ett samverkansdokument beslutas av {owner}, här beslutades det utan den",
            en: "A collaboration document is decided by {owner}, here it was decided without it" },
        );
    }
    Ok(())
}
