"""Assignment N: chair and vice chair of a NOSAM."""

from datetime import date

import charter
from days import EARLY, LATE, ONE, add_days, add_months
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, same


def _window(w, group, office):
    """First and last day judged for an office; ABSENT when nothing tells where it starts; None when it cannot be read."""
    life = w.life(group)
    if life is None or w.complete_from is UNREADABLE:
        return None
    start = w.complete_from
    if start is ABSENT:
        firsts = [t["first"] for t in w.terms(group, office) if t["sure"] and t["first"] is not None and t["first"] <= w.D]
        if not firsts:
            return ABSENT
        start = min(firsts)
    return max(start, life[0]), min(w.D, life[1])


def _marks(terms, low, high):
    """The days on which something changes."""
    marks = {low}
    for term in terms:
        for day in (term["first"], add_days(term["last"], 1) if term["last"] is not None else None):
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


def _stretches(marks, high, hit):
    """Runs of the window in which `hit` is true: (first day, last day)."""
    out = []
    for i, day in enumerate(marks):
        last = marks[i + 1] - ONE if i + 1 < len(marks) else high
        if hit(day):
            if out and out[-1][1] + ONE == day:
                out[-1] = (out[-1][0], last)
            else:
                out.append((day, last))
    return out


def _fit(w, group, person, day):
    """May the person chair: an ordinary member, or by A-22 anyone in the group but a process leader."""
    if w.reading("A-22") == "ordinary_with_side":
        return w.person_ordinary(group, person, day)
    if not isinstance(group["members"], list) or not known(person):
        return None
    return any3(
        None if member is None else and3(
            here, same(member["person"], person),
            not3(w.has_function(member, "process_leader")) if member["functions"] is not ABSENT else None)
        for member, here in w.active(group, day))


def n_ord_1(w, v):
    """N-ORD-1: one chair and one vice chair on every day, different people, elected by the NOSAM from its members. A-20, A-22."""
    for group, name in w.groups(v, "nosam"):
        offices = group["offices"]
        alive = w.alive(group, w.D)
        if not isinstance(offices, list):
            v.put(name, NA if alive is False and not known(w.complete_from) else UNDET)
            continue
        windows = {}
        for office in ("chair", "vice_chair"):
            window = _window(w, group, office)
            if window is None:
                v.put(name, UNDET)
                continue
            if window is ABSENT:
                if offices:
                    # Never recorded, and nobody says from when absence counts.
                    v.put(name, UNDET)
                    continue
                if alive is not True:
                    v.put(name, NA if alive is False else UNDET)
                    continue
                window = (w.D, w.D)
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
            for first, last in _stretches(marks, high, lambda d: count(d)[1] == 0):
                met = any(
                    and3(contains(m["groups"], [group["id"]]), w.held(m)) is True
                    and known(w.meeting_day(m)) and first <= w.meeting_day(m) <= last
                    for m in nodes(w.r["meetings"]))
                v.breaks(name, "error" if met else "warning")
            for _ in _stretches(marks, high, lambda d: count(d)[0] > 1):
                v.breaks(name, "error")
            for term in terms:
                _term(w, v, group, name, term, low, high)
        if len(windows) == 2:
            low = max(a for a, _ in windows.values())
            high = min(b for _, b in windows.values())
            if low <= high:
                chairs, vices = w.terms(group, "chair"), w.terms(group, "vice_chair")

                def both(day):
                    people = [{t["person"] for t in ts if w.holds_on(t, day) is True and known(t["person"])}
                              for ts in (chairs, vices)]
                    return bool(people[0] & people[1])

                for _ in _stretches(_marks(chairs + vices, low, high), high, both):
                    v.breaks(name, "error")


def _term(w, v, group, name, term, low, high):
    """One term: who elected it, when, and whether the holder may hold it on every day of it."""
    if term["first"] is None or term["last"] is None or not term["sure"]:
        v.put(name, UNDET)
        return
    if term["last"] < low or term["first"] > high:
        return
    node = term["node"]
    by, on = node["elected_by"], node["elected_on"]
    v.three(name, by == group["id"] if known(by) else None, "error")
    if known(by) and by == group["id"] or not known(by):
        if node["from"] is ABSENT:
            v.put(name, HOLDS if known(on) else UNDET)
        else:
            v.three(name, on <= node["from"] if known(on) else None, "error")
    first, last = max(low, term["first"]), min(high, term["last"])
    days = [first] + _member_marks(group, first, last)
    answers = [_fit(w, group, term["person"], day) for day in days]
    v.three(name, False if False in answers else None if None in answers else True, "error")


def _chairs(w, group):
    """The chair terms in order of their first day; whether the order is certain."""
    terms = w.terms(group, "chair")
    sure = all(t["sure"] and t["first"] is not None for t in terms)
    return sorted((t for t in terms if t["first"] is not None and t["sure"]), key=lambda t: t["first"]), sure


def _each_later(w, v):
    """(group, subject, earlier term, later term, certain) of every chair term that has begun; settles the first."""
    for group, name in w.groups(v, "nosam"):
        if not isinstance(group["offices"], list):
            v.put(name, UNDET)
            continue
        terms, sure = _chairs(w, group)
        if not sure:
            v.put(name, UNDET)
        for i, term in enumerate(terms):
            if term["first"] > w.D:
                continue
            subject = f"{name}#{term['first'].isoformat() if term['first'] != EARLY else ''}"
            counted = w.in_time(term["first"])
            if counted is not True:
                v.put(subject, NA if counted is False else UNDET)
                continue
            yield group, subject, terms[i - 1] if i else None, term, sure


