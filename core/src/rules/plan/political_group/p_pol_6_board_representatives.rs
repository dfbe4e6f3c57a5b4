//! P-POL-6: whom each board sends to the political group.

use super::stands_for;
use crate::answer::{Answer, Count, Lacks};
use crate::charter::{Between, Board, BoardMembers};
use crate::codes::{GroupKind, MemberFunction, OfficeKind, Severity};
use crate::index::{Case, Context, Entry, group_case, group_subject, has_function, is_ordinary};
use crate::lang::Both;
use crate::record::{Group, Member, Period, PersonId, Ref, Vacancy};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "P-POL-6",
    severities: [Error, Info],
    partition_by: Group,
    judges: Groups,
    part: Roster,
    each: boards,
    sv: {
        norm: "Varje nämnd och styrelse deltar i politiska samrådsgruppen med sin ordförande och en eller två \
            valda representanter",
        why: "Den som talar för en nämnd har mandat från den, och ingen nämnd blir större eller mindre än de andra.",
        reading: "Varje organ i listan (A-02) har sin ordförande och dessutom en eller två valda med, alltså \
            två eller tre personer (A-03); en och två valda är rätt, ingen och tre är fel. Ordföranden \
            räknas inte bland de valda, men vice ordföranden gör det. Saknas hela organet är det ett enda \
            fel. Ersättare, adjungerade och stöd räknas inte. Den som sitter för två organ räknas i båda, \
            med en anmärkning (A-43). Med A-03 `group_chair` gäller ordföranden hela gruppen och varje organ \
            sänder en eller två därutöver; med `per_body_total` sänder varje organ en eller två sammanlagt.",
        example: "Regionhälsans styrelse deltar bara med sin ordförande: fel.",
    },
    en: {
        norm: "Every board takes part in the political group with its chair and one or two elected representatives",
        why: "Whoever speaks for a board has its mandate, and no board grows larger or smaller than the others.",
        reading: "Every body in the list (A-02) has its chair there and one or two elected besides, so two \
            or three people (A-03); one and two elected are right, none and three are wrong. The chair is \
            not counted among the elected, a vice chair is. A whole body missing is a single error. \
            Deputies, co-opted and support members do not count. Who sits for two bodies counts in both, \
            with a remark (A-43). With A-03 `group_chair` the chair is that of the whole group, and each \
            body sends one or two besides; with `per_body_total` each body sends one or two in all.",
        example: "The board of Regionhälsan takes part with its chair only: an error.",
    },
}

/// What is judged of a political group.
#[derive(Clone, Copy)]
enum Of<'a> {
    /// Those that one board sends.
    Board(&'a Board),
    /// The chair of the group itself.
    Chair,
}

fn boards<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Group>, Of<'a>)>> {
    let in_force = |board: &&Board| {
        cx.charter.readings.boards.contains(&board.code) && board.valid.span().contains(cx.as_of)
    };
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::PoliticalGroup) {
        if cx.charter.readings.board_members == BoardMembers::GroupChair {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: (group, Of::Chair) });
        }
        for board in cx.charter.boards.iter().filter(in_force) {
            cases.push(group_case(group, Key::Name(&board.code), group.path, (group, Of::Board(board))));
        }
    }
    cases
}

/// So many of a board's people are asked for.
struct Asked {
    name: Both<String>,
    functions: Vec<MemberFunction>,
    /// Those with one of these functions are counted elsewhere.
    but: Vec<MemberFunction>,
    number: Between,
    /// Is the group's own chair counted beside them?
    beside_chair: bool,
}

/// What the charter asks of each board, by reading A-03.
fn asked(cx: &Context<'_>) -> Vec<Asked> {
    let seats = &cx.charter.board_seats;
    let (chairs, others): (Vec<_>, Vec<_>) =
        seats.iter().partition(|seat| seat.functions.contains(&MemberFunction::BoardChair));
    let in_all = |beside_chair| {
        let every = || seats.iter().flat_map(|seat| seat.functions.iter().copied()).collect();
        let asked = |number| Asked {
            name: Both { sv: "representanter".into(), en: "representatives".into() },
            functions: every(),
            but: Vec::new(),
            number,
            beside_chair,
        };
        others.iter().map(|seat| asked(seat.number)).collect()
    };
    match cx.charter.readings.board_members {
        BoardMembers::GroupChair => in_all(true),
        BoardMembers::PerBodyTotal => in_all(false),
        BoardMembers::PerBody => seats
            .iter()
            .map(|seat| Asked {
                name: seat.name.clone(),
                functions: seat.functions.clone(),
                but: if chairs.contains(&seat) {
                    Vec::new()
                } else {
                    chairs.iter().flat_map(|chair| chair.functions.iter().copied()).collect()
                },
                number: seat.number,
                beside_chair: false,
            })
            .collect(),
    }
}

