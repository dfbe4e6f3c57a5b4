//! N-ORD-1: NOSAM has one chair and one vice chair that it elected itself.

use super::membership::ordinary;
use super::shared_day::in_two_terms;
use super::{stand_in_rows, term_before, vacancy_in};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::codes::{GroupKind, OfficeKind, Severity};
use crate::index::{Case, Context, LastDay, Term, Terms, shown};
use crate::record::{Group, Id, Office, Period, Ref, terms};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-ORD-1",
    subject: "groups/NOSAM",
    severities: [Error, Warning, Info],
    key_days: Told,
    partition_by: Group,
    reads: [groups, meetings],
    judges: Groups,
    part: ChairTerms,
    each: nosam,
    sv: {
        norm: "NOSAM har utsett en ordförande och en vice ordförande",
        why: "Någon leder varje möte, och det är alltid känt vem som står på tur.",
        reading: "Varje dag ska det finnas exakt en ordförande och en vice ordförande, och de ska vara olika \
            personer. En dag utan är en varning, med ett hållet möte den dagen ett fel; två på samma post \
            samma dag är ett fel. Står bytesdagen i båda mandaten är det ett fel som sägs en gång, och dagen \
            räknas till det senare mandatet. NOSAM själv utser, senast på mandatets första dag; den som var \
            vice ordförande dagen före, eller vid ett glapp den sista dagen i mandatet före, är redan utsedd. \
            Båda är ordinarie ledamöter under hela mandatet (A-22). Den som står in för någon \
            (`standing_in_for`) har posten bredvid den, och bara ledamotskapet prövas. Mandat som började \
            före underlagets början behöver inte visa hur de utsågs. Finns posten inte alls i underlaget går \
            det inte att avgöra, om inte underlagets början är angiven eller listan är tom.",
        example: "NOSAM Lerum saknar vice ordförande i 40 dagar och håller ett möte under tiden: fel.",
    },
    en: {
        norm: "NOSAM has elected a chair and a vice chair",
        why: "Somebody leads each meeting, and it is always known whose turn comes next.",
        reading: "On every day there is exactly one chair and one vice chair, and they are different people. \
            A day without is a warning, with a held meeting on it an error; two holders of one office on one \
            day are an error. A day of hand-over that stands in both terms is an error told once, and the day \
            is the later term's. NOSAM itself elects, on the first day of the term at the latest; who was \
            vice chair on the day before, or at a gap on the last day of the term before, is elected already. \
            Both are ordinary members throughout the term (A-22). Who stands in for somebody \
            (`standing_in_for`) holds the office beside them, and only the membership is judged. Terms that \
            began before `complete_from` need not show how they were elected. An office that is nowhere in \
            the record cannot be told, unless `complete_from` is given or the list is empty.",
        example: "NOSAM Lerum has no vice chair for 40 days and meets in the meantime: an error.",
    },
}

fn nosam<'a>(cx: &Context<'a>) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::Nosam)
}

/// Judges one NOSAM.
fn check<'a>(cx: &Context<'a>, group: Ref<'a, Group>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let past = Span { from: None, until: Some(cx.as_of.plus_days(1)) };
    let life = cx.life(group);
    if life.as_ref().is_ok_and(|life| life.overlap(past).is_none()) {
        return Ok(());
    }
    if cx.complete_from()?.is_some_and(|from| from > cx.as_of) {
        return Ok(());
    }
    let life = life?;
    let mut offices = Vec::new();
    let mut ends = Vec::new();
    for office in [OfficeKind::Chair, OfficeKind::ViceChair] {
        let terms = cx.terms(group, office);
        match cx.office_days(group, office, &terms.list, life) {
            Err(lacks) => verdict.lacks(lacks),
            Ok(Some(days)) => {
                verdict.holds();
                if let Some(lacks) = terms.unplaced() {
                    verdict.lacks(lacks);
                }
                let held = Held { group, office, terms, days };
                filled(cx, &held, verdict);
                alone(cx, &held, verdict);
                in_two_terms(cx, group, (office, &held.terms.list), held.days, verdict);
                ends.extend(runs_out(cx, group, office, life).map(|day| (day, office)));
                for term in &held.terms.list {
                    elected(cx, &held, *term, verdict);
                    let certain = held.terms.certain(term).and_then(|days| days.overlap(held.days));
                    if let Some(days) = certain {
                        acting(cx, office, term.office, days, verdict);
                        ordinary(cx, (group, office), term.office, days, verdict);
                    }
                }
                stand_in(cx, (group, office), held.days, verdict);
                offices.push(held);
            }
            Ok(None) if cx.complete_from()?.is_some() => {}
            Ok(None) if life.contains(cx.as_of) => verdict.lacks(Lacks::absent(group.offices().path)),
            // A group that ended before anything was known of it is not judged.
            Ok(None) if group.offices().is_absent() => {}
            Ok(None) => terms.unplaced().into_iter().for_each(|lacks| verdict.lacks(lacks)),
        }
    }
    announce(&ends, verdict);
    if let [chairs, vices] = offices.as_slice()
        && let Some(days) = chairs.days.overlap(vices.days)
    {
        different(cx, &chairs.terms, &vices.terms, days, verdict);
    }
    Ok(())
}

