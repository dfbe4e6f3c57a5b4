//! What is handed in: one record, its sections and fields, each absent, known or unreadable.
//!
//! The nouns are in English with the Swedish word first in their description. A struct is plain: build
//! it with `..Default::default()`, or read a whole record from JSON with [`crate::json`].

#[macro_use]
mod object;

mod activity_plan;
mod field;
mod group;
mod known;
mod matter;
mod meeting;
mod organisation;
pub mod personal_number;
mod plan;
mod problem;
mod register;
mod report;
mod scalar;
mod view;

use std::fmt;

use serde::Deserialize;

pub use activity_plan::{Activity, ActivityPlan, ActivityPlanStatus, ActivityStatus};
pub use field::{Fault, Field, List, Read, UnknownKey};
pub use group::{
    Group, GroupKind, Member, MemberCategory, MemberFunction, MemberStatus, Office, OfficeKind, Vacancy,
};
pub use known::Known;
pub use matter::{
    Anchoring, Decision, DecisionForm, Implementation, Matter, MatterKind, Objection, ObjectionKind, Position,
};
pub use meeting::{Attendance, Meeting, MeetingKind, MeetingStatus, Note};
pub use organisation::{Organisation, OrganisationKind, Principal, Provider};
pub use plan::{Dates, Exemption, GroupDay, Plan, Revision, RevisionKind};
pub use problem::{Expected, Problem};
pub use register::{CompleteKind, Person, Proposal, Publication, PublicationKind, Recess, Routine, Waiver};
pub use report::{Report, ReportKind};
pub use scalar::{
    ActivityPlanId, ActorId, Goal, GroupId, Id, ListedAs, MeetingId, Moment, OrganisationId,
    OrganisationNumber, PersonId, RoutineId, TargetGroup, TopicId, Year,
};
pub use view::{Period, Ref, View};

#[doc(hidden)]
pub use field::Flaw;

use crate::calendar::Day;
use crate::charter::Charter;
use crate::path::{Path, Pointer, Token};
use field::{Key, KeyOf};

object! {
    /// Underlaget: everything that one check is handed. Every section may be left out.
    Record {
        /// Groups that this record is an extract about; others are only referred to and not judged.
        optional about: List<GroupId>,
        /// Of which kinds `organisations` holds every one.
        optional complete: List<CompleteKind>,
        /// From this day on, absence of an entry means that it did not happen.
        optional complete_from: Day,
        /// Uppehåll: holidays that the meeting cadence does not count. Absent: none.
        optional recesses: List<Recess>,
        /// Organisationer och enheter.
        optional organisations: List<Organisation>,
        /// Personer; a person is its id everywhere else and needs no entry here.
        optional people: List<Person>,
        /// Grupper.
        optional groups: List<Group>,
        /// Möten.
        optional meetings: List<Meeting>,
        /// Ärenden.
        optional matters: List<Matter>,
        /// Samverkansplaner.
        optional plans: List<Plan>,
        /// Aktivitetsplaner.
        optional activity_plans: List<ActivityPlan>,
        /// Rapporter.
        optional reports: List<Report>,
        /// Förslag.
        optional proposals: List<Proposal>,
        /// Rutiner.
        optional routines: List<Routine>,
        /// Publiceringar.
        optional publications: List<Publication>,
        /// Beslutade avsteg.
        optional waivers: List<Waiver>,
    }
}

/// One reading problem and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) problem: Problem,
    pub(crate) at: Pointer,
}

impl Record {
    /// Holds every value against the rest of the record and the charter; what fails becomes unreadable.
    pub(crate) fn settle_all(&mut self, charter: &Charter) {
        let known = Known::gather(self, charter);
        // A record as a whole never fails; only its values do.
        let _: Result<(), Problem> = self.settle(&known);
    }

    /// Every problem of the record, each at its place.
    pub(crate) fn problems(&self) -> Vec<Placed> {
        let mut placed = Vec::new();
        self.faults(Path::ROOT, &mut |path, flaw| {
            let mut personal = |inside: &[Vec<Token>]| {
                for below in inside {
                    let mut at = Pointer::from(path);
                    at.0.extend_from_slice(below);
                    placed.push(Placed { problem: Problem::PersonalNumber, at });
                }
            };
            match flaw {
                Flaw::Value(fault) => {
                    personal(&fault.inside);
                    let mut at = Pointer::from(path);
                    if matches!(fault.problem, Problem::MissingField(_)) {
                        at.0.pop();
                    }
                    placed.push(Placed { problem: fault.problem.clone(), at });
                }
                Flaw::Key(key) => {
                    personal(&key.inside);
                    let mut at = Pointer::from(path);
                    let problem = match &key.name {
                        None => Problem::PersonalNumber,
                        Some(name) => {
                            at.0.push(Token::Key(name.clone()));
                            Problem::UnknownKey(name.clone())
                        }
                    };
                    placed.push(Placed { problem, at });
                }
            }
        });
        placed
    }
}

