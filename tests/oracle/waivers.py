"""What minuted deviations cover (clauses.md 10.22 to 10.24): each finding by its key days, what lasts day by day.

A finding may bring its own days; else they follow from the rule and the subject.
"""

import charter
from days import EARLY, LATE, add_days, parse_day
from headings.communication import notes_due
from headings.plan_scope import holes
from headings.political import next_political_meeting
from reading import ABSENT, UNREADABLE, known, nodes
from world import BROKEN, UNDET, WAIVED


def _thing(w, section, subject):
    """What a subject names in a section: its node, and what its name goes on with."""
    rest = subject.removeprefix(section + "/")
    found = [one for one in w.r.ids.get(section, {}) if rest == one or rest.startswith(one + "#")]
    best = max(found, key=len, default=None)
    return (w.r.ids[section][best], rest[len(best) + 1:]) if best is not None else (None, "")


def _last(subject):
    return subject.rpartition("#")[2]


def _day(section, *fields):
    """The days that are fields of a thing; that of one without an id stands in its name."""
    def keys(w, subject):
        node, _ = _thing(w, section, subject)
        return [parse_day(_last(subject))] if node is None else [node[field] for field in fields]
    return keys


def _as_of(w, subject):
    return [w.D]


def _none(w, subject):
    """Only the finding can tell."""
    return []


def _year(grace=None):
    def keys(w, subject):
        ends = parse_day(_last(subject) + "-12-31")
        return [ends, add_days(ends, grace) if ends and grace else None]
    return keys


def _year_or_report(w, subject):
    return (_report if subject.startswith("reports") else _year(charter.YEAR_GRACE))(w, subject)


def _half_year(w, subject):
    year, _, half = _last(subject).partition("-")
    ends = parse_day(year + {"H1": "-06-30", "H2": "-12-31"}.get(half, ""))
    return [ends, add_days(ends, charter.DEVIATION_GRACE) if ends else None]


def _decision(w, subject):
    decision = (_thing(w, "matters", subject)[0] or {}).get("decision", ABSENT)
    return [w.decision_day(decision)] if known(decision) else []


def _meeting(w, subject):
    meeting = _thing(w, "meetings", subject)[0]
    return [w.meeting_day(meeting)] if meeting is not None else [w.D] if subject.startswith("groups/") else []


def _meeting_or_due(w, subject):
    meeting = _thing(w, "meetings", subject)[0]
    due = notes_due(w, meeting) if meeting is not None and isinstance(meeting["groups"], list) else None
    return _meeting(w, subject) + ([due[0]] if due and due[0] == due[1] else [])


def _adoption_or_due(w, subject):
    on = (_thing(w, "activity_plans", subject)[0] or {}).get("adopted_on", ABSENT)
    return [on, add_days(on, charter.ACTIVITY_PLAN_DAYS)] if known(on) else []


def _activity(w, subject):
    key = _thing(w, "activity_plans", subject)[1]
    return [w.D, w.r.ids.get("activities", {}).get(key, {}).get("from", ABSENT)]


def _plan_begins(w, subject):
    period = (_thing(w, "plans", subject)[0] or {}).get("period", ABSENT)
    return [period["from"]] if known(period) else []


def _revision(w, subject):
    key = _thing(w, "plans", subject)[1]
    node = w.r.ids.get("revisions", {}).get(key)
    return [node["on"] if node else parse_day(key)]


def _revision_or_meeting(w, subject):
    on, = _revision(w, subject)
    first, last = next_political_meeting(w, on) if on is not None and known(on) else (None, None)
    return [on, last if first == last else None]


def _term(w, subject):
    return [parse_day(_last(subject))]


_report = _day("reports", "on")

