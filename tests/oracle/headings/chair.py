"""Assignment N: chair and vice chair of a NOSAM."""

from datetime import date

import charter
from days import EARLY, ONE, add_days, add_months
from reading import ABSENT, UNREADABLE, known, nodes
from three import and3, any3, not3, or3
from world import HOLDS, NA, NOT_DUE, UNDET, contains, same, stretches, within


SEVERAL = object()


def _window(w, group, office):
    """First and last day judged for an office; ABSENT when nothing tells where it starts; None when it cannot be read."""
    life = w.life(group)
    if life is None or w.complete_from is UNREADABLE:
        return None
    start = w.complete_from
    if start is ABSENT:
        firsts = [t["first"] for t in w.terms(group, office) if t["sure"] and t["first"] is not None]
        begun = nodes(group["vacancies"]) + [node for node in nodes(group["offices"]) if node["standing_in_for"] is not ABSENT]
        firsts += [one["from"] for one in begun if one["office"] == office and known(one["from"]) and one["from"] <= w.D]
        if firsts:
            start = min(firsts)
        elif group["offices"] == []:
            start = w.D
        else:
            return ABSENT
    return max(start, life[0], charter.PLAN_FROM), min(w.D, life[1])


def _marks(terms, low, high):
    """The days on which something changes."""
    marks = {low}
    for term in terms:
        for day in (term["first"], *(add_days(term[end], 1) for end in ("least", "last") if term[end] is not None)):
            if day is not None and low < day <= high:
                marks.add(day)
    return sorted(marks)


def _member_marks(group, low, high):
    marks = set()
    for member in nodes(group["members"]):
        for day in (member["from"], add_days(member["to"], 1) if known(member["to"]) else ABSENT):
            if known(day) and low < day <= high:
                marks.add(day)
    return sorted(marks)


def _fit(w, group, person, day):
    """May the person chair: an ordinary member, or by A-22 anyone in the group but a process leader."""
    if w.reading("A-22") == "ordinary_with_side":
        return w.person_ordinary(group, person, day)
    if not isinstance(group["members"], list) or not known(person):
        return None
    return any3(
        None if member is None else and3(
            here, same(member["person"], person),
            # Who says no function is no process leader.
            not3(w.has_function(member, "process_leader")) if member["functions"] is not ABSENT else True)
        for member, here in w.active(group, day))


