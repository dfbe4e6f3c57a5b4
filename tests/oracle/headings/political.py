"""Plan P: the political group, and decisions about the plan."""

from datetime import date

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import all3, and3, any3, not3, or3
from world import HOLDS, NA, NOT_DUE, UNDET, contains, count_range, same, yearly, years_of


def p_pol_1(w, v):
    """P-POL-1: the political group meets every year. A-13."""
    def met(group, meeting):
        day = w.meeting_day(meeting)
        return day, {day.year} if known(day) else None, and3(contains(meeting["groups"], [group["id"]]), w.met(meeting))

    _every_year(w, v, "meetings", met, 0)


def p_pol_3(w, v):
    """P-POL-3: the political group follows up the goals every year. A-13."""
    def followed_up(group, report):
        goals = report["goals"]
        named = any3(None if g is UNREADABLE else True for g in goals) if isinstance(goals, list) else None
        years = years_of(report)
        # The series begins with the first year that a report is of.
        return date(min(years), 1, 1) if years else UNREADABLE, years, and3(
            same(report["kind"], "follow_up"), contains(report["senders"], [group["id"]]), named,
            report["on"] <= w.D if known(report["on"]) else None)

    _every_year(w, v, "reports", followed_up, charter.YEAR_GRACE)


def _every_year(w, v, section, entry, grace):
    """What each political group owes once or more a year; `entry` gives the day of a thing, its years and whether it counts."""
    things = w.r[section]
    for group, name in w.groups(v, "political_group"):
        if w.life(group) is None:
            v.put(name, UNDET)
            continue
        entries = [(UNREADABLE, None, None) if one is UNREADABLE else entry(group, one) for one in items(things)]
        entries = [one for one in entries if one[2] is not False]
        yearly(w, v, name, entries, isinstance(things, list), w.reading("A-13"), "advice", life=w.life(group), grace=grace)


