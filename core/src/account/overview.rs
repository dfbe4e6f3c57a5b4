//! The overview as people are told it: a sentence or a few words for each thing that is drawn.

use super::fields;
use crate::calendar::{Day, Span};
use crate::charter::Between;
use crate::lang::Lang;
use crate::names::Names;
use crate::overview::{
    BreakKind, BreakOverview, GapOverview, GroupOverview, MeetingOverview, Overview, SeatOverview,
    SeatPeriod, State, TermOverview,
};
use crate::path::Pointer;
use crate::say;
use crate::words::Param;

/// Places that are told before "and more".
const LISTED: usize = 3;

impl Overview {
    /// Up to which day and by which charter it is drawn.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (as_of, charter) = (self.as_of, &self.charter);
        say!(lang;
            sv: "överblick till och med {as_of} enligt regelverket {charter}",
            en: "overview up to {as_of} by the charter {charter}")
    }

    /// The recesses with their reasons; empty when there are none.
    #[must_use]
    pub fn recesses_in_words(&self, lang: Lang) -> String {
        let recesses = self.recesses.iter().map(|recess| {
            let days = days(lang, recess.from, recess.to);
            recess.reason.as_ref().map_or(days.clone(), |reason| format!("{days} ({reason})"))
        });
        recesses.collect::<Vec<_>>().join(", ")
    }
}

impl State {
    /// Its name for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Filled => lang.of("fylld", "filled"),
            Self::Unknown => lang.of("kan inte avgöras", "cannot be told"),
            Self::Vacant => lang.of("vakant", "vacant"),
            Self::Open => lang.of("obesatt", "unfilled"),
        }
    }
}

impl GroupOverview {
    /// That there may be more terms of office than are drawn.
    #[must_use]
    pub fn lacks_in_words(&self, lang: Lang) -> Option<String> {
        let places = (!self.lacks.is_empty()).then(|| listed(&self.lacks, lang))?;
        Some(say!(lang;
            sv: "Fler uppdrag kan finnas: {places} kan inte läsas",
            en: "There may be further terms: {places} cannot be read"))
    }

    /// The periods in which a seat is not filled, each with its seat.
    pub fn not_filled(&self) -> impl Iterator<Item = (&SeatOverview, &SeatPeriod)> {
        let periods =
            self.seats.iter().flat_map(|seat| seat.periods.iter().map(move |period| (seat, period)));
        periods.filter(|(_, period)| period.state != State::Filled)
    }
}

impl SeatPeriod {
    /// Those who sit there, by name or id.
    #[must_use]
    pub fn people_in_words(&self, names: &Names, lang: Lang) -> String {
        self.people.iter().map(|person| names.thing(person, lang)).collect::<Vec<_>>().join(", ")
    }

    /// How a seat of this rule is, since when and why.
    #[must_use]
    pub fn says(&self, rule: &str, names: &Names, lang: Lang) -> String {
        let mut says =
            vec![format!("{} {}", self.state.label(lang), days(lang, Some(self.from), Some(self.to)))];
        if let Some(reason) = &self.reason {
            says.push(say!(lang; sv: "angivet skäl: ”{reason}”", en: "reason given: “{reason}”"));
        }
        if !self.people.is_empty() {
            let people = self.people_in_words(names, lang);
            says.push(say!(lang;
                sv: "{people} sitter där men uppfyller inte {rule}",
                en: "{people} sits there but does not meet {rule}"));
        }
        let places = listed(&self.lacks, lang);
        says.extend(match (self.lacks.is_empty(), self.because) {
            (true, None | Some("record")) => None,
            (true, Some(rule)) => Some(say!(lang; sv: "se {rule}", en: "see {rule}")),
            (false, Some("record")) => {
                Some(say!(lang; sv: "kan inte läsas: {places}", en: "cannot be read: {places}"))
            }
            (false, _) => Some(say!(lang; sv: "uppgift saknas: {places}", en: "not stated: {places}")),
        });
        says.join(", ")
    }
}

impl TermOverview {
    /// The last day; a question mark when it cannot be read, nothing when there is none.
    #[must_use]
    pub fn last_day(&self) -> String {
        match self.lacks.is_empty() {
            true => self.to.map_or_else(String::new, |day| day.to_string()),
            false => String::from("?"),
        }
    }

    /// Who holds it, by name or id.
    #[must_use]
    pub fn holder(&self, names: &Names, lang: Lang) -> String {
        let unknown = || lang.of("okänd person", "an unknown person").to_owned();
        self.person.as_ref().map_or_else(unknown, |person| names.thing(person, lang))
    }

    /// The side of the holder.
    #[must_use]
    pub fn side_in_words(&self, lang: Lang) -> &'static str {
        self.side.map_or(lang.of("okänd sida", "an unknown side"), |side| side.label(lang))
    }
}

