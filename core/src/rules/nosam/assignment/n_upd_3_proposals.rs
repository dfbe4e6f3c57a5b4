//! N-UPD-3: proposals of NOSAM go to the coordination group.

use crate::answer::Lacks;
use crate::index::{Case, Context};
use crate::record::{GroupKind, Id, Proposal, Ref};
use crate::report::{Key, Param, Severity, Subject, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-UPD-3",
    clauses: ["N-UPD-3"],
    severities: [Warning, Info],
    partition_by: Group,
    each: proposals,
    check: check,
    sv: {
        norm: "Förslag från NOSAM lämnas till samordningsgruppen",
        why: "Frågor som är gemensamma för flera kommuner ska hanteras på ett ställe.",
        reading: "Ett förslag som en NOSAM har lämnat till och med dagen för prövningen ska ha samordningsgruppen som mottagare. Hur många förslag som lämnas prövas inte.",
        example: "NOSAM lämnar ett förslag direkt till den politiska samrådsgruppen: en varning.",
    },
    en: {
        norm: "Proposals of NOSAM go to the coordination group",
        why: "Matters that several municipalities share are handled in one place.",
        reading: "A proposal that a NOSAM handed over on the as-of day or before has the coordination group as its recipient. The number of proposals is not judged.",
        example: "NOSAM hands a proposal straight to the political group: a warning.",
    },
}

fn proposals<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Proposal>>> {
    let of_nosam = |proposal: &Ref<'a, Proposal>| {
        proposal.from_group().known().is_some_and(|group| cx.judges(group.as_str(), GroupKind::Nosam))
    };
    let all = cx.record.proposals().items().filter(of_nosam);
    all.map(|proposal| {
        let mut subject = Subject::of("proposals", proposal.id().known().map(Id::as_str));
        if let (None, Some(day)) = (subject.id, proposal.on().known()) {
            subject = subject.with(Key::Day(*day));
        }
        Case { subject, at: proposal.path, thing: proposal }
    })
    .collect()
}

/// Judges one proposal.
fn check<'a>(cx: &Context<'a>, proposal: Ref<'a, Proposal>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if *proposal.on().read()? > cx.as_of {
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
