//! The judge's desk: what a rule writes to, and what becomes of it.

mod idle;
mod told;
mod until;
mod waived;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Rule;
use super::key_days::Days;
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::Charter;
use crate::codes::{Outcome, Severity};
use crate::index::{Context, Waived};
use crate::lang::Both;
use crate::path::Path;
use crate::record::{Doubt, Member, PersonId, Ref, Vacancy};
use crate::report::{Finding, OutcomeCounts, RuleVerdict, Subject, SubjectVerdict, Subjects, Upcoming};
use crate::words::Words;
pub(crate) use told::Told;
pub(crate) use waived::Part;
use waived::Takes;

/// One subject's outcome while a rule judges it: it starts at `not_applicable` and is only ever raised.
pub(crate) struct Verdict<'a> {
    rule: &'static Rule,
    subject: Subject<&'a str>,
    outcome: Outcome,
    lacks: Lacks,
    due: Option<Day>,
    /// What is to be done by then, in Swedish and English, where the norm does not say it.
    task: Option<[&'static str; 2]>,
    pending: Vec<Pending>,
    /// The waivers that are about the subject.
    waivers: Vec<Waived<'a>>,
    /// Those that covered it once and do not now.
    run_out: Vec<Path>,
    /// May a waiver cover some of it, for want of a day of its own?
    doubtful: bool,
    /// Those who sit in the seat that is judged.
    people: Vec<&'a str>,
    /// The vacancy recorded for it.
    vacancy: Option<Ref<'a, Vacancy>>,
}

/// A finding, and what a waiver of it must cover.
#[derive(Debug)]
struct Pending {
    finding: Finding,
    takes: Takes,
}

/// What a rule on a seat said of one subject.
#[derive(Clone, Debug)]
pub(crate) struct SeatVerdict {
    pub(crate) subject: Subject,
    pub(crate) outcome: Outcome,
    pub(crate) lacks: Lacks,
    /// Those who sit there, whether or not the rule holds.
    pub(crate) people: Vec<String>,
    /// The vacancy recorded for it, with the reason.
    pub(crate) vacancy: Option<(Path, Option<String>)>,
}

impl SeatVerdict {
    fn of(verdict: &Verdict<'_>) -> Self {
        let reason = |vacancy: Ref<'_, Vacancy>| (vacancy.path, vacancy.reason().known().cloned());
        Self {
            subject: verdict.subject.owned(),
            outcome: verdict.outcome,
            lacks: verdict.lacks.clone(),
            people: verdict.people.iter().map(|person| (*person).to_owned()).collect(),
            vacancy: verdict.vacancy.map(reason),
        }
    }
}

impl<'a> Verdict<'a> {
    /// These members sit in the seat that is judged.
    pub(crate) fn seats(&mut self, members: impl IntoIterator<Item = Ref<'a, Member>>) {
        for person in members.into_iter().filter_map(|member| member.person().known()) {
            self.seats_person(person);
        }
    }

    /// This person sits in the seat that is judged.
    pub(crate) fn seats_person(&mut self, person: &'a PersonId) {
        if !self.people.contains(&person.as_str()) {
            self.people.push(person.as_str());
        }
    }

    /// This vacancy is recorded for the seat that is judged.
    pub(crate) fn vacant(&mut self, vacancy: Ref<'a, Vacancy>) {
        self.vacancy = self.vacancy.or(Some(vacancy));
    }

    fn raise(&mut self, outcome: Outcome) {
        self.outcome = self.outcome.max(outcome);
    }

    /// The rule holds here.
    pub(crate) fn holds(&mut self) {
        self.raise(Outcome::Holds);
    }

    /// The period or its grace has not ended; from `due` on it would be broken.
    pub(crate) fn not_due(&mut self, due: Day) {
        self.will_be_due(due);
        self.raise(Outcome::NotDue);
    }

    /// It is not due, and nobody knows yet from which day on it will be.
    pub(crate) fn pending(&mut self) {
        self.raise(Outcome::NotDue);
    }

    /// Something must be done before `due`, whatever the outcome is today. The first day of several counts.
    pub(crate) fn will_be_due(&mut self, due: Day) {
        self.due = Some(self.due.map_or(due, |known| known.min(due)));
    }

