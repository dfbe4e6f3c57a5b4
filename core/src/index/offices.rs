//! Offices: the terms of chairs and vice chairs.

use super::Context;
use super::groups::is_about;
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::codes::OfficeKind;
use crate::record::{Group, Office, OrganisationId, Period, PersonId, Ref, handed_over, terms};

/// One term of an office, with the end that the next term gives it.
#[derive(Clone, Copy)]
pub(crate) struct Term<'a> {
    group: Ref<'a, Group>,
    pub(crate) office: Ref<'a, Office>,
    /// First day and first day after; an unreadable last day leaves the end unknown.
    pub(crate) from: Option<Day>,
    /// The day after the last, or `None` while it runs.
    pub(crate) until: Option<Day>,
    /// Is the last day unreadable?
    pub(crate) end_unknown: bool,
    /// Whose is the recorded last day?
    pub(crate) last_day: LastDay,
}

/// Whose the recorded last day of a term is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LastDay {
    /// The term's own.
    Own,
    /// The first of a later term, too, which has it.
    Later,
    /// Nobody can tell.
    Unclear,
}

impl<'a> Term<'a> {
    /// A row by itself, whatever stands beside it.
    pub(crate) fn alone(group: Ref<'a, Group>, office: Ref<'a, Office>) -> Self {
        Self::of(group, (office, office.possible()))
    }

    fn of(group: Ref<'a, Group>, (office, days): (Ref<'a, Office>, Span)) -> Self {
        let (last_day, until) = match handed_over(group, office) {
            Answer::No => (LastDay::Own, days.until),
            Answer::Yes => (LastDay::Later, days.until.map(|until| until.plus_days(-1))),
            Answer::Unknown(_) => (LastDay::Unclear, days.until),
        };
        let end_unknown = office.to().optional().is_err();
        Self { group, office, from: days.from, until, end_unknown, last_day }
    }

    /// What is missing to tell whose the last day is.
    pub(crate) fn shared_unknown(&self) -> Option<Lacks> {
        let unclear = self.last_day == LastDay::Unclear;
        unclear.then(|| handed_over(self.group, self.office).told().err()).flatten()
    }

    pub(crate) fn span(&self) -> Result<Span, Lacks> {
        if self.end_unknown {
            return Err(Lacks::unreadable(self.office.to().path));
        }
        Ok(Span { from: self.from, until: self.until })
    }

    /// Who holds the office, and for whom.
    pub(crate) fn holder(&self) -> (Option<&'a PersonId>, Option<&'a OrganisationId>) {
        (self.office.person().known(), self.office.organisation().known())
    }
}

/// The terms of one office of a group that have begun, in the order of their first days.
pub(crate) struct Terms<'a> {
    group: Ref<'a, Group>,
    pub(crate) list: Vec<Term<'a>>,
    /// Rows that could be terms of this office, or terms that cannot be placed in time.
    pub(crate) unsure: Vec<Unsure<'a>>,
    /// The days on which the rule on both offices judges this one.
    told: Result<Option<Span>, Lacks>,
}

/// A row that may be a term of the office.
pub(crate) struct Unsure<'a> {
    /// The row, where it can be read at all.
    row: Option<Ref<'a, Office>>,
    /// The days on which it could change who holds the office.
    pub(crate) days: Span,
    /// What is missing to place it.
    lacks: Lacks,
}

impl Unsure<'_> {
    /// May it be a term of `person` on `day`?
    fn may_be(&self, person: &PersonId, day: Day) -> Answer {
        let other = self.row.is_some_and(|row| {
            row.person().is(|holder| holder == person).is_no() || !row.possible().contains(day)
        });
        if other || !self.days.contains(day) { Answer::No } else { Answer::Unknown(self.lacks.clone()) }
    }

    /// Its first day; `None` is open.
    fn begins(&self) -> Result<Option<Day>, Lacks> {
        self.row
            .map_or_else(|| Err(self.lacks.clone()), |row| row.from().optional().map(Option::<&_>::copied))
    }
}

