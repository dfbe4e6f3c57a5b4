//! The record with its references resolved and its subjects listed, built once per check.

use std::collections::HashMap;
use std::rc::Rc;

use serde::Serialize;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::{Board, Charter, Listed, PrivateSide, same_spelling};
use crate::path::Path;
use crate::record::{
    ActivityPlan, ActivityPlanStatus, Group, GroupKind, Id, List, Matter, Meeting, MeetingStatus, Member,
    MemberFunction, MemberStatus, Moment, Office, OfficeKind, Organisation, OrganisationId, OrganisationKind,
    Period, Person, Plan, Principal, Provider, Record, Ref, Report, ReportKind, Routine, View, Waiver,
};
use crate::report::{Key, Lang, Options, Param, Subject, Waived};

/// What a rule sees: the record with its references resolved, the charter and the day judged from.
#[derive(Clone)]
pub(crate) struct Context<'a> {
    pub(crate) record: Ref<'a, Record>,
    pub(crate) charter: &'a Charter,
    pub(crate) as_of: Day,
    options: Options,
    /// The only group that is judged; `None`: every one that the record is about.
    only: Option<Path>,
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
    /// Meetings that may be of any group, because whose they are cannot be read.
    stray_meetings: Vec<Unclear>,
}

/// A meeting that may or may not count, on this day if that is known.
#[derive(Clone, Debug)]
pub(crate) struct Unclear {
    pub(crate) day: Option<Day>,
    pub(crate) lacks: Lacks,
}

/// The last day on which something is done in time; unclear meetings make it a range.
#[derive(Clone, Debug)]
pub(crate) struct InTime {
    pub(crate) earliest: Day,
    pub(crate) latest: Day,
    pub(crate) lacks: Lacks,
}

impl InTime {
    /// Is what was done on `day` in time?
    pub(crate) fn holds(&self, day: Day) -> Answer {
        if day <= self.earliest {
            Answer::Yes
        } else if day > self.latest {
            Answer::No
        } else {
            Answer::Unknown(self.lacks.clone())
        }
    }
}

/// A group and a row of its members.
type Membership<'a> = (Ref<'a, Group>, Ref<'a, Member>);

/// One thing that a rule judges, and what it is called.
pub(crate) struct Case<'a, T> {
    pub(crate) subject: Subject<'a>,
    pub(crate) at: Path,
    pub(crate) thing: T,
}

/// Which side of the collaboration somebody is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// That of the municipalities.
    Municipality,
    /// That of the region.
    Region,
    /// A private provider on a side of its own.
    Private,
    /// On none.
    None,
}

impl Side {
    /// Its code in reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Region => "region",
            Self::Private => "private",
            Self::None => "none",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (sv, en) = match self {
            Self::Municipality => ("kommunens sida", "the municipal side"),
            Self::Region => ("regionens sida", "the regional side"),
            Self::Private => ("de privata utförarnas sida", "the side of private providers"),
            Self::None => ("ingen sida", "no side"),
        };
        match lang {
            Lang::Sv => sv,
            Lang::En => en,
        }
    }
}

impl From<Principal> for Side {
    fn from(principal: Principal) -> Self {
        match principal {
            Principal::Municipality => Self::Municipality,
            Principal::Region => Self::Region,
            Principal::None => Self::None,
        }
    }
}

impl From<Side> for Param {
    fn from(side: Side) -> Self {
        let (sv, en) = (side.label(Lang::Sv), side.label(Lang::En));
        Self::Code { code: side.code().into(), sv: sv.into(), en: en.into() }
    }
}

/// A report that was handed over.
#[derive(Clone, Copy)]
pub(crate) struct Handed<'a> {
    pub(crate) report: Ref<'a, Report>,
    /// The group that reported.
    pub(crate) group: Ref<'a, Group>,
    pub(crate) on: Day,
}

/// One term of an office, with the end that the next term gives it.
#[derive(Clone, Copy)]
pub(crate) struct Term<'a> {
    pub(crate) office: Ref<'a, Office>,
    /// First day and first day after; an unreadable last day leaves the end unknown.
    pub(crate) from: Option<Day>,
    /// The day after the last, or `None` while it runs.
    pub(crate) until: Option<Day>,
    /// Is the last day unreadable?
    pub(crate) end_unknown: bool,
}

