"""Assignment N: who represents whom in a NOSAM."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import all3, and3, not3, or3
from world import HOLDS, NA, UNDET, contains, same

from headings import seats


def _rosters(w, v):
    """(group, name) of each NOSAM that is there on the as-of day and whose members are listed."""
    for group, name in w.groups(v, "nosam"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
        elif not isinstance(group["members"], list):
            v.put(name, UNDET)
        else:
            yield group, name


def n_rep_1(w, v):
    """N-REP-1 (P-NOS-9): the organisation, or one above it, appoints its representative, no later than the first day."""
    for group, name in _rosters(w, v):
        for member, here in w.active(group, w.D):
            if member is None:
                v.put(name, UNDET)
                continue
            subject = w.person_subject(name, member)
            support = contains(member["functions"], charter.SUPPORT_FUNCTIONS) if member["functions"] is not ABSENT else False
            applies = and3(here, same(member["status"], "ordinary"), not3(support))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
                continue
            by, on, first = member["appointed_by"], w.so_far(member["appointed_on"]), member["from"]
            if not known(by):
                right = None
            elif by not in w.orgs:
                right = False
            else:
                right = or3(w.represents(member, lambda o: or3(_above(w, o, by), _of_one_municipality(w, o, by))),
                            and3(w.has_function(member, "mas", "mar"), seats.own(w, group, by))
                            if member["functions"] is not ABSENT else False)
            v.three(subject, right, "warning")
            if first is ABSENT:
                in_time = True
            else:
                in_time = on <= first if known(on) and known(first) else None
            v.three(subject, in_time, "warning")


def _above(w, org, by):
    if not known(org):
        return None
    chain, whole = w.above(org)
    return True if by in chain else False if whole else None


def _of_one_municipality(w, org, by):
    """Are both bodies of one municipality."""
    if not known(org):
        return None
    codes = [w.inherited(w.orgs[one], "municipality") for one in (org, by)]
    return and3(w.municipal(org), w.municipal(by), codes[0] == codes[1] if known(codes[0]) and known(codes[1]) else None)


def n_rep_4(w, v):
    """N-REP-4: no deputy is appointed in a NOSAM; a stand-in from outside is advised against. A-33."""
    low, high = charter.PLAN_FROM, w.D
    for group, name in w.groups(v, "nosam"):
        if not isinstance(group["members"], list):
            v.put(name, UNDET)
            continue
        for member in group["members"]:
            if member is UNREADABLE:
                v.put(name, UNDET)
                continue
            a, b = member["from"], member["to"]
            touches = and3(True if a is ABSENT else None if a is UNREADABLE else a <= high,
                           True if b is ABSENT else None if b is UNREADABLE else b >= low,
                           not3(w.over(group, max(a, low) if known(a) else low)))
            subject = w.person_subject(name, member)
            if touches is not True:
                v.put(subject, NA if touches is False else UNDET)
            elif member["status"] == "deputy":
                v.breaks(subject, "error", lasting=[(max(low, a) if known(a) else low, min(high, b) if known(b) else high)])
            else:
                v.put(subject, HOLDS if known(member["status"]) else UNDET)
    severity = "error" if w.reading("A-33") == "appointed_and_stand_ins" else "advice"
    for group, name in w.groups(v, "nosam"):
        if w.r["meetings"] is UNREADABLE:
            v.put(name, UNDET)
        for meeting in items(w.r["meetings"]):
            if meeting is UNREADABLE:
                v.put(name, UNDET)
                continue
            day = w.meeting_day(meeting)
            mine = contains(meeting["groups"], [group["id"]] if known(group["id"]) else [])
            met = and3(mine, w.met(meeting), low <= day <= high if known(day) else None)
            if met is False:
                continue
            if meeting["attendance"] is UNREADABLE:
                v.put(name, UNDET)
            for row in items(meeting["attendance"]):
                if row is UNREADABLE:
                    v.put(name, UNDET)
                    continue
                absent = row["standing_in_for"]
                if absent is ABSENT:
                    continue
                here = lambda person: w.person_member(group, person, day) if known(day) else None
                # In a joint meeting the place of another group's member is that group's concern.
                alone = len(items(meeting["groups"])) == 1
                ours = (True if known(absent) else None) if alone else here(absent)
                stands_in = and3(met, not3(here(row["person"])), ours)
                if stands_in is not False:
                    v.three(w.person_subject(name, row), not3(stands_in), severity, days=[day])


def _units(w, v, kind):
    """N-REP-5 and 6: every unit of the kind in the municipality is represented by its manager. A-17."""
    complete = contains(w.r["complete"], [kind]) if w.r["complete"] is not ABSENT else False
    for group, name in w.groups(v, "nosam"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        organisations = w.r["organisations"]
        whole = complete is True and isinstance(organisations, list) and UNREADABLE not in organisations
        v.put(name, NA if whole else UNDET)
        for org in nodes(organisations):
            applies = seats.is_unit(w, group, org, kind)
            if applies is False:
                continue
            if not known(group["municipality"]):
                # Nobody knows whose units they are: the group answers for them.
                v.put(name, UNDET)
                continue
            subject = f"{name}#{w.key(org)}"
            if applies is None:
                v.put(subject, UNDET)
                continue
            by_head = w.filled(group, w.D, lambda m: seats.unit(w, group, m, org, "operations_manager"))
            by_other = w.filled(group, w.D, lambda m: seats.unit(w, group, m, org, *charter.MANAGERS))
            if by_head is True:
                v.put(subject, HOLDS)
                shared = any(
                    m is not None and s is True and seats.unit(w, group, m, org, "operations_manager") is True
                    and sum(w.org_kind(o, kind) is True for o in m["organisations"] if known(o)) > 1
                    for m, s in w.seated(group, w.D))
                if shared:
                    v.remark(subject)
                if w.acting(group, w.D, lambda m: seats.unit(w, group, m, org, "operations_manager")):
                    v.remark(subject)
            elif by_head is None and by_other is not False:
                v.put(subject, UNDET)
            elif by_other is not False:
                v.three(subject, None if by_other is None else False, "warning")
            else:
                first = org["from"]
                young = known(first) and (min(w.D, w.complete_to or w.D) - first).days <= charter.UNIT_GRACE
                v.breaks(subject, "warning" if young else "error")


def n_rep_5(w, v):
    """N-REP-5: all care centres. A-17."""
    _units(w, v, "care_centre")


def n_rep_6(w, v):
    """N-REP-6: all rehab units; those of the municipality are not counted. A-17."""
    _units(w, v, "rehab_unit")


def _titled(w, v, seat, titles, share, also=lambda w, group, member: False):
    """A seat with titles: another manager's title fills it with a warning (decision 11); `also` tells who else fills it."""
    for group, name in _rosters(w, v):
        right = lambda m: or3(and3(seat(w, group, m), w.has_function(m, *titles)), also(w, group, m))
        other = lambda m: and3(seat(w, group, m), w.has_function(m, *charter.MANAGERS))
        a, b = w.filled(group, w.D, right), w.filled(group, w.D, other)
        if a is True:
            v.put(name, HOLDS)
            share(group, name, w.fillers(group, w.D, right))
            if w.acting(group, w.D, right):
                v.remark(name)
        elif a is None or b is None:
            v.put(name, UNDET)
        else:
            v.breaks(name, "warning" if b else "error")