impl<'a> Context<'a> {
    /// The terms of one office of a group that have begun on the as-of day.
    pub(crate) fn terms(&self, group: Ref<'a, Group>, office: OfficeKind) -> Terms<'a> {
        // What cannot be placed, with the row where that can be read at all.
        let mut rows: Vec<(Option<Ref<'a, Office>>, Lacks)> = Vec::new();
        rows.extend(group.offices().unread().map(|lacks| (None, lacks)));
        let mut placed = Vec::new();
        for row in group.offices().items() {
            // Who stands in holds the office beside its holder.
            if !row.standing_in_for().is_absent() {
                continue;
            }
            // What begins later is a plan, of whatever office.
            if row.from().known().is_some_and(|from| *from > self.as_of) {
                continue;
            }
            let is_this = match row.office().read() {
                Ok(kind) => *kind == office,
                Err(lacks) => {
                    rows.push((Some(row), lacks));
                    continue;
                }
            };
            if !is_this {
                continue;
            }
            match row.from().optional() {
                Ok(_) => placed.push(row),
                Err(lacks) => rows.push((Some(row), lacks)),
            }
        }
        let list: Vec<Term<'a>> =
            terms(placed.into_iter()).into_iter().map(|row| Term::of(group, row)).collect();
        let unsure = rows.into_iter().map(|(row, lacks)| Unsure { row, days: could_hold(&list, row), lacks });
        let unsure = unsure.collect();
        let told = self.charter.judges(ONE_EACH, self.as_of) && is_about(self.record, group);
        let days = || self.office_days(group, office, &list, self.life(group)?);
        let told = if told { days() } else { Ok(None) };
        Terms { group, list, unsure, told }
    }

    /// The days on which an office is judged, within the group's life.
    ///
    /// `None` when nobody has said anything about the office and nothing says that absence means a vacancy.
    pub(crate) fn office_days(
        &self,
        group: Ref<'a, Group>,
        office: OfficeKind,
        terms: &[Term<'a>],
        life: Span,
    ) -> Result<Option<Span>, Lacks> {
        let vacancies = self.vacancies(group).filter(|vacancy| vacancy.office().known() == Some(&office));
        let stand_ins = group
            .offices()
            .items()
            .filter(|row| !row.standing_in_for().is_absent() && row.office().known() == Some(&office));
        let begun = vacancies
            .filter_map(|vacancy| vacancy.from().known().copied())
            .chain(stand_ins.filter_map(|row| row.from().known().copied()));
        let begun = begun.filter(|day| *day <= self.as_of).min().map(Some);
        // An open start comes before every day.
        let first_term = terms.first().map(|term| term.from);
        let first_entry = first_term.into_iter().chain(begun).min();
        let none_at_all = group.offices().is_known_empty();
        let days = match self.judged_days(first_entry)? {
            None if none_at_all && self.complete_from()?.is_none() => Some(Span::on(self.as_of)),
            days => days,
        };
        Ok(days.and_then(|days| days.overlap(life)))
    }

    /// The holder of an office on `day`.
    ///
    /// An office of which nothing is known by then lacks its row.
    pub(crate) fn office_on(
        &self,
        group: Ref<'a, Group>,
        office: OfficeKind,
        day: Day,
    ) -> Result<Term<'a>, Lacks> {
        // What began later holds nothing that day, whatever it is.
        let terms = self.on_day(day.min(self.as_of)).terms(group, office);
        if let Some(term) = terms.on(day)? {
            return Ok(term);
        }
        Err(self.terms(group, office).not_one_each(Span::on(day)))
    }
}

/// Those who stood in for the holder of an office on `day`, and what leaves others unsure.
pub(crate) fn stand_ins<'a>(
    group: Ref<'a, Group>,
    office: OfficeKind,
    holder: &PersonId,
    day: Day,
) -> (Vec<&'a PersonId>, Option<Lacks>) {
    let mut people = Vec::new();
    let mut unsure: Option<Lacks> = None;
    for row in group.offices().items().filter(|row| !row.standing_in_for().is_absent()) {
        let stood_in = row
            .office()
            .is(|kind| *kind == office)
            .and(|| row.runs_on(day))
            .and(|| row.standing_in_for().is(|person| person == holder));
        let lacks = match (stood_in, row.person().read()) {
            (Answer::No, _) => continue,
            (Answer::Yes, Ok(person)) => {
                people.push(person);
                continue;
            }
            (Answer::Yes, Err(lacks)) | (Answer::Unknown(lacks), _) => lacks,
        };
        unsure = Some(unsure.unwrap_or_default().and(lacks));
    }
    (people, unsure)
}

/// The rule that alone tells of an office that is vacant, of two who hold it at once, and of one who holds both.
pub(crate) const ONE_EACH: &str = "N-ORD-1";

/// The days on which a row that may be a term of this office could change who holds it.
fn could_hold<'a>(terms: &[Term<'a>], row: Option<Ref<'a, Office>>) -> Span {
    let Some(row) = row else { return Span::default() };
    let from = row.from().known().copied();
    let unplaced = row.from().optional().is_err();
    // The next term of this office ends it in any case.
    let next = terms.iter().map(|term| term.from).find(|begins| !unplaced && *begins > from).flatten();
    // It may also end an earlier term that says no end, for all the days that this would have run.
    let may_end = |term: &&Term<'a>| term.office.to().is_absent() && (unplaced || term.from < from);
    let until = row.to().known().map(|to| to.plus_days(1)).and_then(|end| {
        let ended = terms.iter().filter(may_end).filter(|term| term.from.is_none_or(|from| from < end));
        ended.map(|term| term.until).try_fold(end, |latest, until| Some(latest.max(until?)))
    });
    Span { from, until: next.into_iter().chain(until).min() }
}

