//! N-UPD-3: proposals of NOSAM go to the coordination group.

use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::path::Path;
use crate::record::{Id, Proposal, Ref};
use crate::report::{Key, Subject};
use crate::rules::judge::Verdict;
use crate::rules::key_days::{Days, entry_at};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-UPD-3",
    subject: "proposals/P",
    severities: [Warning, Info],
    key_days: (key_days),
    partition_by: Group,
    reads: [proposals],
    each: proposals,
    sv: {
        norm: "Förslag från NOSAM lämnas till samordningsgruppen",
        why: "Frågor som är gemensamma för flera kommuner ska hanteras på ett ställe.",
        reading: "Ett förslag som en NOSAM har lämnat till och med dagen för prövningen ska ha \
            samordningsgruppen som mottagare. Hur många förslag som lämnas prövas inte.",
        example: "NOSAM lämnar ett förslag direkt till den politiska samrådsgruppen: en varning.",
    },
    en: {
        norm: "Proposals of NOSAM go to the coordination group",
        why: "Matters that several municipalities share are handled in one place.",
        reading: "A proposal that a NOSAM handed over on the as-of day or before has the coordination group \
            as its recipient. The number of proposals is not judged.",
        example: "NOSAM hands a proposal straight to the political group: a warning.",
    },
}

fn proposals<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Proposal>>> {
    // In an extract, what nobody knows the sender of is not about its groups.
    let is_judged = |proposal: &Ref<'a, Proposal>| match proposal.from_group().known() {
        Some(group) => cx.is_judged(group.as_str()),
        None => cx.is_whole(),
    };
    let all = cx.record.proposals().items().filter(is_judged);
    all.map(|proposal| {
        let mut subject = Subject::of("proposals", proposal.id().known().map(Id::as_str));
        if let (None, Some(day)) = (subject.id, proposal.on().known()) {
            subject = subject.with(Key::Day(*day));
        }
        Case { subject, at: proposal.path, thing: proposal }
    })
    .collect()
}

/// The day of the proposal.
fn key_days<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    let proposal = entry_at(cx.record.proposals(), at);
    proposal.and_then(|proposal| proposal.on().known().copied()).into_iter().collect()
}

/// Judges one proposal.
fn check<'a>(cx: &Context<'a>, proposal: Ref<'a, Proposal>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let from = proposal.from_group().read();
    let of_nosam = from.map_or_else(Answer::Unknown, |id| cx.is_of_kind(id.as_str(), GroupKind::Nosam));
    if !of_nosam.and(|| proposal.on().is(|day| *day <= cx.as_of)).told()? {
        return Ok(());
    }
    let recipient = proposal.to_group().read()?.as_str();
    if cx.is_of_kind(recipient, GroupKind::CoordinationGroup).told()? {
        verdict.holds();
    } else {
        verdict.breaks(
            Severity::Warning,
            proposal.to_group().path,
            words! { group = Param::Id(recipient.to_owned());
            sv: "Förslaget lämnades till {group}, inte till samordningsgruppen",
            en: "The proposal went to {group}, not to the coordination group" },
        );
    }
    Ok(())
}
