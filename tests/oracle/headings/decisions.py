"""Assignment N: anchoring, consensus, steering, economy and carrying out."""

import itertools

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, UNDET, contains, same, within

POSITIONS = ["supports", "abstains", "opposes"]


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


def _in_window(w, matter, on, decided, org):
    """Is the day of an anchoring in the organisation right: after the raising, unless it brought the matter, and in time."""
    raised = _raised(w, matter)
    if not known(on):
        return None
    strictly = w.reading("A-26") == "strictly_between"
    since = True if raised is ABSENT else None if raised is UNREADABLE else (
        _among(w, matter["raised_by"], org) if on < raised else not strictly or raised < on)
    return and3(since, on < decided if strictly else on <= decided)


def _levels(w, org):
    """The organisations in which an anchoring counts for this one; whether they could be read to the top. A-45."""
    return w.above(org) if w.reading("A-45") == "organisation_or_above" else ([org], True)


def _among(w, orgs, org):
    """Is the organisation, or by A-45 one above it, among those of a list."""
    levels, whole = _levels(w, org)
    return contains(orgs, levels) if whole or orgs == [] else or3(contains(orgs, levels), None)


def _covers(w, anchoring, groups, org):
    """Is an anchoring made in the organisation, or by A-45 in one above it."""
    answers = []
    if all(anchoring[where] is ABSENT for where in ("organisations", "everyone", "group")):
        # Nobody said where.
        return None
    if anchoring["organisations"] is not ABSENT:
        answers.append(_among(w, anchoring["organisations"], org))
    if anchoring["everyone"] is UNREADABLE:
        answers.append(None)
    elif anchoring["everyone"] is True:
        answers += [w.filled(one, anchoring["on"], lambda m: w.represents(m, lambda o: _among(w, [o], org)))
                    if known(anchoring["on"]) else None for one in groups]
    return any3(answers)


def _deciders(w, decision):
    """Those who decided, as far as they can be told."""
    return [w.groups_by_id[g] for g in items(decision["groups"]) if known(g)]


def n_for_1(w, v):
    """N-FOR-1 (P-NOS-10, P-KOM-1, N-REP-2): a decision is anchored in every organisation with a seat. A-12, A-26, A-45."""
    every = w.reading("A-26.scope") == "all_groups"
    for matter, decision, day, name in w.decisions(v, lambda m, d: every or w.takes_part(d["groups"], "nosam")):
        waived = decision["anchoring_waived"]
        raised, limited = _raised(w, matter), w.reading("A-12") == "operational_only"
        # Raised after it was decided: the record contradicts itself, and is told to.
        contradicted = known(raised) and raised > day
        if contradicted and (limited or known(waived)):
            v.put(name, UNDET)
        if limited:
            outcome = _mandate(w, matter, decision)
            v.breaks(name, "error") if outcome == BROKEN else v.put(name, outcome)
        if known(waived):
            v.remark(name)
            continue
        needs, untold = _needs(w, matter, decision, day, every)
        if untold:
            v.put(name, UNDET)
        if contradicted:
            for org in needs:
                v.put(f"{name}#{org}", UNDET)
            continue
        for org, (in_nosam, must) in needs.items():
            subject = f"{name}#{org}"
            anchorings = matter["anchorings"]
            done = any3(None if one is UNREADABLE else and3(
                _in_window(w, matter, one["on"], day, org), _covers(w, one, _deciders(w, decision), org))
                for one in anchorings) if isinstance(anchorings, list) else None
            excused = None if waived is UNREADABLE else False
            v.three(subject, or3(not3(must), done, excused), "error" if in_nosam is True else "warning")