def n_ord_1(w, v):
    """N-ORD-1: one chair and one vice chair on every day, different people, elected by the NOSAM from its members. A-20, A-22."""
    for group, name in w.groups(v, "nosam"):
        offices = group["offices"]
        alive = w.alive(group, w.D)
        life = w.life(group)
        if life is not None and life[0] > w.D or known(w.complete_from) and w.complete_from > w.D:
            v.put(name, NA)
            continue
        if offices is ABSENT and w.complete_from is ABSENT and alive is False:
            # The group ended before anything was known of it.
            v.put(name, NA)
            continue
        if life is None or not isinstance(offices, list):
            v.put(name, UNDET)
            continue
        windows = {}
        for office in ("chair", "vice_chair"):
            window = _window(w, group, office)
            if window is None:
                v.put(name, UNDET)
                continue
            if window is ABSENT:
                # Never recorded, and nobody says from when absence counts.
                unplaced = any(not t["sure"] or t["first"] is None for t in w.terms(group, office))
                v.put(name, UNDET if alive or unplaced else NA)
                continue
            low, high = window
            if low > high:
                v.put(name, NA)
                continue
            windows[office] = window
            terms = w.terms(group, office)
            marks = _marks(terms, low, high)

            def count(day):
                answers = [(t, w.holds_on(t, day)) for t in terms]
                sure = {t["person"] if known(t["person"]) else id(t) for t, a in answers if a is True}
                maybe = {t["person"] if known(t["person"]) else id(t) for t, a in answers if a is not False}
                return len(sure), len(maybe)

            v.put(name, HOLDS)
            if any(sure != maybe for sure, maybe in map(count, marks)):
                v.put(name, UNDET)
            # A day that stands in two terms is told itself, and nothing else of that day.
            shared = {t["node"]["to"] for t in terms if t["sure"] and w.hands_over(group, t["node"])}
            after = {add_days(day, 1) for day in shared if low <= day < high}
            for first, last in stretches(sorted({*marks, *after}), high, lambda d: count(d)[1] == 0 and d not in shared):
                if not _said_vacant(group, office, first, last):
                    last = min(last, max(w.complete_to or first, first))
                met = any(
                    and3(contains(m["groups"], [group["id"]]), w.met(m)) is True
                    and known(w.meeting_day(m)) and first <= w.meeting_day(m) <= last
                    for m in nodes(w.r["meetings"]))
                # Where nobody was ever on record it lacks as long as the group is there.
                since = max(life[0], charter.PLAN_FROM) if offices == [] and w.complete_from is ABSENT else first
                v.three(name, False if _said_vacant(group, office, first, last) else w.unwritten(since), "error" if met else "warning",
                        lasting=[(first, last)])
            for stretch in stretches(marks, high, lambda d: count(d)[0] > 1):
                v.breaks(name, "error", lasting=[stretch])
            for term in terms:
                if term["sure"] and known(term["node"]["to"]) and low <= term["node"]["to"] <= high:
                    v.three(name, not3(_twice(w, group, term["node"])), "error", days=[term["node"]["to"]])
                _term(w, v, group, name, term, low, high)
            for node in nodes(offices):
                _stand_in(w, v, group, name, node, office, low, high)
        if len(windows) == 2:
            low = max(a for a, _ in windows.values())
            high = min(b for _, b in windows.values())
            if low <= high:
                chairs, vices = w.terms(group, "chair"), w.terms(group, "vice_chair")

                def both(day):
                    people = [{t["person"] for t in ts if w.holds_on(t, day) is True and known(t["person"])}
                              for ts in (chairs, vices)]
                    return bool(people[0] & people[1])

                for stretch in stretches(_marks(chairs + vices, low, high), high, both):
                    v.breaks(name, "error", lasting=[stretch])


def _said_vacant(group, office, first, last):
    """Does a row of vacancies say so of some of the days."""
    return any(one["office"] == office and UNREADABLE not in (one["from"], one["to"])
               and (one["from"] is ABSENT or one["from"] <= last) and (one["to"] is ABSENT or first <= one["to"])
               for one in nodes(group["vacancies"]))


def _twice(w, group, node):
    """Does the last day of a row stand in another term too, so that two people have the office, or one both offices?"""
    day = node["to"]
    apart = w.hands_over(group, node, apart=True)
    if apart or node["office"] == "chair":
        return apart
    # One who was vice chair and is chair: told with the earlier chair, if there was one that day.
    earlier = any3(
        None if one is UNREADABLE else and3(
            same(one["office"], "chair"),
            one["standing_in_for"] is ABSENT,
            True if one["from"] is ABSENT else one["from"] < day if known(one["from"]) else None,
            False if one["to"] is ABSENT else one["to"] >= day if known(one["to"]) else None)
        for one in group["offices"])
    within_office = any(one["office"] == "vice_chair" and one["standing_in_for"] is ABSENT and one["from"] == day
                        for one in nodes(group["offices"]) if one is not node)
    return or3(apart, and3(w.hands_over(group, node), not3(earlier), not within_office))