impl<'a> Terms<'a> {
    /// Not one person holds the office on `days`: what that leaves open.
    ///
    /// It waits for the rule on both offices where that judges one of the days; of others nobody can tell.
    pub(crate) fn not_one_each(&self, days: Span) -> Lacks {
        // An office that nobody ever held is told on the as-of day.
        let told = |judged: Span| judged.overlap(days).is_some() || self.group.offices().is_known_empty();
        match &self.told {
            Err(lacks) => lacks.clone(),
            Ok(judged) if judged.is_some_and(told) => Lacks::because(ONE_EACH),
            Ok(_) => Lacks::absent(self.group.offices().path),
        }
    }

    /// The terms that began last before this one; none before the first.
    pub(crate) fn before(&self, term: &Term<'a>) -> &[Term<'a>] {
        let earlier = &self.list[..self.list.partition_point(|other| other.from < term.from)];
        let Some(last) = earlier.last() else { return earlier };
        &earlier[earlier.partition_point(|other| other.from < last.from)..]
    }

    /// The terms that begin first after this one.
    pub(crate) fn after(&self, term: &Term<'a>) -> &[Term<'a>] {
        let later = &self.list[self.list.partition_point(|other| other.from <= term.from)..];
        let Some(first) = later.first() else { return later };
        &later[..later.partition_point(|other| other.from <= first.from)]
    }

    /// What is missing to place every row.
    pub(crate) fn unplaced(&self) -> Option<Lacks> {
        self.unsure.iter().map(|unsure| unsure.lacks.clone()).reduce(Lacks::and)
    }

    /// What may end a term that says no end: the rows that may begin after it.
    pub(crate) fn may_end(&self, term: &Term<'a>) -> Option<Lacks> {
        self.may_follow(term).map(|unsure| unsure.lacks.clone()).reduce(Lacks::and)
    }

