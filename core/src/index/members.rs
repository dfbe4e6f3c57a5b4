//! Members: whom each represents, with which functions and on which side.

use super::{Context, Membership};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{GroupKind, MemberFunction, MemberStatus, Side};
use crate::record::{Group, Member, Organisation, Period, PersonId, Ref, View};
use crate::words::Param;

impl<'a> Context<'a> {
    /// The organisation that a member represents first of all; `None` when it is known to represent none.
    pub(crate) fn home(&self, member: Ref<'a, Member>) -> Result<Option<Ref<'a, Organisation>>, Lacks> {
        let list = member.organisations().read()?;
        match list.first() {
            None => Ok(None),
            Some(first) => match first.known().and_then(|id| self.organisation(id)) {
                Some(home) => Ok(Some(home)),
                None => Err(Lacks::unreadable(member.organisations().path.index(0))),
            },
        }
    }

    /// A member's side: that of its home organisation; support, co-opted members and NSPH have none.
    pub(crate) fn side(&self, member: Ref<'a, Member>) -> Result<Side, Lacks> {
        let ordinary = status(member).map(|status| status == MemberStatus::Ordinary);
        let neutral = has_neutral_function(member);
        let side = match self.home(member) {
            Ok(Some(home)) => self.side_of(home),
            Ok(None) => Ok(Side::None),
            Err(lacks) => Err(lacks),
        };
        // One reason to be on no side is enough, whatever else cannot be read.
        match (ordinary, neutral, side) {
            (Ok(false), ..) | (_, Ok(true), _) | (.., Ok(Side::None)) => Ok(Side::None),
            (Err(lacks), ..) | (_, Err(lacks), _) => Err(lacks),
            (Ok(true), Ok(false), side) => side,
        }
    }

    /// Has one of the member's organisations not ended before `day`? Who names none has none that could have.
    pub(crate) fn is_represented(&self, member: Ref<'a, Member>, day: Day) -> Answer {
        let organisations = member.organisations();
        if organisations.is_absent() || organisations.is_known_empty() {
            return Answer::Yes;
        }
        organisations.any(|id| match self.organisation(id.item) {
            Some(organisation) => {
                organisation.to().optional().map(|to| to.is_none_or(|to| day <= *to)).into()
            }
            None => Answer::Unknown(Lacks::unreadable(id.path)),
        })
    }

    /// Can the member fill a seat on `day`: does the membership run, and are its organisations not all ended?
    pub(crate) fn can_sit(&self, member: Ref<'a, Member>, day: Day) -> Answer {
        member.runs_on(day).and(|| self.is_represented(member, day))
    }

    /// Does a member fill the seat of this function on `day`?
    pub(crate) fn seats(&self, member: Ref<'a, Member>, function: MemberFunction, day: Day) -> Answer {
        let of = |seat: &&crate::charter::Seat| {
            seat.group == GroupKind::Nosam && seat.functions.contains(&function)
        };
        let seat = self.charter.seats.iter().find(of);
        let seated: Answer =
            status(member).map(|status| seat.is_none_or(|seat| seat.statuses.contains(&status))).into();
        // Who says no function is not known to have none, but nobody fills a seat by silence.
        let silent = member.functions().is_absent();
        let has = || if silent { Answer::No } else { has_function(member, &[function]) };
        seated.and(has).and(|| self.can_sit(member, day))
    }

    /// Is the seat of a function vacant on `day`, and nobody told of it: not without a break from then to the as-of
    /// day, the one on which `told` judges it?
    pub(crate) fn untold_vacancy(
        &self,
        group: Ref<'a, Group>,
        function: MemberFunction,
        day: Day,
        told: &Lacks,
    ) -> Answer {
        let members = group.members();
        let filled = |day: Day| members.any(|member| self.seats(member, function, day));
        let is_judged = || told.cause().is_some_and(|rule| self.charter.judges(rule, self.as_of));
        let changes = members.items().flat_map(|member| {
            let after = member.to().known().map(|to| to.plus_days(1));
            member.from().known().copied().into_iter().chain(after)
        });
        let later = changes.filter(|change| day < *change && *change <= self.as_of);
        filled(day).not().and(|| {
            Answer::from(!is_judged())
                .or(|| Answer::any(later.map(filled)))
                .or(|| self.lives_on(group, self.as_of).not())
        })
    }

    /// Every membership of a person, in any group, in the order of the record.
    pub(crate) fn memberships_of(&self, person: &str) -> &[Membership<'a>] {
        self.tables.memberships.get(person).map_or(&[], Vec::as_slice)
    }

    /// The person of a row as messages show it.
    pub(crate) fn holder(&self, person: View<'a, PersonId>) -> Param {
        self.person(person.known().map_or("", PersonId::as_str))
    }

    /// A person as messages show it.
    pub(crate) fn person(&self, id: &str) -> Param {
        let person = self.tables.people.get(id).filter(|_| self.options.names);
        let shown = person.filter(|person| person.protected().or(false) == Ok(false));
        Param::Person { id: id.to_owned(), name: shown.and_then(|person| person.name().known().cloned()) }
    }
}

/// A member's status.
pub(crate) fn status(member: Ref<'_, Member>) -> Result<MemberStatus, Lacks> {
    member.status().or(MemberStatus::Ordinary)
}

/// Is the member an ordinary one?
pub(crate) fn is_ordinary(member: Ref<'_, Member>) -> Answer {
    status(member).map(|status| status == MemberStatus::Ordinary).into()
}

/// Does the member have this function?
pub(crate) fn has_function(member: Ref<'_, Member>, functions: &[MemberFunction]) -> Answer {
    member.functions().any(|function| functions.contains(function.item).into())
}

/// Is every function of the member a neutral one (support, or NSPH)?
pub(super) fn has_neutral_function(member: Ref<'_, Member>) -> Result<bool, Lacks> {
    const NEUTRAL: &[MemberFunction] = &[
        MemberFunction::ProcessLeader,
        MemberFunction::SubregionalCoordinator,
        MemberFunction::NsphRepresentative,
    ];
    let functions = member.functions().all_or_none()?;
    Ok(!functions.is_empty() && functions.iter().all(|function| NEUTRAL.contains(function.item)))
}