def _term(w, v, group, name, term, low, high):
    """One term: who elected it, when, and whether the holder may hold it on every day of it."""
    if term["first"] is None or term["last"] is None or not term["sure"]:
        v.put(name, UNDET)
    if term["least"] is None or not term["sure"]:
        return
    if term["least"] < low or term["first"] > high:
        return
    node = term["node"]
    if node["acting"] is True:
        v.remark(name)
    by, on = node["elected_by"], w.so_far(node["elected_on"])
    if low <= term["first"]:
        # A term that began before the judged days need not show how it was elected, nor a chair who was vice chair.
        took_over = _took_over(w, group, term)
        v.three(name, by == group["id"] if known(by) else took_over or None if by is ABSENT else None, "error", days=[term["first"]])
        v.three(name, or3(took_over, on <= term["first"] if known(on) else None), "error", days=[term["first"]])
    first, last = max(low, term["first"]), min(high, term["least"])
    days = [first] + _member_marks(group, first, last)
    _daily(v, name, "error", days, last, [_fit(w, group, term["person"], day) for day in days])


def _daily(v, name, severity, days, last, answers):
    """One finding for what is wrong on some of the days; each answer stands until the next day."""
    wrong = stretches(days, last, lambda day: answers[days.index(day)] is False)
    if wrong:
        v.breaks(name, severity, lasting=wrong)
    else:
        v.put(name, UNDET if None in answers else HOLDS)


def _stand_in(w, v, group, name, node, office, low, high):
    """One who stands in: nothing is asked but that it may hold the office on each of its days."""
    right = same(node["office"], office)
    if node["standing_in_for"] is ABSENT or right is False:
        return
    a, b = (open_end if day is ABSENT else day for day, open_end in ((node["from"], low), (node["to"], high)))
    if known(a) and a > high or known(b) and b < low:
        return
    if not right or not known(a) or not known(b):
        v.put(name, UNDET)
        return
    v.remark(name)
    first, last = max(low, a), min(high, b)
    days = [first] + _member_marks(group, first, last)
    _daily(v, name, "error", days, last, [_fit(w, group, node["person"], day) for day in days])


def _took_over(w, group, term):
    """Was a chair vice chair on the day before the term."""
    if term["node"]["office"] != "chair":
        return False
    terms, sure = _chairs(w, group)
    return _was_vice(w, group, term["person"], _eve(_before(terms, term), term) if sure else None)


def _eve(before, term):
    """The day before a hand-over: at a gap the last day of the term before; None when it cannot be told."""
    if before is None:
        return term["first"] - ONE
    return None if before is SEVERAL or before["last"] is None else min(term["first"] - ONE, before["last"])


def _was_vice(w, group, person, day):
    """Was the person vice chair on the day; None for a day that cannot be told."""
    return any3(and3(w.holds_on(term, day) if day else None, same(term["person"], person) if known(person) else None)
                for term in w.terms(group, "vice_chair"))


def _chairs(w, group):
    """The chair terms in order of their first day; whether the order is certain."""
    terms = w.terms(group, "chair")
    sure = all(t["sure"] and t["first"] is not None for t in terms)
    return sorted((t for t in terms if t["first"] is not None and t["sure"]), key=lambda t: t["first"]), sure


def _each_later(w, v):
    """(group, subject, earlier term or SEVERAL, later term, certain) of every chair term that began in the judged days."""
    for group, name in w.groups(v, "nosam"):
        if not isinstance(group["offices"], list):
            v.put(name, UNDET)
            continue
        terms, sure = _chairs(w, group)
        if not sure:
            v.put(name, UNDET)
        for i, term in enumerate(terms):
            if term["first"] == EARLY:
                # As old as the records: nothing came before; a second one cannot be placed.
                if i:
                    v.put(name, UNDET)
                continue
            subject = f"{name}#{term['first'].isoformat()}"
            before = _before(terms, term)
            # A group that has ended has no chair to take turns.
            counted = and3(w.in_time(term["first"]), not3(w.over(group, term["first"])))
            if counted is None and before is None:
                # Of the first known term only a certain fault is told.
                continue
            if counted is not True:
                v.put(subject, NA if counted is False else UNDET)
                continue
            yield group, subject, before, term, sure


