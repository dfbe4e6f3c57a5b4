"""Assignment N: anchoring, consensus, steering, economy and carrying out."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, same


def _raised(w, matter):
    """The raising day: a day, ABSENT (open) or UNREADABLE."""
    if matter["raised_on"] is not ABSENT:
        return matter["raised_on"]
    if matter["raised_at"] is ABSENT:
        return ABSENT
    if not known(matter["raised_at"]):
        return UNREADABLE
    day = w.meeting_day(w.meetings_by_id[matter["raised_at"]])
    return day if known(day) else UNREADABLE


def _in_window(w, matter, on, decided):
    raised = _raised(w, matter)
    if not known(on):
        return None
    if w.reading("A-26") == "strictly_between":
        low = True if raised is ABSENT else None if raised is UNREADABLE else raised < on
        return and3(low, on < decided)
    low = True if raised is ABSENT else None if raised is UNREADABLE else raised <= on
    return and3(low, on <= decided)


def _covers(w, anchoring, group, org):
    """Is an anchoring made in the organisation."""
    answers = []
    if isinstance(anchoring["organisations"], list):
        answers.append(contains(anchoring["organisations"], [org]))
    elif anchoring["organisations"] is UNREADABLE:
        answers.append(None)
    if anchoring["everyone"] is UNREADABLE:
        answers.append(None)
    elif anchoring["everyone"] is True:
        answers.append(w.filled(group, anchoring["on"], lambda m: w.represents(m, lambda o: o == org))
                       if known(anchoring["on"]) else None)
    if anchoring["organisations"] is ABSENT and anchoring["everyone"] is ABSENT and anchoring["person"] is not ABSENT:
        person = anchoring["person"]
        answers.append(w.filled(group, anchoring["on"], lambda m: and3(
            same(m["person"], person), w.represents(m, lambda o: o == org)))
            if known(person) and known(anchoring["on"]) else None)
    return any3(answers)


def n_for_1(w, v):
    """N-FOR-1 (P-NOS-10, P-KOM-1, N-REP-2): a decision is anchored in every organisation with a seat. A-26."""
    every = w.reading("A-26.scope") == "all_groups"
    applies = (lambda m, d: True) if every else (lambda m, d: w.has_kind(d["groups"], "nosam"))
    for matter, decision, day, name in w.decisions(v, applies):
        waived = decision["anchoring_waived"]
        if known(waived):
            v.remark(name)
            continue
        if waived is UNREADABLE:
            v.put(name, UNDET)
            continue
        anchorings = matter["anchorings"]
        for ident in items(decision["groups"]):
            if not known(ident):
                v.put(name, UNDET)
                continue
            group = w.groups_by_id[ident]
            nosam = same(group["kind"], "nosam")
            if nosam is None:
                v.put(name, UNDET)
                continue
            if not nosam and not every or not w.judged(ident):
                continue
            if not isinstance(group["members"], list):
                v.put(name, UNDET)
                continue
            for member, sure in w.ordinary(group, day):
                if member is None or not isinstance(member["organisations"], list):
                    v.put(name, UNDET)
                    continue
                sides = w.member_sides(member)
                if sides == {"none"}:
                    continue
                must = and3(sure, None if "none" in sides else True)
                for org in member["organisations"]:
                    if org is UNREADABLE:
                        v.put(name, UNDET)
                        continue
                    subject = f"{name}#{org}"
                    if not isinstance(anchorings, list):
                        done = None
                    else:
                        done = any3(None if one is UNREADABLE else and3(
                            _in_window(w, matter, one["on"], day), _covers(w, one, group, org)) for one in anchorings)
                    if must is None:
                        v.put(subject, UNDET)
                    elif subject not in v.subjects or v.subjects[subject] != BROKEN:
                        v.three(subject, done, "error" if nosam else "warning")


def n_for_2(w, v):
    """N-FOR-2: a NOSAM decides by consensus. A-25."""
    for matter, decision, day, name in w.decisions(v, lambda m, d: w.has_kind(d["groups"], "nosam")):
        groups = []
        for ident in decision["groups"]:
            kind = w.is_kind(ident, "nosam")
            if kind is None:
                v.put(name, UNDET)
            elif kind and w.judged(ident):
                groups.append(w.groups_by_id[ident])
        form, objections = decision["form"], decision["objections"]
        counted_objection = False
        for one in items(objections):
            if one is UNREADABLE or not known(one["person"]):
                v.put(name, UNDET)
                continue
            counts = any3(_counts(w, matter, group, one["person"], day) for group in groups)
            if counts is False:
                v.remark(name)
            elif counts is None:
                v.put(name, UNDET)
            elif not known(one["kind"]):
                v.put(name, UNDET)
            elif one["kind"] == "abstention":
                v.breaks(name, "warning")
            else:
                counted_objection = True
                v.breaks(name, "error")
        if objections is UNREADABLE or not known(form):
            v.put(name, UNDET)
        elif form == "unanimous_vote":
            v.remark(name)
        elif form == "majority_vote" and not counted_objection:
            v.put(name, UNDET)
        if w.reading("A-25") == "present_only":
            v.put(name, HOLDS)
            continue
        for group in groups:
            v.put(name, _all_heard(w, matter, decision, group, day))


def _counts(w, matter, group, person, day):
    """Does the person count: ordinary, with a side, and in the matter's target groups if limited to some."""
    if not isinstance(group["members"], list):
        return None
    return any3(
        None if member is None else and3(sure, same(member["person"], person), _voice(w, matter, member))
        for member, sure in w.ordinary(group, day))