impl<'a> Term<'a> {
    pub(crate) fn span(&self) -> Result<Span, Lacks> {
        if self.end_unknown {
            return Err(Lacks::unreadable(self.office.to().path));
        }
        Ok(Span { from: self.from, until: self.until })
    }
}

/// The terms of one office of a group that have begun, in the order of their first days.
pub(crate) struct Terms<'a> {
    pub(crate) list: Vec<Term<'a>>,
    /// Rows that could be terms of this office, but cannot be placed in time.
    pub(crate) unplaced: Option<Lacks>,
}

impl<'a> Tables<'a> {
    fn of(record: Ref<'a, Record>) -> Self {
        let mut tables = Self {
            organisations: by_id(record.organisations(), |organisation| organisation.id().known()),
            people: by_id(record.people(), |person| person.id().known()),
            groups: by_id(record.groups(), |group| group.id().known()),
            meetings: by_id(record.meetings(), |meeting| meeting.id().known()),
            meetings_of: HashMap::new(),
            memberships: HashMap::new(),
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
            tables.stray_meetings.push(Unclear { day: None, lacks });
        }
        for meeting in record.meetings().items() {
            if let Some(lacks) = meeting.groups().unread() {
                let day = meeting.start().known().map(|start| start.day());
                tables.stray_meetings.push(Unclear { day, lacks });
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
    pub(crate) fn new(record: &'a Record, charter: &'a Charter, as_of: Day, options: Options) -> Self {
        let record = Ref { item: record, path: Path::ROOT };
        Self { record, charter, as_of, options, only: None, tables: Rc::new(Tables::of(record)) }
    }

    /// The same record, seen from another day.
    pub(crate) fn on_day(&self, day: Day) -> Self {
        Self { as_of: day, ..self.clone() }
    }

    /// The same record, of which only this group is judged.
    pub(crate) fn only(&self, group: Ref<'a, Group>) -> Self {
        Self { only: Some(group.path), ..self.clone() }
    }

    // ── Groups ──

    /// The groups of one kind that the record is about.
    pub(crate) fn groups(&self, kind: GroupKind) -> impl Iterator<Item = Ref<'a, Group>> {
        self.judged_groups().filter(move |group| group.kind().known() == Some(&kind))
    }

    /// Every group that the record is about.
    pub(crate) fn judged_groups(&self) -> impl Iterator<Item = Ref<'a, Group>> {
        let record = self.record;
        let only = self.only;
        let judged = move |group: &Ref<'a, Group>| {
            only.is_none_or(|path| group.path == path) && is_about(record, *group)
        };
        record.groups().items().filter(judged)
    }