    /// Like [`will_be_due`](Self::will_be_due), where the norm of the rule does not say what is to be done.
    pub(crate) fn will_be_due_for(&mut self, due: Day, sv: &'static str, en: &'static str) {
        if self.due.is_none_or(|known| due < known) {
            self.task = Some([sv, en]);
        }
        self.will_be_due(due);
    }

    /// It cannot be told without these.
    pub(crate) fn lacks(&mut self, lacks: Lacks) {
        self.lacks = std::mem::take(&mut self.lacks).and(lacks);
        self.raise(Outcome::Undetermined);
    }

    /// The rule is broken; `at` is the smallest existing thing to mend.
    pub(crate) fn breaks(&mut self, severity: Severity, at: Path, words: Words) -> Told<'_> {
        debug_assert!(severity > Severity::Info, "info never breaks");
        self.tell(severity, Outcome::Broken, at, words)
    }

    /// Allowed, but worth showing. The rule holds here.
    pub(crate) fn remarks(&mut self, at: Path, words: Words) -> Told<'_> {
        self.raise(Outcome::Holds);
        self.tell(Severity::Info, Outcome::Holds, at, words)
    }

    /// Worth showing where nothing is judged: it raises no outcome.
    pub(crate) fn notes(&mut self, at: Path, words: Words) -> Told<'_> {
        self.tell(Severity::Info, Outcome::Holds, at, words)
    }

    fn tell(&mut self, severity: Severity, outcome: Outcome, at: Path, words: Words) -> Told<'_> {
        debug_assert!(
            self.rule.severities.contains(&severity),
            "{} does not name {severity:?}",
            self.rule.id
        );
        let finding = Finding {
            rule: self.rule.id,
            clauses: self.rule.clauses,
            severity,
            outcome,
            subject: self.subject.owned(),
            at: at.into(),
            related: Vec::new(),
            words,
            reading: None,
            key_days: Vec::new(),
            lasts: Vec::new(),
            waiver: None,
            absence: None,
        };
        self.pending.push(Pending { finding, takes: Takes::OfSubject });
        Told { pending: self.pending.last_mut() }
    }
}

/// The one thing of a record that is judged when only a part is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Thing<'a> {
    pub(crate) subject: Subject<&'a str>,
    pub(crate) path: Path,
}

impl Thing<'_> {
    /// Is this case about the thing or about something in it?
    fn has(&self, subject: Subject<&str>, at: Path) -> bool {
        let named = subject.id.is_some() && subject.id == self.subject.id;
        at.is_within(&self.path) || (named && subject.section == self.subject.section)
    }
}

/// What the rules of one check write to.
pub(crate) struct Desk<'a> {
    /// What alone is judged; `None`: everything.
    only: Option<Thing<'a>>,
    cx: Context<'a>,
    charter: &'a Charter,
    listed: Subjects,
    /// Those decided by now, of every rule.
    waivers: Vec<Waived<'a>>,
    /// What is suspicious about them.
    doubts: Vec<(Path, Doubt)>,
    findings: Vec<Finding>,
    /// Days within which duties are told.
    ahead: Option<Span>,
    upcoming: Vec<Upcoming>,
    /// What is said of seats, when that is asked for.
    seats: Option<Vec<SeatVerdict>>,
}

impl<'a> Desk<'a> {
    /// A desk on which `findings` lie already.
    pub(crate) fn of(cx: &Context<'a>, only: Option<Thing<'a>>, findings: Vec<Finding>) -> Self {
        // A duty carries the first day that is too late; its last right day is inside the horizon.
        let ahead = cx.options.horizon.map(|days| {
            let until = cx.as_of.plus_days(days.saturating_add(1));
            Span::inclusive(Some(cx.as_of.plus_days(1)), Some(until))
        });
        Self {
            only,
            cx: cx.clone(),
            charter: cx.charter,
            listed: cx.options.subjects,
            waivers: cx.waivers(),
            doubts: Vec::new(),
            findings,
            ahead,
            upcoming: Vec::new(),
            seats: None,
        }
    }

