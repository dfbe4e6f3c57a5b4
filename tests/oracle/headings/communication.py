"""Plan P: theme groups, process leaders, and what is published."""

import re

import charter
from days import LATE, ONE, add_days, add_months
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import HOLDS, NA, NOT_DUE, UNDET, contains, same

from headings.plan_scope import adopted


def _themes(w, v):
    """The theme groups that are at work on the as-of day."""
    for group, name in w.groups(v, "theme_group"):
        alive = w.alive(group, w.D)
        if alive is True:
            yield group, name
        else:
            v.put(name, NA if alive is False else UNDET)


def p_kom_3(w, v):
    """P-KOM-3: a theme group without a stated need is remarked on. A-34."""
    for group, name in _themes(w, v):
        if group["need"] is ABSENT:
            v.remark(name)
        else:
            v.put(name, HOLDS if known(group["need"]) else UNDET)


def p_kom_4(w, v):
    """P-KOM-4: a theme group that has begun has an end and keeps it, or is closed. A-34."""
    months = w.reading("A-34")
    for group, name in w.groups(v, "theme_group"):
        a, b, closed = group["from"], group["to"], group["closed_on"]
        ended = None if b is UNREADABLE else known(b) and b < w.D
        shut = None if closed is UNREADABLE else known(closed) and closed <= w.D
        # What has ended, or was closed, has begun.
        begun = or3(True if a is ABSENT else None if a is UNREADABLE else a <= w.D, ended, shut)
        if known(a) and a > w.D and ended is not True and shut is not True:
            # It ends on its first day at the earliest.
            begun = False
        if begun is not True:
            v.put(name, NA if begun is False else UNDET)
            continue
        if b is ABSENT and shut is not True:
            v.breaks(name, "error") if shut is False else v.put(name, UNDET)
            continue
        v.three(name, or3(not3(ended), shut, w.unwritten(add_days(b, 1)) if known(b) else None), "warning")
        if months is not None:
            limit = add_months(a, months) if known(a) else None
            in_time = [None if day is UNREADABLE or limit is None else day < limit
                       for day in (b, closed if shut is not False else ABSENT) if day is not ABSENT]
            v.three(name, any3(in_time), "warning")


def p_kom_5(w, v):
    """P-KOM-5: a theme group has an assignment, not a placeholder. A-34."""
    for group, name in _themes(w, v):
        text = group["assignment"]
        if text is UNREADABLE:
            v.put(name, UNDET)
        else:
            v.three(name, text is not ABSENT and not charter.says_nothing(text), "error")


