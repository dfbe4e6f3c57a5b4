"""Plan P: the political group, and decisions about the plan."""

from datetime import date

import charter
from days import ONE
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, count_range, same, yearly


def p_pol_1(w, v):
    """P-POL-1: the political group meets every year. A-13."""
    for group, name in w.groups(v, "political_group"):
        entries = []
        for meeting in items(w.r["meetings"]):
            if meeting is UNREADABLE:
                entries.append((UNREADABLE, None))
                continue
            answer = and3(contains(meeting["groups"], [group["id"]]), w.held(meeting))
            if answer is not False:
                entries.append((w.meeting_day(meeting), answer))
        yearly(w, v, name, entries, isinstance(w.r["meetings"], list), w.reading("A-13"), "advice", life=w.life(group))


def p_pol_3(w, v):
    """P-POL-3: the political group follows up the goals every year. A-13."""
    for group, name in w.groups(v, "political_group"):
        entries = []
        for report in items(w.r["reports"]):
            if report is UNREADABLE:
                entries.append((UNREADABLE, None))
                continue
            goals = report["goals"]
            named = any3(None if g is UNREADABLE else True for g in goals) if isinstance(goals, list) else None
            answer = and3(same(report["kind"], "follow_up"), same(report["from_group"], group["id"]), named)
            if answer is not False:
                entries.append((report["on"], answer))
        yearly(w, v, name, entries, isinstance(w.r["reports"], list), w.reading("A-13"), "advice", life=w.life(group))


def p_pol_6(w, v):
    """P-POL-6: each board sends its chair and one or two elected. A-03, A-43."""
    mode = w.reading("A-03")
    low, high = charter.ELECTED
    for group, name in w.groups(v, "political_group"):
        alive = w.alive(group, w.D)
        boards = w.reading("A-02")
        rows = list(w.ordinary(group, w.D)) if isinstance(group["members"], list) else None
        seats = {}
        for board in boards:
            subject = f"{name}#{board}"
            if alive is not True:
                v.put(subject, NA if alive is False else UNDET)
                continue
            if rows is None:
                v.put(subject, UNDET)
                continue
            chairs, elected, unknown = {}, {}, 0
            for member, sure in rows:
                if member is None:
                    unknown += 1
                    continue
                mine = and3(sure, w.represents(member, lambda o: w.listed(o, [board], above=False)))
                if mine is False:
                    continue
                person = member["person"] if known(member["person"]) else id(member)
                chair = and3(mine, w.has_function(member, "board_chair"))
                rep = and3(mine, w.has_function(member, "elected_representative"), not3(w.has_function(member, "board_chair")))
                chairs[person] = or3(chairs.get(person, False), chair)
                elected[person] = or3(elected.get(person, False), rep)
            if mode == "group_chair":
                held = w.holders(group, "chair", w.D)
                chair_people = held[0] if held else set()
                total = {p: or3(chairs[p], elected[p]) for p in chairs if p not in chair_people}
                doubt = held is None or held[1]
                _range(v, subject, [(total, low, high)], unknown, doubt and any(total.values()))
            elif mode == "per_body_total":
                total = {p: or3(chairs[p], elected[p]) for p in chairs}
                _range(v, subject, [(total, low, high)], unknown)
            else:
                _range(v, subject, [(chairs, 1, 1), (elected, low, high)], unknown)
            for p in chairs:
                if True in (chairs[p], elected[p]):
                    seats.setdefault(p, set()).add(subject)
        for subjects in seats.values():
            if len(subjects) > 1:
                for subject in subjects:
                    v.remark(subject)


def _range(v, subject, counts, unknown, doubt=False):
    """Each count lies between its bounds; a board of which nobody sits is one finding."""
    answers = []
    for people, low, high in counts:
        least, most = count_range(people.values())
        most += unknown
        if doubt:
            least = 0
        answers.append(True if low <= least and most <= high else False if most < low or least > high else None)
    v.put(subject, HOLDS if all(a is True for a in answers) else UNDET)
    empty = unknown == 0 and all(all(a is False for a in people.values()) for people, _, _ in counts)
    for number, answer in enumerate(answers):
        if answer is False and not (empty and number):
            v.breaks(subject, "error")


def p_pol_7(w, v):
    """P-POL-7: a member comes from a board on the list. A-02, A-15."""
    boards = w.reading("A-02")
    for group, name in w.groups(v, "political_group"):
        alive = w.alive(group, w.D)
        if alive is not True or not isinstance(group["members"], list):
            v.put(name, NA if alive is False else UNDET)
            continue
        for member, here in w.active(group, w.D):
            if member is None or not known(member["person"]):
                v.put(name, UNDET)
                continue
            subject = f"{name}#{member['person']}"
            applies = and3(here, same(member["status"], "ordinary"))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
            else:
                v.three(subject, w.represents(member, lambda o: w.listed(o, boards, above=False)), "warning")


def p_rev_1(w, v):
    """P-REV-1: the foundation was decided by the political group in its year; else a remark. A-40."""
    for plan in nodes(w.r["plans"]):
        name, foundation = w.name("plans", plan), plan["foundation"]
        if not known(foundation):
            v.put(name, UNDET)
            continue
        day = foundation["on"]
        right = and3(w.is_kind(foundation["group"], "political_group"),
                     day.year == charter.FOUNDATION_YEAR if known(day) else None)
        v.remark(name) if right is False else v.put(name, HOLDS if right else UNDET)


