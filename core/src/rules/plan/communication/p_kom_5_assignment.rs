//! P-KOM-5: theme groups have a concrete assignment.

use super::{has_begun, theme_groups};
use crate::answer::Lacks;
use crate::charter::same_spelling;
use crate::index::Context;
use crate::record::{Group, Ref};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-5",
    clauses: ["P-KOM-5"],
    severities: [Error, Info],
    partition_by: Group,
    each: theme_groups,
    check: check,
    sv: {
        norm: "En temagrupp eller arbetsgrupp har ett konkret uppdrag",
        why: "Deltagarna vet vad de ska åstadkomma, och andra vet vad de kan vänta sig.",
        reading: "Uppdraget ska vara ifyllt med något annat än en platshållare som ett streck, ”ej klart”, ”TBD” eller ”se ovan”. Hur konkret det är prövas inte. Grupper som ännu inte har börjat prövas inte.",
        example: "Uppdraget är ”TBD”: fel.",
    },
    en: {
        norm: "A theme group or working group has a concrete assignment",
        why: "Its members know what to achieve, and others know what to expect.",
        reading: "The assignment says something else than a placeholder such as a dash, “not ready”, “TBD” or “see above”. How concrete it is is not judged. Groups that have not begun are not judged.",
        example: "The assignment is “TBD”: an error.",
    },
}

/// What people write where they have nothing to say, without case, spaces and signs.
const PLACEHOLDERS: &[&str] = &["", "ejklart", "tbd", "tba", "seovan", "notready", "seeabove"];

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !has_begun(cx, group)? {
        return Ok(());
    }
    match group.assignment().optional()? {
        None => {
            verdict.breaks(
                Severity::Error,
                group.path,
                words! {;
                sv: "Gruppen har inget uppdrag",
                en: "The group has no assignment" },
            );
        }
        Some(text) if PLACEHOLDERS.contains(&same_spelling(text).as_str()) => {
            verdict.breaks(
                Severity::Error,
                group.assignment().path,
                words! { assignment = Param::Text(text.clone());
                sv: "Gruppens uppdrag är bara {assignment}",
                en: "The group's assignment is only {assignment}" },
            );
        }
        Some(_) => verdict.holds(),
    }
    Ok(())
}
