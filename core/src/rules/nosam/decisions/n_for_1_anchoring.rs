//! N-FOR-1: what NOSAM decides has been anchored in each organisation first.

use super::{Decided, anchored_in, concerns, decisions, members_with_a_side, speaks_for, two_sides};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::{AnchoringScope, AnchoringWindow, NosamDecides};
use crate::codes::{GroupKind, MatterKind, Severity};
use crate::index::{Case, Context, Side};
use crate::path::Path;
use crate::record::{Anchoring, Id, Matter, OrganisationId, Period, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-FOR-1",
    subject: "matters/M#ORGANISATION",
    clauses: ["N-FOR-1", "P-NOS-10", "P-KOM-1", "N-REP-2"],
    severities: [Error, Warning, Info],
    key_days: (key_days::decision),
    partition_by: Record,
    reads: [matters],
    part: Matter,
    each: duties,
    sv: {
        norm: "Det som NOSAM beslutar har först förankrats i varje organisation som har en plats",
        why: "Den som beslutar för sin organisation ska veta vad den tycker, annars faller beslutet när det \
            ska genomföras.",
        reading: "Varje organisation som finns och har en ordinarie plats på beslutsdagen har förankrat \
            ärendet från och med dagen då det väcktes till och med beslutsdagen; är den första dagen okänd \
            finns ingen undre gräns (A-26). Senare är för sent. De organisationer som väckte ärendet får ha \
            förankrat det innan; är det inte sagt vilka de är kan en tidigare förankring inte avgöras. \
            Förankring i en organisation ovanför räknas, om inte regelverket säger annat (A-45). Har ärendet \
            väckts efter beslutet kan inget avgöras. Den som kom in efter att ärendet väcktes förankrar \
            också. Den som saknar sida behöver inte, och den som bara sitter för vissa målgrupper bara i \
            ärenden som rör dem. En vakant plats ger inget fel. Har gruppen enats om att ingen förankring \
            behövs räcker det, med en anmärkning. Andra gruppers beslut prövas bara om regelverket säger det \
            (A-26.scope). Får NOSAM bara besluta i operativa frågor är andra beslut fel (A-12).",
        example: "Ett ärende väcks 1 mars och beslutas 29 mars. Förankring 1 mars eller 29 mars är rätt, 30 \
            mars är en dag för sent.",
    },
    en: {
        norm: "What NOSAM decides has first been anchored in every organisation with a seat",
        why: "Who decides for an organisation should know what it thinks, or the decision fails when it is \
            to be carried out.",
        reading: "Every organisation that exists and has an ordinary seat on the day of the decision has \
            anchored the matter from the day it was raised to the day of the decision, both included; if the \
            first day is unknown there is no lower limit (A-26). Later is late. The organisations that \
            raised the matter may have anchored it before; where it is not said which they are, an earlier \
            anchoring cannot be told. Anchoring in an organisation above counts, unless the charter says \
            otherwise (A-45). If the matter was raised after the decision nothing can be told. Who joined \
            after the matter was raised must anchor, too. Who has no side need not, and who sits for some \
            target groups only in matters tagged with those. A vacant seat is no error. It is enough that \
            the group agreed that no anchoring was needed, with a remark. Decisions of other groups are \
            judged only if the charter says so (A-26.scope). If NOSAM may decide operational matters only, \
            other decisions are an error (A-12).",
        example: "A matter is raised on 1 March and decided on 29 March. Anchoring on 1 March or 29 March is \
            right, on 30 March it is one day late.",
    },
}

/// What is judged of a decision.
enum Duty<'a> {
    /// The decision as a whole, and the members whose organisations cannot be told.
    Whole(Decided<'a>, Option<Lacks>),
    /// One organisation.
    Organisation(Decided<'a>, Need<'a>),
}

/// An organisation that must have anchored, as far as can be told.
struct Need<'a> {
    id: &'a OrganisationId,
    /// For a seat in a NOSAM.
    in_nosam: Answer,
    /// For a seat in any group that decided.
    anywhere: Answer,
}

