//! Beslut: where NOSAM decides, what must have been anchored first, and what others decide.

pub(crate) mod n_for_1_anchoring;
mod n_for_2_consensus;
mod n_sty_1_steering_group;
mod n_sty_2_collaboration_documents;

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::AnchoringLevel;
use crate::codes::GroupKind;
use crate::index::{Case, Context, Side, is_ordinary, subject_of};
use crate::record::{Anchoring, Decision, Group, Matter, Member, OrganisationId, Period, Ref};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_for_1_anchoring::RULE,
    &n_for_2_consensus::RULE,
    &n_sty_1_steering_group::RULE,
    &n_sty_2_collaboration_documents::RULE,
];

/// A decision in the judged days.
#[derive(Clone)]
pub(super) struct Decided<'a> {
    pub(super) matter: Ref<'a, Matter>,
    pub(super) decision: Ref<'a, Decision>,
    pub(super) day: Day,
    /// Those who decided, as far as they can be told.
    pub(super) groups: Vec<Ref<'a, Group>>,
    /// What of those who decided cannot be told.
    pub(super) unread: Option<Lacks>,
}

impl<'a> Decided<'a> {
    /// Did a group of this kind take part in deciding?
    pub(super) fn by(&self, kind: GroupKind) -> Answer {
        let known = self.groups.iter().map(|group| group.kind().is(|it| *it == kind));
        Answer::any(known.chain(self.unread.clone().map(Answer::Unknown)))
    }

    /// The judged groups of one of `kinds` that decided, and what of them cannot be told.
    pub(super) fn judged_groups(
        &self,
        cx: &Context<'a>,
        kinds: &[GroupKind],
    ) -> (Vec<Ref<'a, Group>>, Option<Lacks>) {
        let mut unread = self.unread.clone();
        let mut groups = Vec::new();
        for group in &self.groups {
            match group.id().known().filter(|id| cx.is_judged(id.as_str())).map(|_| group.kind().read()) {
                Some(Ok(kind)) if kinds.contains(kind) => groups.push(*group),
                Some(Err(lacks)) => unread = Some(unread.unwrap_or_default().and(lacks)),
                Some(Ok(_)) | None => {}
            }
        }
        (groups, unread)
    }

    /// Was the matter handed over to a group of this kind?
    pub(super) fn referred_to(&self, cx: &Context<'a>, kind: GroupKind) -> Answer {
        match self.decision.referred_to().optional() {
            Ok(None) => Answer::No,
            Ok(Some(id)) => kind_of(cx, id.as_str(), kind),
            Err(lacks) => Answer::Unknown(lacks),
        }
    }
}

/// Is the group with this id of this kind?
pub(super) fn kind_of(cx: &Context<'_>, id: &str, kind: GroupKind) -> Answer {
    cx.group(id).map_or(Answer::No, |group| group.kind().is(|it| *it == kind))
}

/// The decisions that a judged group of one of `kinds` took, alone or with others, in the judged days.
///
/// `falls` says whether a matter falls under the rule; of one that does not nothing is asked.
pub(super) fn decisions<'a>(
    cx: &Context<'a>,
    kinds: &[GroupKind],
    falls: impl Fn(Ref<'a, Matter>) -> Answer,
) -> Vec<Case<'a, Result<Decided<'a>, Lacks>>> {
    cx.record
        .matters()
        .items()
        .filter(|matter| !falls(*matter).is_no())
        .filter_map(|matter| {
            let thing = decided(cx, matter, kinds).transpose()?;
            let subject = subject_of(matter);
            Some(Case { subject, at: matter.path, thing })
        })
        .collect()
}

/// The decisions that a judged NOSAM took, alone or with others, in the judged days.
pub(super) fn nosam_decisions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Decided<'a>, Lacks>>> {
    decisions(cx, &[GroupKind::Nosam], |_| Answer::Yes)
}

