"""Plan P, from the introduction to the follow-up: municipalities, period, sectors, activity plans."""

from datetime import date
from itertools import product

import charter
from days import EARLY, LATE, ONE, add_days
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import all3, and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, lasts, same, years_of

from headings import seats


def p_all_1(w, v):
    """P-ALL-1: municipal bodies and NOSAM groups belong to the two municipalities. Reading A-16."""
    for org in nodes(w.r["organisations"]):
        name = w.name("organisations", org)
        principal = w.inherited(org, "principal")
        if principal is not ABSENT:
            mine = same(principal, "municipality")
        else:
            # What may be somebody else's is judged only as a body of a municipality that it is said to be.
            mine = org["kind"] in charter.MUNICIPAL_KINDS if known(org["kind"]) else None
        mine = and3(mine, same(org["provider"], "public"))
        if mine is True:
            v.three(name, _in_area(w.inherited(org, "municipality")), "warning")
        else:
            v.put(name, NA if mine is False else UNDET)
    for group, name in w.groups(v, "nosam"):
        v.three(name, _in_area(group["municipality"]), "warning")


def _in_area(code):
    return code in charter.MUNICIPALITIES if known(code) else None


def p_plan_1(w, v):
    """P-PLAN-1: the plan runs from the first to the last day that the charter says; activity plans keep within it. A-01."""
    for plan, name, these in w.these_years(v, "plans"):
        period = plan["period"]
        if not known(period) or these is None:
            v.put(name, UNDET)
            continue
        for day, right in ((period["from"], charter.PLAN_FROM), (period["to"], charter.PLAN_TO)):
            v.three(name, same(day, right), "error")
    for ap, name, these in w.these_years(v, "activity_plans"):
        owned = w.judged(*[g for g in items(ap["owners"]) if known(g)])
        if not owned:
            continue
        period = ap["period"]
        if not known(period) or these is None:
            v.put(name, UNDET)
            continue
        v.three(name, period["from"] >= charter.PLAN_FROM if known(period["from"]) else None, "warning")
        v.three(name, period["to"] <= charter.PLAN_TO if known(period["to"]) else None, "warning")


SECTORS = ["municipality", "primary_care", "dental_care", "specialist_care"]


def _sector(w, org, sector):
    if sector == "municipality":
        return w.municipal(org)
    kinds = {"primary_care": ("care_centre", "rehab_unit", "regional_primary_care"),
             "dental_care": ("dental_care",),
             "specialist_care": ("hospital", "regionhalsan", "habilitation_and_health")}[sector]
    return w.upwards(org, lambda one: one["kind"] in kinds if known(one["kind"]) else None)


def p_plan_3(w, v):
    """P-PLAN-3: each NOSAM has somebody from the four sectors; a hole that a seat rule reports is not told twice. A-08."""
    for group, name in w.groups(v, "nosam"):
        alive = w.alive(group, w.D)
        for sector in SECTORS:
            subject = f"{name}#{sector}"
            if alive is not True:
                v.put(subject, NA if alive is False else UNDET)
                continue
            there = w.filled(group, w.D, lambda m: w.represents(m, lambda o: _sector(w, o, sector)))
            if there is not False:
                v.put(subject, HOLDS if there else UNDET)
            elif sector != "primary_care":
                # The other three have seats in every NOSAM, which are then empty.
                v.put(subject, UNDET)
            else:
                organisations = w.r["organisations"]
                units = any3(
                    None if org is UNREADABLE else seats.is_unit(w, group, org, kind)
                    for org in items(organisations) for kind in ("care_centre", "rehab_unit"))
                if units is False and (isinstance(organisations, list) or organisations is ABSENT):
                    v.remark(subject)
                else:
                    v.put(subject, UNDET)


def each_activity(w, v):
    """(activity, subject, activity plan) of every activity; None for the activities of a plan that cannot be told.

    Those of a plan of other years are not judged; of one that may be, they are undetermined.
    """
    for ap, name, these in w.these_years(v, "activity_plans"):
        if not w.judged(*[g for g in items(ap["owners"]) if known(g)]):
            continue
        activities = ap["activities"]
        for one in activities if isinstance(activities, list) else [UNREADABLE]:
            if one is UNREADABLE:
                yield None, name, ap
            elif these is None:
                yield None, f"{name}#{w.key(one)}", ap
            else:
                yield one, f"{name}#{w.key(one)}", ap


def dropped(activity):
    """Was the activity dropped. Where nobody said so, it was not."""
    return False if activity["status"] is ABSENT else same(activity["status"], "dropped")


