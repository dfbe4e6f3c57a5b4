//! P-POL-6: whom each board sends to the political group.

use super::stands_for;
use crate::answer::{Answer, Count, Lacks};
use crate::charter::{Between, Board, BoardMembers};
use crate::codes::{GroupKind, MemberFunction, OfficeKind, Severity};
use crate::index::{
    Case, Context, Entry, Listing, UnknownNames, group_case, group_subject, has_function, is_ordinary,
};
use crate::lang::Both;
use crate::record::{Group, Member, Period, PersonId, Ref, Vacancy};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::seats::acting;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "P-POL-6",
    subject: "groups/POLITICAL#BOARD",
    severities: [Error, Info],
    key_days: AsOf,
    partition_by: Group,
    reads: [groups],
    judges: Groups,
    part: Roster,
    each: boards,
    sv: {
        norm: "Varje nämnd och styrelse deltar i politiska samrådsgruppen med sin ordförande och en eller två \
            valda representanter",
        why: "Den som talar för en nämnd har mandat från den, och ingen nämnd blir större eller mindre än de andra.",
        reading: "Varje organ i listan (A-02) har sin ordförande och dessutom en eller två valda med, alltså \
            två eller tre personer (A-03); en och två valda är rätt, ingen och tre är fel. Ordföranden \
            räknas inte bland de valda, men vice ordföranden gör det, med en anmärkning. Den som har flera \
            organ och flera funktioner i en rad räknas i varje organ för sig: som ordförande om ingen annan \
            är det, annars bland de valda om det finns plats. Saknas hela organet är det ett enda fel. \
            Ersättare, adjungerade och stöd räknas inte. Den som sitter för två organ räknas i båda, med en \
            anmärkning (A-43). Med A-03 `group_chair` gäller ordföranden hela gruppen och varje organ \
            sänder en eller två därutöver; med `per_body_total` sänder varje organ en eller två sammanlagt.",
        example: "Regionhälsans styrelse deltar bara med sin ordförande: fel.",
    },
    en: {
        norm: "Every board takes part in the political group with its chair and one or two elected representatives",
        why: "Whoever speaks for a board has its mandate, and no board grows larger or smaller than the others.",
        reading: "Every body in the list (A-02) has its chair there and one or two elected besides, so two \
            or three people (A-03); one and two elected are right, none and three are wrong. The chair is \
            not counted among the elected, a vice chair is, with a remark. Who has several bodies and several \
            functions in one row counts in each body by itself: as its chair if nobody else is, else among \
            the elected if there is room. A whole body missing is a single error. \
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

/// Whether those that chair a board are counted by themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Chairs,
    Others,
    Everybody,
}

/// So many of a board's people are asked for.
struct Asked {
    name: Both<String>,
    functions: Vec<MemberFunction>,
    /// Which of the board's people are counted.
    who: Who,
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
            who: Who::Everybody,
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
                who: if chairs.contains(&seat) { Who::Chairs } else { Who::Others },
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

/// What one person is to a board.
struct Sent<'a> {
    /// The first row that tells it.
    row: Ref<'a, Member>,
    person: Option<&'a PersonId>,
    /// For each number that is asked for: has the person a function that it counts?
    has: Vec<Answer>,
    /// Does the person chair the board, where its chairs are counted by themselves?
    chairs: Answer,
    /// Does the person certainly sit as vice chair of the board?
    vice: bool,
}

/// Judges one board, or the chair of the group.
fn check<'a>(
    cx: &Context<'a>,
    (group, of): (Ref<'a, Group>, Of<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !cx.lives_on(group, cx.as_of).told()? {
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
                sv: "Politiska samrådsgruppen saknar ordförande (prövat {day})",
                en: "The political group has no chair (judged as of {day})" };
                verdict
                    .breaks(Severity::Error, group.offices().path, words)
                    .absent_since(None)
                    .reading("A-03");
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
    let sent = Sending::of(cx, group, board);
    let asked = &sent.asked;
    let people = sent.people(cx);
    let seated: Vec<Seated<'a>> = (0..asked.len()).map(|at| sent.seated(&people, at)).collect();
    let at = group.members().path;
    verdict.seats(seated.iter().flat_map(|seated| seated.sure.iter().copied()));
    if seated.iter().all(|seated| seated.count.most == 0) && asked.iter().any(|asked| asked.number.from > 0) {
        let nobody = words! { board = name(&board.code, &board.name);
        sv: "{board} har ingen i politiska samrådsgruppen",
        en: "{board} has nobody in the political group" };
        let words = sent.vacant(cx, None, nobody, verdict);
        let told = verdict.breaks(Severity::Error, at, words).unknown_names(sent.unknown_names(cx));
        // One seat may be said to be vacant, and the other not.
        let mut seats = asked.iter().filter(|asked| asked.number.from > 0);
        if seats.any(|asked| sent.vacancy(cx, Some(&asked.functions)).is_none()) {
            told.absent_since(None);
        }
        return Ok(());
    }
    let mut lacks = Lacks::default();
    for (asked, Seated { count, .. }) in asked.iter().zip(&seated) {
        if let Some(words) = sent.wrong_number(cx, asked, count, verdict) {
            let told = verdict.breaks(Severity::Error, at, words).reading("A-03");
            let told = told.unknown_names(sent.unknown_names(cx));
            // Too many may be for want of the last day of one.
            let too_many = asked.number.to < count.least;
            if too_many || sent.vacancy(cx, Some(&asked.functions)).is_none() {
                told.absent_since(None);
            }
        } else if let Err(more) = count.is_within(asked.number.from, asked.number.to).told() {
            lacks = lacks.and(more);
        }
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    verdict.holds();
    for (asked, seated) in asked.iter().zip(&seated) {
        seated.sure.iter().for_each(|member| acting(cx, asked.name.clone().into(), *member, verdict));
    }
    for member in seated.iter().flat_map(|seated| &seated.sure) {
        sent.remark_two_boards(cx, *member, verdict);
    }
    for vice in people.iter().filter(|sent| sent.vice && !sent.chairs.is_yes()) {
        let words = words! { person = cx.holder(vice.row.person()), board = name(&board.code, &board.name);
        sv: "{person} är vice ordförande för {board} och räknas bland de valda",
        en: "{person} is vice chair of {board} and counts among the elected" };
        verdict.remarks(vice.row.path, words);
    }
    Ok(())
}

