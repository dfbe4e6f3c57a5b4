//! Checks the governance records of SAMLA, the health-care collaboration between Region Västra Götaland
//! and the municipalities Alingsås and Lerum, against its two founding documents.
//!
//! ```text
//! bytes ──► record ──► index ──► rules in document order ──► report ──► words
//!             │                                                 ▲
//!             └──────────────── reading problems ───────────────┘
//! ```
//!
//! Three answers are kept apart: a rule *holds*, is *broken*, or *cannot be told* because a field is
//! missing. Missing data is never a pass and never a breach.
//!
//! # A record written by hand
//!
//! A record is plain structs whose fields are absent, known or unreadable ([`record::Field`]). `.into()`
//! makes a field of a text, a day, a code, an array or a `Vec`, `.collect()` a list of an iterator; the rest
//! is `..Default::default()`. A text turns into whatever the field holds, as it would from JSON. What cannot
//! be read stops nothing: it is a finding that names its place, and what to write.
//!
//! ```
//! use samla::codes::GroupKind;
//! use samla::record::{Group, Member, Record};
//! use samla::{Charter, Lang, check};
//!
//! let table = "kim;operations_manager;2023-02-01\nrobin;Verksamhetschef;2023-02-01";
//! let member = |line: &str| {
//!     let mut cells = line.split(';');
//!     let mut cell = || cells.next().unwrap_or_default();
//!     Member {
//!         person: cell().into(),
//!         functions: [cell()].into(),
//!         from: cell().into(),
//!         ..Default::default()
//!     }
//! };
//! let nosam = Group {
//!     id: "nosam-a".into(),
//!     kind: GroupKind::Nosam.into(),
//!     municipality: "1489".into(),
//!     members: table.lines().map(member).collect(),
//!     ..Default::default()
//! };
//! let record = Record { groups: [nosam].into(), ..Default::default() };
//! let report = check(&record, &Charter::samla_2023(), "2024-12-31".parse()?);
//!
//! let unread = report.findings.iter().find(|it| it.rule == "record").expect("no code is called so");
//! assert_eq!(unread.at.to_string(), "/groups/0/members/1/functions/0");
//! assert_eq!(
//!     unread.words.say(Lang::En),
//!     "The value `Verksamhetschef` cannot be used here, write `operations_manager` (operations manager)"
//! );
//! for clause in report.findings.iter().flat_map(|finding| finding.cited()) {
//!     println!("{}: {}", clause.place(Lang::En), clause.says(Lang::En));
//! }
//! # Ok::<(), samla::calendar::NoDay>(())
//! ```
//!
//! # Ways to use it
//!
//! | with | there is |
//! | --- | --- |
//! | a record | [`check`]; [`overview()`] for pictures; [`compare`](compare::compare) of two reports |
//! | JSON text | [`Record::read`], and [`json`] for text in and text out |
//! | only a roster, chair terms, a matter or a plan | [`part`], with [`part::Valid`] for what passed |
//! | a matter under way | [`matter`]: raised, anchored, decided |
//! | the question what comes next | [`chair::next`], [`meetings::next`], [`Options::horizon`](report::Options) |
//! | a rule or a clause | [`RuleId`], [`rules`], [`clauses`] |
//! | another collaboration | [`Charter::read`], [`Charter::with_reading`] |
//!
//! Two small tools in `examples/` show it at work: `roster_linter` for a pipeline, `calendar` for next
//! year's chairs and meetings.
//!
//! # What it does not do
//!
//! There is no clock, no network and no file in here: the same record, charter and day give the same
//! report, to the byte. It does not judge the quality of care, knows nothing that no record shows, and
//! decides nothing: where the documents can be read in two ways, the reading is a setting of the charter.
//! Each clause that no rule judges says why ([`clauses`]). Personal identity numbers are refused wherever
//! they stand, and never repeated.
//!
//! A breach is data. An error (`Err`) is what could not be read, or a step that a rule does not allow.
#![forbid(unsafe_code)]

pub mod account;
#[doc(hidden)]
pub mod answer;
pub mod calendar;
pub mod chair;
pub mod charter;
pub mod clauses;
pub mod codes;
pub mod compare;
mod described;
#[cfg(feature = "examples")]
pub mod example;
mod index;
pub mod json;
pub mod lang;
pub mod matter;
pub mod meetings;
pub mod names;
pub mod overview;
pub mod part;
pub mod path;
pub mod record;
pub mod report;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod settled;
pub mod words;

pub use answer::Unclear;
pub use calendar::Day;
pub use charter::Charter;
pub use clauses::RuleId;
pub use lang::{Both, Lang};
pub use overview::{Overview, overview};
pub use record::Record;
pub use report::{Options, Report};
pub use settled::{Handed, Settled};

/// Judges a record by a charter, seen from the day `as_of`.
///
/// A pure function. The record may hold unreadable values: each becomes a finding at its place, and the
/// rest is judged.
pub fn check(record: &Record, charter: &Charter, as_of: Day) -> Report {
    Settled::of(record, charter).check(as_of, Options::default())
}

/// Like [`check`], with a say in how the report is made.
pub fn check_with(record: &Record, charter: &Charter, as_of: Day, options: Options) -> Report {
    Settled::of(record, charter).check(as_of, options)
}
