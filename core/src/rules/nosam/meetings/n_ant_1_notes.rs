//! N-ANT-1: each target group writes notes of its part of a NOSAM meeting.

use super::{meeting_subject, nosam_meetings};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, owes_notes, shown_meeting};
use crate::record::{Meeting, Member, Note, Period, PersonId, Ref, TargetGroup};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-ANT-1",
    subject: "meetings/M#TARGET_GROUP",
    severities: [Error, Info],
    key_days: (key_days::meeting_and_notes),
    partition_by: Record,
    reads: [meetings],
    each: blocks,
    sv: {
        norm: "Varje målgrupp skriver minnesanteckningar från sin del av mötet",
        due: "Minnesanteckningarna ska ha skrivits",
        why: "Den som inte var med får veta vad målgruppen kom fram till.",
        reading: "Varje målgrupp med ett block i ett hållet möte ska ha minst en anteckning; ett möte utan \
            block ska ha en anteckning. En gemensam anteckning som nämner flera målgrupper räcker, med en \
            anmärkning, liksom när skribenten hör till en annan målgrupp. Anteckningarna ska finnas senast \
            35 dagar efter mötet eller, om det är senare, dagen för gruppens nästa möte som kräver \
            anteckningar, hållet eller planerat (A-32). Har flera grupper mötts gäller den senaste av deras \
            dagar. Är det inte sagt vilka block mötet hade gäller målgrupperna som \
            kallades till egna tider; är det inte heller sagt, eller vilken målgrupp en anteckning gäller, går \
            det inte att avgöra. Avstämningar och planeringsdagar behöver inga anteckningar.",
        example: "Tre block och två anteckningar: fel för den tredje målgruppen.",
    },
    en: {
        norm: "Each target group writes notes of its part of the meeting",
        due: "The notes are to be written",
        why: "Whoever was not there learns what the target group arrived at.",
        reading: "Each target group with a block in a held meeting has at least one note; a meeting without \
            blocks has one note. A joint note that names several target groups is enough, with a remark, as \
            when the writer belongs to another target group. The notes are there within 35 days of the \
            meeting or, if that is later, by the day of the group's next meeting that owes notes, held or \
            planned (A-32). When several groups met, the latest of their days counts. Where nobody said \
            which blocks the meeting had, the target groups count that were called for hours of their own; \
            where these are not said either, or which target group a note is about, it cannot be told. \
            Check-ins and planning days need no notes.",
        example: "Three blocks and two notes: an error for the third target group.",
    },
}

/// What a meeting must have a note of.
enum Needed<'a> {
    /// Of this target group.
    Block(&'a str),
    /// Of anything: it had no blocks.
    Any,
    /// Nobody said which blocks it had.
    Unsaid(Lacks),
    /// Whether a NOSAM met cannot be told.
    Whether(Lacks),
}

fn blocks<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Meeting>, Needed<'a>)>> {
    let mut cases = Vec::new();
    for (meeting, of_nosam) in nosam_meetings(cx) {
        let mut case = |key, needed| {
            let subject = meeting_subject(meeting).with(key);
            cases.push(Case { subject, at: meeting.path, thing: (meeting, needed) });
        };
        if let Answer::Unknown(lacks) = of_nosam {
            case(Key::Whole, Needed::Whether(lacks));
            continue;
        }
        for block in held_blocks(cx, meeting) {
            case(Key::Name(block), Needed::Block(block));
        }
        match said_blocks(meeting).1 {
            Some(lacks) => case(Key::Whole, Needed::Unsaid(lacks)),
            None if meeting.blocks().is_known_empty() => case(Key::Whole, Needed::Any),
            None => {}
        }
    }
    cases
}

/// The target groups that are said to have met, and what is missing to tell whether others did.
///
/// Where no blocks are said, the hours for which target groups were called say it.
fn said_blocks<'a>(meeting: Ref<'a, Meeting>) -> (Vec<&'a TargetGroup>, Option<Lacks>) {
    let (blocks, hours) = (meeting.blocks(), meeting.hours());
    let called: Vec<_> = hours.items().filter_map(|row| row.target_group().known()).collect();
    if called.is_empty() || !blocks.is_absent() {
        return (blocks.items().map(|block| block.item).collect(), blocks.unread());
    }
    let unread = hours.items().filter_map(|row| row.target_group().optional().err()).chain(hours.unread());
    (called, unread.reduce(Lacks::and))
}

/// The target groups that met, each once and in the order of the record.
fn held_blocks<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>) -> Vec<&'a str> {
    let charter = cx.charter;
    let mut blocks = Vec::new();
    for block in said_blocks(meeting).0 {
        let all = charter.target_groups.iter().map(|group| group.code.as_str());
        let named: Vec<&'a str> = if block.as_str() == ALL { all.collect() } else { vec![block.as_str()] };
        blocks.extend(named);
    }
    let mut seen = Vec::new();
    blocks.retain(|block| {
        !seen.contains(block) && {
            seen.push(*block);
            true
        }
    });
    blocks
}

/// The code that stands for every target group.
const ALL: &str = "all";