fn duties<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Duty<'a>, Lacks>>> {
    let kinds = match cx.charter.readings.anchoring_scope {
        AnchoringScope::Nosam => &[GroupKind::Nosam],
        AnchoringScope::AllGroups => GroupKind::ALL,
    };
    let mut cases = Vec::new();
    for Case { subject, at, thing } in decisions(cx, kinds, |_| Answer::Yes) {
        let decided = match thing {
            Ok(decided) => decided,
            Err(lacks) => {
                cases.push(Case { subject, at, thing: Err(lacks) });
                continue;
            }
        };
        let (needs, unplaced) = needs(cx, &decided, kinds);
        let waived = matches!(decided.decision.anchoring_waived().optional(), Ok(Some(_)));
        let mandate = cx.charter.readings.nosam_decides == NosamDecides::OperationalOnly;
        if waived || mandate || unplaced.is_some() {
            cases.push(Case { subject, at, thing: Ok(Duty::Whole(decided.clone(), unplaced)) });
        }
        if waived {
            continue;
        }
        for need in needs {
            let subject = subject.with(Key::Name(need.id.as_str()));
            cases.push(Case { subject, at, thing: Ok(Duty::Organisation(decided.clone(), need)) });
        }
    }
    cases
}

/// The organisations that must have anchored, in the order of the rosters, and what of them cannot be told.
fn needs<'a>(cx: &Context<'a>, decided: &Decided<'a>, kinds: &[GroupKind]) -> (Vec<Need<'a>>, Option<Lacks>) {
    let mut needs: Vec<Need<'a>> = Vec::new();
    let (groups, mut unplaced) = decided.judged_groups(cx, kinds);
    let mut lack = |lacks: Lacks| unplaced = Some(unplaced.take().unwrap_or_default().and(lacks));
    for group in groups {
        if let Some(lacks) = group.members().unread() {
            lack(lacks);
        }
        for (member, counts) in members_with_a_side(cx, group, decided.day) {
            let counts = match two_sides(cx, group, member, decided.day) {
                Some(lacks) => {
                    lack(lacks.clone());
                    Answer::Unknown(lacks)
                }
                None => counts.and(|| concerns(decided.matter, member)),
            };
            if counts.is_no() {
                continue;
            }
            if let Some(lacks) = member.organisations().unread() {
                lack(lacks);
            }
            for (place, id) in member.organisations().items().enumerate() {
                let Some(organisation) = cx.organisation(id.item) else { continue };
                // The home organisation has given the member its side; the others must have their own.
                let sided = || -> Answer { cx.side_of(organisation).map(|side| side != Side::None).into() };
                let counts = if place == 0 { counts.clone() } else { counts.clone().and(sided) };
                let counts = counts.and(|| organisation.runs_on(decided.day));
                if counts.is_no() {
                    continue;
                }
                let in_nosam =
                    if group.kind().known() == Some(&GroupKind::Nosam) { counts.clone() } else { Answer::No };
                match needs.iter_mut().find(|need| need.id == id.item) {
                    Some(need) => {
                        need.in_nosam = need.in_nosam.clone().or(|| in_nosam);
                        need.anywhere = need.anywhere.clone().or(|| counts);
                    }
                    None => needs.push(Need { id: id.item, in_nosam, anywhere: counts }),
                }
            }
        }
    }
    (needs, unplaced)
}

/// Where a day stands on which the matter was raised after it had been decided: it contradicts the decision.
fn raised_after<'a>(cx: &Context<'a>, matter: Ref<'a, Matter>, decided: Day) -> Option<Path> {
    let raised = cx.raised_on(matter).ok().flatten();
    raised.filter(|raised| decided < *raised).map(|_| matter.raising())
}

/// Judges one decision, or one organisation's part in it.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let duty = duty?;
    let (Duty::Whole(decided, _) | Duty::Organisation(decided, _)) = &duty;
    if let Some(at) = raised_after(cx, decided.matter, decided.day) {
        // Told as a problem of the record. Whoever anchored, nobody knows whether it was in time.
        verdict.lacks(Lacks::unreadable(at));
        if let Duty::Organisation(..) = duty {
            return Ok(());
        }
    }
    match duty {
        Duty::Whole(decided, unplaced) => check_whole(cx, &decided, unplaced, verdict),
        Duty::Organisation(decided, need) => check_organisation(cx, &decided, &need, verdict),
    }
}

