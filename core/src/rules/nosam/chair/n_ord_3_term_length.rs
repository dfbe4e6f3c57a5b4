//! N-ORD-3: how long a chair's term is.

use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::TermBasis;
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, Term, group_case, group_subject};
use crate::path::Path;
use crate::record::{Group, Office, Ref};
use crate::report::Key;
use crate::rules::judge::{Told, Verdict};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-ORD-3",
    subject: "groups/NOSAM#FIRST_DAY",
    severities: [Error, Warning, Info],
    key_days: Told,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: ChairTerms,
    each: chair_terms,
    sv: {
        norm: "Ordförandens mandat är ett år",
        why: "Bytet går att planera, och båda sidorna vet när turen kommer.",
        reading: "Ett år slutar dagen före samma datum nästa år (2023-02-01 till 2024-01-31), aldrig efter \
            365 dagar; från den 29 februari räknas både den 27 och den 28 februari som sista dag. Upp till 31 \
            dagar mer eller mindre är rätt, den 31:a inräknad (A-20). Längre är ett fel. Kortare är en \
            varning, med ett skäl i mandatet självt en anmärkning. Ett mandat utan slut blir för långt den \
            dag då ett mandat som avslutades samma dag skulle vara det. Räknas mandatet i kalenderår ska det \
            gå från 1 januari till 31 december, utan tolerans. Mandat som helt ligger före underlagets början \
            prövas inte.",
        example: "Ett mandat från 2023-02-01 till 2024-03-03 är en dag längre än ett år och 31 dagar: fel.",
    },
    en: {
        norm: "A chair's term is one year",
        why: "The change can be planned, and both sides know when their turn comes.",
        reading: "One year ends on the day before the same date next year (2023-02-01 to 2024-01-31), never \
            after 365 days; from 29 February both 27 and 28 February count as the last day. Up to 31 days \
            more or less are right, the 31st included (A-20). Longer is an error. Shorter is a warning, with \
            a reason of the term itself a remark. A term without an end is too long from the day on which a term \
            closed that day would be. By calendar years a term runs from 1 January to 31 December, without \
            tolerance. Terms that lie wholly before `complete_from` are not judged.",
        example: "A term from 2023-02-01 to 2024-03-03 is one day longer than a year and 31 days: an error.",
    },
}

/// A chair term that has begun.
struct ChairTerm<'a> {
    group: Ref<'a, Group>,
    term: Term<'a>,
    /// Rows that could be terms of this office and end a term that says no end.
    may_end: Option<Lacks>,
}

fn chair_terms<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<ChairTerm<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let terms = cx.terms(group, OfficeKind::Chair);
        if let Some(lacks) = terms.unplaced() {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
        }
        for term in &terms.list {
            let at = term.office.path;
            let thing = Ok(ChairTerm { group, term: *term, may_end: terms.may_end(term) });
            cases.push(match term.from {
                Some(day) => group_case(group, Key::Day(day), at, thing),
                None => Case { subject: group_subject(group), at, thing },
            });
        }
    }
    cases
}

/// Judges one term.
fn check<'a>(
    cx: &Context<'a>,
    term: Result<ChairTerm<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let ChairTerm { group, term, may_end } = term?;
    let row = term.office;
    // A term ends with its group, too.
    let life = cx.life(group)?;
    if term.from.zip(life.until).is_some_and(|(from, until)| until <= from) {
        return Ok(());
    }
    let ended = life.until.filter(|until| *until <= cx.as_of);
    let until = term.until.or(ended);
    let ended_before = |day: Day| until.is_some_and(|until| until <= day) && !term.end_unknown;
    if cx.charter.plan.from.is_some_and(ended_before) {
        return Ok(());
    }
    if cx.complete_from()?.is_some_and(|complete| ended_before(complete) || complete > cx.as_of) {
        return Ok(());
    }
    let from = term.from.ok_or_else(|| Lacks::absent(row.from().path))?;
    let limits = Limits::of(cx, from);
    if term.end_unknown {
        return Err(Lacks::unreadable(row.to().path));
    }
    if let (true, Some(lacks)) = (row.to().is_absent(), may_end) {
        return Err(lacks);
    }
    let Some(until) = until else {
        still_runs(cx, row, from, &limits, verdict);
        return Ok(());
    };
    let length = limits.length(until, life);
    if let (Some(lacks), None) = (term.shared_unknown(), ended)
        && limits.length(until.plus_days(-1), life) != length
    {
        // The last day may be the first of another term.
        return Err(lacks);
    }
    match length {
        Length::Long => {
            let told = too_long(cx, row, (from, until), &limits, verdict);
            if term.until.is_none() {
                // It goes to the group's last day for want of an end of its own.
                told.absent_since(Some(from));
            }
        }
        Length::Right => verdict.holds(),
        Length::Short => return too_short(cx, row, (from, until), verdict),
    }
    Ok(())
}

