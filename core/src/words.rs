//! What a finding says: typed values and one sentence in each language, put together only when read.

use std::borrow::Cow;
use std::fmt::{self, Write};

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::calendar::{Day, Span};
use crate::lang::{Both, Lang};

/// A typed value of a message. Values that users wrote are shown in backticks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Param {
    /// A number.
    Number(i64),
    /// A number of days: "1 dag", "2 days".
    Days(i64),
    /// A number of minutes.
    Minutes(i64),
    /// A number of ISO weeks.
    Weeks(i64),
    /// A number of months.
    Months(i64),
    /// How many times: "1 gång", "2 times".
    Times(i64),
    /// A number of people: "två personer", "nobody".
    People(i64),
    /// A day.
    Day(Day),
    /// A period, shown with both days included.
    Span(Span),
    /// A period that has not ended: "sedan 2024-02-01", "since 2024-02-01".
    Since(Span),
    /// Several periods.
    Spans(Vec<Span>),
    /// An id.
    Id(String),
    /// Several ids or codes.
    Ids(Vec<String>),
    /// A person: by name when names were asked for, else by id.
    Person {
        /// The id.
        id: String,
        /// The name, when it may be shown.
        name: Option<String>,
    },
    /// Several persons.
    Persons(Vec<Param>),
    /// A text that a user wrote.
    Text(String),
    /// What somebody said in a text, shown in quotation marks.
    Quote(String),
    /// A word of samla's own, the same in both languages.
    Word(&'static str),
    /// A code with its name in both languages.
    Code {
        /// The code.
        code: Cow<'static, str>,
        /// Swedish name.
        sv: Cow<'static, str>,
        /// English name.
        en: Cow<'static, str>,
    },
    /// A code as it is written in a record, its name after it.
    Written {
        /// The code.
        code: String,
        /// Swedish name.
        sv: String,
        /// English name.
        en: String,
    },
    /// Several codes.
    Codes(Vec<Param>),
}

impl Param {
    /// As a sentence in one language shows it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        Say { param: self, lang }.to_string()
    }

    /// A number, whatever it counts.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(n)
            | Self::Days(n)
            | Self::Minutes(n)
            | Self::Weeks(n)
            | Self::Months(n)
            | Self::Times(n)
            | Self::People(n) => Some(*n),
            _ => None,
        }
    }

    /// A day.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    /// An id, of a person too, a code, a word or a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Id(text) | Self::Text(text) | Self::Quote(text) | Self::Person { id: text, .. } => {
                Some(text)
            }
            Self::Code { code, .. } => Some(code),
            Self::Written { code, .. } => Some(code),
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Day> for Param {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Span> for Param {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

impl<T: Into<Cow<'static, str>>> From<Both<T>> for Param {
    fn from(name: Both<T>) -> Self {
        let Both { sv, en } = name.map(Into::into);
        Self::Code { code: en.clone(), sv, en }
    }
}

impl Serialize for Param {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        fn list<S: Serializer, T: Serialize>(to: S, items: &[T]) -> Result<S::Ok, S::Error> {
            let mut list = to.serialize_seq(Some(items.len()))?;
            for item in items {
                list.serialize_element(item)?;
            }
            list.end()
        }
        match self {
            Self::Number(n)
            | Self::Days(n)
            | Self::Minutes(n)
            | Self::Weeks(n)
            | Self::Months(n)
            | Self::Times(n)
            | Self::People(n) => to.serialize_i64(*n),
            Self::Day(day) => day.serialize(to),
            Self::Span(span) | Self::Since(span) => {
                let mut object = to.serialize_map(None)?;
                if let Some(from) = span.from {
                    object.serialize_entry("from", &from)?;
                }
                if let Some(last) = span.to() {
                    object.serialize_entry("to", &last)?;
                }
                object.end()
            }
            Self::Spans(spans) => list(to, &spans.iter().copied().map(Self::Span).collect::<Vec<_>>()),
            Self::Id(text) | Self::Text(text) | Self::Quote(text) | Self::Person { id: text, .. } => {
                to.serialize_str(text)
            }
            Self::Ids(ids) => list(to, ids),
            Self::Persons(items) | Self::Codes(items) => list(to, items),
            Self::Word(word) => to.serialize_str(word),
            Self::Code { code, .. } => to.serialize_str(code),
            Self::Written { code, .. } => to.serialize_str(code),
        }
    }
}

