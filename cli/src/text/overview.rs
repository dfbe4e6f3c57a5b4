//! An overview as text: seats, chairs and meetings over time, drawn with letters and told in words.

use samla::account::{MeetingOrGap, meetings_and_gaps};
use samla::names::{Names, upper};
use samla::overview::{GroupOverview, Overview, SeatOverview, SeatPeriod, State, TermOverview};
use samla::{Day, Lang, say};

use super::paper::{Ink, Paper};
use crate::Surroundings;

/// The whole text of an overview; `file` is `None` for the embedded example.
pub(crate) fn overview(
    overview: &Overview,
    file: Option<&str>,
    names: &Names,
    surroundings: &Surroundings,
) -> String {
    let lang = surroundings.lang;
    let mut page = Page { lang, names, paper: Paper::new(surroundings) };
    super::title(&mut page.paper, lang, file, &overview.says(lang));
    if !overview.recesses.is_empty() {
        let label = lang.of("Uppehåll:", "Recesses:");
        let recesses = overview.recesses_in_words(lang);
        page.paper.lines(0, 2, &[(Ink::Faint, label), (Ink::Plain, &recesses)]);
    }
    let Some(from) = overview.from else {
        page.paper.gap();
        let nothing = lang.of("Underlaget har ingen grupp att visa.", "The record has no group to show.");
        page.paper.lines(0, 0, &[(Ink::Strong, nothing)]);
        return page.paper.text();
    };
    let bar = Bar::new(from, overview.as_of, surroundings.width / 2);
    if overview.groups.iter().any(|group| !group.seats.is_empty()) {
        page.legend(&bar);
    }
    overview.groups.iter().for_each(|group| page.group(group, &bar));
    page.paper.text()
}

struct Page<'a> {
    lang: Lang,
    names: &'a Names,
    paper: Paper,
}

impl Page<'_> {
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
            self.paper.row(2, 7, &sign(state).to_string(), &[(Ink::Plain, state.label(lang))]);
        }
        let none = lang.of("platsen finns inte", "there is no such seat");
        self.paper.row(2, 7, lang.of("blankt", "blank"), &[(Ink::Plain, none)]);
    }

    fn group(&mut self, group: &GroupOverview, bar: &Bar) {
        let lang = self.lang;
        self.paper.heading(&upper(group.name.of(lang)));
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
            let nothing = lang.of(
                "Inga platser, ordförande eller möten att visa.",
                "No seats, chairs or meetings to show.",
            );
            self.paper.lines(2, 0, &[(Ink::Plain, nothing)]);
        }
    }

    // ── Seats ──

    fn seats(&mut self, group: &GroupOverview, bar: &Bar) {
        let lang = self.lang;
        self.paper.subheading(lang.of("Platser", "Seats"));
        self.paper.row(2, 0, &bar.years(), &[]);
        for seat in &group.seats {
            let last = seat.periods.last().filter(|period| period.to == group.to);
            let people = last.map(|period| period.people_in_words(self.names, lang)).unwrap_or_default();
            let label = match (seat.label.of(lang), people.as_str()) {
                (label, "") => label.clone(),
                (label, people) => format!("{label}: {people}"),
            };
            let pieces = [(Ink::Faint, seat.rule), (Ink::Plain, label.as_str())];
            self.paper.row(2, bar.letters + 1, &bar.of(seat), &pieces);
        }
        let mut not_filled = group.not_filled().peekable();
        if not_filled.peek().is_none() {
            let all = lang.of("Alla platser är fyllda hela tiden.", "Every seat is filled all the time.");
            self.paper.lines(2, 2, &[(Ink::Good, all)]);
            return;
        }
        self.paper.lines(2, 2, &[(Ink::Strong, lang.of("Inte fyllda:", "Not filled:"))]);
        not_filled.for_each(|(seat, period)| self.not_filled(seat, period));
    }

    fn not_filled(&mut self, seat: &SeatOverview, period: &SeatPeriod) {
        let ink = match period.state {
            State::Open => Ink::Error,
            State::Vacant => Ink::Warning,
            State::Unknown | State::Filled => Ink::Plain,
        };
        let label = format!("{},", seat.label.of(self.lang));
        let says = period.says(seat.rule, self.names, self.lang);
        self.paper.lines(4, 2, &[(Ink::Faint, seat.rule), (Ink::Plain, &label), (ink, &says)]);
    }

    // ── Offices ──

    fn offices(&mut self, group: &GroupOverview) {
        let lang = self.lang;
        self.paper.subheading(lang.of("Ordförande", "Chairs"));
        let widest = |of: &dyn Fn(&TermOverview) -> usize| group.offices.iter().map(of).max().unwrap_or(0);
        let offices = widest(&|term| term.office.label(lang).chars().count());
        let people = widest(&|term| term.holder(self.names, lang).chars().count());
        for term in &group.offices {
            self.term(term, offices, people);
        }
        for it in &group.breaks {
            self.paper.lines(2, 2, &[(Ink::Error, &it.says(lang))]);
        }
        if let Some(lacks) = group.lacks_in_words(lang) {
            self.paper.lines(2, 2, &[(Ink::Plain, &lacks)]);
        }
    }

    /// Each in a column of its own: the days, the office, the holder, the side.
    fn term(&mut self, term: &TermOverview, offices: usize, people: usize) {
        let lang = self.lang;
        let from = term.from.map_or_else(String::new, |day| day.to_string());
        let days = format!("{from:10} – {}", term.last_day());
        let column = |text: &str, wide: usize| format!("{text:wide$} ").replace(' ', "\u{a0}");
        let office = column(term.office.label(lang), offices);
        let holder = column(&term.holder(self.names, lang), people);
        let pieces = [&office, &holder, term.side_in_words(lang)].map(|piece| (Ink::Plain, piece));
        self.paper.row(2, 24, &days, &pieces);
    }

    // ── Meetings ──

    fn meetings(&mut self, group: &GroupOverview) {
        let lang = self.lang;
        self.paper.subheading(lang.of("Möten", "Meetings"));
        for line in meetings_and_gaps(group) {
            match line {
                MeetingOrGap::Meeting(meeting) => {
                    let says = meeting.says(lang);
                    self.paper.row(2, 11, &meeting.day_in_words(lang), &[(Ink::Plain, &says)]);
                }
                MeetingOrGap::Gap(gap) => {
                    self.paper.lines(2, 2, &[(Ink::Advice, &gap.says(group.weeks, lang))]);
                }
            }
        }
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
    use samla::report::Subject;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn seat(periods: &[(&str, &str, State)]) -> SeatOverview {
        let period = |(from, to, state): &(&str, &str, State)| SeatPeriod {
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
        SeatOverview { rule: "N-REP-13", subject: Subject::default(), label, whose: None, periods }
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
