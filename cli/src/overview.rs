//! `samla overview`: seats, chairs and meetings over time, drawn with letters and told in words.

use samla::overview::{
    BreakKind, BreakOverview, GapOverview, GroupOverview, MeetingOverview, Overview, Period, SeatOverview,
    State, TermOverview,
};
use samla::{Charter, Day, Lang, Record};
use serde::Serialize;

use crate::call::{self, OverviewFormat};
use crate::paper::{Ink, Paper};
use crate::report::names::{Names, upper};
use crate::{Desk, FINE, Stop, Surroundings, WRONG, input};

/// An overview with the name of its file, as several are written.
#[derive(Serialize)]
struct Filed<'a> {
    file: Option<&'a str>,
    overview: &'a Overview,
}

pub(crate) fn run(desk: &mut Desk<'_>, words: &call::Overview) -> Result<u8, Stop> {
    let charter = input::charter(desk.lang(), &words.rules)?;
    let as_of = words.as_of(&desk.surroundings)?;
    let mut drawer = Drawer { words, charter, as_of, written: 0 };
    if words.files.is_empty() {
        let good = samla::json::example("good").unwrap_or_default();
        return drawer.draw(desk, None, good.as_bytes());
    }
    let list = matches!(words.format, OverviewFormat::Json) && words.files.len() > 1;
    if list {
        desk.print("[")?;
    }
    let mut status = FINE;
    for path in &words.files {
        let name = input::name(path);
        let ended = match input::record(desk, path) {
            Ok(bytes) => drawer.draw(desk, Some(&name), &bytes)?,
            Err(says) => unreadable(desk, &name, &says),
        };
        status = status.max(ended);
    }
    if list {
        desk.print("]\n")?;
    }
    Ok(status)
}

fn unreadable(desk: &mut Desk<'_>, file: &str, says: &str) -> u8 {
    let file = input::spoken(desk.lang(), file);
    desk.complain(&format!("{file}: {says}"));
    WRONG
}

/// How the overviews of one call are drawn.
struct Drawer<'a> {
    words: &'a call::Overview,
    charter: Charter,
    as_of: Day,
    written: usize,
}

impl Drawer<'_> {
    fn draw(&mut self, desk: &mut Desk<'_>, file: Option<&str>, bytes: &[u8]) -> Result<u8, Stop> {
        let lang = desk.lang();
        let overview = match samla::json::overview_bytes(bytes, &self.charter, self.as_of) {
            Ok(overview) => overview,
            Err(error) => {
                let error = samla::json::Error::from(error);
                return Ok(unreadable(desk, file.unwrap_or_default(), error.says(lang)));
            }
        };
        let first = self.written == 0;
        self.written += 1;
        match self.words.format {
            OverviewFormat::Text => {
                if !first {
                    desk.print("\n\n")?;
                }
                // Read a second time for the names of things.
                let record = Record::read(bytes).unwrap_or_default();
                let names = Names::of(&record, &self.charter, lang, self.words.names);
                let text = text(&overview, file, &names, &desk.surroundings);
                desk.print(&text)?;
            }
            OverviewFormat::Json => {
                if file.is_none() {
                    let as_of = self.as_of;
                    desk.complain(&say!(lang;
                        sv: "inget underlag angavs, det inbyggda exemplet good visas per {as_of}",
                        en: "no record was named, the embedded example good is shown as of {as_of}"));
                }
                if self.words.files.len() > 1 {
                    if !first {
                        desk.print(",")?;
                    }
                    desk.json(&Filed { file, overview: &overview }, "")?;
                } else {
                    desk.json(&overview, "\n")?;
                }
            }
        }
        Ok(FINE)
    }
}

