//! P-KOM-5: theme groups have a concrete assignment.

use crate::answer::Lacks;
use crate::codes::Severity;
use crate::codes::same_spelling;
use crate::index::{Context, shown};
use crate::record::{Group, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-KOM-5",
    subject: "groups/G",
    severities: [Error, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    each: super::theme_groups,
    sv: {
        norm: "En temagrupp har ett konkret uppdrag",
        why: "De som sitter i gruppen vet vad de ska åstadkomma, och de andra vet vad de kan vänta sig.",
        reading: "Den temagrupp som är igång den dag som prövningen gäller ska ha ett uppdrag \
            (`assignment`). Saknas det, eller står där bara en platshållare som ett streck, `ej klart`, \
            `TBD` eller `se ovan`, är det fel. Skiftläge, bindestreck och mellanslag spelar ingen roll. Hur \
            konkret ett uppdrag är prövas inte. De tre målgrupperna är fasta delar av NOSAM och inga \
            temagrupper (A-34).",
        example: "Temagruppens uppdrag är `Ej klart`: fel.",
    },
    en: {
        norm: "A theme group has a concrete assignment",
        why: "Those in the group know what they are to achieve, and the others know what to expect.",
        reading: "A theme group that is at work on the as-of day has an assignment (`assignment`). When \
            there is none, or only a placeholder such as a dash, `ej klart`, `TBD` or `se ovan`, it is an \
            error. Case, hyphens and spaces do not matter. How concrete an assignment is is not judged. The \
            three target groups are standing parts of NOSAM and no theme groups (A-34).",
        example: "The assignment of the theme group is `Ej klart`: an error.",
    },
}

/// What people write when there is no assignment yet; signs alone say nothing, either.
const PLACEHOLDERS: &[&str] = &["", "ej klart", "inte klart", "not ready", "tbd", "se ovan", "see above"];

/// Judges one theme group.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
        return Ok(());
    }
    let assignment = group.assignment();
    let words = match assignment.optional()? {
        None => words! { group = shown(group);
        sv: "Temagruppen {group} saknar uppdrag",
        en: "The theme group {group} has no assignment" },
        Some(text) if is_placeholder(text) || cx.charter.placeholders.says_nothing(text) => {
            words! { group = shown(group), text = Param::Quote(text.clone());
            sv: "Uppdraget för temagruppen {group} är bara en platshållare, {text}",
            en: "The assignment of the theme group {group} is only a placeholder, {text}" }
        }
        Some(_) => {
            verdict.holds();
            return Ok(());
        }
    };
    let at = if assignment.is_absent() { group.path } else { assignment.path };
    verdict.breaks(Severity::Error, at, words);
    Ok(())
}

fn is_placeholder(text: &str) -> bool {
    let text = same_spelling(text);
    PLACEHOLDERS.iter().any(|placeholder| same_spelling(placeholder) == text)
}
