//! What people who share a task missed of the hours for which they were called.

use super::hours::Called;
use crate::answer::Lacks;
use crate::calendar::Time;
use crate::path::Path;
use crate::record::{Attendance, Meeting, PersonId, Ref};

/// What was missed.
pub(super) enum Missed {
    Nothing,
    Everything,
    /// A part that nobody measured; told at this place.
    Unmeasured(Path),
    /// So many minutes; told at this place.
    Minutes {
        minutes: i64,
        /// May it be more?
        at_least: bool,
        at: Path,
    },
}

impl Missed {
    /// Where it is told, if not in the list of attendance.
    pub(super) fn at(&self) -> Option<Path> {
        match self {
            Self::Nothing | Self::Everything => None,
            Self::Unmeasured(at) | Self::Minutes { at, .. } => Some(*at),
        }
    }
}

/// What people missed of a meeting, for the union of these hours.
pub(super) fn missed<'a>(
    meeting: Ref<'a, Meeting>,
    people: &[&str],
    hours: &[Called],
    tolerance: i64,
) -> Result<Missed, Lacks> {
    let Present { whole: false, parts, unmeasured, lacks } = Present::of(meeting, people, hours) else {
        return Ok(Missed::Nothing);
    };
    let found = match (parts.is_empty(), unmeasured.as_slice()) {
        (true, []) => Ok(Missed::Everything),
        // How much was missed is not said; without tolerance any minute is too much.
        (true, [first, others @ ..]) if tolerance == 0 && others.iter().all(|row| first.0 == row.0) => {
            Ok(Missed::Unmeasured(first.1))
        }
        _ => {
            let sum = Minutes::of(hours, &parts);
            if sum.at_most.is_some_and(|minutes| minutes <= tolerance) {
                Ok(Missed::Nothing)
            } else if let Some((_, row)) = unmeasured.first() {
                Err(Lacks::absent(row.key("to")))
            } else {
                sum.told(place(meeting, hours, &parts), tolerance)
            }
        }
    };
    match (found, lacks) {
        // Whatever else cannot be read, they were there.
        (Ok(Missed::Nothing), _) => Ok(Missed::Nothing),
        (Err(one), Some(other)) => Err(one.and(other)),
        (Ok(_), Some(lacks)) | (Err(lacks), None) => Err(lacks),
        (Ok(missed), None) => Ok(missed),
    }
}

/// What the list of attendance says of some people.
#[derive(Default)]
struct Present<'a> {
    /// Was somebody there from start to end?
    whole: bool,
    parts: Vec<Part<'a>>,
    /// Whose row says no more than that it was not the whole meeting, and where.
    unmeasured: Vec<(&'a str, Path)>,
    /// What may say more.
    lacks: Option<Lacks>,
}

/// From when to when somebody attended; an open end is that of the hours.
struct Part<'a> {
    row: Ref<'a, Attendance>,
    from: Result<Option<Time>, Lacks>,
    to: Result<Option<Time>, Lacks>,
}

impl<'a> Present<'a> {
    fn of(meeting: Ref<'a, Meeting>, people: &[&str], hours: &[Called]) -> Self {
        let mut present = Self { lacks: meeting.attendance().unread(), ..Self::default() };
        for row in meeting.attendance().items() {
            match row.person().read().map(PersonId::as_str) {
                Ok(person) if people.contains(&person) => present.add(person, row, hours),
                Ok(_) => {}
                Err(lacks) => present.want(lacks),
            }
        }
        present
    }

    fn want(&mut self, lacks: Lacks) {
        self.lacks = Some(self.lacks.take().unwrap_or_default().and(lacks));
    }

    fn add(&mut self, person: &'a str, row: Ref<'a, Attendance>, hours: &[Called]) {
        let whole = row.whole().optional().map(Option::<&bool>::copied);
        let from = row.from().optional().map(Option::<&Time>::copied);
        let to = row.to().optional().map(Option::<&Time>::copied);
        let no_times = from == Ok(None) && to == Ok(None);
        match whole {
            // Both the whole and a part of it are said.
            Ok(Some(true)) if hours.iter().any(|called| called.is_left(row)) => {
                self.want(Lacks::unreadable(row.whole().path));
            }
            Ok(Some(true)) => self.whole = true,
            Ok(Some(false)) if no_times => self.unmeasured.push((person, row.path)),
            Ok(None) if no_times => self.want(Lacks::absent(row.whole().path)),
            Ok(_) => self.parts.push(Part { row, from, to }),
            Err(lacks) => {
                self.want(lacks);
                if !no_times {
                    self.parts.push(Part { row, from, to });
                }
            }
        }
    }
}

