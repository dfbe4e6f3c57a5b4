//! Who takes over the chair of a NOSAM, and when, by the rules on the succession.
//!
//! ```
//! use samla::{Charter, Day, Record, chair};
//!
//! let record = Record::read(samla::json::example("good").expect("an example").as_bytes())?;
//! let as_of = Day::new(2024, 12, 31).expect("a day");
//! let next = chair::next(&record, &Charter::samla_2023(), "nosam-alingsas", as_of)?;
//! assert_eq!(next.from(), Day::new(2025, 3, 1).expect("a day"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::answer::{Lacks, Unclear};
use crate::calendar::{Day, Span};
use crate::charter::Charter;
use crate::codes::{GroupKind, OfficeKind, Outcome};
use crate::index::{Context, ONE_EACH, Side, Term};
use crate::lang::Lang;
use crate::part::judge_thing;
use crate::path::{Path, Pointer};
use crate::record::{Field, Group, Office, PersonId, Record, Ref};
use crate::report::{Finding, Options, Subject};
use crate::rules::judge::Thing;
use crate::rules::nosam::chair::{Limits, SUCCESSION, side};
use crate::settled::{Handed, Settled};

/// The next chair of a NOSAM. It was vice chair on the day before and comes from another side, as the
/// charter's readings A-19 to A-22 have it: [`NextChair::new`] and [`next`] let no other through.
///
/// ```compile_fail,E0451
/// let forged = samla::chair::NextChair { person: "kim".into(), ..unimplemented!() };
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NextChair {
    person: PersonId,
    side: Side,
    from: Day,
    to: Day,
    handover: Span,
}

impl NextChair {
    /// Lets `person` take over the chair of the NOSAM `group` on `from`.
    ///
    /// A term recorded from that very day is replaced. Both offices are held on the day before.
    ///
    /// # Errors
    /// [`NoNextChair`] says what is in the way; a refusal has the findings of the rules, which cite their clauses.
    pub fn new(
        record: &Record,
        charter: &Charter,
        group: &str,
        person: &PersonId,
        from: Day,
    ) -> Result<Self, NoNextChair> {
        Self::of(&Settled::of(record, charter), group, person, from)
    }

    fn of(settled: &Settled<'_>, group: &str, person: &PersonId, from: Day) -> Result<Self, NoNextChair> {
        let cx = settled.context(from, Options::default());
        let (_, place) = nosam(&cx, group)?;
        let to = Limits::of(&cx, from).end.plus_days(-1);
        let mut record = settled.record().clone();
        let row = put(&mut record, place, term(person, from, to));
        // The row is held against the rest of the record, too.
        let settled = Handed::from(record).settle(settled.charter());
        let cx = settled.context(from, Options::default());
        let (group, _) = nosam(&cx, group)?;
        let terms = cx.terms(group, OfficeKind::Chair);
        let eve = from.plus_days(-1);
        let before = cx.on_day(eve).office_on(group, OfficeKind::Chair, eve).map_err(Unclear::from)?;
        if let Some(to) = before.office.to().known().filter(|to| from <= **to) {
            let person = before.office.person().known().map_or("", PersonId::as_str);
            return Err(NoNextChair::StillInOffice { person: person.into(), to: *to });
        }
        let Some(taken) = terms.list.iter().find(|term| term.office.path == row).copied() else {
            return Err(NoNextChair::Unclear(Lacks::absent(row.key("from")).into()));
        };
        follows(&settled, group, row, person, from)?;
        let limits = Limits::of(&cx, before.from.ok_or_else(|| lacks_start(before))?);
        Ok(Self {
            person: person.clone(),
            side: side(&cx, group, taken)?,
            from,
            to,
            handover: Span { from: Some(limits.earliest), until: Some(limits.latest.plus_days(1)) },
        })
    }

    /// Who takes over.
    #[must_use]
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// The side of the new chair; where the charter's chair alternates, the next vice chair comes from another.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// First day of the new term.
    #[must_use]
    pub fn from(&self) -> Day {
        self.from
    }

