//! What can be wrong with a value or a key of the record, and the sentence that says so.

use super::doubt::Doubt;
use super::known::EntryKind;
use super::personal_number::Number;
use super::spellings::looks_like_a_name;
use crate::calendar::{NoDay, Slip};
use crate::codes::{Severity, UnknownCode};
use crate::described::Expected;
use crate::lang::Both;
use crate::words;
use crate::words::{Param, Words};

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
    UnknownCode(UnknownCode),
    /// A value of another kind than the field's.
    WrongType {
        /// What the field takes.
        expected: Expected,
        /// What stands there.
        found: Expected,
    },
    /// A required key that is not there; told at the object that lacks it.
    MissingField(&'static str),
    /// An id that nothing in the record has, or nothing of the kinds that it may name.
    DanglingReference {
        /// What stands there.
        id: String,
        /// What it may name.
        kinds: &'static [EntryKind],
        /// The id that was probably meant: spelt almost so, or of what is called so.
        meant: Option<String>,
    },
    /// Somebody's name where the id of that person belongs.
    NameForId {
        /// What stands there; `None` where it is the name of somebody whose identity is protected.
        name: Option<String>,
        /// The ids of those who are called so.
        ids: Vec<String>,
    },
    /// An id that something before it has.
    DuplicateId(String),
    /// A key that stands twice in one object.
    RepeatedKey(&'static str),
    /// A personal identity number, never echoed.
    PersonalNumber(Number),
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
    /// It can be read, and is probably a mistake.
    Doubtful(Doubt),
    /// Unreadable only because the section that it refers to is; that is told there.
    NotToBeTold,
}

impl Problem {
    /// Its code in `params.problem`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadDay(_) => "bad_day",
            Self::BadTime(_) => "bad_time",
            Self::OffsetInTime(_) => "offset_in_time",
            Self::UnknownCode(_) => "unknown_code",
            Self::WrongType { .. } => "wrong_type",
            Self::MissingField(_) => "missing_field",
            Self::DanglingReference { .. } | Self::NotToBeTold => "dangling_reference",
            Self::NameForId { .. } => "name_for_id",
            Self::DuplicateId(_) => "duplicate_id",
            Self::RepeatedKey(_) => "repeated_key",
            Self::PersonalNumber(_) => "personal_number",
            Self::BadOrganisationNumber(_) => "bad_organisation_number",
            Self::ToBeforeFrom { .. } => "to_before_from",
            Self::EndBeforeStart { .. } => "end_before_start",
            Self::BeforeItsMeeting { .. } => "before_its_meeting",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Doubtful(doubt) => doubt.code(),
        }
    }

    /// How grave it is: what makes a value unreadable is an error.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Doubtful(doubt) => doubt.severity(),
            _ => Severity::Error,
        }
    }

    /// What is wrong and how to mend it. What looks like somebody's name is repeated only where `names` may be.
    pub(crate) fn words(&self, names: bool) -> Words {
        let words = match self {
            Self::BadDay(value) => bad_day(value),
            Self::BadTime(value) => words! { value = text(value);
            sv: "Värdet {value} är inte dag och klockslag, skriv som ÅÅÅÅ-MM-DDTHH:MM, till exempel 2024-03-05T13:00",
            en: "The value {value} is not a day with a time, write it as YYYY-MM-DDTHH:MM, such as 2024-03-05T13:00" },
            Self::OffsetInTime(value) => words! { value = text(value);
            sv: "Tiden {value} anger tidszon, skriv lokal tid utan `Z` eller `+01:00`",
            en: "The time {value} names a time zone, write local time without `Z` or `+01:00`" },
            Self::UnknownCode(unknown) => unknown.words(),
            Self::WrongType { expected, found: found @ Expected::Nothing } => words! {
            expected = expected.name();
            sv: "Här ska det stå {expected}, men det är tomt",
            en: "This should be {expected}, but it is empty" }
            .with("found", found.name()),
            Self::WrongType { expected, found } => words! {
            expected = expected.name(), found = found.name();
            sv: "Här ska det stå {expected}, inte {found}",
            en: "This should be {expected}, not {found}" },
            Self::MissingField(field) => words! { field = text(field);
            sv: "Fältet {field} saknas, fyll i det",
            en: "The field {field} is missing, fill it in" },
            Self::DanglingReference { id, kinds, meant } => {
                dangling(text(id), one_of(kinds), meant.as_ref(), names || !looks_like_a_name(id))
            }
            Self::NameForId { name, ids } => name_for_id(name.as_deref().filter(|_| names), ids),
            Self::DuplicateId(id) => words! { id = Param::Id(id.clone());
            sv: "Id {id} finns redan i underlaget, ge posten ett eget id",
            en: "Id {id} is already in the record, give this entry an id of its own" },
            Self::RepeatedKey(key) => words! { key = text(key);
            sv: "Nyckeln {key} står mer än en gång, behåll en av dem",
            en: "The key {key} stands more than once, keep one of them" },
            Self::PersonalNumber(number) => personal_number(*number),
            Self::BadOrganisationNumber(value) => words! { value = text(value);
            sv: "Värdet {value} är inget organisationsnummer, skriv tio siffror med rätt kontrollsiffra",
            en: "The value {value} is no organisation number, write ten digits with a right check digit" },
            Self::ToBeforeFrom { from, to } => words! { from = text(from), to = text(to);
            sv: "Sista dagen {to} ligger före första dagen {from}, rätta den ena",
            en: "The last day {to} lies before the first day {from}, correct one of them" },
            Self::EndBeforeStart { start, end } => words! { start = text(start), end = text(end);
            sv: "Slutet {end} ligger inte efter början {start}, rätta det ena",
            en: "The end {end} does not lie after the start {start}, correct one of them" },
            Self::BeforeItsMeeting { day, meeting } => words! { day = text(day), meeting = text(meeting);
            sv: "Dagen {day} ligger före mötesdagen {meeting}, rätta den ena",
            en: "The day {day} lies before the day of the meeting, {meeting}, correct one of them" },
            Self::OutOfRange { from, to } => words! { from = Param::Number(*from), to = Param::Number(*to);
            sv: "Här ska det stå ett heltal från {from} till {to}",
            en: "This should be a whole number from {from} to {to}" },
            Self::Doubtful(doubt) => doubt.words(),
            Self::NotToBeTold => words! { ;
            sv: "Avsnittet som det här hör till kan inte läsas",
            en: "The section that this belongs to cannot be read" },
        };
        words.with("problem", Param::Word(self.code()))
    }
}