def _before(terms, term):
    """The term before this one; None when it is the first, SEVERAL when others hold the office from one day."""
    first = max((t["first"] for t in terms if t["first"] < term["first"]), default=None)
    before = [t for t in terms if t["first"] == first]
    if len({(t["person"], t["node"]["organisation"]) for t in before}) > 1:
        return SEVERAL
    return before[0] if before else None


def _following(terms, term):
    """The terms that begin first after this one."""
    first = min((t["first"] for t in terms if t["first"] > term["first"]), default=None)
    return [t for t in terms if t["first"] == first]


def _rows(w, group, term, day):
    """(membership, is it certain) of those by which the holder may chair on the day, the one that began first first.

    Up to the first certain one: the order of the rows decides nothing.
    """
    def began(row):
        start = row[0]["from"] if row[0] is not None else None
        return (0, start) if known(start) else (1, date.max)

    for member, here in sorted(w.active(group, day), key=began):
        if member is None or member["person"] != term["person"]:
            continue
        answer = and3(here, _counts(w, member))
        if answer is not False:
            yield member, answer
        if answer:
            return


def _represents(w, group, term, day):
    """Does the holder represent the organisation that the office names, or one below or above it."""
    named = term["node"]["organisation"]

    def in_line(org):
        if not known(org):
            return None
        (up, whole), (down, all_) = w.above(org), w.above(named)
        return True if named in up or org in down else False if whole and all_ else None

    return any3(and3(here, _counts(w, member), w.represents(member, in_line))
                for member, here in w.active(group, day)
                if member is not None and member["person"] == term["person"])


def _side(w, group, term, day):
    """The possible sides of the holder on a day; None when N-ORD-1 tells that it may not hold the office, or nobody can tell.

    The organisation that the office names decides while the holder represents it, else the home organisation.
    """
    if _fit(w, group, term["person"], day) is not True:
        return None
    mine = {side for member, _ in _rows(w, group, term, day) for side in w.member_sides(member)}
    org = term["node"]["organisation"]
    if org is UNREADABLE or _contradicted(w, group, term, day):
        return {"municipality", "region", "none"}
    if org is ABSENT or mine == {"none"}:
        return mine
    represents = _represents(w, group, term, day)
    return w.sides(org) if represents else mine if represents is False else mine | w.sides(org)


def _contradicted(w, group, term, day):
    """Two sides on one day without an organisation in the office, or one there that its holder never represented."""
    org = term["node"]["organisation"]
    if org is ABSENT:
        return w.two_sides(group, term["person"], day)
    return any3(
        None if member is UNREADABLE else and3(same(member["person"], term["person"]), w.represents(
            member, lambda one: None if one is UNREADABLE else _related(w, one, org)))
        for member in group["members"]) is False


def _related(w, one, other):
    """Are two organisations the same, or one above the other."""
    lines = [w.above(one), w.above(other)]
    return other in lines[0][0] or one in lines[1][0] or (None if not all(whole for _, whole in lines) else False)


def _counts(w, member):
    """Does the membership let its holder chair."""
    if w.reading("A-22") == "ordinary_with_side":
        return same(member["status"], "ordinary")
    return True if member["functions"] is ABSENT else not3(w.has_function(member, "process_leader"))


def _private(w, group, term, day):
    """Does the holder represent a private provider."""
    org = term["node"]["organisation"]
    if not known(org) or not _represents(w, group, term, day):
        rows = [member for member, sure in _rows(w, group, term, day) if sure]
        org = w.home(rows[0]) if rows else ABSENT
    return known(org) and w.is_private(org) is True


