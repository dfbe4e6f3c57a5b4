//! The record with its references resolved and its subjects listed, built once per check.

mod groups;
mod matters;
mod meetings;
mod members;
mod offices;
mod organisations;
mod plans;
mod reports;
mod sides;
mod unknown_names;
mod until;
mod waivers;

use std::collections::HashMap;
use std::rc::Rc;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::Charter;
pub use crate::codes::Side;
use crate::path::Path;
use crate::record::{
    ActivityPlan, Group, Id, List, Matter, Meeting, Member, Organisation, Person, Plan, Record, Ref, Routine,
    Vacated, View,
};
use crate::report::{Key, Options, Subject};
pub(crate) use groups::{shown, the};
pub(crate) use meetings::{InTime, Unclear, is_one_of, owes_notes, shown_meeting};
pub(crate) use members::{has_function, is_ordinary, status};
pub(crate) use offices::{LastDay, ONE_EACH, Term, Terms, stand_ins};
pub(crate) use organisations::{Entry, is_line};
pub(crate) use plans::Planned;
pub(crate) use reports::{Handed, senders, unread_senders, years_of};
pub(crate) use sides::Sides;
pub(crate) use unknown_names::{Listing, UnknownNames};
pub(crate) use until::{Until, is_far};
pub(crate) use waivers::Waived;

/// What a rule sees: the record with its references resolved, the charter and the day judged from.
#[derive(Clone)]
pub(crate) struct Context<'a> {
    pub(crate) record: Ref<'a, Record>,
    pub(crate) charter: &'a Charter,
    pub(crate) as_of: Day,
    pub(crate) options: Options,
    /// The only group that is judged; `None`: every one that the record is about.
    only: Option<Path>,
    /// Until when absence tells something, seen from the day of the whole check.
    pub(crate) until: Rc<Until>,
    tables: Rc<Tables<'a>>,
}

/// The record's things by their ids, the same from whatever day they are looked at.
struct Tables<'a> {
    organisations: HashMap<&'a str, Ref<'a, Organisation>>,
    people: HashMap<&'a str, Ref<'a, Person>>,
    groups: HashMap<&'a str, Ref<'a, Group>>,
    meetings: HashMap<&'a str, Ref<'a, Meeting>>,
    meetings_of: HashMap<&'a str, Vec<Ref<'a, Meeting>>>,
    memberships: HashMap<&'a str, Vec<Membership<'a>>>,
    /// The vacancies that rows stand for which name nobody.
    vacated: &'a [Vacated],
    /// The charter's lists, each name spelt once.
    parties: Vec<Entry<'a>>,
    boards: Vec<Entry<'a>>,
    /// Meetings that may be of any group, because whose they are cannot be read; `None`: unreadable altogether.
    stray_meetings: Vec<(Option<Ref<'a, Meeting>>, Unclear)>,
}

/// A group and a row of its members.
type Membership<'a> = (Ref<'a, Group>, Ref<'a, Member>);

/// One thing that a rule judges, and what it is called.
pub(crate) struct Case<'a, T> {
    pub(crate) subject: Subject<&'a str>,
    pub(crate) at: Path,
    pub(crate) thing: T,
}

impl<'a> Tables<'a> {
    fn of(record: Ref<'a, Record>, vacated: &'a [Vacated], charter: &'a Charter) -> Self {
        let mut tables = Self {
            organisations: by_id(record.organisations(), |organisation| organisation.id().known()),
            people: by_id(record.people(), |person| person.id().known()),
            groups: by_id(record.groups(), |group| group.id().known()),
            meetings: by_id(record.meetings(), |meeting| meeting.id().known()),
            meetings_of: HashMap::new(),
            memberships: HashMap::new(),
            vacated,
            parties: Entry::parties(charter),
            boards: Entry::boards(charter),
            stray_meetings: Vec::new(),
        };
        for group in record.groups().items() {
            for member in group.members().items() {
                if let Some(person) = member.person().known() {
                    tables.memberships.entry(person.as_str()).or_default().push((group, member));
                }
            }
        }
        if let Some(lacks) = record.meetings().unread().filter(|_| !record.meetings().is_absent()) {
            tables.stray_meetings.push((None, Unclear { day: None, lacks }));
        }
        for meeting in record.meetings().items() {
            if let Some(lacks) = meeting.groups().unread() {
                let day = meeting.start().known().map(|start| start.day());
                tables.stray_meetings.push((Some(meeting), Unclear { day, lacks }));
            }
            for group in meeting.groups().items() {
                tables.meetings_of.entry(group.item.as_str()).or_default().push(meeting);
            }
        }
        for meetings in tables.meetings_of.values_mut() {
            meetings.sort_by_key(|meeting| meeting.start().known().map(|start| start.day()));
        }
        tables
    }
}

impl<'a> Context<'a> {
    /// Indexes a settled record.
    pub(crate) fn new(
        record: &'a Record,
        vacated: &'a [Vacated],
        charter: &'a Charter,
        as_of: Day,
        options: Options,
    ) -> Self {
        let record = Ref { item: record, path: Path::ROOT };
        let tables = Rc::new(Tables::of(record, vacated, charter));
        let until = Rc::new(Until::complete(as_of));
        let mut cx = Self { record, charter, as_of, options, only: None, until, tables };
        cx.until = Rc::new(Until::of(&cx));
        cx
    }