/// One office of a NOSAM, with its terms and the days on which they are judged.
struct Held<'a> {
    group: Ref<'a, Group>,
    office: OfficeKind,
    terms: Terms<'a>,
    days: Span,
}

/// The first day ahead on which nobody holds the office, where the last days of the terms are recorded.
fn runs_out<'a>(cx: &Context<'a>, group: Ref<'a, Group>, office: OfficeKind, life: Span) -> Option<Day> {
    let rows = group.offices().all_or_none().ok()?;
    // One that cannot be read may be a term of this office, and of these days.
    let rows = rows.into_iter().filter(|row| row.standing_in_for().is_absent());
    if rows.clone().any(|row| row.office().read().is_err() || row.span().is_err()) {
        return None;
    }
    let of_office = rows.filter(|row| row.office().known() == Some(&office));
    let held: Vec<Span> = terms(of_office).into_iter().map(|(_, days)| days).collect();
    let ahead = Span { from: Some(cx.as_of), until: life.until };
    // A vacancy of today is no reminder.
    ahead.gaps(&held).first()?.from.filter(|from| *from > cx.as_of)
}

/// Says whom NOSAM must elect, by the first day on which an office would be empty.
fn announce(ends: &[(Day, OfficeKind)], verdict: &mut Verdict<'_>) {
    let Some(due) = ends.iter().map(|(day, _)| *day).min() else { return };
    let ends = |office| ends.contains(&(due, office));
    let [sv, en] = match (ends(OfficeKind::Chair), ends(OfficeKind::ViceChair)) {
        (true, true) => [
            "NOSAM ska ha utsett nästa ordförande och nästa vice ordförande",
            "NOSAM is to have elected the next chair and the next vice chair",
        ],
        (true, false) => ["NOSAM ska ha utsett nästa ordförande", "NOSAM is to have elected the next chair"],
        (false, _) => {
            ["NOSAM ska ha utsett nästa vice ordförande", "NOSAM is to have elected the next vice chair"]
        }
    };
    verdict.will_be_due_for(due, sv, en);
}

/// There is a holder every day.
fn filled<'a>(cx: &Context<'a>, held: &Held<'a>, verdict: &mut Verdict<'a>) {
    let &Held { group, office, ref terms, days } = held;
    for term in terms.list.iter().filter(|term| term.end_unknown) {
        verdict.lacks(Lacks::unreadable(term.office.to().path));
    }
    // Nobody ever held an office that is on record: then none did from the group's first day.
    let never = group.offices().is_known_empty() && matches!(cx.complete_from(), Ok(None));
    for part in verdict.day_by_day(&empty_days(terms, days)) {
        let gap = part.days;
        let meetings = cx.meetings_of(group).iter().filter(|meeting| cx.met(**meeting).is_yes());
        let meeting = meetings
            .filter_map(|meeting| Some((meeting, cx.day_of(*meeting).ok()?)))
            .find(|(_, day)| gap.contains(*day));
        let next = terms.list.iter().find(|term| term.from.is_some() && term.from == gap.until);
        let at = next.map_or(group.offices().path, |term| term.office.path);
        let severity = if meeting.is_some() { Severity::Error } else { Severity::Warning };
        let mut words = lacking(cx, group, office, gap);
        if let Some((_, met)) = meeting {
            words = words.then(words! { meeting = met;
            sv: " och höll möte {meeting}",
            en: " and met on {meeting}" });
        }
        let vacancy = vacancy_in(cx, group, office, gap);
        let stated = vacancy.is_some();
        if let Some((vacancy, vacant)) = vacancy {
            words = words.then(words! { vacant = vacant;
            sv: ", platsen är vakant {vacant}",
            en: ", the office is vacant {vacant}" });
            words = words.because(vacancy.reason().known());
        }
        let stand_in = stand_in_during(group, office, gap);
        if let Some(row) = stand_in {
            words = words.then(words! { stand_in = cx.holder(row.person());
            sv: ", men {stand_in} stod in",
            en: ", though {stand_in} stood in" });
        }
        if let Some(count) = gap.days() {
            words = words.with("days", Param::Days(count));
        }
        let mut told = verdict.breaks(severity, at, words).lasts(&[part]);
        if !stated {
            told = told.absent_since(if never {
                cx.life(group).ok().and_then(|life| life.from)
            } else {
                gap.from
            });
        }
        if let Some((meeting, _)) = meeting {
            told = told.related(meeting.path, "meeting");
        }
        if let Some(row) = stand_in {
            told.related(row.path, "stand_in");
        }
    }
}

