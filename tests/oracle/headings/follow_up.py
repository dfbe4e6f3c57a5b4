"""Assignment N: evaluation, reporting back, deviations."""

from datetime import date

import charter
from days import EARLY, LATE, add_days, halves
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import HOLDS, NA, NOT_DUE, UNDET, contains, lasts, same, years_of

from headings.meetings import _holders
from headings.plan_scope import holes


YEAR, HALF_YEAR = 3, 3
"""A NOSAM that existed for fewer months of a period owes nothing for it."""


def _of_group(w, group, kind):
    """(report, answer) of the reports that are, or may be, of the kind and of the group, made by the as-of day."""
    for report in items(w.r["reports"]):
        if report is UNREADABLE:
            yield None, None
            continue
        answer = and3(same(report["kind"], kind), contains(report["senders"], [group["id"]]),
                      report["on"] <= w.D if known(report["on"]) else None)
        if answer is not False:
            yield report, answer


def _every_year(w, v, kind):
    """One report in each calendar year of the plan."""
    for group, name in w.groups(v, "nosam"):
        if w.reading("A-36") == "no_existence_test":
            v.put(name, NA)
            continue
        rows, start = list(_of_group(w, group, kind)), w.complete_from
        if not isinstance(w.r["reports"], list) or start is UNREADABLE:
            v.put(name, UNDET)
            continue
        if start is ABSENT:
            firsts = [(years_of(report) if report else None, answer) for report, answer in rows]
            start = min((date(min(years), 1, 1) for years, answer in firsts if answer and years), default=ABSENT)
            begun = start is not ABSENT and start <= charter.PLAN_FROM
            if not begun and any(
                    not (answer and years) and not (years and start is not ABSENT and min(years) >= start.year) for years, answer in firsts):
                # What may be an earlier report would begin the years earlier, but never before the plan.
                v.put(name, UNDET)
        if start is ABSENT:
            v.put(name, NA)
            continue
        life, years = w.life(group), range(max(start, charter.PLAN_FROM).year, min(w.D, charter.PLAN_TO).year + 1)
        if life is None:
            # How long the group lived matters to a year that is asked for.
            v.put(name, UNDET if years else NA)
            continue
        for year in years:
            subject, begins, ends = f"{name}#{year}", date(year, 1, 1), date(year, 12, 31)
            there = any3(and3(answer, year in years_of(report) if report is not None and years_of(report) else None)
                         for report, answer in rows)
            if not lasts(life, begins, ends, YEAR):
                v.put(subject, NA)
            elif there:
                v.put(subject, HOLDS)
            elif begins < start:
                # Only a part of the year is known: too little to blame anyone, but a report may fulfil it.
                v.put(subject, NA if there is False else UNDET)
            elif w.D <= add_days(ends, charter.YEAR_GRACE):
                v.put(subject, NOT_DUE)
            else:
                v.three(subject, or3(there, w.unwritten(add_days(ends, charter.YEAR_GRACE))), "advice")


def n_upf_1(w, v):
    """N-UPF-1: each NOSAM evaluates its work every year. A-36."""
    _every_year(w, v, "evaluation")


def _reports(w, v, kind):
    """(report, name) of the reports of a kind that a NOSAM has made."""
    for report in nodes(w.r["reports"]):
        if not w.sent_by_judged(report):
            continue
        name = w.name("reports", report)
        on = report["on"]
        applies = and3(same(report["kind"], kind), on <= w.D if known(on) else None, w.in_time(on),
                       w.has_kind(report["senders"], "nosam"))
        if applies is True:
            yield report, name
        else:
            v.put(name, NA if applies is False else UNDET)


def n_upf_2(w, v):
    """N-UPF-2 (N-CHF-3): chair and process leader report back on each NOSAM to the coordination group. A-36."""
    _every_year(w, v, "report_back")
    for report, name in _reports(w, v, "report_back"):
        v.three(name, w.is_kind(report["to_group"], "coordination_group"), "warning")
        groups = [w.groups_by_id[g] for g in report["senders"] if known(g) and w.is_kind(g, "nosam") and w.judged(g)]
        if groups:
            v.three(name, _leader_reported(w, groups, report), "warning")
        if UNREADABLE in report["senders"]:
            v.put(name, UNDET)
        for group in groups:
            v.three(name, _chair_reported(w, group, report), "warning")