def n_ord_2(w, v):
    """N-ORD-2: the chair alternates between the principals. A-19, A-20, A-22."""
    for group, subject, before, term, sure in _each_later(w, v):
        now = _side(w, group, term, term["first"])
        sideless = now == {"none"}
        alternates = _alternates(w, group, before, term, sure)
        if _told_sideless(w, group, before, term, sure):
            v.breaks(subject, "error")
        elif before is None:
            v.remark(subject) if sideless else v.put(subject, NA)
            if not sure:
                v.put(subject, UNDET)
        elif sure and sideless:
            v.remark(subject)
        elif alternates is False:
            v.breaks(subject, "warning" if _explained(w, group, before, term) else "error")
        else:
            v.put(subject, HOLDS if alternates else UNDET)
    for group, name in w.groups(v, "nosam"):
        for node in nodes(group["offices"]):
            # Of who stands in only that it has a side.
            day = node["from"]
            if node["office"] == "chair" and node["standing_in_for"] is not ABSENT and known(day) and day <= w.D and w.in_time(day):
                term = dict(node=node, person=node["person"], first=day)
                if _told_sideless(w, group, None, term, True):
                    v.breaks(f"{name}#{day.isoformat()}", "error")
                elif _side(w, group, term, day) == {"none"}:
                    v.remark(f"{name}#{day.isoformat()}")
        for term in _chairs(w, group)[0]:
            changed, sure = _changed(w, group, term)
            if changed is not None:
                subject = f"{name}#{term['first'].isoformat()}"
                v.breaks(subject, "warning", [changed]) if sure else v.put(subject, UNDET)


def _told_sideless(w, group, before, term, sure):
    """Is it a breach of N-ORD-2 that the holder has no side: by A-22 only of a private provider's."""
    return (sure or before is None) and _side(w, group, term, term["first"]) == {"none"} and (
        w.reading("A-22") == "ordinary_with_side" or _private(w, group, term, term["first"]))


def _alternates(w, group, before, term, sure):
    """Is a chair term of another side than the one before it, each on its first day."""
    if before is None or before is SEVERAL:
        # Of several at once N-ORD-1 tells.
        return None
    day = term["first"]
    now = _side(w, group, term, day)
    if not sure or now is None or len(now) > 1 or now == {"none"}:
        return None
    then_day = before["first"]
    if then_day == EARLY:
        if before["last"] is None:
            return None
        then_day = min(day - ONE, before["last"])
    then = _side(w, group, before, then_day)
    if then is None or len(then) > 1 or then == {"none"} and w.reading("A-22") == "ordinary_with_side":
        return None
    return now != then


def _changed(w, group, term):
    """The first judged day on which a chair has certainly, or perhaps, another side than on the first; whether it is certain.

    A change of employer. Who had no side, or of whom N-ORD-1 tells, has none to change.
    """
    first = term["first"]
    if first == EARLY or not known(term["person"]):
        return None, True
    side = _side(w, group, term, first)
    if side is None or side == {"none"}:
        return None, True
    # A membership on no known days may have changed it at any time.
    found = [(first, False)] if len(side) > 1 and not all(sure for _, sure in _rows(w, group, term, first)) else []
    for day in _member_marks(group, first, w.D):
        holds = w.holds_on(term, day)
        fit = and3(holds, _fit(w, group, term["person"], day))
        then = _side(w, group, term, day)
        judged = and3(w.in_time(day), not3(w.over(group, day)))
        if fit is False or then == side or judged is False:
            continue
        certain = and3(fit, judged) is True and not side & then
        found.append((day, certain))
    # What comes before a certain change and is not certain leaves open from when, not whether.
    sure = any(certain for _, certain in found)
    return (min(day for day, _ in found), sure) if found else (None, True)