def p_kom_6(w, v):
    """P-KOM-6: a process leader supports every group; in a NOSAM the hole is N-REP-13's. A-35."""
    for group, name in w.groups(v, "theme_group", "nosam", "coordination_group", "political_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        there = w.support(group, w.D, "process_leader")
        if group["kind"] == "nosam" and there is False:
            there = None
        v.three(name, there, "warning" if group["kind"] == "theme_group" else "error")


def owes_notes(meeting):
    """Is it a meeting of a kind that owes notes, and sets the day by which earlier ones are due (clauses.md 10.9)."""
    return meeting["kind"] in ("ordinary", "joint", "extra") if known(meeting["kind"]) else None


def notes_due(w, meeting):
    """The earliest and the latest day that may be the last for a meeting's notes; None when it has no known day. A-32.

    It is the latest of those of the groups that met.
    """
    day = w.meeting_day(meeting)
    if not known(day):
        return None
    dues = [due_after(w, group, day) for group in meeting["groups"] if known(group)]
    low = max((low for low, _ in dues), default=add_days(day, w.reading("A-32")))
    # A group that cannot be read may meet on any later day.
    return low, LATE if UNREADABLE in meeting["groups"] else max(high for _, high in dues)


def due_after(w, group, day):
    """The earliest and the latest day that may be due: so many days later, or the group's next meeting if that is later. A-32.

    A meeting that is planned sets the day whatever became of it, a cancelled one never.
    """
    late = add_days(day, w.reading("A-32"))
    sure, perhaps = [], [] if w.r["meetings"] is not UNREADABLE else [UNREADABLE]
    for other in items(w.r["meetings"]):
        when = UNREADABLE if other is UNREADABLE else w.meeting_day(other)
        counts = None if other is UNREADABLE else and3(
            contains(other["groups"], [group]), owes_notes(other),
            not3(False if other["status"] is ABSENT else same(other["status"], "cancelled")))
        if counts is False or known(when) and when <= day:
            continue
        (sure if counts and known(when) else perhaps).append(when)
    if sure:
        # One that may be sooner would be the next.
        sooner = [day + ONE if not known(when) else when for when in perhaps]
        return max(late, min(sure + sooner)), max(late, min(sure))
    return late, max([late, *(when if known(when) else LATE for when in perhaps)])


def in_time(due, day):
    """Is what is done on the day in time."""
    if due is None:
        return None
    low, high = due
    return True if day <= low else False if day > high else None


def p_kom_7(w, v):
    """P-KOM-7 (N-ANT-2): every note of a held meeting is published, late is a warning; and not before it was written. A-32."""
    for meeting, name, counts, groups in w.meetings_of(v, None):
        due, notes = notes_due(w, meeting), meeting["notes"]
        if counts is None or due is None:
            v.put(name, UNDET)
            continue
        owes = owes_notes(meeting)
        if owes is not True and (notes is ABSENT or notes == []):
            # A note of a check-in or a planning day is published as others are; none is owed.
            v.put(name, NA if owes is False else UNDET)
            continue
        still = in_time(due, w.D)
        if not isinstance(notes, list):
            outcomes = [_unsaid(still, notes is ABSENT)]
        elif not notes:
            # A NOSAM meeting without any note is told by N-ANT-1.
            of_nosam = w.takes_part(meeting["groups"], "nosam")
            told = still is False and of_nosam is False and w.unwritten(due[1]) is False
            outcomes = [NOT_DUE if still else "error" if told else UNDET]
        else:
            outcomes = [UNDET if note is UNREADABLE else _published(w, note, due) for note in notes]
        for severity in outcomes:
            if severity in ("error", "warning"):
                v.breaks(name, severity)
        if UNDET in outcomes:
            v.put(name, UNDET)
        elif NOT_DUE in outcomes:
            v.put(name, NOT_DUE)
        elif "dateless" in outcomes:
            v.remark(name)
        else:
            v.put(name, HOLDS)


def _unsaid(still, absent):
    """Nobody said, which does not matter while there is time; what cannot be read may say anything."""
    return NOT_DUE if still and absent else UNDET


def _published(w, note, due):
    """What is told of one note: an outcome, a severity, or that its day is missing."""
    on, written = note["published_on"], w.so_far(note["written_on"])
    if on is UNREADABLE:
        return UNDET
    if on is ABSENT:
        if note["url"] is UNREADABLE:
            return UNDET
        return "dateless" if known(note["url"]) else _unsaid(in_time(due, w.D), True)
    if known(written) and written > on:
        return "error"
    outcome = put_out(w, on, due)
    return UNDET if outcome == HOLDS and written is UNREADABLE else outcome


def put_out(w, on, due):
    """What is put out on a day that is said: in time, late, or not yet."""
    right = in_time(due, min(on, w.D))
    if right is None:
        return UNDET
    if on > w.D:
        return NOT_DUE if right else "error"
    return HOLDS if right else "warning"


def p_kom_8(w, v):
    """P-KOM-8: each standing group has a published list of its members; a late one, and changes after it, are remarked on. A-32."""
    publications = w.r["publications"]
    for group, name in w.groups(v, "nosam", "coordination_group", "political_group", "theme_group"):
        alive = and3(group["kind"] != "theme_group", w.alive(group, w.D))
        if alive is not True or not known(group["id"]):
            v.put(name, NA if alive is False else UNDET)
            continue
        days = [UNREADABLE] if publications is UNREADABLE else []
        for one in items(publications):
            if one is UNREADABLE:
                days.append(UNREADABLE)
                continue
            on = one["on"]
            answer = and3(same(one["kind"], "member_list"), same(one["group"], group["id"]),
                          on <= w.D if known(on) else None)
            if answer is not False:
                days.append(on if answer else UNREADABLE)
        sure = [d for d in days if known(d)]
        first = group["from"]
        # Without the group's first day nobody knows from when to count.
        due = due_after(w, group["id"], first) if known(first) else None
        if not sure:
            still = in_time(due, w.D)
            if still is True:
                v.put(name, NOT_DUE)
            else:
                v.three(name, None if still is None or days or publications is ABSENT else w.unwritten(due[1]), "warning")
            continue
        last = max(sure)
        v.put(name, HOLDS)
        if UNREADABLE in days:
            continue
        # Whether there was an earlier list, or an earlier meeting, only records that are complete from the first day know.
        if known(w.complete_from) and due is not None and w.complete_from <= first and in_time(due, min(sure)) is False:
            v.remark(name)
        changed = any(
            known(day) and last < day <= w.D
            for member in nodes(group["members"])
            for day in (member["from"], add_days(member["to"], 1) if known(member["to"]) else ABSENT))
        if changed:
            v.remark(name)


def p_kom_9(w, v):
    """P-KOM-9: an adopted activity plan is published, late is a warning. A-32 is about notes and lists and does not move the day."""
    for ap in nodes(w.r["activity_plans"]):
        if not w.judged(*[g for g in items(ap["owners"]) if known(g)]):
            continue
        name, is_adopted = w.name("activity_plans", ap), adopted(w, ap)
        if is_adopted is not True:
            v.put(name, NA if is_adopted is False else UNDET)
            continue
        on = ap["published_on"]
        due = add_days(ap["adopted_on"], charter.ACTIVITY_PLAN_DAYS) if known(ap["adopted_on"]) else None
        due = None if due is None else (due, due)
        if on is UNREADABLE:
            v.put(name, UNDET)
        elif on is not ABSENT:
            outcome = put_out(w, on, due)
            v.breaks(name, outcome) if outcome in ("error", "warning") else v.put(name, outcome)
        elif known(ap["url"]):
            # An address without a day.
            v.remark(name)
        else:
            v.put(name, UNDET if ap["url"] is UNREADABLE else _unsaid(in_time(due, w.D), True))


def p_kom_10(w, v):
    """P-KOM-10: every address lies on one of the charter's sites; off without sites. A-32."""
    if not w.sites:
        return
    sites = {_bare(one) for one in w.sites}
    for section in ("meetings", "activity_plans", "publications"):
        for thing in nodes(w.r[section]):
            groups = [thing["group"]] if section == "publications" else items(
                thing["groups" if section == "meetings" else "owners"])
            if not w.judged(*[g for g in groups if known(g)]):
                continue
            if section == "publications":
                on = thing["on"].isoformat() if known(thing["on"]) else ""
                name = f"publications#{thing['group'] if known(thing['group']) else ''}" + (f":{on}" if on else "")
            else:
                name = w.name(section, thing)
            for one in [thing] if section != "meetings" else [
                    UNREADABLE] if thing["notes"] is UNREADABLE else items(thing["notes"]):
                url = one["url"] if one is not UNREADABLE else UNREADABLE
                if url is UNREADABLE:
                    v.put(name, UNDET)
                elif url is not ABSENT:
                    host = _host(url)
                    v.put(name, HOLDS) if host is None or _bare(host) in sites else v.remark(name)


def _host(url):
    """The site of an address; None for a place on the own site."""
    found = re.fullmatch(r"(?:[^/?#]*:)?//([^/?#]*).*", url.strip(), re.DOTALL)
    first = found[1] if found else re.match(r"[^/?#]*", url.strip())[0]
    if not found and "." not in first:
        return None
    return first.split("@")[-1].split(":")[0] or None


def _bare(site):
    return site.lower().removesuffix(".").removeprefix("www.")
