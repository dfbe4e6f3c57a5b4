//! The charter (regelverk): the numbers, lists and readings that the founding documents fix, as data.
//!
//! `samla-2023` is embedded. Another collaboration has another file; new mechanics are code.

mod consistency;
mod readings;

use crate::described::is_default;
use crate::lang::Both;
use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

use crate::calendar::{Day, Span};
use crate::codes::{
    GroupKind, MemberFunction, MemberStatus, OfficeKind, OrganisationKind, Principal, Provider,
};
pub use consistency::Inconsistency;
pub use readings::*;

/// What the founding documents of one collaboration fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Its name in receipts.
    pub id: String,
    /// What it stands for.
    pub title: Both<String>,
    /// The documents that the clauses stand in.
    pub documents: Vec<Document>,
    /// The municipalities, each of which has its NOSAM.
    pub municipalities: Vec<Municipality>,
    /// First day of the collaboration; earlier days in a record are suspicious.
    pub founded: Day,
    /// The period of the plan, both days included.
    pub plan: Dated,
    /// The goals that a record may name.
    pub goals: Vec<Listed>,
    /// The target groups that a record may name.
    pub target_groups: Vec<Listed>,
    /// Who may send ordinary members.
    pub parties: Vec<Listed>,
    /// Boards; reading A-02 says which of them sit in the political group.
    pub boards: Vec<Board>,
    /// What each board sends to the political group.
    pub board_seats: Vec<BoardSeat>,
    /// The seats of each kind of group.
    pub seats: Vec<Seat>,
    /// Seats that follow an office in another group.
    pub ex_officio: Vec<ExOfficio>,
    /// The chair of a NOSAM.
    pub chair: Chair,
    /// Kinds of groups in which no deputies are appointed.
    pub no_deputies_in: Vec<GroupKind>,
    /// When and how NOSAM meets.
    pub meetings: Meetings,
    /// Who decides which kinds of matters.
    pub reserved: Reserved,
    /// The political decision that the plan rests on.
    #[serde(default)]
    pub foundation: Option<Foundation>,
    /// Deadlines with their grace, in days.
    pub deadlines: Deadlines,
    /// Hosts of the site on which everything is gathered. An empty list: any will do.
    #[serde(default)]
    pub sites: Vec<String>,
    /// How unclear points of the documents are read.
    pub readings: Readings,
    /// What this charter says of single rules; a rule that is not here is in force all the time.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, RuleSetting>,
}

/// What a charter says of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleSetting {
    /// Is it switched off?
    #[serde(default, skip_serializing_if = "is_default")]
    pub off: bool,
    /// When it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid: Dated,
    /// Where it stands in this charter's own documents, and what it says there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
}

/// Where a rule stands in a charter's own documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Code of the document.
    pub document: String,
    /// The heading.
    pub heading: String,
    /// The sentence or paragraph.
    pub sentence: String,
    /// What it says, paraphrased.
    pub says: Both<String>,
}

/// A document that clauses stand in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The letter that its clause ids begin with.
    pub code: String,
    /// Its title.
    pub title: Both<String>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Four digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A period, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}

impl Dated {
    /// The same period, half-open.
    #[must_use]
    pub fn span(self) -> Span {
        Span::inclusive(self.from, self.to)
    }
}

/// An entry of a list of codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The code in records.
    pub code: String,
    /// Swedish name.
    pub sv: String,
    /// English name.
    pub en: String,
    /// Other spellings, compared without case, hyphens, spaces and accents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// When it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid: Dated,
}

/// A political board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Board {
    /// The code in records.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Municipality or region.
    pub principal: Principal,
    /// The municipality of a municipal board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// When it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid: Dated,
}

/// How many of one function each board sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoardSeat {
    /// Functions that count.
    pub functions: Vec<MemberFunction>,
    /// Least and greatest number, both included.
    pub number: Between,
    /// What the seats are called.
    pub name: Both<String>,
}

/// A range of whole numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// Least.
    pub from: i64,
    /// Greatest.
    pub to: i64,
}

impl Between {
    /// Is `number` inside?
    #[must_use]
    pub fn contains(self, number: i64) -> bool {
        (self.from..=self.to).contains(&number)
    }
}