impl BreakOverview {
    /// What is wrong.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (office, span) = (self.office.label(lang), days(lang, self.from, self.to));
        let count = self.days.map(|days| format!(" ({})", Param::Days(days).say(lang))).unwrap_or_default();
        match self.kind {
            BreakKind::Gap => say!(lang; sv: "Ingen {office} {span}{count}", en: "No {office} {span}{count}"),
            BreakKind::Overlap => say!(lang;
                sv: "Två personer är {office} samtidigt {span}{count}",
                en: "Two people hold the office of {office} {span}{count}"),
            BreakKind::SameSide => {
                let side = self.side.map_or("", |side| side.label(lang));
                say!(lang;
                    sv: "Ordförandeskapet stannade på {side} vid växlingen {span}",
                    en: "The chair stayed on {side} at the hand-over of {span}")
            }
        }
    }
}

impl MeetingOverview {
    /// Its day.
    #[must_use]
    pub fn day_in_words(&self, lang: Lang) -> String {
        self.day.map_or_else(|| lang.of("okänd dag", "unknown day").to_owned(), |day| day.to_string())
    }

    /// What kind of meeting it was, whether it was held, how long it was and how long after the one before.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let kind = self.kind.map_or(lang.of("möte", "meeting"), |it| it.label(lang));
        let unknown = lang.of("okänt om det hölls", "unknown whether held");
        let status = self.status.map_or(unknown, |it| it.label(lang));
        let mut says = vec![kind.to_owned(), status.to_owned()];
        says.extend(self.minutes.map(|minutes| say!(lang; sv: "{minutes} minuter", en: "{minutes} minutes")));
        says.extend(self.weeks.map(|weeks| {
            let weeks = Param::Weeks(weeks).say(lang);
            say!(lang; sv: "{weeks} efter det förra", en: "{weeks} after the one before")
        }));
        if self.recess == Some(true) {
            says.push(lang.of("uppehåll emellan", "a recess between").to_owned());
        }
        says.join(", ")
    }
}

impl GapOverview {
    /// How long it is, and how many weeks are right.
    #[must_use]
    pub fn says(&self, right: Option<Between>, lang: Lang) -> String {
        let (from, weeks) = (self.from, Param::Weeks(self.weeks).say(lang));
        let says = match self.to {
            Some(to) => say!(lang;
                sv: "Lucka: {weeks} utan ordinarie möte, {from} till {to}",
                en: "Gap: {weeks} without an ordinary meeting, {from} to {to}"),
            None => say!(lang;
                sv: "Lucka: {weeks} utan ordinarie möte sedan {from}",
                en: "Gap: {weeks} without an ordinary meeting since {from}"),
        };
        let resting = match self.resting {
            0 => String::new(),
            resting => say!(lang; sv: ", {resting} av dem i uppehåll", en: ", {resting} of them in recesses"),
        };
        let says = format!("{says}{resting}");
        let Some(Between { from: least, to: most, .. }) = right else { return says };
        say!(lang;
            sv: "{says}, rekommendationen är {least} till {most} veckor",
            en: "{says}, {least} to {most} weeks are recommended")
    }
}

/// One line of a group's meetings.
#[derive(Clone, Copy, Debug)]
pub enum MeetingOrGap<'a> {
    /// A meeting.
    Meeting(&'a MeetingOverview),
    /// Days without one.
    Gap(&'a GapOverview),
}

/// The meetings of a group in their order, each gap before the meeting that ends it.
#[must_use]
pub fn meetings_and_gaps(group: &GroupOverview) -> Vec<MeetingOrGap<'_>> {
    let mut lines = Vec::new();
    let mut gaps: Vec<&GapOverview> = group.gaps.iter().collect();
    for meeting in &group.meetings {
        // The open end stands before what is only planned.
        let before = |gap: &&GapOverview| match gap.to {
            Some(to) => meeting.day >= Some(to),
            None => meeting.day > Some(group.to),
        };
        let (here, later): (Vec<_>, Vec<_>) = gaps.into_iter().partition(before);
        lines.extend(here.into_iter().map(MeetingOrGap::Gap));
        lines.push(MeetingOrGap::Meeting(meeting));
        gaps = later;
    }
    lines.extend(gaps.into_iter().map(MeetingOrGap::Gap));
    lines
}

/// Days in words, both included.
fn days(lang: Lang, from: Option<Day>, to: Option<Day>) -> String {
    Param::Span(Span::inclusive(from, to)).say(lang)
}

fn listed(places: &[Pointer], lang: Lang) -> String {
    let shown: Vec<String> = places.iter().take(LISTED).map(|place| fields::at(lang, place)).collect();
    let more = if places.len() > LISTED { "; …" } else { "" };
    format!("{}{more}", shown.join("; "))
}