/// Where it is mended: at the time that ends the only part early or begins it late, or in the list.
fn place(meeting: Ref<'_, Meeting>, hours: &[Called], parts: &[Part<'_>]) -> Path {
    let [part] = parts else { return meeting.attendance().path };
    let last = hours.iter().filter_map(|called| called.to.as_ref().ok()).max();
    match (&part.to, last) {
        (Ok(Some(left)), Some(last)) if left < last => part.row.to().path,
        _ => part.row.from().path,
    }
}

/// Minutes missed: so many at least, and so many at most where that can be told.
#[derive(Default)]
struct Minutes {
    least: i64,
    at_most: Option<i64>,
    lacks: Lacks,
}

/// Minutes to an end of the hours that nobody knows.
const FAR: i64 = 1 << 40;

impl Minutes {
    /// Of the union of several hours.
    fn of(hours: &[Called], parts: &[Part<'_>]) -> Self {
        let mut sum = Self { at_most: Some(0), ..Self::default() };
        for called in union(hours) {
            let one = Self::of_one(&called, parts);
            sum.least += one.least;
            sum.at_most = sum.at_most.zip(one.at_most).map(|(sum, one)| sum + one);
            sum.lacks = sum.lacks.and(one.lacks);
        }
        sum
    }

    fn of_one(called: &Called, parts: &[Part<'_>]) -> Self {
        let (zero, first, last) = match (&called.from, &called.to) {
            (Ok(from), Ok(to)) => (*from, 0, from.minutes_until(*to)),
            (Ok(from), Err(_)) => (*from, 0, FAR),
            (Err(_), Ok(to)) => (*to, -FAR, 0),
            (Err(from), Err(to)) => {
                return Self { least: 0, at_most: None, lacks: from.clone().and(to.clone()) };
            }
        };
        let minute = |time: &Result<Option<Time>, Lacks>, open: i64| match time {
            Ok(Some(time)) => zero.minutes_until(*time).clamp(first, last),
            // What cannot be read may be as good as it gets.
            Ok(None) | Err(_) => open,
        };
        let span = |part: &Part<'_>| (minute(&part.from, first), minute(&part.to, last));
        let known = parts.iter().filter(|part| part.from.is_ok() && part.to.is_ok());
        // An end that nobody knows may lie wherever somebody was.
        let at_best = parts.iter().map(span).map(|(from, to)| match from < to {
            true if first == -FAR => (first, to),
            true if last == FAR => (from, last),
            _ => (from, to),
        });
        let least = uncovered(first, last, at_best.collect());
        let at_most = Some(uncovered(first, last, known.map(span).collect())).filter(|most| *most < FAR / 2);
        let of_parts = parts.iter().flat_map(|part| [&part.from, &part.to]);
        let open = [called.from.as_ref().err(), called.to.as_ref().err()].into_iter().flatten();
        let unread = of_parts.filter_map(|time| time.as_ref().err()).chain(open).cloned();
        Self { least, at_most, lacks: unread.reduce(Lacks::and).unwrap_or_default() }
    }

    fn told(self, at: Path, tolerance: i64) -> Result<Missed, Lacks> {
        if self.least <= tolerance {
            return Err(self.lacks);
        }
        if self.least >= FAR / 2 {
            return Ok(Missed::Unmeasured(at));
        }
        Ok(Missed::Minutes { minutes: self.least, at_least: self.at_most != Some(self.least), at })
    }
}

/// The minutes from `first` to `last` in none of the spans.
fn uncovered(first: i64, last: i64, mut spans: Vec<(i64, i64)>) -> i64 {
    spans.sort_unstable();
    let (mut reached, mut missed) = (first, 0);
    for (from, to) in spans {
        missed += (from - reached).max(0);
        reached = reached.max(to);
    }
    missed + last - reached
}

/// Hours that follow each other or overlap are one.
fn union(hours: &[Called]) -> Vec<Called> {
    let (mut known, mut union): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
    for called in hours {
        match called.ends() {
            Some(ends) => known.push((ends, called)),
            None if union.contains(called) => {}
            None => union.push(called.clone()),
        }
    }
    known.sort_by_key(|(ends, _)| *ends);
    let mut joined: Vec<Called> = Vec::new();
    for ((from, to), called) in known {
        match joined.last_mut().and_then(|last| Some((last.ends()?.1, last))) {
            Some((until, last)) if from <= until => last.to = Ok(until.max(to)),
            _ => joined.push(called.clone()),
        }
    }
    union.extend(joined);
    union
}
