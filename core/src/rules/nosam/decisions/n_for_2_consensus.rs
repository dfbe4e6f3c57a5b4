//! N-FOR-2: NOSAM decides by consensus.

use super::{Decided, anchored_in, concerns, members_with_a_side, nosam_decisions, two_sides};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::ConsensusOf;
use crate::codes::{DecisionForm, GroupKind, ObjectionKind, Position, Severity};
use crate::index::Context;
use crate::record::{Group, Member, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-FOR-2",
    subject: "matters/M",
    severities: [Error, Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: nosam_decisions,
    sv: {
        norm: "NOSAM beslutar i konsensus",
        why: "Ingen huvudman kan röstas ned i samverkan. Det som alla står bakom blir också gjort.",
        reading: "En invändning eller reservation från en ordinarie ledamot med en sida är ett fel, en \
            nedlagd röst en varning. Vad adjungerade, stöd och NSPH invänder är en anmärkning, och så är det \
            för den som bara sitter för andra målgrupper än ärendets; är ärendets målgrupper inte angivna \
            kan det inte avgöras. Konsensus utan noterade invändningar betyder att det inte fanns några. En \
            enhällig omröstning räcker, med en anmärkning; en omröstning med majoritet utan noterade \
            invändningar kan inte avgöras. Den som inte säkert var närvarande räknas som med om \
            organisationen har förankrat ärendet och stöder det, annars kan det inte avgöras. Regelverket \
            kan säga att bara de närvarande räknas (A-25).",
        example: "En enhetschef i kommunen reserverar sig: fel. En adjungerad gör det: en anmärkning.",
    },
    en: {
        norm: "NOSAM decides by consensus",
        why: "No principal can be outvoted in the collaboration. What everybody stands behind gets done.",
        reading: "An objection or a reservation by an ordinary member with a side is an error, an abstention \
            a warning. What co-opted members, support and NSPH object is a remark, and so is what one \
            objects who sits only for other target groups than the matter's; where those of the matter are \
            not given it cannot be told. Consensus without recorded objections means that there were none. A \
            unanimous vote is enough, with a remark; a majority vote without recorded objections cannot be \
            told. Who is not known to have been present counts as agreeing when the organisation has \
            anchored the matter and supports it, otherwise it cannot be told. The charter may say that only \
            those present count (A-25).",
        example: "A municipal unit manager makes a reservation: an error. A co-opted person does: a remark.",
    },
}

/// Judges one decision.
fn check<'a>(
    cx: &Context<'a>,
    decided: Result<Decided<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let decided = decided?;
    let form = decided.decision.form();
    let present_only = match cx.charter.readings.consensus_of {
        ConsensusOf::OrdinaryWithSide => false,
        ConsensusOf::PresentOnly => true,
    };
    for objection in decided.decision.objections().items() {
        let (Ok(person), Ok(kind)) = (objection.person().read(), objection.kind().read()) else { continue };
        let person = person.as_str();
        let counts = is_among(cx, &decided, person, |member| concerns(decided.matter, member));
        let bars =
            if present_only { counts.clone().and(|| present(cx, &decided, person)) } else { counts.clone() };
        let shown = cx.person(person);
        match bars.told() {
            Err(lacks) => verdict.lacks(lacks),
            Ok(false) => {
                let elsewhere = counts.is_no() && is_among(cx, &decided, person, |_| Answer::Yes).is_yes();
                let told = verdict.remarks(objection.path, beside_consensus(shown, *kind, elsewhere));
                if counts.is_yes() {
                    told.reading("A-25");
                }
            }
            Ok(true) => {
                let (severity, words) = without_consensus(shown, *kind);
                verdict.breaks(severity, objection.path, words);
            }
        }
    }
    for lacks in on_two_sides(cx, &decided) {
        verdict.lacks(lacks);
    }
    no_objection_untold(&decided)?;
    if form.known() == Some(&DecisionForm::UnanimousVote) {
        verdict.remarks(
            form.path,
            words! { ;
            sv: "Beslutet fattades genom enhällig omröstning, konsensus är det vanliga",
            en: "The decision was taken by a unanimous vote, consensus is the usual form" },
        );
    }
    if !present_only {
        everyone_agrees(cx, &decided)?;
    }
    verdict.holds();
    Ok(())
}

/// Says what somebody noted who does not count, and why: no member with a side, or one `elsewhere`.
fn beside_consensus(person: Param, kind: ObjectionKind, elsewhere: bool) -> Words {
    if elsewhere {
        return words! { person = person, kind = kind;
        sv: "Noterat från {person}, som bara sitter för andra målgrupper än ärendets: {kind}",
        en: "Recorded of {person}, who sits only for other target groups than the matter's: {kind}" };
    }
    words! { person = person, kind = kind;
    sv: "Noterat från {person}, som inte räknas för konsensus: {kind}",
    en: "Recorded of {person}, who does not count for consensus: {kind}" }
}

/// Says what kept the decision from consensus, and how grave that is.
fn without_consensus(person: Param, kind: ObjectionKind) -> (Severity, Words) {
    match kind {
        ObjectionKind::Abstention => (
            Severity::Warning,
            words! { person = person, kind = kind;
            sv: "Beslutet fattades medan {person} lade ned sin röst",
            en: "The decision was taken while {person} abstained" },
        ),
        ObjectionKind::Reservation => (
            Severity::Error,
            words! { person = person, kind = kind;
            sv: "Beslutet fattades trots en reservation från {person}, utan konsensus",
            en: "The decision was taken in spite of a reservation by {person}, without consensus" },
        ),
        ObjectionKind::Objection => (
            Severity::Error,
            words! { person = person, kind = kind;
            sv: "Beslutet fattades trots en invändning från {person}, utan konsensus",
            en: "The decision was taken in spite of an objection by {person}, without consensus" },
        ),
    }
}