    /// What comes out of one rule, when it is in force.
    pub(crate) fn judge(&mut self, rule: &'static Rule, cx: &Context<'a>) -> RuleVerdict {
        let in_force = self.charter.judges(rule.id, cx.as_of) && (rule.asked)(self.charter);
        let seat_by_seat = self.seats.is_some();
        let mut ledger = Ledger::new(rule, self, cx);
        match cx.about_nobody() {
            _ if !in_force => {}
            Some(lacks) => {
                let at = cx.record.about().path;
                ledger.judge(Subject::of("about", None), at, |_| Err(lacks));
            }
            None => {
                (rule.judge)(cx, &mut ledger);
                if !seat_by_seat {
                    ledger.unread(cx);
                }
                ledger.say_of_waivers();
            }
        }
        ledger.close()
    }

    /// What one rule says of each seat, whatever is waived.
    pub(crate) fn seats(rule: &'static Rule, cx: &Context<'a>) -> Vec<SeatVerdict> {
        let mut desk = Self { seats: Some(Vec::new()), ..Self::empty(cx) };
        desk.judge(rule, cx);
        desk.seats.unwrap_or_default()
    }

    /// A desk on which nothing lies and nothing is waived.
    fn empty(cx: &Context<'a>) -> Self {
        Self {
            only: None,
            cx: cx.clone(),
            charter: cx.charter,
            listed: Subjects::Open,
            waivers: Vec::new(),
            doubts: Vec::new(),
            findings: Vec::new(),
            ahead: None,
            upcoming: Vec::new(),
            seats: None,
        }
    }

    /// What is suspicious about the waivers, as far as judging showed.
    pub(crate) fn doubts(&mut self) -> Vec<(Path, Doubt)> {
        std::mem::take(&mut self.doubts)
    }

    /// Every finding, and the duties ahead where they were asked for.
    pub(crate) fn told(self) -> (Vec<Finding>, Option<Vec<Upcoming>>) {
        (self.findings, self.ahead.map(|_| self.upcoming))
    }
}

