//! What can be wrong with a value or a key of the record, and the sentence that says so.

use crate::report::{Lang, Param, Severity, Words};
use crate::words;

/// What a value is, or should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// A text.
    Text,
    /// The id of something in the record.
    Id,
    /// One of a list of codes.
    Code,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A local time, `YYYY-MM-DDTHH:MM`.
    Time,
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
    /// Nothing: `null` or an empty text.
    Nothing,
}

impl Expected {
    /// Its name with the indefinite article.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Text, Lang::Sv) => "en text",
            (Self::Text, Lang::En) => "a text",
            (Self::Id, Lang::Sv) => "ett id",
            (Self::Id, Lang::En) => "an id",
            (Self::Code, Lang::Sv) => "en kod",
            (Self::Code, Lang::En) => "a code",
            (Self::Day, Lang::Sv) => "en dag som 2024-03-05",
            (Self::Day, Lang::En) => "a day like 2024-03-05",
            (Self::Time, Lang::Sv) => "en tid som 2024-03-05T13:00",
            (Self::Time, Lang::En) => "a time like 2024-03-05T13:00",
            (Self::Flag, Lang::Sv) => "sant eller falskt (`true`, `false`)",
            (Self::Flag, Lang::En) => "true or false (`true`, `false`)",
            (Self::Number, Lang::Sv) => "ett tal",
            (Self::Number, Lang::En) => "a number",
            (Self::List, Lang::Sv) => "en lista",
            (Self::List, Lang::En) => "a list",
            (Self::Object, Lang::Sv) => "ett objekt",
            (Self::Object, Lang::En) => "an object",
            (Self::Nothing, Lang::Sv) => "tomt",
            (Self::Nothing, Lang::En) => "empty",
        }
    }
}