def n_ord_3(w, v):
    """N-ORD-3: a chair term lasts one year, with some tolerance. A-20."""
    for group, name in w.groups(v, "nosam"):
        if not isinstance(group["offices"], list):
            v.put(name, UNDET)
            continue
        for term in w.terms(group, "chair"):
            if term["first"] is None or not term["sure"]:
                v.put(name, UNDET)
                continue
            first, last = term["first"], term["last"]
            subject = f"{name}#{first.isoformat() if first != EARLY else ''}"
            life = w.life(group)
            if life is None:
                v.put(subject, UNDET)
                continue
            if life[1] < first:
                v.put(subject, NA)
                continue
            # A term ends with its group, too.
            ended = life[1] if term["open"] and life[1] < w.D else None
            last = ended or last
            counted = w.in_time(w.D) if last is None else w.in_time(min(last, w.D))
            if counted is not True or first == EARLY or last is None:
                v.put(subject, NA if counted is False else UNDET)
                continue
            running = term["open"] and ended is None
            ends = [w.D] if running else [last] if ended else [last, term["least"]]
            grades = {_length(w, first, end, life, running) for end in ends}
            reason = term["node"]["reason"]
            if len(grades) > 1:
                # The last day may be the first of another term.
                v.put(subject, UNDET)
            elif grades == {"long"}:
                # One without an end may have ended since the record is complete.
                told = not term["open"] or w.complete_to is not None and w.in_time(w.complete_to) and _length(
                    w, first, min(ends[0], w.complete_to), life, True) == "long"
                v.three(subject, False if told else None, "error", days=[_nominal(w, first)])
            elif grades == {"short"}:
                if reason is ABSENT:
                    v.breaks(subject, "warning", [last])
                elif reason is UNREADABLE:
                    v.put(subject, UNDET)
                else:
                    v.remark(subject)
            else:
                v.put(subject, NOT_DUE if running else HOLDS)


def _length(w, first, last, life, running=False):
    """Is a chair term too "long" or too "short" by A-20, or "right"."""
    calendar = w.reading("A-20") == "calendar_year"
    tolerance = 0 if calendar else charter.TERM_TOLERANCE
    off = (add_days(last, 1) - _nominal(w, first)).days
    if off > tolerance:
        return "long"
    # The end of a group cuts a term short without anybody's doing.
    if not running and life[1] > last and (off < -tolerance or calendar and (first.month, first.day) != (1, 1)):
        return "short"
    return "right"


def _nominal(w, first):
    """The day after the year of a term."""
    return date(first.year + 1, 1, 1) if w.reading("A-20") == "calendar_year" else add_months(first, charter.TERM_MONTHS)


def _explained(w, group, before, term):
    """Is there a reason for a hand-over out of order: the later term's own, or why the term before was cut short."""
    life, first, last = w.life(group), before["first"], before["last"]
    short = life is not None and first != EARLY and last is not None and _length(w, first, last, life) == "short"
    return term["node"]["reason"] is not ABSENT or short and before["node"]["reason"] is not ABSENT


def _vice_left(vices, term):
    """Does the latest vice-chair term that ended in the year before a chair term say why?"""
    ended = [t for t in vices if t["sure"] and t["first"] is not None and t["last"] is not None
             and t["last"] < term["first"] <= add_months(t["last"], 12)]
    latest = max((t["last"] for t in ended), default=None)
    return any(t["last"] == latest and t["node"]["reason"] is not ABSENT for t in ended)


def n_ord_4(w, v):
    """N-ORD-4: the vice chair takes over the chair. A-20, A-21."""
    for group, subject, before, term, sure in _each_later(w, v):
        if before is None:
            # Whether something came before it is told of the whole group.
            continue
        if not sure or before is SEVERAL or before["last"] is None or not known(term["person"]):
            v.put(subject, UNDET)
            continue
        day = _eve(before, term)
        vices = w.terms(group, "vice_chair")
        answers = [(t, w.holds_on(t, day)) for t in vices]
        unplaced = any(not t["sure"] or t["first"] is None for t in vices)
        maybe = [t for t, a in answers if a is not False and t["person"] in (term["person"], ABSENT, UNREADABLE)]
        if _was_vice(w, group, term["person"], day):
            v.put(subject, HOLDS)
        elif unplaced or maybe:
            v.put(subject, UNDET)
        elif _told_sideless(w, group, before, term, sure) or _alternates(w, group, before, term, sure) is False:
            # N-ORD-2 tells it.
            v.put(subject, UNDET)
        elif any(a is True for t, a in answers):
            explained = _explained(w, group, before, term) or _vice_left(vices, term)
            v.breaks(subject, "warning" if explained else "error")
        elif any(a is None for t, a in answers):
            # Another vice chair, or none.
            v.put(subject, UNDET)
        else:
            vacant = any(one["office"] == "vice_chair" and within(one, day) is True for one in nodes(group["vacancies"]))
            begun = any(t["first"] is not None and t["first"] <= day for t in vices)
            complete = w.complete_from is not ABSENT and w.complete_from <= day
            v.breaks(subject, "warning") if vacant or begun or complete else v.put(subject, UNDET)