fn check_whole<'a>(
    cx: &Context<'a>,
    decided: &Decided<'a>,
    unplaced: Option<Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let waived = decided.decision.anchoring_waived();
    if let Ok(Some(reason)) = waived.optional() {
        verdict.remarks(
            waived.path,
            words! { ;
            sv: "Gruppen enades om att ingen förankring behövdes",
            en: "The group agreed that no anchoring was needed" }
            .because(Some(reason)),
        );
    } else if let Some(lacks) = unplaced {
        verdict.lacks(lacks);
    }
    match cx.charter.readings.nosam_decides {
        NosamDecides::AllButReserved => Ok(()),
        NosamDecides::OperationalOnly => check_mandate(cx, decided, verdict),
    }
}

/// Is the matter one that NOSAM may decide? Those reserved for another group have rules of their own.
fn check_mandate<'a>(
    cx: &Context<'a>,
    decided: &Decided<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let reserved = &cx.charter.reserved;
    let operational = decided.matter.kind().known() == Some(&MatterKind::Operational);
    let allowed =
        Answer::from(operational).or(|| decided.by(GroupKind::Nosam).not()).or(|| decided.by(reserved.to));
    if allowed.or(|| decided.referred_to(cx, reserved.to)).told()? {
        verdict.holds();
        return Ok(());
    }
    let kind = *decided.matter.kind().read()?;
    let elsewhere =
        reserved.kinds.contains(&kind) || kind == MatterKind::Direction && *decided.matter.common().read()?;
    if !elsewhere {
        verdict
            .breaks(
                Severity::Error,
                decided.decision.groups().path,
                words! { kind = kind;
                sv: "NOSAM har beslutat i ett ärende av slaget {kind} men får bara besluta i operativa frågor",
                en: "NOSAM decided a matter of the kind {kind} but may decide operational matters only" },
            )
            .reading("A-12");
    }
    Ok(())
}

/// Is this a day on which the organisation may anchor? Whoever brought the matter may before it was raised.
fn in_window<'a>(cx: &Context<'a>, decided: &Decided<'a>, on: Day, organisation: &OrganisationId) -> Answer {
    let strictly = match cx.charter.readings.anchoring_window {
        AnchoringWindow::Inclusive => false,
        AnchoringWindow::StrictlyBetween => true,
    };
    let in_time = if strictly { on < decided.day } else { on <= decided.day };
    let brought = || decided.matter.raised_by().any(|by| speaks_for(cx, by.item, organisation));
    Answer::from(in_time).and(|| match cx.raised_on(decided.matter) {
        Ok(None) => Answer::Yes,
        Ok(Some(raised)) if on < raised => brought(),
        Ok(Some(raised)) => (!strictly || raised < on).into(),
        Err(lacks) => Answer::Unknown(lacks),
    })
}

fn check_organisation<'a>(
    cx: &Context<'a>,
    decided: &Decided<'a>,
    need: &Need<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Decided { matter, day, .. } = *decided;
    let when = |anchoring: Ref<'a, Anchoring>| match anchoring.on().read() {
        Ok(on) => in_window(cx, decided, *on, need.id),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let covers = |anchoring| anchored_in(cx, &decided.groups, anchoring, need.id);
    let anchored = matter.anchorings().any(|anchoring| covers(anchoring).and(|| when(anchoring)));
    let waived: Answer = decided.decision.anchoring_waived().optional().map(|reason| reason.is_some()).into();
    if need.anywhere.clone().not().or(|| anchored).or(|| waived).told()? {
        verdict.holds();
        return Ok(());
    }
    let days: Vec<_> = matter
        .anchorings()
        .items()
        .filter(|anchoring| covers(*anchoring).is_yes())
        .filter_map(|anchoring| Some((*anchoring.on().known()?, anchoring)))
        .filter(|(on, _)| *on <= cx.as_of)
        .collect();
    let raised = cx.raised_on(matter).ok().flatten();
    let missed = Missed { organisation: need.id, days, raised, decided: day };
    let (at, words) = missed.says().unwrap_or_else(|| {
        let words = words! { organisation = missed.shown(), decided = day;
        sv: "Ärendet förankrades inte i {organisation} senast på beslutsdagen {decided}",
        en: "The matter was not anchored in {organisation} by the day of the decision, {decided}" };
        (matter.anchorings().path, words)
    });
    let in_nosam = need.in_nosam.is_yes();
    let severity = if in_nosam { Severity::Error } else { Severity::Warning };
    let told = verdict.breaks(severity, at, words);
    // Another scope would not ask the other groups, another window would let the day pass.
    if !in_nosam || missed.inside().is_some() {
        told.reading("A-26");
    } else if anchored_above(cx, decided, need.id) {
        told.reading("A-45");
    }
    Ok(())
}

