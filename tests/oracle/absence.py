"""What the absence of people proves (clauses.md 10.25): nothing of the days after the record is complete.

Rules about what was due, and about what lasts, ask the world whether it may only be unwritten. Those that judge who sits there on
the as-of day are asked again here, on the last day of the complete record.
"""

import copy
from collections import Counter

import charter
from days import add_days
from reading import ABSENT, MEMBER, Node, known, nodes
from world import BROKEN, Verdict, within

RULES = set("P-SG-3 P-SG-4 P-SG-5 P-SG-6 P-POL-6 P-KOM-6 N-AKT-2 N-REP-5 N-REP-6 N-REP-7 N-REP-8 N-REP-9 N-REP-10 N-REP-11 N-REP-12 "
            "N-REP-13 N-REP-14 N-REP-15".split())

PLANS = {"P-UPP-1", "P-NOS-4"}


def look_twice(w, rule, check, verdict):
    """Leaves open what was not broken in the same way on the last day of the complete record, unless a vacancy says so."""
    if rule in PLANS and w.complete_to not in (None, w.D):
        # What was not due yet on that day may have been done since.
        then = copy.copy(w)
        then.D = w.complete_to
        broken = {subject for subject, outcome in verdict.subjects.items() if outcome == BROKEN}
        for subject in broken - _broken(then, rule, check):
            verdict.leave_open(subject)
    if rule not in RULES or w.complete_to == w.D:
        return
    broken = {subject for subject, outcome in verdict.subjects.items()
              if outcome == BROKEN and subject not in verdict.written and subject.startswith("groups")}
    lasting = set(broken) if w.complete_to is not None else set()
    for day in [w.complete_to, *_changes(w)] if lasting else []:
        then = copy.copy(w)
        then.D = day
        lasting &= _broken(then, rule, check)
    vacant = set()
    if broken - lasting:
        # Of two faults one may be a vacancy.
        filled = Verdict(rule)
        check(_seated(w), filled)
        mine, left = (Counter(one[1] for one in it.breaches) for it in (verdict, filled))
        vacant = {subject for subject in broken - lasting if left[subject] < mine[subject]}
    for subject in broken - lasting - vacant:
        verdict.leave_open(subject)


def _broken(w, rule, check):
    if w.D < charter.PLAN_FROM and rule != "P-SG-6":
        # Not in force yet, so that nothing is broken.
        return set()
    verdict = Verdict(rule)
    check(w, verdict)
    return {subject for subject, outcome in verdict.subjects.items() if outcome == BROKEN}


def _changes(w):
    """The days since the record is complete on which something began or was over: what lacked once may have been there for a while."""
    rows = nodes(w.r["organisations"]) + nodes(w.r["activity_plans"]) + [
        one["period"] for one in nodes(w.r["activity_plans"]) if known(one["period"])]
    for group in nodes(w.r["groups"]):
        rows += [group, *nodes(group["members"]), *nodes(group["offices"])]
    days = {day for row in rows for day in (
        row.get("from", ABSENT), row.get("adopted_on", ABSENT),
        *(add_days(row[key], 1) for key in ("to", "closed_on") if known(row.get(key, ABSENT)))) if known(day)}
    return sorted(day for day in days if w.complete_to < day < w.D)


def _seated(w):
    """The world in which somebody sits in each seat that is said to be vacant."""
    out = copy.copy(w)
    out.r = copy.copy(w.r)
    if isinstance(w.r["groups"], list):
        out.r["groups"] = [_filled(w, one) if isinstance(one, Node) else one for one in w.r["groups"]]
    out.groups_by_id = {one["id"]: one for one in nodes(out.r["groups"]) if known(one["id"])}
    return out


def _filled(w, group):
    if not isinstance(group["members"], list):
        return group
    there = copy.copy(group)
    there["members"] = group["members"] + [
        Node({**dict.fromkeys(MEMBER.fields, ABSENT), "status": "ordinary", "person": f"vacancy {number}",
              # Whoever sat there would be no wider than the assignment.
              "target_groups": [charter.MENTAL] if one["function"] == "nsph_representative" else ABSENT,
              **{field: ABSENT if one[key] is ABSENT else [one[key]] for field, key in (("organisations", "organisation"), ("functions", "function"))}})
        for number, one in enumerate(nodes(group["vacancies"])) if one["office"] is ABSENT and within(one, w.D) is True]
    return there
