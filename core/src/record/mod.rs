//! What is handed in: one record, its sections and fields, each absent, known or unreadable.
//!
//! The nouns are in English with the Swedish word first in their description. A struct is plain: write it by
//! hand with `..Default::default()`, as the [first page](crate) shows, or read a whole record from JSON with
//! [`Record::read`]. Days are civil days, both days of a period are included, times are local.

#[macro_use]
mod object;

mod activity_plan;
mod by_hand;
mod field;
mod group;
pub(crate) mod integrity;
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
mod subject;
mod text;
mod view;

use std::fmt;

pub use activity_plan::{Activity, ActivityPlan, ActivityPlanStatus, ActivityStatus};
pub use field::{Fault, Field, List, UnknownKey};
pub use group::{
    Group, GroupKind, Member, MemberCategory, MemberFunction, MemberStatus, Office, OfficeKind, Vacancy,
};
pub use known::Kind;
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
pub(crate) use subject::subject_at;
pub(crate) use text::read_object;
pub use text::{NoRecord, NotARecord};

// How rules see the record: not for those who hand one in.
#[doc(hidden)]
pub use field::{Flaw, Read};
#[doc(hidden)]
pub use known::Known;
#[doc(hidden)]
pub use view::{Period, Ref, View};

use crate::calendar::Day;
use crate::charter::Charter;
use crate::path::{Path, Pointer, Token};
use crate::report::Related;
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

/// One reading problem, where it stands and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) problem: Problem,
    pub(crate) at: Pointer,
    pub(crate) related: Vec<Related>,
}

impl Record {
    /// Holds every value against the rest of the record and the charter; what fails becomes unreadable.
    pub(crate) fn settle_all(&mut self, charter: &Charter) {
        let known = Known::gather(self, charter);
        // A record as a whole never fails; only its values do.
        let _: Result<(), Problem> = self.settle(&known);
    }

    /// Every value and key that could not be read, once at its place.
    pub(crate) fn problems(&self) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut place = |problem, at| placed.push(Placed { problem, at, related: Vec::new() });
        self.faults(Path::ROOT, &mut |path, flaw| {
            for at in flaw.personal_numbers(path) {
                place(Problem::PersonalNumber, at);
            }
            let mut at = Pointer::from(path);
            match flaw {
                Flaw::Value(Fault { problem: Problem::PersonalNumber | Problem::NotToBeTold, .. }) => {}
                Flaw::Value(fault) => {
                    if matches!(fault.problem, Problem::MissingField(_)) {
                        at.0.pop();
                    }
                    place(fault.problem.clone(), at);
                }
                Flaw::Key(key) => {
                    if let Some(name) = &key.name {
                        at.0.push(Token::Key(name.clone()));
                        place(Problem::UnknownKey(name.clone()), at);
                    }
                }
            }
        });
        // The same unknown key may stand twice, and two keys of one object may hold personal numbers.
        placed.sort_by(|a: &Placed, b| a.at.cmp(&b.at));
        placed.dedup();
        placed
    }
}

/// Is this key of the record one of its sections?
pub(crate) fn is_section(key: &str) -> bool {
    Record::KEYS.contains(&key)
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