    /// Last day of a full term, included.
    #[must_use]
    pub fn to(&self) -> Day {
        self.to
    }

    /// The first days of the new term that give the sitting chair a term of the right length, the charter's
    /// tolerance included (A-20).
    #[must_use]
    pub fn handover(&self) -> Span {
        self.handover
    }

    /// The new term as a row of the group's offices. The vice chair's own term ends the day before.
    #[must_use]
    pub fn office(&self) -> Office {
        term(&self.person, self.from, self.to)
    }
}

/// Why there is no next chair.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.says(Lang::En))]
#[non_exhaustive]
pub enum NoNextChair {
    /// No NOSAM of this record has this id.
    NoGroup,
    /// The record does not say enough.
    Unclear(Unclear),
    /// The charter does not let the vice chair take over: anybody may.
    Anybody,
    /// The sitting chair's term is recorded to run longer.
    StillInOffice {
        /// The sitting chair.
        person: PersonId,
        /// Last day of the term.
        to: Day,
    },
    /// The rules on who follows refuse; each finding cites its clause.
    Refused(Vec<Finding>),
}

impl NoNextChair {
    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoGroup, _) => no_group(lang).into(),
            (Self::Unclear(unclear), _) => unclear.says(lang),
            (Self::Anybody, Lang::Sv) => "Regelverket säger inte vem som tar över".into(),
            (Self::Anybody, Lang::En) => "The charter does not say who takes over".into(),
            (Self::StillInOffice { person, to }, Lang::Sv) => {
                format!("Ordföranden `{}` sitter till och med {to} [{ONE_EACH}]", person.as_str())
            }
            (Self::StillInOffice { person, to }, Lang::En) => {
                format!("The chair `{}` is in office until {to} [{ONE_EACH}]", person.as_str())
            }
            (Self::Refused(findings), _) => {
                let says = |it: &Finding| format!("{} [{}]", it.words.say(lang), it.rule);
                findings.iter().map(says).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

impl From<Unclear> for NoNextChair {
    fn from(unclear: Unclear) -> Self {
        Self::Unclear(unclear)
    }
}

impl From<Lacks> for NoNextChair {
    fn from(lacks: Lacks) -> Self {
        Self::Unclear(lacks.into())
    }
}

/// Who takes over the chair of the NOSAM `group` after the one who holds it on `as_of`, and when.
///
/// The day is that of a recorded next term, or the day after the recorded end of the sitting chair's, or the
/// end of a full term (A-20); it may have passed. Who takes over is the vice chair of the day before, unless
/// a next term is recorded.
///
/// # Errors
/// [`NoNextChair`] says what is in the way. Nothing is guessed: an office that is vacant, a day that is missing or
/// a side that cannot be told is an error.
pub fn next(record: &Record, charter: &Charter, group: &str, as_of: Day) -> Result<NextChair, NoNextChair> {
    Settled::of(record, charter).next_chair(group, as_of)
}

impl Settled<'_> {
    /// Who takes over the chair of the NOSAM `group`, and when, as [`next`] says it.
    ///
    /// # Errors
    /// As [`next`].
    pub fn next_chair(&self, group: &str, as_of: Day) -> Result<NextChair, NoNextChair> {
        let cx = self.context(as_of, Options::default());
        let (nosam, _) = nosam(&cx, group)?;
        let sitting = cx.office_on(nosam, OfficeKind::Chair, as_of)?;
        let ahead = nosam.offices().items().filter(|row| row.office().known() == Some(&OfficeKind::Chair));
        let ahead = ahead.filter(|row| row.standing_in_for().is_absent());
        let ahead =
            ahead.filter_map(|row| Some((*row.from().known()?, row))).filter(|(from, _)| *from > as_of);
        let (person, from) = match ahead.min_by_key(|(from, _)| *from) {
            Some((from, row)) => (row.person().read()?, from),
            None => {
                let from = match sitting.span()?.until {
                    Some(until) => until,
                    None => Limits::of(&cx, sitting.from.ok_or_else(|| lacks_start(sitting))?).end,
                };
                if !self.charter().chair.vice_takes_over {
                    return Err(NoNextChair::Anybody);
                }
                let eve = from.plus_days(-1);
                let vice = cx.on_day(eve).office_on(nosam, OfficeKind::ViceChair, eve)?;
                (vice.office.person().read()?, from)
            }
        };
        NextChair::of(self, group, person, from)
    }
}