/// Judges one block of one meeting.
fn check<'a>(
    cx: &Context<'a>,
    (meeting, needed): (Ref<'a, Meeting>, Needed<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !owes_notes(meeting).and(|| cx.judges_meeting(meeting)).told()? {
        return Ok(());
    }
    if let Needed::Whether(lacks) = needed {
        return Err(lacks);
    }
    let covers = |note: Ref<'a, Note>| match &needed {
        Needed::Block(block) => of_block(note, block),
        Needed::Any => Answer::Yes,
        Needed::Unsaid(lacks) | Needed::Whether(lacks) => Answer::Unknown(lacks.clone()),
    };
    // A note dated after the as-of day is not written yet.
    let written = |note: Ref<'a, Note>| {
        let by_now = note.written_on().optional().map(|day| day.is_none_or(|day| *day <= cx.as_of));
        Answer::from(by_now).and(|| covers(note))
    };
    let covered = meeting.notes().any(written);
    if covered.is_yes() {
        verdict.holds();
        if let Needed::Block(block) = needed {
            let notes: Vec<_> = meeting.notes().items().filter(|note| written(*note).is_yes()).collect();
            remarks(cx, meeting, block, &notes, verdict);
        }
        return Ok(());
    }
    let in_time = cx.notes_in_time(meeting)?;
    match (in_time.holds(cx.as_of), covered) {
        (Answer::Yes, _) => verdict.not_due(in_time.earliest.plus_days(1)),
        (Answer::No, Answer::No) => {
            missing(cx, meeting, &needed, in_time.latest, verdict);
        }
        (Answer::Unknown(lacks), Answer::Unknown(more)) => return Err(lacks.and(more)),
        (Answer::Unknown(lacks), _) | (_, Answer::Unknown(lacks)) => return Err(lacks),
        (Answer::No, Answer::Yes) => {}
    }
    Ok(())
}

/// Is a note about this target group?
fn of_block(note: Ref<'_, Note>, block: &str) -> Answer {
    note.target_groups().any(|group| [block, ALL].contains(&group.item.as_str()).into())
}

fn missing<'a>(
    cx: &Context<'a>,
    meeting: Ref<'a, Meeting>,
    needed: &Needed<'a>,
    last: Day,
    verdict: &mut Verdict<'a>,
) {
    let words = match needed {
        Needed::Block(block) => words! { target_group = name(cx, block);
        sv: " saknar minnesanteckningar för målgruppen {target_group}",
        en: " has no notes of the target group {target_group}" },
        Needed::Any | Needed::Unsaid(_) | Needed::Whether(_) => words! {;
        sv: " saknar minnesanteckningar",
        en: " has no notes" },
    };
    let words = shown_meeting(meeting).then(words).then(words! { last = last;
    sv: ", de skulle ha funnits senast {last}",
    en: ", they were due by {last}" });
    verdict.breaks(Severity::Error, meeting.notes().path, words).missed_by(last).reading("A-32");
}

/// A target group as messages name it.
fn name(cx: &Context<'_>, code: &str) -> Param {
    match cx.charter.target_groups.iter().find(|group| group.code == code) {
        Some(group) => Param::Code {
            code: group.code.clone().into(),
            sv: group.sv.clone().into(),
            en: group.en.clone().into(),
        },
        None => Param::Id(code.to_owned()),
    }
}

/// What is allowed but worth showing: one note for several blocks, and a writer from elsewhere.
fn remarks<'a>(
    cx: &Context<'a>,
    meeting: Ref<'a, Meeting>,
    block: &'a str,
    notes: &[Ref<'a, Note>],
    verdict: &mut Verdict<'a>,
) {
    let blocks = held_blocks(cx, meeting);
    let of_note = |note: Ref<'a, Note>| -> Vec<&'a str> {
        blocks.iter().copied().filter(|block| of_block(note, block).is_yes()).collect()
    };
    if notes.iter().all(|note| of_note(*note).len() > 1) {
        // One remark a note, with the first block that rests on it.
        if let Some(note) = notes.iter().find(|note| of_note(**note).first() == Some(&block)) {
            let groups = of_note(*note).iter().map(|code| name(cx, code)).collect();
            verdict.remarks(
                note.path,
                words! {; sv: "en gemensam minnesanteckning från ", en: "one joint note of " }
                    .then(shown_meeting(meeting))
                    .then(words! { target_groups = Param::Codes(groups);
                    sv: " gäller {target_groups}",
                    en: " covers {target_groups}" }),
            );
        }
    }
    let Ok(day) = cx.day_of(meeting) else { return };
    for note in notes {
        let Some(writer) = note.written_by().known().map(PersonId::as_str) else { continue };
        let of_note = of_note(*note);
        let elsewhere = belongs_elsewhere(cx, meeting, writer, day, &of_note);
        if elsewhere && of_note.first() == Some(&block) {
            verdict.remarks(
                note.written_by().path,
                words! { person = cx.person(writer), target_group = name(cx, block);
                sv: "{person} skrev för målgruppen {target_group} men hör till en annan målgrupp",
                en: "{person} wrote for the target group {target_group} but belongs to another target group" },
            );
        }
    }
}

/// Is the writer a member that day, in other target groups only?
fn belongs_elsewhere<'a>(
    cx: &Context<'a>,
    meeting: Ref<'a, Meeting>,
    writer: &str,
    day: Day,
    of_note: &[&str],
) -> bool {
    let groups = meeting.groups().items().filter_map(|id| cx.group(id.item.as_str()));
    let of_nosam = groups.filter(|group| group.kind().known() == Some(&GroupKind::Nosam));
    let members: Vec<Ref<'a, Member>> = of_nosam
        .flat_map(|group| group.members().items())
        .filter(|member| {
            member.person().known().is_some_and(|id| id.as_str() == writer) && !member.runs_on(day).is_no()
        })
        .collect();
    let elsewhere = |member: &Ref<'a, Member>| {
        member.target_groups().known().is_some_and(|limits| !limits.is_empty())
            && of_note.iter().all(|block| {
                member
                    .target_groups()
                    .any(|limit| [*block, ALL].contains(&limit.item.as_str()).into())
                    .is_no()
            })
    };
    !members.is_empty() && members.iter().all(elsewhere)
}