KEYS = {rule: keys for keys, rules in (
    (_as_of, "P-ALL-1 P-PLAN-1 P-ORG-0 P-SG-3 P-SG-4 P-SG-5 P-SG-6 P-NOS-7 P-NOS-8 P-POL-6 P-POL-7 P-KOM-4 P-KOM-5 P-KOM-6 P-KOM-8 "
             "N-AKT-2 N-UPD-2 N-REP-1 N-REP-5 N-REP-6 N-REP-7 N-REP-8 N-REP-9 N-REP-10 N-REP-11 N-REP-12 N-REP-13 N-REP-14 N-REP-15 "
             "N-ADJ-1 N-STY-1"),
    (_none, "P-UPP-1 P-NOS-4 N-ALL-2 N-REP-4 N-ORD-1 N-ORD-3 N-ORD-5"),
    (_activity, "P-NOS-3"), (_decision, "P-SG-1 P-SG-2 N-FOR-1 N-FOR-2 N-STY-2 N-EKO-1 N-EKO-2"),
    (_year(), "P-POL-1 P-REV-2"), (_year(charter.YEAR_GRACE), "P-POL-3 N-UPF-1"), (_year_or_report, "P-UPP-2 N-UPF-2"),
    (_half_year, "N-AVV-1"), (_report, "N-AVV-2"), (_revision, "P-REV-3 P-REV-5"), (_revision_or_meeting, "P-REV-4"),
    (_meeting_or_due, "P-KOM-7 N-ANT-1"), (_meeting, "N-MOT-1 N-MOT-2 N-MOT-3"), (_adoption_or_due, "P-KOM-9"),
    (_plan_begins, "N-PLAN-1"), (_day("proposals", "on"), "N-UPD-3"), (_term, "N-ORD-2 N-ORD-4"),
) for rule in rules.split()}
"""The key days of each rule that can be broken."""


def key_days(w, rule, subject):
    """The days that are known."""
    return [day for day in KEYS[rule](w, subject) if day is not None and known(day)]


def _covering(w, rule, subject):
    """((first, last), does it name the subject, can its days be read) of the waivers of a rule that were decided or may be.

    Where a day cannot be read the period is the longest that it may be.
    """
    for one in nodes(w.r["waivers"]):
        by, named = one["decided_by"], one["subject"]
        if one["rule"] != rule or not isinstance(by, list) or not by or UNREADABLE in by:
            continue
        if not known(one["reason"]) or known(one["on"]) and one["on"] > w.D:
            continue
        if named is ABSENT or named is not UNREADABLE and (subject == named or subject.startswith(named + "#")):
            period = one["from"] if known(one["from"]) else EARLY, one["to"] if known(one["to"]) else LATE
            yield period, named is not ABSENT, known(one["on"]) and UNREADABLE not in (one["from"], one["to"])


def apply(w, rule, verdict):
    """Settles the findings of a rule, and what is waived."""
    for subject in list(verdict.subjects):
        # What a rule only remarks on needs no deviation.
        waivers = list(_covering(w, rule, subject)) if rule in KEYS else []
        mine = [one for one in verdict.breaches if one[1] == subject]
        if not waivers:
            verdict.findings += [(severity, subject, BROKEN) for severity, *_ in mine]
            continue
        periods = [period for period, _, readable in waivers if readable]
        perhaps = [period for period, _, readable in waivers if not readable]
        keys = key_days(w, rule, subject)
        left = covered_any = doubtful = False
        for severity, _, days, lasting in mine:
            if lasting is None:
                parts = [] if any(a <= day <= b for a, b in periods for day in days or keys) else [None]
                covered = not parts
                if parts and any(a <= day <= b for a, b in perhaps for day in days or keys):
                    parts, doubtful = [], True
            else:
                parts = [part for a, b in lasting for part in holes(periods, a, b)]
                covered = parts != lasting
                certain = [part for a, b in parts for part in holes(perhaps, a, b)]
                doubtful, parts = doubtful or certain != parts, certain
            covered_any = covered_any or covered
            verdict.findings += [(severity, subject, WAIVED)] * covered + [(severity, subject, BROKEN)] * len(parts)
            left = left or bool(parts)
        outcome = verdict.subjects[subject]
        if outcome == BROKEN and doubtful and not left and not covered_any:
            # A day of a waiver that cannot be read may be what covers it.
            verdict.subjects[subject] = UNDET
            continue
        if outcome == UNDET:
            waived = any(a <= day <= b for a, b in periods for day in keys) if keys else any(
                named and readable for _, named, readable in waivers)
        else:
            waived = outcome == BROKEN and not left
        if waived:
            verdict.subjects[subject] = WAIVED