/// A board, as messages show it.
fn name(code: &str, name: &str) -> Param {
    Param::Code { code: code.to_owned().into(), sv: name.to_owned().into(), en: name.to_owned().into() }
}

/// Does the member sit for this board on the as-of day?
fn sits_for<'a>(cx: &Context<'a>, member: Ref<'a, Member>, list: &[Entry<'a>], code: &str) -> Answer {
    cx.can_sit(member, cx.as_of)
        .and(|| is_ordinary(member))
        .and(|| stands_for(cx, member.organisations(), list, |entry| entry.code == code))
}

/// Does the row name several organisations and functions, so that nobody can tell which go together?
fn tells_no_pairs(row: Ref<'_, Member>) -> bool {
    let (organisations, functions) = (row.organisations(), row.functions());
    let several = |readable: usize, unread: Option<Lacks>| readable + usize::from(unread.is_some()) > 1;
    several(organisations.items().count(), organisations.unread())
        && several(functions.items().count(), functions.unread())
}

/// What a board sends to a political group.
struct Sending<'a> {
    group: Ref<'a, Group>,
    board: &'a Board,
    asked: Vec<Asked>,
    /// Every board that the charter lists.
    list: Vec<Entry<'a>>,
    /// Who holds the group's own chair, where that is counted beside the boards.
    chair: Result<Option<&'a PersonId>, Lacks>,
}

impl<'a> Sending<'a> {
    fn of(cx: &Context<'a>, group: Ref<'a, Group>, board: &'a Board) -> Self {
        let asked = asked(cx);
        let chair = if asked.iter().any(|asked| asked.beside_chair) {
            let term = cx.terms(group, OfficeKind::Chair).on(cx.as_of);
            term.map(|term| term.and_then(|term| term.office.person().known()))
        } else {
            Ok(None)
        };
        Self { group, board, asked, list: cx.boards(), chair }
    }