def _needs(w, matter, decision, day, every):
    """{organisation: (for a seat in a NOSAM, for any seat)} of those that must have anchored; is there more than can be told."""
    needs, untold = {}, not isinstance(decision["groups"], list) or UNREADABLE in decision["groups"]
    for group in _deciders(w, decision):
        if not w.judged(group["id"]):
            continue
        if not known(group["kind"]):
            untold = True
            continue
        if not every and group["kind"] != "nosam":
            continue
        if not isinstance(group["members"], list):
            untold = True
        for member, sure in w.ordinary(group, day):
            if member is None:
                untold = True
                continue
            must = and3(sure, _voice(w, matter, member))
            if w.two_sides(group, member["person"], day):
                # On two sides at once: whether it must, nobody can tell.
                must, untold = None, True
            if must is False:
                continue
            if not isinstance(member["organisations"], list) or UNREADABLE in member["organisations"]:
                untold = True
            for place, org in enumerate(items(member["organisations"])):
                if org is UNREADABLE:
                    continue
                sides = w.sides(org)
                # The first organisation has given the member its side; the others need their own.
                own = True if not place else False if sides == {"none"} else None if "none" in sides else True
                its = and3(must, own, within(w.orgs[org], day))
                if its is False:
                    continue
                before = needs.get(org, (False, False))
                needs[org] = (or3(before[0], its if group["kind"] == "nosam" else False), or3(before[1], its))
    return needs, untold


def _mandate(w, matter, decision):
    """May a NOSAM decide it, where it may decide operational matters only? Reserved matters have rules of their own."""
    reserved = or3(w.has_kind(decision["groups"], "coordination_group"), _referred(w, decision))
    allowed = or3(not3(w.has_kind(decision["groups"], "nosam")), reserved)
    kind = matter["kind"]
    if allowed is True or kind == "operational":
        return HOLDS
    if allowed is None or not known(kind):
        return UNDET
    if kind in ("overarching_strategic", "collaboration_document"):
        return NA
    if kind == "direction" and matter["common"] is not False:
        return NA if known(matter["common"]) else UNDET
    return BROKEN


def _referred(w, decision):
    """Was the matter handed over to the coordination group."""
    to = decision["referred_to"]
    return False if to is ABSENT else w.is_kind(to, "coordination_group")


def n_for_2(w, v):
    """N-FOR-2: a NOSAM decides by consensus. A-25."""
    present_only = w.reading("A-25") == "present_only"
    for matter, decision, day, name in w.decisions(v, lambda m, d: w.takes_part(d["groups"], "nosam")):
        groups = [g for g in _deciders(w, decision) if g["kind"] == "nosam" and w.judged(g["id"])]
        # One of those who decided may be another NOSAM.
        another = any(g is UNREADABLE or w.judged(g) and w.is_kind(g, "nosam") is None for g in decision["groups"])
        form, objections = decision["form"], decision["objections"]
        for one in items(objections):
            if one is UNREADABLE or not known(one["person"]) or not known(one["kind"]):
                v.put(name, UNDET)
                continue
            counts = any3([None] * another + [_counts(w, matter, group, one["person"], day) for group in groups])
            if present_only:
                counts = and3(counts, _was_present(w, decision, one["person"]))
            if counts is False:
                v.remark(name)
            elif counts is None:
                v.put(name, UNDET)
            else:
                v.breaks(name, "warning" if one["kind"] == "abstention" else "error")
        v.put(name, _said(form, objections))
        if any(w.two_sides(group, member["person"], day) for group in groups
               for member, sure in w.ordinary(group, day) if member is not None):
            v.put(name, UNDET)
        if form == "unanimous_vote":
            v.remark(name)
        if not present_only:
            v.put(name, UNDET if another else HOLDS)
            for group in groups:
                v.put(name, _all_heard(w, matter, decision, group, day))


def _said(form, objections):
    """Does the record say whether there were objections?"""
    if form is UNREADABLE or objections is UNREADABLE:
        return UNDET
    if form == "majority_vote":
        return HOLDS if known(objections) and objections else UNDET
    return HOLDS if known(objections) or known(form) else UNDET


def _counts(w, matter, group, person, day):
    """Does the person count: ordinary, with a side, and concerned by the matter."""
    if not isinstance(group["members"], list):
        return None
    return any3(
        None if member is None else and3(sure, same(member["person"], person), _voice(w, matter, member))
        for member, sure in w.ordinary(group, day))