/// Who must sit in a kind of group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The rule that judges it.
    pub rule: String,
    /// The kind of group.
    pub group: GroupKind,
    /// What it is called in findings, in the definite form where the language has one.
    pub name: Both<String>,
    /// How many are needed.
    pub quota: Quota,
    /// Functions that fill it.
    pub functions: Vec<MemberFunction>,
    /// May another manager's title fill it, with a warning?
    #[serde(default, skip_serializing_if = "is_default")]
    pub other_managers: bool,
    /// Does the mandate of a head of administration fill it, whatever the function?
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_mandate: bool,
    /// Statuses that fill it.
    #[serde(default = "ordinary", skip_serializing_if = "is_ordinary")]
    pub statuses: Vec<MemberStatus>,
    /// Kinds of organisations that fill it. An empty list: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<OrganisationKind>,
    /// The entry in the list of parties that must be represented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Must the organisation be the group's own municipality's?
    #[serde(default, skip_serializing_if = "is_default")]
    pub own_municipality: bool,
    /// The side that the organisation must be on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Principal>,
    /// The form of provision that the organisation must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Provider>,
    /// The target groups that the membership is limited to. An empty list: it is not limited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<String>,
    /// When it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid: Dated,
}

/// How many of a seat there must be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quota {
    /// One for each unit of this kind in the municipality.
    EachUnit(OrganisationKind),
    /// One for each municipality.
    EachMunicipality,
    /// At least so many.
    AtLeast(usize),
    /// So many, both ends included.
    Between(Between),
}

/// Seats in one kind of group that belong to the holders of offices in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExOfficio {
    /// The rule that judges them.
    pub rule: String,
    /// The kind of group that holds the offices.
    pub of: GroupKind,
    /// The offices.
    pub offices: Vec<OfficeKind>,
    /// The kind of group that holds the seats.
    pub group: GroupKind,
}

/// The chair of a NOSAM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chair {
    /// The sides that may hold the chair, in turn when there are several.
    pub sides: Vec<Principal>,
    /// Length of a term in months.
    pub term_months: u32,
    /// Does the vice chair take over?
    pub vice_takes_over: bool,
}

/// When and how NOSAM meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Meetings {
    /// Length in minutes.
    pub minutes: Between,
    /// Distance in ISO weeks.
    pub weeks: Between,
    /// Offices whose holders attend the whole meeting.
    pub whole_meeting_offices: Vec<OfficeKind>,
    /// Functions that attend the whole meeting.
    pub whole_meeting_functions: Vec<MemberFunction>,
    /// Minutes that may be missing at the most.
    pub whole_meeting_tolerance: i64,
}

/// Kinds of matters that another group than NOSAM decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reserved {
    /// Who decides them.
    pub to: GroupKind,
    /// Kinds of matters.
    pub kinds: Vec<crate::codes::MatterKind>,
    /// Economic matters, too?
    pub economic: bool,
}

/// The political decision that the plan rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Foundation {
    /// Who decided.
    pub by: GroupKind,
    /// In which year.
    pub year: i32,
}

/// Days of grace that no reading names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    /// Days from the opening of a unit in which its seat may be empty.
    pub new_unit: i64,
    /// Days from adoption in which an activity plan is published.
    pub activity_plan: i64,
    /// Days after a change in which a group's published list may be out of date. Absent: that is a remark.
    #[serde(default)]
    pub member_list: Option<i64>,
}

/// Why a charter, or a change to one, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// The text is no charter.
    #[error("line {line}, column {column}: {says}")]
    Unreadable {
        /// What is in the way.
        says: String,
        /// Line, counted from one.
        line: usize,
        /// Column, counted from one.
        column: usize,
    },
    /// There is no reading of that name.
    #[error("there is no reading `{0}`")]
    NoReading(String),
    /// A reading cannot have that value.
    #[error("the reading {id} cannot be `{value}`: {en}")]
    NoValue {
        /// The reading.
        id: String,
        /// The value asked for.
        value: String,
        /// What it can be, in Swedish.
        sv: String,
        /// What it can be, in English.
        en: String,
    },
    /// It contradicts itself.
    #[error("the charter contradicts itself in {} places", .0.len())]
    Inconsistent(Vec<Inconsistency>),
}

static EMBEDDED: &str = include_str!("../../charters/samla-2023.json");

impl Charter {
    /// The embedded charter `samla-2023`.
    ///
    /// # Panics
    /// Never: a test reads the embedded file.
    #[must_use]
    pub fn samla_2023() -> Self {
        Self::read(EMBEDDED).expect("the embedded charter is tested")
    }

    /// Reads a charter from JSON text.
    ///
    /// # Errors
    /// [`CharterError::Unreadable`] with the place, or [`CharterError::Inconsistent`] with every
    /// contradiction.
    pub fn read(text: &str) -> Result<Self, CharterError> {
        let charter: Self = serde_json::from_str(text).map_err(|error| CharterError::Unreadable {
            says: without_place(&error.to_string()),
            line: error.line(),
            column: error.column(),
        })?;
        charter.consistent()
    }