def p_pol_6(w, v):
    """P-POL-6: each board sends its chair and one or two elected. A-03, A-43."""
    mode = w.reading("A-03")
    low, high = charter.ELECTED
    for group, name in w.groups(v, "political_group"):
        alive = w.alive(group, w.D)
        boards = w.reading("A-02")
        rows = list(w.seated(group, w.D)) if isinstance(group["members"], list) else None
        seats, acting = {}, set()
        if mode == "group_chair" and alive is not True:
            v.put(name, NA if alive is False else UNDET)
        elif mode == "group_chair":
            held = w.holders(group, "chair", w.D)
            v.three(name, None if held is None or held[1] and not held[0] else bool(held[0]), "error")
        for board in boards:
            subject = f"{name}#{board}"
            if alive is not True:
                v.put(subject, NA if alive is False else UNDET)
                continue
            if rows is None:
                v.put(subject, UNDET)
                continue
            chairs, elected, sits, vices, either, unknown = {}, {}, {}, {}, [], 0
            for member, sure in rows:
                if member is None:
                    unknown += 1
                    continue
                mine = and3(sure, w.represents(member, lambda o: w.listed(o, [board], above=False)))
                if mine is False:
                    continue
                person = member["person"] if known(member["person"]) else id(member)
                if not known(member["person"]):
                    # It may be somebody who is counted already.
                    mine = None
                chair = and3(mine, w.has_function(member, "board_chair"))
                # A vice chair of the board fills a seat for its elected, too.
                rep = and3(mine, w.has_function(member, "elected_representative", "board_vice_chair"))
                if member["acting"] is True and or3(chair, rep) is True:
                    acting.add(subject)
                if all(isinstance(member[field], list) and len(member[field]) > 1 for field in ("organisations", "functions")):
                    # Which goes with which nobody says.
                    either.append((person, chair, rep, member))
                    continue
                # Chair or elected, whichever it is.
                sits[person] = or3(sits.get(person, False), chair, rep)
                rep = and3(rep, not3(chair))
                vices[person] = or3(vices.get(person, False), and3(rep, w.has_function(member, "board_vice_chair")))
                chairs[person] = or3(chairs.get(person, False), chair)
                elected[person] = or3(elected.get(person, False), rep)
            held = w.holders(group, "chair", w.D) if mode == "group_chair" else None
            chair_people = held[0] if held else set()
            for person, chair, rep, member in either:
                # Chair if the board has no other, else elected if there is room, else nothing.
                if mode == "per_body":
                    first = and3(chair, all3(not3(one) for one in chairs.values()))
                    sent = [and3(elected[p], not3(chairs[p])) for p in elected]
                else:
                    first = False
                    sent = [sits[p] for p in sits if p not in chair_people]
                    rep = or3(chair, rep)
                taken, most = count_range(sent)
                rep = and3(rep, not3(first), True if most < high else None if taken < high else False)
                chairs[person] = or3(chairs.get(person, False), first)
                elected[person] = or3(elected.get(person, False), rep)
                sits[person] = or3(sits.get(person, False), first, rep)
                vices[person] = or3(vices.get(person, False), and3(rep, w.has_function(member, "board_vice_chair"),
                                                                   True if mode == "per_body" else not3(chair)))
            for p in vices:
                if vices[p] is True and chairs[p] is not True:
                    v.remark(subject)
            if mode == "group_chair":
                total = {p: sits[p] for p in sits if p not in chair_people}
                _range(v, subject, [(total, low, high)], unknown, fewer=held is None or held[1])
            elif mode == "per_body_total":
                _range(v, subject, [(sits, low, high)], unknown)
            else:
                # Whoever chairs the board is not one of its further representatives, in whatever row.
                others = {p: and3(elected[p], not3(chairs[p])) for p in elected}
                _range(v, subject, [(chairs, 1, 1), (others, low, high)], unknown)
            for p in chairs:
                if True in (chairs[p], elected[p]):
                    seats.setdefault(p, set()).add(subject)
        for subject in acting:
            v.remark(subject)
        for subjects in seats.values():
            if len(subjects) > 1:
                for subject in subjects:
                    v.remark(subject)


def _range(v, subject, counts, unknown, fewer=False):
    """Each count lies between its bounds; a board of which nobody sits is one finding.

    `fewer`: one of those counted may be the group's own chair, who is not to be counted.
    """
    answers = []
    for people, low, high in counts:
        least, most = count_range(people.values())
        most += unknown
        if fewer:
            least = max(0, least - 1)
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
            if member is None:
                v.put(name, UNDET)
                continue
            subject = f"{name}#{member['person']}" if known(member["person"]) else name
            supports = (False if member["functions"] is ABSENT
                        else w.has_function(member, "process_leader", "subregional_coordinator"))
            applies = and3(here, same(member["status"], "ordinary"), not3(supports))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
            else:
                v.three(subject, w.represents(member, lambda o: w.listed(o, boards, above=False)), "warning")


def _plans(w, v):
    """(plan, name, is it of the charter's years) of the plans; an extract leaves them to the groups that decide on the plan."""
    deciding = [g for g in nodes(w.r["groups"])
                if known(g["kind"]) and g["kind"] in ("coordination_group", "political_group")]
    if w.extract and not any(known(g["id"]) and w.judged(g["id"]) for g in deciding):
        return []
    return w.these_years(v, "plans")


def p_rev_1(w, v):
    """P-REV-1: the foundation was decided by the political group in its year; else a remark. A-40."""
    for plan, name, these in _plans(w, v):
        foundation = plan["foundation"]
        if not known(foundation) or these is None:
            v.put(name, UNDET)
            continue
        day = foundation["on"]
        if known(day) and day > w.D:
            continue
        for right in (w.is_kind(foundation["group"], "political_group"),
                      day.year == charter.FOUNDATION_YEAR if known(day) else None):
            v.remark(name) if right is False else v.put(name, HOLDS if right else UNDET)


