"""Plan P: what NOSAM's activities must say, and who carries them out."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, or3
from world import HOLDS, NA, UNDET, same

from headings.plan_scope import each_activity


def p_nos_3(w, v):
    """P-NOS-3 (N-ALL-4): an activity of a NOSAM names a goal that is valid when the activity starts. A-01, A-05."""
    last = w.reading_day("A-01")
    for activity, subject, _ in each_activity(w, v, only_nosam=True):
        goals = activity["goals"]
        if not isinstance(goals, list):
            v.put(subject, UNDET)
            continue
        if not goals:
            v.breaks(subject, "error")
            continue
        if all(one is UNREADABLE for one in goals):
            v.put(subject, UNDET)
        start = activity["from"]
        v.three(subject, start <= last if known(start) else None, "warning")


def p_nos_7(w, v):
    """P-NOS-7: the activities stand in a document of their own. Off when A-11 is `inside`."""
    plans = w.r["activity_plans"]
    for plan in nodes(w.r["plans"]):
        name = w.name("plans", plan)
        if w.reading("A-11") == "inside":
            v.put(name, NA)
            continue
        inside = plan["contains_activities"]
        v.three(name, (not inside) if known(inside) else None, "warning")
        if not isinstance(plans, list):
            v.put(name, UNDET)
            continue
        for ap in plans:
            if ap is UNREADABLE or not known(ap["document"]) or not known(plan["document"]):
                v.put(name, UNDET)
            elif ap["document"].strip() == plan["document"].strip():
                v.breaks(name, "warning")


def p_nos_8(w, v):
    """P-NOS-8 (P-POL-4): a decided activity has a line organisation responsible. A-14."""
    severity = "error" if w.reading("A-14") == "duty" else "advice"
    for activity, subject, _ in each_activity(w, v):
        status = activity["status"]
        if status in ("proposed", "dropped"):
            v.put(subject, NA)
        elif not known(status) or not isinstance(activity["responsible"], list):
            v.put(subject, UNDET)
        else:
            v.three(subject, any3(_line(w, one) for one in activity["responsible"]), severity)


def _line(w, ident):
    if not known(ident):
        return None
    if ident not in w.orgs:
        return False
    kind = w.orgs[ident]["kind"]
    return kind not in charter.NOT_LINE if known(kind) else None