def p_mgp_1(w, v):
    """P-MGP-1: an activity whose responsible parties are all on one side is remarked on. Off by default. A-16, A-19."""
    if not w.asks_for_both_principals:
        return
    for activity, subject, _ in each_activity(w, v):
        gone = None if activity is None else dropped(activity)
        if gone is not False:
            v.put(subject, NA if gone else UNDET)
            continue
        responsible = activity["responsible"]
        if not isinstance(responsible, list):
            v.put(subject, UNDET)
            continue
        options = []
        for one in responsible:
            if one is UNREADABLE:
                options.append({(), ("municipality",), ("region",), ("private",), ("municipality", "region")})
            elif one in w.orgs:
                options.append({() if side == "none" else (side,) for side in w.sides(one)})
            else:
                # A group brings both principals together.
                options.append({("municipality", "region")})
        outcomes = set()
        for choice in product(*options):
            sides = {side for part in choice for side in part}
            if "municipality" in sides and len(sides) > 1:
                outcomes.add("both")
            elif sides & set(charter.SIDES):
                outcomes.add("one")
            else:
                # Nobody who is responsible has a side.
                outcomes.add("none")
        if len(outcomes) > 1:
            v.put(subject, UNDET)
        elif outcomes == {"one"}:
            v.remark(subject)
        else:
            v.put(subject, HOLDS if outcomes == {"both"} else NA)


# Cover by activity plans

def adopted(w, ap):
    """Was the activity plan adopted on the as-of day."""
    past = True if ap["adopted_on"] is ABSENT else None if ap["adopted_on"] is UNREADABLE else ap["adopted_on"] <= w.D
    if ap["status"] is ABSENT:
        return None if ap["adopted_on"] is ABSENT else past
    return and3(same(ap["status"], "adopted"), past)


def draft(w, ap):
    """Is the activity plan a draft, or to be adopted later. Where nobody said, it is none."""
    to_come = (None if ap["adopted_on"] is UNREADABLE else known(ap["adopted_on"]) and ap["adopted_on"] > w.D)
    return or3(False if ap["status"] is ABSENT else same(ap["status"], "draft"), to_come)


def _periods(w, ap):
    """The possible (first, last) of the period of a plan: the extremes, with and without the as-of day, and those of the days of grace."""
    period, on = ap["period"], ap["adopted_on"]
    a, b = (period["from"], period["to"]) if known(period) else (UNREADABLE, UNREADABLE)
    firsts = [EARLY] if a is ABSENT else [a]
    lasts_ = [LATE] if b is ABSENT else [b]
    if a is UNREADABLE:
        firsts = [EARLY, w.D, LATE if b is UNREADABLE else lasts_[0]] + [
            add_days(day, -charter.ADOPTION_GRACE) for day in (w.D, on) if known(day)]
    if b is UNREADABLE:
        lasts_ = [LATE, w.D - ONE, EARLY if a is UNREADABLE else firsts[0]]
    return [(x, y) for x in firsts for y in lasts_ if x <= y]


NONE = ("none", EARLY, EARLY, None)


def _covered(w, kind, ap):
    """What an adopted plan may cover: its kind, first and last day, and the day of adoption where it came in the days of grace.

    Adopted later it covers from that day only.
    """
    on, out = ap["adopted_on"], []
    for first, last in _periods(w, ap):
        grace = add_days(first, charter.ADOPTION_GRACE)
        latest = on if known(on) else w.D
        if not known(on) or on <= grace:
            out.append((kind, first, last, on if known(on) and on > first else None))
        if grace < latest:
            out.append((kind, latest, last, None) if latest <= last else NONE)
    return out


def _awaited(w, ap):
    """A plan that is not adopted yet: its days while the days of grace run, else none."""
    return [("awaited", first, last, None) if first <= w.D <= add_days(first, charter.ADOPTION_GRACE) else NONE
            for first, last in _periods(w, ap)]