    /// The group with this id.
    pub(crate) fn group(&self, id: &str) -> Option<Ref<'a, Group>> {
        self.tables.groups.get(id).copied()
    }

    /// Is the group with this id one that the record is about, and of this kind?
    pub(crate) fn judges(&self, id: &str, kind: GroupKind) -> bool {
        self.group(id)
            .is_some_and(|group| group.kind().known() == Some(&kind) && is_about(self.record, group))
    }

    /// Is the group with this id of this kind?
    pub(crate) fn is_of_kind(&self, id: &str, kind: GroupKind) -> Answer {
        self.group(id).map_or(Answer::No, |group| group.kind().is(|known| *known == kind))
    }

    /// Is the group with this id one that the record is about?
    pub(crate) fn is_judged(&self, id: &str) -> bool {
        self.group(id).is_some_and(|group| is_about(self.record, group))
    }

    /// The groups of one kind as cases.
    pub(crate) fn group_cases(&self, kind: GroupKind) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
        self.groups(kind).map(case_of)
    }

    // ── Organisations ──

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
    fn inherited<T: 'a>(
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
        if self.is_private(organisation).told()? {
            return Ok(match self.charter.readings.private_side {
                PrivateSide::Region => Side::Region,
                PrivateSide::None => Side::None,
                PrivateSide::OwnSide => Side::Private,
            });
        }
        match organisation.kind().read()? {
            OrganisationKind::UserOrganisation | OrganisationKind::SupportOffice => Ok(Side::None),
            _ => self.principal(organisation).map(Side::from),
        }
    }

    /// The parties of the charter that are in force on the as-of day.
    pub(crate) fn parties(&self) -> Vec<Entry<'a>> {
        let in_force = self.charter.parties.iter().filter(|party| party.valid.span().contains(self.as_of));
        let entry = |party: &'a Listed| Entry {
            code: &party.code,
            names: spelled([&party.sv, &party.en].into_iter().chain(&party.aliases)),
            municipality: None,
        };
        in_force.map(entry).collect()
    }

    /// The boards that sit in the political group on the as-of day, by reading A-02.
    pub(crate) fn boards(&self) -> Vec<Entry<'a>> {
        let in_force = self.charter.boards.iter().filter(|board| {
            self.charter.readings.boards.contains(&board.code) && board.valid.span().contains(self.as_of)
        });
        let entry = |board: &'a Board| Entry {
            code: &board.code,
            names: spelled([&board.name].into_iter().chain(&board.aliases)),
            municipality: board.municipality.as_deref(),
        };
        in_force.map(entry).collect()
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

    // ── Members ──

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
        if status(member)? != MemberStatus::Ordinary {
            return Ok(Side::None);
        }
        if has_neutral_function(member)? {
            return Ok(Side::None);
        }
        match self.home(member)? {
            Some(home) => self.side_of(home),
            None => Ok(Side::None),
        }
    }

    /// Every membership of a person, in any group, in the order of the record.
    pub(crate) fn memberships_of(&self, person: &str) -> &[Membership<'a>] {
        self.tables.memberships.get(person).map_or(&[], Vec::as_slice)
    }

    /// A person as messages show it.
    pub(crate) fn person(&self, id: &str) -> Param {
        let person = self.tables.people.get(id).filter(|_| self.options.names);
        let shown = person.filter(|person| person.protected().or(false) == Ok(false));
        Param::Person { id: id.to_owned(), name: shown.and_then(|person| person.name().known().cloned()) }
    }

    // ── Time ──

    /// From here on, absence of an entry means that it did not happen.
    pub(crate) fn complete_from(&self) -> Result<Option<Day>, Lacks> {
        self.record.complete_from().optional().map(Option::<&Day>::copied)
    }

    /// The days of a series that are judged: from `complete_from`, or else from its first entry, to the as-of day.
    ///
    /// `None` when nothing is to be judged; an open start means that the first entry has none.
    pub(crate) fn judged_days(&self, first_entry: Option<Option<Day>>) -> Result<Option<Span>, Lacks> {
        let from = match (self.complete_from()?, first_entry) {
            (Some(day), _) => Some(day),
            (None, Some(day)) => day,
            (None, None) => return Ok(None),
        };
        let until = self.as_of.plus_days(1);
        Ok(Some(Span { from, until: Some(until) }).filter(|_| from.is_none_or(|from| from < until)))
    }

    // ── Meetings ──

    /// The meeting with this id.
    pub(crate) fn meeting(&self, id: &str) -> Option<Ref<'a, Meeting>> {
        self.tables.meetings.get(id).copied()
    }

    /// The meetings of a group in the order of their days, those without a day first.
    pub(crate) fn meetings_of(&self, group: Ref<'a, Group>) -> &[Ref<'a, Meeting>] {
        let id = group.id().known().map(crate::record::Id::as_str);
        id.and_then(|id| self.tables.meetings_of.get(id)).map_or(&[], Vec::as_slice)
    }

    /// Was the meeting held on the as-of day or before?
    pub(crate) fn held(&self, meeting: Ref<'a, Meeting>) -> Answer {
        let past = || -> Answer {
            let end = meeting.end().known().map(|end| end.day());
            match end.or_else(|| meeting.start().known().map(|start| start.day())) {
                Some(day) => (day <= self.as_of).into(),
                None => Answer::Unknown(meeting.start().read().err().unwrap_or_default()),
            }
        };
        match meeting.status().optional() {
            Err(lacks) => Answer::Unknown(lacks).and(past),
            Ok(None) => past(),
            Ok(Some(MeetingStatus::Held)) => match past() {
                // Said to be held, with no day to hold it against.
                Answer::Unknown(_) => Answer::Yes,
                told => told,
            },
            Ok(Some(MeetingStatus::Planned | MeetingStatus::Cancelled)) => Answer::No,
        }
    }

    /// The meetings of a group that count by `question`, each with its day, and those that may.
    pub(crate) fn counted_meetings(
        &self,
        group: Ref<'a, Group>,
        question: impl Fn(Ref<'a, Meeting>) -> Answer,
    ) -> (Vec<(Day, Ref<'a, Meeting>)>, Vec<Unclear>) {
        let mut counted = Vec::new();
        let mut unclear = self.tables.stray_meetings.clone();
        for meeting in self.meetings_of(group) {
            let day = self.day_of(*meeting);
            match (question(*meeting), day) {
                (Answer::No, _) => {}
                (Answer::Yes, Ok(day)) => counted.push((day, *meeting)),
                (Answer::Yes, Err(lacks)) => unclear.push(Unclear { day: None, lacks }),
                (Answer::Unknown(lacks), day) => unclear.push(Unclear { day: day.ok(), lacks }),
            }
        }
        counted.sort_by_key(|(day, _)| *day);
        (counted, unclear)
    }

    /// The last day on which the notes of a meeting are in time: that of the next held meeting of one of
    /// its groups, or some days after it when there is none.
    pub(crate) fn notes_in_time(&self, meeting: Ref<'a, Meeting>) -> Result<InTime, Lacks> {
        let met = self.day_of(meeting)?;
        let without_next = met.plus_days(self.charter.readings.publication_days);
        let of_groups = meeting.groups().items().filter_map(|id| self.group(id.item.as_str()));
        let mut in_time: Option<InTime> = None;
        for group in of_groups.filter(|group| is_about(self.record, *group)) {
            let (held, unclear) = self.counted_meetings(group, |other| self.held(other));
            let next = held.into_iter().map(|(day, _)| day).find(|day| *day > met);
            let last = next.unwrap_or(without_next);
            let mut here = InTime { earliest: last, latest: last, lacks: Lacks::default() };
            for other in unclear
                .iter()
                .filter(|other| other.day.is_none_or(|day| day > met && next.is_none_or(|next| day < next)))
            {
                let day = other.day.unwrap_or(met);
                here.earliest = here.earliest.min(day);
                if next.is_none() {
                    here.latest = here.latest.max(other.day.unwrap_or(self.as_of));
                }
                here.lacks = here.lacks.and(other.lacks.clone());
            }
            in_time = Some(match in_time {
                None => here,
                Some(other) => InTime {
                    earliest: other.earliest.min(here.earliest),
                    latest: other.latest.min(here.latest),
                    lacks: other.lacks.and(here.lacks),
                },
            });
        }
        Ok(in_time.unwrap_or(InTime {
            earliest: without_next,
            latest: without_next,
            lacks: Lacks::default(),
        }))
    }

    /// Was the meeting held in the days that are judged: from `complete_from` to the as-of day?
    pub(crate) fn judges_meeting(&self, meeting: Ref<'a, Meeting>) -> Answer {
        self.held(meeting).and(|| match self.complete_from() {
            Ok(None) => Answer::Yes,
            Ok(Some(from)) => self.day_of(meeting).map(|day| from <= day).into(),
            Err(lacks) => Answer::Unknown(lacks),
        })
    }

    /// The holder of an office on `day`.
    ///
    /// A vacancy is told by N-ORD-1; an office of which nothing is known by then lacks its row.
    pub(crate) fn office_on(
        &self,
        group: Ref<'a, Group>,
        office: OfficeKind,
        day: Day,
    ) -> Result<Term<'a>, Lacks> {
        let terms = self.terms(group, office);
        if let Some(term) = terms.on(day)? {
            return Ok(term);
        }
        let vacant = group
            .vacancies()
            .items()
            .any(|vacancy| vacancy.office().known() == Some(&office) && vacancy.runs_on(day).is_yes());
        let begun = terms.list.first().is_some_and(|term| term.from.is_none_or(|from| from <= day));
        let complete = self.complete_from()?.is_some_and(|from| from <= day);
        let none_at_all = group.offices().known().is_some_and(Vec::is_empty);
        Err(if vacant || begun || complete || none_at_all {
            Lacks::because("N-ORD-1")
        } else {
            Lacks::absent(group.offices().path)
        })
    }

    /// The day of a meeting.
    pub(crate) fn day_of(&self, meeting: Ref<'a, Meeting>) -> Result<Day, Lacks> {
        meeting.start().read().copied().map(Moment::day)
    }

    // ── Matters ──

    /// The day on which a matter was decided.
    pub(crate) fn decided_on(&self, matter: Ref<'a, Matter>) -> Result<Day, Lacks> {
        let decision = matter.decision().get()?;
        if let Some(day) = decision.on().optional()? {
            return Ok(*day);
        }
        match decision.meeting().optional()?.and_then(|id| self.meeting(id.as_str())) {
            Some(meeting) => self.day_of(meeting),
            None => Err(Lacks::absent(decision.on().path)),
        }
    }

    /// The day on which a matter was raised; `None` when nobody said, and the lower bound is open.
    pub(crate) fn raised_on(&self, matter: Ref<'a, Matter>) -> Result<Option<Day>, Lacks> {
        if let Some(day) = matter.raised_on().optional()? {
            return Ok(Some(*day));
        }
        match matter.raised_at().optional()?.and_then(|id| self.meeting(id.as_str())) {
            Some(meeting) => self.day_of(meeting).map(Some),
            None => Ok(None),
        }
    }

    // ── Waivers ──

    /// The decided deviations in force on the as-of day; one that cannot be read covers nothing.
    pub(crate) fn waivers(&self) -> Vec<Waived<'a>> {
        let in_force = |waiver: &Ref<'a, Waiver>| {
            waiver.runs_on(self.as_of).is_yes() && waiver.on().known().is_some_and(|on| *on <= self.as_of)
        };
        let covers = |waiver: Ref<'a, Waiver>| {
            let rule = waiver.rule().known()?;
            let subject = waiver.subject().optional().ok()?.map(String::as_str);
            let until = waiver.span().ok()?.until;
            Some(Waived { rule, subject, until, at: waiver.path })
        };
        self.record.waivers().items().filter(in_force).filter_map(covers).collect()
    }

    // ── Activity plans ──

    /// Was the activity plan adopted on the as-of day or before? A day of adoption says so, too.
    pub(crate) fn is_adopted(&self, plan: Ref<'a, ActivityPlan>) -> Answer {
        let by_now = || match plan.adopted_on().optional() {
            Ok(Some(day)) => (*day <= self.as_of).into(),
            Ok(None) => Answer::Unknown(Lacks::absent(plan.status().path)),
            Err(lacks) => Answer::Unknown(lacks),
        };
        match plan.status().optional() {
            Ok(Some(ActivityPlanStatus::Adopted)) if plan.adopted_on().is_absent() => Answer::Yes,
            Ok(None | Some(ActivityPlanStatus::Adopted)) => by_now(),
            Ok(Some(ActivityPlanStatus::Draft)) => Answer::No,
            Err(lacks) => Answer::Unknown(lacks).and(by_now),
        }
    }

    /// The activity plans that a judged group of one of `kinds` owns, alone or with others.
    pub(crate) fn activity_plans_of(
        &self,
        kinds: &'static [GroupKind],
    ) -> impl Iterator<Item = Ref<'a, ActivityPlan>> {
        let plans = self.record.activity_plans().items();
        plans.filter(move |plan| {
            plan.owners().items().any(|id| kinds.iter().any(|kind| self.judges(id.item.as_str(), *kind)))
        })
    }

    // ── Reports ──

    /// The reports of one kind that judged groups of `kinds` handed over in the judged days.
    pub(crate) fn reports(
        &self,
        kind: ReportKind,
        kinds: &[GroupKind],
    ) -> Vec<Case<'a, Result<Handed<'a>, Lacks>>> {
        let of_kind = self.record.reports().items().filter(|report| report.kind().known() == Some(&kind));
        of_kind
            .filter_map(|report| {
                let thing = self.handed(report, kinds).transpose()?;
                Some(Case { subject: report_subject(report), at: report.path, thing })
            })
            .collect()
    }

    fn handed(&self, report: Ref<'a, Report>, kinds: &[GroupKind]) -> Result<Option<Handed<'a>>, Lacks> {
        let id = report.from_group().read()?.as_str();
        let Some(group) = self.group(id).filter(|_| kinds.iter().any(|kind| self.judges(id, *kind))) else {
            return Ok(None);
        };
        let on = *report.on().read()?;
        let judged = on <= self.as_of && self.complete_from()?.is_none_or(|from| from <= on);
        Ok(judged.then_some(Handed { report, group, on }))
    }

    // ── Offices ──

    /// The terms of one office of a group that have begun on the as-of day.
    pub(crate) fn terms(&self, group: Ref<'a, Group>, office: OfficeKind) -> Terms<'a> {
        let mut unplaced = group.offices().unread();
        let mut list = Vec::new();
        for row in group.offices().items() {
            let is_this = match row.office().read() {
                Ok(kind) => *kind == office,
                Err(lacks) => {
                    unplaced = Some(unplaced.unwrap_or_default().and(lacks));
                    continue;
                }
            };
            if !is_this {
                continue;
            }
            match row.from().optional() {
                Ok(from) if from.is_some_and(|from| *from > self.as_of) => {}
                Ok(from) => list.push(Term {
                    office: row,
                    from: from.copied(),
                    until: row.to().known().map(|to| to.plus_days(1)),
                    end_unknown: row.to().optional().is_err(),
                }),
                Err(lacks) => unplaced = Some(unplaced.unwrap_or_default().and(lacks)),
            }
        }
        list.sort_by_key(|term| term.from);
        for place in 1..list.len() {
            let next = list[place].from;
            let term = &mut list[place - 1];
            if term.until.is_none() && !term.end_unknown {
                term.until = next;
            }
        }
        Terms { list, unplaced }
    }
}

impl<'a> Terms<'a> {
    /// The term that runs on `day`: the latest begun of those that do.
    ///
    /// `None` when the office is vacant that day.
    pub(crate) fn on(&self, day: Day) -> Result<Option<Term<'a>>, Lacks> {
        if let Some(lacks) = &self.unplaced {
            return Err(lacks.clone());
        }
        for term in self.list.iter().rev().filter(|term| term.from.is_none_or(|from| from <= day)) {
            if term.span()?.contains(day) {
                return Ok(Some(*term));
            }
        }
        Ok(None)
    }
}