    fn consistent(self) -> Result<Self, CharterError> {
        let contradictions = consistency::inconsistencies(&self);
        if contradictions.is_empty() { Ok(self) } else { Err(CharterError::Inconsistent(contradictions)) }
    }

    /// Do its clauses stand in SAMLA's own documents? Another charter cites its own for each rule.
    #[must_use]
    pub fn is_samla(&self) -> bool {
        let codes: Vec<&str> = self.documents.iter().map(|document| document.code.as_str()).collect();
        codes == ["P", "N"]
    }

    /// The same charter with one reading changed, as in `A-19=none`.
    ///
    /// # Errors
    /// When there is no such reading, or it cannot have that value.
    pub fn with_reading(&self, id: &str, value: &serde_json::Value) -> Result<Self, CharterError> {
        let mut whole = serde_json::to_value(self).unwrap_or_default();
        let readings = whole.get_mut("readings").and_then(serde_json::Value::as_object_mut);
        let place = readings.and_then(|all| all.get_mut(id));
        *place.ok_or_else(|| CharterError::NoReading(id.to_owned()))? = value.clone();
        let changed: Self = serde_json::from_value(whole).map_err(|error| {
            let (sv, en) =
                consistency::possible(id).unwrap_or_else(|| (error.to_string(), error.to_string()));
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            CharterError::NoValue { id: id.to_owned(), value, sv, en }
        })?;
        changed.consistent()
    }

    /// SHA-256 of the compact charter in force, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Is the rule in force on `day`?
    #[must_use]
    pub fn judges(&self, rule: &str, day: Day) -> bool {
        self.rules.get(rule).is_none_or(|setting| !setting.off && setting.valid.span().contains(day))
    }

    /// The seat that `rule` judges, when it is in force on `day`.
    #[must_use]
    pub fn seat(&self, rule: &str, day: Day) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.rule == rule && seat.valid.span().contains(day))
    }

    /// The name of a municipality, or its code.
    #[must_use]
    pub fn municipality<'a>(&'a self, code: &'a str) -> &'a str {
        self.municipalities.iter().find(|known| known.code == code).map_or(code, |known| &known.name)
    }

    pub(crate) fn goal_codes(&self) -> Vec<&str> {
        self.goals.iter().map(|goal| goal.code.as_str()).collect()
    }

    pub(crate) fn target_group_codes(&self) -> Vec<&str> {
        self.target_groups.iter().map(|group| group.code.as_str()).chain(["all"]).collect()
    }

    pub(crate) fn listed_codes(&self) -> Vec<&str> {
        let parties = self.parties.iter().map(|party| party.code.as_str());
        parties.chain(self.boards.iter().map(|board| board.code.as_str())).collect()
    }
}

/// SHA-256 of `bytes`, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn without_place(says: &str) -> String {
    says.rsplit_once(" at line ").map_or(says, |(before, _)| before).to_owned()
}

fn ordinary() -> Vec<MemberStatus> {
    vec![MemberStatus::Ordinary]
}

fn is_ordinary(statuses: &[MemberStatus]) -> bool {
    statuses == [MemberStatus::Ordinary]
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no day like 2024-03-05")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_charter_reads_and_writes_the_same() {
        let charter = Charter::samla_2023();
        let again: serde_json::Value = serde_json::to_value(&charter).expect("a charter is JSON");
        let file: serde_json::Value = serde_json::from_str(EMBEDDED).expect("the file is JSON");
        assert_eq!(again, file);
    }

    #[test]
    fn a_changed_reading_changes_the_hash_and_nothing_else_does() {
        let charter = Charter::samla_2023();
        let changed = charter.with_reading("A-19", &"none".into()).expect("an alternative");
        assert_ne!(charter.sha256(), changed.sha256());
        let back = changed.with_reading("A-19", &"region".into()).expect("the default");
        assert_eq!(charter.sha256(), back.sha256());
    }

    #[test]
    fn unknown_readings_and_values_are_refused_with_what_is_possible() {
        let charter = Charter::samla_2023();
        assert_eq!(charter.with_reading("A-99", &"none".into()), Err(CharterError::NoReading("A-99".into())));
        let error = charter.with_reading("A-19", &"kommun".into()).expect_err("no such side").to_string();
        assert!(error.contains("own_side"), "{error}");
    }
}