/// A value as a sentence in one language shows it.
pub(crate) struct Say<'a> {
    param: &'a Param,
    lang: Lang,
}

impl Say<'_> {
    fn count(&self, out: &mut fmt::Formatter<'_>, n: i64, sv: [&str; 2], en: [&str; 2]) -> fmt::Result {
        let [one, many] = match self.lang {
            Lang::Sv => sv,
            Lang::En => en,
        };
        write!(out, "{n} {}", if n == 1 { one } else { many })
    }

    /// People are counted in words as far as one writes numbers so.
    fn people(&self, out: &mut fmt::Formatter<'_>, n: i64) -> fmt::Result {
        const SV: &[&str] =
            &["ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
        const EN: &[&str] = &[
            "nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let (names, one, many) = match self.lang {
            Lang::Sv => (SV, "person", "personer"),
            Lang::En => (EN, "person", "people"),
        };
        match (n, usize::try_from(n).ok().and_then(|n| names.get(n))) {
            (0, Some(nobody)) => out.write_str(nobody),
            (1, Some(name)) => write!(out, "{name} {one}"),
            (_, Some(name)) => write!(out, "{name} {many}"),
            (_, None) => write!(out, "{n} {many}"),
        }
    }

    fn list(&self, out: &mut fmt::Formatter<'_>, items: &[Param]) -> fmt::Result {
        let and = match self.lang {
            Lang::Sv => " och ",
            Lang::En => " and ",
        };
        for (place, param) in items.iter().enumerate() {
            if place > 0 {
                out.write_str(if place + 1 == items.len() { and } else { ", " })?;
            }
            fmt::Display::fmt(&Say { param, lang: self.lang }, out)?;
        }
        Ok(())
    }

    fn span(&self, out: &mut fmt::Formatter<'_>, span: Span) -> fmt::Result {
        match (span.from, span.to(), self.lang) {
            (Some(from), Some(to), _) if from == to => write!(out, "{from}"),
            (Some(from), Some(to), _) if is_year(from, to) => write!(out, "{}", from.year()),
            (Some(from), Some(to), Lang::Sv) => write!(out, "{from} till {to}"),
            (Some(from), Some(to), Lang::En) => write!(out, "{from} to {to}"),
            (Some(from), None, Lang::Sv) => write!(out, "från {from}"),
            (Some(from), None, Lang::En) => write!(out, "from {from}"),
            (None, Some(to), Lang::Sv) => write!(out, "till {to}"),
            (None, Some(to), Lang::En) => write!(out, "until {to}"),
            (None, None, Lang::Sv) => out.write_str("utan angivna dagar"),
            (None, None, Lang::En) => out.write_str("with no days given"),
        }
    }
}

/// Are they the first and last day of one calendar year?
fn is_year(from: Day, to: Day) -> bool {
    Some(from) == Day::new(from.year(), 1, 1) && Some(to) == Day::new(from.year(), 12, 31)
}

/// The longest text of a user's that a message repeats, in characters.
const SHOWN: usize = 80;

fn quoted(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    between(out, text, ['`', '`'])
}

/// A user's text between two marks.
fn between(out: &mut fmt::Formatter<'_>, text: &str, [open, close]: [char; 2]) -> fmt::Result {
    out.write_char(open)?;
    for letter in text.chars().take(SHOWN) {
        // A closing mark would end the quotation, a control character could disturb a terminal.
        out.write_char(if letter == close || letter.is_control() { '·' } else { letter })?;
    }
    if text.chars().nth(SHOWN).is_some() {
        out.write_char('…')?;
    }
    out.write_char(close)
}