/// What keeps a text from being a day, named where nothing else is wrong with it.
fn bad_day(value: &str) -> Words {
    let (day, slip) = match NoDay::of(value) {
        NoDay { nearest: Some(day), slip: Some(slip) } => (day, slip),
        _ => {
            return words! { value = text(value);
            sv: "Värdet {value} är ingen dag i kalendern, skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2024-03-05",
            en: "The value {value} is no day of the calendar, write it as YYYY-MM-DD, such as 2024-03-05" };
        }
    };
    let value = text(value);
    match slip {
        Slip::Blank => words! { value = value, day = day;
        sv: "I värdet {value} står ett blanksteg, skriv {day}",
        en: "The value {value} has a blank in it, write {day}" },
        Slip::ClockTime => words! { value = value, day = day;
        sv: "Värdet {value} har ett klockslag, här ska bara dagen stå, skriv {day}",
        en: "The value {value} has a clock time, only the day belongs here, write {day}" },
        Slip::Dash => words! { value = value, day = day;
        sv: "Värdet {value} har ett streck från en ordbehandlare, skriv {day} med vanliga bindestreck",
        en: "The value {value} has a dash from a word processor, write {day} with plain hyphens" },
    }
}

/// A personal identity number, or what may be a telephone's.
fn personal_number(number: Number) -> Words {
    match number {
        Number::Personal => words! { ;
        sv: "Här står ett personnummer eller samordningsnummer, ta bort det",
        en: "A personal identity number stands here, remove it" },
        Number::PerhapsTelephone => words! { ;
        sv: "Här står ett personnummer eller kanske ett telefonnummer, ta bort det eller skriv \
            telefonnumret som 070-123 45 67",
        en: "A personal identity number stands here, or perhaps a telephone number, remove it or write \
            the telephone number like 070-123 45 67" },
    }
}

/// What names nothing in the record, repeated where it may be shown.
fn dangling(value: Param, wanted: Both<String>, meant: Option<&String>, shown: bool) -> Words {
    let meant = meant.map(|meant| Param::Id(meant.clone()));
    match (shown, meant) {
        (true, None) => words! { value = value, wanted = wanted;
        sv: "Värdet {value} är inte id för {wanted} i underlaget, rätta det eller lägg till posten",
        en: "The value {value} is not the id of {wanted} in the record, correct it or add the entry" },
        (true, Some(meant)) => words! { value = value, wanted = wanted, meant = meant;
        sv: "Värdet {value} är inte id för {wanted} i underlaget, skriv {meant} om det är den som avses",
        en: "The value {value} is not the id of {wanted} in the record, write {meant} if that is the one meant" },
        (false, None) => words! { wanted = wanted;
        sv: "Det som står här är inte id för {wanted} i underlaget, rätta det eller lägg till posten",
        en: "What stands here is not the id of {wanted} in the record, correct it or add the entry" },
        (false, Some(meant)) => words! { wanted = wanted, meant = meant;
        sv: "Det som står här är inte id för {wanted} i underlaget, skriv {meant} om det är den som avses",
        en: "What stands here is not the id of {wanted} in the record, write {meant} if that is the one meant" },
    }
}

/// A name where an id belongs, and the ids of those who are called so.
fn name_for_id(name: Option<&str>, ids: &[String]) -> Words {
    let here = match name {
        Some(name) => words! { name = text(name);
        sv: "Här står namnet {name} där det ska stå ett id",
        en: "The name {name} stands here where an id belongs" },
        None => words! { ;
        sv: "Här står ett namn där det ska stå ett id",
        en: "A name stands here where an id belongs" },
    };
    let ids = Param::Ids(ids.to_vec());
    here.then(match &ids {
        Param::Ids(all) if all.is_empty() => words! { ids = ids;
        sv: ", ge personen ett id och skriv det",
        en: ", give the person an id and write that" },
        Param::Ids(all) if all.len() > 1 => words! { ids = ids;
        sv: ", så heter {ids}, skriv id för den som avses",
        en: ", {ids} are called so, write the id of the one meant" },
        _ => words! { ids = ids;
        sv: ", skriv {ids}",
        en: ", write {ids}" },
    })
}

fn text(value: &str) -> Param {
    Param::Text(value.to_owned())
}

/// The kinds as one phrase, "an organisation or a group".
fn one_of(kinds: &[EntryKind]) -> Both<String> {
    Both::each(|lang| {
        let names: Vec<_> = kinds.iter().map(|kind| *kind.name().of(lang)).collect();
        names.join(lang.of(" eller ", " or "))
    })
}
