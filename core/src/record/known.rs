//! What a value is held against when the whole record has been read: its ids and the charter's lists.

use std::collections::HashMap;

use super::field::Field;
use super::problem::Problem;
use super::{Id, Record};
use crate::charter::Charter;

/// What an id names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Organisation,
    Person,
    Group,
    Meeting,
    Matter,
    Plan,
    Revision,
    ActivityPlan,
    Activity,
    Report,
    Proposal,
    Routine,
}

/// The ids of a record by what they name, and the charter.
pub struct Known<'a> {
    ids: HashMap<String, Kind>,
    pub(crate) charter: &'a Charter,
}

impl<'a> Known<'a> {
    /// Gathers the ids of `record`; an id that something before it has becomes unreadable.
    pub(crate) fn gather(record: &mut Record, charter: &'a Charter) -> Self {
        let mut known = Self { ids: HashMap::new(), charter };
        macro_rules! section {
            ($list:expr, $kind:ident $(, |$item:ident| $below:block)?) => {
                for item in known_items(&mut $list) {
                    known.add(&mut item.id, Kind::$kind);
                    $(let $item = item; $below)?
                }
            };
        }
        section!(record.organisations, Organisation);
        section!(record.people, Person);
        section!(record.groups, Group);
        section!(record.meetings, Meeting);
        section!(record.matters, Matter);
        section!(record.plans, Plan, |plan| {
            section!(plan.revisions, Revision);
        });
        section!(record.activity_plans, ActivityPlan, |plan| {
            section!(plan.activities, Activity);
        });
        section!(record.reports, Report);
        section!(record.proposals, Proposal);
        section!(record.routines, Routine);
        known
    }

    fn add(&mut self, id: &mut Field<Id>, kind: Kind) {
        let Field::Known(name) = id else { return };
        let name = name.as_str().to_owned();
        if self.ids.contains_key(&name) {
            *id = Field::unreadable(Problem::DuplicateId(name));
        } else {
            self.ids.insert(name, kind);
        }
    }

    pub(crate) fn has(&self, id: &str, kinds: &[Kind]) -> bool {
        self.ids.get(id).is_some_and(|kind| kinds.contains(kind))
    }
}

fn known_items<T>(list: &mut Field<super::List<T>>) -> impl Iterator<Item = &mut T> {
    let items = match list {
        Field::Known(items) => items.as_mut_slice(),
        Field::Absent | Field::Unreadable(_) => &mut [],
    };
    items.iter_mut().filter_map(|item| match item {
        Field::Known(item) => Some(item),
        Field::Absent | Field::Unreadable(_) => None,
    })
}