def _both_nosam(w, v, seat, titles):
    def share(group, name, people):
        for other in nodes(w.r["groups"]):
            if other is not group and other["kind"] == "nosam" and w.alive(other, w.D) is True:
                test = lambda m: and3(seat(w, other, m), w.has_function(m, *titles))
                if people & w.fillers(other, w.D, test):
                    v.remark(name)
    return share


def n_rep_7(w, v):
    """N-REP-7: the head of the municipality's primary care; several are remarked on. A-39."""
    def share(group, name, people):
        if len(people) > 1:
            v.remark(name)
        if w.filled(group, w.D, lambda m: and3(seats.primary_care(w, group, m), w.has_function(m, "operations_manager"))) is False:
            # The head of the administration above it.
            v.remark(name)
    _titled(w, v, seats.primary_care, ["operations_manager"], share, seats.head_above)


def n_rep_8(w, v):
    """N-REP-8: the municipality's MAS or MAR; both where A-18 says so."""
    for group, name in _rosters(w, v):
        asked = [("mas",), ("mar",)] if w.reading("A-18") == "both" else [("mas", "mar")]
        v.three(name, all3(
            w.filled(group, w.D, lambda m, f=f: seats.nurse(w, group, m, *f)) for f in asked), "error")
        if w.acting(group, w.D, lambda m: seats.nurse(w, group, m, "mas", "mar")):
            v.remark(name)


def n_rep_9(w, v):
    """N-REP-9: a manager of a municipal operation beside the other seats; or one of each operation that A-37 lists."""
    for group, name in _rosters(w, v):
        listed = w.reading("A-37")
        if w.acting(group, w.D, lambda m: seats.operation(w, group, m)):
            v.remark(name)
        if not listed:
            v.three(name, w.filled(group, w.D, lambda m: seats.operation(w, group, m)), "error")
            continue
        there = [
            w.filled(group, w.D, lambda m: and3(
                w.has_function(m, *charter.MANAGERS),
                w.represents(m, lambda o: and3(seats.own(w, group, o), seats.of_kind(w, o, one)))))
            for one in listed]
        if not any(t is not False for t in there) and \
                w.filled(group, w.D, lambda m: seats.operation(w, group, m)) is False:
            v.breaks(name, "error")
            continue
        for answer in there:
            v.three(name, answer, "warning")