/// Did a term end before it had lasted as long as it should?
pub(super) fn is_cut_short<'a>(cx: &Context<'a>, group: Ref<'a, Group>, term: &Term<'a>) -> bool {
    let (Ok(life), Ok(span)) = (cx.life(group), term.span()) else { return false };
    let (Some(from), Some(until)) = (span.from, span.until) else { return false };
    Limits::of(cx, from).length(until, life) == Length::Short
}

/// How long a term was.
#[derive(PartialEq, Eq)]
enum Length {
    Short,
    Right,
    Long,
}

fn months(cx: &Context<'_>) -> Param {
    Param::Months(i64::from(cx.charter.chair.term_months))
}

/// The end of the term where it is recorded, else the term.
fn place(row: Ref<'_, Office>) -> Path {
    if row.to().is_absent() { row.path } else { row.to().path }
}

/// Closed on the as-of day the term would end the day after.
fn still_runs<'a>(
    cx: &Context<'a>,
    row: Ref<'a, Office>,
    from: Day,
    limits: &Limits,
    verdict: &mut Verdict<'a>,
) {
    let overdue = limits.latest;
    if cx.as_of < overdue {
        verdict.will_be_due_for(
            overdue,
            "Ordförandeskapet ska ha lämnats över",
            "The chair is to be handed over",
        );
        verdict.not_due(overdue);
        return;
    }
    let days = Param::Days(limits.end.days_until(cx.as_of.plus_days(1)));
    let words = words! { person = cx.holder(row.person()), from = from, days = days, months = months(cx);
    sv: "Ordföranden {person} sitter sedan {from}, {days} längre än {months}",
    en: "The chair {person} has been in office since {from}, {days} longer than {months}" };
    let told = verdict.breaks(Severity::Error, place(row), words).absent_since(Some(from));
    told.falls_on([limits.end]).reading("A-20");
}

fn too_long<'a, 'v>(
    cx: &Context<'a>,
    row: Ref<'a, Office>,
    (from, until): (Day, Day),
    limits: &Limits,
    verdict: &'v mut Verdict<'a>,
) -> Told<'v> {
    let (last, days) = (until.plus_days(-1), Param::Days(limits.end.days_until(until)));
    let words = words! {
    person = cx.holder(row.person()), from = from, last = last, days = days, months = months(cx);
    sv: "Mandatet för {person} från {from} till {last} är {days} längre än {months}",
    en: "The term of {person} from {from} to {last} is {days} longer than {months}" };
    verdict.breaks(Severity::Error, place(row), words).falls_on([limits.end]).reading("A-20")
}

fn too_short<'a>(
    cx: &Context<'a>,
    row: Ref<'a, Office>,
    (from, until): (Day, Day),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let (last, days) = (until.plus_days(-1), Param::Days(from.days_until(until)));
    let words = words! {
    person = cx.holder(row.person()), from = from, last = last, days = days, months = months(cx);
    sv: "Mandatet för {person} från {from} till {last} är {days}, kortare än {months}",
    en: "The term of {person} from {from} to {last} is {days}, shorter than {months}" };
    match row.reason().optional()? {
        None => {
            let words = words.then(words! { ;
            sv: ", och inget skäl är angivet",
            en: ", and no reason is given" });
            verdict.breaks(Severity::Warning, place(row), words).falls_on([last]).reading("A-20");
        }
        reason => {
            verdict.remarks(place(row), words.because(reason)).reading("A-20");
        }
    }
    Ok(())
}

/// When a term may end: first days after it.
pub(crate) struct Limits {
    pub(crate) earliest: Day,
    /// The end of a full term.
    pub(crate) end: Day,
    pub(crate) latest: Day,
    /// Does it begin on a day on which a term may begin?
    begins_right: bool,
}

impl Limits {
    /// How long a term was that ended on the day before `until`.
    fn length(&self, until: Day, life: Span) -> Length {
        // The end of a group cuts a term short without anybody's doing.
        let with_group = life.until.is_some_and(|end| end <= until);
        if until > self.latest {
            Length::Long
        } else if with_group || (until >= self.earliest && self.begins_right) {
            Length::Right
        } else {
            Length::Short
        }
    }

    pub(crate) fn of(cx: &Context<'_>, from: Day) -> Self {
        let months = cx.charter.chair.term_months;
        match cx.charter.readings.term_basis {
            TermBasis::Anniversary => {
                let tolerance = cx.charter.readings.term_tolerance_days;
                let end = from.plus_months(months);
                // Where the month of the end is too short, the day after its last is right, too.
                let clamped = from.plus_days(-1).plus_months(months) == end;
                let full = if clamped { end.plus_days(1) } else { end };
                Self {
                    earliest: end.plus_days(-tolerance),
                    end,
                    latest: full.max(end.plus_days(tolerance)),
                    begins_right: true,
                }
            }
            TermBasis::CalendarYear => {
                let new_year = Day::new(from.year(), 1, 1).unwrap_or(from);
                let end = new_year.plus_months(months);
                Self { earliest: end, end, latest: end, begins_right: from == new_year }
            }
        }
    }
}