/// That nobody holds the office: since a day where that lasts, else from one day to another.
fn lacking<'a>(cx: &Context<'a>, group: Ref<'a, Group>, office: OfficeKind, gap: Span) -> Words {
    match cx.lasts(gap) {
        true => words! { group = shown(group), office = office, gap = Param::Since(gap);
        sv: "{group} saknar {office} {gap}",
        en: "{group} has had no {office} {gap}" },
        false => words! { group = shown(group), office = office, gap = gap;
        sv: "{group} saknade {office} {gap}",
        en: "{group} had no {office} {gap}" },
    }
}

/// The days on which certainly nobody holds the office.
pub(super) fn empty_days(terms: &Terms<'_>, days: Span) -> Vec<Span> {
    let possible = |term: &Term<'_>| {
        // A day that stands in two terms is told itself.
        let shared = i64::from(term.last_day == LastDay::Later);
        let until = term.until.map(|until| until.plus_days(shared));
        Span { from: term.from, until: until.filter(|_| !term.end_unknown) }
    };
    let unsure = terms.unsure.iter().map(|row| row.days);
    days.gaps(&terms.list.iter().map(possible).chain(unsure).collect::<Vec<_>>())
}

/// No two hold one office on one day.
///
/// The same person twice is a duplicate row, told under `record`.
fn alone<'a>(cx: &Context<'a>, held: &Held<'a>, verdict: &mut Verdict<'a>) {
    for Doubled { earlier, later, both } in doubled(&held.terms, held.days) {
        let (one, two) = match (earlier.office.person().read(), later.office.person().read()) {
            (Ok(one), Ok(two)) => (one, two),
            (Err(lacks), _) | (_, Err(lacks)) => {
                verdict.lacks(lacks);
                continue;
            }
        };
        if one != two {
            for part in verdict.day_by_day(&[both]) {
                let (one, two) = (cx.person(one.as_str()), cx.person(two.as_str()));
                let words = words! { office = held.office, one = one, two = two, both = part.days;
                sv: "Både {one} och {two} är {office} {both}",
                en: "Both {one} and {two} are {office} {both}" };
                let told = verdict.breaks(Severity::Error, later.office.path, words);
                told.lasts(&[part]).related(earlier.office.path, "other_term");
            }
        }
    }
}

/// Two terms of one office that certainly share days.
pub(super) struct Doubled<'a> {
    pub(super) earlier: Term<'a>,
    pub(super) later: Term<'a>,
    pub(super) both: Span,
}

/// The pairs of terms that certainly share some of `days`, whoever holds them.
pub(super) fn doubled<'a>(terms: &Terms<'a>, days: Span) -> Vec<Doubled<'a>> {
    let mut pairs = Vec::new();
    for (place, later) in terms.list.iter().enumerate() {
        for earlier in &terms.list[..place] {
            let (Some(a), Some(b)) = (terms.certain(earlier), terms.certain(later)) else { continue };
            let both = a.overlap(b).and_then(|both| both.overlap(days));
            pairs.extend(both.map(|both| Doubled { earlier: *earlier, later: *later, both }));
        }
    }
    pairs
}

/// The chair and the vice chair are two people.
fn different<'a>(
    cx: &Context<'a>,
    chairs: &Terms<'a>,
    vices: &Terms<'a>,
    days: Span,
    verdict: &mut Verdict<'a>,
) {
    for chair in &chairs.list {
        for vice in &vices.list {
            let (Some(a), Some(b)) = (chairs.certain(chair), vices.certain(vice)) else { continue };
            let Some(both) = a.overlap(b).and_then(|both| both.overlap(days)) else { continue };
            match (chair.office.person().read(), vice.office.person().read()) {
                (Ok(one), Ok(two)) if one == two => {
                    for part in verdict.day_by_day(&[both]) {
                        let words = words! { person = cx.person(one.as_str()), both = part.days;
                        sv: "{person} är både ordförande och vice ordförande {both}",
                        en: "{person} is both chair and vice chair {both}" };
                        let told = verdict.breaks(Severity::Error, vice.office.path, words);
                        told.lasts(&[part]).related(chair.office.path, "other_term");
                    }
                }
                (Ok(_), Ok(_)) => {}
                (Err(lacks), _) | (_, Err(lacks)) => verdict.lacks(lacks),
            }
        }
    }
}