/// Why a text is no record: it is not JSON, or its outermost value is no object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason:?}")]
pub struct NotARecord {
    /// What is in the way.
    pub reason: NoRecord,
    /// Line, counted from one.
    pub line: usize,
    /// Column in bytes, counted from one.
    pub column: usize,
}

/// What keeps a text from being a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRecord {
    /// There is no text.
    Empty,
    /// The bytes are no UTF-8 text.
    NotText,
    /// It is nested too deep.
    TooDeep,
    /// It ends in the middle.
    EndsEarly,
    /// A number is too large for any use.
    NumberTooLarge,
    /// The record ends, but something follows.
    SomethingFollows,
    /// No JSON at that place.
    NotJson,
    /// JSON, but its outermost value is no object.
    NoObject,
}

impl Record {
    /// Reads a record from the bytes of a JSON text, a byte order mark before it allowed.
    ///
    /// Bad values stop nothing: they are kept as [`Field::Unreadable`] and reported by a check.
    ///
    /// # Errors
    /// [`NotARecord`] when the bytes are not JSON or their outermost value is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, NotARecord> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes)
            .map_err(|error| NotARecord::at(NoRecord::NotText, &bytes[..error.valid_up_to()]))?;
        let start = text.len() - text.trim_start().len();
        if start == text.len() {
            return Err(NotARecord::at(NoRecord::Empty, b""));
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let field = Field::<Self>::deserialize(&mut json);
        let field =
            field.and_then(|field| json.end().map(|()| field)).map_err(|error| NotARecord::json(&error))?;
        match field {
            Field::Known(record) => Ok(record),
            Field::Absent | Field::Unreadable(_) => Err(NotARecord::at(NoRecord::NoObject, &bytes[..start])),
        }
    }
}

impl NotARecord {
    /// At the place after `before`.
    fn at(reason: NoRecord, before: &[u8]) -> Self {
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + before.iter().rev().take_while(|byte| **byte != b'\n').count();
        Self { reason, line, column }
    }

    /// What serde_json tells in words only, told by kind.
    fn json(error: &serde_json::Error) -> Self {
        let says = error.to_string();
        let reason = if error.is_eof() {
            NoRecord::EndsEarly
        } else if says.starts_with("recursion limit") {
            NoRecord::TooDeep
        } else if says.starts_with("number out of range") {
            NoRecord::NumberTooLarge
        } else if says.starts_with("trailing characters") {
            NoRecord::SomethingFollows
        } else {
            NoRecord::NotJson
        };
        Self { reason, line: error.line(), column: error.column().max(1) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Record {
    /// What the thing at or above a place is called: `section/id`, or the section, or `record`.
    pub(crate) fn subject_at(&self, at: &Pointer) -> String {
        let (Some(Token::Key(section)), place) = (at.0.first(), at.0.get(1)) else {
            return String::from("record");
        };
        let Some(Token::Index(index)) = place else { return section.clone() };
        let index = *index as usize;
        fn id_at<T>(list: &Field<List<T>>, index: usize, id: impl Fn(&T) -> &Field<Id>) -> Option<String> {
            Some(id(list.known()?.get(index)?.known()?).known()?.to_string())
        }
        let id = match section.as_str() {
            "organisations" => id_at(&self.organisations, index, |it| &it.id),
            "people" => id_at(&self.people, index, |it| &it.id),
            "groups" => id_at(&self.groups, index, |it| &it.id),
            "meetings" => id_at(&self.meetings, index, |it| &it.id),
            "matters" => id_at(&self.matters, index, |it| &it.id),
            "plans" => id_at(&self.plans, index, |it| &it.id),
            "activity_plans" => id_at(&self.activity_plans, index, |it| &it.id),
            "reports" => id_at(&self.reports, index, |it| &it.id),
            "proposals" => id_at(&self.proposals, index, |it| &it.id),
            "routines" => id_at(&self.routines, index, |it| &it.id),
            _ => None,
        };
        id.map_or_else(|| section.clone(), |id| format!("{section}/{id}"))
    }
}
