//! N-ALL-2: one NOSAM in every municipality, at every time.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::Municipality;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::path::Path;
use crate::record::{Group, Ref};
use crate::report::{Key, Subject};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-ALL-2",
    subject: "#MUNICIPALITY",
    severities: [Error, Warning, Info],
    key_days: Told,
    partition_by: Record,
    reads: [groups],
    each: municipalities,
    sv: {
        norm: "I varje kommun finns en NOSAM, hela tiden",
        why: "Invånarna i båda kommunerna ska ha samverkan nära sig, och ingen ska behöva undra vilken grupp \
            som gäller.",
        reading: "Varje dag från underlagets början, eller annars från kommunens första NOSAM, till och med \
            den dag som prövningen gäller ska kommunen ha precis en NOSAM. En enda dag utan är ett fel, en \
            enda dag med två en varning. Om den nya börjar dagen efter den gamlas sista dag är det varken \
            lucka eller överlapp. NOSAM är lokal, en för varje kommun (A-09). Ett utdrag (`about`) prövas \
            inte.",
        example: "NOSAM i Lerum upphör den 31 mars och nästa börjar den 2 april: fel för den 1 april.",
    },
    en: {
        norm: "Every municipality has one NOSAM, at every time",
        why: "People in both municipalities have collaboration close to them, and nobody has to wonder which \
            group is the right one.",
        reading: "On every day from `complete_from`, or else from the municipality's first NOSAM, up to and \
            including the as-of day, the municipality has exactly one NOSAM. A single day without one is an \
            error, a single day with two a warning. When the new one begins on the day after the old one's \
            last day there is neither gap nor overlap. NOSAM is local, one a municipality (A-09). An extract \
            (`about`) is not judged.",
        example: "The NOSAM of Lerum ends on 31 March and the next begins on 2 April: an error for 1 April.",
    },
}

fn municipalities<'a>(cx: &Context<'a>) -> Vec<Case<'a, &'a Municipality>> {
    if !cx.is_whole() {
        return Vec::new();
    }
    let groups = cx.record.groups();
    let at = if groups.is_absent() { Path::ROOT } else { groups.path };
    let subject = |code| Subject::of("", None).with(Key::Name(code));
    let all = cx.charter.municipalities.iter();
    all.map(|municipality| Case { subject: subject(&municipality.code), at, thing: municipality }).collect()
}

/// The NOSAM of one municipality: those that surely are, and what could be one more.
#[derive(Default)]
struct Found<'a> {
    sure: Vec<(Span, Ref<'a, Group>)>,
    possible: Vec<Span>,
    lacks: Lacks,
}

/// Judges one municipality.
fn check<'a>(
    cx: &Context<'a>,
    municipality: &'a Municipality,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let groups = cx.record.groups();
    if groups.read().is_err() {
        let mut named = cx.record.organisations().items().map(|it| it.municipality());
        let named = named.any(|code| code.known() == Some(&municipality.code));
        return match groups.read() {
            Err(lacks) if named || !groups.is_absent() => Err(lacks),
            _ => Ok(()),
        };
    }
    let found = find(cx, municipality);
    let today = Span { from: Some(cx.as_of), until: Some(cx.as_of.plus_days(1)) };
    let begun = |span: &Span| span.from.is_none_or(|from| from <= cx.as_of);
    let first = found.sure.iter().map(|(span, _)| *span).filter(begun).map(|span| span.from).min();
    // Without any entry it is the as-of day that has none.
    let Some(days) = cx.judged_days(Some(first.unwrap_or(today.from)))? else { return Ok(()) };

    let sure: Vec<Span> = found.sure.iter().map(|(span, _)| *span).collect();
    let any: Vec<Span> = sure.iter().chain(&found.possible).copied().collect();
    // Where there never was one it is missing on every day.
    let is_begun = first.is_some() || cx.complete_from()?.is_some();
    for part in verdict.day_by_day(&days.gaps(&any)) {
        let gap = part.days;
        let later = found.sure.iter().find(|(span, _)| span.from.is_some() && span.from == gap.until);
        let at = later.map_or(groups.path, |(_, group)| group.path);
        let words = lacking(cx, municipality, gap, is_begun);
        let told = verdict.breaks(Severity::Error, at, words).lasts(&[part]);
        told.absent_since(gap.from.filter(|_| is_begun));
    }
    for (place, (span, group)) in found.sure.iter().enumerate() {
        for (other, before) in &found.sure[..place] {
            let Some(both) = span.overlap(*other).and_then(|both| both.overlap(days)) else { continue };
            for part in verdict.day_by_day(&[both]) {
                let words = words! { municipality = name(municipality), overlap = part.days;
                sv: "{municipality} hade två NOSAM samtidigt {overlap}",
                en: "{municipality} had two NOSAM at once {overlap}" };
                let told = verdict.breaks(Severity::Warning, group.path, words);
                told.lasts(&[part]).related(before.path, "other_nosam");
            }
        }
    }
    // What could be one more would either fill a gap or be the second.
    let known = cx.complete_from()?.is_some() || days.from.is_some_and(|from| cx.begins_with_plan(from));
    let until = Span { from: days.from.filter(|_| known), until: days.until };
    if found.possible.iter().any(|span| span.overlap(until).is_some()) {
        return Err(found.lacks);
    }
    verdict.holds();
    Ok(())
}

/// That there is no NOSAM: since a day where that lasts, on the day judged where nobody knows since when.
fn lacking(cx: &Context<'_>, municipality: &Municipality, gap: Span, is_begun: bool) -> Words {
    match (is_begun, cx.lasts(gap)) {
        (true, true) => words! { municipality = name(municipality), gap = Param::Since(gap);
        sv: "{municipality} saknar NOSAM {gap}",
        en: "{municipality} has had no NOSAM {gap}" },
        (false, _) => words! { municipality = name(municipality), gap = gap;
        sv: "{municipality} saknar NOSAM (prövat {gap})",
        en: "{municipality} has no NOSAM (judged as of {gap})" },
        (true, false) => words! { municipality = name(municipality), gap = gap;
        sv: "{municipality} saknade NOSAM {gap}",
        en: "{municipality} had no NOSAM {gap}" },
    }
}

fn name(municipality: &Municipality) -> Param {
    Param::Code {
        code: municipality.code.clone().into(),
        sv: municipality.name.clone().into(),
        en: municipality.name.clone().into(),
    }
}

fn find<'a>(cx: &Context<'a>, municipality: &Municipality) -> Found<'a> {
    let mut found = Found::default();
    let groups = cx.record.groups();
    if let Some(lacks) = groups.unread() {
        found.possible.push(Span::default());
        found.lacks = lacks;
    }
    for group in groups.items() {
        let here = group.kind().is(|kind| *kind == GroupKind::Nosam);
        let span = cx.life(group);
        // Unreadable days leave it open when.
        let at_most = span.clone().unwrap_or_else(|_| {
            let last = group.to().known().into_iter().chain(group.closed_on().so_far(cx.as_of).known()).min();
            Span::inclusive(group.from().known().copied(), last.copied())
        });
        match here.and(|| group.municipality().is(|code| *code == municipality.code)) {
            Answer::No => {}
            Answer::Yes => match span {
                Ok(span) => found.sure.push((span, group)),
                Err(lacks) => {
                    found.possible.push(at_most);
                    found.lacks = std::mem::take(&mut found.lacks).and(lacks);
                }
            },
            Answer::Unknown(lacks) => {
                found.possible.push(at_most);
                found.lacks = std::mem::take(&mut found.lacks).and(lacks);
            }
        }
    }
    found.sure.sort_by_key(|(span, _)| span.from);
    found
}