/// The whole text.
fn text(overview: &Overview, file: Option<&str>, names: &Names, surroundings: &Surroundings) -> String {
    let lang = surroundings.lang;
    let bar = overview.from.map(|from| Bar::new(from, overview.as_of, surroundings.width / 2));
    let mut page = Page { lang, names, paper: Paper::new(surroundings) };
    page.what_is_shown(overview, file);
    let Some(bar) = bar else {
        page.paper.gap();
        let nothing = page.of("Underlaget har ingen grupp att visa.", "The record has no group to show.");
        page.paper.lines(0, 0, &[(Ink::Strong, nothing)]);
        return page.paper.text();
    };
    if overview.groups.iter().any(|group| !group.seats.is_empty()) {
        page.legend(&bar);
    }
    for group in &overview.groups {
        page.group(group, &bar);
    }
    page.paper.text()
}

struct Page<'a> {
    lang: Lang,
    names: &'a Names,
    paper: Paper,
}

impl Page<'_> {
    fn of<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Sv => sv,
            Lang::En => en,
        }
    }

    fn what_is_shown(&mut self, overview: &Overview, file: Option<&str>) {
        let lang = self.lang;
        let (as_of, charter) = (overview.as_of, &overview.charter);
        let what = match file {
            None => self.of("Det inbyggda exemplet good", "The embedded example good"),
            Some("-") => self.of("Underlag från standard in", "A record from standard input"),
            Some(file) => file,
        };
        let how = say!(lang;
            sv: "överblick till och med {as_of} enligt regelverket {charter}",
            en: "overview up to {as_of} by the charter {charter}");
        self.paper.lines(0, 2, &[(Ink::Strong, &format!("{what},")), (Ink::Plain, &how)]);
        if overview.recesses.is_empty() {
            return;
        }
        let recesses = overview.recesses.iter().map(|recess| {
            let days = days(lang, recess.from, recess.to);
            recess.reason.as_ref().map_or(days.clone(), |reason| format!("{days} ({reason})"))
        });
        let recesses = recesses.collect::<Vec<_>>().join(", ");
        let label = self.of("Uppehåll:", "Recesses:");
        self.paper.lines(0, 2, &[(Ink::Faint, label), (Ink::Plain, &recesses)]);
    }

    fn legend(&mut self, bar: &Bar) {
        let lang = self.lang;
        let (step, first, last) = (bar.step, bar.month(0), bar.last_month());
        let letter = match step {
            1 => say!(lang;
                sv: "Varje tecken är en månad, {first} till {last}, och visar det sämsta läget i den:",
                en: "Each letter is a month, {first} to {last}, and shows the worst state in it:"),
            _ => say!(lang;
                sv: "Varje tecken är {step} månader, {first} till {last}, och visar det sämsta läget i dem:",
                en: "Each letter is {step} months, {first} to {last}, and shows the worst state in them:"),
        };
        self.paper.gap();
        self.paper.lines(0, 2, &[(Ink::Plain, &letter)]);
        for state in [State::Filled, State::Unknown, State::Vacant, State::Open] {
            self.paper.row(2, 7, &sign(state).to_string(), &[(Ink::Plain, word(lang, state))]);
        }
        let (blank, none) =
            (self.of("blankt", "blank"), self.of("platsen finns inte", "there is no such seat"));
        self.paper.row(2, 7, blank, &[(Ink::Plain, none)]);
    }

    fn group(&mut self, group: &GroupOverview, bar: &Bar) {
        let name = upper(self.of(&group.name.sv, &group.name.en));
        self.paper.heading(&name);
        if !group.seats.is_empty() {
            self.seats(group, bar);
        }
        if !group.offices.is_empty() || !group.breaks.is_empty() || !group.lacks.is_empty() {
            self.offices(group);
        }
        if !group.meetings.is_empty() || !group.gaps.is_empty() {
            self.meetings(group);
        }
        if group.seats.is_empty() && group.offices.is_empty() && group.meetings.is_empty() {
            let nothing = self.of(
                "Inga platser, ordförande eller möten att visa.",
                "No seats, chairs or meetings to show.",
            );
            self.paper.lines(2, 0, &[(Ink::Plain, nothing)]);
        }
    }

    // ── Seats ──

    fn seats(&mut self, group: &GroupOverview, bar: &Bar) {
        self.paper.subheading(self.of("Platser", "Seats"));
        self.paper.row(2, 0, &bar.years(), &[]);
        for seat in &group.seats {
            let label = self.of(&seat.label.sv, &seat.label.en);
            let last = seat.periods.last().filter(|period| period.to == group.to);
            let people = last.map(|period| self.people(period)).unwrap_or_default();
            let label = match people.as_str() {
                "" => label.to_owned(),
                people => format!("{label}: {people}"),
            };
            let pieces = [(Ink::Faint, seat.rule), (Ink::Plain, label.as_str())];
            self.paper.row(2, bar.letters + 1, &bar.of(seat), &pieces);
        }
        let not_filled = group.seats.iter().flat_map(|seat| {
            let periods = seat.periods.iter().filter(|period| period.state != State::Filled);
            periods.map(move |period| (seat, period))
        });
        let not_filled: Vec<_> = not_filled.collect();
        if not_filled.is_empty() {
            let all = self.of("Alla platser är fyllda hela tiden.", "Every seat is filled all the time.");
            self.paper.lines(2, 2, &[(Ink::Good, all)]);
            return;
        }
        self.paper.lines(2, 2, &[(Ink::Strong, self.of("Inte fyllda:", "Not filled:"))]);
        for (seat, period) in not_filled {
            self.not_filled(seat, period);
        }
    }

    fn people(&self, period: &Period) -> String {
        let people: Vec<String> = period.people.iter().map(|person| self.names.thing(person)).collect();
        people.join(", ")
    }

    fn not_filled(&mut self, seat: &SeatOverview, period: &Period) {
        let lang = self.lang;
        let label = format!("{},", self.of(&seat.label.sv, &seat.label.en));
        let mut says =
            vec![format!("{} {}", word(lang, period.state), days(lang, Some(period.from), Some(period.to)))];
        if let Some(reason) = &period.reason {
            says.push(say!(lang; sv: "skälet är ”{reason}”", en: "the reason is “{reason}”"));
        }
        if !period.people.is_empty() {
            let (people, rule) = (self.people(period), seat.rule);
            says.push(say!(lang;
                sv: "{people} sitter där men inte så som {rule} kräver",
                en: "{people} sits there, but not as {rule} asks"));
        }
        if !period.lacks.is_empty() {
            let places = listed(&period.lacks);
            says.push(match period.because {
                Some("record") => say!(lang; sv: "{places} kan inte läsas", en: "{places} cannot be read"),
                _ => say!(lang; sv: "{places} saknas", en: "{places} is missing"),
            });
        } else if let Some(rule) = period.because.filter(|rule| *rule != "record") {
            says.push(say!(lang; sv: "det avgörs av {rule}", en: "that is for {rule}"));
        }
        let ink = match period.state {
            State::Open => Ink::Error,
            State::Vacant => Ink::Warning,
            State::Unknown | State::Filled => Ink::Plain,
        };
        let pieces = [(Ink::Faint, seat.rule), (Ink::Plain, label.as_str()), (ink, &says.join(", "))];
        self.paper.lines(4, 2, &pieces);
    }

    // ── Offices ──

    fn offices(&mut self, group: &GroupOverview) {
        let lang = self.lang;
        self.paper.subheading(self.of("Ordförande", "Chairs"));
        let widest = |of: &dyn Fn(&TermOverview) -> String| {
            group.offices.iter().map(|term| of(term).chars().count()).max().unwrap_or(0)
        };
        let office = |term: &TermOverview| term.office.label(lang).to_owned();
        let (offices, people) = (widest(&office), widest(&|term| self.holder(term)));
        for term in &group.offices {
            self.term(term, offices, people);
        }
        for it in &group.breaks {
            let says = self.break_in_words(it);
            self.paper.lines(2, 2, &[(Ink::Error, &says)]);
        }
        if !group.lacks.is_empty() {
            let places = listed(&group.lacks);
            let says = say!(lang;
                sv: "Fler uppdrag kan finnas: {places} kan inte läsas",
                en: "There may be further terms: {places} cannot be read");
            self.paper.lines(2, 2, &[(Ink::Plain, &says)]);
        }
    }

    fn holder(&self, term: &TermOverview) -> String {
        let unknown = self.of("okänd person", "an unknown person");
        term.person.as_ref().map_or_else(|| unknown.to_owned(), |person| self.names.thing(person))
    }

    /// Each in a column of its own: the days, the office, the holder, the side.
    fn term(&mut self, term: &TermOverview, offices: usize, people: usize) {
        let lang = self.lang;
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        let to = if term.lacks.is_empty() { day(term.to) } else { String::from("?") };
        let days = format!("{:10} – {to}", day(term.from));
        let column = |text: &str, wide: usize| format!("{text:wide$} ").replace(' ', "\u{a0}");
        let office = column(term.office.label(lang), offices);
        let holder = column(&self.holder(term), people);
        let side = term.side.map_or(self.of("okänd sida", "an unknown side"), |side| side.label(lang));
        let pieces = [(Ink::Plain, office.as_str()), (Ink::Plain, holder.as_str()), (Ink::Plain, side)];
        self.paper.row(2, 24, &days, &pieces);
    }

    fn break_in_words(&self, it: &BreakOverview) -> String {
        let lang = self.lang;
        let office = it.office.label(lang);
        let span = days(lang, it.from, it.to);
        let count = it.days.map(|count| counted_days(lang, count)).unwrap_or_default();
        match it.kind {
            BreakKind::Gap => say!(lang; sv: "Ingen {office} {span}{count}", en: "No {office} {span}{count}"),
            BreakKind::Overlap => say!(lang;
                sv: "Två på uppdraget {office} samtidigt {span}{count}",
                en: "Two people hold the office of {office} {span}{count}"),
            BreakKind::SameSide => {
                let side = it.side.map_or("", |side| side.label(lang));
                say!(lang;
                    sv: "Ordförandeskapet stannade på {side} vid växlingen {span}",
                    en: "The chair stayed on {side} at the hand-over of {span}")
            }
        }
    }

    // ── Meetings ──

    fn meetings(&mut self, group: &GroupOverview) {
        self.paper.subheading(self.of("Möten", "Meetings"));
        let mut gaps: Vec<&GapOverview> = group.gaps.iter().collect();
        for meeting in &group.meetings {
            // The open end stands before what is only planned.
            let before = |gap: &&GapOverview| match gap.to {
                Some(to) => meeting.day >= Some(to),
                None => meeting.day > Some(group.to),
            };
            let (here, later): (Vec<_>, Vec<_>) = gaps.into_iter().partition(before);
            here.into_iter().for_each(|gap| self.gap(group, gap));
            gaps = later;
            self.meeting(meeting);
        }
        gaps.into_iter().for_each(|gap| self.gap(group, gap));
    }

    fn meeting(&mut self, meeting: &MeetingOverview) {
        let lang = self.lang;
        let day =
            meeting.day.map_or_else(|| self.of("okänd dag", "unknown day").to_owned(), |day| day.to_string());
        let kind = meeting.kind.map_or(self.of("möte", "meeting"), |it| it.label(lang));
        let status = meeting
            .status
            .map_or(self.of("okänt om det hölls", "unknown whether held"), |it| it.label(lang));
        let mut says = vec![kind.to_owned(), status.to_owned()];
        if let Some(minutes) = meeting.minutes {
            says.push(say!(lang; sv: "{minutes} minuter", en: "{minutes} minutes"));
        }
        if let Some(weeks) = meeting.weeks {
            let weeks = counted_weeks(lang, weeks);
            says.push(say!(lang; sv: "{weeks} efter det förra", en: "{weeks} after the one before"));
        }
        if meeting.recess == Some(true) {
            says.push(self.of("uppehåll emellan", "a recess between").to_owned());
        }
        self.paper.row(2, 11, &day, &[(Ink::Plain, &says.join(", "))]);
    }

    fn gap(&mut self, group: &GroupOverview, gap: &GapOverview) {
        let lang = self.lang;
        let (from, weeks) = (gap.from, counted_weeks(lang, gap.weeks));
        let mut says = match gap.to {
            Some(to) => say!(lang;
                sv: "Lucka: {weeks} utan ordinarie möte, {from} till {to}",
                en: "Gap: {weeks} without an ordinary meeting, {from} to {to}"),
            None => say!(lang;
                sv: "Lucka: {weeks} utan ordinarie möte sedan {from}",
                en: "Gap: {weeks} without an ordinary meeting since {from}"),
        };
        if let Some(weeks) = group.weeks {
            let (least, most) = (weeks.from, weeks.to);
            says += &say!(lang;
                sv: ", rekommendationen är {least} till {most} veckor",
                en: ", {least} to {most} weeks are recommended");
        }
        self.paper.lines(2, 2, &[(Ink::Advice, &says)]);
    }
}