/// Those who certainly sit for a board, one row for each, and how many persons there are.
#[derive(Default)]
struct Seated<'a> {
    sure: Vec<Ref<'a, Member>>,
    count: Count,
}

/// Judges one board, or the chair of the group.
fn check<'a>(
    cx: &Context<'a>,
    (group, of): (Ref<'a, Group>, Of<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !group.runs_on(cx.as_of).told()? {
        return Ok(());
    }
    match of {
        Of::Board(board) => check_board(cx, group, board, verdict),
        Of::Chair => {
            if let Some(term) = cx.terms(group, OfficeKind::Chair).on(cx.as_of)? {
                verdict.holds();
                if let Some(person) = term.office.person().known() {
                    verdict.seats_person(person);
                }
            } else {
                let words = words! { day = cx.as_of;
                sv: "Politiska samrådsgruppen saknar ordförande {day}",
                en: "The political group has no chair on {day}" };
                verdict.breaks(Severity::Error, group.offices().path, words).reading("A-03");
            }
            Ok(())
        }
    }
}

fn check_board<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    board: &'a Board,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    group.members().read()?;
    let sent = Sent { group, board, list: cx.boards() };
    let asked = asked(cx);
    let seated: Vec<Seated<'a>> = asked.iter().map(|asked| sent.seated(cx, asked)).collect();
    let at = group.members().path;
    verdict.seats(seated.iter().flat_map(|seated| seated.sure.iter().copied()));
    if seated.iter().all(|seated| seated.count.most == 0) && asked.iter().any(|asked| asked.number.from > 0) {
        let nobody = words! { board = name(&board.code, &board.name);
        sv: "Ingen sitter i politiska samrådsgruppen för {board}",
        en: "Nobody sits in the political group for {board}" };
        let words = sent.vacant(cx, None, nobody, verdict);
        verdict.breaks(Severity::Error, at, words);
        return Ok(());
    }
    let mut lacks = Lacks::default();
    for (asked, Seated { count, .. }) in asked.iter().zip(&seated) {
        if let Some(words) = sent.wrong_number(cx, asked, count, verdict) {
            verdict.breaks(Severity::Error, at, words).reading("A-03");
        } else if let Err(more) = count.is_within(asked.number.from, asked.number.to).told() {
            lacks = lacks.and(more);
        }
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    verdict.holds();
    for member in seated.iter().flat_map(|seated| &seated.sure) {
        sent.remark_two_boards(cx, *member, verdict);
    }
    Ok(())
}

/// A board, as messages show it.
fn name(code: &str, name: &str) -> Param {
    Param::Code { code: code.to_owned().into(), sv: name.to_owned().into(), en: name.to_owned().into() }
}

/// Does the member sit for this board on the as-of day?
fn sits_for<'a>(cx: &Context<'a>, member: Ref<'a, Member>, list: &[Entry<'a>], code: &str) -> Answer {
    member
        .runs_on(cx.as_of)
        .and(|| is_ordinary(member))
        .and(|| stands_for(cx, member.organisations(), list, |entry| entry.code == code))
}

/// Those that a board sends to a political group.
struct Sent<'a> {
    group: Ref<'a, Group>,
    board: &'a Board,
    /// Every board that the charter lists.
    list: Vec<Entry<'a>>,
}

impl<'a> Sent<'a> {
    fn seated(&self, cx: &Context<'a>, asked: &Asked) -> Seated<'a> {
        let &Self { group, board, ref list } = self;
        let Seated { mut sure, mut count } = Seated::default();
        count.hidden(group.members().unread());
        let fills = |member: Ref<'a, Member>, functions: &[MemberFunction]| {
            sits_for(cx, member, list, &board.code).and(|| has_function(member, functions))
        };
        let chair =
            if asked.beside_chair { cx.terms(group, OfficeKind::Chair).on(cx.as_of) } else { Ok(None) };
        let chairs = |person: &PersonId| {
            let chair = chair.as_ref().ok().copied().flatten();
            chair.is_some_and(|term| term.office.person().known() == Some(person))
        };
        let mut persons: Vec<&'a PersonId> = Vec::new();
        for member in group.members().items() {
            let person = match member.person().read() {
                Ok(person) => person,
                // Somebody without a name may be one of those who have one.
                Err(lacks) => {
                    if !fills(member, &asked.functions).is_no() {
                        count.add(Answer::Unknown(lacks));
                    }
                    continue;
                }
            };
            if persons.contains(&person) {
                continue;
            }
            persons.push(person);
            let rows = || group.members().items().filter(|row| row.person().known() == Some(person));
            let of = |functions| Answer::any(rows().map(|row| fills(row, functions)));
            match of(&asked.functions).and(|| of(&asked.but).not()) {
                Answer::Yes if chairs(person) => {}
                Answer::Yes => {
                    sure.push(member);
                    count.add(Answer::Yes);
                }
                other => count.add(other),
            }
        }
        if let Err(lacks) = chair {
            count.doubt_one(lacks);
        }
        Seated { sure, count }
    }