def cover(w, group, plans, judge):
    """The outcomes that are possible for a group's cover, over every way to read what is uncertain.

    `plans` are (activity plan, own, joint) with three-valued marks; `judge(own, joint, awaited, low, high)` gives one outcome:
    how it comes out, the severity, and what lacks cover. An entry that cannot be read may be any plan, or none of these.
    """
    if not plans and w.complete_from is ABSENT:
        # Without an entry the series has not begun.
        return {(NA, None, ())}
    choices, first = [], []
    choices += [[("own", EARLY, LATE, None), ("joint", EARLY, LATE, None), NONE] for ap, _, _ in plans if ap is UNREADABLE]
    plans = [(ap, own, joint) for ap, own, joint in plans if ap is not UNREADABLE and w.other_years(ap) is not True]
    for ap, own, joint in plans:
        if contains(ap["owners"], [group["id"]]):
            # The first plan begins the series, be it a draft.
            day = ap["period"]["from"] if known(ap["period"]) else ABSENT
            first += [one for one in (day if known(day) else ap["adopted_on"],) if known(one)]
        options, is_adopted = [], adopted(w, ap)
        for kind, answer in (("own", own), ("joint", joint)):
            if answer is not False and is_adopted is not False:
                options += _covered(w, kind, ap)
        if own is not False and is_adopted is not True:
            options += _awaited(w, ap)
        if or3(own, joint) is not True or own is not True and is_adopted is not True:
            options.append(NONE)
        choices.append(options)
    life, start = w.life(group), w.complete_from
    if start is ABSENT and not first:
        return None if any(len(set(options)) > 1 for options in choices) else {(NA, None, ())}
    if life is None or start is UNREADABLE:
        return None
    start = min(first) if start is ABSENT else start
    # A plan for other days is as good as none.
    choices = [{one if one[1] <= min(w.D, charter.PLAN_TO) and one[2] >= charter.PLAN_FROM else NONE for one in options}
               for options in choices]
    low = max(charter.PLAN_FROM, life[0], start)
    high = min(w.D, charter.PLAN_TO, life[1])
    if low > high:
        return {(NA, None, ())}
    out = set()
    for choice in product(*[options for options in choices if options != {NONE}]):
        own, joint, awaited = ([(a, b) for kind, a, b, _ in choice if kind == wanted] for wanted in ("own", "joint", "awaited"))
        result = judge(own, joint, awaited, low, high)
        if result[0] == HOLDS:
            # Of days before a late adoption, which no other plan covers, a remark tells.
            late = [one for one in choice if one[0] == "own" and one[3] and holes(
                [(other[1], other[2]) for other in choice if other[0] == "own" and other is not one],
                max(one[1], low), min(one[3] - ONE, high))]
            result = HOLDS, "info", tuple(late)
        out.add(result)
    return out


def holes(periods, low, high):
    """The stretches of the window that no period covers."""
    out, at = [], low
    for a, b in sorted(periods):
        if b < at:
            continue
        if a > high:
            break
        if a > at:
            out.append((at, a - ONE))
        at = add_days(b, 1)
        if at > high:
            break
    if at <= high:
        out.append((at, high))
    return out


def settle(v, subject, options):
    """One possible outcome is the outcome; several cannot be told."""
    outcomes = {one[0] for one in options}
    outcome = outcomes.pop() if len(outcomes) == 1 else UNDET
    v.put(subject, outcome)
    _, severity, found = min(options, key=str)
    if outcome == BROKEN and len(options) > 1:
        # The days that lack cover for certain are to be waived; where none does, all that may.
        certain = _in_all([one[2] for one in options])
        every = sorted({gap for one in options for gap in one[2]})
        v.breaks(subject, severity, lasting=certain or every)
        return
    for one in found:
        if outcome == BROKEN:
            v.breaks(subject, severity, lasting=[one])
        elif outcome == HOLDS:
            v.remark(subject)


def _in_all(lists):
    """The days that are in some stretch of each list."""
    days = list(lists[0])
    for other in lists[1:]:
        days = [(max(a, c), min(b, d)) for a, b in days for c, d in other if max(a, c) <= min(b, d)]
    return days


def _gaps(w, own, awaited, low, high):
    """The stretches that nothing covers, and how it comes out for that: broken by those that began while the record was complete.

    Not due while something awaited would cover them.
    """
    gaps = holes(own + awaited, low, high)
    told = tuple((first, min(last, w.complete_to)) for first, last in gaps if w.unwritten(first) is False)
    if gaps:
        return told, BROKEN if told else UNDET
    return (), NOT_DUE if holes(own, low, high) else HOLDS