def p_rev_2(w, v):
    """P-REV-2: the plan is revised every year, or a decision exempts the year. A-06, A-40."""
    for plan in nodes(w.r["plans"]):
        name, revisions, exemptions = w.name("plans", plan), plan["revisions"], plan["exemptions"]
        if w.complete_from is UNREADABLE:
            v.put(name, UNDET)
            continue
        entries = []
        for one in items(revisions):
            if one is UNREADABLE:
                entries.append((UNREADABLE, None))
            elif same(one["kind"], "revision") is not False and (not known(one["on"]) or one["on"] <= w.D):
                entries.append((one["on"], same(one["kind"], "revision")))
        start = w.complete_from
        if isinstance(revisions, list):
            start = w.series_start(d for d, a in entries if a is True)
        if start is ABSENT:
            v.put(name, NA if isinstance(revisions, list) and not entries else UNDET)
            continue
        unsure = w.complete_from is ABSENT and any(
            (a is not True or not known(d)) and (not known(d) or d < start) for d, a in entries)
        if unsure:
            v.put(name, UNDET)
        first = max(start.year, w.reading("A-40"))
        for year in range(first, min(w.D, charter.PLAN_TO).year + 1):
            subject, begins, ends = f"{name}#{year}", date(year, 1, 1), date(year, 12, 31)
            revised = any3(and3(a, begins <= d <= ends if known(d) else None) for d, a in entries)
            exempt = any3(_exempts(w, one, year, ends) for one in items(exemptions))
            if not isinstance(revisions, list):
                revised = None
            if not isinstance(exemptions, list):
                exempt = None
            answer = or3(revised, exempt)
            if answer is True:
                v.put(subject, HOLDS)
            elif begins < start:
                v.put(subject, UNDET if unsure or answer is None else NA)
            elif w.D <= ends:
                v.put(subject, NOT_DUE)
            else:
                v.three(subject, answer, "error")


def _exempts(w, one, year, ends):
    if one is UNREADABLE:
        return None
    who = w.has_kind(one["decided_by"], "political_group")
    if w.reading("A-06") == "either_group":
        who = or3(who, w.has_kind(one["decided_by"], "coordination_group"))
    return and3(same(one["year"], year), one["on"] <= min(ends, w.D) if known(one["on"]) else None, who)


def _revisions(w, v):
    """(revision, subject) of each that lies on the as-of day or before it."""
    for plan in nodes(w.r["plans"]):
        name = w.name("plans", plan)
        if not isinstance(plan["revisions"], list):
            v.put(name, UNDET)
            continue
        for one in plan["revisions"]:
            if one is UNREADABLE:
                v.put(name, UNDET)
                continue
            subject = f"{name}#{w.key(one)}"
            past = one["on"] <= w.D if known(one["on"]) else None
            if past is not True:
                v.put(subject, NA if past is False else UNDET)
            else:
                yield one, subject


def _decided(w, v, kind, group):
    for one, subject in _revisions(w, v):
        applies = True if w.reading("A-04") == "same" else same(one["kind"], kind)
        if applies is not True:
            v.put(subject, NA if applies is False else UNDET)
        else:
            v.three(subject, w.has_kind(one["decided_by"], group), "error")


def p_rev_3(w, v):
    """P-REV-3: the coordination group takes part in deciding a revision. A-04."""
    _decided(w, v, "revision", "coordination_group")


def p_rev_5(w, v):
    """P-REV-5: the political group takes part in deciding an update. A-04."""
    _decided(w, v, "update", "political_group")


def p_rev_4(w, v):
    """P-REV-4: the political group is informed of a revision, no later than its next meeting. A-04."""
    sure, possible = w.of_kind("political_group")
    for one, subject in _revisions(w, v):
        applies = and3(same(one["kind"], "revision"), not3(w.has_kind(one["decided_by"], "political_group")))
        if applies is not True:
            v.put(subject, NA if applies is False else UNDET)
            continue
        decided = one["on"]
        if possible or not sure:
            v.put(subject, UNDET)
            continue
        # The next meeting may fall on the day of the decision itself.
        nexts = [w.later_meeting(g, decided - ONE) for g in sure]
        told = []
        for info in items(one["informed"]):
            if info is UNREADABLE or not known(info["group"]):
                told.append(UNREADABLE)
            elif info["group"] in sure and (not known(info["on"]) or info["on"] <= w.D):
                told.append(info["on"])
        limit = UNREADABLE if UNREADABLE in nexts else min((d for d in nexts if d is not ABSENT), default=ABSENT)
        unknown_list = not isinstance(one["informed"], list)
        in_time = any3(
            None if not known(d) else False if d < decided else True if limit is ABSENT or d == decided
            else None if limit is UNREADABLE else d <= limit
            for d in told)
        if in_time is True:
            v.put(subject, HOLDS)
        elif limit is UNREADABLE:
            early = told and all(known(d) and d < decided for d in told)
            v.breaks(subject, "error") if early else v.put(subject, UNDET)
        elif told and all(known(d) and d < decided for d in told):
            v.breaks(subject, "error")
        elif limit is ABSENT or w.D <= limit:
            v.put(subject, NOT_DUE)
        elif unknown_list or in_time is None:
            v.put(subject, UNDET)
        elif any(d > limit for d in told):
            v.breaks(subject, "warning")
        else:
            v.breaks(subject, "error")