fn decided<'a>(
    cx: &Context<'a>,
    matter: Ref<'a, Matter>,
    kinds: &[GroupKind],
) -> Result<Option<Decided<'a>>, Lacks> {
    if matter.decision().is_absent() {
        return Ok(None);
    }
    let decision = matter.decision().get()?;
    let of_kind = |id: &str| Answer::any(kinds.iter().map(|kind| kind_of(cx, id, *kind)));
    let judged = |id: &str| Answer::from(cx.is_judged(id)).and(|| of_kind(id));
    let day = cx.decided_on(matter);
    let concerned = match kinds {
        GroupKind::ALL => cx.judges_decision(decision),
        _ => decision.groups().any(|id| judged(id.item.as_str())),
    };
    if !concerned.and(|| cx.judges_day(day.clone())).told()? {
        return Ok(None);
    }
    let groups = decision.groups().items().filter_map(|id| cx.group(id.item.as_str())).collect();
    Ok(Some(Decided { matter, decision, day: day?, groups, unread: decision.groups().unread() }))
}

/// Those of a group's members who may count on `day`: ordinary and on a side, each with how sure that is.
fn members_with_a_side<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    day: Day,
) -> impl Iterator<Item = (Ref<'a, Member>, Answer)> {
    let counts = move |member: Ref<'a, Member>| {
        is_ordinary(member)
            .and(|| member.runs_on(day))
            .and(|| cx.side(member).map(|side| side != Side::None).into())
    };
    group.members().items().map(move |member| (member, counts(member))).filter(|(_, answer)| !answer.is_no())
}

/// Is the member on two sides at once in the group on `day`? Then nobody can tell whom the decision must be held to.
fn two_sides<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    member: Ref<'a, Member>,
    day: Day,
) -> Option<Lacks> {
    cx.two_sides(group, member.person().known()?.as_str(), day)
}

/// Does the matter concern the member? One limited to target groups is there for those only.
fn concerns(matter: Ref<'_, Matter>, member: Ref<'_, Member>) -> Answer {
    const ALL: &str = "all";
    let limits = member.target_groups();
    if limits.is_absent() || limits.items().any(|group| group.item.as_str() == ALL) {
        return Answer::Yes;
    }
    limits.any(|limit| {
        let same = |group: Ref<'_, crate::record::TargetGroup>| {
            group.item.as_str() == ALL || group.item == limit.item
        };
        matter.target_groups().any(|group| same(group).into())
    })
}

/// Does what is done in an organisation count for the one with this id: is it that one, or one above it?
fn speaks_for(cx: &Context<'_>, speaker: &OrganisationId, id: &OrganisationId) -> Answer {
    match (cx.charter.readings.anchoring_level, cx.organisation(id)) {
        (AnchoringLevel::OrganisationOrAbove, Some(organisation)) => {
            cx.any_upwards(organisation, |above| above.id().is(|above| above.as_str() == speaker.as_str()))
        }
        _ => (speaker == id).into(),
    }
}

/// Was the matter anchored there in a way that counts for this organisation?
fn anchored_in<'a>(
    cx: &Context<'a>,
    groups: &[Ref<'a, Group>],
    anchoring: Ref<'a, Anchoring>,
    id: &OrganisationId,
) -> Answer {
    let organisations = anchoring.organisations();
    let everyone = anchoring.everyone();
    if organisations.is_absent() && everyone.is_absent() && anchoring.group().is_absent() {
        return Answer::Unknown(Lacks::absent(organisations.path));
    }
    let named = if organisations.is_absent() {
        Answer::No
    } else {
        organisations.any(|named| speaks_for(cx, named.item, id))
    };
    named.or(|| match everyone.or(false) {
        Ok(true) => match anchoring.on().read() {
            Ok(day) => has_seat(cx, groups, id, *day),
            Err(lacks) => Answer::Unknown(lacks),
        },
        Ok(false) => Answer::No,
        Err(lacks) => Answer::Unknown(lacks),
    })
}

/// Has the organisation, or one that speaks for it, an ordinary seat in one of the groups on `day`?
fn has_seat<'a>(cx: &Context<'a>, groups: &[Ref<'a, Group>], id: &OrganisationId, day: Day) -> Answer {
    Answer::any(groups.iter().map(|group| {
        group.members().any(|member| {
            is_ordinary(member)
                .and(|| cx.can_sit(member, day))
                .and(|| member.organisations().any(|organisation| speaks_for(cx, organisation.item, id)))
        })
    }))
}