/// A reading problem: the integrity rules D-1 to D-10, reported under the rule id `record`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Not a day of the calendar in the form `YYYY-MM-DD`.
    BadDay(String),
    /// Not a local time in the form `YYYY-MM-DDTHH:MM`.
    BadTime(String),
    /// A time with an offset; converting it would move days.
    OffsetInTime(String),
    /// A text that is none of the codes.
    UnknownCode {
        /// What stands there.
        value: String,
        /// The codes, where they are few enough to help.
        known: Vec<String>,
    },
    /// A value of another kind than the field's.
    WrongType {
        /// What the field takes.
        expected: Expected,
        /// What stands there.
        found: Expected,
    },
    /// A required key that is not there; told at the object that lacks it.
    MissingField(&'static str),
    /// An id that nothing in the record has.
    DanglingReference(String),
    /// An id that something before it has.
    DuplicateId(String),
    /// A key that stands twice in one object.
    RepeatedKey(&'static str),
    /// A personal identity number, never echoed.
    PersonalNumber,
    /// No organisation number: ten digits, the third 2 or more, a right check digit.
    BadOrganisationNumber(String),
    /// A last day before the first.
    ToBeforeFrom {
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
    /// An end that is not after its start.
    EndBeforeStart {
        /// Start.
        start: String,
        /// End.
        end: String,
    },
    /// A note written or published before its meeting.
    BeforeItsMeeting {
        /// The day said.
        day: String,
        /// The day of the meeting.
        meeting: String,
    },
    /// A number outside the limits.
    OutOfRange {
        /// Least.
        from: i64,
        /// Greatest.
        to: i64,
    },
    /// A key that the record does not know.
    UnknownKey(String),
}

impl Problem {
    /// Its code in `params.problem`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadDay(_) => "bad_day",
            Self::BadTime(_) => "bad_time",
            Self::OffsetInTime(_) => "offset_in_time",
            Self::UnknownCode { .. } => "unknown_code",
            Self::WrongType { .. } => "wrong_type",
            Self::MissingField(_) => "missing_field",
            Self::DanglingReference(_) => "dangling_reference",
            Self::DuplicateId(_) => "duplicate_id",
            Self::RepeatedKey(_) => "repeated_key",
            Self::PersonalNumber => "personal_number",
            Self::BadOrganisationNumber(_) => "bad_organisation_number",
            Self::ToBeforeFrom { .. } => "to_before_from",
            Self::EndBeforeStart { .. } => "end_before_start",
            Self::BeforeItsMeeting { .. } => "before_its_meeting",
            Self::OutOfRange { .. } => "out_of_range",
            Self::UnknownKey(_) => "unknown_key",
        }
    }

    /// How grave it is: what makes a value unreadable is an error.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownKey(_) => Severity::Info,
            _ => Severity::Error,
        }
    }

    /// What is wrong and how to mend it.
    pub(crate) fn words(&self) -> Words {
        let text = |value: &str| Param::Text(value.to_owned());
        let words = match self {
            Self::BadDay(value) => words! { value = text(value);
            sv: "Värdet {value} är ingen dag i kalendern, skriv som 2024-03-05",
            en: "The value {value} is no day of the calendar, write it like 2024-03-05" },
            Self::BadTime(value) => words! { value = text(value);
            sv: "Värdet {value} är ingen tid, skriv som 2024-03-05T13:00",
            en: "The value {value} is no time, write it like 2024-03-05T13:00" },
            Self::OffsetInTime(value) => words! { value = text(value);
            sv: "Tiden {value} anger tidszon, skriv lokal tid utan Z eller +01:00",
            en: "The time {value} names a time zone, write local time without Z or +01:00" },
            Self::UnknownCode { value, known } if known.is_empty() => words! { value = text(value);
            sv: "Värdet {value} är ingen känd kod",
            en: "The value {value} is no known code" },
            Self::UnknownCode { value, known } => words! {
            value = text(value), known = Param::Ids(known.clone());
            sv: "Värdet {value} är ingen känd kod, de kända är {known}",
            en: "The value {value} is no known code, the known ones are {known}" },
            Self::WrongType { expected, found } => words! {
            expected = Param::Kind(*expected), found = Param::Kind(*found);
            sv: "Här ska stå {expected}, inte {found}",
            en: "This should be {expected}, not {found}" },
            Self::MissingField(field) => words! { field = Param::Text((*field).to_owned());
            sv: "Fältet {field} saknas och måste anges",
            en: "The field {field} is missing and must be given" },
            Self::DanglingReference(id) => words! { id = Param::Id(id.clone());
            sv: "Id {id} finns inte i underlaget, rätta det eller lägg till posten",
            en: "Id {id} is not in the record, correct it or add the entry" },
            Self::DuplicateId(id) => words! { id = Param::Id(id.clone());
            sv: "Id {id} finns redan i underlaget, ge posten ett eget",
            en: "Id {id} is already in the record, give this entry its own" },
            Self::RepeatedKey(key) => words! { key = Param::Text((*key).to_owned());
            sv: "Nyckeln {key} står två gånger, behåll en",
            en: "The key {key} stands twice, keep one" },
            Self::PersonalNumber => words! { ;
            sv: "Här står ett personnummer, ta bort det",
            en: "A personal identity number stands here, remove it" },
            Self::BadOrganisationNumber(value) => words! { value = text(value);
            sv: "Värdet {value} är inget organisationsnummer, tio siffror med rätt kontrollsiffra",
            en: "The value {value} is no organisation number, ten digits with a right check digit" },
            Self::ToBeforeFrom { from, to } => words! { from = text(from), to = text(to);
            sv: "Sista dagen {to} ligger före första dagen {from}",
            en: "The last day {to} lies before the first day {from}" },
            Self::EndBeforeStart { start, end } => words! { start = text(start), end = text(end);
            sv: "Slutet {end} ligger inte efter början {start}",
            en: "The end {end} does not lie after the start {start}" },
            Self::BeforeItsMeeting { day, meeting } => words! { day = text(day), meeting = text(meeting);
            sv: "Dagen {day} ligger före mötet {meeting}",
            en: "The day {day} lies before the meeting {meeting}" },
            Self::OutOfRange { from, to } => words! { from = Param::Number(*from), to = Param::Number(*to);
            sv: "Talet ska ligga mellan {from} och {to}",
            en: "The number should lie between {from} and {to}" },
            Self::UnknownKey(key) => words! { key = text(key);
            sv: "Nyckeln {key} är okänd och läses inte",
            en: "The key {key} is unknown and is not read" },
        };
        words.with("problem", Param::Word(self.code()))
    }
}