/// Each of those who decided that is on two sides at once.
fn on_two_sides<'a>(cx: &Context<'a>, decided: &Decided<'a>) -> Vec<Lacks> {
    let (groups, _) = decided.judged_groups(cx, &[GroupKind::Nosam]);
    let of_group = |group: Ref<'a, Group>| {
        members_with_a_side(cx, group, decided.day)
            .filter_map(move |(member, _)| two_sides(cx, group, member, decided.day))
    };
    groups.into_iter().flat_map(of_group).collect()
}

/// Could there be objections that the record does not tell?
fn no_objection_untold(decided: &Decided<'_>) -> Result<(), Lacks> {
    let objections = decided.decision.objections();
    let form = decided.decision.form();
    let none = objections.known().is_none() || objections.is_known_empty();
    match form.optional()? {
        Some(DecisionForm::MajorityVote) if none => {
            Err(objections.unread().unwrap_or_else(|| Lacks::absent(objections.path)))
        }
        Some(DecisionForm::Consensus | DecisionForm::UnanimousVote) if objections.is_absent() => Ok(()),
        None if objections.is_absent() => Err(Lacks::absent(form.path)),
        _ => {
            objections.all()?;
            for objection in objections.items() {
                objection.person().read()?;
                objection.kind().read()?;
            }
            Ok(())
        }
    }
}

/// Is the person one of those of whom `question` holds, among the ordinary members with a side that day?
fn is_among<'a>(
    cx: &Context<'a>,
    decided: &Decided<'a>,
    person: &str,
    question: impl Fn(Ref<'a, Member>) -> Answer,
) -> Answer {
    let of_group = |group: Ref<'a, Group>| {
        let members = members_with_a_side(cx, group, decided.day);
        let is_this = |(member, counts): (Ref<'a, Member>, Answer)| {
            member.person().is(|id| id.as_str() == person).and(|| counts).and(|| question(member))
        };
        Answer::any(members.map(is_this).chain(group.members().unread().map(Answer::Unknown)))
    };
    let (groups, unread) = decided.judged_groups(cx, &[GroupKind::Nosam]);
    Answer::any(groups.into_iter().map(of_group).chain(unread.map(Answer::Unknown)))
}

/// Was the person present when it was decided?
fn present<'a>(cx: &Context<'a>, decided: &Decided<'a>, person: &str) -> Answer {
    let list = decided.decision.present();
    let listed = list.any(|id| (id.item.as_str() == person).into());
    let meeting = decided.decision.meeting().known().and_then(|id| cx.meeting(id.as_str()));
    let attendance = meeting.map(|meeting| meeting.attendance()).filter(|rows| !rows.is_absent());
    let attended = attendance.map(|rows| rows.any(|row| row.person().is(|id| id.as_str() == person)));
    match attended {
        None => listed,
        Some(attended) if list.is_absent() => attended,
        Some(attended) => listed.or(|| attended),
    }
}

/// Is every member that counts known to agree: present, or its organisation has anchored in support?
fn everyone_agrees<'a>(cx: &Context<'a>, decided: &Decided<'a>) -> Result<(), Lacks> {
    let (groups, unread) = decided.judged_groups(cx, &[GroupKind::Nosam]);
    let mut lacks = unread.unwrap_or_default();
    for group in groups {
        if let Some(unread) = group.members().unread() {
            lacks = lacks.and(unread);
        }
        for (member, counts) in members_with_a_side(cx, group, decided.day) {
            let counts = counts.and(|| concerns(decided.matter, member));
            if counts.is_no() {
                continue;
            }
            let Some(person) = member.person().known() else {
                lacks = lacks.and(Lacks::unreadable(member.person().path));
                continue;
            };
            let present = present(cx, decided, person.as_str());
            let agrees = present.clone().or(|| supported(cx, decided, member));
            let missing = match counts.not().or(|| agrees) {
                Answer::Yes => continue,
                // Known to be away, and the organisation is not known to support it.
                Answer::No => Lacks::absent(decided.matter.anchorings().path),
                Answer::Unknown(_) if matches!(present, Answer::Unknown(_)) => match present {
                    Answer::Unknown(presence) => presence,
                    Answer::Yes | Answer::No => Lacks::default(),
                },
                Answer::Unknown(other) => other,
            };
            lacks = lacks.and(missing);
        }
    }
    if lacks.is_empty() { Ok(()) } else { Err(lacks) }
}

/// Has one of the member's organisations anchored the matter in support, by the day of the decision?
fn supported<'a>(cx: &Context<'a>, decided: &Decided<'a>, member: Ref<'a, Member>) -> Answer {
    let by = |day: &Day| *day <= decided.day;
    member.organisations().any(|id| {
        decided.matter.anchorings().any(|anchoring| {
            let position: Answer =
                anchoring.position().or(Position::Supports).map(|it| it == Position::Supports).into();
            anchored_in(cx, &decided.groups, anchoring, id.item)
                .and(|| position)
                .and(|| anchoring.on().is(by))
        })
    })
}