def _sided(w, member):
    sides = w.member_sides(member)
    return False if sides == {"none"} else None if "none" in sides else True


def _voice(w, matter, member):
    """Has the member a side, and a part in the matter if it sits for some target groups only?"""
    mine, its = member["target_groups"], matter["target_groups"]
    if mine is ABSENT:
        tagged = True
    elif not isinstance(mine, list):
        tagged = None
    elif not isinstance(its, list):
        tagged = None if mine else False
    else:
        tagged = any3(None if UNREADABLE in (a, b) else a == b for a in mine for b in its)
    return and3(_sided(w, member), tagged)


def _was_present(w, decision, person):
    """Was the person present, by the decision's list or the meeting's attendance; unsaid is not to be told."""
    answers, said = [], False
    listed = decision["present"]
    if isinstance(listed, list):
        answers.append(contains(listed, [person]))
    elif listed is UNREADABLE:
        answers.append(None)
    said = listed is not ABSENT
    meeting = decision["meeting"]
    if known(meeting):
        rows = w.meetings_by_id[meeting]["attendance"]
        said = said or rows is not ABSENT
        if isinstance(rows, list):
            answers.append(any3(None if row is UNREADABLE else same(row["person"], person) for row in rows))
        elif rows is UNREADABLE:
            answers.append(None)
    return any3(answers) if said else None


def _all_heard(w, matter, decision, group, day):
    """Every member who counts was present, or its organisation's supporting anchoring speaks for it."""
    if not isinstance(group["members"], list):
        return UNDET
    for member, sure in w.ordinary(group, day):
        if member is None:
            return UNDET
        if and3(sure, _voice(w, matter, member)) is False:
            continue
        if not known(member["person"]):
            return UNDET
        if _was_present(w, decision, member["person"]) is True:
            continue
        supported = any(
            one is not UNREADABLE and and3(
                same(one["position"], "supports"), one["on"] <= day if known(one["on"]) else None,
                any3(_covers(w, one, _deciders(w, decision), org) for org in items(member["organisations"])
                     if known(org))) is True
            for one in items(matter["anchorings"]))
        if not supported:
            return UNDET
    return HOLDS


def n_sty_1(w, v):
    """N-STY-1: a NOSAM is steered by the coordination group. A-42."""
    for group, name in w.groups(v, "nosam"):
        alive = w.alive(group, w.D)
        right = w.is_kind(group["steered_by"], "coordination_group")
        if alive is False:
            v.put(name, NA)
        elif alive is None and right is not True:
            v.put(name, UNDET)
        else:
            v.three(name, right, "warning")


def n_sty_2(w, v):
    """N-STY-2: collaboration documents are decided by the coordination group, or handed over to it. A-04."""
    for matter, decision, day, name in w.decisions(v, lambda m, d: _perhaps(same(m["kind"], "collaboration_document"))):
        groups = decision["groups"]
        right = or3(w.has_kind(groups, "coordination_group"), _referred(w, decision))
        if right is not True and not known(matter["kind"]):
            right = None
        if right is not False:
            v.put(name, HOLDS if right else UNDET)
        else:
            political = w.has_kind(groups, "political_group")
            v.put(name, UNDET) if political is None else v.breaks(name, "warning" if political else "error")


def _perhaps(answer):
    """What may fall under the rule is looked at: where the duty is fulfilled it need not be known."""
    return answer is not False