/// The letter of a state.
fn sign(state: State) -> char {
    match state {
        State::Filled => '■',
        State::Unknown => '?',
        State::Vacant => 'v',
        State::Open => '·',
    }
}

fn word(lang: Lang, state: State) -> &'static str {
    let (sv, en) = match state {
        State::Filled => ("fylld", "filled"),
        State::Unknown => ("kan inte avgöras", "cannot be told"),
        State::Vacant => ("vakant", "vacant"),
        State::Open => ("obesatt", "unfilled"),
    };
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// Days in words, both included.
fn days(lang: Lang, from: Option<Day>, to: Option<Day>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => say!(lang; sv: "{from} till {to}", en: "{from} to {to}"),
        (Some(from), None) => say!(lang; sv: "från {from}", en: "from {from}"),
        (None, Some(to)) => say!(lang; sv: "till {to}", en: "until {to}"),
        (None, None) => say!(lang; sv: "hela tiden", en: "all the time"),
    }
}

fn counted_days(lang: Lang, count: i64) -> String {
    match count {
        1 => say!(lang; sv: " (1 dag)", en: " (1 day)"),
        _ => say!(lang; sv: " ({count} dagar)", en: " ({count} days)"),
    }
}

fn counted_weeks(lang: Lang, count: i64) -> String {
    match count {
        1 => say!(lang; sv: "1 vecka", en: "1 week"),
        _ => say!(lang; sv: "{count} veckor", en: "{count} weeks"),
    }
}