    /// The same record, seen from another day.
    pub(crate) fn on_day(&self, day: Day) -> Self {
        Self { as_of: day, ..self.clone() }
    }

    /// The same record as if it were complete until `day`, seen from that day.
    pub(crate) fn complete_on(&self, day: Day) -> Self {
        let until = Until { looks_back: day < self.as_of, ..Until::complete(day) };
        Self { as_of: day, until: Rc::new(until), ..self.clone() }
    }

    /// Do these days have a first one and last on the day that the check is made from?
    pub(crate) fn lasts(&self, days: Span) -> bool {
        !self.until.looks_back && days.from.is_some() && days.until.is_none_or(|until| until > self.as_of)
    }

    /// The same record, of which only this group is judged.
    pub(crate) fn only(&self, group: Ref<'a, Group>) -> Self {
        Self { only: Some(group.path), ..self.clone() }
    }

    // ── Time ──

    /// From here on, absence of an entry means that it did not happen: never from before the plan's first day.
    pub(crate) fn complete_from(&self) -> Result<Option<Day>, Lacks> {
        let said = self.record.complete_from().optional()?;
        Ok(said.map(|day| self.in_plan(*day)))
    }

    /// The day, or the plan's first day where that is later.
    pub(crate) fn in_plan(&self, day: Day) -> Day {
        self.charter.plan.from.map_or(day, |first| first.max(day))
    }

    /// Is the day the plan's first day, or one before it? Nothing earlier is judged.
    pub(crate) fn begins_with_plan(&self, day: Day) -> bool {
        self.charter.plan.from.is_some_and(|first| day <= first)
    }

    /// Does a day lie in what is judged: in the plan, and at `complete_from` or after it, where the record says so?
    pub(crate) fn since_complete(&self, day: Result<Day, Lacks>) -> Answer {
        let in_plan: Answer = day.clone().map(|day| self.in_plan(day) == day).into();
        in_plan.and(|| match self.complete_from() {
            Ok(None) => Answer::Yes,
            Ok(Some(from)) => day.map(|day| from <= day).into(),
            Err(lacks) => Answer::Unknown(lacks),
        })
    }

    /// Is what happened on `day` judged: in what is complete, and not after the as-of day?
    pub(crate) fn judges_day(&self, day: Result<Day, Lacks>) -> Answer {
        let not_later: Answer = day.clone().map(|day| day <= self.as_of).into();
        not_later.and(|| self.since_complete(day))
    }

    /// The days of a series that are judged: from `complete_from`, or else from its first entry, to the as-of day.
    ///
    /// `None` when nothing is to be judged; an open start means that the first entry has none.
    pub(crate) fn judged_days(&self, first_entry: Option<Option<Day>>) -> Result<Option<Span>, Lacks> {
        let from = match (self.complete_from()?, first_entry) {
            (Some(day), _) => Some(day),
            (None, Some(day)) => day.map(|day| self.in_plan(day)).or(self.charter.plan.from),
            (None, None) => return Ok(None),
        };
        let until = self.as_of.plus_days(1);
        Ok(Some(Span { from, until: Some(until) }).filter(|_| from.is_none_or(|from| from < until)))
    }
}

/// A thing of a section whose entries have ids.
pub(crate) trait Named<'a>: Copy {
    /// The section that it stands in.
    const SECTION: &'static str;

    /// Its id, where that can be read.
    fn own_id(self) -> Option<&'a str>;
}

macro_rules! entries {
    ($($kind:ident in $section:literal),+ $(,)?) => {
        $(impl<'a> Named<'a> for Ref<'a, $kind> {
            const SECTION: &'static str = $section;

            fn own_id(self) -> Option<&'a str> {
                self.id().known().map(Id::as_str)
            }
        })+
    };
}

entries!(
    Organisation in "organisations",
    Group in "groups",
    Meeting in "meetings",
    Matter in "matters",
    Plan in "plans",
    ActivityPlan in "activity_plans",
    Routine in "routines",
);

/// What an entry of a section is called as a subject.
pub(crate) fn subject_of<'a, T: Named<'a>>(entry: T) -> Subject<&'a str> {
    Subject::of(T::SECTION, entry.own_id())
}

/// An entry of a section as a case of its own.
pub(crate) fn case_of<'a, T>(entry: Ref<'a, T>) -> Case<'a, Ref<'a, T>>
where
    Ref<'a, T>: Named<'a>,
{
    Case { subject: subject_of(entry), at: entry.path, thing: entry }
}

/// What a group is called as a subject.
pub(crate) fn group_subject<'a>(group: Ref<'a, Group>) -> Subject<&'a str> {
    subject_of(group)
}

/// What one of several things in a group is called.
pub(crate) fn group_case<'a, T>(group: Ref<'a, Group>, key: Key<&'a str>, at: Path, thing: T) -> Case<'a, T> {
    Case { subject: group_subject(group).with(key), at, thing }
}

fn by_id<'a, T>(
    section: View<'a, List<T>>,
    id: impl Fn(Ref<'a, T>) -> Option<&'a crate::record::Id>,
) -> HashMap<&'a str, Ref<'a, T>> {
    section.items().filter_map(|thing| Some((id(thing)?.as_str(), thing))).collect()
}
