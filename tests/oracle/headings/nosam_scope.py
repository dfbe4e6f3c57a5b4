"""Assignment N, introduction and tasks: one NOSAM a municipality, the plan, activities, routines, proposals."""

import charter
from days import EARLY, add_days, add_months
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, Verdict, contains, plain, same, stretches, within

from headings.plan_scope import adopted, draft, dropped, each_activity, p_nos_4


def n_all_2(w, v):
    """N-ALL-2: every municipality has one NOSAM on every day; none is an error, two a warning. A-09."""
    if w.extract:
        return
    groups = w.r["groups"]
    for code in charter.MUNICIPALITIES:
        subject = f"#{code}"
        if groups is ABSENT:
            # Somebody speaks of the municipality: its NOSAM is only not told.
            named = any(same(org["municipality"], code) for org in nodes(w.r["organisations"]))
            v.put(subject, UNDET if named else NA)
            continue
        if groups is UNREADABLE or w.complete_from is UNREADABLE:
            v.put(subject, UNDET)
            continue
        rows = []
        doubt = UNREADABLE in groups
        for group in nodes(groups):
            mine = and3(same(group["kind"], "nosam"), same(group["municipality"], code))
            if mine is not False:
                rows.append((group, mine))
        end, start = w.D, w.complete_from
        if start is ABSENT:
            firsts = [EARLY if g["from"] is ABSENT else g["from"] for g, mine in rows
                      if mine and w.life(g) is not None and (g["from"] is ABSENT or g["from"] <= end)]
            start = min(firsts + [end])
        early, start = start > charter.PLAN_FROM, max(start, charter.PLAN_FROM)
        if start > end:
            v.put(subject, NA)
            continue
        marks = {start}
        for group, _ in rows:
            for day in (group["from"], *(add_days(group[f], 1) for f in ("to", "closed_on") if known(group[f]))):
                if known(day) and start < day <= end:
                    marks.add(day)
        none, two, unsure = [], [], doubt
        for day in sorted(marks):
            answers = [and3(mine, w.alive(group, day)) for group, mine in rows]
            sure = sum(a is True for a in answers)
            possible = sum(a is not False for a in answers)
            none.append(possible == 0 and not doubt)
            two.append(sure > 1)
            unsure = unsure or sure != possible
        if w.complete_from is ABSENT and early:
            # One that may be the municipality's would begin the days that are judged earlier.
            for group, mine in rows:
                if (mine is not True or w.life(group) is None) and not (known(group["from"]) and group["from"] > end):
                    unsure = True
        v.put(subject, UNDET if unsure else HOLDS)
        marks = sorted(marks)
        for found, severity in ((none, "error"), (two, "warning")):
            hit = dict(zip(marks, found))
            for first, last in stretches(marks, end, hit.get):
                if found is none:
                    last = min(last, max(w.complete_to or first, first))
                # Where none was ever there it lacks as long as anything is known.
                since = charter.PLAN_FROM if w.complete_from is ABSENT and not firsts else first
                v.three(subject, w.unwritten(since) if found is none else False, severity, lasting=[(first, last)])


def n_plan_1(w, v):
    """N-PLAN-1: the plan was adopted by one of the two groups before it was applied. A-04."""
    for plan, name, these in w.these_years(v, "plans"):
        adoptions = plan["adoptions"]
        if not isinstance(adoptions, list) or these is None:
            v.put(name, UNDET)
            continue
        first = plan["period"]["from"] if known(plan["period"]) else UNREADABLE
        limit = first if known(first) else None
        answers = {}
        for kind in ("coordination_group", "political_group"):
            answers[kind] = any3(
                None if one is UNREADABLE else and3(
                    w.is_kind(one["group"], kind),
                    None if not known(one["on"]) else one["on"] <= w.D,
                    None if not known(one["on"]) or limit is None else one["on"] <= limit)
                for one in adoptions)
        a, b = answers.values()
        both = w.reading("A-04") == "same"
        right = and3(a, b) if both else or3(a, b)
        # Its first day is not over yet.
        if right is False and limit is not None and w.D <= limit:
            v.put(name, NOT_DUE)
        elif right is True and False in (a, b):
            v.remark(name)
        else:
            v.three(name, right, "warning")


def n_plan_2(w, v):
    """N-PLAN-2: the plan holds goals; where A-11 is `inside`, strategies and activities too. Remarks only. A-05, A-11."""
    for plan, name, these in w.these_years(v, "plans"):
        if these is None:
            v.put(name, UNDET)
            continue
        # Each part is judged on its own: strategies are not required.
        answers = [_some(plan["goals"])]
        if w.reading("A-11") == "inside":
            answers.append(same(plan["contains_activities"], True))
        for answer in answers:
            v.remark(name) if answer is False else v.put(name, HOLDS if answer else UNDET)