/// Places that are told before "and more".
const LISTED: usize = 3;

fn listed(places: &[samla::path::Pointer]) -> String {
    let shown: Vec<String> = places.iter().take(LISTED).map(ToString::to_string).collect();
    let more = if places.len() > LISTED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// The line of letters that every seat has.
struct Bar {
    /// The first month, counted from year nought.
    first: i32,
    /// Months of one letter.
    step: i32,
    letters: usize,
    months: i32,
}

impl Bar {
    /// A bar of at most `most` letters.
    fn new(from: Day, to: Day, most: usize) -> Self {
        let first = month_of(from);
        let months = (month_of(to) - first + 1).max(1);
        let letters = |step: i32| usize::try_from((months + step - 1) / step).unwrap_or(usize::MAX);
        let step = [1, 3, 6].into_iter().find(|step| letters(*step) <= most.max(1));
        let step = step.unwrap_or_else(|| {
            (1..).map(|years| 12 * years).find(|it| letters(*it) <= most.max(1)).unwrap_or(12)
        });
        Self { first, step, letters: letters(step), months }
    }

    fn month(&self, letter: usize) -> String {
        in_words(self.first + self.step * i32::try_from(letter).unwrap_or(i32::MAX / self.step))
    }

    fn last_month(&self) -> String {
        in_words(self.first + self.months - 1)
    }

    /// The years above the letters in which they begin, where there is room.
    fn years(&self) -> String {
        let mut line = String::new();
        let mut month = self.first;
        for place in 0..self.letters {
            // The first letter, and each that holds a January.
            let holds = month % 12 == 0 || month.div_euclid(12) < (month + self.step - 1).div_euclid(12);
            let year = (month + self.step - 1).div_euclid(12);
            let year = if place == 0 { month.div_euclid(12) } else { year };
            let room = line.is_empty() || line.chars().count() < place;
            if (place == 0 || holds) && room {
                line.push_str(&" ".repeat(place.saturating_sub(line.chars().count())));
                line.push_str(&year.to_string());
            }
            month += self.step;
        }
        line
    }

    /// The letters of one seat: in each the worst state of its days.
    fn of(&self, seat: &SeatOverview) -> String {
        let mut states: Vec<Option<State>> = vec![None; self.letters];
        for period in &seat.periods {
            let place = |day| usize::try_from((month_of(day) - self.first) / self.step).unwrap_or(0);
            let last = place(period.to).min(self.letters.saturating_sub(1));
            for state in states.iter_mut().take(last + 1).skip(place(period.from)) {
                *state = (*state).max(Some(period.state));
            }
        }
        states.into_iter().map(|state| state.map_or(' ', sign)).collect()
    }
}

/// The month of a day, counted from year nought.
fn month_of(day: Day) -> i32 {
    day.year() * 12 + i32::try_from(day.month()).unwrap_or(1) - 1
}

fn in_words(month: i32) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

#[cfg(test)]
mod tests {
    use samla::lang::Both;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn seat(periods: &[(&str, &str, State)]) -> SeatOverview {
        let period = |(from, to, state): &(&str, &str, State)| Period {
            from: day(from),
            to: day(to),
            state: *state,
            people: Vec::new(),
            reason: None,
            at: None,
            lacks: Vec::new(),
            because: None,
        };
        let label = Both { sv: String::new(), en: String::new() };
        let periods = periods.iter().map(period).collect();
        SeatOverview { rule: "N-REP-13", subject: String::new(), label, whose: None, periods }
    }

    #[test]
    fn a_letter_shows_the_worst_state_of_its_month() {
        let bar = Bar::new(day("2023-11-15"), day("2024-03-31"), 40);
        let seat = seat(&[
            ("2023-11-15", "2024-01-30", State::Filled),
            ("2024-01-31", "2024-01-31", State::Open),
            ("2024-02-01", "2024-02-28", State::Vacant),
            ("2024-02-29", "2024-02-29", State::Unknown),
        ]);
        assert_eq!(bar.of(&seat), "■■·v ");
        assert_eq!(bar.years(), "2023");
        assert_eq!((bar.month(0), bar.last_month()), (String::from("2023-11"), String::from("2024-03")));
    }

    #[test]
    fn a_long_time_has_several_months_to_a_letter() {
        for (to, most, step, letters, years) in [
            ("2018-06-30", 40, 1, 18, "2017        2018"),
            ("2024-12-31", 40, 3, 32, "2017    2019    2021    2023"),
            ("2024-12-31", 20, 6, 16, "2017  2020  2023"),
            ("2024-12-31", 10, 12, 8, "2017 2022"),
        ] {
            let bar = Bar::new(day("2017-01-01"), day(to), most);
            assert_eq!((bar.step, bar.letters), (step, letters), "{to} {most}");
            assert_eq!(bar.years(), years);
        }
    }
}
