//! The sides that a member or an organisation may be on, where it cannot be told on which it is.

use super::Context;
use super::members::has_neutral_function;
use super::status;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::PrivateSide;
use crate::codes::{MemberStatus, OrganisationKind, Side};
use crate::record::{Group, Member, Organisation, Period, Ref};

/// Every side that is possible, and what is missing to tell which it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    possible: Vec<Side>,
    lacks: Lacks,
}

impl Sides {
    /// On a principal's side, or on none.
    pub(crate) fn any(lacks: Lacks) -> Self {
        Self { possible: vec![Side::Municipality, Side::Region, Side::None], lacks }
    }

    pub(crate) fn only(side: Side) -> Self {
        Self { possible: vec![side], lacks: Lacks::default() }
    }

    /// One of these or of those.
    #[must_use]
    pub(crate) fn or(mut self, other: Self) -> Self {
        self.possible.extend(other.possible);
        Self { possible: self.possible, lacks: self.lacks.and(other.lacks) }
    }

    /// It cannot be told without these either.
    #[must_use]
    pub(crate) fn lacking(mut self, lacks: Lacks) -> Self {
        self.lacks = self.lacks.and(lacks);
        self
    }

    /// The side.
    pub(crate) fn told(&self) -> Result<Side, Lacks> {
        match self.possible.first() {
            Some(first) if self.possible.iter().all(|side| side == first) => Ok(*first),
            _ => Err(self.lacks.clone()),
        }
    }

    /// Is being on no side one of them?
    fn may_be_none(&self) -> bool {
        self.possible.contains(&Side::None)
    }

    /// Is one of them among the others?
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.possible.iter().any(|side| other.possible.contains(side))
    }

    /// Are they the very same?
    pub(crate) fn equals(&self, other: &Self) -> bool {
        let within = |one: &Self, other: &Self| one.possible.iter().all(|side| other.possible.contains(side));
        within(self, other) && within(other, self)
    }
}

impl<'a> Context<'a> {
    /// The sides on which a member may be by one membership.
    pub(crate) fn sides(&self, member: Ref<'a, Member>) -> Sides {
        if let Ok(side) = self.side(member) {
            return Sides::only(side);
        }
        let mut sides = match self.home(member) {
            Ok(home) => home.map_or_else(|| Sides::only(Side::None), |home| self.sides_of(home)),
            Err(lacks) => Sides::any(lacks).or(Sides::only(self.private_side())),
        };
        let ordinary = status(member).map(|status| status == MemberStatus::Ordinary);
        for lacks in [ordinary.err(), has_neutral_function(member).err()].into_iter().flatten() {
            sides = sides.or(Sides { possible: vec![Side::None], lacks });
        }
        sides
    }

    /// The sides on which an organisation may be.
    pub(crate) fn sides_of(&self, organisation: Ref<'a, Organisation>) -> Sides {
        if let Ok(side) = self.side_of(organisation) {
            return Sides::only(side);
        }
        let public = || {
            let by_principal = match self.principal(organisation) {
                Ok(principal) => Sides::only(principal.into()),
                Err(lacks) => Sides::any(lacks),
            };
            match organisation.kind().read() {
                Ok(OrganisationKind::UserOrganisation | OrganisationKind::SupportOffice) => {
                    Sides::only(Side::None)
                }
                Ok(_) => by_principal,
                Err(lacks) => by_principal.or(Sides { possible: vec![Side::None], lacks }),
            }
        };
        match self.is_private(organisation) {
            Answer::Yes => Sides::only(self.private_side()),
            Answer::No => public(),
            Answer::Unknown(lacks) => public().or(Sides { possible: vec![self.private_side()], lacks }),
        }
    }

    /// Is a person on two sides at once in a group on `day`, by two memberships? Then nobody can tell on which.
    pub(crate) fn two_sides(&self, group: Ref<'a, Group>, person: &str, day: Day) -> Option<Lacks> {
        let is_of = |row: &Ref<'a, Member>| row.person().known().is_some_and(|id| id.as_str() == person);
        let rows = group.members().items().filter(is_of).filter(|row| row.runs_on(day).is_yes());
        let rows: Vec<_> =
            rows.map(|row| (row, self.sides(row))).filter(|(_, sides)| !sides.may_be_none()).collect();
        let contradicted = |sides: &Sides| rows.iter().any(|(_, other)| !other.meets(sides));
        let rows = rows.iter().filter(|(_, sides)| contradicted(sides));
        rows.map(|(row, _)| Lacks::unreadable(row.path)).reduce(Lacks::and)
    }

    /// Did a person represent an organisation in the group, or one below or above it, on whatever days?
    pub(crate) fn ever_represented(
        &self,
        group: Ref<'a, Group>,
        person: &str,
        organisation: Ref<'a, Organisation>,
    ) -> Answer {
        group.members().any(|row| {
            let is_of: Answer = row.person().is(|id| id.as_str() == person);
            is_of.and(|| self.represents(row, organisation))
        })
    }

    /// Does a membership represent an organisation, or one below or above it?
    pub(crate) fn represents(&self, member: Ref<'a, Member>, organisation: Ref<'a, Organisation>) -> Answer {
        let above = |lower, upper: Ref<'a, Organisation>| {
            self.any_upwards(lower, |above| (above.path == upper.path).into())
        };
        member.organisations().any(|id| match self.organisation(id.item) {
            Some(one) => above(one, organisation).or(|| above(organisation, one)),
            None => Answer::Unknown(Lacks::unreadable(id.path)),
        })
    }

    /// The side of a private provider.
    pub(super) fn private_side(&self) -> Side {
        match self.charter.readings.private_side {
            PrivateSide::Region => Side::Region,
            PrivateSide::None => Side::None,
            PrivateSide::OwnSide => Side::Private,
        }
    }
}