    /// Says that too many or too few were sent.
    fn wrong_number(
        &self,
        cx: &Context<'a>,
        asked: &Asked,
        count: &Count,
        verdict: &mut Verdict<'a>,
    ) -> Option<Words> {
        let Between { from, to, .. } = asked.number;
        let board = name(&self.board.code, &self.board.name);
        let seat = asked.name.clone();
        if count.least > to {
            return Some(words! { board = board, seat = seat, count = count.least, most = to;
            sv: "{board} deltar med för många, {seat}: {count} i stället för högst {most}",
            en: "{board} takes part with too many, {seat}: {count} instead of at most {most}" });
        }
        if count.most >= from {
            return None;
        }
        if count.most > 0 {
            return Some(words! { board = board, seat = seat, count = count.most, least = from;
            sv: "{board} deltar med för få, {seat}: {count} i stället för minst {least}",
            en: "{board} takes part with too few, {seat}: {count} instead of at least {least}" });
        }
        let without = words! { board = board, seat = seat;
        sv: "{board} deltar utan {seat}",
        en: "{board} takes part without {seat}" };
        Some(self.vacant(cx, Some(&asked.functions), without, verdict))
    }

    /// The sentence goes on with the vacancy that is recorded, where one is.
    fn vacant(
        &self,
        cx: &Context<'a>,
        functions: Option<&[MemberFunction]>,
        words: Words,
        verdict: &mut Verdict<'a>,
    ) -> Words {
        let Some(vacancy) = self.vacancy(cx, functions) else { return words };
        verdict.vacant(vacancy);
        let Ok(vacant) = vacancy.span() else { return words };
        let words = words.then(words! { vacant = vacant;
        sv: ", vakant {vacant}",
        en: ", vacant {vacant}" });
        words.because(vacancy.reason().known())
    }

    /// A recorded vacancy of the board.
    fn vacancy(&self, cx: &Context<'a>, functions: Option<&[MemberFunction]>) -> Option<Ref<'a, Vacancy>> {
        let &Self { group, board, ref list } = self;
        let fits = |vacancy: &Ref<'a, Vacancy>| {
            let organisation = vacancy.organisation().known().and_then(|id| cx.organisation(id));
            let of_board = organisation
                .and_then(|organisation| cx.listed(organisation, list).ok()?)
                .is_some_and(|entry| entry.code == board.code);
            let of_seat = match (vacancy.function().known(), functions) {
                (Some(function), Some(functions)) => functions.contains(function),
                _ => true,
            };
            of_board && of_seat && vacancy.runs_on(cx.as_of).is_yes()
        };
        cx.vacancies(group).find(fits)
    }

    /// Says that a person sits for a board that stands earlier in the list, too.
    fn remark_two_boards(&self, cx: &Context<'a>, member: Ref<'a, Member>, verdict: &mut Verdict<'a>) {
        let &Self { group, board, ref list } = self;
        let Some(person) = member.person().known() else { return };
        let rows = || group.members().items().filter(|row| row.person().known() == Some(person));
        let earlier = list.iter().take_while(|entry| entry.code != board.code);
        let sits = |entry: &&Entry<'a>| rows().any(|row| sits_for(cx, row, list, entry.code).is_yes());
        let Some(other) = earlier.filter(sits).last() else { return };
        let row = rows().find(|row| sits_for(cx, *row, list, &board.code).is_yes()).unwrap_or(member);
        let listed = cx.charter.boards.iter().find(|it| it.code == other.code);
        let other = name(other.code, listed.map_or(other.code, |it| &it.name));
        let words = words! {
        person = cx.person(person.as_str()), board = name(&board.code, &board.name), other = other;
        sv: "{person} sitter både för {other} och för {board}",
        en: "{person} sits both for {other} and for {board}" };
        verdict.remarks(row.path, words).reading("A-43");
    }
}
