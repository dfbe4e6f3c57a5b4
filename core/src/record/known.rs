//! What a value is held against when the whole record has been read: its ids and the charter's lists.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::doubt::Doubt;
use super::field::Field;
use super::personal_number::occurs_in;
use super::problem::Problem;
use super::spellings::{is_one_letter_apart, spelling};
use super::{Id, Person, Record};
use crate::charter::Charter;
use crate::lang::Both;

/// Declares what an id can name, with the indefinite article.
macro_rules! kinds {
    ($($kind:ident $sv:literal $en:literal,)+) => {
        /// What an id names.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum EntryKind {
            $(#[doc = concat!("`", $en, "` (", $sv, ").")] $kind,)+
        }

        impl EntryKind {
            /// Its name with the indefinite article.
            #[must_use]
            pub fn name(self) -> Both {
                match self { $(Self::$kind => Both { sv: $sv, en: $en }),+ }
            }
        }
    };
}

kinds! {
    Organisation "en organisation" "an organisation",
    Person "en person" "a person",
    Group "en grupp" "a group",
    Meeting "ett möte" "a meeting",
    Matter "ett ärende" "a matter",
    Plan "en samverkansplan" "a plan",
    ActivityPlan "en aktivitetsplan" "an activity plan",
    Activity "en aktivitet" "an activity",
    Report "en rapport" "a report",
    Proposal "ett förslag" "a proposal",
    Routine "en rutin" "a routine",
}

/// Those who share one name.
#[derive(Default)]
struct Called {
    ids: Vec<String>,
    /// Is the identity of one of them protected?
    is_protected: bool,
}

/// The ids of a record by what they name, and the charter.
pub struct Known<'a> {
    ids: HashMap<String, EntryKind>,
    /// The ids of activities, each of which is unique within its plan.
    activities: HashSet<String>,
    /// What stands in a section that is unreadable as a whole.
    unread: Vec<EntryKind>,
    /// What people are called, by their ids.
    names: HashMap<String, String>,
    /// The people of each name, by its spelling.
    called: HashMap<String, Called>,
    /// What organisations and groups are called, each with its id.
    things: Vec<(EntryKind, String, String)>,
    pub(crate) charter: &'a Charter,
}

impl<'a> Known<'a> {
    /// Gathers the ids of `record`; an id that something before it has becomes unreadable.
    pub(crate) fn gather(record: &mut Record, charter: &'a Charter) -> Self {
        let mut known = Self {
            ids: HashMap::new(),
            activities: HashSet::new(),
            unread: Vec::new(),
            names: HashMap::new(),
            called: HashMap::new(),
            things: Vec::new(),
            charter,
        };
        macro_rules! section {
            ($list:expr, $kind:ident $(, |$item:ident| $below:block)?) => {
                if let Field::Unreadable(_) = $list {
                    known.unread.push(EntryKind::$kind);
                }
                for item in known_items(&mut $list) {
                    known.add(&mut item.id, EntryKind::$kind);
                    $(let $item = item; $below)?
                }
            };
        }
        section!(record.organisations, Organisation, |one| {
            known.thing(EntryKind::Organisation, &one.id, &one.name);
        });
        section!(record.people, Person, |person| {
            known.person(person);
        });
        section!(record.groups, Group, |one| {
            known.thing(EntryKind::Group, &one.id, &one.name);
        });
        section!(record.meetings, Meeting);
        section!(record.matters, Matter);
        section!(record.plans, Plan, |plan| {
            unique_among(&mut plan.revisions, |revision| &mut revision.id);
        });
        section!(record.activity_plans, ActivityPlan, |plan| {
            if let Field::Unreadable(_) = plan.activities {
                known.unread.push(EntryKind::Activity);
            }
            known.activities.extend(unique_among(&mut plan.activities, |activity| &mut activity.id));
        });
        if known.unread.contains(&EntryKind::ActivityPlan) {
            known.unread.push(EntryKind::Activity);
        }
        section!(record.reports, Report);
        section!(record.proposals, Proposal);
        section!(record.routines, Routine);
        known
    }

    /// Why `id` is nobody's: it, or the name that it stands for, says that there is nobody.
    pub(super) fn nobody(&self, id: &str) -> Option<Doubt> {
        let called = self.names.get(id).map_or(id, String::as_str);
        self.charter
            .placeholders
            .is_nobody(called)
            .then(|| Doubt::Placeholder { id: id.to_owned(), seat: false })
    }

