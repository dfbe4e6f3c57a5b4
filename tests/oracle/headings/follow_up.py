"""Assignment N: evaluation, reporting back, deviations."""

import charter
from days import add_days, halves
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, lasts, same, yearly

from headings.meetings import _holders


def _entries(w, group, kind):
    out = []
    for report in items(w.r["reports"]):
        if report is UNREADABLE:
            out.append((UNREADABLE, None))
            continue
        answer = and3(same(report["kind"], kind), same(report["from_group"], group["id"]))
        if answer is not False:
            out.append((report["on"], answer))
    return out


def _every_year(w, v, kind):
    for group, name in w.groups(v, "nosam"):
        if w.reading("A-36") == "no_existence_test":
            v.put(name, NA)
        else:
            yearly(w, v, name, _entries(w, group, kind), isinstance(w.r["reports"], list), 1, "advice",
                   life=w.life(group), first=charter.PLAN_FROM, last=charter.PLAN_TO)


def n_upf_1(w, v):
    """N-UPF-1: each NOSAM evaluates its work every year. A-36."""
    _every_year(w, v, "evaluation")


def _reports(w, v, kind):
    """(report, name) of the reports of a kind that have been made."""
    for report in nodes(w.r["reports"]):
        if not w.judged(report["from_group"]):
            continue
        name = w.name("reports", report)
        on = report["on"]
        applies = and3(same(report["kind"], kind), on <= w.D if known(on) else None, w.in_time(on))
        if applies is True:
            yield report, name
        else:
            v.put(name, NA if applies is False else UNDET)


def n_upf_2(w, v):
    """N-UPF-2 (N-CHF-3): chair and process leader report back on each NOSAM to the coordination group. A-36."""
    _every_year(w, v, "report_back")
    for report, name in _reports(w, v, "report_back"):
        mine = w.is_kind(report["from_group"], "nosam")
        if mine is not True:
            v.put(name, NA if mine is False else UNDET)
            continue
        v.three(name, w.is_kind(report["to_group"], "coordination_group"), "warning")
        group = w.groups_by_id[report["from_group"]]
        for function in ("chair", "process_leader"):
            people, doubt = _holders(w, group, function, report["on"])
            if not people:
                # A vacancy is the finding of N-ORD-1 or N-REP-13.
                v.put(name, UNDET)
                continue
            there = contains(report["reporters"], people)
            v.three(name, or3(there, None) if doubt else there, "warning")


def n_avv_1(w, v):
    """N-AVV-1: each NOSAM's deviations are reported for every half-year, in time. A-28."""
    reports = w.r["reports"]
    for group, name in w.groups(v, "nosam"):
        if w.reading("A-28") == "when_needed":
            v.put(name, NA)
            continue
        if w.complete_from is UNREADABLE:
            v.put(name, UNDET)
            continue
        rows = []
        for report in items(reports):
            if report is UNREADABLE:
                rows.append((None, None))
                continue
            mine = and3(same(report["kind"], "deviation"), same(report["from_group"], group["id"]),
                        report["on"] <= w.D if known(report["on"]) else None)
            if mine is not False:
                rows.append((report, mine))
        start = w.complete_from
        if start is ABSENT and isinstance(reports, list):
            firsts = []
            for report, mine in rows:
                if mine is True:
                    period = report["period"]
                    firsts.append(period["from"] if known(period) and known(period["from"]) else report["on"])
            start = min(firsts, default=ABSENT)
        if start is ABSENT:
            v.put(name, UNDET if rows or not isinstance(reports, list) else NA)
            continue
        unsure = w.complete_from is ABSENT and any(
            report is None or not (mine and known(report["on"])) or not known(report["period"])
            or not known(report["period"]["from"]) for report, mine in rows)
        if unsure:
            v.put(name, UNDET)
        for label, a, b in halves(start, w.D):
            subject = f"{name}#{label}"
            due = add_days(b, charter.DEVIATION_GRACE)
            answers, astray = [], False
            for report, mine in rows:
                if report is None:
                    answers.append(None)
                    continue
                covers = and3(mine, _covers(report["period"], a, b))
                to = w.is_kind(report["to_group"], "coordination_group")
                astray = or3(astray, and3(covers, not3(to)))
                answers.append(and3(covers, to, report["on"] <= due if known(report["on"]) else None))
            ok = any3(answers) if isinstance(reports, list) else None
            there = lasts(w.life(group), a, b, 3)
            if ok is True:
                v.put(subject, HOLDS)
            elif a < start or there is False:
                v.put(subject, UNDET if ok is None or unsure and there is not False else NA)
            elif there is None:
                v.put(subject, UNDET)
            elif w.D <= due and (astray is not True or ok is None):
                v.put(subject, UNDET if astray is not False else NOT_DUE)
            else:
                v.three(subject, ok, "error")


def _covers(period, a, b):
    if not known(period):
        return None
    first, last = period["from"], period["to"]
    return and3(True if first is ABSENT else None if first is UNREADABLE else first <= a,
                True if last is ABSENT else None if last is UNREADABLE else b <= last)


def n_avv_2(w, v):
    """N-AVV-2: a deviation report names the routine it follows. A-28."""
    for report, name in _reports(w, v, "deviation"):
        routine = report["routine"]
        if routine is ABSENT:
            v.breaks(name, "warning")
        elif routine is UNREADABLE:
            v.put(name, UNDET)
        else:
            adopted = w.r.ids["routines"][routine]["adopted_on"]
            v.three(name, adopted <= report["on"] if known(adopted) else None, "warning")


def n_avv_3(w, v):
    """N-AVV-3: a deviation report names needs and faults, if only to say that there are none; else a remark."""
    for report, name in _reports(w, v, "deviation"):
        fields = (report["development_needs"], report["systemic_faults"])
        if ABSENT in fields:
            v.remark(name)
        else:
            v.put(name, UNDET if UNREADABLE in fields else HOLDS)
