"""Plan P: the parties and the coordination group."""

import charter
from reading import ABSENT, UNREADABLE, items, known, nodes
from three import and3, any3, not3, or3
from world import BROKEN, HOLDS, NA, NOT_DUE, UNDET, contains, count_range, enough, same

from headings import seats


def p_org_0(w, v):
    """P-ORG-0 (P-ORG-1 to 4): an ordinary member comes from a listed party or fills a seat that a clause gives. A-08."""
    for group, name in w.groups(v, "nosam", "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        if not isinstance(group["members"], list):
            v.put(name, UNDET)
            continue
        for member, here in w.active(group, w.D):
            if member is None or not known(member["person"]):
                v.put(name, UNDET)
                continue
            subject = f"{name}#{member['person']}"
            applies = and3(here, same(member["status"], "ordinary"))
            if applies is not True:
                v.put(subject, NA if applies is False else UNDET)
                continue
            listed = w.represents(member, lambda o: w.listed(o, charter.PARTIES))
            v.three(subject, True if listed else or3(listed, seats.any_seat(w, group, member)), "warning")
    _parties(w, v)


def _parties(w, v):
    """A listed party that nobody comes from is remarked on; where A-08 is `must`, it has to be in the coordination group."""
    must = w.reading("A-08") == "must"
    groups = [g for g in nodes(w.r["groups"]) if w.alive(g, w.D) is not False]
    if must:
        for group, name in w.groups(v, "coordination_group"):
            if w.alive(group, w.D) is not True:
                continue
            for party in charter.PARTIES:
                v.three(f"{name}#{party}", w.filled(group, w.D, lambda m: _from(w, m, party)), "warning")
        return
    if w.extract or not groups:
        return
    for party in charter.PARTIES:
        found = any3(
            and3(w.alive(g, w.D), w.filled(g, w.D, lambda m: _from(w, m, party))) for g in groups)
        if found is False:
            v.remark(f"#{party}")
        else:
            v.put(f"#{party}", HOLDS if found else UNDET)


def _from(w, member, party):
    return w.represents(member, lambda o: w.listed(o, [party]))


def p_sg_1(w, v):
    """P-SG-1: overarching strategic matters are decided by, or referred to, the coordination group. A-12."""
    for matter, decision, day, name in w.decisions(v, lambda m, d: same(m["kind"], "overarching_strategic")):
        referred = False if decision["referred_to"] is ABSENT else w.is_kind(decision["referred_to"], "coordination_group")
        v.three(name, or3(w.has_kind(decision["groups"], "coordination_group"), referred), "warning")


def p_sg_2(w, v):
    """P-SG-2: direction decisions in common matters are the coordination group's; the political group's are remarked on. A-04."""
    for matter, decision, day, name in w.decisions(
            v, lambda m, d: and3(same(m["kind"], "direction"), same(m["common"], True))):
        groups = decision["groups"]
        right = w.has_kind(groups, "coordination_group")
        if right is not False:
            v.put(name, HOLDS if right else UNDET)
            continue
        other = or3(w.has_kind(groups, "nosam"), w.has_kind(groups, "theme_group"))
        if other is False and groups:
            v.remark(name)
        else:
            v.three(name, None if other is None else False, "warning")


def _head(member):
    """Does the member decide as a head of administration: by title, or by mandate (decision 8)."""
    functions, mandate = member["functions"], member["mandate"]
    if mandate is True:
        return True
    if not isinstance(functions, list):
        return None
    if "head_of_administration" in functions:
        return True
    if UNREADABLE in functions or mandate is UNREADABLE:
        return None
    if mandate is ABSENT and charter.MANAGERS & set(functions):
        return None
    return False


def _own(w, org, code):
    return and3(w.municipal(org), w.in_municipality(org, code))


def sg_municipal(w, group, member, code):
    """Does the member fill the seat of a municipality in the coordination group."""
    base = and3(w.represents(member, lambda o: _own(w, o, code)), _head(member))
    if base is False:
        return False
    others = [c for c in charter.MUNICIPALITIES if c != code]
    both = any3(
        None if m is None else and3(
            sure, same(m["person"], member["person"]) if known(member["person"]) else None,
            any3(w.represents(m, lambda o, c=c: _own(w, o, c)) for c in others))
        for m, sure in w.ordinary(group, w.D))
    if both is False:
        return base
    by = member["appointed_by"]
    appointed = _own(w, by, code) if known(by) and by in w.orgs else (None if not known(by) else False)
    return and3(base, or3(not3(both), appointed))


def p_sg_3(w, v):
    """P-SG-3: each municipality sends a head of administration or somebody with the same mandate. A-43."""
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        people = {}
        for code in charter.MUNICIPALITIES:
            subject = f"{name}#{code}"
            if alive is not True:
                v.put(subject, NA if alive is False else UNDET)
                continue
            test = lambda m: sg_municipal(w, group, m, code)
            v.three(subject, w.filled(group, w.D, test), "error")
            people[code] = w.fillers(group, w.D, test)
        if len(people) == 2 and all(len(p) == 1 for p in people.values()) and len(set.union(*people.values())) == 1:
            for code in people:
                v.remark(f"{name}#{code}")


def sg_region(w, member):
    test = lambda o: and3(
        True if w.principals(o) == {"region"} else None if "region" in w.principals(o) else False,
        not3(w.is_private(o)))
    return and3(w.represents(member, test), _head(member))


def p_sg_4(w, v):
    """P-SG-4: the region sends one as well; a private representative never fills this seat. A-08."""
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
        else:
            v.three(name, w.filled(group, w.D, lambda m: sg_region(w, m)), "error")


def sg_private(w, member):
    return w.represents(member, w.is_private)


def p_sg_5(w, v):
    """P-SG-5: private providers under LOV are represented while any is active in the area. A-24."""
    need = w.reading("A-24")
    complete = contains(w.r["complete"], ["private_lov"]) if w.r["complete"] is not ABSENT else False
    for group, name in w.groups(v, "coordination_group"):
        alive = w.alive(group, w.D)
        if alive is not True:
            v.put(name, NA if alive is False else UNDET)
            continue
        listed = any3(
            None if org is UNREADABLE else and3(
                same(org["provider"], "private_lov"),
                org["municipality"] in charter.MUNICIPALITIES if known(org["municipality"]) else None,
                within_org(org, w.D))
            for org in items(w.r["organisations"]))
        if not isinstance(w.r["organisations"], list):
            listed = None
        if not isinstance(group["members"], list):
            filled = None
        else:
            sure = w.fillers(group, w.D, lambda m: sg_private(w, m))
            maybe = [m for m, s in w.ordinary(group, w.D)
                     if m is None or (m["person"] not in sure and and3(s, sg_private(w, m)) is not False)]
            filled = True if len(sure) >= need else None if len(sure) + len(maybe) >= need else False
        if filled is False and listed is True:
            v.breaks(name, "error")
        elif complete is not True or listed is None:
            v.put(name, UNDET)
        elif listed is False:
            v.put(name, NA)
        else:
            v.three(name, filled, "error")


def within_org(org, day):
    from world import within
    return within(org, day)


def p_sg_6(w, v):
    """P-SG-6: chair and vice chair of each NOSAM sit in the coordination group. A-23, A-42, A-43."""
    for group, name in w.groups(v, "coordination_group"):
        for nosam in nodes(w.r["groups"]):
            kind = same(nosam["kind"], "nosam")
            if kind is False:
                continue
            for office in ("chair", "vice_chair"):
                subject = f"{name}#{w.key(nosam)}:{office}"
                applies = and3(kind, w.D >= w.reading_day("A-23"), w.alive(group, w.D), w.alive(nosam, w.D))
                if applies is not True:
                    v.put(subject, NA if applies is False else UNDET)
                    continue
                held = w.holders(nosam, office, w.D)
                if held is None or held[1] or not held[0]:
                    # Nobody in the office is the NOSAM's breach, not this group's.
                    v.put(subject, UNDET)
                    continue
                answers = {w.person_ordinary(group, p, w.D) for p in held[0]}
                if len(answers) > 1:
                    v.put(subject, UNDET)
                    continue
                answer = answers.pop()
                v.three(subject, answer, "error")
                if answer and any(
                        m is not None and s is True and m["person"] in held[0]
                        and contains(m["functions"], ["head_of_administration"]) is True
                        for m, s in w.ordinary(group, w.D)):
                    v.remark(subject)