def p_upp_1(w, v):
    """P-UPP-1: the coordination group has an adopted activity plan for every day. A-07."""
    for group, name in w.groups(v, "coordination_group"):
        if w.reading("A-07") == "nosam_only":
            v.put(name, NA)
            continue
        if not isinstance(w.r["activity_plans"], list):
            v.put(name, UNDET)
            continue
        plans = [(ap, None if ap is UNREADABLE else contains(ap["owners"], [group["id"]]), False)
                 for ap in w.r["activity_plans"]]

        def judge(own, joint, awaited, low, high):
            gaps, outcome = _gaps(w, own, awaited, low, high)
            if outcome == BROKEN and not any(b >= low and a <= high for a, b in own):
                # Without any plan it is the day judged from that has none.
                gaps = ((w.D, w.D),)
            return outcome, "warning", gaps

        options = cover(w, group, plans, judge)
        v.put(name, UNDET) if options is None else settle(v, name, options)


def p_nos_4(w, v):
    """P-NOS-4: each NOSAM has adopted activity plans of its own for every day; none is an error, a hole a warning. A-10."""
    ask = w.reading("A-10")
    for group, name in w.groups(v, "nosam"):
        if not isinstance(w.r["activity_plans"], list):
            v.put(name, UNDET)
            continue
        plans = [(ap, None, None) for ap in w.r["activity_plans"] if ap is UNREADABLE]
        for ap in nodes(w.r["activity_plans"]):
            mine = contains(ap["owners"], [group["id"]])
            other = any3(
                None if one is UNREADABLE else and3(one != group["id"], w.is_kind(one, "nosam"))
                for one in items(ap["owners"])) if isinstance(ap["owners"], list) else None
            plans.append((ap, and3(mine, not3(other)), and3(mine, other)))

        by_number = []

        def judge(own, joint, awaited, low, high):
            touching = [p for p in own if p[1] >= low and p[0] <= high]
            gaps, outcome = _gaps(w, own, awaited, low, high)
            if outcome == BROKEN and not touching:
                return BROKEN, "warning" if any(b >= low and a <= high for a, b in joint) else "error", ((w.D, w.D),)
            if outcome != HOLDS:
                return outcome, "warning", gaps
            wanted = {"exactly_one": 1, "one_per_target_group": len(charter.TARGET_GROUPS)}.get(ask)
            if wanted and high == w.D and sum(a <= w.D <= b for a, b in own) != wanted:
                fewer = sum(a <= w.D <= b for a, b in own) < wanted
                open_ = fewer and w.unwritten(_short_since(own, wanted, low, high)) is None
                by_number.append((UNDET if open_ else BROKEN, "warning", ((w.D, w.D),)))
                return by_number[-1]
            return HOLDS, None, ()

        options = cover(w, group, plans, judge)
        if options and by_number and all(one[0] == BROKEN for one in options):
            # Where each day may be covered it is the number that is wrong for certain, on the day judged from.
            options = set(by_number)
        v.put(name, UNDET) if options is None else settle(v, name, options)


def _short_since(own, wanted, low, high):
    """The first of the last days on which fewer plans than wanted apply."""
    enough = [b for _, b in own if b < high and sum(x <= b <= y for x, y in own) >= wanted]
    return max([low, *(add_days(b, 1) for b in enough)])


def _follow_ups(w, plan):
    """(years, answer) of the reports that may be a follow-up, of the plan with this id where one is given."""
    out = []
    for report in items(w.r["reports"]):
        if report is UNREADABLE:
            out.append((None, None))
            continue
        answer = same(report["kind"], "follow_up")
        if plan is not None:
            answer = and3(answer, contains(report["activity_plans"], [plan]))
        if answer is not False and not (known(report["on"]) and report["on"] > w.D):
            out.append((years_of(report), answer))
    return out


def _span(ap):
    """First and last day of an activity plan, EARLY and LATE when open; None when one cannot be read."""
    a, b = (ap["period"]["from"], ap["period"]["to"]) if known(ap["period"]) else (UNREADABLE, UNREADABLE)
    return None if UNREADABLE in (a, b) else (EARLY if a is ABSENT else a, LATE if b is ABSENT else b)