/// That something is to be done before a day: the task, or else what the rule demands and would be broken.
pub(super) fn duty(
    charter: &Charter,
    rule: &'static Rule,
    subject: Subject,
    (due, task): (Day, Option<[&'static str; 2]>),
) -> Upcoming {
    let last = due.plus_days(-1);
    let told = &rule.told;
    let says = task.or_else(|| Some([told.sv.due?, told.en.due?]));
    let [sv, en] = match (charter.citation(rule.id), says) {
        // Another body is told what its own documents say.
        (Some(citation), _) => {
            let Both { sv, en } = &citation.says;
            [format!("{sv}, senast {last}"), format!("{en}, by {last}")]
        }
        (None, Some([sv, en])) => [format!("{sv} senast {last}"), format!("{en} by {last}")],
        (None, None) => {
            let [sv, en] = [told.sv.norm, told.en.norm];
            [
                format!("Från {due} brister annars detta: {sv}"),
                format!("From {due} on this is broken otherwise: {en}"),
            ]
        }
    };
    Upcoming { rule: rule.id, subject, due, sv, en }
}

/// The outcomes of one rule while its subjects are judged.
///
/// A subject may be judged several times, as when two NOSAM meet jointly: the worst outcome stays.
pub(crate) struct Ledger<'d, 'a> {
    rule: &'static Rule,
    desk: &'d mut Desk<'a>,
    cx: &'d Context<'a>,
    /// The waivers of the rule.
    waivers: Vec<Waived<'a>>,
    /// Those that covered something once that is broken now.
    run_out: Vec<Path>,
    counts: OutcomeCounts,
    /// What came out for each subject, and where it is listed.
    told: HashMap<String, (Outcome, Option<usize>)>,
    subjects: Vec<SubjectVerdict>,
    /// What the rule finds on earlier days, as far as that was asked for.
    looks: HashMap<Day, Vec<Finding>>,
}

impl<'d, 'a> Ledger<'d, 'a> {
    fn new(rule: &'static Rule, desk: &'d mut Desk<'a>, cx: &'d Context<'a>) -> Self {
        let (told, subjects, run_out, looks) = (HashMap::new(), Vec::new(), Vec::new(), HashMap::new());
        let waivers = desk.waivers.iter().filter(|waiver| waiver.rule == rule.id).cloned().collect();
        Self { rule, desk, cx, waivers, run_out, counts: OutcomeCounts::default(), told, subjects, looks }
    }

    /// Leaves undetermined each section that the rule reads and that cannot be read, or not whole.
    fn unread(&mut self, cx: &Context<'a>) {
        for section in self.rule.reads {
            if let Some(lacks) = (section.unread)(cx.record) {
                self.judge(Subject::of(section.name, None), Path::ROOT.key(section.name), |_| Err(lacks));
            }
        }
    }

    /// Judges one subject; what `check` cannot tell leaves it undetermined.
    pub(crate) fn judge(
        &mut self,
        subject: Subject<&'a str>,
        at: Path,
        check: impl FnOnce(&mut Verdict<'a>) -> Result<(), Lacks>,
    ) {
        if self.desk.only.is_some_and(|thing| !thing.has(subject, at)) {
            return;
        }
        let mut verdict = Verdict {
            rule: self.rule,
            subject,
            outcome: Outcome::NotApplicable,
            lacks: Lacks::default(),
            due: None,
            task: None,
            pending: Vec::new(),
            waivers: self.waivers_of(subject),
            run_out: Vec::new(),
            doubtful: false,
            people: Vec::new(),
            vacancy: None,
        };
        if let Err(lacks) = check(&mut verdict) {
            verdict.lacks(lacks);
        }
        self.leave_open(&mut verdict);
        verdict.settle(|| self.rule.key_days.of(self.cx, subject, at), self.cx.as_of);
        self.run_out.append(&mut verdict.run_out);
        self.announce(&verdict);
        if let Some(seats) = &mut self.desk.seats {
            seats.push(SeatVerdict::of(&verdict));
        }
        self.desk.findings.extend(std::mem::take(&mut verdict.pending).into_iter().map(|told| told.finding));
        self.record(&verdict, at);
    }

    /// Counts and lists an outcome, unless the same subject has a worse one.
    fn record(&mut self, verdict: &Verdict<'_>, at: Path) {
        let (subject, outcome, lacks) = (verdict.subject, verdict.outcome, &verdict.lacks);
        let (before, place) = match self.told.entry(subject.to_string()) {
            Entry::Occupied(told) if outcome < told.get().0 => return,
            Entry::Occupied(told) => {
                let (before, place) = told.into_mut();
                self.counts.remove(*before);
                (Some(std::mem::replace(before, outcome)), place)
            }
            Entry::Vacant(empty) => (None, &mut empty.insert((outcome, None)).1),
        };
        self.counts.add(outcome);
        let open = !matches!(outcome, Outcome::NotApplicable | Outcome::Holds);
        if !open && self.desk.listed != Subjects::All {
            return;
        }
        let undetermined = outcome == Outcome::Undetermined;
        let mut listed = SubjectVerdict {
            subject: subject.owned(),
            at: at.into(),
            outcome,
            lacks: if undetermined { lacks.places().cloned().collect() } else { Vec::new() },
            due: verdict.due.filter(|_| outcome == Outcome::NotDue),
            because: lacks.cause().filter(|_| undetermined),
        };
        let Some(place) = *place else {
            *place = Some(self.subjects.len());
            self.subjects.push(listed);
            return;
        };
        let entry = &mut self.subjects[place];
        if before == Some(outcome) {
            // Whatever either lacks stands in the way.
            listed.at = entry.at.clone();
            listed.lacks.append(&mut entry.lacks);
            listed.lacks.sort();
            listed.lacks.dedup();
            listed.due = listed.due.into_iter().chain(entry.due).min();
            listed.because = entry.because.or(listed.because);
        }
        *entry = listed;
    }

    /// Tells a duty that will be due within the horizon.
    fn announce(&mut self, verdict: &Verdict<'_>) {
        let (Some(days), Some(due)) = (self.desk.ahead, verdict.due) else { return };
        if days.contains(due) {
            let by = (due, verdict.task);
            self.desk.upcoming.push(duty(self.desk.charter, self.rule, verdict.subject.owned(), by));
        }
    }

    pub(crate) fn close(self) -> RuleVerdict {
        RuleVerdict {
            rule: self.rule.id,
            clauses: self.rule.clauses,
            outcome: self.counts.worst(),
            counts: self.counts,
            subjects: self.subjects,
        }
    }
}