/// NOSAM itself elected the holder, on the first day at the latest.
///
/// A chair who was vice chair on the day before was elected as such.
fn elected<'a>(cx: &Context<'a>, held: &Held<'a>, term: Term<'a>, verdict: &mut Verdict<'a>) {
    let (row, office) = (term.office, held.office);
    let Some(from) = term.from.filter(|from| held.days.contains(*from)) else { return };
    let took_over = took_over(cx, held, term, from);
    match row.elected_by().read() {
        Err(_) if row.elected_by().is_absent() && took_over.is_yes() => {}
        Err(lacks) => verdict.lacks(lacks),
        Ok(by) if held.group.id().known().map(Id::as_str) == Some(by.as_str()) => {}
        Ok(by) => {
            verdict
                .breaks(
                    Severity::Error,
                    row.elected_by().path,
                    words! { group = shown(held.group), office = office, from = from,
                    by = Param::Id(by.as_str().into());
                    sv: "{group} utser själv sin {office}, men den som tillträdde {from} utsågs av {by}",
                    en: "{group} elects its own {office}, but the one from {from} was elected by {by}" },
                )
                .falls_on([from]);
        }
    }
    let on = row.elected_on().so_far(cx.as_of);
    match (took_over.or(|| on.is(|on| *on <= from)), on.known()) {
        (Answer::Yes, _) => {}
        (Answer::No, Some(on)) => {
            verdict
                .breaks(
                    Severity::Error,
                    row.elected_on().path,
                    words! { office = office, group = shown(held.group), from = from, on = *on;
                    sv: "Den som är {office} i {group} från {from} utsågs först {on}",
                    en: "The {office} of {group} from {from} was elected as late as {on}" },
                )
                .falls_on([from]);
        }
        (Answer::No, None) => verdict.lacks(Lacks::absent(on.path)),
        (Answer::Unknown(lacks), _) => verdict.lacks(lacks),
    }
}

/// Was the chair vice chair on the day before, or at a gap on the last day of the term before?
fn took_over<'a>(cx: &Context<'a>, held: &Held<'a>, term: Term<'a>, from: Day) -> Answer {
    if held.office != OfficeKind::Chair {
        return Answer::No;
    }
    let eve = || {
        if let Some(lacks) = held.terms.unplaced() {
            return Err(lacks);
        }
        let eve = from.plus_days(-1);
        let Some(before) = term_before(&held.terms, &term) else { return Ok(eve) };
        Ok(before?.span()?.to().map_or(eve, |to| to.min(eve)))
    };
    let vices = cx.terms(held.group, OfficeKind::ViceChair);
    let person = match term.office.person().read() {
        Ok(person) => person,
        Err(lacks) => return Answer::Unknown(lacks),
    };
    match eve() {
        Ok(eve) => vices.held_by(person, eve),
        Err(lacks) => vices.ever_held_by(person).and(|| Answer::Unknown(lacks)),
    }
}

/// One who stood in on some of these days.
fn stand_in_during<'a>(group: Ref<'a, Group>, office: OfficeKind, days: Span) -> Option<Ref<'a, Office>> {
    stand_in_rows(group).find(|row| {
        row.office().known() == Some(&office)
            && row.span().is_ok_and(|span| span.overlap(days).is_some())
            && row.person().known().is_some()
    })
}

/// Says that the holder only acts in the office; the term is one like others.
fn acting<'a>(
    cx: &Context<'a>,
    office: OfficeKind,
    row: Ref<'a, Office>,
    days: Span,
    verdict: &mut Verdict<'a>,
) {
    if row.acting().known() == Some(&true) {
        let words = words! { person = cx.holder(row.person()), office = office, days = days;
        sv: "{person} är tillförordnad {office} {days}, och mandatet räknas som andra",
        en: "{person} is acting {office} {days}, and the term counts like others" };
        verdict.remarks(row.acting().path, words);
    }
}

/// Says of whom no order of terms is judged; each may hold the office, as a member, on all of its days.
fn stand_in<'a>(
    cx: &Context<'a>,
    (group, office): (Ref<'a, Group>, OfficeKind),
    days: Span,
    verdict: &mut Verdict<'a>,
) {
    for row in stand_in_rows(group) {
        let right = row.office().is(|kind| *kind == office);
        let Some(possible) = row.possible().overlap(days).filter(|_| !right.is_no()) else { continue };
        let span = match (right, row.span()) {
            (Answer::Unknown(lacks), _) | (_, Err(lacks)) => {
                verdict.lacks(lacks);
                continue;
            }
            (_, Ok(span)) => span,
        };
        let words = words! { person = cx.holder(row.person()), office = office, span = span,
        holder = cx.holder(row.standing_in_for());
        sv: "{person} står in som {office} i stället för {holder} {span}, och raden räknas inte som ett mandat",
        en: "{person} stands in as {office} in place of {holder} {span}, and the row does not count as a term" };
        verdict.remarks(row.path, words);
        ordinary(cx, (group, office), row, possible, verdict);
    }
}
