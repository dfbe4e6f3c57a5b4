//! N-REP-1: each organisation appoints its own representative.

use super::{Participant, members};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{MemberFunction, Principal, Severity};
use crate::index::{Context, has_function, is_ordinary};
use crate::record::{Group, Member, Organisation, OrganisationId, Period, Ref, View};
use crate::rules::judge::Verdict;
use crate::rules::{rule, seats};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-REP-1",
    subject: "groups/NOSAM#PERSON",
    clauses: ["N-REP-1", "P-NOS-9"],
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: members,
    sv: {
        norm: "Varje organisation utser sin egen representant i NOSAM",
        why: "Den som är utsedd av sin egen organisation talar för den och kan binda den.",
        reading: "Ordinarie ledamöter den dag som prövningen gäller prövas; adjungerade, stöd och ersättare \
            prövas inte, och inte heller processledaren och den delregionala samordnaren. Den som utser är \
            en av de organisationer som personen företräder, en som står över den eller en annan i samma \
            kommun; en MAS eller MAR från en annan kommun kan utses av gruppens egen kommun. Är det gruppen, \
            processledarens kansli eller en annan organisation blir det en varning. Den som företräder flera \
            behöver vara utsedd av en av dem. Dagen för beslutet är den första dagen eller tidigare; en dag \
            senare är en varning. Utan första dag prövas inte dagen för beslutet.",
        example: "En vårdcentrals verksamhetschef står som utsedd av NOSAM: varning.",
    },
    en: {
        norm: "Each organisation appoints its own representative in NOSAM",
        why: "Who is appointed by the own organisation speaks for it and can bind it.",
        reading: "Ordinary members on the as-of day are judged; co-opted members, support and deputies are \
            not, nor are the process leader and the sub-regional coordinator. Whoever appoints is one of the \
            organisations that the person represents, one above it or another of the same municipality; a MAS \
            or MAR of another municipality may be appointed by the group's own. The group, the process leader's \
            office or another organisation gives a warning. Who represents several needs to be appointed by \
            one of them. The day of appointment is the first day or earlier; one day later is a warning. \
            Without a first day the day of appointment is not judged.",
        example: "The operations manager of a care centre is listed as appointed by NOSAM: a warning.",
    },
}

/// The functions that support the groups, whatever the status of their holders.
const SUPPORT: &[MemberFunction] = &[MemberFunction::ProcessLeader, MemberFunction::SubregionalCoordinator];

/// The functions that municipalities may share.
const SHARED: &[MemberFunction] = &[MemberFunction::Mas, MemberFunction::Mar];

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    person: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Participant { group, memberships, .. } = person?;
    for member in memberships {
        match member.runs_on(cx.as_of).and(|| is_ordinary(member)).and(|| is_support(member).not()) {
            Answer::No => {}
            Answer::Yes => judge(cx, group, member, verdict),
            Answer::Unknown(lacks) => verdict.lacks(lacks),
        }
    }
    Ok(())
}

/// Has the member a support function, which nobody is appointed to by an organisation?
fn is_support(member: Ref<'_, Member>) -> Answer {
    if member.functions().is_absent() { Answer::No } else { has_function(member, SUPPORT) }
}

/// Judges one ordinary membership.
fn judge<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>, verdict: &mut Verdict<'a>) {
    let person = || cx.holder(member.person());
    let (by, on) = (member.appointed_by(), member.appointed_on().so_far(cx.as_of));
    let own = by_its_own(cx, group, member);
    let time = in_time(member, on);
    if let (true, Some(id)) = (own.is_no(), by.known()) {
        let told = verdict.breaks(
            Severity::Warning,
            by.path,
            words! { person = person(), by = Param::Id(id.as_str().to_owned());
            sv: "{person} är utsedd av {by}, som varken företräds av personen, står över den organisationen eller \
                hör till samma kommun",
            en: "{person} was appointed by {by}, neither the organisation represented nor one above it or of the \
                same municipality" },
        );
        if !member.organisations().is_absent() {
            told.related(member.organisations().path, "represents");
        }
    }
    if let (true, Some(on_day), Some(from)) = (time.is_no(), on.known(), member.from().known()) {
        verdict.breaks(
            Severity::Warning,
            on.path,
            words! { person = person(), on = *on_day, from = *from;
            sv: "{person} utsågs {on}, efter uppdragets första dag {from}",
            en: "{person} was appointed on {on}, after the first day {from}" },
        );
    }
    match own.and(|| time) {
        Answer::Yes => verdict.holds(),
        Answer::No => {}
        Answer::Unknown(lacks) => verdict.lacks(lacks),
    }
}

/// Was the member appointed by an organisation that it represents, one above it, or one of the same municipality?
///
/// A nurse or rehabilitation officer whom municipalities share may be appointed by the group's own.
fn by_its_own<'a>(cx: &Context<'a>, group: Ref<'a, Group>, member: Ref<'a, Member>) -> Answer {
    let by = match member.appointed_by().read() {
        Ok(by) => by,
        Err(lacks) => return Answer::Unknown(lacks),
    };
    let Some(appointer) = cx.organisation(&OrganisationId::from(by.as_str())) else { return Answer::No };
    let represented = member.organisations().any(|id| match cx.organisation(id.item) {
        Some(organisation) => cx
            .any_upwards(organisation, |above| (above.path == appointer.path).into())
            .or(|| are_of_one_municipality(cx, organisation, appointer)),
        None => Answer::Unknown(Lacks::unreadable(id.path)),
    });
    let is_shared = || {
        let functions = member.functions();
        if functions.is_absent() { Answer::No } else { has_function(member, SHARED) }
    };
    represented.or(|| is_shared().and(|| seats::is_own(cx, group, appointer)))
}

/// Are both the bodies of one municipality?
fn are_of_one_municipality<'a>(
    cx: &Context<'a>,
    one: Ref<'a, Organisation>,
    another: Ref<'a, Organisation>,
) -> Answer {
    let municipal = |it| {
        let of_municipality =
            || cx.principal(it).map(|principal| principal == Principal::Municipality).into();
        cx.is_private(it).not().and(of_municipality)
    };
    let same = || match (cx.municipality(one), cx.municipality(another)) {
        (Ok(one), Ok(another)) => (one == another).into(),
        (Err(lacks), _) | (_, Err(lacks)) => Answer::Unknown(lacks),
    };
    municipal(one).and(|| municipal(another)).and(same)
}

/// Was the member appointed on its first day or before?
fn in_time(member: Ref<'_, Member>, appointed: View<'_, Day>) -> Answer {
    match member.from().optional() {
        Ok(None) => Answer::Yes,
        Ok(Some(from)) => appointed.is(|on| on <= from),
        Err(lacks) => Answer::Unknown(lacks),
    }
}
