"""A second opinion: every rule of the two documents in plain Python, slow and obvious on purpose.

`judge(text, {"as_of": "2024-12-31", "readings": {"A-19": "none"}})` gives {rule: {subject: outcome}};
`findings(...)` gives the multiset of (rule, severity, subject, outcome). Of a `charter` among the options
only `sites` and whether P-MGP-1 is off are read.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import absence
import charter
import reading
import waivers
from days import parse_day
from headings import (chair, communication, coordination, decisions, follow_up, meetings, nosam_scope,
                      plan_activities, plan_scope, political, representation)
from reading import UNREADABLE, items
from world import ORDER, UNDET, Verdict, World

RULES = {}
for module, names in (
    (plan_scope, "P-ALL-1 P-PLAN-1 P-PLAN-3 P-MGP-1 P-UPP-1 P-UPP-2"),
    (coordination, "P-ORG-0 P-SG-1 P-SG-2 P-SG-3 P-SG-4 P-SG-5 P-SG-6"),
    (plan_activities, "P-NOS-3"), (plan_scope, "P-NOS-4"), (plan_activities, "P-NOS-7 P-NOS-8"),
    (political, "P-POL-1 P-POL-3 P-POL-6 P-POL-7 P-REV-1 P-REV-2 P-REV-3 P-REV-4 P-REV-5"),
    (communication, "P-KOM-3 P-KOM-4 P-KOM-5 P-KOM-6 P-KOM-7 P-KOM-8 P-KOM-9 P-KOM-10"),
    (nosam_scope, "N-ALL-2 N-PLAN-1 N-PLAN-2 N-AKT-2 N-UPD-2 N-UPD-3"),
    (representation, "N-REP-1 N-REP-4 N-REP-5 N-REP-6 N-REP-7 N-REP-8 N-REP-9 N-REP-10 N-REP-11 N-REP-12 "
                     "N-REP-13 N-REP-14 N-REP-15 N-ADJ-1 N-ADJ-3"),
    (decisions, "N-FOR-1 N-FOR-2 N-STY-1 N-STY-2"),
    (chair, "N-ORD-1 N-ORD-2 N-ORD-3 N-ORD-4 N-ORD-5"),
    (meetings, "N-MOT-1 N-MOT-2 N-MOT-3 N-ANT-1"),
    (follow_up, "N-UPF-1 N-UPF-2"),
    (decisions, "N-EKO-1 N-EKO-2"),
    (follow_up, "N-AVV-1 N-AVV-2 N-AVV-3"),
):
    for rule in names.split():
        RULES[rule] = getattr(module, rule.lower().replace("-", "_"))


def world(text, options):
    """What is judged, and how."""
    other = options.get("charter", {})
    return World(reading.read(text), parse_day(options["as_of"]), options.get("readings", {}),
                 asks_for_both_principals=not other.get("rules", {"P-MGP-1": {"off": True}}).get("P-MGP-1", {}).get("off"),
                 sites=other.get("sites", []))


# What each rule reads of the record's sections, beside what its things refer to.
READS = {}
for sections, names in (
    ("organisations groups", "P-ALL-1 P-PLAN-3 P-ORG-0 P-SG-5 N-REP-5 N-REP-6 N-REP-7 N-REP-9"),
    ("groups", "P-SG-3 P-SG-4 P-SG-6 P-POL-6 P-POL-7 P-KOM-3 P-KOM-4 P-KOM-5 P-KOM-6 N-ALL-2 N-REP-1 N-REP-8 N-REP-10 "
               "N-REP-11 N-REP-12 N-REP-13 N-REP-14 N-REP-15 N-ADJ-1 N-ADJ-3 N-STY-1 N-ORD-2 N-ORD-3 N-ORD-4 N-ORD-5"),
    ("groups meetings", "P-POL-1 N-REP-4 N-ORD-1"), ("groups meetings recesses", "N-MOT-2"),
    ("groups meetings publications", "P-KOM-8"), ("meetings activity_plans publications", "P-KOM-10"),
    ("meetings", "P-KOM-7 N-MOT-1 N-MOT-3 N-ANT-1"), ("meetings plans", "P-REV-4"),
    ("matters", "P-SG-1 P-SG-2 N-FOR-1 N-FOR-2 N-STY-2 N-EKO-1 N-EKO-2"),
    ("plans", "P-REV-1 P-REV-2 P-REV-3 P-REV-5 N-PLAN-1 N-PLAN-2"), ("plans activity_plans", "P-PLAN-1 P-NOS-7"),
    ("activity_plans", "P-MGP-1 P-NOS-3 P-NOS-8 P-KOM-9"), ("activity_plans groups", "P-UPP-1 P-NOS-4 N-AKT-2"),
    ("activity_plans reports", "P-UPP-2"), ("groups reports", "P-POL-3 N-UPF-1 N-UPF-2 N-AVV-1"),
    ("reports", "N-AVV-2 N-AVV-3"), ("routines", "N-UPD-2"), ("proposals", "N-UPD-3"),
):
    for rule in names.split():
        READS[rule] = sections.split()


def _unreadable(world, rule):
    """The sections that a rule reads and that cannot be read, or an entry of which cannot."""
    return [name for name in READS[rule] if world.r[name] is UNREADABLE or UNREADABLE in items(world.r[name])]


def _in_force(world, rule):
    """Is it in force, and does the charter ask for it at all."""
    if world.D < charter.PLAN_FROM and rule != "P-SG-6":
        # Before the plan's first day only the decision of A-23 is.
        return False
    if rule == "P-KOM-10":
        return bool(world.sites)
    return rule != "P-MGP-1" or world.asks_for_both_principals


def _check(world, rule, check, verdict):
    if world.extract and not world.about:
        # Nobody knows whose record it is.
        verdict.put("about", UNDET)
        return
    check(world, verdict)
    absence.look_twice(world, rule, check, verdict)
    for section in _unreadable(world, rule):
        verdict.put(section, UNDET)


def verdicts(text, options):
    """All verdicts, with waivers applied."""
    w, out = world(text, options), {}
    for rule, check in RULES.items():
        verdict = Verdict(rule)
        if _in_force(w, rule):
            _check(w, rule, check, verdict)
        waivers.apply(w, rule, verdict)
        out[rule] = verdict
    return out


def judge(text, options):
    """{rule: {subject: outcome}} of a record."""
    return {rule: dict(v.subjects) for rule, v in verdicts(text, options).items()}


def findings(text, options):
    """The multiset of findings as sorted (rule, severity, subject, outcome)."""
    return sorted((rule, *one) for rule, v in verdicts(text, options).items() for one in v.findings)


def faults(text, options):
    """(rule, subject, first, last day) of what a waiver may cover: what is broken, and what cannot be told."""
    w, out = world(text, options), []
    for rule, verdict in verdicts(text, options).items():
        if rule not in waivers.KEYS:
            continue
        rows = [(subject, days, lasting) for _, subject, days, lasting in verdict.breaches]
        rows += [(subject, None, None) for subject, outcome in verdict.subjects.items() if outcome == UNDET][:2]
        for subject, days, lasting in rows:
            for a, b in lasting or [(day, day) for day in days or waivers.key_days(w, rule, subject) or [w.D]][-1:]:
                out.append((rule, subject, max(a, charter.PLAN_FROM), max(b, charter.PLAN_FROM)))
    return out


def overall(subjects):
    """The outcome of a rule: the worst of its subjects'."""
    return max(subjects.values(), key=ORDER.index, default=ORDER[0])


if __name__ == "__main__":
    # One JSON object a line, {"record": ..., "options": ...}, or a file and an as-of day.
    if len(sys.argv) > 1:
        data = pathlib.Path(sys.argv[1]).read_bytes()
        opts = {"as_of": sys.argv[2] if len(sys.argv) > 2 else "2024-12-31"}
        print(json.dumps({"subjects": judge(data, opts), "findings": findings(data, opts)}, indent=1, ensure_ascii=False))
    else:
        for line in sys.stdin:
            job = json.loads(line)
            data = json.dumps(job["record"]).encode() if "record" in job else job["text"].encode()
            try:
                answer = {"subjects": judge(data, job["options"]), "findings": findings(data, job["options"])}
            except (ValueError, KeyError) as error:
                answer = {"error": str(error)}
            print(json.dumps(answer, ensure_ascii=False))