def _voice(w, matter, member):
    sides = w.member_sides(member)
    side = False if sides == {"none"} else None if "none" in sides else True
    mine, its = member["target_groups"], matter["target_groups"]
    if mine is ABSENT:
        tagged = True
    elif mine is UNREADABLE or not known(its):
        tagged = None
    else:
        tagged = any3(None if UNREADABLE in (a, b) else a == b for a in mine for b in its)
    return and3(side, tagged)


def _present(w, decision, person):
    """Is the person known to have been present: by the decision's list or the meeting's attendance."""
    if isinstance(decision["present"], list) and person in decision["present"]:
        return True
    meeting = decision["meeting"]
    if known(meeting):
        return any(row["person"] == person for row in nodes(w.meetings_by_id[meeting]["attendance"]))
    return False


def _all_heard(w, matter, decision, group, day):
    """Every member who counts was present, or its organisation's supporting anchoring speaks for it."""
    if not isinstance(group["members"], list):
        return UNDET
    for member, sure in w.ordinary(group, day):
        if member is None or not known(member["person"]):
            return UNDET
        counts = and3(sure, _voice(w, matter, member))
        if counts is False or _present(w, decision, member["person"]):
            continue
        home = w.home(member)
        supported = any3(
            None if one is UNREADABLE else and3(
                same(one["position"], "supports"), one["on"] <= day if known(one["on"]) else None,
                _covers(w, one, group, home))
            for one in items(matter["anchorings"])) if known(home) else False
        if supported is not True:
            return UNDET
    return HOLDS


def n_sty_1(w, v):
    """N-STY-1: a NOSAM is steered by the coordination group. A-42."""
    for group, name in w.groups(v, "nosam"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
        else:
            v.three(name, w.is_kind(group["steered_by"], "coordination_group"), "warning")


def n_sty_2(w, v):
    """N-STY-2: collaboration documents are decided by the coordination group. A-04."""
    for matter, decision, day, name in w.decisions(v, lambda m, d: same(m["kind"], "collaboration_document")):
        groups = decision["groups"]
        right = w.has_kind(groups, "coordination_group")
        if right is not False:
            v.put(name, HOLDS if right else UNDET)
        else:
            political = w.has_kind(groups, "political_group")
            v.breaks(name, "warning" if political else "error")


def n_eko_1(w, v):
    """N-EKO-1: what a NOSAM decides on economic matters is anchored in the coordination group, no later than that day. A-27."""
    economic = (lambda m: True) if w.reading("A-27") == "all" else (lambda m: same(m["economic"], True))
    for matter, decision, day, name in w.decisions(
            v, lambda m, d: and3(economic(m), w.has_kind(d["groups"], "nosam"))):
        joint = w.has_kind(decision["groups"], "coordination_group")
        anchorings = matter["anchorings"]
        done = any3(None if one is UNREADABLE else and3(
            False if one["group"] is ABSENT else w.is_kind(one["group"], "coordination_group"),
            one["on"] <= day if known(one["on"]) else None)
            for one in anchorings) if isinstance(anchorings, list) else None
        v.three(name, or3(joint, done), "error")


def n_eko_2(w, v):
    """N-EKO-2: each principal has somebody in its line who carries out what was agreed. A-14."""
    severity = "warning" if w.reading("A-14") == "duty" else "advice"
    for matter, decision, day, name in w.decisions(v, lambda m, d: same(m["common"], True)):
        rows = decision["implementation"]
        for side in charter.SIDES:
            subject = f"{name}#{side}"
            if rows is UNREADABLE:
                v.put(subject, UNDET)
                continue
            v.three(subject, any3(None if row is UNREADABLE else _line_of(w, row["organisation"], side)
                                  for row in items(rows)), severity)


def _line_of(w, org, side):
    if not known(org):
        return None
    sides = w.sides(org)
    kind = w.orgs[org]["kind"]
    return and3(True if sides == {side} else None if side in sides else False,
                kind not in charter.NOT_LINE if known(kind) else None)
