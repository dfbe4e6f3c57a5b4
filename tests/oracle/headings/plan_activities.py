"""Plan P: what NOSAM's activities must say, and who carries them out."""

import charter
from reading import ABSENT, UNREADABLE, known, nodes
from three import and3, any3, not3
from world import NA, UNDET

from headings.plan_scope import draft, dropped, each_activity


def p_nos_3(w, v):
    """P-NOS-3 (N-ALL-4): an activity of a NOSAM names a goal that is valid when the activity starts. A-01, A-05."""
    last = w.reading_day("A-01")
    for activity, subject, ap in each_activity(w, v):
        mine = and3(w.has_kind(ap["owners"], "nosam"), not3(draft(w, ap)),
                    None if activity is None else not3(dropped(activity)))
        if mine is not True:
            v.put(subject, NA if mine is False else UNDET)
            continue
        goals = activity["goals"]
        if not isinstance(goals, list):
            v.put(subject, UNDET)
            continue
        if not goals:
            v.breaks(subject, "error")
            continue
        start = activity["from"]
        end = ap["period"]["to"] if known(ap["period"]) else UNREADABLE
        if known(start):
            valid = start <= last
        else:
            # An activity of unknown start begins by the end of its plan.
            valid = True if start is ABSENT and known(end) and end <= last else None
        v.three(subject, and3(valid, any3(None if one is UNREADABLE else True for one in goals)), "warning")


def p_nos_7(w, v):
    """P-NOS-7: the activities stand in a document of their own. Off when A-11 is `inside`."""
    plans = w.r["activity_plans"]
    for plan, name, these in w.these_years(v, "plans"):
        if w.reading("A-11") == "inside":
            v.put(name, NA)
            continue
        if these is None:
            v.put(name, UNDET)
            continue
        inside = plan["contains_activities"]
        v.three(name, (not inside) if known(inside) else None, "warning")
        if not isinstance(plans, list):
            v.put(name, UNDET)
            continue
        for ap in plans:
            if ap is not UNREADABLE and w.other_years(ap):
                # Another plan's.
                continue
            if ap is UNREADABLE or not known(ap["document"]) or not known(plan["document"]):
                v.put(name, UNDET)
            elif ap["document"].strip() == plan["document"].strip() and w.other_years(ap) is None:
                v.put(name, UNDET)
            elif ap["document"].strip() == plan["document"].strip():
                v.breaks(name, "warning")


def p_nos_8(w, v):
    """P-NOS-8 (P-POL-4): a decided activity has a line organisation responsible. A-14."""
    for activity, subject, _ in each_activity(w, v):
        status = UNREADABLE if activity is None else activity["status"]
        if status in ("proposed", "dropped"):
            v.put(subject, NA)
            continue
        responsible = activity["responsible"] if activity is not None else UNREADABLE
        right = any3(_line(w, one) for one in responsible) if isinstance(responsible, list) else None
        if not known(status):
            v.put(subject, UNDET)
        elif right is False and w.reading("A-14") == "recommendation":
            v.remark(subject)
        else:
            v.three(subject, right, "error")


def _line(w, ident):
    if not known(ident):
        return None
    if ident not in w.orgs:
        return False
    kind = w.orgs[ident]["kind"]
    return kind not in charter.NOT_LINE if known(kind) else None