impl fmt::Display for Say<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.param {
            Param::Number(n) => write!(out, "{n}"),
            Param::Days(n) => self.count(out, *n, ["dag", "dagar"], ["day", "days"]),
            Param::Minutes(n) => self.count(out, *n, ["minut", "minuter"], ["minute", "minutes"]),
            Param::Weeks(n) => self.count(out, *n, ["vecka", "veckor"], ["week", "weeks"]),
            Param::Months(n) => self.count(out, *n, ["månad", "månader"], ["month", "months"]),
            Param::Times(n) => self.count(out, *n, ["gång", "gånger"], ["time", "times"]),
            Param::People(n) => self.people(out, *n),
            Param::Day(day) => write!(out, "{day}"),
            Param::Span(span) => self.span(out, *span),
            Param::Since(Span { from: Some(from), .. }) => {
                write!(out, "{} {from}", self.lang.of("sedan", "since"))
            }
            Param::Since(span) => self.span(out, *span),
            Param::Spans(spans) => {
                self.list(out, &spans.iter().copied().map(Param::Span).collect::<Vec<_>>())
            }
            Param::Id(text) | Param::Text(text) => quoted(out, text),
            Param::Quote(text) => match self.lang {
                Lang::Sv => between(out, text, ['”', '”']),
                Lang::En => between(out, text, ['“', '”']),
            },
            Param::Ids(ids) => self.list(out, &ids.iter().cloned().map(Param::Id).collect::<Vec<_>>()),
            Param::Person { name: Some(name), .. } => out.write_str(name),
            Param::Person { id, name: None } => quoted(out, id),
            Param::Persons(items) | Param::Codes(items) => self.list(out, items),
            Param::Word(word) => out.write_str(word),
            Param::Written { code, sv, en } => {
                quoted(out, code)?;
                write!(out, " ({})", self.lang.of(sv, en))
            }
            Param::Code { sv, en, .. } => out.write_str(match self.lang {
                Lang::Sv => sv,
                Lang::En => en,
            }),
        }
    }
}

/// A function that writes a sentence from its values, in their declared order.
type WriteSentence = fn(&[Say<'_>], Lang, &mut String) -> fmt::Result;

/// A sentence in both languages with its values, made by [`words!`](crate::words).
#[derive(Clone)]
pub struct Words {
    params: Vec<(&'static str, Param)>,
    /// The sentence and its tails, each with the number of values that it takes. What is left is only in the data.
    parts: Vec<(WriteSentence, usize)>,
}

impl Words {
    pub(crate) fn new(params: Vec<(&'static str, Param)>, write: WriteSentence) -> Self {
        Self { parts: vec![(write, params.len())], params }
    }

    /// The sentence goes on with a tail, such as a reason; its values come after those said so far.
    #[must_use]
    pub(crate) fn then(mut self, tail: Self) -> Self {
        let said: usize = self.parts.iter().map(|(_, count)| count).sum();
        self.params.splice(said..said, tail.params);
        self.parts.extend(tail.parts);
        self
    }

    /// The sentence goes on with the reason that was given, where one was.
    #[must_use]
    pub(crate) fn because(self, reason: Option<&String>) -> Self {
        match reason {
            None => self,
            Some(reason) => self.then(crate::words! { reason = Param::Quote(reason.clone());
            sv: ", angivet skäl: {reason}",
            en: ", reason given: {reason}" }),
        }
    }

    /// Adds a value that is in the data but not in the sentence.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    /// The sentence: a capital letter first, no full stop.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let mut values = self.params.iter().map(|(_, param)| Say { param, lang });
        let mut text = String::new();
        for (write, count) in &self.parts {
            let taken: Vec<Say<'_>> = values.by_ref().take(*count).collect();
            // Writing to a String cannot fail.
            let _ = write(&taken, lang, &mut text);
        }
        let mut letters = text.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => text,
        }
    }

    /// The values by name.
    #[must_use]
    pub fn params(&self) -> &[(&'static str, Param)] {
        &self.params
    }

    /// One value.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&Param> {
        self.params.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.say(Lang::En), out)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.params == other.params && self.say(Lang::Sv) == other.say(Lang::Sv)
    }
}

/// The values as a JSON object.
pub(crate) struct Params<'a>(pub(crate) &'a Words);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.params.iter().map(|(name, value)| (*name, value)))
    }
}