def _asked(w, ap, begins, ends):
    """The sets of plans of which one must be followed up in a year, asked for at this plan; None when it cannot be told.

    A plan in force for six months stands alone. Of plans of one owner that follow each other, each shorter, the last is asked
    if they have six months together.
    """
    def six(span):
        return lasts(span, begins, ends, 6)

    if six(_span(ap)):
        return [{ap["id"]}]
    owners, out = ap["owners"], []
    if not isinstance(owners, list) or UNREADABLE in owners:
        return None
    for owner in owners:
        if not w.judged(owner):
            continue
        line = []
        for other in w.r["activity_plans"]:
            counts = None if other is UNREADABLE else and3(contains(other["owners"], [owner]), adopted(w, other))
            if counts is None or counts and _span(other) is None:
                return None
            if counts and max(begins, _span(other)[0]) <= min(ends, _span(other)[1], w.D):
                line.append(other)
        # Those that a day without a plan separates from this one do not follow it.
        (low, high), chain = _span(ap), [ap]
        for _ in line:
            chain = [one for one in line if _span(one)[0] <= add_days(high, 1) and low <= add_days(_span(one)[1], 1)]
            low, high = min(_span(one)[0] for one in chain), max(_span(one)[1] for one in chain)
        if not any(six(_span(one)) for one in chain) and six((low, high)) and max(chain, key=_span_end) is ap:
            out.append({one["id"] for one in chain})
    return out


def _span_end(ap):
    return _span(ap)[::-1]


def p_upp_2(w, v):
    """P-UPP-2: each activity plan is followed up in each finished year of which it had six months, and a follow-up names its plans. A-36.

    The years begin with the complete records, else with the first follow-up of any plan.
    """
    known_list = isinstance(w.r["reports"], list)
    for ap, name, _ in w.these_years(v, "activity_plans"):
        if not w.judged(*[g for g in items(ap["owners"]) if known(g)]):
            continue
        is_adopted = adopted(w, ap)
        if w.reading("A-36") == "no_existence_test" or is_adopted is False:
            v.put(name, NA)
            continue
        start, doubt = w.complete_from, False
        if start is ABSENT:
            every = _follow_ups(w, None)
            start = min((date(min(years), 1, 1) for years, answer in every if answer and years), default=ABSENT)
            doubt = not known_list or any(
                not (answer and years) and not (years and known(start) and min(years) >= start.year) for years, answer in every)
        if is_adopted is None or not known_list or start is UNREADABLE or start is ABSENT and doubt:
            v.put(name, UNDET)
            continue
        if start is ABSENT or start.year > w.D.year:
            # No year is asked for yet, whatever the days of the plan.
            v.put(name, NA)
            continue
        a, b = (ap["period"]["from"], ap["period"]["to"]) if known(ap["period"]) else (UNREADABLE, UNREADABLE)
        if UNREADABLE in (a, b):
            v.put(name, UNDET)
            continue
        if doubt and start > charter.PLAN_FROM and (a is ABSENT or a < start):
            # An earlier follow-up would begin the years earlier, but none before the plan's first.
            v.put(name, UNDET)
        first = max(start, charter.PLAN_FROM).year if a is ABSENT else max(a, start, charter.PLAN_FROM).year
        last = w.D.year if b is ABSENT else min(b, w.D).year
        for year in range(first, last + 1) if a is ABSENT or a <= w.D else []:
            subject, begins, ends = f"{name}#{year}", date(year, 1, 1), date(year, 12, 31)
            asked = _asked(w, ap, begins, ends)
            found = None if asked is None else all3(
                any3(and3(answer, year in years if years else None) for one in plans for years, answer in _follow_ups(w, one))
                for plans in asked)
            if asked == []:
                v.put(subject, NA)
            elif asked is None:
                # Perhaps nothing is ever due of it.
                v.put(subject, UNDET)
            elif found is True:
                v.put(subject, HOLDS)
            elif begins < start:
                v.put(subject, NA if found is False else UNDET)
            elif w.D <= add_days(ends, charter.YEAR_GRACE):
                v.put(subject, NOT_DUE)
            else:
                v.three(subject, or3(found, w.unwritten(add_days(ends, charter.YEAR_GRACE))), "advice")
    for report in nodes(w.r["reports"]):
        if not w.sent_by_judged(report):
            continue
        name = w.name("reports", report)
        kind = same(report["kind"], "follow_up")
        past = report["on"] <= w.D if known(report["on"]) else None
        applies = and3(kind, past, w.in_time(report["on"]))
        if applies is not True:
            v.put(name, NA if applies is False else UNDET)
            continue
        plans = report["activity_plans"]
        if not isinstance(plans, list):
            v.put(name, UNDET)
            continue
        if not plans:
            v.breaks(name, "error")
            continue
        v.put(name, HOLDS)
        for one in plans:
            if one is UNREADABLE:
                v.put(name, UNDET)
                continue
            ap = w.r.ids["activity_plans"][one]
            if not known(ap["period"]):
                v.put(name, UNDET)
            elif ap["period"]["from"] is not ABSENT:
                first = ap["period"]["from"]
                v.three(name, report["on"] >= first if known(first) else None, "error")