def _days(report):
    """The days of those who report: that of the report, and the last of what it is about, which may be unreadable."""
    on, period = report["on"], report["period"]
    last = period if not known(period) else period["to"]
    return [on] if last is ABSENT else [on, min(last, on) if known(last) else UNREADABLE]


def _days_of(w, group, report):
    """Of these days, those on which the group is not known to be gone or still to come."""
    return [day for day in _days(report) if not known(day) or w.alive(group, day) is not False]


def _chair_reported(w, group, report):
    """Is the chair of one of the days among the reporters; a vacancy is the finding of N-ORD-1."""
    def reported(day):
        people, doubt = _holders(w, group, "chair", day) if known(day) else (set(), True)
        if not people or doubt:
            return None
        others, more = w.stand_ins(group, "chair", *people, day)
        took_part = contains(report["reporters"], people | others)
        return or3(took_part, None) if more else took_part

    days = _days_of(w, group, report)
    return any3(reported(day) for day in days) if days else True


def _leader_reported(w, groups, report):
    """Is whoever leads the process on either day, in any group and capacity, among the reporters.

    Nobody at all in the NOSAM, on either day and without a break to the as-of day, is N-REP-13's.
    """
    def reported(group, day):
        return any3(and3(leads, None if member is None or not known(member["person"])
                         else contains(report["reporters"], [member["person"]]))
                    for member, leads in _leaders(w, group, day))

    days, every = _days(report), w.r["groups"]
    took_part = any3(None if group is UNREADABLE else reported(group, day)
                     for group in (every if isinstance(every, list) else [UNREADABLE]) for day in days)
    if took_part is not False:
        return took_part
    led = any3(leads for group in groups for day in days for _, leads in _leaders(w, group, day))
    if led is not False:
        return False if led else None
    # A group that is gone has nobody to send.
    asked = [(group, _days_of(w, group, report)[:1]) for group in groups]
    untold = [w.untold_vacancy(group, day, "process_leader") if known(day) and w.alive(group, day) else None
              for group, days in asked for day in days]
    return False if any3(untold) else None if untold else True


def _leaders(w, group, day):
    """(member, does it lead the process on the day) of those in a group who may."""
    if not isinstance(group["members"], list) or not known(day):
        return [(None, None)]
    return [(member, None if member is None else and3(w.alive(group, day), here, w.has_function(member, "process_leader")))
            for member, here in w.active(group, day)]


def n_avv_1(w, v):
    """N-AVV-1: each NOSAM's deviations are reported for every half-year, in time. A-28."""
    for group, name in w.groups(v, "nosam"):
        rows, start, life = list(_of_group(w, group, "deviation")), w.complete_from, w.life(group)
        if not isinstance(w.r["reports"], list) or start is UNREADABLE:
            v.put(name, UNDET)
            continue
        sure = [report for report, mine in rows if mine]
        doubt = any(mine is None for _, mine in rows)
        if start is ABSENT:
            start = min((_begins(report) for report in sure), default=ABSENT)
            if doubt or any(report["period"] is UNREADABLE or known(report["period"]) and report["period"]["from"] is UNREADABLE
                            for report in sure):
                # A report may tell of earlier days, and they would begin the half-years earlier.
                v.put(name, UNDET)
        if start is ABSENT:
            v.put(name, NA)
            continue
        if life is None:
            v.put(name, UNDET)
            continue
        for label, a, b in halves(max(start, charter.PLAN_FROM), w.D):
            if a < start or not lasts(life, a, b, HALF_YEAR):
                # Only a part of the half-year is known, or the group was there for too little of it.
                v.put(f"{name}#{label}", NA)
            else:
                _half(w, v, f"{name}#{label}", rows, a, b, (max(a, life[0]), min(b, life[1])))


def _begins(report):
    """The first day that a report tells of; without one, that of the first half-year for which it is in time."""
    period = report["period"]
    if known(period) and known(period["from"]):
        return period["from"]
    early = add_days(report["on"], -366)
    return next(a for _, a, b in halves(early, report["on"]) if report["on"] <= add_days(b, charter.DEVIATION_GRACE))