def p_rev_2(w, v):
    """P-REV-2: the plan is revised every year, or a decision exempts the year. A-04, A-06, A-40."""
    for plan, name, _ in _plans(w, v):
        revisions, exemptions, period = plan["revisions"], plan["exemptions"], plan["period"]
        if w.complete_from is UNREADABLE:
            v.put(name, UNDET)
            continue
        done = []
        for one in items(revisions):
            counts = None if one is UNREADABLE else True if w.reading("A-04") == "same" else same(one["kind"], "revision")
            day = UNREADABLE if one is UNREADABLE else one["on"]
            if counts is not False and not (known(day) and day > w.D):
                done.append((counts, day))
        if w.complete_from is ABSENT:
            # The series begins in the year of its first entry, be it a revision or an exemption.
            firsts = [(counts if known(day) else None, day.year if known(day) else UNREADABLE) for counts, day in done]
            for one in items(exemptions):
                if one is UNREADABLE:
                    firsts.append((None, UNREADABLE))
                elif not (known(one["on"]) and one["on"] > w.D):
                    firsts.append((True if known(one["on"]) else None, one["year"]))
            first = min((year for counts, year in firsts if counts is True and known(year)), default=None)
            if (not isinstance(revisions, list) or exemptions is UNREADABLE
                    or any((counts is not True or not known(year)) and (not known(year) or first is None or year < first)
                           for counts, year in firsts)):
                v.put(name, UNDET)
            if first is None:
                continue
        else:
            first = w.complete_from.year
        done += _adoptions(w, plan)
        for year in range(max(first, w.reading("A-40"), charter.PLAN_FROM.year), min(w.D, charter.PLAN_TO).year + 1):
            subject, begins, ends = f"{name}#{year}", date(year, 1, 1), date(year, 12, 31)
            runs = True
            if period is ABSENT:
                runs = begins <= charter.PLAN_TO and charter.PLAN_FROM <= ends
            elif period is UNREADABLE or UNREADABLE in (period["from"], period["to"]):
                runs = None
            else:
                runs = ((period["to"] is ABSENT or begins <= period["to"])
                        and (period["from"] is ABSENT or period["from"] <= ends))
            if runs is False:
                continue
            revised = any3(and3(a, begins <= d <= ends if known(d) else None) for a, d in done)
            exempt = any3(_exempts(w, one, year, ends) for one in items(exemptions))
            if not isinstance(revisions, list):
                revised = or3(revised, None)
            if not isinstance(exemptions, list) and not (exemptions is ABSENT and w.complete_from is not ABSENT):
                exempt = or3(exempt, None)
            answer = or3(revised, exempt)
            whole = w.complete_from is ABSENT or w.complete_from <= begins
            if answer is True:
                v.put(subject, HOLDS)
            elif not whole:
                v.put(subject, UNDET if answer is None else NA)
            elif w.D <= ends:
                v.put(subject, NOT_DUE)
            else:
                v.three(subject, or3(answer, not3(runs), w.unwritten(ends)), "error")


def _adoptions(w, plan):
    """(does it count, day) of the adoptions of a plan and of the next one: a plan was revised in the year in which it was adopted."""
    first, out = _first(plan), []
    following = min((day for day in map(_first, nodes(w.r["plans"])) if known(day) and known(first) and day > first), default=None)
    for other in w.r["plans"]:
        day = UNREADABLE if other is UNREADABLE else _first(other)
        counts = True if other is plan else day == following if known(first) and known(day) else None
        if counts is False:
            continue
        adoptions = UNREADABLE if other is UNREADABLE else other["adoptions"]
        for one in [UNREADABLE] if adoptions is UNREADABLE else items(adoptions):
            on = UNREADABLE if one is UNREADABLE else one["on"]
            if not (known(on) and on > w.D):
                out.append((counts, on))
    return out


