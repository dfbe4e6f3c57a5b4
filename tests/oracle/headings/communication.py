"""Plan P: theme groups, process leaders, and what is published."""

import re

import charter
from days import add_days, add_months, day_of
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, same, within

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
        if begun is not True:
            v.put(name, NA if begun is False else UNDET)
            continue
        if b is ABSENT and shut is not True:
            v.breaks(name, "error") if shut is False else v.put(name, UNDET)
            continue
        v.three(name, or3(not3(ended), shut), "warning")
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
            v.three(name, text is not ABSENT and text.strip().casefold() not in charter.PLACEHOLDERS, "error")


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


def notes_due(w, meeting):
    """The last day for a meeting's notes: a day, or UNREADABLE. The earliest of its groups' next meetings (A-32)."""
    day = w.meeting_day(meeting)
    out = []
    for group in items(meeting["groups"]):
        later = w.later_meeting(group, day) if known(group) else UNREADABLE
        out.append(later)
    late = add_days(day, w.reading("A-32"))
    sure = [d for d in out if known(d)]
    if UNREADABLE in out:
        return UNREADABLE
    return min(sure) if sure else late


def p_kom_7(w, v):
    """P-KOM-7 (N-ANT-2): the notes of every held meeting are published in time. A-32."""
    for meeting, name, groups in w.meetings_of(v, None):
        due, notes = notes_due(w, meeting), meeting["notes"]
        answers = []
        for note in items(notes):
            if note is UNREADABLE:
                answers.append(None)
                continue
            on = note["published_on"]
            if on is UNREADABLE:
                answers.append(None)
            elif on is ABSENT:
                answers.append("dateless" if known(note["url"]) else None)
            elif on > w.D:
                answers.append(False)
            else:
                answers.append(None if not known(due) else on <= due)
        if any(a is True for a in answers):
            v.put(name, HOLDS)
        elif "dateless" in answers:
            v.remark(name)
        elif not known(due):
            v.put(name, UNDET)
        elif w.D <= due:
            v.put(name, NOT_DUE)
        elif not isinstance(notes, list) or None in answers:
            v.put(name, UNDET)
        elif not notes and w.has_kind(meeting["groups"], "nosam") is not False:
            # Without any note the finding is N-ANT-1's.
            v.put(name, UNDET)
        else:
            v.breaks(name, "error")


def p_kom_8(w, v):
    """P-KOM-8: each standing group has a published list of its members; changes after it are remarked on. A-32."""
    publications = w.r["publications"]
    for group, name in w.groups(v, "nosam", "coordination_group", "political_group", "theme_group"):
        alive = and3(group["kind"] != "theme_group", w.alive(group, w.D))
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        days = []
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
        if not sure:
            early = _first_list_early(w, group)
            if early is True:
                v.put(name, NOT_DUE)
            else:
                v.three(name, None if early is None or days or UNREADABLE in (group["id"], publications)
                        or publications is ABSENT else False, "warning")
            continue
        last = max(sure)
        v.put(name, HOLDS)
        if UNREADABLE in days:
            continue
        changed = any(
            known(day) and last < day <= w.D
            for member in nodes(group["members"])
            for day in (member["from"], add_days(member["to"], 1) if known(member["to"]) else ABSENT))
        if changed:
            v.remark(name)


def _first_list_early(w, group):
    """Has a new group still time for its first list: to its next held meeting, else the days of A-32."""
    first = group["from"]
    if first is ABSENT:
        return False
    late = add_days(first, w.reading("A-32"))
    answers = []
    later = w.later_meeting(group["id"], first)
    if known(later):
        return w.D <= later
    if later is ABSENT or w.r["meetings"] is ABSENT:
        return w.D <= late
    if UNREADABLE in (w.r["meetings"], *items(w.r["meetings"])):
        return None
    possible = [w.meeting_day(one) for one in nodes(w.r["meetings"])
                if and3(contains(one["groups"], [group["id"]]), w.held(one)) is not False]
    if not all(known(day) for day in possible):
        return None
    answers = {w.D <= day for day in (late, *possible) if day > first}
    return answers.pop() if len(answers) == 1 else None


def p_kom_9(w, v):
    """P-KOM-9: an adopted activity plan is published in time. A-32 is about notes and lists and does not move the day."""
    for ap in nodes(w.r["activity_plans"]):
        if not w.judged(*[g for g in items(ap["owners"]) if known(g)]):
            continue
        name, is_adopted = w.name("activity_plans", ap), adopted(w, ap)
        if is_adopted is not True:
            v.put(name, NA if is_adopted is False else UNDET)
            continue
        on = ap["published_on"]
        due = add_days(ap["adopted_on"], charter.ACTIVITY_PLAN_DAYS) if known(ap["adopted_on"]) else UNREADABLE
        if known(on) and on <= w.D and known(due):
            v.three(name, on <= due, "error")
        elif known(due) and w.D <= due and (known(on) or on is ABSENT):
            v.put(name, NOT_DUE)
        elif known(on) and known(due):
            v.breaks(name, "error")
        else:
            v.put(name, UNDET)


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