def n_ord_5(w, v):
    """N-ORD-5: chair and vice chair come from different sides. A-21."""
    for group, name in w.groups(v, "nosam"):
        if w.reading("A-21") == "any":
            v.put(name, NA)
            continue
        if not isinstance(group["offices"], list):
            v.put(name, UNDET)
            continue
        chairs, vices = w.terms(group, "chair"), w.terms(group, "vice_chair")
        unsure = any(not t["sure"] or t["first"] is None for t in chairs + vices)
        windows = [_window(w, group, office) for office in ("chair", "vice_chair")]
        if unsure or None in windows:
            v.put(name, UNDET)
        if None in windows or ABSENT in windows:
            continue
        low, high = max(a for a, _ in windows), min(b for _, b in windows)
        if low > high:
            continue

        def crowded(day):
            """Two people in one office: told by N-ORD-1."""
            return any(len({t["person"] if known(t["person"]) else id(t) for t in ts if w.holds_on(t, day) is True}) > 1
                       for ts in (chairs, vices))

        met = False
        placed = [sorted((t for t in ts if t["sure"] and t["first"] is not None), key=lambda t: t["first"])
                  for ts in (chairs, vices)]
        for chair in placed[0]:
            for vice in placed[1]:
                if chair["last"] is None or vice["last"] is None:
                    unsure = True
                    v.put(name, UNDET)
                if chair["least"] is None or vice["least"] is None:
                    continue
                first = max(chair["first"], vice["first"], low)
                last = min(chair["least"], vice["least"], high)
                if first > last:
                    continue
                if first == EARLY:
                    first = last
                met = True
                followed = any(t["person"] == vice["person"]
                               and _alternates(w, group, _before(placed[0], t), t, True) is False
                               for t in _following(placed[0], chair))
                days = sorted({*_marks(chairs + vices, first, last), *_member_marks(group, first, last)})
                _daily(v, name, "warning", days, last, [
                    None if crowded(day) else _apart(w, group, chair, vice, followed, day) for day in days])
        if not met and not unsure:
            # No day with both: the vacancy is N-ORD-1's.
            v.put(name, UNDET)


def _apart(w, group, chair, vice, followed, day):
    """Do a chair and a vice chair come from different sides on a day; None where another rule tells, or nobody can tell."""
    x, y = _side(w, group, chair, day), _side(w, group, vice, day)
    if x is None or y is None or len(x) > 1 or len(y) > 1:
        return None
    changed, _ = _changed(w, group, chair)
    if changed is not None and changed <= day:
        # Told by N-ORD-2.
        return None
    anyone = w.reading("A-22") != "ordinary_with_side"
    if x == {"none"}:
        # Told by N-ORD-2 of the first day of the term, where that is judged.
        told = chair["first"] != EARLY and w.in_time(chair["first"]) is not False
        return True if anyone and not _private(w, group, chair, day) else None if told else False
    if y == {"none"} and anyone and not _private(w, group, vice, day):
        return True
    if x != y and y != {"none"}:
        return True
    # One person in both is told by N-ORD-1, a vice chair who followed on the same side by N-ORD-2.
    return None if chair["person"] == vice["person"] or followed else False
