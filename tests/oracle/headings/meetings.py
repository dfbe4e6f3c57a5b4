"""Assignment N: meetings and their notes."""

from datetime import datetime
from itertools import product

import charter
from days import ONE, add_days, day_of, weeks_between
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import all3, and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, same, within

from headings.communication import notes_due

COUNTED = ("ordinary", "joint")


def n_mot_1(w, v):
    """N-MOT-1: an ordinary meeting lasts two to three hours, both limits included. A-30."""
    low, high = charter.MINUTES
    for meeting, name, _ in w.meetings_of(v, "nosam"):
        kind = meeting["kind"]
        if not known(kind) or kind not in COUNTED:
            v.put(name, UNDET if not known(kind) else NA)
            continue
        a, b = meeting["start"], meeting["end"]
        if not isinstance(a, datetime) or not known(b):
            v.put(name, UNDET)
        else:
            v.three(name, low * 60 <= (b - a).total_seconds() <= high * 60, "advice")


def n_mot_2(w, v):
    """N-MOT-2: four to five weeks between ordinary meetings, recesses apart. A-29."""
    recesses = w.r["recesses"]
    for meeting in nodes(w.r["meetings"]):
        perhaps = any(known(g) and w.judged(g) and w.is_kind(g, "nosam") is None for g in items(meeting["groups"]))
        counts = meeting["kind"] in COUNTED if known(meeting["kind"]) else None
        if perhaps and and3(w.held(meeting), counts) is not False:
            v.put(w.name("meetings", meeting), UNDET)
    for group, name in w.groups(v, "nosam"):
        if not isinstance(w.r["meetings"], list):
            v.put(name, UNDET)
            continue
        sure, maybe, lost = [], [], w.complete_from is UNREADABLE
        for meeting in w.r["meetings"]:
            if meeting is UNREADABLE:
                lost = True
                continue
            day = w.meeting_day(meeting)
            counts = and3(contains(meeting["groups"], [group["id"]]), w.held(meeting),
                          meeting["kind"] in COUNTED if known(meeting["kind"]) else None, w.in_time(day),
                          True if known(day) else None)
            if counts is True:
                sure.append(meeting)
            elif counts is None:
                if known(day):
                    maybe.append(meeting)
                else:
                    lost = True
                v.put(w.name("meetings", meeting), UNDET)
        if lost:
            for meeting in sure:
                v.put(w.name("meetings", meeting), UNDET)
            v.put(name, UNDET)
            continue
        worlds = {}
        for choice in product((False, True), repeat=min(len(maybe), 6)):
            row = sorted(sure + [m for m, yes in zip(maybe, choice) if yes], key=w.meeting_day)
            for i, meeting in enumerate(row):
                outcome = NA if not i else _gap(w, recesses, w.meeting_day(row[i - 1]), w.meeting_day(meeting))
                worlds.setdefault(w.name("meetings", meeting), set()).add(outcome)
            for meeting in maybe:
                if meeting not in row:
                    worlds.setdefault(w.name("meetings", meeting), set()).add(NA)
            if row:
                worlds.setdefault(name, set()).add(_open_end(w, group, recesses, w.meeting_day(row[-1])))
            else:
                worlds.setdefault(name, set()).add(NA)
        for subject, outcomes in worlds.items():
            outcome = outcomes.pop() if len(outcomes) == 1 else UNDET
            v.breaks(subject, "advice") if outcome == BROKEN else v.put(subject, outcome)


def _gap(w, recesses, a, b):
    rest = _rest(recesses, a + ONE, b - ONE) if a < b else False
    if w.reading("A-29") == "days":
        right = charter.DAYS[0] <= (b - a).days <= charter.DAYS[1]
    else:
        right = charter.WEEKS[0] <= weeks_between(a, b) <= charter.WEEKS[1]
    if rest is True:
        return NA
    if rest is None:
        return UNDET
    return HOLDS if right else BROKEN


def _rest(recesses, a, b):
    """Does a recess overlap the days a to b."""
    if recesses is ABSENT or a > b:
        return False
    if recesses is UNREADABLE:
        return None
    return any3(
        None if one is UNREADABLE else and3(
            one["from"] <= b if known(one["from"]) else None, a <= one["to"] if known(one["to"]) else None)
        for one in recesses)


def _open_end(w, group, recesses, last):
    alive = w.alive(group, w.D)
    if alive is not True:
        return NA if alive is False else UNDET
    if not _late(w, last):
        return NOT_DUE
    if last == w.D:
        return NOT_DUE
    rest = _rest(recesses, last + ONE, w.D)
    if rest is None:
        return UNDET
    if rest is False:
        return BROKEN
    touching = [one for one in recesses if one is UNREADABLE or _rest([one], last + ONE, w.D) is not False]
    sure = [one["to"] for one in touching if one is not UNREADABLE and known(one["from"]) and known(one["to"])]
    if not _late(w, min(max(sure), w.D)):
        return NOT_DUE
    # A recess that cannot be read may still excuse the wait.
    return BROKEN if len(sure) == len(touching) else UNDET


def _late(w, since):
    if w.reading("A-29") == "days":
        return (w.D - since).days > charter.DAYS[1]
    return weeks_between(since, w.D) > charter.WEEKS[1]


FUNCTIONS = ("chair", "vice_chair", "process_leader", "subregional_coordinator")