def n_rep_10(w, v):
    """N-REP-10: a clinic manager from dental care. A-43."""
    _titled(w, v, seats.dental, ["clinic_manager"], _both_nosam(w, v, seats.dental, ["clinic_manager"]))


def n_rep_11(w, v):
    """N-REP-11: a care-unit or unit manager from the hospital in the area. A-08, A-43."""
    titles = ["care_unit_manager", "unit_manager"]
    _titled(w, v, seats.hospital, titles, _both_nosam(w, v, seats.hospital, titles))


def n_rep_12(w, v):
    """N-REP-12: the municipality's public-health coordinator. A-38."""
    for group, name in _rosters(w, v):
        v.three(name, w.filled(group, w.D, lambda m: seats.public_health(w, group, m)), "error")
        if w.acting(group, w.D, lambda m: seats.public_health(w, group, m)):
            v.remark(name)


def n_rep_13(w, v):
    """N-REP-13: the process leader. A-35."""
    for group, name in _rosters(w, v):
        v.three(name, w.support(group, w.D, "process_leader"), "error")
        if w.acting(group, w.D, lambda m: w.has_function(m, "process_leader"), "support", "ordinary"):
            v.remark(name)


def n_rep_14(w, v):
    """N-REP-14: the sub-regional coordinator; one who is process leader too is remarked on. A-31, A-35."""
    for group, name in _rosters(w, v):
        there = w.support(group, w.D, "subregional_coordinator")
        v.three(name, there, "error")
        if w.acting(group, w.D, lambda m: w.has_function(m, "subregional_coordinator"), "support", "ordinary"):
            v.remark(name)
        if there:
            people = {f: {m["person"] for m, s in w.active(group, w.D)
                          if m is not None and s is True and m["status"] in ("support", "ordinary")
                          and known(m["person"]) and w.has_function(m, f) is True}
                      for f in charter.SUPPORT_FUNCTIONS}
            if set.intersection(*people.values()):
                v.remark(name)


def n_rep_15(w, v):
    """N-REP-15: NSPH, in mental health and substance use only. A-25."""
    for group, name in _rosters(w, v):
        is_nsph = lambda m: w.has_function(m, "nsph_representative")
        there = w.filled(group, w.D, is_nsph)
        if there is not True:
            v.three(name, there, "warning")
            continue
        if w.acting(group, w.D, is_nsph):
            v.remark(name)
        for member, sure in w.seated(group, w.D):
            if member is None:
                continue
            mine = and3(sure, is_nsph(member))
            if mine is False:
                continue
            targets = member["target_groups"]
            if targets is ABSENT:
                narrow = False
            elif targets is UNREADABLE:
                narrow = None
            elif UNREADABLE in targets:
                narrow = False if set(targets) - {UNREADABLE, charter.MENTAL} else None
            else:
                narrow = set(targets) == {charter.MENTAL}
            v.three(name, narrow if mine else or3(narrow, None), "warning")
            if mine and narrow is False:
                v.written.add(name)


def n_adj_1(w, v):
    """N-ADJ-1: a co-option says why and until when; a guest is told when the record is read. A-22."""
    for group, name in _rosters(w, v):
        for member, here in w.active(group, w.D):
            if member is None:
                v.put(name, UNDET)
                continue
            subject = w.person_subject(name, member)
            applies = and3(here, same(member["status"], "co_opted"))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
                continue
            if member["need"] is ABSENT:
                v.remark(subject)
            else:
                v.put(subject, HOLDS if known(member["need"]) else UNDET)
            v.three(subject, False if member["to"] is ABSENT else True if known(member["to"]) else None, "advice")


def n_adj_3(w, v):
    """N-ADJ-3: a co-opted user is linked to an activity or a matter; else a remark. A-25."""
    for group, name in _rosters(w, v):
        for member, here in w.active(group, w.D):
            if member is None:
                v.put(name, UNDET)
                continue
            subject = w.person_subject(name, member)
            user = False if member["category"] is ABSENT else same(member["category"], "user")
            applies = and3(here, same(member["status"], "co_opted"), user)
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
            elif member["linked_to"] is ABSENT:
                v.remark(subject)
            else:
                v.put(subject, HOLDS if known(member["linked_to"]) else UNDET)