def _half(w, v, subject, rows, a, b, owed):
    """One half-year, of which the group owes the days of `owed`: reports leave no day out, but for a few last ones."""
    due = add_days(b, charter.DEVIATION_GRACE)
    concern, astray, strayed, told, maybe = [], [], [], [], []
    for report, mine in rows:
        if report is None or not known(report["on"]):
            if report is None or w.is_kind(report["to_group"], "coordination_group") is not False:
                maybe.append((EARLY, LATE))
            continue
        on, to = report["on"], w.is_kind(report["to_group"], "coordination_group")
        sure, possible = _told(report, a)
        if on <= due and to is not False:
            (told if mine and to else maybe).append(sure)
            maybe.append(possible)
        if mine:
            here = _concerns(report, a, b, due)
            concern.append(here)
            astray.append(and3(here, not3(to)))
            strayed += [on] * (astray[-1] is True)
    left = _left(told, *owed)
    fulfilled = left is not None or (None if _left(told + maybe, *owed) is not None else False)
    wrong = any3(astray)
    if wrong is True:
        v.breaks(subject, "error", [b, due, *strayed])
    elif w.reading("A-28") == "when_needed":
        found = any3(concern)
        if wrong is None or found is None or any(mine is None for _, mine in rows):
            v.put(subject, UNDET)
        else:
            v.put(subject, HOLDS if found else NA)
    elif fulfilled is True:
        if wrong is None:
            v.put(subject, UNDET)
        else:
            v.remark(subject) if left else v.put(subject, HOLDS)
    elif w.D <= due:
        v.put(subject, NOT_DUE if wrong is False else UNDET)
    else:
        v.three(subject, or3(fulfilled, w.unwritten(due)), "error")


def _told(report, a):
    """The first and last day that a report certainly, and possibly, tells of; none are told of after it was handed over.

    One without a period may tell of the half-year that begins on day `a` if it was made later; None when of nothing.
    """
    on, period = report["on"], report["period"]
    if not known(period):
        return None, None if period is ABSENT and on < a else (EARLY, on)
    first, last = period["from"], period["to"]
    widest = (first if known(first) else EARLY, min(last, on) if known(last) else on)
    return None if UNREADABLE in (first, last) else widest, widest


def _left(told, low, high):
    """The last days that nobody told of, if they are few and the only ones: their number; None for any other hole."""
    left = holes([one for one in told if one and one[0] <= one[1]], low, high)
    if not left:
        return 0
    days = (high - left[0][0]).days + 1
    return days if len(left) == 1 and left[0][1] == high and days <= charter.DEVIATION_REST else None


def _concerns(report, a, b, due):
    """Is a report one of the half-year: it tells of the whole, or of no whole one and of this most; else by its day."""
    on, period = report["on"], report["period"]
    if period is ABSENT:
        return True if a <= on <= b else None if a <= on <= due else False
    if not known(period) or UNREADABLE in (period["from"], period["to"]):
        return None
    first, last = _told(report, a)[0]
    first = date(last.year, 1, 1) if first == EARLY else first
    parts = {x: (min(last, y) - max(first, x)).days - (y - x).days for _, x, y in halves(first, last)} if first <= last else {}
    whole = [x for x, short in parts.items() if short == 0]
    if whole:
        return a in whole
    return a == max(parts, key=parts.get) if parts else a <= on <= b


def n_avv_2(w, v):
    """N-AVV-2: a deviation report names the routine it follows. A-28."""
    for report, name in _reports(w, v, "deviation"):
        routine = report["routine"]
        if routine is ABSENT:
            v.breaks(name, "warning")
        elif routine is UNREADABLE:
            v.put(name, UNDET)
        else:
            adopted = w.so_far(w.r.ids["routines"][routine]["adopted_on"])
            v.three(name, adopted <= report["on"] if known(adopted) else None, "warning")


def n_avv_3(w, v):
    """N-AVV-3: a deviation report names needs and faults, if only to say that there are none; else a remark."""
    for report, name in _reports(w, v, "deviation"):
        fields = (report["development_needs"], report["systemic_faults"])
        if report["nil"] is True:
            # A report that there is nothing to report needs no answers.
            v.put(name, HOLDS)
        elif UNREADABLE in fields:
            v.put(name, UNDET)
        elif ABSENT in fields:
            v.put(name, UNDET) if report["nil"] is UNREADABLE else v.remark(name)
        else:
            v.put(name, HOLDS)