def n_mot_3(w, v):
    """N-MOT-3: four functions attend the whole meeting. A-31."""
    severity = "advice" if w.reading("A-31") == "advice" else "warning"
    for meeting, name, groups in w.meetings_of(v, "nosam"):
        kind = meeting["kind"]
        if not known(kind) or kind in ("check_in", "planning"):
            v.put(name, UNDET if not known(kind) else NA)
            continue
        day = w.meeting_day(meeting)
        for group in groups:
            for function in FUNCTIONS:
                subject = f"{name}#{function}"
                people, doubt = _holders(w, group, function, day)
                if not people:
                    # Nobody holds it: the finding is N-ORD-1's, N-REP-13's or N-REP-14's.
                    v.put(subject, UNDET)
                    continue
                answer = _whole(meeting, people)
                v.three(subject, or3(answer, None) if doubt else answer, severity)


def _holders(w, group, function, day):
    """People who hold a function on a day, and whether there may be more."""
    if function in ("chair", "vice_chair"):
        held = w.holders(group, function, day)
        return (set(), True) if held is None else (held[0], held[1])
    people, doubt = set(), not isinstance(group["members"], list)
    for member, here in w.active(group, day):
        answer = None if member is None else and3(
            here, or3(same(member["status"], "support"), same(member["status"], "ordinary")),
            w.has_function(member, function))
        if answer is True and known(member["person"]):
            people.add(member["person"])
        elif answer is not False and not (member is not None and member["functions"] is ABSENT):
            doubt = True
    return people, doubt


def _whole(meeting, people):
    """Was one of the people, or all together, there from start to end."""
    if not isinstance(meeting["attendance"], list):
        return None
    spans, unsure, part = [], False, False
    start, end = meeting["start"], meeting["end"]
    for row in meeting["attendance"]:
        if row is UNREADABLE or not known(row["person"]):
            unsure = True
            continue
        if row["person"] not in people:
            continue
        if row["whole"] is True:
            return True
        a, b = row["from"], row["to"]
        if row["whole"] is UNREADABLE:
            unsure = True
        if a is ABSENT and b is ABSENT:
            if row["whole"] is ABSENT:
                unsure = True
            continue
        if not isinstance(start, datetime) or not known(end):
            unsure = True
            continue
        if UNREADABLE in (a, b):
            spans.append((start if a is UNREADABLE else a, end if b is UNREADABLE else b, False))
        else:
            # A missing time is an extent that nobody said.
            spans.append((start if a is ABSENT else a, end if b is ABSENT else b, a is not ABSENT and b is not ABSENT))
    if spans:
        if _covered([s for s in spans if s[2]], start, end):
            return True
        if _covered(spans, start, end):
            return None
    return None if unsure else False


def _covered(spans, start, end):
    at = start
    for a, b, _ in sorted(spans):
        if a > at:
            return False
        at = max(at, b)
    return at >= end


def n_ant_1(w, v):
    """N-ANT-1: each target group that met has notes. A-32."""
    for meeting, name, groups in w.meetings_of(v, "nosam"):
        due, notes, blocks = notes_due(w, meeting), meeting["notes"], meeting["blocks"]
        past = None if not known(due) else w.D > due

        def lacking(subject, answer):
            """No note: due, not due yet, or not to be told."""
            if past is False:
                v.put(subject, NOT_DUE)
            elif past is None:
                v.put(subject, UNDET)
            else:
                v.three(subject, answer, "error")

        if not isinstance(notes, list):
            if UNREADABLE in items(blocks):
                v.put(name, UNDET)
            for one in [b for b in items(blocks) if known(b)] or [None]:
                lacking(f"{name}#{one}" if one else name, None)
            continue
        written = []
        for note in notes:
            if note is UNREADABLE:
                written.append((None, None))
                continue
            on = note["written_on"]
            there = True if on is ABSENT else None if on is UNREADABLE else on <= w.D
            if there is not False:
                written.append((note, there))
        if not isinstance(blocks, list):
            if written:
                v.put(name, UNDET)
            else:
                lacking(name, False if blocks is ABSENT else None)
            continue
        if not blocks:
            there = any3(a for _, a in written)
            v.put(name, HOLDS) if there else lacking(name, there)
            continue
        for block in blocks:
            if block is UNREADABLE:
                v.put(name, UNDET)
                continue
            subject = f"{name}#{block}"
            found = any3(
                None if note is None else and3(
                    a, None if note["target_groups"] is ABSENT else contains(note["target_groups"], [block]))
                for note, a in written)
            if found is not True:
                lacking(subject, found)
                continue
            v.put(subject, HOLDS)
            mine = [note for note, a in written
                    if note is not None and a and contains(note["target_groups"], [block]) is True]
            if len(blocks) > 1 and all(len(note["target_groups"]) > 1 for note in mine):
                v.remark(subject)
            for note in mine:
                writer = note["written_by"]
                if known(writer) and known(w.meeting_day(meeting)) and any3(
                        _in_block(w, group, writer, w.meeting_day(meeting), block) for group in groups) is False:
                    v.remark(subject)


def _in_block(w, group, person, day, block):
    """Does the writer belong to the target group."""
    if not isinstance(group["members"], list):
        return None
    return any3(
        None if member is None else and3(
            here, same(member["person"], person),
            True if member["target_groups"] is ABSENT else contains(member["target_groups"], [block]))
        for member, here in w.active(group, day))