def _some(values):
    """Does the list hold something; an item that cannot be read is nothing certain."""
    if not isinstance(values, list):
        return None
    return any3(None if one is UNREADABLE else True for one in values)


def _begun(period, day):
    """Has a period begun on the day. Without a first day it has."""
    if period is ABSENT:
        return True
    first = UNREADABLE if period is UNREADABLE else period["from"]
    return None if first is UNREADABLE else first is ABSENT or first <= day


def n_akt_2(w, v):
    """N-AKT-2: each activity names a target group, and each target group has an activity in the current plans. A-10."""
    for activity, subject, ap in each_activity(w, v):
        begun = _begun(ap["period"], w.D)
        mine = and3(w.has_kind(ap["owners"], "nosam"), not3(draft(w, ap)), begun)
        if mine is not True or activity is None:
            v.put(subject, NA if mine is False else UNDET)
        else:
            v.three(subject, _some(activity["target_groups"]), "error")
    for group, name in w.groups(v, "nosam"):
        alive, plans = w.alive(group, w.D), w.r["activity_plans"]
        current = [(ap, None if ap is UNREADABLE else and3(
            contains(ap["owners"], [group["id"]]), adopted(w, ap), within(ap["period"], w.D) if known(ap["period"]) else None))
            for ap in items(plans)]
        covered = any3(now for _, now in current) if isinstance(plans, list) else None
        told = _told(w, group, name) if w.D <= charter.PLAN_TO else NA
        if alive is not False and covered is not True and told not in (UNDET, BROKEN):
            # No plan of any years is in force, and P-NOS-4 does not tell it.
            if alive is None or covered is None:
                v.put(name, UNDET)
            elif told == NOT_DUE:
                v.put(name, NOT_DUE)
                continue
            else:
                v.breaks(name, "warning")
                continue
        for target in charter.TARGET_GROUPS:
            subject = f"{name}#{target}"
            if alive is not True:
                v.put(subject, NA if alive is False else UNDET)
            elif covered is not True:
                v.put(subject, UNDET)
            else:
                v.three(subject, any3(and3(now, None if ap is UNREADABLE else _meant(ap, target))
                                      for ap, now in current if now is not False), "warning")


def _told(w, group, name):
    """What P-NOS-4 says of the group's plans."""
    verdict = Verdict("P-NOS-4")
    p_nos_4(w, verdict)
    return verdict.subjects.get(plain(name), NA)


def _meant(ap, target):
    """Does a plan hold an activity for the target group that was not dropped."""
    acts = ap["activities"]
    return any3(
        None if one is UNREADABLE else and3(not3(dropped(one)), contains(one["target_groups"], [target, "all"]))
        for one in acts) if isinstance(acts, list) else None


def n_upd_2(w, v):
    """N-UPD-2: a routine is followed up within a year after it was introduced, else adopted. A-36."""
    for routine in nodes(w.r["routines"]):
        name = w.name("routines", routine)
        adopted_on, introduced, after = routine["adopted_on"], routine["introduced_on"], routine["followed_up_on"]
        day = adopted_on if introduced is ABSENT else introduced
        done = False if after is ABSENT else None if after is UNREADABLE else after <= w.D
        if w.reading("A-36") == "no_existence_test":
            v.put(name, NA)
        elif done:
            # What was followed up was adopted, whatever is said of the day.
            v.put(name, HOLDS)
        elif not known(day):
            v.put(name, UNDET)
        elif introduced is ABSENT and day > w.D:
            v.put(name, NA)
        elif w.D <= add_months(day, 12):
            v.put(name, NOT_DUE)
        else:
            v.three(name, or3(done, w.unwritten(add_months(day, 12))), "advice")


def n_upd_3(w, v):
    """N-UPD-3: NOSAM's proposals go to the coordination group. A-36."""
    for proposal in nodes(w.r["proposals"]):
        if not w.judged(proposal["from_group"]):
            continue
        name = w.name("proposals", proposal)
        applies = and3(w.is_kind(proposal["from_group"], "nosam"),
                       proposal["on"] <= w.D if known(proposal["on"]) else None)
        if applies is not True:
            v.put(name, NA if applies is False else UNDET)
        else:
            v.three(name, w.is_kind(proposal["to_group"], "coordination_group"), "warning")