/// An entry of one of the charter's lists of parties and boards.
pub(crate) struct Entry<'c> {
    /// The code in records.
    pub(crate) code: &'c str,
    /// Every way to spell it, without what people write in different ways.
    names: Vec<String>,
    /// The municipality whose it is.
    municipality: Option<&'c str>,
}

impl Entry<'_> {
    /// Is this one of its names?
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names.contains(&same_spelling(name))
    }
}

fn spelled<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    names.map(|name| same_spelling(name)).collect()
}

/// The days of a group's life: to its last day, or to the day on which it was closed.
pub(crate) fn life(group: Ref<'_, Group>) -> Result<Span, Lacks> {
    let span = group.span()?;
    let closed = group.closed_on().optional()?.map(|day| day.plus_days(1));
    let until = span.until.into_iter().chain(closed).min();
    Ok(Span { from: span.from, until })
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
pub(crate) fn subject_of<'a, T: Named<'a>>(entry: T) -> Subject<'a> {
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
pub(crate) fn group_subject<'a>(group: Ref<'a, Group>) -> Subject<'a> {
    subject_of(group)
}

/// What a report is called as a subject.
pub(crate) fn report_subject(report: Ref<'_, Report>) -> Subject<'_> {
    let subject = Subject::of("reports", report.id().known().map(crate::record::Id::as_str));
    match report.on().known().filter(|_| subject.id.is_none()) {
        Some(day) => subject.with(Key::Day(*day)),
        None => subject,
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

/// What one of several things in a group is called.
pub(crate) fn group_case<'a, T>(group: Ref<'a, Group>, key: Key<'a>, at: Path, thing: T) -> Case<'a, T> {
    Case { subject: group_subject(group).with(key), at, thing }
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
fn has_neutral_function(member: Ref<'_, Member>) -> Result<bool, Lacks> {
    const NEUTRAL: &[MemberFunction] = &[
        MemberFunction::ProcessLeader,
        MemberFunction::SubregionalCoordinator,
        MemberFunction::NsphRepresentative,
    ];
    let functions = member.functions().all_or_none()?;
    Ok(!functions.is_empty() && functions.iter().all(|function| NEUTRAL.contains(function.item)))
}

fn is_about(record: Ref<'_, Record>, group: Ref<'_, Group>) -> bool {
    let about = record.about();
    about.is_absent()
        || about.items().any(|id| Some(id.item.as_str()) == group.id().known().map(|id| id.as_str()))
}

fn by_id<'a, T>(
    section: View<'a, List<T>>,
    id: impl Fn(Ref<'a, T>) -> Option<&'a crate::record::Id>,
) -> HashMap<&'a str, Ref<'a, T>> {
    section.items().filter_map(|thing| Some((id(thing)?.as_str(), thing))).collect()
}