/// There is no NOSAM of the id asked for.
pub(crate) fn no_group(lang: Lang) -> &'static str {
    lang.of("Underlaget har ingen NOSAM med det id:t", "The record has no NOSAM of that id")
}

fn lacks_start(term: Term<'_>) -> Lacks {
    Lacks::absent(term.office.from().path)
}

/// The judged NOSAM of this id, and its place among the groups.
fn nosam<'a>(cx: &Context<'a>, id: &str) -> Result<(Ref<'a, Group>, usize), NoNextChair> {
    let group = cx.judged_group(id, GroupKind::Nosam).ok_or(NoNextChair::NoGroup)?;
    let groups = cx.record.groups().known().map_or(&[] as &[_], Vec::as_slice);
    let place = (0..groups.len()).find(|place| cx.record.groups().path.index(*place) == group.path);
    place.map(|place| (group, place)).ok_or(NoNextChair::NoGroup)
}

fn term(person: &PersonId, from: Day, to: Day) -> Office {
    Office {
        office: OfficeKind::Chair.into(),
        person: person.clone().into(),
        from: from.into(),
        to: to.into(),
        ..Office::default()
    }
}

/// Adds the new term, in place of one that begins on the same day; where it stands. Later ones are not looked at.
fn put(record: &mut Record, place: usize, term: Office) -> Path {
    let path = Path::ROOT.key("groups").index(place).key("offices");
    let Field::Known(groups) = &mut record.groups else { return path };
    let Some(Field::Known(group)) = groups.get_mut(place) else { return path };
    let Field::Known(rows) = &mut group.offices else { return path };
    let same = |row: &Field<Office>| {
        row.known().is_some_and(|row| {
            row.office.known() == Some(&OfficeKind::Chair)
                && row.from == term.from
                && row.standing_in_for.is_absent()
        })
    };
    let place = rows.iter().position(same).unwrap_or(rows.len());
    match rows.get_mut(place) {
        Some(row) => *row = term.into(),
        None => rows.push(term.into()),
    }
    path.index(place)
}

/// Do the rules on who follows let the term at `row` through?
fn follows(
    settled: &Settled<'_>,
    group: Ref<'_, Group>,
    row: Path,
    person: &PersonId,
    from: Day,
) -> Result<(), NoNextChair> {
    let id = group.id().known().map(|id| id.as_str());
    let thing = Thing { subject: Subject::of("groups", id), path: group.path };
    let report = judge_thing(settled, SUCCESSION.iter().copied(), thing, from);
    let row = Pointer::from(row);
    let of_person =
        |it: &Finding| it.words.param("vice_chair").and_then(|it| it.text()) == Some(person.as_str());
    let against = report.findings.into_iter().filter(|it| it.outcome == Outcome::Broken);
    let against: Vec<Finding> =
        against.filter(|it| it.rule != "record" && (it.at.0.starts_with(&row.0) || of_person(it))).collect();
    if !against.is_empty() {
        return Err(NoNextChair::Refused(against));
    }
    let mut told = false;
    for subject in report.verdicts.iter().flat_map(|it| &it.subjects).filter(|it| it.at == row) {
        if subject.outcome == Outcome::Undetermined {
            let (lacks, because) = (subject.lacks.clone(), subject.because);
            return Err(NoNextChair::Unclear(Unclear { lacks, because }));
        }
        told |= matches!(subject.outcome, Outcome::Holds | Outcome::Waived);
    }
    if told { Ok(()) } else { Err(Lacks::absent(group.offices().path).into()) }
}
