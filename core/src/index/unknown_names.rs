//! Names of organisations that are in no list, and the entry that each was probably meant to be.

use super::{Context, Entry};
use crate::codes::{letters_apart, same_spelling};
use crate::path::Path;
use crate::record::{Member, Organisation, Ref};

/// The lists of the charter that an organisation may be named in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    Boards,
    Parties,
}

impl Listing {
    /// What a name that is in neither list is to a finding that it may explain.
    pub(crate) fn role(self) -> &'static str {
        match self {
            Self::Boards => "perhaps_a_board",
            Self::Parties => "perhaps_a_party",
        }
    }

    fn entries<'a>(self, cx: &Context<'a>) -> Vec<Entry<'a>> {
        match self {
            Self::Boards => cx.boards(),
            Self::Parties => cx.parties(),
        }
    }
}

/// Names of organisations that may be meant for an entry of a list.
pub(crate) struct UnknownNames {
    pub(crate) names: Vec<Path>,
    pub(crate) listing: Listing,
}

/// The fewest letters of a name to which something may be added.
const PART: usize = 8;

impl<'a> Context<'a> {
    /// The names of organisations that these members represent and that may be meant for the entry `code`, or for
    /// any entry, of a list.
    pub(crate) fn unknown_names(
        &self,
        members: impl Iterator<Item = Ref<'a, Member>>,
        listing: Listing,
        code: Option<&str>,
    ) -> UnknownNames {
        let mut names = Vec::new();
        for id in members.flat_map(|member| member.organisations().items()) {
            let Some(organisation) = self.organisation(id.item) else { continue };
            let meant = self.nearest(organisation, listing);
            let path = organisation.name().path;
            if meant.is_some_and(|meant| code.is_none_or(|code| meant == code)) && !names.contains(&path) {
                names.push(path);
            }
        }
        UnknownNames { names, listing }
    }

    /// The code of the entry of a list that is nearest to an organisation's name, where that is the name of none.
    pub(crate) fn nearest(&self, organisation: Ref<'a, Organisation>, listing: Listing) -> Option<&'a str> {
        let name = same_spelling(organisation.name().known()?);
        let is_listed = |list: &[Entry<'a>]| !matches!(self.listed(organisation, list), Ok(None));
        if !organisation.listed_as().is_absent()
            || is_listed(&self.tables.parties)
            || is_listed(&self.tables.boards)
        {
            return None;
        }
        let municipality = self.municipality(organisation).ok();
        let list = listing.entries(self);
        let near = list.iter().filter_map(|entry| Some((entry.distance(&name, municipality)?, entry)));
        let mut near: Vec<_> = near.collect();
        near.sort_by_key(|(distance, _)| *distance);
        match near.as_slice() {
            [(one, _), (other, _), ..] if one == other => None,
            [(_, nearest), ..] => Some(nearest.code),
            [] => None,
        }
    }
}

/// How far a spelling is from a name, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    /// So many letters.
    Letters(usize),
    /// The spelling begins or ends with the name, and so many letters are added.
    Part(usize),
}

impl Entry<'_> {
    /// How far its nearest name is from a spelling of an organisation of this municipality.
    fn distance(&self, spelling: &str, municipality: Option<&str>) -> Option<Distance> {
        let own = self.municipality.is_none_or(|own| municipality.is_none_or(|known| known == own));
        // The same name with something after it may be another municipality's.
        let sure = self.municipality.is_none_or(|own| municipality == Some(own));
        let names = self.names.iter().filter(|_| own);
        names
            .filter_map(|name| {
                distance(spelling, name).filter(|it| sure || matches!(it, Distance::Letters(_)))
            })
            .min()
    }
}

fn distance(spelling: &str, name: &str) -> Option<Distance> {
    let [of_spelling, of_name] = [spelling, name].map(|text| text.chars().count());
    let allowed = match of_spelling.min(of_name) {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    if of_spelling.abs_diff(of_name) <= allowed {
        let letters = letters_apart(spelling, name);
        if letters <= allowed {
            return Some(Distance::Letters(letters));
        }
    }
    let is_part = of_name >= PART && (spelling.starts_with(name) || spelling.ends_with(name));
    is_part.then(|| Distance::Part(of_spelling - of_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_near_by_letters_or_with_something_added() {
        let near = |one: &str, other: &str| distance(&same_spelling(one), &same_spelling(other));
        for (one, other, is) in [
            ("Alingsas lasaret", "Alingsås lasarett", Some(Distance::Letters(1))),
            ("Socialnämden", "Socialnämnden", Some(Distance::Letters(1))),
            ("Elevhälsan", "Elevhäls", Some(Distance::Part(2))),
            ("Elevhäls", "Elevhälsan", None),
            ("Tandvården", "Tandvårde", Some(Distance::Letters(1))),
            ("SÄS", "SAR", None),
            ("Folktandvården Göteborg", "Folktandvården", Some(Distance::Part(8))),
            ("Regionstyrelsen", "Tandvårdsstyrelsen", None),
        ] {
            assert_eq!(near(one, other), is, "{one} {other}");
        }
    }
}