def n_ord_2(w, v):
    """N-ORD-2: the chair alternates between the principals. A-19, A-20."""
    strict = w.reading("A-22") == "ordinary_with_side"
    for group, subject, before, term, sure in _each_later(w, v):
        v.put(subject, NA)
        day = term["first"] if term["first"] != EARLY else w.start_of_unknown(group)
        fit = w.person_ordinary(group, term["person"], day)
        now = w.term_sides(group, term)
        if fit is True and now == {"none"}:
            v.breaks(subject, "error") if strict else v.put(subject, UNDET)
            continue
        _flip(w, v, group, subject, term, now)
        if before is None:
            if sure:
                v.put(subject, NA)
            else:
                v.put(subject, UNDET)
            continue
        if not sure:
            v.put(subject, UNDET)
            continue
        day = before["first"] if before["first"] != EARLY else w.start_of_unknown(group)
        fit_before = w.person_ordinary(group, before["person"], day)
        then = w.term_sides(group, before)
        if fit is not True or fit_before is not True or not now or not then:
            v.put(subject, UNDET)
        elif then == {"none"} or "none" in now or "none" in then:
            v.put(subject, UNDET)
        elif now & then and (len(now) > 1 or len(then) > 1):
            v.put(subject, UNDET)
        elif now & then:
            reasons = (term["node"]["reason"], before["node"]["reason"])
            v.breaks(subject, "warning" if any(known(r) or r is UNREADABLE for r in reasons) else "error")
        else:
            v.put(subject, HOLDS)


def _flip(w, v, group, subject, term, now):
    """A change of employer during the term that changes its side."""
    if term["node"]["organisation"] is not ABSENT or term["last"] is None or term["first"] == EARLY:
        return
    for day in _member_marks(group, term["first"], min(w.D, term["last"])):
        then = w.person_sides(group, term["person"], day)
        if len(now) == 1 and len(then) == 1 and "none" not in now | then and now != then:
            v.breaks(subject, "warning")
            return


def n_ord_3(w, v):
    """N-ORD-3: a chair term lasts one year, with some tolerance. A-20."""
    calendar = w.reading("A-20") == "calendar_year"
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
            if first > w.D:
                v.put(subject, NA)
                continue
            if last is None:
                v.put(subject, UNDET)
                continue
            counted = w.in_time(min(last, w.D))
            if counted is not True or first == EARLY:
                v.put(subject, NA if counted is False else UNDET)
                continue
            tolerance = 0 if calendar else charter.TERM_TOLERANCE
            nominal = date(first.year + 1, 1, 1) if calendar else add_months(first, charter.TERM_MONTHS)
            end = add_days(w.D if term["open"] else last, 1)
            off = (end - nominal).days
            reason = term["node"]["reason"]
            if off > tolerance:
                v.breaks(subject, "error")
            elif term["open"]:
                v.put(subject, NOT_DUE)
            elif off < -tolerance or calendar and (first.month, first.day) != (1, 1):
                if reason is ABSENT:
                    v.breaks(subject, "warning")
                elif reason is UNREADABLE:
                    v.put(subject, UNDET)
                else:
                    v.remark(subject)
            else:
                v.put(subject, HOLDS)


def n_ord_4(w, v):
    """N-ORD-4: the vice chair takes over the chair. A-20, A-21."""
    for group, subject, before, term, sure in _each_later(w, v):
        if before is None:
            v.put(subject, NA if sure else UNDET)
            continue
        if not sure or before["last"] is None or not known(term["person"]):
            v.put(subject, UNDET)
            continue
        day = min(term["first"] - ONE, before["last"])
        vices = w.terms(group, "vice_chair")
        answers = [(t, w.holds_on(t, day)) for t in vices]
        if any(a is True and t["person"] == term["person"] for t, a in answers):
            v.put(subject, HOLDS)
        elif any(a is None or a is True and not known(t["person"]) for t, a in answers):
            v.put(subject, UNDET)
        elif any(a is True for t, a in answers):
            reasons = [term["node"]["reason"], before["node"]["reason"]]
            reasons += [t["node"]["reason"] for t, a in answers if a is True]
            v.breaks(subject, "warning" if any(r is not ABSENT for r in reasons) else "error")
        else:
            window = _window(w, group, "vice_chair")
            if window is None or window is ABSENT or day < window[0]:
                v.put(subject, UNDET)
            else:
                v.breaks(subject, "warning")


def n_ord_5(w, v):
    """N-ORD-5: chair and vice chair come from different sides. A-21."""
    for group, name in w.groups(v, "nosam"):
        if w.reading("A-21") == "any":
            v.put(name, NA)
            continue
        if not isinstance(group["offices"], list):
            v.put(name, UNDET)
            continue
        windows = [_window(w, group, office) for office in ("chair", "vice_chair")]
        if None in windows or ABSENT in windows:
            v.put(name, UNDET)
            continue
        low, high = max(a for a, _ in windows), min(b for _, b in windows)
        if low > high:
            v.put(name, NA)
            continue
        chairs, vices = w.terms(group, "chair"), w.terms(group, "vice_chair")
        pairs, unsure, compared = set(), False, False
        for day in _marks(chairs + vices, low, high):
            for a in chairs:
                for b in vices:
                    here = and3(w.holds_on(a, day), w.holds_on(b, day))
                    if here is None:
                        unsure = True
                    if here is not True:
                        continue
                    x, y = w.term_sides(group, a), w.term_sides(group, b)
                    if not x or not y or "none" in x | y or len(x) > 1 or len(y) > 1:
                        unsure = True
                    else:
                        compared = True
                        if x == y:
                            pairs.add((id(a["node"]), id(b["node"])))
        v.put(name, UNDET if unsure or not compared else HOLDS)
        for _ in pairs:
            v.breaks(name, "warning")