def n_eko_1(w, v):
    """N-EKO-1: what a NOSAM decides on economic matters is anchored in the coordination group, no later than that day.

    A-27. What that group said last counts.
    """
    every = w.reading("A-27") == "all"
    for matter, decision, day, name in w.decisions(v, lambda m, d: and3(
            every or _perhaps(same(m["economic"], True)), w.takes_part(d["groups"], "nosam"))):
        joint = w.has_kind(decision["groups"], "coordination_group")
        said = {"supports"} if joint is True else _last_words(w, matter, day)
        if joint is None or not every and not known(matter["economic"]):
            # Where it may not have been needed, only a breach is left open.
            said = said | {"supports"}
        if not said & {"supports", "abstains"}:
            v.breaks(name, "error" if said == {"nothing"} else "warning")
        elif said & {"nothing", "opposes"}:
            v.put(name, UNDET)
        elif said == {"abstains"}:
            v.remark(name)
        else:
            v.put(name, HOLDS)


def _last_words(w, matter, decided):
    """What the coordination group may have said at last by the day of decision: positions, or "nothing".

    On one day the graver counts: `opposes` before `abstains`.
    """
    if not isinstance(matter["anchorings"], list):
        return {"nothing", *POSITIONS}
    known_days = {one["on"] for one in nodes(matter["anchorings"]) if known(one["on"]) and one["on"] <= decided} | {decided}
    ways = []
    for one in matter["anchorings"]:
        group, on, position = (UNREADABLE,) * 3 if one is UNREADABLE else (one["group"], one["on"], one["position"])
        counts = and3(False if group is ABSENT else w.is_kind(group, "coordination_group"),
                      on <= decided if known(on) else None)
        if counts is not False:
            said = [(day, p) for day in ([on] if known(on) else known_days)
                    for p in ([position] if known(position) else POSITIONS)]
            ways.append(said if counts else [None, *said])
    return {max((one for one in way if one), key=lambda one: (one[0], POSITIONS.index(one[1])), default=(None, "nothing"))[1]
            for way in itertools.product(*ways)}


def n_eko_2(w, v):
    """N-EKO-2: each principal has somebody in its line who carries out what was agreed. A-14, A-19."""
    for matter, decision, day, name in w.decisions(v, lambda m, d: and3(
            _perhaps(same(m["common"], True)), _perhaps(not3(_upwards(w, d))),
            w.takes_part(d["groups"], "nosam", "coordination_group"))):
        rows = decision["implementation"]
        applies = and3(same(matter["common"], True), not3(_upwards(w, decision)))
        codes, untold = _municipalities(w, decision)
        if untold:
            v.put(name, UNDET)
        for principal in ["region", *codes]:
            subject = f"{name}#{principal}"
            right = None if rows is UNREADABLE else any3(
                None if row is UNREADABLE else _line_of(w, row["organisation"], principal) for row in items(rows))
            if right is not True and applies is None:
                right = None
            if right is False and w.reading("A-14") == "recommendation":
                v.remark(subject)
            else:
                v.three(subject, right, "warning")


def _upwards(w, decision):
    """Was the matter handed over to a group above that did not itself take part."""
    to = decision["referred_to"]
    if to is ABSENT:
        return False
    return and3(or3(w.is_kind(to, "coordination_group"), w.is_kind(to, "political_group")),
                not3(contains(decision["groups"], [to])) if known(to) else None)


def _municipalities(w, decision):
    """The municipalities of those who decided, in order; are there more than can be told."""
    codes, untold = set(), UNREADABLE in decision["groups"]
    for group in _deciders(w, decision):
        if not w.judged(group["id"]):
            continue
        if group["kind"] == "coordination_group":
            codes |= set(charter.MUNICIPALITIES)
        elif group["kind"] == "nosam" and known(group["municipality"]):
            codes.add(group["municipality"])
        elif group["kind"] == "nosam" or not known(group["kind"]):
            untold = True
    return sorted(codes), untold


def _line_of(w, org, principal):
    """Is the organisation in the line of the region, or of the municipality of the code?"""
    if not known(org):
        return None
    side = "region" if principal == "region" else "municipality"
    sides = w.sides(org)
    kind = w.orgs[org]["kind"]
    return and3(True if sides == {side} else None if side in sides else False,
                True if principal == "region" else w.in_municipality(org, principal),
                kind not in charter.NOT_LINE if known(kind) else None)