/// Was it anchored in time in an organisation above this one, where that does not count?
fn anchored_above<'a>(cx: &Context<'a>, decided: &Decided<'a>, id: &OrganisationId) -> bool {
    let above: Vec<&str> = cx
        .organisation(id)
        .map(|organisation| cx.upwards(organisation))
        .into_iter()
        .flatten()
        .filter_map(|above| above.id().known().map(Id::as_str))
        .collect();
    let in_time = |on: &Day| in_window(cx, decided, *on, id).is_yes();
    decided.matter.anchorings().items().any(|anchoring| {
        let named = anchoring.organisations().items().any(|named| above.contains(&named.item.as_str()));
        named && anchoring.on().known().is_some_and(in_time)
    })
}

/// An organisation that did not anchor in the days that count.
struct Missed<'a> {
    organisation: &'a OrganisationId,
    /// The days on which it did.
    days: Vec<(Day, Ref<'a, Anchoring>)>,
    raised: Option<Day>,
    decided: Day,
}

impl<'a> Missed<'a> {
    fn shown(&self) -> Param {
        Param::Id(self.organisation.as_str().to_owned())
    }

    /// Anchored in the days that would count if the first and the last did.
    fn inside(&self) -> Option<&(Day, Ref<'a, Anchoring>)> {
        let from = |on| self.raised.is_none_or(|raised| raised <= on);
        self.days.iter().find(|(on, _)| *on <= self.decided && from(*on))
    }

    /// Says when the organisation anchored instead, and where that stands; nothing if it never did.
    fn says(&self) -> Option<(Path, Words)> {
        let Self { raised, decided, .. } = *self;
        let late = || self.days.iter().filter(|(on, _)| decided < *on).min_by_key(|(on, _)| *on);
        let ((_, anchoring), words) = if let Some(inside @ (on, _)) = self.inside() {
            let words = words! { organisation = self.shown(), on = *on, decided = decided;
            sv: "Ärendet förankrades i {organisation} {on}, inte mellan dagen då det väcktes och beslutsdagen \
                {decided}",
            en: "The matter was anchored in {organisation} on {on}, not between the day it was raised and the \
                day of the decision, {decided}" };
            (inside, words)
        } else if let Some(late @ (on, _)) = late() {
            let words = words! {
            organisation = self.shown(), on = *on, late = Param::Days(decided.days_until(*on)), decided = decided;
            sv: "Ärendet förankrades i {organisation} {on}, {late} för sent: beslutet fattades {decided}",
            en: "The matter was anchored in {organisation} on {on}, {late} late: it was decided on {decided}" };
            (late, words)
        } else {
            let early @ (on, _) = self.days.iter().max_by_key(|(on, _)| *on)?;
            let words = words! { organisation = self.shown(), on = *on, raised = raised?, decided = decided;
            sv: "Ärendet förankrades i {organisation} {on}, innan andra väckte det {raised}, och inte sedan \
                senast på beslutsdagen {decided}",
            en: "The matter was anchored in {organisation} on {on}, before others raised it on {raised}, and \
                not again by the decision on {decided}" };
            (early, words)
        };
        Some((anchoring.on().path, words))
    }
}
