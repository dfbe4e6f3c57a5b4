//! Organisations: whose each is, on which side, and which entry of the lists it stands for.

use std::rc::Rc;

use super::Context;
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::{Board, Charter, Dated};
use crate::codes::{OrganisationKind, Principal, Provider, Side, same_spelling};
use crate::record::{Organisation, OrganisationId, Ref, View};

impl From<Principal> for Side {
    fn from(principal: Principal) -> Self {
        match principal {
            Principal::Municipality => Self::Municipality,
            Principal::Region => Self::Region,
            Principal::None => Self::None,
        }
    }
}

impl<'a> Context<'a> {
    /// The organisation with this id.
    pub(crate) fn organisation(&self, id: &OrganisationId) -> Option<Ref<'a, Organisation>> {
        self.tables.organisations.get(id.as_str()).copied()
    }

    /// The organisation and those above it, nearest first. A circle ends where it closes.
    pub(crate) fn upwards(&self, start: Ref<'a, Organisation>) -> Vec<Ref<'a, Organisation>> {
        let mut line = vec![start];
        while let Some(above) = line
            .last()
            .and_then(|last| last.part_of().known())
            .and_then(|id| self.organisation(id))
            .filter(|above| line.iter().all(|known| known.path != above.path))
        {
            line.push(above);
        }
        line
    }

    /// Does `question` hold of the organisation or one above it?
    pub(crate) fn any_upwards(
        &self,
        organisation: Ref<'a, Organisation>,
        question: impl Fn(Ref<'a, Organisation>) -> Answer,
    ) -> Answer {
        Answer::any(self.upwards(organisation).into_iter().map(|above| {
            let here = question(above);
            // What cannot be read may be the one above that it holds of.
            here.or(|| above.part_of().optional().map(|_| false).into())
        }))
    }

    /// The first value that the organisation or one above it has.
    ///
    /// Nothing found lacks the organisation's own field, unless the line above cannot be read.
    pub(super) fn inherited<T: 'a>(
        &self,
        organisation: Ref<'a, Organisation>,
        field: impl Fn(Ref<'a, Organisation>) -> View<'a, T>,
    ) -> Result<&'a T, Lacks> {
        for above in self.upwards(organisation) {
            if let Some(value) = field(above).optional()? {
                return Ok(value);
            }
            above.part_of().optional()?;
        }
        Err(Lacks::absent(field(organisation).path))
    }

    /// Whose the organisation is.
    pub(crate) fn principal(&self, organisation: Ref<'a, Organisation>) -> Result<Principal, Lacks> {
        self.inherited(organisation, Ref::<Organisation>::principal).copied()
    }

    /// The municipality of the organisation, or of the one above it.
    pub(crate) fn municipality(&self, organisation: Ref<'a, Organisation>) -> Result<&'a str, Lacks> {
        self.inherited(organisation, Ref::<Organisation>::municipality).map(String::as_str)
    }

    /// Is it a private provider within a choice system under LOV?
    pub(crate) fn is_private(&self, organisation: Ref<'a, Organisation>) -> Answer {
        organisation.provider().or(Provider::Public).map(|provider| provider == Provider::PrivateLov).into()
    }

    /// The side of an organisation.
    pub(crate) fn side_of(&self, organisation: Ref<'a, Organisation>) -> Result<Side, Lacks> {
        let private = self.private_side();
        match self.is_private(organisation) {
            Answer::Yes => Ok(private),
            Answer::No => self.public_side(organisation),
            // Where both ways lead to the same side, it is told.
            Answer::Unknown(lacks) => {
                self.public_side(organisation).ok().filter(|side| *side == private).ok_or(lacks)
            }
        }
    }

    /// The side of an organisation that is no private provider.
    fn public_side(&self, organisation: Ref<'a, Organisation>) -> Result<Side, Lacks> {
        let by_principal = || self.principal(organisation).map(Side::from);
        match organisation.kind().read() {
            Ok(OrganisationKind::UserOrganisation | OrganisationKind::SupportOffice) => Ok(Side::None),
            Ok(_) => by_principal(),
            // Whatever it is, one of no principal is on no side.
            Err(lacks) => by_principal().ok().filter(|side| *side == Side::None).ok_or(lacks),
        }
    }

    /// Is an organisation on this side, which is that of a principal?
    pub(crate) fn is_on_side(&self, organisation: Ref<'a, Organisation>, side: Side) -> Answer {
        match (self.side_of(organisation), self.is_private(organisation), self.principal(organisation)) {
            (Ok(known), ..) => (known == side).into(),
            // Whatever kind it is, it is on no other principal's side.
            (Err(_), Answer::No, Ok(principal)) if Side::from(principal) != side => Answer::No,
            (Err(lacks), ..) => Answer::Unknown(lacks),
        }
    }

    /// The parties of the charter that are in force on the as-of day.
    pub(crate) fn parties(&self) -> Vec<Entry<'a>> {
        let in_force = self.tables.parties.iter().filter(|party| party.days.contains(self.as_of));
        in_force.cloned().collect()
    }

    /// The boards that sit in the political group on the as-of day, by reading A-02.
    pub(crate) fn boards(&self) -> Vec<Entry<'a>> {
        let sits = |board: &&Entry<'_>| self.charter.readings.boards.iter().any(|code| code == board.code);
        let in_force = self.tables.boards.iter().filter(|board| board.days.contains(self.as_of));
        in_force.filter(sits).cloned().collect()
    }

    /// The entry of `list` that the organisation, or the nearest above it, stands for: as it says itself,
    /// or else by its name.
    pub(crate) fn listed<'l>(
        &self,
        organisation: Ref<'a, Organisation>,
        list: &'l [Entry<'a>],
    ) -> Result<Option<&'l Entry<'a>>, Lacks> {
        let mut untold = None;
        for above in self.upwards(organisation) {
            let entry = match above.listed_as().optional()? {
                Some(code) => list.iter().find(|entry| entry.code == code.as_str()),
                None => self.listed_by_name(above, list)?,
            };
            if entry.is_some() {
                return Ok(entry);
            }
            if above.listed_as().is_absent() && above.name().is_absent() {
                untold = untold.or(Some(Lacks::absent(above.name().path)));
            }
            above.part_of().optional()?;
        }
        untold.map_or(Ok(None), Err)
    }

    fn listed_by_name<'l>(
        &self,
        organisation: Ref<'a, Organisation>,
        list: &'l [Entry<'a>],
    ) -> Result<Option<&'l Entry<'a>>, Lacks> {
        let Some(name) = organisation.name().optional()? else { return Ok(None) };
        let name = same_spelling(name);
        for entry in list.iter().filter(|entry| entry.names.contains(&name)) {
            let elsewhere = match (entry.municipality, self.municipality(organisation)) {
                (Some(board), Ok(municipality)) => board != municipality,
                (Some(_), Err(lacks)) if lacks.cause().is_some() => return Err(lacks),
                _ => false,
            };
            if !elsewhere {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }
}

/// An entry of one of the charter's lists of parties and boards.
#[derive(Clone)]
pub(crate) struct Entry<'c> {
    /// The code in records.
    pub(crate) code: &'c str,
    /// Every way to spell it, without what people write in different ways.
    pub(super) names: Rc<[String]>,
    /// The municipality whose it is.
    pub(super) municipality: Option<&'c str>,
    /// The days on which it is in force.
    days: Span,
}

impl<'c> Entry<'c> {
    /// The parties of a charter.
    pub(super) fn parties(charter: &'c Charter) -> Vec<Self> {
        charter.parties.iter().map(|party| Self::of(party.named(), None, party.valid)).collect()
    }

    /// The boards of a charter.
    pub(super) fn boards(charter: &'c Charter) -> Vec<Self> {
        let board = |board: &'c Board| Self::of(board.named(), board.municipality.as_deref(), board.valid);
        charter.boards.iter().map(board).collect()
    }

    fn of((code, names): (&'c str, Vec<&str>), municipality: Option<&'c str>, valid: Dated) -> Self {
        let names = names.into_iter().map(same_spelling).collect();
        Self { code, names, municipality, days: valid.span() }
    }

    /// Is this one of its names?
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names.contains(&same_spelling(name))
    }
}

/// Is the organisation one of the line, that carries out what was agreed?
pub(crate) fn is_line(organisation: Ref<'_, Organisation>) -> Answer {
    organisation.kind().is(|kind| {
        !matches!(
            kind,
            OrganisationKind::SupportOffice
                | OrganisationKind::PoliticalBoard
                | OrganisationKind::UserOrganisation
        )
    })
}