    /// The days of a term that no row and no value that cannot be read could take from it.
    pub(crate) fn certain(&self, term: &Term<'a>) -> Option<Span> {
        let first_day = || term.from.map(|from| Span { from: Some(from), until: Some(from.plus_days(1)) });
        if term.end_unknown {
            return first_day();
        }
        let mut until = term.until;
        if term.last_day == LastDay::Unclear {
            until = until.map(|until| until.plus_days(-1));
        }
        if term.office.to().is_absent() {
            for unsure in self.may_follow(term) {
                match unsure.begins() {
                    Ok(begins) => until = until.into_iter().chain(begins).min(),
                    Err(_) => return first_day(),
                }
            }
        }
        Some(Span { from: term.from, until })
    }

    /// Does the term run on `day`?
    pub(crate) fn runs_on(&self, term: &Term<'a>, day: Day) -> Answer {
        if term.from.is_some_and(|from| day < from) {
            return Answer::No;
        }
        if self.certain(term).is_some_and(|days| days.contains(day)) {
            return Answer::Yes;
        }
        if let (true, Some(lacks)) = (term.office.to().is_absent(), self.may_end(term)) {
            return Answer::Unknown(lacks);
        }
        match (term.span(), term.shared_unknown()) {
            (Err(lacks), _) => Answer::Unknown(lacks),
            (Ok(span), Some(lacks)) if span.contains(day) => Answer::Unknown(lacks),
            (Ok(span), _) => span.contains(day).into(),
        }
    }

    /// Did `person` hold the office on `day`?
    pub(crate) fn held_by(&self, person: &PersonId, day: Day) -> Answer {
        let certain = self
            .list
            .iter()
            .map(|term| term.office.person().is(|holder| holder == person).and(|| self.runs_on(term, day)));
        let unsure = self.unsure.iter().map(|unsure| unsure.may_be(person, day));
        Answer::any(certain.chain(unsure))
    }

    /// Did `person` hold the office on any day?
    pub(crate) fn ever_held_by(&self, person: &PersonId) -> Answer {
        let is_person = |row: Ref<'a, Office>| row.person().is(|holder| holder == person);
        let certain = self.list.iter().map(|term| is_person(term.office));
        let unsure = self.unsure.iter().map(|unsure| match unsure.row {
            Some(row) => is_person(row),
            None => Answer::Unknown(unsure.lacks.clone()),
        });
        Answer::any(certain.chain(unsure))
    }

    fn may_follow(&self, term: &Term<'a>) -> impl Iterator<Item = &Unsure<'a>> {
        let from = term.from;
        self.unsure.iter().filter(move |unsure| match unsure.begins() {
            Ok(begins) => begins > from,
            // It begins on its last day at the latest.
            Err(_) => unsure.row.and_then(|row| row.to().known()).is_none_or(|last| Some(*last) > from),
        })
    }

    /// The term that runs on `day`: the latest begun of those that do.
    ///
    /// `None` when the office is vacant that day. Of two that began together nobody can tell.
    pub(crate) fn on(&self, day: Day) -> Result<Option<Term<'a>>, Lacks> {
        let unsure =
            self.unsure.iter().filter(|unsure| unsure.days.contains(day)).map(|unsure| unsure.lacks.clone());
        if let Some(lacks) = unsure.reduce(Lacks::and) {
            return Err(lacks);
        }
        let mut found: Option<Term<'a>> = None;
        for term in self.list.iter().rev().filter(|term| term.from.is_none_or(|from| from <= day)) {
            if found.is_some_and(|found| found.from != term.from) {
                break;
            }
            let certainly = self.certain(term).is_some_and(|days| days.contains(day));
            if !certainly && !term.span()?.contains(day) {
                continue;
            }
            if let (false, Some(lacks)) = (certainly, term.shared_unknown()) {
                return Err(lacks);
            }
            if found.is_some_and(|found| found.holder() != term.holder()) {
                return Err(self.not_one_each(Span::on(day)));
            }
            found = Some(*term);
        }
        Ok(found)
    }
}