/// A message: its values, then the sentence in both languages with the values' names in braces.
///
/// A missing language or value does not compile.
#[macro_export]
#[doc(hidden)]
macro_rules! words {
    ($($name:ident = $value:expr),* ; sv: $sv:literal, en: $en:literal $(,)?) => {
        $crate::words::Words::new(
            vec![$((stringify!($name), $crate::words::Param::from($value))),*],
            |values, lang, out| {
                use std::fmt::Write as _;
                let [$($name),*] = values else { return Ok(()) };
                $(let _ = $name;)*
                match lang {
                    $crate::lang::Lang::Sv => write!(out, $sv),
                    $crate::lang::Lang::En => write!(out, $en),
                }
            },
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_is_not_one_days() {
        let words = |n| words! { late = Param::Days(n); sv: "{late} för sent", en: "{late} late" };
        assert_eq!(words(1).say(Lang::Sv), "1 dag för sent");
        assert_eq!(words(31).say(Lang::En), "31 days late");
    }

    #[test]
    fn people_are_counted_in_words() {
        let words = |n| words! { seated = Param::People(n); sv: "{seated} sitter", en: "{seated} sit" };
        assert_eq!(
            [0, 1, 2].map(|n| words(n).say(Lang::Sv)),
            ["Ingen sitter", "En person sitter", "Två personer sitter"]
        );
        assert_eq!(
            [2, 12, 13].map(|n| words(n).say(Lang::En)),
            ["Two people sit", "Twelve people sit", "13 people sit"]
        );
    }

    #[test]
    fn a_whole_year_is_its_number() {
        let span = |from: (i32, u32, u32), to: (i32, u32, u32)| {
            let [from, to] = [from, to].map(|(year, month, day)| Day::new(year, month, day));
            Param::Span(Span::inclusive(from, to)).say(Lang::Sv)
        };
        assert_eq!(span((2024, 1, 1), (2024, 12, 31)), "2024");
        assert_eq!(span((2024, 1, 1), (2024, 12, 30)), "2024-01-01 till 2024-12-30");
        assert_eq!(span((2023, 1, 1), (2024, 12, 31)), "2023-01-01 till 2024-12-31");
    }

    #[test]
    fn a_tail_takes_its_own_values_and_what_is_only_data_stays_last() {
        let words = words! { seat = Param::Id("a".into()); sv: "{seat} saknas", en: "{seat} is missing" };
        let words = words.with("days", Param::Days(3)).because(Some(&String::from("flytt")));
        assert_eq!(words.say(Lang::Sv), "`a` saknas, angivet skäl: ”flytt”");
        assert_eq!(
            words.params().iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["seat", "reason", "days"]
        );
    }

    #[test]
    fn a_users_text_cannot_leave_its_backticks() {
        let words = words! { said = Param::Text("a`b\u{1b}[31m".into()); sv: "sa {said}", en: "said {said}" };
        assert_eq!(words.say(Lang::En), "Said `a·b·[31m`");
    }

    #[test]
    fn lists_end_with_and_in_each_language() {
        let ids = || Param::Ids(vec!["a".into(), "b".into(), "c".into()]);
        let words = words! { ids = ids(); sv: "{ids}", en: "{ids}" };
        assert_eq!(words.say(Lang::Sv), "`a`, `b` och `c`");
        assert_eq!(words.say(Lang::En), "`a`, `b` and `c`");
    }
}