    /// What each person of the group is to the board.
    ///
    /// Rows that tell no pairs are read last, each as the first of what the board has too little of, if any.
    fn people(&self, cx: &Context<'a>) -> Vec<Sent<'a>> {
        let rows = || self.group.members().items();
        let mut people = Vec::new();
        for row in rows().filter(|row| !tells_no_pairs(*row)) {
            let has = self.asked.iter().map(|asked| self.fills(cx, row, &asked.functions)).collect();
            let chairs = self.fills(cx, row, &[MemberFunction::BoardChair]);
            let is_vice = self.fills(cx, row, &[MemberFunction::BoardViceChair]).is_yes();
            let vice = is_vice && chairs.is_no() && self.asked.iter().any(counts_vice_chairs);
            add(&mut people, Sent { row, person: row.person().known(), has, chairs, vice });
        }
        for row in rows().filter(|row| tells_no_pairs(*row)) {
            let sent = self.where_there_is_room(cx, row, &people);
            add(&mut people, sent);
        }
        people
    }

    /// What a row that tells no pairs is to the board, beside these.
    fn where_there_is_room(&self, cx: &Context<'a>, row: Ref<'a, Member>, people: &[Sent<'a>]) -> Sent<'a> {
        let (mut has, mut taken) = (Vec::new(), Answer::No);
        let (mut chairs, mut vice) = (Answer::No, false);
        let is_chair = || has_function(row, &[MemberFunction::BoardChair]);
        for (at, asked) in self.asked.iter().enumerate() {
            let room = || self.count(people, at).reaches(asked.number.to).not();
            let claims = self.fills(cx, row, &asked.functions).and(|| taken.clone().not()).and(room);
            taken = taken.or(|| claims.clone());
            let is_vice = counts_vice_chairs(asked)
                && has_function(row, &[MemberFunction::BoardViceChair]).is_yes()
                && (asked.who != Who::Everybody || is_chair().is_no());
            vice |= is_vice && claims.is_yes();
            if asked.who == Who::Chairs {
                chairs = chairs.or(|| claims.clone());
            }
            has.push(claims);
        }
        Sent { row, person: row.person().known(), has, chairs, vice }
    }

    /// Does the row sit for the board with one of these functions?
    fn fills(&self, cx: &Context<'a>, row: Ref<'a, Member>, functions: &[MemberFunction]) -> Answer {
        let fills = sits_for(cx, row, &self.list, &self.board.code).and(|| has_function(row, functions));
        // Somebody without a name may be one of those who have one.
        fills.and(|| row.person().read().map(|_| true).into())
    }

    /// Is the person one of those that are asked for?
    fn counts(&self, sent: &Sent<'a>, at: usize) -> Answer {
        let asked = &self.asked[at];
        let chair = self.chair.as_ref().ok().copied().flatten();
        if asked.beside_chair && chair.is_some() && chair == sent.person {
            return Answer::No;
        }
        let apart = || if asked.who == Who::Others { sent.chairs.clone().not() } else { Answer::Yes };
        sent.has[at].clone().and(apart)
    }

    fn count(&self, people: &[Sent<'a>], at: usize) -> Count {
        let mut count = Count::default();
        people.iter().for_each(|sent| count.add(self.counts(sent, at)));
        count
    }

    fn seated(&self, people: &[Sent<'a>], at: usize) -> Seated<'a> {
        let mut count = self.count(people, at);
        count.hidden(self.group.members().unread());
        if let (true, Err(lacks)) = (self.asked[at].beside_chair, &self.chair) {
            count.doubt_one(lacks.clone());
        }
        let sure = people.iter().filter(|sent| self.counts(sent, at).is_yes()).map(|sent| sent.row).collect();
        Seated { sure, count }
    }

    /// Names of what members represent that may be meant for the board.
    fn unknown_names(&self, cx: &Context<'a>) -> UnknownNames {
        cx.unknown_names(self.group.members().items(), Listing::Boards, Some(&self.board.code))
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
            return Some(
                words! { board = board, seat = seat, count = Param::People(count.least), most = Param::People(to);
                sv: "{board} deltar med {count} som {seat}, högst {most} ska delta",
                en: "{board} takes part with {count} as {seat}, it may have {most} at the most" },
            );
        }
        if count.most >= from {
            return None;
        }
        if count.most > 0 {
            return Some(
                words! { board = board, seat = seat, count = Param::People(count.most), least = Param::People(from);
                sv: "{board} deltar med {count} som {seat}, minst {least} ska delta",
                en: "{board} takes part with {count} as {seat}, it is to have {least} at least" },
            );
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
        let &Self { group, board, ref list, .. } = self;
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
        let &Self { group, board, ref list, .. } = self;
        let Some(person) = member.person().known() else { return };
        let rows = || group.members().items().filter(|row| row.person().known() == Some(person));
        let earlier = list.iter().take_while(|entry| entry.code != board.code);
        let counts = |board| {
            let other = Sending::of(cx, group, board);
            let of_person = |sent: &Sent<'a>| sent.person == Some(person);
            let counts = |sent: &Sent<'a>| (0..other.asked.len()).any(|at| other.counts(sent, at).is_yes());
            other.people(cx).iter().any(|sent| of_person(sent) && counts(sent))
        };
        let board_of = |entry: &Entry<'a>| cx.charter.boards.iter().find(|board| board.code == entry.code);
        let sits = |entry: &&Entry<'a>| {
            rows().any(|row| sits_for(cx, row, list, entry.code).is_yes())
                && (!rows().any(tells_no_pairs) || board_of(entry).is_some_and(counts))
        };
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

/// Do vice chairs count among those that are asked for?
fn counts_vice_chairs(asked: &Asked) -> bool {
    asked.functions.contains(&MemberFunction::BoardViceChair)
}

/// Adds what a row tells to what other rows tell of the same person.
fn add<'a>(people: &mut Vec<Sent<'a>>, sent: Sent<'a>) {
    let same = |known: &&mut Sent<'a>| known.person.is_some() && known.person == sent.person;
    let Some(known) = people.iter_mut().find(same) else {
        people.push(sent);
        return;
    };
    for (known, more) in known.has.iter_mut().zip(sent.has) {
        *known = std::mem::replace(known, Answer::No).or(|| more);
    }
    known.chairs = known.chairs.clone().or(|| sent.chairs);
    known.vice |= sent.vice;
}