def _first(plan):
    """The first day of a plan; where nobody says when it begins it cannot be told."""
    return plan["period"]["from"] if known(plan["period"]) else UNREADABLE


def _exempts(w, one, year, ends):
    if one is UNREADABLE:
        return None
    who = w.has_kind(one["decided_by"], "political_group")
    if w.reading("A-06") == "either_group":
        who = or3(who, w.has_kind(one["decided_by"], "coordination_group"))
    return and3(same(one["year"], year), one["on"] <= min(ends, w.D) if known(one["on"]) else None, who)


def _revisions(w, v):
    """(revision, subject, does it lie in the days judged) of each."""
    for plan, name, these in _plans(w, v):
        revisions = plan["revisions"]
        if revisions is UNREADABLE or UNREADABLE in items(revisions):
            v.put(name, UNDET)
        for one in nodes(revisions):
            subject, on = f"{name}#{w.key(one)}", one["on"]
            yield one, subject, and3(on <= w.D if known(on) else None, w.in_time(on), these)


def _decided(w, v, kind, group):
    for one, subject, judged in _revisions(w, v):
        applies = and3(judged, True if w.reading("A-04") == "same" else same(one["kind"], kind))
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


def next_political_meeting(w, decided):
    """The earliest and the latest day that the political group's next meeting can have had; None when there may be none.

    It may fall on the day of the decision itself.
    """
    meetings = w.r["meetings"]
    sure, maybe = [], [] if isinstance(meetings, list) else [decided]
    for meeting in items(meetings):
        if meeting is UNREADABLE:
            maybe.append(decided)
            continue
        day = w.meeting_day(meeting)
        counts = and3(w.has_kind(meeting["groups"], "political_group"), w.met(meeting))
        if counts is False or known(day) and day < decided:
            continue
        if counts is True and known(day):
            sure.append(day)
        else:
            maybe.append(day if known(day) else decided)
    return min(sure + maybe, default=None), min(sure, default=None)


def p_rev_4(w, v):
    """P-REV-4: the political group is informed of a revision, no later than its next meeting. A-04."""
    if w.reading("A-04") == "same":
        return
    for one, subject, judged in _revisions(w, v):
        applies = and3(judged, same(one["kind"], "revision"), not3(w.has_kind(one["decided_by"], "political_group")))
        if applies is not True:
            v.put(subject, NA if applies is False else UNDET)
            continue
        decided = one["on"]
        earliest, latest = next_political_meeting(w, decided)
        told = []
        for info in items(one["informed"]):
            if info is UNREADABLE:
                told.append((None, UNREADABLE))
                continue
            on = info["on"]
            counts = and3(w.is_kind(info["group"], "political_group"), on <= w.D if known(on) else None)
            if counts is not False:
                told.append((counts, on))
        hidden = not isinstance(one["informed"], list)

        def by(limit):
            """Was the group told after the decision, and by the limit if there is one."""
            answer = any3(and3(counts, decided <= on and (limit is None or on <= limit) if known(on) else None)
                          for counts, on in told)
            return or3(answer, None) if hidden else answer

        early = any3(and3(counts, on < decided if known(on) else None) for counts, on in told)
        if one["informed"] is UNREADABLE:
            early = or3(early, None)
        late = [on for counts, on in told if counts is True and on >= decided]
        if by(earliest) is True:
            v.put(subject, HOLDS)
        elif by(latest) is True:
            v.put(subject, UNDET)
        elif by(latest) is False and early and not late:
            v.breaks(subject, "error")
        elif earliest is None or w.D <= earliest:
            # Who may have been told before the decision has not been told in time for certain, nor too early.
            v.put(subject, NOT_DUE if late or early is False else UNDET)
        elif by(latest) is None or latest is None or w.D <= latest:
            v.put(subject, UNDET)
        elif late:
            v.breaks(subject, "warning")
        else:
            v.three(subject, w.unwritten(latest), "error")
