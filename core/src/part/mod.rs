//! Validators for tools that hold only a part of a record.
//!
//! A part is one thing and what is around it: [`Roster`] and [`ChairTerms`] of a group, [`MatterPart`],
//! [`PlanPart`]. What is around it is a [`Record`] in which the thing is not, with what the thing refers to:
//! its organisations, the groups that decided, meetings where there are any. A check of a part runs the
//! rules on it and no others, and says what a check of the whole record says of it; the places are seen from
//! the part: `/members/2`, not `/groups/0/members/2`. What stands around it keeps its place:
//! `/organisations/0`.
//!
//! ```
//! use samla::part::{Part, Roster};
//! use samla::codes::{GroupKind, MemberFunction, OrganisationKind, Principal};
//! use samla::record::{Group, Member, Organisation};
//! use samla::{Charter, Day, Record};
//!
//! let group = Group {
//!     id: "nosam-a".into(),
//!     kind: GroupKind::Nosam.into(),
//!     municipality: "1489".into(),
//!     members: [Member {
//!         person: "kim".into(),
//!         organisations: ["vc-norr"].into(),
//!         functions: [MemberFunction::UnitManager].into(),
//!         appointed_by: "vc-norr".into(),
//!         ..Member::default()
//!     }]
//!     .into(),
//!     ..Group::default()
//! };
//! let around = Record {
//!     organisations: [Organisation {
//!         id: "vc-norr".into(),
//!         kind: OrganisationKind::CareCentre.into(),
//!         principal: Principal::Region.into(),
//!         municipality: "1489".into(),
//!         ..Organisation::default()
//!     }]
//!     .into(),
//!     ..Record::default()
//! };
//! let as_of = Day::new(2024, 12, 31).expect("a day");
//! let roster = Roster::new(group, around);
//! let invalid = roster.validate(&Charter::samla_2023(), as_of).expect_err("most seats are empty");
//! assert!(invalid.report.to_string().contains("/members: error: "));
//! ```

/// Declares a part: an entry of one section of a record.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident of $kind:ident: $(#[$of:meta])* $thing:ident: $type:ident in $section:ident) => {
        $(#[$doc])*
        ///
        /// As JSON it is one object with the keys of both.
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $(#[$of])*
            #[serde(flatten)]
            pub $thing: $type,
            /// What is around it, without it.
            #[serde(flatten)]
            pub around: Record,
            /// Its place in the record that it was taken from.
            #[serde(skip)]
            place: Option<usize>,
        }

        impl $name {
            /// The part of these.
            #[must_use]
            pub fn new($thing: $type, around: Record) -> Self {
                Self { $thing, around, place: None }
            }

            /// The part of a whole record that has this id; `None` when there is none.
            #[must_use]
            pub fn of(record: &Record, id: &str) -> Option<Self> {
                let list = record.$section.known()?;
                let is_it = |it: &Field<$type>| {
                    it.known().and_then(|it| it.id.known()).is_some_and(|its| its.as_str() == id)
                };
                let place = list.iter().position(is_it)?;
                let mut around = record.clone();
                let Field::Known(list) = &mut around.$section else { return None };
                let Field::Known($thing) = list.remove(place) else { return None };
                Some(Self { $thing, around, place: Some(place) })
            }

            /// Reads the part from the bytes of a JSON text: an object with the keys of both.
            ///
            /// # Errors
            /// [`NotARecord`] when the bytes are not JSON or their outermost value is no object.
            pub fn read(bytes: &[u8]) -> Result<Self, NotARecord> {
                let mut $thing: $type = read_object(bytes)?;
                let mut around = Record::read(bytes)?;
                // Either half leaves the keys of the other; what neither knows stays with the thing.
                $thing.unknown_keys.retain(|key| !key.is_one_of(Record::KEYS));
                around.unknown_keys.clear();
                Ok(Self::new($thing, around))
            }
        }

        impl Placed for $name {
            const SECTION: &'static str = stringify!($section);

            fn placed(&self) -> (Record, usize) {
                let mut record = self.around.clone();
                let mut list = match std::mem::take(&mut record.$section) {
                    Field::Absent | Field::Aside(_) => Vec::new(),
                    Field::Known(list) => list,
                    // Kept as an entry, so that it is told.
                    Field::Unreadable(fault) => vec![Field::Unreadable(fault)],
                };
                let place = self.place.unwrap_or(list.len()).min(list.len());
                list.insert(place, Field::Known(self.$thing.clone()));
                record.$section = Field::Known(list);
                (record, place)
            }

            fn id_at(record: &Record, place: usize) -> Option<&str> {
                record.$section.known()?.get(place)?.known()?.id.known().map(Id::as_str)
            }
        }

        impl Part for $name {
            const KIND: PartKind = PartKind::$kind;
        }
    };
}

mod chair_terms;
mod matter;
mod plan;
mod roster;
mod valid;

use serde::Serialize;

use crate::calendar::Day;
use crate::charter::Charter;
use crate::path::Path;
use crate::record::Record;
use crate::report::{Options, Report, Subject, Subjects};
pub use crate::rules::PartKind;
use crate::rules::Rule;
use crate::rules::judge::Thing;
use crate::settled::{Handed, Settled};
pub use chair_terms::ChairTerms;
pub use matter::MatterPart;
pub use plan::PlanPart;
pub use roster::Roster;
pub use valid::{Invalid, Valid};

/// What can be judged by itself. Only the parts in this module are.
pub trait Part: Placed {
    /// Which kind of part it is.
    const KIND: PartKind;

    /// Judges the part by the rules on it, seen from the day `as_of`.
    ///
    /// The report has the reading problems of the part and of what is around it, too, and lists every subject.
    fn check(&self, charter: &Charter, as_of: Day) -> Report {
        check_by(self, Self::KIND.rules(), charter, as_of)
    }

    /// Judges the part, and lets it pass when it has no error and nothing in it is left untold.
    ///
    /// # Errors
    /// [`Invalid`] with the report.
    fn validate(self, charter: &Charter, as_of: Day) -> Result<Valid<Self>, Invalid> {
        let report = self.check(charter, as_of);
        Valid::new(self, report)
    }
}

/// A part as an entry of a whole record.
#[doc(hidden)]
pub trait Placed: Serialize + Sized {
    /// The section that it stands in.
    const SECTION: &'static str;

    /// The whole record and the place of the part in its section.
    fn placed(&self) -> (Record, usize);

    /// The id of an entry of the section, where it can be read.
    fn id_at(record: &Record, place: usize) -> Option<&str>;
}

/// Judges a part by some rules.
pub(crate) fn check_by<P: Placed>(
    part: &P,
    rules: impl Iterator<Item = &'static Rule>,
    charter: &Charter,
    as_of: Day,
) -> Report {
    let (record, place) = part.placed();
    let settled = Handed::from(record).settle(charter);
    let path = Path::ROOT.key(P::SECTION).index(place);
    let thing = Thing { subject: Subject::of(P::SECTION, P::id_at(settled.record(), place)), path };
    judge_thing(&settled, rules, thing, as_of).seen_from(&path.into())
}

/// Judges one thing of a record by some rules, with places as seen from the record.
pub(crate) fn judge_thing<'a>(
    settled: &'a Settled<'_>,
    rules: impl Iterator<Item = &'static Rule>,
    thing: Thing<'a>,
    as_of: Day,
) -> Report {
    let options = Options { subjects: Subjects::All, ..Options::default() };
    settled.judge(rules, Some(thing), as_of, options)
}