    /// Refuses somebody's name in the place of an id, where the person has one of its own.
    pub(super) fn somebody(&self, id: &str) -> Result<(), Problem> {
        if self.called.is_empty() || self.ids.get(id) == Some(&EntryKind::Person) {
            return Ok(());
        }
        match self.called.get(&spelling(id)) {
            Some(called) if self.nobody(id).is_none() => {
                let name = (!called.is_protected).then(|| id.to_owned());
                Err(Problem::NameForId { name, ids: called.ids.clone() })
            }
            _ => Ok(()),
        }
    }

    fn person(&mut self, person: &Person) {
        let Some(name) = person.name.known() else { return };
        if let Some(id) = person.id.known() {
            self.names.insert(id.to_string(), name.clone());
        }
        let called = self.called.entry(spelling(name)).or_default();
        called.ids.extend(person.id.known().map(Id::to_string));
        called.is_protected |= !person.protected.is_absent() && person.protected.known() != Some(&false);
    }

    fn thing(&mut self, kind: EntryKind, id: &Field<Id>, name: &Field<String>) {
        if let (Some(id), Some(name)) = (id.known(), name.known()) {
            self.things.push((kind, spelling(name), id.to_string()));
        }
    }

    /// The one id of these kinds that is spelt as `text`, is that of what is called so, or is one letter from it.
    fn meant(&self, text: &str, kinds: &[EntryKind]) -> Option<String> {
        let text = spelling(text);
        let ids = self.ids.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(id, _)| (spelling(id), id));
        let names = self.things.iter().filter(|(kind, ..)| kinds.contains(kind));
        let all: Vec<(String, &String)> = ids.chain(names.map(|(_, name, id)| (name.clone(), id))).collect();
        let only = |is: &dyn Fn(&str) -> bool| {
            let mut meant = all.iter().filter(|(spelling, _)| is(spelling)).map(|(_, id)| *id);
            let first = meant.next()?;
            meant.all(|other| other == first).then(|| first.clone())
        };
        only(&|spelling| spelling == text).or_else(|| only(&|spelling| is_one_letter_apart(spelling, &text)))
    }

    fn add(&mut self, id: &mut Field<Id>, kind: EntryKind) {
        let Field::Known(name) = id else { return };
        // Refused when it is settled; until then it names nothing.
        if occurs_in(name.as_str()) {
            return;
        }
        match self.ids.entry(name.as_str().to_owned()) {
            Entry::Occupied(known) => *id = Field::unreadable(Problem::DuplicateId(known.key().clone())),
            Entry::Vacant(place) => {
                place.insert(kind);
            }
        }
    }

    /// Does `id` name one of these?
    ///
    /// Where their whole section is unreadable, that is the one finding: a reference into it is unreadable,
    /// too, but not told.
    pub(crate) fn refers(&self, id: &str, kinds: &'static [EntryKind]) -> Result<(), Problem> {
        match self.ids.get(id) {
            Some(kind) if kinds.contains(kind) => Ok(()),
            _ if kinds.contains(&EntryKind::Activity) && self.activities.contains(id) => Ok(()),
            None if kinds.iter().any(|kind| self.unread.contains(kind)) => Err(Problem::NotToBeTold),
            _ => {
                let meant = self.meant(id, kinds);
                Err(Problem::DanglingReference { id: id.to_owned(), kinds, meant })
            }
        }
    }
}

/// The ids of a list whose entries are named within it; one that an entry before it has becomes unreadable.
fn unique_among<T>(
    list: &mut Field<super::List<T>>,
    id: impl Fn(&mut T) -> &mut Field<Id>,
) -> HashSet<String> {
    let mut seen = HashSet::new();
    for item in known_items(list) {
        let id = id(item);
        let Field::Known(name) = id else { continue };
        if !occurs_in(name.as_str()) && !seen.insert(name.to_string()) {
            *id = Field::unreadable(Problem::DuplicateId(name.to_string()));
        }
    }
    seen
}

fn known_items<T>(list: &mut Field<super::List<T>>) -> impl Iterator<Item = &mut T> {
    let items = match list {
        Field::Known(items) => items.as_mut_slice(),
        Field::Absent | Field::Unreadable(_) | Field::Aside(_) => &mut [],
    };
    items.iter_mut().filter_map(|item| match item {
        Field::Known(item) => Some(item),
        Field::Absent | Field::Unreadable(_) | Field::Aside(_) => None,
    })
}
